//! Quotations of a report's paragraph, each with the citation that it goes with.
//!
//! A citation stands inside the marks, or after them in the same sentence (also behind its full stop, or in a note that
//! hangs there), or before them in it. Several quotations of a sentence share one. A block quotation is a whole
//! paragraph; those that follow each other share the citation of the last.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::report::{Report, ReportParagraph, ReportPlace};
use crate::text::quotes;

/// What a paragraph cites, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Which of the report's citations.
    Citation(Range<usize>, usize),
    /// Literature or law.
    Other(Range<usize>),
}

impl Event {
    fn bytes(&self) -> &Range<usize> {
        match self {
            Event::Citation(bytes, _) | Event::Other(bytes) => bytes,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    Citation(usize),
    /// A citation in the next sentence: if the words stand there, it is theirs.
    Perhaps(usize),
    Literature,
    None,
}

/// A quotation in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    pub bytes: Range<usize>,
    /// Its words, without a citation in them.
    pub text: String,
    pub pair: Pair,
    /// Other words stand between it and its citation, so that it may be a turn of phrase.
    pub loose: bool,
    /// The author says that it is translated.
    pub translated: bool,
    /// Literature is cited in the paragraph, or before it in the sentence.
    pub near_literature: bool,
    pub after_literature: bool,
}

/// What all paragraphs cite, and what each note does first.
#[derive(Debug, Default)]
pub struct Events {
    pub paragraphs: Vec<Vec<Event>>,
    notes: HashMap<usize, Event>,
}

impl Events {
    pub fn new(report: &Report, paragraphs: Vec<Vec<Event>>) -> Events {
        let mut notes = HashMap::new();
        for (paragraph, events) in report.paragraphs.iter().zip(&paragraphs) {
            if let (Some(note), Some(first)) = (paragraph.note, events.first()) {
                notes.entry(note).or_insert_with(|| first.clone());
            }
        }
        Events { paragraphs, notes }
    }
}

/// The quotations of a paragraph.
pub fn quotations(report: &Report, index: usize, events: &Events) -> Vec<Quotation> {
    let Some(paragraph) = report.paragraphs.get(index) else { return Vec::new() };
    let here = with_notes(report, index, events);
    let citations: Vec<Range<usize>> = events
        .paragraphs
        .get(index)
        .into_iter()
        .flatten()
        .filter(|event| matches!(event, Event::Citation(..)))
        .map(|event| event.bytes().clone())
        .collect();
    let quoted: Vec<Range<usize>> =
        quotes::find(&paragraph.text, &citations).into_iter().map(|quoted| quoted.bytes).collect();
    let near_literature = here.iter().any(|event| matches!(event, Event::Other(_)));
    if paragraph.indented {
        let marked: usize = quoted.iter().map(|bytes| bytes.len()).sum();
        let cited: usize = citations.iter().map(|bytes| bytes.len()).sum();
        if marked * 2 < paragraph.text.len().saturating_sub(cited) {
            return block(report, index, &here, events, near_literature).into_iter().collect();
        }
    }
    quoted
        .iter()
        .map(|bytes| {
            let (mut pair, gap) = pair(paragraph, bytes, &quoted, &here);
            if pair == Pair::None && paragraph.place == ReportPlace::Table {
                pair = beside(report, index, events);
            }
            Quotation {
                text: without(&paragraph.text, bytes, &citations),
                loose: gap.is_some_and(|gap| gap.contains(char::is_alphabetic)),
                translated: is_translated(paragraph, bytes, &here),
                pair,
                near_literature,
                after_literature: is_after_literature(paragraph, bytes, &quoted, &here),
                bytes: bytes.clone(),
            }
        })
        .collect()
}

/// The events of a paragraph, with the citations of its notes where their marks stand.
fn with_notes(report: &Report, index: usize, events: &Events) -> Vec<Event> {
    let mut here = events.paragraphs.get(index).cloned().unwrap_or_default();
    let Some(paragraph) = report.paragraphs.get(index) else { return here };
    for mark in &paragraph.notes {
        let at = mark.at..mark.at;
        match events.notes.get(&mark.note) {
            Some(Event::Citation(_, citation)) => here.push(Event::Citation(at, *citation)),
            Some(Event::Other(_)) => here.push(Event::Other(at)),
            None => {}
        }
    }
    here.sort_by_key(|event| event.bytes().start);
    here
}

/// The citation of a quotation, and what stands between them.
fn pair(
    paragraph: &ReportParagraph,
    bytes: &Range<usize>,
    quoted: &[Range<usize>],
    here: &[Event],
) -> (Pair, Option<String>) {
    let text = paragraph.text.as_str();
    let inside = |event: &&Event| bytes.contains(&event.bytes().start);
    if let Some(Event::Citation(_, citation)) = here.iter().find(inside) {
        return (Pair::Citation(*citation), None);
    }
    let after = here.iter().find(|event| event.bytes().start >= bytes.end);
    let after = after.map(|event| (event, between(text, bytes.end..event.bytes().start, quoted)));
    let before = here.iter().rev().find(|event| event.bytes().end <= bytes.start);
    let before = before.map(|event| (event, between(text, event.bytes().end..bytes.start, quoted)));
    let of = |event: &Event| match event {
        Event::Citation(_, citation) => Pair::Citation(*citation),
        Event::Other(_) => Pair::Literature,
    };
    // `IP 5: 9 says: “…”`, unless another citation stands right behind the quotation.
    let touches = after.as_ref().is_some_and(|(_, gap)| !gap.contains(char::is_alphabetic));
    if let Some((event, gap)) = before.as_ref().filter(|(_, gap)| !touches && leads(gap) && ends(gap) == 0) {
        return (of(event), Some(gap.clone()));
    }
    let mut perhaps = Pair::None;
    if let Some((event, gap)) = after {
        // The sentence may end inside the marks.
        let own = text.get(bytes.clone()).unwrap_or("").ends_with(['.', '!', '?']);
        let next = gap.trim_start_matches(|c: char| quotes::is_mark(c) || c.is_whitespace());
        let ended = usize::from(own && next.starts_with(char::is_uppercase));
        match (ends(&gap) + ended, event) {
            (0, event) => return (of(event), Some(gap)),
            (1, Event::Citation(_, citation)) => perhaps = Pair::Perhaps(*citation),
            _ => {}
        }
    }
    if let Some((event @ Event::Citation(..), gap)) = before {
        // A citation behind a full stop belongs to the sentence before it.
        let behind = text.get(..event.bytes().start).unwrap_or("").trim_end().ends_with(['.', '!', '?']);
        if ends(&gap) == 0 && !behind && !starts_sentence(&gap) {
            return (of(event), Some(gap));
        }
    }
    (perhaps, None)
}

/// The citation that a cell beside this one holds, and nothing else.
fn beside(report: &Report, index: usize, events: &Events) -> Pair {
    let alone = |at: usize| match (report.paragraphs.get(at)?, events.paragraphs.get(at)?.as_slice()) {
        (cell, [Event::Citation(bytes, citation)]) if cell.place == ReportPlace::Table => {
            (bytes.len() + 2 >= cell.text.trim().len()).then_some(Pair::Citation(*citation))
        }
        _ => None,
    };
    alone(index + 1).or_else(|| alone(index.checked_sub(1)?)).unwrap_or(Pair::None)
}

/// Whether a text leads to a quotation with a colon.
fn leads(gap: &str) -> bool {
    gap.trim_end_matches(|c| quotes::is_mark(c) || c == ' ').ends_with(':')
}

fn is_after_literature(
    paragraph: &ReportParagraph,
    bytes: &Range<usize>,
    quoted: &[Range<usize>],
    here: &[Event],
) -> bool {
    let before = here.iter().rev().find(|event| event.bytes().end <= bytes.start);
    before.is_some_and(|event| {
        let gap = between(&paragraph.text, event.bytes().end..bytes.start, quoted);
        matches!(event, Event::Other(_)) && ends(&gap) == 0 && !starts_sentence(&gap)
    })
}

fn starts_sentence(gap: &str) -> bool {
    gap.trim_start().starts_with(['.', '!', '?'])
}

/// The text between two places, other quotations in it left out.
fn between(text: &str, range: Range<usize>, quoted: &[Range<usize>]) -> String {
    let mut out = String::new();
    let mut at = range.start;
    let first = quoted.partition_point(|bytes| bytes.end <= range.start);
    for bytes in quoted.iter().skip(first).take_while(|bytes| bytes.start < range.end) {
        out.push_str(text.get(at..bytes.start).unwrap_or(""));
        at = bytes.end.max(at);
    }
    out.push_str(text.get(at..range.end).unwrap_or(""));
    out
}

/// Abbreviations whose full stop ends no sentence, in small letters.
const ABBREVIATIONS: &[&str] = &[
    "bspw", "bzw", "vgl", "ca", "etc", "usw", "usf", "sog", "evtl", "ggf", "inkl", "insb", "dr", "prof",
    "nr", "abs", "anm", "hervorh", "verf", "mio", "mrd", "st", "str", "resp", "cf", "eg", "ie", "mr", "mrs",
    "ms", "al", "art",
];

/// How many sentences end in a text that something follows.
fn ends(gap: &str) -> usize {
    let mut count = 0;
    for (at, c) in gap.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let after = gap.get(at + c.len_utf8()..).unwrap_or("");
        let after = after.trim_start_matches(|c: char| quotes::is_mark(c) || c == ')');
        let next = after.trim_start();
        let begins =
            next.starts_with(|c: char| c.is_uppercase() || quotes::is_mark(c)) && after.len() > next.len();
        let before = gap.get(..at).unwrap_or("");
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let short = c == '.'
            && (word.chars().count() == 1
                || !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
                || ABBREVIATIONS.contains(&word.to_lowercase().as_str()));
        count += usize::from(begins && !short);
    }
    count
}

/// The words of a quotation without the citations in it.
fn without(text: &str, bytes: &Range<usize>, citations: &[Range<usize>]) -> String {
    let mut out = String::new();
    let mut at = bytes.start;
    for citation in
        citations.iter().filter(|citation| citation.start >= bytes.start && citation.start < bytes.end)
    {
        out.push_str(text.get(at..citation.start).unwrap_or(""));
        at = citation.end.min(bytes.end);
    }
    out.push_str(text.get(at..bytes.end).unwrap_or(""));
    out.trim().trim_matches(quotes::is_mark).trim().to_owned()
}

const TRANSLATED: &[&str] = &["übersetz", "übers.", "translat", "transl."];

/// Whether the author says so beside the quotation.
fn is_translated(paragraph: &ReportParagraph, bytes: &Range<usize>, here: &[Event]) -> bool {
    let end = here
        .iter()
        .find(|event| event.bytes().start >= bytes.start)
        .map_or(bytes.end, |event| event.bytes().end);
    let around = paragraph.text.get(bytes.start..end.max(bytes.end)).unwrap_or("");
    let after: String = paragraph.text.get(end.max(bytes.end)..).unwrap_or("").chars().take(60).collect();
    let small = format!("{around}{after}").to_lowercase();
    TRANSLATED.iter().any(|word| small.contains(word))
}

/// A block quotation: the paragraph without the citation at its end, which may stand in one of those that follow.
fn block(
    report: &Report,
    index: usize,
    here: &[Event],
    events: &Events,
    near_literature: bool,
) -> Option<Quotation> {
    let paragraph = report.paragraphs.get(index)?;
    let own: Vec<Range<usize>> = here.iter().map(|event| event.bytes().clone()).collect();
    let whole = 0..paragraph.text.len();
    // A citation in the middle: the author's own words, set off.
    let behind = own.first().and_then(|first| paragraph.text.get(first.end..)).unwrap_or("");
    let behind = without(behind, &(0..behind.len()), &[]);
    if own.len() > 1
        && behind.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() > 4
    {
        return None;
    }
    let pair = match here.last() {
        Some(Event::Citation(_, citation)) => Pair::Citation(*citation),
        Some(Event::Other(_)) => Pair::Literature,
        None => around(report, index, events),
    };
    Some(Quotation {
        text: without(&paragraph.text, &whole, &own),
        translated: is_translated(paragraph, &whole, here),
        bytes: whole,
        pair,
        loose: false,
        near_literature,
        after_literature: false,
    })
}

/// So many paragraphs can one block quotation have.
const BLOCKS: usize = 20;

/// The citation of a block without one: of the blocks that follow, or before the colon that leads to it.
fn around(report: &Report, index: usize, events: &Events) -> Pair {
    let of = |event: &Event| match event {
        Event::Citation(_, citation) => Pair::Citation(*citation),
        Event::Other(_) => Pair::Literature,
    };
    for (offset, paragraph) in report.paragraphs.iter().skip(index + 1).take(BLOCKS).enumerate() {
        let next = with_notes(report, index + 1 + offset, events);
        let begins = next.first().is_some_and(|event| event.bytes().start == 0);
        match next.first() {
            Some(event) if paragraph.indented || begins => return of(event),
            None if paragraph.indented => {}
            _ => break,
        }
    }
    let mut before = report.paragraphs.iter().take(index).rev().zip((0..index).rev()).take(BLOCKS);
    match before.find(|(paragraph, _)| !paragraph.indented) {
        Some((paragraph, at)) if paragraph.text.trim_end().ends_with(':') => {
            with_notes(report, at, events).last().map_or(Pair::None, of)
        }
        _ => Pair::None,
    }
}
