//! Which lines of a corrected text are which lines of the text before: kept, split, joined, gone, new.
//!
//! Lines with content that are letter by letter the same hold the two texts together. Between them, the lines are laid
//! side by side so that as many words as possible are found again; blank lines hold nothing. A line counts as split (or
//! lines as joined) only where every part has at least half of its words from there.

use std::collections::HashMap;
use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};
use unicode_segmentation::UnicodeSegmentation;

/// Lines that belong together: one and one, one that was split, several that were joined, one that is gone (`new` is
/// empty), one that is new (`old` is empty).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// Looking for equal lines stops after this time; what is not found by then is compared by its words.
const DEADLINE: Duration = Duration::from_millis(400);
/// How many pairs of lines are compared with each other at once.
const CELLS: usize = 10_000;
/// How many lines a split makes, or a join takes, at most.
const PARTS: usize = 6;
/// How far two long runs of changed lines are searched for the next pair.
const AHEAD: usize = 40;

/// Lays the lines of two texts side by side; every line of both is in exactly one group, in order.
pub fn align(old: &[&str], new: &[&str]) -> Vec<Group> {
    let mut groups = Vec::with_capacity(old.len().max(new.len()));
    let mut words = Words::default();
    let (mut i, mut j) = (0, 0);
    for (a, b) in anchors(old, new).into_iter().chain([(old.len(), new.len())]) {
        between(old, new, i..a, j..b, &mut words, &mut groups);
        if a < old.len() {
            groups.push(pair(a, b));
        }
        (i, j) = (a + 1, b + 1);
    }
    groups
}

fn pair(i: usize, j: usize) -> Group {
    Group { old: i..i + 1, new: j..j + 1 }
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// The lines with content that are the same in both, in order.
fn anchors(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let filled = |lines: &[&str]| -> Vec<usize> {
        lines.iter().enumerate().filter(|(_, line)| !is_blank(line)).map(|(at, _)| at).collect()
    };
    let (left, right) = (filled(old), filled(new));
    // Numbers instead of lines, so that a comparison costs nothing.
    let mut seen: HashMap<&str, u32> = HashMap::new();
    let mut known = |line| {
        let next = seen.len() as u32;
        *seen.entry(line).or_insert(next)
    };
    let a: Vec<u32> = left.iter().filter_map(|&at| old.get(at).copied()).map(&mut known).collect();
    let b: Vec<u32> = right.iter().filter_map(|&at| new.get(at).copied()).map(&mut known).collect();
    let mut found = Vec::with_capacity(a.len());
    let deadline = Some(Instant::now() + DEADLINE);
    for op in capture_diff_slices_deadline(Algorithm::Patience, &a, &b, deadline) {
        let (tag, in_old, in_new) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            let both = left.get(in_old).unwrap_or(&[]).iter().zip(right.get(in_new).unwrap_or(&[]));
            found.extend(both.map(|(&i, &j)| (i, j)));
        }
    }
    found
}

/// The groups of lines none of which (blank ones aside) is the same in both.
fn between(
    old: &[&str],
    new: &[&str],
    mut left: Range<usize>,
    mut right: Range<usize>,
    words: &mut Words,
    groups: &mut Vec<Group>,
) {
    let line = |lines: &[&str], at: usize| lines.get(at).is_some_and(|line| is_blank(line));
    // What is only blank on both sides is the usual space between two paragraphs.
    while !left.is_empty() && !right.is_empty() && line(old, left.start) && line(new, right.start) {
        groups.push(pair(left.start, right.start));
        (left.start, right.start) = (left.start + 1, right.start + 1);
    }
    if left.is_empty() || right.is_empty() {
        groups.extend(left.map(|i| Group { old: i..i + 1, new: right.start..right.start }));
        let at = groups.last().map_or(0, |group| group.old.end);
        groups.extend(right.map(|j| Group { old: at..at, new: j..j + 1 }));
        return;
    }
    let a: Vec<Line> = left.clone().filter_map(|at| old.get(at)).map(|line| words.line(line)).collect();
    let b: Vec<Line> = right.clone().filter_map(|at| new.get(at)).map(|line| words.line(line)).collect();
    let (i, j) = (left.start, right.start);
    for group in walk(&a, &b) {
        groups.push(Group {
            old: group.old.start + i..group.old.end + i,
            new: group.new.start + j..group.new.end + j,
        });
    }
}

/// Long runs are gone through from the front, pair by pair, and laid side by side only where a pair does not fit.
fn walk(a: &[Line], b: &[Line]) -> Vec<Group> {
    let mut groups = Vec::new();
    let (mut i, mut j) = (0, 0);
    while (a.len() - i).saturating_mul(b.len() - j) > CELLS {
        if fits(a, b, i, j) {
            groups.push(pair(i, j));
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let next = (1..=AHEAD)
            .flat_map(|far| (0..=far).map(move |down| (down, far - down)))
            .find(|(down, along)| fits(a, b, i + down, j + along));
        // Nothing in sight: two lines that stand at the same place.
        let (down, along) = next.unwrap_or((1, 1));
        groups.extend(side_by_side(a, b, i..i + down, j..j + along));
        (i, j) = (i + down, j + along);
    }
    groups.extend(side_by_side(a, b, i..a.len(), j..b.len()));
    groups
}

/// Whether two lines have most of their words in common.
fn fits(a: &[Line], b: &[Line], i: usize, j: usize) -> bool {
    let (Some(a), Some(b)) = (a.get(i), b.get(j)) else { return false };
    match (a.blank, b.blank) {
        (true, true) => true,
        (false, false) => {
            let common: u32 = a.found_in(std::slice::from_ref(b)).into_iter().flatten().sum();
            common > 0 && common * 4 >= a.weight.max(b.weight) * 3
        }
        _ => false,
    }
}

/// The best way to lay two runs of lines side by side.
fn side_by_side(a: &[Line], b: &[Line], left: Range<usize>, right: Range<usize>) -> Vec<Group> {
    let (a, b) = (a.get(left.clone()).unwrap_or(&[]), b.get(right.clone()).unwrap_or(&[]));
    let width = b.len() + 1;
    // Best score up to a cell, and how many lines of both its last group takes.
    let mut best: Vec<(i64, usize, usize)> = vec![(0, 0, 0); (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut here = (if i + j == 0 { 0 } else { i64::MIN }, 0, 0);
            let mut offer = |down: usize, along: usize, score: Option<i64>| {
                if let (Some(score), Some(before)) = (score, best.get((i - down) * width + j - along))
                    && before.0 + score > here.0
                {
                    here = (before.0 + score, down, along);
                }
            };
            if i > 0 && j > 0 {
                offer(1, 1, pair_score(&a[i - 1], &b[j - 1]));
                for parts in 2..=PARTS.min(j) {
                    offer(1, parts, parts_score(&a[i - 1], &b[j - parts..j]));
                }
                for parts in 2..=PARTS.min(i) {
                    offer(parts, 1, parts_score(&b[j - 1], &a[i - parts..i]));
                }
            }
            if i > 0 {
                offer(1, 0, Some(0));
            }
            if j > 0 {
                offer(0, 1, Some(0));
            }
            best[i * width + j] = here;
        }
    }
    let (mut i, mut j) = (a.len(), b.len());
    let mut groups = Vec::new();
    while i + j > 0 {
        let (_, down, along) = best[i * width + j];
        groups.push(Group {
            old: left.start + i - down..left.start + i,
            new: right.start + j - along..right.start + j,
        });
        (i, j) = (i - down, j - along);
    }
    groups.reverse();
    groups
}

/// What two lines have in common; lines without a common word still belong together before a line without content does.
fn pair_score(a: &Line, b: &Line) -> Option<i64> {
    let common: u32 = a.found_in(std::slice::from_ref(b)).into_iter().flatten().sum();
    Some(i64::from(common) * 4 + if a.blank == b.blank { 2 } else { 1 })
}

/// What a line has in common with its parts; none where a part has little of it.
fn parts_score(whole: &Line, parts: &[Line]) -> Option<i64> {
    // A blank line at the end is a line of its own and no part of the one before it.
    if whole.blank
        || parts.first().is_none_or(|part| part.blank)
        || parts.last().is_none_or(|part| part.blank)
    {
        return None;
    }
    let mut score = 2;
    for (part, common) in parts.iter().zip(whole.found_in(parts)) {
        let common = common.unwrap_or(0);
        if !part.blank && (common == 0 || common * 2 < part.weight) {
            return None;
        }
        score += i64::from(common) * 4;
    }
    Some(score)
}

/// The words of a line with how often each is there; a word weighs as much as it has letters.
struct Line {
    words: Vec<(u32, u32)>,
    /// Letters of word `n` of the list above.
    letters: Vec<u32>,
    weight: u32,
    blank: bool,
}

impl Line {
    /// How much of it each of the parts has; a word that one part has taken is gone for the next.
    fn found_in(&self, parts: &[Line]) -> Vec<Option<u32>> {
        let mut left: Vec<u32> = self.words.iter().map(|(_, count)| *count).collect();
        parts
            .iter()
            .map(|part| {
                let mut common = 0;
                for (word, count) in &part.words {
                    let Ok(at) = self.words.binary_search_by_key(word, |(word, _)| *word) else { continue };
                    let (Some(left), Some(letters)) = (left.get_mut(at), self.letters.get(at)) else {
                        continue;
                    };
                    let taken = (*left).min(*count);
                    *left -= taken;
                    common += taken * letters;
                }
                (!part.blank).then_some(common)
            })
            .collect()
    }
}

/// Numbers for words.
#[derive(Default)]
struct Words {
    seen: HashMap<String, u32>,
}

impl Words {
    fn line(&mut self, line: &str) -> Line {
        let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
        let mut weight = 0;
        for word in line.unicode_words() {
            let next = self.seen.len() as u32;
            let id = match self.seen.get(word) {
                Some(&id) => id,
                None => *self.seen.entry(word.to_owned()).or_insert(next),
            };
            let letters = word.chars().count() as u32;
            weight += letters;
            counts.entry(id).or_insert((0, letters)).0 += 1;
        }
        let mut all: Vec<(u32, (u32, u32))> = counts.into_iter().collect();
        all.sort_unstable();
        Line {
            words: all.iter().map(|(id, (count, _))| (*id, *count)).collect(),
            letters: all.iter().map(|(_, (_, letters))| *letters).collect(),
            weight,
            blank: is_blank(line),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
        let (a, b): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
        align(&a, &b).into_iter().map(|group| (group.old, group.new)).collect()
    }

    #[test]
    fn the_same_is_the_same() {
        assert_eq!(shown("a\n\nb", "a\n\nb"), [(0..1, 0..1), (1..2, 1..2), (2..3, 2..3)]);
    }

    #[test]
    fn a_changed_line_stays_at_its_place() {
        assert_eq!(shown("one\ntwo\nthree", "one\nzwei\nthree")[1], (1..2, 1..2));
        assert_eq!(shown("a b\nc d", "e f\ng h"), [(0..1, 0..1), (1..2, 1..2)]);
    }

    #[test]
    fn a_line_that_is_gone_is_gone() {
        let old = "the law was late\nwe waited for it\nnobody knew";
        assert_eq!(shown(old, "the law was late\nnobody knew"), [(0..1, 0..1), (1..2, 1..1), (2..3, 1..2)]);
        // Also where the next line was corrected at the same time.
        assert_eq!(shown(old, "the law was late\nnobody knew anything")[1..], [(1..2, 1..1), (2..3, 1..2)]);
    }

    #[test]
    fn a_split_is_one_line_made_two() {
        let new = ["the law was late", "we waited for it", "nobody knew"];
        for between in ["\n", "\n\n"] {
            let text = new.join(between);
            let lines = text.split('\n').count();
            assert_eq!(shown("the law was late we waited for it nobody knew", &text), [(0..1, 0..lines)]);
            assert_eq!(shown(&text, "the law was late we waited for it nobody knew"), [(0..lines, 0..1)]);
        }
    }

    #[test]
    fn a_shared_small_word_joins_nothing() {
        let old = "I went to the house\nand the dog barked all night";
        assert_eq!(shown(old, "I went to the house and garden"), [(0..1, 0..1), (1..2, 1..1)]);
    }

    /// Every line is changed and some are new: more than can be laid side by side at once.
    #[test]
    fn long_runs_of_changed_lines_find_their_partners() {
        let line = |n: usize, label: &str| format!("{label}: this is sentence {n} of {} in all", n * 7);
        let old: Vec<String> = (0..2000).map(|n| line(n, "B")).collect();
        let mut new: Vec<String> = (0..2000).map(|n| line(n, "IP")).collect();
        for at in [1500, 900, 30] {
            new.insert(at, "Something that nobody had heard before, inserted".to_owned());
        }
        let (a, b): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let groups = align(&a, &b);
        let inserted: Vec<usize> =
            groups.iter().filter(|group| group.old.is_empty()).map(|group| group.new.start).collect();
        assert_eq!(inserted, [30, 901, 1502]);
    }

    proptest! {
        #[test]
        fn every_line_is_in_one_group(old in "([a-c]{0,2} ?[a-c]{0,2}\n?){0,9}", new in "([a-c]{0,2} ?[a-c]{0,2}\n?){0,9}") {
            let groups = shown(&old, &new);
            let (mut i, mut j) = (0, 0);
            for (left, right) in groups {
                prop_assert_eq!((left.start, right.start), (i, j));
                prop_assert!(left.len() <= 1 || right.len() <= 1);
                prop_assert!(left.len() + right.len() > 0);
                (i, j) = (left.end, right.end);
            }
            prop_assert_eq!((i, j), (old.split('\n').count(), new.split('\n').count()));
        }
    }
}
