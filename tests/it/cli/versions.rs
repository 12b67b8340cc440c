//! Versions of the codebook: kept, compared, and what leaves them.

use serde_json::{Value, json};

use super::Desk;

/// Codes of three kinds, kept as v1, and then changed in every way.
fn changed() -> Desk {
    let desk = Desk::with_study();
    desk.ok("codes add Obstacles/Legal Obstacles/Staff Obstacles/Personnel Benefits Rest Leftover");
    desk.ok("codes define Legal --definition 'Laws that stand in the way.' --apply 'A law is named.'");
    desk.ok("codebook version keep v1 --why 'after the pretests' --pass");
    desk.ok("codes rename Obstacles/Legal Law");
    desk.ok("codes define Law --definition 'Laws and rules.' --origin inductive");
    desk.ok("codes merge Obstacles/Personnel Obstacles/Staff");
    desk.ok("codes move Rest Benefits");
    desk.ok("codes remove Leftover");
    desk.ok("codes add Obstacles/Money");
    desk
}

fn changes(desk: &Desk, line: &str) -> Vec<(String, String, String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found = desk.json(line);
    let all = found["changes"].as_array().unwrap().iter().map(|one| {
        (
            text(&one["code"]),
            text(&one["change"]),
            text(&one["field"]),
            text(&one["before"]),
            text(&one["after"]),
        )
    });
    all.collect()
}

#[test]
fn what_has_changed_since_a_version_is_told_code_by_code() {
    let desk = changed();
    let told = changes(&desk, "codebook version compare v1");
    let told: Vec<[&str; 5]> = told.iter().map(|one| [&*one.0, &*one.1, &*one.2, &*one.3, &*one.4]).collect();
    assert_eq!(
        told,
        [
            ["Obstacles/Law", "renamed", "", "Legal", "Law"],
            ["Obstacles/Law", "redefined", "definition", "Laws that stand in the way.", "Laws and rules."],
            ["Obstacles/Law", "redefined", "origin", "", "inductive"],
            ["Obstacles/Money", "new", "", "", ""],
            ["Benefits/Rest", "moved", "", "the main codes", "Benefits"],
            ["Obstacles/Personnel", "merged", "", "", "Obstacles/Staff"],
            ["Leftover", "gone", "", "", ""],
        ]
    );
    let counts = desk.json("codebook version compare v1")["counts"].clone();
    assert_eq!(counts, json!({"new": 1, "merged": 1, "gone": 1, "renamed": 1, "moved": 1, "redefined": 1}));
    let text = desk.ok("codebook version compare v1 now");
    assert!(text.contains("Obstacles/Personnel\n  merged into Obstacles/Staff\n"), "{text}");
    assert!(text.contains("    - Laws that stand in the way.\n    + Laws and rules.\n"), "{text}");
    // Backwards, what is new is what was gone.
    let back = changes(&desk, "codebook version compare now v1");
    assert!(back.iter().any(|one| one.0 == "Leftover" && one.1 == "new"), "{back:?}");
}

#[test]
fn two_versions_compare_as_they_were_whatever_came_later() {
    let desk = changed();
    desk.ok("codebook version keep v2");
    desk.ok("codes remove Obstacles/Staff");
    desk.ok("codes rename Benefits Gains");
    let told = changes(&desk, "codebook version compare v1 V2");
    assert!(told.iter().any(|one| one.1 == "merged" && one.4 == "Obstacles/Staff"), "{told:?}");
    assert!(told.iter().all(|one| !one.0.contains("Gains")), "{told:?}");
    // To now, what was merged into a code that is gone is gone.
    let told = changes(&desk, "codebook version compare v1");
    assert!(told.iter().any(|one| one.0 == "Obstacles/Personnel" && one.1 == "gone"), "{told:?}");
    desk.ok("codebook version compare v1 v2 -o changes.csv");
    assert!(
        desk.read("changes.csv")
            .contains("code,change,field,before,after\r\nObstacles/Law,renamed,,Legal,Law")
    );
    assert_eq!(changes(&desk, "codebook version compare v2 v2"), []);
    assert!(desk.run("codebook version compare v2 v2").err.contains("Nothing has changed."));
}

#[test]
fn a_version_is_named_once_kept_whole_and_undone() {
    let desk = changed();
    desk.fails("codebook version keep V1", 1, &["is there already"]);
    desk.fails("codebook version keep now", 1, &["means the code system as it is"]);
    desk.fails("codebook version compare v9", 1, &["no version", "There are: v1."]);
    let listed = desk.json("codebook versions");
    assert_eq!(listed[0]["reason"], "after the pretests");
    assert_eq!((&listed[0]["codes"], &listed[0]["coder"]), (&json!(7), &json!("Anna")));
    assert_eq!(listed[0]["passes"], json!(["1"]));
    // As it was, with its UUIDs, to be taken in elsewhere.
    let book: Value = serde_json::from_str(&desk.ok("codebook version show v1 --json")).unwrap();
    assert_eq!(book["codes"][0]["children"][0]["name"], "Legal");
    desk.ok("codebook version change v1 --rename 'first' --why better");
    assert_eq!(desk.json("codebook version")[0]["name"], "first");
    desk.ok("undo");
    assert_eq!(desk.json("codebook version")[0]["reason"], "after the pretests");
    desk.ok("codebook version remove v1");
    assert_eq!(desk.json("codebook version"), json!([]));
    assert_eq!(desk.json("coders pass")[0]["version"], Value::Null);
    desk.ok("undo");
    assert_eq!(desk.json("coders pass")[0]["version"], "v1");
    let nothing = Desk::with_study();
    nothing.fails("codebook version keep v1", 1, &["no codes"]);
    assert_eq!(nothing.json("codebook version"), json!([]));
}

#[test]
fn a_pass_names_the_version_it_went_by() {
    let desk = changed();
    // The codes have changed since v1: a new pass is of no version that is kept.
    desk.ok("coders pass add 2");
    assert_eq!(desk.json("coders pass")[1]["version"], Value::Null);
    desk.ok("codebook version keep v2");
    desk.ok("coders pass add 3");
    assert_eq!(desk.json("coders pass")[2]["version"], "v2");
    desk.ok("coders pass list 2 --version v2");
    assert_eq!(desk.json("coders pass")[1]["version"], "v2");
    assert!(desk.ok("coders pass").contains("* 3  (codebook version v2)"));
    desk.ok("coders pass list 2 --version none");
    assert_eq!(desk.json("coders pass")[1]["version"], Value::Null);
}

#[test]
fn names_are_replaced_and_erased_words_leave_the_versions() {
    let desk = Desk::with_study();
    desk.ok("codes add Alpha");
    desk.ok("codes define Alpha --definition 'What \"Frau Müller\" says.'");
    desk.ok("codes define Alpha --anchor 5:4");
    let words = desk.json("codebook export")["codes"][0]["anchors"][0]["text"].as_str().unwrap().to_owned();
    desk.ok("codebook version keep v1");
    desk.ok("codes remove Alpha");
    desk.write("names.csv", "name,replacement\nFrau Müller,\"[Leiterin \"\"A\"\"]\"\n");
    desk.ok("pseudonyms import names.csv");
    let found = desk.ok("pseudonyms find --everywhere");
    assert!(found.contains("Codebook version"), "{found}");
    desk.ok("pseudonyms apply --everywhere");
    let book = desk.json("codebook version show v1");
    assert_eq!(book["codes"][0]["definition"], "What \"[Leiterin \"A\"]\" says.");
    assert_eq!(book["codes"][0]["anchors"][0]["text"], words.as_str());
    desk.ok("erase 5 --yes");
    let book = desk.json("codebook version show v1");
    assert_eq!(book["codes"][0]["anchors"], Value::Null);
    let bytes = std::fs::read(desk.path("study.absatz")).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains(&words), "erased words are still in the file");
}
