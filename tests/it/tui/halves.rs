//! Two transcripts side by side.

use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::store::{documents, settings};
use absatz::tui::layout;
use absatz::tui::model::{Half, Main, Pane};
use absatz::tui::msg::MouseKind::{Down, Drag, Up, WheelDown};
use absatz::tui::testing::Bench;
use absatz::tui::worker::STATE;

use super::{check_consistent, coded, demo, small, small_project};

/// The labels of what is open left and right.
fn open(bench: &Bench) -> (String, String) {
    let label = |reading: Option<&absatz::tui::model::Reading>| {
        reading.map_or(String::new(), |reading| {
            bench.model.study.document(reading.document).unwrap().label.clone()
        })
    };
    let (left, right) = bench.model.left_and_right();
    (label(left), label(right))
}

fn pair(left: &str, right: &str) -> (String, String) {
    (left.to_owned(), right.to_owned())
}

/// Where on the screen words begin.
fn place(bench: &Bench, words: &str) -> (u16, u16) {
    let screen = bench.screen();
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let before = line.split(words).next().filter(|before| before.len() < line.len())?;
        Some((before.chars().count() as u16, row as u16))
    });
    found.unwrap_or_else(|| panic!("no “{words}” in {screen}"))
}

#[test]
fn a_second_transcript_is_opened_beside_the_first_and_closed_again() {
    let mut bench = small(160, 40);
    assert_eq!(open(&bench), pair("1", ""));
    bench.keys("1<home>jjo");
    assert_eq!(open(&bench), pair("1", "2"));
    let screen = bench.screen();
    assert!(screen.contains("Mostly the law") && screen.contains("With a portal."), "{screen}");
    // The keys are in the new one.
    bench.keys("jcmon<enter>");
    assert_eq!((coded(&bench, "1").len(), coded(&bench, "2")), (0, vec!["Money: With a portal.".to_owned()]));
    bench.keys("5jcla<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law, and a lack of people."]);
    bench.keys("ze");
    assert_eq!((open(&bench), bench.model.half), (pair("2", "1"), Half::Right));
    // What is closed is the one with the keys.
    bench.keys("zx");
    assert_eq!((open(&bench), bench.model.half), (pair("2", ""), Half::Left));
    bench.keys("5");
    assert!(bench.screen().contains("only one transcript is open"), "{}", bench.screen());
    check_consistent(&bench);
}

#[test]
fn tab_goes_round_both_and_links_lead_to_the_one_with_the_keys() {
    let mut bench = small(160, 40);
    bench.keys("1<home>jjo");
    let mut stops = Vec::new();
    for _ in 0..5 {
        bench.keys("<tab>");
        stops.push((bench.model.pane, bench.model.half));
    }
    let (left, right) = (Half::Left, Half::Right);
    let round = [
        (Pane::Documents, right),
        (Pane::Codes, right),
        (Pane::Main, left),
        (Pane::Main, right),
        (Pane::Documents, right),
    ];
    assert_eq!(stops, round);
    bench.keys("<shift-tab><shift-tab>");
    assert_eq!((bench.model.pane, bench.model.half), (Pane::Main, left));
    bench.keys("<shift-tab>");
    assert_eq!(bench.model.pane, Pane::Codes);
    // A hit in the first interview is shown right, where the keys are; both show it then.
    bench.keys("35");
    assert_eq!(bench.model.half, right);
    bench.keys("/money<enter><enter>");
    assert_eq!(open(&bench), pair("1", "1"));
    // A place of a list can be opened beside as well.
    bench.keys("5g2:1<enter>");
    assert_eq!((open(&bench), bench.model.half), (pair("2", "1"), left));
    bench.keys("4<home>jzb");
    assert_eq!((open(&bench), bench.model.half), (pair("2", "1"), right));
    assert_eq!(bench.model.reading.as_ref().unwrap().at, 3);
    check_consistent(&bench);
}

#[test]
fn the_same_transcript_is_open_twice_and_both_show_what_is_done() {
    let mut bench = small(160, 40);
    bench.keys("3zb");
    assert!(bench.screen().contains("IP 1 · IP01 once more"), "{}", bench.screen());
    bench.keys("<enter><end>");
    assert_eq!(open(&bench), pair("1", "1"));
    let at = |bench: &Bench| bench.model.readings().map(|reading| reading.at).collect::<Vec<_>>();
    assert_eq!(at(&bench), [3, 0]);
    bench.keys("5jcla<enter>");
    for reading in bench.model.readings() {
        assert_eq!((reading.codings.len(), reading.lane_count), (1, 1));
    }
    bench.keys("P").paste("In short").keys("<esc>");
    assert!(bench.model.readings().all(|reading| reading.below == [(1, "In short".to_owned())]));
    // A correction moves the other one's place along.
    bench.keys("kE").paste("Well.\n\nI: ").keys("<esc>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    assert_eq!(bench.screen().matches("Mostly the law").count(), 2, "{}", bench.screen());
    check_consistent(&bench);
    bench.keys("uuu");
    assert!(bench.model.readings().all(|reading| reading.codings.is_empty() && reading.below.is_empty()));
    check_consistent(&bench);
    // A document that is gone is open nowhere.
    bench.keys("1<home>jjo1<home>D");
    assert_eq!(open(&bench), pair("2", ""));
    check_consistent(&bench);
}

#[test]
fn what_somebody_else_does_is_seen_in_both() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.absatz");
    small_project().backup(&path).unwrap();
    let mut bench = Bench::open(absatz::store::Project::open(&path, None).unwrap(), 160, 40, Lang::En);
    bench.keys("1<home>jjo");
    let mut other = absatz::store::Project::open(&path, None).unwrap();
    let all = documents::list(&other.read()).unwrap();
    let law = absatz::store::codes::tree(&other.read()).unwrap().find("Obstacles/Law").unwrap().code.id;
    let what = absatz::ops::codings::Application { codes: vec![law], ..Default::default() };
    for document in &all {
        let text = documents::text(&other.read(), document.id).unwrap();
        ops::codings::apply(&mut other, document.id, absatz::text::Span::new(3, text.len()), &what).unwrap();
    }
    bench.wait(500);
    assert_eq!(bench.model.readings().map(|reading| reading.codings.len()).collect::<Vec<_>>(), [1, 1]);
    // What rests is told of after going over and back, too.
    bench.keys("55");
    ops::history::undo(&mut other).unwrap();
    bench.wait(500);
    assert_eq!(bench.model.readings().map(|reading| reading.codings.len()).sum::<usize>(), 1);
    check_consistent(&bench);
}

#[test]
fn the_mouse_works_in_either_half() {
    let mut bench = small(160, 40);
    bench.keys("1<home>jjo");
    let (column, row) = place(&bench, "the law");
    bench.mouse(Down, column, row);
    assert_eq!((bench.model.half, bench.model.pane), (Half::Left, Pane::Main));
    // Over the other half, the selection stays in its own.
    let resting = layout::areas(&bench.model).resting.unwrap();
    bench.mouse(Drag, column + 3, row).mouse(Drag, resting.x + 12, row).mouse(Up, resting.x + 12, row);
    bench.keys("cpe<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/People: the law, and a lack of people."]);
    assert!(coded(&bench, "2").is_empty());
    let (column, row) = place(&bench, "With a portal");
    bench.mouse(Down, column, row).mouse(Up, column, row);
    assert_eq!(bench.model.half, Half::Right);
    // A stripe of the half at rest.
    let left = layout::areas(&bench.model).resting.unwrap();
    let (column, row) = place(&bench, "▪");
    assert!(column < left.right());
    bench.mouse(Down, column, row).mouse(Up, column, row);
    assert!(bench.model.half == Half::Left && bench.model.reading.as_ref().unwrap().segment.is_some());
}

#[test]
fn the_wheel_scrolls_the_half_that_it_is_over() {
    let mut bench = demo(160, 24, Lang::En);
    bench.keys("1<home>j<enter>3zbj<enter>");
    let resting = layout::areas(&bench.model).resting.unwrap();
    let tops = |bench: &Bench| {
        let (left, right) = bench.model.left_and_right();
        (left.unwrap().top.paragraph, right.unwrap().top.paragraph)
    };
    assert_eq!(tops(&bench), (0, 0));
    for _ in 0..4 {
        bench.mouse(WheelDown, resting.x + 5, 8);
    }
    let (left, right) = tops(&bench);
    assert!(left > 0 && right == 0 && bench.model.half == Half::Right, "{left} {right}");
    let area = layout::areas(&bench.model).main;
    for _ in 0..4 {
        bench.mouse(WheelDown, area.x + 5, 8);
    }
    assert!(tops(&bench).0 == left && tops(&bench).1 > 0);
}

#[test]
fn edges_are_dragged_and_moved_by_keys() {
    let mut bench = small(160, 40);
    bench.keys("1<home>jjo");
    let areas = layout::areas(&bench.model);
    let (side, between) = (areas.rule.unwrap().x, areas.between.unwrap().x);
    bench.mouse(Down, between, 10).mouse(Drag, between + 9, 12).mouse(Up, between + 9, 12);
    assert_eq!(layout::areas(&bench.model).between.unwrap().x, between + 9);
    assert_eq!(bench.model.half, Half::Right, "the keys stay where they are");
    bench.keys("((");
    assert!(layout::areas(&bench.model).between.unwrap().x < between + 9);
    bench.mouse(Down, side, 5).mouse(Drag, side - 10, 5).mouse(Up, side - 10, 5);
    assert_eq!(layout::areas(&bench.model).rule.unwrap().x, side - 10);
    // A button that is up moves nothing.
    bench.mouse(Drag, side, 5);
    assert_eq!(layout::areas(&bench.model).rule.unwrap().x, side - 10);
    let title = areas.codes.unwrap().y;
    for row in [title + 7, 12, title] {
        let now = layout::areas(&bench.model).codes.unwrap().y;
        bench.mouse(Down, 3, now).mouse(Drag, 3, row).mouse(Up, 3, row);
        assert_eq!(layout::areas(&bench.model).codes.unwrap().y, row);
        assert_eq!(bench.model.pane, Pane::Codes);
    }
    // No half is narrower than it can be read.
    for column in [2, 158] {
        let now = layout::areas(&bench.model).between.unwrap().x;
        bench.mouse(Down, now, 10).mouse(Drag, column, 10).mouse(Up, column, 10);
        let areas = layout::areas(&bench.model);
        assert!(areas.main.width >= layout::HALF && areas.resting.unwrap().width >= layout::HALF);
    }
}

#[test]
fn where_there_is_no_room_for_both_one_is_shown_and_it_is_said() {
    let mut bench = small(160, 40);
    bench.keys("1<home>jjo").resize(80, 24);
    let screen = bench.screen();
    assert!(screen.contains("right of two") && screen.contains("With a portal"), "{screen}");
    assert!(!screen.contains("Mostly the law"), "{screen}");
    bench.keys("5");
    let screen = bench.screen();
    assert!(screen.contains("left of two") && screen.contains("Mostly the law"), "{screen}");
    bench.keys("<tab><tab>");
    assert_eq!((bench.model.pane, bench.model.half), (Pane::Documents, Half::Right));
    // The side panes make room while one reads, and come back.
    bench.resize(120, 40).keys("3");
    let areas = layout::areas(&bench.model);
    assert!(areas.rule.is_none() && areas.resting.is_some());
    bench.keys("2");
    let areas = layout::areas(&bench.model);
    assert!(areas.rule.is_some() && areas.resting.is_none());
    bench.keys("4G");
    assert_eq!((bench.model.main, layout::areas(&bench.model).resting), (Main::Grid, None));
}

#[test]
fn both_places_are_found_again() {
    for (keys, expected, half, left_at, right_at) in [
        ("1<home>jjo5jj", pair("1", "2"), Half::Left, 2, 0),
        ("1<home>jjoj", pair("1", "2"), Half::Right, 0, 1),
        // Two places of one interview.
        ("3zb<enter><end>5j", pair("1", "1"), Half::Left, 1, 3),
        ("3zb<enter><end>5j5", pair("1", "1"), Half::Right, 1, 3),
    ] {
        let mut bench = small(160, 40);
        bench.keys(keys).keys("(((").keys("q");
        let state = settings::state(&bench.project().read(), STATE).unwrap();
        let mut project = small_project();
        ops::drafts::remember(&mut project, STATE, &state.unwrap()).unwrap();
        i18n::set_lang(Lang::En);
        let bench = Bench::open(project, 160, 40, Lang::En);
        assert_eq!((open(&bench), bench.model.half), (expected, half), "{keys}");
        let (left, right) = bench.model.left_and_right();
        assert_eq!((left.unwrap().at, right.unwrap().at), (left_at, right_at), "{keys}");
        assert_eq!(bench.model.sizes.left, 425);
        check_consistent(&bench);
    }
}

#[test]
fn two_transcripts_look_like_this() {
    for (name, width, height, lang) in
        [("en_120", 120, 40, Lang::En), ("en_160", 160, 45, Lang::En), ("de_80", 80, 24, Lang::De)]
    {
        let mut bench = demo(width, height, lang);
        bench.keys("g1:10<enter>l").keys("zbjj<enter>jjj5");
        insta::assert_snapshot!(format!("halves_{name}"), bench.screen());
    }
}
