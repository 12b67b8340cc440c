//! Columns of text for the terminal.

use unicode_width::UnicodeWidthStr as _;

/// Rows under a heading, columns aligned by width; the last column is as wide as it is.
pub fn columns(heading: &[String], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = heading.iter().map(|cell| cell.width()).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| one_line(cell)).collect()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut out = String::new();
    for row in std::iter::once(heading).chain(rows.iter().map(Vec::as_slice)) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A text on one line.
pub fn one_line(text: &str) -> String {
    text.split(['\n', '\u{2028}'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" / ")
}

/// A text with every line moved in.
pub fn indented(text: &str, by: usize) -> String {
    let margin = " ".repeat(by);
    text.split(['\n', '\u{2028}']).map(|line| format!("{margin}{line}\n")).collect()
}

/// Names and values under each other, values aligned; empty values are left out.
pub fn pairs(rows: &[(String, String)]) -> String {
    let width = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let mut out = String::new();
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(name);
        out.extend(std::iter::repeat_n(' ', width - name.width() + 2));
        out.push_str(&value.replace('\n', &format!("\n{}", " ".repeat(width + 2))));
        out.push('\n');
    }
    out
}
