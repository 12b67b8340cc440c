//! What `update` wants done, as data: for the runtime (the terminal) and for the worker (the project).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bridge::edits::Correct;
use super::bridge::names::Ask;
use super::bridge::report::Cite;
use super::editor::Outside;
use super::model::Half;
use super::model::comparing::Then;
use super::model::table::{MaterialWork, Report};
use super::msg::{Asked, Item};
use super::theme::Ground;
use crate::formats::codebooks::CodebookFormat;
use crate::formats::write::edition::EditionFormat;
use crate::formats::write::{Format, PROSE, PictureFormat};
use crate::i18n::Lang;
use crate::model::coders::Status;
use crate::model::codes::Guide;
use crate::model::consent::Answer;
use crate::model::guides::Stage;
use crate::model::history::Changed;
use crate::model::memos::{MemoOn, MemoText};
use crate::model::summaries::CellState;
use crate::model::table::{Place, Table};
use crate::model::{
    CodeId, CoderId, CodingId, DocumentId, MemoId, ParaphraseId, PersonId, QueryId, RecordingId, ReferenceId,
};
use crate::ops::agreement::AgreementQuery;
use crate::ops::codings::{Application, CodingChange};
use crate::ops::consent::ConsentChange;
use crate::ops::documents::DocumentChange;
use crate::ops::edition::EditionQuery;
use crate::ops::grid::GridQuery;
use crate::ops::search::WrittenOn;
use crate::text::Span;

/// Something to be done outside of the model.
#[derive(Debug, Clone)]
pub enum Effect {
    Quit,
    Suspend,
    Redraw,
    /// Puts a text on the clipboard.
    Copy(String),
    /// From now on this language, here and in the worker.
    Speak(Lang),
    /// From now on, and the next time, colours for this background.
    Ground(Ground),
    Work(Work),
    /// Stops the job that is under way.
    Stop,
    /// Calls a player, beside the workbench.
    Play(Vec<String>),
    StopPlaying,
    /// Gives the terminal to the person's editor until it ends.
    Edit(Box<Outside>),
    /// The same for the text of the open editor.
    EditText(String),
}

/// What the worker does: one operation of `ops`, or a read.
#[derive(Debug, Clone)]
pub enum Work {
    /// Everything the panes show, and where the workbench was left.
    Load,
    /// What another process may have changed.
    Refresh,
    Open {
        document: DocumentId,
        span: Option<Span>,
        /// Where two are to stand side by side, in which half; otherwise where the keys are.
        half: Option<Half>,
    },
    /// These are open now: it is told what changes in them.
    Shows(Vec<DocumentId>),
    /// Looks up a place as a person typed it.
    Find(String),
    Segments {
        code: CodeId,
        subcodes: bool,
    },
    /// What answers a query as typed, of the activated documents and codes.
    Query(Look),
    ChangeQuery(QueryChange),
    Grid(Box<GridQuery>),
    /// What is there of a summary that is to be written, and what it condenses.
    Write(WrittenOn, bool),
    Table(Report),
    /// The work at the desk: where an entry of the history leads, sorting segments, coding much at once.
    Desk(Box<super::bridge::desk::Ask>),
    /// Reads where the coders differ, and what it is for.
    Differences(Box<AgreementQuery>, Then),
    /// Computes how far the coders agree.
    Agreement(Box<AgreementQuery>),
    /// The paragraph for the method section where coding was consensual.
    Consensual,
    /// What a cell of a table stands on.
    Places(String, Vec<Place>),
    /// Cases, persons, sets, variables.
    Material(Box<MaterialWork>),
    /// Reads a file with values of variables, and writes nothing.
    PlanValues(PathBuf),
    Search(String),
    /// Checks the report in this file.
    Check(String),
    /// What is to be put on the clipboard as a citation.
    Cite(Cite),
    /// Reads the files that a typed path means, or those that are asked for again; writes nothing.
    Preview {
        path: String,
        asked: Vec<Asked>,
        /// The document that would be read anew from the file.
        replaces: Option<DocumentId>,
        /// Which reading it is: the answer to an older one is not waited for any more.
        serial: u64,
    },

    /// Applies codes; `create` are paths of codes to be made first, all one undo.
    Apply {
        document: DocumentId,
        span: Span,
        what: Application,
        create: Vec<String>,
        /// Whether what was coded before is to be revisited for the codes that are made.
        mark: bool,
    },
    Uncode {
        document: DocumentId,
        span: Span,
        codes: Vec<CodeId>,
    },
    ChangeCoding(CodingId, CodingChange),
    ResizeCoding(CodingId, Span),
    AddAnchor(CodeId, DocumentId, Span),
    /// With whether what was coded before is to be revisited for it.
    AddCode(String, bool),
    RenameCode(CodeId, String),
    RecolorCode(CodeId, String),
    MoveCode {
        code: CodeId,
        parent: Option<CodeId>,
        index: Option<usize>,
    },
    MergeCodes {
        from: CodeId,
        into: CodeId,
    },
    RemoveCode(CodeId),
    DefineCode(CodeId, Guide, bool),
    /// One's own documents are to be revisited for a code.
    MarkRevisit(CodeId),
    /// One has looked for a code once more in a document.
    Revisited(DocumentId, CodeId),
    WriteMemo {
        id: Option<MemoId>,
        on: MemoOn,
        text: MemoText,
    },
    /// On which passage a paraphrase would be.
    AskParaphrase {
        document: DocumentId,
        span: Span,
    },
    WriteParaphrase {
        document: DocumentId,
        span: Span,
        text: String,
    },
    RemoveParaphrase(ParaphraseId),
    /// What belongs to an interview besides its text.
    Beside(Beside),
    WriteSummary(WrittenOn, String),
    /// What is known of cells without segments; none takes it back.
    SetStates(Vec<(DocumentId, CodeId)>, Option<CellState>),
    ChangeDocument(DocumentId, DocumentChange),
    /// Corrects a transcript, or says first what would be lost.
    Correct(Box<Correct>),
    /// Who speaks a paragraph; empty: nobody.
    SetSpeaker {
        document: DocumentId,
        number: u32,
        label: String,
    },
    SetStatus(DocumentId, Status),
    /// Whether the coders see each other's work on a document; on none: in the study.
    Release(Option<DocumentId>, bool),
    RemoveDocument(DocumentId),
    /// Stores some of what was read and confirmed, from `from` on; the pieces of one `batch` are undone together.
    Import {
        items: Arc<Vec<Item>>,
        from: usize,
        batch: Option<String>,
    },
    /// All of an import that was to be stored is.
    Imported {
        documents: usize,
        changed: Changed,
    },
    Undo,
    Redo,
    /// Writes a file; one that is there only with `overwrite`.
    Export(Order),
    /// Writes the study for readers.
    Edition {
        query: Box<EditionQuery>,
        path: PathBuf,
        overwrite: bool,
    },
    /// With whether what was coded is to be revisited for what is new in it.
    ImportCodebook(PathBuf, bool),
    /// Works as another coder from now on.
    SignIn(CoderId),
    /// Coders, what they are given to code, and coding passes.
    Coders(super::bridge::coders::Ask),
    /// Adds a coder and works as this one.
    AddCoder(String),

    /// Names and their replacements, sealing and erasing.
    Names(Ask),
    /// The differences of coders.
    Consolidation(Box<super::bridge::consolidation::Ask>),
    /// Packages of coders who work apart.
    Sharing(super::bridge::sharing::Ask),

    KeepDraft {
        field: String,
        text: String,
    },
    DropDraft(String),
    Remember {
        key: &'static str,
        value: String,
    },
}

impl Work {
    /// Whether it takes long and only reads: it runs beside the operations, one at a time, and can be stopped.
    pub fn is_job(&self) -> bool {
        match self {
            Work::Names(ask) => ask.is_job(),
            _ => matches!(self, Work::Search(_) | Work::Preview { .. } | Work::Agreement(_) | Work::Check(_)),
        }
    }

    /// Whether it takes long and writes: the worker does it in its turn, and it can be stopped.
    pub fn is_long(&self) -> bool {
        use super::bridge::sharing::Ask as Sharing;
        match self {
            Work::Names(ask) => matches!(ask, Ask::Replace(_) | Ask::Plan(_) | Ask::Erase(_)),
            Work::Sharing(ask) => !matches!(ask, Sharing::Packages),
            Work::Edition { .. } => true,
            Work::Table(Report::Counted(counted)) => counted.reads_texts(),
            _ => false,
        }
    }

    /// Whether keys wait in their queue until it is answered, so that none acts on what is about to change.
    pub fn holds_keys(&self) -> bool {
        !self.is_job()
            && !self.is_long()
            && !matches!(
                self,
                Work::Import { .. }
                    | Work::Refresh
                    | Work::KeepDraft { .. }
                    | Work::DropDraft(_)
                    | Work::Remember { .. }
                    | Work::Shows(_)
            )
    }
}

/// What is read of queries.
#[derive(Debug, Clone)]
pub enum Look {
    Ask(Box<Question>),
    /// What could be typed.
    Vocabulary,
    Saved,
}

/// What is done to saved queries.
#[derive(Debug, Clone)]
pub enum QueryChange {
    Save { name: String, query: String, replace: bool },
    Rename(QueryId, String),
    Remove(QueryId),
}

/// A query as typed, and what is activated; none: all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    pub typed: String,
    pub documents: Option<Vec<DocumentId>>,
    pub codes: Option<Vec<CodeId>>,
    /// Its answer is only brought up to date: one stays where one is.
    pub again: bool,
}

/// Recording, consent, guide and stage of an interview: reads that are shown, and operations.
#[derive(Debug, Clone)]
pub enum Beside {
    /// What plays from a passage, and how the player is called.
    Play(DocumentId, Span),
    Recordings(DocumentId),
    Consents(DocumentId),
    /// Whether a document can be read anew from a file.
    MayReplace(DocumentId),
    /// Whether a passage that was copied may be quoted.
    MayQuote(DocumentId, Span),
    /// What is known of a document, to be read.
    Info(DocumentId),
    /// What was agreed for all documents, to be read.
    Overview,
    Guides(GuidesFor),
    ReadGuide(ReferenceId),
    /// Which codes a guide asks about, to be chosen anew.
    Asked(ReferenceId),
    SetGuideCodes(ReferenceId, Vec<CodeId>),
    Attach(DocumentId, PathBuf),
    Relocate(RecordingId, PathBuf),
    Shift(RecordingId, i64),
    Detach(RecordingId),
    SetTime {
        document: DocumentId,
        number: u32,
        time: Option<u32>,
        end: Option<u32>,
    },
    SetConsent {
        document: DocumentId,
        person: Option<PersonId>,
        change: ConsentChange,
    },
    Release {
        document: DocumentId,
        span: Span,
        answer: Answer,
        wording: String,
    },
    ImportGuide {
        path: PathBuf,
        name: String,
        version: String,
    },
    RemoveGuide(ReferenceId),
    ChooseGuide(DocumentId, Option<ReferenceId>),
    SetStage(DocumentId, Stage),
}

/// What guides are listed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuidesFor {
    /// To be read.
    Reading,
    /// The guide that a document was led by is chosen.
    Document(DocumentId),
    /// It is chosen which codes one asks about.
    Codes,
}

/// What is written to a file: what is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Export {
    /// As it was asked for last; with codes as rows.
    Grid {
        turned: bool,
    },
    Segments {
        code: CodeId,
        subcodes: bool,
    },
    /// What answered the query that was asked last.
    Answer,
    Paraphrases,
    /// What was found in a report.
    Findings,
    Table(Report),
    Codebook,
    /// The written report.
    Report,
    /// The study for readers, or one interview of it.
    Edition(Option<DocumentId>),
}

/// What goes to a file, and to which.
#[derive(Debug, Clone)]
pub struct Order {
    pub what: Export,
    /// What is seen, where the worker cannot read it again: figures with settings, a checked report.
    pub tables: Vec<Table>,
    pub path: PathBuf,
    /// Of a report: the file of an own template; empty: the shipped one.
    pub template: String,
    pub overwrite: bool,
}

/// Whether a coding guide in this file is there to be read, and not to be taken in again.
pub fn is_guide(path: &Path) -> bool {
    matches!(Format::from_path(path), Ok(Format::Docx | Format::Html | Format::Xlsx))
}

impl Export {
    /// The endings of files that it can be written to; they decide the format.
    pub fn endings(&self) -> Vec<&'static str> {
        let tables = Format::ALL.map(Format::name);
        match self {
            // As a web page it is there to be read only.
            Export::Codebook => {
                CodebookFormat::ALL.map(CodebookFormat::name).into_iter().chain(["html"]).collect()
            }
            Export::Report => PROSE.map(Format::name).to_vec(),
            Export::Edition(_) => EditionFormat::ALL.map(EditionFormat::name).to_vec(),
            Export::Table(Report::Counted(counted)) if counted.has_picture() => {
                tables.into_iter().chain(PictureFormat::ALL.map(PictureFormat::name)).collect()
            }
            Export::Grid { .. }
            | Export::Segments { .. }
            | Export::Answer
            | Export::Paraphrases
            | Export::Findings
            | Export::Table(_) => tables.to_vec(),
        }
    }
    /// Whether it can be written to a file of this name.
    pub fn takes(&self, path: &Path) -> bool {
        match self {
            Export::Codebook => CodebookFormat::from_path(path).is_ok() || is_guide(path),
            Export::Report => Format::from_path(path).is_ok_and(Format::is_prose),
            Export::Edition(_) => EditionFormat::from_path(path).is_ok(),
            Export::Table(Report::Counted(counted))
                if counted.has_picture() && PictureFormat::from_path(path).is_some() =>
            {
                true
            }
            Export::Grid { .. }
            | Export::Segments { .. }
            | Export::Answer
            | Export::Paraphrases
            | Export::Findings
            | Export::Table(_) => Format::from_path(path).is_ok(),
        }
    }
}
