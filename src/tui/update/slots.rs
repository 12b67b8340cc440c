//! Quick slots: nine codes, each a key away.

use super::{coding, menu, picker, sorting};
use crate::model::CodeId;
use crate::tr;
use crate::tui::command::{Command, Context};
use crate::tui::effect::Effect;
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::{ListingKind, Main, Model, Pane, PickerKind, ToastKind};

/// The commands of the slots, in their order.
pub const SLOTS: [Command; 9] = [
    Command::SlotOne,
    Command::SlotTwo,
    Command::SlotThree,
    Command::SlotFour,
    Command::SlotFive,
    Command::SlotSix,
    Command::SlotSeven,
    Command::SlotEight,
    Command::SlotNine,
];

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match SLOTS.iter().position(|slot| *slot == command) {
        Some(nth) => slot(model, nth, effects),
        None => list(model),
    }
}

/// In the code system the code goes into the slot; where segments are sorted they go into the subcode of this number;
/// elsewhere the slot's code is applied.
fn slot(model: &mut Model, nth: usize, effects: &mut Vec<Effect>) {
    let sorts = model.main == Main::Listing && model.listing.kind == ListingKind::Sorting;
    if model.pane == Pane::Main && sorts {
        return sorting::nth(model, nth, effects);
    }
    if model.pane == Pane::Codes {
        if let Some(code) = model.code_at_cursor() {
            put(model, nth, code);
        }
        return;
    }
    let known = model.slots.get(nth).copied().flatten().filter(|code| model.study.tree.get(*code).is_some());
    match (known, model.passage()) {
        (None, _) => {
            let key = key(model, nth, Context::Codes);
            model.say(tr!("slot-empty", number = nth + 1, key = key), ToastKind::Notice);
        }
        (_, None) => model.say(tr!("need-passage"), ToastKind::Notice),
        (Some(code), Some((document, span))) => {
            coding::apply(model, document, span, vec![code], Vec::new(), effects);
        }
    }
}

/// The keys of a slot in a context, as people read them.
pub fn key(model: &Model, nth: usize, context: Context) -> String {
    SLOTS.get(nth).map(|slot| model.keymap.shown(*slot, &[context])).unwrap_or_default()
}

/// A code is in one slot only.
pub fn put(model: &mut Model, nth: usize, code: CodeId) {
    for slot in model.slots.iter_mut().filter(|slot| **slot == Some(code)) {
        *slot = None;
    }
    if let Some(slot) = model.slots.get_mut(nth) {
        *slot = Some(code);
    }
    let key = key(model, nth, Context::Transcript);
    let path = model.study.tree.path(code).to_owned();
    model.say(tr!("slot-put", number = nth + 1, code = path, key = key), ToastKind::Done);
}

/// The slots with their codes, to be changed.
fn list(model: &mut Model) {
    let item = |(nth, code): (usize, &Option<CodeId>)| {
        let node = code.and_then(|code| model.study.tree.get(code));
        MenuItem {
            text: node.map_or_else(|| tr!("slot-nothing"), |node| node.path.clone()),
            color: node.map(|node| node.code.color.clone()),
            choice: Choice::Slot(nth),
        }
    };
    let items = model.slots.iter().enumerate().map(item).collect();
    let title = tr!("menu-slots");
    menu::open(model, Menu { kind: MenuKind::Slots, title, items, cursor: Default::default() });
}

/// A code is to be picked for a slot.
pub fn pick(model: &mut Model, nth: usize) {
    picker::open(model, PickerKind::Slot(nth));
}

/// The slot under the cursor of their list becomes empty.
pub fn clear(model: &mut Model, nth: usize) {
    if let Some(slot) = model.slots.get_mut(nth) {
        *slot = None;
    }
    list(model);
}
