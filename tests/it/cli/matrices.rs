//! Matrices, coverage, portraits and words on the command line: text, JSON, files and pictures.

use serde_json::json;

use super::{Desk, has_keys};

/// A study that can be counted by hand (the same as in `matrices.rs`).
fn desk() -> Desk {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("IP01.txt", "I: Was fehlt?\nB: Geld fehlt, und Leute fehlen.\nB: Das Amt ist alt.\n");
    desk.write("IP02.txt", "I: Und hier?\nB: Leute fehlen.\n");
    desk.ok("import IP01.txt --group Stadt");
    desk.ok("import IP02.txt --group Land");
    for path in ["Mangel/Geld", "Mangel/Leute", "Alter"] {
        desk.ok(&format!("codes add {path}"));
    }
    desk.run_with(&["code", "1:2\"Geld fehlt\"", "Geld"], None);
    desk.run_with(&["code", "1:2\"Leute fehlen\"", "Leute"], None);
    desk.ok("code 1:3 Alter");
    desk.ok("code 2:2 Leute");
    desk
}

#[test]
fn matrices_answer_in_json_with_headings_and_totals() {
    let desk = desk();
    let matrix = desk.json("matrix codes-documents --with-subcodes");
    has_keys(&matrix, &["name", "columns", "rows", "totals", "notes"]);
    assert_eq!((&matrix["name"], &matrix["columns"]), (&json!("codes-documents"), &json!(["1", "2"])));
    assert_eq!(
        matrix["rows"][0],
        json!({"key": "Mangel", "values": [2, 1], "total": 3, "documents": 2, "of": 2})
    );
    assert_eq!(
        matrix["totals"],
        json!([{"key": "(total)", "values": [3, 1], "total": 4, "documents": 2, "of": 2}])
    );
    let turned =
        desk.json("matrix codes-documents --transpose --code Alter --code Leute --measure documents");
    assert_eq!(turned["columns"], json!(["Mangel/Leute", "Alter"]));
    assert_eq!(turned["rows"][0]["values"], json!([1, 1]));
    let near = desk.json("matrix codes-codes --relation near:0 --code Geld --code Leute");
    assert_eq!(near["rows"][0]["values"], json!([1, 1]));
    let pairs = desk.json("matrix codes-codes --relation near:0 --pairs");
    assert_eq!(pairs["rows"][0]["together"], json!(1));
    let groups = desk.json("matrix codes-groups --measure documents --percent column");
    assert_eq!(groups["columns"], json!(["Stadt", "Land"]));
    assert_eq!(groups["rows"][1]["values"], json!([1.0, 0.0]));
    assert_eq!(
        groups["totals"][1],
        json!({"key": "(interviews)", "values": [1, 1], "documents": null, "of": null})
    );
    let coverage = desk.json("coverage --main-codes");
    assert_eq!(coverage["rows"][0]["code"], "Mangel");
    assert_eq!(coverage["rows"][0]["characters"], json!(35));
    assert_eq!(desk.json("portrait 1 --tiles 5")["rows"].as_array().unwrap().len(), 5);
    let codeline = desk.json("codeline 1");
    assert_eq!(codeline["columns"], json!(["Mangel/Geld", "Mangel/Leute", "Alter"]));
    assert_eq!(codeline["rows"][1], json!({"key": "3", "values": [null, null, 1.0]}));
    let words = desk.json("words --min-count 2");
    has_keys(&words["rows"][1], &["word", "count", "share", "documents"]);
    assert_eq!((&words["rows"][1]["word"], &words["rows"][1]["count"]), (&json!("Leute"), &json!(2)));
    let concordance = desk.json("concordance leute");
    assert_eq!(concordance["rows"][0]["before"], "Geld fehlt, und");
}

#[test]
fn what_is_counted_is_narrowed() {
    let desk = desk();
    desk.ok("sets add Welle --document 2");
    desk.ok("sets add Thema --code Alter");
    assert_eq!(desk.json("matrix codes-documents --set Welle")["columns"], json!(["2"]));
    assert_eq!(desk.json("matrix codes-documents --set Thema")["rows"][0]["key"], "Alter");
    assert_eq!(desk.json("matrix codes-documents --group Stadt")["columns"], json!(["1"]));
    let branch = desk.json("matrix codes-documents --branch Mangel");
    assert_eq!(branch["rows"].as_array().unwrap().len(), 3);
    assert_eq!(desk.json("matrix codes-sets Welle")["columns"], json!(["Welle"]));
    desk.fails("matrix codes-sets Thema", 1, &["Thema", "set of codes"]);
    desk.fails("matrix codes-documents --set Nichts", 1, &["Nichts", "Thema"]);
    desk.fails("matrix codes-documents --code Nichts", 1, &["Nichts"]);
    desk.ok("documents set 2 --stage pretest");
    let without = desk.json("matrix codes-documents --without-pretests");
    assert_eq!(without["columns"], json!(["1"]));
    assert!(without["notes"].to_string().contains("One pretest is left out"));
}

#[test]
fn what_is_wrong_is_said() {
    let desk = desk();
    desk.fails("matrix codes-codes --relation nearby", 2, &["near:N"]);
    desk.fails("matrix codes-groups --measure share --percent row", 2, &["per cent already", "--percent"]);
    desk.fails("matrix codes-variable level", 1, &["level"]);
    desk.fails("words --stop-words nowhere.txt", 1, &["nowhere.txt", "de, en, none"]);
    desk.write("latin.txt", b"\xfcber\n");
    desk.fails("words --stop-words latin.txt", 3, &["latin.txt", "UTF-8"]);
    desk.fails("segments -o segments.svg", 2, &["svg", "xlsx"]);
    desk.fails("concordance Leute -o leute.png", 2, &["png"]);
    desk.fails("portrait 9", 1, &["9"]);
    desk.fails("concordance \"[\" --regex", 1, &["["]);
    desk.ok("matrix codes-documents -o m.svg");
    desk.fails("matrix codes-documents -o m.svg", 1, &["m.svg", "--force"]);
}

#[test]
fn figures_are_written_as_tables_and_pictures() {
    let desk = desk();
    for (command, name) in [
        ("matrix codes-documents", "a"),
        ("matrix codes-codes --coefficient jaccard", "b"),
        ("matrix codes-groups", "c"),
        ("coverage", "d"),
        ("portrait 1", "e"),
        ("codeline 1", "f"),
        ("words", "g"),
    ] {
        for ending in ["svg", "png", "xlsx", "csv", "docx", "html", "md", "json"] {
            let file = format!("{name}.{ending}");
            desk.ok(&format!("{command} -o {file}"));
            let bytes = std::fs::read(desk.path(&file)).unwrap();
            let begins: &[u8] = match ending {
                "svg" => b"<?xml",
                "png" => b"\x89PNG\r\n",
                "xlsx" | "docx" => b"PK",
                _ => b"",
            };
            assert!(bytes.starts_with(begins) && bytes.len() > 40, "{command} {file}");
        }
    }
    assert!(desk.ok("coverage --format svg").starts_with("<?xml"));
    // The caption names the analysis set.
    assert!(desk.read("a.svg").contains("Analysis set Anna"));
    let german = desk.ok("--lang de matrix codes-documents --measure share");
    assert!(german.contains("Einer der Codes") && german.contains(" %"), "{german}");
}

#[test]
fn files_have_published_values_and_replaced_names() {
    let desk = desk();
    desk.ok("documents variables add size --disclosure recoded");
    desk.ok("documents set 1 --variable size=14000 --published size=small");
    desk.ok("documents set 2 --variable size=9000 --published size=small");
    assert_eq!(desk.json("matrix codes-variable size")["columns"], json!(["9000", "14000"]));
    assert_eq!(desk.json("matrix codes-variable size --published")["columns"], json!(["small"]));
    desk.ok("matrix codes-variable size -o crosstab.csv");
    assert!(desk.read("crosstab.csv").lines().next().unwrap().contains("small"));
    desk.ok("matrix codes-variable size --working -o working.csv");
    assert!(desk.read("working.csv").lines().next().unwrap().contains("14000"));
    // A name in a code's name.
    desk.ok("codes add \"Frau Seidel\"");
    desk.ok("code 2:2 \"Frau Seidel\"");
    desk.ok("pseudonyms add Seidel P1");
    let answer = desk.run("codeline 2 -o names.svg");
    assert!(
        answer.err.contains("Names") || answer.err.contains("names") || answer.err.contains("name"),
        "{}",
        answer.err
    );
    desk.ok("pseudonyms exports on");
    desk.ok("codeline 2 -o replaced.svg");
    let svg = desk.read("replaced.svg");
    assert!(svg.contains("P1") && !svg.contains("Seidel"), "{svg}");
}
