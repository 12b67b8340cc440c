//! Writers: a table in, bytes out, one file a format.
//!
//! `xlsx`, `docx`, `html` and `md` are for people and speak their language; `csv` and `json` are for programs and
//! invariant: column keys, numbers with a point, full precision.

mod csv;
mod docx;
pub mod edition;
mod html;
mod json;
mod md;
mod png;
mod svg;
#[cfg(test)]
mod tests;
mod words;
mod xlsx;

use std::io::Write as _;
use std::path::Path;

use jiff::Timestamp;

pub(crate) use self::csv::{guard, unguard};
use crate::error::{Error, Result};
use crate::model::picture::Picture;
use crate::model::table::{Cell, Table};
use crate::model::written::Written;
use crate::tr;

/// A format that any table can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Csv,
    Docx,
    Html,
    Md,
    Json,
}

impl Format {
    pub const ALL: [Format; 6] =
        [Format::Xlsx, Format::Csv, Format::Docx, Format::Html, Format::Md, Format::Json];

    /// The name, which is also the file ending.
    pub fn name(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Csv => "csv",
            Format::Docx => "docx",
            Format::Html => "html",
            Format::Md => "md",
            Format::Json => "json",
        }
    }

    /// From a name as typed: `xlsx`, `Excel`, `.md`.
    pub fn from_name(name: &str) -> Result<Format> {
        known(name.trim().trim_start_matches('.')).ok_or_else(|| {
            Error::usage(tr!("table-format-unknown", name = name.to_owned())).hint(known_hint(""))
        })
    }

    /// From a file's ending.
    pub fn from_path(path: &Path) -> Result<Format> {
        path.extension().and_then(|ending| known(&ending.to_string_lossy())).ok_or_else(|| {
            Error::usage(tr!("table-ending-unknown", file = path.display().to_string()))
                .hint(known_hint("."))
                .file(path)
        })
    }
}

/// A format that pictures are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    Svg,
    Png,
}

impl PictureFormat {
    pub const ALL: [PictureFormat; 2] = [PictureFormat::Svg, PictureFormat::Png];

    /// The name, which is also the file ending.
    pub fn name(self) -> &'static str {
        match self {
            PictureFormat::Svg => "svg",
            PictureFormat::Png => "png",
        }
    }
    /// None where it names no format of pictures.
    pub fn from_name(name: &str) -> Option<PictureFormat> {
        let name = name.trim().trim_start_matches('.');
        PictureFormat::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }
    pub fn from_path(path: &Path) -> Option<PictureFormat> {
        path.extension().and_then(|ending| PictureFormat::from_name(&ending.to_string_lossy()))
    }
}

/// The picture as a file of this format; and the letters that could not be drawn.
pub fn write_picture(picture: &Picture, format: PictureFormat) -> Result<(Vec<u8>, String)> {
    match format {
        PictureFormat::Svg => Ok((svg::write(picture).into_bytes(), String::new())),
        PictureFormat::Png => Ok((png::write(picture)?, png::missing(picture))),
    }
}

fn known(name: &str) -> Option<Format> {
    Some(match name.to_ascii_lowercase().as_str() {
        "xlsx" | "excel" => Format::Xlsx,
        "csv" => Format::Csv,
        "docx" | "word" => Format::Docx,
        "html" | "htm" => Format::Html,
        "md" | "markdown" => Format::Md,
        "json" => Format::Json,
        _ => return None,
    })
}

fn known_hint(prefix: &str) -> String {
    let names = Format::ALL.map(|format| format!("{prefix}{}", format.name())).join(", ");
    tr!("table-formats-known", names = names)
}

/// What a file says of itself beside its tables.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The document's title; empty: the first table's.
    pub title: String,
    /// The project's name; empty to leave it out.
    pub project: String,
    /// When it was made, as [`crate::clock::now`] gives it; none: now. A fixed time gives the same bytes again, in
    /// every format.
    pub created: Option<String>,
}

impl Meta {
    fn title<'a>(&'a self, tables: &'a [Table]) -> &'a str {
        match tables.first() {
            Some(table) if self.title.is_empty() => &table.title,
            _ => &self.title,
        }
    }

    fn created(&self) -> Result<Timestamp> {
        let text = self.created.clone().unwrap_or_else(crate::clock::now);
        text.parse().map_err(|_| Error::invalid(tr!("table-created-invalid", date = text)))
    }

    /// Project and date in words, for the head of a document.
    fn head(&self) -> Result<Vec<String>> {
        let date = crate::clock::local(&self.created()?.to_string());
        let created = tr!("table-created", date = date);
        Ok(if self.project.is_empty() {
            vec![created]
        } else {
            vec![tr!("table-project", project = self.project.clone()), created]
        })
    }
}

/// The tables as a file of this format. A row has a cell for every column; one that is missing is empty.
pub fn write(tables: &[Table], format: Format, meta: &Meta) -> Result<Vec<u8>> {
    match format {
        Format::Xlsx => xlsx::write(tables, meta),
        Format::Csv => csv::write(tables),
        Format::Docx => docx::write(tables, meta),
        Format::Html => html::write(tables, meta),
        Format::Md => Ok(md::write(tables, meta).into_bytes()),
        Format::Json => json::write(tables),
    }
}

/// Formats that running text is written in.
pub const PROSE: [Format; 3] = [Format::Docx, Format::Html, Format::Md];

impl Format {
    /// Whether running text is written in it; the others are for tables.
    pub fn is_prose(self) -> bool {
        PROSE.contains(&self)
    }
}

/// Running text as a file of this format; refused for a format of tables.
pub fn write_prose(written: &Written, format: Format, meta: &Meta) -> Result<Vec<u8>> {
    match format {
        Format::Docx => docx::written::write(written, meta),
        Format::Html => html::written::write(written, meta),
        Format::Md => Ok(md::written::write(written, meta)?.into_bytes()),
        Format::Xlsx | Format::Csv | Format::Json => {
            let names = PROSE.map(|format| format!(".{}", format.name())).join(", ");
            Err(Error::usage(tr!("written-no-prose", name = format.name()))
                .hint(tr!("written-no-prose-hint", names = names)))
        }
    }
}

/// Writes a file whole or not at all: a temporary file beside it, synced, then renamed. Nothing that exists is
/// replaced without `force`. A new file is readable by its owner only: it holds transcript text.
pub fn to_file(path: &Path, bytes: &[u8], force: bool) -> Result<()> {
    let said = |error: &std::io::Error| Error::io(path, error);
    let exists = || {
        Error::refused(tr!("table-file-exists", file = path.display().to_string()))
            .hint(tr!("table-file-exists-hint"))
            .file(path)
    };
    // A link is followed, so that its target is replaced and not the link.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    if target.is_dir() {
        return Err(Error::invalid(tr!("table-file-is-folder", file = path.display().to_string())).file(path));
    }
    let before = std::fs::metadata(&target).ok();
    if before.is_some() && !force {
        return Err(exists());
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(Error::not_found(tr!("table-file-no-folder", folder = folder.display().to_string()))
            .hint(tr!("table-file-no-folder-hint"))
            .file(path));
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|e| said(&e))?;
    file.write_all(bytes).map_err(|e| said(&e))?;
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions()).map_err(|e| said(&e))?;
    }
    file.as_file().sync_all().map_err(|e| said(&e))?;
    let kept = if force { file.persist(&target) } else { file.persist_noclobber(&target) };
    kept.map_err(|e| {
        if e.error.kind() == std::io::ErrorKind::AlreadyExists { exists() } else { said(&e.error) }
    })?;
    // The new name lasts only once the folder is synced; a file system that cannot do that has done what it can.
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

static EMPTY: Cell = Cell { value: crate::model::table::Value::Empty, places: Vec::new() };

/// The row's cells, one for every column.
fn cells<'a>(table: &Table, row: &'a [Cell]) -> impl Iterator<Item = &'a Cell> {
    debug_assert!(row.len() <= table.columns.len(), "{}: a row is longer than the header", table.name);
    row.iter().chain(std::iter::repeat(&EMPTY)).take(table.columns.len())
}

/// Whether a table needs a heading of its own below the document's title.
fn has_heading(table: &Table, tables: &[Table], meta: &Meta) -> bool {
    !table.title.is_empty() && (tables.len() > 1 || table.title != meta.title(tables))
}
