//! Which format the bytes are, and a good word for those that are none of ours.
//!
//! The outermost bytes first ([`container`]); a decoded text is then offered to the readers in turn, each of which
//! says in `claims` what it takes for its own ([`kind_of_text`]).

use super::ooxml::Package;
use super::{Limits, chat, elan, exmaralda, html, odt, otranscribe, sheet, whisper};
use crate::error::{Error, Result};
use crate::text::times;
use crate::tr;

/// What the outermost bytes are.
pub enum Container<'a> {
    Docx(Package<'a>),
    OpenDocument(Package<'a>),
    Spreadsheet(Package<'a>),
    Pdf,
    Rtf,
    Text,
}

/// What a decoded text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    Plain,
    Markdown,
    Vtt,
    Srt,
    Html,
    Otranscribe,
    FlatOpenDocument,
    Whisper,
    Elan,
    Exmaralda,
    Chat,
    Csv,
}

impl TextKind {
    pub fn reader(self) -> &'static str {
        match self {
            TextKind::Plain => "txt",
            TextKind::Markdown => "md",
            TextKind::Vtt => "vtt",
            TextKind::Srt => "srt",
            TextKind::Html => "html",
            TextKind::Otranscribe => "otr",
            TextKind::FlatOpenDocument => "odt",
            TextKind::Whisper => "json",
            TextKind::Elan => "eaf",
            TextKind::Exmaralda => "exb",
            TextKind::Chat => "cha",
            TextKind::Csv => "csv",
        }
    }
}

/// First bytes of what is surely no transcript.
const MEDIA: [&[u8]; 13] = [
    b"ID3",
    b"OggS",
    b"fLaC",
    b"RIFF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1a\x45\xdf\xa3",
    b"\xff\xfb",
    b"Rar!",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"\x7fELF",
];

/// Tells archives, old Office files, databases and media from text.
pub fn container<'a>(name: &str, bytes: &'a [u8], limits: &Limits) -> Result<Container<'a>> {
    let extension = extension(name);
    if bytes.is_empty() {
        return Err(super::empty(name));
    }
    // What calls itself an archive and is none has been damaged: its rubble is no transcript. A sound text was only
    // given another name.
    let named_so =
        matches!(extension.as_str(), "docx" | "docm" | "dotx" | "odt" | "xlsx" | "ods") && !is_sound(bytes);
    let marked_so = [b"PK\x03\x04", b"PK\x05\x06"].iter().any(|magic| bytes.starts_with(*magic));
    let old_office = bytes.starts_with(b"\xd0\xcf\x11\xe0");
    if marked_so || (named_so && !old_office) {
        return zip(name, bytes, limits);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(ole(name, bytes));
    }
    if bytes.starts_with(b"SQLite format 3\0") || extension.starts_with("mx") && extension.len() <= 5 {
        return Err(not_yet(name, "MAXQDA / SQLite", tr!("read-maxqda-hint")));
    }
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Vec<u8> = head.iter().take(512).map(u8::to_ascii_lowercase).collect();
    let start = head.trim_ascii_start();
    if start.starts_with(b"%pdf") {
        return Ok(Container::Pdf);
    }
    if start.starts_with(b"{\\rtf") {
        return Ok(Container::Rtf);
    }
    if MEDIA.iter().any(|magic| bytes.starts_with(magic)) || bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        return Err(binary(name));
    }
    Ok(Container::Text)
}

/// Whether it is UTF-8 without a control character that no text editor writes.
fn is_sound(bytes: &[u8]) -> bool {
    !bytes.starts_with(b"PK")
        && std::str::from_utf8(bytes)
            .is_ok_and(|text| !text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r')))
}

fn zip<'a>(name: &str, bytes: &'a [u8], limits: &Limits) -> Result<Container<'a>> {
    let mut package = Package::open(name, bytes, limits)?;
    if package.is_word() {
        return Ok(Container::Docx(package));
    }
    // An OpenDocument says what it is in its first entry.
    let spreadsheet =
        package.part("mimetype").ok().flatten().is_some_and(|kind| kind.contains("spreadsheet"));
    let has = |part: &str| package.has(part);
    if has("xl/workbook.xml") || has("xl/workbook.bin") || spreadsheet && has("content.xml") {
        return Ok(Container::Spreadsheet(package));
    }
    let format = if has("ppt/presentation.xml") {
        "PowerPoint"
    } else if has("project.qde") {
        "REFI-QDA (.qdpx)"
    } else if has("META-INF/container.xml") {
        "EPUB"
    } else if has("content.xml") || has("encrypted-package") {
        return Ok(Container::OpenDocument(package));
    } else if has("[Content_Types].xml") || has("word/document.xml") {
        return Err(Error::unreadable(tr!("read-docx-no-main", name = name))
            .hint(tr!("read-docx-damaged-hint"))
            .place("_rels/.rels"));
    } else {
        return Err(Error::unreadable(tr!("read-zip", name = name)).hint(tr!("read-zip-hint")));
    };
    Err(not_yet(name, format, tr!("read-word-processor-hint")))
}

/// An OLE container is an encrypted new Office file or an old one; its streams' names are UTF-16.
fn ole(name: &str, bytes: &[u8]) -> Error {
    let holds = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    let extension = extension(name);
    if holds("EncryptedPackage") || extension == "docx" && !holds("WordDocument") {
        return Error::unreadable(tr!("read-encrypted", name = name)).hint(tr!("read-encrypted-hint"));
    }
    if holds("WordDocument") || extension == "doc" {
        return Error::unreadable(tr!("read-old-doc", name = name)).hint(tr!("read-old-doc-hint"));
    }
    if holds("Workbook") || extension == "xls" {
        return Error::unreadable(tr!("read-old-xls", name = name)).hint(tr!("read-save-xlsx-hint"));
    }
    binary(name)
}

/// A format that may come later: how to get there now, and what can be read.
pub fn not_yet(name: &str, format: &str, way: String) -> Error {
    Error::unreadable(tr!("read-not-yet", name = name, format = format))
        .hint(format!("{way}\n{}", tr!("read-readable")))
}

pub fn binary(name: &str) -> Error {
    Error::unreadable(tr!("read-binary", name = name)).hint(tr!("read-readable"))
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

/// Whether a text with this ending is a reader's own.
type Claims = fn(extension: &str, text: &str) -> bool;

/// The beginning of a text, where an XML file's root element stands after declaration and comments.
pub fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(4096)).unwrap_or(text)
}

/// Which kind of text it is: what a reader claims by its content, cue arrows, Markdown by name or by bold labels,
/// otherwise plain.
pub fn kind_of_text(name: &str, text: &str) -> Result<TextKind> {
    let extension = extension(name);
    let start = text.trim_start();
    let claims: [(Claims, TextKind); 7] = [
        (otranscribe::claims, TextKind::Otranscribe),
        (odt::claims, TextKind::FlatOpenDocument),
        (whisper::claims, TextKind::Whisper),
        (elan::claims, TextKind::Elan),
        (exmaralda::claims, TextKind::Exmaralda),
        (html::claims, TextKind::Html),
        (chat::claims, TextKind::Chat),
    ];
    if let Some((_, kind)) = claims.iter().find(|(claims, _)| claims(&extension, start)) {
        return Ok(*kind);
    }
    // The same question as for bytes: UTF-16 hides it from there.
    let head = start.get(..16.min(start.len())).unwrap_or("").to_lowercase();
    if head.starts_with("<?xml") {
        return Err(not_yet(name, "XML", tr!("read-export-hint")));
    }
    if extension == "json" && start.starts_with(['{', '[']) {
        return Err(not_yet(name, "JSON", tr!("read-export-hint")));
    }
    if start.starts_with("WEBVTT") {
        return Ok(TextKind::Vtt);
    }
    let cues = text.lines().filter(|line| times::arrow(line).is_some()).take(2).count();
    if cues > 1 || cues == 1 && matches!(extension.as_str(), "srt" | "vtt") {
        return Ok(if extension == "vtt" { TextKind::Vtt } else { TextKind::Srt });
    }
    if matches!(extension.as_str(), "vtt" | "srt") && !start.is_empty() {
        return Err(Error::unreadable(tr!("read-no-cues", name = name)).hint(tr!("read-no-cues-hint")));
    }
    if sheet::claims(&extension, start) {
        return Ok(TextKind::Csv);
    }
    let bold = text.lines().filter(|line| super::markdown::has_bold_label(line)).take(2).count();
    if matches!(extension.as_str(), "md" | "markdown" | "mdown" | "mkd") || bold > 1 {
        return Ok(TextKind::Markdown);
    }
    Ok(TextKind::Plain)
}
