//! Taking work back: a coder's package, or a copy of the project that somebody has worked in.
//!
//! Every row that is otherwise than at the cut meets the row that is here by the three-way rule (`model::packages`), column by
//! column. What only one side has changed is taken from that side; what both have changed is listed and has to be decided;
//! nothing is written until everything is. Doing it twice changes nothing: what came back is remembered and is the base of
//! the next time. One operation, one undo.

mod codes;
mod codings;
mod gone;
mod places;
mod revisited;
mod rules;
mod said;
mod translate;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use serde_json::{Map as Object, Value, json};

use crate::error::{Error, Kind, Result};
use crate::model::history::{Done, OperationKind};
use crate::model::packages::{
    Clash, Conflict, Delta, Happened, Image, MergeReport, NOUNS, Package, Remark, Take, noun,
};
use crate::model::{CoderId, DocumentId};
use crate::progress::Progress;
use crate::store::packages;
use crate::store::packages::foreign::{Foreign, differs};
use crate::store::packages::portable::{self, Shape};
use crate::store::packages::rows::{self, Found};
use crate::store::{Project, Writer, settings};
use crate::text::citations::Pattern;
use crate::tr;

pub use self::said::{amount, clash_words, happened_words, remark_words, unit_words};

/// A file that is to be merged, opened and looked through.
pub struct Incoming {
    foreign: Foreign,
    package: Option<Package>,
    /// Names of the coders whose work it is.
    pub coders: Vec<String>,
}

impl Incoming {
    /// When it was cut off from the project; none where nothing has been done in it since.
    pub fn cut(&self) -> Option<&str> {
        self.package.as_ref().map(|package| package.cut.as_str())
    }
}

/// What was decided of what collides: one by one, and for the rest together.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    pub all: Option<Take>,
    /// By the conflict's id.
    pub single: HashMap<String, Take>,
    /// Nothing is to be revisited for the codes that are new or mean something else.
    pub unmarked: bool,
}

/// Opens a package or a copy and makes sure that it belongs to the project.
pub fn open(project: &Project, file: &Path, passphrase: Option<&str>) -> Result<Incoming> {
    let same = |a: &Path, b: &Path| match (std::fs::canonicalize(a), std::fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    };
    if same(project.path(), file) {
        return Err(Error::refused(tr!("error-merge-itself")).hint(tr!("hint-merge-itself")).file(file));
    }
    from_bytes(project, super::share::read(file, passphrase)?)
        .map_err(|error| if error.file.is_some() { error } else { error.file(file) })
}

/// [`open`] without a file.
pub fn from_bytes(project: &Project, bytes: Vec<u8>) -> Result<Incoming> {
    let reader = project.read();
    if packages::package(&reader)?.is_some() {
        return Err(Error::refused(tr!("error-merge-into-package")).hint(tr!("hint-merge-into-package")));
    }
    let mut foreign = Foreign::open(bytes)?;
    if foreign.project()? != packages::project_uuid(&reader)? {
        return Err(Error::refused(tr!("error-merge-other-project")).hint(tr!("hint-merge-other-project")));
    }
    let package = match &foreign.package {
        Some(package) => Some(package.clone()),
        None => foreign.branch(&reader)?,
    };
    let coders = match &foreign.package {
        Some(package) => foreign
            .coders()?
            .into_iter()
            .filter(|(uuid, _)| *uuid == package.coder)
            .map(|(_, name)| name)
            .collect(),
        None => foreign.coders()?.into_iter().map(|(_, name)| name).collect(),
    };
    Ok(Incoming { foreign, package, coders })
}

/// Merges, or in a dry run says what a merge would do. Refused while something that collides is undecided.
pub fn merge(
    project: &mut Project,
    incoming: &Incoming,
    decisions: &Decisions,
    progress: &Progress,
) -> Result<Done<MergeReport>> {
    let dry_run = project.is_dry_run();
    let arguments = json!({"coder": incoming.coders.join(", ")});
    project.operate(OperationKind::Merge, arguments, |w| {
        let Some(package) = &incoming.package else { return Ok(MergeReport::default()) };
        rows::defer(w)?;
        let mut merger = Merger::new(w, incoming, package, decisions)?;
        merger.run(progress)?;
        let report = merger.report;
        if report.undecided() > 0 && !dry_run {
            return Err(Error::refused(tr!("error-merge-undecided", count = report.undecided()))
                .hint(tr!("hint-merge-undecided")));
        }
        w.argument("count", i64::from(report.counts.values().sum::<u32>()));
        Ok(report)
    })
}

/// What a merge would do, with decisions by number. The numbers are those of the list without decisions; what a decision
/// brings up is counted on behind it.
pub fn plan(
    project: &mut Project,
    incoming: &Incoming,
    decided: &BTreeMap<usize, Take>,
    all: Option<Take>,
    unmarked: bool,
    progress: &Progress,
) -> Result<(MergeReport, Decisions)> {
    let before = project.is_dry_run();
    project.set_dry_run(true);
    let planned = planned(project, incoming, decided, all, unmarked, progress);
    project.set_dry_run(before);
    planned
}

fn planned(
    project: &mut Project,
    incoming: &Incoming,
    decided: &BTreeMap<usize, Take>,
    all: Option<Take>,
    unmarked: bool,
    progress: &Progress,
) -> Result<(MergeReport, Decisions)> {
    let mut decisions = Decisions { unmarked, ..Decisions::default() };
    let mut listed: Vec<Conflict> = Vec::new();
    loop {
        let mut report = merge(project, incoming, &decisions, progress)?.value;
        let new: Vec<Conflict> = report
            .conflicts
            .iter()
            .filter(|conflict| !listed.iter().any(|known| known.id == conflict.id))
            .cloned()
            .collect();
        let more = !new.is_empty();
        listed.extend(new);
        for (number, conflict) in (1..).zip(&listed) {
            if let Some(take) = decided.get(&number) {
                decisions.single.insert(conflict.id.clone(), *take);
            }
        }
        if more && !decided.is_empty() {
            continue;
        }
        if let Some(number) = decided.keys().find(|number| **number == 0 || **number > listed.len()) {
            return Err(Error::usage(tr!("error-no-such-conflict", number = *number as i64))
                .hint(tr!("hint-no-such-conflict")));
        }
        if decisions.all != all {
            decisions.all = all;
            continue;
        }
        let place = |conflict: &Conflict| listed.iter().position(|known| known.id == conflict.id);
        report.conflicts.sort_by_key(place);
        return Ok((report, decisions));
    }
}

/// One merge at work.
struct Merger<'a> {
    w: &'a Writer<'a>,
    foreign: &'a Foreign,
    package: &'a Package,
    decisions: &'a Decisions,
    /// The package's coder here; none for a copy, of which everyone's work is taken.
    coder: Option<CoderId>,
    shapes: HashMap<&'static str, Shape>,
    deltas: Vec<Delta>,
    /// The texts that documents had when they came back the last time, by the document's UUID.
    last_texts: HashMap<String, String>,
    /// By the integer of the document here.
    maps: HashMap<i64, places::Map>,
    /// Rows that are gone there and whose place a new one has taken.
    replaced: HashSet<(&'static str, String)>,
    /// Work on documents that nothing was known of here.
    begun: Vec<(DocumentId, CoderId)>,
    gone_there: HashSet<(&'static str, String)>,
    /// Documents on which of two decisions one went: the consensus follows.
    redecided: BTreeSet<i64>,
    /// Codes and documents that are gone here, and what was decided.
    asked: HashSet<(&'static str, String)>,
    /// Codings that are gone, with the UUID of what they went into there.
    went_into: Vec<(i64, String)>,
    pattern: Pattern,
    report: MergeReport,
}

impl<'a> Merger<'a> {
    fn new(
        w: &'a Writer<'a>,
        incoming: &'a Incoming,
        package: &'a Package,
        decisions: &'a Decisions,
    ) -> Result<Merger<'a>> {
        let coder = match (noun("coder"), &incoming.foreign.package) {
            (Some(noun), Some(package)) => match rows::resolve(w, noun, &package.coder)? {
                Found::Row(id) => Some(CoderId(id)),
                _ => {
                    let name = incoming.coders.join(", ");
                    return Err(Error::refused(tr!("error-merge-no-coder", name = name))
                        .hint(tr!("hint-merge-no-coder")));
                }
            },
            _ => None,
        };
        let mut shapes = HashMap::new();
        for noun in NOUNS {
            shapes.insert(noun.table, rows::shape(w, noun.table)?);
        }
        Ok(Merger {
            w,
            foreign: &incoming.foreign,
            package,
            decisions,
            coder,
            shapes,
            deltas: Vec::new(),
            last_texts: HashMap::new(),
            maps: HashMap::new(),
            replaced: HashSet::new(),
            begun: Vec::new(),
            gone_there: HashSet::new(),
            redecided: BTreeSet::new(),
            asked: HashSet::new(),
            went_into: Vec::new(),
            pattern: settings::citation(w)?,
            report: MergeReport {
                coders: incoming.coders.clone(),
                cut: package.cut.clone(),
                ..MergeReport::default()
            },
        })
    }

    fn run(&mut self, progress: &Progress) -> Result<()> {
        let all = self.foreign.deltas()?;
        let returned = remembered(&all);
        let guide = crate::store::codes::tree(self.w)?;
        self.deltas = self.since_last(all)?;
        progress.start(self.deltas.len() as u64 + 1);
        if self.foreign.package.is_some() {
            for name in self.foreign.others(&self.package.coder)? {
                self.report.remarks.push(Remark::OthersWork(name));
            }
        }
        self.texts()?;
        self.merged_apart()?;
        self.gone_here()?;
        let deltas = std::mem::take(&mut self.deltas);
        let gone = deltas.iter().filter(|delta| delta.theirs.is_none());
        self.gone_there = gone.map(|delta| (delta.noun.table, delta.key.clone())).collect();
        let removed = self.bring(&deltas, progress)?;
        for delta in removed.into_iter().rev() {
            progress.step()?;
            self.remove(delta)?;
        }
        for document in std::mem::take(&mut self.redecided) {
            super::consolidation::bring_again(self.w, DocumentId(document))?;
        }
        if !self.decisions.unmarked {
            self.mark_revisits(&guide)?;
        }
        self.report.remarks.sort();
        self.report.remarks.dedup();
        let coder = self.coder.unwrap_or(self.w.coder());
        packages::set_returned(self.w, self.package, coder, &returned)
    }

    /// Takes what is new or changed, each noun behind those that it refers to; gives back what is gone there.
    fn bring<'d>(&mut self, deltas: &'d [Delta], progress: &Progress) -> Result<Vec<&'d Delta>> {
        let mut removed = Vec::new();
        for noun in NOUNS {
            let of_noun: Vec<&Delta> = deltas.iter().filter(|delta| delta.noun == noun).collect();
            match noun.table {
                "code" => self.codes(&of_noun, progress)?,
                "coding" => {
                    self.codings(&of_noun, progress)?;
                    self.memos_of_united()?;
                }
                _ => {
                    for delta in of_noun.iter().filter(|delta| delta.theirs.is_some()) {
                        progress.step()?;
                        self.row(delta, &of_noun)?;
                    }
                }
            }
            if noun.table != "coding" {
                removed.extend(of_noun.into_iter().filter(|delta| delta.theirs.is_none()));
            }
        }
        Ok(removed)
    }

    /// Leaves out what came back the last time, and compares the rest with it.
    fn since_last(&mut self, all: Vec<Delta>) -> Result<Vec<Delta>> {
        let text = packages::returned(self.w, &self.package.uuid)?;
        let mut last: BTreeMap<(String, String), Option<Image>> = BTreeMap::new();
        let stored: Value = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        for (table, rows) in stored.as_object().into_iter().flatten() {
            for (key, image) in rows.as_object().into_iter().flatten() {
                if let (true, Some(text)) = (table == "document", image.get("text").and_then(Value::as_str)) {
                    self.last_texts.insert(key.clone(), text.to_owned());
                }
                last.insert((table.clone(), key.clone()), image.as_object().cloned());
            }
        }
        let mut deltas = Vec::new();
        for mut delta in all {
            let known = last.remove(&(delta.noun.table.to_owned(), delta.key.clone()));
            if let Some(image) = known {
                delta.base = image;
            }
            let same = match (&delta.base, &delta.theirs) {
                (None, None) => true,
                (Some(base), Some(theirs)) => !differs(delta.noun, base, theirs),
                _ => false,
            };
            if !same {
                deltas.push(delta);
            }
        }
        // What came back the last time and is as at the cut again.
        for ((table, key), base) in last {
            let Some(noun) = noun(&table) else { continue };
            let theirs = self.foreign.row(noun, &key)?;
            if base != theirs {
                deltas.push(Delta { noun, key, base, theirs });
            }
        }
        Ok(deltas)
    }

    fn count(&mut self, table: &'static str, happened: Happened) {
        self.report.count(table, happened);
    }

    /// Asks which side to take; what is undecided stays as it is here, and is listed.
    #[allow(clippy::too_many_arguments)]
    fn collides(
        &mut self,
        id: String,
        clash: Clash,
        table: &'static str,
        unit: &str,
        title: String,
        (base, ours, theirs): (String, String, String),
        joinable: bool,
    ) -> Take {
        let taken = self.decisions.single.get(&id).copied().or(self.decisions.all);
        let taken = taken.map(|take| if take == Take::Both && !joinable { Take::Ours } else { take });
        let unit = unit.to_owned();
        let conflict = Conflict { id, clash, table, unit, title, base, ours, theirs, joinable, taken };
        self.report.conflicts.push(conflict);
        taken.unwrap_or(Take::Ours)
    }

    fn shape(&self, table: &str) -> Result<&Shape> {
        self.shapes.get(table).ok_or_else(|| Error::new(Kind::Database, table))
    }
}

/// What came back, as it is kept for the next time: `{"TABLE": {"KEY": image or null}}`.
fn remembered(deltas: &[Delta]) -> String {
    let mut tables: BTreeMap<&str, BTreeMap<&str, Value>> = BTreeMap::new();
    for delta in deltas {
        let image = delta.theirs.clone().map_or(Value::Null, Value::Object);
        tables.entry(delta.noun.table).or_default().insert(&delta.key, image);
    }
    let object: Object<String, Value> =
        tables.into_iter().map(|(table, rows)| (table.to_owned(), json!(rows))).collect();
    Value::Object(object).to_string()
}

/// A text of an image; empty where it has none.
fn text<'i>(image: &'i Image, column: &str) -> &'i str {
    portable::text(image, column)
}

fn number(image: &Image, column: &str) -> Option<i64> {
    image.get(column).and_then(Value::as_i64)
}
