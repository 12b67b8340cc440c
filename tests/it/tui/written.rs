//! Versions of the codebook, the quote matrix and what is written to be read, in the workbench.

use absatz::formats::report;
use absatz::i18n::Lang;
use absatz::store::versions;
use absatz::tui::model::Main;
use absatz::tui::testing::Bench;

use super::{demo, small};

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// A command by its words in the palette.
fn call(bench: &mut Bench, words: &str) {
    bench.keys(":").paste(words).keys("<enter>");
}

#[test]
fn a_version_is_kept_compared_changed_and_removed() {
    absatz::i18n::set_lang(Lang::En);
    let mut bench = small(120, 40);
    call(&mut bench, "Keep the codebook as it is now as a version");
    bench.paste("v1").keys("<tab>").paste("before the second round").keys("<enter>");
    call(&mut bench, "Versions of the codebook, and what has changed since");
    shows(&bench, &["Versions of the codebook", "before the second r", "Nothing has changed since"]);
    bench.keys("2").keys("<home>").keys("r");
    bench.keys("<ctrl-u>").paste("Hurdles").keys("<enter>");
    call(&mut bench, "Versions of the codebook, and what has changed since");
    bench.keys("<enter>");
    shows(&bench, &["from v1 to now", "renamed", "Obstacles", "Hurdles"]);
    // A second one, and from the first to it.
    bench.keys("t");
    shows(&bench, &["There is no later version"]);
    call(&mut bench, "Versions of the codebook, and what has changed since");
    bench.keys("n").paste("v2").keys("<enter>");
    assert_eq!(versions::list(&bench.project().read()).unwrap().len(), 2);
    bench.keys("<home><enter>t");
    shows(&bench, &["from v1 to v2"]);
    bench.keys("t");
    shows(&bench, &["from v1 to now"]);
    call(&mut bench, "Versions of the codebook, and what has changed since");
    bench.keys("<home>r").keys("<ctrl-u>").paste("first").keys("<enter>");
    shows(&bench, &["first"]);
    bench.keys("x");
    let left = versions::list(&bench.project().read()).unwrap();
    assert_eq!(left.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["v2"]);
    bench.keys("u");
    assert_eq!(versions::list(&bench.project().read()).unwrap().len(), 2);
}

#[test]
fn a_cell_of_the_quote_matrix_leads_to_its_segments_and_back() {
    absatz::i18n::set_lang(Lang::En);
    let mut bench = demo(140, 40, Lang::En);
    call(&mut bench, "Quote matrix: what was said on each code");
    shows(&bench, &["Quote matrix", "IP 1", "Zurzeit. Ähm. Also"]);
    // Main codes, groups side by side, turned.
    bench.keys("ccttt");
    bench.keys("tt");
    shows(&bench, &["Kommune", "Land"]);
    bench.keys("l<enter>");
    assert!(
        bench.model.main == Main::Listing && bench.model.listing.segments.len() > 3,
        "{}",
        bench.screen()
    );
    bench.keys("<esc>");
    shows(&bench, &["Quote matrix"]);
    bench.keys("x");
    assert!(bench.model.table.content.table.columns.len() > 4, "{}", bench.screen());
}

#[test]
fn the_report_the_guide_and_chapters_are_written() {
    absatz::i18n::set_lang(Lang::En);
    let folder = tempfile::tempdir().unwrap();
    let target = |name: &str| folder.path().join(name).display().to_string();
    let mut bench = demo(140, 40, Lang::En);
    call(&mut bench, "Write the report: a chapter a main code");
    shows(&bench, &["Written report", ".docx, .html, .md"]);
    bench.keys("<ctrl-u>").paste(&target("report.xlsx")).keys("<enter>");
    shows(&bench, &["Written report"]);
    bench.keys("<ctrl-u>").paste(&target("report.docx")).keys("<enter>");
    let headings = |name: &str| -> Vec<String> {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        let read = report::read(name, &bytes).unwrap();
        let headings = read.paragraphs.into_iter().filter(|one| one.place.name() == "heading");
        headings.map(|one| one.text).collect()
    };
    assert!(headings("report.docx").iter().any(|one| one == "How this report was made"));
    // An own template, with a mistake and without.
    std::fs::write(folder.path().join("my.md"), "# Mine\n\n{{nothing}}\n").unwrap();
    call(&mut bench, "Write the report: a chapter a main code");
    bench.keys("<ctrl-u>").paste(&target("mine.md")).keys("<tab>").paste(&target("my.md")).keys("<enter>");
    shows(&bench, &["Line 3 of the template"]);
    assert!(!folder.path().join("mine.md").exists());
    std::fs::write(folder.path().join("my.md"), "# Mine\n\n{{interviews}}\n").unwrap();
    bench.keys("<enter>");
    assert_eq!(headings("mine.md"), ["Mine"]);
    // The coding guide and the segments of a code, each as running text.
    bench.keys("2X").keys("<ctrl-u>").paste(&target("guide.html")).keys("<enter>");
    assert!(headings("guide.html").len() > 20, "{:?}", headings("guide.html"));
    bench.keys("2<home><enter>X").keys("<ctrl-u>").paste(&target("segments.md")).keys("<enter>");
    assert!(headings("segments.md").len() >= 2, "{:?}", headings("segments.md"));
}
