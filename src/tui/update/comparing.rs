//! Coders compared: the walk through their differences, the list of them, stripes side by side.

use super::{agreement, commands, menu, show_transcript, table, work};
use crate::analysis::differences::Only;
use crate::error::{Error, Result};
use crate::model::CoderId;
use crate::ops::comparison::{self, Differences, Differing};
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::comparing::Then;
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::table::{Report, RowOf, Tabled};
use crate::tui::model::{Comparing, Cursor, Main, Model, Pane, Reading, Study, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Differences if model.pane == Pane::Main && listed(model) => {
            commands::back_from_list(model);
        }
        Command::Differences => ask(model, Then::List, effects),
        Command::Compare if model.comparing.side_by_side => model.comparing.side_by_side = false,
        Command::Compare => ask(model, Then::SideBySide, effects),
        Command::NextDifference => ask(model, Then::Step { forward: true }, effects),
        Command::PreviousDifference => ask(model, Then::Step { forward: false }, effects),
        Command::DifferenceFilter => ask(model, Then::Filter, effects),
        _ => {}
    }
}

/// Whether the list of differences is in sight.
fn listed(model: &Model) -> bool {
    model.main == Main::Table && matches!(model.table.report, Some(Report::Differences(_)))
}

/// Does something with the differences; they are read first where they have not been.
fn ask(model: &mut Model, then: Then, effects: &mut Vec<Effect>) {
    if model.comparing.loaded {
        return go_on(model, then, effects);
    }
    work(effects, Work::Differences(Box::new(model.comparing.query.clone()), then));
}

/// The study has changed: what is in sight is read again, what is not when it is wanted. Comparing all documents after
/// each coding would be felt in a large study.
pub fn refresh(model: &mut Model, effects: &mut Vec<Effect>) {
    let seen = model.comparing.side_by_side || listed(model);
    if model.comparing.loaded && seen {
        work(effects, Work::Differences(Box::new(model.comparing.query.clone()), Then::Refresh));
    } else {
        model.comparing.loaded = false;
    }
}

/// The differences have come; or there are none to be seen, which is said to whoever asked.
pub fn arrived(model: &mut Model, result: Result<Differences>, then: Then, effects: &mut Vec<Effect>) {
    match result {
        Ok(differences) => {
            // One stays at the same difference, if it is there still.
            let here = model.comparing.here().map(|one| one.difference.clone());
            let comparing = &mut model.comparing;
            comparing.differences = differences;
            comparing.loaded = true;
            let same = |one: &Differing| Some(&one.difference) == here.as_ref();
            comparing.at = comparing.differences.all.iter().position(same);
            go_on(model, then, effects);
        }
        Err(error) => nothing(model, error, then),
    }
}

fn nothing(model: &mut Model, error: Error, then: Then) {
    model.comparing.forget();
    agreement::leave(model);
    if then != Then::Refresh {
        model.fail(error);
    }
}

fn go_on(model: &mut Model, then: Then, effects: &mut Vec<Effect>) {
    match then {
        Then::Refresh if listed(model) => list(model),
        Then::Refresh => {}
        Then::List => {
            model.main = Main::Table;
            model.pane = Pane::Main;
            list(model);
        }
        Then::SideBySide => model.comparing.side_by_side = true,
        Then::Step { forward } => step(model, forward, effects),
        Then::Filter => filter(model),
    }
}

/// The list of the differences that are wanted, as a table.
pub fn list(model: &mut Model) {
    let comparing = &model.comparing;
    let only = comparing.only;
    let tabled = Tabled {
        table: comparison::list(&comparing.differences, only),
        rows: comparing.wanted().map(|(at, _)| RowOf::Difference(at)).collect(),
        ..Tabled::default()
    };
    table::arrived(model, Report::Differences(only), tabled);
}

/// Lists the differences that a number of a table stands for.
pub fn of(model: &mut Model, only: Only, effects: &mut Vec<Effect>) {
    model.comparing.only = only;
    ask(model, Then::List, effects);
}

/// Shows a difference in its transcript, the coders side by side.
pub fn go_to(model: &mut Model, at: usize, effects: &mut Vec<Effect>) {
    let Some(one) = model.comparing.differences.all.get(at) else { return };
    let (document, span) = (one.difference.document, one.difference.span());
    model.comparing.at = Some(at);
    model.comparing.side_by_side = true;
    show_transcript(model);
    commands::go_to(model, document, span, effects);
    if let Some(words) = here(model) {
        model.say(words, ToastKind::Notice);
    }
}

/// From the difference that one is at, else from the current paragraph, to the next or the one before, over the
/// boundaries of documents.
fn step(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    let found = {
        let comparing = &model.comparing;
        let place = |one: &Differing| {
            let order = comparing.differences.documents.iter();
            let document = order.clone().position(|document| document.id == one.difference.document);
            (document, one.difference.span())
        };
        let reading = model.reading.as_ref();
        // A difference that was left behind is no place to go on from.
        let near = |one: &Differing| {
            reading.is_some_and(|reading| {
                let span = one.difference.span();
                reading.document == one.difference.document
                    && reading.paragraph(reading.at).is_some_and(|at| at.span.overlaps(span))
            })
        };
        match comparing.at.filter(|_| comparing.here().is_some_and(near)) {
            Some(at) if forward => comparing.wanted().find(|(other, _)| *other > at),
            Some(at) => comparing.wanted().rfind(|(other, _)| *other < at),
            None => {
                let here = reading.and_then(|reading| {
                    let order = comparing.differences.documents.iter();
                    let document = order.clone().position(|document| document.id == reading.document);
                    Some((document?, reading.paragraph(reading.at)?.span.start))
                });
                let from = |one: &Differing| {
                    let (document, span) = place(one);
                    here.is_none_or(|here| (document.unwrap_or(usize::MAX), span.end) > here)
                };
                let before = |one: &Differing| {
                    let (document, span) = place(one);
                    here.is_some_and(|here| (document.unwrap_or(usize::MAX), span.start) < here)
                };
                match forward {
                    true => comparing.wanted().find(|(_, one)| from(one)),
                    false => comparing.wanted().rfind(|(_, one)| before(one)),
                }
            }
        }
        .map(|(at, _)| at)
    };
    match found {
        Some(at) => go_to(model, at, effects),
        None if model.comparing.wanted().next().is_none() => {
            model.say(tr!("differences-none"), ToastKind::Notice);
        }
        None => model.say(tr!("differences-no-more"), ToastKind::Notice),
    }
}

/// The difference that one is at, in words: the how manieth, what kind, who has what.
pub fn here(model: &Model) -> Option<String> {
    let comparing = &model.comparing;
    let at = comparing.at?;
    let one = comparing.differences.all.get(at)?;
    let nth = comparing.wanted().position(|(other, _)| other == at)?;
    let coder = |id: CoderId| {
        let known = comparing.differences.coders.iter().find(|coder| coder.id == id);
        known.map_or("", |coder| coder.name.as_str())
    };
    let side = |coder_id: CoderId| {
        let side = one.difference.sides.iter().find(|side| side.coder == coder_id);
        let code = side.map(|side| model.study.tree.path(side.code).to_owned());
        format!("{}: {}", coder(coder_id), code.unwrap_or_else(|| "–".to_owned()))
    };
    let (first, second) = one.difference.pair;
    Some(tr!(
        "difference-here",
        at = nth + 1,
        all = comparing.wanted().count(),
        kind = tr!(&format!("difference-{}", one.difference.kind.name())),
        first = side(first),
        second = side(second),
    ))
}

/// Which code's differences: those that have any, the most first.
fn filter(model: &mut Model) {
    let comparing = &model.comparing;
    let all = &comparing.differences.all;
    let mut items = vec![MenuItem {
        text: tr!("differences-all", count = all.len()),
        color: None,
        choice: Choice::Differences(Only::default()),
    }];
    let count = |only: Only| all.iter().filter(|one| only.holds(&one.difference)).count();
    let mut codes: Vec<(usize, MenuItem)> = Vec::new();
    for node in model.study.tree.nodes() {
        let only = Only { code: Some(node.code.id), ..Only::default() };
        let count = count(only);
        if count > 0 {
            let text = format!("{} ({count})", node.path);
            let color = Some(node.code.color.clone());
            codes.push((count, MenuItem { text, color, choice: Choice::Differences(only) }));
        }
    }
    codes.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    items.extend(codes.into_iter().map(|(_, item)| item));
    let title = tr!("menu-differences");
    menu::open(model, Menu { kind: MenuKind::Differences, title, items, cursor: Cursor::default() });
}

/// The choice of the filter.
pub fn filtered(model: &mut Model, only: Only) {
    model.comparing.only = only;
    if listed(model) {
        return list(model);
    }
    let count = model.comparing.wanted().count();
    model.say(tr!("differences-filtered", count = count), ToastKind::Notice);
}

/// After everything that happens: whose stripes stand side by side in the open transcripts.
pub fn arrange(model: &mut Model) {
    let (study, comparing) = (&model.study, &model.comparing);
    for reading in model.reading.iter_mut().chain(&mut model.resting) {
        let sides = sides(study, comparing, reading);
        if reading.sides != sides {
            reading.set_sides(sides);
        }
    }
}

fn sides(study: &Study, comparing: &Comparing, reading: &Reading) -> Vec<CoderId> {
    let mut sides: Vec<CoderId> = Vec::new();
    if comparing.side_by_side {
        // In the order of the coders, so that everyone has the same place in each transcript; the consensus last.
        let mut all: Vec<_> = study.coders.iter().collect();
        all.sort_by_key(|coder| (coder.consensus, coder.id));
        let compared = &comparing.differences.coders;
        let shown = |coder: &crate::model::coders::Coder| {
            compared.iter().any(|one| one.id == coder.id)
                || reading.codings.iter().any(|coding| coding.coder == coder.id)
        };
        sides.extend(all.into_iter().filter(|coder| shown(coder)).map(|coder| coder.id));
    }
    sides
}
