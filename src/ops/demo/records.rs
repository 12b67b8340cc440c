//! What belongs to the shipped interviews besides their texts: guides, stages, consents, released passages.
//! `sample-transcripts/records.json`; codes are named by their English paths, passages by words that stand once.

use serde::Deserialize;

use super::{Names, find};
use crate::error::{Error, Result};
use crate::formats::read;
use crate::model::consent::{Answer, Quotations};
use crate::model::guides::{ReferenceKind, Stage};
use crate::ops::consent::ConsentChange;
use crate::ops::documents::Source;
use crate::ops::guides::KeepAs;
use crate::ops::{consent, guides};
use crate::store::{Project, documents, persons};
use crate::tr;

const FILE: &str = "records.json";
const RECORDS: &str = include_str!("../../../sample-transcripts/records.json");
const GUIDES: [(&str, &str); 2] = [
    ("interview-guide-pretest.md", include_str!("../../../codebooks/interview-guide-pretest.md")),
    ("interview-guide.md", include_str!("../../../codebooks/interview-guide.md")),
];

#[derive(Deserialize)]
struct Records {
    guides: Vec<Guide>,
    pretests: Vec<String>,
    consents: Vec<Given>,
    releases: Vec<Released>,
}

#[derive(Deserialize)]
struct Guide {
    file: String,
    name: String,
    version: String,
    /// Codes.
    asks: Vec<String>,
    /// Labels of the interviews.
    led: Vec<String>,
}

#[derive(Deserialize)]
struct Given {
    label: String,
    /// None: the whole interview.
    person: Option<String>,
    given: String,
    quotations: String,
    scope: String,
    recording_deleted: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
struct Released {
    label: String,
    words: String,
    answer: String,
    #[serde(default)]
    wording: String,
}

fn broken(reason: impl ToString) -> Error {
    Error::invalid(tr!("error-demo", file = FILE, reason = reason.to_string()))
}

pub(super) fn write(project: &mut Project, names: &Names) -> Result<()> {
    let records: Records = serde_json::from_str(RECORDS).map_err(broken)?;
    let document = |project: &Project, label: &str| documents::by_label(&project.read(), label).map(|d| d.id);
    for guide in &records.guides {
        let text = GUIDES.iter().find(|(file, _)| *file == guide.file).map(|(_, text)| text.as_bytes());
        let bytes = text.ok_or_else(|| broken(&guide.file))?;
        let draft = read::read(&guide.file, bytes, &read::ReadOptions::default())?;
        let wanted = KeepAs {
            name: Some(guide.name.clone()),
            version: guide.version.clone(),
            kind: ReferenceKind::Guide,
        };
        let id = guides::import(project, &draft, &Source::new(&guide.file, bytes), &wanted)?.value;
        let asks = guide.asks.iter().map(|path| names.code(path)).collect::<Result<Vec<_>>>()?;
        guides::set_codes(project, id, &asks)?;
        for label in &guide.led {
            let document = document(project, label)?;
            guides::choose(project, document, Some(id))?;
        }
    }
    for label in &records.pretests {
        let document = document(project, label)?;
        guides::set_stage(project, document, Stage::Pretest)?;
    }
    for given in &records.consents {
        let document = document(project, &given.label)?;
        let change = ConsentChange {
            given: Some(given.given.clone()),
            quotations: Some(
                Quotations::from_name(&given.quotations).ok_or_else(|| broken(&given.quotations))?,
            ),
            scope: Some(given.scope.clone()),
            recording_deleted: given.recording_deleted.clone(),
            note: given.note.clone(),
            ..ConsentChange::default()
        };
        let person =
            given.person.as_deref().map(|name| persons::by_name(&project.read(), name)).transpose()?;
        consent::set(project, document, person.map(|person| person.id), &change)?;
    }
    for released in &records.releases {
        let document = document(project, &released.label)?;
        let transcript = documents::transcript(&project.read(), document)?;
        let span = find(&transcript, &released.words, &released.label)?;
        let answer = Answer::from_name(&released.answer).ok_or_else(|| broken(&released.answer))?;
        consent::release(project, document, span, answer, &released.wording)?;
    }
    Ok(())
}
