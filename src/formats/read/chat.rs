//! CHAT transcripts of CLAN (`.cha`).
//!
//! A turn is a line `*MAR:<TAB>text`; its label stays in the text, as labels of plain text do. Lines that begin with a
//! tab go on with it. Times are bullets, U+0015 `start_end` U+0015 in milliseconds, which nobody sees in CLAN either:
//! they become the turn's times. Lines `@…` say something about the file and are headers; the dependent tiers `%…` are
//! left out and named. Everything else stays letter by letter: in transcripts of conversation analysis (`@Options:
//! CA`) the columns in which brackets stand mean something, so spaces are kept and continued lines stay lines. There,
//! a silence between two turns, `<TAB>(0.7)`, is nobody's.

use std::collections::BTreeMap;

use super::{ReadOptions, Reading, turns};
use crate::error::Result;
use crate::text::ParagraphKind as Kind;
use crate::text::recognise::Block;
use crate::tr;

const BULLET: char = '\u{15}';

/// Whether the text is one of these.
pub fn claims(_extension: &str, text: &str) -> bool {
    text.starts_with('@')
        && text.lines().take(200).any(|line| line.trim_end() == "@Begin")
        && text.lines().any(|line| line.starts_with('*') && line.contains(':'))
}

/// What a continued line goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Block,
    Dependent,
}

pub fn read(_name: &str, text: &str, _options: &ReadOptions) -> Result<Reading> {
    let aligned = text.lines().take_while(|line| !line.starts_with('*')).any(|line| {
        line.strip_prefix("@Options:").is_some_and(|all| all.split([',', ' ', '\t']).any(|o| o == "CA"))
    });
    let mut blocks: Vec<Block> = Vec::new();
    let mut dependent: BTreeMap<String, usize> = BTreeMap::new();
    let mut last = Last::Nothing;
    for line in text.lines() {
        match line.chars().next() {
            Some('@') => {
                blocks.push(Block::of_kind(line, Kind::Header));
                last = Last::Block;
            }
            Some('*') => {
                let speaker = line.get(1..).and_then(|rest| rest.split_once(':'));
                let speaker = speaker.and_then(|(name, _)| turns::speaker_name(name));
                blocks.push(Block { speaker, ..Block::new(line) });
                last = Last::Block;
            }
            Some('%') => {
                let name: String = line.chars().take_while(|c| *c != ':').take(12).collect();
                *dependent.entry(name.trim().to_owned()).or_default() += 1;
                last = Last::Dependent;
            }
            Some('\t' | ' ') if last == Last::Dependent => {}
            Some('\t' | ' ') => {
                match blocks.last_mut().filter(|block| last == Last::Block && !is_silence(line, block)) {
                    Some(block) if aligned && block.kind == Kind::Speech => {
                        block.text.push('\u{2028}');
                        block.text.push_str(line);
                    }
                    Some(block) => turns::append(&mut block.text, line.trim_start()),
                    None => blocks.push(Block { breaks: true, ..Block::new(line.trim_start_matches('\t')) }),
                }
                last = Last::Block;
            }
            _ => {
                blocks.push(Block { breaks: !line.trim().is_empty(), ..Block::new(line) });
                last = Last::Block;
            }
        }
    }
    for block in &mut blocks {
        take_times(block);
    }
    let mut warnings = Vec::new();
    if !dependent.is_empty() {
        let names: Vec<String> =
            dependent.into_iter().take(20).map(|(name, count)| format!("{name} ({count})")).collect();
        warnings.push(tr!("read-chat-dependent", tiers = names.join(", ")));
    }
    Ok(Reading { blocks, warnings, ..Reading::default() })
}

/// A pause or a remark in brackets after a line that has come to its end.
fn is_silence(line: &str, before: &Block) -> bool {
    if before.kind == Kind::Header {
        return line.trim_start().starts_with('(');
    }
    let (words, _) = split(line);
    let words = words.trim();
    let ended = before.text.trim_end().ends_with([BULLET, '.', '?', '!', ')', '≈', '⌋']);
    ended
        && words.starts_with('(')
        && words.ends_with(')')
        && (words.starts_with("((") || !words.contains(char::is_alphabetic))
}

/// The bullets out of the text, their times into the block: the first start and the last end.
fn take_times(block: &mut Block) {
    if !block.text.contains(BULLET) {
        return;
    }
    let (text, times) = split(&block.text);
    block.time = times.iter().map(|(start, _)| *start).min();
    block.end_time = times.iter().map(|(_, end)| *end).max();
    block.text = text;
}

/// The text without its bullets, and their times. A bullet without times is a control character and goes as well.
fn split(line: &str) -> (String, Vec<(u32, u32)>) {
    let (mut text, mut times) = (String::with_capacity(line.len()), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(BULLET) {
        text.push_str(before);
        rest = after;
        if let Some((inside, after)) = after.split_once(BULLET)
            && let Some(span) = span(inside)
        {
            times.push(span);
            rest = after;
            // The space before it belongs to it where nothing or a space follows.
            if rest.is_empty() || rest.starts_with(char::is_whitespace) {
                text.truncate(text.trim_end_matches(' ').len());
            }
        }
    }
    text.push_str(rest);
    (text, times)
}

/// `1234_5678`, in older files after the recording's name: `%snd:"x"_1234_5678`.
fn span(inside: &str) -> Option<(u32, u32)> {
    let mut fields = inside.trim().trim_end_matches('-').rsplit('_');
    let end = fields.next()?.parse().ok()?;
    let start = fields.next()?.parse().ok()?;
    (start <= end).then_some((start, end))
}
