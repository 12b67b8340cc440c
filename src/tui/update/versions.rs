//! Versions of the codebook: keeping one, listing them, stepping through what has changed.

use super::{form, table};
use crate::model::VersionId;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::overlay::{Field, Form, FormKind};
use crate::tui::model::table::{MaterialWork, Report};
use crate::tui::model::{Model, Overlay, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::CodebookVersions => table::show(model, Report::Versions, effects),
        Command::KeepVersion => ask(model, None),
        _ => {}
    }
}

/// Asks for name and reason: of a new version, or of the one under the cursor.
pub fn ask(model: &mut Model, version: Option<VersionId>) {
    let text = |key: &str| {
        let view = &model.table;
        let at = view.content.table.columns.iter().position(|column| column.key == key);
        let row = view.row().and_then(|row| view.content.table.rows.get(row));
        let cell = row.and_then(|row| row.get(at?));
        cell.filter(|_| version.is_some()).map(|cell| cell.value.plain()).unwrap_or_default()
    };
    let fields = vec![
        Field::new(tr!("version-column-name"), &text("version"), false),
        Field::new(tr!("field-version-reason"), &text("reason"), false),
    ];
    let title = tr!(if version.is_some() { "form-version" } else { "form-keep-version" });
    form::open(model, Form::new(FormKind::Version(version), title, fields));
}

/// Name and reason are confirmed. Whether it was this form.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let FormKind::Version(version) = open.kind else { return false };
    let (name, reason) = (open.text(0).trim().to_owned(), open.text(1).trim().to_owned());
    model.overlays.pop();
    if name.is_empty() {
        return true;
    }
    table::material(
        effects,
        match version {
            Some(id) => MaterialWork::ChangeVersion(id, name, reason),
            None => MaterialWork::KeepVersion(name, reason),
        },
    );
    true
}

/// What has changed since the version of a row.
pub fn open(model: &mut Model, id: VersionId, effects: &mut Vec<Effect>) {
    table::show(model, Report::Changes { before: id, after: None }, effects);
}

/// Compares with the next of the later versions; after the last with now.
pub fn next(model: &mut Model, before: VersionId, after: Option<VersionId>, effects: &mut Vec<Effect>) {
    let all = model.table.content.versions.iter().copied();
    let later: Vec<VersionId> = all.skip_while(|id| *id != before).skip(1).collect();
    if later.is_empty() {
        return model.say(tr!("versions-no-later"), ToastKind::Notice);
    }
    let next = match after {
        None => later.first().copied(),
        Some(after) => later.iter().copied().skip_while(|id| *id != after).nth(1),
    };
    table::show(model, Report::Changes { before, after: next }, effects);
}
