//! Versions of the codebook: keeping a state of the code system, and what has changed between two.

use serde_json::json;

use super::codebook;
use crate::analysis::versions::{self as compared, Comparison, Side};
use crate::error::{Error, Result};
use crate::model::VersionId;
use crate::model::cases::{check_line, same_name};
use crate::model::codebook::{Codebook, CodebookAnchor, CodebookCode};
use crate::model::history::{Done, OperationKind};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::versions::{State, Version};
use crate::store::{Project, Reader, Writer, coders, queries, versions};
use crate::{clock, tr};

/// What the state of the code system as it is now is called where a version is asked for.
pub const NOW: &str = "now";

/// Keeps the code system as it is now under a name. With `pass`, the codes of the current coding pass are of it.
pub fn keep(project: &mut Project, name: &str, reason: &str, pass: bool) -> Result<Done<VersionId>> {
    let name = check_name(name)?;
    project.operate(OperationKind::KeepVersion, json!({"name": name}), |w| {
        check_free(w, name, None)?;
        let book = codebook::whole(w, "", true)?;
        if book.is_empty() {
            return Err(Error::invalid(tr!("error-version-empty")).hint(tr!("hint-version-empty")));
        }
        w.argument("count", book.len());
        let id = versions::insert(w, name, reason.trim(), &book)?;
        if let Some(current) = coders::passes(w)?.into_iter().find(|one| one.current && pass) {
            coders::set_pass_version(w, current.id, Some(id))?;
        }
        Ok(id)
    })
}

/// Gives a version another name or reason; what it holds stays as it was.
pub fn change(
    project: &mut Project,
    id: VersionId,
    name: Option<&str>,
    reason: Option<&str>,
) -> Result<Done<()>> {
    let name = name.map(check_name).transpose()?;
    project.operate(OperationKind::ChangeVersion, json!({}), |w| {
        let version = versions::get(w, id)?;
        w.argument("name", version.name.as_str());
        let name = name.unwrap_or(&version.name);
        check_free(w, name, Some(id))?;
        versions::update(w, id, name, reason.map_or(version.reason.as_str(), str::trim))
    })
}

pub fn remove(project: &mut Project, id: VersionId) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveVersion, json!({}), |w| {
        w.argument("name", versions::get(w, id)?.name);
        versions::remove(w, id)
    })
}

fn check_name(name: &str) -> Result<&str> {
    let name = check_line(name)?;
    match same_name(name, NOW) {
        true => Err(Error::invalid(tr!("error-version-now", name = name.to_owned()))),
        false => Ok(name),
    }
}

fn check_free(reader: &Reader<'_>, name: &str, but: Option<VersionId>) -> Result<()> {
    let taken = |version: &Version| Some(version.id) != but && same_name(&version.name, name);
    match versions::list(reader)?.into_iter().find(taken) {
        Some(there) => {
            Err(Error::refused(tr!("error-version-exists", name = there.name))
                .hint(tr!("hint-version-exists")))
        }
        None => Ok(()),
    }
}

/// The newest version, where the code system is still as it says.
pub(super) fn unchanged(reader: &Reader<'_>) -> Result<Option<Version>> {
    let Some(newest) = versions::list(reader)?.pop() else { return Ok(None) };
    let same = versions::hash(&codebook::whole(reader, "", true)?) == newest.book;
    Ok(same.then_some(newest))
}

/// What is typed where a version is asked for: its name, or `now`.
pub fn find(reader: &Reader<'_>, typed: &str) -> Result<State> {
    match same_name(typed.trim(), NOW) {
        true => Ok(State::Now),
        false => versions::by_name(reader, typed).map(|version| State::Kept(version.id)),
    }
}

fn side(reader: &Reader<'_>, state: State) -> Result<(Side, Codebook)> {
    Ok(match state {
        State::Now => (Side { name: tr!("version-now"), at: None }, codebook::whole(reader, "", false)?),
        State::Kept(id) => {
            let version = versions::get(reader, id)?;
            (Side { name: version.name, at: Some(version.at) }, versions::book(reader, id)?)
        }
    })
}

/// What has changed from one state to the other.
pub fn compare(project: &Project, before: State, after: State) -> Result<Comparison> {
    let reader = project.read();
    let (before, old) = side(&reader, before)?;
    let (after, new) = side(&reader, after)?;
    Ok(compared::compare((before, &old), (after, &new), &queries::heirs(&reader)?))
}

/// The codebook of a state, under a name.
pub fn book(project: &Project, state: State, name: &str) -> Result<Codebook> {
    let (_, mut book) = side(&project.read(), state)?;
    name.clone_into(&mut book.name);
    Ok(book)
}

/// A version with what is told of it in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub version: Version,
    pub coder: String,
    pub codes: usize,
    /// Changes since the version before it; none for the first.
    pub changes: Option<usize>,
    /// The coding passes that went by it.
    pub passes: Vec<String>,
}

/// All versions, the oldest first; and how much has changed since the last.
pub fn list(reader: &Reader<'_>) -> Result<(Vec<Listed>, Option<usize>)> {
    let heirs = queries::heirs(reader)?;
    let passes = coders::passes(reader)?;
    let mut listed: Vec<Listed> = Vec::new();
    let mut last: Option<Codebook> = None;
    let changed = |before: &Codebook, after: &Codebook| {
        let side = Side::default;
        compared::compare((side(), before), (side(), after), &heirs).changes.len()
    };
    for version in versions::list(reader)? {
        let book = versions::book(reader, version.id)?;
        let of = passes.iter().filter(|pass| pass.version == Some(version.id));
        listed.push(Listed {
            coder: coders::get(reader, version.coder)?.name,
            codes: book.len(),
            changes: last.as_ref().map(|last| changed(last, &book)),
            passes: of.map(|pass| pass.name.clone()).collect(),
            version,
        });
        last = Some(book);
    }
    let since = match &last {
        Some(last) => Some(changed(last, &codebook::whole(reader, "", false)?)),
        None => None,
    };
    Ok((listed, since))
}

/// The versions as a table, the oldest first.
pub fn table(reader: &Reader<'_>) -> Result<Table> {
    let (listed, since) = list(reader)?;
    let rows = listed.iter().map(|one| {
        let at = Value::Said { stored: one.version.at.clone(), shown: clock::local(&one.version.at) };
        vec![
            Cell::text(&one.version.name),
            Cell { value: at, places: Vec::new() },
            Cell::text(&one.coder),
            Cell::integer(one.codes as i64),
            one.changes.map_or_else(Cell::default, |count| Cell::integer(count as i64)),
            Cell::text(one.passes.join(", ")),
            Cell::text(&one.version.reason),
        ]
    });
    let short = |key: &str, title: String| Column::new(key, title, ColumnKind::Short);
    let number = |key: &str, title: String| Column::new(key, title, ColumnKind::Number);
    Ok(Table {
        name: "codebook-versions".into(),
        title: tr!("versions-title"),
        columns: vec![
            short("version", tr!("version-column-name")),
            short("at", tr!("version-column-at")),
            short("coder", tr!("table-coder")),
            number("codes", tr!("version-column-codes")),
            number("changes", tr!("version-column-changes")),
            short("passes", tr!("version-column-passes")),
            Column::new("reason", tr!("version-column-reason"), ColumnKind::Long),
        ],
        rows: rows.collect(),
        notes: since.map(|count| tr!("versions-since", count = count)).into_iter().collect(),
        frozen: 1,
    })
}

/// Takes the words of a document out of all versions: examples that are from it, and those that `is_of` knows.
pub(super) fn forget(w: &Writer<'_>, document: &str, is_of: impl Fn(&CodebookAnchor) -> bool) -> Result<u32> {
    fn clear(codes: &mut [CodebookCode], gone: &dyn Fn(&CodebookAnchor) -> bool) -> u32 {
        let mut count = 0;
        for code in codes {
            let before = code.anchors.len();
            code.anchors.retain(|anchor| !gone(anchor));
            count += (before - code.anchors.len()) as u32 + clear(&mut code.children, gone);
        }
        count
    }
    let gone = |anchor: &CodebookAnchor| anchor.document.as_deref() == Some(document) || is_of(anchor);
    let mut all = 0;
    for version in versions::list(w)? {
        let mut book = versions::book(w, version.id)?;
        let count = clear(&mut book.codes, &gone);
        if count > 0 {
            versions::rewrite(w, version.id, &book)?;
            all += count;
        }
    }
    Ok(all)
}
