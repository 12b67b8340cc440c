//! The passages of one document that answer a query.
//!
//! Every relation is one look into a sorted list: who overlaps, contains or follows is decided by the largest end (or the
//! smallest) among those that begin early (or late) enough. Two are kept each time, since a passage is never its own
//! partner.

use std::collections::BTreeSet;

use super::Relation;
use super::condition::{Check, Facts};
use super::plan::Plan;
use crate::model::codings::Coding;
use crate::model::{CodeId, DocumentId};
use crate::text::paragraphs::touched;
use crate::text::{CharPos, Paragraph, ParagraphKind, Span, Text};

/// A passage that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    pub span: Span,
    /// The segment that it is, as an index into the codings; none where it was worked out.
    pub coding: Option<usize>,
}

impl Passage {
    fn is(&self, other: &Passage) -> bool {
        match (self.coding, other.coding) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.span == other.span,
            _ => false,
        }
    }
}

/// A document with the codings that count for it.
pub struct Material<'a> {
    pub document: DocumentId,
    /// In text order.
    pub codings: &'a [Coding],
    /// In text order; only asked for where [`Plan::needs_paragraphs`].
    pub paragraphs: &'a [Paragraph],
    /// Only asked for where [`Plan::needs_text`].
    pub text: &'a Text,
}

/// The passages that answer, in text order, each once.
pub fn answer(plan: &Plan, material: &Material<'_>, facts: &Facts<'_>) -> Vec<Passage> {
    let places = Places::new(if plan.needs_paragraphs() { material.paragraphs } else { &[] });
    Answering { material, facts, places }.passages(plan)
}

struct Answering<'a> {
    material: &'a Material<'a>,
    facts: &'a Facts<'a>,
    places: Places<'a>,
}

impl Answering<'_> {
    fn passages(&self, plan: &Plan) -> Vec<Passage> {
        match plan {
            Plan::All => self.segments(|_| true),
            Plan::Codes(codes) => self.segments(|code| codes.contains(&code)),
            Plan::Or(all) => {
                let mut found: Vec<Passage> = all.iter().flat_map(|one| self.passages(one)).collect();
                in_order(&mut found);
                found.dedup_by(|a, b| a.is(b));
                found
            }
            Plan::And(all) => self.in_common(all, all.len()),
            Plan::AtLeast(count, all) => self.in_common(all, *count as usize),
            Plan::Not(one) => self.without(&region(&self.passages(one))),
            Plan::Only(one) => {
                let named = one.codes();
                let others = Sorted::new(self.segments(|code| !named.contains(&code)));
                let mut found = self.passages(one);
                found.retain(|passage| !others.overlap(passage));
                found
            }
            Plan::Relation { first, how, second } => {
                let second = Sorted::new(self.passages(second));
                let mut found = self.passages(first);
                found.retain(|passage| self.relates(passage, *how, &second));
                found
            }
            Plan::Where(one, check) => {
                let mut found = self.passages(one);
                found.retain(|passage| self.fits(passage, check));
                found
            }
        }
    }

    fn segments(&self, wanted: impl Fn(CodeId) -> bool) -> Vec<Passage> {
        let codings = self.material.codings.iter().enumerate();
        let mut found: Vec<Passage> = codings
            .filter(|(_, coding)| wanted(coding.code))
            .map(|(at, coding)| Passage { span: coding.span, coding: Some(at) })
            .collect();
        in_order(&mut found);
        found
    }

    fn fits(&self, passage: &Passage, check: &Check) -> bool {
        let weight = passage.coding.and_then(|at| self.material.codings.get(at)).and_then(|c| c.weight);
        let speakers =
            touched(self.material.paragraphs, passage.span).iter().filter_map(|p| p.speaker.as_deref());
        let subjects = self.facts.subjects(self.material.document, speakers, weight);
        self.facts.hold(check, &subjects)
    }

    fn relates(&self, passage: &Passage, how: Relation, second: &Sorted) -> bool {
        match how {
            Relation::Overlapping => second.overlap(passage),
            Relation::Outside => !second.overlap(passage),
            Relation::Inside => second.hold(passage),
            Relation::Containing => second.within(passage),
            Relation::FollowedBy(within) => second.first_after(passage.span.end).is_some_and(|next| {
                let (Some(here), Some(there)) = (self.places.last(passage.span), self.places.first(next))
                else {
                    return false;
                };
                there.saturating_sub(here) <= within
            }),
            Relation::PrecededBy(within) => second.last_before(passage.span.start).is_some_and(|before| {
                let (Some(here), Some(there)) = (self.places.first(passage.span), self.places.last(before))
                else {
                    return false;
                };
                here.saturating_sub(there) <= within
            }),
            Relation::Near(within) => self.near(passage, within, second),
        }
    }

    /// Whether another passage touches the paragraphs around this one.
    fn near(&self, passage: &Passage, within: u32, second: &Sorted) -> bool {
        let Some((first, last)) = self.places.first(passage.span).zip(self.places.last(passage.span)) else {
            return false;
        };
        // Where a passage begins decides its first paragraph: who begins late enough to be too far stands at the end.
        let too_far = last.saturating_add(within);
        let until = second
            .all
            .partition_point(|other| self.places.first(other.span).is_none_or(|other| other <= too_far));
        let far_back = first.saturating_sub(within);
        second
            .latest(until)
            .into_iter()
            .flatten()
            .filter(|other| !other.is(passage))
            .any(|other| self.places.last(other.span).is_some_and(|other| other >= far_back))
    }

    /// The longest stretches that at least `count` of these have, with words in them.
    fn in_common(&self, all: &[Plan], count: usize) -> Vec<Passage> {
        let mut steps: Vec<(CharPos, bool)> = Vec::new();
        for one in all {
            for part in region(&self.passages(one)) {
                steps.push((part.start, true));
                steps.push((part.end, false));
            }
        }
        // Where one ends and another begins the stretch goes on.
        steps.sort_by_key(|&(at, begins)| (at, !begins));
        let mut found = Vec::new();
        let (mut depth, mut since) = (0_usize, None);
        for (at, begins) in steps {
            depth = if begins { depth + 1 } else { depth.saturating_sub(1) };
            match (since, depth >= count) {
                (None, true) => since = Some(at),
                (Some(start), false) => {
                    found.push(Span { start, end: at });
                    since = None;
                }
                _ => {}
            }
        }
        found.into_iter().filter_map(|span| self.with_words(span)).map(worked_out).collect()
    }

    /// A stretch trimmed of white space; none where it has no speech.
    fn with_words(&self, span: Span) -> Option<Span> {
        let span = self.material.text.trim(span);
        let lines = touched(self.material.paragraphs, span);
        let speaks =
            |line: &Paragraph| is_speech(line) && !line.speech_within(self.material.text, span).is_empty();
        (!span.is_empty() && lines.iter().any(speaks)).then_some(span)
    }

    /// What is left of each paragraph without some parts of the text.
    fn without(&self, parts: &[Span]) -> Vec<Passage> {
        let mut found = Vec::new();
        for line in self.material.paragraphs.iter().filter(|line| is_speech(line)) {
            let first = parts.partition_point(|part| part.end <= line.span.start);
            let mut start = line.span.start;
            let here = parts.iter().skip(first).take_while(|part| part.start < line.span.end);
            for part in here.copied().chain([Span { start: line.span.end, end: line.span.end }]) {
                if start < part.start {
                    let piece = Span { start, end: part.start };
                    // A speaker's label alone is nothing that was said.
                    let speech = line.speech_within(self.material.text, piece);
                    found.extend(speech.into_iter().reduce(Span::hull).map(worked_out));
                }
                start = start.max(part.end);
            }
        }
        found
    }
}

fn worked_out(span: Span) -> Passage {
    Passage { span, coding: None }
}

fn is_speech(line: &Paragraph) -> bool {
    !matches!(line.kind, ParagraphKind::Header | ParagraphKind::Empty)
}

fn in_order(passages: &mut [Passage]) {
    passages.sort_by_key(|passage| (passage.span.start, std::cmp::Reverse(passage.span.end), passage.coding));
}

/// The text that passages cover, as stretches that do not touch.
fn region(passages: &[Passage]) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    for passage in passages {
        match parts.last_mut() {
            Some(last) if passage.span.start <= last.end => last.end = last.end.max(passage.span.end),
            _ => parts.push(passage.span),
        }
    }
    parts
}

/// Passages in text order, with who ends last before each and first after each.
struct Sorted {
    all: Vec<Passage>,
    /// Of the passages up to each: the two that end last.
    latest: Vec<[Option<Passage>; 2]>,
    /// Of the passages from each on: the two that end first.
    earliest: Vec<[Option<Passage>; 2]>,
    by_end: Vec<Span>,
}

/// The two best of three.
fn keep(
    [first, second]: [Option<Passage>; 2],
    new: Passage,
    better: impl Fn(&Passage, &Passage) -> bool,
) -> [Option<Passage>; 2] {
    match (first, second) {
        (Some(one), _) if better(&new, &one) => [Some(new), first],
        (Some(_), Some(two)) if !better(&new, &two) => [first, second],
        (Some(_), _) => [first, Some(new)],
        (None, _) => [Some(new), None],
    }
}

impl Sorted {
    fn new(all: Vec<Passage>) -> Sorted {
        let mut best = [None, None];
        let latest = all
            .iter()
            .map(|&passage| {
                best = keep(best, passage, |a, b| a.span.end > b.span.end);
                best
            })
            .collect();
        let mut best = [None, None];
        let mut earliest: Vec<[Option<Passage>; 2]> = all
            .iter()
            .rev()
            .map(|&passage| {
                best = keep(best, passage, |a, b| a.span.end < b.span.end);
                best
            })
            .collect();
        earliest.reverse();
        let mut by_end: Vec<Span> = all.iter().map(|passage| passage.span).collect();
        by_end.sort_by_key(|span| (span.end, span.start));
        Sorted { all, latest, earliest, by_end }
    }

    /// The two that end last of the first `until`.
    fn latest(&self, until: usize) -> [Option<Passage>; 2] {
        until.checked_sub(1).and_then(|at| self.latest.get(at)).copied().unwrap_or_default()
    }

    fn overlap(&self, passage: &Passage) -> bool {
        let until = self.all.partition_point(|other| other.span.start < passage.span.end);
        let others = self.latest(until);
        others.into_iter().flatten().any(|other| !other.is(passage) && other.span.end > passage.span.start)
    }

    /// Whether one of these has the whole passage in it.
    fn hold(&self, passage: &Passage) -> bool {
        let until = self.all.partition_point(|other| other.span.start <= passage.span.start);
        let others = self.latest(until);
        others.into_iter().flatten().any(|other| !other.is(passage) && other.span.end >= passage.span.end)
    }

    /// Whether one of these lies wholly in the passage.
    fn within(&self, passage: &Passage) -> bool {
        let from = self.all.partition_point(|other| other.span.start < passage.span.start);
        let others = self.earliest.get(from).copied().unwrap_or_default();
        others.into_iter().flatten().any(|other| !other.is(passage) && other.span.end <= passage.span.end)
    }

    fn first_after(&self, at: CharPos) -> Option<Span> {
        let from = self.all.partition_point(|other| other.span.start < at);
        self.all.get(from).map(|passage| passage.span)
    }

    fn last_before(&self, at: CharPos) -> Option<Span> {
        let until = self.by_end.partition_point(|span| span.end <= at);
        until.checked_sub(1).and_then(|at| self.by_end.get(at)).copied()
    }
}

/// Which paragraph, counted from the start, a passage begins and ends in. What has no number belongs to the one before.
struct Places<'a> {
    paragraphs: &'a [Paragraph],
    counts: Vec<u32>,
}

impl<'a> Places<'a> {
    fn new(paragraphs: &'a [Paragraph]) -> Places<'a> {
        let mut count = 0;
        let numbered = |paragraph: &Paragraph| {
            count += u32::from(paragraph.number.is_some());
            count
        };
        Places { counts: paragraphs.iter().map(numbered).collect(), paragraphs }
    }

    /// The lines that a passage touches, as indices.
    fn touched(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.paragraphs.partition_point(|p| p.span.end <= span.start);
        let last = self.paragraphs.partition_point(|p| p.span.start < span.end);
        first..last.max(first)
    }
    fn count(&self, line: usize) -> Option<u32> {
        let speaks = self.paragraphs.get(line).is_some_and(|line| line.kind != ParagraphKind::Header);
        if speaks { self.counts.get(line).copied() } else { None }
    }
    fn first(&self, span: Span) -> Option<u32> {
        self.touched(span).find_map(|line| self.count(line))
    }
    fn last(&self, span: Span) -> Option<u32> {
        self.touched(span).rev().find_map(|line| self.count(line))
    }
}

/// The codes that a passage has of those that a query names, in the order in which they begin.
pub fn codes_on(span: Span, codings: &[Coding], named: &BTreeSet<CodeId>) -> Vec<CodeId> {
    let mut codes = Vec::new();
    for coding in codings.iter().take_while(|coding| coding.span.start < span.end) {
        if coding.span.overlaps(span) && named.contains(&coding.code) && !codes.contains(&coding.code) {
            codes.push(coding.code);
        }
    }
    codes
}
