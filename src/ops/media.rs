//! Recordings: attaching and leaving them, where their files lie, the times of paragraphs, and what is played from where.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::error::{Error, Result};
use crate::formats::recordings;
use crate::model::documents::Transcript;
use crate::model::history::{Done, OperationKind};
use crate::model::media::{Recording, with_time};
use crate::model::{DocumentId, RecordingId};
use crate::store::{Project, Reader, documents, media};
use crate::text::{Paragraph, Span, paragraphs, times};
use crate::tr;

/// Attaches a recording to a document. The study keeps its name and length; where the file lies is remembered for this
/// machine only.
pub fn attach(project: &mut Project, document: DocumentId, file: &Path) -> Result<Done<RecordingId>> {
    let (file, path) = there(file)?;
    let name = name_of(&file)?;
    let label = documents::get(&project.read(), document)?.label;
    let duration = std::fs::File::open(&file).ok().and_then(recordings::duration);
    let arguments = json!({"label": label, "name": name});
    let done = project.operate(OperationKind::AttachRecording, arguments, |w| {
        if media::of_document(w, document)?.iter().any(|other| other.file_name == name) {
            return Err(Error::refused(tr!(
                "error-recording-attached",
                label = label.clone(),
                file = name.clone()
            ))
            .hint(tr!("hint-recording-attached")));
        }
        media::insert(w, document, &name, duration)
    })?;
    if !done.changed.is_empty()
        && let Ok(recording) = media::get(&project.read(), done.value)
    {
        project.keep(|keeper| keeper.set_recording_path(&recording, &path))?;
    }
    Ok(done)
}

/// Says where a recording's file lies on this machine. No entry in the history: nothing of the study changes.
pub fn relocate(project: &mut Project, recording: &Recording, file: &Path) -> Result<PathBuf> {
    let (file, path) = there(file)?;
    project.keep(|keeper| keeper.set_recording_path(recording, &path))?;
    Ok(file)
}

/// A file that is there, as an absolute path.
fn there(file: &Path) -> Result<(PathBuf, String)> {
    let absolute = std::path::absolute(file).map_err(|error| Error::io(file, &error))?;
    let shown = absolute.display().to_string();
    let Ok(found) = std::fs::metadata(&absolute) else {
        return Err(Error::not_found(tr!("error-no-such-recording", file = shown)).file(&absolute));
    };
    if found.is_dir() {
        return Err(Error::invalid(tr!("error-recording-is-folder", file = shown)).file(&absolute));
    }
    match absolute.to_str().map(str::to_owned) {
        Some(path) => Ok((absolute, path)),
        None => Err(Error::invalid(tr!("error-recording-name", file = shown)).file(&absolute)),
    }
}

fn name_of(file: &Path) -> Result<String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if name.is_empty() || name.contains(|c: char| c.is_control()) {
        return Err(Error::invalid(tr!("error-recording-name", file = file.display().to_string())).file(file));
    }
    Ok(name)
}

/// The recording goes from the document; its file is not touched, and the times stay.
pub fn detach(project: &mut Project, id: RecordingId) -> Result<Done<()>> {
    let recording = media::get(&project.read(), id)?;
    let label = documents::get(&project.read(), recording.document)?.label;
    let arguments = json!({"label": label, "name": recording.file_name});
    project.operate(OperationKind::DetachRecording, arguments, |w| media::remove(w, id))
}

/// Says by how many milliseconds the transcript's times are late in this recording.
pub fn shift(project: &mut Project, id: RecordingId, milliseconds: i64) -> Result<Done<()>> {
    const DAY: i64 = 24 * 3600 * 1000;
    let recording = media::get(&project.read(), id)?;
    let label = documents::get(&project.read(), recording.document)?.label;
    if !(-DAY..=DAY).contains(&milliseconds) {
        return Err(Error::invalid(tr!("error-shift-long")));
    }
    let arguments = json!({"label": label, "name": recording.file_name, "value": seconds(milliseconds)});
    project.operate(OperationKind::ShiftRecording, arguments, |w| media::set_shift(w, id, milliseconds))
}

/// Milliseconds as seconds with their sign: `+2`, `-0.5`, `0`.
pub fn seconds(milliseconds: i64) -> String {
    let whole = milliseconds.unsigned_abs();
    let rest = match whole % 1000 {
        0 => String::new(),
        rest => format!(".{}", format!("{rest:03}").trim_end_matches('0')),
    };
    let sign = match milliseconds {
        0 => "",
        1.. => "+",
        _ => "-",
    };
    format!("{sign}{}{rest}", whole / 1000)
}

/// Seconds with a sign, as a person types them: `2`, `+1.5`, `-0,25`; also as a time, `-0:01:05`.
pub fn typed_shift(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, rest) = match (text.strip_prefix('-'), text.strip_prefix('+')) {
        (Some(rest), _) => (-1, rest),
        (_, Some(rest)) => (1, rest),
        _ => (1, text),
    };
    times::typed(rest).map(|ms| sign * i64::from(ms))
}

/// Sets by hand when a paragraph begins in the recording, and when it ends; none takes the times away.
pub fn set_time(
    project: &mut Project,
    document: DocumentId,
    number: u32,
    time: Option<u32>,
    end: Option<u32>,
) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let all = documents::paragraphs(&project.read(), document)?;
    let Some(paragraph) = paragraphs::by_number(&all, number) else {
        let last = all.iter().rev().find_map(|paragraph| paragraph.number).unwrap_or(0);
        return Err(Error::not_found(tr!(
            "error-no-such-paragraph",
            label = label,
            paragraph = number,
            last = last
        )));
    };
    match (time, end) {
        (None, Some(_)) => return Err(Error::invalid(tr!("error-time-end-alone"))),
        (Some(time), Some(end)) if end <= time => {
            return Err(Error::invalid(tr!(
                "error-time-order",
                time = times::exact(time),
                end = times::exact(end)
            )));
        }
        _ => {}
    }
    let place = super::codings::cite(&project.read(), document, paragraph.span)?;
    let arguments = json!({"place": place, "value": time.map(times::exact)});
    project.operate(OperationKind::SetTime, arguments, |w| media::set_time(w, document, number, time, end))
}

/// The neighbour with a time that a paragraph's own time does not fit: one before it that begins later, or one after it
/// that begins earlier. A slip of the finger, mostly.
pub fn out_of_order(all: &[Paragraph], number: u32) -> Option<&Paragraph> {
    let at = all.iter().position(|paragraph| paragraph.number == Some(number))?;
    let time = all.get(at)?.time?;
    let before = all.get(..at)?.iter().rev().find(|paragraph| paragraph.time.is_some());
    let after = all.get(at + 1..)?.iter().find(|paragraph| paragraph.time.is_some());
    before
        .filter(|paragraph| paragraph.time > Some(time))
        .or_else(|| after.filter(|paragraph| paragraph.time < Some(time)))
}

/// From where something is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// The beginning of the recording.
    Beginning,
    /// A time that was named.
    Named,
    /// The paragraph's own time.
    Paragraph(String),
    /// The paragraph has none: the nearest before it that has one.
    Earlier { asked: String, found: String },
}

/// What is to be played, and where in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playback {
    pub recording: Recording,
    pub file: PathBuf,
    /// Milliseconds from the beginning of the file.
    pub at: u32,
    /// Of the transcript, before the shift.
    pub time: u32,
    pub from: From,
}

impl Playback {
    /// What plays and from where, in words.
    pub fn words(&self) -> String {
        let (file, time) = (self.recording.file_name.clone(), times::about(self.time));
        match &self.from {
            From::Beginning => tr!("play-beginning", file = file),
            From::Named => tr!("play-time", file = file, time = time),
            From::Paragraph(place) => tr!("play-place", file = file, time = time, place = place.clone()),
            From::Earlier { asked, found } => {
                tr!("play-earlier", file = file, time = time, asked = asked.clone(), found = found.clone())
            }
        }
    }
}

/// Where to begin: at a passage's paragraph, or at a time of the transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    Beginning,
    Passage(Span),
    Time(u32),
}

/// What to play of a document. `wanted` chooses one recording of several; none: the one that has the time.
pub fn playback(
    project: &Project,
    document: DocumentId,
    start: Start,
    wanted: Option<RecordingId>,
) -> Result<Playback> {
    let reader = project.read();
    let label = documents::get(&reader, document)?.label;
    let mut all = media::of_document(&reader, document)?;
    all.retain(|recording| wanted.is_none_or(|wanted| wanted == recording.id));
    let Some(first) = all.first() else {
        return Err(Error::not_found(tr!("error-no-recording", label = label.clone()))
            .hint(tr!("hint-no-recording", label = label)));
    };
    let (time, from) = match start {
        // A file may begin before the transcript does.
        Start::Beginning => {
            let (recording, file) = (first.clone(), locate(project, &label, first)?);
            return Ok(Playback { recording, file, at: 0, time: 0, from: From::Beginning });
        }
        Start::Time(time) => (time, From::Named),
        Start::Passage(span) => {
            let transcript = documents::transcript(&reader, document)?;
            begin(&reader, &transcript, span)?
        }
    };
    let Some(recording) = with_time(&all, time) else {
        let end = all.iter().filter_map(|recording| recording.duration).max().unwrap_or(0);
        let message = tr!("error-time-outside", time = times::exact(time), end = times::exact(end));
        return Err(Error::invalid(message).hint(tr!("hint-time-outside", label = label)));
    };
    let at = recording.at(time).unwrap_or(0);
    Ok(Playback { recording: recording.clone(), file: locate(project, &label, recording)?, at, time, from })
}

/// The time of a passage's paragraph, or of the nearest one before it.
fn begin(reader: &Reader<'_>, transcript: &Transcript, span: Span) -> Result<(u32, From)> {
    let all = &transcript.paragraphs;
    let at = paragraphs::at(all, span.start);
    let cite = |paragraph: &Paragraph| match paragraph.number {
        Some(_) => super::codings::cite(reader, transcript.document, paragraph.span),
        None => Ok(paragraph.time.map(times::exact).unwrap_or_default()),
    };
    let asked = all.get(at).map(cite).transpose()?.unwrap_or_default();
    for (index, paragraph) in all.iter().enumerate().take(at + 1).rev() {
        let Some(time) = paragraph.time else { continue };
        let from = match index == at {
            true => From::Paragraph(asked),
            false => From::Earlier { asked, found: cite(paragraph)? },
        };
        return Ok((time, from));
    }
    Err(Error::not_found(tr!("error-no-time", place = asked)).hint(tr!("hint-no-time")))
}

/// The file of a recording: where this copy remembers it, else beside the project.
pub fn find(project: &Project, recording: &Recording) -> Result<Option<PathBuf>> {
    let remembered = media::path(&project.read(), recording)?.map(PathBuf::from);
    let beside = project.path().parent().filter(|_| project.path().is_file());
    let beside = beside.and_then(|folder| std::path::absolute(folder.join(&recording.file_name)).ok());
    Ok(remembered.into_iter().chain(beside).find(|path| path.is_file()))
}

fn locate(project: &Project, label: &str, recording: &Recording) -> Result<PathBuf> {
    if let Some(found) = find(project, recording)? {
        return Ok(found);
    }
    let missing = media::path(&project.read(), recording)?.unwrap_or_else(|| recording.file_name.clone());
    Err(Error::not_found(tr!("error-recording-missing", file = missing.clone()))
        .hint(tr!("hint-recording-missing", label = label.to_owned()))
        .file(missing))
}

/// A recording of a document by its name or number; the only one where nothing is said.
pub fn named(reader: &Reader<'_>, document: DocumentId, name: Option<&str>) -> Result<Recording> {
    let label = documents::get(reader, document)?.label;
    let mut all = media::of_document(reader, document)?;
    let names = all.iter().map(|recording| recording.file_name.clone()).collect::<Vec<_>>().join(", ");
    let found = match name.map(str::trim) {
        None if all.len() > 1 => {
            return Err(Error::usage(tr!("error-several-recordings", label = label, names = names))
                .hint(tr!("hint-several-recordings")));
        }
        None => 0,
        Some(name) => {
            let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let named = all.iter().position(|recording| recording.file_name == name);
            named.or(number).unwrap_or(usize::MAX)
        }
    };
    if found < all.len() {
        return Ok(all.swap_remove(found));
    }
    Err(match name {
        Some(name) if !all.is_empty() => Error::not_found(tr!(
            "error-no-recording-named",
            label = label,
            name = name.to_owned(),
            names = names
        )),
        _ => Error::not_found(tr!("error-no-recording", label = label.clone()))
            .hint(tr!("hint-no-recording", label = label)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_are_seconds_with_a_sign() {
        for (typed, ms, again) in [
            ("2", 2_000, "+2"),
            ("+1.5", 1_500, "+1.5"),
            ("-0,25", -250, "-0.25"),
            ("-0:01:05", -65_000, "-65"),
            ("0", 0, "0"),
        ] {
            assert_eq!(typed_shift(typed), Some(ms), "{typed}");
            assert_eq!(seconds(ms), again);
        }
        assert_eq!(typed_shift("--2"), None);
        assert_eq!(typed_shift("soon"), None);
    }
}
