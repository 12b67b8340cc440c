//! Web pages. A link to a place of the page that names itself a note is the mark of one.

use std::collections::HashMap;

use crate::error::Result;
use crate::formats::read::Limits;
use crate::formats::read::markup::{self, Line};
use crate::model::report::{NoteMark, ReportParagraph, ReportPlace};

pub fn read(name: &str, text: &str, limits: &Limits) -> Result<Vec<ReportParagraph>> {
    let page = markup::page(name, text, limits)?;
    // Where a note begins, by the names of the place; the mark that leads there comes first.
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (index, line) in page.lines.iter().enumerate() {
        for name in line.ids.iter().chain(&line.anchors).filter(|name| names_note(name)) {
            places.entry(name.as_str()).or_insert(index);
        }
    }
    // The lines that are notes, and which.
    let mut notes: HashMap<usize, usize> = HashMap::new();
    for (index, line) in page.lines.iter().enumerate() {
        for (_, to) in &line.links {
            let next = notes.len();
            if let Some(&at) =
                places.get(to.as_str()).filter(|at| **at > index && !notes.contains_key(&index))
            {
                notes.entry(at).or_insert(next);
            }
        }
    }
    let mut paragraphs = Vec::with_capacity(page.lines.len());
    let mut number = 0;
    for (index, line) in page.lines.iter().enumerate() {
        let note = notes.get(&index).copied();
        let target =
            |to: &str| places.get(to).filter(|at| **at != index).and_then(|at| notes.get(at)).copied();
        let (text, marks) = without_links(line, |to| names_note(to).then(|| target(to)));
        if text.trim().is_empty() {
            continue;
        }
        number += 1;
        let place = match line.heading {
            _ if note.is_some() => ReportPlace::Footnote,
            _ if line.in_table => ReportPlace::Table,
            true => ReportPlace::Heading,
            false => ReportPlace::Body,
        };
        let notes = if note.is_some() { Vec::new() } else { marks };
        paragraphs.push(ReportParagraph { line: number, text, place, indented: line.quoted, notes, note });
    }
    Ok(paragraphs)
}

/// `fn1`, `footnote-3`, `sdfootnote1sym`, `_ftn2`, `endnote4`.
fn names_note(name: &str) -> bool {
    let small = name.to_lowercase();
    let noted = ["note", "ftn", "fn", "edn"].iter().any(|word| small.contains(word));
    noted && small.contains(|c: char| c.is_ascii_digit())
}

/// The text without the numbers of notes: `Some(None)` of `is_mark` is one that leads back.
fn without_links(line: &Line, is_mark: impl Fn(&str) -> Option<Option<usize>>) -> (String, Vec<NoteMark>) {
    let mut text = String::with_capacity(line.text.len());
    let mut marks = Vec::new();
    let mut at = 0;
    for (bytes, to) in &line.links {
        let Some(note) = is_mark(to).filter(|_| bytes.start >= at) else { continue };
        text.push_str(line.text.get(at..bytes.start).unwrap_or(""));
        marks.extend(note.map(|note| NoteMark { at: text.len(), note }));
        at = bytes.end;
    }
    text.push_str(line.text.get(at..).unwrap_or(""));
    (text, marks)
}
