//! Sets: free collections of documents, or of codes.

use super::{CodeId, DocumentId, SetId};

/// A collection with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    pub id: SetId,
    pub uuid: String,
    /// Unique over both kinds of sets.
    pub name: String,
    pub position: i64,
    pub members: Members,
}

/// What a set collects. The ids of sets count apart in both kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetOf {
    Documents,
    Codes,
}

impl SetOf {
    pub const ALL: [SetOf; 2] = [SetOf::Documents, SetOf::Codes];
    pub fn name(self) -> &'static str {
        match self {
            SetOf::Documents => "documents",
            SetOf::Codes => "codes",
        }
    }
}

/// The members of a set, in the order of the documents or of the code tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Members {
    Documents(Vec<DocumentId>),
    Codes(Vec<CodeId>),
}

impl Members {
    pub fn of(&self) -> SetOf {
        match self {
            Members::Documents(_) => SetOf::Documents,
            Members::Codes(_) => SetOf::Codes,
        }
    }
    pub fn len(&self) -> usize {
        match self {
            Members::Documents(ids) => ids.len(),
            Members::Codes(ids) => ids.len(),
        }
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The members as the store knows them.
    pub fn ids(&self) -> Vec<i64> {
        match self {
            Members::Documents(ids) => ids.iter().map(|id| id.0).collect(),
            Members::Codes(ids) => ids.iter().map(|id| id.0).collect(),
        }
    }
    pub fn from_ids(of: SetOf, ids: impl IntoIterator<Item = i64>) -> Members {
        match of {
            SetOf::Documents => Members::Documents(ids.into_iter().map(DocumentId).collect()),
            SetOf::Codes => Members::Codes(ids.into_iter().map(CodeId).collect()),
        }
    }
}
