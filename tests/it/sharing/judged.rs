//! What coders found out and wrote beside their codings comes back as codings do: states of cells, condensations of
//! interviews, codes and cases, work left; and, from a copy, what was decided about differences.

use absatz::analysis::consolidation::{Point, Verdict};
use absatz::model::coders::Status;
use absatz::model::packages::{Clash, Happened, MergeReport, Take};
use absatz::model::{CodeId, CoderId, DocumentId};
use absatz::ops;
use absatz::ops::consolidation;
use absatz::store::{Project, codings};

use super::{Apart, apply, code_id, document};
use crate::support::{Study, code, raw, snapshot};

/// Writes rows as the operations of the grid would; the package's base is in the file, so it needs no history.
fn write(project: &Project, sql: &str) {
    raw(project.path()).execute_batch(sql).unwrap();
}

/// Rows of a table in words.
fn rows(project: &Project, sql: &str) -> Vec<String> {
    let raw = raw(project.path());
    let mut statement = raw.prepare(sql).unwrap();
    let all = statement.query_map([], |row| row.get(0)).unwrap();
    all.map(|row| row.unwrap()).collect()
}

const STATES: &str = "SELECT d.label || ' ' || c.name || ' ' || k.name || ': ' || state FROM cell_state
    JOIN document d ON d.id = document JOIN code c ON c.id = code JOIN coder k ON k.id = coder ORDER BY 1";
const SUMMARIES: &str = "SELECT k.name || ': ' || text FROM document_summary JOIN coder k ON k.id = coder
    UNION ALL SELECT k.name || ' ' || c.name || ': ' || text FROM code_summary JOIN code c ON c.id = code JOIN coder k ON k.id = coder
    UNION ALL SELECT k.name || ' ' || s.name || ': ' || text FROM case_summary JOIN study_case s ON s.id = study_case
      JOIN coder k ON k.id = coder ORDER BY 1";
const WAITING: &str = "SELECT d.label || ' ' || c.name || ' ' || k.name || ': ' || reason FROM revisit
    JOIN document d ON d.id = document JOIN code c ON c.id = code JOIN coder k ON k.id = coder ORDER BY 1";

fn given() -> Apart {
    let mut apart = Apart::new();
    let case = ops::cases::add(&mut apart.study.project, "Köln").unwrap().value;
    let one = document(&apart.study.project, "1");
    ops::cases::assign(&mut apart.study.project, one, Some(case)).unwrap();
    apart.share();
    apart
}

#[test]
fn states_and_condensations_come_back_once_and_two_of_them_are_decided() {
    for take in [Take::Ours, Take::Theirs, Take::Both] {
        let mut apart = given();
        let there = apart.apart();
        write(
            &there,
            "INSERT INTO cell_state (document, code, coder, state, changed)
               SELECT d.id, c.id, k.id, 'no-answer', 'x' FROM document d, code c, coder k WHERE d.label = '1' AND c.name = 'Geld';
             INSERT INTO cell_state (document, code, coder, state, changed)
               SELECT d.id, c.id, k.id, 'nothing', 'x' FROM document d, code c, coder k WHERE d.label = '2' AND c.name = 'Recht';
             INSERT INTO document_summary (uuid, document, coder, text, changed)
               SELECT '01998f2c-0000-7000-8000-000000000001', d.id, k.id, 'dort: Amt', 'x' FROM document d, coder k WHERE d.label = '1';
             INSERT INTO code_summary (uuid, code, coder, text, changed)
               SELECT '01998f2c-0000-7000-8000-000000000002', c.id, k.id, 'dort: Recht', 'x' FROM code c, coder k WHERE c.name = 'Recht';
             INSERT INTO case_summary (uuid, study_case, coder, text, changed)
               SELECT '01998f2c-0000-7000-8000-000000000003', s.id, k.id, 'dort: Köln', 'x' FROM study_case s, coder k",
        );
        drop(there);
        let report = apart.merge();
        assert!(report.conflicts.is_empty() && report.remarks.is_empty(), "{report:?}");
        let home = &apart.study.project;
        assert_eq!(rows(home, STATES), ["1 Geld MB: no-answer", "2 Recht MB: nothing"]);
        assert_eq!(rows(home, SUMMARIES), ["MB Köln: dort: Köln", "MB Recht: dort: Recht", "MB: dort: Amt"]);
        assert!(apart.is_settled());

        // Both go on writing.
        write(
            &apart.study.project,
            "UPDATE code_summary SET text = 'hier: Recht'; UPDATE cell_state SET state = 'not-asked' WHERE state = 'nothing'",
        );
        let there = apart.apart();
        write(
            &there,
            "UPDATE code_summary SET text = 'dort: anders'; DELETE FROM cell_state WHERE state = 'no-answer';
            UPDATE cell_state SET state = 'no-answer'; UPDATE case_summary SET text = 'dort: nur hier neu'",
        );
        drop(there);
        let plan = apart.plan();
        let clashes: Vec<(&str, &str, bool)> = plan
            .conflicts
            .iter()
            .map(|one| (one.table, one.unit.as_str(), one.joinable && one.clash == Clash::Changed))
            .collect();
        assert_eq!(clashes, [("code_summary", "text", true), ("cell_state", "state", false)]);
        apart.take(take);
        let home = &apart.study.project;
        let (said, state) = match take {
            Take::Ours => ("hier: Recht", "not-asked"),
            Take::Theirs => ("dort: anders", "no-answer"),
            // Two states cannot both hold: ours stays.
            Take::Both => ("hier: Recht\n\ndort: anders", "not-asked"),
        };
        assert_eq!(rows(home, STATES), [format!("2 Recht MB: {state}")], "{take:?}");
        assert_eq!(
            rows(home, SUMMARIES),
            [
                "MB Köln: dort: nur hier neu".to_owned(),
                format!("MB Recht: {said}"),
                "MB: dort: Amt".to_owned()
            ]
        );
        assert!(apart.is_settled(), "{take:?}");
    }
}

#[test]
fn work_left_comes_and_goes() {
    let mut apart = Apart::new();
    let one = document(&apart.study.project, "1");
    let (ak, mb) = (apart.study.ak, apart.study.mb);
    for coder in [mb, ak] {
        apart.study.sign_in(coder);
        ops::coders::set_status(&mut apart.study.project, one, Status::Done).unwrap();
    }
    let warten = code_id(&apart.study.project, "Warten");
    apart.study.sign_in(mb);
    ops::revisit::mark(&mut apart.study.project, warten, None).unwrap();
    apart.study.sign_in(ak);
    apart.share();
    let mut there = apart.apart();
    let (one, warten, recht) = (document(&there, "1"), code_id(&there, "Warten"), code_id(&there, "Recht"));
    ops::revisit::done(&mut there, one, warten).unwrap();
    ops::revisit::mark(&mut there, recht, None).unwrap();
    drop(there);
    assert_eq!(rows(&apart.study.project, WAITING), ["1 Warten MB: asked"]);
    let report = apart.merge();
    assert!(report.conflicts.is_empty(), "{report:?}");
    assert_eq!(rows(&apart.study.project, WAITING), ["1 Recht MB: asked"]);
    assert!(apart.is_settled());
}

/// AK's and MB's segments differ in three places of one document; both have declared it done, and see each other.
struct Copied {
    apart: Apart,
    mb: CoderId,
}

impl Copied {
    /// The copy is another name of the same project.
    fn new() -> Copied {
        let mut apart = Apart::new();
        let (ak, mb) = (apart.study.ak, apart.study.mb);
        for (coder, code) in [(mb, "Geld"), (ak, "Recht")] {
            apart.study.sign_in(coder);
            for words in ["Und dann?", "der Erlass", "Sehr lange"] {
                apply(&mut apart.study.project, "1", words, code, "");
            }
            let one = document(&apart.study.project, "1");
            ops::coders::set_status(&mut apart.study.project, one, Status::Done).unwrap();
        }
        ops::project::set_released(&mut apart.study.project, true).unwrap();
        apart.package = apart.study.folder.path().join("copy.absatz");
        Copied { apart, mb }
    }
    fn copy(&self) -> Project {
        self.apart.study.project.backup(&self.apart.package).unwrap();
        Project::open(&self.apart.package, Some("MB")).unwrap()
    }
}

fn points(project: &Project) -> Vec<Point> {
    consolidation::survey(&project.read()).unwrap().documents.remove(0).points
}

fn decide(project: &mut Project, nth: usize, verdict: Verdict, reason: &str) {
    let point = points(project).remove(nth);
    consolidation::decide(project, &[(point, verdict)], reason).unwrap();
}

/// What the consensus has, and how many decisions there are, by outcome and reason.
fn settled(project: &Project) -> (Vec<String>, Vec<String>) {
    let name = consolidation::consensus(&project.read()).unwrap().map(|coder| coder.name).unwrap_or_default();
    (
        super::coded(project, &name),
        rows(project, "SELECT outcome || ' ' || reason FROM decision ORDER BY start_pos"),
    )
}

#[test]
fn decisions_come_from_a_copy_and_its_consensus_is_this_one() {
    let mut copied = Copied::new();
    let (ak, mb) = (copied.apart.study.ak, copied.mb);
    let mut there = copied.copy();
    absatz::i18n::set_lang(absatz::i18n::Lang::De);
    decide(&mut there, 0, Verdict::Take(mb), "dort");
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    decide(&mut copied.apart.study.project, 2, Verdict::Take(ak), "here");
    drop(there);
    let report = copied.apart.merge();
    assert!(report.conflicts.is_empty(), "{report:?}");
    let home = &copied.apart.study.project;
    assert_eq!(rows(home, "SELECT name FROM coder WHERE consensus = 1"), ["Consensus"]);
    assert_eq!(
        settled(home),
        (
            vec!["1 Hürden/Geld: Und dann?".to_owned(), "1 Hürden/Recht: Sehr lange".to_owned()],
            vec!["one dort".to_owned(), "one here".to_owned()]
        )
    );
    let open: Vec<bool> = points(home).iter().map(Point::is_open).collect();
    assert_eq!(open, [false, true, false], "what was decided there holds here");
    assert!(copied.apart.is_settled());
}

#[test]
fn two_decisions_on_a_passage_are_asked_about_and_the_consensus_follows() {
    for (take, coded, kept) in [
        (Take::Ours, "1 Hürden/Recht: der Erlass", "one here"),
        (Take::Theirs, "1 Hürden/Geld: der Erlass", "one there"),
    ] {
        let mut copied = Copied::new();
        let (ak, mb) = (copied.apart.study.ak, copied.mb);
        let mut there = copied.copy();
        decide(&mut there, 1, Verdict::Take(mb), "there");
        decide(&mut copied.apart.study.project, 1, Verdict::Take(ak), "here");
        drop(there);
        let plan = copied.apart.plan();
        let clashes: Vec<Clash> = plan.conflicts.iter().map(|one| one.clash).collect();
        assert_eq!(clashes, [Clash::Decided], "{plan:?}");
        assert!(copied.apart.merge_with(&Default::default()).is_err());
        let report = copied.apart.take(take);
        assert!(!report.remarks.iter().any(|remark| remark.parts().0 == "dropped"), "{:?}", report.remarks);
        let home = &copied.apart.study.project;
        assert_eq!(settled(home), (vec![coded.to_owned()], vec![kept.to_owned()]), "{take:?}");
        assert!(!points(home)[1].is_open());
        assert!(copied.apart.is_settled(), "{take:?}");
    }
}

#[test]
fn what_was_decided_anew_there_is_no_second_opinion() {
    let mut copied = Copied::new();
    let (ak, mb) = (copied.apart.study.ak, copied.mb);
    decide(&mut copied.apart.study.project, 1, Verdict::Take(ak), "first");
    let mut there = copied.copy();
    decide(&mut there, 1, Verdict::Take(mb), "after the recording");
    drop(there);
    let report: MergeReport = copied.apart.merge();
    assert!(report.conflicts.is_empty(), "{report:?}");
    assert_eq!(report.counts.get(&("decision", Happened::Added)), Some(&1));
    let home = &copied.apart.study.project;
    assert_eq!(
        settled(home),
        (vec!["1 Hürden/Geld: der Erlass".to_owned()], vec!["one after the recording".to_owned()])
    );
    assert!(copied.apart.is_settled());
}

/// A study whose cells say something of two codes, as the grid writes it.
fn cells() -> (Study, [CodeId; 2], DocumentId) {
    let mut study = Study::new();
    let documents: Vec<DocumentId> = ["1", "2", "3", "4"]
        .into_iter()
        .map(|label| crate::support::import(&mut study.project, label, "B: Geld ist da."))
        .collect();
    let codes = [code(&mut study.project, "Recht"), code(&mut study.project, "Regel")];
    let state = |document: usize, code: usize, state: &str| {
        let sql =
            "INSERT INTO cell_state (document, code, coder, state, changed) VALUES (?1, ?2, ?3, ?4, 'x')";
        let (document, code) = (documents[document].0, codes[code].0);
        study.raw().execute(sql, rusqlite::params![document, code, study.ak.0, state]).unwrap();
    };
    state(0, 0, "nothing");
    state(0, 1, "not-asked");
    state(1, 0, "not-asked");
    state(1, 1, "no-answer");
    state(2, 0, "no-answer");
    state(3, 0, "nothing");
    for (code, coder, text) in [(0, study.ak, "of law"), (1, study.ak, "of rules"), (0, study.mb, "MB's law")]
    {
        let sql = "INSERT INTO code_summary (uuid, code, coder, text, changed) VALUES (?1, ?2, ?3, ?4, 'x')";
        let uuid = format!("{code} {}", coder.0);
        study.raw().execute(sql, rusqlite::params![uuid, codes[code].0, coder.0, text]).unwrap();
    }
    (study, codes, documents[3])
}

#[test]
fn merging_codes_takes_states_and_condensations_along() {
    let (mut study, [law, rule], four) = cells();
    let what = ops::codings::Application { codes: vec![rule], ..Default::default() };
    ops::codings::apply(&mut study.project, four, absatz::text::Span::new(3, 7), &what).unwrap();
    let before = snapshot(&study.raw());
    ops::codes::merge(&mut study.project, law, rule).unwrap();
    assert_eq!(
        rows(&study.project, STATES),
        // Asked about either is asked; the fourth cell has a segment now.
        ["1 Regel AK: nothing", "2 Regel AK: no-answer", "3 Regel AK: no-answer"]
    );
    assert_eq!(rows(&study.project, SUMMARIES), ["AK Regel: of rules\n\nof law", "MB Regel: MB's law"]);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(snapshot(&study.raw()), before);
    // With the code, both go; and come back.
    ops::codes::remove(&mut study.project, law).unwrap();
    assert_eq!(rows(&study.project, STATES), ["1 Regel AK: not-asked", "2 Regel AK: no-answer"]);
    assert_eq!(rows(&study.project, SUMMARIES), ["AK Regel: of rules"]);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(snapshot(&study.raw()), before);
    assert_eq!(codings::all(&study.project.read()).unwrap().len(), 1);
}
