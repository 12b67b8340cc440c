//! Subtitles: WebVTT and SRT with the dialects of Teams, Zoom, Webex, Stream, noScribe, whisper(X), YouTube.
//!
//! Cues are cut by breath or by screen width, so they are put together again ([`super::turns`]). A label `Name: text`
//! in a cue is text, `<v Name>` never was. Lines of one cue are joined by a space.

use super::turns::{self, Naming, Piece, append};
use super::{ReadOptions, Reading};
use crate::error::{Error, Result};
use crate::text::recognise;
use crate::text::speakers::Labels;
use crate::text::times;
use crate::tr;

/// The most lines that stand on a screen and so can be shown again.
const ROLLING: usize = 8;

/// One cue, or the part of it that one voice speaks.
#[derive(Debug, Default, Clone)]
struct Cue {
    start: u32,
    end: u32,
    id: String,
    lines: Vec<String>,
    speaker: Option<String>,
    /// Whether the speaker's label stands in the text.
    labelled: Option<usize>,
}

#[derive(Default)]
struct Counts {
    notes: u32,
    repeated: u32,
    unreadable: u32,
}

pub fn read(name: &str, text: &str, vtt: bool, options: &ReadOptions) -> Result<Reading> {
    let mut counts = Counts::default();
    let cues = cues(text, vtt, &mut counts);
    let rolling = text.lines().take(6).any(|line| line.trim() == "Kind: captions") || has_word_times(&cues);
    let mut parts: Vec<Cue> = cues.into_iter().flat_map(voices).collect();
    if rolling {
        drop_repeats(&mut parts, &mut counts);
    }
    for cue in &mut parts {
        cue.lines.retain(|line| !line.trim().is_empty());
    }
    parts.retain(|cue| !cue.lines.is_empty());
    if parts.is_empty() {
        return Err(Error::unreadable(tr!("read-no-cues", name = name)).hint(tr!("read-no-cues-hint")));
    }
    if options.recognise.labels {
        learn_labels(&mut parts, &options.recognise);
        learn_names_in_brackets(&mut parts);
    }
    let pieces = parts.into_iter().map(|cue| Piece {
        text: text_of(&cue),
        speaker: cue.speaker,
        label: cue.labelled.unwrap_or(0),
        start: Some(cue.start),
        end: Some(cue.end),
        glued: false,
    });
    let blocks = turns::blocks(pieces.collect(), Naming::Labels, options);
    let mut warnings = Vec::new();
    if counts.unreadable > 0 {
        warnings.push(tr!("read-cues-unreadable", count = counts.unreadable));
    }
    if counts.notes > 0 {
        warnings.push(tr!("read-cue-notes", count = counts.notes));
    }
    if counts.repeated > 0 {
        warnings.push(tr!("read-cues-repeated", count = counts.repeated));
    }
    Ok(Reading { blocks, warnings, ..Reading::default() })
}

/// The cues of a file. Nothing that could be speech is lost: a stray line after a cue belongs to it.
fn cues(text: &str, vtt: bool, counts: &mut Counts) -> Vec<Cue> {
    let lines: Vec<&str> = text.split('\n').collect();
    let line = |at: usize| lines.get(at).copied().unwrap_or("");
    // Speech may hold an arrow too; a time begins with a digit.
    let arrow = |at: usize| {
        line(at).contains("-->") && line(at).trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = 0;
    if vtt && line(0).trim_start().starts_with("WEBVTT") {
        // The header: title, `Kind:`, `Language:`, until the first empty line.
        while at < lines.len() && !line(at).trim().is_empty() && !arrow(at) {
            at += 1;
        }
    }
    let mut after_empty = true;
    while at < lines.len() {
        let current = line(at);
        if current.trim().is_empty() {
            after_empty = true;
            at += 1;
            continue;
        }
        if after_empty && vtt && is_comment(current) {
            let (start, note) = (at, current.starts_with("NOTE"));
            while at < lines.len() && !line(at).trim().is_empty() {
                at += 1;
            }
            let words: String = lines.get(start..at).unwrap_or(&[]).join(" ");
            counts.notes += u32::from(note && is_remark(&words));
            continue;
        }
        if arrow(at) {
            match times::arrow(current) {
                Some((start, end)) => cues.push(Cue { start, end, ..Cue::default() }),
                None => counts.unreadable += 1,
            }
        } else if arrow(at + 1) && (after_empty || is_number(current)) {
            // The identifier of the next cue.
            let next = times::arrow(line(at + 1));
            at += 1;
            match next {
                Some((start, end)) => {
                    cues.push(Cue { start, end, id: current.trim().to_owned(), ..Cue::default() });
                }
                None => counts.unreadable += 1,
            }
        } else if let Some(cue) = cues.last_mut() {
            cue.lines.push(current.to_owned());
        }
        after_empty = false;
        at += 1;
    }
    cues
}

/// What WebVTT calls comments, styles and regions.
fn is_comment(line: &str) -> bool {
    ["NOTE", "STYLE", "REGION"].iter().any(|word| {
        line.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    })
}

/// Whether a note says more than Stream's confidence, language and length.
fn is_remark(note: &str) -> bool {
    let lower = note.to_lowercase();
    let rest = lower.trim_start_matches("note").trim_start();
    !["confidence", "duration", "language", "recognizability"].iter().any(|word| rest.starts_with(word))
}

fn is_number(line: &str) -> bool {
    !line.trim().is_empty() && line.trim().bytes().all(|b| b.is_ascii_digit())
}

fn has_word_times(cues: &[Cue]) -> bool {
    let tagged = |cue: &&Cue| cue.lines.iter().any(|line| line.contains("><c>"));
    cues.iter().filter(tagged).count() > 0
}

/// A cue's text without tags, split where `<v Name>` changes the voice; Webex names the voice in the identifier.
fn voices(cue: Cue) -> Vec<Cue> {
    let (start, end) = (cue.start, cue.end);
    let mut parts = vec![Cue { speaker: quoted_name(&cue.id), start, end, ..Cue::default() }];
    for line in &cue.lines {
        let mut text = String::new();
        let mut rest = line.as_str();
        while let Some(open) = rest.find(['<', '&', '{']) {
            text.push_str(rest.get(..open).unwrap_or(""));
            let tail = rest.get(open..).unwrap_or("");
            let (len, piece) = match tag(tail) {
                Some((len, Tag::Voice(name))) => {
                    add_line(&mut parts, std::mem::take(&mut text));
                    match parts.last_mut() {
                        Some(part) if part.lines.iter().all(|line| line.trim().is_empty()) => {
                            part.speaker = Some(name);
                            part.lines.clear();
                        }
                        _ => parts.push(Cue { start, end, speaker: Some(name), ..Cue::default() }),
                    }
                    (len, String::new())
                }
                Some((len, Tag::Gone)) => (len, String::new()),
                None => entity(tail).unwrap_or_else(|| {
                    let first: String = tail.chars().take(1).collect();
                    (first.len(), first)
                }),
            };
            text.push_str(&piece);
            rest = tail.get(len..).unwrap_or("");
        }
        text.push_str(rest);
        add_line(&mut parts, text);
    }
    parts
}

fn add_line(parts: &mut [Cue], text: String) {
    if let Some(part) = parts.last_mut()
        && !text.is_empty()
    {
        part.lines.push(text);
    }
}

/// `1 "Mara Lind" (1234567)`
fn quoted_name(id: &str) -> Option<String> {
    let (_, rest) = id.split_once('"')?;
    let (name, _) = rest.split_once('"')?;
    (!name.trim().is_empty()).then(|| name.trim().to_owned())
}

enum Tag {
    Voice(String),
    Gone,
}

/// A tag that subtitles have at the start of `text`, and its length. Anything else in angle brackets is text.
fn tag(text: &str) -> Option<(usize, Tag)> {
    if text.starts_with("{\\") {
        return near(text, '}').map(|end| (end + 1, Tag::Gone));
    }
    let inner = text.strip_prefix('<')?;
    let end = near(inner, '>')?;
    let inner = inner.get(..end)?;
    let len = end + 2;
    let name: String = inner.trim_start_matches('/').chars().take_while(char::is_ascii_alphabetic).collect();
    let rest = inner.trim_start_matches('/').get(name.len()..)?;
    let bounded = rest.is_empty() || rest.starts_with([' ', '.', '\t', '/']);
    match name.to_lowercase().as_str() {
        "v" if !inner.starts_with('/') && bounded => {
            // `<v.loud Name>`: classes before the name.
            let speaker = rest.split_once([' ', '\t']).map_or("", |(_, name)| name).trim();
            // noScribe opens an overlap with `//` even here.
            let speaker = speaker.trim_start_matches('/');
            Some((len, if speaker.is_empty() { Tag::Gone } else { Tag::Voice(unescape(speaker)) }))
        }
        "v" | "i" | "b" | "u" | "s" | "ruby" | "rt" | "lang" | "font" if bounded => Some((len, Tag::Gone)),
        // YouTube writes `<c.colorE5E5E5>` and `<c>`.
        "c" if bounded => Some((len, Tag::Gone)),
        "" if times::cue_time(inner).is_some() && inner.contains(':') => Some((len, Tag::Gone)),
        _ => None,
    }
}

/// Where a tag that begins here ends. No tag is longer: a line of nothing but `<` is not searched anew for each.
fn near(text: &str, close: char) -> Option<usize> {
    text.char_indices().take(400).find(|(_, c)| *c == close).map(|(at, _)| at)
}

/// An entity at the start of `text`: its length and what it stands for.
fn entity(text: &str) -> Option<(usize, String)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(11).position(|b| b == b';')?;
    let name = inner.get(..end)?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0' && *c != '\n' && *c != '\r')?
        }
    };
    Some((end + 2, character.to_string()))
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or(""));
        let tail = rest.get(at..).unwrap_or("");
        let (len, piece) = entity(tail).unwrap_or((1, "&".to_owned()));
        out.push_str(&piece);
        rest = tail.get(len..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// YouTube's cues roll: the lines shown before are shown again. Only where the file is of that kind, since people do
/// say „Ja." twice.
fn drop_repeats(parts: &mut [Cue], counts: &mut Counts) {
    let mut shown: Vec<String> = Vec::new();
    for cue in parts {
        let lines: Vec<String> = cue.lines.iter().map(|line| line.trim().to_owned()).collect();
        let again = (1..=lines.len().min(shown.len()).min(ROLLING))
            .rev()
            .find(|&n| shown.get(shown.len() - n..) == lines.get(..n))
            .unwrap_or(0);
        counts.repeated += again as u32;
        cue.lines.drain(..again);
        let filled: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !filled.is_empty() {
            shown = filled;
        }
    }
}

/// `Name: text` and `[SPEAKER_00]: text` in the cues' text.
fn learn_labels(parts: &mut [Cue], options: &recognise::Options) {
    let texts: Vec<String> = parts.iter().map(text_of).collect();
    let bare =
        || parts.iter().zip(&texts).filter(|(cue, _)| cue.speaker.is_none()).map(|(_, text)| text.as_str());
    let labels = Labels::learn_with(bare(), options);
    for (cue, text) in parts.iter_mut().zip(&texts) {
        if cue.speaker.is_some() {
            continue;
        }
        let found = labels.opening(text);
        if let Some(label) = found.label.filter(|_| found.marked) {
            cue.speaker = Some(label);
            cue.labelled = Some(found.label_bytes.end);
        }
    }
}

/// Names on a line of their own, `(Anna)`, where most cues begin so and two names at least come again: `(Applause)` does
/// not begin every other cue.
fn learn_names_in_brackets(parts: &mut [Cue]) {
    let named = |cue: &Cue| -> Option<String> {
        let (first, _) = cue.lines.split_first().filter(|(_, rest)| !rest.is_empty())?;
        let name = first.trim().strip_prefix('(')?.strip_suffix(')')?.trim();
        let fits =
            name.chars().next().is_some_and(char::is_uppercase) && name.split_whitespace().count() <= 3;
        (fits && cue.speaker.is_none()).then(|| name.to_owned())
    };
    let names: Vec<String> = parts.iter().filter_map(named).collect();
    let again = names.iter().filter(|name| names.iter().filter(|other| other == name).count() > 1);
    let different: std::collections::BTreeSet<&String> = again.collect();
    if names.len() * 2 <= parts.len() || different.len() < 2 {
        return;
    }
    for cue in parts {
        if let Some(name) = named(cue) {
            // The bracket and the space after it are the label.
            cue.labelled = cue.lines.first().map(|line| line.trim().len() + 1);
            cue.speaker = Some(name);
        }
    }
}

fn text_of(cue: &Cue) -> String {
    let mut text = String::new();
    for line in &cue.lines {
        append(&mut text, line.trim());
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::formats::read::{Cues, ReadOptions, read};

    /// Text, speaker, start, end.
    type Row = (String, Option<String>, Option<u32>, Option<u32>);

    fn paragraphs(name: &str, text: &str, options: &ReadOptions) -> Vec<Row> {
        let draft = read(name, text.as_bytes(), options).unwrap();
        draft
            .paragraphs
            .iter()
            .map(|p| (draft.text.slice(p.span).to_owned(), p.speaker.clone(), p.time, p.end_time))
            .collect()
    }

    #[test]
    fn labels_stay_once() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\nI: Wie war\n\n2\n00:00:02,000 --> 00:00:03,500\ndas denn?\n\n3\n00:00:04,000 --> 00:00:05,000\nB: Gut &amp; <i>kalt</i> <3\n\n4\n0:00:05.0 --> 0:00:06.0\nund nass.\n";
        let read = paragraphs("a.srt", text, &ReadOptions::default());
        let row = |text: &str, speaker: &str, start, end| {
            (text.to_owned(), Some(speaker.to_owned()), Some(start), Some(end))
        };
        assert_eq!(
            read,
            [
                row("I: Wie war das denn?", "I", 1000, 3500),
                row("B: Gut & kalt <3 und nass.", "B", 4000, 6000),
            ]
        );
        let repeated = "1\n00:01.0 --> 00:02.0\nI: Wie war\n\n2\n00:02.0 --> 00:03.0\nI: das?\n\n3\n00:04.0 --> 00:05.0\nHm.";
        assert_eq!(
            paragraphs("a.srt", repeated, &ReadOptions::default()),
            [row("I: Wie war das?", "I", 1000, 3000), ("Hm.".to_owned(), None, Some(4000), Some(5000))]
        );
        let separate = ReadOptions { cues: Cues::Separate, ..ReadOptions::default() };
        assert_eq!(paragraphs("a.srt", text, &separate).len(), 4);
    }

    #[test]
    fn two_voices_in_a_cue_and_stray_lines() {
        let text = "WEBVTT - Titel\n\n0.000 --> 3.480\n<v SPEAKER_1>Ja.\n<v.loud SPEAKER_2>Nein.</v>\n\nwirklich nicht\n\nSTYLE\n::cue {}\n\nNOTE eine Bemerkung\n\n3.5 --> 4.0\n<v SPEAKER_2>Nie --> nie.";
        let draft = read("a.vtt", text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(draft.text.as_str(), "Ja.\nNein. wirklich nicht Nie --> nie.");
        assert_eq!(draft.speakers.len(), 2);
        assert_eq!(draft.warnings.len(), 1);
    }

    #[test]
    fn without_speakers_paragraphs_end_at_sentences_and_pauses() {
        let mut text = "WEBVTT\n\n".to_owned();
        for at in 0..30 {
            text += &format!(
                "00:{at:02}.000 --> 00:{at:02}.900\neins zwei drei vier fünf{}\n\n",
                if at % 2 == 1 { "." } else { "" }
            );
        }
        text += "00:40.000 --> 00:41.000\nnach der Pause\n";
        let read = paragraphs("a.vtt", &text, &ReadOptions::default());
        assert_eq!(read.len(), 4);
        assert_eq!((read[0].2, read[0].3), (Some(0), Some(11_900)));
        assert_eq!(read[3].0, "nach der Pause");
    }
}
