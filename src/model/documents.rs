//! Documents: transcripts with label, title, group and paragraphs.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::guides::Stage;
use super::{DocumentId, GroupId, PersonId, ReferenceId, SpeakerId};
use crate::error::{Error, Result};
use crate::text::places::NOT_IN_LABELS;
use crate::text::{Paragraph, Text};
use crate::tr;

/// A document without its text, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    pub uuid: String,
    /// What a citation names: the `5` of `IP 5`.
    pub label: String,
    pub title: String,
    pub group: Option<String>,
    pub position: i64,
    /// Numbered paragraphs.
    pub paragraphs: u32,
    pub words: u32,
    /// Code points.
    pub characters: u32,
    pub source_name: String,
    /// Of the imported file's bytes.
    pub source_sha256: String,
    pub reader: String,
    pub encoding: Option<String>,
    pub imported: String,
    /// The interview guide that it was led by, of those kept in the study.
    pub guide: Option<ReferenceId>,
    pub stage: Stage,
    /// Whether the coders see each other's work on it, whatever the study as a whole has decided.
    pub released: bool,
}

/// A document's one folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub position: i64,
}

/// A document's text and paragraphs, shared between threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    pub document: DocumentId,
    pub text: Arc<Text>,
    pub paragraphs: Arc<[Paragraph]>,
}

/// Who speaks in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    pub id: SpeakerId,
    pub document: DocumentId,
    pub label: String,
    pub role: Role,
    /// Who it is; never for an interviewer.
    pub person: Option<PersonId>,
}

/// A speaker's part in the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Interviewer,
    Interviewee,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Role::Interviewer => "interviewer",
            Role::Interviewee => "interviewee",
        }
    }
    pub fn from_name(name: &str) -> Role {
        if name == "interviewer" { Role::Interviewer } else { Role::Interviewee }
    }
}

/// Checks a label: not empty, one line, none of the characters that citations are written with.
pub fn check_label(label: &str) -> Result<&str> {
    let label = label.trim();
    let bad = label.chars().find(|c| NOT_IN_LABELS.contains(*c) || c.is_control());
    match bad {
        _ if label.is_empty() => Err(Error::invalid(tr!("error-label-empty"))),
        Some(c) => Err(Error::invalid(tr!(
            "error-label-character",
            label = label.to_owned(),
            character = c.to_string()
        ))
        .hint(tr!("hint-label"))),
        None => Ok(label),
    }
}

/// The label that a file name suggests: `IP05.docx` is `5`, `Interview 12 (final).txt` is `12`, `Pretest.txt` is
/// `Pretest`. `word` is the project's citation word.
pub fn label_from_file_name(name: &str, word: &str) -> String {
    label_from_name(name.rsplit_once('.').map_or(name, |(stem, _)| stem), word)
}

/// The label that a name without a file's ending suggests: `IP 05` is `5`.
pub fn label_from_name(name: &str, word: &str) -> String {
    let stem = name.trim();
    let words = [word, "interview", "transkript", "transcript", "ip", "int", "i", "b"];
    let lower = stem.to_lowercase();
    for word in words.iter().map(|word| word.to_lowercase()).filter(|word| !word.is_empty()) {
        if let Some(rest) = lower.strip_prefix(&word) {
            let rest = rest.trim_start_matches([' ', '_', '-', '.']);
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let next = rest[digits.len()..].chars().next();
            if !digits.is_empty() && !next.is_some_and(char::is_alphanumeric) {
                return unpadded(&digits);
            }
        }
    }
    if !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit()) {
        return unpadded(stem);
    }
    let clean: String = stem
        .chars()
        .map(|c| if NOT_IN_LABELS.contains(c) || c.is_control() { ' ' } else { c })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if clean.is_empty() { "1".to_owned() } else { clean }
}

fn unpadded(digits: &str) -> String {
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() { "0".to_owned() } else { bare.to_owned() }
}

/// How much of the work on a document there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WorkOn {
    pub codings: u32,
    pub memos: u32,
    pub summaries: u32,
    pub paraphrases: u32,
}
