//! Three coders in the workbench: differences of every pair, agreement, and settling them.

use absatz::i18n::{self, Lang};
use absatz::model::coders::Status;
use absatz::model::codings::Coding;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::store::{Project, codes, codings, documents};
use absatz::tui::testing::Bench;

use crate::support::{Study, code, import};

const TEXT: &str = "Mostly the law.\nMoney is there.\nPeople are not.\nAnd there is a portal.";

/// AK, MB and CM have coded 1; 2 has been coded by AK and CM; all is released.
fn bench() -> (Study, Bench) {
    i18n::set_lang(Lang::En);
    let mut study = Study::new();
    for label in ["1", "2"] {
        import(&mut study.project, label, TEXT);
    }
    for path in ["Law", "Money", "People"] {
        code(&mut study.project, path);
    }
    let cm = ops::coders::add(&mut study.project, "CM").unwrap().value;
    let (ak, mb) = (study.ak, study.mb);
    for (coder, label, path, words) in [
        // Three codes for one passage.
        (ak, "1", "Law", "Mostly the law."),
        (mb, "1", "Money", "Mostly the law."),
        (cm, "1", "People", "Mostly the law."),
        // All three the same.
        (ak, "1", "Money", "Money is there."),
        (mb, "1", "Money", "Money is there."),
        (cm, "1", "Money", "Money is there."),
        // Two of three.
        (ak, "1", "People", "People are not."),
        (cm, "1", "People", "People are not."),
        // Another boundary, in either interview.
        (ak, "1", "Law", "there is a portal."),
        (mb, "1", "Law", "there is a portal"),
        (cm, "1", "Law", "there is a portal."),
        (ak, "2", "Law", "there is a portal."),
        (cm, "2", "Law", "there is a portal"),
    ] {
        study.sign_in(coder);
        let reader = study.project.read();
        let document = documents::by_label(&reader, label).unwrap().id;
        let text = documents::text(&reader, document).unwrap();
        let byte = text.as_str().find(words).unwrap();
        let codes = vec![codes::tree(&reader).unwrap().find(path).unwrap().code.id];
        let what = Application { codes, ..Application::default() };
        let span = text.span(byte..byte + words.len());
        ops::codings::apply(&mut study.project, document, span, &what).unwrap();
    }
    let all = documents::list(&study.project.read()).unwrap();
    for (coder, of) in [(mb, &all[..1]), (cm, &all[..]), (ak, &all[..])] {
        study.sign_in(coder);
        for document in of {
            ops::coders::set_status(&mut study.project, document.id, Status::Done).unwrap();
        }
    }
    ops::project::set_released(&mut study.project, true).unwrap();
    let bench = Bench::open(Project::open(&study.path(), Some("AK")).unwrap(), 130, 40, Lang::En);
    (study, bench)
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// What the consensus has, as `label code: words`.
fn consensus(bench: &Bench) -> Vec<String> {
    let reader = bench.project().read();
    let Some(coder) = ops::consolidation::consensus(&reader).unwrap() else { return Vec::new() };
    let tree = codes::tree(&reader).unwrap();
    let all = codings::all(&reader).unwrap().into_iter().filter(|one| one.coder == coder.id);
    let words = |one: &Coding| {
        let document = documents::get(&reader, one.document).unwrap();
        let text = documents::text(&reader, one.document).unwrap();
        format!("{} {}: {}", document.label, tree.path(one.code), text.slice(one.span))
    };
    all.map(|one| words(&one)).collect()
}

#[test]
fn differences_of_every_two_coders_are_listed_and_walked_through() {
    let (_study, mut bench) = bench();
    bench.keys("g1:1<enter>zs");
    shows(&bench, &["AK", "MB", "CM"]);
    bench.keys("<f9>");
    // Three pairs on the first passage, two that miss the third, two boundaries, and one in the second interview.
    shows(&bench, &["Differences", "1/8"]);
    let screen = bench.screen();
    assert_eq!(screen.matches("other code").count(), 3, "{screen}");
    assert_eq!(screen.matches("missing").count() + screen.matches("one only").count(), 2, "{screen}");
    bench.keys("<enter>");
    shows(&bench, &["1/8 · other code"]);
    bench.keys("fffffff");
    shows(&bench, &["8/8", "IP 2"]);
}

#[test]
fn agreement_of_three_has_pairs_and_coefficients_for_more_than_two() {
    let (_study, mut bench) = bench();
    bench.keys("A");
    shows(&bench, &["Agreement by code", "Coders: AK, MB, CM.", "Fleiss' kappa"]);
    assert!(!bench.screen().contains("Cohen's kappa"), "{}", bench.screen());
    bench.keys("t");
    shows(&bench, &["Agreement by document", "IP 1", "IP 2"]);
    bench.keys("t");
    shows(&bench, &["Agreement by pair of coders", "AK", "MB", "CM"]);
    bench.keys("t");
    shows(&bench, &["Agreement over all codes and documents"]);
    // Which code stands for which is a question to two: with three the views begin anew.
    bench.keys("t");
    shows(&bench, &["Agreement by code"]);
    bench.keys("c");
    shows(&bench, &["3 coders, two or more each"]);
}

#[test]
fn the_third_is_taken_and_a_rule_settles_all_interviews() {
    let (_study, mut bench) = bench();
    bench.keys("g1:1<enter><f10>");
    shows(&bench, &["0 of 3 decided · in all 0 of 4", "1 AK", "2 MB", "3 CM"]);
    bench.keys("3");
    assert_eq!(consensus(&bench), ["1 People: Mostly the law."]);
    bench.keys("4");
    shows(&bench, &["No coder has the number 4 here."]);
    // Of the second only two have something; what the one without has is nothing.
    bench.keys("2");
    assert_eq!(consensus(&bench), ["1 People: Mostly the law."]);
    shows(&bench, &["2 of 3 decided"]);
    // The rule is for two: what three have is left to them, in all documents the second interview's is settled.
    bench.keys("Rj<enter>");
    shows(&bench, &["In all documents"]);
    bench.keys("<tab><tab><ctrl-u>").paste("yes").keys("<enter>");
    shows(&bench, &["IP 2: 4"]);
    bench.keys("<enter>");
    assert!(consensus(&bench).contains(&"2 Law: there is a portal.".to_owned()), "{:?}", consensus(&bench));
    // One undo takes all that the rule settled.
    bench.keys("u");
    assert_eq!(consensus(&bench), ["1 People: Mostly the law."]);
}
