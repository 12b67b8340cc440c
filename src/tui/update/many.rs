//! Much at once: coding every hit of a search and every turn of a speaker, and the anchor examples of a code.

use super::{form, menu, picker, work};
use crate::model::codes::Anchor;
use crate::model::{CodeId, DocumentId};
use crate::text::paragraphs::turns;
use crate::text::{Span, wrap};
use crate::tr;
use crate::tui::bridge::desk::Ask;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{ListingKind, Model, Overlay, PickerKind, ToastKind};
use crate::tui::msg::HitOf;

/// Passages of which a preview shows the words.
const SHOWN: usize = 200;

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::CodeHits => hits(model),
        Command::CodeSpeaker => speaker(model),
        Command::CodeAnchors => {
            if let Some(code) = model.code_at_cursor() {
                work(effects, Work::Desk(Box::new(Ask::Anchors(code))));
            }
        }
        Command::CodeFilter => {
            let field = Field::new(tr!("field-code-filter"), &model.code_filter.clone(), false);
            form::open(model, Form::new(FormKind::CodeFilter, tr!("form-code-filter"), vec![field]));
        }
        _ => {}
    }
}

/// Every line of the list is to be coded.
fn hits(model: &mut Model) {
    let listing = &model.listing;
    let mut passages: Vec<(DocumentId, Span)> = Vec::new();
    for line in 0..listing.len() {
        // What was found in a paraphrase or summary is no hit in the text.
        let hit = listing.hits.get(line).filter(|_| listing.kind == ListingKind::Hits);
        let own = hit.is_some_and(|hit| hit.of != HitOf::Text);
        passages.extend(listing.place_of(line).filter(|_| !own));
    }
    let what = match &listing.asked {
        Some(asked) if listing.kind == ListingKind::Segments => asked.typed.clone(),
        _ => listing.query.clone(),
    };
    ask(model, what, passages);
}

/// Everything that the speaker of the current paragraph says in this document is to be coded, turn by turn.
fn speaker(model: &mut Model) {
    let Some(reading) = &model.reading else { return };
    let speaker = reading.paragraph(reading.at).and_then(|paragraph| paragraph.speaker.clone());
    let Some(speaker) = speaker else {
        return model.say(tr!("many-no-speaker"), ToastKind::Notice);
    };
    let spans = turns(&reading.transcript.text, reading.paragraphs(), &speaker);
    let passages = spans.into_iter().map(|span| (reading.document, span)).collect();
    ask(model, speaker, passages);
}

fn ask(model: &mut Model, what: String, passages: Vec<(DocumentId, Span)>) {
    if passages.is_empty() {
        return model.say(tr!("list-empty"), ToastKind::Notice);
    }
    picker::open(model, PickerKind::ApplyAll { what, passages });
}

/// The codes are chosen: what would be coded is shown, and Enter does it.
pub fn preview(model: &mut Model, what: &str, passages: Vec<(DocumentId, Span)>, codes: Vec<CodeId>) {
    let paths: Vec<&str> = codes.iter().map(|code| model.study.tree.path(*code)).collect();
    let mut documents: Vec<DocumentId> = passages.iter().map(|(document, _)| *document).collect();
    documents.dedup();
    let title = tr!("many-title", code = paths.join(", "), what = what.to_owned());
    let mut lines =
        vec![tr!("many-count", count = passages.len(), documents = documents.len()), String::new()];
    lines.extend(passages.iter().take(SHOWN).map(|(document, span)| line(model, *document, *span)));
    if passages.len() > SHOWN {
        lines.push("…".to_owned());
    }
    let then = Some(Work::Desk(Box::new(Ask::ApplyAll { passages, codes })));
    model.overlays.push(Overlay::Confirm { title, lines, top: 0, then });
}

/// A passage with its citation and how it begins, from what is on the screen.
fn line(model: &Model, document: DocumentId, span: Span) -> String {
    let at = |line: &usize| model.listing.place_of(*line) == Some((document, span));
    let listed = (0..model.listing.len()).find(at);
    let hit = listed
        .and_then(|line| model.listing.hits.get(line))
        .filter(|_| model.listing.kind == ListingKind::Hits);
    let segment = listed
        .and_then(|line| model.listing.segments.get(line))
        .filter(|_| model.listing.kind == ListingKind::Segments);
    let (citation, words) = match (hit, segment, &model.reading) {
        (Some(hit), ..) => (hit.citation.clone(), hit.context.clone()),
        (_, Some(segment), _) => (segment.citation.clone(), segment.text.clone()),
        (_, _, Some(reading)) if reading.document == document => {
            let label = model.study.document(document).map_or("", |document| document.label.as_str());
            let words = reading.transcript.text.slice(span).to_owned();
            (reading.cite(label, &model.study.pattern, span), words)
        }
        _ => (model.study.label(document), String::new()),
    };
    format!("{citation}  {}", wrap::cut(&words.replace(['\n', '\u{2028}'], " "), 70))
}

/// The anchor examples of a code, to be gone to or removed.
pub fn anchors(model: &mut Model, code: CodeId, all: Vec<(Anchor, String)>) {
    let path = model.study.tree.path(code).to_owned();
    if all.is_empty() {
        return model.say(tr!("anchors-none", code = path), ToastKind::Notice);
    }
    let item = |(anchor, citation): (Anchor, String)| MenuItem {
        text: format!("{citation}  {}", wrap::cut(&anchor.text.replace('\n', " "), 60)),
        color: None,
        choice: Choice::Anchor(anchor),
    };
    let items = all.into_iter().map(item).collect();
    let title = tr!("menu-anchors", code = path);
    menu::open(model, Menu { kind: MenuKind::Anchors(code), title, items, cursor: Default::default() });
}
