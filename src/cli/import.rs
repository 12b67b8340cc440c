//! `import`: transcripts into the project, or a preview of what they hold.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::context::Context;
use super::output::failure;
use crate::error::{Error, Kind, Result};
use crate::formats::read::{Cues, ReadOptions, files, read};
use crate::model::draft::Draft;
use crate::ops::documents::{ImportAs, Incoming, Source};
use crate::store::{Project, documents};
use crate::{ops, tr};

/// Add transcripts: txt, md, docx, odt, rtf, pdf, html, otr, vtt, srt, json, csv, xlsx, eaf, exb, cha.
///
/// The label comes from the file name: IP05.docx is 5. A file that cannot be read is named with the reason and does not
/// stop the others. The whole call is one undo.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz import interviews/ --dry-run\n  absatz import interviews/*.docx --group Land\n  absatz import old.txt --label 12 --title \"State ministry\" --encoding windows-1252\n  absatz import meeting.vtt --cues separate"
)]
pub struct Import {
    /// Files, or folders with transcripts
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Group of the documents
    #[arg(long)]
    group: Option<String>,
    /// Label, for one file [default: from the file name]
    #[arg(long)]
    label: Option<String>,
    /// Title, for one file [default: the file name]
    #[arg(long)]
    title: Option<String>,
    /// Say what was found and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Encoding of text files [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Cut speaker labels or times out of the text instead of marking them
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    strip: Vec<Strip>,
    /// Subtitle cues of one speaker become one paragraph, or each its own
    #[arg(long, default_value = "merge")]
    cues: CuesChoice,
    /// Whether headings get a paragraph number
    #[arg(long, value_name = "yes|no", default_value = "yes")]
    number_headings: YesNo,
    /// Whether empty lines get a paragraph number
    #[arg(long, value_name = "yes|no", default_value = "no")]
    number_empty_lines: YesNo,
    /// The only speaker labels that count
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "no_speakers")]
    speakers: Vec<String>,
    /// Recognise no speakers
    #[arg(long)]
    no_speakers: bool,
    /// Also files that are in the project already
    #[arg(long)]
    again: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Strip {
    Labels,
    Times,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CuesChoice {
    Merge,
    Separate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

/// What became of one file.
struct Outcome {
    file: PathBuf,
    result: Result<Found>,
}

struct Found {
    /// None: there is no project to ask.
    label: Option<String>,
    draft: Draft,
}

impl Import {
    pub fn run(self, context: &Context) -> Result<()> {
        let options = self.options();
        let files = files::expand(&self.files)?;
        if files.len() > 1 && (self.label.is_some() || self.title.is_some()) {
            return Err(Error::usage(tr!("cli-import-one-label")).hint(tr!("cli-import-one-label-hint")));
        }
        let project = match context.project_path() {
            // A preview needs no project.
            Err(error) if self.dry_run && error.kind == Kind::NotFound => None,
            _ => Some(context.open()?),
        };
        let alone = files.len() == 1;
        let outcomes = match project {
            Some(mut project) if !self.dry_run => project.in_batch(|project| {
                Ok(files::read_ahead(files, &options, |file, read| {
                    let result = read.and_then(|read| self.import(project, read));
                    tell(context, &file, &result, alone);
                    Outcome { file, result }
                }))
            })?,
            project => self.preview(project.as_ref(), files, &options),
        };
        if context.json {
            context.print_json(&outcomes.iter().map(Outcome::to_json).collect())?;
        } else if self.dry_run {
            for outcome in &outcomes {
                context.print(&outcome.to_text())?;
            }
        }
        finish(context, outcomes, self.dry_run)
    }

    fn options(&self) -> ReadOptions {
        let mut options = ReadOptions { encoding: self.encoding.clone(), ..ReadOptions::default() };
        if self.cues == CuesChoice::Separate {
            options.cues = Cues::Separate;
        }
        let recognise = &mut options.recognise;
        recognise.numbering.headings = self.number_headings == YesNo::Yes;
        recognise.numbering.empty_lines = self.number_empty_lines == YesNo::Yes;
        recognise.strip_labels = self.strip.contains(&Strip::Labels);
        recognise.strip_times = self.strip.contains(&Strip::Times);
        recognise.labels = !self.no_speakers;
        if !self.speakers.is_empty() {
            recognise.speakers = Some(self.speakers.iter().map(|label| label.trim().to_owned()).collect());
        }
        options
    }

    fn wanted(&self) -> ImportAs {
        ImportAs {
            label: self.label.clone(),
            title: self.title.clone(),
            group: self.group.clone(),
            again: self.again,
        }
    }

    fn import(&self, project: &mut Project, read: files::Read) -> Result<Found> {
        let source = Source::new(&read.name, &read.bytes);
        let id = ops::documents::import(project, &read.draft, &source, &self.wanted())?.value;
        let label = documents::get(&project.read(), id)?.label;
        Ok(Found { label: Some(label), draft: read.draft })
    }

    /// Reads all, writes nothing; labels and contents that come twice in this call are seen too.
    fn preview(&self, project: Option<&Project>, files: Vec<PathBuf>, options: &ReadOptions) -> Vec<Outcome> {
        let mut incoming = Incoming::default();
        let mut look = |file: &Path| {
            let (name, bytes) = files::load(file, &options.limits)?;
            let draft = read(&name, &bytes, options)?;
            let Some(project) = project else { return Ok(Found { label: None, draft }) };
            let shown = file.display().to_string();
            let label =
                incoming.check(&project.read(), &shown, &Source::new(&name, &bytes), &self.wanted())?;
            Ok(Found { label: Some(label), draft })
        };
        files
            .into_iter()
            .map(|file| {
                let result = look(&file);
                Outcome { file, result }
            })
            .collect()
    }
}

/// Says what became of a file while the others are read; a single file's error is the command's own.
fn tell(context: &Context, file: &Path, result: &Result<Found>, alone: bool) {
    if context.json {
        return;
    }
    match result {
        Ok(found) => {
            context.say(&found.line(file));
            for warning in &found.draft.warnings {
                context.say(&format!("    {warning}"));
            }
        }
        Err(_) if alone => {}
        Err(error) => drop(failure(error, false)),
    }
}

impl Found {
    fn speakers(&self) -> String {
        let speakers = self.draft.speakers.iter();
        speakers
            .map(|speaker| format!("{} ({})", speaker.label, speaker.paragraphs))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// One line on a document: label, file, counts, speakers.
    fn line(&self, file: &Path) -> String {
        let counts = tr!("cli-import-counts", paragraphs = self.draft.numbered(), words = self.draft.words());
        let label = self.label.clone().unwrap_or_default();
        let speakers = self.speakers();
        let end = if speakers.is_empty() { String::new() } else { format!("; {speakers}") };
        format!("{label:<4} {}: {counts}{end}", file.display())
    }
}

impl Outcome {
    fn to_json(&self) -> Value {
        let file = self.file.display().to_string();
        match &self.result {
            Ok(Found { label, draft }) => json!({
                "file": file,
                "label": label,
                "reader": draft.reader,
                "encoding": draft.encoding,
                "paragraphs": draft.numbered(),
                "words": draft.words(),
                "speakers": draft.speakers,
                "times": draft.timed(),
                "warnings": draft.warnings,
                "error": null,
            }),
            Err(error) => json!({
                "file": file,
                "label": null,
                "reader": null,
                "encoding": null,
                "paragraphs": 0,
                "words": 0,
                "speakers": [],
                "times": 0,
                "warnings": [],
                "error": error.to_json()["error"],
            }),
        }
    }

    fn to_text(&self) -> String {
        let file = self.file.display().to_string();
        let Ok(found) = &self.result else {
            let reason = self.result.as_ref().err().map(ToString::to_string).unwrap_or_default();
            return format!("{file}\n{}\n", super::table::indented(&reason, 4).trim_end());
        };
        let draft = &found.draft;
        let mut rows = vec![
            (tr!("cli-column-label"), found.label.clone().unwrap_or_default()),
            (tr!("cli-import-reader"), draft.reader.to_owned()),
            (tr!("cli-import-encoding"), draft.encoding.clone().unwrap_or_default()),
            (tr!("cli-column-paragraphs"), draft.numbered().to_string()),
            (tr!("cli-column-words"), draft.words().to_string()),
            (tr!("cli-column-speakers"), found.speakers()),
            (tr!("cli-import-times"), draft.timed().to_string()),
        ];
        rows.extend(draft.warnings.iter().map(|warning| (tr!("cli-import-note"), warning.clone())));
        format!("{file}\n{}\n", super::table::indented(super::table::pairs(&rows).trim_end(), 4).trim_end())
    }
}

/// The exit code says whether all went well; what went wrong was said file by file.
fn finish(context: &Context, outcomes: Vec<Outcome>, dry_run: bool) -> Result<()> {
    let all = outcomes.len();
    let mut errors: Vec<Error> = outcomes.into_iter().filter_map(|outcome| outcome.result.err()).collect();
    let failed = errors.len();
    if failed == 0 {
        return Ok(());
    }
    if all == 1 {
        // Said once: in the preview's text already.
        let Some(error) = errors.pop() else { return Ok(()) };
        return Err(match dry_run && !context.json {
            true => Error::new(error.kind, tr!("cli-import-failed", failed = failed, all = all)),
            false => error,
        });
    }
    let unreadable = errors.iter().any(|error| error.kind == Kind::Unreadable);
    let kind = if unreadable { Kind::Unreadable } else { Kind::Refused };
    Err(Error::new(kind, tr!("cli-import-failed", failed = failed, all = all)))
}
