//! A checked report on the screen: what was found, and which of it is listed.

use crate::analysis::check::{Finding, Level};
use crate::model::table::Table;

/// Which findings are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Show {
    /// What has to be mended or looked at.
    #[default]
    Open,
    All,
    /// One kind, by its name.
    Kind(String),
}

/// The report that was checked last.
#[derive(Debug, Default)]
pub struct ReportView {
    /// As it was typed.
    pub path: String,
    /// The file's name.
    pub name: String,
    pub findings: Vec<Finding>,
    pub tables: Vec<Table>,
    pub show: Show,
    /// A check under way, and when it began.
    pub since: Option<u64>,
}

impl ReportView {
    pub fn is_shown(&self, finding: &Finding) -> bool {
        match &self.show {
            Show::Open => finding.level != Level::Note,
            Show::All => true,
            Show::Kind(kind) => finding.kind == *kind,
        }
    }
    /// The kinds that there are, in the order in which they are met, with how many.
    pub fn kinds(&self) -> Vec<(&Finding, usize)> {
        let mut kinds: Vec<(&Finding, usize)> = Vec::new();
        for finding in &self.findings {
            match kinds.iter_mut().find(|(other, _)| other.kind == finding.kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((finding, 1)),
            }
        }
        kinds
    }
}
