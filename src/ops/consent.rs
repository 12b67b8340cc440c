//! Consent: writing down what was agreed, withdrawing it, releasing single passages; whether words may be quoted.

use std::collections::HashMap;

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::codings::Segment;
use crate::model::consent::{self, Answer, Concern, Consent, MayQuote, Quotations, Release, Voice};
use crate::model::documents::{Role, Speaker};
use crate::model::history::{Done, OperationKind};
use crate::model::variables::{Typed, VariableKind, stored_date};
use crate::model::{CodingId, DocumentId, PersonId};
use crate::store::{Project, Reader, Writer, consent as rows, documents, persons};
use crate::text::{Paragraph, ParagraphKind, Span, paragraphs};
use crate::tr;

/// What to write down; none leaves as it is, an empty text takes away.
#[derive(Debug, Clone, Default)]
pub struct ConsentChange {
    pub given: Option<String>,
    pub scope: Option<String>,
    pub quotations: Option<Quotations>,
    pub withdrawn: Option<String>,
    pub delete_recording_by: Option<String>,
    pub recording_deleted: Option<String>,
    pub note: Option<String>,
}

/// Writes down what was agreed for a document, by one person or for the whole interview.
pub fn set(
    project: &mut Project,
    document: DocumentId,
    person: Option<PersonId>,
    change: &ConsentChange,
) -> Result<Done<()>> {
    let whose = whose(&project.read(), document, person)?;
    project
        .operate(OperationKind::SetConsent, json!({"label": whose}), |w| apply(w, document, person, change))
}

/// The consent is withdrawn on a day. The interview stays until somebody erases it.
pub fn withdraw(
    project: &mut Project,
    document: DocumentId,
    person: Option<PersonId>,
    on: &str,
) -> Result<Done<()>> {
    let whose = whose(&project.read(), document, person)?;
    let on = day(on)?;
    let change = ConsentChange { withdrawn: Some(on.clone()), ..ConsentChange::default() };
    project.operate(OperationKind::WithdrawConsent, json!({"label": whose, "value": on}), |w| {
        apply(w, document, person, &change)
    })
}

/// What was written down is taken out again, as if nobody had been asked.
pub fn remove(project: &mut Project, document: DocumentId, person: Option<PersonId>) -> Result<Done<()>> {
    let whose = whose(&project.read(), document, person)?;
    project.operate(OperationKind::RemoveConsent, json!({"label": whose}), |w| {
        match rows::of_person(w, document, person)? {
            Some(consent) => rows::remove(w, consent.id),
            None => Err(Error::not_found(tr!("error-no-consent", label = whose.clone()))),
        }
    })
}

fn apply(
    w: &Writer<'_>,
    document: DocumentId,
    person: Option<PersonId>,
    change: &ConsentChange,
) -> Result<()> {
    if rows::of_person(w, document, person)?.is_none() {
        rows::insert(w, document, person)?;
    }
    let Some(mut consent) = rows::of_person(w, document, person)? else { return Ok(()) };
    put_day(&mut consent.given, change.given.as_deref())?;
    put_day(&mut consent.withdrawn, change.withdrawn.as_deref())?;
    put_day(&mut consent.delete_recording_by, change.delete_recording_by.as_deref())?;
    put_day(&mut consent.recording_deleted, change.recording_deleted.as_deref())?;
    for (field, text) in [(&mut consent.scope, &change.scope), (&mut consent.note, &change.note)] {
        if let Some(text) = text {
            *field = text.trim().to_owned();
        }
    }
    consent.quotations = change.quotations.unwrap_or(consent.quotations);
    if let (Some(given), Some(withdrawn)) = (&consent.given, &consent.withdrawn)
        && withdrawn < given
    {
        let (given, withdrawn) = (given.clone(), withdrawn.clone());
        return Err(Error::invalid(tr!("error-consent-order", given = given, withdrawn = withdrawn)));
    }
    rows::update(w, &consent)
}

fn put_day(field: &mut Option<String>, text: Option<&str>) -> Result<()> {
    match text.map(str::trim) {
        None => {}
        Some("") => *field = None,
        Some(text) => *field = Some(day(text)?),
    }
    Ok(())
}

/// A day as it is stored, `2026-03-01`; typed as a variable's date may be.
pub fn day(text: &str) -> Result<String> {
    match VariableKind::Date.read(text.trim()) {
        Some(Typed::Date(day)) => Ok(day.to_string()),
        _ => Err(Error::invalid(tr!("error-no-day", text = text.to_owned())).hint(tr!("hint-no-day"))),
    }
}

/// Today where the person is.
pub fn today() -> String {
    crate::clock::day(&crate::clock::now())
}

/// `5`, or `5, Frau A` where it is one person's.
fn whose(reader: &Reader<'_>, document: DocumentId, person: Option<PersonId>) -> Result<String> {
    let label = documents::get(reader, document)?.label;
    match person {
        None => Ok(label),
        Some(id) => Ok(format!("{label}, {}", persons::get(reader, id)?.name)),
    }
}

/// Writes down what became of a passage that was put before the person. The same passage has one answer, the last.
pub fn release(
    project: &mut Project,
    document: DocumentId,
    span: Span,
    answer: Answer,
    wording: &str,
) -> Result<Done<()>> {
    let wording = wording.trim();
    let arguments = json!({"status": answer.name()});
    project.operate(OperationKind::ReleaseQuotation, arguments, |w| {
        let span = super::codings::check_span(w, document, span)?;
        w.argument("place", super::codings::cite(w, document, span)?);
        if answer == Answer::Changed && wording.is_empty() {
            return Err(Error::invalid(tr!("error-wording")).hint(tr!("hint-wording")));
        }
        rows::set_release(w, document, span, answer, wording)
    })
}

/// Whether a passage may be quoted: as the strictest person who speaks in it has agreed.
pub fn may_quote(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<MayQuote> {
    let consents = rows::of_document(reader, document)?;
    let releases = rows::releases(reader, Some(document))?;
    Ok(consent::may_quote(&consents, &releases, &rows::voices(reader, document, span)?, span))
}

/// What was agreed for one document, read once for many passages.
pub struct Agreed {
    consents: Vec<Consent>,
    releases: Vec<Release>,
    speakers: HashMap<String, Speaker>,
}

impl Agreed {
    pub fn read(reader: &Reader<'_>, document: DocumentId) -> Result<Agreed> {
        let speakers = documents::speakers(reader, document)?.into_iter();
        Ok(Agreed {
            consents: rows::of_document(reader, document)?,
            releases: rows::releases(reader, Some(document))?,
            speakers: speakers.map(|speaker| (speaker.label.clone(), speaker)).collect(),
        })
    }

    /// When the whole interview was withdrawn.
    pub fn withdrawn(&self) -> Option<&str> {
        let whole = self.consents.iter().find(|consent| consent.person.is_none());
        whole.and_then(|whole| whole.withdrawn.as_deref())
    }

    /// Whether a passage may be quoted, given the paragraphs of the document.
    pub fn may_quote(&self, paragraphs: &[Paragraph], span: Span) -> MayQuote {
        let mut voices = Vec::new();
        for paragraph in paragraphs::touched(paragraphs, span) {
            if matches!(paragraph.kind, ParagraphKind::Header | ParagraphKind::Heading) {
                continue;
            }
            let speaker = paragraph.speaker.as_ref().and_then(|label| self.speakers.get(label));
            if speaker.is_some_and(|speaker| speaker.role == Role::Interviewer) {
                continue;
            }
            let voice = speaker.and_then(|speaker| speaker.person).map_or(Voice::Unnamed, Voice::Person);
            if !voices.contains(&voice) {
                voices.push(voice);
            }
        }
        consent::may_quote(&self.consents, &self.releases, &voices, span)
    }
}

/// Why segments may not be quoted as they are, in words, by coding. A study that writes nothing of consent here is not
/// told so at every segment.
pub fn flags(reader: &Reader<'_>, segments: &[Segment]) -> Result<HashMap<CodingId, String>> {
    let mut flags = HashMap::new();
    if rows::list(reader)?.is_empty() {
        return Ok(flags);
    }
    for segment in segments {
        let answer = may_quote(reader, segment.coding.document, segment.coding.span)?;
        // What tells who it was is looked for on its own.
        if !answer.is_free() && answer != MayQuote::Anonymous {
            flags.insert(segment.coding.id, quote_words(&answer, &segment.citation));
        }
    }
    Ok(flags)
}

/// An answer about a passage in words.
pub fn quote_words(answer: &MayQuote, place: &str) -> String {
    let place = place.to_owned();
    match answer {
        MayQuote::Yes => tr!("quote-yes", place = place),
        MayQuote::Released => tr!("quote-released", place = place),
        MayQuote::Anonymous => tr!("quote-anonymous", place = place),
        MayQuote::Changed(wording) => tr!("quote-changed", place = place, wording = wording.clone()),
        MayQuote::Unknown => tr!("quote-unknown", place = place),
        MayQuote::Ask => tr!("quote-ask", place = place),
        MayQuote::Asked => tr!("quote-asked", place = place),
        MayQuote::Refused => tr!("quote-refused", place = place),
        MayQuote::No => tr!("quote-no", place = place),
        MayQuote::Withdrawn => tr!("quote-withdrawn", place = place),
    }
}

/// What is to be seen to, by document, on a day; documents without anything are not in it.
pub fn concerns(reader: &Reader<'_>, today: &str) -> Result<HashMap<DocumentId, Vec<Concern>>> {
    let mut by_document: HashMap<DocumentId, Vec<Consent>> = HashMap::new();
    for consent in rows::list(reader)? {
        by_document.entry(consent.document).or_default().push(consent);
    }
    let mut found = HashMap::new();
    for document in documents::list(reader)? {
        let consents = by_document.get(&document.id).map_or(&[][..], Vec::as_slice);
        let concerns = consent::concerns(consents, today);
        if !concerns.is_empty() {
            found.insert(document.id, concerns);
        }
    }
    Ok(found)
}

/// What was agreed, on one line: `Frau A · given 2026-03-01 · quotations: anonymous`; dates as the language writes them.
pub fn words(consent: &Consent) -> String {
    let mut parts: Vec<String> = consent.name.iter().cloned().collect();
    if let Some(on) = &consent.given {
        parts.push(tr!("consent-given", on = stored_date(on)));
    }
    let quotations = tr!(&format!("quotations-{}", consent.quotations.name()));
    parts.push(tr!("consent-quotations", answer = quotations));
    if let Some(on) = &consent.withdrawn {
        parts.push(tr!("concern-withdrawn", on = stored_date(on)));
    }
    match (&consent.recording_deleted, &consent.delete_recording_by) {
        (Some(on), _) => parts.push(tr!("consent-recording-deleted", on = stored_date(on))),
        (None, Some(by)) => parts.push(tr!("concern-overdue", by = stored_date(by))),
        (None, None) => {}
    }
    parts.extend([&consent.scope, &consent.note].into_iter().filter(|text| !text.is_empty()).cloned());
    parts.join(" · ")
}

/// A concern in words, short enough for a column.
pub fn concern_words(concern: &Concern) -> String {
    match concern {
        Concern::Missing => tr!("concern-missing"),
        Concern::Withdrawn { on, name: None } => tr!("concern-withdrawn", on = stored_date(on)),
        Concern::Withdrawn { on, name: Some(name) } => {
            tr!("concern-withdrawn-person", on = stored_date(on), name = name.clone())
        }
        Concern::Overdue { by } => tr!("concern-overdue", by = stored_date(by)),
    }
}
