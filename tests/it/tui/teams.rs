//! Coders in the workbench: colours, names, who is to code what, coding passes.

use absatz::i18n::Lang;
use absatz::model::coders::Status;
use absatz::ops;
use absatz::store::{Project, coders, settings};
use absatz::tui::testing::Bench;

use crate::support::{Study, import};

fn bench() -> (Study, Bench) {
    let mut study = Study::new();
    for label in ["1", "2", "3", "4"] {
        import(&mut study.project, label, "B: Ja.");
    }
    ops::coders::add(&mut study.project, "CM").unwrap();
    ops::project::set_released(&mut study.project, true).unwrap();
    let bench = Bench::open(Project::open(&study.path(), Some("AK")).unwrap(), 120, 34, Lang::En);
    (study, bench)
}

fn command(bench: &mut Bench, name: &str) {
    bench.keys(":").paste(name).keys("<enter>");
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

#[test]
fn a_coder_gets_another_colour_and_another_name() {
    let (_study, mut bench) = bench();
    command(&mut bench, "coder another colour");
    shows(&bench, &["AK", "MB", "CM"]);
    bench.keys("j<enter>");
    shows(&bench, &["Colour of MB"]);
    let before = bench.model.study.coders.clone();
    bench.keys("<end><enter>");
    let now = bench.model.study.coders.clone();
    assert_ne!(now[1].color, before[1].color);
    assert_eq!((&now[0], &now[2]), (&before[0], &before[2]));
    bench.keys("u");
    assert_eq!(bench.model.study.coders, before);
    command(&mut bench, "coder another name");
    bench.keys("j<enter><ctrl-u>").paste("CM").keys("<enter>");
    // The name is taken: the prompt stays, with what was typed.
    shows(&bench, &["Another name for MB", "CM"]);
    bench.keys("<ctrl-u>").paste("Mira").keys("<enter>");
    assert_eq!(bench.model.study.coders[1].name, "Mira");
}

#[test]
fn documents_are_given_out_drawn_and_taken_back_from_the_table_of_coders() {
    let (_study, mut bench) = bench();
    command(&mut bench, "how far every coder");
    shows(&bench, &["Coders and documents"]);
    bench.keys("a");
    shows(&bench, &["Give documents to coders", "AK, MB, CM", "Seed"]);
    bench.keys("<ctrl-u>").paste("AK, Nobody").keys("<enter>");
    shows(&bench, &["Nobody"]);
    bench.keys("<ctrl-u>").paste("AK; MB").keys("<tab><tab>").paste("2").keys("<enter>");
    shows(&bench, &["2 documents given out. 2 of 4 documents (50 %)"]);
    let drawn = settings::drawn(&bench.project().read()).unwrap();
    assert_eq!((drawn.len(), drawn[0].documents.len(), drawn[0].draw.seed), (1, 2, 1));
    assert_eq!(bench.screen().matches("to do").count(), 4, "{}", bench.screen());
    bench.keys("u");
    assert!(settings::drawn(&bench.project().read()).unwrap().is_empty());
    assert_eq!(bench.screen().matches("to do").count(), 0, "{}", bench.screen());
    // All, by turns; and taken away again where nothing was begun.
    bench.keys("a<enter>");
    assert_eq!(bench.screen().matches("to do").count(), 8, "{}", bench.screen());
    bench.keys("a<tab><tab><tab><tab><tab><ctrl-u>").paste("yes").keys("<enter>");
    assert_eq!(bench.screen().matches("to do").count(), 0, "{}", bench.screen());
}

#[test]
fn passes_are_begun_named_and_gone_back_to() {
    let (_study, mut bench) = bench();
    let status =
        |bench: &Bench| bench.model.study.status.values().filter(|one| **one == Status::Done).count();
    bench.keys("1ddd");
    assert_eq!(status(&bench) + bench.model.study.status.len(), 1 + status(&bench));
    assert!(!bench.screen().contains("Documents ·"), "one pass needs no name");
    command(&mut bench, "coding passes");
    shows(&bench, &["✓ 1", "New coding pass", "another name"]);
    bench.keys("j<enter>").paste("second round").keys("<enter>");
    shows(&bench, &["Documents · second round"]);
    assert!(bench.model.study.status.is_empty());
    command(&mut bench, "coding passes");
    bench.keys("jj<enter><ctrl-u>").paste("1").keys("<enter>");
    shows(&bench, &["There is a coding pass 1 already"]);
    bench.keys("<ctrl-u>").paste("recoding").keys("<enter>");
    shows(&bench, &["Documents · recoding"]);
    command(&mut bench, "coding passes");
    bench.keys("k<enter>");
    shows(&bench, &["Documents · 1"]);
    assert_eq!(bench.model.study.status.len(), 1);
    let names: Vec<String> =
        coders::passes(&bench.project().read()).unwrap().into_iter().map(|pass| pass.name).collect();
    assert_eq!(names, ["recoding", "1"]);
}
