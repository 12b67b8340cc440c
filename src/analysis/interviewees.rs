//! The list of interviewees for readers outside: published values only, and who could be singled out by them.

use std::collections::HashMap;

use super::material::{Material, Shown, several, shown};
use crate::model::PersonId;
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::variables::{Disclosure, Owner, Published, Variable};
use crate::tr;

/// What the list shows.
#[derive(Debug, Clone)]
pub struct Interviewees<'a> {
    /// Of persons, cases or documents, in the order of the columns.
    pub variables: Vec<&'a Variable>,
    /// Fewer persons with the same values than this are flagged.
    pub k: usize,
    /// Also the persons' names, for the researchers' own list.
    pub names: bool,
    /// Also who was only interviewed in pretests.
    pub pretests: bool,
}

/// Marks a row.
const MARK: &str = "!";

pub fn table(material: &Material<'_>, list: &Interviewees<'_>) -> Table {
    let persons: Vec<_> = material
        .persons
        .iter()
        .filter(|person| list.pretests || !material.is_pretest(Owner::Person(person.id)))
        .collect();
    let values: Vec<Vec<Value>> = persons
        .iter()
        .map(|person| {
            list.variables.iter().map(|variable| published(material, variable, person.id)).collect()
        })
        .collect();
    let words: Vec<Vec<String>> = values.iter().map(|row| row.iter().map(Value::plain).collect()).collect();

    let mut columns = vec![
        Column::new("number", tr!("table-number"), ColumnKind::Number),
        // The mark of the rows that could be singled out; by what stands at the end.
        Column::new("flag", MARK, ColumnKind::Short),
    ];
    if list.names {
        columns.push(Column::new("person", tr!("table-person"), ColumnKind::Short));
    }
    columns.push(Column::new("interviews", tr!("table-interviews"), ColumnKind::Short));
    columns.extend(
        list.variables.iter().map(|variable| Column::new(&variable.name, &variable.name, ColumnKind::Short)),
    );
    columns.push(Column::new("singled_out_by", tr!("table-singled-out"), ColumnKind::Short));

    let mut rows = Vec::new();
    let mut flagged = 0usize;
    let mut smallest = persons.len();
    for (at, (person, values)) in persons.iter().zip(values).enumerate() {
        let alike = words.iter().filter(|other| words.get(at) == Some(*other)).count();
        smallest = smallest.min(alike);
        let by = match alike < list.k && !list.variables.is_empty() {
            true => singling_out(&words, at, list.k),
            false => Vec::new(),
        };
        flagged += usize::from(!by.is_empty());
        let names = |set: &Vec<usize>| {
            let names = set.iter().filter_map(|index| list.variables.get(*index)).map(|v| v.name.as_str());
            names.collect::<Vec<_>>().join(" + ")
        };
        let owner = Owner::Person(person.id);
        let documents = material.documents_of(owner);
        let interviews: Vec<String> =
            documents.iter().map(|document| material.name_of_document(document)).collect();
        let mark = if by.is_empty() { "" } else { MARK };
        let mut row = vec![Cell::integer(i64::try_from(at + 1).unwrap_or(i64::MAX)), Cell::text(mark)];
        if list.names {
            row.push(Cell::text(&person.name));
        }
        row.push(material.leading(Cell::text(interviews.join(", ")), owner));
        row.extend(values.into_iter().map(|value| Cell { value, places: Vec::new() }));
        row.push(Cell { value: named(by.iter().map(names).collect()), places: Vec::new() });
        rows.push(row);
    }

    let mut notes = vec![tr!("table-persons-n", count = persons.len()), Shown::Published.note()];
    let apart = material.persons.len() - persons.len();
    if apart > 0 {
        notes.push(tr!("table-pretests-apart", count = apart, unit = "person"));
    }
    if !list.variables.is_empty() && !persons.is_empty() {
        notes.push(match flagged {
            0 => tr!("table-nobody-singled-out", k = list.k, smallest = smallest),
            _ => tr!("table-singled-out-note", count = flagged, k = list.k, smallest = smallest),
        });
        // What must not be overlooked stands first.
        notes.rotate_right(1);
    }
    let undecided = undecided(material, &list.variables, &persons.iter().map(|p| p.id).collect::<Vec<_>>());
    if !undecided.is_empty() {
        notes.push(tr!("table-undecided-note", names = undecided.join(", ")));
    }
    Table {
        name: "interviewees".to_owned(),
        title: tr!("table-interviewees-title"),
        columns,
        rows,
        notes,
        frozen: if list.names { 3 } else { 2 },
    }
}

/// How many combinations are read by people; programs get all of them.
const NAMED: usize = 3;

fn named(combinations: Vec<String>) -> Value {
    let stored = combinations.join("; ");
    match combinations.get(..NAMED) {
        Some(first) if combinations.len() > NAMED => {
            let more = combinations.len() - NAMED;
            Value::Said { stored, shown: tr!("table-and-more", names = first.join("; "), count = more) }
        }
        _ => Value::Text(stored),
    }
}

/// What is published of a person, their cases or documents, by a variable.
fn published(material: &Material<'_>, variable: &Variable, person: PersonId) -> Value {
    let all = material.attributes.all(variable, Owner::Person(person));
    let mut values: Vec<Value> =
        all.into_iter().map(|value| shown(variable, value, Shown::Published)).collect();
    values.dedup();
    several(values)
}

/// The smallest sets of columns in which fewer than `k` rows are like this one: they show what gives a person away.
fn singling_out(rows: &[Vec<String>], at: usize, k: usize) -> Vec<Vec<usize>> {
    let Some(row) = rows.get(at) else { return Vec::new() };
    let alike = |columns: &[usize]| {
        rows.iter().filter(|other| columns.iter().all(|&column| other.get(column) == row.get(column))).count()
    };
    let all = row.len();
    // More than three at once say no more than that it is the whole row.
    let mut sets: Vec<Vec<usize>> = (0..all).map(|column| vec![column]).collect();
    for _ in 0..3 {
        let found: Vec<Vec<usize>> = sets.iter().filter(|set| alike(set) < k).cloned().collect();
        if !found.is_empty() {
            return found;
        }
        sets = sets
            .iter()
            .flat_map(|set| {
                let last = set.last().copied().unwrap_or(0);
                (last + 1..all).map(|next| set.iter().copied().chain([next]).collect::<Vec<_>>())
            })
            .collect();
    }
    vec![(0..all).collect()]
}

/// Variables whose published value nobody has decided for some person, with how many.
fn undecided(material: &Material<'_>, variables: &[&Variable], persons: &[PersonId]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for variable in variables.iter().filter(|variable| variable.disclosure == Disclosure::Recoded) {
        for &person in persons {
            let all = material.attributes.all(variable, Owner::Person(person));
            let open = all.iter().any(|value| variable.published(Some(value)) == Published::Undecided);
            *counts.entry(&variable.name).or_default() += usize::from(open);
        }
    }
    variables
        .iter()
        .filter_map(|variable| {
            let count = counts.get(variable.name.as_str()).copied().filter(|count| *count > 0)?;
            Some(format!("{} ({count})", variable.name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_get_every_combination_and_people_the_first() {
        let many: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).into();
        let (stored, shown) = ("a; b; c; d; e".to_owned(), "a; b; c and 2 more".to_owned());
        assert_eq!(named(many.clone()), Value::Said { stored, shown });
        assert_eq!(named(many[..3].to_vec()), Value::Text("a; b; c".to_owned()));
    }

    #[test]
    fn what_gives_somebody_away_is_named() {
        let rows: Vec<Vec<String>> = [
            ["Land", "w", "head"],
            ["Land", "m", "head"],
            ["Kommune", "w", "head"],
            ["Kommune", "w", "head"],
            ["Kommune", "m", "clerk"],
        ]
        .iter()
        .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
        .collect();
        // The first: there are other Land, other w, other heads; no other w of Land.
        assert_eq!(singling_out(&rows, 0, 2), [vec![0, 1]]);
        assert_eq!(singling_out(&rows, 1, 2), [vec![0, 1], vec![1, 2]]);
        // The last is the only clerk.
        assert_eq!(singling_out(&rows, 4, 2), [vec![2]]);
        // Of the third kind there are two: only a stricter rule flags them.
        assert_eq!(singling_out(&rows, 2, 3), [vec![0, 1], vec![0, 2]]);
    }
}
