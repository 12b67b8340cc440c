//! Everything opens where it was left, also after a crash.

use absatz::i18n::Lang;
use absatz::ops;
use absatz::tui::testing::Bench;

use super::{small, small_project};

/// What the copy remembers of the workbench.
fn state(bench: &Bench) -> String {
    let key = absatz::tui::worker::STATE;
    absatz::store::settings::state(&bench.project().read(), key).unwrap().unwrap_or_default()
}

#[test]
fn what_is_arranged_survives_a_crash() {
    let mut bench = small(160, 40);
    bench.keys("3jj2<home>j,3 >>").wait(1_100);
    let kept = state(&bench);
    // Nothing was left, and all of it is found again.
    let mut project = small_project();
    ops::drafts::remember(&mut project, absatz::tui::worker::STATE, &kept).unwrap();
    let again = Bench::open(project, 160, 40, Lang::En);
    assert_eq!(again.model.slots, bench.model.slots);
    assert_eq!(again.model.active, bench.model.active);
    assert_eq!(again.model.sizes, bench.model.sizes);
    assert_eq!(again.model.reading.as_ref().unwrap().at, 2);
    assert!(again.model.slots[2].is_some() && again.model.active.codes.len() == 1);
}

#[test]
fn nothing_is_written_where_nothing_has_changed_or_keys_wait() {
    use absatz::tui::effect::Effect;
    use absatz::tui::msg::Msg;
    use absatz::tui::update::update;
    let mut bench = small(160, 40);
    bench.wait(1_100);
    let clock = bench.model.clock;
    let mut writes = |messages: Vec<Msg>| {
        messages.into_iter().map(|message| update(&mut bench.model, message).len()).sum::<usize>()
    };
    assert_eq!(writes(vec![Msg::Tick(clock + 5_000)]), 0);
    // There and back again within the second.
    let press = |key: &str| Msg::Key(absatz::tui::keys::sequence(key).unwrap()[0]);
    assert_eq!(writes(vec![press("j"), press("k"), Msg::Tick(clock + 9_000)]), 0);
    let busy = vec![press("j"), Msg::Busy(true), Msg::Tick(clock + 12_000)];
    assert_eq!(writes(busy), 0);
    let effects = {
        update(&mut bench.model, Msg::Busy(false));
        update(&mut bench.model, Msg::Tick(clock + 12_050))
    };
    assert!(matches!(effects[..], [Effect::Work(absatz::tui::effect::Work::Remember { .. })]));
}

#[test]
fn where_one_was_is_remembered() {
    let mut bench = small(120, 40);
    bench.keys("g2:2<enter>>>");
    let again = left_and_back(bench);
    assert!(again.screen().contains("¶ 2 of 2"), "{}", again.screen());
    assert_eq!(again.model.sizes.side, 36);
}

/// Leaves the workbench and comes back.
fn left_and_back(mut bench: Bench) -> Bench {
    bench.keys("q");
    assert!(bench.ended);
    let state = absatz::store::settings::state(&bench.project().read(), absatz::tui::worker::STATE).unwrap();
    let mut project = small_project();
    ops::drafts::remember(&mut project, absatz::tui::worker::STATE, &state.unwrap()).unwrap();
    Bench::open(project, 120, 40, Lang::En)
}

#[test]
fn everything_opens_where_it_was_left() {
    use absatz::tui::model::{ListingKind, Main, Pane};
    let open = |keys: &str| {
        let mut bench = small(120, 40);
        bench.keys(keys);
        left_and_back(bench)
    };
    let back = open("Gjlll");
    assert_eq!((back.model.main, back.model.pane), (Main::Grid, Pane::Main));
    let cell =
        back.model.grid.cell().map(|(row, code)| (row.documents.clone(), back.model.study.tree.path(code)));
    assert_eq!(cell, Some((vec![back.model.study.documents[1].id], "Money")));
    let back = open("GtZ<esc>2");
    assert_eq!((back.model.main, back.model.pane), (Main::Transcript, Pane::Codes));
    let back = open("2<home><enter>1");
    assert_eq!((back.model.main, back.model.pane), (Main::Listing, Pane::Documents));
    assert_eq!(back.model.listing.kind, ListingKind::Segments);
    assert!(back.screen().contains("Obstacles"), "{}", back.screen());
    // A second transcript is open beside it, and the codes have the keys.
    let back = open("1<home>jjo2");
    assert_eq!((back.model.readings().count(), back.model.pane), (2, Pane::Codes));
    // A table is asked for again by whoever wants it.
    let back = open("<f6>");
    assert_eq!((back.model.main, back.model.pane), (Main::Transcript, Pane::Main));
}
