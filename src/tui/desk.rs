//! What the work at the desk asks of the worker.

use crate::model::{CodeId, CodingId, OperationId};
use crate::ops::codings::Category;

/// Reads and operations.
#[derive(Debug, Clone)]
pub enum Ask {
    /// Where an operation of the history was done.
    Whereabouts(OperationId),
    /// Reads what is to be sorted.
    ToSort(CodeId),
    /// Puts segments under another code. With whether what was coded before is to be revisited for a new one.
    Sort { segments: Vec<CodingId>, into: Category, mark: bool },
}
