//! Running text: headings that Word's navigation knows, quotations set off as such, a table of contents that is filled
//! and can be brought up to date.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::{
    CONTENT_TYPES, DOCUMENT_RELS, PORTRAIT, RELS, SETTINGS, XML, bands, core, failed, footer, pack,
    paragraph, run, section, shown, styles, write_table,
};
use crate::error::Result;
use crate::formats::write::Meta;
use crate::model::table::Table;
use crate::model::written::{Part, Run, Style, Written};

/// The deepest heading that has a style.
const DEEPEST: u8 = 5;

pub fn write(written: &Written, meta: &Meta) -> Result<Vec<u8>> {
    let titled = Meta { title: written.title.clone(), ..meta.clone() };
    let types = CONTENT_TYPES.replace(
        "</Types>",
        "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>",
    );
    let rels = DOCUMENT_RELS.replace(
        "</Relationships>",
        "<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>",
    );
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", RELS.to_owned()),
        ("docProps/core.xml", core(&titled)?),
        ("word/document.xml", document(written, &titled)?),
        ("word/_rels/document.xml.rels", rels),
        ("word/styles.xml", styles()),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/footer1.xml", footer()),
        ("word/numbering.xml", numbering()),
    ];
    pack(&parts).map_err(failed)
}

fn document(written: &Written, meta: &Meta) -> Result<String> {
    let mut out = String::from(XML);
    out.push_str("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ");
    out.push_str("xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>");
    paragraph(&mut out, "Title", &written.title);
    for line in meta.head()? {
        paragraph(&mut out, "Note", &line);
    }
    let mut bookmark = 0;
    for part in &written.parts {
        match part {
            Part::Heading(level, text) => heading(&mut out, *level, text, &mut bookmark),
            Part::Text(runs) if all_note(runs) => runs_in(&mut out, "Note", "", runs),
            // Bold alone leads to what follows.
            Part::Text(runs) if runs.iter().all(|run| run.style == Style::Strong) => {
                runs_in(&mut out, "Normal", "<w:keepNext/>", runs);
            }
            Part::Text(runs) => runs_in(&mut out, "Normal", "", runs),
            Part::Item(runs) => {
                let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
                runs_in(&mut out, "ListParagraph", list, runs);
            }
            Part::Quote { text, citation, about } => quote(&mut out, text, citation, about),
            Part::Table(table) => table_in(&mut out, table),
            Part::Contents => contents(&mut out, written),
        }
    }
    for (nth, note) in written.notes.iter().enumerate() {
        let style = if nth == 0 { "FirstNote" } else { "Note" };
        paragraph(&mut out, style, note);
    }
    section(&mut out, PORTRAIT);
    out.push_str("</w:body></w:document>");
    Ok(out)
}

fn all_note(runs: &[Run]) -> bool {
    !runs.is_empty() && runs.iter().all(|run| run.style == Style::Note)
}

/// A heading with the bookmark that the table of contents leads to.
fn heading(out: &mut String, level: u8, text: &str, bookmark: &mut usize) {
    let level = level.clamp(1, DEEPEST);
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>\
         <w:bookmarkStart w:id=\"{bookmark}\" w:name=\"_Toc{bookmark}\"/>"
    );
    run(out, None, text);
    let _ = write!(out, "<w:bookmarkEnd w:id=\"{bookmark}\"/></w:p>");
    *bookmark += 1;
}

fn runs_in(out: &mut String, style: &str, properties: &str, runs: &[Run]) {
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>");
    for one in runs {
        let style = match one.style {
            Style::Plain => None,
            Style::Strong => Some("Strong"),
            Style::Emphasis => Some("Emphasis"),
            Style::Note => Some("Citation"),
        };
        run(out, style, &one.text);
    }
    out.push_str("</w:p>");
}

fn quote(out: &mut String, text: &str, citation: &str, about: &str) {
    let keep = if about.is_empty() { "" } else { "<w:keepNext/>" };
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"Quote\"/>{keep}</w:pPr>");
    run(out, None, text);
    if !citation.is_empty() {
        run(out, None, " ");
        // A short citation stays on one line; it is read with no-break spaces as well.
        let whole = citation.chars().count() <= 20;
        let citation = if whole { citation.replace(' ', "\u{A0}") } else { citation.to_owned() };
        run(out, Some("Citation"), &citation);
    }
    out.push_str("</w:p>");
    if !about.is_empty() {
        paragraph(out, "SourceLine", about);
    }
}

fn table_in(out: &mut String, table: &Table) {
    if !table.title.is_empty() {
        paragraph(out, "Caption", &table.title);
    }
    if !table.columns.is_empty() {
        for (nth, band) in bands(table, PORTRAIT).iter().enumerate() {
            if nth > 0 {
                paragraph(out, "Note", "");
            }
            write_table(out, table, band, PORTRAIT);
        }
    }
    if table.notes.is_empty() {
        paragraph(out, "Note", "");
    }
    table.notes.iter().for_each(|note| paragraph(out, "Note", note));
}

/// A field with the headings in it as they are: it needs no update to be read, and none asks for one. Page numbers come
/// when the person updates it.
fn contents(out: &mut String, written: &Written) {
    let headings: Vec<(usize, u8, &str)> =
        written.headings().enumerate().map(|(nth, (level, text))| (nth, level, text)).collect();
    let shown_in: Vec<&(usize, u8, &str)> = headings.iter().filter(|(_, level, _)| *level <= 3).collect();
    let Some(last) = shown_in.len().checked_sub(1) else { return };
    for (at, (bookmark, level, text)) in shown_in.into_iter().enumerate() {
        let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr>");
        if at == 0 {
            out.push_str(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            );
        }
        let _ = write!(
            out,
            "<w:hyperlink w:anchor=\"_Toc{bookmark}\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:hyperlink>",
            escape(shown(text))
        );
        if at == last {
            out.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        }
        out.push_str("</w:p>");
    }
}

fn numbering() -> String {
    format!(
        "{XML}<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"357\" w:hanging=\"357\"/></w:pPr>\
         </w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}
