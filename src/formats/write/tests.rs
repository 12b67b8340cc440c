//! Every writer on a grid and on hostile text, read back by another program's eyes.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use quick_xml::events::Event;

use super::*;
use crate::error::Kind;
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Value};

fn meta() -> Meta {
    Meta {
        title: "Summary-Grid".into(),
        project: "Gemeinwohl & Daten".into(),
        created: Some("2026-03-01T09:15:02.123Z".into()),
    }
}

fn value(value: Value) -> Cell {
    Cell { value, places: Vec::new() }
}

fn block(kind: BlockKind, text: &str, citation: &str) -> Block {
    Block { kind, text: text.into(), citation: citation.into() }
}

/// A grid of 10 × 6 as a study has it.
fn grid() -> Table {
    let mut columns = vec![
        Column::new("document", "Interview", ColumnKind::Short),
        Column::new("paragraphs", "Absätze", ColumnKind::Number),
        Column::new("share", "Anteil codiert", ColumnKind::Number),
    ];
    for name in ["Hindernisse/Recht", "Hindernisse/Ressourcen", "Chancen"] {
        columns.push(Column::new(name, name, ColumnKind::Long));
    }
    let rows = (1..=10)
        .map(|n: u32| {
            let mut row = vec![
                Cell::text(format!("IP {n}: Datenbeauftragte Musterstadt")),
                Cell::integer(n * 13),
                if n == 4 { value(Value::Undefined("n/a: nichts codiert".into())) } else { value(Value::Share(f64::from(n) / 12.0, 1)) },
            ];
            for code in 0..3 {
                row.push(if (n + code).is_multiple_of(4) {
                    Cell::default()
                } else {
                    value(Value::Blocks(vec![
                        block(
                            BlockKind::Summary,
                            "Sieht im Vergaberecht die größte Hürde; ohne Rückhalt der Leitung geschieht nichts.",
                            "",
                        ),
                        block(
                            BlockKind::Segment,
                            "Also das Problem ist ja, dass wir die Daten zwar haben, aber niemand sagt uns,\u{2028}ob wir sie herausgeben dürfen. Da fragt man lieber gar nicht erst.",
                            &format!("(IP {n}: {}f.)", 9 + code),
                        ),
                        block(BlockKind::Segment, "Das <steht> so & nicht anders.", &format!("(IP {n}: 45)")),
                    ]))
                });
            }
            row
        })
        .collect();
    Table {
        name: "summary-grid".into(),
        title: "Summary-Grid: Hindernisse und Chancen".into(),
        columns,
        rows,
        notes: vec![
            "Auswertungsstand: Konsens, wo konsolidiert, sonst Codierer/in A.".into(),
            "IP 11 fehlt: noch nicht codiert.".into(),
        ],
        frozen: 1,
    }
}

const HOSTILE: [&str; 14] = [
    "=1+1",
    "+49 30",
    "-ja, genau",
    "@SUM(A1)",
    "'=1",
    "NUL \0 and \u{1B}[31m and \u{FFFE}\u{FFFF}",
    "emoji 👩‍🔬 and 🏳️‍🌈",
    "RTL שלום \u{202E}abc",
    "<r><t>not markup</t></r>",
    "_x0041_ stays",
    "<script>alert('&amp;')</script> \"quoted\"",
    "| pipe | `code` *bold* _it_ [a](b) \\ # - $x$",
    "line\r\nline\nline\rline\u{2028}line\ttab",
    "",
];

fn hostile() -> Table {
    let long = "ä😀".repeat(20_000);
    let mut rows: Vec<Vec<Cell>> = HOSTILE
        .into_iter()
        .chain([long.as_str()])
        .map(|text| {
            vec![
                Cell::text(text),
                value(Value::Undefined(text.into())),
                value(Value::Blocks(vec![
                    block(BlockKind::Summary, text, text),
                    block(BlockKind::Segment, text, "(IP 1: 2)"),
                ])),
            ]
        })
        .collect();
    rows.push(vec![
        value(Value::Decimal(f64::NAN, 2)),
        value(Value::Share(f64::INFINITY, 200)),
        value(Value::Integer(i64::MIN)),
    ]);
    rows.push(vec![value(Value::Blocks(Vec::new()))]);
    let title = "a&b <i> \0\u{FFFE} 'History'/[x]*?:\\ and much more than thirty-one characters";
    Table {
        name: title.into(),
        title: title.into(),
        columns: HOSTILE[..3].iter().map(|key| Column::new(key, *key, ColumnKind::Short)).collect(),
        rows,
        notes: HOSTILE.map(str::to_owned).to_vec(),
        frozen: 9,
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// Parses to the end; every character is one that XML allows.
fn well_formed(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    let bad = |c: char| (c < ' ' && !"\t\n\r".contains(c)) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!xml.contains(bad));
}

fn sheets(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook")
}

fn text_at(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str, at: (u32, u32)) -> String {
    match book.worksheet_range(sheet).expect("the sheet").get_value(at) {
        Some(Data::String(text)) => text.clone(),
        Some(Data::Empty) => String::new(),
        Some(other) => panic!("{at:?}: {other:?} is no text"),
        None => String::new(),
    }
}

#[test]
fn formats_by_name_and_ending() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()).unwrap(), format);
        assert_eq!(
            Format::from_path(Path::new(&format!("a.b.{}", format.name().to_uppercase()))).unwrap(),
            format
        );
    }
    let error = Format::from_path(Path::new("grid.xls")).unwrap_err();
    assert_eq!(error.kind, Kind::Usage);
    assert!(error.hint.unwrap().contains(".xlsx, .csv, .docx, .html, .md, .json"));
    assert!(Format::from_path(Path::new("xlsx")).is_err());
}

#[test]
fn same_date_same_bytes() {
    for format in Format::ALL {
        let once = write(&[grid()], format, &meta()).unwrap();
        assert!(once == write(&[grid()], format, &meta()).unwrap(), "{}", format.name());
    }
}

#[test]
fn spreadsheet_reads_back_with_its_setup() {
    let bytes = write(&[grid()], Format::Xlsx, &meta()).unwrap();
    let mut book = sheets(&bytes);
    let notes = tr!("table-notes");
    assert_eq!(book.sheet_names(), ["summary-grid".to_owned(), notes.clone()]);
    let range = book.worksheet_range("summary-grid").unwrap();
    assert_eq!(range.get_size(), (11, 6));
    assert_eq!(range.get_value((2, 1)), Some(&Data::Float(26.0)));
    assert_eq!(range.get_value((3, 2)), Some(&Data::Float(0.25)));
    let cell = text_at(&mut book, "summary-grid", (1, 3));
    assert!(
        cell.contains("geschieht nichts.\n\nAlso das Problem") && cell.ends_with("anders. (IP 1: 45)"),
        "{cell}"
    );
    assert!(text_at(&mut book, &notes, (6, 0)).starts_with("Auswertungsstand"));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"",
        "<autoFilter ref=\"A1:F11\"/>",
        "<cols><col min=\"1\" max=\"1\" width=\"31.",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
    ] {
        assert!(xml.contains(wanted), "{wanted}: {}", &xml[..900]);
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    assert!(part(&bytes, "xl/styles.xml").contains("0.0\u{A0}%"));
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("<i/>"));
}

#[test]
fn spreadsheet_takes_hostile_text_as_text() {
    let bytes = write(&[hostile(), hostile()], Format::Xlsx, &meta()).unwrap();
    let mut book = sheets(&bytes);
    let names = book.sheet_names();
    assert_eq!(names.len(), 3);
    assert!(names[0] != names[1] && names.iter().all(|name| name.encode_utf16().count() <= 31), "{names:?}");
    for (row, text) in HOSTILE.iter().enumerate() {
        // The reader gives `_xHHHH_` back as characters, as Excel does.
        assert_eq!(text_at(&mut book, &names[0], (row as u32 + 1, 0)), plain(text), "{text:?}");
    }
    let long = text_at(&mut book, &names[0], (15, 0));
    assert!(long.encode_utf16().count() <= 32_767 && long.ends_with(&tr!("table-cut-mark")));
    assert!(text_at(&mut book, &names[0], (15, 2)).ends_with(&tr!("table-cut-mark")));
    let cut = (0..40).any(|row| text_at(&mut book, &names[2], (row, 0)).contains("A16, B16, C16"));
    assert!(cut, "the notes name the cells that were cut");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"));
    well_formed(&sheet);
    well_formed(&part(&bytes, "xl/sharedStrings.xml"));
    well_formed(&part(&bytes, "docProps/core.xml"));
}

/// Line breaks as the documents for people have them.
fn plain(text: &str) -> String {
    super::words::plain_breaks(text).into_owned()
}

#[test]
fn csv_reads_back_to_the_same_values() {
    let table = hostile();
    let bytes = write(std::slice::from_ref(&table), Format::Csv, &meta()).unwrap();
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a BOM");
    let mut reader = ::csv::ReaderBuilder::new().from_reader(rest);
    assert_eq!(&reader.headers().unwrap()[0], "'=1+1");
    let records: Vec<_> = reader.records().map(|record| record.unwrap()).collect();
    for (record, row) in records.iter().zip(&table.rows).take(15) {
        assert_eq!(unguard(&record[0]), row[0].value.plain());
        assert!(!record[0].starts_with(['=', '+', '-', '@']));
    }
    assert_eq!(&records[15][0], "n/a");
    assert_eq!(&records[15][2], i64::MIN.to_string());
    let bytes = write(&[grid()], Format::Csv, &meta()).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains(",26,0.16666666666666666,"), "a point and all digits");
    assert!(write(&[grid(), grid()], Format::Csv, &meta()).unwrap_err().hint.unwrap().contains(".xlsx"));
}

#[test]
fn json_reads_back_to_the_same_values() {
    let table = hostile();
    let bytes = write(std::slice::from_ref(&table), Format::Json, &meta()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    for (row, read) in table.rows.iter().zip(json["rows"].as_array().unwrap()).take(15) {
        let text = row[0].value.plain();
        assert_eq!(read[0], serde_json::json!(text));
        assert_eq!(read[1], serde_json::json!({"undefined": text}));
        assert_eq!(read[2]["blocks"][1]["kind"], "segment");
        assert_eq!(read[2]["blocks"][0]["citation"], serde_json::json!(text));
    }
    assert_eq!(json["rows"][15], serde_json::json!([{"undefined": "n/a"}, {"undefined": "n/a"}, i64::MIN]));
    assert_eq!(json["rows"][16], serde_json::json!([{"blocks": []}, null, null]));
    let two: serde_json::Value =
        serde_json::from_slice(&write(&[grid(), grid()], Format::Json, &meta()).unwrap()).unwrap();
    assert_eq!(
        two[1]["columns"][1],
        serde_json::json!({"key": "paragraphs", "title": "Absätze", "kind": "number"})
    );
}

#[test]
fn word_document_has_headings_and_a_table() {
    let bytes = write(&[grid(), hostile()], Format::Docx, &meta()).unwrap();
    let xml = part(&bytes, "word/document.xml");
    well_formed(&xml);
    assert_eq!(xml.matches("<w:tbl>").count(), 2);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 2);
    for wanted in [
        "<w:pStyle w:val=\"Heading1\"/>",
        "<w:pStyle w:val=\"Heading2\"/>",
        "<w:pStyle w:val=\"Segment\"/>",
        "<w:br/>",
        "w:orient=\"landscape\"",
        "&lt;steht&gt; so &amp; nicht",
    ] {
        assert!(xml.contains(wanted), "{wanted}");
    }
    let styles = part(&bytes, "word/styles.xml");
    well_formed(&styles);
    assert!(styles.contains("w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"));
    well_formed(&part(&bytes, "word/footer1.xml"));
    well_formed(&part(&bytes, "docProps/core.xml"));
    let mut wide = grid();
    wide.columns =
        (0..64).map(|n| Column::new(&n.to_string(), format!("Spalte {n}"), ColumnKind::Long)).collect();
    let xml = part(&write(&[wide], Format::Docx, &meta()).unwrap(), "word/document.xml");
    well_formed(&xml);
    // 64 columns of running text take several tables, each led by the frozen column, none too wide for Word.
    let tables: Vec<&str> = xml.split("<w:tbl>").skip(1).collect();
    assert!(tables.len() > 10 && xml.matches("<w:pStyle w:val=\"Heading3\"/>").count() == tables.len());
    assert!(
        tables.iter().all(|table| table.contains("Spalte 0<") && table.matches("<w:gridCol").count() <= 8)
    );
    assert!((0..64).all(|n| xml.contains(&format!("Spalte {n}<"))), "no column is lost");
}

#[test]
fn page_is_well_formed_and_escaped() {
    // Void elements have no end in HTML; for an XML parser they get one.
    let void = regex::Regex::new(r"<(meta|br)\b([^>]*)>").unwrap();
    for table in [grid(), hostile()] {
        let page = String::from_utf8(write(&[table], Format::Html, &meta()).unwrap()).unwrap();
        let xml = void.replace_all(&page, "<$1$2/>").replacen("<!DOCTYPE html>", "", 1);
        well_formed(&xml);
        assert!(!page.contains("<script") && !page.contains("<steht>"));
        assert!(page.contains("<html lang=\""));
    }
    let page = String::from_utf8(write(&[grid()], Format::Html, &meta()).unwrap()).unwrap();
    assert!(page.contains("<p class=\"summary\" dir=\"auto\">"));
    assert!(page.contains("<cite>(IP 1: 45)</cite></blockquote>"));
    assert!(
        page.contains("<th class=\"short frozen\"")
            || page.contains("class=\"short frozen\" style=\"left:0ch")
    );
}

#[test]
fn markdown_keeps_its_columns() {
    let text = String::from_utf8(write(&[hostile()], Format::Md, &meta()).unwrap()).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 2 + 17);
    for row in rows {
        let bars = row.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(bars, 4, "{row}");
    }
    assert!(!text.contains("<script") && text.contains("\\| pipe \\| \\`code\\`"));
    let text = String::from_utf8(write(&[grid()], Format::Md, &meta()).unwrap()).unwrap();
    assert!(text.starts_with(
        "# Summary-Grid\n\n## Summary-Grid: Hindernisse und Chancen\n\n| Interview | Absätze |"
    ));
    assert!(text.contains("| --- | ---: | ---: | --- |"));
    assert!(text.contains("*Das &lt;steht&gt; so &amp; nicht anders.* (IP 1: 45)"));
    assert!(text.contains("\n- IP 11 fehlt"));
}

#[test]
fn empty_tables_are_files_too() {
    for format in Format::ALL {
        write(&[], format, &Meta::default()).unwrap();
        write(&[Table::default()], format, &Meta::default()).unwrap();
        let bare = Table { rows: Vec::new(), ..grid() };
        write(&[bare], format, &meta()).unwrap();
    }
    let wrong = Meta { created: Some("yesterday".into()), ..meta() };
    assert!(write(&[grid()], Format::Xlsx, &wrong).is_err());
}

#[test]
fn files_are_never_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("grid.csv");
    to_file(&path, b"one", false).unwrap();
    let error = to_file(&path, b"two", false).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.hint.unwrap().contains("--force"));
    assert_eq!(std::fs::read(&path).unwrap(), b"one");
    to_file(&path, b"two", true).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"two");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    assert!(to_file(folder.path(), b"x", true).is_err());
    assert_eq!(to_file(&folder.path().join("no/where.csv"), b"x", false).unwrap_err().kind, Kind::NotFound);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_survives(text in "\\PC{0,40}|[\\x00-\\x7F]{0,12}|.{0,20}|[=+@'\\-]{0,4}", other in ".*") {
        let guarded = guard(&text);
        prop_assert_eq!(unguard(&guarded), text.as_str());
        let table = Table {
            name: "t".into(),
            columns: vec![Column::new("a", other.clone(), ColumnKind::Short), Column::default()],
            rows: vec![vec![
                Cell::text(text.clone()),
                value(Value::Blocks(vec![block(BlockKind::Segment, &text, &other)])),
            ]],
            notes: vec![other],
            ..Table::default()
        };
        let bytes = write(std::slice::from_ref(&table), Format::Xlsx, &meta()).unwrap();
        prop_assert_eq!(text_at(&mut sheets(&bytes), "t", (1, 0)), plain(&text));
        let json: serde_json::Value =
            serde_json::from_slice(&write(std::slice::from_ref(&table), Format::Json, &meta()).unwrap()).unwrap();
        prop_assert_eq!(&json["rows"][0][0], &serde_json::json!(text));
        well_formed(&part(&write(std::slice::from_ref(&table), Format::Docx, &meta()).unwrap(), "word/document.xml"));
        for format in [Format::Csv, Format::Html, Format::Md] {
            write(std::slice::from_ref(&table), format, &meta()).unwrap();
        }
    }
}

/// Files to look at: `ABSATZ_LOOK=folder cargo test --lib formats::write -- --ignored look`.
#[test]
#[ignore = "writes files for the eye"]
fn look() {
    let folder = std::env::var("ABSATZ_LOOK").expect("ABSATZ_LOOK");
    for format in Format::ALL {
        for (name, table) in [("grid", grid()), ("hostile", hostile())] {
            let path = Path::new(&folder).join(format!("{name}.{}", format.name()));
            to_file(&path, &write(&[table], format, &meta()).unwrap(), true).unwrap();
        }
    }
}

/// A full grid of 1,000 documents and 100 codes as a spreadsheet; run under `/usr/bin/time -v`.
#[test]
#[ignore = "measures memory"]
fn large_grid() {
    let cell = |n: usize| {
        value(Value::Blocks(vec![
            block(BlockKind::Summary, &format!("Summary {n}: {}", "own words ".repeat(12)), ""),
            block(BlockKind::Segment, &format!("Segment {n}: {}", "transcript ".repeat(20)), "(IP 5: 9)"),
        ]))
    };
    let table = Table {
        name: "grid".into(),
        columns: (0..100).map(|n| Column::new(&n.to_string(), n.to_string(), ColumnKind::Long)).collect(),
        rows: (0..1000).map(|row| (0..100).map(|at| cell(row * 100 + at)).collect()).collect(),
        frozen: 1,
        ..Table::default()
    };
    let start = std::time::Instant::now();
    let bytes = write(&[table], Format::Xlsx, &meta()).unwrap();
    eprintln!("{} bytes in {:?}", bytes.len(), start.elapsed());
}
