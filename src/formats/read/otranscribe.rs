//! oTranscribe (`.otr`): JSON around a piece of HTML.
//!
//! A stamp is a `<span class="timestamp" data-timestamp="9.48">`; its clock time stays in the text, marked.

use serde::Deserialize;

use super::markup;
use super::{ReadOptions, Reading};
use crate::error::{Error, Result};
use crate::tr;

#[derive(Deserialize)]
struct File {
    text: String,
}

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    text.starts_with('{')
        && (extension == "otr" || text.contains("\"media-time\"") && text.contains("\"text\""))
}

pub fn read(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        Error::unreadable(tr!("read-otr-damaged", name = name))
            .hint(tr!("read-otr-damaged-hint"))
            .place(format!("{}:{}", error.line(), error.column()))
    })?;
    let page = markup::page(name, &file.text, &options.limits)?;
    let warnings = page.warnings();
    Ok(Reading { blocks: markup::turns(page.lines, options), warnings, ..Reading::default() })
}
