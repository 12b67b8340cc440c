//! Copies of the project file.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::Project;
use crate::error::{Error, Result};
use crate::tr;

impl Project {
    /// Writes a compact copy of the project to `to`, consistent while others write. Refused where a file is.
    pub fn backup(&self, to: &Path) -> Result<()> {
        copy(&self.conn, to)
    }
}

fn copy(conn: &Connection, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::refused(tr!("error-file-exists", file = to.display().to_string())).file(to));
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Beside the target first: a copy that fails half-way must not look like a backup.
    let part = tempfile::Builder::new()
        .prefix(".absatz-backup-")
        .tempdir_in(folder)
        .map_err(|error| Error::io(folder, &error))?;
    let file = part.path().join("copy");
    conn.execute("VACUUM INTO ?1", [file.to_string_lossy()])?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600))
            .map_err(|error| Error::io(&file, &error))?;
    }
    std::fs::File::open(&file).and_then(|copy| copy.sync_all()).map_err(|error| Error::io(&file, &error))?;
    std::fs::rename(&file, to).map_err(|error| Error::io(to, &error))
}

/// The copy made before a migration: `NAME.v1.absatz-backup`, beside the project.
pub(super) fn before_migration(conn: &Connection, path: &Path, version: u32) -> Result<PathBuf> {
    let stem = path.with_extension(format!("v{version}.absatz-backup"));
    let free = (1..).map(|n| {
        if n == 1 { stem.clone() } else { path.with_extension(format!("v{version}-{n}.absatz-backup")) }
    });
    let to = free.into_iter().find(|candidate| !candidate.exists()).unwrap_or(stem);
    copy(conn, &to)?;
    Ok(to)
}

/// What `PRAGMA integrity_check` and `foreign_key_check` find; empty when all is well.
pub fn integrity(project: &Project) -> Result<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    let mut check = project.conn.prepare("PRAGMA integrity_check")?;
    for line in check.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            found.push(line);
        }
    }
    let mut check = project.conn.prepare("PRAGMA foreign_key_check")?;
    for line in check.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?)))? {
        let (table, row) = line?;
        found.push(format!("{table} {}: foreign key", row.unwrap_or_default()));
    }
    Ok(found)
}
