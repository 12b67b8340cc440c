//! Keyword in context: where a word is said, with what is said before and after it.

use crate::model::DocumentId;
use crate::model::documents::Transcript;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table};
use crate::text::citations::Pattern;
use crate::text::{CharPos, Span, Text, paragraphs};
use crate::tr;

/// One occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub document: DocumentId,
    pub span: Span,
    pub citation: String,
    pub speaker: String,
    pub before: String,
    pub word: String,
    pub after: String,
}

/// In which order the occurrences stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As they are said.
    #[default]
    Text,
    /// By what stands before, read backwards from the word.
    Before,
    /// By what stands after.
    After,
}

impl Order {
    pub const ALL: [Order; 3] = [Order::Text, Order::Before, Order::After];
    pub fn name(self) -> &'static str {
        match self {
            Order::Text => "text",
            Order::Before => "before",
            Order::After => "after",
        }
    }
}

/// Whether no letter or digit stands right before or behind.
pub fn is_whole(text: &Text, span: Span) -> bool {
    let bytes = text.bytes(span);
    let (all, joins) = (text.as_str(), |c: char| c.is_alphanumeric());
    let before = all.get(..bytes.start).and_then(|head| head.chars().next_back());
    let after = all.get(bytes.end..).and_then(|tail| tail.chars().next());
    !before.is_some_and(joins) && !after.is_some_and(joins)
}

/// The occurrences at `hits` that lie in what is counted (`speech`), each with so many letters on both sides. The context
/// stays inside the passage that is said, and ends at whole words.
pub fn lines(
    transcript: &Transcript,
    label: &str,
    speech: &[Span],
    hits: Vec<Span>,
    letters: u32,
    pattern: &Pattern,
) -> Vec<Line> {
    let (text, all) = (&*transcript.text, &transcript.paragraphs);
    let mut lines = Vec::new();
    for hit in hits {
        let nth = speech.partition_point(|span| span.end <= hit.start);
        let Some(passage) = speech.get(nth).filter(|passage| passage.overlaps(hit)) else { continue };
        let numbers = paragraphs::numbers(all, hit);
        let speaker = paragraphs::touched(all, hit).iter().find_map(|one| one.speaker.clone());
        let start = CharPos(hit.start.0.saturating_sub(letters)).max(passage.start);
        let end = CharPos(hit.end.0.saturating_add(letters)).min(passage.end.max(hit.end));
        let before = text.slice(Span { start: start.min(hit.start), end: hit.start });
        let after = text.slice(Span { start: hit.end, end });
        lines.push(Line {
            document: transcript.document,
            span: hit,
            citation: numbers.map_or(String::new(), |(first, last)| pattern.cite(label, first, last)),
            speaker: speaker.unwrap_or_default(),
            before: if start > passage.start { whole_end(before) } else { one_line(before) },
            word: one_line(text.slice(hit)),
            after: if end < passage.end { whole_start(after) } else { one_line(after) },
        });
    }
    lines
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without the word that was cut at the start; a long one stays.
fn whole_end(text: &str) -> String {
    let cut = text.split_once(char::is_whitespace).map_or(text, |(_, rest)| rest);
    format!("… {}", one_line(cut))
}

fn whole_start(text: &str) -> String {
    let cut = text.rsplit_once(char::is_whitespace).map_or(text, |(rest, _)| rest);
    format!("{} …", one_line(cut))
}

pub fn sort(lines: &mut [Line], order: Order) {
    let backwards = |line: &Line| -> String { line.before.to_lowercase().chars().rev().collect() };
    match order {
        Order::Text => {}
        Order::Before => lines.sort_by_cached_key(backwards),
        Order::After => lines.sort_by_cached_key(|line| line.after.to_lowercase()),
    }
}

/// The occurrences as a table.
pub fn table(lines: &[Line], word: &str, notes: Vec<String>) -> Table {
    let columns = vec![
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("speaker", tr!("table-speaker"), ColumnKind::Short),
        Column::new("before", tr!("concordance-before"), ColumnKind::Short),
        Column::new("word", tr!("words-word"), ColumnKind::Short),
        Column::new("after", tr!("concordance-after"), ColumnKind::Short),
    ];
    let rows = lines
        .iter()
        .map(|line| {
            let place = Place { document: line.document, span: line.span, code: None, coding: None };
            vec![
                Cell::text(&line.citation).at(place),
                Cell::text(&line.speaker),
                Cell::text(&line.before).at(place),
                Cell::text(&line.word).at(place),
                Cell::text(&line.after).at(place),
            ]
        })
        .collect();
    Table {
        name: "concordance".to_owned(),
        title: tr!("concordance-title", word = word.to_owned()),
        columns,
        rows,
        notes,
        frozen: 1,
    }
}
