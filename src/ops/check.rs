//! Checking a written report: its citations and quotations against the transcripts, consent and the list of names.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use super::{consent, names, retrieve};
use crate::analysis::check::{self as judge, At, Checked, Corpus, Status, Warning};
use crate::error::{Error, Result};
use crate::formats::read::Limits;
use crate::formats::report as reports;
use crate::model::DocumentId;
use crate::model::consent::MayQuote;
use crate::model::guides::Stage;
use crate::model::report::{Report, ReportPlace};
use crate::progress::Progress;
use crate::store::{Project, consent as consents, documents};
use crate::text::Span;
use crate::text::citations::Pattern;
use crate::tr;

/// Reads a report from a file.
pub fn read(file: &Path) -> Result<Report> {
    let limit = Limits::default().file;
    let size = std::fs::metadata(file).map_err(|error| Error::io(file, &error))?.len();
    let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    if size > limit {
        let (size, limit) = (size.div_ceil(1 << 20), limit >> 20);
        return Err(Error::unreadable(tr!(
            "read-too-large",
            name = name.into_owned(),
            size = size,
            limit = limit
        ))
        .hint(tr!("read-too-large-hint"))
        .file(file));
    }
    let bytes = std::fs::read(file).map_err(|error| Error::io(file, &error))?;
    reports::read(&name, &bytes).map_err(|error| error.file(file))
}

/// The words of all transcripts.
pub fn corpus(project: &Project, progress: &Progress) -> Result<Corpus> {
    let reader = project.read();
    let all = documents::list(&reader)?;
    progress.start(all.len() as u64);
    let mut corpus = Corpus::default();
    for document in &all {
        let transcript = documents::transcript(&reader, document.id)?;
        let counts = document.stage != Stage::Pretest;
        corpus.add(document.id, &document.label, counts, transcript.text, &transcript.paragraphs);
        progress.step()?;
    }
    Ok(corpus)
}

/// Checks a report that follows a pattern.
pub fn check(project: &Project, report: &Report, pattern: &Pattern, progress: &Progress) -> Result<Checked> {
    let mut corpus = corpus(project, progress)?;
    let mut checked = judge::check(report, &mut corpus, pattern, progress)?;
    add_consent(project, &mut checked)?;
    add_names(project, report, &mut checked)?;
    let retrieved = retrieve::segments(project, &retrieve::SegmentQuery::default())?;
    let spans = judge::cited_spans(&checked, &corpus);
    let cited = |document: DocumentId, span: Span| {
        spans.get(&document).is_some_and(|spans| spans.iter().any(|cited| cited.overlaps(span)))
    };
    let touched: BTreeSet<&str> = retrieved
        .segments
        .iter()
        .filter(|segment| cited(segment.coding.document, segment.coding.span))
        .map(|segment| segment.code.as_str())
        .collect();
    let mut never: Vec<String> = Vec::new();
    for segment in retrieved.segments.iter().filter(|segment| !touched.contains(segment.code.as_str())) {
        if !never.contains(&segment.code) {
            never.push(segment.code.clone());
        }
    }
    never.sort();
    checked.never_codes = never;
    checked.notes.extend(retrieved.notes);
    Ok(checked)
}

/// Words that may not be quoted as they are, and citations of interviews that were withdrawn.
fn add_consent(project: &Project, checked: &mut Checked) -> Result<()> {
    let reader = project.read();
    let all = consents::list(&reader)?;
    // A study that writes nothing of consent here is not told so at every quotation.
    if all.is_empty() {
        return Ok(());
    }
    let mut warnings = Vec::new();
    let quoted = |status: Status| !matches!(status, Status::NotFound | Status::Translated);
    for quotation in checked.quotations.iter().filter(|quotation| quoted(quotation.status)) {
        let Some(found) = &quotation.found else { continue };
        let answer = consent::may_quote(&reader, found.document, found.span)?;
        let free = match &answer {
            // Who it was is not in the report: its names are looked for.
            MayQuote::Anonymous => true,
            MayQuote::Changed(wording) => wording.trim() == quotation.text.trim(),
            answer => answer.is_free(),
        };
        if !free {
            warnings.push(Warning {
                kind: format!("consent-{}", answer.name()),
                at: quotation.at.clone(),
                text: quotation.text.clone(),
                message: consent::quote_words(&answer, &found.citation),
                target: Some((found.document, found.span)),
            });
        }
    }
    let withdrawn: HashMap<DocumentId, &String> = all
        .iter()
        .filter(|consent| consent.person.is_none())
        .filter_map(|consent| Some((consent.document, consent.withdrawn.as_ref()?)))
        .collect();
    for citation in &checked.citations {
        let target = citation.target.filter(|(document, _)| withdrawn.contains_key(document));
        if let Some((document, _)) = target {
            let on = withdrawn.get(&document).map(|on| (*on).clone()).unwrap_or_default();
            warnings.push(Warning {
                kind: "consent-withdrawn".to_owned(),
                at: citation.at.clone(),
                text: citation.text.clone(),
                message: tr!("report-withdrawn", on = on),
                target: citation.target,
            });
        }
    }
    checked.warnings.append(&mut warnings);
    Ok(())
}

/// Listed names in the report.
fn add_names(project: &Project, report: &Report, checked: &mut Checked) -> Result<()> {
    let list = names::list(project)?;
    if list.is_empty() {
        return Ok(());
    }
    let finder = list.finder();
    let replacements = list.replacements();
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        for found in finder.find(&paragraph.text) {
            let replacement = replacements.get(found.form).copied().unwrap_or_default().to_owned();
            checked.warnings.push(Warning {
                kind: "listed-name".to_owned(),
                at: At {
                    line: paragraph.line_of(found.bytes.start),
                    place: paragraph.place,
                    paragraph: index,
                    bytes: found.bytes.clone(),
                },
                text: paragraph.text.get(found.bytes).unwrap_or("").to_owned(),
                message: tr!("report-listed-name", replacement = replacement),
                target: None,
            });
        }
    }
    Ok(())
}

/// Where something stands in the report, in words: `line 12`, `line 40, footnote`.
pub fn at_words(at: &At) -> String {
    let line = at.line.to_string();
    match at.place {
        ReportPlace::Body | ReportPlace::Heading => tr!("report-at", line = line),
        place => {
            let place = tr!(&format!("report-place-{}", place.name()));
            tr!("report-at-place", line = line, place = place)
        }
    }
}
