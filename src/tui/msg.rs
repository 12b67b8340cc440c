//! What happens to the workbench: presses, the mouse, the clock, answers of the worker.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use super::bridge::edits::Told as Corrected;
use super::bridge::names::Told;
use super::bridge::summaries::Writing;
use super::command::Command;
use super::editor::{Left, Outside};
use super::effect::{GuidesFor, Question, Work};
use super::keys::Key;
use super::model::comparing::{Agreed, Then};
use super::model::overlay::Page;
use super::model::table::{Report, Tabled};
use super::model::{Half, Material};
use crate::analysis::grid::Grid;
use crate::analysis::query::words::Vocabulary;
use crate::error::{Error, Result};
use crate::formats::read::ReadOptions;
use crate::model::coders::Status;
use crate::model::codes::{Anchor, CodeTree};
use crate::model::codings::{Coding, Segment};
use crate::model::consent::Consent;
use crate::model::documents::{Document, Transcript};
use crate::model::draft::{Beginning, Draft};
use crate::model::guides::Reference;
use crate::model::history::Changed;
use crate::model::media::Recording;
use crate::model::memos::Memo;
use crate::model::paraphrases::Paraphrased;
use crate::model::table::Place;
use crate::model::{CodeId, CoderId, CodingId, DocumentId, MemoId, PersonId, ReferenceId};
use crate::ops::comparison::Differences;
use crate::ops::documents::{ImportAs, Source};
use crate::ops::history::Whereabouts;
use crate::ops::queries::Named;
use crate::ops::query::Answer;
use crate::ops::search::WrittenOn;
use crate::store::drafts::DraftText;
use crate::store::history::Direction;
use crate::text::Span;
use crate::text::citations::Pattern;

/// Something happened.
#[derive(Debug)]
pub enum Msg {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    Resize(u16, u16),
    /// Milliseconds since the start.
    Tick(u64),
    /// SIGTERM, SIGHUP: keep what is unsaved and go.
    Terminate,
    /// The worker took up a piece of work that keys wait for (true) or answered it (false).
    Busy(bool),
    /// Long work came to its end, one way or the other.
    Waited,
    News(Box<News>),
    Opened(Box<Opened>),
    Segments {
        code: CodeId,
        subcodes: bool,
        segments: Vec<Segment>,
        notes: Vec<String>,
    },
    /// What a cell of a table stands on: segments, or places in the text.
    Places {
        cell: (String, Vec<Place>),
        segments: Vec<Segment>,
        hits: Vec<Hit>,
        notes: Vec<String>,
    },
    /// What answers a query, or what is wrong with it.
    Answer(Box<Question>, Result<Answer>),
    Vocabulary(Box<Vocabulary>),
    Queries(Vec<Named>),
    /// Where an operation of the history was done, as far as that is still there.
    Whereabouts(Option<Whereabouts>),
    /// What is written down of consent for a document, of which some is to go.
    ConsentsToRemove(DocumentId, Vec<Consent>),
    /// The anchor examples of a code, with where they come from.
    Anchors(CodeId, Vec<(Anchor, String)>),
    /// The documents for which a condition holds, or what is wrong with it.
    Holds(String, Result<Vec<DocumentId>>),
    /// One's own segments of a code and its subcodes.
    ToSort(CodeId, Vec<Segment>),
    Grid(Box<Grid>),
    /// A cell of the grid, a document, a code or a case is to be written about.
    Write(Box<Writing>),
    Table(Report, Box<Tabled>),
    /// Where the coders differ, and what it was asked for.
    Differences(Result<Differences>, Then),
    /// How far they agree.
    Agreement(Result<Box<Agreed>>),
    /// A paragraph for the method section.
    Method(String),
    /// What was asked for of cases, persons, sets or variables is done: its prompt closes.
    Settled,
    /// A file with values of variables was looked at.
    Planned {
        path: PathBuf,
        title: String,
        lines: Vec<String>,
        values: usize,
    },
    /// How much of the job under way is done, per cent.
    Progress(u8),
    /// What the job under way is at: a file's name.
    Doing(String),
    Hits {
        query: String,
        result: Result<Vec<Hit>>,
    },
    /// A report was checked, or could not be.
    Checked {
        path: String,
        result: Result<Box<super::bridge::report::Checked>>,
    },
    /// A citation for the clipboard, and in how many interviews it is, in words.
    Cited(String, String),
    /// The files that a typed path means were read, or the path means nothing.
    Previewed {
        serial: u64,
        result: Result<(Vec<Asked>, Vec<Found>)>,
    },
    /// Some of the transcripts of an import were stored, or could not be.
    Stored {
        batch: String,
        results: Vec<(usize, Result<DocumentId>)>,
        changed: Changed,
    },
    /// Codes were applied: these are now the last ones.
    Applied {
        codes: Vec<CodeId>,
        codings: Vec<CodingId>,
    },
    /// On which passage a paraphrase is to be.
    Paraphrase(DocumentId, Span),
    /// So many documents are to be revisited by what was just done; and how it is done without.
    Marked {
        count: usize,
        without: Work,
    },
    /// A code was made: the cursor goes there.
    CodeMade(CodeId),
    /// The file that the open prompt names is there already.
    FileThere(PathBuf),
    /// What the open prompt asked for is done, in words: it closes.
    Accepted(String),
    /// Something to know beside what was done.
    Warned(String),
    /// Nothing means the text of this document: the file is asked for that it is read anew from.
    Replace(DocumentId),
    /// A text to be read.
    Page(Page),
    Recordings(DocumentId, Vec<Recording>),
    Consents {
        document: DocumentId,
        /// The persons who speak in it.
        persons: Vec<(PersonId, String)>,
        rows: Vec<Consent>,
    },
    Guides(GuidesFor, Vec<Reference>),
    /// A guide, and the codes that it asks about.
    Asked(ReferenceId, Vec<CodeId>),
    /// How the player is to be called, and what it plays, in words.
    Play {
        command: Vec<String>,
        said: String,
    },
    /// The player has ended by itself, or could not be started.
    PlayerEnded(Result<()>),
    /// What became of a correction.
    Corrected(Box<Corrected>),
    /// The person's editor ended; none: nothing was changed.
    Edited(Box<Outside>, Left),
    /// The person's editor ended that had the text of the open one; none: nothing was changed.
    EditedText(Left),
    /// Of names, sealing and erasing.
    Names(Box<Told>),
    /// Of the differences of coders.
    Consolidation(Box<super::bridge::consolidation::Told>),
    /// Of packages.
    Sharing(Box<super::bridge::sharing::Told>),
    Failed(Error),
}

/// A mouse event with what is under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    pub kind: MouseKind,
    pub column: u16,
    pub row: u16,
    pub hit: Option<Target>,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    Down,
    Drag,
    Up,
    WheelUp,
    WheelDown,
}

/// What a place on the screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Pane(super::model::Pane),
    /// A line that can be dragged.
    Edge(super::model::Edge),
    /// A line of the documents pane.
    Document(usize),
    Code(CodeId),
    /// A row of the transcript: its paragraph, its code points, the column where its text begins.
    Row {
        paragraph: usize,
        span: Span,
        left: u16,
    },
    /// A code's stripe or name in the margin.
    Stripe(CodingId),
    /// A code into which segments are sorted.
    Subcode(CodeId),
    /// A line of the list in the main area.
    Line(usize),
    /// A line and a column of the Summary Grid.
    Cell(usize, usize),
    /// Row and column of a table.
    TableCell(usize, usize),
    /// A choice in a popup.
    Choice(usize),
    /// A word that does a command.
    Does(super::command::Command),
    /// Inside a popup, but nothing in particular.
    Popup,
}

/// What the panes show, as far as it changed.
#[derive(Debug, Default)]
pub struct News {
    pub project: Option<ProjectNews>,
    pub documents: Option<Vec<Document>>,
    /// Of these documents only.
    pub coded: HashMap<DocumentId, u32>,
    pub status: Option<HashMap<DocumentId, Status>>,
    /// Codes to revisit, by document.
    pub waiting: Option<HashMap<DocumentId, usize>>,
    pub tree: Option<Arc<CodeTree>>,
    pub counts: Option<HashMap<CodeId, u32>>,
    /// Codings of the open documents.
    pub codings: Vec<(DocumentId, Vec<Coding>)>,
    pub memos: Option<Vec<Memo>>,
    pub paraphrases: Option<Vec<Paraphrased>>,
    pub material: Option<Material>,
    /// The open transcripts, where their texts, their paragraphs or who speaks them have changed.
    pub again: Vec<Opened>,
    pub drafts: Option<Vec<DraftText>>,
    /// What this copy remembers of the workbench.
    pub remembered: Option<String>,
    /// In a lesson: where one is in it.
    pub lesson: Option<String>,
    /// Something was taken back, or done again.
    pub turned: Option<Direction>,
    /// What was done, in words; shown for a while.
    pub said: Option<String>,
    pub changed: Changed,
}

/// What hardly ever changes.
#[derive(Debug)]
pub struct ProjectNews {
    pub name: String,
    /// Where the project file lies.
    pub folder: PathBuf,
    pub coder: CoderId,
    pub coders: Vec<crate::model::coders::Coder>,
    pub passes: Vec<crate::model::coders::Pass>,
    pub pattern: Pattern,
    /// Whether the coders see each other's work everywhere.
    pub released: bool,
    pub warnings: Vec<String>,
}

/// A transcript to be read.
#[derive(Debug, Clone)]
pub struct Opened {
    pub transcript: Transcript,
    pub speakers: Vec<crate::model::documents::Speaker>,
    pub codings: Vec<Coding>,
    /// Where to go.
    pub span: Option<Span>,
    /// Into which half of two; none: where the keys are.
    pub half: Option<Half>,
}

/// A file that is to be imported, and how.
#[derive(Debug, Clone)]
pub struct Asked {
    pub file: PathBuf,
    pub options: ReadOptions,
    /// What its documents are to be called, by their number in the file (0: the only one).
    pub wanted: BTreeMap<u32, ImportAs>,
    /// The documents that the person leaves out.
    pub without: BTreeSet<u32>,
    /// What it holds, read with these options.
    pub read: Option<Result<Vec<Arc<Ready>>>>,
}

/// A document that an import would bring, or a file that cannot be read.
#[derive(Debug, Clone)]
pub struct Found {
    /// Which of the files, and which document of it.
    pub asked: usize,
    pub part: u32,
    /// The file's name without its folder; with its number where it is one of many.
    pub name: String,
    pub ready: Result<Arc<Ready>>,
    pub label: String,
    pub title: String,
    pub group: String,
    /// Why it cannot be stored as it is: its label is taken, it is there already.
    pub refused: Option<Error>,
    /// The person leaves it out.
    pub without: bool,
}

impl Found {
    /// Whether it would be stored.
    pub fn is_ready(&self) -> bool {
        self.ready.is_ok() && self.refused.is_none() && !self.without
    }
}

/// A transcript to be stored.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its place in the preview.
    pub at: usize,
    pub name: String,
    pub ready: Arc<Ready>,
    pub wanted: ImportAs,
    /// The document that is read anew from it.
    pub replaces: Option<DocumentId>,
}

/// A transcript as it was read, with what a preview says of it.
#[derive(Debug)]
pub struct Ready {
    pub source: Source,
    pub draft: Draft,
    /// Numbered ones.
    pub paragraphs: u32,
    pub words: u32,
    /// Paragraphs with a time.
    pub timed: u32,
    /// The first paragraphs with their numbers.
    pub begins: Vec<Beginning>,
}

/// A search hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub document: DocumentId,
    pub span: Span,
    pub citation: String,
    /// The words around it, and where the hit is in them (bytes).
    pub context: String,
    pub within: std::ops::Range<usize>,
    pub of: HitOf,
}

/// What the words of a hit are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HitOf {
    /// The transcript's own, at this place.
    #[default]
    Text,
    /// A paraphrase of the passage.
    Paraphrase,
    /// Of a summary, which stands at no place.
    Summary(WrittenOn),
    Memo(MemoId),
    /// Its name, or what the coding guide says of it.
    Code(CodeId),
    /// What can be done in the workbench.
    Command(Command),
}

impl HitOf {
    /// The group that it is listed in; `hits-NAME` is its heading.
    pub fn group(self) -> &'static str {
        match self {
            HitOf::Text => "text",
            HitOf::Paraphrase => "paraphrases",
            HitOf::Summary(_) => "summaries",
            HitOf::Memo(_) => "memos",
            HitOf::Code(_) => "codes",
            HitOf::Command(_) => "commands",
        }
    }
}
