//! Coding against a model that keeps one truth value per character.

use std::collections::{BTreeMap, BTreeSet};

use absatz::error::Kind;
use absatz::model::codings::Coding;
use absatz::model::history::OperationKind;
use absatz::model::memos::MemoOn;
use absatz::model::{CodeId, CodingId, DocumentId};
use absatz::ops;
use absatz::ops::codings::{Application, CodingChange};
use absatz::store::codings::NewCoding;
use absatz::store::{Project, codings, documents, memos};
use absatz::text::{Span, Text};
use proptest::prelude::*;

use crate::support::{Study, code, import};

/// Clusters of several code points, white space of several kinds, a header without a number, an empty line.
const TEXT: &str =
    "Ja. \u{a0}Und\tdann 👩‍👩‍👧 kam e\u{301}s\n## Kopf 0:03\n\n   \nNein,\u{2028}nie! Grüße aus Köln.\nEnde  ";

fn study() -> (Study, DocumentId, CodeId) {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let legal = code(&mut study.project, "Legal");
    (study, document, legal)
}

fn all(project: &Project, document: DocumentId) -> Vec<Coding> {
    codings::of_document(&project.read(), document).unwrap()
}

#[derive(Debug, Clone)]
enum Act {
    Apply(u32, u32, Option<u8>, u8),
    Remove(u32, u32),
    Resize(usize, u32, u32),
    Memo(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let at = 0u32..TEXT.chars().count() as u32 + 2;
    let len = prop_oneof![4 => 0u32..10, 1 => 0u32..90];
    prop_oneof![
        5 => (at.clone(), len.clone(), prop::option::of(0u8..=100), 0u8..4)
            .prop_map(|(at, len, weight, comment)| Act::Apply(at, at + len, weight, comment)),
        3 => (at.clone(), len.clone()).prop_map(|(at, len)| Act::Remove(at, at + len)),
        3 => (any::<usize>(), at, len).prop_map(|(n, at, len)| Act::Resize(n, at, at + len)),
        2 => any::<usize>().prop_map(Act::Memo),
    ]
}

/// The model: which code points are coded, and for each stretch of the store what must have become of its parts.
struct Model {
    text: Vec<char>,
    clusters: Vec<(u32, u32)>,
    numbered: BTreeSet<u32>,
    coded: BTreeSet<u32>,
}

impl Model {
    fn new() -> Model {
        use unicode_segmentation::UnicodeSegmentation as _;
        let text: Vec<char> = TEXT.chars().collect();
        let mut clusters = Vec::new();
        let mut at = 0;
        for cluster in TEXT.graphemes(true) {
            let end = at + cluster.chars().count() as u32;
            clusters.push((at, end));
            at = end;
        }
        let mut numbered = BTreeSet::new();
        let mut start = 0;
        for line in TEXT.split('\n') {
            let end = start + line.chars().count() as u32;
            if !line.trim().is_empty() && !line.starts_with("##") {
                numbered.extend(start..end);
            }
            start = end + 1;
        }
        Model { text, clusters, numbered, coded: BTreeSet::new() }
    }
    /// What a person's span means: whole clusters, without white space at the ends; none where nothing is left.
    fn meant(&self, from: u32, to: u32) -> Option<(u32, u32)> {
        let end = self.text.len() as u32;
        let (from, to) = (from.min(end), to.min(end));
        // A position between two clusters belongs to neither.
        let start = self.clusters.iter().find(|c| c.0 < from && from < c.1).map_or(from, |c| c.0);
        let stop = self.clusters.iter().find(|c| c.0 < to && to < c.1).map_or(to, |c| c.1);
        let mut inside: Vec<u32> = (start..stop).collect();
        while inside.last().is_some_and(|&at| self.text[at as usize].is_whitespace()) {
            inside.pop();
        }
        let first = inside.iter().position(|&at| !self.text[at as usize].is_whitespace())?;
        Some((inside[first], inside[inside.len() - 1] + 1))
    }
    fn touches_number(&self, span: (u32, u32)) -> bool {
        (span.0..span.1).any(|at| self.numbered.contains(&at))
    }
    /// The maximal stretches of coded characters that are in one of `segments` each.
    fn speech(&self, set: &BTreeSet<u32>) -> BTreeSet<u32> {
        set.iter().copied().filter(|&at| !self.text[at as usize].is_whitespace()).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_overlap_rule_holds_against_single_characters(acts in prop::collection::vec(act(), 1..25)) {
        let (mut study, document, legal) = study();
        let mut model = Model::new();
        for act in acts {
            let before = all(&study.project, document);
            let memos_before = memos::list(&study.project.read()).unwrap().len();
            match act {
                Act::Apply(from, to, weight, comment) => {
                    let comment = ["", "one", "two", "one"][usize::from(comment)].to_owned();
                    let what = Application { codes: vec![legal], weight, comment: comment.clone() };
                    let done = ops::codings::apply(&mut study.project, document, Span::new(from, to), &what);
                    match model.meant(from, to).filter(|&span| model.touches_number(span)) {
                        None => prop_assert_eq!(done.unwrap_err().kind, Kind::Invalid),
                        Some(span) => {
                            let id = done.unwrap().value[0];
                            model.coded.extend(span.0..span.1);
                            let met: Vec<&Coding> = before.iter().filter(|c| c.span.start.0 < span.1 && c.span.end.0 > span.0).collect();
                            let one = codings::get(&study.project.read(), id).unwrap();
                            check_union(&study, &one, &met, span, weight, &comment)?;
                        }
                    }
                }
                Act::Remove(from, to) => {
                    let done = ops::codings::remove(&mut study.project, document, Span::new(from, to), &[legal]);
                    match model.meant(from, to) {
                        None => prop_assert_eq!(done.unwrap_err().kind, Kind::Invalid),
                        Some(hole) => {
                            done.unwrap();
                            check_cut(&study, document, &before, hole, &mut model)?;
                        }
                    }
                }
                Act::Resize(n, from, to) => {
                    let Some(coding) = before.get(n % before.len().max(1)) else { continue };
                    let done = ops::codings::resize(&mut study.project, coding.id, Span::new(from, to));
                    match model.meant(from, to).filter(|&span| model.touches_number(span)) {
                        None => prop_assert_eq!(done.unwrap_err().kind, Kind::Invalid),
                        Some(span) => {
                            let id = done.unwrap().value;
                            for at in coding.span.start.0..coding.span.end.0 {
                                model.coded.remove(&at);
                            }
                            model.coded.extend(span.0..span.1);
                            let met: Vec<&Coding> = before
                                .iter()
                                .filter(|c| c.id == coding.id || (c.span.start.0 < span.1 && c.span.end.0 > span.0))
                                .collect();
                            let one = codings::get(&study.project.read(), id).unwrap();
                            let hull = met.iter().filter(|c| c.id != coding.id).fold(span, |hull, c| {
                                (hull.0.min(c.span.start.0), hull.1.max(c.span.end.0))
                            });
                            prop_assert_eq!((one.span.start.0, one.span.end.0), hull);
                            check_one(&study, &one, &met, None, "")?;
                        }
                    }
                }
                Act::Memo(n) => {
                    let Some(coding) = before.get(n % before.len().max(1)) else { continue };
                    ops::memos::write(&mut study.project, None, MemoOn::Coding(coding.id), "m", "").unwrap();
                }
            }
            let after = all(&study.project, document);
            let mut stored = BTreeSet::new();
            for coding in &after {
                for at in coding.span.start.0..coding.span.end.0 {
                    prop_assert!(stored.insert(at), "two segments hold {at}");
                }
            }
            prop_assert_eq!(model.speech(&stored), model.speech(&model.coded), "coded characters");
            prop_assert!(memos::list(&study.project.read()).unwrap().len() >= memos_before, "a memo went");
        }
    }
}

/// One segment stands where several and the new span were.
fn check_union(
    study: &Study,
    one: &Coding,
    met: &[&Coding],
    span: (u32, u32),
    weight: Option<u8>,
    comment: &str,
) -> Result<(), TestCaseError> {
    let hull = met.iter().fold(span, |hull, c| (hull.0.min(c.span.start.0), hull.1.max(c.span.end.0)));
    prop_assert_eq!((one.span.start.0, one.span.end.0), hull);
    check_one(study, one, met, weight, comment)
}

fn check_one(
    study: &Study,
    one: &Coding,
    met: &[&Coding],
    weight: Option<u8>,
    comment: &str,
) -> Result<(), TestCaseError> {
    if let Some(smallest) = met.iter().map(|c| &c.uuid).min() {
        prop_assert_eq!(&one.uuid, smallest, "the smallest UUID survives");
    }
    prop_assert_eq!(one.weight, met.iter().map(|c| c.weight).chain([weight]).max().flatten());
    for said in met.iter().map(|c| c.comment.as_str()).chain([comment]).filter(|said| !said.is_empty()) {
        prop_assert!(one.comment.contains(said), "the comment {said} went");
    }
    let raw = study.raw();
    for other in met.iter().filter(|c| c.id != one.id) {
        let successor: String = raw
            .query_row("SELECT successor FROM tombstone WHERE uuid = ?1", [&other.uuid], |row| row.get(0))
            .unwrap();
        prop_assert_eq!(&successor, &one.uuid, "a tombstone points to the survivor");
        let orphans: i64 = raw
            .query_row("SELECT count(*) FROM memo WHERE coding = ?1", [other.id.0], |row| row.get(0))
            .unwrap();
        prop_assert_eq!(orphans, 0);
    }
    Ok(())
}

/// What a removal leaves: of each segment its characters outside the hole, where they are still worth a segment; the
/// left part keeps the UUID.
fn check_cut(
    study: &Study,
    document: DocumentId,
    before: &[Coding],
    hole: (u32, u32),
    model: &mut Model,
) -> Result<(), TestCaseError> {
    let after: BTreeMap<CodingId, Coding> =
        all(&study.project, document).into_iter().map(|coding| (coding.id, coding)).collect();
    for coding in before {
        let (start, end) = (coding.span.start.0, coding.span.end.0);
        if start >= hole.1 || end <= hole.0 {
            prop_assert_eq!(after.get(&coding.id), Some(coding), "a segment beside the hole was touched");
            continue;
        }
        let mut first = true;
        for at in start..end {
            model.coded.remove(&at);
        }
        for (from, to) in [(start, hole.0.min(end)), (hole.1.max(start), end)] {
            // Trimmed, but not grown to clusters: the rest is what it was.
            let words: Vec<u32> =
                (from..to.max(from)).filter(|&at| !model.text[at as usize].is_whitespace()).collect();
            let (Some(&from), Some(&last)) = (words.first(), words.last()) else { continue };
            if !model.touches_number((from, last + 1)) {
                continue;
            }
            model.coded.extend(from..=last);
            let piece = after.values().find(|c| c.span == Span::new(from, last + 1));
            let Some(piece) = piece else { return Err(TestCaseError::fail("a rest went")) };
            prop_assert_eq!((piece.weight, &piece.comment), (coding.weight, &coding.comment));
            prop_assert_eq!(piece.uuid == coding.uuid, first, "the left part keeps the UUID");
            first = false;
        }
        prop_assert_eq!(after.contains_key(&coding.id), !first);
    }
    Ok(())
}

#[test]
fn the_database_itself_refuses_an_overlap() {
    let (mut study, document, legal) = study();
    let what = Application { codes: vec![legal], ..Application::default() };
    let first = ops::codings::apply(&mut study.project, document, Span::new(0, 8), &what).unwrap().value[0];
    let coder = study.project.coder();
    let new = |from, to| NewCoding {
        uuid: None,
        document,
        code: legal,
        coder,
        span: Span::new(from, to),
        weight: None,
        comment: "",
    };
    for (from, to, allowed) in [(7, 9, false), (0, 8, false), (2, 3, false), (8, 12, true)] {
        let done = study
            .project
            .operate(OperationKind::ApplyCode, serde_json::json!({}), |w| codings::insert(w, new(from, to)));
        assert_eq!(done.is_ok(), allowed, "{from}-{to}: touching is not overlapping");
        if let Err(error) = done {
            assert_eq!(error.kind, Kind::Refused);
        }
    }
    let mut moved = codings::get(&study.project.read(), first).unwrap();
    moved.span = Span::new(5, 10);
    let done = study
        .project
        .operate(OperationKind::ResizeCoding, serde_json::json!({}), |w| codings::update(w, &moved));
    assert!(done.is_err());
    // Past the program as well.
    let raw = study.raw();
    let sql = "INSERT INTO coding (uuid, document, code, coder, start_pos, end_pos, created)
               SELECT 'x', document, code, coder, start_pos + 1, end_pos + 1, created FROM coding LIMIT 1";
    assert!(raw.execute(sql, []).unwrap_err().to_string().contains("overlap"));
}

#[test]
fn a_segment_has_whole_clusters_and_a_numbered_paragraph() {
    let (mut study, document, legal) = study();
    let text: Text = documents::text(&study.project.read(), document).unwrap();
    let what = Application { codes: vec![legal], ..Application::default() };
    let family = TEXT.chars().position(|c| c == '👩').unwrap() as u32;
    let id =
        ops::codings::apply(&mut study.project, document, Span::new(family + 2, family + 3), &what).unwrap();
    let coding = codings::get(&study.project.read(), id.value[0]).unwrap();
    assert_eq!(text.slice(coding.span), "👩‍👩‍👧");
    let header = TEXT.chars().position(|c| c == '#').unwrap() as u32;
    for (from, to) in [(header, header + 12), (header + 12, header + 17), (3, 5), (4, 4), (900, 905)] {
        let error =
            ops::codings::apply(&mut study.project, document, Span::new(from, to), &what).unwrap_err();
        assert_eq!(error.kind, Kind::Invalid, "{from}-{to}");
    }
    // A header inside a longer passage is no obstacle.
    ops::codings::apply(&mut study.project, document, Span::new(0, header + 25), &what).unwrap();
}

#[test]
fn weights_go_from_0_to_100() {
    let (mut study, document, legal) = study();
    for (weight, allowed) in [(0, true), (100, true), (101, false), (255, false)] {
        let what = Application { codes: vec![legal], weight: Some(weight), ..Application::default() };
        let done = ops::codings::apply(&mut study.project, document, Span::new(0, 8), &what);
        assert_eq!(done.is_ok(), allowed, "{weight}");
        let id = all(&study.project, document)[0].id;
        let change = CodingChange { weight: Some(Some(weight)), comment: None };
        assert_eq!(ops::codings::change(&mut study.project, id, &change).is_ok(), allowed, "{weight}");
    }
    assert!(study.raw().execute("UPDATE coding SET weight = 101", []).is_err());
}

#[test]
fn only_its_coder_changes_a_coding() {
    let (mut study, document, legal) = study();
    ops::project::set_released(&mut study.project, true).unwrap();
    let what = Application { codes: vec![legal], ..Application::default() };
    let id = ops::codings::apply(&mut study.project, document, Span::new(0, 8), &what).unwrap().value[0];
    study.sign_in(study.mb);
    let change = CodingChange { weight: Some(Some(5)), comment: None };
    assert_eq!(ops::codings::change(&mut study.project, id, &change).unwrap_err().kind, Kind::Refused);
    assert_eq!(
        ops::codings::resize(&mut study.project, id, Span::new(0, 4)).unwrap_err().kind,
        Kind::Refused
    );
    // Removing a code from a passage is about one's own codings.
    assert_eq!(
        ops::codings::remove(&mut study.project, document, Span::new(0, 8), &[legal]).unwrap().value,
        0
    );
    assert_eq!(all(&study.project, document).len(), 1);
    // Two coders' segments of one code may overlap.
    ops::codings::apply(&mut study.project, document, Span::new(0, 8), &what).unwrap();
    assert_eq!(all(&study.project, document).len(), 2);
}
