//! Replacing names: what stood there stands there no more, what was coded is coded still, and one undo brings it back.

use absatz::model::memos::MemoOn;
use absatz::model::names::{Name, Names};
use absatz::model::variables::Owner;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::ops::names::Scope;
use absatz::progress::Progress;
use absatz::store::history::HistoryFilter;
use absatz::store::{Project, codes, codings, documents, history, memos, summaries};
use absatz::text::{Span, Text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::{self, Study, code, draft, snapshot};

const FORMS: [(&str, &str); 5] = [
    ("Müller", "[A]"),
    ("Müllers", "[A]s"),
    ("Anna Müller", "[A A]"),
    ("Bad Oberndorf", "[eine Stadt]"),
    ("Ö", "[Ort mit einem sehr langen Namen]"),
];

fn list() -> Names {
    let mut list = Names::default();
    for (form, replacement) in FORMS {
        list.put(Name::new(form, replacement)).unwrap();
    }
    list
}

fn apply(project: &mut Project, everywhere: bool) -> ops::names::Applied {
    let scope = Scope { everywhere, ..Scope::default() };
    ops::names::apply(project, &list(), &scope, None, &Progress::new()).unwrap().value
}

/// What is left of listed names in texts that are replaced.
fn standing(project: &Project) -> Vec<String> {
    let scope = Scope { everywhere: true, ..Scope::default() };
    let mut found = ops::names::find(project, &list(), &scope, &Progress::new()).unwrap();
    found.retain(|one| !one.stays());
    found.into_iter().map(|one| format!("{}.{} {} {}", one.table, one.column, one.place, one.words)).collect()
}

/// The words as they are to be after the replacing.
fn replaced(words: &str) -> String {
    let list = list();
    let replacements = list.replacements();
    let made = list.finder().replace(words, |form| replacements[form]);
    made.map_or_else(|| words.to_owned(), |(text, _)| text)
}

/// A project file as another program sees it: every tracked row, and the text of each document.
fn whole(study: &Study) -> (support::Snapshot, Vec<String>) {
    let reader = study.project.read();
    let texts = documents::list(&reader).unwrap();
    let texts = texts.iter().map(|one| documents::text(&reader, one.id).unwrap().as_str().to_owned());
    (snapshot(&study.raw()), texts.collect())
}

#[test]
fn codings_cover_what_stands_where_their_words_stood() {
    let words = prop::sample::select(vec![
        "Müller",
        "Müllers",
        "Anna Müller",
        "Bad Oberndorf",
        "Ö",
        "und",
        "sagt,",
        "dass",
        "Mu\u{308}ller.",
        "Müllerin",
        "Bad",
        "die",
        "„Müller“",
        "Büro-Müller",
        "der",
    ]);
    let line = prop::collection::vec(words, 1..14);
    let lines = prop::collection::vec((line, any::<bool>()), 1..7);
    let spans = prop::collection::vec((any::<u16>(), any::<u16>()), 1..9);
    let mut runner = TestRunner::new(Config { cases: 48, max_shrink_time: 20_000, ..Config::default() });
    runner
        .run(&(lines, spans), |(lines, spans)| {
            let mut study = Study::new();
            let text: Vec<String> = lines
                .iter()
                .map(|(words, speaker)| {
                    let label = if *speaker { "B: " } else { "I: " };
                    format!("{label}{}", words.join(" "))
                })
                .collect();
            let document = support::import(&mut study.project, "5", &text.join("\n"));
            // Codings from word to word: whoever cuts a name in two has no words to keep.
            let text = documents::text(&study.project.read(), document).unwrap();
            let spaces: Vec<u32> = std::iter::once(0)
                .chain(
                    text.as_str()
                        .chars()
                        .enumerate()
                        .filter(|(_, c)| c.is_whitespace())
                        .map(|(at, _)| at as u32),
                )
                .chain([text.len()])
                .collect();
            let whole_names = list().finder().find(text.as_str());
            for (n, (a, b)) in spans.iter().enumerate() {
                let at = |n: &u16| spaces[usize::from(*n) % spaces.len()];
                let span = text.trim(Span::new(at(a), at(b)));
                let cuts = whole_names.iter().any(|name| {
                    let name = text.span(name.bytes.clone());
                    [span.start, span.end].iter().any(|edge| name.start < *edge && *edge < name.end)
                });
                if !span.is_empty() && !cuts {
                    let code = code(&mut study.project, &format!("Code {n}"));
                    let what = Application { codes: vec![code], ..Application::default() };
                    let _ = ops::codings::apply(&mut study.project, document, span, &what);
                }
            }
            let words = |study: &Study| -> Vec<(i64, String)> {
                let text: Text = documents::text(&study.project.read(), document).unwrap();
                let all = codings::of_document(&study.project.read(), document).unwrap();
                all.iter().map(|coding| (coding.id.0, text.slice(coding.span).to_owned())).collect()
            };
            let numbers = |study: &Study| -> Vec<Option<u32>> {
                let all = documents::paragraphs(&study.project.read(), document).unwrap();
                all.iter().map(|paragraph| paragraph.number).collect()
            };
            let before = (words(&study), numbers(&study), whole(&study));
            let applied = apply(&mut study.project, false);
            prop_assert_eq!(standing(&study.project), Vec::<String>::new());
            let text_now = documents::text(&study.project.read(), document).unwrap();
            prop_assert_eq!(text_now.as_str(), replaced(text.as_str()));
            let expected: Vec<(i64, String)> =
                before.0.iter().map(|(id, words)| (*id, replaced(words))).collect();
            prop_assert_eq!(words(&study), expected);
            prop_assert_eq!(numbers(&study), before.1);
            prop_assert_eq!(applied.replaced, whole_names.len());
            if applied.replaced > 0 {
                ops::history::undo(&mut study.project).unwrap();
            }
            let after = whole(&study);
            prop_assert_eq!(&after.1, &before.2.1);
            prop_assert_eq!(support::difference(&before.2.0, &after.0), Vec::<String>::new());
            Ok(())
        })
        .unwrap();
}

/// A study with a name in every kind of text that an operation can write.
fn full() -> Study {
    let mut study = Study::new();
    let project = &mut study.project;
    let text = draft("I: Wer?\nFrau Müller: Anna Müller aus Bad Oberndorf.\nFrau Müller: Nein.\n");
    let source = ops::documents::Source::new("Müller.txt", b"x");
    let wanted = ops::documents::ImportAs {
        label: Some("5".into()),
        title: Some("Interview Müller".into()),
        group: Some("Bad Oberndorf".into()),
        again: false,
    };
    let document = ops::documents::import(project, &text, &source, &wanted).unwrap().value;
    let other = code(project, "Bei Müller");
    ops::codes::add_anchor(project, other, document, Span::new(8, 40)).unwrap();
    let place = ops::variables::ValueChange::working("Bad Oberndorf");
    ops::variables::set(project, Owner::Document(document), "Ort", None, &place).unwrap();
    let what = Application { codes: vec![other], weight: None, comment: "Müllers Worte".into() };
    ops::codings::apply(project, document, Span::new(8, 40), &what).unwrap();
    ops::memos::write(project, None, MemoOn::Document(document), "Müller", "Anna Müller war nervös.")
        .unwrap();
    let mb = study.mb;
    study.sign_in(mb);
    ops::summaries::write(&mut study.project, document, other, "Müller sagt nein.").unwrap();
    let ak = study.ak;
    study.sign_in(ak);
    study
}

#[test]
fn every_text_of_the_study_loses_the_names_and_one_undo_brings_them_back() {
    let mut study = full();
    let before = whole(&study);
    let entries = history::list(&study.project.read(), &HistoryFilter::default()).unwrap().len();
    assert!(standing(&study.project).len() > 10);
    let scope = Scope { everywhere: true, ..Scope::default() };
    // Another coder's work is found, and not shown.
    let found = ops::names::find(&study.project, &list(), &scope, &Progress::new()).unwrap();
    let hidden: Vec<_> = found.iter().filter(|one| one.hidden).collect();
    assert!(hidden.len() == 1 && hidden[0].before.is_empty() && hidden[0].after.is_empty(), "{hidden:?}");

    study.project.set_dry_run(true);
    let plan = apply(&mut study.project, true);
    study.project.set_dry_run(false);
    assert_eq!(whole(&study), before, "a dry run changes nothing");

    let applied = apply(&mut study.project, true);
    assert_eq!(applied, plan);
    assert_eq!(standing(&study.project), Vec::<String>::new());
    assert_eq!(applied.left.iter().map(|one| one.column).collect::<Vec<_>>(), ["source_name"]);
    let reader = study.project.read();
    let document = documents::list(&reader).unwrap().remove(0);
    assert_eq!((document.title.as_str(), document.group.as_deref()), ("Interview [A]", Some("[eine Stadt]")));
    assert_eq!(codes::tree(&reader).unwrap().nodes()[0].path, "Bei [A]");
    assert_eq!(memos::list(&reader).unwrap()[0].text, "[A A] war nervös.");
    let raw = study.raw();
    let one = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(one("SELECT text FROM summary"), "[A] sagt nein.");
    assert!(summaries::list(&reader).unwrap().is_empty(), "MB's work is MB's still");
    assert_eq!(one("SELECT working FROM variable_value"), "[eine Stadt]");
    assert!(one("SELECT text FROM anchor").contains("[A A]"));
    let speakers: Vec<String> =
        documents::speakers(&reader, document.id).unwrap().into_iter().map(|speaker| speaker.label).collect();
    assert!(speakers.contains(&"Frau [A]".to_owned()), "{speakers:?}");
    let spoken = documents::paragraphs(&reader, document.id).unwrap();
    assert_eq!(spoken[1].speaker.as_deref(), Some("Frau [A]"), "who speaks is known still");

    // What the history says of it holds no name.
    let all = history::list(&reader, &HistoryFilter::default()).unwrap();
    for entry in &all[..all.len() - entries] {
        let said = format!("{} {}", entry.arguments, history::words(entry));
        assert!(list().finder().find(&said).is_empty(), "{said}");
    }
    ops::history::undo(&mut study.project).unwrap();
    let after = whole(&study);
    assert_eq!(after.1, before.1);
    assert_eq!(support::difference(&before.0, &after.0), Vec::<String>::new());
    ops::history::redo(&mut study.project).unwrap();
    assert_eq!(standing(&study.project), Vec::<String>::new());
}

#[test]
fn what_was_replaced_everywhere_and_sealed_is_in_no_byte() {
    let mut study = full();
    let list = list();
    for name in list.names.clone() {
        ops::names::add(&mut study.project, name, &[]).unwrap();
    }
    apply(&mut study.project, true);
    ops::erasure::seal(&mut study.project, false, &Progress::new()).unwrap();
    for entry in std::fs::read_dir(study.folder.path()).unwrap() {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        for name in ["Müller", "Oberndorf", "M\\u00fcller", "Mu\u{308}ller"] {
            assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()), "{name} {file:?}");
        }
    }
}

#[test]
fn only_what_was_chosen_is_replaced() {
    let mut study = Study::new();
    let document = support::import(&mut study.project, "5", "Müller und Müller und Müllers.");
    let scope = Scope::default();
    let found = ops::names::find(&study.project, &list(), &scope, &Progress::new()).unwrap();
    let chosen = [found[1].clone()];
    ops::names::apply(&mut study.project, &list(), &scope, Some(&chosen), &Progress::new()).unwrap();
    let text = documents::text(&study.project.read(), document).unwrap();
    assert_eq!(text.as_str(), "Müller und [A] und Müllers.");
}

#[test]
fn two_names_that_would_become_the_same_are_refused_whole() {
    let mut study = Study::new();
    support::import(&mut study.project, "5", "Müller und Meier.");
    for name in ["Müller", "Meier"] {
        code(&mut study.project, name);
    }
    let mut list = Names::default();
    for name in ["Müller", "Meier"] {
        list.put(Name::new(name, "[X]")).unwrap();
    }
    let before = whole(&study);
    let scope = Scope { everywhere: true, ..Scope::default() };
    let refused = ops::names::apply(&mut study.project, &list, &scope, None, &Progress::new()).unwrap_err();
    assert!(refused.message.contains("[X]") && refused.hint.is_some(), "{refused}");
    assert_eq!(whole(&study), before);
}

/// Stopped at any moment: all of it or nothing, and nothing that a person would have to take back.
#[test]
fn a_cancelled_replacing_replaces_nothing() {
    let mut stopped = 0;
    for after in 0..12u64 {
        let mut study = Study::new();
        for label in 1..=40 {
            support::import(&mut study.project, &label.to_string(), "B: Frau Müller aus Bad Oberndorf.");
        }
        code(&mut study.project, "Bei Müller");
        let before = whole(&study);
        let progress = Progress::new();
        let scope = Scope { everywhere: true, ..Scope::default() };
        let result = std::thread::scope(|threads| {
            let watched = progress.clone();
            let watcher = threads.spawn(move || {
                // The replacing has as many steps as the finding before it: how far both are is what can be seen.
                let mut turns = 0;
                let mut last = 0;
                while !watched.is_cancelled() {
                    let (done, _) = watched.state();
                    turns += u64::from(done < last);
                    last = done;
                    if turns > 0 && done >= after * 3 {
                        watched.cancel();
                    }
                    std::hint::spin_loop();
                }
            });
            let result = ops::names::apply(&mut study.project, &list(), &scope, None, &progress);
            progress.cancel();
            watcher.join().unwrap();
            result
        });
        match result {
            Ok(_) => assert_eq!(standing(&study.project), Vec::<String>::new()),
            Err(error) => {
                stopped += 1;
                assert_eq!(error.kind, absatz::error::Kind::Cancelled, "{error}");
                let after = whole(&study);
                assert_eq!(after.1, before.1);
                assert_eq!(support::difference(&before.0, &after.0), Vec::<String>::new());
            }
        }
    }
    assert!(stopped > 0, "none was stopped in time");
}
