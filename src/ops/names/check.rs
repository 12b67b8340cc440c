//! What would still identify someone, before anything is given to others.
//!
//! Looked for are names that the study itself knows (listed ones, those of persons, speakers and cases, those in labels,
//! titles and names of files) and what tells by its form: a name behind a title, a date of birth, an account, an
//! address. Equal ones are one finding with the number of places, the most telling kinds first.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{list, place};
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::documents::Role;
use crate::model::names::Names;
use crate::progress::Progress;
use crate::store::{Project, cases, codes, documents, erasure, names, persons, settings};
use crate::text::disclosure::{self, CommonWords, Sign};
use crate::text::names::{Form, NameFinder};
use crate::text::{Paragraph, ParagraphKind, Span, Text, paragraphs};
use crate::tr;

/// What gives someone away, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A listed form that still stands.
    ListedName,
    /// The name of a person of the study.
    Person,
    /// The name of someone who speaks.
    Speaker,
    /// A name behind a title: `Frau Müller`.
    Titled,
    /// A word that may be a name, in a file's name or in a document's label or title.
    FileName,
    Title,
    /// The name of a case.
    Case,
    /// A date of birth.
    Birth,
    /// The number of an account.
    Account,
    /// An e-mail address, a telephone number, a web address.
    Address,
    /// A street with a number.
    Street,
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
            Kind::Person => "person",
            Kind::Speaker => "speaker",
            Kind::Titled => "titled",
            Kind::FileName => "file-name",
            Kind::Title => "title",
            Kind::Case => "case",
            Kind::Birth => "birth",
            Kind::Account => "account",
            Kind::Address => "address",
            Kind::Street => "street",
            Kind::Unrecoded => "unrecoded",
            Kind::History => "history",
        }
    }
    pub fn words(self) -> String {
        tr!(&format!("disclosure-{}", self.name()))
    }
}

impl From<Sign> for Kind {
    fn from(sign: Sign) -> Kind {
        match sign {
            Sign::Titled => Kind::Titled,
            Sign::Birth => Kind::Birth,
            Sign::Account => Kind::Account,
            Sign::Address => Kind::Address,
            Sign::Street => Kind::Street,
        }
    }
}

/// One thing that would identify someone, wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub words: String,
    /// How often it stands in the study.
    pub count: u32,
    /// Citations first, then other texts; each once.
    pub places: Vec<String>,
    /// Where it is first in a transcript.
    pub at: Option<(DocumentId, Span)>,
}

/// How many places are named where the rest is counted.
const NAMED: usize = 3;

impl Finding {
    /// The first places, and how many more there are.
    pub fn where_it_is(&self) -> String {
        let mut named = self.places.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("; ");
        if self.places.len() > NAMED {
            named = tr!("disclosure-more-places", places = named, count = self.places.len() - NAMED);
        }
        named
    }
}

/// What to look for in the texts of one study.
#[derive(Debug, Clone, Default)]
pub(super) struct Telling {
    finder: NameFinder,
    /// What each form of the finder says: the name as it is called, and how it is known.
    known: Vec<(String, Kind)>,
    common: CommonWords,
}

/// Something telling in a text.
pub(super) struct Told {
    pub kind: Kind,
    pub words: String,
    pub bytes: std::ops::Range<usize>,
}

impl Telling {
    /// Names that the study knows, and which words are common in it. What stands for a listed name tells nothing.
    pub(super) fn of(project: &Project, list: &Names) -> Result<Telling> {
        let reader = project.read();
        let mut common = CommonWords::default();
        let all = documents::list(&reader)?;
        for document in &all {
            common.read(documents::text(&reader, document.id)?.as_str());
        }
        let mut telling = Telling { common, ..Telling::default() };
        let replacements: Vec<&str> = list.replacements();
        let listed = list.finder();
        let mut forms: Vec<String> = Vec::new();
        let mut know = |name: &str, kind: Kind, telling: &mut Telling| {
            let stands_for = replacements.iter().any(|replacement| replacement.contains(name));
            if name.is_empty() || stands_for || listed.is_in(name) || forms.iter().any(|form| form == name) {
                return;
            }
            forms.push(name.to_owned());
            telling.known.push((name.to_owned(), kind));
            if !name.ends_with(['s', 'x', 'z', 'ß']) {
                forms.push(format!("{name}s"));
                telling.known.push((name.to_owned(), kind));
            }
        };
        for person in persons::list(&reader)? {
            know(disclosure::name_in(&person.name, None).unwrap_or_default(), Kind::Person, &mut telling);
        }
        for speaker in persons::all_speakers(&reader)? {
            if speaker.role == Role::Interviewee {
                let name = disclosure::name_in(&speaker.label, None).unwrap_or_default();
                know(name, Kind::Speaker, &mut telling);
            }
        }
        for case in cases::list(&reader)? {
            know(disclosure::name_in(&case.name, None).unwrap_or_default(), Kind::Case, &mut telling);
        }
        // What is known already is known: a title may hold a case's name and another word.
        let known = NameFinder::new(telling.known.iter().map(|(name, _)| exact(name)));
        let mut suspected = Vec::new();
        let recordings = erasure::recordings(&reader, None)?;
        let files = all.iter().map(|document| document.source_name.as_str());
        for file in files.chain(recordings.iter().map(String::as_str)) {
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            suspected.push((stem, Kind::FileName));
        }
        for document in &all {
            suspected.push((&document.label, Kind::Title));
            suspected.push((&document.title, Kind::Title));
        }
        for (text, kind) in suspected {
            let rest = known.replace(text, |_| "0").map_or_else(|| text.to_owned(), |(rest, _)| rest);
            let name = disclosure::name_in(&rest, Some(&telling.common)).unwrap_or_default().to_owned();
            know(&name, kind, &mut telling);
        }
        telling.finder = NameFinder::new(forms.iter().map(|form| exact(form)));
        Ok(telling)
    }

    /// What is telling in a text, names that are listed aside.
    pub(super) fn find(&self, text: &str) -> Vec<Told> {
        let mut told: Vec<Told> = Vec::new();
        for (sign, bytes) in disclosure::signs(text, &self.common) {
            let words = text.get(bytes.clone()).unwrap_or_default();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            told.push(Told { kind: sign.into(), words, bytes });
        }
        for found in self.finder.find(text) {
            // `Frau Weber` is told once, as the name that is known.
            let Some((name, kind)) = self.known.get(found.form) else { continue };
            told.retain(|one| {
                one.kind != Kind::Titled
                    || one.bytes.end <= found.bytes.start
                    || found.bytes.end <= one.bytes.start
            });
            if told.iter().all(|one| one.bytes.end <= found.bytes.start || found.bytes.end <= one.bytes.start)
            {
                told.push(Told { kind: *kind, words: name.clone(), bytes: found.bytes });
            }
        }
        told.sort_by_key(|one| one.bytes.start);
        told
    }
}

fn exact(spelling: &str) -> Form<'_> {
    Form { spelling, any_case: false }
}

/// Findings as they come in: equal ones are one.
#[derive(Default)]
struct Findings {
    all: Vec<Finding>,
    by_words: HashMap<(Kind, String), usize>,
    /// Places that are named already, by finding.
    named: HashSet<(usize, String)>,
}

impl Findings {
    fn add(&mut self, kind: Kind, words: &str, place: String, at: Option<(DocumentId, Span)>) {
        let next = self.all.len();
        let nth = *self.by_words.entry((kind, words.to_owned())).or_insert(next);
        if nth == next {
            self.all.push(Finding { kind, words: words.to_owned(), count: 0, places: Vec::new(), at });
        }
        let Some(finding) = self.all.get_mut(nth) else { return };
        finding.count += 1;
        finding.at = finding.at.or(at);
        if !place.is_empty() && self.named.insert((nth, place.clone())) {
            finding.places.push(place);
        }
    }
}

/// Everything found, the most telling kinds first, then what stands most often.
pub fn check(project: &Project, progress: &Progress) -> Result<Vec<Finding>> {
    let list = list(project)?;
    let reader = project.read();
    let telling = Telling::of(project, &list)?;
    let listed = list.finder();
    let forms: Vec<&str> = list.forms().map(|(name, _)| name.called()).collect();
    let mut findings = Findings::default();
    let pattern = settings::citation(&reader)?;
    let all = documents::list(&reader)?;
    progress.start(all.len() as u64 + 1);
    for document in &all {
        progress.step()?;
        let text = documents::text(&reader, document.id)?;
        let lines = documents::paragraphs(&reader, document.id)?;
        let mut say = |kind, words: &str, bytes| {
            let span = text.span(bytes);
            if kind == Kind::Address && is_of_a_tool(&text, &lines, span) {
                return;
            }
            let place = match paragraphs::numbers(&lines, span) {
                Some((first, last)) => pattern.cite(&document.label, first, last),
                None => document.label.clone(),
            };
            findings.add(kind, words, place, Some((document.id, span)));
        };
        for found in listed.find(text.as_str()) {
            say(Kind::ListedName, forms.get(found.form).copied().unwrap_or_default(), found.bytes);
        }
        for told in without(telling.find(text.as_str()), &listed, text.as_str()) {
            say(told.kind, &told.words, told.bytes);
        }
    }
    progress.step()?;
    let tree = codes::tree(&reader)?;
    names::each_text(&reader, &mut |stored| {
        progress.check()?;
        let mut told: Vec<(Kind, String)> = listed
            .find(&stored.text)
            .into_iter()
            .map(|found| (Kind::ListedName, forms.get(found.form).copied().unwrap_or_default().to_owned()))
            .collect();
        // What another coder has written is looked through for names that are known, and not read out.
        if !stored.hidden {
            let found = without(telling.find(&stored.text), &listed, &stored.text);
            told.extend(found.into_iter().map(|one| (one.kind, one.words)));
        }
        if !told.is_empty() {
            let place = place(&reader, &tree, &pattern, &stored)?;
            let place = format!("{} {place}", super::field(stored.table, stored.column)).trim().to_owned();
            for (kind, words) in told {
                findings.add(kind, &words, place.clone(), None);
            }
        }
        Ok(())
    })?;
    for (variable, whose) in names::unrecoded(&reader)? {
        findings.add(Kind::Unrecoded, &variable, whose, None);
    }
    let images = names::images(&reader)?;
    if images > 0 && !list.is_empty() {
        findings.add(Kind::History, &tr!("disclosure-history-words", count = images), String::new(), None);
    }
    let mut all = findings.all;
    all.sort_by_key(|one| (one.kind, std::cmp::Reverse(one.count)));
    Ok(all)
}

/// Without what holds a listed name: that is told as such.
fn without(told: Vec<Told>, listed: &NameFinder, text: &str) -> Vec<Told> {
    if listed.is_empty() {
        return told;
    }
    told.into_iter().filter(|one| !listed.is_in(text.get(one.bytes.clone()).unwrap_or_default())).collect()
}

/// Whether an address stands in a line that a transcribing program writes about itself.
fn is_of_a_tool(text: &Text, lines: &[Paragraph], span: Span) -> bool {
    !text.slice(span).contains('@')
        && lines.iter().any(|line| {
            line.kind == ParagraphKind::Header && line.span.start <= span.start && span.end <= line.span.end
        })
}

/// How many things of each kind there are, in words: `Listed name (4), case (2)`.
pub(super) fn counts(found: &BTreeMap<Kind, u32>) -> String {
    let counted = found.iter().map(|(kind, count)| format!("{} ({count})", kind.words()));
    counted.collect::<Vec<_>>().join(", ")
}
