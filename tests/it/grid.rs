//! The Summary Grid: values worked out by hand, the sample study counted from its own files, brute force.

use std::collections::{BTreeMap, BTreeSet};

use absatz::analysis::grid::{self, Grid, Level, RowOf, Shown};
use absatz::error::Kind;
use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{self, Lang};
use absatz::model::summaries::{CellState, Condensed};
use absatz::model::table::{Table, Value};
use absatz::model::variables::{Disclosure, Entity, Owner, VariableKind};
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::ops::documents::{ImportAs, Source};
use absatz::ops::grid::{Common, GridQuery};
use absatz::ops::saved_tables::TableChoice;
use absatz::ops::variables::{NewVariable, ValueChange};
use absatz::store::{cell_states, codes, documents, persons, saved_tables, variables};
use absatz::text::Span;
use proptest::prelude::*;

use crate::support::{Study, root};

/// Three interviews, three codes: 9 cells.
struct Hand {
    study: Study,
    documents: Vec<DocumentId>,
}

const TEXTS: [(&str, &str, &str); 3] = [
    ("1", "Stadt", "I: Was fehlt?\nFrau A: Geld fehlt.\nHerr B: Leute fehlen.\n"),
    ("2", "Land", "I: Und hier?\nFrau A: Auch Geld.\n"),
    ("3", "Land", "I: Und dort?\nFrau C: Nichts.\n"),
];

impl Hand {
    fn new() -> Hand {
        i18n::set_lang(Lang::En);
        let mut study = Study::new();
        let project = &mut study.project;
        let mut ids = Vec::new();
        for (label, group, text) in TEXTS {
            let name = format!("IP{label}.txt");
            let draft = read(&name, text.as_bytes(), &ReadOptions::default()).unwrap();
            let wanted = ImportAs { group: Some(group.to_owned()), ..ImportAs::default() };
            let source = Source::new(&name, text.as_bytes());
            ids.push(ops::documents::import(project, &draft, &source, &wanted).unwrap().value);
        }
        for path in ["Mangel/Geld", "Alter"] {
            ops::codes::add(project, path, None).unwrap();
        }
        let mut hand = Hand { study, documents: ids };
        hand.apply("1", "Mangel/Geld", "Geld fehlt.");
        hand.apply("1", "Mangel", "Leute fehlen.");
        hand.apply("2", "Mangel/Geld", "Auch Geld.");
        hand.write("1", "Mangel/Geld", "No money.");
        hand.write("3", "Alter", "Old, though nobody says so.");
        hand.state("2", "Alter", CellState::NotAsked);
        hand.state("3", "Mangel/Geld", CellState::Nothing);
        hand
    }
    fn document(&self, label: &str) -> DocumentId {
        self.documents[label.parse::<usize>().unwrap() - 1]
    }
    fn code(&self, path: &str) -> CodeId {
        codes::tree(&self.study.project.read()).unwrap().find(path).unwrap().code.id
    }
    fn apply(&mut self, label: &str, path: &str, words: &str) {
        let (document, code) = (self.document(label), self.code(path));
        let text = documents::text(&self.study.project.read(), document).unwrap();
        let at = text.as_str().find(words).unwrap();
        let span = text.span(at..at + words.len());
        let what = Application { codes: vec![code], ..Application::default() };
        ops::codings::apply(&mut self.study.project, document, span, &what).unwrap();
    }
    fn write(&mut self, label: &str, path: &str, text: &str) {
        let (document, code) = (self.document(label), self.code(path));
        ops::summaries::write(&mut self.study.project, document, code, text).unwrap();
    }
    fn state(&mut self, label: &str, path: &str, state: CellState) {
        let cells = [(self.document(label), self.code(path))];
        ops::summaries::set_states(&mut self.study.project, &cells, Some(state)).unwrap();
    }
    /// Interviews 1 and 2 are one case; Frau A speaks in both.
    fn with_case(mut self) -> Hand {
        let project = &mut self.study.project;
        let case = ops::cases::add(project, "Kreis").unwrap().value;
        for document in &self.documents[..2] {
            ops::cases::assign(project, *document, Some(case)).unwrap();
        }
        let person = ops::persons::add(project, "A").unwrap().value;
        for speaker in persons::all_speakers(&project.read()).unwrap() {
            if speaker.label == "Frau A" {
                ops::persons::assign(project, &speaker, Some(person)).unwrap();
            }
        }
        self
    }
    fn grid(&self, query: &GridQuery) -> Grid {
        ops::grid::grid(&self.study.project, query).unwrap()
    }
    fn table(&self, query: &GridQuery, shown: Shown) -> Table {
        ops::grid::table(&self.study.project, query, shown, &[]).unwrap()
    }
}

/// A line for each row; texts in a cell are separated by `/`.
fn lines(table: &Table) -> Vec<String> {
    let cell = |value: &Value| match value {
        Value::Said { stored, .. } => stored.clone(),
        value => value.plain().replace("\n\n", " / ").replace('\n', " · "),
    };
    let row = |row: &Vec<absatz::model::table::Cell>| {
        row.iter().map(|one| cell(&one.value)).collect::<Vec<_>>().join(" | ")
    };
    table.rows.iter().map(row).collect()
}

fn level(cells: usize, summarised: usize, waiting: usize, states: [usize; 3], bare: usize) -> Level {
    Level { cells, summarised, waiting, states, bare }
}

#[test]
fn how_far_it_is_is_said_of_each_row_each_column_and_all() {
    let hand = Hand::new();
    let grid = hand.grid(&GridQuery::default());
    // Of nine cells two are summarised, one of them without segments; 1 × Mangel and 2 × Geld wait; 1 × Alter, 2 × Mangel
    // and 3 × Mangel have nothing.
    assert_eq!(grid.level(), level(9, 2, 2, [1, 0, 1], 3));
    let rows: Vec<Level> = grid.rows.iter().map(|row| grid.row_level(row)).collect();
    assert_eq!(rows, [level(3, 1, 1, [0; 3], 1), level(3, 0, 1, [1, 0, 0], 1), level(3, 1, 0, [0, 0, 1], 1)]);
    assert_eq!(grid.column_level(hand.code("Mangel/Geld")), level(3, 1, 1, [0, 0, 1], 0));
    // With subcodes 2 × Mangel shows the segment of Geld, and waits.
    let with = hand.grid(&GridQuery { with_subcodes: true, ..GridQuery::default() });
    assert_eq!(with.level(), level(9, 2, 3, [1, 0, 1], 2));
    let tree = codes::tree(&hand.study.project.read()).unwrap();
    assert_eq!(
        lines(&grid::levels(&grid, &tree)),
        [
            "IP 1 | 3 | 1 | 1 | 0 | 0 | 0 | 1",
            "IP 2 | 3 | 0 | 1 | 1 | 0 | 0 | 1",
            "IP 3 | 3 | 1 | 0 | 0 | 0 | 1 | 1",
            "Mangel | 3 | 0 | 1 | 0 | 0 | 0 | 2",
            "Mangel/Geld | 3 | 1 | 1 | 0 | 0 | 1 | 0",
            "Alter | 3 | 1 | 0 | 1 | 0 | 0 | 1",
            "(all) | 9 | 2 | 2 | 1 | 0 | 1 | 3",
        ]
    );
    let all = documents::list(&hand.study.project.read()).unwrap();
    let waiting = grid::waiting(&grid, &all, &tree, &Default::default());
    assert_eq!(lines(&waiting), ["IP 1 | Mangel | 1", "IP 2 | Mangel/Geld | 1"]);
}

#[test]
fn a_state_is_shown_counted_and_gone_with_the_first_segment() {
    let mut hand = Hand::new();
    let bare = Shown { headings: false, ..Shown::default() };
    assert_eq!(
        lines(&hand.table(&GridQuery::default(), bare)),
        [
            "IP 1 | Leute fehlen. (IP 1: 3) | No money. / Geld fehlt. (IP 1: 2) | ",
            "IP 2 |  | Auch Geld. (IP 2: 2) | not asked",
            "IP 3 |  | nothing relevant | Old, though nobody says so.",
        ]
    );
    // One's own segments and a state exclude each other.
    let cells = [(hand.document("1"), hand.code("Mangel/Geld"))];
    let refused =
        ops::summaries::set_states(&mut hand.study.project, &cells, Some(CellState::Nothing)).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused);
    assert!(refused.hint.is_some());
    let both = [cells[0], (hand.document("1"), hand.code("Alter"))];
    let done = ops::summaries::set_states(&mut hand.study.project, &both, Some(CellState::NoAnswer)).unwrap();
    assert_eq!((done.value.set, done.value.coded), (1, 1));
    hand.apply("2", "Alter", "Auch Geld.");
    let states = |hand: &Hand| cell_states::list(&hand.study.project.read()).unwrap().len();
    assert_eq!(states(&hand), 2);
    ops::history::undo(&mut hand.study.project).unwrap();
    assert_eq!(states(&hand), 3);
    // Sorted into a code, a segment is one there as well.
    let coding = hand.grid(&GridQuery::default());
    let coding = coding.cell(hand.document("2"), hand.code("Mangel/Geld")).unwrap().segments[0].coding.id;
    let into = absatz::ops::codings::Category::Code(hand.code("Alter"));
    ops::codings::sort(&mut hand.study.project, &[coding], &into, false).unwrap();
    assert_eq!(states(&hand), 2);
}

#[test]
fn a_case_shows_its_interviews_one_after_the_other() {
    let hand = Hand::new().with_case();
    let bare = Shown { headings: false, ..Shown::default() };
    let cases = GridQuery { rows: Entity::Case, ..GridQuery::default() };
    // Interview 3 has no case and stands for itself.
    assert_eq!(
        lines(&hand.table(&cases, bare)),
        [
            "Kreis | Leute fehlen. (IP 1: 3) | No money. (IP 1) / Geld fehlt. (IP 1: 2) / Auch Geld. (IP 2: 2) | not asked (IP 2)",
            "IP 3 |  | nothing relevant | Old, though nobody says so.",
        ]
    );
    let grid = hand.grid(&cases);
    assert!(matches!(grid.rows[0].of, RowOf::Case(_)) && matches!(grid.rows[1].of, RowOf::Document(_)));
    assert_eq!(grid.row_level(&grid.rows[0]), level(6, 1, 2, [1, 0, 0], 2));
    assert_eq!(grid.level(), level(9, 2, 2, [1, 0, 1], 3));
    // A person has what they say; the summary is the interview's.
    let persons = GridQuery { rows: Entity::Person, ..GridQuery::default() };
    assert_eq!(
        lines(&hand.table(&persons, bare))[0],
        "A |  | No money. (IP 1) / Geld fehlt. (IP 1: 2) / Auch Geld. (IP 2: 2) | not asked (IP 2)"
    );
}

#[test]
fn groups_stand_side_by_side() {
    let mut hand = Hand::new();
    let bare = Shown { headings: false, ..Shown::default() };
    let by = GridQuery { by: Some(Common::Group), ..GridQuery::default() };
    let table = hand.table(&by, bare);
    assert_eq!(table.columns[1].key, "class");
    let classes: Vec<String> = table.rows.iter().map(|row| row[1].value.plain()).collect();
    assert_eq!(classes, ["Stadt", "Land", "Land"]);
    let together = GridQuery { together: true, ..by };
    let turned = Shown { transposed: true, ..bare };
    let table = hand.table(&together, turned);
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys, ["code", "Stadt", "Land"]);
    assert_eq!(
        lines(&table),
        [
            "Mangel | Leute fehlen. (IP 1: 3) | ",
            "Mangel/Geld | No money. (IP 1) / Geld fehlt. (IP 1: 2) | Auch Geld. (IP 2: 2) / nothing relevant (IP 3)",
            "Alter |  | not asked (IP 2) / Old, though nobody says so. (IP 3)",
        ]
    );
    // By a variable, with the values that may be published; those without a value last.
    let project = &mut hand.study.project;
    let new = NewVariable {
        name: "size".into(),
        kind: VariableKind::Integer,
        entity: Entity::Document,
        disclosure: Disclosure::Recoded,
    };
    let size = ops::variables::add(project, &new).unwrap().value;
    for (at, working) in [(0, "90"), (1, "80")] {
        let owner = Owner::Document(hand.documents[at]);
        ops::variables::set(project, owner, "size", None, &ValueChange::working(working)).unwrap();
        ops::variables::set(project, owner, "size", None, &ValueChange::published(Some("small"))).unwrap();
    }
    let compared = GridQuery { by: Some(Common::Variable(size)), together: true, ..GridQuery::default() };
    let names = |grid: &Grid| grid.rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
    assert_eq!(names(&hand.grid(&compared)), ["small", "(missing)"]);
    let notes = hand.table(&compared, bare).notes;
    assert!(notes.iter().any(|note| note.contains("Published")), "{notes:?}");
    let working = GridQuery { working: true, ..compared };
    assert_eq!(names(&hand.grid(&working)), ["80", "90", "(missing)"]);
    // Beside the rows they are published too, in columns of their own or under the names.
    let project = &hand.study.project;
    let beside = |query: &GridQuery, shown| ops::grid::table(project, query, shown, &[size]).unwrap();
    let table = beside(&GridQuery::default(), bare);
    assert_eq!((table.columns[1].key.as_str(), table.rows[1][1].value.plain()), ("size", "small".to_owned()));
    let first = beside(&GridQuery::default(), Shown { in_first: true, ..bare });
    assert_eq!(first.rows[0][0].value.plain(), "IP 1\nsize: small");
    assert_eq!(first.rows[2][0].value.plain(), "IP 3");
    let private = beside(&GridQuery { working: true, ..GridQuery::default() }, bare);
    assert_eq!(private.rows[0][1].value.plain(), "90");
}

#[test]
fn condensations_stand_at_the_edges() {
    let mut hand = Hand::new().with_case();
    let case = absatz::store::cases::list(&hand.study.project.read()).unwrap()[0].id;
    let (document, code) = (hand.document("1"), hand.code("Mangel"));
    for (on, text) in [
        (Condensed::Document(document), "All is missing."),
        (Condensed::Code(code), "Missing everywhere."),
        (Condensed::Case(case), "A poor district."),
    ] {
        ops::summaries::condense(&mut hand.study.project, on, text).unwrap();
    }
    let bare = Shown { headings: false, segments: false, states: false, ..Shown::default() };
    let table = hand.table(&GridQuery::default(), bare);
    assert_eq!(table.columns.last().unwrap().key, "(summary)");
    assert_eq!(
        lines(&table),
        [
            "IP 1 |  | No money. |  | All is missing.",
            "IP 2 |  |  |  | ",
            "IP 3 |  |  | Old, though nobody says so. | ",
            "(code summary) | Missing everywhere. |  |  | ",
        ]
    );
    let turned = hand.table(&GridQuery::default(), Shown { transposed: true, ..bare });
    assert_eq!(
        lines(&turned),
        [
            "Mangel |  |  |  | Missing everywhere.",
            "Mangel/Geld | No money. |  |  | ",
            "Alter |  |  | Old, though nobody says so. | ",
            "(summary) | All is missing. |  |  | ",
        ]
    );
    let cases = GridQuery { rows: Entity::Case, ..GridQuery::default() };
    let rows = lines(&hand.table(&cases, bare));
    assert_eq!(rows[0], "Kreis |  | No money. (IP 1) |  | A poor district. / All is missing. (IP 1)");
    // Where it is not the reader's own it is the consensus', and nobody else's.
    let (ak, mb) = (hand.study.ak, hand.study.mb);
    hand.study.sign_in(mb);
    assert!(ops::summaries::counting(&hand.study.project, None).unwrap().is_empty());
    ops::summaries::condense(&mut hand.study.project, Condensed::Code(code), "MB's").unwrap();
    ops::project::set_released(&mut hand.study.project, true).unwrap();
    let of_code = |hand: &Hand, coder| {
        let all = ops::summaries::counting(&hand.study.project, coder).unwrap();
        let found: Vec<String> =
            all.into_iter().filter(|one| one.on == Condensed::Code(code)).map(|one| one.text).collect();
        found
    };
    assert_eq!(of_code(&hand, None), ["MB's"]);
    assert_eq!(of_code(&hand, Some(ak)), ["Missing everywhere."]);
    // A case goes with what is written of it, and comes back with it.
    ops::cases::remove(&mut hand.study.project, case).unwrap();
    ops::history::undo(&mut hand.study.project).unwrap();
    hand.study.sign_in(ak);
    assert_eq!(ops::summaries::counting(&hand.study.project, None).unwrap().len(), 3);
}

#[test]
fn guides_say_who_was_not_asked() {
    use absatz::ops::guides::KeepAs;
    let mut hand = Hand::new();
    let (alter, first) = (hand.code("Alter"), hand.document("1"));
    let project = &mut hand.study.project;
    let guide = ops::guides::import(
        project,
        &crate::support::draft("1. Was fehlt?"),
        &Source::new("guide.md", b"x"),
        &KeepAs::default(),
    );
    let guide = guide.unwrap().value;
    ops::guides::choose(project, first, Some(guide)).unwrap();
    // Nobody has said what it asks about.
    assert_eq!(ops::summaries::not_in_guide(project).unwrap(), []);
    let geld = codes::tree(&project.read()).unwrap().find("Geld").unwrap().code.id;
    ops::guides::set_codes(project, guide, &[geld]).unwrap();
    // Who asks about money asks about what is above it.
    assert_eq!(ops::summaries::not_in_guide(project).unwrap(), [(first, alter)]);
}

#[test]
fn a_summary_table_follows_what_it_names() {
    let mut hand = Hand::new();
    let (geld, alter) = (hand.code("Mangel/Geld"), hand.code("Alter"));
    let choice = TableChoice {
        documents: Some(vec![hand.document("1"), hand.document("3")]),
        codes: Some(vec![geld, alter]),
        shown: Shown { segments: false, ..Shown::default() },
        ..TableChoice::default()
    };
    let project = &mut hand.study.project;
    let id = ops::saved_tables::save(project, "Kurz", &choice, false).unwrap().value;
    let again = ops::saved_tables::save(project, "kurz", &choice, false).unwrap_err();
    assert_eq!(again.kind, Kind::Refused);
    ops::codes::rename(project, geld, "Mittel").unwrap();
    let now = |project: &absatz::store::Project| {
        let reader = project.read();
        let saved = saved_tables::get(&reader, id).unwrap();
        let resolved = ops::saved_tables::resolve(&reader, &saved).unwrap();
        (ops::saved_tables::table(project, &resolved).unwrap(), resolved.gone)
    };
    let (table, gone) = now(project);
    assert_eq!((table.title.as_str(), gone), ("Kurz", 0));
    assert_eq!(table.columns[1].key, "Mangel/Mittel");
    assert_eq!(
        lines(&table),
        ["IP 1 | No money. | ", "IP 3 | nothing relevant | Old, though nobody says so."]
    );
    // A code that is merged is the one it went into; one that is removed is missed.
    ops::codes::merge(project, geld, alter).unwrap();
    assert_eq!(
        lines(&now(project).0),
        ["IP 1 | No money.", "IP 3 | nothing relevant / Old, though nobody says so."]
    );
    ops::documents::remove(project, hand.documents[2]).unwrap();
    let (table, gone) = now(project);
    assert_eq!((lines(&table), gone), (vec!["IP 1 | No money.".to_owned()], 1));
    assert!(table.notes[0].contains("not there any more"), "{:?}", table.notes);
    ops::saved_tables::rename(project, id, "Lang").unwrap();
    ops::saved_tables::remove(project, id).unwrap();
    assert!(saved_tables::list(&project.read()).unwrap().is_empty());
    ops::history::undo(project).unwrap();
    assert_eq!(saved_tables::list(&project.read()).unwrap()[0].name, "Lang");
}

#[test]
fn a_table_of_a_group_has_who_comes_into_it() {
    use absatz::analysis::query::parse;
    let mut hand = Hand::new();
    let project = &mut hand.study.project;
    let land: Vec<_> = documents::groups(&project.read()).unwrap();
    let land = land.iter().find(|group| group.name == "Land").unwrap().id;
    let new = NewVariable {
        name: "level".into(),
        kind: VariableKind::Text,
        entity: Entity::Document,
        disclosure: Disclosure::AsIs,
    };
    ops::variables::add(project, &new).unwrap();
    let owner = Owner::Document(hand.documents[2]);
    ops::variables::set(project, owner, "level", None, &ValueChange::working("high")).unwrap();
    let group = TableChoice { groups: vec![land], ..TableChoice::default() };
    let condition = parse::condition("level = high").unwrap_or_else(|_| panic!("a condition"));
    let narrow = TableChoice { condition: Some(condition), ..group.clone() };
    let of = |project: &absatz::store::Project, id| {
        let reader = project.read();
        let saved = saved_tables::get(&reader, id).unwrap();
        ops::saved_tables::resolve(&reader, &saved).unwrap().query.documents.unwrap()
    };
    let id = ops::saved_tables::save(project, "Land", &group, false).unwrap().value;
    let narrow = ops::saved_tables::save(project, "high", &narrow, false).unwrap().value;
    assert_eq!(of(project, id), hand.documents[1..]);
    assert_eq!(of(project, narrow), hand.documents[2..]);
    // The variable may be called something else: the condition means it.
    let level = variables::list(&project.read()).unwrap()[0].id;
    let change = ops::variables::VariableChange { name: Some("rank".into()), ..Default::default() };
    ops::variables::change(project, level, &change).unwrap();
    assert_eq!(of(project, narrow), hand.documents[2..]);
    let into = ops::documents::DocumentChange { group: Some("Land".to_owned()), ..Default::default() };
    ops::documents::change(project, hand.documents[0], &into).unwrap();
    assert_eq!(of(project, id).len(), 3);
}

#[test]
fn the_sample_study_is_as_full_as_its_files_say() {
    i18n::set_lang(Lang::En);
    let project = ops::demo::build(Lang::En).unwrap();
    let grid = ops::grid::grid(&project, &GridQuery::default()).unwrap();
    // AK was the first to declare every interview done. Each passage is in one coding; codes are named by their paths.
    let (mut coded, mut summarised) = (BTreeSet::new(), BTreeSet::new());
    let mut of_document: BTreeMap<String, usize> = BTreeMap::new();
    let files = std::fs::read_dir(root().join("sample-transcripts/codings")).unwrap();
    let mut documents = 0;
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let study: serde_json::Value = serde_json::from_str(&text).unwrap();
        documents += 1;
        let label = study["label"].as_str().unwrap().to_owned();
        let paths = |list: &str| -> BTreeSet<(String, String)> {
            let all = study[list].as_array().unwrap().iter();
            let own = all.filter(|one| one["coder"] == "AK");
            own.map(|one| (label.clone(), one["code"].as_str().unwrap().to_owned())).collect()
        };
        let (here, written) = (paths("codings"), paths("summaries"));
        of_document.insert(label.clone(), here.difference(&written).count());
        coded.extend(here);
        summarised.extend(written);
    }
    let codes = codes::tree(&project.read()).unwrap().nodes().len();
    let all = grid.level();
    assert_eq!(
        (all.cells, all.summarised, all.waiting),
        (documents * codes, summarised.len(), coded.difference(&summarised).count())
    );
    assert!(all.waiting > 50 && all.summarised > 50, "{all:?}");
    for row in &grid.rows {
        assert_eq!(grid.row_level(row).waiting, of_document[&row.key], "{}", row.name);
    }
    // All rows of cases together have the same cells.
    let cases = ops::grid::grid(&project, &GridQuery { rows: Entity::Case, ..GridQuery::default() }).unwrap();
    assert_eq!(cases.level(), all);
    assert!(cases.rows.len() < grid.rows.len());
}

/// What is in a study of four documents and the codes A, A/B, A/B/C, D: segments, summaries, states.
type Drawn = (Vec<(usize, usize)>, Vec<(usize, usize)>, Vec<(usize, usize, usize)>, bool);

fn drawn() -> impl Strategy<Value = Drawn> {
    let cell = || (0..4usize, 0..4usize);
    (
        prop::collection::vec(cell(), 0..12),
        prop::collection::vec(cell(), 0..8),
        prop::collection::vec((0..4usize, 0..4usize, 0..3usize), 0..8),
        any::<bool>(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_level_is_what_counting_cell_by_cell_gives((segments, written, states, subcodes) in drawn()) {
        i18n::set_lang(Lang::En);
        let mut project = ops::project::create_in_memory("AK").unwrap();
        let ids: Vec<DocumentId> = (1..=4)
            .map(|n| crate::support::import(&mut project, &n.to_string(), "one two three four five six"))
            .collect();
        let paths = ["A", "A/B", "A/B/C", "D"];
        let of: Vec<CodeId> = paths.iter().map(|path| crate::support::code(&mut project, path)).collect();
        for (nth, &(document, code)) in segments.iter().enumerate() {
            let start = (nth as u32 % 5) * 4;
            let what = Application { codes: vec![of[code]], ..Application::default() };
            ops::codings::apply(&mut project, ids[document], Span::new(start, start + 3), &what).unwrap();
        }
        for &(document, code) in &written {
            ops::summaries::write(&mut project, ids[document], of[code], "text").unwrap();
        }
        let mut said = BTreeMap::new();
        for &(document, code, state) in &states {
            let cell = [(ids[document], of[code])];
            let coded = segments.contains(&(document, code));
            let done = ops::summaries::set_states(&mut project, &cell, Some(CellState::ALL[state]));
            prop_assert_eq!(done.is_err(), coded);
            if !coded {
                said.insert((document, code), state);
            }
        }
        let query = GridQuery { with_subcodes: subcodes, ..GridQuery::default() };
        let grid = ops::grid::grid(&project, &query).unwrap();
        let mut all = Level::default();
        for (row, line) in grid.rows.iter().enumerate() {
            let mut of_row = Level::default();
            for (column, path) in paths.iter().enumerate() {
                let counts = |other: usize| {
                    other == column || subcodes && paths[other].starts_with(&format!("{path}/"))
                };
                let coded = segments.iter().any(|&(document, code)| document == row && counts(code));
                let text = written.contains(&(row, column));
                let state = said.get(&(row, column)).filter(|_| !coded);
                for level in [&mut all, &mut of_row] {
                    level.cells += 1;
                    level.summarised += usize::from(text);
                    level.waiting += usize::from(coded && !text);
                    level.bare += usize::from(!coded && !text && state.is_none());
                    if let Some(state) = state {
                        level.states[*state] += 1;
                    }
                }
            }
            prop_assert_eq!(grid.row_level(line), of_row);
        }
        prop_assert_eq!(grid.level(), all);
    }
}
