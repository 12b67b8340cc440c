//! What the project says, as the panes need it.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::cases::Case;
use crate::model::coders::{Coder, Pass, Status};
use crate::model::codes::CodeTree;
use crate::model::consent::Concern;
use crate::model::documents::{Document, Group};
use crate::model::memos::{Memo, MemoOn, Template};
use crate::model::paraphrases::Paraphrased;
use crate::model::sets::{Members, Set};
use crate::model::{CaseId, CodeId, CoderId, DocumentId, GroupId, SavedTableId, SetId, VariableId};
use crate::text::Span;
use crate::text::citations::Pattern;

/// By what the documents pane is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DividedBy {
    #[default]
    Group,
    Case,
    Set,
}

impl DividedBy {
    pub const ALL: [DividedBy; 3] = [DividedBy::Group, DividedBy::Case, DividedBy::Set];
    /// As it is remembered, and in the keys of its words.
    pub fn name(self) -> &'static str {
        match self {
            DividedBy::Group => "group",
            DividedBy::Case => "case",
            DividedBy::Set => "set",
        }
    }
    pub fn from_name(name: &str) -> Option<DividedBy> {
        Self::ALL.into_iter().find(|by| by.name() == name)
    }
}

/// What a heading of the documents pane stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    Group(String),
    Case(CaseId),
    Set(SetId),
    /// Those in no group, case or set.
    Rest,
}

/// A part of the documents pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub heading: Heading,
    pub name: String,
    pub documents: Vec<DocumentId>,
}

/// A line of the documents pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentRow {
    Heading(Heading),
    Document(DocumentId),
}

/// What belongs to documents besides their text.
#[derive(Debug, Default)]
pub struct Material {
    pub groups: Vec<Group>,
    /// In their order, with their documents.
    pub cases: Vec<Case>,
    /// Sets of documents and of codes.
    pub sets: Vec<Set>,
    /// What is to be seen to; documents without any concern are not in it.
    pub concerns: HashMap<DocumentId, Vec<Concern>>,
    /// Documents with a recording.
    pub recorded: HashSet<DocumentId>,
    /// The study's own templates of memos.
    pub templates: Vec<Template>,
    /// The variables by which codes can be compared.
    pub variables: Vec<(VariableId, String)>,
    /// Summary Tables.
    pub tables: Vec<(SavedTableId, String)>,
}

impl Material {
    pub fn group_name(&self, id: GroupId) -> &str {
        self.groups.iter().find(|group| group.id == id).map_or("", |group| group.name.as_str())
    }
    pub fn case_name(&self, id: CaseId) -> &str {
        self.cases.iter().find(|case| case.id == id).map_or("", |case| case.name.as_str())
    }
    pub fn case_of(&self, document: DocumentId) -> Option<&Case> {
        self.cases.iter().find(|case| case.documents.contains(&document))
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
    /// The coding passes, the current one last.
    pub passes: Vec<Pass>,
    pub pattern: Pattern,
    /// Whether the coders see each other's work everywhere.
    pub released: bool,
    /// Groups in their order, each with its documents in theirs, those without a group last.
    pub documents: Vec<Document>,
    pub divided_by: DividedBy,
    pub sections: Vec<Section>,
    pub rows: Vec<DocumentRow>,
    /// Paragraphs that the coder has coded.
    pub coded: HashMap<DocumentId, u32>,
    pub status: HashMap<DocumentId, Status>,
    /// How many codes the coder has to revisit in a document.
    pub waiting: HashMap<DocumentId, usize>,
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

    /// Takes in the documents.
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
        self.documents = documents;
        self.divide();
    }

    /// Lays out the lines of the documents pane.
    pub fn divide(&mut self) {
        self.sections = self.sections_by(self.divided_by);
        self.rows.clear();
        for section in &self.sections {
            self.rows.push(DocumentRow::Heading(section.heading.clone()));
            self.rows.extend(section.documents.iter().copied().map(DocumentRow::Document));
        }
        if self.sections.is_empty() {
            self.rows.extend(self.documents.iter().map(|document| DocumentRow::Document(document.id)));
        }
    }

    /// The documents by their groups, cases or sets, the rest last; nothing where there are none of these.
    /// A document is in as many sections as it is in sets.
    pub fn sections_by(&self, by: DividedBy) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut add = |heading: Heading, name: &str, members: &dyn Fn(&Document) -> bool| {
            let documents: Vec<DocumentId> =
                self.documents.iter().filter(|one| members(one)).map(|one| one.id).collect();
            if !documents.is_empty() {
                sections.push(Section { heading, name: name.to_owned(), documents });
            }
        };
        match by {
            DividedBy::Group => {
                let mut seen: Vec<&String> = Vec::new();
                for group in self.documents.iter().filter_map(|document| document.group.as_ref()) {
                    if !seen.contains(&group) {
                        seen.push(group);
                        add(Heading::Group(group.clone()), group, &|one| one.group.as_ref() == Some(group));
                    }
                }
            }
            DividedBy::Case => {
                for case in &self.material.cases {
                    add(Heading::Case(case.id), &case.name, &|one| case.documents.contains(&one.id));
                }
            }
            DividedBy::Set => {
                for set in &self.material.sets {
                    if let Members::Documents(ids) = &set.members {
                        add(Heading::Set(set.id), &set.name, &|one| ids.contains(&one.id));
                    }
                }
            }
        }
        let inside = |id: &DocumentId| sections.iter().any(|section| section.documents.contains(id));
        let rest: Vec<DocumentId> =
            self.documents.iter().map(|document| document.id).filter(|id| !inside(id)).collect();
        if !sections.is_empty() && !rest.is_empty() {
            let name = crate::tr!(&format!("documents-no-{}", by.name()));
            sections.push(Section { heading: Heading::Rest, name, documents: rest });
        }
        sections
    }

    pub fn section(&self, heading: &Heading) -> Option<&Section> {
        self.sections.iter().find(|section| section.heading == *heading)
    }

    /// The line of something: the line `near` where it stands there, otherwise the first of its lines.
    pub fn row_of(&self, row: &DocumentRow, near: usize) -> Option<usize> {
        match self.rows.get(near) {
            Some(here) if here == row => Some(near),
            _ => self.rows.iter().position(|other| other == row),
        }
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
