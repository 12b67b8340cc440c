//! The query language: which passages answer a question.
//!
//! One language of English words for the workbench, the command line and saved queries, so that a query means the same
//! wherever it is pasted; names stand in it as the study has them. [`parse`] makes a [`Query`] of what is typed, its
//! `Display` writes it back, [`plan`] finds the codes and variables that its names mean, [`eval`] answers for one document
//! at a time, [`words`] says what a result is. `docs/query.md` is the reference.
//!
//! Whose codings count is no part of a query: every answer is for an analysis set.

pub mod condition;
pub mod eval;
pub mod parse;
pub mod plan;
mod print;
pub mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::error::Error;
use crate::tr;

/// A question: passages, and what must hold of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub passages: Passages,
    pub condition: Option<Condition>,
}

impl Query {
    /// Every coded segment.
    pub fn all() -> Query {
        Query { passages: Passages::All, condition: None }
    }
    /// The same with one more condition.
    pub fn and(mut self, more: Condition) -> Query {
        self.condition = Some(match self.condition.take() {
            None => more,
            Some(Condition::All(mut all)) => {
                all.push(more);
                Condition::All(all)
            }
            Some(one) => Condition::All(vec![one, more]),
        });
        self
    }
}

/// What gives passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passages {
    /// `*`: the segments of any code.
    All,
    Code {
        name: Name,
        /// `/*` after it: also those of its subcodes.
        subcodes: bool,
    },
    /// The segments of any code of a set.
    Set(Name),
    /// The segments of any of these.
    Or(Vec<Passages>),
    /// The words that all of these have in common.
    And(Vec<Passages>),
    /// The words that it does not have.
    Not(Box<Passages>),
    /// Its segments that have no other code.
    Only(Box<Passages>),
    /// The words that at least so many of these have in common.
    AtLeast(u32, Vec<Passages>),
    Relation {
        first: Box<Passages>,
        how: Relation,
        second: Box<Passages>,
    },
    /// Those of which a condition holds.
    Where(Box<Passages>, Box<Condition>),
}

/// How two passages stand to each other. What is returned are passages of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Overlapping,
    Inside,
    Containing,
    Outside,
    /// Paragraphs at most.
    FollowedBy(u32),
    PrecededBy(u32),
    Near(u32),
}

impl Relation {
    /// Its words in the language.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Overlapping => "overlapping",
            Relation::Inside => "inside",
            Relation::Containing => "containing",
            Relation::Outside => "outside",
            Relation::FollowedBy(_) => "followed by",
            Relation::PrecededBy(_) => "preceded by",
            Relation::Near(_) => "near",
        }
    }
    pub fn within(self) -> Option<u32> {
        match self {
            Relation::FollowedBy(within) | Relation::PrecededBy(within) | Relation::Near(within) => {
                Some(within)
            }
            _ => None,
        }
    }
}

/// What must hold of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Test {
        of: Attribute,
        how: Comparison,
        /// One, or any of several.
        values: Vec<Name>,
    },
    /// Nothing is known of it.
    Missing(Attribute),
}

/// What a condition asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    Document,
    Group,
    Set,
    Case,
    Person,
    Speaker,
    Weight,
    Variable(Name),
}

impl Attribute {
    /// Those with a word of their own; a variable of such a name stands in quotation marks.
    pub const NAMED: [Attribute; 7] = [
        Attribute::Document,
        Attribute::Group,
        Attribute::Set,
        Attribute::Case,
        Attribute::Person,
        Attribute::Speaker,
        Attribute::Weight,
    ];
    pub fn name(&self) -> &str {
        match self {
            Attribute::Document => "document",
            Attribute::Group => "group",
            Attribute::Set => "set",
            Attribute::Case => "case",
            Attribute::Person => "person",
            Attribute::Speaker => "speaker",
            Attribute::Weight => "weight",
            Attribute::Variable(name) => &name.text,
        }
    }
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Comparison {
    pub const ALL: [Comparison; 6] = [
        Comparison::Is,
        Comparison::IsNot,
        Comparison::Less,
        Comparison::AtMost,
        Comparison::More,
        Comparison::AtLeast,
    ];
    pub fn name(self) -> &'static str {
        match self {
            Comparison::Is => "=",
            Comparison::IsNot => "!=",
            Comparison::Less => "<",
            Comparison::AtMost => "<=",
            Comparison::More => ">",
            Comparison::AtLeast => ">=",
        }
    }
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Is => order.is_eq(),
            Comparison::IsNot => order.is_ne(),
            Comparison::Less => order.is_lt(),
            Comparison::AtMost => order.is_le(),
            Comparison::More => order.is_gt(),
            Comparison::AtLeast => order.is_ge(),
        }
    }
}

/// A name as it was typed, or the UUID of what it means in a saved query.
#[derive(Debug, Clone)]
pub struct Name {
    pub text: String,
    /// `text` is the UUID of a thing of this kind.
    pub stored: Option<Noun>,
    /// Where it stands, in code points of what was typed.
    pub at: Range<usize>,
}

impl PartialEq for Name {
    /// Where it stands says nothing of what it means.
    fn eq(&self, other: &Name) -> bool {
        (&self.text, self.stored) == (&other.text, other.stored)
    }
}
impl Eq for Name {}

impl Name {
    pub fn typed(text: impl Into<String>) -> Name {
        Name { text: text.into(), stored: None, at: 0..0 }
    }
    pub fn stored(noun: Noun, uuid: impl Into<String>) -> Name {
        Name { text: uuid.into(), stored: Some(noun), at: 0..0 }
    }
}

/// What a saved query refers to by UUID: `{code:0199…}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    Code,
    Set,
    Document,
    Case,
    Person,
    Variable,
}

impl Noun {
    pub const ALL: [Noun; 6] =
        [Noun::Code, Noun::Set, Noun::Document, Noun::Case, Noun::Person, Noun::Variable];
    pub fn name(self) -> &'static str {
        match self {
            Noun::Code => "code",
            Noun::Set => "set",
            Noun::Document => "document",
            Noun::Case => "case",
            Noun::Person => "person",
            Noun::Variable => "variable",
        }
    }
}

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Code points of what was typed.
    pub at: Range<usize>,
    pub message: String,
    pub hint: String,
}

impl Fault {
    pub fn new(at: Range<usize>, message: String, hint: String) -> Fault {
        Fault { at, message, hint }
    }
    /// As an error that names the column, counted from 1.
    pub fn error(self) -> Error {
        // A name that an option gave stands in no line.
        if self.at.is_empty() {
            return Error::invalid(self.message).hint(self.hint);
        }
        let message = tr!("query-fault", column = self.at.start + 1, what = self.message);
        Error::invalid(message).hint(self.hint).place(format!("{}", self.at.start + 1))
    }
}

impl Query {
    /// Every name with what it names; `None` for those that are only compared (speakers, groups, values).
    pub fn names_mut<E>(&mut self, each: &mut Each<'_, E>) -> Result<(), E> {
        names_of(&mut self.passages, each)?;
        self.condition.as_mut().map_or(Ok(()), |condition| names_in(condition, each))
    }
    /// Every code also with its subcodes.
    pub fn with_subcodes(mut self) -> Query {
        fn walk(passages: &mut Passages) {
            match passages {
                Passages::All | Passages::Set(_) => {}
                Passages::Code { subcodes, .. } => *subcodes = true,
                Passages::Or(all) | Passages::And(all) | Passages::AtLeast(_, all) => {
                    all.iter_mut().for_each(walk)
                }
                Passages::Not(one) | Passages::Only(one) | Passages::Where(one, _) => walk(one),
                Passages::Relation { first, second, .. } => {
                    walk(first);
                    walk(second);
                }
            }
        }
        walk(&mut self.passages);
        self
    }
}

/// What is done with a name.
pub type Each<'a, E> = dyn FnMut(Option<Noun>, &mut Name) -> Result<(), E> + 'a;

fn names_of<E>(passages: &mut Passages, each: &mut Each<'_, E>) -> Result<(), E> {
    match passages {
        Passages::All => Ok(()),
        Passages::Code { name, .. } => each(Some(Noun::Code), name),
        Passages::Set(name) => each(Some(Noun::Set), name),
        Passages::Or(all) | Passages::And(all) | Passages::AtLeast(_, all) => {
            all.iter_mut().try_for_each(|one| names_of(one, each))
        }
        Passages::Not(one) | Passages::Only(one) => names_of(one, each),
        Passages::Relation { first, second, .. } => {
            names_of(first, each)?;
            names_of(second, each)
        }
        Passages::Where(one, condition) => {
            names_of(one, each)?;
            names_in(condition, each)
        }
    }
}

fn names_in<E>(condition: &mut Condition, each: &mut Each<'_, E>) -> Result<(), E> {
    fn of_attribute<E>(of: &mut Attribute, each: &mut Each<'_, E>) -> Result<(), E> {
        match of {
            Attribute::Variable(name) => each(Some(Noun::Variable), name),
            _ => Ok(()),
        }
    }
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter_mut().try_for_each(|one| names_in(one, each)),
        Condition::Not(one) => names_in(one, each),
        Condition::Missing(of) => of_attribute(of, each),
        Condition::Test { of, values, .. } => {
            of_attribute(of, each)?;
            let noun = match of {
                Attribute::Document => Some(Noun::Document),
                Attribute::Set => Some(Noun::Set),
                Attribute::Case => Some(Noun::Case),
                Attribute::Person => Some(Noun::Person),
                Attribute::Group | Attribute::Speaker | Attribute::Weight | Attribute::Variable(_) => None,
            };
            values.iter_mut().try_for_each(|value| each(noun, value))
        }
    }
}
