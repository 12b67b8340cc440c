//! Two transcripts side by side: opening the second, going over, closing one, exchanging them, dividing the room.

use super::{commands, menu, reading, work};
use crate::model::DocumentId;
use crate::text::Span;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::{Cursor, DocumentRow, Half, Main, Model, Pane, ToastKind};

/// By how much a press changes the share of the left half, per mille.
const STEP: u16 = 25;
/// Its limits.
pub const SHARES: (u16, u16) = (150, 850);

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::OpenBeside => open_beside(model, effects),
        Command::OtherHalf => {
            go_over(model);
            (model.main, model.pane) = (Main::Transcript, Pane::Main);
        }
        Command::CloseHalf => close(model),
        Command::ExchangeHalves => model.half = model.half.other(),
        Command::LeftWider => share(model, model.sizes.left.saturating_add(STEP)),
        Command::LeftNarrower => share(model, model.sizes.left.saturating_sub(STEP)),
        _ => {}
    }
    reading::keep_in_sight(model);
}

/// Gives the left half a share of the room.
pub fn share(model: &mut Model, per_mille: u16) {
    model.sizes.left = per_mille.clamp(SHARES.0, SHARES.1);
}

/// The keys go to the transcript that rested.
pub fn go_over(model: &mut Model) {
    if model.resting.is_some() {
        std::mem::swap(&mut model.reading, &mut model.resting);
        model.half = model.half.other();
        // Where the keys are says what a letter would be added to.
        for reading in model.reading.iter_mut().chain(&mut model.resting) {
            reading.pressed = None;
        }
    }
}

/// The transcript with the keys is closed; the other one has all the room.
fn close(model: &mut Model) {
    reading::remember_place(model);
    if let Some(rest) = model.resting.take() {
        model.reading = Some(rest);
        model.half = Half::Left;
    }
}

/// The document under the cursor, the place of a line, or one that is chosen is opened beside the one that is read.
fn open_beside(model: &mut Model, effects: &mut Vec<Effect>) {
    let line = match (model.pane, model.main) {
        (Pane::Documents, _) => match model.study.rows.get(model.documents.at) {
            Some(DocumentRow::Document(id)) => Some((*id, None)),
            _ => return model.say(tr!("need-document"), ToastKind::Notice),
        },
        (Pane::Main, Main::Listing) => model.listing.place().map(|(id, span)| (id, Some(span))),
        (Pane::Main, Main::Consolidate) => model.consolidate.place().map(|(id, span)| (id, Some(span))),
        _ => None,
    };
    match line {
        Some((document, span)) => beside(model, document, span, effects),
        None => choose(model),
    }
}

/// Opens a document in the half without the keys.
pub fn beside(model: &Model, document: DocumentId, span: Option<Span>, effects: &mut Vec<Effect>) {
    let half = if model.resting.is_some() { model.half.other() } else { Half::Right };
    work(effects, Work::Open { document, span, half: Some(half) });
}

/// All documents, the one that is read first: two places of one interview can be read beside each other.
fn choose(model: &mut Model) {
    let here = model.reading.as_ref().map(|reading| reading.document);
    let study = &model.study;
    let item = |id: DocumentId| {
        let title = study.document(id).map_or("", |document| document.title.as_str());
        let mut text = study.label(id);
        if !title.is_empty() {
            text = format!("{text} · {title}");
        }
        if Some(id) == here {
            text = tr!("menu-same-again", document = text);
        }
        MenuItem { text, color: None, choice: Choice::Document(id) }
    };
    let others = study.documents.iter().map(|document| document.id).filter(|id| Some(*id) != here);
    let items: Vec<MenuItem> = here.into_iter().chain(others).map(item).collect();
    if items.is_empty() {
        return model.say(tr!("need-transcript"), ToastKind::Notice);
    }
    let title = tr!("menu-open-beside");
    menu::open(model, Menu { kind: MenuKind::OpenBeside, title, items, cursor: Cursor::default() });
}

/// Before a transcript is opened in a half: that one has the keys, and what must stay rests.
pub fn make_room(model: &mut Model, half: Half) {
    match &model.resting {
        Some(_) if model.half != half => go_over(model),
        Some(_) => {}
        None => {
            model.resting = model.reading.take();
            model.half = if model.resting.is_some() { half } else { Half::Left };
        }
    }
}

/// Documents may be gone: their transcripts close.
pub fn close_gone(model: &mut Model) {
    let study = &model.study;
    model.resting = model.resting.take().filter(|reading| study.document(reading.document).is_some());
    model.reading = model.reading.take().filter(|reading| study.document(reading.document).is_some());
    if model.reading.is_none() {
        model.reading = model.resting.take();
    }
    if model.resting.is_none() {
        model.half = Half::Left;
    }
}

/// Round all panes: documents, codes, the left transcript, the right one.
pub fn focus_next(model: &mut Model, forward: bool) {
    use Half::{Left, Right};
    const ROUND: [(Pane, Half); 4] =
        [(Pane::Documents, Left), (Pane::Codes, Left), (Pane::Main, Left), (Pane::Main, Right)];
    let two = model.main == Main::Transcript && model.resting.is_some();
    let round = if two { &ROUND[..] } else { &ROUND[..3] };
    let half = if two && model.pane == Pane::Main { model.half } else { Left };
    let at = round.iter().position(|stop| *stop == (model.pane, half)).unwrap_or(0);
    let steps = if forward { 1 } else { round.len() - 1 };
    let Some((pane, half)) = round.get((at + steps) % round.len()).copied() else { return };
    if two && pane == Pane::Main && model.half != half {
        go_over(model);
    }
    commands::focus(model, pane);
}

/// After everything that happens: the worker knows what is open.
pub fn tell(model: &mut Model, effects: &mut Vec<Effect>) {
    let mut open: Vec<DocumentId> = model.readings().map(|reading| reading.document).collect();
    open.dedup();
    if open != model.told_open {
        model.told_open.clone_from(&open);
        work(effects, Work::Shows(open));
    }
}
