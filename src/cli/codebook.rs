//! `codebook`: the coding guide between file and project.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use super::codes::{Marking, say_marked};
use super::context::Context;
use super::output::Output;
use super::table;
use super::versions::Versions;
use crate::error::{Error, Result};
use crate::formats::codebooks::{self, CodebookFormat};
use crate::model::codebook::Codebook as Contents;
use crate::model::history::Done;
use crate::ops::codebook::GuideQuery;
use crate::store::{Project, versions as stored};
use crate::{ops, tr};

/// Read or write a codebook file.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz codebook import coding-guide.json --dry-run\n  absatz codebook import codes.txt\n  absatz codebook guide -o coding-guide.docx --since v1\n  absatz codebook export -o - --format md"
)]
pub struct Codebook {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Take in a codebook: json, md, csv, or txt with an indented list or Parent > Child.
    ///
    /// A code is known again by its UUID, then by its path; codes that are not in the file stay. One undo.
    Import {
        /// The file
        file: PathBuf,
        /// Say what would change and change nothing
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        marking: Marking,
    },
    /// Write the coding guide to be read: definitions, rules, anchor examples with their citations, how often applied.
    ///
    /// As docx, html and md it is running text with a chapter a code; as xlsx, csv and json it is a table. The counts are
    /// those of the analysis set.
    Guide {
        /// Also what has changed since this version of the codebook
        #[arg(long, value_name = "VERSION")]
        since: Option<String>,
        /// Without how often each code was applied
        #[arg(long)]
        without_counts: bool,
        /// Name of the codebook [default: the project's]
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        output: Output,
    },
    #[command(visible_alias = "versions")]
    Version(Versions),
    /// Write the codebook: json, md, csv, txt, xlsx, docx.
    Export {
        /// Write to FILE in the format of its ending (json, md, csv, txt, xlsx, docx); - is stdout
        #[command(flatten)]
        output: Output,
        /// Name of the codebook [default: the project's]
        #[arg(long)]
        name: Option<String>,
    },
}

impl Codebook {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command {
            Command::Import { file, dry_run, marking } => import(context, &file, dry_run, marking.marks()),
            Command::Guide { since, without_counts, name, output } => {
                guide(context, &output, since.as_deref(), !without_counts, name)
            }
            Command::Version(command) => command.run(context),
            Command::Export { output, name } => export(context, &output, name),
        }
    }
}

fn guide(
    context: &Context,
    output: &Output,
    since: Option<&str>,
    counts: bool,
    name: Option<String>,
) -> Result<()> {
    let project = context.open()?;
    let stem = project.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let since =
        since.map(|name| stored::by_name(&project.read(), name).map(|version| version.id)).transpose()?;
    let query = GuideQuery { counts, since };
    let made = ops::codebook::guide(&project, &name.or(stem).unwrap_or_default(), &query)?;
    if output.is_prose() || !output.is_wanted() && !context.json {
        return context.written(output, &project, made.written);
    }
    let json = || made.tables.iter().map(table::as_json).collect();
    context.table(output, &project, &made.tables, json, String::new)
}

fn import(context: &Context, file: &Path, dry_run: bool, mark: bool) -> Result<()> {
    let bytes = std::fs::read(file).map_err(|error| Error::io(file, &error))?;
    let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    let codebook = codebooks::read(&name, &bytes)?;
    let mut project = context.open()?;
    project.set_dry_run(dry_run);
    let before = ops::revisit::count(&project)?;
    let Done { value: done, .. } = ops::codebook::import_marking(&mut project, &codebook, mark)?;
    let key = if dry_run { "cli-codebook-would" } else { "cli-codebook-imported" };
    let words = tr!(key, added = done.added, changed = done.changed, unchanged = done.unchanged);
    context.done(
        &words,
        &json!({
            "file": file.display().to_string(),
            "codes": codebook.len(),
            "added": done.added,
            "changed": done.changed,
            "unchanged": done.unchanged,
            "dry_run": dry_run,
        }),
    )?;
    say_marked(context, &project, before)
}

fn export(context: &Context, output: &Output, name: Option<String>) -> Result<()> {
    let project = context.open()?;
    let stem = project.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let codebook = ops::codebook::export(&project, &name.or(stem).unwrap_or_default())?;
    write(context, &project, output, codebook)
}

/// A codebook to its file or to stdout, with names replaced where the study has decided so.
pub fn write(context: &Context, project: &Project, output: &Output, mut codebook: Contents) -> Result<()> {
    let format = match output.is_wanted() {
        true => output.format(CodebookFormat::from_name, CodebookFormat::from_path)?,
        // The form that people read, or the one that holds everything.
        false if context.json => CodebookFormat::Json,
        false => CodebookFormat::Md,
    };
    if let Some(warning) = ops::names::exporting(project)?.codebook(&mut codebook).warning() {
        context.warn(&warning);
    }
    let bytes = codebooks::write(&codebook, format)?;
    context.write_out(output, &bytes, matches!(format, CodebookFormat::Xlsx | CodebookFormat::Docx))
}
