//! A paragraph as a word processor's file has it, with where it stands: transcripts need less of it than reports.

use crate::model::report::{NoteMark, ReportPlace};
use crate::text::recognise::Block;

/// A paragraph with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    pub block: Block,
    pub place: ReportPlace,
    pub indented: bool,
    pub marks: Vec<NoteMark>,
    /// Which note it is a part of.
    pub note: Option<usize>,
}

impl Written {
    pub fn in_note(mut self, note: usize, at_end: bool) -> Written {
        self.note = Some(note);
        self.place = if at_end { ReportPlace::Endnote } else { ReportPlace::Footnote };
        self
    }
}

impl From<Written> for Block {
    fn from(written: Written) -> Block {
        written.block
    }
}
