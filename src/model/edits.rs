//! Corrections of transcripts: what was made of a text, and how what stands in it came through.

use super::DocumentId;
use crate::text::anchors::{Fate, Hunk};

/// A correction, as stored: which text became which, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    pub uuid: String,
    pub document: DocumentId,
    /// Hashes of the two texts.
    pub before: String,
    pub after: String,
    pub hunks: Vec<Hunk>,
    /// Name of the coder.
    pub coder: String,
    pub reason: String,
    pub at: String,
}

/// What a correction did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditReport {
    /// Label of the document.
    pub label: String,
    /// The passages that differ, in text order.
    pub passages: Vec<Passage>,
    /// How many of the segments, memos, paraphrases, anchor examples and asked-for quotations that the coder may see kept
    /// their words and their place.
    pub kept: u32,
    /// How many kept their words and went with them to another place.
    pub moved: u32,
    /// Those whose words were corrected, whose ends were cut, or of which nothing is left; worst first.
    pub affected: Vec<Affected>,
    /// How much there is of other coders' work that is not shown, by what became of it.
    pub others: Others,
    /// Citations of paragraphs that were split; their further parts have no number of their own.
    pub split: Vec<String>,
    /// Citations of paragraphs that have no words any more.
    pub emptied: Vec<String>,
    /// Citations of paragraphs that were joined.
    pub joined: Vec<String>,
    /// Citations that changed: before, and after if there is one.
    pub renumbered: Vec<(String, Option<String>)>,
    /// Paragraphs with another speaker.
    pub speakers: Vec<SpeakerChange>,
}

impl EditReport {
    /// Whether something lost words at its ends or altogether: what a person wants to be asked about.
    pub fn loses(&self) -> bool {
        self.others.shrunk + self.others.emptied > 0
            || self.affected.iter().any(|affected| affected.fate >= Fate::Shrunk)
    }
    pub fn with_fate(&self, fate: Fate) -> impl Iterator<Item = &Affected> {
        self.affected.iter().filter(move |affected| affected.fate == fate)
    }
}

/// A passage that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub citation: String,
    pub before: String,
    pub after: String,
}

/// Something that stands in the text and did not come through as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affected {
    pub what: Standing,
    pub fate: Fate,
    /// The code's path, of segments and anchor examples.
    pub code: Option<String>,
    /// Name of the coder, where it is a coder's.
    pub coder: Option<String>,
    /// As it was cited before.
    pub citation: String,
    /// As it is cited now; none where nothing is left of it.
    pub now: Option<String>,
    pub before: String,
    pub after: String,
}

/// What can stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Coding,
    Memo,
    Paraphrase,
    Anchor,
    /// A quotation that somebody was asked to release.
    Release,
}

impl Standing {
    /// The invariant name.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Coding => "coding",
            Standing::Memo => "memo",
            Standing::Paraphrase => "paraphrase",
            Standing::Anchor => "anchor",
            Standing::Release => "quotation-release",
        }
    }
}

/// Other coders' work, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Others {
    pub changed: u32,
    pub shrunk: u32,
    pub emptied: u32,
}

/// A paragraph that somebody else speaks than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerChange {
    pub citation: String,
    pub before: Option<String>,
    pub after: Option<String>,
}
