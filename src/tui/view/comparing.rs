//! Coders side by side on the transcript: who has which lanes, and where they differ.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::paint;
use crate::analysis::differences::Kind;
use crate::tui::layout::{Columns, Row};
use crate::tui::model::{Model, Reading};

/// The sign of a kind of difference.
pub fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => "○",
        Kind::OtherCode => "≠",
        Kind::OtherBoundary => "↔",
    }
}

/// The names of the coders over their lanes.
pub fn heads(model: &Model, reading: &Reading, buffer: &mut Buffer, area: Rect, columns: Columns) {
    let stripes = area.x + columns.gutter + columns.text + 1;
    for (nth, coder) in reading.sides.iter().enumerate() {
        let Some(coder) = model.study.coders.iter().find(|one| one.id == *coder) else { continue };
        let x = stripes + columns.side(nth);
        // As many letters as there is room for, without a sign that some were cut.
        let name: String = coder.name.chars().take(usize::from(columns.per)).collect();
        let style = Style::new().fg(model.theme.code_words(&coder.color)).add_modifier(Modifier::BOLD);
        for x in x..x + columns.per {
            paint::text(buffer, x, area.y, 1, " ", Style::reset());
        }
        paint::text(buffer, x, area.y, columns.per, &name, style);
    }
}

/// Between text and stripes: what kind of difference begins in a row; the one that one is at stands out.
pub fn marks(
    model: &Model,
    reading: &Reading,
    buffer: &mut Buffer,
    area: Rect,
    columns: Columns,
    rows: &[Row],
) {
    let x = area.x + columns.gutter + columns.text;
    let at = model.comparing.at;
    let mut starts: Vec<(crate::text::CharPos, bool, Kind)> = model
        .comparing
        .on(reading.document)
        .map(|(nth, one)| (one.difference.span().start, Some(nth) == at, one.difference.kind))
        .collect();
    starts.sort_by_key(|(start, here, kind)| (*start, !*here, *kind != Kind::OtherCode, *kind));
    for row in rows {
        let first = starts.partition_point(|(start, ..)| *start < row.span.start);
        let mut here =
            starts.get(first..).unwrap_or(&[]).iter().take_while(|(start, ..)| *start < row.span.end);
        let Some(first) = here.next() else { continue };
        // Of several on a row: the one that one is at, else the one that weighs most.
        let shown = here.fold(first, |shown, other| {
            let weight = |one: &(crate::text::CharPos, bool, Kind)| (one.1, one.2 == Kind::OtherCode);
            if weight(other) > weight(shown) { other } else { shown }
        });
        let style =
            if shown.1 { model.theme.warn().add_modifier(Modifier::REVERSED) } else { model.theme.warn() };
        paint::text(buffer, x, area.y + 1 + row.line as u16, 1, sign(shown.2), style);
    }
}
