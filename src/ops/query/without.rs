//! The counter-evidence: documents, cases or persons of which nothing answers a query, and why.

use std::collections::{BTreeSet, HashMap};

use super::{Ask, Asked, Known};
use crate::analysis::material::Material as Tables;
use crate::analysis::notes;
use crate::analysis::query::plan::{self, Plan};
use crate::analysis::query::{Condition, Passages};
use crate::error::Result;
use crate::model::coders::{AnalysisSet, Status};
use crate::model::summaries::CellState;
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::variables::{Entity, Owner};
use crate::model::{CodeId, DocumentId};
use crate::store::{Project, Reader, cell_states, coders, codings};
use crate::tr;

/// The documents, cases or persons of which nothing answers a query: the counter-evidence to "all" and "in none".
///
/// `among` says which are asked at all. A person lacks what is not in a passage in which they speak.
pub fn without(project: &Project, ask: &Ask, by: Entity, among: Option<&Condition>) -> Result<Table> {
    let reader = project.read();
    let known = Known::new(&reader)?;
    let check = among.map(|condition| plan::check(condition, known.study()).map_err(|fault| fault.error()));
    let check = check.transpose()?;
    let facts = known.facts();
    let tables = known.loaded.material();
    let mut asked = Asked::new(&reader, &known, ask, by == Entity::Person)?;
    let ids: Vec<DocumentId> = asked.documents.iter().map(|document| document.id).collect();
    let of_set = notes::analysis_set(&asked.set, &asked.coders, &ids);
    let mut have: BTreeSet<Owner> = BTreeSet::new();
    let persons: HashMap<(DocumentId, &str), _> = known
        .loaded
        .speakers
        .iter()
        .filter_map(|speaker| Some(((speaker.document, speaker.label.as_str()), speaker.person?)))
        .collect();
    asked.each(by == Entity::Person, |_, found| {
        let id = found.document.id;
        match by {
            Entity::Document => have.extend([Owner::Document(id)]),
            Entity::Case => {
                let case = known.loaded.relations.case_of_document(id);
                have.extend(case.map(Owner::Case));
            }
            Entity::Person => {
                let lines = found.paragraphs.unwrap_or_default();
                for passage in &found.passages {
                    let spoken = crate::text::paragraphs::touched(lines, passage.span);
                    let labels = spoken.iter().filter_map(|line| line.speaker.as_deref());
                    have.extend(
                        labels.filter_map(|label| persons.get(&(id, label)).copied().map(Owner::Person)),
                    );
                }
            }
        }
        Ok(())
    })?;
    let coded = coded(&reader, &asked.set)?;
    let wanted: BTreeSet<DocumentId> = ids.iter().copied().collect();
    let universe: Vec<Owner> = tables
        .owners(by)
        .into_iter()
        .filter(|owner| tables.documents_of(*owner).iter().any(|document| wanted.contains(&document.id)))
        .filter(|owner| check.as_ref().is_none_or(|check| facts.hold(check, &facts.of_owner(*owner))))
        .collect();
    let lacking: Vec<Owner> = universe.iter().copied().filter(|owner| !have.contains(owner)).collect();
    let named = plan::named(&ask.query, known.study()).to_string();
    let codings_of = |owner: Owner| -> u32 {
        let documents = tables.documents_of(owner);
        documents.iter().filter_map(|document| coded.get(&document.id)).sum()
    };
    let bare = lacking.iter().filter(|owner| codings_of(**owner) == 0).count();
    let mut said = vec![tr!(
        "query-without-note",
        unit = by.name(),
        lacking = lacking.len(),
        all = universe.len(),
        query = named.clone()
    )];
    if let Some(among) = among {
        said.push(tr!("query-without-among", condition = among.to_string()));
    }
    if bare > 0 {
        said.push(tr!("query-without-bare", count = bare));
    }
    let states = match only_code(&asked, ask) {
        Some(code) => Some(lacking_states(&asked, &tables, code, &lacking, &wanted)?),
        None => None,
    };
    if let Some(states) = &states {
        let count = |state| states.iter().filter(|one| **one == Why::Said(state)).count();
        let unasked = count(CellState::NotAsked);
        said.push(tr!(
            "query-without-asked",
            unit = by.name(),
            unasked = unasked,
            with = universe.len() - lacking.len(),
            asked = universe.len() - unasked
        ));
    }
    said.extend(of_set);
    Ok(table_of(&tables, by, &lacking, states.as_deref(), &named, said, codings_of))
}

/// The code that is asked about, where it is one, with its subcodes or without.
fn only_code(asked: &Asked<'_>, ask: &Ask) -> Option<CodeId> {
    let (Passages::Code { .. }, None, Plan::Codes(codes)) =
        (&ask.query.passages, &ask.query.condition, &asked.plan)
    else {
        return None;
    };
    codes.iter().copied().find(|&code| {
        let below: BTreeSet<CodeId> =
            asked.known.tree.subtree(code).iter().map(|node| node.code.id).collect();
        codes.is_subset(&below)
    })
}

/// What is known of why somebody has nothing of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Said(CellState),
    /// What is said of the interviews differs.
    Differs,
    /// All was looked at, and nothing said of it.
    Done,
    NotJudged,
}

impl Why {
    fn words(self) -> String {
        match self {
            Why::Said(state) => state.words(),
            Why::Differs => tr!("cell-state-differs"),
            Why::Done => tr!("cell-state-done"),
            Why::NotJudged => tr!("cell-state-not-judged"),
        }
    }
    fn key(self) -> &'static str {
        match self {
            Why::Said(state) => state.name(),
            Why::Differs => "differs",
            Why::Done => "done",
            Why::NotJudged => "not-judged",
        }
    }
}

/// Why those who have nothing of a code have nothing, as those say whose codings count.
fn lacking_states(
    asked: &Asked<'_>,
    tables: &Tables<'_>,
    code: CodeId,
    lacking: &[Owner],
    among: &BTreeSet<DocumentId>,
) -> Result<Vec<Why>> {
    let states: HashMap<DocumentId, CellState> = cell_states::list(asked.reader)?
        .into_iter()
        .filter(|one| one.code == code && asked.set.counts(one.document, one.coder))
        .map(|one| (one.document, one.state))
        .collect();
    let done: BTreeSet<DocumentId> = coders::work(asked.reader)?
        .into_iter()
        .filter(|work| work.status == Status::Done && asked.set.counts(work.document, work.coder))
        .map(|work| work.document)
        .collect();
    let why = |id: DocumentId| match states.get(&id) {
        Some(state) => Why::Said(*state),
        None if done.contains(&id) => Why::Done,
        None => Why::NotJudged,
    };
    let of_owner = |owner: &Owner| {
        let documents = tables.documents_of(*owner);
        let mut all = documents.iter().map(|document| document.id).filter(|id| among.contains(id)).map(why);
        let first = all.next().unwrap_or(Why::NotJudged);
        if all.all(|other| other == first) { first } else { Why::Differs }
    };
    Ok(lacking.iter().map(of_owner).collect())
}

fn coded(reader: &Reader<'_>, set: &AnalysisSet) -> Result<HashMap<DocumentId, u32>> {
    let mut all: HashMap<DocumentId, u32> = HashMap::new();
    for ((document, _, coder), count) in codings::counts(reader)? {
        if set.counts(document, coder) {
            *all.entry(document).or_default() += count;
        }
    }
    Ok(all)
}

fn table_of(
    tables: &Tables<'_>,
    by: Entity,
    lacking: &[Owner],
    states: Option<&[Why]>,
    query: &str,
    notes: Vec<String>,
    codings_of: impl Fn(Owner) -> u32,
) -> Table {
    let short = |key: &str, title: String| Column::new(key, title, ColumnKind::Short);
    let mut columns = vec![short(by.name(), tr!(&format!("query-column-{}", by.name())))];
    columns.push(match by {
        Entity::Document => short("title", tr!("cli-column-title")),
        _ => short("documents", tr!("query-column-documents")),
    });
    columns.push(short("group", tr!("table-group")));
    columns.push(Column::new("segments", tr!("query-column-segments"), ColumnKind::Number));
    if states.is_some() {
        columns.push(short("state", tr!("query-column-state")));
    }
    let rows = lacking
        .iter()
        .enumerate()
        .map(|(nth, &owner)| {
            let documents = tables.documents_of(owner);
            let mut groups: Vec<&str> = documents.iter().filter_map(|one| one.group.as_deref()).collect();
            groups.dedup();
            let labels = documents.iter().map(|one| one.label.as_str()).collect::<Vec<_>>().join(", ");
            let (name, second) = match owner {
                Owner::Document(id) => {
                    let document = tables.document(id);
                    (
                        document.map(|one| tables.name_of_document(one)).unwrap_or_default(),
                        document.map(|one| one.title.clone()).unwrap_or_default(),
                    )
                }
                Owner::Case(id) => {
                    let case = tables.cases.iter().find(|one| one.id == id);
                    (case.map(|one| one.name.clone()).unwrap_or_default(), labels)
                }
                Owner::Person(id) => {
                    let person = tables.persons.iter().find(|one| one.id == id);
                    (person.map(|one| one.name.clone()).unwrap_or_default(), labels)
                }
            };
            let mut row = vec![
                tables.leading(Cell::text(name), owner),
                Cell::text(second),
                Cell::text(groups.join(", ")),
                Cell::integer(i64::from(codings_of(owner))),
            ];
            if let Some(why) = states.and_then(|states| states.get(nth)) {
                let said = Value::Said { stored: why.key().to_owned(), shown: why.words() };
                row.push(Cell { value: said, places: Vec::new() });
            }
            row
        })
        .collect();
    Table {
        name: "without".into(),
        title: tr!("query-without-title", query = query.to_owned()),
        columns,
        rows,
        notes,
        frozen: 1,
    }
}
