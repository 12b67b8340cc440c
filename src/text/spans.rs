//! A document's text with quick ways between code points, bytes, graphemes and words.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A position in a document: the number of code points before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CharPos(pub u32);

/// A half-open range of code points, `[start, end)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    pub start: CharPos,
    pub end: CharPos,
}

impl Span {
    /// The span between two positions, whichever comes first.
    pub fn new(a: u32, b: u32) -> Self {
        Span { start: CharPos(a.min(b)), end: CharPos(a.max(b)) }
    }
    /// Code points in it.
    pub fn len(self) -> u32 {
        self.end.0 - self.start.0
    }
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
    pub fn contains(self, at: CharPos) -> bool {
        self.start <= at && at < self.end
    }
    /// Whether they share a code point. Touching is not overlapping.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The code points in both.
    pub fn intersection(self, other: Span) -> Option<Span> {
        self.overlaps(other)
            .then(|| Span { start: self.start.max(other.start), end: self.end.min(other.end) })
    }
    /// The smallest span that holds both.
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
    /// What is left of it without `hole`: nothing, one piece, or a left and a right one.
    pub fn without(self, hole: Span) -> Vec<Span> {
        if hole.is_empty() || !self.overlaps(hole) {
            return vec![self];
        }
        let left = Span { start: self.start, end: hole.start.max(self.start) };
        let right = Span { start: hole.end.min(self.end), end: self.end };
        [left, right].into_iter().filter(|piece| !piece.is_empty()).collect()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start.0, self.end.0)
    }
}

/// Every how many bytes the index keeps a count of code points.
const BLOCK: usize = 256;

/// An immutable text with an index between code points and bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    string: String,
    /// Code points that begin before each block of 256 bytes; empty for ASCII, where both units are the same.
    index: Vec<u32>,
    len: u32,
}

/// Code points that begin in these bytes. A plain loop over bytes, which the compiler turns into wide instructions, the
/// wider the smaller the sums: texts are indexed by the thousand in a retrieval.
fn begun(bytes: &[u8]) -> u32 {
    // No sum is above 128.
    let of = |few: &[u8]| few.iter().map(|&byte| u8::from(is_first(byte))).sum::<u8>();
    bytes.chunks(128).map(|few| u32::from(of(few))).sum()
}

/// Whether a code point begins with this byte of UTF-8.
fn is_first(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

impl Text {
    pub fn new(string: impl Into<String>) -> Self {
        let string = string.into();
        if string.is_ascii() {
            let len = string.len() as u32;
            return Text { string, index: Vec::new(), len };
        }
        let mut len = 0;
        let mut index = Vec::with_capacity(string.len() / BLOCK + 1);
        for block in string.as_bytes().chunks(BLOCK) {
            index.push(len);
            len += begun(block);
        }
        Text { string, index, len }
    }
    pub fn as_str(&self) -> &str {
        &self.string
    }
    /// Code points in it.
    pub fn len(&self) -> u32 {
        self.len
    }
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    pub fn whole(&self) -> Span {
        Span { start: CharPos(0), end: CharPos(self.len) }
    }

    /// The byte offset of a position; a position past the end is the end.
    pub fn byte(&self, at: CharPos) -> usize {
        if at.0 >= self.len {
            return self.string.len();
        }
        if self.index.is_empty() {
            return at.0 as usize;
        }
        let block = self.index.partition_point(|&before| before <= at.0) - 1;
        let mut left = at.0 - self.index[block];
        let start = block * BLOCK;
        for (offset, &byte) in self.string.as_bytes()[start..].iter().enumerate() {
            if is_first(byte) {
                if left == 0 {
                    return start + offset;
                }
                left -= 1;
            }
        }
        self.string.len()
    }

    /// The position of a byte offset; one inside a code point is that code point's position.
    pub fn pos(&self, byte: usize) -> CharPos {
        if byte >= self.string.len() {
            return CharPos(self.len);
        }
        if self.index.is_empty() {
            return CharPos(byte as u32);
        }
        let block = byte / BLOCK;
        let within = begun(&self.string.as_bytes()[block * BLOCK..=byte]);
        CharPos(self.index[block] + within - 1)
    }

    pub fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start);
        start..self.byte(span.end).max(start)
    }
    pub fn span(&self, bytes: Range<usize>) -> Span {
        Span { start: self.pos(bytes.start), end: self.pos(bytes.end) }
    }
    /// The text of a span; what lies past the end is left out.
    pub fn slice(&self, span: Span) -> &str {
        &self.string[self.bytes(span)]
    }

    /// The span without white space at its ends (it may come out empty).
    pub fn trim(&self, span: Span) -> Span {
        let bytes = self.bytes(span);
        let text = &self.string[bytes.clone()];
        let start = bytes.start + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        self.span(start..end)
    }

    /// The smallest span of whole grapheme clusters that holds `span`.
    pub fn snap(&self, span: Span) -> Span {
        let bytes = self.bytes(span);
        let start = self.boundary_before(bytes.start);
        let end = self.boundary_after(bytes.end);
        self.span(start..end)
    }
    fn boundary_before(&self, byte: usize) -> usize {
        let mut cursor = GraphemeCursor::new(byte, self.string.len(), true);
        match cursor.is_boundary(&self.string, 0) {
            Ok(true) => byte,
            _ => cursor.prev_boundary(&self.string, 0).ok().flatten().unwrap_or(0),
        }
    }
    fn boundary_after(&self, byte: usize) -> usize {
        let mut cursor = GraphemeCursor::new(byte, self.string.len(), true);
        match cursor.is_boundary(&self.string, 0) {
            Ok(true) => byte,
            _ => cursor.next_boundary(&self.string, 0).ok().flatten().unwrap_or(self.string.len()),
        }
    }
    /// The start of the grapheme cluster after the one at `at`.
    pub fn next_grapheme(&self, at: CharPos) -> CharPos {
        let mut cursor = GraphemeCursor::new(self.byte(at), self.string.len(), true);
        let next = cursor.next_boundary(&self.string, 0).ok().flatten();
        self.pos(next.unwrap_or(self.string.len()))
    }
    /// The start of the grapheme cluster before `at`.
    pub fn previous_grapheme(&self, at: CharPos) -> CharPos {
        let mut cursor = GraphemeCursor::new(self.byte(at), self.string.len(), true);
        self.pos(cursor.prev_boundary(&self.string, 0).ok().flatten().unwrap_or(0))
    }

    /// The words of a span (UAX 29, only those with a letter or digit), each with its place in the document.
    pub fn words(&self, span: Span) -> impl Iterator<Item = (Span, &str)> {
        let bytes = self.bytes(span);
        self.string[bytes.clone()].unicode_word_indices().map(move |(at, word)| {
            let start = bytes.start + at;
            (self.span(start..start + word.len()), word)
        })
    }
}

impl Text {
    /// The sentences of a span (UAX 29), without white space at their ends.
    pub fn sentences(&self, span: Span) -> impl Iterator<Item = Span> {
        let bytes = self.bytes(span);
        let sentences = self.string[bytes.clone()].split_sentence_bound_indices();
        sentences.filter_map(move |(at, sentence)| {
            let start = bytes.start + at;
            let trimmed = self.trim(self.span(start..start + sentence.len()));
            (!trimmed.is_empty()).then_some(trimmed)
        })
    }
}

impl From<&str> for Text {
    fn from(string: &str) -> Self {
        Text::new(string)
    }
}

/// Words in a text, as counted everywhere in the program (UAX 29 words with a letter or digit).
///
/// No such word crosses ASCII white space, so the text goes in pieces, and a piece of plain letters and digits, with
/// punctuation at its ends, is one word without asking the tables.
pub fn count_words(text: &str) -> u32 {
    text.split_ascii_whitespace()
        .map(|piece| {
            let bare = piece
                .trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')'));
            match !bare.is_empty() && bare.chars().all(is_plain) {
                true => 1,
                false => piece.unicode_words().count() as u32,
            }
        })
        .sum()
}

/// A letter or digit that joins its like to one word: ASCII, or a letter of the Latin blocks up to U+024F.
fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || (('\u{C0}'..='\u{24F}').contains(&letter) && letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_counted_as_the_tables_count_them(text in "\\PC{0,60}", more in "[a-zA-Z \\n'äßŉ×÷ªº.,:\"()0-9\u{301}\u{200d}-]{0,60}") {
            prop_assert_eq!(count_words(&text), text.unicode_words().count() as u32);
            prop_assert_eq!(count_words(&more), more.unicode_words().count() as u32);
        }
    }
}
