//! The overview of the interviews, and the facts that a method section states: how many, when, how long, how.

use jiff::civil::Date;

use super::material::{Material, Shown, place, seconds, several, shown};
use crate::model::DocumentId;
use crate::model::documents::{Document, Role};
use crate::model::guides::Stage;
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::variables::{
    Entity, Owner, Published, Typed, Variable, VariableKind, clock_time, date_in_words,
};
use crate::tr;

/// Which variables say when, how long, how and with whom an interview was.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meaning<'a> {
    pub date: Option<&'a Variable>,
    pub duration: Option<&'a Variable>,
    pub mode: Option<&'a Variable>,
    pub function: Option<&'a Variable>,
}

/// The names that say what a variable means, in small letters, best first.
const DATES: &[&str] = &["date", "datum", "interview date", "interviewdatum"];
const DURATIONS: &[&str] = &["duration", "dauer", "minutes", "minuten", "length", "länge", "interviewdauer"];
const MODES: &[&str] =
    &["mode", "modus", "form", "interviewform", "erhebungsform", "setting", "durchführung"];
const FUNCTIONS: &[&str] = &["function", "funktion", "position", "role", "rolle", "office", "amt"];

impl<'a> Meaning<'a> {
    /// Found by the variables' names; a date and a duration also by their kind, where only one variable has it.
    pub fn by_name(variables: &'a [Variable]) -> Meaning<'a> {
        let named = |names: &[&str]| {
            let of = |name: &&str| variables.iter().find(|variable| variable.name.to_lowercase() == **name);
            names.iter().find_map(of)
        };
        let only = |kind: VariableKind| {
            let mut of_kind = variables
                .iter()
                .filter(|variable| variable.kind == kind && variable.entity == Entity::Document);
            of_kind.next().filter(|_| of_kind.next().is_none())
        };
        Meaning {
            date: named(DATES).or_else(|| only(VariableKind::Date)),
            duration: named(DURATIONS).or_else(|| only(VariableKind::Duration)),
            mode: named(MODES),
            function: named(FUNCTIONS),
        }
    }

    /// Which variables a table has read, in words, and what no variable says.
    fn notes(&self, functions: bool) -> Vec<String> {
        let mut parts = vec![
            (tr!("table-date"), self.date),
            (tr!("table-duration"), self.duration),
            (tr!("table-mode"), self.mode),
        ];
        if functions {
            parts.push((tr!("table-functions"), self.function));
        }
        let (mut found, mut none) = (Vec::new(), Vec::new());
        for (what, variable) in parts {
            match variable {
                Some(variable) => found.push(format!("{what} = {}", variable.name)),
                None => none.push(what),
            }
        }
        let mut notes = Vec::new();
        if !found.is_empty() {
            notes.push(tr!("table-read-from", variables = found.join(", ")));
        }
        if !none.is_empty() {
            notes.push(tr!("table-not-found", what = none.join(", ")));
        }
        notes
    }
}

/// All that a variable says of a document, of its persons one after the other.
pub fn said(material: &Material<'_>, variable: Option<&Variable>, document: DocumentId, how: Shown) -> Value {
    let Some(variable) = variable else { return Value::Empty };
    let owners = material.attributes.relations().related(Owner::Document(document), variable.entity);
    let values = owners.into_iter().filter_map(|owner| material.attributes.own(variable.id, owner));
    several(values.map(|value| shown(variable, value, how)).collect())
}

/// One row an interview.
pub fn table(material: &Material<'_>, meaning: &Meaning<'_>, how: Shown) -> Table {
    let column = |key: &str, title: String, kind| Column::new(key, title, kind);
    let mut columns = vec![column("interview", tr!("table-interview"), ColumnKind::Short)];
    // Names of cases and titles are for the researchers.
    let names = how == Shown::Working;
    if names {
        columns.push(column("title", tr!("table-title"), ColumnKind::Short));
        columns.push(column("case", tr!("table-case"), ColumnKind::Short));
    }
    columns.extend([
        column("functions", tr!("table-functions"), ColumnKind::Short),
        column("date", tr!("table-date"), ColumnKind::Short),
        column("duration", tr!("table-duration-hours"), ColumnKind::Short),
        column("mode", tr!("table-mode"), ColumnKind::Short),
        column("words", tr!("table-words"), ColumnKind::Number),
        column("paragraphs", tr!("table-paragraphs"), ColumnKind::Number),
        column("stage", tr!("table-stage"), ColumnKind::Short),
    ]);
    let case_of = |document: &Document| {
        let id = material.attributes.relations().case_of_document(document.id);
        let case = material.cases.iter().find(|case| Some(case.id) == id);
        Cell::text(case.map_or("", |case| &case.name))
    };
    let rows = material.documents.iter().map(|document| {
        let value = |variable| Cell { value: said(material, variable, document.id, how), places: Vec::new() };
        let mut row = vec![Cell::text(material.name_of_document(document)).at(place(document.id))];
        if names {
            row.push(Cell::text(&document.title));
            row.push(case_of(document));
        }
        row.extend([
            value(meaning.function),
            value(meaning.date),
            Cell { value: length(material, meaning, document, how), places: Vec::new() },
            value(meaning.mode),
            Cell::integer(document.words),
            Cell::integer(document.paragraphs),
            Cell { value: stage(document), places: Vec::new() },
        ]);
        row
    });
    let rows = rows.collect();
    let pretests = material.documents.iter().filter(|document| document.stage == Stage::Pretest).count();
    let mut notes = vec![tr!("table-overview-n", count = material.documents.len(), pretests = pretests)];
    notes.push(how.note());
    notes.extend(meaning.notes(true));
    Table {
        name: "interviews".to_owned(),
        title: tr!("table-overview-title"),
        columns,
        rows,
        notes,
        frozen: 1,
    }
}

fn stage(document: &Document) -> Value {
    match document.stage {
        Stage::Main => Value::Empty,
        Stage::Pretest => Value::Said { stored: "pretest".to_owned(), shown: tr!("table-pretest") },
    }
}

/// The duration as hours and minutes, also where it was noted in minutes.
fn length(material: &Material<'_>, meaning: &Meaning<'_>, document: &Document, how: Shown) -> Value {
    let Some(variable) = meaning.duration else { return Value::Empty };
    let value = material.attributes.own(variable.id, Owner::Document(document.id));
    let text = match (how, value) {
        (_, None) => return Value::Empty,
        (Shown::Working, Some(value)) => value.working.as_str(),
        (Shown::Published, Some(_)) => match variable.published(value) {
            Published::Working(text) => text,
            _ => return said(material, meaning.duration, document.id, how),
        },
    };
    match seconds(variable, text) {
        Some(seconds) => Typed::Duration(seconds).shown(),
        None => Value::Text(text.to_owned()),
    }
}

/// What the interviews of a stage have in common.
struct Facts {
    documents: usize,
    cases: usize,
    persons: usize,
    joint: usize,
    dates: Vec<Date>,
    /// Seconds, from the shortest.
    durations: Vec<u32>,
    modes: Vec<(String, usize)>,
    words: u64,
    paragraphs: u64,
    /// Interviews of which nobody said who was interviewed.
    nobody: usize,
}

fn facts(material: &Material<'_>, meaning: &Meaning<'_>, stage: Stage) -> Facts {
    let documents: Vec<&Document> =
        material.documents.iter().filter(|document| document.stage == stage).collect();
    let relations = material.attributes.relations();
    let working = |variable: Option<&Variable>, document: &Document| -> Option<(Variable, String)> {
        let variable = variable?;
        let value = material.attributes.value(variable, Owner::Document(document.id));
        let crate::model::relations::Found::One(value) = value else { return None };
        (!value.working.is_empty()).then(|| (variable.clone(), value.working.clone()))
    };
    let mut cases: Vec<_> =
        documents.iter().filter_map(|document| relations.case_of_document(document.id)).collect();
    cases.sort();
    cases.dedup();
    let mut persons: Vec<_> =
        documents.iter().flat_map(|document| relations.persons_of_document(document.id).to_vec()).collect();
    persons.sort();
    persons.dedup();
    let interviewed = |document: &Document| {
        let persons = relations.persons_of_document(document.id).len();
        let speakers = material.speakers.iter();
        let speakers =
            speakers.filter(|speaker| speaker.document == document.id && speaker.role == Role::Interviewee);
        persons.max(speakers.filter(|speaker| speaker.person.is_none()).count())
    };
    let mut dates: Vec<Date> = documents
        .iter()
        .filter_map(|document| match VariableKind::Date.read(&working(meaning.date, document)?.1)? {
            Typed::Date(date) => Some(date),
            _ => None,
        })
        .collect();
    dates.sort();
    let mut durations: Vec<u32> = documents
        .iter()
        .filter_map(|document| {
            let (variable, text) = working(meaning.duration, document)?;
            seconds(&variable, &text)
        })
        .collect();
    durations.sort_unstable();
    let mut modes: Vec<(String, usize)> = Vec::new();
    for document in &documents {
        let Some((variable, text)) = working(meaning.mode, document) else { continue };
        let words = variable.shown(&text).plain();
        match modes.iter_mut().find(|(mode, _)| *mode == words) {
            Some((_, count)) => *count += 1,
            None => modes.push((words, 1)),
        }
    }
    modes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Facts {
        cases: cases.len(),
        persons: persons.len(),
        joint: documents.iter().filter(|document| interviewed(document) > 1).count(),
        dates,
        durations,
        modes,
        words: documents.iter().map(|document| u64::from(document.words)).sum(),
        paragraphs: documents.iter().map(|document| u64::from(document.paragraphs)).sum(),
        nobody: documents
            .iter()
            .filter(|document| relations.persons_of_document(document.id).is_empty())
            .count(),
        documents: documents.len(),
    }
}

/// The facts of a method section, the pretests in a column of their own.
pub fn method(material: &Material<'_>, meaning: &Meaning<'_>) -> Table {
    let main = facts(material, meaning, Stage::Main);
    let pretests = facts(material, meaning, Stage::Pretest);
    let both = [&main, &pretests];
    let cell = |value: Value| Cell { value, places: Vec::new() };
    let whole = |number: usize| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    let long = |number: u64| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut fact = |key: &str, words: String, of: &dyn Fn(&Facts) -> Value| {
        let mut row = vec![cell(Value::Said { stored: key.to_owned(), shown: words })];
        // What no interview of a stage can say is left empty, and never 0.
        row.extend(both.iter().map(|facts| match facts.documents {
            0 if key != "interviews" => Cell::default(),
            _ => cell(of(facts)),
        }));
        rows.push(row);
    };
    fact("interviews", tr!("method-interviews"), &|facts| whole(facts.documents));
    fact("cases", tr!("method-cases"), &|facts| whole(facts.cases));
    fact("persons", tr!("method-persons"), &|facts| whole(facts.persons));
    fact("joint_interviews", tr!("method-joint"), &|facts| whole(facts.joint));
    fact("first_date", tr!("method-first"), &|facts| said_date(facts.dates.first()));
    fact("last_date", tr!("method-last"), &|facts| said_date(facts.dates.last()));
    fact("shortest", tr!("method-shortest"), &|facts| said_minutes(facts.durations.first().copied()));
    fact("longest", tr!("method-longest"), &|facts| said_minutes(facts.durations.last().copied()));
    fact("mean", tr!("method-mean"), &|facts| minutes(mean(&facts.durations)));
    fact("median", tr!("method-median"), &|facts| minutes(median(&facts.durations)));
    let total = |facts: &Facts| facts.durations.iter().copied().reduce(u32::saturating_add);
    fact("total_duration", tr!("method-total"), &|facts| said_minutes(total(facts)));
    let mut modes: Vec<&String> = main.modes.iter().chain(&pretests.modes).map(|(mode, _)| mode).collect();
    let mut seen = std::collections::BTreeSet::new();
    modes.retain(|mode| seen.insert((*mode).clone()));
    for mode in modes {
        let count =
            |facts: &Facts| facts.modes.iter().find(|(name, _)| name == mode).map_or(0, |(_, count)| *count);
        fact(&format!("mode: {mode}"), tr!("method-mode", mode = mode.clone()), &|facts| whole(count(facts)));
    }
    fact("words", tr!("table-words"), &|facts| long(facts.words));
    fact("paragraphs", tr!("table-paragraphs"), &|facts| long(facts.paragraphs));
    let mut notes = meaning.notes(false);
    if let Some(seconds) = total(&main).filter(|seconds| *seconds >= 7200) {
        notes.push(tr!("method-total-hours", time = clock_time(seconds / 60 * 60)));
    }
    let without = |found: usize| main.documents.saturating_sub(found);
    for (missing, words) in [
        (without(main.dates.len()), tr!("method-without-date", count = without(main.dates.len()))),
        (
            without(main.durations.len()),
            tr!("method-without-duration", count = without(main.durations.len())),
        ),
        (main.nobody, tr!("method-without-person", count = main.nobody)),
    ] {
        if missing > 0 {
            notes.push(words);
        }
    }
    Table {
        name: "method".to_owned(),
        title: tr!("table-method-title"),
        columns: vec![
            Column::new("fact", tr!("table-fact"), ColumnKind::Short),
            Column::new("main", tr!("table-main"), ColumnKind::Number),
            Column::new("pretests", tr!("table-pretests"), ColumnKind::Number),
        ],
        rows,
        notes,
        frozen: 1,
    }
}

fn undefined() -> Value {
    Value::Undefined(tr!("table-undefined"))
}

fn said_date(date: Option<&Date>) -> Value {
    match date {
        Some(date) => Value::Said { stored: date.to_string(), shown: date_in_words(*date) },
        None => undefined(),
    }
}

fn said_minutes(seconds: Option<u32>) -> Value {
    minutes(seconds.map(f64::from))
}

/// Minutes, with a place where they are no whole number.
fn minutes(seconds: Option<f64>) -> Value {
    let Some(seconds) = seconds else { return undefined() };
    let minutes = seconds / 60.0;
    let digits = usize::from((minutes - minutes.round()).abs() > 0.049);
    let number = crate::i18n::number(minutes, digits);
    Value::Said { stored: format!("{minutes:.digits$}"), shown: tr!("table-minutes", number = number) }
}

fn mean(durations: &[u32]) -> Option<f64> {
    let sum: f64 = durations.iter().map(|seconds| f64::from(*seconds)).sum();
    (!durations.is_empty()).then(|| sum / durations.len() as f64)
}

/// Of values in order.
fn median(durations: &[u32]) -> Option<f64> {
    let at = |index: usize| durations.get(index).map(|seconds| f64::from(*seconds));
    match durations.len() {
        0 => None,
        n if n % 2 == 1 => at(n / 2),
        n => Some((at(n / 2 - 1)? + at(n / 2)?) / 2.0),
    }
}
