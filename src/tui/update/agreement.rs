//! How far the coders agree: computed beside the panes, seen as tables, set in a form, told in a paragraph.

use super::{comparing, form, table, work};
use crate::analysis::agreement::Coefficient;
use crate::analysis::agreement::matching::{Match, OverlapOf};
use crate::analysis::agreement::tables::title;
use crate::analysis::agreement::units::Unit;
use crate::analysis::differences::{Confused, Only};
use crate::error::Result;
use crate::model::cases::same_name;
use crate::model::table::Table;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::ops::agreement::AgreementQuery;
use crate::text::places::same_label;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::comparing::{Agreed, Computing};
use crate::tui::model::overlay::{Field, Form, FormKind, Page, Tone};
use crate::tui::model::table::{AgreementBy, ColumnOf, Report};
use crate::tui::model::{Main, Model, Overlay, Pane, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Agreement => show(model, AgreementBy::Code, effects),
        Command::AgreementOptions => options(model),
        Command::AgreementMethod => match &model.comparing.agreed {
            Some(agreed) => method(model, agreed.paragraph.clone(), effects),
            None => compute(model, None, true, effects),
        },
        Command::Consensual => work(effects, Work::Consensual),
        _ => {}
    }
}

/// Shows one of the views; the figures are computed first where they have not been.
pub fn show(model: &mut Model, by: AgreementBy, effects: &mut Vec<Effect>) {
    if model.comparing.agreed.is_some() {
        return view(model, by);
    }
    compute(model, Some(by), false, effects);
}

fn compute(model: &mut Model, show: Option<AgreementBy>, method: bool, effects: &mut Vec<Effect>) {
    model.report.since = None;
    model.comparing.computing = Some(Computing { since: model.clock, show, method });
    model.progress = 0;
    work(effects, Work::Agreement(Box::new(model.comparing.query.clone())));
}

/// The view that is in sight.
fn seen(model: &Model) -> Option<AgreementBy> {
    match model.table.report {
        Some(Report::Agreement(by)) if model.main == Main::Table => Some(by),
        _ => None,
    }
}

/// The study has changed: the figures are of yesterday, and those in sight are computed anew.
pub fn refresh(model: &mut Model, effects: &mut Vec<Effect>) {
    let known = model.comparing.agreed.take().is_some();
    if known && seen(model).is_some() {
        compute(model, None, false, effects);
    }
}

/// Nobody waits for the figures any more.
pub fn stop(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    if model.comparing.computing.take().is_none() {
        return false;
    }
    effects.push(Effect::Stop);
    model.say(tr!("agreement-stopped"), ToastKind::Notice);
    true
}

pub fn arrived(model: &mut Model, result: Result<Box<Agreed>>, effects: &mut Vec<Effect>) {
    let Some(wanted) = model.comparing.computing.take() else { return };
    let agreed = match result {
        Ok(agreed) => agreed,
        Err(error) => return model.fail(error),
    };
    let paragraph = agreed.paragraph.clone();
    model.comparing.agreed = Some(agreed);
    if let Some(by) = wanted.show.or(seen(model)) {
        view(model, by);
    }
    if wanted.method {
        method(model, paragraph, effects);
    }
}

fn view(model: &mut Model, by: AgreementBy) {
    let Some(agreed) = &model.comparing.agreed else { return };
    let Some(tabled) = agreed.view(by).cloned() else { return };
    let first = seen(model) != Some(by);
    model.main = Main::Table;
    model.pane = Pane::Main;
    table::arrived(model, Report::Agreement(by), tabled);
    if first {
        // What differs most stands first.
        let columns = &model.table.content.table.columns;
        let most = columns.iter().position(|column| column.key == "disagreements");
        model.table.sort = most.map(|column| (column, true));
        model.table.arrange();
        table::keep_in_sight(model);
    }
}

/// The next of the views that say something.
pub fn next(model: &mut Model, by: AgreementBy) {
    let Some(agreed) = &model.comparing.agreed else { return };
    let at = agreed.views.iter().position(|(other, _)| *other == by).unwrap_or(0);
    let next = agreed.views.get((at + 1) % agreed.views.len().max(1)).map(|(by, _)| *by);
    if let Some(next) = next {
        view(model, next);
    }
}

/// A number leads to the differences that it counts.
pub fn enter(model: &mut Model, only: Only, effects: &mut Vec<Effect>) {
    let only = match (only.confused, model.table.column_of()) {
        (Some(confused), Some(ColumnOf::Code(second))) => {
            if confused.first.is_some() && confused.first == *second {
                return model.say(tr!("agreement-agreed"), ToastKind::Notice);
            }
            Only { confused: Some(Confused { second: *second, ..confused }), ..Only::default() }
        }
        // The name of a row: all that the first coder has there.
        (Some(Confused { first, .. }), _) => Only { code: first, ..Only::default() },
        _ => only,
    };
    comparing::of(model, only, effects);
}

/// The paragraph for the method section, to be read; it is on the clipboard too.
pub fn method(model: &mut Model, paragraph: String, effects: &mut Vec<Effect>) {
    let lines = vec![
        (Tone::Plain, paragraph.clone()),
        (Tone::Plain, String::new()),
        (Tone::Dim, tr!("agreement-method-copied")),
    ];
    effects.push(Effect::Copy(paragraph));
    model.overlays.push(Overlay::Page(Page { title: tr!("agreement-method-title"), lines, top: 0 }));
}

/// What the tables are written with: as they were computed.
pub fn exported(model: &Model, report: &Report) -> Vec<Table> {
    match (report, &model.comparing.agreed) {
        (Report::Agreement(_), Some(agreed)) => agreed.exported(report),
        (Report::Differences(_), _) => vec![model.table.content.table.clone()],
        _ => Vec::new(),
    }
}

fn options(model: &mut Model) {
    let query = &model.comparing.query;
    let study = &model.study;
    let join = |names: Vec<String>| names.join(", ");
    let coders: Vec<String> = (query.coders.iter().flatten())
        .filter_map(|id| study.coders.iter().find(|coder| coder.id == *id))
        .map(|coder| coder.name.clone())
        .collect();
    let documents: Vec<String> = (query.documents.iter().flatten())
        .filter_map(|id| study.document(*id))
        .map(|document| document.label.clone())
        .collect();
    let codes = query.codes.iter().flatten().map(|id| study.tree.path(*id).to_owned()).collect();
    let figures = query.coefficients.iter().flatten().map(|one| title(one.name())).collect();
    let units = join(Unit::ALL.map(|unit| unit_words(unit)[0].clone()).to_vec());
    let of = join(OverlapOf::ALL.map(|of| of_words(of)[0].clone()).to_vec());
    let overlap = format!("{} {}", query.matching.percent, of_words(query.matching.of)[0]);
    let field = |label: String, text: &str| Field::new(label, text, false);
    let fields = vec![
        field(tr!("field-agreement-coders"), &join(coders)),
        field(tr!("field-agreement-documents"), &join(documents)),
        field(tr!("field-agreement-codes"), &join(codes)),
        field(tr!("field-agreement-unit", units = units), &unit_words(query.unit)[0]),
        field(tr!("field-agreement-overlap", of = of), &overlap),
        field(tr!("field-agreement-figures"), &join(figures)),
        field(tr!("field-agreement-main-codes"), &yes_words(query.main_codes)[0]),
        field(tr!("field-agreement-interviewers"), &yes_words(query.without_interviewers)[0]),
        field(tr!("field-agreement-samples"), &query.samples.to_string()),
    ];
    form::open(model, Form::new(FormKind::Agreement, tr!("form-agreement"), fields));
}

fn unit_words(unit: Unit) -> [String; 2] {
    [tr!(&format!("agreement-unit-{}", unit.name())), unit.name().to_owned()]
}

fn of_words(of: OverlapOf) -> [String; 2] {
    [tr!(&format!("agreement-of-{}", of.name())), of.name().to_owned()]
}

fn yes_words(yes: bool) -> [String; 2] {
    if yes { [tr!("value-yes"), "yes".to_owned()] } else { [tr!("value-no"), "no".to_owned()] }
}

/// The form is confirmed: what was not understood is said, and it stays.
pub fn submit(model: &mut Model, texts: &[String], effects: &mut Vec<Effect>) {
    match query(model, texts) {
        Ok(query) => {
            model.overlays.pop();
            let show = seen(model).unwrap_or(AgreementBy::Code);
            model.comparing.forget();
            model.comparing.query = query;
            compute(model, Some(show), false, effects);
        }
        Err(wrong) => model.say(wrong, ToastKind::Error),
    }
}

/// A part that means nothing.
pub fn unclear(part: &str) -> String {
    tr!("agreement-unclear", what = part.to_owned())
}

fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

pub fn yes(typed: &str) -> std::result::Result<bool, String> {
    table::meant(&[true, false], typed, yes_words).ok_or_else(|| unclear(typed))
}

/// Coders by their names.
pub fn coders_of(model: &Model, typed: &str) -> std::result::Result<Vec<CoderId>, String> {
    let coder = |name: &str| {
        let known = model.study.coders.iter().find(|coder| same_name(&coder.name, name));
        known.map(|coder| coder.id).ok_or_else(|| unclear(name))
    };
    parts(typed).map(coder).collect()
}

/// Documents by their labels and groups.
pub fn documents_of(model: &Model, typed: &str) -> std::result::Result<Vec<DocumentId>, String> {
    let all = &model.study.documents;
    let mut documents: Vec<DocumentId> = Vec::new();
    for part in parts(typed) {
        let one = all.iter().filter(|document| same_label(&document.label, part));
        let group = all.iter().filter(|one| one.group.as_deref().is_some_and(|name| same_name(name, part)));
        let found: Vec<DocumentId> = one.chain(group).map(|document| document.id).collect();
        if found.is_empty() {
            return Err(unclear(part));
        }
        documents.extend(found);
    }
    Ok(documents)
}

/// What was typed; else the part that means nothing.
fn query(model: &Model, texts: &[String]) -> std::result::Result<AgreementQuery, String> {
    let typed = |at: usize| texts.get(at).map(|text| text.trim()).unwrap_or_default();
    let study = &model.study;
    let coders = coders_of(model, typed(0))?;
    let documents = documents_of(model, typed(1))?;
    let code = |part: &str| -> std::result::Result<CodeId, String> {
        study.tree.find(part).map(|node| node.code.id).map_err(|error| error.message)
    };
    let codes: Vec<CodeId> = parts(typed(2)).map(code).collect::<std::result::Result<_, _>>()?;
    let unit = table::meant(&Unit::ALL, typed(3), unit_words).ok_or_else(|| unclear(typed(3)))?;
    let overlap = typed(4);
    let digits: String = overlap.chars().take_while(char::is_ascii_digit).collect();
    let percent = digits.parse().ok().filter(|percent| (1..=100).contains(percent));
    let rest = overlap.get(digits.len()..).unwrap_or_default().trim_start_matches(['%', ' ', '\u{a0}']);
    let of =
        if rest.is_empty() { Some(OverlapOf::Union) } else { table::meant(&OverlapOf::ALL, rest, of_words) };
    let matching = match (percent, of) {
        (Some(percent), Some(of)) => Match { percent, of },
        _ => return Err(unclear(overlap)),
    };
    let figure = |part: &str| {
        let names = |one: Coefficient| [title(one.name()), one.name().to_owned()];
        table::meant(Coefficient::ALL, part, names).ok_or_else(|| unclear(part))
    };
    let all = [tr!("agreement-all"), "all".to_owned()];
    let coefficients = match parts(typed(5)).any(|part| all.iter().any(|all| same_name(all, part))) {
        true => Coefficient::ALL.to_vec(),
        false => parts(typed(5)).map(figure).collect::<std::result::Result<_, _>>()?,
    };
    let samples = match typed(8) {
        "" => 0,
        typed => typed.parse::<u32>().ok().filter(|n| *n <= 100_000).ok_or_else(|| unclear(typed))?,
    };
    Ok(AgreementQuery {
        coders: Some(coders).filter(|coders| !coders.is_empty()),
        documents: Some(documents).filter(|documents| !documents.is_empty()),
        codes: Some(codes).filter(|codes| !codes.is_empty()),
        unit,
        matching,
        coefficients: Some(coefficients).filter(|coefficients: &Vec<Coefficient>| !coefficients.is_empty()),
        main_codes: yes(typed(6))?,
        without_interviewers: yes(typed(7))?,
        samples,
        seed: model.comparing.query.seed,
    })
}

/// From the tables of a comparison that may not be seen any more.
pub fn leave(model: &mut Model) {
    if matches!(model.table.report, Some(Report::Agreement(_) | Report::Differences(_))) {
        model.table = Default::default();
        if model.main == Main::Table {
            super::commands::back_from_list(model);
        }
    }
}
