//! What the project says, as the panes need it.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::coders::{Coder, Status};
use crate::model::codes::CodeTree;
use crate::model::consent::Concern;
use crate::model::documents::{Document, Group};
use crate::model::memos::{Memo, MemoOn, Template};
use crate::model::paraphrases::Paraphrased;
use crate::model::{CaseId, CodeId, CoderId, DocumentId, GroupId};
use crate::text::Span;
use crate::text::citations::Pattern;

/// A line of the documents pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentRow {
    /// A group and how many documents it has.
    Group(String, usize),
    Document(DocumentId),
}

/// What belongs to documents besides their text.
#[derive(Debug, Default)]
pub struct Material {
    pub groups: Vec<Group>,
    /// The case of each document that has one, with its name.
    pub cases: HashMap<DocumentId, (CaseId, String)>,
    /// What is to be seen to; documents without any concern are not in it.
    pub concerns: HashMap<DocumentId, Vec<Concern>>,
    /// Documents with a recording.
    pub recorded: HashSet<DocumentId>,
    /// The study's own templates of memos.
    pub templates: Vec<Template>,
}

impl Material {
    pub fn group_name(&self, id: GroupId) -> &str {
        self.groups.iter().find(|group| group.id == id).map_or("", |group| group.name.as_str())
    }
    pub fn case_name(&self, id: CaseId) -> &str {
        self.cases.values().find(|(case, _)| *case == id).map_or("", |(_, name)| name.as_str())
    }
}

/// The study.
#[derive(Debug, Default)]
pub struct Study {
    pub name: String,
    /// Where the project file lies.
    pub folder: PathBuf,
    pub coder: Option<CoderId>,
    pub coders: Vec<Coder>,
    pub pattern: Pattern,
    /// Whether the coders see each other's work everywhere.
    pub released: bool,
    pub documents: Vec<Document>,
    pub rows: Vec<DocumentRow>,
    /// Paragraphs that the coder has coded.
    pub coded: HashMap<DocumentId, u32>,
    pub status: HashMap<DocumentId, Status>,
    pub tree: Arc<CodeTree>,
    pub counts: HashMap<CodeId, u32>,
    /// With the subcodes' segments.
    pub sums: HashMap<CodeId, u32>,
    pub memos: Vec<Memo>,
    /// In document and text order.
    pub paraphrases: Vec<Paraphrased>,
    pub material: Material,
    pub loaded: bool,
}

impl Study {
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }
    /// Whether the coders see each other's work on a document.
    pub fn released_on(&self, id: DocumentId) -> bool {
        self.released || self.document(id).is_some_and(|document| document.released)
    }
    /// Whether several people code: only then there is anything to be blind to.
    pub fn has_second_coders(&self) -> bool {
        self.coders.iter().filter(|coder| !coder.consensus).count() > 1
    }
    pub fn coder_name(&self) -> &str {
        let name = self.coders.iter().find(|coder| Some(coder.id) == self.coder);
        name.map_or("", |coder| coder.name.as_str())
    }
    /// The coder's own memo on one thing; one that was begun with a template is opened by its own command.
    pub fn memo_on(&self, on: MemoOn) -> Option<&Memo> {
        self.memos
            .iter()
            .find(|memo| memo.on == on && Some(memo.coder) == self.coder && memo.template.is_none())
    }
    /// The coder's own interview protocol of a document.
    pub fn protocol_of(&self, document: DocumentId) -> Option<&Memo> {
        let on = MemoOn::Document(document);
        self.memos
            .iter()
            .find(|memo| memo.on == on && Some(memo.coder) == self.coder && memo.template.is_some())
    }
    /// The coder's own paraphrases that touch a passage.
    pub fn own_paraphrases_in(&self, document: DocumentId, span: Span) -> impl Iterator<Item = &Paraphrased> {
        self.paraphrases.iter().filter(move |one| {
            one.paraphrase.document == document
                && Some(one.paraphrase.coder) == self.coder
                && one.paraphrase.span.is_some_and(|at| at.overlaps(span))
        })
    }
    /// The coder's own paraphrase of exactly this passage.
    pub fn paraphrase_on(&self, document: DocumentId, span: Span) -> Option<&Paraphrased> {
        self.own_paraphrases_in(document, span).find(|one| one.paraphrase.span == Some(span))
    }
    /// `IP 5`.
    pub fn label(&self, id: DocumentId) -> String {
        let label = self.document(id).map_or("", |document| document.label.as_str());
        format!("{} {label}", self.pattern.singular).trim().to_owned()
    }

    /// Takes in the documents: groups in their order, each with its documents in theirs, those without a group last.
    pub fn set_documents(&mut self, mut documents: Vec<Document>) {
        let mut groups: Vec<Option<String>> = Vec::new();
        for document in &documents {
            if !groups.contains(&document.group) {
                groups.push(document.group.clone());
            }
        }
        let place = |group: &Option<String>| match group {
            None => usize::MAX,
            group => groups.iter().position(|other| other == group).unwrap_or(0),
        };
        documents.sort_by_key(|document| (place(&document.group), document.position, document.id));
        let grouped = documents.iter().any(|document| document.group.is_some());
        self.rows.clear();
        let mut last: Option<&Option<String>> = None;
        for document in &documents {
            if grouped && last != Some(&document.group) {
                let count = documents.iter().filter(|other| other.group == document.group).count();
                let name = document.group.clone().unwrap_or_else(|| crate::tr!("documents-no-group"));
                self.rows.push(DocumentRow::Group(name, count));
                last = Some(&document.group);
            }
            self.rows.push(DocumentRow::Document(document.id));
        }
        self.documents = documents;
    }

    /// Counts again what each code has with its subcodes.
    pub fn sum_up(&mut self) {
        let nodes = self.tree.nodes();
        let own: Vec<u32> =
            nodes.iter().map(|node| self.counts.get(&node.code.id).copied().unwrap_or(0)).collect();
        self.sums = nodes
            .iter()
            .enumerate()
            .map(|(at, node)| {
                let below = own.get(at..=at + node.descendants).unwrap_or(&[]);
                (node.code.id, below.iter().sum())
            })
            .collect();
    }
}
