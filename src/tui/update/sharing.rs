//! Working apart: asking for a package, looking at one that came back, deciding what collides.

use std::path::PathBuf;

use ratatui::layout::Rect;

use super::{form, page, work};
use crate::model::packages::Take;
use crate::ops::merge;
use crate::ops::merge::Decisions;
use crate::text::{CharPos, Text, wrap};
use crate::tr;
use crate::tui::bridge::sharing::{Ask, Came, Told};
use crate::tui::effect::{Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::layout::centred;
use crate::tui::model::overlay::{Field, Form, FormKind, Page, Tone};
use crate::tui::model::sharing::Merging;
use crate::tui::model::{Model, Overlay, ToastKind};

/// Lines of one side of what collides.
const TALLEST: usize = 6;

/// Asks whom a package is for and where it goes.
pub fn share(model: &mut Model) {
    let study = &model.study;
    let other = study.coders.iter().find(|coder| Some(coder.id) != study.coder && !coder.consensus);
    let name = other.map(|coder| coder.name.clone()).unwrap_or_default();
    let file =
        if name.is_empty() { tr!("sharing-file") } else { name.to_lowercase().replace(['/', '\\'], "-") };
    let path = study.folder.join(format!("{file}.absatz")).display().to_string();
    let fields = vec![
        Field::new(tr!("field-share-coder"), &name, false),
        Field::new(tr!("field-share-file"), &path, false),
        Field::new(tr!("field-share-documents"), "", false),
        secret(tr!("field-share-passphrase")),
    ];
    form::open(model, Form::new(FormKind::Share, tr!("form-share"), fields));
}

/// Asks for the file that came back.
pub fn came_back(model: &mut Model) {
    let path = format!("{}{}", model.study.folder.display(), std::path::MAIN_SEPARATOR);
    let field = Field::new(tr!("field-merge-file"), &path, false);
    form::open(model, Form::new(FormKind::MergeFile(None), tr!("form-merge"), vec![field]));
}

pub fn packages(effects: &mut Vec<Effect>) {
    work(effects, Work::Sharing(Ask::Packages));
}

/// A field that does not show what is typed.
fn secret(label: String) -> Field {
    let mut field = Field::new(label, "", false);
    field.area.set_mask_char('•');
    field
}

/// A prompt was confirmed; it stays open until what it asked for is done. Whether the open one is of this kind.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let texts: Vec<String> = open.texts();
    let text = |nth: usize| texts.get(nth).map(|text| text.trim().to_owned()).unwrap_or_default();
    let path = |typed: String| PathBuf::from(typed.trim_matches(['"', '\'']));
    let decisions = Decisions { unmarked: model.marks == Some(false), ..Decisions::default() };
    match &open.kind {
        FormKind::Share => {
            let passphrase = texts.get(3).cloned().unwrap_or_default();
            let ask = Ask::Share { coder: text(0), file: path(text(1)), documents: text(2), passphrase };
            page::wait(model, tr!("waiting-share"), Work::Sharing(ask), effects);
        }
        FormKind::MergeFile(None) => {
            let came = Came { file: path(text(0)), decisions, ..Came::default() };
            page::wait(model, tr!("waiting-merge-plan"), Work::Sharing(Ask::Plan(came)), effects);
        }
        FormKind::MergeFile(Some(file)) => {
            let passphrase = Some(texts.first().cloned().unwrap_or_default());
            let came = Came { file: file.clone(), passphrase, decisions };
            page::wait(model, tr!("waiting-merge-plan"), Work::Sharing(Ask::Plan(came)), effects);
        }
        _ => return false,
    }
    true
}

fn close_form(model: &mut Model) {
    if let Some(Overlay::Form(form)) = model.overlays.last()
        && matches!(form.kind, FormKind::Share | FormKind::MergeFile(_))
    {
        model.overlays.pop();
    }
}

/// Answers become state.
pub fn told(model: &mut Model, told: Told) {
    match told {
        Told::Shared { said, .. } => {
            close_form(model);
            model.say(said, ToastKind::Notice);
        }
        Told::NeedsPassphrase(file) => {
            close_form(model);
            let title = tr!("form-merge-passphrase", file = file.display().to_string());
            let field = secret(tr!("field-merge-passphrase"));
            form::open(model, Form::new(FormKind::MergeFile(Some(file)), title, vec![field]));
        }
        Told::Planned(came, report) => {
            close_form(model);
            if report.is_empty() {
                let coders = report.coders.join(", ");
                return model.say(tr!("merge-nothing", coder = coders), ToastKind::Notice);
            }
            // What was decided stays so; the cursor goes to what came up besides.
            let mut merging = Merging::new(came, *report);
            let open =
                |conflict: &crate::model::packages::Conflict| !merging.taken.contains_key(&conflict.id);
            merging.at = merging.report.conflicts.iter().position(open).unwrap_or(0);
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::Merging(_)));
            model.overlays.push(Overlay::Merging(Box::new(merging)));
            keep_in_sight(model);
        }
        Told::Merged(_) => model.overlays.retain(|overlay| !matches!(overlay, Overlay::Merging(_))),
        Told::Packages(all) => {
            let mut lines: Vec<(Tone, String)> = all.into_iter().map(|line| (Tone::Plain, line)).collect();
            if lines.is_empty() {
                lines.push((Tone::Dim, tr!("cli-no-packages")));
            }
            model.overlays.push(Overlay::Page(Page { title: tr!("sharing-packages"), lines, top: 0 }));
        }
    }
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let room = room(model);
    let Some(Overlay::Merging(open)) = model.overlays.last_mut() else { return };
    let last = open.report.conflicts.len().saturating_sub(1);
    let scrolls = open.report.conflicts.is_empty();
    match key.code {
        Code::Char('c') if key.ctrl => drop(model.overlays.pop()),
        Code::Esc | Code::Char('q') => drop(model.overlays.pop()),
        Code::PageDown => scroll(model, room as isize - 1),
        Code::PageUp => scroll(model, 1 - room as isize),
        Code::Down | Code::Char('j') if scrolls => scroll(model, 1),
        Code::Up | Code::Char('k') if scrolls => scroll(model, -1),
        Code::Down | Code::Char('j') => {
            open.at = (open.at + 1).min(last);
            keep_in_sight(model);
        }
        Code::Up | Code::Char('k') => {
            open.at = open.at.saturating_sub(1);
            keep_in_sight(model);
        }
        Code::Char('o') | Code::Left | Code::Char('h') => take(model, Take::Ours, false),
        Code::Char('t') | Code::Right | Code::Char('l') => take(model, Take::Theirs, false),
        Code::Char('b') => take(model, Take::Both, false),
        Code::Char('O') => take(model, Take::Ours, true),
        Code::Char('T') => take(model, Take::Theirs, true),
        Code::Char('m') => {
            // What is marked stands among the remarks: it is looked through anew.
            let mut came = open.came.clone();
            came.decisions.single.clone_from(&open.taken);
            came.decisions.unmarked = !came.decisions.unmarked;
            page::wait(model, tr!("waiting-merge"), Work::Sharing(Ask::Plan(came)), effects);
        }
        Code::Enter => {
            let undecided = open.undecided();
            if undecided > 0 {
                return model.say(tr!("merging-undecided", count = undecided), ToastKind::Notice);
            }
            let mut came = open.came.clone();
            came.decisions.single.clone_from(&open.taken);
            page::wait(model, tr!("waiting-merge"), Work::Sharing(Ask::Merge(came)), effects);
        }
        _ => {}
    }
}

pub fn scroll(model: &mut Model, by: isize) {
    let last = lines(model).len().saturating_sub(room(model));
    if let Some(Overlay::Merging(open)) = model.overlays.last_mut() {
        open.top = open.top.saturating_add_signed(by).min(last);
    }
}

/// Decides what is under the cursor, or all that is undecided.
fn take(model: &mut Model, take: Take, all: bool) {
    let Some(Overlay::Merging(open)) = model.overlays.last_mut() else { return };
    let mut refused = false;
    for (nth, conflict) in open.report.conflicts.iter().enumerate() {
        let meant = if all { !open.taken.contains_key(&conflict.id) } else { nth == open.at };
        if !meant {
            continue;
        }
        if take == Take::Both && !conflict.joinable {
            refused = true;
            continue;
        }
        open.taken.insert(conflict.id.clone(), take);
    }
    if !all && !refused {
        open.at = (open.at + 1).min(open.report.conflicts.len().saturating_sub(1));
    }
    if refused {
        model.say(tr!("merging-not-both"), ToastKind::Notice);
    }
    keep_in_sight(model);
}

/// A conflict was clicked.
pub fn click(model: &mut Model, at: usize) {
    if let Some(Overlay::Merging(open)) = model.overlays.last_mut() {
        open.at = at.min(open.report.conflicts.len().saturating_sub(1));
    }
    keep_in_sight(model);
}

pub fn area(model: &Model) -> Rect {
    centred(model, 110, model.height.saturating_sub(2))
}

/// Lines that fit into the window.
pub fn room(model: &Model) -> usize {
    usize::from(area(model).height.saturating_sub(2)).max(1)
}

fn keep_in_sight(model: &mut Model) {
    let (room, lines) = (room(model), lines(model));
    let Some(Overlay::Merging(open)) = model.overlays.last_mut() else { return };
    let of = |line: &&Line| line.conflict() == Some(open.at);
    let Some(first) = lines.iter().position(|line| of(&line)) else { return };
    let last = lines.iter().rposition(|line| of(&line)).unwrap_or(first);
    // The first conflict brings what stands above it along.
    let first = if open.at == 0 { 0 } else { first };
    if last >= open.top + room {
        open.top = (last + 1).saturating_sub(room);
    }
    if first < open.top || last < room {
        open.top = if last < room { 0 } else { first };
    }
}

/// A line of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// What comes, or is to be known.
    Plain(String),
    Dim(String),
    /// What collides: which one, and its words.
    Title(usize, String),
    /// Ours and theirs side by side; whether each is taken, none while nothing is decided.
    Sides(usize, String, String),
}

impl Line {
    pub fn conflict(&self) -> Option<usize> {
        match self {
            Line::Title(nth, _) | Line::Sides(nth, ..) => Some(*nth),
            Line::Plain(_) | Line::Dim(_) => None,
        }
    }
}

/// Cells of one side.
pub fn side_width(model: &Model) -> u16 {
    (area(model).width.saturating_sub(7)) / 2
}

/// What the window says, wrapped.
pub fn lines(model: &Model) -> Vec<Line> {
    let Some(Overlay::Merging(open)) = model.overlays.last() else { return Vec::new() };
    let width = usize::from(area(model).width.saturating_sub(4));
    let mut out = Vec::new();
    for (&(table, happened), &count) in &open.report.counts {
        out.push(Line::Plain(merge::happened_words(table, happened, count)));
    }
    for remark in &open.report.remarks {
        out.extend(wrapped(&merge::remark_words(remark), width).into_iter().map(Line::Dim));
    }
    let side = usize::from(side_width(model));
    for (nth, conflict) in open.report.conflicts.iter().enumerate() {
        if !out.is_empty() {
            out.push(Line::Dim(String::new()));
        }
        let what = merge::unit_words(conflict.table, &conflict.unit);
        let clash = merge::clash_words(conflict.clash);
        let title = format!("{} · {what}: {clash}", conflict.title);
        out.extend(wrapped(&title, width).into_iter().map(|line| Line::Title(nth, line)));
        let (ours, theirs) = (wrapped(&conflict.ours, side), wrapped(&conflict.theirs, side));
        for row in 0..ours.len().max(theirs.len()).min(TALLEST) {
            let at = |side: &[String]| side.get(row).cloned().unwrap_or_default();
            out.push(Line::Sides(nth, at(&ours), at(&theirs)));
        }
    }
    out
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in text.lines() {
        let whole = Text::new(line);
        for row in wrap::rows(line, CharPos(0), width.max(8)) {
            out.push(whole.slice(row).trim_end().to_owned());
        }
    }
    out
}
