//! Operations on the consensus, from numbers.

use absatz::analysis::consolidation::{Rule, Take, Tolerance, Verdict};
use absatz::error::Result;
use absatz::model::history::{Changed, OperationKind};
use absatz::ops::consolidation::{self, Scope};
use absatz::store::{Project, codes};

use super::{changed, pick};

/// Carries out one operation of a kind; nothing where there is nothing to do it on.
pub fn carry_out(project: &mut Project, kind: OperationKind, n: [u16; 4]) -> Result<Changed> {
    let reader = project.read();
    let Ok(survey) = consolidation::survey(&reader) else { return Ok(Changed::default()) };
    let documents: Vec<_> = survey.documents.iter().map(|one| one.document.id).collect();
    let codes: Vec<_> = codes::tree(&reader)?.nodes().iter().map(|node| node.code.id).collect();
    let coders: Vec<_> = survey.coders.iter().map(|coder| coder.id).collect();
    let document = pick(&documents, n[0]);
    let nothing = Ok(Changed::default());
    let scope =
        Scope { documents: document.filter(|_| n[2].is_multiple_of(2)).map(|id| vec![id]), codes: None };
    match kind {
        OperationKind::DecideDifference => {
            let points: Vec<_> = survey.documents.iter().flat_map(|one| &one.points).collect();
            let Some(point) = pick(&points, n[1]).cloned() else { return nothing };
            let (code, other) = (pick(&codes, n[2]), pick(&codes, n[3]));
            let verdict = match n[0] % 6 {
                0 => Verdict::All,
                1 => Verdict::Nothing,
                2 => Verdict::Anew(code.into_iter().chain(other).map(|code| (code, point.span)).collect()),
                _ => Verdict::Take(pick(&coders, n[2]).unwrap_or(point.coders[0])),
            };
            changed(consolidation::decide(
                project,
                &[(point, verdict)],
                ["", " looked again "][usize::from(n[3] % 2)],
            ))
        }
        OperationKind::SettleDifferences => {
            let within = [Tolerance::Words(2), Tolerance::Characters(9), Tolerance::Overlap(20)]
                [usize::from(n[1] % 3)];
            let take = [Take::Shorter, Take::Longer, Take::Intersection, Take::Union, Take::Coder(coders[0])];
            let rule = Rule { within, take: take[usize::from(n[3] % 5)] };
            changed(consolidation::settle(project, &scope, &rule, ""))
        }
        OperationKind::AcceptAgreed => changed(consolidation::accept_agreed(project, &scope)),
        OperationKind::FinishConsensus => {
            let Some(document) = document else { return nothing };
            changed(consolidation::finish(project, document, !n[1].is_multiple_of(4)))
        }
        _ => {
            let finished: Vec<_> =
                survey.documents.iter().filter(|one| one.finished).map(|one| one.document.id).collect();
            let Some(document) = pick(&finished, n[0]) else { return nothing };
            changed(consolidation::reopen(project, document))
        }
    }
}
