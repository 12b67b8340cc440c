//! A few choices.

use super::{
    beside, coders, coding, commands, comparing, consolidate, edits, files, form, grid, halves, paraphrases,
    query, report, revisit, saving, slots, summaries, table, teams, templates, work,
};
use crate::ops::search::WrittenOn;
use crate::tr;
use crate::tui::bridge::coders::Ask;
use crate::tui::bridge::desk;
use crate::tui::effect::{Beside, Effect, GuidesFor, QueryChange, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::model::overlay::{Choice, Menu, MenuKind};
use crate::tui::model::{Model, Overlay, ToastKind};

/// Choices shown at most.
pub const HEIGHT: usize = 12;

pub fn open(model: &mut Model, menu: Menu) {
    model.overlays.push(Overlay::Menu(menu));
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Menu(menu)) = model.overlays.last_mut() else { return };
    let len = menu.items.len();
    match key.code {
        Code::Esc | Code::Char('q') => drop(model.overlays.pop()),
        Code::Down | Code::Char('j') => menu.cursor.step(1, len, HEIGHT),
        Code::Up | Code::Char('k') => menu.cursor.step(-1, len, HEIGHT),
        Code::Home => menu.cursor.set(0, len, HEIGHT),
        Code::End => menu.cursor.set(len, len, HEIGHT),
        Code::Enter | Code::Char(' ') => choose(model, None, effects),
        Code::Char('x') | Code::Delete if menu.kind == MenuKind::Drafts => saving::give_up(model, effects),
        Code::Char('x') | Code::Delete if menu.kind == MenuKind::AllTemplates => {
            let choice = menu.items.get(menu.cursor.at).map(|item| item.choice.clone());
            if let Some(Choice::Template(template)) = choice {
                model.overlays.pop();
                work(effects, Work::Desk(Box::new(desk::Ask::RemoveTemplate(template.name))));
            }
        }
        Code::Char('x') | Code::Delete if matches!(menu.kind, MenuKind::Anchors(_)) => {
            let choice = menu.items.get(menu.cursor.at).map(|item| item.choice.clone());
            if let Some(Choice::Anchor(anchor)) = choice {
                model.overlays.pop();
                work(effects, Work::Desk(Box::new(desk::Ask::RemoveAnchor(anchor))));
            }
        }
        Code::Char('x') | Code::Delete if menu.kind == MenuKind::Slots => {
            let nth = menu.cursor.at;
            model.overlays.pop();
            slots::clear(model, nth);
        }
        Code::Char('x') | Code::Delete if menu.kind == MenuKind::Guides(GuidesFor::Reading) => {
            let choice = menu.items.get(menu.cursor.at).map(|item| item.choice.clone());
            if let Some(Choice::Guide(Some(id))) = choice {
                model.overlays.pop();
                work(effects, Work::Beside(Beside::RemoveGuide(id)));
            }
        }
        Code::Char('r') if menu.kind == MenuKind::Queries => query::rename(model),
        Code::Char('r') if menu.kind == MenuKind::AllTemplates => templates::rename(model),
        Code::Char('x') | Code::Delete if menu.kind == MenuKind::Queries => {
            let choice = menu.items.get(menu.cursor.at).map(|item| item.choice.clone());
            if let Some(Choice::Query(id, _)) = choice {
                model.overlays.pop();
                work(effects, Work::ChangeQuery(QueryChange::Remove(id)));
            }
        }
        Code::Char(digit @ '1'..='9') => {
            let nth = digit as usize - '1' as usize;
            choose(model, Some(nth), effects);
        }
        _ => {}
    }
}

/// Takes the choice under the cursor, or the nth.
pub fn choose(model: &mut Model, nth: Option<usize>, effects: &mut Vec<Effect>) {
    let Some(Overlay::Menu(menu)) = model.overlays.last() else { return };
    let Some(item) = menu.items.get(nth.unwrap_or(menu.cursor.at)).cloned() else { return };
    let kind = menu.kind.clone();
    model.overlays.pop();
    match (kind, item.choice) {
        (MenuKind::Uncode { document, span }, Choice::Code(code)) => {
            work(effects, Work::Uncode { document, span, codes: vec![code] });
        }
        (MenuKind::Segment(command), Choice::Coding(id)) => {
            coding::segment_command(model, command, id, effects);
        }
        (MenuKind::Paraphrase { remove: true, .. }, Choice::Paraphrase(_, Some(id))) => {
            work(effects, Work::RemoveParaphrase(id));
        }
        (MenuKind::Paraphrase { document, .. }, Choice::Paraphrase(span, _)) => {
            paraphrases::edit(model, document, span);
        }
        (MenuKind::AllTemplates, Choice::Template(template)) => templates::edit(model, Some(&template)),
        (MenuKind::AllTemplates, Choice::NoTemplate) => templates::edit(model, None),
        (MenuKind::BeginWith(on), Choice::Template(template)) => {
            form::with_template(model, on, Some(&template))
        }
        (MenuKind::BeginWith(on), Choice::NoTemplate) => form::with_template(model, on, None),
        (MenuKind::ConsentRemove(document), Choice::Person(person)) => {
            work(effects, Work::Desk(Box::new(desk::Ask::RemoveConsent(document, person))));
        }
        (MenuKind::Anchors(_), Choice::Anchor(anchor)) => match anchor.place {
            Some((document, span)) => commands::go_to(model, document, span, effects),
            None => model.say(tr!("anchor-no-place"), ToastKind::Notice),
        },
        (MenuKind::ActivateSet, Choice::Set(members)) => query::activate_set(model, members, effects),
        (MenuKind::Slots, Choice::Slot(nth)) => slots::pick(model, nth),
        (MenuKind::Color(code), Choice::Color(color)) => work(effects, Work::RecolorCode(code, color)),
        (MenuKind::Export, Choice::Export(what)) => files::prompt(model, what),
        (MenuKind::OpenBeside, Choice::Document(document)) => halves::beside(model, document, None, effects),
        (MenuKind::Show, Choice::Show(show)) => report::shown(model, show),
        (MenuKind::Coders, Choice::Coder(coder)) => coders::sign_in(model, coder, effects),
        (MenuKind::Marked, Choice::Marks(keep)) => revisit::answered(model, keep, effects),
        (MenuKind::Differences, Choice::Differences(only)) => comparing::filtered(model, only),
        (MenuKind::WhichCoder(command), Choice::Coder(coder)) => teams::chosen(model, command, coder),
        (MenuKind::CoderColor(coder), Choice::Color(color)) => {
            work(effects, Work::Coders(Ask::Recolor(coder, color)));
        }
        (MenuKind::Passes, choice) => teams::pass_chosen(model, choice, effects),
        (MenuKind::Coders, Choice::NewCoder) => coders::add(model),
        (MenuKind::Recordings(document), Choice::Attach) => beside::attach(model, document),
        (MenuKind::Recordings(_), Choice::Relocate(id)) => beside::relocate(model, id),
        (MenuKind::Recordings(_), Choice::Shift(id, now)) => beside::shift(model, id, now),
        (MenuKind::Recordings(_), Choice::Detach(id)) => work(effects, Work::Beside(Beside::Detach(id))),
        (MenuKind::Consents { document, rows }, Choice::Person(person)) => {
            beside::consent(model, document, person, &rows);
        }
        (MenuKind::Release { document, span }, Choice::Answer(answer)) => {
            beside::answered(model, document, span, answer, effects);
        }
        (MenuKind::Guides(_), Choice::NewGuide) => beside::import_guide(model),
        (MenuKind::Guides(GuidesFor::Reading), Choice::Guide(Some(id))) => {
            work(effects, Work::Beside(Beside::ReadGuide(id)));
        }
        (MenuKind::Guides(GuidesFor::Codes), Choice::Guide(Some(id))) => {
            work(effects, Work::Beside(Beside::Asked(id)));
        }
        (MenuKind::Guides(GuidesFor::Document(document)), Choice::Guide(guide)) => {
            work(effects, Work::Beside(Beside::ChooseGuide(document, guide)));
        }
        (MenuKind::Templates(document), Choice::Template(template)) => {
            beside::begin(model, document, &template);
        }
        (MenuKind::Rule, Choice::Take(take)) => consolidate::within(model, take),
        (MenuKind::Material, Choice::Report(report)) => table::show(model, report, effects),
        (MenuKind::Material, Choice::Material(what)) => work(effects, Work::Material(Box::new(what))),
        (MenuKind::Material, Choice::Name(what)) => table::ask_name(model, what, ""),
        (MenuKind::Speaker { document, number }, Choice::Speaker(label)) => {
            work(effects, Work::SetSpeaker { document, number, label });
        }
        (MenuKind::Speaker { document, number }, Choice::NewSpeaker) => {
            edits::new_speaker(model, document, number);
        }
        (MenuKind::Grid, Choice::Cell(document, code)) => {
            summaries::ask(model, WrittenOn::Cell(document, code), effects);
        }
        (MenuKind::Grid, Choice::Rows(rows)) => grid::arrange(model, rows, effects),
        (MenuKind::Queries, Choice::Query(_, written)) => query::ask(model, written, effects),
        (MenuKind::Drafts, Choice::Draft(field)) => saving::open_draft(model, &field, effects),
        _ => {}
    }
}
