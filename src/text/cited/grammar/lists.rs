//! Lists of interviews with their paragraphs: `5: 9, 12; 8: 45f.`

use super::cursor::{Reader, is_space};
use super::{Item, List};
use crate::text::cited::signals::{self, PARAGRAPH, TO};

/// Interviews of a range: `I5–I8`.
const RANGE: u32 = 200;
/// Words skipped between two places.
const BETWEEN: usize = 6;

impl Reader<'_> {
    /// The interviews that follow a word.
    pub(super) fn list(&self, at: usize, word: Option<bool>, bracketed: bool) -> Option<(List, usize)> {
        let mut list = List { plural: word, ..List::default() };
        let mut end = self.item(at, &mut list, bracketed)?;
        while let Some((next, semicolon)) = self.separator(end) {
            let mut at = next;
            let mut words = 0;
            let mut all_known = true;
            let mut labelled = None;
            // Signal words, then perhaps the word again, then a label.
            loop {
                if let Some(after) = self.word_and_label(at) {
                    labelled = Some((after, true));
                    break;
                }
                if self.label(at).is_some() && (words == 0 || all_known || self.begins_interview(at)) {
                    labelled = Some((at, false));
                    break;
                }
                let rest = self.from(at);
                let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
                let known = signals::is_signal(word);
                words += 1;
                if word.is_empty() || words > BETWEEN || (!known && !word.starts_with(char::is_lowercase)) {
                    break;
                }
                all_known &= known;
                at = self.spaces(at + word.len());
                at = self.past(at, &['.']).unwrap_or(at);
            }
            let Some((at, repeated)) = labelled else { break };
            let mut more = List::default();
            let Some(after) = self.item(at, &mut more, bracketed) else { break };
            let whole = !more.says_where();
            let sure = repeated || semicolon && bracketed || word == Some(true);
            let one_more = bracketed && list.items.last().is_some_and(|item| item.parts.is_empty());
            if whole && !(sure || one_more) {
                break;
            }
            list.word_repeated |= repeated;
            list.not_paragraphs = list.not_paragraphs.or(more.not_paragraphs);
            list.broken |= more.broken;
            list.items.append(&mut more.items);
            end = after;
        }
        Some((list, end))
    }
    /// Where the label stands behind the word, unless word and label together are a label of the study.
    pub(super) fn word_and_label(&self, at: usize) -> Option<usize> {
        let (_, after) = self.word(at)?;
        let label = self.label_start(after);
        let own = self.known_label(at).is_some_and(|(_, end)| end > after);
        (!own && self.label(label).is_some() || self.known_label(label).is_some()).then_some(label)
    }
    pub(super) fn label_start(&self, after_word: usize) -> usize {
        let at = self.spaces(after_word);
        match self.char(at) {
            Some('-' | '–') if self.digit_at(at + 1) => at + 1,
            _ => at,
        }
    }
    pub(super) fn separator(&self, at: usize) -> Option<(usize, bool)> {
        match self.past(at, &[';']) {
            Some(at) => Some((self.and(at).unwrap_or(at), true)),
            None => self.comma(at).map(|at| (at, false)),
        }
    }

    /// One interview with its paragraphs, or several as a range, into the list.
    pub(super) fn item(&self, at: usize, list: &mut List, bracketed: bool) -> Option<usize> {
        let (label, mut end) = self.label(at)?;
        let mut item = Item { label, parts: Vec::new() };
        if let Some(after) = self.other_unit(end) {
            let written = self.text.get(end..after).unwrap_or("");
            let written = written.trim_start_matches(|c: char| is_space(c) || ",:/".contains(c)).trim();
            list.not_paragraphs = Some(written.to_owned());
            list.items.push(item);
            return Some(after);
        }
        let Some(mut at) = self.to_paragraph(end) else {
            if let Some(after) = self.interviews_to(&item.label, end, list) {
                return Some(after);
            }
            list.broken |= bracketed && self.past(end, &[':']).is_some_and(|at| self.is_nothing(at));
            list.items.push(item);
            return Some(end);
        };
        loop {
            let Some((part, after, broken)) = self.part(at) else {
                // A number with letters: `9a`.
                list.broken |= item.parts.is_empty();
                break;
            };
            if item.parts.is_empty() && self.is_time(at, after) {
                list.not_paragraphs = Some(self.text.get(at..after + 3).unwrap_or("").to_owned());
                end = after + 3;
                break;
            }
            if !bracketed && !item.parts.is_empty() && self.goes_on(after) {
                break;
            }
            item.parts.push(part);
            (end, list.broken) = (after, list.broken | broken);
            let Some(next) = self.comma(after) else { break };
            let next = self.one_of(next, PARAGRAPH).map_or(next, |at| self.spaces(at));
            if self.begins_interview(next) || !self.digit_at(next) {
                break;
            }
            at = next;
        }
        list.items.push(item);
        Some(end)
    }
    /// `12:03`, a time.
    pub(super) fn is_time(&self, at: usize, after: usize) -> bool {
        let rest = self.from(after);
        let two = rest.get(1..3).is_some_and(|two| two.bytes().all(|b| b.is_ascii_digit()));
        after - at <= 2 && rest.starts_with(':') && two && !self.digit_at(after + 3)
    }
    /// In running text a number with a word behind it counts something: `IP 5: 9 und 12 weitere`.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let next = self.spaces(at);
        next > at
            && self.char(next).is_some_and(char::is_alphabetic)
            && self.and(next).is_none()
            && self.one_of(next, TO).is_none()
    }
    /// Nothing that can be meant: the bracket's end, a question mark.
    pub(super) fn is_nothing(&self, at: usize) -> bool {
        let rest = self.from(at);
        let token = &rest[..rest.find([')', ']', ';', ',']).unwrap_or(rest.len())];
        token.trim().chars().count() <= 3
    }
    /// `5–I8`: all interviews from one to another.
    pub(super) fn interviews_to(&self, first: &str, at: usize, list: &mut List) -> Option<usize> {
        let first: u32 = first.parse().ok()?;
        let at = self.dash(at)?;
        let at = self.word(at).map_or(at, |(_, after)| self.spaces(after));
        let (label, end) = self.label(at)?;
        let last: u32 = label.parse().ok()?;
        if last <= first || last - first > RANGE || self.to_paragraph(end).is_some() {
            return None;
        }
        list.items.extend((first..=last).map(|number| {
            let label = number.to_string();
            let known = self.interviews.get(&label).map(|interview| interview.label.clone());
            Item { label: known.unwrap_or(label), parts: Vec::new() }
        }));
        Some(end)
    }
}
