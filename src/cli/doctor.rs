//! `doctor`: whether the file is whole, and what is odd in the study.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use crate::error::{Error, Result};
use crate::ops;
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

impl Doctor {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let (damage, findings) = ops::doctor::examine(&project)?;
        if let Some(to) = &self.backup {
            project.backup(to)?;
            if !context.json {
                context.say(&tr!("cli-backup-written", file = to.display().to_string()));
            }
        }
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
