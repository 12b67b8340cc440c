//! Sorting: all of one's segments of a code, each put into a subcode with one key. Categories are refined by it.

use super::{picker, work};
use crate::model::codings::Segment;
use crate::model::{CodeId, CodingId};
use crate::ops::codings::Category;
use crate::tr;
use crate::tui::bridge::desk::Ask;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::keymap::Found;
use crate::tui::keys::{Code, Key};
use crate::tui::model::{ListingKind, Main, Model, Pane, PickerKind, ToastKind};

/// Subcodes that have a digit; the others have letters that mean nothing else here.
const DIGITS: usize = 9;

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::CodeSort => {
            let Some(code) = model.code_at_cursor() else { return };
            model.listing.sorting = Default::default();
            work(effects, Work::Desk(Box::new(Ask::ToSort(code))));
        }
        Command::SortMark => mark(model),
        Command::SortPick => picker::open(model, PickerKind::SortInto(model.listing.sorting.code)),
        Command::SortBack => into(model, Category::Code(model.listing.sorting.code), effects),
        Command::SortAgain => match model.listing.sorting.last.clone() {
            Some(last) => into(model, last, effects),
            None => model.say(tr!("sorting-no-last"), ToastKind::Notice),
        },
        Command::SortOnlyOpen => {
            let here = model.listing.segment().map(|segment| segment.coding.id);
            let sorting = &mut model.listing.sorting;
            (sorting.only_open, sorting.next) = (!sorting.only_open, here);
            arrange(model);
            let open = model.listing.sorting.only_open;
            model.say(tr!(if open { "sorting-only-open" } else { "sorting-all" }), ToastKind::Notice);
        }
        _ => {}
    }
}

/// Whether segments are being sorted, with the keys.
fn sorts(model: &Model) -> bool {
    model.main == Main::Listing && model.pane == Pane::Main && model.listing.kind == ListingKind::Sorting
}

/// What was to be sorted arrived, for the first time or again.
pub fn arrived(model: &mut Model, code: CodeId, segments: Vec<Segment>) {
    let again = sorting_of(model) == Some(code);
    if segments.is_empty() && !again {
        let path = model.study.tree.path(code).to_owned();
        return model.say(tr!("sorting-none", code = path), ToastKind::Notice);
    }
    let here = model.listing.segment().map(|segment| segment.coding.id);
    let sorting = &mut model.listing.sorting;
    sorting.code = code;
    sorting.marked.retain(|id| segments.iter().any(|segment| segment.coding.id == *id));
    sorting.all = segments;
    if again {
        sorting.next = sorting.next.or(here);
    } else {
        let first = sorting.all.iter().find(|segment| segment.coding.code == code);
        sorting.next = first.map(|segment| segment.coding.id);
        (model.listing.kind, model.listing.cursor) = (ListingKind::Sorting, Default::default());
        (model.listing.code, model.listing.cell, model.listing.asked) = (None, None, None);
        (model.main, model.pane) = (Main::Listing, Pane::Main);
    }
    arrange(model);
}

/// The code whose segments the list sorts.
pub fn sorting_of(model: &Model) -> Option<CodeId> {
    (model.listing.kind == ListingKind::Sorting).then_some(model.listing.sorting.code)
}

/// Lists what is to be seen, the cursor on the next one.
fn arrange(model: &mut Model) {
    let listing = &mut model.listing;
    let sorting = &mut listing.sorting;
    let shown = |segment: &&Segment| !sorting.only_open || segment.coding.code == sorting.code;
    listing.segments = sorting.all.iter().filter(shown).cloned().collect();
    let next = sorting.next.take();
    let at = listing.segments.iter().position(|segment| Some(segment.coding.id) == next);
    listing.cursor.at = at.unwrap_or(listing.cursor.at).min(listing.segments.len().saturating_sub(1));
}

/// The subcodes with the keys that sort into them.
pub fn keys(model: &Model) -> Vec<(char, CodeId)> {
    let tree = &model.study.tree;
    let contexts = model.contexts();
    let is_free = |letter: &char| {
        let key = Key { code: Code::Char(*letter), ctrl: false, alt: false, shift: false };
        model.keymap.find(&contexts, &[key]) == Found::Nothing
    };
    let letters = ('1'..='9').chain(('a'..='z').filter(is_free));
    letters.zip(tree.children(Some(model.listing.sorting.code)).map(|node| node.code.id)).collect()
}

/// A letter that means nothing else may be the key of a subcode.
pub fn letter(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    if !sorts(model) || key.ctrl || key.alt {
        return;
    }
    let Code::Char(letter) = key.code else { return };
    let found = keys(model).into_iter().skip(DIGITS).find(|(of, _)| *of == letter);
    if let Some((_, code)) = found {
        into(model, Category::Code(code), effects);
    }
}

/// Into the subcode of this digit, from 0.
pub fn nth(model: &mut Model, nth: usize, effects: &mut Vec<Effect>) {
    match keys(model).get(nth) {
        Some((_, code)) => into(model, Category::Code(*code), effects),
        None => model.say(tr!("sorting-no-subcode", number = nth + 1), ToastKind::Notice),
    }
}

fn mark(model: &mut Model) {
    let Some(id) = model.listing.segment().map(|segment| segment.coding.id) else { return };
    let marked = &mut model.listing.sorting.marked;
    if !marked.remove(&id) {
        marked.insert(id);
    }
    let at = model.listing.cursor.at + 1;
    model.listing.cursor.at = at.min(model.listing.len().saturating_sub(1));
}

/// What is marked, or the segment under the cursor, goes into a code; the cursor to the next that is in no subcode.
pub fn into(model: &mut Model, category: Category, effects: &mut Vec<Effect>) {
    let listing = &mut model.listing;
    let at = listing.cursor.at;
    let sorting = &mut listing.sorting;
    let mut chosen: Vec<CodingId> = sorting.marked.iter().copied().collect();
    if chosen.is_empty() {
        chosen.extend(listing.segments.get(at).map(|segment| segment.coding.id));
    }
    if chosen.is_empty() {
        return;
    }
    let open =
        |segment: &&Segment| segment.coding.code == sorting.code && !chosen.contains(&segment.coding.id);
    let (before, after) = listing.segments.split_at(at.min(listing.segments.len()));
    let next = after.iter().find(open).or_else(|| before.iter().find(open));
    sorting.next = next.map(|segment| segment.coding.id);
    sorting.marked.clear();
    if category != Category::Code(sorting.code) {
        sorting.last = Some(category.clone());
    }
    let mark = model.marks.unwrap_or(true);
    work(effects, Work::Desk(Box::new(Ask::Sort { segments: chosen, into: category, mark })));
}

/// To the next (or previous) segment that is in no subcode.
pub fn next_open(model: &mut Model, forward: bool) {
    let listing = &mut model.listing;
    let open = |(_, segment): &(usize, &Segment)| segment.coding.code == listing.sorting.code;
    let at = listing.cursor.at;
    let mut all = listing.segments.iter().enumerate();
    let found = match forward {
        true => all.find(|one| one.0 > at && open(one)),
        false => all.rev().find(|one| one.0 < at && open(one)),
    };
    match found.map(|(to, _)| to) {
        Some(to) => listing.cursor.at = to,
        None => model.say(tr!("sorting-no-open"), ToastKind::Notice),
    }
}
