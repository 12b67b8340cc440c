//! Who belongs to whom: documents, cases and persons, and the values that come with it.
//!
//! A document has the level of its case, a person the mode of their interview. [`Relations::related`] is the one answer
//! to "whose", for tables that look up a value and for variables that change their owner.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cases::Case;
use super::documents::Speaker;
use super::persons::Person;
use super::variables::{Entity, Owner, Variable, VariableValue};
use super::{CaseId, DocumentId, PersonId, VariableId};

/// The relations of a study.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Relations {
    case_of_document: BTreeMap<DocumentId, CaseId>,
    persons_of_document: BTreeMap<DocumentId, Vec<PersonId>>,
    documents_of_case: BTreeMap<CaseId, Vec<DocumentId>>,
    documents_of_person: BTreeMap<PersonId, Vec<DocumentId>>,
    /// Their own, where they have one.
    case_of_person: BTreeMap<PersonId, CaseId>,
}

impl Relations {
    pub fn new(cases: &[Case], persons: &[Person], speakers: &[Speaker]) -> Relations {
        let mut relations = Relations::default();
        for case in cases {
            for &document in &case.documents {
                relations.case_of_document.insert(document, case.id);
            }
            relations.documents_of_case.insert(case.id, case.documents.clone());
        }
        for person in persons {
            if let Some(case) = person.case {
                relations.case_of_person.insert(person.id, case);
            }
            let mut documents: Vec<DocumentId> = speakers
                .iter()
                .filter(|speaker| speaker.person == Some(person.id))
                .map(|speaker| speaker.document)
                .collect();
            documents.dedup();
            for &document in &documents {
                relations.persons_of_document.entry(document).or_default().push(person.id);
            }
            relations.documents_of_person.insert(person.id, documents);
        }
        relations
    }

    pub fn case_of_document(&self, document: DocumentId) -> Option<CaseId> {
        self.case_of_document.get(&document).copied()
    }
    /// In the order of the persons.
    pub fn persons_of_document(&self, document: DocumentId) -> &[PersonId] {
        self.persons_of_document.get(&document).map_or(&[], Vec::as_slice)
    }
    /// In the order of the documents.
    pub fn documents_of_person(&self, person: PersonId) -> &[DocumentId] {
        self.documents_of_person.get(&person).map_or(&[], Vec::as_slice)
    }
    pub fn documents_of_case(&self, case: CaseId) -> &[DocumentId] {
        self.documents_of_case.get(&case).map_or(&[], Vec::as_slice)
    }
    /// The person's own case, where it is not that of the documents.
    pub fn case_of_person(&self, person: PersonId) -> Option<CaseId> {
        self.case_of_person.get(&person).copied()
    }
    /// The person's own case, else those of the documents in which they speak.
    pub fn cases_of_person(&self, person: PersonId) -> Vec<CaseId> {
        if let Some(&own) = self.case_of_person.get(&person) {
            return vec![own];
        }
        let cases = self.documents_of_person(person).iter().filter_map(|&id| self.case_of_document(id));
        cases.collect::<BTreeSet<_>>().into_iter().collect()
    }
    /// Who belongs to a case: its own persons, and those of its documents who have no other.
    pub fn persons_of_case(&self, case: CaseId) -> Vec<PersonId> {
        let all = self.documents_of_person.keys();
        all.copied().filter(|&person| self.cases_of_person(person).contains(&case)).collect()
    }

    /// The documents, cases or persons that belong to an owner.
    pub fn related(&self, owner: Owner, entity: Entity) -> Vec<Owner> {
        let documents = |ids: &[DocumentId]| ids.iter().copied().map(Owner::Document).collect();
        let persons = |ids: &[PersonId]| ids.iter().copied().map(Owner::Person).collect();
        match (owner, entity) {
            (Owner::Document(_), Entity::Document)
            | (Owner::Case(_), Entity::Case)
            | (Owner::Person(_), Entity::Person) => vec![owner],
            (Owner::Document(id), Entity::Case) => {
                self.case_of_document(id).map(Owner::Case).into_iter().collect()
            }
            (Owner::Document(id), Entity::Person) => persons(self.persons_of_document(id)),
            (Owner::Case(id), Entity::Document) => documents(self.documents_of_case(id)),
            (Owner::Case(id), Entity::Person) => persons(&self.persons_of_case(id)),
            (Owner::Person(id), Entity::Document) => documents(self.documents_of_person(id)),
            (Owner::Person(id), Entity::Case) => {
                self.cases_of_person(id).into_iter().map(Owner::Case).collect()
            }
        }
    }
}

/// Variables and their values, looked up for any document, case or person.
#[derive(Debug, Clone)]
pub struct Attributes<'a> {
    relations: &'a Relations,
    values: HashMap<(VariableId, Owner), &'a VariableValue>,
}

/// What a variable says of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    Nothing,
    One(&'a VariableValue),
    /// Those who belong to it differ: the offices of two people in one interview.
    Several,
}

impl<'a> Attributes<'a> {
    pub fn new(relations: &'a Relations, values: &'a [VariableValue]) -> Attributes<'a> {
        let values = values.iter().map(|value| ((value.variable, value.owner), value)).collect();
        Attributes { relations, values }
    }
    pub fn relations(&self) -> &'a Relations {
        self.relations
    }
    /// The owner's own value.
    pub fn own(&self, variable: VariableId, owner: Owner) -> Option<&'a VariableValue> {
        self.values.get(&(variable, owner)).copied()
    }
    /// All that a variable says of an owner, its own or of those who belong to it; each different value once.
    pub fn all(&self, variable: &Variable, owner: Owner) -> Vec<&'a VariableValue> {
        let mut found: Vec<&VariableValue> = Vec::new();
        for related in self.relations.related(owner, variable.entity) {
            let Some(value) = self.own(variable.id, related) else { continue };
            let same = |other: &&VariableValue| {
                (&other.working, &other.published) == (&value.working, &value.published)
            };
            if !found.iter().any(same) {
                found.push(value);
            }
        }
        found
    }
    /// The one thing that a variable says of an owner.
    pub fn value(&self, variable: &Variable, owner: Owner) -> Found<'a> {
        match self.all(variable, owner)[..] {
            [] => Found::Nothing,
            [one] => Found::One(one),
            _ => Found::Several,
        }
    }
}
