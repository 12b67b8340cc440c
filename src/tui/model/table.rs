//! Any table on the screen, and what of a data sheet can be edited in it.

use super::Cursor;
use super::counted::Counted;
use crate::analysis::differences::Only;
use crate::model::chart::Chart;
use crate::model::documents::Speaker;
use crate::model::history::Matter;
use crate::model::sets::SetOf;
use crate::model::summaries::Condensed;
use crate::model::table::{Cell, Table, Value};
use crate::model::variables::{Entity, Owner, Variable};
use crate::model::{
    CaseId, CodeId, CoderId, DocumentId, GroupId, MemoId, OperationId, PersonId, SavedTableId, SetId,
    VariableId, VersionId,
};
use crate::ops::material::SampleQuery;
use crate::text::citations::compare_labels;
use crate::tui::bridge::saved_tables::Keep;
use crate::tui::effect::Question;

/// Which table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// Documents, cases or persons with their variables; with `published` what may be published beside each.
    Sheet {
        entity: Entity,
        published: bool,
    },
    Sets,
    Sample(SampleBy),
    Overview {
        published: bool,
    },
    Interviewees,
    Method,
    /// Where coders differ; made from what the workbench has read, not by the worker.
    Differences(Only),
    /// How far every coder is with every document.
    Coders,
    /// Codes to revisit.
    Revisit,
    /// Versions of the codebook.
    Versions,
    /// What has changed between two; none: to now.
    Changes {
        before: VersionId,
        after: Option<VersionId>,
    },
    /// How far they agree; computed for all views at once.
    Agreement(AgreementBy),
    /// What codings and words amount to.
    Counted(Counted),
    /// Of which documents, cases or persons nothing answers a query.
    Without {
        question: Question,
        by: Entity,
    },
    /// Who did what, and when.
    History(HistoryBy),
    Memos(MemosBy),
    /// The entries of the research diary.
    Logbook,
    /// A Summary Table; turned: the other way round than it was kept.
    Saved {
        id: SavedTableId,
        turned: bool,
    },
}

/// Which entries of the history are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HistoryBy {
    pub coder: Option<CoderId>,
    pub document: Option<DocumentId>,
    pub code: Option<CodeId>,
    pub matter: Option<Matter>,
}

/// Which memos are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemosBy {
    pub kind: Option<&'static str>,
    pub coder: Option<CoderId>,
    pub document: Option<DocumentId>,
    pub code: Option<CodeId>,
    /// With these words; empty: whatever they say.
    pub text: String,
}

/// What a view of the agreement has a row for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementBy {
    Code,
    Document,
    Pair,
    Overall,
    /// Codes of the one coder against those of the other.
    Confusion,
}

impl AgreementBy {
    pub const ALL: [AgreementBy; 5] = [
        AgreementBy::Code,
        AgreementBy::Document,
        AgreementBy::Pair,
        AgreementBy::Overall,
        AgreementBy::Confusion,
    ];
}

/// What the sample table counts, and by which variables; none in the rows: the usual ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SampleBy {
    pub unit: Entity,
    /// The second is inside the first.
    pub rows: [Option<VariableId>; 2],
    pub columns: Option<VariableId>,
    pub published: bool,
}

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOf {
    Owner(Owner),
    Set(SetOf, SetId),
    /// A difference of coders, as the comparison on the screen counts.
    Difference(usize),
    /// A document, and how far everybody is with it.
    Standing(DocumentId),
    /// A code to revisit in a document.
    Revisit(DocumentId, CodeId),
    /// Figures, and the differences that they count.
    Judged(Only),
    /// An entry of the history.
    Operation(OperationId),
    Memo(MemoId),
    Version(VersionId),
    Nobody,
}

/// What a column of a data sheet holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnOf {
    /// Label, title, case: by the column's key.
    Attribute,
    /// What the second coder has, in the confusion matrix; none: nothing.
    Code(Option<CodeId>),
    Value {
        variable: Variable,
        published: bool,
    },
}

/// A table as it was read, with what editing needs.
#[derive(Debug, Clone, Default)]
pub struct Tabled {
    pub table: Table,
    /// How it is drawn; none for a table that is not.
    pub chart: Option<Chart>,
    /// Of a data sheet and of the sets: whose the rows are. Empty for others.
    pub rows: Vec<RowOf>,
    pub columns: Vec<ColumnOf>,
    /// The values as they are stored, by row and column.
    pub stored: Vec<Vec<String>>,
    pub cases: Vec<(CaseId, String)>,
    pub persons: Vec<(PersonId, String)>,
    pub speakers: Vec<Speaker>,
    /// Of a sample table: all variables, and by which it was counted.
    pub variables: Vec<Variable>,
    pub sample: SampleQuery,
    /// Of a Summary Table: what its cells are about, by row and column.
    pub aims: Vec<Vec<Aim>>,
    /// Of a comparison: all versions, the oldest first.
    pub versions: Vec<VersionId>,
}

/// What a cell of a Summary Table is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Aim {
    #[default]
    Nothing,
    /// The summaries of these documents on a code.
    Cells(Vec<DocumentId>, CodeId),
    /// The summary of a document, a code or a case.
    Whole(Condensed),
}

/// The table on the screen.
#[derive(Debug, Default)]
pub struct TableView {
    pub report: Option<Report>,
    pub content: Tabled,
    /// The rows in the order in which they are shown.
    pub order: Vec<usize>,
    /// By which column, and whether from the end.
    pub sort: Option<(usize, bool)>,
    pub rows: Cursor,
    pub columns: Cursor,
    /// A portrait or codeline is shown as the table that it is.
    pub undrawn: bool,
}

impl TableView {
    /// The counted table that is shown.
    pub fn counted(&self) -> Option<&Counted> {
        match self.report.as_ref()? {
            Report::Counted(counted) => Some(counted),
            _ => None,
        }
    }
    /// Whether Enter edits what is in a cell.
    pub fn is_edited(&self) -> bool {
        let report = self.report.as_ref();
        report.is_some_and(|report| {
            matches!(report, Report::Sheet { .. } | Report::Sets | Report::Sample(_) | Report::Saved { .. })
        })
    }
    /// Whether it can be seen in another way: other rows, another version, turned.
    pub fn has_next(&self) -> bool {
        let report = self.report.as_ref();
        report.is_some_and(|report| {
            matches!(
                report,
                Report::Sheet { .. }
                    | Report::Coders
                    | Report::Without { .. }
                    | Report::Agreement(_)
                    | Report::Saved { .. }
                    | Report::Changes { .. }
            )
        })
    }
    /// Whether there are values as they may be published.
    pub fn has_published(&self) -> bool {
        match &self.report {
            Some(Report::Sheet { .. } | Report::Overview { .. } | Report::Sample(_)) => true,
            Some(Report::Counted(counted)) => matches!(counted.kind, super::counted::Kind::Variable(_)),
            _ => false,
        }
    }
    /// Whether a drawing stands in the place of the rows.
    pub fn is_drawn(&self) -> bool {
        let drawn = self.counted().is_some_and(Counted::is_drawing);
        drawn && !self.undrawn && !self.content.table.rows.is_empty()
    }
    /// The row under the cursor, as the table counts.
    pub fn row(&self) -> Option<usize> {
        self.order.get(self.rows.at).copied()
    }
    pub fn cell(&self) -> Option<&Cell> {
        self.content.table.rows.get(self.row()?)?.get(self.columns.at)
    }
    pub fn row_of(&self) -> RowOf {
        self.row().and_then(|row| self.content.rows.get(row)).copied().unwrap_or(RowOf::Nobody)
    }
    pub fn column_of(&self) -> Option<&ColumnOf> {
        self.content.columns.get(self.columns.at)
    }
    /// The variable of the column with the cursor.
    pub fn variable(&self) -> Option<&Variable> {
        match self.column_of()? {
            ColumnOf::Value { variable, .. } => Some(variable),
            ColumnOf::Attribute | ColumnOf::Code(_) => None,
        }
    }
    pub fn stored(&self) -> &str {
        let text = self.row().and_then(|row| self.content.stored.get(row));
        text.and_then(|row| row.get(self.columns.at)).map_or("", String::as_str)
    }
    /// What the cell with the cursor is about, in a Summary Table.
    pub fn aim(&self) -> Option<&Aim> {
        self.content.aims.get(self.row()?)?.get(self.columns.at)
    }
    /// Whether it lists what was done or written down: its words, in the last column, are what one looks for.
    pub fn is_record(&self) -> bool {
        matches!(self.report, Some(Report::History(_) | Report::Memos(_) | Report::Logbook))
    }
    /// The key of the column with the cursor.
    pub fn key(&self) -> &str {
        self.content.table.columns.get(self.columns.at).map_or("", |column| column.key.as_str())
    }
    /// The document that the cell, or else its row, leads to.
    pub fn document(&self) -> Option<(DocumentId, crate::text::Span)> {
        let row = self.content.table.rows.get(self.row()?)?;
        let own = self.cell().and_then(|cell| cell.places.first());
        let any = own.or_else(|| row.iter().find_map(|cell| cell.places.first()))?;
        Some((any.document, any.span))
    }

    /// Puts the rows in order; rows that are equal stay as the table has them.
    pub fn arrange(&mut self) {
        let table = &self.content.table;
        self.order = (0..table.rows.len()).collect();
        let Some((column, from_end)) = self.sort else { return };
        let empty = Value::Empty;
        let value = |row: usize| {
            table.rows.get(row).and_then(|row| row.get(column)).map_or(&empty, |cell| &cell.value)
        };
        self.order.sort_by(|&a, &b| {
            let (a, b) = (value(a), value(b));
            // What says nothing stands last either way.
            a.is_empty().cmp(&b.is_empty()).then_with(|| match from_end {
                true => compare(b, a),
                false => compare(a, b),
            })
        });
    }
}

fn compare(a: &Value, b: &Value) -> std::cmp::Ordering {
    let number = |value: &Value| match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Decimal(number, _) | Value::Share(number, _) => Some(*number),
        _ => None,
    };
    let text = |value: &Value| match value {
        Value::Said { stored, .. } => stored.clone(),
        value => value.plain().to_lowercase(),
    };
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => compare_labels(&text(a), &text(b)),
    }
}

/// What is done to cases, persons, sets and variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaterialWork {
    SetValue {
        owner: Owner,
        name: String,
        published: bool,
        text: String,
    },
    AddVariable(crate::ops::variables::NewVariable),
    ChangeVariable {
        variable: Variable,
        new: crate::ops::variables::NewVariable,
    },
    MoveVariable(VariableId, usize),
    RemoveVariable(VariableId),
    /// With a document that comes to it.
    AddCase(String, Option<DocumentId>),
    RenameCase(CaseId, String),
    MoveCase(CaseId, usize),
    RemoveCase(CaseId),
    AssignCase(DocumentId, Option<CaseId>),
    /// With the speaker that the person is.
    AddPerson(String, Option<Speaker>),
    RenamePerson(PersonId, String),
    MovePerson(PersonId, usize),
    RemovePerson(PersonId),
    PersonCase(PersonId, Option<CaseId>),
    AssignSpeaker(Speaker, Option<PersonId>),
    AddSet(String, crate::model::sets::Members),
    RenameSet(SetOf, SetId, String),
    MoveSet(SetOf, SetId, usize),
    ChangeSet {
        of: SetOf,
        id: SetId,
        add: Option<crate::model::sets::Members>,
        remove: Option<crate::model::sets::Members>,
    },
    RemoveSet(SetOf, SetId),
    MoveDocument(DocumentId, usize),
    RenameGroup(GroupId, String),
    MoveGroup(GroupId, usize),
    ImportValues(std::path::PathBuf),
    SaveTable(Box<Keep>),
    RenameTable(SavedTableId, String),
    RemoveTable(SavedTableId),
    /// Name and reason.
    KeepVersion(String, String),
    ChangeVersion(VersionId, String, String),
    RemoveVersion(VersionId),
}

/// What a name is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFor {
    NewCase(Option<DocumentId>),
    Case(CaseId),
    NewPerson(Option<Speaker>),
    Person(PersonId),
    Group(GroupId),
    NewSet(crate::model::sets::Members),
    Set(SetOf, SetId),
    SavedTable(SavedTableId),
}
