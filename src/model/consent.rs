//! Consent: what an interview or one person in it has agreed to, and whether words may be quoted.

use super::{ConsentId, DocumentId, PersonId, ReleaseId};
use crate::text::Span;

/// Whether words may be quoted, as agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Quotations {
    /// Nobody has written it down.
    #[default]
    Unknown,
    Yes,
    /// Without what tells who it was.
    Anonymous,
    /// Each passage is put before the person.
    Ask,
    No,
}

impl Quotations {
    pub const ALL: [Quotations; 5] =
        [Quotations::Unknown, Quotations::Yes, Quotations::Anonymous, Quotations::Ask, Quotations::No];
    pub fn name(self) -> &'static str {
        match self {
            Quotations::Unknown => "unknown",
            Quotations::Yes => "yes",
            Quotations::Anonymous => "anonymous",
            Quotations::Ask => "ask",
            Quotations::No => "no",
        }
    }
    pub fn from_name(name: &str) -> Option<Quotations> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What was agreed for a document, by one person or for the whole interview. Dates are days, `2026-03-01`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub id: ConsentId,
    pub uuid: String,
    pub document: DocumentId,
    /// None: the whole interview.
    pub person: Option<PersonId>,
    /// The person's name.
    pub name: Option<String>,
    pub given: Option<String>,
    /// What for, in words.
    pub scope: String,
    pub quotations: Quotations,
    pub withdrawn: Option<String>,
    pub delete_recording_by: Option<String>,
    pub recording_deleted: Option<String>,
    pub note: String,
}

/// What became of a passage that was put before the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Without an answer so far.
    Asked,
    Released,
    /// Released in other words.
    Changed,
    Refused,
}

impl Answer {
    pub const ALL: [Answer; 4] = [Answer::Asked, Answer::Released, Answer::Changed, Answer::Refused];
    pub fn name(self) -> &'static str {
        match self {
            Answer::Asked => "asked",
            Answer::Released => "released",
            Answer::Changed => "changed",
            Answer::Refused => "refused",
        }
    }
    pub fn from_name(name: &str) -> Option<Answer> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A passage that was put before the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub id: ReleaseId,
    pub uuid: String,
    pub document: DocumentId,
    pub span: Span,
    pub answer: Answer,
    /// What the person wants to read instead.
    pub wording: String,
    pub at: String,
}

/// Who speaks in a passage, interviewers aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    Person(PersonId),
    /// A speaker whom nobody has said to be one of the persons, or a paragraph without a speaker.
    Unnamed,
}

/// Whether a passage may be quoted, and why not. The strictest is the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MayQuote {
    Yes,
    /// This passage was put before the person and released.
    Released,
    /// Only without what tells who it was.
    Anonymous,
    /// In these words.
    Changed(String),
    /// Nothing is written down for somebody who speaks in it.
    Unknown,
    /// It has to be put before the person first.
    Ask,
    /// It was, and there is no answer yet.
    Asked,
    /// This passage was refused.
    Refused,
    No,
    Withdrawn,
}

impl MayQuote {
    /// The invariant name; `quote-NAME` are its words.
    pub fn name(&self) -> &'static str {
        match self {
            MayQuote::Yes => "yes",
            MayQuote::Released => "released",
            MayQuote::Anonymous => "anonymous",
            MayQuote::Changed(_) => "changed",
            MayQuote::Unknown => "unknown",
            MayQuote::Ask => "ask",
            MayQuote::Asked => "asked",
            MayQuote::Refused => "refused",
            MayQuote::No => "no",
            MayQuote::Withdrawn => "withdrawn",
        }
    }
    /// Whether it may be quoted as it stands.
    pub fn is_free(&self) -> bool {
        matches!(self, MayQuote::Yes | MayQuote::Released)
    }
}

/// Whether a passage of a document may be quoted: as the strictest of those who speak in it has agreed, or as single
/// passages were answered. A person's own word comes before what was agreed for the whole interview; but an interview
/// that is withdrawn as a whole is withdrawn for all.
///
/// `consents` and `releases` are the document's; `voices` is empty where only interviewers speak.
pub fn may_quote(consents: &[Consent], releases: &[Release], voices: &[Voice], span: Span) -> MayQuote {
    let whole = consents.iter().find(|consent| consent.person.is_none());
    if whole.is_some_and(|whole| whole.withdrawn.is_some()) {
        return MayQuote::Withdrawn;
    }
    if voices.is_empty() {
        return MayQuote::Yes;
    }
    let persons = || consents.iter().filter(|consent| consent.person.is_some());
    let mut strictest = MayQuote::Yes;
    let mut take = |answer: MayQuote| {
        if strictness(&answer) > strictness(&strictest) {
            strictest = answer;
        }
    };
    for voice in voices {
        let own = match voice {
            Voice::Person(person) => persons().find(|consent| consent.person == Some(*person)),
            Voice::Unnamed => None,
        };
        match (own.or(whole), voice) {
            (Some(consent), _) => take(agreed(consent)),
            (None, Voice::Person(_)) => take(MayQuote::Unknown),
            // It can be any of them.
            (None, Voice::Unnamed) => {
                take(MayQuote::Unknown);
                persons().for_each(|consent| take(agreed(consent)));
            }
        }
    }
    answered(strictest, releases, span)
}

fn agreed(consent: &Consent) -> MayQuote {
    match (consent.withdrawn.is_some(), consent.quotations) {
        (true, _) => MayQuote::Withdrawn,
        (_, Quotations::Unknown) => MayQuote::Unknown,
        (_, Quotations::Yes) => MayQuote::Yes,
        (_, Quotations::Anonymous) => MayQuote::Anonymous,
        (_, Quotations::Ask) => MayQuote::Ask,
        (_, Quotations::No) => MayQuote::No,
    }
}

fn strictness(answer: &MayQuote) -> u8 {
    match answer {
        MayQuote::Yes => 0,
        MayQuote::Released => 1,
        MayQuote::Anonymous => 2,
        MayQuote::Changed(_) => 3,
        MayQuote::Unknown => 4,
        MayQuote::Ask => 5,
        MayQuote::Asked => 6,
        MayQuote::Refused => 7,
        MayQuote::No => 8,
        MayQuote::Withdrawn => 9,
    }
}

/// What was answered for a passage that holds this one; a refusal of any part of it counts for the whole.
fn answered(agreed: MayQuote, releases: &[Release], span: Span) -> MayQuote {
    if matches!(agreed, MayQuote::No | MayQuote::Withdrawn) {
        return agreed;
    }
    if releases.iter().any(|release| release.answer == Answer::Refused && release.span.overlaps(span)) {
        return MayQuote::Refused;
    }
    let holds = |release: &&Release| release.span.start <= span.start && release.span.end >= span.end;
    // The narrowest says most of this passage; of two alike the newer one.
    let found = releases.iter().filter(holds).rev().min_by_key(|release| release.span.len());
    match (found.map(|release| release.answer), found) {
        (Some(Answer::Released), _) => MayQuote::Released,
        (Some(Answer::Changed), Some(release)) => MayQuote::Changed(release.wording.clone()),
        (Some(Answer::Asked), _) if strictness(&agreed) <= strictness(&MayQuote::Ask) => MayQuote::Asked,
        _ => agreed,
    }
}

/// What somebody has to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// Nothing is written down, or no date of the consent.
    Missing,
    /// Withdrawn on this day, and the interview is still in the study.
    Withdrawn { on: String, name: Option<String> },
    /// The recording was to be deleted by a day that has passed.
    Overdue { by: String },
}

impl Concern {
    /// The invariant name.
    pub fn name(&self) -> &'static str {
        match self {
            Concern::Missing => "missing",
            Concern::Withdrawn { .. } => "withdrawn",
            Concern::Overdue { .. } => "overdue",
        }
    }
}

/// What is to be seen to in one document's consents, on a day (`2026-03-01`).
pub fn concerns(consents: &[Consent], today: &str) -> Vec<Concern> {
    let mut found = Vec::new();
    for consent in consents {
        if let Some(on) = &consent.withdrawn {
            found.push(Concern::Withdrawn { on: on.clone(), name: consent.name.clone() });
        }
    }
    let due = consents.iter().filter(|consent| consent.recording_deleted.is_none());
    let due = due.filter_map(|consent| consent.delete_recording_by.as_deref()).min();
    if let Some(by) = due.filter(|by| *by < today) {
        found.push(Concern::Overdue { by: by.to_owned() });
    }
    if consents.is_empty() || consents.iter().any(|consent| consent.given.is_none()) {
        found.push(Concern::Missing);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consent(person: Option<i64>, quotations: Quotations, withdrawn: bool) -> Consent {
        Consent {
            id: ConsentId(person.unwrap_or(0)),
            uuid: String::new(),
            document: DocumentId(1),
            person: person.map(PersonId),
            name: None,
            given: Some("2026-01-01".to_owned()),
            scope: String::new(),
            quotations,
            withdrawn: withdrawn.then(|| "2026-02-01".to_owned()),
            delete_recording_by: None,
            recording_deleted: None,
            note: String::new(),
        }
    }

    fn release(start: u32, end: u32, answer: Answer) -> Release {
        Release {
            id: ReleaseId(1),
            uuid: String::new(),
            document: DocumentId(1),
            span: Span::new(start, end),
            answer,
            wording: "other words".to_owned(),
            at: String::new(),
        }
    }

    const A: Voice = Voice::Person(PersonId(1));
    const B: Voice = Voice::Person(PersonId(2));

    fn here() -> Span {
        Span::new(10, 20)
    }

    #[test]
    fn the_strictest_person_who_speaks_decides() {
        use Quotations::{Anonymous, Ask, No, Yes};
        let joint =
            [consent(Some(1), Yes, false), consent(Some(2), No, false), consent(None, Anonymous, false)];
        let answer = |voices: &[Voice]| may_quote(&joint, &[], voices, here());
        assert_eq!(answer(&[A]), MayQuote::Yes);
        assert_eq!(answer(&[B]), MayQuote::No);
        assert_eq!(answer(&[A, B]), MayQuote::No);
        // Somebody of whom nothing is written down: what was agreed for the whole.
        assert_eq!(answer(&[Voice::Unnamed]), MayQuote::Anonymous);
        assert_eq!(answer(&[A, Voice::Person(PersonId(3))]), MayQuote::Anonymous);
        // Without anything for the whole an unnamed voice can be any of them.
        assert_eq!(may_quote(&joint[..2], &[], &[Voice::Unnamed], here()), MayQuote::No);
        assert_eq!(may_quote(&joint[..1], &[], &[Voice::Unnamed], here()), MayQuote::Unknown);
        assert_eq!(may_quote(&[], &[], &[A], here()), MayQuote::Unknown);
        assert_eq!(may_quote(&[], &[], &[], here()), MayQuote::Yes, "the interviewer's own words");
        let asked = [consent(Some(1), Ask, false), consent(None, Yes, true)];
        assert_eq!(may_quote(&asked, &[], &[A], here()), MayQuote::Withdrawn);
        assert_eq!(may_quote(&asked, &[], &[], here()), MayQuote::Withdrawn);
        assert_eq!(may_quote(&[consent(Some(1), Yes, true)], &[], &[A], here()), MayQuote::Withdrawn);
    }

    #[test]
    fn single_passages_are_answered_for_themselves() {
        use Quotations::{Ask, No, Yes};
        let ask = [consent(None, Ask, false)];
        let answer = |consents: &[Consent], releases: &[Release]| {
            may_quote(consents, releases, &[Voice::Unnamed], here())
        };
        assert_eq!(answer(&ask, &[]), MayQuote::Ask);
        assert_eq!(answer(&ask, &[release(10, 20, Answer::Asked)]), MayQuote::Asked);
        assert_eq!(answer(&ask, &[release(0, 30, Answer::Released)]), MayQuote::Released);
        assert_eq!(answer(&ask, &[release(10, 19, Answer::Released)]), MayQuote::Ask, "not all of it");
        let changed = release(10, 20, Answer::Changed);
        assert_eq!(answer(&ask, std::slice::from_ref(&changed)), MayQuote::Changed("other words".to_owned()));
        assert_eq!(answer(&ask, &[release(0, 30, Answer::Released), changed.clone()]).name(), "changed");
        assert_eq!(answer(&ask, &[changed, release(0, 30, Answer::Released)]).name(), "changed");
        assert_eq!(
            answer(&ask, &[release(0, 30, Answer::Released), release(19, 25, Answer::Refused)]),
            MayQuote::Refused
        );
        assert_eq!(
            answer(&ask, &[release(20, 25, Answer::Refused)]),
            MayQuote::Ask,
            "touching is not overlapping"
        );
        let yes = [consent(None, Yes, false)];
        assert_eq!(answer(&yes, &[release(10, 12, Answer::Refused)]), MayQuote::Refused);
        let no = [consent(None, No, false)];
        assert_eq!(answer(&no, &[release(0, 30, Answer::Released)]), MayQuote::No);
    }

    #[test]
    fn what_is_to_be_seen_to_depends_on_the_day() {
        let mut row = consent(None, Quotations::Yes, false);
        row.delete_recording_by = Some("2026-03-01".to_owned());
        assert_eq!(concerns(std::slice::from_ref(&row), "2026-03-01"), []);
        let overdue = Concern::Overdue { by: "2026-03-01".to_owned() };
        assert_eq!(concerns(std::slice::from_ref(&row), "2026-03-02"), [overdue]);
        row.recording_deleted = Some("2026-02-20".to_owned());
        assert_eq!(concerns(std::slice::from_ref(&row), "2026-03-02"), []);
        row.given = None;
        row.withdrawn = Some("2026-02-25".to_owned());
        let names: Vec<_> = concerns(&[row], "2026-03-02").iter().map(Concern::name).collect();
        assert_eq!(names, ["withdrawn", "missing"]);
        assert_eq!(concerns(&[], "2026-03-02"), [Concern::Missing]);
    }
}
