//! What happens becomes state and effects. Pure: no I/O, no clock, no terminal.

mod agreement;
mod beside;
mod care;
mod coders;
mod codes;
mod coding;
mod commands;
mod comparing;
mod consolidate;
mod counted;
mod edits;
mod files;
mod form;
mod found;
mod grid;
mod halves;
mod load;
mod looks;
mod many;
mod menu;
mod mouse;
mod names;
mod options;
mod overlay;
mod page;
mod paraphrases;
mod picker;
mod preview;
mod query;
mod reading;
mod records;
mod report;
mod returning;
mod revisit;
mod sample;
mod saved_tables;
mod saving;
mod sections;
mod selecting;
mod sharing;
mod slots;
mod sorting;
mod summaries;
mod table;
mod teams;
mod templates;
mod tutor;
mod variables;
mod versions;

pub use grid::wanted as wanted_grid;
pub use saving::unsaved;

/// What the view needs to know of popups: what they list, and how much of it at once.
pub mod overlays {
    pub use super::looks::{Line, MARGIN, Tone, lines as preview_lines, summary as preview_summary};
    pub use super::menu::HEIGHT as MENU;
    pub use super::names::{area as names_area, erasing_area, erasing_lines};
    pub use super::overlay::{HEIGHT as PALETTE, help_entries, palette_entries};
    pub use super::page::{area as page_area, lines as page_lines, waiting_area};
    pub use super::picker::HEIGHT as PICKER;
    pub use super::preview::{
        Voice, area as preview_area, list_height as preview_list, ready as preview_ready,
        voices as preview_voices,
    };
    pub use super::query::OFFERS as QUERY;
    pub use super::report::tone as finding_tone;
    pub use super::sharing::{
        Line as MergeLine, area as merge_area, lines as merge_lines, side_width as merge_side,
    };
    pub use super::slots::SLOTS;
    pub use super::sorting::keys as sorting_keys;
}

use super::command::Command;
use super::effect::{Effect, Work};
use super::keymap::Found;
use super::keys::{Code, Key};
use super::model::{Main, Model, Overlay, ToastKind};
use super::msg::{MouseKind, Msg};
use crate::error::Kind;

/// A message that stood so long (milliseconds) goes with the next key.
const READ_AFTER: u64 = 1_200;

/// Takes in what happened and says what is to be done.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    let pressed = match &msg {
        Msg::Key(_) | Msg::Paste(_) => true,
        Msg::Mouse(mouse) => mouse.kind == MouseKind::Down,
        _ => false,
    };
    model.presses += u64::from(pressed);
    // Whatever happens may move something that is remembered; the clock moves nothing.
    if !matches!(msg, Msg::Tick(_) | Msg::Busy(_) | Msg::Progress(_) | Msg::Doing(_)) {
        model.moved.get_or_insert(model.clock);
    }
    match msg {
        Msg::Key(key) => press(model, key, &mut effects),
        Msg::Paste(text) => overlay::paste(model, &text, &mut effects),
        Msg::Mouse(mouse) => mouse::mouse(model, mouse, &mut effects),
        Msg::Resize(width, height) => {
            (model.width, model.height) = (width, height);
            codes::keep_in_sight(model);
            reading::keep_in_sight(model);
        }
        Msg::Tick(clock) => tick(model, clock, &mut effects),
        Msg::Terminate => saving::leave(model, &mut effects),
        Msg::Busy(begins) => {
            if begins {
                model.busy_since = model.clock;
            }
            model.busy = if begins { model.busy + 1 } else { model.busy.saturating_sub(1) };
            if !begins {
                saving::stored(model, &mut effects);
            }
        }
        Msg::Waited => model.overlays.retain(|overlay| !matches!(overlay, Overlay::Waiting { .. })),
        Msg::News(news) => load::news(model, *news, &mut effects),
        Msg::Opened(opened) => {
            load::opened(model, *opened);
            returning::opened(model, &mut effects);
        }
        Msg::Segments { code, subcodes, segments, notes } => {
            load::segments(model, code, subcodes, segments, notes);
        }
        Msg::Places { cell, segments, hits, notes } => counted::listed(model, cell, segments, hits, notes),
        Msg::Answer(question, result) => query::answered(model, *question, result),
        Msg::Vocabulary(known) => query::known(model, *known),
        Msg::Queries(all) => query::saved(model, all),
        Msg::ConsentsToRemove(document, rows) => care::consents(model, document, rows, &mut effects),
        Msg::Anchors(code, all) => many::anchors(model, code, all),
        Msg::Holds(typed, result) => query::holds(model, &typed, result, &mut effects),
        Msg::ToSort(code, segments) => sorting::arrived(model, code, segments),
        Msg::Whereabouts(found) => records::whereabouts(model, found, &mut effects),
        Msg::Grid(grid) => load::grid(model, *grid),
        Msg::Table(report, tabled) => table::arrived(model, report, *tabled),
        Msg::Differences(result, then) => comparing::arrived(model, result, then, &mut effects),
        Msg::Agreement(result) => agreement::arrived(model, result, &mut effects),
        Msg::Method(paragraph) => agreement::method(model, paragraph, &mut effects),
        Msg::Settled => table::settled(model),
        Msg::Planned { path, title, lines, values } => table::planned(model, path, title, lines, values),
        Msg::Write(writing) => summaries::open(model, *writing),
        Msg::Hits { query, result } => load::hits(model, query, result),
        Msg::Checked { path, result } => report::checked(model, &path, result.map(|checked| *checked)),
        Msg::Cited(citation, words) => report::cited(model, citation, &words, &mut effects),
        Msg::Progress(done) => model.progress = done,
        Msg::Doing(at) => model.doing = at,
        Msg::Previewed { serial, result } => preview::read(model, serial, result),
        Msg::Stored { batch, results, changed } => {
            preview::stored(model, batch, results, changed, &mut effects);
        }
        Msg::Applied { codes, codings } => coding::applied(model, codes, &codings),
        Msg::FileThere(path) => files::there(model, &path),
        Msg::Accepted(said) => files::accepted(model, said),
        Msg::Paraphrase(document, span) => paraphrases::asked(model, document, span),
        Msg::Marked { count: 0, .. } => {}
        Msg::Marked { count, without } if model.marks.is_none() => revisit::marked(model, count, without),
        Msg::Marked { .. } => {}
        Msg::CodeMade(code) => codes::go_to(model, code),
        Msg::Warned(words) => model.say(words, ToastKind::Notice),
        Msg::Replace(document) => form::import(model, "", Some(document)),
        Msg::Page(page) => model.overlays.push(Overlay::Page(page)),
        Msg::Recordings(document, all) => beside::recordings(model, document, &all),
        Msg::Consents { document, persons, rows } => beside::consents(model, document, &persons, rows),
        Msg::Guides(wanted, all) => beside::guides(model, wanted, all),
        Msg::Asked(guide, codes) => beside::asked(model, guide, codes),
        Msg::Play { command, said } => beside::begins(model, command, said, &mut effects),
        Msg::PlayerEnded(result) => beside::ended(model, result),
        Msg::Names(told) => names::told(model, *told, &mut effects),
        Msg::Consolidation(told) => consolidate::told(model, *told),
        Msg::Sharing(told) => sharing::told(model, *told),
        Msg::Corrected(told) => edits::told(model, *told, &mut effects),
        Msg::EditedText(result) => form::came_back(model, result),
        Msg::Edited(outside, result) => edits::came_back(model, *outside, result, &mut effects),
        Msg::Failed(error) if error.kind == Kind::Cancelled => {
            model.say(crate::tr!("waiting-stopped"), ToastKind::Notice);
        }
        Msg::Failed(error) => {
            model.consolidate.goes_on = false;
            let error = saving::not_stored(model, error, &mut effects);
            model.fail(error);
        }
    }
    tutor::look(model, pressed, &mut effects);
    comparing::arrange(model);
    reading::keep_wrapped(model);
    halves::tell(model, &mut effects);
    effects
}

fn press(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    // Whoever goes on is not led back any more.
    model.returning = None;
    // What was said and could be read makes room for where one is.
    let read = |since: u64| since + READ_AFTER <= model.clock;
    if model.toast.as_ref().is_some_and(|toast| toast.kind == ToastKind::Error || read(toast.since)) {
        model.toast = None;
    }
    if !model.overlays.is_empty() {
        overlay::key(model, key, effects);
        return;
    }
    if key.code == Code::Esc && !model.pressed.is_empty() {
        model.pressed.clear();
        return;
    }
    model.pressed.push(key);
    match model.keymap.find(&model.contexts(), &model.pressed) {
        Found::Command(command) => {
            model.pressed.clear();
            run(model, command, effects);
        }
        Found::Prefix(_) => model.pressed_at = model.clock,
        Found::Nothing => {
            model.pressed.clear();
            sorting::letter(model, key, effects);
        }
    }
}

/// Does a command, or says why it cannot be done now.
pub fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match model.can(command) {
        Ok(()) => commands::run(model, command, effects),
        Err(reason) => model.say(reason, ToastKind::Notice),
    }
}

fn tick(model: &mut Model, clock: u64, effects: &mut Vec<Effect>) {
    model.clock = clock;
    if model.toast.as_ref().is_some_and(|toast| toast.until <= clock) {
        model.toast = None;
    }
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        saving::keep_draft(form, clock, effects);
    }
    saving::remember(model, effects);
}

fn work(effects: &mut Vec<Effect>, work: Work) {
    effects.push(Effect::Work(work));
}

/// Shows the transcript in the main area, with the keys.
fn show_transcript(model: &mut Model) {
    model.main = Main::Transcript;
    model.pane = super::model::Pane::Main;
}
