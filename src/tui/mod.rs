//! The workbench: documents, code system, transcript and Summary Grid in one terminal window, keyboard first.
//!
//! Data in, picture out: `update(&mut model, msg) -> Vec<Effect>` does no I/O, `draw(&model, frame) -> HitMap` changes
//! nothing, one worker thread owns the project and runs the effects, the runtime reads the terminal and never waits.

use std::path::PathBuf;

use crate::error::Result;
use crate::i18n::Lang;

/// How to open the workbench.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The coder who works; none: the one remembered in the file.
    pub coder: Option<String>,
    pub lang: Lang,
}

/// Opens the workbench on a project file and stays until the person leaves it.
pub fn run(path: PathBuf, options: Options) -> Result<()> {
    let _ = (path, options);
    Ok(())
}
