//! Variables of documents, cases and persons: their kinds, whose they are, what may be published, and their values.

use std::collections::BTreeMap;

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::VariableId;
use crate::model::history::{Done, OperationKind};
use crate::model::relations::Relations;
use crate::model::variables::{
    Disclosure, Entity, Owner, Variable, VariableKind, VariableValue, check_variable_name,
};
use crate::store::{Project, Reader, Writer, cases, documents, persons, variables};
use crate::tr;

/// What a variable that is added shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVariable {
    pub name: String,
    pub kind: VariableKind,
    pub entity: Entity,
    pub disclosure: Disclosure,
}

/// Adds a variable. Refused where there is one of that name, of documents, cases or persons.
pub fn add(project: &mut Project, new: &NewVariable) -> Result<Done<VariableId>> {
    let arguments = json!({"name": new.name.trim(), "entity": new.entity.name()});
    project.operate(OperationKind::AddVariable, arguments, |w| insert(w, new))
}

pub(super) fn insert(w: &Writer<'_>, new: &NewVariable) -> Result<VariableId> {
    let name = check_variable_name(&new.name)?;
    check_free(w, name, None)?;
    variables::insert(w, name, new.kind, new.entity, new.disclosure)
}

fn check_free(reader: &Reader<'_>, name: &str, but: Option<VariableId>) -> Result<()> {
    match variables::of_name(reader, name)?.filter(|variable| Some(variable.id) != but) {
        Some(other) => {
            let entity = other.entity.name();
            Err(Error::refused(tr!("error-variable-exists", name = other.name, entity = entity)))
        }
        None => Ok(()),
    }
}

/// What to change on a variable; none leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct VariableChange {
    pub name: Option<String>,
    /// Only where all values fit.
    pub kind: Option<VariableKind>,
    /// Moves the values; only where nothing is lost.
    pub entity: Option<Entity>,
    pub disclosure: Option<Disclosure>,
    /// Index among the variables of its entity; past the end: last.
    pub index: Option<usize>,
}

pub fn change(project: &mut Project, id: VariableId, change: &VariableChange) -> Result<Done<()>> {
    project.operate(OperationKind::ChangeVariable, json!({}), |w| {
        let variable = variables::get(w, id)?;
        w.argument("name", variable.name.as_str());
        if let Some(name) = &change.name {
            let name = check_variable_name(name)?;
            check_free(w, name, Some(id))?;
            variables::rename(w, id, name)?;
        }
        if let Some(kind) = change.kind {
            change_kind(w, &variable, kind)?;
        }
        if let Some(entity) = change.entity {
            change_entity(w, &variable, entity)?;
        }
        if let Some(disclosure) = change.disclosure {
            variables::set_disclosure(w, id, disclosure)?;
        }
        if let Some(index) = change.index {
            variables::place(w, id, index)?;
        }
        Ok(())
    })
}

fn values_of(reader: &Reader<'_>, variable: &Variable) -> Result<Vec<VariableValue>> {
    let mut values = variables::values(reader)?;
    values.retain(|value| value.variable == variable.id);
    Ok(values)
}

/// All values are read as the new kind, from what a person sees: 65 as a text is 1:05 as a duration.
fn change_kind(w: &Writer<'_>, variable: &Variable, kind: VariableKind) -> Result<()> {
    if kind == variable.kind {
        return Ok(());
    }
    let mut fitting = Vec::new();
    for value in values_of(w, variable)?.into_iter().filter(|value| !value.working.is_empty()) {
        match kind.check(&value.working) {
            Ok(stored) => fitting.push((value, stored)),
            Err(error) => {
                return Err(at(w, value.owner, &variable.name, &error)?.hint(tr!("hint-variable-kind")));
            }
        }
    }
    variables::set_kind(w, variable.id, kind)?;
    for (value, stored) in fitting {
        variables::set(w, variable.id, value.owner, &stored, value.published.as_deref())?;
    }
    Ok(())
}

/// Values move to those who belong to their owner. Refused where a value has nowhere to go, or where two would meet that
/// differ.
fn change_entity(w: &Writer<'_>, variable: &Variable, entity: Entity) -> Result<()> {
    if entity == variable.entity {
        return Ok(());
    }
    let relations = relations(w)?;
    let mut moved: BTreeMap<Owner, VariableValue> = BTreeMap::new();
    for value in values_of(w, variable)? {
        let targets = relations.related(value.owner, entity);
        if targets.is_empty() {
            return Err(Error::refused(tr!(
                "error-variable-homeless",
                name = variable.name.clone(),
                value = value.working.clone(),
                whose = whose(w, value.owner)?,
                entity = entity.name()
            )));
        }
        for target in targets {
            if let Some(other) = moved.get(&target)
                && (&other.working, &other.published) != (&value.working, &value.published)
            {
                return Err(Error::refused(tr!(
                    "error-variable-differs",
                    name = variable.name.clone(),
                    whose = whose(w, target)?,
                    one = other.working.clone(),
                    other = value.working.clone()
                )));
            }
            moved.insert(target, value.clone());
        }
        variables::clear(w, variable.id, value.owner)?;
    }
    variables::set_entity(w, variable.id, entity)?;
    for (owner, value) in moved {
        variables::set(w, variable.id, owner, &value.working, value.published.as_deref())?;
    }
    Ok(())
}

/// Who belongs to whom, as the project has it.
pub fn relations(reader: &Reader<'_>) -> Result<Relations> {
    Ok(Relations::new(&cases::list(reader)?, &persons::list(reader)?, &persons::all_speakers(reader)?))
}

/// Removes a variable with all its values; says how many these were.
pub fn remove(project: &mut Project, id: VariableId) -> Result<Done<usize>> {
    project.operate(OperationKind::RemoveVariable, json!({}), |w| {
        let variable = variables::get(w, id)?;
        let count = values_of(w, &variable)?.len();
        w.argument("name", variable.name);
        w.argument("count", count);
        variables::remove(w, id)?;
        Ok(count)
    })
}

/// What to write of a value; none leaves as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValueChange {
    /// An empty one takes the working value away.
    pub working: Option<String>,
    /// `Some(None)`: nothing is written for publication; an empty text: suppressed.
    pub published: Option<Option<String>>,
}

impl ValueChange {
    pub fn working(text: &str) -> ValueChange {
        ValueChange { working: Some(text.to_owned()), published: None }
    }
    pub fn published(text: Option<&str>) -> ValueChange {
        ValueChange { working: None, published: Some(text.map(str::to_owned)) }
    }
}

/// Sets the value that a document, case or person has of a variable. The variable is made where there is none of that
/// name, as text unless `kind` says otherwise.
pub fn set(
    project: &mut Project,
    owner: Owner,
    name: &str,
    kind: Option<VariableKind>,
    change: &ValueChange,
) -> Result<Done<VariableId>> {
    let name = check_variable_name(name)?;
    let entity = owner.entity();
    project.operate(OperationKind::SetVariable, json!({"name": name, "entity": entity.name()}), |w| {
        w.argument("label", name_of(w, owner)?);
        let published = change.published.as_ref().and_then(|text| text.as_deref());
        let said = change.working.as_deref().or(published).map(str::trim).filter(|text| !text.is_empty());
        w.argument("value", said);
        let variable = match variables::of_name(w, name)? {
            Some(variable) if variable.entity == entity => variable,
            Some(other) => {
                let error = tr!("error-variable-of", name = other.name, entity = other.entity.name());
                return Err(Error::invalid(error).hint(tr!("hint-variable-of", entity = other.entity.name())));
            }
            None if said.is_none() => {
                return Err(Error::not_found(tr!("error-no-such-variable", name = name.to_owned())));
            }
            None => {
                let (name, kind) = (name.to_owned(), kind.unwrap_or_default());
                let new = NewVariable { name, kind, entity, disclosure: Disclosure::default() };
                let id = insert(w, &new)?;
                variables::get(w, id)?
            }
        };
        put(w, &variable, owner, change)?;
        Ok(variable.id)
    })
}

/// Writes a value that has been checked to belong here.
pub(super) fn put(w: &Writer<'_>, variable: &Variable, owner: Owner, change: &ValueChange) -> Result<()> {
    let before = variables::value_of(w, variable.id, owner)?;
    let (mut working, mut published) =
        before.map(|value| (value.working, value.published)).unwrap_or_default();
    if let Some(text) = &change.working {
        working = match text.trim() {
            "" => String::new(),
            text => match variable.kind.check(text) {
                Ok(stored) => stored,
                Err(error) => return Err(at(w, owner, &variable.name, &error)?),
            },
        };
    }
    if let Some(text) = &change.published {
        // What is published is free text, such as a band of numbers.
        published = match text.as_deref().map(str::trim) {
            Some(text) => match VariableKind::Text.check(text) {
                Ok(stored) => Some(stored),
                Err(error) => return Err(at(w, owner, &variable.name, &error)?),
            },
            None => None,
        };
    }
    variables::set(w, variable.id, owner, &working, published.as_deref())
}

/// An error of a value, with whose it is.
fn at(reader: &Reader<'_>, owner: Owner, variable: &str, error: &Error) -> Result<Error> {
    let whose = whose(reader, owner)?;
    let (name, reason) = (variable.to_owned(), error.message.clone());
    Ok(Error::new(error.kind, tr!("error-value-of", whose = whose, name = name, reason = reason)))
}

/// The label or name of an owner.
pub fn name_of(reader: &Reader<'_>, owner: Owner) -> Result<String> {
    Ok(match owner {
        Owner::Document(id) => documents::get(reader, id)?.label,
        Owner::Case(id) => cases::get(reader, id)?.name,
        Owner::Person(id) => persons::get(reader, id)?.name,
    })
}

/// An owner in words: document 5, case Moorbach.
pub fn whose(reader: &Reader<'_>, owner: Owner) -> Result<String> {
    Ok(tr!("owner-in-words", entity = owner.entity().name(), name = name_of(reader, owner)?))
}
