//! What the work at the desk asks of the worker.

use std::path::PathBuf;

use crate::model::codes::Anchor;
use crate::model::{CodeId, CodingId, DocumentId, OperationId, PersonId};
use crate::ops::codings::Category;
use crate::text::Span;

/// Reads and operations.
#[derive(Debug, Clone)]
pub enum Ask {
    /// Where an operation of the history was done.
    Whereabouts(OperationId),
    /// Looks whether the file is whole, and for what is odd.
    Doctor,
    /// Writes a copy of the project.
    Backup(PathBuf),
    /// Reads what of consent could be taken out.
    Consents(DocumentId),
    RemoveConsent(DocumentId, Option<PersonId>),
    /// Takes names and their replacements from a file.
    ImportNames(PathBuf),
    SetTemplate {
        /// What it was called, where it was there.
        of: Option<String>,
        name: String,
        kind: String,
        text: String,
    },
    RemoveTemplate(String),
    /// Reads the anchor examples of a code.
    Anchors(CodeId),
    RemoveAnchor(Anchor),
    /// Applies codes to many passages, as one operation.
    ApplyAll {
        passages: Vec<(DocumentId, Span)>,
        codes: Vec<CodeId>,
    },
    /// The documents that lists of segments answer for from now on; none: all.
    Activate(Option<Vec<DocumentId>>),
    /// Reads for which documents a condition holds.
    Where(String),
    /// Reads what is to be sorted.
    ToSort(CodeId),
    /// Puts segments under another code. With whether what was coded before is to be revisited for a new one.
    Sort {
        segments: Vec<CodingId>,
        into: Category,
        mark: bool,
    },
}
