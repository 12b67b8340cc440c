//! Whether the words of a quotation stand in a transcript, and where they differ.
//!
//! Words are compared letter by letter, with their case; kinds of dashes and spaces, quotation marks, soft hyphens and
//! composed or decomposed letters make no difference, nor does punctuation at the ends of a quotation or of a part of it.
//! `[...]`, `[…]`, `(...)`, `...` and `…` can stand for anything, unless they stand so in the transcript; `[words]` and an
//! author's note are inserted or replace a few words; `bezahl[t]` alters a part of one. All else that differs is told
//! ([`align`]).

mod tokens;

use std::collections::HashMap;
use std::ops::Range;

pub use tokens::{Kind, Token, tokens};

/// Numbers for words, so that comparing two costs nothing; for the same in small letters as well.
#[derive(Debug, Clone, Default)]
pub struct Words {
    by_key: HashMap<String, u32>,
    /// By number.
    known: Vec<Known>,
}

#[derive(Debug, Clone)]
struct Known {
    key: String,
    small: u32,
    kind: Kind,
    weight: u32,
}

impl Words {
    pub fn number(&mut self, token: &Token) -> u32 {
        if let Some(&number) = self.by_key.get(&token.key) {
            return number;
        }
        let number = self.known.len() as u32;
        self.by_key.insert(token.key.clone(), number);
        let known = Known {
            key: token.key.clone(),
            small: number,
            kind: token.kind,
            weight: weight(token.kind, &token.key),
        };
        self.known.push(known);
        let small = token.key.to_lowercase();
        if small != token.key {
            let small = self.number(&Token { key: small, ..token.clone() });
            if let Some(known) = self.known.get_mut(number as usize) {
                known.small = small;
            }
        }
        number
    }
    fn get(&self, number: u32) -> Option<&Known> {
        self.known.get(number as usize)
    }
    /// The number of the word in small letters.
    pub fn small(&self, number: u32) -> u32 {
        self.get(number).map_or(number, |known| known.small)
    }
    pub fn is_word(&self, number: u32) -> bool {
        self.get(number).is_some_and(|known| known.kind == Kind::Word)
    }
    pub fn len(&self) -> usize {
        self.known.len()
    }
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

/// What a token counts where it is missing: a word its letters, a full stop little.
fn weight(kind: Kind, key: &str) -> u32 {
    match kind {
        Kind::Word | Kind::Altered => (key.chars().count() as u32).clamp(2, 12),
        Kind::Bracket => (key.chars().count() as u32).clamp(2, 20),
        Kind::Punctuation | Kind::Dots => 1,
    }
}

/// A quotation ready to be looked for.
#[derive(Debug, Clone)]
pub struct Wording {
    text: String,
    tokens: Vec<Token>,
    numbers: Vec<u32>,
}

impl Wording {
    pub fn new(text: &str, words: &mut Words) -> Wording {
        let all = tokens(text);
        let kinds: Vec<Kind> = all.iter().map(|token| token.kind).collect();
        // Punctuation at the ends, and beside an omission, follows the sentence around it.
        let edge = |at: usize, step: fn(usize) -> usize| {
            let mut at = at;
            loop {
                match kinds.get(step(at)) {
                    None | Some(Kind::Dots) => return true,
                    Some(Kind::Punctuation) => at = step(at),
                    Some(_) => return false,
                }
            }
        };
        let left = |at: usize| at.wrapping_sub(1);
        let right = |at: usize| at + 1;
        let tokens: Vec<Token> = all
            .iter()
            .enumerate()
            .filter(|(at, token)| {
                let closes = matches!(token.key.as_str(), "(" | "[" | "/");
                token.kind != Kind::Punctuation || closes || !(edge(*at, left) || edge(*at, right))
            })
            .map(|(_, token)| token.clone())
            .collect();
        let numbers = tokens.iter().map(|token| words.number(token)).collect();
        Wording { text: text.to_owned(), tokens, numbers }
    }
    /// The words, without punctuation and what is marked.
    pub fn words(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        let all = self.tokens.iter().zip(&self.numbers).enumerate();
        all.filter(|(_, (token, _))| token.kind == Kind::Word).map(|(at, (_, number))| (at, *number))
    }
    pub fn count(&self) -> usize {
        self.words().count()
    }
    pub fn len(&self) -> usize {
        self.tokens.len()
    }
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }
    pub fn omits(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == Kind::Dots)
    }
    fn weight(&self) -> u32 {
        let all = self.tokens.iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Altered));
        all.map(|token| weight(token.kind, &token.key)).sum()
    }
}

/// A part of a comparison, with the space before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Same(String),
    /// Stands in the transcript, not in the report.
    Missing(String),
    /// Stands in the report, not in the transcript.
    Added(String),
    /// Marked as omitted, inserted or altered.
    Marked(String),
}

/// Something marked: what stands in the report, and in the transcript in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub written: String,
    pub stands: String,
}

/// How a quotation and a passage of a transcript lie side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aligned {
    /// The tokens of the passage, as indices of those that were compared.
    pub passage: Range<usize>,
    /// What differs unmarked, how much of it is missing from the report, and how much there is in all.
    pub differs: u32,
    missing: u32,
    weight: u32,
    /// Words of the quotation that stand there, letter case aside.
    pub common: u32,
    pub parts: Vec<Part>,
    pub edits: Vec<Edit>,
    /// All that differs is letter case or punctuation.
    pub only_case: bool,
    pub only_punctuation: bool,
}

impl Aligned {
    /// From 0 for nothing in common to 1. What is missing counts less than what was made up: something left out is a
    /// usual mistake.
    pub fn likeness(&self) -> f64 {
        if self.weight == 0 {
            return if self.differs == 0 { 1.0 } else { 0.0 };
        }
        let made_up = f64::from(self.differs - self.missing.min(self.differs));
        (1.0 - (made_up + f64::from(self.missing) / 4.0) / f64::from(self.weight)).max(0.0)
    }
}

/// A step of the comparison. Numbers count tokens of the transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Differs,
    Added,
    Missing,
    /// Marked; so many tokens of the transcript are left out or replaced.
    Marked(u32),
}

/// What one unit of difference counts, so that there is room for preferences below it.
const UNIT: u32 = 1_000;
/// So many words can one bracket replace.
const REPLACES: usize = 8;
/// So many cells are compared at most.
const CELLS: usize = 12_000_000;

/// Lays a quotation beside a passage: `there` are the passage's words by number, `source` gives the text of one with
/// whether white space is before it. None where there is nothing to compare or too much.
pub fn align<'t>(
    wording: &Wording,
    words: &Words,
    there: &[u32],
    source: impl Fn(usize) -> (&'t str, bool),
) -> Option<Aligned> {
    let (rows, columns) = (wording.len() + 1, there.len() + 1);
    if wording.is_empty() || there.is_empty() || rows.checked_mul(columns)? > CELLS {
        return None;
    }
    let weights: Vec<u32> =
        there.iter().map(|&number| words.get(number).map_or(1, |known| known.weight) * UNIT).collect();
    let mut steps: Vec<Step> = vec![Step::Same; rows * columns];
    let mut above = vec![0_u32; columns];
    for (row, (token, &number)) in wording.tokens.iter().zip(&wording.numbers).enumerate() {
        let own = weight(token.kind, &token.key) * UNIT;
        let mut here = Vec::with_capacity(columns);
        let line = steps.get_mut((row + 1) * columns..(row + 2) * columns)?;
        // The best cell so far for an omission, the nearest of those alike.
        let mut best = (u32::MAX, 0_usize);
        for column in 0..columns {
            let up = above.get(column).copied().unwrap_or(u32::MAX);
            if up <= best.0 {
                best = (up, column);
            }
            let diagonal =
                column.checked_sub(1).and_then(|left| above.get(left).copied().zip(there.get(left).copied()));
            // Made up costs more than missing: what comes after it is rather found again than made up as well.
            let mut found = (up.saturating_add(own * 3 / 2), Step::Added);
            let mut offer = |cost: u32, step: Step| {
                if cost < found.0 {
                    found = (cost, step);
                }
            };
            match token.kind {
                Kind::Dots => {
                    let omitted = (column - best.1) as u32;
                    found = (best.0, Step::Marked(omitted));
                }
                Kind::Bracket => {
                    found = (up.saturating_add(1), Step::Marked(0));
                    let mut offer = |cost: u32, step: Step| {
                        if cost < found.0 {
                            found = (cost, step);
                        }
                    };
                    for replaced in 1..=replaces(token).min(column) {
                        let before = above.get(column - replaced).copied().unwrap_or(u32::MAX);
                        offer(before.saturating_add(1 + replaced as u32), Step::Marked(replaced as u32));
                    }
                    if let Some((before, _)) = diagonal.filter(|(_, other)| *other == number) {
                        offer(before, Step::Same);
                    }
                }
                Kind::Altered => {
                    if let Some((before, other)) = diagonal {
                        let key = words.get(other).map_or("", |known| known.key.as_str());
                        match tokens::can_be(&token.key, key) {
                            true => offer(before.saturating_add(1), Step::Marked(1)),
                            false => offer(before.saturating_add(own), Step::Differs),
                        }
                    }
                }
                Kind::Word | Kind::Punctuation => {
                    if let Some((before, other)) = diagonal {
                        match other == number {
                            true => offer(before, Step::Same),
                            false => offer(before.saturating_add(words.change(number, other)), Step::Differs),
                        }
                    }
                }
            }
            if let Some(left) = column.checked_sub(1)
                && token.kind != Kind::Dots
                && let Some(cost) = here.last().copied()
            {
                let cost = u32::saturating_add(cost, weights.get(left).copied().unwrap_or(UNIT));
                if cost < found.0 {
                    found = (cost, Step::Missing);
                }
            }
            here.push(found.0);
            if let Some(cell) = line.get_mut(column) {
                *cell = found.1;
            }
        }
        above = here;
    }
    let (end, _) = above.iter().enumerate().min_by_key(|(_, cost)| **cost)?;
    Some(trace(wording, words, there, &steps, columns, end, source))
}

/// A bracket replaces about as many words as it has, and a few more for a name.
fn replaces(token: &Token) -> usize {
    (token.key.split(' ').count() * 2 + 1).min(REPLACES)
}

impl Words {
    /// What it counts when one word stands for another: little for letter case, less than both for a likely slip.
    fn change(&self, a: u32, b: u32) -> u32 {
        let (Some(one), Some(other)) = (self.get(a), self.get(b)) else { return u32::MAX / 4 };
        let all = one.weight + other.weight;
        if one.kind != Kind::Word || other.kind != Kind::Word {
            let both = one.kind == Kind::Punctuation && other.kind == Kind::Punctuation;
            return if both { UNIT + UNIT / 2 } else { all * UNIT * 3 / 2 };
        }
        if one.small == other.small {
            return UNIT;
        }
        let (long, short) = (one.weight.max(other.weight), one.weight.min(other.weight));
        let other_word = long * UNIT + UNIT / 2;
        let alike =
            one.key.chars().next() == other.key.chars().next() || one.key.get(1..) == other.key.get(1..);
        if long - short > 4 || !alike {
            return other_word;
        }
        let distance = strsim(&one.key, &other.key);
        match distance * 2 <= long {
            true => (distance * UNIT).max(UNIT * 3 / 2),
            false => other_word,
        }
    }
}

/// How many letters differ.
fn strsim(a: &str, b: &str) -> u32 {
    let b: Vec<char> = b.chars().collect();
    let mut line: Vec<u32> = (0..=b.len() as u32).collect();
    for (row, letter) in a.chars().enumerate() {
        let mut corner = row as u32;
        let mut last = corner + 1;
        if let Some(first) = line.first_mut() {
            *first = last;
        }
        for (cell, other) in line.iter_mut().skip(1).zip(&b) {
            let cost = (corner + u32::from(letter != *other)).min(*cell + 1).min(last + 1);
            corner = *cell;
            *cell = cost;
            last = cost;
        }
    }
    line.last().copied().unwrap_or(0)
}

fn trace<'t>(
    wording: &Wording,
    words: &Words,
    there: &[u32],
    steps: &[Step],
    columns: usize,
    end: usize,
    source: impl Fn(usize) -> (&'t str, bool),
) -> Aligned {
    let mut way: Vec<(Step, usize, usize)> = Vec::new();
    let (mut row, mut column) = (wording.len(), end);
    while row > 0 {
        let step = steps.get(row * columns + column).copied().unwrap_or(Step::Added);
        way.push((step, row - 1, column));
        match step {
            Step::Same | Step::Differs => (row, column) = (row - 1, column.saturating_sub(1)),
            Step::Added => row -= 1,
            Step::Missing => column = column.saturating_sub(1),
            Step::Marked(taken) => (row, column) = (row - 1, column.saturating_sub(taken as usize)),
        }
    }
    way.reverse();
    let mut found = Aligned {
        passage: end..end,
        differs: 0,
        missing: 0,
        weight: wording.weight(),
        common: 0,
        parts: Vec::new(),
        edits: Vec::new(),
        only_case: true,
        only_punctuation: true,
    };
    let mut hull: Option<Range<usize>> = None;
    let last = way.len();
    for (at, &(step, token, column)) in way.iter().enumerate() {
        let Some(own) = wording.tokens.get(token) else { continue };
        let number = wording.numbers.get(token).copied().unwrap_or_default();
        let other = column.checked_sub(1);
        let report = Piece::of(own.space, wording.text.get(own.bytes.clone()).unwrap_or(""));
        let transcript = |index: usize| {
            let (text, space) = source(index);
            Piece::of(space, text)
        };
        let mut touch = |from: usize, to: usize| {
            let old = hull.take();
            hull = Some(old.map_or(from..to, |hull| hull.start.min(from)..hull.end.max(to)));
        };
        match (step, other) {
            (Step::Same, Some(index)) => {
                touch(index, index + 1);
                found.common += u32::from(own.kind == Kind::Word);
                push(&mut found.parts, Part::Same, report);
            }
            (Step::Differs, Some(index)) => {
                touch(index, index + 1);
                let theirs = there.get(index).copied().unwrap_or_default();
                let case = words.small(theirs) == words.small(number);
                found.common += u32::from(case);
                found.only_case &= case;
                found.only_punctuation &= own.kind == Kind::Punctuation && !words.is_word(theirs);
                let change = words.change(number, theirs).div_ceil(UNIT);
                found.differs += change;
                // Of another word in its place only that one is made up.
                found.missing += change.saturating_sub(weight(own.kind, &own.key));
                push(&mut found.parts, Part::Missing, transcript(index));
                push(&mut found.parts, Part::Added, report);
            }
            (Step::Missing, Some(index)) => {
                touch(index, index + 1);
                let theirs = there.get(index).copied().unwrap_or_default();
                found.only_case = false;
                found.only_punctuation &= !words.is_word(theirs);
                let weight = words.get(theirs).map_or(1, |known| known.weight);
                (found.differs, found.missing) = (found.differs + weight, found.missing + weight);
                push(&mut found.parts, Part::Missing, transcript(index));
            }
            (Step::Marked(taken), _) => {
                let start = column - taken as usize;
                // What is omitted before the first word or after the last is no part of the passage.
                let inside = own.kind == Kind::Altered || at > 0 && at + 1 < last;
                if taken > 0 && inside {
                    touch(start, column);
                }
                let stands = (start..column).filter(|_| inside).map(transcript);
                let stands = stands.fold(String::new(), |mut all, piece| {
                    if piece.space && !all.is_empty() {
                        all.push(' ');
                    }
                    all.push_str(piece.text);
                    all
                });
                // Dots that stand so in the transcript are no omission.
                let kinds = there.get(start..column).unwrap_or(&[]).iter();
                let kinds: Vec<Kind> = kinds.filter_map(|number| Some(words.get(*number)?.kind)).collect();
                let verbatim = own.kind == Kind::Dots
                    && inside
                    && kinds.contains(&Kind::Dots)
                    && kinds.iter().all(|kind| matches!(kind, Kind::Dots | Kind::Punctuation));
                match verbatim {
                    true => push(&mut found.parts, Part::Same, report),
                    false => {
                        found.edits.push(Edit { written: report.text.to_owned(), stands });
                        push(&mut found.parts, Part::Marked, report);
                    }
                }
            }
            _ => {
                found.only_case = false;
                found.only_punctuation &= own.kind == Kind::Punctuation;
                found.differs += weight(own.kind, &own.key);
                push(&mut found.parts, Part::Added, report);
            }
        }
    }
    found.passage = hull.unwrap_or(end..end);
    found
}

/// A token's own letters, and whether white space is before it.
#[derive(Clone, Copy)]
struct Piece<'t> {
    space: bool,
    text: &'t str,
}

impl<'t> Piece<'t> {
    fn of(space: bool, text: &'t str) -> Piece<'t> {
        Piece { space, text }
    }
}

/// Adds to the last part of the same kind. What is missing comes before what was added in its place.
fn push(parts: &mut Vec<Part>, make: fn(String) -> Part, piece: Piece<'_>) {
    let part = make(String::new());
    let alike = |other: &Part| std::mem::discriminant(other) == std::mem::discriminant(&part);
    let count = parts.len();
    let at = match parts.as_slice() {
        [.., last] if alike(last) => Some(count - 1),
        // Word by word, two wordings would be shown in turns.
        [.., before, Part::Added(_)] if alike(before) && matches!(part, Part::Missing(_)) => Some(count - 2),
        _ => None,
    };
    let first = parts.is_empty();
    let text = match at.and_then(|at| parts.get_mut(at)) {
        Some(Part::Same(text) | Part::Missing(text) | Part::Added(text) | Part::Marked(text)) => text,
        None => {
            parts.push(part);
            match parts.last_mut() {
                Some(Part::Same(text) | Part::Missing(text) | Part::Added(text) | Part::Marked(text)) => text,
                None => return,
            }
        }
    };
    if piece.space && !first {
        text.push(' ');
    }
    text.push_str(piece.text);
}

/// So many code points of what is the same are shown on each side of a difference.
const AROUND: usize = 60;

/// The difference on one line: `kam [-der-]{+ein+} Erlass`; long runs of what is the same are `…`.
pub fn shown(parts: &[Part]) -> String {
    told(parts, shortened)
}

/// The difference with all that is the same.
pub fn shown_whole(parts: &[Part]) -> String {
    told(parts, |text, _, _| text.to_owned())
}

fn told(parts: &[Part], same: fn(&str, bool, bool) -> String) -> String {
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Same(text) => out.push_str(&same(text, at > 0, at + 1 < parts.len())),
            Part::Marked(text) => out.push_str(text),
            Part::Missing(text) | Part::Added(text) => {
                let (open, close) =
                    if matches!(part, Part::Missing(_)) { ("[-", "-]") } else { ("{+", "+}") };
                let words = text.trim_start();
                // Where one stands for the other the space is before both.
                if words.len() < text.len() && !out.ends_with("-]") {
                    out.push(' ');
                }
                out.push_str(&format!("{open}{words}{close}"));
            }
        }
    }
    out
}

fn shortened(text: &str, after_one: bool, before_one: bool) -> String {
    let all: Vec<char> = text.chars().collect();
    let room = AROUND * (usize::from(after_one) + usize::from(before_one));
    if all.len() <= room + 3 || room == 0 {
        return text.to_owned();
    }
    let part = |range: Range<usize>| all.get(range).unwrap_or(&[]).iter().collect::<String>();
    let head = if after_one { part(0..AROUND) } else { String::new() };
    let tail = if before_one { part(all.len() - AROUND..all.len()) } else { String::new() };
    match (after_one, before_one) {
        (true, true) => format!("{} … {}", head.trim_end(), tail.trim_start()),
        (true, false) => format!("{} …", head.trim_end()),
        _ => format!("… {}", tail.trim_start()),
    }
}

#[cfg(test)]
mod tests;
