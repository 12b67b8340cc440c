//! From bytes to inputs.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

pub const NAMES: [&str; 16] = [
    "a.txt",
    "a.md",
    "a.vtt",
    "a.srt",
    "a.docx",
    "a",
    "a.json",
    "a.otr",
    "a.eaf",
    "a.mx24",
    "a.doc",
    "a.html",
    "a.csv",
    "Größe.Vtt",
    "a.odt",
    "a.fodt",
];

pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A zip archive of these entries.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, content) in entries {
        if zip.start_file(*name, options).is_ok() {
            drop(zip.write_all(content));
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

pub fn relations(list: &[(&str, &str)]) -> String {
    let list: String = list
        .iter()
        .map(|(kind, target)| format!("<Relationship Id=\"r\" Type=\"{REL}/{kind}\" Target=\"{target}\"/>"))
        .collect();
    format!("<Relationships>{list}</Relationships>")
}

/// A table and its name: a spreadsheet or, where the first byte says so, a CSV.
pub fn sheet(bytes: &[u8]) -> (&'static str, Vec<u8>) {
    match bytes.split_first() {
        Some((first, text)) if first & 7 == 7 => ("a.csv", text.to_vec()),
        _ => ("a.xlsx", spreadsheet(bytes)),
    }
}

/// A sound spreadsheet but for one part: the first byte says which (the low bits), the rest is the part.
pub fn spreadsheet(bytes: &[u8]) -> Vec<u8> {
    let (first, part) = bytes.split_first().map_or((0, bytes), |(first, part)| (first & 7, part));
    if first == 4 {
        return archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", part),
        ]);
    }
    let book =
        format!("<workbook xmlns:r=\"{REL}\"><sheets><sheet name=\"S\" r:id=\"r\"/></sheets></workbook>");
    let links = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{REL}/worksheet\" Target=\"s.xml\"/>\
         <Relationship Id=\"t\" Type=\"{REL}/sharedStrings\" Target=\"t.xml\"/>\
         <Relationship Id=\"u\" Type=\"{REL}/styles\" Target=\"u.xml\"/></Relationships>"
    );
    let sheet = "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
                 <row><c s=\"1\"><v>0.01</v></c><c t=\"s\"><v>2</v></c></row></sheetData></worksheet>";
    let strings = "<sst><si><t>Zeit</t></si><si><t>Text</t></si><si><r><t>Wie </t></r><r><t>war das?</t></r></si></sst>";
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>";
    let top = relations(&[("officeDocument", "xl/workbook.xml")]);
    let mut parts: Vec<(&str, Vec<u8>)> = vec![
        ("xl/s.xml", sheet.into()),
        ("xl/t.xml", strings.into()),
        ("xl/u.xml", styles.into()),
        ("xl/workbook.xml", book.into()),
        ("xl/_rels/workbook.xml.rels", links.into()),
        ("_rels/.rels", top.into()),
    ];
    if let Some((_, content)) = parts.get_mut(usize::from(first)) {
        *content = part.to_vec();
    }
    let entries: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (*name, content.as_slice())).collect();
    archive(&entries)
}

/// The parts of a Word file that can be replaced, in the order of [`docx`]'s first argument.
pub const PARTS: [&str; 7] = [
    "word/document.xml",
    "word/footnotes.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/header1.xml",
    "_rels/.rels",
    "[Content_Types].xml",
];

/// A sound Word file but for one part, which is `bytes`: as they are, or as what stands in the part's body.
pub fn docx(part: usize, inside: bool, bytes: &[u8]) -> Vec<u8> {
    let wrapped = |start: &str, end: &str| [start.as_bytes(), bytes, end.as_bytes()].concat();
    let spaces = format!(
        "xmlns:w=\"{W}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
         xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    );
    let document = format!(
        "<w:document {spaces}><w:body><w:p><w:pPr><w:pStyle w:val=\"F\"/></w:pPr><w:r><w:t>I: Wie war das?</w:t>\
         <w:footnoteReference w:id=\"1\"/></w:r></w:p><w:p><w:r><w:t>B: Gut.</w:t></w:r></w:p></w:body></w:document>"
    );
    let notes = format!(
        "<w:footnotes xmlns:w=\"{W}\"><w:footnote w:id=\"1\"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let rels =
        relations(&[("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("header", "header1.xml")]);
    let styles = format!(
        "<w:styles xmlns:w=\"{W}\"><w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>\
         <w:style w:styleId=\"F\"><w:basedOn w:val=\"H\"/></w:style></w:styles>"
    );
    let header = format!("<w:hdr xmlns:w=\"{W}\"><w:p><w:r><w:t>Vertraulich</w:t></w:r></w:p></w:hdr>");
    let top = relations(&[("officeDocument", "word/document.xml")]);
    let mut contents: Vec<Vec<u8>> =
        [document, notes, rels, styles, header, top, "<Types/>".to_owned()].map(String::into_bytes).to_vec();
    let part = part % PARTS.len();
    contents[part] = match (inside, part) {
        (false, _) | (_, 6) => bytes.to_vec(),
        (true, 0) => wrapped(&format!("<w:document {spaces}><w:body>"), "</w:body></w:document>"),
        (true, 1) => wrapped(&format!("<w:footnotes {spaces}>"), "</w:footnotes>"),
        (true, 3) => wrapped(&format!("<w:styles {spaces}>"), "</w:styles>"),
        (true, 4) => wrapped(&format!("<w:hdr {spaces}>"), "</w:hdr>"),
        (true, _) => wrapped("<Relationships>", "</Relationships>"),
    };
    let entries: Vec<(&str, &[u8])> = PARTS.iter().copied().zip(contents.iter().map(Vec::as_slice)).collect();
    archive(&entries)
}

/// A sound OpenDocument text but for one part: the content or the styles, as they are, or what stands in the body or
/// among the styles.
pub fn odt(styles: bool, inside: bool, bytes: &[u8]) -> Vec<u8> {
    let spaces: String = ["office", "text", "style", "table"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .concat()
        + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";
    let style = "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
    let text = "<text:p>I: Wie war das?</text:p><text:p>B: Gut<text:span text:style-name=\"H\"> geheim</text:span>.</text:p>";
    let part = |of_styles: bool, sound: &str, start: &str, end: &str| match (of_styles == styles, inside) {
        (false, _) => format!("{start}{sound}{end}").into_bytes(),
        (true, false) => bytes.to_vec(),
        (true, true) => [start.as_bytes(), bytes, end.as_bytes()].concat(),
    };
    let styles = part(
        true,
        style,
        &format!("<office:document-styles{spaces}><office:styles>"),
        "</office:styles></office:document-styles>",
    );
    let content = part(
        false,
        text,
        &format!("<office:document-content{spaces}><office:body><office:text>"),
        "</office:text></office:body></office:document-content>",
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
    ])
}

/// An oTranscribe file around a piece of HTML.
pub fn otr(html: &[u8]) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    serde_json::json!({ "text": html, "media": "a.mp3", "media-time": 1.5 }).to_string().into_bytes()
}

/// A PDF file of one page with this content, whose font has this map of letters, or none.
pub fn pdf(content: &[u8], letters: &[u8]) -> Vec<u8> {
    let map = if letters.is_empty() { "" } else { "/ToUnicode 5 0 R" };
    let mut out = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Count 1/Kids[3 0 R]>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F \
         <</Type/Font/Subtype/Type1/BaseFont/Courier{map}>>>>>>>>endobj\n"
    )
    .into_bytes();
    for (number, data) in [(4, content), (5, letters)] {
        out.extend_from_slice(format!("{number} 0 obj<</Length {}>>stream\n", data.len()).as_bytes());
        out.extend_from_slice(data);
        out.extend_from_slice(b"\nendstream endobj\n");
    }
    out.extend_from_slice(b"trailer<</Root 1 0 R>>\n%%EOF");
    out
}
