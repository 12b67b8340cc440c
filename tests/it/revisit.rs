//! Codes to revisit: what marks them, what takes them away, what agreement makes of them.

use absatz::analysis::consolidation::Verdict;
use absatz::model::coders::Status;
use absatz::model::codes::Guide;
use absatz::model::history::Done;
use absatz::model::packages::Remark;
use absatz::model::revisit::Reason;
use absatz::model::{CodeId, CoderId, CodingId, DocumentId};
use absatz::ops;
use absatz::ops::agreement::{AgreementQuery, compare};
use absatz::ops::codings::{Application, Category};
use absatz::ops::share::{self, Wanted};
use absatz::ops::{consolidation, merge};
use absatz::progress::Progress;
use absatz::store::{Project, codes, codings, documents, revisit};
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

/// Sorts segments into a code.
fn sort(
    project: &mut Project,
    ids: &[CodingId],
    into: CodeId,
    mark: bool,
) -> absatz::error::Result<Done<Vec<CodingId>>> {
    let done = ops::codings::sort(project, ids, &Category::Code(into), mark)?;
    Ok(Done { value: done.value.codings, changed: done.changed })
}

#[test]
fn splitting_a_code_leaves_the_rest_of_it_to_be_looked_through() {
    let (mut study, [five, six, seven]) = begun();
    let (ak, mb) = (study.ak, study.mb);
    let legal = codes::tree(&study.project.read()).unwrap().find("Legal").unwrap().code.id;
    let apply = |study: &mut Study, coder, document, span| {
        study.sign_in(coder);
        let what = Application { codes: vec![legal], ..Application::default() };
        let made = ops::codings::apply(&mut study.project, document, span, &what).unwrap().value[0];
        study.sign_in(study.ak);
        made
    };
    apply(&mut study, mb, five, Span::new(16, 20));
    let first = apply(&mut study, ak, five, Span::new(16, 20));
    let second = apply(&mut study, ak, five, Span::new(24, 30));
    let third = apply(&mut study, ak, six, Span::new(16, 20));
    // Not begun, as far as anybody said.
    apply(&mut study, ak, seven, Span::new(16, 20));
    let split = code(&mut study.project, "Legal/Decrees");
    let before = snapshot(&study.raw());
    sort(&mut study.project, &[first], split, true).unwrap();
    let reason = Reason::Split;
    assert_eq!(waiting(&study), [(five, ak, reason), (five, mb, reason), (six, ak, reason)]);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(snapshot(&study.raw()), before);
    // Where all segments went along, nothing is left to look through; and what goes there later marks nothing anew.
    let now = sort(&mut study.project, &[first, second], split, true).unwrap().value;
    assert_eq!(now, [first, second]);
    assert_eq!(waiting(&study), [(five, mb, reason), (six, ak, reason)]);
    ops::revisit::done(&mut study.project, six, split).unwrap();
    sort(&mut study.project, &[third], split, true).unwrap();
    assert_eq!(waiting(&study), [(five, mb, reason)]);
    // Another code beside it is no split; without the wish nothing is marked.
    let other = code(&mut study.project, "Money");
    sort(&mut study.project, &[third], other, true).unwrap();
    sort(&mut study.project, &[first], legal, true).unwrap();
    let third_way = code(&mut study.project, "Legal/Courts");
    sort(&mut study.project, &[first], third_way, false).unwrap();
    assert_eq!(waiting(&study), [(five, mb, reason)]);
    // A segment that meets another of the code goes into it; another's is not one's own to change.
    let both = apply(&mut study, ak, five, Span::new(14, 26));
    let now = sort(&mut study.project, &[both, second, both], split, true).unwrap().value;
    assert_eq!(now.len(), 1);
    let all = codings::of_document(&study.project.read(), five).unwrap();
    let of_split: Vec<Span> =
        all.iter().filter(|one| one.coder == ak && one.code == split).map(|one| one.span).collect();
    assert_eq!(of_split, [Span::new(14, 30)]);
    let hers = all.iter().find(|one| one.coder == mb).unwrap().id;
    assert!(sort(&mut study.project, &[hers], split, true).is_err());
}

/// AK at home, MB with a package; both have begun both interviews.
fn apart() -> (Study, std::path::PathBuf, [DocumentId; 2]) {
    let mut study = Study::new();
    let documents = ["5", "6"].map(|label| import(&mut study.project, label, TEXT));
    let legal = code(&mut study.project, "Legal");
    let guide = Guide { definition: "What a law says".to_owned(), ..Guide::default() };
    ops::codes::define(&mut study.project, legal, &guide).unwrap();
    let file = study.folder.path().join("mb.absatz");
    let mb = study.mb;
    let wanted = Wanted { file: file.clone(), ..Wanted::default() };
    share::share(&mut study.project, mb, &wanted, &Progress::new()).unwrap();
    ops::coders::set_status(&mut study.project, documents[0], Status::InProgress).unwrap();
    ops::project::set_released(&mut study.project, true).unwrap();
    (study, file, documents)
}

fn merged(study: &mut Study, file: &std::path::Path, unmarked: bool) -> Vec<Remark> {
    let incoming = merge::open(&study.project, file, None).unwrap();
    let decisions = merge::Decisions { unmarked, ..merge::Decisions::default() };
    let done = merge::merge(&mut study.project, &incoming, &decisions, &Progress::new()).unwrap();
    done.value.remarks.into_iter().filter(|remark| remark.parts().0 == "to-revisit").collect()
}

fn waits(study: &Study) -> Vec<String> {
    let raw = study.raw();
    let mut statement = raw
        .prepare(
            "SELECT d.label || ' ' || c.name || ' ' || k.name || ' ' || reason FROM revisit JOIN document d ON d.id = document
             JOIN code c ON c.id = revisit.code JOIN coder k ON k.id = revisit.coder ORDER BY 1",
        )
        .unwrap();
    let all = statement.query_map([], |row| row.get(0)).unwrap();
    all.map(|row| row.unwrap()).collect()
}

#[test]
fn codes_that_come_by_a_merge_are_looked_for_by_whoever_did_not_know_them() {
    for unmarked in [false, true] {
        let (mut study, file, _) = apart();
        let mut there = Project::open(&file, None).unwrap();
        let reader = there.read();
        let six = documents::by_label(&reader, "6").unwrap().id;
        let legal = codes::tree(&reader).unwrap().find("Legal").unwrap().code.id;
        ops::codes::add_marking(&mut there, "Weather", None, true).unwrap();
        let guide = Guide { definition: "What a law forbids".to_owned(), ..Guide::default() };
        ops::codes::define_marking(&mut there, legal, &guide, true).unwrap();
        ops::coders::set_status(&mut there, six, Status::Done).unwrap();
        drop(there);
        // What MB did not know of: a code that is new here.
        ops::codes::add_marking(&mut study.project, "Money", None, false).unwrap();
        let remarks = merged(&mut study, &file, unmarked);
        if unmarked {
            assert_eq!((waits(&study), remarks.len()), (Vec::new(), 0));
            continue;
        }
        assert_eq!(waits(&study), ["5 Legal AK redefined", "5 Weather AK added", "6 Money MB added"]);
        let named: Vec<&str> = remarks.iter().map(|remark| remark.parts().1).collect();
        assert_eq!(named, ["Legal", "Money", "Weather"]);
        // Doing it again changes nothing, also where somebody has looked since.
        study.sign_in(study.mb);
        let money = codes::tree(&study.project.read()).unwrap().find("Money").unwrap().code.id;
        let six = documents::by_label(&study.project.read(), "6").unwrap().id;
        ops::revisit::done(&mut study.project, six, money).unwrap();
        study.sign_in(study.ak);
        assert_eq!(merged(&mut study, &file, false), []);
        assert_eq!(waits(&study), ["5 Legal AK redefined", "5 Weather AK added"]);
        // Gone on in the package: nothing that was known is marked.
        let mut there = Project::open(&file, None).unwrap();
        ops::coders::set_status(&mut there, six, Status::InProgress).unwrap();
        drop(there);
        assert_eq!(merged(&mut study, &file, false), []);
        assert_eq!(waits(&study), ["5 Legal AK redefined", "5 Weather AK added"]);
        // What MB has looked for since stands in the way of taking the merge back.
        ops::history::undo(&mut study.project).unwrap();
        assert!(ops::history::undo(&mut study.project).is_err());
        study.sign_in(study.mb);
        ops::history::undo(&mut study.project).unwrap();
        study.sign_in(study.ak);
        ops::history::undo(&mut study.project).unwrap();
        assert_eq!(waits(&study), Vec::<String>::new());
    }
}

#[test]
fn what_a_coder_has_not_looked_for_yet_is_no_difference_to_talk_about() {
    let (mut study, [five, ..]) = begun();
    let (ak, mb) = (study.ak, study.mb);
    let money = code(&mut study.project, "Money");
    for (coder, span) in [(ak, Span::new(16, 20)), (mb, Span::new(42, 46))] {
        study.sign_in(coder);
        let what = Application { codes: vec![money], ..Application::default() };
        ops::codings::apply(&mut study.project, five, span, &what).unwrap();
    }
    study.sign_in(ak);
    let survey = |study: &Study| {
        let survey = consolidation::survey(&study.project.read()).unwrap();
        (survey.differences().count(), survey.waiting())
    };
    assert_eq!(survey(&study), (2, 0));
    // The first is decided; then one coder is to look once more.
    let points = consolidation::survey(&study.project.read()).unwrap().documents.remove(0).points;
    consolidation::decide(&mut study.project, &[(points[0].clone(), Verdict::All)], "").unwrap();
    study.sign_in(mb);
    ops::revisit::mark(&mut study.project, money, Some(&[five])).unwrap();
    study.sign_in(ak);
    assert_eq!(survey(&study), (1, 1), "what was decided stays");
    let listed = consolidation::list(&study.project.read(), &consolidation::Scope::default(), false).unwrap();
    assert!(listed.notes.iter().any(|note| note.starts_with("One passage waits")), "{:?}", listed.notes);
    let error =
        consolidation::decide(&mut study.project, &[(points[1].clone(), Verdict::All)], "").unwrap_err();
    assert!(error.message.contains("once more"), "{error}");
    let there = consolidation::survey(&study.project.read()).unwrap();
    let error = consolidation::at(&there, &study.project.read(), five, Span::new(42, 46)).unwrap_err();
    assert!(error.message.contains("once more"), "{error}");
    let error = consolidation::finish(&mut study.project, five, false).unwrap_err();
    assert!(error.message.contains("waits for a code"), "{error}");
    study.sign_in(mb);
    ops::revisit::done(&mut study.project, five, money).unwrap();
    study.sign_in(ak);
    assert_eq!(survey(&study), (2, 0));
    consolidation::decide(&mut study.project, &[(points[1].clone(), Verdict::All)], "").unwrap();
    consolidation::finish(&mut study.project, five, false).unwrap();
}

#[test]
fn a_codebook_that_is_taken_in_marks_what_is_new_in_it() {
    use absatz::formats::codebooks;
    let (mut study, [five, six, _]) = begun();
    let take = |study: &mut Study, text: &str, mark: bool| {
        let codebook = codebooks::read("guide.csv", text.as_bytes()).unwrap();
        ops::codebook::import_marking(&mut study.project, &codebook, mark).unwrap();
    };
    // A first meaning is no other one.
    take(&mut study, "path,definition\nLegal,Laws.\n", true);
    assert_eq!(waiting(&study), []);
    let before = snapshot(&study.raw());
    take(&mut study, "path,definition\nLegal,Laws and orders.\nMoney,\n", true);
    let (ak, mb) = (study.ak, study.mb);
    let mut all = waiting(&study);
    all.sort_by_key(|(document, coder, reason)| (*reason == Reason::Added, *document, *coder));
    let both = |reason| [(five, ak, reason), (five, mb, reason), (six, ak, reason)];
    assert_eq!(all, [both(Reason::Redefined), both(Reason::Added)].concat());
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(snapshot(&study.raw()), before);
    take(&mut study, "path,definition\nLegal,Laws and orders.\nMoney,\n", false);
    assert_eq!(waiting(&study), []);
}
