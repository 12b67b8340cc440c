//! Hits of the search: where they lead, and going from one to the next.

use super::{codes, commands, records, run, summaries};
use crate::tr;
use crate::tui::effect::Effect;
use crate::tui::model::{Main, Model, Pane, ToastKind};
use crate::tui::msg::HitOf;

/// Opens the hit under the cursor that stands in no transcript.
pub fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.listing.hit().map(|hit| hit.of) {
        Some(HitOf::Summary(on)) => summaries::ask(model, on, effects),
        Some(HitOf::Memo(id)) => records::open_memo(model, id),
        Some(HitOf::Code(code)) => {
            commands::focus(model, Pane::Codes);
            codes::go_to(model, code);
        }
        Some(HitOf::Command(command)) => run(model, command, effects),
        Some(HitOf::Text | HitOf::Paraphrase) | None => {}
    }
}

/// To the next hit in a transcript, or the one before; in the list only with the cursor, otherwise its passage is shown.
pub fn step(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    let placed: Vec<usize> =
        (0..model.listing.len()).filter(|line| model.listing.place_of(*line).is_some()).collect();
    let at = model.listing.cursor.at;
    let next = match forward {
        true => placed.iter().position(|line| *line > at).unwrap_or(0),
        false => placed.iter().rposition(|line| *line < at).unwrap_or(placed.len().saturating_sub(1)),
    };
    let Some(&line) = placed.get(next) else { return };
    model.listing.cursor.at = line;
    if model.main != Main::Listing
        && let Some((document, span)) = model.listing.place()
    {
        commands::go_to(model, document, span, effects);
        model.say(tr!("hit-of", at = next + 1, all = placed.len()), ToastKind::Notice);
    }
}
