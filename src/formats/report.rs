//! Reports: bytes to paragraphs with their notes, as they are read, one file a format.
//!
//! Word and OpenDocument files, web pages and RTF go through the readers of transcripts, which tell where a paragraph
//! stands; Markdown and plain text are read here, since a report's line is no paragraph. The same limits hold.

mod markdown;
mod page;
mod plain;

use super::read::detect::{self, Container, TextKind};
use super::read::{self, Limits, ReadOptions, Written};
use crate::error::{Error, Result};
use crate::model::report::{Report, ReportParagraph, ReportPlace};
use crate::text::ParagraphKind;
use crate::tr;

/// Reads a report. `name` is the file's name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Report> {
    read_within(name, bytes, &Limits::default())
}

/// Reads a report that must cost no more.
pub fn read_within(name: &str, bytes: &[u8], limits: &Limits) -> Result<Report> {
    let report = any(name, bytes, limits).map_err(|error| error.file(name))?;
    match report.paragraphs.iter().all(|paragraph| paragraph.text.trim().is_empty()) {
        true => Err(read::empty(name).file(name)),
        false => Ok(report),
    }
}

fn any(name: &str, bytes: &[u8], limits: &Limits) -> Result<Report> {
    read::check_size(name, bytes, limits)?;
    let options = ReadOptions { limits: *limits, ..ReadOptions::default() };
    let (paragraphs, warnings) = match detect::container(name, bytes, limits)? {
        Container::Docx(package) => numbered(read::docx::written(name, package)?),
        Container::OpenDocument(package) => numbered(read::odt::written(name, package)?),
        Container::Rtf => {
            let reading = read::rtf::read(name, bytes, &options)?;
            let written = reading.blocks.into_iter().map(|block| {
                let place = match block.kind {
                    ParagraphKind::Note => ReportPlace::Footnote,
                    ParagraphKind::Heading => ReportPlace::Heading,
                    _ => ReportPlace::Body,
                };
                Written { block, place, ..Written::default() }
            });
            numbered((written.collect(), reading.warnings))
        }
        Container::Spreadsheet(_) | Container::Pdf => return Err(no_report(name)),
        Container::Text => {
            let text = read::plain_text(name, bytes, limits)?;
            match detect::kind_of_text(name, &text)? {
                TextKind::Html => (page::read(name, &text, limits)?, Vec::new()),
                TextKind::FlatOpenDocument => numbered(read::odt::written_flat(name, &text, limits)?),
                TextKind::Markdown => (markdown::read(&text), Vec::new()),
                _ if is_markdown(name) => (markdown::read(&text), Vec::new()),
                _ => (plain::read(&text), Vec::new()),
            }
        }
    };
    Ok(Report { name: name.to_owned(), paragraphs, warnings })
}

fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ["md", "markdown", "qmd", "rmd"].contains(&ending.as_str()))
}

fn no_report(name: &str) -> Error {
    Error::unreadable(tr!("report-not-readable", name = name)).hint(tr!("report-not-readable-hint"))
}

/// Paragraphs counted from 1, empty ones aside. What was left out of a report is told where it can hold citations.
fn numbered((written, warnings): (Vec<Written>, Vec<String>)) -> (Vec<ReportParagraph>, Vec<String>) {
    let mut line = 0;
    let filled = written.into_iter().filter(|written| !written.block.text.trim().is_empty());
    let paragraphs = filled.map(|written| {
        line += 1;
        ReportParagraph {
            line,
            text: written.block.text,
            place: written.place,
            // Notes are set off as a whole.
            indented: written.indented && written.note.is_none(),
            notes: written.marks,
            note: written.note,
        }
    });
    (paragraphs.collect(), warnings)
}

#[cfg(test)]
mod tests;
