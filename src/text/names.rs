//! Finding listed names in a text: whole words, the longest form first.
//!
//! A word is a run of letters, digits, combining marks and what may stand unseen inside one (soft hyphens, joiners).
//! Everything else parts words: a hyphen too, so `Müller` is found in `Müller-Schmidt` and in `Anna Müller's`, since a name
//! that is missed is worse than one that is replaced inside a longer one; `Müllerstraße` is another word. An underscore
//! parts words as well, as file names need it. A form of several words is found with any white space inside a paragraph
//! between them. Letter case counts unless a form says otherwise; composed and decomposed letters, kinds of dashes and
//! of apostrophes are the same.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A spelling to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form<'a> {
    pub spelling: &'a str,
    /// Letter case does not count.
    pub any_case: bool,
}

/// A form found: its bytes, and which of the forms it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub bytes: Range<usize>,
    pub form: usize,
}

/// Many forms, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub struct NameFinder {
    forms: Vec<Compiled>,
    /// By the first word as it stands, and in small letters where case does not count.
    exact: HashMap<String, Vec<usize>>,
    small: HashMap<String, Vec<usize>>,
}

#[derive(Debug, Clone)]
struct Compiled {
    /// What stands before the first word, between the words, and after the last.
    gaps: Vec<String>,
    words: Vec<String>,
    any_case: bool,
    length: usize,
}

/// Letters and what belongs to them unseen.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}

/// The words of a text as byte ranges.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, c) = letters.next()?;
            if c.is_alphanumeric() {
                break at;
            }
        };
        let mut end = text.len();
        while let Some(&(at, c)) = letters.peek() {
            if !is_word(c) {
                end = at;
                break;
            }
            letters.next();
        }
        Some(start..end)
    })
}

/// A word without what is not seen in it, composed.
pub fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.chars().filter(|c| !is_unseen(*c)).nfc().collect()
}

/// What stands between words, one kind of space, dash and apostrophe for all; never across paragraphs.
fn gap(between: &str) -> String {
    let mut out = String::new();
    for c in between.chars().filter(|c| !is_unseen(*c)) {
        let c = one_kind(c);
        if !(c == ' ' && out.ends_with(' ')) {
            out.push(c);
        }
    }
    out
}

fn one_kind(c: char) -> char {
    match c {
        '_' => ' ',
        '\n' => '\n',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '’' | '‘' | '‛' | '`' | '´' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

impl NameFinder {
    /// Forms without a letter or digit are never found.
    pub fn new<'a>(forms: impl IntoIterator<Item = Form<'a>>) -> NameFinder {
        let mut finder = NameFinder::default();
        for (index, form) in forms.into_iter().enumerate() {
            let spelling = form.spelling.trim();
            let mut compiled = Compiled {
                gaps: Vec::new(),
                words: Vec::new(),
                any_case: form.any_case,
                length: spelling.chars().count(),
            };
            let mut last = 0;
            for word in words(spelling) {
                compiled.gaps.push(gap(spelling.get(last..word.start).unwrap_or_default()));
                let word_text = plain(spelling.get(word.clone()).unwrap_or_default());
                compiled.words.push(if form.any_case { word_text.to_lowercase() } else { word_text });
                last = word.end;
            }
            compiled.gaps.push(gap(spelling.get(last..).unwrap_or_default()));
            if let Some(first) = compiled.words.first() {
                let by = if form.any_case { &mut finder.small } else { &mut finder.exact };
                by.entry(first.clone()).or_default().push(index);
            }
            finder.forms.push(compiled);
        }
        finder
    }

    pub fn is_empty(&self) -> bool {
        self.exact.is_empty() && self.small.is_empty()
    }

    /// Where the forms stand in a text, in order and without overlaps: at each word the longest that fits.
    pub fn find(&self, text: &str) -> Vec<Found> {
        if self.is_empty() {
            return Vec::new();
        }
        let words: Vec<Range<usize>> = words(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        let mut free = 0;
        while let Some(word) = words.get(at) {
            match self.longest(text, &words, at, free) {
                Some((form, bytes)) => {
                    let many = self.forms.get(form).map_or(1, |form| form.words.len().max(1));
                    free = bytes.end;
                    found.push(Found { bytes, form });
                    at += many;
                }
                None => {
                    free = word.end;
                    at += 1;
                }
            }
        }
        found
    }

    /// Whether any of the forms stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// The text with every form found replaced, and how many there were; none where there are none.
    pub fn replace<'r>(&self, text: &str, replacement: impl Fn(usize) -> &'r str) -> Option<(String, u32)> {
        let found = self.find(text);
        if found.is_empty() {
            return None;
        }
        let mut out = String::with_capacity(text.len());
        let mut last = 0;
        for one in &found {
            out.push_str(text.get(last..one.bytes.start).unwrap_or_default());
            out.push_str(replacement(one.form));
            last = one.bytes.end;
        }
        out.push_str(text.get(last..).unwrap_or_default());
        Some((out, found.len() as u32))
    }

    /// The longest form that begins at a word; one whose case counts before one of the same length whose does not.
    fn longest(
        &self,
        text: &str,
        words: &[Range<usize>],
        at: usize,
        free: usize,
    ) -> Option<(usize, Range<usize>)> {
        let word = plain(text.get(words.get(at)?.clone())?);
        let exact = self.exact.get(&word);
        let small = if self.small.is_empty() { None } else { self.small.get(&word.to_lowercase()) };
        let mut best: Option<(usize, usize, Range<usize>)> = None;
        for &index in exact.into_iter().chain(small).flatten() {
            let Some(form) = self.forms.get(index) else { continue };
            if best.as_ref().is_some_and(|(length, ..)| *length >= form.length) {
                continue;
            }
            if let Some(bytes) = form.fits(text, words, at, free) {
                best = Some((form.length, index, bytes));
            }
        }
        best.map(|(_, index, bytes)| (index, bytes))
    }
}

impl Compiled {
    /// The bytes of the form where its first word is word `at`; what stands before `free` belongs to another.
    fn fits(&self, text: &str, words: &[Range<usize>], at: usize, free: usize) -> Option<Range<usize>> {
        for (nth, wanted) in self.words.iter().enumerate() {
            let here = words.get(at + nth)?;
            let there = plain(text.get(here.clone())?);
            let same = if self.any_case { there.to_lowercase() == *wanted } else { there == *wanted };
            if !same {
                return None;
            }
            if nth > 0 {
                let before = words.get(at + nth - 1)?;
                if gap(text.get(before.end..here.start)?) != *self.gaps.get(nth)? {
                    return None;
                }
            }
        }
        let first = words.get(at)?.start;
        let last = words.get(at + self.words.len().checked_sub(1)?)?.end;
        let next = words.get(at + self.words.len()).map_or(text.len(), |next| next.start);
        let before = text.get(free.min(first)..first)?;
        let after = text.get(last..next)?;
        let start = first - ends_with(before, self.gaps.first()?)?;
        let end = last + starts_with(after, self.gaps.last()?)?;
        Some(start..end)
    }
}

/// Bytes at the start of `text` that are `wanted`, kinds of signs aside.
fn starts_with(text: &str, wanted: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for c in wanted.chars() {
        let (_, there) = letters.next()?;
        if one_kind(there) != c {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(at, _)| at))
}

fn ends_with(text: &str, wanted: &str) -> Option<usize> {
    let mut letters = text.char_indices().rev();
    let mut start = text.len();
    for c in wanted.chars().rev() {
        let (at, there) = letters.next()?;
        if one_kind(there) != c {
            return None;
        }
        start = at;
    }
    Some(text.len() - start)
}

/// A word that is like a listed form without being one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// As it stands in the texts.
    pub word: String,
    /// The form that it is like.
    pub form: usize,
    /// How often it stands there.
    pub count: u32,
}

/// Collects words that are like listed forms: an inflection or a compound (`Müllers`, `Müllerstraße`), another spelling
/// (`Mueller`, `MÜLLER`), a slip of one letter (`Müler`), one word of a form of several.
#[derive(Debug)]
pub struct NearWords {
    finder: NameFinder,
    /// Folded words of the forms, with the form and whether it is the whole form.
    known: Vec<(String, usize, bool)>,
    seen: BTreeMap<String, (usize, u32)>,
    passed: HashMap<String, Option<usize>>,
}

/// Letters that a word of a form must have for inflections and slips to be looked for.
const LONG_ENOUGH: usize = 4;

impl NearWords {
    pub fn new<'a>(forms: impl IntoIterator<Item = Form<'a>> + Clone) -> NearWords {
        let mut known = Vec::new();
        for (index, form) in forms.clone().into_iter().enumerate() {
            let parts: Vec<&str> =
                words(form.spelling).filter_map(|range| form.spelling.get(range)).collect();
            for part in &parts {
                known.push((folded(part), index, parts.len() == 1));
            }
        }
        NearWords { finder: NameFinder::new(forms), known, seen: BTreeMap::new(), passed: HashMap::new() }
    }

    /// Looks through a text.
    pub fn read(&mut self, text: &str) {
        let listed = self.finder.find(text);
        let mut listed = listed.iter().peekable();
        for range in words(text) {
            while listed.peek().is_some_and(|found| found.bytes.end <= range.start) {
                listed.next();
            }
            if listed.peek().is_some_and(|found| found.bytes.start < range.end) {
                continue;
            }
            let word = plain(text.get(range).unwrap_or_default());
            let form = match self.passed.get(&word) {
                Some(form) => *form,
                None => {
                    let form = self.like(&word);
                    self.passed.insert(word.clone(), form);
                    form
                }
            };
            if let Some(form) = form {
                self.seen.entry(word).or_insert((form, 0)).1 += 1;
            }
        }
    }

    fn like(&self, word: &str) -> Option<usize> {
        let small = folded(word);
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let near = |(known, _, whole): &&(String, usize, bool)| {
            let long = known.chars().count() >= LONG_ENOUGH;
            if small == *known {
                // One word of several is a name only where it is written as one: `der`, `von` are not.
                return *whole || capital;
            }
            long && capital && (small.starts_with(known.as_str()) || one_slip(&small, known))
        };
        // The nearest: the one that it is, marks aside, then the longest that it is like.
        let nearness = |(known, ..): &&(String, usize, bool)| (*known == small, known.len());
        self.known.iter().filter(near).max_by_key(nearness).map(|(_, form, _)| *form)
    }

    /// What was found, by form and word.
    pub fn finish(self) -> Vec<Near> {
        let mut near: Vec<Near> =
            self.seen.into_iter().map(|(word, (form, count))| Near { word, form, count }).collect();
        near.sort_by(|a, b| (a.form, &a.word).cmp(&(b.form, &b.word)));
        near
    }
}

/// In small letters, umlauts and their spellings with e, other marks and sharp s aside.
fn folded(word: &str) -> String {
    let small: String = plain(word).to_lowercase();
    let small = small.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace('ß', "ss");
    small.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// Whether one letter too many, too few, another, or two swapped make one of the other.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 1 || a.len().min(b.len()) <= LONG_ENOUGH {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    match (a, b) {
        ([_, rest @ ..], other) | (other, [_, rest @ ..]) if a.len() != b.len() && rest == other => true,
        ([x, y, rest @ ..], [v, w, other @ ..]) if x == w && y == v && rest == other => true,
        ([_, rest @ ..], [_, other @ ..]) => rest == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'t>(forms: &[&str], text: &'t str) -> Vec<&'t str> {
        let finder = NameFinder::new(forms.iter().map(|spelling| Form { spelling, any_case: false }));
        finder.find(text).into_iter().map(|found| &text[found.bytes]).collect()
    }

    #[test]
    fn finds_whole_words_the_longest_first() {
        assert_eq!(found(&["Müller"], "Müller, Müllers, Müllerstraße, Vormüller"), ["Müller"]);
        assert_eq!(
            found(&["Müller", "Müller-Schmidt"], "Müller-Schmidt, Müller-Lang"),
            ["Müller-Schmidt", "Müller"]
        );
        assert_eq!(
            found(&["Anna", "Anna Müller"], "Anna\u{A0}Müller und Anna Maier"),
            ["Anna\u{A0}Müller", "Anna"]
        );
        assert!(found(&["Anna Müller"], "Anna\nMüller").is_empty(), "not across paragraphs");
        assert_eq!(found(&["Müller"], "Mu\u{308}ller und Mül\u{AD}ler"), ["Mu\u{308}ller", "Mül\u{AD}ler"]);
        assert_eq!(found(&["Mu\u{308}ller"], "Müller"), ["Müller"]);
        assert!(found(&["Rose"], "rose ROSE").is_empty(), "letter case counts");
        assert_eq!(found(&["Anna"], "Annas Anna's Anna’s (Anna)"), ["Anna", "Anna", "Anna"]);
        assert_eq!(found(&["Mueller"], "Interview_Mueller_2.docx"), ["Mueller"]);
        assert_eq!(found(&["Dr. Weiß", "Weiß"], "Dr. Weiß und Herr Weiß"), ["Dr. Weiß", "Weiß"]);
        assert_eq!(found(&["Müller & Co."], "bei Müller & Co., sagt"), ["Müller & Co."]);
        assert_eq!(found(&["Müller-Schmidt"], "Müller‑Schmidt"), ["Müller‑Schmidt"], "another hyphen");
        assert!(found(&["...", ""], "... und").is_empty());
    }

    #[test]
    fn letter_case_can_be_left_aside() {
        let finder = NameFinder::new([Form { spelling: "Älpler", any_case: true }]);
        assert_eq!(finder.find("älpler ÄLPLER Älplers").len(), 2);
    }

    #[test]
    fn lists_what_is_like_a_name() {
        let forms = ["Müller", "Anna Weber", "Ort"].map(|spelling| Form { spelling, any_case: false });
        let mut near = NearWords::new(forms);
        near.read("Müller Müllers Mueller MÜLLER Müler Müllerstraße mülle Weber Weberin Anna weben Orte Tort Ort anna");
        let words: Vec<String> = near.finish().into_iter().map(|near| near.word).collect();
        assert_eq!(
            words,
            ["Mueller", "MÜLLER", "Müler", "Müllers", "Müllerstraße", "Anna", "Weber", "Weberin"],
        );
    }

    proptest! {
        /// What is replaced is gone, whatever stands around it.
        #[test]
        fn nothing_listed_is_left(
            pieces in prop::collection::vec(("[ \\n.,\\-_'„“a-zäöü]{0,4}", prop::sample::select(vec!["Müller", "Mu\u{308}ller", "Anna", "Anna Müller", "Müllers", "Ort"])), 0..12),
        ) {
            let forms = ["Müller", "Anna", "Anna Müller", "Müllers"];
            let text: String = pieces.iter().map(|(gap, name)| format!("{gap}{name}")).collect();
            let finder = NameFinder::new(forms.iter().map(|spelling| Form { spelling, any_case: false }));
            let count = finder.find(&text).len() as u32;
            match finder.replace(&text, |_| "[A]") {
                Some((replaced, told)) => {
                    prop_assert_eq!(told, count);
                    prop_assert!(!finder.is_in(&replaced));
                    prop_assert_eq!(replaced.matches("[A]").count() as u32, count);
                }
                None => prop_assert_eq!(count, 0),
            }
        }

        /// As slow and simple as can be: a form of one word is found where its letters stand between no letters.
        #[test]
        fn finds_what_a_plain_search_finds(text in "(Abc|abc|b| |-|\\n|ä|Abcd|\\.){0,20}") {
            let mut expected = Vec::new();
            for (at, _) in text.match_indices("Abc") {
                let before = text[..at].chars().next_back().is_none_or(|c| !is_word(c));
                let after = text[at + 3..].chars().next().is_none_or(|c| !is_word(c));
                if before && after {
                    expected.push(at..at + 3);
                }
            }
            let finder = NameFinder::new([Form { spelling: "Abc", any_case: false }]);
            let found: Vec<Range<usize>> = finder.find(&text).into_iter().map(|found| found.bytes).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
