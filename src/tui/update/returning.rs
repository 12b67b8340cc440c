//! Coming back to the view that one left: the pane, the Summary Grid at its cell, a code's segments.

use serde_json::{Value, json};

use super::{commands, grid, work};
use crate::model::{CodeId, DocumentId};
use crate::tui::effect::{Effect, Work};
use crate::tui::model::returning::{Returning, View};
use crate::tui::model::{ListingKind, Main, Model, Pane};

/// The pane with the keys, as it is remembered.
pub fn pane(model: &Model) -> &'static str {
    match model.pane {
        Pane::Documents => "documents",
        Pane::Codes => "codes",
        Pane::Main => "main",
    }
}

/// The view, as it is remembered.
pub fn view(model: &Model) -> Value {
    let listing = &model.listing;
    match model.main {
        Main::Grid => match model.grid.cell() {
            Some((row, code)) => json!({"grid": {
                "document": row.documents.first().map(|id| id.0),
                "code": code.0,
                "subcodes": model.grid.subcodes,
                "turned": model.grid.turned,
            }}),
            None => Value::Null,
        },
        Main::Listing if listing.kind == ListingKind::Segments && listing.asked.is_none() => {
            match listing.code.filter(|_| listing.cell.is_none()) {
                Some(code) => json!({"segments": {
                    "code": code.0,
                    "subcodes": listing.subcodes,
                    "at": listing.cursor.at,
                }}),
                None => Value::Null,
            }
        }
        _ => Value::Null,
    }
}

/// What was remembered of pane and view; what is gone since leads to the transcript.
pub fn read(model: &Model, remembered: &Value, opens: usize) -> Returning {
    let pane = match remembered.get("pane").and_then(Value::as_str) {
        Some("documents") => Pane::Documents,
        Some("codes") => Pane::Codes,
        _ => Pane::Main,
    };
    let of = |name: &str| remembered.get("view").and_then(|view| view.get(name));
    let id = |value: &Value, key: &str| value.get(key).and_then(Value::as_i64);
    let is = |value: &Value, key: &str| value.get(key).and_then(Value::as_bool) == Some(true);
    let code =
        |value: &Value| id(value, "code").map(CodeId).filter(|code| model.study.tree.get(*code).is_some());
    let grid = of("grid").and_then(|cell| {
        let document = id(cell, "document").map(DocumentId)?;
        model.study.document(document)?;
        let (subcodes, turned) = (is(cell, "subcodes"), is(cell, "turned"));
        Some(View::Grid { document, code: code(cell)?, subcodes, turned })
    });
    let segments = of("segments").and_then(|list| {
        let at = list.get("at").and_then(Value::as_u64).unwrap_or(0) as usize;
        Some(View::Segments { code: code(list)?, subcodes: is(list, "subcodes"), at })
    });
    Returning { opens, pane, view: grid.or(segments).unwrap_or(View::Transcript) }
}

/// A transcript was opened. After the last of those that were open, the rest is as it was.
pub fn opened(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(mut back) = model.returning.take() else { return };
    back.opens = back.opens.saturating_sub(1);
    if back.opens > 0 {
        model.returning = Some(back);
        return;
    }
    match back.view {
        View::Transcript => {}
        View::Grid { document, code, subcodes, turned } => {
            let row = model.study.documents.iter().position(|other| other.id == document);
            let column = model.study.tree.index(code);
            (model.grid.subcodes, model.grid.turned) = (subcodes, turned);
            grid::open_at(model, row.unwrap_or(0), column.unwrap_or(0), effects);
        }
        View::Segments { code, subcodes, at } => {
            let listing = &mut model.listing;
            (listing.kind, listing.code, listing.cursor.at) = (ListingKind::Segments, Some(code), at);
            model.main = Main::Listing;
            work(effects, Work::Segments { code, subcodes });
        }
    }
    commands::focus(model, back.pane);
}
