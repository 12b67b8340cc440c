//! One study from the first command to the exported grid.

use serde_json::json;

use super::{Desk, words};

#[test]
fn from_a_transcript_to_the_grid_and_back() {
    let desk = Desk::with_study();
    desk.ok("codes add Hemmnisse/Rechtlich Hemmnisse/Materiell");
    let uuid = desk.ok("code 5:4 Rechtlich --weight 80 --comment deutlich");
    assert_eq!(uuid.trim().len(), 36);
    desk.ok("code \"IP 5: 6\" Materiell");
    desk.ok("code '5:8\"Leitfaden mit neunzig Seiten\"' Rechtlich");
    desk.ok("summary 5 Rechtlich \"Regeln kommen ohne Erklärung.\"");

    let segments = desk.json("segments");
    assert_eq!(segments.as_array().unwrap().len(), 3);
    assert_eq!(segments[0]["text"], "Dann kam die Verordnung, und niemand wusste, was sie bedeutet.");
    assert_eq!(segments[0]["citation"], "(IP 5: 4)");
    assert_eq!(segments[0]["weight"], 80);
    assert_eq!(segments[2]["text"], "Leitfaden mit neunzig Seiten");

    let grid = desk.json("grid");
    assert_eq!(grid["documents"], json!(["5"]));
    let cells = grid["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 2, "{cells:#?}");
    assert_eq!(cells[0]["summary"], "Regeln kommen ohne Erklärung.");
    assert_eq!(cells[0]["segments"].as_array().unwrap().len(), 2);

    desk.ok("grid -o grid.csv");
    let csv = desk.read("grid.csv");
    assert!(csv.contains("Regeln kommen ohne Erklärung.") && csv.contains("(IP 5: 4)"), "{csv}");

    let undone = desk.ok("undo");
    assert!(undone.contains("summary") && undone.contains("Hemmnisse/Rechtlich"), "{undone}");
    assert!(desk.json("summary 5 Rechtlich")["summary"].is_null());
    desk.ok("redo");
    assert_eq!(desk.ok("summary 5 Rechtlich"), "Regeln kommen ohne Erklärung.\n");
    desk.ok("undo 4");
    assert_eq!(desk.json("segments"), json!([]));
    desk.ok("redo 4");
    assert_eq!(desk.json("grid"), grid, "the grid is as it was");
    assert!(desk.json("doctor")["integrity"].as_array().unwrap().is_empty());
}

#[test]
fn every_table_format_is_written_and_none_replaced_unasked() {
    let desk = Desk::with_study();
    desk.ok("codes add A");
    desk.ok("code 5:2 A");
    for ending in ["xlsx", "csv", "docx", "html", "md", "json"] {
        let answer = desk.run(&format!("segments -o out.{ending}"));
        assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{ending}: {}", answer.err);
        assert!(desk.path(&format!("out.{ending}")).metadata().unwrap().len() > 20);
        desk.fails(&format!("segments -o out.{ending}"), 1, &["exists", "--force"]);
        desk.ok(&format!("segments -o out.{ending} --force"));
    }
    for line in ["documents list", "codes list", "history", "search Brief"] {
        let csv = desk.ok(&format!("{line} -o - --format csv"));
        assert!(csv.lines().count() >= 2, "{line}: {csv}");
    }
    let csv = desk.ok("grid -o - --format csv");
    assert!(csv.trim_start_matches('\u{feff}').starts_with("document,"), "{csv}");
    desk.fails("grid -o -", 2, &["format"]);
    desk.fails("grid -o grid.xyz", 2, &["grid.xyz", ".xlsx"]);
}

#[test]
fn documents_codes_and_variables_are_changed_in_place() {
    let desk = Desk::with_study();
    desk.ok("documents set 5 --label 6 --title 'Landesamt, Leitung' --group ''");
    let documents = desk.json("documents list");
    assert_eq!((&documents[0]["label"], &documents[0]["group"]), (&json!("6"), &json!(null)));
    desk.ok("documents variables set 6 funktion=Leitung 'ort=Bad Salz'");
    assert_eq!(desk.json("documents")[0]["variables"], json!({"funktion": "Leitung", "ort": "Bad Salz"}));
    desk.ok("documents variables set 6 ort=");
    assert_eq!(desk.json("documents show 6")["variables"], json!({"funktion": "Leitung"}));
    assert!(desk.ok("documents variables").contains("Leitung"));

    desk.ok("codes add A/B C --color '#112233'");
    desk.ok("codes rename B Bee");
    desk.ok("codes recolor Bee '#00ff00'");
    desk.ok("codes move C A --position 1");
    let paths = |desk: &Desk| -> Vec<String> {
        let codes = desk.json("codes");
        codes.as_array().unwrap().iter().map(|code| code["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(paths(&desk), ["A", "A/C", "A/Bee"]);
    desk.ok("codes move C /");
    desk.ok("code 6:2 C");
    desk.ok("codes merge C Bee");
    assert_eq!(paths(&desk), ["A", "A/Bee"]);
    assert_eq!(desk.json("codes")[0]["segments_with_subcodes"], 1);
    desk.ok("codes define Bee --definition 'Was brummt' --origin inductive --anchor 6:2");
    let defined = desk.json("codes define Bee");
    assert_eq!((&defined["definition"], &defined["origin"]), (&json!("Was brummt"), &json!("inductive")));
    assert_eq!(defined["anchors"][0]["place"], "(IP 6: 2)");
    assert!(desk.ok("codes define Bee").contains("Mit einem Brief vom Landkreis."));
    desk.ok("codes remove A");
    assert!(paths(&desk).is_empty());
    desk.ok("documents remove 6");
    assert_eq!(desk.json("documents"), json!([]));
    desk.ok("undo 2");
    assert_eq!(paths(&desk), ["A", "A/Bee"]);
}

#[test]
fn a_transcript_is_shown_with_its_numbers() {
    let desk = Desk::with_study();
    let text = desk.ok("text 5");
    assert!(text.contains("    4  B: Dann kam die Verordnung"), "{text}");
    assert_eq!(desk.ok("text \"IP 5\""), text);
    assert_eq!(desk.ok("text 05").lines().count(), text.lines().count());
}

#[test]
fn memos_are_written_listed_and_written_again() {
    let desk = Desk::with_study();
    desk.ok("codes add A");
    let segment = desk.ok("code 5:2 A");
    for on in ["--on project", "--on logbook", "--on free", "--document 5", "--place 5:2", "--code A"] {
        desk.ok(&format!("memo write 'Notiz {on}' {on} --title T"));
    }
    desk.ok(&format!("memo write Segmentnotiz --segment {}", segment.trim()));
    assert_eq!(desk.json("memo list").as_array().unwrap().len(), 7);
    let of_document = desk.json("memo list --document 5");
    assert_eq!(of_document.as_array().unwrap().len(), 3, "{of_document:#}");
    let uuid = desk.json("memo list --on logbook")[0]["uuid"].as_str().unwrap().to_owned();
    let args = words(&format!("memo write - --edit {uuid}"));
    assert_eq!(desk.run_with(&args, Some("zweite Fassung\nmit Zeile\n")).code, 0);
    assert!(desk.ok(&format!("memo show {uuid}")).contains("zweite Fassung\nmit Zeile"));
    desk.ok(&format!("memo remove {uuid}"));
    desk.fails(&format!("memo show {uuid}"), 1, &[&uuid]);
}

#[test]
fn coders_work_blind_until_released() {
    let desk = Desk::with_study();
    desk.ok("coders add Ben");
    desk.ok("codes add A B");
    desk.ok("code 5:2 A --coder Anna");
    desk.ok("code 5:2 B --coder Ben");
    desk.ok("memo write geheim --place 5:2 --coder Ben");
    desk.ok("summary 5 B 'Bens Satz' --coder Ben");
    // Anna is the current coder.
    assert_eq!(desk.json("segments").as_array().unwrap().len(), 1);
    assert_eq!(desk.json("segments")[0]["coder"], "Anna");
    assert_eq!(desk.json("memo"), json!([]));
    assert!(desk.json("summary 5 B")["summary"].is_null());
    assert_eq!(desk.json("codes")[1]["segments"], 0, "counts do not tell either");
    let history = desk.json("history");
    assert!(history.as_array().unwrap().iter().all(|entry| entry["coder"] != "Ben"), "{history:#}");
    assert_eq!(desk.json("segments --coder Ben")[0]["code"], "B");
    let coders = desk.json("coders");
    assert!(coders[1]["codings"].is_null(), "{coders:#}");
    // Undo is each coder's own.
    assert!(desk.ok("undo --coder Ben").contains("summary"));
    desk.ok("coders use Ben");
    assert_eq!(desk.json("segments")[0]["coder"], "Ben");
    desk.ok("coders status 5 done");
    desk.ok("coders use Anna");
    desk.ok("coders release");
    // Ben declared it done: his codings count now.
    let segments = desk.json("segments");
    assert_eq!((segments.as_array().unwrap().len(), &segments[0]["coder"]), (1, &json!("Ben")));
    assert_eq!(desk.json("segments --coder Anna")[0]["coder"], "Anna");
    desk.ok("coders choose 5 Anna");
    assert_eq!(desk.json("coders status")[0]["counts"], "Anna");
    assert_eq!(desk.json("segments")[0]["coder"], "Anna");
    desk.ok("coders choose 5");
    assert_eq!(desk.json("coders status")[0]["because"], "done");
    desk.ok("coders rename Ben Benno");
    desk.ok("coders release --revoke");
    desk.fails("coders add anna", 1, &["anna"]);
}

#[test]
fn the_environment_names_project_and_coder() {
    let desk = Desk::with_study();
    desk.ok("coders add Ben");
    desk.ok("codes add A");
    desk.ok("new other.absatz --coder Zoe --citation '(I5, Abs. 9)'");
    desk.fails("codes", 2, &["other.absatz", "study.absatz", "-p"]);
    let run = |args: &[&str]| {
        let mut command = desk.command();
        command.env("ABSATZ_PROJECT", "study.absatz").env("ABSATZ_CODER", "Ben").args(args);
        super::Answer::from(command.output().unwrap())
    };
    assert_eq!(run(&["code", "5:2", "A"]).code, 0);
    assert!(run(&["segments", "--json"]).out.contains("\"Ben\""));
    assert_eq!(run(&["-p", "other.absatz", "codes"]).code, 1, "Ben does not code there");
    desk.ok("import IP05.txt -p other.absatz");
    desk.ok("code 5:2 X --create -p other.absatz");
    assert_eq!(desk.json("segments -p other.absatz")[0]["citation"], "(I5, Abs. 2)");
}

#[test]
fn search_finds_and_codes() {
    let desk = Desk::with_study();
    desk.ok("codes add A");
    let hits = desk.json("search verordnung");
    assert_eq!(hits[0]["citation"], "(IP 5: 4)");
    assert_eq!(hits[0]["text"], "Verordnung");
    assert_eq!(desk.json("search --regex 'B: (Geld|Vom)'").as_array().unwrap().len(), 2);
    desk.ok("memo write 'eine Verordnung im Memo'");
    desk.ok("summary 5 A 'Verordnung im Summary'");
    assert_eq!(desk.json("search Verordnung --in text,memos,summaries").as_array().unwrap().len(), 3);
    let before = desk.history_length();
    assert_eq!(desk.json("search gelesen --code-as A --dry-run")["coded"].as_array().unwrap().len(), 2);
    assert_eq!(desk.history_length(), before);
    desk.ok("search gelesen --code-as A");
    assert_eq!(desk.json("segments").as_array().unwrap().len(), 2);
    desk.ok("undo");
    assert_eq!(desk.json("segments"), json!([]), "one call, one undo");
}

#[test]
fn a_codebook_goes_out_and_comes_back() {
    let desk = Desk::with_study();
    desk.ok("codes add A/B C");
    desk.ok("codes define B --definition 'der zweite'");
    for ending in ["json", "md", "csv", "txt", "xlsx", "docx"] {
        desk.ok(&format!("codebook export -o guide.{ending}"));
    }
    desk.ok("new other.absatz --coder Zoe");
    let before = desk.json("history -p other.absatz");
    assert_eq!(desk.json("codebook import guide.json -p other.absatz --dry-run")["added"], 3);
    assert_eq!(desk.json("history -p other.absatz"), before, "a dry run writes nothing");
    desk.ok("codebook import guide.json -p other.absatz");
    assert_eq!(desk.json("codes -p other.absatz")[1]["definition"], "der zweite");
    assert!(desk.ok("codebook export -p other.absatz").contains("der zweite"));
    desk.ok("undo -p other.absatz");
    assert_eq!(desk.json("codes -p other.absatz"), json!([]));
    desk.fails("codebook import guide.docx -p other.absatz", 3, &["guide.docx"]);
}

#[test]
fn the_demo_is_a_study() {
    let desk = Desk::new();
    let file = desk.ok("demo there");
    assert_eq!(file.trim(), "there/demo.absatz");
    assert_eq!(desk.json("documents -p there/demo.absatz").as_array().unwrap().len(), 8);
    assert!(desk.json("segments -p there/demo.absatz").as_array().unwrap().len() > 20);
    assert_eq!(desk.ok("demo there"), file, "once more is the same");
}

#[test]
fn keys_are_the_persons_own() {
    let desk = Desk::new();
    let keys = desk.json("keys");
    super::has_keys(&keys[0], &["context", "keys", "command", "label"]);
    assert!(desk.ok("keys --context transcript").lines().count() > 5);
    let folder = desk.path(".config/absatz");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(
        folder.join("keymap.toml"),
        "[transcript]\n\"<ctrl-k>\" = \"code\"\n\"y\" = \"nonsense\"\n",
    )
    .unwrap();
    let answer = desk.run("keys --context transcript --json");
    assert!(
        answer.out.contains("<ctrl-k>") && answer.err.contains("warning"),
        "{}{}",
        answer.out,
        answer.err
    );
    assert!(answer.err.contains("line 3") && answer.err.contains("nonsense"), "{}", answer.err);
    // Every place where keys hold can be asked for, in German too.
    for context in absatz::tui::command::Context::ALL {
        let all = desk.ok(&format!("--lang de keys --context {}", context.name()));
        assert!(all.lines().count() > 3, "{}: {all}", context.name());
    }
    assert!(desk.ok("--lang de keys --context global").contains("Letzte eigene Änderung zurücknehmen"));
}
