//! CSV after RFC 4180: UTF-8 with a BOM (without one Excel reads umlauts as Windows-1252), commas, CRLF.
//!
//! Invariant: the header has the columns' keys, numbers have a point and full precision, shares are shares of 1. The
//! notes are not in it.
//!
//! **Formulas.** A spreadsheet computes a field that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, even
//! in quotes, and a transcript can begin with one. Such a text gets an apostrophe before it ([`guard`]), as does one
//! that already has apostrophes there, so that [`unguard`] gives back exactly what was written. Numbers stay numbers.

use std::borrow::Cow;

use super::cells;
use crate::error::{Error, Result};
use crate::model::table::{Table, Value};
use crate::tr;

const BOM: &[u8] = b"\xEF\xBB\xBF";

pub fn write(tables: &[Table]) -> Result<Vec<u8>> {
    let table = match tables {
        [] => return Ok(BOM.to_vec()),
        [one] => one,
        _ => {
            return Err(Error::usage(tr!("table-csv-one", count = tables.len() as i64))
                .hint(tr!("table-csv-one-hint")));
        }
    };
    let mut out = BOM.to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    let failed = |reason: String| Error::invalid(tr!("table-csv-failed", reason = reason));
    if !table.columns.is_empty() {
        let header = table.columns.iter().map(|column| guard(&column.key).into_owned());
        writer.write_record(header).map_err(|e| failed(e.to_string()))?;
        for row in &table.rows {
            let fields = cells(table, row).map(|cell| field(&cell.value));
            writer.write_record(fields).map_err(|e| failed(e.to_string()))?;
        }
    }
    writer.flush().map_err(|e| failed(e.to_string()))?;
    drop(writer);
    Ok(out)
}

fn field(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number, _) | Value::Share(number, _) if number.is_finite() => number.to_string(),
        Value::Decimal(..) | Value::Share(..) => "n/a".to_owned(),
        Value::Said { stored, .. } => guard(stored).into_owned(),
        value => guard(&value.plain()).into_owned(),
    }
}

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text so that no spreadsheet computes it.
pub(crate) fn guard(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text as it was before [`guard`].
pub(crate) fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}
