//! `persons`: who is interviewed.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::Listing;
use super::variables::{Said, Values, Variables, values_of};
use crate::error::{Error, Result};
use crate::model::PersonId;
use crate::model::documents::{Role, Speaker};
use crate::model::persons::Person;
use crate::model::table::ColumnKind;
use crate::model::variables::{Entity, Owner};
use crate::ops::material::Loaded;
use crate::ops::persons::PersonChange;
use crate::store::{Project, cases, documents, persons};
use crate::{ops, tr};

/// Persons who are interviewed: list, add, set, remove, variables.
///
/// A person is one or several speakers: 5 is the one who is interviewed in document 5, 5:B1 the speaker B1 there.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz persons add P1 --speaker 1 --variable function=\"Head of administration\"\n  absatz persons add P5 --speaker 5:B1\n  absatz persons set P1 --published function=Leadership\n  absatz persons variables import persons.csv --add"
)]
pub struct Persons {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the persons (the default).
    List(Output),
    /// Add a person.
    Add {
        /// What to call the person, best a pseudonym
        name: String,
        /// The speakers that the person is: LABEL or LABEL:SPEAKER; several
        #[arg(long, value_name = "SPEAKER")]
        speaker: Vec<String>,
        #[command(flatten)]
        values: Values,
    },
    /// Change a person: name, speakers, case, place, variables.
    Set(Set),
    /// Remove persons; what they said stays, as nobody's.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
    /// Variables of persons: list, set, add, change, remove, import.
    Variables(Variables),
}

#[derive(Debug, Args)]
struct Set {
    /// The person
    person: String,
    /// The new name
    #[arg(long = "name", value_name = "NEW")]
    new_name: Option<String>,
    /// Speakers that the person is too: LABEL or LABEL:SPEAKER; several
    #[arg(long, value_name = "SPEAKER")]
    speaker: Vec<String>,
    /// Speakers that the person is not
    #[arg(long, value_name = "SPEAKER")]
    without: Vec<String>,
    /// The person's case where it is not that of the documents; "" is that of the documents
    #[arg(long)]
    case: Option<String>,
    /// The place among the persons, from 1
    #[arg(long, value_name = "N")]
    position: Option<usize>,
    #[command(flatten)]
    values: Values,
}

impl Persons {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Add { name, speaker, values } => add(context, &name, &speaker, &values),
            Command::Set(set) => set.run(context),
            Command::Remove { names } => remove(context, &names),
            Command::Variables(variables) => variables.run(context, Entity::Person),
        }
    }
}

/// The speaker that is meant: `5:B1`, or `5` where one person is interviewed in document 5.
fn speaker(project: &Project, typed: &str) -> Result<Speaker> {
    let (label, wanted) = match typed.split_once(':') {
        Some((label, wanted)) => (label, Some(wanted.trim())),
        None => (typed, None),
    };
    let document = context::document(project, label)?;
    let mut all = documents::speakers(&project.read(), document.id)?;
    all.retain(|speaker| speaker.role == Role::Interviewee);
    let names = all.iter().map(|speaker| speaker.label.as_str()).collect::<Vec<_>>().join(", ");
    let label = document.label;
    match wanted {
        Some(wanted) => {
            let found = all.into_iter().find(|speaker| speaker.label.eq_ignore_ascii_case(wanted));
            found.ok_or_else(|| {
                let error = tr!("cli-no-such-speaker", speaker = wanted.to_owned(), label = label);
                Error::not_found(error).hint(tr!("cli-speakers-are", names = names))
            })
        }
        None if all.len() == 1 => Ok(all.swap_remove(0)),
        None if all.is_empty() => Err(Error::not_found(tr!("cli-no-speakers", label = label))),
        None => {
            let error = tr!("cli-several-speakers", label = label.clone());
            Err(Error::invalid(error).hint(tr!("cli-speakers-are", names = names)))
        }
    }
}

fn speakers(project: &Project, typed: &[String]) -> Result<Vec<Speaker>> {
    typed.iter().map(|typed| speaker(project, typed)).collect()
}

fn as_json(person: &Person, loaded: &Loaded, said: &Said) -> Value {
    let label = |id| loaded.documents.iter().find(|document| document.id == id).map(|d| d.label.as_str());
    let speakers = loaded.speakers.iter().filter(|speaker| speaker.person == Some(person.id));
    let speakers = speakers.map(|one| json!({"document": label(one.document), "speaker": one.label}));
    let name = |id| loaded.cases.iter().find(|case| case.id == id).map(|case| case.name.as_str());
    let cases: Vec<&str> = loaded.relations.cases_of_person(person.id).into_iter().filter_map(name).collect();
    json!({
        "name": person.name,
        "case": if cases.is_empty() { Value::Null } else { json!(cases.join(", ")) },
        "speakers": speakers.collect::<Vec<_>>(),
        "variables": said.working,
        "published": said.published,
        "uuid": person.uuid,
    })
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let loaded = Loaded::new(&project)?;
    let values = values_of(&project)?;
    let spoken = |value: &Value| {
        let list = value["speakers"].as_array().map(Vec::as_slice).unwrap_or_default();
        let words = |key: &str, one: &Value| one[key].as_str().unwrap_or_default().to_owned();
        let one = |one: &Value| format!("{}:{}", words("document", one), words("speaker", one));
        list.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let mut rows = Listing::new("persons")
        .columns(ColumnKind::Short, ["person", "speakers", "case"])
        .or_say(tr!("cli-no-persons"));
    for person in &loaded.persons {
        let said = values.get(&Owner::Person(person.id)).cloned().unwrap_or_default();
        let value = as_json(person, &loaded, &said);
        let case = value["case"].as_str().unwrap_or_default().to_owned();
        let cells = [person.name.clone(), spoken(&value), case];
        rows.add(value, cells);
    }
    context.list(output, &project, &rows)
}

fn told(context: &Context, project: &Project, id: PersonId, words: &str) -> Result<()> {
    let loaded = Loaded::new(project)?;
    let person = persons::get(&project.read(), id)?;
    let said = values_of(project)?.remove(&Owner::Person(id)).unwrap_or_default();
    context.done(&tr!(words, name = person.name.clone()), &as_json(&person, &loaded, &said))
}

fn add(context: &Context, name: &str, typed: &[String], values: &Values) -> Result<()> {
    let mut project = context.open()?;
    let speakers = speakers(&project, typed)?;
    let id = project.in_batch(|project| {
        let id = ops::persons::add(project, name)?.value;
        for speaker in &speakers {
            ops::persons::assign(project, speaker, Some(id))?;
        }
        values.apply(project, Owner::Person(id), None)?;
        Ok(id)
    })?;
    told(context, &project, id, "cli-person-added")
}

impl Set {
    fn run(self, context: &Context) -> Result<()> {
        let nothing = self.new_name.is_none() && self.position.is_none() && self.case.is_none();
        if nothing && self.speaker.is_empty() && self.without.is_empty() && self.values.is_empty() {
            return Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-person")));
        }
        let mut project = context.open()?;
        let id = persons::by_name(&project.read(), &self.person)?.id;
        let is = speakers(&project, &self.speaker)?;
        let is_not = speakers(&project, &self.without)?;
        let case = match self.case.as_deref().map(str::trim) {
            None => None,
            Some("") => Some(None),
            Some(name) => Some(Some(cases::by_name(&project.read(), name)?.id)),
        };
        let index = self.position.map(|position| position.saturating_sub(1));
        project.in_batch(|project| {
            if self.new_name.is_some() || case.is_some() || index.is_some() {
                ops::persons::change(project, id, &PersonChange { name: self.new_name, case, index })?;
            }
            for speaker in &is {
                ops::persons::assign(project, speaker, Some(id))?;
            }
            for speaker in is_not.iter().filter(|speaker| speaker.person == Some(id)) {
                ops::persons::assign(project, speaker, None)?;
            }
            self.values.apply(project, Owner::Person(id), None)
        })?;
        told(context, &project, id, "cli-person-set")
    }
}

fn remove(context: &Context, names: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let found =
        names.iter().map(|name| persons::by_name(&project.read(), name)).collect::<Result<Vec<_>>>()?;
    project.in_batch(|project| {
        found.iter().try_for_each(|person| ops::persons::remove(project, person.id).map(|_| ()))
    })?;
    let names: Vec<&str> = found.iter().map(|person| person.name.as_str()).collect();
    context.done(&tr!("cli-persons-removed", names = names.join(", ")), &json!({ "removed": names }))
}
