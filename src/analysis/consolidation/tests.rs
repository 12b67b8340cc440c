use proptest::prelude::*;

use super::*;
use crate::model::DecisionId;
use crate::model::decisions::{Role, Side as Kept};

const DOCUMENT: DocumentId = DocumentId(1);
const A: CoderId = CoderId(1);
const B: CoderId = CoderId(2);
const C: CoderId = CoderId(3);

fn coding(id: i64, coder: CoderId, code: i64, start: u32, end: u32) -> Coding {
    Coding {
        id: CodingId(id),
        uuid: format!("u{id}"),
        document: DOCUMENT,
        code: CodeId(code),
        coder,
        span: Span::new(start, end),
        weight: None,
        comment: String::new(),
        created: String::new(),
    }
}

/// The decision that a verdict makes of a point, without a store.
fn decided(id: i64, point: &Point, verdict: &Verdict) -> Decision {
    let mut sides: Vec<Kept> = Vec::new();
    for coder in &point.coders {
        let role = |taken: bool| if taken { Role::Taken } else { Role::Compared };
        if point.of(*coder).next().is_none() {
            let role = role(*verdict == Verdict::Take(*coder));
            let (path, coding) = (String::new(), String::new());
            sides.push(Kept { role, coder: *coder, code: None, path, span: point.span, coding });
        }
        for side in point.of(*coder) {
            sides.push(Kept {
                role: role(verdict.takes(side)),
                coder: *coder,
                code: Some(side.code),
                path: format!("c{}", side.code.0),
                span: side.span,
                coding: side.uuid.clone(),
            });
        }
    }
    for (code, span) in verdict.results(point) {
        let (path, coding) = (format!("c{}", code.0), format!("r{id}"));
        sides.push(Kept { role: Role::Result, coder: CoderId(9), code: Some(code), path, span, coding });
    }
    Decision {
        id: DecisionId(id),
        uuid: format!("d{id}"),
        document: DOCUMENT,
        span: point.span,
        outcome: verdict.outcome(),
        reason: String::new(),
        coder: A,
        at: String::new(),
        sides,
    }
}

fn kinds(points: &[Point]) -> Vec<(Kind, Vec<i64>)> {
    points.iter().map(|point| (point.kind, point.sides.iter().map(|side| side.coding.0).collect())).collect()
}

#[test]
fn each_kind_is_told() {
    let codings = [
        coding(1, A, 7, 0, 10),
        coding(2, B, 7, 0, 10),
        coding(3, A, 7, 20, 30),
        coding(4, B, 7, 22, 30),
        coding(5, A, 7, 40, 50),
        coding(6, B, 8, 40, 48),
        coding(7, B, 8, 60, 70),
    ];
    assert_eq!(
        kinds(&points(DOCUMENT, &[A, B], &codings, &[])),
        [
            (Kind::Agreed, vec![1, 2]),
            (Kind::OtherBoundary, vec![3, 4]),
            (Kind::OtherCode, vec![5, 6]),
            (Kind::Missing, vec![7]),
        ]
    );
}

/// One coder's long segment and another's two short ones are one thing to talk about, and not "missing" twice.
#[test]
fn one_passage_cut_in_two_is_one_point() {
    let codings = [coding(1, A, 7, 0, 30), coding(2, B, 7, 0, 10), coding(3, B, 7, 20, 30)];
    let points = points(DOCUMENT, &[A, B], &codings, &[]);
    assert_eq!(kinds(&points), [(Kind::OtherBoundary, vec![1, 2, 3])]);
    let spans =
        |verdict: &Verdict| verdict.results(&points[0]).into_iter().map(|(_, span)| span).collect::<Vec<_>>();
    assert_eq!(spans(&Verdict::Take(B)), [Span::new(0, 10), Span::new(20, 30)]);
    assert_eq!(spans(&Verdict::All), [Span::new(0, 30)]);
    assert_eq!(spans(&Verdict::Nothing), []);
}

#[test]
fn a_third_coder_belongs_to_it() {
    let codings = [coding(1, A, 7, 0, 10), coding(2, B, 7, 0, 10), coding(3, C, 8, 0, 10)];
    assert_eq!(kinds(&points(DOCUMENT, &[A, B], &codings, &[])), [(Kind::Agreed, vec![1, 2])]);
    // The other code stands alone: those it could stand for have each other.
    assert_eq!(
        kinds(&points(DOCUMENT, &[A, B, C], &codings, &[])),
        [(Kind::Missing, vec![1, 2]), (Kind::Missing, vec![3])]
    );
}

#[test]
fn what_is_decided_stays_so_until_a_coder_changes_it() {
    let mut codings = vec![coding(1, A, 7, 0, 10), coding(2, B, 8, 0, 10)];
    let open = points(DOCUMENT, &[A, B], &codings, &[]);
    let decision = decided(1, &open[0], &Verdict::Take(B));
    let state = |codings: &[Coding], coders: &[CoderId]| {
        let points = points(DOCUMENT, coders, codings, std::slice::from_ref(&decision));
        points.iter().map(|point| (point.kind, point.state)).collect::<Vec<_>>()
    };
    assert_eq!(state(&codings, &[A, B]), [(Kind::OtherCode, State::Decided)]);
    // Taken away and put back again: the same work under another UUID.
    codings[1] = coding(5, B, 8, 0, 10);
    assert_eq!(state(&codings, &[A, B]), [(Kind::OtherCode, State::Decided)]);
    // Agreed by now, but something was decided on other grounds.
    codings[1] = coding(5, B, 7, 0, 10);
    assert_eq!(state(&codings, &[A, B]), [(Kind::Agreed, State::Changed)]);
    codings[1] = coding(2, B, 8, 0, 9);
    assert_eq!(state(&codings, &[A, B]), [(Kind::OtherCode, State::Changed)]);
    // A third one joins who has nothing there.
    codings[1] = coding(2, B, 8, 0, 10);
    assert_eq!(state(&codings, &[A, B, C]), [(Kind::OtherCode, State::Changed)]);
    assert_eq!(state(&[], &[A, B]), [(Kind::Nobody, State::Changed)]);
}

/// With the code all codings are gone, in the consensus too: nobody has to look at hundreds of passages.
#[test]
fn a_code_that_is_removed_asks_nothing() {
    let codings = [coding(1, A, 7, 0, 10)];
    let open = points(DOCUMENT, &[A, B], &codings, &[]);
    let mut decision = decided(1, &open[0], &Verdict::All);
    for side in &mut decision.sides {
        side.code = None;
    }
    assert_eq!(points(DOCUMENT, &[A, B], &[], &[decision]), []);
}

#[test]
fn a_rule_settles_what_is_small_and_nothing_else() {
    let text = Text::new("one two three four five six seven eight nine ten");
    let point = |first: (u32, u32), second: (u32, u32)| {
        let codings = [coding(1, A, 7, first.0, first.1), coding(2, B, 7, second.0, second.1)];
        points(DOCUMENT, &[A, B], &codings, &[]).remove(0)
    };
    // "two three four" against "one two three four five": one word at each end.
    let small = point((4, 18), (0, 23));
    let settles = |within, take, point: &Point| Rule { within, take }.settles(point, &text);
    use Tolerance::{Characters, Overlap, Words};
    assert_eq!(settles(Words(1), Take::Shorter, &small), Some(Span::new(4, 18)));
    assert_eq!(settles(Words(0), Take::Shorter, &small), None);
    assert_eq!(settles(Words(1), Take::Longer, &small), Some(Span::new(0, 23)));
    assert_eq!(settles(Words(1), Take::Coder(B), &small), Some(Span::new(0, 23)));
    assert_eq!(settles(Characters(5), Take::Intersection, &small), Some(Span::new(4, 18)));
    assert_eq!(settles(Characters(4), Take::Intersection, &small), None);
    assert_eq!(settles(Overlap(60), Take::Union, &small), Some(Span::new(0, 23)));
    assert_eq!(settles(Overlap(61), Take::Union, &small), None);
    // Overlapping at the edges only: what both have is nobody's segment.
    let shifted = point((0, 13), (8, 18));
    assert_eq!(settles(Words(2), Take::Intersection, &shifted), Some(Span::new(8, 13)));
    assert_eq!(settles(Words(2), Take::Union, &shifted), Some(Span::new(0, 18)));
    // Equally long: the earlier one, whoever's it is.
    assert_eq!(settles(Words(9), Take::Shorter, &point((4, 18), (0, 14))), Some(Span::new(0, 14)));
    assert_eq!(settles(Words(9), Take::Shorter, &point((0, 14), (4, 18))), Some(Span::new(0, 14)));
    // Missing, other code, agreed: not its business.
    let missing = points(DOCUMENT, &[A, B], &[coding(1, A, 7, 0, 10)], &[]).remove(0);
    assert_eq!(settles(Words(99), Take::Union, &missing), None);
    assert_eq!(settles(Words(99), Take::Union, &point((0, 10), (0, 10))), None);
}

/// Some coders' codings: one coder's of one code do not overlap.
fn codings() -> impl Strategy<Value = Vec<Coding>> {
    prop::collection::vec((1i64..4, 1i64..4, 0u32..40, 1u32..12), 0..14).prop_map(|rows| {
        let mut made: Vec<Coding> = Vec::new();
        for (id, (coder, code, start, length)) in rows.into_iter().enumerate() {
            let new = coding(id as i64, CoderId(coder), code, start, start + length);
            let free =
                |old: &Coding| (old.coder, old.code) != (new.coder, new.code) || !old.span.overlaps(new.span);
            if made.iter().all(free) {
                made.push(new);
            }
        }
        made.sort_by_key(|coding| coding.span);
        made
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_coding_is_in_one_point(codings in codings(), three in any::<bool>()) {
        let coders: &[CoderId] = if three { &[A, B, C] } else { &[A, B] };
        let points = points(DOCUMENT, coders, &codings, &[]);
        let mut found: Vec<i64> =
            points.iter().flat_map(|point| point.sides.iter().map(|side| side.coding.0)).collect();
        found.sort_unstable();
        let mut all: Vec<i64> =
            codings.iter().filter(|coding| coders.contains(&coding.coder)).map(|coding| coding.id.0).collect();
        all.sort_unstable();
        prop_assert_eq!(found, all);
        // What all agree on is exactly what brute force finds to be had by everyone.
        for point in &points {
            let first = &point.sides[0];
            let everyones = coders.iter().all(|coder| {
                point.sides.iter().any(|side| (side.coder, side.code, side.span) == (*coder, first.code, first.span))
            });
            prop_assert_eq!(point.kind == Kind::Agreed, everyones && point.sides.len() == coders.len());
        }
    }

    /// Who comes first decides nothing.
    #[test]
    fn the_order_of_the_coders_changes_nothing(codings in codings()) {
        let sets = |coders: &[CoderId]| {
            let points = points(DOCUMENT, coders, &codings, &[]);
            let set = |point: &Point| point.sides.iter().map(|side| side.coding).collect::<BTreeSet<_>>();
            points.iter().map(|point| (point.kind, set(point))).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(sets(&[A, B]), sets(&[B, A]));
    }

    /// All decided: nothing is open, each point has its own decision, and none overlaps another of its code.
    #[test]
    fn what_is_decided_is_known_again(codings in codings(), verdicts in prop::collection::vec(0u8..4, 14)) {
        let coders = [A, B, C];
        let open = points(DOCUMENT, &coders, &codings, &[]);
        let decisions: Vec<Decision> = open.iter().zip(&verdicts).enumerate().map(|(id, (point, n))| {
            let verdict = match n {
                0 => Verdict::Take(A),
                1 => Verdict::All,
                2 => Verdict::Nothing,
                _ => Verdict::Anew(vec![(CodeId(5), point.span)]),
            };
            decided(id as i64, point, &verdict)
        }).collect();
        let again = points(DOCUMENT, &coders, &codings, &decisions);
        prop_assert_eq!(again.len(), open.len());
        for (point, then) in again.iter().zip(&open) {
            prop_assert_eq!(&point.sides, &then.sides);
            prop_assert_eq!(point.state, State::Decided);
            prop_assert_eq!(point.decisions.len(), 1);
        }
        prop_assert!(Progress::of(&again).is_complete());
    }
}
