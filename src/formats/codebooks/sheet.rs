//! The codebook as CSV: a code a row, known by its path.
//!
//! Columns, in any order and all but the first optional: `path`, `color`, `definition`, `apply`, `not_apply`,
//! `origin` (`deductive`, `inductive`), `research_question`. The separator is a comma, a semicolon (German Excel) or a
//! tab; a path is `Parent/Child` or `Parent > Child`. Written with a BOM, and as all CSV here with an apostrophe
//! before what a spreadsheet would compute, which is taken off again on reading.

use super::check::origin;
use super::list::{Shape, split_path};
use super::tree::Tree;
use super::{at_line, each, tables};
use crate::error::{Error, Result};
use crate::formats::sheets::delimited::{self, Separator};
use crate::model::codebook::{Codebook, CodebookCode};
use crate::model::codes::{Guide, Origin};
use crate::tr;

const COLUMNS: [&str; 7] =
    ["path", "color", "definition", "apply", "not_apply", "origin", "research_question"];

pub fn read(text: &str) -> Result<Codebook> {
    let mut records = delimited::records(text, Separator::Headings);
    let hint = || tr!("codebook-csv-hint", names = COLUMNS.join(", "));
    let Some((top, header)) = records.next() else {
        return Err(Error::unreadable(tr!("codebook-empty")));
    };
    let mut columns = Vec::new();
    for name in &header {
        let name = name.trim().to_lowercase();
        let known = COLUMNS.iter().position(|column| *column == name).ok_or_else(|| {
            at_line(top, Error::invalid(tr!("codebook-csv-column", name = name.clone())).hint(hint()))
        })?;
        if columns.contains(&known) {
            return Err(at_line(
                top,
                Error::invalid(tr!("codebook-csv-column-twice", name = name)).hint(hint()),
            ));
        }
        columns.push(known);
    }
    if !columns.contains(&0) {
        return Err(at_line(top, Error::invalid(tr!("codebook-csv-no-path")).hint(hint())));
    }
    let mut tree = Tree::default();
    let mut shape = Shape::default();
    for (line, record) in records {
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if record.len() != columns.len() {
            let (found, wanted) = (record.len() as i64, columns.len() as i64);
            let error = Error::invalid(tr!("codebook-csv-fields", found = found, wanted = wanted));
            return Err(at_line(line, error.hint(tr!("codebook-csv-fields-hint"))));
        }
        let field = |wanted: usize| {
            let at = columns.iter().position(|column| *column == wanted);
            at.and_then(|at| record.get(at))
                .map(|field| tables::unguard(field).to_owned())
                .unwrap_or_default()
        };
        let code = CodebookCode {
            color: Some(field(1)).filter(|color| !color.trim().is_empty()),
            guide: Guide {
                definition: field(2),
                apply: field(3),
                not_apply: field(4),
                origin: origin(&field(5)).map_err(|e| at_line(line, e))?,
                research_question: field(6),
            },
            ..CodebookCode::default()
        };
        let path: Vec<(char, bool)> = field(0).chars().map(|c| (c, false)).collect();
        let path = split_path(&path, line, &mut shape)?;
        tree.add_path(line, &path, code)?;
    }
    if tree.is_empty() {
        return Err(Error::unreadable(tr!("codebook-empty")));
    }
    Ok(tree.finish(String::new()))
}

pub fn write(codebook: &Codebook) -> Result<Vec<u8>> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    let failed = |reason: String| Error::invalid(tr!("table-csv-failed", reason = reason));
    let mut result = writer.write_record(COLUMNS);
    each(&codebook.codes, "", &mut |path, code| {
        let origin = if code.guide.origin == Origin::Unspecified { "" } else { code.guide.origin.name() };
        let fields = [
            path,
            code.color.as_deref().unwrap_or_default(),
            &code.guide.definition,
            &code.guide.apply,
            &code.guide.not_apply,
            origin,
            &code.guide.research_question,
        ];
        if result.is_ok() {
            result = writer.write_record(fields.map(|field| {
                // As they are read back: an apostrophe that guards a carriage return would not be known again.
                let field = field.replace("\r\n", "\n").replace('\r', "\n");
                tables::guard(&field).into_owned()
            }));
        }
    });
    result.map_err(|e| failed(e.to_string()))?;
    writer.flush().map_err(|e| failed(e.to_string()))?;
    drop(writer);
    Ok(out)
}
