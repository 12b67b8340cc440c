//! JSON, invariant: one table is an object, several are an array of them.
//!
//! `{"name", "title", "columns": [{"key", "title", "kind"}], "rows": [[cell, …]], "notes": […]}`; a cell is `null`, a
//! text, a number (a share is a share of 1), `{"undefined": "why"}` or `{"blocks": [{"kind", "text", "citation"}]}`.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::cells;
use crate::error::{Error, Kind, Result};
use crate::model::table::{Block, BlockKind, Cell, ColumnKind, Table, Value};

pub fn write(tables: &[Table]) -> Result<Vec<u8>> {
    let whole: Vec<Whole<'_>> = tables.iter().map(Whole).collect();
    let mut out = match &whole[..] {
        [one] => serde_json::to_vec_pretty(one),
        several => serde_json::to_vec_pretty(several),
    }
    .map_err(|e| Error::new(Kind::Io, e.to_string()))?;
    out.push(b'\n');
    Ok(out)
}

struct Whole<'a>(&'a Table);
struct Rows<'a>(&'a Table);
struct Row<'a>(&'a Table, &'a [Cell]);
struct One<'a>(&'a Value);
struct Blocks<'a>(&'a [Block]);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let columns: Vec<_> = self
            .0
            .columns
            .iter()
            .map(|c| serde_json::json!({"key": c.key, "title": c.title, "kind": kind(c.kind)}))
            .collect();
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("name", &self.0.name)?;
        map.serialize_entry("title", &self.0.title)?;
        map.serialize_entry("columns", &columns)?;
        map.serialize_entry("rows", &Rows(self.0))?;
        map.serialize_entry("notes", &self.0.notes)?;
        map.end()
    }
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.rows.iter().map(|row| Row(self.0, row)))
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_seq(Some(self.0.columns.len()))?;
        for cell in cells(self.0, self.1) {
            row.serialize_element(&One(&cell.value))?;
        }
        row.end()
    }
}

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let entry = |serializer: S, key: &str, words: &str| {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(key, words)?;
            map.end()
        };
        match self.0 {
            Value::Empty => serializer.serialize_unit(),
            Value::Text(text) | Value::Said { stored: text, .. } => serializer.serialize_str(text),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Decimal(number, _) | Value::Share(number, _) if number.is_finite() => {
                serializer.serialize_f64(*number)
            }
            Value::Decimal(..) | Value::Share(..) => entry(serializer, "undefined", "n/a"),
            Value::Undefined(why) => entry(serializer, "undefined", why),
            Value::Blocks(blocks) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("blocks", &Blocks(blocks))?;
                map.end()
            }
        }
    }
}

impl Serialize for Blocks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|block| {
            let kind = match block.kind {
                BlockKind::Summary => "summary",
                BlockKind::Segment => "segment",
                BlockKind::State => "state",
            };
            serde_json::json!({"kind": kind, "text": block.text, "citation": block.citation})
        }))
    }
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Short => "short",
        ColumnKind::Long => "long",
        ColumnKind::Number => "number",
        ColumnKind::Citation => "citation",
    }
}
