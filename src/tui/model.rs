//! All state of the workbench as plain data. `update` changes it, `view` draws it, nothing else holds any.

pub mod comparing;
pub mod consolidate;
pub mod counted;
pub mod halves;
pub mod lesson;
pub mod lists;
pub mod names;
pub mod overlay;
pub mod page;
pub mod picker;
pub mod preview;
pub mod reading;
pub mod report;
pub mod returning;
pub mod sharing;
pub mod study;
pub mod table;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub use comparing::Comparing;
pub use halves::{Edge, Half};
pub use lists::{GridRows, GridView, Listing, ListingKind, Search};
pub use overlay::{Form, FormKind, Menu, MenuItem, MenuKind, Overlay, Picker, PickerKind};
pub use preview::Preview;
pub use reading::{Reading, Select, Top, Wrapped};
pub use study::{DividedBy, DocumentRow, Heading, Material, Study};
pub use table::TableView;

use super::command::{Command, Context, Need};
use super::keymap::Keymap;
use super::keys::Key;
use super::theme::Theme;
use crate::analysis::query::words::Vocabulary;
use crate::i18n::Lang;
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::store::drafts::DraftText;
use counted::Counted;

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    Documents,
    Codes,
    #[default]
    Main,
}

/// What the large area shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Main {
    #[default]
    Transcript,
    Listing,
    Grid,
    /// A data sheet or another computed table.
    Table,
    /// The walk through the differences of coders.
    Consolidate,
}

/// A list's cursor and its first visible line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    pub at: usize,
    pub top: usize,
}

impl Cursor {
    /// Moves by `steps`, stays in a list of `len`, and keeps itself in a window of `height` lines.
    pub fn step(&mut self, steps: isize, len: usize, height: usize) {
        self.set(self.at.saturating_add_signed(steps), len, height);
    }
    pub fn set(&mut self, at: usize, len: usize, height: usize) {
        self.at = at.min(len.saturating_sub(1));
        let height = height.max(1);
        self.top = self.top.min(self.at).max((self.at + 1).saturating_sub(height));
        self.top = self.top.min(len.saturating_sub(height.min(len)));
    }
}

/// How the window is divided; remembered per project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Columns of the side panes.
    pub side: u16,
    /// Columns of running text.
    pub text: u16,
    /// Share of the documents pane in the side, per cent.
    pub split: u16,
    /// Share of the left of two transcripts, per mille.
    pub left: u16,
}

impl Default for Sizes {
    fn default() -> Self {
        Sizes { side: 32, text: 76, split: 42, left: 500 }
    }
}

/// A message at the foot of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    pub text: String,
    pub kind: ToastKind,
    /// Since when and until when (milliseconds of the model's clock).
    pub since: u64,
    pub until: u64,
}

/// What a message says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastKind {
    Done,
    Notice,
    Error,
}

/// The documents and codes that are switched on; none means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Active {
    pub documents: BTreeSet<DocumentId>,
    pub codes: BTreeSet<CodeId>,
}

/// A text that left its editor, until it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    /// The field of its draft, and the draft.
    pub field: String,
    pub text: String,
    /// Whether the draft is kept already.
    pub kept: bool,
}

/// What a coder has to hand, and finds so again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    pub slots: [Option<CodeId>; 9],
    pub active: Active,
}

/// How often something was taken back and done again since the workbench was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Turned {
    pub undone: usize,
    pub redone: usize,
}

/// All state.
#[derive(Debug)]
pub struct Model {
    pub width: u16,
    pub height: u16,
    pub lang: Lang,
    pub theme: Theme,
    pub keymap: Keymap,
    pub sizes: Sizes,
    /// Milliseconds since the start.
    pub clock: u64,
    /// Pieces of work that keys wait for.
    pub busy: u32,
    pub busy_since: u64,
    /// How much of the job under way is done, per cent.
    pub progress: u8,
    /// What it is at: a file's name.
    pub doing: String,
    pub study: Study,

    pub pane: Pane,
    /// The side pane shown where there is room for one.
    pub side: Pane,
    pub main: Main,
    pub documents: Cursor,
    pub codes: Cursor,
    pub folded: HashSet<CodeId>,
    /// Only codes with these words are shown, and what is above them; empty: all.
    pub code_filter: String,
    /// The transcript that the keys are for.
    pub reading: Option<Reading>,
    /// The one at rest, where two are open side by side; only beside [`Self::reading`].
    pub resting: Option<Reading>,
    /// In which half the keys are, where two are open.
    pub half: Half,
    /// The edge that the mouse is moving.
    pub dragged: Option<Edge>,
    /// The open documents that the worker was told of last.
    pub told_open: Vec<DocumentId>,
    /// The current paragraph of documents read before.
    pub places: HashMap<DocumentId, usize>,
    pub listing: Listing,
    /// What queries are asked of.
    pub active: Active,
    /// The documents that the worker's lists answer for; none: all.
    pub told_active: Option<BTreeSet<DocumentId>>,
    /// What could be typed in a query.
    pub vocabulary: Vocabulary,
    /// The saved queries, as they were listed last.
    pub saved: Vec<crate::ops::queries::Named>,
    pub grid: GridView,
    pub table: TableView,
    pub names: names::NamesView,
    pub comparing: Comparing,
    pub consolidate: consolidate::ConsolidateView,
    pub report: report::ReportView,
    /// Whether new meanings mark what was coded before, once that was asked.
    pub marks: Option<bool>,
    /// How that which marked is done without marking.
    pub unmarked: Option<super::effect::Work>,
    /// Whether the transcript is read without the paraphrases below its paragraphs; remembered per project.
    pub hides_paraphrases: bool,

    pub overlays: Vec<Overlay>,
    /// Presses of keys and mouse so far: who has pressed something since a job began has gone on.
    pub presses: u64,
    /// Keys of a sequence that is not complete, and since when.
    pub pressed: Vec<Key>,
    pub pressed_at: u64,
    pub toast: Option<Toast>,
    /// Codes applied, the latest first.
    pub recent: Vec<CodeId>,
    /// What `repeat` applies.
    pub last: Vec<CodeId>,
    /// The codes of the quick slots of the coder who works.
    pub slots: [Option<CodeId>; 9],
    /// Slots and activation of the others who have worked in this copy.
    pub desks: BTreeMap<CoderId, Desk>,
    pub drafts: Vec<DraftText>,
    /// The text that is being stored and not yet confirmed.
    pub saving: Option<Saving>,
    /// What was remembered last of how the workbench is arranged, and since when it may be otherwise.
    pub remembered: String,
    /// The view that was left, on the way back to it.
    pub returning: Option<returning::Returning>,
    pub moved: Option<u64>,
    pub coding_after: Option<CodingId>,
    /// What the player plays, in words.
    pub playing: Option<String>,
    pub ending: bool,
    /// The lesson, in the study that is one.
    pub lesson: Option<lesson::Lesson>,
    pub turned: Turned,
}

impl Model {
    pub fn new(width: u16, height: u16, lang: Lang, theme: Theme) -> Model {
        Model {
            width,
            height,
            lang,
            theme,
            keymap: Keymap::default(),
            sizes: Sizes::default(),
            clock: 0,
            busy: 0,
            busy_since: 0,
            progress: 0,
            doing: String::new(),
            study: Study::default(),
            pane: Pane::Documents,
            side: Pane::Documents,
            main: Main::default(),
            documents: Cursor::default(),
            codes: Cursor::default(),
            folded: HashSet::new(),
            code_filter: String::new(),
            reading: None,
            resting: None,
            half: Half::Left,
            dragged: None,
            told_open: Vec::new(),
            places: HashMap::new(),
            listing: Listing::default(),
            active: Active::default(),
            told_active: None,
            vocabulary: Vocabulary::default(),
            saved: Vec::new(),
            grid: GridView::default(),
            table: TableView::default(),
            names: names::NamesView::default(),
            comparing: Comparing::default(),
            consolidate: consolidate::ConsolidateView::default(),
            report: report::ReportView::default(),
            marks: None,
            unmarked: None,
            hides_paraphrases: false,
            overlays: Vec::new(),
            presses: 0,
            pressed: Vec::new(),
            pressed_at: 0,
            toast: None,
            recent: Vec::new(),
            last: Vec::new(),
            slots: [None; 9],
            desks: BTreeMap::new(),
            drafts: Vec::new(),
            saving: None,
            remembered: String::new(),
            returning: None,
            moved: None,
            coding_after: None,
            playing: None,
            ending: false,
            lesson: None,
            turned: Turned::default(),
        }
    }

    /// Whether something long is under way: a search, the reading of files, a sealing.
    pub fn working(&self) -> bool {
        let waits = |overlay: &Overlay| match overlay {
            Overlay::Preview(preview) => preview.is_working(),
            Overlay::Waiting { .. } => true,
            _ => false,
        };
        let jobs = [
            self.listing.search.is_some(),
            self.names.since.is_some(),
            self.comparing.computing.is_some(),
            self.report.since.is_some(),
        ];
        jobs.contains(&true) || self.overlays.iter().any(waits)
    }

    /// The contexts in which a key is looked up now, the most particular first.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = match (self.pane, self.main) {
            (Pane::Documents, _) => vec![Context::Documents],
            (Pane::Codes, _) => vec![Context::Codes],
            (Pane::Main, Main::Transcript) => vec![Context::Transcript],
            (Pane::Main, Main::Listing) if self.listing.kind == ListingKind::Sorting => {
                vec![Context::Sorting]
            }
            (Pane::Main, Main::Listing) => vec![Context::Segments],
            (Pane::Main, Main::Grid) => vec![Context::Grid],
            (Pane::Main, Main::Table) if self.table.counted().is_some() => {
                vec![Context::Counted, Context::Table]
            }
            (Pane::Main, Main::Table) => vec![Context::Table],
            (Pane::Main, Main::Consolidate) => vec![Context::Consolidate],
        };
        if contexts == [Context::Transcript] && self.selecting() {
            contexts.insert(0, Context::Selecting);
        }
        if self.lesson.as_ref().is_some_and(|lesson| lesson.shown) {
            contexts.push(Context::Lesson);
        }
        contexts.push(Context::Global);
        contexts
    }

    /// The counted table that is shown.
    fn counted(&self) -> Option<&Counted> {
        self.table.counted().filter(|_| self.main == Main::Table)
    }

    /// Whether letters or words are being selected.
    pub fn selecting(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| matches!(reading.select, Select::Letters { .. }))
    }

    /// Whether what a command needs is there.
    pub fn has(&self, need: Need) -> bool {
        match need {
            Need::Nothing => true,
            Need::Document => self.document_at_cursor().is_some(),
            Need::Transcript => self.reading.is_some(),
            Need::Halves => self.resting.is_some(),
            Need::Passage => self.passage().is_some(),
            Need::Code => self.code_at_cursor().is_some(),
            Need::Codes => !self.study.tree.is_empty(),
            Need::Segment => self.segment_at_cursor().is_some() || self.own_codings_here() > 0,
            Need::Repeat => !self.last.is_empty() && self.passage().is_some(),
            Need::Hits => self.listing.kind == ListingKind::Hits && !self.listing.hits.is_empty(),
            Need::Cell => self.main == Main::Grid && self.grid.cell().is_some(),
            Need::TableCell => self.main == Main::Table && self.table.cell().is_some(),
            Need::Table => self.main == Main::Table && self.table.report.is_some(),
            Need::TableNext => self.main == Main::Table && self.table.has_next(),
            Need::TablePublished => self.main == Main::Table && self.table.has_published(),
            Need::Sheet => {
                use table::Report::{Coders, Sheet};
                self.main == Main::Table && matches!(self.table.report, Some(Sheet { .. } | Coders))
            }
            Need::CountNext => self.counted().cloned().and_then(Counted::counting_next).is_some(),
            Need::CountCodes => self.counted().cloned().and_then(Counted::codes_next).is_some(),
            Need::CountPercent => self.counted().cloned().and_then(Counted::figured_next).is_some(),
            Need::CountTurn => self.counted().cloned().and_then(Counted::turned).is_some(),
            Need::CountDraw => self.counted().is_some_and(Counted::is_drawing),
            Need::Paraphrase => {
                self.passage().is_some_and(|(document, span)| {
                    self.study.own_paraphrases_in(document, span).next().is_some()
                }) || self.listing_paraphrase().is_some()
            }
            Need::Paraphrases => !self.study.paraphrases.is_empty(),
            Need::ParaphraseList => {
                self.main == Main::Listing && self.listing.kind == ListingKind::Paraphrases
            }
            Need::Query => self.main == Main::Listing && self.listing.asked.is_some(),
            Need::Listed => {
                let found = matches!(self.listing.kind, ListingKind::Hits) || self.listing.asked.is_some();
                self.main == Main::Listing && found && !self.listing.is_empty()
            }
            Need::Sorting => self.main == Main::Listing && self.listing.kind == ListingKind::Sorting,
            Need::Findings => self.main == Main::Listing && self.listing.kind == ListingKind::Findings,
            Need::Lesson => self.lesson.is_some(),
            Need::Drafts => !self.drafts.is_empty(),
            Need::Difference => self.main == Main::Consolidate && self.consolidate.item().is_some(),
            Need::Consolidation => self.main == Main::Consolidate,
        }
    }

    /// Whether a command can be done now; otherwise why not, in words.
    pub fn can(&self, command: Command) -> Result<(), String> {
        let need = command.spec().need;
        if self.has(need) { Ok(()) } else { Err(crate::tr!(need.key())) }
    }

    /// The document under the cursor of the documents pane, or the one that is read.
    pub fn document_at_cursor(&self) -> Option<DocumentId> {
        match self.pane {
            Pane::Documents => match self.study.rows.get(self.documents.at) {
                Some(DocumentRow::Document(id)) => Some(*id),
                _ => None,
            },
            Pane::Main if self.main == Main::Consolidate => self.consolidate.seen.document,
            _ => self.reading.as_ref().map(|reading| reading.document),
        }
    }

    /// The code system as it is shown: folded codes hide theirs; with a filter, what has its words and what is above.
    pub fn visible_codes(&self) -> Vec<&crate::model::codes::Node> {
        let nodes = self.study.tree.nodes();
        let words = self.code_filter.trim().to_lowercase();
        if !words.is_empty() {
            let fits = |node: &crate::model::codes::Node| node.code.name.to_lowercase().contains(&words);
            let below = |at: usize, node: &crate::model::codes::Node| {
                nodes.get(at..=at + node.descendants).unwrap_or_default().iter().any(fits)
            };
            return nodes
                .iter()
                .enumerate()
                .filter(|(at, node)| below(*at, node))
                .map(|(_, node)| node)
                .collect();
        }
        let mut shown = Vec::with_capacity(nodes.len());
        let mut at = 0;
        while let Some(node) = nodes.get(at) {
            shown.push(node);
            at += 1 + if self.folded.contains(&node.code.id) { node.descendants } else { 0 };
        }
        shown
    }

    /// The code under the cursor of the codes pane.
    pub fn code_at_cursor(&self) -> Option<CodeId> {
        self.visible_codes().get(self.codes.at).map(|node| node.code.id)
    }

    /// The coded segment that the cursor is on, in the transcript or in a list.
    pub fn segment_at_cursor(&self) -> Option<CodingId> {
        if self.main == Main::Listing && self.pane == Pane::Main {
            return self.listing.segment().map(|segment| segment.coding.id);
        }
        let reading = self.reading.as_ref()?;
        if let Some(id) = reading.segment {
            return Some(id);
        }
        let span = reading.passage(self.study.coder)?;
        let mut here =
            reading.codings.iter().filter(|c| c.span.overlaps(span) && Some(c.coder) == self.study.coder);
        match (here.next(), here.next()) {
            (Some(only), None) => Some(only.id),
            _ => None,
        }
    }

    /// The paraphrase under the cursor of their list.
    pub fn listing_paraphrase(&self) -> Option<&crate::model::paraphrases::Paraphrased> {
        if self.main == Main::Listing && self.pane == Pane::Main { self.listing.paraphrase() } else { None }
    }

    /// How many of the coder's own segments touch the passage in the transcript.
    fn own_codings_here(&self) -> usize {
        let Some(reading) = self.reading.as_ref().filter(|_| self.main == Main::Transcript) else { return 0 };
        let Some(span) = reading.passage(self.study.coder) else { return 0 };
        reading.codings_in(span).filter(|(coding, _)| Some(coding.coder) == self.study.coder).count()
    }

    /// The passage that a command acts on: a line of a list, the selection, or the current paragraph.
    pub fn passage(&self) -> Option<(DocumentId, crate::text::Span)> {
        if self.main == Main::Listing && self.pane == Pane::Main {
            return self.listing.place();
        }
        if self.main == Main::Consolidate && self.pane == Pane::Main {
            return self.consolidate.place();
        }
        let reading = self.reading.as_ref()?;
        Some((reading.document, reading.passage(self.study.coder)?))
    }

    /// Says what went wrong, with the way out.
    pub fn fail(&mut self, error: crate::error::Error) {
        let text = match error.hint {
            Some(hint) => format!("{} {hint}", error.message),
            None => error.message,
        };
        self.say(text, ToastKind::Error);
    }

    /// Says something at the foot of the window for a while.
    pub fn say(&mut self, text: impl Into<String>, kind: ToastKind) {
        let text = text.into();
        let lasts = if kind == ToastKind::Done { 5_000 } else { 9_000 };
        self.toast = Some(Toast { text, kind, since: self.clock, until: self.clock + lasts });
    }
}
