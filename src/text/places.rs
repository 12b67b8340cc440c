//! Places as a person types them: `5:9`, `IP 5: 9`, `5:9-11`, `5:9@12-80`, `5:9"the quoted words"`.
//!
//! Grammar: an optional word (the project's singular or plural, any case), a label, `:`, a paragraph or a range, and
//! then either `@START-END` (code points within the paragraph, 0-based, half-open) or words in quotation marks that
//! stand in the paragraph. A label alone is the whole document. Labels contain none of `:;,()"@`.

use super::citations::Pattern;
use super::paragraphs::{self, Paragraph};
use super::{Span, Text};
use crate::error::{Error, Result};
use crate::tr;

/// What a place says, before it is looked up in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub label: String,
    pub part: Part,
}

/// Which part of the document a place means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// First and last paragraph number.
    Paragraphs(u32, u32),
    /// Paragraph number; start and end in code points from the paragraph's start.
    Within(u32, u32, u32),
    /// Paragraph number and words that stand in it.
    Words(u32, String),
}

/// Characters that a label must not contain, since places and citations are written with them.
pub const NOT_IN_LABELS: &str = ":;,()\"@";

/// Reads a place; the word before the label may be the pattern's or left out.
pub fn parse(typed: &str, pattern: &Pattern) -> Result<Place> {
    let wrong = || Error::invalid(tr!("error-place", place = typed.to_owned())).hint(tr!("hint-place"));
    let inner = typed.trim();
    let inner = inner.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(inner).trim();
    let (label, rest) = match inner.split_once(':') {
        Some((label, rest)) => (label, Some(rest.trim())),
        None => (inner, None),
    };
    let label = without_word(label.trim(), pattern);
    if label.is_empty() || label.contains(|c| NOT_IN_LABELS.contains(c)) {
        return Err(wrong());
    }
    let place = |part| Ok(Place { label: label.to_owned(), part });
    let Some(rest) = rest else { return place(Part::Whole) };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first: u32 = rest[..digits].parse().map_err(|_| wrong())?;
    let rest = rest[digits..].trim();
    if rest.is_empty() {
        return place(Part::Paragraphs(first, first));
    }
    if let Some(offsets) = rest.strip_prefix('@') {
        let (start, end) = offsets.split_once('-').ok_or_else(wrong)?;
        let start: u32 = start.trim().parse().map_err(|_| wrong())?;
        let end: u32 = end.trim().parse().map_err(|_| wrong())?;
        return if start < end { place(Part::Within(first, start, end)) } else { Err(wrong()) };
    }
    if let Some(words) = rest.strip_prefix(['"', '„', '“']) {
        let words = words.strip_suffix(['"', '“', '”']).unwrap_or(words).trim();
        return if words.is_empty() { Err(wrong()) } else { place(Part::Words(first, words.to_owned())) };
    }
    if matches!(rest, "f." | "f") {
        return place(Part::Paragraphs(first, first.checked_add(1).ok_or_else(wrong)?));
    }
    let last: u32 =
        rest.strip_prefix(['-', '–']).and_then(|last| last.trim().parse().ok()).ok_or_else(wrong)?;
    if first <= last { place(Part::Paragraphs(first, last)) } else { Err(wrong()) }
}

/// The label without the project's word before it (`IP 5`, `IP5`, `ip 5` are all `5`). Zeros before a number stay: a
/// document can be labelled `05`, and one labelled `5` is found by [`same_label`].
fn without_word<'a>(label: &'a str, pattern: &Pattern) -> &'a str {
    for word in [&pattern.plural, &pattern.singular] {
        if word.is_empty() {
            continue;
        }
        if let Some(head) = label.get(..word.len())
            && head.eq_ignore_ascii_case(word)
        {
            let rest = label[word.len()..].trim_start();
            if rest.starts_with(|c: char| c.is_ascii_digit()) || rest.len() < label.len() - word.len() {
                return rest;
            }
        }
    }
    label
}

/// Whether two labels name the same document for a person: letter case and zeros before a number aside.
pub fn same_label(a: &str, b: &str) -> bool {
    fn bare(label: &str) -> String {
        let digits = !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit());
        if digits { label.trim_start_matches('0').to_owned() } else { label.to_lowercase() }
    }
    bare(a) == bare(b)
}

/// A span as a person types it: whole paragraphs by their numbers, a part of one by its offsets. Several paragraphs of
/// which a part is meant are named whole, since no place says that.
pub fn name(label: &str, span: Span, text: &Text, all: &[Paragraph]) -> String {
    let Some((first, last)) = paragraphs::numbers(all, span) else { return label.to_owned() };
    let named = match first == last {
        true => format!("{label}:{first}"),
        false => format!("{label}:{first}-{last}"),
    };
    let whole = paragraphs::extent(all, first).zip(paragraphs::extent(all, last));
    match whole {
        Some((begins, ends)) if text.trim(begins.hull(ends)) != span => match begins.intersection(span) {
            Some(inside) if inside == span && first == last => {
                format!("{named}@{}-{}", span.start.0 - begins.start.0, span.end.0 - begins.start.0)
            }
            _ => named,
        },
        _ => named,
    }
}

/// The span of a place in its document: whole paragraphs without white space at the ends, or the passage named.
pub fn resolve(part: &Part, label: &str, text: &Text, all: &[Paragraph]) -> Result<Span> {
    let last = all.iter().rev().find_map(|p| p.number).unwrap_or(0);
    let find = |number| {
        paragraphs::extent(all, number).ok_or_else(|| {
            Error::not_found(tr!(
                "error-no-such-paragraph",
                label = label.to_owned(),
                paragraph = number,
                last = last
            ))
            .place(format!("{label}:{number}"))
        })
    };
    match part {
        Part::Whole => Ok(text.trim(text.whole())),
        Part::Paragraphs(first, last) => Ok(text.trim(find(*first)?.hull(find(*last)?))),
        Part::Within(number, start, end) => {
            let paragraph = find(*number)?;
            if *end > paragraph.len() {
                let length = paragraph.len();
                return Err(Error::invalid(tr!("error-offset-past-end", end = *end, length = length))
                    .place(format!("{label}:{number}")));
            }
            let base = paragraph.start.0;
            Ok(text.snap(Span::new(base + start, base + end)))
        }
        Part::Words(number, words) => {
            let paragraph = find(*number)?;
            let within = text.bytes(paragraph);
            let found = text.as_str()[within.clone()]
                .match_indices(words.as_str())
                .map(|(at, _)| at)
                .collect::<Vec<_>>();
            match found[..] {
                [at] => Ok(text.snap(text.span(within.start + at..within.start + at + words.len()))),
                [] => Err(Error::not_found(tr!("error-words-not-there", words = words.clone()))
                    .place(format!("{label}:{number}"))),
                _ => {
                    Err(Error::invalid(tr!("error-words-twice", words = words.clone(), count = found.len()))
                        .place(format!("{label}:{number}")))
                }
            }
        }
    }
}
