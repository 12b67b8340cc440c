//! Sealing and erasing: what must leave the file for good leaves it.
//!
//! `seal`, after the names have been replaced, takes what only the past needs: row images, old texts, drafts, the words of
//! the history's entries, the list of names, original file names. `erase` removes a document with all that stands on it,
//! and seals. Neither can be undone; both end with a file in which the words are nowhere, free pages included. What
//! lies outside of the file is named.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::documents::WorkOn;
use crate::model::history::OperationKind;
use crate::model::names::{Names, Occurrence};
use crate::ops::editor;
use crate::ops::names::{self, Scope};
use crate::progress::Progress;
use crate::store::erasure::{self, Taken};
use crate::store::{Project, Writer, codes, documents, settings};
use crate::text::Text;
use crate::text::places;
use crate::tr;

/// What left the file, and what is still elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub taken: Taken,
    /// Of an erased document.
    pub document: Option<Erased>,
    /// Where listed forms still stand in the file.
    pub standing: Vec<Occurrence>,
    /// Backups, copies and packages beside the project, which still hold everything.
    pub copies: Vec<PathBuf>,
    /// Texts beside the project that an editor had and that could not be saved.
    pub kept: Vec<PathBuf>,
    /// The list of names, where it is in a file of its own.
    pub names_file: Option<PathBuf>,
    /// Names of recordings, which are no part of the file.
    pub recordings: Vec<String>,
}

/// What went with a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Erased {
    pub label: String,
    /// Everyone's codings, memos, summaries and paraphrases on it that the reader may see.
    pub work: WorkOn,
    /// Anchor examples with its words.
    pub anchors: u32,
    /// Persons who spoke nowhere else.
    pub persons: Vec<String>,
}

/// Seals the project. Where listed names still stand in it, it is refused unless `leave_names` says so: the list goes, and
/// with it the means to find them.
pub fn seal(project: &mut Project, leave_names: bool, progress: &Progress) -> Result<Report> {
    let list = names::list(project)?;
    let standing = standing(project, &list, None, progress)?;
    if !standing.is_empty() && !leave_names {
        return Err(
            Error::refused(tr!("error-seal-names", count = standing.len())).hint(tr!("hint-seal-names"))
        );
    }
    let mut report = outside(project, None)?;
    report.standing = standing;
    report.taken = project.rewrite(OperationKind::Seal, progress, |w| erasure::seal(w, false))?;
    Ok(report)
}

/// Removes a document for good, and seals. The list of names goes too, unless `keep_names` says otherwise.
pub fn erase(project: &mut Project, id: DocumentId, keep_names: bool, progress: &Progress) -> Result<Report> {
    let list = names::list(project)?;
    let standing = standing(project, &list, Some(id), progress)?;
    let mut report = outside(project, Some(id))?;
    report.standing = standing;
    if keep_names {
        report.names_file = None;
    }
    let (erased, taken) = project.rewrite(OperationKind::Erase, progress, |w| {
        let erased = remove(w, id)?;
        Ok((erased, erasure::seal(w, keep_names)?))
    })?;
    report.document = Some(erased);
    report.taken = taken;
    Ok(report)
}

/// Where listed forms stand that a sealing would leave: not in the names of original files, not in what is erased.
fn standing(
    project: &Project,
    list: &Names,
    but: Option<DocumentId>,
    progress: &Progress,
) -> Result<Vec<Occurrence>> {
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = names::find(project, list, &Scope { everywhere: true, ..Scope::default() }, progress)?;
    found.retain(|one| {
        one.column != "source_name" && one.table != "text_edit" && (but.is_none() || one.document != but)
    });
    Ok(found)
}

/// What is not in the file: found before anything happens, since the list forgets where it was.
fn outside(project: &Project, document: Option<DocumentId>) -> Result<Report> {
    let labels = documents::list(&project.read())?;
    let labels = labels.into_iter().filter(|one| document.is_none_or(|id| one.id == id));
    let labels: Vec<String> = labels.map(|one| one.label).collect();
    Ok(Report {
        copies: erasure::copies(project)?,
        kept: editor::kept(project.path(), &labels)?,
        names_file: names::file(project)?.filter(|file| file.is_file()),
        recordings: erasure::recordings(&project.read(), document)?,
        ..Report::default()
    })
}

fn remove(w: &Writer<'_>, id: DocumentId) -> Result<Erased> {
    let document = documents::get(w, id)?;
    let mut erased =
        Erased { label: document.label.clone(), work: documents::work_on(w, id)?, ..Erased::default() };
    let text = documents::text(w, id)?;
    let pattern = settings::citation(w)?;
    for anchor in codes::anchors(w, None)? {
        let cited = places::parse(&anchor.source, &pattern).is_ok_and(|place| {
            !anchor.source.is_empty() && places::same_label(&place.label, &document.label)
        });
        let here = anchor.place.is_some_and(|(document, _)| document == id);
        let loose = anchor.place.is_none() && (cited || are_its_words(&text, &anchor.text));
        if here || loose {
            codes::remove_anchor(w, anchor.id)?;
            erased.anchors += 1;
        }
    }
    erased.anchors += super::versions::forget(w, &document.uuid, |anchor| {
        let cited = places::parse(&anchor.place, &pattern)
            .is_ok_and(|place| places::same_label(&place.label, &document.label));
        anchor.document.is_none() && (cited || are_its_words(&text, &anchor.text))
    })?;
    let persons = erasure::only_heard_in(w, id)?;
    documents::remove(w, id)?;
    for (person, name) in persons {
        erasure::remove_person(w, person)?;
        erased.persons.push(name);
    }
    codes::bury(w, &document.uuid, "document", None)?;
    Ok(erased)
}

/// Whether words without a place are a passage of the text: long enough to be no turn of phrase.
fn are_its_words(text: &Text, words: &str) -> bool {
    const PASSAGE: usize = 20;
    let words = words.trim();
    words.chars().count() >= PASSAGE && text.as_str().contains(words)
}

/// How many standing names a report lists one by one.
const SHOWN: usize = 12;

/// A report in words, a line each: what goes (before) or went, and what is still elsewhere.
pub fn lines(report: &Report, before: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(erased) = &report.document {
        let WorkOn { codings, memos, summaries, paraphrases } = erased.work;
        let label = erased.label.clone();
        lines.push(match before {
            true => tr!(
                "erasure-would-document",
                label = label,
                codings = codings,
                memos = memos,
                summaries = summaries,
                paraphrases = paraphrases
            ),
            false => tr!(
                "erasure-document",
                label = label,
                codings = codings,
                memos = memos,
                summaries = summaries,
                paraphrases = paraphrases
            ),
        });
        if erased.anchors > 0 {
            lines.push(tr!("erasure-anchors", count = erased.anchors));
        }
        if !erased.persons.is_empty() {
            lines.push(tr!("erasure-persons", names = erased.persons.join(", ")));
        }
    }
    let taken = &report.taken;
    lines.push(match before {
        true => tr!("erasure-would-history", count = taken.operations),
        false => tr!("erasure-history", count = taken.operations),
    });
    for (count, key) in [
        (taken.texts, "erasure-texts"),
        (taken.drafts, "erasure-drafts"),
        (taken.names, "erasure-names"),
        (taken.files, "erasure-files"),
    ] {
        if count > 0 {
            lines.push(tr!(key, count = count));
        }
    }
    if !report.standing.is_empty() {
        lines.push(tr!("erasure-standing", count = report.standing.len()));
        for one in report.standing.iter().take(SHOWN) {
            lines.push(format!("  {} {}: {}", names::field(one.table, one.column), one.place, one.words));
        }
        if report.standing.len() > SHOWN {
            lines.push("  …".to_owned());
        }
    }
    for file in &report.copies {
        lines.push(tr!("erasure-copy", file = file.display().to_string()));
    }
    for file in &report.kept {
        lines.push(tr!("erasure-kept", file = file.display().to_string()));
    }
    if let Some(file) = &report.names_file {
        lines.push(tr!("erasure-names-file", file = file.display().to_string()));
    }
    for name in &report.recordings {
        lines.push(tr!("erasure-recording", file = name.clone()));
    }
    lines.push(tr!("erasure-elsewhere"));
    lines
}
