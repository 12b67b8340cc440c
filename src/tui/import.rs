//! The bridge to the import of transcripts: a file by its path, read and stored as one operation.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::formats::read::{ReadOptions, read};
use crate::model::history::Changed;
use crate::ops::documents::{ImportAs, Source, import};
use crate::store::Project;

/// Imports one file.
pub fn run(project: &mut Project, path: &Path) -> Result<Changed> {
    let path = from_home(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(&path).map_err(|error| Error::io(&path, &error))?;
    let draft = read(&name, &bytes, &ReadOptions::default())?;
    Ok(import(project, &draft, &Source::new(&name, &bytes), &ImportAs::default())?.changed)
}

/// `~/` is the home directory, as in a shell.
fn from_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), etcetera::home_dir()) {
        (Ok(rest), Ok(home)) => home.join(rest),
        _ => path.to_path_buf(),
    }
}
