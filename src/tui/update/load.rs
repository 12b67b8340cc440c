//! The worker's answers become state.

use std::collections::HashMap;

use super::{
    agreement, coders, codes, comparing, consolidate, edits, halves, overlay, paraphrases, query, reading,
    saved_tables, saving, sections, sorting, tutor, work,
};
use crate::analysis::grid::{Grid, Row, RowOf};
use crate::error::Result;
use crate::model::CodeId;
use crate::model::codings::Segment;
use crate::store::history::Direction;
use crate::tui::bridge::desk::Ask;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::table::Report;
use crate::tui::model::{DocumentRow, ListingKind, Main, Model, Pane, Reading, ToastKind};
use crate::tui::msg::{Hit, News, Opened};

/// Takes in what changed, and asks again for lists that show it.
pub fn news(model: &mut Model, news: News, effects: &mut Vec<Effect>) {
    let first = !model.study.loaded;
    let code = model.code_at_cursor();
    let worked = model.study.coder;
    if let Some(project) = news.project {
        if first {
            model.study.folder = project.folder;
        }
        model.study.name = project.name;
        if worked.is_some_and(|before| before != project.coder) {
            saving::change_desk(model, project.coder, effects);
        }
        coders::changed(model, project.coder);
        model.study.coders = project.coders;
        model.study.passes = project.passes;
        model.study.pattern = project.pattern;
        model.study.released = project.released;
        if let Some(warning) = project.warnings.first().filter(|_| first) {
            model.say(warning.clone(), ToastKind::Notice);
        }
    }
    if let Some(status) = news.status {
        model.study.status = status;
    }
    if let Some(waiting) = news.waiting {
        model.study.waiting = waiting;
    }
    model.study.coded.extend(news.coded);
    let here = model.study.rows.get(model.documents.at).cloned();
    let divided = news.documents.is_some() || news.material.is_some();
    if let Some(material) = news.material {
        model.study.material = material;
        super::grid::arrange_anew(model);
    }
    if let Some(documents) = news.documents {
        model.study.set_documents(documents);
        halves::close_gone(model);
    }
    if divided {
        sections::divide(model, here.as_ref());
    }
    let recount = news.tree.is_some() || news.counts.is_some();
    if let Some(counts) = news.counts {
        model.study.counts = counts;
    }
    if let Some(tree) = news.tree {
        model.study.tree = tree;
        let tree = &model.study.tree;
        model.recent.retain(|id| tree.get(*id).is_some());
        model.last.retain(|id| tree.get(*id).is_some());
        model.folded.retain(|id| tree.get(*id).is_some());
        if let Some(at) = code.and_then(|code| model.visible_codes().iter().position(|n| n.code.id == code)) {
            model.codes.at = at;
        }
        codes::keep_in_sight(model);
    }
    if recount {
        model.study.sum_up();
    }
    for (document, codings) in news.codings {
        let open = model.reading.iter_mut().chain(&mut model.resting);
        for reading in open.filter(|reading| reading.document == document) {
            reading.set_codings(codings.clone());
        }
        reading::keep_in_sight(model);
    }
    for again in news.again {
        edits::read_again(model, &again, effects);
    }
    if let Some(memos) = news.memos {
        model.study.memos = memos;
    }
    if let Some(all) = news.paraphrases {
        model.study.paraphrases = all;
        paraphrases::refresh(model);
    }
    match news.turned {
        Some(Direction::Undo) => model.turned.undone += 1,
        Some(Direction::Redo) => model.turned.redone += 1,
        None => {}
    }
    if let Some(said) = news.said {
        model.say(said, ToastKind::Done);
    }
    if let Some(drafts) = news.drafts {
        model.drafts = drafts;
        coders::offer(model, worked);
    }
    overlay::refresh(model);
    let touched = |tables: &[&str]| tables.iter().any(|table| news.changed.touches(table));
    if touched(&["coding", "code", "document", "work", "setting"])
        && model.main == Main::Listing
        && let (ListingKind::Segments, Some(code)) = (model.listing.kind, model.listing.code)
    {
        if model.study.tree.get(code).is_some() {
            work(effects, Work::Segments { code, subcodes: model.listing.subcodes });
        } else {
            model.main = Main::Transcript;
        }
    }
    if touched(&["coding", "code", "document"])
        && model.main == Main::Listing
        && let Some(code) = sorting::sorting_of(model)
    {
        match model.study.tree.get(code) {
            Some(_) => work(effects, Work::Desk(Box::new(Ask::ToSort(code)))),
            None => model.main = Main::Transcript,
        }
    }
    if touched(&["coding", "code", "document", "work", "setting", "text_edit"])
        && let Some((words, places)) = model.listing.cell.clone()
    {
        work(effects, Work::Places(words, places));
    }
    if !news.changed.is_empty() {
        query::refresh(model, effects);
    }
    let of_grid = [
        "coding",
        "code",
        "document",
        "document_group",
        "document_set",
        "document_set_member",
        "variable",
        "variable_value",
        "case_value",
        "summary",
        "work",
        "setting",
        "cell_state",
        "document_summary",
        "code_summary",
        "case_summary",
        "study_case",
        "case_document",
        "person",
        "speaker",
    ];
    if touched(&of_grid) && model.grid.loaded {
        super::grid::ask(model, effects);
    }
    if touched(&["coding", "code", "document", "paragraph", "work", "coder", "setting", "revisit"]) {
        comparing::refresh(model, effects);
        agreement::refresh(model, effects);
    }
    if touched(&["coding", "code", "document", "work", "setting", "decision"])
        && (model.main == Main::Consolidate || model.consolidate.goes_on)
    {
        consolidate::refresh(model, effects);
    }
    saved_tables::refresh(model);
    let shown = model.table.report.clone().filter(|_| model.main == Main::Table);
    match (shown, news.changed.is_empty()) {
        // Refreshed above.
        (None | Some(Report::Differences(_) | Report::Agreement(_)), _) | (_, true) => {}
        (Some(report), false) => work(effects, Work::Table(report)),
    }
    if first && model.study.coder.is_some() {
        model.study.loaded = true;
        tutor::begin(model, news.lesson.as_deref());
        saving::restore(model, news.remembered.as_deref(), effects);
        if !model.drafts.is_empty() {
            saving::offer_drafts(model);
        }
    }
}

pub fn read(opened: Opened) -> Reading {
    let mut speakers = HashMap::new();
    for (nth, speaker) in opened.speakers.iter().enumerate() {
        speakers.entry(speaker.label.clone()).or_insert(nth);
    }
    Reading::new(opened.transcript, speakers, opened.codings)
}

/// A transcript arrived: read it, where it was left or where it should be gone to.
pub fn opened(model: &mut Model, opened: Opened) {
    let (document, span) = (opened.transcript.document, opened.span);
    reading::remember_place(model);
    if let Some(half) = opened.half {
        halves::make_room(model, half);
    }
    let mut read = read(opened);
    if let Some(before) = model.reading_of(document) {
        (read.at, read.top) = (before.at, before.top);
    } else if let Some(at) = model.places.get(&document) {
        read.at = (*at).min(read.last());
    }
    model.reading = Some(read);
    paraphrases::show(model);
    let row = model.study.row_of(&DocumentRow::Document(document), model.documents.at);
    if let Some(row) = row {
        codes::set_document_cursor(model, row);
    }
    match span {
        Some(span) => reading::go_to(model, span),
        None => reading::keep_in_sight(model),
    }
    model.main = Main::Transcript;
    model.pane = Pane::Main;
}

pub fn segments(model: &mut Model, code: CodeId, subcodes: bool, segments: Vec<Segment>, notes: Vec<String>) {
    let listing = &mut model.listing;
    let same = listing.kind == ListingKind::Segments && listing.code == Some(code);
    let at = if same { listing.cursor.at } else { 0 };
    listing.kind = ListingKind::Segments;
    listing.code = Some(code);
    listing.cell = None;
    listing.asked = None;
    listing.subcodes = subcodes;
    listing.segments = segments;
    listing.notes = notes;
    listing.cursor.at = at.min(listing.segments.len().saturating_sub(1));
    if !same {
        listing.cursor.top = 0;
    }
}

pub fn grid(model: &mut Model, grid: Grid) {
    let cell = model.grid.cell().map(|(row, code)| (row.of, row.class.clone(), row.documents.clone(), code));
    model.grid.level = grid.level();
    model.grid.grid = grid;
    model.grid.loaded = true;
    // The cursor stays on its cell when rows or columns come and go.
    if let Some((of, class, documents, code)) = cell {
        let grid = &model.grid.grid;
        let same = |row: &Row| row.of == of && row.class == class && (of != RowOf::Class || class.is_some());
        let row = grid.rows.iter().position(same);
        // Where rows are something else now: one that has the document.
        let near = || grid.rows.iter().position(|row| documents.iter().any(|id| row.documents.contains(id)));
        if let (Some(row), column) = (row.or_else(near), grid.codes.iter().position(|id| *id == code)) {
            model.grid.go_to(row, column.unwrap_or(0));
        }
    }
    super::grid::keep_in_sight(model);
}

/// A search ended; one that is not waited for any more is passed over. Who has gone on meanwhile is not disturbed: the
/// keys under way are meant for what they see.
pub fn hits(model: &mut Model, query: String, result: Result<Vec<Hit>>) {
    let Some(search) = model.listing.search.take_if(|search| search.query == query) else { return };
    let again = search.again;
    let hits = match result {
        Ok(hits) => hits,
        Err(error) => return model.fail(error),
    };
    if again {
        model.listing.cursor.at = model.listing.cursor.at.min(hits.len().saturating_sub(1));
        model.listing.hits = hits;
        return;
    }
    if hits.is_empty() {
        model.say(crate::tr!("search-nothing", query = query.clone()), ToastKind::Notice);
    }
    let count = hits.len();
    model.listing.found = Some((query.clone(), hits));
    if search.presses == model.presses {
        show_found(model);
    } else if count > 0 {
        model.say(crate::tr!("search-found", query = query, count = count), ToastKind::Notice);
    }
}

/// Shows the hits that wait to be seen.
pub fn show_found(model: &mut Model) {
    let Some((query, hits)) = model.listing.found.take() else { return };
    model.listing.cell = None;
    model.listing.query = query;
    model.listing.kind = ListingKind::Hits;
    model.listing.cursor = Default::default();
    model.listing.hits = hits;
    model.main = Main::Listing;
    model.pane = Pane::Main;
}
