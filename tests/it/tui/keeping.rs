//! What cannot be stored is not lost.

use absatz::i18n::Lang;
use absatz::ops;
use absatz::store::{Project, codes, drafts};
use absatz::tui::msg::{Hit, HitOf, Msg};
use absatz::tui::testing::Bench;

use super::{first, small, small_project};

/// A study on disk, opened here and in another process.
fn shared(folder: &tempfile::TempDir) -> (Bench, Project) {
    let path = folder.path().join("study.absatz");
    small_project().backup(&path).unwrap();
    let bench = Bench::open(Project::open(&path, None).unwrap(), 120, 40, Lang::En);
    (bench, Project::open(&path, None).unwrap())
}

#[test]
fn a_text_that_cannot_be_stored_is_kept_and_comes_back() {
    // Saved before a draft of it was kept, and after.
    for wait in [0, 1_000] {
        let folder = tempfile::tempdir().unwrap();
        let (mut bench, mut other) = shared(&folder);
        bench.keys("2<home>e").paste("When it is about the law").wait(wait);
        // Meanwhile the code is gone.
        let tree = codes::tree(&other.read()).unwrap();
        ops::codes::remove(&mut other, tree.find("Obstacles").unwrap().code.id).unwrap();
        bench.keys("<esc>");
        let toast = bench.model.toast.as_ref().unwrap().text.clone();
        assert!(toast.contains("Your text is kept"), "{toast}");
        let kept = drafts::list(&bench.project().read()).unwrap();
        assert_eq!(kept.len(), 1, "{kept:?}");
        assert!(kept[0].text.contains("When it is about the law"));
        // It is among the texts that were not saved.
        bench.keys("<esc>:").paste("Show texts that were not saved").keys("<enter>");
        assert!(bench.screen().contains("When it is about the law"), "{}", bench.screen());
        // Back with what it belongs to, it is saved, and no draft is left.
        ops::history::undo(&mut other).unwrap();
        bench.wait(500).keys("<enter><esc>");
        let tree = codes::tree(&bench.project().read()).unwrap();
        assert_eq!(tree.find("Obstacles").unwrap().code.guide.definition, "When it is about the law");
        assert_eq!(drafts::list(&bench.project().read()).unwrap(), []);
    }
}

#[test]
fn what_is_stored_leaves_no_draft() {
    let mut bench = small(100, 30);
    bench.keys("3jm").paste("a thought").wait(1_000);
    assert_eq!(drafts::list(&bench.project().read()).unwrap().len(), 1);
    bench.keys("<esc>");
    assert_eq!(drafts::list(&bench.project().read()).unwrap(), []);
    assert!(bench.model.saving.is_none());
}

#[test]
fn a_search_does_not_take_the_keys_of_who_has_gone_on() {
    let mut bench = small(100, 30);
    let hits = |bench: &Bench| {
        let hit = Hit {
            document: first(bench),
            span: absatz::text::Span::new(3, 7),
            citation: "(IP 1: 1)".into(),
            context: "What".into(),
            within: 0..4,
            of: HitOf::Text,
        };
        Msg::Hits { query: "what".into(), result: Ok(vec![hit]) }
    };
    bench.keys("3");
    let presses = bench.model.presses;
    bench.model.listing.search =
        Some(absatz::tui::model::Search { query: "what".into(), since: 0, again: false, presses });
    bench.keys("j");
    let message = hits(&bench);
    bench.send(message);
    bench.keys("cla<enter>");
    assert_eq!(super::coded(&bench, "1"), ["Obstacles/Law: Mostly the law, and a lack of people."]);
    bench.keys("4");
    assert!(bench.screen().contains("Found: “what”"), "{}", bench.screen());
}
