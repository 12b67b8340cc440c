//! Operations of the Summary Grid, from numbers.

use absatz::analysis::grid::Shown;
use absatz::error::Result;
use absatz::model::CaseId;
use absatz::model::history::{Changed, OperationKind};
use absatz::model::summaries::{CellState, Condensed};
use absatz::model::variables::Entity;
use absatz::ops;
use absatz::ops::grid::Common;
use absatz::ops::saved_tables::TableChoice;
use absatz::store::{Project, cases, saved_tables, variables};

use super::{Things, changed, pick};

/// Carries out one operation of a kind; nothing where there is nothing to do it on.
pub fn carry_out(
    project: &mut Project,
    kind: OperationKind,
    things: &Things,
    n: [u16; 4],
) -> Result<Changed> {
    let nothing = Ok(Changed::default());
    let word = |n: u16| ["Alpha", "Beta", "Gamma", "alpha"][usize::from(n % 4)];
    let text = |n: u16| ["", "Über \"Anführung\"", "zwei\nZeilen", "  "][usize::from(n % 4)];
    let tables: Vec<_> = saved_tables::list(&project.read())?.into_iter().map(|table| table.id).collect();
    match kind {
        OperationKind::SetCellState => {
            let (Some(document), Some(code)) = (pick(&things.documents, n[0]), pick(&things.codes, n[1]))
            else {
                return nothing;
            };
            let state = CellState::ALL.get(usize::from(n[2] % 4)).copied();
            let mut cells = vec![(document, code)];
            if n[3].is_multiple_of(2) {
                cells.extend(things.codes.iter().map(|code| (document, *code)));
            }
            changed(ops::summaries::set_states(project, &cells, state))
        }
        OperationKind::WriteDocumentSummary => {
            let Some(document) = pick(&things.documents, n[0]) else { return nothing };
            changed(ops::summaries::condense(project, Condensed::Document(document), text(n[1])))
        }
        OperationKind::WriteCodeSummary => {
            let Some(code) = pick(&things.codes, n[0]) else { return nothing };
            changed(ops::summaries::condense(project, Condensed::Code(code), text(n[1])))
        }
        OperationKind::WriteCaseSummary => {
            let all: Vec<CaseId> = cases::list(&project.read())?.into_iter().map(|case| case.id).collect();
            let Some(case) = pick(&all, n[0]) else { return nothing };
            changed(ops::summaries::condense(project, Condensed::Case(case), text(n[1])))
        }
        OperationKind::SaveTable => {
            let known: Vec<_> = variables::list(&project.read())?.into_iter().map(|one| one.id).collect();
            let choice = TableChoice {
                rows: Entity::ALL[usize::from(n[1] % 3)],
                documents: n[2].is_multiple_of(2).then(|| things.documents.clone()),
                codes: n[3].is_multiple_of(2).then(|| things.codes.clone()),
                variables: pick(&known, n[2]).into_iter().collect(),
                by: pick(&known, n[3]).map(Common::Variable).filter(|_| n[1].is_multiple_of(2)),
                shown: Shown { transposed: n[1].is_multiple_of(5), ..Shown::default() },
                ..TableChoice::default()
            };
            changed(ops::saved_tables::save(project, word(n[0]), &choice, n[3].is_multiple_of(3)))
        }
        OperationKind::RenameTable => {
            let Some(table) = pick(&tables, n[0]) else { return nothing };
            changed(ops::saved_tables::rename(project, table, word(n[1])))
        }
        _ => {
            let Some(table) = pick(&tables, n[0]) else { return nothing };
            changed(ops::saved_tables::remove(project, table))
        }
    }
}
