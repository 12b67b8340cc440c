//! Running text for people: chapters, paragraphs, quotations, between whatever writes a text and the formats it is written
//! in. What [`super::table::Table`] is to figures.

use super::table::Table;

/// A text with its title.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written {
    /// Invariant name, also of a default file: `coding-guide`.
    pub name: String,
    /// In the reader's language.
    pub title: String,
    pub parts: Vec<Part>,
    /// How it was made, which analysis set, what is left out: in words.
    pub notes: Vec<String>,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Level 1 is a chapter.
    Heading(u8, String),
    Text(Vec<Run>),
    Item(Vec<Run>),
    /// Words of a transcript, set off.
    Quote {
        text: String,
        /// With its brackets.
        citation: String,
        /// Who says it, where: a line below, or empty.
        about: String,
    },
    Table(Table),
    /// The table of contents.
    Contents,
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub style: Style,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    #[default]
    Plain,
    Strong,
    Emphasis,
    /// Small and grey: what is said about the text.
    Note,
}

impl Run {
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), style: Style::Plain }
    }
    pub fn strong(text: impl Into<String>) -> Run {
        Run { text: text.into(), style: Style::Strong }
    }
    pub fn note(text: impl Into<String>) -> Run {
        Run { text: text.into(), style: Style::Note }
    }
}

impl Part {
    pub fn text(text: impl Into<String>) -> Part {
        Part::Text(vec![Run::plain(text)])
    }
    pub fn note(text: impl Into<String>) -> Part {
        Part::Text(vec![Run::note(text)])
    }
    /// `Definition: …`
    pub fn named(name: &str, text: impl Into<String>) -> Part {
        Part::Text(vec![
            Run::strong(crate::tr!("written-named", name = name)),
            Run::plain(" "),
            Run::plain(text),
        ])
    }
}

impl Written {
    /// Calls for every text in it, its tables aside.
    pub fn each_text(&mut self, call: &mut dyn FnMut(&mut String)) {
        call(&mut self.title);
        for part in &mut self.parts {
            match part {
                Part::Heading(_, text) => call(text),
                Part::Text(runs) | Part::Item(runs) => runs.iter_mut().for_each(|run| call(&mut run.text)),
                Part::Quote { text, citation, about } => {
                    [text, citation, about].into_iter().for_each(&mut *call)
                }
                Part::Table(_) | Part::Contents => {}
            }
        }
        self.notes.iter_mut().for_each(call);
    }
    pub fn tables(&mut self) -> impl Iterator<Item = &mut Table> {
        self.parts.iter_mut().filter_map(|part| match part {
            Part::Table(table) => Some(table),
            _ => None,
        })
    }
    /// The headings in order: level and words.
    pub fn headings(&self) -> impl Iterator<Item = (u8, &str)> {
        self.parts.iter().filter_map(|part| match part {
            Part::Heading(level, text) => Some((*level, text.as_str())),
            _ => None,
        })
    }
}
