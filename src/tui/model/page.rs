//! Texts to be read.

/// How a line to be read is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Name,
    Plain,
    Dim,
    Good,
    Warning,
    Error,
}

/// A text to be read.
#[derive(Debug)]
pub struct Page {
    pub title: String,
    pub lines: Vec<(Tone, String)>,
    /// The first line in sight.
    pub top: usize,
}
