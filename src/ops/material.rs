//! The tables of the material, as the project has it: data sheets, sample, overview, interviewees, method.

use crate::analysis::interviewees::Interviewees;
use crate::analysis::material::{Material, Shown};
use crate::analysis::overview::Meaning;
use crate::analysis::sample::Sample;
use crate::analysis::{datasheet, interviewees, overview, sample};
use crate::error::{Error, Result};
use crate::model::cases::{Case, same_name};
use crate::model::documents::{Document, Speaker};
use crate::model::persons::Person;
use crate::model::relations::{Attributes, Relations};
use crate::model::table::Table;
use crate::model::variables::{Disclosure, Entity, Variable, VariableValue};
use crate::store::{Project, Reader, cases, documents, persons, settings, variables};
use crate::text::citations::Pattern;
use crate::tr;

/// The material as it is read from the project.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub documents: Vec<Document>,
    pub cases: Vec<Case>,
    pub persons: Vec<Person>,
    pub speakers: Vec<Speaker>,
    pub variables: Vec<Variable>,
    pub values: Vec<VariableValue>,
    pub relations: Relations,
    pub pattern: Pattern,
}

impl Loaded {
    pub fn new(project: &Project) -> Result<Loaded> {
        Loaded::read(&project.read())
    }

    pub fn read(reader: &Reader<'_>) -> Result<Loaded> {
        let (cases, persons) = (cases::list(reader)?, persons::list(reader)?);
        let speakers = persons::all_speakers(reader)?;
        Ok(Loaded {
            documents: documents::list(reader)?,
            variables: variables::list(reader)?,
            values: variables::values(reader)?,
            relations: Relations::new(&cases, &persons, &speakers),
            pattern: settings::citation(reader)?,
            cases,
            persons,
            speakers,
        })
    }

    pub fn material(&self) -> Material<'_> {
        Material {
            documents: &self.documents,
            cases: &self.cases,
            persons: &self.persons,
            speakers: &self.speakers,
            variables: &self.variables,
            attributes: Attributes::new(&self.relations, &self.values),
            pattern: &self.pattern,
        }
    }

    /// The variable that a person means.
    pub fn variable(&self, name: &str) -> Result<&Variable> {
        let exact = self.variables.iter().find(|variable| variable.name == name.trim());
        let found =
            exact.or_else(|| self.variables.iter().find(|variable| same_name(&variable.name, name.trim())));
        found.ok_or_else(|| {
            let names: Vec<&str> = self.variables.iter().map(|variable| variable.name.as_str()).collect();
            Error::not_found(tr!("error-no-such-variable", name = name.to_owned())).hint(match names.len() {
                0 => tr!("hint-no-variables"),
                _ => tr!("hint-variables-are", names = names.join(", ")),
            })
        })
    }
}

/// A data sheet; with `published`, also what has been written for publication.
pub fn datasheet(project: &Project, entity: Entity, published: bool) -> Result<Table> {
    Ok(datasheet::table(&Loaded::new(project)?.material(), entity, published))
}

/// What the sample table is asked for; names as typed.
#[derive(Debug, Clone, Default)]
pub struct SampleQuery {
    pub unit: Entity,
    /// One or two; none: the first variables that sort things into few classes.
    pub rows: Vec<String>,
    pub columns: Option<String>,
    pub shown: Shown,
    pub pretests: bool,
}

pub fn sample(project: &Project, query: &SampleQuery) -> Result<Table> {
    sample_of(&Loaded::new(project)?, query)
}

/// The sample table of what is loaded.
pub fn sample_of(loaded: &Loaded, query: &SampleQuery) -> Result<Table> {
    let (rows, columns) = counted_by(loaded, query)?;
    if rows.is_empty() {
        return Err(Error::invalid(tr!("error-sample-nothing")).hint(tr!("error-sample-nothing-hint")));
    }
    let (unit, shown, pretests) = (query.unit, query.shown, query.pretests);
    Ok(sample::table(&loaded.material(), &Sample { unit, rows, columns, shown, pretests }))
}

/// The same, with the names of the variables that are taken where none are named.
pub fn with_usual(project: &Project, query: SampleQuery) -> Result<SampleQuery> {
    let loaded = Loaded::new(project)?;
    let (rows, columns) = counted_by(&loaded, &query)?;
    let rows = rows.into_iter().map(|variable| variable.name.clone()).collect();
    Ok(SampleQuery { rows, columns: columns.map(|variable| variable.name.clone()), ..query })
}

/// The variables of the rows and of the columns.
fn counted_by<'a>(
    loaded: &'a Loaded,
    query: &SampleQuery,
) -> Result<(Vec<&'a Variable>, Option<&'a Variable>)> {
    let mut rows = query.rows.iter().map(|name| loaded.variable(name)).collect::<Result<Vec<_>>>()?;
    let mut columns = query.columns.as_deref().map(|name| loaded.variable(name)).transpose()?;
    if rows.len() > 2 {
        return Err(Error::usage(tr!("error-sample-rows")));
    }
    if rows.is_empty() {
        let mut usual =
            usual(loaded).into_iter().filter(|variable| Some(variable.id) != columns.map(|c| c.id));
        rows.extend(usual.next());
        columns = columns.or_else(|| usual.next());
    }
    Ok((rows, columns))
}

/// Variables by which a sample is usually described: those of cases, then of persons, then of documents, that sort into
/// at least two classes, and less than one for every second value. When, how long and how an interview was held is no
/// description of the sample; where nothing else sorts, it is better than nothing.
fn usual(loaded: &Loaded) -> Vec<&Variable> {
    let sorts = |variable: &&Variable| {
        let all: Vec<&str> = loaded
            .values
            .iter()
            .filter(|value| value.variable == variable.id && !value.working.is_empty())
            .map(|value| value.working.as_str())
            .collect();
        let classes: std::collections::BTreeSet<&str> = all.iter().copied().collect();
        classes.len() > 1 && classes.len() * 2 <= all.len()
    };
    let meaning = Meaning::by_name(&loaded.variables);
    let of_the_interview = [meaning.date, meaning.duration, meaning.mode];
    let (mut describing, circumstances): (Vec<&Variable>, Vec<&Variable>) = loaded
        .variables
        .iter()
        .filter(sorts)
        .partition(|variable| !of_the_interview.iter().flatten().any(|other| other.id == variable.id));
    if describing.is_empty() {
        return circumstances;
    }
    describing.sort_by_key(|variable| match variable.entity {
        Entity::Case => 0,
        Entity::Person => 1,
        Entity::Document => 2,
    });
    describing
}

/// Which variables the overview and the method facts read; names as typed, else found by their names.
#[derive(Debug, Clone, Default)]
pub struct MeaningQuery {
    pub date: Option<String>,
    pub duration: Option<String>,
    pub mode: Option<String>,
    pub function: Option<String>,
}

impl MeaningQuery {
    fn find<'a>(&self, loaded: &'a Loaded) -> Result<Meaning<'a>> {
        let found = Meaning::by_name(&loaded.variables);
        let or = |name: &Option<String>, found: Option<&'a Variable>| match name {
            Some(name) => loaded.variable(name).map(Some),
            None => Ok(found),
        };
        Ok(Meaning {
            date: or(&self.date, found.date)?,
            duration: or(&self.duration, found.duration)?,
            mode: or(&self.mode, found.mode)?,
            function: or(&self.function, found.function)?,
        })
    }
}

pub fn overview(project: &Project, query: &MeaningQuery, shown: Shown) -> Result<Table> {
    overview_of(&Loaded::new(project)?, query, shown)
}

/// The overview of what is loaded.
pub fn overview_of(loaded: &Loaded, query: &MeaningQuery, shown: Shown) -> Result<Table> {
    Ok(overview::table(&loaded.material(), &query.find(loaded)?, shown))
}

pub fn method(project: &Project, query: &MeaningQuery) -> Result<Table> {
    let loaded = Loaded::new(project)?;
    Ok(overview::method(&loaded.material(), &query.find(&loaded)?))
}

/// What the list of interviewees is asked for; names as typed.
#[derive(Debug, Clone)]
pub struct IntervieweesQuery {
    /// None: all of persons and cases that may be published.
    pub variables: Vec<String>,
    pub k: usize,
    pub names: bool,
    pub pretests: bool,
}

impl Default for IntervieweesQuery {
    fn default() -> Self {
        IntervieweesQuery { variables: Vec::new(), k: 2, names: false, pretests: false }
    }
}

pub fn interviewees(project: &Project, query: &IntervieweesQuery) -> Result<Table> {
    let loaded = Loaded::new(project)?;
    let variables = match query.variables.is_empty() {
        false => query.variables.iter().map(|name| loaded.variable(name)).collect::<Result<Vec<_>>>()?,
        true => [Entity::Person, Entity::Case]
            .into_iter()
            .flat_map(|entity| loaded.variables.iter().filter(move |variable| variable.entity == entity))
            .filter(|variable| variable.disclosure != Disclosure::Never)
            .collect(),
    };
    let (k, names, pretests) = (query.k, query.names, query.pretests);
    Ok(interviewees::table(&loaded.material(), &Interviewees { variables, k, names, pretests }))
}
