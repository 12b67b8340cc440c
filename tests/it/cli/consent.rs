//! Consent as it is written down, withdrawn, listed and asked for.

use serde_json::json;

use super::{Desk, has_keys};

/// Interview 5 with two persons, B1 and B2, whom nobody but the tables knows yet.
fn joint() -> Desk {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write(
        "IP05.txt",
        "I: Und?\nB1: Bei uns ja.\nB2: Bei uns nicht.\nI: Und sonst?\nB1: Nichts.\nB2: Gar nichts.\n",
    );
    desk.ok("import IP05.txt");
    let raw = crate::support::raw(&desk.path("study.absatz"));
    raw.execute_batch(
        "INSERT INTO person (uuid, name, position) VALUES ('a', 'Frau A', 1), ('b', 'Herr B', 2);
         UPDATE speaker SET person = (SELECT id FROM person WHERE name = 'Frau A') WHERE label = 'B1';
         UPDATE speaker SET person = (SELECT id FROM person WHERE name = 'Herr B') WHERE label = 'B2';",
    )
    .unwrap();
    desk
}

#[test]
fn consent_is_written_down_listed_and_exported() {
    let desk = Desk::with_study();
    assert!(desk.ok("consent").contains("no consent written down"));
    desk.ok("consent set 5 --given 2026-02-11 --quotations anonymous --scope \"thesis, papers\" --delete-by 2026-02-28");
    let row = &desk.json("consent")[0];
    has_keys(row, &["document", "concerns", "consents"]);
    assert_eq!(row["concerns"], json!(["overdue"]), "it is the first of March");
    let consent = &row["consents"][0];
    has_keys(
        consent,
        &["person", "given", "scope", "quotations", "withdrawn", "delete_recording_by", "note"],
    );
    assert_eq!((&consent["person"], &consent["quotations"]), (&json!(null), &json!("anonymous")));
    let text = desk.ok("consent");
    assert!(text.contains("recording to be deleted by 2026-02-28"), "{text}");
    assert!(!text.contains("Withdrawn"), "columns that nobody filled are left out: {text}");
    desk.ok("consent list -o consent.csv");
    assert!(desk.read("consent.csv").contains("5,,2026-02-11,anonymous,,2026-02-28,,\"thesis, papers\",,"));
    let doctor = desk.json("doctor");
    let odd = doctor["findings"].as_array().unwrap().iter().find(|odd| odd["kind"] == "recording-overdue");
    assert_eq!(odd.unwrap()["place"], "5");
    // As a German table writes it.
    desk.ok("consent set 5 --recording-deleted 1.3.2026");
    assert_eq!(desk.json("consent")[0]["consents"][0]["recording_deleted"], "2026-03-01");
    assert_eq!(desk.json("consent")[0]["concerns"], json!([]));
    // An empty value takes one away again.
    desk.ok("consent set 5 --given \"\"");
    assert_eq!(desk.json("consent")[0]["concerns"], json!(["missing"]));
    desk.ok("undo 3");
    assert_eq!(desk.json("consent")[0]["consents"], json!([]));
    desk.ok("redo");
    desk.ok("consent remove 5");
    desk.fails("consent remove 5", 1, &["Nothing is written down", "5"]);
}

#[test]
fn a_withdrawn_interview_is_named_until_it_is_erased() {
    let desk = Desk::with_study();
    desk.ok("consent set 5 --given 2026-02-11 --quotations yes");
    assert_eq!(desk.ok("consent check 5:2").trim(), "(IP 5: 2) may be quoted.");
    let said = desk.run("consent withdraw 5").err;
    assert!(said.contains("still in the file") && said.contains("absatz erase 5"), "{said}");
    assert_eq!(desk.json("consent")[0]["consents"][0]["withdrawn"], "2026-03-01");
    assert!(desk.ok("consent check 5:2").contains("the consent was withdrawn"));
    assert!(desk.ok("doctor").contains("withdrawn on 2026-03-01, and the interview is still in the file"));
    assert!(desk.ok("consent --lang de").contains("widerrufen 01.03.2026"));
    desk.ok("undo");
    assert_eq!(desk.json("consent check 5:2"), json!({"place": "(IP 5: 2)", "answer": "yes", "free": true}));
}

#[test]
fn days_and_names_that_are_none_change_nothing() {
    let desk = joint();
    let before = desk.history_length();
    desk.fails("consent set 5 --given yesterday", 1, &["“yesterday” is no day", "2026-03-01"]);
    desk.fails("consent set 5 --given 2026-02-30", 1, &["2026-02-30"]);
    desk.fails("consent set 5 --given 2026-02-03 --withdrawn 2026-01-01", 1, &["2026-02-03", "2026-01-01"]);
    desk.fails("consent set 5", 2, &["--quotations"]);
    desk.fails("consent set 5 --quotations maybe", 2, &["maybe", "anonymous"]);
    desk.fails("consent set 5 --person Niemand --quotations yes", 1, &["“Niemand”", "Frau A, Herr B"]);
    desk.fails("consent set 9 --quotations yes", 1, &["no document"]);
    desk.fails("consent release 5:2 changed", 1, &["other words"]);
    desk.fails("consent release 5:99 asked", 1, &["no paragraph 99"]);
    assert_eq!(desk.history_length(), before);
}

#[test]
fn the_members_of_a_joint_interview_decide_for_themselves() {
    let desk = joint();
    let answer = |place: &str| desk.json(&format!("consent check {place}"))["answer"].clone();
    assert_eq!(answer("5:2"), "unknown");
    desk.ok("consent set 5 --person \"frau a\" --given 2026-02-11 --quotations yes");
    desk.ok("consent set 5 --person \"Herr B\" --given 2026-02-11 --quotations ask");
    assert_eq!((answer("5:2"), answer("5:3"), answer("5:2-3")), (json!("yes"), json!("ask"), json!("ask")));
    assert_eq!(answer("5:1"), "yes", "the interviewer's question");
    desk.ok("consent release 5:3 asked");
    assert_eq!(answer("5:3"), "asked");
    desk.ok("consent release 5:3 changed --wording \"Bei anderen nicht.\"");
    assert!(desk.ok("consent check 5:3").contains("in these words: Bei anderen nicht."));
    assert_eq!(answer("5:6"), "ask");
    desk.ok("consent release 5:6 refused");
    assert_eq!(answer("5:5-6"), "refused");
    let listed = desk.json("consent releases");
    assert_eq!(listed.as_array().unwrap().len(), 2, "one answer a passage: {listed:#}");
    assert_eq!((&listed[0]["answer"], &listed[0]["text"]), (&json!("changed"), &json!("Bei uns nicht.")));
    desk.ok("consent releases -o passages.csv");
    assert!(desk.read("passages.csv").contains("citation,answer,at,wording,words-there"));
    desk.ok("consent withdraw 5 --person \"Herr B\" --on 2026-02-20");
    assert_eq!((answer("5:3"), answer("5:2")), (json!("withdrawn"), json!("yes")));
    assert!(desk.ok("consent").contains("Herr B withdrawn 2026-02-20"));
    desk.ok("undo 2");
    assert_eq!(answer("5:6"), "ask");
    // What is written down goes with its document and comes back with it.
    desk.ok("documents remove 5");
    desk.ok("undo");
    assert_eq!(desk.json("consent")[0]["consents"].as_array().unwrap().len(), 2);
}
