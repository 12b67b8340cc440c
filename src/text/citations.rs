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
    /// Between word and label: a space; nothing for `I5`, where the word is then written before each interview.
    pub gap: String,
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
            gap: " ".into(),
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
        let repeated = self.gap.is_empty();
        let word = if rest.is_empty() || repeated { &self.singular } else { &self.plural };
        let mut out = String::from("(");
        if !word.is_empty() {
            let _ = write!(out, "{word}{}", self.gap);
        }
        self.write_interview(&mut out, first, first_ranges);
        for (label, ranges) in rest {
            out.push_str(&self.interviews);
            if repeated {
                out.push_str(word);
            }
            self.write_interview(&mut out, label, ranges);
        }
        out.push(')');
        out
    }

    /// An interview with its word: `IP 5`, `I5`.
    pub fn name(&self, label: &str) -> String {
        if self.singular.is_empty() {
            return label.to_owned();
        }
        format!("{}{}{label}", self.singular, self.gap)
    }

    /// The pattern that an example follows: `(IP 5: 9)`, `(I5, Abs. 9)`, `Interview 5, 9-10`. None where there are not
    /// a word, an interview's number and a paragraph's in it. A range of two neighbours says that ranges are written
    /// out, an `f.` after the paragraph how the following one is marked.
    pub fn from_example(example: &str) -> Option<Pattern> {
        let inner = example.trim();
        let inner = inner.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(inner).trim();
        if inner.contains(|c: char| c.is_control()) {
            return None;
        }
        let digit = |c: char| c.is_ascii_digit();
        let (head, rest) = inner.split_at(inner.find(digit)?);
        let (_, rest) = rest.split_at(rest.find(|c| !digit(c))?);
        let (paragraph, rest) = rest.split_at(rest.find(digit)?);
        let (_, tail) = rest.split_at(rest.find(|c| !digit(c)).unwrap_or(rest.len()));
        let word = head.trim_end();
        if word.contains([':', ';', ',', '(', ')', '"', '@'])
            || !paragraph.starts_with([':', ',', '/', ' ', '.', '#'])
        {
            return None;
        }
        let is_range = |range: &str| {
            matches!(range.trim(), "bis" | "to")
                || (range.len() <= 5
                    && !range.contains([';', ',', ':'])
                    && !range.contains(char::is_alphanumeric))
        };
        let default = Pattern::default();
        let gap = if word.len() == head.len() && !word.is_empty() { "" } else { " " };
        let plural = if word == default.singular { default.plural } else { word.to_owned() };
        let (range, following) = match tail.split_at(tail.find(digit).unwrap_or(tail.len())) {
            ("", "") => (default.range, default.following),
            (range, last) if !last.is_empty() && last.chars().all(digit) && is_range(range) => {
                (range.to_owned(), String::new())
            }
            (following, "") if following.trim().starts_with('f') => (default.range, following.to_owned()),
            _ => return None,
        };
        Some(Pattern {
            singular: word.to_owned(),
            plural,
            gap: gap.to_owned(),
            paragraph: paragraph.to_owned(),
            range,
            following,
            ..Pattern::default()
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn again(example: &str) -> String {
        Pattern::from_example(example).map(|pattern| pattern.cite("5", 9, 9)).unwrap_or_default()
    }

    #[test]
    fn an_example_is_written_as_it_was_given() {
        for example in
            ["(IP 5: 9)", "(I5, Abs. 9)", "(B5, Pos. 9)", "(Interview 5, 9)", "(5:9)", "(HVB5 / 9)"]
        {
            assert_eq!(again(example), example);
        }
        assert_eq!(again("IP 5: 9"), "(IP 5: 9)");
        assert_eq!(Pattern::from_example("(IP 5: 9)"), Some(Pattern::default()));
    }

    #[test]
    fn an_example_says_how_ranges_are_written() {
        let pattern = Pattern::from_example("(Interview 5, 9–10)").unwrap_or_default();
        assert_eq!(pattern.cite("5", 9, 10), "(Interview 5, 9–10)");
        let pattern = Pattern::from_example("(IP 5: 9 f.)").unwrap_or_default();
        assert_eq!(pattern.cite("5", 9, 10), "(IP 5: 9 f.)");
    }

    #[test]
    fn a_word_that_touches_its_label_stands_before_each_interview() {
        let pattern = Pattern::from_example("(I5, Abs. 9)").unwrap_or_default();
        let at = |label: &str, n| Reference { label: label.into(), paragraphs: Some((n, n)) };
        assert_eq!(pattern.bundle(&[at("5", 9), at("12", 3)]), "(I5, Abs. 9; I12, Abs. 3)");
        assert_eq!(pattern.name("5"), "I5");
        assert_eq!(Pattern::default().name("5"), "IP 5");
    }

    #[test]
    fn what_is_no_citation_is_no_example() {
        for example in ["", "IP", "(IP 5)", "(I11)", "IP: 5: 9", "(IP 5: 9; 6: 3)", "5 9 x 3", "ä"] {
            assert_eq!(Pattern::from_example(example), None, "{example}");
        }
    }
}
