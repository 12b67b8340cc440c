//! The bridge to the check of a written report, and to bundles of citations.

use std::path::Path;

use super::import::from_home;
use crate::analysis::check::{Finding, findings, tables};
use crate::error::Result;
use crate::model::table::Table;
use crate::model::{CodeId, DocumentId};
use crate::ops::retrieve::SegmentQuery;
use crate::progress::Progress;
use crate::store::{Project, settings};
use crate::text::Span;
use crate::{ops, tr};

/// What came of a check.
#[derive(Debug)]
pub struct Checked {
    /// The file's name.
    pub name: String,
    pub findings: Vec<Finding>,
    pub tables: Vec<Table>,
}

/// What is to be cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cite {
    Place(DocumentId, Span),
    Code(CodeId, bool),
}

/// Reads a report and checks it.
pub fn check(project: &Project, path: &str, progress: &Progress) -> Result<Checked> {
    let report = ops::check::read(&from_home(Path::new(path)))?;
    let pattern = settings::citation(&project.read())?;
    let checked = ops::check::check(project, &report, &pattern, progress)?;
    Ok(Checked {
        findings: findings(&checked, &pattern),
        tables: tables(&checked, &pattern),
        name: report.name,
    })
}

/// The citation, and in how many interviews it is, in words.
pub fn cite(project: &Project, what: Cite) -> Result<(String, String)> {
    let bundle = match what {
        Cite::Place(document, span) => {
            let citation = ops::cite::of_places(project, &[(document, Some(span))])?.citation;
            return Ok((citation, String::new()));
        }
        Cite::Code(code, with_subcodes) => {
            let query = SegmentQuery { codes: Some(vec![code]), with_subcodes, ..SegmentQuery::default() };
            let found = ops::retrieve::segments(project, &query)?;
            ops::cite::of_segments(project, &found.segments, None)?
        }
    };
    let words = tr!("cite-count", with = bundle.documents.with, of = bundle.documents.all);
    Ok((bundle.citation, words))
}
