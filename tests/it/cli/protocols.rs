//! Memos that begin with a template, memos on groups and cases, and the logbook.

use serde_json::json;

use super::{Desk, has_keys};

#[test]
fn an_interview_protocol_begins_with_the_template() {
    let desk = Desk::with_study();
    let memo = desk.json("memo new --document 5");
    has_keys(&memo, &["on", "document", "title", "text", "template", "dated", "group", "case"]);
    assert_eq!((&memo["title"], &memo["template"]), (&json!("Interview protocol"), &json!("protocol")));
    for heading in ["## Place", "## Date", "## Duration", "## Atmosphere", "## Particulars"] {
        assert!(memo["text"].as_str().unwrap().lines().any(|line| line == heading), "{memo:#}");
    }
    let uuid = desk.ok("memo new --template Interviewprotokoll --document 5 --lang de");
    let german = desk.json(&format!("memo show {}", uuid.trim()));
    assert!(german["text"].as_str().unwrap().contains("## Atmosphäre\n"), "{german:#}");
    assert_eq!(german["template"], "protocol");
    // It is filled in as any memo is.
    let text = german["text"].as_str().unwrap().replace("## Ort\n", "## Ort\n\nRathaus, Besprechungsraum\n");
    let line = ["memo", "write", "--edit", uuid.trim(), "-"];
    assert_eq!(desk.run_with(&line, Some(&text)).code, 0);
    let written = desk.json(&format!("memo show {}", uuid.trim()));
    assert!(written["text"].as_str().unwrap().contains("Rathaus"));
    assert_eq!(written["template"], "protocol", "it stays what it was begun with");
    desk.fails("memo new", 2, &["On what", "--document 5"]);
}

#[test]
fn templates_of_the_study_are_added_set_and_removed() {
    let desk = Desk::with_study();
    assert_eq!(desk.json("memo template")[0]["given"], true);
    assert!(desk.ok("memo template show protocol").starts_with("## Place\n"));
    desk.ok("memo template add Fallnotiz \"## Erster Eindruck\" --kind case");
    desk.fails("memo template add fallnotiz x", 1, &["already", "template set"]);
    desk.fails("memo template set Andere x", 1, &["no template “Andere”", "protocol"]);
    desk.ok("memo template add Zweite \"## Zweitens\"");
    desk.fails(
        "memo template rename Zweite fallnotiz",
        1,
        &["already a template “Fallnotiz”", "Choose another"],
    );
    desk.fails("memo template rename protocol Mein", 1, &["comes with the program"]);
    desk.fails("memo template rename Dritte Mein", 1, &["no template “Dritte”"]);
    desk.ok("memo template rename zweite Nachtrag");
    assert_eq!(desk.json("memo template show nachtrag")["text"], "## Zweitens");
    desk.ok("memo template remove Nachtrag");
    desk.fails("memo template add Leer \" \"", 1, &["no text"]);
    desk.fails("memo template remove protocol", 1, &["comes with the program"]);
    let line = ["memo", "template", "set", "Fallnotiz", "-"];
    assert_eq!(desk.run_with(&line, Some("## Eindruck\n## Offen\n")).code, 0);
    let memo = desk.json("memo new --template fallnotiz --document 5 --title Eindruck");
    assert_eq!((&memo["title"], &memo["text"]), (&json!("Eindruck"), &json!("## Eindruck\n## Offen")));
    desk.ok("memo template remove Fallnotiz");
    assert_eq!(desk.json("memo")[0]["template"], "Fallnotiz", "the memo stays");
    desk.ok("undo");
    assert_eq!(desk.json("memo template").as_array().unwrap().len(), 2);
    // One's own protocol takes the place of the one that comes with the program.
    desk.ok("memo template add protocol \"## Raum\"");
    assert_eq!(desk.json("memo new --document 5")["text"], "## Raum");
    desk.ok("memo template remove protocol");
    assert!(desk.ok("memo template show protocol").starts_with("## Place"));
}

#[test]
fn memos_are_on_groups_and_cases() {
    let desk = Desk::with_study();
    let raw = crate::support::raw(&desk.path("study.absatz"));
    raw.execute_batch("INSERT INTO study_case (uuid, name, position) VALUES ('c', 'Moorbach', 1);").unwrap();
    let memo = desk.json("memo write --group land \"Anders als die Kommunen.\"");
    assert_eq!((&memo["on"], &memo["group"]), (&json!("group"), &json!("Land")));
    let memo = desk.json("memo write --case Moorbach \"Zwei Interviews.\"");
    assert_eq!((&memo["on"], &memo["case"]), (&json!("case"), &json!("Moorbach")));
    assert_eq!(desk.json("memo list --group Land").as_array().unwrap().len(), 1);
    assert_eq!(desk.json("memo list --case Moorbach").as_array().unwrap().len(), 1);
    assert!(desk.ok("memo").contains("case Moorbach"));
    desk.fails("memo write --group Bund x", 1, &["no group “Bund”", "Land"]);
    desk.fails("memo write --case Bund x", 1, &["no case “Bund”", "Moorbach"]);
    desk.ok("undo 2");
    assert_eq!(desk.json("memo"), json!([]));
}

#[test]
fn an_entry_of_the_logbook_is_about_a_day() {
    let desk = Desk::with_study();
    let uuid = desk.ok("memo write --on logbook \"Feldphase beendet.\" --dated 2026-02-20");
    let uuid = uuid.trim();
    assert_eq!(desk.json(&format!("memo show {uuid}"))["dated"], "2026-02-20");
    assert!(desk.ok("memo list --on logbook").contains("2026-02-20"));
    desk.ok(&format!("memo write --edit {uuid} \"Feldphase wirklich beendet.\""));
    assert_eq!(desk.json(&format!("memo show {uuid}"))["dated"], "2026-02-20", "the day stays");
    desk.ok(&format!("memo write --edit {uuid} \"Feldphase beendet.\" --dated \"\""));
    assert!(desk.json(&format!("memo show {uuid}"))["dated"].is_null());
    desk.fails("memo write --on logbook x --dated gestern", 1, &["“gestern” is no day"]);
    desk.fails("memo write --document 5 x --dated 2026-02-20", 1, &["logbook"]);
}
