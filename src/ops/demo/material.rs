//! Cases, persons, sets and variables of the shipped study: `sample-transcripts/material.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::model::documents::Role;
use crate::model::guides::Stage;
use crate::model::sets::Members;
use crate::model::variables::{Disclosure, Entity, Owner, VariableKind};
use crate::model::{DocumentId, PersonId};
use crate::ops::variables::{NewVariable, ValueChange};
use crate::ops::{cases, guides, persons, sets, variables};
use crate::store::{Project, documents};
use crate::tr;

const MATERIAL: &str = include_str!("../../../sample-transcripts/material.json");

#[derive(Deserialize)]
struct Material {
    variables: Vec<DemoVariable>,
    cases: Vec<DemoCase>,
    persons: Vec<DemoPerson>,
    documents: Vec<DemoDocument>,
    pretests: Vec<String>,
    sets: Vec<DemoSet>,
}

#[derive(Deserialize)]
struct DemoVariable {
    name: String,
    of: Entity,
    kind: VariableKind,
    #[serde(default)]
    disclosure: Disclosure,
}

#[derive(Deserialize)]
struct DemoCase {
    name: String,
    documents: Vec<String>,
    #[serde(flatten)]
    said: Said,
}

#[derive(Deserialize)]
struct DemoPerson {
    name: String,
    /// Document and speaker; no speaker: the only one who is interviewed.
    speaker: (String, Option<String>),
    #[serde(flatten)]
    said: Said,
}

#[derive(Deserialize)]
struct DemoDocument {
    label: String,
    #[serde(flatten)]
    said: Said,
}

#[derive(Deserialize)]
struct DemoSet {
    name: String,
    documents: Vec<String>,
}

/// Values by the variables' names.
#[derive(Deserialize)]
struct Said {
    values: BTreeMap<String, String>,
    #[serde(default)]
    published: BTreeMap<String, String>,
}

impl Said {
    fn set(&self, project: &mut Project, owner: Owner) -> Result<()> {
        for (name, value) in &self.values {
            variables::set(project, owner, name, None, &ValueChange::working(value))?;
        }
        for (name, value) in &self.published {
            variables::set(project, owner, name, None, &ValueChange::published(Some(value)))?;
        }
        Ok(())
    }
}

fn document(project: &Project, label: &str) -> Result<DocumentId> {
    Ok(documents::by_label(&project.read(), label)?.id)
}

pub fn add(project: &mut Project) -> Result<()> {
    let material: Material = serde_json::from_str(MATERIAL).map_err(|error| {
        Error::invalid(tr!("error-demo", file = "material.json", reason = error.to_string()))
    })?;
    for variable in material.variables {
        let (name, kind, entity, disclosure) =
            (variable.name, variable.kind, variable.of, variable.disclosure);
        variables::add(project, &NewVariable { name, kind, entity, disclosure })?;
    }
    for case in &material.cases {
        let id = cases::add(project, &case.name)?.value;
        for label in &case.documents {
            let document = document(project, label)?;
            cases::assign(project, document, Some(id))?;
        }
        case.said.set(project, Owner::Case(id))?;
    }
    for person in &material.persons {
        let id = persons::add(project, &person.name)?.value;
        speak(project, id, &person.speaker)?;
        person.said.set(project, Owner::Person(id))?;
    }
    for one in &material.documents {
        let id = document(project, &one.label)?;
        one.said.set(project, Owner::Document(id))?;
    }
    for label in &material.pretests {
        let id = document(project, label)?;
        guides::set_stage(project, id, Stage::Pretest)?;
    }
    for set in &material.sets {
        let ids = set.documents.iter().map(|label| document(project, label)).collect::<Result<_>>()?;
        sets::add(project, &set.name, &Members::Documents(ids))?;
    }
    Ok(())
}

fn speak(project: &mut Project, person: PersonId, (label, wanted): &(String, Option<String>)) -> Result<()> {
    let document = document(project, label)?;
    let all = documents::speakers(&project.read(), document)?;
    let mut of = all.iter().filter(|speaker| {
        speaker.role == Role::Interviewee && wanted.as_ref().is_none_or(|wanted| speaker.label == *wanted)
    });
    match (of.next(), of.next()) {
        (Some(speaker), None) => persons::assign(project, speaker, Some(person)).map(|_| ()),
        _ => {
            let names = all.iter().map(|speaker| speaker.label.as_str()).collect::<Vec<_>>().join(", ");
            Err(Error::invalid(tr!("error-demo", file = label.clone(), reason = names)))
        }
    }
}
