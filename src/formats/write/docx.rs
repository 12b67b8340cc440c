//! Word documents: headings, notes as small paragraphs, tables with a repeated header row.
//!
//! Written by hand: docx-rs 0.4 has no repeated header row (`w:tblHeader`), counts paragraphs for the whole process,
//! so that a second document differs, and stores its parts uncompressed.

pub(super) mod written;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use quick_xml::escape::escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::words::{in_words, lines, shown, widest_word, width, word_width};
use super::{Meta, cells, has_heading};
use crate::error::{Error, Kind, Result};
use crate::i18n::Lang;
use crate::model::table::{BlockKind, Cell, Column, ColumnKind, Table, Value};
use crate::tr;

/// Page margins, in twentieths of a point as all lengths here.
const MARGIN: usize = 1134;

pub fn write(tables: &[Table], meta: &Meta) -> Result<Vec<u8>> {
    let meta = Meta { title: meta.title(tables).to_owned(), ..meta.clone() };
    package(document(tables, &meta)?, &meta)
}

/// A Word file of this body, with our styles.
pub(super) fn package(document: String, meta: &Meta) -> Result<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        ("docProps/core.xml", core(meta)?),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", DOCUMENT_RELS.to_owned()),
        ("word/styles.xml", styles()),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/footer1.xml", footer()),
    ];
    pack(&parts).map_err(failed)
}

fn failed(reason: String) -> Error {
    Error::new(Kind::Io, tr!("table-docx-failed", reason = reason))
}

fn pack(parts: &[(&str, String)]) -> std::result::Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed time in the archive: the same table gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(*name, options).map_err(|e| e.to_string())?;
        zip.write_all(text.as_bytes()).map_err(|e| e.to_string())?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|e| e.to_string())
}

/// A page size: width and height.
type Page = (usize, usize);
pub(super) const PORTRAIT: Page = (11906, 16838);
const LANDSCAPE: Page = (16838, 11906);

/// Upright for a few columns, across for more.
fn page(table: &Table) -> Page {
    let text: usize = table.columns.iter().filter(|column| column.kind == ColumnKind::Long).count();
    if table.columns.len() > 4 || text > 2 { LANDSCAPE } else { PORTRAIT }
}

/// The room that a column needs to be read.
fn least_width(kind: ColumnKind) -> usize {
    match kind {
        ColumnKind::Short | ColumnKind::Citation => 1100,
        ColumnKind::Long => 2700,
        ColumnKind::Number => 750,
    }
}

/// The columns by index, in as many bands as the page needs for each to be readable; the frozen columns lead each band.
/// This also keeps a table under the 63 columns that Word opens.
fn bands(table: &Table, page: Page) -> Vec<Vec<usize>> {
    let room = page.0 - 2 * MARGIN;
    let width = |at: &usize| table.columns.get(*at).map_or(0, |column| least_width(column.kind));
    let frozen: Vec<usize> = (0..table.frozen.min(table.columns.len())).collect();
    let lead: usize = frozen.iter().map(width).sum();
    // Frozen columns that fill the page themselves cannot lead every band.
    let frozen = if lead * 2 > room { Vec::new() } else { frozen };
    let lead: usize = frozen.iter().map(width).sum();
    let mut bands = vec![frozen.clone()];
    let mut taken = lead;
    for at in frozen.len()..table.columns.len() {
        if taken + width(&at) > room && taken > lead {
            bands.push(frozen.clone());
            taken = lead;
        }
        taken += width(&at);
        if let Some(band) = bands.last_mut() {
            band.push(at);
        }
    }
    bands
}

/// A 9-point letter, a bold one, and a cell's inner margins, in twentieths of a point.
const LETTER: usize = 120;
const BOLD: usize = 140;
const INSIDE: usize = 280;

/// What the widest word of a column's heading needs, also above narrow numbers.
fn heading(column: &Column) -> usize {
    word_width(&column.title, 20) * BOLD
}

/// Column widths that fill the page: words get what they need, running text shares the rest.
fn widths(table: &Table, band: &[usize], page: Page) -> Vec<usize> {
    let room = page.0 - 2 * MARGIN;
    let columns: Vec<(usize, &Column)> =
        band.iter().filter_map(|&at| Some((at, table.columns.get(at)?))).collect();
    let wanted: Vec<usize> = columns
        .iter()
        .map(|&(at, column)| {
            let most = match column.kind {
                ColumnKind::Long => return 5000,
                ColumnKind::Short => 24,
                ColumnKind::Citation => 16,
                ColumnKind::Number => 10,
            };
            let content = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell, most)).max();
            let letters = content.unwrap_or(0) * LETTER;
            (letters.max(heading(column)) + INSIDE).max(least_width(column.kind).min(900))
        })
        .collect();
    let total: usize = wanted.iter().sum::<usize>().max(1);
    let long: usize = columns.iter().filter(|(_, column)| column.kind == ColumnKind::Long).count();
    let fixed: usize = total - 5000 * long;
    if long > 0 && fixed + long * 2000 <= room {
        let each = (room - fixed) / long;
        let width = |(column, wanted): (&(usize, &Column), &usize)| {
            if column.1.kind == ColumnKind::Long { each } else { *wanted }
        };
        return columns.iter().zip(&wanted).map(width).collect();
    }
    // A narrow table of short words need not fill the page.
    if total <= room {
        return wanted;
    }
    // One too wide is squeezed, where there is room for it no column below its widest word.
    let least: Vec<usize> = columns
        .iter()
        .zip(&wanted)
        .map(|(&(at, column), &wanted)| {
            if column.kind == ColumnKind::Long {
                return wanted.min(1500);
            }
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            let words = cells.map(|cell| widest_word(cell, 24)).max().unwrap_or(0);
            ((words * LETTER).max(heading(column)) + INSIDE).min(wanted)
        })
        .collect();
    let needed: usize = least.iter().sum();
    if needed >= room {
        return wanted.iter().map(|width| width * room / total).collect();
    }
    let share =
        |(wanted, least): (&usize, &usize)| least + (wanted - least) * (room - needed) / (total - needed);
    wanted.iter().zip(&least).map(share).collect()
}

fn document(tables: &[Table], meta: &Meta) -> Result<String> {
    let mut out = String::from(XML);
    out.push_str(BODY);
    let title = meta.title(tables);
    if !title.is_empty() {
        paragraph(&mut out, "Heading1", title);
    }
    for line in meta.head()? {
        paragraph(&mut out, "Note", &line);
    }
    let mut current = tables.first().map_or(PORTRAIT, page);
    for (index, table) in tables.iter().enumerate() {
        // A table ends with a paragraph in any case; here it also ends the pages of another size.
        if index > 0 {
            let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"Note\"/>");
            if page(table) != current {
                section(&mut out, current);
                current = page(table);
            }
            out.push_str("</w:pPr></w:p>");
        }
        if has_heading(table, tables, meta) {
            paragraph(&mut out, "Heading2", &table.title);
        }
        for note in &table.notes {
            paragraph(&mut out, "Note", note);
        }
        let bands = bands(table, current);
        for (nth, band) in bands.iter().enumerate().filter(|(_, band)| !band.is_empty()) {
            if bands.len() > 1 {
                let (nth, all) = (nth + 1, bands.len());
                paragraph(&mut out, "Heading3", &tr!("table-docx-part", nth = nth, all = all));
            }
            write_table(&mut out, table, band, current);
        }
    }
    out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr></w:p>");
    section(&mut out, current);
    out.push_str("</w:body></w:document>");
    Ok(out)
}

pub(super) fn section(out: &mut String, (width, height): Page) {
    let orient = if width > height { " w:orient=\"landscape\"" } else { "" };
    let _ = write!(
        out,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
    );
}

fn write_table(out: &mut String, table: &Table, band: &[usize], page: Page) {
    let widths = widths(table, band, page);
    let columns: Vec<&Column> = band.iter().filter_map(|&at| table.columns.get(at)).collect();
    let total: usize = widths.iter().sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
    );
    for width in &widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in columns.iter().zip(&widths) {
        let _ = write!(
            out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EBEE\"/></w:tcPr>"
        );
        paragraph(
            out,
            if column.kind == ColumnKind::Number { "TableHeadNumber" } else { "TableHead" },
            &column.title,
        );
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
    for row in &table.rows {
        out.push_str("<w:tr>");
        let all: Vec<&Cell> = cells(table, row).collect();
        let shown = band.iter().filter_map(|&at| all.get(at).copied());
        for ((cell, column), width) in shown.zip(&columns).zip(&widths) {
            let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
            write_cell(out, cell, column.kind);
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

/// A cell's paragraphs; Word demands at least one.
fn write_cell(out: &mut String, cell: &Cell, kind: ColumnKind) {
    let style = if kind == ColumnKind::Number { "TableNumber" } else { "TableText" };
    match &cell.value {
        Value::Blocks(blocks) if !blocks.is_empty() => {
            for block in blocks {
                let style = match block.kind {
                    BlockKind::Summary => "Summary",
                    BlockKind::Segment => "Segment",
                    BlockKind::State => "State",
                };
                let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
                run(out, None, &block.text);
                if !block.citation.is_empty() {
                    run(out, None, " ");
                    // A short citation stays on one line; it is read with no-break spaces as well.
                    let whole = block.citation.chars().count() <= 20;
                    let citation =
                        if whole { block.citation.replace(' ', "\u{A0}") } else { block.citation.clone() };
                    run(out, Some("Citation"), &citation);
                }
                out.push_str("</w:p>");
            }
        }
        value => paragraph(out, style, &in_words(value)),
    }
}

pub(super) fn paragraph(out: &mut String, style: &str, text: &str) {
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
    run(out, None, text);
    out.push_str("</w:p>");
}

fn run(out: &mut String, style: Option<&str>, text: &str) {
    run_as(out, &style.map(|style| format!("<w:rStyle w:val=\"{style}\"/>")).unwrap_or_default(), text);
}

/// A run with these properties, which are XML.
pub(super) fn run_as(out: &mut String, look: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    if !look.is_empty() {
        let _ = write!(out, "<w:rPr>{look}</w:rPr>");
    }
    for (index, line) in lines(text).enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                out.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                let _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escape(shown(piece)));
            }
        }
    }
    out.push_str("</w:r>");
}

fn core(meta: &Meta) -> Result<String> {
    let date = meta.created()?.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let text = |text: &str| escape(shown(text)).into_owned();
    Ok(format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>absatz</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified></cp:coreProperties>",
        text(&meta.title),
        text(&meta.project)
    ))
}

fn footer() -> String {
    let field = |name: &str| {
        format!(
            "</w:t></w:r><w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>\
             <w:r><w:t xml:space=\"preserve\">"
        )
    };
    // The words come first and are escaped; the fields, being markup, go in after.
    let words = tr!("table-page", page = "\u{1}", pages = "\u{2}");
    let words = escape(words.as_str()).replace('\u{1}', &field("PAGE")).replace('\u{2}', &field("NUMPAGES"));
    format!(
        "{XML}<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr>\
         <w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p></w:ftr>"
    )
}

fn styles() -> String {
    let language = match crate::i18n::lang() {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
    };
    let mut out = format!(
        "{XML}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults>\
         <w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>"
    );
    let mut style = |id: &str, name: &str, base: &str, paragraph: &str, run: &str| {
        let default = if id == "Normal" { " w:default=\"1\"" } else { "" };
        let base = if base.is_empty() { String::new() } else { format!("<w:basedOn w:val=\"{base}\"/>") };
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{base}<w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    };
    const GREY: &str = "<w:color w:val=\"595959\"/>";
    let tight = "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let block = "<w:spacing w:before=\"20\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let size = |points: u32| format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", points * 2);
    style("Normal", "Normal", "", "", "");
    style(
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        &format!("<w:b/>{}", size(16)),
    );
    style(
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        &format!("<w:b/>{}", size(13)),
    );
    style(
        "Heading3",
        "heading 3",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
        &format!("<w:b/>{}", size(11)),
    );
    for (level, points) in [(4, 11), (5, 11)] {
        style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            "Normal",
            &format!(
                "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"{}\"/>",
                level - 1
            ),
            &format!("<w:b/><w:i/>{}", size(points)),
        );
    }
    style(
        "Title",
        "Title",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        &format!("<w:b/>{}", size(20)),
    );
    style(
        "Quote",
        "Quote",
        "Normal",
        "<w:spacing w:before=\"120\" w:after=\"60\"/><w:ind w:left=\"567\" w:right=\"567\"/>",
        "",
    );
    // Not set in from the left: what is, reads as words of the quotation.
    style(
        "SourceLine",
        "Source Line",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"160\"/><w:ind w:right=\"567\"/><w:jc w:val=\"right\"/>",
        &format!("{GREY}{}", size(9)),
    );
    style(
        "ListParagraph",
        "List Paragraph",
        "Normal",
        "<w:spacing w:after=\"80\"/><w:ind w:left=\"357\" w:hanging=\"357\"/>",
        "",
    );
    style(
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/>",
        &format!("<w:b/>{}", size(10)),
    );
    style("FirstNote", "First Note", "Note", "<w:spacing w:before=\"360\" w:after=\"60\"/>", "");
    for level in 1..=3 {
        let indent = (level - 1) * 284;
        style(
            &format!("TOC{level}"),
            &format!("toc {level}"),
            "Normal",
            &format!(
                "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9628\"/></w:tabs><w:spacing w:after=\"40\"/><w:ind w:left=\"{indent}\"/>"
            ),
            "",
        );
    }
    style(
        "Note",
        "Table Note",
        "Normal",
        "<w:spacing w:before=\"40\" w:after=\"60\"/>",
        &format!("{GREY}{}", size(9)),
    );
    style("Footer", "footer", "Normal", "<w:jc w:val=\"right\"/>", &format!("{GREY}{}", size(9)));
    style("TableText", "Table Text", "Normal", tight, &size(9));
    style("TableNumber", "Table Number", "TableText", "<w:jc w:val=\"right\"/>", "");
    style("TableHead", "Table Head", "TableText", "<w:keepNext/>", "<w:b/>");
    style("TableHeadNumber", "Table Head Number", "TableHead", "<w:jc w:val=\"right\"/>", "");
    style("Transcript", "Transcript", "TableText", block, &size(10));
    style("Margin", "Margin Code", "TableText", "<w:ind w:left=\"170\" w:hanging=\"170\"/>", &size(8));
    style("Summary", "Summary", "TableText", block, "");
    style("State", "State", "TableText", block, GREY);
    style(
        "Segment",
        "Segment",
        "TableText",
        &format!("{block}<w:ind w:left=\"113\"/>"),
        &format!("<w:i/>{GREY}{}", size(8)),
    );
    out.push_str(
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Citation\"><w:name w:val=\"Citation\"/>\
         <w:rPr><w:i w:val=\"0\"/><w:color w:val=\"595959\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Emphasis\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>\
         <w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         </w:style><w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>\
         <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>");
    }
    out.push_str("</w:tblBorders></w:tblPr></w:style></w:styles>");
    out
}

/// How the body begins; it ends with a section.
pub(super) const BODY: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
const RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
    </Relationships>";
const DOCUMENT_RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>\
    <Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>\
    </Relationships>";
/// Word 2013 and later; without this Word opens the file in compatibility mode.
const SETTINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:compat>\
    <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
    </w:compat></w:settings>";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::Cell;

    /// Short columns beside running text, too wide together: the texts wrap, and no word is broken.
    #[test]
    fn a_squeezed_column_holds_its_widest_word() {
        let words =
            ["Verwaltungsleitung im Amt", "Digitalisieren der Stadt", "Kommune", "unter 50.000 oder mehr"];
        let mut columns: Vec<Column> =
            (0..4).map(|at| Column::new(&at.to_string(), at.to_string(), ColumnKind::Short)).collect();
        columns.push(Column::new("why", "why", ColumnKind::Long));
        columns.push(Column::new("more", "more", ColumnKind::Long));
        let mut row: Vec<Cell> = words.iter().map(|text| Cell::text(*text)).collect();
        row.extend([Cell::text("function + gender; office + gender"), Cell::text("level + size")]);
        let table = Table { columns, rows: vec![row], ..Table::default() };
        let band: Vec<usize> = (0..6).collect();
        let widths = widths(&table, &band, PORTRAIT);
        assert!(widths.iter().sum::<usize>() <= PORTRAIT.0 - 2 * MARGIN, "{widths:?}");
        for (width, text) in widths.iter().zip(words) {
            assert!(*width >= word_width(text, 24) * 120 + 280, "{text}: {widths:?}");
        }
    }
}
