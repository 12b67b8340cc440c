//! The side panes: documents with progress, the code system with counts.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::model::DocumentId;
use crate::model::coders::Status;
use crate::ops::consent::concern_words;
use crate::text::wrap;
use crate::tui::layout::list_height;
use crate::tui::model::{DividedBy, DocumentRow, Model, Pane};
use crate::tui::msg::Target;

fn line_style(model: &Model, here: bool, pane: Pane) -> Style {
    match (here, model.pane == pane) {
        (true, true) => model.theme.cursor(),
        (true, false) => model.theme.cursor_idle(),
        _ => Style::new(),
    }
}

/// The cursor line, and where the keys are, can be seen without colours too.
fn mark(model: &Model, here: bool, pane: Pane) -> &'static str {
    match (here, model.pane == pane) {
        (true, true) => "▸",
        (true, false) => "›",
        _ => " ",
    }
}

pub fn documents(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let done = model.study.status.values().filter(|status| **status == Status::Done).count();
    let right = format!("{done}/{}", model.study.documents.len());
    let title = match model.study.divided_by {
        DividedBy::Group => crate::tr!("pane-documents"),
        DividedBy::Case => crate::tr!("pane-documents-case"),
        DividedBy::Set => crate::tr!("pane-documents-set"),
    };
    // Of several passes it is said in which one statuses are declared.
    let pass = model.study.passes.iter().find(|pass| pass.current && model.study.passes.len() > 1);
    let title = match pass {
        Some(pass) => format!("{title} · {}", pass.name),
        None => title,
    };
    paint::title(model, buffer, area, &title, &right, model.pane == Pane::Documents);
    if model.study.loaded && model.study.documents.is_empty() {
        let inside = Rect { x: area.x + 1, y: area.y + 2, width: area.width - 2, height: area.height - 2 };
        paint::block(buffer, inside, &crate::tr!("documents-empty"), theme.dim());
        return;
    }
    let height = list_height(Some(area));
    for (nth, row) in model.study.rows.iter().enumerate().skip(model.documents.top).take(height) {
        let y = area.y + 1 + (nth - model.documents.top) as u16;
        let line = Rect { x: area.x, y, width: area.width, height: 1 };
        let here = nth == model.documents.at;
        paint::wash(buffer, line, line_style(model, here, Pane::Documents));
        paint::text(buffer, area.x, y, 1, mark(model, here, Pane::Documents), theme.accent());
        hits.put(line, Target::Document(nth));
        match row {
            DocumentRow::Heading(heading) => {
                let Some(section) = model.study.section(heading) else { continue };
                let bold = Style::new().add_modifier(Modifier::BOLD);
                let is_done = |id: &&DocumentId| model.study.status.get(id) == Some(&Status::Done);
                let done = section.documents.iter().filter(is_done).count();
                let right = format!("{done}/{}", section.documents.len());
                let room = area.width.saturating_sub(3 + right.len() as u16);
                paint::text(buffer, area.x + 1, y, room, &section.name, bold);
                paint::text(buffer, area.right() - 1 - right.len() as u16, y, 6, &right, theme.dim());
            }
            DocumentRow::Document(id) => {
                let Some(document) = model.study.document(*id) else { continue };
                let coded = model.study.coded.get(id).copied().unwrap_or(0);
                let (sign, style) = match model.study.status.get(id) {
                    Some(Status::Done) if model.study.waiting.contains_key(id) => ("↻", theme.warn()),
                    Some(Status::Done) => ("✓", theme.good()),
                    Some(Status::InProgress) => ("◐", theme.warn()),
                    _ => ("·", theme.dim()),
                };
                paint::text(buffer, area.x + 1, y, 1, sign, style);
                if model.active.documents.contains(id) {
                    paint::text(buffer, area.x + 2, y, 1, "●", theme.accent());
                }
                let open = model.reading_of(*id).is_some();
                let label = if open { theme.accent() } else { Style::new() };
                let right = format!("{coded}/{}", document.paragraphs);
                let wide = right.len() as u16;
                let room = area.width.saturating_sub(wide + 5);
                let used = paint::text(buffer, area.x + 3, y, room, &model.study.label(*id), label);
                if room > used + 4 {
                    // What is to be seen to takes the place of the title.
                    let concern = concern(model, *id);
                    let (text, style) = concern.unwrap_or_else(|| (document.title.clone(), theme.dim()));
                    paint::text(buffer, area.x + 4 + used, y, room - used - 1, &text, style);
                }
                let all = coded >= document.paragraphs && coded > 0;
                let style = if all { theme.good() } else { theme.dim() };
                paint::text(buffer, area.right() - 1 - wide, y, wide, &right, style);
            }
        }
    }
}

/// A withdrawn consent, or a recording that should be deleted by now.
fn concern(model: &Model, id: DocumentId) -> Option<(String, Style)> {
    let all = model.study.material.concerns.get(&id)?;
    let find = |wanted: &str| all.iter().find(|concern| concern.name() == wanted).map(concern_words);
    let withdrawn = find("withdrawn").map(|words| (format!("⊘ {words}"), model.theme.error()));
    withdrawn.or_else(|| find("overdue").map(|words| (format!("! {words}"), model.theme.warn())))
}

pub fn codes(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let nodes = model.study.tree.nodes();
    let all: u32 = model.study.counts.values().sum();
    let title = match model.code_filter.trim() {
        "" => crate::tr!("pane-codes"),
        words => crate::tr!("pane-codes-with", words = words.to_owned()),
    };
    paint::title(model, buffer, area, &title, &all.to_string(), model.pane == Pane::Codes);
    if model.study.loaded && nodes.is_empty() {
        let inside = Rect { x: area.x + 1, y: area.y + 2, width: area.width - 2, height: area.height - 2 };
        paint::block(buffer, inside, &crate::tr!("codes-empty"), theme.dim());
        return;
    }
    let height = list_height(Some(area));
    let shown = model.visible_codes();
    for (nth, node) in shown.iter().enumerate().skip(model.codes.top).take(height) {
        let y = area.y + 1 + (nth - model.codes.top) as u16;
        let line = Rect { x: area.x, y, width: area.width, height: 1 };
        let here = nth == model.codes.at;
        paint::wash(buffer, line, line_style(model, here, Pane::Codes));
        hits.put(line, Target::Code(node.code.id));
        paint::text(buffer, area.x, y, 1, mark(model, here, Pane::Codes), theme.accent());
        let indent = (node.depth * 2).min(usize::from(area.width) / 3) as u16;
        let folded = model.folded.contains(&node.code.id);
        let sign = match (node.descendants > 0, folded) {
            (true, true) => "+",
            (true, false) => "-",
            _ => " ",
        };
        let x = area.x + 1 + indent;
        paint::text(buffer, x, y, 1, sign, theme.dim());
        paint::text(buffer, x + 1, y, 1, "■", Style::new().fg(theme.code(&node.code.color)));
        if model.active.codes.contains(&node.code.id) {
            paint::text(buffer, x + 2, y, 1, "●", theme.accent());
        }
        // Own segments, and with the subcodes' where these are more.
        let own = model.study.counts.get(&node.code.id).copied().unwrap_or(0);
        let sum = model.study.sums.get(&node.code.id).copied().unwrap_or(0);
        let right = match (own, sum) {
            (0, 0) => String::new(),
            (own, sum) if sum != own => format!("{own} Σ{sum}"),
            (own, _) => own.to_string(),
        };
        // Its quick slot stands before the counts.
        let slot = model.slots.iter().position(|code| *code == Some(node.code.id));
        let right = match slot {
            Some(nth) => format!(",{} {right}", nth + 1),
            None => right,
        };
        let right = right.trim_end().to_owned();
        let wide = wrap::width(&right) as u16;
        let room = area.right().saturating_sub(x + 3 + wide + 2);
        let style = if node.depth == 0 { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        paint::text(buffer, x + 3, y, room, &node.code.name, style);
        paint::text(buffer, area.right() - 1 - wide, y, wide, &right, theme.dim());
    }
}
