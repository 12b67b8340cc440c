//! Rows as they travel: JSON by column name, references to other rows as UUIDs, and what a row is known by.

use rusqlite::Connection;
use serde_json::Value;

use crate::error::{Error, Result};
use crate::model::packages::{Image, Noun};
use crate::tr;

/// The key in an image that says which text its positions mean: the text's hash.
pub const TEXT: &str = "@text";

/// A table as the schema has it.
#[derive(Debug, Clone)]
pub struct Shape {
    pub columns: Vec<String>,
    /// Columns that refer to a row of another table, by its integer.
    pub references: Vec<(String, String)>,
}

impl Shape {
    pub fn of(conn: &Connection, table: &str) -> Result<Shape> {
        let columns = crate::store::tracking::columns(conn, table)?;
        let mut statement =
            conn.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
        let rows = statement.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        // Texts are known by their hash, which is the same everywhere.
        let mut references: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
        references.retain(|(_, table)| table != "text_version");
        Ok(Shape { columns, references })
    }
    /// The table that a column refers to.
    pub fn target(&self, column: &str) -> Option<&str> {
        self.references.iter().find(|(from, _)| from == column).map(|(_, table)| table.as_str())
    }
    fn sql(&self, column: &str) -> String {
        match self.target(column) {
            Some(table) => format!("(SELECT t.uuid FROM main.\"{table}\" AS t WHERE t.id = r.\"{column}\")"),
            None => format!("r.\"{column}\""),
        }
    }
}

/// SQL of a row's key.
pub fn key(noun: &Noun, shape: &Shape) -> String {
    match noun.table {
        _ if noun.key.is_empty() => "r.uuid".to_owned(),
        _ => {
            let parts: Vec<String> = noun.key.iter().map(|column| shape.sql(column)).collect();
            format!("json_array({})", parts.join(", "))
        }
    }
}

/// SQL of a row's image, without the columns in `but`.
pub fn image(noun: &Noun, shape: &Shape, but: &[&str]) -> String {
    let columns = shape.columns.iter().filter(|name| *name != "id" && !but.contains(&name.as_str()));
    let mut pairs: Vec<String> = columns.map(|name| format!("'{name}', {}", shape.sql(name))).collect();
    if noun.placed() {
        let document = match noun.table {
            "memo" => "coalesce(r.document, (SELECT c.document FROM main.coding AS c WHERE c.id = r.coding))",
            _ => "r.document",
        };
        pairs.push(format!("'{TEXT}', (SELECT d.text FROM main.document AS d WHERE d.id = {document})"));
    }
    format!("json_object({})", pairs.join(", "))
}

/// Which rows of a table are merged: only paragraphs with a number are known again.
pub fn condition(noun: &Noun) -> &'static str {
    if noun.table == "paragraph" { "r.number IS NOT NULL" } else { "1" }
}

/// An image from its text.
pub fn parse(text: &str) -> Result<Image> {
    match serde_json::from_str(text) {
        Ok(Value::Object(image)) => Ok(image),
        _ => {
            Err(Error::damaged(tr!("error-package-damaged", what = "base")).hint(tr!("hint-package-damaged")))
        }
    }
}

/// A text of an image; empty where it has none.
pub fn text<'a>(image: &'a Image, column: &str) -> &'a str {
    image.get(column).and_then(Value::as_str).unwrap_or_default()
}
