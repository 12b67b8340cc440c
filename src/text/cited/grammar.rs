//! Reading: lists of interviews with paragraphs, where they begin, where they end.

mod cursor;
mod lists;

use std::ops::Range;

use self::cursor::{Reader, is_space, is_year, words};
use super::signals::{self, SAME};
use super::{Cited, Interviews};
use crate::text::citations::Pattern;

/// A paragraph or a range; `last` is none for `59ff.` until it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub first: u32,
    pub last: Option<u32>,
    pub open: bool,
}

impl Part {
    pub fn of(&self, label: &str) -> Cited {
        Cited {
            label: label.to_owned(),
            paragraphs: Some((self.first, self.last.unwrap_or(self.first))),
            open: self.open,
        }
    }
}

/// One interview of a list with its paragraphs; without any it is meant as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub label: String,
    pub parts: Vec<Part>,
}

/// What follows one word: `IPen 4: 13; 5: 81`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    pub items: Vec<Item>,
    /// The word's number; none where there is no word.
    pub plural: Option<bool>,
    pub word_repeated: bool,
    pub not_paragraphs: Option<String>,
    pub broken: bool,
}

impl List {
    /// Whether it names more than whole interviews.
    pub fn says_where(&self) -> bool {
        self.broken || self.not_paragraphs.is_some() || self.items.iter().any(|item| !item.parts.is_empty())
    }
    pub fn references(&self) -> Vec<Cited> {
        let mut all = Vec::new();
        for item in &self.items {
            match item.parts.as_slice() {
                [] => all.push(Cited::whole(&item.label)),
                parts => all.extend(parts.iter().map(|part| part.of(&item.label))),
            }
        }
        all
    }
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    Other(Range<usize>),
    Lists {
        bytes: Range<usize>,
        bracketed: bool,
        /// It begins with `ebd.`, perhaps with paragraphs.
        same: Option<Vec<Part>>,
        lists: Vec<List>,
        broken: bool,
    },
}

/// Longer brackets are text with a citation in it.
const BRACKET: usize = 400;
/// Brackets that are nested deeper are not looked into.
const NESTED: usize = 4;
/// All citations of a text in order, and what cites something else.
pub fn read(text: &str, in_note: bool, pattern: &Pattern, interviews: &Interviews) -> Vec<Read> {
    let reader = Reader { text, pattern, interviews, words: words(pattern) };
    let brackets = brackets(text);
    let mut reads: Vec<Read> = Vec::new();
    let mut at = 0;
    let mut running = 0;
    let running_until =
        |reads: &mut Vec<Read>, from: usize, to: usize| reader.running(from..to, in_note, reads);
    for bracket in &brackets {
        if bracket.start < at {
            continue;
        }
        if let Some(read) = reader.bracket(bracket) {
            running_until(&mut reads, running, bracket.start);
            reads.push(read);
            (at, running) = (bracket.end, bracket.end);
        }
    }
    running_until(&mut reads, running, text.len());
    reads
}

/// The brackets of a text, inner ones before the ones they stand in. One that is not closed ends with its citation.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => open.push((at, c)),
            ')' | ']' => {
                let wanted = if c == ')' { '(' } else { '[' };
                if let Some(index) = open.iter().rposition(|(_, open)| *open == wanted) {
                    let start = open.get(index).map_or(at, |(start, _)| *start);
                    open.truncate(index);
                    if index < NESTED {
                        found.push(start..at + c.len_utf8());
                    }
                }
            }
            _ => {}
        }
    }
    found.retain(|bracket| bracket.len() <= BRACKET);
    // Outer ones first: what they hold belongs to them.
    found.sort_by_key(|bracket| (bracket.start, std::cmp::Reverse(bracket.end)));
    found
}

impl Reader<'_> {
    /// All lists of a part of the text.
    fn lists(&self, part: Range<usize>, bracketed: bool) -> (Vec<(Range<usize>, List)>, bool) {
        let mut lists = Vec::new();
        let mut broken = false;
        let mut at = part.start;
        while at < part.end {
            let found = self.word(at).and_then(|(plural, after)| {
                // A document may be labelled with the word itself: `IP 5`.
                let list = match self.word_and_label(at) {
                    Some(label) => self.list(label, Some(plural), bracketed),
                    None => self.known_label(at).and_then(|_| self.list(at, Some(plural), bracketed)),
                };
                broken |= list.is_none() && bracketed && self.is_unreadable(at, after, part.end);
                let (list, end) = list?;
                let sure = list.says_where() || self.is_exact_word(at, after);
                (sure && end <= part.end).then_some((list, end))
            });
            match found {
                Some((list, end)) => {
                    lists.push((at..end, list));
                    at = end;
                }
                None => at += self.char(at).map_or(1, char::len_utf8),
            }
        }
        (lists, broken)
    }
    /// The word stands there as in a citation, but nobody can say for what.
    fn is_unreadable(&self, at: usize, after: usize, end: usize) -> bool {
        let rest = self.text.get(after..end).unwrap_or("").trim_start_matches(is_space);
        self.is_exact_word(at, after)
            && (rest.starts_with(['?', ':', 'X', 'x', '_', '…', '.']))
            && (rest.contains(|c: char| c.is_ascii_digit()) || rest.contains('?') || rest.len() <= 4)
    }

    fn bracket(&self, bracket: &Range<usize>) -> Option<Read> {
        let inner = bracket.start + 1..bracket.end - 1;
        let (lists, mut broken) = self.lists(inner.clone(), true);
        let start = self.past_signals(inner.start);
        let same = self.one_of(start, SAME);
        let mut lists: Vec<(Range<usize>, List)> = lists;
        if lists.is_empty() && same.is_none() {
            if let Some((list, end)) = self.without_word(start, inner.end) {
                lists.push((start..end, list));
            } else if let Some(end) = self.unit(start).filter(|end| self.spaces(*end) >= inner.end) {
                let written = self.text.get(start..end).unwrap_or("").trim().to_owned();
                lists.push((start..end, List { not_paragraphs: Some(written), ..List::default() }));
            }
        }
        let same_parts = match same {
            Some(after) => {
                let (parts, end) = self.same_parts(after)?;
                if lists.is_empty() && self.spaces(end) < inner.end && self.other_unit(end).is_some() {
                    return Some(Read::Other(bracket.clone()));
                }
                Some(parts)
            }
            None => None,
        };
        if lists.is_empty() && same_parts.is_none() && !broken {
            return self.cites_other(&inner).then(|| Read::Other(bracket.clone()));
        }
        // Digits that nobody has read make the rest doubtful.
        broken |= lists.iter().any(|(list, _)| {
            let next = self.char(list.end).filter(|_| list.end < inner.end);
            next.is_some_and(|c| c.is_alphanumeric() || c == ':') && self.digit_before(list.end)
        });
        Some(Read::Lists {
            bytes: bracket.clone(),
            bracketed: true,
            same: same_parts,
            lists: lists.into_iter().map(|(_, list)| list).collect(),
            broken,
        })
    }
    fn digit_before(&self, at: usize) -> bool {
        self.before(at).is_some_and(|c| c.is_ascii_digit())
    }
    fn past_signals(&self, at: usize) -> usize {
        let mut at = self.spaces(at);
        loop {
            let rest = self.from(at);
            let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
            if word.is_empty() || !signals::is_signal(word) || self.known_label(at).is_some() {
                return at;
            }
            let after = at + word.len();
            // `s` and `z` are signals, `S. 3` and `Z. 12` are not.
            if self.unit(at).is_some() {
                return at;
            }
            at = self.spaces(if self.char(after) == Some('.') { after + 1 } else { after });
        }
    }
    /// Labels without the word: `(Pretest: 9)`; where the project has no word, `(5: 9)`.
    fn without_word(&self, at: usize, end: usize) -> Option<(List, usize)> {
        let (label, after) = self.known_label(at).or_else(|| self.label(at))?;
        let is_number = label.bytes().all(|b| b.is_ascii_digit());
        let no_word = self.pattern.singular.is_empty();
        let named = self.interviews.get(&label).is_some();
        let says = self.to_paragraph(after).is_some();
        let whole = self.spaces(after) >= end;
        let (list, after) = match (is_number, no_word) {
            (true, true) if says && !is_year(&label) => self.list(at, None, true)?,
            (false, _) if named && (says || no_word && whole) => self.list(at, None, true)?,
            (false, true) if says && !is_year(&label) => self.list(at, None, true)?,
            _ => return None,
        };
        // Without a word only what is nothing else is a citation.
        let rest = self.text.get(after..end).unwrap_or("");
        (after <= end && !rest.contains(|c: char| c.is_ascii_digit())).then_some((list, after))
    }
    /// What follows `ebd.`: paragraphs, if any.
    fn same_parts(&self, after: usize) -> Option<(Vec<Part>, usize)> {
        let mut parts = Vec::new();
        let mut end = after;
        let mut next =
            self.to_paragraph(after).or_else(|| self.past(after, &[',']).filter(|at| self.digit_at(*at)));
        while let Some(at) = next {
            let Some((part, after, _)) = self.part(at) else { break };
            parts.push(part);
            end = after;
            next = self.comma(after).filter(|at| self.digit_at(*at));
        }
        Some((parts, end))
    }

    /// Literature or law in brackets.
    fn cites_other(&self, inner: &Range<usize>) -> bool {
        let content = self.text.get(inner.clone()).unwrap_or("");
        if content.contains('§') {
            return true;
        }
        let before = self.text.get(..inner.start - 1).unwrap_or("").trim_end_matches(is_space);
        let name = |text: &str| {
            let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            word.starts_with(char::is_uppercase) && !is_month(word)
        };
        years(content).any(|year| {
            let left =
                content.get(..year.start).unwrap_or("").trim_end_matches(|c: char| is_space(c) || c == ',');
            let right = content.get(year.end..).unwrap_or("").trim_start();
            let paged = right.starts_with([':', ',']) && right.contains(|c: char| c.is_ascii_digit());
            let only = left.is_empty() && (right.is_empty() || paged) && name(before);
            only || !left.is_empty() && name(left) || left.ends_with('.') && left.contains("al") || paged
        })
    }

    /// Citations of running text, and literature in it.
    fn running(&self, part: Range<usize>, in_note: bool, reads: &mut Vec<Read>) {
        let (lists, _) = self.lists(part.clone(), false);
        let mut all: Vec<Read> = lists
            .into_iter()
            .map(|(bytes, list)| Read::Lists {
                bytes: self.with_open_bracket(bytes),
                bracketed: false,
                same: None,
                broken: false,
                lists: vec![list],
            })
            .collect();
        if in_note && part.start == 0 {
            let start = self.past_signals(0);
            if let Some(after) = self.one_of(start, SAME)
                && let Some((parts, end)) = self.same_parts(after)
            {
                let other = self.other_unit(end);
                all.push(match other {
                    Some(end) => Read::Other(start..end),
                    None => Read::Lists {
                        bytes: start..end,
                        bracketed: false,
                        same: Some(parts),
                        lists: Vec::new(),
                        broken: false,
                    },
                });
            }
        }
        let running = self.text.get(part.clone()).unwrap_or("");
        for year in years(running) {
            let bytes = part.start + year.start..part.start + year.end;
            let colon = self.past(bytes.end, &[':']).is_some_and(|at| self.digit_at(at));
            if colon && !all.iter().any(|read| read.bytes().contains(&bytes.start)) {
                all.push(Read::Other(bytes));
            }
        }
        all.sort_by_key(|read| read.bytes().start);
        reads.append(&mut all);
    }
    /// A bracket that nobody has closed belongs to the citation behind it.
    fn with_open_bracket(&self, bytes: Range<usize>) -> Range<usize> {
        let mut before = self.text.get(..bytes.start).unwrap_or("").char_indices().rev().take(BRACKET / 4);
        match before.find(|(_, c)| matches!(c, '(' | '[')) {
            Some((open, _)) if self.past_signals(open + 1) == bytes.start => open..bytes.end,
            _ => bytes,
        }
    }
}

impl Read {
    fn bytes(&self) -> &Range<usize> {
        match self {
            Read::Other(bytes) | Read::Lists { bytes, .. } => bytes,
        }
    }
}

fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "January",
        "February",
        "March",
        "May",
        "June",
        "July",
        "October",
        "December",
    ];
    MONTHS.contains(&word)
}

/// Where years stand: `2016`, `2016a`.
fn years(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(|c: char| c.is_ascii_digit())?;
            let token = &text[start..];
            let token = &token[..token.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(token.len())];
            at = start + token.len();
            let alone = !text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            if alone && is_year(token) {
                return Some(start..at);
            }
        }
    })
}
