//! The coding guide as a whole: taking one in from a file, giving it out.

use std::collections::{BTreeSet, HashMap};

use serde_json::json;

use super::retrieve::{self, SegmentQuery};
use crate::analysis::coding_guide::{self, Applied, Counts};
use crate::analysis::versions::Comparison;
use crate::error::Result;
use crate::formats::codebooks;
use crate::model::codebook::{Codebook, CodebookAnchor, CodebookCode, FORMAT};
use crate::model::codes::{Anchor, Code, CodeTree, Guide, Node, Origin, check_color, check_name};
use crate::model::codings::Segment;
use crate::model::history::{Done, OperationKind};
use crate::model::revisit::Reason;
use crate::model::table::Table;
use crate::model::versions::State;
use crate::model::written::Written;
use crate::model::{CodeId, DocumentId, VersionId};
use crate::store::codes::NewCode;
use crate::store::{Project, Reader, Writer, codes, documents, revisit, settings};
use crate::text::Span;
use crate::text::places;

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
}

/// Takes in a codebook: a code is known again by its UUID, then by its path; what the file says of it replaces what the
/// project said, fields that the file leaves empty stay. Codes that are not in the file stay. One operation.
pub fn import(project: &mut Project, codebook: &Codebook) -> Result<Done<Imported>> {
    import_marking(project, codebook, false)
}

/// [`import`]; with `mark`, what has been coded already is to be revisited for codes that are new or come to mean something
/// else.
pub fn import_marking(project: &mut Project, codebook: &Codebook, mark: bool) -> Result<Done<Imported>> {
    project.operate(
        OperationKind::ImportCodebook,
        json!({"name": codebook.name, "count": codebook.len()}),
        |w| {
            let mut imported = Imported::default();
            take_in(w, &codebook.codes, None, mark, &mut imported)?;
            Ok(imported)
        },
    )
}

fn take_in(
    w: &Writer<'_>,
    list: &[CodebookCode],
    parent: Option<CodeId>,
    mark: bool,
    imported: &mut Imported,
) -> Result<()> {
    for entry in list {
        let name = check_name(&entry.name)?;
        let tree = codes::tree(w)?;
        let color = entry.color.as_deref().map(check_color).transpose()?;
        let known = known(&tree, entry, parent, name);
        let id = match known {
            None => {
                imported.added += 1;
                let color = color.unwrap_or_else(|| super::codes::next_color(&tree, parent));
                // A UUID that the project had and removed comes back to life.
                let uuid = entry.uuid.as_deref().filter(|uuid| uuid::Uuid::parse_str(uuid).is_ok());
                if let Some(uuid) = uuid {
                    codes::unbury(w, uuid)?;
                }
                let id = codes::insert(w, NewCode { uuid, parent, name, color: &color })?;
                codes::define(w, id, &entry.guide)?;
                if mark {
                    revisit::mark(w, id, Reason::Added, revisit::Whose::Everyone)?;
                }
                id
            }
            Some(id) => {
                let before = tree.get(id).map(|node| &node.code);
                let other =
                    |code: &Code| super::codes::redefines(&code.guide, &over(&entry.guide, &code.guide));
                if mark && before.is_some_and(other) {
                    revisit::mark(w, id, Reason::Redefined, revisit::Whose::Everyone)?;
                }
                update(w, &tree, id, parent, name, color.as_deref(), &entry.guide)?;
                let same = codes::tree(w)?.get(id).map(|node| &node.code) == before;
                if same {
                    imported.unchanged += 1
                } else {
                    imported.changed += 1
                }
                id
            }
        };
        for anchor in &entry.anchors {
            take_in_anchor(w, id, anchor)?;
        }
        take_in(w, &entry.children, Some(id), mark, imported)?;
    }
    Ok(())
}

fn known(tree: &CodeTree, entry: &CodebookCode, parent: Option<CodeId>, name: &str) -> Option<CodeId> {
    let by_uuid =
        entry.uuid.as_ref().and_then(|uuid| tree.nodes().iter().find(|node| &node.code.uuid == uuid));
    by_uuid.or_else(|| super::codes::sibling(tree, parent, name)).map(|node| node.code.id)
}

fn update(
    w: &Writer<'_>,
    tree: &CodeTree,
    id: CodeId,
    parent: Option<CodeId>,
    name: &str,
    color: Option<&str>,
    guide: &Guide,
) -> Result<()> {
    let Some(node) = tree.get(id) else { return Ok(()) };
    let free = super::codes::sibling(tree, parent, name).is_none_or(|other| other.code.id == id);
    if node.code.parent != parent && free {
        codes::place(w, id, parent, usize::MAX)?;
    }
    if node.code.name != name && free {
        codes::rename(w, id, name)?;
    }
    if let Some(color) = color {
        codes::recolor(w, id, color)?;
    }
    codes::define(w, id, &over(guide, &node.code.guide))
}

/// The file's guide, with what it leaves empty from the project's.
fn over(file: &Guide, project: &Guide) -> Guide {
    let pick = |a: &str, b: &str| if a.is_empty() { b.to_owned() } else { a.to_owned() };
    Guide {
        definition: pick(&file.definition, &project.definition),
        apply: pick(&file.apply, &project.apply),
        not_apply: pick(&file.not_apply, &project.not_apply),
        origin: if file.origin == Origin::Unspecified { project.origin } else { file.origin },
        research_question: pick(&file.research_question, &project.research_question),
    }
}

fn take_in_anchor(w: &Writer<'_>, code: CodeId, anchor: &CodebookAnchor) -> Result<()> {
    let there = codes::anchors(w, Some(code))?;
    if there.iter().any(|other| other.text == anchor.text) {
        return Ok(());
    }
    let place = find_words(w, &anchor.place, &anchor.text)?;
    let source = if place.is_some() { "" } else { anchor.place.as_str() };
    codes::insert_anchor(w, code, place, &anchor.text, source)?;
    Ok(())
}

/// Where an example's words stand, if its document is in the project and has them once.
fn find_words(reader: &Reader<'_>, place: &str, words: &str) -> Result<Option<(DocumentId, Span)>> {
    let Ok(place) = places::parse(place, &settings::citation(reader)?) else { return Ok(None) };
    let Ok(document) = documents::by_label(reader, &place.label) else { return Ok(None) };
    let text = documents::text(reader, document.id)?;
    let mut found = text.as_str().match_indices(words);
    let (Some((at, _)), None) = (found.next(), found.next()) else { return Ok(None) };
    Ok(Some((document.id, text.snap(text.span(at..at + words.len())))))
}

/// The project's coding guide, anchor examples with their citations.
pub fn export(project: &Project, name: &str) -> Result<Codebook> {
    whole(&project.read(), name, false)
}

/// The coding guide; as a version keeps it, with the documents that its examples are from.
pub(super) fn whole(reader: &Reader<'_>, name: &str, version: bool) -> Result<Codebook> {
    let out = Out { reader, tree: codes::tree(reader)?, version };
    Ok(Codebook {
        format: FORMAT.to_owned(),
        name: name.to_owned(),
        language: String::new(),
        codes: out.below(None)?,
    })
}

/// The coding guide to be read, and as tables.
#[derive(Debug, Clone)]
pub struct ToRead {
    pub written: Written,
    /// The codes; and what has changed, where that was asked for.
    pub tables: Vec<Table>,
}

/// What else a coding guide says.
#[derive(Debug, Clone, Copy, Default)]
pub struct GuideQuery {
    /// How often each code was applied.
    pub counts: bool,
    /// What has changed since this version.
    pub since: Option<VersionId>,
}

/// The coding guide as it is now, with how often each code was applied in the analysis set.
pub fn guide(project: &Project, name: &str, query: &GuideQuery) -> Result<ToRead> {
    let book = export(project, name)?;
    let mut tables = vec![codebooks::table(&book)];
    let mut notes = Vec::new();
    let counts = match query.counts {
        false => None,
        true => {
            let found = retrieve::segments(project, &SegmentQuery::default())?;
            notes = found.notes;
            retrieve::without_coders(project, None, None, &mut notes)?;
            Some(applied(&codes::tree(&project.read())?, &found.segments))
        }
    };
    let since =
        query.since.map(|id| super::versions::compare(project, State::Kept(id), State::Now)).transpose()?;
    if let (Some(counts), Some(table)) = (&counts, tables.first_mut()) {
        coding_guide::add_counts(table, &book, counts);
        table.notes.extend(notes.iter().cloned());
    }
    tables.extend(since.as_ref().map(Comparison::table));
    let title = tables.first().map(|table| table.title.clone()).unwrap_or_default();
    let written = coding_guide::write(&book, title, counts.as_ref(), since.as_ref(), notes);
    Ok(ToRead { written, tables })
}

/// How often each code was applied, by UUID.
fn applied(tree: &CodeTree, segments: &[Segment]) -> Counts {
    let mut own: HashMap<CodeId, (usize, BTreeSet<DocumentId>)> = HashMap::new();
    for segment in segments {
        let (count, documents) = own.entry(segment.coding.code).or_default();
        *count += 1;
        documents.insert(segment.coding.document);
    }
    let of = |node: &Node| {
        let (segments, documents) = own.get(&node.code.id).cloned().unwrap_or_default();
        let (mut segments_below, mut documents_below) = (0, BTreeSet::new());
        for (count, documents) in tree.subtree(node.code.id).iter().filter_map(|node| own.get(&node.code.id))
        {
            segments_below += count;
            documents_below.extend(documents.iter().copied());
        }
        let (documents, documents_below) = (documents.len(), documents_below.len());
        (node.code.uuid.clone(), Applied { segments, documents, segments_below, documents_below })
    };
    tree.nodes().iter().map(of).collect()
}

struct Out<'a> {
    reader: &'a Reader<'a>,
    tree: CodeTree,
    version: bool,
}

impl Out<'_> {
    fn below(&self, parent: Option<CodeId>) -> Result<Vec<CodebookCode>> {
        self.tree
            .children(parent)
            .map(|node| {
                let anchors = codes::anchors(self.reader, Some(node.code.id))?;
                Ok(CodebookCode {
                    uuid: Some(node.code.uuid.clone()),
                    name: node.code.name.clone(),
                    color: Some(node.code.color.clone()),
                    guide: node.code.guide.clone(),
                    anchors: anchors.into_iter().map(|anchor| self.anchor(anchor)).collect::<Result<_>>()?,
                    children: self.below(Some(node.code.id))?,
                })
            })
            .collect()
    }

    fn anchor(&self, anchor: Anchor) -> Result<CodebookAnchor> {
        let place = super::codes::anchor_citation(self.reader, &anchor)?;
        let bare = place.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(&place);
        let document = match anchor.place.filter(|_| self.version) {
            Some((document, _)) => Some(documents::get(self.reader, document)?.uuid),
            None => None,
        };
        Ok(CodebookAnchor { place: bare.to_owned(), text: anchor.text, document })
    }
}
