//! What a reader of a word processor's file left out or decided, to be reported.

use crate::tr;

/// How often each.
#[derive(Default)]
pub struct Counts {
    pub hidden_words: u32,
    pub changes: u32,
    pub comments: u32,
    pub pictures: u32,
    pub numbered: u32,
    pub embedded: u32,
    pub margin_words: u32,
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.hidden_words += other.hidden_words;
        self.changes += other.changes;
        self.comments += other.comments;
        self.pictures += other.pictures;
        self.numbered += other.numbered;
        self.embedded += other.embedded;
    }

    pub fn warnings(&self) -> Vec<String> {
        [
            (self.embedded, "read-docx-embedded"),
            (self.hidden_words, "read-docx-hidden"),
            (self.changes, "read-docx-changes"),
            (self.comments, "read-docx-comments"),
            (self.numbered, "read-docx-numbered"),
            (self.pictures, "read-docx-pictures"),
            (self.margin_words, "read-docx-margins"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| tr!(key, count = count))
        .collect()
    }
}
