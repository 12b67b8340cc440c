//! Long transcripts and long paragraphs: the same picture, quickly.

use absatz::i18n::Lang;
use absatz::ops;
use absatz::store::Project;
use absatz::tui::testing::Bench;

/// A transcript of 10,000 paragraphs with 5,000 codings.
fn large() -> Project {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::ops::codings::Application;
    use absatz::ops::documents::{ImportAs, Source};
    use std::fmt::Write as _;
    let mut project = ops::project::create_in_memory("AK").unwrap();
    let mut text = String::new();
    for nth in 0..10_000 {
        let who = if nth % 2 == 0 { "I" } else { "B" };
        let _ = writeln!(
            text,
            "{who}: Das ist Absatz {nth}, und er sagt so viel, dass er über den Rand der Zeile hinausgeht und umbrochen werden muss, wie es eben ist."
        );
    }
    let draft = read("IP1.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
    let source = Source::new("IP1.txt", text.as_bytes());
    let id = ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap().value;
    let mut ids = Vec::new();
    for nth in 0..80 {
        ids.push(ops::codes::add(&mut project, &format!("Code {}/Sub {nth}", nth / 8), None).unwrap().value);
    }
    for nth in 0..5_000usize {
        let span = draft.paragraphs[nth * 2 + 1].span;
        let what = Application { codes: vec![ids[nth % ids.len()]], ..Application::default() };
        ops::codings::apply(&mut project, id, span, &what).unwrap();
    }
    project
}

/// Short paragraphs, a very long one, short ones.
fn long_paragraph(characters: usize) -> Project {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::ops::documents::{ImportAs, Source};
    let mut project = ops::project::create_in_memory("AK").unwrap();
    let words = "Das ist ein langer Absatz, der nicht enden will, in einem fort. ";
    let long = words.repeat(characters / words.len());
    let text = format!("I: Und?\nB: Kurz.\nI: Erzählen Sie.\nB: {long}\nI: Danke.\nB: Bitte.\n");
    let draft = read("IP1.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
    let source = Source::new("IP1.txt", text.as_bytes());
    ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap();
    ops::codes::add(&mut project, "Code", None).unwrap();
    project
}

#[test]
fn rows_that_are_kept_make_the_same_picture_as_rows_that_are_not() {
    let mut bench = Bench::open(long_paragraph(12_000), 100, 30, Lang::En);
    let mut kept = 0;
    for keys in [
        "3",
        "jj",
        "j",
        "j",
        "<ctrl-e>",
        "<page-down>",
        "cco<enter>",
        "vww",
        "<esc>",
        "+",
        "<end>",
        "<page-up>",
        "k",
        ">>",
        "<home>",
    ] {
        bench.keys(keys);
        if keys == "k" {
            bench.resize(80, 24);
        }
        let shown = bench.buffer().clone();
        let reading = bench.model.reading.as_mut().unwrap();
        kept += reading.wrapped.rows.len();
        reading.wrapped = Default::default();
        bench.draw();
        assert_eq!(*bench.buffer(), shown, "after {keys}");
    }
    assert!(kept > 5, "{kept}");
}

/// Measured, not held: `cargo test --release --test it endless -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn a_key_is_a_picture_quickly_in_an_endless_paragraph() {
    let mut bench = Bench::open(long_paragraph(200_000), 200, 60, Lang::De);
    bench.keys("3jjjj");
    for key in
        ["j", "k", "<ctrl-e>", "<page-down>", "<page-up>", "v", "l", "w", "<down>", "<esc>", "c", "<esc>"]
    {
        let start = std::time::Instant::now();
        bench.keys(key);
        println!("{key}: {:?}", start.elapsed());
    }
}

/// Measured, not held: `cargo test --release --test it quick -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn a_key_is_a_picture_quickly_in_a_large_transcript() {
    use std::time::Instant;
    let start = Instant::now();
    let project = large();
    println!("made in {:?}", start.elapsed());
    let start = Instant::now();
    let mut bench = Bench::open(project, 200, 60, Lang::De);
    println!("opened in {:?}", start.elapsed());
    for (name, keys) in [
        ("move", vec!["j", "<page-down>", "k", "l", "o", "<ctrl-e>", "<end>", "<page-up>", "<home>"]),
        ("pick", vec!["c", "s", "u", "b", "<esc>"]),
        ("code", vec!["jcsub 7<enter>"]),
        // Twice the same one side by side from here on.
        ("open beside", vec!["3zb<enter>"]),
        (
            "move in a half",
            vec!["j", "<page-down>", "k", "l", "o", "<ctrl-e>", "5", "<end>", "<page-up>", "<home>"],
        ),
        ("code in a half", vec!["jcsub 7<enter>"]),
    ] {
        let mut times = Vec::new();
        for _ in 0..40 {
            for key in &keys {
                let start = Instant::now();
                bench.keys(key);
                times.push(start.elapsed());
            }
        }
        times.sort();
        println!("{name}: median {:?}, p99 {:?}", times[times.len() / 2], times[times.len() * 99 / 100]);
    }
}
