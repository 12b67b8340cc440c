//! Operations on the code system.

use super::*;

/// Carries out one operation of a kind; nothing where there is nothing to do it on.
pub fn carry_out(
    project: &mut Project,
    kind: OperationKind,
    things: &Things,
    n: [u16; 4],
) -> Result<Changed> {
    let nothing = Ok(Changed::default());
    let document = pick(&things.documents, n[0]);
    let code = pick(&things.codes, n[1]);
    match kind {
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
        OperationKind::ImportCodebook => {
            changed(ops::codebook::import_marking(project, &codebook(n), n[3].is_multiple_of(2)))
        }
        other => panic!("{other:?} is no operation on the code system"),
    }
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
