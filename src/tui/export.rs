//! The bridge to files beside the transcripts: exports, and a codebook that is taken in.

use std::path::{Path, PathBuf};

use super::effect::Export;
use super::import::from_home;
use super::model::counted::Counted;
use super::model::table::Report;
use super::msg::Msg;
use crate::error::{Error, Kind, Result};
use crate::formats::codebooks::{self, CodebookFormat};
use crate::formats::write::{self, Format, Meta, PictureFormat};
use crate::model::chart::Figure;
use crate::model::history::Changed;
use crate::model::table::Table;
use crate::ops::paraphrases::ParaphraseQuery;
use crate::ops::retrieve::SegmentQuery;
use crate::progress::Progress;
use crate::store::Project;
use crate::{analysis, ops, tr};

/// Writes what is seen to a file, in the format of its ending. One that is there is not touched without `overwrite`.
/// `tables`: what is seen, where it was computed with settings of the screen.
pub fn run(project: &Project, what: Export, tables: Vec<Table>, path: &Path, overwrite: bool) -> Result<Msg> {
    let path = from_home(path);
    if !overwrite && path.is_file() {
        return Ok(Msg::FileThere(path));
    }
    let name = project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let exporting = ops::names::exporting(project)?;
    let mut seen = ops::names::Seen::default();
    let mut letters = None;
    let mut write_all = |mut tables: Vec<Table>| {
        let mut meta = Meta { project: name.clone(), ..Meta::default() };
        seen = exporting.tables(&mut tables);
        exporting.text(&mut meta.project, &mut seen);
        write::write(&tables, Format::from_path(&path)?, &meta)
    };
    let bytes = match what {
        Export::Codebook => {
            let format = CodebookFormat::from_path(&path)?;
            let mut codebook = ops::codebook::export(project, &name)?;
            seen = exporting.codebook(&mut codebook);
            codebooks::write(&codebook, format)?
        }
        Export::Table(_) if !tables.is_empty() => write_all(tables)?,
        Export::Paraphrases => {
            write_all(vec![ops::paraphrases::table(project, &ParaphraseQuery::default(), false)?])?
        }
        // Asked again where they were asked, with their settings.
        Export::Answer | Export::Grid { .. } => write_all(tables)?,
        // A file with one table has what is to be done.
        Export::Findings => {
            let one = matches!(Format::from_path(&path)?, Format::Csv);
            let kept = if one { 1 } else { tables.len() };
            write_all(tables.into_iter().take(kept).collect())?
        }
        Export::Table(report) => {
            let (table, chart) = super::tables::figure(project, published(report), &Progress::new())?;
            match (chart, PictureFormat::from_path(&path)) {
                (Some(chart), Some(format)) => {
                    let mut figure = Figure { table, chart };
                    seen = exporting.figure(&mut figure);
                    let picture = analysis::pictures::picture(&figure);
                    let (bytes, missing) = write::write_picture(&picture, format)?;
                    if !missing.is_empty() {
                        letters = Some(tr!("picture-missing-letters", letters = missing));
                    }
                    bytes
                }
                _ => write_all(vec![table])?,
            }
        }
        Export::Segments { code, subcodes } => {
            let query =
                SegmentQuery { codes: Some(vec![code]), with_subcodes: subcodes, ..SegmentQuery::default() };
            let found = ops::retrieve::segments(project, &query)?;
            write_all(vec![analysis::segments::table(&found.segments, found.notes)])?
        }
    };
    write::to_file(&path, &bytes, overwrite).map_err(|error| brief(error, &path))?;
    let written = tr!("toast-exported", file = whole(&path).display().to_string());
    let all = std::iter::once(written).chain(seen.warning()).chain(letters);
    Ok(Msg::Accepted(all.collect::<Vec<_>>().join(" ")))
}

/// A table by the values of a variable leaves the program with those that may be published.
fn published(report: Report) -> Report {
    match report {
        Report::Counted(counted) => Report::Counted(Counted { published: true, ..counted }),
        report => report,
    }
}

/// Takes in a codebook, and says what came of it.
pub fn import_codebook(project: &mut Project, path: &Path) -> Result<(Changed, String)> {
    let path = from_home(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(&path).map_err(|error| brief(Error::io(&path, &error), &path))?;
    let done = ops::codebook::import(project, &codebooks::read(&name, &bytes)?)?;
    let (added, changed, unchanged) = (done.value.added, done.value.changed, done.value.unchanged);
    let words = tr!("toast-codebook", file = name, added = added, changed = changed, unchanged = unchanged);
    Ok((done.changed, words))
}

/// What the system said, with the file's name alone: the prompt shows the whole path, and the line is short.
fn brief(mut error: Error, path: &Path) -> Error {
    if let (Kind::Io, Some(name)) = (error.kind, path.file_name()) {
        error.message = error.message.replace(&path.display().to_string(), &name.to_string_lossy());
    }
    error
}

/// The path from the root on, so that a file can be found again.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}
