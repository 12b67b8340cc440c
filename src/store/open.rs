//! Opening and making project files.
//!
//! WAL with `synchronous=FULL`: one acknowledged command is one committed transaction. On network folders and in
//! folders that a cloud client synchronises, WAL's shared memory fails or corrupts: there a rollback journal, exclusive
//! locking and a warning; a second process is refused. Files are 0600.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Project, backup, coders, erasure, migrate, settings, tracking, viewer};
use crate::error::{Error, Kind, Result};
use crate::model::{CoderId, new_uuid};
use crate::tr;

/// How long a command waits for another process's transaction.
const PATIENCE: Duration = Duration::from_secs(10);

impl Project {
    /// Opens a project as a coder of it: by name, or the current one of the file.
    pub fn open(path: &Path, coder: Option<&str>) -> Result<Project> {
        Self::open_file(path, coder).map_err(|error| {
            let hint = (error.kind == Kind::Damaged || error.kind == Kind::Database) && error.hint.is_none();
            let error = if hint { error.hint(tr!("hint-project-damaged")) } else { error };
            if error.file.is_some() { error } else { error.file(path) }
        })
    }

    fn open_file(path: &Path, coder: Option<&str>) -> Result<Project> {
        let bytes = std::fs::metadata(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                Error::not_found(tr!("error-no-project", file = path.display().to_string()))
                    .hint(tr!("hint-no-project"))
                    .file(path)
            }
            _ => Error::io(path, &error),
        })?;
        if bytes.len() == 0 || !bytes.is_file() {
            return Err(Error::damaged(tr!("error-not-a-project"))
                .hint(tr!("hint-not-a-project"))
                .file(path));
        }
        let (mut conn, warnings) = connect(path, false)?;
        let version = migrate::version(&conn)?;
        let mut warnings = warnings;
        if version < migrate::VERSION {
            let copy = backup::before_migration(&conn, path, version)?;
            migrate::migrate(&mut conn, version)?;
            warnings.push(tr!("warning-migrated", file = copy.display().to_string()));
        }
        erasure::sweep(path);
        let mut project = ready(conn, path, warnings)?;
        let coder = match coder {
            Some(name) => coders::by_name(&project.read(), name)?.id,
            None => settings::current_coder(&project.read())?,
        };
        project.sign_in(coder)?;
        Ok(project)
    }

    /// Makes an empty project file; nothing is in it but its identity, and no coder yet: `ops::project::create` adds
    /// the first. Refused where a file of that name is.
    pub fn create(path: &Path) -> Result<Project> {
        private_file(path)?;
        let make = || -> Result<Project> {
            let (mut conn, warnings) = connect(path, true)?;
            migrate::migrate(&mut conn, 0)?;
            conn.execute(
                "INSERT INTO project (id, uuid, created) VALUES (1, ?1, ?2)",
                [new_uuid(), crate::clock::now()],
            )?;
            ready(conn, path, warnings)
        };
        // A file that could not become a project must not stay behind as one.
        make().inspect_err(|_| drop(std::fs::remove_file(path))).map_err(|error| error.file(path))
    }

    /// A project in memory, for tests and dry trials.
    pub fn in_memory() -> Result<Project> {
        let mut conn = Connection::open_in_memory()?;
        configure(&mut conn)?;
        migrate::migrate(&mut conn, 0)?;
        conn.execute(
            "INSERT INTO project (id, uuid, created) VALUES (1, ?1, ?2)",
            [new_uuid(), crate::clock::now()],
        )?;
        ready(conn, Path::new(":memory:"), Vec::new())
    }
}

fn ready(conn: Connection, path: &Path, warnings: Vec<String>) -> Result<Project> {
    tracking::install(&conn)?;
    viewer::install(&conn)?;
    Ok(Project { conn, path: path.to_path_buf(), coder: CoderId(0), dry_run: false, batch: None, warnings })
}

fn configure(conn: &mut Connection) -> Result<()> {
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL;
         PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    Ok(())
}

/// Steps of one millisecond: two saturated writers then wait tens of milliseconds, not a second.
fn wait_a_moment(tries: i32) -> bool {
    std::thread::sleep(Duration::from_millis(1));
    (tries as u128) < PATIENCE.as_millis()
}

/// Connects and sets the journal; refuses a file that is not ours (or empty and `new`) before anything is set in it.
fn connect(path: &Path, new: bool) -> Result<(Connection, Vec<String>)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let there = identity(path);
    let mut conn = Connection::open_with_flags(path, flags)?;
    let Some(what) = risky_folder(path) else {
        conn.busy_handler(Some(wait_a_moment))?;
        configure(&mut conn)?;
        if !new {
            migrate::version(&conn)?;
            // Who had to wait for a sealing has the file in hand that was there before it.
            if identity(path) != there {
                drop(conn);
                return connect(path, new);
            }
        }
        conn.pragma_update(None, "journal_mode", "WAL")?;
        return Ok((conn, Vec::new()));
    };
    // No patience: a second process is refused here and not in the middle of its work.
    conn.busy_timeout(Duration::ZERO)?;
    let locked = |error: Error| match error.kind {
        Kind::Busy => Error::new(Kind::Busy, tr!("error-project-locked")).hint(tr!("hint-project-locked")),
        _ => error,
    };
    configure(&mut conn).map_err(locked)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE").map_err(Error::from).map_err(locked)?;
    if !new {
        migrate::version(&conn).map_err(locked)?;
    }
    conn.pragma_update(None, "journal_mode", "DELETE").map_err(Error::from).map_err(locked)?;
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT;").map_err(Error::from).map_err(locked)?;
    Ok((conn, vec![tr!("warning-risky-folder", what = what)]))
}

/// Which file has this name, where the system tells.
fn identity(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        std::fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// Makes an empty file that only its owner can read, and refuses an existing one.
pub(super) fn private_file(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Error::refused(tr!("error-file-exists", file = path.display().to_string()))
                .hint(tr!("hint-project-exists"))
                .file(path)
        }
        _ => Error::io(path, &error),
    })
}

/// Why a folder is unsafe for WAL: a network file system, or a cloud client's folder; none for a plain local one.
fn risky_folder(path: &Path) -> Option<String> {
    let folder = std::fs::canonicalize(path).ok()?.parent()?.to_path_buf();
    network_file_system(&folder).or_else(|| cloud_folder(&folder))
}

#[cfg(target_os = "linux")]
fn network_file_system(folder: &Path) -> Option<String> {
    // From linux/magic.h and the file systems' own sources.
    const KINDS: &[(i64, &str)] = &[
        (0x6969, "NFS"),
        (0x517b, "SMB"),
        (0xff53_4d42, "CIFS"),
        (0xfe53_4d42, "SMB2"),
        (0x0102_1997, "9P"),
        (0x5346_414f, "AFS"),
        (0x00c3_6400, "Ceph"),
        (0x7375_7245, "Coda"),
    ];
    // The field is narrower on some machines.
    #[allow(clippy::useless_conversion)]
    let kind = i64::try_from(rustix::fs::statfs(folder).ok()?.f_type).ok()? & 0xffff_ffff;
    KINDS.iter().find(|(magic, _)| *magic == kind).map(|(_, name)| (*name).to_owned())
}

#[cfg(not(target_os = "linux"))]
fn network_file_system(_folder: &Path) -> Option<String> {
    None
}

fn cloud_folder(folder: &Path) -> Option<String> {
    const MARKERS: &[(&str, &str)] = &[
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".owncloudsync.log", "ownCloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_journal.db", "ownCloud"),
        (".stfolder", "Syncthing"),
        (".seafile-data", "Seafile"),
        (".OneDrive", "OneDrive"),
    ];
    let above: Vec<PathBuf> = folder.ancestors().map(Path::to_path_buf).collect();
    above.iter().find_map(|folder| {
        MARKERS.iter().find(|(marker, _)| folder.join(marker).exists()).map(|(_, name)| (*name).to_owned())
    })
}
