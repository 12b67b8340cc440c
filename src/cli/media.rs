//! `recordings`, `play`: the audio and video files of transcripts.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::Listing;
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::documents::Document;
use crate::model::media::Recording;
use crate::model::table::ColumnKind;
use crate::ops::media::{From, Playback, Start};
use crate::ops::player::{self, Manner};
use crate::store::{Project, documents, media, settings};
use crate::text::places::{self, Part};
use crate::text::{Span, times};
use crate::{ops, tr};

/// Recordings: list, attach, relocate, detach, shift, time.
///
/// A recording is the audio or video file of an interview. The study keeps its name; where the file lies is remembered for
/// this machine only, and the file itself is never changed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz recordings attach 5 audio/IP05.m4a\n  absatz recordings\n  absatz recordings time 5:9 1:02:33\n  absatz recordings shift 5 +2.5\n  absatz play 5:9"
)]
pub struct Recordings {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the recordings of all documents (the default).
    List(Output),
    /// Attach a recording to a document.
    Attach {
        /// Label of the document: 5
        label: String,
        /// The audio or video file
        file: PathBuf,
    },
    /// Say where the file of a recording lies on this machine.
    Relocate {
        /// Label of the document: 5
        label: String,
        /// The audio or video file
        file: PathBuf,
        /// Which recording, by name or number, where the document has several
        #[arg(long, value_name = "NAME")]
        recording: Option<String>,
    },
    /// Take a recording from its document; the file stays, and so do the times.
    Detach {
        /// Label of the document: 5
        label: String,
        /// Which recording, by name or number, where the document has several
        #[arg(long, value_name = "NAME")]
        recording: Option<String>,
    },
    /// Say by how many seconds the transcript's times are late in the recording.
    Shift {
        /// Label of the document: 5
        label: String,
        /// Seconds or a time: +2.5, -0:01:05, 0
        #[arg(allow_hyphen_values = true)]
        seconds: String,
        /// Which recording, by name or number, where the document has several
        #[arg(long, value_name = "NAME")]
        recording: Option<String>,
    },
    /// Set by hand when a paragraph begins in the recording.
    Time(Time),
}

#[derive(Debug, Args)]
struct Time {
    /// The paragraph: 5:9; - reads lines PLACE<TAB>TIME from standard input, an END after another tab
    place: String,
    /// When it begins: 1:02:33, 62:33, or seconds
    time: Option<String>,
    /// When it ends
    #[arg(long, value_name = "TIME")]
    end: Option<String>,
    /// Take its times away
    #[arg(long, conflicts_with_all = ["time", "end"])]
    clear: bool,
}

impl Recordings {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Attach { label, file } => {
                let mut project = context.open()?;
                let document = context::document(&project, &label)?;
                let id = ops::media::attach(&mut project, document.id, &file)?.value;
                let recording = media::get(&project.read(), id)?;
                let said = tr!(
                    "cli-recording-attached",
                    label = document.label.clone(),
                    file = recording.file_name.clone()
                );
                context.done(&said, &as_json(&project, &document, &recording)?)
            }
            Command::Relocate { label, file, recording } => {
                let (mut project, document, recording) = find(context, &label, recording.as_deref())?;
                let file = ops::media::relocate(&mut project, &recording, &file)?;
                let said = tr!(
                    "cli-recording-relocated",
                    name = recording.file_name.clone(),
                    file = file.display().to_string()
                );
                context.done(&said, &as_json(&project, &document, &recording)?)
            }
            Command::Detach { label, recording } => {
                let (mut project, document, recording) = find(context, &label, recording.as_deref())?;
                let value = as_json(&project, &document, &recording)?;
                ops::media::detach(&mut project, recording.id)?;
                let said = tr!("cli-recording-detached", label = document.label, file = recording.file_name);
                context.done(&said, &value)
            }
            Command::Shift { label, seconds, recording } => {
                let (mut project, document, recording) = find(context, &label, recording.as_deref())?;
                let shift = ops::media::typed_shift(&seconds).ok_or_else(|| {
                    Error::usage(tr!("cli-no-shift", text = seconds)).hint(tr!("cli-no-shift-hint"))
                })?;
                ops::media::shift(&mut project, recording.id, shift)?;
                let recording = media::get(&project.read(), recording.id)?;
                let said = tr!(
                    "cli-recording-shifted",
                    file = recording.file_name.clone(),
                    seconds = ops::media::seconds(recording.shift)
                );
                context.done(&said, &as_json(&project, &document, &recording)?)
            }
            Command::Time(time) => time.run(context),
        }
    }
}

fn find(context: &Context, label: &str, name: Option<&str>) -> Result<(Project, Document, Recording)> {
    let project = context.open()?;
    let document = context::document(&project, label)?;
    let recording = ops::media::named(&project.read(), document.id, name)?;
    Ok((project, document, recording))
}

/// A time as a person typed it.
fn time(typed: &str) -> Result<u32> {
    times::typed(typed).ok_or_else(|| {
        Error::usage(tr!("cli-no-time", text = typed.to_owned())).hint(tr!("cli-no-time-hint"))
    })
}

fn in_seconds(ms: u32) -> f64 {
    f64::from(ms) / 1000.0
}

/// Numbered paragraphs with a time.
fn timed(project: &Project, document: DocumentId) -> Result<usize> {
    let all = documents::paragraphs(&project.read(), document)?;
    Ok(all.iter().filter(|paragraph| paragraph.number.is_some() && paragraph.time.is_some()).count())
}

fn as_json(project: &Project, document: &Document, recording: &Recording) -> Result<Value> {
    let path = ops::media::find(project, recording)?;
    Ok(json!({
        "uuid": recording.uuid,
        "document": document.label,
        "file": recording.file_name,
        "path": path.map(|path| path.display().to_string()),
        "duration": recording.duration.map(in_seconds),
        "shift": recording.shift as f64 / 1000.0,
        "paragraphs": document.paragraphs,
        "timed_paragraphs": timed(project, document.id)?,
    }))
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let mut rows = Listing::new("recordings")
        .columns(ColumnKind::Short, ["label", "recording", "duration", "shift", "timed", "path"])
        .or_say(tr!("cli-no-recordings"));
    for document in documents::list(&reader)? {
        for recording in media::of_document(&reader, document.id)? {
            let path = ops::media::find(&project, &recording)?;
            let cells = [
                document.label.clone(),
                recording.file_name.clone(),
                recording.duration.map(times::exact).unwrap_or_default(),
                ops::media::seconds(recording.shift),
                format!("{}/{}", timed(&project, document.id)?, document.paragraphs),
                path.map_or_else(|| tr!("cli-recording-missing"), |path| path.display().to_string()),
            ];
            rows.add(as_json(&project, &document, &recording)?, cells);
        }
    }
    context.list(output, &project, &rows)
}

/// The number of the one paragraph that a place is in.
fn one_paragraph(project: &Project, document: DocumentId, span: Span, typed: &str) -> Result<u32> {
    match documents::numbers(&project.read(), document, span)? {
        Some((first, last)) if first == last => Ok(first),
        _ => Err(Error::usage(tr!("cli-one-paragraph", place = typed.to_owned()))
            .hint(tr!("cli-one-paragraph-hint"))),
    }
}

/// Times of a list: all of them or, where a line cannot be read, none. One undo takes them back.
fn from_lines(context: &Context) -> Result<()> {
    let text = super::output::read_stdin()?;
    let mut project = context.open()?;
    let mut wanted = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let mut read = || {
            let mut fields = line.split('\t').map(str::trim);
            let (place, begins) = fields
                .next()
                .zip(fields.next())
                .ok_or_else(|| Error::invalid(tr!("cli-line-no-tab")).hint(tr!("cli-time-line-hint")))?;
            let end = fields.next().filter(|end| !end.is_empty());
            let (document, span) = context::place(&project, place)?;
            let number = one_paragraph(&project, document.id, span, place)?;
            wanted.push((document.id, number, time(begins)?, end.map(time).transpose()?));
            Ok(())
        };
        read().map_err(|error: Error| {
            let message = tr!("cli-line", line = index + 1, message = error.message.clone());
            Error { message, ..error }.place(format!("line {}", index + 1))
        })?;
    }
    project.in_batch(|project| {
        for (document, number, begins, end) in &wanted {
            ops::media::set_time(project, *document, *number, Some(*begins), *end)?;
        }
        Ok(())
    })?;
    context.done(&tr!("cli-times-set", count = wanted.len()), &json!({"times": wanted.len()}))
}

impl Time {
    fn run(self, context: &Context) -> Result<()> {
        if self.place == "-" && self.time.is_none() && !self.clear {
            return from_lines(context);
        }
        if self.time.is_none() && !self.clear {
            return Err(Error::usage(tr!("cli-time-needed")).hint(tr!("cli-no-time-hint")));
        }
        let begins = self.time.as_deref().map(time).transpose()?;
        let end = self.end.as_deref().map(time).transpose()?;
        let mut project = context.open()?;
        let (document, span) = context::place(&project, &self.place)?;
        let number = one_paragraph(&project, document.id, span, &self.place)?;
        ops::media::set_time(&mut project, document.id, number, begins, end)?;
        let place = ops::codings::cite(&project.read(), document.id, span)?;
        let all = documents::paragraphs(&project.read(), document.id)?;
        if let Some(other) = ops::media::out_of_order(&all, number) {
            let (place, at) =
                (ops::codings::cite(&project.read(), document.id, other.span)?, other.time.unwrap_or(0));
            context.warn(&tr!("cli-time-out-of-order", place = place, time = times::exact(at)));
        }
        let said = match begins {
            Some(ms) => tr!("cli-time-set", place = place.clone(), time = times::exact(ms)),
            None => tr!("cli-time-cleared", place = place.clone()),
        };
        let (begins, end) = (begins.map(in_seconds), end.map(in_seconds));
        context.done(&said, &json!({"place": place, "time": begins, "end_time": end}))
    }
}

/// Play the recording from a paragraph.
///
/// Where the paragraph has no time, from the nearest one before it that has. The player is ABSATZ_PLAYER, else player in
/// config.toml, else mpv, VLC or ffplay. It runs without a shell; in its words {file}, {seconds} and {time} are filled in.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz play 5:9\n  absatz play 5\n  absatz play 5 --from 12:30\n  absatz play 5:9 --print\n\nIn absatz/config.toml, in the folder of your settings:\n  player = \"vlc --start-time={seconds} {file}\""
)]
pub struct Play {
    /// A place, or a document from its beginning: 5:9, 5
    place: String,
    /// From this time of the transcript: 1:02:33
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Which recording, by name or number, where the document has several
    #[arg(long, value_name = "NAME")]
    recording: Option<String>,
    /// Print the command that would play it
    #[arg(long)]
    print: bool,
    /// Do not wait until the player ends
    #[arg(long)]
    detach: bool,
}

impl Play {
    pub fn run(self, context: &Context) -> Result<()> {
        let from = self.from.as_deref().map(time).transpose()?;
        let project = context.open()?;
        let (document, start) = self.start(&project, from)?;
        let wanted = match &self.recording {
            Some(name) => Some(ops::media::named(&project.read(), document, Some(name))?.id),
            None => None,
        };
        let playback = ops::media::playback(&project, document, start, wanted)?;
        let manner = if self.detach { Manner::Beside } else { Manner::Terminal };
        let words = player::command(&playback.file, playback.at, manner)?;
        if !context.json {
            context.say(&playback.words());
        }
        if self.print && !context.json {
            return context.line(&player::shown(&words));
        }
        // The project is free for others while somebody listens.
        drop(project);
        if !self.print {
            if self.detach { player::leave_running(&words)? } else { player::run(&words)? }
        }
        if context.json { context.print_json(&played(&playback, &words)) } else { Ok(()) }
    }

    fn start(&self, project: &Project, from: Option<u32>) -> Result<(DocumentId, Start)> {
        let pattern = settings::citation(&project.read())?;
        let whole = places::parse(&self.place, &pattern).is_ok_and(|place| place.part == Part::Whole);
        if whole {
            let document = context::document(project, &self.place)?;
            return Ok((document.id, from.map_or(Start::Beginning, Start::Time)));
        }
        let (document, span) = context::place(project, &self.place)?;
        Ok((document.id, from.map_or(Start::Passage(span), Start::Time)))
    }
}

fn played(playback: &Playback, words: &[String]) -> Value {
    let (asked, found) = match &playback.from {
        From::Beginning | From::Named => (None, None),
        From::Paragraph(place) => (Some(place), Some(place)),
        From::Earlier { asked, found } => (Some(asked), Some(found)),
    };
    json!({
        "command": words,
        "file": playback.file.display().to_string(),
        "seconds": in_seconds(playback.at),
        "time": in_seconds(playback.time),
        "place": asked,
        "from": found,
        "exact": asked == found,
    })
}
