//! Agreement on a study: units made of codings against brute force, figures worked out by hand, and the program.

use absatz::analysis::agreement::figures::{Asked, agreement};
use absatz::analysis::agreement::matching::{Match, OverlapOf};
use absatz::analysis::agreement::units::{Judged, Marked, Unit};
use absatz::analysis::agreement::{Coefficient, Ratings};
use absatz::formats::read::{ReadOptions, read};
use absatz::model::CoderId;
use absatz::model::coders::Status;
use absatz::ops;
use absatz::ops::agreement::{AgreementQuery, compare};
use absatz::text::Span;
use proptest::prelude::*;

use crate::support::{self, Study};

const CODES: usize = 3;

fn marked(code: u32, start: u32, end: u32) -> Marked {
    Marked { span: Span::new(start, end), code }
}

/// Four paragraphs of ten characters; the code 0 on the first two by one coder, on the first by the other.
fn small() -> Judged {
    Judged {
        paragraphs: (0..4).map(|at| Span::new(at * 11, at * 11 + 10)).collect(),
        coders: vec![
            Some(vec![marked(0, 0, 10), marked(0, 11, 21)]),
            Some(vec![marked(0, 0, 5), marked(1, 33, 43)]),
        ],
        revisit: Vec::new(),
    }
}

fn asked(unit: Unit) -> Asked {
    Asked {
        unit,
        matching: Match { percent: 50, of: OverlapOf::Union },
        coefficients: Coefficient::ALL.to_vec(),
        samples: 0,
        seed: 1,
    }
}

fn value(figures: &absatz::analysis::agreement::figures::Figures, name: &str) -> f64 {
    let found = figures.estimates.iter().find(|estimate| estimate.name == name).unwrap();
    found.value.unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

#[test]
fn figures_worked_out_by_hand() {
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
    let paragraphs = agreement(&[small()], 2, CODES, &asked(Unit::Paragraph));
    // Code 0: both 1, only the first 1, neither 2. pe = 1/2·1/4 + 1/2·3/4.
    assert_eq!((paragraphs.codes[0].units, paragraphs.codes[0].differences), (4, 1));
    near(value(&paragraphs.codes[0], "percent_agreement"), 0.75);
    near(value(&paragraphs.codes[0], "cohen_kappa"), 0.5);
    near(value(&paragraphs.codes[0], "positive_agreement"), 2.0 / 3.0);
    // Code 1: neither 3, only the second 1. Code 2: nobody.
    near(value(&paragraphs.codes[1], "cohen_kappa"), 0.0);
    assert!(paragraphs.codes[2].estimates.iter().any(|estimate| estimate.value.is_err()));
    near(value(&paragraphs.overall, "percent_agreement"), 10.0 / 12.0);
    // (0.75 - 0.5 + 0.75 - 0.75) / (0.5 + 0.25).
    near(value(&paragraphs.overall, "pooled_kappa"), 0.25 / 0.75);
    // The same sets on the first and the third paragraph.
    near(value(&paragraphs.overall, "set_percent_agreement"), 0.5);

    let documents = agreement(&[small()], 2, CODES, &asked(Unit::Document));
    near(value(&documents.codes[0], "percent_agreement"), 1.0);
    near(value(&documents.codes[1], "percent_agreement"), 0.0);
    let frequency = agreement(&[small()], 2, CODES, &asked(Unit::Frequency));
    near(value(&frequency.codes[0], "percent_agreement"), 0.0);

    // Characters of code 0: both 5, only the first 15, neither 20 of 40.
    let characters = agreement(&[small()], 2, CODES, &asked(Unit::Character));
    near(value(&characters.codes[0], "percent_agreement"), 25.0 / 40.0);
    near(value(&characters.codes[0], "bias_index"), 15.0 / 40.0);

    // Segments: 5 of 10 characters shared is a match at 50 %; one of the first's and one of the second's are alone.
    let segments = agreement(&[small()], 2, CODES, &asked(Unit::Segment));
    assert_eq!((segments.overall.agreements, segments.overall.differences), (1, 2));
    near(value(&segments.overall, "percent_agreement"), 1.0 / 3.0);
    near(value(&segments.overall, "positive_agreement"), 0.5);
    near(value(&segments.overall, "brennan_prediger"), 0.0);
}

/// A code that somebody still has to come back to is not judged; a coder who is not done has judged nothing.
#[test]
fn what_is_not_judged_does_not_count() {
    let mut document = small();
    document.revisit = vec![0];
    let found = agreement(&[document], 2, CODES, &asked(Unit::Paragraph));
    assert_eq!(found.codes[0].units, 0);
    assert_eq!(found.codes[1].units, 4);
    let mut document = small();
    document.coders[1] = None;
    let found = agreement(&[document], 2, CODES, &asked(Unit::Paragraph));
    assert_eq!(found.codes[0].units, 0);
}

fn document() -> impl Strategy<Value = Judged> {
    let segment =
        (0u32..3, 0u32..60, 1u32..15).prop_map(|(code, start, len)| marked(code, start, start + len));
    let coder = prop::option::weighted(0.8, prop::collection::vec(segment, 0..8));
    let paragraphs = prop::collection::vec((1u32..8, 0u32..3), 0..8).prop_map(|lines| {
        let mut at = 0;
        let mut spans = Vec::new();
        for (len, gap) in lines {
            spans.push(Span::new(at, at + len));
            at += len + 1 + gap;
        }
        spans
    });
    (paragraphs, prop::collection::vec(coder, 2..9)).prop_map(|(paragraphs, coders)| Judged {
        paragraphs,
        coders,
        revisit: Vec::new(),
    })
}

proptest! {
    #[test]
    fn paragraphs_equal_brute_force(document in document()) {
        let coders = document.coders.len();
        for (code, found) in (0u32..).zip(document.paragraphs(CODES)) {
            let units = document.paragraphs.iter().flat_map(|paragraph| {
                document.coders.iter().map(move |segments| segments.as_ref().map(|segments| {
                    u32::from(segments.iter().any(|s| s.code == code && s.span.overlaps(*paragraph)))
                }))
            });
            prop_assert_eq!(found, Ratings::new(coders, 2, units));
        }
    }

    #[test]
    fn characters_equal_brute_force(document in document()) {
        let coders = document.coders.len();
        let continuum = document.continuum(CODES);
        for code in 0..CODES as u32 {
            let units = document.paragraphs.iter().flat_map(|kept| kept.start.0..kept.end.0).flat_map(|at| {
                let stands = move |s: &Marked| s.code == code && s.span.start.0 <= at && at < s.span.end.0;
                document.coders.iter().map(move |segments| {
                    segments.as_ref().map(|segments| u32::from(segments.iter().any(stands)))
                })
            });
            prop_assert_eq!(document.characters(&continuum, code), Ratings::new(coders, 2, units));
        }
    }
}

/// Two coders code a document; Ben's second paragraph differs.
fn coded_twice() -> (Study, CoderId, CoderId) {
    let mut study = Study::new();
    let anna = study.project.coder();
    let ben = ops::coders::add(&mut study.project, "Ben").unwrap().value;
    let text = "I: Wie war das?\nB: Mit Brief.\nI: Und dann?\nB: Mit Fax.";
    let draft = read("5.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
    let source = ops::documents::Source::new("5.txt", text.as_bytes());
    let document =
        ops::documents::import(&mut study.project, &draft, &source, &Default::default()).unwrap().value;
    let legal = support::code(&mut study.project, "Obstacles/Legal");
    let staff = support::code(&mut study.project, "Obstacles/Staff");
    let of = |code| ops::codings::Application { codes: vec![code], ..Default::default() };
    for (coder, second) in [(anna, legal), (ben, staff)] {
        study.sign_in(coder);
        let project = &mut study.project;
        ops::codings::apply(project, document, Span::new(19, 29), &of(legal)).unwrap();
        ops::codings::apply(project, document, Span::new(46, 54), &of(second)).unwrap();
        ops::coders::set_status(project, document, Status::Done).unwrap();
    }
    (study, anna, ben)
}

#[test]
fn a_blind_coder_learns_nothing_of_the_others() {
    let (mut study, ..) = coded_twice();
    let error = compare(&study.project, &AgreementQuery::default()).unwrap_err();
    assert!(error.hint.is_some(), "{error:?}");
    ops::project::set_released(&mut study.project, true).unwrap();
    let compared = compare(&study.project, &AgreementQuery::default()).unwrap();
    assert_eq!(compared.documents.len(), 1);
    assert_eq!(compared.differences.len(), 1, "{:?}", compared.differences);
}

#[test]
fn only_what_is_declared_done_counts() {
    let (mut study, _, ben) = coded_twice();
    ops::project::set_released(&mut study.project, true).unwrap();
    let document = absatz::store::documents::list(&study.project.read()).unwrap()[0].id;
    study.sign_in(ben);
    ops::coders::set_status(&mut study.project, document, Status::InProgress).unwrap();
    assert!(compare(&study.project, &AgreementQuery::default()).is_err());
}

/// Rolled up, both coded both passages with the main code; without the interviewer two paragraphs are left.
#[test]
fn main_codes_and_interviewers() {
    let (mut study, ..) = coded_twice();
    ops::project::set_released(&mut study.project, true).unwrap();
    let query = AgreementQuery { main_codes: true, ..AgreementQuery::default() };
    let compared = compare(&study.project, &query).unwrap();
    assert_eq!(compared.codes.len(), 1);
    assert_eq!(compared.differences.len(), 0);
    assert_eq!(compared.agreement.overall.units, 4);
    let query = AgreementQuery { without_interviewers: true, ..query };
    assert_eq!(compare(&study.project, &query).unwrap().agreement.overall.units, 2);
}

#[test]
fn documents_to_code_twice_are_drawn_with_a_seed_and_by_group() {
    let mut study = Study::new();
    for number in 0..20 {
        let id = support::import(&mut study.project, &format!("{number}"), &format!("I: Text {number}."));
        let group = if number < 15 { "Land" } else { "Kommune" };
        let change = ops::documents::DocumentChange { group: Some(group.to_owned()), ..Default::default() };
        ops::documents::change(&mut study.project, id, &change).unwrap();
    }
    let draw = |count, by_group, seed| {
        let draw = absatz::model::coders::Draw { count, by_group, seed };
        ops::agreement::draw_documents(&study.project.read(), None, &draw).unwrap()
    };
    let chosen = draw(4, true, 7);
    assert_eq!(chosen, draw(4, true, 7));
    let land = chosen.iter().filter(|document| document.group.as_deref() == Some("Land")).count();
    assert_eq!((land, chosen.len()), (3, 4));
    assert_eq!(draw(50, false, 1).len(), 20);
    assert!((1..20).any(|seed| draw(4, true, seed) != chosen));
}
