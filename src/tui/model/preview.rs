//! An import on its way: what was found, what is being stored, what came of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Cursor;
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::history::Changed;
use crate::tui::msg::{Asked, Found, Item};

/// What an import would bring, and how it goes.
#[derive(Debug)]
pub struct Preview {
    /// As it was typed.
    pub path: String,
    /// The document that is read anew; none: what is found is imported.
    pub replaces: Option<DocumentId>,
    pub asked: Vec<Asked>,
    /// The documents and the files that cannot be read; none while the files are read for the first time.
    pub found: Option<Vec<Found>>,
    /// Which reading is waited for; none: none.
    pub waits: Option<u64>,
    pub serial: u64,
    /// When it was asked for.
    pub since: u64,
    /// The document that is looked at.
    pub cursor: Cursor,
    /// The first line in sight of what is said of it.
    pub top: usize,
    pub stage: Stage,
}

/// How far it is.
#[derive(Debug)]
pub enum Stage {
    Look,
    /// The labels of the document at the cursor, to be switched on and off.
    Voices(Cursor),
    Storing(Storing),
    /// What came of it, by the line in the preview; `top` is the first line in sight.
    Done {
        results: BTreeMap<usize, Result<DocumentId>>,
        top: usize,
    },
}

/// Transcripts being stored, piece by piece.
#[derive(Debug, Default)]
pub struct Storing {
    pub items: Arc<Vec<Item>>,
    pub batch: Option<String>,
    pub results: BTreeMap<usize, Result<DocumentId>>,
    pub changed: Changed,
    /// It stops after the piece at work.
    pub stopping: bool,
}

impl Preview {
    pub fn new(path: &str, replaces: Option<DocumentId>, since: u64) -> Preview {
        Preview {
            path: path.to_owned(),
            replaces,
            asked: Vec::new(),
            found: None,
            waits: Some(1),
            serial: 1,
            since,
            cursor: Cursor::default(),
            top: 0,
            stage: Stage::Look,
        }
    }
    /// The document at the cursor.
    pub fn here(&self) -> Option<&Found> {
        self.found.as_ref()?.get(self.cursor.at)
    }
    pub fn is_working(&self) -> bool {
        self.waits.is_some() || matches!(self.stage, Stage::Storing(_))
    }
}
