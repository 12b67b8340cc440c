//! Names and their replacements, outside the history; and every text of the study that a name can stand in.

use rusqlite::{Row, params};

use super::{Keeper, Reader, Writer, documents, versions, viewer};
use crate::error::{Error, Result};
use crate::model::names::{Name, NameForm, Names, StoredText};
use crate::model::{CodeId, CoderId, DocumentId, VersionId};
use crate::text::Span;
use crate::tr;

/// The list that is in the project.
pub fn list(reader: &Reader<'_>) -> Result<Names> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT id, uuid, replacement, any_case, note FROM pseudonym ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        names.push(Name {
            uuid: row.get(1)?,
            replacement: row.get(2)?,
            any_case: row.get(3)?,
            note: row.get(4)?,
            forms: forms(reader, row.get(0)?)?,
        });
    }
    Ok(Names { names })
}

fn forms(reader: &Reader<'_>, pseudonym: i64) -> Result<Vec<NameForm>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT form, replacement FROM pseudonym_form WHERE pseudonym = ?1 ORDER BY position",
    )?;
    let rows = statement
        .query_map([pseudonym], |row| Ok(NameForm { spelling: row.get(0)?, replacement: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Keeper<'_> {
    /// Puts a list in the place of the one that is in the project.
    pub fn set_names(&self, names: &Names) -> Result<()> {
        self.conn.execute_batch("DELETE FROM pseudonym_form; DELETE FROM pseudonym;")?;
        let mut pseudonym = self.conn.prepare_cached(
            "INSERT INTO pseudonym (uuid, replacement, any_case, note) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let mut form = self.conn.prepare_cached(
            "INSERT INTO pseudonym_form (pseudonym, position, form, replacement) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for name in &names.names {
            pseudonym.execute(params![name.uuid, name.replacement, name.any_case, name.note])?;
            let id = self.conn.last_insert_rowid();
            for (position, one) in name.forms.iter().enumerate() {
                form.execute(params![id, position as i64, one.spelling, one.replacement])?;
            }
        }
        Ok(())
    }

    /// Forgets what this copy remembers under a key.
    pub fn drop_state(&self, key: &str) -> Result<()> {
        self.conn.execute("DELETE FROM state WHERE key = ?1", [key])?;
        Ok(())
    }
}

/// A table whose rows hold words of people, and how a row is called.
struct Source {
    table: &'static str,
    /// The columns with words.
    columns: &'static [&'static str],
    /// SQL of the document, code and coder that it belongs to, and of what else it is called by.
    document: &'static str,
    code: &'static str,
    coder: &'static str,
    called: &'static str,
    /// Whether it stands on a passage: `start_pos` and `end_pos`.
    placed: bool,
}

const fn source(table: &'static str, columns: &'static [&'static str]) -> Source {
    Source { table, columns, document: "NULL", code: "NULL", coder: "NULL", called: "''", placed: false }
}

impl Source {
    const fn document(mut self, sql: &'static str) -> Source {
        self.document = sql;
        self
    }
    const fn code(mut self, sql: &'static str) -> Source {
        self.code = sql;
        self
    }
    const fn coder(mut self, sql: &'static str) -> Source {
        self.coder = sql;
        self
    }
    const fn called(mut self, sql: &'static str) -> Source {
        self.called = sql;
        self
    }
    const fn placed(mut self) -> Source {
        self.placed = true;
        self
    }
}

/// Every text of the study besides the transcripts. A test compares it with the schema: a column with words is here or
/// in [`WORDLESS`].
const SOURCES: &[Source] = &[
    source("document", &["label", "title", "source_name"]).document("id"),
    source("document_group", &["name"]).called("name"),
    source("speaker", &["label"]).document("document"),
    source("variable", &["name"]).called("name"),
    source("variable_value", &["working", "published"])
        .document("document")
        .called("(SELECT name FROM variable WHERE variable.id = variable)"),
    source("case_value", &["working", "published"])
        .called("(SELECT name FROM study_case AS c WHERE c.id = study_case)"),
    source("person_value", &["working", "published"])
        .called("(SELECT name FROM person AS p WHERE p.id = person)"),
    source("study_case", &["name"]).called("name"),
    source("person", &["name"]).called("name"),
    source("document_set", &["name"]).called("name"),
    source("code_set", &["name"]).called("name"),
    source("coding_pass", &["name"]).called("name"),
    source("code", &["name", "definition", "apply", "not_apply", "research_question"]).code("id"),
    source("anchor", &["text", "source"]).code("code"),
    source("coding", &["comment"]).document("document").code("code").coder("coder").placed(),
    source("memo", &["title", "text", "template"])
        .document("coalesce(document, (SELECT c.document FROM coding AS c WHERE c.id = coding))")
        .code("code")
        .coder("coder")
        .called("title")
        .placed(),
    source("memo_template", &["name", "text"]).called("name"),
    source("summary", &["text"]).document("document").code("code").coder("coder"),
    source("paraphrase", &["text"]).document("document").coder("coder").placed(),
    source("media", &["file_name"]).document("document"),
    source("consent", &["scope", "note"]).document("document"),
    source("quotation_release", &["wording"]).document("document").placed(),
    source("reference_document", &["name", "version", "source_name", "text"]).called("name"),
    source("text_edit", &["reason"]).document("document").coder("coder"),
    source("decision", &["reason"]).document("document").placed(),
    source("decision_side", &["code_path"]).code("code"),
    source("document_summary", &["text"]).document("document").coder("coder"),
    source("code_summary", &["text"]).code("code").coder("coder"),
    source("case_summary", &["text"])
        .coder("coder")
        .called("(SELECT name FROM study_case AS c WHERE c.id = study_case)"),
    source("saved_query", &["name", "query"]).called("name"),
    source("saved_table", &["name", "definition"]).called("name"),
    source("codebook_version", &["name", "reason"]).called("name"),
];

/// Text columns of tracked tables without words of people: keys, kinds, times, hashes, numbers; and who codes, which is
/// nobody of the material.
pub const WORDLESS: &[&str] = &[
    "setting.key",
    "setting.value",
    "coder.name",
    "coder.color",
    "document.text",
    "document.source_sha256",
    "document.reader",
    "document.options",
    "document.encoding",
    "document.imported",
    "document.stage",
    "speaker.role",
    "paragraph.kind",
    "paragraph.marks",
    "variable.kind",
    "variable.entity",
    "variable.disclosure",
    "work.status",
    "work.at",
    "code.color",
    "code.origin",
    "coding.created",
    "tombstone.noun",
    "tombstone.successor",
    "memo.kind",
    "memo.created",
    "memo.changed",
    "memo.dated",
    "memo_template.kind",
    "summary.changed",
    "paraphrase.created",
    "paraphrase.changed",
    "consent.given",
    "consent.quotations",
    "consent.withdrawn",
    "consent.delete_recording_by",
    "consent.recording_deleted",
    "quotation_release.answer",
    "quotation_release.at",
    "reference_document.kind",
    "reference_document.source_sha256",
    "reference_document.imported",
    "text_edit.before",
    "text_edit.after",
    "text_edit.hunks",
    "text_edit.at",
    "revisit.reason",
    "revisit.at",
    "decision.outcome",
    "decision.at",
    "decision_side.role",
    "decision_side.coding",
    "alias.noun",
    "alias.foreign_uuid",
    "alias.local_uuid",
    "package_given.operation",
    "package_given.cut",
    "package_given.merged",
    "package_given.returned",
    "cell_state.state",
    "cell_state.changed",
    "document_summary.changed",
    "code_summary.changed",
    "case_summary.changed",
    "saved_table.kind",
    "codebook_version.at",
    // Its words are looked through one by one: see `versions::each_text`.
    "codebook_version.book",
];

/// Every text of the study besides the transcripts, everyone's: what the reader may not see is marked.
pub fn each_text(reader: &Reader<'_>, take: &mut dyn FnMut(StoredText) -> Result<()>) -> Result<()> {
    for source in SOURCES {
        let (start, end) = if source.placed { ("start_pos", "end_pos") } else { ("NULL", "NULL") };
        let Source { table, document, code, coder, called, .. } = source;
        let texts: Vec<String> = source.columns.iter().map(|column| text_sql(table, column)).collect();
        let mut statement = reader.conn.prepare(&format!(
            "SELECT id, {document}, {start}, {end}, {code}, {coder}, {called}, {} FROM {table} ORDER BY id",
            texts.join(", ")
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let document = row.get::<_, Option<i64>>(1)?.map(DocumentId);
            let hidden = match row.get::<_, Option<i64>>(5)?.map(CoderId) {
                Some(coder) => !viewer::sees(reader, coder, document)?,
                None => false,
            };
            for (nth, column) in source.columns.iter().enumerate() {
                let Some(text) = row.get::<_, Option<String>>(7 + nth)?.filter(|text| !text.is_empty())
                else {
                    continue;
                };
                take(StoredText {
                    table,
                    column,
                    row: row.get(0)?,
                    document,
                    span: span(row)?,
                    code: row.get::<_, Option<i64>>(4)?.map(CodeId),
                    called: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
                    hidden,
                    text,
                })?;
            }
        }
    }
    versions::each_text(reader, take)
}

fn span(row: &Row<'_>) -> Result<Option<Span>> {
    let (start, end): (Option<u32>, Option<u32>) = (row.get(2)?, row.get(3)?);
    Ok(start.zip(end).map(|(start, end)| Span::new(start, end)))
}

/// The text of a guide is kept by its hash.
fn text_sql(table: &str, column: &str) -> String {
    match (table, column) {
        ("reference_document", "text") => {
            "(SELECT v.text FROM text_version AS v WHERE v.sha256 = reference_document.text)".to_owned()
        }
        _ => column.to_owned(),
    }
}

/// Puts another text in the place of one that [`each_text`] gave.
pub fn set_text(writer: &Writer<'_>, stored: &StoredText, text: &str) -> Result<()> {
    if (stored.table, stored.column) == ("codebook_version", "book") {
        return versions::set_text(writer, VersionId(stored.row), text);
    }
    let known =
        SOURCES.iter().any(|source| source.table == stored.table && source.columns.contains(&stored.column));
    if !known {
        return Err(Error::invalid(tr!(
            "error-no-such-text",
            name = format!("{}.{}", stored.table, stored.column)
        )));
    }
    let hash;
    let value = match (stored.table, stored.column) {
        ("reference_document", "text") => {
            hash = documents::insert_text(writer, text)?;
            hash.as_str()
        }
        _ => text,
    };
    let sql = format!("UPDATE {} SET {} = ?2 WHERE id = ?1", stored.table, stored.column);
    writer.conn.prepare_cached(&sql)?.execute(params![stored.row, value])?;
    Ok(())
}

/// Values that are to be published recoded and have not been: the variable, and whose value it is.
pub fn unrecoded(reader: &Reader<'_>) -> Result<Vec<(String, String)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT variable.name, document.label FROM variable_value
           JOIN variable ON variable.id = variable_value.variable
           JOIN document ON document.id = variable_value.document
         WHERE variable.disclosure = 'recoded' AND variable_value.published IS NULL
         UNION ALL
         SELECT variable.name, study_case.name FROM case_value
           JOIN variable ON variable.id = case_value.variable
           JOIN study_case ON study_case.id = case_value.study_case
         WHERE variable.disclosure = 'recoded' AND case_value.published IS NULL
         UNION ALL
         SELECT variable.name, person.name FROM person_value
           JOIN variable ON variable.id = person_value.variable
           JOIN person ON person.id = person_value.person
         WHERE variable.disclosure = 'recoded' AND person_value.published IS NULL",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many entries of the history still have what was there before.
pub fn images(reader: &Reader<'_>) -> Result<u32> {
    Ok(reader.conn.query_row("SELECT count(DISTINCT operation) FROM change", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Project;
    use crate::store::tracking::TRACKED;

    /// A new column with words must be found and replaced as well.
    #[test]
    fn every_text_column_is_looked_through_or_known_to_hold_no_words() {
        let project = Project::in_memory().unwrap();
        let mut unknown = Vec::new();
        for table in TRACKED {
            let mut statement = project
                .conn
                .prepare("SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT' AND name <> 'uuid'")
                .unwrap();
            let columns: Vec<String> =
                statement.query_map([table], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect();
            for column in columns {
                let words = SOURCES
                    .iter()
                    .any(|source| source.table == *table && source.columns.contains(&column.as_str()));
                let name = format!("{table}.{column}");
                if words == WORDLESS.contains(&name.as_str()) {
                    unknown.push(name);
                }
            }
        }
        assert!(unknown.is_empty(), "with words (SOURCES) or without (WORDLESS)? {unknown:?}");
    }

    #[test]
    fn every_source_can_be_read() {
        let project = crate::ops::project::create_in_memory("AK").unwrap();
        each_text(&project.read(), &mut |_| Ok(())).unwrap();
    }
}
