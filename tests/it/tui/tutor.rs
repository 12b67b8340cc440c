//! The lesson: what its words ask for leads through it, nothing else does, and it goes on where it was left.

use std::sync::OnceLock;

use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::store::{Project, settings};
use absatz::tui::command::{Command, Context};
use absatz::tui::keys;
use absatz::tui::model::lesson::Lesson;
use absatz::tui::msg::{MouseKind, Msg, Target};
use absatz::tui::testing::Bench;
use absatz::tui::tutor::STEPS;
use absatz::tui::{model, tutor};
use proptest::prelude::*;

use crate::support::quick_folder;

/// A lesson in a folder of its own.
struct Desk {
    bench: Bench,
    folder: tempfile::TempDir,
}

/// A fresh lesson; made once in each language, then copied.
fn file(lang: Lang) -> tempfile::TempDir {
    static MADE: [OnceLock<Vec<u8>>; 2] = [OnceLock::new(), OnceLock::new()];
    let folder = quick_folder();
    let path = folder.path().join("tutor.absatz");
    let bytes = MADE[lang as usize].get_or_init(|| {
        let apart = quick_folder();
        let path = apart.path().join("tutor.absatz");
        ops::tutor::create(&path, lang, "AK").unwrap();
        std::fs::read(path).unwrap()
    });
    std::fs::write(path, bytes).unwrap();
    folder
}

fn open(folder: tempfile::TempDir, width: u16, height: u16, lang: Lang) -> Desk {
    i18n::set_lang(lang);
    let project = Project::open(&folder.path().join("tutor.absatz"), None).unwrap();
    Desk { bench: Bench::open(project, width, height, lang), folder }
}

fn lesson(width: u16, height: u16, lang: Lang) -> Desk {
    open(file(lang), width, height, lang)
}

/// A lesson that has just begun, and its folder.
pub(super) fn begun(width: u16, height: u16, lang: Lang) -> (Bench, tempfile::TempDir) {
    let Desk { bench, folder } = lesson(width, height, lang);
    (bench, folder)
}

fn state(bench: &Bench) -> &Lesson {
    bench.model.lesson.as_ref().unwrap()
}

fn name(bench: &Bench) -> &'static str {
    tutor::step(state(bench)).name
}

/// The keys that do a step, one after the other: after all but the last it is not done yet.
fn script(step: &str, lang: Lang) -> Vec<&'static str> {
    let en = lang == Lang::En;
    let by = |english, german| if en { english } else { german };
    match step {
        "move" => vec!["jj", "j"],
        "jump" => vec!["g", by("31", "25"), "<enter>"],
        "panes" => vec!["2"],
        "code" => vec!["g", by("42", "74"), "<enter>", "c", by("coop", "koop"), "<enter>"],
        "repeat" => vec!["j", "j", "."],
        "several" => {
            vec!["g", "48", "<enter>", "c", by("netw<tab>own<tab>", "netz<tab>eige<tab>"), "<enter>"]
        }
        "fresh" => {
            let path = by("Obstacles/Double entry", "Hemmnisse/Medienbrüche");
            vec!["g", by("84", "54"), "<enter>", "c", path, "<enter>"]
        }
        "sentence" => vec!["g", by("26", "60"), "<enter>", "s", "c", by("coor", "abst"), "<enter>"],
        "overlap" => vec!["c", by("frag", "zers"), "<enter>"],
        "in-vivo" => vec!["g", by("80", "74"), "<enter>", "v", "v", by("wwwww", "www"), "i", "<enter>"],
        "next-open" => vec!["o"],
        "weight" => vec!["h", "w", "80", "<enter>"],
        "undo" => vec!["u"],
        "redo" => vec!["<ctrl-r>"],
        "memo" => vec!["m", "Ah", "<esc>"],
        "search" => vec!["/", by("budget", "Portal"), "<enter>"],
        "hit" => vec!["<enter>", "n"],
        "retrieve" => vec!["2", "zf", by("coop", "koop"), "<enter>", "jj", "<enter>"],
        "quote" => vec!["y"],
        "define" => vec!["2", "e", " Mehr.", "<esc>"],
        "grid" => vec!["G"],
        "summary" => vec!["o", "<enter>", "Together.", "<esc>"],
        "state" => vec!["b", "r"],
        "help" => vec!["?", "<esc>"],
        "palette" => vec![":", "Code-Matrix", "<enter>"],
        other => panic!("no keys for the step {other}"),
    }
}

/// Does the step at hand.
fn follow(bench: &mut Bench, lang: Lang) {
    for keys in script(name(bench), lang) {
        bench.keys(keys);
    }
}

/// The rows of the lesson on the screen.
fn panel(bench: &Bench) -> String {
    let screen = bench.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("─ ")).unwrap_or_else(|| panic!("{screen}"));
    lines[first..lines.len() - 2].join("\n")
}

#[test]
fn the_keys_that_it_names_lead_through_the_whole_lesson() {
    for (lang, width, height) in
        [(Lang::En, 120, 40), (Lang::De, 80, 24), (Lang::De, 120, 40), (Lang::En, 80, 24)]
    {
        let mut desk = lesson(width, height, lang);
        let bench = &mut desk.bench;
        for (at, step) in STEPS.iter().enumerate().take(STEPS.len() - 1) {
            assert_eq!(name(bench), step.name, "{}", bench.screen());
            assert!(!state(bench).stands, "{} is done before it begins:\n{}", step.name, bench.screen());
            let keys = script(step.name, lang);
            let (last, first) = keys.split_last().unwrap();
            for keys in first {
                bench.keys(keys);
                assert_eq!(name(bench), step.name, "{keys} is too early:\n{}", bench.screen());
            }
            bench.keys(last);
            assert_eq!(state(bench).at, at + 1, "{} is not done:\n{}", step.name, bench.screen());
            assert_eq!(state(bench).praised, Some(at));
            assert!(panel(bench).contains(&format!("✓ {}", at + 1)), "{}", panel(bench));
        }
        assert_eq!(name(bench), "end");
        bench.keys("q");
        assert!(bench.ended);
    }
}

/// All of what a step says stands on the screen, also in a small window.
#[test]
fn no_word_of_a_step_is_cut_off() {
    for lang in [Lang::En, Lang::De] {
        for (width, height) in [(80, 24), (119, 30), (120, 30)] {
            let mut desk = lesson(width, height, lang);
            for _ in STEPS {
                let (task, why) = tutor::words(&desk.bench.model, state(&desk.bench));
                let spaced = |text: &str| {
                    let text = text.replace(['\u{2068}', '\u{2069}'], "");
                    text.split_whitespace().collect::<Vec<_>>().join(" ")
                };
                let panel = spaced(&panel(&desk.bench));
                for words in [&task, &why] {
                    assert!(!words.contains(['{', '}']), "{words}");
                    assert!(
                        panel.contains(&spaced(words)),
                        "{lang:?} {width}: {words}\n{}",
                        desk.bench.screen()
                    );
                }
                desk.bench.keys("<ctrl-n>");
            }
        }
    }
}

#[test]
fn what_has_nothing_to_do_with_it_leads_nowhere() {
    let mut desk = lesson(100, 30, Lang::En);
    for step in &STEPS[..STEPS.len() - 1] {
        assert_eq!(name(&desk.bench), step.name);
        for keys in ["<esc>", "<f3>", "<f3>", "zz", "+", "-", "c<esc>", ":<esc>", "<esc>", "<esc>"] {
            desk.bench.keys(keys);
            assert_eq!(name(&desk.bench), step.name, "{keys}:\n{}", desk.bench.screen());
        }
        // Esc led out of the grid.
        if step.place == Some(Context::Grid) {
            desk.bench.keys("G");
        }
        follow(&mut desk.bench, Lang::En);
    }
    assert_eq!(name(&desk.bench), "end");
}

#[test]
fn other_ways_count_as_well() {
    let mut desk = lesson(120, 40, Lang::En);
    let bench = &mut desk.bench;
    bench.keys("g4<enter>");
    assert_eq!(name(bench), "jump");
    bench.keys("/slowed you down<enter><enter>");
    assert_eq!(name(bench), "panes", "{}", bench.screen());
    bench.mouse(MouseKind::Down, 5, 25);
    assert_eq!(name(bench), "code", "{}", bench.screen());
    // With the code system, and with the palette.
    bench.keys("zfcoop<enter>jg42<enter>2").keys("c");
    assert_eq!(name(bench), "repeat", "{}", bench.screen());
    bench.keys("g44<enter>:repeat<enter>");
    assert_eq!(name(bench), "several", "{}", bench.screen());
}

#[test]
fn the_person_s_own_keys_are_named() {
    let mut desk = lesson(120, 40, Lang::En);
    let bench = &mut desk.bench;
    assert!(panel(bench).contains("j is one paragraph down"), "{}", panel(bench));
    // They stand out from the words around them.
    let row = absatz::tui::layout::areas(&bench.model).lesson.unwrap().y + 1;
    let style = |word: &str| {
        let line = bench.screen().lines().nth(usize::from(row)).unwrap().to_owned();
        let at = line.find(word).unwrap() as u16;
        bench.buffer().cell((at, row)).unwrap().style()
    };
    assert_eq!(style("Go down"), style("is one paragraph"));
    assert_eq!(style("Go down").fg, Some(ratatui::style::Color::Reset));
    assert_ne!(style("j is one"), style("is one paragraph"));
    let keymap = "[transcript]\n\"j\" = \"\"\n\"<down>\" = \"\"\n\"<ctrl-j>\" = \"down\"\n[global]\n\"g\" = \"\"\n\
                  [lesson]\n\"<ctrl-n>\" = \"\"\n\"<f11>\" = \"tutor-skip\"\n";
    assert_eq!(bench.model.keymap.merge(keymap), Vec::<String>::new());
    bench.draw();
    assert!(panel(bench).contains("Ctrl-J is one paragraph down"), "{}", panel(bench));
    bench.keys("<f11>");
    // What has no key any more is called by its name.
    assert!(panel(bench).contains("Jump to paragraph 31: : go-to, then 31, then Enter."), "{}", panel(bench));
    assert!(panel(bench).contains("F11 on"), "{}", panel(bench));
}

#[test]
fn one_goes_back_and_on_without_doing_anything() {
    let mut desk = lesson(80, 24, Lang::En);
    let bench = &mut desk.bench;
    bench.keys("<backspace>");
    assert_eq!(name(bench), "move");
    bench.keys("<ctrl-n><ctrl-n><ctrl-n>");
    assert_eq!(name(bench), "code");
    follow(bench, Lang::En);
    assert_eq!(name(bench), "repeat");
    // What is done already says so and stays; undoing it makes it a task again.
    bench.keys("<backspace>");
    assert!(panel(bench).contains("This is so already. Ctrl-N goes on."), "{}", panel(bench));
    bench.keys("j<esc>");
    assert_eq!(name(bench), "code");
    bench.keys("u");
    assert!(!panel(bench).contains("so already"), "{}", panel(bench));
    bench.keys("<ctrl-r>");
    assert_eq!(name(bench), "repeat");
    for _ in 0..40 {
        bench.keys("<ctrl-n>");
    }
    assert_eq!(name(bench), "end");
    // The words are there to be clicked.
    let place = (0..24).flat_map(|y| (0..80).map(move |x| (x, y)));
    let mut place = place.filter(|(x, y)| bench.hits.at(*x, *y) == Some(Target::Does(Command::TutorBack)));
    let (x, y) = place.next().unwrap();
    bench.mouse(MouseKind::Down, x, y);
    assert_eq!(name(bench), "palette");
}

#[test]
fn it_is_hidden_and_shown_and_goes_on_where_it_was_left() {
    let mut desk = lesson(80, 24, Lang::De);
    let high = |bench: &Bench| absatz::tui::layout::areas(&bench.model).main.height;
    desk.bench.keys("<ctrl-n><ctrl-n>");
    assert_eq!(high(&desk.bench), 17);
    desk.bench.keys("<ctrl-t>");
    assert_eq!(high(&desk.bench), 22);
    assert!(!desk.bench.screen().contains("Einführung:"), "{}", desk.bench.screen());
    // Hidden, it stays where it is and has no keys.
    desk.bench.keys("2");
    assert_eq!(name(&desk.bench), "panes");
    assert!(!desk.bench.model.contexts().contains(&Context::Lesson));
    let Desk { bench, folder } = desk;
    drop(bench);
    let mut desk = open(folder, 80, 24, Lang::De);
    assert_eq!((name(&desk.bench), high(&desk.bench)), ("panes", 22));
    desk.bench.keys("<ctrl-t>");
    assert_eq!(high(&desk.bench), 17);
    desk.bench.keys("1").keys("2");
    assert_eq!(name(&desk.bench), "code");
    let Desk { bench, folder } = desk;
    drop(bench);
    let mut desk = open(folder, 120, 40, Lang::De);
    assert_eq!(name(&desk.bench), "code");
    follow(&mut desk.bench, Lang::De);
    assert_eq!(name(&desk.bench), "repeat");
    // It speaks the person's language, whatever its interviews are in.
    desk.bench.keys("<f2>");
    assert!(panel(&desk.bench).contains("Paragraph 76 is about the same:"), "{}", panel(&desk.bench));
}

/// Summaries of the day before do not count for the step of today, which sees the grid for the first time.
#[test]
fn what_was_there_before_is_told_from_what_is_new() {
    let mut desk = lesson(120, 40, Lang::En);
    while name(&desk.bench) != "summary" {
        follow(&mut desk.bench, Lang::En);
    }
    follow(&mut desk.bench, Lang::En);
    desk.bench.keys("<backspace>");
    assert_eq!(name(&desk.bench), "summary");
    let Desk { bench, folder } = desk;
    drop(bench);
    let mut desk = open(folder, 120, 40, Lang::En);
    desk.bench.keys("G");
    assert_eq!(name(&desk.bench), "summary", "{}", desk.bench.screen());
    follow(&mut desk.bench, Lang::En);
    assert_eq!(name(&desk.bench), "state");
}

#[test]
fn whoever_is_lost_is_told_the_way() {
    let mut desk = lesson(80, 24, Lang::En);
    let bench = &mut desk.bench;
    bench.keys("<ctrl-n><ctrl-n><ctrl-n>");
    bench.keys("1jkjkjkjkjkjk");
    assert!(panel(bench).contains("3 leads to the transcript. Ctrl-N goes on"), "{}", panel(bench));
    bench.keys("3");
    assert!(panel(bench).contains("Lost? Esc leads out"), "{}", panel(bench));
    // Writing is not being lost.
    bench.keys("<ctrl-n><backspace>mwhat a long memo on nothing in particular this is<esc>");
    assert!(!panel(bench).contains("Lost?"), "{}", panel(bench));
}

/// Undoing ends at one's own work: the interviews and codes of the lesson stay.
#[test]
fn the_study_of_the_lesson_cannot_be_undone() {
    let mut desk = lesson(80, 24, Lang::En);
    desk.bench.keys("uuuu");
    assert_eq!(desk.bench.model.study.documents.len(), 2);
    assert!(desk.bench.model.study.tree.nodes().len() > 20);
    assert_eq!(desk.bench.model.turned, model::Turned::default());
}

#[test]
fn in_another_study_the_command_says_how_to_get_there() {
    let mut bench = super::small(100, 30);
    bench.keys("<ctrl-t>");
    assert!(bench.screen().contains("call “absatz tutor”"), "{}", bench.screen());
    bench.keys("<esc><backspace><ctrl-n>");
    assert!(bench.model.toast.is_none());
    bench.keys(":tutorial<enter>");
    assert!(bench.screen().contains("call “absatz tutor”"), "{}", bench.screen());
}

/// A step that is gone from the program, or a state nobody can read, begins the lesson anew.
#[test]
fn an_unknown_place_begins_at_the_first_step() {
    let folder = file(Lang::En);
    for text in ["{\"language\":\"en\",\"step\":\"knitting\"}", "{", ""] {
        let mut project = Project::open(&folder.path().join("tutor.absatz"), None).unwrap();
        ops::drafts::remember(&mut project, ops::tutor::STATE, text).unwrap();
        assert!(settings::state(&project.read(), ops::tutor::STATE).unwrap().is_some());
        let bench = Bench::open(project, 80, 24, Lang::En);
        assert_eq!(name(&bench), "move");
    }
}

#[test]
fn it_looks_as_it_should() {
    let mut desk = lesson(120, 40, Lang::En);
    for _ in 0..4 {
        follow(&mut desk.bench, Lang::En);
    }
    insta::assert_snapshot!("lesson_en_120x40", desk.bench.screen());
    let mut desk = lesson(80, 24, Lang::De);
    for _ in 0..7 {
        follow(&mut desk.bench, Lang::De);
    }
    insta::assert_snapshot!("lesson_de_80x24", desk.bench.screen());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    /// Whatever is pressed, it stays one of the steps and the picture can be drawn.
    #[test]
    fn no_keys_break_it(pressed in prop::collection::vec(0_usize..24, 30..90), size in 0_usize..3) {
        const KEYS: [&str; 24] = [
            "j", "k", "c", "a", "o", "<enter>", "<esc>", "<tab>", "u", "<ctrl-r>", "<ctrl-n>", "<backspace>",
            "<ctrl-t>", "G", "2", "3", "/", "n", "v", "w", "m", "?", ":", "<f2>",
        ];
        let (width, height) = [(60, 16), (80, 24), (120, 40)][size];
        let mut desk = lesson(width, height, Lang::En);
        for key in pressed {
            for key in keys::sequence(KEYS[key]).unwrap() {
                desk.bench.send(Msg::Key(key));
            }
            desk.bench.draw();
            prop_assert!(state(&desk.bench).at < STEPS.len());
        }
        i18n::set_lang(Lang::En);
    }
}
