//! Entering and leaving the terminal: whatever happens, the person gets it back as it was.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

use crate::error::{Error, Kind, Result};

/// Whether input and output are a terminal; the workbench needs both.
pub fn check() -> Result<()> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Error::new(Kind::Usage, crate::tr!("error-no-terminal")).hint(crate::tr!("hint-no-terminal")))
}

/// Takes the terminal: raw, its second screen, paste and focus reports, and the mouse if that is wanted.
pub fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        crossterm::cursor::Hide
    )?;
    if mouse { execute!(io::stdout(), EnableMouseCapture) } else { Ok(()) }
}

/// Gives the terminal back. Does all it can, also when part of it fails.
pub fn leave() {
    let mut out = io::stdout();
    drop(execute!(out, DisableFocusChange));
    drop(execute!(out, DisableBracketedPaste));
    drop(execute!(out, DisableMouseCapture));
    drop(execute!(out, LeaveAlternateScreen, Show));
    drop(disable_raw_mode());
    drop(out.flush());
}

/// What waiting for the terminal came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// Something can be read, or the time is over.
    Went,
    /// The terminal was closed: reading it would never end.
    Gone,
}

/// Waits until something can be read, at most for `time`.
///
/// crossterm reads a closed terminal for ever, so it is asked only where the terminal is still there.
#[cfg(unix)]
pub fn wait(time: std::time::Duration) -> Waited {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = rustix::stdio::stdin();
    let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
    let time = Timespec { tv_sec: time.as_secs() as i64, tv_nsec: time.subsec_nanos().into() };
    // A signal ends the waiting early and says nothing of the terminal: a second look does, without waiting.
    if poll(&mut watched, Some(&time)).is_err() {
        let _ = poll(&mut watched, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }));
    }
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if watched.iter().any(|stdin| stdin.revents().intersects(gone)) { Waited::Gone } else { Waited::Went }
}

#[cfg(not(unix))]
pub fn wait(time: std::time::Duration) -> Waited {
    drop(crossterm::event::poll(time));
    Waited::Went
}

/// The pulse of a loop that has come to its end.
pub const AT_REST: u64 = u64::MAX;

/// Ends the process when its terminal was closed in the very moment in which crossterm was reading it: that call never
/// comes back, and the loop's `pulse` stands still. What was being written is kept as a draft within a second anyway.
#[cfg(unix)]
pub fn end_if_hung(pulse: Arc<AtomicU64>) -> io::Result<()> {
    let mut hangups = signal_hook::iterator::Signals::new([signal_hook::consts::SIGHUP])?;
    std::thread::Builder::new().name("hangup".into()).spawn(move || {
        drop(hangups.wait());
        loop {
            let before = pulse.load(Ordering::Relaxed);
            std::thread::sleep(std::time::Duration::from_secs(2));
            match pulse.load(Ordering::Relaxed) {
                AT_REST => return,
                now if now == before => std::process::exit(129),
                _ => {}
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
pub fn end_if_hung(_pulse: Arc<AtomicU64>) -> io::Result<()> {
    Ok(())
}

/// Stops the whole job as Ctrl-Z does elsewhere, and comes back with `fg`.
#[cfg(unix)]
pub fn suspend(mouse: bool) -> io::Result<()> {
    leave();
    // The default action of SIGTSTP stops the process; the next line runs after SIGCONT.
    let stopped = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
    enter(mouse)?;
    stopped
}

/// Gives the terminal to another program while `with` runs it. A Ctrl-C meanwhile is for that program.
pub fn lend<T>(mouse: bool, with: impl FnOnce() -> T) -> io::Result<T> {
    leave();
    let ignored = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let registered = signal_hook::flag::register(signal_hook::consts::SIGINT, ignored);
    let came = with();
    if let Ok(registered) = registered {
        // The handler stays with nothing to do; in raw mode Ctrl-C is a key.
        signal_hook::low_level::unregister(registered);
    }
    enter(mouse)?;
    Ok(came)
}

#[cfg(not(unix))]
pub fn suspend(_mouse: bool) -> io::Result<()> {
    Ok(())
}

/// Asks the terminal to put a text on the clipboard (OSC 52). Inside tmux it is asked twice: tmux, and through it the
/// terminal that it runs in; each passes over what it does not allow.
pub fn to_clipboard(text: &str, tmux: bool) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(clipboard_sequences(text, tmux).as_bytes())?;
    out.flush()
}

fn clipboard_sequences(text: &str, tmux: bool) -> String {
    use crossterm::Command as _;
    let mut plain = String::new();
    if crossterm::clipboard::CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain).is_err() {
        return String::new();
    }
    match tmux {
        true => format!("{plain}\u{1b}Ptmux;{}\u{1b}\\", plain.replace('\u{1b}', "\u{1b}\u{1b}")),
        false => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::clipboard_sequences;

    #[test]
    fn the_clipboard_is_asked_for_in_the_terminals_own_writing() {
        // "ä" is C3 A4, in base64 w6Q=.
        assert_eq!(clipboard_sequences("ä", false), "\u{1b}]52;c;w6Q=\u{1b}\\");
        let through = "\u{1b}]52;c;w6Q=\u{1b}\\\u{1b}Ptmux;\u{1b}\u{1b}]52;c;w6Q=\u{1b}\u{1b}\\\u{1b}\\";
        assert_eq!(clipboard_sequences("ä", true), through);
    }
}
