//! The words of all transcripts, and where they stand: what is most like some words is found without comparing them to
//! everything.
//!
//! Each rare word of a quotation votes for the passages where it would begin if that word stands there; only the
//! passages with the most votes are compared word by word.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::Place;
use crate::model::DocumentId;
use crate::text::citations::Pattern;
use crate::text::cited::Cited;
use crate::text::places::same_label;
use crate::text::wording::{self, Aligned, Wording, Words};
use crate::text::{Paragraph, Span, Text};

/// A transcript as words.
#[derive(Debug, Clone)]
pub struct CorpusDocument {
    pub id: DocumentId,
    pub label: String,
    /// It is to be cited: no pretest.
    pub counts: bool,
    text: Arc<Text>,
    /// Labels of its speakers.
    speakers: BTreeSet<String>,
    language: Option<Language>,
    /// By word: its number, its bytes, whether white space is before it, the paragraph.
    words: Vec<u32>,
    bytes: Vec<Range<usize>>,
    spaced: Vec<bool>,
    paragraphs: Vec<u32>,
    spans: Vec<(u32, Span)>,
}

/// The words of a study's transcripts.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    pub words: Words,
    pub documents: Vec<CorpusDocument>,
    /// Where each word stands, by its number in small letters: document and index of the word.
    places: Vec<Vec<(u32, u32)>>,
    total: usize,
}

/// Some words of a transcript: which document, which of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    document: usize,
    start: usize,
    end: usize,
}

/// So many words a vote is wide.
const WIDE: i64 = 24;
/// So many passages are compared.
const COMPARED: usize = 8;
/// A word that stands more often votes only where there is no other.
const COMMON: usize = 60;
/// Words around a passage that are compared too; with an omission in between, more.
const AROUND: usize = 30;
const OMITTED: usize = 500;
/// Longer cited parts are searched by votes as well.
const DIRECT: usize = 4_000;

impl Corpus {
    /// Adds a transcript.
    pub fn add(
        &mut self,
        id: DocumentId,
        label: &str,
        counts: bool,
        text: Arc<Text>,
        paragraphs: &[Paragraph],
    ) {
        let number = self.documents.len() as u32;
        let mut document = CorpusDocument {
            id,
            label: label.to_owned(),
            counts,
            speakers: paragraphs.iter().filter_map(|paragraph| paragraph.speaker.clone()).collect(),
            language: language(text.as_str()),
            words: Vec::new(),
            bytes: Vec::new(),
            spaced: Vec::new(),
            paragraphs: Vec::new(),
            spans: Vec::new(),
            text: Arc::clone(&text),
        };
        for paragraph in paragraphs {
            let Some(cited) = paragraph.number.or(paragraph.part_of) else { continue };
            match document.spans.last_mut() {
                Some((last, span)) if *last == cited => *span = span.hull(paragraph.span),
                _ => document.spans.push((cited, paragraph.span)),
            }
            for span in paragraph.speech_spans(&text) {
                let base = text.bytes(span);
                for (index, token) in wording::tokens(text.slice(span)).into_iter().enumerate() {
                    let word = self.words.number(&token);
                    if self.words.is_word(word) {
                        let small = self.words.small(word) as usize;
                        if self.places.len() <= small {
                            self.places.resize(small + 1, Vec::new());
                        }
                        if let Some(places) = self.places.get_mut(small) {
                            places.push((number, document.words.len() as u32));
                        }
                        self.total += 1;
                    }
                    document.words.push(word);
                    document.bytes.push(base.start + token.bytes.start..base.start + token.bytes.end);
                    document.spaced.push(token.space || index == 0);
                    document.paragraphs.push(cited);
                }
            }
        }
        self.documents.push(document);
    }

    fn get(&self, label: &str) -> Option<(usize, &CorpusDocument)> {
        let all = || self.documents.iter().enumerate();
        let exact = all().find(|(_, document)| document.label == label);
        exact.or_else(|| all().find(|(_, document)| same_label(&document.label, label)))
    }
    pub fn language(&self, label: &str) -> Option<Language> {
        self.get(label)?.1.language
    }

    /// The first cited place that is there.
    pub fn target(&self, cited: &Cited) -> Option<(DocumentId, Span)> {
        let (_, document) = self.get(&cited.label)?;
        let span = match cited.paragraphs {
            None => document.text.trim(document.text.whole()),
            Some((first, last)) => {
                let touched = document.spans.iter().filter(|(number, _)| (first..=last).contains(number));
                touched.map(|(_, span)| *span).reduce(Span::hull)?
            }
        };
        Some((document.id, span))
    }

    /// The words without the labels of those who speak, which a quotation of a dialogue has and the speech has not.
    pub fn without_speakers(&self, text: &str, references: &[Cited]) -> String {
        if !text.contains(':') {
            return text.to_owned();
        }
        let speakers: BTreeSet<&str> = references
            .iter()
            .filter_map(|cited| self.get(&cited.label))
            .flat_map(|(_, document)| document.speakers.iter().map(String::as_str))
            .collect();
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        'text: while let Some(c) = rest.chars().next() {
            if out.chars().next_back().is_none_or(|last| !last.is_alphanumeric()) {
                for speaker in &speakers {
                    if let Some(after) = rest.strip_prefix(speaker).and_then(|after| after.strip_prefix(':'))
                    {
                        rest = after;
                        continue 'text;
                    }
                }
            }
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
        out
    }

    /// The passage in the cited places that is most like the words.
    pub fn in_cited(&self, wording: &Wording, references: &[Cited]) -> Option<(Passage, Aligned)> {
        let mut ranges: Vec<(usize, Vec<usize>)> = Vec::new();
        for cited in references {
            let Some((index, document)) = self.get(&cited.label) else { continue };
            let range = document.range(cited);
            match ranges.iter_mut().find(|(other, _)| *other == index) {
                Some((_, words)) => words.extend(range),
                None => ranges.push((index, range.collect())),
            }
        }
        let mut best: Option<(Passage, Aligned)> = None;
        for (index, mut words) in ranges {
            words.sort_unstable();
            words.dedup();
            let found = match words.len() > DIRECT {
                true => {
                    let inside = |document: usize, word: usize| {
                        document == index && words.binary_search(&word).is_ok()
                    };
                    self.voted(wording, None, inside)
                }
                false => self.compare(wording, index, &words),
            };
            best = better(best, found);
        }
        best
    }

    /// The passage of any transcript that is most like the words; of those alike the one nearest to `near`.
    pub fn anywhere(&self, wording: &Wording, near: Option<Passage>) -> Option<(Passage, Aligned)> {
        let same =
            near.and_then(|near| self.voted(wording, Some(near), |document, _| document == near.document));
        match same {
            Some(found) if found.1.differs == 0 => Some(found),
            same => better(same, self.voted(wording, near, |_, _| true)),
        }
    }

    /// Compares the passages that have the most votes.
    fn voted(
        &self,
        wording: &Wording,
        near: Option<Passage>,
        inside: impl Fn(usize, usize) -> bool,
    ) -> Option<(Passage, Aligned)> {
        let own: Vec<(usize, u32)> = wording.words().map(|(at, word)| (at, self.words.small(word))).collect();
        let standing = |word: u32| self.places.get(word as usize).map_or(&[][..], Vec::as_slice);
        let common = (self.total / COMMON).max(200);
        let rare = own.iter().filter(|(_, word)| (1..=common).contains(&standing(*word).len())).count();
        let mut votes: HashMap<(usize, i64), f64> = HashMap::new();
        for &(at, word) in &own {
            let places = standing(word);
            if places.is_empty() || (places.len() > common && rare > 2) {
                continue;
            }
            let weight = (self.total as f64 / places.len() as f64).ln().max(0.1);
            for &(document, index) in places {
                let (document, index) = (document as usize, index as usize);
                if inside(document, index) {
                    let begins = (index as i64 - at as i64).div_euclid(WIDE);
                    *votes.entry((document, begins)).or_default() += weight;
                }
            }
        }
        // A passage that lies across the border of two is voted for in both.
        let mut ranked: Vec<((usize, i64), f64)> = votes
            .iter()
            .map(|(&(document, begins), votes_here)| {
                let next = votes.get(&(document, begins + 1)).copied().unwrap_or(0.0);
                ((document, begins), votes_here + next)
            })
            .collect();
        let far = |document: usize, begins: i64| match near {
            Some(near) if near.document == document => (begins * WIDE - near.start as i64).unsigned_abs(),
            _ => u64::MAX,
        };
        ranked.sort_by(|(a, x), (b, y)| {
            y.total_cmp(x).then_with(|| (far(a.0, a.1), a).cmp(&(far(b.0, b.1), b)))
        });
        let mut best = None;
        let around = if wording.omits() { OMITTED } else { AROUND };
        for ((document, begins), _) in ranked.into_iter().take(COMPARED) {
            let Some(all) = self.documents.get(document).map(|document| document.words.len()) else {
                continue;
            };
            let begins = begins * WIDE;
            let start = usize::try_from(begins - around as i64).unwrap_or(0);
            let length = wording.len() + wording.len() / 3 + 2 * WIDE as usize + around;
            let end = usize::try_from(begins).unwrap_or(0).saturating_add(length).min(all);
            let words: Vec<usize> = (start..end).filter(|word| inside(document, *word)).collect();
            best = better(best, self.compare(wording, document, &words));
        }
        best
    }

    fn compare(&self, wording: &Wording, index: usize, words: &[usize]) -> Option<(Passage, Aligned)> {
        let document = self.documents.get(index)?;
        let there: Vec<u32> = words.iter().filter_map(|word| document.words.get(*word).copied()).collect();
        let source = |at: usize| {
            let word = words.get(at).copied().unwrap_or_default();
            let text = document.bytes.get(word).and_then(|bytes| document.text.as_str().get(bytes.clone()));
            (text.unwrap_or(""), document.spaced.get(word).copied().unwrap_or(true))
        };
        let aligned = wording::align(wording, &self.words, &there, source)?;
        let word = |at: usize| words.get(at).copied();
        let start = word(aligned.passage.start).or_else(|| words.last().copied())?;
        let end = aligned.passage.end.checked_sub(1).and_then(word).map_or(start, |last| last + 1).max(start);
        Some((Passage { document: index, start, end }, aligned))
    }

    /// A passage as a place that can be shown and cited; none for no words.
    pub fn place(&self, passage: &Passage, pattern: &Pattern) -> Option<Place> {
        let document = self.documents.get(passage.document)?;
        let last = passage.end.checked_sub(1).filter(|last| *last >= passage.start)?;
        let (start, end) = (document.bytes.get(passage.start)?.start, document.bytes.get(last)?.end);
        let text = document.text.as_str().get(start..end)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let (first, last) = (*document.paragraphs.get(passage.start)?, *document.paragraphs.get(last)?);
        Some(Place {
            document: document.id,
            span: document.text.span(start..end),
            citation: pattern.cite(&document.label, first, last),
            text,
        })
    }

    /// What a place would be cited as.
    pub fn cited(&self, place: &Place) -> Option<Cited> {
        let document = self.documents.iter().find(|document| document.id == place.document)?;
        let touched = document.spans.iter().filter(|(_, span)| span.overlaps(place.span));
        let numbers: Vec<u32> = touched.map(|(number, _)| *number).collect();
        Some(Cited::at(&document.label, *numbers.first()?, *numbers.last()?))
    }

    /// Words of a passage.
    pub fn words_in(&self, document: DocumentId, span: Span) -> usize {
        let found = self.documents.iter().find(|other| other.id == document);
        found.map_or(0, |document| crate::text::spans::count_words(document.text.slice(span)) as usize)
    }
}

impl CorpusDocument {
    pub fn numbers(&self) -> BTreeSet<u32> {
        self.spans.iter().map(|(number, _)| *number).collect()
    }
    /// The words of a cited place; of an open one all that follow.
    fn range(&self, cited: &Cited) -> Range<usize> {
        let Some((first, last)) = cited.paragraphs else { return 0..self.words.len() };
        let last = if cited.open { u32::MAX } else { last };
        let start = self.paragraphs.partition_point(|number| *number < first);
        start..self.paragraphs.partition_point(|number| *number <= last).max(start)
    }
}

fn better(one: Option<(Passage, Aligned)>, other: Option<(Passage, Aligned)>) -> Option<(Passage, Aligned)> {
    match (one, other) {
        (Some(one), Some(other)) if other.1.differs < one.1.differs => Some(other),
        (Some(one), _) => Some(one),
        (None, other) => other,
    }
}

/// The languages that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    German,
    English,
}

/// Words of one language only.
const GERMAN: &[&str] = &[
    "der", "die", "das", "und", "ist", "nicht", "ich", "wir", "ein", "eine", "zu", "mit", "auf", "für",
    "dass", "es", "den", "von", "haben", "auch", "wenn", "aber", "sie", "im", "sich", "wird", "werden",
    "war", "dann", "noch", "hat", "als", "bei",
];
const ENGLISH: &[&str] = &[
    "the", "and", "is", "not", "i", "we", "a", "to", "with", "on", "for", "that", "it", "of", "have", "if",
    "but", "they", "in", "you", "are", "our", "at", "be", "this", "had", "were", "or", "what", "there",
    "nobody", "my", "by",
];

/// The language of a text, where it is one of those and enough of it is there to tell.
pub fn language(text: &str) -> Option<Language> {
    let (mut german, mut english) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(5_000) {
        let small = word.to_lowercase();
        german += u32::from(GERMAN.contains(&small.as_str()));
        english += u32::from(ENGLISH.contains(&small.as_str()));
    }
    match (german, english) {
        (german, english) if german >= 2 && german > 2 * english => Some(Language::German),
        (german, english) if english >= 2 && english > 2 * german => Some(Language::English),
        _ => None,
    }
}
