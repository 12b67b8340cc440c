//! Variables: attributes of documents, cases and persons, with a working and a published value.
//!
//! What a value of a kind looks like, and what of it may be published, is decided here and nowhere else:
//! [`VariableKind::read`] for everything that is typed or imported, [`Variable::published`] for every table.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::table::Value;
use super::{CaseId, DocumentId, PersonId, VariableId};
use crate::error::{Error, Result};
use crate::i18n::{self, Lang};
use crate::text::citations::compare_labels;
use crate::tr;

/// An attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    pub id: VariableId,
    pub uuid: String,
    /// Unique over documents, cases and persons, so that a condition needs no word for whose it is.
    pub name: String,
    pub kind: VariableKind,
    pub entity: Entity,
    pub disclosure: Disclosure,
    pub position: i64,
}

/// Whose attribute a variable is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entity {
    #[default]
    Document,
    Case,
    Person,
}

impl Entity {
    pub const ALL: [Entity; 3] = [Entity::Document, Entity::Case, Entity::Person];
    pub fn name(self) -> &'static str {
        match self {
            Entity::Document => "document",
            Entity::Case => "case",
            Entity::Person => "person",
        }
    }
    pub fn from_name(name: &str) -> Option<Entity> {
        Self::ALL.into_iter().find(|entity| entity.name() == name)
    }
}

/// Whose value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    Document(DocumentId),
    Case(CaseId),
    Person(PersonId),
}

impl Owner {
    pub fn entity(self) -> Entity {
        match self {
            Owner::Document(_) => Entity::Document,
            Owner::Case(_) => Entity::Case,
            Owner::Person(_) => Entity::Person,
        }
    }
}

/// What of a variable may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosure {
    /// The working value, where nothing else has been written for publication.
    #[default]
    AsIs,
    /// Only what has been written for publication.
    Recoded,
    Never,
}

impl Disclosure {
    pub const ALL: [Disclosure; 3] = [Disclosure::AsIs, Disclosure::Recoded, Disclosure::Never];
    pub fn name(self) -> &'static str {
        match self {
            Disclosure::AsIs => "as-is",
            Disclosure::Recoded => "recoded",
            Disclosure::Never => "never",
        }
    }
    pub fn from_name(name: &str) -> Option<Disclosure> {
        Self::ALL.into_iter().find(|disclosure| disclosure.name() == name)
    }
}

/// A variable's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableValue {
    pub variable: VariableId,
    pub owner: Owner,
    /// As the researchers work with it; empty where only a published value has been written.
    pub working: String,
    /// As it may be published; empty: suppressed; none: nothing has been written, see [`Disclosure`].
    pub published: Option<String>,
}

/// What readers outside get to see of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published<'a> {
    /// The working value as it is.
    Working(&'a str),
    /// What was written for publication: free text, such as `10,000 to 50,000`.
    Recoded(&'a str),
    /// Somebody decided that it is not shown.
    Suppressed,
    /// There is a working value and nobody has written yet what of it may be published.
    Undecided,
    /// There is no value.
    Nothing,
}

impl Variable {
    /// What may be published of a value of this variable.
    pub fn published<'a>(&self, value: Option<&'a VariableValue>) -> Published<'a> {
        let working = value.map(|value| value.working.as_str()).filter(|text| !text.is_empty());
        let recoded = value.and_then(|value| value.published.as_deref());
        match (self.disclosure, recoded, working) {
            (_, None, None) => Published::Nothing,
            (Disclosure::Never, ..) | (_, Some(""), _) => Published::Suppressed,
            (_, Some(text), _) => Published::Recoded(text),
            (Disclosure::AsIs, None, Some(text)) => Published::Working(text),
            (Disclosure::Recoded, None, Some(_)) => Published::Undecided,
        }
    }

    /// A working value as a table shows it: typed where it is of the variable's kind, else as it stands.
    pub fn shown(&self, working: &str) -> Value {
        match self.kind.read(working) {
            Some(typed) => typed.shown(),
            None => Value::Text(working.to_owned()),
        }
    }
}

/// What values a variable takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VariableKind {
    #[default]
    Text,
    Integer,
    Decimal,
    /// Stored as `2026-03-01`.
    Date,
    /// Stored as `1:05`, hours and minutes, or `1:05:30`.
    Duration,
    /// Stored as `yes`, `no`.
    Boolean,
}

impl VariableKind {
    pub const ALL: [VariableKind; 6] = [
        VariableKind::Text,
        VariableKind::Integer,
        VariableKind::Decimal,
        VariableKind::Date,
        VariableKind::Duration,
        VariableKind::Boolean,
    ];
    pub fn name(self) -> &'static str {
        match self {
            VariableKind::Text => "text",
            VariableKind::Integer => "integer",
            VariableKind::Decimal => "decimal",
            VariableKind::Date => "date",
            VariableKind::Duration => "duration",
            VariableKind::Boolean => "boolean",
        }
    }
    pub fn from_name(name: &str) -> Option<VariableKind> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// A text as a value of this kind; none where it is no such value.
    pub fn read(self, text: &str) -> Option<Typed> {
        let text = text.trim();
        match self {
            VariableKind::Text => Some(Typed::Text(text.to_owned())),
            VariableKind::Integer => integer(text).map(Typed::Integer),
            VariableKind::Decimal => decimal(text),
            VariableKind::Date => date(text).map(Typed::Date),
            VariableKind::Duration => duration(text).map(Typed::Duration),
            VariableKind::Boolean => boolean(text).map(Typed::Boolean),
        }
    }

    /// A text as it is stored; the error says what is asked for, and nothing of where it stood.
    pub fn check(self, text: &str) -> Result<String> {
        let one_line = text.trim();
        if one_line.chars().any(|c| c.is_control()) {
            return Err(Error::invalid(tr!("value-control")));
        }
        match self.read(one_line) {
            Some(typed) => Ok(typed.stored()),
            None => Err(Error::invalid(tr!("value-not", value = one_line.to_owned(), kind = self.name()))),
        }
    }

    /// The kind that all these texts are of; empty ones say nothing.
    pub fn guess<'a>(texts: impl IntoIterator<Item = &'a str> + Clone) -> VariableKind {
        let texts = || texts.clone().into_iter().map(str::trim).filter(|text| !text.is_empty());
        if texts().next().is_none() {
            return VariableKind::Text;
        }
        let all = |of: &dyn Fn(&str) -> bool| texts().all(of);
        // 01067 is a postal code, and 1 a number rather than a yes.
        let is_number = |text: &str| {
            let digits = text.trim_start_matches(['-', '+']);
            !(digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit()))
        };
        let is_word = |text: &str| boolean(text).is_some() && !text.bytes().all(|b| b.is_ascii_digit());
        if all(&|text| integer(text).is_some() && is_number(text)) {
            VariableKind::Integer
        } else if all(&|text| decimal(text).is_some() && is_number(text)) {
            VariableKind::Decimal
        } else if all(&is_word) {
            VariableKind::Boolean
        } else if all(&|text| date(text).is_some()) {
            VariableKind::Date
        } else if all(&|text| duration(text).is_some() && !text.bytes().all(|b| b.is_ascii_digit())) {
            VariableKind::Duration
        } else {
            VariableKind::Text
        }
    }
}

/// A value as its kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    Text(String),
    Integer(i64),
    /// The number, and how it is stored: with a point, its places kept.
    Decimal(f64, String),
    Date(Date),
    /// Seconds.
    Duration(u32),
    Boolean(bool),
}

impl Typed {
    /// As it is stored: invariant, whatever language it was typed in.
    pub fn stored(&self) -> String {
        match self {
            Typed::Text(text) | Typed::Decimal(_, text) => text.clone(),
            Typed::Integer(number) => number.to_string(),
            Typed::Date(date) => date.to_string(),
            Typed::Duration(seconds) => clock_time(*seconds),
            Typed::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        }
    }

    /// As a table shows it, in the thread's language.
    pub fn shown(&self) -> Value {
        let said = |shown: String| Value::Said { stored: self.stored(), shown };
        match self {
            Typed::Text(text) => Value::Text(text.clone()),
            Typed::Integer(number) => Value::Integer(*number),
            Typed::Decimal(number, stored) => {
                let places = stored.split_once('.').map_or(0, |(_, places)| places.len());
                Value::Decimal(*number, u8::try_from(places).unwrap_or(u8::MAX))
            }
            Typed::Date(date) => said(date_in_words(*date)),
            Typed::Duration(seconds) => said(clock_time(*seconds)),
            Typed::Boolean(true) => said(tr!("value-yes")),
            Typed::Boolean(false) => said(tr!("value-no")),
        }
    }

    /// In the order in which a table lists values.
    pub fn compare(&self, other: &Typed) -> Ordering {
        match (self, other) {
            (Typed::Integer(a), Typed::Integer(b)) => a.cmp(b),
            (Typed::Decimal(a, _), Typed::Decimal(b, _)) => a.total_cmp(b),
            (Typed::Date(a), Typed::Date(b)) => a.cmp(b),
            (Typed::Duration(a), Typed::Duration(b)) => a.cmp(b),
            (Typed::Boolean(a), Typed::Boolean(b)) => b.cmp(a),
            _ => compare_labels(&self.stored(), &other.stored()),
        }
    }
}

/// A date as the language writes it: `01.03.2026`, `2026-03-01`.
pub fn date_in_words(date: Date) -> String {
    match i18n::lang() {
        Lang::De => format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year()),
        Lang::En => date.to_string(),
    }
}

/// A stored date as the language writes it; what is none stays as it is.
pub fn stored_date(stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), date_in_words)
}

/// `1:05`, hours and minutes; with seconds where there are any.
pub fn clock_time(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{rest:02}") }
}

/// A whole number; thousands may stand apart by a space, but not by a point or comma, which could mean another number.
fn integer(text: &str) -> Option<i64> {
    let (sign, digits) = sign(text);
    let mut parts = digits.split([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let mut joined = parts.next()?.to_owned();
    let mut grouped = false;
    for part in parts {
        if part.len() != 3 {
            return None;
        }
        grouped = true;
        joined.push_str(part);
    }
    let first = digits.chars().take_while(char::is_ascii_digit).count();
    if joined.is_empty() || !joined.bytes().all(|b| b.is_ascii_digit()) || grouped && first > 3 {
        return None;
    }
    format!("{sign}{joined}").parse().ok()
}

fn decimal(text: &str) -> Option<Typed> {
    let (sign, digits) = sign(text);
    let plain = digits.replace(',', ".");
    let (whole, places) = plain.split_once('.').unwrap_or((&plain, "0"));
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !numeric(whole) || !numeric(places) || plain.len() > 300 {
        return None;
    }
    let stored = format!("{sign}{plain}");
    let number: f64 = stored.parse().ok()?;
    number.is_finite().then_some(Typed::Decimal(number, stored))
}

/// The sign, `-` or nothing, and the rest.
fn sign(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

/// `2026-03-01`, `01.03.2026`, `1.3.2026`.
fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = match text.contains('.') {
        true => text.split('.').map(str::trim).rev().collect(),
        false => text.split('-').collect(),
    };
    let [year, month, day] = parts[..] else { return None };
    let number = |part: &str| {
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse::<i16>().ok() } else { None }
    };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    Date::new(number(year)?, number(month)?.try_into().ok()?, number(day)?.try_into().ok()?).ok()
}

/// Seconds of `65` (minutes), `1:05` (hours and minutes), `1:05:00`, `65 min`, `1 h 5 min`, `1h05`.
fn duration(text: &str) -> Option<u32> {
    let number = |part: &str| {
        let part = part.trim();
        let digits = !part.is_empty() && part.len() < 6 && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse::<u32>().ok() } else { None }
    };
    let below_sixty = |part: &str| number(part).filter(|number| *number < 60);
    let small = text.to_lowercase();
    let parts: Vec<&str> = small.split(':').collect();
    match parts[..] {
        [hours, minutes, seconds] => {
            return Some(number(hours)? * 3600 + below_sixty(minutes)? * 60 + below_sixty(seconds)?);
        }
        [hours, minutes] => return Some(number(hours)? * 3600 + below_sixty(minutes)? * 60),
        _ => {}
    }
    let minutes_of = |part: &str| {
        let words = ["minutes", "minute", "minuten", "mins", "min.", "min", "m", "'", "′"];
        let bare = words.into_iter().find_map(|word| part.trim().strip_suffix(word));
        number(bare.unwrap_or(part))
    };
    let hours = ["stunden", "stunde", "std.", "std", "hours", "hour", "h"];
    match hours.into_iter().find_map(|word| small.split_once(word)) {
        Some((hours, rest)) if rest.trim().is_empty() => Some(number(hours)? * 3600),
        Some((hours, rest)) => Some(number(hours)? * 3600 + minutes_of(rest).filter(|m| *m < 60)? * 60),
        None => Some(minutes_of(&small)? * 60),
    }
}

fn boolean(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "ja" | "true" | "wahr" | "1" | "y" | "j" => Some(true),
        "no" | "nein" | "false" | "falsch" | "0" | "n" => Some(false),
        _ => None,
    }
}

/// Checks a variable's name: not empty, one line, at most 200 code points, no `=` (conditions are written with it).
pub fn check_variable_name(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid(tr!("error-variable-name")));
    }
    if name.contains(['=', '<', '>']) || name.chars().any(char::is_control) || name.chars().count() > 200 {
        return Err(Error::invalid(tr!("error-variable-name-form", name = name.to_owned())));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn stored(kind: VariableKind, text: &str) -> Option<String> {
        kind.read(text).map(|typed| typed.stored())
    }

    #[test]
    fn values_are_read_as_people_type_them() {
        use VariableKind::{Boolean, Date, Decimal, Duration, Integer, Text};
        let cases: [(VariableKind, &str, &str); 37] = [
            (Text, "  a  ", "a"),
            (Integer, "14000", "14000"),
            (Integer, "-3", "-3"),
            (Integer, "+7", "7"),
            (Integer, "\u{2212}7", "-7"),
            (Integer, "14 000", "14000"),
            (Integer, "1\u{202f}234\u{202f}567", "1234567"),
            (Decimal, "3,50", "3.50"),
            (Decimal, "3.5", "3.5"),
            (Decimal, "-0,25", "-0.25"),
            (Decimal, "4", "4"),
            (Date, "2026-03-01", "2026-03-01"),
            (Date, "01.03.2026", "2026-03-01"),
            (Date, "1.3.2026", "2026-03-01"),
            (Date, "1. 3. 2026", "2026-03-01"),
            (Date, "29.02.2024", "2024-02-29"),
            (Duration, "65", "1:05"),
            (Duration, "1:05", "1:05"),
            (Duration, "01:05:00", "1:05"),
            (Duration, "1:05:30", "1:05:30"),
            (Duration, "65 min", "1:05"),
            (Duration, "65min.", "1:05"),
            (Duration, "65 Minuten", "1:05"),
            (Duration, "65'", "1:05"),
            (Duration, "1 h 5 min", "1:05"),
            (Duration, "1h05", "1:05"),
            (Duration, "2 Std.", "2:00"),
            (Duration, "0", "0:00"),
            (Boolean, "ja", "yes"),
            (Boolean, "Nein", "no"),
            (Boolean, "TRUE", "yes"),
            (Boolean, "false", "no"),
            (Boolean, "1", "yes"),
            (Boolean, "0", "no"),
            (Boolean, "Yes", "yes"),
            (Boolean, "wahr", "yes"),
            (Boolean, "n", "no"),
        ];
        for (kind, text, wanted) in cases {
            assert_eq!(stored(kind, text).as_deref(), Some(wanted), "{kind:?} {text}");
        }
        let none: [(VariableKind, &str); 27] = [
            (Integer, "viele"),
            (Integer, ""),
            (Integer, "14.000"),
            (Integer, "14,000"),
            (Integer, "1400 000"),
            (Integer, "14 00"),
            (Integer, "99999999999999999999"),
            (Integer, "--3"),
            (Decimal, "1.234,5"),
            (Decimal, "1e9"),
            (Decimal, "inf"),
            (Decimal, "NaN"),
            (Decimal, "3,"),
            (Decimal, ",5"),
            (Date, "30.02.2026"),
            (Date, "01.03.26"),
            (Date, "03/01/2026"),
            (Date, "2026-13-01"),
            (Date, "2026"),
            (Duration, "1:75"),
            (Duration, "1:05:61"),
            (Duration, "lang"),
            (Duration, "1 h 75 min"),
            (Duration, "999999"),
            (Duration, ":05"),
            (Boolean, "vielleicht"),
            (Boolean, "2"),
        ];
        for (kind, text) in none {
            assert_eq!(stored(kind, text), None, "{kind:?} {text}");
        }
    }

    #[test]
    fn kinds_are_guessed() {
        use VariableKind::{Boolean, Date, Decimal, Duration, Integer, Text};
        let cases: [(&[&str], VariableKind); 11] = [
            (&["1", "0", "", "1"], Integer),
            (&["1,5", "2"], Decimal),
            (&["ja", "nein"], Boolean),
            (&["01.03.2026", "2026-04-01"], Date),
            (&["1:05", "0:58"], Duration),
            (&["65 min", "1:05"], Duration),
            (&["65", "1:05"], Text),
            (&["01067", "14482"], Text),
            (&["w", "m"], Text),
            (&["", " "], Text),
            (&["0", "-0,5"], Decimal),
        ];
        for (texts, kind) in cases {
            let found = VariableKind::guess(texts.iter().copied());
            // A column of minutes and of clock times could be either: text keeps it as it is.
            assert_eq!(found, kind, "{texts:?}");
        }
    }

    #[test]
    fn what_is_published() {
        let variable = |disclosure| Variable {
            id: VariableId(1),
            uuid: String::new(),
            name: "size".into(),
            kind: VariableKind::Integer,
            entity: Entity::Case,
            disclosure,
            position: 1,
        };
        let value = |working: &str, published: Option<&str>| VariableValue {
            variable: VariableId(1),
            owner: Owner::Case(CaseId(1)),
            working: working.into(),
            published: published.map(str::to_owned),
        };
        let (as_is, recoded, never) =
            (variable(Disclosure::AsIs), variable(Disclosure::Recoded), variable(Disclosure::Never));
        let (bare, banded) = (value("14000", None), value("14000", Some("small")));
        let (hidden, lone) = (value("14000", Some("")), value("", Some("small")));
        assert_eq!(as_is.published(Some(&bare)), Published::Working("14000"));
        assert_eq!(as_is.published(Some(&banded)), Published::Recoded("small"));
        assert_eq!(as_is.published(Some(&hidden)), Published::Suppressed);
        assert_eq!(as_is.published(Some(&lone)), Published::Recoded("small"));
        assert_eq!(recoded.published(Some(&bare)), Published::Undecided);
        assert_eq!(recoded.published(Some(&banded)), Published::Recoded("small"));
        assert_eq!(recoded.published(Some(&hidden)), Published::Suppressed);
        for some in [&bare, &banded, &hidden, &lone] {
            assert_eq!(never.published(Some(some)), Published::Suppressed);
        }
        for variable in [as_is, recoded, never] {
            assert_eq!(variable.published(None), Published::Nothing);
        }
    }

    proptest! {
        /// What is stored is read again as the same, whatever was typed.
        #[test]
        fn stored_values_are_read_as_themselves(text in "[-+0-9.,: hminjaes]{0,12}|\\PC{0,8}") {
            for kind in VariableKind::ALL {
                if let Some(typed) = kind.read(&text) {
                    let stored = typed.stored();
                    prop_assert_eq!(kind.read(&stored).map(|typed| typed.stored()), Some(stored.clone()));
                    prop_assert!(kind.check(&stored).is_ok());
                    typed.shown().plain();
                }
            }
        }
    }
}
