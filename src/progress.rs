//! Progress and cancelling of long work: cheap to call, shared between threads.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{Error, Kind, Result};

/// A handle that long work reports to and that someone else reads and can stop. Clones share one state.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    at: Mutex<String>,
}

impl Progress {
    pub fn new() -> Self {
        Self::default()
    }
    /// Says how many steps there will be.
    pub fn start(&self, total: u64) {
        self.shared.done.store(0, Ordering::Relaxed);
        self.shared.total.store(total, Ordering::Relaxed);
    }
    /// One step done; an error of kind [`Kind::Cancelled`] when the person stopped the work.
    pub fn step(&self) -> Result<()> {
        self.shared.done.fetch_add(1, Ordering::Relaxed);
        self.check()
    }
    /// An error when the person stopped the work.
    pub fn check(&self) -> Result<()> {
        if self.is_cancelled() {
            return Err(Error::new(Kind::Cancelled, crate::tr!("error-cancelled")));
        }
        Ok(())
    }
    /// Says what is being worked on: a file's name.
    pub fn say(&self, what: &str) {
        what.clone_into(&mut self.shared.at.lock().unwrap_or_else(PoisonError::into_inner));
    }
    /// What is being worked on; empty where nobody said.
    pub fn at(&self) -> String {
        self.shared.at.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
    /// (steps done, steps in all); in all is 0 while unknown.
    pub fn state(&self) -> (u64, u64) {
        (self.shared.done.load(Ordering::Relaxed), self.shared.total.load(Ordering::Relaxed))
    }
}
