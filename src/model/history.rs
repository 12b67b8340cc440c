//! The history as data: which operation, by whom, when; and what an operation changed.

use std::collections::BTreeSet;

use super::{CodeId, DocumentId, OperationId};

/// Every operation that a researcher can do. Stored by [`OperationKind::name`]; put into words when shown.
macro_rules! kinds {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What a researcher did. The names are stored and never change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum OperationKind { $($variant),+ }
        impl OperationKind {
            pub const ALL: &[OperationKind] = &[$(OperationKind::$variant),+];
            /// The stored name; `operation-NAME` is the key of its words in `locales/`.
            pub fn name(self) -> &'static str {
                match self { $(OperationKind::$variant => $name),+ }
            }
            pub fn from_name(name: &str) -> Option<OperationKind> {
                match name { $($name => Some(OperationKind::$variant),)+ _ => None }
            }
        }
    };
}

kinds! {
    CreateProject = "create-project",
    ChangeSetting = "change-setting",
    AddCoder = "add-coder",
    RenameCoder = "rename-coder",
    RecolorCoder = "recolor-coder",
    AssignCoder = "assign-coder",
    ChangePass = "change-pass",
    SetStatus = "set-status",
    ChooseCoder = "choose-coder",
    ReleaseDocument = "release-document",
    ImportDocument = "import-document",
    ReplaceDocument = "replace-document",
    ChangeDocument = "change-document",
    RemoveDocument = "remove-document",
    ChangeGroup = "change-group",
    AddCase = "add-case",
    ChangeCase = "change-case",
    RemoveCase = "remove-case",
    AssignCase = "assign-case",
    AddPerson = "add-person",
    ChangePerson = "change-person",
    RemovePerson = "remove-person",
    AssignSpeaker = "assign-speaker",
    AddSet = "add-set",
    ChangeSet = "change-set",
    RemoveSet = "remove-set",
    SaveQuery = "save-query",
    RenameQuery = "rename-query",
    RemoveQuery = "remove-query",
    AddVariable = "add-variable",
    ChangeVariable = "change-variable",
    RemoveVariable = "remove-variable",
    AttachRecording = "attach-recording",
    ShiftRecording = "shift-recording",
    DetachRecording = "detach-recording",
    SetTime = "set-time",
    SetConsent = "set-consent",
    WithdrawConsent = "withdraw-consent",
    RemoveConsent = "remove-consent",
    ReleaseQuotation = "release-quotation",
    ImportGuide = "import-guide",
    RemoveGuide = "remove-guide",
    SetGuideCodes = "set-guide-codes",
    ChooseGuide = "choose-guide",
    SetStage = "set-stage",
    EditText = "edit-text",
    SetSpeaker = "set-speaker",
    ReplaceNames = "replace-names",
    SetVariable = "set-variable",
    ImportVariables = "import-variables",
    AddCode = "add-code",
    RenameCode = "rename-code",
    RecolorCode = "recolor-code",
    MoveCode = "move-code",
    MergeCodes = "merge-codes",
    RemoveCode = "remove-code",
    DefineCode = "define-code",
    MarkRevisit = "mark-revisit",
    Revisited = "revisited",
    AddAnchor = "add-anchor",
    RemoveAnchor = "remove-anchor",
    ImportCodebook = "import-codebook",
    KeepVersion = "keep-codebook-version",
    ChangeVersion = "change-codebook-version",
    RemoveVersion = "remove-codebook-version",
    ApplyCode = "apply-code",
    RemoveCoding = "remove-coding",
    ResizeCoding = "resize-coding",
    SortSegments = "sort-segments",
    ChangeCoding = "change-coding",
    WriteMemo = "write-memo",
    RemoveMemo = "remove-memo",
    WriteParaphrase = "write-paraphrase",
    RemoveParaphrase = "remove-paraphrase",
    DecideDifference = "decide-difference",
    SettleDifferences = "settle-differences",
    AcceptAgreed = "accept-agreed",
    FinishConsensus = "finish-consensus",
    ReopenConsensus = "reopen-consensus",
    SetTemplate = "set-template",
    RenameTemplate = "rename-template",
    RemoveTemplate = "remove-template",
    WriteSummary = "write-summary",
    SetCellState = "set-cell-state",
    WriteDocumentSummary = "write-document-summary",
    WriteCodeSummary = "write-code-summary",
    WriteCaseSummary = "write-case-summary",
    SaveTable = "save-table",
    RenameTable = "rename-table",
    RemoveTable = "remove-table",
    Share = "share",
    Merge = "merge",
    Seal = "seal",
    Erase = "erase",
    Undo = "undo",
    Redo = "redo",
}

impl OperationKind {
    /// Whether it is a coder's own work, which blind coders do not see of each other, and not the common frame (codes,
    /// documents, settings).
    pub fn is_coders_work(self) -> bool {
        use OperationKind::{
            AcceptAgreed, ApplyCode, ChangeCoding, DecideDifference, FinishConsensus, MarkRevisit, Redo,
            RemoveCoding, RemoveMemo, RemoveParaphrase, ReopenConsensus, ResizeCoding, Revisited,
            SetCellState, SetStatus, SettleDifferences, SortSegments, Undo, WriteCaseSummary,
            WriteCodeSummary, WriteDocumentSummary, WriteMemo, WriteParaphrase, WriteSummary,
        };
        matches!(
            self,
            ApplyCode
                | RemoveCoding
                | ResizeCoding
                | SortSegments
                | ChangeCoding
                | WriteMemo
                | RemoveMemo
                | WriteParaphrase
                | RemoveParaphrase
                | WriteSummary
                | SetCellState
                | WriteDocumentSummary
                | WriteCodeSummary
                | WriteCaseSummary
                | SetStatus
                | MarkRevisit
                | Revisited
                | DecideDifference
                | SettleDifferences
                | AcceptAgreed
                | FinishConsensus
                | ReopenConsensus
                | Undo
                | Redo
        )
    }
}

/// What an operation is about, roughly: by it a history is looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    Project,
    Coders,
    Documents,
    Variables,
    Codes,
    Codings,
    Memos,
    Paraphrases,
    Summaries,
    Consensus,
    Undo,
}

impl Matter {
    pub const ALL: [Matter; 11] = [
        Matter::Project,
        Matter::Coders,
        Matter::Documents,
        Matter::Variables,
        Matter::Codes,
        Matter::Codings,
        Matter::Memos,
        Matter::Paraphrases,
        Matter::Summaries,
        Matter::Consensus,
        Matter::Undo,
    ];
    /// The invariant name; `history-matter-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            Matter::Project => "project",
            Matter::Coders => "coders",
            Matter::Documents => "documents",
            Matter::Variables => "variables",
            Matter::Codes => "codes",
            Matter::Codings => "codings",
            Matter::Memos => "memos",
            Matter::Paraphrases => "paraphrases",
            Matter::Summaries => "summaries",
            Matter::Consensus => "consensus",
            Matter::Undo => "undo",
        }
    }
    pub fn from_name(name: &str) -> Option<Matter> {
        Matter::ALL.into_iter().find(|matter| matter.name() == name)
    }
}

impl OperationKind {
    pub fn matter(self) -> Matter {
        use OperationKind as K;
        match self {
            K::CreateProject
            | K::ChangeSetting
            | K::SaveQuery
            | K::RenameQuery
            | K::RemoveQuery
            | K::Share
            | K::Merge
            | K::Seal
            | K::Erase => Matter::Project,
            K::AddCoder
            | K::RenameCoder
            | K::RecolorCoder
            | K::AssignCoder
            | K::ChangePass
            | K::SetStatus
            | K::ChooseCoder
            | K::ReleaseDocument => Matter::Coders,
            K::ImportDocument
            | K::ReplaceDocument
            | K::ChangeDocument
            | K::RemoveDocument
            | K::ChangeGroup
            | K::AttachRecording
            | K::ShiftRecording
            | K::DetachRecording
            | K::SetTime
            | K::SetConsent
            | K::WithdrawConsent
            | K::RemoveConsent
            | K::ReleaseQuotation
            | K::ImportGuide
            | K::RemoveGuide
            | K::SetGuideCodes
            | K::ChooseGuide
            | K::SetStage
            | K::EditText
            | K::SetSpeaker
            | K::ReplaceNames => Matter::Documents,
            K::AddCase
            | K::ChangeCase
            | K::RemoveCase
            | K::AssignCase
            | K::AddPerson
            | K::ChangePerson
            | K::RemovePerson
            | K::AssignSpeaker
            | K::AddSet
            | K::ChangeSet
            | K::RemoveSet
            | K::AddVariable
            | K::ChangeVariable
            | K::RemoveVariable
            | K::SetVariable
            | K::ImportVariables => Matter::Variables,
            K::AddCode
            | K::RenameCode
            | K::RecolorCode
            | K::MoveCode
            | K::MergeCodes
            | K::RemoveCode
            | K::DefineCode
            | K::MarkRevisit
            | K::Revisited
            | K::AddAnchor
            | K::RemoveAnchor
            | K::ImportCodebook
            | K::KeepVersion
            | K::ChangeVersion
            | K::RemoveVersion => Matter::Codes,
            K::ApplyCode | K::RemoveCoding | K::ResizeCoding | K::SortSegments | K::ChangeCoding => {
                Matter::Codings
            }
            K::WriteMemo | K::RemoveMemo | K::SetTemplate | K::RenameTemplate | K::RemoveTemplate => {
                Matter::Memos
            }
            K::WriteParaphrase | K::RemoveParaphrase => Matter::Paraphrases,
            K::WriteSummary
            | K::SetCellState
            | K::WriteDocumentSummary
            | K::WriteCodeSummary
            | K::WriteCaseSummary
            | K::SaveTable
            | K::RenameTable
            | K::RemoveTable => Matter::Summaries,
            K::DecideDifference
            | K::SettleDifferences
            | K::AcceptAgreed
            | K::FinishConsensus
            | K::ReopenConsensus => Matter::Consensus,
            K::Undo | K::Redo => Matter::Undo,
        }
    }
}

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    pub id: OperationId,
    pub uuid: String,
    pub kind: OperationKind,
    /// The coder's name.
    pub coder: String,
    pub at: String,
    /// What it was about, as its words need it: `{"code":"Obstacles/Legal","place":"5:9"}`.
    pub arguments: serde_json::Value,
    pub state: OperationState,
    /// Operations with the same batch are undone together.
    pub batch: Option<String>,
}

/// Whether an operation's effect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationState {
    Done,
    /// Undone; can be redone.
    Undone,
    /// Undone, and its coder has gone on since: cannot be redone.
    Discarded,
}

/// Which documents and codes an operation changed, so that only these are read and counted again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    pub documents: BTreeSet<DocumentId>,
    pub codes: BTreeSet<CodeId>,
    /// Names of the tables with changed rows.
    pub tables: BTreeSet<String>,
}

impl Changed {
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }
    pub fn touches(&self, table: &str) -> bool {
        self.tables.contains(table)
    }
    pub fn join(&mut self, other: Changed) {
        self.documents.extend(other.documents);
        self.codes.extend(other.codes);
        self.tables.extend(other.tables);
    }
}

/// What an operation gives back: its value and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    pub value: T,
    pub changed: Changed,
}
