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

/// Endings of what can be read.
const TRANSCRIPTS: [&str; 27] = [
    "txt", "text", "md", "markdown", "mdown", "mkd", "docx", "docm", "dotx", "odt", "fodt", "rtf", "pdf",
    "html", "htm", "xhtml", "otr", "vtt", "srt", "json", "csv", "tsv", "xlsx", "ods", "eaf", "exb", "cha",
];

/// Endings of what may hold interviews and cannot be read: whoever imports a folder has to know.
const UNREADABLE: [&str; 33] = [
    "doc", "dot", "xls", "xlsb", "xlsm", "ppt", "pptx", "odp", "pages", "numbers", "wpd", "wps", "epub",
    "msg", "eml", "zip", "rar", "7z", "qdpx", "qde", "nvp", "nvpx", "nvcx", "atlproj", "atlproj9", "hpr7",
    "hpr8", "f4p", "f4a", "f4x", "mqda", "mqtc", "xml",
];

/// Endings of sound and film.
const RECORDINGS: [&str; 27] = [
    "mp3", "m4a", "m4b", "wav", "wave", "ogg", "oga", "opus", "flac", "aac", "wma", "aif", "aiff", "amr",
    "caf", "dss", "ds2", "mp4", "m4v", "mov", "avi", "mkv", "webm", "wmv", "mpg", "mpeg", "3gp",
];

/// Endings of what is surely no interview, and what systems and this program leave in folders.
const FOREIGN: [&str; 27] = [
    "png",
    "jpg",
    "jpeg",
    "gif",
    "bmp",
    "tif",
    "tiff",
    "webp",
    "svg",
    "heic",
    "ico",
    "psd",
    "ini",
    "db",
    "lnk",
    "url",
    "webloc",
    "tmp",
    "bak",
    "lock",
    "absatz",
    "absatz-names",
    "absatz-wal",
    "absatz-shm",
    "absatz-journal",
    "qdc",
    "part",
];

/// What a file in a folder is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// To be read, or to be refused with the reason.
    Transcript,
    Recording,
    Foreign,
    Unknown,
}

fn sort(name: &str) -> Sort {
    // Hidden files, and the lock files of Word and LibreOffice.
    if name.starts_with('.') || name.starts_with("~$") {
        return Sort::Foreign;
    }
    let ending = ending(name);
    let is_maxqda = ending.starts_with("mx") && ending.len() <= 5;
    match ending.as_str() {
        ending if TRANSCRIPTS.contains(&ending) || UNREADABLE.contains(&ending) || is_maxqda => {
            Sort::Transcript
        }
        ending if RECORDINGS.contains(&ending) => Sort::Recording,
        ending if FOREIGN.contains(&ending) => Sort::Foreign,
        _ => Sort::Unknown,
    }
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// What lies in folders beside the transcripts and is not read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    pub recordings: Vec<PathBuf>,
    /// Files with another ending than those of transcripts.
    pub unknown: Vec<PathBuf>,
}

impl LeftOut {
    /// What to tell whoever imports a folder, a line each.
    pub fn lines(&self) -> Vec<String> {
        let named = |files: &[PathBuf]| {
            const NAMED: usize = 8;
            let names = files.iter().take(NAMED).map(|file| name_of(file)).collect::<Vec<_>>().join(", ");
            if files.len() > NAMED { format!("{names} …") } else { names }
        };
        let mut lines = Vec::new();
        for (files, key) in
            [(&self.recordings, "read-folder-recordings"), (&self.unknown, "read-folder-unknown")]
        {
            if !files.is_empty() {
                lines.push(tr!(key, count = files.len(), files = named(files)));
            }
        }
        lines
    }
}

/// Folders give their transcripts, in reading order, and those that cannot be read; a file is taken whatever its ending.
pub fn expand(typed: &[PathBuf]) -> Result<Vec<PathBuf>> {
    expand_all(typed).map(|(files, _)| files)
}

/// The same, with what the folders hold besides.
pub fn expand_all(typed: &[PathBuf]) -> Result<(Vec<PathBuf>, LeftOut)> {
    let (mut files, mut left_out) = (Vec::new(), LeftOut::default());
    for path in typed {
        if path.is_dir() {
            let before = files.len();
            transcripts_in(path, &mut files, &mut left_out)?;
            if files.len() == before {
                let folder = path.display().to_string();
                let mut hint = left_out.lines();
                hint.push(tr!("read-empty-folder-hint"));
                return Err(Error::not_found(tr!("read-empty-folder", folder = folder))
                    .hint(hint.join("\n"))
                    .file(path));
            }
        } else {
            files.push(path.clone());
        }
    }
    Ok((files, left_out))
}

fn transcripts_in(folder: &Path, files: &mut Vec<PathBuf>, left_out: &mut LeftOut) -> Result<()> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::io(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Error::io(folder, &error))?;
        paths.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    paths.sort_by(|(a, _), (b, _)| natural(a).cmp(&natural(b)).then_with(|| compare_labels(a, b)));
    for (name, path) in paths {
        // A link to a folder could lead in a circle.
        if path.is_dir() {
            if !name.starts_with('.') && !path.is_symlink() {
                transcripts_in(&path, files, left_out)?;
            }
            continue;
        }
        match sort(&name) {
            Sort::Transcript if path.is_file() => files.push(path),
            Sort::Recording => left_out.recordings.push(path),
            Sort::Unknown if path.is_file() => left_out.unknown.push(path),
            _ => {}
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

/// A file's name without its folder, and its bytes: no more of them than would be refused anyway. A recording is refused
/// by its name: hours of sound are not read to learn that they are no text.
pub fn load(file: &Path, limits: &Limits) -> Result<(String, Vec<u8>)> {
    let opened = File::open(file).map_err(|error| Error::io(file, &error))?;
    let name = name_of(file);
    if RECORDINGS.contains(&ending(&name).as_str()) {
        return Err(Error::unreadable(tr!("read-recording", name = name)).hint(tr!("read-recording-hint")));
    }
    let mut bytes = Vec::new();
    opened
        .take(limits.file.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io(file, &error))?;
    Ok((name, bytes))
}

fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_folder_are_told_by_their_names() {
        for name in ["IP05.docx", "IP05.DOC", "a.xls", "study.mx24", "study.mqda", "x.qdpx", "old.zip"] {
            assert_eq!(sort(name), Sort::Transcript, "{name}");
        }
        for name in ["IP05.m4a", "IP05.MP4", "b.wma"] {
            assert_eq!(sort(name), Sort::Recording, "{name}");
        }
        for name in [
            ".DS_Store",
            "desktop.ini",
            "Thumbs.db",
            "~$IP05.docx",
            "photo.JPG",
            "study.absatz",
            ".hidden.txt",
        ] {
            assert_eq!(sort(name), Sort::Foreign, "{name}");
        }
        for name in ["README", "analysis.R", "notes.sps"] {
            assert_eq!(sort(name), Sort::Unknown, "{name}");
        }
    }
}
