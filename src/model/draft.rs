//! What a reader makes of a file, before anything is stored.

pub use crate::error::Choice;
use serde::{Deserialize, Serialize};

pub use crate::text::recognise::{LeftOut, LeftOutReason, Side, Stamps};
pub use crate::text::speakers::{Candidate, Reason, SpeakerFound};
use crate::text::{Paragraph, ParagraphKind, Text};

/// A transcript as read: verbatim text, numbered paragraphs, and what there is to say about the reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub text: Text,
    pub paragraphs: Vec<Paragraph>,
    /// The speakers recognised, in order of first appearance.
    pub speakers: Vec<SpeakerFound>,
    /// What looked like a speaker's label and was not taken for one.
    pub candidates: Vec<Candidate>,
    /// Lines that are no paragraphs.
    pub left_out: Vec<LeftOut>,
    /// Where times stand, and what they were taken for.
    pub stamps: Stamps,
    /// Which interview of its file it is, where the file holds many.
    pub part: Option<Part>,
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
    /// What is odd and can be read otherwise with another choice.
    pub advice: Vec<Advice>,
}

/// Something odd, in words, and the choice that changes it. Each surface says how that choice is made there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub text: String,
    pub choice: Choice,
}

/// One interview of a file that holds many.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Part {
    /// From 1, in the order of the file.
    pub number: u32,
    pub name: Option<String>,
    pub group: Option<String>,
}

/// A paragraph as a preview shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Beginning {
    /// None for a heading or an empty line that gets no number.
    pub n: Option<u32>,
    pub speaker: Option<String>,
    /// Seconds.
    pub time: Option<f64>,
    pub text: String,
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
        let paragraphs = self.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Header);
        paragraphs.filter(|p| p.time.is_some() || p.end_time.is_some()).count() as u32
    }
    /// The first paragraphs, each no longer than a look needs. Lines that are none are told in `left_out`.
    pub fn begins(&self, paragraphs: usize) -> Vec<Beginning> {
        const CHARACTERS: usize = 240;
        let shown = self
            .paragraphs
            .iter()
            .filter(|p| p.kind != ParagraphKind::Header && !self.text.slice(p.span).trim().is_empty());
        shown
            .take(paragraphs)
            .map(|paragraph| {
                let whole = self.text.slice(paragraph.span).trim();
                let mut text: String = whole.chars().take(CHARACTERS).collect();
                if text.len() < whole.len() {
                    text.push('…');
                }
                Beginning {
                    n: paragraph.number,
                    speaker: paragraph.speaker.clone(),
                    time: paragraph.time.map(|ms| f64::from(ms) / 1000.0),
                    text,
                }
            })
            .collect()
    }
}
