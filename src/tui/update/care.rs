//! Looking after the study: whether the file is whole, a copy of it, consent that was written down by mistake, names from
//! a file.

use std::path::PathBuf;

use super::{form, menu, work};
use crate::model::DocumentId;
use crate::model::consent::Consent;
use crate::ops::consent::words;
use crate::tr;
use crate::tui::bridge::desk::Ask;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Model, Overlay, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Doctor => ask(effects, Ask::Doctor),
        Command::Backup => {
            let name = format!("{}-{}.absatz", model.study.name, crate::ops::consent::today());
            let path = model.study.folder.join(name).display().to_string();
            let field = Field::new(tr!("field-file-one"), &path, false);
            form::open(model, Form::new(FormKind::Backup, tr!("form-backup"), vec![field]));
        }
        Command::ConsentRemove => {
            if let Some(document) = model.document_at_cursor() {
                ask(effects, Ask::Consents(document));
            }
        }
        Command::NamesImport => names(model),
        _ => {}
    }
}

fn ask(effects: &mut Vec<Effect>, what: Ask) {
    work(effects, Work::Desk(Box::new(what)));
}

/// Asks for a file with names and their replacements.
pub fn names(model: &mut Model) {
    let field = Field::new(tr!("field-names-file"), "", false);
    form::open(model, Form::new(FormKind::NamesImport, tr!("form-names-import"), vec![field]));
}

/// A prompt for a file is confirmed: it stays open until that is done. Whether the open one is such.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let typed = open.text(0).trim().trim_matches(['"', '\'']).to_owned();
    let what: fn(PathBuf) -> Ask = match open.kind {
        FormKind::Backup => Ask::Backup,
        FormKind::NamesImport => Ask::ImportNames,
        _ => return false,
    };
    if typed.is_empty() {
        model.overlays.pop();
    } else {
        ask(effects, what(PathBuf::from(typed)));
    }
    true
}

/// What is written down of consent: the only one goes, of several it is asked which.
pub fn consents(model: &mut Model, document: DocumentId, rows: Vec<Consent>, effects: &mut Vec<Effect>) {
    match &rows[..] {
        [] => {
            let label = model.study.label(document);
            model.say(tr!("consent-nothing-to-remove", document = label), ToastKind::Notice);
        }
        [one] => ask(effects, Ask::RemoveConsent(document, one.person)),
        several => {
            let item = |row: &Consent| {
                let whose = row.name.clone().unwrap_or_else(|| tr!("consent-of-all"));
                let text = format!("{whose} · {}", words(row));
                MenuItem { text, color: None, choice: Choice::Person(row.person) }
            };
            let items = several.iter().map(item).collect();
            let title = tr!("menu-consent-remove", document = model.study.label(document));
            let kind = MenuKind::ConsentRemove(document);
            menu::open(model, Menu { kind, title, items, cursor: Default::default() });
        }
    }
}
