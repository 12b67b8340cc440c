//! The study for readers: what is in it, what is kept out of it, and the page in a real browser.

mod browser;
mod page;
mod transcripts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use absatz::formats::write::Meta;
use absatz::formats::write::edition::{EditionFormat, write};
use absatz::i18n::{self, Lang};
use absatz::model::consent::{MayQuote, Quotations};
use absatz::model::edition::{Edition, plain};
use absatz::model::names::Name;
use absatz::model::summaries::{CellState, Condensed};
use absatz::ops::codings::{Application, apply};
use absatz::ops::consent::ConsentChange;
use absatz::ops::edition::{EditionQuery, Made, edition};
use absatz::ops::retrieve::{SegmentQuery, segments};
use absatz::progress::Progress;
use absatz::store::{Project, codes, documents, settings};
use absatz::text::Span;
use absatz::{clock, ops};

use crate::support::{self, Study};

/// The shipped study.
fn demo() -> (tempfile::TempDir, Project) {
    i18n::set_lang(Lang::En);
    let folder = support::quick_folder();
    let path = ops::demo::create(folder.path(), Lang::En).unwrap();
    (folder, Project::open(&path, None).unwrap())
}

fn made(project: &Project, query: &EditionQuery) -> Made {
    edition(project, query, &Progress::new()).unwrap()
}

fn page(edition: &Edition) -> String {
    let meta = Meta { created: Some("2026-03-01T09:15:02Z".to_owned()), ..Meta::default() };
    String::from_utf8(write(edition, EditionFormat::Html, &meta).unwrap()).unwrap()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_edition_has_every_paragraph_and_every_segment_of_the_analysis_set() {
    let (_folder, project) = demo();
    let made = made(&project, &EditionQuery { working: true, coders: true, ..EditionQuery::default() });
    let reader = project.read();
    let all = documents::list(&reader).unwrap();
    assert_eq!(made.edition.documents.len(), all.len());
    for (document, given) in all.iter().zip(&made.edition.documents) {
        assert_eq!(document.label, given.label);
        let transcript = documents::transcript(&reader, document.id).unwrap();
        let stored: Vec<_> = transcript
            .paragraphs
            .iter()
            .map(|paragraph| {
                (
                    paragraph.number,
                    transcript.text.slice(paragraph.span).to_owned(),
                    paragraph.speaker.clone(),
                )
            })
            .collect();
        let shown: Vec<_> = given
            .paragraphs
            .iter()
            .map(|paragraph| {
                let text = paragraph.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
                (paragraph.number, text, paragraph.speaker.clone())
            })
            .collect();
        assert_eq!(stored, shown, "{}", document.label);
    }
    let found = segments(&project, &SegmentQuery::default()).unwrap();
    let stored: Vec<_> = found
        .segments
        .iter()
        .map(|one| {
            (
                one.citation.clone(),
                one.code.clone(),
                words(&one.text),
                one.coding.weight,
                Some(one.coder.clone()),
            )
        })
        .collect();
    let mut shown = Vec::new();
    for document in &made.edition.documents {
        for (at, coding) in document.codings.iter().enumerate() {
            let code = made.edition.codes[coding.code].path.clone();
            let text = words(&document.quotation(at));
            shown.push((coding.citation.clone(), code, text, coding.weight, coding.coder.clone()));
        }
    }
    assert!(stored.len() > 300, "{}", stored.len());
    assert_eq!(stored, shown);
}

#[test]
fn codes_are_counted_with_and_without_those_below() {
    let (_folder, project) = demo();
    let edition = made(&project, &EditionQuery::default()).edition;
    let tree = codes::tree(&project.read()).unwrap();
    let found = segments(&project, &SegmentQuery::default()).unwrap().segments;
    for (node, code) in tree.nodes().iter().zip(&edition.codes) {
        assert_eq!(node.path, code.path);
        let below = tree.subtree(node.code.id).iter().map(|node| node.code.id).collect::<BTreeSet<_>>();
        let own: Vec<_> = found.iter().filter(|one| one.coding.code == node.code.id).collect();
        let all: Vec<_> = found.iter().filter(|one| below.contains(&one.coding.code)).collect();
        let interviews = |list: &[&absatz::model::codings::Segment]| {
            list.iter().map(|one| one.coding.document).collect::<BTreeSet<_>>().len()
        };
        assert_eq!((code.segments, code.documents), (own.len(), interviews(&own)), "{}", code.path);
        assert_eq!(
            (code.segments_below, code.documents_below),
            (all.len(), interviews(&all)),
            "{}",
            code.path
        );
        assert_eq!(plain(&code.definition), node.code.guide.definition.trim());
    }
}

#[test]
fn what_was_chosen_is_given_and_nothing_else() {
    let (_folder, project) = demo();
    let reader = project.read();
    let tree = codes::tree(&reader).unwrap();
    let legal = tree.find("Obstacles/Legal").unwrap();
    let below: Vec<_> = tree.subtree(legal.code.id).iter().map(|node| node.code.id).collect();
    let five = documents::by_label(&reader, "5").unwrap();
    let query = EditionQuery {
        documents: Some(vec![five.id]),
        codes: Some(below.clone()),
        ..EditionQuery::default()
    };
    let made = made(&project, &query);
    assert_eq!(made.edition.documents.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["IP 5"]);
    let names: Vec<_> = made.edition.codes.iter().map(|code| (code.name.as_str(), code.depth)).collect();
    // The code above is not there: the whole path says what it is.
    assert_eq!(names[0], ("Obstacles/Legal", 0));
    assert!(names[1..].iter().all(|(name, depth)| !name.contains('/') && *depth == 1), "{names:?}");
    let page = page(&made.edition);
    for other in documents::list(&reader).unwrap().iter().filter(|one| one.id != five.id) {
        let transcript = documents::transcript(&reader, other.id).unwrap();
        let long = transcript
            .paragraphs
            .iter()
            .map(|one| transcript.text.slice(one.span))
            .max_by_key(|text| text.len());
        assert!(!page.contains(&long.unwrap()[..40]), "{}", other.label);
    }
    assert!(
        made.edition
            .notes
            .iter()
            .any(|note| note.starts_with("One of the study's") || note.starts_with("1 of the study's"))
    );
}

#[test]
fn names_titles_coders_and_times_stay_behind_unless_asked_for() {
    let (_folder, mut project) = demo();
    for (name, by) in [("Moorbach", "[town]"), ("Bürgerbüro", "[office]")] {
        ops::names::add(&mut project, Name::new(name, by), &[]).unwrap();
    }
    let plain = page(&made(&project, &EditionQuery::default()).edition);
    assert!(!plain.contains("Moorbach") && plain.contains("[town]"));
    for title in documents::list(&project.read()).unwrap().iter().map(|one| one.title.clone()) {
        assert!(!plain.contains(&title), "{title}");
    }
    // "AK" and "MB" as words by themselves.
    let coder = regex::Regex::new(r"\b(AK|MB)\b").unwrap();
    assert!(!coder.is_match(&plain), "{:?}", coder.find(&plain));
    let time =
        clock::local(&segments(&project, &SegmentQuery::default()).unwrap().segments[0].coding.created);
    let day = time.split(' ').next().unwrap().to_owned();
    let dated = |page: &str| page.split("<main").nth(1).unwrap().contains(&day);
    assert!(!dated(&plain), "{day}");
    let query =
        EditionQuery { working: true, coders: true, times: true, comments: true, ..EditionQuery::default() };
    let all = page(&made(&project, &query).edition);
    assert!(all.contains("Moorbach") && coder.is_match(&all) && dated(&all));
    // A study that replaces names in exports does so here as well.
    ops::names::set_in_exports(&mut project, true).unwrap();
    assert!(!page(&made(&project, &query).edition).contains("Moorbach"));
}

#[test]
fn a_name_that_a_code_cuts_in_two_is_replaced_whole() {
    let mut study = Study::new();
    i18n::set_lang(Lang::En);
    let document = support::import(&mut study.project, "1", "B: In Moorbach war das so.");
    let code = support::code(&mut study.project, "Place");
    let what = Application { codes: vec![code], ..Application::default() };
    apply(&mut study.project, document, Span::new(6, 10), &what).unwrap();
    ops::names::add(&mut study.project, Name::new("Moorbach", "[town]"), &[]).unwrap();
    let edition = made(&study.project, &EditionQuery::default()).edition;
    let pieces: Vec<_> = edition.documents[0].paragraphs[0]
        .pieces
        .iter()
        .map(|piece| (piece.text.as_str(), piece.codings.len()))
        .collect();
    assert_eq!(pieces, [("B: In ", 0), ("[town]", 1), (" war das so.", 0)]);
}

#[test]
fn what_may_not_be_quoted_is_marked_as_consent_says_it() {
    let (_folder, project) = demo();
    let made = made(&project, &EditionQuery::default());
    let reader = project.read();
    let found = segments(&project, &SegmentQuery::default()).unwrap().segments;
    let mut by_document: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for one in &found {
        by_document.entry(one.coding.document).or_default().push(one);
    }
    let mut marked = 0;
    for (document, given) in documents::list(&reader).unwrap().iter().zip(&made.edition.documents) {
        for (segment, coding) in by_document[&document.id].iter().zip(&given.codings) {
            let answer = ops::consent::may_quote(&reader, document.id, segment.coding.span).unwrap();
            let free = answer.is_free() || answer == MayQuote::Anonymous;
            assert_eq!(coding.withheld.is_none(), free, "{} {answer:?}", coding.citation);
            marked += usize::from(!free);
        }
    }
    assert!(marked > 10 && marked < found.len(), "{marked}");
    assert!(made.warnings.iter().any(|words| words.starts_with(&format!("{marked} of {}", found.len()))));
}

#[test]
fn a_withdrawn_interview_says_so() {
    let mut study = Study::new();
    i18n::set_lang(Lang::En);
    let document = support::import(&mut study.project, "1", "B: Words.");
    let change = ConsentChange { quotations: Some(Quotations::Yes), ..ConsentChange::default() };
    ops::consent::set(&mut study.project, document, None, &change).unwrap();
    assert_eq!(made(&study.project, &EditionQuery::default()).edition.documents[0].warning, None);
    ops::consent::withdraw(&mut study.project, document, None, "2026-03-01").unwrap();
    let made = made(&study.project, &EditionQuery::default());
    assert!(made.edition.documents[0].warning.as_ref().unwrap().contains("withdrawn"));
    assert!(made.warnings.iter().any(|words| words.starts_with("IP 1: ")), "{:?}", made.warnings);
}

#[test]
fn nothing_to_export_says_why() {
    let mut study = Study::new();
    i18n::set_lang(Lang::En);
    let empty = edition(&study.project, &EditionQuery::default(), &Progress::new()).unwrap_err();
    assert!(empty.to_string().contains("no documents"), "{empty}");
    support::import(&mut study.project, "1", "B: Words.");
    let says = |query: &EditionQuery, project: &Project| made(project, query).warnings.join(" ");
    assert!(says(&EditionQuery::default(), &study.project).contains("no codes yet"));
    let code = support::code(&mut study.project, "Empty");
    assert!(says(&EditionQuery::default(), &study.project).contains("nobody"));
    let query = EditionQuery { codes: Some(vec![code]), ..EditionQuery::default() };
    assert!(says(&query, &study.project).contains("the chosen codes have none"));
    let query = EditionQuery { documents: Some(Vec::new()), ..EditionQuery::default() };
    assert!(edition(&study.project, &query, &Progress::new()).is_err());
    let stopped = Progress::new();
    stopped.cancel();
    assert!(edition(&study.project, &EditionQuery::default(), &stopped).is_err());
}

#[test]
fn pretests_are_left_out_when_asked() {
    let (_folder, project) = demo();
    let made = made(&project, &EditionQuery { without_pretests: true, ..EditionQuery::default() });
    assert!(made.edition.documents.iter().all(|one| one.label != "Pretest"));
    assert_eq!(made.edition.documents.len(), 7);
    assert_eq!(settings::citation(&project.read()).unwrap().name("5"), made.edition.documents[5].name);
}

#[test]
fn states_and_summaries_of_rows_and_columns_are_given() {
    let mut study = Study::new();
    i18n::set_lang(Lang::En);
    let first = support::import(&mut study.project, "1", "B: Words.");
    let second = support::import(&mut study.project, "2", "B: More words.");
    let code = support::code(&mut study.project, "Law");
    ops::summaries::set_states(&mut study.project, &[(second, code)], Some(CellState::NotAsked)).unwrap();
    ops::summaries::condense(&mut study.project, Condensed::Document(first), "All of it (IP 1: 1).").unwrap();
    ops::summaries::condense(&mut study.project, Condensed::Code(code), "All of them (IP 2: 1).").unwrap();
    let edition = made(&study.project, &EditionQuery::default()).edition;
    assert_eq!(edition.states.len(), 1);
    assert_eq!((edition.states[0].document, edition.states[0].code), (1, 0));
    assert_eq!(plain(&edition.documents[0].summary), "All of it (IP 1: 1).");
    assert_eq!(edition.codes[0].summary[1].to.unwrap().document, 1);
    let page = page(&edition);
    for words in ["not asked", "All of it", "All of them", "href=\"#1:1\"", "href=\"#2:1\""] {
        assert!(page.contains(words), "{words}");
    }
}

/// A page in a file of its own.
fn file(folder: &Path, name: &str, page: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, page).unwrap();
    path
}
