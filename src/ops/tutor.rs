//! The study of the lesson: two interviews of the shipped study with its coding guide, and nobody's work on them.
//!
//! It is a project like any other. That it is a lesson, and how far one is in it, is remembered in the copy, beside how the
//! workbench was left.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{demo, erasure, project};
use crate::error::{Error, Kind, Result};
use crate::i18n::Lang;
use crate::progress::Progress;
use crate::store::{Project, settings};
use crate::tr;

/// Under this key a copy remembers that it is a lesson, and where one is in it.
pub const STATE: &str = "tutor";

/// Where one is in a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progressed {
    /// The language of its interviews and codes.
    pub lang: Lang,
    /// The name of the step; empty: the first.
    pub step: String,
    /// Whether the lesson is seen beside the study.
    pub shown: bool,
}

impl Progressed {
    /// As it is remembered.
    pub fn written(&self) -> String {
        json!({"language": self.lang.code(), "step": self.step, "shown": self.shown}).to_string()
    }
    /// From what was remembered; what cannot be read begins at the first step.
    pub fn read(text: &str) -> Progressed {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let word = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
        Progressed {
            lang: word("language").parse().unwrap_or_default(),
            step: word("step").to_owned(),
            shown: value.get("shown").and_then(Value::as_bool).unwrap_or(true),
        }
    }
}

/// The interviews: the one that is worked on, and another.
fn interviews(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["IP06.srt", "IP05.docx"],
        Lang::De => ["IP02.txt", "IP01.docx"],
    }
}

/// The lesson's file in a folder: the newest one there, else a fresh one. With `restart` a fresh one in any case, beside
/// those that are there: nothing is ever written over. Refused where the newest file is something else.
pub fn file(folder: &Path, lang: Lang, coder: &str, restart: bool) -> Result<PathBuf> {
    if folder.is_file() {
        let error = Error::refused(tr!("error-tutor-folder", file = folder.display().to_string()));
        return Err(error.hint(tr!("hint-tutor-folder")).file(folder));
    }
    let named = |nth: usize| match nth {
        1 => folder.join("tutor.absatz"),
        nth => folder.join(format!("tutor-{nth}.absatz")),
    };
    let free = (1..).find(|nth| !named(*nth).exists()).unwrap_or(1);
    if free > 1 && !restart {
        let newest = named(free - 1);
        check(&newest)?;
        return Ok(newest);
    }
    let path = named(free);
    create(&path, lang, coder)?;
    Ok(path)
}

/// Whether a file is a lesson; what else it is, is said.
fn check(path: &Path) -> Result<()> {
    let state = Project::open(path, None).and_then(|project| settings::state(&project.read(), STATE));
    match state {
        Ok(Some(_)) => Ok(()),
        Err(error) if matches!(error.kind, Kind::Busy | Kind::Io) => Err(error),
        Ok(None) | Err(_) => {
            let error = Error::refused(tr!("error-tutor-other", file = path.display().to_string()));
            Err(error.hint(tr!("hint-tutor-other")).file(path))
        }
    }
}

/// Makes the study at a path where nothing is.
pub fn create(path: &Path, lang: Lang, coder: &str) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = build(lang, coder)?;
    std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, &error))?;
    // Beside its place first: half a lesson must not look like one.
    let part = tempfile::Builder::new()
        .prefix(".absatz-tutor-")
        .tempdir_in(folder)
        .map_err(|error| Error::io(folder, &error))?;
    let draft = part.path().join("tutor.absatz");
    made.backup(&draft)?;
    let mut study = Project::open(&draft, None)?;
    // Whoever tries out undoing takes back what they did, and never the interviews.
    erasure::seal(&mut study, true, &Progress::new())?;
    let begun = Progressed { lang, step: String::new(), shown: true };
    study.keep(|keeper| keeper.set_state(STATE, &begun.written()))?;
    drop(study);
    std::fs::rename(&draft, path).map_err(|error| Error::io(path, &error))
}

fn build(lang: Lang, coder: &str) -> Result<Project> {
    let mut study = project::create_in_memory(coder)?;
    demo::bring(&mut study, lang, &interviews(lang))?;
    Ok(study)
}
