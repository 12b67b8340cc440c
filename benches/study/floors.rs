//! The floors: the least that any program has to do for the same result.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};

/// The text of a Word file and its paragraphs, in bytes.
fn word(bytes: &[u8]) -> (String, Vec<(usize, usize)>) {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut start = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Text(part) => text.push_str(&part),
            quick_xml::events::Event::End(end) if end.name().as_ref() == "w:p" => {
                spans.push((start, text.len()));
                text.push('\n');
                start = text.len();
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    (text, spans)
}

/// The text of a subtitle file, consecutive cues of one speaker as one paragraph.
fn cues(bytes: &[u8]) -> (String, Vec<(usize, usize)>) {
    let file = std::str::from_utf8(bytes).unwrap();
    let (mut text, mut spans, mut start, mut speaker) = (String::new(), Vec::new(), 0, "");
    for line in file.lines() {
        let Some((name, speech)) = line.strip_prefix("<v ").and_then(|rest| rest.split_once('>')) else {
            continue;
        };
        if name != speaker && !text.is_empty() {
            spans.push((start, text.len()));
            text.push('\n');
            start = text.len();
        } else if !text.is_empty() {
            text.push(' ');
        }
        speaker = name;
        text.push_str(speech.trim_end_matches("</v>"));
    }
    spans.push((start, text.len()));
    (text, spans)
}

/// Import: hash, unzip (where packed), tokenise, and insert the same rows with one FULL transaction a document.
pub fn import(path: &Path, files: &[PathBuf]) {
    let mut conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE document (id INTEGER PRIMARY KEY, sha256 TEXT, text TEXT) STRICT;
         CREATE TABLE paragraph (id INTEGER PRIMARY KEY, document INTEGER, number INTEGER, start_pos INTEGER,
           end_pos INTEGER, kind TEXT, speaker INTEGER, time INTEGER, end_time INTEGER, marks TEXT) STRICT;
         CREATE UNIQUE INDEX place ON paragraph (document, start_pos);",
    )
    .unwrap();
    for file in files {
        let bytes = &std::fs::read(file).unwrap();
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let (text, spans) = match file.extension().is_some_and(|ending| ending == "vtt") {
            true => cues(bytes),
            false => word(bytes),
        };
        let transaction = conn.transaction().unwrap();
        transaction
            .prepare_cached("INSERT INTO document (sha256, text) VALUES (?1, ?2)")
            .unwrap()
            .execute(params![hash, text])
            .unwrap();
        let id = transaction.last_insert_rowid();
        let mut insert = transaction
            .prepare_cached("INSERT INTO paragraph (document, number, start_pos, end_pos, kind, marks) VALUES (?1, ?2, ?3, ?4, 'speech', 'label 0-3')")
            .unwrap();
        for (number, (start, end)) in spans.into_iter().enumerate() {
            insert.execute(params![id, number as i64 + 1, start as i64, end as i64]).unwrap();
        }
        drop(insert);
        transaction.commit().unwrap();
    }
}

/// Retrieval: the bare statement that reads the same rows (codings of a coder and some codes, their documents' texts and
/// paragraphs).
pub fn retrieval(path: &Path, codes: &[i64], coder: i64) -> usize {
    let conn = Connection::open(path).unwrap();
    let list = serde_json::to_string(codes).unwrap();
    let mut bytes = 0;
    let mut read = |sql: &str| {
        let mut statement = conn.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query(params![list, coder]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                bytes += match row.get_ref(column).unwrap() {
                    rusqlite::types::ValueRef::Text(text) => text.len(),
                    _ => 8,
                };
            }
        }
    };
    read(
        "SELECT * FROM coding WHERE code IN (SELECT value FROM json_each(?1)) AND coder = ?2 ORDER BY document, start_pos",
    );
    read("SELECT text_version.text FROM document JOIN text_version ON text_version.sha256 = document.text
          WHERE document.id IN (SELECT document FROM coding WHERE code IN (SELECT value FROM json_each(?1)) AND coder = ?2)");
    read("SELECT * FROM paragraph WHERE document IN
          (SELECT document FROM coding WHERE code IN (SELECT value FROM json_each(?1)) AND coder = ?2) ORDER BY document, start_pos");
    bytes
}

/// Counting: the bare statement that reads where one coder's codings are.
pub fn codings(path: &Path, coder: i64) -> i64 {
    let conn = Connection::open(path).unwrap();
    let mut statement = conn
        .prepare(
            "SELECT id, document, code, coder, start_pos, end_pos FROM coding WHERE coder = ?1 ORDER BY document, start_pos",
        )
        .unwrap();
    let mut rows = statement.query([coder]).unwrap();
    let mut sum = 0;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..6 {
            sum += row.get::<_, i64>(column).unwrap();
        }
    }
    sum
}

/// Search: reads every text and looks for plain bytes.
pub fn search(path: &Path, words: &str) -> usize {
    let conn = Connection::open(path).unwrap();
    let mut statement = conn.prepare("SELECT text FROM text_version").unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut found = 0;
    while let Some(row) = rows.next().unwrap() {
        found += row.get_ref(0).unwrap().as_str().unwrap().matches(words).count();
    }
    found
}

/// Applying a code: one insert into the same table, committed in FULL.
pub fn commit(conn: &mut Connection) {
    let transaction = conn.transaction().unwrap();
    transaction
        .execute("INSERT INTO plain (document, code, coder, start_pos, end_pos) VALUES (1, 1, 1, 0, 10)", [])
        .unwrap();
    transaction.commit().unwrap();
}

/// The grid to xlsx: the same strings in the same cells, nothing else.
pub fn xlsx(cells: &[Vec<String>]) -> usize {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in cells.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            if !text.is_empty() {
                let cut: String = text.chars().take(32_000).collect();
                sheet.write_string(row as u32, column as u16, cut).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap().len()
}
