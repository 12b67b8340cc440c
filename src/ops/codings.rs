//! Coding: applying, removing, resizing; the overlap rule.
//!
//! One coder's segments of one code never overlap. Applying a code over an overlap makes one segment, the union: the
//! smallest UUID survives with the highest weight and all comments and memos; the others leave tombstones that point to
//! it. Removing a code from a part leaves the rest, and the left part keeps the UUID.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::codes::CodeTree;
use crate::model::codings::Coding;
use crate::model::history::{Done, OperationKind};
use crate::model::revisit::Reason;
use crate::model::{CodeId, CodingId, DocumentId};
use crate::store::codings::NewCoding;
use crate::store::{
    Project, Reader, Writer, cell_states, codes, codings, documents, memos, revisit, settings,
};
use crate::text::Span;
use crate::tr;

/// What to apply to a passage.
#[derive(Debug, Clone, Default)]
pub struct Application {
    /// Any number of codes.
    pub codes: Vec<CodeId>,
    /// 0 to 100.
    pub weight: Option<u8>,
    pub comment: String,
}

/// Applies codes to a passage, as the current coder. The span is snapped to graphemes and trimmed of white space.
pub fn apply(
    project: &mut Project,
    document: DocumentId,
    span: Span,
    what: &Application,
) -> Result<Done<Vec<CodingId>>> {
    apply_to_all(project, &[(document, span)], what)
}

/// Applies codes to several passages in one operation (the hits of a search).
pub fn apply_to_all(
    project: &mut Project,
    passages: &[(DocumentId, Span)],
    what: &Application,
) -> Result<Done<Vec<CodingId>>> {
    check_weight(what.weight)?;
    project.operate(OperationKind::ApplyCode, json!({}), |w| {
        let tree = codes::tree(w)?;
        let paths: Vec<&str> = what.codes.iter().map(|&code| path(&tree, code)).collect::<Result<_>>()?;
        w.argument("code", paths.join(", "));
        let mut codings = Vec::new();
        for (index, &(document, span)) in passages.iter().enumerate() {
            let span = check_span(w, document, span)?;
            if index == 0 {
                let more = passages.len() - 1;
                let first = cite(w, document, span)?;
                w.argument("place", if more == 0 { first } else { format!("{first} +{more}") });
            }
            for &code in &what.codes {
                codings.push(apply_one(w, document, span, code, what)?);
            }
        }
        Ok(codings)
    })
}

fn path(tree: &CodeTree, code: CodeId) -> Result<&str> {
    let node = tree.get(code).ok_or_else(|| Error::not_found(tr!("error-code-gone")))?;
    Ok(&node.path)
}

fn apply_one(
    w: &Writer<'_>,
    document: DocumentId,
    span: Span,
    code: CodeId,
    what: &Application,
) -> Result<CodingId> {
    let coder = w.coder();
    // What has a segment was asked and answered.
    cell_states::set(w, document, code, coder, None)?;
    let there = codings::overlapping(w, document, code, coder, span)?;
    if there.is_empty() {
        let new = NewCoding {
            uuid: None,
            document,
            code,
            coder,
            span,
            weight: what.weight,
            comment: &what.comment,
        };
        return codings::insert(w, new);
    }
    unite(w, there, span, what.weight, &what.comment)
}

/// Brings a coding that exists to the code and span it now says, uniting it with what it then overlaps.
pub(super) fn settle(w: &Writer<'_>, coding: Coding) -> Result<CodingId> {
    cell_states::set(w, coding.document, coding.code, coding.coder, None)?;
    let mut there = codings::overlapping(w, coding.document, coding.code, coding.coder, coding.span)?;
    there.retain(|other| other.id != coding.id);
    if there.is_empty() {
        codings::update(w, &coding)?;
        return Ok(coding.id);
    }
    let span = coding.span;
    there.push(coding);
    unite(w, there, span, None, "")
}

/// Makes one segment of several: the smallest UUID survives, the others point to it.
fn unite(
    w: &Writer<'_>,
    mut there: Vec<Coding>,
    span: Span,
    weight: Option<u8>,
    comment: &str,
) -> Result<CodingId> {
    there.sort_by(|a, b| a.uuid.cmp(&b.uuid));
    let mut all = there.into_iter();
    let Some(mut survivor) = all.next() else { return Err(Error::invalid(tr!("error-span-empty"))) };
    survivor.span = survivor.span.hull(span);
    survivor.weight = survivor.weight.max(weight);
    for other in all {
        survivor.span = survivor.span.hull(other.span);
        survivor.weight = survivor.weight.max(other.weight);
        survivor.comment = joined(&survivor.comment, &other.comment);
        memos::move_from_coding(w, other.id, survivor.id)?;
        codings::remove(w, other.id)?;
        codes::bury(w, &other.uuid, "coding", Some(&survivor.uuid))?;
    }
    survivor.comment = joined(&survivor.comment, comment);
    codings::update(w, &survivor)?;
    Ok(survivor.id)
}

pub(super) fn joined(a: &str, b: &str) -> String {
    match (a, b) {
        (a, "") => a.to_owned(),
        ("", b) => b.to_owned(),
        (a, b) if a == b => a.to_owned(),
        (a, b) => format!("{a}\n{b}"),
    }
}

/// Removes the current coder's codings of these codes from a passage; what lies outside the passage stays coded. Says
/// how many codings were cut or removed.
pub fn remove(project: &mut Project, document: DocumentId, span: Span, of: &[CodeId]) -> Result<Done<u32>> {
    project.operate(OperationKind::RemoveCoding, json!({}), |w| {
        let tree = codes::tree(w)?;
        let paths: Vec<&str> = of.iter().map(|&code| tree.path(code)).collect();
        w.argument("code", paths.join(", "));
        let span = whole(w, document, span)?;
        w.argument("place", cite(w, document, span)?);
        let mut cut = 0;
        for &code in of {
            for coding in codings::overlapping(w, document, code, w.coder(), span)? {
                cut_out(w, coding, span)?;
                cut += 1;
            }
        }
        Ok(cut)
    })
}

/// Takes `hole`, whole graphemes, out of a coding.
fn cut_out(w: &Writer<'_>, mut coding: Coding, hole: Span) -> Result<()> {
    let text = documents::text(w, coding.document)?;
    let mut rest = Vec::new();
    for piece in coding.span.without(hole) {
        let piece = text.trim(piece);
        if !piece.is_empty() && documents::numbers(w, coding.document, piece)?.is_some() {
            rest.push(piece);
        }
    }
    let mut pieces = rest.into_iter();
    let Some(first) = pieces.next() else {
        memos::leave_at_place(w, coding.id, coding.document, coding.span)?;
        return codings::remove(w, coding.id);
    };
    coding.span = first;
    codings::update(w, &coding)?;
    for span in pieces {
        let Coding { document, code, coder, weight, ref comment, .. } = coding;
        codings::insert(w, NewCoding { uuid: None, document, code, coder, span, weight, comment })?;
    }
    Ok(())
}

/// Gives one's own coding another span; it unites with what it then overlaps.
pub fn resize(project: &mut Project, id: CodingId, span: Span) -> Result<Done<CodingId>> {
    project.operate(OperationKind::ResizeCoding, json!({}), |w| {
        let mut coding = own(w, id)?;
        coding.span = check_span(w, coding.document, span)?;
        w.argument("code", codes::tree(w)?.path(coding.code));
        w.argument("place", cite(w, coding.document, coding.span)?);
        settle(w, coding)
    })
}

/// Where segments are sorted into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Category {
    Code(CodeId),
    /// A code by its path, made by the same operation where it is not there.
    Path(String),
}

/// What sorting did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted {
    pub into: CodeId,
    /// The code was not there before.
    pub made: bool,
    /// The segments as they are now; those that overlap there have become one.
    pub codings: Vec<CodingId>,
}

/// Puts one's own segments under another code, where they stand: how a code is split, how categories are refined. What
/// is there already stays. With `mark`, what has been coded already is to be revisited for a code that was made; for one that was
/// there, where its first segments come from a code above it, what is left of that.
pub fn sort(
    project: &mut Project,
    segments: &[CodingId],
    into: &Category,
    mark: bool,
) -> Result<Done<Sorted>> {
    if segments.is_empty() {
        return Err(Error::invalid(tr!("error-nothing-to-sort")));
    }
    project.operate(OperationKind::SortSegments, json!({}), |w| {
        let (into, made) = match into {
            Category::Code(id) => (*id, false),
            Category::Path(path) => super::codes::find_or_add_in(w, path)?,
        };
        if made && mark {
            revisit::mark(w, into, Reason::Split, revisit::Whose::Everyone)?;
        }
        let split = match mark && !made && !codings::uses(w, w.coder(), into)? {
            true => above(w, segments, into)?,
            false => Vec::new(),
        };
        let codings = sort_in(w, segments, into)?;
        for from in split {
            revisit::mark_split(w, from, into, w.coder())?;
        }
        Ok(Sorted { into, made, codings })
    })
}

/// The codes of segments that a code is below: these are being split.
fn above(w: &Writer<'_>, segments: &[CodingId], into: CodeId) -> Result<Vec<CodeId>> {
    let tree = codes::tree(w)?;
    let mut above = Vec::new();
    for id in segments {
        let from = own(w, *id)?.code;
        let below = from != into && tree.subtree(from).iter().any(|node| node.code.id == into);
        if below && !above.contains(&from) {
            above.push(from);
        }
    }
    Ok(above)
}

/// [`sort`] inside an operation, whose words it sets.
pub(super) fn sort_in(w: &Writer<'_>, segments: &[CodingId], into: CodeId) -> Result<Vec<CodingId>> {
    let tree = codes::tree(w)?;
    w.argument("to", path(&tree, into)?);
    let before: Vec<Coding> = segments.iter().map(|&id| own(w, id)).collect::<Result<_>>()?;
    let before: Vec<Coding> = before.into_iter().filter(|coding| coding.code != into).collect();
    let mut from: Vec<&str> = Vec::new();
    for coding in &before {
        let path = tree.path(coding.code);
        if !from.contains(&path) {
            from.push(path);
        }
    }
    w.argument("code", from.join(", "));
    w.argument("count", before.len());
    if let Some(first) = before.first() {
        let cited = cite(w, first.document, first.span)?;
        let more = before.len() - 1;
        w.argument("place", if more == 0 { cited } else { format!("{cited} +{more}") });
    }
    let mut sorted: Vec<CodingId> = Vec::new();
    for coding in before {
        // One that was sorted before it may have taken it in.
        let Some(now) = codings::find(w, coding.id)? else { continue };
        let settled = settle(w, Coding { code: into, ..now })?;
        if !sorted.contains(&settled) {
            sorted.push(settled);
        }
    }
    // What took in another may have been taken in itself.
    let mut standing = Vec::with_capacity(sorted.len());
    for id in sorted {
        if codings::find(w, id)?.is_some() {
            standing.push(id);
        }
    }
    Ok(standing)
}

/// What to change on a coding; none leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct CodingChange {
    /// `Some(None)` takes the weight away.
    pub weight: Option<Option<u8>>,
    pub comment: Option<String>,
}

pub fn change(project: &mut Project, id: CodingId, change: &CodingChange) -> Result<Done<()>> {
    check_weight(change.weight.flatten())?;
    project.operate(OperationKind::ChangeCoding, json!({}), |w| {
        let mut coding = own(w, id)?;
        w.argument("code", codes::tree(w)?.path(coding.code));
        w.argument("place", cite(w, coding.document, coding.span)?);
        if let Some(weight) = change.weight {
            coding.weight = weight;
        }
        if let Some(comment) = &change.comment {
            coding.comment.clone_from(comment);
        }
        codings::update(w, &coding)
    })
}

/// A coding of the current coder; another's is not theirs to change.
fn own(w: &Writer<'_>, id: CodingId) -> Result<Coding> {
    let coding = codings::get(w, id)?;
    if coding.coder == w.coder() {
        return Ok(coding);
    }
    let name = crate::store::coders::get(w, coding.coder)?.name;
    Err(Error::refused(tr!("error-coding-of-another", name = name)))
}

fn check_weight(weight: Option<u8>) -> Result<()> {
    match weight {
        Some(weight) if weight > 100 => Err(Error::invalid(tr!("error-weight", weight = weight))),
        _ => Ok(()),
    }
}

/// The span as it is stored: whole graphemes, no white space at the ends, at least one numbered paragraph.
pub(super) fn check_span(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Span> {
    let span = whole(reader, document, span)?;
    if documents::numbers(reader, document, span)?.is_none() {
        return Err(Error::invalid(tr!("error-span-unnumbered")).hint(tr!("hint-span-unnumbered")));
    }
    Ok(span)
}

/// The span in whole graphemes and without white space at its ends; refused where nothing is left.
fn whole(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Span> {
    let text = documents::text(reader, document)?;
    let span = text.trim(text.snap(span));
    if span.is_empty() {
        return Err(Error::invalid(tr!("error-span-empty")));
    }
    Ok(span)
}

/// The citation of a span, in the project's pattern.
pub fn cite(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<String> {
    let label = documents::get(reader, document)?.label;
    let pattern = settings::citation(reader)?;
    Ok(match documents::numbers(reader, document, span)? {
        Some((first, last)) => pattern.cite(&label, first, last),
        None => label,
    })
}
