//! The Summary Grid: documents (or cases, persons, groups of documents) × codes; a cell has the coded segments of that
//! code and the summary, or what is known of it where it has neither.
//!
//! What is written belongs to one document and one code, whatever the rows are: the row of a case shows its interviews
//! one after the other, each text with its interview behind it.

mod table;

use std::collections::{BTreeSet, HashMap};

pub use self::table::{Attributes, Shown, levels, table, waiting};
use crate::model::codes::CodeTree;
use crate::model::codings::Segment;
use crate::model::summaries::{CellState, Condensation, Condensed, StateOf, Summary};
use crate::model::variables::Entity;
use crate::model::{CaseId, CodeId, DocumentId, PersonId};

/// The grid as data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    pub rows: Vec<Row>,
    /// What the rows are, but where nothing of that kind is known of a document.
    pub unit: Entity,
    pub codes: Vec<CodeId>,
    /// Cells also show the segments of their code's subcodes.
    pub with_subcodes: bool,
    /// By which the rows are arranged or put together, in words.
    pub by: Option<String>,
    /// That is the value of a variable.
    pub by_value: bool,
    cells: HashMap<(DocumentId, CodeId), GridCell>,
    condensed: HashMap<Condensed, Condensation>,
    /// Whose codings and summaries these are, in words.
    pub notes: Vec<String>,
    /// And by document, the coder's name.
    pub coders: HashMap<DocumentId, String>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub of: RowOf,
    /// Invariant: a document's label, or the name.
    pub key: String,
    /// `IP 5`, or the name.
    pub name: String,
    /// Of a document its title, else its interviews.
    pub title: String,
    /// The document's group, or those of the interviews.
    pub group: String,
    /// What the row stands under where rows are arranged: its key and in words.
    pub class: Option<(String, String)>,
    /// In their order.
    pub documents: Vec<DocumentId>,
    /// Of a person: under which labels they speak.
    pub speaks: HashMap<DocumentId, Vec<String>>,
}

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOf {
    Document(DocumentId),
    Case(CaseId),
    Person(PersonId),
    /// Documents that have something in common.
    Class,
}

/// What a document has of a code. With segments and no summary it is work left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridCell {
    /// In text order.
    pub segments: Vec<Segment>,
    pub summary: Option<Summary>,
    /// As it was noted; it says something only where there are no segments.
    pub state: Option<CellState>,
}

/// What a row has of a code in one of its documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<'a> {
    pub document: DocumentId,
    pub segments: Vec<&'a Segment>,
    pub summary: Option<&'a Summary>,
    /// Where the document has no segments.
    pub state: Option<CellState>,
}

impl Part<'_> {
    /// Segments wait for a summary.
    pub fn waits(&self) -> bool {
        !self.segments.is_empty() && self.summary.is_none()
    }
    /// Nothing is there, and nothing is said of it.
    pub fn is_bare(&self) -> bool {
        self.segments.is_empty() && self.summary.is_none() && self.state.is_none()
    }
}

/// How far cells are. A cell is a document and a code, whatever the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Level {
    pub cells: usize,
    pub summarised: usize,
    /// With segments, and without a summary.
    pub waiting: usize,
    /// Without segments, in the order of [`CellState::ALL`].
    pub states: [usize; 3],
    /// With nothing at all.
    pub bare: usize,
}

impl Level {
    fn add(&mut self, part: &Part<'_>) {
        self.cells += 1;
        self.summarised += usize::from(part.summary.is_some());
        self.waiting += usize::from(part.waits());
        self.bare += usize::from(part.is_bare());
        for (count, state) in self.states.iter_mut().zip(CellState::ALL) {
            *count += usize::from(part.state == Some(state));
        }
    }
}

/// What was read for a grid.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    pub segments: Vec<Segment>,
    pub summaries: Vec<Summary>,
    pub states: Vec<StateOf>,
    pub condensed: Vec<Condensation>,
}

impl Grid {
    /// Puts segments, summaries and states in their cells. With `subcodes`, a code's cell also shows the segments of its
    /// subcodes at any depth; summaries always belong to exactly one code and never move upward.
    pub fn new(rows: Vec<Row>, codes: Vec<CodeId>, contents: Contents, subcodes: Option<&CodeTree>) -> Grid {
        // For each code of a segment, the columns that show it.
        let mut columns: HashMap<CodeId, Vec<CodeId>> = HashMap::new();
        for &code in &codes {
            match subcodes {
                Some(tree) => {
                    for below in tree.subtree(code) {
                        columns.entry(below.code.id).or_default().push(code);
                    }
                }
                None => columns.entry(code).or_default().push(code),
            }
        }
        let shown: BTreeSet<CodeId> = codes.iter().copied().collect();
        let mut cells: HashMap<(DocumentId, CodeId), GridCell> = HashMap::new();
        for segment in contents.segments {
            let Some(shown) = columns.get(&segment.coding.code) else { continue };
            for &code in shown {
                cells.entry((segment.coding.document, code)).or_default().segments.push(segment.clone());
            }
        }
        for summary in contents.summaries.into_iter().filter(|one| shown.contains(&one.code)) {
            let key = (summary.document, summary.code);
            cells.entry(key).or_default().summary = Some(summary);
        }
        for one in contents.states.into_iter().filter(|one| shown.contains(&one.code)) {
            cells.entry((one.document, one.code)).or_default().state = Some(one.state);
        }
        for cell in cells.values_mut() {
            cell.segments.sort_by_key(|segment| (segment.coding.span, segment.coding.id));
        }
        let condensed = contents.condensed.into_iter().map(|one| (one.on, one)).collect();
        let with_subcodes = subcodes.is_some();
        Grid { rows, codes, with_subcodes, cells, condensed, ..Grid::default() }
    }

    /// The same rows and codes without what anybody wrote or coded.
    pub fn emptied(self) -> Grid {
        Grid { cells: HashMap::new(), condensed: HashMap::new(), ..self }
    }
    /// What a document has of a code; none where there is nothing.
    pub fn cell(&self, document: DocumentId, code: CodeId) -> Option<&GridCell> {
        self.cells.get(&(document, code))
    }
    /// The text on a document, a code or a case.
    pub fn condensed(&self, on: Condensed) -> Option<&Condensation> {
        self.condensed.get(&on)
    }
    /// The documents of all rows, each once.
    pub fn documents(&self) -> Vec<DocumentId> {
        let mut seen = BTreeSet::new();
        let all = self.rows.iter().flat_map(|row| row.documents.iter().copied());
        all.filter(|document| seen.insert(*document)).collect()
    }
    /// What a row has of a code, document by document.
    pub fn parts(&self, row: &Row, code: CodeId) -> Vec<Part<'_>> {
        row.documents.iter().map(|&document| self.part(Some(row), document, code)).collect()
    }
    /// What a document has of a code; of a person's row, only the passages in which they speak.
    fn part(&self, row: Option<&Row>, document: DocumentId, code: CodeId) -> Part<'_> {
        let speaks = row.and_then(|row| row.speaks.get(&document));
        let Some(cell) = self.cell(document, code) else {
            return Part { document, segments: Vec::new(), summary: None, state: None };
        };
        let wanted = |segment: &&Segment| {
            speaks.is_none_or(|labels| segment.speakers.iter().any(|label| labels.contains(label)))
        };
        Part {
            document,
            segments: cell.segments.iter().filter(wanted).collect(),
            summary: cell.summary.as_ref(),
            state: cell.state.filter(|_| cell.segments.is_empty()),
        }
    }
    /// How far a row is.
    pub fn row_level(&self, row: &Row) -> Level {
        let mut level = Level::default();
        for &code in &self.codes {
            self.parts(row, code).iter().for_each(|part| level.add(part));
        }
        level
    }
    /// How far a column is; each document counts once.
    pub fn column_level(&self, code: CodeId) -> Level {
        let mut level = Level::default();
        self.documents().into_iter().for_each(|document| level.add(&self.part(None, document, code)));
        level
    }
    /// How far all of it is; each cell counts once, though it be in two rows.
    pub fn level(&self) -> Level {
        let mut level = Level::default();
        for document in self.documents() {
            self.codes.iter().for_each(|&code| level.add(&self.part(None, document, code)));
        }
        level
    }
    /// The cells with segments and no summary, by document.
    fn waiting(&self) -> impl Iterator<Item = (Part<'_>, CodeId)> {
        let cells = self.documents().into_iter().flat_map(move |document| {
            self.codes.iter().map(move |&code| (self.part(None, document, code), code))
        });
        cells.filter(|(part, _)| part.waits())
    }
}
