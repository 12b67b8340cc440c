//! The transcript: numbers, speakers, wrapped text, stripes and names of codes in the margin.

use std::borrow::Cow;
use std::collections::HashMap;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::{HitMap, comparing, paint};
use crate::model::codings::Coding;
use crate::model::{CodingId, DocumentId};
use crate::text::{CharPos, MarkKind, Paragraph, Span, wrap};
use crate::tui::layout::{self, Columns, Row};
use crate::tui::model::{Half, Main, Model, Pane, Reading, Select};
use crate::tui::msg::{HitOf, Target};

/// Draws an open transcript, or that none is open.
pub fn draw(model: &Model, reading: Option<&Reading>, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let rests = reading.is_some_and(|reading| rests(model, reading));
    let focus = model.pane == Pane::Main && model.main == Main::Transcript && !rests;
    let Some(reading) = reading else {
        paint::title(model, buffer, area, &crate::tr!("pane-transcript"), "", focus);
        let inside = Rect {
            x: area.x + 2,
            y: area.y + 2,
            width: area.width.saturating_sub(4),
            height: area.height - 2,
        };
        let key = if model.study.documents.is_empty() { "transcript-none" } else { "transcript-empty" };
        if model.study.loaded {
            paint::block(buffer, inside, &crate::tr!(key), model.theme.dim());
        }
        return;
    };
    title(model, reading, buffer, area, focus);
    let columns = match rests {
        true => layout::resting_columns(model, reading),
        false => layout::columns(model, reading),
    };
    if model.comparing.side_by_side {
        comparing::heads(model, reading, buffer, area, columns);
    }
    let rows = layout::visible(reading, columns);
    let left = area.x + columns.gutter;
    let selected = selected(reading);
    let segment = reading.segment.and_then(|id| reading.coding(id)).map(|coding| coding.span);
    let hits_here = found(model, reading.document);
    let (first, last) = reading.selected_paragraphs();
    for (nth, row) in rows.iter().enumerate() {
        let y = area.y + 1 + row.line as u16;
        let Some(paragraph) = reading.paragraph(row.paragraph) else { continue };
        let line = Rect { x: area.x, y, width: area.width, height: 1 };
        hits.put(line, Target::Row { paragraph: row.paragraph, span: row.span, left });
        gutter(model, reading, buffer, area, columns, *row, paragraph, first..=last);
        let words = Words { model, reading, paragraph, selected, segment, hits: &hits_here };
        words.draw(buffer, left, y, columns.text, row.span);
        if rows.get(nth + 1).is_none_or(|next| next.paragraph != row.paragraph)
            && row.row + 1 >= layout::rows(reading, row.paragraph, columns).len()
        {
            let below = layout::below(reading, row.paragraph, columns);
            for (y, line) in (y + 1..area.bottom()).zip(&below) {
                paint::text(buffer, left, y, columns.text, line, model.theme.dim());
            }
        }
    }
    margin(model, reading, buffer, area, columns, &rows, hits);
    if model.comparing.side_by_side {
        comparing::marks(model, reading, buffer, area, columns, &rows);
    }
}

/// Whether it is the one of two without the keys. The same document may be open in both.
fn rests(model: &Model, reading: &Reading) -> bool {
    model.resting.as_ref().is_some_and(|resting| std::ptr::eq(resting, reading))
}

fn title(model: &Model, reading: &Reading, buffer: &mut Buffer, area: Rect, focus: bool) {
    let Some(document) = model.study.document(reading.document) else { return };
    let number = reading.paragraph(reading.at).and_then(|paragraph| paragraph.number);
    let number = number.map_or_else(|| "–".to_owned(), |number| number.to_string());
    // The coders' names stand there.
    let right = match model.comparing.side_by_side {
        true => String::new(),
        false => crate::tr!("title-paragraph", at = number, all = document.paragraphs),
    };
    // Where there is no room for both, it is said that there is another one.
    let alone = model.resting.is_some() && layout::areas(model).resting.is_none();
    let right = match (alone, model.half) {
        (false, _) => right,
        (true, Half::Left) => format!("{right} · {}", crate::tr!("title-left-of-two")),
        (true, Half::Right) => format!("{right} · {}", crate::tr!("title-right-of-two")),
    };
    let mut name = model.study.label(document.id);
    if !document.title.is_empty() {
        name = format!("{name} · {}", document.title);
    }
    if let Some(group) = &document.group {
        name = format!("{name} · {group}");
    }
    paint::title(model, buffer, area, &name, &right, focus);
}

#[expect(clippy::too_many_arguments, reason = "one row's parts, drawn together")]
fn gutter(
    model: &Model,
    reading: &Reading,
    buffer: &mut Buffer,
    area: Rect,
    columns: Columns,
    row: Row,
    paragraph: &Paragraph,
    selected: std::ops::RangeInclusive<usize>,
) {
    let theme = model.theme;
    let y = area.y + 1 + row.line as u16;
    let current = row.paragraph == reading.at;
    let focus = model.pane == Pane::Main && !rests(model, reading);
    let inside = matches!(reading.select, Select::Paragraphs { .. }) && selected.contains(&row.paragraph);
    let sign = match (current, inside) {
        (_, true) => "█",
        (true, _) => "▌",
        _ => " ",
    };
    let style = if focus { theme.accent() } else { theme.dim() };
    paint::text(buffer, area.x, y, 1, sign, style);
    if row.row > 0 {
        return;
    }
    let digits = usize::from(columns.gutter - 3);
    let number = paragraph.number.map_or_else(String::new, |number| number.to_string());
    let number = format!("{number:>digits$}");
    let style = if current { theme.accent() } else { theme.dim() };
    paint::text(buffer, area.x + 1, y, columns.gutter - 3, &number, style);
    let memo = model.study.memos.iter().any(|memo| match memo.on {
        crate::model::memos::MemoOn::Place(document, span) => {
            document == reading.document && paragraph.span.contains(span.start)
        }
        _ => false,
    });
    if memo {
        paint::text(buffer, area.x + columns.gutter - 2, y, 1, "✎", theme.warn());
    }
}

/// The letters that are selected.
fn selected(reading: &Reading) -> Option<Span> {
    match reading.select {
        Select::Letters { .. } => reading.letters(),
        Select::Paragraphs { .. } => {
            let (first, last) = reading.selected_paragraphs();
            Some(reading.paragraph(first)?.span.hull(reading.paragraph(last)?.span))
        }
        Select::None => None,
    }
}

/// What a search found in this document.
fn found(model: &Model, document: DocumentId) -> Vec<Span> {
    model
        .listing
        .hits
        .iter()
        .filter(|hit| hit.document == document && hit.of == HitOf::Text)
        .map(|hit| hit.span)
        .collect()
}

/// What decides the style of each letter.
struct Words<'a> {
    model: &'a Model,
    reading: &'a Reading,
    paragraph: &'a Paragraph,
    selected: Option<Span>,
    segment: Option<Span>,
    /// In text order.
    hits: &'a [Span],
}

impl Words<'_> {
    fn draw(&self, buffer: &mut Buffer, left: u16, y: u16, width: u16, span: Span) {
        let mut x = left;
        let mut at = span.start;
        for grapheme in self.reading.transcript.text.slice(span).graphemes(true) {
            let cells = wrap::cells(grapheme) as u16;
            if x + cells > left + width {
                break;
            }
            paint::glyph(buffer, x, y, grapheme, self.style(at));
            x += cells;
            at.0 += grapheme.chars().count() as u32;
        }
    }

    fn style(&self, at: CharPos) -> Style {
        let theme = self.model.theme;
        let mark = self.paragraph.marks.iter().find(|mark| mark.span.contains(at)).map(|mark| mark.kind);
        let mut style = match mark {
            Some(MarkKind::Label) => {
                let nth = self.paragraph.speaker.as_ref().and_then(|name| self.reading.speakers.get(name));
                theme.speaker(nth.copied().unwrap_or(0))
            }
            Some(MarkKind::Time | MarkKind::Header) => theme.dim(),
            None if self.paragraph.number.is_none() => theme.dim(),
            None if self.paragraph.kind == crate::text::ParagraphKind::Heading => {
                Style::new().add_modifier(Modifier::BOLD)
            }
            None => Style::new(),
        };
        let inside = |span: Option<Span>| span.is_some_and(|span| span.contains(at));
        if inside(self.segment) {
            style = theme.segment().patch(style);
        }
        let next = self.hits.partition_point(|hit| hit.end <= at);
        if inside(self.hits.get(next).copied()) {
            style = style.patch(theme.hit());
        }
        if inside(self.selected) {
            style = style.patch(theme.selection());
        }
        style
    }
}

/// Stripes in their lanes, and names where they begin.
fn margin(
    model: &Model,
    reading: &Reading,
    buffer: &mut Buffer,
    area: Rect,
    columns: Columns,
    rows: &[Row],
    hits: &mut HitMap,
) {
    if columns.lanes == 0 {
        return;
    }
    let stripes = area.x + columns.gutter + columns.text + 1;
    let names = stripes + columns.lanes + 1;
    let mut named: HashMap<CodingId, ()> = HashMap::new();
    // Names that wait for a free line.
    let mut waiting: Vec<&Coding> = Vec::new();
    let mut lines = rows.iter().peekable();
    let end = rows.last().map_or(0, |row| row.line);
    for line in 0..=end {
        let y = area.y + 1 + line as u16;
        let row = lines.next_if(|row| row.line == line);
        // A blank row belongs to the stripes that go through it.
        let (span, blank) = match (row, lines.peek()) {
            (Some(row), _) => (row.span, false),
            (None, Some(next)) => (
                Span {
                    start: CharPos(next.span.start.0.saturating_sub(2)),
                    end: CharPos(next.span.start.0 + 1),
                },
                true,
            ),
            (None, None) => continue,
        };
        let mut crowded: Vec<u16> = Vec::new();
        for (coding, lane) in reading.codings_in(span) {
            if blank && !(coding.span.contains(span.start) && coding.span.contains(CharPos(span.end.0 - 1))) {
                continue;
            }
            if !blank && named.insert(coding.id, ()).is_none() {
                waiting.push(coding);
            }
            let side = columns.side(reading.side_of(coding.coder));
            if lane >= usize::from(columns.per) || side + lane as u16 >= columns.lanes {
                crowded.push(side);
                continue;
            }
            let (sign, style) = stripe(model, reading, coding, span);
            let x = stripes + side + lane as u16;
            paint::text(buffer, x, y, 1, &sign, style);
            hits.put(Rect { x, y, width: 1, height: 1 }, Target::Stripe(coding.id));
        }
        for side in crowded {
            let last = (side + columns.per).min(columns.lanes).saturating_sub(1);
            paint::text(buffer, stripes + last, y, 1, "+", model.theme.warn());
        }
        if columns.names == 0 {
            continue;
        }
        // A name that found no line while its segment was in sight is left out: the stripe stays.
        waiting.retain(|coding| coding.span.end > span.start || waiting_near(coding, span));
        if waiting.is_empty() {
            continue;
        }
        let coding = waiting.remove(0);
        name(model, reading, buffer, names, y, columns.names, coding, hits);
    }
}

/// Short segments may be named on the few lines after them.
fn waiting_near(coding: &Coding, span: Span) -> bool {
    span.start.0.saturating_sub(coding.span.end.0) < 240
}

/// The first letter of a code: it stands for the stripe where there are too few colours, large where the segment begins.
/// The names beside say which code it is.
fn letter(name: &str, begins: bool) -> String {
    let first = name.graphemes(true).find(|one| one.chars().any(char::is_alphanumeric));
    let first = first.map(|one| if begins { one.to_uppercase() } else { one.to_lowercase() });
    first.filter(|one| wrap::cells(one) == 1).unwrap_or_else(|| "▪".to_owned())
}

fn stripe(model: &Model, reading: &Reading, coding: &Coding, span: Span) -> (Cow<'static, str>, Style) {
    let theme = model.theme;
    let node = model.study.tree.get(coding.code);
    let color = node.map_or("", |node| node.code.color.as_str());
    // Side by side, the place tells whose it is.
    let mine = Some(coding.coder) == model.study.coder || reading.sides.len() > 1;
    let here = reading.segment == Some(coding.id);
    let begins = span.contains(coding.span.start);
    let ends = coding.span.end.0 > span.start.0 && coding.span.end <= span.end;
    let mut style = Style::new().fg(theme.code(color));
    let sign = match (mine, begins, ends) {
        _ if theme.has_letters() => {
            style = if mine { style.add_modifier(Modifier::BOLD) } else { style };
            Cow::Owned(letter(node.map_or("", |node| &node.code.name), begins))
        }
        (false, ..) => Cow::Borrowed("┊"),
        (true, true, true) => Cow::Borrowed("▪"),
        (true, true, false) => Cow::Borrowed("╻"),
        (true, false, true) => Cow::Borrowed("╹"),
        (true, false, false) => Cow::Borrowed("┃"),
    };
    if here {
        style = style.add_modifier(Modifier::REVERSED);
    }
    (sign, style)
}

#[expect(clippy::too_many_arguments, reason = "one name's parts, drawn together")]
fn name(
    model: &Model,
    reading: &Reading,
    buffer: &mut Buffer,
    x: u16,
    y: u16,
    width: u16,
    coding: &Coding,
    hits: &mut HitMap,
) {
    let Some(node) = model.study.tree.get(coding.code) else { return };
    let mut style = Style::new().fg(model.theme.code_words(&node.code.color));
    if reading.segment == Some(coding.id) {
        style = style.add_modifier(Modifier::REVERSED);
    }
    let mut words = node.code.name.clone();
    if let Some(weight) = coding.weight {
        words = format!("{words} ({weight})");
    }
    if !coding.comment.is_empty() {
        words.push_str(" *");
    }
    if Some(coding.coder) != model.study.coder {
        let coder = model.study.coders.iter().find(|coder| coder.id == coding.coder);
        words = format!("{}: {words}", coder.map_or("?", |coder| coder.name.as_str()));
    }
    let used = paint::text(buffer, x, y, width, &words, style);
    hits.put(Rect { x, y, width: used, height: 1 }, Target::Stripe(coding.id));
}
