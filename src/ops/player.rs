//! The player of recordings: which one the person has, how it is called, and running it. Never through a shell: the words
//! of the setting are split first and the file is put into one of them as it is, whatever its name.
//!
//! `ABSATZ_PLAYER`, else `player` in `absatz/config.toml` in the folder of the person's settings, else mpv, VLC or ffplay.
//! In the words `{file}` is the file, `{seconds}` and `{time}` where to begin (`754.5`, `0:12:34.5`).

use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use super::config;
use crate::error::{Error, Kind, Result};
use crate::text::times;
use crate::tr;

/// The variable of the environment that names the player.
pub const VARIABLE: &str = "ABSATZ_PLAYER";

/// How the player stands to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It has the terminal, as any program that is called there.
    Terminal,
    /// Without the terminal, beside the workbench.
    Beside,
}

/// Players that are tried where none is chosen, with the words that call them.
fn usual(manner: Manner) -> [(&'static str, &'static str); 3] {
    let screen = cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let mpv = match (manner, screen) {
        (Manner::Terminal, _) => "mpv --start={seconds} -- {file}",
        // A window has the player's own keys. Errors are wanted, and nothing else.
        (Manner::Beside, true) => {
            "mpv --no-input-terminal --msg-level=all=error --force-window --start={seconds} -- {file}"
        }
        (Manner::Beside, false) => {
            "mpv --no-input-terminal --msg-level=all=error --no-video --start={seconds} -- {file}"
        }
    };
    let ffplay = match (manner, screen) {
        (Manner::Terminal, true) => "ffplay -hide_banner -ss {seconds} -i {file}",
        (Manner::Terminal, false) => "ffplay -hide_banner -nodisp -autoexit -ss {seconds} -i {file}",
        (Manner::Beside, true) => "ffplay -loglevel error -nostats -ss {seconds} -i {file}",
        (Manner::Beside, false) => {
            "ffplay -loglevel error -nostats -nodisp -autoexit -ss {seconds} -i {file}"
        }
    };
    [("mpv", mpv), ("vlc", "vlc --quiet --start-time={seconds} {file}"), ("ffplay", ffplay)]
}

fn hint() -> String {
    tr!("hint-player", file = config::shown())
}

/// The words that play a file from a time (milliseconds), the program first.
pub fn command(file: &Path, at: u32, manner: Manner) -> Result<Vec<String>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let file = file.to_string_lossy();
    if let Some((words, source)) = config::words(VARIABLE, "player")? {
        let words = split(&words, &source)?;
        let program = words.first().cloned().unwrap_or_default();
        if !is_there(&program, &folders) {
            return Err(
                Error::not_found(tr!("error-player-missing", player = program, source = source)).hint(hint())
            );
        }
        return Ok(fill(&words, &file, at));
    }
    let all = usual(manner);
    let found = all.iter().find(|(program, _)| is_there(program, &folders));
    let Some((_, words)) = found else {
        let names = all.map(|(program, _)| program).join(", ");
        return Err(Error::not_found(tr!("error-no-player", names = names)).hint(hint()));
    };
    Ok(fill(&split(words, "")?, &file, at))
}

/// Words as a shell splits them, without anything else that a shell does.
fn split(words: &str, source: &str) -> Result<Vec<String>> {
    let split = shlex::split(words).filter(|words| !words.is_empty());
    split.ok_or_else(|| {
        Error::invalid(tr!("error-player-words", words = words.to_owned(), source = source.to_owned()))
            .hint(hint())
    })
}

/// Puts file and time into the words; a file that they do not ask for comes last.
fn fill(words: &[String], file: &str, at: u32) -> Vec<String> {
    let seconds = format!("{}.{:03}", at / 1000, at % 1000);
    let seconds = seconds.trim_end_matches('0').trim_end_matches('.');
    let time = times::exact(at);
    let mut filled: Vec<String> = words
        .iter()
        .map(|word| {
            // The file last: its name may look like one of the other marks.
            word.replace("{seconds}", seconds).replace("{time}", &time).replace("{file}", file)
        })
        .collect();
    if !words.iter().any(|word| word.contains("{file}")) {
        filled.push(file.to_owned());
    }
    filled
}

/// Whether a program can be called: a path to it, or a name in one of the folders.
pub(super) fn is_there(program: &str, folders: &[PathBuf]) -> bool {
    if program.contains(['/', std::path::MAIN_SEPARATOR]) {
        return is_program(Path::new(program));
    }
    folders.iter().any(|folder| {
        is_program(&folder.join(program))
            || (cfg!(windows) && is_program(&folder.join(format!("{program}.exe"))))
    })
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// A command line as a person could type it.
pub fn shown(words: &[String]) -> String {
    let quoted = words.iter().map(|word| match shlex::try_quote(word) {
        Ok(quoted) => quoted.into_owned(),
        Err(_) => word.clone(),
    });
    quoted.collect::<Vec<_>>().join(" ")
}

fn prepared(words: &[String]) -> Result<Command> {
    let Some((program, rest)) = words.split_first() else {
        return Err(Error::invalid(tr!("error-player-words", words = "", source = "")).hint(hint()));
    };
    let mut command = Command::new(program);
    command.args(rest);
    Ok(command)
}

/// Without the terminal: nothing to read from, nothing to write to, and no key of the terminal reaches it.
fn beside(command: &mut Command) {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.process_group(0);
    }
}

/// Plays and waits until the player ends; what it says, the person reads. Standard input and output of a script are the
/// script's: the player reads nothing from the one, and what it writes to the other goes to stderr.
pub fn run(words: &[String]) -> Result<()> {
    let mut command = prepared(words)?;
    if !std::io::stdin().is_terminal() {
        command.stdin(Stdio::null());
    }
    if !std::io::stdout().is_terminal() {
        command.stdout(Stdio::from(std::io::stderr()));
    }
    let status = command.status().map_err(|error| broken(words, &error.to_string()))?;
    if status.success() { Ok(()) } else { Err(ended(words, &status.to_string(), "")) }
}

/// Plays and does not wait.
pub fn leave_running(words: &[String]) -> Result<()> {
    let mut command = prepared(words)?;
    beside(&mut command);
    command.stderr(Stdio::null()).spawn().map_err(|error| broken(words, &error.to_string()))?;
    Ok(())
}

fn name(words: &[String]) -> String {
    let program = words.first().map(String::as_str).unwrap_or_default();
    Path::new(program).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn broken(words: &[String], reason: &str) -> Error {
    Error::new(Kind::Io, tr!("error-player-start", player = name(words), reason = reason.to_owned()))
        .hint(hint())
}

fn ended(words: &[String], status: &str, said: &str) -> Error {
    let error = match said.trim() {
        "" => {
            Error::new(Kind::Io, tr!("error-player-ended", player = name(words), status = status.to_owned()))
        }
        said => {
            Error::new(Kind::Io, tr!("error-player-said", player = name(words), reason = said.to_owned()))
        }
    };
    error.hint(tr!("hint-player-command", command = shown(words)))
}

/// A player beside the workbench.
#[derive(Debug)]
pub struct Playing {
    words: Vec<String>,
    child: Child,
    /// The last line of what it complained about, once it has ended.
    said: Receiver<String>,
    stopped: bool,
}

/// Begins to play beside the workbench.
pub fn start(words: &[String]) -> Result<Playing> {
    let mut command = prepared(words)?;
    beside(&mut command);
    let mut child =
        command.stderr(Stdio::piped()).spawn().map_err(|error| broken(words, &error.to_string()))?;
    let (sender, said) = channel();
    if let Some(mut stderr) = child.stderr.take() {
        // A pipe that nobody reads would stop the player.
        std::thread::spawn(move || {
            let mut kept: Vec<u8> = Vec::new();
            let mut bytes = [0; 1024];
            while let Ok(count @ 1..) = stderr.read(&mut bytes) {
                kept.extend(bytes.iter().take(count));
                kept.drain(..kept.len().saturating_sub(4096));
            }
            let text = String::from_utf8_lossy(&kept).into_owned();
            let last = text.lines().rev().map(str::trim).find(|line| !line.is_empty());
            drop(sender.send(last.unwrap_or_default().to_owned()));
        });
    }
    Ok(Playing { words: words.to_vec(), child, said, stopped: false })
}

impl Playing {
    /// Whether it has ended, and how; none while it plays. One that was stopped has ended well.
    pub fn ended(&mut self) -> Option<Result<()>> {
        let status = match self.child.try_wait() {
            Ok(None) => return None,
            Ok(Some(status)) => status,
            Err(error) => return Some(Err(broken(&self.words, &error.to_string()))),
        };
        if status.success() || self.stopped {
            return Some(Ok(()));
        }
        let said = self.said.recv_timeout(std::time::Duration::from_millis(200)).unwrap_or_default();
        Some(Err(ended(&self.words, &status.to_string(), &said)))
    }

    /// Asks it to end.
    pub fn stop(&mut self) {
        self.stopped = true;
        #[cfg(unix)]
        {
            let group = rustix::process::Pid::from_child(&self.child);
            if rustix::process::kill_process_group(group, rustix::process::Signal::TERM).is_ok() {
                return;
            }
        }
        drop(self.child.kill());
    }
}

/// Who leaves the workbench does not leave an interview playing.
impl Drop for Playing {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.stop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_one_word_whatever_its_name() {
        let words = split("play --from={seconds} '{file}' --at {time}", "").unwrap();
        let file = "/a b/it's \"5\" {seconds} $(rm -rf) ;.mp3";
        assert_eq!(fill(&words, file, 754_500), ["play", "--from=754.5", file, "--at", "0:12:34.5"]);
        assert_eq!(fill(&split("play", "").unwrap(), "/x", 60_000), ["play", "/x"]);
        assert_eq!(fill(&split("play {seconds}", "").unwrap(), "/x", 60_000), ["play", "60", "/x"]);
        assert_eq!(fill(&split("play {seconds}", "").unwrap(), "/x", 0), ["play", "0", "/x"]);
    }

    #[test]
    fn words_that_cannot_be_split_are_refused() {
        for wrong in ["mpv 'open", "", "   "] {
            assert!(split(wrong, "config.toml").is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        let words = ["mpv", "--start=3", "/a b/it's.mp3"].map(str::to_owned);
        assert_eq!(shlex::split(&shown(&words)).unwrap(), words);
    }
}
