//! Zip packages (Word, OpenDocument) and their XML parts, with limits. The only file that knows the crates zip and quick-xml for reading.
//!
//! Names are matched by namespace URI, transitional and strict, never by prefix. Only the predefined and numeric
//! entities exist: a document type that declares its own expands to nothing, so no bomb can go off.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use zip::ZipArchive;
use zip::result::ZipError;

use super::Limits;
use crate::error::{Error, Result};
use crate::tr;

/// An Office file.
pub struct Package<'a> {
    name: String,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Entry names as written, by their lower-case form without a leading slash (part names ignore case).
    names: HashMap<String, String>,
    /// Bytes that may still be unpacked.
    left: u64,
    limits: Limits,
    main: Option<String>,
}

/// One relation of a part.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The last segment of the relation's type: `officeDocument`, `footnotes`, `styles`.
    pub kind: String,
    /// The part's name, resolved.
    pub target: String,
    /// What the part calls it by.
    pub id: String,
}

impl<'a> Package<'a> {
    pub fn open(name: &str, bytes: &'a [u8], limits: &Limits) -> Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            Error::unreadable(tr!("read-zip-damaged", name = name)).hint(tr!("read-zip-damaged-hint"))
        })?;
        if archive.len() > limits.entries {
            return Err(too_big(name, "zip"));
        }
        let names = archive
            .file_names()
            .filter_map(|entry| entry.ok())
            .map(|entry| {
                (entry.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase(), entry.into_owned())
            })
            .collect();
        let mut package = Package {
            name: name.to_owned(),
            archive,
            names,
            left: limits.unpacked,
            limits: *limits,
            main: None,
        };
        package.main = package.find_main()?;
        Ok(package)
    }

    /// The main part: by relation, else by content type, else where Word always puts it. Word 365 calls it
    /// `document2.xml` in transcripts.
    fn find_main(&mut self) -> Result<Option<String>> {
        if !self.names.keys().any(|name| name.starts_with("word/")) {
            let related = self.relations("").unwrap_or_default();
            let part = related.into_iter().find(|relation| relation.kind == "officeDocument");
            return Ok(part
                .map(|part| part.target)
                .filter(|part| !part.starts_with("xl/") && !part.starts_with("ppt/") && self.has(part)));
        }
        let related = self.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        if let Some(part) = related.map(|relation| relation.target).filter(|part| self.has(part)) {
            return Ok(Some(part));
        }
        if let Some(xml) = self.part("[Content_Types].xml")? {
            let mut nodes = self.xml(&xml, "[Content_Types].xml");
            while let Some(node) = nodes.next()? {
                if let Node::Start(element) = node
                    && element.name == "Override"
                    && element.any("ContentType").is_some_and(|kind| kind.contains("document.main+xml"))
                    && let Some(part) = element.any("PartName")
                    && self.has(part)
                {
                    return Ok(Some(resolve("", part)));
                }
            }
        }
        Ok(self.has("word/document.xml").then(|| "word/document.xml".to_owned()))
    }

    pub fn is_word(&self) -> bool {
        self.main.is_some()
    }
    pub fn main(&self) -> &str {
        self.main.as_deref().unwrap_or("word/document.xml")
    }
    pub fn has(&self, part: &str) -> bool {
        self.names.contains_key(&key(part))
    }

    /// A part's bytes as text; none if there is no such part.
    pub fn part(&mut self, part: &str) -> Result<Option<String>> {
        let Some(entry) = self.names.get(&key(part)).cloned() else { return Ok(None) };
        let Some(index) = self.archive.index_for_name(&entry) else { return Ok(None) };
        let name = self.name.clone();
        let damaged = || {
            Error::unreadable(tr!("read-part-damaged", name = name.as_str(), part = part))
                .hint(mend(&name))
                .place(part)
        };
        let file = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(what) if what == ZipError::PASSWORD_REQUIRED => {
                Error::unreadable(tr!("read-encrypted", name = name.as_str()))
                    .hint(tr!("read-encrypted-hint"))
            }
            _ => damaged(),
        })?;
        let mut bytes = Vec::new();
        // The declared size is not believed: reading stops one byte past what is allowed.
        let read = file.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| damaged())? as u64;
        if read > self.left {
            return Err(too_big(&self.name, part));
        }
        self.left -= read;
        decode(bytes).map(Some).ok_or_else(damaged)
    }

    /// The relations of a part (`""`: of the package); none where the part has none.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let path = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let Some(xml) = self.part(&path)? else { return Ok(Vec::new()) };
        let mut nodes = self.xml(&xml, &path);
        let mut relations = Vec::new();
        while let Some(node) = nodes.next()? {
            if let Node::Start(element) = node
                && element.name == "Relationship"
                && element.any("TargetMode") != Some("External")
                && let (Some(kind), Some(target)) = (element.any("Type"), element.any("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
                let id = element.any("Id").unwrap_or_default().to_owned();
                relations.push(Relation { kind, target: resolve(folder, target), id });
                if relations.len() > self.limits.entries {
                    return Err(too_big(&self.name, &path));
                }
            }
        }
        Ok(relations)
    }

    /// The nodes of a part's text.
    pub fn xml<'x>(&self, xml: &'x str, part: &str) -> Xml<'x> {
        Xml::new(xml, &self.name, part, self.limits)
    }
}

fn key(part: &str) -> String {
    part.trim_start_matches('/').to_lowercase()
}

/// A relation's target from the folder of its part, `..` and a leading slash resolved.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|segment| !segment.is_empty()).collect(),
    };
    for segment in target.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(path.pop()),
            segment => path.push(segment),
        }
    }
    path.join("/")
}

/// What may help with a package whose parts are damaged.
fn mend(name: &str) -> String {
    let name = name.to_lowercase();
    match [".xlsx", ".xlsm", ".ods"].iter().any(|end| name.ends_with(end)) {
        true => tr!("read-sheet-damaged-hint"),
        false => tr!("read-docx-damaged-hint"),
    }
}

fn too_big(name: &str, part: &str) -> Error {
    Error::unreadable(tr!("read-bomb", name = name)).hint(tr!("read-bomb-hint")).place(part)
}

/// XML is UTF-8 unless it says otherwise: by a mark or in its declaration.
fn decode(bytes: Vec<u8>) -> Option<String> {
    let (encoding, mark) = match encoding_rs::Encoding::for_bom(&bytes) {
        Some(found) => found,
        None => {
            let head: Vec<u8> = bytes.iter().take(120).copied().collect();
            let head = String::from_utf8_lossy(&head);
            let declared = head
                .split_once("?>")
                .and_then(|(declaration, _)| declaration.split_once("encoding="))
                .and_then(|(_, value)| value.get(1..)?.split(['"', '\'']).next().map(str::to_owned))
                .and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
            (declared.unwrap_or(encoding_rs::UTF_8), 0)
        }
    };
    // The usual case, without a second copy of the part.
    if encoding == encoding_rs::UTF_8 {
        let mut text = String::from_utf8(bytes).ok()?;
        text.drain(..mark);
        return Some(text);
    }
    let (text, lost) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
    (!lost).then(|| text.into_owned())
}

/// The namespaces that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ns {
    Word,
    Compatibility,
    Vml,
    Math,
    Picture,
    Text,
    Style,
    Office,
    Table,
    Draw,
    /// What LibreOffice adds to OpenDocument.
    Extension,
    Other,
}

impl Ns {
    fn of(uri: &str) -> Ns {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Ns::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Ns::Compatibility,
            "urn:schemas-microsoft-com:vml" => Ns::Vml,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Ns::Math,
            "http://schemas.openxmlformats.org/drawingml/2006/picture"
            | "http://purl.oclc.org/ooxml/drawingml/picture" => Ns::Picture,
            "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Ns::Text,
            "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Ns::Style,
            "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Ns::Office,
            "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Ns::Table,
            "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Ns::Draw,
            "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" => Ns::Extension,
            _ => Ns::Other,
        }
    }
}

/// A start tag.
#[derive(Debug, Clone)]
pub struct Element {
    pub ns: Ns,
    pub name: String,
    /// Local names: attributes of these formats are told apart well enough without their namespace.
    attributes: Vec<(String, String)>,
}

impl Element {
    pub fn is(&self, name: &str) -> bool {
        self.ns == Ns::Word && self.name == name
    }
    /// The attribute of this local name.
    pub fn any(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
    /// Whether an on/off property is on: absent value is on.
    pub fn is_on(&self) -> bool {
        !matches!(self.any("val"), Some("0" | "false" | "off" | "none"))
    }
}

/// What an XML part consists of. An empty element comes as a start and an end.
#[derive(Debug)]
pub enum Node {
    Start(Element),
    End,
    Text(String),
}

/// The nodes of one part.
pub struct Xml<'x> {
    reader: NsReader<&'x [u8]>,
    file: String,
    part: String,
    depth: usize,
    limits: Limits,
}

impl<'x> Xml<'x> {
    /// The nodes of a file that is XML itself.
    pub fn file(xml: &'x str, name: &str, limits: Limits) -> Self {
        Xml::new(xml, name, "", limits)
    }

    pub fn new(xml: &'x str, file: &str, part: &str, limits: Limits) -> Self {
        let mut reader = NsReader::from_str(xml);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Xml { reader, file: file.to_owned(), part: part.to_owned(), depth: 0, limits }
    }

    /// An error when more was kept of this part than a transcript can hold.
    pub fn check(&self, text: u64, items: usize) -> Result<()> {
        match self.limits.hold(text, items) {
            true => Ok(()),
            false => Err(super::too_long(&self.file, &self.limits).place(&self.part)),
        }
    }

    /// The next node; none at the end.
    pub fn next(&mut self) -> Result<Option<Node>> {
        loop {
            let damaged = |at: u64| {
                if self.part.is_empty() {
                    return Error::unreadable(tr!("read-xml-damaged", name = self.file.as_str()))
                        .hint(tr!("read-xml-damaged-hint"))
                        .place(format!("byte {at}"));
                }
                Error::unreadable(tr!(
                    "read-part-damaged",
                    name = self.file.as_str(),
                    part = self.part.as_str()
                ))
                .hint(mend(&self.file))
                .place(format!("{}, byte {at}", self.part))
            };
            let position = self.reader.buffer_position();
            let (resolved, event) = self.reader.read_resolved_event().map_err(|_| damaged(position))?;
            match event {
                Event::Start(start) => {
                    let ns = match resolved {
                        ResolveResult::Bound(ns) => Ns::of(ns.into_inner()),
                        _ => Ns::Other,
                    };
                    self.depth += 1;
                    if self.depth > self.limits.depth {
                        return Err(too_big(&self.file, &self.part));
                    }
                    let element = element(ns, &start).ok_or_else(|| damaged(position))?;
                    return Ok(Some(Node::Start(element)));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Node::End));
                }
                Event::Text(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                // Since quick-xml 0.38 an entity is an event of its own, not part of the text around it.
                Event::GeneralRef(entity) => {
                    let text = match entity.resolve_char_ref() {
                        Ok(Some(character)) => character.to_string(),
                        _ => predefined(&entity.into_inner()).to_owned(),
                    };
                    return Ok(Some(Node::Text(text)));
                }
                Event::Eof if self.depth > 0 => return Err(damaged(position)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

fn predefined(name: &str) -> &str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        _ => "",
    }
}

fn element(ns: Ns, start: &BytesStart<'_>) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        attributes.push((attribute.key.local_name().into_inner().to_owned(), value.into_owned()));
    }
    Some(Element { ns, name: start.local_name().into_inner().to_owned(), attributes })
}
