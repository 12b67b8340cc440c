//! Coding much at once and finer, the codes' descriptions and examples, and the person's own editor.

use absatz::model::codes::Origin;
use absatz::store::codes;
use absatz::tui::model::Overlay;
use absatz::tui::msg::Msg;

use super::{coded, small};

#[test]
fn every_hit_of_a_search_is_coded_after_a_preview_and_undone_at_once() {
    let mut bench = small(120, 40);
    bench.keys("/money<enter>Cmon<enter>");
    let screen = bench.screen();
    assert!(screen.contains("2 passages in one document") && screen.contains("(IP 1: 3)"), "{screen}");
    assert_eq!(coded(&bench, "1"), Vec::<String>::new(), "nothing is done before it is confirmed");
    bench.keys("<enter>");
    assert_eq!(coded(&bench, "1"), ["Money: money", "Money: Money"]);
    bench.keys("u");
    assert_eq!(coded(&bench, "1"), Vec::<String>::new());
    bench.keys("Cmon<enter><esc>");
    assert_eq!(coded(&bench, "1"), Vec::<String>::new());
    // What answers a query can be coded too; a code's own list cannot.
    bench.keys("3<esc>").keys("3jcla<enter>").keys("QLaw<enter>Cpeo<enter><enter>");
    assert_eq!(coded(&bench, "1").len(), 2, "{}", bench.screen());
    bench.keys("2<home>j<enter>C");
    assert!(bench.screen().contains("Search first"), "{}", bench.screen());
}

#[test]
fn everything_a_speaker_says_is_coded_turn_by_turn() {
    let mut bench = small(120, 40);
    bench.keys("3jzrlaw<enter>");
    assert!(
        bench.screen().contains("(IP 1: 2)") && bench.screen().contains("(IP 1: 4)"),
        "{}",
        bench.screen()
    );
    bench.keys("<enter>");
    assert_eq!(
        coded(&bench, "1"),
        ["Obstacles/Law: Mostly the law, and a lack of people.", "Obstacles/Law: Money is there."]
    );
    bench.keys("u");
    assert_eq!(coded(&bench, "1").len(), 0);
}

#[test]
fn sentences_are_selected_one_by_one() {
    let mut bench = super::small(120, 40);
    let draft = "B: One here. Two there! Is three so?\nB: Four.\n";
    let draft = absatz::formats::read::read("IP03.txt", draft.as_bytes(), &Default::default()).unwrap();
    let source = absatz::ops::documents::Source::new("IP03.txt", b"x");
    absatz::ops::documents::import(bench.worker.project_mut(), &draft, &source, &Default::default()).unwrap();
    bench.keys("g3:1<enter>s").keys("cmon<enter>");
    assert_eq!(coded(&bench, "3"), ["Money: One here."]);
    bench.keys("<esc>uss").keys("cmon<enter>");
    assert_eq!(coded(&bench, "3"), ["Money: One here. Two there!"]);
    bench.keys("<esc>usSS").keys("cmon<enter>");
    assert_eq!(coded(&bench, "3"), ["Money: Is three so?"]);
    bench.keys("<esc>usssss").keys("cmon<enter>");
    assert_eq!(coded(&bench, "3"), ["Money: One here. Two there! Is three so?\nB: Four."]);
}

#[test]
fn a_segment_grows_and_shrinks_by_words() {
    let mut bench = small(120, 40);
    bench.keys("3jvvwwcla<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law"]);
    bench.keys("<ctrl-right>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law, and"]);
    bench.keys("<ctrl-left><ctrl-left><alt-right>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: the"]);
    bench.keys("<alt-right>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: the"]);
    assert!(bench.screen().contains("cannot go further"), "{}", bench.screen());
    bench.keys("<alt-left>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the"]);
    // Over the end of the paragraph, whose label is no word of it.
    bench.keys("<alt-left>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: way?\nB: Mostly the"]);
    bench.keys("u");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the"]);
}

#[test]
fn a_code_is_described_with_all_that_a_coding_guide_says() {
    let mut bench = small(120, 40);
    bench.keys("2<end>e").paste("Cash").keys("<tab>").paste("always").keys("<tab>").paste("never");
    bench.keys("<tab>").paste("Who pays?").keys("<tab><ctrl-u>indu<esc>");
    let guide = |bench: &absatz::tui::testing::Bench| {
        codes::tree(&bench.project().read()).unwrap().find("Money").unwrap().code.guide.clone()
    };
    let now = guide(&bench);
    assert_eq!(
        (now.definition.as_str(), now.apply.as_str(), now.not_apply.as_str()),
        ("Cash", "always", "never")
    );
    assert_eq!((now.research_question.as_str(), now.origin), ("Who pays?", Origin::Inductive));
    // A slip is said, and nothing that was typed is lost.
    bench.keys("e").paste(" and cheques").keys("<shift-tab><ctrl-u>guessed<esc>");
    assert!(bench.screen().contains("“guessed” is none of"), "{}", bench.screen());
    bench.keys("<ctrl-u><esc>");
    let now = guide(&bench);
    assert_eq!((now.definition.as_str(), now.origin), ("Cash and cheques", Origin::Unspecified));
}

#[test]
fn anchor_examples_are_listed_gone_to_and_removed() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>a2<home>jx");
    assert!(bench.screen().contains("(IP 1: 2)  Mostly the law"), "{}", bench.screen());
    bench.keys("<enter>");
    assert_eq!(bench.model.reading.as_ref().unwrap().at, 1);
    bench.keys("2xx");
    assert_eq!(codes::anchors(&bench.project().read(), None).unwrap().len(), 0);
    bench.keys("x");
    assert!(bench.screen().contains("has no anchor example"), "{}", bench.screen());
    bench.keys("u");
    assert_eq!(codes::anchors(&bench.project().read(), None).unwrap().len(), 1);
}

#[test]
fn the_code_system_shows_only_what_has_certain_words() {
    let mut bench = small(120, 40);
    bench.keys("2zfpeop<enter>");
    let shown: Vec<String> = bench.model.visible_codes().iter().map(|node| node.path.clone()).collect();
    assert_eq!(shown, ["Obstacles", "Obstacles/People"]);
    assert!(bench.screen().contains("Codes: “peop”"), "{}", bench.screen());
    bench.keys("<end>");
    // What is made is seen, whatever words it has.
    bench.keys("a<ctrl-u>Trust<enter>");
    assert!(bench.model.code_filter.is_empty());
    bench.keys("zfpeop<enter><end><esc>");
    assert_eq!(bench.model.visible_codes().len(), 5);
    let code = bench.model.code_at_cursor().unwrap();
    assert_eq!(bench.model.study.tree.path(code), "Obstacles/People", "one stays where one is");
}

#[test]
fn every_editor_gives_its_text_to_the_persons_own_and_takes_it_back() {
    for open in ["3jm<tab>", "zln", "2<end>e", "3jcla<enter>e", "3jP"] {
        let mut bench = small(120, 40);
        bench.keys(open).paste("begun ").keys("<ctrl-o>");
        assert_eq!(bench.lent, ["begun "], "{open}");
        bench.send(Msg::EditedText(Ok(Some("begun elsewhere\nand done".to_owned()))));
        let Some(Overlay::Form(form)) = bench.model.overlays.last() else { panic!("{open}") };
        assert_eq!(form.text(form.focus), "begun elsewhere\nand done", "{open}");
        // What came back survives a crash as what is typed does.
        bench.wait(1000);
        let kept = absatz::store::drafts::list(&bench.project().read()).unwrap();
        assert!(kept.iter().any(|draft| draft.text.contains("begun elsewhere")), "{open}: {kept:?}");
        bench.keys("<esc>");
        assert!(bench.model.overlays.is_empty(), "{open}");
        bench.keys("u");
    }
    // What was written before is kept while the other editor has it.
    let mut bench = small(120, 40);
    bench.keys("3jm<tab>").paste("not lost").keys("<ctrl-o>");
    let kept = absatz::store::drafts::list(&bench.project().read()).unwrap();
    assert!(kept[0].text.contains("not lost"));
    let error = absatz::error::Error::invalid("it ended with 1");
    bench.send(Msg::EditedText(Err(error.into())));
    let Some(Overlay::Form(form)) = bench.model.overlays.last() else { panic!() };
    assert_eq!(form.text(1), "not lost");
    // What a failing editor wrote all the same stands in the form.
    bench.keys("<ctrl-o>");
    let error = absatz::error::Error::invalid("it ended with 1");
    let text = Some("not lost, and more".to_owned());
    bench.send(Msg::EditedText(Err(absatz::tui::editor::Failed { error: Box::new(error), text })));
    bench.draw();
    assert!(bench.screen().contains("did not end well"), "{}", bench.screen());
    let Some(Overlay::Form(form)) = bench.model.overlays.last() else { panic!() };
    assert_eq!(form.text(1), "not lost, and more");
    // A line stays a line.
    bench.keys("<shift-tab><ctrl-o>");
    bench.send(Msg::EditedText(Ok(Some("two\nlines".to_owned()))));
    let Some(Overlay::Form(form)) = bench.model.overlays.last() else { panic!() };
    assert_eq!(form.text(0), "two lines");
}
