//! Codebooks: the code system and its coding guide between file and project.
//!
//! | format | read | written | holds |
//! | --- | --- | --- | --- |
//! | `json` | yes | yes | everything (`absatz-codebook/1`, see [`crate::model::codebook`]) |
//! | `md` | yes | yes | everything but UUIDs and language: a nested list, see `list.rs` |
//! | `csv` | yes | yes | everything but UUIDs, language and anchor examples, see `sheet.rs` |
//! | `txt` | yes | yes | names, colours, definitions: an indented list or a path a line, see `list.rs` |
//! | `xlsx`, `docx` | no | yes | the coding guide as a table, for people |
//!
//! A file is read and checked whole before anything of it is used.

mod check;
mod json;
mod list;
mod sheet;
#[cfg(test)]
mod tests;
mod tree;

use std::path::Path;

pub use self::check::check;
use super::write::{self as tables, Meta};
use crate::error::{Error, Result};
use crate::model::codebook::{Codebook, CodebookCode};
use crate::model::codes::Origin;
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Table, Value};
use crate::tr;

/// How deep codes may be nested.
pub const MAX_DEPTH: usize = 32;

/// The largest file that is read, and the most codes: far more than a person can work with.
pub const MAX_BYTES: usize = 8 << 20;
pub const MAX_CODES: usize = 20_000;

/// A format for codebooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodebookFormat {
    Json,
    Txt,
    Md,
    Csv,
    /// Written only.
    Xlsx,
    /// Written only.
    Docx,
}

impl CodebookFormat {
    pub const ALL: [CodebookFormat; 6] = [
        CodebookFormat::Json,
        CodebookFormat::Md,
        CodebookFormat::Csv,
        CodebookFormat::Txt,
        CodebookFormat::Xlsx,
        CodebookFormat::Docx,
    ];

    /// The name, which is also the file ending.
    pub fn name(self) -> &'static str {
        match self {
            CodebookFormat::Json => "json",
            CodebookFormat::Txt => "txt",
            CodebookFormat::Md => "md",
            CodebookFormat::Csv => "csv",
            CodebookFormat::Xlsx => "xlsx",
            CodebookFormat::Docx => "docx",
        }
    }

    /// Whether it can be read back.
    pub fn is_read(self) -> bool {
        !matches!(self, CodebookFormat::Xlsx | CodebookFormat::Docx)
    }

    /// From a name as typed: `json`, `.md`.
    pub fn from_name(name: &str) -> Result<CodebookFormat> {
        known(name.trim().trim_start_matches('.')).ok_or_else(|| {
            Error::usage(tr!("codebook-format-unknown", name = name.to_owned())).hint(known_hint())
        })
    }

    /// From a file's ending.
    pub fn from_path(path: &Path) -> Result<CodebookFormat> {
        path.extension().and_then(|ending| known(&ending.to_string_lossy())).ok_or_else(|| {
            Error::usage(tr!("codebook-ending-unknown", file = path.display().to_string()))
                .hint(known_hint())
                .file(path)
        })
    }
}

fn known(name: &str) -> Option<CodebookFormat> {
    Some(match name.to_ascii_lowercase().as_str() {
        "json" => CodebookFormat::Json,
        "txt" | "text" => CodebookFormat::Txt,
        "md" | "markdown" => CodebookFormat::Md,
        "csv" => CodebookFormat::Csv,
        "xlsx" => CodebookFormat::Xlsx,
        "docx" => CodebookFormat::Docx,
        _ => return None,
    })
}

fn known_hint() -> String {
    tr!(
        "codebook-formats-known",
        names = CodebookFormat::ALL.map(|format| format!(".{}", format.name())).join(", ")
    )
}

/// Reads a codebook; `name` is the file's name, whose ending says the format.
pub fn read(name: &str, bytes: &[u8]) -> Result<Codebook> {
    let format = CodebookFormat::from_path(Path::new(name))?;
    let read = match format {
        _ if bytes.len() > MAX_BYTES => Err(too_large()),
        CodebookFormat::Json => json::read(bytes),
        CodebookFormat::Txt => list::read_txt(&decode(bytes)),
        CodebookFormat::Md => list::read_md(&decode(bytes)),
        CodebookFormat::Csv => sheet::read(&decode(bytes)),
        CodebookFormat::Xlsx | CodebookFormat::Docx => {
            Err(Error::unreadable(tr!("codebook-write-only", ending = format.name()))
                .hint(tr!("codebook-write-only-hint")))
        }
    };
    // Whoever reads the message knows then which file it is about.
    read.map_err(|mut error| {
        error.message = format!("{name}: {}", error.message);
        error.file(name)
    })
}

/// Writes a codebook after the same checks as on reading, so that what is written can be read.
pub fn write(codebook: &Codebook, format: CodebookFormat) -> Result<Vec<u8>> {
    let codebook = check(codebook.clone())?;
    let as_table = |format| {
        let meta = Meta { title: title(&codebook), ..Meta::default() };
        tables::write(&[table(&codebook)], format, &meta)
    };
    match format {
        CodebookFormat::Json => json::write(&codebook),
        CodebookFormat::Txt => Ok(list::write_txt(&codebook).into_bytes()),
        CodebookFormat::Md => Ok(list::write_md(&codebook).into_bytes()),
        CodebookFormat::Csv => sheet::write(&codebook),
        CodebookFormat::Xlsx => as_table(tables::Format::Xlsx),
        CodebookFormat::Docx => as_table(tables::Format::Docx),
    }
}

/// The coding guide as a table, for any writer and for the screen.
pub fn table(codebook: &Codebook) -> Table {
    let mut rows = Vec::new();
    each(&codebook.codes, "", &mut |path, code| {
        let anchors = code.anchors.iter().map(|anchor| Block {
            kind: BlockKind::Segment,
            text: anchor.text.clone(),
            citation: match anchor.place.trim() {
                "" => String::new(),
                place if place.starts_with('(') => place.to_owned(),
                place => format!("({place})"),
            },
        });
        let text = |text: &str| if text.is_empty() { Cell::default() } else { Cell::text(text) };
        rows.push(vec![
            Cell::text(path),
            text(&code.guide.definition),
            text(&code.guide.apply),
            text(&code.guide.not_apply),
            Cell { value: Value::Blocks(anchors.collect()), places: Vec::new() },
            match code.guide.origin {
                Origin::Unspecified => Cell::default(),
                Origin::Deductive => Cell::text(tr!("codebook-origin-deductive")),
                Origin::Inductive => Cell::text(tr!("codebook-origin-inductive")),
            },
            text(&code.guide.research_question),
        ]);
    });
    Table {
        name: "coding-guide".into(),
        title: title(codebook),
        columns: vec![
            Column::new("code", tr!("codebook-column-code"), ColumnKind::Short),
            Column::new("definition", tr!("codebook-column-definition"), ColumnKind::Long),
            Column::new("apply", tr!("codebook-column-apply"), ColumnKind::Long),
            Column::new("not_apply", tr!("codebook-column-not-apply"), ColumnKind::Long),
            Column::new("anchors", tr!("codebook-column-anchors"), ColumnKind::Long),
            Column::new("origin", tr!("codebook-column-origin"), ColumnKind::Short),
            Column::new("research_question", tr!("codebook-column-research-question"), ColumnKind::Long),
        ],
        rows,
        notes: vec![tr!("codebook-note-codes", count = codebook.len() as i64)],
        frozen: 1,
    }
}

fn title(codebook: &Codebook) -> String {
    if codebook.name.is_empty() {
        tr!("codebook-title")
    } else {
        tr!("codebook-title-of", name = codebook.name.clone())
    }
}

/// Every code with its path, a parent before its subcodes.
fn each<'a>(codes: &'a [CodebookCode], above: &str, with: &mut impl FnMut(&str, &'a CodebookCode)) {
    for code in codes {
        let path = if above.is_empty() { code.name.clone() } else { format!("{above}/{}", code.name) };
        with(&path, code);
        each(&code.children, &path, with);
    }
}

fn too_large() -> Error {
    let error =
        Error::unreadable(tr!("codebook-too-large", size = MAX_BYTES as u64 >> 20, codes = MAX_CODES as u64));
    error.hint(tr!("codebook-too-large-hint"))
}

/// The text of a file: by its BOM, else UTF-8, else Windows-1252 as older German programs write it. Newlines as LF.
fn decode(bytes: &[u8]) -> String {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, skip)) => {
            encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default()).0
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    };
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// An error with the line that it is about.
fn at_line(line: u64, error: Error) -> Error {
    Error { message: tr!("codebook-at-line", line = line as i64, reason = error.message.clone()), ..error }
        .place(format!("line {line}"))
}
