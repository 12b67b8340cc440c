//! Names and their replacements: the list and where it is kept, and where its forms stand in the study.
//!
//! The list is outside the history: an image of it would write the real names a second time. It is in the project or in a
//! file of its own, which only this copy of the project knows of.

mod apply;
mod check;
mod exports;

use std::path::{Path, PathBuf};

pub use self::apply::{Applied, apply};
pub use self::check::{Finding, Kind as FindingKind, check};
pub use self::exports::{Exporting, Seen, exporting, set_in_exports};
use crate::error::{Error, Result};
use crate::formats;
use crate::model::DocumentId;
use crate::model::codes::CodeTree;
use crate::model::names::{Name, Names, Occurrence, StoredText};
use crate::progress::Progress;
use crate::store::{Project, Reader, codes, documents, names, settings};
use crate::text::citations::Pattern;
use crate::text::names::{Near, NearWords};
use crate::text::{CharPos, Span, Text, paragraphs};
use crate::tr;

/// The key of `state` that names the file of the list.
pub const FILE: &str = "pseudonyms";

/// The ending of a list in a file of its own.
pub const ENDING: &str = "absatz-names";

/// The file that the list is in; none: it is in the project.
pub fn file(project: &Project) -> Result<Option<PathBuf>> {
    let kept = settings::state(&project.read(), FILE)?;
    Ok(kept.map(|path| folder(project).join(path)))
}

fn folder(project: &Project) -> PathBuf {
    let folder = project.path().parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_path_buf()
}

/// The list, wherever it is.
pub fn list(project: &Project) -> Result<Names> {
    match file(project)? {
        None => names::list(&project.read()),
        Some(file) => read(&file).map_err(|error| match error.hint {
            None => error.hint(tr!("hint-names-file", file = file.display().to_string())),
            Some(_) => error,
        }),
    }
}

/// Reads a list from a file: CSV or a spreadsheet.
pub fn read(file: &Path) -> Result<Names> {
    let bytes = std::fs::read(file).map_err(|error| Error::io(file, &error))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    formats::names::read(&name, &bytes).map_err(|error| error.file(file))
}

/// Puts a list in the place of the one there is.
pub fn save(project: &mut Project, list: &Names) -> Result<()> {
    list.check()?;
    match file(project)? {
        None => project.keep(|keeper| keeper.set_names(list)),
        Some(file) => write(list, &file, true),
    }
}

/// Writes a list to a file that only its owner can read.
pub fn write(list: &Names, file: &Path, force: bool) -> Result<()> {
    formats::write::to_file(file, &formats::names::write(list)?, force)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
            .map_err(|error| Error::io(file, &error))?;
    }
    Ok(())
}

/// Moves the list to a file of its own, or (none) into the project. A file that is there already and holds a list is
/// used as it is where the list is empty so far. The old place is emptied; a file is left.
pub fn move_to(project: &mut Project, to: Option<&Path>) -> Result<()> {
    // A file that has gone is no reason never to keep the list elsewhere.
    let gone = file(project)?.is_some_and(|file| !file.exists());
    let now = if gone { Names::default() } else { list(project)? };
    match to {
        None => project.keep(|keeper| {
            keeper.set_names(&now)?;
            keeper.drop_state(FILE)
        }),
        Some(to) => {
            if !(now.is_empty() && to.is_file()) {
                write(&now, to, false)?;
            }
            read(to)?;
            // Beside the project it is found again when both are moved.
            let whole = std::path::absolute(to).map_err(|error| Error::io(to, &error))?;
            let beside = std::path::absolute(folder(project)).ok();
            let path = beside.and_then(|folder| whole.strip_prefix(folder).ok()).unwrap_or(&whole);
            let path = path.to_string_lossy().into_owned();
            project.keep(|keeper| {
                keeper.set_names(&Names::default())?;
                keeper.set_state(FILE, &path)
            })
        }
    }
}

/// Adds a name with its further forms (`Müllers=[A]s`), or changes the one that has the first form.
pub fn add(project: &mut Project, mut name: Name, further: &[String]) -> Result<()> {
    let mut list = list(project)?;
    for form in further {
        name.also(form);
    }
    list.put(name)?;
    save(project, &list)
}

/// Takes a name out of the list, by any of its forms.
pub fn remove(project: &mut Project, form: &str) -> Result<Name> {
    let mut list = list(project)?;
    let name = list.names.remove(list.by_form(form)?);
    save(project, &list)?;
    Ok(name)
}

/// Adds the names of another list; those with the same first form take its place. Says how many came new and how many
/// were changed.
pub fn import(project: &mut Project, other: Names) -> Result<(usize, usize)> {
    let mut list = list(project)?;
    let (mut new, mut changed) = (0, 0);
    for name in other.names {
        match list.names.iter_mut().find(|there| there.called() == name.called()) {
            Some(there) => {
                let name = Name { uuid: there.uuid.clone(), ..name };
                changed += usize::from(*there != name);
                *there = name;
            }
            None => {
                list.names.push(name);
                new += 1;
            }
        }
    }
    save(project, &list)?;
    Ok((new, changed))
}

/// Where to look.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Only in these documents and what stands on them.
    pub documents: Option<Vec<DocumentId>>,
    /// Also in memos, summaries, definitions, values, titles: in every text of the study.
    pub everywhere: bool,
}

/// Every occurrence of the listed forms, transcripts first, in document and text order.
pub fn find(project: &Project, list: &Names, scope: &Scope, progress: &Progress) -> Result<Vec<Occurrence>> {
    let reader = project.read();
    let finder = list.finder();
    let forms: Vec<(&str, &str)> =
        list.forms().map(|(name, form)| (name.called(), form.replacement.as_str())).collect();
    let pattern = settings::citation(&reader)?;
    let mut wanted = documents::list(&reader)?;
    let is_wanted = |id: DocumentId| scope.documents.as_ref().is_none_or(|ids| ids.contains(&id));
    wanted.retain(|document| is_wanted(document.id));
    progress.start(wanted.len() as u64 + u64::from(scope.everywhere));
    let mut all = Vec::new();
    for document in &wanted {
        progress.step()?;
        let text = documents::text(&reader, document.id)?;
        let found = finder.find(text.as_str());
        if found.is_empty() {
            continue;
        }
        let lines = documents::paragraphs(&reader, document.id)?;
        for (nth, one) in found.into_iter().enumerate() {
            let span = text.span(one.bytes);
            let place = match paragraphs::numbers(&lines, span) {
                Some((first, last)) => pattern.cite(&document.label, first, last),
                None => document.label.clone(),
            };
            let (before, after) = super::search::context(&text, span);
            let (name, replacement) = forms.get(one.form).copied().unwrap_or_default();
            all.push(Occurrence {
                table: "document",
                column: "text",
                row: document.id.0,
                nth,
                document: Some(document.id),
                span: Some(span),
                place,
                before: before.to_owned(),
                words: text.slice(span).to_owned(),
                after: after.to_owned(),
                replacement: replacement.to_owned(),
                name: name.to_owned(),
                hidden: false,
            });
        }
    }
    if scope.everywhere {
        progress.step()?;
        let tree = codes::tree(&reader)?;
        names::each_text(&reader, &mut |stored| {
            if stored.document.is_some_and(|id| !is_wanted(id))
                || (stored.document.is_none() && scope.documents.is_some())
            {
                return Ok(());
            }
            let found = finder.find(&stored.text);
            if found.is_empty() {
                return Ok(());
            }
            progress.check()?;
            let text = Text::new(stored.text.as_str());
            let place = place(&reader, &tree, &pattern, &stored)?;
            for (nth, one) in found.into_iter().enumerate() {
                let span = text.span(one.bytes);
                let (before, after) = match stored.hidden {
                    true => ("", ""),
                    false => super::search::context(&text, span),
                };
                let (name, replacement) = forms.get(one.form).copied().unwrap_or_default();
                all.push(Occurrence {
                    table: stored.table,
                    column: stored.column,
                    row: stored.row,
                    nth,
                    document: stored.document,
                    span: stored.span,
                    place: place.clone(),
                    before: before.to_owned(),
                    words: text.slice(span).to_owned(),
                    after: after.to_owned(),
                    replacement: replacement.to_owned(),
                    name: name.to_owned(),
                    hidden: stored.hidden,
                });
            }
            Ok(())
        })?;
    }
    Ok(all)
}

/// Where a text of the study stands, in words: a citation, a label with a code, a code's path, a name.
fn place(reader: &Reader<'_>, tree: &CodeTree, pattern: &Pattern, stored: &StoredText) -> Result<String> {
    let mut parts = Vec::new();
    if let Some(id) = stored.document {
        let label = documents::get(reader, id)?.label;
        let numbers = match stored.span {
            Some(span) => documents::numbers(reader, id, span)?,
            None => None,
        };
        parts.push(match numbers {
            Some((first, last)) => pattern.cite(&label, first, last),
            None => label,
        });
    }
    if let Some(code) = stored.code {
        parts.push(tree.path(code).to_owned());
    }
    if !stored.called.is_empty() && !stored.hidden {
        parts.push(stored.called.clone());
    }
    Ok(parts.join(" · "))
}

/// What kind of text a column holds, in words.
pub fn field(table: &str, column: &str) -> String {
    tr!(match (table, column) {
        ("document", "text") => "name-field-transcript",
        ("document", "label") => "name-field-label",
        ("document", "title") => "name-field-title",
        ("document" | "media" | "reference_document", "source_name" | "file_name") => "name-field-file",
        ("document_group", _) => "name-field-group",
        ("speaker", _) => "name-field-speaker",
        ("variable", _) => "name-field-variable",
        ("variable_value" | "case_value" | "person_value", _) => "name-field-value",
        ("study_case", _) => "name-field-case",
        ("person", _) => "name-field-person",
        ("document_set" | "code_set", _) => "name-field-set",
        ("code", "name") => "name-field-code",
        ("code", _) => "name-field-definition",
        ("anchor", _) => "name-field-anchor",
        ("coding", _) => "name-field-comment",
        ("memo" | "memo_template", _) => "name-field-memo",
        ("summary", _) => "name-field-summary",
        ("paraphrase", _) => "name-field-paraphrase",
        ("consent" | "quotation_release", _) => "name-field-consent",
        ("reference_document", _) => "name-field-guide",
        ("codebook_version", _) => "name-field-version",
        _ => "name-field-other",
    })
}

/// A word that is like a listed form, with the form and where it stands first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub near: Near,
    /// The listed form.
    pub form: String,
    /// What the word would become if it is an inflection: the form's replacement and the letters more.
    pub replacement: String,
    /// The citation of its first place, and the words there.
    pub place: String,
    pub context: String,
}

/// Words of the transcripts that are like a listed form and not in the list: inflections, other spellings, slips.
pub fn suggest(project: &Project, list: &Names, progress: &Progress) -> Result<Vec<Suggestion>> {
    let reader = project.read();
    let pattern = settings::citation(&reader)?;
    let all = documents::list(&reader)?;
    progress.start(all.len() as u64);
    let mut near = NearWords::new(list.wanted());
    let mut texts = Vec::new();
    for document in all {
        progress.step()?;
        let text = documents::text(&reader, document.id)?;
        near.read(text.as_str());
        texts.push((document, text));
    }
    let forms: Vec<(&str, &str)> =
        list.forms().map(|(_, form)| (form.spelling.as_str(), form.replacement.as_str())).collect();
    let mut suggestions = Vec::new();
    for near in near.finish() {
        let (form, replacement) = forms.get(near.form).copied().unwrap_or_default();
        let mut one = Suggestion {
            form: form.to_owned(),
            replacement: format!("{replacement}{}", near.word.strip_prefix(form).unwrap_or_default()),
            place: String::new(),
            context: String::new(),
            near,
        };
        let only = Names { names: vec![Name::new(&one.near.word, "-")] }.finder();
        for (document, text) in &texts {
            if let Some(found) = only.find(text.as_str()).into_iter().next() {
                let span = text.span(found.bytes);
                let numbers = documents::numbers(&reader, document.id, span)?;
                one.place = numbers
                    .map_or_else(|| document.label.clone(), |(a, b)| pattern.cite(&document.label, a, b));
                one.context = around(text, span);
                break;
            }
        }
        suggestions.push(one);
    }
    Ok(suggestions)
}

/// A few words around a span, on one line.
fn around(text: &Text, span: Span) -> String {
    let (before, after) = super::search::context(text, span);
    let cut = |words: &str, from_end: bool| -> String {
        let count = words.chars().count();
        let keep = 30.min(count);
        let skip = if from_end { count - keep } else { 0 };
        words.chars().skip(skip).take(keep).collect()
    };
    let words = text.slice(Span { start: CharPos(span.start.0), end: span.end });
    format!("{}{words}{}", cut(before, true), cut(after, false))
}
