//! Files made to exhaust memory or time. Each is given to the program itself, which may not have more than 512 MB, and
//! is either read or refused with one error.

use std::io::{Cursor, Write};
use std::process::{Command, Output};

use absatz::error::Kind;
use absatz::formats::read::ReadOptions;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{check, inputs};

/// Kilobytes of address space, which is more than the memory in use.
const MEMORY: u32 = 512 * 1024;
/// Of processor time, in an unoptimised build.
const SECONDS: u32 = 40;

/// `absatz import --dry-run` of the file in an empty folder, with the memory limited.
fn import(name: &str, bytes: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v {MEMORY}; ulimit -t {SECONDS}; exec \"$0\" import --dry-run --json \"$1\""))
        .args([env!("CARGO_BIN_EXE_absatz"), name])
        .current_dir(folder.path())
        .env("ABSATZ_LANG", "en")
        .output()
        .unwrap();
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [name], "nothing is written");
    output
}

pub fn read(name: &str, bytes: &[u8]) {
    let output = import(name, bytes);
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Refused with one error that says this.
pub fn refused(name: &str, bytes: &[u8], reason: &str) {
    let output = import(name, bytes);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{name}: {} {said:.2000}", output.status);
    let errors = said.matches("\"kind\":\"unreadable\"").count();
    assert!(errors == 1 && said.contains(reason), "{name}: {said:.2000}");
    assert!(!said.contains("panicked"), "{said:.2000}");
}

/// An entry of one text repeated, which no memory ever holds unpacked.
fn repeated(entries: &[(&str, &str, usize, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, start, times, piece) in entries {
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(1)).large_file(true))
            .unwrap();
        zip.write_all(start.as_bytes()).unwrap();
        let block = piece.repeat(65_536 / piece.len());
        let per_block = block.len() / piece.len();
        for _ in 0..times / per_block {
            zip.write_all(block.as_bytes()).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

fn top() -> String {
    inputs::relations(&[("officeDocument", "word/document.xml")])
}

fn document(piece: &str, times: usize) -> Vec<u8> {
    let start = format!("<w:document xmlns:w=\"{}\"><w:body>", inputs::W);
    repeated(&[("_rels/.rels", &top(), 0, "x"), ("word/document.xml", &start, times, piece)])
}

#[test]
fn a_gigabyte_of_zeros() {
    let bomb = repeated(&[("_rels/.rels", &top(), 0, "x"), ("word/document.xml", "", 1 << 30, "\0")]);
    refused("zeros.docx", &bomb, "unpacks to far more");
}

#[test]
fn unpacked_within_the_limit_but_no_transcript() {
    refused("paragraphs.docx", &document("<w:p/>", 20_000_000), "more text than a transcript");
    refused(
        "text.docx",
        &document(
            "<w:p><w:r><w:t>ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja ja</w:t></w:r></w:p>",
            300_000,
        ),
        "more text than a transcript",
    );
}

#[test]
fn many_entries() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for number in 0..60_000 {
        zip.start_file(format!("word/{number}"), options).unwrap();
    }
    refused("entries.docx", &zip.finish().unwrap().into_inner(), "unpacks to far more");
}

/// A directory of a million entries without any content, as far as a file may be.
#[test]
fn a_directory_of_a_million_entries() {
    let (count, mut bytes) = (1_340_000_u64, b"PK\x03\x04".to_vec());
    let start = bytes.len() as u64;
    for number in 0..count {
        bytes.extend_from_slice(b"PK\x01\x02");
        bytes.extend_from_slice(&[0; 24]);
        bytes.extend_from_slice(&[4, 0]);
        bytes.extend_from_slice(&[0; 16]);
        bytes.extend((0..4).map(|at| b'a' + (number >> (5 * at) & 31) as u8));
    }
    let end = bytes.len() as u64;
    bytes.extend_from_slice(b"PK\x06\x06");
    for value in [44, 0x2d_002d, 0, count, count, end - start, start] {
        bytes.extend_from_slice(&value.to_le_bytes()[..if value == 0x2d_002d { 4 } else { 8 }]);
    }
    bytes.extend_from_slice(b"PK\x06\x07\0\0\0\0");
    bytes.extend_from_slice(&end.to_le_bytes());
    bytes.extend_from_slice(&[1, 0, 0, 0]);
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    bytes.extend_from_slice(&[0xff; 12]);
    bytes.extend_from_slice(&[0, 0]);
    refused("directory.docx", &bytes, "unpacks to far more");
}

#[test]
fn entities_expand_to_nothing() {
    let mut types = String::from("<!DOCTYPE x [<!ENTITY a \"haha\">");
    for (name, before) in ('b'..='k').zip('a'..='j') {
        types.push_str(&format!("<!ENTITY {name} \"{}\">", format!("&{before};").repeat(10)));
    }
    types.push_str("<!ENTITY file SYSTEM \"file:///etc/passwd\">]>");
    let part = format!(
        "{types}<w:document xmlns:w=\"{}\"><w:body><w:p><w:r><w:t>x&k;&file;y</w:t></w:r></w:p></w:body></w:document>",
        inputs::W
    );
    let file = inputs::docx(0, false, part.as_bytes());
    let draft = check::transcript("a.docx", &file, &ReadOptions::default()).unwrap();
    assert_eq!(draft.text.as_str(), "xy");
    read("entities.docx", &file);
}

#[test]
fn nested_elements() {
    for element in ["w:sdt", "w:p", "w:tbl", "w:txbxContent", "x"] {
        let part = format!("<{element}>").repeat(100_000);
        let error =
            check::transcript("a.docx", &inputs::docx(0, true, part.as_bytes()), &ReadOptions::default());
        assert_eq!(error.unwrap_err().kind, Kind::Unreadable, "{element}");
    }
    refused("nested.docx", &document("<w:p><w:r>", 100_000), "unpacks to far more");
}

/// An OpenDocument text whose content begins and goes on like this.
fn odt(piece: &str, times: usize) -> Vec<u8> {
    let space = |name: &str| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"");
    let spaces = space("office") + &space("text") + &space("style");
    let start = format!("<office:document-content{spaces}><office:body><office:text>");
    repeated(&[("content.xml", &start, times, piece)])
}

#[test]
fn opendocument_bombs() {
    refused("zeros.odt", &repeated(&[("content.xml", "", 1 << 28, "\0")]), "unpacks to far more");
    refused(
        "styles.odt",
        &repeated(&[("content.xml", "<x/>", 0, "x"), ("styles.xml", "", 1 << 28, "<")]),
        "unpacks",
    );
    refused("nested.odt", &odt("<text:section><text:list>", 100_000), "unpacks to far more");
    refused("paragraphs.odt", &odt("<text:p/>", 1_000_000), "more text than a transcript");
    refused("spaces.odt", &odt("<text:p><text:s text:c=\"4000000000\"/></text:p>", 100_000), "more text");
    let style = "<style:style style:name=\"a\" style:family=\"text\"></style:style>";
    refused("many.odt", &odt(style, 500_000), "more text than a transcript");
    let mut types = String::from("<!DOCTYPE x [<!ENTITY a \"haha\">");
    for (name, before) in ('b'..='k').zip('a'..='j') {
        types.push_str(&format!("<!ENTITY {name} \"{}\">", format!("&{before};").repeat(10)));
    }
    let flat = format!(
        "{types}]><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:text><text:p>x&k;y</text:p></office:text></office:document>"
    );
    let whole = inputs::odt(false, false, flat.as_bytes());
    let draft = check::transcript("a.odt", &whole, &ReadOptions::default()).unwrap();
    assert_eq!(draft.text.as_str(), "xy");
    read("entities.fodt", format!("<?xml version=\"1.0\"?>{flat}").as_bytes());
}

/// What costs the most for its size.
#[test]
fn pages_of_nothing_but_markup() {
    let page = |piece: &str| format!("<html>{}", piece.repeat((2 << 20) / piece.len())).into_bytes();
    refused("paragraphs.html", &page("<p>a"), "more text than a transcript");
    refused("breaks.html", &page("<br>"), "more text than a transcript");
    refused("anchors.html", &page("<a name>"), "empty");
    refused("divs.html", &page("<div>"), "empty");
    let attributes: String = (0..400_000).map(|n| format!(" a{n}=b")).collect();
    read("attributes.html", format!("<html><p{attributes}>ja").as_bytes());
    read("value.html", format!("<html><p style=\"{}\">ja", "x ".repeat(1 << 20)).as_bytes());
    read("entities.html", &page("&hellip;"));
    read("open.html", format!("<html>ja{}", "<".repeat(1 << 20)).as_bytes());
    let deep = format!("{{\"text\":{}", "[".repeat(3 << 20));
    refused("deep.otr", deep.as_bytes(), "oTranscribe");
    refused("paragraphs.otr", &inputs::otr(&page("<p>a")), "more text than a transcript");
}

#[test]
fn a_line_of_fifty_megabytes() {
    refused("line.txt", &vec![b'a'; 50 << 20], "more text than a transcript");
    // As much as is allowed is read within the memory.
    read("allowed.txt", "I: [00:00:01] ".repeat((16 << 20) / 14).as_bytes());
}

#[test]
fn nothing_but_newlines() {
    refused("newlines.txt", &vec![b'\n'; 20 << 20], "more text than a transcript");
    read("lines.txt", "a\n".repeat(399_000).as_bytes());
    // In UTF-16 it is smaller than what becomes of it.
    let wide = [b"\xff\xfe".to_vec(), [0x9e, 0x8a].repeat(6 << 20)].concat();
    refused("wide.txt", &wide, "more text than a transcript");
}

/// Entries and relations that point out of the archive are read from nowhere.
#[test]
fn nothing_leaves_the_archive() {
    let folder = tempfile::tempdir().unwrap();
    let outside = folder.path().join("outside.xml");
    let secret = format!(
        "<w:footnotes xmlns:w=\"{}\"><w:footnote w:id=\"1\"><w:p><w:r><w:t>secret</w:t></w:r></w:p></w:footnote></w:footnotes>",
        inputs::W
    );
    std::fs::write(&outside, &secret).unwrap();
    let outside = outside.to_string_lossy();
    for target in [
        &*outside,
        &format!("file://{outside}"),
        &format!("../../../../../../../../..{outside}"),
        &format!("..\\..\\..{outside}"),
        "https://example.org/footnotes.xml",
    ] {
        let relation =
            format!("<Relationship Id=\"a\" Type=\"{}/footnotes\" Target=\"{target}\"/>", inputs::REL);
        let file = inputs::docx(2, true, relation.as_bytes());
        let draft = check::transcript("a.docx", &file, &ReadOptions::default()).unwrap();
        assert!(!draft.text.as_str().contains("secret"), "{target}");
    }
    let part = format!(
        "<w:document xmlns:w=\"{}\"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>",
        inputs::W
    );
    let file = inputs::archive(&[
        ("../../evil.xml", b"<a/>"),
        ("/etc/passwd", b"<a/>"),
        ("..\\evil.txt", b"<a/>"),
        ("_rels/.rels", top().as_bytes()),
        ("word/../word/document.xml", b"<a/>"),
        ("word/document.xml", part.as_bytes()),
    ]);
    read("traversal.docx", &file);
    let main = inputs::relations(&[("officeDocument", "../../../evil.xml")]);
    let file = inputs::archive(&[
        ("../../evil.xml", part.as_bytes()),
        ("_rels/.rels", main.as_bytes()),
        ("word/x", b""),
    ]);
    refused("outside.docx", &file, "no document");
}

/// Lists of nothing, claims of size, repeated cells and strings: nothing is laid out that a file only says.
#[test]
fn tables_and_segments_that_claim_much() {
    let list = |item: &str| {
        format!(
            "{{\"text\": 1, \"segments\": [{item}{}]}}",
            format!(",{item}").repeat((12 << 20) / (item.len() + 1))
        )
    };
    refused("empty.json", list("{}").as_bytes(), "no segments");
    refused("many.json", list("{\"text\":\"a\"}").as_bytes(), "not valid JSON");
    refused(
        "deep.json",
        format!("{{\"text\":1,\"segments\":[{}", "[".repeat(1 << 20)).as_bytes(),
        "not valid JSON",
    );
    let part = |kind: u8, text: &str| inputs::spreadsheet(&[&[kind], text.as_bytes()].concat());
    read(
        "claims.xlsx",
        &part(
            1,
            "<sst uniqueCount=\"99999999999\"><si><t>Zeit</t></si><si><t>Text</t></si><si><t>Ja.</t></si></sst>",
        ),
    );
    let far = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row><c r=\"A1\" t=\"str\"><v>Text</v></c></row><row><c r=\"A1048576\" t=\"str\"><v>Ja.</v></c><c r=\"XFD1048576\"><v>1</v></c><c r=\"ZZZZZZZ99999999999\"><v>1</v></c></row></sheetData></worksheet>";
    read("far.xlsx", &part(0, far));
    let long = format!(
        "<sst><si><t>Zeit</t></si><si><t>Text</t></si><si><t>{}</t></si></sst>",
        "ja ".repeat(300_000)
    );
    let rows = "<row><c t=\"s\"><v>2</v></c></row>".repeat(400);
    let file = inputs::archive(&[
        ("_rels/.rels", inputs::relations(&[("officeDocument", "xl/w.xml")]).as_bytes()),
        ("xl/_rels/w.xml.rels", format!("<Relationships><Relationship Id=\"r\" Type=\"{0}/worksheet\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"{0}/sharedStrings\" Target=\"t.xml\"/></Relationships>", inputs::REL).as_bytes()),
        ("xl/w.xml", b"<workbook><sheets><sheet name=\"S\" id=\"r\"/></sheets></workbook>"),
        ("xl/workbook.xml", b"<x/>"),
        ("xl/t.xml", long.as_bytes()),
        ("xl/s.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
    ]);
    refused("strings.xlsx", &file, "more text than a transcript");
    let ods = "<a><table name=\"S\"><table-row number-rows-repeated=\"1048576\"><table-cell number-columns-repeated=\"16384\"><p>ja ja ja ja</p></table-cell></table-row></table></a>";
    refused("repeated.ods", &part(4, ods), "more text than a transcript");
    let sheet = "<table name=\"S\"><table-row number-rows-repeated=\"100000\"><table-cell><p>ja</p></table-cell></table-row></table>";
    refused("sheets.ods", &part(4, &format!("<a>{}</a>", sheet.repeat(50))), "more text than a transcript");
    refused("cut.ods", &part(4, "<a><table name=\"S\"><table-row><table-cell><p>ja"), "damaged");
    let zeros = repeated(&[("_rels/.rels", "", 0, "x"), ("xl/workbook.xml", "", 1 << 30, " ")]);
    refused("zeros.xlsx", &zeros, "unpacks to far more");
}

#[test]
fn annotations_that_claim_much() {
    let slots = format!(
        "<ANNOTATION_DOCUMENT><TIME_ORDER>{}</TIME_ORDER></ANNOTATION_DOCUMENT>",
        "<TIME_SLOT/>".repeat(1_200_000)
    );
    refused("slots.eaf", slots.as_bytes(), "more text than a transcript");
    let nested = format!("<basic-transcription>{}", "<tier>".repeat(100_000));
    refused("nested.exb", nested.as_bytes(), "unpacks to far more");
    let chain: String = (0..50_000).map(|at| format!("<REF_ANNOTATION ANNOTATION_ID=\"a{at}\" ANNOTATION_REF=\"a{}\"><ANNOTATION_VALUE>x</ANNOTATION_VALUE></REF_ANNOTATION>", at + 1)).collect();
    refused(
        "chain.eaf",
        format!("<ANNOTATION_DOCUMENT><TIER TIER_ID=\"t\">{chain}</TIER></ANNOTATION_DOCUMENT>").as_bytes(),
        "no tier with speech",
    );
    read("bullets.cha", format!("@Begin\n*A:\t{}\n", "\u{15}1_2\u{15} a ".repeat(1_000_000)).as_bytes());
    read("quotes.csv", format!("start,text\n1,{}\n", "\"a\"b,".repeat(1_000_000)).as_bytes());
}
