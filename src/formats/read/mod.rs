//! Transcript readers: bytes to a [`Draft`], one file a format.
//!
//! The format is decided by the content; the name only breaks ties between kinds of plain text. What cannot be read is
//! refused whole, with one [`Error`] that names the file, the reason and the way out.

mod chat;
mod columns;
pub(super) mod detect;
pub(super) mod docx;
mod elan;
mod exmaralda;
pub mod files;
mod html;
mod left_out;
mod markdown;
pub(super) mod markup;
mod numbered;
pub(super) mod odt;
pub(super) mod ooxml;
mod otranscribe;
mod pdf;
pub(super) mod rtf;
pub mod said;
mod sheet;
mod split;
mod styles;
mod subtitles;
mod symbols;
mod text;
mod timeline;
mod turns;
mod whisper;
mod written;

pub use columns::Columns;
use serde::{Deserialize, Serialize};
pub(super) use written::Written;

use crate::error::{Choice, Error, Result};
use crate::formats::sheets;
use crate::model::draft::{Advice, Draft, Part, Reason};
use crate::text::recognise::{self, Block, LeftOut, Recognised};
use crate::text::times;
use crate::tr;

/// Whether consecutive cues of one speaker become one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cues {
    #[default]
    Merge,
    Separate,
}

/// What a file may cost before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Limits {
    /// Bytes of the file.
    pub file: u64,
    /// Bytes of all parts that are read, unpacked.
    pub unpacked: u64,
    /// Entries of an archive.
    pub entries: usize,
    /// Nested elements of an XML part.
    pub depth: usize,
    /// Bytes of the text that is read, in UTF-8: 16 MiB are some 250 hours of speech.
    pub text: u64,
    /// Lines or paragraphs that are read.
    pub lines: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file: 64 << 20,
            unpacked: 128 << 20,
            entries: 10_000,
            depth: 256,
            text: 16 << 20,
            lines: 400_000,
        }
    }
}

impl Limits {
    pub(super) fn hold(&self, text: u64, lines: usize) -> bool {
        text <= self.text && lines <= self.lines
    }
}

/// How to read; stored with the document (without the limits, which change nothing in what is read).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ReadOptions {
    /// A WHATWG encoding label that overrules what is detected: `windows-1252`, `utf-16le`, `macintosh`.
    pub encoding: Option<String>,
    pub cues: Cues,
    /// Whether lines `#TEXT name` begin interviews of their own.
    pub split: bool,
    pub recognise: recognise::Options,
    /// The tiers of an annotation file that are read; none: those of speech.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tiers: Option<Vec<String>>,
    /// What the columns of a table are; none: they are found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Columns>,
    /// The sheet of a spreadsheet; none: the one that holds a transcript.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    #[serde(skip)]
    pub limits: Limits,
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions {
            encoding: None,
            cues: Cues::default(),
            split: true,
            recognise: recognise::Options::default(),
            tiers: None,
            columns: None,
            sheet: None,
            limits: Limits::default(),
        }
    }
}

/// The version of all readers: raised when one would read the same bytes differently.
const VERSION: u32 = 2;

/// What a format's reader makes of the bytes, before recognition.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) blocks: Vec<Block>,
    encoding: Option<String>,
    pub(super) warnings: Vec<String>,
    /// What another choice would change.
    advice: Vec<Advice>,
}

/// A file's content with what is known of its bytes.
struct Content {
    reading: Reading,
    reader: &'static str,
    guessed: bool,
}

/// Reads a transcript, the whole file as one. `name` is the file's name, for messages and for telling Markdown from
/// plain text.
pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Draft> {
    let content = read_file(name, bytes, options).map_err(|error| error.file(name))?;
    let found = recognise::recognise(&content.reading.blocks, &options.recognise);
    Ok(draft(&content, found, options, None))
}

/// Reads the transcripts of a file: one, or as many as lines `#TEXT name` begin where the options split them.
pub fn read_parts(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Vec<Draft>> {
    let mut content = read_file(name, bytes, options).map_err(|error| error.file(name))?;
    if !options.split || !split::is_many(&content.reading.blocks) {
        let found = recognise::recognise(&content.reading.blocks, &options.recognise);
        return Ok(vec![draft(&content, found, options, None)]);
    }
    let (pieces, empty) = split::pieces(std::mem::take(&mut content.reading.blocks));
    let all = pieces.len();
    let mut drafts = Vec::with_capacity(all);
    for piece in pieces {
        let found = recognise::recognise(&piece.blocks, &options.recognise);
        let mut draft = draft(&content, found, options, Some((piece.part, piece.left_out)));
        if let Some(part) = &draft.part {
            let text = tr!("structure-part", number = part.number, all = all);
            draft.advice.push(Advice { text, choice: Choice::Split });
        }
        drafts.push(draft);
    }
    // What is to say of the whole file is said once.
    for draft in drafts.iter_mut().skip(1) {
        draft.warnings.clear();
        draft.advice.retain(|advice| !content.reading.advice.contains(advice));
    }
    if let Some(first) = drafts.first_mut().filter(|_| empty > 0) {
        first.warnings.push(tr!("structure-parts-empty", count = empty));
    }
    if drafts.is_empty() {
        return Err(self::empty(name).file(name));
    }
    Ok(drafts)
}

fn draft(
    content: &Content,
    found: Recognised,
    options: &ReadOptions,
    piece: Option<(Part, Option<LeftOut>)>,
) -> Draft {
    let reading = &content.reading;
    let (part, begun) = piece.unzip();
    let mut stored = serde_json::to_value(options).unwrap_or_default();
    if let (Some(part), Some(stored)) = (&part, stored.as_object_mut()) {
        stored.insert("part".to_owned(), part.number.into());
    }
    let mut left_out = found.left_out.clone();
    left_out.splice(0..0, begun.flatten());
    let mut warnings = reading.warnings.clone();
    if let Some(first) = found.stamps.clock {
        warnings.push(tr!("structure-clock", time = times::shown(first)));
    }
    Draft {
        advice: advice(content, &found),
        text: found.text,
        paragraphs: found.paragraphs,
        speakers: found.speakers,
        candidates: found.candidates,
        left_out,
        stamps: found.stamps,
        part,
        reader: content.reader,
        reader_version: VERSION,
        encoding: reading.encoding.clone(),
        options: stored,
        warnings,
    }
}

/// What is odd and would be read otherwise with another choice.
fn advice(content: &Content, found: &Recognised) -> Vec<Advice> {
    let mut advice = content.reading.advice.clone();
    let mut say = |choice: Choice, text: String| advice.push(Advice { text, choice });
    if let (true, Some(encoding)) = (content.guessed, &content.reading.encoding) {
        say(Choice::Encoding, tr!("read-encoding-guessed", encoding = encoding.clone()));
    }
    match found.wrapped {
        _ if found.joined > 0 => {
            say(Choice::JoinLines, tr!("structure-joined", count = found.joined));
        }
        Some(wrapped) => {
            say(Choice::JoinLines, tr!("structure-wrapped", breaks = wrapped.breaks, width = wrapped.width));
        }
        None => {}
    }
    let credited: Vec<String> = found
        .candidates
        .iter()
        .filter(|candidate| candidate.reason == Reason::Once)
        .filter_map(|candidate| {
            let other = candidate.counts_to.clone()?;
            Some(tr!("structure-once-label", label = candidate.label.clone(), other = other))
        })
        .collect();
    if !credited.is_empty() {
        const SHOWN: usize = 5;
        let count = credited.len();
        let more = if count > SHOWN { ", …" } else { "" };
        let labels = format!("{}{more}", credited.get(..SHOWN).unwrap_or(&credited).join(", "));
        say(Choice::Speakers, tr!("structure-once", count = count, labels = labels));
    }
    advice
}

fn read_file(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Content> {
    check_size(name, bytes, &options.limits)?;
    let mut guessed = false;
    let (reader, mut reading) = match detect::container(name, bytes, &options.limits)? {
        detect::Container::Docx(package) => ("docx", docx::read(name, package)?),
        detect::Container::OpenDocument(package) => ("odt", odt::read(name, package)?),
        detect::Container::Spreadsheet(package) => {
            let reader = if sheets::is_ods(&package) { "ods" } else { "xlsx" };
            (reader, sheet::read_workbook(name, package, options)?)
        }
        detect::Container::Pdf => ("pdf", pdf::read(name, bytes, options)?),
        detect::Container::Rtf => ("rtf", rtf::read(name, bytes, options)?),
        detect::Container::Text => {
            let decoded = text::decode(name, bytes, options)?;
            let kind = detect::kind_of_text(name, &decoded.text)?;
            let mut reading = match kind {
                detect::TextKind::Plain => text::read(&decoded.text),
                detect::TextKind::Markdown => markdown::read(&decoded.text),
                detect::TextKind::Vtt | detect::TextKind::Srt => {
                    subtitles::read(name, &decoded.text, kind == detect::TextKind::Vtt, options)?
                }
                detect::TextKind::Html => html::read(name, &decoded.text, options)?,
                detect::TextKind::Otranscribe => otranscribe::read(name, &decoded.text, options)?,
                detect::TextKind::FlatOpenDocument => odt::read_flat(name, &decoded.text, options)?,
                detect::TextKind::Whisper => whisper::read(name, &decoded.text, options)?,
                detect::TextKind::Elan => elan::read(name, &decoded.text, options)?,
                detect::TextKind::Exmaralda => exmaralda::read(name, &decoded.text, options)?,
                detect::TextKind::Chat => chat::read(name, &decoded.text, options)?,
                detect::TextKind::Csv => sheet::read_csv(name, &decoded.text, options)?,
            };
            reading.encoding = Some(decoded.encoding);
            guessed = decoded.guessed;
            reading.warnings.splice(0..0, decoded.warnings);
            (kind.reader(), reading)
        }
    };
    // In these formats a table is a table; in a plain text such numbers could be lines of it.
    if matches!(reader, "docx" | "odt" | "rtf" | "html") {
        numbered::take_out(&mut reading);
    }
    if reading.blocks.iter().all(|block| block.text.trim().is_empty()) {
        return Err(empty(name));
    }
    Ok(Content { reading, reader, guessed })
}

pub(super) fn check_size(name: &str, bytes: &[u8], limits: &Limits) -> Result<()> {
    if bytes.len() as u64 <= limits.file {
        return Ok(());
    }
    let (size, limit) = (megabytes(bytes.len() as u64), megabytes(limits.file));
    Err(Error::unreadable(tr!("read-too-large", name = name, size = size, limit = limit))
        .hint(tr!("read-too-large-hint")))
}

/// The text of a file that is no transcript, its encoding detected.
pub(super) fn plain_text(name: &str, bytes: &[u8], limits: &Limits) -> Result<String> {
    let options = ReadOptions { limits: *limits, ..ReadOptions::default() };
    Ok(text::decode(name, bytes, &options)?.text)
}

pub(super) fn empty(name: &str) -> Error {
    Error::unreadable(tr!("read-empty", name = name)).hint(tr!("read-empty-hint"))
}

pub(super) fn too_long(name: &str, limits: &Limits) -> Error {
    Error::unreadable(tr!(
        "read-too-long",
        name = name,
        limit = megabytes(limits.text),
        lines = limits.lines as u64
    ))
    .hint(tr!("read-too-long-hint"))
}

pub(super) fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}
