//! Sorting segments into subcodes, with one key each.

use absatz::i18n::Lang;
use absatz::store::codes;
use absatz::tui::model::{ListingKind, Main, Overlay};
use absatz::tui::msg::MouseKind;
use absatz::tui::testing::Bench;

use super::{coded, demo, small};

/// All four paragraphs are coded with `Obstacles`, which has two subcodes; its segments are to be sorted.
fn sorting() -> Bench {
    let mut bench = small(120, 40);
    for _ in 0..4 {
        bench.keys("3").keys("cobstacles<enter>j");
    }
    bench.keys("2<home>S");
    bench
}

/// How many segments stand behind a key and its subcode, in the column beside the segments.
fn count(bench: &Bench, subcode: &str) -> usize {
    let screen = bench.screen();
    let line = screen.lines().find(|line| line.contains(subcode)).unwrap_or_else(|| panic!("{screen}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn each_segment_goes_into_a_subcode_with_one_key() {
    let mut bench = sorting();
    let screen = bench.screen();
    assert!(screen.contains("Sorting: Obstacles") && screen.contains("0 of 4 sorted"), "{screen}");
    assert_eq!(
        (count(&bench, "1 ■ Law"), count(&bench, "2 ■ People"), count(&bench, "0 ■ Obstacles")),
        (0, 0, 4)
    );
    bench.keys("1");
    assert!(
        bench.screen().contains("sorted (IP 1: 1) from Obstacles into Obstacles/Law"),
        "{}",
        bench.screen()
    );
    // The cursor is on the next one already.
    bench.keys("2");
    let screen = bench.screen();
    assert!(screen.contains("2 of 4 sorted"), "{screen}");
    assert_eq!((count(&bench, "1 ■ Law"), count(&bench, "0 ■ Obstacles")), (1, 2));
    assert!(screen.contains("(IP 1: 1)  → Law") && screen.contains("(IP 1: 2)  → People"), "{screen}");
    let words: Vec<String> =
        coded(&bench, "1").iter().map(|one| one.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(words, ["Obstacles/Law", "Obstacles/People", "Obstacles", "Obstacles"]);
    // One undo is one step; the same again is a key too.
    bench.keys("u");
    assert!(bench.screen().contains("1 of 4 sorted"), "{}", bench.screen());
    bench.keys(".");
    assert!(bench.screen().contains("2 of 4 sorted"), "{}", bench.screen());
    bench.keys("<home>0");
    assert!(bench.screen().contains("1 of 4 sorted"), "{}", bench.screen());
    bench.keys("9");
    assert!(bench.screen().contains("no subcode number 9"), "{}", bench.screen());
}

#[test]
fn a_click_on_a_subcode_sorts_into_it() {
    for width in [120, 90] {
        let mut bench = sorting();
        bench.resize(width, 40);
        let click = |bench: &mut Bench, words: &str| {
            let screen = bench.screen();
            let found = screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
            let column = found.1.split(words).next().unwrap().chars().count() as u16 + 4;
            let row = found.0 as u16;
            bench.mouse(MouseKind::Down, column, row).mouse(MouseKind::Up, column, row);
        };
        click(&mut bench, "2 ■ People");
        assert!(bench.screen().contains("1 of 4 sorted"), "{}", bench.screen());
        assert_eq!(coded(&bench, "1")[0].split(':').next(), Some("Obstacles/People"));
        if width == 120 {
            // The code itself takes it back.
            bench.keys("<home>");
            click(&mut bench, "0 ■ Obstacles");
            assert!(bench.screen().contains("0 of 4 sorted"), "{}", bench.screen());
        }
    }
}

#[test]
fn more_subcodes_than_lines_are_said_to_be_more() {
    let mut bench = sorting();
    for name in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
        bench.keys(&format!("nQzx{name}<enter>"));
    }
    bench.resize(100, 16);
    let screen = bench.screen();
    assert!(
        screen.contains("1 ■ Law") && screen.contains("… 3") && screen.contains("0 ■ Obstacles"),
        "{screen}"
    );
}

#[test]
fn sorting_looks_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let mut bench = demo(width, height, lang);
        bench.keys("2<home>jjjjS");
        insta::assert_snapshot!(format!("sorting_{name}"), bench.screen());
    }
}

#[test]
fn several_are_marked_and_a_new_subcode_takes_them() {
    let mut bench = sorting();
    bench.keys("<space><space>");
    assert_eq!(bench.model.listing.sorting.marked.len(), 2);
    bench.keys("nTime");
    assert!(bench.screen().contains("Obstacles/Time"), "{}", bench.screen());
    bench.keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("2 of 4 sorted"), "{screen}");
    assert_eq!(count(&bench, "3 ■ Time"), 2);
    bench.keys("3");
    assert_eq!(count(&bench, "3 ■ Time"), 3);
    // Only what is left.
    bench.keys("t");
    assert_eq!(bench.model.listing.segments.len(), 1);
    bench.keys("1");
    assert!(bench.screen().contains("Every segment is in a subcode."), "{}", bench.screen());
    bench.keys("tuuu");
    assert!(codes::tree(&bench.project().read()).unwrap().find("Time").is_err(), "undone with what it took");
    assert_eq!(bench.model.listing.kind, ListingKind::Sorting);
}

#[test]
fn a_segment_is_read_in_its_place_and_one_comes_back() {
    let mut bench = sorting();
    bench.keys("j<enter>");
    assert_eq!(bench.model.main, Main::Transcript);
    assert_eq!(bench.model.reading.as_ref().unwrap().at, 1);
    bench.keys("4");
    assert_eq!(bench.model.listing.kind, ListingKind::Sorting);
    bench.keys("e").paste("why").keys("<esc>");
    assert!(bench.model.listing.segments.iter().any(|segment| segment.coding.comment == "why"));
    bench.keys("<home>1oO");
    assert!(bench.model.toast.is_some());
}

#[test]
fn the_tenth_subcode_has_a_letter() {
    let mut bench = sorting();
    for name in ["A", "B", "C", "D", "E", "F", "G", "H"] {
        bench.keys(&format!("nQzx{name}<enter>"));
    }
    let keys = absatz::tui::update::overlays::sorting_keys(&bench.model);
    let tenth = keys[9];
    assert!(tenth.0.is_ascii_lowercase());
    bench.keys("<home>").keys(&tenth.0.to_string());
    let code = bench.model.listing.sorting.all[0].coding.code;
    assert_eq!(code, tenth.1);
}

#[test]
fn a_code_without_segments_says_so() {
    let mut bench = small(120, 40);
    bench.keys("2<end>S");
    assert!(bench.screen().contains("no segments of yours"), "{}", bench.screen());
    assert!(bench.model.main != Main::Listing);
}

#[test]
fn documents_that_were_coded_wait_for_a_subcode_that_was_made() {
    let mut bench = sorting();
    bench.keys("1<esc>").keys("1<home>d").keys("2<home>SnTime<enter>");
    assert!(matches!(bench.model.overlays.last(), Some(Overlay::Menu(_))), "{}", bench.screen());
    bench.keys("2");
    assert!(bench.model.study.waiting.is_empty());
    assert!(codes::tree(&bench.project().read()).unwrap().find("Obstacles/Time").is_ok());
}
