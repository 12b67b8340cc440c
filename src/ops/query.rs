//! Asking: the passages that answer a query, and the documents, cases or persons that have none.

mod without;

use std::collections::{BTreeSet, HashMap};

pub use self::without::without;
use super::material::Loaded;
use super::retrieve::whose;
use crate::analysis::notes;
use crate::analysis::query::condition::Facts;
use crate::analysis::query::eval::{self, Material, Passage};
use crate::analysis::query::plan::{self, Plan, Study};
use crate::analysis::query::words::{self, Vocabulary};
use crate::analysis::query::{Condition, Query};
use crate::analysis::segments::Context;
use crate::error::Result;
use crate::model::coders::{AnalysisSet, Coder};
use crate::model::codes::CodeTree;
use crate::model::codings::{Coding, Segment};
use crate::model::documents::Document;
use crate::model::sets::{Set, SetOf};
use crate::model::variables::Owner;
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::store::{Project, Reader, coders, codes, codings, documents, queries, sets};
use crate::text::{Paragraph, Text};
use crate::tr;

/// What names can mean in a study, as it is read from the project.
pub struct Known {
    pub tree: CodeTree,
    pub sets: Vec<Set>,
    pub heirs: HashMap<String, String>,
    pub loaded: Loaded,
}

impl Known {
    pub fn new(reader: &Reader<'_>) -> Result<Known> {
        Ok(Known {
            tree: codes::tree(reader)?,
            sets: sets::list(reader)?,
            heirs: queries::heirs(reader)?,
            loaded: Loaded::read(reader)?,
        })
    }
    pub fn study(&self) -> Study<'_> {
        Study {
            tree: &self.tree,
            sets: &self.sets,
            documents: &self.loaded.documents,
            cases: &self.loaded.cases,
            persons: &self.loaded.persons,
            speakers: &self.loaded.speakers,
            variables: &self.loaded.variables,
            heirs: &self.heirs,
        }
    }
    fn facts(&self) -> Facts<'_> {
        Facts::new(&self.loaded.relations, &self.loaded.values, &self.loaded.speakers)
    }
    /// What could be typed.
    pub fn vocabulary(&self) -> Vocabulary {
        let of = |kind: SetOf| {
            self.sets
                .iter()
                .filter(|set| set.members.of() == kind)
                .map(|set| set.name.clone())
                .collect::<Vec<_>>()
        };
        let unique = |names: Vec<&str>| {
            let names: BTreeSet<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
            names.into_iter().map(str::to_owned).collect::<Vec<String>>()
        };
        let loaded = &self.loaded;
        let values_of = |variable: &crate::model::variables::Variable| {
            let values = loaded.values.iter().filter(|value| value.variable == variable.id);
            unique(values.map(|value| value.working.as_str()).collect())
        };
        Vocabulary {
            codes: self.tree.nodes().iter().map(|node| node.path.clone()).collect(),
            code_sets: of(SetOf::Codes),
            variables: loaded.variables.iter().map(|one| (one.name.clone(), values_of(one))).collect(),
            values: vec![
                ("document", loaded.documents.iter().map(|one| one.label.clone()).collect()),
                ("group", unique(loaded.documents.iter().filter_map(|one| one.group.as_deref()).collect())),
                ("set", of(SetOf::Documents)),
                ("case", loaded.cases.iter().map(|one| one.name.clone()).collect()),
                ("person", loaded.persons.iter().map(|one| one.name.clone()).collect()),
                ("speaker", unique(loaded.speakers.iter().map(|one| one.label.as_str()).collect())),
            ],
        }
    }
}

/// A query and what it is asked of.
#[derive(Debug, Clone)]
pub struct Ask {
    pub query: Query,
    /// The activated documents; none: all.
    pub documents: Option<Vec<DocumentId>>,
    /// The activated codes, which `*` means; none: all.
    pub codes: Option<Vec<CodeId>>,
    /// A coder's own codings instead of the analysis set.
    pub coder: Option<CoderId>,
}

impl Ask {
    pub fn new(query: Query) -> Ask {
        Ask { query, documents: None, codes: None, coder: None }
    }
}

/// The passages that answer.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub segments: Vec<Segment>,
    /// The query as it is written, what is returned, whose codings count; why there is nothing.
    pub notes: Vec<String>,
    /// The query, with names.
    pub query: String,
}

/// One question being answered.
struct Asked<'a> {
    reader: &'a Reader<'a>,
    known: &'a Known,
    facts: Facts<'a>,
    plan: Plan,
    set: AnalysisSet,
    coders: Vec<Coder>,
    /// The documents that are asked, in their order.
    documents: Vec<&'a Document>,
    codings: HashMap<DocumentId, Vec<Coding>>,
    /// Of all documents, where the query needs them.
    paragraphs: Option<HashMap<DocumentId, Vec<Paragraph>>>,
}

impl<'a> Asked<'a> {
    fn new(reader: &'a Reader<'a>, known: &'a Known, ask: &Ask, speakers: bool) -> Result<Asked<'a>> {
        let mut plan = plan::plan(&ask.query, known.study()).map_err(|fault| fault.error())?;
        if let Some(active) = &ask.codes {
            plan.restrict(&active.iter().copied().collect());
        }
        let set = whose(reader, ask.coder)?;
        let asked: Option<BTreeSet<DocumentId>> =
            ask.documents.as_ref().map(|ids| ids.iter().copied().collect());
        let is_asked = |id: DocumentId| asked.as_ref().is_none_or(|ids| ids.contains(&id));
        let found = match plan.needs_all_codings() {
            true => codings::all(reader)?,
            false => codings::of_codes(reader, &plan.codes().into_iter().collect::<Vec<_>>())?,
        };
        let mut codings: HashMap<DocumentId, Vec<Coding>> = HashMap::new();
        for coding in found {
            if set.counts(coding.document, coding.coder) && is_asked(coding.document) {
                codings.entry(coding.document).or_default().push(coding);
            }
        }
        // One reading of all paragraphs is quicker than that of most documents one by one.
        let may = |id: DocumentId| plan.may_answer(codings.get(&id).map_or(&[], Vec::as_slice));
        let documents = &known.loaded.documents;
        let read = documents.iter().filter(|document| is_asked(document.id) && may(document.id)).count();
        let many = read > 20 && read * 2 > documents.len();
        let needs = plan.needs_paragraphs() || speakers;
        Ok(Asked {
            reader,
            known,
            facts: known.facts(),
            set,
            coders: coders::list(reader)?,
            documents: known.loaded.documents.iter().filter(|document| is_asked(document.id)).collect(),
            codings,
            paragraphs: if needs && many { Some(documents::all_paragraphs(reader)?) } else { None },
            plan,
        })
    }

    fn paragraphs(&mut self, document: DocumentId) -> Result<Vec<Paragraph>> {
        match &mut self.paragraphs {
            Some(all) => Ok(all.remove(&document).unwrap_or_default()),
            None => documents::paragraphs(self.reader, document),
        }
    }

    /// Calls for every document with passages that answer: with its codings, paragraphs (where the query or `always`
    /// needs them) and text (where the query needs it).
    fn each(
        &mut self,
        always: bool,
        mut call: impl FnMut(&Asked<'_>, &Found<'_>) -> Result<()>,
    ) -> Result<()> {
        for document in self.documents.clone() {
            let codings = self.codings.remove(&document.id).unwrap_or_default();
            if !self.plan.may_answer(&codings) {
                continue;
            }
            let paragraphs = match self.plan.needs_paragraphs() || always {
                true => Some(self.paragraphs(document.id)?),
                false => None,
            };
            let text = match self.plan.needs_text() {
                true => Some(documents::text(self.reader, document.id)?),
                false => None,
            };
            let nothing = Text::default();
            let material = Material {
                document: document.id,
                codings: &codings,
                paragraphs: paragraphs.as_deref().unwrap_or_default(),
                text: text.as_ref().unwrap_or(&nothing),
            };
            let passages = eval::answer(&self.plan, &material, &self.facts);
            if !passages.is_empty() {
                let (paragraphs, text) = (paragraphs.as_deref(), text.as_ref());
                call(self, &Found { document, codings: &codings, passages, paragraphs, text })?;
            }
        }
        Ok(())
    }
}

/// What answers in one document.
struct Found<'a> {
    document: &'a Document,
    codings: &'a [Coding],
    passages: Vec<Passage>,
    paragraphs: Option<&'a [Paragraph]>,
    text: Option<&'a Text>,
}

/// The passages that answer a query, by document, in text order.
pub fn ask(project: &Project, ask: &Ask) -> Result<Answer> {
    let reader = project.read();
    let known = Known::new(&reader)?;
    let mut asked = Asked::new(&reader, &known, ask, false)?;
    let ids: Vec<DocumentId> = asked.documents.iter().map(|document| document.id).collect();
    let named = plan::named(&ask.query, known.study());
    let mut found_notes = vec![tr!("query-note", query = named.to_string()), words::returns(&named)];
    if let Some(codes) = &ask.codes {
        found_notes.push(tr!("query-note-codes", count = codes.len()));
    }
    if let Some(documents) = &ask.documents {
        found_notes.push(tr!("query-note-documents", count = documents.len()));
    }
    found_notes.extend(notes::analysis_set(&asked.set, &asked.coders, &ids));
    let counted = counted(&asked);
    let mut segments = Vec::new();
    asked.each(false, |asked, found| {
        let all_coders = &asked.coders;
        let context = Context::new(
            &asked.known.loaded.documents,
            &asked.known.tree,
            all_coders,
            &asked.known.loaded.pattern,
        );
        let read;
        let text = match found.text {
            Some(text) => text,
            None => {
                read = documents::text(asked.reader, found.document.id)?;
                &read
            }
        };
        let all = match found.paragraphs {
            // Few passages touch few paragraphs.
            None if found.passages.len() > 10 => {
                Some(documents::paragraphs(asked.reader, found.document.id)?)
            }
            _ => None,
        };
        let all = all.as_deref().or(found.paragraphs);
        for passage in &found.passages {
            let touched = match all {
                Some(_) => Vec::new(),
                None => documents::paragraphs_touched(asked.reader, found.document.id, passage.span)?,
            };
            segments.push(segment(asked, found, passage, &context, text, all.unwrap_or(&touched)));
        }
        Ok(())
    })?;
    if segments.is_empty() {
        found_notes.extend(why_nothing(&asked, &ask.query, counted));
    }
    Ok(Answer { segments, notes: found_notes, query: named.to_string() })
}

fn segment(
    asked: &Asked<'_>,
    found: &Found<'_>,
    passage: &Passage,
    context: &Context<'_>,
    text: &Text,
    paragraphs: &[Paragraph],
) -> Segment {
    if let Some(coding) = passage.coding.and_then(|at| found.codings.get(at)) {
        return context.segment(coding.clone(), text, paragraphs);
    }
    let codes = eval::codes_on(passage.span, found.codings, &asked.plan.codes());
    let worked_out = Coding {
        id: CodingId(0),
        uuid: String::new(),
        document: found.document.id,
        code: codes.first().copied().unwrap_or(CodeId(0)),
        coder: asked.set.chosen.get(&found.document.id).map_or(CoderId(0), |choice| choice.coder),
        span: passage.span,
        weight: None,
        comment: String::new(),
        created: String::new(),
    };
    let mut segment = context.segment(worked_out, text, paragraphs);
    let paths: Vec<&str> = codes.iter().map(|code| context.tree.path(*code)).collect();
    segment.code = paths.join("; ");
    segment
}

/// How many segments each code that the query names has among those that are asked.
fn counted(asked: &Asked<'_>) -> HashMap<CodeId, usize> {
    let mut counts = HashMap::new();
    for coding in asked.codings.values().flatten() {
        *counts.entry(coding.code).or_default() += 1;
    }
    counts
}

/// Why nothing answers: a code without segments, a condition that holds nowhere, or only that the parts do not meet.
fn why_nothing(asked: &Asked<'_>, query: &Query, counts: HashMap<CodeId, usize>) -> Vec<String> {
    let mut why = Vec::new();
    if asked.documents.is_empty() {
        return vec![tr!("query-why-no-documents")];
    }
    let named = asked.plan.codes();
    let without: Vec<&str> = named
        .iter()
        .filter(|code| !counts.contains_key(code))
        .map(|code| asked.known.tree.path(*code))
        .collect();
    if !without.is_empty() {
        why.push(tr!("query-why-no-segments", count = without.len(), codes = without.join(", ")));
    }
    if let Some(condition) = &query.condition
        && let Ok(check) = plan::check(condition, asked.known.study())
    {
        let holds = |document: &&&Document| {
            let subjects = asked.facts.of_owner(Owner::Document(document.id));
            asked.facts.hold(&check, &subjects)
        };
        // A weight and a speaker are no matter of a whole document.
        if !mentions_passage(condition) && !asked.documents.iter().any(|document| holds(&document)) {
            why.push(tr!(
                "query-why-condition",
                condition = condition.to_string(),
                count = asked.documents.len()
            ));
        }
    }
    if why.is_empty() {
        let parts: Vec<String> = named
            .iter()
            .filter_map(|code| Some(format!("{} ({})", asked.known.tree.path(*code), counts.get(code)?)))
            .collect();
        why.push(match parts.is_empty() {
            true => tr!("query-why-nothing-coded"),
            false => tr!("query-why-apart", codes = parts.join(", ")),
        });
    }
    why
}

fn mentions_passage(condition: &Condition) -> bool {
    use crate::analysis::query::Attribute::{Speaker, Weight};
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().any(mentions_passage),
        Condition::Not(one) => mentions_passage(one),
        Condition::Missing(of) | Condition::Test { of, .. } => matches!(of, Speaker | Weight),
    }
}

/// The documents of which a condition holds, in their order.
pub fn documents_where(reader: &Reader<'_>, condition: &Condition) -> Result<Vec<DocumentId>> {
    let known = Known::new(reader)?;
    let check = plan::check(condition, known.study()).map_err(|fault| fault.error())?;
    let facts = known.facts();
    let holds = |document: &&Document| facts.hold(&check, &facts.of_owner(Owner::Document(document.id)));
    Ok(known.loaded.documents.iter().filter(holds).map(|document| document.id).collect())
}
