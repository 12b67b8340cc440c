//! What the preview of an import says, line by line, and the summary after it.

use super::{options, preview};
use crate::error::{Choice, Error};
use crate::formats::read::said;
use crate::text::{CharPos, Text, times, wrap};
use crate::tr;
pub use crate::tui::model::overlay::Tone;
use crate::tui::model::preview::Stage;
use crate::tui::model::{Model, Overlay, Preview};
use crate::tui::msg::{Found, Ready};

/// A line of the preview, wrapped already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub tone: Tone,
    /// What stands in the margin: a paragraph's number, the sign of a warning.
    pub margin: String,
    /// Who speaks and when, in a column of its own of `lead_width` cells.
    pub lead: String,
    pub lead_width: usize,
    pub text: String,
    /// Choices: the letter and what it is now. They take the place of the text.
    pub keys: Vec<(char, String)>,
}

impl Line {
    fn of(tone: Tone) -> Line {
        Line {
            tone,
            margin: String::new(),
            lead: String::new(),
            lead_width: 0,
            text: String::new(),
            keys: Vec::new(),
        }
    }
}

/// Cells of the margin.
pub const MARGIN: usize = 6;

/// Stands in the margin where a document begins.
const SIGN: &str = "■";

/// What is said of the document at the cursor, wrapped to the popup's width.
pub fn lines(model: &Model) -> Vec<Line> {
    let Some(Overlay::Preview(open)) = model.overlays.iter().rev().find(|o| matches!(o, Overlay::Preview(_)))
    else {
        return Vec::new();
    };
    let Some(found) = open.here() else { return Vec::new() };
    let width = usize::from(preview::area(model).width.saturating_sub(4)).saturating_sub(MARGIN);
    let mut out = Lines { width, lines: Vec::new() };
    let word = model.study.pattern.singular.as_str();
    match &found.ready {
        Ok(ready) => out.document(open, found, ready, word),
        Err(error) => {
            out.put(Tone::Error, SIGN, &tr!("preview-unreadable", file = found.name.clone()));
            out.error(error);
            out.blank();
            out.choices(choices(open, found));
        }
    }
    out.lines
}

/// What came of an import: a row a document, what there is to say below it.
pub fn summary(model: &Model) -> Vec<Line> {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return Vec::new() };
    let (Some(found), Stage::Done { results, .. }) = (&open.found, &open.stage) else { return Vec::new() };
    let width = usize::from(preview::area(model).width.saturating_sub(4)).saturating_sub(MARGIN);
    let mut out = Lines { width, lines: Vec::new() };
    let done = results.values().filter(|result| result.is_ok()).count();
    out.put(Tone::Plain, "", &tr!("summary-of", done = done, all = found.len()));
    out.blank();
    let wide =
        |of: fn(&Found) -> &String| found.iter().map(|found| wrap::width(of(found))).max().unwrap_or(0);
    let file = wide(|found| &found.name).clamp(8, width / 3);
    let label = wide(|found| &found.label).clamp(wrap::width(&tr!("summary-label")), 16);
    let row = |name: &str, id: &str, paragraphs: &str, words: &str, speakers: &str| {
        let cell = |text: &str, width: usize| {
            let text = wrap::cut(text, width);
            let pad = width.saturating_sub(wrap::width(&text));
            format!("{text}{}", " ".repeat(pad))
        };
        format!("{}  {}  {paragraphs:>7}  {words:>8}  {speakers}", cell(name, file), cell(id, label))
    };
    let (paragraphs, words) = (tr!("summary-paragraphs"), tr!("summary-words"));
    let heading =
        row(&tr!("summary-file"), &tr!("summary-label"), &paragraphs, &words, &tr!("summary-speakers"));
    out.put_cut(Tone::Dim, "", &heading);
    for (at, found) in found.iter().enumerate() {
        let line = match &found.ready {
            Ok(ready) => {
                let speakers = ready.draft.speakers.iter().map(|speaker| speaker.label.as_str());
                let speakers = speakers.collect::<Vec<_>>().join(", ");
                let (paragraphs, words) = (ready.paragraphs.to_string(), ready.words.to_string());
                row(&found.name, &found.label, &paragraphs, &words, &speakers)
            }
            Err(_) => row(&found.name, "", "", "", ""),
        };
        match (results.get(&at), &found.ready) {
            (Some(Ok(_)), Ok(ready)) => {
                out.put_cut(Tone::Good, "✓", &line);
                for warning in said_of(ready) {
                    out.put(Tone::Dim, "!", &warning);
                }
            }
            (Some(Err(error)), _) | (None, Err(error)) => {
                out.put_cut(Tone::Error, "✗", &line);
                out.error(error);
            }
            (None, Ok(_)) => {
                out.put_cut(Tone::Dim, "–", &line);
                let reason = match &found.refused {
                    _ if found.without => tr!("preview-left-out"),
                    Some(error) => error.message.clone(),
                    None => tr!("summary-stopped"),
                };
                out.put(Tone::Warning, "", &reason);
            }
            (Some(Ok(_)), Err(_)) => {}
        }
    }
    out.lines
}

/// What can be done with the document at the cursor: how its file is read, and the rest.
fn choices(open: &Preview, found: &Found) -> Vec<(char, String)> {
    let mut list = Vec::new();
    if found.ready.is_ok() {
        list.push(('s', tr!("choice-speakers")));
        list.extend(open.replaces.is_none().then(|| ('r', tr!("choice-name"))));
    }
    if let Some(asked) = open.asked.get(found.asked) {
        list.extend(options::shown(found, &asked.options));
    }
    if preview::again_of(open, found).is_some() {
        list.push(('n', tr!("choice-again")));
    }
    if open.found.as_ref().is_some_and(|found| found.len() > 1) {
        let without = if found.without { tr!("choice-within") } else { tr!("choice-without") };
        list.push(('d', without));
        list.extend(open.replaces.is_none().then(|| ('g', tr!("choice-group"))));
        list.push(('a', tr!("choice-all")));
    }
    list
}

/// What was left out or is odd, without what could be done about it.
fn said_of(ready: &Ready) -> Vec<String> {
    let draft = &ready.draft;
    let odd = draft.advice.iter().filter(|advice| advice.choice != Choice::Split);
    let advice = odd.map(|advice| advice.text.clone());
    draft.warnings.iter().cloned().chain(advice).collect()
}

/// Lines being written.
struct Lines {
    width: usize,
    lines: Vec<Line>,
}

impl Lines {
    fn line(&mut self, tone: Tone, margin: &str, text: String) {
        self.lines.push(Line { text, margin: margin.to_owned(), ..Line::of(tone) });
    }
    fn put(&mut self, tone: Tone, margin: &str, text: &str) {
        self.put_beside(tone, margin, ("", 0), text);
    }
    /// A text beside a column of `lead`.
    fn put_beside(&mut self, tone: Tone, margin: &str, lead: (&str, usize), text: &str) {
        let (mut margin, mut first) = (margin.to_owned(), lead.0.to_owned());
        for paragraph in text.split(['\n', '\u{2028}']) {
            let whole = Text::new(paragraph);
            for row in wrap::rows(paragraph, CharPos(0), self.width.saturating_sub(lead.1)) {
                let text = whole.slice(row).trim_end().to_owned();
                let (margin, lead_words) = (std::mem::take(&mut margin), std::mem::take(&mut first));
                let (lead, lead_width) = (lead_words, lead.1);
                self.lines.push(Line { text, margin, lead, lead_width, ..Line::of(tone) });
            }
        }
    }
    /// A text on one line.
    fn put_cut(&mut self, tone: Tone, margin: &str, text: &str) {
        let text = wrap::cut(text, self.width);
        self.line(tone, margin, text);
    }
    /// One empty line, not two.
    fn blank(&mut self) {
        let is_empty = |line: &Line| line.text.is_empty() && line.keys.is_empty();
        if !self.lines.last().is_some_and(is_empty) {
            self.line(Tone::Plain, "", String::new());
        }
    }
    fn error(&mut self, error: &Error) {
        self.put(Tone::Error, "", &error.message);
        if preview::is_fault(error) {
            self.way_out(error);
        }
    }
    /// What can be done about it, with the key that does it here.
    fn way_out(&mut self, error: &Error) {
        let Some(hint) = &error.hint else { return };
        let key = error.choice.map(|choice| format!(" ({})", options::letter(choice)));
        self.put(Tone::Plain, "", &format!("{hint}{}", key.unwrap_or_default()));
    }

    fn document(&mut self, open: &Preview, found: &Found, ready: &Ready, word: &str) {
        let label = format!("{word} {}", found.label).trim().to_owned();
        // A title that only repeats the file's name tells nothing.
        let stem = found.name.rsplit_once('.').map_or(found.name.as_str(), |(stem, _)| stem);
        let title = if found.title == stem { String::new() } else { found.title.clone() };
        let named = [label, title, found.group.clone()];
        let named: Vec<String> = named.into_iter().filter(|name| !name.is_empty()).collect();
        self.put(Tone::Name, SIGN, &format!("{} → {}", found.name, named.join(" · ")));
        if found.without {
            self.put(Tone::Warning, "", &tr!("preview-left-out"));
        } else if let Some(error) = &found.refused {
            self.put(Tone::Warning, "!", &error.message);
            self.way_out(error);
        }
        let draft = &ready.draft;
        let read = tr!("preview-read", paragraphs = ready.paragraphs, words = ready.words);
        let kind = match &draft.encoding {
            Some(encoding) => format!("{}, {encoding}", draft.reader),
            None => draft.reader.to_owned(),
        };
        self.put(Tone::Plain, "", &format!("{read} · {kind}"));
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
            false => self.put(Tone::Plain, "", &tr!("preview-speakers", speakers = speakers.join(" · "))),
        }
        match (ready.timed, said::times(draft)) {
            (0, _) => self.put(Tone::Dim, "", &tr!("preview-no-times")),
            (timed, None) => self.put(Tone::Plain, "", &tr!("preview-times", count = timed)),
            (timed, Some(said)) => {
                self.put(Tone::Plain, "", &format!("{} · {said}", tr!("preview-times", count = timed)));
            }
        }
        for warning in &draft.warnings {
            self.put(Tone::Warning, "!", warning);
        }
        for advice in &draft.advice {
            self.put(Tone::Warning, "!", &format!("{} ({})", advice.text, options::letter(advice.choice)));
        }
        self.blank();
        self.choices(choices(open, found));
        self.blank();
        let could = draft
            .candidates
            .iter()
            .map(|candidate| tr!("preview-candidate", label = candidate.label.clone()));
        let could: Vec<String> = could.take(5).collect();
        if !could.is_empty() {
            self.put(Tone::Dim, "", &tr!("preview-candidates", labels = could.join(", ")));
        }
        for line in said::left_out(draft) {
            self.put(Tone::Dim, "", &line);
        }
        self.blank();
        self.begins(ready);
    }

    /// The choices, as many on a line as fit.
    fn choices(&mut self, choices: Vec<(char, String)>) {
        let mut row: Vec<(char, String)> = Vec::new();
        let mut used = 0;
        for (letter, words) in choices {
            let wide = wrap::width(&words) + 5;
            if used + wide > self.width + 3 && !row.is_empty() {
                self.lines.push(Line { keys: std::mem::take(&mut row), ..Line::of(Tone::Plain) });
                used = 0;
            }
            used += wide;
            row.push((letter, words));
        }
        self.lines.push(Line { keys: row, ..Line::of(Tone::Plain) });
    }

    /// The first paragraphs as they will be numbered: number, speaker and time, text.
    fn begins(&mut self, ready: &Ready) {
        const WIDEST: usize = 20;
        let leads: Vec<String> = ready
            .begins
            .iter()
            .map(|line| {
                let time = line.time.map(|seconds| times::shown((seconds * 1000.0) as u32));
                let lead: Vec<String> = line.speaker.iter().cloned().chain(time).collect();
                wrap::cut(&lead.join(" "), WIDEST)
            })
            .collect();
        let wide = leads.iter().map(|lead| wrap::width(lead)).max().unwrap_or(0);
        let column = if wide > 0 { wide + 2 } else { 0 };
        for (line, lead) in ready.begins.iter().zip(&leads) {
            let number = line.n.map(|number| number.to_string()).unwrap_or_default();
            let tone = if number.is_empty() { Tone::Dim } else { Tone::Plain };
            self.put_beside(tone, &number, (lead, column), &line.text);
        }
        if ready.draft.paragraphs.len() > ready.begins.len() {
            self.put(Tone::Dim, "", "…");
        }
    }
}
