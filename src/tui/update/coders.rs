//! Who codes: signing in as another, adding one.

use super::{agreement, form, menu, saving, work};
use crate::model::coders::Status;
use crate::model::{CoderId, DocumentId};
use crate::tr;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Cursor, ListingKind, Main, Model, Overlay, ToastKind};
use crate::tui::msg::HitOf;

/// Shows the coders, the one who works marked and under the cursor, and below them the way to a new one.
pub fn choose(model: &mut Model) {
    let study = &model.study;
    let mut items: Vec<MenuItem> = study
        .coders
        .iter()
        .filter(|coder| !coder.consensus)
        .map(|coder| {
            let mark = if Some(coder.id) == study.coder { "✓" } else { " " };
            let text = format!("{mark} {}", coder.name);
            MenuItem { text, color: Some(coder.color.clone()), choice: Choice::Coder(coder.id) }
        })
        .collect();
    let mut persons = study.coders.iter().filter(|coder| !coder.consensus);
    let at = persons.position(|coder| Some(coder.id) == study.coder).unwrap_or(0);
    items.push(MenuItem { text: tr!("menu-new-coder"), color: None, choice: Choice::NewCoder });
    let mut cursor = Cursor::default();
    cursor.set(at, items.len(), menu::HEIGHT);
    menu::open(model, Menu { kind: MenuKind::Coders, title: tr!("menu-coders"), items, cursor });
}

pub fn sign_in(model: &Model, coder: CoderId, effects: &mut Vec<Effect>) {
    if model.study.coder != Some(coder) {
        work(effects, Work::SignIn(coder));
    }
}

pub fn add(model: &mut Model) {
    let field = Field::new(tr!("field-coder"), "", false);
    form::open(model, Form::new(FormKind::AddCoder, tr!("form-add-coder"), vec![field]));
}

/// Lets the coders see each other's work, on a document or everywhere, or not any more. What was seen cannot be unseen:
/// before it is shown, it is asked.
pub fn release(model: &mut Model, document: Option<DocumentId>, effects: &mut Vec<Effect>) {
    let study = &model.study;
    let released = match document {
        Some(id) if study.released => {
            let label = study.label(id);
            return model.say(tr!("release-study-is", label = label), ToastKind::Notice);
        }
        Some(id) => study.released_on(id),
        None => study.released,
    };
    if released {
        return work(effects, Work::Release(document, false));
    }
    let title = match document {
        Some(id) => tr!("release-document-title", label = study.label(id)),
        None => tr!("release-study-title"),
    };
    let mut lines = vec![tr!("release-asks")];
    let open: Vec<String> = study
        .documents
        .iter()
        .filter(|one| document.is_none_or(|id| id == one.id))
        .filter(|one| study.status.get(&one.id) != Some(&Status::Done))
        .map(|one| study.label(one.id))
        .collect();
    if !open.is_empty() {
        lines.push(tr!("release-not-done", documents = open.join(", ")));
    }
    let then = Some(Work::Release(document, true));
    model.overlays.push(Overlay::Confirm { title, lines, top: 0, then });
}

/// Somebody else works now: nothing stays that only the coder before may see; what is shown is asked for again.
pub fn changed(model: &mut Model, coder: CoderId) {
    let before = model.study.coder.replace(coder);
    if before.is_none() || before == Some(coder) {
        return;
    }
    model.coding_after = None;
    model.comparing.forget();
    agreement::leave(model);
    for reading in model.reading.iter_mut().chain(&mut model.resting) {
        reading.segment = None;
    }
    model.grid.grid = std::mem::take(&mut model.grid.grid).emptied();
    model.study.paraphrases.clear();
    model.listing.hits.retain(|hit| matches!(hit.of, HitOf::Text | HitOf::Code(_) | HitOf::Command(_)));
    model.listing.found = None;
    super::paraphrases::refresh(model);
    // What it says of codes was for the coder who has left.
    model.report = Default::default();
    model.listing.findings.clear();
    // A list in sight is asked for again; one behind something else is gone.
    if model.listing.kind == ListingKind::Segments {
        model.listing.segments.clear();
        model.listing.notes.clear();
        if model.main != Main::Listing {
            model.listing.code = None;
        }
    }
}

/// The texts that the coder did not save are offered.
pub fn offer(model: &mut Model, before: Option<CoderId>) {
    if before.is_some() && before != model.study.coder && !model.drafts.is_empty() {
        saving::offer_drafts(model);
    }
}
