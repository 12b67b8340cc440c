//! A report about the shipped study: what is right in it is left alone, what is wrong is found, and nothing else.

use std::collections::BTreeSet;
use std::io::Write as _;

use absatz::analysis::check::{Checked, Level, Status, findings, tables};
use absatz::formats::report::read;
use absatz::model::report::{Report, ReportParagraph, ReportPlace};
use absatz::ops::{self, check};
use absatz::progress::Progress;
use absatz::store::{Project, settings};
use absatz::text::citations::Pattern;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::support::root;

const REPORTS: [&str; 2] = ["bericht.md", "report.en.md"];

/// What is wrong: kind and the words that it begins with.
const WRONG: [&[(&str, &str)]; 2] = [
    &[
        ("no-such-interview", "(IPen 2: 67; 73: 4)"),
        ("no-such-paragraph", "(IP 1: 190)"),
        ("open-end", "(IP 1: 109ff.)"),
        ("ambiguous", "(IP 2, 5)"),
        ("not-paragraph-based", "(IP 3, Z. 12-15)"),
        ("unreadable", "(IP 3: 9a)"),
        ("differs", "Davon gehen mir bis 2035"),
        ("elsewhere", "um Kita, Feuerwehr"),
        ("not-found", "Die Digitalagentur hat"),
        ("differs", "die haben uns drei Wochen"),
    ],
    &[
        ("no-such-interview", "(IP 8: 3)"),
        ("no-such-paragraph", "(IP 6: 80-95)"),
        ("no-such-paragraph", "(IP 6: 88f.)"),
        ("ambiguous", "(IP 7; 5: 13)"),
        ("not-paragraph-based", "(IP 5, #00:12:03-5#)"),
        ("unreadable", "(IP ?: 12)"),
        ("differs", "We've in the payroll"),
        ("elsewhere", "Interfaces with a standard"),
        ("differs", "Um, so it is a question"),
        ("differs", "For externals there is"),
    ],
];

fn source(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/it/fixtures/report").join(name)).unwrap()
}

fn demo() -> Project {
    ops::demo::build(absatz::i18n::Lang::En).unwrap()
}

fn checked(project: &Project, report: &Report) -> (Checked, Pattern) {
    let pattern = settings::citation(&project.read()).unwrap();
    (check::check(project, report, &pattern, &Progress::new()).unwrap(), pattern)
}

/// What has to be mended, as kind and words.
fn problems(checked: &Checked, pattern: &Pattern) -> Vec<(String, String)> {
    let all = findings(checked, pattern);
    let problems = all.into_iter().filter(|finding| finding.level == Level::Problem);
    problems.map(|finding| (finding.kind, finding.text)).collect()
}

#[test]
fn exactly_the_twenty_wrong_ones_are_found() {
    let project = demo();
    let mut right = 0;
    for (name, wrong) in REPORTS.into_iter().zip(WRONG) {
        let report = read(name, &source(name)).unwrap();
        let word = read(&name.replace(".md", ".docx"), &docx(&report)).unwrap();
        for (report, is_word) in [(&report, false), (&word, true)] {
            let (checked, pattern) = checked(&project, report);
            let found = problems(&checked, &pattern);
            assert_eq!(found.len(), wrong.len(), "{name}, Word: {is_word}: {found:#?}");
            for ((kind, text), (wanted, begins)) in found.iter().zip(wrong) {
                assert!(kind == wanted && text.starts_with(begins), "{kind} {text}: {wanted} {begins}");
            }
            if !is_word {
                let sound = |status: Status| matches!(status, Status::Exact | Status::Edited);
                right += checked.citations.iter().filter(|citation| citation.problems.is_empty()).count();
                right += checked.quotations.iter().filter(|quotation| sound(quotation.status)).count();
            }
        }
    }
    assert!(right >= 40, "{right} right ones");
}

/// A Word file with the same paragraphs: notes as footnotes, quotations indented, tables as tables.
fn docx(report: &Report) -> Vec<u8> {
    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let escaped = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', " ");
        format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let runs = |paragraph: &ReportParagraph| {
        let mut out = String::new();
        let mut at = 0;
        for mark in &paragraph.notes {
            out.push_str(&escaped(&paragraph.text[at..mark.at]));
            out.push_str(&format!("<w:r><w:footnoteReference w:id=\"{}\"/></w:r>", mark.note + 2));
            at = mark.at;
        }
        out + &escaped(&paragraph.text[at..])
    };
    let (mut body, mut notes) = (String::new(), String::new());
    for paragraph in &report.paragraphs {
        let style = match paragraph.place {
            ReportPlace::Heading => "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>",
            _ if paragraph.indented => "<w:pPr><w:ind w:left=\"567\"/></w:pPr>",
            _ => "",
        };
        let whole = format!("<w:p>{style}{}</w:p>", runs(paragraph));
        match (paragraph.place, paragraph.note) {
            (_, Some(note)) => {
                notes.push_str(&format!("<w:footnote w:id=\"{}\">{whole}</w:footnote>", note + 2));
            }
            (ReportPlace::Table, _) => {
                body.push_str(&format!("<w:tbl><w:tr><w:tc>{whole}</w:tc></w:tr></w:tbl>"));
            }
            _ => body.push_str(&whole),
        }
    }
    let relations = |list: &[(&str, &str)]| {
        let one = |(id, (kind, target)): (usize, &(&str, &str))| {
            format!("<Relationship Id=\"r{id}\" Type=\"{R}/{kind}\" Target=\"{target}\"/>")
        };
        let all: String = list.iter().enumerate().map(one).collect();
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
        )
    };
    let parts = [
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", relations(&[("footnotes", "footnotes.xml")])),
        ("word/document.xml", format!("<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>")),
        ("word/footnotes.xml", format!("<w:footnotes xmlns:w=\"{W}\">{notes}</w:footnotes>")),
    ];
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in &parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn of(project: &Project, text: &str) -> Checked {
    checked(project, &read("r.md", text.as_bytes()).unwrap()).0
}

fn statuses(checked: &Checked) -> Vec<&'static str> {
    checked.quotations.iter().map(|quotation| quotation.status.name()).collect()
}

#[test]
fn quotations_are_told_from_other_things_in_marks() {
    let project = demo();
    let cases: [(&str, &[&str]); 17] = [
        // Scare quotes, titles, literature, law.
        ("Die „digitale Kluft“ wächst.", &[]),
        ("Die „digitale Kluft“ wächst überall, wie man hört (IP 1: 22).", &[]),
        ("„alle Leistungen werden angeboten“ (Hopf 2016: 52)", &[]),
        // Without a citation, and where the words stand.
        ("Es sei so: „da ging es um Lizenzen für sechzig Euro im Monat“.", &["no-citation"]),
        ("„Dieser Satz mit vielen Wörtern wurde von niemandem jemals so gesagt.“", &["no-citation"]),
        // The citation inside the marks, the closing mark missing, a note in front.
        ("„Im Rat geht es um Kita, Feuerwehr und Windräder (IP 1: 28)“ so sie.", &["exact"]),
        ("„Im Rat geht es um Kita, Feuerwehr und Windräder (IP 1: 28) und mehr.", &["exact"]),
        ("IP 1: 28 sagt: „Im Rat geht es um Kita, Feuerwehr und Windräder.“ Mehr nicht.", &["exact"]),
        ("„Kita“, „Feuerwehr und Windräder“ seien die Themen (IP 1: 28).", &["exact", "exact"]),
        // Twice.
        (
            "„Im Rat geht es um Kita, Feuerwehr“ (IP 1: 28).\n\n„geht es um Kita, Feuerwehr“ (IP 1: 28).",
            &["exact", "repeated"],
        ),
        // A part that the longer quotation left out.
        (
            "„Im Rat […] und Windräder“ (IP 1: 28).\n\n„Es gab eine Nachfrage, Kita, Feuerwehr“ (IP 1: 3).",
            &["edited", "not-found"],
        ),
        // In another language, marked or not.
        ("“In the council it is about day care and the fire brigade” (IP 1: 28).", &["translated"]),
        ("“Day care, windmills” (IP 1: 28, transl. by the author).", &["translated"]),
        // Only letter case.
        ("„im Rat geht es um Kita, Feuerwehr und Windräder“ (IP 1: 28)", &["differs"]),
        ("„[i]m Rat geht es um Kita […] und Windräder“ (IP 1: 28)", &["edited"]),
        // Across two paragraphs, one of which is cited.
        (
            "„Hat eine Zwei bekommen. [...] Für eine Eins hat die Lösung gefehlt“ (IPen 1: 24, 26)",
            &["edited"],
        ),
        // In an interview that does not exist: where the words are says which was meant.
        ("„Im Rat geht es um Kita, Feuerwehr und Windräder“ (IP 31: 28)", &["elsewhere"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(statuses(&of(&project, text)), wanted, "{text}");
    }
    let meant = of(&project, "„Im Rat geht es um Kita, Feuerwehr und Windräder“ (IP 31: 28)");
    let message = absatz::analysis::check::fault_words(&meant.citations[0].problems[0], &Pattern::default());
    assert!(message.contains("IP 1: 28"), "{message}");
}

#[test]
fn block_quotations_share_a_citation() {
    let project = demo();
    let text = "Sie sagt (IP 1: 24, 26):\n\n> Hat eine Zwei bekommen.\n\n> Für eine Eins hat die Lösung gefehlt.\n\nUnd:\n\n> B: Portugal hat abgesagt.\n>\n> Und den Neffen darf ich ja nicht. (IP 1: 50)\n";
    let checked = of(&project, text);
    assert_eq!(statuses(&checked), ["exact"; 4], "{:#?}", checked.quotations);
}

#[test]
fn consent_and_listed_names_are_warnings() {
    let mut project = demo();
    let text = "Frau Quendel sagt: „Dass keiner entscheidet“ (IP 4: 30). (IP 1: 28)";
    let kinds = |checked: &Checked| -> Vec<String> {
        let mut kinds: Vec<String> = checked.warnings.iter().map(|warning| warning.kind.clone()).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(kinds(&of(&project, text)), ["consent-ask"]);
    ops::names::add(&mut project, absatz::model::names::Name::new("Quendel", "[Frau Q]"), &[]).unwrap();
    let one = absatz::store::documents::by_label(&project.read(), "1").unwrap().id;
    ops::consent::withdraw(&mut project, one, None, "2026-01-31").unwrap();
    let checked = of(&project, text);
    assert_eq!(kinds(&checked), ["consent-ask", "consent-withdrawn", "listed-name"]);
    assert!(!checked.has_problems(), "warnings alone are no problem");
}

#[test]
fn what_is_never_cited_is_told() {
    let project = demo();
    let checked = of(&project, "(IPen 1: 22; 4; 6: 3)");
    assert_eq!(checked.never_documents, ["2", "3", "5", "7"], "the pretest is not to be cited");
    let cited: BTreeSet<&str> = checked.never_codes.iter().map(String::as_str).collect();
    assert!(!cited.contains("Obstacles/Political-federal/Fragmented responsibilities"));
    assert!(cited.contains("Ways of coping/Improvising"));
}

#[test]
fn the_tables_hold_every_finding() {
    let project = demo();
    let report = read(REPORTS[0], &source(REPORTS[0])).unwrap();
    let (checked, pattern) = checked(&project, &report);
    let all = tables(&checked, &pattern);
    let names: Vec<&str> = all.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["report-findings", "report-citations", "report-quotations", "report-never-cited"]);
    assert_eq!(all[0].rows.len(), WRONG[0].len() + checked.warnings.len());
    assert_eq!((all[1].rows.len(), all[2].rows.len()), (checked.citations.len(), checked.quotations.len()));
    for table in &all {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }
}
