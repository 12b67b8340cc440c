//! Words that are in every interview and say nothing of what it is about: left out of word lists.
//!
//! The lists are our own (`stop_words/*.txt` say how they were made). A person's own list has the same form.

use std::collections::BTreeSet;

const GERMAN: &str = include_str!("stop_words/de.txt");
const ENGLISH: &str = include_str!("stop_words/en.txt");

/// A list that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StopList {
    German,
    English,
}

impl StopList {
    pub const ALL: [StopList; 2] = [StopList::German, StopList::English];
    pub fn name(self) -> &'static str {
        match self {
            StopList::German => "de",
            StopList::English => "en",
        }
    }
    pub fn words(self) -> BTreeSet<String> {
        parse(match self {
            StopList::German => GERMAN,
            StopList::English => ENGLISH,
        })
    }
}

/// The words of a list: separated by white space; what follows `#` on a line is a comment.
pub fn parse(list: &str) -> BTreeSet<String> {
    list.trim_start_matches('\u{FEFF}')
        .lines()
        .filter_map(|line| line.split('#').next())
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// A word that the word list would never meet cannot be left out of it.
    #[test]
    fn each_is_one_word_in_small_letters() {
        for list in StopList::ALL {
            let words = list.words();
            assert!(words.len() > 250, "{}: {}", list.name(), words.len());
            for word in words {
                let text = Text::new(word.as_str());
                let found: Vec<&str> = text.words(text.whole()).map(|(_, word)| word).collect();
                assert_eq!(found, [word.as_str()], "{}", list.name());
                assert_eq!(word.to_lowercase(), word);
            }
        }
    }

    #[test]
    fn a_list_of_ones_own_has_comments() {
        let expected = ["amt", "akte", "ämter"].map(str::to_owned);
        assert_eq!(parse("\u{FEFF}amt ämter # places\r\n# nothing\n\nakte\n"), BTreeSet::from(expected));
    }
}
