//! The bridge to names and to erasing: what the workbench asks for, and what it is told.

use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::history::Changed;
use crate::model::names::{Name, Names, Occurrence};
use crate::ops::erasure;
use crate::ops::names::{self, Finding, Scope, Suggestion};
use crate::progress::Progress;
use crate::store::Project;

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Ask {
    /// The list.
    List,
    /// A name is added, or changed that had this first form.
    Put {
        was: Option<String>,
        name: Name,
    },
    /// A further form of the name that has another.
    Also {
        form: String,
        typed: String,
    },
    Remove(String),
    InExports(bool),
    Find {
        everywhere: bool,
    },
    Suggest,
    Check,
    Replace(Vec<Occurrence>),
    /// What a sealing, or the erasing of a document, would take; nothing is written.
    Plan(Option<DocumentId>),
    Erase(Option<DocumentId>),
}

/// What came of it.
#[derive(Debug)]
pub enum Told {
    List {
        list: Names,
        file: Option<String>,
        in_exports: bool,
    },
    Found(Result<Vec<Occurrence>>),
    /// What was chosen is replaced.
    Replaced,
    Suggested(Result<Vec<Suggestion>>),
    Checked(Result<Vec<Finding>>),
    /// What would go, and the name that is typed to confirm it.
    Planned {
        document: Option<DocumentId>,
        lines: Vec<String>,
        name: String,
    },
    /// What went.
    Erased(Vec<String>),
}

impl Ask {
    /// Whether it takes long and only reads.
    pub fn is_job(&self) -> bool {
        matches!(self, Ask::Find { .. } | Ask::Suggest | Ask::Check)
    }
}

/// A job, beside the operations.
pub fn job(project: &Project, ask: &Ask, progress: &Progress) -> Option<Told> {
    let found = || -> Result<Told> {
        Ok(match ask {
            Ask::Find { everywhere } => {
                let scope = Scope { everywhere: *everywhere, ..Scope::default() };
                Told::Found(Ok(names::find(project, &names::list(project)?, &scope, progress)?))
            }
            Ask::Suggest => Told::Suggested(Ok(names::suggest(project, &names::list(project)?, progress)?)),
            Ask::Check => Told::Checked(Ok(names::check(project, progress)?)),
            _ => list(project)?,
        })
    };
    match found() {
        Ok(told) => Some(told),
        Err(error) => failed(ask, error),
    }
}

/// A job that came to nothing; one that was stopped answers nothing.
pub fn failed(ask: &Ask, error: Error) -> Option<Told> {
    if error.kind == crate::error::Kind::Cancelled {
        return None;
    }
    Some(match ask {
        Ask::Suggest => Told::Suggested(Err(error)),
        Ask::Check => Told::Checked(Err(error)),
        _ => Told::Found(Err(error)),
    })
}

/// The list with where it is.
pub fn list(project: &Project) -> Result<Told> {
    Ok(Told::List {
        list: names::list(project)?,
        file: names::file(project)?.map(|file| file.display().to_string()),
        in_exports: crate::store::settings::names_in_exports(&project.read())?,
    })
}

/// Changes the list.
pub fn change(project: &mut Project, ask: &Ask) -> Result<()> {
    match ask {
        Ask::Put { was, name } => {
            let mut list = names::list(project)?;
            let there = was.as_ref().and_then(|was| list.names.iter_mut().find(|name| name.called() == was));
            match there {
                Some(there) => *there = Name { uuid: there.uuid.clone(), ..name.clone() },
                None => list.put(name.clone())?,
            }
            names::save(project, &list)
        }
        Ask::Also { form, typed } => {
            let mut list = names::list(project)?;
            let at = list.by_form(form)?;
            if let Some(name) = list.names.get_mut(at) {
                name.also(typed);
            }
            names::save(project, &list)
        }
        Ask::Remove(form) => names::remove(project, form).map(drop),
        _ => Ok(()),
    }
}

/// What would go or went. The name to be typed is the document's label, or the project's name.
pub fn erase(
    project: &mut Project,
    document: Option<DocumentId>,
    progress: &Progress,
) -> Result<erasure::Report> {
    match document {
        None => erasure::seal(project, true, progress),
        Some(id) => erasure::erase(project, id, false, progress),
    }
}

/// What a sealing or erasing would take, with the name that confirms it.
pub fn plan(project: &mut Project, document: Option<DocumentId>, progress: &Progress) -> Result<Told> {
    project.set_dry_run(true);
    let report = erase(project, document, progress);
    project.set_dry_run(false);
    let report = report?;
    let name = match &report.document {
        Some(erased) => erased.label.clone(),
        None => project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    };
    Ok(Told::Planned { document, lines: erasure::lines(&report, true), name })
}

/// Sets whether exports get replaced names.
pub fn in_exports(project: &mut Project, on: bool) -> Result<Changed> {
    Ok(names::set_in_exports(project, on)?.changed)
}

/// Replaces these occurrences.
pub fn replace(
    project: &mut Project,
    chosen: &[Occurrence],
    progress: &Progress,
) -> Result<(Changed, names::Applied)> {
    let list = names::list(project)?;
    let scope = Scope { everywhere: true, ..Scope::default() };
    let done = names::apply(project, &list, &scope, Some(chosen), progress)?;
    Ok((done.changed, done.value))
}
