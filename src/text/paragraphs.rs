//! Paragraphs: the numbered units that citations name.
//!
//! Only a newline ends a paragraph. Every non-empty paragraph is numbered from 1, headings included (switchable);
//! lines without white-space-free content get no number and no row (switchable). Lines that are no speech (a tool's
//! header, `Name  0:03` on a line of its own) are rows without a number. Numbers are given once, at import, and stored.

use serde::{Deserialize, Serialize};

use super::{CharPos, Span, Text};

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    #[default]
    Speech,
    /// A heading of the file.
    Heading,
    /// A line that is no speech: a tool's header or footer, a speaker or time line. Never numbered.
    Header,
    /// A foot- or endnote of the file, after the text.
    Note,
    /// A line of white space, numbered only in projects that count those.
    Empty,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Speech => "speech",
            Kind::Heading => "heading",
            Kind::Header => "header",
            Kind::Note => "note",
            Kind::Empty => "empty",
        }
    }
    pub fn from_name(name: &str) -> Kind {
        match name {
            "heading" => Kind::Heading,
            "header" => Kind::Header,
            "note" => Kind::Note,
            "empty" => Kind::Empty,
            _ => Kind::Speech,
        }
    }
}

/// What a marked part of a paragraph is: dimmed when read, left out of quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A speaker label with its colon and the space after it.
    Label,
    /// A timestamp.
    Time,
    /// A whole line that is no speech.
    Header,
}

/// A marked part, in code points of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub kind: MarkKind,
    pub span: Span,
}

/// A paragraph of a document, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Paragraph {
    /// The number that citations name; none for a line that is not numbered.
    pub number: Option<u32>,
    /// The number that it is cited by where it has none of its own: a part that was split off, or a line that a correction
    /// brought in, belongs to the paragraph before it.
    #[serde(default)]
    pub part_of: Option<u32>,
    /// Without the newline.
    pub span: Span,
    pub kind: Kind,
    /// Who speaks, as the label says it without its colon.
    pub speaker: Option<String>,
    /// Start in the recording, milliseconds.
    pub time: Option<u32>,
    /// End in the recording, milliseconds.
    pub end_time: Option<u32>,
    pub marks: Vec<Mark>,
}

impl Paragraph {
    /// The spans that are speech: the paragraph without its marked parts, trimmed, in order.
    pub fn speech_spans(&self, text: &Text) -> Vec<Span> {
        self.speech_within(text, self.span)
    }
    /// The speech inside `span` (a quotation leaves out labels, times and headers).
    pub fn speech_within(&self, text: &Text, span: Span) -> Vec<Span> {
        let Some(part) = self.span.intersection(span) else { return Vec::new() };
        let mut holes: Vec<Span> =
            self.marks.iter().map(|mark| mark.span).filter(|mark| !mark.is_empty()).collect();
        holes.sort_by_key(|hole| hole.start);
        let mut pieces = Vec::with_capacity(holes.len() + 1);
        let mut start = part.start;
        for hole in holes {
            if start < hole.start.min(part.end) {
                pieces.push(Span { start, end: hole.start.min(part.end) });
            }
            start = start.max(hole.end);
        }
        if start < part.end {
            pieces.push(Span { start, end: part.end });
        }
        pieces.into_iter().map(|piece| text.trim(piece)).filter(|piece| !piece.is_empty()).collect()
    }
    /// The speech as one string, pieces joined by a space.
    pub fn speech(&self, text: &Text) -> String {
        join(text, &self.speech_spans(text))
    }
}

fn join(text: &Text, spans: &[Span]) -> String {
    spans.iter().map(|&span| text.slice(span)).collect::<Vec<_>>().join(" ")
}

/// The turns of a speaker: paragraphs that follow each other without anybody else's in between, with what is said in
/// them from the first word to the last.
pub fn turns(text: &Text, paragraphs: &[Paragraph], speaker: &str) -> Vec<Span> {
    let mut turns: Vec<Span> = Vec::new();
    let mut goes_on = false;
    // Lines that are no speech interrupt nobody.
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.number.is_some()) {
        let is_theirs = paragraph.speaker.as_deref() == Some(speaker);
        let said = paragraph.speech_spans(text).into_iter().reduce(Span::hull).map(|said| text.trim(said));
        match (is_theirs, said.filter(|said| !said.is_empty())) {
            (true, Some(said)) => {
                match turns.last_mut().filter(|_| goes_on) {
                    Some(turn) => *turn = turn.hull(said),
                    None => turns.push(said),
                }
                goes_on = true;
            }
            (true, None) => {}
            (false, _) => goes_on = false,
        }
    }
    turns
}

/// The words of a span as a quotation gives them: speech only, paragraphs separated by a newline.
pub fn quotation(text: &Text, paragraphs: &[Paragraph], span: Span) -> String {
    touched(paragraphs, span)
        .iter()
        .map(|paragraph| join(text, &paragraph.speech_within(text, span)))
        .filter(|speech| !speech.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// How lines are numbered: `--number-headings`, `--number-empty-lines`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Numbering {
    pub headings: bool,
    pub empty_lines: bool,
}

impl Default for Numbering {
    fn default() -> Self {
        Numbering { headings: true, empty_lines: false }
    }
}

/// The lines of a text as unnumbered paragraphs: one per newline-separated line, empty ones included.
pub fn lines(text: &Text) -> Vec<Paragraph> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.as_str().split('\n') {
        let end = start + line.chars().count() as u32;
        let kind = if line.trim().is_empty() { Kind::Empty } else { Kind::Speech };
        lines.push(Paragraph { span: Span::new(start, end), kind, ..Paragraph::default() });
        start = end + 1;
    }
    lines
}

/// Gives the numbers and drops the rows of empty lines that are not to be counted.
pub fn number(paragraphs: Vec<Paragraph>, numbering: Numbering) -> Vec<Paragraph> {
    let mut next = 1;
    let mut numbered = Vec::with_capacity(paragraphs.len());
    for mut paragraph in paragraphs {
        let counts = match paragraph.kind {
            Kind::Speech | Kind::Note => true,
            Kind::Heading => numbering.headings,
            Kind::Header => false,
            Kind::Empty => numbering.empty_lines,
        };
        paragraph.number = counts.then_some(next);
        next += u32::from(counts);
        if counts || paragraph.kind != Kind::Empty {
            numbered.push(paragraph);
        }
    }
    numbered
}

/// Says which lines of speech without a number belong to the numbered paragraph before them.
pub fn tell_parts<'a>(paragraphs: impl Iterator<Item = &'a mut Paragraph>) {
    let mut before = None;
    for paragraph in paragraphs {
        before = paragraph.number.or(before);
        paragraph.part_of = before.filter(|_| paragraph.number.is_none() && paragraph.kind == Kind::Speech);
    }
}

/// The paragraphs that share a code point with `span`, as a slice (paragraphs are in text order).
pub fn touched(paragraphs: &[Paragraph], span: Span) -> &[Paragraph] {
    let first = paragraphs.partition_point(|p| p.span.end <= span.start);
    let last = paragraphs.partition_point(|p| p.span.start < span.end);
    paragraphs.get(first..last.max(first)).unwrap_or(&[])
}

/// First and last paragraph number that a span touches; none if it touches no numbered paragraph.
pub fn numbers(paragraphs: &[Paragraph], span: Span) -> Option<(u32, u32)> {
    let mut found = touched(paragraphs, span).iter().filter_map(|p| p.number.or(p.part_of));
    let first = found.next()?;
    Some((first, found.next_back().unwrap_or(first)))
}

/// The index of the paragraph that holds a position, or of the one before it (0 where there is none).
pub fn at(paragraphs: &[Paragraph], position: CharPos) -> usize {
    paragraphs.partition_point(|p| p.span.start <= position).saturating_sub(1)
}

/// The paragraph with this number, with all that belongs to it since it was split.
pub fn extent(paragraphs: &[Paragraph], number: u32) -> Option<Span> {
    let mut all = paragraphs.iter().skip_while(|p| p.number != Some(number));
    let first = all.next()?.span;
    Some(
        all.take_while(|p| p.number.is_none())
            .filter(|p| p.part_of == Some(number))
            .fold(first, |all, part| all.hull(part.span)),
    )
}

/// The paragraph with this number.
pub fn by_number(paragraphs: &[Paragraph], number: u32) -> Option<&Paragraph> {
    // Numbers ascend, with unnumbered rows between them.
    paragraphs.iter().find(|p| p.number == Some(number))
}
