//! Reading a file from outside: a coder's package, or a copy of the project that somebody has worked in.
//!
//! Nothing of it is trusted. Its bytes are opened in memory, so that the file itself stays as it is, also when an older
//! schema has to be brought up to date; a schema with one table, trigger or view too many is refused before anything is
//! read; the checks of every table are made again. What it says of rows is then a proposal for `ops::merge`, which looks
//! at each value before it is written.
//!
//! A package knows its base. That of a copy is what its own history says there was at the last operation that both files
//! have.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use serde_json::Value;

use super::portable::{self, Shape, TEXT};
use crate::error::{Error, Kind, Result};
use crate::model::DocumentId;
use crate::model::edits::TextEdit;
use crate::model::packages::{Delta, Image, NOUNS, Noun, Package, Policy, noun, policy};
use crate::store::{Reader, documents, migrate};
use crate::text::{Span, Text};
use crate::tr;

/// A file larger than this is nobody's study.
pub const LARGEST: u64 = 1 << 30;

/// A project file from outside, in memory.
pub struct Foreign {
    conn: Connection,
    /// None: a copy of the project.
    pub package: Option<Package>,
    shapes: HashMap<&'static str, Shape>,
    /// Of a copy: the last operation that both files have.
    common: i64,
}

/// The bytes of a file, with what its write-ahead log has.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let about = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::not_found(tr!("error-no-package", file = path.display().to_string())).file(path)
        }
        _ => Error::io(path, &error),
    })?;
    if !about.is_file() || about.len() == 0 {
        return Err(not_a_package().file(path));
    }
    if about.len() > LARGEST {
        return Err(Error::unreadable(tr!("error-package-too-large")).file(path));
    }
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return with_log(path).map_err(|error| error.file(path));
    }
    std::fs::read(path).map_err(|error| Error::io(path, &error))
}

/// Somebody has it open, or did not close it: SQLite puts file and log together.
fn with_log(path: &Path) -> Result<Vec<u8>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let from = Connection::open_with_flags(path, flags)?;
    from.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")?;
    let mut to = Connection::open_in_memory()?;
    rusqlite::backup::Backup::new(&from, &mut to)?.step(-1)?;
    Ok(to.serialize(rusqlite::MAIN_DB)?.to_vec())
}

fn not_a_package() -> Error {
    Error::unreadable(tr!("error-not-a-package")).hint(tr!("hint-not-a-package"))
}

fn damaged(what: &str) -> Error {
    Error::unreadable(tr!("error-package-damaged", what = what.to_owned())).hint(tr!("hint-package-damaged"))
}

impl Foreign {
    /// Opens the bytes of a project file.
    pub fn open(mut bytes: Vec<u8>) -> Result<Foreign> {
        let head = bytes.get(..100).ok_or_else(not_a_package)?;
        if !head.starts_with(b"SQLite format 3\0")
            || head.get(68..72) != Some(&migrate::APPLICATION_ID.to_be_bytes())
        {
            return Err(not_a_package());
        }
        // A database in memory has no write-ahead log.
        for version in bytes.iter_mut().skip(18).take(2) {
            *version = 1;
        }
        Self::checked(bytes).map_err(|error| match error.kind {
            Kind::Damaged | Kind::Database | Kind::Busy | Kind::Io => damaged(&error.message),
            _ => error,
        })
    }

    fn checked(bytes: Vec<u8>) -> Result<Foreign> {
        let mut conn = Connection::open_in_memory()?;
        conn.deserialize_read_exact(rusqlite::MAIN_DB, bytes.as_slice(), bytes.len(), false)?;
        conn.execute_batch(
            "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
        )?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        let version = migrate::version(&conn)?;
        let (there, known) = (migrate::schema(&conn)?, migrate::expected(version)?);
        let odd = there.iter().find(|object| !known.contains(object));
        let missing = known.iter().find(|object| !there.contains(object));
        if let Some((kind, name, _)) = odd.or(missing) {
            return Err(damaged(&format!("{kind} {name}")));
        }
        check(&conn)?;
        if version < migrate::VERSION {
            migrate::migrate(&mut conn, version)?;
        }
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        conn.execute_batch("PRAGMA query_only = ON")?;
        let package = super::of(&conn)?;
        let mut shapes = HashMap::new();
        for noun in NOUNS {
            shapes.insert(noun.table, Shape::of(&conn, noun.table)?);
        }
        Ok(Foreign { conn, package, shapes, common: 0 })
    }

    /// The study that it belongs to.
    pub fn project(&self) -> Result<String> {
        let uuid = self.conn.query_row("SELECT uuid FROM project", [], |row| row.get(0)).optional()?;
        uuid.ok_or_else(|| damaged("project"))
    }

    /// Of a copy: finds the last operation that it shares with the project, and says what its own line of work is called.
    /// None where nothing was done in it since.
    pub fn branch(&mut self, home: &Reader<'_>) -> Result<Option<Package>> {
        let mut ours: HashSet<(i64, String)> = HashSet::new();
        let sql = "SELECT id, uuid FROM operation ORDER BY id";
        let mut statement = home.conn.prepare(sql)?;
        for row in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            ours.insert(row?);
        }
        drop(statement);
        let mut last = (0, String::new(), String::new());
        let mut first = None;
        {
            let mut statement = self.conn.prepare(
                "SELECT o.id, o.uuid, o.at, coalesce(c.uuid, '') FROM operation AS o LEFT JOIN coder AS c ON c.id = o.coder
                 ORDER BY o.id",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (id, uuid): (i64, String) = (row.get(0)?, row.get(1)?);
                if ours.contains(&(id, uuid.clone())) && first.is_none() {
                    last = (id, uuid, row.get(2)?);
                } else if first.is_none() {
                    first = Some((uuid, row.get::<_, String>(3)?));
                }
            }
        }
        if last.0 == 0 {
            return Err(
                Error::refused(tr!("error-copy-without-history")).hint(tr!("hint-copy-without-history"))
            );
        }
        let sealed: Option<i64> =
            self.conn.query_row("SELECT max(through) FROM erasure", [], |row| row.get(0))?;
        if sealed.is_some_and(|through| through > last.0) {
            return Err(Error::refused(tr!("error-copy-sealed")).hint(tr!("hint-copy-without-history")));
        }
        self.common = last.0;
        let project = self.project()?;
        Ok(first.map(|(uuid, coder)| Package { uuid, project, coder, operation: last.1, cut: last.2 }))
    }

    fn shape(&self, noun: &Noun) -> Result<&Shape> {
        self.shapes.get(noun.table).ok_or_else(|| damaged(noun.table))
    }

    /// Every row that is otherwise than at the cut, in the order of the nouns, those that were there and are gone last.
    pub fn deltas(&self) -> Result<Vec<Delta>> {
        match &self.package {
            Some(package) => self.since_base(package),
            None => self.since_common(),
        }
    }

    fn since_base(&self, package: &Package) -> Result<Vec<Delta>> {
        let mut deltas = Vec::new();
        for noun in NOUNS.iter().filter(|noun| noun.given) {
            let shape = self.shape(noun)?;
            let mut there: HashMap<String, String> = HashMap::new();
            let mut statement = self.conn.prepare("SELECT key, image FROM base WHERE noun = ?1")?;
            let mut rows = statement.query([noun.table])?;
            while let Some(row) = rows.next()? {
                there.insert(row.get(0)?, row.get(1)?);
            }
            let own = if noun.own {
                "AND r.coder IN (SELECT c.id FROM coder AS c WHERE c.uuid = ?1)"
            } else {
                "AND ?1 <> ''"
            };
            let mut statement = self.conn.prepare(&format!(
                "SELECT {}, {} FROM main.\"{}\" AS r WHERE {} {own} ORDER BY r.id",
                portable::key(noun, shape),
                portable::image(noun, shape, &[]),
                noun.table,
                portable::condition(noun),
            ))?;
            let mut rows = statement.query([&package.coder])?;
            while let Some(row) = rows.next()? {
                let (key, theirs): (String, String) = (row.get(0)?, row.get(1)?);
                let base = there.remove(&key);
                if base.as_ref() == Some(&theirs) {
                    continue;
                }
                let theirs = portable::parse(&theirs)?;
                let base = base.map(|text| portable::parse(&text)).transpose()?;
                if base.as_ref().is_none_or(|base| differs(noun, base, &theirs)) {
                    deltas.push(Delta { noun, key, base, theirs: Some(theirs) });
                }
            }
            let mut gone: Vec<(String, String)> = there.into_iter().collect();
            gone.sort();
            for (key, base) in gone {
                deltas.push(Delta { noun, key, base: Some(portable::parse(&base)?), theirs: None });
            }
        }
        Ok(deltas)
    }

    fn since_common(&self) -> Result<Vec<Delta>> {
        let mut first: BTreeMap<(String, i64), Option<String>> = BTreeMap::new();
        let mut statement = self
            .conn
            .prepare("SELECT table_name, row, before FROM change WHERE operation > ?1 ORDER BY id")?;
        let mut rows = statement.query([self.common])?;
        while let Some(row) = rows.next()? {
            first.entry((row.get(0)?, row.get(1)?)).or_insert(row.get(2)?);
        }
        let mut deltas = Vec::new();
        for noun in NOUNS {
            let shape = self.shape(noun)?;
            let mut statement = self.conn.prepare(&format!(
                "SELECT {}, {} FROM main.\"{}\" AS r WHERE {} AND r.id = ?1",
                portable::key(noun, shape),
                portable::image(noun, shape, &[]),
                noun.table,
                portable::condition(noun),
            ))?;
            let of_noun = first.range((noun.table.to_owned(), i64::MIN)..=(noun.table.to_owned(), i64::MAX));
            let mut gone = Vec::new();
            for ((_, id), before) in of_noun {
                let theirs: Option<(String, String)> =
                    statement.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
                let base = match before {
                    Some(text) => self.then(noun, shape, &portable::parse(text)?, &first)?,
                    None => None,
                };
                match (base, theirs) {
                    (base, Some((key, theirs))) => {
                        let theirs = portable::parse(&theirs)?;
                        if base.as_ref().is_none_or(|(_, base)| differs(noun, base, &theirs)) {
                            let base = base.map(|(_, image)| image);
                            deltas.push(Delta { noun, key, base, theirs: Some(theirs) });
                        }
                    }
                    (Some((key, base)), None) => {
                        gone.push(Delta { noun, key, base: Some(base), theirs: None });
                    }
                    (None, None) => {}
                }
            }
            deltas.extend(gone);
        }
        Ok(deltas)
    }

    /// A row of the history as it travels: its integers meant rows of that time.
    fn then(
        &self,
        noun: &'static Noun,
        shape: &Shape,
        raw: &Image,
        first: &BTreeMap<(String, i64), Option<String>>,
    ) -> Result<Option<(String, Image)>> {
        let mut image = Image::new();
        for column in shape.columns.iter().filter(|name| *name != "id") {
            let value = raw.get(column).cloned().unwrap_or(Value::Null);
            let value = match (shape.target(column), value.as_i64()) {
                (Some(table), Some(id)) => self.uuid_then(table, id)?.map_or(Value::Null, Value::String),
                _ => value,
            };
            image.insert(column.clone(), value);
        }
        if noun.placed()
            && let Some(document) = raw.get("document").and_then(Value::as_i64)
        {
            let then = first.get(&("document".to_owned(), document)).cloned().flatten();
            let then = then.map(|text| portable::parse(&text)).transpose()?;
            let text = match then {
                Some(image) => image.get("text").cloned(),
                None => self
                    .conn
                    .query_row("SELECT text FROM document WHERE id = ?1", [document], |row| {
                        row.get::<_, String>(0)
                    })
                    .optional()?
                    .map(Value::String),
            };
            image.insert(TEXT.to_owned(), text.unwrap_or(Value::Null));
        }
        let key = match noun.table {
            _ if noun.key.is_empty() => portable::text(&image, "uuid").to_owned(),
            "paragraph" if image.get("number").is_none_or(Value::is_null) => return Ok(None),
            _ => Value::Array(
                noun.key.iter().map(|column| image.get(*column).cloned().unwrap_or(Value::Null)).collect(),
            )
            .to_string(),
        };
        Ok(Some((key, image)))
    }

    fn uuid_then(&self, table: &str, id: i64) -> Result<Option<String>> {
        let Some(noun) = noun(table).filter(|noun| noun.key.is_empty()) else { return Ok(None) };
        let now: Option<String> = self
            .conn
            .prepare_cached(&format!("SELECT uuid FROM main.\"{}\" WHERE id = ?1", noun.table))?
            .query_row([id], |row| row.get(0))
            .optional()?;
        if now.is_some() {
            return Ok(now);
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(before, after) ->> '$.uuid' FROM change WHERE table_name = ?1 AND row = ?2 LIMIT 1",
        )?;
        Ok(statement.query_row(params![table, id], |row| row.get(0)).optional()?.flatten())
    }

    /// A row as it is there now.
    pub fn row(&self, noun: &'static Noun, key: &str) -> Result<Option<Image>> {
        let shape = self.shape(noun)?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM main.\"{}\" AS r WHERE {} = ?1",
            portable::image(noun, shape, &[]),
            noun.table,
            portable::key(noun, shape),
        ))?;
        let text: Option<String> = statement.query_row([key], |row| row.get(0)).optional()?;
        text.map(|text| portable::parse(&text)).transpose()
    }

    /// The rows of a table that refer to something, as new ones: what comes along when it is brought back. Own rows only
    /// of the coder where one is given.
    pub fn about(
        &self,
        noun: &'static Noun,
        column: &str,
        uuid: &str,
        coder: Option<&str>,
    ) -> Result<Vec<Delta>> {
        let shape = self.shape(noun)?;
        let Some(target) = shape.target(column) else { return Ok(Vec::new()) };
        let own = if noun.own {
            "AND (?2 IS NULL OR r.coder IN (SELECT c.id FROM coder AS c WHERE c.uuid = ?2))"
        } else {
            "AND (?2 IS NULL OR 1)"
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {}, {} FROM main.\"{}\" AS r
             WHERE r.\"{column}\" = (SELECT t.id FROM main.\"{target}\" AS t WHERE t.uuid = ?1) {own} ORDER BY r.id",
            portable::key(noun, shape),
            portable::image(noun, shape, &[]),
            noun.table,
        ))?;
        let mut rows = statement.query(params![uuid, coder])?;
        let mut deltas = Vec::new();
        while let Some(row) = rows.next()? {
            let theirs = portable::parse(&row.get::<_, String>(1)?)?;
            deltas.push(Delta { noun, key: row.get(0)?, base: None, theirs: Some(theirs) });
        }
        Ok(deltas)
    }

    /// The base of a row; none where it was not given.
    pub fn base(&self, noun: &Noun, key: &str) -> Result<Option<Image>> {
        let mut statement =
            self.conn.prepare_cached("SELECT image FROM base WHERE noun = ?1 AND key = ?2")?;
        let text: Option<String> = statement.query_row([noun.table, key], |row| row.get(0)).optional()?;
        text.map(|text| portable::parse(&text)).transpose()
    }

    /// What became of a UUID there: none where it has no tombstone, else its successor.
    pub fn tombstone(&self, uuid: &str) -> Result<Option<Option<String>>> {
        let mut statement = self.conn.prepare_cached("SELECT successor FROM tombstone WHERE uuid = ?1")?;
        Ok(statement.query_row([uuid], |row| row.get(0)).optional()?)
    }

    /// The tombstones there, with their nouns.
    pub fn tombstones(&self) -> Result<Vec<(String, String, Option<String>)>> {
        let mut statement = self.conn.prepare("SELECT uuid, noun, successor FROM tombstone ORDER BY id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Documents with their UUID, label and the hash of their text.
    pub fn documents(&self) -> Result<Vec<(String, String, String)>> {
        let mut statement =
            self.conn.prepare("SELECT uuid, label, text FROM document ORDER BY position, id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The text that a document had at the cut: its hash.
    pub fn text_at_cut(&self, document: &str) -> Result<Option<String>> {
        if self.package.is_some() {
            let Some(noun) = noun("document") else { return Ok(None) };
            return Ok(self.base(noun, document)?.map(|image| portable::text(&image, "text").to_owned()));
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(
               (SELECT before ->> '$.text' FROM change WHERE operation > ?2 AND table_name = 'document'
                  AND row = document.id AND before IS NOT NULL ORDER BY change.id LIMIT 1),
               iif(EXISTS (SELECT 1 FROM change WHERE operation > ?2 AND table_name = 'document'
                  AND row = document.id AND before IS NULL), NULL, text))
             FROM document WHERE uuid = ?1",
        )?;
        Ok(statement.query_row(params![document, self.common], |row| row.get(0)).optional()?.flatten())
    }

    /// A text, if its hash is right; whatever was changed by another program has another one.
    pub fn text(&self, hash: &str) -> Result<Option<Text>> {
        let mut statement = self.conn.prepare_cached("SELECT text FROM text_version WHERE sha256 = ?1")?;
        let text: Option<String> = statement.query_row([hash], |row| row.get(0)).optional()?;
        Ok(text.filter(|text| documents::sha256(text.as_bytes()) == hash).map(Text::new))
    }

    /// A text whether or not its hash is right.
    pub fn raw_text(&self, hash: &str) -> Result<Option<String>> {
        let mut statement = self.conn.prepare_cached("SELECT text FROM text_version WHERE sha256 = ?1")?;
        Ok(statement.query_row([hash], |row| row.get(0)).optional()?)
    }

    /// The corrections of a document there, oldest first.
    pub fn corrections(&self, document: &str) -> Result<Vec<TextEdit>> {
        let reader = Reader { conn: &self.conn, coder: crate::model::CoderId(0) };
        let id: Option<i64> = self
            .conn
            .query_row("SELECT id FROM document WHERE uuid = ?1", [document], |row| row.get(0))
            .optional()?;
        id.map_or(Ok(Vec::new()), |id| crate::store::edits::chain(&reader, DocumentId(id)))
    }

    /// The codings of a document there: UUID, the UUIDs of code and coder, span; by coder, code and place.
    pub fn codings(&self, document: &str) -> Result<Vec<(String, String, String, Span)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coding.uuid, code.uuid, coder.uuid, start_pos, end_pos FROM coding
             JOIN code ON code.id = coding.code JOIN coder ON coder.id = coding.coder
             WHERE document = (SELECT id FROM document WHERE uuid = ?1)
             ORDER BY coding.coder, coding.code, start_pos",
        )?;
        let rows = statement.query_map([document], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, Span::new(row.get(3)?, row.get(4)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Names of the coders there with their UUIDs.
    pub fn coders(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.conn.prepare("SELECT uuid, name FROM coder ORDER BY id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Coders besides the package's who have codings in it: their work is not taken.
    pub fn others(&self, coder: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare(
            "SELECT DISTINCT coder.name FROM coder JOIN coding ON coding.coder = coder.id WHERE coder.uuid <> ?1
             ORDER BY coder.name",
        )?;
        Ok(statement.query_map([coder], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}

/// Whether a row says something else than its base, in a column that is compared.
pub fn differs(noun: &Noun, base: &Image, theirs: &Image) -> bool {
    base.iter().any(|(column, value)| {
        let counts = column == TEXT
            || !matches!(policy(noun.table, column), Policy::Fixed | Policy::Follows)
            || (noun.table, column.as_str()) == ("document", "text");
        counts && theirs.get(column) != Some(value)
    })
}

/// Structure, types, checks and foreign keys.
fn check(conn: &Connection) -> Result<()> {
    let whole: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if whole != "ok" {
        return Err(damaged(&whole));
    }
    let broken: Option<String> = conn
        .query_row("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", [], |row| row.get(0))
        .optional()?;
    broken.map_or(Ok(()), |table| Err(damaged(&table)))
}
