//! The texts that memos begin with: listing, writing and removing them, and beginning a memo with one.

use super::{form, menu, table, work};
use crate::model::memos::{KINDS, MemoOn, PROTOCOL, Template};
use crate::ops::templates;
use crate::tr;
use crate::tui::bridge::desk::Ask;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Model, Overlay, ToastKind};

/// All of them: the study's own, and the one that comes with the program.
fn all(model: &Model) -> Vec<Template> {
    let mut all: Vec<Template> = model.study.material.templates.clone();
    if !all.iter().any(|template| template.name.to_lowercase() == PROTOCOL) {
        all.insert(0, templates::protocol());
    }
    all
}

fn kind_words(kind: &str) -> String {
    tr!(&format!("memo-kind-{kind}"))
}

pub fn list(model: &mut Model) {
    let item = |template: Template| MenuItem {
        text: format!("{} · {}", templates::shown(&template), kind_words(&template.kind)),
        color: None,
        choice: Choice::Template(template),
    };
    let mut items: Vec<MenuItem> = all(model).into_iter().map(item).collect();
    items.push(MenuItem { text: tr!("menu-new-template"), color: None, choice: Choice::NoTemplate });
    let title = tr!("menu-all-templates");
    menu::open(model, Menu { kind: MenuKind::AllTemplates, title, items, cursor: Default::default() });
}

/// The editor of a template, or of a new one. One that comes with the program becomes the study's own when written.
pub fn edit(model: &mut Model, template: Option<&Template>) {
    let kinds = KINDS.map(kind_words).join(", ");
    let kind = template.map_or("document", |template| template.kind.as_str());
    let fields = vec![
        Field::new(tr!("field-name"), template.map_or("", |template| template.name.as_str()), false),
        Field::new(tr!("field-template-kind", choices = kinds), &kind_words(kind), false),
        Field::new(tr!("field-template-text"), template.map_or("", |template| template.text.as_str()), true),
    ];
    let of = template.map(|template| template.name.clone());
    let mut open = Form::new(FormKind::Template(of), tr!("form-template"), fields);
    open.focus = if template.is_some() { 2 } else { 0 };
    form::open(model, open);
}

/// The editor with a text that was not saved.
pub fn edit_named(model: &mut Model, name: Option<&str>) {
    let found = all(model).into_iter().find(|template| Some(template.name.as_str()) == name);
    edit(model, found.as_ref());
}

/// The kind as typed. A slip is said, and none is given.
pub fn kind(model: &mut Model, typed: &str) -> Option<&'static str> {
    let found = table::meant(&KINDS, typed, |one| [kind_words(one), one.to_owned()]);
    if found.is_none() {
        let known = KINDS.map(kind_words).join(", ");
        model.say(tr!("filter-no-kind", kind = typed.to_owned(), known = known), ToastKind::Error);
    }
    found
}

/// What was written becomes an operation.
pub fn save(of: Option<String>, name: String, kind: &'static str, text: String, effects: &mut Vec<Effect>) {
    let kind = kind.to_owned();
    work(effects, Work::Desk(Box::new(Ask::SetTemplate { of, name, kind, text })));
}

/// Asks for another name of the template under the cursor of their list.
pub fn rename(model: &mut Model) {
    let Some(Overlay::Menu(menu)) = model.overlays.last() else { return };
    let Some(Choice::Template(template)) = menu.items.get(menu.cursor.at).map(|item| item.choice.clone())
    else {
        return;
    };
    if template.id.is_none() {
        return model.say(tr!("error-template-given", name = templates::shown(&template)), ToastKind::Notice);
    }
    model.overlays.pop();
    edit(model, Some(&template));
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        form.focus = 0;
    }
}

/// Begins a memo: where there are templates of its kind it is asked with which. Whether it is asked.
pub fn offer(model: &mut Model, on: MemoOn) -> bool {
    let of: Vec<Template> = model
        .study
        .material
        .templates
        .iter()
        .filter(|template| template.kind == on.kind())
        .cloned()
        .collect();
    // A document has its protocol for that.
    if of.is_empty() || matches!(on, MemoOn::Document(_)) {
        return false;
    }
    let item = |template: Template| MenuItem {
        text: templates::shown(&template),
        color: None,
        choice: Choice::Template(template),
    };
    let mut items = vec![MenuItem { text: tr!("menu-no-template"), color: None, choice: Choice::NoTemplate }];
    items.extend(of.into_iter().map(item));
    let title = tr!("menu-templates");
    menu::open(model, Menu { kind: MenuKind::BeginWith(on), title, items, cursor: Default::default() });
    true
}
