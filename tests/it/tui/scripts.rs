//! Text of every writing, and what is none: drawn without breaking the frame, nothing sent that a terminal would obey.

use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::ops::codings::{Application, CodingChange};
use absatz::ops::documents::{DocumentChange, ImportAs, Source};
use absatz::store::{Project, codes, documents};
use absatz::tui::testing::Bench;
use absatz::tui::view::paint;
use proptest::prelude::*;

use super::sizes::check_frame;

/// Words from right to left, wide letters, marks that combine, emoji of several parts, no width, control characters of
/// both sets, overrides of the direction, soft hyphens.
const PIECES: [&str; 22] = [
    "مقابلة",
    "رأي الإدارة",
    "ראיון",
    "家族",
    "インタビュー",
    "한국어",
    "👩‍👩‍👧",
    "🇩🇪",
    "☺️",
    "e\u{301}\u{323}",
    "न\u{94d}\u{200d}",
    "a\u{200B}b\u{200D}c\u{FEFF}",
    "\t",
    "\u{7}\u{1b}[31m",
    "\u{9b}2J\u{85}",
    "\u{202E}abc\u{202C}",
    "\u{2067}xyz\u{2069}\u{200F}",
    "Ver\u{AD}wal\u{AD}tung",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "ﷺ",
    "plain words",
    "ＦＵＬＬ",
];

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec((prop::sample::select(&PIECES[..]), "[ /-]?"), 1..6)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect())
}

/// A study in which everything is called so.
fn study(names: &[String]) -> Project {
    i18n::set_lang(Lang::En);
    let mut project = ops::project::create_in_memory("AK").unwrap();
    let name = |nth: usize| names[nth % names.len()].replace('/', " ");
    let text = format!("{}: {}\nB: {}\nI: {}\n", "مقدم", name(0), name(1).repeat(9), name(2));
    // A file with control characters is not read as a text.
    let text: String = text.chars().filter(|c| !c.is_control() || "\t\n".contains(*c)).collect();
    let draft = read("IP01.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
    let source = Source::new("IP01.txt", text.as_bytes());
    let id = ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap().value;
    let change = DocumentChange { title: Some(name(1)), group: Some(name(2)), ..Default::default() };
    drop(ops::documents::change(&mut project, id, &change));
    let mut made = Vec::new();
    for nth in 0..4 {
        // What cannot be a name is refused.
        let code = ops::codes::add(&mut project, &format!("{nth} {}", name(nth)), None);
        let code = code.or_else(|_| ops::codes::add(&mut project, &format!("{nth} 家族 رأي"), None));
        made.push(code.unwrap().value);
        drop(ops::codes::add(&mut project, &format!("{nth} {}/{}", name(nth), name(nth + 1)), None));
    }
    for paragraph in &draft.paragraphs {
        let what = Application { codes: made.clone(), ..Application::default() };
        let all = ops::codings::apply(&mut project, id, paragraph.span, &what).unwrap().value;
        for (coding, nth) in all.into_iter().zip(0..) {
            let change = CodingChange { comment: Some(name(nth)), ..CodingChange::default() };
            drop(ops::codings::change(&mut project, coding, &change));
        }
    }
    for code in made {
        drop(ops::summaries::write(&mut project, id, code, &name(3)));
    }
    project
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..Default::default() })]
    #[test]
    fn every_writing_keeps_the_frame(names in proptest::collection::vec(words(), 4), narrow in any::<bool>()) {
        let (width, height) = if narrow { (80, 24) } else { (120, 40) };
        let mut bench = Bench::open(study(&names), width, height, Lang::En);
        prop_assert!(!codes::tree(&bench.project().read()).unwrap().is_empty());
        prop_assert_eq!(documents::list(&bench.project().read()).unwrap().len(), 1);
        drop(paint::lost());
        for keys in [
            "1", "2", "3", "jl", "<ctrl-e>", "vw", "c", "<esc><esc>", "2<home><enter>", "S", "<esc>2e", "<esc>", "G", "lj", "e",
            "<esc><esc>", "U", "<esc>", "zm", "<esc>3m", "<esc>", "<f6>", "T", "<esc><esc>", "zn", "<esc>", "i", "<esc>", "?", "<esc>",
        ] {
            bench.keys(keys);
            check_frame(&bench, keys);
        }
        bench.keys("3/").paste(&names[0]).keys("<enter>");
        check_frame(&bench, "search");
        bench.keys("c").paste(&names[1]);
        check_frame(&bench, "a new code");
        let lost = paint::lost();
        prop_assert!(lost.is_empty(), "{:?}", lost);
    }
}
