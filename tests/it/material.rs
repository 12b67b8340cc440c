//! Cases, persons, sets, variables: what is refused, what moves along, and the tables of the shipped study against
//! values worked out by hand from `sample-transcripts/material.json`.

use absatz::analysis::material::Shown;
use absatz::error::Kind;
use absatz::i18n::{Lang, set_lang};
use absatz::model::guides::Stage;
use absatz::model::sets::{Members, SetOf};
use absatz::model::table::Table;
use absatz::model::variables::{Disclosure, Entity, Owner, VariableKind};
use absatz::ops;
use absatz::ops::material::{IntervieweesQuery, MeaningQuery, SampleQuery};
use absatz::ops::variables::{NewVariable, ValueChange, VariableChange};
use absatz::store::{Project, cases, codes, documents, persons, sets, variables};

use crate::support::{Study, code, import};

fn demo() -> Project {
    set_lang(Lang::En);
    ops::demo::build(Lang::En).unwrap()
}

/// The rows as texts, in the language of the test.
fn rows(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect()
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

fn sample(project: &Project, unit: Entity, by: &[&str], columns: Option<&str>) -> Table {
    let query = SampleQuery {
        unit,
        rows: by.iter().map(|&name| name.to_owned()).collect(),
        columns: columns.map(str::to_owned),
        ..SampleQuery::default()
    };
    ops::material::sample(project, &query).unwrap()
}

#[test]
fn without_variables_the_sample_is_described_as_a_method_section_would() {
    let project = demo();
    let table = ops::material::sample(&project, &SampleQuery::default()).unwrap();
    // By the cases' level and the persons' kind of office: how an interview was held describes no sample.
    assert_eq!(keys(&table), ["level", "Digitalisierung", "IT", "Leitung", "(several)", "total"]);
    assert!(table.notes.contains(&"Rows: level; columns: office.".to_owned()), "{:?}", table.notes);
}

#[test]
fn the_sample_table_of_the_shipped_study() {
    let project = demo();
    // Seven interviews: 1, 3, 7 in municipalities on site, 2 and 4 by video; 5 in a state by video, 6 on site.
    let table = sample(&project, Entity::Document, &["level"], Some("mode"));
    assert_eq!(keys(&table), ["level", "Video", "vor Ort", "total"]);
    assert_eq!(rows(&table), [["Kommune", "2", "3", "5"], ["Land", "1", "1", "2"], ["Total", "3", "4", "7"]]);
    assert!(table.notes.iter().any(|note| note.contains("n = 7 interviews")), "{:?}", table.notes);
    assert!(table.notes.iter().any(|note| note.contains("pretests: 1 interview")), "{:?}", table.notes);
    // A number leads to the interviews it counts.
    assert_eq!(table.rows[0][1].places.len(), 2);
    // Eight persons, two of them in interview 5, by the level of their case and their kind of office.
    let table = sample(&project, Entity::Person, &["level", "office"], Some("gender"));
    assert_eq!(
        rows(&table),
        [
            ["Kommune", "Digitalisierung", "1", "2", "3"],
            ["", "Leitung", "1", "1", "2"],
            ["", "Total", "2", "3", "5"],
            ["Land", "Fachreferat", "1", "0", "1"],
            ["", "IT", "1", "0", "1"],
            ["", "Leitung", "0", "1", "1"],
            ["", "Total", "2", "1", "3"],
            ["Total", "", "4", "4", "8"],
        ]
    );
    // Five cases; the office of a case with two persons is several, as is that of the joint interview.
    let table = sample(&project, Entity::Case, &["level"], None);
    assert_eq!(rows(&table), [["Kommune", "3"], ["Land", "2"], ["Total", "5"]]);
    let table = sample(&project, Entity::Document, &["office"], None);
    assert_eq!(
        rows(&table),
        [["Digitalisierung", "3"], ["IT", "1"], ["Leitung", "2"], ["several", "1"], ["Total", "7"]]
    );
    let all = SampleQuery { rows: vec!["level".into()], pretests: true, ..SampleQuery::default() };
    let table = ops::material::sample(&project, &all).unwrap();
    assert_eq!(rows(&table).last().unwrap(), &["Total", "8"]);
    // By published values: three municipalities in two bands, of the states nothing.
    let published =
        SampleQuery { rows: vec!["size".into()], shown: Shown::Published, ..SampleQuery::default() };
    let table = ops::material::sample(&project, &published).unwrap();
    assert_eq!(
        rows(&table),
        [["unter 50.000", "4"], ["über 100.000", "1"], ["no value", "2"], ["Total", "7"]]
    );
}

#[test]
fn the_overview_and_the_method_facts_of_the_shipped_study() {
    let project = demo();
    let table = ops::material::overview(&project, &MeaningQuery::default(), Shown::Working).unwrap();
    let five = rows(&table).into_iter().find(|row| row[0] == "IP 5").unwrap();
    assert_eq!(five[2..7], ["Land A", "Referatsleitung; Referent", "2025-05-06", "1:04", "Video"]);
    assert_eq!(rows(&table).last().unwrap().last().unwrap(), "pretest");
    let outside = ops::material::overview(&project, &MeaningQuery::default(), Shown::Published).unwrap();
    assert!(!keys(&outside).contains(&"case") && !keys(&outside).contains(&"title"));
    assert!(
        !rows(&outside).iter().flatten().any(|text| text.contains("Referats") || text.contains("Moorbach"))
    );

    // 58, 46, 61, 52, 64, 58, 66 minutes: 405 in all, 57.86 in the mean, 58 in the middle.
    set_lang(Lang::De);
    let table = ops::material::method(&project, &MeaningQuery::default()).unwrap();
    let fact = |name: &str| {
        let found = table.rows.iter().find(|row| match &row[0].value {
            absatz::model::table::Value::Said { stored, .. } => stored == name,
            _ => false,
        });
        let row = found.unwrap_or_else(|| panic!("no {name}"));
        (row[1].value.plain(), row[2].value.plain())
    };
    set_lang(Lang::En);
    for (name, main, pretest) in [
        ("interviews", "7", "1"),
        ("cases", "5", "1"),
        ("persons", "8", "1"),
        ("joint_interviews", "1", "0"),
        ("first_date", "12.03.2025", "18.02.2025"),
        ("last_date", "22.05.2025", "18.02.2025"),
        ("shortest", "46 Min.", "34 Min."),
        ("longest", "66 Min.", "34 Min."),
        ("mean", "57,9 Min.", "34 Min."),
        ("median", "58 Min.", "34 Min."),
        ("total_duration", "405 Min.", "34 Min."),
        ("mode: vor Ort", "4", "1"),
        ("mode: Video", "3", "0"),
    ] {
        assert_eq!(fact(name), (main.to_owned(), pretest.to_owned()), "{name}");
    }
}

#[test]
fn who_could_be_singled_out_is_flagged() {
    let mut project = demo();
    let query =
        IntervieweesQuery { variables: vec!["function".into(), "level".into()], ..Default::default() };
    let table = ops::material::interviewees(&project, &query).unwrap();
    assert_eq!(keys(&table), ["number", "flag", "interviews", "function", "level", "singled_out_by"]);
    // Published: two heads, two of digital offices, two of a ministry; one suppressed, one undecided.
    let flags: Vec<String> =
        rows(&table).into_iter().map(|row| format!("{}{}{}", row[0], row[1], row[5])).collect();
    assert_eq!(flags, ["1", "2", "3", "4", "5", "6", "7!function", "8!function"]);
    assert!(table.notes[0].contains("2 persons"), "{:?}", table.notes);
    assert!(table.notes.iter().any(|note| note.contains("function (1)")), "{:?}", table.notes);
    // Nobody's name, and no working value.
    let words = rows(&table).concat().join(" ");
    assert!(
        !words.contains("P1") && !words.contains("Bürgermeisterin") && !words.contains("Moorbach"),
        "{words}"
    );
    // Three share nothing.
    let strict = IntervieweesQuery { k: 3, ..query.clone() };
    assert!(ops::material::interviewees(&project, &strict).unwrap().notes[0].contains("8 persons"));
    // A variable that is never published is not shown unless asked for, and then not its values.
    let function = variables::by_name(&project.read(), "function").unwrap().id;
    let never = VariableChange { disclosure: Some(Disclosure::Never), ..VariableChange::default() };
    ops::variables::change(&mut project, function, &never).unwrap();
    let table = ops::material::interviewees(&project, &IntervieweesQuery::default()).unwrap();
    assert!(!keys(&table).contains(&"function"));
    let table = ops::material::interviewees(&project, &query).unwrap();
    assert!(rows(&table).iter().all(|row| row[3] == "–"), "{:?}", rows(&table));
}

#[test]
fn values_are_checked_and_normalised() {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", "a\nb");
    let owner = Owner::Document(document);
    let p = &mut study.project;
    set_lang(Lang::En);
    let new = |name: &str, kind| NewVariable {
        name: name.to_owned(),
        kind,
        entity: Entity::Document,
        disclosure: Disclosure::AsIs,
    };
    ops::variables::add(p, &new("date", VariableKind::Date)).unwrap();
    ops::variables::set(p, owner, "date", None, &ValueChange::working("1.3.2026")).unwrap();
    let stored = |p: &Project, name: &str| {
        let id = variables::by_name(&p.read(), name).unwrap().id;
        variables::value_of(&p.read(), id, owner).unwrap().map(|value| value.working)
    };
    assert_eq!(stored(p, "date").as_deref(), Some("2026-03-01"));
    let error = ops::variables::set(p, owner, "date", None, &ValueChange::working("bald")).unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
    for part in ["document 5", "date", "bald", "no date"] {
        assert!(error.message.contains(part), "{error}");
    }
    // A kind changes where all values fit, and they are read anew.
    ops::variables::set(p, owner, "length", None, &ValueChange::working("65")).unwrap();
    let length = variables::by_name(&p.read(), "length").unwrap().id;
    let kind = |kind| VariableChange { kind: Some(kind), ..VariableChange::default() };
    ops::variables::change(p, length, &kind(VariableKind::Duration)).unwrap();
    assert_eq!(stored(p, "length").as_deref(), Some("1:05"));
    let error = ops::variables::change(p, length, &kind(VariableKind::Date)).unwrap_err();
    assert!(error.message.contains("1:05") && error.hint.is_some(), "{error}");
    assert_eq!(variables::get(&p.read(), length).unwrap().kind, VariableKind::Duration);
    // Names are one over documents, cases and persons.
    let case = ops::cases::add(p, "Moorbach").unwrap().value;
    let error =
        ops::variables::set(p, Owner::Case(case), "Date", None, &ValueChange::working("x")).unwrap_err();
    assert!(error.message.contains("variable of documents"), "{error}");
}

#[test]
fn a_variable_changes_whose_it_is_without_losing_anything() {
    set_lang(Lang::En);
    let mut project = demo();
    let level = variables::by_name(&project.read(), "level").unwrap().id;
    let to = |entity| VariableChange { entity: Some(entity), ..VariableChange::default() };
    let values = |project: &Project| {
        let all = variables::values(&project.read()).unwrap();
        all.into_iter().filter(|value| value.variable == level).count()
    };
    // Six cases; eight documents; nine persons; and back.
    assert_eq!(values(&project), 6);
    for (entity, count) in [
        (Entity::Document, 8),
        (Entity::Case, 6),
        (Entity::Person, 9),
        (Entity::Document, 8),
        (Entity::Case, 6),
    ] {
        ops::variables::change(&mut project, level, &to(entity)).unwrap();
        assert_eq!(values(&project), count, "{entity:?}");
    }
    // The modes of Moorbach's two interviews differ: a case cannot have both.
    let mode = variables::by_name(&project.read(), "mode").unwrap().id;
    let error = ops::variables::change(&mut project, mode, &to(Entity::Case)).unwrap_err();
    assert!(error.message.contains("Moorbach") && error.message.contains("Video"), "{error}");
    // A case without documents has nobody to give its value to.
    let empty = ops::cases::add(&mut project, "Leer").unwrap().value;
    ops::variables::set(&mut project, Owner::Case(empty), "level", None, &ValueChange::working("Kreis"))
        .unwrap();
    let error = ops::variables::change(&mut project, level, &to(Entity::Document)).unwrap_err();
    assert!(error.message.contains("Leer") && error.message.contains("Kreis"), "{error}");
    assert_eq!(values(&project), 7);
}

#[test]
fn an_undo_leaves_no_values_of_anothers_variable() {
    let mut study = Study::new();
    ops::project::set_released(&mut study.project, true).unwrap();
    let new = NewVariable {
        name: "level".into(),
        kind: VariableKind::Text,
        entity: Entity::Document,
        disclosure: Disclosure::AsIs,
    };
    let id = ops::variables::add(&mut study.project, &new).unwrap().value;
    let case = ops::cases::add(&mut study.project, "Moorbach").unwrap().value;
    let to_case = VariableChange { entity: Some(Entity::Case), ..VariableChange::default() };
    ops::variables::change(&mut study.project, id, &to_case).unwrap();
    study.sign_in(study.mb);
    ops::variables::set(&mut study.project, Owner::Case(case), "level", None, &ValueChange::working("Land"))
        .unwrap();
    study.sign_in(study.ak);
    assert_eq!(ops::history::undo(&mut study.project).unwrap_err().kind, Kind::Refused);
    assert_eq!(variables::get(&study.project.read(), id).unwrap().entity, Entity::Case);
}

#[test]
fn sets_follow_their_codes_and_documents() {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", "a\nb");
    let (a, b, c) =
        (code(&mut study.project, "A"), code(&mut study.project, "B"), code(&mut study.project, "C"));
    let p = &mut study.project;
    ops::sets::add(p, "one", &Members::Codes(vec![a, c])).unwrap();
    ops::sets::add(p, "both", &Members::Codes(vec![a, b])).unwrap();
    ops::sets::add(p, "interviews", &Members::Documents(vec![document])).unwrap();
    assert!(
        ops::sets::add(p, "ONE", &Members::Documents(vec![document])).is_err(),
        "names are one over both kinds"
    );
    let of = |p: &Project, name: &str| sets::by_name(&p.read(), name).unwrap().members;
    ops::codes::merge(p, a, b).unwrap();
    assert_eq!(of(p, "one"), Members::Codes(vec![b, c]));
    assert_eq!(of(p, "both"), Members::Codes(vec![b]));
    ops::codes::remove(p, b).unwrap();
    assert_eq!(of(p, "one"), Members::Codes(vec![c]));
    assert_eq!(of(p, "both").len(), 0);
    ops::history::undo(p).unwrap();
    ops::history::undo(p).unwrap();
    assert_eq!(of(p, "both"), Members::Codes(vec![a, b]));
    assert!(codes::tree(&p.read()).unwrap().get(a).is_some());
    ops::documents::remove(p, document).unwrap();
    assert!(of(p, "interviews").is_empty());
    assert_eq!(
        sets::list(&p.read()).unwrap().iter().filter(|set| set.members.of() == SetOf::Codes).count(),
        2
    );
}

#[test]
fn who_loses_all_interviews_stays() {
    let mut project = demo();
    let five = documents::by_label(&project.read(), "5").unwrap().id;
    ops::documents::remove(&mut project, five).unwrap();
    let person = persons::by_name(&project.read(), "P5").unwrap();
    assert!(person.speakers.is_empty());
    assert!(cases::by_name(&project.read(), "Land A").unwrap().documents.is_empty());
    ops::history::undo(&mut project).unwrap();
    assert_eq!(persons::by_name(&project.read(), "P5").unwrap().speakers.len(), 1);
    // An interviewer is nobody who is interviewed; a case that goes leaves its documents and persons.
    let speakers = documents::speakers(&project.read(), five).unwrap();
    let asking = speakers.iter().find(|speaker| speaker.label == "I").unwrap();
    let error = ops::persons::assign(&mut project, asking, Some(person.id)).unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
    let case = cases::by_name(&project.read(), "Moorbach").unwrap();
    ops::cases::remove(&mut project, case.id).unwrap();
    assert_eq!(documents::list(&project.read()).unwrap().len(), 8);
    assert_eq!(persons::list(&project.read()).unwrap().len(), 9);
}

#[test]
fn pretests_are_told_apart_by_their_stage() {
    let mut project = demo();
    let seven = documents::by_label(&project.read(), "7").unwrap().id;
    ops::guides::set_stage(&mut project, seven, Stage::Pretest).unwrap();
    let table = sample(&project, Entity::Document, &["level"], None);
    assert_eq!(rows(&table).last().unwrap(), &["Total", "6"]);
    let table = ops::material::interviewees(&project, &IntervieweesQuery::default()).unwrap();
    assert_eq!(table.rows.len(), 7);
}
