//! Release by document: what one opens shows nothing of the others.

use absatz::error::Kind;
use absatz::model::coders::{Draw, Status};
use absatz::model::memos::MemoOn;
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::agreement::{AgreementQuery, compare};
use absatz::ops::codings::Application;
use absatz::store::history::HistoryFilter;
use absatz::store::{coders, codings, history, memos, paraphrases, summaries, viewer};
use absatz::text::Span;

use crate::support::{Study, code, import};

const TEXT: &str = "I: Und dann?\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

/// AK and MB have coded three documents and declared them done; AK looks.
fn coded_twice() -> (Study, [DocumentId; 3], CodeId) {
    let mut study = Study::new();
    let documents = ["5", "6", "7"].map(|label| import(&mut study.project, label, TEXT));
    let legal = code(&mut study.project, "Legal");
    for coder in [study.ak, study.mb] {
        study.sign_in(coder);
        let p = &mut study.project;
        for document in documents {
            let what = Application { codes: vec![legal], ..Application::default() };
            let coding = ops::codings::apply(p, document, Span::new(16, 20), &what).unwrap().value[0];
            ops::memos::write(p, None, MemoOn::Coding(coding), "on the coding", "").unwrap();
            ops::memos::write(p, None, MemoOn::Document(document), "on the document", "").unwrap();
            ops::summaries::write(p, document, legal, "in short").unwrap();
            ops::paraphrases::write(p, document, Span::new(13, 20), "in other words").unwrap();
            ops::coders::set_status(p, document, Status::Done).unwrap();
        }
        ops::memos::write(p, None, MemoOn::Code(legal), "on the code", "").unwrap();
        ops::memos::write(p, None, MemoOn::Free, "free", "").unwrap();
    }
    study.sign_in(study.ak);
    (study, documents, legal)
}

/// What AK sees of MB's on each of the documents, and besides them.
fn seen(study: &Study, documents: &[DocumentId], legal: CodeId) -> Vec<[usize; 6]> {
    let reader = study.project.read();
    let mb = study.mb;
    let all_memos = memos::list(&reader).unwrap();
    documents
        .iter()
        .map(|&document| {
            let here: Vec<_> = codings::of_document(&reader, document).unwrap();
            let on = |memo: &&absatz::model::memos::Memo| match memo.on {
                MemoOn::Document(on) => on == document,
                MemoOn::Coding(on) => here.iter().any(|coding| coding.id == on),
                _ => false,
            };
            let filter = HistoryFilter { document: Some(document), ..HistoryFilter::default() };
            let told = history::list(&reader, &filter).unwrap();
            [
                here.iter().filter(|coding| coding.coder == mb).count(),
                all_memos.iter().filter(|memo| memo.coder == mb).filter(on).count(),
                usize::from(summaries::get(&reader, document, legal, mb).unwrap().is_some()),
                paraphrases::of_document(&reader, document)
                    .unwrap()
                    .iter()
                    .filter(|one| one.coder == mb)
                    .count(),
                coders::work(&reader)
                    .unwrap()
                    .iter()
                    .filter(|work| work.coder == mb && work.document == document)
                    .count(),
                told.iter().filter(|operation| operation.coder == "MB").count(),
            ]
        })
        .collect()
}

#[test]
fn a_released_document_opens_itself_and_no_other() {
    let (mut study, documents, legal) = coded_twice();
    assert_eq!(seen(&study, &documents, legal), [[0; 6]; 3]);
    ops::project::set_released_on(&mut study.project, documents[1], true).unwrap();
    let opened = [1, 2, 1, 1, 1, 5];
    assert_eq!(seen(&study, &documents, legal), [[0; 6], opened, [0; 6]]);
    // What stands on no document follows the study.
    let foreign = |study: &Study| {
        let all = memos::list(&study.project.read()).unwrap();
        let own = |memo: &&absatz::model::memos::Memo| memo.coder == study.mb;
        all.iter()
            .filter(own)
            .filter(|memo| !matches!(memo.on, MemoOn::Document(_) | MemoOn::Coding(_)))
            .count()
    };
    assert_eq!(foreign(&study), 0);
    let told = history::list(&study.project.read(), &HistoryFilter::default()).unwrap();
    assert_eq!(told.iter().filter(|operation| operation.coder == "MB").count(), 6);
    // A coder's own list holds what is released of it, and the rest is not in its notes.
    let query = ops::retrieve::SegmentQuery { coder: Some(study.mb), ..Default::default() };
    let found = ops::retrieve::segments(&study.project, &query).unwrap();
    let labels: Vec<&str> = found.segments.iter().map(|segment| segment.label.as_str()).collect();
    assert_eq!(labels, ["6"]);
    // One undo closes it again; the study opens all.
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(seen(&study, &documents, legal), [[0; 6]; 3]);
    ops::history::redo(&mut study.project).unwrap();
    assert_eq!(seen(&study, &documents, legal)[1], opened);
    ops::project::set_released(&mut study.project, true).unwrap();
    assert_eq!(seen(&study, &documents, legal), [opened; 3]);
    assert_eq!(foreign(&study), 2);
}

/// An operation that touches a released document and one that is not stays hidden.
#[test]
fn what_reaches_beyond_a_released_document_is_not_told() {
    let (mut study, documents, legal) = coded_twice();
    let law = code(&mut study.project, "Law");
    study.sign_in(study.mb);
    ops::codes::merge(&mut study.project, legal, law).unwrap();
    study.sign_in(study.ak);
    ops::project::set_released_on(&mut study.project, documents[0], true).unwrap();
    let told = |study: &Study| {
        let all = history::list(&study.project.read(), &HistoryFilter::default()).unwrap();
        all.iter().any(|operation| operation.kind.name() == "merge-codes")
    };
    assert!(!told(&study));
    for document in documents {
        ops::project::set_released_on(&mut study.project, document, true).unwrap();
    }
    assert!(!told(&study), "memos on the code are no document's");
    ops::project::set_released(&mut study.project, true).unwrap();
    assert!(told(&study));
}

#[test]
fn whose_codings_count_is_decided_document_by_document() {
    let (mut study, documents, _) = coded_twice();
    for document in documents {
        ops::coders::choose(&mut study.project, document, Some(study.mb)).unwrap();
    }
    ops::project::set_released_on(&mut study.project, documents[2], true).unwrap();
    let set = coders::analysis_set(&study.project.read()).unwrap();
    let chosen = documents.map(|document| set.coder(document).unwrap());
    assert_eq!(chosen, [study.ak, study.ak, study.mb]);
    assert!(viewer::released_on(&study.project.read(), documents[2]).unwrap());
    assert!(!viewer::released_on(&study.project.read(), documents[0]).unwrap());
}

#[test]
fn agreement_answers_for_released_documents_and_says_what_it_left_out() {
    let (mut study, documents, _) = coded_twice();
    let query = AgreementQuery { samples: 0, ..AgreementQuery::default() };
    assert_eq!(compare(&study.project, &query).unwrap_err().kind, Kind::Refused);
    ops::project::set_released_on(&mut study.project, documents[1], true).unwrap();
    let compared = compare(&study.project, &query).unwrap();
    let labels: Vec<&str> = compared.documents.iter().map(|document| document.label.as_str()).collect();
    assert_eq!((labels, compared.blind, compared.of_documents), (vec!["6"], 2, 3));
    assert!(ops::agreement::notes(&compared).iter().any(|note| note.starts_with("2 documents are not")));
    // Asked for what is not released alone, it is refused.
    let query = AgreementQuery { documents: Some(vec![documents[0]]), ..query };
    assert_eq!(compare(&study.project, &query).unwrap_err().kind, Kind::Refused);
    let query = AgreementQuery { documents: None, ..query };
    ops::project::set_released(&mut study.project, true).unwrap();
    let compared = compare(&study.project, &query).unwrap();
    assert_eq!((compared.documents.len(), compared.blind), (3, 0));
}

/// Who stands in the way of an undo is told where it may be seen, and otherwise only that somebody does.
#[test]
fn an_undo_in_the_way_tells_what_may_be_seen() {
    for released in [false, true] {
        let (mut study, documents, legal) = coded_twice();
        let law = code(&mut study.project, "Law");
        ops::codes::merge(&mut study.project, legal, law).unwrap();
        study.sign_in(study.mb);
        let what = Application { codes: vec![law], ..Application::default() };
        ops::codings::apply(&mut study.project, documents[0], Span::new(18, 30), &what).unwrap();
        ops::project::set_released_on(&mut study.project, documents[0], released).unwrap();
        study.sign_in(study.ak);
        let said = ops::history::undo(&mut study.project).unwrap_err();
        assert!(said.message.contains("MB"), "{said}");
        assert_eq!(said.message.contains("applied Law"), released, "{said}");
    }
}

/// Pairs take turns over the documents; what is begun stays with its coder.
#[test]
fn documents_are_given_to_coders_and_taken_back() {
    let mut study = Study::new();
    let documents = ["5", "6", "7"].map(|label| import(&mut study.project, label, TEXT));
    let (ak, mb) = (study.ak, study.mb);
    ops::coders::assign(&mut study.project, ak, &documents, true).unwrap();
    ops::coders::assign(&mut study.project, mb, &documents[..1], true).unwrap();
    ops::project::set_released(&mut study.project, true).unwrap();
    let progress = |study: &Study| ops::coders::progress(&study.project).unwrap();
    let names = |study: &Study| {
        let rows = progress(study).rows;
        rows.iter().map(|(_, row)| row.iter().map(|one| one.name()).collect()).collect::<Vec<Vec<_>>>()
    };
    assert_eq!(names(&study), [["to-do", "to-do"], ["to-do", "nothing"], ["to-do", "nothing"]]);
    assert_eq!(progress(&study).twice, 1);
    ops::coders::set_status(&mut study.project, documents[1], Status::InProgress).unwrap();
    ops::coders::assign(&mut study.project, ak, &documents, false).unwrap();
    assert_eq!(names(&study), [["nothing", "to-do"], ["in-progress", "nothing"], ["nothing", "nothing"]]);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(names(&study)[0], ["to-do", "to-do"]);
    // A new pass begins anew; the one before keeps what was declared in it.
    ops::coders::add_pass(&mut study.project, "2").unwrap();
    assert_eq!(progress(&study).twice, 0);
    assert_eq!(ops::coders::add_pass(&mut study.project, "2").unwrap_err().kind, Kind::Invalid);
    let passes = coders::passes(&study.project.read()).unwrap();
    assert_eq!(
        passes.iter().map(|pass| (pass.name.as_str(), pass.current)).collect::<Vec<_>>(),
        [("1", false), ("2", true)]
    );
    ops::coders::use_pass(&mut study.project, &passes[0]).unwrap();
    assert_eq!(names(&study)[1], ["in-progress", "nothing"]);
    // Blind, one's own.
    ops::project::set_released(&mut study.project, false).unwrap();
    assert_eq!(progress(&study).coders.len(), 1);
}

/// What was drawn is known later: by whom it is to be coded, from how many, with which seed.
#[test]
fn a_draw_is_given_out_kept_and_told_in_the_method_section() {
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut study = Study::new();
    let cm = ops::coders::add(&mut study.project, "CM").unwrap().value;
    let mut documents = Vec::new();
    for number in 0..10 {
        let id = import(&mut study.project, &number.to_string(), TEXT);
        let group = if number < 6 { "Land" } else { "Kommune" };
        let change = ops::documents::DocumentChange { group: Some(group.to_owned()), ..Default::default() };
        ops::documents::change(&mut study.project, id, &change).unwrap();
        documents.push(id);
    }
    code(&mut study.project, "Law");
    let (ak, mb) = (study.ak, study.mb);
    ops::project::set_released(&mut study.project, true).unwrap();
    let draw = Draw { count: 5, by_group: true, seed: 11 };
    let before = crate::support::snapshot(&study.raw());
    let done =
        ops::coders::hand_out(&mut study.project, &[ak, mb, cm], None, Some(&draw), true).unwrap().value;
    let drawn = done.drawn.unwrap();
    assert_eq!((done.documents.len(), drawn.of, drawn.documents.len()), (5, 10, 5));
    assert_eq!(done.documents.iter().filter(|id| documents[..6].contains(id)).count(), 3);
    // Pairs take turns over what was drawn; nobody has the rest.
    let rows = ops::coders::progress(&study.project).unwrap().rows;
    let mut pairs = Vec::new();
    for (document, standing) in &rows {
        let who: Vec<bool> = standing.iter().map(|one| one.name() == "to-do").collect();
        assert_eq!(who.iter().any(|one| *one), done.documents.contains(&document.id));
        pairs.extend(done.documents.contains(&document.id).then_some(who));
    }
    assert_eq!(
        pairs,
        [
            [true, true, false],
            [false, true, true],
            [true, false, true],
            [true, true, false],
            [false, true, true]
        ]
    );
    let words = ops::coders::drawn_words(&study.project.read()).unwrap();
    assert_eq!(
        words,
        ["Drawn to be coded twice: 5 of 10 documents (50 %), from every group its share, seed 11."]
    );
    // The same again changes nothing; undo takes the draw back with what was given out.
    assert!(
        ops::coders::hand_out(&mut study.project, &[ak, mb, cm], None, Some(&draw), true)
            .unwrap()
            .changed
            .is_empty()
    );
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(crate::support::snapshot(&study.raw()), before);
    ops::history::redo(&mut study.project).unwrap();
    // Coded by two and compared: the paragraph says how the interviews were chosen.
    for document in done.documents.iter().take(2) {
        for coder in [ak, mb] {
            study.sign_in(coder);
            ops::coders::set_status(&mut study.project, *document, Status::Done).unwrap();
        }
    }
    study.sign_in(ak);
    let query = ops::agreement::AgreementQuery { samples: 0, ..Default::default() };
    let told = |study: &Study| {
        let compared = ops::agreement::compare(&study.project, &query).unwrap();
        absatz::analysis::agreement::method::paragraph(
            &compared.agreement,
            &compared.asked,
            &ops::agreement::facts(&compared),
        )
    };
    assert!(
        told(&study).contains("They were drawn at random, from every group its share."),
        "{}",
        told(&study)
    );
    // One that was not drawn among them: then nothing is claimed.
    let other = *documents.iter().find(|id| !done.documents.contains(id)).unwrap();
    for coder in [mb, ak] {
        study.sign_in(coder);
        ops::coders::set_status(&mut study.project, other, Status::Done).unwrap();
    }
    assert!(!told(&study).contains("drawn"), "{}", told(&study));
    // Taken back: what is begun stays.
    ops::coders::hand_out(&mut study.project, &[ak, mb, cm], None, Some(&draw), false).unwrap();
    assert_eq!(ops::coders::drawn_words(&study.project.read()).unwrap(), Vec::<String>::new());
    let rows = ops::coders::progress(&study.project).unwrap().rows;
    assert!(rows.iter().flat_map(|(_, row)| row).all(|one| one.name() != "to-do"));
}
