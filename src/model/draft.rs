//! What a reader makes of a file, before anything is stored.

pub use crate::text::speakers::SpeakerFound;
use crate::text::{Paragraph, Text};

/// A transcript as read: verbatim text, numbered paragraphs, and what there is to say about the reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub text: Text,
    pub paragraphs: Vec<Paragraph>,
    /// The speakers recognised, in order of first appearance.
    pub speakers: Vec<SpeakerFound>,
    /// The reader's name: `docx`, `vtt` …
    pub reader: &'static str,
    /// Raised when a reader would read the same bytes differently.
    pub reader_version: u32,
    /// The encoding of a text file, as its WHATWG name: `UTF-8`, `windows-1252`.
    pub encoding: Option<String>,
    /// The options it was read with, stored with the document.
    pub options: serde_json::Value,
    /// What was left out or is odd, in words, most important first.
    pub warnings: Vec<String>,
}

impl Draft {
    /// Numbered paragraphs.
    pub fn numbered(&self) -> u32 {
        self.paragraphs.iter().filter(|p| p.number.is_some()).count() as u32
    }
    /// Words of the text as stored.
    pub fn words(&self) -> u32 {
        crate::text::spans::count_words(self.text.as_str())
    }
    /// Paragraphs with a time.
    pub fn timed(&self) -> u32 {
        self.paragraphs.iter().filter(|p| p.time.is_some() || p.end_time.is_some()).count() as u32
    }
}
