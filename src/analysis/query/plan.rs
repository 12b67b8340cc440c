//! What the names of a query mean in a study.

use std::collections::{BTreeSet, HashMap};

use super::condition::Check;
use super::{Attribute, Comparison, Condition, Fault, Name, Noun, Passages, Query, Relation};
use crate::error::Error;
use crate::model::cases::{Case, same_name};
use crate::model::codes::{CodeTree, fold_name};
use crate::model::codings::Coding;
use crate::model::documents::{Document, Speaker};
use crate::model::persons::Person;
use crate::model::sets::{Members, Set, SetOf};
use crate::model::variables::{Typed, Variable, VariableKind};
use crate::model::{CodeId, DocumentId};
use crate::text::places::same_label;
use crate::tr;

/// A query with what its names mean.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    All,
    Codes(BTreeSet<CodeId>),
    Or(Vec<Plan>),
    And(Vec<Plan>),
    Not(Box<Plan>),
    Only(Box<Plan>),
    AtLeast(u32, Vec<Plan>),
    Relation { first: Box<Plan>, how: Relation, second: Box<Plan> },
    Where(Box<Plan>, Check),
}

impl Plan {
    fn parts(&self) -> Vec<&Plan> {
        match self {
            Plan::All | Plan::Codes(_) => Vec::new(),
            Plan::Or(all) | Plan::And(all) | Plan::AtLeast(_, all) => all.iter().collect(),
            Plan::Not(one) | Plan::Only(one) | Plan::Where(one, _) => vec![one],
            Plan::Relation { first, second, .. } => vec![first, second],
        }
    }
    /// All codes that it names.
    pub fn codes(&self) -> BTreeSet<CodeId> {
        match self {
            Plan::Codes(codes) => codes.clone(),
            _ => self.parts().into_iter().flat_map(Plan::codes).collect(),
        }
    }
    /// `*` means no more than these codes.
    pub fn restrict(&mut self, active: &BTreeSet<CodeId>) {
        match self {
            Plan::All => *self = Plan::Codes(active.clone()),
            Plan::Codes(_) => {}
            Plan::Or(all) | Plan::And(all) | Plan::AtLeast(_, all) => {
                all.iter_mut().for_each(|one| one.restrict(active));
            }
            Plan::Not(one) | Plan::Only(one) | Plan::Where(one, _) => one.restrict(active),
            Plan::Relation { first, second, .. } => {
                first.restrict(active);
                second.restrict(active);
            }
        }
    }
    /// Whether the codings of other codes than those it names matter.
    pub fn needs_all_codings(&self) -> bool {
        matches!(self, Plan::All | Plan::Only(_)) || self.parts().into_iter().any(Plan::needs_all_codings)
    }
    /// Whether something can answer in a document with these codings. Where not, its text need not be read.
    pub fn may_answer(&self, codings: &[Coding]) -> bool {
        match self {
            Plan::All => !codings.is_empty(),
            Plan::Codes(codes) => codings.iter().any(|coding| codes.contains(&coding.code)),
            Plan::Or(all) => all.iter().any(|one| one.may_answer(codings)),
            Plan::And(all) => all.iter().all(|one| one.may_answer(codings)),
            Plan::AtLeast(count, all) => {
                all.iter().filter(|one| one.may_answer(codings)).count() >= *count as usize
            }
            Plan::Not(_) => true,
            Plan::Only(one) | Plan::Where(one, _) => one.may_answer(codings),
            Plan::Relation { first, how, second } => {
                first.may_answer(codings) && (*how == Relation::Outside || second.may_answer(codings))
            }
        }
    }
    pub fn needs_paragraphs(&self) -> bool {
        let own = match self {
            Plan::Relation { how, .. } => how.within().is_some(),
            Plan::Where(..) => true,
            _ => false,
        };
        own || self.needs_text() || self.parts().into_iter().any(Plan::needs_paragraphs)
    }
    pub fn needs_text(&self) -> bool {
        matches!(self, Plan::And(_) | Plan::Not(_) | Plan::AtLeast(..))
            || self.parts().into_iter().any(Plan::needs_text)
    }
}

/// What names can mean.
#[derive(Clone, Copy)]
pub struct Study<'a> {
    pub tree: &'a CodeTree,
    pub sets: &'a [Set],
    pub documents: &'a [Document],
    pub cases: &'a [Case],
    pub persons: &'a [Person],
    pub speakers: &'a [Speaker],
    pub variables: &'a [Variable],
    /// Where codes went that were merged: UUID to UUID.
    pub heirs: &'a HashMap<String, String>,
}

/// Finds what the names of a query mean.
pub fn plan(query: &Query, study: Study<'_>) -> Result<Plan, Fault> {
    let passages = study.passages(&query.passages)?;
    match &query.condition {
        None => Ok(passages),
        Some(condition) => Ok(Plan::Where(Box::new(passages), check(condition, study)?)),
    }
}

/// Finds what the names of a condition mean.
pub fn check(condition: &Condition, study: Study<'_>) -> Result<Check, Fault> {
    study.check(condition)
}

/// A query as it is stored: with the UUIDs of what its names mean.
pub fn stored(query: &Query, study: Study<'_>) -> Result<Query, Fault> {
    plan(query, study)?;
    let mut query = query.clone();
    query.names_mut(&mut |noun, name| {
        let Some(noun) = noun.filter(|_| name.stored.is_none()) else { return Ok(()) };
        let uuid = match noun {
            Noun::Code => study.code(name)?.uuid.clone(),
            Noun::Set => study.set(name, None)?.uuid.clone(),
            Noun::Document => study.document(name)?.uuid.clone(),
            Noun::Case => study.case(name)?.uuid.clone(),
            Noun::Person => study.person(name)?.uuid.clone(),
            Noun::Variable => study.variable(name)?.uuid.clone(),
        };
        *name = Name::stored(noun, uuid);
        Ok::<(), Fault>(())
    })?;
    Ok(query)
}

/// A stored query with names again; what is not there any more keeps its UUID.
pub fn named(query: &Query, study: Study<'_>) -> Query {
    let mut query = query.clone();
    let done: Result<(), ()> = query.names_mut(&mut |_, name| {
        let found = match name.stored {
            None => None,
            Some(Noun::Code) => study.code(name).ok().map(|code| study.tree.path(code.id).to_owned()),
            Some(Noun::Set) => study.set(name, None).ok().map(|set| set.name.clone()),
            Some(Noun::Document) => study.document(name).ok().map(|document| document.label.clone()),
            Some(Noun::Case) => study.case(name).ok().map(|case| case.name.clone()),
            Some(Noun::Person) => study.person(name).ok().map(|person| person.name.clone()),
            Some(Noun::Variable) => study.variable(name).ok().map(|variable| variable.name.clone()),
        };
        if let Some(found) = found {
            *name = Name::typed(found);
        }
        Ok(())
    });
    debug_assert!(done.is_ok());
    query
}

fn fault(name: &Name, error: Error) -> Fault {
    Fault::new(name.at.clone(), error.message, error.hint.unwrap_or_default())
}

/// What is there, for a hint; only the first of many.
fn are<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.len() {
        0 => tr!("query-hint-none"),
        count => {
            let more = if count > 20 { ", …" } else { "" };
            tr!(
                "query-hint-are",
                names = format!("{}{more}", names.iter().take(20).copied().collect::<Vec<_>>().join(", "))
            )
        }
    }
}

impl<'a> Study<'a> {
    fn gone(self, name: &Name, noun: Noun) -> Fault {
        let message = tr!("query-fault-gone", noun = noun.name(), uuid = name.text.clone());
        Fault::new(name.at.clone(), message, tr!("query-hint-gone"))
    }

    /// By UUID, or by name: exactly, then letter case aside.
    fn find<T>(
        self,
        name: &Name,
        noun: Noun,
        all: impl Iterator<Item = &'a T> + Clone,
        uuid: impl Fn(&T) -> &str,
        called: impl Fn(&'a T) -> &'a str,
    ) -> Result<&'a T, Fault> {
        if name.stored.is_some() {
            return all.clone().find(|one| uuid(one) == name.text).ok_or_else(|| self.gone(name, noun));
        }
        let wanted = name.text.trim();
        let exact = all.clone().find(|one| called(one) == wanted);
        exact.or_else(|| all.clone().find(|one| same_name(called(one), wanted))).ok_or_else(|| {
            let message = tr!("query-fault-unknown", noun = noun.name(), name = wanted.to_owned());
            Fault::new(name.at.clone(), message, are(all.map(called)))
        })
    }

    fn code(self, name: &Name) -> Result<&'a crate::model::codes::Code, Fault> {
        if name.stored.is_none() {
            return self.tree.find(&name.text).map(|node| &node.code).map_err(|error| fault(name, error));
        }
        // What was merged is followed; a chain that comes back to itself ends.
        let mut uuid = name.text.as_str();
        for _ in 0..=self.heirs.len() {
            if let Some(node) = self.tree.nodes().iter().find(|node| node.code.uuid == uuid) {
                return Ok(&node.code);
            }
            match self.heirs.get(uuid) {
                Some(heir) => uuid = heir,
                None => break,
            }
        }
        Err(self.gone(name, Noun::Code))
    }

    fn set(self, name: &Name, of: Option<SetOf>) -> Result<&'a Set, Fault> {
        let all = self.sets.iter().filter(move |set| of.is_none_or(|of| set.members.of() == of));
        self.find(name, Noun::Set, all, |set| &set.uuid, |set| &set.name)
    }
    fn document(self, name: &Name) -> Result<&'a Document, Fault> {
        let found = self.find(name, Noun::Document, self.documents.iter(), |one| &one.uuid, |one| &one.label);
        let padded = || self.documents.iter().find(|one| same_label(&one.label, &name.text));
        found.or_else(|fault| padded().filter(|_| name.stored.is_none()).ok_or(fault))
    }
    fn case(self, name: &Name) -> Result<&'a Case, Fault> {
        self.find(name, Noun::Case, self.cases.iter(), |one| &one.uuid, |one| &one.name)
    }
    fn person(self, name: &Name) -> Result<&'a Person, Fault> {
        self.find(name, Noun::Person, self.persons.iter(), |one| &one.uuid, |one| &one.name)
    }
    fn variable(self, name: &Name) -> Result<&'a Variable, Fault> {
        self.find(name, Noun::Variable, self.variables.iter(), |one| &one.uuid, |one| &one.name)
    }

    fn passages(self, passages: &Passages) -> Result<Plan, Fault> {
        let all = |all: &[Passages]| all.iter().map(|one| self.passages(one)).collect::<Result<Vec<_>, _>>();
        Ok(match passages {
            Passages::All => Plan::All,
            Passages::Code { name, subcodes } => {
                let id = self.code(name)?.id;
                Plan::Codes(match subcodes {
                    true => self.tree.subtree(id).iter().map(|node| node.code.id).collect(),
                    false => BTreeSet::from([id]),
                })
            }
            Passages::Set(name) => Plan::Codes(self.codes_of_set(name)?.into_iter().collect()),
            Passages::Or(many) => Plan::Or(all(many)?),
            Passages::And(many) => Plan::And(all(many)?),
            Passages::Not(one) => Plan::Not(Box::new(self.passages(one)?)),
            Passages::Only(one) => Plan::Only(Box::new(self.passages(one)?)),
            Passages::AtLeast(count, many) => {
                let mut parts = Vec::new();
                for one in many {
                    match one {
                        // Each code of a set counts for itself.
                        Passages::Set(name) => {
                            let codes = self.codes_of_set(name)?;
                            parts.extend(codes.into_iter().map(|code| Plan::Codes(BTreeSet::from([code]))));
                        }
                        one => parts.push(self.passages(one)?),
                    }
                }
                Plan::AtLeast(*count, parts)
            }
            Passages::Relation { first, how, second } => Plan::Relation {
                first: Box::new(self.passages(first)?),
                how: *how,
                second: Box::new(self.passages(second)?),
            },
            Passages::Where(one, condition) => {
                Plan::Where(Box::new(self.passages(one)?), self.check(condition)?)
            }
        })
    }

    fn codes_of_set(self, name: &Name) -> Result<Vec<CodeId>, Fault> {
        match &self.set(name, Some(SetOf::Codes))?.members {
            Members::Codes(codes) => Ok(codes.clone()),
            Members::Documents(_) => Ok(Vec::new()),
        }
    }

    fn check(self, condition: &Condition) -> Result<Check, Fault> {
        let all = |all: &[Condition]| all.iter().map(|one| self.check(one)).collect::<Result<Vec<_>, _>>();
        Ok(match condition {
            Condition::All(many) => Check::All(all(many)?),
            Condition::Any(many) => Check::Any(all(many)?),
            Condition::Not(one) => Check::Not(Box::new(self.check(one)?)),
            Condition::Missing(of) => self.missing(of)?,
            Condition::Test { of, how, values } => self.test(of, *how, values)?,
        })
    }

    fn documents_where(self, is: impl Fn(&Document) -> bool) -> Check {
        Check::Documents(self.documents.iter().filter(|one| is(one)).map(|one| one.id).collect())
    }

    fn in_sets(self) -> BTreeSet<DocumentId> {
        let members = |set: &Set| match &set.members {
            Members::Documents(ids) => ids.clone(),
            Members::Codes(_) => Vec::new(),
        };
        self.sets.iter().flat_map(members).collect()
    }

    fn missing(self, of: &Attribute) -> Result<Check, Fault> {
        Ok(match of {
            Attribute::Document => Check::Documents(BTreeSet::new()),
            Attribute::Group => self.documents_where(|document| document.group.is_none()),
            Attribute::Set => {
                let members = self.in_sets();
                self.documents_where(|document| !members.contains(&document.id))
            }
            Attribute::Case => Check::NoCase,
            Attribute::Person => Check::NoPerson,
            Attribute::Speaker => Check::NoSpeaker,
            Attribute::Weight => Check::NoWeight,
            Attribute::Variable(name) => Check::NoValue(self.variable(name)?.clone()),
        })
    }

    fn test(self, of: &Attribute, how: Comparison, values: &[Name]) -> Result<Check, Fault> {
        let is = how == Comparison::Is;
        Ok(match of {
            Attribute::Document => {
                let ids: BTreeSet<DocumentId> = values
                    .iter()
                    .map(|name| self.document(name).map(|one| one.id))
                    .collect::<Result<_, _>>()?;
                self.documents_where(|document| ids.contains(&document.id) == is)
            }
            Attribute::Group => {
                let mut wanted = BTreeSet::new();
                for name in values {
                    let folded = fold_name(&name.text);
                    let groups = self.documents.iter().filter_map(|one| one.group.as_deref());
                    if !groups.clone().any(|group| fold_name(group) == folded) {
                        let message = tr!("query-fault-unknown", noun = "group", name = name.text.clone());
                        let names: BTreeSet<&str> = groups.collect();
                        return Err(Fault::new(name.at.clone(), message, are(names.into_iter())));
                    }
                    wanted.insert(folded);
                }
                self.documents_where(|document| {
                    document.group.as_deref().is_some_and(|group| wanted.contains(&fold_name(group)) == is)
                })
            }
            Attribute::Set => {
                let mut ids = BTreeSet::new();
                for name in values {
                    if let Members::Documents(members) = &self.set(name, Some(SetOf::Documents))?.members {
                        ids.extend(members.iter().copied());
                    }
                }
                self.documents_where(|document| ids.contains(&document.id) == is)
            }
            Attribute::Case => {
                let ids =
                    values.iter().map(|name| self.case(name).map(|one| one.id)).collect::<Result<_, _>>()?;
                Check::Cases(how, ids)
            }
            Attribute::Person => {
                let ids = values
                    .iter()
                    .map(|name| self.person(name).map(|one| one.id))
                    .collect::<Result<_, _>>()?;
                Check::Persons(how, ids)
            }
            Attribute::Speaker => {
                let mut wanted = BTreeSet::new();
                for name in values {
                    let folded = fold_name(&name.text);
                    let labels: BTreeSet<&str> = self.speakers.iter().map(|one| one.label.as_str()).collect();
                    if !labels.iter().any(|label| fold_name(label) == folded) {
                        let message = tr!("query-fault-unknown", noun = "speaker", name = name.text.clone());
                        return Err(Fault::new(name.at.clone(), message, are(labels.into_iter())));
                    }
                    wanted.insert(folded);
                }
                Check::Speakers(how, wanted)
            }
            Attribute::Weight => {
                let number = |name: &Name| {
                    let read = name.text.trim().parse::<u8>().ok().filter(|weight| *weight <= 100);
                    read.ok_or_else(|| {
                        let message = tr!("query-fault-weight", value = name.text.clone());
                        Fault::new(name.at.clone(), message, tr!("query-hint-weight"))
                    })
                };
                Check::Weight(how, values.iter().map(number).collect::<Result<_, _>>()?)
            }
            Attribute::Variable(name) => {
                let variable = self.variable(name)?;
                let typed = |value: &Name| read(variable, value);
                let values: Vec<Typed> = values.iter().map(typed).collect::<Result<_, _>>()?;
                let ordered = !matches!(how, Comparison::Is | Comparison::IsNot);
                if ordered && variable.kind == VariableKind::Boolean {
                    let message = tr!("query-fault-order", name = variable.name.clone());
                    return Err(Fault::new(name.at.clone(), message, tr!("query-hint-equal")));
                }
                Check::Variable { variable: variable.clone(), how, values }
            }
        })
    }
}

/// A value as the variable's kind.
fn read(variable: &Variable, value: &Name) -> Result<Typed, Fault> {
    variable.kind.read(&value.text).ok_or_else(|| {
        let kind = tr!(&format!("variable-kind-{}", variable.kind.name()));
        let message = tr!(
            "query-fault-value-kind",
            value = value.text.clone(),
            name = variable.name.clone(),
            kind = kind
        );
        Fault::new(value.at.clone(), message, tr!("query-hint-value-kind"))
    })
}
