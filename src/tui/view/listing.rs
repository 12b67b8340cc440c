//! Lists in the main area: retrieved segments with their citations, search hits in their context, paraphrases with their passages.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint, sorting};
use crate::ops::check::at_words;
use crate::text::{CharPos, Text, wrap};
use crate::tui::command::Context;
use crate::tui::model::overlay::Tone;
use crate::tui::model::{ListingKind, Model, Pane};
use crate::tui::msg::{HitOf, Target};
use crate::tui::update::overlays;

/// Rows of words that a segment shows at most.
const ROWS: usize = 6;

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let listing = &model.listing;
    let (name, right) = match listing.kind {
        ListingKind::Segments | ListingKind::Hits if listing.cell.is_some() => {
            let words = listing.cell.as_ref().map(|(words, _)| words.clone()).unwrap_or_default();
            (words, listing.len().to_string())
        }
        ListingKind::Segments if listing.asked.is_some() => {
            let asked = listing.asked.as_ref().map_or(String::new(), |asked| asked.typed.clone());
            (crate::tr!("title-query", query = asked), listing.len().to_string())
        }
        ListingKind::Segments => {
            let path = listing.code.map_or("", |code| model.study.tree.path(code));
            let key = if listing.subcodes { "title-segments-sub" } else { "title-segments" };
            let mut name = crate::tr!(key, code = path.to_owned());
            let active = model.active.documents.len();
            if active > 0 {
                name = format!("{name} · {}", crate::tr!("segments-of-active", count = active));
            }
            (name, listing.len().to_string())
        }
        ListingKind::Sorting => {
            let path = model.study.tree.path(listing.sorting.code).to_owned();
            let (sorted, all) = (listing.sorting.sorted(), listing.sorting.all.len());
            (
                crate::tr!("title-sorting", code = path),
                crate::tr!("sorting-progress", sorted = sorted, all = all),
            )
        }
        ListingKind::Hits => {
            (crate::tr!("title-hits", query = listing.query.clone()), listing.len().to_string())
        }
        ListingKind::Paraphrases if listing.filter.is_empty() => {
            (crate::tr!("table-paraphrases-title"), listing.len().to_string())
        }
        ListingKind::Paraphrases => (
            crate::tr!("title-paraphrases-with", words = listing.filter.clone()),
            format!("{} / {}", listing.len(), model.study.paraphrases.len()),
        ),
        ListingKind::Findings => (
            crate::tr!("report-table-findings", report = model.report.name.clone()),
            format!("{} / {}", listing.len(), model.report.findings.len()),
        ),
    };
    paint::title(model, buffer, area, &name, &right, model.pane == Pane::Main);
    let area = match listing.kind {
        ListingKind::Sorting => sorting::subcodes(model, buffer, area, hits),
        _ => area,
    };
    if listing.is_empty() {
        if listing.kind == ListingKind::Segments && listing.asked.is_some() {
            // Whose codings they are, and why there is nothing.
            let inside = Rect {
                x: area.x + 2,
                y: area.y + 2,
                width: area.width - 4,
                height: area.height.saturating_sub(3),
            };
            paint::block(buffer, inside, &listing.notes.join("\n"), theme.dim());
            return;
        }
        let key = match listing.kind {
            _ if listing.search.is_some() => "search-running",
            ListingKind::Sorting => "sorting-all-sorted",
            ListingKind::Findings if !model.report.findings.is_empty() => "report-list-empty",
            _ => "list-empty",
        };
        paint::text(buffer, area.x + 2, area.y + 2, area.width - 4, &crate::tr!(key), theme.dim());
        return;
    }
    let inside =
        Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(3), height: area.height - 1 };
    let returned = listing.notes.get(1).filter(|_| listing.asked.is_some() && inside.height > 4);
    let inside = match returned.filter(|_| listing.kind == ListingKind::Segments) {
        Some(what) => {
            paint::text(buffer, inside.x, inside.y, inside.width, what, theme.dim());
            Rect { y: inside.y + 2, height: inside.height - 2, ..inside }
        }
        None => inside,
    };
    let width = usize::from(inside.width).min(100);
    // From the first line that leaves the cursor's in sight.
    let mut first = listing.cursor.at;
    let mut used = rows_of(model, first, width);
    while first > 0 {
        let more = rows_of(model, first - 1, width);
        if used + more > usize::from(inside.height) {
            break;
        }
        used += more;
        first -= 1;
    }
    let mut y = inside.y;
    for line in first..listing.len() {
        if y >= inside.bottom() {
            break;
        }
        if let Some(group) = heading(model, line) {
            paint::text(buffer, inside.x, y, inside.width, &group, theme.dim().add_modifier(Modifier::BOLD));
            y += 1;
        }
        let rows = rows_of(model, line, width) - usize::from(heading(model, line).is_some());
        let height = (rows as u16).min(inside.bottom().saturating_sub(y));
        if height == 0 {
            break;
        }
        let whole = Rect { x: area.x, y, width: area.width, height };
        hits.put(whole, Target::Line(line));
        if line == listing.cursor.at {
            let style = if model.pane == Pane::Main { theme.accent() } else { theme.dim() };
            let head = Rect { height: 1, ..whole };
            paint::wash(buffer, head, theme.cursor_idle());
            for row in y..y + height.saturating_sub(1).max(1) {
                paint::text(buffer, area.x, row, 1, "▌", style);
            }
        }
        one(model, buffer, Rect { y, height, width: width as u16, ..inside }, line);
        y += height;
    }
}

fn words(model: &Model, line: usize) -> Cow<'_, str> {
    if model.listing.kind == ListingKind::Findings {
        let finding = model.listing.findings.get(line);
        return Cow::Owned(finding.map(|one| format!("{}\n{}", one.text, one.message)).unwrap_or_default());
    }
    Cow::Borrowed(match model.listing.kind {
        ListingKind::Segments | ListingKind::Sorting => {
            model.listing.segments.get(line).map_or("", |segment| &segment.text)
        }
        ListingKind::Hits => model.listing.hits.get(line).map_or("", |hit| &hit.context),
        ListingKind::Paraphrases => {
            model.listing.paraphrases.get(line).map_or("", |one| &one.paraphrase.text)
        }
        ListingKind::Findings => "",
    })
}

fn rows_of(model: &Model, line: usize, width: usize) -> usize {
    let mut rows = 0;
    for paragraph in words(model, line).split('\n') {
        rows += wrap::rows(paragraph, CharPos(0), width).len();
        if rows >= ROWS {
            break;
        }
    }
    // The head, the words, a blank row; of a paraphrase also the beginning of its passage, above the first of a group its
    // heading.
    rows.min(ROWS)
        + 2
        + usize::from(model.listing.kind == ListingKind::Paraphrases)
        + usize::from(heading(model, line).is_some())
}

/// Above the first hit of a group its name and how many there are, where the hits are of several.
fn heading(model: &Model, line: usize) -> Option<String> {
    let listing = &model.listing;
    let group = |line: usize| listing.hits.get(line).map(|hit| hit.of.group());
    let last = group(listing.hits.len().checked_sub(1)?);
    if listing.kind != ListingKind::Hits || group(0) == last && group(0) == Some("text") {
        return None;
    }
    let here = group(line)?;
    if line.checked_sub(1).is_some_and(|before| group(before) == Some(here)) {
        return None;
    }
    let count = listing.hits.iter().filter(|hit| hit.of.group() == here).count();
    Some(format!("{} ({count})", crate::tr!(&format!("hits-{here}"))))
}

fn one(model: &Model, buffer: &mut ratatui::buffer::Buffer, area: Rect, line: usize) {
    let theme = model.theme;
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1).min(ROWS as u16), ..area };
    match model.listing.kind {
        ListingKind::Segments | ListingKind::Sorting => {
            let Some(segment) = model.listing.segments.get(line) else { return };
            let mut used = paint::text(buffer, area.x, area.y, area.width, &segment.citation, theme.accent());
            let mut beside = segment.speakers.join(", ");
            let sorting = &model.listing.sorting;
            let sorts = model.listing.kind == ListingKind::Sorting;
            let sorted = sorts && segment.coding.code != sorting.code;
            if sorts && sorting.marked.contains(&segment.coding.id) {
                used += paint::text(buffer, area.x + used + 1, area.y, 1, "✓", theme.good()) + 1;
            }
            if let Some(node) = model.study.tree.get(segment.coding.code).filter(|_| sorted) {
                let style = Style::new().fg(theme.code_words(&node.code.color));
                used += paint::text(buffer, area.x + used + 2, area.y, 2, "→ ", style) + 2;
                // From the code that is sorted on.
                let path = node.path.strip_prefix(model.study.tree.path(sorting.code)).unwrap_or(&node.path);
                let path = path.trim_start_matches('/');
                let room = area.width.saturating_sub(used);
                used += paint::text(buffer, area.x + used, area.y, room, path, style);
            }
            let plain = if sorted { theme.dim() } else { Style::new() };
            if model.listing.subcodes || model.listing.cell.is_some() {
                beside = format!("{} · {beside}", segment.code);
            }
            if let Some(weight) = segment.coding.weight {
                beside = format!("{beside} · {}", crate::tr!("segment-weight", weight = weight));
            }
            if !segment.coding.comment.is_empty() {
                beside = format!("{beside} · {}", segment.coding.comment);
            }
            let room = area.width.saturating_sub(used + 2);
            paint::text(buffer, area.x + used + 2, area.y, room, &beside, theme.dim());
            paint::block(buffer, body, &segment.text, plain);
        }
        ListingKind::Paraphrases => {
            let Some(one) = model.listing.paraphrases.get(line) else { return };
            let used = paint::text(buffer, area.x, area.y, area.width, &one.citation, theme.accent());
            let mut beside = one.speakers.join(", ");
            if Some(one.paraphrase.coder) != model.study.coder {
                beside = format!("{} · {beside}", one.coder);
            }
            let room = area.width.saturating_sub(used + 2);
            paint::text(buffer, area.x + used + 2, area.y, room, &beside, theme.dim());
            let rows = (rows_of(model, line, usize::from(area.width)) as u16).saturating_sub(3);
            let text = Rect { height: rows.min(body.height), ..body };
            paint::block(buffer, text, &one.paraphrase.text, Style::new());
            if text.bottom() < area.bottom() {
                let passage = wrap::cut(&one.passage.replace('\n', " "), usize::from(area.width));
                paint::text(buffer, area.x, text.bottom(), area.width, &passage, theme.dim());
            }
        }
        ListingKind::Findings => {
            let Some(finding) = model.listing.findings.get(line) else { return };
            let style = match overlays::finding_tone(finding) {
                Tone::Error => theme.error(),
                Tone::Warning => theme.warn(),
                _ => theme.good(),
            };
            let kind = finding.kind_words();
            let used = paint::text(buffer, area.x, area.y, area.width, &kind, style);
            let at = finding.at.as_ref().map(at_words).unwrap_or_default();
            let other = if finding.citation == finding.text { "" } else { finding.citation.as_str() };
            let beside = [at.as_str(), other].into_iter().filter(|text| !text.is_empty());
            let beside = beside.collect::<Vec<_>>().join(" · ");
            let room = area.width.saturating_sub(used + 2);
            paint::text(buffer, area.x + used + 2, area.y, room, &beside, theme.dim());
            let rows = wrap::rows(&finding.text, CharPos(0), usize::from(area.width)).len() as u16;
            let text = Rect { height: rows.min(body.height), ..body };
            paint::block(buffer, text, &finding.text, Style::new());
            let all = (rows_of(model, line, usize::from(area.width)) as u16).saturating_sub(2);
            let below = Rect { y: text.bottom(), height: all.saturating_sub(text.height), ..body };
            if below.bottom() <= area.bottom() {
                paint::block(buffer, below, &finding.message, theme.dim());
            }
        }
        ListingKind::Hits => {
            let Some(hit) = model.listing.hits.get(line) else { return };
            let used = paint::text(buffer, area.x, area.y, area.width, &hit.citation, theme.accent());
            let beside = match hit.of {
                HitOf::Command(command) => model.keymap.shown(command, &Context::ALL),
                HitOf::Code(code) => {
                    model.study.sums.get(&code).filter(|sum| **sum > 0).map_or(String::new(), u32::to_string)
                }
                _ => String::new(),
            };
            let room = area.width.saturating_sub(used + 2);
            paint::text(buffer, area.x + used + 2, area.y, room, &beside, theme.dim());
            let context = Text::new(hit.context.as_str());
            let found = context.span(hit.within.clone());
            let rows = wrap::rows(&hit.context, CharPos(0), usize::from(area.width));
            for (y, row) in (body.y..body.bottom()).zip(rows) {
                // The space at a row's end hangs over its edge, and would be what is cut.
                let shown = context.slice(row).trim_end().chars().count() as u32;
                let row = crate::text::Span::new(row.start.0, row.start.0 + shown);
                let mut x = area.x;
                for piece in [
                    row.intersection(crate::text::Span { start: CharPos(0), end: found.start }),
                    row.intersection(found),
                    row.intersection(crate::text::Span { start: found.end, end: CharPos(context.len()) }),
                ]
                .into_iter()
                .flatten()
                {
                    let style = if found.overlaps(piece) { theme.hit() } else { Style::new() };
                    x += paint::text(
                        buffer,
                        x,
                        y,
                        area.right().saturating_sub(x),
                        context.slice(piece),
                        style,
                    );
                }
            }
        }
    }
}
