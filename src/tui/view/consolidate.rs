//! One difference of coders: the passage in its paragraphs, what each has, what is decided, what the codes mean.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::analysis::consolidation::State;
use crate::analysis::consolidation::tables::{Shown, outcome};
use crate::model::CodeId;
use crate::text::{CharPos, Span, Text, wrap};
use crate::tui::bridge::consolidation::Item;
use crate::tui::layout;
use crate::tui::model::{Model, Pane};
use crate::tui::msg::Target;

/// A line below the passage.
struct Line {
    indent: u16,
    pieces: Vec<(String, Style)>,
}

impl Line {
    fn new(indent: u16, text: impl Into<String>, style: Style) -> Line {
        Line { indent, pieces: vec![(text.into(), style)] }
    }
    fn blank() -> Line {
        Line { indent: 0, pieces: Vec::new() }
    }
}

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let view = &model.consolidate;
    let seen = &view.seen;
    let document = seen.document.map(|id| model.study.label(id)).unwrap_or_default();
    let (done, all) = (seen.progress.decided, seen.progress.differences);
    let mut right = crate::tr!("consolidate-progress", decided = done, all = all);
    if seen.documents.len() > 1 {
        let (done, all) = (seen.whole.decided, seen.whole.differences);
        right = format!("{right} · {}", crate::tr!("consolidate-progress-whole", decided = done, all = all));
    }
    if seen.waiting > 0 {
        right = format!("{right} · {}", crate::tr!("consolidate-waiting", count = seen.waiting));
    }
    let name = match seen.finished {
        true => crate::tr!("title-consolidate-done", document = document),
        false => crate::tr!("title-consolidate", document = document),
    };
    paint::title(model, buffer, area, &name, &right, model.pane == Pane::Main);
    hits.put(area, Target::Pane(Pane::Main));
    let inside = inside(area);
    let Some(item) = view.item() else {
        let text = crate::tr!("consolidate-no-differences", count = seen.progress.agreed);
        paint::block(buffer, Rect { y: inside.y + 1, ..inside }, &text, theme.dim());
        return;
    };
    head(model, buffer, inside, item);
    let below = below(model, item, usize::from(inside.width));
    let room = words_height(inside, below.len());
    let rows = rows(item, usize::from(inside.width));
    let text = Text::new(item.words.concat());
    let passage = passage(item);
    let first = first_row(&rows, passage, room);
    let mut y = inside.y + 2;
    for row in rows.iter().skip(first + view.top).take(usize::from(room)) {
        let mut x = inside.x;
        let shown = text.slice(*row).trim_end().chars().count() as u32;
        let row = Span::new(row.start.0, row.start.0 + shown);
        let marked = row.intersection(passage).unwrap_or(Span { start: row.end, end: row.end });
        for (start, end, style) in [
            (row.start, marked.start, theme.dim()),
            (marked.start, marked.end, theme.segment()),
            (marked.end, row.end, theme.dim()),
        ] {
            let piece = text.slice(Span { start, end });
            x += paint::text(buffer, x, y, inside.right().saturating_sub(x), piece, style);
        }
        y += 1;
    }
    let more = rows.len().saturating_sub(first + view.top + usize::from(room));
    if more > 0 {
        let words = format!("↓ {more}");
        let wide = wrap::width(&words) as u16;
        paint::text(buffer, inside.right().saturating_sub(wide), inside.y, wide, &words, theme.accent());
    }
    y = inside.y + 2 + room.min(rows.len() as u16) + 1;
    for line in below {
        if y >= inside.bottom() {
            break;
        }
        let mut x = inside.x + line.indent;
        for (text, style) in &line.pieces {
            x += paint::text(buffer, x, y, inside.right().saturating_sub(x), text, *style);
        }
        y += 1;
    }
}

fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4).min(100),
        height: area.height.saturating_sub(1),
    }
}

/// Rows for the words of the passage: what the lines below leave, and three at least.
fn words_height(inside: Rect, below: usize) -> u16 {
    inside.height.saturating_sub(3 + below as u16).max(3)
}

/// The passage in the words that are shown.
fn passage(item: &Item) -> Span {
    let [before, passage, _] = &item.words;
    let start = before.chars().count() as u32;
    Span::new(start, start + passage.chars().count() as u32)
}

fn rows(item: &Item, width: usize) -> Vec<Span> {
    let whole = item.words.concat();
    let (mut rows, mut base) = (Vec::new(), 0);
    for paragraph in whole.split('\n') {
        rows.extend(wrap::rows(paragraph, CharPos(base), width.max(1)));
        base += paragraph.chars().count() as u32 + 1;
    }
    rows
}

/// The first row in sight: the whole where there is room, else a row before the passage.
fn first_row(rows: &[Span], passage: Span, room: u16) -> usize {
    if rows.len() <= usize::from(room) {
        return 0;
    }
    let begins = rows.iter().position(|row| row.end > passage.start).unwrap_or(0);
    begins.saturating_sub(1).min(rows.len().saturating_sub(usize::from(room)))
}

/// Rows of words from the first in sight on: how far one can scroll.
pub fn rows_of_words(model: &Model) -> usize {
    let Some(item) = model.consolidate.item() else { return 0 };
    let inside = inside(layout::areas(model).main);
    let rows = rows(item, usize::from(inside.width));
    let room = words_height(inside, below(model, item, usize::from(inside.width)).len());
    rows.len().saturating_sub(first_row(&rows, passage(item), room) + usize::from(room)) + 1
}

fn head(model: &Model, buffer: &mut Buffer, inside: Rect, item: &Item) {
    let theme = model.theme;
    let record = &item.record;
    let (at, all) = (model.consolidate.at + 1, model.consolidate.seen.items.len());
    let number = crate::tr!("consolidate-at", at = at, all = all);
    let mut x = inside.x;
    x += paint::text(buffer, x, inside.y, inside.width, &record.citation, theme.accent()) + 2;
    let kind = crate::tr!(&format!("consolidation-kind-{}", record.kind.name()));
    x += paint::text(buffer, x, inside.y, inside.right().saturating_sub(x), &kind, Style::new()) + 2;
    let state = crate::tr!(&format!("consolidation-state-{}", record.state.name()));
    let style = match record.state {
        State::Open => theme.warn(),
        State::Changed => theme.error(),
        State::Decided => theme.good(),
    };
    x += paint::text(buffer, x, inside.y, inside.right().saturating_sub(x), &state, style) + 2;
    paint::text(buffer, x, inside.y, inside.right().saturating_sub(x), &number, theme.dim());
}

fn color(model: &Model, code: Option<CodeId>) -> Style {
    let node = code.and_then(|code| model.study.tree.get(code));
    node.map_or(Style::new(), |node| Style::new().fg(model.theme.code(&node.code.color)))
}

/// What stands below the passage.
fn below(model: &Model, item: &Item, width: usize) -> Vec<Line> {
    let theme = model.theme;
    let seen = &model.consolidate.seen;
    let mut lines = Vec::new();
    let names = item.point.coders.iter().map(|coder| {
        let known = seen.coders.iter().find(|(id, _)| id == coder);
        known.map(|(_, name)| name.as_str()).unwrap_or_default()
    });
    let names: Vec<&str> = names.collect();
    let wide = names.iter().map(|name| wrap::width(name)).max().unwrap_or(0).min(16);
    for (nth, (coder, name)) in item.point.coders.iter().zip(&names).enumerate() {
        let name = wrap::cut(name, wide);
        let fill = " ".repeat(wide.saturating_sub(wrap::width(&name)));
        let mut lead = vec![
            (format!("{} ", nth + 1), theme.accent()),
            (format!("{name}{fill}  "), Style::new().add_modifier(Modifier::BOLD)),
        ];
        let indent = (wide + 4) as u16;
        if item.point.of(*coder).next().is_none() {
            lead.push((crate::tr!("consolidation-nothing"), theme.dim()));
            lines.push(Line { indent: 0, pieces: std::mem::take(&mut lead) });
        }
        for side in item.point.of(*coder) {
            let weight = side.weight.map_or_else(String::new, |weight| format!(" [{weight}]"));
            let path = format!("{}{weight}", model.study.tree.path(side.code));
            let first = !lead.is_empty();
            let mut pieces = std::mem::take(&mut lead);
            pieces.push(("■ ".to_owned(), color(model, Some(side.code))));
            pieces.push((path, Style::new()));
            lines.push(Line { indent: if first { 0 } else { indent }, pieces });
            if side.span != item.point.span {
                let words = words_of(item, side.span).replace(['\n', '\u{2028}'], " ");
                let room = width.saturating_sub(usize::from(indent) + 4);
                lines.push(Line::new(indent + 2, ends(&words, room), theme.dim()));
            }
            if !side.comment.is_empty() {
                let comment = format!("// {}", side.comment.replace('\n', " "));
                lines.push(Line::new(indent + 2, comment, theme.dim()));
            }
        }
    }
    if let Some(decided) = &item.record.decided {
        let coders: Vec<String> = seen.coders.iter().map(|(_, name)| name.clone()).collect();
        let said = outcome(decided, &Shown { coders: &coders, names: true, notes: &[] });
        let result: Vec<&str> = decided.result.iter().map(|had| had.code.as_str()).collect();
        let result = if result.is_empty() { crate::tr!("consolidation-nothing") } else { result.join(", ") };
        let style = if item.point.is_open() { theme.dim() } else { theme.good() };
        lines.push(Line::new(0, format!("→ {said}: {result}"), style));
        let why = match decided.reason.is_empty() {
            true => format!("{}, {}", decided.by, decided.at),
            false => format!("{} ({}, {})", decided.reason, decided.by, decided.at),
        };
        lines.push(Line::new(2, why, theme.dim()));
    }
    if !model.consolidate.reason.is_empty() {
        let reason = crate::tr!("consolidate-reason", reason = model.consolidate.reason.clone());
        lines.push(Line::new(0, reason, theme.warn()));
    }
    let codes: std::collections::BTreeSet<CodeId> = item.point.sides.iter().map(|side| side.code).collect();
    let mut defined = Vec::new();
    for code in codes {
        let Some(node) = model.study.tree.get(code) else { continue };
        let definition = node.code.guide.definition.replace('\n', " ");
        if definition.is_empty() {
            continue;
        }
        let whole = format!("{}: {definition}", node.code.name);
        let text = Text::new(whole.as_str());
        for row in wrap::rows(&whole, CharPos(0), width.max(1)).into_iter().take(3) {
            defined.push(Line::new(0, text.slice(row).trim_end(), theme.dim()));
        }
    }
    if !defined.is_empty() {
        lines.push(Line::blank());
        lines.extend(defined);
    }
    lines
}

/// The words of a part of the passage.
fn words_of(item: &Item, span: Span) -> String {
    let from = span.start.0.saturating_sub(item.point.span.start.0);
    Text::new(item.words[1].as_str()).slice(Span::new(from, from + span.len())).to_owned()
}

/// Beginning and end of what is too long: boundaries are what they differ in.
fn ends(words: &str, width: usize) -> String {
    if wrap::width(words) <= width || width < 12 {
        return words.to_owned();
    }
    let letters: Vec<char> = words.chars().collect();
    let half = (width - 3) / 2;
    let head: String = letters.iter().take(half).collect();
    let tail: String = letters.iter().skip(letters.len().saturating_sub(half)).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}
