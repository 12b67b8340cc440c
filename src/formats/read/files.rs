//! Which files to read: those that were named, and the transcripts of folders in the order in which people read them.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

use super::{Limits, ReadOptions};
use crate::error::{Error, Result};
use crate::i18n;
use crate::model::draft::Draft;
use crate::progress::Progress;
use crate::text::citations::compare_labels;
use crate::tr;

/// Folders give their transcripts, in reading order; a file is taken whatever its ending.
pub fn expand(typed: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in typed {
        if path.is_dir() {
            let before = files.len();
            transcripts_in(path, &mut files)?;
            if files.len() == before {
                let folder = path.display().to_string();
                return Err(Error::not_found(tr!("read-empty-folder", folder = folder))
                    .hint(tr!("read-empty-folder-hint"))
                    .file(path));
            }
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn transcripts_in(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    const ENDINGS: [&str; 23] = [
        "txt", "text", "md", "markdown", "docx", "odt", "fodt", "rtf", "pdf", "html", "htm", "xhtml", "otr",
        "vtt", "srt", "json", "csv", "tsv", "xlsx", "ods", "eaf", "exb", "cha",
    ];
    let entries = std::fs::read_dir(folder).map_err(|error| Error::io(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Error::io(folder, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Hidden files, and the lock files of Word and LibreOffice.
        if !name.starts_with('.') && !name.starts_with("~$") {
            paths.push((name, entry.path()));
        }
    }
    paths.sort_by(|(a, _), (b, _)| natural(a).cmp(&natural(b)).then_with(|| compare_labels(a, b)));
    for (name, path) in paths {
        // A link to a folder could lead in a circle.
        if path.is_dir() && !path.is_symlink() {
            transcripts_in(&path, files)?;
        } else if path.is_file() {
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
            if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                files.push(path);
            }
        }
    }
    Ok(())
}

/// A key that sorts `IP2` before `IP10`: digits count as numbers.
fn natural(name: &str) -> Vec<(u64, String)> {
    let mut key = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let word = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, tail) = rest.split_at(word);
        let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (number, tail) = tail.split_at(digits);
        key.push((0, text.to_lowercase()));
        key.push((number.parse().unwrap_or(u64::MAX), String::new()));
        rest = tail;
    }
    key
}

/// A file as it was read.
#[derive(Debug)]
pub struct Read {
    /// Without its folder.
    pub name: String,
    pub bytes: Vec<u8>,
    /// One, or as many as the file holds.
    pub drafts: Vec<Draft>,
}

/// Reads files in order on a thread of its own, a few ahead, while `take` stores the one before: half of the time of a
/// large import is reading, half is storing. Where `progress` is cancelled, the files not taken yet stay out.
pub fn read_ahead<T>(
    files: Vec<PathBuf>,
    options: &ReadOptions,
    progress: &Progress,
    mut take: impl FnMut(PathBuf, Result<Read>) -> T,
) -> Vec<T> {
    let lang = i18n::lang();
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(4);
        scope.spawn(move || {
            i18n::set_lang(lang);
            for file in files {
                let read = load(&file, &options.limits).and_then(|(name, bytes)| {
                    let drafts = super::read_parts(&name, &bytes, options)?;
                    Ok(Read { name, bytes, drafts })
                });
                if progress.is_cancelled() || sender.send((file, read)).is_err() {
                    break;
                }
            }
        });
        let mut taken = Vec::new();
        while let Ok((file, read)) = receiver.recv() {
            if progress.is_cancelled() {
                break;
            }
            taken.push(take(file, read));
        }
        // Who reads may wait for a place in the channel: it is told that nobody takes any more.
        drop(receiver);
        taken
    })
}

/// A file's name without its folder, and its bytes: no more of them than would be refused anyway.
pub fn load(file: &Path, limits: &Limits) -> Result<(String, Vec<u8>)> {
    let opened = File::open(file).map_err(|error| Error::io(file, &error))?;
    let mut bytes = Vec::new();
    opened
        .take(limits.file.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io(file, &error))?;
    let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    Ok((name.into_owned(), bytes))
}
