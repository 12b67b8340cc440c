//! Markdown: paragraphs between blank lines, `>` quotations, `[^1]` notes and their texts, `^[notes]` in the line, rows
//! of tables, headings. Marks of emphasis and escapes go, since the words between them are compared.

use std::collections::HashMap;

use crate::model::report::{NoteMark, ReportParagraph, ReportPlace};

pub fn read(text: &str) -> Vec<ReportParagraph> {
    let mut reader = Reader::default();
    let lines: Vec<&str> = text.split('\n').collect();
    let front = front_matter(&lines);
    for (number, line) in (1_u32..).zip(&lines).skip(front) {
        reader.line(number, line);
    }
    reader.end();
    reader.finish()
}

/// How many lines the front matter has.
fn front_matter(lines: &[&str]) -> usize {
    if lines.first().is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    let close = lines.iter().skip(1).position(|line| matches!(line.trim_end(), "---" | "..."));
    close.map_or(0, |at| at + 2)
}

#[derive(Default)]
struct Reader {
    paragraphs: Vec<ReportParagraph>,
    open: Option<ReportParagraph>,
    /// Notes by their name, in the order in which they are named.
    names: HashMap<String, usize>,
    /// Notes whose text stands in a line.
    inline: Vec<ReportParagraph>,
    noted: usize,
    fenced: bool,
}

impl Reader {
    fn line(&mut self, number: u32, line: &str) {
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            self.fenced = !self.fenced;
            return self.end();
        }
        let (quoted, rest) = without_quote(line);
        let trimmed = rest.trim();
        if trimmed.is_empty() {
            return self.end();
        }
        if self.fenced {
            return;
        }
        if let Some((name, text)) = definition(trimmed) {
            self.end();
            let note = self.named(name);
            return self.begin(number, text, ReportPlace::Footnote, false, Some(note));
        }
        if let Some(title) = heading(trimmed) {
            self.end();
            self.begin(number, title, ReportPlace::Heading, false, None);
            return self.end();
        }
        if trimmed.starts_with('|') {
            self.end();
            self.begin(number, trimmed.trim_matches('|').trim(), ReportPlace::Table, false, None);
            return self.end();
        }
        let item = trimmed.starts_with(['-', '*', '+']) && trimmed.get(1..2) == Some(" ");
        // A note goes on in lines that are indented; other lines begin something new after a blank one.
        let goes_on = self.open.as_ref().is_some_and(|open| open.indented == quoted && !item);
        if goes_on {
            return self.more(trimmed);
        }
        self.end();
        let before = self.paragraphs.last();
        let note =
            before.filter(|before| before.place.is_note() && line.starts_with("    ")).and_then(|p| p.note);
        let place = if note.is_some() { ReportPlace::Footnote } else { ReportPlace::Body };
        self.begin(number, trimmed, place, quoted, note);
    }

    fn begin(&mut self, line: u32, text: &str, place: ReportPlace, indented: bool, note: Option<usize>) {
        self.open = Some(ReportParagraph { line, place, indented, note, ..ReportParagraph::default() });
        self.prose(text);
    }
    fn more(&mut self, text: &str) {
        if let Some(open) = &mut self.open {
            open.text.push('\n');
        }
        self.prose(text);
    }
    fn end(&mut self) {
        self.paragraphs.extend(self.open.take());
    }
    fn named(&mut self, name: &str) -> usize {
        if let Some(&note) = self.names.get(name) {
            return note;
        }
        let note = self.noted;
        self.noted += 1;
        self.names.insert(name.to_owned(), note);
        note
    }

    /// Text without marks of notes, of emphasis, and escapes.
    fn prose(&mut self, text: &str) {
        let Some(mut open) = self.open.take() else { return };
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = text.get(at..).unwrap_or("");
            if let Some(name) = reference(rest) {
                let note = self.named(name);
                open.notes.push(NoteMark { at: open.text.len(), note });
                at += name.len() + 3;
                continue;
            }
            if let Some(inner) = inline(rest) {
                let note = self.noted;
                self.noted += 1;
                open.notes.push(NoteMark { at: open.text.len(), note });
                self.inline.push(ReportParagraph {
                    line: open.line_of(open.text.len()),
                    text: inner.to_owned(),
                    place: ReportPlace::Footnote,
                    note: Some(note),
                    ..ReportParagraph::default()
                });
                at += inner.len() + 3;
                continue;
            }
            let next = rest.chars().nth(1);
            match c {
                '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                    open.text.extend(next);
                    at += 2;
                    continue;
                }
                '*' => {}
                '_' => {
                    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    if inside(open.text.chars().next_back()) && inside(next) {
                        open.text.push('_');
                    }
                }
                '<' if break_of(rest).is_some() => {
                    open.text.push(' ');
                    at += break_of(rest).unwrap_or(1);
                    continue;
                }
                '&' if rest.starts_with("&nbsp;") => {
                    open.text.push('\u{a0}');
                    at += 6;
                    continue;
                }
                c => open.text.push(c),
            }
            at += c.len_utf8();
        }
        self.open = Some(open);
    }

    /// The paragraphs, notes last.
    fn finish(mut self) -> Vec<ReportParagraph> {
        let mut notes: Vec<ReportParagraph> = self.inline;
        let (found, body): (Vec<_>, Vec<_>) =
            self.paragraphs.drain(..).partition(|paragraph| paragraph.place.is_note());
        notes.extend(found);
        notes.sort_by_key(|note| note.note);
        body.into_iter().chain(notes).collect()
    }
}

/// Whether it is a quotation, and the line without its `>`.
fn without_quote(line: &str) -> (bool, &str) {
    let mut rest = line;
    let mut quoted = false;
    while let Some(inner) = rest.trim_start_matches(' ').strip_prefix('>') {
        (quoted, rest) = (true, inner);
    }
    (quoted, rest)
}

fn heading(line: &str) -> Option<&str> {
    let marks = line.len() - line.trim_start_matches('#').len();
    let rest = line.get(marks..)?;
    ((1..=6).contains(&marks) && rest.starts_with([' ', '\t']))
        .then(|| rest.trim().trim_end_matches('#').trim_end())
}

/// `[^name]: text`
fn definition(line: &str) -> Option<(&str, &str)> {
    let name = reference(line)?;
    let text = line.get(name.len() + 3..)?.strip_prefix(':')?;
    Some((name, text.trim()))
}

/// The name in `[^name]`.
fn reference(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix("[^")?;
    let name = inner.get(..inner.find(']')?)?;
    let plain =
        !name.is_empty() && name.len() < 80 && !name.contains(|c: char| c.is_whitespace() || c == '[');
    plain.then_some(name)
}

/// The text in `^[text]`.
fn inline(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix("^[")?;
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        depth += i32::from(c == '[') - i32::from(c == ']');
        if depth == 0 {
            return inner.get(..at);
        }
    }
    None
}

fn break_of(rest: &str) -> Option<usize> {
    let tags = ["<br>", "<br/>", "<br />"];
    tags.into_iter()
        .find(|tag| rest.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag)))
        .map(str::len)
}
