//! Operations that are a coder's own work: codings, memos, paraphrases, summaries.

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
    let code = pick(&things.codes, n[1]);
    let coding = pick(&things.codings, n[0]);
    match kind {
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
        OperationKind::RenameTemplate => {
            let all = absatz::store::templates::list(&project.read())?;
            let Some(template) = all.get(usize::from(n[0]) % all.len().max(1)) else { return nothing };
            changed(ops::templates::rename(project, &template.name, word(n[1])))
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
        other => panic!("{other:?} is no coder's own work"),
    }
}
