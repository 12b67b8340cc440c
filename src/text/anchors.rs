//! Where positions go when a text is corrected: a diff, the hunks it found, and the map that they make.
//!
//! A [`Hunk`] says that the code points `start` to `end` of the old text became `length` code points. Outside of hunks
//! both texts are the same. The map of positions is monotone and needs nothing but the hunks, which are stored with the
//! correction: what was made on the old text elsewhere is brought forward by the same map.
//!
//! Hunks are as small as whole words allow, so a position whose neighbouring words are found again lies in none of them.
//! Inside a hunk a start goes to its beginning and an end to its end. What was inserted right before or behind a span
//! is no part of it.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};
use unicode_segmentation::UnicodeSegmentation;

use super::alignment::Group;
use super::{CharPos, Span, Text};

/// A part of the old text and how many code points came into its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u32, u32, u32)", into = "(u32, u32, u32)")]
pub struct Hunk {
    pub old: Span,
    pub length: u32,
}

impl From<(u32, u32, u32)> for Hunk {
    fn from((start, end, length): (u32, u32, u32)) -> Hunk {
        Hunk { old: Span::new(start, end), length }
    }
}
impl From<Hunk> for (u32, u32, u32) {
    fn from(hunk: Hunk) -> Self {
        (hunk.old.start.0, hunk.old.end.0, hunk.length)
    }
}

/// The map of positions that hunks make.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moves {
    hunks: Vec<Hunk>,
    /// Where each hunk begins in the new text.
    starts: Vec<u32>,
}

/// How a span came through a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// Its words are the same.
    Kept,
    /// Its words were corrected; its ends are where they were.
    Changed,
    /// Words at one of its ends are gone, or nothing says where it ends now.
    Shrunk,
    /// Nothing is left of it.
    Emptied,
}

/// A word diff stops after this time; what is not found by then is one hunk.
const DEADLINE: Duration = Duration::from_millis(400);

impl Moves {
    /// The map of hunks in text order; those that touch are made one. None where they overlap: no diff made them.
    pub fn new(hunks: Vec<Hunk>) -> Option<Moves> {
        let mut moves = Moves::default();
        let (mut delta, mut done) = (0_i64, 0);
        for hunk in hunks {
            if hunk.old.start.0 < done {
                return None;
            }
            let start = u32::try_from(i64::from(hunk.old.start.0) + delta).ok()?;
            delta += i64::from(hunk.length) - i64::from(hunk.old.len());
            done = hunk.old.end.0;
            match moves.hunks.last_mut() {
                Some(last) if last.old.end == hunk.old.start => {
                    last.old.end = hunk.old.end;
                    last.length += hunk.length;
                }
                _ => {
                    moves.hunks.push(hunk);
                    moves.starts.push(start);
                }
            }
        }
        Some(moves)
    }

    /// The hunks between two texts whose lines belong together as `groups` say.
    pub fn of_groups(old: &Text, new: &Text, groups: &[Group]) -> Moves {
        let deadline = Instant::now() + DEADLINE;
        let (left, right) = (Lines::new(old), Lines::new(new));
        let mut hunks: Vec<(Span, Span)> = Vec::new();
        for group in groups {
            // Every line counts with its newline, the last one with one that is not there.
            let (from, to) = (left.span(group.old.clone()), right.span(group.new.clone()));
            if group.old.is_empty() || group.new.is_empty() {
                hunks.push((from, to));
                continue;
            }
            let (a, b) = (left.text(group.old.clone()), right.text(group.new.clone()));
            if a != b {
                hunks.extend(words(a, b, deadline).into_iter().map(|(x, y)| {
                    (
                        Span::new(from.start.0 + x.start.0, from.start.0 + x.end.0),
                        Span::new(to.start.0 + y.start.0, to.start.0 + y.end.0),
                    )
                }));
            }
        }
        let mut joined: Vec<(Span, Span)> = Vec::with_capacity(hunks.len());
        for (from, to) in hunks {
            match joined.last_mut() {
                Some(last) if last.0.end == from.start => (last.0.end, last.1.end) = (from.end, to.end),
                _ => joined.push((from, to)),
            }
        }
        // A hunk that reaches the end has a newline that is not there: where both sides have one it is the same, and
        // otherwise the newline before the hunk is meant.
        if let Some((from, to)) = joined.last_mut()
            && (from.end.0 > old.len() || to.end.0 > new.len())
        {
            if from.is_empty() || to.is_empty() {
                (from.start.0, to.start.0) = (from.start.0.saturating_sub(1), to.start.0.saturating_sub(1));
            }
            (from.end.0, to.end.0) = (from.end.0.saturating_sub(1), to.end.0.saturating_sub(1));
        }
        joined.retain(|(from, to)| !from.is_empty() || !to.is_empty());
        let hunks = joined.into_iter().map(|(from, to)| Hunk { old: from, length: to.len() }).collect();
        Moves::new(hunks).unwrap_or_default()
    }

    pub fn hunks(&self) -> &[Hunk] {
        &self.hunks
    }
    pub fn is_empty(&self) -> bool {
        self.hunks.is_empty()
    }

    /// Where each hunk stands in the new text.
    pub fn new_spans(&self) -> impl Iterator<Item = Span> {
        self.hunks.iter().zip(&self.starts).map(|(hunk, &start)| Span::new(start, start + hunk.length))
    }

    /// The last hunk that begins at or before a position, with its beginning in the new text.
    fn before(&self, at: CharPos) -> Option<(Hunk, u32)> {
        let index = self.hunks.partition_point(|hunk| hunk.old.start <= at).checked_sub(1)?;
        Some((*self.hunks.get(index)?, *self.starts.get(index)?))
    }

    /// Where a start goes.
    pub fn start(&self, at: CharPos) -> CharPos {
        let Some((hunk, start)) = self.before(at) else { return at };
        if at < hunk.old.end {
            CharPos(start)
        } else {
            CharPos(start + hunk.length + (at.0 - hunk.old.end.0))
        }
    }

    /// Where an end goes.
    pub fn end(&self, at: CharPos) -> CharPos {
        let Some((hunk, start)) = self.before(at) else { return at };
        match at {
            _ if at == hunk.old.start => CharPos(start),
            _ if at < hunk.old.end => CharPos(start + hunk.length),
            _ => CharPos(start + hunk.length + (at.0 - hunk.old.end.0)),
        }
    }

    /// Where a span goes; it may come out empty.
    pub fn span(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.end(span.start);
            return Span { start: at, end: at };
        }
        let start = self.start(span.start);
        Span { start, end: self.end(span.end).max(start) }
    }

    /// Where spans go that do not overlap and come in text order: they come out so again. Where two had their border
    /// inside one hunk, the first has what came into its place.
    pub fn disjoint(&self, spans: &[Span]) -> Vec<Span> {
        let mut done = CharPos(0);
        spans
            .iter()
            .map(|&span| {
                let moved = self.span(span);
                let start = moved.start.max(done);
                done = moved.end.max(start);
                Span { start, end: done }
            })
            .collect()
    }

    /// How a span of the old text came through, seen from where it is now.
    pub fn fate(&self, span: Span, now: Span) -> Fate {
        if now.is_empty() {
            return Fate::Emptied;
        }
        let first = self.hunks.partition_point(|hunk| hunk.old.end <= span.start);
        let inside = self
            .hunks
            .iter()
            .skip(first)
            .take_while(|hunk| hunk.old.start < span.end)
            .filter(|hunk| hunk.old.end > span.start);
        let mut fate = Fate::Kept;
        for hunk in inside {
            let old = hunk.old;
            let reaches = old.start < span.start || old.end > span.end;
            let gone = hunk.length == 0 && (old.start == span.start || old.end == span.end);
            fate = fate.max(if reaches || gone { Fate::Shrunk } else { Fate::Changed });
        }
        fate
    }
}

/// In which order rows can be moved one by one, so that none is ever put where another still stands: `rows` are their old
/// and new places, disjoint and in text order before and after.
pub fn order(rows: &[(Span, Span)]) -> Vec<usize> {
    let mut order = Vec::with_capacity(rows.len());
    let mut waiting = Vec::new();
    for (index, (_, now)) in rows.iter().enumerate() {
        waiting.push(index);
        // Who waits, waits for those behind it; then the last of them goes first.
        if rows.get(index + 1).is_none_or(|(next, _)| now.end <= next.start) {
            order.extend(waiting.drain(..).rev());
        }
    }
    order
}

/// The parts of two texts that differ, by words; what is the same in both is not in it.
pub fn words(old: &str, new: &str, deadline: Instant) -> Vec<(Span, Span)> {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let (mut at, mut to) = (0, 0);
    let mut found = Vec::new();
    let letters = |words: &[&str]| words.iter().map(|word| word.chars().count() as u32).sum::<u32>();
    for op in capture_diff_slices_deadline(Algorithm::Myers, &a, &b, Some(deadline)) {
        let (tag, in_old, in_new) = op.as_tag_tuple();
        let (from, into) = (letters(a.get(in_old).unwrap_or(&[])), letters(b.get(in_new).unwrap_or(&[])));
        if tag != DiffTag::Equal {
            found.push((Span::new(at, at + from), Span::new(to, to + into)));
        }
        (at, to) = (at + from, to + into);
    }
    found
}

/// The lines of a text with their places.
struct Lines<'a> {
    text: &'a Text,
    /// Where each begins, and behind the last one where another would.
    starts: Vec<(u32, usize)>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a Text) -> Self {
        let (mut at, mut byte) = (0, 0);
        let mut starts = vec![(0, 0)];
        for line in text.as_str().split('\n') {
            at += line.chars().count() as u32 + 1;
            byte += line.len() + 1;
            starts.push((at, byte));
        }
        Lines { text, starts }
    }
    fn at(&self, line: usize) -> (u32, usize) {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or_default()
    }
    fn span(&self, lines: std::ops::Range<usize>) -> Span {
        Span::new(self.at(lines.start).0, self.at(lines.end).0)
    }
    /// Without the last newline.
    fn text(&self, lines: std::ops::Range<usize>) -> &'a str {
        let (start, end) = (self.at(lines.start).1, self.at(lines.end).1);
        self.text.as_str().get(start..end.saturating_sub(1)).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::alignment::align;
    use super::*;

    fn moves(old: &str, new: &str) -> Moves {
        let (a, b): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
        Moves::of_groups(&Text::new(old), &Text::new(new), &align(&a, &b))
    }
    /// What a marked passage `[…]` of the old text is in the new one.
    fn passage(marked: &str, new: &str) -> String {
        let start = marked.find('[').unwrap();
        let end = marked.find(']').unwrap() - 1;
        let old = Text::new(marked.replace(['[', ']'], ""));
        let text = Text::new(new);
        text.slice(moves(old.as_str(), new).span(old.span(start..end))).to_owned()
    }

    #[test]
    fn a_passage_goes_where_its_words_go() {
        for (old, new, words) in [
            ("a [b] c", "x a b c", "b"),
            ("a [b] c", "a x b y c", "b"),
            ("a [b c] d", "a b x c d", "b x c"),
            // The word at its end is corrected.
            ("das [neue Gesez] kam", "das neue Gesetz kam", "neue Gesetz"),
            ("das [Minister] kam", "das Ministerium kam", "Ministerium"),
            ("das [Gesetz] kam", "das „Gesetz“ kam", "Gesetz"),
            // Part of it is taken away, over its end.
            ("a [b c] d e", "a b e", "b "),
            ("a b [c d] e", "a d e", "d"),
            // A letter that is coded goes with its word.
            ("ein Haus[boot] fährt", "ein Hausboote fährt", "Hausboote"),
            // A combining mark makes another word of it.
            ("das [cafe] hier", "das cafe\u{301} hier", "cafe\u{301}"),
            ("eins\n[zwei]\ndrei", "eins\nneu\nzwei\ndrei", "zwei"),
            ("eins zwei [drei vier]\nfünf", "eins zwei\ndrei vier\nfünf", "drei vier"),
        ] {
            assert_eq!(passage(old, new), words, "{old} -> {new}");
        }
    }

    #[test]
    fn a_border_inside_a_hunk_gives_it_to_the_first() {
        let text = moves("aaabbb", "cccc");
        assert_eq!(text.hunks(), [Hunk { old: Span::new(0, 6), length: 4 }]);
        assert_eq!(text.span(Span::new(0, 3)), Span::new(0, 4));
        assert_eq!(text.span(Span::new(3, 6)), Span::new(0, 4));
        assert_eq!(text.disjoint(&[Span::new(0, 3), Span::new(3, 6)]), [Span::new(0, 4), Span::new(4, 4)]);
    }

    #[test]
    fn a_span_knows_how_it_came_through() {
        let moves = Moves::new(vec![(2, 4, 0).into(), (6, 8, 3).into(), (10, 10, 5).into()]).unwrap();
        for (span, fate) in [
            ((0, 2), Fate::Kept),
            ((0, 4), Fate::Shrunk),
            ((0, 5), Fate::Changed),
            ((3, 5), Fate::Shrunk),
            ((2, 4), Fate::Emptied),
            ((6, 8), Fate::Changed),
            ((6, 7), Fate::Shrunk),
            ((8, 10), Fate::Kept),
            ((10, 12), Fate::Kept),
            ((9, 11), Fate::Changed),
        ] {
            let span = Span::new(span.0, span.1);
            assert_eq!(moves.fate(span, moves.span(span)), fate, "{span}");
        }
    }

    #[test]
    fn hunks_that_no_diff_made_are_no_map() {
        assert_eq!(Moves::new(vec![(2, 4, 0).into(), (3, 8, 3).into()]), None);
        assert_eq!(serde_json::to_string(moves("a b", "a c").hunks()).unwrap(), "[[2,3,1]]");
        assert_eq!(
            serde_json::from_str::<Vec<Hunk>>("[[2,3,1]]").unwrap(),
            [Hunk { old: Span::new(2, 3), length: 1 }]
        );
    }

    /// A text and another that was made of it by a few edits, or one that has nothing to do with it.
    fn edited() -> impl Strategy<Value = (String, String)> {
        let text = "([a-cäöß👩\u{301}\u{200d}\u{2028}:.,]{1,4}|[ \n]){0,40}";
        let edit =
            (any::<prop::sample::Index>(), any::<prop::sample::Index>(), "([a-c👩\u{301}]{1,3}|[ \n]){0,4}");
        (
            text,
            prop::collection::vec(edit, 0..4),
            prop_oneof![4 => Just(None), 1 => "\\PC{0,40}".prop_map(Some)],
        )
            .prop_map(|(old, edits, other)| {
                let mut chars: Vec<char> = old.chars().collect();
                for (at, many, insert) in edits {
                    let at = at.index(chars.len() + 1);
                    let many = many.index((chars.len() - at).min(12) + 1);
                    chars.splice(at..at + many, insert.chars());
                }
                (old, other.unwrap_or_else(|| chars.into_iter().collect()))
            })
    }

    fn slice(text: &str, span: Span) -> String {
        text.chars().skip(span.start.0 as usize).take(span.len() as usize).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_outside_of_hunks_is_the_same((old, new) in edited()) {
            let moves = moves(&old, &new);
            prop_assert_eq!(moves.is_empty(), old == new);
            // The old text with its hunks replaced is the new text, and the other way round.
            let (mut made, mut back) = (String::new(), String::new());
            let (mut at, mut to) = (0, 0);
            let end = (Span::new(old.chars().count() as u32, old.chars().count() as u32),
                Span::new(new.chars().count() as u32, new.chars().count() as u32));
            let hunks = moves.hunks().iter().map(|hunk| hunk.old).zip(moves.new_spans());
            for (from, into) in hunks.chain([end]) {
                made += &slice(&old, Span::new(at, from.start.0));
                made += &slice(&new, into);
                back += &slice(&new, Span::new(to, into.start.0));
                back += &slice(&old, from);
                (at, to) = (from.end.0, into.end.0);
            }
            prop_assert_eq!(made, new);
            prop_assert_eq!(back, old);
        }

        #[test]
        fn untouched_words_stay_and_order_stays((old, new) in edited(), borders in prop::collection::vec(0_u32..60, 0..12)) {
            let moves = moves(&old, &new);
            let length = old.chars().count() as u32;
            let mut borders: Vec<u32> = borders.into_iter().map(|at| at.min(length)).collect();
            borders.sort_unstable();
            let spans: Vec<Span> = borders.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect();
            let moved = moves.disjoint(&spans);
            for pair in moved.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            for (span, now) in spans.iter().zip(&moved) {
                prop_assert!(now.end.0 <= new.chars().count() as u32);
                let touched = moves.hunks().iter().any(|hunk| hunk.old.overlaps(*span)
                    || (hunk.old.is_empty() && span.start < hunk.old.start && hunk.old.start < span.end));
                if !touched {
                    prop_assert_eq!(slice(&old, *span), slice(&new, *now));
                }
                if !span.is_empty() && !now.is_empty() {
                    prop_assert_eq!(moves.fate(*span, *now) == Fate::Kept, !touched);
                }
            }
            // Each alone keeps its order, too.
            for pair in borders.windows(2) {
                prop_assert!(moves.start(CharPos(pair[0])) <= moves.start(CharPos(pair[1])));
                prop_assert!(moves.end(CharPos(pair[0])) <= moves.end(CharPos(pair[1])));
            }
        }

        #[test]
        fn no_row_is_put_where_another_stands((old, new) in edited(), borders in prop::collection::vec(0_u32..60, 0..16)) {
            let moves = moves(&old, &new);
            let length = old.chars().count() as u32;
            let mut borders: Vec<u32> = borders.into_iter().map(|at| at.min(length)).collect();
            borders.sort_unstable();
            let spans: Vec<Span> = borders.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect();
            let rows: Vec<(Span, Span)> = spans.iter().copied().zip(moves.disjoint(&spans))
                .filter(|(was, now)| !was.is_empty() && !now.is_empty()).collect();
            let mut places: Vec<Span> = rows.iter().map(|(was, _)| *was).collect();
            let order = order(&rows);
            prop_assert_eq!(order.iter().collect::<std::collections::BTreeSet<_>>().len(), rows.len());
            for at in order {
                places[at] = rows[at].1;
                for (other, place) in places.iter().enumerate() {
                    prop_assert!(other == at || !place.overlaps(places[at]));
                }
            }
        }

        #[test]
        fn whole_letters_stay_whole((old, new) in edited()) {
            let (from, into) = (Text::new(old.as_str()), Text::new(new.as_str()));
            let moves = moves(&old, &new);
            for hunk in moves.hunks() {
                prop_assert_eq!(from.snap(hunk.old), hunk.old);
            }
            for hunk in moves.new_spans() {
                prop_assert_eq!(into.snap(hunk), hunk);
            }
        }
    }
}
