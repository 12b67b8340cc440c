//! What every command needs: the project, who works, how to answer; and finding documents, places and codes by what a
//! person types.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::error::{Error, Kind, Result};
use crate::i18n::{self, Lang};
use crate::model::codes::CodeTree;
use crate::model::documents::Document;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::{Project, coders, documents, settings};
use crate::text::Span;
use crate::text::places::{self, Part};
use crate::tr;

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// The project file [env: ABSATZ_PROJECT] [default: the only *.absatz here]
    #[arg(short, long, value_name = "FILE", global = true, help_heading = "General")]
    project: Option<PathBuf>,
    /// Who works [env: ABSATZ_CODER] [default: the project's current coder]
    #[arg(long, value_name = "NAME", global = true, help_heading = "General")]
    coder: Option<String>,
    /// Answer as JSON
    #[arg(long, global = true, help_heading = "General")]
    json: bool,
    /// Language of messages and exported tables [env: ABSATZ_LANG]
    #[arg(long, value_name = "LANG", value_parser = ["de", "en"], global = true, help_heading = "General")]
    lang: Option<String>,
}

/// One call of the program.
pub struct Context {
    project: Option<PathBuf>,
    /// Named on the command line, not by the environment.
    coder: Option<String>,
    pub json: bool,
    pub lang: Lang,
    /// The reader of stdout has gone.
    pub(super) closed: Cell<bool>,
    /// What was to be checked has problems: the answer is complete, the exit code says so.
    pub(super) found: Cell<bool>,
}

/// The ending of project files.
pub const ENDING: &str = "absatz";

impl Context {
    pub fn new(global: Global, file: Option<PathBuf>) -> Context {
        let lang = match global.lang.as_deref().map(str::parse) {
            Some(Ok(lang)) => lang,
            _ => Lang::from_environment(),
        };
        // JSON is for programs: its words are English whatever the person speaks.
        i18n::set_lang(if global.json { Lang::En } else { lang });
        Context {
            project: file.or(global.project),
            coder: global.coder,
            json: global.json,
            lang,
            closed: Cell::new(false),
            found: Cell::new(false),
        }
    }

    /// The coder named with `--coder`.
    pub fn named_coder(&self) -> Option<&str> {
        self.coder.as_deref()
    }

    /// Who works: `--coder`, else `ABSATZ_CODER`; none: the project's current coder.
    pub fn coder(&self) -> Option<String> {
        let from_environment = || std::env::var("ABSATZ_CODER").ok().filter(|name| !name.trim().is_empty());
        self.coder.clone().or_else(from_environment)
    }

    /// The project that is meant: named, from the environment, or the only one here.
    pub fn project_path(&self) -> Result<PathBuf> {
        if let Some(path) = &self.project {
            return Ok(path.clone());
        }
        if let Some(path) = std::env::var_os("ABSATZ_PROJECT").filter(|path| !path.is_empty()) {
            return Ok(path.into());
        }
        let mut here = projects_in(Path::new("."))?;
        match here.len() {
            1 => Ok(here.swap_remove(0)),
            0 => Err(Error::not_found(tr!("cli-no-project-here")).hint(tr!("cli-no-project-here-hint"))),
            _ => {
                let names = here.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
                Err(Error::new(Kind::Usage, tr!("cli-several-projects", names = names))
                    .hint(tr!("cli-several-projects-hint")))
            }
        }
    }

    /// Opens the project as who works; its warnings go to stderr.
    pub fn open(&self) -> Result<Project> {
        let project = Project::open(&self.project_path()?, self.coder().as_deref())?;
        for warning in &project.warnings {
            self.warn(warning);
        }
        Ok(project)
    }

    /// The coder named with `--coder`, whose own work is asked for instead of the analysis set.
    pub fn own_work(&self, project: &Project) -> Option<CoderId> {
        self.named_coder().map(|_| project.coder())
    }
}

fn projects_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::io(folder, &error))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok())
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING) && path.is_file())
        .collect();
    found.sort();
    Ok(found)
}

/// The document that a person means: its label, or as a citation names it (`IP 5`).
pub fn document(project: &Project, typed: &str) -> Result<Document> {
    let reader = project.read();
    let plain = documents::by_label(&reader, typed.trim());
    if plain.is_ok() {
        return plain;
    }
    match places::parse(typed, &settings::citation(&reader)?) {
        Ok(place) if place.part == Part::Whole => {
            documents::by_label(&reader, &place.label).map_err(|error| nearest(project, typed, error))
        }
        _ => plain.map_err(|error| nearest(project, typed, error)),
    }
}

/// Documents by what was typed; none where nothing was.
pub fn document_ids(project: &Project, typed: &[String]) -> Result<Option<Vec<DocumentId>>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let ids = typed.iter().map(|label| document(project, label).map(|document| document.id));
    ids.collect::<Result<_>>().map(Some)
}

/// A label that is not there: name those that are, where they are few.
fn nearest(project: &Project, typed: &str, error: Error) -> Error {
    let Ok(all) = documents::list(&project.read()) else { return error };
    let mut labels: Vec<String> = all.into_iter().map(|document| document.label).collect();
    labels.sort_by(|a, b| crate::text::citations::compare_labels(a, b));
    if error.kind != Kind::NotFound || labels.is_empty() || labels.len() > 40 {
        return error;
    }
    error.hint(tr!("cli-labels-are", labels = labels.join(", "))).place(typed)
}

/// The document and span of a place as typed.
pub fn place(project: &Project, typed: &str) -> Result<(Document, Span)> {
    let (document, part) = part(project, typed)?;
    let transcript = documents::transcript(&project.read(), document.id)?;
    let span = places::resolve(&part, &document.label, &transcript.text, &transcript.paragraphs)?;
    Ok((document, span))
}

/// The document of a place as typed, and which part of it.
pub fn part(project: &Project, typed: &str) -> Result<(Document, Part)> {
    let reader = project.read();
    let place = places::parse(typed, &settings::citation(&reader)?)?;
    let document = documents::by_label(&reader, &place.label).or_else(|error| {
        // A document may be labelled with the citation's word: `IP 5`.
        let label = typed.trim().trim_start_matches('(').split(':').next().unwrap_or_default().trim();
        documents::by_label(&reader, label).map_err(|_| nearest(project, typed, error))
    })?;
    Ok((document, place.part))
}

/// Codes by what was typed.
pub fn code_ids(tree: &CodeTree, typed: &[String]) -> Result<Vec<CodeId>> {
    let mut ids = Vec::with_capacity(typed.len());
    for name in typed {
        let id = tree.find(name)?.code.id;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// A coder of the project by name.
pub fn coder(project: &Project, name: &str) -> Result<CoderId> {
    Ok(coders::by_name(&project.read(), name)?.id)
}
