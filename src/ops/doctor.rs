//! Whether the project file is whole, and what is odd in the study.

use std::collections::HashMap;

use super::retrieve::{self, SegmentQuery};
use crate::error::Result;
use crate::model::consent::Concern;
use crate::model::variables::stored_date;
use crate::store::{Project, backup, codes, documents, drafts, summaries};
use crate::tr;

/// Something odd: an invariant kind, words, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: &'static str,
    pub message: String,
    pub place: Option<String>,
}

/// What is damaged; and, where nothing is, what is odd.
pub fn examine(project: &Project) -> Result<(Vec<String>, Vec<Finding>)> {
    let damage = backup::integrity(project)?;
    let findings = if damage.is_empty() { odd(project)? } else { Vec::new() };
    Ok((damage, findings))
}

fn odd(project: &Project) -> Result<Vec<Finding>> {
    let reader = project.read();
    let mut found = Vec::new();
    let mut say = |kind: &'static str, message: String, place: Option<String>| {
        found.push(Finding { kind, message, place });
    };
    let all = documents::list(&reader)?;
    let mut sources: HashMap<&str, &str> = HashMap::new();
    for document in &all {
        let label = || Some(document.label.clone());
        if documents::speakers(&reader, document.id)?.is_empty() {
            say("no-speakers", tr!("cli-odd-no-speakers", label = document.label.clone()), label());
        }
        if let Some(other) = sources.insert(&document.source_sha256, &document.label) {
            let message = tr!("cli-odd-same-file", label = document.label.clone(), other = other.to_owned());
            say("same-file", message, label());
        }
    }
    let concerns = super::consent::concerns(&reader, &super::consent::today())?;
    for document in &all {
        for concern in concerns.get(&document.id).into_iter().flatten() {
            let label = document.label.clone();
            let (kind, message) = match concern {
                Concern::Missing => continue,
                Concern::Withdrawn { on, .. } => (
                    "consent-withdrawn",
                    tr!("cli-odd-consent-withdrawn", label = label.clone(), on = stored_date(on)),
                ),
                Concern::Overdue { by } => (
                    "recording-overdue",
                    tr!("cli-odd-recording-overdue", label = label.clone(), by = stored_date(by)),
                ),
            };
            say(kind, message, Some(label));
        }
    }
    let tree = codes::tree(&reader)?;
    let own = retrieve::code_counts(project)?;
    for node in tree.nodes() {
        let count: u32 = tree
            .subtree(node.code.id)
            .iter()
            .map(|below| own.get(&below.code.id).copied().unwrap_or(0))
            .sum();
        let path = || Some(node.path.clone());
        if count == 0 {
            say("unused-code", tr!("cli-odd-unused-code", code = node.path.clone()), path());
        } else if node.code.guide.definition.trim().is_empty() {
            say("no-definition", tr!("cli-odd-no-definition", code = node.path.clone()), path());
        }
    }
    let whole = SegmentQuery { coder: Some(project.coder()), ..SegmentQuery::default() };
    let segments = retrieve::segments(project, &whole)?.segments;
    for summary in summaries::list(&reader)?.into_iter().filter(|summary| summary.coder == project.coder()) {
        let below = tree.subtree(summary.code);
        let stands = segments.iter().any(|segment| {
            segment.coding.document == summary.document
                && below.iter().any(|node| node.code.id == segment.coding.code)
        });
        if !stands {
            let label = all.iter().find(|document| document.id == summary.document);
            let label = label.map(|document| document.label.clone()).unwrap_or_default();
            let code = tree.path(summary.code).to_owned();
            let message = tr!("cli-odd-summary-without-segments", label = label.clone(), code = code.clone());
            say("summary-without-segments", message, Some(format!("{label} {code}")));
        }
    }
    let unsaved = drafts::list(&reader)?.len();
    if unsaved > 0 {
        say("unsaved-text", tr!("cli-odd-unsaved", count = unsaved), None);
    }
    Ok(found)
}
