//! Paraphrases in the workbench.

use absatz::i18n::Lang;
use absatz::ops;
use absatz::store::{coders, documents, drafts, paraphrases};
use absatz::tui::testing::Bench;

use super::{demo, small, small_project};

fn texts(bench: &Bench) -> Vec<String> {
    let reader = bench.project().read();
    let all = paraphrases::list(&reader).unwrap();
    all.into_iter()
        .map(|one| {
            let text = documents::text(&reader, one.document).unwrap();
            format!("{} | {}", text.slice(one.span.unwrap()), one.text)
        })
        .collect()
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

#[test]
fn a_paragraph_is_put_into_other_words_and_it_is_undone() {
    let mut bench = small(120, 40);
    bench.keys("3jP").paste("Law and too few people");
    shows(&bench, &["Paraphrase: (IP 1: 2)"]);
    bench.keys("<esc>");
    assert_eq!(texts(&bench), ["Mostly the law, and a lack of people. | Law and too few people"]);
    shows(&bench, &["≈ Law and too few people", "wrote the paraphrase of (IP 1: 2)"]);
    // The same passage: its text is there to be changed.
    bench.keys("P").paste(", mainly").keys("<esc>");
    assert_eq!(texts(&bench), ["Mostly the law, and a lack of people. | Law and too few people, mainly"]);
    bench.keys("u");
    shows(&bench, &["≈ Law and too few people"]);
    bench.keys("u");
    assert_eq!(texts(&bench), Vec::<String>::new());
    bench.keys("<ctrl-r><ctrl-r>");
    assert_eq!(texts(&bench).len(), 1);
    // Emptied, it goes.
    bench.keys("P<ctrl-end>");
    bench.keys(&"<backspace>".repeat(40)).keys("<esc>");
    assert_eq!(texts(&bench), Vec::<String>::new());
    assert!(!bench.screen().contains('≈'), "{}", bench.screen());
}

#[test]
fn letters_have_their_own_and_the_paragraph_asks_which_is_meant() {
    let mut bench = small(120, 40);
    bench.keys("3jvvwwP").paste("Law").keys("<esc><esc>");
    assert_eq!(texts(&bench), ["Mostly the law | Law"]);
    bench.keys("P");
    shows(&bench, &["Which paraphrase?", "1 Law", "A new one, of the whole passage"]);
    bench.keys("1").paste("s").keys("<esc>");
    assert_eq!(texts(&bench), ["Mostly the law | Laws"]);
    bench.keys("P2").paste("All of it").keys("<esc>");
    assert_eq!(texts(&bench), ["Mostly the law | Laws", "Mostly the law, and a lack of people. | All of it"]);
    // From the palette, what is removed is asked for where there are several.
    bench.keys(":").paste("paraphrase-remove").keys("<enter>");
    shows(&bench, &["1 Laws", "2 All of it"]);
    bench.keys("1");
    assert_eq!(texts(&bench), ["Mostly the law, and a lack of people. | All of it"]);
}

#[test]
fn they_are_listed_filtered_gone_to_and_removed() {
    let mut bench = small(120, 40);
    bench.keys("3zP");
    shows(&bench, &["no paraphrases yet"]);
    bench.keys("jP").paste("Law and staff").keys("<esc>");
    bench.keys("jjP").paste("Enough money").keys("<esc>");
    bench.keys("g2:2<enter>P").paste("By a portal").keys("<esc>");
    bench.keys("zP");
    shows(&bench, &["Paraphrases", "(IP 1: 2)", "(IP 1: 4)", "(IP 2: 2)", "Money is there.", "filter"]);
    // The cursor is on the one of the current paragraph.
    bench.keys("kk<enter>");
    shows(&bench, &["¶ 2 of 4"]);
    bench.keys("zPf").paste("portal").keys("<enter>");
    shows(&bench, &["Paraphrases with “portal”", "1 / 3", "(IP 2: 2)"]);
    assert!(!bench.screen().contains("Enough money"));
    bench.keys("P").paste("!").keys("<esc>");
    shows(&bench, &["By a portal!"]);
    bench.keys("D");
    shows(&bench, &["0 / 2"]);
    assert_eq!(texts(&bench).len(), 2);
    bench.keys("u");
    shows(&bench, &["1 / 3", "By a portal!"]);
    // The quotation of a listed paraphrase is its passage.
    bench.keys("y");
    assert_eq!(bench.copied, ["“With a portal.” (IP 2: 2)"]);
    bench.keys("cmo<enter>");
    assert_eq!(super::coded(&bench, "2"), ["Money: With a portal."]);
}

#[test]
fn a_search_finds_them_and_does_not_take_them_for_what_was_said() {
    let mut bench = small(120, 40);
    bench.keys("3jP").paste("Staff is scarce").keys("<esc>");
    bench.keys("/scarce<enter>");
    shows(&bench, &["(IP 1: 2) · Paraphrase", "Staff is scarce"]);
    bench.keys("y");
    assert!(bench.copied.is_empty());
    shows(&bench, &["not what was said"]);
    bench.keys("<enter>");
    shows(&bench, &["¶ 2 of 4"]);
}

#[test]
fn whether_they_are_shown_is_remembered() {
    let mut bench = small(120, 40);
    bench.keys("3jP").paste("Staff is scarce").keys("<esc>");
    shows(&bench, &["≈ Staff is scarce"]);
    bench.keys("zp");
    assert!(!bench.screen().contains('≈'), "{}", bench.screen());
    bench.keys("q");
    let state = absatz::store::settings::state(&bench.project().read(), absatz::tui::worker::STATE).unwrap();
    assert!(state.unwrap().contains("\"paraphrases\":false"));
}

#[test]
fn a_draft_survives_a_crash() {
    let mut bench = small(120, 40);
    bench.keys("3jP").paste("Half a thou").wait(1_000);
    let kept = drafts::list(&bench.project().read()).unwrap();
    assert_eq!(kept.len(), 1, "{kept:?}");
    // The workbench goes without a word; the next one offers the text.
    let field = kept[0].field.clone();
    let mut project = small_project();
    ops::drafts::keep(&mut project, &field, &kept[0].text).unwrap();
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    shows(&bench, &["Paraphrase", "Half a thou"]);
    bench.keys("<enter>").paste("ght").keys("<esc>");
    assert_eq!(texts(&bench), ["Mostly the law, and a lack of people. | Half a thought"]);
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
}

#[test]
fn another_coder_sees_nothing_of_them() {
    let mut project = small_project();
    ops::coders::add(&mut project, "MB").unwrap();
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    bench.keys("3jP").paste("Staff is scarce").keys("<esc>/staff<enter>");
    shows(&bench, &["is scarce"]);
    let mb = coders::by_name(&bench.project().read(), "MB").unwrap().id;
    bench.keys("<f5>");
    shows(&bench, &["MB"]);
    bench.keys("2");
    assert_eq!(bench.model.study.coder, Some(mb), "{}", bench.screen());
    for keys in ["", "4", "<esc>3"] {
        bench.keys(keys);
        assert!(!bench.screen().contains("scarce"), "{}", bench.screen());
    }
    bench.keys("zP");
    shows(&bench, &["no paraphrases yet"]);
    bench.keys("P").paste("Own words").keys("<esc>");
    assert_eq!(texts(&bench), ["Mostly the law, and a lack of people. | Own words"]);
}

#[test]
fn one_whose_passage_a_correction_took_out_is_listed_and_removed() {
    let mut project = small_project();
    let document = documents::by_label(&project.read(), "1").unwrap().id;
    let text = documents::text(&project.read(), document).unwrap().as_str().to_owned();
    let at = text.find("the law, and ").unwrap() as u32;
    let span = absatz::text::Span::new(at, at + 12);
    ops::paraphrases::write(&mut project, document, span, "Law").unwrap();
    let text = text.replace("the law, and ", "");
    let correction = ops::edits::Correction { text: &text, ..Default::default() };
    ops::edits::edit(&mut project, document, &correction).unwrap();
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    assert!(!bench.screen().contains('≈'), "{}", bench.screen());
    bench.keys("3zP");
    shows(&bench, &["(IP 1)", "Law"]);
    bench.keys("<enter>D");
    assert!(paraphrases::list(&bench.project().read()).unwrap().is_empty());
}

#[test]
fn long_ones_at_the_foot_of_the_window_are_seen_whole() {
    let mut bench = small(80, 16);
    let long = "people are scarce and the law is long ".repeat(9) + "END";
    bench.keys("3P").paste(&long).keys("<esc>j");
    bench.keys("P").paste(&long).keys("<esc>");
    shows(&bench, &["END"]);
    for keys in ["j", "j", "k", "k", "<end>", "<home>", "<page-down>", "<page-up>"] {
        bench.keys(keys);
        let screen = bench.screen();
        assert!(screen.contains('▌'), "after {keys} the cursor is out of sight:\n{screen}");
    }
}

#[test]
fn the_pictures_are_as_they_were() {
    for (width, height, lang, name) in [(120, 40, Lang::En, "en"), (80, 24, Lang::De, "de")] {
        let mut bench = demo(width, height, lang);
        bench.keys("g2:3<enter>P").paste(if lang == Lang::En {
            "First a plan, then nobody to carry it out"
        } else {
            "Erst ein Plan, dann niemand, der ihn umsetzt"
        });
        insta::assert_snapshot!(format!("paraphrase_editor_{name}"), bench.screen());
        bench.keys("<esc>jP").paste("Zwei").keys("<esc>");
        insta::assert_snapshot!(format!("paraphrase_below_{name}"), bench.screen());
        bench.keys("zP");
        insta::assert_snapshot!(format!("paraphrase_list_{name}"), bench.screen());
    }
}
