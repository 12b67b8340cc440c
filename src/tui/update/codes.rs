//! The side panes: the code system and the documents.

use super::{form, menu, work};
use crate::model::CodeId;
use crate::model::codes::PALETTE;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::layout::{areas, list_height};
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::{Main, Model, Pane, ToastKind};

/// After a change of size or contents: cursors are inside their lists and in sight.
pub fn keep_in_sight(model: &mut Model) {
    let (codes, documents) = (model.codes.at, model.documents.at);
    set_cursor(model, codes);
    set_document_cursor(model, documents);
}

pub fn set_cursor(model: &mut Model, at: usize) {
    let (len, height) = (model.visible_codes().len(), list_height(areas(model).codes));
    model.codes.set(at, len, height);
}

pub fn set_document_cursor(model: &mut Model, at: usize) {
    let (len, height) = (model.study.rows.len(), list_height(areas(model).documents));
    model.documents.set(at, len, height);
}

/// The cursor goes to a code; what hides it is unfolded.
pub fn go_to(model: &mut Model, code: CodeId) {
    let mut above = model.study.tree.get(code).and_then(|node| node.code.parent);
    while let Some(id) = above {
        model.folded.remove(&id);
        above = model.study.tree.get(id).and_then(|node| node.code.parent);
    }
    let shown = |model: &Model| model.visible_codes().iter().position(|node| node.code.id == code);
    if shown(model).is_none() && model.study.tree.get(code).is_some() {
        // It is wanted, whatever words it has.
        model.code_filter.clear();
    }
    if let Some(at) = shown(model) {
        set_cursor(model, at);
    }
}

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if command == Command::CodeAdd {
        return form::add_code(model);
    }
    let Some(code) = model.code_at_cursor() else { return };
    match command {
        Command::CodeSegments => {
            model.listing.subcodes |= model.study.counts.get(&code).copied().unwrap_or(0) == 0;
            model.main = Main::Listing;
            model.pane = Pane::Main;
            work(effects, Work::Segments { code, subcodes: model.listing.subcodes });
        }
        Command::CodeApply => {
            // The passage of the transcript, not of the pane.
            let Some(reading) = &model.reading else {
                return model.say(tr!("need-transcript"), ToastKind::Notice);
            };
            let (document, span) = (reading.document, reading.passage(model.study.coder));
            match span {
                Some(span) => super::coding::apply(model, document, span, vec![code], Vec::new(), effects),
                None => model.say(tr!("need-passage"), ToastKind::Notice),
            }
        }
        Command::CodeRename => form::rename_code(model, code),
        Command::CodeDefine => form::define(model, code),
        Command::CodeColor => color_menu(model, code),
        Command::CodeRemove => work(effects, Work::RemoveCode(code)),
        Command::CodeUp | Command::CodeDown | Command::CodeIndent | Command::CodeOutdent => {
            if let Some((parent, index)) = place(model, code, command) {
                if let Some(parent) = parent {
                    model.folded.remove(&parent);
                }
                work(effects, Work::MoveCode { code, parent, index });
            }
        }
        Command::Fold => fold(model, code),
        Command::Unfold => {
            let folded = model.folded.remove(&code);
            let below = model.study.tree.get(code).is_some_and(|node| node.descendants > 0);
            if !folded && below {
                let at = model.codes.at + 1;
                set_cursor(model, at);
            }
        }
        Command::FoldAll => {
            let above = model.study.tree.nodes().iter().filter(|node| node.descendants > 0);
            model.folded = above.map(|node| node.code.id).collect();
            // The cursor goes up to what is still shown.
            let mut shown = code;
            while let Some(parent) = model.study.tree.get(shown).and_then(|node| node.code.parent) {
                shown = parent;
            }
            let at = model.visible_codes().iter().position(|node| node.code.id == shown).unwrap_or(0);
            set_cursor(model, at);
        }
        Command::UnfoldAll => {
            model.folded.clear();
            go_to(model, code);
        }
        _ => {}
    }
}

/// Folds a code, or goes to its parent where there is nothing to fold.
fn fold(model: &mut Model, code: CodeId) {
    let Some(node) = model.study.tree.get(code) else { return };
    if node.descendants > 0 && !model.folded.contains(&code) {
        model.folded.insert(code);
    } else if let Some(parent) = node.code.parent {
        go_to(model, parent);
    }
}

/// Parent and index among its siblings that a code goes to.
fn place(model: &Model, code: CodeId, command: Command) -> Option<(Option<CodeId>, Option<usize>)> {
    let tree = &model.study.tree;
    let parent = tree.get(code)?.code.parent;
    let siblings: Vec<CodeId> = tree.children(parent).map(|node| node.code.id).collect();
    let at = siblings.iter().position(|id| *id == code)?;
    match command {
        Command::CodeUp => Some((parent, Some(at.checked_sub(1)?))),
        // Its own place does not count.
        Command::CodeDown if at + 1 < siblings.len() => Some((parent, Some(at + 1))),
        Command::CodeIndent => Some((Some(*siblings.get(at.checked_sub(1)?)?), None)),
        Command::CodeOutdent => {
            let above = tree.get(parent?)?.code.parent;
            let place = tree.children(above).position(|node| Some(node.code.id) == parent)?;
            Some((above, Some(place + 1)))
        }
        _ => None,
    }
}

fn color_menu(model: &mut Model, code: CodeId) {
    let Some(node) = model.study.tree.get(code) else { return };
    let items = PALETTE
        .iter()
        .enumerate()
        .map(|(nth, color)| MenuItem {
            text: tr!(&format!("colour-{}", nth + 1)),
            color: Some((*color).to_owned()),
            choice: Choice::Color((*color).to_owned()),
        })
        .collect();
    let title = tr!("menu-colour", code = node.path.clone());
    let now = PALETTE.iter().position(|color| *color == node.code.color).unwrap_or(0);
    let cursor = crate::tui::model::Cursor { at: now, top: 0 };
    menu::open(model, Menu { kind: MenuKind::Color(code), title, items, cursor });
}
