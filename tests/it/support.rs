//! What the tests share: the sources as text, small projects, snapshots of a project file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use absatz::model::draft::Draft;
use absatz::model::{CodeId, CoderId, DocumentId};
use absatz::ops;
use absatz::ops::documents::{ImportAs, Source as Origin};
use absatz::store::Project;
use absatz::store::tracking::TRACKED;
use absatz::text::citations::Pattern;
use absatz::text::paragraphs::{self, Kind, Numbering};
use absatz::text::{Paragraph, Text};

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of `src/`.
pub struct Source {
    /// From `src/`, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The top-level module that it belongs to.
    pub fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }
    /// The files that it declares as test modules.
    fn test_modules(&self) -> Vec<String> {
        let folder = match self.path.strip_suffix("/mod.rs") {
            Some(folder) => folder.to_owned(),
            None => self.path.trim_end_matches(".rs").to_owned(),
        };
        let mut names = Vec::new();
        let mut lines = self.text.lines().map(str::trim);
        while let Some(line) = lines.next() {
            if line == "#[cfg(test)]"
                && let Some(name) =
                    lines.next().and_then(|next| next.rsplit_once("mod ")?.1.strip_suffix(';'))
            {
                names.push(format!("{folder}/{name}.rs"));
            }
        }
        names
    }
    /// The code without comments and without its test module, line numbers kept.
    pub fn code(&self) -> String {
        let mut lines = Vec::new();
        let all: Vec<&str> = self.text.lines().collect();
        for (index, line) in all.iter().enumerate() {
            let next = all.get(index + 1).copied().unwrap_or_default();
            if line.trim() == "#[cfg(test)]" && next.starts_with("mod ") && next.ends_with('{') {
                break;
            }
            lines.push(without_comment(line));
        }
        lines.join("\n")
    }
}

fn without_comment(line: &str) -> &str {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if !line[..at].ends_with('\'') => quoted = !quoted,
            '/' if !quoted && line[at..].starts_with("//") => return &line[..at],
            _ => {}
        }
    }
    line
}

/// Every Rust file of `src/`, sorted; files that are test modules (`#[cfg(test)] mod tests;`) are left out.
pub fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut files = Vec::new();
    collect(&src, "rs", &mut files);
    let all: Vec<Source> = files
        .into_iter()
        .map(|file| Source {
            path: file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/"),
            text: std::fs::read_to_string(&file).unwrap(),
        })
        .collect();
    let tests: Vec<String> = all.iter().flat_map(Source::test_modules).collect();
    all.into_iter().filter(|source| !tests.contains(&source.path)).collect()
}

/// Every file below a folder with an ending, sorted.
pub fn collect(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            collect(&entry, ending, files);
        } else if entry.extension().is_some_and(|found| found == ending) {
            files.push(entry);
        }
    }
}

/// A draft of lines, one paragraph each; a line that begins with `##` is a header without a number.
pub fn draft(text: &str) -> Draft {
    let text = Text::new(text);
    let mut lines: Vec<Paragraph> = paragraphs::lines(&text);
    for line in &mut lines {
        if text.slice(line.span).starts_with("##") {
            line.kind = Kind::Header;
        }
    }
    let paragraphs = paragraphs::number(lines, Numbering::default());
    Draft { text, paragraphs, reader: "txt", reader_version: 1, ..Draft::default() }
}

pub fn import(project: &mut Project, label: &str, text: &str) -> DocumentId {
    let source = Origin::new(&format!("{label}.txt"), format!("{label}\n{text}").as_bytes());
    let wanted = ImportAs { label: Some(label.to_owned()), ..ImportAs::default() };
    ops::documents::import(project, &draft(text), &source, &wanted).unwrap().value
}

pub fn code(project: &mut Project, path: &str) -> CodeId {
    ops::codes::add(project, path, None).unwrap().value
}

/// A folder in memory where there is one: for what is about the rules and not about the disk.
pub fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.or_else(|_| tempfile::tempdir()).unwrap()
}

/// A study on disk: two coders (`AK` at work, `MB`), in a folder that goes with it.
pub struct Study {
    pub folder: tempfile::TempDir,
    pub project: Project,
    pub ak: CoderId,
    pub mb: CoderId,
}

impl Study {
    pub fn new() -> Study {
        let folder = quick_folder();
        let path = folder.path().join("study.absatz");
        let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
        let ak = project.coder();
        let mb = ops::coders::add(&mut project, "MB").unwrap().value;
        Study { folder, project, ak, mb }
    }
    pub fn path(&self) -> PathBuf {
        self.project.path().to_path_buf()
    }
    pub fn sign_in(&mut self, coder: CoderId) {
        ops::coders::sign_in(&mut self.project, coder).unwrap();
    }
    pub fn raw(&self) -> rusqlite::Connection {
        raw(self.project.path())
    }
}

/// Every row of every tracked table as JSON text, by table and row.
pub type Snapshot = BTreeMap<(String, i64), String>;

pub fn snapshot(raw: &rusqlite::Connection) -> Snapshot {
    let mut rows = Snapshot::new();
    static SELECTS: OnceLock<Vec<(&str, String)>> = OnceLock::new();
    let selects = SELECTS.get_or_init(|| TRACKED.iter().map(|table| (*table, select(raw, table))).collect());
    for (table, sql) in selects {
        let mut statement = raw.prepare_cached(sql).unwrap();
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.extend(
            found.map(|row| row.unwrap()).map(|(id, json): (i64, String)| (((*table).to_owned(), id), json)),
        );
    }
    rows
}

fn select(raw: &rusqlite::Connection, table: &str) -> String {
    let mut columns = raw.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
    let columns: Vec<String> = columns
        .query_map([table], |row| row.get::<_, String>(0))
        .unwrap()
        .map(|name| format!("'{0}', \"{0}\"", name.unwrap()))
        .collect();
    format!("SELECT id, json_object({}) FROM \"{table}\"", columns.join(", "))
}

/// A second way into a project file, past the program: no history, no viewer.
pub fn raw(path: &Path) -> rusqlite::Connection {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.set_prepared_statement_cache_capacity(64);
    conn
}

/// What differs between two snapshots, for a failure that can be read.
pub fn difference(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| format!("{} {}: {:?} -> {:?}", key.0, key.1, before.get(key), after.get(key)))
        .collect()
}

/// Numbers from a seed, the same everywhere (splitmix64).
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

const SPOKEN: &[&str] = &[
    "der",
    "Antrag",
    "und",
    "die",
    "Förderung",
    "wir",
    "haben",
    "das",
    "Amt",
    "lange",
    "gewartet",
    "nicht",
    "Gemeinde",
    "ein",
    "Portal",
    "dann",
    "Leitung",
    "über",
    "Daten",
    "zwei",
    "Jahre",
    "eigentlich",
    "Personal",
    "Recht",
    "ja",
    "immer",
    "Ströme",
];

/// Interviews of an hour with codes in two levels, and codings by whom is at work; always the same.
pub fn interviews(project: &mut Project, count: usize, paragraphs: usize, codes: usize, codings: usize) {
    use absatz::formats::read::{ReadOptions, read};
    let mut random = Random(7);
    let mut passages = Vec::new();
    for nth in 1..=count {
        let mut text = String::new();
        for paragraph in 0..paragraphs {
            text.push_str(if paragraph % 2 == 0 { "I:" } else { "B:" });
            for _ in 0..5 + random.below(50) {
                text.push(' ');
                text.push_str(SPOKEN[random.below(SPOKEN.len())]);
            }
            text.push_str(".\n\n");
        }
        let name = format!("IP{nth:02}.txt");
        let draft = read(&name, text.as_bytes(), &ReadOptions::default()).unwrap();
        let source = Origin::new(&name, text.as_bytes());
        let id = ops::documents::import(project, &draft, &source, &ImportAs::default()).unwrap().value;
        passages.extend(draft.paragraphs.iter().map(|paragraph| (id, paragraph.span)));
    }
    let ids: Vec<CodeId> =
        (0..codes).map(|nth| code(project, &format!("Theme {}/Code {nth}", nth / 8))).collect();
    for (nth, &code) in ids.iter().enumerate() {
        let share = codings / ids.len();
        let some: Vec<_> = (0..share).map(|at| passages[(nth * 131 + at * 59) % passages.len()]).collect();
        let what = ops::codings::Application { codes: vec![code], ..Default::default() };
        ops::codings::apply_to_all(project, &some, &what).unwrap();
    }
}
