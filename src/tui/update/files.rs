//! Files: what is seen is written to one, a codebook is taken in. A prompt stays open until the file is written or
//! read, so that a wrong path is mended and not typed again.

use std::path::{Path, PathBuf};

use super::{agreement, form, menu, page, query, work};
use crate::model::{CodeId, DocumentId};
use crate::ops::edition::EditionQuery;
use crate::tr;
use crate::tui::effect::{Effect, Export, Order, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{ListingKind, Main, Model, Overlay, Pane, ToastKind};

/// Asks for the file that what is seen goes to; where that is a transcript, first what.
pub fn export(model: &mut Model) {
    let grid = Export::Grid { turned: model.grid.turned };
    let listed = listed(model);
    match (model.pane, model.main, listed.clone()) {
        (Pane::Codes, ..) => return prompt(model, Export::Codebook),
        (Pane::Main, Main::Grid, _) => return prompt(model, grid),
        (Pane::Main, Main::Listing, Some(segments)) => return prompt(model, segments),
        (Pane::Main, Main::Table, _) => {
            if let Some(report) = model.table.report.clone() {
                return prompt(model, Export::Table(report));
            }
        }
        _ => {}
    }
    let open = model.reading.as_ref().map(|reading| Export::Edition(Some(reading.document)));
    let study = Some(Export::Edition(None)).filter(|_| !model.study.documents.is_empty());
    let items = [Some(grid), listed, Some(Export::Codebook), Some(Export::Report), open, study];
    let items = items.into_iter().flatten();
    let items =
        items.map(|what| MenuItem { text: title(model, &what), color: None, choice: Choice::Export(what) });
    let items = items.collect();
    menu::open(
        model,
        Menu { kind: MenuKind::Export, title: tr!("menu-export"), items, cursor: Default::default() },
    );
}

/// The segments or paraphrases that the list shows, or showed last.
fn listed(model: &Model) -> Option<Export> {
    if model.listing.kind == ListingKind::Paraphrases {
        return Some(Export::Paraphrases);
    }
    if model.listing.kind == ListingKind::Findings {
        return Some(Export::Findings);
    }
    if model.listing.asked.is_some() && model.listing.kind == ListingKind::Segments {
        return Some(Export::Answer);
    }
    let code = model.listing.code.filter(|code| model.study.tree.get(*code).is_some())?;
    let shown = model.listing.kind == ListingKind::Segments;
    shown.then_some(Export::Segments { code, subcodes: model.listing.subcodes })
}

/// What is exported, in words.
fn title(model: &Model, what: &Export) -> String {
    let path = |code: &CodeId| model.study.tree.path(*code).to_owned();
    match what {
        Export::Grid { .. } if model.grid.subcodes => tr!("title-grid-sub"),
        Export::Grid { .. } => tr!("title-grid"),
        Export::Segments { code, subcodes: false } => tr!("title-segments", code = path(code)),
        Export::Segments { code, subcodes: true } => tr!("title-segments-sub", code = path(code)),
        Export::Answer => query::title(model),
        Export::Paraphrases => tr!("table-paraphrases-title"),
        Export::Findings => tr!("report-table-findings", report = model.report.name.clone()),
        Export::Table(_) => model.table.content.table.title.clone(),
        Export::Codebook => tr!("export-codebook"),
        Export::Report => tr!("export-report"),
        Export::Edition(Some(document)) => {
            tr!("export-transcript-of", document = model.study.label(*document))
        }
        Export::Edition(None) => match (model.active.documents.len(), model.active.codes.len()) {
            (0, 0) => tr!("export-study"),
            (documents, codes) => tr!("export-study-active", documents = documents, codes = codes),
        },
    }
}

/// Asks for the study for readers.
pub fn edition(model: &mut Model) {
    prompt(model, Export::Edition(None));
}

/// Asks for the file, with one beside the project proposed.
pub fn prompt(model: &mut Model, what: Export) {
    let name = match &what {
        Export::Grid { .. } => tr!("export-file-grid"),
        Export::Segments { code, .. } => {
            tr!("export-file-segments", code = file_name(model.study.tree.path(*code)))
        }
        Export::Answer => format!("{}.xlsx", tr!("table-segments-title")),
        Export::Paraphrases => format!("{}.xlsx", tr!("table-paraphrases-title")),
        Export::Findings => format!("{}.xlsx", file_name(&title(model, &what))),
        Export::Table(_) => format!("{}.xlsx", file_name(&model.table.content.table.title)),
        Export::Codebook => tr!("export-file-codebook"),
        Export::Report => tr!("export-file-report"),
        Export::Edition(None) => format!("{}.html", file_name(&model.study.name)),
        Export::Edition(Some(document)) => format!("{}.html", file_name(&model.study.label(*document))),
    };
    let path = model.study.folder.join(name).display().to_string();
    let field = Field::new(tr!("field-export", endings = endings(&what)), &path, false);
    let title = tr!("form-export", what = title(model, &what));
    let mut fields = vec![field];
    if what == Export::Report {
        fields.push(Field::new(tr!("field-report-template"), "", false));
    }
    if let Export::Edition(_) = what {
        fields.push(Field::new(tr!("field-export-also", known = ALSO.map(also_words).join(", ")), "", false));
    }
    form::open(model, Form::new(FormKind::Export { what, again: None }, title, fields));
}

fn endings(what: &Export) -> String {
    what.endings().into_iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

/// What readers get only when it is asked for.
const ALSO: [&str; 4] = ["working", "coders", "times", "comments"];

fn also_words(name: &str) -> String {
    match name {
        "working" => tr!("export-also-working"),
        "coders" => tr!("export-also-coders"),
        "times" => tr!("export-also-times"),
        _ => tr!("export-also-comments"),
    }
}

/// What is to be given: what is activated, or the one interview; else the first word that is none of the known ones.
fn given(model: &Model, only: Option<DocumentId>, typed: &str) -> std::result::Result<EditionQuery, String> {
    let active = &model.active;
    let mut query = EditionQuery {
        codes: (!active.codes.is_empty()).then(|| active.codes.iter().copied().collect()),
        documents: match only {
            Some(document) => Some(vec![document]),
            None => (!active.documents.is_empty()).then(|| active.documents.iter().copied().collect()),
        },
        ..EditionQuery::default()
    };
    for word in typed.split([',', ' ', ';']).map(str::trim).filter(|word| !word.is_empty()) {
        let folded = word.to_lowercase();
        let known =
            ALSO.into_iter().find(|name| **name == folded || also_words(name).to_lowercase() == folded);
        match known {
            Some("working") => query.working = true,
            Some("coders") => query.coders = true,
            Some("times") => query.times = true,
            Some(_) => query.comments = true,
            None => return Err(word.to_owned()),
        }
    }
    Ok(query)
}

/// A code's path as a part of a file name, on every system.
fn file_name(path: &str) -> String {
    let safe = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c };
    let name: String = path.chars().map(safe).take(60).collect();
    name.trim_matches([' ', '.']).to_owned()
}

/// Asks for a codebook to be taken in.
pub fn codebook(model: &mut Model) {
    let field = Field::new(tr!("field-codebook"), "", false);
    form::open(model, Form::new(FormKind::ImportCodebook, tr!("form-import-codebook"), vec![field]));
}

/// A prompt is confirmed that stays open until it is answered. Whether the open one is of this kind.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let typed = open.text(0).trim().to_owned();
    let path = PathBuf::from(typed.trim_matches(['"', '\'']));
    let order = match &open.kind {
        FormKind::Export { what, .. } if !typed.is_empty() && !what.takes(&path) => {
            let known = endings(what);
            model.say(tr!("export-ending", endings = known), ToastKind::Error);
            return true;
        }
        FormKind::Export { what: Export::Edition(only), again } if !typed.is_empty() => {
            let overwrite = again.as_ref() == Some(&typed);
            match given(model, *only, &open.text(1)) {
                Ok(query) => {
                    let order = Work::Edition { query: Box::new(query), path, overwrite };
                    page::wait(model, tr!("waiting-export"), order, effects);
                }
                Err(word) => {
                    let known = ALSO.map(also_words).join(", ");
                    model.say(tr!("export-also-unknown", word = word, known = known), ToastKind::Error);
                }
            }
            return true;
        }
        FormKind::Export { what, again } => {
            let tables = match what {
                Export::Table(report) => agreement::exported(model, report),
                Export::Findings => model.report.tables.clone(),
                _ => Vec::new(),
            };
            let report = *what == Export::Report;
            let template = if report { open.text(1).trim().to_owned() } else { String::new() };
            let overwrite = again.as_ref() == Some(&typed);
            Work::Export(Order { what: what.clone(), tables, path, template, overwrite })
        }
        FormKind::ImportCodebook => Work::ImportCodebook(path, model.marks.unwrap_or(true)),
        FormKind::AddCoder => Work::AddCoder(typed.clone()),
        _ => return false,
    };
    if typed.is_empty() {
        model.overlays.pop();
    } else {
        work(effects, order);
    }
    true
}

/// The file is there: confirmed once more as it stands, it is overwritten.
pub fn there(model: &mut Model, path: &Path) {
    let Some(Overlay::Form(open)) = model.overlays.last_mut() else { return };
    let typed = open.text(0).trim().to_owned();
    if let FormKind::Export { again, .. } = &mut open.kind {
        *again = Some(typed);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        model.say(tr!("export-there", file = name), ToastKind::Notice);
    }
}

/// What was asked for is done: the prompt closes.
pub fn accepted(model: &mut Model, said: String) {
    if let Some(Overlay::Form(open)) = model.overlays.last()
        && open.kind.waits()
    {
        model.overlays.pop();
    }
    if !said.is_empty() {
        model.say(said, ToastKind::Done);
    }
}
