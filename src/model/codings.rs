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
