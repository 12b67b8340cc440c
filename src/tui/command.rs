//! The one table of commands: name, where it applies, default keys, what it needs.
//!
//! The keymap, the palette, `?`, the footer hints and the key reference are made from it. `command-NAME` in `locales/`
//! says what it does, `hint-NAME` is the short word of the footer, `alias-NAME` what else the palette finds it by (what
//! MAXQDA calls it).

/// Where keys apply. The most particular one wins: [`Context::Selecting`] before [`Context::Transcript`] before
/// [`Context::Global`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    Global,
    Documents,
    Codes,
    Transcript,
    /// While letters and words are being selected in the transcript.
    Selecting,
    /// A list of segments or search hits.
    Segments,
    Grid,
    /// A data sheet or another table.
    Table,
    /// Segments of a code on their way into its subcodes.
    Sorting,
    /// The walk through the differences of coders.
    Consolidate,
    /// A table of what codings and words amount to; before [`Context::Table`].
    Counted,
    /// Everywhere, while the lesson is seen; before [`Context::Global`].
    Lesson,
}

impl Context {
    pub const ALL: [Context; 12] = [
        Context::Global,
        Context::Documents,
        Context::Codes,
        Context::Transcript,
        Context::Selecting,
        Context::Segments,
        Context::Sorting,
        Context::Grid,
        Context::Table,
        Context::Consolidate,
        Context::Counted,
        Context::Lesson,
    ];
    /// The name in a keymap file; `context-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            Context::Global => "global",
            Context::Documents => "documents",
            Context::Codes => "codes",
            Context::Transcript => "transcript",
            Context::Selecting => "selecting",
            Context::Segments => "segments",
            Context::Sorting => "sorting",
            Context::Grid => "grid",
            Context::Table => "table",
            Context::Consolidate => "consolidate",
            Context::Counted => "counted",
            Context::Lesson => "lesson",
        }
    }
    pub fn from_name(name: &str) -> Option<Context> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }
}

/// What must be there for a command; `need-NAME` says what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Nothing,
    /// A document under the cursor.
    Document,
    /// An open transcript.
    Transcript,
    /// Two open transcripts.
    Halves,
    /// An open transcript and at least a passage at the cursor.
    Passage,
    /// A code under the cursor of the code system.
    Code,
    /// Any code at all.
    Codes,
    /// A coded segment at the cursor.
    Segment,
    /// A code that was applied before.
    Repeat,
    /// Hits of a search.
    Hits,
    /// The open Summary Grid with a cell.
    Cell,
    /// An open table.
    Table,
    /// An open table with a cell.
    TableCell,
    /// A table that can be seen in another way, that has published values, or to which variables belong.
    TableNext,
    TablePublished,
    Sheet,
    /// A counted table that can be made in this other way.
    CountNext,
    CountCodes,
    CountPercent,
    CountTurn,
    CountDraw,
    /// A paraphrase of one's own on the passage at the cursor.
    Paraphrase,
    /// Any paraphrase at all.
    Paraphrases,
    /// The open list of paraphrases.
    ParaphraseList,
    /// A list of search hits, or of what answers a query.
    Listed,
    /// Segments that are being sorted.
    Sorting,
    /// The open list of what was found in a report.
    Findings,
    /// A list that answers a query.
    Query,
    /// The study of the lesson.
    Lesson,
    /// Texts that were not saved.
    Drafts,
    /// The open walk through the differences of coders.
    Consolidation,
    /// A difference in it.
    Difference,
}

impl Need {
    pub fn key(self) -> &'static str {
        match self {
            Need::Nothing => "need-nothing",
            Need::Document => "need-document",
            Need::Transcript => "need-transcript",
            Need::Halves => "need-halves",
            Need::Passage => "need-passage",
            Need::Code => "need-code",
            Need::Codes => "need-codes",
            Need::Segment => "need-segment",
            Need::Repeat => "need-repeat",
            Need::Hits => "need-hits",
            Need::Cell => "need-cell",
            Need::Table => "need-table",
            Need::TableCell => "need-table",
            Need::TableNext | Need::Sheet => "table-only-sheet",
            Need::TablePublished => "table-no-published",
            Need::CountNext => "count-no-measure",
            Need::CountCodes => "count-no-codes",
            Need::CountPercent => "count-no-percent",
            Need::CountTurn => "count-no-turn",
            Need::CountDraw => "count-no-drawing",
            Need::Paraphrase => "need-paraphrase",
            Need::Paraphrases => "need-paraphrases",
            Need::ParaphraseList => "need-paraphrase-list",
            Need::Listed => "need-listed",
            Need::Sorting => "need-sorting",
            Need::Findings => "need-findings",
            Need::Query => "query-nothing-asked",
            Need::Lesson => "need-lesson",
            Need::Drafts => "need-drafts",
            Need::Consolidation => "need-consolidation",
            Need::Difference => "need-consolidation",
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    pub name: &'static str,
    pub need: Need,
    /// Default keys with their context; the first one's context is where the command belongs.
    pub keys: &'static [(Context, &'static str)],
    /// Place in the footer of its contexts, the smallest first; none: not there.
    pub hint: Option<u8>,
}

macro_rules! commands {
    ($($variant:ident = $name:literal, $need:ident, [$($context:ident $key:literal),* $(,)?] $(, hint $hint:literal)?;)+) => {
        /// Everything that can be done in the workbench.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $($variant),+ }
        impl Command {
            pub const ALL: &[Command] = &[$(Command::$variant),+];
            pub fn spec(self) -> Spec {
                match self {
                    $(Command::$variant => Spec {
                        name: $name,
                        need: Need::$need,
                        keys: &[$((Context::$context, $key)),*],
                        hint: commands!(@hint $($hint)?),
                    }),+
                }
            }
            pub fn from_name(name: &str) -> Option<Command> {
                match name { $($name => Some(Command::$variant),)+ _ => None }
            }
        }
    };
    (@hint) => { None };
    (@hint $hint:literal) => { Some($hint) };
}

commands! {
    // Coding
    Code = "code", Passage, [Transcript "c", Segments "c"], hint 1;
    Repeat = "repeat", Repeat, [Transcript "."], hint 2;
    SlotOne = "slot-1", Nothing, [Transcript ",1", Segments ",1", Codes ",1", Sorting "1"];
    SlotTwo = "slot-2", Nothing, [Transcript ",2", Segments ",2", Codes ",2", Sorting "2"];
    SlotThree = "slot-3", Nothing, [Transcript ",3", Segments ",3", Codes ",3", Sorting "3"];
    SlotFour = "slot-4", Nothing, [Transcript ",4", Segments ",4", Codes ",4", Sorting "4"];
    SlotFive = "slot-5", Nothing, [Transcript ",5", Segments ",5", Codes ",5", Sorting "5"];
    SlotSix = "slot-6", Nothing, [Transcript ",6", Segments ",6", Codes ",6", Sorting "6"];
    SlotSeven = "slot-7", Nothing, [Transcript ",7", Segments ",7", Codes ",7", Sorting "7"];
    SlotEight = "slot-8", Nothing, [Transcript ",8", Segments ",8", Codes ",8", Sorting "8"];
    SlotNine = "slot-9", Nothing, [Transcript ",9", Segments ",9", Codes ",9", Sorting "9"];
    Slots = "slots", Nothing, [Global ",,"];
    Uncode = "uncode", Passage, [Transcript "x"], hint 4;
    CodeHits = "code-hits", Listed, [Segments "C"], hint 2;
    CodeSpeaker = "code-speaker", Transcript, [Transcript "zr"];
    InVivo = "in-vivo", Passage, [Transcript "i"];
    Weight = "weight", Segment, [Transcript "w", Segments "w", Sorting "w"];
    Comment = "comment", Segment, [Transcript "e", Segments "e", Sorting "e"];
    Anchor = "anchor-example", Segment, [Transcript "a", Segments "a", Sorting "a"];
    Memo = "memo", Nothing, [Global "m"], hint 5;
    MemoProject = "memo-project", Nothing, [Global "M"];
    MemoCase = "memo-case", Document, [];
    Protocol = "protocol", Document, [Documents "P"];
    Logbook = "logbook", Nothing, [];
    Memos = "memos", Nothing, [Global "zm"];
    Templates = "memo-templates", Nothing, [];
    LogbookList = "logbook-list", Nothing, [Global "zl"];
    Paraphrase = "paraphrase", Passage, [Transcript "P", Segments "P"], hint 7;
    ParaphraseRemove = "paraphrase-remove", Paraphrase, [Segments "D", Segments "<delete>"], hint 6;
    Paraphrases = "paraphrases", Paraphrases, [Transcript "zP"];
    ParaphrasesShow = "paraphrases-show", Transcript, [Transcript "zp"];
    ParaphraseFilter = "paraphrase-filter", ParaphraseList, [Segments "f"], hint 3;
    Quote = "copy-quotation", Passage, [Transcript "y", Segments "y", Sorting "y"];
    Cite = "copy-citation", Passage, [Transcript "Y", Segments "Y"];
    // Selecting
    SelectLetters = "select-letters", Transcript, [Transcript "v"], hint 3;
    SelectParagraphs = "select-paragraphs", Transcript, [Transcript "V"];
    SelectDown = "select-down", Transcript, [Transcript "<shift-down>", Transcript "J"];
    SelectUp = "select-up", Transcript, [Transcript "<shift-up>", Transcript "K"];
    LetterRight = "letter-right", Transcript, [Selecting "l", Selecting "<right>", Selecting "<shift-right>"], hint 3;
    LetterLeft = "letter-left", Transcript, [Selecting "h", Selecting "<left>", Selecting "<shift-left>"];
    WordRight = "word-right", Transcript, [Selecting "w", Selecting "<ctrl-right>"], hint 2;
    WordLeft = "word-left", Transcript, [Selecting "b", Selecting "<ctrl-left>"];
    SelectRowDown = "select-row-down", Transcript, [Selecting "j", Selecting "<down>", Selecting "<shift-down>"];
    SelectRowUp = "select-row-up", Transcript, [Selecting "k", Selecting "<up>", Selecting "<shift-up>"];
    SelectStart = "select-to-start", Transcript, [Selecting "0", Selecting "<home>"];
    SelectEnd = "select-to-end", Transcript, [Selecting "$", Selecting "<end>"];
    GrowEnd = "grow-end", Segment, [Transcript "<ctrl-right>"];
    ShrinkEnd = "shrink-end", Segment, [Transcript "<ctrl-left>"];
    GrowStart = "grow-start", Segment, [Transcript "<alt-left>"];
    ShrinkStart = "shrink-start", Segment, [Transcript "<alt-right>"];
    Resize = "resize-segment", Passage, [Selecting "r"];
    SelectSentence = "select-sentence", Transcript, [Transcript "s", Selecting "s"], hint 8;
    SelectNextSentence = "select-next-sentence", Transcript, [Selecting "S"];
    SelectFix = "select-from-here", Transcript, [Selecting "v", Selecting "<space>"], hint 1;
    // Moving
    Down = "down", Nothing, [Transcript "j", Transcript "<down>", Documents "j", Documents "<down>",
        Codes "j", Codes "<down>", Segments "j", Segments "<down>", Sorting "j", Sorting "<down>", Grid "j", Grid "<down>", Table "j", Table "<down>",
        Consolidate "j", Consolidate "<down>"];
    Up = "up", Nothing, [Transcript "k", Transcript "<up>", Documents "k", Documents "<up>",
        Codes "k", Codes "<up>", Segments "k", Segments "<up>", Sorting "k", Sorting "<up>", Grid "k", Grid "<up>", Table "k", Table "<up>",
        Consolidate "k", Consolidate "<up>"];
    RowDown = "row-down", Transcript, [Transcript "<ctrl-e>"];
    RowUp = "row-up", Transcript, [Transcript "<ctrl-y>"];
    PageDown = "page-down", Nothing, [Global "<page-down>", Global "<ctrl-f>", Transcript "<space>"];
    PageUp = "page-up", Nothing, [Global "<page-up>", Global "<ctrl-b>"];
    First = "first", Nothing, [Global "<home>"];
    Last = "last", Nothing, [Global "<end>"];
    Centre = "centre", Transcript, [Transcript "zz"];
    NextOpen = "next-open", Nothing, [Transcript "o", Grid "o", Sorting "o", Consolidate "o"], hint 6;
    PreviousOpen = "previous-open", Nothing, [Transcript "O", Grid "O", Sorting "O", Consolidate "O"];
    NextSegment = "next-segment", Transcript, [Transcript "l", Transcript "<right>"];
    PreviousSegment = "previous-segment", Transcript, [Transcript "h", Transcript "<left>"];
    CellRight = "cell-right", Cell, [Grid "l", Grid "<right>"];
    CellLeft = "cell-left", Cell, [Grid "h", Grid "<left>"];
    GoTo = "go-to", Nothing, [Global "g"], hint 7;
    Back = "back", Nothing, [Global "<esc>"];
    Open = "open", Nothing, [Documents "<enter>", Segments "<enter>", Sorting "<enter>", Consolidate "<enter>", Consolidate "<tab>"],
        hint 1;
    // Finding
    Search = "search", Nothing, [Global "/"], hint 8;
    NextHit = "next-hit", Hits, [Global "n"];
    PreviousHit = "previous-hit", Hits, [Global "N"];
    // Codes
    CodeSegments = "code-segments", Code, [Codes "<enter>", Codes "s"], hint 1;
    CodeApply = "code-apply", Code, [Codes "c"], hint 2;
    CodeAdd = "code-add", Nothing, [Codes "a"], hint 3;
    CodeRename = "code-rename", Code, [Codes "r"], hint 5;
    CodeDefine = "code-define", Code, [Codes "e"], hint 4;
    CodeColor = "code-colour", Code, [Codes "f"];
    CodeDown = "code-down", Code, [Codes "J", Codes "<shift-down>"];
    CodeUp = "code-up", Code, [Codes "K", Codes "<shift-up>"];
    CodeIndent = "code-indent", Code, [Codes "L", Codes "<shift-right>"];
    CodeOutdent = "code-outdent", Code, [Codes "H", Codes "<shift-left>"];
    CodeMove = "code-move", Code, [Codes "p"];
    CodeMerge = "code-merge", Code, [Codes "v"];
    CodeAnchors = "anchor-examples", Code, [Codes "x"];
    CodeFilter = "code-filter", Codes, [Codes "zf"];
    CodeSort = "sort-segments", Code, [Codes "S"], hint 6;
    SortMark = "sort-mark", Sorting, [Sorting "<space>"], hint 2;
    SortPick = "sort-pick", Sorting, [Sorting "n", Sorting "c"], hint 1;
    SortBack = "sort-back", Sorting, [Sorting "0"], hint 4;
    SortAgain = "sort-again", Sorting, [Sorting "."], hint 3;
    SortOnlyOpen = "sort-only-open", Sorting, [Sorting "t"], hint 5;
    CodeCite = "copy-bundle", Code, [Codes "y"];
    CodeRemove = "code-remove", Code, [Codes "D", Codes "<delete>"];
    Fold = "fold", Code, [Codes "h", Codes "<left>"];
    Unfold = "unfold", Code, [Codes "l", Codes "<right>"];
    FoldAll = "fold-all", Codes, [Codes "zc"];
    UnfoldAll = "unfold-all", Codes, [Codes "zo"];
    Query = "query", Nothing, [Global "Q"];
    Queries = "queries", Nothing, [Global "zq"];
    QuerySave = "query-save", Query, [Segments "S"], hint 5;
    QueryWithout = "query-without", Query, [Segments "W"], hint 6;
    Activate = "activate", Nothing, [Documents "<space>", Codes "<space>"];
    ActivateAll = "activate-all", Nothing, [Global "za"];
    ActivateWhere = "activate-where", Nothing, [Global "zw"];
    ActivateSet = "activate-set", Nothing, [Global "zi"];
    Subcodes = "with-subcodes", Nothing, [Segments "t", Grid "t"], hint 4;
    // Documents
    DocumentEdit = "document-edit", Nothing, [Documents "r"], hint 2;
    DocumentStatus = "document-status", Document, [Documents "d", Transcript "d"], hint 9;
    DocumentInfo = "document-info", Document, [Documents "i"], hint 3;
    DocumentRelease = "document-release", Document, [Documents "b"];
    DocumentStage = "document-stage", Document, [];
    DocumentGuide = "document-guide", Document, [];
    Consent = "consent", Document, [Documents "C"];
    Consents = "consents", Nothing, [];
    ConsentRemove = "consent-remove", Document, [];
    Recording = "recording", Document, [Documents "R"];
    DocumentRemove = "document-remove", Document, [Documents "D", Documents "<delete>"];
    DocumentsBy = "documents-by", Nothing, [Documents "v"];
    DocumentDown = "document-down", Nothing, [Documents "J", Documents "<shift-down>"];
    DocumentUp = "document-up", Nothing, [Documents "K", Documents "<shift-up>"];
    Import = "import", Nothing, [Global "I"];
    DocumentReplace = "document-replace", Document, [Documents "A"];
    Guides = "guides", Nothing, [Documents "l"];
    ImportGuide = "import-guide", Nothing, [];
    GuideCodes = "guide-codes", Codes, [];
    // Correcting the text
    CorrectParagraph = "correct-paragraph", Transcript, [Transcript "E"];
    ParagraphSpeaker = "paragraph-speaker", Transcript, [Transcript "S"];
    CorrectTranscript = "correct-transcript", Transcript, [];
    // The recording
    Play = "play", Passage, [Transcript "p", Segments "p", Consolidate "p"];
    SetTime = "set-time", Passage, [Transcript "t"];
    Release = "release-quotation", Passage, [];
    // The Summary Grid
    Grid = "grid", Nothing, [Global "G", Global "<f4>"], hint 9;
    CellEdit = "cell-edit", Cell, [Grid "<enter>", Grid "e"], hint 1;
    CellSegments = "cell-segments", Cell, [Grid "s"], hint 2;
    CellNotAsked = "cell-not-asked", Cell, [Grid "a"], hint 3;
    CellNoAnswer = "cell-no-answer", Cell, [Grid "w"];
    CellNothing = "cell-nothing", Cell, [Grid "r"];
    NextBare = "next-bare", Cell, [Grid "b"], hint 7;
    PreviousBare = "previous-bare", Cell, [Grid "B"];
    GridRows = "grid-rows", Cell, [Grid "R"], hint 5;
    GridTurn = "grid-turn", Cell, [Grid "x"];
    GridSave = "grid-save", Cell, [Grid "S"];
    DocumentSummary = "document-summary", Nothing, [Documents "e", Grid "E"];
    CodeSummary = "code-summary", Codes, [Codes "E", Grid "C"];
    CaseSummary = "case-summary", Nothing, [];
    // Tables
    Datasheet = "datasheet", Nothing, [Global "<f6>"];
    Tables = "tables", Nothing, [Global "<f7>", Global "T"];
    Sets = "sets", Nothing, [];
    TableEnter = "table-enter", TableCell, [Table "<enter>", Table "e"], hint 1;
    TableRight = "table-right", Table, [Table "l", Table "<right>"];
    TableLeft = "table-left", Table, [Table "h", Table "<left>"];
    TableNext = "table-next", TableNext, [Table "t"], hint 2;
    TablePublished = "table-published", TablePublished, [Table "p"], hint 3;
    TableSort = "table-sort", TableCell, [Table "s"], hint 4;
    TableOpen = "table-open", TableCell, [Table "o"], hint 5;
    TableCopy = "table-copy", TableCell, [Table "y"];
    CountList = "count-list", TableCell, [Counted "<enter>", Counted "e"], hint 1;
    CountNext = "count-next", CountNext, [Counted "t"], hint 2;
    CountCodes = "count-codes", CountCodes, [Counted "c"], hint 3;
    CountPercent = "count-percent", CountPercent, [Counted "%"], hint 4;
    CountTurn = "count-turn", CountTurn, [Counted "x"], hint 5;
    CountDraw = "count-draw", CountDraw, [Counted "v"], hint 6;
    // What codings and words amount to
    MatrixDocuments = "matrix-documents", Codes, [];
    MatrixCodes = "matrix-codes", Codes, [];
    MatrixGroups = "matrix-groups", Codes, [];
    MatrixSets = "matrix-sets", Codes, [];
    MatrixVariable = "matrix-variable", Codes, [];
    Quotes = "quotes", Codes, [];
    Coverage = "coverage", Codes, [];
    Portrait = "portrait", Document, [];
    Codeline = "codeline", Document, [];
    Words = "words", Nothing, [];
    Concordance = "concordance", Nothing, [Segments "v"];
    // Cells and their values
    VariableAdd = "variable-add", Sheet, [Table "a"], hint 6;
    VariableEdit = "variable-edit", Table, [Table "r"];
    VariableRemove = "variable-remove", Table, [Table "D"];
    VariableLeft = "variable-left", Table, [Table "H", Table "<shift-left>"];
    VariableRight = "variable-right", Table, [Table "L", Table "<shift-right>"];
    RowAdd = "row-add", Table, [Table "n"];
    RowMoveDown = "row-move-down", TableCell, [Table "J", Table "<shift-down>"];
    RowMoveUp = "row-move-up", TableCell, [Table "K", Table "<shift-up>"];
    RowRemove = "row-remove", TableCell, [Table "x", Table "<delete>"];
    SetAdd = "set-add", Nothing, [Documents "s", Table "S"];
    ImportValues = "import-values", Nothing, [];
    // Comparing coders
    Differences = "differences", Nothing, [Global "<f9>"];
    Compare = "compare", Transcript, [Transcript "zs"];
    NextDifference = "next-difference", Nothing, [Transcript "f"];
    PreviousDifference = "previous-difference", Nothing, [Transcript "F"];
    Agreement = "agreement", Nothing, [Global "A"];
    AgreementOptions = "agreement-options", Nothing, [];
    AgreementMethod = "agreement-method", Nothing, [Table "c"];
    Consensual = "agreement-consensual", Nothing, [];
    DifferenceFilter = "difference-filter", Nothing, [Table "f"];
    // Consolidating
    Consolidate = "consolidate", Nothing, [Global "<f10>", Transcript "zk"];
    TakeFirst = "take-first", Difference, [Consolidate "1"], hint 2;
    TakeSecond = "take-second", Difference, [Consolidate "2"], hint 3;
    TakeThird = "take-third", Difference, [Consolidate "3"];
    TakeFourth = "take-fourth", Difference, [Consolidate "4"];
    TakeAll = "take-all", Difference, [Consolidate "a"], hint 3;
    TakeNone = "take-none", Difference, [Consolidate "0"], hint 3;
    CodeAnew = "code-anew", Difference, [Consolidate "n"], hint 4;
    CodePassage = "code-passage", Passage, [Transcript "zn"];
    Reason = "reason", Difference, [Consolidate "r"], hint 5;
    TakeAgreed = "take-agreed", Consolidation, [Consolidate "A"], hint 7;
    SettleByRule = "settle-by-rule", Consolidation, [Consolidate "R"], hint 8;
    FinishConsensus = "finish-consensus", Consolidation, [Consolidate "F"], hint 9;
    NextDocument = "next-document", Consolidation, [Consolidate "J"];
    PreviousDocument = "previous-document", Consolidation, [Consolidate "K"];
    // A written report
    CheckReport = "check-report", Nothing, [Global "<f12>"];
    WriteReport = "write-report", Nothing, [];
    CheckAgain = "check-again", Findings, [Segments "r"], hint 2;
    CheckShow = "check-show", Findings, [Segments "s"], hint 3;
    CheckDetail = "check-detail", Findings, [Segments "d"], hint 4;
    Coders = "coders", Nothing, [];
    CodersAssign = "coders-assign", Nothing, [];
    CoderColor = "coder-colour", Nothing, [];
    CoderRename = "coder-rename", Nothing, [];
    Passes = "passes", Nothing, [];
    Revisit = "revisit", Nothing, [];
    CodebookVersions = "codebook-versions", Nothing, [];
    KeepVersion = "keep-version", Codes, [];
    RevisitCode = "revisit-code", Code, [];
    RevisitDone = "revisit-done", TableCell, [Table "d"];
    // Undoing
    Undo = "undo", Nothing, [Global "u"], hint 10;
    Redo = "redo", Nothing, [Global "<ctrl-r>"];
    History = "history", Nothing, [Global "U"];
    HistoryHere = "history-here", Nothing, [Global "zu"];
    Drafts = "drafts", Drafts, [];
    // Names, and what leaves the file for good
    Names = "names", Nothing, [Global "<f8>"];
    NamesFind = "names-find", Nothing, [];
    NamesCheck = "names-check", Nothing, [];
    NamesImport = "names-import", Nothing, [];
    Seal = "seal", Nothing, [];
    Erase = "erase", Document, [];
    // Files and coders
    Export = "export", Nothing, [Grid "X", Segments "X", Codes "X", Table "X"];
    WriteStudy = "write-study", Nothing, [];
    ImportCodebook = "import-codebook", Nothing, [];
    Doctor = "doctor", Nothing, [];
    Backup = "backup", Nothing, [];
    Coder = "coder", Nothing, [Global "<f5>"];
    StudyRelease = "study-release", Nothing, [];
    // Working apart
    Share = "share", Nothing, [];
    Merge = "merge", Nothing, [];
    Packages = "packages", Nothing, [];
    // The window
    FocusNext = "focus-next", Nothing, [Global "<tab>"], hint 11;
    FocusPrevious = "focus-previous", Nothing, [Global "<shift-tab>"];
    FocusDocuments = "focus-documents", Nothing, [Global "1"];
    FocusCodes = "focus-codes", Nothing, [Global "2"];
    FocusTranscript = "focus-transcript", Nothing, [Global "3"];
    FocusSegments = "focus-segments", Nothing, [Global "4"];
    OpenBeside = "open-beside", Transcript, [Documents "o", Global "zb"];
    OtherHalf = "other-half", Halves, [Global "5"], hint 10;
    CloseHalf = "close-half", Halves, [Global "zx"];
    ExchangeHalves = "exchange-halves", Halves, [Global "ze"];
    LeftWider = "left-wider", Halves, [Global ")"];
    LeftNarrower = "left-narrower", Halves, [Global "("];
    SideWider = "side-wider", Nothing, [Global ">"];
    SideNarrower = "side-narrower", Nothing, [Global "<"];
    TextWider = "text-wider", Nothing, [Global "+"];
    TextNarrower = "text-narrower", Nothing, [Global "-"];
    DocumentsTaller = "documents-taller", Nothing, [Global "="];
    DocumentsLower = "documents-lower", Nothing, [Global "_"];
    Theme = "theme", Nothing, [Global "<f3>"];
    Language = "language", Nothing, [Global "<f2>"];
    Help = "help", Nothing, [Global "?", Global "<f1>"], hint 12;
    Tutor = "tutor", Lesson, [Lesson "<ctrl-t>", Global "<ctrl-t>"];
    TutorSkip = "tutor-skip", Lesson, [Lesson "<ctrl-n>"];
    TutorBack = "tutor-back", Lesson, [Lesson "<backspace>"];
    Palette = "palette", Nothing, [Global ":", Global "<ctrl-p>"], hint 13;
    Redraw = "redraw", Nothing, [Global "<ctrl-l>"];
    Suspend = "suspend", Nothing, [Global "<ctrl-z>"];
    Quit = "quit", Nothing, [Global "q", Global "<ctrl-q>"], hint 14;
}

impl Command {
    /// The invariant name, as in a keymap file.
    pub fn name(self) -> &'static str {
        self.spec().name
    }
    /// Where it belongs: the context of its first key.
    pub fn home(self) -> Context {
        self.spec().keys.first().map_or(Context::Global, |(context, _)| *context)
    }
    /// What it does, in the reader's language.
    pub fn words(self) -> String {
        crate::tr!(&format!("command-{}", self.name()))
    }
    /// The short word of the footer; what it does where it has none.
    pub fn hint_word(self) -> String {
        let key = format!("hint-{}", self.name());
        if crate::i18n::has(&key) { crate::tr!(&key) } else { self.words() }
    }
    /// What else the palette finds it by; empty for most.
    pub fn aliases(self) -> String {
        let key = format!("alias-{}", self.name());
        if crate::i18n::has(&key) { crate::tr!(&key) } else { String::new() }
    }
}
