//! Memos: the researcher's notes on the project, a document, a place, a code, a coding, or free.

use super::{CodeId, CoderId, CodingId, DocumentId, MemoId};
use crate::text::Span;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memo {
    pub id: MemoId,
    pub uuid: String,
    pub on: MemoOn,
    pub title: String,
    pub text: String,
    pub coder: CoderId,
    pub created: String,
    pub changed: String,
}

/// What a memo is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemoOn {
    Project,
    Document(DocumentId),
    /// A passage of a document.
    Place(DocumentId, Span),
    Code(CodeId),
    Coding(CodingId),
    Free,
    /// A dated entry of the research diary.
    Logbook,
}

impl MemoOn {
    /// The invariant name of the kind.
    pub fn kind(self) -> &'static str {
        match self {
            MemoOn::Project => "project",
            MemoOn::Document(_) => "document",
            MemoOn::Place(..) => "place",
            MemoOn::Code(_) => "code",
            MemoOn::Coding(_) => "coding",
            MemoOn::Free => "free",
            MemoOn::Logbook => "logbook",
        }
    }
}
