//! Documents: importing transcripts, their labels, titles, groups and order, and removing them.

use std::collections::BTreeMap;

use serde_json::json;

use crate::error::{Choice, Error, Result};
use crate::model::cases::{check_line, same_name};
use crate::model::documents::{Document, WorkOn, check_label, label_from_file_name, label_from_name};
use crate::model::draft::{Draft, Part};
use crate::model::history::{Done, OperationKind};
use crate::model::{DocumentId, GroupId};
use crate::store::documents::NewDocument;
use crate::store::{Project, Reader, Writer, codes, documents, settings};
use crate::tr;

/// What a transcript is imported as.
#[derive(Debug, Clone, Default)]
pub struct ImportAs {
    /// None: from the file name.
    pub label: Option<String>,
    /// None: the file name without its ending.
    pub title: Option<String>,
    pub group: Option<String>,
    /// Also where the same file is in the project already.
    pub again: bool,
}

/// Where a transcript comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name without its folder.
    pub name: String,
    /// Of the file's bytes.
    pub sha256: String,
    /// Which of the file's interviews, where it holds many.
    pub part: Option<Part>,
}

impl Source {
    pub fn new(name: &str, bytes: &[u8]) -> Source {
        Source { name: name.to_owned(), sha256: documents::sha256(bytes), part: None }
    }
    /// The same file, as the source of this draft.
    #[must_use]
    pub fn of(&self, draft: &Draft) -> Source {
        Source { part: draft.part.clone(), ..self.clone() }
    }
    /// What it calls itself: the file's name without its ending, or the name of the interview in the file.
    fn own_name(&self) -> String {
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem);
        match &self.part {
            None => stem.to_owned(),
            Some(Part { name: Some(name), .. }) => name.clone(),
            Some(part) => format!("{stem} {}", part.number),
        }
    }
    fn part_number(&self) -> Option<u32> {
        self.part.as_ref().map(|part| part.number)
    }
}

/// The label and title that a transcript would get: as wanted, otherwise from its name.
pub fn proposed(reader: &Reader<'_>, source: &Source, wanted: &ImportAs) -> Result<(String, String)> {
    let label = match &wanted.label {
        Some(label) => label.clone(),
        None => {
            let word = settings::citation(reader)?.singular;
            match &source.part {
                Some(_) => label_from_name(&source.own_name(), &word),
                None => label_from_file_name(&source.name, &word),
            }
        }
    };
    Ok((label, wanted.title.clone().unwrap_or_else(|| source.own_name())))
}

/// The label and title that an import would use; refused where the file or the label is in the project already.
pub fn check_import(reader: &Reader<'_>, source: &Source, wanted: &ImportAs) -> Result<(String, String)> {
    if !wanted.again
        && let Some(other) = documents::by_source(reader, &source.sha256, source.part_number())?
    {
        return Err(imported_already(source, &other));
    }
    let (label, title) = proposed(reader, source, wanted)?;
    let label = check_label(&label)?.to_owned();
    check_label_free(reader, &label, None).map_err(|error| error.file(&source.name))?;
    check_title(&title)?;
    Ok((label, title))
}

/// Files that are to be imported together: labels and contents that come twice among them are seen before anything is
/// written.
#[derive(Debug, Default)]
pub struct Incoming {
    /// By label in small letters, and by content.
    labels: BTreeMap<String, String>,
    sources: BTreeMap<(String, Option<u32>), String>,
}

impl Incoming {
    /// The label of the next file; refused where an earlier one or the project has it, or the same content.
    pub fn check(
        &mut self,
        reader: &Reader<'_>,
        file: &str,
        source: &Source,
        wanted: &ImportAs,
    ) -> Result<String> {
        let (label, _) = check_import(reader, source, wanted)?;
        let small = label.to_lowercase();
        let content = (source.sha256.clone(), source.part_number());
        let same = self.sources.get(&content).filter(|_| !wanted.again);
        if let Some(other) = self.labels.get(&small).or(same) {
            let (file, other) = (file.to_owned(), other.clone());
            let message = tr!("error-import-twice", file = file.clone(), other = other, label = label);
            return Err(Error::refused(message)
                .hint(tr!("hint-label-taken"))
                .choice(Choice::Label)
                .file(file));
        }
        self.labels.insert(small, file.to_owned());
        self.sources.insert(content, file.to_owned());
        Ok(label)
    }
}

fn check_label_free(reader: &Reader<'_>, label: &str, but: Option<DocumentId>) -> Result<()> {
    let taken = documents::of_label(reader, label)?.into_iter().find(|document| Some(document.id) != but);
    match taken {
        Some(other) => {
            Err(Error::refused(tr!("error-label-taken", label = label.to_owned(), title = other.title))
                .hint(tr!("hint-label-taken"))
                .choice(Choice::Label))
        }
        None => Ok(()),
    }
}

/// Adds a transcript that a reader has read.
pub fn import(
    project: &mut Project,
    draft: &Draft,
    source: &Source,
    wanted: &ImportAs,
) -> Result<Done<DocumentId>> {
    project.operate(OperationKind::ImportDocument, json!({"title": source.name}), |w| {
        let (label, title) = check_import(w, source, wanted)?;
        w.argument("label", label.as_str());
        // A file with many interviews says their groups itself; an empty group takes them out of it.
        let own = source.part.as_ref().and_then(|part| part.group.as_deref());
        let group = wanted.group.as_deref().or(own).map(str::trim).filter(|name| !name.is_empty());
        let group = group.map(|name| documents::group(w, check_title(name)?)).transpose()?;
        let new = NewDocument {
            label: &label,
            title: check_title(&title)?,
            group,
            source_name: &source.name,
            source_sha256: &source.sha256,
        };
        documents::insert(w, new, draft)
    })
}

/// Reads a document anew from a file, while nothing means its text. Label, title, group, case, values, consent and
/// recordings stay; what stands in a text that is coded already is corrected instead (`ops::edits`).
pub fn replace(
    project: &mut Project,
    id: DocumentId,
    draft: &Draft,
    source: &Source,
    again: bool,
) -> Result<Done<()>> {
    project.operate(OperationKind::ReplaceDocument, json!({"title": source.name}), |w| {
        w.argument("label", check_replace(w, id, source, again)?.label);
        documents::replace(w, id, (&source.name, &source.sha256), draft)
    })
}

/// The document that would be read anew from this file; refused where something means its text, or where the file is in
/// the project as another one.
pub fn check_replace(reader: &Reader<'_>, id: DocumentId, source: &Source, again: bool) -> Result<Document> {
    let document = check_unreferred(reader, id)?;
    let same = documents::by_source(reader, &source.sha256, source.part_number())?;
    match same.filter(|other| other.id != id && !again) {
        Some(other) => Err(imported_already(source, &other)),
        None => Ok(document),
    }
}

/// The document, if nothing means its text yet.
pub fn check_unreferred(reader: &Reader<'_>, id: DocumentId) -> Result<Document> {
    let document = documents::get(reader, id)?;
    let referring = documents::referring(reader, id)?;
    if referring.is_empty() {
        return Ok(document);
    }
    let shown = referring.iter().filter(|(_, seen, _)| *seen > 0);
    let mut what: Vec<String> =
        shown.map(|(name, seen, _)| tr!(&format!("referring-{name}"), count = *seen)).collect();
    if referring.iter().any(|(_, seen, all)| seen < all) {
        what.push(tr!("referring-hidden"));
    }
    let label = document.label;
    let message = tr!("error-replace-referred", label = label.clone(), what = what.join(", "));
    Err(Error::refused(message).hint(tr!("hint-replace-referred", label = label)))
}

fn imported_already(source: &Source, other: &Document) -> Error {
    let (file, label) = (source.name.clone(), other.label.clone());
    Error::refused(tr!("error-imported-already", file = file, label = label))
        .hint(tr!("hint-imported-already"))
        .choice(Choice::Again)
        .file(&source.name)
}

/// What to change on a document; none leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct DocumentChange {
    pub label: Option<String>,
    pub title: Option<String>,
    /// An empty name takes the document out of its group.
    pub group: Option<String>,
    /// Index among the documents of its group; past the end: last.
    pub index: Option<usize>,
}

pub fn change(project: &mut Project, id: DocumentId, change: &DocumentChange) -> Result<Done<()>> {
    let before = documents::get(&project.read(), id)?;
    project.operate(OperationKind::ChangeDocument, json!({"label": before.label}), |w| {
        if let Some(label) = &change.label {
            let label = check_label(label)?;
            check_label_free(w, label, Some(id))?;
            documents::set_label(w, id, label)?;
        }
        if let Some(title) = &change.title {
            documents::set_title(w, id, check_title(title)?)?;
        }
        if let Some(group) = &change.group {
            let group = match group.trim() {
                "" => None,
                name => Some(documents::group(w, check_title(name)?)?),
            };
            documents::set_group(w, id, group)?;
        }
        if let Some(index) = change.index {
            documents::place(w, id, index)?;
        }
        Ok(())
    })
}

/// Gives a group another name, or another place among the groups.
pub fn change_group(
    project: &mut Project,
    id: GroupId,
    name: Option<&str>,
    index: Option<usize>,
) -> Result<Done<()>> {
    let name = name.map(check_line).transpose()?;
    project.operate(OperationKind::ChangeGroup, json!({}), |w| {
        let all = documents::groups(w)?;
        let group = all.iter().find(|group| group.id == id);
        let group = group.ok_or_else(|| Error::not_found(tr!("error-group-gone")))?;
        w.argument("name", group.name.as_str());
        if let Some(name) = name {
            if let Some(other) = all.iter().find(|other| other.id != id && same_name(&other.name, name)) {
                return Err(Error::refused(tr!("error-group-exists", name = other.name.clone())));
            }
            documents::rename_group(w, id, name)?;
        }
        if let Some(index) = index {
            documents::place_group(w, id, index)?;
        }
        Ok(())
    })
}

fn check_title(title: &str) -> Result<&str> {
    let title = title.trim();
    if title.contains(|c: char| c.is_control()) {
        return Err(Error::invalid(tr!("error-title-control")));
    }
    Ok(title)
}

/// Removes a document with everyone's codings, memos, summaries and paraphrases on it; says how many of them the coder
/// could see.
/// Anchor examples stay, with the citation that they had.
pub fn remove(project: &mut Project, id: DocumentId) -> Result<Done<WorkOn>> {
    let label = documents::get(&project.read(), id)?.label;
    project.operate(OperationKind::RemoveDocument, json!({"label": label}), |w| {
        let work = documents::work_on(w, id)?;
        w.argument("count", work.codings);
        remove_in(w, id)?;
        Ok(work)
    })
}

/// [`remove`] inside an operation that does more.
pub(super) fn remove_in(w: &Writer<'_>, id: DocumentId) -> Result<()> {
    for anchor in codes::anchors(w, None)? {
        if let Some((document, span)) = anchor.place.filter(|(document, _)| *document == id) {
            codes::unlink_anchor(w, anchor.id, &super::codings::cite(w, document, span)?)?;
        }
    }
    documents::remove(w, id)
}
