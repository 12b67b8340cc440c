//! Operations on coders and documents.

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
    match kind {
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
        other => panic!("{other:?} is no operation on coders or documents"),
    }
}
