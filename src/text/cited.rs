//! Citations as reports really write them, read back: `(vgl. IP 5: 9; 8: 45f.)`, `(I11)`, `IP 05`, `(ebd.)`.
//!
//! [`find`] reads what stands in a text, `judge` holds it against the interviews that there are. Reading needs the
//! labels of the study as well: a label can be any words, and only who knows them can tell where one ends.
//!
//! What is read is lenient, what is written ([`super::citations`]) is not. Between semicolons a bare number is a whole
//! interview; a comma before `n:` begins a new interview too. Literature (`Hopf 2016: 52`) and law (`§ 2 Abs. 3`) are
//! not ours, and what follows them as `ebd.` is neither.

mod grammar;
mod signals;

use std::collections::BTreeSet;
use std::ops::Range;

use super::citations::{Pattern, Reference, compare_labels};
use super::places::same_label;

/// An interview that can be cited: its label and the numbers of its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    pub label: String,
    pub numbers: BTreeSet<u32>,
}

/// The interviews of a study, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Interviews {
    all: Vec<Interview>,
}

/// A cited place: `first` and `last` are none for a whole interview; `open` for `59ff.`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cited {
    /// As the study writes it; as the report does where there is no such interview.
    pub label: String,
    pub paragraphs: Option<(u32, u32)>,
    pub open: bool,
}

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Brackets,
    /// In running text or a footnote, without brackets.
    Running,
    /// An interview is only named, without a paragraph and brackets.
    Mention,
    /// `ebd.`, `ibid.`
    Same,
}

/// What is wrong with a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    NoInterview {
        label: String,
        likely: Option<Cited>,
    },
    /// `last` is the interview's last paragraph.
    NoParagraph {
        label: String,
        paragraph: u32,
        last: u32,
        likely: Option<Cited>,
    },
    /// Nothing follows the paragraph of an `ff.`
    OpenEnd {
        label: String,
        paragraph: u32,
    },
    /// What else it can mean.
    Ambiguous {
        other: Vec<Cited>,
    },
    /// Lines, times or pages instead of paragraphs.
    NotParagraphs {
        written: String,
    },
    Unreadable,
}

impl Fault {
    /// The invariant name.
    pub fn name(&self) -> &'static str {
        match self {
            Fault::NoInterview { .. } => "no-such-interview",
            Fault::NoParagraph { .. } => "no-such-paragraph",
            Fault::OpenEnd { .. } => "open-end",
            Fault::Ambiguous { .. } => "ambiguous",
            Fault::NotParagraphs { .. } => "not-paragraph-based",
            Fault::Unreadable => "unreadable",
        }
    }
}

/// A citation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// With its brackets.
    pub bytes: Range<usize>,
    pub form: Form,
    pub references: Vec<Cited>,
    pub faults: Vec<Fault>,
}

/// What stands in a text: citations of interviews, and where the author cites something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Ours(Citation),
    /// Literature or law.
    Other(Range<usize>),
}

impl Found {
    pub fn bytes(&self) -> &Range<usize> {
        match self {
            Found::Ours(citation) => &citation.bytes,
            Found::Other(bytes) => bytes,
        }
    }
}

/// What `ebd.` means next: the last interviews cited, nothing after literature.
#[derive(Debug, Clone, Default)]
pub struct Last {
    references: Option<Vec<Cited>>,
}

impl Interviews {
    pub fn new(all: impl IntoIterator<Item = Interview>) -> Interviews {
        let mut all: Vec<Interview> = all.into_iter().collect();
        all.sort_by(|a, b| compare_labels(&a.label, &b.label));
        Interviews { all }
    }
    pub fn iter(&self) -> impl Iterator<Item = &Interview> {
        self.all.iter()
    }
    /// The interview of a label, letter case and zeros before a number aside.
    pub fn get(&self, label: &str) -> Option<&Interview> {
        let exact = self.all.iter().find(|interview| interview.label == label);
        exact.or_else(|| self.all.iter().find(|interview| same_label(&interview.label, label)))
    }
    fn has(&self, cited: &Cited) -> bool {
        let Some(interview) = self.get(&cited.label) else { return false };
        cited.paragraphs.is_none_or(|(first, last)| {
            interview.numbers.contains(&first) && interview.numbers.contains(&last)
        })
    }
    fn last(&self, label: &str) -> u32 {
        self.get(label).and_then(|interview| interview.numbers.last().copied()).unwrap_or(0)
    }
}

impl Cited {
    pub fn whole(label: &str) -> Cited {
        Cited { label: label.to_owned(), paragraphs: None, open: false }
    }
    pub fn at(label: &str, first: u32, last: u32) -> Cited {
        Cited { label: label.to_owned(), paragraphs: Some((first, last)), open: false }
    }
    /// As the project writes it, without brackets: `IP 5: 9`.
    pub fn written(&self, pattern: &Pattern) -> String {
        let mut written = written(std::slice::from_ref(self), pattern);
        if self.open {
            written.push_str("ff.");
        }
        written
    }
}

/// Places as the project writes them, without brackets: `IP 5: 9, 12`.
pub fn written(all: &[Cited], pattern: &Pattern) -> String {
    let references: Vec<Reference> = all
        .iter()
        .map(|cited| Reference { label: cited.label.clone(), paragraphs: cited.paragraphs })
        .collect();
    let bundle = pattern.bundle(&references);
    bundle.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(&bundle).to_owned()
}

/// The citations of a text in order, and where it cites something else. `in_note`: the text is a footnote's.
pub fn find(
    text: &str,
    in_note: bool,
    pattern: &Pattern,
    interviews: &Interviews,
    last: &mut Last,
) -> Vec<Found> {
    let mut found = Vec::new();
    for read in grammar::read(text, in_note, pattern, interviews) {
        match read {
            grammar::Read::Other(bytes) => {
                last.references = None;
                found.push(Found::Other(bytes));
            }
            grammar::Read::Lists { bytes, bracketed, same, lists, broken } => {
                let mut citation = Citation {
                    bytes,
                    form: match (bracketed, lists.iter().any(|list| list.says_where())) {
                        (true, _) => Form::Brackets,
                        (false, true) => Form::Running,
                        (false, false) if in_note => Form::Running,
                        (false, false) => Form::Mention,
                    },
                    references: Vec::new(),
                    faults: Vec::new(),
                };
                if let Some(parts) = same {
                    // Of what nobody knows nothing can be said.
                    let Some(before) = &last.references else { continue };
                    citation.references.extend(again(before, &parts));
                    if lists.is_empty() {
                        citation.form = Form::Same;
                    }
                }
                for list in &lists {
                    citation.references.extend(list.references());
                    citation.faults.extend(ambiguous(list, pattern, interviews));
                    let written = list.not_paragraphs.clone();
                    citation.faults.extend(written.map(|written| Fault::NotParagraphs { written }));
                }
                if broken || lists.iter().any(|list| list.broken) {
                    citation.faults.push(Fault::Unreadable);
                }
                judge(&mut citation, interviews);
                if citation.form != Form::Mention {
                    last.references = Some(citation.references.clone());
                }
                found.push(Found::Ours(citation));
            }
        }
    }
    found
}

/// `ebd.` is what was cited before; `ebd.: 12` another paragraph of that interview.
fn again(before: &[Cited], parts: &[grammar::Part]) -> Vec<Cited> {
    match (parts, before.last()) {
        ([_, ..], Some(last)) => parts.iter().map(|part| part.of(&last.label)).collect(),
        _ => before.to_vec(),
    }
}

/// Holds the references against the study.
fn judge(citation: &mut Citation, interviews: &Interviews) {
    let mut faults = Vec::new();
    let mut before: Option<&Cited> = None;
    for cited in &citation.references {
        let Some(interview) = interviews.get(&cited.label) else {
            let likely = likely_interview(cited, before, interviews);
            faults.push(Fault::NoInterview { label: cited.label.clone(), likely });
            continue;
        };
        before = Some(cited);
        let Some((first, end)) = cited.paragraphs else { continue };
        let missing = [first, end].into_iter().find(|number| !interview.numbers.contains(number));
        if let Some(paragraph) = missing {
            faults.push(Fault::NoParagraph {
                label: interview.label.clone(),
                paragraph,
                last: interviews.last(&cited.label),
                likely: swapped(cited, interviews),
            });
        } else if cited.open && !interview.numbers.range(end + 1..).any(|_| true) {
            faults.push(Fault::OpenEnd { label: interview.label.clone(), paragraph: end });
        }
    }
    faults.append(&mut citation.faults);
    citation.faults = faults;
}

/// `73: 24` where `24: 73` exists.
fn swapped(cited: &Cited, interviews: &Interviews) -> Option<Cited> {
    let (first, last) = cited.paragraphs?;
    let number: u32 = cited.label.parse().ok()?;
    let other = interviews.get(&first.to_string()).filter(|_| first == last)?;
    let other = Cited::at(&other.label, number, number);
    interviews.has(&other).then_some(other)
}

/// What somebody meant who cited an interview that does not exist: numbers swapped, a paragraph of the interview before,
/// a slip of the pen.
fn likely_interview(cited: &Cited, before: Option<&Cited>, interviews: &Interviews) -> Option<Cited> {
    if let Some(other) = swapped(cited, interviews) {
        return Some(other);
    }
    if let (None, Some(before), Ok(number)) = (cited.paragraphs, before, cited.label.parse()) {
        let other = Cited::at(&before.label, number, number);
        if interviews.has(&other) {
            return Some(other);
        }
    }
    let wrong: Vec<char> = cited.label.to_lowercase().chars().collect();
    let near = interviews.iter().filter_map(|interview| {
        let label: Vec<char> = interview.label.to_lowercase().chars().collect();
        let slip = slip(&wrong, &label)?;
        let there = Cited { label: interview.label.clone(), ..cited.clone() };
        interviews.has(&there).then_some((slip, there))
    });
    near.min_by_key(|(slip, _)| *slip).map(|(_, there)| there)
}

/// How likely one label was typed for another; none for more than one slip. Swapped letters come first, then one too
/// many, one too few, another one.
fn slip(typed: &[char], meant: &[char]) -> Option<u8> {
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (typed.get(same..)?, meant.get(same..)?);
    match (typed, meant) {
        ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c && rest == other => Some(0),
        ([_, rest @ ..], other) if rest == other => Some(1),
        (rest, [_, other @ ..]) if rest == other => Some(2),
        ([_, rest @ ..], [_, other @ ..]) if rest == other && same > 0 => Some(3),
        _ => None,
    }
}

/// Whether a list can be read otherwise. The word's number tells: `IP` with two interviews, `IPen` with one.
fn ambiguous(list: &grammar::List, pattern: &Pattern, interviews: &Interviews) -> Option<Fault> {
    if pattern.gap.is_empty() || pattern.singular == pattern.plural || list.word_repeated {
        return None;
    }
    let exists = |other: Vec<Cited>| {
        other.iter().all(|cited| interviews.has(cited)).then_some(Fault::Ambiguous { other })
    };
    let number = |label: &str| label.parse::<u32>().ok();
    match (list.plural, list.items.as_slice()) {
        (Some(false), [first, rest @ ..]) if !rest.is_empty() => {
            if let ([second, ..], true) = (rest, first.parts.is_empty())
                && let ([part], Some(n)) = (second.parts.as_slice(), number(&second.label))
            {
                return exists(vec![Cited::at(&first.label, n, n), part.of(&first.label)]);
            }
            let mut before = first;
            for item in rest {
                let Some(n) = number(&item.label).filter(|_| item.parts.is_empty()) else {
                    before = item;
                    continue;
                };
                let whole = interviews.get(&item.label).is_some();
                let mut other: Vec<Cited> = before.parts.iter().map(|part| part.of(&before.label)).collect();
                other.push(Cited::at(&before.label, n, n));
                if let Some(fault) = exists(other).filter(|_| whole) {
                    return Some(fault);
                }
            }
            None
        }
        (Some(true), [only]) => {
            let [first, rest @ ..] = only.parts.as_slice() else { return None };
            let plain = rest.iter().all(|part| part.last == Some(part.first) && !part.open);
            if rest.is_empty() || !plain {
                return None;
            }
            let mut other = vec![first.of(&only.label)];
            other.extend(rest.iter().map(|part| Cited::whole(&part.first.to_string())));
            exists(other)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
