use super::*;

type Told = (u32, ReportPlace, bool, String, Vec<(usize, usize)>, Option<usize>);

fn told(name: &str, text: &str) -> Vec<Told> {
    let report = read(name, text.as_bytes()).unwrap();
    report
        .paragraphs
        .into_iter()
        .map(|p| {
            let notes = p.notes.iter().map(|mark| (mark.at, mark.note)).collect();
            (p.line, p.place, p.indented, p.text, notes, p.note)
        })
        .collect()
}

use ReportPlace::{Body, Footnote, Heading, Table};

#[test]
fn markdown_paragraphs_notes_and_quotations() {
    let text = "---\ntitle: x\n---\n# One #\n\nTwo *lines*\nof \\[text\\][^a]. More^[inline (IP 5: 9)].\n\n> quoted\n> on\n\n- item\n- other\n\n| a | b |\n\n[^a]: Vgl. IP 5: 9\n    and on.\n";
    assert_eq!(
        told("r.md", text),
        [
            (4, Heading, false, "One".to_owned(), vec![], None),
            (6, Body, false, "Two lines\nof [text]. More.".to_owned(), vec![(19, 0), (25, 1)], None),
            (9, Body, true, "quoted\non".to_owned(), vec![], None),
            (12, Body, false, "- item".to_owned(), vec![], None),
            (13, Body, false, "- other".to_owned(), vec![], None),
            (15, Table, false, "a | b".to_owned(), vec![], None),
            (17, Footnote, false, "Vgl. IP 5: 9\nand on.".to_owned(), vec![], Some(0)),
            (7, Footnote, false, "inline (IP 5: 9)".to_owned(), vec![], Some(1)),
        ]
    );
}

#[test]
fn plain_text_wrapped_or_not() {
    let lines = |text: &str| told("r.txt", text).into_iter().map(|p| (p.0, p.2, p.3)).collect::<Vec<_>>();
    assert_eq!(
        lines("One two\nthree.\n\n  set off\n  here\n\nFour."),
        [
            (1, false, "One two\nthree.".to_owned()),
            (4, true, "set off\nhere".to_owned()),
            (7, false, "Four.".to_owned())
        ]
    );
    let long = "word ".repeat(60);
    let long = long.trim();
    assert_eq!(lines(&format!("{long}\n{long}")).len(), 2);
}

#[test]
fn a_page_with_notes() {
    let page = "<!doctype html><html><body><h1>T</h1><p>Text<a href=\"#fn1\" id=\"ref1\"><sup>1</sup></a> on.</p>\
        <blockquote><p>Quoted</p></blockquote><table><tr><td>Cell</td></tr></table>\
        <ol><li id=\"fn1\">Vgl. IP 5: 9. <a href=\"#fnref1\">back</a></li></ol></body></html>";
    assert_eq!(
        told("r.html", page),
        [
            (1, Heading, false, "T".to_owned(), vec![], None),
            (2, Body, false, "Text on.".to_owned(), vec![(4, 0)], None),
            (3, Body, true, "Quoted".to_owned(), vec![], None),
            (4, Table, false, "Cell".to_owned(), vec![], None),
            (5, Footnote, false, "Vgl. IP 5: 9.".to_owned(), vec![], Some(0)),
        ]
    );
}

#[test]
fn what_is_no_report_is_refused() {
    for (name, bytes) in
        [("a.pdf", &b"%PDF-1.4"[..]), ("a.md", b" \n"), ("a.docx", b"\0\0"), ("a.png", b"\x89PNG")]
    {
        let error = read(name, bytes).unwrap_err();
        assert!(error.hint.is_some(), "{name}: {error}");
    }
}
