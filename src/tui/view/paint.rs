//! Writing into the picture: by graphemes, never over an edge, nothing a terminal could take for a command.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::wrap;
use crate::tui::model::Model;
use crate::tui::model::overlay::Tone;

/// Writes a text, cut with `…` at `width` cells. Says how many cells it took.
pub fn text(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let mut used = 0;
    for grapheme in wrap::cut(text, usize::from(width)).graphemes(true) {
        used += glyph(buffer, x + used, y, grapheme, style);
    }
    used
}

/// Writes one grapheme. Says how many cells it took.
pub fn glyph(buffer: &mut Buffer, x: u16, y: u16, grapheme: &str, style: Style) -> u16 {
    let cells = wrap::cells(grapheme) as u16;
    if cells == 0 {
        return cells;
    }
    let shown = if grapheme.contains(char::is_control) { " " } else { grapheme };
    let inside = buffer.area.contains((x, y).into()) && x + cells <= buffer.area.right();
    let before = buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
    note_loss(before, shown, inside, (x, y));
    if inside {
        buffer.set_stringn(x, y, shown, usize::from(cells), style);
    }
    cells
}

#[cfg(debug_assertions)]
thread_local! {
    static LOST: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Notes what is written over an edge of the window or over other words: nobody would see that it was there.
#[cfg(debug_assertions)]
fn note_loss(before: &str, shown: &str, inside: bool, at: (u16, u16)) {
    let says = |grapheme: &str| grapheme.contains(char::is_alphanumeric);
    if (says(shown) && says(before)) || (!inside && shown != " ") {
        LOST.with_borrow_mut(|lost| {
            if lost.len() < NOTED {
                lost.push(format!("{shown:?} over {before:?} at {at:?}"));
            }
        });
    }
}

/// More is not noted before it is asked for.
#[cfg(debug_assertions)]
const NOTED: usize = 1_000;

#[cfg(not(debug_assertions))]
fn note_loss(_: &str, _: &str, _: bool, _: (u16, u16)) {}

/// For tests: what was lost since this was asked last; a release build does not look.
pub fn lost() -> Vec<String> {
    #[cfg(debug_assertions)]
    return LOST.take();
    #[cfg(not(debug_assertions))]
    Vec::new()
}

/// Takes away what would move the rest of its line: halves of wide letters that something else was written over, and
/// joiners at the end of a letter, to which terminals join what is written next, wherever that stands.
pub fn settle(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let Some(symbol) =
                buffer.cell((x, y)).map(|cell| cell.symbol()).filter(|symbol| symbol.len() > 1)
            else {
                continue;
            };
            let whole = symbol.trim_end_matches('\u{200D}');
            let covered = |x: u16| buffer.cell((x, y)).is_some_and(|next| next.symbol() == " ");
            let fits = wrap::cells(symbol) < 2 || covered(x + 1);
            if fits && whole.len() == symbol.len() {
                continue;
            }
            let shown = if fits { whole.to_owned() } else { " ".to_owned() };
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.set_symbol(&shown);
            }
        }
    }
}

/// Gives a line a style.
pub fn wash(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area, style);
}

/// A pane's title line: marked where the keys are.
pub fn title(model: &Model, buffer: &mut Buffer, area: Rect, name: &str, right: &str, focus: bool) {
    let theme = model.theme;
    let line = Rect { height: 1, ..area };
    let style = if focus {
        theme.accent().add_modifier(Modifier::REVERSED)
    } else {
        theme.dim().add_modifier(Modifier::UNDERLINED)
    };
    for x in line.left()..line.right() {
        glyph(buffer, x, line.y, " ", style);
    }
    let wide = wrap::width(right) as u16;
    let room = line.width.saturating_sub(2);
    let wide = if wide + 8 > room { 0 } else { wide };
    text(buffer, line.x + 1, line.y, room.saturating_sub(wide + 1), name, style);
    if wide > 0 {
        text(buffer, line.right() - 1 - wide, line.y, wide, right, style);
    }
}

/// Wraps a text and writes at most `area.height` rows of it, the last with `…` where more follow. Says how many rows it
/// took.
pub fn block(buffer: &mut Buffer, area: Rect, content: &str, style: Style) -> u16 {
    let mut line = 0;
    let mut paragraphs = content.split('\n').peekable();
    while let Some(paragraph) = paragraphs.next() {
        let whole = crate::text::Text::new(paragraph);
        let rows = wrap::rows(paragraph, crate::text::CharPos(0), usize::from(area.width));
        for (nth, row) in rows.iter().enumerate() {
            if line >= area.height {
                return line;
            }
            let words = whole.slice(*row).trim_end();
            let more = nth + 1 < rows.len() || paragraphs.peek().is_some();
            if more && line + 1 == area.height {
                unfinished(buffer, area.x, area.y + line, area.width, words, style);
            } else {
                text(buffer, area.x, area.y + line, area.width, words, style);
            }
            line += 1;
        }
    }
    line
}

/// Writes a row after which there would be more: it ends in `…`, also where its own words fit.
pub fn unfinished(buffer: &mut Buffer, x: u16, y: u16, width: u16, words: &str, style: Style) -> u16 {
    let fits = wrap::width(words) < usize::from(width);
    text(buffer, x, y, width, &if fits { format!("{words}…") } else { format!("{words} …") }, style)
}

/// The style of a line that is read.
pub fn tone(model: &Model, tone: Tone) -> Style {
    let theme = model.theme;
    match tone {
        Tone::Name => theme.accent(),
        Tone::Plain => Style::new(),
        Tone::Dim => theme.dim(),
        Tone::Good => theme.good(),
        Tone::Warning => theme.warn(),
        Tone::Error => theme.error(),
    }
}

/// On the edge of a popup: how many lines are below, where not all of them fit.
pub fn more(model: &Model, buffer: &mut Buffer, area: Rect, lines: usize, seen: usize) {
    let below = lines.saturating_sub(seen);
    let words = if below > 0 { format!(" ↓ {below} ") } else { " ↑ ".to_owned() };
    let wide = wrap::width(&words) as u16;
    text(buffer, area.right().saturating_sub(wide + 2), area.y, wide, &words, model.theme.accent());
}

/// As many of the hints `key word · key word` as there is room for, none of them cut. The way out stays.
fn hints(foot: &str, room: usize) -> String {
    const GAP: &str = " · ";
    let mut parts: Vec<&str> = foot.split(GAP).collect();
    let mut shown = foot.to_owned();
    while wrap::width(&shown) > room
        && let Some(last) = parts.iter().rposition(|part| !part.starts_with("Esc"))
    {
        parts.remove(last);
        shown = format!("{}{GAP}…", parts.join(GAP));
    }
    wrap::cut(&shown, room)
}

/// A framed, empty box. Gives its inside.
pub fn frame(model: &Model, buffer: &mut Buffer, area: Rect, title: &str, foot: &str) -> Rect {
    use ratatui::widgets::{Block, BorderType, Clear, Widget};
    Clear.render(area, buffer);
    let block = Block::bordered().border_type(BorderType::Rounded).border_style(model.theme.accent());
    let inside = block.inner(area);
    block.render(area, buffer);
    wash(buffer, area, model.theme.popup());
    let room = area.width.saturating_sub(6);
    let name = format!(" {} ", wrap::cut(title, usize::from(room)));
    text(buffer, area.x + 2, area.y, area.width.saturating_sub(4), &name, model.theme.accent());
    if !foot.is_empty() {
        let foot = format!(" {} ", hints(foot, usize::from(room)));
        text(
            buffer,
            area.x + 2,
            area.bottom().saturating_sub(1),
            area.width.saturating_sub(4),
            &foot,
            model.theme.dim(),
        );
    }
    inside
}

/// How much of something is done, as a bar.
pub fn bar(model: &Model, buffer: &mut Buffer, area: Rect, done: usize, all: usize) {
    let wide = usize::from(area.width);
    let full = (wide * done).checked_div(all).unwrap_or(0).min(wide);
    let bar = format!("{}{}", "█".repeat(full), "░".repeat(wide - full));
    text(buffer, area.x, area.y, area.width, &bar, model.theme.accent());
}
