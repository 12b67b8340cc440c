//! Operations on what stands beside a transcript: recordings, consent, guides.

use super::*;

/// Carries out one operation of a kind; nothing where there is nothing to do it on.
pub fn carry_out(
    project: &mut Project,
    raw: &rusqlite::Connection,
    kind: OperationKind,
    things: &Things,
    n: [u16; 4],
) -> Result<Changed> {
    let nothing = Ok(Changed::default());
    let document = pick(&things.documents, n[0]);
    match kind {
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
        other => panic!("{other:?} is no operation on what stands beside a transcript"),
    }
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
