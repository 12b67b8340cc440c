//! Word list: which words are said how often.
//!
//! Words differ in letter case and in how umlauts are composed without being different words; shown is the form that is
//! most frequent. Numbers are no words.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::model::DocumentId;
use crate::model::chart::{Bars, Chart, Figure};
use crate::model::table::{Cell, Column, ColumnKind, Place, Table, Value};
use crate::text::{Span, Text};
use crate::tr;

/// A word as it is counted.
pub fn fold(word: &str) -> String {
    composed(word).to_lowercase()
}

/// With umlauts as one letter each.
fn composed(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(word.nfc().collect()) }
}

/// Words that are not listed, as [`fold`] gives them.
pub type StopWords = HashSet<String>;

/// Which words are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Letters that a word has at least.
    pub letters: usize,
    /// How often it is said at least.
    pub count: u32,
    /// How many are listed at most.
    pub most: usize,
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted { letters: 2, count: 1, most: 200 }
    }
}

/// One word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// How often each form is said.
    forms: HashMap<String, u32>,
    pub count: u32,
    pub documents: u32,
    last: Option<DocumentId>,
}

impl Word {
    /// The most frequent form; of several, the one in small letters.
    pub fn form(&self) -> &str {
        let best = self.forms.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| a.0.cmp(b.0)));
        best.map_or("", |(form, _)| form.as_str())
    }
}

/// All words of some documents.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    words: HashMap<String, Word>,
    /// All words that were said, those that are not listed among them.
    pub said: u64,
    pub documents: usize,
}

/// Whether it is a word and no number.
fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && !word.starts_with(|c: char| c.is_numeric())
}

impl Counts {
    /// Counts what is said in these spans of a document.
    pub fn add(&mut self, document: DocumentId, text: &Text, spans: &[Span]) {
        self.documents += 1;
        for &span in spans {
            for word in words(text.slice(span)) {
                self.said += 1;
                let key = fold(word);
                let known = match self.words.get_mut(&key) {
                    Some(known) => known,
                    None => self.words.entry(key).or_default(),
                };
                known.count += 1;
                if known.last != Some(document) {
                    known.documents += 1;
                    known.last = Some(document);
                }
                let form = composed(word);
                match known.forms.get_mut(&*form) {
                    Some(count) => *count += 1,
                    None => drop(known.forms.insert(form.into_owned(), 1)),
                }
            }
        }
    }

    /// How many words differ.
    pub fn different(&self) -> usize {
        self.words.len()
    }
    /// The words that are listed, the most frequent first, with what they are counted under.
    pub fn listed(&self, stop: &StopWords, wanted: Wanted) -> Vec<(&str, &Word)> {
        let fits = |(key, word): &(&String, &Word)| {
            !stop.contains(*key) && word.count >= wanted.count && key.chars().count() >= wanted.letters
        };
        let mut listed: Vec<(&str, &Word)> =
            self.words.iter().filter(fits).map(|(key, word)| (key.as_str(), word)).collect();
        listed.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(b.0)));
        listed.truncate(wanted.most);
        listed
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    use unicode_segmentation::UnicodeSegmentation as _;
    text.unicode_words().filter(|word| is_word(word))
}

/// Where listed words are said, by what they are counted under.
pub type Occurrences = HashMap<String, Vec<Place>>;

/// Adds where the listed words stand in these spans of a document.
pub fn find(found: &mut Occurrences, document: DocumentId, text: &Text, spans: &[Span]) {
    for &span in spans {
        for (at, word) in text.words(span).filter(|(_, word)| is_word(word)) {
            if let Some(places) = found.get_mut(&fold(word)) {
                places.push(Place { document, span: at, code: None, coding: None });
            }
        }
    }
}

/// The list as a table; `notes` say whose words these are.
pub fn figure(
    counts: &Counts,
    listed: &[(&str, &Word)],
    places: &mut Occurrences,
    notes: Vec<String>,
) -> Figure {
    let number = |key: &str, title: String| Column::new(key, title, ColumnKind::Number);
    let columns = vec![
        Column::new("word", tr!("words-word"), ColumnKind::Short),
        number("count", tr!("words-count")),
        number("share", tr!("words-share")),
        number("documents", tr!("words-documents")),
    ];
    let rows: Vec<Vec<Cell>> = listed
        .iter()
        .map(|(key, word)| {
            let places = places.remove(*key).unwrap_or_default();
            let share = if counts.said == 0 { 0.0 } else { f64::from(word.count) / counts.said as f64 };
            vec![
                Cell { value: Value::Text(word.form().to_owned()), places: places.clone() },
                Cell { value: Value::Integer(i64::from(word.count)), places },
                Cell { value: Value::Share(share, 2), places: Vec::new() },
                Cell::integer(word.documents),
            ]
        })
        .collect();
    let chart =
        Chart::Bars(Bars { label: 0, other: None, value: 1, rows: 0..rows.len(), colors: Vec::new() });
    let table =
        Table { name: "words".to_owned(), title: tr!("words-title"), columns, rows, notes, frozen: 1 };
    Figure { table, chart }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counted(texts: &[&str]) -> Counts {
        let mut counts = Counts::default();
        for (nth, text) in texts.iter().enumerate() {
            let text = Text::new(*text);
            counts.add(DocumentId(nth as i64 + 1), &text, &[text.whole()]);
        }
        counts
    }

    #[test]
    fn a_word_is_shown_in_its_most_frequent_form() {
        let counts =
            counted(&["Die Akte. Die Akte ist die akte, 2021 und 3D", "A\u{308}mter und ämter; Ämter, Akte"]);
        let listed: Vec<(String, u32, u32)> = counts
            .listed(&StopWords::from(["und".to_owned()]), Wanted::default())
            .into_iter()
            .map(|(_, word)| (word.form().to_owned(), word.count, word.documents))
            .collect();
        let expected = [("Akte", 4, 2), ("Die", 3, 1), ("Ämter", 3, 1), ("ist", 1, 1)];
        assert_eq!(listed, expected.map(|(word, count, documents)| (word.to_owned(), count, documents)));
        // 2021 and 3D are none.
        assert_eq!(counts.said, 13);
    }

    proptest! {
        #[test]
        fn words_are_counted_as_by_hand(texts in prop::collection::vec("[aAbBä ]{0,40}", 0..4)) {
            let borrowed: Vec<&str> = texts.iter().map(String::as_str).collect();
            let counts = counted(&borrowed);
            let all: Vec<String> = texts.iter().flat_map(|text| text.split_whitespace()).map(str::to_lowercase).collect();
            prop_assert_eq!(counts.said as usize, all.len());
            let wanted = Wanted { letters: 1, count: 1, most: usize::MAX };
            for (key, word) in counts.listed(&StopWords::new(), wanted) {
                prop_assert_eq!(word.count as usize, all.iter().filter(|other| *other == key).count());
                let documents = texts.iter().filter(|text| text.to_lowercase().split_whitespace().any(|w| w == key));
                prop_assert_eq!(word.documents as usize, documents.count());
                prop_assert_eq!(fold(word.form()), key);
            }
        }
    }
}
