//! Search patterns over the verbatim text.
//!
//! Texts are stored letter by letter, so a search folds on the fly: the query compiles to a regular expression. A letter
//! without a diacritic finds it with any (`Tur` finds `Tür`), a letter with one finds only that one, composed or
//! decomposed (`für` does not find `fur`); case does not count; `ss` and `ß` find each other; a space finds any white
//! space inside a paragraph; quotation marks, apostrophes and dashes find each other's kinds; soft hyphens are skipped.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Span, Text};
use crate::error::{Error, Result};
use crate::tr;

/// How a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Words as they stand, folded.
    #[default]
    Folded,
    /// A regular expression; `(?i)` is on.
    Regex,
}

/// A query ready to search with.
#[derive(Debug, Clone)]
pub struct Finder {
    regex: Regex,
}

/// What may stand between two letters of a word without being seen: marks of a decomposed letter, a soft hyphen.
const HIDDEN: &str = r"[\p{M}\u{AD}]*";
const QUOTES: &str = "\"“”„‟«»‹›";
const APOSTROPHES: &str = "'’‘‚‛`´";
const DASHES: &str = "-‐‑‒–—−";

/// For each plain letter, all Latin letters that are it with a diacritic, in both cases.
static RELATIVES: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
    let mut relatives: BTreeMap<char, String> = BTreeMap::new();
    for letter in ('\u{C0}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}') {
        let mut parts = std::iter::once(letter).nfd();
        if let (Some(base), Some(_)) = (parts.next(), parts.next()) {
            relatives.entry(base.to_lowercase().next().unwrap_or(base)).or_default().push(letter);
        }
    }
    relatives
});

/// Compiles a query.
pub fn compile(query: &str, mode: Mode) -> Result<Finder> {
    if query.trim().is_empty() {
        return Err(Error::invalid(tr!("error-search-empty")));
    }
    let pattern = match mode {
        Mode::Folded => folded(query.trim()),
        Mode::Regex => query.to_owned(),
    };
    let regex = RegexBuilder::new(&pattern)
        .case_insensitive(mode == Mode::Regex)
        .multi_line(true)
        .size_limit(32 << 20)
        .build()
        .map_err(|error| {
            Error::invalid(tr!("error-search-pattern", query = query.to_owned(), reason = reason(&error)))
        })?;
    Ok(Finder { regex })
}

/// The last line of what the regex crate says: the reason without the drawing.
fn reason(error: &regex::Error) -> String {
    let all = error.to_string();
    let last = all.lines().last().unwrap_or_default();
    last.trim_start_matches("error: ").to_owned()
}

fn folded(query: &str) -> String {
    let letters = clusters(query);
    let mut pattern = String::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).map(String::as_str) {
        at += 1;
        let double_s =
            matches!(letter, "s" | "S") && matches!(letters.get(at).map(String::as_str), Some("s" | "S"));
        let first = letter.chars().next().unwrap_or_default();
        // A mark can hang on a space or a quotation mark as well.
        let marks = regex::escape(letter.get(first.len_utf8()..).unwrap_or_default());
        if double_s || matches!(letter, "ß" | "ẞ") {
            at += usize::from(double_s);
            let _ = write!(pattern, "(?:[ßẞ]|[sS]{HIDDEN}[sS]){HIDDEN}");
        } else if first.is_whitespace() {
            while marks.is_empty()
                && letters.get(at).is_some_and(|next| next.chars().all(char::is_whitespace))
            {
                at += 1;
            }
            let _ = write!(pattern, r"[^\S\n]+{marks}");
        } else if let Some(kin) = [QUOTES, APOSTROPHES, DASHES].iter().find(|kin| kin.contains(first)) {
            let _ = write!(pattern, "[{}]{marks}", regex::escape(kin));
        } else if first.is_alphabetic() {
            pattern.push_str(&one_letter(letter));
            pattern.push_str(HIDDEN);
        } else {
            pattern.push_str(&regex::escape(letter));
        }
    }
    pattern
}

/// The query's letters, each with the combining marks behind it.
fn clusters(query: &str) -> Vec<String> {
    let mut clusters: Vec<String> = Vec::new();
    for letter in query.chars() {
        match clusters.last_mut().filter(|_| is_combining_mark(letter)) {
            Some(cluster) => cluster.push(letter),
            None => clusters.push(letter.to_string()),
        }
    }
    clusters
}

fn one_letter(letter: &str) -> String {
    let decomposed: String = letter.nfd().collect();
    let mut bare = decomposed.chars();
    if let (Some(base), None) = (bare.next(), bare.next()) {
        let lower = base.to_lowercase().next().unwrap_or(base);
        let relatives = RELATIVES.get(&lower).map_or("", String::as_str);
        // As typed too: some letters decompose to another single one (U+F900, the Kelvin sign).
        let typed = letter.chars().filter(|typed| !is_combining_mark(*typed));
        let cases: BTreeSet<char> =
            base.to_lowercase().chain(base.to_uppercase()).chain([base]).chain(typed).collect();
        return format!("[{}{relatives}]", regex::escape(&cases.into_iter().collect::<String>()));
    }
    let composed: String = letter.nfc().collect();
    let spellings: BTreeSet<String> = [letter, &decomposed, &composed]
        .iter()
        .flat_map(|spelling| [(*spelling).to_owned(), spelling.to_lowercase(), spelling.to_uppercase()])
        .map(|spelling| regex::escape(&spelling))
        .collect();
    format!("(?:{})", spellings.into_iter().collect::<Vec<_>>().join("|"))
}

impl Finder {
    /// The places where it stands in a text, in order, without empty ones.
    pub fn find_in<'t>(&'t self, text: &'t Text) -> impl Iterator<Item = Span> + 't {
        self.regex
            .find_iter(text.as_str())
            .filter(|found| !found.is_empty())
            .map(|found| text.span(found.range()))
    }
    pub fn is_in(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finds(query: &str, text: &str) -> bool {
        compile(query, Mode::Folded).is_ok_and(|finder| finder.is_in(text))
    }

    #[test]
    fn folds_case_diacritics_sharp_s_spaces_and_quotes() {
        assert!(finds("tur", "die Tür"));
        assert!(finds("für", "Für die"));
        assert!(finds("für", "fu\u{308}r"), "decomposed");
        assert!(!finds("für", "fur"));
        assert!(finds("strasse", "Straße") && finds("Straße", "STRASSE") && finds("straße", "Strasse"));
        assert!(finds("IT", "die IT-Abteilung") && finds("it-abteilung", "IT–Abteilung"));
        assert!(finds("das  heißt", "das\u{A0}heißt") && finds("das heißt", "das\u{2028}heißt"));
        assert!(!finds("das heißt", "das\nheißt"), "not across paragraphs");
        assert!(finds("\"so\"", "„so“") && finds("geht's", "geht’s"));
        assert!(finds("verwaltung", "Ver\u{AD}waltung"), "soft hyphen");
        assert!(finds("a.b", "a.b") && !finds("a.b", "axb"));
    }

    #[test]
    fn refuses_empty_and_broken_queries() {
        assert!(compile("  ", Mode::Folded).is_err());
        assert!(compile("(", Mode::Regex).is_err());
        assert!(compile("(", Mode::Folded).is_ok());
    }

    proptest! {
        #[test]
        fn finds_every_word_it_is_given(before in "\\PC{0,20}", word in "[\\p{L}0-9]{1,12}", after in "\\PC{0,20}") {
            let text = Text::new(format!("{before} {word} {after}"));
            let finder = compile(&word, Mode::Folded).unwrap();
            prop_assert!(finder.find_in(&text).count() > 0);
        }

        #[test]
        fn any_query_compiles(query in "\\PC{1,30}") {
            prop_assume!(!query.trim().is_empty());
            prop_assert!(compile(&query, Mode::Folded).is_ok());
        }
    }
}
