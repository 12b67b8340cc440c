//! Small steps through a text: past spaces, words, labels, numbers, and what stands between them.

use super::Part;
use crate::text::citations::Pattern;
use crate::text::cited::Interviews;
use crate::text::cited::signals::{AND, OTHER_UNITS, PARAGRAPH, TO};

/// A text that is read, and what must be known to read it.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) pattern: &'a Pattern,
    pub(super) interviews: &'a Interviews,
    /// The project's words, the longest first; whether it is a plural.
    pub(super) words: Vec<(bool, String)>,
}

pub(super) fn words(pattern: &Pattern) -> Vec<(bool, String)> {
    let singular = &pattern.singular;
    if singular.is_empty() {
        return Vec::new();
    }
    let plurals = [pattern.plural.clone(), format!("{singular}en"), format!("{singular}s")];
    let plurals = plurals.into_iter().filter(|word| word != singular && !word.is_empty());
    let mut words: Vec<(bool, String)> = plurals.map(|word| (true, word)).collect();
    words.push((false, singular.clone()));
    words.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
    words
}

impl<'a> Reader<'a> {
    pub(super) fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.from(at).chars().next()
    }
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|text| text.chars().next_back())
    }
    pub(super) fn is_word_start(&self, at: usize) -> bool {
        !self.before(at).is_some_and(|c| c.is_alphanumeric() || c == '_')
    }
    pub(super) fn spaces(&self, at: usize) -> usize {
        let rest = self.from(at);
        at + (rest.len() - rest.trim_start_matches(is_space).len())
    }
    /// Past one of some characters, with spaces around it.
    pub(super) fn past(&self, at: usize, wanted: &[char]) -> Option<usize> {
        let at = self.spaces(at);
        let c = self.char(at).filter(|c| wanted.contains(c))?;
        Some(self.spaces(at + c.len_utf8()))
    }
    /// Past some text, its spaces any, letter case aside.
    pub(super) fn literal(&self, mut at: usize, wanted: &str) -> Option<usize> {
        let mut wanted = wanted.chars().peekable();
        while let Some(c) = wanted.next() {
            if is_space(c) {
                while wanted.next_if(|c| is_space(*c)).is_some() {}
                at = self.spaces(at);
                continue;
            }
            let found = self.char(at)?;
            if found != c && !found.to_lowercase().eq(c.to_lowercase()) {
                return None;
            }
            at += found.len_utf8();
        }
        Some(at)
    }
    /// Past one of some words, with the full stop that may follow it.
    pub(super) fn one_of(&self, at: usize, words: &[&str]) -> Option<usize> {
        let after = words.iter().filter_map(|word| {
            let after = self.literal(at, word)?;
            let inside =
                word.ends_with(char::is_alphanumeric) && self.char(after).is_some_and(char::is_alphabetic);
            (!inside).then_some(after)
        });
        let at = after.max()?;
        Some(if self.char(at) == Some('.') { at + 1 } else { at })
    }

    /// Past the project's word; whether it was the plural.
    pub(super) fn word(&self, at: usize) -> Option<(bool, usize)> {
        if !self.is_word_start(at) {
            return None;
        }
        let mut found = self.words.iter().filter_map(|(plural, word)| {
            let after = self.literal(at, word)?;
            // Behind a letter comes a label, not the rest of another word.
            let touching = word.ends_with(char::is_alphabetic)
                && self.char(after).is_some_and(|c| c.is_alphabetic() || c == '_');
            let label = self.known_label(self.label_start(after)).is_some();
            (!touching || label && self.pattern.gap.is_empty()).then_some((*plural, after, label))
        });
        let first = found.next()?;
        // `Is 5` may be `I` with a label that begins with an s.
        let (plural, after, _) =
            if first.2 { first } else { found.find(|(_, _, label)| *label).unwrap_or(first) };
        Some((plural, after))
    }
    pub(super) fn is_exact_word(&self, at: usize, after: usize) -> bool {
        let word = self.text.get(at..after).unwrap_or("");
        [&self.pattern.singular, &self.pattern.plural]
            .into_iter()
            .any(|known| word.starts_with(known.as_str()))
    }

    /// The longest label of the study that stands here.
    pub(super) fn known_label(&self, at: usize) -> Option<(String, usize)> {
        let found = self.interviews.iter().filter_map(|interview| {
            let label = &interview.label;
            let after = self.literal(at, label)?;
            let next = self.char(after);
            let inside = label.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            let hyphen = next.is_some_and(|c| c == '-' || c == '_')
                && label.ends_with(char::is_alphabetic)
                && self.from(after).chars().nth(1).is_some_and(char::is_alphabetic);
            let exact = self.text.get(at..after) == Some(label.as_str());
            (!inside && !hyphen).then(|| (after, exact, label.clone()))
        });
        found.max_by_key(|(after, exact, _)| (*after, *exact)).map(|(after, _, label)| (label, after))
    }

    /// A label: one of the study's, or what looks like one.
    pub(super) fn label(&self, at: usize) -> Option<(String, usize)> {
        if let Some(known) = self.known_label(at) {
            return Some(known);
        }
        let rest = self.from(at);
        let token: &str =
            &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())];
        let digits = token.bytes().take_while(u8::is_ascii_digit).count();
        let number = digits > 0 && digits < 5 && token.len() - digits <= 1 && !is_year(token);
        let name = token.starts_with(|c: char| c.is_alphabetic())
            && token.ends_with(|c: char| c.is_ascii_digit())
            && token.chars().count() <= 12;
        let after = at + token.len();
        let address = self.char(after) == Some('.') && self.digit_at(after + 1);
        if (number || name) && !address && !token.ends_with('f') {
            let known = self.interviews.get(token).map(|interview| interview.label.clone());
            return Some((known.unwrap_or_else(|| bare(token).to_owned()), after));
        }
        // Any other word is one only with a paragraph behind it.
        let named = !token.is_empty() && token.chars().count() <= 30 && !is_year(token);
        let at_colon = self.past(after, &[':']).is_some_and(|at| self.digit_at(at));
        (named && token.starts_with(char::is_uppercase) && at_colon).then(|| (token.to_owned(), after))
    }
    pub(super) fn digit_at(&self, at: usize) -> bool {
        self.char(at).is_some_and(|c| c.is_ascii_digit())
    }

    /// Past what stands between a label and its paragraph, to a digit.
    pub(super) fn to_paragraph(&self, at: usize) -> Option<usize> {
        let own = self.pattern.paragraph.trim();
        let by_pattern = match own.is_empty() {
            true => Some(self.spaces(at)).filter(|after| *after > at),
            false => self.literal(self.spaces(at), own).map(|at| self.spaces(at)),
        };
        let by_pattern = by_pattern.filter(|at| self.digit_at(*at));
        let marked = || {
            let at = self.past(at, &[':', ',', '/']).unwrap_or_else(|| self.spaces(at));
            let marker = self.one_of(at, PARAGRAPH).filter(|_| self.known_label(at).is_none());
            marker.map(|at| self.spaces(at)).filter(|at| self.digit_at(*at))
        };
        let colon = || self.past(at, &[':']).filter(|at| self.digit_at(*at));
        by_pattern.or_else(colon).or_else(marked)
    }

    /// Past lines, times or pages that stand where a paragraph should.
    pub(super) fn other_unit(&self, at: usize) -> Option<usize> {
        let at = self.past(at, &[':', ',', '/']).unwrap_or_else(|| self.spaces(at));
        self.unit(at).filter(|_| self.digit_at(at) || self.known_label(at).is_none())
    }
    pub(super) fn unit(&self, at: usize) -> Option<usize> {
        let numbers = |at: usize| {
            let rest = self.from(at);
            let len = rest.find(|c: char| !c.is_ascii_digit() && !is_space(c) && !"#:.,-–[]".contains(c));
            let taken = rest.get(..len.unwrap_or(rest.len())).unwrap_or("");
            at + taken.trim_end_matches(|c: char| is_space(c) || ".,:[-–".contains(c)).len()
        };
        if let Some(after) = self.one_of(at, OTHER_UNITS).map(|at| self.spaces(at)) {
            return self.digit_at(after).then(|| numbers(after));
        }
        let rest = self.from(at);
        let digits = rest.strip_prefix(['#', '[']).unwrap_or(rest);
        let stamp = digits.get(..2).is_some_and(|two| two.bytes().all(|b| b.is_ascii_digit()))
            && digits.get(2..3) == Some(":")
            && digits.get(3..5).is_some_and(|two| two.bytes().all(|b| b.is_ascii_digit()));
        let sure = digits.len() < rest.len() || digits.get(5..6) == Some(":");
        (stamp && sure).then(|| numbers(at))
    }

    /// A paragraph or range, and what is wrong with it.
    pub(super) fn part(&self, at: usize) -> Option<(Part, usize, bool)> {
        let (first, after) = self.number(at)?;
        let mut part = Part { first, last: Some(first), open: false };
        let mut end = after;
        let mut broken = false;
        let following = self.spaces(after);
        let effs = self.from(following).bytes().take_while(|b| *b == b'f').count();
        if (1..=2).contains(&effs) && !self.char(following + effs).is_some_and(char::is_alphanumeric) {
            end = following + effs;
            if self.char(end) == Some('.') {
                end += 1;
            }
            match effs {
                1 => part.last = Some(first.saturating_add(1)),
                _ => (part.last, part.open) = (None, true),
            }
        } else if let Some(to) = self.dash(after) {
            match self.number(to) {
                Some((last, past)) => {
                    (part.last, end) = (Some(last), past);
                    broken = last < first;
                }
                // `9-` and nothing: of no use, unless it is a dash of the sentence.
                None if !self.char(to).is_some_and(char::is_alphabetic) && to > after => broken = true,
                None => {}
            }
        } else if !self.pattern.following.trim().is_empty()
            && let Some(past) = self.literal(following, self.pattern.following.trim())
        {
            (part.last, end) = (Some(first.saturating_add(1)), past);
        }
        Some((part, end, broken))
    }
    pub(super) fn dash(&self, at: usize) -> Option<usize> {
        let own = self.pattern.range.trim();
        let own = (!own.is_empty()).then(|| self.literal(self.spaces(at), own)).flatten();
        if let Some(at) = own.map(|at| self.spaces(at)).filter(|at| self.digit_at(*at)) {
            return Some(at);
        }
        let dash = self.past(at, &['-', '‐', '‑', '‒', '–', '—', '−']);
        let word = || {
            let after = self.one_of(self.spaces(at), TO).filter(|after| !self.digit_at(*after))?;
            Some(self.spaces(after)).filter(|at| self.digit_at(*at))
        };
        dash.or_else(word)
    }
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        let rest = self.from(at);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest.get(..digits)?.parse().ok().filter(|_| digits <= 6)?;
        let next = self.char(at + digits);
        (!next.is_some_and(|c| c.is_alphanumeric() && c != 'f')).then_some((number, at + digits))
    }
    /// Past a comma or a word that means one.
    pub(super) fn comma(&self, at: usize) -> Option<usize> {
        let at = self.spaces(at);
        match self.past(at, &[',']) {
            Some(after) => Some(self.and(after).unwrap_or(after)),
            None => self.and(at),
        }
    }
    pub(super) fn and(&self, at: usize) -> Option<usize> {
        let after = self.one_of(at, AND).filter(|_| self.known_label(at).is_none())?;
        (!self.digit_at(after)).then(|| self.spaces(after))
    }
    /// Whether an interview with a paragraph begins here: `20: 23`.
    pub(super) fn begins_interview(&self, at: usize) -> bool {
        let label =
            self.known_label(at).map(|(_, after)| after).or_else(|| self.number(at).map(|(_, at)| at));
        let colon = |after| self.past(after, &[':']).is_some_and(|at| self.digit_at(at));
        label.is_some_and(colon)
    }
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Without the zeros before a number.
fn bare(label: &str) -> &str {
    let bare = label.trim_start_matches('0');
    if bare.starts_with(|c: char| c.is_ascii_digit()) { bare } else { label }
}

pub(super) fn is_year(token: &str) -> bool {
    let digits = token.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(token);
    digits.len() == 4 && digits.parse().is_ok_and(|year: u32| (1500..2100).contains(&year))
}
