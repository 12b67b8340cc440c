//! Words, punctuation, and what an author marks, with their places in a text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::quotes::is_mark;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Word,
    Punctuation,
    /// `...`, `…`, in brackets or not.
    Dots,
    /// `[words]`, and an author's note in round brackets.
    Bracket,
    /// `bezahl[t]`; its key has the letters in brackets too.
    Altered,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// As it is compared.
    pub key: String,
    pub bytes: Range<usize>,
    /// White space is before it.
    pub space: bool,
}

/// A bracket that is longer is text.
const BRACKET: usize = 300;
/// So many letters can stand in the place of those in brackets.
const ALTERED: usize = 6;

/// The tokens of a text. Quotation marks and white space are none.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut at = 0;
    let mut space = false;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or("");
        if c.is_whitespace() {
            (at, space) = (at + c.len_utf8(), true);
            continue;
        }
        if is_unseen(c) || is_mark(c) {
            at += c.len_utf8();
            continue;
        }
        let (kind, len, key) = token(rest, c);
        all.push(Token { kind, key, bytes: at..at + len, space: std::mem::take(&mut space) });
        at += len;
    }
    all
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn token(rest: &str, first: char) -> (Kind, usize, String) {
    if let Some(len) = dots(rest) {
        return (Kind::Dots, len, "…".to_owned());
    }
    if first == '[' || first.is_alphanumeric() {
        let (len, altered) = word(rest);
        if altered {
            return (Kind::Altered, len, fold(rest.get(..len).unwrap_or("")));
        }
        if len > 0 && first != '[' {
            return (Kind::Word, len, fold(rest.get(..len).unwrap_or("")));
        }
    }
    if let Some(len) = bracket(rest, first) {
        let inner = rest.get(1..len - 1).unwrap_or("");
        if inner.trim().chars().all(|c| matches!(c, '.' | '…') || c.is_whitespace())
            && !inner.trim().is_empty()
        {
            return (Kind::Dots, len, "…".to_owned());
        }
        if first == '[' || is_note(inner) {
            let words = inner.split_whitespace().map(fold).collect::<Vec<_>>().join(" ");
            return (Kind::Bracket, len, format!("[{words}]"));
        }
    }
    // `--` is a typist's dash.
    let dashes = rest.find(|c| !is_dash(c)).unwrap_or(rest.len());
    if dashes > 0 {
        return (Kind::Punctuation, dashes, "-".to_owned());
    }
    (Kind::Punctuation, first.len_utf8(), first.to_string())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// Two full stops or more, and what stands for them.
fn dots(rest: &str) -> Option<usize> {
    let run = rest.find(|c| !matches!(c, '.' | '…')).unwrap_or(rest.len());
    let run = rest.get(..run)?;
    (run.contains('…') || run.len() >= 2).then_some(run.len())
}

/// A word with apostrophes inside, and letters in square brackets that touch it; whether there were any.
fn word(rest: &str) -> (usize, bool) {
    let mut len = 0;
    let mut altered = false;
    let mut letters = false;
    while let Some(c) = rest.get(len..).and_then(|rest| rest.chars().next()) {
        let next = rest.get(len + c.len_utf8()..).unwrap_or("");
        if c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c) {
            letters |= c.is_alphanumeric();
            len += c.len_utf8();
        } else if matches!(c, '\'' | '’' | '‘' | '`' | '´')
            && letters
            && next.starts_with(char::is_alphanumeric)
        {
            len += c.len_utf8();
        } else if c == '[' {
            let inside = next.find(']').and_then(|end| next.get(..end)).unwrap_or("");
            let after = next.get(inside.len() + 1..).unwrap_or("");
            let joined = letters || after.starts_with(char::is_alphabetic);
            let only_letters = !inside.is_empty()
                && inside.chars().count() <= 12
                && inside.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
            // `[Ministerium]s` is a name replaced, `bezahl[t]` a word.
            if !joined || !only_letters {
                break;
            }
            altered = true;
            len += inside.len() + 2;
        } else {
            break;
        }
    }
    (len, altered && letters)
}

/// The bytes of a bracket that closes within sight.
fn bracket(rest: &str, first: char) -> Option<usize> {
    let close = match first {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let end = rest.char_indices().take(BRACKET).find(|(_, c)| *c == close)?.0;
    Some(end + 1)
}

/// Whether a round bracket is the author's, not the speaker's.
fn is_note(inner: &str) -> bool {
    let small = inner.trim().to_lowercase();
    let begins =
        ["anm.", "anmerkung", "hervorh", "herv.", "sic", "note:", "emphasis", "m. e.", "eigene übersetzung"];
    let holds = [
        "d. verf",
        "der verf",
        "des verf",
        "d. v.",
        "d. a.",
        "the author",
        "i. o.",
        "im original",
        "in original",
    ];
    begins.iter().any(|word| small.starts_with(word)) || holds.iter().any(|words| small.contains(words))
}

/// One kind of apostrophe, composed, without what is not seen.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let folded = word.chars().filter(|c| !is_unseen(*c)).map(|c| match c {
        '’' | '‘' | '`' | '´' => '\'',
        c => c,
    });
    folded.nfc().collect()
}

/// Whether an altered word can stand for another: what is not in brackets must be the same.
pub fn can_be(altered: &str, word: &str) -> bool {
    let mut literal = altered.split(['[', ']']).step_by(2);
    let Some(first) = literal.next() else { return false };
    let Some(mut rest) = word.strip_prefix(first) else { return false };
    let mut pieces = literal.peekable();
    while let Some(piece) = pieces.next() {
        let end = match pieces.peek() {
            Some(_) => rest.find(piece).map(|at| (at, at + piece.len())),
            None => rest.ends_with(piece).then(|| (rest.len() - piece.len(), rest.len())),
        };
        let Some((skipped, end)) = end else { return false };
        if rest.get(..skipped).unwrap_or("").chars().count() > ALTERED {
            return false;
        }
        rest = rest.get(end..).unwrap_or("");
    }
    rest.is_empty()
}
