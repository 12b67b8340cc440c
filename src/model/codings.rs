//! Codings: one code on one span of one document by one coder.

use super::{CodeId, CoderId, CodingId, DocumentId};
use crate::text::Span;

/// A coded segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    pub id: CodingId,
    pub uuid: String,
    pub document: DocumentId,
    pub code: CodeId,
    pub coder: CoderId,
    /// Code points of the document, half-open.
    pub span: Span,
    /// 0 to 100; none where the coder gave none.
    pub weight: Option<u8>,
    pub comment: String,
    pub created: String,
}

/// Where a code is and whose it is, without words: what counting needs of a coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodedSpan {
    pub id: CodingId,
    pub document: DocumentId,
    pub code: CodeId,
    pub coder: CoderId,
    pub span: Span,
}

/// A coded segment with what a reader needs beside it; or a passage that a query worked out, see
/// [`Segment::is_worked_out`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub coding: Coding,
    /// Label of the document.
    pub label: String,
    pub group: Option<String>,
    /// First and last paragraph number.
    pub paragraphs: (u32, u32),
    /// In the project's pattern, with its brackets.
    pub citation: String,
    /// The words as a quotation gives them: without labels, times and headers, paragraphs separated by newlines.
    pub text: String,
    /// Who speaks in it, in order of appearance.
    pub speakers: Vec<String>,
    /// Path of the code.
    pub code: String,
    /// Name of the coder.
    pub coder: String,
}

impl Segment {
    /// Whether it is no coded segment but words that a query worked out (those that two codes have in common): its
    /// coding then has no UUID, no weight and no comment, and `code` names all codes that it has.
    pub fn is_worked_out(&self) -> bool {
        self.coding.uuid.is_empty()
    }
}
