//! `import`: transcripts into the project, or a preview of what they hold.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::context::Context;
use super::imported::{Found, Outcome, mended, table};
use super::output::{failure, progress as progress_line};
use super::reading::Reading;
use super::working::Stop;
use crate::error::{Error, Kind, Result};
use crate::formats::read::{ReadOptions, files, read_parts};
use crate::model::draft::Draft;
use crate::ops::documents::{ImportAs, Incoming, Source};
use crate::progress::Progress;
use crate::store::{Project, documents};
use crate::{ops, tr};

/// Add transcripts: txt, md, docx, odt, rtf, pdf, html, otr, vtt, srt, json, csv, xlsx, ods, eaf, exb, cha.
///
/// The label comes from the file name: IP05.docx is 5. A file that cannot be read is named with the reason and does not
/// stop the others. The whole call is one undo.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz import interviews/ --dry-run\n  absatz import interviews/*.docx --group Land\n  absatz import old.txt --label 12 --title \"State ministry\" --encoding windows-1252\n  absatz import meeting.vtt --cues separate\n  absatz import page.txt --join-lines yes --also-speakers \"Herr Krause\""
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
    /// How many paragraphs of each document --dry-run shows
    #[arg(long, value_name = "N", default_value_t = 8)]
    show: usize,
    #[command(flatten)]
    reading: Reading,
    /// Also files that are in the project already
    #[arg(long)]
    again: bool,
}

impl Import {
    pub fn run(self, context: &Context) -> Result<()> {
        let options = self.reading.options()?;
        let (files, left_out) = files::expand_all(&self.files)?;
        let named = self.label.is_some() || self.title.is_some();
        if files.len() > 1 && named {
            return Err(Error::usage(tr!("cli-import-one-label")).hint(tr!("cli-import-one-label-hint")));
        }
        let project = match context.project_path() {
            // A preview needs no project.
            Err(error) if self.dry_run && error.kind == Kind::NotFound => None,
            _ => Some(context.open()?),
        };
        let all = files.len();
        let (outcomes, taken) = match project {
            Some(mut project) if !self.dry_run => self.store(context, &mut project, files, &options)?,
            project => (self.preview(project.as_ref(), files, &options), all),
        };
        if context.json {
            let json = |outcome: &Outcome| outcome.to_json(self.dry_run.then_some(self.show));
            context.print_json(&outcomes.iter().map(json).collect())?;
        } else if self.dry_run {
            for outcome in &outcomes {
                context.print(&outcome.to_text(self.show))?;
            }
        } else if outcomes.len() > 1 {
            context.print(&table(&outcomes).text())?;
        }
        // Beside the rows of what was read or refused, so that nothing is lost without a word.
        left_out.lines().iter().for_each(|line| context.warn(line));
        if taken < all {
            let stopped = tr!("cli-import-stopped", done = taken, all = all);
            return Err(Error::new(Kind::Cancelled, stopped).hint(tr!("cli-import-stopped-hint")));
        }
        finish(context, outcomes, self.dry_run)
    }

    fn wanted(&self) -> ImportAs {
        ImportAs {
            label: self.label.clone(),
            title: self.title.clone(),
            group: self.group.clone(),
            again: self.again,
        }
    }

    /// Imports file after file; Ctrl-C stops after the one at work, and what is done stays. Says how many were taken.
    fn store(
        &self,
        context: &Context,
        project: &mut Project,
        files: Vec<PathBuf>,
        options: &ReadOptions,
    ) -> Result<(Vec<Outcome>, usize)> {
        let all = files.len();
        let told = all > 1 && !context.json && std::io::stderr().is_terminal();
        let (progress, stop) = (Progress::new(), Stop::watch());
        let mut taken = 0;
        let outcomes = project.in_batch(|project| {
            Ok(files::read_ahead(files, options, &progress, |file, read| {
                taken += 1;
                if told {
                    let name = file.display().to_string();
                    progress_line(&tr!("cli-import-progress", done = taken, all = all, file = name));
                }
                let outcomes = match read.and_then(|read| self.one_label(read)) {
                    Err(error) => vec![Outcome { file: file.clone(), result: Err(mended(error)) }],
                    Ok(read) => self.documents(project, &file, read),
                };
                if told {
                    progress_line("");
                }
                for outcome in &outcomes {
                    tell(context, outcome, all == 1 && outcomes.len() == 1);
                }
                if stop.is_asked() {
                    progress.cancel();
                }
                outcomes
            }))
        })?;
        Ok((outcomes.into_iter().flatten().collect(), taken))
    }

    /// A label or title was named for a file that holds many.
    fn one_label(&self, read: files::Read) -> Result<files::Read> {
        self.check_parts(&read.name, &read.drafts)?;
        Ok(read)
    }

    fn check_parts(&self, name: &str, drafts: &[Draft]) -> Result<()> {
        if drafts.len() > 1 && (self.label.is_some() || self.title.is_some()) {
            let message = tr!("cli-import-several", file = name, count = drafts.len());
            return Err(Error::refused(message).hint(tr!("cli-import-one-label-hint")).file(name));
        }
        Ok(())
    }

    fn documents(&self, project: &mut Project, file: &Path, read: files::Read) -> Vec<Outcome> {
        let source = Source::new(&read.name, &read.bytes);
        let parts = read.drafts.len();
        let mut import = |draft: Draft| {
            let id = ops::documents::import(project, &draft, &source.of(&draft), &self.wanted())?.value;
            let label = documents::get(&project.read(), id)?.label;
            Ok(Found { label: Some(label), draft, parts })
        };
        let outcome = |draft| Outcome { file: file.to_owned(), result: import(draft).map_err(mended) };
        read.drafts.into_iter().map(outcome).collect()
    }

    /// Reads all, writes nothing; labels and contents that come twice in this call are seen too.
    fn preview(&self, project: Option<&Project>, files: Vec<PathBuf>, options: &ReadOptions) -> Vec<Outcome> {
        let mut incoming = Incoming::default();
        let mut outcomes = Vec::new();
        for file in files {
            let look = || {
                let (name, bytes) = files::load(&file, &options.limits)?;
                let drafts = read_parts(&name, &bytes, options)?;
                self.check_parts(&name, &drafts)?;
                Ok((Source::new(&name, &bytes), drafts))
            };
            let (source, drafts) = match look() {
                Ok(found) => found,
                Err(error) => {
                    outcomes.push(Outcome { file, result: Err(mended(error)) });
                    continue;
                }
            };
            let (parts, shown) = (drafts.len(), file.display().to_string());
            for draft in drafts {
                let label = project.map(|project| {
                    incoming.check(&project.read(), &shown, &source.of(&draft), &self.wanted())
                });
                let result = label.transpose().map(|label| Found { label, draft, parts }).map_err(mended);
                outcomes.push(Outcome { file: file.clone(), result });
            }
        }
        outcomes
    }
}

/// Says what became of a document while the others are read; a single one's error is the command's own.
fn tell(context: &Context, outcome: &Outcome, alone: bool) {
    if context.json {
        return;
    }
    match &outcome.result {
        Ok(found) if alone => {
            context.say(&found.line(&outcome.file));
            for warning in &found.warnings() {
                context.say(&format!("    {warning}"));
            }
        }
        // It has its row in the table at the end.
        Ok(_) => {}
        Err(_) if alone => {}
        Err(error) => drop(failure(error, false)),
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
