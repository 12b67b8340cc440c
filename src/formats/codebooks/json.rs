//! The codebook as JSON: everything, in the schema of [`crate::model::codebook`].

use serde::Deserialize;

use super::check;
use crate::error::{Error, Result};
use crate::model::codebook::{Codebook, FORMAT};
use crate::tr;

/// Read first, so that a codebook of another version is refused for that and not for what it says.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<serde_json::Value>,
}

pub fn read(bytes: &[u8]) -> Result<Codebook> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let broken = |e: serde_json::Error| {
        let (line, column) = (e.line(), e.column());
        // The library ends its reason with the place in English.
        let reason = e.to_string();
        let reason =
            reason.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&reason).to_owned();
        Error::unreadable(tr!(
            "codebook-json-broken",
            line = line as i64,
            column = column as i64,
            reason = reason
        ))
        .place(format!("line {line}, column {column}"))
    };
    let head: Head = serde_json::from_slice(bytes).map_err(broken)?;
    let hint = tr!("codebook-json-format-hint", format = FORMAT);
    match head.format {
        Some(serde_json::Value::String(format)) if format == FORMAT => {}
        None => return Err(Error::unreadable(tr!("codebook-json-no-format")).hint(hint).place("format")),
        Some(other) => {
            let found = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            return Err(Error::unreadable(tr!("codebook-json-format", found = found))
                .hint(hint)
                .place("format"));
        }
    }
    check(serde_json::from_slice(bytes).map_err(broken)?)
}

pub fn write(codebook: &Codebook) -> Result<Vec<u8>> {
    let mut out = serde_json::to_vec_pretty(codebook).map_err(|e| Error::invalid(e.to_string()))?;
    out.push(b'\n');
    Ok(out)
}
