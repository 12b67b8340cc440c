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
    desk.write("folder/notes.jpg", "\u{ff}\u{d8}");
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
fn no_file_of_a_folder_is_passed_over_without_a_word() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    std::fs::create_dir(desk.path("folder")).unwrap();
    desk.write("folder/IP2.txt", "I: Zwei?\nB: Ja, zwei.\n");
    desk.write("folder/IP3.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one");
    desk.write("folder/old.mx24", "whatever");
    desk.write("folder/IP2.m4a", "sound");
    desk.write("folder/analysis.sps", "FREQUENCIES.");
    for foreign in [".DS_Store", "desktop.ini", "photo.jpg", "other.absatz"] {
        desk.write(&format!("folder/{foreign}"), "x");
    }
    let answer = desk.run("import folder");
    assert_eq!(answer.code, 3, "{}", answer.err);
    for said in [
        "IP3.doc",
        "save it as .docx",
        "old.mx24",
        "IP2.m4a",
        "absatz recordings attach",
        "analysis.sps",
        "2 of 3",
    ] {
        assert!(answer.err.contains(said), "{said}: {}", answer.err);
    }
    for foreign in [".DS_Store", "desktop.ini", "photo.jpg", "other.absatz"] {
        assert!(!answer.err.contains(foreign), "{}", answer.err);
    }
    assert_eq!(desk.json("documents").as_array().unwrap().len(), 1);
    desk.fails("import folder/IP2.m4a", 3, &["recording", "Transcribe it first", "recordings attach"]);
    // A folder without a transcript says what it has.
    std::fs::create_dir(desk.path("sound")).unwrap();
    desk.write("sound/IP9.mp3", "sound");
    desk.fails("import sound", 1, &["no transcripts", "IP9.mp3", "recordings attach"]);
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

#[test]
fn a_preview_shows_the_first_paragraphs_and_what_was_left_out() {
    let desk = Desk::new();
    desk.write(
        "otter.txt",
        "Mara Lind  0:01\nLet us start.\n\nTom Berg  0:09\nTwelve beds.\nKrause: no\n\nTranscribed by https://otter.ai\n",
    );
    let text = desk.ok("import otter.txt --dry-run --show 2");
    for words in [
        "2 lines say who speaks in the paragraph that follows: Mara Lind  0:01 · Tom Berg  0:09",
        "Transcribed by https://otter.ai",
        "“Krause” (1, occurs once)",
        "--also-speakers",
        "2 stamps; they are starts of paragraphs.",
        "2    Tom Berg   0:09  Twelve beds.",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(!text.contains("3    "), "two were asked for:\n{text}");
    let json = desk.json("import otter.txt --dry-run --show 1")[0].clone();
    assert_eq!(
        json["preview"],
        json!([{"n": 1, "speaker": "Mara Lind", "time": 1.0, "text": "Let us start."}])
    );
    assert_eq!(
        (&json["times_are"], &json["parts"], &json["part"]),
        (&json!("start"), &json!(1), &json!(null))
    );
    assert_eq!(json["left_out"][2], json!({"text": "Transcribed by https://otter.ai", "reason": "tool"}));
    assert_eq!(
        json["candidates"],
        json!([{"label": "Krause", "paragraphs": 1, "reason": "once", "counts_to": "Tom Berg"}])
    );
    let read = |options: &str| desk.json(&format!("import otter.txt --dry-run {options}"))[0].clone();
    assert_eq!(read("--also-speakers Krause")["speakers"][2]["label"], "Krause");
    assert_eq!(read("--not-speakers 'Tom Berg'")["speakers"].as_array().unwrap().len(), 1);
    assert_eq!(read("--interviewers 'Tom Berg'")["speakers"][1]["interviewer"], true);
    assert_eq!(read("--times none")["times"], 0);
    assert_eq!(read("--times end")["times_are"], "end");
    desk.fails("import otter.txt --times sometimes", 2, &["auto, start, end, none"]);
}

#[test]
fn a_file_with_many_interviews_gives_as_many_documents() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("many.txt", "#TEXT Land\\IP 5\nI: Wie?\nB: So.\n#TEXT Kommune\\IP 6\nI: Und?\nB: Ja.\n");
    let found = desk.json("import many.txt --dry-run");
    assert_eq!((&found[0]["label"], &found[1]["label"]), (&json!("5"), &json!("6")));
    assert_eq!(found[1]["part"], json!({"number": 2, "name": "IP 6", "group": "Kommune"}));
    assert_eq!(desk.json("import many.txt --dry-run --split no").as_array().unwrap().len(), 1);
    desk.fails("import many.txt --label 7", 1, &["many.txt", "2"]);
    let table = desk.ok("import many.txt");
    assert!(table.contains("many.txt") && table.lines().count() == 3, "{table}");
    let documents = desk.json("documents");
    let seen: Vec<(&serde_json::Value, &serde_json::Value, &serde_json::Value)> =
        documents.as_array().unwrap().iter().map(|d| (&d["label"], &d["title"], &d["group"])).collect();
    assert_eq!(
        seen,
        [(&json!("5"), &json!("IP 5"), &json!("Land")), (&json!("6"), &json!("IP 6"), &json!("Kommune"))]
    );
    // The same file is noticed for each interview in it, and as a whole.
    let again = desk.run("import many.txt");
    assert!(again.code == 1 && again.err.contains("2 of 2"), "{}", again.err);
    desk.fails("import many.txt --split no --label 9", 1, &["already"]);
    desk.ok("documents remove 6");
    let again = desk.run("import many.txt");
    assert!(again.code == 1 && again.err.contains("1 of 2"), "{}", again.err);
    assert_eq!(desk.json("documents").as_array().unwrap().len(), 2, "only the one that was gone comes back");
}

#[test]
fn a_batch_ends_with_a_table_and_the_bad_files_in_it() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("IP1.txt", "I: Eins?\nB: Ja.\n");
    desk.write("IP2.docx", b"PK\x03\x04 no archive after all");
    desk.write("IP3.txt", b"I: Gr\xfc\xdfe?\nB: Ja.\n");
    let answer = desk.run("import IP1.txt IP2.docx IP3.txt");
    let rows: Vec<&str> = answer.out.lines().collect();
    assert_eq!(rows.len(), 4, "{}", answer.out);
    assert!(rows[1].contains("IP1.txt") && rows[1].contains("I, B"), "{}", answer.out);
    assert!(rows[2].contains("IP2.docx") && rows[2].contains("unpacked"), "{}", answer.out);
    assert!(rows[3].contains("windows-1252") && rows[3].contains("--encoding"), "{}", answer.out);
    assert_eq!(answer.code, 3);
    let json = desk.json("import IP1.txt --again --label 9");
    assert_eq!((&json[0]["label"], json[0].get("preview")), (&json!("9"), None));
}
