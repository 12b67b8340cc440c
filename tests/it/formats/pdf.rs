//! PDF: one that LibreOffice made, and pages set by hand as programs set them.

use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{Lang, set_lang};
use absatz::model::draft::Draft;
use absatz::text::ParagraphKind as Kind;

use super::{assert_shape, shape};

/// A file of these objects; the first is the catalog.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = out.len();
    let size = objects.len() + 1;
    out.push_str(&format!(
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    ));
    out.into_bytes()
}

/// Where a line stands, from the left and from the top, its size and its text. Courier: every letter is 0.6 wide.
type Set<'a> = (f64, f64, f64, &'a str);

fn pages(pages: &[Vec<Set>]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 4 + page * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 600 800]>>", pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (page, lines) in pages.iter().enumerate() {
        let text: String = lines
            .iter()
            .map(|(x, y, size, text)| {
                let text: String = text
                    .chars()
                    .map(|c| match c {
                        '(' | ')' | '\\' => format!("\\{c}"),
                        c if c.is_ascii() => c.to_string(),
                        c => format!("\\{:03o}", c as u32),
                    })
                    .collect();
                format!("BT /F {size} Tf {x} {} Td ({text}) Tj ET\n", 800.0 - y)
            })
            .collect();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>",
            page * 2 + 5
        ));
        objects.push(format!("<</Length {}>>stream\n{text}endstream", text.len()));
    }
    pdf(&objects)
}

fn read_pages(set: &[Vec<Set>]) -> Draft {
    set_lang(Lang::En);
    read("a.pdf", &pages(set), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn lines(draft: &Draft) -> Vec<&str> {
    draft.paragraphs.iter().map(|p| draft.text.slice(p.span)).collect()
}

#[test]
fn made_by_libreoffice() {
    let draft = assert_shape(
        "f4_libreoffice.pdf",
        &[
            "1|I||4100|Wie sind Sie zu der Gärtnerei gekommen?",
            "2|B||21700|Ja, äh (...) über meine Tante. Sie hat gesagt: „Komm doch vorbei“ (lacht). Und dann bin ich (unv.) geblieben/ also fest geblieben.",
            "3|I||22300|//Mhm.//",
            "4|B||48000|Das war im Frühjahr (12 Sek. Pause) genau.",
        ],
    );
    assert_eq!((draft.reader, draft.warnings.len()), ("pdf", 1), "{:?}", draft.warnings);
}

/// Full lines are 50 letters of 6 points.
#[test]
fn lines_become_paragraphs_by_how_they_stand() {
    let draft = read_pages(&[
        vec![
            (50.0, 60.0, 16.0, "Interview 5"),
            (50.0, 100.0, 10.0, "I: Seit wann arbeiten Sie denn in der Gärtnerei am"),
            (50.0, 112.0, 10.0, "Rand der Stadt, und wie sind Sie zu der Gärt-"),
            (50.0, 124.0, 10.0, "nerei gekommen?"),
            (50.0, 136.0, 10.0, "B: Über meine Tante. Sie hat gesagt, dass man dort"),
            (50.0, 148.0, 10.0, "mit Forst- und Land-"),
            (50.0, 160.0, 10.0, "wirtschaft zu tun hat, und mit allem, was dazu so"),
            (50.0, 172.0, 10.0, "gehört, das ist viel und wächst und wächst und hat"),
            (50.0, 196.0, 10.0, "Blätter: ein Absatz, weil die Zeilen weiter stehen"),
            (50.0, 208.0, 10.0, "und der auf der nächsten Seite einfach weiter geht"),
        ],
        vec![
            (50.0, 60.0, 10.0, "bis hierher."),
            (50.0, 72.0, 10.0, "I: Gut."),
            (50.0, 84.0, 10.0, "B:"),
            (90.0, 84.0, 10.0, "Ja."),
        ],
    ]);
    assert_eq!(draft.paragraphs[0].kind, Kind::Heading);
    assert_eq!(
        lines(&draft),
        [
            "Interview 5",
            "I: Seit wann arbeiten Sie denn in der Gärtnerei am Rand der Stadt, und wie sind Sie zu der Gärtnerei gekommen?",
            "B: Über meine Tante. Sie hat gesagt, dass man dort mit Forst- und Land-wirtschaft zu tun hat, und mit allem, was dazu so gehört, das ist viel und wächst und wächst und hat",
            "Blätter: ein Absatz, weil die Zeilen weiter stehen und der auf der nächsten Seite einfach weiter geht bis hierher.",
            "I: Gut.",
            "B:\tJa.",
        ]
    );
    assert!(draft.warnings[0].contains("no paragraphs"), "{:?}", draft.warnings);
    assert!(draft.warnings[1].starts_with("One word divided"), "{:?}", draft.warnings);
}

/// Stamps at the end of paragraphs, one of which had no room on its line.
#[test]
fn a_stamp_that_wraps_is_no_paragraph() {
    let draft = read_pages(&[vec![
        (50.0, 100.0, 10.0, "I: Seit wann arbeiten Sie denn in der Gärtnerei am"),
        (50.0, 112.0, 10.0, "Rand der Stadt? [00:00:04]"),
        (50.0, 124.0, 10.0, "B: Über meine Tante. Sie hat gesagt, dass man dort"),
        (50.0, 136.0, 10.0, "[00:00:21]"),
        (50.0, 148.0, 10.0, "I: Gut. [00:00:30]"),
    ]]);
    assert_eq!(
        shape(&draft),
        [
            "1|I||4000|Seit wann arbeiten Sie denn in der Gärtnerei am Rand der Stadt?",
            "2|B||21000|Über meine Tante. Sie hat gesagt, dass man dort",
            "3|I||30000|Gut.",
        ]
    );
}

#[test]
fn page_headers_and_footers_are_left_out_and_said() {
    let page = |number: u32, text: &'static str| -> Vec<Set<'static>> {
        let footer = ["Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"][number as usize - 1];
        vec![
            (50.0, 30.0, 8.0, "Vertraulich, Projekt Nord"),
            (50.0, 80.0, 10.0, text),
            (50.0, 104.0, 10.0, "#00:00:10-0#"),
            (50.0, 128.0, 10.0, "B: Das steht auf jeder Seite."),
            (250.0, 770.0, 8.0, footer),
        ]
    };
    let draft = read_pages(&[page(1, "I: Eins."), page(2, "I: Zwei."), page(3, "I: Drei.")]);
    let said: String = lines(&draft).join("|");
    assert_eq!(said.matches("B: Das steht auf jeder Seite.").count(), 3);
    assert_eq!(said.matches("#00:00:10-0#").count(), 3, "{said}");
    assert!(!said.contains("Seite 2") && !said.contains("Vertraulich"), "{said}");
    assert!(draft.warnings.contains(&"21 words in page headers and footers were left out.".to_owned()));
}

/// As MAXQDA prints a document: paragraphs begin where the numbers stand, and are as many.
#[test]
fn paragraph_numbers_in_the_margin() {
    let draft = read_pages(&[
        vec![
            (48.0, 50.0, 20.0, "Interview"),
            (20.0, 46.0, 10.0, "1"),
            (20.0, 80.0, 10.0, "2"),
            (48.0, 80.0, 10.0, "I: Kurz und"),
            (48.0, 92.0, 10.0, "dann 2024 weiter"),
            (20.0, 116.0, 10.0, "3"),
            (48.0, 116.0, 10.0, "B: Ja."),
            (20.0, 795.0, 10.0, "4"),
        ],
        vec![
            (20.0, 40.0, 10.0, "4"),
            (48.0, 40.0, 10.0, "I: Gut."),
            (20.0, 64.0, 10.0, "5"),
            (48.0, 64.0, 10.0, "B: 12 Jahre."),
        ],
    ]);
    assert_eq!(
        shape(&draft),
        ["#1||||Interview", "2|I|||Kurz und dann 2024 weiter", "3|B|||Ja.", "4|I|||Gut.", "5|B|||12 Jahre."]
    );
    assert_eq!(draft.warnings, ["6 numbers in the margin were left out; paragraphs begin where they stood."]);
}

#[test]
fn line_numbers_in_the_margin() {
    let texts =
        ["I: Was war das für ein", "Tag?", "B: Kalt, sehr kalt war", "es da.", "I: Und sonst noch mehr"];
    let numbers = ["1", "2", "3", "4", "5"];
    let mut page: Vec<Set> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let y = 100.0 + 12.0 * index as f64;
        page.push((60.0, y, 10.0, text));
        page.push((30.0, y, 8.0, numbers[index]));
    }
    let draft = read_pages(&[page]);
    assert_eq!(
        lines(&draft),
        ["I: Was war das für ein Tag?", "B: Kalt, sehr kalt war es da.", "I: Und sonst noch mehr"]
    );
    assert!(draft.warnings.contains(&"5 line numbers in the margin were left out.".to_owned()));
}

#[test]
fn without_text_encrypted_damaged() {
    set_lang(Lang::En);
    let empty = pages(&[vec![], vec![]]);
    let one = pages(&[vec![(50.0, 50.0, 10.0, "I: Ja.")]]);
    let encrypted = String::from_utf8_lossy(&one).replace("/Size", "/Encrypt 9 0 R/Size").into_bytes();
    for (bytes, message, hint) in [
        (empty, "its 2 pages are pictures", "ocrmypdf"),
        (encrypted, "encrypted", "qpdf"),
        (one[..200].to_vec(), "cut off", "print it"),
        (b"%PDF-1.7\n%\xe2".to_vec(), "cut off", "print it"),
    ] {
        let error = read("a.pdf", &bytes, &ReadOptions::default()).expect_err(message);
        assert!(error.message.contains(message), "{message}: {}", error.message);
        assert!(error.hint.is_some_and(|said| said.contains(hint)), "{hint}");
    }
}

/// Text beside the page, turned text, letters drawn twice, and a page that is turned as a whole.
#[test]
fn odd_letters() {
    let bold = read_pages(&[vec![
        (50.0, 50.0, 10.0, "I: Mitte"),
        (50.4, 50.0, 10.0, "I: Mitte"),
        (700.0, 50.0, 10.0, "fort"),
    ]]);
    assert_eq!(lines(&bold), ["I: Mitte"]);
    let text = "BT /F 10 Tf 0 1 -1 0 100 100 Tm (I: Hochkant) Tj 0 -12 Td (B: Ja.) Tj ET BT /F 10 Tf 1 1 -1 1 9 9 Tm (x) Tj ET";
    let turned = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 600 800]>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{text}\nendstream", text.len()),
    ]);
    let draft = read("a.pdf", &turned, &ReadOptions::default()).unwrap();
    assert_eq!(lines(&draft), ["I: Hochkant", "B: Ja."]);
    assert!(draft.warnings.iter().any(|warning| warning.contains("another direction")));
}
