//! Variables: attributes of documents, with a working and a published value.

use serde::{Deserialize, Serialize};

use super::{DocumentId, VariableId};

/// An attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    pub id: VariableId,
    pub name: String,
    pub kind: VariableKind,
    pub position: i64,
}

/// What values a variable takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VariableKind {
    #[default]
    Text,
    Integer,
    Decimal,
    /// ISO 8601: `2026-03-01`.
    Date,
    /// Hours and minutes: `1:05`; minutes alone: `65`.
    Duration,
    /// `yes`, `no`.
    Boolean,
}

impl VariableKind {
    pub const ALL: [VariableKind; 6] = [
        VariableKind::Text,
        VariableKind::Integer,
        VariableKind::Decimal,
        VariableKind::Date,
        VariableKind::Duration,
        VariableKind::Boolean,
    ];
    pub fn name(self) -> &'static str {
        match self {
            VariableKind::Text => "text",
            VariableKind::Integer => "integer",
            VariableKind::Decimal => "decimal",
            VariableKind::Date => "date",
            VariableKind::Duration => "duration",
            VariableKind::Boolean => "boolean",
        }
    }
    pub fn from_name(name: &str) -> Option<VariableKind> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A variable's value in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableValue {
    pub variable: VariableId,
    pub document: DocumentId,
    /// As the researchers work with it.
    pub working: String,
    /// As it may be published (recoded, suppressed); none: like the working value.
    pub published: Option<String>,
}
