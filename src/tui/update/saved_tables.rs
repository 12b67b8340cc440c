//! Summary Tables: keeping what the grid shows as one, and editing in it.

use super::{form, menu, summaries, table};
use crate::model::cases::same_name;
use crate::ops::search::WrittenOn;
use crate::tr;
use crate::tui::bridge::saved_tables::Keep;
use crate::tui::effect::Effect;
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::table::{Aim, MaterialWork, Report};
use crate::tui::model::{Main, Model, Overlay, Pane, ToastKind};

/// Asks for the name under which what the grid shows is kept, and for variables beside it.
pub fn ask(model: &mut Model) {
    let fields = vec![
        Field::new(tr!("field-name"), "", false),
        Field::new(tr!("field-table-variables"), "", false),
        Field::new(tr!("field-table-where"), "", false),
    ];
    let kind = FormKind::SaveTable { again: None };
    form::open(model, Form::new(kind, tr!("form-save-table"), fields));
}

/// The prompt is confirmed. A name that is taken is replaced when it is confirmed once more.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last_mut() else { return false };
    let FormKind::SaveTable { again } = &open.kind else { return false };
    let (asked, texts) = (again.clone(), open.texts());
    let text = |at: usize| texts.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
    let name = text(0);
    if name.is_empty() {
        model.say(tr!("table-name-needed"), ToastKind::Error);
        return true;
    }
    let taken = model.study.material.tables.iter().any(|(_, other)| same_name(other, &name));
    if taken && asked.as_deref() != Some(name.as_str()) {
        open.kind = FormKind::SaveTable { again: Some(name.clone()) };
        model.say(tr!("table-name-taken", name = name), ToastKind::Notice);
        return true;
    }
    let in_first = match text(2).as_str() {
        "" => false,
        "1" => true,
        _ => {
            model.say(tr!("table-where-wrong"), ToastKind::Error);
            return true;
        }
    };
    let active = &model.active;
    let keep = Keep {
        name,
        variables: text(1),
        in_first,
        documents: (!active.documents.is_empty()).then(|| active.documents.iter().copied().collect()),
        codes: (!active.codes.is_empty()).then(|| {
            let nodes = model.study.tree.nodes().iter().map(|node| node.code.id);
            nodes.filter(|id| active.codes.contains(id)).collect()
        }),
        subcodes: model.grid.subcodes,
        rows: model.grid.arranged,
        turned: model.grid.turned,
        replace: taken,
    };
    table::material(effects, MaterialWork::SaveTable(Box::new(keep)));
    true
}

/// Enter on a cell of a Summary Table: its summary is written. Whether it was one.
pub fn enter(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    match model.table.aim().cloned().unwrap_or_default() {
        Aim::Nothing => return false,
        Aim::Whole(on) => summaries::ask(model, WrittenOn::Whole(on), effects),
        Aim::Cells(documents, code) => match documents[..] {
            [] => return false,
            [document] => summaries::ask(model, WrittenOn::Cell(document, code), effects),
            _ => {
                let item = |document: &crate::model::DocumentId| MenuItem {
                    text: model.study.label(*document),
                    color: None,
                    choice: Choice::Cell(*document, code),
                };
                let items = documents.iter().map(item).collect();
                let title = model.study.tree.path(code).to_owned();
                menu::open(model, Menu { kind: MenuKind::Grid, title, items, cursor: Default::default() });
            }
        },
    }
    true
}

/// A Summary Table on the screen that is not there any more gives way.
pub fn refresh(model: &mut Model) {
    let Some(Report::Saved { id, .. }) = model.table.report else { return };
    if model.main == Main::Table && !model.study.material.tables.iter().any(|(other, _)| *other == id) {
        model.table = Default::default();
        model.main = if model.grid.loaded { Main::Grid } else { Main::Transcript };
        if model.main == Main::Transcript && model.reading.is_none() {
            model.pane = Pane::Documents;
        }
    }
}
