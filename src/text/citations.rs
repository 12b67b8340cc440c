//! Citations as a report writes them: `(IP 5: 9)`, interview person 5, paragraph 9.
//!
//! The canonical form: interviews ascending, paragraphs ascending, `f.` for one following paragraph, a range for more,
//! each place once. The pattern (words, separators) is a setting of the project.

use std::cmp::Ordering;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// How a project writes its citations. The default is `(IP 5: 9)`, `(IPen 4: 13; 5: 81)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pattern {
    /// The word before one interview: `IP`.
    pub singular: String,
    /// The word before several: `IPen`.
    pub plural: String,
    /// Between label and paragraph: `: `.
    pub paragraph: String,
    /// Between interviews: `; `.
    pub interviews: String,
    /// Between paragraphs of one interview: `, `.
    pub paragraphs: String,
    /// Between the ends of a range: `-`.
    pub range: String,
    /// Written for one following paragraph, empty to write a range: `f.`
    pub following: String,
}

impl Default for Pattern {
    fn default() -> Self {
        Pattern {
            singular: "IP".into(),
            plural: "IPen".into(),
            paragraph: ": ".into(),
            interviews: "; ".into(),
            paragraphs: ", ".into(),
            range: "-".into(),
            following: "f.".into(),
        }
    }
}

/// A cited place: an interview's label and its first and last paragraph (none: the whole interview).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    pub label: String,
    pub paragraphs: Option<(u32, u32)>,
}

impl Pattern {
    /// One place with its brackets: `(IP 5: 9)`, `(IP 5: 9f.)`, `(IP 5: 9-11)`.
    pub fn cite(&self, label: &str, first: u32, last: u32) -> String {
        self.bundle(&[Reference { label: label.to_owned(), paragraphs: Some((first, last)) }])
    }

    /// Several places in canonical form: `(IPen 4: 13; 5: 81, 90)`. Empty for no places.
    pub fn bundle(&self, references: &[Reference]) -> String {
        let mut sorted: Vec<&Reference> = references.iter().collect();
        sorted.sort_by(|a, b| compare_labels(&a.label, &b.label).then(a.paragraphs.cmp(&b.paragraphs)));
        let mut interviews: Vec<(&str, Vec<(u32, u32)>)> = Vec::new();
        let mut whole = false;
        for reference in sorted {
            if interviews.last().is_none_or(|(label, _)| *label != reference.label) {
                interviews.push((&reference.label, Vec::new()));
                // Whole interviews sort first; one holds all its paragraphs.
                whole = reference.paragraphs.is_none();
            }
            if let (Some((_, ranges)), Some(range), false) =
                (interviews.last_mut(), reference.paragraphs, whole)
            {
                match ranges.last_mut() {
                    // Overlapping ranges are one place; neighbours stay what the author cited.
                    Some(last) if range.0 <= last.1 => last.1 = last.1.max(range.1),
                    _ => ranges.push(range),
                }
            }
        }
        let Some(((first, first_ranges), rest)) = interviews.split_first() else { return String::new() };
        let word = if rest.is_empty() { &self.singular } else { &self.plural };
        let mut out = String::from("(");
        if !word.is_empty() {
            let _ = write!(out, "{word} ");
        }
        self.write_interview(&mut out, first, first_ranges);
        for (label, ranges) in rest {
            out.push_str(&self.interviews);
            self.write_interview(&mut out, label, ranges);
        }
        out.push(')');
        out
    }

    fn write_interview(&self, out: &mut String, label: &str, ranges: &[(u32, u32)]) {
        out.push_str(label);
        for (index, &(first, last)) in ranges.iter().enumerate() {
            out.push_str(if index == 0 { &self.paragraph } else { &self.paragraphs });
            let _ = write!(out, "{first}");
            if last == first + 1 && !self.following.is_empty() {
                out.push_str(&self.following);
            } else if last > first {
                let _ = write!(out, "{}{last}", self.range);
            }
        }
    }
}

/// Labels in reading order: by number where both begin with one (2 before 10), numbers before words.
pub fn compare_labels(a: &str, b: &str) -> Ordering {
    fn split(label: &str) -> (Option<u64>, &str) {
        let digits = label.len() - label.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (label[..digits].parse().ok(), &label[digits..])
    }
    match (split(a), split(b)) {
        ((Some(x), rest_a), (Some(y), rest_b)) => x.cmp(&y).then_with(|| rest_a.cmp(rest_b)),
        ((Some(_), _), (None, _)) => Ordering::Less,
        ((None, _), (Some(_), _)) => Ordering::Greater,
        ((None, _), (None, _)) => a.cmp(b),
    }
    .then_with(|| a.cmp(b))
}
