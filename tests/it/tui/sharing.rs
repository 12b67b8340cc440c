//! Working apart in the workbench: a package is written, what came back is looked at, decided and merged.

use absatz::i18n::{self, Lang};
use absatz::model::packages::Take;
use absatz::ops;
use absatz::store::{Project, codes, codings, summaries};
use absatz::text::Span;
use absatz::text::citations::Pattern;
use absatz::tui::model::Overlay;
use absatz::tui::testing::Bench;

use crate::support::{code, import, quick_folder};

fn study() -> (tempfile::TempDir, Bench) {
    i18n::set_lang(Lang::En);
    let folder = quick_folder();
    let path = folder.path().join("study.absatz");
    let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    ops::coders::add(&mut project, "MB").unwrap();
    import(&mut project, "5", "B: Money is there.\nB: Time is not.");
    code(&mut project, "Obstacles/Time");
    code(&mut project, "Money");
    (folder, Bench::open(project, 110, 36, Lang::En))
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

fn clear(bench: &mut Bench) {
    bench.keys("<ctrl-u>");
}

#[test]
fn a_package_is_written_and_what_comes_back_is_decided_and_merged() {
    let (folder, mut bench) = study();
    command(&mut bench, "package for a coder");
    shows(&bench, &["Write a package for a coder", "MB", "mb.absatz"]);
    bench.keys("<enter>");
    shows(&bench, &["Wrote", "for MB"]);
    let file = folder.path().join("mb.absatz");
    assert!(file.is_file());

    // MB works apart.
    let mut there = Project::open(&file, None).unwrap();
    let tree = codes::tree(&there.read()).unwrap();
    let (time, money) = (tree.find("Time").unwrap().code.id, tree.find("Money").unwrap().code.id);
    let document = absatz::store::documents::by_label(&there.read(), "5").unwrap().id;
    ops::codes::rename(&mut there, money, "Funds").unwrap();
    ops::codings::apply(
        &mut there,
        document,
        Span::new(22, 33),
        &ops::codings::Application { codes: vec![time], ..Default::default() },
    )
    .unwrap();
    ops::summaries::write(&mut there, document, time, "There is none.").unwrap();
    drop(there);
    // AK renames the same.
    let home = bench.worker.project_mut();
    let money = codes::tree(&home.read()).unwrap().find("Money").unwrap().code.id;
    ops::codes::rename(home, money, "Budget").unwrap();

    command(&mut bench, "came back");
    clear(&mut bench);
    bench.paste(&file.display().to_string()).keys("<enter>");
    shows(
        &bench,
        &[
            "Work of MB since",
            "one coding added",
            "one summary added",
            "Budget · name: changed on both sides",
            "Funds",
        ],
    );
    // Enter waits until all is decided.
    bench.keys("<enter>");
    shows(&bench, &["One thing is not decided yet"]);
    bench.keys("b");
    shows(&bench, &["Only texts can be kept both."]);
    bench.keys("t");
    let Some(Overlay::Merging(open)) = bench.model.overlays.last() else { panic!("{}", bench.screen()) };
    assert_eq!(open.taken.values().collect::<Vec<_>>(), [&Take::Theirs]);
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    shows(&bench, &["merged the work of MB", "Funds"]);
    let raw = crate::support::raw(bench.project().path());
    let coded: i64 = raw.query_row("SELECT count(*) FROM coding", [], |row| row.get(0)).unwrap();
    assert_eq!(coded, 1);
    // Blind: AK is shown nothing of it.
    assert!(codings::all(&bench.project().read()).unwrap().is_empty());
    assert!(summaries::list(&bench.project().read()).unwrap().is_empty());

    // Once more: nothing new. One undo takes it back.
    command(&mut bench, "came back");
    clear(&mut bench);
    bench.paste(&file.display().to_string()).keys("<enter>");
    shows(&bench, &["Nothing new in the work of MB."]);
    command(&mut bench, "what is out");
    shows(&bench, &["MB: given", "merged"]);
    bench.keys("<esc>u");
    shows(&bench, &["Budget"]);
    let coded: i64 = raw.query_row("SELECT count(*) FROM coding", [], |row| row.get(0)).unwrap();
    assert_eq!(coded, 0);
}

#[test]
fn an_encrypted_package_asks_for_its_passphrase_and_does_not_show_it() {
    let (folder, mut bench) = study();
    command(&mut bench, "package for a coder");
    bench.keys("<tab><tab><tab>").paste("several words in a row");
    assert!(!bench.screen().contains("several words"), "{}", bench.screen());
    bench.keys("<enter>");
    let file = folder.path().join("mb.absatz.age");
    assert!(file.is_file(), "{}", bench.screen());
    command(&mut bench, "came back");
    clear(&mut bench);
    bench.paste(&file.display().to_string()).keys("<enter>");
    shows(&bench, &["is encrypted"]);
    bench.paste("something else here").keys("<enter>");
    shows(&bench, &["The passphrase does not fit."]);
    // The prompt stays, to be mended.
    clear(&mut bench);
    bench.paste("several words in a row").keys("<enter>");
    shows(&bench, &["Nothing new in the work of MB."]);
}
