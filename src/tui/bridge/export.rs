//! The bridge to files beside the transcripts: exports, and a codebook that is taken in.

use std::path::{Path, PathBuf};

use super::import::from_home;
use crate::analysis::chapters::{self, By};
use crate::error::{Error, Kind, Result};
use crate::formats::codebooks::{self, CodebookFormat};
use crate::formats::write::edition::EditionFormat;
use crate::formats::write::{self, Format, Meta, PictureFormat};
use crate::model::DocumentId;
use crate::model::chart::Figure;
use crate::model::codings::Segment;
use crate::model::history::Done;
use crate::model::table::Table;
use crate::model::versions::State;
use crate::model::written::Written;
use crate::ops::codebook::GuideQuery;
use crate::ops::edition::EditionQuery;
use crate::ops::paraphrases::ParaphraseQuery;
use crate::ops::query::Ask;
use crate::ops::report::ReportQuery;
use crate::ops::retrieve::SegmentQuery;
use crate::progress::Progress;
use crate::store::{Project, codes};
use crate::tui::effect::{Export, Order, is_guide};
use crate::tui::model::counted::Counted;
use crate::tui::model::table::Report;
use crate::tui::msg::Msg;
use crate::{analysis, ops, tr};

/// Writes what is seen to a file, in the format of its ending. One that is there is not touched without `overwrite`.
/// `asked` is the query whose answer is seen, `active` the documents that lists of segments answer for.
pub fn run(
    project: &Project,
    order: Order,
    asked: Option<&Ask>,
    active: Option<&[DocumentId]>,
) -> Result<Msg> {
    let Order { what, tables, path, template, overwrite } = order;
    let path = from_home(&path);
    if !overwrite && path.is_file() {
        return Ok(Msg::FileThere(path));
    }
    let tables = super::queries::seen(project, &what, asked, tables)?;
    let written = text(project, &what, asked, &path, &template)?;
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
    let bytes = match (what, written) {
        (_, Some(mut written)) => {
            let mut meta = Meta { project: name.clone(), ..Meta::default() };
            seen = exporting.written(&mut written);
            exporting.text(&mut meta.project, &mut seen);
            write::write_prose(&written, Format::from_path(&path)?, &meta)?
        }
        (Export::Report, None) => {
            return Err(Error::usage(tr!("report-formats")).hint(tr!("report-formats-hint")));
        }
        (Export::Codebook, None) if is_guide(&path) => {
            write_all(ops::codebook::guide(project, &name, &GUIDE)?.tables)?
        }
        (Export::Codebook, None) => {
            let format = CodebookFormat::from_path(&path)?;
            let mut codebook = ops::codebook::export(project, &name)?;
            seen = exporting.codebook(&mut codebook);
            codebooks::write(&codebook, format)?
        }
        // Written in its own way, since it takes longer.
        (Export::Edition(_), None) => return Ok(Msg::Accepted(String::new())),
        (Export::Table(_), None) if !tables.is_empty() => write_all(tables)?,
        (Export::Paraphrases, None) => {
            write_all(vec![ops::paraphrases::table(project, &ParaphraseQuery::default(), false)?])?
        }
        // Asked again where they were asked, with their settings.
        (Export::Answer | Export::Grid { .. }, None) => write_all(tables)?,
        // A file with one table has what is to be done.
        (Export::Findings, None) => {
            let one = matches!(Format::from_path(&path)?, Format::Csv);
            let kept = if one { 1 } else { tables.len() };
            write_all(tables.into_iter().take(kept).collect())?
        }
        (Export::Table(report), None) => {
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
        (Export::Segments { code, subcodes }, None) => {
            let query = SegmentQuery {
                codes: Some(vec![code]),
                with_subcodes: subcodes,
                documents: active.map(<[DocumentId]>::to_vec),
                coder: None,
            };
            let found = ops::retrieve::segments(project, &query)?;
            let mut notes = found.notes;
            ops::retrieve::without_coders(project, None, None, &mut notes)?;
            let table = analysis::segments::table(&found.segments, notes);
            write_all(vec![analysis::segments::without_coders(table)])?
        }
    };
    write::to_file(&path, &bytes, overwrite).map_err(|error| brief(error, &path))?;
    let written = tr!("toast-exported", file = whole(&path).display().to_string());
    let all = std::iter::once(written).chain(seen.warning()).chain(letters);
    Ok(Msg::Accepted(all.collect::<Vec<_>>().join(" ")))
}

/// What a coding guide that leaves the program says.
const GUIDE: GuideQuery = GuideQuery { counts: true, since: None };

/// What goes to a file as running text; none where it goes as a table.
fn text(
    project: &Project,
    what: &Export,
    asked: Option<&Ask>,
    path: &Path,
    template: &str,
) -> Result<Option<Written>> {
    if !Format::from_path(path).is_ok_and(Format::is_prose) {
        return Ok(None);
    }
    let chapters = |segments: Vec<Segment>, mut notes: Vec<String>, documents: Option<&[DocumentId]>| {
        let mut segments = segments;
        chapters::sorted(&mut segments, By::Code, &codes::tree(&project.read())?);
        ops::retrieve::without_coders(project, None, documents, &mut notes)?;
        ops::retrieve::chapters(project, &segments, By::Code, false, notes).map(Some)
    };
    match (what, asked) {
        (Export::Report, _) => {
            let file = Some(template).filter(|template| !template.is_empty());
            let file = file.map(|file| from_home(Path::new(file)));
            let template = ops::report::template(file.as_deref())?;
            let query = ReportQuery { choose: "marked".to_owned(), ..ReportQuery::default() };
            Ok(Some(ops::report::write(project, &template, &query)?.written))
        }
        (Export::Codebook, _) if is_guide(path) => {
            let name = project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Ok(Some(ops::codebook::guide(project, &name, &GUIDE)?.written))
        }
        (Export::Segments { code, subcodes }, _) => {
            let query = SegmentQuery {
                codes: Some(vec![*code]),
                with_subcodes: *subcodes,
                ..SegmentQuery::default()
            };
            let found = ops::retrieve::segments(project, &query)?;
            chapters(found.segments, found.notes, None)
        }
        (Export::Answer, Some(asked)) => {
            let answer = ops::query::ask(project, asked)?;
            chapters(answer.segments, answer.notes, asked.documents.as_deref())
        }
        (Export::Table(Report::Changes { before, after }), _) => {
            let after = after.map_or(State::Now, State::Kept);
            let comparison = ops::versions::compare(project, State::Kept(*before), after)?;
            Ok(Some(analysis::coding_guide::comparison(&comparison)))
        }
        _ => Ok(None),
    }
}

/// Writes the study for readers. A file that is there is not touched without `overwrite`.
pub fn edition(
    project: &Project,
    query: &EditionQuery,
    path: &Path,
    overwrite: bool,
    progress: &Progress,
) -> Result<Msg> {
    let path = from_home(path);
    if !overwrite && path.is_file() {
        return Ok(Msg::FileThere(path));
    }
    let format = EditionFormat::from_path(&path)?;
    let made = ops::edition::edition(project, query, progress)?;
    let bytes = write::edition::write(&made.edition, format, &Meta::default())?;
    write::to_file(&path, &bytes, overwrite).map_err(|error| brief(error, &path))?;
    let written = tr!("toast-exported", file = whole(&path).display().to_string());
    let all: Vec<String> = std::iter::once(written).chain(made.warnings).collect();
    Ok(Msg::Accepted(all.join(" ")))
}

/// A table by the values of a variable leaves the program with those that may be published.
fn published(report: Report) -> Report {
    match report {
        Report::Counted(counted) => Report::Counted(Counted { published: true, ..counted }),
        report => report,
    }
}

/// Takes in a codebook, and says what came of it.
///
/// With `mark`, what was coded is to be revisited for what is new in it.
pub fn import_codebook(project: &mut Project, path: &Path, mark: bool) -> Result<(Done<()>, String)> {
    let path = from_home(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(&path).map_err(|error| brief(Error::io(&path, &error), &path))?;
    let done = ops::codebook::import_marking(project, &codebooks::read(&name, &bytes)?, mark)?;
    let (added, changed, unchanged) = (done.value.added, done.value.changed, done.value.unchanged);
    let words = tr!("toast-codebook", file = name, added = added, changed = changed, unchanged = unchanged);
    Ok((Done { value: (), changed: done.changed }, words))
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
