//! What tables of the material are made from: documents, cases, persons and what variables say of them.

use crate::model::DocumentId;
use crate::model::cases::Case;
use crate::model::documents::{Document, Speaker};
use crate::model::guides::Stage;
use crate::model::persons::Person;
use crate::model::relations::{Attributes, Found};
use crate::model::table::{Cell, Place, Value};
use crate::model::variables::{Entity, Owner, Published, Typed, Variable, VariableKind, VariableValue};
use crate::text::Span;
use crate::text::citations::Pattern;
use crate::tr;

/// The material of a study, each in its order.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    pub documents: &'a [Document],
    pub cases: &'a [Case],
    pub persons: &'a [Person],
    pub speakers: &'a [Speaker],
    pub variables: &'a [Variable],
    pub attributes: Attributes<'a>,
    pub pattern: &'a Pattern,
}

impl<'a> Material<'a> {
    pub fn document(&self, id: DocumentId) -> Option<&'a Document> {
        self.documents.iter().find(|document| document.id == id)
    }
    /// All owners of a kind, in their order.
    pub fn owners(&self, entity: Entity) -> Vec<Owner> {
        match entity {
            Entity::Document => self.documents.iter().map(|document| Owner::Document(document.id)).collect(),
            Entity::Case => self.cases.iter().map(|case| Owner::Case(case.id)).collect(),
            Entity::Person => self.persons.iter().map(|person| Owner::Person(person.id)).collect(),
        }
    }
    /// The documents that belong to an owner, in their order.
    pub fn documents_of(&self, owner: Owner) -> Vec<&'a Document> {
        let related = self.attributes.relations().related(owner, Entity::Document);
        let ids: Vec<DocumentId> = related
            .into_iter()
            .filter_map(|o| if let Owner::Document(id) = o { Some(id) } else { None })
            .collect();
        ids.into_iter().filter_map(|id| self.document(id)).collect()
    }
    /// Whether an owner belongs to the pretests: a document by its stage, others if all their documents do.
    pub fn is_pretest(&self, owner: Owner) -> bool {
        let documents = self.documents_of(owner);
        !documents.is_empty() && documents.iter().all(|document| document.stage == Stage::Pretest)
    }
    /// `IP 5`.
    pub fn name_of_document(&self, document: &Document) -> String {
        self.pattern.name(&document.label)
    }
    /// The class of an owner by a variable, its own or of those who belong to it.
    pub fn class(&self, variable: &Variable, owner: Owner, shown: Shown) -> Class {
        match self.attributes.value(variable, owner) {
            Found::Nothing => Class::Missing,
            Found::One(value) => Class::new(Some(value), variable, shown),
            // Values that differ may still be published alike.
            Found::Several => {
                let all = self.attributes.all(variable, owner).into_iter();
                let mut classes: Vec<Class> =
                    all.map(|value| Class::new(Some(value), variable, shown)).collect();
                classes.dedup();
                if classes.len() == 1 { classes.swap_remove(0) } else { Class::Several }
            }
        }
    }
    /// A cell that leads to an owner's documents.
    pub fn leading(&self, cell: Cell, owner: Owner) -> Cell {
        self.documents_of(owner).into_iter().fold(cell, |cell, document| cell.at(place(document.id)))
    }
}

/// The beginning of a document.
pub fn place(document: DocumentId) -> Place {
    Place { document, span: Span::new(0, 0), code: None, coding: None }
}

/// What a table may show of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// What the researchers work with.
    #[default]
    Working,
    /// What readers outside may see.
    Published,
}

impl Shown {
    /// Which values a table shows, as its note says it.
    pub fn note(self) -> String {
        match self {
            Shown::Working => tr!("table-values-working"),
            Shown::Published => tr!("table-values-published"),
        }
    }
}

/// One value as a table shows it.
pub fn shown(variable: &Variable, value: &VariableValue, shown: Shown) -> Value {
    match shown {
        Shown::Working => variable.shown(&value.working),
        Shown::Published => match variable.published(Some(value)) {
            Published::Working(text) => variable.shown(text),
            Published::Recoded(text) => Value::Text(text.to_owned()),
            Published::Suppressed => Value::Text(SUPPRESSED.to_owned()),
            Published::Undecided => Value::Undefined(tr!("table-undecided")),
            Published::Nothing => Value::Empty,
        },
    }
}

/// Stands for what is not shown.
pub const SUPPRESSED: &str = "–";

/// Several values in one cell: as they are where there is one, else in words one after the other.
pub fn several(mut values: Vec<Value>) -> Value {
    values.retain(|value| !value.is_empty());
    match values.len() {
        0 => Value::Empty,
        1 => values.swap_remove(0),
        _ => Value::Text(values.iter().map(Value::plain).collect::<Vec<_>>().join("; ")),
    }
}

/// A value by which things are sorted into classes.
#[derive(Debug, Clone, PartialEq)]
pub enum Class {
    Of(Typed),
    /// What belongs to it differs.
    Several,
    /// Published nothing of it.
    Hidden,
    Missing,
}

impl Class {
    pub fn new(value: Option<&VariableValue>, variable: &Variable, shown: Shown) -> Class {
        let read = |text: &str| {
            let typed = variable.kind.read(text);
            Class::Of(typed.unwrap_or_else(|| Typed::Text(text.to_owned())))
        };
        match (shown, value) {
            (_, None) => Class::Missing,
            (Shown::Working, Some(value)) if value.working.is_empty() => Class::Missing,
            (Shown::Working, Some(value)) => read(&value.working),
            (Shown::Published, value) => match variable.published(value) {
                Published::Working(text) => read(text),
                Published::Recoded(text) => Class::Of(Typed::Text(text.to_owned())),
                Published::Suppressed | Published::Undecided => Class::Hidden,
                Published::Nothing => Class::Missing,
            },
        }
    }
    pub fn compare(&self, other: &Class) -> std::cmp::Ordering {
        match (self, other) {
            (Class::Of(a), Class::Of(b)) => a.compare(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
    fn rank(&self) -> u8 {
        match self {
            Class::Of(_) => 0,
            Class::Several => 1,
            Class::Hidden => 2,
            Class::Missing => 3,
        }
    }
    /// The class in a table's margin.
    pub fn heading(&self) -> Value {
        let said = |stored: &str, shown: String| Value::Said { stored: stored.to_owned(), shown };
        match self {
            Class::Of(typed) => typed.shown(),
            Class::Several => said("(several)", tr!("table-several")),
            Class::Hidden => said("(not published)", tr!("table-hidden")),
            Class::Missing => said("(missing)", tr!("table-missing")),
        }
    }
    /// Its invariant name.
    pub fn key(&self) -> String {
        match self {
            Class::Of(typed) => typed.stored(),
            other => match other.heading() {
                Value::Said { stored, .. } => stored,
                _ => String::new(),
            },
        }
    }
}

/// Seconds of a value that says how long something took: a duration, or a number of minutes.
pub fn seconds(variable: &Variable, working: &str) -> Option<u32> {
    match variable.kind {
        VariableKind::Integer | VariableKind::Decimal | VariableKind::Text | VariableKind::Duration => {
            match VariableKind::Duration.read(working)? {
                Typed::Duration(seconds) => Some(seconds),
                _ => None,
            }
        }
        VariableKind::Date | VariableKind::Boolean => None,
    }
}
