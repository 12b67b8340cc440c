//! What has left the file is in none of its bytes, nor in a file beside it.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use absatz::error::Kind;
use absatz::model::codes::Guide;
use absatz::model::history::OperationKind;
use absatz::model::memos::MemoOn;
use absatz::model::names::Name;
use absatz::model::variables::Owner;
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::{Application, CodingChange};
use absatz::ops::documents::{DocumentChange, ImportAs, Source};
use absatz::progress::Progress;
use absatz::store::history::HistoryFilter;
use absatz::store::{Project, backup, codes, codings, documents, history};
use absatz::text::Span;
use absatz::text::citations::Pattern;

use crate::support::{self, Study, draft, raw};

/// Letters that are in nothing else: plain and with an umlaut, as they are typed in three ways.
const NAMES: [&str; 6] = [
    "Zwetschgenbichler",
    "ZWETSCHGENBICHLER",
    "zwetschgenbichler",
    "Öchsenthaler",
    "ÖCHSENTHALER",
    "öchsenthaler",
];

/// A sentence with all of them.
fn words() -> String {
    NAMES.join(" und ")
}

/// Every spelling that bytes could have: UTF-8 and JSON with escapes.
fn spellings() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for name in NAMES {
        all.push(name.as_bytes().to_vec());
        for hex in [|c: char| format!("\\u{:04x}", c as u32), |c: char| format!("\\u{:04X}", c as u32)] {
            let escaped: String =
                name.chars().map(|c| if c.is_ascii() { c.to_string() } else { hex(c) }).collect();
            all.push(escaped.into_bytes());
            let utf16 = |bytes: fn(u16) -> [u8; 2]| name.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
            all.push(utf16(u16::to_le_bytes));
            all.push(utf16(u16::to_be_bytes));
        }
    }
    all
}

/// How often any of the spellings stands in each file of a folder; only files where one does.
fn found(folder: &Path) -> BTreeMap<String, usize> {
    let spellings = spellings();
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        let times = spellings
            .iter()
            .map(|spelling| bytes.windows(spelling.len()).filter(|window| window == spelling).count())
            .sum();
        if times > 0 {
            all.insert(file.file_name().unwrap().to_string_lossy().into_owned(), times);
        }
    }
    all
}

fn import(project: &mut Project, label: &str, text: &str) -> DocumentId {
    let name = format!("Interview {}.txt", words());
    let mut read = draft(text);
    read.options = serde_json::json!({"recognise": {"speakers": [NAMES[0], NAMES[3]]}});
    let wanted =
        ImportAs { label: Some(label.to_owned()), title: Some(words()), again: true, ..ImportAs::default() };
    let source = Source::new(&name, text.as_bytes());
    ops::documents::import(project, &read, &source, &wanted).unwrap().value
}

/// Writes everything that can be written on a document and a code, with these words in it.
fn write(project: &mut Project, document: DocumentId, code: CodeId, words: &str) {
    let span = Span::new(0, 12);
    let change = DocumentChange {
        title: Some(words.to_owned()),
        group: Some(words.to_owned()),
        ..DocumentChange::default()
    };
    ops::documents::change(project, document, &change).unwrap();
    let profession = ops::variables::ValueChange::working(words);
    ops::variables::set(project, Owner::Document(document), "Beruf", None, &profession).unwrap();
    ops::summaries::write(project, document, code, words).unwrap();
    let guide = Guide {
        definition: words.to_owned(),
        apply: words.to_owned(),
        not_apply: words.to_owned(),
        research_question: words.to_owned(),
        ..Guide::default()
    };
    ops::codes::define(project, code, &guide).unwrap();
    ops::codes::rename(project, code, words).unwrap();
    let what = Application { codes: vec![code], weight: None, comment: words.to_owned() };
    let coding = ops::codings::apply(project, document, span, &what).unwrap().value[0];
    let comment = CodingChange { comment: Some(words.to_owned()), ..CodingChange::default() };
    ops::codings::change(project, coding, &comment).unwrap();
    for on in [
        MemoOn::Project,
        MemoOn::Document(document),
        MemoOn::Place(document, span),
        MemoOn::Code(code),
        MemoOn::Coding(coding),
    ] {
        ops::memos::write(project, None, on, words, words).unwrap();
    }
    ops::drafts::keep(project, "memo-on project", words).unwrap();
    ops::drafts::remember(project, "workbench", words).unwrap();
}

/// Takes the words out of everything that is not the document's own, as people do: by writing something else.
fn take_back(project: &mut Project, document: DocumentId, code: CodeId) {
    write(project, document, code, "[A]");
    let all = absatz::store::memos::list(&project.read()).unwrap();
    for memo in all {
        ops::memos::write(project, Some(memo.id), memo.on, "[A]", "[A]").unwrap();
    }
    for anchor in codes::anchors(&project.read(), None).unwrap() {
        ops::codes::remove_anchor(project, &anchor).unwrap();
    }
    for coding in codings::all(&project.read()).unwrap() {
        let comment = CodingChange { comment: Some("[A]".to_owned()), ..CodingChange::default() };
        ops::codings::change(project, coding.id, &comment).unwrap();
    }
}

/// Tables that no operation of this test fills, on the document: past the history, as rows are.
fn material(raw: &rusqlite::Connection, document: DocumentId, words: &str) {
    let sql = format!(
        "INSERT INTO study_case (uuid, name, position) VALUES ('c', '{words} 1', 1);
         INSERT INTO case_document (study_case, document) VALUES (1, {id});
         INSERT INTO person (uuid, name, position) VALUES ('p', '{words} 2', 1), ('q', 'Somebody', 2);
         INSERT INTO speaker (uuid, document, label, role, person) VALUES ('s', {id}, '{words} 3', 'interviewee', 1);
         INSERT INTO variable (uuid, name, kind, position, entity) VALUES ('v', 'Amt', 'text', 9, 'person');
         INSERT INTO person_value (variable, person, working, published)
           VALUES ((SELECT id FROM variable WHERE name = 'Amt'), 1, '{words}', '{words}');
         INSERT INTO media (uuid, document, file_name, position) VALUES ('m', {id}, '{words}.mp3', 1);
         INSERT INTO consent (uuid, document, person, note) VALUES ('n', {id}, 1, '{words}');
         INSERT INTO quotation_release (uuid, document, start_pos, end_pos, answer, wording, at)
           VALUES ('r', {id}, 0, 4, 'asked', '{words}', '');
         INSERT INTO paraphrase (uuid, document, start_pos, end_pos, coder, text, created, changed)
           VALUES ('a', {id}, 0, 4, 1, '{words}', '', '');
         INSERT INTO state (key, value) VALUES ('media m', '/home/{words}/x.mp3');",
        id = document.0,
    );
    raw.execute_batch(&sql).unwrap();
}

/// A study with the names in everything that was ever written, and in nothing that is there now but the names of files.
fn past(study: &mut Study) -> (DocumentId, CodeId) {
    let project = &mut study.project;
    let gone = import(project, "9", &format!("I: Wer?\nB: {}.\n", words()));
    let kept = import(project, "5", "I: Und dann?\nFrau [A]: Da kam der Erlass.\n");
    let code = support::code(project, "Obstacles");
    write(project, gone, code, &words());
    write(project, kept, code, &words());
    ops::codes::add_anchor(project, code, gone, Span::new(8, 60)).unwrap();
    ops::names::add(project, Name::new(NAMES[0], "[A]"), &[format!("{}=[B]", NAMES[3])]).unwrap();
    ops::history::undo(project).unwrap();
    take_back(project, kept, code);
    ops::documents::remove(project, gone).unwrap();
    for group in documents::groups(&project.read()).unwrap() {
        // A group without documents has no operation of its own yet.
        let raw = raw(project.path());
        raw.execute("UPDATE document_group SET name = 'group ' || id WHERE id = ?1", [group.id.0]).unwrap();
    }
    (kept, code)
}

#[test]
fn a_sealed_file_holds_nothing_of_what_was_replaced() {
    let mut study = Study::new();
    let (kept, code) = past(&mut study);
    assert!(found(study.folder.path())["study.absatz-wal"] > 20, "much was in the log");
    let before = support::snapshot(&study.raw());
    let progress = Progress::new();

    study.project.set_dry_run(true);
    let plan = ops::erasure::seal(&mut study.project, false, &progress).unwrap();
    assert!(plan.taken.images > 50 && plan.taken.drafts == 1 && plan.taken.names == 1, "{plan:?}");
    study.project.set_dry_run(false);
    assert!(ops::names::list(&study.project).unwrap().names.len() == 1, "a dry run changes nothing");
    let was = found(study.folder.path()).values().sum::<usize>();

    let report = ops::erasure::seal(&mut study.project, false, &progress).unwrap();
    assert_eq!(report.taken, plan.taken);
    assert!(was > 50 && found(study.folder.path()).is_empty(), "{was} {:?}", found(study.folder.path()));
    assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());

    // Everything that is there now is there still, but for the names of files.
    let after = support::snapshot(&study.raw());
    let difference = support::difference(&before, &after);
    assert!(
        !difference.is_empty() && difference.iter().all(|line| line.starts_with("document ")),
        "{difference:#?}"
    );
    let document = documents::get(&study.project.read(), kept).unwrap();
    assert_eq!(document.source_name, "");
    assert!(documents::text(&study.project.read(), kept).unwrap().as_str().contains("Erlass"));

    // The history says who did what kind of thing, and there is nothing to undo before it.
    let entries = history::list(&study.project.read(), &HistoryFilter::default()).unwrap();
    assert_eq!(entries[0].kind, OperationKind::Seal);
    assert!(entries.len() > 30 && entries.iter().all(|entry| entry.arguments == serde_json::json!({})));
    let refused = ops::history::undo(&mut study.project).unwrap_err();
    assert!(refused.message.contains("seal"), "{refused}");
    assert!(ops::history::redo(&mut study.project).is_err());
    ops::codes::rename(&mut study.project, code, "Hindrances").unwrap();
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(codes::tree(&study.project.read()).unwrap().path(code), "[A]");
    // Another process opens it as always, and keys go on where they were.
    let mode: String = study.raw().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

/// What the rewriting is for: after the same deletions in place the names are all over the file.
#[test]
fn deleting_alone_leaves_the_names_in_the_file() {
    let mut study = Study::new();
    past(&mut study);
    let raw = study.raw();
    raw.execute_batch(
        "DELETE FROM change; UPDATE operation SET arguments = '{}'; DELETE FROM draft; DELETE FROM state;
         DELETE FROM pseudonym_form; DELETE FROM pseudonym; UPDATE document SET source_name = '', options = '{}';
         DELETE FROM text_version WHERE sha256 NOT IN (SELECT text FROM document);
         PRAGMA wal_checkpoint(TRUNCATE);",
    )
    .unwrap();
    assert!(found(study.folder.path())["study.absatz"] > 50);
}

#[test]
fn an_erased_interview_is_in_no_byte_of_the_file() {
    let mut study = Study::new();
    let (kept, code) = past(&mut study);
    let gone = import(&mut study.project, "7", &format!("I: Wer?\nB: {}.\n", words()));
    let span = Span::new(8, 60);
    write(&mut study.project, gone, code, &words());
    take_back(&mut study.project, kept, code);
    ops::codes::add_anchor(&mut study.project, code, gone, span).unwrap();
    // Two anchor examples that have lost their place: one says where it was, one has the words.
    let raw = study.raw();
    let passage = documents::text(&study.project.read(), gone).unwrap().slice(span).to_owned();
    raw.execute(
        "INSERT INTO anchor (uuid, code, text, source, position) VALUES ('x', ?1, ?2, '', 7), ('y', ?1, 'Ja.', 'IP 7: 2', 8),
           ('z', ?1, 'Nein.', 'IP 5: 2', 9)",
        rusqlite::params![code.0, passage],
    )
    .unwrap();
    ops::memos::write(&mut study.project, None, MemoOn::Document(gone), &words(), &words()).unwrap();
    material(&raw, gone, &words());
    raw.execute("UPDATE document_group SET name = 'group ' || id", []).unwrap();
    raw.execute("UPDATE study_case SET name = 'Town'", []).unwrap();
    drop(raw);

    let uuid = documents::get(&study.project.read(), gone).unwrap().uuid;
    let report = ops::erasure::erase(&mut study.project, gone, false, &Progress::new()).unwrap();
    assert!(found(study.folder.path()).is_empty(), "{:?}", found(study.folder.path()));
    let erased = report.document.unwrap();
    assert_eq!(erased.label, "7");
    assert_eq!(erased.persons, [format!("{} 2", words())]);
    assert_eq!(report.recordings, [format!("{}.mp3", words())]);
    let raw = study.raw();
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(
        count(&format!("SELECT count(*) FROM tombstone WHERE uuid = '{uuid}' AND noun = 'document'")),
        1
    );
    assert_eq!(count("SELECT count(*) FROM person"), 1, "who speaks nowhere else has gone, others stay");
    assert_eq!(count("SELECT count(*) FROM anchor"), 1, "another interview's anchor example stays");
    assert_eq!(count("SELECT count(*) FROM document"), 1);
    assert_eq!(count("SELECT count(*) FROM erasure WHERE kind = 'erase'"), 1);
    assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());
}

#[test]
fn erasing_keeps_the_list_of_names_where_it_is_told_to() {
    let mut study = Study::new();
    let gone = support::import(&mut study.project, "7", "Somebody spoke.");
    support::import(&mut study.project, "5", "Müller spoke.");
    ops::names::add(&mut study.project, Name::new("Müller", "[A]"), &[]).unwrap();
    let report = ops::erasure::erase(&mut study.project, gone, true, &Progress::new()).unwrap();
    assert_eq!(ops::names::list(&study.project).unwrap().names.len(), 1);
    assert_eq!(report.standing.len(), 1, "where the names still stand is listed: {report:?}");
}

#[test]
fn a_sealing_that_would_leave_listed_names_is_refused() {
    let mut study = Study::new();
    support::import(&mut study.project, "5", "Müller spoke.");
    ops::names::add(&mut study.project, Name::new("Müller", "[A]"), &[]).unwrap();
    let refused = ops::erasure::seal(&mut study.project, false, &Progress::new()).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused);
    assert!(history::list(&study.project.read(), &HistoryFilter::default()).unwrap().len() > 2);
    let report = ops::erasure::seal(&mut study.project, true, &Progress::new()).unwrap();
    assert_eq!(report.standing.len(), 1);
}

#[test]
fn nothing_leaves_the_file_while_it_is_open_elsewhere() {
    let mut study = Study::new();
    support::import(&mut study.project, "5", "Words.");
    let other = Project::open(&study.path(), None).unwrap();
    let refused = ops::erasure::seal(&mut study.project, false, &Progress::new()).unwrap_err();
    assert_eq!(refused.kind, Kind::Busy, "{refused}");
    // Both go on as before.
    support::code(&mut study.project, "Legal");
    assert_eq!(codes::tree(&other.read()).unwrap().nodes().len(), 1);
    drop(other);
    ops::erasure::seal(&mut study.project, false, &Progress::new()).unwrap();
}

#[test]
fn who_opens_it_meanwhile_waits_and_finds_the_new_file() {
    let mut study = Study::new();
    for n in 0..6 {
        support::import(&mut study.project, &n.to_string(), &"Words and more words. ".repeat(20_000));
    }
    let path = study.path();
    let threads: Vec<_> = (0..6u64)
        .map(|n| {
            let path = path.clone();
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(n * 12));
                let mut project = Project::open(&path, None).unwrap();
                support::code(&mut project, &format!("Code {n}"));
            })
        })
        .collect();
    let mut sealed = 0;
    while sealed < 3 {
        match ops::erasure::seal(&mut study.project, false, &Progress::new()) {
            Ok(_) => sealed += 1,
            Err(error) => assert_eq!(error.kind, Kind::Busy, "{error}"),
        }
    }
    for thread in threads {
        thread.join().unwrap();
    }
    // Nobody wrote to a file that had lost its name.
    assert_eq!(codes::tree(&study.project.read()).unwrap().nodes().len(), 6);
    assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());
}

#[test]
fn what_still_holds_everything_is_named() {
    let mut study = Study::new();
    support::import(&mut study.project, "5", "Words.");
    let folder = study.folder.path().to_path_buf();
    study.project.backup(&folder.join("copy of 2026.absatz")).unwrap();
    study.project.backup(&folder.join("study.v1.absatz-backup")).unwrap();
    std::fs::write(folder.join("notes.txt"), "SQLite format 3").unwrap();
    drop(ops::project::create(&folder.join("other.absatz"), "X", &Pattern::default()).unwrap());
    ops::names::move_to(&mut study.project, Some(&folder.join("study.absatz-names"))).unwrap();
    let report = ops::erasure::seal(&mut study.project, false, &Progress::new()).unwrap();
    let names: Vec<_> =
        report.copies.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["copy of 2026.absatz", "study.v1.absatz-backup"]);
    assert_eq!(report.names_file, Some(folder.join("study.absatz-names")));
    assert!(ops::names::file(&study.project).unwrap().is_none(), "the study has forgotten where the list is");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        for file in ["study.absatz", "study.absatz-names"] {
            let mode = std::fs::metadata(folder.join(file)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{file}");
        }
    }
}

const PROJECT: &str = "ABSATZ_TEST_SEAL_PROJECT";

/// The child: nothing unless the test below starts it.
#[test]
fn child() {
    let Ok(path) = std::env::var(PROJECT) else { return };
    let mut project = Project::open(path.as_ref(), None).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "ready").and_then(|()| out.flush()).unwrap();
    ops::erasure::seal(&mut project, false, &Progress::new()).unwrap();
    std::thread::sleep(Duration::from_secs(5));
}

#[test]
fn killed_at_any_moment_the_old_file_or_the_new_one_is_whole() {
    let mut study = Study::new();
    past(&mut study);
    support::import(&mut study.project, "6", &"Words and more words. ".repeat(20_000));
    let original = study.folder.path().join("original");
    study.project.backup(&original).unwrap();
    let rows = support::snapshot(&study.raw()).len();
    let folder = support::quick_folder();
    let path = folder.path().join("study.absatz");
    let (mut old, mut new) = (0, 0);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    // However fast the machine is just now: the longest wait grows until the new file is met, and shrinks then.
    let mut longest = 20_000u64;
    for _ in 0..60 {
        for ending in ["", "-wal", "-shm"] {
            drop(std::fs::remove_file(folder.path().join(format!("study.absatz{ending}"))));
        }
        std::fs::copy(&original, &path).unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "erasure::child", "--nocapture"])
            .env(PROJECT, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("ready")));
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(random % longest));
        child.kill().unwrap();
        child.wait().unwrap();
        let project = Project::open(&path, None).unwrap();
        assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new());
        assert_eq!(support::snapshot(&support::raw(&path)).len(), rows);
        match absatz::store::erasure::last(&project.read()).unwrap() {
            None => {
                old += 1;
                longest += longest / 4;
                assert!(
                    history::list(&project.read(), &HistoryFilter::default()).unwrap()[0].kind
                        != OperationKind::Seal
                );
                assert!(!ops::names::list(&project).unwrap().is_empty());
            }
            Some(_) => {
                new += 1;
                longest -= longest / 4;
                drop(project);
                assert!(found(folder.path()).is_empty());
            }
        }
        let left: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| !name.to_string_lossy().contains("sealing")), "{left:?}");
    }
    assert!(old > 0 && new > 0, "too few moments: {old} old, {new} new");
}
