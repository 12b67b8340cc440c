//! Word files with everything that loses text elsewhere.

use std::io::Write;

use absatz::formats::read::{ReadOptions, read};
use absatz::model::draft::Draft;
use absatz::text::ParagraphKind as Kind;
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::fixture;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn relations(list: &[(&str, &str)]) -> String {
    let list: String = list
        .iter()
        .enumerate()
        .map(|(id, (kind, target))| {
            format!("<Relationship Id=\"r{id}\" Type=\"{REL}/{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!(
        "\u{feff}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>"
    )
}

/// A Word file with this body; styles and notes as the tests need them.
pub(super) fn document(body: &str) -> Vec<u8> {
    let spaces = format!(
        "xmlns:w=\"{W}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"urn:wps\" \
         xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
    );
    let note = |id: u32, text: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {text}</w:t></w:r></w:p></w:footnote>"
        )
    };
    package(&[
        ("_rels/.rels", &relations(&[("officeDocument", "/word/document2.xml")])),
        (
            "word/_rels/document2.xml.rels",
            &relations(&[
                ("styles", "styles.xml"),
                ("footnotes", "footnotes.xml"),
                ("header", "header1.xml"),
            ]),
        ),
        (
            "word/document2.xml",
            &format!("<?xml version=\"1.0\"?><w:document {spaces}><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/styles.xml",
            &format!(
                "<w:styles xmlns:w=\"{W}\"><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
                 <w:style w:styleId=\"Frage\"><w:basedOn w:val=\"berschrift1\"/></w:style>\
                 <w:style w:styleId=\"Geheim\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
            ),
        ),
        (
            "word/footnotes.xml",
            &format!(
                "<w:footnotes xmlns:w=\"{W}\"><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}{}</w:footnotes>",
                note(1, "Erste."),
                note(2, "Zweite.")
            ),
        ),
        (
            "word/header1.xml",
            &format!("<w:hdr xmlns:w=\"{W}\"><w:p><w:r><w:t>Streng vertraulich</w:t></w:r></w:p></w:hdr>"),
        ),
    ])
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}
fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}
fn draft(body: &str) -> Draft {
    read("a.docx", &document(body), &ReadOptions::default()).unwrap()
}
fn text(body: &str) -> String {
    draft(body).text.as_str().to_owned()
}

#[test]
fn characters_that_are_elements() {
    let runs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t>\
        <w:softHyphen/><w:t>f</w:t><w:ptab/><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:br w:type=\"page\"/><w:t>g &amp; &#228;&lt;<![CDATA[<x>]]></w:t></w:r>";
    assert_eq!(text(&p(runs)), "a\tb\u{2028}c\u{2028}d\u{2011}e\u{ad}f\t→\u{2028}g & ä<<x>");
}

#[test]
fn tab_stops_are_no_tabs() {
    assert_eq!(
        text("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
        "a"
    );
}

#[test]
fn tracked_changes_are_accepted() {
    let body = [
        p(&format!(
            "{}<w:ins>{}</w:ins><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>",
            r("eins "),
            r("zwei")
        )),
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>", r("drei ")),
        p(&format!("<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>", r("alt"), r("vier"))),
    ];
    let draft = draft(&body.concat());
    assert_eq!(draft.text.as_str(), "eins zwei\ndrei vier");
    assert_eq!(draft.numbered(), 2);
    assert!(draft.warnings[0].contains('5'), "{:?}", draft.warnings);
}

#[test]
fn tables_text_boxes_and_wrappers() {
    let cell = |inner: &str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
    let nested = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&p(&r("innen"))));
    let table = format!(
        "<w:tbl><w:tblPr/><w:tr>{}{}</w:tr></w:tbl>",
        cell(&p(&r("A"))),
        cell(&(p(&r("B")) + &nested + "<w:p/>"))
    );
    let shape = format!("<w:txbxContent>{}</w:txbxContent>", p(&r("Kasten")));
    let drawn = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{shape}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{shape}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let wrapped = format!(
        "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        p(&format!("<w:hyperlink>{}</w:hyperlink><w:smartTag>{}</w:smartTag>", r("Link "), r("Ort")))
    );
    let body = table + &p(&(r("vor ") + &drawn + &r("nach"))) + &wrapped;
    assert_eq!(text(&body), "A\nB\ninnen\n\nvor nach\nKasten\nLink Ort");
}

#[test]
fn fields_show_their_result() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let code = "<w:r><w:instrText>PAGE </w:instrText></w:r>";
    let runs =
        r("Seite ") + &field("begin") + code + &r("versteckt") + &field("separate") + &r("7") + &field("end");
    let simple = format!("<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple>", r(" heute"));
    assert_eq!(text(&p(&(runs + &simple))), "Seite 7 heute");
    // A code that never ends loses its paragraph at most.
    assert_eq!(text(&(p(&(field("begin") + code)) + &p(&r("weiter")))), "\nweiter");
}

#[test]
fn notes_headings_hidden_text() {
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Frage\"/></w:pPr>{}</w:p>{}{}<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>{}</w:p>",
        r("Thema"),
        p(&(r("I: Satz")
            + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
            + &r(" eins.")
            + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>")),
        p(&("<w:r><w:rPr><w:vanish/></w:rPr><w:t>zwei Wörter</w:t></w:r>".to_owned()
            + "<w:r><w:rPr><w:rStyle w:val=\"Geheim\"/></w:rPr><w:t>drittes</w:t></w:r>")),
        r("Zweites Thema"),
    );
    let draft = draft(&body);
    assert_eq!(draft.text.as_str(), "Thema\nI: Satz eins.\nZweites Thema\nZweite.\nErste.");
    let kinds: Vec<Kind> = draft.paragraphs.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [Kind::Heading, Kind::Speech, Kind::Heading, Kind::Note, Kind::Note]);
    assert!(draft.warnings[0].contains('3') && draft.warnings[1].contains('2'), "{:?}", draft.warnings);
}

#[test]
fn ruby_comments_pictures_and_numbers() {
    let body = p(&("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>".to_owned()
        + "<w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r>"))
        + "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>Punkt</w:t></w:r></w:p>";
    let draft = draft(&body);
    assert_eq!(draft.text.as_str(), "漢\nPunkt");
    assert_eq!(draft.warnings.len(), 4, "{:?}", draft.warnings);
}

#[test]
fn strict_files_and_other_prefixes() {
    let xml = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>streng</x:t></x:r></x:p></x:body></x:document>";
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"Word\\Document.xml\"/></Relationships>";
    let bytes = package(&[("_rels/.rels", relations), ("word/document.xml", xml)]);
    assert_eq!(read("ohne Endung", &bytes, &ReadOptions::default()).unwrap().text.as_str(), "streng");
}

#[test]
fn bombs_do_not_go_off() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>x&b;y</w:t></w:r></w:p></w:body></w:document>";
    let rels = relations(&[("officeDocument", "word/document.xml")]);
    let bytes = package(&[("_rels/.rels", &rels), ("word/document.xml", laughs)]);
    assert_eq!(read("a.docx", &bytes, &ReadOptions::default()).unwrap().text.as_str(), "xy");
    let deep = "<w:sdt><w:sdtContent>".repeat(5_000);
    let bytes = package(&[
        ("_rels/.rels", &rels),
        ("word/document.xml", &format!("<w:document xmlns:w=\"{W}\">{deep}")),
    ]);
    assert!(read("a.docx", &bytes, &ReadOptions::default()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Flipped bytes give a text or an error, never a panic.
    #[test]
    fn mutated_files(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = fixture("maxqda_kuckartz.docx");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("a.docx", &bytes, &ReadOptions::default());
    }
    /// Any nesting of these elements is survived.
    #[test]
    fn odd_bodies(parts in proptest::collection::vec(prop_oneof![
        Just("<w:p>"), Just("</w:p>"), Just("<w:r>"), Just("</w:r>"), Just("<w:t>x</w:t>"), Just("<w:txbxContent>"),
        Just("</w:txbxContent>"), Just("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"), Just("<w:fldChar w:fldCharType=\"end\"/>"),
        Just("<w:tc>"), Just("</w:tc>"), Just("<w:rPr><w:vanish/></w:rPr>"), Just("&#0;"), Just("<w:footnoteReference w:id=\"1\"/>"),
    ], 0..24)) {
        let _ = read("a.docx", &document(&parts.concat()), &ReadOptions::default());
    }
}
