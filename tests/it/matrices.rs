//! What codings and words amount to: tables worked out by hand, brute force on generated studies, pictures.

mod brute;
mod pictures;
mod sample;

use absatz::analysis::coded::{Codes, Measure};
use absatz::analysis::cooccurrence::{Figured, Relation};
use absatz::analysis::crosstab::{Percent, Shape};
use absatz::analysis::material::Shown;
use absatz::analysis::words::Wanted;
use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{self, Lang};
use absatz::model::chart::Figure;
use absatz::model::table::{Table, Value};
use absatz::model::variables::{Disclosure, Entity, Owner, VariableKind};
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::ops::documents::{ImportAs, Source};
use absatz::ops::matrix::{self, By, Scope};
use absatz::ops::variables::{NewVariable, ValueChange};
use absatz::ops::words::{Keyword, Stop};
use absatz::store::{codes, documents};
use absatz::text::Span;

use crate::support::Study;

/// A study that can be counted by hand. The interviewees say 45 characters and 9 words in the first interview (29 and 5
/// in paragraph 2, 16 and 4 in paragraph 3), 13 characters and 2 words in the second.
const ONE: &str = "I: Was fehlt?\nB: Geld fehlt, und Leute fehlen.\nB: Das Amt ist alt.\n";
const TWO: &str = "I: Und hier?\nB: Leute fehlen.\n";

/// Which code is on which words.
const CODED: [(&str, &str, &str); 6] = [
    ("1", "Mangel/Geld", "Geld fehlt"),
    ("1", "Mangel/Leute", "Leute fehlen"),
    ("1", "Mangel", "Geld fehlt, und Leute"),
    ("1", "Alter", "Das Amt ist alt."),
    // What the interviewer asks: a segment, and nothing that an interviewee says.
    ("2", "Mangel", "Und hier?"),
    ("2", "Mangel/Leute", "Leute fehlen."),
];

struct Hand {
    study: Study,
    documents: Vec<DocumentId>,
}

impl Hand {
    fn new() -> Hand {
        i18n::set_lang(Lang::En);
        let mut study = Study::new();
        let mut ids = Vec::new();
        for (label, group, text) in [("1", "Stadt", ONE), ("2", "Land", TWO)] {
            let name = format!("IP{label}.txt");
            let draft = read(&name, text.as_bytes(), &ReadOptions::default()).unwrap();
            let wanted = ImportAs { group: Some(group.to_owned()), ..ImportAs::default() };
            let source = Source::new(&name, text.as_bytes());
            ids.push(ops::documents::import(&mut study.project, &draft, &source, &wanted).unwrap().value);
        }
        for path in ["Mangel/Geld", "Mangel/Leute", "Alter"] {
            ops::codes::add(&mut study.project, path, None).unwrap();
        }
        let hand = Hand { study, documents: ids };
        hand.coded()
    }

    fn coded(mut self) -> Hand {
        for (label, path, words) in CODED {
            let document = self.document(label);
            let text = documents::text(&self.study.project.read(), document).unwrap();
            let at = text.as_str().find(words).unwrap();
            let span = text.span(at..at + words.len());
            let what = Application { codes: vec![self.code(path)], ..Application::default() };
            ops::codings::apply(&mut self.study.project, document, span, &what).unwrap();
        }
        self
    }

    fn document(&self, label: &str) -> DocumentId {
        self.documents[label.parse::<usize>().unwrap() - 1]
    }
    fn code(&self, path: &str) -> CodeId {
        codes::tree(&self.study.project.read()).unwrap().find(path).unwrap().code.id
    }
    fn matrix(&self, codes: Codes, measure: Measure) -> Table {
        let scope = Scope { codes, ..Scope::default() };
        matrix::codes_documents(&self.study.project, &scope, measure, false).unwrap().table
    }
}

fn own() -> Codes {
    Codes::default()
}
fn with_subcodes() -> Codes {
    Codes { with_subcodes: true, ..Codes::default() }
}

/// The table in words: a line for each row.
fn lines(table: &Table) -> Vec<String> {
    let cell = |value: &Value| match value {
        Value::Said { stored, .. } => stored.clone(),
        value => value.plain(),
    };
    let row = |row: &Vec<absatz::model::table::Cell>| {
        row.iter().map(|one| cell(&one.value)).collect::<Vec<_>>().join(" | ")
    };
    table.rows.iter().map(row).collect()
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

#[test]
fn segments_are_counted_by_code_and_document() {
    let hand = Hand::new();
    let table = hand.matrix(own(), Measure::Segments);
    assert_eq!(keys(&table), ["code", "1", "2", "(total)", "(documents)", "(of)"]);
    // One line of CODED is one segment.
    assert_eq!(
        lines(&table),
        [
            "Mangel | 1 | 1 | 2 | 2 | 2",
            "Mangel/Geld | 1 | 0 | 1 | 1 | 2",
            "Mangel/Leute | 1 | 1 | 2 | 2 | 2",
            "Alter | 1 | 0 | 1 | 1 | 2",
            "(total) | 4 | 2 | 6 | 2 | 2",
        ]
    );
    // Mangel has those of its two subcodes too; any of the codes counts none twice.
    assert_eq!(
        lines(&hand.matrix(with_subcodes(), Measure::Segments)),
        [
            "Mangel | 3 | 2 | 5 | 2 | 2",
            "Mangel/Geld | 1 | 0 | 1 | 1 | 2",
            "Mangel/Leute | 1 | 1 | 2 | 2 | 2",
            "Alter | 1 | 0 | 1 | 1 | 2",
            "(total) | 4 | 2 | 6 | 2 | 2",
        ]
    );
    let main = hand.matrix(Codes { main: true, ..Codes::default() }, Measure::Documents);
    assert_eq!(lines(&main), ["Mangel | 1 | 1 | 2 | 2", "Alter | 1 | 0 | 1 | 2", "(total) | 1 | 1 | 2 | 2"]);
    // Every cell leads to its segments, totals too.
    let mangel = &table.rows[0];
    assert_eq!(mangel[1].places.len(), 1);
    assert_eq!((mangel[3].places.len(), table.rows[4][3].places.len()), (2, 6));
    assert_eq!(mangel[1].places[0].code, Some(hand.code("Mangel")));
    assert!(table.notes.iter().any(|note| note.contains("Analysis set AK")), "{:?}", table.notes);
}

#[test]
fn words_and_shares_are_those_of_the_interviewees_and_counted_once() {
    let hand = Hand::new();
    // Mangel lies on four words; with its subcodes on the five of the paragraph, not on 4 + 2 + 2.
    assert_eq!(
        lines(&hand.matrix(own(), Measure::Words)),
        [
            "Mangel | 4 | 0 | 4 | 2 | 2",
            "Mangel/Geld | 2 | 0 | 2 | 1 | 2",
            "Mangel/Leute | 2 | 2 | 4 | 2 | 2",
            "Alter | 4 | 0 | 4 | 1 | 2",
            "(total) | 9 | 2 | 11 | 2 | 2",
        ]
    );
    assert_eq!(lines(&hand.matrix(with_subcodes(), Measure::Words))[0], "Mangel | 5 | 2 | 7 | 2 | 2");
    // Of 45 and 13 characters, 58 in all: Mangel 21, Geld 10, Leute 12 and 13, Alter 16; any of them 28 + 16 and 13.
    assert_eq!(
        lines(&hand.matrix(own(), Measure::Share)),
        [
            "Mangel | 46.7 % | 0.0 % | 36.2 % | 2 | 2",
            "Mangel/Geld | 22.2 % | 0.0 % | 17.2 % | 1 | 2",
            "Mangel/Leute | 26.7 % | 100.0 % | 43.1 % | 2 | 2",
            "Alter | 35.6 % | 0.0 % | 27.6 % | 1 | 2",
            "(total) | 97.8 % | 100.0 % | 98.3 % | 2 | 2",
        ]
    );
    // With the interviewers there are 10 and 9 characters more, and the question of the second counts.
    let scope = Scope { with_interviewers: true, ..Scope::default() };
    let table = matrix::codes_documents(&hand.study.project, &scope, Measure::Words, false).unwrap().table;
    assert_eq!(lines(&table)[0], "Mangel | 4 | 2 | 6 | 2 | 2");
    assert!(table.notes.iter().any(|note| note.contains("what everyone says")), "{:?}", table.notes);
}

#[test]
fn coverage_never_counts_a_letter_twice() {
    let hand = Hand::new();
    let scope = Scope { codes: with_subcodes(), ..Scope::default() };
    let table = matrix::coverage(&hand.study.project, &scope).unwrap().table;
    assert_eq!(keys(&table), ["code", "share", "segments", "documents", "words", "characters"]);
    // Mangel with its subcodes: „Geld fehlt, und Leute fehlen“ (28) and „Leute fehlen.“ (13) of 58.
    assert_eq!(
        lines(&table),
        [
            "Mangel | 70.7 % | 5 | 2 | 7 | 41",
            "Mangel/Geld | 17.2 % | 1 | 1 | 2 | 10",
            "Mangel/Leute | 43.1 % | 2 | 2 | 4 | 25",
            "Alter | 27.6 % | 1 | 1 | 4 | 16",
            "(any) | 98.3 % | 6 | 2 | 11 | 57",
            "(none) | 1.7 % |  |  | 0 | 1",
            "(all) |  |  | 2 | 11 | 58",
        ]
    );
}

fn together(hand: &Hand, codes: Codes, relation: Relation, what: Figured) -> Vec<String> {
    let scope = Scope { codes, ..Scope::default() };
    lines(&matrix::codes_codes(&hand.study.project, &scope, relation, what).unwrap().table)
}

#[test]
fn codes_occur_together_by_every_relation() {
    let hand = Hand::new();
    let count = |relation| together(&hand, own(), relation, Figured::Count);
    // „Geld fehlt“ and the first half of „Leute fehlen“ lie under Mangel. The diagonal has each code's segments.
    let overlap = [
        "Mangel | 2 | 1 | 1 | 0",
        "Mangel/Geld | 1 | 1 | 0 | 0",
        "Mangel/Leute | 1 | 0 | 2 | 0",
        "Alter | 0 | 0 | 0 | 1",
    ];
    assert_eq!(count(Relation::Overlap), overlap);
    assert_eq!(
        count(Relation::Same),
        [
            "Mangel | 2 | 0 | 0 | 0",
            "Mangel/Geld | 0 | 1 | 0 | 0",
            "Mangel/Leute | 0 | 0 | 2 | 0",
            "Alter | 0 | 0 | 0 | 1"
        ]
    );
    // In the same paragraph Geld and Leute meet as well.
    assert_eq!(
        count(Relation::Near(0)),
        [
            "Mangel | 2 | 1 | 1 | 0",
            "Mangel/Geld | 1 | 1 | 1 | 0",
            "Mangel/Leute | 1 | 1 | 2 | 0",
            "Alter | 0 | 0 | 0 | 1"
        ]
    );
    // One paragraph on: Alter with all three; in the second interview question and answer.
    assert_eq!(
        count(Relation::Near(1)),
        [
            "Mangel | 2 | 1 | 2 | 1",
            "Mangel/Geld | 1 | 1 | 1 | 1",
            "Mangel/Leute | 2 | 1 | 2 | 1",
            "Alter | 1 | 1 | 1 | 1"
        ]
    );
    // Documents: Mangel and Leute are in both, Geld and Alter in the first.
    assert_eq!(
        count(Relation::Document),
        [
            "Mangel | 2 | 1 | 2 | 1",
            "Mangel/Geld | 1 | 1 | 1 | 1",
            "Mangel/Leute | 2 | 1 | 2 | 1",
            "Alter | 1 | 1 | 1 | 1"
        ]
    );
    // Mangel: one of two segments has a partner in Leute, and the other way round: 2 of 4. Geld: 1 of 1, with 1 of 2.
    let dice = together(&hand, own(), Relation::Overlap, Figured::Dice);
    assert_eq!(dice[0], "Mangel |  | 0.67 | 0.50 | 0.00");
    let jaccard = together(&hand, own(), Relation::Overlap, Figured::Jaccard);
    assert_eq!(jaccard[0], "Mangel |  | 0.50 | 0.33 | 0.00");
    // For documents Jaccard is what it is for sets: 1 of 2.
    let jaccard = together(&hand, own(), Relation::Document, Figured::Jaccard);
    assert_eq!(jaccard[0], "Mangel |  | 0.50 | 1.00 | 0.50");
    // A code and the one above it have segments in common; a pair of two counts once.
    let above = together(&hand, with_subcodes(), Relation::Overlap, Figured::Count);
    assert_eq!(above[0], "Mangel | 5 | 1 | 1 | 0");
}

#[test]
fn pairs_stand_with_all_their_figures() {
    let hand = Hand::new();
    let figure = matrix::code_pairs(&hand.study.project, &Scope::default(), Relation::Near(1)).unwrap();
    assert_eq!(
        lines(&figure.table)[0],
        "Mangel | Mangel/Leute | 2 | 2 | 2 | 1.00 | 1.00",
        "{:#?}",
        lines(&figure.table)
    );
    assert_eq!(figure.table.rows.len(), 6);
    assert_eq!(figure.table.rows[0][2].places.len(), 4);
}

fn crosstab(hand: &Hand, by: &By, shape: Shape) -> Vec<String> {
    let figure: Figure = matrix::crosstab(&hand.study.project, &Scope::default(), by, shape, false).unwrap();
    lines(&figure.table)
}

#[test]
fn groups_are_compared_by_counts_and_percentages() {
    let hand = Hand::new();
    let count = Shape::default();
    assert_eq!(
        crosstab(&hand, &By::Group, count),
        [
            "Mangel | 1 | 1 | 2 | 2 | 2",
            "Mangel/Geld | 1 | 0 | 1 | 1 | 2",
            "Mangel/Leute | 1 | 1 | 2 | 2 | 2",
            "Alter | 1 | 0 | 1 | 1 | 2",
            "(total) | 4 | 2 | 6 | 2 | 2",
            "(interviews) | 1 | 1 |  |  | ",
        ]
    );
    let percent = |percent, measure| Shape { percent: Some(percent), measure, asked_only: false };
    // Of 2; of 4 and 2; of 6.
    assert_eq!(
        crosstab(&hand, &By::Group, percent(Percent::Row, Measure::Segments))[0],
        "Mangel | 50.0 % | 50.0 % | 100.0 % | 2 | 2"
    );
    assert_eq!(
        crosstab(&hand, &By::Group, percent(Percent::Column, Measure::Segments))[0],
        "Mangel | 25.0 % | 50.0 % | 33.3 % | 2 | 2"
    );
    assert_eq!(
        crosstab(&hand, &By::Group, percent(Percent::Total, Measure::Segments))[0],
        "Mangel | 16.7 % | 16.7 % | 33.3 % | 2 | 2"
    );
    // Documents: of the one of each group, of both.
    assert_eq!(
        crosstab(&hand, &By::Group, percent(Percent::Column, Measure::Documents))[3],
        "Alter | 100.0 % | 0.0 % | 1 | 2"
    );
    assert_eq!(
        crosstab(&hand, &By::Group, percent(Percent::Total, Measure::Documents))[3],
        "Alter | 50.0 % | 0.0 % | 1 | 2"
    );
    let share = matrix::crosstab(
        &hand.study.project,
        &Scope::default(),
        &By::Group,
        percent(Percent::Row, Measure::Share),
        false,
    );
    assert!(share.unwrap_err().to_string().contains("per cent already"));
}

#[test]
fn a_variable_puts_documents_into_columns_as_it_may_be_published() {
    let mut hand = Hand::new();
    let project = &mut hand.study.project;
    let new = NewVariable {
        name: "Größe".into(),
        kind: VariableKind::Integer,
        entity: Entity::Document,
        disclosure: Disclosure::Recoded,
    };
    ops::variables::add(project, &new).unwrap();
    for (at, size) in [(0, "14000"), (1, "9000")] {
        let owner = Owner::Document(hand.documents[at]);
        ops::variables::set(project, owner, "Größe", None, &ValueChange::working(size)).unwrap();
        ops::variables::set(project, owner, "Größe", None, &ValueChange::published(Some("klein"))).unwrap();
    }
    let table = |shown| {
        let by = By::Variable("größe".into(), shown);
        matrix::crosstab(&hand.study.project, &Scope::default(), &by, Shape::default(), false).unwrap().table
    };
    // Numbers in their order, not in that of the documents.
    assert_eq!(keys(&table(Shown::Working))[1..3], ["9000", "14000"]);
    assert_eq!(lines(&table(Shown::Working))[3], "Alter | 0 | 1 | 1 | 1 | 2");
    let published = table(Shown::Published);
    assert_eq!(keys(&published)[1..], ["klein", "(total)", "(documents)", "(of)"]);
    assert_eq!(lines(&published)[0], "Mangel | 2 | 2 | 2 | 2");
    assert!(published.title.contains("Größe"));
}

#[test]
fn who_was_not_asked_is_not_among_those_without_an_answer() {
    let hand = Hand::new();
    let raw = hand.study.raw();
    let insert = |document: DocumentId, path: &str, coder: i64| {
        raw.execute(
            "INSERT INTO cell_state (document, code, coder, state, changed) VALUES (?1, ?2, ?3, 'not-asked', '')",
            [document.0, hand.code(path).0, coder],
        )
        .unwrap();
    };
    insert(hand.document("2"), "Alter", hand.study.ak.0);
    // Said of a cell that has a segment after all, and by somebody whose codings do not count here.
    insert(hand.document("2"), "Mangel/Leute", hand.study.ak.0);
    insert(hand.document("2"), "Mangel/Geld", hand.study.mb.0);
    let table = hand.matrix(own(), Measure::Segments);
    assert_eq!(keys(&table)[3..], ["(total)", "(documents)", "(of)", "(asked)"]);
    assert_eq!(
        lines(&table),
        [
            "Mangel | 1 | 1 | 2 | 2 | 2 | 2",
            "Mangel/Geld | 1 | 0 | 1 | 1 | 2 | 2",
            "Mangel/Leute | 1 | 1 | 2 | 2 | 2 | 2",
            "Alter | 1 | not asked | 1 | 1 | 2 | 1",
            "(total) | 4 | 2 | 6 | 2 | 2 | 2",
        ]
    );
    let shape = |asked_only| Shape { measure: Measure::Documents, percent: Some(Percent::Total), asked_only };
    assert_eq!(crosstab(&hand, &By::Group, shape(false))[3], "Alter | 50.0 % | 0.0 % | 1 | 2 | 1");
    assert_eq!(crosstab(&hand, &By::Group, shape(true))[3], "Alter | 100.0 % | 0.0 % | 1 | 2 | 1");
    let column = Shape { percent: Some(Percent::Column), ..shape(true) };
    assert_eq!(crosstab(&hand, &By::Group, column)[3], "Alter | 100.0 % | n/a: no documents | 1 | 2 | 1");
}

#[test]
fn a_portrait_has_the_code_with_most_of_each_tile() {
    let hand = Hand::new();
    let scope = Scope::default();
    // 45 characters in five tiles of nine: „Geld fehl“, „t, und Le“, „ute fehle“, „n.“ and „Das Amt“, „ ist alt.“.
    let figure = matrix::portrait(&hand.study.project, hand.document("1"), &scope, 5).unwrap();
    let table = &figure.table;
    assert_eq!(keys(table), ["tile", "citation", "code", "coded", "codes"]);
    assert_eq!(
        lines(table),
        [
            // Mangel and Geld have all of it: the first of the code system wins.
            "1 | (IP 1: 2) | Mangel | 100 % | Mangel, Mangel/Geld",
            "2 | (IP 1: 2) | Mangel | 100 % | Mangel, Mangel/Geld, Mangel/Leute",
            "3 | (IP 1: 2) | Mangel/Leute | 100 % | Mangel, Mangel/Leute",
            // Of „n.“ the full stop is not coded: eight of nine.
            "4 | (IP 1: 2f.) | Alter | 89 % | Mangel/Leute, Alter",
            "5 | (IP 1: 3) | Alter | 100 % | Alter",
        ]
    );
    assert_eq!(table.rows[1][0].places.len(), 3);
}

#[test]
fn a_codeline_has_a_row_for_each_paragraph_with_a_code() {
    let hand = Hand::new();
    let scope = Scope::default();
    let figure = matrix::codeline(&hand.study.project, hand.document("1"), &scope).unwrap();
    assert_eq!(keys(&figure.table), ["paragraph", "Mangel", "Mangel/Geld", "Mangel/Leute", "Alter"]);
    // 21, 10 and 12 of 29; all of 16.
    assert_eq!(lines(&figure.table), ["2 | 72 % | 34 % | 41 % | ", "3 |  |  |  | 100 %"]);
    let empty = matrix::codeline(
        &hand.study.project,
        hand.document("1"),
        &Scope { codes: Codes { only: Some(Vec::new()), ..Codes::default() }, ..Scope::default() },
    );
    let table = empty.unwrap().table;
    assert!(table.rows.is_empty());
    assert!(table.notes.iter().any(|note| note.contains("no segments")), "{:?}", table.notes);
}

fn words(hand: &Hand, scope: &Scope, stop: &[&str]) -> Table {
    let stop = Stop::typed(&stop.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap();
    ops::words::list(&hand.study.project, scope, &stop, Wanted::default(), true).unwrap().table
}

#[test]
fn words_are_listed_without_stop_words_labels_and_interviewers() {
    let hand = Hand::new();
    // „fehlen“ and „Leute“ twice, the others once; 11 words are said. Nobody asks „Was“, „Und“, „hier“.
    assert_eq!(
        lines(&words(&hand, &Scope::default(), &["none"])),
        [
            "fehlen | 2 | 18.18 % | 2",
            "Leute | 2 | 18.18 % | 2",
            "alt | 1 | 9.09 % | 1",
            "Amt | 1 | 9.09 % | 1",
            "Das | 1 | 9.09 % | 1",
            "fehlt | 1 | 9.09 % | 1",
            "Geld | 1 | 9.09 % | 1",
            "ist | 1 | 9.09 % | 1",
            "und | 1 | 9.09 % | 1",
        ]
    );
    let listed =
        |table: &Table| -> Vec<String> { table.rows.iter().map(|row| row[0].value.plain()).collect() };
    assert_eq!(
        listed(&words(&hand, &Scope::default(), &[])),
        ["fehlen", "Leute", "alt", "Amt", "fehlt", "Geld"]
    );
    // A list of one's own is added to those of the program.
    let file = hand.study.folder.path().join("own.txt");
    std::fs::write(&file, "Amt # where\nfehlt fehlen\n").unwrap();
    let own = words(&hand, &Scope::default(), &[file.to_str().unwrap()]);
    assert_eq!(listed(&own), ["Leute", "alt", "Geld"]);
    assert!(own.notes.iter().any(|note| note.contains("own.txt")), "{:?}", own.notes);
    // Only under a code: „Leute fehlen“ twice.
    let codes = Codes { only: Some(vec![hand.code("Mangel/Leute")]), ..Codes::default() };
    let coded = words(&hand, &Scope { codes, ..Scope::default() }, &["none"]);
    assert_eq!(lines(&coded), ["fehlen | 2 | 50.00 % | 2", "Leute | 2 | 50.00 % | 2"]);
    assert!(coded.notes.iter().any(|note| note.contains("Mangel/Leute")), "{:?}", coded.notes);
    assert_eq!(coded.rows[0][1].places.len(), 2);
    let error = Stop::typed(&["nowhere.txt".to_owned()]).unwrap_err();
    assert!(error.to_string().contains("nowhere.txt"));
    // Why a list is empty.
    let all = Scope { documents: Some(Vec::new()), ..Scope::default() };
    let none = words(&hand, &all, &["none"]);
    assert!(none.rows.is_empty());
    assert!(none.notes.iter().any(|note| note.contains("Nothing is said")), "{:?}", none.notes);
}

#[test]
fn a_word_stands_in_its_context() {
    let hand = Hand::new();
    let found = |keyword: &Keyword| {
        lines(&ops::words::concordance(&hand.study.project, &Scope::default(), keyword).unwrap())
    };
    assert_eq!(
        found(&Keyword::new("fehlen")),
        ["(IP 1: 2) | B | Geld fehlt, und Leute | fehlen | .", "(IP 2: 2) | B | Leute | fehlen | ."]
    );
    // „fehl“ is no word; as a part of one it is found, but not in what the interviewer asks.
    assert!(found(&Keyword::new("fehl")).is_empty());
    assert_eq!(found(&Keyword { whole: false, ..Keyword::new("fehl") }).len(), 3);
    // The context ends at whole words.
    assert_eq!(
        found(&Keyword { context: 8, ..Keyword::new("und") }),
        ["(IP 1: 2) | B | … fehlt, | und | Leute …"]
    );
    let by_after = Keyword { order: absatz::analysis::concordance::Order::After, ..Keyword::new("Leute") };
    assert_eq!(found(&by_after).len(), 2);
}

#[test]
fn coders_are_never_added_up() {
    let mut hand = Hand::new();
    let before = lines(&hand.matrix(own(), Measure::Segments));
    let mb = hand.study.mb;
    hand.study.sign_in(mb);
    let document = hand.document("1");
    let what = Application { codes: vec![hand.code("Alter")], ..Application::default() };
    ops::codings::apply(&mut hand.study.project, document, Span::new(17, 21), &what).unwrap();
    // MB is blind and reads their own work; AK's table is as it was.
    assert_eq!(lines(&hand.matrix(own(), Measure::Segments))[4], "(total) | 1 | 0 | 1 | 1 | 2");
    let ak = hand.study.ak;
    let asked = Scope { coder: Some(ak), ..Scope::default() };
    let refused = matrix::codes_documents(&hand.study.project, &asked, Measure::Segments, false);
    assert!(refused.unwrap_err().to_string().contains("AK"));
    hand.study.sign_in(ak);
    assert_eq!(lines(&hand.matrix(own(), Measure::Segments)), before);
}

#[test]
fn german_tables_are_german() {
    let hand = Hand::new();
    i18n::set_lang(Lang::De);
    let table = hand.matrix(own(), Measure::Share);
    assert_eq!(table.title, "Codes × Dokumente");
    assert_eq!(table.rows[0][1].value.plain(), "46,7 %");
    assert_eq!(table.rows[4][0].value.plain(), "Einer der Codes");
    assert!(table.notes.iter().any(|note| note.contains("Auswertungsstand AK")), "{:?}", table.notes);
    i18n::set_lang(Lang::En);
}
