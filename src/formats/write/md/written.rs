//! Running text: headings, paragraphs, `>` quotations with their citation behind them.

use std::fmt::Write as _;

use super::{block_start, line, write_table};
use crate::error::Result;
use crate::formats::write::Meta;
use crate::formats::write::words::{lines, shown};
use crate::model::written::{Part, Run, Style, Written};

pub fn write(written: &Written, meta: &Meta) -> Result<String> {
    let mut out = format!("# {}\n\n", line(&written.title));
    let _ = writeln!(out, "{}\n", meta.head()?.iter().map(|one| line(one)).collect::<Vec<_>>().join(" · "));
    let mut listed = false;
    for part in &written.parts {
        let item = matches!(part, Part::Item(_));
        // A list ends with an empty line.
        if listed && !item {
            out.push('\n');
        }
        listed = item;
        match part {
            Part::Heading(level, text) => {
                let marks = "#".repeat(usize::from(*level).clamp(1, 5) + 1);
                let _ = writeln!(out, "{marks} {}\n", line(text));
            }
            Part::Text(runs) => {
                let _ = writeln!(out, "{}\n", runs_in(runs, ""));
            }
            Part::Item(runs) => {
                let _ = writeln!(out, "- {}", runs_in(runs, "  "));
            }
            Part::Quote { text, citation, about } => {
                let words = paragraph(text, "> ");
                let space = if citation.is_empty() { "" } else { " " };
                let _ = writeln!(out, "> {words}{space}{}\n", line(citation));
                if !about.is_empty() {
                    let _ = writeln!(out, "{}\n", block_start(&line(about)));
                }
            }
            Part::Table(table) => {
                if !table.title.is_empty() {
                    let _ = writeln!(out, "**{}**\n", line(&table.title));
                }
                if !table.columns.is_empty() {
                    write_table(&mut out, table);
                    out.push('\n');
                }
                for note in &table.notes {
                    let _ = writeln!(out, "{}\n", block_start(&line(note)));
                }
            }
            Part::Contents => {
                for (level, text) in written.headings().filter(|(level, _)| *level <= 3) {
                    let depth = "  ".repeat(usize::from(level.saturating_sub(1)));
                    let _ = writeln!(out, "{depth}- {}", line(text));
                }
                out.push('\n');
            }
        }
    }
    if listed {
        out.push('\n');
    }
    for note in &written.notes {
        let _ = writeln!(out, "- {}", block_start(&line(note)));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    Ok(out)
}

fn runs_in(runs: &[Run], margin: &str) -> String {
    let mut out = String::new();
    for run in runs {
        let text = paragraph(&run.text, margin);
        let marks = match run.style {
            Style::Plain | Style::Note => "",
            Style::Strong => "**",
            Style::Emphasis => "*",
        };
        // Emphasis holds only around words.
        let trimmed = text.trim();
        match trimmed.is_empty() || marks.is_empty() {
            true => out.push_str(&text),
            false => out.push_str(&text.replacen(trimmed, &format!("{marks}{trimmed}{marks}"), 1)),
        }
    }
    block_start(&out)
}

/// Several lines as lines of one paragraph, each ending in a break.
fn paragraph(text: &str, margin: &str) -> String {
    let escaped = lines(text).map(|one| block_start(&line(&shown(one)))).collect::<Vec<_>>();
    let filled: Vec<&str> = escaped.iter().map(String::as_str).collect();
    // An empty line would end the paragraph.
    let filled: Vec<&str> =
        filled.iter().map(|one| if one.trim().is_empty() { "&nbsp;" } else { one }).collect();
    match filled[..] {
        [_, _, ..] => filled.join(&format!("  \n{margin}")),
        _ => escaped.concat(),
    }
}
