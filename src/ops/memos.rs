//! Memos: writing and removing them; which there are, as a table; the logbook.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::history::{Done, OperationKind};
use crate::model::memos::{Memo, MemoOn, MemoText};
use crate::model::table::{Cell, Column, ColumnKind, Place, Table, Value};
use crate::model::variables::VariableKind;
use crate::model::{CodeId, CoderId, DocumentId, MemoId};
use crate::store::{Project, Reader, Writer, cases, coders, codes, codings, documents, memos};
use crate::text::Span;
use crate::text::search::{Mode, compile};
use crate::tr;

/// Writes a memo: a new one where `id` is none, otherwise the one that is there (only its writer may).
pub fn write(
    project: &mut Project,
    id: Option<MemoId>,
    on: MemoOn,
    title: &str,
    text: &str,
) -> Result<Done<MemoId>> {
    let (title, text) = (title.to_owned(), text.to_owned());
    write_as(project, id, on, MemoText { title, text, ..MemoText::default() })
}

/// Writes a memo that was begun with a template, or a logbook entry about another day.
pub fn write_as(
    project: &mut Project,
    id: Option<MemoId>,
    on: MemoOn,
    mut new: MemoText,
) -> Result<Done<MemoId>> {
    new.title = new.title.trim().to_owned();
    project.operate(OperationKind::WriteMemo, json!({"title": new.title}), |w| {
        if new.title.is_empty() && new.text.trim().is_empty() {
            return Err(Error::invalid(tr!("error-memo-empty")));
        }
        let on = match id {
            None => check_on(w, on)?,
            Some(id) => {
                check_own(w, id)?;
                memos::get(w, id)?.on
            }
        };
        if let Some(day) = new.dated.as_deref().map(str::trim).filter(|day| !day.is_empty()) {
            if on != MemoOn::Logbook {
                return Err(Error::invalid(tr!("error-memo-dated")).hint(tr!("hint-memo-dated")));
            }
            new.dated = Some(super::consent::day(day)?);
        }
        match id {
            None => memos::insert(w, on, &new, w.coder()),
            Some(id) => {
                memos::update(w, id, &new)?;
                Ok(id)
            }
        }
    })
}

/// What a memo is to be on must be there; a place is stored as a coding's span is.
fn check_on(w: &Writer<'_>, on: MemoOn) -> Result<MemoOn> {
    match on {
        MemoOn::Document(id) => drop(documents::get(w, id)?),
        MemoOn::Case(id) => drop(cases::get(w, id)?),
        MemoOn::Group(id) if !documents::groups(w)?.iter().any(|group| group.id == id) => {
            return Err(Error::not_found(tr!("error-memo-group-gone")));
        }
        MemoOn::Code(id) if codes::tree(w)?.get(id).is_none() => {
            return Err(Error::not_found(tr!("error-code-gone")));
        }
        MemoOn::Coding(id) => drop(codings::get(w, id)?),
        MemoOn::Place(id, span) => return Ok(MemoOn::Place(id, super::codings::check_span(w, id, span)?)),
        _ => {}
    }
    Ok(on)
}

pub fn remove(project: &mut Project, id: MemoId) -> Result<Done<()>> {
    let title = memos::get(&project.read(), id)?.title;
    project.operate(OperationKind::RemoveMemo, json!({"title": title}), |w| {
        check_own(w, id)?;
        memos::remove(w, id)
    })
}

fn check_own(w: &Writer<'_>, id: MemoId) -> Result<()> {
    let memo = memos::get(w, id)?;
    if memo.coder == w.coder() {
        return Ok(());
    }
    let name = crate::store::coders::get(w, memo.coder)?.name;
    Err(Error::refused(tr!("error-memo-of-another", name = name)))
}

/// Which memos are wanted.
#[derive(Debug, Clone, Default)]
pub struct MemoQuery {
    /// On this: a document has its places' and segments' memos too, a code its segments', a place those within.
    pub on: Option<MemoOn>,
    /// Of this kind ([`KINDS`](crate::model::memos::KINDS)).
    pub kind: Option<String>,
    /// Of this document, besides what `on` says.
    pub document: Option<DocumentId>,
    /// Of this code or its segments.
    pub code: Option<CodeId>,
    pub coder: Option<CoderId>,
    /// With these words, in title or text.
    pub text: String,
    /// Begun with this template.
    pub template: Option<String>,
}

/// A memo with what it is on, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    pub memo: Memo,
    pub on: String,
    pub coder: String,
    /// Where it leads to.
    pub place: Option<(DocumentId, Option<Span>)>,
}

impl Noted {
    /// The day that an entry is about, or on which the memo was begun.
    pub fn day(&self) -> String {
        self.memo.dated.clone().unwrap_or_else(|| crate::clock::day(&self.memo.created))
    }
    /// Its title, or how it begins.
    pub fn heading(&self) -> String {
        if !self.memo.title.is_empty() {
            return self.memo.title.clone();
        }
        self.memo.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect()
    }
}

/// The memos that fit, newest first.
pub fn find(project: &Project, query: &MemoQuery) -> Result<Vec<Noted>> {
    let reader = project.read();
    let finder = match query.text.trim() {
        "" => None,
        words => Some(compile(words, Mode::Folded)?),
    };
    let mut found = memos::list(&reader)?;
    found.retain(|memo| {
        query.coder.is_none_or(|coder| memo.coder == coder)
            && query.kind.as_deref().is_none_or(|kind| memo.on.kind() == kind)
            && query.template.as_ref().is_none_or(|name| memo.template.as_ref() == Some(name))
            && finder.as_ref().is_none_or(|finder| finder.is_in(&memo.title) || finder.is_in(&memo.text))
    });
    let wanted = [query.on, query.document.map(MemoOn::Document), query.code.map(MemoOn::Code)];
    for on in wanted.into_iter().flatten() {
        let mut kept = Vec::with_capacity(found.len());
        for memo in found {
            if is_on(&reader, &memo, on)? {
                kept.push(memo);
            }
        }
        found = kept;
    }
    let all = coders::list(&reader)?;
    let name =
        |id| all.iter().find(|coder| coder.id == id).map_or_else(String::new, |coder| coder.name.clone());
    let noted = |memo: Memo| {
        let place = match memo.on {
            MemoOn::Document(id) => Some((id, None)),
            MemoOn::Place(id, span) => Some((id, Some(span))),
            MemoOn::Coding(id) => codings::find(&reader, id)?.map(|one| (one.document, Some(one.span))),
            _ => None,
        };
        Ok(Noted { on: on_words(project, memo.on)?, coder: name(memo.coder), place, memo })
    };
    found.into_iter().map(noted).collect()
}

/// Whether a memo is on what is asked for.
fn is_on(reader: &Reader<'_>, memo: &Memo, wanted: MemoOn) -> Result<bool> {
    if memo.on == wanted {
        return Ok(true);
    }
    let coding = match memo.on {
        MemoOn::Coding(id) => codings::find(reader, id)?,
        _ => None,
    };
    Ok(match (wanted, memo.on, coding) {
        (MemoOn::Document(document), MemoOn::Place(of, _), _) => document == of,
        (MemoOn::Document(document), _, Some(coding)) => coding.document == document,
        (MemoOn::Place(document, span), MemoOn::Place(of, at), _) => document == of && span.overlaps(at),
        (MemoOn::Place(document, span), _, Some(coding)) => {
            coding.document == document && coding.span.overlaps(span)
        }
        (MemoOn::Code(code), _, Some(coding)) => coding.code == code,
        _ => false,
    })
}

/// What a memo is on, as people say it.
pub fn on_words(project: &Project, on: MemoOn) -> Result<String> {
    let reader = project.read();
    Ok(match on {
        MemoOn::Project => tr!("cli-memo-on-project"),
        MemoOn::Free => tr!("cli-memo-on-free"),
        MemoOn::Logbook => tr!("cli-memo-on-logbook"),
        MemoOn::Group(id) => {
            let found = documents::groups(&reader)?.into_iter().find(|group| group.id == id);
            tr!("cli-memo-on-group", name = found.map(|group| group.name).unwrap_or_default())
        }
        MemoOn::Case(id) => tr!("cli-memo-on-case", name = cases::get(&reader, id)?.name),
        MemoOn::Document(id) => documents::get(&reader, id)?.label,
        MemoOn::Place(id, span) => super::codings::cite(&reader, id, span)?,
        MemoOn::Code(id) => codes::tree(&reader)?.path(id).to_owned(),
        MemoOn::Coding(id) => {
            let segment = super::retrieve::segment(project, id)?;
            format!("{} {}", segment.citation, segment.code)
        }
    })
}

fn column(key: &str, kind: ColumnKind) -> Column {
    Column::new(key, tr!(&format!("cli-column-{key}")), kind)
}

fn said(stored: &str, shown: String) -> Cell {
    Cell { value: Value::Said { stored: stored.to_owned(), shown }, places: Vec::new() }
}

/// Memos as a table.
pub fn table(noted: &[Noted]) -> Table {
    let row = |one: &Noted| {
        let mut on = Cell::text(&one.on);
        if let Some((document, span)) = one.place {
            on = on.at(Place { document, span: span.unwrap_or_default(), code: None, coding: None });
        }
        vec![
            said(&one.memo.changed, crate::clock::local(&one.memo.changed)),
            Cell::text(tr!(&format!("memo-kind-{}", one.memo.on.kind()))),
            on,
            Cell::text(&one.coder),
            Cell::text(&one.memo.title),
            Cell::text(&one.memo.text),
        ]
    };
    Table {
        name: "memos".to_owned(),
        title: tr!("memos-title"),
        columns: vec![
            column("at", ColumnKind::Short),
            column("kind", ColumnKind::Short),
            column("on", ColumnKind::Short),
            column("coder", ColumnKind::Short),
            column("title", ColumnKind::Short),
            column("memo", ColumnKind::Long),
        ],
        rows: noted.iter().map(row).collect(),
        notes: Vec::new(),
        frozen: 1,
    }
}

fn shown_day(day: &str) -> Value {
    VariableKind::Date.read(day).map_or_else(|| Value::Text(day.to_owned()), |day| day.shown())
}

/// The entries of the logbook by the days that they are about, as a table.
pub fn logbook(project: &Project, query: &MemoQuery) -> Result<(Table, Vec<Noted>)> {
    let mut entries = find(project, &MemoQuery { on: Some(MemoOn::Logbook), ..query.clone() })?;
    entries.sort_by(|a, b| (a.day(), &a.memo.created, a.memo.id).cmp(&(b.day(), &b.memo.created, b.memo.id)));
    let row = |one: &Noted| {
        vec![
            Cell { value: shown_day(&one.day()), places: Vec::new() },
            Cell::text(&one.coder),
            Cell::text(&one.memo.title),
            Cell::text(&one.memo.text),
        ]
    };
    let table = Table {
        name: "logbook".to_owned(),
        title: tr!("logbook-title"),
        columns: vec![
            column("day", ColumnKind::Short),
            column("coder", ColumnKind::Short),
            column("title", ColumnKind::Short),
            column("entry", ColumnKind::Long),
        ],
        rows: entries.iter().map(row).collect(),
        notes: Vec::new(),
        frozen: 1,
    };
    Ok((table, entries))
}
