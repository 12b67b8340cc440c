//! What a condition says of a passage, and of documents, cases and persons.
//!
//! A condition is asked of each who speaks in a passage, and one of whom it holds is enough: `function = mayor and
//! gender = f` is true where a mayor who is a woman speaks, not where a mayor speaks with a woman. A passage in which
//! nobody is known to speak is asked once, without a speaker and a person.

use std::collections::{BTreeSet, HashMap};

use super::Comparison;
use crate::model::codes::fold_name;
use crate::model::documents::Speaker;
use crate::model::relations::{Attributes, Relations};
use crate::model::variables::{Entity, Owner, Typed, Variable, VariableValue};
use crate::model::{CaseId, DocumentId, PersonId};

/// A condition with what its names mean.
#[derive(Debug, Clone, PartialEq)]
pub enum Check {
    All(Vec<Check>),
    Any(Vec<Check>),
    Not(Box<Check>),
    /// Its document is one of these.
    Documents(BTreeSet<DocumentId>),
    Cases(Comparison, BTreeSet<CaseId>),
    Persons(Comparison, BTreeSet<PersonId>),
    /// Folded labels.
    Speakers(Comparison, BTreeSet<String>),
    Weight(Comparison, Vec<u8>),
    Variable {
        variable: Variable,
        how: Comparison,
        values: Vec<Typed>,
    },
    NoCase,
    NoPerson,
    NoSpeaker,
    NoWeight,
    NoValue(Variable),
}

/// Who or what a condition is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subject<'a> {
    pub document: Option<DocumentId>,
    pub case: Option<CaseId>,
    pub person: Option<PersonId>,
    /// The speaker's label.
    pub speaker: Option<&'a str>,
    pub weight: Option<u8>,
}

/// What is known of documents, cases, persons and speakers.
pub struct Facts<'a> {
    attributes: Attributes<'a>,
    persons: HashMap<(DocumentId, &'a str), PersonId>,
}

impl<'a> Facts<'a> {
    pub fn new(relations: &'a Relations, values: &'a [VariableValue], speakers: &'a [Speaker]) -> Facts<'a> {
        let known =
            |speaker: &'a Speaker| Some(((speaker.document, speaker.label.as_str()), speaker.person?));
        Facts {
            attributes: Attributes::new(relations, values),
            persons: speakers.iter().filter_map(known).collect(),
        }
    }
    pub fn relations(&self) -> &'a Relations {
        self.attributes.relations()
    }

    /// The person's case where one speaks, else the document's.
    fn case(&self, document: DocumentId, person: Option<PersonId>) -> Option<CaseId> {
        let own = person.and_then(|person| self.relations().case_of_person(person));
        own.or_else(|| self.relations().case_of_document(document))
    }

    /// Those a condition is asked of for a passage, by who speaks in it.
    pub fn subjects<'s>(
        &self,
        document: DocumentId,
        speakers: impl Iterator<Item = &'s str>,
        weight: Option<u8>,
    ) -> Vec<Subject<'s>> {
        let subject = |speaker: Option<&'s str>| {
            let person = speaker.and_then(|label| self.persons.get(&(document, label)).copied());
            let case = self.case(document, person);
            Subject { document: Some(document), case, person, speaker, weight }
        };
        let mut all: Vec<Subject<'s>> = Vec::new();
        for label in speakers {
            if !all.iter().any(|known| known.speaker == Some(label)) {
                all.push(subject(Some(label)));
            }
        }
        if all.is_empty() {
            all.push(subject(None));
        }
        all
    }

    /// Those a condition is asked of for a document, case or person as a whole.
    pub fn of_owner(&self, owner: Owner) -> Vec<Subject<'static>> {
        let relations = self.relations();
        let in_document = |document: DocumentId, only: Option<PersonId>| {
            let persons: Vec<Option<PersonId>> = match (only, relations.persons_of_document(document)) {
                (Some(only), _) => vec![Some(only)],
                (None, []) => vec![None],
                (None, all) => all.iter().copied().map(Some).collect(),
            };
            persons.into_iter().map(move |person| (document, person))
        };
        let pairs: Vec<(DocumentId, Option<PersonId>)> = match owner {
            Owner::Document(id) => in_document(id, None).collect(),
            Owner::Case(id) => relations
                .documents_of_case(id)
                .iter()
                .flat_map(|&document| in_document(document, None))
                .collect(),
            Owner::Person(id) => relations
                .documents_of_person(id)
                .iter()
                .flat_map(|&document| in_document(document, Some(id)))
                .collect(),
        };
        let mut all: Vec<Subject<'static>> = pairs
            .into_iter()
            .map(|(document, person)| Subject {
                document: Some(document),
                case: self.case(document, person),
                person,
                ..Subject::default()
            })
            .collect();
        if all.is_empty() {
            let (case, person) = match owner {
                Owner::Document(_) => (None, None),
                Owner::Case(id) => (Some(id), None),
                Owner::Person(id) => (relations.case_of_person(id), Some(id)),
            };
            all.push(Subject { case, person, ..Subject::default() });
        }
        all
    }

    /// Whether a condition holds of one of them.
    pub fn hold(&self, check: &Check, subjects: &[Subject<'_>]) -> bool {
        subjects.iter().any(|subject| self.holds(check, subject))
    }

    fn holds(&self, check: &Check, subject: &Subject<'_>) -> bool {
        match check {
            Check::All(all) => all.iter().all(|one| self.holds(one, subject)),
            Check::Any(any) => any.iter().any(|one| self.holds(one, subject)),
            Check::Not(one) => !self.holds(one, subject),
            Check::Documents(ids) => subject.document.is_some_and(|id| ids.contains(&id)),
            Check::Cases(how, ids) => among(*how, subject.case.as_ref(), |id| ids.contains(id)),
            Check::Persons(how, ids) => among(*how, subject.person.as_ref(), |id| ids.contains(id)),
            Check::Speakers(how, labels) => {
                among(*how, subject.speaker, |label| labels.contains(&fold_name(label)))
            }
            Check::Weight(Comparison::Is, values) => subject.weight.is_some_and(|one| values.contains(&one)),
            Check::Weight(how, values) => {
                subject.weight.is_some_and(|one| values.iter().all(|value| how.holds(one.cmp(value))))
            }
            Check::Variable { variable, how, values } => {
                let Some(found) = self.value(variable, subject) else { return false };
                let compared = |value: &Typed| match (&found, value) {
                    (Typed::Text(a), Typed::Text(b)) if fold_name(a) == fold_name(b) => {
                        std::cmp::Ordering::Equal
                    }
                    (found, value) => found.compare(value),
                };
                match how {
                    Comparison::Is => values.iter().any(|value| compared(value).is_eq()),
                    // `compare` gives the order of tables, in which yes stands before no.
                    how => values.iter().all(|value| how.holds(compared(value))),
                }
            }
            Check::NoCase => subject.case.is_none(),
            Check::NoPerson => subject.person.is_none(),
            Check::NoSpeaker => subject.speaker.is_none(),
            Check::NoWeight => subject.weight.is_none(),
            Check::NoValue(variable) => self.value(variable, subject).is_none(),
        }
    }

    /// What a variable says of a subject; what is no value of its kind says nothing.
    fn value(&self, variable: &Variable, subject: &Subject<'_>) -> Option<Typed> {
        let owner = match variable.entity {
            Entity::Document => Owner::Document(subject.document?),
            Entity::Case => Owner::Case(subject.case?),
            Entity::Person => Owner::Person(subject.person?),
        };
        let value = self.attributes.own(variable.id, owner)?;
        if value.working.trim().is_empty() {
            return None;
        }
        variable.kind.read(&value.working)
    }
}

/// `!=` holds where there is something and it is something else.
fn among<T: ?Sized>(how: Comparison, found: Option<&T>, is: impl Fn(&T) -> bool) -> bool {
    found.is_some_and(|found| is(found) == (how == Comparison::Is))
}
