//! Putting words on the clipboard: which way there is here, and going it.
//!
//! `ABSATZ_CLIPBOARD`, else `clipboard` in the person's `absatz/config.toml`: `auto`, `terminal`, `off`, or the words that
//! call a program which reads the text from its standard input. By itself it takes the desktop's own program where the
//! desktop is this machine's, tmux inside tmux, and otherwise asks the terminal (OSC 52), which also works over SSH.

use std::io::{Read as _, Seek as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::config;
use super::player::is_there;
use crate::error::{Error, Kind, Result};
use crate::tr;

/// The variable of the environment that says how.
pub const VARIABLE: &str = "ABSATZ_CLIPBOARD";
/// What terminals take at most, in bytes of their own writing of it: the least generous ones cut there.
pub const TERMINAL_TAKES: usize = 74_994;
/// How long a program may take to say that it failed. One that goes on after that holds the text until it is pasted.
const PATIENCE: Duration = Duration::from_millis(700);

/// One way to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A program, with the words that call it.
    Program(Vec<String>),
    /// An escape sequence, which the caller writes.
    Terminal,
}

/// What decides which way is taken.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The setting, and where it stands.
    pub setting: Option<(String, String)>,
    /// Folders in which programs are.
    pub folders: Vec<PathBuf>,
    /// At the end of a line to another machine.
    pub remote: bool,
    pub wayland: bool,
    pub x11: bool,
    pub tmux: bool,
    pub mac: bool,
}

impl Surroundings {
    pub fn here() -> Result<Surroundings> {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let path = std::env::var_os("PATH").unwrap_or_default();
        Ok(Surroundings {
            setting: config::words(VARIABLE, "clipboard")?,
            folders: std::env::split_paths(&path).collect(),
            remote: is_set("SSH_CONNECTION") || is_set("SSH_TTY"),
            wayland: is_set("WAYLAND_DISPLAY"),
            x11: is_set("DISPLAY"),
            tmux: is_set("TMUX"),
            mac: cfg!(target_os = "macos"),
        })
    }

    /// The ways to be tried, the best first; none where the person wants none.
    pub fn ways(&self) -> Result<Vec<Way>> {
        let Some((setting, source)) = &self.setting else { return Ok(self.usual()) };
        match setting.trim() {
            "auto" => Ok(self.usual()),
            "terminal" => Ok(vec![Way::Terminal]),
            "off" => Ok(Vec::new()),
            words => {
                let split = shlex::split(words).filter(|words| !words.is_empty());
                let split = split.ok_or_else(|| {
                    let message = tr!("error-clipboard-words", words = words, source = source.clone());
                    Error::invalid(message).hint(hint())
                })?;
                let program = split.first().cloned().unwrap_or_default();
                if !is_there(&program, &self.folders) {
                    let message = tr!("error-clipboard-missing", program = program, source = source.clone());
                    return Err(Error::not_found(message).hint(hint()));
                }
                Ok(vec![Way::Program(split)])
            }
        }
    }

    fn usual(&self) -> Vec<Way> {
        let desktop = !self.remote;
        let known = [
            (desktop && self.mac, "pbcopy"),
            (desktop && self.wayland, "wl-copy"),
            (desktop && self.x11, "xclip -selection clipboard"),
            (desktop && self.x11, "xsel --clipboard --input"),
            // It hands the text on to the terminal that it runs in, where programs inside may not by themselves.
            (self.tmux, "tmux load-buffer -w -"),
        ];
        let words = known.into_iter().filter(|(fits, _)| *fits).map(|(_, words)| words);
        let words = words.map(|words| words.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let mut ways: Vec<Way> = words
            .filter(|words| words.first().is_some_and(|program| is_there(program, &self.folders)))
            .map(Way::Program)
            .collect();
        ways.push(Way::Terminal);
        ways
    }
}

/// Puts a text on the clipboard, the first way that works. With [`Way::Terminal`] the caller has still to write it.
pub fn put(text: &str, surroundings: &Surroundings) -> Result<Way> {
    let ways = surroundings.ways()?;
    if ways.is_empty() {
        return Err(Error::refused(tr!("error-clipboard-off")).hint(hint()));
    }
    let mut failed = None;
    for way in ways {
        match &way {
            Way::Terminal => {
                // Three bytes become four letters.
                let written = text.len().div_ceil(3) * 4;
                if written <= TERMINAL_TAKES {
                    return Ok(way);
                }
                let message = tr!("error-clipboard-long", count = text.chars().count());
                failed.get_or_insert(Error::refused(message).hint(hint()));
            }
            Way::Program(words) => match call(words, text) {
                Ok(()) => return Ok(way),
                Err(error) => failed = Some(error),
            },
        }
    }
    Err(failed.unwrap_or_else(|| Error::refused(tr!("error-clipboard-off")).hint(hint())))
}

fn hint() -> String {
    tr!("hint-clipboard", file = config::shown())
}

/// Calls a program and gives it the text.
fn call(words: &[String], text: &str) -> Result<()> {
    let name = words.first().cloned().unwrap_or_default();
    let broken = |reason: String| {
        let message = tr!("error-clipboard-failed", program = name.clone(), reason = reason);
        Error::new(Kind::Io, message).hint(hint())
    };
    // What it says of a failure. A file and no pipe: some stay behind with it open, to hand the text out.
    let said = tempfile::tempfile().map_err(|error| broken(error.to_string()))?;
    let into = said.try_clone().map_err(|error| broken(error.to_string()))?;
    let mut command = Command::new(&name);
    command.args(words.get(1..).unwrap_or_default());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::from(into));
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.process_group(0);
    }
    let mut child = command.spawn().map_err(|error| broken(error.to_string()))?;
    if let Some(mut stdin) = child.stdin.take() {
        let text = text.to_owned();
        // One that does not read would hold up the window. One that ends early says so by how it ends.
        std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    }
    let since = Instant::now();
    loop {
        match child.try_wait().map_err(|error| broken(error.to_string()))? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => {
                let mut said = said;
                let mut words = String::new();
                let read = said.rewind().and_then(|()| said.take(2_000).read_to_string(&mut words));
                let last = words.lines().rev().find(|line| !line.trim().is_empty());
                let reason = last.filter(|_| read.is_ok()).map_or_else(|| status.to_string(), str::to_owned);
                return Err(broken(reason));
            }
            None if since.elapsed() > PATIENCE => {
                std::thread::spawn(move || child.wait());
                return Ok(());
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}
