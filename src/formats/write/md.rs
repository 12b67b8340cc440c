//! Markdown: a GitHub table under a heading, notes as a list. Everything that Markdown or HTML would read as markup
//! is escaped; a line break in a cell is `<br>`.

pub(super) mod written;

use std::fmt::Write as _;

use super::words::{in_words, lines, shown};
use super::{Meta, cells, has_heading};
use crate::model::table::{BlockKind, ColumnKind, Table, Value};

pub fn write(tables: &[Table], meta: &Meta) -> String {
    let mut out = String::new();
    let title = meta.title(tables);
    if !title.is_empty() {
        let _ = writeln!(out, "# {}\n", line(title));
    }
    for table in tables {
        if has_heading(table, tables, meta) {
            let _ = writeln!(out, "## {}\n", line(&table.title));
        }
        if !table.columns.is_empty() {
            write_table(&mut out, table);
            out.push('\n');
        }
        for note in &table.notes {
            let _ = writeln!(out, "- {}", block_start(&line(note)));
        }
        if !table.notes.is_empty() {
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn write_table(out: &mut String, table: &Table) {
    for column in &table.columns {
        let _ = write!(out, "| {} ", line(&column.title));
    }
    out.push_str("|\n");
    for column in &table.columns {
        out.push_str(if column.kind == ColumnKind::Number { "| ---: " } else { "| --- " });
    }
    out.push_str("|\n");
    for row in &table.rows {
        for cell in cells(table, row) {
            out.push_str("| ");
            write_value(out, &cell.value);
            out.push(' ');
        }
        out.push_str("|\n");
    }
}

fn write_value(out: &mut String, value: &Value) {
    let Value::Blocks(blocks) = value else {
        out.push_str(&line(&in_words(value)));
        return;
    };
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            out.push_str("<br><br>");
        }
        let text = line(block.text.trim());
        match block.kind {
            BlockKind::Segment if !text.is_empty() => {
                let _ = write!(out, "*{text}*");
            }
            _ => out.push_str(&text),
        }
        if !block.citation.is_empty() {
            let _ = write!(out, " {}", line(&block.citation));
        }
    }
}

/// The text on one line with nothing left that Markdown would read as markup.
pub(super) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (index, line) in lines(text).enumerate() {
        if index > 0 {
            out.push_str("<br>");
        }
        for c in shown(line).chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '$' => {
                    out.push('\\');
                    out.push(c);
                }
                c => out.push(c),
            }
        }
    }
    out
}

/// What begins a block at the start of a line (a list, a heading) is escaped too.
pub(super) fn block_start(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    if text.starts_with(['-', '+', '#', '=']) { format!("\\{text}") } else { text.to_owned() }
}
