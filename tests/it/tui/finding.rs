//! One box for text, memos, summaries, codes and commands; the picker, the palette, the help and what follows a prefix.

use absatz::i18n::{self, Lang};
use absatz::model::memos::MemoOn;
use absatz::ops;
use absatz::store::{coders, codes};
use absatz::tui::command::Command;
use absatz::tui::model::{FormKind, Main, Overlay, Pane};
use absatz::tui::msg::HitOf;
use absatz::tui::testing::Bench;

use super::{demo, small, small_project};

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// The cursor of the list goes to the first hit of a group.
fn to(bench: &mut Bench, group: &str) {
    bench.keys("<home>");
    let at = bench.model.listing.hits.iter().position(|hit| hit.of.group() == group).unwrap();
    bench.keys(&"j".repeat(at));
}

/// The small study with a memo, a summary, a paraphrase and a definition that all speak of money.
fn spoken(lang: Lang) -> Bench {
    i18n::set_lang(Lang::En);
    let mut project = small_project();
    let reader = project.read();
    let money = codes::tree(&reader).unwrap().find("Money").unwrap().code.id;
    let one = absatz::store::documents::by_label(&reader, "1").unwrap().id;
    ops::memos::write(&mut project, None, MemoOn::Code(money), "Idea", "Is MONEY a cause?").unwrap();
    ops::summaries::write(&mut project, one, money, "Money is no obstacle.").unwrap();
    let text = absatz::store::documents::text(&project.read(), one).unwrap();
    let at = text.as_str().find("Money is there").unwrap();
    let span = text.span(at..at + 5);
    ops::paraphrases::write(&mut project, one, span, "Enough moneys").unwrap();
    let guide =
        absatz::model::codes::Guide { definition: "Whatever is paid in moneys".into(), ..Default::default() };
    let law = codes::tree(&project.read()).unwrap().find("Law").unwrap().code.id;
    ops::codes::define(&mut project, law, &guide).unwrap();
    i18n::set_lang(lang);
    Bench::open(project, 120, 50, lang)
}

#[test]
fn one_box_finds_all_that_was_said_written_and_can_be_done() {
    for lang in [Lang::En, Lang::De] {
        let mut bench = spoken(lang);
        bench.keys("/money<enter>");
        let groups: Vec<&str> = bench.model.listing.hits.iter().map(|hit| hit.of.group()).collect();
        assert_eq!(groups, ["text", "text", "paraphrases", "summaries", "memos", "codes", "codes"]);
        for group in ["text", "paraphrases", "summaries", "memos", "codes"] {
            let count = groups.iter().filter(|other| **other == group).count();
            shows(&bench, &[&format!("{} ({count})", absatz::tr!(&format!("hits-{group}")))]);
        }
        shows(&bench, &["(IP 1: 3)", "Is MONEY a cause?", "Whatever is paid in moneys", "Obstacles/Law"]);
        // Each leads to its own.
        to(&mut bench, "memos");
        bench.keys("<enter>");
        assert!(
            matches!(bench.model.overlays.last(), Some(Overlay::Form(form)) if matches!(form.kind, FormKind::Memo { .. }))
        );
        bench.keys("<esc>");
        to(&mut bench, "summaries");
        bench.keys("<enter>");
        shows(&bench, &["Money is no obstacle."]);
        bench.keys("<esc>");
        to(&mut bench, "codes");
        bench.keys("<enter>");
        assert_eq!(bench.model.pane, Pane::Codes);
        let code = bench.model.code_at_cursor().unwrap();
        assert_eq!(bench.model.study.tree.path(code), "Obstacles/Law");
        bench.keys("4");
        to(&mut bench, "text");
        bench.keys("j<enter>");
        assert_eq!((bench.model.main, bench.model.reading.as_ref().unwrap().at), (Main::Transcript, 3));
        // From here the keys go along what stands in transcripts.
        bench.keys("n");
        assert!(bench.model.toast.as_ref().unwrap().text.contains("3"), "{}", bench.screen());
        // A definition is no quotation.
        bench.keys("4<end>y");
        assert!(bench.copied.is_empty() && bench.model.toast.is_some());
    }
}

#[test]
fn commands_are_found_and_done_from_the_same_box() {
    let mut bench = small(120, 40);
    bench.keys("/").paste("code-relations").keys("<enter>");
    assert_eq!(bench.model.listing.hits.len(), 1, "{}", bench.screen());
    assert_eq!(bench.model.listing.hits[0].of, HitOf::Command(Command::MatrixCodes));
    shows(&bench, &["Commands (1)"]);
    bench.keys("<enter>");
    assert_eq!(bench.model.main, Main::Table, "{}", bench.screen());
    // With its key beside it; one that cannot be done says why.
    bench.keys("/").paste("Summary Grid").keys("<enter>");
    shows(&bench, &["Open or close the Summary Grid", "G, F4"]);
    let mut empty = Bench::open(ops::project::create_in_memory("AK").unwrap(), 120, 40, Lang::En);
    empty.keys("/").paste("rename the code").keys("<enter><enter>");
    assert!(empty.model.toast.is_some() && empty.model.overlays.is_empty(), "{}", empty.screen());
}

#[test]
fn between_slashes_stands_an_expression_and_a_slip_is_said() {
    let mut bench = small(120, 40);
    bench.keys("/").paste("/B: (M|W)\\w+/").keys("<enter>");
    let found: Vec<&str> =
        bench.model.listing.hits.iter().map(|hit| &hit.context[hit.within.clone()]).collect();
    assert_eq!(found, ["B: Mostly", "B: Money", "B: With"]);
    bench.keys("v");
    assert_eq!(bench.model.main, Main::Listing);
    shows(&bench, &["Contexts are those of words"]);
    bench.keys("/").paste("/(open/").keys("<enter>");
    shows(&bench, &["(open"]);
    assert_eq!(bench.model.listing.hits.len(), 3, "what was found before is still there");
    // A phrase is words as they stand.
    bench.keys("/").paste("LACK people").keys("<enter>");
    assert!(bench.model.listing.hits.is_empty());
    bench.keys("/").paste("LACK of people").keys("<enter>");
    assert_eq!(bench.model.listing.hits.len(), 1);
    // And in its contexts, which lead to the place.
    bench.keys("v");
    shows(&bench, &["“LACK of people” in context"]);
    bench.keys("<enter>");
    assert_eq!((bench.model.main, bench.model.reading.as_ref().unwrap().at), (Main::Transcript, 1));
}

#[test]
fn a_blind_coder_finds_nothing_of_the_others() {
    let mut project = small_project();
    let ak = project.coder();
    let mb = ops::coders::add(&mut project, "MB").unwrap().value;
    ops::coders::sign_in(&mut project, mb).unwrap();
    ops::memos::write(&mut project, None, MemoOn::Project, "geheim", "geheim").unwrap();
    ops::coders::sign_in(&mut project, ak).unwrap();
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    bench.keys("/geheim<enter>");
    assert!(bench.model.listing.hits.is_empty());
    // Who wrote it finds it, and it does not stay on the screen for the other.
    bench.keys("<f5>2/geheim<enter>");
    assert_eq!(bench.model.study.coder, Some(coders::by_name(&bench.project().read(), "MB").unwrap().id));
    assert_eq!(bench.model.listing.hits.len(), 1, "{}", bench.screen());
    bench.keys("<f5>1");
    assert!(bench.model.listing.hits.is_empty(), "{}", bench.screen());
}

#[test]
fn the_picker_shows_path_definition_and_count_and_what_was_used_last_first() {
    let mut bench = spoken(Lang::En);
    bench.keys("3jclaw<enter>c");
    let screen = bench.screen();
    let line = screen.lines().find(|line| line.contains("▸ ") && line.contains("Law")).unwrap_or_default();
    assert!(line.contains("Law  Obstacles") && line.contains(" 1 "), "{screen}");
    shows(&bench, &["Whatever is paid in moneys"]);
    // What was applied last stands first; the definition is that of the code under the cursor.
    bench.keys("<down>");
    assert!(!bench.screen().contains("Whatever is paid"), "{}", bench.screen());
    bench.keys("<esc>").resize(80, 24);
    bench.keys("c");
    shows(&bench, &["Whatever is paid in moneys"]);
    // A code that is not there is made below its parent.
    bench.keys("Obstacles/Time<enter>");
    assert!(codes::tree(&bench.project().read()).unwrap().find("Obstacles/Time").is_ok());
    bench.keys("cnew/branch/twig<enter>");
    assert!(codes::tree(&bench.project().read()).unwrap().find("new/branch/twig").is_ok());
}

/// After a prefix every key that can follow it is seen, in small windows too.
#[test]
fn what_follows_a_prefix_is_shown_whole() {
    for (width, height) in [(120, 40), (80, 24), (60, 16)] {
        for lang in [Lang::En, Lang::De] {
            i18n::set_lang(lang);
            let mut bench = Bench::open(small_project(), width, height, lang);
            for (focus, prefix) in [("3", "z"), ("3", ","), ("2", "z"), ("2", ","), ("1", "z")] {
                bench.keys(focus).keys(prefix);
                bench.wait(300);
                let early = bench.screen();
                bench.wait(300);
                let late = bench.screen();
                assert_ne!(early, late, "after 400 ms and not before");
                let pressed = absatz::tui::keys::sequence(prefix).unwrap();
                let found = bench.model.keymap.find(&bench.model.contexts(), &pressed);
                let absatz::tui::keymap::Found::Prefix(next) = found else { panic!("{prefix}") };
                assert!(next.len() > 5);
                for (keys, command) in &next {
                    let key = absatz::tui::keys::shown(&keys[1..]);
                    let words: String = command.words().chars().take(9).collect();
                    let slot = command.name().starts_with("slot-");
                    let wanted = if slot { format!("{key} ") } else { format!("{key} {words}") };
                    assert!(late.contains(&wanted), "{width}x{height} {wanted}:\n{late}");
                }
                bench.keys("<esc>");
            }
        }
    }
}

/// Page by page the help shows every key that holds here, and what is typed narrows it.
#[test]
fn the_help_shows_every_key_of_where_one_is_at_80_by_24() {
    for lang in [Lang::En, Lang::De] {
        let mut bench = demo(80, 24, lang);
        for focus in ["1", "2", "3", "3v", "G", "<f6>", ":portrait<enter>", "/die<enter>"] {
            bench.keys("<esc><esc><esc>").keys(focus).keys("?");
            let mut seen = String::new();
            for _ in 0..40 {
                seen.push_str(&bench.screen());
                bench.keys("<page-down>");
            }
            for context in bench.model.contexts() {
                for &command in Command::ALL {
                    let keys = bench.model.keymap.keys_of(command, &[context]);
                    let words: String = command.words().chars().take(24).collect();
                    assert!(keys.is_empty() || seen.contains(&words), "{focus}: {}", command.name());
                }
            }
            // The last is on the last page, the first on the first.
            bench.keys("<home><end>");
            let entries = absatz::tui::update::overlays::help_entries(&bench.model, "");
            let (_, last, _) = entries.last().unwrap();
            shows(&bench, &[&last.words().chars().take(24).collect::<String>()]);
            // What cannot be done now stands after what can.
            for pair in entries.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
                let now = |entry: &(_, Command, _)| bench.model.can(entry.1).is_ok();
                assert!(now(&pair[0]) || !now(&pair[1]), "{focus}: {}", pair[1].1.name());
            }
            bench.keys("<home>").paste(&Command::Undo.words());
            shows(&bench, &[&Command::Undo.words()]);
            bench.keys("<esc>");
        }
    }
}

#[test]
fn the_palette_shows_keys_and_why_something_cannot_be_done() {
    let mut bench = small(100, 30);
    bench.keys("3:").paste("In vivo");
    let key = |bench: &Bench, words: &str| {
        let screen = bench.screen();
        let entry = |line: &&str| line.contains(words) && !line.contains('›');
        screen.lines().find(entry).unwrap_or_default().to_owned()
    };
    bench.keys("<ctrl-u>").paste("Undo your last");
    assert!(key(&bench, "Undo your last change").trim_end().trim_end_matches('│').trim_end().ends_with('u'));
    // A code that is typed whole stands first, whatever else has its letters; grey is what cannot be done.
    bench.keys("<ctrl-u>").paste("Weight the segment (0 to 100)");
    let line = key(&bench, "Weight the segment");
    assert!(line.contains(&absatz::tr!("need-segment")), "{line}");
    for lang in [Lang::En, Lang::De] {
        i18n::set_lang(lang);
        for &command in Command::ALL {
            for typed in [command.words(), command.name().to_owned()] {
                let found = absatz::tui::update::overlays::palette_entries(&bench.model, &typed);
                let first = found.first().copied();
                let same =
                    first.is_some_and(|first| first.words() == command.words() || first.name() == typed);
                assert!(same, "{typed}: {first:?}");
            }
        }
    }
}
