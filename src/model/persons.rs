//! Persons: who is interviewed. A speaker of a document is one person, a person may speak in several documents.

use super::{CaseId, PersonId, SpeakerId};

/// Somebody who is interviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub uuid: String,
    /// What the researchers call the person, best a pseudonym.
    pub name: String,
    /// Set where the person's case is not that of the documents, as in a joint interview of two cases.
    pub case: Option<CaseId>,
    pub position: i64,
    /// The speakers that the person is, by document.
    pub speakers: Vec<SpeakerId>,
}
