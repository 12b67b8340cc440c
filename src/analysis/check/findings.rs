//! What was found, one after the other as a person goes through it: the kind, the words, what is wrong with them.

use super::{At, Checked, CitationChecked, QuotationChecked, Status};
use crate::model::DocumentId;
use crate::text::Span;
use crate::text::citations::Pattern;
use crate::text::cited::{self, Cited, Fault};
use crate::text::wording::{self, Part};
use crate::tr;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Has to be mended.
    Problem,
    /// Should be looked at.
    Warning,
    /// Good to know, or in order.
    Note,
}

impl Level {
    /// The invariant name.
    pub fn name(self) -> &'static str {
        match self {
            Level::Problem => "problem",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The invariant name: `no-such-interview`, `differs`, `listed-name`, `never-cited` …
    pub kind: String,
    pub level: Level,
    /// Where in the report; none for what is not in it.
    pub at: Option<At>,
    /// The report's words.
    pub text: String,
    /// The citation as it stands in the report; empty for none.
    pub citation: String,
    pub message: String,
    /// The paragraph to look at.
    pub target: Option<(DocumentId, Span)>,
    /// What stands there.
    pub stands: String,
    pub difference: Vec<Part>,
}

impl Finding {
    /// What kind it is, in words.
    pub fn kind_words(&self) -> String {
        match self.kind.as_str() {
            kind if kind.starts_with("consent-") => tr!("report-kind-consent"),
            kind => tr!(&format!("report-kind-{kind}")),
        }
    }
}

/// Everything found in the order of the report, what is in order too; then what is never cited.
pub fn findings(checked: &Checked, pattern: &Pattern) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    for citation in &checked.citations {
        all.extend(citation.problems.iter().map(|problem| of_citation(citation, problem, pattern)));
    }
    for quotation in &checked.quotations {
        all.push(of_quotation(quotation, checked));
    }
    for warning in &checked.warnings {
        all.push(Finding {
            kind: warning.kind.clone(),
            level: Level::Warning,
            at: Some(warning.at.clone()),
            text: warning.text.clone(),
            citation: String::new(),
            message: warning.message.clone(),
            target: warning.target,
            stands: String::new(),
            difference: Vec::new(),
        });
    }
    all.sort_by_key(|finding| finding.at.as_ref().map(|at| (at.paragraph, at.bytes.start)));
    let never = |kind: &str, text: &String, message: String| Finding {
        kind: kind.to_owned(),
        level: Level::Note,
        at: None,
        text: text.clone(),
        citation: String::new(),
        message,
        target: None,
        stands: String::new(),
        difference: Vec::new(),
    };
    let documents = checked.never_documents.iter();
    all.extend(documents.map(|label| {
        never("document-never-cited", &pattern.name(label), tr!("report-document-never-cited"))
    }));
    let codes = checked.never_codes.iter();
    all.extend(codes.map(|path| never("code-never-cited", path, tr!("report-code-never-cited"))));
    all
}

/// What is wrong with a citation, in words.
pub fn fault_words(fault: &Fault, pattern: &Pattern) -> String {
    let named = |label: &String| pattern.name(label);
    let likely = |words: String, likely: &Option<Cited>| match likely {
        Some(likely) => format!("{words} {}", tr!("report-likely", place = likely.written(pattern))),
        None => words,
    };
    match fault {
        Fault::NoInterview { label, likely: meant } => {
            likely(tr!("report-no-such-interview", interview = named(label)), meant)
        }
        Fault::NoParagraph { label, paragraph, last, likely: meant } => {
            let (interview, paragraph, last) = (named(label), paragraph.to_string(), last.to_string());
            let words =
                tr!("report-no-such-paragraph", interview = interview, paragraph = paragraph, last = last);
            likely(words, meant)
        }
        Fault::OpenEnd { label, paragraph } => {
            tr!("report-open-end", interview = named(label), paragraph = paragraph.to_string())
        }
        Fault::Ambiguous { other } => tr!("report-ambiguous", other = cited::written(other, pattern)),
        Fault::NotParagraphs { written } => tr!("report-not-paragraph-based", written = written.clone()),
        Fault::Unreadable => tr!("report-unreadable"),
    }
}

fn of_citation(citation: &CitationChecked, problem: &Fault, pattern: &Pattern) -> Finding {
    Finding {
        kind: problem.name().to_owned(),
        level: Level::Problem,
        at: Some(citation.at.clone()),
        text: citation.text.clone(),
        citation: citation.text.clone(),
        message: fault_words(problem, pattern),
        target: citation.target,
        stands: String::new(),
        difference: Vec::new(),
    }
}

fn of_quotation(quotation: &QuotationChecked, checked: &Checked) -> Finding {
    let citation = quotation.citation.and_then(|index| checked.citations.get(index));
    let place = quotation.found.as_ref().map(|found| found.citation.clone());
    let place = place.unwrap_or_default();
    let difference = wording::shown(&quotation.difference);
    let differs = !quotation.difference.is_empty();
    let found = quotation.found.is_some();
    let message = match quotation.status {
        Status::Exact => tr!("report-exact", place = place),
        Status::Edited => {
            let edits: Vec<String> = quotation
                .edits
                .iter()
                .map(|edit| match edit.stands.is_empty() {
                    true => edit.written.clone(),
                    false => {
                        tr!("report-edit", written = edit.written.clone(), stands = shortened(&edit.stands))
                    }
                })
                .collect();
            tr!("report-edited", place = place, edits = edits.join("; "))
        }
        Status::Differs if quotation.slight => {
            tr!("report-differs-slightly", place = place, difference = difference)
        }
        Status::Differs => tr!("report-differs", place = place, difference = difference),
        Status::Elsewhere if differs => {
            tr!("report-elsewhere-differs", place = place, difference = difference)
        }
        Status::Elsewhere => tr!("report-elsewhere", place = place),
        Status::NotFound if found => tr!("report-not-found-nearest", place = place, difference = difference),
        Status::NotFound => tr!("report-not-found"),
        Status::NoCitation if differs => {
            tr!("report-no-citation-differs", place = place, difference = difference)
        }
        Status::NoCitation if found => tr!("report-no-citation-found", place = place),
        Status::NoCitation => tr!("report-no-citation"),
        Status::Repeated => tr!("report-repeated", line = quotation.before.unwrap_or(0).to_string()),
        Status::Translated => tr!("report-translated"),
    };
    // What a citation that does not exist has to do with it was said of the citation.
    let explained = quotation.status == Status::Elsewhere
        && !differs
        && citation.is_some_and(|citation| {
            let missing =
                |fault: &Fault| matches!(fault, Fault::NoInterview { .. } | Fault::NoParagraph { .. });
            citation.problems.iter().any(missing)
        });
    Finding {
        kind: quotation.status.name().to_owned(),
        level: match quotation.status {
            _ if explained => Level::Note,
            Status::Differs | Status::Elsewhere | Status::NotFound => Level::Problem,
            Status::NoCitation | Status::Repeated => Level::Warning,
            Status::Exact | Status::Edited | Status::Translated => Level::Note,
        },
        at: Some(quotation.at.clone()),
        text: quotation.text.clone(),
        citation: citation.map(|citation| citation.text.clone()).unwrap_or_default(),
        message,
        target: quotation
            .found
            .as_ref()
            .map(|found| (found.document, found.span))
            .or_else(|| citation.and_then(|citation| citation.target)),
        stands: quotation.found.as_ref().map(|found| found.text.clone()).unwrap_or_default(),
        difference: quotation.difference.clone(),
    }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
