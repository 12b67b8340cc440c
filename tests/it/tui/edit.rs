//! Correcting transcripts in the workbench.

use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::ops::documents::{ImportAs, Source};
use absatz::store::{Project, documents, drafts};
use absatz::text::citations::Pattern;
use absatz::tui::editor::Failed;
use absatz::tui::msg::Msg;
use absatz::tui::testing::Bench;

use super::{coded, first, small, small_project};
use crate::support::quick_folder;

fn text(bench: &Bench) -> String {
    documents::text(&bench.project().read(), first(bench)).unwrap().as_str().to_owned()
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

fn codes_law(bench: &mut Bench) {
    // The paragraph, of which the first words have a code of their own.
    bench.keys("3jvvwwcla<enter><esc>jcmon<enter>k");
    assert_eq!(coded(bench, "1"), ["Obstacles/Law: Mostly the law", "Money: And money?"]);
}

#[test]
fn a_word_is_corrected_and_codings_keep_their_words() {
    let mut bench = small(110, 30);
    codes_law(&mut bench);
    bench.keys("E");
    shows(&bench, &["Correct (IP 1: 2)", "B: Mostly the law, and a lack of people."]);
    bench
        .keys("<home>")
        .keys("<right><right><right>")
        .paste("Well, ")
        .keys("<tab>")
        .paste("misheard")
        .keys("<esc>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    assert!(text(&bench).contains("B: Well, Mostly the law, and"), "{}", text(&bench));
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law", "Money: And money?"]);
    shows(&bench, &["corrected the transcript of (IP 1: 2)", "Well, Mostly the law", "¶ 2 of 4"]);
    // The positions in sight are the new ones: the next segment is still found by its words.
    let reading = bench.model.reading.as_ref().unwrap();
    let words: Vec<&str> = reading.codings.iter().map(|c| reading.transcript.text.slice(c.span)).collect();
    assert_eq!(words, ["Mostly the law", "And money?"]);
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
    let reasons = absatz::store::edits::chain(&bench.project().read(), first(&bench)).unwrap();
    assert_eq!(reasons.iter().map(|edit| edit.reason.as_str()).collect::<Vec<_>>(), ["misheard"]);
    bench.keys("u");
    assert!(!text(&bench).contains("Well"));
    shows(&bench, &["Undone: corrected the transcript of (IP 1: 2)", "B: Mostly the law, and"]);
    bench.keys("<ctrl-r>");
    shows(&bench, &["B: Well, Mostly the law"]);
    assert_eq!(bench.model.reading.as_ref().unwrap().at, 1);
    bench.keys("E<esc>");
    assert!(bench.model.overlays.is_empty(), "nothing changed, nothing written");
    bench.keys("E").paste("x").keys("<ctrl-c><ctrl-c>");
    assert!(text(&bench).contains("a lack of people.\nI: And money?"), "{:?}", text(&bench));
}

#[test]
fn lines_of_the_editor_stay_one_paragraph() {
    let mut bench = small(110, 30);
    bench.keys("3jE<enter>").paste("Quite so.").keys("<esc>");
    assert!(text(&bench).contains("people.\u{2028}Quite so.\nI: And"), "{:?}", text(&bench));
    shows(&bench, &["Quite so.", "¶ 2 of 4"]);
    bench.keys("E");
    shows(&bench, &["Quite so."]);
    bench.keys("<backspace>!<esc>");
    assert!(text(&bench).contains("people.\u{2028}Quite so!\nI: And"), "{:?}", text(&bench));
}

#[test]
fn a_loss_is_asked_and_esc_gives_it_up() {
    let mut bench = small(110, 30);
    codes_law(&mut bench);
    let before = text(&bench);
    // The words with the code go.
    bench
        .keys("E<home><right><right><right>")
        .keys(&"<delete>".repeat("Mostly the law, ".len()))
        .keys("<esc>");
    shows(&bench, &["Nothing would be left of:", "Obstacles/Law", "Mostly the law", "Enter do it"]);
    assert_eq!(text(&bench), before, "nothing is written yet");
    bench.keys("<esc>");
    shows(&bench, &["Correct (IP 1: 2)", "B: and a lack of people."]);
    assert_eq!(text(&bench), before);
    bench.keys("<ctrl-c><ctrl-c>");
    assert!(bench.model.overlays.is_empty());
    assert_eq!(text(&bench), before);
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());

    bench.keys("E<home><right><right><right>").keys(&"<delete>".repeat("Mostly ".len())).keys("<esc>");
    shows(&bench, &["These would lose words at their ends:", "“Mostly the law” → “the law”"]);
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty());
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: the law", "Money: And money?"]);
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
    bench.keys("u");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law", "Money: And money?"]);
}

#[test]
fn of_work_that_is_not_seen_a_number_is_asked() {
    i18n::set_lang(Lang::En);
    let mut project = small_project();
    let document = documents::by_label(&project.read(), "1").unwrap().id;
    let (me, code) = (project.coder(), crate::support::code(&mut project, "Secret"));
    let other = ops::coders::add(&mut project, "MB").unwrap().value;
    project.sign_in(other).unwrap();
    let whole = documents::text(&project.read(), document).unwrap();
    let at = whole.as_str().find("Mostly the law").unwrap();
    let span = whole.span(at..at + "Mostly the law".len());
    let what = ops::codings::Application { codes: vec![code], ..Default::default() };
    ops::codings::apply(&mut project, document, span, &what).unwrap();
    project.sign_in(me).unwrap();
    let mut bench = Bench::open(project, 110, 30, Lang::En);
    bench
        .keys("3jE<home><right><right><right>")
        .keys(&"<delete>".repeat("Mostly the law, ".len()))
        .keys("<esc>");
    shows(&bench, &["Of other coders' work that you do not see:", "vanishing: 1, getting shorter: 0"]);
    let asked = bench.model.overlays.iter().find_map(|overlay| match overlay {
        absatz::tui::model::Overlay::Confirm { lines, .. } => Some(lines.join("\n")),
        _ => None,
    });
    assert!(!asked.unwrap().contains("Secret"));
}

#[test]
fn who_speaks_is_chosen_or_new() {
    let speaker = |bench: &Bench| {
        let rows = documents::paragraphs(&bench.project().read(), first(bench)).unwrap();
        rows.into_iter().find(|row| row.number == Some(2)).unwrap().speaker
    };
    let mut bench = small(110, 30);
    bench.keys("3jS");
    shows(&bench, &["Who speaks (IP 1: 2)?", "✓ B", "nobody", "Somebody new"]);
    bench.keys("1");
    assert_eq!(speaker(&bench).as_deref(), Some("I"));
    assert_eq!(bench.model.reading.as_ref().unwrap().paragraph(1).unwrap().speaker.as_deref(), Some("I"));
    bench.keys("S4").paste("B2").keys("<enter>");
    assert_eq!(speaker(&bench).as_deref(), Some("B2"));
    shows(&bench, &["said who speaks (IP 1: 2): B2"]);
    bench.keys("S");
    shows(&bench, &["✓ B2"]);
    bench.keys("4");
    assert_eq!(speaker(&bench), None);
    bench.keys("uuu");
    assert_eq!(speaker(&bench).as_deref(), Some("B"));
    shows(&bench, &["Undone: said who speaks"]);
}

/// A study in a file, so that two can have it open.
fn shared() -> (tempfile::TempDir, Project) {
    i18n::set_lang(Lang::En);
    let folder = quick_folder();
    let path = folder.path().join("study.absatz");
    let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    let text = "I: What stands in the way?\nB: Mostly the law.\nI: And money?\nB: Money is there.\n";
    let draft = read("IP01.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
    let source = Source::new("IP01.txt", text.as_bytes());
    ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap();
    (folder, project)
}

#[test]
fn what_was_typed_survives_a_crash() {
    let (folder, project) = shared();
    let mut bench = Bench::open(project, 110, 30, Lang::En);
    bench.keys("3jE").paste(" Or the people.").wait(700);
    drop(bench);
    let project = Project::open(&folder.path().join("study.absatz"), None).unwrap();
    let mut bench = Bench::open(project, 110, 30, Lang::En);
    shows(&bench, &["Correct (IP 1: 2): B: Mostly the law. Or"]);
    bench.keys("1");
    shows(&bench, &["Mostly the law. Or the people."]);
    // It may be older than the transcript: what it changes is shown.
    bench.keys("<esc>");
    shows(&bench, &["One passage would read otherwise:", "Or the people."]);
    assert!(!text(&bench).contains("Or the people."));
    bench.keys("<enter>");
    assert!(text(&bench).contains("Mostly the law. Or the people."), "{}", bench.screen());
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
}

#[test]
fn a_correction_from_elsewhere_is_seen_and_not_overwritten() {
    let (folder, project) = shared();
    let mut bench = Bench::open(project, 110, 30, Lang::En);
    let document = first(&bench);
    let mut other = Project::open(&folder.path().join("study.absatz"), None).unwrap();
    bench.keys("3jj");
    ops::edits::edit_paragraph(&mut other, document, 1, "I: What stands in the way now?", "").unwrap();
    bench.wait(500);
    shows(&bench, &["in the way now?", "¶ 3 of 4"]);

    bench.keys("E").paste(" And time?");
    ops::edits::edit_paragraph(&mut other, document, 2, "B: Only the law.", "").unwrap();
    bench.keys("<esc>");
    shows(&bench, &["corrected by somebody else", "Your text is kept"]);
    assert!(bench.model.overlays.is_empty());
    assert!(text(&bench).contains("Only the law.") && !text(&bench).contains("And time?"));
    assert_eq!(drafts::list(&bench.project().read()).unwrap().len(), 1);
    bench.wait(500).keys(":").paste("not saved").keys("<enter>1");
    shows(&bench, &["I: And money? And time?"]);
    bench.keys("<esc><enter>");
    assert!(text(&bench).contains("Only the law.") && text(&bench).contains("And time?"), "{}", text(&bench));
}

#[test]
fn a_whole_transcript_comes_back_from_an_editor() {
    let mut bench = small(110, 30);
    codes_law(&mut bench);
    let start = |bench: &mut Bench| {
        bench.keys(":").paste("correct-transcript").keys("<enter>");
        bench.edited.pop().unwrap()
    };
    let out = start(&mut bench);
    let before = out.text.clone();
    assert_eq!(before, text(&bench));
    bench.send(Msg::Edited(Box::new(out), Ok(None)));
    bench.draw();
    shows(&bench, &["nothing was corrected"]);

    let out = start(&mut bench);
    let better = before.replace("people", "persons").replace("Money is", "The money is");
    bench.send(Msg::Edited(Box::new(out), Ok(Some(better.clone()))));
    bench.draw();
    assert_eq!(text(&bench), better);
    shows(&bench, &["lack of persons"]);
    bench.keys("u");
    assert_eq!(text(&bench), before);

    // What is given up after the question goes to the editor next time.
    let out = start(&mut bench);
    let worse = before.replace("Mostly the law, ", "");
    bench.send(Msg::Edited(Box::new(out), Ok(Some(worse.clone()))));
    bench.draw();
    shows(&bench, &["Nothing would be left of:", "Obstacles/Law"]);
    bench.keys("<esc>");
    shows(&bench, &["Your text is kept"]);
    assert_eq!(text(&bench), before);
    let out = start(&mut bench);
    assert_eq!(out.text, worse);
    bench.send(Msg::Edited(Box::new(out), Ok(None)));
    bench.keys("<enter>");
    assert_eq!(text(&bench), worse);
    assert_eq!(coded(&bench, "1"), ["Money: And money?"]);
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
    // A failing editor is said.
    let out = start(&mut bench);
    bench.send(Msg::Edited(Box::new(out), Err(sulks().into())));
    bench.draw();
    shows(&bench, &["The editor sulks."]);
    // What it wrote before is not lost: nothing is corrected, and it goes on with it next time.
    let before = text(&bench);
    let out = start(&mut bench);
    let written = before.replace("I: And money?", "I: And the money?");
    let failed = Failed { error: Box::new(sulks()), text: Some(written.clone()) };
    bench.send(Msg::Edited(Box::new(out), Err(failed)));
    bench.draw();
    shows(&bench, &["did not end well", "What it wrote is kept"]);
    assert_eq!((text(&bench), drafts::list(&bench.project().read()).unwrap().len()), (before, 1));
    let out = start(&mut bench);
    assert_eq!(out.text, written);
    bench.send(Msg::Edited(Box::new(out), Ok(None)));
    bench.keys("<enter>");
    assert_eq!(text(&bench), written, "{}", bench.screen());
    // It can be given up, too.
    let out = start(&mut bench);
    let failed = Failed { error: Box::new(sulks()), text: Some(format!("{written}B: More.\n")) };
    bench.send(Msg::Edited(Box::new(out), Err(failed)));
    let out = start(&mut bench);
    bench.send(Msg::Edited(Box::new(out), Ok(None)));
    bench.keys("<esc>:").paste("not saved").keys("<enter>x");
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
    assert_eq!(start(&mut bench).text, written);
}

fn sulks() -> absatz::error::Error {
    absatz::error::Error::invalid("The editor sulks.")
}

#[test]
fn a_list_of_hits_follows_the_words() {
    let mut bench = small(110, 30);
    bench.keys("/").paste("money").keys("<enter>");
    bench.keys("3kkE<home>").paste("Well - ").keys("<esc>");
    let hits: Vec<_> = {
        let text = |hit: &&absatz::tui::msg::Hit| hit.of == absatz::tui::msg::HitOf::Text;
        bench.model.listing.hits.iter().filter(text).map(|hit| hit.span).collect()
    };
    let reading = bench.model.reading.as_ref().unwrap();
    assert_eq!(hits.len(), 2);
    for hit in hits {
        assert_eq!(reading.transcript.text.slice(hit).to_lowercase(), "money", "{}", text(&bench));
    }
}

#[test]
fn the_question_in_both_languages() {
    for (lang, width, height, name) in [(Lang::En, 120, 40, "en"), (Lang::De, 80, 24, "de")] {
        i18n::set_lang(lang);
        let mut bench = Bench::open(small_project(), width, height, lang);
        bench.keys("3jcla<enter>vvwwcpe<enter><esc>E<home><right><right><right>");
        bench.keys(&"<delete>".repeat("Mostly the law, ".len())).keys("<esc>");
        insta::assert_snapshot!(format!("correct_asks_{name}"), bench.screen());
    }
}
