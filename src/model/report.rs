//! A written report: its paragraphs in reading order, with the notes that hang on them.

/// A report as it was read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The file's name.
    pub name: String,
    pub paragraphs: Vec<ReportParagraph>,
    /// What was left out or is odd, in words.
    pub warnings: Vec<String>,
}

/// A paragraph, heading, cell's paragraph or note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportParagraph {
    /// Where it begins: the line of a text file; in other files the number of the paragraph, empty ones aside.
    pub line: u32,
    /// Without marks of notes. A newline is one of the file where its paragraphs have several lines.
    pub text: String,
    pub place: ReportPlace,
    /// Set off as a block quotation is.
    pub indented: bool,
    /// The notes that hang on it.
    pub notes: Vec<NoteMark>,
    /// Which note it is (or a part of): as in [`NoteMark`].
    pub note: Option<usize>,
}

/// Where a paragraph stands in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReportPlace {
    #[default]
    Body,
    Heading,
    Table,
    TextBox,
    Footnote,
    Endnote,
}

/// The mark of a note in a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteMark {
    /// Byte of the text that it stands before.
    pub at: usize,
    /// The note, counted from 0 through the report.
    pub note: usize,
}

impl ReportPlace {
    /// The invariant name.
    pub fn name(self) -> &'static str {
        match self {
            ReportPlace::Body => "body",
            ReportPlace::Heading => "heading",
            ReportPlace::Table => "table",
            ReportPlace::TextBox => "text-box",
            ReportPlace::Footnote => "footnote",
            ReportPlace::Endnote => "endnote",
        }
    }
    pub fn is_note(self) -> bool {
        matches!(self, ReportPlace::Footnote | ReportPlace::Endnote)
    }
}

impl ReportParagraph {
    /// The line that a byte of the text is on.
    pub fn line_of(&self, at: usize) -> u32 {
        let before = self.text.get(..at).unwrap_or(&self.text);
        self.line + before.matches('\n').count() as u32
    }
}
