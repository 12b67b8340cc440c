//! `export`: the study as it is given to readers.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::output::Output;
use super::scope::Which;
use crate::error::{Error, Result};
use crate::formats::write::edition::{self, EditionFormat};
use crate::formats::write::{self, Meta};
use crate::model::edition::Edition;
use crate::ops::edition::EditionQuery;
use crate::store::Project;
use crate::{ops, tr};

/// Write the study for readers: one page with everything, or the transcripts with their codes in the margin.
///
/// The html page holds transcripts, segments, codes, Summary Grid and sample, with filters, search and links from every
/// citation; it needs no network. docx and md hold the transcripts with paragraph numbers and the codes beside them. Listed names are replaced and values are as published; titles, who coded and when are
/// left out. It says whose codings count.
#[derive(Debug, Args)]
#[command(
    mut_arg("output", |arg| arg.help("Write to FILE in the format of its ending (html, docx, md); - is stdout")),
    mut_arg("format", |arg| arg.help("The format, where no ending says it: html, docx, md")),
    after_help = "Examples:\n  absatz export -o study.html\n  absatz export --document 5 -o interview-5.html\n  absatz export --group Land --branch Obstacles -o obstacles.docx\n  absatz export --each transcripts --format md\n  absatz export --working --coders --times --comments -o for-the-team.html"
)]
pub struct Export {
    #[command(flatten)]
    which: Which,
    /// Working values, titles, and names as they stand
    #[arg(long)]
    working: bool,
    /// Also who coded
    #[arg(long)]
    coders: bool,
    /// Also when it was coded
    #[arg(long)]
    times: bool,
    /// Also the comments on segments
    #[arg(long)]
    comments: bool,
    /// A file for each document, into this folder, in the format of --format
    #[arg(long, value_name = "FOLDER", conflicts_with = "output", requires = "format")]
    each: Option<PathBuf>,
    /// The heading [default: the project's name]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl Export {
    pub fn run(self, context: &Context) -> Result<()> {
        let format = self.output.format(EditionFormat::from_name, EditionFormat::from_path)?;
        let title = self.title.clone().unwrap_or_default();
        let meta = Meta { title, ..Meta::default() };
        let project = context.open()?;
        let (codes, documents) = self.which.chosen(&project)?;
        let query = EditionQuery {
            documents,
            codes,
            without_pretests: self.which.without_pretests,
            coder: context.own_work(&project),
            working: self.working,
            coders: self.coders,
            times: self.times,
            comments: self.comments,
        };
        let made = context.working(|progress| ops::edition::edition(&project, &query, progress))?;
        made.warnings.iter().for_each(|warning| context.warn(warning));
        if let Some(folder) = &self.each {
            let files = files(folder, &made.edition, format);
            return self.write_each(context, &project, &query, &files, format, &meta);
        }
        let bytes = edition::write(&made.edition, format, &meta)?;
        context.write_out(&self.output, &bytes, format == EditionFormat::Docx)
    }

    /// One file a document; none at all where one is there that may not be replaced.
    fn write_each(
        &self,
        context: &Context,
        project: &Project,
        query: &EditionQuery,
        files: &[PathBuf],
        format: EditionFormat,
        meta: &Meta,
    ) -> Result<()> {
        if let Some(file) = files.iter().find(|file| file.exists() && !self.output.replaces()) {
            return Err(Error::refused(tr!("table-file-exists", file = file.display().to_string()))
                .hint(tr!("table-file-exists-hint"))
                .file(file));
        }
        if let Some(folder) = &self.each {
            std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, &error))?;
        }
        let mut left = files.iter();
        context.working(|progress| {
            ops::edition::each(project, query, progress, |made| {
                let Some(file) = left.next() else { return Ok(()) };
                let bytes = edition::write(&made.edition, format, meta)?;
                write::to_file(file, &bytes, self.output.replaces())
            })
        })?;
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        context.done(&tr!("export-written-each", count = names.len()), &json!({ "files": names }))
    }
}

/// The file of each document: `IP 5.docx`.
fn files(folder: &Path, edition: &Edition, format: EditionFormat) -> Vec<PathBuf> {
    let mut taken: Vec<String> = Vec::new();
    for document in &edition.documents {
        let safe = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c };
        let name: String = document.name.chars().map(safe).collect();
        let name = name.trim_matches([' ', '.']).to_owned();
        let alike = taken.iter().filter(|other| other.to_lowercase() == name.to_lowercase()).count();
        // Labels that differ in letter case only, or became alike when names were replaced.
        taken.push(if alike == 0 { name } else { format!("{name} ({})", taken.len() + 1) });
    }
    taken.into_iter().map(|name| folder.join(format!("{name}.{}", format.name()))).collect()
}
