//! Versions of the code system: states that are kept under a name, so that it can be said what has changed since.

use super::{CoderId, VersionId};

/// A state of the code system that is kept. It belongs to the study and not to a coder: it judges nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub uuid: String,
    /// Unique, letter case aside.
    pub name: String,
    pub at: String,
    /// Who kept it.
    pub coder: CoderId,
    /// Why.
    pub reason: String,
    /// The hash of its text.
    pub book: String,
}

/// One of two states that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Kept(VersionId),
    Now,
}
