//! The history under random use: two coders interleave every operation there is, undo and redo.
//!
//! `ABSATZ_HISTORY_CASES` and `ABSATZ_HISTORY_STEPS` ask for more than the suite's share.

mod beside;
mod coding_guide;
mod consolidating;
mod frame;
mod grid;
mod invariants;
mod material;
mod packages;
mod work;

use std::sync::OnceLock;

use absatz::error::{Kind, Result};
use absatz::model::codebook::{Codebook, CodebookAnchor, CodebookCode, FORMAT};
use absatz::model::coders::Status;
use absatz::model::codes::{Guide, Origin};
use absatz::model::consent::{Answer, Quotations};
use absatz::model::draft::Draft;
use absatz::model::guides::{ReferenceKind, Stage};
use absatz::model::history::{Changed, Done, OperationKind};
use absatz::model::memos::{KINDS, MemoOn, MemoText};
use absatz::model::{
    CaseId, CodeId, CoderId, CodingId, DocumentId, MemoId, ParaphraseId, PersonId, RecordingId, ReferenceId,
};
use absatz::ops;
use absatz::ops::codings::{Application, Category, CodingChange};
use absatz::ops::consent::ConsentChange;
use absatz::ops::documents::{DocumentChange, ImportAs, Source};
use absatz::ops::guides::KeepAs;
use absatz::store::history::HistoryFilter;
use absatz::store::{Project, backup, coders, codes, codings, documents, guides, history, media};
use absatz::text::Span;
use absatz::text::citations::Pattern;
use absatz::text::speakers::SpeakerFound;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::{self, Snapshot, difference, draft, snapshot};

/// Lines with several bytes a letter, clusters of several letters, a header without a number, an empty line.
const TEXTS: [&str; 3] = [
    "I: Und dann?\nFrau Müller: Da kam der Erlass.\n\n## Kopf 0:03\nGrüße an 👩‍👩‍👧 und e\u{301}ine Ärztin.\n  Ja.  \nNein, nie!",
    "One paragraph only, and a long one with many words in it.",
    "a\nb\u{308}\nc\n## not a number\nd e f g\n\nh",
];

/// What a step does, from numbers, so that proptest can make it smaller.
type Step = (bool, usize, [u16; 4]);

/// A draft in which two speak.
fn spoken(text: &str) -> Draft {
    let speaker =
        |label: &str, interviewer| SpeakerFound { label: label.to_owned(), paragraphs: 1, interviewer };
    Draft { speakers: vec![speaker("I", true), speaker("B", false)], ..draft(text) }
}

/// Every kind once, the frequent ones more often.
fn table() -> Vec<OperationKind> {
    use OperationKind::{
        AcceptAgreed, AddCase, AddPerson, AddSet, AddVariable, ApplyCode, AssignCase, AssignSpeaker,
        ChangeCoding, DecideDifference, EditText, Merge, MergeCodes, Redo, RemoveCode, RemoveCoding,
        ReopenConsensus, ReplaceDocument, ResizeCoding, SetCellState, SetStatus, SetVariable, Undo,
        WriteCaseSummary, WriteParaphrase,
    };
    let mut all = OperationKind::ALL.to_vec();
    for (kind, times) in [
        (ApplyCode, 9),
        (RemoveCoding, 3),
        (ResizeCoding, 3),
        (MergeCodes, 1),
        (RemoveCode, 1),
        (AddCase, 2),
        (AssignCase, 3),
        (AddPerson, 2),
        (AssignSpeaker, 3),
        (AddSet, 1),
        (AddVariable, 2),
        (SetVariable, 6),
        (EditText, 5),
        (WriteParaphrase, 2),
        (Merge, 1),
        (ReplaceDocument, 9),
        (SetStatus, 2),
        (SetCellState, 2),
        (WriteCaseSummary, 1),
        (DecideDifference, 2),
        (ReopenConsensus, 1),
        (AcceptAgreed, 2),
        (ChangeCoding, 2),
        (Undo, 14),
        (Redo, 8),
    ] {
        all.extend(std::iter::repeat_n(kind, times));
    }
    all
}

fn pick<T: Copy>(from: &[T], n: u16) -> Option<T> {
    (!from.is_empty()).then(|| from[usize::from(n) % from.len()])
}

/// The things of the study that an operation can be about, whoever made them.
struct Things {
    documents: Vec<DocumentId>,
    codes: Vec<CodeId>,
    coders: Vec<CoderId>,
    codings: Vec<CodingId>,
    memos: Vec<MemoId>,
    paraphrases: Vec<ParaphraseId>,
}

impl Things {
    fn of(project: &Project, raw: &rusqlite::Connection) -> Things {
        let reader = project.read();
        let ids = |sql: &str| -> Vec<i64> {
            let mut statement = raw.prepare_cached(sql).unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().map(|id| id.unwrap()).collect()
        };
        Things {
            documents: documents::list(&reader).unwrap().into_iter().map(|document| document.id).collect(),
            codes: codes::tree(&reader).unwrap().nodes().iter().map(|node| node.code.id).collect(),
            coders: coders::list(&reader).unwrap().into_iter().map(|coder| coder.id).collect(),
            codings: ids("SELECT id FROM coding").into_iter().map(CodingId).collect(),
            memos: ids("SELECT id FROM memo").into_iter().map(MemoId).collect(),
            paraphrases: ids("SELECT id FROM paraphrase").into_iter().map(ParaphraseId).collect(),
        }
    }
}

fn span(project: &Project, document: DocumentId, a: u16, b: u16) -> Span {
    let length = documents::get(&project.read(), document).unwrap().characters + 2;
    // Mostly short spans, so that they meet, touch and lie in each other.
    let start = u32::from(a) % length;
    let reach = if b.is_multiple_of(4) { length } else { 12 };
    Span::new(start, start + u32::from(b) % reach)
}

fn changed<T>(done: Result<Done<T>>) -> Result<Changed> {
    done.map(|done| done.changed)
}

fn date(n: u16) -> String {
    format!("2026-03-{:02}", n % 27 + 1)
}

fn word(n: u16) -> &'static str {
    ["Alpha", "Beta", "Gamma", "alpha"][usize::from(n % 4)]
}

fn text(n: u16) -> &'static str {
    ["", "Über \"Anführung\"", "zwei\nZeilen", "  ", "a\u{0}b"][usize::from(n % 5)]
}

/// Carries out one operation of a kind; nothing where there is nothing to do it on.
///
/// No `_` arm: an operation that is new must be added here before anything compiles.
pub fn carry_out(
    project: &mut Project,
    raw: &rusqlite::Connection,
    kind: OperationKind,
    n: [u16; 4],
) -> Result<Changed> {
    let things = Things::of(project, raw);
    let document = pick(&things.documents, n[0]);
    let nothing = Ok(Changed::default());
    match kind {
        OperationKind::CreateProject => {
            let path = project.path().to_path_buf();
            let refused =
                ops::project::create(&path, "X", &Pattern::default()).err().expect("the file is there");
            assert_eq!(refused.kind, Kind::Refused);
            nothing
        }
        OperationKind::ReplaceNames => {
            let name = ["Alpha", "Beta", "Über", "Zeilen", "Recht"][usize::from(n[0] % 5)];
            let mut list = absatz::model::names::Names::default();
            list.put(absatz::model::names::Name::new(name, &format!("[{}]", n[1] % 3))).unwrap();
            let scope = ops::names::Scope { everywhere: true, ..Default::default() };
            let progress = absatz::progress::Progress::new();
            // The transcripts are corrections, each an operation of its own.
            let mut chosen = ops::names::find(project, &list, &scope, &progress)?;
            chosen.retain(|one| !one.is_in_transcript());
            changed(ops::names::apply(project, &list, &scope, Some(&chosen), &progress))
        }
        OperationKind::Share | OperationKind::Merge => packages::carry_package(project, &things, kind, n),
        // The test reads the file beside: nothing may leave it then. What they do alone is in `erasure.rs`.
        OperationKind::Seal | OperationKind::Erase => {
            let progress = absatz::progress::Progress::new();
            let refused = match document.filter(|_| kind == OperationKind::Erase) {
                Some(document) => ops::erasure::erase(project, document, false, &progress),
                None => ops::erasure::seal(project, false, &progress),
            };
            assert_eq!(refused.expect_err("the file is open elsewhere").kind, Kind::Busy);
            nothing
        }
        OperationKind::ChangeSetting => match n[0] % 3 {
            0 => changed(ops::project::set_released(project, !n[1].is_multiple_of(4))),
            _ => {
                let pattern = Pattern { singular: word(n[1]).to_owned(), ..Pattern::default() };
                changed(ops::project::set_citation(project, &pattern))
            }
        },
        OperationKind::AddCoder
        | OperationKind::RenameCoder
        | OperationKind::RecolorCoder
        | OperationKind::AssignCoder
        | OperationKind::ChangePass
        | OperationKind::SetStatus
        | OperationKind::ChooseCoder
        | OperationKind::ReleaseDocument
        | OperationKind::ImportDocument
        | OperationKind::ReplaceDocument
        | OperationKind::ChangeDocument
        | OperationKind::RemoveDocument => frame::carry_out(project, kind, &things, n),
        OperationKind::ChangeGroup
        | OperationKind::AddCase
        | OperationKind::ChangeCase
        | OperationKind::RemoveCase
        | OperationKind::AssignCase
        | OperationKind::AddPerson
        | OperationKind::ChangePerson
        | OperationKind::RemovePerson
        | OperationKind::AssignSpeaker
        | OperationKind::AddSet
        | OperationKind::ChangeSet
        | OperationKind::RemoveSet
        | OperationKind::SaveQuery
        | OperationKind::RenameQuery
        | OperationKind::RemoveQuery
        | OperationKind::KeepVersion
        | OperationKind::ChangeVersion
        | OperationKind::RemoveVersion
        | OperationKind::AddVariable
        | OperationKind::ChangeVariable
        | OperationKind::RemoveVariable
        | OperationKind::SetVariable
        | OperationKind::ImportVariables => material::carry_out(project, kind, n),
        OperationKind::EditText => {
            let Some(document) = document else { return nothing };
            let text = edited(project, document, n);
            let renumber = n[1].is_multiple_of(4);
            let correction = ops::edits::Correction { text: &text, renumber, ..Default::default() };
            changed(ops::edits::edit(project, document, &correction))
        }
        OperationKind::SetSpeaker => {
            let Some(document) = document else { return nothing };
            let speaker = ["", "I", "Frau Müller", "IP:"][usize::from(n[2] % 4)];
            changed(ops::edits::set_speaker(project, document, u32::from(n[1] % 6) + 1, speaker))
        }
        OperationKind::DecideDifference
        | OperationKind::SettleDifferences
        | OperationKind::AcceptAgreed
        | OperationKind::FinishConsensus
        | OperationKind::ReopenConsensus => consolidating::carry_out(project, kind, n),
        OperationKind::AttachRecording
        | OperationKind::ShiftRecording
        | OperationKind::DetachRecording
        | OperationKind::SetTime
        | OperationKind::SetConsent
        | OperationKind::WithdrawConsent
        | OperationKind::RemoveConsent
        | OperationKind::ReleaseQuotation
        | OperationKind::ImportGuide
        | OperationKind::RemoveGuide
        | OperationKind::SetGuideCodes
        | OperationKind::ChooseGuide
        | OperationKind::SetStage => beside::carry_out(project, raw, kind, &things, n),
        OperationKind::AddCode
        | OperationKind::RenameCode
        | OperationKind::RecolorCode
        | OperationKind::MoveCode
        | OperationKind::MergeCodes
        | OperationKind::RemoveCode
        | OperationKind::DefineCode
        | OperationKind::MarkRevisit
        | OperationKind::Revisited
        | OperationKind::AddAnchor
        | OperationKind::RemoveAnchor
        | OperationKind::ImportCodebook => coding_guide::carry_out(project, kind, &things, n),
        OperationKind::ApplyCode
        | OperationKind::RemoveCoding
        | OperationKind::ResizeCoding
        | OperationKind::SortSegments
        | OperationKind::ChangeCoding
        | OperationKind::WriteMemo
        | OperationKind::SetTemplate
        | OperationKind::RenameTemplate
        | OperationKind::RemoveTemplate
        | OperationKind::RemoveMemo
        | OperationKind::WriteParaphrase
        | OperationKind::RemoveParaphrase
        | OperationKind::WriteSummary => work::carry_out(project, raw, kind, &things, n),
        OperationKind::SetCellState
        | OperationKind::WriteDocumentSummary
        | OperationKind::WriteCodeSummary
        | OperationKind::WriteCaseSummary
        | OperationKind::SaveTable
        | OperationKind::RenameTable
        | OperationKind::RemoveTable => grid::carry_out(project, kind, &things, n),
        OperationKind::Undo => changed(ops::history::undo(project)),
        OperationKind::Redo => changed(ops::history::redo(project)),
    }
}

/// A document's text with something inserted, taken out or replaced, or an altogether different one.
fn edited(project: &Project, document: DocumentId, n: [u16; 4]) -> String {
    if n[0].is_multiple_of(9) {
        return TEXTS[usize::from(n[1] % 3)].to_owned();
    }
    let text = documents::text(&project.read(), document).unwrap();
    let mut letters: Vec<char> = text.as_str().chars().collect();
    let at = usize::from(n[2]) % (letters.len() + 1);
    let gone = if n[0].is_multiple_of(2) { usize::from(n[3] % 20) } else { 0 };
    let put = ["", "neue Worte ", "\n", "x", "\nIP: Neu.\n", "\u{301}"][usize::from(n[0] % 6)];
    letters.splice(at..(at + gone).min(letters.len()), put.chars());
    letters.into_iter().collect()
}

/// What the test expects a coder's undo and redo to take.
struct Entry {
    before: Snapshot,
    after: Snapshot,
}

impl Entry {
    /// Rows that it changed.
    fn rows(&self) -> Vec<&(String, i64)> {
        let keys: std::collections::BTreeSet<_> = self.before.keys().chain(self.after.keys()).collect();
        keys.into_iter().filter(|key| self.before.get(*key) != self.after.get(*key)).collect()
    }
}

#[derive(Default)]
struct Expected {
    done: Vec<Entry>,
    undone: Vec<Entry>,
}

fn template() -> &'static (Vec<u8>, CoderId, CoderId) {
    static TEMPLATE: OnceLock<(Vec<u8>, CoderId, CoderId)> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        // The frame is made by a third person, so that nobody's undo takes the two coders away.
        let folder = support::quick_folder();
        let path = folder.path().join("template.absatz");
        let mut project = ops::project::create(&path, "Frame", &Pattern::default()).unwrap();
        let ak = ops::coders::add(&mut project, "AK").unwrap().value;
        let mb = ops::coders::add(&mut project, "MB").unwrap().value;
        for (label, text) in [("1", TEXTS[0]), ("9", TEXTS[2])] {
            let source = Source::new(&format!("{label}.txt"), text.as_bytes());
            let wanted = ImportAs { label: Some(label.to_owned()), ..ImportAs::default() };
            ops::documents::import(&mut project, &spoken(text), &source, &wanted).unwrap();
        }
        for path in ["Alpha/Beta/Alpha", "Gamma", "Delta/Alpha"] {
            support::code(&mut project, path);
        }
        // Two others have coded apart: there is something to consolidate, and a coder of the consensus, so that each
        // operation on it is one entry.
        let second = ops::coders::add(&mut project, "Second").unwrap().value;
        let frame = project.coder();
        let codes: Vec<CodeId> =
            codes::tree(&project.read()).unwrap().nodes().iter().map(|node| node.code.id).collect();
        for document in documents::list(&project.read()).unwrap() {
            for (coder, shift) in [(frame, 0), (second, 1)] {
                project.sign_in(coder).unwrap();
                for (at, code) in codes.iter().enumerate() {
                    let start = at as u32 * 3 + if at % 3 == 2 { shift } else { 0 };
                    let span = Span::new(start, start + 5);
                    let code = if at % 3 == 1 && shift == 1 { codes[0] } else { *code };
                    let what = Application { codes: vec![code], ..Application::default() };
                    // Some passages have no paragraph with a number.
                    drop(ops::codings::apply(&mut project, document.id, span, &what));
                }
                ops::coders::set_status(&mut project, document.id, Status::Done).unwrap();
            }
        }
        project.sign_in(frame).unwrap();
        ops::project::set_released(&mut project, true).unwrap();
        let document = documents::list(&project.read()).unwrap()[0].id;
        ops::consolidation::finish(&mut project, document, true).unwrap();
        ops::history::undo(&mut project).unwrap();
        let copy = folder.path().join("copy.absatz");
        project.backup(&copy).unwrap();
        (std::fs::read(copy).unwrap(), ak, mb)
    })
}

fn run(steps: &[Step]) -> std::result::Result<(), TestCaseError> {
    let (bytes, ak, mb) = template();
    let folder = support::quick_folder();
    let path = folder.path().join("study.absatz");
    std::fs::write(&path, bytes).unwrap();
    let mut project = Project::open(&path, Some("AK")).unwrap();
    let raw = support::raw(&path);
    let kinds = table();
    let mut expected = [Expected::default(), Expected::default()];
    let mut now = snapshot(&raw);
    let mut entries = operations(&raw);
    for &(second, index, numbers) in steps {
        let kind = kinds[index % kinds.len()];
        let coder = if second { *mb } else { *ak };
        project.sign_in(coder).unwrap();
        let mine = &mut expected[usize::from(second)];
        let result = carry_out(&mut project, &raw, kind, numbers);
        let next = snapshot(&raw);
        let listed = operations(&raw);
        prop_assert!(listed.starts_with(&entries), "entries of the history were lost or changed");
        let Ok(changed) = result else {
            let error = result.unwrap_err();
            prop_assert!(
                !matches!(error.kind, Kind::Damaged | Kind::Database | Kind::Busy | Kind::Io),
                "{kind:?}: {error}"
            );
            prop_assert!(next == now, "{kind:?} was refused and changed {:#?}", difference(&now, &next));
            prop_assert_eq!(listed.len(), entries.len(), "a refused {:?} left an entry", kind);
            // Without anything done since, nothing can stand in the way.
            let lone = match kind {
                OperationKind::Undo => mine.done.last().is_some_and(|entry| entry.after == now),
                OperationKind::Redo => mine.undone.last().is_some_and(|entry| entry.before == now),
                _ => false,
            };
            prop_assert!(!lone, "{:?} was refused with nothing in the way: {}", kind, error);
            continue;
        };
        if changed.is_empty() {
            prop_assert!(next == now, "{kind:?} said that it changed nothing");
            prop_assert_eq!(listed.len(), entries.len(), "{:?} without effect left an entry", kind);
            continue;
        }
        prop_assert!(next != now, "{kind:?} left an entry and changed nothing");
        prop_assert_eq!(listed.len(), entries.len() + 1);
        match kind {
            OperationKind::Undo | OperationKind::Redo => {
                let undo = kind == OperationKind::Undo;
                let entry = if undo { mine.done.pop() } else { mine.undone.pop() };
                let Some(entry) = entry else { return Err(TestCaseError::fail("nothing was there to turn")) };
                let (from, to) =
                    if undo { (&entry.after, &entry.before) } else { (&entry.before, &entry.after) };
                for row in entry.rows() {
                    prop_assert_eq!(
                        now.get(row),
                        from.get(row),
                        "{:?} over another's work on {:?}",
                        kind,
                        row
                    );
                    prop_assert_eq!(next.get(row), to.get(row), "{:?} did not restore {:?}", kind, row);
                }
                let rows = entry.rows();
                for row in now.keys().chain(next.keys()).filter(|row| !rows.contains(row)) {
                    prop_assert_eq!(now.get(row), next.get(row), "{:?} touched {:?}", kind, row);
                }
                if undo { mine.undone.push(entry) } else { mine.done.push(entry) }
            }
            _ => {
                mine.undone.clear();
                mine.done.push(Entry { before: now, after: next.clone() });
                // There and back: exactly what was, exactly what came.
                if numbers[0].is_multiple_of(2) {
                    let entry = mine.done.last().unwrap();
                    ops::history::undo(&mut project)
                        .map_err(|e| TestCaseError::fail(format!("{kind:?}: {e}")))?;
                    let back = snapshot(&raw);
                    prop_assert!(
                        back == entry.before,
                        "{kind:?} undone: {:#?}",
                        difference(&entry.before, &back)
                    );
                    ops::history::redo(&mut project)
                        .map_err(|e| TestCaseError::fail(format!("{kind:?}: {e}")))?;
                    let again = snapshot(&raw);
                    prop_assert!(
                        again == entry.after,
                        "{kind:?} redone: {:#?}",
                        difference(&entry.after, &again)
                    );
                }
            }
        }
        invariants::check(&project, &raw);
        now = next;
        entries = operations(&raw);
    }
    prop_assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new());
    // All of it can be told, and all of one's own taken back or refused, down to the frame.
    project.sign_in(*ak).unwrap();
    for operation in history::list(&project.read(), &HistoryFilter::default()).unwrap() {
        prop_assert!(!history::words(&operation).starts_with("operation-"));
    }
    while ops::history::undo(&mut project).is_ok() {}
    prop_assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new());
    invariants::check(&project, &raw);
    Ok(())
}

/// The history as it is stored, without what undo and redo may change in an entry.
fn operations(raw: &rusqlite::Connection) -> Vec<(i64, String, String, Option<i64>, String)> {
    let mut statement = raw
        .prepare_cached("SELECT id, uuid, kind || arguments, coder, at FROM operation ORDER BY id")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .unwrap();
    rows.map(|row| row.unwrap()).collect()
}

fn asked(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn two_coders_undo_and_redo_everything() {
    let cases = asked("ABSATZ_HISTORY_CASES", 256) as u32;
    let steps = asked("ABSATZ_HISTORY_STEPS", 40);
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        max_shrink_time: 20_000,
        ..Config::default()
    };
    let step = (any::<bool>(), 0..table().len(), any::<[u16; 4]>());
    TestRunner::new(config)
        .run(&prop::collection::vec(step, steps..steps + 8), |steps| run(&steps))
        .unwrap_or_else(|error| panic!("{error}"));
}

/// The random walk is worth nothing if it is refused all the time.
#[test]
fn the_walk_gets_everywhere() {
    let mut seen = std::collections::BTreeMap::new();
    let (bytes, ak, mb) = template();
    let kinds = table();
    let mut state = 7u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u16
    };
    let start = || {
        let folder = support::quick_folder();
        let path = folder.path().join("study.absatz");
        std::fs::write(&path, bytes).unwrap();
        let project = Project::open(&path, Some("AK")).unwrap();
        let raw = support::raw(&path);
        (folder, project, raw)
    };
    let (mut _folder, mut project, mut raw) = start();
    for step in 0..100 * OperationKind::ALL.len() {
        // Later on there is hardly a document left that two have done.
        if step % 400 == 399 {
            (_folder, project, raw) = start();
        }
        let kind = kinds[usize::from(random()) % kinds.len()];
        // They code and decide together; the rest is the first one's.
        let both = matches!(kind, OperationKind::ApplyCode | OperationKind::SetStatus);
        project.sign_in(if both && random().is_multiple_of(2) { *mb } else { *ak }).unwrap();
        let done = carry_out(&mut project, &raw, kind, [random(), random(), random(), random()]);
        *seen.entry(kind.name()).or_insert(0) += u32::from(done.is_ok_and(|changed| !changed.is_empty()));
    }
    use OperationKind::{CreateProject, Erase, Seal};
    let alone = [CreateProject, Seal, Erase];
    for kind in OperationKind::ALL.iter().filter(|kind| !alone.contains(kind)) {
        assert!(
            seen.get(kind.name()).is_some_and(|&times| times > 3),
            "{kind:?} hardly ever happens: {seen:?}"
        );
    }
}
