//! The bridge to looking after the file: what its examination says, as a text to be read.

use crate::ops::doctor::Finding;
use crate::store::Project;
use crate::tr;
use crate::tui::model::overlay::{Page, Tone};

pub fn page(project: &Project, damage: &[String], findings: &[Finding]) -> Page {
    let mut lines = Vec::new();
    if damage.is_empty() {
        // Where it lies the person knows, who has it open.
        let name = project.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
        let whole = tr!("cli-doctor-whole", file = name);
        lines.push((Tone::Good, whole));
        lines.extend(findings.iter().map(|finding| (Tone::Plain, format!("· {}", finding.message))));
    } else {
        lines.push((Tone::Error, tr!("error-project-damaged")));
        lines.extend(damage.iter().map(|line| (Tone::Error, line.clone())));
        lines.push((Tone::Plain, tr!("cli-doctor-damaged-hint")));
    }
    lines.extend(project.warnings.iter().map(|warning| (Tone::Warning, warning.clone())));
    Page { title: tr!("page-doctor"), lines, top: 0 }
}
