//! Counted tables: how they are made is changed in place; a cell leads to what it stands on, and back.

use super::{form, menu, table, work};
use crate::model::codings::Segment;
use crate::model::table::Place;
use crate::text::search::Mode;
use crate::tr;
use crate::tui::bridge::search;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::counted::{Beside, Counted, Kind};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::table::Report;
use crate::tui::model::{ListingKind, Main, Model, Pane, ToastKind};
use crate::tui::msg::Hit;
use crate::tui::view::drawn;

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let show = |model: &mut Model, kind: Kind, effects: &mut Vec<Effect>| {
        table::show(model, Report::Counted(Counted::new(kind)), effects);
    };
    let document = model.document_at_cursor();
    match command {
        Command::MatrixDocuments => show(model, Kind::Documents, effects),
        Command::MatrixCodes => show(model, Kind::Codes, effects),
        Command::MatrixGroups => show(model, Kind::Groups, effects),
        Command::MatrixSets => show(model, Kind::Sets, effects),
        Command::MatrixVariable => choose_variable(model),
        Command::Coverage => show(model, Kind::Coverage, effects),
        Command::Portrait => {
            if let Some(document) = document {
                show(model, Kind::Portrait(document), effects);
            }
        }
        Command::Codeline => {
            if let Some(document) = document {
                show(model, Kind::Codeline(document), effects);
            }
        }
        Command::Quotes => show(model, Kind::Quotes(Beside::Documents), effects),
        Command::Words => show(model, Kind::Words, effects),
        // What was searched is shown in its contexts at once.
        Command::Concordance if model.main == Main::Listing && model.listing.hit().is_some() => {
            match search::meant(&model.listing.query) {
                (Mode::Folded, words) => {
                    let kind = Kind::Concordance(words.to_owned());
                    show(model, kind, effects);
                }
                (Mode::Regex, _) => model.say(tr!("concordance-no-pattern"), ToastKind::Notice),
            }
        }
        Command::Concordance => {
            let field = Field::new(tr!("field-concordance"), "", false);
            form::open(model, Form::new(FormKind::Concordance, tr!("form-concordance"), vec![field]));
        }
        Command::CountList => list_cell(model, effects),
        Command::CountNext => again(model, Counted::counting_next, effects),
        Command::CountCodes => again(model, Counted::codes_next, effects),
        Command::CountPercent => again(model, Counted::figured_next, effects),
        Command::CountTurn => again(model, Counted::turned, effects),
        Command::CountDraw => {
            model.table.undrawn = !model.table.undrawn;
            model.table.sort = None;
            model.table.arrange();
            table::keep_in_sight(model);
        }
        _ => {}
    }
}

/// The same table, made in another way.
fn again(model: &mut Model, change: impl FnOnce(Counted) -> Option<Counted>, effects: &mut Vec<Effect>) {
    if let Some(counted) = model.table.counted().cloned().and_then(change) {
        table::show(model, Report::Counted(counted), effects);
    }
}

/// The counted tables, for the menu of all tables.
pub fn choices(model: &Model) -> Vec<(Report, String)> {
    let document = model.document_at_cursor();
    let title = |key: &str| tr!(key);
    let mut all = vec![
        (Kind::Documents, title("matrix-codes-documents")),
        (Kind::Codes, title("cooccurrence-title")),
        (Kind::Pairs, title("cooccurrence-pairs")),
        (Kind::Groups, title("matrix-codes-groups")),
        (Kind::Sets, title("matrix-codes-sets")),
    ];
    for (id, name) in &model.study.material.variables {
        all.push((Kind::Variable(*id), tr!("matrix-codes-variable", variable = name.clone())));
    }
    all.push((Kind::Quotes(Beside::Documents), title("quotes-title")));
    for (id, name) in &model.study.material.variables {
        let name = tr!("quotes-by", variable = name.clone());
        all.push((Kind::Quotes(Beside::Variable(*id)), name));
    }
    all.push((Kind::Coverage, title("coverage-title")));
    if let Some(document) = document {
        let name = model.study.pattern.name(&model.study.label(document));
        all.push((Kind::Portrait(document), tr!("portrait-title", document = name.clone())));
        all.push((Kind::Codeline(document), tr!("codeline-title", document = name)));
    }
    all.push((Kind::Words, title("words-title")));
    all.into_iter().map(|(kind, text)| (Report::Counted(Counted::new(kind)), text)).collect()
}

fn choose_variable(model: &mut Model) {
    let items: Vec<MenuItem> = choices(model)
        .into_iter()
        .filter(|(report, _)| matches!(report, Report::Counted(Counted { kind: Kind::Variable(_), .. })))
        .map(|(report, text)| MenuItem { text, color: None, choice: Choice::Report(report) })
        .collect();
    if items.is_empty() {
        return model.say(tr!("hint-no-variables"), ToastKind::Notice);
    }
    let (kind, title) = (MenuKind::Material, tr!("menu-variables"));
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// Enter: what the cell stands on.
pub fn list_cell(model: &mut Model, effects: &mut Vec<Effect>) {
    let view = &model.table;
    let Some(cell) = view.cell() else { return };
    if cell.places.is_empty() {
        return model.say(tr!("count-nothing-behind"), ToastKind::Notice);
    }
    if let (Some(Counted { kind: Kind::Concordance(_), .. }), Some(place)) =
        (view.counted(), cell.places.first())
    {
        let (document, span) = (place.document, place.span);
        return super::commands::go_to(model, document, span, effects);
    }
    let head = view.row().and_then(|row| view.content.table.rows.get(row)).and_then(|row| row.first());
    let head = head.map(|cell| cell.value.plain()).unwrap_or_default();
    let column = view.content.table.columns.get(view.columns.at).map_or("", |column| column.title.as_str());
    let words = if view.columns.at == 0 { head } else { format!("{head} · {column}") };
    let places = cell.places.clone();
    // What comes now is shown, also if it is what was listed last.
    model.listing.cell = None;
    work(effects, Work::Places(words, places));
}

/// What a cell stands on arrived; or what is left of it.
pub fn listed(
    model: &mut Model,
    cell: (String, Vec<Place>),
    segments: Vec<Segment>,
    hits: Vec<Hit>,
    notes: Vec<String>,
) {
    let listing = &mut model.listing;
    let same = listing.cell.as_ref() == Some(&cell);
    listing.kind = if hits.is_empty() { ListingKind::Segments } else { ListingKind::Hits };
    listing.query.clone_from(&cell.0);
    (listing.code, listing.subcodes) = (None, false);
    (listing.segments, listing.hits, listing.notes) = (segments, hits, notes);
    listing.cell = Some(cell);
    listing.asked = None;
    match same {
        true => listing.cursor.at = listing.cursor.at.min(listing.len().saturating_sub(1)),
        false => {
            listing.cursor = Default::default();
            (model.main, model.pane) = (Main::Listing, Pane::Main);
        }
    }
}

/// From what a cell stands on to its table, which may have changed since.
pub fn back(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.table.report.clone() {
        Some(report) => {
            model.main = Main::Table;
            work(effects, Work::Table(report));
        }
        None => super::commands::back_from_list(model),
    }
}

/// Up and down in a drawing: lines of tiles, or codes.
pub fn step(model: &mut Model, steps: isize) {
    let across = drawn::across(model) as isize;
    let view = &mut model.table;
    match view.counted().map(|counted| &counted.kind) {
        Some(Kind::Codeline(_)) => {
            let last = view.content.table.columns.len().saturating_sub(1);
            view.columns.at = view.columns.at.max(1).saturating_add_signed(steps).clamp(1.min(last), last);
        }
        _ => {
            let last = view.order.len().saturating_sub(1);
            let to = view.rows.at.saturating_add_signed(steps.saturating_mul(across));
            // Not sideways at the edges.
            if to <= last && (steps > 0 || view.rows.at as isize >= across) {
                view.rows.at = to;
            } else if steps.unsigned_abs() > last {
                view.rows.at = if steps > 0 { last } else { 0 };
            }
        }
    }
}

/// To the tile or paragraph beside.
pub fn sideways(model: &mut Model, steps: isize) {
    let view = &mut model.table;
    let last = view.order.len().saturating_sub(1);
    view.rows.at = view.rows.at.saturating_add_signed(steps).min(last);
}
