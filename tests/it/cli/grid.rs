//! The Summary Grid on the command line: states, condensations, how far it is, Summary Tables, files of every kind.

use serde_json::json;

use super::{Desk, has_keys};

/// Three interviews, two of them one case.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("IP01.txt", "I: Was fehlt?\nB: Geld fehlt.\nB: Das Amt ist alt.\n");
    desk.write("IP02.txt", "I: Und hier?\nB: Leute fehlen.\n");
    desk.write("IP03.txt", "I: Und dort?\nB: Nichts.\n");
    desk.ok("import IP01.txt --group Stadt");
    desk.ok("import IP02.txt IP03.txt --group Land");
    for path in ["Mangel/Geld", "Mangel/Leute", "Alter"] {
        desk.ok(&format!("codes add {path}"));
    }
    desk.ok("code 1:2 Geld");
    desk.ok("code 1:3 Alter");
    desk.ok("code 2:2 Leute");
    desk.ok("summary 1 Geld 'Money is missing.'");
    desk.ok("cases add Kreis --document 1,2");
    desk
}

#[test]
fn states_are_said_listed_counted_and_exported() {
    let desk = desk();
    desk.ok("summary 3 Alter --state not-asked");
    assert_eq!(desk.json("summary 3 Alter")["state"], "not-asked");
    let set = desk.json("cell-state nothing --document 2,3 --code Geld --code Leute");
    assert_eq!(set, json!({"state": "nothing", "cells": 3, "coded": 1, "dry_run": false}));
    assert_eq!(desk.json("cell-state").as_array().unwrap().len(), 4);
    let dry = desk.json("cell-state none --group Land --branch Mangel --dry-run");
    assert_eq!(dry["cells"], 6);
    assert_eq!(desk.json("cell-state").as_array().unwrap().len(), 4);
    // One operation, one undo.
    let before = desk.history_length();
    desk.ok("cell-state no-answer --group Land --code Mangel");
    assert_eq!(desk.history_length(), before + 1);
    assert!(desk.ok("history").contains("gave no answer on Mangel, 2 cells in all"));
    desk.ok("undo");
    // Counted: n of N with and without those not asked.
    let matrix = desk.json("matrix codes-documents --code Alter");
    assert_eq!(
        matrix["rows"][0],
        json!({"key": "Alter", "values": [1, 0, {"undefined": "not asked"}], "total": 1, "documents": 1, "of": 3, "asked": 2})
    );
    let without = desk.json("segments --without Alter");
    let why: Vec<_> =
        without.as_array().unwrap().iter().map(|row| (&row["document"], &row["state"])).collect();
    assert_eq!(why, [(&json!("IP 2"), &json!("not judged")), (&json!("IP 3"), &json!("not asked"))]);
    let answer = desk.run("segments --without Alter");
    assert!(
        answer.err.contains("One was not asked: 1 of the 2 documents asked have some."),
        "{}",
        answer.err
    );
    let by_case = desk.json("segments --without Geld --by case");
    assert_eq!(by_case, json!([]));
    desk.ok("coders status 2 done");
    assert_eq!(desk.json("segments --without Alter")[0]["state"], "looked at, nothing coded");
    // In every format.
    for format in ["csv", "html", "md", "json"] {
        let file = format!("grid.{format}");
        desk.ok(&format!("grid -o {file}"));
        let text = desk.read(&file);
        assert!(text.contains("not asked") && text.contains("Money is missing."), "{format}: {text}");
    }
    let table: serde_json::Value = serde_json::from_str(&desk.read("grid.json")).unwrap();
    let cell = &table["rows"][2][4 + 3];
    assert_eq!(cell["blocks"][0], json!({"kind": "state", "text": "not asked", "citation": ""}), "{table}");
    for format in ["xlsx", "docx"] {
        desk.ok(&format!("grid -o grid.{format}"));
        assert!(std::fs::read(desk.path(&format!("grid.{format}"))).unwrap().starts_with(b"PK"));
    }
    // What cannot be.
    desk.fails("summary 1 Geld --state nothing", 1, &["has segments of Mangel/Geld", "needs no state"]);
    desk.fails("cell-state maybe --document 1 --code Geld", 2, &["maybe", "not-asked, no-answer, nothing"]);
    desk.fails("cell-state nothing --code Geld", 2, &["Which cells?"]);
    desk.fails("cell-state nothing --from-guides", 2, &["not-asked --from-guides"]);
}

#[test]
fn what_the_guide_does_not_ask_is_not_asked() {
    let desk = desk();
    desk.write("guide.md", "1. Was fehlt?\n");
    desk.ok("guides import guide.md --name Leitfaden");
    desk.ok("guides asks Leitfaden Mangel");
    desk.ok("guides use Leitfaden 2 3");
    let set = desk.json("cell-state not-asked --from-guides");
    assert_eq!(set["cells"], 2);
    let states = desk.json("cell-state");
    assert_eq!(states[0], json!({"document": "2", "code": "Alter", "state": "not-asked", "coder": "Anna"}));
}

#[test]
fn documents_codes_and_cases_are_condensed() {
    let desk = desk();
    desk.ok("document-summary 1 'All is missing in the town.'");
    desk.ok("code-summary Mangel 'Missing everywhere.'");
    let mut answer = desk.run_with(&["case-summary", "Kreis", "-"], Some("A poor district.\n"));
    assert_eq!((answer.code, answer.out.as_str()), (0, ""));
    assert_eq!(desk.ok("case-summary Kreis"), "A poor district.\n");
    assert_eq!(desk.json("document-summary 1")["summary"], "All is missing in the town.");
    assert_eq!(
        desk.json("code-summary"),
        json!([{"code": "Mangel", "coder": "Anna", "summary": "Missing everywhere."}])
    );
    answer = desk.run("document-summary 2");
    assert!(answer.err.contains("There is no summary of 2 yet"), "{}", answer.err);
    // At the edges of the grid, in text, JSON and files; found by a search.
    let grid = desk.json("grid");
    assert_eq!(grid["code_summaries"], json!([{"code": "Mangel", "summary": "Missing everywhere."}]));
    assert_eq!(grid["case_summaries"][0]["case"], "Kreis");
    desk.ok("grid --rows case -o cases.md");
    let text = desk.read("cases.md");
    for words in ["A poor district.", "All is missing in the town. (IP 1)", "Missing everywhere."] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let found = desk.json("search missing --in summaries");
    let of: Vec<&str> = found.as_array().unwrap().iter().map(|hit| hit["of"].as_str().unwrap()).collect();
    assert_eq!(of, ["cell", "document", "code"]);
    assert_eq!(desk.json("search missing --in summaries --document 2").as_array().unwrap().len(), 0);
    assert_eq!(desk.json("search district --in summaries")[0]["case"], "Kreis");
    desk.ok("case-summary Kreis ''");
    assert!(desk.json("case-summary Kreis")["summary"].is_null());
    desk.ok("undo");
    assert_eq!(desk.json("case-summary").as_array().unwrap().len(), 1);
    // A case goes with its summary and comes back with it.
    desk.ok("cases remove Kreis");
    desk.ok("undo");
    assert_eq!(desk.ok("case-summary Kreis"), "A poor district.\n");
}

#[test]
fn the_grid_says_how_far_it_is_and_what_waits() {
    let desk = desk();
    let grid = desk.json("grid");
    has_keys(&grid, &["documents", "codes", "cells", "rows", "level", "notes"]);
    assert_eq!((&grid["level"]["cells"], &grid["level"]["summarised"]), (&json!(12), &json!(1)));
    assert_eq!(grid["level"]["waiting"], 2);
    assert_eq!(grid["rows"][0]["level"]["waiting"], 1);
    assert!(desk.run("grid").err.contains("1 of 12 cells summarised; 2 with segments wait."));
    let waiting = desk.json("grid --waiting");
    let cells: Vec<_> =
        waiting["rows"].as_array().unwrap().iter().map(|row| (&row["document"], &row["code"])).collect();
    assert_eq!(cells, [(&json!("IP 1"), &json!("Alter")), (&json!("IP 2"), &json!("Mangel/Leute"))]);
    let level = desk.json("grid --level --with-subcodes");
    let all = level["rows"].as_array().unwrap().last().unwrap();
    assert_eq!((&all["of"], &all["waiting"]), (&json!("(all)"), &json!(4)));
    // Chosen by a condition, by group, arranged and put together.
    assert_eq!(desk.json("grid --where 'group = Land'")["documents"], json!(["2", "3"]));
    let compared = desk.json("grid --compare group");
    let names: Vec<_> = compared["rows"].as_array().unwrap().iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, ["Stadt", "Land"]);
    assert_eq!(compared["rows"][1]["documents"], json!(["2", "3"]));
    desk.ok("grid --compare group --transpose --only summaries -o groups.csv");
    assert!(desk.read("groups.csv").contains("code,Stadt,Land\r\n"), "{}", desk.read("groups.csv"));
    desk.fails("grid --by colour", 1, &["colour"]);
    desk.fails("grid --by group --compare group", 2, &["cannot be used with"]);
}

#[test]
fn a_summary_table_is_kept_shown_turned_and_removed() {
    let desk = desk();
    desk.ok("documents variables add level");
    desk.ok("documents set 1 --variable level=Town");
    let made =
        desk.json("table create Short --document 1,2 --branch Mangel --variables level --only summaries");
    assert_eq!(made["codes"], json!(["Mangel", "Mangel/Geld", "Mangel/Leute"]));
    assert_eq!((&made["variables"], &made["variables_in"]), (&json!(["level"]), &json!("columns")));
    desk.fails("table create short --code Alter", 1, &["Short", "--replace"]);
    let table = desk.json("table Short");
    assert_eq!(table["columns"], json!(["document", "level", "Mangel", "Mangel/Geld", "Mangel/Leute"]));
    assert_eq!(table["rows"][0]["Mangel/Geld"], "Money is missing.");
    assert_eq!(table["rows"][0]["level"], "Town");
    let turned = desk.json("table Short --transpose --variables level");
    assert_eq!(turned["columns"], json!(["code", "1", "2"]));
    assert_eq!(turned["rows"][0], json!({"code": "level", "1": "Town", "2": null}));
    desk.ok("table Short -o short.md");
    assert!(desk.read("short.md").contains("Money is missing."));
    desk.ok("codes rename Geld Mittel");
    assert_eq!(desk.json("table Short")["columns"][3], "Mangel/Mittel");
    desk.ok("table create Short --code Alter --variables level --variables-in first --replace");
    let text = desk.ok("table Short");
    assert!(text.contains("IP 1 · level: Town"), "{text}");
    desk.ok("table rename Short Long");
    assert_eq!(desk.json("table list")[0]["name"], "Long");
    assert!(desk.ok("table").contains("Long"));
    desk.fails("table Short", 1, &["Short", "There are: Long"]);
    desk.ok("table remove Long");
    assert_eq!(desk.json("table list"), json!([]));
    desk.ok("undo");
    assert_eq!(desk.json("table list").as_array().unwrap().len(), 1);
}
