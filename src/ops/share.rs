//! Working apart: a coder's package, and sending its work back.
//!
//! A package is a project file with the documents, the code system and one coder's own work so far. Nobody else's work, no
//! history, no names, no values of persons are in it; `store::packages::write` says what is. Blindness by a package is
//! secrecy, not courtesy: what is not in the file cannot be looked up.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::error::{Error, Result};
use crate::formats::encrypted;
use crate::model::history::{Done, OperationKind};
use crate::model::packages::{Given, Held, Package};
use crate::model::{CoderId, DocumentId, new_uuid};
use crate::progress::Progress;
use crate::store::packages::foreign;
use crate::store::packages::write::{self, Fresh};
use crate::store::{Project, coders, documents, packages, viewer};
use crate::tr;

/// What to put into a package, and where.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// None: all.
    pub documents: Option<Vec<DocumentId>>,
    pub file: PathBuf,
    pub passphrase: Option<String>,
    /// Also where a file of that name is.
    pub force: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub file: PathBuf,
    /// Name of the coder.
    pub coder: String,
    pub held: Held,
    pub encrypted: bool,
    /// Whether who gives it may be told how much of the coder's own work is in it.
    pub seen: bool,
}

/// The name of a package's file: `.absatz`, and `.absatz.age` where it is encrypted.
pub fn file_name(file: &Path, encrypted: bool) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    let plain = if encrypted::is_named(file) { file.with_extension("") } else { file.to_path_buf() };
    if plain.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("absatz")) {
        name = plain.as_os_str().to_owned();
        name.push(".absatz");
    } else if !encrypted {
        return plain;
    }
    if encrypted && !encrypted::is_named(Path::new(&name)) {
        name.push(".");
        name.push(encrypted::ENDING);
    }
    name.into()
}

/// Writes a coder's package and remembers that it was given away.
pub fn share(
    project: &mut Project,
    coder: CoderId,
    wanted: &Wanted,
    progress: &Progress,
) -> Result<Done<Shared>> {
    if packages::package(&project.read())?.is_some() {
        return Err(Error::refused(tr!("error-share-from-package")).hint(tr!("hint-share-from-package")));
    }
    let about = coders::get(&project.read(), coder)?;
    if about.consensus {
        return Err(Error::refused(tr!("error-share-consensus", name = about.name)));
    }
    let encrypted = wanted.passphrase.is_some();
    let file = file_name(&wanted.file, encrypted);
    check_free(&file, wanted.force)?;
    let mut part = None;
    let done = project.operate(OperationKind::Share, json!({"coder": about.name}), |w| {
        let all = documents::list(w)?.into_iter().map(|document| document.id);
        let chosen = match &wanted.documents {
            Some(chosen) => chosen.clone(),
            None => all.collect(),
        };
        let package = Package {
            uuid: new_uuid(),
            project: packages::project_uuid(w)?,
            coder: about.uuid.clone(),
            operation: packages::newest_operation(w)?,
            cut: crate::clock::now(),
        };
        let fresh = write::cut(w, &package, coder, &chosen, progress)?;
        w.argument("count", chosen.len() as i64);
        packages::insert_given(w, &package, coder)?;
        let (made, held) = to_disk(fresh, &file, wanted.passphrase.as_deref())?;
        part = Some(made);
        let seen = viewer::sees(w, coder, None)?;
        Ok(Shared { file: file.clone(), coder: about.name.clone(), held, encrypted, seen })
    })?;
    if let Some(part) = part.filter(|_| !project.is_dry_run()) {
        put(part, &file, wanted.force)?;
    }
    Ok(done)
}

/// Writes a package on its way back: its work, without history and drafts.
pub fn back(project: &Project, wanted: &Wanted) -> Result<Shared> {
    let reader = project.read();
    let Some(package) = packages::package(&reader)? else {
        return Err(Error::refused(tr!("error-back-no-package")).hint(tr!("hint-back-no-package")));
    };
    let coder = coders::list(&reader)?.into_iter().find(|coder| coder.uuid == package.coder);
    let encrypted = wanted.passphrase.is_some();
    let file = file_name(&wanted.file, encrypted);
    check_free(&file, wanted.force)?;
    let (part, held) = to_disk(write::back(&reader)?, &file, wanted.passphrase.as_deref())?;
    put(part, &file, wanted.force)?;
    Ok(Shared { file, coder: coder.map(|coder| coder.name).unwrap_or_default(), held, encrypted, seen: true })
}

fn check_free(file: &Path, force: bool) -> Result<()> {
    if file.exists() && !force {
        return Err(Error::refused(tr!("error-file-exists", file = file.display().to_string()))
            .hint(tr!("hint-package-exists"))
            .file(file));
    }
    Ok(())
}

/// The package under a name of its own beside the file that it becomes; readable by its owner only.
fn to_disk(fresh: Fresh, file: &Path, passphrase: Option<&str>) -> Result<(tempfile::NamedTempFile, Held)> {
    let mut held = fresh.held()?;
    let mut bytes = fresh.bytes()?;
    if let Some(passphrase) = passphrase {
        check_passphrase(passphrase)?;
        bytes = encrypted::encrypt(&bytes, passphrase)?;
    }
    held.bytes = bytes.len() as u64;
    Ok((private(&bytes, file)?, held))
}

fn private(bytes: &[u8], file: &Path) -> Result<tempfile::NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut part = tempfile::Builder::new()
        .prefix(".absatz-package-")
        .tempfile_in(folder)
        .map_err(|error| Error::io(folder, &error))?;
    part.write_all(bytes)
        .and_then(|()| part.as_file().sync_all())
        .map_err(|error| Error::io(file, &error))?;
    Ok(part)
}

fn put(part: tempfile::NamedTempFile, file: &Path, force: bool) -> Result<()> {
    let result = if force { part.persist(file) } else { part.persist_noclobber(file) };
    result.map(drop).map_err(|error| Error::io(file, &error.error))
}

/// A passphrase of a few letters is none.
pub fn check_passphrase(passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < 8 {
        return Err(Error::invalid(tr!("error-passphrase-short")).hint(tr!("hint-passphrase-short")));
    }
    Ok(())
}

/// Whether a file is behind a passphrase, by what it begins with.
pub fn needs_passphrase(file: &Path) -> Result<bool> {
    use std::io::Read as _;
    let mut head = Vec::new();
    std::fs::File::open(file)
        .and_then(|opened| opened.take(64).read_to_end(&mut head))
        .map_err(|error| Error::io(file, &error))?;
    Ok(encrypted::is_encrypted(&head))
}

/// Makes the project file out of an encrypted package, beside it; says where it is.
pub fn unlock(file: &Path, to: Option<&Path>, passphrase: &str) -> Result<PathBuf> {
    let bytes = read(file, Some(passphrase))?;
    let target = match to {
        Some(to) => to.to_path_buf(),
        None => file_name(
            &if encrypted::is_named(file) { file.with_extension("") } else { file.to_path_buf() },
            false,
        ),
    };
    if target.exists() {
        return Err(Error::refused(tr!("error-file-exists", file = target.display().to_string()))
            .hint(tr!("hint-unlocked-already", file = target.display().to_string()))
            .file(&target));
    }
    // Looked at before it is written: what is no project must not get a project's name.
    foreign::Foreign::open(bytes.clone()).map_err(|error| error.file(file))?;
    put(private(&bytes, &target)?, &target, false)?;
    Ok(target)
}

/// The bytes of a package; the passphrase only where it is encrypted.
pub fn read(file: &Path, passphrase: Option<&str>) -> Result<Vec<u8>> {
    let bytes = foreign::read(file)?;
    if !encrypted::is_encrypted(&bytes) {
        return Ok(bytes);
    }
    let Some(passphrase) = passphrase else {
        return Err(Error::refused(tr!("error-passphrase-needed", file = file.display().to_string()))
            .hint(tr!("hint-passphrase-needed"))
            .file(file));
    };
    encrypted::decrypt(&bytes, passphrase, foreign::LARGEST).map_err(|error| error.file(file))
}

/// The packages that were given away.
pub fn given(project: &Project) -> Result<Vec<Given>> {
    packages::given(&project.read())
}
