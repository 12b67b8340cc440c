//! Checking a report in the workbench, and copying citations.

use absatz::i18n::Lang;
use absatz::tui::testing::Bench;

use super::demo;

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

const REPORT: &str = "Erstens „Im Rat geht es um Kita und Windräder. In der Reihenfolge“ (IP 1: 28).\n\n\
    Zweitens „Für eine Eins hat die Lösung gefehlt“ (IP 1: 28). Und (IP 9: 3).\n\n\
    „Im Rat geht es um Kita, Feuerwehr und Windräder“ (IP 1: 28).\n";

#[test]
fn findings_are_walked_through_and_the_mended_report_is_checked_again() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.md");
    std::fs::write(&report, REPORT).unwrap();
    let mut bench = demo(140, 40, Lang::En);
    bench.keys("<f12>").paste(&report.display().to_string()).keys("<enter>");
    shows(
        &bench,
        &["Findings in report.md", "3 / ", "differs  line 1 · (IP 1: 28)", "Kita[-, Feuerwehr-] und"],
    );
    shows(&bench, &["stands elsewhere  line 3", "The words stand in (IP 1: 26).", "There is no IP 9."]);
    // Both wordings in full.
    bench.keys("d");
    shows(&bench, &["In the report", "In the transcript", "Im Rat geht es um Kita, Feuerwehr und Windräder"]);
    bench.keys("<esc>j<enter>");
    let reading = bench.model.reading.as_ref().unwrap();
    assert_eq!(reading.paragraph(reading.at).unwrap().number, Some(26), "where the words really are");
    // Back in the list, where it was left; by kind.
    bench.keys("4");
    assert_eq!(bench.model.listing.cursor.at, 1);
    bench.keys("s");
    shows(&bench, &["to mend and to look at (3)", "exact (1)", "interview never cited (6)"]);
    bench.keys("<end><enter>");
    assert!(bench.model.listing.findings.iter().all(|finding| finding.kind == "code-never-cited"));
    bench.keys("<enter>");
    shows(&bench, &["There is no paragraph to go to."]);
    bench.keys("s<enter>");
    assert_eq!(bench.model.listing.findings.len(), 3);
    // Mended and checked again by one key.
    std::fs::write(
        &report,
        REPORT.replace("Kita und", "Kita, Feuerwehr und").replace("(IP 9: 3)", "(IP 2: 3)"),
    )
    .unwrap();
    bench.keys("r");
    shows(&bench, &["1 to mend"]);
    assert_eq!(bench.model.listing.findings.iter().filter(|f| f.kind == "elsewhere").count(), 1);
}

#[test]
fn what_was_found_goes_to_a_file_and_what_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.md");
    std::fs::write(&report, REPORT).unwrap();
    let mut bench = demo(120, 40, Lang::De);
    bench.keys("<f12>").paste("/nirgends/b.docx").keys("<enter>");
    shows(&bench, &["b.docx"]);
    bench
        .keys(":")
        .paste("check-report")
        .keys("<enter><ctrl-u>")
        .paste(&report.display().to_string())
        .keys("<enter>");
    shows(&bench, &["Befunde in report.md", "weicht ab"]);
    let file = folder.path().join("befunde.csv");
    bench.keys("X<ctrl-u>").paste(&file.display().to_string()).keys("<enter>");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("steht woanders"), "{written}");
}

#[test]
fn citations_are_copied() {
    let mut bench = demo(120, 40, Lang::En);
    bench.keys("g").paste("1:22").keys("<enter>Y");
    assert_eq!(bench.copied, ["(IP 1: 22)"]);
    bench.keys("VjY");
    assert_eq!(bench.copied[1], "(IP 1: 22f.)");
    bench.keys("2<home>y");
    let bundle = bench.copied.get(2).cloned().unwrap_or_default();
    assert!(bundle.is_empty() || bundle.starts_with("(IP"), "{bundle}");
    bench.keys("zcy");
    let folded = bench.copied.last().unwrap();
    assert!(folded.starts_with("(IPen 1: ") && folded.len() > bundle.len(), "{folded}");
    shows(&bench, &["in 8 of 8 interviews"]);
}
