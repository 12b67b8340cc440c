//! Two states of a code system compared: codes by UUID, what the coding guide says of them field by field.
//!
//! Nothing of it is stored: a stored difference could contradict its versions. Colours and the order of siblings mean
//! nothing and are not compared. A code that is moved with its parent is not moved itself.

use std::collections::{HashMap, HashSet};

use crate::clock;
use crate::model::codebook::{Codebook, CodebookCode};
use crate::model::codes::{Origin, PATH_SEPARATOR};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::tr;

/// One of the states that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// As a person calls it.
    pub name: String,
    /// When it was kept; none: as it is now.
    pub at: Option<String>,
}

impl Side {
    /// The name, and for a version the day.
    pub fn words(&self) -> String {
        match &self.at {
            Some(at) => {
                let at = clock::local(at);
                let day = at.split(' ').next().unwrap_or_default().to_owned();
                tr!("version-side", name = self.name.clone(), at = day)
            }
            None => self.name.clone(),
        }
    }
}

/// What happened to a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    New,
    /// Into the code of `after`.
    Merged,
    Gone,
    Renamed,
    Moved,
    Redefined(Field),
}

/// What the coding guide says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Definition,
    Apply,
    NotApply,
    /// Examples that are gone, and examples that are new.
    Anchors,
    Origin,
    ResearchQuestion,
}

impl What {
    /// Without the field.
    pub const KINDS: [&str; 6] = ["new", "merged", "gone", "renamed", "moved", "redefined"];
    /// Invariant; `change-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            What::New => "new",
            What::Merged => "merged",
            What::Gone => "gone",
            What::Renamed => "renamed",
            What::Moved => "moved",
            What::Redefined(_) => "redefined",
        }
    }
    pub fn words(self) -> String {
        tr!(&format!("change-{}", self.name()))
    }
    pub fn field(self) -> Option<Field> {
        match self {
            What::Redefined(field) => Some(field),
            What::New | What::Merged | What::Gone | What::Renamed | What::Moved => None,
        }
    }
}

impl Field {
    /// Invariant, as in a codebook.
    pub fn name(self) -> &'static str {
        match self {
            Field::Definition => "definition",
            Field::Apply => "apply",
            Field::NotApply => "not_apply",
            Field::Anchors => "anchors",
            Field::Origin => "origin",
            Field::ResearchQuestion => "research_question",
        }
    }
    pub fn words(self) -> String {
        tr!(match self {
            Field::Definition => "codebook-column-definition",
            Field::Apply => "codebook-column-apply",
            Field::NotApply => "codebook-column-not-apply",
            Field::Anchors => "codebook-column-anchors",
            Field::Origin => "codebook-column-origin",
            Field::ResearchQuestion => "codebook-column-research-question",
        })
    }
}

/// One change of one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub uuid: String,
    /// Its path after the change; of a code that is not there any more, the path that it had.
    pub code: String,
    pub what: What,
    pub before: String,
    pub after: String,
}

impl Change {
    /// The change in words, without the texts of a field.
    pub fn sentence(&self) -> String {
        let (before, after) = (self.before.clone(), self.after.clone());
        match self.what {
            What::New | What::Gone => self.what.words(),
            What::Merged => tr!("change-merged-into", code = after),
            What::Renamed => tr!("change-renamed-from", before = before),
            What::Moved => tr!("change-moved-from", before = before, after = after),
            What::Redefined(field) => tr!("change-redefined-field", field = field.words()),
        }
    }
}

/// What has changed between two states, in the order of the later code system; codes that are gone come last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    pub before: Side,
    pub after: Side,
    /// Codes there were, and there are.
    pub codes: (usize, usize),
    pub changes: Vec<Change>,
}

/// A code in its tree.
struct Known<'a> {
    uuid: &'a str,
    parent: Option<&'a str>,
    path: String,
    code: &'a CodebookCode,
}

/// The codes of a book, a parent before its subcodes; one without a UUID cannot be known again and is left out.
fn known(book: &Codebook) -> Vec<Known<'_>> {
    fn walk<'a>(codes: &'a [CodebookCode], above: &str, parent: Option<&'a str>, out: &mut Vec<Known<'a>>) {
        for code in codes {
            let path = match above {
                "" => code.name.clone(),
                above => format!("{above}{PATH_SEPARATOR}{}", code.name),
            };
            if let Some(uuid) = code.uuid.as_deref() {
                out.push(Known { uuid, parent, path: path.clone(), code });
            }
            walk(&code.children, &path, code.uuid.as_deref(), out);
        }
    }
    let mut out = Vec::new();
    walk(&book.codes, "", None, &mut out);
    out
}

/// Compares two states. `heirs` says of codes that were merged into which they went, by UUID.
pub fn compare(
    (before, old): (Side, &Codebook),
    (after, new): (Side, &Codebook),
    heirs: &HashMap<String, String>,
) -> Comparison {
    let (were, are) = (known(old), known(new));
    let by_uuid = |list: &[Known<'_>]| -> HashMap<String, usize> {
        list.iter().enumerate().map(|(at, one)| (one.uuid.to_owned(), at)).collect()
    };
    let (were_at, are_at) = (by_uuid(&were), by_uuid(&are));
    let path = |list: &[Known<'_>], at: &HashMap<String, usize>, uuid: Option<&str>| {
        let found = uuid.and_then(|uuid| at.get(uuid)).and_then(|at| list.get(*at));
        found.map(|one| one.path.clone()).unwrap_or_default()
    };
    let mut changes = Vec::new();
    for now in &are {
        let mut change = |what: What, before: String, after: String| {
            changes.push(Change { uuid: now.uuid.to_owned(), code: now.path.clone(), what, before, after });
        };
        let Some(then) = were_at.get(now.uuid).and_then(|at| were.get(*at)) else {
            change(What::New, String::new(), now.code.guide.definition.clone());
            continue;
        };
        if then.code.name != now.code.name {
            change(What::Renamed, then.code.name.clone(), now.code.name.clone());
        }
        if then.parent != now.parent {
            let (from, to) = (path(&were, &were_at, then.parent), path(&are, &are_at, now.parent));
            change(What::Moved, or_top(from), or_top(to));
        }
        for (field, before, after) in fields(then.code, now.code) {
            change(What::Redefined(field), before, after);
        }
    }
    for then in were.iter().filter(|then| !are_at.contains_key(then.uuid)) {
        let into = heir(then.uuid, heirs, &are_at).and_then(|at| are.get(at));
        changes.push(Change {
            uuid: then.uuid.to_owned(),
            code: then.path.clone(),
            what: if into.is_some() { What::Merged } else { What::Gone },
            before: then.code.guide.definition.clone(),
            after: into.map(|into| into.path.clone()).unwrap_or_default(),
        });
    }
    Comparison { before, after, codes: (old.len(), new.len()), changes }
}

/// Where a merged code is found in the end; a code may have been merged several times.
fn heir(uuid: &str, heirs: &HashMap<String, String>, there: &HashMap<String, usize>) -> Option<usize> {
    let mut seen = HashSet::new();
    let mut at = uuid;
    while seen.insert(at) {
        at = heirs.get(at)?;
        if let Some(found) = there.get(at) {
            return Some(*found);
        }
    }
    None
}

fn or_top(path: String) -> String {
    if path.is_empty() { tr!("change-top") } else { path }
}

/// The fields that say something else than before.
fn fields(then: &CodebookCode, now: &CodebookCode) -> Vec<(Field, String, String)> {
    let (was, is) = (&then.guide, &now.guide);
    let mut out = Vec::new();
    let mut compare = |field: Field, before: &str, after: &str| {
        if before.trim() != after.trim() {
            out.push((field, before.trim().to_owned(), after.trim().to_owned()));
        }
    };
    compare(Field::Definition, &was.definition, &is.definition);
    compare(Field::Apply, &was.apply, &is.apply);
    compare(Field::NotApply, &was.not_apply, &is.not_apply);
    let only = |of: &CodebookCode, other: &CodebookCode| {
        let lacking = of.anchors.iter().filter(|one| other.anchors.iter().all(|two| two.text != one.text));
        let said = lacking.map(|one| match one.place.as_str() {
            "" => one.text.clone(),
            place => format!("{} ({place})", one.text),
        });
        said.collect::<Vec<_>>().join("\n\n")
    };
    compare(Field::Anchors, &only(then, now), &only(now, then));
    compare(Field::Origin, &origin(was.origin), &origin(is.origin));
    compare(Field::ResearchQuestion, &was.research_question, &is.research_question);
    out
}

fn origin(origin: Origin) -> String {
    match origin {
        Origin::Unspecified => String::new(),
        Origin::Deductive => tr!("codebook-origin-deductive"),
        Origin::Inductive => tr!("codebook-origin-inductive"),
    }
}

impl Comparison {
    /// How many codes each kind of change happened to.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let counted = What::KINDS.into_iter().map(|kind| {
            let of_kind = self.changes.iter().filter(|change| change.what.name() == kind);
            (kind, of_kind.map(|change| change.uuid.as_str()).collect::<HashSet<_>>().len())
        });
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// What a reader has to know: which states, how many codes, how many changes of which kind.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![tr!(
            "changes-note",
            before = self.before.words(),
            after = self.after.words(),
            were = self.codes.0,
            are = self.codes.1
        )];
        let counts: Vec<String> = self
            .counts()
            .into_iter()
            .map(|(kind, count)| tr!(&format!("changes-count-{kind}"), count = count))
            .collect();
        notes.push(match counts.is_empty() {
            true => tr!("changes-none"),
            false => tr!("changes-counts", counts = counts.join(", ")),
        });
        notes
    }

    pub fn title(&self) -> String {
        tr!("changes-title", before = self.before.name.clone(), after = self.after.name.clone())
    }

    /// A change a row.
    pub fn table(&self) -> Table {
        let said = |stored: &str, shown: String| Cell {
            value: Value::Said { stored: stored.to_owned(), shown },
            places: Vec::new(),
        };
        let rows = self.changes.iter().map(|change| {
            let field = change.what.field();
            vec![
                Cell::text(&change.code),
                said(change.what.name(), change.what.words()),
                field.map_or_else(Cell::default, |field| said(field.name(), field.words())),
                Cell::text(&change.before),
                Cell::text(&change.after),
            ]
        });
        Table {
            name: "codebook-changes".into(),
            title: self.title(),
            columns: vec![
                Column::new("code", tr!("table-code"), ColumnKind::Short),
                Column::new("change", tr!("change-column-change"), ColumnKind::Short),
                Column::new("field", tr!("change-column-field"), ColumnKind::Short),
                Column::new("before", tr!("change-column-before"), ColumnKind::Long),
                Column::new("after", tr!("change-column-after"), ColumnKind::Long),
            ],
            rows: rows.collect(),
            notes: self.notes(),
            frozen: 1,
        }
    }
}
