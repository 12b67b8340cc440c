//! The shipped study: tables compared with what stands in its files, read here without the program.

use std::collections::{BTreeMap, BTreeSet};

use absatz::analysis::coded::{Codes, Measure};
use absatz::i18n::{self, Lang};
use absatz::model::table::{Table, Value};
use absatz::ops;
use absatz::ops::matrix::{self, Scope};
use absatz::store::{Project, documents};
use serde_json::Value as Json;

use crate::support::root;

/// AK's codings of the pretest: code, words, whether they stand for the whole turn. AK counts: the only one done.
fn pretest() -> Vec<(String, String, Option<String>, bool)> {
    let file = root().join("sample-transcripts/codings/Pretest.json");
    let json: Json = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    json["codings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let to = one["to"].as_str().map(str::to_owned);
            (text(&one["code"]), text(&one["from"]), to, one["whole"] == true)
        })
        .collect()
}

fn demo() -> Project {
    i18n::set_lang(Lang::En);
    ops::demo::build(Lang::En).unwrap()
}

fn only(project: &Project, label: &str) -> Scope {
    let id = documents::by_label(&project.read(), label).unwrap().id;
    Scope { documents: Some(vec![id]), ..Scope::default() }
}

/// By row, what a column says.
fn column(table: &Table, key: &str) -> BTreeMap<String, String> {
    let at = table.columns.iter().position(|column| column.key == key).unwrap();
    let head = |value: &Value| match value {
        Value::Said { stored, .. } => stored.clone(),
        value => value.plain(),
    };
    table.rows.iter().map(|row| (head(&row[0].value), row[at].value.plain())).collect()
}

/// Thirteen segments, of eleven codes: two of „Network and equipment“, none of what is not in the file.
#[test]
fn the_pretest_has_the_segments_of_its_file() {
    let project = demo();
    let table = matrix::codes_documents(&project, &only(&project, "Pretest"), Measure::Segments, false)
        .unwrap()
        .table;
    let found = column(&table, "Pretest");
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for (code, ..) in pretest() {
        *expected.entry(code).or_default() += 1;
    }
    for (code, count) in &found {
        let wanted = if code == "(total)" { 13 } else { expected.get(code).copied().unwrap_or(0) };
        assert_eq!(*count, wanted.to_string(), "{code}");
    }
    assert_eq!(found["Obstacles/Technical-infrastructural/Network and equipment"], "2");
    assert_eq!(expected.values().sum::<usize>(), 13);
    // Main codes: 1 + 0 Challenges, 8 Obstacles, 2 Ways of coping, one piece of advice each way.
    let main = Scope { codes: Codes { main: true, ..Codes::default() }, ..only(&project, "Pretest") };
    let table = matrix::codes_documents(&project, &main, Measure::Segments, false).unwrap().table;
    let found = column(&table, "Pretest");
    let counts: Vec<&str> = ["Challenges", "Obstacles", "Ways of coping", "Advice offered", "Advice needed"]
        .map(|code| found[code].as_str())
        .to_vec();
    assert_eq!(counts, ["1", "8", "2", "1", "1"]);
}

/// The turns of the pretest as the file has them, without labels (it has no times), and whether the interviewer has them.
fn turns() -> Vec<(bool, String)> {
    let bytes = std::fs::read(root().join("sample-transcripts/Pretest.txt")).unwrap();
    let (text, ..) = encoding_rs::WINDOWS_1252.decode(&bytes);
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match line.split_once(": ").filter(|(label, _)| label.len() == 1) {
            Some((label, speech)) => (label == "I", speech.to_owned()),
            // Whose it is nobody wrote down: not the interviewer's.
            None => (false, line.to_owned()),
        })
        .collect()
}

/// Letters of the turns under any of the codings, counted one by one.
#[test]
fn the_pretests_coverage_is_counted_letter_by_letter() {
    let project = demo();
    let table = matrix::coverage(&project, &only(&project, "Pretest")).unwrap().table;
    let characters = column(&table, "characters");
    let turns = turns();
    let said: usize = turns.iter().filter(|(asks, _)| !asks).map(|(_, speech)| speech.chars().count()).sum();
    assert_eq!(characters["(all)"], said.to_string());
    let mut any: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (code, from, to, whole) in pretest() {
        let (nth, (asks, speech)) =
            turns.iter().enumerate().find(|(_, (_, speech))| speech.contains(&from)).unwrap();
        assert!(!asks, "{from} is said by who asks");
        let start = speech.find(&from).unwrap();
        let end = match (&to, whole) {
            (_, true) => speech.len(),
            (Some(to), _) => speech.find(to.as_str()).unwrap() + to.len(),
            (None, _) => start + from.len(),
        };
        let start = if whole { 0 } else { start };
        let letters = speech[..start].chars().count()..speech[..end].chars().count();
        if pretest().iter().filter(|other| other.0 == code).count() == 1 {
            assert_eq!(characters[&code], letters.len().to_string(), "{code}");
        }
        any.extend(letters.map(|letter| (nth, letter)));
    }
    assert_eq!(characters["(any)"], any.len().to_string());
    assert_eq!(characters["(none)"], (said - any.len()).to_string());
}

/// In how many of the eight interviews the file of codings has the code for AK, whose codings count everywhere.
#[test]
fn interviews_with_a_code_are_those_whose_files_have_it() {
    let project = demo();
    let table =
        matrix::codes_documents(&project, &Scope::default(), Measure::Documents, false).unwrap().table;
    let found = column(&table, "(documents)");
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for name in ["IP01", "IP02", "IP03", "IP04", "IP05", "IP06", "IP07", "Pretest"] {
        let file = root().join(format!("sample-transcripts/codings/{name}.json"));
        let json: Json = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let codes: BTreeSet<&str> = json["codings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["coder"] == "AK")
            .map(|one| one["code"].as_str().unwrap())
            .collect();
        for code in codes {
            *expected.entry(code.to_owned()).or_default() += 1;
        }
    }
    for (code, count) in found.iter().filter(|(code, _)| *code != "(total)") {
        assert_eq!(*count, expected.get(code).copied().unwrap_or(0).to_string(), "{code}");
    }
    assert_eq!(found["(total)"], "8");
}
