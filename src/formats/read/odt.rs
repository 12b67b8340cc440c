//! OpenDocument texts (`.odt`), packed or flat (`.fodt`).
//!
//! As the Word reader does: what a reader of the printed page reads, in its order; text boxes after the paragraph that
//! they hang on, foot- and endnotes after the text. A deletion that is tracked is not in the body, an insertion is.
//! Hidden text, comments, pictures, objects, headers and footers are left out and reported; numbers of lists are not
//! in the text.
//!
//! White space of the XML collapses over the borders of elements and goes at the start of a paragraph; `text:s`, tabs
//! and breaks are what is meant. One space at the end stays, as LibreOffice shows it.

mod styles;

use std::collections::HashMap;

use styles::{Family, NAME, Says, Style, is_indented};

use super::ooxml::{Element, Node, Ns, Package, Xml};
use super::styles::{names_heading, names_quotation};
use super::written::Written;
use super::{Limits, ReadOptions, Reading};
use crate::error::{Error, Result};
use crate::model::report::{NoteMark, ReportPlace};
use crate::text::ParagraphKind as Kind;
use crate::text::recognise::Block;
use crate::text::spans::count_words;
use crate::tr;

pub fn read(name: &str, package: Package<'_>) -> Result<Reading> {
    reading(written(name, package)?)
}

fn reading((paragraphs, warnings): (Vec<Written>, Vec<String>)) -> Result<Reading> {
    Ok(Reading { blocks: paragraphs.into_iter().map(Block::from).collect(), warnings, ..Reading::default() })
}

/// All paragraphs with where they stand, and what was left out.
pub(in crate::formats) fn written(
    name: &str,
    mut package: Package<'_>,
) -> Result<(Vec<Written>, Vec<String>)> {
    let manifest = package.part("META-INF/manifest.xml").unwrap_or_default().unwrap_or_default();
    if package.has("encrypted-package") || manifest.contains("encryption-data") {
        return Err(Error::unreadable(tr!("read-encrypted", name = name)).hint(tr!("read-encrypted-hint")));
    }
    let mut walker = Walker::default();
    for part in ["styles.xml", "content.xml"] {
        let Some(xml) = package.part(part)? else { continue };
        walker.walk(package.xml(&xml, part))?;
    }
    walker.finish(name)
}

/// Whether the text is a flat OpenDocument file.
pub fn claims(_extension: &str, text: &str) -> bool {
    let head: String = text.chars().take(4_000).collect();
    let space = |name: &str| head.contains(&format!("opendocument:xmlns:{name}:1.0"));
    head.starts_with('<') && space("office") && space("text")
}

pub fn read_flat(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    reading(written_flat(name, text, &options.limits)?)
}

pub(in crate::formats) fn written_flat(
    name: &str,
    text: &str,
    limits: &Limits,
) -> Result<(Vec<Written>, Vec<String>)> {
    let mut walker = Walker::default();
    walker.walk(Xml::new(text, name, name, *limits))?;
    walker.finish(name)
}

/// What was left out or decided, to be reported.
#[derive(Default, Clone, Copy)]
struct Counts {
    hidden_words: u32,
    changes: u32,
    comments: u32,
    pictures: u32,
    objects: u32,
    numbered: u32,
    margin_words: u32,
}

/// Elements on the way to the current node, as far as their end or their children matter.
enum Frame {
    Paragraph,
    /// Part of a paragraph, whose text it holds.
    Inline,
    Span,
    Style,
    ListStyle,
    List,
    ListItem,
    Section,
    /// A frame: whether it holds text or an object, for which a picture in it only stands.
    Box {
        stands_for: bool,
    },
    /// A story of its own that hangs on a paragraph.
    Shape,
    Cell,
    Note {
        end: bool,
    },
    NoteBody,
    /// A page's header or footer.
    Margin(Counts),
    Other,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: bool,
    /// The last character makes white space after it nothing.
    spaced: bool,
    had_hidden: bool,
    /// By a field, which hides what stands before it too.
    hidden: bool,
    hidden_style: bool,
    /// What the spans around the current place say of being hidden.
    spans: Vec<Option<bool>>,
    indented: bool,
    marks: Vec<NoteMark>,
    boxes: Vec<Written>,
}

/// The most spaces that one element stands for.
const SPACES: usize = 1_000;

#[derive(Default)]
struct Walker {
    paragraph_styles: Family,
    text_styles: Family,
    /// The style that is being read: whether it is a paragraph's, and its name.
    style: Option<(bool, String, Style)>,
    /// The levels of each list style that have numbers.
    lists: HashMap<String, u64>,
    list_style: Option<String>,
    /// The style of each open list, and whether a paragraph of its item was seen.
    open_lists: Vec<(Option<String>, bool)>,
    frames: Vec<Frame>,
    /// Depth inside an element that is left out.
    skipping: usize,
    paragraphs: Vec<Paragraph>,
    blocks: Vec<Written>,
    /// Text boxes, notes, headers that are open.
    stories: Vec<Vec<Written>>,
    notes: [Vec<Written>; 2],
    /// Whether each open note is an endnote, and which note it is.
    in_note: Vec<(bool, usize)>,
    /// Notes so far.
    noted: usize,
    hidden_sections: usize,
    found_text: bool,
    counts: Counts,
    /// Bytes of text, and paragraphs and styles, so far.
    read: (u64, usize),
}

impl Walker {
    fn walk(&mut self, mut nodes: Xml<'_>) -> Result<()> {
        while let Some(node) = nodes.next()? {
            nodes.check(self.read.0, self.read.1)?;
            match node {
                Node::Start(_) if self.skipping > 0 => self.skipping += 1,
                Node::Start(element) => match self.start(&element) {
                    Some(frame) => self.frames.push(frame),
                    None => self.skipping = 1,
                },
                Node::End if self.skipping > 0 => self.skipping -= 1,
                Node::End => {
                    if let Some(frame) = self.frames.pop() {
                        self.end(frame);
                    }
                }
                Node::Text(text) => {
                    if self.skipping == 0 && self.in_line() {
                        self.text(&text);
                    }
                }
            }
        }
        Ok(())
    }

    fn finish(self, name: &str) -> Result<(Vec<Written>, Vec<String>)> {
        if !self.found_text {
            return Err(Error::unreadable(tr!("read-odt-no-text", name = name)).hint(format!(
                "{}\n{}",
                tr!("read-word-processor-hint"),
                tr!("read-readable")
            )));
        }
        let mut blocks = self.blocks;
        let [footnotes, endnotes] = self.notes;
        blocks.extend(footnotes.into_iter().chain(endnotes));
        let counts = self.counts;
        let warnings = [
            (counts.hidden_words, "read-docx-hidden"),
            (counts.changes, "read-docx-changes"),
            (counts.comments, "read-docx-comments"),
            (counts.numbered, "read-docx-numbered"),
            (counts.pictures, "read-docx-pictures"),
            (counts.objects, "read-odt-objects"),
            (counts.margin_words, "read-docx-margins"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| tr!(key, count = count))
        .collect();
        Ok((blocks, warnings))
    }

    /// Whether text that comes now belongs to a paragraph.
    fn in_line(&self) -> bool {
        matches!(self.frames.last(), Some(Frame::Paragraph | Frame::Inline | Frame::Span))
    }

    /// The frame of an element; none to leave it out.
    fn start(&mut self, element: &Element) -> Option<Frame> {
        match element.ns {
            Ns::Text => self.start_text(element),
            Ns::Style => self.start_style(element),
            Ns::Office => match element.name.as_str() {
                "text" => {
                    self.found_text = true;
                    Some(Frame::Other)
                }
                "annotation" => {
                    self.counts.comments += 1;
                    None
                }
                "forms" | "event-listeners" | "binary-data" | "scripts" | "meta" | "settings" => None,
                _ => Some(Frame::Other),
            },
            Ns::Table => match element.name.as_str() {
                // What lies under a merged cell is not shown.
                "covered-table-cell" | "tracked-changes" | "title" | "desc" => None,
                "table-cell" => Some(Frame::Cell),
                _ => Some(Frame::Other),
            },
            Ns::Draw => Some(self.start_draw(element)),
            Ns::Extension if self.in_line() => Some(Frame::Inline),
            _ => Some(Frame::Other),
        }
    }

    fn start_draw(&mut self, element: &Element) -> Frame {
        let stands = |frames: &mut Vec<Frame>| {
            if let Some(Frame::Box { stands_for }) = frames.last_mut() {
                *stands_for = true;
            }
        };
        match element.name.as_str() {
            "frame" => Frame::Box { stands_for: false },
            "object" | "object-ole" | "plugin" | "applet" | "floating-frame" => {
                stands(&mut self.frames);
                self.counts.objects += 1;
                Frame::Other
            }
            "image" => {
                if !matches!(self.frames.last(), Some(Frame::Box { stands_for: true })) {
                    self.counts.pictures += 1;
                    stands(&mut self.frames);
                }
                Frame::Other
            }
            "text-box" | "custom-shape" | "rect" | "ellipse" | "circle" | "line" | "polyline" | "polygon"
            | "regular-polygon" | "path" | "connector" | "caption" | "measure" => {
                stands(&mut self.frames);
                self.stories.push(Vec::new());
                Frame::Shape
            }
            _ => Frame::Other,
        }
    }

    fn start_text(&mut self, element: &Element) -> Option<Frame> {
        let is_hidden = element.any("is-hidden") == Some("true");
        match element.name.as_str() {
            "p" | "h" => {
                self.start_paragraph(element);
                return Some(Frame::Paragraph);
            }
            "span" if self.in_line() => {
                let hidden = element.any("style-name").and_then(|style| self.text_styles.get(style).hidden);
                self.paragraphs.last_mut()?.spans.push(hidden);
                return Some(Frame::Span);
            }
            "s" => self.spaces(element.any("c").map_or(1, |count| count.parse().unwrap_or(SPACES))),
            "tab" => self.push("\t"),
            "line-break" => self.push("\u{2028}"),
            "tracked-changes" => return Some(Frame::Other),
            // Deletions are kept here; insertions and changed formats only point into the text.
            "changed-region" => {
                self.counts.changes += 1;
                return None;
            }
            "number" => {
                if self.in_line() {
                    self.counts.numbered += 1;
                }
                return None;
            }
            "note-citation" | "ruby-text" | "script" => return None,
            "note" if self.is_hidden() => return None,
            "note" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.spaced = false;
                    paragraph.marks.push(NoteMark { at: paragraph.text.len(), note: self.noted });
                }
                self.noted += 1;
                return Some(Frame::Note { end: element.any("note-class") == Some("endnote") });
            }
            "note-body" => {
                let end = matches!(self.frames.last(), Some(Frame::Note { end: true }));
                self.in_note.push((end, self.noted.saturating_sub(1)));
                self.stories.push(Vec::new());
                return Some(Frame::NoteBody);
            }
            "list" => {
                let style = element.any("style-name").filter(|style| style.len() <= NAME);
                let inherited = || self.open_lists.last().and_then(|(style, _)| style.clone());
                let style = style.map(str::to_owned).or_else(inherited);
                self.open_lists.push((style, true));
                return Some(Frame::List);
            }
            "list-item" => {
                if let Some((_, seen)) = self.open_lists.last_mut() {
                    *seen = false;
                }
                return Some(Frame::ListItem);
            }
            "list-style" => {
                self.list_style = Some(element.any("name").unwrap_or_default().chars().take(NAME).collect());
                return Some(Frame::ListStyle);
            }
            "list-level-style-number" => {
                let level = element.any("level").and_then(|level| level.parse::<u32>().ok()).unwrap_or(1);
                if let Some(style) = &self.list_style
                    && element.any("num-format").is_some_and(|format| !format.is_empty())
                {
                    *self.lists.entry(style.clone()).or_default() |= 1_u64.checked_shl(level).unwrap_or(0);
                    self.read.1 += 1;
                }
            }
            "section" if is_hidden || element.any("display") == Some("none") => {
                self.hidden_sections += 1;
                return Some(Frame::Section);
            }
            "hidden-paragraph" if is_hidden => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.hidden = true;
                }
                return None;
            }
            "hidden-text" if is_hidden => return None,
            // Directories say with this how they are made.
            name if name.ends_with("-source") || name.ends_with("-decls") => return None,
            _ if self.in_line() && element.any("display") == Some("none") => return None,
            _ => {}
        }
        Some(if self.in_line() { Frame::Inline } else { Frame::Other })
    }

    fn start_style(&mut self, element: &Element) -> Option<Frame> {
        match element.name.as_str() {
            "style" => {
                let paragraph = element.any("family") == Some("paragraph");
                let name = element.any("name").filter(|name| name.len() <= NAME)?;
                if !paragraph && element.any("family") != Some("text") {
                    return None;
                }
                let shown = element.any("display-name").unwrap_or_default();
                let style = Style {
                    parent: element.any("parent-style-name").filter(|n| n.len() <= NAME).map(str::to_owned),
                    says: Says {
                        hidden: None,
                        heading: paragraph && (names_heading(name) || names_heading(shown)),
                        quotation: (paragraph && (names_quotation(name) || names_quotation(shown)))
                            .then_some(true),
                    },
                };
                self.style = Some((paragraph, name.to_owned(), style));
                Some(Frame::Style)
            }
            "paragraph-properties" => {
                if let (Some((_, _, style)), Some(left)) = (&mut self.style, element.any("margin-left")) {
                    // The first line of an entry of a list of literature hangs out.
                    let hangs = element.any("text-indent").is_some_and(|by| by.starts_with('-'));
                    style.says.quotation = style.says.quotation.or(Some(!hangs && is_indented(left)));
                }
                None
            }
            "text-properties" => {
                if let Some((_, _, style)) = &mut self.style {
                    style.says.hidden = element.any("display").map(|display| display == "none");
                }
                None
            }
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => {
                self.stories.push(Vec::new());
                Some(Frame::Margin(self.counts))
            }
            _ => Some(Frame::Other),
        }
    }

    fn start_paragraph(&mut self, element: &Element) {
        let says =
            element.any("style-name").map(|style| self.paragraph_styles.get(style)).unwrap_or_default();
        let depth = self.open_lists.len() as u32;
        if let Some((style, seen @ false)) = self.open_lists.last_mut() {
            *seen = true;
            let levels = style.as_ref().and_then(|style| self.lists.get(style)).copied().unwrap_or(0);
            self.counts.numbered += u32::from(levels & 1_u64.checked_shl(depth).unwrap_or(0) != 0);
        }
        self.read.1 += 1;
        self.paragraphs.push(Paragraph {
            heading: element.name == "h" || says.heading,
            spaced: true,
            had_hidden: self.hidden_sections > 0,
            hidden_style: says.hidden == Some(true),
            indented: says.quotation == Some(true),
            ..Paragraph::default()
        });
    }

    fn end(&mut self, frame: Frame) {
        match frame {
            Frame::Paragraph => self.end_paragraph(),
            Frame::Span => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.spans.pop();
                }
            }
            Frame::Style => {
                if let Some((paragraph, name, style)) = self.style.take() {
                    let family = if paragraph { &mut self.paragraph_styles } else { &mut self.text_styles };
                    family.insert(name, style);
                    self.read.1 += 1;
                }
            }
            Frame::ListStyle => self.list_style = None,
            Frame::List => drop(self.open_lists.pop()),
            Frame::Section => self.hidden_sections -= 1,
            Frame::Shape => {
                let blocks = self.stories.pop().unwrap_or_default();
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.boxes.extend(blocks),
                    None => self.story().extend(blocks),
                }
            }
            Frame::NoteBody => {
                let blocks = self.stories.pop().unwrap_or_default();
                let [footnotes, endnotes] = &mut self.notes;
                let (end, note) = self.in_note.pop().unwrap_or_default();
                let blocks = blocks.into_iter().map(|written| written.in_note(note, end));
                if end { endnotes } else { footnotes }.extend(blocks);
            }
            Frame::Margin(counts) => {
                let blocks = self.stories.pop().unwrap_or_default();
                self.counts = counts;
                self.counts.margin_words +=
                    blocks.iter().map(|written| count_words(&written.block.text)).sum::<u32>();
            }
            Frame::Inline
            | Frame::ListItem
            | Frame::Cell
            | Frame::Box { .. }
            | Frame::Note { .. }
            | Frame::Other => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if paragraph.hidden {
            self.counts.hidden_words += count_words(&paragraph.text);
            (paragraph.text, paragraph.had_hidden) = (String::new(), true);
        }
        let kind = match (self.in_note.is_empty(), paragraph.heading) {
            (false, _) => Kind::Note,
            (true, true) => Kind::Heading,
            (true, false) => Kind::Speech,
        };
        let place = match paragraph.heading {
            _ if self.frames.iter().any(|frame| matches!(frame, Frame::Shape)) => ReportPlace::TextBox,
            _ if self.frames.iter().any(|frame| matches!(frame, Frame::Cell)) => ReportPlace::Table,
            true => ReportPlace::Heading,
            false => ReportPlace::Body,
        };
        let in_list = !self.open_lists.is_empty();
        let story = self.story();
        if !paragraph.text.is_empty() || !paragraph.had_hidden {
            let block = Block::of_kind(paragraph.text, kind);
            let indented = paragraph.indented && !in_list;
            story.push(Written { block, place, indented, marks: paragraph.marks, note: None });
        }
        story.extend(paragraph.boxes);
    }

    fn story(&mut self) -> &mut Vec<Written> {
        self.stories.last_mut().unwrap_or(&mut self.blocks)
    }

    /// Text of the XML, whose white space collapses.
    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' => {
                    if !std::mem::replace(&mut paragraph.spaced, true) {
                        shown.push(' ');
                    }
                }
                '\0' => {}
                c => {
                    paragraph.spaced = false;
                    shown.push(c);
                }
            }
        }
        self.add(&shown);
    }

    /// What an element stands for: it collapses with nothing.
    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.spaced = false;
            self.add(text);
        }
    }

    fn spaces(&mut self, count: usize) {
        self.push(&" ".repeat(count.min(SPACES)));
    }

    fn add(&mut self, text: &str) {
        let hidden = self.is_hidden();
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        self.read.0 += text.len() as u64;
        if hidden {
            paragraph.had_hidden = true;
            self.counts.hidden_words += count_words(text);
        } else {
            paragraph.text.push_str(text);
        }
    }

    fn is_hidden(&self) -> bool {
        let Some(paragraph) = self.paragraphs.last() else { return false };
        let span = paragraph.spans.iter().rev().find_map(|hidden| *hidden);
        self.hidden_sections > 0 || span.unwrap_or(paragraph.hidden_style)
    }
}
