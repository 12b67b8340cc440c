//! What is written to be read: segments, the coding guide, the quote matrix, as Word, web pages and Markdown.

use absatz::formats::report;
use absatz::model::report::{ReportParagraph, ReportPlace};
use serde_json::Value;

use super::Desk;

/// Interviews 5 and 6 in two groups, a few segments under two levels of codes.
fn study() -> Desk {
    let desk = Desk::with_study();
    desk.write("IP06.txt", super::INTERVIEW.replace("Geld", "Personal"));
    for line in [
        "import IP06.txt --group Kommune",
        "codes add Mangel/Geld Mangel/Leute Anfang",
        "codes define Mangel --definition 'Was fehlt.' --apply 'Es wird *genannt*.' --anchor 5:6",
        "code 5:6 Mangel/Geld --weight 80 --comment 'Sehr | klar'",
        "code 6:6 Mangel/Leute --weight 20",
        "code 5:6 Mangel/Leute",
        "code 5:2 Anfang",
        "code 6:8-10 Mangel",
    ] {
        desk.ok(line);
    }
    desk
}

fn read(desk: &Desk, name: &str) -> Vec<ReportParagraph> {
    report::read(name, &std::fs::read(desk.path(name)).unwrap()).unwrap().paragraphs
}

fn headings(paragraphs: &[ReportParagraph]) -> Vec<&str> {
    let headings = paragraphs.iter().filter(|one| one.place == ReportPlace::Heading);
    headings.map(|one| one.text.as_str()).collect()
}

fn quotes(paragraphs: &[ReportParagraph]) -> Vec<String> {
    let quotes = paragraphs.iter().filter(|one| one.indented && one.text.contains('('));
    quotes.map(|one| one.text.replace('\u{A0}', " ").replace("  \n", "\n")).collect()
}

#[test]
fn segments_have_a_chapter_a_code_in_every_format_for_reading() {
    let desk = study();
    for name in ["segments.docx", "segments.html", "segments.md"] {
        desk.ok(&format!("segments --by code -o {name}"));
        let read = read(&desk, name);
        let headings = headings(&read);
        let from = headings.iter().position(|one| *one == "Mangel").unwrap();
        assert_eq!(headings[from..], ["Mangel", "Geld", "Leute", "Anfang"], "{name}");
        let quotes = quotes(&read);
        assert_eq!(quotes.len(), 5, "{name}: {quotes:?}");
        assert!(quotes[0].starts_with("Vom Nachbarn, ja."), "{name}: {quotes:?}");
        assert_eq!(quotes[1], "Geld. Und Leute, die es können. (IP 5: 6)", "{name}");
        assert_eq!(quotes[3], "Personal. Und Leute, die es können. (IP 6: 6)", "{name}");
        let all: String = read.iter().map(|one| format!("{}\n", one.text)).collect();
        assert!(all.contains("Sehr | klar"), "{name}: the comment\n{all}");
        assert!(all.contains("weight 80") && all.contains("Kommune"), "{name}: {all}");
        assert!(!all.contains("Anna"), "{name} names a coder\n{all}");
        // What it says stands there.
        let checked = desk.json(&format!("check {name}"));
        assert_eq!(checked["problems"], 0, "{name}: {checked:#}");
    }
    desk.ok("segments --by code -o named.md --with-coders");
    assert!(desk.read("named.md").contains("Anna"));
    desk.fails("segments --by code -o segments.md", 1, &["exists already"]);
}

#[test]
fn segments_have_a_chapter_a_document() {
    let desk = study();
    desk.ok("segments --by document -o segments.docx --code Mangel --with-subcodes");
    let read = read(&desk, "segments.docx");
    let headings = headings(&read);
    assert!(
        headings.ends_with(&["IP 5: IP05", "IP 6: IP06"]) || headings.ends_with(&["IP 5", "IP 6"]),
        "{headings:?}"
    );
    let all: String = read.iter().map(|one| format!("{}\n", one.text)).collect();
    assert!(all.contains("Mangel/Leute · B"), "{all}");
    // Tables stay tables, in the order of the chapters.
    desk.ok("segments --by code -o segments.csv");
    let csv = desk.read("segments.csv");
    let codes: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert!(csv.starts_with("\u{FEFF}citation,code,text,speaker,group,weight,comment\r\n"), "{csv}");
    assert_eq!(codes.last(), Some(&"Anfang"), "{csv}");
    desk.fails("segments --by case", 2, &["code, document"]);
    desk.fails("segments --without Anfang --by code", 2, &["document, case, person"]);
}

#[test]
fn what_may_not_be_quoted_says_so() {
    let desk = study();
    desk.ok("consent set 5 --quotations no");
    desk.ok("consent set 6 --quotations yes");
    desk.ok("segments --by code -o segments.md");
    let text = desk.read("segments.md");
    assert_eq!(text.matches("may not be quoted").count(), 3, "{text}");
    desk.ok("matrix quotes -o quotes.md");
    assert!(desk.read("quotes.md").contains("3 quotations may not be quoted as they are: (IP 5: 2, 6)"));
}

#[test]
fn the_coding_guide_is_readable_with_counts_and_changes() {
    let desk = study();
    desk.ok("codebook version keep v1");
    desk.ok("codes define Mangel --definition 'Was fehlt oder fehlte.'");
    for name in ["guide.docx", "guide.html", "guide.md"] {
        desk.ok(&format!("codebook guide --since v1 -o {name}"));
        let read = read(&desk, name);
        let text: String = read.iter().map(|one| format!("{}\n", one.text)).collect();
        for words in [
            "Was fehlt oder fehlte.",
            "When to apply: Es wird *genannt*.",
            "Applied once, in one interview. With its subcodes 4 times, in 2 interviews.",
            "Changes since v1",
            "Definition changed",
            "Was fehlt.",
        ] {
            assert!(text.contains(words), "{name}: {words}\n{text}");
        }
        assert_eq!(quotes(&read), ["Geld. Und Leute, die es können. (IP 5: 6)"], "{name}");
    }
    desk.ok("codebook guide -o guide.csv");
    let csv = desk.read("guide.csv");
    let first = csv.lines().nth(1).unwrap();
    assert!(first.starts_with("Mangel,") && first.ends_with(",1,1,4,2"), "{csv}");
    desk.ok("codebook guide -o guide.xlsx --since v1");
    desk.fails("codebook guide -o guide.xlsx --since v9", 1, &["v9"]);
    let json = desk.json("codebook guide --since v1");
    assert_eq!(json[1]["name"], "codebook-changes");
    desk.fails("codebook guide -o guide.txt", 2, &["ending"]);
}

/// The blocks of a cell of `matrix quotes --json`.
fn cell(row: &Value, key: &str) -> Vec<String> {
    let blocks = row[key].as_array().map(Vec::as_slice).unwrap_or_default();
    blocks.iter().map(|block| block["citation"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_quote_matrix_has_every_segment_in_its_cell_once() {
    let desk = study();
    let made = desk.json("matrix quotes");
    // Worked out from the list of segments.
    let segments = desk.json("segments");
    for row in made["rows"].as_array().unwrap() {
        for document in ["5", "6"] {
            let own = segments.as_array().unwrap().iter();
            let own = own.filter(|one| one["code"] == row["code"] && one["document"] == document);
            let wanted: Vec<&str> = own.map(|one| one["citation"].as_str().unwrap()).collect();
            assert_eq!(cell(row, document), wanted, "{row:#}");
        }
    }
    // With subcodes, the paragraph under two of them stands there once.
    let made = desk.json("matrix quotes --main-codes --by group");
    assert_eq!(cell(&made["rows"][0], "Land"), ["(IP 5: 6)"]);
    assert_eq!(cell(&made["rows"][0], "Kommune"), ["(IP 6: 6)", "(IP 6: 8-10)"]);
    let heavy = desk.json("matrix quotes --weight 50..");
    let all: Vec<String> = heavy["rows"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| [cell(row, "5"), cell(row, "6")].concat())
        .collect();
    assert_eq!(all, ["(IP 5: 6)"]);
    desk.ok("cases add Kreis");
    desk.ok("cases set Kreis --document 5");
    let cases = desk.json("matrix quotes --by case");
    assert_eq!(cases["columns"], serde_json::json!(["code", "Kreis", "6"]));
    desk.ok("documents variables add level");
    desk.ok("documents set 5 --variable level=Land");
    let values = desk.json("matrix quotes --variable level");
    assert_eq!(cell(&values["rows"][3], "Land"), ["(IP 5: 2)"]);
    for name in ["q.xlsx", "q.docx", "q.html", "q.md", "q.csv", "q.json"] {
        desk.ok(&format!("matrix quotes --transpose -o {name}"));
    }
    let page = desk.read("q.html");
    assert!(page.contains("Sehr") || page.contains("Geld. Und Leute"), "{page}");
    assert!(!page.contains("Anna"), "a coder is named");
    desk.fails("matrix quotes --weight 90..20", 2, &["weight"]);
}
