//! Sorting segments into subcodes: how a category is refined.

use absatz::error::Kind;
use absatz::model::coders::Status;
use absatz::model::codings::Coding;
use absatz::model::memos::MemoOn;
use absatz::model::revisit::Reason;
use absatz::model::{CodeId, CodingId, DocumentId};
use absatz::ops;
use absatz::ops::codings::{Application, Category};
use absatz::store::{codes, codings, memos, revisit};
use absatz::text::Span;

use crate::support::{Study, code, import, snapshot};

const TEXT: &str = "Ja.\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

/// AK's three segments of `Obstacles` and one that is there already, in `Obstacles/Legal`, over half of the second.
struct Sorting {
    study: Study,
    document: DocumentId,
    main: CodeId,
    legal: CodeId,
    segments: Vec<CodingId>,
}

fn apply(study: &mut Study, document: DocumentId, code: CodeId, span: (u32, u32), weight: u8) -> CodingId {
    let what = Application { codes: vec![code], weight: Some(weight), comment: format!("c{}", span.0) };
    let span = Span::new(span.0, span.1);
    ops::codings::apply(&mut study.project, document, span, &what).unwrap().value[0]
}

fn sorting() -> Sorting {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let main = code(&mut study.project, "Obstacles");
    let legal = code(&mut study.project, "Obstacles/Legal");
    let spans = [(0, 3), (4, 14), (35, 39)];
    let segments = spans.map(|span| apply(&mut study, document, main, span, 10)).to_vec();
    apply(&mut study, document, legal, (11, 20), 90);
    Sorting { study, document, main, legal, segments }
}

/// Code, span, weight and comment of a coding.
type Row = (String, (u32, u32), Option<u8>, String);

/// Each coding, in text order.
fn all(sorting: &Sorting) -> Vec<Row> {
    let reader = sorting.study.project.read();
    let tree = codes::tree(&reader).unwrap();
    let all = codings::of_document(&reader, sorting.document).unwrap();
    let row = |one: Coding| {
        (tree.path(one.code).to_owned(), (one.span.start.0, one.span.end.0), one.weight, one.comment)
    };
    all.into_iter().map(row).collect()
}

#[test]
fn what_is_sorted_keeps_what_it_carries_and_unites_with_what_is_there() {
    let mut sorting = sorting();
    let before = snapshot(&sorting.study.raw());
    let memo =
        ops::memos::write(&mut sorting.study.project, None, MemoOn::Coding(sorting.segments[1]), "", "so")
            .unwrap()
            .value;
    let into = Category::Code(sorting.legal);
    let done = ops::codings::sort(&mut sorting.study.project, &sorting.segments[..2], &into, true).unwrap();
    assert_eq!((done.value.into, done.value.made, done.value.codings.len()), (sorting.legal, false, 2));
    let row =
        |code: &str, span, weight, comment: &str| (code.to_owned(), span, Some(weight), comment.to_owned());
    assert_eq!(
        all(&sorting),
        [
            row("Obstacles/Legal", (0, 3), 10, "c0"),
            row("Obstacles/Legal", (4, 20), 90, "c4\nc11"),
            row("Obstacles", (35, 39), 10, "c35"),
        ]
    );
    let there = memos::list(&sorting.study.project.read()).unwrap();
    let on = there.iter().find(|one| one.id == memo).unwrap().on;
    assert_eq!(on, MemoOn::Coding(done.value.codings[1]), "the memo stays on the segment");
    // Each step is one undo.
    ops::history::undo(&mut sorting.study.project).unwrap();
    ops::history::undo(&mut sorting.study.project).unwrap();
    assert_eq!(snapshot(&sorting.study.raw()), before);
}

#[test]
fn a_subcode_is_made_on_the_way_and_others_look_again() {
    let mut sorting = sorting();
    let (ak, mb) = (sorting.study.ak, sorting.study.mb);
    sorting.study.sign_in(mb);
    ops::coders::set_status(&mut sorting.study.project, sorting.document, Status::Done).unwrap();
    sorting.study.sign_in(ak);
    ops::coders::set_status(&mut sorting.study.project, sorting.document, Status::InProgress).unwrap();
    ops::project::set_released(&mut sorting.study.project, true).unwrap();
    let before = snapshot(&sorting.study.raw());
    let path = |path: &str| Category::Path(path.to_owned());
    let project = &mut sorting.study.project;
    let done =
        ops::codings::sort(project, &sorting.segments[2..], &path("Obstacles/Money"), true).unwrap().value;
    assert!(done.made);
    let waiting: Vec<_> = revisit::list(&project.read()).unwrap();
    assert!(waiting.iter().all(|one| (one.code, one.reason) == (done.into, Reason::Split)));
    assert_eq!(waiting.iter().map(|one| one.coder).collect::<Vec<_>>(), [ak, mb]);
    let words = ops::history::undo(project).unwrap().value;
    let words = absatz::store::history::words(&words[0]);
    assert_eq!(words, "sorted (IP 5: 3) from Obstacles into Obstacles/Money");
    assert_eq!(
        snapshot(&sorting.study.raw()),
        before,
        "one undo takes the code with what was sorted into it"
    );
    // A name that is there means the code that is there, letter case aside.
    let project = &mut sorting.study.project;
    let done = ops::codings::sort(project, &sorting.segments, &path("obstacles/LEGAL"), true).unwrap().value;
    assert_eq!((done.into, done.made), (sorting.legal, false));
    assert_eq!(revisit::list(&project.read()).unwrap(), []);
}

#[test]
fn only_ones_own_are_sorted_and_all_or_none() {
    let mut sorting = sorting();
    sorting.study.sign_in(sorting.study.mb);
    let theirs = apply(&mut sorting.study, sorting.document, sorting.main, (0, 3), 1);
    ops::project::set_released(&mut sorting.study.project, true).unwrap();
    sorting.study.sign_in(sorting.study.ak);
    let before = snapshot(&sorting.study.raw());
    let project = &mut sorting.study.project;
    let into = Category::Path("Obstacles/New".to_owned());
    let mixed = [sorting.segments[0], theirs];
    let refused = ops::codings::sort(project, &mixed, &into, true).unwrap_err();
    assert_eq!((refused.kind, refused.message.contains("MB's")), (Kind::Refused, true), "{refused}");
    let none = ops::codings::sort(project, &[], &into, true).unwrap_err();
    assert_eq!(none.kind, Kind::Invalid);
    // Blind, another's does not even exist.
    ops::project::set_released(project, false).unwrap();
    let unseen = ops::codings::sort(project, &[theirs], &into, true).unwrap_err();
    assert_eq!(unseen.kind, Kind::NotFound);
    ops::history::undo(project).unwrap();
    assert_eq!(snapshot(&sorting.study.raw()), before);
    // What is in its place already is no change.
    let project = &mut sorting.study.project;
    let done = ops::codings::sort(project, &sorting.segments, &Category::Code(sorting.main), true).unwrap();
    assert!(done.changed.is_empty());
}
