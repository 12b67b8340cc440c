//! How a transcript is to be read, and what there is to say of how it was.

use serde::{Deserialize, Serialize};

use super::lines::Join;
use super::paragraphs::Numbering;

/// What to recognise and how to number; stored with the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Options {
    pub numbering: Numbering,
    /// Recognise speaker labels.
    pub labels: bool,
    /// Recognise timestamps.
    pub times: bool,
    /// Cut labels out of the text instead of marking them.
    pub strip_labels: bool,
    /// Cut timestamps out of the text instead of marking them.
    pub strip_times: bool,
    /// Whether stamps are starts or ends; none: whichever most of the document's are.
    pub stamps: Option<Side>,
    /// The only labels that count; none: find them.
    pub speakers: Option<Vec<String>>,
    /// Labels that count whatever they look like, beside those that are found.
    pub also_speakers: Vec<String>,
    /// What looks like a label and is none.
    pub not_speakers: Vec<String>,
    /// Who asks; none: by the label.
    pub interviewers: Option<Vec<String>>,
    pub join_lines: Join,
}

/// Where in a paragraph a stamp stands, and so what it says: when the paragraph starts, or when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Start,
    End,
}

impl Side {
    pub fn name(self) -> &'static str {
        match self {
            Side::Start => "start",
            Side::End => "end",
        }
    }
}

/// A line that is no paragraph, or was not taken over, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The line, cut where it is very long.
    pub text: String,
    pub reason: LeftOutReason,
}

/// Why a line is no paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutReason {
    /// A speaker, with or without a time: it opens the paragraph that follows.
    Speaker,
    /// A time alone: it is the time of a paragraph beside it.
    Time,
    /// The program that transcribed wrote it about itself.
    Tool,
    /// The file's own header.
    File,
    /// It separates the interviews of a file.
    Split,
}

impl LeftOutReason {
    /// The invariant name; `left-out-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            LeftOutReason::Speaker => "speaker",
            LeftOutReason::Time => "time",
            LeftOutReason::Tool => "tool",
            LeftOutReason::File => "file",
            LeftOutReason::Split => "split",
        }
    }
}

impl LeftOut {
    pub fn new(text: &str, reason: LeftOutReason) -> LeftOut {
        LeftOut { text: text.trim().chars().take(200).collect(), reason }
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            numbering: Numbering::default(),
            labels: true,
            times: true,
            strip_labels: false,
            strip_times: false,
            stamps: None,
            speakers: None,
            also_speakers: Vec::new(),
            not_speakers: Vec::new(),
            interviewers: None,
            join_lines: Join::default(),
        }
    }
}

/// Where the stamps of a document stand, and what they were taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamps {
    pub starts: u32,
    pub ends: u32,
    /// Alone on a line.
    pub alone: u32,
    /// None where there are none.
    pub are: Option<Side>,
    /// They are times of day; paragraph times are counted from this one, in milliseconds.
    pub clock: Option<u32>,
}
