//! Summaries: the researcher's own condensation of what one document says on one code, a cell of the Summary Grid.

use super::{CodeId, CoderId, DocumentId, SummaryId};

/// One cell's text. It belongs to exactly one (document, code) and its coder; it is never merged upward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub id: SummaryId,
    pub uuid: String,
    pub document: DocumentId,
    pub code: CodeId,
    pub coder: CoderId,
    pub text: String,
    pub changed: String,
}
