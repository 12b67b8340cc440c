//! The project file: made, opened, refused, copied, shared, seen.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Instant;

use absatz::error::{Error, Kind};
use absatz::model::coders::{Because, Status};
use absatz::model::memos::MemoOn;
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::store::history::HistoryFilter;
use absatz::store::{Project, backup, coders, codings, drafts, history, memos, settings, summaries};
use absatz::text::Span;
use absatz::text::citations::Pattern;

use crate::support::{Study, code, import, snapshot};

const TEXT: &str = "I: Und dann?\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn apply(project: &mut Project, document: DocumentId, code: CodeId, from: u32, to: u32) {
    let what = Application { codes: vec![code], ..Application::default() };
    ops::codings::apply(project, document, Span::new(from, to), &what).unwrap();
}

fn refusal(path: &Path) -> Error {
    match Project::open(path, None) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => error,
    }
}

#[test]
fn a_project_is_its_owners_alone() {
    let mut study = Study::new();
    code(&mut study.project, "Legal");
    let path = study.path();
    for ending in ["", "-wal", "-shm"] {
        let file = path.with_file_name(format!("study.absatz{ending}"));
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    let copy = study.folder.path().join("copy.absatz");
    study.project.backup(&copy).unwrap();
    assert_eq!(mode(&copy), 0o600);
    assert_eq!(std::fs::read_dir(study.folder.path()).unwrap().count(), 4, "nothing else is left behind");
}

#[test]
fn what_exists_is_never_overwritten() {
    let study = Study::new();
    let other = study.folder.path().join("notes.txt");
    std::fs::write(&other, "mine").unwrap();
    for path in [&study.path(), &other] {
        let before = std::fs::read(path).unwrap();
        let error = ops::project::create(path, "AK", &Pattern::default()).err().unwrap();
        assert_eq!(error.kind, Kind::Refused);
        assert!(error.hint.is_some() && error.file.as_deref() == Some(path));
        assert_eq!(study.project.backup(path).unwrap_err().kind, Kind::Refused);
        assert_eq!(std::fs::read(path).unwrap(), before);
    }
    let nowhere = study.folder.path().join("no/folder.absatz");
    assert_eq!(ops::project::create(&nowhere, "AK", &Pattern::default()).err().unwrap().kind, Kind::Io);
    // What could not become a project leaves no file.
    let bad = study.folder.path().join("bad.absatz");
    let pattern = Pattern { range: String::new(), ..Pattern::default() };
    assert!(ops::project::create(&bad, "AK", &pattern).is_err());
    assert!(ops::project::create(&bad, " ", &Pattern::default()).is_err());
    assert!(!bad.exists());
}

#[test]
fn what_is_no_project_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("empty"), "").unwrap();
    std::fs::write(at("text"), "Dear diary, this is no database at all.\n".repeat(400)).unwrap();
    std::fs::write(at("short"), "SQLite format 3\0").unwrap();
    rusqlite::Connection::open(at("foreign"))
        .unwrap()
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    let mut study = Study::new();
    import(&mut study.project, "5", &TEXT.repeat(3000));
    study.project.backup(&at("newer")).unwrap();
    study.project.backup(&at("truncated")).unwrap();
    rusqlite::Connection::open(at("newer")).unwrap().execute_batch("PRAGMA user_version = 999").unwrap();
    let whole = std::fs::read(at("truncated")).unwrap();
    std::fs::write(at("truncated"), &whole[..whole.len() / 2]).unwrap();
    for (name, kind) in [
        ("empty", Kind::Damaged),
        ("text", Kind::Damaged),
        ("short", Kind::Damaged),
        ("foreign", Kind::Damaged),
        ("newer", Kind::Refused),
        ("truncated", Kind::Damaged),
    ] {
        let before = std::fs::read(at(name)).unwrap();
        let error = refusal(&at(name));
        assert_eq!(error.kind, kind, "{name}: {error}");
        assert_eq!(error.file, Some(at(name)), "{name}");
        assert!(!error.message.starts_with("error-"), "{error}");
        assert_eq!(std::fs::read(at(name)).unwrap(), before, "{name} was changed");
    }
    assert_eq!(refusal(folder.path()).kind, Kind::Damaged, "a folder");
    assert_eq!(refusal(&at("missing")).kind, Kind::NotFound);
    assert!(!at("missing").exists(), "opening makes no file");
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 6, "nothing is left behind: {left:?}");
}

#[test]
fn a_backup_is_whole_while_others_write() {
    let mut study = Study::new();
    let legal = code(&mut study.project, "Legal");
    let document = import(&mut study.project, "5", &"word ".repeat(500));
    let path = study.path();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut other = Project::open(&path, Some("MB")).unwrap();
            for n in 0..200 {
                apply(&mut other, document, legal, n * 5, n * 5 + 4);
            }
        });
        let mut last = 0;
        for round in 0..12 {
            let copy = study.folder.path().join(format!("copy{round}.absatz"));
            study.project.backup(&copy).unwrap();
            let opened = Project::open(&copy, Some("MB")).unwrap();
            assert_eq!(backup::integrity(&opened).unwrap(), Vec::<String>::new());
            let there = codings::all(&opened.read()).unwrap().len();
            let told = history::list(&opened.read(), &HistoryFilter::default()).unwrap().len();
            assert_eq!(there, told - 1, "codings and history of one moment");
            assert!(there >= last);
            last = there;
        }
        writer.join().unwrap();
    });
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    let mut study = Study::new();
    let legal = code(&mut study.project, "Legal");
    let document = import(&mut study.project, "5", &"word ".repeat(300));
    let path = study.path();
    std::thread::scope(|scope| {
        for name in ["AK", "MB"] {
            let path = &path;
            scope.spawn(move || {
                let mut project = Project::open(path, Some(name)).unwrap();
                for n in 0..300 {
                    apply(&mut project, document, legal, n * 5, n * 5 + 4);
                }
            });
        }
    });
    for coder in [study.ak, study.mb] {
        study.sign_in(coder);
        assert_eq!(codings::all(&study.project.read()).unwrap().len(), 300);
        let filter =
            HistoryFilter { coder: Some(coder), document: Some(document), ..HistoryFilter::default() };
        let told = history::list(&study.project.read(), &filter).unwrap();
        let applied = told.iter().filter(|operation| operation.kind.name() == "apply-code").count();
        assert_eq!(applied, 300);
    }
    assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());
}

#[test]
fn another_process_change_is_noticed() {
    let mut study = Study::new();
    let version = study.project.data_version().unwrap();
    code(&mut study.project, "Legal");
    assert_eq!(study.project.data_version().unwrap(), version, "one's own work is no news");
    let mut other = Project::open(&study.path(), Some("MB")).unwrap();
    code(&mut other, "Money");
    assert_ne!(study.project.data_version().unwrap(), version);
}

/// Work of MB on a document, and what AK may see of it.
fn worked() -> (Study, DocumentId, CodeId) {
    let mut study = Study::new();
    let document = import(&mut study.project, "5", TEXT);
    let legal = code(&mut study.project, "Legal");
    study.sign_in(study.mb);
    let p = &mut study.project;
    apply(p, document, legal, 16, 20);
    ops::memos::write(p, None, MemoOn::Code(legal), "secret", "").unwrap();
    ops::summaries::write(p, document, legal, "secret").unwrap();
    ops::coders::set_status(p, document, Status::Done).unwrap();
    study.sign_in(study.ak);
    (study, document, legal)
}

/// Codings, counts, memos, summaries, work and history of others that the reader sees.
fn seen(study: &Study, document: DocumentId) -> [usize; 7] {
    let reader = study.project.read();
    let ak = study.ak;
    let operations = history::list(&reader, &HistoryFilter::default()).unwrap();
    [
        codings::of_document(&reader, document).unwrap().iter().filter(|coding| coding.coder != ak).count(),
        codings::counts(&reader).unwrap().keys().filter(|key| key.2 != ak).count(),
        memos::list(&reader).unwrap().iter().filter(|memo| memo.coder != ak).count(),
        summaries::list(&reader).unwrap().iter().filter(|summary| summary.coder != ak).count(),
        coders::work(&reader).unwrap().iter().filter(|work| work.coder != ak).count(),
        operations.iter().filter(|operation| operation.coder == "MB").count(),
        usize::from(summaries::get(&reader, document, CodeId(1), study.mb).unwrap().is_some()),
    ]
}

#[test]
fn a_blind_coder_sees_nothing_of_the_others_work() {
    let (mut study, document, legal) = worked();
    assert_eq!(seen(&study, document), [0; 7]);
    let retrieved = ops::retrieve::segments(&study.project, &Default::default()).unwrap();
    assert!(retrieved.segments.is_empty());
    assert!(ops::retrieve::code_counts(&study.project).unwrap().is_empty());
    let grid = ops::grid::grid(&study.project, &Default::default()).unwrap();
    assert!(grid.cell(document, legal).is_none());
    // Not even when asked for by name.
    let query = ops::retrieve::SegmentQuery { coder: Some(study.mb), ..Default::default() };
    assert_eq!(ops::retrieve::segments(&study.project, &query).unwrap_err().kind, Kind::Refused);
    // Nor by its number, nor after the file is opened again.
    let raw = study.raw();
    let memo: i64 = raw.query_row("SELECT id FROM memo", [], |row| row.get(0)).unwrap();
    assert_eq!(
        memos::get(&study.project.read(), absatz::model::MemoId(memo)).unwrap_err().kind,
        Kind::NotFound
    );
    study.project = Project::open(&study.path(), None).unwrap();
    assert_eq!(seen(&study, document), [0; 7]);

    ops::project::set_released(&mut study.project, true).unwrap();
    assert_eq!(seen(&study, document), [1, 1, 1, 1, 1, 4, 1]);
    assert_eq!(ops::retrieve::segments(&study.project, &Default::default()).unwrap().segments.len(), 1);
    ops::project::set_released(&mut study.project, false).unwrap();
    assert_eq!(seen(&study, document), [0; 7]);
}

#[test]
fn whose_codings_count() {
    let (mut study, document, legal) = worked();
    let second = import(&mut study.project, "6", TEXT);
    let counts = |study: &Study, document| {
        let choice = coders::analysis_set(&study.project.read()).unwrap().chosen[&document].clone();
        (choice.coder, choice.because)
    };
    let (ak, mb) = (study.ak, study.mb);
    assert_eq!(counts(&study, document), (ak, Because::Reader), "blind: one's own");
    ops::coders::choose(&mut study.project, document, Some(mb)).unwrap();
    assert_eq!(counts(&study, document), (ak, Because::Reader), "blind: another's choice shows nothing");
    ops::project::set_released(&mut study.project, true).unwrap();
    assert_eq!(counts(&study, document), (mb, Because::Chosen));
    ops::coders::choose(&mut study.project, document, None).unwrap();
    assert_eq!(counts(&study, document), (mb, Because::Done), "the first who declared it done");
    std::thread::sleep(std::time::Duration::from_millis(3));
    ops::coders::set_status(&mut study.project, document, Status::Done).unwrap();
    assert_eq!(counts(&study, document), (mb, Because::Done), "still the first");
    ops::coders::choose(&mut study.project, document, Some(ak)).unwrap();
    assert_eq!(counts(&study, document), (ak, Because::Chosen));
    assert_eq!(counts(&study, second), (ak, Because::Reader));
    // Two coders' codings of one passage are never added up.
    apply(&mut study.project, document, legal, 16, 20);
    let segments = ops::retrieve::segments(&study.project, &Default::default()).unwrap();
    assert_eq!(segments.segments.len(), 1);
    assert_eq!(segments.segments[0].coder, "AK");
    assert!(segments.notes.iter().any(|note| note.contains("AK")), "{:?}", segments.notes);
    assert_eq!(ops::retrieve::code_counts(&study.project).unwrap()[&legal], 1);
    // A consolidated document answers with the consensus, to everyone.
    let raw = study.raw();
    raw.execute_batch(
        "INSERT INTO coder (uuid, name, color, consensus) VALUES ('c', 'Consensus', '#000000', 1);
         INSERT INTO work (document, coder, pass, status, at)
           SELECT 1, coder.id, coding_pass.id, 'done', '2026' FROM coder, coding_pass WHERE consensus = 1;
         INSERT INTO coding (uuid, document, code, coder, start_pos, end_pos, created)
           SELECT 'k', 1, 1, id, 13, 19, '2026' FROM coder WHERE consensus = 1",
    )
    .unwrap();
    for released in [true, false] {
        ops::project::set_released(&mut study.project, released).unwrap();
        assert_eq!(counts(&study, document).1, Because::Consensus);
        let segments = ops::retrieve::segments(&study.project, &Default::default()).unwrap().segments;
        assert_eq!(segments.iter().map(|segment| segment.coder.as_str()).collect::<Vec<_>>(), ["Consensus"]);
    }
}

#[test]
fn drafts_outlive_the_program() {
    let mut study = Study::new();
    ops::drafts::keep(&mut study.project, "summary 1 2", "half a sen").unwrap();
    ops::drafts::keep(&mut study.project, "summary 1 2", "half a sentence").unwrap();
    ops::drafts::keep(&mut study.project, "memo 4", "x").unwrap();
    ops::drafts::discard(&mut study.project, "memo 4").unwrap();
    let raw = study.raw();
    let before = snapshot(&raw);
    let again = Project::open(&study.path(), None).unwrap();
    let kept = drafts::list(&again.read()).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].field.as_str(), kept[0].text.as_str()), ("summary 1 2", "half a sentence"));
    assert_eq!(before, snapshot(&raw), "a draft is no operation");
    let other = Project::open(&study.path(), Some("MB")).unwrap();
    assert!(drafts::list(&other.read()).unwrap().is_empty(), "drafts are one's own");
}

#[test]
fn the_file_remembers_who_works() {
    let mut study = Study::new();
    study.sign_in(study.mb);
    assert_eq!(Project::open(&study.path(), None).unwrap().coder(), study.mb);
    assert_eq!(Project::open(&study.path(), Some("ak")).unwrap().coder(), study.ak);
    let error = Project::open(&study.path(), Some("Eve")).err().unwrap();
    assert_eq!(error.kind, Kind::NotFound);
    assert!(error.hint.unwrap().contains("AK, MB"));
}

#[test]
fn a_synchronised_folder_gets_a_safer_journal_and_one_program() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(".dropbox")).unwrap();
    let inner = folder.path().join("studies");
    std::fs::create_dir(&inner).unwrap();
    let path = inner.join("study.absatz");
    let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    assert!(project.warnings.iter().any(|warning| warning.contains("Dropbox")), "{:?}", project.warnings);
    code(&mut project, "Legal");
    assert!(!path.with_file_name("study.absatz-wal").exists());
    let start = Instant::now();
    let error = refusal(&path);
    assert_eq!(error.kind, Kind::Busy);
    assert!(error.hint.is_some());
    assert!(start.elapsed().as_secs() < 3, "refused at once");
    drop(project);
    let mut project = Project::open(&path, None).unwrap();
    assert_eq!(settings::citation(&project.read()).unwrap(), Pattern::default());
    code(&mut project, "Money");
    drop(project);
    // A project that was made elsewhere comes with its write-ahead log.
    let study = Study::new();
    let moved = inner.join("moved.absatz");
    study.project.backup(&moved).unwrap();
    rusqlite::Connection::open(&moved).unwrap().execute_batch("PRAGMA journal_mode = WAL").unwrap();
    let mut project = Project::open(&moved, None).unwrap();
    code(&mut project, "Legal");
    assert!(!moved.with_file_name("moved.absatz-wal").exists());
}
