//! `completions`, `man`: for the shell and the manual.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;
use serde_json::json;

use super::context::Context;
use crate::error::{Error, Result};
use crate::tr;

/// Print shell completions.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz completions bash > ~/.local/share/bash-completion/completions/absatz\n  absatz completions zsh > ~/.zfunc/_absatz\n  absatz completions fish > ~/.config/fish/completions/absatz.fish"
)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::command(), "absatz", &mut script);
        context.bytes(&script)
    }
}

/// Print the manual page, or write one page per command.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz man | man -l -\n  absatz man -o ~/.local/share/man/man1")]
pub struct Man {
    /// Write absatz.1, absatz-code.1 … into this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Man {
    pub fn run(self, context: &Context) -> Result<()> {
        let command = super::command();
        let Some(folder) = self.output else {
            let mut page = Vec::new();
            clap_mangen::Man::new(command)
                .render(&mut page)
                .map_err(|error| Error::io("absatz.1", &error))?;
            return context.bytes(&page);
        };
        std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, &error))?;
        clap_mangen::generate_to(command, &folder).map_err(|error| Error::io(&folder, &error))?;
        let name = folder.display().to_string();
        context.done(&tr!("cli-written", file = name.clone()), &json!({ "file": name }))
    }
}
