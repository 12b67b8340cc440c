//! Queries in the workbench.

use absatz::ops;
use absatz::tui::testing::Bench;

use super::{small, small_project};

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// Law on the whole of an answer, People on its end.
fn coded() -> Bench {
    use absatz::model::DocumentId;
    use absatz::ops::codings::{Application, apply};
    use absatz::text::Span;
    let mut project = small_project();
    let tree = absatz::store::codes::tree(&project.read()).unwrap();
    let text = absatz::store::documents::text(&project.read(), DocumentId(1)).unwrap();
    let at = |words: &str| {
        let start = text.as_str().find(words).unwrap() as u32;
        Span::new(start, start + words.len() as u32)
    };
    for (code, words) in [
        ("Law", "Mostly the law, and a lack of people."),
        ("People", "a lack of people."),
        ("Money", "Money is there."),
    ] {
        let what = Application { codes: vec![tree.find(code).unwrap().code.id], ..Application::default() };
        apply(&mut project, DocumentId(1), at(words), &what).unwrap();
    }
    Bench::open(project, 120, 40, absatz::i18n::Lang::En)
}

#[test]
fn a_query_is_typed_with_completion_asked_and_saved() {
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut bench = coded();
    bench.keys("Q").paste("Obstacles/L").keys("<tab>").paste("and peo").keys("<tab>");
    shows(&bench, &["Obstacles/Law and Obstacles/People"]);
    bench.keys("<enter>");
    shows(
        &bench,
        &[
            "Query: Obstacles/Law and Obstacles/People",
            "only the words that all parts have in common",
            "a lack of people.",
        ],
    );
    bench.keys("S").paste("both").keys("<enter>");
    let all = ops::queries::list(&bench.project().read()).unwrap();
    assert_eq!(
        (all[0].saved.name.as_str(), all[0].query.as_str()),
        ("both", "Obstacles/Law and Obstacles/People")
    );
    bench.keys("u");
    assert!(ops::queries::list(&bench.project().read()).unwrap().is_empty());
    bench.keys("<ctrl-r>zq");
    shows(&bench, &["Saved queries", "both  Obstacles/Law and Obstacles/People"]);
    bench.keys("<enter>");
    shows(&bench, &["a lack of people."]);
    // A change of the codings is in the answer.
    bench.keys("<enter>");
    shows(&bench, &["Mostly the law"]);
}

#[test]
fn what_is_wrong_stands_under_its_place_and_the_line_stays() {
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut bench = coded();
    bench.keys("Q").paste("Law near").keys("<enter>");
    shows(&bench, &["a code is missing", "^"]);
    bench.paste(" Moneyy").keys("<enter>");
    shows(&bench, &["There is no code “Moneyy”", "Law near Moneyy"]);
    bench.keys("<backspace><enter>");
    shows(
        &bench,
        &["Query: Obstacles/Law near Money", "none that stand so"].map(|it| it.split(": ").next().unwrap()),
    );
    shows(&bench, &["none that stand so"]);
}

#[test]
fn only_what_is_activated_is_asked() {
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut bench = coded();
    bench.keys("2").keys("<end><space>");
    shows(&bench, &["Activated: all documents, one code", "●"]);
    bench.keys("Q").paste("*").keys("<enter>");
    shows(&bench, &["Money is there.", "Query: *"]);
    assert!(!bench.screen().contains("▌ (IP 1: 2)"), "{}", bench.screen());
    // The second interview has nothing.
    bench.keys("1<end><space>");
    shows(&bench, &["This code has no segment there: Money"]);
    let mut empty = small(120, 40);
    empty.keys("Q").paste("*").keys("<enter>");
    shows(&empty, &["Nothing is coded there."]);
}

#[test]
fn what_lacks_an_answer_is_a_table_that_leads_to_the_interviews() {
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut bench = coded();
    bench.keys("Q").paste("People").keys("<enter>W");
    // The other interview has nobody who speaks of people.
    shows(&bench, &["Without People", "1 of 2 documents", "IP 2      IP02"]);
    let screen = bench.screen();
    assert!(!screen.contains("│ IP 1"), "{screen}");
    bench.keys("t");
    shows(&bench, &["cases"]);
}

#[test]
fn a_saved_query_is_renamed_and_replaced() {
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut bench = coded();
    bench.keys("Q").paste("Law").keys("<enter>S").paste("first").keys("<enter>");
    bench.keys("Q<ctrl-u>").paste("Money").keys("<enter>S").paste("First").keys("<enter>");
    shows(&bench, &["There is a saved query “first” already", "Enter once more"]);
    bench.keys("<enter>");
    let named = |bench: &Bench| -> Vec<(String, String)> {
        let all = ops::queries::list(&bench.project().read()).unwrap();
        all.into_iter().map(|one| (one.saved.name, one.query)).collect()
    };
    assert_eq!(named(&bench), [("first".to_owned(), "Money".to_owned())]);
    bench.keys("zqr<end>").paste(" of all").keys("<enter>");
    assert_eq!(named(&bench), [("first of all".to_owned(), "Money".to_owned())]);
    bench.keys("uu");
    assert_eq!(named(&bench)[0].1, "Obstacles/Law");
}
