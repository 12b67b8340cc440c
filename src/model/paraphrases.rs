//! Paraphrases: passages in the researcher's own short words.

use super::{CoderId, DocumentId, ParaphraseId};
use crate::text::Span;

/// A passage in a coder's own words. A coder may have several that overlap, but one only on one span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paraphrase {
    pub id: ParaphraseId,
    pub uuid: String,
    pub document: DocumentId,
    /// Code points of the document, half-open. None: a correction took the passage out of the transcript.
    pub span: Option<Span>,
    pub coder: CoderId,
    pub text: String,
    pub created: String,
    pub changed: String,
}

/// A paraphrase with what a reader needs beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paraphrased {
    pub paraphrase: Paraphrase,
    /// Label of the document.
    pub label: String,
    pub group: Option<String>,
    /// First and last paragraph number; none without a passage.
    pub paragraphs: Option<(u32, u32)>,
    /// In the project's pattern, with its brackets; of the document alone where there is no passage.
    pub citation: String,
    /// The words of the passage, as a quotation gives them.
    pub passage: String,
    /// Who speaks in it, in order of appearance.
    pub speakers: Vec<String>,
    /// Name of the coder.
    pub coder: String,
}
