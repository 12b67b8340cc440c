//! Recognised speech as JSON: Whisper and its kin (faster-whisper, whisper-timestamped, whisper.cpp), whisperX with
//! speakers, podcast transcripts (`startTime`, `endTime`, `speaker`, `body`), and plain lists of such segments.
//!
//! Segments are cut by breath and put together by [`super::turns`]. A segment's text is taken as it is: it mostly
//! begins with the space that separates it from the one before. Where the language is written without spaces, nothing
//! is put between segments.
//!
//! whisperX gives each word a speaker too, which often differs from the segment's. Single words do so by mistake at
//! the seams, so a segment is divided only where another speaker has three words in a row or a whole sentence („Ja.").
//! Fields that a reader of the transcript would not see (tokens, probabilities, `word_segments`, which says everything
//! again) are skipped while parsing and never held.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::turns::{self, Naming, Piece, append, ends_sentence};
use super::{ReadOptions, Reading};
use crate::error::{Error, Result};
use crate::text::recognise::Block;
use crate::text::times;
use crate::tr;

/// More segments, or words of one segment, than any recording has.
const MOST: usize = 400_000;
/// Words in a row that make another speaker's turn inside of a segment.
const TURN_WORDS: usize = 3;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    let mut shape = text.chars().filter(|c| !c.is_whitespace());
    let start: (Option<char>, Option<char>) = (shape.next(), shape.next());
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    match start {
        (Some('{'), Some('"')) => {
            (has("segments") || has("transcription")) && (has("text") || has("body"))
                || has("text") && (extension == "json" || has("language") || has("task") || has("duration"))
        }
        (Some('['), Some('{')) => (has("text") || has("body")) && (has("start") || has("startTime")),
        _ => false,
    }
}

pub fn read(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    let parsed = match text.trim_start().starts_with('[') {
        true => serde_json::from_str::<Segments>(text)
            .map(|segments| File { segments: segments.0, ..File::default() }),
        false => serde_json::from_str::<File>(text),
    };
    let file = parsed.map_err(|error| {
        let place = format!("{}:{}", error.line(), error.column());
        Error::unreadable(tr!("read-json-damaged", name = name))
            .hint(tr!("read-json-damaged-hint"))
            .place(place)
    })?;
    let glued = file.language.as_deref().is_some_and(is_without_spaces);
    let mut pieces: Vec<Piece> =
        file.segments.into_iter().flat_map(|segment| segment.pieces(options.recognise.labels)).collect();
    for piece in &mut pieces {
        piece.glued = glued;
    }
    let mut blocks = turns::blocks(pieces, Naming::Fields, options);
    if blocks.is_empty() {
        // `{"text": "…"}`, which OpenAI's service gives by default.
        let lines = file.text.unwrap_or_default();
        blocks = lines.lines().map(|line| Block::new(turns::clean(line, ' ').trim())).collect();
    }
    if blocks.iter().all(|block| block.text.trim().is_empty()) {
        return Err(
            Error::unreadable(tr!("read-no-segments", name = name)).hint(tr!("read-no-segments-hint"))
        );
    }
    Ok(Reading { blocks, ..Reading::default() })
}

/// Languages as Whisper names them, by code or in English.
fn is_without_spaces(language: &str) -> bool {
    let language = language.to_lowercase();
    let code = language.split(['-', '_']).next().unwrap_or("");
    [
        "ja",
        "zh",
        "yue",
        "th",
        "lo",
        "my",
        "km",
        "bo",
        "japanese",
        "chinese",
        "cantonese",
        "mandarin",
        "thai",
        "lao",
        "myanmar",
        "burmese",
        "khmer",
        "tibetan",
    ]
    .contains(&code)
}

#[derive(Default)]
struct File {
    segments: Vec<Segment>,
    text: Option<String>,
    language: Option<String>,
}

#[derive(Default)]
struct Segment {
    text: String,
    speaker: Option<String>,
    start: Option<u32>,
    end: Option<u32>,
    words: Vec<Word>,
}

#[derive(Default)]
struct Word {
    text: String,
    speaker: Option<String>,
    start: Option<u32>,
    end: Option<u32>,
}

impl Segment {
    /// The segment, or its parts where the words' speaker changes.
    fn pieces(mut self, with_speakers: bool) -> Vec<Piece> {
        if self.text.trim().is_empty() {
            for word in &self.words {
                append(&mut self.text, &word.text);
            }
        }
        let runs = if with_speakers { self.runs() } else { Vec::new() };
        let places = if runs.len() > 1 { self.places() } else { None };
        let Some(places) = places else {
            let speaker = self.speaker.or_else(|| runs.into_iter().find_map(|(_, speaker)| speaker));
            let Segment { text, start, end, .. } = self;
            return vec![Piece { text, speaker, start, end, ..Piece::default() }];
        };
        let last = runs.len() - 1;
        let piece = |(at, (words, speaker)): (usize, &(Range<usize>, Option<String>))| {
            let from = if at == 0 { 0 } else { places.get(words.start).copied().unwrap_or(0) };
            let to = match at == last {
                true => self.text.len(),
                false => places.get(words.end).copied().unwrap_or(self.text.len()),
            };
            let words = self.words.get(words.clone()).unwrap_or(&[]);
            let (start, end) = (words.iter().find_map(|w| w.start), words.iter().rev().find_map(|w| w.end));
            Piece {
                text: self.text.get(from..to).unwrap_or("").to_owned(),
                speaker: speaker.clone(),
                start: if at == 0 { self.start.or(start) } else { start },
                end: if at == last { self.end.or(end) } else { end },
                ..Piece::default()
            }
        };
        runs.iter().enumerate().map(piece).collect()
    }

    /// Words in a row of one speaker; too few of another go with those before them.
    fn runs(&self) -> Vec<(Range<usize>, Option<String>)> {
        let mut runs: Vec<(Range<usize>, Option<String>)> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            match runs.last_mut() {
                Some((range, speaker)) if word.speaker.is_none() || *speaker == word.speaker => {
                    range.end = at + 1;
                }
                Some((range, speaker)) if speaker.is_none() => {
                    (range.end, *speaker) = (at + 1, word.speaker.clone());
                }
                _ => runs.push((at..at + 1, word.speaker.clone())),
            }
        }
        let own = self.speaker.clone().or_else(|| {
            runs.iter().max_by_key(|(range, _)| range.len()).and_then(|(_, speaker)| speaker.clone())
        });
        let mut kept: Vec<(Range<usize>, Option<String>)> = Vec::new();
        for (range, speaker) in runs {
            let speaker = if self.is_turn(&range) { speaker } else { own.clone() };
            match kept.last_mut() {
                Some((last, before)) if *before == speaker => last.end = range.end,
                _ => kept.push((range, speaker)),
            }
        }
        kept
    }

    fn is_turn(&self, range: &Range<usize>) -> bool {
        let ends = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.text.trim_end().chars().last().is_some_and(ends_sentence))
        };
        let starts = range.start.checked_sub(1).is_none_or(ends);
        let stops = ends(range.end.saturating_sub(1));
        range.len() >= TURN_WORDS || starts && stops
    }

    /// Where each word begins in the text; none where they are not those of the text.
    fn places(&self) -> Option<Vec<usize>> {
        let mut at = 0;
        self.words
            .iter()
            .map(|word| {
                let found = at + self.text.get(at..)?.find(word.text.trim())?;
                at = found + word.text.trim().len();
                Some(found)
            })
            .collect()
    }
}

/// A value where a number or a text is expected; lists and objects are skipped.
#[derive(Default)]
struct Scalar {
    number: Option<f64>,
    text: Option<String>,
}

impl Scalar {
    fn milliseconds(self, a_second: f64) -> Option<u32> {
        let number = match self.text {
            Some(text) => return times::cue_time(text.trim()),
            None => (self.number? * a_second).round(),
        };
        // From a float, so that what is no time is not wrapped into one.
        (number.is_finite() && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
    }

    fn string(self) -> Option<String> {
        self.text.or_else(|| self.number.map(|number| number.to_string()))
    }

    fn speaker(self) -> Option<String> {
        self.string().as_deref().and_then(turns::speaker_name)
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E>(self, _: bool) -> std::result::Result<Scalar, E> {
        Ok(Scalar::default())
    }
    fn visit_i64<E>(self, number: i64) -> std::result::Result<Scalar, E> {
        Ok(Scalar { number: Some(number as f64), text: None })
    }
    fn visit_u64<E>(self, number: u64) -> std::result::Result<Scalar, E> {
        Ok(Scalar { number: Some(number as f64), text: None })
    }
    fn visit_f64<E>(self, number: f64) -> std::result::Result<Scalar, E> {
        Ok(Scalar { number: Some(number), text: None })
    }
    fn visit_str<E>(self, text: &str) -> std::result::Result<Scalar, E> {
        Ok(Scalar { number: None, text: Some(text.to_owned()) })
    }
    fn visit_unit<E>(self) -> std::result::Result<Scalar, E> {
        Ok(Scalar::default())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Scalar, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::default())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::default())
    }
}

/// A list of which only the items that hold something are kept.
struct List<T>(Vec<T>);
type Segments = List<Segment>;

/// What is read key by key: names of keys differ between programs, and the first that says something counts.
trait Keyed: Default {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> std::result::Result<(), A::Error>;
    fn holds_something(&self) -> bool;
}

struct Keys<T>(std::marker::PhantomData<T>);

impl<'de, T: Keyed> Visitor<'de> for Keys<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<T, A::Error> {
        let mut value = T::default();
        while let Some(key) = map.next_key::<String>()? {
            value.take(&key, &mut map)?;
        }
        Ok(value)
    }
}

impl<'de, T: Keyed> Visitor<'de> for List<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }
    fn visit_unit<E>(self) -> std::result::Result<Self, E> {
        Ok(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> std::result::Result<Self, A::Error> {
        while let Some(Item(item)) = list.next_element::<Item<T>>()? {
            if item.holds_something() {
                self.0.push(item);
            }
            if self.0.len() > MOST {
                return Err(A::Error::custom("too many"));
            }
        }
        Ok(self)
    }
}

struct Item<T>(T);

impl<'de, T: Keyed> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_map(Keys(std::marker::PhantomData)).map(Item)
    }
}

impl<'de, T: Keyed> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_any(List(Vec::new()))
    }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        Item::deserialize(from).map(|Item(file)| file)
    }
}

impl Keyed for File {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> std::result::Result<(), A::Error> {
        match key {
            "segments" | "transcription" if self.segments.is_empty() => {
                self.segments = map.next_value::<Segments>()?.0;
            }
            "text" => self.text = map.next_value::<Scalar>()?.text,
            "language" => self.language = map.next_value::<Scalar>()?.text,
            // whisper.cpp says the language here.
            "result" => self.language = map.next_value::<Item<File>>()?.0.language,
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
    fn holds_something(&self) -> bool {
        true
    }
}

impl Keyed for Segment {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> std::result::Result<(), A::Error> {
        match key {
            "text" | "body" | "transcript" if self.text.is_empty() => {
                self.text = turns::clean(&map.next_value::<Scalar>()?.text.unwrap_or_default(), ' ');
            }
            "words" => self.words = map.next_value::<List<Word>>()?.0,
            // whisper.cpp: milliseconds, in an object of their own.
            "offsets" => {
                let Item(Offsets { from, to }) = map.next_value()?;
                (self.start, self.end) = (self.start.or(from), self.end.or(to));
            }
            _ => span(key, map, (&mut self.start, &mut self.end, &mut self.speaker))?,
        }
        Ok(())
    }
    fn holds_something(&self) -> bool {
        !self.text.trim().is_empty() || !self.words.is_empty()
    }
}

impl Keyed for Word {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> std::result::Result<(), A::Error> {
        match key {
            "word" | "text" if self.text.is_empty() => {
                self.text = turns::clean(&map.next_value::<Scalar>()?.string().unwrap_or_default(), ' ');
            }
            _ => span(key, map, (&mut self.start, &mut self.end, &mut self.speaker))?,
        }
        Ok(())
    }
    fn holds_something(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

#[derive(Default)]
struct Offsets {
    from: Option<u32>,
    to: Option<u32>,
}

impl Keyed for Offsets {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> std::result::Result<(), A::Error> {
        match key {
            "from" => self.from = map.next_value::<Scalar>()?.milliseconds(1.0),
            "to" => self.to = map.next_value::<Scalar>()?.milliseconds(1.0),
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
    fn holds_something(&self) -> bool {
        true
    }
}

type Fields<'a> = (&'a mut Option<u32>, &'a mut Option<u32>, &'a mut Option<String>);

/// What segments and words both have.
fn span<'de, A: MapAccess<'de>>(
    key: &str,
    map: &mut A,
    (start, end, speaker): Fields<'_>,
) -> std::result::Result<(), A::Error> {
    match key {
        "start" | "startTime" | "start_time" if start.is_none() => {
            *start = map.next_value::<Scalar>()?.milliseconds(1000.0);
        }
        "end" | "endTime" | "end_time" if end.is_none() => {
            *end = map.next_value::<Scalar>()?.milliseconds(1000.0);
        }
        "speaker" | "speaker_name" | "speakerName" | "speaker_label" if speaker.is_none() => {
            *speaker = map.next_value::<Scalar>()?.speaker();
        }
        _ => drop(map.next_value::<IgnoredAny>()?),
    }
    Ok(())
}
