//! Memos: the researcher's notes on the project, a group, a case, a document, a place, a code, a coding, or free; and the
//! templates that they begin with.

use super::{CaseId, CodeId, CoderId, CodingId, DocumentId, GroupId, MemoId, TemplateId};
use crate::text::Span;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memo {
    pub id: MemoId,
    pub uuid: String,
    pub on: MemoOn,
    pub title: String,
    pub text: String,
    pub coder: CoderId,
    pub created: String,
    pub changed: String,
    /// The name of the template it was begun with.
    pub template: Option<String>,
    /// The day that a logbook entry is about, where it is not the day on which it was written.
    pub dated: Option<String>,
}

/// What a memo is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemoOn {
    Project,
    /// A document group.
    Group(GroupId),
    Case(CaseId),
    Document(DocumentId),
    /// A passage of a document.
    Place(DocumentId, Span),
    Code(CodeId),
    Coding(CodingId),
    Free,
    /// A dated entry of the research diary.
    Logbook,
}

/// The kinds of memos, invariant.
pub const KINDS: [&str; 9] =
    ["project", "group", "case", "document", "place", "code", "coding", "free", "logbook"];

impl MemoOn {
    /// The invariant name of the kind.
    pub fn kind(self) -> &'static str {
        match self {
            MemoOn::Project => "project",
            MemoOn::Group(_) => "group",
            MemoOn::Case(_) => "case",
            MemoOn::Document(_) => "document",
            MemoOn::Place(..) => "place",
            MemoOn::Code(_) => "code",
            MemoOn::Coding(_) => "coding",
            MemoOn::Free => "free",
            MemoOn::Logbook => "logbook",
        }
    }
}

/// The text of a memo, as it is written.
#[derive(Debug, Clone, Default)]
pub struct MemoText {
    pub title: String,
    pub text: String,
    /// Only said of a new memo.
    pub template: Option<String>,
    /// Only of a logbook entry. None: as it was; empty: the day on which it was written.
    pub dated: Option<String>,
}

/// A text that memos of a kind begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// None: it comes with the program.
    pub id: Option<TemplateId>,
    pub name: String,
    /// The kind of memo that it is for.
    pub kind: String,
    pub text: String,
}

/// The name of the interview protocol that comes with the program, whatever the language.
pub const PROTOCOL: &str = "protocol";
