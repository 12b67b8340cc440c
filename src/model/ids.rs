//! Identifiers. Inside one file rows are known by integers, one type a noun; across files by UUID (version 7).

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+};
}

ids! {
    /// A transcript.
    DocumentId,
    /// A code of the code system.
    CodeId,
    /// One code on one span by one coder.
    CodingId,
    /// A person who codes.
    CoderId,
    /// A document's one folder.
    GroupId,
    /// Who speaks in a document.
    SpeakerId,
    /// A memo.
    MemoId,
    /// A passage in other words.
    ParaphraseId,
    /// One cell of the Summary Grid.
    SummaryId,
    /// An anchor example of the coding guide.
    AnchorId,
    /// An attribute of documents, cases or persons.
    VariableId,
    /// What groups documents: a municipality with its interviews.
    CaseId,
    /// Somebody who is interviewed.
    PersonId,
    /// A free collection of documents or of codes.
    SetId,
    /// A document's audio or video file.
    RecordingId,
    /// What a person or interview has agreed to.
    ConsentId,
    /// A single passage that was put before the person.
    ReleaseId,
    /// A version of an interview guide, or another reference document.
    ReferenceId,
    /// A text that memos begin with.
    TemplateId,
    /// What several coders agreed on for a passage.
    DecisionId,
    /// A query that is kept.
    QueryId,
    /// A state of the code system that is kept.
    VersionId,
    /// A Summary Table that is kept.
    SavedTableId,
    /// An entry of the history.
    OperationId,
}

/// A fresh UUID, version 7, as text.
pub fn new_uuid() -> String {
    uuid::Uuid::now_v7().to_string()
}
