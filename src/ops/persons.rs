//! Persons who are interviewed, and the speakers that they are.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::cases::{check_line, same_name};
use crate::model::documents::{Role, Speaker};
use crate::model::history::{Done, OperationKind};
use crate::model::persons::Person;
use crate::model::{CaseId, PersonId, SpeakerId};
use crate::store::{Project, Reader, cases, documents, persons};
use crate::tr;

/// Adds a person. Refused where there is one of that name.
pub fn add(project: &mut Project, name: &str) -> Result<Done<PersonId>> {
    let name = check_line(name)?;
    project.operate(OperationKind::AddPerson, json!({"name": name}), |w| {
        check_free(w, name, None)?;
        persons::insert(w, name)
    })
}

fn check_free(reader: &Reader<'_>, name: &str, but: Option<PersonId>) -> Result<()> {
    let taken = |person: &Person| Some(person.id) != but && same_name(&person.name, name);
    match persons::list(reader)?.into_iter().find(taken) {
        Some(person) => Err(Error::refused(tr!("error-person-exists", name = person.name))),
        None => Ok(()),
    }
}

/// What to change on a person; none leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    pub name: Option<String>,
    /// A case of their own; `Some(None)`: that of the documents in which they speak.
    pub case: Option<Option<CaseId>>,
    /// Index among all persons; past the end: last.
    pub index: Option<usize>,
}

pub fn change(project: &mut Project, id: PersonId, change: &PersonChange) -> Result<Done<()>> {
    project.operate(OperationKind::ChangePerson, json!({}), |w| {
        w.argument("name", persons::get(w, id)?.name);
        if let Some(name) = &change.name {
            let name = check_line(name)?;
            check_free(w, name, Some(id))?;
            persons::rename(w, id, name)?;
        }
        if let Some(case) = change.case {
            if let Some(case) = case {
                cases::get(w, case)?;
            }
            persons::set_case(w, id, case)?;
        }
        if let Some(index) = change.index {
            persons::place(w, id, index)?;
        }
        Ok(())
    })
}

/// Removes a person with their values; the speakers that they were stay. Refused while a consent of theirs is on record.
pub fn remove(project: &mut Project, id: PersonId) -> Result<Done<()>> {
    project.operate(OperationKind::RemovePerson, json!({}), |w| {
        let person = persons::get(w, id)?;
        w.argument("name", person.name.as_str());
        if persons::consents(w, id)? > 0 {
            return Err(Error::refused(tr!("error-person-has-consent", name = person.name))
                .hint(tr!("hint-person-has-consent")));
        }
        persons::remove(w, id)
    })
}

/// Says who a speaker of a document is (none: nobody known). Interviewers are not interviewed.
pub fn assign(project: &mut Project, speaker: &Speaker, person: Option<PersonId>) -> Result<Done<()>> {
    project.operate(OperationKind::AssignSpeaker, json!({"speaker": speaker.label}), |w| {
        let label = documents::get(w, speaker.document)?.label;
        w.argument("label", label.as_str());
        let now = speaker_of(w, speaker.id)?;
        if now.role == Role::Interviewer && person.is_some() {
            let error = tr!("error-interviewer-no-person", speaker = now.label, label = label);
            return Err(Error::invalid(error));
        }
        w.argument(
            "name",
            person.map(|person| persons::get(w, person)).transpose()?.map(|person| person.name),
        );
        persons::assign(w, speaker.id, person)
    })
}

fn speaker_of(reader: &Reader<'_>, id: SpeakerId) -> Result<Speaker> {
    let found = persons::all_speakers(reader)?.into_iter().find(|speaker| speaker.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-speaker-gone")))
}
