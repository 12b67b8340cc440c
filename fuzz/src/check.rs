//! What holds for whatever a reader gives, whatever the bytes were.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use absatz::analysis::check::{self as checking, Corpus};
use absatz::error::{Error, Kind, Result};
use absatz::formats::codebooks::{self, CodebookFormat, MAX_DEPTH};
use absatz::formats::read::{ReadOptions, read};
use absatz::formats::report as reports;
use absatz::formats::values::{self, Row};
use absatz::model::DocumentId;
use absatz::model::codebook::{Codebook, CodebookCode};
use absatz::model::draft::Draft;
use absatz::model::report::Report;
use absatz::progress::Progress;
use absatz::text::citations::Pattern;
use absatz::text::paragraphs::{self, Numbering};
use absatz::text::{ParagraphKind, Span, Text};

/// Reads a transcript and checks what comes of it: a sound draft, or one error that names the file and the way out.
pub fn transcript(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Draft> {
    let result = read(name, bytes, options);
    match &result {
        Ok(found) => draft(found, options),
        Err(error) => {
            refusal(error, name);
            assert!(matches!(error.kind, Kind::Unreadable | Kind::Invalid), "{error:?}");
        }
    }
    result
}

/// Reads a report and checks it against a study of two interviews: places lie in their paragraphs, notes exist.
pub fn report(name: &str, bytes: &[u8]) -> Result<Report> {
    let result = reports::read(name, bytes);
    let report = match &result {
        Ok(report) => report,
        Err(error) => {
            refusal(error, name);
            assert!(matches!(error.kind, Kind::Unreadable | Kind::Invalid), "{error:?}");
            return result;
        }
    };
    for paragraph in &report.paragraphs {
        assert!(!paragraph.text.contains(['\0', '\r']), "NUL or CR in the text");
        let inside = |at: usize| paragraph.text.is_char_boundary(at);
        assert!(paragraph.notes.iter().all(|mark| inside(mark.at)), "a note's mark outside of its paragraph");
        assert!(paragraph.line > 0 && (paragraph.note.is_none() || paragraph.place.is_note()));
    }
    let mut corpus = Corpus::default();
    for (id, text) in [(1, "I: Und das Geld?\nB: Geld ist da … nur keine Leute."), (2, "B: Der hat recht!")]
    {
        let text = Text::new(text);
        let lines = paragraphs::number(paragraphs::lines(&text), Numbering::default());
        corpus.add(DocumentId(id), &id.to_string(), true, Arc::new(text), &lines);
    }
    let pattern = Pattern::default();
    let checked =
        checking::check(report, &mut corpus, &pattern, &Progress::new()).expect("nobody stopped it");
    for finding in checking::findings(&checked, &pattern) {
        let Some(at) = &finding.at else { continue };
        assert!(report.paragraphs[at.paragraph].text.get(at.bytes.clone()).is_some(), "{finding:?}");
    }
    assert_eq!(checking::tables(&checked, &pattern).len(), 4);
    result
}

/// The text is clean, the paragraphs are its lines in order, marks lie in their paragraph, numbers count up.
pub fn draft(draft: &Draft, options: &ReadOptions) {
    let text = &draft.text;
    assert!(!text.as_str().contains(['\0', '\r']), "NUL or CR in the text");
    assert_eq!(text.as_str().chars().count(), text.len() as usize);
    let empty_rows = options.recognise.numbering.empty_lines;
    let lines = text.as_str().split('\n').filter(|line| empty_rows || !line.trim().is_empty()).count();
    assert!(draft.paragraphs.len() <= lines, "{} paragraphs of {lines} lines", draft.paragraphs.len());
    let (mut after, mut number) = (0, 0);
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        let span = paragraph.span;
        self::span(text, span);
        assert!(index == 0 || span.start.0 > after, "{span} overlaps the paragraph before it");
        let line = text.slice(span);
        assert!(!line.contains('\n'), "{span} has a newline");
        assert!(!line.trim().is_empty() || empty_rows || paragraph.kind != ParagraphKind::Empty);
        after = span.end.0;
        if let Some(found) = paragraph.number {
            number += 1;
            assert_eq!(found, number, "numbers are consecutive");
            assert_ne!(paragraph.kind, ParagraphKind::Header);
        }
        let mut last = span.start;
        for mark in &paragraph.marks {
            let inside = span.start <= mark.span.start && mark.span.end <= span.end;
            assert!(inside && mark.span.start <= mark.span.end, "mark {} outside of {span}", mark.span);
            assert!(mark.span.start >= last, "marks of {span} overlap: {:?}", paragraph.marks);
            last = mark.span.end;
        }
        for speech in paragraph.speech_spans(text) {
            assert!(span.start <= speech.start && speech.end <= span.end && !speech.is_empty());
        }
        if let (Some(start), Some(end)) = (paragraph.time, paragraph.end_time) {
            assert!(start <= end, "{span} ends at {end} ms before it begins at {start} ms");
        }
        if let Some(speaker) = &paragraph.speaker {
            assert!(!speaker.trim().is_empty() && !speaker.contains(['\n', '\r', '\0']), "{speaker:?}");
        }
    }
    let labels: HashSet<&str> = draft.speakers.iter().map(|speaker| speaker.label.as_str()).collect();
    assert_eq!(labels.len(), draft.speakers.len(), "each speaker once");
    assert!(
        draft
            .speakers
            .iter()
            .all(|speaker| (1..=draft.paragraphs.len()).contains(&(speaker.paragraphs as usize)))
    );
    assert_eq!(Some(&draft.options), serde_json::to_value(options).ok().as_ref(), "the options are stored");
}

/// Reads a table of values and checks it: rows of one length in the order of the file, or one error with the way out.
pub fn values(name: &str, bytes: &[u8]) -> Result<Vec<Row>> {
    let result = values::read(name, bytes);
    match &result {
        Ok(rows) => {
            let width = rows.first().map_or(0, |row| row.cells.len());
            assert!(rows.iter().all(|row| row.cells.len() == width && row.number > 0));
            assert!(rows.windows(2).all(|pair| pair[0].number < pair[1].number));
        }
        Err(error) => {
            refusal(error, name);
            assert_eq!(error.kind, Kind::Unreadable, "{error:?}");
        }
    }
    result
}

/// An error names the file, says what to do, and is short.
pub fn refusal(error: &Error, name: &str) {
    assert_eq!(error.file.as_deref(), Some(Path::new(name)), "{error:?}");
    assert!(error.hint.as_ref().is_some_and(|hint| !hint.trim().is_empty()), "no way out: {error:?}");
    words(error);
}

/// What a person is told is short.
pub fn words(error: &Error) {
    let place = error.place.as_deref().unwrap_or_default();
    for said in [error.message.as_str(), error.hint.as_deref().unwrap_or_default(), place] {
        assert!(said.chars().count() <= 2_000, "{} characters: {:.200}", said.chars().count(), said);
    }
    assert!(!error.message.trim().is_empty());
}

/// Reads a codebook and checks it; one that was read is written in every format and read again as the same codes.
pub fn codebook(name: &str, bytes: &[u8]) -> Result<Codebook> {
    let result = codebooks::read(name, bytes);
    match &result {
        Ok(found) => {
            level(&found.codes, 1);
            assert_eq!(codebooks::check(found.clone()).as_ref(), Ok(found), "a second check changes nothing");
            for format in [CodebookFormat::Json, CodebookFormat::Md, CodebookFormat::Csv, CodebookFormat::Txt]
            {
                if found.is_empty() && format != CodebookFormat::Json {
                    continue;
                }
                let written = codebooks::write(found, format).expect("what was read can be written");
                let again = codebooks::read(&format!("b.{}", format.name()), &written);
                let again = again.unwrap_or_else(|error| panic!("{}: {error}", format.name()));
                assert_eq!(paths(&again.codes), paths(&found.codes), "{}", format.name());
                if format == CodebookFormat::Json {
                    assert_eq!(again, *found);
                }
            }
        }
        Err(error) => {
            assert_eq!(error.file.as_deref(), Some(Path::new(name)), "{error:?}");
            words(error);
        }
    }
    result
}

fn level(codes: &[CodebookCode], depth: usize) {
    assert!(depth <= MAX_DEPTH || codes.is_empty(), "{depth} levels");
    for code in codes {
        assert!(
            !code.name.is_empty()
                && code.name == code.name.trim()
                && !code.name.contains(['/', '>', '\n', '\0'])
        );
        assert!(code.color.as_ref().is_none_or(|color| color.len() == 7 && color.starts_with('#')));
        level(&code.children, depth + 1);
    }
}

fn paths(codes: &[CodebookCode]) -> Vec<String> {
    let mut all = Vec::new();
    for code in codes {
        all.push(code.name.clone());
        all.extend(paths(&code.children).into_iter().map(|below| format!("{}/{below}", code.name)));
    }
    all
}

/// A span lies in the text, and its bytes are the same span.
pub fn span(text: &Text, span: Span) {
    assert!(span.start <= span.end && span.end.0 <= text.len(), "{span} past {}", text.len());
    let bytes = text.bytes(span);
    assert_eq!(text.span(bytes), span);
}
