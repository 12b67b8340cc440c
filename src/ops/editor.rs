//! The person's editor: which one, and waiting for it. Never through a shell: `VISUAL` or `EDITOR` is split into words and
//! the file comes last, as it is, whatever its name.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::player::is_there;
use crate::error::{Error, Kind, Result};
use crate::tr;

/// Editors that are tried where none is chosen.
const USUAL: [&str; 3] = ["nano", "vim", "vi"];

/// How the folders begin that a text lies in while the editor has it.
pub const AT_WORK: &str = ".absatz-edit-";

/// The folder of a project, in which edited texts lie.
pub fn folder(project: &Path) -> Result<PathBuf> {
    let folder = project.parent().filter(|folder| !folder.as_os_str().is_empty());
    std::path::absolute(folder.unwrap_or(Path::new("."))).map_err(|error| Error::io(project, &error))
}

/// The name, without its ending, of a file that keeps an edited text which could not be saved: `study-5-edited`.
pub fn kept_name(project: &Path, label: &str) -> String {
    let stem = project.file_stem().unwrap_or_default().to_string_lossy();
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ') { c } else { '_' };
    format!("{stem}-{label}-edited").chars().map(plain).collect()
}

/// What edited texts lie beside a project, of one document or of these: files that keep one, and folders that an editor
/// which was killed has left.
pub fn kept(project: &Path, labels: &[String]) -> Result<Vec<PathBuf>> {
    let folder = folder(project)?;
    let names: Vec<String> = labels.iter().map(|label| kept_name(project, label)).collect();
    let is_kept = |file: &str| {
        let stem = file.strip_suffix(".txt").unwrap_or_default();
        let of = |name: &String| {
            let rest = stem.strip_prefix(name.as_str())?;
            (rest.is_empty() || rest.strip_prefix('-')?.parse::<u32>().is_ok()).then_some(())
        };
        // What the workbench gives to an editor has six letters by chance.
        let chance = stem
            .strip_prefix("absatz-")
            .is_some_and(|rest| rest.chars().count() == 6 && rest.chars().all(|c| c.is_ascii_alphanumeric()));
        names.iter().any(|name| of(name).is_some()) || chance || file.starts_with(AT_WORK)
    };
    let entries = std::fs::read_dir(&folder).map_err(|error| Error::io(&folder, &error))?;
    let files = entries.filter_map(std::result::Result::ok).map(|entry| entry.path());
    let named = |file: &PathBuf| file.file_name().is_some_and(|name| is_kept(&name.to_string_lossy()));
    let mut found: Vec<PathBuf> = files.filter(named).collect();
    found.sort();
    Ok(found)
}

/// The words that call the editor, the program first: `VISUAL`, `EDITOR`, else (on a terminal) the first one there is.
pub fn command() -> Result<Vec<String>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    for name in ["VISUAL", "EDITOR"] {
        let Ok(words) = std::env::var(name) else { continue };
        if words.trim().is_empty() {
            continue;
        }
        let split = shlex::split(&words).filter(|words| !words.is_empty()).ok_or_else(|| {
            Error::invalid(tr!("error-editor-words", words = words.clone(), name = name))
                .hint(tr!("hint-editor"))
        })?;
        let program = split.first().cloned().unwrap_or_default();
        if !is_there(&program, &folders) {
            let message = tr!("error-editor-missing", editor = program, name = name);
            return Err(Error::not_found(message).hint(tr!("hint-editor")));
        }
        return Ok(split);
    }
    // One that nobody chose and nobody could type into would wait for ever.
    let found =
        USUAL.into_iter().find(|program| std::io::stdin().is_terminal() && is_there(program, &folders));
    let found = found.ok_or_else(|| Error::not_found(tr!("error-no-editor")).hint(tr!("hint-editor")))?;
    Ok(vec![found.to_owned()])
}

/// Opens a file in the editor and waits until the person is done with it.
pub fn run(words: &[String], file: &Path) -> Result<()> {
    let (program, rest) = words.split_first().ok_or_else(|| Error::not_found(tr!("error-no-editor")))?;
    let mut command = Command::new(program);
    command.args(rest).arg(file);
    // What a script reads from stdout is not the editor's.
    if !std::io::stdout().is_terminal() {
        command.stdout(Stdio::from(std::io::stderr()));
    }
    // Ctrl-C in the editor is the editor's; afterwards it ends the program as ever.
    let over = Arc::new(AtomicBool::new(false));
    drop(signal_hook::flag::register_conditional_shutdown(
        signal_hook::consts::SIGINT,
        130,
        Arc::clone(&over),
    ));
    let status = command.status();
    over.store(true, Ordering::Relaxed);
    let name = Path::new(program).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let status = status.map_err(|error| {
        let message = tr!("error-editor-start", editor = name.clone(), reason = error.to_string());
        Error::new(Kind::Io, message).hint(tr!("hint-editor"))
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Error::new(Kind::Io, tr!("error-editor-ended", editor = name, status = status.to_string())))
}
