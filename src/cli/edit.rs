//! `edit`: correcting a transcript in the person's editor, from a file, or by a word of the command line.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::context::{self, Context};
use super::{edited, output};
use crate::error::{Error, Kind, Result};
use crate::model::documents::Document;
use crate::model::edits::{EditReport, SpeakerChange};
use crate::ops::edits::{Correction, Excerpt};
use crate::ops::{self, editor};
use crate::store::Project;
use crate::text::breaks::Breaks;
use crate::text::corrections::clean;
use crate::text::places::Part;
use crate::text::{Span, Text, wrap};
use crate::tr;

/// Correct a transcript, in your editor or from a file; what is coded goes where its words go.
///
/// Every line is a paragraph. Paragraphs keep their numbers: that of a line that is emptied or taken out stays taken, and
/// a line that is split keeps it on its first part. The codings of all coders, memos and anchor examples move along; what
/// loses words is told, on a terminal before anything is written. One undo takes it all back.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz edit 5                                     opens $VISUAL or $EDITOR\n  absatz edit 5:9 --text \"B: The corrected words.\"   one paragraph\n  absatz edit 5 --replace Mueller Müller --dry-run\n  absatz edit 5 --file IP05-corrected.txt --reason \"second listening\"\n  absatz edit 5:9 --speaker B"
)]
pub struct Edit {
    /// Label of the document, or a place: 5, 5:9, 5:9-11
    #[arg(value_name = "LABEL|PLACE")]
    place: String,
    /// The corrected words of the place
    #[arg(long, group = "way")]
    text: Option<String>,
    /// The corrected text from a file in UTF-8, a paragraph a line; - is standard input
    #[arg(long, group = "way", value_name = "FILE")]
    file: Option<PathBuf>,
    /// Replace words wherever they stand, letter by letter
    #[arg(long, group = "way", num_args = 2, value_names = ["OLD", "NEW"])]
    replace: Option<Vec<String>>,
    /// Say who speaks the paragraphs of the place; "" is nobody
    #[arg(long, group = "way", value_name = "NAME", conflicts_with_all = ["renumber", "reason"])]
    speaker: Option<String>,
    /// Number all paragraphs anew; only then may paragraphs be joined
    #[arg(long)]
    renumber: bool,
    /// Why, for the audit trail
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reason: String,
    /// Show what would change and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask where something loses words
    #[arg(long)]
    yes: bool,
}

/// What is corrected.
struct Subject {
    document: Document,
    excerpt: Excerpt,
}

impl Edit {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let (document, numbers) = self.subject(&project)?;
        if let Some(speaker) = &self.speaker {
            return self.set_speaker(context, &mut project, &document, numbers, speaker);
        }
        if self.text.is_some() && numbers.is_none() {
            return Err(self.needs_place());
        }
        let excerpt = Excerpt::of(&project.read(), document.id, numbers)?;
        let subject = Subject { document, excerpt };
        let old = subject.excerpt.text();
        match (&self.text, &self.file, self.replace.as_deref()) {
            (Some(text), ..) => self.correct(context, &mut project, &subject, text),
            (_, Some(file), _) => {
                let text = from_file(file)?;
                self.correct(context, &mut project, &subject, &ending_as(&text, old))
            }
            (.., Some([wanted, now])) => self.replace(context, &mut project, &subject, wanted, now),
            _ => self.in_editor(context, &mut project, &subject),
        }
    }

    /// The document, and the paragraphs where a place was typed.
    fn subject(&self, project: &Project) -> Result<(Document, Option<(u32, u32)>)> {
        if !self.place.contains(':') {
            return Ok((context::document(project, &self.place)?, None));
        }
        match context::part(project, &self.place)? {
            (document, Part::Whole) => Ok((document, None)),
            (document, Part::Paragraphs(first, last)) => Ok((document, Some((first, last)))),
            _ => Err(self.needs_place()),
        }
    }

    fn needs_place(&self) -> Error {
        Error::usage(tr!("cli-edit-place", typed = self.place.clone())).hint(tr!("cli-edit-place-hint"))
    }

    /// Corrects after showing, and where words are lost asking, what that does.
    fn correct(&self, context: &Context, project: &mut Project, subject: &Subject, new: &str) -> Result<()> {
        let text = subject.excerpt.with(&clean(new));
        let correction = Correction {
            text: &text,
            reason: &self.reason,
            renumber: self.renumber,
            base: Some(&subject.excerpt.base),
            ..Correction::default()
        };
        project.set_dry_run(true);
        let plan = ops::edits::edit(project, subject.document.id, &correction);
        project.set_dry_run(false);
        let plan = plan?;
        let changed = !plan.changed.is_empty();
        if self.dry_run || !changed {
            return self.answer(context, &plan.value, changed);
        }
        let asked = plan.value.loses() && self.asks(context);
        if asked && !confirmed(context, &plan.value)? {
            return Err(Error::new(Kind::Cancelled, tr!("cli-edit-declined")));
        }
        let done = ops::edits::edit(project, subject.document.id, &correction)?.value;
        if asked {
            // All the rest stands above the question.
            context.say(&tr!("cli-edit-done", label = done.label, count = done.passages.len()));
            return Ok(());
        }
        self.answer(context, &done, true)
    }

    /// On a terminal the person is asked; a script is told afterwards.
    fn asks(&self, context: &Context) -> bool {
        let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        terminal && !self.yes && !context.json
    }

    fn answer(&self, context: &Context, report: &EditReport, changed: bool) -> Result<()> {
        if context.json {
            return context.print_json(&edited::as_json(report, changed, self.dry_run));
        }
        if !changed {
            context.say(&tr!("cli-edit-nothing", label = report.label.clone()));
            return Ok(());
        }
        let lines = edited::consequences(report);
        let (label, count) = (report.label.clone(), report.passages.len());
        if self.dry_run {
            let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
            context.print(&format!("{}{lines}", edited::passages(report)))?;
            context.say(&tr!("cli-edit-would", label = label, count = count));
            return Ok(());
        }
        context.say(&tr!("cli-edit-done", label = label, count = count));
        for line in lines {
            context.say(&line);
        }
        Ok(())
    }

    /// Replaces words wherever they stand; a dry run lists every place.
    fn replace(
        &self,
        context: &Context,
        project: &mut Project,
        subject: &Subject,
        wanted: &str,
        now: &str,
    ) -> Result<()> {
        if wanted.is_empty() {
            return Err(Error::usage(tr!("cli-edit-replace-nothing")));
        }
        let old = subject.excerpt.text();
        let found = old.matches(wanted).count();
        if found == 0 {
            let label = subject.document.label.clone();
            return Err(Error::not_found(tr!(
                "cli-edit-not-there",
                words = wanted.to_owned(),
                label = label
            ))
            .hint(tr!("cli-edit-not-there-hint")));
        }
        if self.dry_run && !context.json {
            let places = occurrences(project, subject, wanted)?;
            context.print(&places)?;
            context.say(&tr!("cli-edit-occurrences", count = found));
        }
        self.correct(context, project, subject, &old.replace(wanted, now))
    }

    fn set_speaker(
        &self,
        context: &Context,
        project: &mut Project,
        document: &Document,
        numbers: Option<(u32, u32)>,
        speaker: &str,
    ) -> Result<()> {
        let (first, last) = numbers.ok_or_else(|| self.needs_place())?;
        let before = Excerpt::of(&project.read(), document.id, numbers)?.transcript;
        let mut report = EditReport { label: document.label.clone(), ..EditReport::default() };
        let now = speaker.trim().trim_end_matches(':').trim_end();
        project.set_dry_run(self.dry_run);
        project.in_batch(|project| {
            for number in first..=last {
                // A range may span numbers that renumbering has taken away.
                let row = crate::text::paragraphs::by_number(&before.paragraphs, number);
                let Some(row) = row else { continue };
                let done = ops::edits::set_speaker(project, document.id, number, speaker)?;
                if !done.changed.is_empty() {
                    report.speakers.push(SpeakerChange {
                        citation: ops::codings::cite(&project.read(), document.id, row.span)?,
                        before: row.speaker.clone(),
                        after: (!now.is_empty()).then(|| now.to_owned()),
                    });
                }
            }
            Ok(())
        })?;
        let changed = !report.speakers.is_empty();
        self.answer(context, &report, changed)
    }

    /// Opens the text in the person's editor. What they wrote is never lost: where it cannot be taken, it stays in a file.
    fn in_editor(&self, context: &Context, project: &mut Project, subject: &Subject) -> Result<()> {
        let words = editor::command()?;
        let old = subject.excerpt.text();
        let breaks = Breaks::of(old);
        let mut shown = breaks.shown(old);
        if !shown.ends_with('\n') {
            shown.push('\n');
        }
        let beside = Beside::new(project.path(), &subject.document.label)?;
        // A folder of its own, so that what the editor leaves beside the file goes with it.
        let folder = beside.folder()?;
        let file = folder.path().join(format!("{}.txt", beside.name));
        write_new(&file, shown.as_bytes())?;
        if let Some(sign) = breaks.sign() {
            context.say(&tr!("cli-edit-sign", sign = sign.to_string()));
        }
        let ended = editor::run(&words, &file);
        let bytes = std::fs::read(&file).map_err(|error| Error::io(&file, &error))?;
        let same = bytes == shown.as_bytes();
        if let Err(error) = ended {
            return Err(if same { error } else { self.kept(error, &beside, &unsigned(breaks, bytes)) });
        }
        if same {
            return self.answer(context, &self.untouched(subject), false);
        }
        let Ok(text) = std::str::from_utf8(&bytes) else {
            let error = Error::unreadable(tr!("cli-edit-not-utf8", file = beside.name.clone()));
            return Err(self.kept(error, &beside, &bytes));
        };
        let text = breaks.read(text);
        let done = self.correct(context, project, subject, &ending_as(&text, old));
        done.map_err(|error| self.kept(error, &beside, text.as_bytes()))?;
        if self.dry_run {
            context.warn(&self.where_kept(&beside.keep(text.as_bytes())?));
        }
        Ok(())
    }

    fn untouched(&self, subject: &Subject) -> EditReport {
        EditReport { label: subject.document.label.clone(), ..EditReport::default() }
    }

    /// The error, with the file in which the edited text is.
    fn kept(&self, error: Error, beside: &Beside, bytes: &[u8]) -> Error {
        match beside.keep(bytes) {
            Ok(file) => {
                let hint = error.hint.clone().map(|hint| format!("{hint} ")).unwrap_or_default();
                error.hint(format!("{hint}{}", self.where_kept(&file)))
            }
            Err(worse) => worse,
        }
    }

    fn where_kept(&self, file: &Path) -> String {
        tr!("cli-edit-kept", file = file.display().to_string(), place = self.place.clone())
    }
}

/// Shows what the correction does and asks.
fn confirmed(context: &Context, plan: &EditReport) -> Result<bool> {
    for line in edited::consequences(plan) {
        context.say(&line);
    }
    context.say(&tr!("cli-edit-question"));
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed).map_err(|error| Error::io("stdin", &error))?;
    Ok(matches!(typed.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja"))
}

/// Where the words stand, a line each: citation and the words around.
fn occurrences(project: &Project, subject: &Subject, wanted: &str) -> Result<String> {
    let Excerpt { transcript, span, .. } = &subject.excerpt;
    let from = transcript.text.byte(span.start);
    let mut out = String::new();
    for (at, _) in subject.excerpt.text().match_indices(wanted) {
        let found = transcript.text.span(from + at..from + at + wanted.len());
        let citation = ops::codings::cite(&project.read(), subject.document.id, found)?;
        out.push_str(&format!("{citation}  {}\n", around(&transcript.text, found)));
    }
    Ok(out)
}

/// The words of a span and a little of its line around them.
fn around(text: &Text, span: Span) -> String {
    let wide = Span::new(span.start.0.saturating_sub(30), (span.end.0 + 30).min(text.len()));
    let wide = text.snap(wide);
    let before = text.slice(Span { end: span.start, ..wide });
    let after = text.slice(Span { start: span.end, ..wide });
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let shown = |words: &str| wrap::cut(words, usize::MAX);
    format!("{}[{}]{}", shown(before), shown(text.slice(span)), shown(after))
}

/// A text from a file or standard input.
fn from_file(file: &Path) -> Result<String> {
    if file.as_os_str() == "-" {
        return output::read_stdin();
    }
    let bytes = std::fs::read(file).map_err(|error| Error::io(file, &error))?;
    String::from_utf8(bytes).map_err(|_| {
        let name = file.display().to_string();
        Error::unreadable(tr!("cli-edit-not-utf8", file = name))
            .hint(tr!("cli-edit-not-utf8-hint"))
            .file(file)
    })
}

/// Whether a text ends with a newline is its own matter, not that of the file or editor that it was in.
fn ending_as(text: &str, old: &str) -> String {
    let bare = text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')).unwrap_or(text);
    format!("{bare}{}", if old.ends_with('\n') { "\n" } else { "" })
}

/// Files beside the project, which only their owner can read.
struct Beside {
    folder: PathBuf,
    /// A file name that says what it is, without its ending: `study-5-edited`.
    name: String,
}

impl Beside {
    fn new(project: &Path, label: &str) -> Result<Beside> {
        let folder = editor::folder(project)?;
        Ok(Beside { folder, name: editor::kept_name(project, label) })
    }

    fn folder(&self) -> Result<tempfile::TempDir> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(editor::AT_WORK);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(std::fs::Permissions::from_mode(0o700));
        }
        builder.tempdir_in(&self.folder).map_err(|error| Error::io(&self.folder, &error))
    }

    /// Keeps a text under a name that nothing has yet.
    fn keep(&self, bytes: &[u8]) -> Result<PathBuf> {
        let names = std::iter::once(format!("{}.txt", self.name))
            .chain((2..1000).map(|n| format!("{}-{n}.txt", self.name)));
        let free = names.map(|name| self.folder.join(name)).find(|file| !file.exists());
        let file = free.unwrap_or_else(|| self.folder.join("edited.txt"));
        write_new(&file, bytes)?;
        Ok(file)
    }
}

fn write_new(file: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(file).map_err(|error| Error::io(file, &error))?;
    opened.write_all(bytes).and_then(|()| opened.sync_all()).map_err(|error| Error::io(file, &error))
}

/// The text with its breaks again; what is no text stays as it is.
fn unsigned(breaks: Breaks, bytes: Vec<u8>) -> Vec<u8> {
    String::from_utf8(bytes).map_or_else(|error| error.into_bytes(), |text| breaks.read(&text).into_bytes())
}
