//! Summaries: the researcher's own condensation of what one document says on one code, a cell of the Summary Grid; what
//! is known of cells without segments; and the condensations of documents, codes and cases at the grid's edges.

use super::{CaseId, CodeId, CoderId, DocumentId, SummaryId};
use crate::tr;

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

/// What a coder found out about a cell without segments. Without any of these it is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellState {
    /// The guide had no such question for this interview, or it was left out.
    NotAsked,
    /// Asked, and not answered.
    NoAnswer,
    /// There is nothing relevant.
    Nothing,
}

impl CellState {
    pub const ALL: [CellState; 3] = [CellState::NotAsked, CellState::NoAnswer, CellState::Nothing];
    /// As it is stored.
    pub fn name(self) -> &'static str {
        match self {
            CellState::NotAsked => "not-asked",
            CellState::NoAnswer => "no-answer",
            CellState::Nothing => "nothing",
        }
    }
    pub fn from_name(name: &str) -> Option<CellState> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
    /// In the reader's language.
    pub fn words(self) -> String {
        tr!(&format!("cell-state-{}", self.name()))
    }
}

/// The state of one cell, as one coder says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateOf {
    pub document: DocumentId,
    pub code: CodeId,
    pub coder: CoderId,
    pub state: CellState,
}

/// What a condensation is about: a row or a column of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condensed {
    Document(DocumentId),
    Code(CodeId),
    Case(CaseId),
}

/// A text of its own on a document, a code or a case. It is not computed from summaries and replaces none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condensation {
    pub on: Condensed,
    pub uuid: String,
    pub coder: CoderId,
    pub text: String,
    pub changed: String,
}
