//! A query as it is written: the shortest text that means the same.

use std::fmt::{self, Display, Formatter};

use super::parse::{is_plain, is_word};
use super::{Attribute, Comparison, Condition, Name, Passages, Query};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.condition {
            None => write!(f, "{}", self.passages),
            Some(condition) if self.passages == Passages::All => write!(f, "where {condition}"),
            Some(condition) => write!(f, "{} where {condition}", self.passages),
        }
    }
}

impl Display for Passages {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Passages::All => f.write_str("*"),
            Passages::Code { name, subcodes } => {
                write!(f, "{name}{}", if *subcodes { "/*" } else { "" })
            }
            Passages::Set(name) => write!(f, "set {name}"),
            Passages::Or(all) => joined(f, all, " or ", 1),
            Passages::And(all) => joined(f, all, " and ", 2),
            Passages::Not(one) => write!(f, "not {}", Below(one, 4)),
            Passages::Only(one) => write!(f, "only {}", Below(one, 4)),
            Passages::AtLeast(count, all) => {
                write!(f, "at least {count} of (")?;
                joined(f, all, ", ", 0)?;
                f.write_str(")")
            }
            Passages::Relation { first, how, second } => {
                write!(f, "{} {} {}", Below(first, 3), how.name(), Below(second, 4))?;
                how.within().map_or(Ok(()), |within| write!(f, " within {within}"))
            }
            Passages::Where(one, condition) => write!(f, "({one} where {condition})"),
        }
    }
}

/// How tightly it binds: what stands in something tighter needs brackets.
fn tightness(passages: &Passages) -> u8 {
    match passages {
        Passages::Or(_) => 1,
        Passages::And(_) => 2,
        Passages::Relation { .. } => 3,
        _ => 4,
    }
}

/// In brackets unless it binds at least so tightly.
struct Below<'a>(&'a Passages, u8);

impl Display for Below<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match tightness(self.0) < self.1 {
            true => write!(f, "({})", self.0),
            false => write!(f, "{}", self.0),
        }
    }
}

/// Each part binds tighter than `level`.
fn joined(f: &mut Formatter<'_>, all: &[Passages], between: &str, level: u8) -> fmt::Result {
    for (at, one) in all.iter().enumerate() {
        let before = if at > 0 { between } else { "" };
        write!(f, "{before}{}", Below(one, level + 1))?;
    }
    Ok(())
}

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Condition::All(all) => conditions(f, all, " and ", 1),
            Condition::Any(all) => conditions(f, all, " or ", 0),
            Condition::Not(one) => {
                f.write_str("not ")?;
                bracketed(f, one, 1)
            }
            Condition::Test { of, how: Comparison::Is, values } if values.len() > 1 => {
                write!(f, "{of} in ({})", listed(values))
            }
            Condition::Test { of, how, values } => write!(f, "{of} {} {}", how.name(), listed(values)),
            Condition::Missing(of) => write!(f, "{of} is missing"),
        }
    }
}

fn listed(values: &[Name]) -> String {
    values.iter().map(Name::to_string).collect::<Vec<_>>().join(", ")
}

fn bracketed(f: &mut Formatter<'_>, condition: &Condition, level: u8) -> fmt::Result {
    let tightness = match condition {
        Condition::Any(_) => 0,
        Condition::All(_) => 1,
        _ => 2,
    };
    match tightness <= level {
        true => write!(f, "({condition})"),
        false => write!(f, "{condition}"),
    }
}

fn conditions(f: &mut Formatter<'_>, all: &[Condition], between: &str, level: u8) -> fmt::Result {
    for (at, one) in all.iter().enumerate() {
        f.write_str(if at > 0 { between } else { "" })?;
        bracketed(f, one, level)?;
    }
    Ok(())
}

impl Display for Attribute {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Attribute::Variable(name) => write!(f, "{name}"),
            named => f.write_str(named.name()),
        }
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.stored {
            Some(noun) => write!(f, "{{{}:{}}}", noun.name(), self.text),
            None if is_plain(&self.text) && !is_word(&self.text) => f.write_str(&self.text),
            None => write!(f, "\"{}\"", self.text.replace('\\', "\\\\").replace('"', "\\\"")),
        }
    }
}
