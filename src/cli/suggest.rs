//! A mistyped command stands where a project may stand: say what was probably meant.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::{Error, Result};
use crate::tr;

/// Other words for what commands do.
const ALSO: [(&str, &[&str]); 8] = [
    ("variables", &["documents variables", "cases variables", "persons variables"]),
    ("media", &["recordings"]),
    ("audio", &["recordings"]),
    ("names", &["pseudonyms"]),
    ("anonymise", &["pseudonyms"]),
    ("transcripts", &["documents"]),
    ("interviews", &["overview", "documents"]),
    ("export", &["segments", "grid", "codebook export"]),
];

/// The commands that are close to what was typed, by its letters or by what it means.
fn close_to(typed: &str) -> Vec<String> {
    let typed = typed.to_lowercase();
    if let Some((_, meant)) = ALSO.iter().find(|(word, _)| *word == typed) {
        return meant.iter().map(|&name| name.to_owned()).collect();
    }
    let mut close: Vec<(usize, String)> = super::command()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .map(|name| (distance(&typed, &name), name))
        .filter(|(distance, name)| {
            *distance <= 2.min(name.len() / 2) || (typed.len() > 2 && name.starts_with(&typed))
        })
        .collect();
    close.sort();
    close.into_iter().map(|(_, name)| name).collect()
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let change = row[j] + usize::from(from != *to);
            next.push(change.min(row[j + 1] + 1).min(next[j] + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

fn looks_like_a_command(typed: &Path) -> Option<String> {
    let name = typed.to_str()?;
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    (plain && !typed.exists()).then(|| name.to_owned())
}

fn unknown(name: &str) -> clap::Error {
    let mut command = super::command();
    let mut error = clap::Error::new(ErrorKind::InvalidSubcommand).with_cmd(&command);
    error.insert(ContextKind::InvalidSubcommand, ContextValue::String(name.to_owned()));
    let close = close_to(name);
    if !close.is_empty() {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(close));
    }
    error.insert(ContextKind::Usage, ContextValue::StyledStr(command.render_usage()));
    error
}

/// `absatz cods list` is a command that does not exist, not a project and a stray word.
pub fn better(error: clap::Error, args: &[OsString]) -> clap::Error {
    if !matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand) {
        return error;
    }
    let first = args.get(1).and_then(|arg| looks_like_a_command(Path::new(arg)));
    match first.filter(|name| super::command().find_subcommand(name).is_none()) {
        Some(name) => unknown(&name),
        None => error,
    }
}

/// Whether the word before (or instead of) a command can be a project.
pub fn check_file(file: Option<&Path>, with_command: bool) -> Result<()> {
    let Some(file) = file else { return Ok(()) };
    let name = file.display().to_string();
    if with_command {
        return Err(Error::usage(tr!("cli-project-before-command", file = name.clone()))
            .hint(tr!("cli-project-before-command-hint", file = name)));
    }
    if let Some(typed) = looks_like_a_command(file) {
        let close = close_to(&typed);
        let error = Error::usage(tr!("cli-no-such-command", name = typed));
        return Err(match close.is_empty() {
            true => error.hint(tr!("cli-no-such-command-hint")),
            false => error.hint(tr!("hint-did-you-mean", names = close.join(", "))),
        });
    }
    Ok(())
}
