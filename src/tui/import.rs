//! The bridge to the import of transcripts: reading what a path means, and storing what was read and confirmed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::msg::{Found, Ready};
use crate::error::{Error, Kind, Result};
use crate::formats::read::{ReadOptions, files, read};
use crate::model::DocumentId;
use crate::model::history::Changed;
use crate::ops::documents::{ImportAs, Incoming, Source, import};
use crate::progress::Progress;
use crate::store::Project;
use crate::text::Paragraph;

/// Reads the files that a typed path means: a file, a folder, or the files of a folder that `*` stands for. Writes
/// nothing.
pub fn preview(project: &Project, typed: &str, progress: &Progress) -> Result<Vec<Found>> {
    let files = files::expand(&meant(typed)?)?;
    progress.start(files.len() as u64);
    let mut incoming = Incoming::default();
    let mut found = Vec::with_capacity(files.len());
    for file in &files {
        progress.step()?;
        let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
        let result = look(project, file, &name, &mut incoming);
        found.push(Found { name: name.into_owned(), result: result.map(Arc::new) });
    }
    Ok(found)
}

fn look(project: &Project, file: &Path, name: &str, incoming: &mut Incoming) -> Result<Ready> {
    let options = ReadOptions::default();
    let (_, bytes) = files::load(file, &options.limits)?;
    let source = Source::new(name, &bytes);
    let draft = read(name, &bytes, &options)?;
    let label = incoming.check(&project.read(), name, &source, &ImportAs::default())?;
    Ok(Ready {
        label,
        source,
        paragraphs: draft.numbered(),
        words: draft.words(),
        timed: draft.timed(),
        begins: begins(&draft.text, &draft.paragraphs),
        draft,
    })
}

/// The first numbered paragraphs, and what stands between them, each no longer than a look needs.
fn begins(text: &crate::text::Text, paragraphs: &[Paragraph]) -> Vec<(Option<u32>, String)> {
    const PARAGRAPHS: usize = 12;
    const CHARACTERS: usize = 240;
    let shown = paragraphs.iter().filter(|paragraph| !text.slice(paragraph.span).trim().is_empty());
    shown
        .take(PARAGRAPHS)
        .map(|paragraph| {
            let whole = text.slice(paragraph.span).trim();
            let mut words: String = whole.chars().take(CHARACTERS).collect();
            if words.len() < whole.len() {
                words.push('…');
            }
            (paragraph.number, words)
        })
        .collect()
}

/// Stores what was read: one undo takes all of it. What cannot be stored is said and does not stop the others.
pub fn run(project: &mut Project, ready: &[Arc<Ready>]) -> Result<(Changed, Vec<DocumentId>, Vec<Error>)> {
    project.in_batch(|project| {
        let (mut changed, mut made, mut wrong) = (Changed::default(), Vec::new(), Vec::new());
        for file in ready {
            let wanted = ImportAs { label: Some(file.label.clone()), ..ImportAs::default() };
            match import(project, &file.draft, &file.source, &wanted) {
                Ok(done) => {
                    made.push(done.value);
                    changed.join(done.changed);
                }
                Err(error) => wrong.push(error),
            }
        }
        Ok((changed, made, wrong))
    })
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
