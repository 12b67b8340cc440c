//! The whole of a transcript in the person's own editor, in a file that nobody else may read.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::error::Error;
use crate::model::DocumentId;
use crate::ops::editor;
use crate::text::breaks::Breaks;
use crate::tr;
use crate::tui::bridge::edits::Asks;

/// A transcript that is to be corrected outside of the workbench.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    pub document: DocumentId,
    pub text: String,
    pub base: String,
    pub asks: Asks,
}

/// The editor could not be called or did not end well, and what it has written all the same.
#[derive(Debug)]
pub struct Failed {
    pub error: Box<Error>,
    pub text: Option<String>,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Failed {
        Failed { error: Box::new(error), text: None }
    }
}

/// What an editor left; none where nothing was changed.
pub type Left = std::result::Result<Option<String>, Failed>;

/// Lets the person edit a text, with the terminal in the editor's hands; none where nothing was changed.
pub fn edit(text: &str, folder: &Path) -> Left {
    let words = editor::command()?;
    let breaks = Breaks::of(text);
    let shown = breaks.shown(text);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let broken = |error: std::io::Error| Error::io(folder, &error);
    // tempfile makes files that only their owner can read.
    let mut file =
        tempfile::Builder::new().prefix("absatz-").suffix(".txt").tempfile_in(folder).map_err(broken)?;
    let written = file.write_all(shown.as_bytes()).and_then(|()| file.write_all(b"\n"));
    written.and_then(|()| file.flush()).map_err(broken)?;
    let ended = editor::run(&words, file.path());
    // Read by its name: an editor may have put another file in its place.
    let bytes = fs::read(file.path()).map_err(broken)?;
    let Ok(edited) = String::from_utf8(bytes) else {
        let path = file.path().display().to_string();
        drop(file.keep());
        return Err(Error::invalid(tr!("editing-editor-not-utf8", file = path)).into());
    };
    let edited = edited.replace("\r\n", "\n");
    let edited = edited.strip_suffix('\n').unwrap_or(&edited);
    let left = (edited != shown).then(|| breaks.read(edited));
    match ended {
        Ok(()) => Ok(left),
        // One that broke off while it wrote has perhaps emptied the file.
        Err(error) => {
            Err(Failed { error: Box::new(error), text: left.filter(|text| !text.trim().is_empty()) })
        }
    }
}
