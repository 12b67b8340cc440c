//! Applying and removing codes, weight, comment, anchor examples, quotations.

use super::{form, menu, picker, selecting, work};
use crate::model::{CodeId, CodingId, DocumentId};
use crate::ops::codings::Application;
use crate::text::paragraphs::quotation;
use crate::text::{Span, wrap};
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Beside, Effect, Work};
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::{ListingKind, Model, Overlay, PickerKind, Select, ToastKind};
use crate::tui::msg::HitOf;

/// How many codes `recent` keeps.
const RECENT: usize = 20;

pub fn code(model: &mut Model) {
    if let Some((document, span)) = model.passage() {
        picker::open(model, PickerKind::Apply { document, span });
    }
}

pub fn apply(
    model: &mut Model,
    document: DocumentId,
    span: Span,
    codes: Vec<CodeId>,
    create: Vec<String>,
    effects: &mut Vec<Effect>,
) {
    if codes.is_empty() && create.is_empty() {
        return;
    }
    if let Some(reading) = &mut model.reading {
        reading.select = Select::None;
    }
    let what = Application { codes, ..Application::default() };
    let mark = model.marks.unwrap_or(true);
    work(effects, Work::Apply { document, span, what, create, mark });
}

pub fn repeat(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some((document, span)) = model.passage() {
        let codes = model.last.clone();
        apply(model, document, span, codes, Vec::new(), effects);
    }
}

/// These codes were applied: they are the recent ones.
pub fn applied(model: &mut Model, codes: Vec<CodeId>, _codings: &[CodingId]) {
    for code in codes.iter().rev() {
        model.recent.retain(|other| other != code);
        model.recent.insert(0, *code);
    }
    model.recent.truncate(RECENT);
    model.last = codes;
}

/// The selection becomes a code's name.
pub fn in_vivo(model: &mut Model) {
    let Some((document, span)) = model.passage() else { return };
    let Some(reading) = &model.reading else { return };
    let words = quotation(&reading.transcript.text, reading.paragraphs(), span);
    let name: String =
        words.replace(['/', '>', '\n', '\u{2028}'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    picker::open(model, PickerKind::Apply { document, span });
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        picker.query = wrap::cut(&name, 60);
    }
    picker::search(model);
}

/// Takes a code from the passage: the segment at the cursor, the only one there, or one of several.
pub fn uncode(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some((document, span)) = model.passage() else { return };
    if model.main == crate::tui::model::Main::Listing {
        if let Some(segment) = model.listing.segment() {
            let codes = vec![segment.coding.code];
            work(effects, Work::Uncode { document, span, codes });
        }
        return;
    }
    let Some(reading) = &model.reading else { return };
    if reading.select == Select::None
        && let Some(coding) = reading.segment.and_then(|id| reading.coding(id))
    {
        let codes = vec![coding.code];
        return work(effects, Work::Uncode { document, span, codes });
    }
    let mut codes: Vec<CodeId> = Vec::new();
    for (coding, _) in reading.codings_in(span) {
        if Some(coding.coder) == model.study.coder && !codes.contains(&coding.code) {
            codes.push(coding.code);
        }
    }
    match codes[..] {
        [] => model.say(tr!("nothing-coded-here"), ToastKind::Notice),
        [_] => work(effects, Work::Uncode { document, span, codes }),
        _ => {
            let items = codes
                .iter()
                .filter_map(|id| model.study.tree.get(*id))
                .map(|node| MenuItem {
                    text: node.path.clone(),
                    color: Some(node.code.color.clone()),
                    choice: Choice::Code(node.code.id),
                })
                .collect();
            let title = tr!("menu-uncode");
            menu::open(
                model,
                Menu { kind: MenuKind::Uncode { document, span }, title, items, cursor: Default::default() },
            );
        }
    }
}

/// A command on one segment: at once where it is clear which, otherwise after a choice.
pub fn on_segment(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if let Some(id) = model.segment_at_cursor() {
        return segment_command(model, command, id, effects);
    }
    let (Some(reading), Some((_, span))) = (&model.reading, model.passage()) else {
        return model.say(tr!("need-segment"), ToastKind::Notice);
    };
    let mut items = Vec::new();
    for (coding, _) in reading.codings_in(span).filter(|(coding, _)| Some(coding.coder) == model.study.coder)
    {
        let Some(node) = model.study.tree.get(coding.code) else { continue };
        let words = quotation(&reading.transcript.text, reading.paragraphs(), coding.span);
        items.push(MenuItem {
            text: format!("{} · {}", node.path, wrap::cut(&words, 40)),
            color: Some(node.code.color.clone()),
            choice: Choice::Coding(coding.id),
        });
    }
    if items.is_empty() {
        return model.say(tr!("need-segment"), ToastKind::Notice);
    }
    // Which segment becomes the selection is clear where it meets only one.
    if let (Command::Resize, [MenuItem { choice: Choice::Coding(id), .. }]) = (command, &items[..]) {
        return segment_command(model, command, *id, effects);
    }
    let title = command.words();
    menu::open(model, Menu { kind: MenuKind::Segment(command), title, items, cursor: Default::default() });
}

pub fn segment_command(model: &mut Model, command: Command, id: CodingId, effects: &mut Vec<Effect>) {
    let listed = model.listing.segments.iter().map(|segment| &segment.coding).find(|coding| coding.id == id);
    let coding = model.readings().find_map(|reading| reading.coding(id)).or(listed).cloned();
    let Some(coding) = coding else { return };
    match command {
        Command::Weight => form::weight(model, &coding),
        Command::Comment => form::comment(model, &coding),
        Command::Anchor => work(effects, Work::AddAnchor(coding.code, coding.document, coding.span)),
        Command::Resize => resize(model, id, effects),
        Command::GrowEnd | Command::ShrinkEnd | Command::GrowStart | Command::ShrinkStart => {
            let Some(reading) = model.reading_of(coding.document) else {
                return;
            };
            match selecting::by_a_word(reading, coding.span, command) {
                Some(span) => work(effects, Work::ResizeCoding(id, span)),
                None => model.say(tr!("resize-no-further"), ToastKind::Notice),
            }
        }
        _ => {}
    }
}

/// Gives a segment the selected letters as its span.
fn resize(model: &mut Model, id: CodingId, effects: &mut Vec<Effect>) {
    let Some(reading) = &mut model.reading else { return };
    match reading.letters() {
        Some(span) => {
            reading.select = Select::None;
            work(effects, Work::ResizeCoding(id, span));
        }
        None => model.say(tr!("need-letters"), ToastKind::Notice),
    }
}

/// Copies the words of the passage with their citation.
pub fn quote(model: &mut Model, effects: &mut Vec<Effect>) {
    let quoted =
        if model.main == crate::tui::model::Main::Listing && model.pane == crate::tui::model::Pane::Main {
            let listing = &model.listing;
            match listing.kind {
                ListingKind::Segments | ListingKind::Sorting => {
                    listing.segment().map(|segment| (segment.text.clone(), segment.citation.clone()))
                }
                // A paraphrase is not what was said: of one in a list the passage is copied.
                ListingKind::Paraphrases => {
                    listing.paraphrase().map(|one| (one.passage.clone(), one.citation.clone()))
                }
                // The report's words are not what was said: the transcript is opened and quoted.
                ListingKind::Findings => {
                    return model.say(tr!("quote-finding"), ToastKind::Notice);
                }
                ListingKind::Hits => {
                    let hit = listing.hits.get(listing.cursor.at);
                    match hit.map(|hit| hit.of) {
                        Some(HitOf::Paraphrase) => {
                            return model.say(tr!("quote-paraphrase"), ToastKind::Notice);
                        }
                        Some(HitOf::Summary(_)) => {
                            return model.say(tr!("quote-summary"), ToastKind::Notice);
                        }
                        // Others stand at no passage.
                        Some(HitOf::Text | HitOf::Memo(_) | HitOf::Code(_) | HitOf::Command(_)) | None => {}
                    }
                    hit.map(|hit| (hit.context.clone(), hit.citation.clone()))
                }
            }
        } else {
            model.reading.as_ref().zip(model.passage()).map(|(reading, (document, span))| {
                let label = model.study.document(document).map_or("", |document| document.label.as_str());
                let words = quotation(&reading.transcript.text, reading.paragraphs(), span);
                (words, reading.cite(label, &model.study.pattern, span))
            })
        };
    let Some((words, citation)) = quoted else { return };
    if let Some((document, span)) = model.passage() {
        work(effects, Work::Beside(Beside::MayQuote(document, span)));
    }
    let (open, close) = if model.lang == crate::i18n::Lang::De { ("„", "“") } else { ("“", "”") };
    effects.push(Effect::Copy(format!("{open}{words}{close} {citation}")));
    model.say(tr!("toast-copied", citation = citation), ToastKind::Done);
}
