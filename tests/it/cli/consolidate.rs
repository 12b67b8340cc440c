//! Settling the differences of coders on the command line.

use serde_json::{Value, json};

use super::{Desk, has_keys};

/// Anna and Ben have coded interview 5 apart: other code, other boundary, missing, agreed.
fn coded() -> Desk {
    let desk = Desk::with_study();
    desk.ok("codes add Obstacles/Legal Obstacles/Money");
    desk.ok("codes define Legal --definition \"What a law forbids\"");
    desk.ok("coders add Ben");
    for (coder, place, code) in [
        ("Anna", "5:2", "Legal"),
        ("Ben", "5:2", "Money"),
        ("Anna", "5:4", "Legal"),
        ("Ben", "5:4@3-20", "Legal"),
        ("Ben", "5:6", "Money"),
        ("Anna", "5:8", "Money"),
        ("Ben", "5:8", "Money"),
    ] {
        desk.ok(&format!("--coder {coder} code {place} {code}"));
    }
    desk.ok("--coder Anna coders status 5 done");
    desk.ok("--coder Ben coders status 5 done");
    desk
}

fn released() -> Desk {
    let desk = coded();
    desk.ok("coders release");
    desk
}

#[test]
fn differences_are_listed_shown_and_decided() {
    let desk = released();
    let list = desk.json("consolidate");
    has_keys(&list, &["progress", "documents", "differences"]);
    has_keys(
        &list["differences"][0],
        &[
            "number", "document", "place", "citation", "start", "end", "kind", "state", "text", "sides",
            "decision",
        ],
    );
    let kinds: Vec<&str> =
        list["differences"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["other-code", "other-boundary", "missing"]);
    assert_eq!(list["progress"]["agreed_open"], 1);
    assert_eq!(list["differences"][2]["sides"][0], json!({"coder": "Anna", "codings": []}));
    let shown = desk.ok("consolidate show 1");
    assert!(
        shown.contains("Mit einem Brief vom Landkreis.") && shown.contains("What a law forbids"),
        "{shown}"
    );
    assert_eq!(desk.ok("consolidate show 5:2"), shown);
    let made = desk.json("consolidate decide 1 --take Ben --reason \"the letter is about money\"");
    has_keys(&made, &["decided", "progress", "next"]);
    assert_eq!(made["decided"][0]["decision"]["result"][0]["code"], "Obstacles/Money");
    assert_eq!((&made["progress"]["decided"], &made["next"]["number"]), (&json!(1), &json!(2)));
    desk.ok("consolidate decide 5:4 --code Legal --at 5:4@0-20");
    let answer = desk.run("consolidate decide 3 --take none");
    assert!(answer.err.contains("nothing") && answer.err.contains("3 of 3"), "{}", answer.err);
    assert_eq!(desk.json("consolidate list --open")["differences"], json!([]));
    let consensus = |desk: &Desk| -> Vec<String> {
        let all = desk.json("segments --coder Consensus");
        all.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(consensus(&desk), ["Obstacles/Money", "Obstacles/Legal"]);
    desk.ok("undo");
    assert_eq!(desk.json("consolidate list --open")["differences"][0]["number"], 3);
    // What nobody has can be given to the consensus all the same.
    desk.ok("consolidate decide 5:10 --code Money");
    assert_eq!(consensus(&desk).len(), 3);
    assert!(desk.ok("history --lang de").contains("Unterschied an (IP 5: 10) entschieden"));
}

#[test]
fn a_rule_and_what_agrees_go_in_one_operation_each() {
    let desk = released();
    let would = desk.ok("consolidate rule --characters 60 --take shorter --dry-run");
    assert!(would.contains("(IP 5: 4)"), "{would}");
    assert_eq!(desk.json("consolidate")["progress"]["decided"], 0);
    let settled = desk.json("consolidate rule --characters 60 --take Ben --reason \"without the name\"");
    assert_eq!(settled["settled"][0]["number"], 2);
    assert_eq!(desk.json("consolidate")["progress"]["decided"], 1);
    assert_eq!(desk.json("consolidate agreed --dry-run")["passages"], 1);
    assert_eq!(desk.json("consolidate agreed")["passages"], 1);
    assert_eq!(desk.json("consolidate agreed")["passages"], 0);
    desk.ok("undo 2");
    assert_eq!(desk.json("consolidate")["progress"]["decided"], 0);
}

#[test]
fn a_finished_consensus_counts_and_can_be_opened_again() {
    let desk = released();
    desk.fails("consolidate finish 5", 1, &["3 differences", "--anyway"]);
    desk.ok("consolidate decide 1 2 3 --take all");
    desk.fails("consolidate finish 5", 1, &["One passage that all agree on", "consolidate agreed"]);
    desk.ok("consolidate agreed");
    desk.ok("consolidate finish 5");
    let segments = desk.json("segments");
    assert!(segments.as_array().unwrap().iter().all(|one| one["coder"] == "Consensus"), "{segments}");
    desk.fails("consolidate decide 1 --take none", 1, &["is done", "reopen 5"]);
    // The figures are those before the discussion.
    let differences = desk.json("agreement")["differences"].clone();
    assert_eq!(differences, 3);
    assert!(desk.ok("agreement --consensual").contains("consensual coding"));
    desk.ok("consolidate reopen 5");
    desk.ok("consolidate decide 1 --take none");
}

#[test]
fn the_protocol_is_a_table_in_every_format() {
    let desk = released();
    desk.ok("consolidate decide 1 --take Ben --reason \"the letter\"");
    desk.ok("consolidate agreed");
    let csv = desk.ok("consolidate protocol --format csv");
    assert!(csv.contains("document,citation,kind,coder_a,coder_b,outcome,result,reason,state,text"), "{csv}");
    assert!(
        csv.contains("other-code,Obstacles/Legal,Obstacles/Money,one,Obstacles/Money,the letter"),
        "{csv}"
    );
    let german = desk.ok("consolidate protocol --lang de");
    assert!(german.contains("B übernommen") && !german.contains("Anna"), "{german}");
    let named = desk.json("consolidate protocol --coders --agreed");
    assert_eq!(named.as_array().unwrap().len(), 2);
    assert_eq!(named[0]["decision"]["by"], "Anna");
    let unnamed = desk.json("consolidate protocol");
    assert!(!unnamed.to_string().contains("Anna"), "{unnamed}");
    assert_eq!(unnamed[0]["decision"]["taken"], "B");
    for format in ["xlsx", "docx", "html", "md", "json"] {
        desk.ok(&format!("consolidate protocol -o p.{format}"));
    }
    assert!(desk.read("p.md").contains("the letter"));
    desk.ok("consolidate list -o d.csv");
    assert!(desk.read("d.csv").contains("other-boundary"));
}

#[test]
fn what_cannot_be_is_said() {
    let desk = coded();
    desk.fails("consolidate", 1, &["do not see each other", "coders release"]);
    desk.fails("consolidate protocol", 1, &["do not see each other"]);
    desk.ok("coders release");
    desk.fails("consolidate show 9", 1, &["no difference 9", "1 to 3"]);
    desk.fails("consolidate show 5:1", 1, &["Nobody has coded", "--code"]);
    desk.fails("consolidate show 5:2-6", 1, &["3 differences", "1, 2, 3"]);
    desk.fails("consolidate decide 1", 2, &["--take", "--code"]);
    desk.fails("consolidate decide 1 --take Zoe", 1, &["Zoe"]);
    desk.fails("consolidate decide 1 --take all --at 5:2", 2, &["--at"]);
    desk.fails("consolidate rule --take shorter", 2, &["--words"]);
    desk.fails("consolidate reopen 5", 1, &["not done"]);
    desk.ok("consolidate agreed");
    desk.fails("coders use Consensus", 1, &["nobody who works", "--coder"]);
    desk.ok("coders add Zoe");
    desk.fails("consolidate decide 1 --take Zoe", 1, &["Zoe has not declared document 5 done"]);
    assert_eq!(desk.json("consolidate")["progress"]["decided"], Value::from(0));
}
