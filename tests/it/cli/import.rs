//! Importing: previews, several files, what goes wrong.

use serde_json::json;

use super::{Desk, INTERVIEW, has_keys, sample};

#[test]
fn a_preview_writes_nothing_and_needs_no_project() {
    let desk = Desk::new();
    desk.write("IP05.txt", INTERVIEW);
    let found = desk.json("import IP05.txt --dry-run");
    has_keys(
        &found[0],
        &["file", "reader", "encoding", "paragraphs", "words", "speakers", "warnings", "error"],
    );
    assert_eq!((&found[0]["paragraphs"], &found[0]["error"]), (&json!(10), &json!(null)));
    assert_eq!(found[0]["speakers"][0], json!({"label": "I", "paragraphs": 5, "interviewer": true}));
    assert!(desk.ok("import IP05.txt --dry-run").contains("UTF-8"));
    desk.ok("new study.absatz --coder Anna");
    let before = desk.json("history");
    assert_eq!(desk.json("import IP05.txt --dry-run")[0]["label"], "5");
    assert_eq!(desk.json("history"), before);
    assert_eq!(desk.json("documents"), json!([]));
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    std::fs::create_dir(desk.path("folder")).unwrap();
    desk.write("folder/IP10.txt", "I: Zehn?\nB: Ja, zehn.\n");
    desk.write("folder/IP2.txt", "I: Zwei?\nB: Ja, zwei.\n");
    desk.write("folder/IP3.docx", b"PK\x03\x04 no archive after all");
    desk.write("folder/.hidden.txt", "I: Nein?\nB: Nein.\n");
    desk.write("folder/notes.pdf", "%PDF");
    let answer = desk.run("import folder --group Land");
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.err.contains("IP3.docx") && answer.err.contains("1 of 3"), "{}", answer.err);
    let labels: Vec<serde_json::Value> =
        desk.json("documents").as_array().unwrap().iter().map(|d| d["label"].clone()).collect();
    assert_eq!(labels, ["2", "10"], "in reading order");
    desk.ok("undo");
    assert_eq!(desk.json("documents"), json!([]), "one call, one undo");
    let answer = desk.run("import folder --dry-run --json");
    let found: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((answer.code, found.as_array().unwrap().len()), (3, 3));
    assert_eq!(found[1]["error"]["kind"], "unreadable");
}

#[test]
fn the_same_file_and_a_taken_label_are_noticed() {
    let desk = Desk::with_study();
    desk.write("copy.txt", INTERVIEW);
    desk.fails("import copy.txt", 1, &["copy.txt", "5"]);
    desk.fails("import copy.txt --again --label 5", 1, &["5"]);
    desk.ok("import copy.txt --again --label 6 --title Zweitschrift");
    assert_eq!(desk.json("documents")[1]["title"], "Zweitschrift");
    desk.fails("import a.txt b.txt --label 7", 2, &["one file"]);
    desk.fails("import missing.txt", 1, &["missing.txt"]);
    desk.write("IP07.txt", "I: Sieben?\nB: Ja.\n");
    desk.write("IP7.txt", "I: Auch sieben?\nB: Nein.\n");
    let answer = desk.run("import IP07.txt IP7.txt --dry-run");
    assert!(answer.code == 1 && answer.out.contains("IP7.txt"), "{}{}", answer.out, answer.err);
}

#[test]
fn options_change_what_is_read() {
    let desk = Desk::new();
    desk.write("a.txt", "Titel\n\nI: Wie?\nB: So.\nI: Und?\nB: Gut.");
    let words = |options: &str| desk.json(&format!("import a.txt --dry-run {options}"))[0].clone();
    assert_eq!(words("")["speakers"].as_array().unwrap().len(), 2);
    assert_eq!(words("--no-speakers")["speakers"], json!([]));
    assert_eq!(words("--speakers B")["speakers"].as_array().unwrap().len(), 1);
    assert_eq!(words("--number-empty-lines yes")["paragraphs"], 6);
    let stripped = words("--strip labels,times");
    assert!(stripped["words"].as_u64() < words("")["words"].as_u64());
    desk.write("old.txt", b"I: Gr\xfc\xdfe?\nB: Ja.\n");
    assert_eq!(desk.json("import old.txt --dry-run --encoding windows-1252")[0]["encoding"], "windows-1252");
    desk.ok("new study.absatz --coder Anna");
    desk.ok("import old.txt --encoding windows-1252 --label 9");
    assert_eq!(desk.json("text 9")["paragraphs"][0]["text"], "I: Grüße?");
}

#[test]
fn the_shipped_interviews_come_in() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    let names =
        ["IP01.docx", "IP02.txt", "IP03.md", "IP04.vtt", "IP05.docx", "IP06.srt", "IP07.txt", "Pretest.txt"];
    let files: Vec<String> = names.map(|name| format!("'{}'", sample(name).display())).to_vec();
    desk.ok(&format!("import {}", files.join(" ")));
    let documents = desk.json("documents");
    assert_eq!(documents.as_array().unwrap().len(), 8);
    for document in documents.as_array().unwrap() {
        assert!(document["paragraphs"].as_u64().unwrap() >= 40, "{document}");
        assert!(document["speakers"].as_array().unwrap().len() >= 2, "{document}");
    }
}
