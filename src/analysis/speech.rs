//! The text that is counted: what is said, without labels, times and headers; without the interviewers unless asked for.
//!
//! Amounts of text are numbers of code points and of words, each counted once however many codes lie on it.

use std::collections::BTreeSet;

use crate::model::documents::{Role, Speaker, Transcript};
use crate::model::{DocumentId, SpeakerId};
use crate::text::{ParagraphKind, Span, Text};

/// The interviewers' labels of a study, by document.
#[derive(Debug, Clone, Default)]
pub struct Interviewers {
    labels: BTreeSet<(DocumentId, String)>,
    ids: BTreeSet<SpeakerId>,
}

impl Interviewers {
    pub fn new(speakers: &[Speaker]) -> Interviewers {
        let asking = || speakers.iter().filter(|speaker| speaker.role == Role::Interviewer);
        Interviewers {
            labels: asking().map(|speaker| (speaker.document, speaker.label.clone())).collect(),
            ids: asking().map(|speaker| speaker.id).collect(),
        }
    }
    /// Nobody asks: every turn counts.
    pub fn nobody() -> Interviewers {
        Interviewers::default()
    }
    pub fn ask(&self, document: DocumentId, label: &str) -> bool {
        !self.ids.is_empty() && self.labels.contains(&(document, label.to_owned()))
    }
}

/// What is said in a document, in text order.
pub fn spoken(transcript: &Transcript, interviewers: &Interviewers) -> Vec<Span> {
    let counts =
        |speaker: Option<&str>| speaker.is_none_or(|label| !interviewers.ask(transcript.document, label));
    transcript
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Speech && counts(paragraph.speaker.as_deref()))
        .flat_map(|paragraph| paragraph.speech_spans(&transcript.text))
        .collect()
}

/// The text of a document that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speech {
    pub spans: Vec<Span>,
    pub words: Vec<Span>,
}

/// An amount of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    pub characters: u32,
    pub words: u32,
}

impl Amount {
    pub fn add(&mut self, other: Amount) {
        self.characters += other.characters;
        self.words += other.words;
    }
}

impl Speech {
    pub fn new(text: &Text, spans: Vec<Span>) -> Speech {
        let words = spans.iter().flat_map(|&span| text.words(span).map(|(word, _)| word)).collect();
        Speech { spans, words }
    }
    /// Where only characters are counted: looking for words takes most of the time.
    pub fn without_words(spans: Vec<Span>) -> Speech {
        Speech { spans, words: Vec::new() }
    }
    /// All of it.
    pub fn all(&self) -> Amount {
        Amount { characters: length(&self.spans), words: self.words.len() as u32 }
    }
    /// How much of it lies under these spans, which [`union`] has made. A word counts with any of its letters.
    pub fn under(&self, union: &[Span]) -> Amount {
        Amount { characters: shared(&self.spans, union), words: touched(&self.words, union) }
    }
}

/// The same code points as spans that neither overlap nor touch, in text order.
pub fn union(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.into_iter().filter(|span| !span.is_empty()).collect();
    sorted.sort();
    let mut joined: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// Code points of spans that do not overlap.
pub fn length(spans: &[Span]) -> u32 {
    spans.iter().map(|span| span.len()).sum()
}

/// Code points in both of two lists, each in text order and without overlaps.
pub fn shared(a: &[Span], b: &[Span]) -> u32 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut both = 0;
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        both += one.intersection(**other).map_or(0, Span::len);
        if one.end <= other.end {
            a.next()
        } else {
            b.next()
        };
    }
    both
}

/// How many of `words` share a code point with `union`; both in text order and without overlaps.
fn touched(words: &[Span], union: &[Span]) -> u32 {
    union
        .iter()
        .scan(0, |counted, span| {
            let first = words.partition_point(|word| word.end <= span.start).max(*counted);
            let last = words.partition_point(|word| word.start < span.end).max(first);
            *counted = last;
            Some((last - first) as u32)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Spans as people draw them: anywhere, over each other.
    fn drawn() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::vec((0u32..80, 0u32..30), 0..8)
            .prop_map(|all| all.into_iter().map(|(at, len)| Span::new(at, at + len)).collect())
    }
    fn points(spans: &[Span]) -> BTreeSet<u32> {
        spans.iter().flat_map(|span| span.start.0..span.end.0).collect()
    }

    proptest! {
        #[test]
        fn a_union_has_each_code_point_once(spans in drawn()) {
            let union = union(spans.clone());
            prop_assert_eq!(length(&union) as usize, points(&spans).len());
            prop_assert_eq!(points(&union), points(&spans));
            prop_assert!(union.windows(2).all(|two| two[0].end < two[1].start));
        }

        #[test]
        fn what_two_lists_share_equals_brute_force(a in drawn(), b in drawn()) {
            let (a, b) = (union(a), union(b));
            prop_assert_eq!(shared(&a, &b) as usize, points(&a).intersection(&points(&b)).count());
        }

        #[test]
        fn words_under_codes_are_counted_once(text in "[a-dä ,.\n]{0,100}", spans in drawn()) {
            let text = Text::new(text);
            let union = union(spans.into_iter().map(|span| text.whole().intersection(span).unwrap_or_default()));
            let speech = Speech::new(&text, vec![text.whole()]);
            let coded = points(&union);
            let expected = text.words(text.whole()).filter(|(word, _)| (word.start.0..word.end.0).any(|at| coded.contains(&at)));
            prop_assert_eq!(speech.under(&union).words as usize, expected.count());
            prop_assert_eq!(speech.under(&[text.whole()]), speech.all());
        }
    }
}
