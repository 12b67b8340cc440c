//! Codes to revisit: the list of what waits, and whether a new or another meaning marks what was coded before.

use super::{menu, reading, table, work};
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::table::{Report, RowOf};
use crate::tui::model::{Cursor, Model, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Coders => table::show(model, Report::Coders, effects),
        Command::Revisit => table::show(model, Report::Revisit, effects),
        Command::RevisitCode => {
            if let Some(code) = model.code_at_cursor() {
                work(effects, Work::MarkRevisit(code));
            }
        }
        Command::RevisitDone => match model.table.row_of() {
            RowOf::Revisit(document, code) => work(effects, Work::Revisited(document, code)),
            RowOf::Standing(document) => {
                let now = model.study.status.get(&document).copied().unwrap_or_default();
                work(effects, Work::SetStatus(document, reading::next_status(now)));
            }
            _ => model.say(tr!("revisit-no-row"), ToastKind::Notice),
        },
        _ => {}
    }
}

/// Documents were marked by an operation: kept, or taken back; the answer holds until the workbench is left.
pub fn marked(model: &mut Model, count: usize, without: Work) {
    let item = |text: String, choice| MenuItem { text, color: None, choice };
    let items = vec![
        item(tr!("revisit-keep"), Choice::Marks(true)),
        item(tr!("revisit-take-back"), Choice::Marks(false)),
    ];
    model.unmarked = Some(without);
    let (kind, title) = (MenuKind::Marked, tr!("menu-marked", count = count));
    menu::open(model, Menu { kind, title, items, cursor: Cursor::default() });
}

/// It is asked once, and taken back where it need not be.
pub fn answered(model: &mut Model, keep: bool, effects: &mut Vec<Effect>) {
    model.marks = Some(keep);
    let without = model.unmarked.take();
    if let Some(without) = without.filter(|_| !keep) {
        work(effects, Work::Undo);
        work(effects, without);
    }
}
