//! Codes that a coder has to look for once more in a document.

use super::{CodeId, CoderId, DocumentId};

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The code came after the document was coded.
    Added,
    /// Segments of another code went into it.
    Split,
    /// It means something else now.
    Redefined,
    /// Somebody wanted it.
    Asked,
}

impl Reason {
    pub const ALL: [Reason; 4] = [Reason::Added, Reason::Split, Reason::Redefined, Reason::Asked];
    /// As it is stored; `revisit-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Added => "added",
            Reason::Split => "split",
            Reason::Redefined => "redefined",
            Reason::Asked => "asked",
        }
    }
    pub fn from_name(name: &str) -> Reason {
        Reason::ALL.into_iter().find(|reason| reason.name() == name).unwrap_or(Reason::Asked)
    }
}

/// Work left: a coder looks for a code once more in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revisit {
    pub document: DocumentId,
    pub code: CodeId,
    pub coder: CoderId,
    pub reason: Reason,
    pub at: String,
}
