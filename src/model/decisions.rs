//! Decisions of the consolidation: what several coders had on a passage, what they agreed on, and why.

use super::{CodeId, CoderId, DecisionId, DocumentId};
use crate::text::Span;

/// How a passage was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// What one coder has.
    One,
    /// What all have, together.
    All,
    /// Nothing of it.
    None,
    /// Coded anew: other codes, another passage.
    Anew,
    /// A rule for small differences of boundaries.
    Rule,
    /// All had the same.
    Agreed,
}

impl Outcome {
    pub const ALL: [Outcome; 6] =
        [Outcome::One, Outcome::All, Outcome::None, Outcome::Anew, Outcome::Rule, Outcome::Agreed];
    /// As it is stored, and as scripts read it.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::One => "one",
            Outcome::All => "all",
            Outcome::None => "none",
            Outcome::Anew => "anew",
            Outcome::Rule => "rule",
            Outcome::Agreed => "agreed",
        }
    }
    pub fn from_name(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// What a side of a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A coder had it, and it was not taken.
    Compared,
    /// A coder had it, and it was taken.
    Taken,
    /// What the consensus got.
    Result,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Role::Compared => "compared",
            Role::Taken => "taken",
            Role::Result => "result",
        }
    }
    pub fn from_name(name: &str) -> Option<Role> {
        [Role::Compared, Role::Taken, Role::Result].into_iter().find(|role| role.name() == name)
    }
}

/// A coding as it was when it was decided. A coder who was compared and had nothing has a side without a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub role: Role,
    pub coder: CoderId,
    /// None where the coder had nothing, or where the code is gone since.
    pub code: Option<CodeId>,
    /// The code's path then; empty where the coder had nothing.
    pub path: String,
    pub span: Span,
    /// UUID of the coding, or of the one that it was united with since; empty where the coder had nothing.
    pub coding: String,
}

impl Side {
    /// The coder looked and coded nothing.
    pub fn is_nothing(&self) -> bool {
        self.path.is_empty()
    }
}

/// A decision as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub id: DecisionId,
    pub uuid: String,
    pub document: DocumentId,
    /// The passage that was looked at.
    pub span: Span,
    pub outcome: Outcome,
    pub reason: String,
    /// Who sat at the keyboard.
    pub coder: CoderId,
    pub at: String,
    pub sides: Vec<Side>,
}

impl Decision {
    /// What the coders had.
    pub fn originals(&self) -> impl Iterator<Item = &Side> {
        self.sides.iter().filter(|side| side.role != Role::Result)
    }
    /// What the consensus got.
    pub fn results(&self) -> impl Iterator<Item = &Side> {
        self.sides.iter().filter(|side| side.role == Role::Result)
    }
}
