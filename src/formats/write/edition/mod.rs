//! Writers of a study for readers: one page with everything, or the transcripts with their codes in the margin.

mod docx;
mod markup;
mod md;
mod page;

use std::path::Path;

use super::Meta;
use crate::error::{Error, Result};
use crate::model::edition::Edition;
use crate::tr;

/// A format that an edition can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionFormat {
    Html,
    Docx,
    Md,
}

impl EditionFormat {
    pub const ALL: [EditionFormat; 3] = [EditionFormat::Html, EditionFormat::Docx, EditionFormat::Md];

    /// The name, which is also the file ending.
    pub fn name(self) -> &'static str {
        match self {
            EditionFormat::Html => "html",
            EditionFormat::Docx => "docx",
            EditionFormat::Md => "md",
        }
    }

    /// From a name as typed: `html`, `.docx`.
    pub fn from_name(name: &str) -> Result<EditionFormat> {
        known(name.trim().trim_start_matches('.')).ok_or_else(|| {
            Error::usage(tr!("export-format-unknown", name = name.to_owned())).hint(known_hint())
        })
    }

    /// From a file's ending.
    pub fn from_path(path: &Path) -> Result<EditionFormat> {
        path.extension().and_then(|ending| known(&ending.to_string_lossy())).ok_or_else(|| {
            Error::usage(tr!("export-ending-unknown", file = path.display().to_string()))
                .hint(known_hint())
                .file(path)
        })
    }
}

fn known(name: &str) -> Option<EditionFormat> {
    Some(match name.to_ascii_lowercase().as_str() {
        "html" | "htm" => EditionFormat::Html,
        "docx" | "word" => EditionFormat::Docx,
        "md" | "markdown" => EditionFormat::Md,
        _ => return None,
    })
}

fn known_hint() -> String {
    let names = EditionFormat::ALL.map(|format| format!(".{}", format.name())).join(", ");
    tr!("export-formats-known", names = names)
}

/// The edition as a file of this format.
pub fn write(edition: &Edition, format: EditionFormat, meta: &Meta) -> Result<Vec<u8>> {
    match format {
        EditionFormat::Html => page::write(edition, meta),
        EditionFormat::Docx => docx::write(edition, meta),
        EditionFormat::Md => Ok(md::write(edition, meta)?.into_bytes()),
    }
}
