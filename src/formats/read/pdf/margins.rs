//! What a page has around the text: running headers and footers, and numbers beside it.

use std::collections::{BTreeSet, HashMap};

use super::lines::Line;

/// Numbers that stood beside the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    pub count: usize,
    /// Whether they number paragraphs, so that a paragraph begins where one stands, and nowhere else.
    pub paragraphs: bool,
    /// Of each line that is left, whether a number stood before it.
    pub starts: Vec<bool>,
}

/// The part of a page's height, above and below, in which headers and footers are looked for.
const ZONE: f64 = 0.13;

/// Takes headers and footers off: lines that stand at the same height on most pages with the same words, but for a
/// number that counts the pages.
pub fn take_running(lines: &mut Vec<Line>, pages: usize) -> Vec<Line> {
    let mut seen: HashMap<(String, i64), BTreeSet<usize>> = HashMap::new();
    for line in lines.iter().filter(|line| in_zone(line)) {
        for key in keys(line) {
            for height in heights(line) {
                seen.entry((key.clone(), height)).or_default().insert(line.page);
            }
        }
    }
    let needed = (pages * 2).div_ceil(5).max(2);
    let is_running = |line: &Line| {
        in_zone(line)
            && (is_page_of(line, pages)
                || keys(line).iter().any(|key| {
                    heights(line).any(|height| {
                        seen.get(&(key.clone(), height)).is_some_and(|pages| pages.len() >= needed)
                    })
                }))
    };
    let (running, rest) = std::mem::take(lines).into_iter().partition(is_running);
    *lines = rest;
    running
}

fn in_zone(line: &Line) -> bool {
    line.place < ZONE || line.place > 1.0 - ZONE
}

/// Heights of two points that overlap, so that none falls between two.
fn heights(line: &Line) -> impl Iterator<Item = i64> {
    let height = (line.y / 4.0) as i64;
    let half = ((line.y + 2.0) / 4.0) as i64;
    [height * 2, half * 2 + 1].into_iter()
}

/// The line as it stands, and with each of its numbers told by how far it is from the page's.
fn keys(line: &Line) -> Vec<String> {
    let text = line.text();
    let mut keys = vec![text.clone()];
    for (start, end) in numbers(&text).into_iter().take(8) {
        let (before, after) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
        if let Some(number) = text.get(start..end).and_then(|digits| digits.parse::<i64>().ok()) {
            let page = i64::try_from(line.page).unwrap_or(0);
            keys.push(format!("{before}\u{0}{}\u{0}{after}", number - page));
        }
    }
    keys
}

/// Where runs of digits stand.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}

/// `1/1`: known for what it is on a single page too.
fn is_page_of(line: &Line, pages: usize) -> bool {
    let text = line.text();
    text.split_once('/')
        .is_some_and(|(page, of)| page.trim().parse() == Ok(line.page + 1) && of.trim().parse() == Ok(pages))
}

/// Takes numbers off that stand in a column left of the text.
pub fn take_numbers(lines: &mut Vec<Line>) -> Numbers {
    let edge = text_edge(lines);
    let beside = |line: &Line| leading_number(line).filter(|(_, right)| *right < edge - 1.0);
    let found: HashMap<usize, u32> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, beside(line)?.0))).collect();
    let mut order: Vec<(&usize, &u32)> = found.iter().collect();
    order.sort();
    let steps = |wanted: fn(u32, u32) -> bool| {
        order.windows(2).filter(|pair| matches!(pair, [(_, a), (_, b)] if wanted(**a, **b))).count()
    };
    let (rising, by_one) = (steps(|a, b| a <= b), steps(|a, b| b == a || b == a + 1));
    if found.len() < 3 || rising * 10 < (found.len() - 1) * 8 {
        return Numbers::default();
    }
    // One at nearly every line counts lines, and so do steps of five.
    let paragraphs = by_one * 10 >= (found.len() - 1) * 9 && found.len() * 10 < lines.len() * 9;
    let mut numbers = Numbers { count: found.len(), paragraphs, starts: Vec::new() };
    let (mut pending, mut last) = (false, None);
    for (at, mut line) in std::mem::take(lines).into_iter().enumerate() {
        if let Some(number) = found.get(&at) {
            // A number that had no room at the foot of a page may be printed again on the next.
            pending |= last != Some(*number);
            last = Some(*number);
            line.pieces.remove(0);
        }
        if !line.pieces.is_empty() {
            numbers.starts.push(std::mem::take(&mut pending) && paragraphs);
            lines.push(line);
        }
    }
    numbers
}

/// Where most lines begin, numbers before them not counted.
fn text_edge(lines: &[Line]) -> f64 {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for line in lines {
        let text = match (leading_number(line), line.pieces.as_slice()) {
            (Some(_), [_, text, ..]) => text.left,
            (Some(_), _) => continue,
            _ => line.left(),
        };
        *counts.entry(text.round() as i64).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(left, count)| (*count, -*left));
    most.map_or(0.0, |(left, _)| left as f64)
}

/// A number that is a piece of its own at the line's start, and where it ends.
fn leading_number(line: &Line) -> Option<(u32, f64)> {
    let piece = line.pieces.first()?;
    let digits = piece.text.len() <= 5 && piece.text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| piece.text.parse().ok().map(|number| (number, piece.right))).flatten()
}
