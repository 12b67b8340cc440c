//! Undo and redo rule by rule.

use absatz::error::Kind;
use absatz::i18n::{Lang, set_lang};
use absatz::model::codes::Guide;
use absatz::model::history::OperationState;
use absatz::model::memos::MemoOn;
use absatz::model::{CodeId, CodingId, DocumentId};
use absatz::ops;
use absatz::ops::codings::{Application, CodingChange};
use absatz::store::history::{HistoryFilter, list};
use absatz::store::tracking::{TRACKED, UNTRACKED};
use absatz::store::{Project, codings};
use absatz::text::Span;

use crate::support::{Study, code, difference, import, snapshot};

const TEXT: &str = "I: Und dann?\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

fn apply(project: &mut Project, document: DocumentId, code: CodeId, from: u32, to: u32) -> CodingId {
    let what = Application { codes: vec![code], ..Application::default() };
    ops::codings::apply(project, document, Span::new(from, to), &what).unwrap().value[0]
}

fn entries(project: &Project) -> usize {
    list(&project.read(), &HistoryFilter::default()).unwrap().len()
}

#[test]
fn a_refused_undo_names_what_is_in_the_way() {
    set_lang(Lang::En);
    let mut study = Study::new();
    ops::project::set_released(&mut study.project, true).unwrap();
    let legal = code(&mut study.project, "Legal");
    study.sign_in(study.mb);
    ops::codes::rename(&mut study.project, legal, "Law").unwrap();
    study.sign_in(study.ak);
    let raw = study.raw();
    let before = snapshot(&raw);
    let error = ops::history::undo(&mut study.project).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.message.contains("added the code Legal"), "{error}");
    assert!(
        error.message.contains("renamed the code Legal to Law") && error.message.contains("MB"),
        "{error}"
    );
    assert!(error.hint.is_some());
    assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new());
    // Once the other has taken theirs back, it goes.
    study.sign_in(study.mb);
    ops::history::undo(&mut study.project).unwrap();
    study.sign_in(study.ak);
    ops::history::undo(&mut study.project).unwrap();
}

#[test]
fn a_blind_coder_learns_nothing_from_a_refusal() {
    set_lang(Lang::En);
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let (a, b) = (code(&mut study.project, "Legal"), code(&mut study.project, "Money"));
    study.sign_in(study.mb);
    let coding = apply(&mut study.project, document, a, 14, 20);
    study.sign_in(study.ak);
    ops::codes::merge(&mut study.project, a, b).unwrap();
    study.sign_in(study.mb);
    let change = CodingChange { weight: Some(Some(80)), comment: None };
    ops::codings::change(&mut study.project, coding, &change).unwrap();
    study.sign_in(study.ak);
    let error = ops::history::undo(&mut study.project).unwrap_err();
    assert!(error.message.contains("MB"), "{error}");
    assert!(!error.message.contains("(IP 5: 2)") && !error.message.contains("weight"), "{error}");
}

#[test]
fn redo_ends_with_the_coders_own_next_operation() {
    let mut study = Study::new();
    code(&mut study.project, "Legal");
    ops::history::undo(&mut study.project).unwrap();
    study.sign_in(study.mb);
    code(&mut study.project, "Money");
    study.sign_in(study.ak);
    ops::history::redo(&mut study.project).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    code(&mut study.project, "Staff");
    let error = ops::history::redo(&mut study.project).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    let all = list(&study.project.read(), &HistoryFilter::default()).unwrap();
    assert!(all.iter().any(|operation| operation.state == OperationState::Discarded));
    // An operation that changes nothing is none, and ends nothing.
    ops::history::undo(&mut study.project).unwrap();
    ops::project::set_citation(&mut study.project, &absatz::text::citations::Pattern::default()).unwrap();
    ops::history::redo(&mut study.project).unwrap();
}

#[test]
fn a_batch_goes_and_comes_together() {
    let mut study = Study::new();
    let raw = study.raw();
    let before = snapshot(&raw);
    let failed = study.project.in_batch(|project| {
        import(project, "1", TEXT);
        import(project, "2", TEXT);
        ops::codes::add(project, "", None)
    });
    assert!(failed.is_err(), "and what was committed before the error stays");
    let after = snapshot(&raw);
    assert_ne!(before, after);
    assert_eq!(ops::history::undo(&mut study.project).unwrap().value.len(), 2);
    assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new());
    ops::history::redo(&mut study.project).unwrap();
    assert_eq!(difference(&after, &snapshot(&raw)), Vec::<String>::new());
    // What follows is not of the batch.
    code(&mut study.project, "Legal");
    assert_eq!(ops::history::undo(&mut study.project).unwrap().value.len(), 1);
}

#[test]
fn an_import_that_another_has_coded_stays() {
    set_lang(Lang::En);
    let mut study = Study::new();
    let legal = code(&mut study.project, "Legal");
    let document = import(&mut study.project, "5", TEXT);
    study.sign_in(study.mb);
    apply(&mut study.project, document, legal, 14, 20);
    study.sign_in(study.ak);
    let raw = study.raw();
    let before = snapshot(&raw);
    let error = ops::history::undo(&mut study.project).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.message.contains("imported document 5"), "{error}");
    assert!(error.hint.is_some() && !error.message.contains("FOREIGN"), "{error}");
    assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new());
}

/// A study with everything that can hang on a code: subcodes, codings of both, memos, anchors, summaries.
fn laden() -> (Study, CodeId, CodeId) {
    let mut study = Study::new();
    let p = &mut study.project;
    let document = import(p, "5", TEXT);
    let (legal, data, money) = (code(p, "Legal"), code(p, "Legal/Data"), code(p, "Money"));
    code(p, "Money/Data");
    ops::codes::define(p, legal, &Guide { definition: "what the law says".into(), ..Guide::default() })
        .unwrap();
    ops::codes::add_anchor(p, legal, document, Span::new(16, 20)).unwrap();
    ops::codes::add_anchor(p, data, document, Span::new(16, 20)).unwrap();
    for coder in [study.ak, study.mb] {
        ops::coders::sign_in(&mut study.project, coder).unwrap();
        let p = &mut study.project;
        let coding = apply(p, document, legal, 14, 24);
        apply(p, document, money, 20, 30);
        apply(p, document, data, 45, 50);
        ops::memos::write(p, None, MemoOn::Coding(coding), "on a coding", "Ü").unwrap();
        ops::memos::write(p, None, MemoOn::Code(legal), "on a code", "a\u{0}b").unwrap();
        ops::summaries::write(p, document, legal, "the law").unwrap();
        ops::summaries::write(p, document, money, "the money").unwrap();
    }
    study.sign_in(study.ak);
    (study, legal, money)
}

#[test]
fn merging_codes_carries_everything_and_undo_brings_it_back() {
    let (mut study, legal, money) = laden();
    let raw = study.raw();
    let before = snapshot(&raw);
    ops::codes::merge(&mut study.project, legal, money).unwrap();
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM code"), 2, "Money and Money/Data");
    assert_eq!(count("SELECT count(*) FROM coding"), 4, "one union and one of Data for each coder");
    assert_eq!(count("SELECT count(*) FROM coding WHERE start_pos = 14 AND end_pos = 30"), 2);
    assert_eq!(count("SELECT count(*) FROM anchor"), 2);
    assert_eq!(count("SELECT count(*) FROM memo WHERE code IS NOT NULL OR coding IS NOT NULL"), 4);
    assert_eq!(
        count("SELECT count(*) FROM summary WHERE text = 'the money' || char(10, 10) || 'the law'"),
        2
    );
    assert_eq!(count("SELECT count(*) FROM code WHERE definition = 'what the law says'"), 1);
    assert_eq!(count("SELECT count(*) FROM tombstone WHERE noun = 'code' AND successor IS NOT NULL"), 2);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new());
}

#[test]
fn removing_a_code_leaves_the_memos_and_undo_brings_all_back() {
    let (mut study, legal, _) = laden();
    let raw = study.raw();
    let before = snapshot(&raw);
    assert_eq!(
        ops::codes::remove(&mut study.project, legal).unwrap().value,
        2,
        "only what a blind coder may see is counted"
    );
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM memo"), 4);
    assert_eq!(
        count("SELECT count(*) FROM memo WHERE kind = 'place' AND start_pos = 14 AND end_pos = 23"),
        2
    );
    assert_eq!(count("SELECT count(*) FROM memo WHERE kind = 'free'"), 2);
    assert_eq!(count("SELECT count(*) FROM anchor"), 0);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new());
    ops::history::redo(&mut study.project).unwrap();
    assert_eq!(count("SELECT count(*) FROM coding"), 2);
}

/// The code that is merged bears the name of its own subcode, and of its parent.
#[test]
fn codes_of_one_name_below_each_other_merge() {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let deep = code(&mut study.project, "Legal/Legal/Legal/Data");
    let tree = absatz::store::codes::tree(&study.project.read()).unwrap();
    let ids: Vec<CodeId> = tree.nodes().iter().map(|node| node.code.id).collect();
    for &id in &ids {
        apply(&mut study.project, document, id, 14, 20);
    }
    let raw = study.raw();
    let before = snapshot(&raw);
    ops::codes::merge(&mut study.project, ids[1], ids[0]).unwrap();
    let tree = absatz::store::codes::tree(&study.project.read()).unwrap();
    let paths: Vec<&str> = tree.nodes().iter().map(|node| node.path.as_str()).collect();
    assert_eq!(paths, ["Legal", "Legal/Legal", "Legal/Legal/Data"]);
    assert_eq!(codings::of_codes(&study.project.read(), &[deep]).unwrap().len(), 1);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new());
}

#[test]
fn every_table_is_tracked_or_said_not_to_be() {
    let study = Study::new();
    let raw = study.raw();
    let mut tables = raw
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        .unwrap();
    let tables: Vec<(String, String)> =
        tables.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(|row| row.unwrap()).collect();
    assert_eq!(tables.len(), TRACKED.len() + UNTRACKED.len());
    for (table, sql) in &tables {
        let (tracked, untracked) = (TRACKED.contains(&table.as_str()), UNTRACKED.contains(&table.as_str()));
        assert!(tracked != untracked, "{table} must stand in exactly one of TRACKED and UNTRACKED");
        assert!(sql.contains("STRICT"), "{table} is not STRICT");
        if tracked {
            assert!(sql.contains("INTEGER PRIMARY KEY AUTOINCREMENT"), "ids of {table} would be used again");
            assert!(
                !sql.contains(" BLOB") && !sql.contains(" REAL"),
                "{table} has what a JSON image cannot hold"
            );
        }
    }
}

#[test]
fn a_dry_run_leaves_the_file_byte_for_byte() {
    let mut study = Study::new();
    let legal = code(&mut study.project, "Legal");
    let document = import(&mut study.project, "5", TEXT);
    let path = study.path();
    // The write-ahead log goes into the file, so that the file is all there is.
    study.raw().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let before = std::fs::read(&path).unwrap();
    let count = entries(&study.project);
    study.project.set_dry_run(true);
    let p = &mut study.project;
    let what = Application { codes: vec![legal], ..Application::default() };
    let done = ops::codings::apply(p, document, Span::new(14, 20), &what).unwrap();
    assert!(done.changed.documents.contains(&document) && done.changed.codes.contains(&legal));
    assert_eq!(ops::codes::remove(p, legal).unwrap().value, 0);
    ops::drafts::keep(p, "memo", "unsaved").unwrap();
    let mb = study.mb;
    ops::coders::sign_in(p, mb).unwrap();
    assert!(ops::history::undo(p).is_err());
    study.raw().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    study.project.set_dry_run(false);
    study.sign_in(study.ak);
    assert_eq!(entries(&study.project), count);
}

#[test]
fn what_changes_nothing_leaves_no_entry() {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let legal = code(&mut study.project, "Legal");
    let coding = apply(&mut study.project, document, legal, 13, 19);
    let count = entries(&study.project);
    let p = &mut study.project;
    apply(p, document, legal, 15, 18);
    apply(p, document, legal, 12, 20);
    ops::codings::remove(p, document, Span::new(0, 5), &[legal]).unwrap();
    ops::codings::change(p, coding, &CodingChange::default()).unwrap();
    ops::codes::rename(p, legal, "Legal").unwrap();
    ops::codes::move_to(p, legal, None, None).unwrap();
    ops::coders::set_status(p, document, absatz::model::coders::Status::NotStarted).unwrap();
    ops::summaries::write(p, document, legal, "  \n").unwrap();
    ops::documents::change(p, document, &ops::documents::DocumentChange::default()).unwrap();
    ops::project::set_citation(p, &absatz::text::citations::Pattern::default()).unwrap();
    let owner = absatz::model::variables::Owner::Document(document);
    assert!(
        ops::variables::set(p, owner, "unheard of", None, &ops::variables::ValueChange::working("")).is_err()
    );
    assert_eq!(entries(p), count);
}

/// A later version of the program adds a column; what was done before can still be undone.
#[test]
fn images_from_before_a_column_still_undo() {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let legal = code(&mut study.project, "Legal");
    let coding = apply(&mut study.project, document, legal, 14, 20);
    ops::codings::change(&mut study.project, coding, &CodingChange { weight: Some(Some(7)), comment: None })
        .unwrap();
    let lost = apply(&mut study.project, document, legal, 31, 34);
    ops::codings::remove(&mut study.project, document, Span::new(31, 34), &[legal]).unwrap();
    let path = study.path();
    let Study { folder, project, .. } = study;
    drop(project);
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch("ALTER TABLE coding ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
        .unwrap();
    let mut project = Project::open(&path, None).unwrap();
    ops::history::undo(&mut project).unwrap();
    assert_eq!(codings::get(&project.read(), lost).unwrap().span, Span::new(31, 34));
    ops::history::undo(&mut project).unwrap();
    ops::history::undo(&mut project).unwrap();
    assert_eq!(codings::get(&project.read(), coding).unwrap().weight, None);
    let mood: String = rusqlite::Connection::open(&path)
        .unwrap()
        .query_row("SELECT mood FROM coding", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mood, "calm");
    drop(folder);
}

/// The history is data from a file: what does not fit is refused, never run.
#[test]
fn a_damaged_history_is_refused() {
    for sql in [
        "UPDATE change SET table_name = 'coding\" --'",
        "UPDATE change SET table_name = 'operation'",
        "UPDATE change SET after = 'no json'",
        "UPDATE change SET after = json_set(after, '$.name', 'Forged')",
    ] {
        let mut study = Study::new();
        code(&mut study.project, "Legal");
        let raw = study.raw();
        raw.execute_batch(sql).unwrap();
        let before = snapshot(&raw);
        assert!(ops::history::undo(&mut study.project).is_err(), "{sql}");
        assert_eq!(difference(&before, &snapshot(&raw)), Vec::<String>::new(), "{sql}");
    }
}

#[test]
fn a_coder_who_was_taken_back_cannot_go_on() {
    let mut study = Study::new();
    let eve = ops::coders::add(&mut study.project, "Eve").unwrap().value;
    let mut other = Project::open(&study.path(), Some("Eve")).unwrap();
    assert_eq!(other.coder(), eve);
    ops::history::undo(&mut study.project).unwrap();
    let error = ops::codes::add(&mut other, "Legal", None).unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    assert!(error.hint.is_some());
}
