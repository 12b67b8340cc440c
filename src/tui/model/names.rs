//! The window of names: the list, where its forms stand, words like them, what would identify someone; and what a sealing
//! or erasing would take. It stays as it was left, so that one can go to a place and come back.

use std::collections::BTreeSet;

use super::Cursor;
use crate::model::DocumentId;
use crate::model::names::{Name, Names, Occurrence};
use crate::ops::names::{Finding, Suggestion};
use crate::text::Span;

/// What the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    #[default]
    List,
    Found,
    Near,
    Check,
}

/// The window's state.
#[derive(Debug, Default)]
pub struct NamesView {
    pub page: Page,
    pub list: Names,
    /// The file that the list is in.
    pub file: Option<String>,
    pub in_exports: bool,
    pub found: Vec<Occurrence>,
    /// Those that are not to be replaced, by their line.
    pub off: BTreeSet<usize>,
    pub everywhere: bool,
    pub near: Vec<Suggestion>,
    pub findings: Vec<Finding>,
    /// A cursor a page.
    pub cursors: [Cursor; 4],
    /// A job is under way, since when.
    pub since: Option<u64>,
}

impl NamesView {
    pub fn len(&self) -> usize {
        match self.page {
            Page::List => self.list.names.len(),
            Page::Found => self.found.len(),
            Page::Near => self.near.len(),
            Page::Check => self.findings.len(),
        }
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub fn cursor(&self) -> Cursor {
        self.cursors.get(self.page as usize).copied().unwrap_or_default()
    }
    pub fn cursor_mut(&mut self) -> &mut Cursor {
        let [list, found, near, check] = &mut self.cursors;
        match self.page {
            Page::List => list,
            Page::Found => found,
            Page::Near => near,
            Page::Check => check,
        }
    }
    /// The name under the cursor.
    pub fn name(&self) -> Option<&Name> {
        self.list.names.get(self.cursor().at)
    }
    /// The place under the cursor.
    pub fn place(&self) -> Option<(DocumentId, Span)> {
        let at = self.cursor().at;
        match self.page {
            Page::Found => self.found.get(at).and_then(|one| one.document.zip(one.span)),
            Page::Check => self.findings.get(at).and_then(|one| one.at),
            Page::List | Page::Near => None,
        }
    }
    /// What is to be replaced.
    pub fn chosen(&self) -> Vec<Occurrence> {
        let on = |(nth, one): (usize, &Occurrence)| {
            (!self.off.contains(&nth) && !one.stays()).then(|| one.clone())
        };
        self.found.iter().enumerate().filter_map(on).collect()
    }
}

/// What would leave the file for good, and the name that is typed to confirm it.
#[derive(Debug)]
pub struct Erasing {
    pub document: Option<DocumentId>,
    pub lines: Vec<String>,
    /// What has to be typed; none once it is done.
    pub name: Option<String>,
    pub typed: String,
    pub top: usize,
}
