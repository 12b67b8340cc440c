//! Reference documents: versions of the interview guide and the like. Never coded and never counted.

use super::ReferenceId;

/// What a reference document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReferenceKind {
    /// An interview guide: interviews were led by it, and it asks about codes.
    #[default]
    Guide,
    Other,
}

impl ReferenceKind {
    pub fn name(self) -> &'static str {
        match self {
            ReferenceKind::Guide => "guide",
            ReferenceKind::Other => "other",
        }
    }
    pub fn from_name(name: &str) -> ReferenceKind {
        if name == "other" { ReferenceKind::Other } else { ReferenceKind::Guide }
    }
}

/// A reference document without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub id: ReferenceId,
    pub uuid: String,
    pub kind: ReferenceKind,
    pub name: String,
    /// Empty where there is only one.
    pub version: String,
    pub source_name: String,
    pub source_sha256: String,
    pub imported: String,
}

impl Reference {
    /// As a person types it: `Leitfaden`, `Leitfaden:2`.
    pub fn typed(&self) -> String {
        match self.version.as_str() {
            "" => self.name.clone(),
            version => format!("{}:{version}", self.name),
        }
    }
}

/// Which stage of the study an interview belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stage {
    #[default]
    Main,
    Pretest,
}

impl Stage {
    pub fn name(self) -> &'static str {
        match self {
            Stage::Main => "main",
            Stage::Pretest => "pretest",
        }
    }
    pub fn from_name(name: &str) -> Stage {
        if name == "pretest" { Stage::Pretest } else { Stage::Main }
    }
}
