//! Picking codes by a few letters.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{coding, consolidate, many, slots, sorting, work};
use crate::model::CodeId;
use crate::model::codes::{CodeTree, Node, check_name};
use crate::ops::codings::Category;
use crate::tr;
use crate::tui::effect::{Beside, Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::model::{Cursor, Model, Overlay, Picker, PickerKind, ToastKind};

/// Lines of the list that are shown at most.
pub const HEIGHT: usize = 12;

pub fn open(model: &mut Model, kind: PickerKind) {
    let picker = Picker {
        kind,
        query: String::new(),
        cursor: Cursor::default(),
        marked: Vec::new(),
        found: Vec::new(),
        offer: None,
    };
    model.overlays.push(Overlay::Picker(Box::new(picker)));
    search(model);
}

/// The codes that fit a query, the best first: recent codes first where nothing is typed, then a name's beginning
/// before its middle before its path.
pub fn rank(tree: &CodeTree, recent: &[CodeId], query: &str) -> Vec<CodeId> {
    let recency = |id: CodeId| recent.iter().position(|other| *other == id);
    if query.trim().is_empty() {
        let mut ids: Vec<CodeId> = tree.nodes().iter().map(|node| node.code.id).collect();
        ids.sort_by_key(|id| recency(*id).unwrap_or(usize::MAX));
        return ids;
    }
    let mut matcher = Matcher::new(Config::DEFAULT.match_paths());
    let pattern = Pattern::parse(query.trim(), CaseMatching::Ignore, Normalization::Smart);
    let lower = query.trim().to_lowercase();
    let mut buffer = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
    let mut scored: Vec<(u32, usize, CodeId)> = Vec::new();
    for (at, node) in tree.nodes().iter().enumerate() {
        let name = score(&node.code.name).map(|score| score + 40 + begins(node, &lower));
        let Some(best) = name.max(score(&node.path)) else { continue };
        let bonus = recency(node.code.id).map_or(0, |nth| 16u32.saturating_sub(nth as u32));
        scored.push((best + bonus, at, node.code.id));
    }
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().map(|(_, _, id)| id).collect()
}

fn begins(node: &Node, query: &str) -> u32 {
    if node.code.name.to_lowercase().starts_with(query) { 30 } else { 0 }
}

/// Searches again after a change of query or code system.
pub fn search(model: &mut Model) {
    let (tree, mut recent) = (model.study.tree.clone(), model.recent.clone());
    if let Some(Overlay::Picker(picker)) = model.overlays.last()
        && let PickerKind::SortInto(code) = picker.kind
    {
        // Its subcodes are what one mostly means.
        recent = tree.subtree(code).iter().skip(1).map(|node| node.code.id).collect();
    }
    let Some(Overlay::Picker(picker)) = model.overlays.last_mut() else { return };
    picker.found = rank(&tree, &recent, &picker.query);
    if let PickerKind::MoveUnder(code) | PickerKind::MergeInto(code) = picker.kind {
        let below: Vec<CodeId> = tree.subtree(code).iter().map(|node| node.code.id).collect();
        picker.found.retain(|id| !below.contains(id));
    }
    let typed = picker.query.trim().trim_matches('/').trim();
    let path = match picker.kind {
        // A name alone is a subcode's.
        PickerKind::SortInto(code) if !typed.is_empty() && !typed.contains('/') => {
            format!("{}/{typed}", tree.path(code))
        }
        _ => typed.to_owned(),
    };
    let path = path.as_str();
    let new = picker.kind.makes()
        && !path.is_empty()
        && path.split('/').all(|name| check_name(name).is_ok())
        && !tree.nodes().iter().any(|node| node.path.to_lowercase() == path.to_lowercase());
    picker.offer = new.then(|| path.to_owned());
    picker.marked.retain(|id| tree.get(*id).is_some());
    let lines = picker.lines();
    picker.cursor.set(picker.cursor.at, lines, HEIGHT);
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Picker(picker)) = model.overlays.last_mut() else { return };
    let lines = picker.lines();
    match key.code {
        Code::Esc => {
            model.overlays.pop();
        }
        Code::Char('c') if key.ctrl => {
            model.overlays.pop();
        }
        Code::Down => picker.cursor.step(1, lines, HEIGHT),
        Code::Up => picker.cursor.step(-1, lines, HEIGHT),
        Code::Char('n') if key.ctrl => picker.cursor.step(1, lines, HEIGHT),
        Code::Char('p') if key.ctrl => picker.cursor.step(-1, lines, HEIGHT),
        Code::PageDown => picker.cursor.step(HEIGHT as isize, lines, HEIGHT),
        Code::PageUp => picker.cursor.step(-(HEIGHT as isize), lines, HEIGHT),
        Code::Tab => {
            if picker.kind.marks()
                && let Some(id) = picker.found.get(picker.cursor.at).copied()
            {
                match picker.marked.iter().position(|other| *other == id) {
                    Some(at) => drop(picker.marked.remove(at)),
                    None => picker.marked.push(id),
                }
                if !picker.query.is_empty() {
                    picker.query.clear();
                    picker.cursor = Cursor::default();
                    search(model);
                } else {
                    picker.cursor.step(1, lines, HEIGHT);
                }
            }
        }
        Code::Enter => accept(model, key.alt || key.ctrl, effects),
        Code::Backspace => {
            picker.query.pop();
            picker.cursor = Cursor::default();
            search(model);
        }
        Code::Char('u') if key.ctrl => {
            picker.query.clear();
            search(model);
        }
        _ => {
            if let Some(letter) = key.letter() {
                picker.query.push(letter);
                picker.cursor = Cursor::default();
                search(model);
            }
        }
    }
}

pub fn click(model: &mut Model, line: usize, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        let lines = picker.lines();
        picker.cursor.set(line, lines, HEIGHT);
        accept(model, false, effects);
    }
}

fn accept(model: &mut Model, make: bool, effects: &mut Vec<Effect>) {
    let Some(Overlay::Picker(picker)) = model.overlays.last() else { return };
    let at = picker.cursor.at;
    let under = picker.found.get(at).copied().filter(|_| !make);
    let offer = picker.offer.clone().filter(|_| under.is_none());
    let mut codes = picker.marked.clone();
    if (codes.is_empty() || !picker.query.is_empty())
        && let Some(id) = under
        && !codes.contains(&id)
    {
        codes.push(id);
    }
    let kind = picker.kind.clone();
    // What is marked is meant, and nothing is an answer too.
    if let PickerKind::Asks(guide) = kind {
        let mut marked = picker.marked.clone();
        // Who has looked for a code and presses Enter on it means it too.
        marked.extend(under.filter(|id| !picker.query.trim().is_empty() && !marked.contains(id)));
        model.overlays.pop();
        return work(effects, Work::Beside(Beside::SetGuideCodes(guide, marked)));
    }
    if codes.is_empty() && offer.is_none() {
        return model.say(tr!("picker-nothing"), ToastKind::Notice);
    }
    model.overlays.pop();
    match kind {
        PickerKind::Apply { document, span } => {
            coding::apply(model, document, span, codes, offer.into_iter().collect(), effects);
        }
        PickerKind::MoveUnder(code) => {
            if let Some(parent) = codes.first() {
                model.folded.remove(parent);
                work(effects, Work::MoveCode { code, parent: Some(*parent), index: None });
            }
        }
        PickerKind::Asks(_) => {}
        PickerKind::Settle(span) => consolidate::picked(model, span, &codes, offer, effects),
        PickerKind::ApplyAll { what, passages } => many::preview(model, &what, passages, codes),
        PickerKind::SortInto(_) => {
            let category = match (codes.first(), offer) {
                (Some(code), _) => Category::Code(*code),
                (None, Some(path)) => Category::Path(path),
                (None, None) => return,
            };
            sorting::into(model, category, effects);
        }
        PickerKind::Slot(nth) => {
            if let Some(code) = codes.first() {
                slots::put(model, nth, *code);
            }
        }
        PickerKind::MergeInto(from) => {
            if let Some(into) = codes.first() {
                work(effects, Work::MergeCodes { from, into: *into });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops;

    #[test]
    fn two_letters_find_the_beginning_of_a_name_and_recent_codes_win() {
        let mut project = ops::project::create_in_memory("AK").unwrap();
        for path in ["Hürden/Recht", "Hürden/Personal", "Recherche", "Chancen"] {
            ops::codes::add(&mut project, path, None).unwrap();
        }
        let tree = crate::store::codes::tree(&project.read()).unwrap();
        let id = |path: &str| tree.find(path).unwrap().code.id;
        let names = |ids: Vec<CodeId>| ids.into_iter().map(|id| tree.path(id).to_owned()).collect::<Vec<_>>();
        assert_eq!(names(rank(&tree, &[], "re"))[..2], ["Hürden/Recht", "Recherche"]);
        assert_eq!(names(rank(&tree, &[id("Recherche")], "re"))[0], "Recherche");
        assert_eq!(names(rank(&tree, &[], "hurd per"))[0], "Hürden/Personal");
        assert_eq!(names(rank(&tree, &[id("Chancen")], ""))[0], "Chancen");
        assert_eq!(names(rank(&tree, &[], "xyz")), Vec::<String>::new());
    }
}
