//! Paraphrases in the workbench: their editor, their list, and where they stand in the transcript.

use super::{form, menu, reading, work};
use crate::model::DocumentId;
use crate::model::memos::MemoOn;
use crate::text::search::{Mode, compile};
use crate::text::{Span, wrap};
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{ListingKind, Main, Model, Pane, Reading, Select, Study, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Paraphrase => {
            if let Some((document, span)) = model.passage() {
                work(effects, Work::AskParaphrase { document, span });
            }
        }
        Command::ParaphraseRemove => remove(model, effects),
        Command::Paraphrases => list(model),
        Command::ParaphraseFilter => {
            let field = Field::new(tr!("field-paraphrase-filter"), &model.listing.filter.clone(), false);
            let title = tr!("form-paraphrase-filter");
            form::open(model, Form::new(FormKind::ParaphraseFilter, title, vec![field]));
        }
        Command::ParaphrasesShow => {
            model.hides_paraphrases = !model.hides_paraphrases;
            show(model);
            let key = if model.hides_paraphrases { "paraphrases-hidden" } else { "paraphrases-shown" };
            model.say(tr!(key), ToastKind::Notice);
        }
        _ => {}
    }
}

/// The passage that a paraphrase would have is known: its editor opens. Where others of one's own touch a paragraph that
/// has none itself, and nothing was selected, it is asked which is meant.
pub fn asked(model: &mut Model, document: DocumentId, span: Span) {
    let drawn = model.main != Main::Transcript
        || model.reading.as_ref().is_some_and(|reading| reading.select != Select::None);
    if drawn || model.study.paraphrase_on(document, span).is_some() {
        return edit(model, document, span);
    }
    let mut items = touching(model, document, span);
    if items.is_empty() {
        return edit(model, document, span);
    }
    let choice = Choice::Paraphrase(span, None);
    items.push(MenuItem { text: tr!("menu-paraphrase-new"), color: None, choice });
    let (kind, title) = (MenuKind::Paraphrase { document, remove: false }, tr!("menu-paraphrase"));
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// One's own paraphrases that touch a passage, as choices.
fn touching(model: &Model, document: DocumentId, span: Span) -> Vec<MenuItem> {
    let own = model.study.own_paraphrases_in(document, span);
    own.filter_map(|one| Some((one, one.paraphrase.span?)))
        .map(|(one, at)| MenuItem {
            text: wrap::cut(&one.paraphrase.text.replace('\n', " "), 60),
            color: None,
            choice: Choice::Paraphrase(at, Some(one.paraphrase.id)),
        })
        .collect()
}

/// Opens the editor on a passage, with the paraphrase that one has there.
pub fn edit(model: &mut Model, document: DocumentId, span: Span) {
    let text = model.study.paraphrase_on(document, span).map(|one| one.paraphrase.text.clone());
    let field = Field::new(tr!("field-paraphrase"), &text.unwrap_or_default(), true);
    let title = title(model, document, span);
    form::open(model, Form::new(FormKind::Paraphrase { document, span }, title, vec![field]));
}

/// `Paraphrase: (IP 5: 9)`.
pub fn title(model: &Model, document: DocumentId, span: Span) -> String {
    let there = model.study.paraphrase_on(document, span).map(|one| one.citation.clone());
    let place = there.unwrap_or_else(|| form::about(model, MemoOn::Place(document, span)));
    tr!("form-paraphrase", place = place)
}

/// The editor is left: what was emptied is removed.
pub fn save(model: &Model, document: DocumentId, span: Span, text: String, effects: &mut Vec<Effect>) {
    match (text.trim().is_empty(), model.study.paraphrase_on(document, span)) {
        (false, _) => work(effects, Work::WriteParaphrase { document, span, text }),
        (true, Some(there)) => work(effects, Work::RemoveParaphrase(there.paraphrase.id)),
        (true, None) => {}
    }
}

/// Removes the paraphrase of the line or the passage; where there are several, after a choice.
fn remove(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(one) = model.listing_paraphrase() {
        return work(effects, Work::RemoveParaphrase(one.paraphrase.id));
    }
    let Some((document, span)) = model.passage() else { return };
    let items = touching(model, document, span);
    match &items[..] {
        [] => model.say(tr!("need-paraphrase"), ToastKind::Notice),
        [MenuItem { choice: Choice::Paraphrase(_, Some(id)), .. }] => {
            work(effects, Work::RemoveParaphrase(*id));
        }
        _ => {
            let kind = MenuKind::Paraphrase { document, remove: true };
            let title = Command::ParaphraseRemove.words();
            menu::open(model, Menu { kind, title, items, cursor: Default::default() });
        }
    }
}

/// Lists all of them, the cursor on the first at or after the current paragraph.
fn list(model: &mut Model) {
    if model.study.paraphrases.is_empty() {
        return model.say(tr!("need-paraphrases"), ToastKind::Notice);
    }
    model.listing.kind = ListingKind::Paraphrases;
    model.listing.cell = None;
    model.listing.filter.clear();
    model.listing.cursor = Default::default();
    fill(model);
    if let Some(reading) = &model.reading
        && let Some(paragraph) = reading.paragraph(reading.at)
    {
        let (document, from) = (reading.document, paragraph.span.start);
        let here = |one: &crate::model::paraphrases::Paraphrased| {
            one.paraphrase.document == document && one.paraphrase.span.is_some_and(|span| span.end > from)
        };
        model.listing.cursor.at = model.listing.paraphrases.iter().position(here).unwrap_or(0);
    }
    (model.main, model.pane) = (Main::Listing, Pane::Main);
}

/// Only those with these words, in the paraphrase, its passage or its citation; without words all.
pub fn filter(model: &mut Model, words: String) {
    model.listing.filter = words;
    model.listing.cursor = Default::default();
    fill(model);
}

fn fill(model: &mut Model) {
    let listing = &mut model.listing;
    let finder = compile(&listing.filter, Mode::Folded).ok();
    let fits = |text: &str| finder.as_ref().is_none_or(|finder| finder.is_in(text));
    let all = model.study.paraphrases.iter();
    listing.paraphrases = all
        .filter(|one| fits(&one.paraphrase.text) || fits(&one.passage) || fits(&one.citation))
        .cloned()
        .collect();
    listing.cursor.at = listing.cursor.at.min(listing.paraphrases.len().saturating_sub(1));
}

/// After paraphrases or the transcript changed: the list and the transcript show what there is.
pub fn refresh(model: &mut Model) {
    if model.listing.kind == ListingKind::Paraphrases {
        fill(model);
    }
    show(model);
}

/// Puts the paraphrases below their paragraphs in the open transcripts, or takes them away.
pub fn show(model: &mut Model) {
    let mut moved = false;
    for reading in model.reading.iter_mut().chain(&mut model.resting) {
        let below = below(&model.study, model.hides_paraphrases, reading);
        moved |= reading.below != below;
        reading.below = below;
    }
    if moved {
        reading::keep_in_sight(model);
    }
}

/// What stands below which paragraph.
fn below(study: &Study, hidden: bool, reading: &Reading) -> Vec<(usize, String)> {
    let shown = study.paraphrases.iter().filter(|_| !hidden);
    let mine = study.coder;
    let mut below: Vec<(usize, String)> = shown
        .filter(|one| one.paraphrase.document == reading.document)
        .filter_map(|one| Some((one, one.paraphrase.span?)))
        .map(|(one, span)| {
            let last = crate::text::CharPos(span.end.0.saturating_sub(1));
            let text = match Some(one.paraphrase.coder) == mine {
                true => one.paraphrase.text.clone(),
                false => format!("{}: {}", one.coder, one.paraphrase.text),
            };
            (reading.paragraph_at(last), text)
        })
        .collect();
    below.sort_by_key(|(paragraph, _)| *paragraph);
    below
}
