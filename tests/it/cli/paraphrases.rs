//! Paraphrases on the command line.

use serde_json::json;

use super::{Desk, has_keys};

#[test]
fn paraphrases_are_added_set_listed_and_removed() {
    let desk = Desk::with_study();
    let made = desk.json("paraphrase add 5:2 \"Ein Brief war der Anfang\"");
    has_keys(&made, &["place", "citation", "coder", "text", "passage"]);
    assert_eq!((&made["place"], &made["text"]), (&json!("5:2"), &json!("Ein Brief war der Anfang")));
    assert_eq!(made["passage"], "Mit einem Brief vom Landkreis.");
    // One that is there is not written over unasked.
    desk.fails("paraphrase add 5:2 Anders", 1, &["already", "paraphrase set"]);
    desk.ok("paraphrase set 5:2 \"Der Landkreis schrieb zuerst\"");
    let line = ["paraphrase", "set", "5:2\"Brief\"", "-"];
    assert_eq!(desk.run_with(&line, Some("Schreiben\n")).code, 0);
    let all = desk.json("paraphrase");
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(all[0]["text"], "Der Landkreis schrieb zuerst");
    assert_eq!((&all[1]["text"], &all[1]["passage"]), (&json!("Schreiben"), &json!("Brief")));
    // The place that the list gives is the place that is meant.
    let place = all[1]["place"].as_str().unwrap();
    assert!(place.starts_with("5:2@"), "{place}");
    desk.fails("paraphrase remove 5:1", 1, &["no paraphrase of yours", "paraphrase list"]);
    desk.ok(&format!("paraphrase remove {place}"));
    assert_eq!(desk.json("paraphrase list --document 5").as_array().unwrap().len(), 1);
    desk.ok("undo");
    assert_eq!(desk.json("paraphrase").as_array().unwrap().len(), 2);
    let uuid = all[1]["uuid"].as_str().unwrap();
    desk.ok(&format!("paraphrase remove {uuid}"));
    desk.ok("undo");
    desk.fails("paraphrase set 5:2 \" \"", 1, &["needs a text", "remove"]);
    assert!(desk.ok("history --lang de").contains("Paraphrase zu"));
}

#[test]
fn paraphrases_are_a_table_in_every_format() {
    let desk = Desk::with_study();
    desk.ok("paraphrase set 5:2 \"Ein Brief war der Anfang\"");
    let csv = desk.ok("paraphrase list --format csv");
    assert!(csv.contains("citation,passage,paraphrase,speaker,group"), "{csv}");
    assert!(desk.ok("paraphrase list --coders --format csv").contains("group,coder"));
    for format in ["xlsx", "docx", "html", "md", "json"] {
        desk.ok(&format!("paraphrase list -o p.{format}"));
        assert!(desk.path(&format!("p.{format}")).exists(), "{format}");
    }
    let words = std::fs::read_to_string(desk.path("p.md")).unwrap();
    assert!(words.contains("Ein Brief war der Anfang") && words.contains("Anna"), "{words}");
    let shown = desk.ok("paraphrase list");
    assert!(shown.contains("    Ein Brief war der Anfang\n    // Mit einem Brief"), "{shown}");
}

#[test]
fn paraphrases_are_searched_and_stay_with_their_coder() {
    let desk = Desk::with_study();
    desk.ok("paraphrase set 5:2 \"Ein Schreiben war der Anfang\"");
    let found = desk.json("search schreiben --in memos,paraphrases");
    assert_eq!((&found[0]["in"], &found[0]["place"]), (&json!("paraphrases"), &json!("5:2")));
    assert!(desk.ok("search schreiben --in paraphrases").contains("Paraphrase"));
    assert_eq!(desk.json("search schreiben"), json!([]));
    desk.ok("coders add Ben");
    assert_eq!(desk.json("--coder Ben paraphrase"), json!([]));
    assert_eq!(desk.json("--coder Ben search schreiben --in paraphrases"), json!([]));
    desk.fails("--coder Ben paraphrase remove 5:2", 1, &["no paraphrase of yours"]);
}
