//! The workbench: documents, code system, transcript and Summary Grid in one terminal window, keyboard first.
//!
//! Data in, picture out: [`update::update`] takes what happened and gives effects, without I/O; [`view::draw`] makes
//! the picture and changes nothing; one [`worker`] thread owns the project and runs the effects; the [`runtime`] reads
//! the terminal and never waits. One [`command`] table feeds the keymap, the palette, `?`, the footer and the docs.
//!
//! | where | what |
//! | --- | --- |
//! | [`model`] | all state as plain data |
//! | [`msg`], [`effect`] | what happens, what is to be done |
//! | [`update`] | a file an area: reading, coding, codes, grid, forms … |
//! | [`view`], [`layout`], [`theme`] | the picture, where things are, colours |
//! | [`command`], [`keymap`], [`keys`] | commands, which keys mean them, how keys are written |
//! | [`tutor`] | the steps of the lesson |
//! | [`bridge`] | what is asked of the worker and what it tells, a file a noun: typed questions, calls of `ops`, answers for the panes |
//! | [`worker`], `jobs`, [`runtime`], [`terminal`], [`crash`] | the only impure files |
//! | [`testing`] | the workbench without a terminal, for key scripts |

pub mod bridge;
pub mod command;
pub mod crash;
pub mod editor;
pub mod effect;
mod jobs;
pub mod keymap;
pub mod keys;
pub mod layout;
pub mod model;
pub mod msg;
pub mod runtime;
pub mod terminal;
pub mod testing;
pub mod theme;
pub mod tutor;
pub mod update;
pub mod view;
pub mod worker;

use std::path::PathBuf;

use crate::error::Result;
use crate::i18n::Lang;
use crate::store::Project;

/// How to open the workbench.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The coder who works; none: the one remembered in the file.
    pub coder: Option<String>,
    pub lang: Lang,
}

/// Opens the workbench on a project file and stays until the person leaves it.
pub fn run(path: PathBuf, options: Options) -> Result<()> {
    crate::i18n::set_lang(options.lang);
    let project = Project::open(&path, options.coder.as_deref())?;
    runtime::run(project, options.lang)
}
