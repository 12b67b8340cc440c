//! The study as it is given to readers: transcripts with their codes, the code system, summaries, tables.
//!
//! What may not leave has been taken out or replaced before; writers only lay it out. Documents and codes are named by
//! their place in the edition.

use super::codes::{Origin, PATH_SEPARATOR};
use super::table::Table;
use crate::text::ParagraphKind;

/// A study for readers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Edition {
    /// The project's name.
    pub name: String,
    /// Whose codings count, what is left out, what may not be quoted: in words.
    pub notes: Vec<String>,
    /// In the order of the code system.
    pub codes: Vec<EditionCode>,
    pub documents: Vec<EditionDocument>,
    /// By document, then by code.
    pub summaries: Vec<EditionSummary>,
    /// What was found out about cells without segments.
    pub states: Vec<EditionState>,
    /// What describes the interviews.
    pub tables: Vec<Table>,
}

/// A text in which citations lead to their places.
pub type Prose = Vec<Run>;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub to: Option<Target>,
}

/// A document of the edition, or one of its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    pub document: usize,
    pub paragraph: Option<u32>,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionCode {
    pub path: String,
    /// Below the code above it in the edition; its whole path where that one is not in it.
    pub name: String,
    /// How many codes of the edition are above it.
    pub depth: usize,
    /// `#RRGGBB`.
    pub color: String,
    pub definition: Prose,
    pub apply: Prose,
    pub not_apply: Prose,
    pub research_question: Prose,
    pub origin: Origin,
    pub anchors: Vec<EditionAnchor>,
    /// What all interviews say on it.
    pub summary: Prose,
    /// Segments in the edition, and documents that have one.
    pub segments: usize,
    pub documents: usize,
    /// The same with all codes below it.
    pub segments_below: usize,
    pub documents_below: usize,
}

/// An anchor example with its citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionAnchor {
    pub text: String,
    pub citation: String,
    /// None where the place is not in the edition.
    pub to: Option<Target>,
}

/// An interview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditionDocument {
    pub label: String,
    /// `IP 5`.
    pub name: String,
    /// Empty where titles are not for readers.
    pub title: String,
    pub group: Option<String>,
    /// What variables say of it.
    pub values: Vec<(String, String)>,
    /// What has to be known before it is quoted.
    pub warning: Option<String>,
    /// What it says on all codes.
    pub summary: Prose,
    pub paragraphs: Vec<EditionParagraph>,
    /// In text order.
    pub codings: Vec<EditionCoding>,
}

/// A paragraph, cut where codes begin and end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionParagraph {
    /// None for a line that is not numbered.
    pub number: Option<u32>,
    /// The number that it is cited by: its own, or that of the paragraph it is a part of.
    pub cited: Option<u32>,
    pub kind: ParagraphKind,
    pub speaker: Option<String>,
    pub interviewer: bool,
    pub pieces: Vec<Piece>,
}

/// A piece of a paragraph that is all alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// A speaker's label, a time, a header: no speech.
    pub marked: bool,
    /// The codings of the document that it is under, by their index.
    pub codings: Vec<usize>,
}

/// A coded segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionCoding {
    pub code: usize,
    /// First and last paragraph.
    pub paragraphs: (u32, u32),
    /// `(IP 5: 9f.)`, and without brackets and interview: `9f.`
    pub citation: String,
    pub short: String,
    pub weight: Option<u8>,
    pub comment: Prose,
    /// Who coded, where that is told.
    pub coder: Option<String>,
    /// When, where that is told.
    pub at: Option<String>,
    /// Why it may not be quoted as it stands.
    pub withheld: Option<String>,
}

/// What one interview says on one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionSummary {
    pub document: usize,
    pub code: usize,
    pub text: Prose,
}

/// A cell of the Summary Grid without segments: not asked, asked without an answer, nothing relevant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionState {
    pub document: usize,
    pub code: usize,
    pub words: String,
}

impl Edition {
    /// What each code is called in a narrow place: its own name, its path where another code has the same name.
    pub fn short_names(&self) -> Vec<&str> {
        let own = |code: &'_ EditionCode| {
            code.path.rfind(PATH_SEPARATOR).map_or(0, |at| at + PATH_SEPARATOR.len_utf8())
        };
        let names: Vec<&str> =
            self.codes.iter().map(|code| code.path.get(own(code)..).unwrap_or_default()).collect();
        let alone = |name: &str| names.iter().filter(|other| **other == name).count() == 1;
        names
            .iter()
            .zip(&self.codes)
            .map(|(name, code)| if alone(name) { *name } else { &code.path })
            .collect()
    }

    /// The segments of a code, by document.
    pub fn places(&self, code: usize) -> Vec<(usize, Vec<usize>)> {
        let of = |document: &EditionDocument| {
            let found = document.codings.iter().enumerate().filter(|(_, coding)| coding.code == code);
            found.map(|(at, _)| at).collect::<Vec<usize>>()
        };
        let all = self.documents.iter().enumerate().map(|(at, document)| (at, of(document)));
        all.filter(|(_, codings)| !codings.is_empty()).collect()
    }
}

impl EditionDocument {
    /// The words of a coding as a quotation gives them, paragraphs separated by a newline.
    pub fn quotation(&self, coding: usize) -> String {
        let words = |paragraph: &EditionParagraph| {
            let pieces =
                paragraph.pieces.iter().filter(|piece| !piece.marked && piece.codings.contains(&coding));
            let words = pieces.map(|piece| piece.text.as_str()).collect::<String>();
            words.trim().to_owned()
        };
        let all = self.paragraphs.iter().map(words).filter(|words| !words.is_empty());
        all.collect::<Vec<_>>().join("\n")
    }
}

impl EditionCoding {
    /// Whether a paragraph that it is on is its first.
    pub fn begins_in(&self, paragraph: &EditionParagraph) -> bool {
        paragraph.cited.is_none_or(|number| number <= self.paragraphs.0)
    }
}

impl EditionParagraph {
    /// Whether a coding is on all that is said in it.
    pub fn is_all(&self, coding: usize) -> bool {
        let said = |piece: &&Piece| !piece.marked && !piece.text.trim().is_empty();
        self.pieces.iter().filter(said).all(|piece| piece.codings.contains(&coding))
    }
    /// The codings that it is under, in the order in which they begin.
    pub fn codings(&self) -> Vec<usize> {
        let mut all: Vec<usize> = Vec::new();
        for coding in self.pieces.iter().flat_map(|piece| &piece.codings) {
            if !all.contains(coding) {
                all.push(*coding);
            }
        }
        all.sort_unstable();
        all
    }
    /// Whether the label of who speaks stands in its text.
    pub fn is_labelled(&self) -> bool {
        let Some(speaker) = &self.speaker else { return true };
        self.pieces.iter().any(|piece| piece.marked && piece.text.contains(speaker.as_str()))
    }
}

/// A text without links.
pub fn plain(prose: &[Run]) -> String {
    prose.iter().map(|run| run.text.as_str()).collect()
}
