//! Codes to revisit: what marks them, what takes them away, what agreement makes of them.

use absatz::model::coders::Status;
use absatz::model::codes::Guide;
use absatz::model::revisit::Reason;
use absatz::model::{CoderId, DocumentId};
use absatz::ops;
use absatz::ops::agreement::{AgreementQuery, compare};
use absatz::ops::codings::Application;
use absatz::store::revisit;
use absatz::text::Span;

use crate::support::{Study, code, import, snapshot};

const TEXT: &str = "I: Und dann?\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

/// AK has done 5 and begun 6, MB has done 5; nobody has begun 7. Released.
fn begun() -> (Study, [DocumentId; 3]) {
    let mut study = Study::new();
    let documents = ["5", "6", "7"].map(|label| import(&mut study.project, label, TEXT));
    code(&mut study.project, "Legal");
    study.sign_in(study.mb);
    ops::coders::set_status(&mut study.project, documents[0], Status::Done).unwrap();
    study.sign_in(study.ak);
    ops::coders::set_status(&mut study.project, documents[0], Status::Done).unwrap();
    ops::coders::set_status(&mut study.project, documents[1], Status::InProgress).unwrap();
    ops::project::set_released(&mut study.project, true).unwrap();
    (study, documents)
}

fn waiting(study: &Study) -> Vec<(DocumentId, CoderId, Reason)> {
    let all = revisit::list(&study.project.read()).unwrap();
    all.into_iter().map(|one| (one.document, one.coder, one.reason)).collect()
}

#[test]
fn a_new_code_waits_for_each_coder_where_they_have_begun() {
    let (mut study, [five, six, _]) = begun();
    let before = snapshot(&study.raw());
    let money = ops::codes::add_marking(&mut study.project, "Money", None, true).unwrap().value;
    let added = Reason::Added;
    let (ak, mb) = (study.ak, study.mb);
    assert_eq!(waiting(&study), [(five, ak, added), (five, mb, added), (six, ak, added)]);
    assert_eq!(ops::revisit::own(&study.project).unwrap().len(), 2);
    // One looks; the other still has to.
    ops::revisit::done(&mut study.project, five, money).unwrap();
    assert_eq!(waiting(&study), [(five, mb, added), (six, ak, added)]);
    ops::history::undo(&mut study.project).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(waiting(&study), []);
    let after = snapshot(&study.raw());
    assert_eq!(before, after, "one undo takes the code with what it marked");
    ops::codes::add_marking(&mut study.project, "Money", None, false).unwrap();
    assert_eq!(waiting(&study), []);
    // Blind, one's own.
    ops::codes::add_marking(&mut study.project, "Time", None, true).unwrap();
    ops::project::set_released(&mut study.project, false).unwrap();
    assert_eq!(waiting(&study), [(five, ak, added), (six, ak, added)]);
}

#[test]
fn another_meaning_is_no_first_one() {
    let (mut study, [five, six, _]) = begun();
    let money = code(&mut study.project, "Money");
    let define = |study: &mut Study, words: &str, mark| {
        let guide = Guide { definition: words.to_owned(), ..Guide::default() };
        ops::codes::define_marking(&mut study.project, money, &guide, mark).unwrap();
        waiting(study).len()
    };
    assert_eq!(define(&mut study, "Cash", true), 0, "what was not said before");
    assert_eq!(define(&mut study, "Cash.", false), 0, "a correction of spelling");
    assert_eq!(define(&mut study, "Cash and posts", true), 3);
    let (ak, mb, other) = (study.ak, study.mb, Reason::Redefined);
    assert_eq!(waiting(&study), [(five, ak, other), (five, mb, other), (six, ak, other)]);
    // It goes with the code, to the one that takes it in or for good.
    let means = code(&mut study.project, "Means");
    ops::revisit::mark(&mut study.project, means, Some(&[five])).unwrap();
    ops::codes::merge(&mut study.project, money, means).unwrap();
    let all = revisit::list(&study.project.read()).unwrap();
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|one| one.code == means));
    ops::codes::remove(&mut study.project, means).unwrap();
    assert_eq!(waiting(&study), []);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(waiting(&study).len(), 3);
}

#[test]
fn agreement_leaves_out_what_is_to_be_revisited_and_says_so() {
    let (mut study, [five, ..]) = begun();
    let money = code(&mut study.project, "Money");
    let what = Application { codes: vec![money], ..Application::default() };
    ops::codings::apply(&mut study.project, five, Span::new(16, 20), &what).unwrap();
    let query = AgreementQuery { samples: 0, ..AgreementQuery::default() };
    let compared = compare(&study.project, &query).unwrap();
    assert_eq!((compared.differences.len(), compared.revisit), (1, 0));
    assert_eq!(compared.agreement.overall.units, 6, "three paragraphs, two codes");
    ops::revisit::mark(&mut study.project, money, None).unwrap();
    let compared = compare(&study.project, &query).unwrap();
    assert_eq!((compared.differences.len(), compared.revisit), (0, 1));
    assert_eq!(compared.agreement.overall.units, 3);
    let notes = ops::agreement::notes(&compared);
    assert!(notes.iter().any(|note| note.starts_with("One pair of document and code")), "{notes:?}");
    ops::revisit::done(&mut study.project, five, money).unwrap();
    assert_eq!(compare(&study.project, &query).unwrap().differences.len(), 1);
}
