//! Searching transcripts, memos, summaries and paraphrases. A job that can be cancelled; nothing is indexed.

use std::collections::HashMap;
use std::ops::Range;

use crate::error::Result;
use crate::model::documents::Transcript;
use crate::model::memos::Memo;
use crate::model::paraphrases::Paraphrased;
use crate::model::summaries::Condensed;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::progress::Progress;
use crate::store::{Project, condensations, documents, memos, paraphrases, settings, summaries};
use crate::text::citations::Pattern;
use crate::text::search::Finder;
use crate::text::{CharPos, Span, Text, paragraphs};

/// A passage found in a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub document: DocumentId,
    pub label: String,
    pub span: Span,
    /// First and last paragraph number; none in a line without a number.
    pub paragraphs: Option<(u32, u32)>,
    /// With its brackets; empty in a line without a number.
    pub citation: String,
    /// What stands before it in its paragraph, whole words of at most [`CONTEXT`] code points.
    pub before: String,
    pub words: String,
    /// What stands after it in its paragraph, whole words of at most [`CONTEXT`] code points.
    pub after: String,
    /// Whether the paragraph begins before that, and whether it goes on after it.
    pub cut: (bool, bool),
}

impl Hit {
    /// The hit in its context on one line, `…` where that is cut; and the bytes of the hit in it.
    pub fn line(&self) -> (String, Range<usize>) {
        let mark = |cut: bool| if cut { "…" } else { "" };
        let flat = |text: &str| text.replace('\n', " ");
        let before = format!("{}{}", mark(self.cut.0), flat(&self.before));
        let words = flat(&self.words);
        let within = before.len()..before.len() + words.len();
        (format!("{before}{words}{}{}", flat(&self.after), mark(self.cut.1)), within)
    }
}

/// Code points of context kept on each side of a hit.
pub const CONTEXT: u32 = 60;

/// Everything found in the transcripts, in document and text order; in some documents where `only` says so.
pub fn transcripts(
    project: &Project,
    finder: &Finder,
    only: Option<&[DocumentId]>,
    progress: &Progress,
) -> Result<Vec<Hit>> {
    let reader = project.read();
    let pattern = settings::citation(&reader)?;
    let mut wanted = documents::list(&reader)?;
    wanted.retain(|document| only.is_none_or(|ids| ids.contains(&document.id)));
    progress.start(wanted.len() as u64);
    let mut hits = Vec::new();
    for document in wanted {
        progress.step()?;
        let text = documents::text(&reader, document.id)?;
        let spans: Vec<Span> = finder.find_in(&text).collect();
        if !spans.is_empty() {
            let transcript = documents::transcript(&reader, document.id)?;
            hits.extend(spans.into_iter().map(|span| hit(&document.label, &transcript, span, &pattern)));
        }
    }
    Ok(hits)
}

/// Places in transcripts as hits, in the order given; those of documents that are gone are left out.
pub fn at(project: &Project, places: &[(DocumentId, Span)]) -> Result<Vec<Hit>> {
    let reader = project.read();
    let pattern = settings::citation(&reader)?;
    let mut known: HashMap<DocumentId, Option<(String, Transcript)>> = HashMap::new();
    let mut hits = Vec::with_capacity(places.len());
    for &(document, span) in places {
        let read = known.entry(document).or_insert_with(|| {
            let label = documents::get(&reader, document).ok()?.label;
            Some((label, documents::transcript(&reader, document).ok()?))
        });
        if let Some((label, transcript)) = read {
            hits.push(hit(label, transcript, span, &pattern));
        }
    }
    Ok(hits)
}

fn hit(label: &str, transcript: &Transcript, span: Span, pattern: &Pattern) -> Hit {
    let numbers = paragraphs::numbers(&transcript.paragraphs, span);
    let (before, after) = context(&transcript.text, span);
    let goes_on = |from: u32, to: u32| {
        let text = transcript.text.slice(Span { start: CharPos(from), end: CharPos(to) });
        !text.is_empty() && text != "\n"
    };
    let begin = span.start.0 - before.chars().count() as u32;
    let end = span.end.0 + after.chars().count() as u32;
    let cut = (goes_on(begin.saturating_sub(1), begin), goes_on(end, transcript.text.len().min(end + 1)));
    Hit {
        document: transcript.document,
        label: label.to_owned(),
        span,
        paragraphs: numbers,
        citation: numbers.map_or(String::new(), |(first, last)| pattern.cite(label, first, last)),
        before: before.to_owned(),
        words: transcript.text.slice(span).to_owned(),
        after: after.to_owned(),
        cut,
    }
}

/// What stands around a span in its own line, in whole words where there are any.
pub(super) fn context(text: &Text, span: Span) -> (&str, &str) {
    let (start, end) =
        (span.start.0.saturating_sub(CONTEXT), span.end.0.saturating_add(CONTEXT).min(text.len()));
    let before = text.slice(Span { start: CharPos(start), end: span.start });
    let after = text.slice(Span { start: span.end, end: CharPos(end) });
    let line = (before.rsplit('\n').next().unwrap_or_default(), after.split('\n').next().unwrap_or_default());
    // A window that begins or ends in a line probably does so in a word.
    let first = match line.0.find(char::is_whitespace) {
        Some(space) if line.0.len() == before.len() && start > 0 => {
            line.0.get(space..).unwrap_or_default().trim_start()
        }
        _ => line.0,
    };
    let last = match line.1.rfind(char::is_whitespace) {
        Some(space) if line.1.len() == after.len() && end < text.len() => {
            line.1.get(..space).unwrap_or_default().trim_end()
        }
        _ => line.1,
    };
    (first, last)
}

/// The visible memos that contain it, in title or text, newest first.
pub fn in_memos(project: &Project, finder: &Finder) -> Result<Vec<Memo>> {
    let mut found = memos::list(&project.read())?;
    found.retain(|memo| finder.is_in(&memo.title) || finder.is_in(&memo.text));
    Ok(found)
}

/// What was written in the Summary Grid or at its edges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub on: WrittenOn,
    pub coder: CoderId,
    pub text: String,
}

/// A cell, a row or a column of the Summary Grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenOn {
    Cell(DocumentId, CodeId),
    Whole(Condensed),
}

impl WrittenOn {
    /// The document it belongs to.
    pub fn document(self) -> Option<DocumentId> {
        match self {
            WrittenOn::Cell(document, _) | WrittenOn::Whole(Condensed::Document(document)) => Some(document),
            WrittenOn::Whole(Condensed::Code(_) | Condensed::Case(_)) => None,
        }
    }
}

/// The visible summaries that contain it: of cells by document order, then of documents, codes and cases. With `only`,
/// those that belong to these documents.
pub fn in_summaries(project: &Project, finder: &Finder, only: Option<&[DocumentId]>) -> Result<Vec<Written>> {
    let reader = project.read();
    let place: HashMap<DocumentId, usize> =
        documents::list(&reader)?.iter().enumerate().map(|(at, document)| (document.id, at)).collect();
    let mut cells = summaries::list(&reader)?;
    cells.sort_by_key(|summary| place.get(&summary.document).copied());
    let cells = cells.into_iter().map(|one| Written {
        on: WrittenOn::Cell(one.document, one.code),
        coder: one.coder,
        text: one.text,
    });
    let whole = condensations::list(&reader)?.into_iter().map(|one| Written {
        on: WrittenOn::Whole(one.on),
        coder: one.coder,
        text: one.text,
    });
    let wanted =
        |on: WrittenOn| only.is_none_or(|ids| on.document().is_some_and(|document| ids.contains(&document)));
    Ok(cells.chain(whole).filter(|one| wanted(one.on) && finder.is_in(&one.text)).collect())
}

/// The visible paraphrases that contain it, by document order.
pub fn in_paraphrases(project: &Project, finder: &Finder) -> Result<Vec<Paraphrased>> {
    let mut found = paraphrases::list(&project.read())?;
    found.retain(|one| finder.is_in(&one.text));
    super::paraphrases::with_passages(project, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_of_a_hit_is_whole_words_of_its_line() {
        let around = |text: &str, word: &str| {
            let text = Text::new(text);
            let start = text.as_str().find(word).unwrap();
            let (before, after) = context(&text, text.span(start..start + word.len()));
            (before.to_owned(), after.to_owned())
        };
        let both = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(around("above\na word here\nbelow", "word"), both("a ", " here"));
        let long = format!("{} word {}", "abcdefgh ".repeat(9), "ijklmnop ".repeat(9));
        let (before, after) = around(&long, "word");
        assert!(before.starts_with("abcdefgh ") && before.len() <= 60, "{before}");
        assert!(after.ends_with(" ijklmnop") && after.len() <= 60, "{after}");
        // One word that is longer than the window stands as far as it goes.
        let (before, after) = around(&format!("{}word{}", "a".repeat(99), "z".repeat(99)), "word");
        assert_eq!((before.len(), after.len()), (60, 60));
    }
}
