//! Transcripts in Word: a table for each interview with paragraph number, text and the codes beside it.
//!
//! A column instead of Word's comments: it is printed, stays beside its words in LibreOffice too, and hundreds of codes do
//! not run over each other. Coded words are underlined in the colour of their code, twice where several codes meet.

use std::fmt::Write as _;

use crate::error::Result;
use crate::formats::write::Meta;
use crate::formats::write::docx::{BODY, XML, package, paragraph, run_as, section};
use crate::model::edition::{Edition, EditionCode, EditionCoding, EditionDocument, EditionParagraph, plain};
use crate::text::ParagraphKind;
use crate::tr;

/// Widths of number, text and codes, which fill an upright page.
const WIDTHS: [usize; 3] = [640, 6398, 2600];
const GREY: &str = "<w:color w:val=\"595959\"/>";

pub fn write(edition: &Edition, meta: &Meta) -> Result<Vec<u8>> {
    let title = if meta.title.is_empty() { &edition.name } else { &meta.title };
    let meta = Meta { title: title.clone(), ..meta.clone() };
    let mut out = String::from(XML);
    out.push_str(BODY);
    paragraph(&mut out, "Heading1", title);
    for note in meta.head()?.iter().chain(&edition.notes) {
        paragraph(&mut out, "Note", note);
    }
    let names = edition.short_names();
    for (at, document) in edition.documents.iter().enumerate() {
        heading(&mut out, document, at > 0);
        transcript(&mut out, edition, document, &names);
    }
    codes(&mut out, &edition.codes);
    section(&mut out, crate::formats::write::docx::PORTRAIT);
    out.push_str("</w:body></w:document>");
    package(out, &meta)
}

fn heading(out: &mut String, document: &EditionDocument, breaks: bool) {
    let parts = [
        Some(&document.name),
        Some(&document.title).filter(|title| !title.is_empty()),
        document.group.as_ref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    let page = if breaks { "<w:pageBreakBefore/>" } else { "" };
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/>{page}</w:pPr>");
    run_as(out, "", &parts.join(" · "));
    out.push_str("</w:p>");
    if !document.values.is_empty() {
        let values: Vec<String> =
            document.values.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        paragraph(out, "Note", &values.join(" · "));
    }
    if let Some(warning) = &document.warning {
        paragraph(out, "Note", &format!("⚠ {warning}"));
    }
}

/// A table without lines between its columns.
fn begin_table(out: &mut String, widths: &[usize]) {
    let total: usize = widths.iter().sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblBorders>"
    );
    for side in ["left", "right", "insideV"] {
        let _ = write!(out, "<w:{side} w:val=\"nil\"/>");
    }
    let _ = write!(out, "<w:insideH w:val=\"single\" w:sz=\"2\" w:space=\"0\" w:color=\"D9D9D9\"/>");
    out.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\"/></w:tblPr>");
    out.push_str("<w:tblGrid>");
    for width in widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
}

fn head_row(out: &mut String, widths: &[usize], words: &[String]) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (width, words) in widths.iter().zip(words) {
        let _ = write!(
            out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EBEE\"/></w:tcPr>"
        );
        paragraph(out, "TableHead", words);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

fn cell(out: &mut String, width: usize, content: impl FnOnce(&mut String)) {
    let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
    content(out);
    out.push_str("</w:tc>");
}

fn transcript(out: &mut String, edition: &Edition, document: &EditionDocument, names: &[&str]) {
    begin_table(out, &WIDTHS);
    head_row(out, &WIDTHS, &[tr!("export-number"), tr!("export-transcript"), tr!("export-page-codes")]);
    let [number, text, codes] = WIDTHS;
    for one in &document.paragraphs {
        out.push_str("<w:tr>");
        cell(out, number, |out| {
            paragraph(out, "TableNumber", &one.number.map(|number| number.to_string()).unwrap_or_default());
        });
        cell(out, text, |out| words(out, edition, document, one));
        cell(out, codes, |out| {
            let mut any = false;
            for at in one.codings() {
                let Some(coding) = document.codings.get(at) else { continue };
                let name = names.get(coding.code).copied().unwrap_or_default();
                margin(out, coding, color(edition, coding.code), name, coding.begins_in(one));
                any = true;
            }
            if !any {
                paragraph(out, "Margin", "");
            }
        });
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

fn words(out: &mut String, edition: &Edition, document: &EditionDocument, one: &EditionParagraph) {
    out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Transcript\"/></w:pPr>");
    if let (false, Some(speaker)) = (one.is_labelled(), &one.speaker) {
        run_as(out, GREY, &format!("{speaker}: "));
    }
    for piece in &one.pieces {
        let mut look = String::new();
        if one.kind == ParagraphKind::Heading {
            look.push_str("<w:b/>");
        }
        if piece.marked || one.interviewer || one.kind == ParagraphKind::Header {
            look.push_str(GREY);
        }
        let mut codes = piece.codings.iter().filter_map(|at| document.codings.get(*at));
        if let Some(first) = codes.next() {
            let line = if codes.next().is_some() { "double" } else { "single" };
            let _ = write!(look, "<w:u w:val=\"{line}\" w:color=\"{}\"/>", color(edition, first.code));
        }
        run_as(out, &look, &piece.text);
    }
    out.push_str("</w:p>");
}

/// A coding in the margin; where it goes on from the paragraph before, only its name.
fn margin(out: &mut String, coding: &EditionCoding, color: &str, name: &str, begins: bool) {
    out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Margin\"/></w:pPr>");
    if !begins {
        run_as(out, GREY, &format!("↳ {name}"));
        out.push_str("</w:p>");
        return;
    }
    run_as(out, &format!("<w:color w:val=\"{color}\"/>"), "■ ");
    run_as(out, "", name);
    let mut more = String::new();
    if coding.paragraphs.0 != coding.paragraphs.1 {
        let _ = write!(more, " {}", coding.short);
    }
    if let Some(weight) = coding.weight {
        let _ = write!(more, " [{weight}]");
    }
    if coding.withheld.is_some() {
        more.push_str(" ⚠");
    }
    for said in [&coding.coder, &coding.at].into_iter().flatten() {
        let _ = write!(more, " · {said}");
    }
    run_as(out, GREY, &more);
    out.push_str("</w:p>");
    if !coding.comment.is_empty() {
        out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Margin\"/></w:pPr>");
        run_as(out, &format!("<w:i/>{GREY}"), &plain(&coding.comment));
        out.push_str("</w:p>");
    }
}

/// What the names in the margin mean.
fn codes(out: &mut String, codes: &[EditionCode]) {
    let used: Vec<&EditionCode> = codes.iter().filter(|code| code.segments > 0).collect();
    if used.is_empty() {
        return;
    }
    out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/><w:pageBreakBefore/></w:pPr>");
    run_as(out, "", &tr!("export-page-codes"));
    out.push_str("</w:p>");
    let widths = [3000, 5338, 1300];
    begin_table(out, &widths);
    let number = tr!("export-page-segments");
    head_row(out, &widths, &[tr!("table-code"), tr!("codebook-column-definition"), number]);
    for code in used {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        cell(out, widths[0], |out| {
            out.push_str("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>");
            run_as(out, &format!("<w:color w:val=\"{}\"/>", hex(&code.color)), "■ ");
            run_as(out, "", &code.path);
            out.push_str("</w:p>");
        });
        cell(out, widths[1], |out| paragraph(out, "TableText", &plain(&code.definition)));
        cell(out, widths[2], |out| paragraph(out, "TableNumber", &code.segments.to_string()));
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr></w:p>");
}

fn color(edition: &Edition, code: usize) -> &str {
    edition.codes.get(code).map_or("808080", |code| hex(&code.color))
}

/// The six digits of a colour.
fn hex(color: &str) -> &str {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6);
    digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit())).unwrap_or("808080")
}
