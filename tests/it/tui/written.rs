//! Versions of the codebook, the quote matrix and what is written to be read, in the workbench.

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
    bench.keys("z");
    assert!(bench.model.table.content.table.columns.len() > 4, "{}", bench.screen());
}
