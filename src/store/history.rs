//! One history for undo, redo, the history view and the audit trail.
//!
//! TEMP triggers write the row images of the operation in progress ([`super::tracking`]); nobody writes an inverse by
//! hand. An undo or redo is an operation itself: it replays the images of its target backwards (forwards) and is refused
//! whole when a row is not as its target left it, when it would touch a row that its target did not, or when a foreign
//! key or an invariant of the schema says no.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentValue};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use serde_json::{Map, Value};

use super::edits::{self, Obstacle, Step};
use super::{Reader, Writer, tracking};
use crate::error::{Error, Result};
use crate::i18n;
use crate::model::history::{Changed, Matter, Operation, OperationKind, OperationState};
use crate::model::{CodeId, CoderId, CodingId, DocumentId, OperationId, new_uuid};
use crate::text::Span;
use crate::tr;

/// Starts an operation inside a transaction.
pub(super) fn begin(
    conn: &Connection,
    kind: OperationKind,
    coder: CoderId,
    batch: Option<&str>,
) -> Result<OperationId> {
    let coder = (coder.0 != 0).then_some(coder.0);
    conn.prepare_cached(
        "INSERT INTO operation (uuid, kind, coder, at, arguments, batch) VALUES (?1, ?2, ?3, ?4, '{}', ?5)",
    )?
    .execute(params![new_uuid(), kind.name(), coder, crate::clock::now(), batch])?;
    let id = conn.last_insert_rowid();
    conn.prepare_cached("INSERT INTO temp.current_operation (id) VALUES (?1)")?.execute([id])?;
    Ok(OperationId(id))
}

/// Ends it: its words are stored, its coder's redo ends, and what it changed is told.
pub(super) fn finish(writer: &Writer<'_>, kind: OperationKind) -> Result<Changed> {
    let conn = writer.conn;
    conn.prepare_cached("DELETE FROM temp.current_operation")?.execute([])?;
    let arguments = serde_json::to_string(&*writer.arguments.borrow()).unwrap_or_default();
    conn.prepare_cached("UPDATE operation SET arguments = ?2 WHERE id = ?1")?
        .execute(params![writer.operation.0, arguments])?;
    if !has_effect(conn, writer.operation)? {
        return Ok(Changed::default());
    }
    let changed = changed(conn, writer.operation)?;
    if !changed.is_empty() && !matches!(kind, OperationKind::Undo | OperationKind::Redo) {
        conn.prepare_cached(
            "UPDATE operation SET state = 'discarded' WHERE state = 'undone' AND coder IS ?1",
        )?
        .execute([writer.coder.0])?;
    }
    Ok(changed)
}

/// Whether some row is another after the operation than before it: what it did and took back again is no change.
fn has_effect(conn: &Connection, operation: OperationId) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM change AS first WHERE first.operation = ?1
           AND NOT EXISTS (SELECT 1 FROM change AS earlier WHERE earlier.operation = ?1 AND earlier.row = first.row
             AND earlier.table_name = first.table_name AND earlier.id < first.id)
           AND first.before IS NOT (SELECT last.after FROM change AS last WHERE last.operation = ?1
             AND last.row = first.row AND last.table_name = first.table_name ORDER BY last.id DESC LIMIT 1))",
    )?;
    Ok(statement.query_row([operation.0], |row| row.get(0))?)
}

/// Which documents, codes and tables an operation changed, read from its row images.
fn changed(conn: &Connection, operation: OperationId) -> Result<Changed> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT table_name,
           CASE table_name WHEN 'document' THEN row ELSE coalesce(after, before) ->> '$.document' END,
           CASE table_name WHEN 'code' THEN row ELSE coalesce(after, before) ->> '$.code' END,
           before ->> '$.code'
         FROM change WHERE operation = ?1",
    )?;
    let mut changed = Changed::default();
    let mut rows = statement.query([operation.0])?;
    while let Some(row) = rows.next()? {
        changed.tables.insert(row.get(0)?);
        changed.documents.extend(row.get::<_, Option<i64>>(1)?.map(DocumentId));
        changed.codes.extend(row.get::<_, Option<i64>>(2)?.map(CodeId));
        changed.codes.extend(row.get::<_, Option<i64>>(3)?.map(CodeId));
    }
    Ok(changed)
}

/// Which way a past operation is replayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Undo,
    Redo,
}

/// The operations that the coder's next undo (or redo) would take: one, or all of a batch, in the order in which they
/// are to be replayed. Empty where there is none.
pub fn next(reader: &Reader<'_>, direction: Direction) -> Result<Vec<Operation>> {
    let coder = reader.coder.0;
    let sql = match direction {
        Direction::Undo => {
            "SELECT id, batch, kind FROM operation WHERE coder IS ?1 AND state = 'done' AND kind NOT IN ('undo', 'redo')
               AND kind <> 'create-project' AND id > (SELECT coalesce(max(through), 0) FROM erasure)
             ORDER BY id DESC LIMIT 1"
        }
        Direction::Redo => {
            "SELECT id, batch, kind FROM operation WHERE coder IS ?1 AND state = 'undone' ORDER BY id LIMIT 1"
        }
    };
    let newest: Option<(i64, Option<String>, String)> =
        reader.conn.query_row(sql, [coder], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let Some((id, batch, kind)) = newest else { return Ok(Vec::new()) };
    if OperationKind::from_name(&kind).is_none() {
        return Err(Error::refused(tr!("error-operation-newer", kind = kind)).hint(tr!("hint-project-newer")));
    }
    let Some(batch) = batch else { return select(reader, "operation.id = ?1", params![id], "operation.id") };
    let (state, order) = match direction {
        Direction::Undo => ("done", "operation.id DESC"),
        Direction::Redo => ("undone", "operation.id"),
    };
    select(
        reader,
        "operation.batch = ?1 AND operation.state = ?2 AND operation.coder IS ?3",
        params![batch, state, coder],
        order,
    )
}

/// Replays one operation backwards (undo) or forwards (redo) inside an operation of kind undo or redo.
pub fn replay(writer: &Writer<'_>, target: &Operation, direction: Direction) -> Result<()> {
    let conn = writer.conn;
    conn.pragma_update(None, "defer_foreign_keys", true)?;
    let mine: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM change", [], |row| row.get(0))?;
    let images = images(conn, target.id, direction)?;
    let touched: BTreeSet<(String, i64)> =
        images.iter().map(|image| (image.table.clone(), image.row)).collect();
    let steps: Vec<Step<'_>> = images.iter().map(Image::step).collect();
    if let Some(obstacle) = edits::obstacle(writer, target.id, &steps)? {
        return Err(in_the_way_of_text(writer, target, obstacle)?);
    }
    let mut checked = BTreeSet::new();
    for image in &images {
        // Only the first replayed image of a row meets what others may have done; the later ones meet our own.
        if checked.insert((image.table.clone(), image.row)) {
            let now = current(conn, &image.table, image.row)?;
            if !same(now.as_ref(), image.from.as_ref()) {
                return Err(in_the_way(writer, target, image)?);
            }
        }
        put(conn, image).map_err(|error| refused(target, &error))?;
    }
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT table_name, row FROM change WHERE operation = ?1 AND id > ?2")?;
    let rows =
        statement.query_map(params![writer.operation.0, mine], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for row in rows {
        let row: (String, i64) = row?;
        if !touched.contains(&row) {
            return Err(Error::refused(tr!(
                "error-undo-touches-more",
                operation = words(target),
                table = row.0
            )));
        }
    }
    let state = match direction {
        Direction::Undo => "undone",
        Direction::Redo => "done",
    };
    conn.execute("UPDATE operation SET state = ?2 WHERE id = ?1", params![target.id.0, state])?;
    Ok(())
}

struct Image {
    table: String,
    row: i64,
    /// What must be there now.
    from: Option<Map<String, Value>>,
    /// What shall be there.
    to: Option<Map<String, Value>>,
}

impl Image {
    fn step(&self) -> Step<'_> {
        Step { table: &self.table, row: self.row, from: self.from.as_ref(), to: self.to.as_ref() }
    }
}

fn images(conn: &Connection, operation: OperationId, direction: Direction) -> Result<Vec<Image>> {
    let sql = match direction {
        Direction::Undo => {
            "SELECT table_name, row, after, before FROM change WHERE operation = ?1 ORDER BY id DESC"
        }
        Direction::Redo => {
            "SELECT table_name, row, before, after FROM change WHERE operation = ?1 ORDER BY id"
        }
    };
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([operation.0])?;
    let mut images = Vec::new();
    while let Some(row) = rows.next()? {
        images.push(Image {
            table: row.get(0)?,
            row: row.get(1)?,
            from: object(row, 2)?,
            to: object(row, 3)?,
        });
    }
    Ok(images)
}

fn object(row: &Row<'_>, column: usize) -> Result<Option<Map<String, Value>>> {
    let Some(text) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    serde_json::from_str(&text).map(Some).map_err(|_| Error::damaged(tr!("error-history-damaged")))
}

fn current(conn: &Connection, table: &str, row: i64) -> Result<Option<Map<String, Value>>> {
    let columns = tracked_columns(conn, table)?;
    let sql = format!("SELECT {} FROM \"{table}\" WHERE id = ?1", tracking::image(&columns, ""));
    let text: Option<String> = conn.prepare_cached(&sql)?.query_row([row], |row| row.get(0)).optional()?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// The columns of a tracked table; a name from the history that is no such table is damage, never SQL.
fn tracked_columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    if !tracking::TRACKED.contains(&table) {
        return Err(Error::damaged(tr!("error-history-damaged")));
    }
    tracking::columns(conn, table)
}

/// Whether a row is as its image says. Columns that a later migration added are not in old images and do not count.
fn same(now: Option<&Map<String, Value>>, image: Option<&Map<String, Value>>) -> bool {
    match (now, image) {
        (None, None) => true,
        (Some(now), Some(image)) => image.iter().all(|(column, value)| now.get(column) == Some(value)),
        _ => false,
    }
}

fn put(conn: &Connection, image: &Image) -> Result<()> {
    let table = &image.table;
    let Some(to) = &image.to else {
        tracked_columns(conn, table)?;
        conn.prepare_cached(&format!("DELETE FROM \"{table}\" WHERE id = ?1"))?.execute([image.row])?;
        return Ok(());
    };
    let columns: Vec<String> =
        tracked_columns(conn, table)?.into_iter().filter(|column| to.contains_key(column)).collect();
    let values: Vec<Sql> = columns.iter().map(|column| sql_value(to.get(column))).collect();
    let sql = if image.from.is_none() {
        let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
        format!("INSERT INTO \"{table}\" ({}) VALUES ({})", names.join(", "), marks.join(", "))
    } else {
        let sets: Vec<String> =
            columns.iter().enumerate().map(|(n, c)| format!("\"{c}\" = ?{}", n + 1)).collect();
        format!("UPDATE \"{table}\" SET {} WHERE id = {}", sets.join(", "), image.row)
    };
    conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

fn sql_value(value: Option<&Value>) -> Sql {
    match value {
        Some(Value::Number(number)) => match number.as_i64() {
            Some(whole) => Sql::Integer(whole),
            None => number.as_f64().map_or(Sql::Null, Sql::Real),
        },
        Some(Value::String(text)) => Sql::Text(text.clone()),
        _ => Sql::Null,
    }
}

fn refused(target: &Operation, error: &Error) -> Error {
    Error::refused(tr!("error-undo-refused", operation = words(target), reason = error.message.clone()))
        .hint(tr!("hint-undo-in-the-way"))
}

/// Names the newest other operation that changed the row which is not as the target left it.
fn in_the_way(writer: &Writer<'_>, target: &Operation, image: &Image) -> Result<Error> {
    let found = select(
        writer,
        "operation.id > ?1 AND operation.id <> ?4 AND operation.id IN
           (SELECT operation FROM change WHERE table_name = ?2 AND row = ?3)",
        params![target.id.0, image.table, image.row, writer.operation.0],
        "(operation.state = 'done') DESC, operation.id DESC LIMIT 1",
    )?;
    blame(writer, target, found.first())
}

/// Names the operation after which the target's places and the text do not fit together any more.
fn in_the_way_of_text(writer: &Writer<'_>, target: &Operation, obstacle: Obstacle) -> Result<Error> {
    let (table, row, condition) = match obstacle {
        Obstacle::Row { table, row } => (table, row, "1"),
        Obstacle::Text(document) => {
            ("document".to_owned(), document.0, "before ->> '$.text' <> after ->> '$.text'")
        }
    };
    let found = select(
        writer,
        &format!(
            "operation.id > ?1 AND operation.id <> ?4 AND operation.id IN
               (SELECT operation FROM change WHERE table_name = ?2 AND row = ?3 AND {condition})"
        ),
        params![target.id.0, table, row, writer.operation.0],
        "(operation.state = 'done') DESC, operation.id DESC LIMIT 1",
    )?;
    blame(writer, target, found.first())
}

fn blame(writer: &Writer<'_>, target: &Operation, found: Option<&Operation>) -> Result<Error> {
    let message = match found {
        // A blind coder reads that somebody was there, not what of their work it was.
        Some(other) if other.kind.is_coders_work() && !super::viewer::sees_operation(writer, other.id)? => {
            let message =
                tr!("error-undo-in-the-way-blind", operation = words(target), coder = other.coder.clone());
            // What one does not see cannot be undone first.
            return Ok(Error::refused(message).hint(tr!("hint-undo-in-the-way-blind")));
        }
        Some(other) => tr!(
            "error-undo-in-the-way",
            operation = words(target),
            other = words(other),
            coder = other.coder.clone(),
            at = crate::clock::local(&other.at),
        ),
        None => tr!("error-undo-changed", operation = words(target)),
    };
    Ok(Error::refused(message).hint(tr!("hint-undo-in-the-way")))
}

/// An operation put into words: `applied Obstacles/Legal to (IP 5: 9)`.
pub fn words(operation: &Operation) -> String {
    put_into_words(operation.kind, &operation.arguments)
}

fn put_into_words(kind: OperationKind, arguments: &Value) -> String {
    let mut args = FluentArgs::new();
    // A sealed entry says what kind of thing was done, and no more.
    let sealed = arguments.as_object().is_some_and(Map::is_empty);
    for name in [
        "label", "code", "place", "to", "coder", "count", "name", "value", "title", "status", "entity",
        "speaker",
    ] {
        args.set(name, if sealed { FluentValue::from("…") } else { argument(arguments, name) });
    }
    if sealed {
        args.set("status", "sealed");
        return i18n::text(&format!("operation-{}", kind.name()), Some(&args));
    }
    // What is stored is invariant; only here does it get the reader's language.
    if let Some(setting) = arguments.get("setting").and_then(Value::as_str) {
        args.set("value", i18n::text(&format!("setting-{setting}"), None));
    }
    if let Some(target) = arguments.get("target") {
        let kind = target.get("kind").and_then(Value::as_str).and_then(OperationKind::from_name);
        let words = kind.map(|kind| put_into_words(kind, target.get("arguments").unwrap_or(&Value::Null)));
        args.set("value", words.unwrap_or_default());
    }
    let absent = |name: &str| match arguments.get(name) {
        Some(Value::String(text)) => text.is_empty(),
        other => other.is_none_or(Value::is_null),
    };
    match kind {
        OperationKind::WriteMemo | OperationKind::RemoveMemo if absent("title") => {
            args.set("title", tr!("operation-untitled"));
        }
        OperationKind::ChooseCoder if absent("coder") => args.set("coder", tr!("operation-first-done")),
        OperationKind::AssignCase if absent("name") => args.set("name", tr!("operation-no-case")),
        OperationKind::AssignSpeaker if absent("name") => args.set("name", tr!("operation-nobody")),
        OperationKind::SetVariable | OperationKind::SetTime | OperationKind::ChooseGuide
            if absent("value") =>
        {
            args.set("value", tr!("operation-nothing"))
        }
        OperationKind::DecideDifference if absent("code") => {
            args.set("code", tr!("consolidation-nothing"));
        }
        OperationKind::MoveCode if arguments.get("to").is_some_and(|to| to == "/") => {
            args.set("to", tr!("operation-main-codes"));
        }
        _ => {}
    }
    i18n::text(&format!("operation-{}", kind.name()), Some(&args))
}

/// What an undo or redo stores of its target, so that it can be put into words in any language.
pub fn target(operation: &Operation) -> Value {
    serde_json::json!({"kind": operation.kind.name(), "arguments": operation.arguments})
}

/// Numbers stay numbers: the language files choose between one and many.
fn argument(arguments: &Value, name: &str) -> FluentValue<'static> {
    match arguments.get(name) {
        Some(Value::String(text)) => FluentValue::from(text.clone()),
        Some(Value::Number(number)) if number.is_i64() => {
            FluentValue::from(number.as_i64().unwrap_or_default())
        }
        Some(Value::Null) | None => FluentValue::from(String::new()),
        Some(other) => FluentValue::from(other.to_string()),
    }
}

/// Which operations a history asks for.
#[derive(Debug, Clone, Default)]
pub struct HistoryFilter {
    pub coder: Option<CoderId>,
    pub document: Option<DocumentId>,
    /// Only what changed one of these.
    pub codes: Option<Vec<CodeId>>,
    pub matter: Option<Matter>,
    /// Only of this kind.
    pub kind: Option<OperationKind>,
    /// Only what does not stand any more.
    pub undone: bool,
    /// At most so many, newest first.
    pub limit: Option<u32>,
}

/// The history, newest first. A blind coder sees their own operations.
pub fn list(reader: &Reader<'_>, filter: &HistoryFilter) -> Result<Vec<Operation>> {
    let sql = format!(
        "(?1 IS NULL OR operation.coder = ?1) AND {}
         AND (?2 IS NULL OR operation.id IN (SELECT operation FROM change WHERE
               ((table_name = 'document' AND row = ?2) OR coalesce(after, before) ->> '$.document' = ?2) AND {own}))
         AND (?3 IS NULL OR operation.id IN (SELECT operation FROM change WHERE
               (table_name = 'code' AND row IN (SELECT value FROM json_each(?3)))
               OR after ->> '$.code' IN (SELECT value FROM json_each(?3))
               OR before ->> '$.code' IN (SELECT value FROM json_each(?3))))
         AND (?4 IS NULL OR operation.kind IN (SELECT value FROM json_each(?4)))
         AND (?5 = 0 OR operation.state <> 'done')",
        super::viewer::seen_operations(),
        own = super::viewer::own_rows()
    );
    let fits = |kind: &&OperationKind| {
        filter.matter.is_none_or(|matter| kind.matter() == matter)
            && filter.kind.is_none_or(|wanted| **kind == wanted)
    };
    let kinds = (filter.matter.is_some() || filter.kind.is_some()).then(|| {
        let names: Vec<&str> = OperationKind::ALL.iter().filter(fits).map(|kind| kind.name()).collect();
        Value::from(names).to_string()
    });
    let codes = filter.codes.as_ref().map(|codes| {
        let codes: Vec<i64> = codes.iter().map(|id| id.0).collect();
        Value::from(codes).to_string()
    });
    let parameters =
        params![filter.coder.map(|id| id.0), filter.document.map(|id| id.0), codes, kinds, filter.undone];
    let order = format!("operation.id DESC LIMIT {}", filter.limit.map_or(-1, i64::from));
    select(reader, &sql, parameters, &order)
}

/// A row that an operation changed, as the newest image of it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    pub table: String,
    pub row: i64,
    pub document: Option<DocumentId>,
    pub code: Option<CodeId>,
    pub coding: Option<CodingId>,
    pub span: Option<Span>,
}

/// The rows that an operation changed, in that order, as far as the reader may know of them.
pub fn touched(reader: &Reader<'_>, operation: OperationId) -> Result<Vec<Touched>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT table_name, row, coalesce(after, before) ->> '$.document', coalesce(after, before) ->> '$.code',
                coalesce(after, before) ->> '$.coding', coalesce(after, before) ->> '$.start_pos',
                coalesce(after, before) ->> '$.end_pos'
         FROM change JOIN operation ON operation.id = change.operation
         WHERE operation.id = ?1 AND {} AND {} ORDER BY change.id",
        super::viewer::seen_operations(),
        super::viewer::own_rows()
    ))?;
    let rows = statement.query_map([operation.0], |row| {
        let span = (row.get::<_, Option<u32>>(5)?, row.get::<_, Option<u32>>(6)?);
        Ok(Touched {
            table: row.get(0)?,
            row: row.get(1)?,
            document: row.get::<_, Option<i64>>(2)?.map(DocumentId),
            code: row.get::<_, Option<i64>>(3)?.map(CodeId),
            coding: row.get::<_, Option<i64>>(4)?.map(CodingId),
            span: span.0.zip(span.1).map(|(start, end)| Span::new(start, end)),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn select(
    reader: &Reader<'_>,
    condition: &str,
    parameters: &[&dyn rusqlite::ToSql],
    order: &str,
) -> Result<Vec<Operation>> {
    let sql = format!(
        "SELECT operation.id, operation.uuid, operation.kind, coalesce(coder.name, ''), operation.at,
                operation.arguments, operation.state, operation.batch
         FROM operation LEFT JOIN coder ON coder.id = operation.coder
         WHERE {condition} ORDER BY {order}"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(parameters)?;
    let mut operations = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(2)?;
        let state: String = row.get(6)?;
        let Some(kind) = OperationKind::from_name(&kind) else { continue };
        operations.push(Operation {
            id: OperationId(row.get(0)?),
            uuid: row.get(1)?,
            kind,
            coder: row.get(3)?,
            at: row.get(4)?,
            arguments: serde_json::from_str(&row.get::<_, String>(5)?).unwrap_or_default(),
            state: match state.as_str() {
                "undone" => OperationState::Undone,
                "discarded" => OperationState::Discarded,
                _ => OperationState::Done,
            },
            batch: row.get(7)?,
        });
    }
    Ok(operations)
}
