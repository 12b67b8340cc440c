//! Passphrases: asked for on the terminal without showing them, or from where a script keeps them. Never an argument: those
//! stand in the shell's history and in the list of processes.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::error::{Error, Kind, Result};
use crate::formats::encrypted;
use crate::{ops, tr};

/// The variable that a script may keep the passphrase in.
const VARIABLE: &str = "ABSATZ_PASSPHRASE";

/// Where the passphrase of a file comes from that is to be read.
#[derive(Debug, Clone, Default, Args)]
pub struct Known {
    /// Read the passphrase from the first line of FILE; - is standard input [env: ABSATZ_PASSPHRASE]
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Whether a file that is written gets a passphrase, and where from.
#[derive(Debug, Clone, Default, Args)]
pub struct Chosen {
    /// Encrypt with a passphrase: asked for on the terminal, or in ABSATZ_PASSPHRASE
    #[arg(long)]
    passphrase: bool,
    #[command(flatten)]
    known: Known,
}

impl Known {
    /// The passphrase of a file, if it has one.
    pub fn of(&self, file: &Path) -> Result<Option<String>> {
        if !file.is_file() || !ops::share::needs_passphrase(file)? {
            return Ok(None);
        }
        if let Some(known) = self.kept()? {
            return Ok(Some(known));
        }
        ask(&tr!("cli-passphrase-of", file = file.display().to_string())).map(Some)
    }

    /// The passphrase from a file or the environment.
    fn kept(&self) -> Result<Option<String>> {
        let text = match &self.passphrase_file {
            Some(file) if file.as_os_str() == "-" => Some(super::output::read_stdin()?),
            Some(file) => Some(std::fs::read_to_string(file).map_err(|error| Error::io(file, &error))?),
            None => std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()),
        };
        Ok(text.map(|text| text.lines().next().unwrap_or_default().to_owned()))
    }
}

impl Chosen {
    /// The passphrase for a file that is written; none: it stays readable.
    pub fn for_file(&self, file: &Path) -> Result<Option<String>> {
        if !self.passphrase && self.known.passphrase_file.is_none() && !encrypted::is_named(file) {
            return Ok(None);
        }
        if let Some(known) = self.known.kept()? {
            return Ok(Some(known));
        }
        let first = ask(&tr!("cli-passphrase-new"))?;
        ops::share::check_passphrase(&first)?;
        if ask(&tr!("cli-passphrase-again"))? != first {
            return Err(Error::invalid(tr!("cli-passphrases-differ")));
        }
        Ok(Some(first))
    }
}

/// Asks on the terminal; what is typed is not shown.
fn ask(prompt: &str) -> Result<String> {
    if !std::io::stdin().is_terminal() {
        return Err(Error::usage(tr!("cli-passphrase-needed")).hint(tr!("cli-passphrase-needed-hint")));
    }
    let failed = |error: std::io::Error| Error::io("stdin", &error);
    let mut stderr = std::io::stderr().lock();
    write!(stderr, "{prompt} ").and_then(|()| stderr.flush()).map_err(failed)?;
    enable_raw_mode().map_err(failed)?;
    let typed = line();
    let back = disable_raw_mode().and_then(|()| writeln!(stderr));
    let typed = typed?;
    back.map_err(failed)?;
    Ok(typed)
}

fn line() -> Result<String> {
    let mut typed = String::new();
    loop {
        let Event::Key(key) = read().map_err(|error| Error::io("stdin", &error))? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match key.code {
            KeyCode::Enter => return Ok(typed),
            KeyCode::Backspace => drop(typed.pop()),
            KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                return Err(Error::new(Kind::Cancelled, tr!("error-cancelled")));
            }
            KeyCode::Char('u') if key.modifiers.contains(KeyModifiers::CONTROL) => typed.clear(),
            KeyCode::Esc => return Err(Error::new(Kind::Cancelled, tr!("error-cancelled"))),
            KeyCode::Char(letter) => typed.push(letter),
            _ => {}
        }
    }
}
