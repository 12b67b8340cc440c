//! The code system: adding, renaming, moving, merging, defining and removing codes.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::codes::{
    Anchor, CodeTree, Guide, Node, PALETTE, PATH_SEPARATOR, check_color, check_name, fold_name,
};
use crate::model::history::{Done, OperationKind};
use crate::model::revisit::Reason;
use crate::model::{AnchorId, CodeId, DocumentId};
use crate::store::codes::NewCode;
use crate::store::{
    Project, Reader, Writer, codes, codings, decisions, documents, guides, memos, revisit, sets, summaries,
    viewer,
};
use crate::text::{Span, paragraphs};
use crate::tr;

/// Adds a code by its path; parents that are missing are added too. Refused where the code exists.
pub fn add(project: &mut Project, path: &str, color: Option<&str>) -> Result<Done<CodeId>> {
    add_marking(project, path, color, false)
}

/// [`add`]; with `mark`, what has been coded already is to be revisited for the code.
pub fn add_marking(
    project: &mut Project,
    path: &str,
    color: Option<&str>,
    mark: bool,
) -> Result<Done<CodeId>> {
    project.operate(OperationKind::AddCode, json!({"code": path.trim()}), |w| {
        let color = color.map(check_color).transpose()?;
        let (code, made) = path_in(w, path, color.as_deref())?;
        if made.is_empty() {
            let there = codes::tree(w)?.path(code).to_owned();
            return Err(Error::refused(tr!("error-code-exists", code = there)));
        }
        for made in made.into_iter().filter(|_| mark) {
            revisit::mark(w, made, Reason::Added, revisit::Whose::Everyone)?;
        }
        Ok(code)
    })
}

/// The code with this path, made with its parents where it is not there; and whether it was made.
pub(super) fn find_or_add_in(w: &Writer<'_>, path: &str) -> Result<(CodeId, bool)> {
    let (code, made) = path_in(w, path, None)?;
    Ok((code, !made.is_empty()))
}

/// The code at the end of a path, and what of the path was made for it. The colour is for the end.
fn path_in(w: &Writer<'_>, path: &str, color: Option<&str>) -> Result<(CodeId, Vec<CodeId>)> {
    let names: Vec<&str> = path.split(PATH_SEPARATOR).map(check_name).collect::<Result<_>>()?;
    let (mut parent, mut made) = (None, Vec::new());
    for (depth, name) in names.iter().enumerate() {
        let tree = codes::tree(w)?;
        if let Some(node) = sibling(&tree, parent, name) {
            parent = Some(node.code.id);
            continue;
        }
        let last = depth + 1 == names.len();
        let chosen =
            color.filter(|_| last).map_or_else(|| next_color(&tree, parent), std::borrow::ToOwned::to_owned);
        let code = codes::insert(w, NewCode { uuid: None, parent, name, color: &chosen })?;
        made.push(code);
        parent = Some(code);
    }
    let code = parent.ok_or_else(|| Error::invalid(tr!("error-code-name-empty")))?;
    Ok((code, made))
}

/// The code below `parent` with this name, letter case aside.
pub(super) fn sibling<'t>(tree: &'t CodeTree, parent: Option<CodeId>, name: &str) -> Option<&'t Node> {
    let name = fold_name(name);
    tree.children(parent).find(|node| fold_name(&node.code.name) == name)
}

/// A subcode has its parent's colour; main codes take turns through the palette.
pub(super) fn next_color(tree: &CodeTree, parent: Option<CodeId>) -> String {
    match parent.and_then(|id| tree.get(id)) {
        Some(node) => node.code.color.clone(),
        None => PALETTE[tree.children(None).count() % PALETTE.len()].to_owned(),
    }
}

fn node(tree: &CodeTree, id: CodeId) -> Result<&Node> {
    tree.get(id).ok_or_else(|| Error::not_found(tr!("error-code-gone")))
}

fn check_free(tree: &CodeTree, parent: Option<CodeId>, name: &str, but: CodeId) -> Result<()> {
    match sibling(tree, parent, name).filter(|node| node.code.id != but) {
        Some(other) => Err(Error::refused(tr!("error-code-exists", code = other.path.clone()))
            .hint(tr!("hint-code-exists-merge"))),
        None => Ok(()),
    }
}

pub fn rename(project: &mut Project, id: CodeId, name: &str) -> Result<Done<()>> {
    let name = check_name(name)?;
    project.operate(OperationKind::RenameCode, json!({"name": name}), |w| {
        let tree = codes::tree(w)?;
        let node = node(&tree, id)?;
        w.argument("code", node.path.as_str());
        check_free(&tree, node.code.parent, name, id)?;
        codes::rename(w, id, name)
    })
}

pub fn recolor(project: &mut Project, id: CodeId, color: &str) -> Result<Done<()>> {
    let color = check_color(color)?;
    project.operate(OperationKind::RecolorCode, json!({"value": color}), |w| {
        w.argument("code", node(&codes::tree(w)?, id)?.path.as_str());
        codes::recolor(w, id, &color)
    })
}

/// Puts a code under another parent (none: makes it a main code), before the sibling at `index` (none: last).
pub fn move_to(
    project: &mut Project,
    id: CodeId,
    parent: Option<CodeId>,
    index: Option<usize>,
) -> Result<Done<()>> {
    project.operate(OperationKind::MoveCode, json!({}), |w| {
        let tree = codes::tree(w)?;
        let moved = node(&tree, id)?;
        w.argument("code", moved.path.as_str());
        w.argument("to", parent.map_or("/", |parent| tree.path(parent)));
        if parent.is_some_and(|parent| tree.subtree(id).iter().any(|below| below.code.id == parent)) {
            return Err(Error::refused(tr!("error-code-cycle", code = moved.path.clone())));
        }
        check_free(&tree, parent, &moved.code.name, id)?;
        codes::place(w, id, parent, index.unwrap_or(usize::MAX))
    })
}

/// Merges a code into another: everyone's codings, memos, summaries, states of cells, anchor examples and subcodes go
/// there; equal subcodes merge too. Overlapping segments of one coder become one.
pub fn merge(project: &mut Project, from: CodeId, into: CodeId) -> Result<Done<()>> {
    project.operate(OperationKind::MergeCodes, json!({}), |w| {
        let tree = codes::tree(w)?;
        w.argument("code", node(&tree, from)?.path.as_str());
        w.argument("to", node(&tree, into)?.path.as_str());
        if tree.subtree(from).iter().any(|below| below.code.id == into) {
            return Err(Error::refused(tr!("error-code-merge-down", code = tree.path(from).to_owned())));
        }
        merge_one(w, &tree, from, into)
    })
}

pub(super) fn merge_one(w: &Writer<'_>, tree: &CodeTree, from: CodeId, into: CodeId) -> Result<()> {
    // The name is given up at once: a subcode of the same name may take its place under `into`.
    codes::rename(w, from, &node(tree, from)?.code.uuid)?;
    loop {
        // Merging subcodes may have brought new ones here: the tree is read anew each time.
        let now = codes::tree(w)?;
        let Some(child) = now.children(Some(from)).next() else { break };
        match sibling(&now, Some(into), &child.code.name) {
            Some(twin) if twin.code.id != child.code.id => merge_one(w, &now, child.code.id, twin.code.id)?,
            _ => codes::place(w, child.code.id, Some(into), usize::MAX)?,
        }
    }
    for mut coding in codings::everyones_of_code(w, from)? {
        coding.code = into;
        super::codings::settle(w, coding)?;
    }
    for summary in summaries::everyones_of_code(w, from)? {
        let both = match summaries::text_of(w, summary.document, into, summary.coder)? {
            Some(there) => format!("{there}\n\n{}", summary.text),
            None => summary.text,
        };
        summaries::write(w, summary.document, into, summary.coder, &both)?;
    }
    summaries::remove_of_code(w, from)?;
    codes::united::move_cell_states(w, from, into)?;
    codes::united::move_code_summaries(w, from, into)?;
    memos::move_from_code(w, from, into)?;
    revisit::move_code(w, from, into)?;
    guides::move_code(w, from, into)?;
    codes::move_anchors(w, from, into)?;
    decisions::move_code(w, from, into)?;
    sets::move_code(w, from, into)?;
    let (source, target) = (node(tree, from)?, node(tree, into)?);
    codes::define(w, into, &filled(&target.code.guide, &source.code.guide))?;
    codes::remove(w, from)?;
    codes::bury(w, &source.code.uuid, "code", Some(&target.code.uuid))
}

/// A guide whose empty fields are filled from another.
fn filled(target: &Guide, source: &Guide) -> Guide {
    let pick = |a: &str, b: &str| if a.is_empty() { b.to_owned() } else { a.to_owned() };
    Guide {
        definition: pick(&target.definition, &source.definition),
        apply: pick(&target.apply, &source.apply),
        not_apply: pick(&target.not_apply, &source.not_apply),
        origin: target.origin,
        research_question: pick(&target.research_question, &source.research_question),
    }
}

/// Removes a code with its subcodes and everyone's codings and summaries under them; memos stay, on their places or
/// free. Says how many codings went that the coder could see.
pub fn remove(project: &mut Project, id: CodeId) -> Result<Done<u32>> {
    project.operate(OperationKind::RemoveCode, json!({}), |w| {
        let tree = codes::tree(w)?;
        w.argument("code", node(&tree, id)?.path.as_str());
        let removed = remove_in(w, &tree, id)?;
        w.argument("count", removed);
        Ok(removed)
    })
}

/// [`remove`] inside an operation that does more.
pub(super) fn remove_in(w: &Writer<'_>, tree: &CodeTree, id: CodeId) -> Result<u32> {
    let mut removed = 0u32;
    for below in tree.subtree(id).iter().rev() {
        for coding in codings::everyones_of_code(w, below.code.id)? {
            memos::leave_at_place(w, coding.id, coding.document, coding.span)?;
            codings::remove(w, coding.id)?;
            removed += u32::from(viewer::sees(w, coding.coder, Some(coding.document))?);
        }
        memos::set_free(w, below.code.id)?;
        revisit::forget_code(w, below.code.id)?;
        guides::forget_code(w, below.code.id)?;
        summaries::remove_of_code(w, below.code.id)?;
        codes::united::forget_code(w, below.code.id)?;
        codes::remove_anchors(w, below.code.id)?;
        decisions::forget_code(w, below.code.id)?;
        sets::drop_code(w, below.code.id)?;
        codes::remove(w, below.code.id)?;
        codes::bury(w, &below.code.uuid, "code", None)?;
    }
    Ok(removed)
}

/// Writes what the coding guide says of a code.
pub fn define(project: &mut Project, id: CodeId, guide: &Guide) -> Result<Done<()>> {
    define_marking(project, id, guide, false)
}

/// [`define`]; with `mark`, where the code comes to mean something else, what has been coded already is to be revisited
/// for it. What was not said before is no other meaning.
pub fn define_marking(project: &mut Project, id: CodeId, guide: &Guide, mark: bool) -> Result<Done<()>> {
    project.operate(OperationKind::DefineCode, json!({}), |w| {
        let tree = codes::tree(w)?;
        let known = node(&tree, id)?;
        w.argument("code", known.path.as_str());
        if mark && redefines(&known.code.guide, guide) {
            revisit::mark(w, id, Reason::Redefined, revisit::Whose::Everyone)?;
        }
        codes::define(w, id, guide)
    })
}

/// Whether a code means something else by its new guide.
pub fn redefines(before: &Guide, now: &Guide) -> bool {
    let other = |before: &str, now: &str| !before.trim().is_empty() && before.trim() != now.trim();
    other(&before.definition, &now.definition)
        || other(&before.apply, &now.apply)
        || other(&before.not_apply, &now.not_apply)
}

/// Adds an anchor example from the material: the words of a span, linked to their place.
pub fn add_anchor(
    project: &mut Project,
    id: CodeId,
    document: DocumentId,
    span: Span,
) -> Result<Done<AnchorId>> {
    project.operate(OperationKind::AddAnchor, json!({}), |w| {
        let tree = codes::tree(w)?;
        w.argument("code", node(&tree, id)?.path.as_str());
        let span = super::codings::check_span(w, document, span)?;
        w.argument("place", super::codings::cite(w, document, span)?);
        let transcript = documents::transcript(w, document)?;
        let words = paragraphs::quotation(&transcript.text, &transcript.paragraphs, span);
        if words.is_empty() {
            return Err(Error::invalid(tr!("error-span-empty")));
        }
        codes::insert_anchor(w, id, Some((document, span)), &words, "")
    })
}

pub fn remove_anchor(project: &mut Project, anchor: &Anchor) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveAnchor, json!({}), |w| {
        w.argument("code", codes::tree(w)?.path(anchor.code));
        codes::remove_anchor(w, anchor.id)
    })
}

/// Where an anchor example comes from: the project's citation of its place, or what its codebook says.
pub fn anchor_citation(reader: &Reader<'_>, anchor: &Anchor) -> Result<String> {
    match anchor.place {
        Some((document, span)) => super::codings::cite(reader, document, span),
        None => Ok(anchor.source.clone()),
    }
}
