//! The differences and the decisions in words, as tables show them.

use std::collections::{BTreeMap, HashMap};

use super::{Scope, Survey, Surveyed, survey};
use crate::analysis::consolidation::tables::{self, Decided, Had, Record, Shown};
use crate::analysis::consolidation::{Kind, Point, State};
use crate::error::Result;
use crate::model::codes::CodeTree;
use crate::model::decisions::{Decision, Outcome, Role, Side};
use crate::model::documents::{Document, Transcript};
use crate::model::table::{Place, Table};
use crate::model::{CoderId, DecisionId};
use crate::store::{Project, Reader, coders, codes, decisions, documents, settings};
use crate::text::citations::Pattern;
use crate::text::{Span, paragraphs, places};
use crate::tr;

/// A document with what its passages are called by.
struct Words<'a> {
    document: &'a Document,
    transcript: Transcript,
    pattern: &'a Pattern,
    tree: &'a CodeTree,
}

impl<'a> Words<'a> {
    fn new(
        reader: &Reader<'_>,
        document: &'a Document,
        pattern: &'a Pattern,
        tree: &'a CodeTree,
    ) -> Result<Words<'a>> {
        Ok(Words { document, transcript: documents::transcript(reader, document.id)?, pattern, tree })
    }
    fn cite(&self, span: Span) -> String {
        let (first, last) = paragraphs::numbers(&self.transcript.paragraphs, span).unwrap_or_default();
        self.pattern.cite(&self.document.label, first, last)
    }
    fn place(&self, span: Span) -> String {
        let Transcript { text, paragraphs, .. } = &self.transcript;
        places::name(&self.document.label, span, text, paragraphs)
    }
    fn quoted(&self, span: Span) -> String {
        paragraphs::quotation(&self.transcript.text, &self.transcript.paragraphs, span)
    }
    fn had(&self, code: String, span: Span) -> Had {
        Had { code, citation: self.cite(span), place: self.place(span), words: self.quoted(span) }
    }
    /// The code's path as it is now, and as it was where it is gone.
    fn path(&self, side: &Side) -> String {
        let now = side.code.and_then(|code| self.tree.get(code));
        now.map_or_else(|| side.path.clone(), |node| node.path.clone())
    }
    fn decided(
        &self,
        decision: &Decision,
        compared: &[CoderId],
        names: &HashMap<CoderId, String>,
    ) -> Decided {
        let taken = decision.originals().find(|side| side.role == Role::Taken).map(|side| side.coder);
        let results = decision.results();
        Decided {
            outcome: decision.outcome,
            taken: taken
                .filter(|_| decision.outcome == Outcome::One)
                .and_then(|taken| compared.iter().position(|coder| *coder == taken)),
            result: results.map(|side| self.had(self.path(side), side.span)).collect(),
            reason: decision.reason.clone(),
            by: names.get(&decision.coder).cloned().unwrap_or_default(),
            at: crate::clock::local(&decision.at),
        }
    }
    fn record(&self, span: Span, kind: Kind, state: State) -> Record {
        Record {
            number: None,
            label: self.document.label.clone(),
            citation: self.cite(span),
            place: self.place(span),
            words: self.quoted(span),
            at: Place { document: self.document.id, span, code: None, coding: None },
            kind,
            state,
            had: Vec::new(),
            decided: None,
        }
    }
    fn of_point(
        &self,
        number: Option<usize>,
        point: &Point,
        compared: &[CoderId],
        names: &HashMap<CoderId, String>,
    ) -> Record {
        let had = compared.iter().map(|coder| {
            point.coders.contains(coder).then(|| {
                let sides = point.of(*coder);
                sides.map(|side| self.had(self.tree.path(side.code).to_owned(), side.span)).collect()
            })
        });
        let decision = point.decisions.first();
        Record {
            number,
            had: had.collect(),
            decided: decision.map(|decision| self.decided(decision, compared, names)),
            ..self.record(point.span, point.kind, point.state)
        }
    }
    fn of_decision(
        &self,
        decision: &Decision,
        state: State,
        compared: &[CoderId],
        names: &HashMap<CoderId, String>,
    ) -> Record {
        let had = compared.iter().map(|coder| {
            let mut sides = decision.originals().filter(|side| side.coder == *coder).peekable();
            sides.peek()?;
            let coded = sides.filter(|side| !side.is_nothing());
            Some(coded.map(|side| self.had(self.path(side), side.span)).collect())
        });
        Record {
            had: had.collect(),
            decided: Some(self.decided(decision, compared, names)),
            ..self.record(decision.span, kind_then(decision), state)
        }
    }
}

/// How the coders stood to each other when it was decided.
fn kind_then(decision: &Decision) -> Kind {
    let coded: Vec<&Side> = decision.originals().filter(|side| !side.is_nothing()).collect();
    let Some(first) = coded.first() else { return Kind::Nobody };
    if coded.iter().any(|side| side.path != first.path) {
        return Kind::OtherCode;
    }
    match decision.originals().any(Side::is_nothing) {
        true => Kind::Missing,
        false if coded.iter().all(|side| side.span == first.span) => Kind::Agreed,
        false => Kind::OtherBoundary,
    }
}

fn names(reader: &Reader<'_>) -> Result<HashMap<CoderId, String>> {
    Ok(coders::list(reader)?.into_iter().map(|coder| (coder.id, coder.name)).collect())
}

/// Differences with what they are called by.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Listed {
    pub survey: Survey,
    /// Whoever was compared.
    pub compared: Vec<CoderId>,
    pub coders: Vec<String>,
    pub records: Vec<Record>,
    pub notes: Vec<String>,
}

impl Listed {
    pub fn shown(&self) -> Shown<'_> {
        Shown { coders: &self.coders, names: true, notes: &self.notes }
    }
}

/// The differences that are asked for, with their numbers.
pub fn list(reader: &Reader<'_>, scope: &Scope, only_open: bool) -> Result<Listed> {
    list_of(reader, survey(reader)?, scope, only_open)
}

/// The same, of a survey that is there.
pub fn list_of(reader: &Reader<'_>, mut survey: Survey, scope: &Scope, only_open: bool) -> Result<Listed> {
    scope.narrow(&mut survey, reader)?;
    let (tree, pattern, by_id) = (codes::tree(reader)?, settings::citation(reader)?, names(reader)?);
    let mut listed = Listed {
        compared: survey.compared().iter().map(|coder| coder.id).collect(),
        coders: survey.compared().iter().map(|coder| coder.name.clone()).collect(),
        notes: notes(&survey),
        ..Listed::default()
    };
    for surveyed in &survey.documents {
        let words = Words::new(reader, &surveyed.document, &pattern, &tree)?;
        for (number, point) in surveyed.differences() {
            if scope.is_about(point, &tree) && (point.is_open() || !only_open) {
                listed.records.push(words.of_point(Some(number), point, &listed.compared, &by_id));
            }
        }
    }
    listed.survey = survey;
    Ok(listed)
}

/// One point with what it is called by.
pub fn record(reader: &Reader<'_>, survey: &Survey, point: &Point) -> Result<Record> {
    let (tree, pattern, by_id) = (codes::tree(reader)?, settings::citation(reader)?, names(reader)?);
    let document = documents::get(reader, point.document)?;
    let words = Words::new(reader, &document, &pattern, &tree)?;
    let number = survey.differences().find(|(_, _, one)| *one == point).map(|(number, _, _)| number);
    let compared: Vec<CoderId> = survey.compared().iter().map(|coder| coder.id).collect();
    Ok(words.of_point(number, point, &compared, &by_id))
}

/// What a list of differences answers for.
fn notes(survey: &Survey) -> Vec<String> {
    let progress = survey.progress();
    let names: Vec<&str> = survey.compared().iter().map(|coder| coder.name.as_str()).collect();
    let finished = survey.documents.iter().filter(|one| one.finished).count();
    let mut notes = vec![
        tr!("agreement-note-coders", coders = names.join(", ")),
        tr!("consolidation-note-progress", decided = progress.decided, all = progress.differences),
        tr!("consolidation-note-documents", finished = finished, all = survey.documents.len()),
    ];
    if survey.waiting() > 0 {
        notes.push(tr!("consolidation-note-waiting", count = survey.waiting()));
    }
    if progress.changed > 0 {
        notes.push(tr!("consolidation-note-changed", count = progress.changed));
    }
    if progress.agreed_open > 0 {
        notes.push(tr!("consolidation-note-agreed-open", count = progress.agreed_open));
    }
    notes
}

/// Which decisions a protocol holds.
#[derive(Debug, Clone, Default)]
pub struct ProtocolQuery {
    pub scope: Scope,
    /// Also the passages that all agreed on.
    pub agreed: bool,
    /// With the names of the coders, and with who decided and when.
    pub names: bool,
}

/// A protocol with what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Protocol {
    pub coders: Vec<String>,
    pub records: Vec<Record>,
    pub table: Table,
}

/// What was decided, in the order of the documents and in text order.
pub fn protocol(project: &Project, query: &ProtocolQuery) -> Result<Protocol> {
    let reader = project.read();
    let released = super::released(&reader)?;
    let (tree, pattern, by_id) = (codes::tree(&reader)?, settings::citation(&reader)?, names(&reader)?);
    // Whoever has begun a document again since is not compared there now; what was decided stands all the same.
    let survey = survey(&reader).unwrap_or_default();
    let mut made: Vec<(Document, Vec<Decision>)> = Vec::new();
    for document in released {
        if query.scope.documents.as_ref().is_none_or(|asked| asked.contains(&document.id)) {
            let decided = decisions::of_document(&reader, document.id)?;
            made.push((document, decided));
        }
    }
    let about = |decision: &&Decision| {
        let Some(asked) = &query.scope.codes else { return true };
        asked.iter().any(|code| {
            let below = tree.subtree(*code);
            decision.sides.iter().any(|side| below.iter().any(|node| Some(node.code.id) == side.code))
        })
    };
    let all = made.iter().flat_map(|(_, decided)| decided);
    let took_part: BTreeMap<CoderId, ()> =
        all.flat_map(Decision::originals).map(|side| (side.coder, ())).collect();
    let compared: Vec<CoderId> = took_part.into_keys().collect();
    let (mut records, mut agreed) = (Vec::new(), 0);
    for (document, decided) in &made {
        if decided.is_empty() {
            continue;
        }
        let words = Words::new(&reader, document, &pattern, &tree)?;
        let states = states(survey.documents.iter().find(|one| one.document.id == document.id));
        for decision in decided.iter().filter(about) {
            let is_agreed = decision.outcome == Outcome::Agreed;
            agreed += usize::from(is_agreed);
            if !is_agreed || query.agreed {
                let state = states.get(&decision.id).copied().unwrap_or(State::Decided);
                records.push(words.of_decision(decision, state, &compared, &by_id));
            }
        }
    }
    let coders: Vec<String> =
        compared.iter().map(|coder| by_id.get(coder).cloned().unwrap_or_default()).collect();
    let notes = protocol_notes(&records, agreed, query);
    let shown = Shown { coders: &coders, names: query.names, notes: &notes };
    let table = tables::protocol(&records, &shown);
    Ok(Protocol { coders, records, table })
}

/// Which decisions are open again.
fn states(surveyed: Option<&Surveyed>) -> HashMap<DecisionId, State> {
    let points = surveyed.iter().flat_map(|one| &one.points);
    points.flat_map(|point| point.decisions.iter().map(|decision| (decision.id, point.state))).collect()
}

fn protocol_notes(records: &[Record], agreed: usize, query: &ProtocolQuery) -> Vec<String> {
    let changed = records.iter().filter(|record| record.state == State::Changed).count();
    let mut notes = vec![tr!("consolidation-note-decisions", count = records.len())];
    if agreed > 0 && !query.agreed {
        notes.push(tr!("consolidation-note-agreed", count = agreed));
    }
    if changed > 0 {
        notes.push(tr!("consolidation-note-changed", count = changed));
    }
    if !query.names {
        notes.push(tr!("consolidation-note-names"));
    }
    notes
}
