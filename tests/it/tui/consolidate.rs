//! Walking through the differences of coders in the workbench.

use absatz::i18n::{self, Lang};
use absatz::model::coders::Status;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::ops::consolidation::{self, ProtocolQuery};
use absatz::store::{Project, codes, documents};
use absatz::text::Span;
use absatz::tui::testing::Bench;

use super::{coded, small_project};

/// AK and MB have coded both transcripts apart.
pub(super) fn study() -> Project {
    i18n::set_lang(Lang::En);
    let mut project = small_project();
    let ak = project.coder();
    let mb = ops::coders::add(&mut project, "MB").unwrap().value;
    let tree = codes::tree(&project.read()).unwrap();
    let code = |path: &str| tree.find(path).unwrap().code.id;
    ops::codes::define(
        &mut project,
        code("Law"),
        &absatz::model::codes::Guide { definition: "What a law forbids".into(), ..Default::default() },
    )
    .unwrap();
    let both = documents::list(&project.read()).unwrap();
    for (coder, document, path, words) in [
        (ak, 0, "Law", "Mostly the law"),
        (mb, 0, "People", "Mostly the law"),
        (ak, 0, "People", "a lack of people"),
        (mb, 0, "People", "lack of people"),
        (ak, 0, "Money", "Money is there."),
        (mb, 0, "Money", "Money is there."),
        (mb, 1, "Money", "With a portal."),
    ] {
        project.sign_in(coder).unwrap();
        let id = both[document].id;
        let text = documents::text(&project.read(), id).unwrap();
        let byte = text.as_str().find(words).unwrap();
        let what = Application { codes: vec![code(path)], ..Application::default() };
        let span: Span = text.span(byte..byte + words.len());
        ops::codings::apply(&mut project, id, span, &what).unwrap();
    }
    for coder in [ak, mb] {
        project.sign_in(coder).unwrap();
        for document in &both {
            ops::coders::set_status(&mut project, document.id, Status::Done).unwrap();
        }
    }
    project.sign_in(ak).unwrap();
    ops::project::set_released(&mut project, true).unwrap();
    project
}

fn bench(width: u16, height: u16) -> Bench {
    Bench::open(study(), width, height, Lang::En)
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// What the consensus has in a document.
fn consensus(bench: &Bench, label: &str) -> Vec<String> {
    let reader = bench.project().read();
    let Some(coder) = consolidation::consensus(&reader).unwrap() else { return Vec::new() };
    let document = documents::by_label(&reader, label).unwrap().id;
    let text = documents::text(&reader, document).unwrap();
    let tree = codes::tree(&reader).unwrap();
    let all = absatz::store::codings::of_document(&reader, document).unwrap();
    all.into_iter()
        .filter(|coding| coding.coder == coder.id)
        .map(|coding| format!("{}: {}", tree.path(coding.code), text.slice(coding.span)))
        .collect()
}

#[test]
fn differences_are_walked_through_and_decided() {
    let mut bench = bench(120, 40);
    bench.keys("<f10>");
    shows(&bench, &["0 of 2 decided · in all 0 of 3", "(IP 1: 2)", "other code", "1 of 2"]);
    shows(&bench, &["1 AK", "Obstacles/Law", "2 MB", "Obstacles/People", "What a law forbids"]);
    let originals = coded(&bench, "1").len();
    bench.keys("r").paste("the law, he says").keys("<enter>");
    shows(&bench, &["Reason of the next decision: the law, he says"]);
    bench.keys("1");
    assert_eq!(consensus(&bench, "1"), ["Obstacles/Law: Mostly the law"]);
    assert_eq!(coded(&bench, "1").len(), originals + 1);
    // It goes on to the next one, and the reason went with the decision.
    shows(&bench, &["other boundary", "2 of 2", "1 of 2 decided", "lack of people"]);
    assert!(!bench.screen().contains("Reason of the next"), "{}", bench.screen());
    bench.keys("k");
    shows(&bench, &["AK taken: Obstacles/Law", "the law, he says", "decided"]);
    bench.keys("j0");
    shows(&bench, &["2 of 2 decided", "All differences of this document are decided"]);
    // One undo takes the decision with its codings.
    bench.keys("u");
    shows(&bench, &["1 of 2 decided"]);
    bench.keys("2");
    assert_eq!(consensus(&bench, "1"), ["Obstacles/Law: Mostly the law", "Obstacles/People: lack of people"]);
    // Deciding again replaces.
    bench.keys("ka");
    assert_eq!(
        consensus(&bench, "1")[0..2],
        ["Obstacles/Law: Mostly the law", "Obstacles/People: Mostly the law"]
    );
    let protocol = consolidation::protocol(bench.project(), &ProtocolQuery::default()).unwrap();
    assert_eq!(protocol.records.len(), 2);
}

#[test]
fn a_difference_is_coded_anew_on_another_passage() {
    let mut bench = bench(120, 40);
    bench.keys("<f10>n").paste("Money").keys("<enter>");
    assert_eq!(consensus(&bench, "1"), ["Money: Mostly the law"]);
    // Tab shows the passage in its transcript; there another one is selected.
    bench.keys("k<tab>");
    shows(&bench, &["What stands in the way?"]);
    bench.keys("Vzn");
    shows(&bench, &["Code it anew"]);
    bench.paste("Law").keys("<enter>");
    assert_eq!(consensus(&bench, "1"), ["Obstacles/Law: Mostly the law, and a lack of people."]);
    bench.keys("<f10>");
    shows(&bench, &["(IP 1: 2)", "coded anew"]);
    bench.keys("<esc>");
    shows(&bench, &["What stands in the way?"]);
}

#[test]
fn a_rule_shows_what_it_would_settle() {
    let mut bench = bench(120, 40);
    bench.keys("<f10>R");
    shows(&bench, &["Which boundaries hold?", "the longer segment", "MB"]);
    bench.keys("2");
    shows(&bench, &["How much may differ?", "3 words"]);
    bench.keys("<enter>");
    shows(&bench, &["One difference would be settled", "a lack of people", "Enter settles"]);
    assert_eq!(consensus(&bench, "1"), Vec::<String>::new());
    bench.keys("<enter>");
    assert_eq!(consensus(&bench, "1"), ["Obstacles/People: a lack of people"]);
    shows(&bench, &["settled one small difference by a rule", "1 of 2 decided"]);
    bench.keys("u");
    assert_eq!(consensus(&bench, "1"), Vec::<String>::new());
    bench.keys("R1<ctrl-u>").paste("ellen").keys("<enter>");
    shows(&bench, &["3 words, 12 characters, 80 %"]);
    bench.keys("<ctrl-u>").paste("0 %").keys("<esc><esc>");
}

#[test]
fn a_document_is_finished_and_the_next_one_opened() {
    let mut bench = bench(120, 40);
    bench.keys("<f10>F");
    shows(
        &bench,
        &["Finish the consensus of IP 1?", "2 differences are not decided", "One passage that all agree on"],
    );
    bench.keys("<esc>AaaF");
    shows(&bench, &["declared the consensus of document 1 done", "consensus done"]);
    // Finished means finished; opened again it goes on.
    bench.keys("0");
    shows(&bench, &["The consensus of document 1 is done"]);
    bench.keys("F");
    shows(&bench, &["opened the consensus of document 1 again"]);
    bench.keys("o");
    shows(&bench, &["(IP 2: 2)", "missing", "nothing"]);
    bench.keys("K");
    shows(&bench, &["(IP 1: 2)"]);
    bench.keys("JF<enter>");
    assert_eq!(consensus(&bench, "2"), Vec::<String>::new());
    shows(&bench, &["consensus done"]);
}

#[test]
fn nothing_is_told_before_it_is_released() {
    let mut project = study();
    ops::project::set_released(&mut project, false).unwrap();
    let mut bench = Bench::open(project, 100, 30, Lang::En);
    bench.keys("<f10>");
    shows(&bench, &["do not see each other"]);
    assert!(!bench.screen().contains("decided"), "{}", bench.screen());
    // The palette finds it by the words of other programs, and outside of the walk its keys say where it is.
    bench.keys(":").paste("Intercoder");
    shows(&bench, &["Walk through the differences"]);
    bench.keys("<esc>:").paste("take nothing").keys("<enter>");
    shows(&bench, &["Open the walk through the differences first"]);
}

/// Hidden from each other again: what was on the screen goes.
#[test]
fn what_is_released_no_more_goes_from_the_screen() {
    let mut bench = bench(100, 30);
    bench.keys("<f10>");
    shows(&bench, &["Obstacles/Law", "2 MB"]);
    bench.keys(":").paste("see each other's work everywhere").keys("<enter>");
    shows(&bench, &["do not see each other"]);
    assert!(!bench.screen().contains("2 MB"), "{}", bench.screen());
}

#[test]
fn the_walk_looks_like_this() {
    for (lang, name) in [(Lang::En, "consolidate_en"), (Lang::De, "consolidate_de")] {
        i18n::set_lang(lang);
        let mut project = ops::demo::build(lang).unwrap();
        ops::project::set_released(&mut project, true).unwrap();
        let mut bench = Bench::open(project, 80, 24, lang);
        bench.keys("<f10>");
        insta::assert_snapshot!(name, bench.screen());
    }
}

#[test]
fn a_difference_is_coded_anew_with_a_code_that_is_made_for_it() {
    let mut bench = bench(120, 40);
    bench.keys("<f10>n").paste("Obstacles/Decrees").keys("");
    shows(&bench, &["New code “Obstacles/Decrees”"]);
    bench.keys("<enter>");
    // Both interviews were done before the code was there.
    shows(&bench, &["are to be revisited"]);
    bench.keys("j<enter>");
    assert_eq!(consensus(&bench, "1"), ["Obstacles/Decrees: Mostly the law"]);
    assert!(ops::revisit::own(bench.project()).unwrap().is_empty());
    // One undo takes the decision with its code.
    bench.keys("u");
    assert_eq!(consensus(&bench, "1"), Vec::<String>::new());
    assert!(codes::tree(&bench.project().read()).unwrap().find("Decrees").is_err());
}
