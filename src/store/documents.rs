//! Documents: their texts, paragraphs, speakers and groups.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use super::{Reader, Writer, order};
use crate::error::{Error, Result};
use crate::model::documents::{Document, Group, Role, Speaker, Transcript, WorkOn};
use crate::model::draft::Draft;
use crate::model::guides::Stage;
use crate::model::{DocumentId, GroupId, PersonId, ReferenceId, SpeakerId, new_uuid};
use crate::text::paragraphs::tell_parts;
use crate::text::places::same_label;
use crate::text::{Mark, MarkKind, Paragraph, ParagraphKind, Span, Text};
use crate::tr;

const COLUMNS: &str =
    "SELECT document.id, document.uuid, label, title, document_group.name, document.position,
    paragraphs, words, characters, source_name, source_sha256, reader, encoding, imported, guide, stage, released
  FROM document LEFT JOIN document_group ON document_group.id = document.document_group";

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: DocumentId(row.get(0)?),
        uuid: row.get(1)?,
        label: row.get(2)?,
        title: row.get(3)?,
        group: row.get(4)?,
        position: row.get(5)?,
        paragraphs: row.get(6)?,
        words: row.get(7)?,
        characters: row.get(8)?,
        source_name: row.get(9)?,
        source_sha256: row.get(10)?,
        reader: row.get(11)?,
        encoding: row.get(12)?,
        imported: row.get(13)?,
        guide: row.get::<_, Option<i64>>(14)?.map(ReferenceId),
        stage: Stage::from_name(row.get_ref(15)?.as_str().unwrap_or_default()),
        released: row.get(16)?,
    })
}

/// All documents by group and position.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Document>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "{COLUMNS} ORDER BY document_group.position IS NULL, document_group.position, document.position, document.id"
    ))?;
    Ok(statement.query_map([], document)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: DocumentId) -> Result<Document> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} WHERE document.id = ?1"))?;
    let found = statement.query_row([id.0], document).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-document-gone")))
}

/// A document by its label, letter case and zeros before a number aside.
pub fn by_label(reader: &Reader<'_>, label: &str) -> Result<Document> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} WHERE label = ?1"))?;
    if let Some(found) = statement.query_row([label], document).optional()? {
        return Ok(found);
    }
    list(reader)?.into_iter().find(|document| same_label(&document.label, label)).ok_or_else(|| {
        Error::not_found(tr!("error-no-such-document", label = label.to_owned()))
            .hint(tr!("hint-documents-list"))
    })
}

/// The documents whose label is this one, letter case aside.
pub fn of_label(reader: &Reader<'_>, label: &str) -> Result<Vec<Document>> {
    // SQLite folds ASCII only; labels with other letters are few and are compared one by one.
    if !label.is_ascii() {
        let wanted = label.to_lowercase();
        return Ok(list(reader)?
            .into_iter()
            .filter(|document| document.label.to_lowercase() == wanted)
            .collect());
    }
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} WHERE label = ?1 COLLATE NOCASE"))?;
    Ok(statement.query_map([label], document)?.collect::<rusqlite::Result<_>>()?)
}

/// The document that was imported from these bytes, if any. One interview of a file with many (`part`) is there if it
/// itself is, or the file as one document.
pub fn by_source(reader: &Reader<'_>, sha256: &str, part: Option<u32>) -> Result<Option<Document>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "{COLUMNS} WHERE source_sha256 = ?1
           AND (?2 IS NULL OR coalesce(json_extract(options, '$.part'), ?2) = ?2) LIMIT 1"
    ))?;
    Ok(statement.query_row(params![sha256, part], document).optional()?)
}

/// The text of a document.
pub fn text(reader: &Reader<'_>, id: DocumentId) -> Result<Text> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT text_version.text FROM document JOIN text_version ON text_version.sha256 = document.text
         WHERE document.id = ?1",
    )?;
    let text: Option<String> = statement.query_row([id.0], whole_text).optional()?;
    text.map(Text::new).ok_or_else(|| Error::not_found(tr!("error-document-gone")))
}

/// The text in the first column. A retrieval reads hundreds: what it takes to see that each is UTF-8 is most of it.
fn whole_text(row: &Row<'_>) -> rusqlite::Result<String> {
    let bytes = row.get_ref(0)?.as_bytes()?;
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        // Says where it is not.
        Err(_) => row.get(0),
    }
}

/// First and last paragraph number that a span touches; none if it touches no numbered paragraph.
pub fn numbers(reader: &Reader<'_>, id: DocumentId, span: Span) -> Result<Option<(u32, u32)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT min(cited), max(cited) FROM (
           SELECT coalesce(number, CASE kind WHEN 'speech' THEN (
             SELECT before.number FROM paragraph AS before WHERE before.document = paragraph.document
               AND before.number IS NOT NULL AND before.start_pos < paragraph.start_pos
             ORDER BY before.start_pos DESC LIMIT 1) END) AS cited
           FROM paragraph WHERE document = ?1 AND start_pos < ?3 AND end_pos > ?2)",
    )?;
    let (first, last): (Option<u32>, Option<u32>) =
        statement.query_row(params![id.0, span.start.0, span.end.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(first.zip(last))
}

/// The spans of all numbered paragraphs, by document and in text order; of one document where `only` says so.
pub fn numbered_spans(reader: &Reader<'_>, only: Option<DocumentId>) -> Result<Vec<(DocumentId, Span)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, start_pos, end_pos FROM paragraph
         WHERE number IS NOT NULL AND (?1 IS NULL OR document = ?1) ORDER BY document, start_pos",
    )?;
    let rows = statement.query_map([only.map(|id| id.0)], |row| {
        Ok((DocumentId(row.get(0)?), Span::new(row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Text and paragraphs of a document.
pub fn transcript(reader: &Reader<'_>, id: DocumentId) -> Result<Transcript> {
    let text = text(reader, id)?;
    Ok(Transcript { document: id, text: Arc::new(text), paragraphs: paragraphs(reader, id)?.into() })
}

/// The paragraphs of a document, in text order.
pub fn paragraphs(reader: &Reader<'_>, id: DocumentId) -> Result<Vec<Paragraph>> {
    let mut statement = reader.conn.prepare_cached(&format!("{PARAGRAPHS} ORDER BY start_pos"))?;
    let found = statement.query_map([id.0], paragraph)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The paragraphs of all documents, in text order, without their times.
pub fn all_paragraphs(reader: &Reader<'_>) -> Result<HashMap<DocumentId, Vec<Paragraph>>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT paragraph.document, number, start_pos, end_pos, kind, speaker.label, marks
         FROM paragraph LEFT JOIN speaker ON speaker.id = paragraph.speaker
         ORDER BY paragraph.document, start_pos",
    )?;
    let mut rows = statement.query([])?;
    let mut all: HashMap<DocumentId, Vec<Paragraph>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let span = Span::new(row.get(2)?, row.get(3)?);
        all.entry(DocumentId(row.get(0)?)).or_default().push(Paragraph {
            number: row.get(1)?,
            span,
            kind: ParagraphKind::from_name(row.get_ref(4)?.as_str().unwrap_or_default()),
            speaker: row.get(5)?,
            marks: parse_marks(row.get_ref(6)?.as_str().unwrap_or_default(), span),
            ..Paragraph::default()
        });
    }
    for paragraphs in all.values_mut() {
        tell_parts(paragraphs.iter_mut());
    }
    Ok(all)
}

/// The paragraphs that share a code point with a span, in text order.
pub fn paragraphs_touched(reader: &Reader<'_>, id: DocumentId, span: Span) -> Result<Vec<Paragraph>> {
    // Paragraphs do not overlap, so the first one touched is the last that starts at or before the span's start.
    let mut statement = reader.conn.prepare_cached(&format!(
        "{PARAGRAPHS} AND start_pos < ?3 AND end_pos > ?2 AND start_pos >= coalesce(
           (SELECT max(start_pos) FROM paragraph WHERE document = ?1 AND start_pos <= ?2), 0) ORDER BY start_pos"
    ))?;
    let found = statement.query_map(params![id.0, span.start.0, span.end.0], paragraph)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

// What has no number is cited by the one before it: a part that was split off, or a line that a correction brought in.
const PARAGRAPHS: &str = "SELECT number, start_pos, end_pos, kind, speaker.label, time, end_time, marks,
      CASE WHEN number IS NULL AND kind = 'speech' THEN (
        SELECT before.number FROM paragraph AS before WHERE before.document = paragraph.document
          AND before.number IS NOT NULL AND before.start_pos < paragraph.start_pos
        ORDER BY before.start_pos DESC LIMIT 1) END
    FROM paragraph LEFT JOIN speaker ON speaker.id = paragraph.speaker WHERE paragraph.document = ?1";

fn paragraph(row: &Row<'_>) -> rusqlite::Result<Paragraph> {
    let span = Span::new(row.get(1)?, row.get(2)?);
    Ok(Paragraph {
        number: row.get(0)?,
        part_of: row.get(8)?,
        span,
        kind: ParagraphKind::from_name(row.get_ref(3)?.as_str().unwrap_or_default()),
        speaker: row.get(4)?,
        time: row.get(5)?,
        end_time: row.get(6)?,
        marks: parse_marks(row.get_ref(7)?.as_str().unwrap_or_default(), span),
    })
}

pub fn speakers(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Speaker>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT id, label, role, person FROM speaker WHERE document = ?1 ORDER BY id")?;
    let rows = statement.query_map([document.0], |row| {
        Ok(Speaker {
            id: SpeakerId(row.get(0)?),
            document,
            label: row.get(1)?,
            role: Role::from_name(row.get_ref(2)?.as_str().unwrap_or_default()),
            person: row.get::<_, Option<i64>>(3)?.map(PersonId),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The groups by the UUIDs under which other files know them.
pub fn group_uuids(reader: &Reader<'_>) -> Result<Vec<(GroupId, String)>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id, uuid FROM document_group ORDER BY position, id")?;
    let rows = statement.query_map([], |row| Ok((GroupId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn groups(reader: &Reader<'_>) -> Result<Vec<Group>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id, name, position FROM document_group ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        Ok(Group { id: GroupId(row.get(0)?), name: row.get(1)?, position: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Lets the coders see each other's work on a document, or not.
pub fn set_released(writer: &Writer<'_>, id: DocumentId, released: bool) -> Result<()> {
    writer.conn.execute(
        "UPDATE document SET released = ?2 WHERE id = ?1 AND released <> ?2",
        params![id.0, released],
    )?;
    Ok(())
}

/// What a document is imported as.
#[derive(Debug, Clone, Copy)]
pub struct NewDocument<'a> {
    pub label: &'a str,
    pub title: &'a str,
    pub group: Option<GroupId>,
    pub source_name: &'a str,
    pub source_sha256: &'a str,
}

pub fn insert(writer: &Writer<'_>, new: NewDocument<'_>, draft: &Draft) -> Result<DocumentId> {
    let text = insert_text(writer, draft.text.as_str())?;
    writer
        .conn
        .prepare_cached(
            "INSERT INTO document (uuid, label, title, document_group, position, text, paragraphs, words, characters,
               source_name, source_sha256, reader, reader_version, options, encoding, imported)
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM document), ?5, ?6, ?7, ?8, ?9, ?10,
               ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            new_uuid(),
            new.label,
            new.title,
            new.group.map(|id| id.0),
            text,
            draft.numbered(),
            draft.words(),
            draft.text.len(),
            new.source_name,
            new.source_sha256,
            draft.reader,
            draft.reader_version,
            draft.options.to_string(),
            draft.encoding,
            crate::clock::now(),
        ])?;
    let id = DocumentId(writer.conn.last_insert_rowid());
    insert_paragraphs(writer, id, draft, HashMap::new())?;
    Ok(id)
}

/// The speakers and paragraphs of a draft; speakers that are known by their label stay who they are.
fn insert_paragraphs(
    writer: &Writer<'_>,
    id: DocumentId,
    draft: &Draft,
    mut speakers: HashMap<String, i64>,
) -> Result<()> {
    for speaker in &draft.speakers {
        let role = if speaker.interviewer { Role::Interviewer } else { Role::Interviewee };
        match speakers.get(&speaker.label) {
            // Who somebody is said to be was said of an interviewee.
            Some(&known) => {
                writer.conn.execute(
                    "UPDATE speaker SET role = ?2 WHERE id = ?1 AND role <> ?2 AND person IS NULL",
                    params![known, role.name()],
                )?;
            }
            None => {
                speakers.insert(speaker.label.clone(), insert_speaker(writer, id, &speaker.label, role)?);
            }
        }
    }
    let mut statement = writer.conn.prepare_cached(
        "INSERT INTO paragraph (document, number, start_pos, end_pos, kind, speaker, time, end_time, marks)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for paragraph in &draft.paragraphs {
        let speaker = match &paragraph.speaker {
            Some(label) => match speakers.get(label) {
                Some(&id) => Some(id),
                None => {
                    let speaker = insert_speaker(writer, id, label, Role::Interviewee)?;
                    speakers.insert(label.clone(), speaker);
                    Some(speaker)
                }
            },
            None => None,
        };
        statement.execute(params![
            id.0,
            paragraph.number,
            paragraph.span.start.0,
            paragraph.span.end.0,
            paragraph.kind.name(),
            speaker,
            paragraph.time,
            paragraph.end_time,
            write_marks(paragraph),
        ])?;
    }
    Ok(())
}

/// Gives a document what was read from a file, in the place of its text, paragraphs and speakers. Speakers keep the person
/// they are.
pub fn replace(
    writer: &Writer<'_>,
    id: DocumentId,
    (source_name, source_sha256): (&str, &str),
    draft: &Draft,
) -> Result<()> {
    let text = insert_text(writer, draft.text.as_str())?;
    writer.conn.execute(
        "UPDATE document SET text = ?2, paragraphs = ?3, words = ?4, characters = ?5, source_name = ?6,
           source_sha256 = ?7, reader = ?8, reader_version = ?9, options = ?10, encoding = ?11, imported = ?12
         WHERE id = ?1",
        params![
            id.0,
            text,
            draft.numbered(),
            draft.words(),
            draft.text.len(),
            source_name,
            source_sha256,
            draft.reader,
            draft.reader_version,
            draft.options.to_string(),
            draft.encoding,
            crate::clock::now(),
        ],
    )?;
    writer.conn.execute("DELETE FROM paragraph WHERE document = ?1", [id.0])?;
    let known = speakers(writer, id)?;
    let by_label = known.iter().map(|speaker| (speaker.label.clone(), speaker.id.0)).collect();
    insert_paragraphs(writer, id, draft, by_label)?;
    let wanted = |label: &str| draft.speakers.iter().any(|speaker| speaker.label == label);
    for speaker in known.iter().filter(|speaker| !wanted(&speaker.label)) {
        super::edits::remove_silent(writer, speaker.id.0)?;
    }
    Ok(())
}

/// What means a document's text: the name of each kind, how much of it the reader may see, and how much there is.
pub fn referring(reader: &Reader<'_>, id: DocumentId) -> Result<Vec<(&'static str, u32, u32)>> {
    let mut found = Vec::new();
    let decisions = match super::viewer::released_on(reader, id)? {
        true => "decision WHERE document = ?1",
        false => "decision WHERE document = ?1 AND 0",
    };
    for (name, seen, all) in [
        ("coding", "visible_coding WHERE document = ?1", "coding WHERE document = ?1"),
        ("memo", "visible_memo WHERE document = ?1", "memo WHERE document = ?1"),
        (
            "summary",
            "(SELECT 1 FROM visible_summary WHERE document = ?1
              UNION ALL SELECT 1 FROM visible_document_summary WHERE document = ?1)",
            "(SELECT 1 FROM summary WHERE document = ?1
              UNION ALL SELECT 1 FROM document_summary WHERE document = ?1)",
        ),
        ("paraphrase", "visible_paraphrase WHERE document = ?1", "paraphrase WHERE document = ?1"),
        ("anchor", "anchor WHERE document = ?1", "anchor WHERE document = ?1"),
        ("release", "quotation_release WHERE document = ?1", "quotation_release WHERE document = ?1"),
        ("edit", "text_edit WHERE document = ?1", "text_edit WHERE document = ?1"),
        ("decision", decisions, "decision WHERE document = ?1"),
        (
            "status",
            "visible_work WHERE document = ?1 AND status <> 'not-started'",
            "work WHERE document = ?1 AND status <> 'not-started'",
        ),
    ] {
        let sql = format!("SELECT (SELECT count(*) FROM {seen}), (SELECT count(*) FROM {all})");
        let mut statement = reader.conn.prepare_cached(&sql)?;
        let (seen, all) = statement.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if all > 0 {
            found.push((name, seen, all));
        }
    }
    Ok(found)
}

/// Adds a speaker to a document.
pub fn insert_speaker(writer: &Writer<'_>, document: DocumentId, label: &str, role: Role) -> Result<i64> {
    writer
        .conn
        .prepare_cached("INSERT INTO speaker (uuid, document, label, role) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![new_uuid(), document.0, label, role.name()])?;
    Ok(writer.conn.last_insert_rowid())
}

/// Keeps a text once, by its hash.
pub(super) fn insert_text(writer: &Writer<'_>, text: &str) -> Result<String> {
    let hash = sha256(text.as_bytes());
    writer
        .conn
        .prepare_cached(
            "INSERT INTO text_version (sha256, text) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute(params![hash, text])?;
    Ok(hash)
}

/// The SHA-256 of bytes in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The group of a name, made where there is none.
pub fn group(writer: &Writer<'_>, name: &str) -> Result<GroupId> {
    let found: Option<i64> = writer
        .conn
        .query_row("SELECT id FROM document_group WHERE name = ?1", [name], |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(GroupId(id));
    }
    writer.conn.execute(
        "INSERT INTO document_group (uuid, name, position)
         VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM document_group))",
        params![new_uuid(), name],
    )?;
    Ok(GroupId(writer.conn.last_insert_rowid()))
}

pub fn set_label(writer: &Writer<'_>, id: DocumentId, label: &str) -> Result<()> {
    writer.conn.execute("UPDATE document SET label = ?2 WHERE id = ?1", params![id.0, label])?;
    Ok(())
}

pub fn set_title(writer: &Writer<'_>, id: DocumentId, title: &str) -> Result<()> {
    writer.conn.execute("UPDATE document SET title = ?2 WHERE id = ?1", params![id.0, title])?;
    Ok(())
}

pub fn set_group(writer: &Writer<'_>, id: DocumentId, group: Option<GroupId>) -> Result<()> {
    writer.conn.execute(
        "UPDATE document SET document_group = ?2 WHERE id = ?1",
        params![id.0, group.map(|group| group.0)],
    )?;
    Ok(())
}

/// Puts a document at an index among those of its group.
pub fn place(writer: &Writer<'_>, id: DocumentId, index: usize) -> Result<()> {
    let group = get(writer, id)?.group;
    let all = list(writer)?.into_iter().filter(|document| document.group == group);
    let update = "UPDATE document SET position = ?2 WHERE id = ?1 AND position <> ?2";
    order::place(writer, update, all.map(|document| document.id.0), id.0, index)
}

pub fn rename_group(writer: &Writer<'_>, id: GroupId, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE document_group SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

/// Puts a group at an index among all.
pub fn place_group(writer: &Writer<'_>, id: GroupId, index: usize) -> Result<()> {
    let update = "UPDATE document_group SET position = ?2 WHERE id = ?1 AND position <> ?2";
    order::place(writer, update, groups(writer)?.into_iter().map(|group| group.id.0), id.0, index)
}

/// How much of the work on a document the reader may see.
pub fn work_on(reader: &Reader<'_>, id: DocumentId) -> Result<WorkOn> {
    Ok(reader.conn.query_row(
        "SELECT (SELECT count(*) FROM visible_coding WHERE document = ?1),
                (SELECT count(*) FROM visible_memo WHERE document = ?1
                   OR coding IN (SELECT id FROM coding WHERE document = ?1)),
                (SELECT count(*) FROM visible_summary WHERE document = ?1)
                  + (SELECT count(*) FROM visible_document_summary WHERE document = ?1),
                (SELECT count(*) FROM visible_paraphrase WHERE document = ?1)",
        [id.0],
        |row| {
            Ok(WorkOn {
                codings: row.get(0)?,
                memos: row.get(1)?,
                summaries: row.get(2)?,
                paraphrases: row.get(3)?,
            })
        },
    )?)
}

/// Removes a document and all that stands on it, leaves first.
pub fn remove(writer: &Writer<'_>, id: DocumentId) -> Result<()> {
    for sql in [
        "DELETE FROM memo WHERE document = ?1 OR coding IN (SELECT id FROM coding WHERE document = ?1)",
        "DELETE FROM summary WHERE document = ?1",
        "DELETE FROM cell_state WHERE document = ?1",
        "DELETE FROM document_summary WHERE document = ?1",
        "DELETE FROM decision_side WHERE document = ?1",
        "DELETE FROM decision WHERE document = ?1",
        "DELETE FROM revisit WHERE document = ?1",
        "DELETE FROM coding WHERE document = ?1",
        "DELETE FROM work WHERE document = ?1",
        "DELETE FROM variable_value WHERE document = ?1",
        "DELETE FROM paraphrase WHERE document = ?1",
        "DELETE FROM quotation_release WHERE document = ?1",
        "DELETE FROM consent WHERE document = ?1",
        "DELETE FROM media WHERE document = ?1",
        "DELETE FROM text_edit WHERE document = ?1",
        "DELETE FROM case_document WHERE document = ?1",
        "DELETE FROM document_set_member WHERE document = ?1",
        "DELETE FROM paragraph WHERE document = ?1",
        "DELETE FROM speaker WHERE document = ?1",
        "DELETE FROM document WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [id.0])?;
    }
    Ok(())
}

/// `label 0-3; time 4-17`, in code points from the paragraph's start.
pub(super) fn write_marks(paragraph: &Paragraph) -> String {
    let base = paragraph.span.start.0;
    let marks: Vec<String> = paragraph
        .marks
        .iter()
        .map(|mark| {
            let (start, end) = (mark.span.start.0.saturating_sub(base), mark.span.end.0.saturating_sub(base));
            format!("{} {start}-{end}", mark_name(mark.kind))
        })
        .collect();
    marks.join("; ")
}

fn mark_name(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Label => "label",
        MarkKind::Time => "time",
        MarkKind::Header => "header",
    }
}

fn parse_marks(marks: &str, paragraph: Span) -> Vec<Mark> {
    marks
        .split("; ")
        .filter_map(|mark| {
            let (name, span) = mark.split_once(' ')?;
            let (start, end) = span.split_once('-')?;
            let kind = [MarkKind::Label, MarkKind::Time, MarkKind::Header]
                .into_iter()
                .find(|k| mark_name(*k) == name)?;
            let base = paragraph.start.0;
            let (start, end): (u32, u32) = (start.parse().ok()?, end.parse().ok()?);
            Some(Mark { kind, span: Span::new(base.saturating_add(start), base.saturating_add(end)) })
        })
        .collect()
}
