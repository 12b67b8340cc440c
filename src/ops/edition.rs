//! The study as it is given to readers: read as the analysis set has it, with listed names replaced, values as they are
//! published, and without who coded and when, unless that is asked for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::consent::{self, Agreed};
use super::material::{self, Loaded, MeaningQuery, SampleQuery};
use super::names::{self, Exporting, Seen};
use super::retrieve::{self, SegmentQuery};
use crate::analysis::edition::{Citable, count, cut};
use crate::analysis::material::Shown;
use crate::analysis::{notes, overview};
use crate::error::{Error, Kind, Result};
use crate::model::coders::Coder;
use crate::model::codes::CodeTree;
use crate::model::codings::Segment;
use crate::model::consent::MayQuote;
use crate::model::documents::{Document, Role, Transcript};
use crate::model::edition::{
    Edition, EditionAnchor, EditionCode, EditionCoding, EditionDocument, EditionParagraph, EditionState,
    EditionSummary, Prose, Target,
};
use crate::model::guides::Stage;
use crate::model::summaries::{Condensed, StateOf};
use crate::model::table::{Table, Value};
use crate::model::variables::stored_date;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::progress::Progress;
use crate::store::{
    Project, Reader, cell_states, coders, codes, consent as consents, documents, settings, summaries,
};
use crate::text::citations::Pattern;
use crate::text::{Paragraph, Span, Text, paragraphs};
use crate::tr;

/// What of the study is given, and how; none means all.
#[derive(Debug, Clone, Default)]
pub struct EditionQuery {
    pub documents: Option<Vec<DocumentId>>,
    pub codes: Option<Vec<CodeId>>,
    pub without_pretests: bool,
    /// A coder's own work instead of the analysis set.
    pub coder: Option<CoderId>,
    /// Working values, titles, and names as they stand.
    pub working: bool,
    /// Also who coded, when, and what was noted on a segment.
    pub coders: bool,
    pub times: bool,
    pub comments: bool,
}

/// An edition, and what to tell whoever made it.
#[derive(Debug, Clone, Default)]
pub struct Made {
    pub edition: Edition,
    pub warnings: Vec<String>,
}

/// Makes an edition.
pub fn edition(project: &Project, query: &EditionQuery, progress: &Progress) -> Result<Made> {
    make(project, query, exporting(project, query)?, progress)
}

/// Makes an edition of each document, for a file of its own.
pub fn each(
    project: &Project,
    query: &EditionQuery,
    progress: &Progress,
    mut take: impl FnMut(Made) -> Result<()>,
) -> Result<()> {
    let exporting = exporting(project, query)?;
    let chosen = chosen(&project.read(), query)?;
    progress.start(chosen.len() as u64);
    for document in chosen {
        let query = EditionQuery { documents: Some(vec![document.id]), ..query.clone() };
        take(make(project, &query, exporting.clone(), &Progress::new())?)?;
        progress.step()?;
    }
    Ok(())
}

/// What becomes of names: listed ones are replaced, unless they are to stand and the study does not replace them either.
fn exporting(project: &Project, query: &EditionQuery) -> Result<Exporting> {
    let exporting = names::exporting(project)?;
    Ok(if query.working { exporting } else { exporting.replacing() })
}

fn make(project: &Project, query: &EditionQuery, exporting: Exporting, progress: &Progress) -> Result<Made> {
    let reader = project.read();
    let chosen = chosen(&reader, query)?;
    progress.start(chosen.len() as u64 + 1);
    progress.step()?;
    let ids: Vec<DocumentId> = chosen.iter().map(|document| document.id).collect();
    let retrieved = retrieve::segments(
        project,
        &SegmentQuery {
            codes: query.codes.clone(),
            documents: Some(ids.clone()),
            coder: query.coder,
            ..SegmentQuery::default()
        },
    )?;
    let mut maker = Maker::new(&reader, query, exporting, &chosen)?;
    let mut edition = Edition {
        name: project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        ..Edition::default()
    };
    maker.replace(&mut edition.name);
    let mut by_document: HashMap<DocumentId, Vec<Segment>> = HashMap::new();
    let found = retrieved.segments.len();
    for segment in retrieved.segments {
        by_document.entry(segment.coding.document).or_default().push(segment);
    }
    for document in &chosen {
        let segments = by_document.remove(&document.id).unwrap_or_default();
        edition.documents.push(maker.document(&reader, document, segments)?);
        progress.step()?;
    }
    edition.codes = maker.codes(&reader)?;
    edition.summaries = maker.summaries(&reader, query)?;
    edition.states = maker.states(&reader, query)?;
    maker.condensed(project, query, &mut edition)?;
    count(&mut edition);
    let mut warnings = Vec::new();
    edition.notes = maker.whose(&reader, query, &ids)?;
    edition.notes.extend(maker.chosen_notes(&reader, query, &chosen)?);
    let shown = if query.working { Shown::Working } else { Shown::Published };
    edition.notes.push(shown.note());
    edition.tables = maker.tables(shown, &mut edition.notes)?;
    if found == 0 {
        let why = maker.why_empty(query);
        edition.notes.push(why.clone());
        warnings.push(why);
    }
    warnings.extend(maker.about_consent(&edition));
    edition.notes.extend(maker.about_consent(&edition));
    edition.notes.extend(maker.exporting.note(&maker.seen));
    warnings.extend(maker.seen.warning());
    Ok(Made { edition, warnings })
}

/// The documents that are given, in their order.
fn chosen(reader: &Reader<'_>, query: &EditionQuery) -> Result<Vec<Document>> {
    let mut all = documents::list(reader)?;
    if all.is_empty() {
        return Err(Error::refused(tr!("export-no-documents")).hint(tr!("export-no-documents-hint")));
    }
    all.retain(|document| query.documents.as_ref().is_none_or(|ids| ids.contains(&document.id)));
    all.retain(|document| !query.without_pretests || document.stage != Stage::Pretest);
    if all.is_empty() {
        return Err(Error::refused(tr!("export-none-chosen")).hint(tr!("export-none-chosen-hint")));
    }
    Ok(all)
}

struct Maker<'a> {
    query: &'a EditionQuery,
    exporting: Exporting,
    seen: Seen,
    tree: CodeTree,
    pattern: Pattern,
    loaded: Loaded,
    citable: Citable,
    /// The codes of the edition, in its order.
    codes: Vec<CodeId>,
    /// Where a document is in the edition, and how its label is shown there.
    documents: HashMap<DocumentId, (usize, String)>,
    /// Whether anything of consent is written down in the study.
    consent: bool,
}

impl<'a> Maker<'a> {
    fn new(
        reader: &Reader<'_>,
        query: &'a EditionQuery,
        exporting: Exporting,
        chosen: &[Document],
    ) -> Result<Maker<'a>> {
        let tree = codes::tree(reader)?;
        let wanted = |id: CodeId| query.codes.as_ref().is_none_or(|ids| ids.contains(&id));
        let codes = tree.nodes().iter().map(|node| node.code.id).filter(|id| wanted(*id)).collect();
        let mut numbers: HashMap<DocumentId, BTreeSet<u32>> = HashMap::new();
        let mut seen = Seen::default();
        let mut places = HashMap::new();
        let mut loaded = Loaded::read(reader)?;
        loaded.documents.retain(|document| chosen.iter().any(|one| one.id == document.id));
        for (at, document) in chosen.iter().enumerate() {
            let lines = documents::paragraphs(reader, document.id)?;
            numbers.insert(document.id, lines.iter().filter_map(|line| line.number).collect());
            let mut label = document.label.clone();
            exporting.text(&mut label, &mut seen);
            places.insert(document.id, (at, label));
        }
        let citable = chosen
            .iter()
            .map(|document| (document.label.clone(), numbers.remove(&document.id).unwrap_or_default()));
        let pattern = settings::citation(reader)?;
        Ok(Maker {
            query,
            citable: Citable::new(&pattern, citable.collect()),
            consent: !consents::list(reader)?.is_empty(),
            documents: places,
            exporting,
            seen,
            tree,
            pattern,
            loaded,
            codes,
        })
    }

    fn replace(&mut self, text: &mut String) {
        self.exporting.text(text, &mut self.seen);
    }

    fn replaced(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        self.replace(&mut text);
        text
    }

    /// A text of the researchers, with links to what it cites.
    fn prose(&mut self, text: &str) -> Prose {
        let text = self.replaced(text.trim());
        self.citable.prose(&text)
    }

    fn document(
        &mut self,
        reader: &Reader<'_>,
        document: &Document,
        mut segments: Vec<Segment>,
    ) -> Result<EditionDocument> {
        segments.retain(|segment| self.codes.contains(&segment.coding.code));
        let transcript = documents::transcript(reader, document.id)?;
        let roles: HashMap<String, Role> = documents::speakers(reader, document.id)?
            .into_iter()
            .map(|speaker| (speaker.label, speaker.role))
            .collect();
        let agreed = Agreed::read(reader, document.id)?;
        let (_, label) = self.documents.get(&document.id).cloned().unwrap_or_default();
        let spans: Vec<Span> = segments.iter().map(|segment| segment.coding.span).collect();
        let mut codings = Vec::with_capacity(segments.len());
        for segment in segments {
            codings.push(self.coding(&label, &transcript, &agreed, segment));
        }
        let paragraphs = transcript
            .paragraphs
            .iter()
            .map(|paragraph| self.paragraph(&transcript.text, paragraph, &roles, &spans))
            .collect();
        let title = if self.query.working { self.replaced(&document.title) } else { String::new() };
        let group = document.group.as_ref().map(|group| self.replaced(group));
        Ok(EditionDocument {
            name: self.pattern.name(&label),
            label,
            title,
            group,
            values: self.values(document.id),
            warning: agreed.withdrawn().map(|on| tr!("report-withdrawn", on = stored_date(on))),
            summary: Prose::new(),
            paragraphs,
            codings,
        })
    }

    /// A segment as readers see it.
    fn coding(
        &mut self,
        label: &str,
        transcript: &Transcript,
        agreed: &Agreed,
        segment: Segment,
    ) -> EditionCoding {
        let code = self.codes.iter().position(|code| *code == segment.coding.code).unwrap_or_default();
        let (first, last) = segment.paragraphs;
        let citation = self.pattern.cite(label, first, last);
        let head = format!("({}{}", self.pattern.name(label), self.pattern.paragraph);
        let short = citation.strip_prefix(&head).and_then(|rest| rest.strip_suffix(')'));
        let short = short.map_or_else(|| citation.clone(), str::to_owned);
        let withheld = self.withheld(agreed, &transcript.paragraphs, segment.coding.span, &citation);
        let comment = if self.query.comments { self.prose(&segment.coding.comment) } else { Prose::new() };
        EditionCoding {
            code,
            paragraphs: segment.paragraphs,
            short,
            citation,
            weight: segment.coding.weight,
            comment,
            coder: self.query.coders.then(|| self.replaced(&segment.coder)),
            at: self.query.times.then(|| crate::clock::local(&segment.coding.created)),
            withheld,
        }
    }

    /// Why a passage may not be quoted as it stands, where the study writes consents down.
    fn withheld(
        &mut self,
        agreed: &Agreed,
        lines: &[Paragraph],
        span: Span,
        citation: &str,
    ) -> Option<String> {
        if !self.consent {
            return None;
        }
        let answer = agreed.may_quote(lines, span);
        // Who it was is not in the edition: its names are looked for.
        if answer.is_free() || answer == MayQuote::Anonymous {
            return None;
        }
        let words = consent::quote_words(&answer, citation);
        Some(self.replaced(&words))
    }

    fn paragraph(
        &mut self,
        text: &Text,
        paragraph: &Paragraph,
        roles: &HashMap<String, Role>,
        codings: &[Span],
    ) -> EditionParagraph {
        let words = text.slice(paragraph.span);
        let start = text.byte(paragraph.span.start);
        let bytes = |span: Span| {
            let bytes = text.bytes(span);
            bytes.start - start..bytes.end - start
        };
        let within = |span: Span| paragraph.span.intersection(span).map(bytes);
        let marks: Vec<_> = paragraph.marks.iter().filter_map(|mark| within(mark.span)).collect();
        let codings: Vec<_> =
            codings.iter().enumerate().filter_map(|(at, span)| Some((at, within(*span)?))).collect();
        let changes = self.exporting.changes(words, &mut self.seen);
        EditionParagraph {
            number: paragraph.number,
            cited: paragraph.number.or(paragraph.part_of),
            kind: paragraph.kind,
            interviewer: paragraph.speaker.as_ref().and_then(|label| roles.get(label))
                == Some(&Role::Interviewer),
            speaker: paragraph.speaker.as_ref().map(|speaker| {
                // Told once a document, with the label in the text.
                let mut speaker = speaker.clone();
                self.exporting.text(&mut speaker, &mut Seen::default());
                speaker
            }),
            pieces: cut(words, &marks, &codings, &changes),
        }
    }

    /// What variables say of a document, its case and its persons, as far as it may be shown.
    fn values(&mut self, document: DocumentId) -> Vec<(String, String)> {
        let shown = if self.query.working { Shown::Working } else { Shown::Published };
        let material = self.loaded.material();
        let mut values = Vec::new();
        for variable in material.variables {
            let text = match overview::said(&material, Some(variable), document, shown) {
                Value::Undefined(_) => continue,
                value => value.plain(),
            };
            let hidden = text.split("; ").all(|one| one == crate::analysis::material::SUPPRESSED);
            if !text.trim().is_empty() && !hidden {
                values.push((variable.name.clone(), text));
            }
        }
        for (name, text) in &mut values {
            self.exporting.text(name, &mut self.seen);
            self.exporting.text(text, &mut self.seen);
        }
        values
    }

    fn codes(&mut self, reader: &Reader<'_>) -> Result<Vec<EditionCode>> {
        let mut all: Vec<EditionCode> = Vec::with_capacity(self.codes.len());
        let tree = std::mem::take(&mut self.tree);
        for id in self.codes.clone() {
            let Some(node) = tree.get(id) else { continue };
            let mut above: Vec<CodeId> = Vec::new();
            let mut parent = node.code.parent;
            while let Some(id) = parent {
                above.push(id);
                parent = tree.get(id).and_then(|node| node.code.parent);
            }
            let depth = above.iter().filter(|id| self.codes.contains(id)).count();
            // Without the code right above it, its name alone does not say which code it is.
            let whole = above.first().is_some_and(|parent| !self.codes.contains(parent));
            let guide = &node.code.guide;
            let mut anchors = Vec::new();
            for anchor in codes::anchors(reader, Some(id))? {
                let place = anchor.place.filter(|(document, _)| self.documents.contains_key(document));
                // Words of an interview that is not given stay behind with it.
                if anchor.place.is_some() && place.is_none() {
                    continue;
                }
                let citation = super::codes::anchor_citation(reader, &anchor)?;
                let to = match place {
                    Some((document, span)) => self.target(reader, document, span)?,
                    None => None,
                };
                anchors.push(EditionAnchor {
                    text: self.replaced(&anchor.text),
                    citation: self.replaced(&citation),
                    to,
                });
            }
            all.push(EditionCode {
                path: self.replaced(&node.path),
                name: self.replaced(if whole { &node.path } else { &node.code.name }),
                depth,
                color: node.code.color.clone(),
                definition: self.prose(&guide.definition),
                apply: self.prose(&guide.apply),
                not_apply: self.prose(&guide.not_apply),
                research_question: self.prose(&guide.research_question),
                origin: guide.origin,
                anchors,
                summary: Prose::new(),
                segments: 0,
                documents: 0,
                segments_below: 0,
                documents_below: 0,
            });
        }
        self.tree = tree;
        Ok(all)
    }

    fn target(&self, reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Option<Target>> {
        let Some((at, _)) = self.documents.get(&document) else { return Ok(None) };
        let touched = documents::paragraphs_touched(reader, document, span)?;
        let paragraph = paragraphs::numbers(&touched, span).map(|(first, _)| first);
        Ok(Some(Target { document: *at, paragraph }))
    }

    fn summaries(&mut self, reader: &Reader<'_>, query: &EditionQuery) -> Result<Vec<EditionSummary>> {
        let set = retrieve::whose(reader, query.coder)?;
        let mut all = Vec::new();
        for summary in summaries::list(reader)? {
            let document = self.documents.get(&summary.document).map(|(at, _)| *at);
            let code = self.codes.iter().position(|code| *code == summary.code);
            if let (Some(document), Some(code)) = (document, code)
                && set.counts(summary.document, summary.coder)
            {
                all.push(EditionSummary { document, code, text: self.prose(&summary.text) });
            }
        }
        all.sort_by_key(|summary| (summary.document, summary.code));
        Ok(all)
    }

    /// What was found out about cells without segments.
    fn states(&mut self, reader: &Reader<'_>, query: &EditionQuery) -> Result<Vec<EditionState>> {
        let set = retrieve::whose(reader, query.coder)?;
        let counts = |one: &StateOf| set.counts(one.document, one.coder);
        let all = cell_states::list(reader)?.into_iter().filter(counts).filter_map(|one| {
            let (document, _) = self.documents.get(&one.document)?;
            let code = self.codes.iter().position(|code| *code == one.code)?;
            Some(EditionState { document: *document, code, words: one.state.words() })
        });
        Ok(all.collect())
    }

    /// The summaries of whole interviews and of codes.
    fn condensed(&mut self, project: &Project, query: &EditionQuery, edition: &mut Edition) -> Result<()> {
        for one in super::summaries::counting(project, query.coder)? {
            let place = match one.on {
                Condensed::Document(id) => self
                    .documents
                    .get(&id)
                    .and_then(|(at, _)| edition.documents.get_mut(*at))
                    .map(|document| &mut document.summary),
                Condensed::Code(id) => {
                    let at = self.codes.iter().position(|code| *code == id);
                    at.and_then(|at| edition.codes.get_mut(at)).map(|code| &mut code.summary)
                }
                // Names of cases are for the researchers.
                Condensed::Case(_) => None,
            };
            if let Some(place) = place {
                *place = self.prose(&one.text);
            }
        }
        Ok(())
    }

    /// Whose codings count; coders without their names, unless these are asked for.
    fn whose(
        &mut self,
        reader: &Reader<'_>,
        query: &EditionQuery,
        ids: &[DocumentId],
    ) -> Result<Vec<String>> {
        let set = retrieve::whose(reader, query.coder)?;
        let mut all: Vec<Coder> = coders::list(reader)?;
        if !query.coders {
            let mut known: BTreeMap<CoderId, usize> = BTreeMap::new();
            for id in ids.iter().filter_map(|document| set.coder(*document)) {
                let next = known.len() + 1;
                known.entry(id).or_insert(next);
            }
            for coder in &mut all {
                let number = known.get(&coder.id).copied().unwrap_or_default();
                coder.name = tr!("export-coder", number = number);
            }
        }
        let mut said = notes::analysis_set(&set, &all, ids);
        said.iter_mut().for_each(|note| self.replace(note));
        Ok(said)
    }

    /// What of the study is given, where it is not all.
    fn chosen_notes(
        &mut self,
        reader: &Reader<'_>,
        query: &EditionQuery,
        given: &[Document],
    ) -> Result<Vec<String>> {
        let mut notes = Vec::new();
        let all = documents::list(reader)?.len();
        if given.len() < all {
            notes.push(tr!("export-some-documents", count = given.len(), all = all));
        }
        if query.codes.is_some() {
            notes.push(tr!("export-some-codes", count = self.codes.len(), all = self.tree.nodes().len()));
        }
        Ok(notes)
    }

    /// What describes the interviews that are given.
    fn tables(&mut self, shown: Shown, notes: &mut Vec<String>) -> Result<Vec<Table>> {
        let mut tables = vec![material::overview_of(&self.loaded, &MeaningQuery::default(), shown)?];
        match material::sample_of(&self.loaded, &SampleQuery { shown, ..SampleQuery::default() }) {
            Ok(sample) => tables.insert(0, sample),
            // Without a variable that sorts the interviews there is nothing to count by.
            Err(error) if error.kind == Kind::Invalid => notes.push(tr!("export-no-sample")),
            Err(error) => return Err(error),
        }
        let seen = self.exporting.tables(&mut tables);
        self.seen.replaced += seen.replaced;
        for (kind, count) in seen.standing {
            *self.seen.standing.entry(kind).or_default() += count;
        }
        Ok(tables)
    }

    fn why_empty(&self, query: &EditionQuery) -> String {
        if self.tree.is_empty() {
            tr!("export-no-codes")
        } else if query.codes.is_some() {
            tr!("export-no-segments-of-codes")
        } else {
            tr!("export-no-segments")
        }
    }

    /// How much may not be quoted as it stands.
    fn about_consent(&self, edition: &Edition) -> Vec<String> {
        let mut said: Vec<String> = edition
            .documents
            .iter()
            .filter_map(|document| Some(format!("{}: {}", document.name, document.warning.as_ref()?)))
            .collect();
        let codings = edition.documents.iter().flat_map(|document| &document.codings);
        let (withheld, all) = codings.fold((0usize, 0usize), |(withheld, all), coding| {
            (withheld + usize::from(coding.withheld.is_some()), all + 1)
        });
        if withheld > 0 {
            said.push(tr!("export-withheld", count = withheld, all = all));
        }
        said
    }
}
