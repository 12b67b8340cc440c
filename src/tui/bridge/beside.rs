//! What belongs to an interview besides its text, on the worker's side: operations, and pages to be read.

use std::path::Path;

use crate::error::{Error, Result};
use crate::formats::read::{ReadOptions, files, read};
use crate::model::consent::MayQuote;
use crate::model::guides::ReferenceKind;
use crate::model::history::Changed;
use crate::model::variables::{Entity, Owner};
use crate::model::{DocumentId, ReferenceId};
use crate::ops::documents::Source;
use crate::ops::guides::KeepAs;
use crate::ops::media::Start;
use crate::ops::player::{self, Manner};
use crate::store::{Project, codes, consent, documents, guides, media, memos, settings, variables};
use crate::text::times;
use crate::tui::effect::Beside;
use crate::tui::model::overlay::{Page, Tone};
use crate::tui::msg::Msg;
use crate::{ops, tr};

/// What came of an order.
pub enum Outcome {
    /// An operation; the prompt that asked for it, if there was one, closes.
    Changed(Changed),
    /// Nothing of the study changed; the prompt closes and says this.
    Said(String),
    Messages(Vec<Msg>),
}

pub fn run(project: &mut Project, order: Beside) -> Result<Outcome> {
    let changed = match order {
        Beside::Play(document, span) => {
            let playback = ops::media::playback(project, document, Start::Passage(span), None)?;
            let command = player::command(&playback.file, playback.at, Manner::Beside)?;
            let said = playback.words();
            return Ok(Outcome::Messages(vec![Msg::Play { command, said }]));
        }
        Beside::Recordings(document) => {
            let all = media::of_document(&project.read(), document)?;
            return Ok(Outcome::Messages(vec![Msg::Recordings(document, all)]));
        }
        Beside::Consents(document) => {
            let reader = project.read();
            let rows = consent::of_document(&reader, document)?;
            let persons = consent::persons(&reader, document)?;
            return Ok(Outcome::Messages(vec![Msg::Consents { document, persons, rows }]));
        }
        Beside::MayReplace(document) => {
            let free = ops::documents::check_unreferred(&project.read(), document);
            free.map_err(|error| error.hint(tr!("hint-replace-here")))?;
            return Ok(Outcome::Messages(vec![Msg::Replace(document)]));
        }
        Beside::MayQuote(document, span) => {
            let reader = project.read();
            let answer = ops::consent::may_quote(&reader, document, span)?;
            // Whoever writes no consents down at all need not be told so at every quotation.
            let silent = answer == MayQuote::Unknown && consent::list(&reader)?.is_empty();
            if answer.is_free() || silent {
                return Ok(Outcome::Messages(Vec::new()));
            }
            let place = ops::codings::cite(&reader, document, span)?;
            let words = ops::consent::quote_words(&answer, &place);
            return Ok(Outcome::Messages(vec![Msg::Warned(words)]));
        }
        Beside::Info(document) => {
            return Ok(Outcome::Messages(vec![Msg::Page(info(project, document)?)]));
        }
        Beside::Overview => return Ok(Outcome::Messages(vec![Msg::Page(overview(project)?)])),
        Beside::Guides(wanted) => {
            let all = guides::list(&project.read())?;
            return Ok(Outcome::Messages(vec![Msg::Guides(wanted, all)]));
        }
        Beside::Asked(guide) => {
            let codes = guides::codes(&project.read(), guide)?;
            return Ok(Outcome::Messages(vec![Msg::Asked(guide, codes)]));
        }
        Beside::SetGuideCodes(guide, codes) => ops::guides::set_codes(project, guide, &codes)?.changed,
        Beside::ReadGuide(guide) => {
            return Ok(Outcome::Messages(vec![Msg::Page(page_of(project, guide)?)]));
        }
        Beside::Relocate(recording, path) => {
            let recording = media::get(&project.read(), recording)?;
            let file = ops::media::relocate(project, &recording, &path)?.display().to_string();
            let name = recording.file_name;
            return Ok(Outcome::Said(tr!("cli-recording-relocated", name = name, file = file)));
        }
        Beside::Attach(document, path) => ops::media::attach(project, document, &path)?.changed,
        Beside::Shift(recording, by) => ops::media::shift(project, recording, by)?.changed,
        Beside::Detach(recording) => ops::media::detach(project, recording)?.changed,
        Beside::SetTime { document, number, time, end } => {
            ops::media::set_time(project, document, number, time, end)?.changed
        }
        Beside::SetConsent { document, person, change } => {
            ops::consent::set(project, document, person, &change)?.changed
        }
        Beside::Release { document, span, answer, wording } => {
            let released = ops::consent::release(project, document, span, answer, &wording);
            // The field that is empty stands above the message.
            released.map_err(|error| Error { hint: None, ..error })?.changed
        }
        Beside::ImportGuide { path, name, version } => import_guide(project, &path, name, version)?,
        Beside::RemoveGuide(guide) => ops::guides::remove(project, guide)?.changed,
        Beside::ChooseGuide(document, guide) => ops::guides::choose(project, document, guide)?.changed,
        Beside::SetStage(document, stage) => ops::guides::set_stage(project, document, stage)?.changed,
    };
    Ok(Outcome::Changed(changed))
}

fn import_guide(project: &mut Project, path: &Path, name: String, version: String) -> Result<Changed> {
    let options = ReadOptions::default();
    let (file, bytes) = files::load(path, &options.limits)?;
    let draft = read(&file, &bytes, &options)?;
    let name = Some(name).filter(|name| !name.is_empty());
    let wanted = KeepAs { name, version, kind: ReferenceKind::Guide };
    Ok(ops::guides::import(project, &draft, &Source::new(&file, &bytes), &wanted)?.changed)
}

/// All that is known of a document.
fn info(project: &Project, id: DocumentId) -> Result<Page> {
    let reader = project.read();
    let document = documents::get(&reader, id)?;
    let mut lines = Vec::new();
    let mut line = |name: String, value: String| {
        if !value.is_empty() {
            lines.push((Tone::Plain, format!("{name}: {value}")));
        }
    };
    line(tr!("cli-column-title"), document.title.clone());
    line(tr!("cli-column-group"), document.group.clone().unwrap_or_default());
    let case = memos::cases(&reader)?.into_iter().find(|(of, ..)| *of == id).map(|(.., name)| name);
    line(tr!("info-case"), case.unwrap_or_default());
    line(tr!("cli-column-stage"), tr!(&format!("stage-{}", document.stage.name())));
    let guide = document.guide.map(|guide| guides::get(&reader, guide)).transpose()?;
    line(tr!("cli-column-guide"), guide.map(|guide| guide.typed()).unwrap_or_default());
    let counts = tr!("info-counts", paragraphs = document.paragraphs, words = document.words);
    line(tr!("info-text"), counts);
    let speakers = documents::speakers(&reader, id)?;
    let speakers: Vec<String> = speakers.into_iter().map(|speaker| speaker.label).collect();
    line(tr!("cli-column-speakers"), speakers.join(", "));
    let values = variables::values(&reader)?;
    let own = variables::list(&reader)?.into_iter().filter(|variable| variable.entity == Entity::Document);
    for variable in own {
        let value =
            values.iter().find(|value| value.owner == Owner::Document(id) && value.variable == variable.id);
        line(variable.name, value.map(|value| value.working.clone()).unwrap_or_default());
    }
    let file = document.source_name.clone();
    line(tr!("cli-column-file"), format!("{file} · {}", crate::clock::local(&document.imported)));
    lines.push((Tone::Plain, String::new()));
    lines.push((Tone::Name, tr!("cli-list-recordings")));
    let all = documents::paragraphs(&reader, id)?;
    let timed = all.iter().filter(|paragraph| paragraph.number.is_some() && paragraph.time.is_some()).count();
    let recordings = media::of_document(&reader, id)?;
    if recordings.is_empty() {
        lines.push((Tone::Dim, tr!("info-no-recording")));
    }
    for recording in &recordings {
        let mut parts = vec![recording.file_name.clone()];
        parts.extend(recording.duration.map(times::exact));
        if recording.shift != 0 {
            parts.push(tr!("info-shift", seconds = ops::media::seconds(recording.shift)));
        }
        match ops::media::find(project, recording)? {
            Some(path) => {
                parts.push(path.display().to_string());
                lines.push((Tone::Plain, parts.join(" · ")));
            }
            None => {
                parts.push(tr!("cli-recording-missing"));
                lines.push((Tone::Warning, parts.join(" · ")));
            }
        }
    }
    lines.push((Tone::Plain, tr!("info-timed", timed = timed, all = document.paragraphs)));
    lines.push((Tone::Plain, String::new()));
    lines.push((Tone::Name, tr!("cli-list-consent")));
    let consents = consent::of_document(&reader, id)?;
    for row in &consents {
        lines.push((Tone::Plain, ops::consent::words(row)));
    }
    let concerns = crate::model::consent::concerns(&consents, &ops::consent::today());
    for concern in &concerns {
        lines.push((Tone::Warning, format!("! {}", ops::consent::concern_words(concern))));
    }
    let title = settings::citation(&reader)?.name(&document.label);
    Ok(Page { title, lines, top: 0 })
}

/// What was agreed for all documents, and what is to be seen to.
fn overview(project: &Project) -> Result<Page> {
    let reader = project.read();
    let pattern = settings::citation(&reader)?;
    let concerns = ops::consent::concerns(&reader, &ops::consent::today())?;
    let mut lines = Vec::new();
    for document in documents::list(&reader)? {
        lines.push((Tone::Name, format!("{} · {}", pattern.name(&document.label), document.title)));
        for row in consent::of_document(&reader, document.id)? {
            lines.push((Tone::Plain, ops::consent::words(&row)));
        }
        for concern in concerns.get(&document.id).into_iter().flatten() {
            lines.push((Tone::Warning, format!("! {}", ops::consent::concern_words(concern))));
        }
    }
    Ok(Page { title: tr!("cli-list-consent"), lines, top: 0 })
}

/// A guide, with what is known of it before its text.
fn page_of(project: &Project, id: ReferenceId) -> Result<Page> {
    let reader = project.read();
    let guide = guides::get(&reader, id)?;
    let mut lines = Vec::new();
    let all = documents::list(&reader)?;
    let led = all.into_iter().filter(|document| document.guide == Some(id)).map(|document| document.label);
    let led = led.collect::<Vec<_>>().join(", ");
    if !led.is_empty() {
        lines.push((Tone::Dim, tr!("info-led", labels = led)));
    }
    let tree = codes::tree(&reader)?;
    let asked = guides::codes(&reader, id)?;
    let asked: Vec<&str> = tree
        .nodes()
        .iter()
        .filter(|node| asked.contains(&node.code.id))
        .map(|node| node.path.as_str())
        .collect();
    if !asked.is_empty() {
        lines.push((Tone::Dim, tr!("info-asks", codes = asked.join(", "))));
    }
    if !lines.is_empty() {
        lines.push((Tone::Plain, String::new()));
    }
    lines.push((Tone::Plain, guides::text(&reader, id)?));
    Ok(Page { title: guide.typed(), lines, top: 0 })
}
