//! Speaker labels: what looks like one, which to believe, and who is the interviewer.
//!
//! A line is read for a candidate first ([`opening`]); a whole document decides which candidates are labels
//! ([`Labels::learn`]), since „Er sagte:" at the start of a line looks like one and is none. A label counts when
//!
//! * the caller lists it, or
//! * it opens two paragraphs or more, or
//! * a time stands beside it (`Name  0:03`, `Name: [00:02:05]`) in a document with two such lines, or
//! * it is a conventional short form (`I`, `B1`, `IP 5`, `S00`, `Speaker 2`) in a document with two such forms, or
//! * it is a name of several words (`Mara Lind`) in a document most of whose lines have labels, or
//! * its parts are labels: `B1 und B2`, or
//! * a machine wrote it: `[SPEAKER_00]:`.
//!
//! A name alone on a line counts only where it is numbered (`Speaker 1`) and recurs, or is listed. What looked like a
//! label and does not count is a [`Candidate`]: it can be switched on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::choices::Options;
use super::openings::{Opening, near_miss, opening, without_brackets, without_label};

/// A speaker label and how many paragraphs it opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerFound {
    pub label: String,
    pub paragraphs: u32,
    /// Whether the label is an interviewer's (`I`, `M`, `Interviewer`, …).
    pub interviewer: bool,
}

/// What looks like a label and was not taken for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub label: String,
    /// Paragraphs that it opens.
    pub paragraphs: u32,
    pub reason: Reason,
    /// To whom the first of these paragraphs counts instead: the speaker before it.
    pub counts_to: Option<String>,
}

/// Why a candidate is no label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It opens one paragraph only.
    Once,
    /// A name on a line of its own, without colon, brackets or time.
    Line,
    /// A word or phrase of the text, or a time of day.
    Phrase,
    /// The person said so.
    Unwanted,
}

impl Reason {
    /// The invariant name; `candidate-NAME` are its words.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Once => "once",
            Reason::Line => "line",
            Reason::Phrase => "phrase",
            Reason::Unwanted => "unwanted",
        }
    }
}

/// Candidates that are told at most; the most frequent first.
const CANDIDATES: usize = 24;

/// Short forms that transcripts use by convention: one to three capitals with a number or dot, `Speaker 1`, `???`.
pub fn is_conventional(label: &str) -> bool {
    let label = label.trim().trim_end_matches('.');
    if label.chars().all(|c| c == '?') && !label.is_empty() {
        return true;
    }
    let word: String = label.chars().take_while(|c| c.is_alphabetic()).collect();
    let rest = label.get(word.len()..).unwrap_or("");
    let number = rest.trim_start_matches([' ', '_', '-', '.']);
    let numbered = !number.is_empty() && number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    if !rest.is_empty() && !numbered {
        return false;
    }
    let capitals = word.chars().count();
    let short = (1..=3).contains(&capitals) && word.chars().all(char::is_uppercase);
    let lower = word.to_lowercase();
    let role = ["speaker", "sprecher", "sprecherin", "spk", "person", "befragte", "befragter", "teilnehmer"];
    let single = matches!(lower.as_str(), "i" | "b" | "m" | "ip") && rest.is_empty();
    short && (numbered || capitals <= 2)
        || single
        || (numbered && role.contains(&lower.as_str()))
        || (rest.is_empty() && (is_interviewer(label) || is_interviewee(&lower)))
}

fn is_interviewee(lower: &str) -> bool {
    ["befragte", "befragter", "befragte*r", "befragte:r", "interviewee", "participant", "antwort", "answer"]
        .contains(&lower)
}

/// Whether a label is an interviewer's: `I`, `I1`, `INT`, `M`, `Interviewer(in)`, `Moderatorin`, `FRAGE`, `Q` ….
pub fn is_interviewer(label: &str) -> bool {
    let lower = label.trim().to_lowercase();
    let name = lower.trim_end_matches('.').trim_end_matches(|c: char| c.is_ascii_digit());
    let name = name.trim_end_matches([' ', '_', '-', '.']);
    // `Interviewer*in`, `Interviewer:in`, `Interviewer/in`, `Interviewer_in`, `Interviewer(in)`, `InterviewerIn`
    let plain: String = name.chars().filter(|c| c.is_alphabetic()).collect();
    let words = [
        "i",
        "int",
        "inv",
        "investigator",
        "iv",
        "m",
        "mod",
        "q",
        "interviewer",
        "interviewerin",
        "interviewers",
        "interviewende",
        "interviewender",
        "moderator",
        "moderatorin",
        "moderation",
        "frage",
        "fragende",
        "question",
        "host",
        "researcher",
        "forscher",
        "forscherin",
    ];
    words.contains(&plain.as_str())
}

/// The labels of one document.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    accepted: BTreeSet<String>,
    /// Those that count alone on a line as well.
    lone: BTreeSet<String>,
    /// Those that the caller lists: found whatever they look like.
    known: Vec<String>,
    /// Those that the caller does not want.
    never: Vec<String>,
}

impl Labels {
    /// Decides which candidates count. `fixed` is the caller's list, which then is the only truth.
    pub fn learn<'a>(lines: impl Iterator<Item = &'a str>, fixed: Option<&[String]>) -> Labels {
        if let Some(list) = fixed {
            return Labels {
                accepted: list.iter().cloned().collect(),
                known: list.to_vec(),
                ..Labels::default()
            };
        }
        let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
        let mut lines_alone: BTreeMap<String, u32> = BTreeMap::new();
        let (mut filled, mut labelled, mut timed_lines) = (0_u32, 0_u32, 0_u32);
        for line in lines {
            if line.trim().is_empty() {
                continue;
            }
            filled += 1;
            let found = opening(line, &[]);
            let Some(label) = found.label else { continue };
            if found.lone {
                *lines_alone.entry(label).or_default() += 1;
                continue;
            }
            let counted = seen.entry(label).or_default();
            if found.marked || found.timed {
                counted.count += 1;
                labelled += 1;
            }
            if found.timed {
                counted.timed += 1;
                timed_lines += 1;
            }
            counted.bare |= !found.marked;
        }
        let recurring = seen.values().any(|seen| seen.count > 1);
        let short = seen.iter().filter(|(label, _)| is_conventional(label)).count();
        let dense = labelled >= 2 && labelled * 2 >= filled.saturating_sub(6);
        let mut accepted: BTreeSet<String> = seen
            .iter()
            .filter(|(label, seen)| {
                let role = is_interviewer(label) && label.chars().count() > 3;
                seen.count > 1
                    || is_machine_id(label)
                    || (seen.timed > 0 && timed_lines > 1)
                    || (is_conventional(label) && short > 1 && !(recurring && role))
                    || (dense && is_full_name(label) && !is_joint(label))
            })
            .map(|(label, _)| label.clone())
            .collect();
        let joint: Vec<String> = seen
            .keys()
            .filter(|label| is_joint(label) && joint_of(&parts(label), &accepted))
            .cloned()
            .collect();
        accepted.extend(joint);
        let variant = |label: &String| {
            let plain = without_brackets(label);
            plain != *label && accepted.contains(&plain)
        };
        let variants: Vec<String> = accepted.iter().filter(|label| variant(label)).cloned().collect();
        accepted.retain(|label| !variants.contains(label));
        let numbered = |label: &str| label.ends_with(|c: char| c.is_ascii_digit()) && is_conventional(label);
        let lone: BTreeSet<String> = lines_alone
            .into_iter()
            .filter(|(label, count)| *count > 1 && (numbered(label) || is_machine_id(label)))
            .map(|(label, _)| label)
            .collect();
        accepted.extend(lone.iter().cloned());
        Labels { accepted, lone, ..Labels::default() }
    }

    /// [`Labels::learn`], and what the person decided about single labels.
    pub fn learn_with<'a>(lines: impl Iterator<Item = &'a str>, options: &Options) -> Labels {
        let mut labels = Labels::learn(lines, options.speakers.as_deref());
        labels.accepted.extend(options.also_speakers.iter().cloned());
        labels.known.extend(options.also_speakers.iter().cloned());
        labels.known.retain(|label| !options.not_speakers.contains(label));
        labels.accepted.retain(|label| !options.not_speakers.contains(label));
        labels.lone.retain(|label| !options.not_speakers.contains(label));
        labels.never = options.not_speakers.clone();
        labels
    }

    pub fn is_empty(&self) -> bool {
        self.accepted.is_empty()
    }

    /// Whether the person does not want this label.
    pub fn is_unwanted(&self, label: &str) -> bool {
        self.never.iter().any(|never| never == label)
    }
    /// The labels that count.
    pub fn list(self) -> impl Iterator<Item = String> {
        self.accepted.into_iter()
    }

    /// The opening of a line, its label only if it counts.
    pub fn opening(&self, line: &str) -> Opening {
        let mut found = opening(line, &self.known);
        let Some(label) = &found.label else { return found };
        if found.lone && !self.lone.contains(label) {
            return without_label(line);
        }
        if self.accepted.contains(label) {
            return found;
        }
        // `I (lacht): text` is still I.
        let plain = without_brackets(label);
        if self.accepted.contains(&plain) {
            found.label = Some(plain);
            return found;
        }
        without_label(line)
    }
}

/// Gathers what looks like a label in the lines that have none, in the order of the text.
#[derive(Debug, Default)]
pub struct Candidates {
    list: Vec<Candidate>,
    places: HashMap<String, usize>,
}

impl Candidates {
    /// A line without a label that counts; `speaker` is whose turn it is in.
    pub fn line(&mut self, line: &str, labels: &Labels, speaker: Option<&str>) {
        let found = opening(line, &[]);
        let (label, reason) = match found.label {
            Some(label) if labels.is_unwanted(&label) => (label, Reason::Unwanted),
            Some(label) if found.lone => (label, Reason::Line),
            Some(label) => (label, Reason::Once),
            None => match near_miss(line) {
                Some(name) if labels.is_unwanted(name) => (name.to_owned(), Reason::Unwanted),
                Some(name) => (name.to_owned(), Reason::Phrase),
                None => return,
            },
        };
        if labels.accepted.contains(&label) {
            return;
        }
        let place = *self.places.entry(label.clone()).or_insert(self.list.len());
        match self.list.get_mut(place) {
            Some(candidate) => candidate.paragraphs += 1,
            None => self.list.push(Candidate {
                label,
                paragraphs: 1,
                reason,
                counts_to: speaker.map(str::to_owned),
            }),
        }
    }

    /// Names alone on a line only where they recur; what was seen more than once is more than that.
    pub fn told(mut self) -> Vec<Candidate> {
        self.list.retain(|candidate| candidate.reason != Reason::Line || candidate.paragraphs > 1);
        for candidate in &mut self.list {
            if candidate.reason == Reason::Once && candidate.paragraphs > 1 {
                candidate.reason = Reason::Phrase;
            }
        }
        // Stable: the order of the text among those that are equally frequent.
        self.list.sort_by_key(|candidate| (candidate.reason, std::cmp::Reverse(candidate.paragraphs)));
        self.list.truncate(CANDIDATES);
        self.list
    }
}

#[derive(Default)]
struct Seen {
    count: u32,
    timed: u32,
    bare: bool,
}

/// Labels or short forms, at least one of which is known to be a label.
fn joint_of(parts: &[&str], accepted: &BTreeSet<String>) -> bool {
    parts.iter().all(|part| accepted.contains(*part) || is_conventional(part))
        && parts.iter().any(|part| accepted.contains(*part))
}

/// Several words and no number: `Mara Lind`, not `Thema 2`.
fn is_full_name(label: &str) -> bool {
    label.split_whitespace().count() > 1 && !label.chars().any(|c| c.is_ascii_digit())
}

/// `SPEAKER_00`: machines write it, nobody says it, so once is enough.
fn is_machine_id(label: &str) -> bool {
    label
        .strip_prefix("SPEAKER_")
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}

const JOINTS: [&str; 5] = [" und ", " and ", " & ", " + ", " u. "];

fn is_joint(label: &str) -> bool {
    JOINTS.iter().any(|joint| label.contains(joint))
}

fn parts(label: &str) -> Vec<&str> {
    let joint = JOINTS.iter().find(|joint| label.contains(**joint)).copied().unwrap_or(" und ");
    label.split(joint).map(str::trim).collect()
}

/// Counts the openings in order of first appearance; `F` beside `A` is a question. `interviewers` says who asks.
pub fn found(openings: &[String], interviewers: Option<&[String]>) -> Vec<SpeakerFound> {
    let mut list: Vec<SpeakerFound> = Vec::new();
    let mut places: HashMap<&String, usize> = HashMap::new();
    for label in openings {
        let place = *places.entry(label).or_insert(list.len());
        match list.get_mut(place) {
            Some(speaker) => speaker.paragraphs += 1,
            None => list.push(SpeakerFound {
                label: label.clone(),
                paragraphs: 1,
                interviewer: is_interviewer(label),
            }),
        }
    }
    let answers = list.iter().any(|speaker| speaker.label == "A");
    for speaker in &mut list {
        speaker.interviewer |= answers && speaker.label == "F";
        if let Some(named) = interviewers {
            speaker.interviewer = named.contains(&speaker.label);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str) -> Vec<String> {
        let labels = Labels::learn(text.lines(), None);
        text.lines().filter_map(|line| labels.opening(line).label).collect()
    }

    #[test]
    fn a_label_recurs_or_is_no_label() {
        assert_eq!(labels("I: a\nB: b\nZusammenfassung: c\nI: d\nB: e"), ["I", "B", "I", "B"]);
        assert_eq!(labels("Müller: a\nein Satz\nnoch ein Satz"), Vec::<String>::new());
        assert_eq!(labels("Wichtig: a\nWichtig: b\nI (lacht): c\nI: d\nI: e"), ["I", "I", "I"]);
        assert_eq!(labels("Thema 1: a\nThema 2: b\nThema 3: c"), Vec::<String>::new());
        assert_eq!(labels("Ziel: a"), Vec::<String>::new());
        assert_eq!(labels("I: a\nB1: b\nB2: c\nB1 und B2: d"), ["I", "B1", "B2", "B1 und B2"]);
        assert_eq!(labels("Interviewer: Frau X\nI: a\nB: b\nI: c\nB: d"), ["I", "B", "I", "B"]);
    }

    #[test]
    fn a_fixed_list_is_the_only_truth() {
        let labels = Labels::learn("".lines(), Some(&["er sagte".to_owned(), "Anna".to_owned()]));
        assert_eq!(labels.opening("er sagte: ja").label.as_deref(), Some("er sagte"));
        assert_eq!(labels.opening("Anna").label.as_deref(), Some("Anna"));
        assert_eq!(labels.opening("Anna 0:03").label.as_deref(), Some("Anna"));
        assert_eq!(labels.opening("Annas Haus: ja").label, None);
        assert_eq!(labels.opening("I: ja").label, None);
    }

    #[test]
    fn interviewers() {
        for label in [
            "I",
            "I1",
            "I.",
            "INT",
            "INV",
            "M",
            "Interviewerin",
            "Interviewer*in",
            "Moderatorin",
            "FRAGE",
            "Q",
            "I 2",
        ] {
            assert!(is_interviewer(label), "{label}");
        }
        for label in ["B", "B1", "IP 5", "Mara Lind", "S00", "Ida"] {
            assert!(!is_interviewer(label), "{label}");
        }
    }
}
