//! Making a project and deciding how it cites and who sees what.

use std::path::Path;

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::codes::PALETTE;
use crate::model::history::{Done, OperationKind};
use crate::store::{Project, coders, documents, settings};
use crate::text::citations::Pattern;
use crate::tr;

/// Makes a project with its first coder; refused where the file exists.
pub fn create(path: &Path, coder: &str, pattern: &Pattern) -> Result<Project> {
    let coder = super::coders::check_name(coder)?.to_owned();
    let mut project = Project::create(path)?;
    let ready = begin(&mut project, &coder, pattern);
    if let Err(error) = ready {
        drop(project);
        // A project without a coder cannot be opened: leave nothing behind.
        drop(std::fs::remove_file(path));
        return Err(error);
    }
    Ok(project)
}

/// A project in memory, for tests and dry trials.
pub fn create_in_memory(coder: &str) -> Result<Project> {
    let mut project = Project::in_memory()?;
    begin(&mut project, super::coders::check_name(coder)?, &Pattern::default())?;
    Ok(project)
}

fn begin(project: &mut Project, coder: &str, pattern: &Pattern) -> Result<()> {
    check_pattern(pattern)?;
    let done = project.operate(OperationKind::CreateProject, json!({"coder": coder}), |w| {
        coders::insert_pass(w, "1", None)?;
        settings::set_citation(w, pattern)?;
        coders::insert(w, coder, PALETTE[0], false)
    })?;
    project.sign_in(done.value)?;
    project.keep(|keeper| keeper.set_current_coder(done.value))
}

/// Sets how the project writes its citations.
pub fn set_citation(project: &mut Project, pattern: &Pattern) -> Result<Done<()>> {
    check_pattern(pattern)?;
    let example = pattern.cite("5", 9, 9);
    project.operate(OperationKind::ChangeSetting, json!({"value": example}), |w| {
        settings::set_citation(w, pattern)
    })
}

/// Lets the coders see each other's work, or not.
pub fn set_released(project: &mut Project, released: bool) -> Result<Done<()>> {
    let setting = if released { "released" } else { "blind" };
    project.operate(OperationKind::ChangeSetting, json!({"setting": setting}), |w| {
        settings::set_released(w, released)
    })
}

/// Lets the coders see each other's work on one document, or not, whatever the study as a whole has decided.
pub fn set_released_on(project: &mut Project, document: DocumentId, released: bool) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let setting = if released { "released" } else { "blind" };
    let arguments = json!({"label": label, "setting": setting});
    project.operate(OperationKind::ReleaseDocument, arguments, |w| {
        documents::set_released(w, document, released)
    })
}

fn check_pattern(pattern: &Pattern) -> Result<()> {
    let Pattern { singular, plural, gap, paragraph, interviews, paragraphs, range, following } = pattern;
    let all = [singular, plural, gap, paragraph, interviews, paragraphs, range, following];
    if all.iter().any(|part| part.contains(|c: char| c.is_control()))
        || paragraph.is_empty()
        || range.is_empty()
    {
        return Err(Error::invalid(tr!("error-citation-pattern")).hint(tr!("hint-citation-pattern")));
    }
    Ok(())
}
