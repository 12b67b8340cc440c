//! The bridge to tables: reads one with what editing needs, and does what was edited.

use std::collections::BTreeSet;
use std::path::Path;

use super::import::from_home;
use crate::analysis::crosstab::Shape;
use crate::analysis::material::Shown;
use crate::analysis::portrait::TILES;
use crate::analysis::words::Wanted;
use crate::error::Result;
use crate::model::chart::Chart;
use crate::model::codings::Segment;
use crate::model::history::Changed;
use crate::model::sets::Members;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table};
use crate::model::variables::{Entity, Variable};
use crate::model::versions::State;
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::ops::cases::CaseChange;
use crate::ops::documents::DocumentChange;
use crate::ops::material::{IntervieweesQuery, Loaded, MeaningQuery, SampleQuery};
use crate::ops::matrix::{By, Scope};
use crate::ops::memos::MemoQuery;
use crate::ops::persons::PersonChange;
use crate::ops::quotes::{QuoteQuery, Sides};
use crate::ops::sets::SetChange;
use crate::ops::variable_import::{ImportOptions, Incoming, Plan, SUPPRESSED};
use crate::ops::variables::{ValueChange, VariableChange};
use crate::ops::words::{Keyword, Stop};
use crate::progress::Progress;
use crate::store::history::HistoryFilter;
use crate::store::{Project, coders, codes, documents, sets, variables, versions};
use crate::tui::model::counted::{Beside, Counted, Kind};
use crate::tui::model::table::{ColumnOf, HistoryBy, MaterialWork, MemosBy, Report, RowOf, SampleBy, Tabled};
use crate::tui::msg::Hit;
use crate::{ops, tr};

/// A table alone, with how it is drawn, as it is exported.
pub fn figure(project: &Project, report: Report, progress: &Progress) -> Result<(Table, Option<Chart>)> {
    let shown = |published| if published { Shown::Published } else { Shown::Working };
    let table = match report {
        Report::Sheet { entity, published } => ops::material::datasheet(project, entity, published)?,
        Report::Sets => sets_table(project)?.0,
        Report::Sample(by) => ops::material::sample(project, &sampled(project, by)?)?,
        Report::Overview { published } => {
            ops::material::overview(project, &MeaningQuery::default(), shown(published))?
        }
        Report::Interviewees => ops::material::interviewees(project, &IntervieweesQuery::default())?,
        Report::Method => ops::material::method(project, &MeaningQuery::default())?,
        Report::Differences(only) => {
            let query = ops::agreement::AgreementQuery::default();
            let differences = ops::comparison::differences(project, &query, only)?;
            ops::comparison::list(&differences, only)
        }
        Report::Coders => ops::coders::table(project)?.0,
        Report::Revisit => ops::revisit::table(project, false)?.0,
        Report::Versions => ops::versions::table(&project.read())?,
        Report::Changes { before, after } => {
            let after = after.map_or(State::Now, State::Kept);
            ops::versions::compare(project, State::Kept(before), after)?.table()
        }
        Report::Agreement(by) => super::agreement::table(project, by)?,
        Report::Counted(counted) => return count(project, counted, progress),
        Report::Without { question, by } => super::queries::without(project, &question, by)?,
        Report::History(by) => history(project, by)?.0,
        Report::Memos(by) => memos(project, by)?.0,
        Report::Logbook => ops::memos::logbook(project, &MemoQuery::default())?.0,
        Report::Saved { id, turned } => super::saved_tables::table(project, id, turned)?,
    };
    Ok((table, None))
}

/// Entries of the history shown at most.
const ENTRIES: u32 = 2_000;

/// Who did what when, as far as it fits and may be seen.
fn history(project: &Project, by: HistoryBy) -> Result<(Table, Vec<RowOf>)> {
    let HistoryBy { coder, document, code, matter } = by;
    let limit = Some(ENTRIES + 1);
    let tree = codes::tree(&project.read())?;
    // A code that is gone has a history all the same.
    let below = |code: CodeId| {
        let below = tree.subtree(code).iter().map(|node| node.code.id);
        below.chain([code]).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let codes = code.map(below);
    let filter = HistoryFilter { coder, document, codes, matter, limit, ..HistoryFilter::default() };
    let mut found = ops::history::list(project, &filter)?;
    let more = found.len() > ENTRIES as usize;
    found.truncate(ENTRIES as usize);
    let mut only = Vec::new();
    only.extend(matter.map(|matter| tr!(&format!("history-matter-{}", matter.name()))));
    narrowed(project, coder, document, None, &mut only)?;
    only.extend(code.map(|code| match tree.subtree(code) {
        [_, _, ..] => tr!("history-with-subcodes", code = tree.path(code).to_owned()),
        _ => tree.path(code).to_owned(),
    }));
    let mut notes = narrowing(&only);
    if more {
        notes.push(tr!("history-newest", count = ENTRIES));
    }
    let rows = found.iter().map(|operation| RowOf::Operation(operation.id)).collect();
    Ok((ops::history::table(&found, notes), rows))
}

fn memos(project: &Project, by: MemosBy) -> Result<(Table, Vec<RowOf>)> {
    let MemosBy { kind, coder, document, code, text: words } = by;
    let mut only = Vec::new();
    only.extend(kind.map(|kind| tr!(&format!("memo-kind-{kind}"))));
    narrowed(project, coder, document, code, &mut only)?;
    if !words.is_empty() {
        only.push(format!("“{words}”"));
    }
    let kind = kind.map(str::to_owned);
    let query = MemoQuery { kind, coder, document, code, text: words, ..MemoQuery::default() };
    let found = ops::memos::find(project, &query)?;
    let rows = found.iter().map(|one| RowOf::Memo(one.memo.id)).collect();
    Ok((Table { notes: narrowing(&only), ..ops::memos::table(&found) }, rows))
}

/// The names of what a list is narrowed to.
fn narrowed(
    project: &Project,
    coder: Option<CoderId>,
    document: Option<DocumentId>,
    code: Option<CodeId>,
    only: &mut Vec<String>,
) -> Result<()> {
    let reader = project.read();
    if let Some(id) = coder {
        only.push(coders::get(&reader, id)?.name);
    }
    if let Some(id) = document {
        // One that is gone has a history all the same.
        only.push(documents::get(&reader, id).map(|document| document.label).unwrap_or_default());
    }
    if let Some(id) = code {
        only.push(codes::tree(&reader)?.path(id).to_owned());
    }
    Ok(())
}

fn narrowing(only: &[String]) -> Vec<String> {
    if only.is_empty() { Vec::new() } else { vec![tr!("records-only", what = only.join(", "))] }
}

/// How many words a word list has.
const WORDS: usize = 500;

/// What codings and words amount to.
fn count(project: &Project, counted: Counted, progress: &Progress) -> Result<(Table, Option<Chart>)> {
    let scope = Scope { codes: counted.codes.codes(), progress: progress.clone(), ..Scope::default() };
    let everything = Scope { progress: progress.clone(), ..Scope::default() };
    let Counted { kind, measure, percent, relation, figured, transposed, published, .. } = counted;
    let crosstab = |by: By| {
        let shape = Shape { measure, percent, asked_only: false };
        ops::matrix::crosstab(project, &scope, &by, shape, transposed)
    };
    let figure = match kind {
        Kind::Documents => ops::matrix::codes_documents(project, &scope, measure, transposed)?,
        Kind::Codes => ops::matrix::codes_codes(project, &scope, relation, figured)?,
        Kind::Pairs => ops::matrix::code_pairs(project, &scope, relation)?,
        Kind::Groups => crosstab(By::Group)?,
        Kind::Sets => crosstab(By::Sets(Vec::new()))?,
        Kind::Variable(id) => {
            let variable = variables::get(&project.read(), id)?;
            let shown = if published { Shown::Published } else { Shown::Working };
            crosstab(By::Variable(variable.name, shown))?
        }
        Kind::Coverage => ops::matrix::coverage(project, &scope)?,
        Kind::Portrait(document) => ops::matrix::portrait(project, document, &scope, TILES)?,
        Kind::Codeline(document) => ops::matrix::codeline(project, document, &scope)?,
        Kind::Words => {
            let wanted = Wanted { most: WORDS, ..Wanted::default() };
            ops::words::list(project, &everything, &Stop::usual(), wanted, true)?
        }
        Kind::Concordance(word) => {
            let keyword = Keyword::new(word.as_str());
            let table = ops::words::concordance(project, &everything, &keyword)?;
            return Ok((table, None));
        }
        Kind::Quotes(beside) => {
            let shown = if published { Shown::Published } else { Shown::Working };
            let sides = match beside {
                Beside::Documents => Sides::Documents,
                Beside::Cases => Sides::Cases,
                Beside::Groups => Sides::Grouped(By::Group),
                Beside::Variable(id) => {
                    Sides::Grouped(By::Variable(variables::get(&project.read(), id)?.name, shown))
                }
            };
            // What is published leaves the program.
            let query = QuoteQuery { sides, transposed, weights: None, lettered: published };
            return Ok((ops::quotes::matrix(project, &scope, &query)?, None));
        }
    };
    Ok((figure.table, Some(figure.chart)))
}

/// A table with whose its rows and columns are.
pub fn read(project: &Project, report: Report, progress: &Progress) -> Result<Tabled> {
    let (table, chart) = figure(project, report.clone(), progress)?;
    let mut tabled = Tabled { table, chart, ..Tabled::default() };
    match report {
        Report::Sheet { entity, published } => sheet(project, entity, published, &mut tabled)?,
        Report::Sets => tabled.rows = sets_table(project)?.1,
        Report::Coders => {
            let (table, documents) = ops::coders::table(project)?;
            tabled.table = table;
            tabled.rows = documents.into_iter().map(RowOf::Standing).collect();
        }
        Report::Revisit => {
            let (table, waiting) = ops::revisit::table(project, false)?;
            tabled.table = table;
            tabled.rows = waiting.iter().map(|one| RowOf::Revisit(one.document, one.code)).collect();
        }
        Report::History(by) => (tabled.table, tabled.rows) = history(project, by)?,
        Report::Memos(by) => (tabled.table, tabled.rows) = memos(project, by)?,
        Report::Logbook => {
            let (table, entries) = ops::memos::logbook(project, &MemoQuery::default())?;
            tabled.table = table;
            tabled.rows = entries.iter().map(|one| RowOf::Memo(one.memo.id)).collect();
        }
        Report::Saved { id, turned } => super::saved_tables::aim(project, id, turned, &mut tabled)?,
        Report::Versions => {
            let all = versions::list(&project.read())?;
            tabled.rows = all.iter().map(|version| RowOf::Version(version.id)).collect();
        }
        Report::Changes { .. } => {
            tabled.versions = versions::list(&project.read())?.iter().map(|version| version.id).collect();
        }
        Report::Sample(by) => {
            tabled.sample = sampled(project, by)?;
            tabled.variables = variables::list(&project.read())?;
        }
        _ => {}
    }
    Ok(tabled)
}

/// Places shown at most, where they are no segments.
const MOST_HITS: usize = 2_000;

/// What a cell stands on: segments with their words, or places in the text with what is around them.
pub fn places(project: &Project, places: &[Place]) -> Result<(Vec<Segment>, Vec<Hit>, Vec<String>)> {
    let codings: Vec<CodingId> = places.iter().filter_map(|place| place.coding).collect();
    if !codings.is_empty() {
        let found = ops::retrieve::of_codings(project, &codings)?;
        return Ok((found.segments, Vec::new(), found.notes));
    }
    let spans: Vec<_> = places.iter().take(MOST_HITS).map(|place| (place.document, place.span)).collect();
    let hits = ops::search::at(project, &spans)?.into_iter().map(super::search::shown).collect();
    Ok((Vec::new(), hits, Vec::new()))
}

/// The sample table that is meant, with the names of its variables; what has gone since is left out.
fn sampled(project: &Project, by: SampleBy) -> Result<SampleQuery> {
    let all = variables::list(&project.read())?;
    let name = |id| all.iter().find(|variable| Some(variable.id) == id).map(|variable| variable.name.clone());
    let query = SampleQuery {
        unit: by.unit,
        rows: by.rows.into_iter().filter_map(name).collect(),
        columns: name(by.columns),
        shown: if by.published { Shown::Published } else { Shown::Working },
        pretests: false,
    };
    ops::material::with_usual(project, query)
}

fn sheet(project: &Project, entity: Entity, published: bool, tabled: &mut Tabled) -> Result<()> {
    let loaded = Loaded::new(project)?;
    let material = loaded.material();
    let variables: Vec<&Variable> =
        loaded.variables.iter().filter(|variable| variable.entity == entity).collect();
    let each = if published { 2 } else { 1 };
    let attributes = tabled.table.columns.len().saturating_sub(variables.len() * each);
    tabled.columns = vec![ColumnOf::Attribute; attributes];
    for variable in &variables {
        tabled.columns.push(ColumnOf::Value { variable: (*variable).clone(), published: false });
        if published {
            tabled.columns.push(ColumnOf::Value { variable: (*variable).clone(), published: true });
        }
    }
    for owner in material.owners(entity) {
        tabled.rows.push(RowOf::Owner(owner));
        let stored = tabled.columns.iter().map(|column| match column {
            ColumnOf::Attribute | ColumnOf::Code(_) => String::new(),
            ColumnOf::Value { variable, published } => {
                let value = material.attributes.own(variable.id, owner);
                match published {
                    false => value.map(|value| value.working.clone()).unwrap_or_default(),
                    true => match value.and_then(|value| value.published.as_deref()) {
                        Some("") => SUPPRESSED.to_owned(),
                        text => text.unwrap_or_default().to_owned(),
                    },
                }
            }
        });
        tabled.stored.push(stored.collect());
    }
    tabled.cases = loaded.cases.iter().map(|case| (case.id, case.name.clone())).collect();
    tabled.persons = loaded.persons.iter().map(|person| (person.id, person.name.clone())).collect();
    tabled.speakers = loaded.speakers;
    Ok(())
}

fn sets_table(project: &Project) -> Result<(Table, Vec<RowOf>)> {
    let reader = project.read();
    let (all, tree) = (sets::list(&reader)?, codes::tree(&reader)?);
    let mut rows = Vec::new();
    for set in &all {
        let mut members = Vec::new();
        let mut places = Vec::new();
        match &set.members {
            Members::Documents(ids) => {
                for id in ids {
                    members.push(documents::get(&reader, *id)?.label);
                    places.push(crate::analysis::material::place(*id));
                }
            }
            Members::Codes(ids) => members.extend(ids.iter().map(|id| tree.path(*id).to_owned())),
        }
        let kind = tr!(&format!("set-of-{}", set.members.of().name()));
        let mut last = Cell::text(members.join(", "));
        last.places = places;
        rows.push(vec![Cell::text(&set.name), Cell::text(kind), last]);
    }
    let of = all.iter().map(|set| RowOf::Set(set.members.of(), set.id)).collect();
    let columns = vec![
        Column::new("set", tr!("cli-column-set"), ColumnKind::Short),
        Column::new("of", tr!("cli-column-kind"), ColumnKind::Short),
        Column::new("members", tr!("cli-column-members"), ColumnKind::Long),
    ];
    let (name, title) = ("sets".to_owned(), tr!("cli-list-sets"));
    Ok((Table { name, title, columns, rows, notes: Vec::new(), frozen: 1 }, of))
}

/// Reads a file with values.
pub fn incoming(path: &Path) -> Result<Incoming> {
    Incoming::load(&from_home(path))
}

/// What a file with values would bring: cases and persons that are not there are added.
pub fn plan(project: &Project, path: &Path) -> Result<Plan> {
    ops::variable_import::plan(&project.read(), &incoming(path)?, &options())
}

fn options() -> ImportOptions {
    ImportOptions { add: true, skip_errors: true, ..ImportOptions::default() }
}

/// Does what was edited.
pub fn run(project: &mut Project, work: MaterialWork) -> Result<Changed> {
    Ok(match work {
        MaterialWork::SetValue { owner, name, published, text } => {
            let change = match (published, text.trim()) {
                (false, text) => ValueChange::working(text),
                (true, "") => ValueChange::published(None),
                (true, SUPPRESSED) => ValueChange::published(Some("")),
                (true, text) => ValueChange::published(Some(text)),
            };
            ops::variables::set(project, owner, &name, None, &change)?.changed
        }
        MaterialWork::AddVariable(new) => ops::variables::add(project, &new)?.changed,
        MaterialWork::ChangeVariable { variable, new } => {
            let change = VariableChange {
                name: Some(new.name),
                kind: Some(new.kind),
                entity: Some(new.entity),
                disclosure: Some(new.disclosure),
                index: None,
            };
            ops::variables::change(project, variable.id, &change)?.changed
        }
        MaterialWork::MoveVariable(id, index) => {
            let change = VariableChange { index: Some(index), ..VariableChange::default() };
            ops::variables::change(project, id, &change)?.changed
        }
        MaterialWork::RemoveVariable(id) => ops::variables::remove(project, id)?.changed,
        MaterialWork::AddCase(name, document) => project.in_batch(|project| {
            let done = ops::cases::add(project, &name)?;
            let mut changed = done.changed;
            if let Some(document) = document {
                changed.join(ops::cases::assign(project, document, Some(done.value))?.changed);
            }
            Ok(changed)
        })?,
        MaterialWork::RenameCase(id, name) => {
            ops::cases::change(project, id, &CaseChange { name: Some(name), index: None })?.changed
        }
        MaterialWork::MoveCase(id, index) => {
            ops::cases::change(project, id, &CaseChange { name: None, index: Some(index) })?.changed
        }
        MaterialWork::RemoveCase(id) => ops::cases::remove(project, id)?.changed,
        MaterialWork::AssignCase(document, case) => ops::cases::assign(project, document, case)?.changed,
        MaterialWork::AddPerson(name, speaker) => project.in_batch(|project| {
            let done = ops::persons::add(project, &name)?;
            let mut changed = done.changed;
            if let Some(speaker) = &speaker {
                changed.join(ops::persons::assign(project, speaker, Some(done.value))?.changed);
            }
            Ok(changed)
        })?,
        MaterialWork::RenamePerson(id, name) => {
            let change = PersonChange { name: Some(name), ..PersonChange::default() };
            ops::persons::change(project, id, &change)?.changed
        }
        MaterialWork::MovePerson(id, index) => {
            let change = PersonChange { index: Some(index), ..PersonChange::default() };
            ops::persons::change(project, id, &change)?.changed
        }
        MaterialWork::RemovePerson(id) => ops::persons::remove(project, id)?.changed,
        MaterialWork::PersonCase(id, case) => {
            let change = PersonChange { case: Some(case), ..PersonChange::default() };
            ops::persons::change(project, id, &change)?.changed
        }
        MaterialWork::AssignSpeaker(speaker, person) => {
            ops::persons::assign(project, &speaker, person)?.changed
        }
        MaterialWork::AddSet(name, members) => ops::sets::add(project, &name, &members)?.changed,
        MaterialWork::RenameSet(of, id, name) => {
            let change = SetChange { name: Some(name), ..SetChange::default() };
            ops::sets::change(project, of, id, &change)?.changed
        }
        MaterialWork::MoveSet(of, id, index) => {
            let change = SetChange { index: Some(index), ..SetChange::default() };
            ops::sets::change(project, of, id, &change)?.changed
        }
        MaterialWork::ChangeSet { of, id, add, remove } => {
            let change = SetChange { add, remove, ..SetChange::default() };
            ops::sets::change(project, of, id, &change)?.changed
        }
        MaterialWork::RemoveSet(of, id) => ops::sets::remove(project, of, id)?.changed,
        MaterialWork::MoveDocument(id, index) => {
            let change = DocumentChange { index: Some(index), ..DocumentChange::default() };
            ops::documents::change(project, id, &change)?.changed
        }
        MaterialWork::RenameGroup(id, name) => {
            ops::documents::change_group(project, id, Some(&name), None)?.changed
        }
        MaterialWork::MoveGroup(id, index) => {
            ops::documents::change_group(project, id, None, Some(index))?.changed
        }
        MaterialWork::SaveTable(keep) => super::saved_tables::save(project, *keep)?,
        MaterialWork::RenameTable(id, name) => ops::saved_tables::rename(project, id, &name)?.changed,
        MaterialWork::RemoveTable(id) => ops::saved_tables::remove(project, id)?.changed,
        MaterialWork::KeepVersion(name, reason) => {
            ops::versions::keep(project, &name, &reason, false)?.changed
        }
        MaterialWork::ChangeVersion(id, name, reason) => {
            ops::versions::change(project, id, Some(&name), Some(&reason))?.changed
        }
        MaterialWork::RemoveVersion(id) => ops::versions::remove(project, id)?.changed,
        MaterialWork::ImportValues(path) => {
            ops::variable_import::import(project, &incoming(&path)?, &options())?.changed
        }
    })
}
