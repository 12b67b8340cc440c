//! SQLite and the only SQL: one project, one file.
//!
//! Reads go through a [`Reader`], whose views show only what its coder may see; writes need a [`Writer`], which only
//! [`Project::operate`] makes: one IMMEDIATE transaction, one entry of the history.

pub mod backup;
pub mod cases;
pub mod cell_states;
pub mod coders;
pub mod codes;
pub mod codings;
pub mod condensations;
pub mod consent;
pub mod decisions;
pub mod documents;
pub mod drafts;
pub mod edits;
pub mod erasure;
pub mod guides;
pub mod history;
pub mod media;
pub mod memos;
pub mod migrate;
pub mod names;
pub mod open;
mod order;
pub mod packages;
pub mod paraphrases;
pub mod persons;
pub mod queries;
pub mod revisit;
pub mod saved_tables;
pub mod sets;
pub mod settings;
pub mod summaries;
pub mod templates;
pub mod tracking;
pub mod variables;
pub mod versions;
pub mod viewer;

use std::cell::RefCell;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use serde_json::{Map, Value};

use crate::error::Result;
use crate::model::history::{Done, OperationKind};
use crate::model::{CoderId, OperationId, new_uuid};

/// An open project file.
pub struct Project {
    conn: Connection,
    path: PathBuf,
    coder: CoderId,
    dry_run: bool,
    batch: Option<String>,
    /// Said once to the person who opened it: a network folder, a lock, a migration.
    pub warnings: Vec<String>,
}

impl Project {
    pub fn path(&self) -> &Path {
        &self.path
    }
    /// The coder who works.
    pub fn coder(&self) -> CoderId {
        self.coder
    }
    /// From now on operations are carried out and rolled back: their results say what would happen.
    pub fn set_dry_run(&mut self, on: bool) {
        self.dry_run = on;
    }
    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }
    /// Reads as the current coder may.
    pub fn read(&self) -> Reader<'_> {
        Reader { conn: &self.conn, coder: self.coder }
    }
    /// Changes when another process has changed the file (SQLite's `data_version`).
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }
    /// Whether the file can be opened once more: not in memory, and not locked as on network folders.
    pub fn is_shared(&self) -> bool {
        let mode = self.conn.query_row("PRAGMA locking_mode", [], |row| row.get::<_, String>(0));
        self.conn.path().is_some_and(|path| !path.is_empty()) && mode.is_ok_and(|mode| mode == "normal")
    }

    /// One operation of the researcher: one IMMEDIATE transaction and one entry of the history, with what it changed.
    ///
    /// An operation that changes no row leaves no entry. When `work` fails, nothing has happened.
    pub fn operate<T>(
        &mut self,
        kind: OperationKind,
        arguments: Value,
        work: impl FnOnce(&Writer<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let (coder, dry_run) = (self.coder, self.dry_run);
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Who works may have been taken back by another process since; a new project has nobody yet.
        if coder.0 != 0 {
            coders::get(&Reader { conn: &transaction, coder }, coder)?;
        }
        let id = history::begin(&transaction, kind, coder, self.batch.as_deref())?;
        let arguments = match arguments {
            Value::Object(map) => map,
            _ => Map::new(),
        };
        let writer = Writer {
            reader: Reader { conn: &transaction, coder },
            operation: id,
            arguments: RefCell::new(arguments),
        };
        let value = work(&writer)?;
        let changed = history::finish(&writer, kind)?;
        if changed.is_empty() || dry_run {
            transaction.rollback()?;
        } else {
            transaction.commit()?;
        }
        Ok(Done { value, changed })
    }

    /// Operations inside `work` become one batch: one undo takes them together. What was committed before an error
    /// stays: cancelling keeps what is finished.
    pub fn in_batch<T>(&mut self, work: impl FnOnce(&mut Project) -> Result<T>) -> Result<T> {
        self.in_batch_of(&new_uuid(), work)
    }

    /// [`Project::in_batch`] in pieces: calls with the same name are one batch.
    pub fn in_batch_of<T>(&mut self, name: &str, work: impl FnOnce(&mut Project) -> Result<T>) -> Result<T> {
        let outer = self.batch.take();
        self.batch = outer.clone().or_else(|| Some(name.to_owned()));
        let result = work(self);
        self.batch = outer;
        result
    }

    /// A write outside the history: editor drafts, where the workbench was left. Only to untracked tables; a tracked
    /// one refuses.
    pub fn keep<T>(&mut self, work: impl FnOnce(&Keeper<'_>) -> Result<T>) -> Result<T> {
        let (coder, dry_run) = (self.coder, self.dry_run);
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&Keeper { conn: &transaction, coder })?;
        if dry_run {
            transaction.rollback()?;
        } else {
            transaction.commit()?;
        }
        Ok(value)
    }

    /// Works as another coder of the project from now on, and remembers it in the file.
    pub fn sign_in(&mut self, coder: CoderId) -> Result<()> {
        self.coder = coder;
        viewer::set(&self.conn, coder)
    }
}

/// Reads what the current coder may see.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    conn: &'a Connection,
    coder: CoderId,
}

impl Reader<'_> {
    pub fn coder(&self) -> CoderId {
        self.coder
    }
}

/// Writes inside one operation; reads too.
pub struct Writer<'a> {
    reader: Reader<'a>,
    operation: OperationId,
    arguments: RefCell<Map<String, Value>>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl Writer<'_> {
    /// Adds to what the history says of this operation.
    pub fn argument(&self, key: &str, value: impl Into<Value>) {
        self.arguments.borrow_mut().insert(key.to_owned(), value.into());
    }
    pub fn operation(&self) -> OperationId {
        self.operation
    }
}

/// Writes to tables outside the history.
pub struct Keeper<'a> {
    conn: &'a Connection,
    coder: CoderId,
}
