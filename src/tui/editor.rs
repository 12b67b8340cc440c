//! A text in the person's own editor (`VISUAL`, `EDITOR`), in a file that nobody else may read.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crate::error::{Error, Kind, Result};
use crate::model::DocumentId;
use crate::tr;
use crate::tui::edits::Asks;

/// A transcript that is to be corrected outside of the workbench.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    pub document: DocumentId,
    pub text: String,
    pub base: String,
    pub asks: Asks,
}

/// What stands for a line break within a paragraph: a line of the file is a paragraph.
const BREAK: char = '\u{2028}';
const SIGNS: [char; 5] = ['␤', '⏎', '↵', '⤶', '\u{e000}'];

/// Lets the person edit a text, with the terminal in the editor's hands; none where nothing was changed.
pub fn edit(text: &str, folder: &Path) -> Result<Option<String>> {
    let words = words()?;
    let (program, rest) = words.split_first().ok_or_else(no_words)?;
    let sign = SIGNS.into_iter().find(|sign| !text.contains(*sign)).unwrap_or(BREAK);
    let shown = text.replace(BREAK, &sign.to_string());
    // tempfile makes files that only their owner can read.
    let mut file = tempfile::Builder::new()
        .prefix("absatz-")
        .suffix(".txt")
        .tempfile_in(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
        .map_err(|error| broken(program, &error.to_string()))?;
    let written = file.write_all(shown.as_bytes()).and_then(|()| file.write_all(b"\n"));
    written.and_then(|()| file.flush()).map_err(|error| broken(program, &error.to_string()))?;
    let status = Command::new(program).args(rest).arg(file.path()).status();
    let status = status.map_err(|error| broken(program, &error.to_string()))?;
    if !status.success() {
        return Err(Error::new(
            Kind::Io,
            tr!("editing-editor-ended", editor = program.clone(), status = status.to_string()),
        ));
    }
    // Read by its name: an editor may have put another file in its place.
    let bytes = fs::read(file.path()).map_err(|error| broken(program, &error.to_string()))?;
    let Ok(edited) = String::from_utf8(bytes) else {
        let path = file.path().display().to_string();
        drop(file.keep());
        return Err(Error::invalid(tr!("editing-editor-not-utf8", file = path)));
    };
    let edited = edited.replace("\r\n", "\n");
    let edited = edited.strip_suffix('\n').unwrap_or(&edited);
    if edited == shown {
        return Ok(None);
    }
    Ok(Some(edited.replace(sign, &BREAK.to_string())))
}

/// The words that call the editor, as a shell splits them, without anything else that a shell does.
fn words() -> Result<Vec<String>> {
    let chosen = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|words| !words.trim().is_empty());
    match chosen {
        Some(words) => shlex::split(&words).filter(|words| !words.is_empty()).ok_or_else(no_words),
        None => Ok(vec![if cfg!(windows) { "notepad" } else { "vi" }.to_owned()]),
    }
}

fn no_words() -> Error {
    Error::invalid(tr!("editing-editor-words")).hint(tr!("editing-editor-hint"))
}

fn broken(program: &str, reason: &str) -> Error {
    Error::new(Kind::Io, tr!("editing-editor-start", editor = program.to_owned(), reason = reason.to_owned()))
        .hint(tr!("editing-editor-hint"))
}
