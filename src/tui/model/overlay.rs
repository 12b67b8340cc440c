//! What lies over the panes: pickers, menus, forms with editors, help.

mod drafts;

use ratatui_textarea::{TextArea, WrapMode};

use super::names::Erasing;
pub use super::page::{Page, Tone};
pub use super::picker::{Picker, PickerKind};
use super::report::Show;
use super::sharing::Merging;
use super::table::{MaterialWork, NameFor, Report};
use super::{Cursor, GridRows, Preview};
use crate::analysis::consolidation::Take;
use crate::analysis::differences::Only;
use crate::analysis::query::words::Completion;
use crate::error;
use crate::model::coders::Pass;
use crate::model::codes::Anchor;
use crate::model::consent::{Answer, Consent};
use crate::model::memos::{MemoOn, Template};
use crate::model::variables::{Owner, Variable};
use crate::model::{
    CodeId, CoderId, CodingId, DocumentId, MemoId, ParaphraseId, PersonId, QueryId, RecordingId, ReferenceId,
    VersionId,
};
use crate::ops::search::WrittenOn;
use crate::text::Span;
use crate::tui::bridge::edits::Asks;
use crate::tui::bridge::summaries::Entry;
use crate::tui::command::Command;
use crate::tui::effect::{Export, GuidesFor, Work};

/// Something over the panes that gets the keys first.
#[derive(Debug)]
pub enum Overlay {
    Picker(Box<Picker>),
    Menu(Menu),
    Form(Box<Form>),
    Preview(Box<Preview>),
    Page(Page),
    /// Lines to be read, and what Enter then does.
    Confirm {
        title: String,
        lines: Vec<String>,
        top: usize,
        then: Option<Work>,
    },
    /// Work that takes long and can be stopped, in words, and since when.
    Waiting {
        what: String,
        since: u64,
        stopping: bool,
    },
    /// Names and their replacements.
    Names,
    /// What would leave the file for good.
    Erasing(Erasing),
    /// What a package brings and what collides.
    Merging(Box<Merging>),
    Palette {
        query: String,
        cursor: Cursor,
    },
    Help {
        query: String,
        top: usize,
    },
}

/// A few choices.
#[derive(Debug)]
pub struct Menu {
    pub kind: MenuKind,
    pub title: String,
    pub items: Vec<MenuItem>,
    pub cursor: Cursor,
}

/// One of a few choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    pub text: String,
    /// `#RRGGBB` of a square before it.
    pub color: Option<String>,
    pub choice: Choice,
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Code(CodeId),
    Coding(CodingId),
    Color(String),
    /// A draft by its field.
    Draft(String),
    /// A quick slot, from 0.
    Slot(usize),
    Set(crate::model::sets::Members),
    /// An anchor example.
    Anchor(Anchor),
    /// A saved query, as it is written today.
    Query(QueryId, String),
    /// A passage, with the paraphrase that is on it.
    Paraphrase(Span, Option<ParaphraseId>),
    Export(Export),
    /// A transcript to be opened.
    Document(DocumentId),
    Coder(CoderId),
    NewCoder,
    Pass(Pass),
    NewPass,
    /// The current one gets another name.
    RenamePass,
    /// Whether what was coded before is to be revisited.
    Marks(bool),
    /// Which differences are walked through and listed.
    Differences(Only),
    /// Who speaks; empty: nobody.
    Speaker(String),
    NewSpeaker,
    Attach,
    Relocate(RecordingId),
    /// With the shift as it is.
    Shift(RecordingId, i64),
    Detach(RecordingId),
    /// Whose consent; none: the whole interview's.
    Person(Option<PersonId>),
    Answer(Answer),
    Guide(Option<ReferenceId>),
    NewGuide,
    Template(Template),
    /// A new template; or a memo without one.
    NoTemplate,
    /// Which boundaries a rule takes.
    Take(Take),
    Report(Report),
    Material(MaterialWork),
    /// A name is to be asked for.
    Name(NameFor),
    /// Which findings of a report are listed.
    Show(Show),
    /// A cell of the Summary Grid.
    Cell(DocumentId, CodeId),
    /// What the rows of the grid are.
    Rows(GridRows),
}

/// What the choices are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuKind {
    /// Which code to take from the passage.
    Uncode {
        document: DocumentId,
        span: Span,
    },
    /// Who speaks a paragraph.
    Speaker {
        document: DocumentId,
        number: u32,
    },
    /// Which segment the command is about.
    Segment(Command),
    Color(CodeId),
    Drafts,
    Slots,
    /// What is switched on.
    ActivateSet,
    /// The anchor examples of a code.
    Anchors(CodeId),
    /// Whose consent is taken out.
    ConsentRemove(DocumentId),
    /// Saved queries.
    Queries,
    /// Which of the paraphrases here is meant.
    Paraphrase {
        document: DocumentId,
        remove: bool,
    },
    /// What to write to a file.
    Export,
    /// Which transcript to open beside the one that is read.
    OpenBeside,
    /// Who codes.
    Coders,
    /// Which coder the command is about.
    WhichCoder(Command),
    CoderColor(CoderId),
    Passes,
    /// Which differences.
    Differences,
    /// Whether documents stay marked.
    Marked,
    /// What to do with the recordings of a document.
    Recordings(DocumentId),
    /// Whose consent is to be written down, with those there are.
    Consents {
        document: DocumentId,
        rows: Vec<Consent>,
    },
    /// What became of a passage.
    Release {
        document: DocumentId,
        span: Span,
    },
    Guides(GuidesFor),
    /// What a memo on a document begins with.
    Templates(DocumentId),
    /// The texts that memos begin with, to be changed.
    AllTemplates,
    /// With which of them a memo on this begins.
    BeginWith(MemoOn),
    /// Tables; cases and speakers of a data sheet.
    Material,
    /// Which boundaries a rule takes.
    Rule,
    /// Which findings of a report are listed.
    Show,
    /// Which interview's cell is meant; what the rows of the grid are.
    Grid,
}

/// Fields to be filled in. Leaving it saves.
#[derive(Debug)]
pub struct Form {
    pub kind: FormKind,
    pub title: String,
    pub fields: Vec<Field>,
    pub focus: usize,
    /// The texts as they were.
    pub before: Vec<String>,
    /// Changed since the draft was kept, and since when.
    pub dirty: Option<u64>,
    /// A draft is kept under this field name.
    pub kept: bool,
    /// Leaving without the changes was asked for once.
    pub abandoning: bool,
    /// Of a summary: what it condenses.
    pub aside: Aside,
}

/// What stands beside an editor, and which of it the keys are about.
#[derive(Debug, Default)]
pub struct Aside {
    pub entries: Vec<Entry>,
    pub at: usize,
}

/// One field.
#[derive(Debug)]
pub struct Field {
    pub label: String,
    pub lines: bool,
    pub area: TextArea<'static>,
}

/// A query being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asking {
    /// It is a condition on documents, which are switched on by it.
    pub activates: bool,
    /// What could stand at the cursor.
    pub offers: Vec<Completion>,
    pub at: usize,
    /// Where something is wrong (code points), what, and what would be right; shown once Enter was pressed.
    pub fault: Option<(usize, String, String)>,
}

/// What gets a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// A query. `again`: a name that was tried; confirmed once more, the query of that name is replaced.
    Query { query: String, again: Option<String> },
    /// A saved one.
    Saved(QueryId),
}

/// What is asked about coders and passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoderForm {
    Rename(CoderId),
    /// Who is to code what.
    Assign,
    NewPass,
    RenamePass(i64),
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormKind {
    GoTo,
    Search,
    /// The word that is shown in context.
    Concordance,
    /// A query, with what could be typed next and what is wrong with it.
    Query(Box<Asking>),
    /// The name under which a query is kept.
    QueryName(Naming),
    /// A path with transcripts; or the file that a document is read anew from.
    Import(Option<DocumentId>),
    AddCode,
    RenameCode(CodeId),
    Define(CodeId),
    Memo {
        id: Option<MemoId>,
        on: MemoOn,
        /// The template it was begun with.
        template: Option<String>,
    },
    /// A text that memos begin with; none: a new one.
    Template(Option<String>),
    /// An entry of the logbook; none: a new one.
    Logbook(Option<MemoId>),
    Paraphrase {
        document: DocumentId,
        span: Span,
    },
    /// Which words the listed paraphrases have.
    ParaphraseFilter,
    /// Name and reason of a version of the codebook; none: of a new one.
    Version(Option<VersionId>),
    /// A cell of the Summary Grid, a document, a code or a case.
    Summary(WrittenOn),
    HistoryFilter,
    MemoFilter,
    /// Which words the shown codes have.
    CodeFilter,
    Weight(CodingId),
    Comment(CodingId),
    /// The text of a paragraph. `base`: the hash of the transcript that it was taken from.
    Correct {
        document: DocumentId,
        number: Option<u32>,
        base: String,
        asks: Asks,
    },
    NewSpeaker {
        document: DocumentId,
        number: u32,
    },
    Document(DocumentId),
    /// What a document is to be imported as, by its line in the preview; none: the group of all.
    ImportAs(Option<usize>),
    /// The columns or tiers that the file at the preview's cursor is read with.
    ImportWith(error::Choice),
    /// A file to be written. `again`: this one is there; confirmed once more it is overwritten.
    Export {
        what: Export,
        again: Option<String>,
    },
    ImportCodebook,
    CheckReport,
    AddCoder,
    Coders(CoderForm),
    /// Whom a package is for, and where it goes.
    Share,
    /// The file that came back; or the passphrase of this one.
    MergeFile(Option<std::path::PathBuf>),
    Attach(DocumentId),
    Relocate(RecordingId),
    Shift(RecordingId),
    /// The times of a numbered paragraph.
    Time {
        document: DocumentId,
        number: u32,
    },
    Consent {
        document: DocumentId,
        person: Option<PersonId>,
    },
    /// What a person wants to read instead.
    Wording {
        document: DocumentId,
        span: Span,
    },
    ImportGuide,
    /// Where a copy of the project goes.
    Backup,
    /// A file with names and their replacements.
    NamesImport,
    /// A value of a data sheet.
    Value {
        owner: Owner,
        variable: Variable,
        published: bool,
    },
    /// A variable of a data sheet; none: a new one.
    Variable {
        now: Option<Variable>,
    },
    Name(NameFor),
    /// What the grid shows is kept as a Summary Table. `again`: there is one of this name; confirmed once more it is
    /// replaced.
    SaveTable {
        again: Option<String>,
    },
    /// By which variables the sample table counts.
    Sample,
    /// What is compared, and how.
    Agreement,
    ImportValues,
    /// Why the next difference is decided as it is.
    Reason,
    /// How much boundaries may differ that a rule settles.
    Rule(Take),
    /// A name and its replacement; `was`: what it was called.
    Pseudonym {
        was: Option<String>,
    },
}

impl FormKind {
    /// Whether it stays open until what it asked for is done.
    pub fn waits(&self) -> bool {
        matches!(
            self,
            FormKind::Export { .. }
                | FormKind::ImportCodebook
                | FormKind::AddCoder
                | FormKind::QueryName(_)
                | FormKind::Coders(_)
                | FormKind::Share
                | FormKind::MergeFile(_)
                | FormKind::Attach(_)
                | FormKind::Relocate(_)
                | FormKind::Shift(_)
                | FormKind::Time { .. }
                | FormKind::Consent { .. }
                | FormKind::Wording { .. }
                | FormKind::ImportGuide
                | FormKind::Backup
                | FormKind::NamesImport
        )
    }
    /// Whether it is a line to be confirmed with Enter (Esc gives up) rather than a text that leaving saves.
    pub fn is_prompt(&self) -> bool {
        matches!(
            self,
            FormKind::GoTo
                | FormKind::Search
                | FormKind::Concordance
                | FormKind::Query(_)
                | FormKind::QueryName(_)
                | FormKind::ParaphraseFilter
                | FormKind::HistoryFilter
                | FormKind::MemoFilter
                | FormKind::Version(_)
                | FormKind::CodeFilter
                | FormKind::Import(_)
                | FormKind::CheckReport
                | FormKind::AddCode
                | FormKind::RenameCode(_)
                | FormKind::NewSpeaker { .. }
                | FormKind::Weight(_)
                | FormKind::Document(_)
                | FormKind::ImportAs(_)
                | FormKind::ImportWith(_)
                | FormKind::Value { .. }
                | FormKind::Variable { .. }
                | FormKind::Name(_)
                | FormKind::SaveTable { .. }
                | FormKind::ImportValues
                | FormKind::Sample
                | FormKind::Agreement
                | FormKind::Pseudonym { .. }
                | FormKind::Reason
                | FormKind::Rule(_)
        ) || self.waits()
    }
}

impl Field {
    pub fn new(label: impl Into<String>, text: &str, lines: bool) -> Field {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(if lines { WrapMode::WordOrGlyph } else { WrapMode::None });
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        Field { label: label.into(), lines, area }
    }
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }
}

impl Form {
    pub fn new(kind: FormKind, title: impl Into<String>, fields: Vec<Field>) -> Form {
        let before = fields.iter().map(Field::text).collect();
        Form {
            kind,
            title: title.into(),
            fields,
            focus: 0,
            before,
            dirty: None,
            kept: false,
            abandoning: false,
            aside: Aside::default(),
        }
    }
    pub fn texts(&self) -> Vec<String> {
        self.fields.iter().map(Field::text).collect()
    }
    pub fn text(&self, field: usize) -> String {
        self.fields.get(field).map(Field::text).unwrap_or_default()
    }
    pub fn changed(&self) -> bool {
        self.texts() != self.before
    }
}
