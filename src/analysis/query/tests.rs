//! Every function against one that looks at each character; what is written against what is read.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::condition::{Check, Facts};
use super::eval::{Material, Passage, answer};
use super::plan::Plan;
use super::words::{Vocabulary, complete};
use super::{Attribute, Comparison, Condition, Name, Noun, Passages, Query, Relation, parse};
use crate::model::codings::Coding;
use crate::model::relations::Relations;
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::text::paragraphs::{Mark, MarkKind, number};
use crate::text::{Paragraph, ParagraphKind, Span, Text};

/// A transcript: lines with a label or none, headers between them.
#[derive(Debug, Clone)]
struct Study {
    text: Text,
    paragraphs: Vec<Paragraph>,
    codings: Vec<Coding>,
}

fn study(lines: &[(u8, String)], spans: &[(u32, u32, i64, Option<u8>)]) -> Study {
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    let mut at = 0_u32;
    for (kind, words) in lines {
        let label = ["", "B: ", "I: ", ""][usize::from(kind % 4)];
        let line = format!("{label}{words}");
        let length = line.chars().count() as u32;
        let span = Span::new(at, at + length);
        let kind = match kind {
            _ if line.trim().is_empty() => ParagraphKind::Empty,
            3 => ParagraphKind::Header,
            _ => ParagraphKind::Speech,
        };
        let mark = Mark { kind: MarkKind::Label, span: Span::new(at, at + label.len() as u32) };
        paragraphs.push(Paragraph {
            span,
            kind,
            speaker: (!label.is_empty()).then(|| label[..1].to_owned()),
            marks: if label.is_empty() { Vec::new() } else { vec![mark] },
            ..Paragraph::default()
        });
        text.push_str(&line);
        text.push('\n');
        at += length + 1;
    }
    let text = Text::new(text);
    let paragraphs = number(paragraphs, Default::default());
    let mut codings: Vec<Coding> = Vec::new();
    for &(start, length, code, weight) in spans {
        let start = start % text.len().max(1);
        let span = text.trim(Span::new(start, (start + length).min(text.len())));
        let numbered = paragraphs.iter().any(|p| p.number.is_some() && p.span.overlaps(span));
        let taken = codings.iter().any(|c| c.code.0 == code && c.span.overlaps(span));
        if span.is_empty() || !numbered || taken {
            continue;
        }
        codings.push(Coding {
            id: CodingId(codings.len() as i64 + 1),
            uuid: format!("{}", codings.len()),
            document: DocumentId(1),
            code: CodeId(code),
            coder: CoderId(1),
            span,
            weight,
            comment: String::new(),
            created: String::new(),
        });
    }
    codings.sort_by_key(|c| (c.span.start, std::cmp::Reverse(c.span.end), c.id));
    Study { text, paragraphs, codings }
}

fn studies() -> impl Strategy<Value = Study> {
    let line = (0_u8..4, prop::sample::select(vec!["", "eins", "ja und nein", "so  ist es, ü", "a b"]));
    let span = (0_u32..90, 1_u32..30, 1_i64..5, prop::option::of(0_u8..100));
    (prop::collection::vec(line, 1..9), prop::collection::vec(span, 0..14)).prop_map(|(lines, spans)| {
        let lines: Vec<(u8, String)> =
            lines.into_iter().map(|(kind, words)| (kind, words.to_owned())).collect();
        study(&lines, &spans)
    })
}

fn checks() -> impl Strategy<Value = Check> {
    let leaf = prop_oneof![
        (prop::sample::select(Comparison::ALL.to_vec()), 0_u8..100)
            .prop_map(|(how, value)| Check::Weight(how, vec![value])),
        Just(Check::NoWeight),
        Just(Check::NoSpeaker),
        prop::sample::select(vec!["b", "i"])
            .prop_map(|label| Check::Speakers(Comparison::Is, BTreeSet::from([label.to_owned()]))),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..3).prop_map(Check::All),
            prop::collection::vec(inner.clone(), 2..3).prop_map(Check::Any),
            inner.prop_map(|one| Check::Not(Box::new(one))),
        ]
    })
}

fn relations() -> impl Strategy<Value = Relation> {
    (0_u8..7, 0_u32..4).prop_map(|(which, within)| match which {
        0 => Relation::Overlapping,
        1 => Relation::Inside,
        2 => Relation::Containing,
        3 => Relation::Outside,
        4 => Relation::FollowedBy(within),
        5 => Relation::PrecededBy(within),
        _ => Relation::Near(within),
    })
}

fn plans() -> impl Strategy<Value = Plan> {
    let codes = prop::collection::btree_set((1_i64..5).prop_map(CodeId), 1..3).prop_map(Plan::Codes);
    let leaf = prop_oneof![1 => Just(Plan::All), 6 => codes];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(Plan::Or),
            several().prop_map(Plan::And),
            (1_u32..4, several()).prop_map(|(count, all)| Plan::AtLeast(count, all)),
            inner.clone().prop_map(|one| Plan::Not(Box::new(one))),
            inner.clone().prop_map(|one| Plan::Only(Box::new(one))),
            (inner.clone(), relations(), inner.clone()).prop_map(|(first, how, second)| {
                Plan::Relation { first: Box::new(first), how, second: Box::new(second) }
            }),
            (inner.clone(), checks()).prop_map(|(one, check)| Plan::Where(Box::new(one), check)),
        ]
    })
}

/// The same answers, character by character.
struct Slow<'a>(&'a Study);

impl Slow<'_> {
    fn chars(span: Span) -> std::ops::Range<u32> {
        span.start.0..span.end.0
    }
    fn same(a: &Passage, b: &Passage) -> bool {
        match (a.coding, b.coding) {
            (Some(a), Some(b)) => a == b,
            (None, None) => a.span == b.span,
            _ => false,
        }
    }
    fn has(passages: &[Passage], at: u32) -> bool {
        passages.iter().any(|passage| Slow::chars(passage.span).contains(&at))
    }
    fn line(&self, at: u32) -> Option<&Paragraph> {
        self.0.paragraphs.iter().find(|line| Slow::chars(line.span).contains(&at))
    }
    /// The numbers of the paragraphs of a passage, a character at a time.
    fn numbers(&self, span: Span) -> Vec<u32> {
        Slow::chars(span).filter_map(|at| self.line(at)?.number).collect()
    }
    /// Whether something is said with this character.
    fn is_said(&self, at: u32) -> bool {
        let white = self.0.text.slice(Span::new(at, at + 1)).trim().is_empty();
        !white
            && self.line(at).is_some_and(|line| {
                line.kind == ParagraphKind::Speech
                    && !line.marks.iter().any(|mark| Slow::chars(mark.span).contains(&at))
            })
    }
    fn runs(&self, wanted: impl Fn(u32) -> bool) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        for at in (0..self.0.text.len()).filter(|at| wanted(*at)) {
            match runs.last_mut() {
                Some(run) if run.end.0 == at => run.end.0 += 1,
                _ => runs.push(Span::new(at, at + 1)),
            }
        }
        runs
    }

    fn answer(&self, plan: &Plan) -> Vec<Passage> {
        let mut found = match plan {
            Plan::All => self.coded(|_| true),
            Plan::Codes(codes) => self.coded(|code| codes.contains(&code)),
            Plan::Or(all) => {
                let mut found: Vec<Passage> = Vec::new();
                for passage in all.iter().flat_map(|one| self.answer(one)) {
                    if !found.iter().any(|known| Slow::same(known, &passage)) {
                        found.push(passage);
                    }
                }
                found
            }
            Plan::And(all) => self.common(all, all.len()),
            Plan::AtLeast(count, all) => self.common(all, *count as usize),
            Plan::Not(one) => {
                let there = self.answer(one);
                let mut found = Vec::new();
                for line in self.0.paragraphs.iter().filter(|line| line.kind == ParagraphKind::Speech) {
                    let inside = |at: u32| Slow::chars(line.span).contains(&at) && !Slow::has(&there, at);
                    for run in self.runs(inside) {
                        let said: Vec<u32> = Slow::chars(run).filter(|at| self.is_said(*at)).collect();
                        if let (Some(first), Some(last)) = (said.first(), said.last()) {
                            found.push(Passage { span: Span::new(*first, last + 1), coding: None });
                        }
                    }
                }
                found
            }
            Plan::Only(one) => {
                let named = one.codes();
                let others = self.coded(|code| !named.contains(&code));
                let alone = |p: &Passage| {
                    others
                        .iter()
                        .all(|other| Slow::same(p, other) || !self.relate(p, Relation::Overlapping, other))
                };
                self.answer(one).into_iter().filter(alone).collect()
            }
            Plan::Relation { first, how: Relation::Outside, second } => {
                let second = self.answer(second);
                let apart = |p: &Passage| {
                    second
                        .iter()
                        .all(|other| Slow::same(p, other) || !self.relate(p, Relation::Overlapping, other))
                };
                self.answer(first).into_iter().filter(apart).collect()
            }
            Plan::Relation { first, how, second } => {
                let second = self.answer(second);
                let meets = |p: &Passage| {
                    second.iter().any(|other| !Slow::same(p, other) && self.relate(p, *how, other))
                };
                self.answer(first).into_iter().filter(meets).collect()
            }
            Plan::Where(one, check) => {
                self.answer(one).into_iter().filter(|passage| self.fits(passage, check)).collect()
            }
        };
        found.sort_by_key(|p| (p.span.start, std::cmp::Reverse(p.span.end), p.coding));
        found
    }

    fn coded(&self, wanted: impl Fn(CodeId) -> bool) -> Vec<Passage> {
        let all = self.0.codings.iter().enumerate().filter(|(_, coding)| wanted(coding.code));
        all.map(|(at, coding)| Passage { span: coding.span, coding: Some(at) }).collect()
    }

    fn common(&self, all: &[Plan], count: usize) -> Vec<Passage> {
        let parts: Vec<Vec<Passage>> = all.iter().map(|one| self.answer(one)).collect();
        let runs = self.runs(|at| parts.iter().filter(|part| Slow::has(part, at)).count() >= count);
        runs.into_iter()
            .filter(|run| Slow::chars(*run).any(|at| self.is_said(at)))
            .map(|run| Passage { span: self.0.text.trim(run), coding: None })
            .collect()
    }

    fn relate(&self, first: &Passage, how: Relation, second: &Passage) -> bool {
        let (a, b) = (Slow::chars(first.span), Slow::chars(second.span));
        let (mine, others) = (self.numbers(first.span), self.numbers(second.span));
        let apart = |from: Option<&u32>, to: Option<&u32>| match (from, to) {
            (Some(from), Some(to)) => to.saturating_sub(*from),
            _ => u32::MAX,
        };
        match how {
            Relation::Overlapping | Relation::Outside => a.clone().any(|at| b.contains(&at)),
            Relation::Inside => a.clone().all(|at| b.contains(&at)),
            Relation::Containing => b.clone().all(|at| a.contains(&at)),
            Relation::FollowedBy(within) => b.start >= a.end && apart(mine.last(), others.first()) <= within,
            Relation::PrecededBy(within) => b.end <= a.start && apart(others.last(), mine.first()) <= within,
            Relation::Near(within) => {
                let gaps = mine.iter().flat_map(|a| others.iter().map(move |b| a.abs_diff(*b)));
                gaps.min().is_some_and(|gap| gap <= within)
            }
        }
    }

    fn fits(&self, passage: &Passage, check: &Check) -> bool {
        let weight = passage.coding.and_then(|at| self.0.codings[at].weight);
        let mut speakers: Vec<Option<&str>> =
            Slow::chars(passage.span).filter_map(|at| self.line(at)?.speaker.as_deref()).map(Some).collect();
        if speakers.is_empty() {
            speakers.push(None);
        }
        fn holds(check: &Check, speaker: Option<&str>, weight: Option<u8>) -> bool {
            match check {
                Check::All(all) => all.iter().all(|one| holds(one, speaker, weight)),
                Check::Any(all) => all.iter().any(|one| holds(one, speaker, weight)),
                Check::Not(one) => !holds(one, speaker, weight),
                Check::NoWeight => weight.is_none(),
                Check::NoSpeaker => speaker.is_none(),
                Check::Weight(how, values) => weight.is_some_and(|weight| how.holds(weight.cmp(&values[0]))),
                Check::Speakers(_, labels) => {
                    speaker.is_some_and(|label| labels.contains(&label.to_lowercase()))
                }
                _ => unreachable!("not generated"),
            }
        }
        speakers.into_iter().any(|speaker| holds(check, speaker, weight))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_function_gives_what_looking_at_each_character_gives(study in studies(), plan in plans()) {
        let relations = Relations::default();
        let facts = Facts::new(&relations, &[], &[]);
        let material = Material {
            document: DocumentId(1),
            codings: &study.codings,
            paragraphs: &study.paragraphs,
            text: &study.text,
        };
        let found = answer(&plan, &material, &facts);
        prop_assert!(found.is_empty() || plan.may_answer(material.codings), "{:?}", plan);
        prop_assert_eq!(found, Slow(&study).answer(&plan), "{:?}", plan);
    }

    #[test]
    fn what_is_written_is_read_as_it_was(query in queries()) {
        let written = query.to_string();
        prop_assert_eq!(parse::parse(&written), Ok(query), "{}", written);
    }

    #[test]
    fn whatever_is_typed_is_a_query_or_a_fault_inside_it(typed in "[ -~äß„“\"(){}*/,=<>!]{0,60}") {
        let length = typed.chars().count();
        match parse::parse(&typed) {
            Ok(query) => prop_assert_eq!(parse::parse(&query.to_string()), Ok(query)),
            Err(fault) => {
                prop_assert!(fault.at.start <= length && fault.at.start < fault.at.end, "{:?}", fault);
                prop_assert!(!fault.message.is_empty() && !fault.hint.is_empty());
            }
        }
        let known = Vocabulary { codes: vec!["A/B c".into()], ..Vocabulary::default() };
        for cursor in 0..=length {
            for offer in complete(&typed, cursor, &known) {
                prop_assert!(offer.from <= cursor);
            }
        }
    }
}

fn names() -> impl Strategy<Value = Name> {
    prop_oneof![
        "[A-Za-zäß/]{1,8}".prop_map(Name::typed),
        prop::sample::select(vec![
            "not", "where", "Set", "a b", "a\"b“c", "x\\y", "weight", "/", "", "5", "1.5", "a/*"
        ])
        .prop_map(Name::typed),
    ]
}

fn noun_names(noun: Noun) -> impl Strategy<Value = Name> {
    prop_oneof![3 => names(), 1 => "[0-9a-f-]{1,12}".prop_map(move |uuid| Name::stored(noun, uuid))]
}

fn conditions() -> impl Strategy<Value = Condition> {
    let variable = || noun_names(Noun::Variable).prop_map(Attribute::Variable);
    let is = || prop::sample::select(vec![Comparison::Is, Comparison::IsNot]);
    let leaf = prop_oneof![
        (variable(), prop::sample::select(Comparison::ALL.to_vec()), names())
            .prop_map(|(of, how, value)| Condition::Test { of, how, values: vec![value] }),
        (is(), noun_names(Noun::Case)).prop_map(|(how, value)| Condition::Test {
            of: Attribute::Case,
            how,
            values: vec![value]
        }),
        prop::collection::vec(names(), 2..4).prop_map(|values| Condition::Test {
            of: Attribute::Speaker,
            how: Comparison::Is,
            values,
        }),
        variable().prop_map(Condition::Missing),
        Just(Condition::Missing(Attribute::Weight)),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Condition::Any),
            inner.prop_map(|one| Condition::Not(Box::new(one))),
        ]
    })
}

fn queries() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![
        Just(Passages::All),
        (noun_names(Noun::Code), any::<bool>())
            .prop_map(|(name, subcodes)| Passages::Code { name, subcodes }),
        noun_names(Noun::Set).prop_map(Passages::Set),
    ];
    let passages = leaf.prop_recursive(3, 12, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(Passages::Or),
            several().prop_map(Passages::And),
            (1_u32..4, prop::collection::vec(inner.clone(), 1..4))
                .prop_map(|(count, all)| Passages::AtLeast(count, all)),
            inner.clone().prop_map(|one| Passages::Not(Box::new(one))),
            inner.clone().prop_map(|one| Passages::Only(Box::new(one))),
            (inner.clone(), relations(), inner.clone()).prop_map(|(first, how, second)| Passages::Relation {
                first: Box::new(first),
                how,
                second: Box::new(second),
            }),
            (inner.clone(), conditions()).prop_map(|(one, it)| Passages::Where(Box::new(one), Box::new(it))),
        ]
    });
    (passages, prop::option::of(conditions())).prop_map(|(passages, condition)| Query { passages, condition })
}

#[test]
fn a_fault_says_where_it_is_and_what_would_be_right() {
    crate::i18n::set_lang(crate::i18n::Lang::En);
    let at = |typed: &str| parse::parse(typed).map(|_| ()).map_err(|fault| fault.at).unwrap_err();
    assert_eq!(at(""), 0..1);
    assert_eq!(at("Legal near"), 10..11);
    assert_eq!(at("Legal and or Outlook"), 10..12);
    assert_eq!(at("(Legal"), 6..7);
    assert_eq!(at("Legal Outlook"), 6..13);
    assert_eq!(at("Legal where level"), 17..18);
    assert_eq!(at("Legal where group < Land"), 18..19);
    assert_eq!(at("\"Legal"), 0..6);
    assert_eq!(at("at least 0 of (A, B)"), 9..10);
    assert!(parse::parse(&"(".repeat(5_000)).is_err());
    assert!(parse::parse(&"not ".repeat(2_000)).is_err());
}

#[test]
fn completion_offers_what_can_stand_there() {
    let known = Vocabulary {
        codes: vec!["Obstacles".into(), "Obstacles/Legal matters".into(), "Outlook".into()],
        code_sets: vec!["open questions".into()],
        variables: vec![("level".into(), vec!["Kommune".into(), "Land".into()])],
        values: vec![("group", vec!["Stadt".into()])],
    };
    let first =
        |typed: &str| complete(typed, typed.chars().count(), &known).first().map(|one| one.insert.clone());
    assert_eq!(first("Out"), Some("Outlook".into()));
    assert_eq!(first("leg"), Some("\"Obstacles/Legal matters\"".into()));
    assert_eq!(first("\"Obstacles/L"), Some("\"Obstacles/Legal matters\"".into()));
    assert_eq!(first("Outlook ne"), Some("near".into()));
    assert_eq!(first("Outlook near Ob"), Some("Obstacles".into()));
    assert_eq!(first("set o"), Some("\"open questions\"".into()));
    assert_eq!(first("Outlook where le"), Some("level".into()));
    assert_eq!(first("Outlook where level = K"), Some("Kommune".into()));
    assert_eq!(first("Outlook where level = Kommune and gr"), Some("group".into()));
    assert_eq!(first("where group = "), Some("Stadt".into()));
    assert_eq!(first("(Outlook where level = Land) ins"), Some("inside".into()));
}
