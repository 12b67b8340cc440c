//! Walking through the differences of coders, and deciding them.

use super::{agreement, commands, form, menu, picker, work};
use crate::analysis::consolidation::{Rule, Take, Tolerance, Verdict};
use crate::model::CodeId;
use crate::text::Span;
use crate::tr;
use crate::tui::bridge::consolidation::{Ask, Told};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Cursor, Main, Model, Overlay, Pane, PickerKind, ToastKind};

fn ask(effects: &mut Vec<Effect>, what: Ask) {
    work(effects, Work::Consolidation(Box::new(what)));
}

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    use Command as C;
    match command {
        C::Consolidate if model.main == Main::Consolidate => commands::back_from_list(model),
        C::Consolidate => open(model, effects),
        C::TakeFirst => take(model, 0, effects),
        C::TakeSecond => take(model, 1, effects),
        C::TakeThird => take(model, 2, effects),
        C::TakeFourth => take(model, 3, effects),
        C::TakeAll => decide(model, Verdict::All, effects),
        C::TakeNone => decide(model, Verdict::Nothing, effects),
        C::CodeAnew => {
            if let Some((_, span)) = model.consolidate.place() {
                picker::open(model, PickerKind::Settle(span));
            }
        }
        C::CodePassage => passage(model),
        C::Reason => {
            let field = Field::new(tr!("field-reason"), &model.consolidate.reason.clone(), false);
            form::open(model, Form::new(FormKind::Reason, tr!("form-reason"), vec![field]));
        }
        C::TakeAgreed => {
            if let Some(document) = model.consolidate.seen.document {
                ask(effects, Ask::Agreed(document));
            }
        }
        C::SettleByRule => takes(model),
        C::FinishConsensus => finish(model, effects),
        C::NextDocument => other(model, true, effects),
        C::PreviousDocument => other(model, false, effects),
        _ => {}
    }
}

/// Opens the walk where the transcript is, or in the first document in which something is open.
fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let document = model.document_at_cursor();
    let read = model.passage().filter(|_| model.main == Main::Transcript);
    let at = read.filter(|(of, _)| Some(*of) == document).map(|(_, span)| span);
    ask(effects, Ask::Read { document, at, open: true });
}

/// Reads again what an operation has changed.
pub fn refresh(model: &Model, effects: &mut Vec<Effect>) {
    if let Some(document) = model.consolidate.seen.document {
        let at = model.consolidate.place().map(|(_, span)| span);
        ask(effects, Ask::Read { document: Some(document), at, open: false });
    }
}

fn other(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    match model.consolidate.other_document(forward, false) {
        Some(document) => ask(effects, Ask::Read { document: Some(document), at: None, open: true }),
        None => model.say(tr!("consolidate-only-document"), ToastKind::Notice),
    }
}

/// Takes what the nth coder has who is compared here.
fn take(model: &mut Model, nth: usize, effects: &mut Vec<Effect>) {
    let coder = model.consolidate.item().and_then(|item| item.point.coders.get(nth).copied());
    match coder {
        Some(coder) => decide(model, Verdict::Take(coder), effects),
        None => model.say(tr!("consolidate-no-such-coder", number = nth + 1), ToastKind::Notice),
    }
}

fn decide(model: &mut Model, verdict: Verdict, effects: &mut Vec<Effect>) {
    let Some(item) = model.consolidate.item() else { return };
    let point = Box::new(item.point.clone());
    let reason = model.consolidate.reason.clone();
    model.consolidate.goes_on = true;
    let (create, mark) = (None, model.marks.unwrap_or(true));
    ask(effects, Ask::Decide { point, verdict, reason, create, mark });
}

/// Codes were picked for the difference under the cursor.
pub fn picked(
    model: &mut Model,
    span: Span,
    codes: &[CodeId],
    made: Option<String>,
    effects: &mut Vec<Effect>,
) {
    let given = codes.iter().map(|code| (*code, span)).collect();
    decide(model, Verdict::Anew(given), effects);
    // A code that is made for it goes with the decision.
    if let (Some(path), Some(Effect::Work(Work::Consolidation(asked)))) = (made, effects.last_mut())
        && let Ask::Decide { create, .. } = asked.as_mut()
    {
        *create = Some((path, span));
    }
}

/// The passage that is selected in the transcript is coded anew for the difference one has come from.
fn passage(model: &mut Model) {
    let here = model.consolidate.place();
    match (model.passage(), here) {
        (Some((document, span)), Some((of, _))) if document == of => {
            picker::open(model, PickerKind::Settle(span));
        }
        _ => model.say(tr!("consolidate-no-difference-here"), ToastKind::Notice),
    }
}

/// The transcript at the passage; the walk is found again as it is left.
pub fn read(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some((document, span)) = model.consolidate.place() {
        commands::go_to(model, document, span, effects);
    }
}

pub fn step(model: &mut Model, steps: isize) {
    let last = model.consolidate.seen.items.len().saturating_sub(1);
    let view = &mut model.consolidate;
    let at = view.at.saturating_add_signed(steps).min(last);
    if at != view.at {
        (view.at, view.top, view.goes_on) = (at, 0, false);
    }
}

/// The words of the passage move.
pub fn scroll(model: &mut Model, rows: isize) {
    let last = crate::tui::view::consolidate::rows_of_words(model).saturating_sub(1);
    let view = &mut model.consolidate;
    view.top = view.top.saturating_add_signed(rows).min(last);
}

/// The next open difference; where this document has none any more, that of the next document.
pub fn next_open(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    match model.consolidate.next_open(forward) {
        Some(at) => (model.consolidate.at, model.consolidate.top) = (at, 0),
        None => match model.consolidate.other_document(forward, true) {
            Some(document) => ask(effects, Ask::Read { document: Some(document), at: None, open: true }),
            None => model.say(tr!("consolidate-all-decided"), ToastKind::Notice),
        },
    }
}

/// Which boundaries a rule takes.
fn takes(model: &mut Model) {
    let named = [Take::Shorter, Take::Longer, Take::Intersection, Take::Union]
        .into_iter()
        .map(|take| (take, take_words(take)));
    let coders = model.consolidate.seen.coders.iter().map(|(id, name)| (Take::Coder(*id), name.clone()));
    let items =
        named.chain(coders).map(|(take, text)| MenuItem { text, color: None, choice: Choice::Take(take) });
    let items = items.collect();
    let title = tr!("menu-rule");
    menu::open(model, Menu { kind: MenuKind::Rule, title, items, cursor: Cursor::default() });
}

fn take_words(take: Take) -> String {
    match take {
        Take::Shorter => tr!("rule-shorter"),
        Take::Longer => tr!("rule-longer"),
        Take::Intersection => tr!("rule-intersection"),
        Take::Union | Take::Coder(_) => tr!("rule-union"),
    }
}

/// How much may differ, and why.
pub fn within(model: &mut Model, take: Take) {
    let fields = vec![
        Field::new(tr!("field-within"), &tr!("rule-three-words"), false),
        Field::new(tr!("field-reason"), "", false),
        Field::new(tr!("field-rule-all"), &tr!("value-no"), false),
    ];
    form::open(model, Form::new(FormKind::Rule(take), tr!("form-rule"), fields));
}

/// `3 words`, `12 characters`, `80 %`, in either language.
pub fn tolerance(typed: &str) -> Option<Tolerance> {
    let typed = typed.trim();
    let digits = typed.len() - typed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = typed.split_at(digits);
    let number: u32 = number.parse().ok()?;
    match unit.trim().to_lowercase().chars().next() {
        None | Some('w') => Some(Tolerance::Words(number)),
        Some('c' | 'z') => Some(Tolerance::Characters(number)),
        Some('%' | 'p') if (1..=100).contains(&number) => Some(Tolerance::Overlap(number)),
        _ => None,
    }
}

/// A prompt of this view was confirmed. Whether the open one is of this kind.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let texts = open.texts();
    let text = |nth: usize| texts.get(nth).map(|text| text.trim().to_owned()).unwrap_or_default();
    match open.kind {
        FormKind::Reason => {
            model.overlays.pop();
            model.consolidate.reason = text(0);
        }
        FormKind::Rule(take) => match (tolerance(&text(0)), model.consolidate.seen.document) {
            (Some(within), Some(document)) => match agreement::yes(&text(2)) {
                Ok(all) => {
                    model.overlays.pop();
                    let document = Some(document).filter(|_| !all);
                    ask(effects, Ask::Plan(document, Rule { within, take }, text(1)));
                }
                Err(wrong) => model.say(wrong, ToastKind::Error),
            },
            (None, _) => model.say(tr!("rule-wrong"), ToastKind::Error),
            _ => drop(model.overlays.pop()),
        },
        _ => return false,
    }
    true
}

/// Declares the consensus done, after a question where something is open; or opens it again.
fn finish(model: &mut Model, effects: &mut Vec<Effect>) {
    let seen = &model.consolidate.seen;
    let Some(document) = seen.document else { return };
    if seen.finished {
        return ask(effects, Ask::Reopen(document));
    }
    if seen.progress.is_complete() && seen.waiting == 0 {
        return ask(effects, Ask::Finish(document, false));
    }
    let mut lines = Vec::new();
    if seen.progress.open() > 0 {
        lines.push(tr!("consolidate-still-open", count = seen.progress.open()));
    }
    if seen.progress.agreed_open > 0 {
        lines.push(tr!("consolidate-still-agreed", count = seen.progress.agreed_open));
    }
    if seen.waiting > 0 {
        lines.push(tr!("consolidation-note-waiting", count = seen.waiting));
    }
    lines.push(tr!("consolidate-finish-anyway"));
    let title = tr!("consolidate-finish-title", document = model.study.label(document));
    let then = Some(Work::Consolidation(Box::new(Ask::Finish(document, true))));
    model.overlays.push(Overlay::Confirm { title, lines, top: 0, then });
}

/// Answers become state.
pub fn told(model: &mut Model, told: Told) {
    match told {
        Told::Seen { seen, at, open } => {
            let view = &mut model.consolidate;
            let same = view.seen.document == seen.document;
            let was = view.item().map(|item| item.point.clone()).filter(|_| same && !open);
            view.seen = seen;
            let items = &view.seen.items;
            let again = was.and_then(|was| {
                let sides = |item: &&crate::tui::bridge::consolidation::Item| item.point.sides == was.sides;
                let found = items.iter().find(sides).filter(|_| !was.sides.is_empty());
                found.and_then(|found| items.iter().position(|item| item == found))
            });
            let near = at.and_then(|at| items.iter().position(|item| item.point.span.end > at.start));
            let first = items.iter().position(|item| item.point.is_open());
            let to = match open && at.is_none() {
                true => first,
                false => again.or(near),
            };
            view.at = to.unwrap_or(view.at).min(view.seen.items.len().saturating_sub(1));
            view.top = 0;
            if std::mem::take(&mut view.goes_on) {
                view.reason.clear();
                match view.next_open(true) {
                    Some(at) => view.at = at,
                    None => model.say(tr!("consolidate-document-decided"), ToastKind::Done),
                }
            }
            if open {
                (model.main, model.pane) = (Main::Consolidate, Pane::Main);
            }
        }
        Told::Gone => {
            model.consolidate = Default::default();
            if model.main == Main::Consolidate {
                commands::back_from_list(model);
            }
        }
        Told::Planned { document, rule, reason, mut lines, count } => {
            if count == 0 {
                return model.say(tr!("consolidation-rule-would", count = 0), ToastKind::Notice);
            }
            lines.push(String::new());
            lines.push(tr!("consolidate-rule-enter"));
            let title = tr!("consolidation-rule-would", count = count);
            let then = Some(Work::Consolidation(Box::new(Ask::Rule(document, rule, reason))));
            model.overlays.push(Overlay::Confirm { title, lines, top: 0, then });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tolerance_is_read_in_both_languages() {
        for (typed, means) in [
            ("3 words", Some(Tolerance::Words(3))),
            (" 3 Wörter", Some(Tolerance::Words(3))),
            ("3", Some(Tolerance::Words(3))),
            ("12 Zeichen", Some(Tolerance::Characters(12))),
            ("12 characters", Some(Tolerance::Characters(12))),
            ("80 %", Some(Tolerance::Overlap(80))),
            ("80%", Some(Tolerance::Overlap(80))),
            ("0 %", None),
            ("words", None),
            ("3 ellen", None),
        ] {
            assert_eq!(tolerance(typed), means, "{typed}");
        }
    }
}
