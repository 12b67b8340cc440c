//! Applying codes: places, lines from standard input, single segments.

use serde_json::json;

use super::{Desk, words};

#[test]
fn lines_are_coded_one_by_one() {
    let desk = Desk::with_study();
    desk.ok("codes add A B");
    let answer = desk.run_with(&["code", "-"], Some("5:2\tA\n\n5:4@3-11\tB\nIP 5: 6\tA\n"));
    assert_eq!(answer.code, 0, "{}", answer.err);
    let uuids: Vec<&str> = answer.out.lines().collect();
    let segments = desk.json("segments");
    let stored: Vec<&str> =
        segments.as_array().unwrap().iter().map(|s| s["uuid"].as_str().unwrap()).collect();
    assert_eq!(uuids, stored);
    assert_eq!(segments[1]["text"], "Dann kam");
    desk.ok("undo");
    assert_eq!(desk.json("segments").as_array().unwrap().len(), 2, "each line is its own change");
}

#[test]
fn a_wrong_line_ends_it_and_the_lines_before_stay() {
    let desk = Desk::with_study();
    desk.ok("codes add A");
    let answer = desk.run_with(&["code", "-"], Some("5:2\tA\n5:99\tA\n5:3\tA\n"));
    assert_eq!((answer.code, answer.out.lines().count()), (1, 1));
    assert!(answer.err.contains("Line 2") && answer.err.contains("99"), "{}", answer.err);
    assert_eq!(desk.json("segments").as_array().unwrap().len(), 1);
    let answer = desk.run_with(&["code", "-"], Some("5:2 A\n"));
    assert!(answer.code == 1 && answer.err.contains("PLACE<TAB>CODE"), "{}", answer.err);
    let answer = desk.run_with(&["code", "-", "--json"], Some("5:5\tA\n"));
    let line: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(line["line"], 1);
    desk.fails("code - A", 2, &["standard input"]);
    desk.fails("code 5:2", 2, &["codes"]);
}

#[test]
fn each_uuid_is_printed_when_its_coding_is_kept() {
    use std::io::{BufRead as _, BufReader, Write as _};
    let desk = Desk::with_study();
    desk.ok("codes add A");
    let mut command = desk.command();
    command.args(["code", "-"]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut seen = Vec::new();
    for paragraph in [1, 3, 5] {
        writeln!(input, "5:{paragraph}\tA").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        seen.push(line.trim().to_owned());
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let kept = desk.json("segments");
    let kept: Vec<&str> = kept.as_array().unwrap().iter().map(|s| s["uuid"].as_str().unwrap()).collect();
    assert_eq!(kept, seen);
}

#[test]
fn new_codes_are_made_only_when_asked() {
    let desk = Desk::with_study();
    desk.fails("code 5:2 Neu/Unter", 1, &["Neu/Unter"]);
    let before = desk.history_length();
    desk.ok("code 5:2 Neu/Unter --create --dry-run");
    assert_eq!(desk.history_length(), before);
    desk.ok("code 5:2 Neu/Unter --create");
    assert_eq!(desk.json("segments")[0]["code"], "Neu/Unter");
    desk.ok("undo");
    assert_eq!(desk.json("codes"), json!([]), "code and coding go together");
}

#[test]
fn overlaps_unite_and_parts_are_taken_away() {
    let desk = Desk::with_study();
    desk.ok("codes add A");
    let first = desk.ok("code 5:2-3 A --weight 20");
    let second = desk.ok("code 5:3-4 A --weight 60");
    assert_eq!(first, second, "the older UUID survives");
    let segments = desk.json("segments");
    assert_eq!((&segments[0]["first_paragraph"], &segments[0]["last_paragraph"]), (&json!(2), &json!(4)));
    assert_eq!(segments[0]["weight"], 60);
    desk.ok("uncode 5:3 A");
    let segments = desk.json("segments");
    assert_eq!(segments.as_array().unwrap().len(), 2);
    assert_eq!(segments[0]["uuid"], first.trim());
    desk.fails("uncode 5:9 A", 1, &["(IP 5: 9)"]);
}

#[test]
fn single_segments_are_changed_by_uuid() {
    let desk = Desk::with_study();
    desk.ok("codes add A");
    let uuid = desk.ok("code 5:2 A").trim().to_owned();
    desk.ok(&format!("segment resize {uuid} 5:2-4"));
    desk.ok(&format!("segment weight {uuid} 70"));
    let args = words(&format!("segment comment {uuid} -"));
    assert_eq!(desk.run_with(&args, Some("aus der Pipe\n")).code, 0);
    let segment = desk.json("segments")[0].clone();
    assert_eq!(segment["last_paragraph"], 4);
    assert_eq!((&segment["weight"], &segment["comment"]), (&json!(70), &json!("aus der Pipe")));
    desk.ok(&format!("segment weight {uuid} none"));
    assert!(desk.json("segments")[0]["weight"].is_null());
    desk.fails(&format!("segment weight {uuid} 101"), 2, &["0 to 100"]);
    desk.ok("coders add Ben");
    desk.ok("coders release");
    desk.fails(&format!("segment remove {uuid} --coder Ben"), 1, &["Anna"]);
    desk.ok(&format!("segment remove {uuid}"));
    assert_eq!(desk.json("segments"), json!([]));
    desk.fails(&format!("segment weight {uuid} 1"), 1, &[&uuid]);
}

#[test]
fn segments_are_chosen_by_code_document_and_group() {
    let desk = Desk::with_study();
    desk.write("IP06.txt", "I: Eins?\nB: Zwei.\n");
    desk.ok("import IP06.txt --group Kommune");
    desk.ok("codes add A/B C");
    desk.ok("code 5:2 A/B");
    desk.ok("code 6:2 C");
    let count = |line: &str| desk.json(line).as_array().unwrap().len();
    assert_eq!(count("segments"), 2);
    assert_eq!(count("segments --code A"), 0);
    assert_eq!(count("segments --code A --with-subcodes"), 1);
    assert_eq!(count("segments --document 6"), 1);
    assert_eq!(count("segments --document 5,6 --group Kommune"), 1);
    desk.fails("segments --group Nirgends", 1, &["Nirgends", "Land", "Kommune"]);
    let text = desk.ok("segments");
    assert!(text.contains("(IP 6: 2)  C\n    Zwei.\n"), "{text}");
    let grid = desk.json("grid --code A --with-subcodes --only segments --document 5");
    assert_eq!(grid["cells"][0]["segments"][0]["code"], "A/B");
}
