//! OpenDocument texts with everything that loses text elsewhere, and Word files as LibreOffice makes odt of them.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

use absatz::formats::read::{ReadOptions, read};
use absatz::model::draft::Draft;
use absatz::text::ParagraphKind as Kind;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{assert_shape, fixture, shape};

const SPACES: &str = "xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\"";

const STYLES: &str = "<o:styles>\
    <style:style style:name=\"Standard\" style:family=\"paragraph\"/>\
    <style:style style:name=\"Titel_20_gro\u{df}\" style:display-name=\"Titel\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"/>\
    <style:style style:name=\"Geheim\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    </o:styles>\
    <o:automatic-styles><style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style></o:automatic-styles>\
    <o:master-styles><style:master-page style:name=\"Standard\"><style:header><text:p>Vertraulich</text:p></style:header>\
    <style:footer><text:p>Seite <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></o:master-styles>";

const AUTOMATIC: &str = "<o:automatic-styles>\
    <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties/></style:style>\
    <style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"Geheim\"/>\
    <style:style style:name=\"T3\" style:family=\"text\"><style:text-properties text:display=\"true\"/></style:style>\
    <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Titel_20_gro\u{df}\"/>\
    <style:style style:name=\"P2\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>\
    <text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/>\
    <text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"-\"/></text:list-style>\
    </o:automatic-styles>";

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("styles.xml", &format!("<o:document-styles {SPACES}>{STYLES}</o:document-styles>")),
        (
            "content.xml",
            &format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<o:document-content {SPACES}>{AUTOMATIC}<o:body><o:text>{body}</o:text></o:body></o:document-content>"
            ),
        ),
    ])
}

fn draft(body: &str) -> Draft {
    read("a.odt", &document(body), &ReadOptions::default()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn text(body: &str) -> String {
    draft(body).text.as_str().to_owned()
}

fn p(inner: &str) -> String {
    format!("<text:p text:style-name=\"Standard\">{inner}</text:p>")
}

#[test]
fn an_interview() {
    let body = "<text:p text:style-name=\"P1\">Interview IP 5</text:p>\
        <text:h text:outline-level=\"1\">Einstieg</text:h>\
        <text:p><text:span text:style-name=\"T1\">I:</text:span> Wie war der <text:span>erste</text:span> Tag? #00:00:04-1#</text:p><text:p/>\
        <text:p>B1:<text:tab/>Kalt.<text:line-break/>Und lang &amp; nass.</text:p>\
        <text:p>I: Ach.</text:p>";
    let draft = draft(body);
    assert_eq!(
        shape(&draft),
        [
            "#1||||Interview IP 5",
            "#2||||Einstieg",
            "3|I||4100|Wie war der erste Tag?",
            "4|B1|||Kalt.\u{2028}Und lang & nass.",
            "5|I|||Ach.",
        ]
    );
    assert_eq!(draft.text.as_str().matches('\n').count(), 5, "empty lines stay in the text");
    assert_eq!((draft.reader, draft.encoding), ("odt", None));
    assert_eq!(draft.warnings.len(), 1, "the header and the footer: {:?}", draft.warnings);
    assert!(draft.warnings[0].contains('3'), "{:?}", draft.warnings);
}

#[test]
fn white_space_collapses_over_the_borders_of_elements() {
    assert_eq!(text(&p("\n  a <text:span> b</text:span>\n\tc<text:span> </text:span> d")), "a b c d");
    assert_eq!(text(&p("a <text:s/>b<text:s text:c=\"3\"/> c")), "a  b    c");
    assert_eq!(
        text(&p("<text:s/>a<text:tab/> b<text:line-break/> c<text:soft-page-break/>d")),
        " a\t b\u{2028} cd"
    );
    assert_eq!(text(&p("\u{a0} a<text:bookmark text:name=\"x\"/>b ")), "\u{a0} ab ");
    // A billion spaces are no more than a line of them.
    assert_eq!(text(&p("a<text:s text:c=\"4000000000\"/>b")).len(), 1_002);
}

#[test]
fn tracked_changes_are_accepted() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><o:change-info><dc:creator>AK</dc:creator></o:change-info><text:p>weg</text:p></text:deletion></text:changed-region>\
        <text:changed-region text:id=\"c2\"><text:insertion><o:change-info/></text:insertion></text:changed-region></text:tracked-changes>"
        .to_owned()
        + &p("eins <text:change text:change-id=\"c1\"/><text:change-start text:change-id=\"c2\"/>zwei<text:change-end text:change-id=\"c2\"/>");
    let draft = draft(&body);
    assert_eq!(draft.text.as_str(), "eins zwei");
    assert!(draft.warnings[0].contains('2'), "{:?}", draft.warnings);
}

#[test]
fn hidden_text() {
    let body = p(
        "offen <text:span text:style-name=\"T2\">zwei Wörter <text:span text:style-name=\"T3\">doch</text:span></text:span>.",
    ) + "<text:p text:style-name=\"P2\">alles weg<text:span text:style-name=\"T3\">, fast</text:span></text:p>"
        + "<text:p text:style-name=\"P2\">ganz</text:p>"
        + "<text:section text:display=\"none\"><text:p>ein Abschnitt</text:p><text:p/></text:section>"
        + &p("Absatz<text:hidden-paragraph text:is-hidden=\"true\"/>")
        + "<text:section text:name=\"s\"><text:p>da</text:p></text:section>";
    let draft = draft(&body);
    assert_eq!(draft.text.as_str(), "offen doch.\n, fast\nda");
    assert!(draft.warnings[0].contains('8'), "{:?}", draft.warnings);
}

#[test]
fn notes_come_after_the_text() {
    let note = |class: &str, text: &str| {
        format!(
            "<text:note text:note-class=\"{class}\"><text:note-citation>1</text:note-citation><text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
        )
    };
    let body = p(&format!("I: Satz{} eins.", note("endnote", "Am Ende.")))
        + &p(&format!("B: Zwei{}.", note("footnote", "Fuß <text:span>eins</text:span>.")));
    let draft = draft(&body);
    assert_eq!(draft.text.as_str(), "I: Satz eins.\nB: Zwei.\nFuß eins.\nAm Ende.");
    let kinds: Vec<Kind> = draft.paragraphs.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [Kind::Speech, Kind::Speech, Kind::Note, Kind::Note]);
}

#[test]
fn tables_boxes_lists_and_ruby() {
    let cell = |inner: &str| format!("<table:table-cell>{inner}</table:table-cell>");
    let nested =
        format!("<table:table><table:table-row>{}</table:table-row></table:table>", cell(&p("innen")));
    let body = format!(
        "<table:table><table:title>weg</table:title><table:table-column/><table:table-row>{}{}<table:covered-table-cell>{}</table:covered-table-cell></table:table-row></table:table>",
        cell(&p("A")),
        cell(&(p("B") + &nested)),
        p("verdeckt"),
    ) + &p(
        "vor <draw:frame><draw:text-box><text:p>Kasten</text:p></draw:text-box><svg:title>weg</svg:title></draw:frame>nach",
    ) + &p(
        "<draw:custom-shape><text:p>Form</text:p></draw:custom-shape><draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>",
    ) + "<text:list text:style-name=\"L1\"><text:list-item><text:p>eins</text:p><text:p>weiter</text:p>\
           <text:list><text:list-item><text:p>Punkt</text:p></text:list-item></text:list></text:list-item>\
           <text:list-item><text:p>zwei</text:p></text:list-item></text:list>"
        + &p(
            "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>\
              <o:annotation><dc:creator>AK</dc:creator><text:p>Notiz</text:p></o:annotation>字<loext:content-control>!</loext:content-control>",
        );
    let draft = draft(&body);
    assert_eq!(
        draft.text.as_str(),
        "A\nB\ninnen\nvor nach\nKasten\n\nForm\neins\nweiter\nPunkt\nzwei\n漢字!"
    );
    let said = draft.warnings.join("\n");
    // A comment, two numbers, a picture, an object, and the words of the margins.
    assert_eq!(draft.warnings.len(), 5, "{said}");
    assert!(said.contains('2'), "{said}");
}

#[test]
fn directories_fields_and_links() {
    let body = "<text:sequence-decls><text:sequence-decl text:name=\"x\"/></text:sequence-decls>\
        <text:table-of-content><text:table-of-content-source><text:index-title-template>weg</text:index-title-template></text:table-of-content-source>\
        <text:index-body><text:index-title><text:p>Inhalt</text:p></text:index-title><text:p><text:a>Einstieg<text:tab/>1</text:a></text:p></text:index-body></text:table-of-content>\
        <text:h><text:number>1.1 </text:number>Einstieg</text:h>"
        .to_owned()
        + &p("am <text:date>2.3.2026</text:date><text:variable-set text:display=\"none\">weg</text:variable-set>, <text:a>hier</text:a>");
    assert_eq!(text(&body), "Inhalt\nEinstieg\t1\nEinstieg\nam 2.3.2026, hier");
}

#[test]
fn flat_files() {
    assert_shape("flat.fodt", &["#1||||Einstieg", "2|I|||Wie war das?", "3|B||4100|Gut,  und kalt."]);
    // Styles and body in one, under other prefixes, in another encoding.
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n<o:document {SPACES}>{STYLES}{AUTOMATIC}<o:body><o:text><text:p>I: Wie?</text:p><text:p>B: <text:span text:style-name=\"Geheim\">so</text:span>Schön.</text:p></o:text></o:body></o:document>"
    );
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&xml);
    let draft = read("ohne Endung", &bytes, &ReadOptions::default()).unwrap();
    assert_eq!((draft.text.as_str(), draft.reader), ("I: Wie?\nB: Schön.", "odt"));
}

#[test]
fn what_is_no_text_or_is_locked_is_refused() {
    let content =
        |body: &str| format!("<o:document-content {SPACES}><o:body>{body}</o:body></o:document-content>");
    let encrypted = "<m><m:encryption-data xmlns:m=\"m\"/></m>";
    for (parts, reason) in [
        (vec![("content.xml", content("<o:presentation/>"))], "no text document"),
        (vec![("encrypted-package", "x".to_owned())], "password"),
        (
            vec![("META-INF/manifest.xml", encrypted.to_owned()), ("content.xml", "\u{1}x".to_owned())],
            "password",
        ),
        (vec![("content.xml", content("<o:text><text:p>halb"))], "damaged"),
        (vec![("content.xml", content("<o:text><text:p/></o:text>"))], "empty"),
    ] {
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, part)| (*name, part.as_str())).collect();
        absatz::i18n::set_lang(absatz::i18n::Lang::En);
        let error = read("a.odt", &package(&parts), &ReadOptions::default()).unwrap_err();
        assert!(error.message.contains(reason) && error.hint.is_some(), "{reason}: {error:?}");
    }
}

/// Word's fixtures, made into odt by LibreOffice where it is installed, read the same.
#[test]
fn as_libreoffice_writes_it() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["maxqda_kuckartz", "teams_meeting", "word365_transcribe_like"];
    let mut command = Command::new("soffice");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    command.args([&profile, "--headless", "--convert-to", "odt", "--outdir"]).arg(folder.path());
    for name in names {
        let file = folder.path().join(format!("{name}.docx"));
        std::fs::write(&file, fixture(&format!("{name}.docx"))).unwrap();
        command.arg(file);
    }
    if !command.output().is_ok_and(|output| output.status.success()) {
        println!("skipped: LibreOffice is not here");
        return;
    }
    let mut said = String::new();
    for name in names {
        let docx = read(&format!("{name}.docx"), &fixture(&format!("{name}.docx")), &ReadOptions::default())
            .unwrap();
        let bytes = std::fs::read(folder.path().join(format!("{name}.odt"))).unwrap();
        let odt = read(&format!("{name}.odt"), &bytes, &ReadOptions::default()).unwrap();
        assert_eq!(shape(&odt), shape(&docx), "{name}");
        writeln!(said, "{name}: {} paragraphs", odt.numbered()).unwrap();
    }
    println!("{said}");
}
