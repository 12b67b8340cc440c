//! Checking a written report: which file, what was found, both wordings side by side; copying citations.

use super::{form, menu, work};
use crate::analysis::check::{Finding, Level};
use crate::error::Result;
use crate::ops::check::at_words;
use crate::text::wording;
use crate::tr;
use crate::tui::bridge::report::{Checked, Cite};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind, Page, Tone};
use crate::tui::model::report::Show;
use crate::tui::model::{ListingKind, Main, Model, Overlay, Pane, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::CheckReport => {
            let field = Field::new(tr!("field-report"), &model.report.path.clone(), false);
            form::open(model, Form::new(FormKind::CheckReport, tr!("form-check-report"), vec![field]));
        }
        Command::CheckAgain => {
            let path = model.report.path.clone();
            check(model, path, effects);
        }
        Command::CheckShow => show(model),
        Command::CheckDetail => detail(model),
        Command::Cite => {
            if let Some((document, span)) = model.passage() {
                work(effects, Work::Cite(Cite::Place(document, span)));
            }
        }
        Command::CodeCite => {
            if let Some(code) = model.code_at_cursor() {
                // A folded code stands for what is folded away in it.
                work(effects, Work::Cite(Cite::Code(code, model.folded.contains(&code))));
            }
        }
        _ => {}
    }
}

/// Begins a check; it takes the place of another job.
pub fn check(model: &mut Model, path: String, effects: &mut Vec<Effect>) {
    model.progress = 0;
    model.listing.search = None;
    model.names.since = None;
    model.comparing.computing = None;
    model.report.path.clone_from(&path);
    model.report.since = Some(model.clock);
    work(effects, Work::Check(path));
}

/// Stops a check that is under way. Whether there was one.
pub fn stop(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let runs = model.report.since.take().is_some();
    if runs {
        effects.push(Effect::Stop);
        model.say(tr!("report-stopped"), ToastKind::Notice);
    }
    runs
}

/// A check ended; one that is not waited for any more is passed over.
pub fn checked(model: &mut Model, path: &str, result: Result<Checked>) {
    if model.report.since.is_none() || model.report.path != path {
        return;
    }
    model.report.since = None;
    let checked = match result {
        Ok(checked) => checked,
        Err(error) => return model.fail(error),
    };
    let again = model.listing.kind == ListingKind::Findings && model.report.name == checked.name;
    let view = &mut model.report;
    (view.name, view.findings, view.tables) = (checked.name, checked.findings, checked.tables);
    let at = if again { model.listing.cursor.at } else { 0 };
    if !again {
        view.show = Show::Open;
    }
    model.listing.kind = ListingKind::Findings;
    model.listing.cursor = Default::default();
    fill(model);
    model.listing.cursor.at = at.min(model.listing.findings.len().saturating_sub(1));
    let count = |level: Level| model.report.findings.iter().filter(|finding| finding.level == level).count();
    let (problems, warnings) = (count(Level::Problem), count(Level::Warning));
    let said = tr!("report-counts", problems = problems, warnings = warnings);
    model.say(said, if problems == 0 { ToastKind::Done } else { ToastKind::Notice });
    if !model.overlays.iter().any(|overlay| matches!(overlay, Overlay::Form(_))) {
        (model.main, model.pane) = (Main::Listing, Pane::Main);
    }
}

fn fill(model: &mut Model) {
    let view = &model.report;
    model.listing.findings = view.findings.iter().filter(|finding| view.is_shown(finding)).cloned().collect();
    model.listing.cursor.at = model.listing.cursor.at.min(model.listing.findings.len().saturating_sub(1));
}

/// Asks what is to be listed.
fn show(model: &mut Model) {
    let view = &model.report;
    let open = view.findings.iter().filter(|finding| finding.level != Level::Note).count();
    let item = |text: String, count: usize, show: Show| MenuItem {
        text: format!("{text} ({count})"),
        color: None,
        choice: Choice::Show(show),
    };
    let mut items = vec![
        item(tr!("report-show-open"), open, Show::Open),
        item(tr!("report-show-all"), view.findings.len(), Show::All),
    ];
    for (finding, count) in view.kinds() {
        items.push(item(finding.kind_words(), count, Show::Kind(finding.kind.clone())));
    }
    let title = tr!("menu-show");
    menu::open(model, Menu { kind: MenuKind::Show, title, items, cursor: Default::default() });
}

pub fn shown(model: &mut Model, show: Show) {
    model.report.show = show;
    model.listing.cursor = Default::default();
    fill(model);
}

/// Both wordings in full, and what differs.
fn detail(model: &mut Model) {
    let Some(finding) = model.listing.finding() else { return };
    let title = match &finding.at {
        Some(at) => format!("{} · {}", at_words(at), finding.kind_words()),
        None => finding.kind_words(),
    };
    let mut lines = vec![
        (tone(finding), finding.message.clone()),
        (Tone::Plain, String::new()),
        (Tone::Name, tr!("report-in-report")),
        (Tone::Plain, finding.text.clone()),
    ];
    if !finding.citation.is_empty() && finding.citation != finding.text {
        lines.push((Tone::Dim, finding.citation.clone()));
    }
    if !finding.stands.is_empty() {
        lines.push((Tone::Plain, String::new()));
        lines.push((Tone::Name, tr!("report-in-transcript")));
        lines.push((Tone::Plain, finding.stands.clone()));
    }
    if !finding.difference.is_empty() {
        lines.push((Tone::Plain, String::new()));
        lines.push((Tone::Name, tr!("report-column-difference")));
        lines.push((Tone::Plain, wording::shown_whole(&finding.difference)));
    }
    model.overlays.push(Overlay::Page(Page { title, lines, top: 0 }));
}

/// How a finding is meant.
pub fn tone(finding: &Finding) -> Tone {
    match finding.level {
        Level::Problem => Tone::Error,
        Level::Warning => Tone::Warning,
        Level::Note => Tone::Good,
    }
}

/// A citation was made: it goes on the clipboard.
pub fn cited(model: &mut Model, citation: String, words: &str, effects: &mut Vec<Effect>) {
    if citation.is_empty() {
        return model.say(tr!("cite-nothing"), ToastKind::Notice);
    }
    effects.push(Effect::Copy(citation.clone()));
    let said = tr!("toast-cited", citation = citation);
    let said = if words.is_empty() { said } else { format!("{words} · {said}") };
    model.say(said, ToastKind::Done);
}
