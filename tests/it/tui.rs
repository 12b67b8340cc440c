//! The workbench by key scripts: keys in, screen and database out.

mod activation;
mod care;
mod comparing;
mod consolidate;
mod edit;
mod endless;
mod every_command;
mod finding;
mod grid;
mod halves;
mod import;
mod keeping;
mod long;
mod many;
mod matrices;
mod names;
mod paraphrases;
mod pictures;
mod query;
mod records;
mod remembering;
mod report;
mod revisit;
mod scripts;
mod sharing;
mod sizes;
mod slots;
mod sorting;
mod table;
mod teams;
mod three;
mod tutor;
mod written;

use absatz::i18n::{self, Lang};
use absatz::model::DocumentId;
use absatz::model::coders::Status;
use absatz::model::memos::MemoOn;
use absatz::ops;
use absatz::store::{Project, codes, codings, documents, drafts, memos, summaries};
use absatz::tui::command::Command;
use absatz::tui::msg::MouseKind;
use absatz::tui::testing::Bench;

/// The shipped study, AK at work, in a window.
fn demo(width: u16, height: u16, lang: Lang) -> Bench {
    i18n::set_lang(lang);
    Bench::open(ops::demo::build(lang).unwrap(), width, height, lang)
}

/// A small study of our own: two short transcripts, nothing coded.
fn small(width: u16, height: u16) -> Bench {
    i18n::set_lang(Lang::En);
    Bench::open(small_project(), width, height, Lang::En)
}

fn small_project() -> Project {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::ops::documents::{ImportAs, Source};
    let mut project = ops::project::create_in_memory("AK").unwrap();
    let one = "I: What stands in the way?\nB: Mostly the law, and a lack of people.\nI: And money?\nB: Money is there.\n";
    let two = "I: How did it begin?\nB: With a portal.\n";
    for (name, text) in [("IP01.txt", one), ("IP02.txt", two)] {
        let draft = read(name, text.as_bytes(), &ReadOptions::default()).unwrap();
        ops::documents::import(
            &mut project,
            &draft,
            &Source::new(name, text.as_bytes()),
            &ImportAs::default(),
        )
        .unwrap();
    }
    for path in ["Obstacles/Law", "Obstacles/People", "Money"] {
        ops::codes::add(&mut project, path, None).unwrap();
    }
    project
}

/// Codings of a document in words: `Obstacles/Law: Mostly the law`.
fn coded(bench: &Bench, label: &str) -> Vec<String> {
    let reader = bench.project().read();
    let document = documents::by_label(&reader, label).unwrap().id;
    let text = documents::text(&reader, document).unwrap();
    let tree = codes::tree(&reader).unwrap();
    let all = codings::of_document(&reader, document).unwrap();
    all.iter().map(|coding| format!("{}: {}", tree.path(coding.code), text.slice(coding.span))).collect()
}

fn first(bench: &Bench) -> DocumentId {
    documents::by_label(&bench.project().read(), "1").unwrap().id
}

#[test]
fn a_code_is_applied_in_three_presses_and_undone_in_one() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law, and a lack of people."]);
    let screen = bench.screen();
    assert!(screen.contains("applied Obstacles/Law to (IP 1: 2)"), "{screen}");
    bench.keys("u");
    assert_eq!(coded(&bench, "1"), Vec::<String>::new());
    assert!(bench.screen().contains("Undone: "), "{}", bench.screen());
    bench.keys("<ctrl-r>");
    assert_eq!(coded(&bench, "1").len(), 1);
    bench.keys("uu");
    assert!(bench.model.toast.is_some());
}

#[test]
fn the_last_code_is_repeated_and_removed() {
    let mut bench = small(100, 30);
    bench.keys("3jcmon<enter>jj.");
    assert_eq!(
        coded(&bench, "1"),
        ["Money: Mostly the law, and a lack of people.", "Money: Money is there."]
    );
    bench.keys("x");
    assert_eq!(coded(&bench, "1"), ["Money: Mostly the law, and a lack of people."]);
}

#[test]
fn a_new_code_and_its_coding_are_one_undo() {
    let mut bench = small(100, 30);
    bench.keys("3jc").paste("Obstacles/Time").keys("<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Time: Mostly the law, and a lack of people."]);
    bench.keys("u");
    assert_eq!(coded(&bench, "1"), Vec::<String>::new());
    assert!(codes::tree(&bench.project().read()).unwrap().find("Obstacles/Time").is_err());
}

#[test]
fn several_codes_are_applied_at_once_and_one_is_chosen_to_go() {
    let mut bench = small(100, 30);
    bench.keys("3jclaw<tab>peo<tab><enter>");
    assert_eq!(coded(&bench, "1").len(), 2);
    bench.keys("x");
    assert!(bench.screen().contains("Remove which code?"), "{}", bench.screen());
    bench.keys("2");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law, and a lack of people."]);
}

#[test]
fn words_and_letters_are_selected() {
    let mut bench = small(100, 30);
    bench.keys("3jv");
    assert!(bench.screen().contains("6 characters"), "{}", bench.screen());
    bench.keys("vwwcla<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law"]);
    bench.keys("vl").keys("<esc>");
    bench.keys("jvwvlcmo<enter>");
    assert_eq!(coded(&bench, "1")[1], "Money: money?");
}

#[test]
fn paragraphs_are_selected_by_shift_and_arrows() {
    let mut bench = small(100, 30);
    bench.keys("3<shift-down><shift-down>");
    assert!(bench.screen().contains("(IP 1: 1-3)"), "{}", bench.screen());
    bench.keys("cpe<enter>");
    assert_eq!(coded(&bench, "1").len(), 1);
    assert!(coded(&bench, "1")[0].ends_with("And money?"));
}

#[test]
fn the_mouse_selects_letters_and_opens_documents() {
    let mut bench = small(120, 40);
    bench.keys("3");
    let screen = bench.screen();
    let row = screen.lines().position(|line| line.contains("Mostly the law")).unwrap();
    let line = screen.lines().nth(row).unwrap();
    let column = line.split("the law").next().unwrap().chars().count() as u16;
    let row = row as u16;
    bench.mouse(MouseKind::Down, column, row).mouse(MouseKind::Drag, column + 6, row).mouse(
        MouseKind::Up,
        column + 6,
        row,
    );
    bench.keys("cla<enter>");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: the law"]);
    let row = screen.lines().position(|line| line.contains("IP 2")).unwrap() as u16;
    bench.mouse(MouseKind::Down, 5, row).mouse(MouseKind::Up, 5, row).mouse(MouseKind::Down, 5, row);
    assert!(bench.screen().contains("With a portal."), "{}", bench.screen());
}

#[test]
fn one_jumps_to_a_place_and_to_hits() {
    let mut bench = small(100, 30);
    bench.keys("g2:2<enter>");
    assert!(bench.screen().contains("¶ 2 of 2"), "{}", bench.screen());
    bench.keys("gIP 1: 4<enter>");
    assert!(bench.screen().contains("¶ 4 of 4"), "{}", bench.screen());
    bench.keys("g9:9<enter>");
    assert!(bench.model.toast.is_some());
    bench.keys("/MONEY<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Found: “MONEY”") && screen.contains("(IP 1: 3)"), "{screen}");
    bench.keys("j<enter>");
    assert!(bench.screen().contains("¶ 4 of 4"), "{}", bench.screen());
    bench.keys("n");
    assert!(bench.screen().contains("Hit 1 of 2"), "{}", bench.screen());
}

#[test]
fn a_search_that_takes_long_says_how_far_it_is_and_can_be_stopped() {
    use absatz::tui::model::Search;
    use absatz::tui::msg::{Hit, Msg};
    let mut bench = small(100, 30);
    let under_way = |query: &str| Some(Search { query: query.into(), since: 0, again: false, presses: 0 });
    let late = |bench: &Bench, query: &str| {
        let hit = Hit {
            document: first(bench),
            span: absatz::text::Span::new(0, 2),
            citation: "(IP 1: 1)".into(),
            context: "I:".into(),
            within: 0..2,
            of: absatz::tui::msg::HitOf::Text,
        };
        Msg::Hits { query: query.into(), result: Ok(vec![hit]) }
    };
    bench.model.listing.search = under_way("older");
    bench.send(Msg::Progress(40));
    bench.wait(150);
    assert!(!bench.screen().contains("older"), "{}", bench.screen());
    bench.wait(150);
    assert!(bench.screen().contains("Searching for “older” … 40 %"), "{}", bench.screen());
    // The keys go on meanwhile.
    bench.keys("3jcla<enter>");
    assert_eq!(coded(&bench, "1").len(), 1);
    // A newer search takes its place: what the older one found is passed over.
    bench.model.listing.search = under_way("newer");
    let message = late(&bench, "older");
    bench.send(message);
    assert!(bench.model.listing.hits.is_empty() && bench.model.listing.search.is_some());
    bench.keys("<esc>");
    assert!(bench.model.listing.search.is_none());
    assert!(bench.screen().contains("was stopped"), "{}", bench.screen());
    let message = late(&bench, "newer");
    bench.send(message);
    assert!(bench.model.listing.hits.is_empty());
    bench.keys("/money<enter>");
    let text = |hit: &&absatz::tui::msg::Hit| hit.of == absatz::tui::msg::HitOf::Text;
    assert_eq!(bench.model.listing.hits.iter().filter(text).count(), 2);
}

#[test]
fn a_codes_segments_lead_back_to_the_transcript() {
    let mut bench = small(100, 30);
    bench.keys("3jcla<enter>2").keys("<home>j<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Segments: Obstacles/Law") && screen.contains("(IP 1: 2)"), "{screen}");
    bench.keys("<enter>");
    assert_eq!(bench.model.reading.as_ref().map(|reading| reading.at), Some(1));
    assert!(bench.model.reading.as_ref().is_some_and(|reading| reading.segment.is_some()));
}

#[test]
fn weight_comment_memo_and_anchor_example() {
    let mut bench = small(100, 30);
    bench.keys("3jcla<enter>w80<enter>");
    bench.keys("e").paste("strong").keys("<esc>");
    bench.keys("m").paste("Why law").keys("<tab>").paste("Because.").keys("<esc>a");
    let reader = bench.project().read();
    let coding = &codings::of_document(&reader, first(&bench)).unwrap()[0];
    assert_eq!((coding.weight, coding.comment.as_str()), (Some(80), "strong"));
    let memo = &memos::list(&reader).unwrap()[0];
    assert_eq!((memo.title.as_str(), memo.text.as_str()), ("Why law", "Because."));
    assert!(matches!(memo.on, MemoOn::Place(..)));
    assert_eq!(codes::anchors(&reader, None).unwrap().len(), 1);
}

#[test]
fn a_segment_shrinks_and_grows_to_what_is_selected() {
    let mut bench = small(100, 30);
    bench.keys("3jcla<enter>");
    let coded = |bench: &Bench| codings::of_document(&bench.project().read(), first(bench)).unwrap();
    let [whole] = &coded(&bench)[..] else { panic!("one segment") };
    bench.keys("hlvbr");
    let [shrunk] = &coded(&bench)[..] else { panic!("one segment") };
    assert_eq!((shrunk.uuid.as_str(), shrunk.span.start), (whole.uuid.as_str(), whole.span.start));
    assert!(shrunk.span.end < whole.span.end, "{}", bench.screen());
    // From its other end, and back to where it was.
    bench.keys("hlvvwr");
    let [moved] = &coded(&bench)[..] else { panic!("one segment") };
    assert!(moved.span.start > shrunk.span.start && moved.span.end == shrunk.span.end, "{}", bench.screen());
    bench.keys("uu");
    assert_eq!(coded(&bench)[0].span, whole.span);
}

#[test]
fn where_several_segments_lie_one_is_asked_which() {
    let mut bench = small(100, 30);
    bench.keys("3jclaw<tab>peo<tab><enter>w");
    assert!(bench.screen().contains("1  ■") || bench.screen().contains("1 ■"), "{}", bench.screen());
    bench.keys("240<enter>");
    let weights: Vec<_> = codings::of_document(&bench.project().read(), first(&bench))
        .unwrap()
        .into_iter()
        .map(|coding| coding.weight)
        .collect();
    assert_eq!(weights, [None, Some(40)]);
}

#[test]
fn leaving_an_editor_without_its_text_must_be_asked_twice() {
    let mut bench = small(100, 30);
    bench.keys("3jm").paste("a thought").keys("<ctrl-c>");
    assert!(bench.screen().contains("again to leave"), "{}", bench.screen());
    bench.keys("s<ctrl-c>");
    assert!(!bench.model.overlays.is_empty());
    bench.keys("<ctrl-c>");
    assert!(bench.model.overlays.is_empty());
    assert!(memos::list(&bench.project().read()).unwrap().is_empty());
}

#[test]
fn codes_are_added_renamed_moved_merged_defined_and_removed() {
    let mut bench = small(120, 40);
    let tree = |bench: &Bench| {
        let tree = codes::tree(&bench.project().read()).unwrap();
        tree.nodes().iter().map(|node| node.path.clone()).collect::<Vec<_>>()
    };
    bench.keys("2aTrust<enter>");
    assert_eq!(tree(&bench), ["Obstacles", "Obstacles/Law", "Obstacles/People", "Money", "Trust"]);
    bench.keys("r<ctrl-u>Faith<enter>K");
    assert_eq!(tree(&bench)[3..], ["Faith", "Money"]);
    bench.keys("L");
    assert_eq!(tree(&bench)[3..], ["Obstacles/Faith", "Money"]);
    bench.keys("H");
    assert_eq!(tree(&bench)[3..], ["Faith", "Money"]);
    bench.keys("pMon<enter>");
    assert_eq!(tree(&bench)[3..], ["Money", "Money/Faith"]);
    bench.keys("e").paste("What is believed").keys("<tab>").paste("always").keys("<esc>");
    let guide = codes::tree(&bench.project().read()).unwrap().find("Faith").unwrap().code.guide.clone();
    assert_eq!((guide.definition.as_str(), guide.apply.as_str()), ("What is believed", "always"));
    bench.keys("f5");
    assert_eq!(codes::tree(&bench.project().read()).unwrap().find("Faith").unwrap().code.color, "#B5301C");
    bench.keys("vlaw<enter>");
    assert_eq!(tree(&bench), ["Obstacles", "Obstacles/Law", "Obstacles/People", "Money"]);
    bench.keys("<home>D");
    assert_eq!(tree(&bench), ["Money"]);
    bench.keys("uu");
    assert_eq!(tree(&bench).len(), 5);
}

#[test]
fn documents_are_changed_and_declared_done() {
    let mut bench = small(120, 40);
    bench.keys("1<home>r<ctrl-u>7<tab><ctrl-u>Ms M<tab>Land<enter>");
    let document = documents::by_label(&bench.project().read(), "7").unwrap();
    assert_eq!((document.title.as_str(), document.group.as_deref()), ("Ms M", Some("Land")));
    bench.keys("dd");
    let work = ops::retrieve::work(bench.project()).unwrap();
    assert_eq!(work[0].status, Status::Done);
    assert!(bench.screen().contains("✓ IP 7"), "{}", bench.screen());
}

#[test]
fn the_grid_takes_a_summary_and_leads_to_its_segments() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>G");
    bench.keys("<home>");
    while !bench.screen().contains("IP 1 × Obstacles/Law") {
        bench.keys("l");
    }
    let screen = bench.screen();
    assert!(screen.contains("One segment waits for a summary"), "{screen}");
    bench.keys("e").paste("The law is in the way.").keys("<esc>");
    let all = summaries::list(&bench.project().read()).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].text, "The law is in the way.");
    assert!(bench.screen().contains("1 of 8 summarised; 0 wait"), "{}", bench.screen());
    bench.keys("s<enter>");
    assert_eq!(bench.model.reading.as_ref().map(|reading| reading.at), Some(1));
    bench.keys("G");
    assert!(bench.screen().contains("IP 1 × Obstacles/Law"), "{}", bench.screen());
    bench.keys("<esc>u");
    assert_eq!(summaries::list(&bench.project().read()).unwrap().len(), 0);
}

#[test]
fn an_unsaved_text_is_kept_within_a_second_and_offered_again() {
    let mut bench = small(100, 30);
    bench.keys("3jm").paste("half a thou").wait(100);
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
    bench.wait(1_000);
    let kept = drafts::list(&bench.project().read()).unwrap();
    assert_eq!(kept.len(), 1);
    // Saving takes the draft away.
    bench.keys("<esc>");
    assert!(drafts::list(&bench.project().read()).unwrap().is_empty());
    // What was kept when the program died is offered when it opens again.
    let mut project = small_project();
    ops::drafts::keep(&mut project, &kept[0].field, &kept[0].text).unwrap();
    let mut again = Bench::open(project, 100, 30, Lang::En);
    assert!(again.screen().contains("A text was not saved last time"), "{}", again.screen());
    again.keys("<enter><esc>");
    assert_eq!(memos::list(&again.project().read()).unwrap()[0].title, "half a thou");
}

#[test]
fn every_command_is_in_the_palette_with_words_in_both_languages() {
    for lang in [Lang::En, Lang::De] {
        let mut bench = small(100, 30);
        i18n::set_lang(lang);
        for &command in Command::ALL {
            assert!(i18n::has(&format!("command-{}", command.name())), "{lang:?}: {}", command.name());
            bench.keys(":").paste(&command.words());
            let screen = bench.screen();
            let begin: String = command.words().chars().take(30).collect();
            assert!(
                screen.lines().skip(3).any(|line| line.contains(&begin)),
                "{lang:?} {}:\n{screen}",
                command.name()
            );
            bench.keys("<esc>");
        }
    }
}

#[test]
fn maxqdas_words_find_the_commands() {
    let mut bench = small(100, 30);
    i18n::set_lang(Lang::De);
    for (typed, command) in [
        ("Code-Matrix-Browser", Command::MatrixDocuments),
        ("Code-Relations-Browser", Command::MatrixCodes),
        ("Kreuztabelle", Command::MatrixVariable),
        ("Summary-Grid", Command::Grid),
        ("Segment-Suche", Command::CodeSegments),
        ("Codesystem", Command::FocusCodes),
        ("Liste der codierten Segmente", Command::FocusSegments),
        ("In-vivo", Command::InVivo),
    ] {
        bench.keys(":").paste(typed);
        let found = absatz::tui::update::overlays::palette_entries(&bench.model, typed);
        assert!(found.iter().take(2).any(|found| *found == command), "{typed}: {found:?}");
        bench.keys("<esc>");
    }
}

#[test]
fn a_window_too_small_says_so_and_recovers() {
    let mut bench = small(100, 30);
    bench.resize(50, 10);
    assert!(bench.screen().contains("too small"), "{}", bench.screen());
    bench.keys("jjj").resize(80, 24);
    assert!(bench.screen().contains("Mostly the law"), "{}", bench.screen());
}

/// Another process changes the project: a file on disk, two connections.
#[test]
fn what_another_process_changes_appears() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.absatz");
    small_project().backup(&path).unwrap();
    let mut bench = Bench::open(Project::open(&path, None).unwrap(), 120, 40, Lang::En);
    bench.keys("3j");
    let mut other = Project::open(&path, None).unwrap();
    ops::codes::add(&mut other, "From elsewhere", None).unwrap();
    bench.wait(500);
    assert!(bench.screen().contains("From elsewhere"), "{}", bench.screen());
    bench.keys("cfrom<enter>");
    let reader = other.read();
    assert_eq!(
        codings::of_document(&reader, documents::by_label(&reader, "1").unwrap().id).unwrap().len(),
        1
    );
}

/// What the model says is what the database says.
fn check_consistent(bench: &Bench) {
    let reader = bench.project().read();
    let model = &bench.model;
    assert_eq!(*model.study.tree, codes::tree(&reader).unwrap());
    assert_eq!(model.study.documents.len(), documents::list(&reader).unwrap().len());
    assert_eq!(model.study.memos, memos::list(&reader).unwrap());
    assert_eq!(model.study.counts, ops::retrieve::code_counts(bench.project()).unwrap());
    let coded = ops::retrieve::coded_paragraphs(bench.project(), None).unwrap();
    for document in &model.study.documents {
        let (shown, there) = (model.study.coded.get(&document.id), coded.get(&document.id));
        assert_eq!(shown.copied().unwrap_or(0), there.copied().unwrap_or(0), "{}", document.label);
    }
    assert!(model.reading.is_some() || model.resting.is_none());
    for reading in model.readings() {
        assert_eq!(reading.transcript.text, documents::transcript(&reader, reading.document).unwrap().text);
        assert_eq!(reading.codings, codings::of_document(&reader, reading.document).unwrap());
        assert!(reading.at <= reading.last());
        assert!(reading.top.paragraph <= reading.last());
    }
    let rows = model.study.rows.len();
    assert!(model.documents.at < rows.max(1), "{} of {rows}", model.documents.at);
    assert!(model.codes.at < model.visible_codes().len().max(1));
    if model.grid.loaded {
        let wanted = absatz::tui::update::wanted_grid(model);
        assert!(
            model.grid.grid == ops::grid::grid(bench.project(), &wanted).unwrap(),
            "another grid is shown"
        );
    }
}

/// Random presses: letters, names of codes, movements, everything that a keymap knows.
fn press() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let bound: Vec<String> = absatz::tui::keymap::Keymap::default()
        .all()
        .filter(|(_, _, command)| !matches!(command, Command::Quit | Command::Language))
        .map(|(_, keys, _)| absatz::tui::keys::written(keys))
        .collect();
    prop_oneof![
        6 => prop::sample::select(bound),
        1 => "[a-pr-zäA-Z0-9:/.]".prop_map(|key| if key == "<" { "<less>".into() } else { key }),
        2 => prop::sample::select(vec!["cla<enter>", "cneu<enter>", "cA/B<enter>", "g1:3<enter>", "g2:1<enter>", "<enter>", "<esc>",
            "<tab>", "Gehallo<esc>", "mnote<esc>", "vwvwlcpe<enter>", "V<shift-down>cmo<enter>", "u", "<ctrl-r>", "w5<enter>",
            "2aX<enter>3", "1d3", "2<home>D3", "<ctrl-c>", "/the<enter>", "<f6>", "<f6>tnCase<enter>", "<f6>aSize<enter>", "<f6>lllle5<enter>", "T", "T4<enter>s", "<f6>ttnPerson<enter>le<enter>", "1J",
            "1o", "1jo", "zb<enter>", "5", "3<tab>"]).prop_map(str::to_owned),
    ]
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, ..Default::default() })]
    #[test]
    fn random_keys_never_panic_and_never_drift(script in proptest::collection::vec(press(), 1..60), narrow in proptest::bool::ANY) {
        let mut bench = if narrow { small(80, 24) } else { small(132, 43) };
        // What is exported lands there.
        let folder = tempfile::tempdir().unwrap();
        bench.model.study.folder = folder.path().to_path_buf();
        for (nth, keys) in script.iter().enumerate() {
            bench.keys(keys);
            if nth % 7 == 3 {
                let (width, height) = [(60, 16), (99, 30), (200, 60), (40, 8), (80, 24)][nth % 5];
                bench.resize(width, height);
            }
            check_consistent(&bench);
        }
        // The way out of everything, and not of the workbench; the palette may have led there by itself.
        let left = bench.ended;
        for _ in 0..8 {
            bench.keys("<esc>");
        }
        // An editor stays open whose text cannot be saved without an answer: that is given up by Ctrl-C, pressed twice.
        if !bench.model.overlays.is_empty() {
            bench.keys("<ctrl-c><ctrl-c><esc>");
        }
        proptest::prop_assert!(bench.model.overlays.is_empty());
        proptest::prop_assert_eq!(bench.ended, left);
    }
}

/// The main views as they look, English in a large window and German in a small one.
#[test]
fn the_main_views_look_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let mut bench = demo(width, height, lang);
        let shot = |bench: &Bench, view: &str| {
            insta::assert_snapshot!(format!("{view}_{name}"), bench.screen());
        };
        bench.keys("g1:10<enter>l");
        shot(&bench, "transcript");
        bench.keys("<esc>vw");
        shot(&bench, "selecting");
        bench.keys("cpro");
        shot(&bench, "picker");
        bench.keys("<esc><esc>2<home>jjj<enter>j");
        shot(&bench, "segments");
        bench.keys("Go");
        shot(&bench, "grid");
        bench.keys("e");
        shot(&bench, "summary");
        bench.keys("<esc><esc>2e");
        shot(&bench, "definition");
        bench.keys("<esc>3?");
        shot(&bench, "help");
        bench.keys("<esc>:gri");
        shot(&bench, "palette");
        bench.keys("<esc>1r");
        shot(&bench, "document");
    }
}

/// Two commands on one key: the second could never be called by it.
#[test]
fn no_two_commands_have_the_same_key_in_one_place() {
    let mut taken = std::collections::BTreeMap::new();
    for &command in Command::ALL {
        for key in command.spec().keys {
            if let Some(other) = taken.insert(*key, command) {
                panic!("{} and {} are both on {} in {}", other.name(), command.name(), key.1, key.0.name());
            }
        }
    }
    assert!(taken.len() > 150);
}
