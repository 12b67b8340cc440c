//! History, memos and logbook as lists: narrowing them, where an entry leads, undoing from them.

use absatz::model::memos::MemoOn;
use absatz::ops;
use absatz::store::{codes, memos};
use absatz::tui::effect::Work;
use absatz::tui::model::{Main, Overlay, Pane};
use absatz::tui::testing::Bench;

use super::{coded, small};

#[test]
fn the_history_says_what_was_done_and_leads_there() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>jjcmon<enter>u");
    bench.keys("U");
    let screen = bench.screen();
    assert!(screen.contains("History"), "{screen}");
    let undone = |line: &str| line.contains("undone") && line.contains("applied Money to (IP 1: 4)");
    assert!(screen.lines().any(undone), "{screen}");
    assert!(screen.contains("undid: applied Money to (IP 1: 4)"), "{screen}");
    // Enter on the coding of the law.
    bench.keys("jj<enter>");
    assert_eq!((bench.model.main, bench.model.pane), (Main::Transcript, Pane::Main));
    assert_eq!(bench.model.reading.as_ref().map(|reading| reading.at), Some(1));
    // A code leads to the code system.
    bench.keys("U<home>jjj<enter>");
    assert_eq!(bench.model.pane, Pane::Codes);
    let code = bench.model.code_at_cursor().unwrap();
    assert_eq!(bench.model.study.tree.path(code), "Money");
}

#[test]
fn undo_and_redo_work_from_the_history() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>Uu");
    assert_eq!(coded(&bench, "1"), Vec::<String>::new());
    assert!(bench.screen().contains("undid: applied Obstacles/Law"), "{}", bench.screen());
    bench.keys("<ctrl-r>");
    assert_eq!(coded(&bench, "1").len(), 1);
    assert_eq!(bench.model.main, Main::Table);
    bench.keys("U");
    assert_eq!(bench.model.main, Main::Transcript);
}

#[test]
fn the_history_is_narrowed_by_kind_coder_document_and_code() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>jjcmon<enter>U");
    let rows = |bench: &Bench| bench.model.table.order.len();
    let all = rows(&bench);
    bench.keys("fcodings<enter>");
    assert_eq!(rows(&bench), 2, "{}", bench.screen());
    assert!(bench.screen().contains("Only: codings"), "{}", bench.screen());
    bench.keys("f<tab>ak<tab>1<tab>law<enter>");
    assert_eq!(rows(&bench), 1, "{}", bench.screen());
    bench.keys("f<tab><tab><ctrl-u>2<enter>");
    assert_eq!(rows(&bench), 0);
    // A slip is said, and the line stays open.
    bench.keys("f<ctrl-u>nonsense<enter>");
    assert!(bench.screen().contains("“nonsense” is none of"), "{}", bench.screen());
    bench.keys("<ctrl-u><tab><ctrl-u>nobody<enter>");
    assert!(bench.screen().contains("no coder “nobody”"), "{}", bench.screen());
    bench.keys("<ctrl-u><tab><ctrl-u><tab><ctrl-u><enter>");
    assert_eq!(rows(&bench), all, "{}", bench.screen());
    // Of the code at the cursor, at once.
    bench.keys("<esc>2<end>zu");
    assert_eq!(rows(&bench), 2, "the code was added and applied: {}", bench.screen());
    // Of a main code with what is below it, and it is said.
    bench.keys("<esc>2<home>zu");
    assert!(bench.screen().contains("Only: Obstacles and its subcodes"), "{}", bench.screen());
    assert_eq!(rows(&bench), 3, "two ways were added, one applied: {}", bench.screen());
}

#[test]
fn a_refused_undo_says_what_stands_in_the_way() {
    let mut bench = small(120, 40);
    let project = bench.worker.project_mut();
    let ak = project.coder();
    let mb = ops::coders::add(project, "MB").unwrap().value;
    bench.keys("2aTrust<enter>");
    let project = bench.worker.project_mut();
    ops::coders::sign_in(project, mb).unwrap();
    let trust = codes::tree(&project.read()).unwrap().find("Trust").unwrap().code.id;
    ops::codes::rename(project, trust, "Faith").unwrap();
    ops::coders::sign_in(project, ak).unwrap();
    bench.keys("u");
    let screen = bench.screen();
    assert!(screen.contains("“added the code Trust” cannot be taken back"), "{screen}");
    assert!(screen.contains("“renamed the code Trust to Faith” (MB, "), "{screen}");
}

#[test]
fn memos_are_listed_narrowed_opened_and_removed() {
    let mut bench = small(120, 40);
    bench.keys("3jm").paste("Why law").keys("<tab>").paste("Because of portals.").keys("<esc>");
    bench.keys("2<end>m").paste("On money").keys("<tab>").paste("It is there.").keys("<esc>");
    bench.keys("zm");
    let screen = bench.screen();
    assert!(
        screen.contains("Why law") && screen.contains("On money") && screen.contains("(IP 1: 2)"),
        "{screen}"
    );
    bench.keys("fplace<enter>");
    assert_eq!(bench.model.table.order.len(), 1);
    bench.keys("f<ctrl-u><tab><tab><tab><tab>there<enter>");
    assert_eq!(bench.model.table.order.len(), 1, "{}", bench.screen());
    assert!(bench.screen().contains("On money"));
    // Enter edits it; the list shows what it says now.
    bench.keys("<enter>").paste(" Or not.").keys("<esc>");
    assert!(bench.screen().contains("It is there. Or not."), "{}", bench.screen());
    // To the code that it is on.
    bench.keys("o");
    assert_eq!(bench.model.pane, Pane::Codes);
    bench.keys("zmzmzm");
    assert_eq!(bench.model.main, Main::Table);
    bench.keys("nA thought<tab>free<esc>");
    let free = |bench: &Bench| {
        memos::list(&bench.project().read()).unwrap().iter().filter(|memo| memo.on == MemoOn::Free).count()
    };
    assert_eq!(free(&bench), 1);
    bench.keys("<home>x");
    assert_eq!((free(&bench), bench.model.table.order.len()), (0, 2), "{}", bench.screen());
    bench.keys("u");
    assert_eq!(bench.model.table.order.len(), 3);
}

#[test]
fn the_logbook_stands_by_its_days() {
    let mut bench = small(120, 40);
    bench.keys("zl");
    assert!(bench.screen().contains("Logbook"), "{}", bench.screen());
    bench.keys("n<tab><tab>").keys("<esc>");
    bench.keys("n").paste("Second").keys("<esc>");
    bench.keys("n<shift-tab><shift-tab>2020-01-02<tab>Begun<tab>First<esc>");
    let first = |bench: &Bench| {
        bench.model.table.content.table.rows[0].iter().map(|cell| cell.value.plain()).collect::<Vec<_>>()
    };
    assert_eq!(first(&bench), ["2020-01-02", "AK", "Begun", "First"], "{}", bench.screen());
    // Its day can be changed as its words can.
    bench.keys("<home><enter><shift-tab><shift-tab><ctrl-u>2019-05-06<esc>");
    assert_eq!(first(&bench)[0], "2019-05-06");
    bench.keys("<home><enter><shift-tab><shift-tab><ctrl-u>soon<esc>");
    assert!(matches!(bench.model.overlays.last(), Some(Overlay::Form(_))), "a slip is not lost");
    bench.keys("<ctrl-u><esc>");
    assert_eq!(memos::list(&bench.project().read()).unwrap().len(), 2);
}

#[test]
fn anothers_memo_is_read_and_not_edited() {
    let mut bench = small(120, 40);
    let project = bench.worker.project_mut();
    let ak = project.coder();
    let mb = ops::coders::add(project, "MB").unwrap().value;
    ops::coders::sign_in(project, mb).unwrap();
    ops::memos::write(project, None, MemoOn::Free, "Theirs", "Not mine.").unwrap();
    ops::coders::sign_in(project, ak).unwrap();
    again(&mut bench);
    bench.keys("zm");
    assert!(!bench.screen().contains("Theirs"), "blind");
    ops::project::set_released(bench.worker.project_mut(), true).unwrap();
    again(&mut bench);
    bench.keys("<esc>zm<enter>");
    assert!(matches!(bench.model.overlays.last(), Some(Overlay::Page(_))), "{}", bench.screen());
    assert!(bench.screen().contains("Not mine."), "{}", bench.screen());
}

/// The panes show what was done beside the keys.
fn again(bench: &mut Bench) {
    for message in bench.worker.run(Work::Refresh) {
        bench.send(message);
    }
}

#[test]
fn memos_begin_with_templates_of_their_kind() {
    let mut bench = small(120, 40);
    let list = absatz::tui::command::Command::Templates;
    let templates = |bench: &mut Bench| {
        bench.keys(":").paste(&list.words()).keys("<enter>");
    };
    templates(&mut bench);
    assert!(bench.screen().contains("A new template"), "{}", bench.screen());
    bench
        .keys("2")
        .paste("Case of a code")
        .keys("<tab><ctrl-u>cod<tab>")
        .paste("## What speaks against it\n")
        .keys("<esc>");
    assert!(bench.screen().contains("wrote the template “Case of a code”"), "{}", bench.screen());
    // A memo on a code may begin with it, one on a place has no template to choose.
    bench.keys("2<end>m");
    assert!(
        bench.screen().contains("Without a template") && bench.screen().contains("Case of a code"),
        "{}",
        bench.screen()
    );
    bench.keys("2<tab>").keys("<esc>");
    let memo = memos::list(&bench.project().read()).unwrap().remove(0);
    assert!(memo.text.starts_with("## What speaks against it"), "{memo:?}");
    assert_eq!(memo.template.as_deref(), Some("Case of a code"));
    bench.keys("3jm");
    assert!(matches!(bench.model.overlays.last(), Some(Overlay::Form(_))));
    bench.keys("<esc>");
    // It gets another name, the memo with it, and one undo takes both back.
    templates(&mut bench);
    bench.keys("jr<ctrl-u>").paste("What a code is").keys("<esc>");
    assert!(
        bench.screen().contains("renamed the template “Case of a code” to “What a code is”"),
        "{}",
        bench.screen()
    );
    let of_memo = |bench: &Bench| memos::list(&bench.project().read()).unwrap().remove(0).template.unwrap();
    assert_eq!(of_memo(&bench), "What a code is");
    bench.keys("u");
    assert_eq!(of_memo(&bench), "Case of a code");
    templates(&mut bench);
    bench.keys("r");
    assert!(bench.screen().contains("comes with the program"), "{}", bench.screen());
    bench.keys("<esc>");
    templates(&mut bench);
    bench.keys("jx");
    templates(&mut bench);
    assert!(!bench.screen().contains("Case of a code · code"), "{}", bench.screen());
    bench.keys("<esc>");
    // A kind that is none is said, and what was written stays.
    templates(&mut bench);
    bench.keys("2").paste("X").keys("<tab><ctrl-u>nonsense<tab>").paste("words").keys("<esc>");
    assert!(bench.screen().contains("“nonsense” is none of"), "{}", bench.screen());
    assert!(matches!(bench.model.overlays.last(), Some(Overlay::Form(_))));
}
