//! Writing decisions, and bringing the consensus to what they say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Scope, Survey, Surveyed, survey};
use crate::analysis::consolidation::{Point, Progress, Rule, Side, State, Verdict, united};
use crate::error::{Error, Result};
use crate::model::coders::Status;
use crate::model::codes::{CodeTree, PALETTE};
use crate::model::codings::Coding;
use crate::model::decisions::{self as kept, Decision, Role};
use crate::model::history::{Done, OperationKind};
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::codings::NewCoding;
use crate::store::decisions::NewDecision;
use crate::store::{Project, Reader, Writer, coders, codes, codings, decisions, documents, memos, viewer};
use crate::text::Span;
use crate::text::anchors::order;
use crate::tr;

/// Decides points, for one reason. What was decided about them before is replaced.
///
/// Refused where a point is not what it was when it was looked at.
pub fn decide(project: &mut Project, verdicts: &[(Point, Verdict)], reason: &str) -> Result<Done<()>> {
    check(&project.read(), verdicts)?;
    begin(project)?;
    project.operate(OperationKind::DecideDifference, json!({}), |w| {
        let checked = check(w, verdicts)?;
        if let Some((point, verdict)) = checked.first() {
            let first = crate::ops::codings::cite(w, point.document, point.span)?;
            let more = checked.len() - 1;
            w.argument("place", if more == 0 { first } else { format!("{first} +{more}") });
            let tree = codes::tree(w)?;
            let codes: BTreeSet<&str> =
                verdict.results(point).iter().map(|(code, _)| tree.path(*code)).collect();
            w.argument("code", codes.into_iter().collect::<Vec<_>>().join(", "));
        }
        write(w, &checked, reason)
    })
}

/// Gives the consensus what all agree on, wherever nothing was decided yet. Says how many passages that are.
pub fn accept_agreed(project: &mut Project, scope: &Scope) -> Result<Done<usize>> {
    let found = |reader: &Reader<'_>| -> Result<Vec<(Point, Verdict)>> {
        let survey = scoped(reader, scope)?;
        let tree = codes::tree(reader)?;
        let open = |point: &&Point| !point.is_difference() && point.state == State::Open;
        let agreed = unfinished(&survey).flat_map(|one| one.points.iter().filter(open));
        let wanted = agreed.filter(|point| scope.is_about(point, &tree));
        Ok(wanted.map(|point| (point.clone(), Verdict::Agreed)).collect())
    };
    if !found(&project.read())?.is_empty() {
        begin(project)?;
    }
    project.operate(OperationKind::AcceptAgreed, json!({}), |w| {
        let verdicts = found(w)?;
        w.argument("count", verdicts.len());
        write(w, &verdicts, "")?;
        Ok(verdicts.len())
    })
}

/// What a rule settles, wherever nothing was decided yet, and what each comes to.
pub fn settled_by(reader: &Reader<'_>, scope: &Scope, rule: &Rule) -> Result<Vec<(Point, Span)>> {
    let survey = scoped(reader, scope)?;
    let tree = codes::tree(reader)?;
    let mut settled = Vec::new();
    for one in unfinished(&survey) {
        let text = documents::text(reader, one.document.id)?;
        for point in one.points.iter().filter(|point| point.state == State::Open) {
            if scope.is_about(point, &tree)
                && let Some(span) = rule.settles(point, &text)
            {
                settled.push((point.clone(), text.trim(text.snap(span))));
            }
        }
    }
    Ok(settled)
}

/// Settles small differences of boundaries by a rule, in one operation. Says which, and what they come to.
pub fn settle(
    project: &mut Project,
    scope: &Scope,
    rule: &Rule,
    reason: &str,
) -> Result<Done<Vec<(Point, Span)>>> {
    if !settled_by(&project.read(), scope, rule)?.is_empty() {
        begin(project)?;
    }
    project.operate(OperationKind::SettleDifferences, json!({}), |w| {
        let settled = settled_by(w, scope, rule)?;
        w.argument("count", settled.len());
        let verdicts: Vec<(Point, Verdict)> =
            settled.iter().map(|(point, span)| (point.clone(), Verdict::Ruled(*span))).collect();
        write(w, &verdicts, reason)?;
        Ok(settled)
    })
}

fn scoped(reader: &Reader<'_>, scope: &Scope) -> Result<Survey> {
    let mut survey = survey(reader)?;
    scope.narrow(&mut survey, reader)?;
    Ok(survey)
}

/// Documents whose consensus has not been declared done.
fn unfinished(survey: &Survey) -> impl Iterator<Item = &Surveyed> {
    survey.documents.iter().filter(|one| !one.finished)
}

/// Declares the consensus of a document done: from then on it is the analysis set. Refused while something is open, but
/// where that is wanted.
pub fn finish(project: &mut Project, document: DocumentId, anyway: bool) -> Result<Done<Progress>> {
    let label = documents::get(&project.read(), document)?.label;
    let scope = Scope { documents: Some(vec![document]), codes: None };
    let progress = |reader: &Reader<'_>| -> Result<Progress> {
        let survey = scoped(reader, &scope)?;
        let (progress, waiting) = (survey.progress(), survey.waiting());
        if progress.is_complete() && waiting == 0 || anyway {
            return Ok(progress);
        }
        if progress.is_complete() {
            let words = tr!("error-consolidation-waiting", label = label.clone(), count = waiting);
            return Err(Error::refused(words).hint(tr!("hint-consolidation-waits", label = label.clone())));
        }
        let (open, agreed) = (progress.open(), progress.agreed_open);
        Err(match open {
            0 => {
                Error::refused(tr!("error-consolidation-agreed-open", label = label.clone(), count = agreed))
                    .hint(tr!("hint-consolidation-agreed-open"))
            }
            _ => Error::refused(tr!("error-consolidation-open", label = label.clone(), count = open))
                .hint(tr!("hint-consolidation-open")),
        })
    };
    progress(&project.read())?;
    begin(project)?;
    project.operate(OperationKind::FinishConsensus, json!({"label": label}), |w| {
        let progress = progress(w)?;
        coders::set_status(w, document, consensus(w)?, Status::Done)?;
        Ok(progress)
    })
}

/// Takes the declaration back: the analysis set is a coder's again, and what was decided can be decided anew.
pub fn reopen(project: &mut Project, document: DocumentId) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let there = super::consensus(&project.read())?;
    project.operate(OperationKind::ReopenConsensus, json!({"label": label}), |w| {
        let survey = survey(w)?;
        let finished = survey.documents.iter().any(|one| one.document.id == document && one.finished);
        match there.filter(|_| finished) {
            Some(consensus) => coders::set_status(w, document, consensus.id, Status::InProgress),
            None => Err(Error::refused(tr!("error-consolidation-not-finished", label = label.clone()))),
        }
    })
}

/// The coder of the consensus is there before the first decision, in an operation of its own: so one decision can be
/// taken back without the others.
fn begin(project: &mut Project) -> Result<()> {
    if super::consensus(&project.read())?.is_some() {
        return Ok(());
    }
    let name = free_name(&project.read())?;
    project.operate(OperationKind::AddCoder, json!({"name": name}), |w| consensus(w).map(drop))?;
    Ok(())
}

/// The coder of the consensus. In a dry run it is not there yet.
fn consensus(w: &Writer<'_>) -> Result<CoderId> {
    match super::consensus(w)? {
        Some(coder) => Ok(coder.id),
        None => coders::insert(w, &free_name(w)?, PALETTE[coders::list(w)?.len() % PALETTE.len()], true),
    }
}

fn free_name(reader: &Reader<'_>) -> Result<String> {
    let taken: BTreeSet<String> =
        coders::list(reader)?.into_iter().map(|coder| coder.name.to_lowercase()).collect();
    let plain = tr!("consolidation-coder");
    let numbered = (2..).map(|n| format!("{plain} {n}"));
    let free =
        std::iter::once(plain.clone()).chain(numbered).find(|name| !taken.contains(&name.to_lowercase()));
    Ok(free.unwrap_or(plain))
}

/// The points as they are now, with verdicts that can be carried out.
fn check(reader: &Reader<'_>, verdicts: &[(Point, Verdict)]) -> Result<Vec<(Point, Verdict)>> {
    let survey = survey(reader)?;
    let tree = codes::tree(reader)?;
    let mut checked: Vec<(Point, Verdict)> = Vec::with_capacity(verdicts.len());
    for (point, verdict) in verdicts {
        let place = || crate::ops::codings::cite(reader, point.document, point.span);
        let surveyed = survey.documents.iter().find(|one| one.document.id == point.document);
        let Some(surveyed) = surveyed else { return Err(super::not_there(reader, point.document)?) };
        if surveyed.finished {
            let label = surveyed.document.label.clone();
            return Err(Error::refused(tr!("error-consolidation-finished", label = label.clone()))
                .hint(tr!("hint-consolidation-finished", label = label)));
        }
        let now = surveyed.points.iter().find(|now| now.is(point));
        // What no coder has and nobody decided is added to the consensus.
        let added = point.sides.is_empty() && point.decisions.is_empty();
        if surveyed.waiting.iter().any(|waiting| waiting.is(point)) {
            let label = surveyed.document.label.clone();
            return Err(Error::refused(tr!("error-consolidation-waits", place = place()?))
                .hint(tr!("hint-consolidation-waits", label = label)));
        }
        let Some(now) = now.or(added.then_some(point)) else {
            return Err(Error::refused(tr!("error-consolidation-outdated", place = place()?))
                .hint(tr!("hint-consolidation-outdated")));
        };
        let verdict = match verdict {
            Verdict::Take(coder) if !now.coders.contains(coder) => {
                let name = survey.name(*coder).to_owned();
                let label = surveyed.document.label.clone();
                return Err(Error::refused(tr!(
                    "error-consolidation-not-compared",
                    name = name,
                    label = label
                )));
            }
            Verdict::Anew(given) if given.is_empty() => {
                return Err(Error::invalid(tr!("error-consolidation-no-code"))
                    .hint(tr!("hint-consolidation-no-code")));
            }
            Verdict::Anew(given) => {
                let mut made = Vec::with_capacity(given.len());
                for (code, span) in given {
                    if tree.get(*code).is_none() {
                        return Err(Error::not_found(tr!("error-code-gone")));
                    }
                    made.push((*code, crate::ops::codings::check_span(reader, point.document, *span)?));
                }
                Verdict::Anew(made)
            }
            given => given.clone(),
        };
        if !checked.iter().any(|(there, _)| there == now) {
            checked.push((now.clone(), verdict));
        }
    }
    Ok(checked)
}

/// Writes the decisions and brings the consensus to what they say.
fn write(w: &Writer<'_>, verdicts: &[(Point, Verdict)], reason: &str) -> Result<()> {
    if verdicts.is_empty() {
        return Ok(());
    }
    let tree = codes::tree(w)?;
    let consensus = consensus(w)?;
    let mut touched: BTreeMap<DocumentId, Vec<(CodeId, Span)>> = BTreeMap::new();
    let mut removed = BTreeSet::new();
    for (point, verdict) in verdicts {
        let touched = touched.entry(point.document).or_default();
        for before in &point.decisions {
            touched.extend(before.results().filter_map(|side| Some((side.code?, side.span))));
            if removed.insert(before.id) {
                decisions::remove(w, before.id)?;
            }
        }
        let results = verdict.results(point);
        touched.extend(&results);
        if point.sides.is_empty() && results.is_empty() {
            // Nobody had anything, and the consensus has nothing: there is nothing to keep.
            continue;
        }
        let sides = sides(point, verdict, &results, consensus, &tree);
        let reason = reason.trim();
        let outcome = verdict.outcome();
        let new = NewDecision { document: point.document, span: point.span, outcome, reason, sides: &sides };
        decisions::insert(w, &new)?;
    }
    let begun: BTreeSet<DocumentId> = coders::work(w)?
        .into_iter()
        .filter(|work| work.coder == consensus && work.status != Status::NotStarted)
        .map(|work| work.document)
        .collect();
    for (document, touched) in touched {
        bring(w, document, consensus, &touched)?;
        if !begun.contains(&document) {
            coders::set_status(w, document, consensus, Status::InProgress)?;
        }
    }
    Ok(())
}

/// What is written down of a point: what each coder had, taken or not, and what the consensus gets.
fn sides(
    point: &Point,
    verdict: &Verdict,
    results: &[(CodeId, Span)],
    consensus: CoderId,
    tree: &CodeTree,
) -> Vec<kept::Side> {
    let role = |taken: bool| if taken { Role::Taken } else { Role::Compared };
    let mut sides = Vec::new();
    for coder in &point.coders {
        if point.of(*coder).next().is_none() {
            sides.push(kept::Side {
                role: role(*verdict == Verdict::Take(*coder)),
                coder: *coder,
                code: None,
                path: String::new(),
                span: point.span,
                coding: String::new(),
            });
        }
        sides.extend(point.of(*coder).map(|side: &Side| kept::Side {
            role: role(verdict.takes(side)),
            coder: *coder,
            code: Some(side.code),
            path: tree.path(side.code).to_owned(),
            span: side.span,
            coding: side.uuid.clone(),
        }));
    }
    sides.extend(results.iter().map(|(code, span)| kept::Side {
        role: Role::Result,
        coder: consensus,
        code: Some(*code),
        path: tree.path(*code).to_owned(),
        span: *span,
        coding: String::new(),
    }));
    sides
}

/// Brings the whole consensus of a document to what its decisions say, where they may be seen.
pub(in crate::ops) fn bring_again(w: &Writer<'_>, document: DocumentId) -> Result<()> {
    let Some(consensus) = super::consensus(w)? else { return Ok(()) };
    if !viewer::released_on(w, document)? {
        return Ok(());
    }
    let own = codings::of_document(w, document)?.into_iter().filter(|coding| coding.coder == consensus.id);
    let mut touched: Vec<(CodeId, Span)> = own.map(|coding| (coding.code, coding.span)).collect();
    for decision in decisions::of_document(w, document)? {
        touched.extend(decision.results().filter_map(|side| Some((side.code?, side.span))));
    }
    bring(w, document, consensus.id, &touched)
}

/// Brings the codings of the consensus to what all decisions on the document say, for the codes and passages that were
/// touched.
fn bring(w: &Writer<'_>, document: DocumentId, consensus: CoderId, touched: &[(CodeId, Span)]) -> Result<()> {
    let decisions = decisions::of_document(w, document)?;
    let codings = codings::of_document(w, document)?;
    let by_uuid: BTreeMap<&str, &Coding> =
        codings.iter().map(|coding| (coding.uuid.as_str(), coding)).collect();
    let codes: BTreeSet<CodeId> = touched.iter().map(|(code, _)| *code).collect();
    for code in codes {
        let touched: Vec<Span> =
            touched.iter().filter(|(of, _)| *of == code).map(|(_, span)| *span).collect();
        let results = decisions.iter().flat_map(Decision::results).filter(|side| side.code == Some(code));
        let wanted =
            united(results.map(|side| (code, side.span)).filter(|(_, span)| !span.is_empty()).collect());
        let wanted: Vec<Span> = wanted.into_iter().map(|(_, span)| span).collect();
        let there: Vec<&Coding> =
            codings.iter().filter(|coding| coding.coder == consensus && coding.code == code).collect();
        let concerns = |coding: &Coding| touched.iter().chain(&wanted).any(|span| span.overlaps(coding.span));
        let mut heirs = pair(&wanted, &there);
        for (at, coding) in there.iter().enumerate() {
            if heirs.values().any(|heir| *heir == at) || !concerns(coding) {
                continue;
            }
            // It goes into another one, or altogether.
            let into = wanted.iter().position(|span| span.overlaps(coding.span));
            match into.and_then(|at| heirs.get(&at)).and_then(|at| there.get(*at)) {
                Some(heir) => {
                    memos::move_from_coding(w, coding.id, heir.id)?;
                    codings::remove(w, coding.id)?;
                    codes::bury(w, &coding.uuid, "coding", Some(&heir.uuid))?;
                }
                None => {
                    memos::leave_at_place(w, coding.id, document, coding.span)?;
                    codings::remove(w, coding.id)?;
                }
            }
        }
        let ways: Vec<(usize, usize)> = heirs.iter().map(|(span, coding)| (*span, *coding)).collect();
        let moves: Vec<(Span, Span)> =
            ways.iter().map(|(to, from)| (there[*from].span, wanted[*to])).collect();
        for at in order(&moves) {
            let (to, from) = ways[at];
            let mut coding = there[from].clone();
            coding.span = wanted[to];
            if touched.iter().any(|span| span.overlaps(coding.span)) {
                (coding.weight, coding.comment) = words(&decisions, &by_uuid, code, coding.span);
            }
            if coding != *there[from] {
                codings::update(w, &coding)?;
            }
        }
        for (at, span) in wanted.iter().enumerate() {
            if !heirs.contains_key(&at) {
                let (weight, comment) = words(&decisions, &by_uuid, code, *span);
                let new = NewCoding {
                    uuid: None,
                    document,
                    code,
                    coder: consensus,
                    span: *span,
                    weight,
                    comment: &comment,
                };
                codings::insert(w, new)?;
            }
        }
        heirs.clear();
        for coding in codings::of_document(w, document)? {
            let mine = coding.coder == consensus && coding.code == code;
            if mine && touched.iter().any(|span| span.overlaps(coding.span)) {
                decisions::point_results(w, document, code, coding.span, &coding.uuid)?;
            }
        }
    }
    Ok(())
}

/// Which coding becomes which of the spans wanted, the largest overlap first: it keeps its UUID and its memos.
fn pair(wanted: &[Span], there: &[&Coding]) -> BTreeMap<usize, usize> {
    let mut pairs: Vec<(bool, u32, usize, usize)> = Vec::new();
    for (at, span) in wanted.iter().enumerate() {
        for (nth, coding) in there.iter().enumerate() {
            if let Some(shared) = span.intersection(coding.span) {
                pairs.push((coding.span == *span, shared.len(), at, nth));
            }
        }
    }
    pairs.sort_unstable_by(|one, other| {
        (other.0, other.1).cmp(&(one.0, one.1)).then((one.2, one.3).cmp(&(other.2, other.3)))
    });
    let mut heirs = BTreeMap::new();
    let mut given = BTreeSet::new();
    for (_, _, at, nth) in pairs {
        if !heirs.contains_key(&at) && given.insert(nth) {
            heirs.insert(at, nth);
        }
    }
    heirs
}

/// Weight and comment of a segment of the consensus: the highest and all of those that were taken for it.
fn words(
    decisions: &[Decision],
    codings: &BTreeMap<&str, &Coding>,
    code: CodeId,
    span: Span,
) -> (Option<u8>, String) {
    let taken = decisions
        .iter()
        .flat_map(|decision| &decision.sides)
        .filter(|side| side.role == Role::Taken && side.code == Some(code) && side.span.overlaps(span))
        .filter_map(|side| codings.get(side.coding.as_str()));
    let (mut weight, mut comments) = (None, Vec::new());
    for coding in taken {
        weight = weight.max(coding.weight);
        if !coding.comment.is_empty() && !comments.contains(&coding.comment.as_str()) {
            comments.push(coding.comment.as_str());
        }
    }
    (weight, comments.join("\n"))
}
