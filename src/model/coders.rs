//! Coders, how far each is with a document, and whose codings count.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::documents::Document;
use super::{CoderId, DocumentId, VersionId};

/// A person who codes; or the consensus of several, which is a coder of its own kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coder {
    pub id: CoderId,
    pub uuid: String,
    pub name: String,
    pub color: String,
    pub consensus: bool,
}

/// How far a coder is with a document in a coding pass. "Judged, no code" is a document done without a coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[default]
    NotStarted,
    InProgress,
    Done,
}

impl Status {
    pub fn name(self) -> &'static str {
        match self {
            Status::NotStarted => "not-started",
            Status::InProgress => "in-progress",
            Status::Done => "done",
        }
    }
    pub fn from_name(name: &str) -> Option<Status> {
        [Status::NotStarted, Status::InProgress, Status::Done].into_iter().find(|s| s.name() == name)
    }
}

/// A coding pass: the codes of one state of the codebook over the material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    pub id: i64,
    pub name: String,
    /// The one that statuses are declared in.
    pub current: bool,
    /// The version of the codebook that its codes are of; none: nobody said.
    pub version: Option<VersionId>,
}

/// How documents to be coded twice are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Draw {
    pub count: usize,
    /// From every group its share.
    pub by_group: bool,
    pub seed: u64,
}

/// A draw that was kept: what was drawn, and from how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Drawn {
    #[serde(flatten)]
    pub draw: Draw,
    /// UUIDs, in the order of the documents.
    pub documents: Vec<String>,
    pub of: usize,
}

/// What was given to coders to code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandedOut {
    pub documents: Vec<DocumentId>,
    pub drawn: Option<Drawn>,
}

/// A coder's status in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    pub document: DocumentId,
    pub coder: CoderId,
    pub status: Status,
    /// When the status was declared.
    pub at: String,
}

/// How a coder stands to a document, as far as that may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Blind.
    Hidden,
    /// Neither given nor begun.
    Nothing,
    /// Given to the coder, or declared: not begun.
    ToDo,
    InProgress,
    Done,
}

impl Standing {
    pub fn of(status: Option<Status>) -> Standing {
        match status {
            None => Standing::Nothing,
            Some(Status::NotStarted) => Standing::ToDo,
            Some(Status::InProgress) => Standing::InProgress,
            Some(Status::Done) => Standing::Done,
        }
    }
    /// `standing-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Hidden => "hidden",
            Standing::Nothing => "nothing",
            Standing::ToDo => "to-do",
            Standing::InProgress => "in-progress",
            Standing::Done => "done",
        }
    }
}

/// How far everybody is in the current pass.
#[derive(Debug, Clone, Default)]
pub struct CoderProgress {
    pub coders: Vec<Coder>,
    /// By document, how each of the coders stands to it.
    pub rows: Vec<(Document, Vec<Standing>)>,
    /// Documents that two coders or more have, as far as that may be seen.
    pub twice: usize,
}

/// Whose codings count, document by document; every retrieval, grid, count and export answers for one.
///
/// The consensus where a document is consolidated, otherwise the coder chosen for it (by default the first who
/// declared it done), otherwise the one who reads. Coders are never added up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnalysisSet {
    pub chosen: HashMap<DocumentId, Choice>,
}

/// Whose codings count in one document, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub coder: CoderId,
    pub because: Because,
}

/// Why a coder's codings count in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Because {
    /// It is consolidated.
    Consensus,
    /// Somebody chose this coder for it.
    Chosen,
    /// The first who declared it done.
    Done,
    /// Nobody declared it done: the reader's own work so far.
    Reader,
}

impl AnalysisSet {
    /// Whether a coder's work in a document counts.
    pub fn counts(&self, document: DocumentId, coder: CoderId) -> bool {
        self.coder(document) == Some(coder)
    }
    /// The coder who counts in a document.
    pub fn coder(&self, document: DocumentId) -> Option<CoderId> {
        self.chosen.get(&document).map(|choice| choice.coder)
    }
}
