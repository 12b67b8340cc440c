//! Packages: which rows go to a second coder, how a row that comes back is known again, and what is done where both sides
//! have changed it.
//!
//! A row travels as an [`Image`]: its columns by name, references to other rows as UUIDs, because the integers of two
//! files have nothing to do with each other.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A row's columns by name; references are UUIDs.
pub type Image = Map<String, Value>;

/// A table whose rows are merged.
#[derive(Debug, PartialEq, Eq)]
pub struct Noun {
    pub table: &'static str,
    /// The columns that a row without a UUID is known by; empty: it has one.
    pub key: &'static [&'static str],
    /// The columns by which a row is known again whose UUID is not.
    pub natural: &'static [&'static str],
    /// Whether it is a coder's own: only the package's coder's rows are given and taken.
    pub own: bool,
    /// Whether a package has it. The others come from a copy of the whole project only.
    pub given: bool,
    /// Columns that are decided together, under a name.
    pub units: &'static [(&'static str, &'static [&'static str])],
}

const fn common(table: &'static str, natural: &'static [&'static str]) -> Noun {
    Noun { table, key: &[], natural, own: false, given: true, units: &[] }
}

impl Noun {
    const fn key(mut self, key: &'static [&'static str]) -> Noun {
        self.key = key;
        self
    }
    const fn own(mut self) -> Noun {
        self.own = true;
        self
    }
    const fn kept(mut self) -> Noun {
        self.given = false;
        self
    }
    const fn units(mut self, units: &'static [(&'static str, &'static [&'static str])]) -> Noun {
        self.units = units;
        self
    }
    /// The name under which a column is decided.
    pub fn unit<'a>(&self, column: &'a str) -> &'a str {
        self.units.iter().find(|(_, columns)| columns.contains(&column)).map_or(column, |(name, _)| name)
    }
    /// Whether its rows say where in a text they stand.
    pub fn placed(&self) -> bool {
        matches!(self.table, "coding" | "memo" | "anchor" | "paraphrase" | "quotation_release" | "decision")
    }
}

const PLACE: &[(&str, &[&str])] = &[("place", &["start_pos", "end_pos"])];

/// Every table that is merged, each behind those that it refers to.
pub const NOUNS: &[Noun] = &[
    common("setting", &[]).key(&["key"]),
    common("coder", &["name"]),
    common("codebook_version", &[]).kept(),
    common("coding_pass", &["name"]),
    common("document_group", &["name"]),
    common("study_case", &["name"]),
    common("reference_document", &["name", "version"]),
    common("document", &["source_sha256", "text"]),
    common("person", &["name"]).kept(),
    common("speaker", &["document", "label"]),
    common("paragraph", &[]).key(&["document", "number"]),
    common("case_document", &[]).key(&["document"]),
    common("document_set", &["name"]),
    common("document_set_member", &[]).key(&["document_set", "document"]),
    common("variable", &["name"]).kept(),
    common("variable_value", &[]).key(&["document", "variable"]).kept(),
    common("case_value", &[]).key(&["study_case", "variable"]).kept(),
    common("person_value", &[]).key(&["person", "variable"]).kept(),
    common("media", &["document", "file_name"]).kept(),
    common("consent", &["document", "person"]).kept(),
    common("quotation_release", &["document", "start_pos", "end_pos"]).kept().units(PLACE),
    common("memo_template", &["name"]),
    common("saved_query", &[]).kept(),
    common("saved_table", &[]).kept(),
    common("code", &["parent", "name"]),
    common("guide_code", &[]).key(&["reference_document", "code"]),
    common("code_set", &["name"]),
    common("code_set_member", &[]).key(&["code_set", "code"]),
    common("anchor", &["code", "text"]).units(&[("place", &["document", "start_pos", "end_pos", "source"])]),
    common("coding", &["document", "code", "coder", "start_pos", "end_pos"]).own().units(PLACE),
    common("memo", &[]).own().units(&[(
        "place",
        &["kind", "document", "start_pos", "end_pos", "code", "coding", "document_group", "study_case"],
    )]),
    common("paraphrase", &["document", "start_pos", "end_pos", "coder"]).own().units(PLACE),
    common("summary", &["document", "code", "coder"]).own(),
    common("document_summary", &["document", "coder"]).own(),
    common("code_summary", &["code", "coder"]).own(),
    common("case_summary", &["study_case", "coder"]).own(),
    common("cell_state", &[]).key(&["document", "code", "coder"]).own(),
    common("work", &[]).key(&["document", "coder", "pass"]).own(),
    common("revisit", &[]).key(&["document", "code", "coder", "pass"]).own(),
    common("decision", &[]).own().kept().units(PLACE),
    common("decision_side", &[])
        .key(&["decision", "role", "coder", "code_path", "start_pos", "end_pos", "coding"])
        .kept(),
];

/// Tracked tables that are not merged row by row: corrections are replayed, tombstones are followed, and what is known of
/// packages is each project's own.
pub const NOT_MERGED: &[&str] = &["text_edit", "tombstone", "alias", "package_given"];

pub fn noun(table: &str) -> Option<&'static Noun> {
    NOUNS.iter().find(|noun| noun.table == table)
}

/// What the three-way rule does with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Said once, when the row is made.
    Fixed,
    /// Changed on both sides to different values, it is a conflict.
    Compared,
    /// Changed on both sides, ours stays: an order is nothing to be asked about.
    Soft,
    /// Goes along when something else of the row is taken.
    Follows,
}

pub fn policy(table: &str, column: &str) -> Policy {
    match (table, column) {
        (_, "id" | "uuid" | "created" | "imported" | "coder") => Policy::Fixed,
        ("document", "text" | "paragraphs" | "words" | "characters" | "encoding" | "options") => {
            Policy::Fixed
        }
        (_, "reader" | "reader_version" | "source_name" | "source_sha256") => Policy::Fixed,
        ("decision_side", _) => Policy::Fixed,
        // A correction changes these, and is made again.
        ("paragraph", "number" | "start_pos" | "end_pos" | "kind" | "marks") => Policy::Fixed,
        (_, "position") => Policy::Soft,
        (_, "changed" | "at") => Policy::Follows,
        _ => Policy::Compared,
    }
}

/// Which side has changed a value since the base. Without a base (a row that is new on both sides) an empty value gives
/// way to one that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    Same,
    Ours,
    Theirs,
    Both,
}

pub fn three_way(base: Option<&Value>, ours: &Value, theirs: &Value) -> Met {
    let empty = |value: &Value| value.is_null() || value.as_str() == Some("");
    match base {
        _ if ours == theirs => Met::Same,
        Some(base) if base == theirs => Met::Ours,
        Some(base) if base == ours => Met::Theirs,
        None if empty(theirs) => Met::Ours,
        None if empty(ours) => Met::Theirs,
        _ => Met::Both,
    }
}

/// A row that the package has otherwise than its base: new (no base), gone (no theirs) or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    pub noun: &'static Noun,
    /// As the package has it: the UUID, or the values of the key's columns.
    pub key: String,
    pub base: Option<Image>,
    pub theirs: Option<Image>,
}

/// What a package says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    pub uuid: String,
    /// The project's UUID.
    pub project: String,
    /// The coder's UUID.
    pub coder: String,
    /// The project's newest operation when it was cut.
    pub operation: String,
    pub cut: String,
}

/// A package that was given away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub uuid: String,
    /// Name of the coder.
    pub coder: String,
    pub cut: String,
    /// When it was merged last.
    pub merged: Option<String>,
}

/// Which side is taken where both have changed something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Take {
    Ours,
    Theirs,
    /// Both texts, one below the other.
    Both,
}

impl Take {
    pub const ALL: &[Take] = &[Take::Ours, Take::Theirs, Take::Both];
    pub fn name(self) -> &'static str {
        match self {
            Take::Ours => "ours",
            Take::Theirs => "theirs",
            Take::Both => "both",
        }
    }
    pub fn from_name(name: &str) -> Option<Take> {
        Self::ALL.iter().copied().find(|take| take.name() == name)
    }
}

/// What kind of thing collides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clash {
    /// Both have changed the same.
    Changed,
    /// Gone here, changed or used there.
    GoneHere,
    /// Gone there, changed or used here.
    GoneThere,
    /// The name that it has there is another's here.
    NameTaken,
    /// Below each other: each was moved under the other.
    Cycle,
    /// Two decisions on one passage.
    Decided,
}

impl Clash {
    /// The invariant name.
    pub fn name(self) -> &'static str {
        match self {
            Clash::Changed => "changed-on-both-sides",
            Clash::GoneHere => "gone-here",
            Clash::GoneThere => "gone-there",
            Clash::NameTaken => "name-taken",
            Clash::Cycle => "cycle",
            Clash::Decided => "decided-twice",
        }
    }
}

/// Something that collides and has to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The same in every trial as long as both sides stay as they are.
    pub id: String,
    pub clash: Clash,
    pub table: &'static str,
    /// What of it: a column, or several under one name. Empty: the whole row.
    pub unit: String,
    /// What it is, as a person calls it: a code's path, a citation with it.
    pub title: String,
    pub base: String,
    pub ours: String,
    pub theirs: String,
    /// Whether both can be kept.
    pub joinable: bool,
    pub taken: Option<Take>,
}

/// What happened to rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happened {
    Added,
    Changed,
    Removed,
}

impl Happened {
    pub const ALL: [Happened; 3] = [Happened::Added, Happened::Changed, Happened::Removed];
    pub fn name(self) -> &'static str {
        match self {
            Happened::Added => "added",
            Happened::Changed => "changed",
            Happened::Removed => "removed",
        }
    }
}

/// Something that a person wants to know of a merge although nothing had to be decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Segments that became one by the rule of overlaps.
    United(String),
    /// New on both sides and the same.
    SameAs(String),
    /// Its name is another's here: it came in with a number.
    Renamed(String),
    /// A correction of a transcript that was made in the package.
    Corrected(String),
    /// A transcript that was corrected here since; places were brought along.
    Replayed(String),
    /// Its words are gone from the transcript.
    LostWords(String),
    /// A memo whose coding is gone stays at the place.
    LeftAtPlace(String),
    /// It was erased here for good.
    Erased(String),
    /// It refers to something that is not here any more.
    Dropped(String),
    /// A code that is new or means something else: what was coded before is to be revisited for it.
    Revisit(String),
    /// Another coder's work in a coder's package.
    OthersWork(String),
}

impl Remark {
    /// The invariant name and what it is about.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Remark::United(what) => ("united", what),
            Remark::SameAs(what) => ("same-as", what),
            Remark::Renamed(what) => ("renamed", what),
            Remark::Corrected(what) => ("corrected", what),
            Remark::Replayed(what) => ("replayed", what),
            Remark::LostWords(what) => ("lost-words", what),
            Remark::LeftAtPlace(what) => ("left-at-place", what),
            Remark::Erased(what) => ("erased", what),
            Remark::Dropped(what) => ("dropped", what),
            Remark::Revisit(what) => ("to-revisit", what),
            Remark::OthersWork(what) => ("others-work", what),
        }
    }
}

/// What a merge did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergeReport {
    /// Whose work it is: names of coders.
    pub coders: Vec<String>,
    /// When it was cut.
    pub cut: String,
    /// Rows of each table.
    pub counts: BTreeMap<(&'static str, Happened), u32>,
    /// What collides, in the order of its discovery.
    pub conflicts: Vec<Conflict>,
    pub remarks: Vec<Remark>,
}

impl MergeReport {
    pub fn count(&mut self, table: &'static str, happened: Happened) {
        *self.counts.entry((table, happened)).or_default() += 1;
    }
    pub fn undecided(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.taken.is_none()).count()
    }
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty() && self.conflicts.is_empty()
    }
}

/// What a package holds, as numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    pub documents: u32,
    pub codes: u32,
    /// The coder's own work so far.
    pub codings: u32,
    pub memos: u32,
    pub summaries: u32,
    pub paraphrases: u32,
    pub bytes: u64,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_side_that_changed_it_is_taken() {
        let (a, b, c) = (json!("a"), json!("b"), json!("c"));
        assert_eq!(three_way(Some(&a), &a, &a), Met::Same);
        assert_eq!(three_way(Some(&a), &b, &b), Met::Same);
        assert_eq!(three_way(Some(&a), &b, &a), Met::Ours);
        assert_eq!(three_way(Some(&a), &a, &b), Met::Theirs);
        assert_eq!(three_way(Some(&a), &b, &c), Met::Both);
        // Emptied on one side is a change like any other.
        assert_eq!(three_way(Some(&a), &json!(""), &a), Met::Ours);
        assert_eq!(three_way(Some(&a), &json!(""), &b), Met::Both);
    }

    #[test]
    fn what_is_new_on_both_sides_fills_what_is_empty() {
        assert_eq!(three_way(None, &json!(""), &json!("b")), Met::Theirs);
        assert_eq!(three_way(None, &json!("a"), &json!(null)), Met::Ours);
        assert_eq!(three_way(None, &json!("a"), &json!("b")), Met::Both);
    }
}
