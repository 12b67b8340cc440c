//! Pieces of speech put together to paragraphs: subtitle cues, segments of recognised speech, annotations.
//!
//! Pieces are cut by breath, by screen width or by an annotator's needs:
//!
//! * Consecutive pieces of one speaker are one paragraph, from the first start to the last end. A label that they
//!   repeat in their text (`Name: text`) stays once, at the start.
//! * Where each piece names its speaker, one that does not stands alone, without a speaker. Where labels stand only at
//!   the change, a piece without one goes on.
//! * Without any speaker a paragraph ends at the first sentence end after 60 words, before a pause of over 2 s, and
//!   after 200 words in any case. So it does where the file has a field for the speaker ([`Naming::Fields`]) and the
//!   same stands in all of them: a paragraph of an hour could not be cited.
//!
//! `Cues::Separate` leaves every piece its own paragraph.

use super::{Cues, ReadOptions};
use crate::text::MarkKind;
use crate::text::recognise::Block;
use crate::text::spans::count_words;

/// Words after which a paragraph without speakers may end, milliseconds of silence before which it does.
const ENOUGH_WORDS: u32 = 60;
/// Words after which one ends in any case: recognised speech may have no full stops.
const TOO_MANY_WORDS: u32 = 200;
const PAUSE: u32 = 2000;

/// One cue, segment or annotation, or the part of it that one voice speaks.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    pub text: String,
    pub speaker: Option<String>,
    /// Bytes of the speaker's label at the start of the text, where it stands there.
    pub label: usize,
    /// Milliseconds.
    pub start: Option<u32>,
    /// Milliseconds.
    pub end: Option<u32>,
    /// Whether it goes on after the piece before it without a space: a fragment, or a script without spaces.
    pub glued: bool,
}

/// How a file says who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// In labels, which the file may set at each piece or at the changes only.
    Labels,
    /// In a field of each piece.
    Fields,
}

/// The paragraphs that the pieces make.
pub fn blocks(pieces: Vec<Piece>, naming: Naming, options: &ReadOptions) -> Vec<Block> {
    let filled: Vec<Piece> = pieces.into_iter().filter(|piece| !piece.text.trim().is_empty()).collect();
    let mut blocks = match options.cues {
        Cues::Separate => filled.into_iter().map(|piece| block(&piece)).collect(),
        Cues::Merge => merge(&filled, naming),
    };
    for block in &mut blocks {
        if block.text.starts_with(char::is_whitespace) || block.text.ends_with(char::is_whitespace) {
            block.text = block.text.trim().to_owned();
        }
    }
    blocks
}

/// Joins by a space, but not between characters of scripts without spaces.
pub fn append(text: &mut String, more: &str) {
    let dense =
        |c: char| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}');
    let (last, first) = (text.chars().last(), more.chars().next());
    let glued = last.is_some_and(dense) && first.is_some_and(dense);
    let spaced = last.is_some_and(char::is_whitespace) || first.is_some_and(char::is_whitespace);
    if last.is_some() && first.is_some() && !glued && !spaced {
        text.push(' ');
    }
    text.push_str(more);
}

fn block(piece: &Piece) -> Block {
    // A name in brackets is no label to those who look for labels in texts.
    let bracketed = piece.label > 0 && piece.text.starts_with('(');
    let marks =
        if bracketed { vec![(MarkKind::Label, 0..piece.label.min(piece.text.len()))] } else { Vec::new() };
    Block {
        marks,
        speaker: piece.speaker.clone(),
        time: piece.start,
        end_time: piece.end,
        ..Block::new(piece.text.clone())
    }
}

fn merge(pieces: &[Piece], naming: Naming) -> Vec<Block> {
    let named = pieces.iter().filter(|piece| piece.speaker.is_some()).count();
    // Speakers are named in each piece, at the changes only, or nowhere. A name repeated in the next piece shows the
    // first.
    let repeats = pieces.windows(2).any(|pair| match pair {
        [one, two] => one.speaker.is_some() && one.speaker == two.speaker,
        _ => false,
    });
    let each = match naming {
        Naming::Fields => named > 0,
        Naming::Labels if repeats => named * 2 >= pieces.len(),
        Naming::Labels => named * 10 >= pieces.len() * 6,
    };
    let first = pieces.first().and_then(|piece| piece.speaker.as_ref());
    let alone = naming == Naming::Fields && pieces.iter().all(|piece| piece.speaker.as_ref() == first);
    let by_sentence = named == 0 || alone;
    let mut blocks: Vec<Block> = Vec::new();
    // Words of the last block; only counted where they decide.
    let mut words = 0;
    for piece in pieces {
        let goes_on = blocks.last().is_some_and(|last| match (&piece.speaker, &last.speaker) {
            _ if by_sentence => !ends_paragraph(last, words, piece),
            (Some(now), Some(before)) => now == before,
            (Some(_), None) => false,
            (None, None) => true,
            (None, Some(_)) => !each,
        });
        let more = if by_sentence { count_words(&piece.text) } else { 0 };
        words = if goes_on { words + more } else { more };
        match blocks.last_mut().filter(|_| goes_on) {
            Some(last) => {
                let speech = piece.text.get(piece.label..).unwrap_or(&piece.text);
                match piece.glued {
                    true => last.text.push_str(speech),
                    false => append(&mut last.text, speech),
                }
                last.end_time = last.end_time.max(piece.end);
            }
            None => {
                let breaks = piece.speaker.is_none() && each;
                blocks.push(Block { breaks, ..block(piece) });
            }
        }
    }
    blocks
}

fn ends_paragraph(last: &Block, words: u32, next: &Piece) -> bool {
    let silence = next.start.zip(last.end_time).map_or(0, |(start, end)| start.saturating_sub(end));
    let closing = |c: &char| c.is_whitespace() || ['"', '”', '“', '«', '»', '\'', '’', ')', ']'].contains(c);
    let end = last.text.chars().rev().take(16).find(|c| !closing(c));
    silence > PAUSE || words >= TOO_MANY_WORDS || words >= ENOUGH_WORDS && end.is_some_and(ends_sentence)
}

/// Whether a sentence ends with this character.
pub fn ends_sentence(c: char) -> bool {
    ['.', '?', '!', '…', '。', '？', '！', '؟', '।', '།'].contains(&c)
}

/// The text without what no transcript holds: NUL away, newlines to `newline`.
pub fn clean(text: &str, newline: char) -> String {
    if !text.contains(['\0', '\r', '\n']) {
        return text.to_owned();
    }
    text.replace('\0', "").replace("\r\n", "\n").replace(['\r', '\n'], newline.encode_utf8(&mut [0; 4]))
}

/// Who speaks, as a field says it: without the colon that people put there as well; none where it says nothing.
pub fn speaker_name(field: &str) -> Option<String> {
    let name = clean(field, ' ');
    let name = name.trim().trim_end_matches([':', '：']).trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}
