//! A written report held against the study: its citations, its quotations, and what they stand on.
//!
//! The report's paragraphs and the transcripts in, [`Checked`] out. `pairs` finds the quotations and the citation that
//! each goes with, `corpus` the passages that are most like some words, this module judges. A quotation is held
//! against what is cited first; if its words do not stand there, against all transcripts.

mod corpus;
mod findings;
mod pairs;
mod tables;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

pub use corpus::{Corpus, CorpusDocument};
pub use findings::{Finding, Level, fault_words, findings};
pub use tables::tables;

use self::corpus::Passage;
use self::pairs::{Events, Pair};
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::report::{Report, ReportPlace};
use crate::progress::Progress;
use crate::text::Span;
use crate::text::citations::Pattern;
use crate::text::cited::{self, Cited, Fault, Form, Found, Interview, Interviews, Last};
use crate::text::wording::{Aligned, Edit, Part, Wording};

/// What was found in a report.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    pub report: String,
    pub citations: Vec<CitationChecked>,
    pub quotations: Vec<QuotationChecked>,
    pub warnings: Vec<Warning>,
    /// Labels of documents that are cited nowhere, in reading order.
    pub never_documents: Vec<String>,
    /// Paths of codes with segments of which none lies in a cited paragraph.
    pub never_codes: Vec<String>,
    /// Whose codings these are, and what the reader left out, in words.
    pub notes: Vec<String>,
}

/// Where in the report something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    pub line: u32,
    pub place: ReportPlace,
    /// Index of the paragraph, and bytes of its text.
    pub paragraph: usize,
    pub bytes: Range<usize>,
}

#[derive(Debug, Clone)]
pub struct CitationChecked {
    pub at: At,
    /// As it stands in the report.
    pub text: String,
    pub form: Form,
    pub references: Vec<Cited>,
    pub problems: Vec<Fault>,
    /// The first cited place that exists.
    pub target: Option<(DocumentId, Span)>,
}

/// What became of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Exact,
    /// Only omissions and insertions that are marked.
    Edited,
    Differs,
    /// The words stand in another paragraph.
    Elsewhere,
    NotFound,
    NoCitation,
    /// Quoted before.
    Repeated,
    /// In another language than what is cited.
    Translated,
}

impl Status {
    pub const ALL: [Status; 8] = [
        Status::Exact,
        Status::Edited,
        Status::Differs,
        Status::Elsewhere,
        Status::NotFound,
        Status::NoCitation,
        Status::Repeated,
        Status::Translated,
    ];
    /// The invariant name.
    pub fn name(self) -> &'static str {
        match self {
            Status::Exact => "exact",
            Status::Edited => "edited",
            Status::Differs => "differs",
            Status::Elsewhere => "elsewhere",
            Status::NotFound => "not-found",
            Status::NoCitation => "no-citation",
            Status::Repeated => "repeated",
            Status::Translated => "translated",
        }
    }
    pub fn is_problem(self) -> bool {
        matches!(self, Status::Differs | Status::Elsewhere | Status::NotFound)
    }
}

/// A passage of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub document: DocumentId,
    pub span: Span,
    /// With its brackets.
    pub citation: String,
    pub text: String,
}

#[derive(Debug, Clone)]
pub struct QuotationChecked {
    pub at: At,
    /// Without its marks and the citation in it.
    pub text: String,
    /// Index of the citation that it goes with.
    pub citation: Option<usize>,
    pub status: Status,
    /// Where the words stand, or the passage that is most like them.
    pub found: Option<Place>,
    /// What differs there; empty where nothing does.
    pub difference: Vec<Part>,
    /// All that differs is letter case or punctuation.
    pub slight: bool,
    /// What is marked as omitted, inserted, altered.
    pub edits: Vec<Edit>,
    /// The line where it was quoted before.
    pub before: Option<u32>,
}

/// Something to look at that is no mistake by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The invariant name: `listed-name`, `consent-ask` …
    pub kind: String,
    pub at: At,
    pub text: String,
    pub message: String,
    pub target: Option<(DocumentId, Span)>,
}

impl Checked {
    /// Whether something has to be mended.
    pub fn has_problems(&self) -> bool {
        self.citations.iter().any(|citation| !citation.problems.is_empty())
            || self.quotations.iter().any(|quotation| quotation.status.is_problem())
    }
}

/// From so many words on a quotation is one without a citation too, if its words stand in a transcript.
const TELLING: usize = 4;
/// And from so many on if they do not: shorter ones are names and turns of phrase.
const LONG: usize = 8;

/// Checks a report against the transcripts. Warnings and what is never cited are added by who knows the rest of the study.
pub fn check(
    report: &Report,
    corpus: &mut Corpus,
    pattern: &Pattern,
    progress: &Progress,
) -> Result<Checked> {
    let interviews = Interviews::new(
        corpus
            .documents
            .iter()
            .map(|document| Interview { label: document.label.clone(), numbers: document.numbers() }),
    );
    let mut checked = Checked { report: report.name.clone(), ..Checked::default() };
    checked.notes.clone_from(&report.warnings);
    let cited = citations(report, corpus, pattern, &interviews, &mut checked);
    let events = Events::new(report, cited);
    progress.start(report.paragraphs.len() as u64);
    let mut judge = Judge { corpus, pattern, report };
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        for quoted in pairs::quotations(report, index, &events) {
            progress.check()?;
            let at = At {
                line: paragraph.line_of(quoted.bytes.start),
                place: paragraph.place,
                paragraph: index,
                bytes: quoted.bytes.clone(),
            };
            if let Some(quotation) = judge.quotation(at, quoted, &checked.citations) {
                checked.quotations.push(quotation);
            }
        }
        progress.step()?;
    }
    tell_repeated(&mut checked.quotations, corpus);
    tell_likely(&mut checked, corpus);
    checked.never_documents = never_cited(&checked, corpus);
    Ok(checked)
}

/// Finds all citations. `ebd.` goes on from what was cited before in the text, or in the notes.
fn citations(
    report: &Report,
    corpus: &Corpus,
    pattern: &Pattern,
    interviews: &Interviews,
    checked: &mut Checked,
) -> Vec<Vec<pairs::Event>> {
    let (mut in_text, mut in_notes) = (Last::default(), Last::default());
    let mut events = Vec::with_capacity(report.paragraphs.len());
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        let note = paragraph.place.is_note();
        let last = if note { &mut in_notes } else { &mut in_text };
        let mut here = Vec::new();
        for found in cited::find(&paragraph.text, note, pattern, interviews, last) {
            let bytes = found.bytes().clone();
            let Found::Ours(citation) = found else {
                here.push(pairs::Event::Other(bytes));
                continue;
            };
            if citation.form == Form::Mention && citation.faults.is_empty() {
                continue;
            }
            if citation.form != Form::Mention {
                here.push(pairs::Event::Citation(bytes.clone(), checked.citations.len()));
            }
            checked.citations.push(CitationChecked {
                at: At {
                    line: paragraph.line_of(bytes.start),
                    place: paragraph.place,
                    paragraph: index,
                    bytes,
                },
                text: one_line(paragraph.text.get(citation.bytes.clone()).unwrap_or("")),
                form: citation.form,
                target: citation.references.iter().find_map(|cited| corpus.target(cited)),
                references: citation.references,
                problems: citation.faults,
            });
        }
        events.push(here);
    }
    events
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Judge<'a> {
    corpus: &'a mut Corpus,
    pattern: &'a Pattern,
    report: &'a Report,
}

/// How much alike words must be to be thought the same, badly quoted.
const ALIKE: f64 = 0.5;
const VERY_ALIKE: f64 = 0.72;
/// What is less alike is not worth showing.
const FAINTLY: f64 = 0.35;

impl Judge<'_> {
    /// What became of a quotation; none where it is none: a turn of phrase, somebody else's words.
    fn quotation(
        &mut self,
        at: At,
        quoted: pairs::Quotation,
        citations: &[CitationChecked],
    ) -> Option<QuotationChecked> {
        let (citation, sure) = match quoted.pair {
            Pair::Literature => return None,
            Pair::Citation(index) => (Some(index), true),
            Pair::Perhaps(index) => (Some(index), false),
            Pair::None => (None, true),
        };
        let references = citation.and_then(|index| citations.get(index)).map_or(&[][..], |c| &c.references);
        let words = self.corpus.without_speakers(&quoted.text, references);
        let wording = Wording::new(&words, &mut self.corpus.words);
        let count = wording.count();
        if count == 0 {
            return None;
        }
        let mut done = QuotationChecked {
            at,
            text: one_line(&quoted.text),
            citation,
            status: Status::NotFound,
            found: None,
            difference: Vec::new(),
            slight: false,
            edits: Vec::new(),
            before: None,
        };
        let there = self.corpus.in_cited(&wording, references);
        if let Some((passage, aligned)) = there.as_ref().filter(|(_, aligned)| aligned.differs == 0) {
            done.status = if aligned.edits.is_empty() { Status::Exact } else { Status::Edited };
            self.put(&mut done, passage, aligned);
            return Some(done);
        }
        // Few words beside a citation that stand nowhere are the author's own in marks.
        if !sure {
            done.citation = None;
        }
        let near = there.as_ref().map(|(passage, _)| *passage);
        let anywhere = self.corpus.anywhere(&wording, near);
        let likeness = |found: &Option<(Passage, Aligned)>| found.as_ref().map_or(0.0, |(_, a)| a.likeness());
        let (here, other) = (likeness(&there), likeness(&anywhere));
        let exact = anywhere.as_ref().is_some_and(|(_, aligned)| aligned.differs == 0);
        if done.citation.is_none() {
            let telling = exact && count >= TELLING || other >= VERY_ALIKE && count > TELLING;
            let in_text = self.report.paragraphs.get(done.at.paragraph)?;
            let long = count >= LONG && in_text.place != ReportPlace::Heading && !quoted.near_literature;
            if !telling && !long {
                return None;
            }
            done.status = Status::NoCitation;
            if let Some((passage, aligned)) = anywhere.filter(|_| telling) {
                self.put(&mut done, &passage, &aligned);
            }
            return Some(done);
        }
        let few = count < TELLING;
        let differs = here >= ALIKE && (few || here + 0.15 >= other && !exact);
        let elsewhere = exact || other >= VERY_ALIKE && other > here && !few;
        if quoted.loose && few && !differs && !exact {
            return None;
        }
        let (status, best) = match () {
            () if differs => (Status::Differs, there),
            () if elsewhere => (Status::Elsewhere, anywhere),
            () if quoted.translated || self.other_language(&words, references) => (Status::Translated, None),
            () if here >= ALIKE => (Status::Differs, there),
            () => {
                let best = if here >= other { there } else { anywhere };
                (Status::NotFound, best.filter(|(_, aligned)| aligned.likeness() >= FAINTLY))
            }
        };
        if quoted.loose && quoted.after_literature && status == Status::NotFound {
            return None;
        }
        // A passage in a few words is not told of a scare quotation that has nothing to do with it.
        if quoted.loose && few && status == Status::Elsewhere && other < 1.0 {
            return None;
        }
        done.status = status;
        if let Some((passage, aligned)) = best {
            self.put(&mut done, &passage, &aligned);
        }
        Some(done)
    }

    fn put(&self, done: &mut QuotationChecked, passage: &Passage, aligned: &Aligned) {
        done.found = self.corpus.place(passage, self.pattern);
        done.edits.clone_from(&aligned.edits);
        if aligned.differs > 0 {
            done.difference.clone_from(&aligned.parts);
            done.slight = aligned.only_case || aligned.only_punctuation;
        }
    }

    fn other_language(&self, words: &str, references: &[Cited]) -> bool {
        let theirs = references.iter().find_map(|cited| self.corpus.language(&cited.label));
        match (corpus::language(words), theirs) {
            (Some(own), Some(theirs)) => own != theirs,
            _ => false,
        }
    }
}

/// A passage that was quoted before in more than a few words.
fn tell_repeated(quotations: &mut [QuotationChecked], corpus: &Corpus) {
    let plain = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    let mut seen: Vec<(DocumentId, Span, u32, String)> = Vec::new();
    for quotation in quotations {
        let verbatim = matches!(quotation.status, Status::Exact | Status::Edited);
        let Some(found) = quotation.found.as_ref().filter(|_| verbatim) else { continue };
        if corpus.words_in(found.document, found.span) < TELLING {
            continue;
        }
        let (document, span) = (found.document, found.span);
        let words = plain(&quotation.text);
        let same = |other: &&(DocumentId, Span, u32, String)| {
            let both = other.1.intersection(span).map_or(0, Span::len);
            let nearly = both * 5 >= other.1.len().max(span.len()) * 4;
            // What the longer one omits was not quoted with it.
            let within = both > 0 && (other.3.contains(&words) || words.contains(&other.3));
            other.0 == document && (nearly || within)
        };
        if let Some((_, _, line, _)) = seen.iter().find(same) {
            (quotation.status, quotation.before) = (Status::Repeated, Some(*line));
        }
        seen.push((document, span, quotation.at.line, words));
    }
}

/// Whose words were quoted says best which interview was meant.
fn tell_likely(checked: &mut Checked, corpus: &Corpus) {
    for quotation in &checked.quotations {
        let Some(place) = quotation.found.as_ref().filter(|_| quotation.status == Status::Elsewhere) else {
            continue;
        };
        let Some(citation) = quotation.citation.and_then(|index| checked.citations.get_mut(index)) else {
            continue;
        };
        let Some(found) = corpus.cited(place) else { continue };
        for problem in &mut citation.problems {
            if let Fault::NoInterview { likely, .. } | Fault::NoParagraph { likely, .. } = problem {
                *likely = Some(found.clone());
            }
        }
    }
}

fn never_cited(checked: &Checked, corpus: &Corpus) -> Vec<String> {
    let cited: BTreeSet<DocumentId> = checked
        .citations
        .iter()
        .filter(|citation| citation.form != Form::Mention)
        .flat_map(|citation| &citation.references)
        .filter_map(|cited| corpus.target(cited).map(|(document, _)| document))
        .collect();
    let never = corpus.documents.iter().filter(|document| document.counts && !cited.contains(&document.id));
    let mut labels: Vec<String> = never.map(|document| document.label.clone()).collect();
    labels.sort_by(|a, b| crate::text::citations::compare_labels(a, b));
    labels
}

/// The cited paragraphs by document, each a span; whole interviews aside.
pub fn cited_spans(checked: &Checked, corpus: &Corpus) -> HashMap<DocumentId, Vec<Span>> {
    let mut spans: HashMap<DocumentId, Vec<Span>> = HashMap::new();
    for citation in &checked.citations {
        for cited in citation.references.iter().filter(|cited| cited.paragraphs.is_some()) {
            if let Some((document, span)) = corpus.target(cited) {
                spans.entry(document).or_default().push(span);
            }
        }
    }
    spans
}
