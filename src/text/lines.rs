//! Hard-wrapped lines: a text whose lines end where a window or a page did, in the middle of sentences.
//!
//! Joining them is asked for, never done silently ([`Join`]). A break goes on where the next line opens nothing (no
//! label, no time, no empty line before it) and either the first word of the next line would not have fitted or the
//! sentence is not at its end. The break, with the white space around it, becomes one space: a quotation then is found
//! letter by letter as one writes it. A hyphen at the end of a line stays, since nobody knows whose it is.

use serde::{Deserialize, Serialize};

use super::recognise::Block;

/// Whether hard-wrapped lines are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Join {
    #[default]
    No,
    Yes,
    /// Where the text looks hard-wrapped.
    Auto,
}

impl Join {
    pub fn name(self) -> &'static str {
        match self {
            Join::No => "no",
            Join::Yes => "yes",
            Join::Auto => "auto",
        }
    }
}

/// What the lines of a hard-wrapped text look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrapped {
    /// Code points of the usual full line.
    pub width: u32,
    /// Line ends in the middle of a sentence.
    pub breaks: u32,
}

/// Lines from which on a text can be told.
const FEWEST: usize = 5;

/// Whether a text looks hard-wrapped. `continues` says of each line whether the next one opens nothing of its own.
pub fn wrapped(texts: &[&str], continues: &[bool]) -> Option<Wrapped> {
    let mut lengths: Vec<u32> =
        breaks(texts, continues).map(|(line, _)| line.trim_end().chars().count() as u32).collect();
    let all = lengths.len();
    if all < FEWEST {
        return None;
    }
    lengths.sort_unstable();
    // Nine in ten lines are no longer: a long address does not count.
    let width = lengths.get(all * 9 / 10).or(lengths.last()).copied()?;
    if !(40..=140).contains(&width) {
        return None;
    }
    let near = breaks(texts, continues).filter(|(line, next)| is_full(line, next, width)).count();
    let within = breaks(texts, continues).filter(|(line, _)| !ends_sentence(line)).count();
    let filled = texts.iter().filter(|text| !text.trim().is_empty()).count();
    let looks = near * 10 >= all * 7 && within * 2 >= all && all * 3 >= filled;
    looks.then_some(Wrapped { width, breaks: within as u32 })
}

/// Which lines go on in the next one.
pub fn joins(texts: &[&str], continues: &[bool], wrapped: Option<Wrapped>) -> Vec<bool> {
    texts
        .iter()
        .zip(texts.iter().skip(1))
        .zip(continues)
        .map(|((line, next), continues)| {
            let full = wrapped.is_some_and(|wrapped| is_full(line, next, wrapped.width));
            *continues && (full || !ends_sentence(line))
        })
        .collect()
}

/// Joins lines to the one before where `joins` of that one says so.
pub fn join(lines: Vec<Block>, joins: &[bool]) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(lines.len());
    let mut goes_on = false;
    for (index, line) in lines.into_iter().enumerate() {
        match joined.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.text.truncate(last.text.trim_end().len());
                last.text.push(' ');
                last.text.push_str(line.text.trim_start());
                last.end_time = line.end_time.or(last.end_time);
            }
            None => joined.push(line),
        }
        goes_on = joins.get(index).copied().unwrap_or(false);
    }
    joined
}

fn breaks<'a>(texts: &'a [&str], continues: &'a [bool]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let pairs = texts.iter().zip(texts.iter().skip(1)).zip(continues);
    pairs.filter(|(_, continues)| **continues).map(|((line, next), _)| (*line, *next))
}

/// Whether the first word of the next line would not have fitted; a tenth more or less, since pages are not set in
/// letters of one width.
fn is_full(line: &str, next: &str, width: u32) -> bool {
    let word = next.split_whitespace().next().unwrap_or("").chars().count();
    let used = line.trim_end().chars().count() + 1 + word;
    used * 10 > width as usize * 9
}

/// Whether a sentence ends with the line.
fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['"', '“', '”', '«', '»', '\'', '’', '‘', ')', ']']);
    line.ends_with(['.', '!', '?', '…', ':', '#'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::recognise::{Options, Recognised, recognise};
    use proptest::prelude::*;

    fn read(text: &str, join_lines: Join) -> Recognised {
        let options = Options { join_lines, ..Options::default() };
        recognise(&text.split('\n').map(Block::new).collect::<Vec<_>>(), &options)
    }

    const WRAPPED: &str = "I: Wie sind Sie denn eigentlich zu der Gärtnerei gekommen, und was hat\n\
        Sie damals daran gereizt?\n\
        B: Das war im Frühjahr, meine Tante hatte einen Aushang gesehen und mir\n\
        davon erzählt. Ich bin dann einfach hingegangen und habe gefragt, ob man\n\
        mich brauchen kann. Und dann bin ich geblieben, weil die Arbeit draußen\n\
        mir gut getan hat.\n\
        Später kam der Umbau, da wurde es schwieriger mit allem, auch mit den\n\
        Anträgen, die wir stellen mussten.\n\
        I: Und heute?\n\
        B: Heute ist es ruhiger.";

    #[test]
    fn a_wrapped_text_is_seen_and_joined_only_when_asked_for() {
        let kept = read(WRAPPED, Join::No);
        assert_eq!(kept.text.as_str(), WRAPPED);
        assert_eq!(kept.wrapped.map(|wrapped| wrapped.width), Some(72));
        for join in [Join::Yes, Join::Auto] {
            let joined = read(WRAPPED, join);
            let lines: Vec<&str> = joined.text.as_str().lines().collect();
            assert_eq!(lines.len(), 5, "{lines:#?}");
            assert_eq!(
                lines[0],
                "I: Wie sind Sie denn eigentlich zu der Gärtnerei gekommen, und was hat Sie damals daran gereizt?"
            );
            assert!(lines[2].starts_with("Später kam der Umbau"), "a short last line ends a paragraph");
            assert_eq!((joined.joined, joined.paragraphs.len()), (5, 5));
        }
    }

    #[test]
    fn other_texts_do_not_look_wrapped() {
        let turns = "I: Wie war das?\nB: Gut.\n".repeat(20);
        let segments = "Also, ich bin\nim Frühjahr\ndorthin gegangen und dann\nja, genau\n".repeat(10);
        let paragraphs =
            "Ein Satz, der lang genug ist, um eine Zeile zu füllen, und der dann endet.\n".repeat(10);
        for text in [turns, segments, paragraphs] {
            assert_eq!(read(&text, Join::Auto).wrapped, None, "{text}");
            assert_eq!(read(&text, Join::Auto).text.as_str(), text);
        }
    }

    proptest! {
        /// Joining loses and adds no letter: but for white space the text is the same.
        #[test]
        fn joining_keeps_every_letter(lines in proptest::collection::vec("(I: |B: )?[a-zäöü,. ]{0,60}", 0..20)) {
            let text = lines.join("\n");
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            for join in [Join::Yes, Join::Auto] {
                let read = read(&text, join);
                prop_assert_eq!(letters(read.text.as_str()), letters(&text));
            }
        }
    }
}
