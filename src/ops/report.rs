//! The written report: a chapter a main code, with what was condensed and what is quoted, filled into a template.
//!
//! It quotes only what may be quoted, leaves out interviews whose consent was withdrawn, and says so. Every citation is
//! the project's canonical one, so that a check of what comes out finds nothing.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use super::material::{MeaningQuery, SampleQuery};
use super::matrix::{Scope, Study};
use super::query::{Ask, ask};
use super::retrieve::{self, SegmentQuery};
use crate::analysis::coded::NotAsked;
use crate::analysis::composed::{self, Asked, Chapter, Composed, Content, Counted, Quotable, Summarised};
use crate::analysis::material::Shown;
use crate::analysis::query::Query;
use crate::analysis::segments;
use crate::error::{Error, Kind, Result};
use crate::i18n::Lang;
use crate::model::codings::Segment;
use crate::model::consent::MayQuote;
use crate::model::documents::Document;
use crate::model::summaries::{Condensation, Condensed};
use crate::model::table::Table;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::{Project, coders, codes, condensations, consent, documents, summaries};
use crate::text::citations::{Pattern, Reference};
use crate::text::template::{self, Template};
use crate::text::{Span, paragraphs};
use crate::{clock, tr};

/// What the report is about, and what of it.
#[derive(Debug, Clone, Default)]
pub struct ReportQuery {
    pub title: String,
    /// None: all.
    pub documents: Option<Vec<DocumentId>>,
    /// The codes that have chapters; none: all main codes.
    pub codes: Option<Vec<CodeId>>,
    pub with_pretests: bool,
    pub asked: Asked,
    /// `marked`, `all`, `none`.
    pub choose: String,
    /// Quotations of a code at most; none: three.
    pub most: Option<usize>,
    /// Only passages that answer this are quoted.
    pub query: Option<Query>,
    /// A coder's own work instead of the analysis set.
    pub coder: Option<CoderId>,
    pub with_coders: bool,
}

/// The template that comes with the program, in the language of the thread.
pub fn shipped() -> &'static str {
    match crate::i18n::lang() {
        Lang::De => include_str!("../../templates/report.de.md"),
        Lang::En => include_str!("../../templates/report.en.md"),
    }
}

/// Far more than a person writes.
const LARGEST: u64 = 1 << 20;

/// Reads a template, the person's own or the shipped one, and checks that it can be filled.
pub fn template(file: Option<&Path>) -> Result<Template> {
    let read = |text: &str| {
        let template = template::read(text)?;
        composed::check(&template).map(|()| template)
    };
    let Some(file) = file else { return read(shipped()) };
    let name = || file.display().to_string();
    let size = std::fs::metadata(file).map_err(|error| Error::io(file, &error))?.len();
    if size > LARGEST {
        return Err(Error::unreadable(tr!("template-too-large", file = name())).file(file));
    }
    let bytes = std::fs::read(file).map_err(|error| Error::io(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let error = Error::unreadable(tr!("template-not-utf8", file = name()));
        error.hint(tr!("template-not-utf8-hint")).file(file)
    })?;
    read(text.trim_start_matches('\u{FEFF}')).map_err(|error| error.file(file))
}

/// Writes the report.
pub fn write(project: &Project, template: &Template, query: &ReportQuery) -> Result<Composed> {
    let mut gathered = Gathered::new(project, query)?;
    let content = gathered.content(project, query)?;
    let choose = if query.query.is_some() { "marked" } else { query.choose.as_str() };
    composed::compose(template, &content, choose, query.most.unwrap_or(composed::MOST))
}

/// What is read from the project for a report.
struct Gathered {
    study: Study,
    not_asked: NotAsked,
    by_code: HashMap<CodeId, Vec<Segment>>,
    /// Passages that a query has found.
    answer: Option<Vec<Segment>>,
    anchors: HashMap<CodeId, Vec<Quotable>>,
    /// What was condensed of a document on a code, and of a code.
    cells: HashMap<(DocumentId, CodeId), String>,
    condensed: HashMap<CodeId, String>,
    /// Names of interviews that are left out.
    withdrawn: Vec<String>,
    /// Whether anything was agreed about quoting.
    consents: bool,
    held_back: BTreeSet<(DocumentId, Span)>,
    notes: Vec<String>,
}

impl Gathered {
    fn new(project: &Project, query: &ReportQuery) -> Result<Gathered> {
        let reader = project.read();
        let consents = consent::list(&reader)?;
        let is_withdrawn = |document: DocumentId| {
            let of = |one: &&crate::model::consent::Consent| one.document == document && one.person.is_none();
            consents.iter().filter(of).any(|one| one.withdrawn.is_some())
        };
        let mut chosen: Vec<DocumentId> = match &query.documents {
            Some(ids) => ids.clone(),
            None => documents::list(&reader)?.into_iter().map(|document| document.id).collect(),
        };
        let gone: Vec<DocumentId> = chosen.iter().copied().filter(|id| is_withdrawn(*id)).collect();
        chosen.retain(|id| !gone.contains(id));
        let scope = Scope {
            documents: Some(chosen),
            without_pretests: !query.with_pretests,
            coder: query.coder,
            ..Scope::default()
        };
        let study = Study::new(project, &scope)?;
        let withdrawn =
            gone.into_iter().map(|id| Ok(study.pattern.name(&documents::get(&reader, id)?.label)));
        let withdrawn = withdrawn.collect::<Result<Vec<String>>>()?;
        let ids: Vec<DocumentId> = study.documents.iter().map(|document| document.id).collect();
        let asked =
            SegmentQuery { documents: Some(ids.clone()), coder: query.coder, ..SegmentQuery::default() };
        let mut by_code: HashMap<CodeId, Vec<Segment>> = HashMap::new();
        for segment in retrieve::segments(project, &asked)?.segments {
            by_code.entry(segment.coding.code).or_default().push(segment);
        }
        let answer = match &query.query {
            Some(asked) => {
                let (documents, coder) = (Some(ids.clone()), query.coder);
                Some(ask(project, &Ask { documents, coder, ..Ask::new(asked.clone()) })?.segments)
            }
            None => None,
        };
        let mut notes = study.left_out_notes();
        let mut of_set = study.set_notes();
        if !query.with_coders {
            retrieve::without_coders(project, query.coder, Some(&ids), &mut of_set)?;
        }
        notes.extend(of_set);
        let set = retrieve::whose(&reader, query.coder)?;
        let counts =
            |document: DocumentId, coder: CoderId| set.counts(document, coder) && ids.contains(&document);
        let cells = summaries::list(&reader)?.into_iter();
        let cells = cells
            .filter(|summary| counts(summary.document, summary.coder))
            .map(|summary| ((summary.document, summary.code), summary.text));
        Ok(Gathered {
            not_asked: study.not_asked(project)?,
            anchors: anchors(project, &ids, &study.pattern)?,
            cells: cells.collect(),
            condensed: condensed(project, |coder| ids.iter().filter(|id| counts(**id, coder)).count())?,
            study,
            by_code,
            answer,
            withdrawn,
            consents: !consents.is_empty(),
            held_back: BTreeSet::new(),
            notes,
        })
    }

    fn content(&mut self, project: &Project, query: &ReportQuery) -> Result<Content> {
        let tree = &self.study.tree;
        let tops: Vec<CodeId> = match &query.codes {
            Some(ids) => {
                let mut ids = ids.clone();
                ids.sort_by_key(|id| tree.index(*id));
                ids
            }
            None => tree.children(None).map(|node| node.code.id).collect(),
        };
        let chapters = tops.into_iter().map(|id| self.chapter(project, id)).collect::<Result<_>>()?;
        let sample = SampleQuery {
            unit: Default::default(),
            rows: Vec::new(),
            columns: None,
            shown: Shown::Published,
            pretests: query.with_pretests,
        };
        // A study without variables has no sample table, which is no reason not to write the rest.
        let sample = match super::material::sample(project, &sample) {
            Ok(table) => table,
            Err(error) if error.kind == Kind::Invalid => Table::default(),
            Err(error) => return Err(error),
        };
        let date = clock::local(&clock::now());
        Ok(Content {
            title: if query.title.is_empty() { tr!("report-title") } else { query.title.clone() },
            project: project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            date: date.split(' ').next().unwrap_or_default().to_owned(),
            interviews: self.study.documents.len(),
            method: super::material::method(project, &MeaningQuery::default())?,
            sample,
            notes: self.notes(query),
            chapters,
            asked: query.asked,
        })
    }

    /// How it was made, after the chapters have been.
    fn notes(&mut self, query: &ReportQuery) -> Vec<String> {
        let mut notes = std::mem::take(&mut self.notes);
        if !self.withdrawn.is_empty() {
            notes.push(tr!("report-note-withdrawn", names = self.withdrawn.join(", ")));
        }
        if !self.held_back.is_empty() {
            notes.push(tr!("report-note-held-back", count = self.held_back.len()));
        }
        notes.push(match (query.query.as_ref(), query.choose.as_str()) {
            (Some(asked), _) => tr!("report-note-query", query = asked.to_string()),
            (None, "all") => tr!("report-note-all"),
            (None, "none") => tr!("report-note-none"),
            (None, _) => tr!("report-note-marked", weight = composed::MARKED),
        });
        notes
    }

    fn chapter(&mut self, project: &Project, id: CodeId) -> Result<Chapter> {
        let tree = &self.study.tree;
        let Some(node) = tree.get(id) else { return Ok(Chapter::default()) };
        let below: Vec<CodeId> = tree.subtree(id).iter().map(|node| node.code.id).collect();
        let children: Vec<CodeId> = tree.children(Some(id)).map(|node| node.code.id).collect();
        let mut chapter = Chapter {
            name: node.code.name.clone(),
            path: node.path.clone(),
            guide: node.code.guide.clone(),
            own: self.counted(&[id], id),
            below: self.counted(&below, id),
            summary: self.condensed.get(&id).cloned().unwrap_or_default(),
            summaries: self.summaries(id),
            quotable: self.quotable(project, id)?,
            subcodes: Vec::new(),
        };
        for child in children {
            chapter.subcodes.push(self.chapter(project, child)?);
        }
        Ok(chapter)
    }

    /// Where each document stands in the order of the study.
    fn order(&self) -> HashMap<DocumentId, usize> {
        self.study.documents.iter().enumerate().map(|(at, document)| (document.id, at)).collect()
    }

    /// `asked`: the code of which somebody may have said that an interview was not asked about it.
    fn counted(&self, codes: &[CodeId], asked: CodeId) -> Counted {
        let found: Vec<Segment> =
            codes.iter().filter_map(|code| self.by_code.get(code)).flatten().cloned().collect();
        let with: HashSet<DocumentId> = found.iter().map(|segment| segment.coding.document).collect();
        let all = &self.study.documents;
        let mut counted = Counted { of: all.len(), with: with.len(), ..Counted::default() };
        for document in all {
            let has = with.contains(&document.id);
            counted.unasked += usize::from(!has && self.not_asked.contains(&(document.id, asked)));
            let name = document.group.clone().unwrap_or_else(|| tr!("cite-no-group"));
            match counted.groups.iter_mut().find(|(known, ..)| *known == name) {
                Some((_, with, of)) => (*with, *of) = (*with + usize::from(has), *of + 1),
                None => counted.groups.push((name, usize::from(has), 1)),
            }
        }
        counted.citations = segments::bundle(&found, &self.study.pattern);
        counted
    }

    /// What each interview says on a code, with its places behind it, unless the text has them.
    fn summaries(&self, code: CodeId) -> Vec<Summarised> {
        let pattern = &self.study.pattern;
        let all = self.by_code.get(&code).map_or(&[][..], Vec::as_slice);
        let of = |document: &Document| {
            let text = self.cells.get(&(document.id, code)).filter(|text| !text.trim().is_empty())?;
            let own = all.iter().filter(|segment| segment.coding.document == document.id);
            let own: Vec<Segment> = own.cloned().collect();
            let citation = match own.is_empty() {
                true => pattern.bundle(&[Reference { label: document.label.clone(), paragraphs: None }]),
                false => segments::bundle(&own, pattern),
            };
            let says = text.contains(&format!("({}", pattern.name(&document.label)));
            Some(Summarised {
                group: document.group.clone(),
                text: text.trim().to_owned(),
                citation: if says { String::new() } else { citation },
            })
        };
        self.study.documents.iter().filter_map(of).collect()
    }

    /// What can be quoted for a code: anchor examples from the material and its segments, or what a query has found among
    /// them; by document, in text order.
    fn quotable(&mut self, project: &Project, code: CodeId) -> Result<Vec<Quotable>> {
        let own = self.by_code.get(&code).map_or(&[][..], Vec::as_slice);
        let mut all: Vec<Quotable> = match &self.answer {
            Some(found) => {
                let meets = |passage: &&Segment| {
                    let (document, span) = (passage.coding.document, passage.coding.span);
                    own.iter().any(|one| one.coding.document == document && one.coding.span.overlaps(span))
                };
                found.iter().filter(meets).map(|segment| quotable(segment, true)).collect()
            }
            None => {
                let anchors = self.anchors.get(&code).cloned().unwrap_or_default();
                anchors.into_iter().chain(own.iter().map(|segment| quotable(segment, false))).collect()
            }
        };
        all.retain(|one| !one.text.trim().is_empty());
        if self.consents {
            let reader = project.read();
            let mut kept = Vec::with_capacity(all.len());
            for one in all {
                let answer = super::consent::may_quote(&reader, one.document, one.span)?;
                // What tells who it was is looked for on its own.
                if answer.is_free() || answer == MayQuote::Anonymous {
                    kept.push(one);
                } else {
                    self.held_back.insert((one.document, one.span));
                }
            }
            all = kept;
        }
        let at = self.order();
        all.sort_by_key(|one| (at.get(&one.document).copied(), one.span));
        Ok(all)
    }
}

fn quotable(segment: &Segment, asked: bool) -> Quotable {
    Quotable {
        document: segment.coding.document,
        span: segment.coding.span,
        text: segment.text.clone(),
        citation: segment.citation.clone(),
        anchor: false,
        weight: segment.coding.weight,
        asked,
    }
}

/// The code summaries. One is on no document: it is the consensus' own, or that of whoever counts in most documents.
fn condensed(project: &Project, counts: impl Fn(CoderId) -> usize) -> Result<HashMap<CodeId, String>> {
    let reader = project.read();
    let known = coders::list(&reader)?;
    let mut found: HashMap<CodeId, ((bool, usize), String)> = HashMap::new();
    for Condensation { on, coder, text, .. } in condensations::list(&reader)? {
        let Condensed::Code(code) = on else { continue };
        let rank = (known.iter().any(|one| one.id == coder && one.consensus), counts(coder));
        let better = found.get(&code).is_none_or(|(best, _)| *best < rank);
        if better && (rank > (false, 0) || coder == reader.coder()) {
            found.insert(code, (rank, text));
        }
    }
    Ok(found.into_iter().map(|(code, (_, text))| (code, text)).collect())
}

/// The anchor examples that are from these documents, by code, as they stand there today.
fn anchors(
    project: &Project,
    chosen: &[DocumentId],
    pattern: &Pattern,
) -> Result<HashMap<CodeId, Vec<Quotable>>> {
    let reader = project.read();
    let mut found: HashMap<CodeId, Vec<Quotable>> = HashMap::new();
    for anchor in codes::anchors(&reader, None)? {
        let Some((document, span)) = anchor.place.filter(|(document, _)| chosen.contains(document)) else {
            continue;
        };
        let text = documents::text(&reader, document)?;
        let touched = documents::paragraphs_touched(&reader, document, span)?;
        let Some((first, last)) = paragraphs::numbers(&touched, span) else { continue };
        let label = documents::get(&reader, document)?.label;
        found.entry(anchor.code).or_default().push(Quotable {
            document,
            span,
            text: paragraphs::quotation(&text, &touched, span),
            citation: pattern.cite(&label, first, last),
            anchor: true,
            weight: None,
            asked: false,
        });
    }
    Ok(found)
}
