//! Lists in the main area: retrieved segments, search hits, paraphrases, and the Summary Grid.

use super::Cursor;
use crate::analysis::check::Finding;
use crate::analysis::grid::{Grid, GridCell};
use crate::model::codings::Segment;
use crate::model::paraphrases::Paraphrased;
use crate::model::table::Place;
use crate::model::{CodeId, DocumentId};
use crate::text::Span;
use crate::tui::effect::Question;
use crate::tui::msg::Hit;

/// What a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListingKind {
    #[default]
    Segments,
    Hits,
    Paraphrases,
    /// Of a written report that was checked.
    Findings,
}

/// Retrieved segments, search hits or paraphrases.
#[derive(Debug, Default)]
pub struct Listing {
    pub kind: ListingKind,
    pub cursor: Cursor,
    /// Whose segments these are; none where they answer a query.
    pub code: Option<CodeId>,
    /// The query that they answer.
    pub asked: Option<Question>,
    pub subcodes: bool,
    /// Or of which cell of a table: its words, and the places that it stands on.
    pub cell: Option<(String, Vec<Place>)>,
    pub segments: Vec<Segment>,
    pub notes: Vec<String>,
    /// What the hits were searched by.
    pub query: String,
    pub hits: Vec<Hit>,
    /// Those that fit the filter; without words all.
    pub paraphrases: Vec<Paraphrased>,
    pub filter: String,
    /// Those that are shown.
    pub findings: Vec<Finding>,
    /// A search that is under way.
    pub search: Option<Search>,
}

/// A search under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub query: String,
    /// When it began.
    pub since: u64,
    /// Its hits are only brought up to date: one stays where one is.
    pub again: bool,
}

impl Listing {
    pub fn len(&self) -> usize {
        match self.kind {
            ListingKind::Segments => self.segments.len(),
            ListingKind::Hits => self.hits.len(),
            ListingKind::Paraphrases => self.paraphrases.len(),
            ListingKind::Findings => self.findings.len(),
        }
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The segment under the cursor.
    pub fn segment(&self) -> Option<&Segment> {
        match self.kind {
            // Words that a query worked out are no segment that could be changed.
            ListingKind::Segments => {
                self.segments.get(self.cursor.at).filter(|segment| !segment.is_worked_out())
            }
            ListingKind::Hits | ListingKind::Paraphrases | ListingKind::Findings => None,
        }
    }
    /// The paraphrase under the cursor.
    pub fn paraphrase(&self) -> Option<&Paraphrased> {
        match self.kind {
            ListingKind::Paraphrases => self.paraphrases.get(self.cursor.at),
            ListingKind::Segments | ListingKind::Hits | ListingKind::Findings => None,
        }
    }
    /// The finding under the cursor.
    pub fn finding(&self) -> Option<&Finding> {
        self.findings.get(self.cursor.at).filter(|_| self.kind == ListingKind::Findings)
    }
    /// The place of a line.
    pub fn place_of(&self, line: usize) -> Option<(DocumentId, Span)> {
        match self.kind {
            ListingKind::Segments => {
                self.segments.get(line).map(|segment| (segment.coding.document, segment.coding.span))
            }
            ListingKind::Hits => self.hits.get(line).map(|hit| (hit.document, hit.span)),
            ListingKind::Paraphrases => {
                let one = &self.paraphrases.get(line)?.paraphrase;
                Some((one.document, one.span?))
            }
            ListingKind::Findings => self.findings.get(line)?.target,
        }
    }
    /// The place under the cursor.
    pub fn place(&self) -> Option<(DocumentId, Span)> {
        self.place_of(self.cursor.at)
    }
}

/// The Summary Grid on the screen.
#[derive(Debug, Default)]
pub struct GridView {
    pub grid: Grid,
    pub subcodes: bool,
    /// Rows: documents.
    pub rows: Cursor,
    /// Columns: codes.
    pub columns: Cursor,
    /// The keys go to the segments beside the cell.
    pub in_segments: bool,
    pub segment: usize,
    pub loaded: bool,
}

impl GridView {
    /// The document and code of the cell with the cursor.
    pub fn cell(&self) -> Option<(DocumentId, CodeId)> {
        Some((*self.grid.documents.get(self.rows.at)?, *self.grid.codes.get(self.columns.at)?))
    }
    /// What is in it.
    pub fn content(&self) -> Option<&GridCell> {
        let (document, code) = self.cell()?;
        self.grid.cell(document, code)
    }
}
