//! The bridge to the import of transcripts: reading what a path means, and storing what was read and confirmed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::error::{Choice, Error, Kind, Result};
use crate::formats::read::{ReadOptions, files, read_parts};
use crate::model::history::{Changed, Done};
use crate::model::{DocumentId, new_uuid};
use crate::ops::documents::{Incoming, Source, check_replace, import, proposed, replace};
use crate::progress::Progress;
use crate::store::{Project, documents};
use crate::tr;
use crate::tui::msg::{Asked, Found, Item, Msg, Ready};

/// Reads the files that a typed path means (a file, a folder, or the files of a folder that `*` stands for), or those
/// that are asked for again and were changed. Writes nothing. A document is read anew from one file.
pub fn preview(
    project: &Project,
    typed: &str,
    asked: &[Asked],
    replaces: Option<DocumentId>,
    progress: &Progress,
) -> Result<(Vec<Asked>, Vec<Found>)> {
    let mut asked: Vec<Asked> = match asked {
        [] => files::expand(&meant(typed)?)?.into_iter().map(Asked::new).collect(),
        asked => asked.to_vec(),
    };
    if replaces.is_some() && asked.len() != 1 {
        return Err(Error::refused(tr!("replace-one-file", count = asked.len())));
    }
    progress.start(asked.iter().filter(|file| file.read.is_none()).count() as u64);
    let mut incoming = Incoming::default();
    let mut found = Vec::with_capacity(asked.len());
    for (at, file) in asked.iter_mut().enumerate() {
        if file.read.is_none() {
            progress.say(&file.name());
            progress.step()?;
            file.read = Some(look(&file.file, &file.options));
        }
        match &file.read {
            Some(Ok(documents)) => {
                for ready in documents {
                    found.push(match replaces {
                        None => document(project, at, file, documents.len(), ready, &mut incoming)?,
                        Some(id) => anew(project, id, at, file, documents, ready)?,
                    });
                }
            }
            Some(Err(error)) => found.push(unreadable(at, file, error)),
            None => {}
        }
    }
    Ok((asked, found))
}

fn look(file: &Path, options: &ReadOptions) -> Result<Vec<Arc<Ready>>> {
    let (name, bytes) = files::load(file, &options.limits)?;
    let source = Source::new(&name, &bytes);
    let ready = |draft: crate::model::draft::Draft| Ready {
        source: source.of(&draft),
        paragraphs: draft.numbered(),
        words: draft.words(),
        timed: draft.timed(),
        begins: draft.begins(12),
        draft,
    };
    Ok(read_parts(&name, &bytes, options)?.into_iter().map(ready).map(Arc::new).collect())
}

/// What one document would be called, and whether it can be stored so.
fn document(
    project: &Project,
    at: usize,
    file: &Asked,
    parts: usize,
    ready: &Arc<Ready>,
    incoming: &mut Incoming,
) -> Result<Found> {
    let own = ready.source.part.as_ref();
    let part = ready.part();
    let wanted = file.wanted.get(&part).cloned().unwrap_or_default();
    let (label, title) = proposed(&project.read(), &ready.source, &wanted)?;
    let group = wanted.group.clone().or_else(|| own.and_then(|part| part.group.clone()));
    let name = file.name_of(part, parts);
    let without = file.without.contains(&part);
    let refused = match without {
        // It takes no label from the others.
        true => None,
        false => incoming.check(&project.read(), &name, &ready.source, &wanted).err(),
    };
    let group = group.unwrap_or_default();
    Ok(Found { asked: at, part, name, ready: Ok(Arc::clone(ready)), label, title, group, refused, without })
}

/// The document that would be read anew: one of the file's alone, and what it is called stays.
fn anew(
    project: &Project,
    id: DocumentId,
    at: usize,
    file: &Asked,
    all: &[Arc<Ready>],
    ready: &Arc<Ready>,
) -> Result<Found> {
    let part = ready.part();
    let without = file.without.contains(&part);
    let again = file.wanted.get(&part).is_some_and(|wanted| wanted.again);
    let kept = all.iter().filter(|one| !file.without.contains(&one.part())).count();
    let refused = match (without, kept) {
        (true, _) => None,
        (false, 1) => check_replace(&project.read(), id, &ready.source, again).err(),
        (false, _) => {
            let message = tr!("cli-replace-several", file = file.name(), count = all.len());
            Some(Error::refused(message).hint(tr!("replace-several-hint")).choice(Choice::Split))
        }
    };
    let document = documents::get(&project.read(), id)?;
    Ok(Found {
        asked: at,
        part,
        name: file.name_of(part, all.len()),
        ready: Ok(Arc::clone(ready)),
        label: document.label,
        title: document.title,
        group: document.group.unwrap_or_default(),
        refused,
        without,
    })
}

fn unreadable(at: usize, file: &Asked, error: &Error) -> Found {
    Found {
        asked: at,
        part: 0,
        name: file.name(),
        ready: Err(error.clone()),
        label: String::new(),
        title: String::new(),
        group: String::new(),
        refused: None,
        without: file.without.contains(&0),
    }
}

impl Asked {
    pub fn new(file: PathBuf) -> Asked {
        Asked {
            file,
            options: ReadOptions::default(),
            wanted: Default::default(),
            without: Default::default(),
            read: None,
        }
    }
    /// The file's name, with the number of one of many documents in it.
    fn name_of(&self, part: u32, parts: usize) -> String {
        match part {
            0 => self.name(),
            part => format!("{} {part}/{parts}", self.name()),
        }
    }
    /// Without its folder.
    pub fn name(&self) -> String {
        let name =
            self.file.file_name().map_or_else(|| self.file.to_string_lossy(), |name| name.to_string_lossy());
        name.into_owned()
    }
}

impl Ready {
    /// Which document of its file; 0: the only one.
    fn part(&self) -> u32 {
        self.source.part.as_ref().map_or(0, |part| part.number)
    }
}

/// How long the pieces of an import are: long enough to lose no time between them, short enough to stop soon.
const PIECE: Duration = Duration::from_millis(60);

/// Stores a piece of what was read; what cannot be stored is said and does not stop the others.
pub fn store(project: &mut Project, items: &[Item], from: usize, batch: Option<String>) -> Msg {
    let batch = batch.unwrap_or_else(new_uuid);
    let begun = Instant::now();
    let (mut results, mut changed) = (Vec::new(), Changed::default());
    for item in items.iter().skip(from) {
        let (draft, source) = (&item.ready.draft, &item.ready.source);
        let work = |project: &mut Project| match item.replaces {
            None => import(project, draft, source, &item.wanted),
            Some(id) => {
                let done = replace(project, id, draft, source, item.wanted.again)?;
                Ok(Done { value: id, changed: done.changed })
            }
        };
        let result = project.in_batch_of(&batch, work).map(|done| {
            changed.join(done.changed);
            done.value
        });
        results.push((item.at, result));
        if begun.elapsed() > PIECE {
            break;
        }
    }
    Msg::Stored { batch, results, changed }
}

/// The files or the folder that a person typed; `*` in the last part stands for any letters.
fn meant(typed: &str) -> Result<Vec<PathBuf>> {
    let path = from_home(Path::new(typed));
    let pattern = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match std::fs::metadata(&path) {
        Ok(_) => return Ok(vec![path]),
        Err(error) if !pattern.contains('*') => return Err(Error::io(&path, &error)),
        Err(_) => {}
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut all = files::expand(&[folder.to_path_buf()])?;
    all.retain(|file| {
        file.parent() == Some(folder)
            && file.file_name().is_some_and(|name| fits(&pattern, &name.to_string_lossy()))
    });
    if all.is_empty() {
        return Err(Error::new(Kind::NotFound, crate::tr!("import-none", path = typed.to_owned())).file(path));
    }
    Ok(all)
}

/// Whether a name fits a pattern with `*`, letter case aside.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_lowercase(), name.to_lowercase());
    let parts: Vec<&str> = pattern.split('*').collect();
    let (Some((first, rest)), Some(last)) = (parts.split_first(), parts.last()) else { return false };
    let Some(mut left) = name.strip_prefix(first) else { return false };
    let middle = rest.get(..rest.len().saturating_sub(1)).unwrap_or(&[]);
    for part in middle {
        let Some(at) = left.find(part) else { return false };
        left = left.get(at + part.len()..).unwrap_or_default();
    }
    rest.is_empty() && left.is_empty() || !rest.is_empty() && left.ends_with(last)
}

/// `~/` is the home directory, as in a shell.
pub fn from_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), etcetera::home_dir()) {
        (Ok(rest), Ok(home)) => home.join(rest),
        _ => path.to_path_buf(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_letters() {
        for (pattern, name, wanted) in [
            ("*.docx", "IP05.docx", true),
            ("*.DOCX", "ip05.docx", true),
            ("IP*.txt", "IP05.txt", true),
            ("IP*5*.txt", "IP05b.txt", true),
            ("IP*.txt", "IP05.vtt", false),
            ("*", "anything", true),
            ("a*a", "a", false),
            ("b*", "ab", false),
        ] {
            assert_eq!(fits(pattern, name), wanted, "{pattern} {name}");
        }
    }
}
