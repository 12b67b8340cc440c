//! The transcript that is read: where one is, what is selected, which segments lie where.

use std::collections::HashMap;

use crate::model::codings::Coding;
use crate::model::documents::Transcript;
use crate::model::{CoderId, CodingId, DocumentId};
use crate::text::paragraphs::{at, touched};
use crate::text::{CharPos, Paragraph, Span};

/// The first visible row: a paragraph and a row of it. Stays at its text when the window changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Top {
    pub paragraph: usize,
    pub row: usize,
}

/// What is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Select {
    /// Nothing: commands act on the current paragraph.
    #[default]
    None,
    /// From this paragraph to the current one.
    Paragraphs { anchor: usize },
    /// Letters between two graphemes, both included. Not `fixed`: only a cursor, one word or letter at `head`.
    Letters { anchor: CharPos, head: CharPos, fixed: bool },
}

/// An open transcript.
#[derive(Debug)]
pub struct Reading {
    pub document: DocumentId,
    pub transcript: Transcript,
    /// Order of first appearance, for their colours.
    pub speakers: HashMap<String, usize>,
    /// In text order.
    pub codings: Vec<Coding>,
    /// The stripe lane of each coding, of its coder's where these stand side by side.
    pub lanes: Vec<usize>,
    /// Lanes in all, or of the coder with the most.
    pub lane_count: usize,
    /// The coders whose stripes stand side by side; none: all in common lanes.
    pub sides: Vec<CoderId>,
    /// Of each coding, the furthest end of it and those before (to find the first that can reach a place).
    reach: Vec<CharPos>,
    /// The current paragraph.
    pub at: usize,
    pub top: Top,
    pub select: Select,
    /// The segment that was moved to.
    pub segment: Option<CodingId>,
    /// Where the mouse button went down.
    pub pressed: Option<CharPos>,
    pub wrapped: Wrapped,
    /// Paraphrases that stand below their paragraphs, in that order.
    pub below: Vec<(usize, String)>,
}

/// Rows of the long paragraphs in sight, so that they are not wrapped anew for every picture. What is not here is
/// wrapped when it is asked for, with the same rows.
#[derive(Debug, Default)]
pub struct Wrapped {
    /// Cells.
    pub width: u16,
    pub rows: HashMap<usize, Vec<Span>>,
}

impl Reading {
    pub fn new(transcript: Transcript, speakers: HashMap<String, usize>, codings: Vec<Coding>) -> Reading {
        let mut reading = Reading {
            document: transcript.document,
            transcript,
            speakers,
            codings: Vec::new(),
            lanes: Vec::new(),
            lane_count: 0,
            sides: Vec::new(),
            reach: Vec::new(),
            at: 0,
            top: Top::default(),
            select: Select::None,
            segment: None,
            pressed: None,
            wrapped: Wrapped::default(),
            below: Vec::new(),
        };
        reading.set_codings(codings);
        reading
    }

    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.transcript.paragraphs
    }
    pub fn paragraph(&self, index: usize) -> Option<&Paragraph> {
        self.transcript.paragraphs.get(index)
    }
    pub fn last(&self) -> usize {
        self.paragraphs().len().saturating_sub(1)
    }
    /// The paragraph that holds a position.
    pub fn paragraph_at(&self, position: CharPos) -> usize {
        at(self.paragraphs(), position)
    }
    pub fn coding(&self, id: CodingId) -> Option<&Coding> {
        self.codings.iter().find(|coding| coding.id == id)
    }

    /// Takes in the codings and gives each a lane: the lowest that is free from its first paragraph to its last, so
    /// that stripes never cross or touch.
    pub fn set_codings(&mut self, codings: Vec<Coding>) {
        let mut lanes = Vec::with_capacity(codings.len());
        // The paragraph after which each lane of each side is free.
        let mut sides: Vec<Vec<usize>> = vec![Vec::new(); self.sides.len().max(1)];
        let mut reach = Vec::with_capacity(codings.len());
        let mut furthest = CharPos(0);
        for coding in &codings {
            let first = self.paragraph_at(coding.span.start);
            let last = self.paragraph_at(CharPos(coding.span.end.0.saturating_sub(1)));
            let Some(taken) = sides.get_mut(self.side_of(coding.coder)) else { continue };
            let lane = taken.iter().position(|end| *end < first + 1).unwrap_or(taken.len());
            match taken.get_mut(lane) {
                Some(end) => *end = last + 1,
                None => taken.push(last + 1),
            }
            lanes.push(lane);
            furthest = furthest.max(coding.span.end);
            reach.push(furthest);
        }
        self.lane_count = sides.iter().map(Vec::len).max().unwrap_or(0);
        (self.codings, self.lanes, self.reach) = (codings, lanes, reach);
        if self.segment.is_some_and(|id| self.coding(id).is_none()) {
            self.segment = None;
        }
    }

    /// Whose stripes stand side by side from now on.
    pub fn set_sides(&mut self, sides: Vec<CoderId>) {
        self.sides = sides;
        let codings = std::mem::take(&mut self.codings);
        let segment = self.segment;
        self.set_codings(codings);
        self.segment = segment;
    }

    /// On which side a coder's stripes stand.
    pub fn side_of(&self, coder: CoderId) -> usize {
        self.sides.iter().position(|side| *side == coder).unwrap_or(0)
    }

    /// The codings that share a code point with a span, with their lanes.
    pub fn codings_in(&self, span: Span) -> impl Iterator<Item = (&Coding, usize)> {
        let first = self.reach.partition_point(|reach| *reach <= span.start);
        let last = self.codings.partition_point(|coding| coding.span.start < span.end);
        let range = first..last.max(first);
        let codings = self.codings.get(range.clone()).unwrap_or(&[]).iter();
        codings
            .zip(self.lanes.get(range).unwrap_or(&[]).iter().copied())
            .filter(move |(coding, _)| coding.span.overlaps(span))
    }

    /// Whether a coder has coded something of a paragraph.
    pub fn is_coded(&self, paragraph: &Paragraph, coder: Option<CoderId>) -> bool {
        self.codings_in(paragraph.span).any(|(coding, _)| coder.is_none_or(|id| id == coding.coder))
    }

    /// The speech of a paragraph: its span without the label and time at its ends.
    pub fn speech(&self, paragraph: &Paragraph) -> Span {
        let pieces = paragraph.speech_spans(&self.transcript.text);
        match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => first.hull(*last),
            _ => self.transcript.text.trim(paragraph.span),
        }
    }

    /// The first and last selected paragraph.
    pub fn selected_paragraphs(&self) -> (usize, usize) {
        match self.select {
            Select::Paragraphs { anchor } => (anchor.min(self.at), anchor.max(self.at)),
            _ => (self.at, self.at),
        }
    }

    /// The letters selected or under the letter cursor.
    pub fn letters(&self) -> Option<Span> {
        let Select::Letters { anchor, head, .. } = self.select else { return None };
        let text = &self.transcript.text;
        let one = |at: CharPos| Span { start: at, end: text.next_grapheme(at) };
        Some(text.snap(one(anchor).hull(one(head))))
    }

    /// What a command acts on: selected letters, the segment that was moved to, selected paragraphs, the paragraph.
    pub fn passage(&self, _coder: Option<CoderId>) -> Option<Span> {
        if let Some(letters) = self.letters() {
            let letters = self.transcript.text.trim(letters);
            return if letters.is_empty() { None } else { Some(letters) };
        }
        if self.select == Select::None
            && let Some(coding) = self.segment.and_then(|id| self.coding(id))
        {
            return Some(coding.span);
        }
        let (first, last) = self.selected_paragraphs();
        let range = self.transcript.paragraphs.get(first..=last)?;
        let mut numbered = range.iter().filter(|p| p.number.is_some());
        let start = numbered.next()?;
        let end = numbered.next_back().unwrap_or(start);
        let span = self.speech(start).hull(self.speech(end));
        if span.is_empty() { None } else { Some(span) }
    }

    /// The citation of a span, in a pattern.
    pub fn cite(&self, label: &str, pattern: &crate::text::citations::Pattern, span: Span) -> String {
        let here = touched(self.paragraphs(), span);
        match crate::text::paragraphs::numbers(here, span) {
            Some((first, last)) => pattern.cite(label, first, last),
            None => String::new(),
        }
    }
}
