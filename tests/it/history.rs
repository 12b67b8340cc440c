//! The history under random use: two coders interleave every operation there is, undo and redo.
//!
//! `ABSATZ_HISTORY_CASES` and `ABSATZ_HISTORY_STEPS` ask for more than the suite's share.

mod consolidating;
mod grid;
mod material;
mod packages;

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
        AddCase, AddPerson, AddSet, AddVariable, ApplyCode, AssignCase, AssignSpeaker, ChangeCoding,
        DecideDifference, EditText, Merge, MergeCodes, Redo, RemoveCode, RemoveCoding, ReopenConsensus,
        ReplaceDocument, ResizeCoding, SetCellState, SetStatus, SetVariable, Undo, WriteCaseSummary,
        WriteParaphrase,
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

fn recording(project: &Project, n: u16) -> Option<RecordingId> {
    let all: Vec<_> = media::list(&project.read()).unwrap().iter().map(|recording| recording.id).collect();
    pick(&all, n)
}

/// One of the persons there are, or the whole interview.
fn person(raw: &rusqlite::Connection, n: u16) -> Option<PersonId> {
    let mut statement = raw.prepare_cached("SELECT id FROM person").unwrap();
    let all: Vec<i64> = statement.query_map([], |row| row.get(0)).unwrap().map(|id| id.unwrap()).collect();
    pick(&all, n).filter(|_| n.is_multiple_of(2)).map(PersonId)
}

fn guide(project: &Project, n: u16) -> Option<ReferenceId> {
    let all: Vec<_> = guides::list(&project.read()).unwrap().iter().map(|guide| guide.id).collect();
    pick(&all, n)
}

fn date(n: u16) -> String {
    format!("2026-03-{:02}", n % 27 + 1)
}

fn changed<T>(done: Result<Done<T>>) -> Result<Changed> {
    done.map(|done| done.changed)
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
    let code = pick(&things.codes, n[1]);
    let coding = pick(&things.codings, n[0]);
    let nothing = Ok(Changed::default());
    let word = |n: u16| ["Alpha", "Beta", "Gamma", "alpha"][usize::from(n % 4)];
    let text = |n: u16| ["", "Über \"Anführung\"", "zwei\nZeilen", "  ", "a\u{0}b"][usize::from(n % 5)];
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
        OperationKind::AddCoder => {
            changed(ops::coders::add(project, &format!("{} {}", word(n[0]), n[1] % 9)))
        }
        OperationKind::RenameCoder => {
            let Some(coder) = pick(&things.coders, n[0]) else { return nothing };
            changed(ops::coders::rename(project, coder, &format!("{} {}", word(n[1]), n[2] % 5)))
        }
        OperationKind::RecolorCoder => {
            let Some(coder) = pick(&things.coders, n[0]) else { return nothing };
            changed(ops::coders::recolor(project, coder, ["#112233", "#AABBCC"][usize::from(n[1] % 2)]))
        }
        OperationKind::AssignCoder => {
            let Some(coder) = pick(&things.coders, n[1]) else { return nothing };
            let chosen = &things.documents[..usize::from(n[2]) % (things.documents.len() + 1)];
            changed(ops::coders::assign(project, coder, chosen, !n[3].is_multiple_of(3)))
        }
        OperationKind::ChangePass => {
            let passes = coders::passes(&project.read())?;
            let Some(pass) = passes.get(usize::from(n[1]) % passes.len().max(1)) else { return nothing };
            match n[0] % 3 {
                0 => changed(ops::coders::add_pass(project, &format!("{} {}", word(n[2]), n[3] % 4))),
                1 => changed(ops::coders::rename_pass(
                    project,
                    pass.id,
                    &format!("{} {}", word(n[2]), n[3] % 4),
                )),
                _ => changed(ops::coders::use_pass(project, pass)),
            }
        }
        OperationKind::SetStatus => {
            let Some(document) = document else { return nothing };
            let status = match n[1] % 6 {
                0 => Status::NotStarted,
                1 => Status::InProgress,
                _ => Status::Done,
            };
            changed(ops::coders::set_status(project, document, status))
        }
        OperationKind::ChooseCoder => {
            let Some(document) = document else { return nothing };
            let coder = pick(&things.coders, n[1]).filter(|_| !n[2].is_multiple_of(3));
            changed(ops::coders::choose(project, document, coder))
        }
        OperationKind::ReleaseDocument => {
            let Some(document) = document else { return nothing };
            changed(ops::project::set_released_on(project, document, n[1].is_multiple_of(2)))
        }
        OperationKind::ImportDocument => {
            let label = format!("{}", n[0] % 5 + 1);
            let text = TEXTS[usize::from(n[1] % 3)];
            let source =
                Source::new(&format!("{label}.txt"), format!("{} {}", n[1] % 3, n[2] % 3).as_bytes());
            let group = (!n[3].is_multiple_of(3)).then(|| word(n[3]).to_owned());
            let wanted = ImportAs { label: Some(label), group, ..ImportAs::default() };
            changed(ops::documents::import(project, &spoken(text), &source, &wanted))
        }
        OperationKind::ReplaceDocument => {
            let Some(document) = document else { return nothing };
            let source = Source::new("again.txt", format!("{} {}", n[1] % 3, n[2] % 3).as_bytes());
            let again = n[3].is_multiple_of(2);
            let draft = spoken(TEXTS[usize::from(n[1] % 3)]);
            changed(ops::documents::replace(project, document, &draft, &source, again))
        }
        OperationKind::ChangeDocument => {
            let Some(document) = document else { return nothing };
            let change = DocumentChange {
                label: n[1].is_multiple_of(3).then(|| format!("{}", n[2] % 5 + 1)),
                title: n[1].is_multiple_of(2).then(|| word(n[2]).to_owned()),
                group: (n[1] % 5 == 1).then(|| word(n[3]).to_owned()),
                index: (n[1] % 5 == 2).then_some(usize::from(n[2] % 3)),
            };
            changed(ops::documents::change(project, document, &change))
        }
        OperationKind::RemoveDocument => {
            let Some(document) = document else { return nothing };
            changed(ops::documents::remove(project, document))
        }
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
        OperationKind::AttachRecording => {
            let Some(document) = document else { return nothing };
            let folder = project.path().parent().unwrap().to_path_buf();
            let file = folder.join(format!("{} {}.wav", word(n[1]), n[2] % 4));
            std::fs::write(&file, "sound").unwrap();
            changed(ops::media::attach(project, document, &file))
        }
        OperationKind::ShiftRecording => {
            let Some(recording) = recording(project, n[0]) else { return nothing };
            changed(ops::media::shift(project, recording, i64::from(n[1] % 5) * 500 - 1000))
        }
        OperationKind::DetachRecording => {
            let Some(recording) = recording(project, n[0]) else { return nothing };
            changed(ops::media::detach(project, recording))
        }
        OperationKind::SetTime => {
            let Some(document) = document else { return nothing };
            let time = (!n[2].is_multiple_of(4)).then(|| u32::from(n[2] % 50) * 1000);
            let end = n[3].is_multiple_of(2).then(|| u32::from(n[3] % 90) * 1000);
            changed(ops::media::set_time(project, document, u32::from(n[1] % 5) + 1, time, end))
        }
        OperationKind::SetConsent => {
            let Some(document) = document else { return nothing };
            let change = ConsentChange {
                given: n[1].is_multiple_of(2).then(|| date(n[1])),
                quotations: n[2].is_multiple_of(3).then_some(Quotations::Ask),
                withdrawn: n[2].is_multiple_of(5).then(String::new),
                delete_recording_by: n[3].is_multiple_of(2).then(|| date(n[3])),
                note: n[3].is_multiple_of(3).then(|| text(n[3]).to_owned()),
                ..ConsentChange::default()
            };
            changed(ops::consent::set(project, document, person(raw, n[3]), &change))
        }
        OperationKind::WithdrawConsent => {
            let Some(document) = document else { return nothing };
            changed(ops::consent::withdraw(project, document, person(raw, n[3]), &date(n[1])))
        }
        OperationKind::RemoveConsent => {
            let Some(document) = document else { return nothing };
            changed(ops::consent::remove(project, document, person(raw, n[3])))
        }
        OperationKind::ReleaseQuotation => {
            let Some(document) = document else { return nothing };
            let answer = Answer::ALL[usize::from(n[1] % 4)];
            let span = span(project, document, n[2], n[3]);
            changed(ops::consent::release(project, document, span, answer, text(n[1])))
        }
        OperationKind::ImportGuide => {
            let source = Source::new(&format!("{}.md", word(n[0])), &[1]);
            let kind = if n[1].is_multiple_of(5) { ReferenceKind::Other } else { ReferenceKind::Guide };
            let wanted = KeepAs { kind, version: format!("{}", n[2] % 4), ..KeepAs::default() };
            changed(ops::guides::import(project, &draft(TEXTS[usize::from(n[3] % 3)]), &source, &wanted))
        }
        OperationKind::RemoveGuide => {
            let Some(guide) = guide(project, n[0]) else { return nothing };
            changed(ops::guides::remove(project, guide))
        }
        OperationKind::SetGuideCodes => {
            let Some(guide) = guide(project, n[0]) else { return nothing };
            let asked: Vec<CodeId> =
                [n[1], n[2], n[3]].iter().filter_map(|n| pick(&things.codes, *n)).collect();
            changed(ops::guides::set_codes(project, guide, &asked))
        }
        OperationKind::ChooseGuide => {
            let Some(document) = document else { return nothing };
            changed(ops::guides::choose(project, document, guide(project, n[1])))
        }
        OperationKind::SetStage => {
            let Some(document) = document else { return nothing };
            changed(ops::guides::set_stage(
                project,
                document,
                [Stage::Main, Stage::Pretest][usize::from(n[1] % 2)],
            ))
        }
        OperationKind::AddCode => {
            let names = [word(n[0]), word(n[1]), word(n[2])];
            let path = names[..usize::from(n[3] % 3) + 1].join("/");
            changed(ops::codes::add_marking(project, &path, None, n[2].is_multiple_of(2)))
        }
        OperationKind::RenameCode => {
            let Some(code) = code else { return nothing };
            changed(ops::codes::rename(project, code, word(n[0])))
        }
        OperationKind::RecolorCode => {
            let Some(code) = code else { return nothing };
            changed(ops::codes::recolor(project, code, ["#112233", "#AABBCC"][usize::from(n[0] % 2)]))
        }
        OperationKind::MoveCode => {
            let Some(code) = code else { return nothing };
            let parent = pick(&things.codes, n[0]).filter(|_| !n[2].is_multiple_of(3));
            changed(ops::codes::move_to(project, code, parent, Some(usize::from(n[3] % 3))))
        }
        OperationKind::MergeCodes => {
            let (Some(code), Some(into)) = (code, pick(&things.codes, n[0])) else { return nothing };
            changed(ops::codes::merge(project, code, into))
        }
        OperationKind::RemoveCode => {
            let Some(code) = code else { return nothing };
            changed(ops::codes::remove(project, code))
        }
        OperationKind::DefineCode => {
            let Some(code) = code else { return nothing };
            let guide =
                Guide { definition: text(n[0]).to_owned(), origin: Origin::Inductive, ..Guide::default() };
            changed(ops::codes::define_marking(project, code, &guide, n[1].is_multiple_of(2)))
        }
        OperationKind::MarkRevisit => {
            let Some(code) = code else { return nothing };
            let chosen = document.filter(|_| n[2].is_multiple_of(2)).map(|id| vec![id]);
            changed(ops::revisit::mark(project, code, chosen.as_deref()))
        }
        OperationKind::Revisited => {
            let waiting = ops::revisit::own(project)?;
            let Some(one) = waiting.get(usize::from(n[0]) % waiting.len().max(1)) else { return nothing };
            changed(ops::revisit::done(project, one.document, one.code))
        }
        OperationKind::AddAnchor => {
            let (Some(document), Some(code)) = (document, code) else { return nothing };
            let span = span(project, document, n[2], n[3]);
            changed(ops::codes::add_anchor(project, code, document, span))
        }
        OperationKind::RemoveAnchor => {
            let anchors = codes::anchors(&project.read(), None)?;
            let Some(anchor) = anchors.get(usize::from(n[0]) % anchors.len().max(1)) else { return nothing };
            changed(ops::codes::remove_anchor(project, anchor))
        }
        OperationKind::ImportCodebook => changed(ops::codebook::import(project, &codebook(n))),
        OperationKind::ApplyCode => {
            let (Some(document), Some(code)) = (document, code) else { return nothing };
            let mut codes = vec![code];
            codes.extend(pick(&things.codes, n[0]).filter(|_| n[1].is_multiple_of(3)));
            let what = Application {
                codes,
                weight: (!n[3].is_multiple_of(3)).then_some((n[3] % 104) as u8),
                comment: text(n[2]).to_owned(),
            };
            let span = span(project, document, n[2], n[3]);
            changed(ops::codings::apply(project, document, span, &what))
        }
        OperationKind::RemoveCoding => {
            let (Some(document), false) = (document, things.codes.is_empty()) else { return nothing };
            let span = span(project, document, n[2], n[3]);
            let of = if n[1].is_multiple_of(2) { &things.codes[..] } else { &things.codes[..1] };
            changed(ops::codings::remove(project, document, span, of))
        }
        OperationKind::ResizeCoding => {
            let Some(coding) = coding else { return nothing };
            let document = codings::get(&project.read(), coding)?.document;
            let span = span(project, document, n[2], n[3]);
            changed(ops::codings::resize(project, coding, span))
        }
        OperationKind::SortSegments => {
            let picked = coding.map(|id| codings::find(&project.read(), id)).transpose()?.flatten();
            let Some(picked) = picked else { return nothing };
            // All of one's own of its code, or the one, which may be another's.
            let all = codings::of_codes(&project.read(), &[picked.code])?;
            let mine = |one: &&absatz::model::codings::Coding| one.coder == project.coder();
            let mut segments: Vec<CodingId> = all.iter().filter(mine).map(|one| one.id).collect();
            if n[2].is_multiple_of(3) || segments.is_empty() {
                segments = vec![picked.id];
            }
            let path = format!("{}/{}", codes::tree(&project.read())?.path(picked.code), word(n[3]));
            let into = match code.filter(|_| n[1].is_multiple_of(2)) {
                Some(code) => Category::Code(code),
                None => Category::Path(path),
            };
            changed(ops::codings::sort(project, &segments, &into, n[3].is_multiple_of(2)))
        }
        OperationKind::ChangeCoding => {
            let Some(coding) = coding else { return nothing };
            let weight =
                n[1].is_multiple_of(2).then(|| (!n[2].is_multiple_of(3)).then_some((n[2] % 104) as u8));
            let change =
                CodingChange { weight, comment: n[3].is_multiple_of(2).then(|| text(n[3]).to_owned()) };
            changed(ops::codings::change(project, coding, &change))
        }
        OperationKind::WriteMemo => {
            let id = pick(&things.memos, n[1]).filter(|_| n[2].is_multiple_of(3));
            let groups = documents::groups(&project.read()).unwrap();
            let group = pick(&groups.iter().map(|group| group.id).collect::<Vec<_>>(), n[1]);
            let case = raw.query_row("SELECT max(id) FROM study_case", [], |row| row.get(0));
            let case = case.ok().flatten().map(CaseId);
            let on = match (n[0] % 9, document, code, coding) {
                (7, ..) if group.is_some() => MemoOn::Group(group.unwrap()),
                (8, ..) if case.is_some() => MemoOn::Case(case.unwrap()),
                (0, Some(document), _, _) => MemoOn::Document(document),
                (1, Some(document), _, _) => MemoOn::Place(document, span(project, document, n[2], n[3])),
                (2, _, Some(code), _) => MemoOn::Code(code),
                (3 | 4, _, _, Some(coding)) => MemoOn::Coding(coding),
                (5, ..) => MemoOn::Logbook,
                (6, ..) => MemoOn::Project,
                _ => MemoOn::Free,
            };
            let dated = n[2]
                .is_multiple_of(3)
                .then(|| if n[2].is_multiple_of(2) { String::new() } else { date(n[2]) });
            let template = n[3].is_multiple_of(4).then(|| "protocol".to_owned());
            let (title, text) = (text(n[1]).to_owned(), text(n[3]).to_owned());
            changed(ops::memos::write_as(project, id, on, MemoText { title, text, template, dated }))
        }
        OperationKind::SetTemplate => {
            changed(ops::templates::set(project, word(n[0]), KINDS[usize::from(n[1] % 9)], text(n[2])))
        }
        OperationKind::RemoveTemplate => changed(ops::templates::remove(project, word(n[0]))),
        OperationKind::RemoveMemo => {
            let Some(memo) = pick(&things.memos, n[0]) else { return nothing };
            changed(ops::memos::remove(project, memo))
        }
        OperationKind::WriteParaphrase => {
            let there = pick(&things.paraphrases, n[1]).filter(|_| n[2].is_multiple_of(3));
            // Those that a correction has left without a place are not written anew.
            let sql =
                "SELECT document, start_pos, end_pos FROM paraphrase WHERE id = ?1 AND start_pos IS NOT NULL";
            let there = there.and_then(|id| {
                let place = |row: &rusqlite::Row<'_>| {
                    Ok((DocumentId(row.get(0)?), Span::new(row.get(1)?, row.get(2)?)))
                };
                raw.query_row(sql, [id.0], place).ok()
            });
            let (document, span) = match (there, document) {
                (Some(there), _) => there,
                (None, Some(document)) => (document, span(project, document, n[2], n[3])),
                (None, None) => return nothing,
            };
            changed(ops::paraphrases::write(project, document, span, text(n[1])))
        }
        OperationKind::RemoveParaphrase => {
            let Some(id) = pick(&things.paraphrases, n[0]) else { return nothing };
            changed(ops::paraphrases::remove(project, id))
        }
        OperationKind::WriteSummary => {
            let (Some(document), Some(code)) = (document, code) else { return nothing };
            changed(ops::summaries::write(project, document, code, text(n[2])))
        }
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

/// Codebooks with codes that have UUIDs of their own, so that importing one twice, or after a removal, meets itself.
fn codebook(n: [u16; 4]) -> Codebook {
    let entry = |k: u16, children| CodebookCode {
        uuid: Some(format!("01957f82-16b1-7e8e-a36f-16000999{:04x}", k % 4)),
        name: ["Alpha", "Beta", "Delta"][usize::from(k % 3)].to_owned(),
        guide: Guide { apply: format!("when {}", k % 2), ..Guide::default() },
        anchors: vec![CodebookAnchor { place: "IP 1: 2".into(), text: "Erlass".into(), document: None }],
        children,
        ..CodebookCode::default()
    };
    let codes = vec![entry(n[0], vec![entry(n[1], vec![])])];
    Codebook { format: FORMAT.into(), name: "Buch".into(), codes, ..Codebook::default() }
}

/// What stands in every project file, whatever was done to it.
fn check_invariants(project: &Project, raw: &rusqlite::Connection) {
    let mut statement = raw
        .prepare_cached(
            "SELECT document, coder, code, start_pos, end_pos, weight FROM coding ORDER BY 1, 2, 3, 4",
        )
        .unwrap();
    let rows: Vec<(i64, i64, i64, u32, u32, Option<u8>)> = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        })
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    let mut transcripts = std::collections::HashMap::new();
    for (index, a) in rows.iter().enumerate() {
        for b in &rows[index + 1..] {
            let same = (a.0, a.1, a.2) == (b.0, b.1, b.2);
            assert!(
                !same || !(a.3..a.4).any(|at| (b.3..b.4).contains(&at)),
                "two segments of one coder and code overlap: {a:?} {b:?}"
            );
        }
        let transcript = transcripts
            .entry(a.0)
            .or_insert_with(|| documents::transcript(&project.read(), DocumentId(a.0)).unwrap());
        let words: String =
            transcript.text.as_str().chars().skip(a.3 as usize).take((a.4 - a.3) as usize).collect();
        assert_eq!(words.chars().count() as u32, a.4 - a.3, "a coding reaches past the end");
        assert_eq!(words.trim(), words, "a coding has white space at its ends");
        // Parts that a correction split off have no number of their own; they are cited by the one before.
        let numbered = transcript.paragraphs.iter().any(|p| {
            p.number.or(p.part_of).is_some()
                && (a.3..a.4).any(|at| (p.span.start.0..p.span.end.0).contains(&at))
        });
        assert!(numbered, "a coding without a numbered paragraph: {words:?}");
        assert!(a.5.is_none_or(|weight| weight <= 100));
    }
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
        check_invariants(&project, &raw);
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
    check_invariants(&project, &raw);
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
