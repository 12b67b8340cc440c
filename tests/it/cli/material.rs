//! Cases, persons, sets, variables and the tables of the material on the command line.

use serde_json::json;

use super::{Desk, has_keys};

/// A study with two interviews, one of them with two persons.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("IP01.txt", "I: Und?\nB: Ja.\n");
    desk.write("IP02.txt", "I: Und?\nB1: Ja.\nB2: Nein.\nI: Gut.\nB1: Gut.\nB2: Doch.\n");
    desk.ok("import IP01.txt IP02.txt --speakers I,B,B1,B2");
    desk
}

#[test]
fn cases_persons_and_sets_have_the_verbs_of_documents() {
    let desk = desk();
    let case = desk.json("cases add Moorbach --document 1 --variable size=14000 --published size=small");
    has_keys(&case, &["name", "documents", "persons", "variables", "published"]);
    assert_eq!((&case["documents"], &case["published"]), (&json!(["1"]), &json!({"size": "small"})));
    desk.fails("persons add P2 --speaker 2", 1, &["2:B1", "B1, B2"]);
    desk.fails("persons add P2 --speaker 2:B9", 1, &["B9", "B1, B2"]);
    let person = desk.json("persons add P2 --speaker 2:B1 --variable function=Leitung");
    assert_eq!(person["speakers"], json!([{"document": "2", "speaker": "B1"}]));
    desk.ok("persons add P1 --speaker 1");
    assert_eq!(desk.json("persons")[1]["case"], "Moorbach");
    assert_eq!(desk.json("cases")[0]["persons"], json!(["P1"]));
    // A person of a joint interview belongs to another case than the document.
    desk.ok("cases add Landkreis");
    assert_eq!(
        desk.json("persons set P2 --case landkreis --published function=-")["published"],
        json!({"function": ""})
    );
    assert_eq!(desk.json("persons")[0]["case"], "Landkreis");
    desk.ok("documents set 2 --case Moorbach --position 1 --variable mode=Video");
    let documents = desk.json("documents");
    assert_eq!((&documents[0]["label"], &documents[0]["case"]), (&json!("2"), &json!("Moorbach")));
    assert_eq!(documents[0]["variables"], json!({"mode": "Video"}));
    desk.ok("cases set Moorbach --without 2 --name \"Stadt Moorbach\" --position 2");
    assert_eq!(desk.json("cases")[1]["documents"], json!(["1"]));
    desk.ok("codes add Hindernisse");
    desk.ok("sets add offen --code Hindernisse");
    desk.fails("sets add Offen --document 1", 1, &["offen"]);
    desk.ok("sets add Welle --document 1,2");
    desk.ok("sets set Welle --without-document 1 --name \"Erste Welle\"");
    let sets = desk.json("sets");
    has_keys(&sets[0], &["name", "kind", "members"]);
    assert_eq!(sets[0]["members"], json!(["2"]));
    desk.fails("sets set offen --document 1", 1, &["codes"]);
    desk.ok("sets remove offen \"Erste Welle\"");
    desk.ok("undo");
    assert_eq!(desk.json("sets").as_array().unwrap().len(), 2, "one undo for the whole call");
    desk.ok("persons remove P1");
    desk.ok("cases remove Landkreis");
    assert_eq!(desk.json("persons").as_array().unwrap().len(), 1);
    for line in
        ["cases set Moorbach", "cases remove Nirgends", "persons set P9 --name P1", "sets remove nichts"]
    {
        assert_ne!(desk.run(line).code, 0, "{line}");
    }
}

#[test]
fn variables_are_added_changed_and_removed() {
    let desk = desk();
    let made = desk.json("documents variables add date --kind date --disclosure never");
    assert_eq!(made, json!({"name": "date", "kind": "date", "of": "document", "disclosure": "never"}));
    desk.fails("documents variables set 1 date=bald", 1, &["document 1, date", "bald", "no date"]);
    desk.ok("documents variables set 1 date=1.3.2026");
    assert_eq!(desk.json("documents variables")[0]["variables"], json!({"date": "2026-03-01"}));
    desk.fails("cases variables add Date", 1, &["documents"]);
    desk.ok("documents variables change date --name Datum --position 1 --disclosure as-is");
    desk.fails("documents variables change Datum --kind integer", 1, &["2026-03-01"]);
    desk.fails("documents variables change Datum", 2, &["--kind"]);
    desk.fails("documents variables change Datum --of case", 1, &["2026-03-01", "document 1"]);
    desk.ok("cases add Moorbach --document 1");
    desk.ok("documents variables change Datum --of case");
    assert_eq!(desk.json("cases")[0]["variables"], json!({"Datum": "2026-03-01"}));
    desk.ok("cases variables remove Datum");
    desk.ok("undo 1");
    assert_eq!(desk.json("cases variables")[0]["variables"], json!({"Datum": "2026-03-01"}));
}

#[test]
fn values_come_from_tables_with_an_error_for_each_wrong_row() {
    let desk = desk();
    desk.write("values.csv", "Kennung;size;Ort\n1;viele;Moorbach\n2;300;\n9;1;X\n;2;Y\n1;4;Z\n");
    desk.ok("documents variables add size --kind integer");
    let before = desk.history_length();
    let answer = desk.run("documents variables import values.csv --dry-run");
    assert_eq!(answer.code, 1);
    for words in ["Row 2, column size: “viele” is no whole number", "Row 4", "Row 5", "row 2"] {
        assert!(answer.out.contains(words), "{words}: {}{}", answer.out, answer.err);
    }
    desk.fails("documents variables import values.csv", 1, &["4 rows or columns", "--skip-errors"]);
    assert_eq!(desk.history_length(), before, "nothing is written while a row is wrong");
    let plan = desk.json("documents variables import values.csv --skip-errors");
    has_keys(&plan, &["by", "columns", "ignored", "values", "added", "unchanged", "errors"]);
    has_keys(&plan["values"][0], &["row", "whose", "variable", "published", "before", "after"]);
    has_keys(&plan["errors"][0], &["row", "column", "message"]);
    assert_eq!(plan["errors"].as_array().unwrap().len(), 4);
    assert_eq!(desk.json("documents")[1]["variables"], json!({"size": "300"}));
    assert_eq!(desk.history_length(), before + 1);
    desk.ok("undo");
    assert_eq!(desk.json("documents")[1]["variables"], json!({}));
    // By file, with kinds that are guessed or told; persons that are new only when asked for.
    desk.write("files.csv", "file,dauer,kommt\nIP01.txt,1:05,ja\nIP02.txt,58 min,nein\n");
    desk.ok("documents variables import files.csv --kind kommt=text");
    assert_eq!(desk.json("documents")[0]["variables"], json!({"dauer": "1:05", "kommt": "ja"}));
    desk.write(
        "persons.csv",
        "person,function,function (published)\nP1,Bürgermeisterin,Leitung\nP2,Referent,-\n",
    );
    desk.fails("persons variables import persons.csv", 1, &["P1", "--add"]);
    desk.ok("persons variables import persons.csv --add");
    assert_eq!(desk.json("persons")[1]["published"], json!({"function": ""}));
    desk.write("nothing.csv", "a,b\n1,2\n");
    desk.fails("documents variables import nothing.csv", 2, &["--by"]);
    desk.write("broken.xlsx", "PK\u{3}\u{4} no archive");
    desk.fails("documents variables import broken.xlsx", 3, &["broken.xlsx"]);
}

/// A data sheet that was written is a data sheet that can be read, in every format that is read.
#[test]
fn data_sheets_go_out_and_come_back() {
    let desk = Desk::new();
    desk.ok("demo there");
    let study = "-p there/demo.absatz";
    for (noun, sheet) in [("documents", "documents"), ("cases", "cases"), ("persons", "persons")] {
        let before = desk.json(&format!("{noun} variables {study}"));
        for ending in ["csv", "xlsx"] {
            for lang in ["en", "de"] {
                let file = format!("{sheet}.{lang}.{ending}");
                desk.ok(&format!("{noun} variables list --published -o {file} --lang {lang} {study}"));
                // As it is, it brings nothing new.
                let plan = desk.json(&format!("{noun} variables import {file} --dry-run {study}"));
                assert_eq!(plan["values"], json!([]), "{file}");
                // All values gone, it brings them all back.
                for name in ["level", "size", "date", "duration", "mode", "function", "office", "gender"] {
                    let answer = desk.run(&format!("{noun} variables list {study}"));
                    if answer.out.lines().next().is_some_and(|head| head.contains(name)) {
                        desk.ok(&format!("{noun} variables remove {name} {study}"));
                    }
                }
                desk.ok(&format!("{noun} variables import {file} {study}"));
                assert_eq!(desk.json(&format!("{noun} variables {study}")), before, "{file}");
            }
        }
    }
}

#[test]
fn the_tables_of_a_method_section() {
    let desk = Desk::new();
    desk.ok("demo there");
    let study = "-p there/demo.absatz";
    let sample = desk.json(&format!("sample --rows level --columns mode {study}"));
    has_keys(&sample, &["name", "columns", "rows", "notes"]);
    assert_eq!(sample["rows"][0], json!({"level": "Kommune", "Video": 2, "vor Ort": 3, "total": 5}));
    assert!(desk.ok(&format!("sample {study}")).contains("Total"), "usual variables are found");
    desk.fails(&format!("sample --rows level,office,gender {study}"), 2, &["one or two"]);
    desk.fails(&format!("sample --rows unheard {study}"), 1, &["unheard", "level"]);
    let overview = desk.json(&format!("overview {study}"));
    assert_eq!(
        (&overview["rows"][0]["interview"], &overview["rows"][0]["duration"]),
        (&json!("IP 1"), &json!("0:58"))
    );
    let people = desk.json(&format!("interviewees --variables function {study}"));
    assert_eq!(people["rows"][6]["flag"], "!");
    let method = desk.json(&format!("method {study}"));
    assert_eq!(method["rows"][0], json!({"fact": "interviews", "main": 7, "pretests": 1}));
    for (command, ending) in
        [("sample", "docx"), ("overview", "html"), ("interviewees", "md"), ("method", "xlsx")]
    {
        desk.ok(&format!("{command} -o {command}.{ending} {study}"));
        assert!(desk.path(&format!("{command}.{ending}")).metadata().unwrap().len() > 300);
    }
    assert!(desk.ok(&format!("method --lang de {study}")).contains("57,9 Min."));
    assert!(desk.ok(&format!("overview --lang de {study}")).contains("12.03.2025"));
    assert!(desk.ok(&format!("overview --lang de --format csv -o - {study}")).contains("2025-03-12"));
}

#[test]
fn groups_are_renamed_and_put_in_order() {
    let desk = Desk::new();
    desk.ok("demo there");
    let study = "-p there/demo.absatz";
    assert_eq!(desk.json(&format!("documents group {study}"))[0]["name"], "Kommune");
    desk.ok(&format!("documents group Land --name Länder --position 1 {study}"));
    assert_eq!(
        desk.json(&format!("documents group {study}"))[0],
        json!({"name": "Länder", "documents": ["5", "6"]})
    );
    desk.fails(&format!("documents group Länder --name kommune {study}"), 1, &["Kommune"]);
    desk.fails(&format!("documents group Nirgends --name X {study}"), 1, &["Kommune"]);
}
