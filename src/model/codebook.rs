//! A codebook between file and project: the JSON schema `absatz-codebook/1` and the drafts that list readers make.

use serde::{Deserialize, Serialize};

use super::codes::Guide;

/// The value of `format` in the JSON.
pub const FORMAT: &str = "absatz-codebook/1";

/// A coding guide as read from or written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Codebook {
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub name: String,
    /// `de`, `en`, or empty.
    #[serde(default)]
    pub language: String,
    pub codes: Vec<CodebookCode>,
}

/// A code with its subcodes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CodebookCode {
    /// Kept across files; none: a new one is made at import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    pub name: String,
    /// `#RRGGBB`; none: chosen at import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    #[serde(flatten)]
    pub guide: Guide,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<CodebookAnchor>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<CodebookCode>,
}

/// An anchor example: the words, and where they come from as a citation (`IP 5: 9`) where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CodebookAnchor {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    pub text: String,
    /// UUID of the document that it is from; only in a version that the project keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

impl Codebook {
    /// Codes in it, subcodes included.
    pub fn len(&self) -> usize {
        fn count(codes: &[CodebookCode]) -> usize {
            codes.iter().map(|code| 1 + count(&code.children)).sum()
        }
        count(&self.codes)
    }
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}
