//! Long work on the command line: how far it is, on a terminal, and Ctrl-C, which stops it between two steps.

use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use super::context::Context;
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;
use crate::tr;

/// Ctrl-C while something is at work: the first one asks it to stop, the next one ends the program as ever.
struct Interrupts {
    /// Nothing is at work, or it has been asked already.
    ends: Arc<AtomicBool>,
    asked: Arc<AtomicBool>,
}

static INTERRUPTS: OnceLock<Interrupts> = OnceLock::new();

fn interrupts() -> &'static Interrupts {
    INTERRUPTS.get_or_init(|| {
        use signal_hook::consts::SIGINT;
        use signal_hook::flag::{register, register_conditional_shutdown};
        let (ends, asked) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicBool::new(false)));
        // In this order. Where no handler can be set, Ctrl-C ends the program at once, and what was committed is there.
        drop(register_conditional_shutdown(SIGINT, 130, Arc::clone(&ends)));
        drop(register(SIGINT, Arc::clone(&asked)));
        drop(register(SIGINT, Arc::clone(&ends)));
        Interrupts { ends, asked }
    })
}

/// While it lives, Ctrl-C asks.
pub struct Stop;

impl Stop {
    pub fn watch() -> Stop {
        let interrupts = interrupts();
        interrupts.asked.store(false, Ordering::SeqCst);
        interrupts.ends.store(false, Ordering::SeqCst);
        Stop
    }
    pub fn is_asked(&self) -> bool {
        interrupts().asked.load(Ordering::SeqCst)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        interrupts().ends.store(true, Ordering::SeqCst);
    }
}

/// Work that is done sooner says nothing of how far it is.
const PATIENCE: Duration = Duration::from_millis(400);
const BETWEEN: Duration = Duration::from_millis(40);

impl Context {
    /// Does long work that, when it is cancelled, leaves everything as it was: on a terminal it is said how far it is, and
    /// Ctrl-C cancels it.
    pub fn working<T>(&self, work: impl FnOnce(&Progress) -> Result<T>) -> Result<T> {
        let stop = Stop::watch();
        let told = !self.json && std::io::stderr().is_terminal();
        let (progress, lang) = (Progress::new(), self.lang);
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let looker = scope.spawn(|| {
                crate::i18n::set_lang(lang);
                let (since, mut shown) = (Instant::now(), String::new());
                while !done.load(Ordering::SeqCst) {
                    if stop.is_asked() {
                        progress.cancel();
                    }
                    if told && since.elapsed() > PATIENCE {
                        let line = line(&progress);
                        if line != shown {
                            super::output::progress(&line);
                            shown = line;
                        }
                    }
                    std::thread::park_timeout(BETWEEN);
                }
                if !shown.is_empty() {
                    super::output::progress("");
                }
            });
            let result = work(&progress);
            done.store(true, Ordering::SeqCst);
            looker.thread().unpark();
            result.map_err(|error| match error.kind {
                Kind::Cancelled => Error::new(Kind::Cancelled, tr!("cli-working-stopped")),
                _ => error,
            })
        })
    }
}

fn line(progress: &Progress) -> String {
    let percent = match progress.state() {
        (_, 0) => 0,
        (done, all) => (done.min(all) * 100) / all,
    };
    match progress.is_cancelled() {
        true => tr!("cli-working-stops"),
        false => tr!("cli-working", percent = percent),
    }
}
