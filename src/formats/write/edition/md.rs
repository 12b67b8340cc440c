//! Transcripts in Markdown: numbered paragraphs, and below each the codes that begin there with the words they are on.

use std::fmt::Write as _;

use crate::error::Result;
use crate::formats::write::Meta;
use crate::formats::write::md::{block_start, line};
use crate::model::edition::{Edition, EditionCoding, EditionDocument, EditionParagraph, plain};
use crate::text::ParagraphKind;
use crate::tr;

pub fn write(edition: &Edition, meta: &Meta) -> Result<String> {
    let mut out = String::new();
    let title = if meta.title.is_empty() { &edition.name } else { &meta.title };
    let _ = writeln!(out, "# {}\n", line(title));
    for note in meta.head()?.iter().chain(&edition.notes) {
        let _ = writeln!(out, "- {}", block_start(&line(note)));
    }
    let names = edition.short_names();
    for document in &edition.documents {
        heading(&mut out, document);
        for paragraph in &document.paragraphs {
            write_paragraph(&mut out, document, paragraph, &names);
        }
    }
    if edition.codes.iter().any(|code| code.segments > 0) {
        let _ = writeln!(out, "\n## {}\n", line(&tr!("export-page-codes")));
        for code in edition.codes.iter().filter(|code| code.segments > 0) {
            let count = tr!("export-page-segments-in", count = code.segments, documents = code.documents);
            let _ = write!(out, "- **{}** ({})", line(&code.path), line(&count));
            if !code.definition.is_empty() {
                let _ = write!(out, ": {}", line(&plain(&code.definition)));
            }
            out.push('\n');
        }
    }
    Ok(out)
}

fn heading(out: &mut String, document: &EditionDocument) {
    let parts = [
        Some(&document.name),
        Some(&document.title).filter(|title| !title.is_empty()),
        document.group.as_ref(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| line(part)).collect();
    let _ = writeln!(out, "\n## {}\n", parts.join(" · "));
    if !document.values.is_empty() {
        let values: Vec<String> = document
            .values
            .iter()
            .map(|(name, value)| format!("*{}:* {}", line(name), line(value)))
            .collect();
        let _ = writeln!(out, "{}\n", values.join(" · "));
    }
    if let Some(warning) = &document.warning {
        let _ = writeln!(out, "> ⚠ {}\n", line(warning));
    }
}

fn write_paragraph(
    out: &mut String,
    document: &EditionDocument,
    paragraph: &EditionParagraph,
    names: &[&str],
) {
    if let Some(number) = paragraph.number {
        let _ = write!(out, "**{number}** ");
    }
    if let (false, Some(speaker)) = (paragraph.is_labelled(), &paragraph.speaker) {
        let _ = write!(out, "{}: ", line(speaker));
    }
    let text: String = paragraph.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let text = line(text.trim());
    // Without a number or a speaker before it, a line could begin something else than a paragraph.
    let text = if paragraph.number.is_none() { block_start(&text) } else { text };
    match paragraph.kind {
        ParagraphKind::Heading if !text.is_empty() => {
            let _ = writeln!(out, "**{text}**\n");
        }
        _ => {
            let _ = writeln!(out, "{text}\n");
        }
    }
    let mut any = false;
    for at in paragraph.codings() {
        let Some(coding) = document.codings.get(at) else { continue };
        if !coding.begins_in(paragraph) {
            continue;
        }
        let _ = write!(out, "- *{}*", line(names.get(coding.code).copied().unwrap_or_default()));
        out.push_str(&line(&details(coding)));
        if !paragraph.is_all(at) {
            let _ = write!(out, ": {}", line(&tr!("export-words", words = excerpt(&document.quotation(at)))));
        }
        out.push('\n');
        any = true;
    }
    if any {
        out.push('\n');
    }
}

/// Where it goes to, weight, whether it may be quoted, comment, who and when.
fn details(coding: &EditionCoding) -> String {
    let mut out = String::new();
    if coding.paragraphs.0 != coding.paragraphs.1 {
        let _ = write!(out, " ({})", coding.short);
    }
    if let Some(weight) = coding.weight {
        let _ = write!(out, " [{weight}]");
    }
    if coding.withheld.is_some() {
        out.push_str(" ⚠");
    }
    for said in [
        Some(plain(&coding.comment)).filter(|comment| !comment.is_empty()),
        coding.coder.clone(),
        coding.at.clone(),
    ]
    .into_iter()
    .flatten()
    {
        let _ = write!(out, " · {said}");
    }
    out
}

/// The first and last words of a longer text.
fn excerpt(text: &str) -> String {
    const FIRST: usize = 5;
    const LAST: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= FIRST + LAST + 2 {
        return words.join(" ");
    }
    let (first, last) = (words.get(..FIRST), words.get(words.len() - LAST..));
    format!("{} … {}", first.unwrap_or_default().join(" "), last.unwrap_or_default().join(" "))
}
