//! What would still identify someone, before anything is given to others.

use std::sync::LazyLock;

use regex::Regex;

use super::{Scope, find, list};
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::documents::Role;
use crate::progress::Progress;
use crate::store::{Project, documents, erasure, names, settings};
use crate::text::{Span, Text, names as words, paragraphs};
use crate::tr;

/// What gives someone away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A listed form that still stands.
    ListedName,
    /// A speaker's label that looks like a name.
    Speaker,
    /// A document's title or the name of a file that looks like a person's name.
    Title,
    FileName,
    /// An e-mail address, a telephone number, a web address in a transcript.
    Address,
    /// A value that is to be published recoded, and has not been.
    Unrecoded,
    /// The history still has the old wording.
    History,
}

impl Kind {
    /// Invariant.
    pub fn name(self) -> &'static str {
        match self {
            Kind::ListedName => "listed-name",
            Kind::Speaker => "speaker",
            Kind::Title => "title",
            Kind::FileName => "file-name",
            Kind::Address => "address",
            Kind::Unrecoded => "unrecoded",
            Kind::History => "history",
        }
    }
    pub fn words(self) -> String {
        tr!(&format!("disclosure-{}", self.name()))
    }
}

/// One thing that would identify someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// A citation, a label, a name.
    pub place: String,
    pub words: String,
    /// Where it is in a transcript.
    pub at: Option<(DocumentId, Span)>,
}

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let mail = r"[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+";
    let web = r"(?i:https?://|\bwww\.)[^\s<>]+";
    let phone = r"(?:\+|\b0|\(0)\d[\d \u{A0}/()-]{5,}\d";
    Regex::new(&format!("{mail}|{web}|{phone}")).ok()
});

/// Everything found: listed names first, then what looks like a name, addresses, values.
pub fn check(project: &Project, progress: &Progress) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let list = list(project)?;
    let reader = project.read();
    if !list.is_empty() {
        for one in find(project, &list, &Scope { everywhere: true, ..Scope::default() }, progress)? {
            let at = one.document.zip(one.span);
            let place = match one.is_in_transcript() {
                true => one.place,
                false => format!("{} {}", super::field(one.table, one.column), one.place).trim().to_owned(),
            };
            findings.push(Finding { kind: Kind::ListedName, place, words: one.words, at });
        }
    }
    let pattern = settings::citation(&reader)?;
    let all = documents::list(&reader)?;
    progress.start(all.len() as u64);
    for document in &all {
        progress.step()?;
        let mut say = |kind, place: &str, words: &str, at| {
            findings.push(Finding { kind, place: place.to_owned(), words: words.to_owned(), at });
        };
        for speaker in documents::speakers(&reader, document.id)? {
            if speaker.role == Role::Interviewee && is_name(&speaker.label) {
                say(Kind::Speaker, &document.label, &speaker.label, None);
            }
        }
        if is_name(&document.title) {
            say(Kind::Title, &document.label, &document.title, None);
        }
        for file in std::iter::once(document.source_name.clone())
            .chain(erasure::recordings(&reader, Some(document.id))?)
        {
            let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
            if is_name(stem) {
                say(Kind::FileName, &document.label, &file, None);
            }
        }
        let text = documents::text(&reader, document.id)?;
        let lines = addresses(&text);
        if !lines.is_empty() {
            let numbered = documents::paragraphs(&reader, document.id)?;
            for span in lines {
                let place = match paragraphs::numbers(&numbered, span) {
                    Some((first, last)) => pattern.cite(&document.label, first, last),
                    None => document.label.clone(),
                };
                say(Kind::Address, &place, text.slice(span), Some((document.id, span)));
            }
        }
    }
    for (variable, whose) in names::unrecoded(&reader)? {
        findings.push(Finding { kind: Kind::Unrecoded, place: whose, words: variable, at: None });
    }
    let images = names::images(&reader)?;
    if images > 0 && !list.is_empty() {
        let words = tr!("disclosure-history-words", count = images);
        findings.push(Finding { kind: Kind::History, place: String::new(), words, at: None });
    }
    Ok(findings)
}

fn addresses(text: &Text) -> Vec<Span> {
    let Some(pattern) = ADDRESS.as_ref() else { return Vec::new() };
    let found = pattern.find_iter(text.as_str());
    found.map(|found| text.span(found.range())).collect()
}

/// Words of labels, titles and file names that name nobody, in small letters.
const NOBODY: &[&str] = &[
    "interview",
    "interviews",
    "interviewee",
    "interviewer",
    "interviewerin",
    "interviewpartner",
    "interviewpartnerin",
    "befragte",
    "befragter",
    "befragt",
    "person",
    "personen",
    "sprecher",
    "sprecherin",
    "speaker",
    "teilnehmer",
    "teilnehmerin",
    "teilnehmende",
    "participant",
    "respondent",
    "moderator",
    "moderatorin",
    "moderation",
    "expert",
    "experte",
    "expertin",
    "transkript",
    "transcript",
    "transkription",
    "transcription",
    "protokoll",
    "aufnahme",
    "recording",
    "audio",
    "video",
    "gruppe",
    "group",
    "gruppendiskussion",
    "focus",
    "fokusgruppe",
    "land",
    "kommune",
    "stadt",
    "pretest",
    "leitfaden",
    "guide",
    "final",
    "version",
    "korrigiert",
    "anonym",
    "anonymisiert",
    "document",
    "dokument",
    "unknown",
    "unbekannt",
    "alle",
    "all",
    "mehrere",
    "teil",
    "part",
    "und",
    "and",
    "mit",
    "with",
];

/// Whether a label looks like a name: a capitalised word of three letters that is none of the usual words. An
/// abbreviation (`IP`, `B1`, `AK`) and a replacement in brackets are none.
fn is_name(label: &str) -> bool {
    if label.starts_with('[') && label.ends_with(']') {
        return false;
    }
    words::words(label).filter_map(|range| label.get(range)).any(|word| {
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let small = letters.clone().any(char::is_lowercase);
        capital
            && small
            && word.chars().count() >= 3
            && word.chars().all(char::is_alphabetic)
            && !NOBODY.contains(&word.to_lowercase().as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_labels() {
        for name in ["Frau Müller", "Anna", "Interview Weber", "IP5_Mueller", "Hr. Özdemir"] {
            assert!(is_name(name), "{name}");
        }
        for label in [
            "B",
            "B1",
            "IP 5",
            "Interviewerin",
            "Person 2",
            "[Frau A]",
            "Interview 05",
            "AK",
            "Befragte/r",
            "2026-03-01",
        ] {
            assert!(!is_name(label), "{label}");
        }
    }

    #[test]
    fn addresses_are_told_from_numbers() {
        let found = |text: &str| -> Vec<String> {
            let text = Text::new(text);
            addresses(&text).into_iter().map(|span| text.slice(span).to_owned()).collect()
        };
        assert_eq!(found("an a.müller@amt-x.example.de, oder"), ["a.müller@amt-x.example.de"]);
        assert_eq!(found("auf https://amt.example/ü?x=1 steht"), ["https://amt.example/ü?x=1"]);
        assert_eq!(found("unter 0171 1234567 und +49 (0)30/123-45."), ["0171 1234567", "+49 (0)30/123-45"]);
        for none in
            ["00:12:03-5", "2019-2022", "01.02.2026", "1.000.000", "10 20 30", "am 3. Mai 2026", "§ 2 Abs. 3"]
        {
            assert_eq!(found(none), Vec::<String>::new(), "{none}");
        }
    }
}
