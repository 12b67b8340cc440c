//! Coders besides who works: their colours and names, what they are given to code, and the coding passes.

use super::{agreement, form, menu, work};
use crate::model::CoderId;
use crate::model::coders::Draw;
use crate::model::codes::PALETTE;
use crate::tr;
use crate::tui::bridge::coders::{Ask, Assigning};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, CoderForm, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Cursor, Model, Overlay, ToastKind};

pub fn command(model: &mut Model, command: Command) {
    match command {
        Command::CoderColor | Command::CoderRename => who(model, command),
        Command::CodersAssign => assign(model),
        Command::Passes => passes(model),
        _ => {}
    }
}

/// Which coder is meant.
fn who(model: &mut Model, command: Command) {
    let items = model.study.coders.iter().map(|coder| MenuItem {
        text: coder.name.clone(),
        color: Some(coder.color.clone()),
        choice: Choice::Coder(coder.id),
    });
    let items = items.collect();
    let (kind, title) = (MenuKind::WhichCoder(command), command.words());
    menu::open(model, Menu { kind, title, items, cursor: Cursor::default() });
}

/// A coder was chosen for this.
pub fn chosen(model: &mut Model, command: Command, coder: CoderId) {
    let Some(known) = model.study.coders.iter().find(|known| known.id == coder).cloned() else { return };
    if command == Command::CoderRename {
        let field = Field::new(tr!("field-name"), &known.name, false);
        let kind = FormKind::Coders(CoderForm::Rename(coder));
        return form::open(model, Form::new(kind, tr!("form-rename-coder", coder = known.name), vec![field]));
    }
    let items = PALETTE.iter().enumerate().map(|(nth, color)| MenuItem {
        text: tr!(&format!("colour-{}", nth + 1)),
        color: Some((*color).to_owned()),
        choice: Choice::Color((*color).to_owned()),
    });
    let at = PALETTE.iter().position(|color| *color == known.color).unwrap_or(0);
    let items = items.collect();
    let (kind, title) = (MenuKind::CoderColor(coder), tr!("menu-coder-colour", coder = known.name));
    menu::open(model, Menu { kind, title, items, cursor: Cursor { at, top: 0 } });
}

/// The passes, the current one marked and under the cursor, and below them the ways to a new one and to another name.
fn passes(model: &mut Model) {
    let passes = &model.study.passes;
    let mut items: Vec<MenuItem> = passes
        .iter()
        .map(|pass| {
            let mark = if pass.current { "✓" } else { " " };
            let (text, choice) = (format!("{mark} {}", pass.name), Choice::Pass(pass.clone()));
            MenuItem { text, color: None, choice }
        })
        .collect();
    let at = passes.iter().position(|pass| pass.current).unwrap_or(0);
    for (text, choice) in
        [(tr!("menu-new-pass"), Choice::NewPass), (tr!("menu-rename-pass"), Choice::RenamePass)]
    {
        items.push(MenuItem { text, color: None, choice });
    }
    let mut cursor = Cursor::default();
    cursor.set(at, items.len(), menu::HEIGHT);
    menu::open(model, Menu { kind: MenuKind::Passes, title: tr!("menu-passes"), items, cursor });
}

/// Something was chosen among the passes.
pub fn pass_chosen(model: &mut Model, choice: Choice, effects: &mut Vec<Effect>) {
    match choice {
        Choice::Pass(pass) if pass.current => {}
        Choice::Pass(pass) => work(effects, Work::Coders(Ask::UsePass(pass))),
        Choice::NewPass => {
            let field = Field::new(tr!("field-name"), "", false);
            let kind = FormKind::Coders(CoderForm::NewPass);
            form::open(model, Form::new(kind, tr!("form-new-pass"), vec![field]));
        }
        _ => {
            let Some(now) = model.study.passes.iter().find(|pass| pass.current).cloned() else { return };
            let field = Field::new(tr!("field-name"), &now.name, false);
            let kind = FormKind::Coders(CoderForm::RenamePass(now.id));
            form::open(model, Form::new(kind, tr!("form-rename-pass", name = now.name), vec![field]));
        }
    }
}

/// Who is to code what.
fn assign(model: &mut Model) {
    let persons = model.study.coders.iter().filter(|coder| !coder.consensus);
    let names: Vec<String> = persons.map(|coder| coder.name.clone()).collect();
    let no = tr!("value-no");
    let fields = vec![
        Field::new(tr!("field-assign-coders"), &names.join(", "), false),
        Field::new(tr!("field-agreement-documents"), "", false),
        Field::new(tr!("field-assign-draw"), "", false),
        Field::new(tr!("field-assign-by-group"), &no, false),
        Field::new(tr!("field-assign-seed"), "1", false),
        Field::new(tr!("field-assign-revoke"), &no, false),
    ];
    let kind = FormKind::Coders(CoderForm::Assign);
    form::open(model, Form::new(kind, tr!("form-assign"), fields));
}

/// A prompt of this kind was confirmed; it stays open until what it asked for is done. Whether the open one is.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let FormKind::Coders(kind) = open.kind.clone() else { return false };
    let (texts, changed) = (open.texts(), open.changed());
    let text = texts.first().map(|text| text.trim().to_owned()).unwrap_or_default();
    if text.is_empty() || !changed && kind != CoderForm::Assign {
        model.overlays.pop();
        return true;
    }
    let ask = match kind {
        CoderForm::Assign => match assigning(model, &texts) {
            Ok(assigning) => Ask::Assign(assigning),
            Err(wrong) => {
                model.say(wrong, ToastKind::Error);
                return true;
            }
        },
        CoderForm::Rename(coder) => Ask::Rename(coder, text),
        CoderForm::NewPass => Ask::AddPass(text),
        CoderForm::RenamePass(pass) => Ask::RenamePass(pass, text),
    };
    work(effects, Work::Coders(ask));
    true
}

/// What was typed; else the part that means nothing.
fn assigning(model: &Model, texts: &[String]) -> Result<Assigning, String> {
    let typed = |at: usize| texts.get(at).map(|text| text.trim()).unwrap_or_default();
    let documents = agreement::documents_of(model, typed(1))?;
    let number = |at: usize| typed(at).parse::<u64>().map_err(|_| agreement::unclear(typed(at)));
    let draw = match typed(2) {
        "" => None,
        _ => Some(Draw {
            count: usize::try_from(number(2)?).unwrap_or(usize::MAX),
            by_group: agreement::yes(typed(3))?,
            seed: number(4)?,
        }),
    };
    Ok(Assigning {
        coders: agreement::coders_of(model, typed(0))?,
        documents: Some(documents).filter(|documents| !documents.is_empty()),
        draw,
        to_do: !agreement::yes(typed(5))?,
    })
}
