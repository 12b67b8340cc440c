//! Operations on cases, persons, sets and variables, from numbers.

use absatz::error::Result;
use absatz::formats::values::Row;
use absatz::model::history::{Changed, OperationKind};
use absatz::model::sets::{Members, SetOf};
use absatz::model::variables::{Disclosure, Entity, Owner, VariableKind};
use absatz::model::{CaseId, CodeId, DocumentId, PersonId};
use absatz::ops;
use absatz::ops::cases::CaseChange;
use absatz::ops::persons::PersonChange;
use absatz::ops::sets::SetChange;
use absatz::ops::variable_import::{By, ImportOptions, Incoming};
use absatz::ops::variables::{NewVariable, ValueChange, VariableChange};
use absatz::store::{Project, cases, codes, documents, persons, queries, sets, variables, versions};

use super::{changed, pick};

/// Carries out one operation of a kind; nothing where there is nothing to do it on.
pub fn carry_out(project: &mut Project, kind: OperationKind, n: [u16; 4]) -> Result<Changed> {
    let reader = project.read();
    let documents: Vec<DocumentId> = documents::list(&reader)?.into_iter().map(|d| d.id).collect();
    let codes: Vec<CodeId> = codes::tree(&reader)?.nodes().iter().map(|node| node.code.id).collect();
    let cases: Vec<CaseId> = cases::list(&reader)?.into_iter().map(|case| case.id).collect();
    let persons: Vec<PersonId> = persons::list(&reader)?.into_iter().map(|person| person.id).collect();
    let sets = sets::list(&reader)?;
    let variables: Vec<_> = variables::list(&reader)?.into_iter().map(|variable| variable.id).collect();
    let queries: Vec<_> = queries::list(&reader)?.into_iter().map(|query| query.id).collect();
    let versions: Vec<_> = versions::list(&reader)?.into_iter().map(|version| version.id).collect();
    let groups: Vec<_> = documents::groups(&reader)?.into_iter().map(|group| group.id).collect();
    let speakers = persons::all_speakers(&reader)?;
    let word = |n: u16| ["Alpha", "Beta", "Gamma", "alpha", "Ölfeld"][usize::from(n % 5)];
    let value = |n: u16| ["", "3", "1:05", "2026-03-01", "ja", "viele", " Über "][usize::from(n % 7)];
    let index = |n: u16| n.is_multiple_of(3).then_some(usize::from(n % 4));
    let name = |n: u16| (!n.is_multiple_of(3)).then(|| word(n).to_owned());
    let of_kind = |n: u16| VariableKind::ALL[usize::from(n % 6)];
    let entity = |n: u16| Entity::ALL[usize::from(n % 3)];
    let members = |of: SetOf, n: u16| match of {
        SetOf::Documents => Members::Documents(
            documents.iter().copied().filter(|id| (id.0 as u16 ^ n).is_multiple_of(2)).collect(),
        ),
        SetOf::Codes => {
            Members::Codes(codes.iter().copied().filter(|id| (id.0 as u16 ^ n).is_multiple_of(3)).collect())
        }
    };
    let owner = |n: u16, which: u16| match entity(n) {
        Entity::Document => pick(&documents, which).map(Owner::Document),
        Entity::Case => pick(&cases, which).map(Owner::Case),
        Entity::Person => pick(&persons, which).map(Owner::Person),
    };
    let nothing = Ok(Changed::default());
    match kind {
        OperationKind::ChangeGroup => {
            let Some(group) = pick(&groups, n[0]) else { return nothing };
            let name = name(n[1]);
            changed(ops::documents::change_group(project, group, name.as_deref(), index(n[2])))
        }
        OperationKind::AddCase => changed(ops::cases::add(project, word(n[0]))),
        OperationKind::ChangeCase => {
            let Some(case) = pick(&cases, n[0]) else { return nothing };
            changed(ops::cases::change(project, case, &CaseChange { name: name(n[1]), index: index(n[2]) }))
        }
        OperationKind::RemoveCase => {
            let Some(case) = pick(&cases, n[0]) else { return nothing };
            changed(ops::cases::remove(project, case))
        }
        OperationKind::AssignCase => {
            let Some(document) = pick(&documents, n[0]) else { return nothing };
            let case = pick(&cases, n[1]).filter(|_| !n[2].is_multiple_of(4));
            changed(ops::cases::assign(project, document, case))
        }
        OperationKind::AddPerson => changed(ops::persons::add(project, word(n[0]))),
        OperationKind::ChangePerson => {
            let Some(person) = pick(&persons, n[0]) else { return nothing };
            let case = n[3].is_multiple_of(2).then(|| pick(&cases, n[3] / 2));
            let change = PersonChange { name: name(n[1]), case, index: index(n[2]) };
            changed(ops::persons::change(project, person, &change))
        }
        OperationKind::RemovePerson => {
            let Some(person) = pick(&persons, n[0]) else { return nothing };
            changed(ops::persons::remove(project, person))
        }
        OperationKind::AssignSpeaker => {
            if speakers.is_empty() {
                return nothing;
            }
            let speaker = &speakers[usize::from(n[0]) % speakers.len()];
            let person = pick(&persons, n[1]).filter(|_| !n[2].is_multiple_of(4));
            changed(ops::persons::assign(project, speaker, person))
        }
        OperationKind::AddSet => {
            let of = SetOf::ALL[usize::from(n[0] % 2)];
            changed(ops::sets::add(project, word(n[1]), &members(of, n[2])))
        }
        OperationKind::ChangeSet => {
            if sets.is_empty() {
                return nothing;
            }
            let set = &sets[usize::from(n[0]) % sets.len()];
            let of = set.members.of();
            let change = SetChange {
                name: name(n[1]),
                index: index(n[2]),
                add: n[3].is_multiple_of(2).then(|| members(of, n[3] / 2)),
                remove: n[3].is_multiple_of(3).then(|| members(of, n[3])),
            };
            changed(ops::sets::change(project, of, set.id, &change))
        }
        OperationKind::RemoveSet => {
            if sets.is_empty() {
                return nothing;
            }
            let set = &sets[usize::from(n[0]) % sets.len()];
            changed(ops::sets::remove(project, set.members.of(), set.id))
        }
        OperationKind::SaveQuery => {
            let query = match pick(&codes, n[1]) {
                Some(code) => {
                    let path = codes::tree(&project.read())?.path(code).to_owned();
                    let condition =
                        ["", " where weight > 3", " where document is missing"][usize::from(n[2] % 3)];
                    format!("\"{path}\"/*{condition}")
                }
                None => "*".to_owned(),
            };
            let query = ops::queries::read(&project.read(), &query)?;
            changed(ops::queries::save(project, word(n[0]), &query, n[3].is_multiple_of(2)))
        }
        OperationKind::RenameQuery => {
            let Some(query) = pick(&queries, n[0]) else { return nothing };
            changed(ops::queries::rename(project, query, word(n[1])))
        }
        OperationKind::RemoveQuery => {
            let Some(query) = pick(&queries, n[0]) else { return nothing };
            changed(ops::queries::remove(project, query))
        }
        OperationKind::KeepVersion => {
            changed(ops::versions::keep(project, word(n[0]), word(n[1]), n[2].is_multiple_of(2)))
        }
        OperationKind::ChangeVersion => {
            let Some(version) = pick(&versions, n[0]) else { return nothing };
            changed(ops::versions::change(project, version, name(n[1]).as_deref(), Some(word(n[2]))))
        }
        OperationKind::RemoveVersion => {
            let Some(version) = pick(&versions, n[0]) else { return nothing };
            changed(ops::versions::remove(project, version))
        }
        OperationKind::AddVariable => {
            let new = NewVariable {
                name: word(n[0]).to_owned(),
                kind: of_kind(n[1]),
                entity: entity(n[2]),
                disclosure: Disclosure::ALL[usize::from(n[3] % 3)],
            };
            changed(ops::variables::add(project, &new))
        }
        OperationKind::ChangeVariable => {
            let Some(variable) = pick(&variables, n[0]) else { return nothing };
            let change = VariableChange {
                name: name(n[1]),
                kind: n[2].is_multiple_of(3).then(|| of_kind(n[2] / 3)),
                entity: n[3].is_multiple_of(2).then(|| entity(n[3] / 2)),
                disclosure: (n[3] % 5 == 1).then(|| Disclosure::ALL[usize::from(n[3] % 3)]),
                index: index(n[0]),
            };
            changed(ops::variables::change(project, variable, &change))
        }
        OperationKind::RemoveVariable => {
            let Some(variable) = pick(&variables, n[0]) else { return nothing };
            changed(ops::variables::remove(project, variable))
        }
        OperationKind::SetVariable => {
            let Some(owner) = owner(n[0], n[1]) else { return nothing };
            let change = ValueChange {
                working: (!n[2].is_multiple_of(4)).then(|| value(n[2]).to_owned()),
                published: n[3]
                    .is_multiple_of(2)
                    .then(|| n[3].is_multiple_of(3).then(|| value(n[3]).to_owned())),
            };
            changed(ops::variables::set(project, owner, word(n[3]), Some(of_kind(n[1])), &change))
        }
        OperationKind::ImportVariables => {
            let (by, heads) =
                [(By::Label, "label"), (By::Case, "case"), (By::Person, "person")][usize::from(n[0] % 3)];
            let line =
                |number: u64, cells: [&str; 3]| Row { number, cells: cells.map(str::to_owned).to_vec() };
            let owner = |k: u16| if by == By::Label { ["1", "9", "2"][usize::from(k % 3)] } else { word(k) };
            let published = format!("{} (published)", word(n[1]));
            let rows = vec![
                line(1, [heads, word(n[1]), &published]),
                line(2, [owner(n[2]), value(n[2]), value(n[3])]),
                line(3, [owner(n[3]), value(n[3]), "-"]),
            ];
            let options =
                ImportOptions { by: Some(by), add: true, skip_errors: true, ..ImportOptions::default() };
            changed(ops::variable_import::import(project, &Incoming { name: "t.csv".into(), rows }, &options))
        }
        other => unreachable!("{other:?} is carried out elsewhere"),
    }
}
