//! Tables of turns: csv and tsv, xlsx and ods.

use std::io::{Cursor, Write};

use absatz::error::Kind;
use absatz::formats::read::{Columns, Cues, ReadOptions, read};
use absatz::i18n::{Lang, set_lang};
use absatz::model::draft::Draft;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{read_fixture, shape};

fn table(name: &str, bytes: &[u8], options: &ReadOptions) -> Draft {
    set_lang(Lang::En);
    read(name, bytes, options).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn csv(text: &str) -> Draft {
    table("a.csv", text.as_bytes(), &ReadOptions::default())
}

fn columns(columns: &str) -> ReadOptions {
    ReadOptions { columns: Some(Columns::parse(columns).unwrap()), ..ReadOptions::default() }
}

#[test]
fn a_row_is_a_turn() {
    set_lang(Lang::En);
    let draft = read_fixture("gespraech.csv");
    assert_eq!(draft.reader, "csv");
    assert_eq!(
        shape(&draft),
        [
            "-||||Gespräch im Garten",
            "1|Mara Lind|12000||Wir haben \"das Beet\" gekauft,\u{2028}und die Hecke; sonst nichts.",
            "2|Tom Berg|31000||Ja.",
            "3|Tom Berg|40000||Er zögert.",
            "4||||[Pause]",
            "5|Mara Lind|3723000||Also weiter.",
        ]
    );
    assert_eq!(
        draft.advice[0].text,
        "Columns read: text C “words”; speaker B “speaker”; start A “Gespräch im Garten”; end –. Columns left out: D “tags”."
    );
    assert_eq!(
        draft.warnings,
        ["2 cells of the times hold something else, which is not in the text: “00:40 Hund bellt”, “Pause”",]
    );
}

#[test]
fn delimiters_quotes_and_marks() {
    let expected = ["1|I|1000||Wie, \"was\"?", "2|B|2000||Gut; so."];
    for text in [
        "start,speaker,text\n1,I,\"Wie, \"\"was\"\"?\"\n2,B,Gut; so.\n",
        "Beginn;Sprecher;Text\r\n1;I;\"Wie, \"\"was\"\"?\"\r\n2;B;\"Gut; so.\"\r\n",
        "\u{feff}Time\tName\tUtterance\n0:01\tI:\tWie, \"was\"?\n0:02\tB:\tGut; so.",
        "sep=;\nZEIT;Sprecher/in;TRANSKRIPT\n1,0;I;\"Wie, \"\"was\"\"?\"\n2,0;B;\"Gut; so.\"",
        "debut|locuteur|texte\n#00:00:01-0#|I|Wie, \"was\"?\n#00:00:02-0#|B|Gut; so.",
    ] {
        assert_eq!(shape(&csv(text)), expected, "{text}");
    }
    let wide: Vec<u8> = [0xfeff_u16]
        .into_iter()
        .chain("Zeit\tName\tText\n0:01\tI\tWie, \"was\"?\n0:02\tB\tGut; so.".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(shape(&table("excel.txt", &wide, &ReadOptions::default())), expected);
    // A quote that opens a cell and does not close it.
    let stray = "start\tspeaker\ttext\n1\tI\t\"Wie\" sagt er\n2\tB\t\"Gut\n3\tI\tJa.\n";
    assert_eq!(shape(&csv(stray)), ["1|I|1000||\"Wie\" sagt er", "2|B|2000||\"Gut", "3|I|3000||Ja."]);
}

/// Whisper's tsv: milliseconds, an end for each start, no speakers.
#[test]
fn a_list_of_cues_is_put_together() {
    let tsv = "start\tend\ttext\n0\t2500\tHallo.\n2500\t3000\t\"Ja\", sagt\n6000\t9000\tsie.\n";
    let draft = table("a.tsv", tsv.as_bytes(), &ReadOptions::default());
    assert_eq!(shape(&draft), ["1||0|3000|Hallo. \"Ja\", sagt", "2||6000|9000|sie."]);
    let separate = ReadOptions { cues: Cues::Separate, ..ReadOptions::default() };
    assert_eq!(table("a.tsv", tsv.as_bytes(), &separate).paragraphs.len(), 3);
    let named = "Speaker,Start (s),End (s),Text\nMara,0,2.5,Hallo.\nMara,2.5,3,Ja.\nTom,4,5,Nein.\n";
    assert_eq!(shape(&csv(named)), ["1|Mara|0|3000|Hallo. Ja.", "2|Tom|4000|5000|Nein."]);
    let elan = "Tier,Begin Time - msec,End Time - msec,Annotation\nx,10,20,Hallo.\n";
    assert_eq!(shape(&csv(elan)), ["1||10|20|Hallo."]);
}

#[test]
fn columns_without_headings() {
    let rows = "1,Mara Lind,0:01,Wir haben das Beet gekauft.\n2,Tom Berg,0:09,Und dann kam die Hecke.\n3,Mara Lind,0:12,Ja.\n4,Tom Berg,0:20,Mehr nicht.\n";
    assert_eq!(
        shape(&csv(rows)),
        [
            "1|Mara Lind|1000||Wir haben das Beet gekauft.",
            "2|Tom Berg|9000||Und dann kam die Hecke.",
            "3|Mara Lind|12000||Ja.",
            "4|Tom Berg|20000||Mehr nicht.",
        ]
    );
    let one = "I: Wie war das?\nB: Gut.\n";
    assert_eq!(shape(&csv(one)), ["1|I|||Wie war das?", "2|B|||Gut."]);
}

#[test]
fn what_cannot_be_decided_is_refused_with_the_columns() {
    set_lang(Lang::En);
    let two = "Original;Translation\nWir haben das Beet gekauft.;We bought the flower bed.\n";
    let error = read("a.csv", two.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.kind, Kind::Unreadable);
    assert_eq!(
        error.hint.unwrap(),
        "The columns with their first cells: A “Original”, B “Translation”. Say which ones count; that of the words is enough."
    );
    for given in ["text=Translation", "text=B", "text=2", "text=translation"] {
        let draft = table("a.csv", two.as_bytes(), &columns(given));
        assert!(draft.text.as_str().contains("We bought"), "{given}: {}", draft.text.as_str());
    }
    let draft = table("a.csv", two.as_bytes(), &columns("text=Original"));
    assert_eq!(draft.options["columns"]["text"], "Original", "stored with the document");
    let error = read("a.csv", two.as_bytes(), &columns("text=C")).unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
    assert!(error.hint.unwrap().contains("B “Translation”"));
}

/// A speaker, words and a time in seconds as a workbook has it; `minutes`: `00:40` that Excel took for hours.
fn workbook(minutes: bool) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let (hours, duration) =
        (Format::new().set_num_format("hh:mm"), Format::new().set_num_format("[h]:mm:ss"));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Leitfaden").unwrap();
    sheet.write(0, 0, "Thema").unwrap();
    sheet.write(1, 0, "Anfang").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("IP 7").unwrap();
    for (column, title) in ["Wer", "Zeit", "Text", "Notiz"].iter().enumerate() {
        sheet.write(2, column as u16 + 1, *title).unwrap();
    }
    for (row, (who, h, m, s, words)) in
        [("I:", 0, 1, 0, "Wie war das?"), ("B1:", 0, 2, 0, "Gut.\nUnd kalt."), ("", 12, 40, 0, "Genau 27.")]
            .into_iter()
            .enumerate()
    {
        let row = 3 + 2 * row as u32;
        if !who.is_empty() {
            sheet.write(row, 1, who).unwrap();
        }
        let time = ExcelDateTime::from_hms(h, m, f64::from(s)).unwrap();
        sheet.write_with_format(row, 2, &time, if minutes { &hours } else { &duration }).unwrap();
        sheet.write(row, 3, words).unwrap();
    }
    sheet.write(9, 3, 28).unwrap();
    sheet.write(9, 4, "laut").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn excel() {
    let draft = table("a.xlsx", &workbook(true), &ReadOptions::default());
    assert_eq!(draft.reader, "xlsx");
    let expected =
        ["1|I|1000||Wie war das?", "2|B1|2000||Gut.\u{2028}Und kalt.", "3|B1|760000||Genau 27.", "4|B1|||28"];
    assert_eq!(shape(&draft), expected, "12:40 in a table of few words are minutes");
    assert_eq!(draft.encoding, None);
    assert_eq!(
        draft.advice.iter().map(|advice| advice.text.as_str()).collect::<Vec<_>>(),
        [
            "Columns read: text D “Text”; speaker B “Wer”; start C “Zeit”; end –. Columns left out: E “Notiz”.",
            "Sheets left out: Leitfaden (2). Another one can be named.",
        ]
    );
    for sheet in ["ip 7", "2"] {
        let options = ReadOptions { sheet: Some(sheet.to_owned()), ..ReadOptions::default() };
        assert_eq!(shape(&table("a.xlsx", &workbook(true), &options)), expected);
    }
    let options = ReadOptions { sheet: Some("1".to_owned()), ..ReadOptions::default() };
    assert_eq!(table("a.xlsx", &workbook(true), &options).text.as_str(), "Thema\nAnfang");
    let options = ReadOptions { sheet: Some("IP 8".to_owned()), ..ReadOptions::default() };
    let error = read("a.xlsx", &workbook(true), &options).unwrap_err();
    assert!(error.hint.unwrap().contains("Leitfaden (2), IP 7 (5)"));
}

fn package(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Rich text, ruby, strings in the cell, errors, escapes, cells without addresses.
#[test]
fn cells_of_excel() {
    let relations = |list: &str| format!("<Relationships>{list}</Relationships>");
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
    };
    let cells = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
        <row><c t=\"inlineStr\"><is><t>Mara</t></is></c><c t=\"s\"><v>2</v></c><c t=\"e\"><v>#REF!</v></c></row>\
        <row r=\"9\"><c r=\"B9\" t=\"str\"><f>A1&amp;B1</f><v>aus_x000A_Formel</v></c><c><v>0.1</v></c></row>\
        <row><c r=\"A10\"><v>7</v></c><c r=\"B10\" t=\"s\"><v>99</v></c></row>";
    let file = package(&[
        ("_rels/.rels", &relations(&relation("r1", "officeDocument", "/xl/workbook.xml"))),
        (
            "xl/_rels/workbook.xml.rels",
            &relations(
                &[
                    relation("a", "worksheet", "worksheets/s.xml"),
                    relation("b", "sharedStrings", "strings.xml"),
                ]
                .concat(),
            ),
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"x\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
        ),
        (
            "xl/strings.xml",
            "<sst uniqueCount=\"99999999999999\"><si><t>Speaker</t></si><si><t>Text</t></si><si><r><t>Yes we</t></r><r><rPr/><t>’</t></r><r><t xml:space=\"preserve\">re </t></r><rPh><t>ruby</t></rPh></si></sst>",
        ),
        (
            "xl/worksheets/s.xml",
            &format!(
                "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData></worksheet>"
            ),
        ),
    ]);
    let draft = table("a.xlsx", &file, &ReadOptions::default());
    assert_eq!(shape(&draft), ["1|Mara|||Yes we’re", "2|Mara|||aus\u{2028}Formel"]);
}

/// An OpenDocument spreadsheet of one sheet with these rows.
fn open_document(rows: &[String]) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"Tabelle1\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn ods() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let time = "<table:table-cell office:value-type=\"time\" office:time-value=\"PT00H00M03S\"><text:p>00:03</text:p></table:table-cell>";
    let rows = [
        format!("<table:table-row>{}{}{}</table:table-row>", cell("Sprecherin"), cell("Zeit"), cell("Wortlaut")),
        format!("<table:table-row table:number-rows-repeated=\"2\">{}{time}{}</table:table-row>", cell("B:"), "<table:table-cell><office:annotation><text:p>Kommentar</text:p></office:annotation><text:p>Ja,<text:s text:c=\"2\"/><text:span>gut</text:span>.</text:p><text:p>Genau</text:p></table:table-cell>"),
        "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    let file = open_document(&rows);
    let draft = table("a.ods", &file, &ReadOptions::default());
    assert_eq!(draft.reader, "ods");
    assert_eq!(shape(&draft), ["1|B|3000||Ja,  gut.\u{2028}Genau", "2|B|3000||Ja,  gut.\u{2028}Genau"]);
}

/// A paragraph is what the sheet shows; a time is a time, with a date before it or without; a truth value is nothing.
#[test]
fn typed_cells_of_ods() {
    let cell =
        |of: &str, shown: &str| format!("<table:table-cell {of}><text:p>{shown}</text:p></table:table-cell>");
    let of = |kind: &str, value: &str| format!("office:value-type=\"{kind}\" office:{value}");
    let row = |cells: [String; 3]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row([cell("", "Zeit"), cell("", "Text"), cell("", "fertig")]),
        row([
            cell(&of("time", "time-value=\"PT00H00M03S\""), "00:03"),
            cell(&of("percentage", "value=\"0.1\""), "10 %"),
            cell(&of("boolean", "boolean-value=\"true\""), "WAHR"),
        ]),
        row([
            cell(&of("date", "date-value=\"2026-03-01T00:00:07\""), "01.03.26 00:00:07"),
            cell(&of("date", "date-value=\"2026-03-01\""), "1. März"),
            String::new(),
        ]),
        row([
            cell(&of("date", "date-value=\"2026-03-01\""), "01.03.26"),
            cell(&of("string", "string-value=\"Nein.\""), "Nein."),
            String::new(),
        ]),
        row([String::new(), cell(&of("boolean", "boolean-value=\"false\""), "FALSCH"), String::new()]),
    ];
    let draft = table("a.ods", &open_document(&rows), &ReadOptions::default());
    assert_eq!(shape(&draft), ["1||3000||10 %", "2||7000||1. März", "3||||Nein."]);
    assert_eq!(draft.warnings.len(), 1, "a day is no time: {:?}", draft.warnings);
    assert!(draft.warnings[0].contains("01.03.26"));
}

/// A cell that stands for many columns stands in all of them.
#[test]
fn repeated_cells_are_not_cut_off() {
    let cell = |times: usize, text: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{times}\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let rows = [
        format!("<table:table-row>{}{}</table:table-row>", cell(100, "x"), cell(1, "Text")),
        format!("<table:table-row>{}{}</table:table-row>", cell(100, "-"), cell(1, "Ja.")),
    ];
    let draft = table("a.ods", &open_document(&rows), &columns("text=101,speaker=100"));
    assert_eq!(shape(&draft), ["1|-|||Ja."]);
}

#[test]
fn other_spreadsheets_have_a_way_out() {
    set_lang(Lang::En);
    let binary = package(&[("xl/workbook.bin", "x")]);
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    for (name, bytes) in [("a.xlsb", binary), ("a.xls", old)] {
        let error = read(name, &bytes, &ReadOptions::default()).unwrap_err();
        assert!(error.hint.unwrap().contains("save it as .xlsx"), "{name}");
    }
    let cut = workbook(false);
    let error = read("a.xlsx", &cut[..cut.len() / 2], &ReadOptions::default()).unwrap_err();
    assert_eq!(error.kind, Kind::Unreadable);
}

/// A plain transcript is no table, whatever stands in its first lines.
#[test]
fn plain_text_stays_plain() {
    for text in [
        "Text, Name\nEin Satz ohne Komma.\n",
        "I: Name, Text, Zeit\nB: Ja, gut, so\n",
        "Name; Text\n\nI: Wie?\n",
    ] {
        assert_eq!(table("a.txt", text.as_bytes(), &ReadOptions::default()).reader, "txt", "{text}");
    }
}
