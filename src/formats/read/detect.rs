//! Which format the bytes are, and a good word for those that are none of ours.

use super::Limits;
use super::ooxml::Package;
use crate::error::{Error, Result};
use crate::text::times;
use crate::tr;

/// What the outermost bytes are.
pub enum Container<'a> {
    Docx(Package<'a>),
    Text,
}

/// What a decoded text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    Plain,
    Markdown,
    Vtt,
    Srt,
}

impl TextKind {
    pub fn reader(self) -> &'static str {
        match self {
            TextKind::Plain => "txt",
            TextKind::Markdown => "md",
            TextKind::Vtt => "vtt",
            TextKind::Srt => "srt",
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
    // What calls itself an archive and is none has been damaged: its rubble is no transcript.
    let named_so = matches!(extension.as_str(), "docx" | "docm" | "dotx" | "odt" | "xlsx");
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
        return Err(not_yet(name, "PDF", tr!("read-pdf-hint")));
    }
    if start.starts_with(b"{\\rtf") {
        return Err(not_yet(name, "RTF", tr!("read-word-processor-hint")));
    }
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return Err(not_yet(name, "HTML", tr!("read-word-processor-hint")));
    }
    if start.starts_with(b"<?xml") {
        let format = match extension.as_str() {
            "eaf" => "ELAN",
            "exb" => "EXMARaLDA",
            "fodt" => "OpenDocument",
            _ => "XML",
        };
        return Err(not_yet(name, format, tr!("read-export-hint")));
    }
    let json = matches!(extension.as_str(), "otr" | "json") && start.starts_with(b"{");
    if json {
        return Err(not_yet(
            name,
            if extension == "otr" { "oTranscribe" } else { "JSON" },
            tr!("read-export-hint"),
        ));
    }
    if MEDIA.iter().any(|magic| bytes.starts_with(magic)) || bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        return Err(binary(name));
    }
    Ok(Container::Text)
}

fn zip<'a>(name: &str, bytes: &'a [u8], limits: &Limits) -> Result<Container<'a>> {
    let package = Package::open(name, bytes, limits)?;
    if package.is_word() {
        return Ok(Container::Docx(package));
    }
    let has = |part: &str| package.has(part);
    let format = if has("xl/workbook.xml") {
        "Excel"
    } else if has("ppt/presentation.xml") {
        "PowerPoint"
    } else if has("project.qde") {
        "REFI-QDA (.qdpx)"
    } else if has("META-INF/container.xml") {
        "EPUB"
    } else if has("content.xml") {
        "OpenDocument"
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
    binary(name)
}

/// A format that may come later: how to get there now, and what can be read.
fn not_yet(name: &str, format: &str, way: String) -> Error {
    Error::unreadable(tr!("read-not-yet", name = name, format = format))
        .hint(format!("{way}\n{}", tr!("read-readable")))
}

pub fn binary(name: &str) -> Error {
    Error::unreadable(tr!("read-binary", name = name)).hint(tr!("read-readable"))
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

/// Which kind of text it is: `WEBVTT` first, cue arrows, Markdown by name or by bold labels, otherwise plain.
pub fn kind_of_text(name: &str, text: &str) -> Result<TextKind> {
    let extension = extension(name);
    // The same question as for bytes: UTF-16 hides `{\rtf` and `<html` from it.
    let start = text.trim_start();
    let head = start.get(..16.min(start.len())).unwrap_or("").to_lowercase();
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return Err(not_yet(name, "HTML", tr!("read-word-processor-hint")));
    }
    if head.starts_with("<?xml") {
        return Err(not_yet(name, "XML", tr!("read-export-hint")));
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
    let bold = text.lines().filter(|line| super::markdown::has_bold_label(line)).take(2).count();
    if matches!(extension.as_str(), "md" | "markdown" | "mdown" | "mkd") || bold > 1 {
        return Ok(TextKind::Markdown);
    }
    Ok(TextKind::Plain)
}
