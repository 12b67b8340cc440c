//! Lists in the main area: retrieved segments, search hits, paraphrases, and the Summary Grid.

use std::collections::BTreeSet;

use super::Cursor;
use crate::analysis::check::Finding;
use crate::analysis::grid::{Grid, Level, Part, Row};
use crate::model::codings::Segment;
use crate::model::paraphrases::Paraphrased;
use crate::model::table::Place;
use crate::model::variables::Entity;
use crate::model::{CodeId, CodingId, DocumentId};
use crate::ops::codings::Category;
use crate::ops::grid::Common;
use crate::text::Span;
use crate::tui::effect::Question;
use crate::tui::msg::{Hit, HitOf};

/// What a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListingKind {
    #[default]
    Segments,
    Hits,
    Paraphrases,
    /// Of a written report that was checked.
    Findings,
    /// Segments of a code on their way into its subcodes.
    Sorting,
}

/// One's own segments of a code, those in its subcodes among them.
#[derive(Debug)]
pub struct Sorting {
    pub code: CodeId,
    pub all: Vec<Segment>,
    /// Only those are listed that are in no subcode yet.
    pub only_open: bool,
    /// Those that the next key is about, instead of the one under the cursor.
    pub marked: BTreeSet<CodingId>,
    /// Where the last ones went.
    pub last: Option<Category>,
    /// The cursor goes there when what was sorted is read again.
    pub next: Option<CodingId>,
}

impl Default for Sorting {
    /// Of no code: nothing is being sorted.
    fn default() -> Sorting {
        let (all, marked) = (Vec::new(), BTreeSet::new());
        Sorting { code: CodeId(0), all, only_open: false, marked, last: None, next: None }
    }
}

impl Sorting {
    /// How many are in a subcode.
    pub fn sorted(&self) -> usize {
        self.all.iter().filter(|segment| segment.coding.code != self.code).count()
    }
    /// How many are in this code itself.
    pub fn in_code(&self, code: CodeId) -> usize {
        self.all.iter().filter(|segment| segment.coding.code == code).count()
    }
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
    /// Words and hits of a search that ended when one had gone on: they wait to be shown.
    pub found: Option<(String, Vec<Hit>)>,
    /// A search that is under way.
    pub search: Option<Search>,
    pub sorting: Sorting,
}

/// A search under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub query: String,
    /// When it began.
    pub since: u64,
    /// Its hits are only brought up to date: one stays where one is.
    pub again: bool,
    /// What had been pressed when it began.
    pub presses: u64,
}

impl Listing {
    pub fn len(&self) -> usize {
        match self.kind {
            ListingKind::Segments => self.segments.len(),
            ListingKind::Hits => self.hits.len(),
            ListingKind::Paraphrases => self.paraphrases.len(),
            ListingKind::Findings => self.findings.len(),
            ListingKind::Sorting => self.segments.len(),
        }
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The segment under the cursor.
    pub fn segment(&self) -> Option<&Segment> {
        match self.kind {
            // Words that a query worked out are no segment that could be changed.
            ListingKind::Segments | ListingKind::Sorting => {
                self.segments.get(self.cursor.at).filter(|segment| !segment.is_worked_out())
            }
            ListingKind::Hits | ListingKind::Paraphrases | ListingKind::Findings => None,
        }
    }
    /// The paraphrase under the cursor.
    pub fn paraphrase(&self) -> Option<&Paraphrased> {
        match self.kind {
            ListingKind::Paraphrases => self.paraphrases.get(self.cursor.at),
            ListingKind::Segments | ListingKind::Hits | ListingKind::Findings | ListingKind::Sorting => None,
        }
    }
    /// The search hit under the cursor.
    pub fn hit(&self) -> Option<&Hit> {
        self.hits.get(self.cursor.at).filter(|_| self.kind == ListingKind::Hits)
    }
    /// The finding under the cursor.
    pub fn finding(&self) -> Option<&Finding> {
        self.findings.get(self.cursor.at).filter(|_| self.kind == ListingKind::Findings)
    }
    /// The place of a line.
    pub fn place_of(&self, line: usize) -> Option<(DocumentId, Span)> {
        match self.kind {
            ListingKind::Segments | ListingKind::Sorting => {
                self.segments.get(line).map(|segment| (segment.coding.document, segment.coding.span))
            }
            ListingKind::Hits => {
                let hit = self.hits.get(line)?;
                matches!(hit.of, HitOf::Text | HitOf::Paraphrase).then_some((hit.document, hit.span))
            }
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

/// What the rows of the grid are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GridRows {
    pub unit: Entity,
    pub by: Option<Common>,
    pub together: bool,
}

/// The Summary Grid on the screen.
#[derive(Debug, Default)]
pub struct GridView {
    pub grid: Grid,
    pub subcodes: bool,
    pub arranged: GridRows,
    /// Codes stand in the lines, documents (cases, groups) in the columns.
    pub turned: bool,
    /// The line with the cursor: a row of the grid; turned, a code.
    pub rows: Cursor,
    /// The column with the cursor: a code; turned, a row of the grid.
    pub columns: Cursor,
    /// The keys go to the segments beside the cell.
    pub in_segments: bool,
    pub segment: usize,
    pub loaded: bool,
    /// How far all of it is.
    pub level: Level,
}

impl GridView {
    /// How many lines and columns there are.
    pub fn size(&self) -> (usize, usize) {
        let (rows, codes) = (self.grid.rows.len(), self.grid.codes.len());
        if self.turned { (codes, rows) } else { (rows, codes) }
    }
    /// The row and the code of a line and column.
    pub fn at(&self, line: usize, column: usize) -> Option<(&Row, CodeId)> {
        let (row, code) = if self.turned { (column, line) } else { (line, column) };
        Some((self.grid.rows.get(row)?, *self.grid.codes.get(code)?))
    }
    /// The row and the code of the cell with the cursor.
    pub fn cell(&self) -> Option<(&Row, CodeId)> {
        self.at(self.rows.at, self.columns.at)
    }
    /// What is in it, interview by interview.
    pub fn content(&self) -> Vec<Part<'_>> {
        self.cell().map(|(row, code)| self.grid.parts(row, code)).unwrap_or_default()
    }
    /// The segments in it.
    pub fn segments(&self) -> Vec<&Segment> {
        self.content().into_iter().flat_map(|part| part.segments).collect()
    }
    /// The first document of the row with the cursor.
    pub fn document(&self) -> Option<DocumentId> {
        self.cell().and_then(|(row, _)| row.documents.first().copied())
    }
    /// Puts the cursor on a row and a code.
    pub fn go_to(&mut self, row: usize, code: usize) {
        let (line, column) = if self.turned { (code, row) } else { (row, code) };
        (self.rows.at, self.columns.at) = (line, column);
    }
}
