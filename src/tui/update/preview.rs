//! What an import would bring: asked for, shown line by line, confirmed.

use std::sync::Arc;

use super::{form, work};
use crate::error::{Error, Kind, Result};
use crate::model::DocumentId;
use crate::text::{CharPos, Text, wrap};
use crate::tr;
use crate::tui::effect::{Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::layout::centred;
use crate::tui::model::overlay::Preview;
use crate::tui::model::{Model, Overlay, ToastKind};
use crate::tui::msg::{Found, Ready};

/// How a line of the preview is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Name,
    Plain,
    Dim,
    Warning,
    Error,
}

/// A line of the preview, wrapped already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub tone: Tone,
    /// What stands in the margin: a paragraph's number, the sign of a warning.
    pub margin: String,
    pub text: String,
}

/// Stands in the margin where a file begins.
const SIGN: &str = "■";

/// Cells of the margin.
pub const MARGIN: usize = 6;

/// Begins to read what a path means.
pub fn ask(model: &mut Model, path: &str, effects: &mut Vec<Effect>) {
    let preview = Preview { path: path.to_owned(), found: None, since: model.clock, top: 0 };
    model.overlays.push(Overlay::Preview(preview));
    // One job at a time: this one takes the place of a search.
    model.progress = 0;
    model.listing.search = None;
    work(effects, Work::Preview(path.to_owned()));
}

/// The files were read: they are shown, if they are still waited for.
pub fn read(model: &mut Model, path: &str, result: Result<Vec<Found>>) {
    let waits = |overlay: &Overlay| matches!(overlay, Overlay::Preview(open) if open.found.is_none() && open.path == path);
    let Some(at) = model.overlays.iter().rposition(waits) else { return };
    match result {
        Ok(found) => {
            if let Some(Overlay::Preview(open)) = model.overlays.get_mut(at) {
                open.found = Some(found);
            }
        }
        Err(error) => {
            // The path is asked for again, as it was typed.
            model.overlays.remove(at);
            form::import(model, path);
            model.fail(error);
        }
    }
}

/// It was stored: what could not be is said, and who had nothing to read reads the first one.
pub fn stored(model: &mut Model, documents: &[DocumentId], wrong: Vec<Error>, effects: &mut Vec<Effect>) {
    if let Some(error) = wrong.into_iter().next() {
        model.fail(error);
    }
    if let (None, Some(first)) = (&model.reading, documents.first()) {
        work(effects, Work::Open { document: *first, span: None });
    }
}

/// The files that would be stored.
pub fn ready(open: &Preview) -> Vec<Arc<Ready>> {
    open.found.iter().flatten().filter_map(|found| found.result.as_ref().ok().cloned()).collect()
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let height = height(model) as isize;
    match key.code {
        Code::Esc | Code::Char('q') => leave(model, effects),
        Code::Char('c') if key.ctrl => leave(model, effects),
        Code::Enter => store(model, effects),
        Code::Down | Code::Char('j') => scroll(model, 1),
        Code::Up | Code::Char('k') => scroll(model, -1),
        Code::PageDown | Code::Char(' ') => scroll(model, height - 1),
        Code::PageUp => scroll(model, 1 - height),
        Code::Home => scroll(model, isize::MIN),
        Code::End => scroll(model, isize::MAX),
        _ => {}
    }
}

/// Leaves without importing; files that are being read are not read on.
fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Preview(Preview { found: None, .. })) = model.overlays.pop() {
        effects.push(Effect::Stop);
    }
}

fn store(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return };
    if open.found.is_none() {
        return;
    }
    let ready = ready(open);
    if ready.is_empty() {
        return model.say(tr!("preview-nothing"), ToastKind::Notice);
    }
    model.overlays.pop();
    work(effects, Work::Import(ready));
}

/// Moves the lines, and keeps them in the window.
pub fn scroll(model: &mut Model, lines: isize) {
    let last = self::lines(model).len().saturating_sub(height(model));
    if let Some(Overlay::Preview(open)) = model.overlays.last_mut() {
        open.top = open.top.saturating_add_signed(lines).min(last);
    }
}

/// The popup. All of the window's height that the lines need.
pub fn area(model: &Model) -> ratatui::layout::Rect {
    let wanted = lines(model).len().saturating_add(2).max(8);
    centred(model, 92, u16::try_from(wanted).unwrap_or(u16::MAX).min(model.height.saturating_sub(2)))
}

fn height(model: &Model) -> usize {
    usize::from(area(model).height.saturating_sub(2)).max(1)
}

/// All lines of the preview on top, wrapped to its width.
pub fn lines(model: &Model) -> Vec<Line> {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return Vec::new() };
    let Some(found) = &open.found else { return Vec::new() };
    let width = usize::from(centred(model, 92, 8).width.saturating_sub(3)).saturating_sub(MARGIN);
    let mut out = Lines { width, lines: Vec::new() };
    let ready = found.iter().filter(|found| found.result.is_ok()).count();
    if found.len() > 1 {
        out.put(Tone::Plain, "", &tr!("preview-of", ready = ready, all = found.len()));
        out.blank();
    }
    let word = model.study.pattern.singular.as_str();
    for file in found {
        match &file.result {
            Ok(ready) => out.ready(&file.name, ready, word, found.len() == 1),
            Err(error) => out.refused(&file.name, error),
        }
        out.blank();
    }
    out.lines.pop();
    out.lines
}

/// Lines being written.
struct Lines {
    width: usize,
    lines: Vec<Line>,
}

impl Lines {
    fn put(&mut self, tone: Tone, margin: &str, text: &str) {
        let mut margin = margin.to_owned();
        for paragraph in text.split(['\n', '\u{2028}']) {
            let whole = Text::new(paragraph);
            for row in wrap::rows(paragraph, CharPos(0), self.width) {
                let text = whole.slice(row).trim_end().to_owned();
                self.lines.push(Line { tone, margin: std::mem::take(&mut margin), text });
            }
        }
    }
    fn blank(&mut self) {
        self.lines.push(Line { tone: Tone::Plain, margin: String::new(), text: String::new() });
    }
    fn ready(&mut self, name: &str, file: &Ready, word: &str, alone: bool) {
        let label = format!("{word} {}", file.label).trim().to_owned();
        self.put(Tone::Name, SIGN, &format!("{name} → {label}"));
        let draft = &file.draft;
        let mut read = tr!("preview-read", paragraphs = file.paragraphs, words = file.words);
        let kind = match &draft.encoding {
            Some(encoding) => format!("{}, {encoding}", draft.reader),
            None => draft.reader.to_owned(),
        };
        read = format!("{read} · {kind}");
        self.put(Tone::Plain, "", &read);
        let speakers: Vec<String> = draft
            .speakers
            .iter()
            .map(|speaker| {
                let (label, count) = (speaker.label.clone(), speaker.paragraphs);
                match speaker.interviewer {
                    true => tr!("preview-interviewer", label = label, count = count),
                    false => tr!("preview-speaker", label = label, count = count),
                }
            })
            .collect();
        match speakers.is_empty() {
            true => self.put(Tone::Dim, "", &tr!("preview-no-speakers")),
            false => {
                self.put(Tone::Plain, "", &tr!("preview-speakers", speakers = speakers.join(" · ")));
            }
        }
        match file.timed {
            0 => self.put(Tone::Dim, "", &tr!("preview-no-times")),
            timed => self.put(Tone::Plain, "", &tr!("preview-times", count = timed)),
        }
        for warning in &draft.warnings {
            self.put(Tone::Warning, "!", warning);
        }
        if alone {
            self.blank();
            for (number, text) in &file.begins {
                let number = number.map(|number| number.to_string()).unwrap_or_default();
                let tone = if number.is_empty() { Tone::Dim } else { Tone::Plain };
                self.put(tone, &number, text);
            }
            if draft.paragraphs.len() > file.begins.len() {
                self.put(Tone::Dim, "", "…");
            }
        }
    }

    fn refused(&mut self, name: &str, error: &Error) {
        // In the project already, or its label is taken: that is no fault of the file.
        if error.kind == Kind::Refused {
            self.put(Tone::Dim, SIGN, &tr!("preview-skipped", file = name));
            return self.put(Tone::Warning, "", &error.message);
        }
        self.put(Tone::Error, SIGN, &tr!("preview-unreadable", file = name));
        self.put(Tone::Error, "", &error.message);
        if let Some(hint) = &error.hint {
            self.put(Tone::Plain, "", hint);
        }
    }
}
