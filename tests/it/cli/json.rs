//! The JSON that scripts rely on, by its keys; errors too.

use serde_json::{Value, json};

use super::{Desk, has_keys};

fn coded() -> Desk {
    let desk = Desk::with_study();
    desk.ok("codes add A/B");
    desk.ok("code 5:2 B");
    desk.ok("summary 5 B Satz");
    desk
}

#[test]
fn documents_and_texts() {
    let desk = coded();
    let documents = desk.json("documents list");
    has_keys(
        &documents[0],
        &[
            "label",
            "title",
            "group",
            "paragraphs",
            "words",
            "characters",
            "speakers",
            "reader",
            "sha256",
            "variables",
        ],
    );
    assert_eq!(documents[0]["speakers"], json!(["I", "B"]));
    assert_eq!(documents[0]["sha256"].as_str().unwrap().len(), 64);
    let text = desk.json("text 5");
    has_keys(&text, &["label", "paragraphs"]);
    let paragraph = &text["paragraphs"][1];
    has_keys(paragraph, &["n", "start", "end", "speaker", "time", "text", "speech"]);
    assert_eq!((&paragraph["n"], &paragraph["start"]), (&json!(2), &json!(19)));
    assert_eq!(paragraph["text"], "B: Mit einem Brief vom Landkreis.");
    assert_eq!(paragraph["speech"], "Mit einem Brief vom Landkreis.");
    assert_eq!(paragraph["speaker"], "B");
    assert!(paragraph["time"].is_null());
}

#[test]
fn times_are_seconds_and_unnumbered_lines_have_no_number() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("1.txt", "Anna  0:03\nErster Satz.\nBen  0:07\nZweiter Satz.\nAnna  0:11\nDritter.\n");
    desk.ok("import 1.txt");
    let text = desk.json("text 1");
    assert_eq!((&text["paragraphs"][0]["n"], &text["paragraphs"][1]["n"]), (&json!(null), &json!(1)));
    assert_eq!(text["paragraphs"][1]["time"], 3.0);
}

#[test]
fn codes_segments_grid_history() {
    let desk = coded();
    let codes = desk.json("codes list");
    has_keys(&codes[0], &["path", "color", "segments", "segments_with_subcodes", "definition"]);
    assert_eq!((&codes[0]["segments"], &codes[0]["segments_with_subcodes"]), (&json!(0), &json!(1)));
    let segments = desk.json("segments");
    has_keys(
        &segments[0],
        &[
            "document",
            "code",
            "coder",
            "start",
            "end",
            "first_paragraph",
            "last_paragraph",
            "citation",
            "text",
            "weight",
            "comment",
        ],
    );
    assert_eq!((&segments[0]["start"], &segments[0]["end"]), (&json!(19), &json!(52)));
    assert!(segments[0]["weight"].is_null());
    let grid = desk.json("grid");
    has_keys(&grid, &["documents", "codes", "cells"]);
    has_keys(&grid["cells"][0], &["document", "code", "segments", "summary"]);
    assert_eq!(grid["codes"], json!(["A", "A/B"]));
    let history = desk.json("history");
    has_keys(&history[0], &["id", "at", "coder", "operation", "label", "undone"]);
    assert_eq!((&history[0]["operation"], &history[0]["undone"]), (&json!("write-summary"), &json!(false)));
    assert_eq!(history[0]["at"], "2026-03-01T09:15:02.000Z");
    assert_eq!(desk.json("undo")[0]["undone"], true);
    let history = desk.json("history --code B -n 2");
    assert_eq!(history[1]["undone"], true, "{history:#}");
    assert_eq!(desk.json("redo")[0]["undone"], false);
    let answer = desk.run("undo 99 --json");
    assert!(answer.code == 1 && answer.out.contains("import-document"), "what was undone is told");
    assert!(answer.err.contains("refused"), "and that there was no more: {}", answer.err);
}

#[test]
fn everything_that_prints_has_json() {
    let desk = coded();
    for line in [
        "documents",
        "documents show 5",
        "documents variables",
        "documents variables set 5 a=b",
        "documents set 5 --title T",
        "text 5",
        "codes",
        "codes add X",
        "codes rename X Y",
        "codes move Y A",
        "codes recolor Y '#123456'",
        "codes define Y --definition D",
        "codes merge Y B",
        "codes remove B",
        "undo",
        "redo",
        "undo",
        "code 5:3 B",
        "uncode 5:3 B",
        "segments",
        "search Brief",
        "summary 5 B",
        "grid",
        "memo",
        "memo write Notiz",
        "paraphrase",
        "paraphrase set 5:2 Wort",
        "paraphrase remove 5:2",
        "coders",
        "coders add Ben",
        "coders rename Ben Benno",
        "coders use Anna",
        "coders status",
        "coders status 5 done",
        "coders choose 5 Anna",
        "coders release",
        "history",
        "doctor",
        "codebook export",
        "documents remove 5",
        "undo",
        "doctor --backup copy.bak",
        "segments -o s.csv",
        "codebook export -o c.json",
        "codebook import c.json",
        "man -o man",
        "new third.absatz --coder Zoe",
    ] {
        let value = desk.json(line);
        assert!(value.is_object() || value.is_array(), "{line}: {value}");
    }
}

#[test]
fn errors_are_json_on_stderr() {
    let desk = coded();
    for (line, code, kind) in [
        ("text 77 --json", 1, "not-found"),
        ("code 5:99 B --json", 1, "not-found"),
        ("code 5:2@40-20 B --json", 1, "invalid"),
        ("codes add A/B --json", 1, "refused"),
        ("segments --nonsense --json", 2, "usage"),
        ("cods --json", 2, "usage"),
        ("-p nowhere.absatz codes --json", 1, "not-found"),
    ] {
        let err = desk.fails(line, code, &[]);
        let value: Value =
            serde_json::from_str(&err).unwrap_or_else(|error| panic!("{line}: {error}\n{err}"));
        has_keys(&value["error"], &["kind", "message", "hint", "file", "place"]);
        assert_eq!(value["error"]["kind"], kind, "{line}: {err}");
    }
}

#[test]
fn json_speaks_english_whatever_the_person_speaks() {
    let desk = coded();
    assert!(desk.ok("history --lang de").contains("Wann"));
    assert!(desk.ok("undo --lang de").contains("Rückgängig"));
    let label = desk.json("history --lang de")[0]["label"].as_str().unwrap().to_owned();
    assert!(label.starts_with("undid"), "{label}");
}

#[test]
fn agreement() {
    let desk = coded();
    desk.ok("coders add Ben");
    desk.ok("--coder Ben code 5:2 B");
    desk.ok("coders status 5 done");
    desk.ok("--coder Ben coders status 5 done");
    desk.ok("coders release");
    let found = desk.json("agreement");
    has_keys(&found, &["unit", "coders", "documents", "declared_codes", "codes", "overall"]);
    assert_eq!(found["unit"], "paragraph");
    assert_eq!(found["coders"], json!(["Anna", "Ben"]));
    assert_eq!(found["documents"], json!(["5"]));
    let code = &found["codes"][1];
    has_keys(code, &["code", "units", "agreements", "disagreements", "statistics"]);
    assert_eq!((&code["code"], &code["statistics"]["cohen_kappa"]), (&json!("A/B"), &json!(1.0)));
    // Nobody used A itself: no variation, which is null and not 0 or 1.
    let unused = &found["codes"][0];
    assert!(unused["statistics"]["krippendorff_alpha"].is_null());
    assert_eq!(unused["undefined"]["krippendorff_alpha"], "no-variation");
    assert_eq!(found["overall"]["statistics"]["pooled_kappa"], 1.0);
}
