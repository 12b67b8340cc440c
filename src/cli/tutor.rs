//! `tutor`: the lesson in the workbench.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::Args;

use super::context::Context;
use crate::error::{Error, Result};
use crate::{ops, tr, tui};

/// Learn the workbench in a quarter of an hour.
///
/// A lesson inside the workbench, on two interviews of its own: it says what to do next, sees when it is done, and goes on
/// where it was left. The folder gets the project tutor.absatz; nothing in it is written over.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz tutor\n  absatz tutor --lang de\n  absatz tutor ~/lesson --restart"
)]
pub struct Tutor {
    /// Where the lesson's project is, or is made
    #[arg(default_value = "absatz-tutor")]
    folder: PathBuf,
    /// Begin anew, with a fresh project beside the one there is
    #[arg(long)]
    restart: bool,
}

impl Tutor {
    pub fn run(self, context: &Context) -> Result<()> {
        if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
            return Err(Error::usage(tr!("cli-no-terminal")).hint(tr!("cli-tutor-no-terminal-hint")));
        }
        let coder = context.coder().or_else(super::project::person).unwrap_or_else(|| tr!("tutor-coder"));
        let file = ops::tutor::file(&self.folder, context.lang, &coder, self.restart)?;
        tui::run(file, tui::Options { coder: context.coder(), lang: context.lang })
    }
}
