//! `doctor`: whether the file is whole, and what is odd in the study.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use crate::error::{Error, Result};
use crate::model::consent::Concern;
use crate::model::variables::stored_date;
use crate::ops;
use crate::ops::retrieve::{self, SegmentQuery};
use crate::store::{Project, backup, codes, documents, drafts, summaries};
use crate::tr;

/// Check the project file and look for what is odd in the study.
///
/// Ends with code 3 if the file is damaged; odd things are no error.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz doctor\n  absatz doctor --backup study-2026-03-01.absatz")]
pub struct Doctor {
    /// First write a compact copy of the project, consistent while others write
    #[arg(long, value_name = "FILE")]
    backup: Option<PathBuf>,
}

/// Something odd: an invariant kind, words, and where.
struct Finding {
    kind: &'static str,
    message: String,
    place: Option<String>,
}

impl Doctor {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let damage = backup::integrity(&project)?;
        if let Some(to) = &self.backup {
            project.backup(to)?;
            if !context.json {
                context.say(&tr!("cli-backup-written", file = to.display().to_string()));
            }
        }
        let findings = if damage.is_empty() { odd(&project)? } else { Vec::new() };
        if context.json {
            let rows: Vec<Value> = findings
                .iter()
                .map(|f| json!({"kind": f.kind, "message": f.message, "place": f.place}))
                .collect();
            context.print_json(&json!({
                "file": project.path().display().to_string(),
                "integrity": damage,
                "findings": rows,
                "warnings": project.warnings,
                "backup": self.backup.as_ref().map(|path| path.display().to_string()),
            }))?;
        } else if damage.is_empty() {
            context.line(&tr!("cli-doctor-whole", file = project.path().display().to_string()))?;
            for finding in &findings {
                context.line(&format!("· {}", finding.message))?;
            }
        } else {
            for line in &damage {
                context.line(line)?;
            }
        }
        if damage.is_empty() {
            return Ok(());
        }
        Err(Error::damaged(tr!("error-project-damaged"))
            .hint(tr!("cli-doctor-damaged-hint"))
            .file(project.path()))
    }
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
    let concerns = ops::consent::concerns(&reader, &ops::consent::today())?;
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
