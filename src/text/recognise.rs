//! From the blocks that a reader found to a text with numbered paragraphs, speakers and times.

use super::Text;
use super::paragraphs::{self, Kind, Numbering, Paragraph};

/// One line or paragraph of a file as its reader hands it over: verbatim, without newline characters (a soft break is
/// U+2028). What the file says in its markup (a cue's time, a `<v Name>`) is in the fields, not in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    pub text: String,
    pub kind: Kind,
    pub speaker: Option<String>,
    /// Milliseconds.
    pub time: Option<u32>,
    /// Milliseconds.
    pub end_time: Option<u32>,
}

/// What to recognise and how to number; stored with the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    pub numbering: Numbering,
}

/// What was recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognised {
    pub text: Text,
    pub paragraphs: Vec<Paragraph>,
}

/// Joins the blocks with newlines, marks labels, times and headers, and numbers the paragraphs.
pub fn recognise(blocks: &[Block], options: &Options) -> Recognised {
    let joined = blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n");
    let text = Text::new(joined);
    let paragraphs = paragraphs::number(paragraphs::lines(&text), options.numbering);
    Recognised { text, paragraphs }
}
