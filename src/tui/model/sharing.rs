//! What a package brings, and what collides, to be decided.

use std::collections::HashMap;

use crate::model::packages::{MergeReport, Take};
use crate::tui::bridge::sharing::Came;

/// A file that came back, looked at.
#[derive(Debug)]
pub struct Merging {
    pub came: Came,
    pub report: MergeReport,
    /// By the conflict's id.
    pub taken: HashMap<String, Take>,
    /// The conflict under the cursor.
    pub at: usize,
    /// The first line in sight.
    pub top: usize,
}

impl Merging {
    pub fn new(came: Came, report: MergeReport) -> Merging {
        let taken = came.decisions.single.clone();
        Merging { came, report, taken, at: 0, top: 0 }
    }
    pub fn undecided(&self) -> usize {
        self.report.conflicts.iter().filter(|conflict| !self.taken.contains_key(&conflict.id)).count()
    }
}
