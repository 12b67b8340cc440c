//! What two or more coders have to talk about: their differences, those that are decided, and rules for small ones.
//!
//! A **point** is a passage with all that belongs together there: codings of one code that touch the same words, and
//! codings of different codes that stand for each other ([`differences()`]). Every coding of a coder who is compared is in
//! exactly one point. A decision is known again by what the coders had: code and passage, and who was compared. Where one
//! of them has changed that since, the point is open again.

pub mod tables;

use std::collections::{BTreeSet, HashMap};

use super::differences::{self, differences};
use crate::model::codings::Coding;
use crate::model::decisions::{Decision, Outcome};
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::text::spans::count_words;
use crate::text::{Span, Text};

/// How the coders stand to each other on a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// All have the same.
    Agreed,
    /// Somebody coded it, somebody did not.
    Missing,
    /// Different codes.
    OtherCode,
    /// The same code with other boundaries.
    OtherBoundary,
    /// No coder has anything there: they took it back after it was decided, or the consensus alone has it.
    Nobody,
}

impl Kind {
    pub const ALL: [Kind; 5] =
        [Kind::Agreed, Kind::Missing, Kind::OtherCode, Kind::OtherBoundary, Kind::Nobody];
    /// As scripts read it; `consolidation-kind-NAME` is the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Agreed => "agreed",
            Kind::Missing => differences::Kind::Missing.name(),
            Kind::OtherCode => differences::Kind::OtherCode.name(),
            Kind::OtherBoundary => differences::Kind::OtherBoundary.name(),
            Kind::Nobody => "nobody",
        }
    }
}

/// How far a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    Open,
    /// It was decided, and what the coders have is something else since.
    Changed,
    Decided,
}

impl State {
    pub const ALL: [State; 3] = [State::Open, State::Changed, State::Decided];
    /// As scripts read it; `consolidation-state-NAME` is the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Changed => "changed",
            State::Decided => "decided",
        }
    }
}

/// What one coder has in a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub coder: CoderId,
    pub code: CodeId,
    pub span: Span,
    pub coding: CodingId,
    pub uuid: String,
    pub weight: Option<u8>,
    pub comment: String,
}

/// A passage that the coders may have to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub document: DocumentId,
    pub kind: Kind,
    pub state: State,
    /// All that its sides cover.
    pub span: Span,
    /// Who is compared, with or without a coding here.
    pub coders: Vec<CoderId>,
    /// By coder in the order of `coders`, in text order.
    pub sides: Vec<Side>,
    /// The decisions that it is decided by, or that were made on what stood here before.
    pub decisions: Vec<Decision>,
}

impl Point {
    /// A passage that no coder has anything on.
    pub fn nobodys(document: DocumentId, coders: &[CoderId], span: Span) -> Point {
        Point {
            document,
            kind: Kind::Nobody,
            state: State::Open,
            span,
            coders: coders.to_vec(),
            sides: Vec::new(),
            decisions: Vec::new(),
        }
    }
    /// Whether somebody has to look: what all agree on needs no talk, unless something else was decided before.
    pub fn is_difference(&self) -> bool {
        self.kind != Kind::Agreed || self.state == State::Changed
    }
    /// Whether it still has to be decided.
    pub fn is_open(&self) -> bool {
        self.state != State::Decided
    }
    /// What one coder has here.
    pub fn of(&self, coder: CoderId) -> impl Iterator<Item = &Side> {
        self.sides.iter().filter(move |side| side.coder == coder)
    }
    /// The codes that are about it: of its sides, and of what was decided.
    pub fn codes(&self) -> BTreeSet<CodeId> {
        let decided = self.decisions.iter().flat_map(|decision| &decision.sides);
        self.sides.iter().map(|side| side.code).chain(decided.filter_map(|side| side.code)).collect()
    }
    /// The decision that holds.
    pub fn decision(&self) -> Option<&Decision> {
        self.decisions.first().filter(|_| self.state == State::Decided)
    }
    /// Whether it is about the same as another, as far as the coders' work goes.
    pub fn is(&self, other: &Point) -> bool {
        self.document == other.document
            && self.coders == other.coders
            && self.sides == other.sides
            && (!self.sides.is_empty() || self.decisions.iter().eq(&other.decisions))
    }
}

/// The points of a document, in text order: those of the compared coders' codings, and those of decisions to which
/// nothing belongs any more. `codings` are in text order; those of others are left out.
pub fn points(
    document: DocumentId,
    coders: &[CoderId],
    codings: &[Coding],
    decisions: &[Decision],
) -> Vec<Point> {
    let own: Vec<Vec<Coding>> = coders
        .iter()
        .map(|coder| codings.iter().filter(|coding| coding.coder == *coder).cloned().collect())
        .collect();
    let mut points: Vec<Point> =
        together(document, &own).into_iter().map(|sides| point(document, coders, sides)).collect();
    points.sort_by_key(|point| (point.span, point.sides.first().map(|side| side.coding)));
    remember(&mut points, document, coders, decisions);
    points.sort_by_key(|point| (point.span, point.sides.first().map(|side| side.coding)));
    points
}

/// Which codings belong together.
fn together(document: DocumentId, own: &[Vec<Coding>]) -> Vec<Vec<Side>> {
    let all: Vec<&Coding> = own.iter().flatten().collect();
    let at: HashMap<CodingId, usize> = all.iter().enumerate().map(|(at, coding)| (coding.id, at)).collect();
    let mut leader: Vec<usize> = (0..all.len()).collect();
    fn lead(leader: &mut [usize], mut at: usize) -> usize {
        while leader[at] != at {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        at
    }
    let mut join = |a: usize, b: usize| {
        let (a, b) = (lead(&mut leader, a), lead(&mut leader, b));
        leader[a.max(b)] = a.min(b);
    };
    // Of one code: whoever touches the same words. One coder's own never do.
    let mut by_code: Vec<usize> = (0..all.len()).collect();
    by_code.sort_by_key(|at| (all[*at].code, all[*at].span));
    let mut paired = vec![false; all.len()];
    let mut reach: Option<(usize, Span)> = None;
    for next in by_code {
        let span = all[next].span;
        match reach {
            Some((last, covered)) if all[last].code == all[next].code && covered.overlaps(span) => {
                join(last, next);
                (paired[last], paired[next]) = (true, true);
                reach = Some((next, covered.hull(span)));
            }
            _ => reach = Some((next, span)),
        }
    }
    // Of different codes: what is left over on either side.
    let alone: Vec<Vec<Coding>> = own
        .iter()
        .map(|codings| {
            let alone = codings.iter().filter(|coding| at.get(&coding.id).is_some_and(|at| !paired[*at]));
            alone.cloned().collect()
        })
        .collect();
    for (nth, first) in alone.iter().enumerate() {
        for second in &alone[nth + 1..] {
            let (Some(one), Some(other)) = (first.first(), second.first()) else { continue };
            for difference in differences(document, (one.coder, other.coder), first, second) {
                let sides: Vec<usize> =
                    difference.sides.iter().filter_map(|side| at.get(&side.coding).copied()).collect();
                if let [one, other] = sides[..] {
                    join(one, other);
                }
            }
        }
    }
    let mut groups: Vec<Vec<Side>> = vec![Vec::new(); all.len()];
    for (at, coding) in all.iter().enumerate() {
        let group = lead(&mut leader, at);
        groups[group].push(Side {
            coder: coding.coder,
            code: coding.code,
            span: coding.span,
            coding: coding.id,
            uuid: coding.uuid.clone(),
            weight: coding.weight,
            comment: coding.comment.clone(),
        });
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn point(document: DocumentId, coders: &[CoderId], sides: Vec<Side>) -> Point {
    let span = sides.iter().map(|side| side.span).reduce(Span::hull).unwrap_or_default();
    let same_code = sides.iter().all(|side| side.code == sides[0].code);
    let same_span = sides.iter().all(|side| side.span == sides[0].span);
    let everyone = coders.iter().all(|coder| sides.iter().any(|side| side.coder == *coder));
    let kind = match (same_code, everyone) {
        (false, _) => Kind::OtherCode,
        (true, false) => Kind::Missing,
        (true, true) if same_span => Kind::Agreed,
        (true, true) => Kind::OtherBoundary,
    };
    Point { document, kind, state: State::Open, span, coders: coders.to_vec(), sides, decisions: Vec::new() }
}

/// What somebody had: nothing, or a code on a passage.
type Had = (CoderId, Option<(CodeId, Span)>);

fn had_now(point: &Point) -> BTreeSet<Had> {
    let sides = point.sides.iter().map(|side| (side.coder, Some((side.code, side.span))));
    let nothing = point.coders.iter().filter(|coder| point.of(**coder).next().is_none());
    sides.chain(nothing.map(|coder| (*coder, None))).collect()
}

/// None where a code is gone: what stood under it cannot be there any more.
fn had_then(decision: &Decision) -> Option<BTreeSet<Had>> {
    let side = |side: &crate::model::decisions::Side| match side.is_nothing() {
        true => Some((side.coder, None)),
        false => side.code.map(|code| (side.coder, Some((code, side.span)))),
    };
    decision.originals().map(side).collect()
}

/// Puts the decisions to the points that they are about.
fn remember(points: &mut Vec<Point>, document: DocumentId, coders: &[CoderId], decisions: &[Decision]) {
    let mut by_had: HashMap<BTreeSet<Had>, usize> = HashMap::new();
    let mut by_coding: HashMap<String, usize> = HashMap::new();
    for (at, point) in points.iter().enumerate() {
        by_had.entry(had_now(point)).or_insert(at);
        for side in &point.sides {
            by_coding.insert(side.uuid.clone(), at);
        }
    }
    let mut stale = Vec::new();
    for decision in decisions {
        let exactly = had_then(decision).and_then(|had| by_had.get(&had).copied());
        match exactly.and_then(|at| points.get_mut(at)) {
            Some(point) if point.state == State::Open => {
                point.state = State::Decided;
                point.decisions.push(decision.clone());
            }
            _ => stale.push(decision),
        }
    }
    for decision in stale {
        let about: BTreeSet<usize> = decision
            .originals()
            .filter(|side| !side.is_nothing())
            .filter_map(|side| by_coding.get(&side.coding).copied())
            .collect();
        for at in &about {
            if let Some(point) = points.get_mut(*at) {
                point.state = State::Changed;
                point.decisions.push(decision.clone());
            }
        }
        // Nobody has it any more; where the consensus has nothing of it either, there is nothing to say.
        if about.is_empty() && decision.results().any(|side| side.code.is_some() && !side.span.is_empty()) {
            let mut point = Point::nobodys(document, coders, decision.span);
            // What was decided without anybody's having it rests on nothing that could change.
            let added = decision.originals().all(crate::model::decisions::Side::is_nothing);
            point.state = if added { State::Decided } else { State::Changed };
            point.decisions.push(decision.clone());
            points.push(point);
        }
    }
}

/// What is taken of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// What one coder has; nothing, where it is nothing.
    Take(CoderId),
    All,
    Nothing,
    /// These codes on these passages.
    Anew(Vec<(CodeId, Span)>),
    /// What all agree on.
    Agreed,
    /// What a rule gives.
    Ruled(Span),
}

impl Verdict {
    pub fn outcome(&self) -> Outcome {
        match self {
            Verdict::Take(_) => Outcome::One,
            Verdict::All => Outcome::All,
            Verdict::Nothing => Outcome::None,
            Verdict::Anew(_) => Outcome::Anew,
            Verdict::Agreed => Outcome::Agreed,
            Verdict::Ruled(_) => Outcome::Rule,
        }
    }
    /// Whether a side is taken.
    pub fn takes(&self, side: &Side) -> bool {
        match self {
            Verdict::Take(coder) => side.coder == *coder,
            Verdict::All | Verdict::Agreed => true,
            Verdict::Nothing | Verdict::Anew(_) => false,
            Verdict::Ruled(span) => side.span.overlaps(*span),
        }
    }
    /// What the consensus gets: no two of one code overlap.
    pub fn results(&self, point: &Point) -> Vec<(CodeId, Span)> {
        match self {
            Verdict::Anew(given) => united(given.clone()),
            Verdict::Ruled(span) => point.sides.first().map(|side| (side.code, *span)).into_iter().collect(),
            _ => {
                let taken = point.sides.iter().filter(|side| self.takes(side));
                united(taken.map(|side| (side.code, side.span)).collect())
            }
        }
    }
}

/// Makes one of what overlaps under one code; sorted.
pub fn united(mut spans: Vec<(CodeId, Span)>) -> Vec<(CodeId, Span)> {
    spans.sort_unstable();
    let mut made: Vec<(CodeId, Span)> = Vec::with_capacity(spans.len());
    for (code, span) in spans {
        match made.last_mut() {
            Some((of, last)) if *of == code && last.overlaps(span) => *last = last.hull(span),
            _ => made.push((code, span)),
        }
    }
    made
}

/// How much two boundaries may differ to be settled by a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tolerance {
    /// So many words between the beginnings, and so many between the ends.
    Words(u32),
    /// So many characters at each end.
    Characters(u32),
    /// So many per cent, at least, of what the segments cover together lies in all of them.
    Overlap(u32),
}

/// Which boundaries hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    Shorter,
    Longer,
    /// What all have.
    Intersection,
    /// What any has.
    Union,
    Coder(CoderId),
}

/// A rule for small differences of boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub within: Tolerance,
    pub take: Take,
}

impl Rule {
    /// The passage that the rule gives for a point; none where it does not apply: it speaks of one segment of each coder,
    /// of one code, with other boundaries.
    pub fn settles(&self, point: &Point, text: &Text) -> Option<Span> {
        if point.kind != Kind::OtherBoundary || point.sides.len() != point.coders.len() {
            return None;
        }
        let mut spans: Vec<Span> = point.sides.iter().map(|side| side.span).collect();
        let union = spans.iter().copied().reduce(Span::hull)?;
        let mut shared = spans.first().copied();
        for span in &spans {
            shared = shared.and_then(|shared| shared.intersection(*span));
        }
        let shared = shared?;
        let left = Span { start: union.start, end: shared.start };
        let right = Span { start: shared.end, end: union.end };
        let within = match self.within {
            Tolerance::Words(most) => [left, right].iter().all(|gap| count_words(text.slice(*gap)) <= most),
            Tolerance::Characters(most) => left.len() <= most && right.len() <= most,
            Tolerance::Overlap(percent) => {
                u64::from(shared.len()) * 100 >= u64::from(union.len()) * u64::from(percent)
            }
        };
        if !within {
            return None;
        }
        // Of equally long ones the earlier, so that the order of the coders decides nothing.
        spans.sort_unstable();
        match self.take {
            Take::Shorter => spans.into_iter().min_by_key(|span| span.len()),
            Take::Longer => spans.into_iter().min_by_key(|span| std::cmp::Reverse(span.len())),
            Take::Intersection => Some(shared),
            Take::Union => Some(union),
            Take::Coder(coder) => point.of(coder).next().map(|side| side.span),
        }
    }
}

/// How far the consolidation of some points is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Differences to be decided, those decided included.
    pub differences: usize,
    pub decided: usize,
    /// Differences that were decided and are open again.
    pub changed: usize,
    /// Passages that all agree on.
    pub agreed: usize,
    /// Those of them that the consensus has not got yet.
    pub agreed_open: usize,
}

impl Progress {
    pub fn of<'a>(points: impl IntoIterator<Item = &'a Point>) -> Progress {
        let mut progress = Progress::default();
        for point in points {
            if point.is_difference() {
                progress.differences += 1;
                progress.decided += usize::from(!point.is_open());
                progress.changed += usize::from(point.state == State::Changed);
            } else {
                progress.agreed += 1;
                progress.agreed_open += usize::from(point.is_open());
            }
        }
        progress
    }
    pub fn open(&self) -> usize {
        self.differences - self.decided
    }
    /// Whether nothing is left to do.
    pub fn is_complete(&self) -> bool {
        self.open() == 0 && self.agreed_open == 0
    }
    pub fn add(&mut self, other: Progress) {
        self.differences += other.differences;
        self.decided += other.decided;
        self.changed += other.changed;
        self.agreed += other.agreed;
        self.agreed_open += other.agreed_open;
    }
}

#[cfg(test)]
mod tests;
