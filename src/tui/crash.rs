//! When the program itself is at fault: the place is noted, and who runs the work can go on and keep what is unsaved.
//!
//! The log says where and what, and holds no text of the study. What a panic says can be such text: the standard
//! library quotes the string that it could not cut, and a message of ours whatever it was made of. So words are noted
//! only where they stand in the program, and nothing of them goes to the screen, which people copy into mails.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::Cell;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::path::PathBuf;
use std::sync::{Once, OnceLock};

use super::terminal;
use crate::clock;
use crate::error::{Error, Kind};
use crate::ops::config;
use crate::tr;

thread_local! {
    /// Whether this thread drives the terminal.
    static SCREEN: Cell<bool> = const { Cell::new(false) };
    /// Whether a panic of this thread is caught by [`guard`].
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
    /// Whether this thread is on its way out of a panic: a second one ends the process.
    static FALLING: Cell<bool> = const { Cell::new(false) };
}

/// Where the last panic was noted.
static NOTED: OnceLock<PathBuf> = OnceLock::new();

/// Beyond this the log begins anew.
const LONGEST: u64 = 1 << 20;

/// Some work of the program came to a bad end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crash;

impl Crash {
    /// The workbench is at its end; whether what was being written could be kept.
    pub fn ends(self, kept: bool) -> Error {
        noted(Error::new(Kind::Crashed, if kept { tr!("panic-kept") } else { tr!("panic-not-kept") }))
    }
    /// A job is; the workbench goes on.
    pub fn stops_job(self) -> Error {
        noted(Error::new(Kind::Crashed, tr!("panic-job")))
    }
}

fn noted(error: Error) -> Error {
    match NOTED.get() {
        Some(path) => error.hint(tr!("panic-log", file = path.display().to_string())),
        None => error,
    }
}

/// Notes panics from now on. The thread that calls it drives the terminal, and gives it back where nobody else does.
pub fn install() {
    static ONCE: Once = Once::new();
    SCREEN.set(true);
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let again = FALLING.replace(true);
            note(info);
            if again || (SCREEN.get() && !CAUGHT.get()) {
                terminal::leave();
                let error = Crash.ends(true);
                drop(writeln!(std::io::stderr(), "absatz: {error}"));
            }
        }));
    });
}

/// Does something that must not take the program with it.
pub fn guard<T>(work: impl FnOnce() -> T) -> Result<T, Crash> {
    let before = CAUGHT.replace(true);
    let came = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(before);
    FALLING.set(false);
    came.map_err(|_| Crash)
}

fn note(info: &PanicHookInfo<'_>) {
    let Some(path) = config::own_file("crash.log") else { return };
    let thread = std::thread::current();
    let at = info.location().map(ToString::to_string).unwrap_or_default();
    let entry = format!(
        "{} absatz {} {} {}, thread {}\nat {at}: {}\n{}\n\n",
        clock::now(),
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("?"),
        said(info.payload()),
        Backtrace::force_capture(),
    );
    if append(&path, &entry).is_ok() {
        drop(NOTED.set(path));
    }
}

/// Adds to a file that nobody else may read.
fn append(path: &std::path::Path, entry: &str) -> std::io::Result<()> {
    let (mut folder, mut file) = (fs::DirBuilder::new(), OpenOptions::new());
    folder.recursive(true);
    file.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
        folder.mode(0o700);
        file.mode(0o600);
    }
    if let Some(parent) = path.parent() {
        folder.create(parent)?;
    }
    let mut file = file.open(path)?;
    if file.metadata()?.len() > LONGEST {
        file.set_len(0)?;
    }
    file.write_all(entry.as_bytes())
}

/// How messages of the standard library begin before they quote anything; `#` is a number.
const KNOWN: &[&str] = &[
    "index out of bounds: the len is # but the index is #",
    "range start index # out of range for slice of length #",
    "range end index # out of range for slice of length #",
    "slice index starts at # but ends at #",
    "byte index # is not a char boundary",
    "byte index # is out of bounds",
    "start byte index # is not a char boundary",
    "start byte index # is out of bounds",
    "end byte index # is not a char boundary",
    "end byte index # is out of bounds",
    "begin <= end (# <= #) when slicing",
    "begin > end (# > #) when slicing",
    "called `Result::unwrap()` on an `Err` value",
    "assertion `left == right` failed",
    "assertion `left != right` failed",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
];

/// What a panic says, as far as it stands in the program.
fn said(payload: &(dyn Any + Send)) -> String {
    // Words without anything put into them.
    if let Some(words) = payload.downcast_ref::<&'static str>() {
        return (*words).to_owned();
    }
    let said = payload.downcast_ref::<String>().map_or("", String::as_str);
    let known = KNOWN.iter().filter_map(|known| begins(said, known)).max_by_key(|words| words.len());
    format!("{} (words that may be of the study are left out)", known.unwrap_or("…"))
}

/// The beginning of a message that is of a known form.
fn begins<'a>(said: &'a str, known: &str) -> Option<&'a str> {
    let mut rest = said;
    for (nth, words) in known.split('#').enumerate() {
        if nth > 0 {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            if after.len() == rest.len() {
                return None;
            }
            rest = after;
        }
        rest = rest.strip_prefix(words)?;
    }
    said.strip_suffix(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library says when this is done.
    fn said_of(work: impl FnOnce() + std::panic::UnwindSafe) -> String {
        said(&*catch_unwind(work).unwrap_err())
    }

    fn refused(text: &str) -> Result<String, String> {
        Err(text.to_owned())
    }

    #[test]
    fn what_is_noted_has_no_words_of_the_study() {
        let text = String::from("Frau Müller aus Mü, ehrlich gesagt");
        let (cut, far) = (text.find('ü').unwrap() + 1, text.len() + 5);
        let words: Vec<&str> = text.split(' ').collect();
        for (said, number) in [
            (said_of(|| drop(text[..cut].to_owned())), cut.to_string()),
            (said_of(|| drop(text[far..].to_owned())), far.to_string()),
            (said_of(|| drop(words[99].to_owned())), "99".to_owned()),
            (said_of(|| drop(refused(&text).unwrap())), "Result::unwrap()".to_owned()),
            (said_of(|| assert_eq!(text, "")), "left == right".to_owned()),
            (said_of(|| panic!("{text}")), "…".to_owned()),
            (said_of(|| panic!("index out of bounds: the len is {text}")), "…".to_owned()),
            (said_of(|| std::panic::panic_any(text.len())), "…".to_owned()),
            (said_of(|| panic!("a literal")), "a literal".to_owned()),
        ] {
            assert!(said.contains(&number), "{said}");
            for word in &words {
                assert!(word.len() < 4 || !said.contains(word), "{said}");
            }
        }
    }
}
