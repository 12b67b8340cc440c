//! Word files (docx, docm, dotx), transitional and strict.
//!
//! What a reader of the printed page reads, in its order: body, tables cell by cell, text boxes after the paragraph that
//! they hang on, foot- and endnotes after the text in the order of their references. Tracked changes count as accepted.
//! Hidden text, comments, pictures, headers and footers are left out and reported. Numbers of automatic lists are
//! not in the file's text and are not made up, since a quotation could not be found with them.

use std::collections::HashMap;

use super::Reading;
use super::left_out::Counts;
use super::ooxml::{Element, Node, Ns, Package};
use super::styles::Styles;
use super::symbols;
use super::written::Written;
use crate::error::{Error, Result};
use crate::model::report::{NoteMark, ReportPlace};
use crate::text::ParagraphKind as Kind;
use crate::text::recognise::Block;
use crate::text::spans::count_words;
use crate::tr;

pub fn read(name: &str, package: Package<'_>) -> Result<Reading> {
    let (paragraphs, warnings) = written(name, package)?;
    Ok(Reading { blocks: paragraphs.into_iter().map(Block::from).collect(), warnings, ..Reading::default() })
}

/// All paragraphs with where they stand, and what was left out.
pub(in crate::formats) fn written(
    name: &str,
    mut package: Package<'_>,
) -> Result<(Vec<Written>, Vec<String>)> {
    let main = package.main().to_owned();
    let relations = package.relations(&main)?;
    let part = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    let styles = match part("styles") {
        Some(part) => Styles::read(&mut package, &part)?,
        None => Styles::default(),
    };
    let mut walker = Walker::new(&styles, false);
    let Some(xml) = package.part(&main)? else {
        return Err(Error::unreadable(tr!("read-docx-no-main", name = name))
            .hint(tr!("read-docx-damaged-hint"))
            .place(main));
    };
    walker.walk(package.xml(&xml, &main))?;
    drop(xml);
    let references = std::mem::take(&mut walker.references);
    for kind in ["footnotes", "endnotes"] {
        let wanted: Vec<(usize, &String)> = references
            .iter()
            .enumerate()
            .filter(|(_, (of, _))| *of == kind)
            .map(|(note, (_, id))| (note, id))
            .collect();
        let Some(part) = part(kind).filter(|_| !wanted.is_empty()) else { continue };
        let Some(xml) = package.part(&part)? else { continue };
        let mut notes = Walker::new(&styles, true);
        notes.walk(package.xml(&xml, &part))?;
        for (note, id) in wanted {
            let at_end = kind == "endnotes";
            let paragraphs = notes.notes.remove(id).unwrap_or_default().into_iter();
            walker.blocks.extend(paragraphs.map(|paragraph| paragraph.in_note(note, at_end)));
        }
        walker.counts.add(&notes.counts);
    }
    for relation in relations.iter().filter(|r| matches!(r.kind.as_str(), "header" | "footer")) {
        // A damaged page header is no reason to refuse the interview.
        if let Ok(Some(xml)) = package.part(&relation.target) {
            let mut margin = Walker::new(&styles, false);
            if margin.walk(package.xml(&xml, &relation.target)).is_ok() {
                walker.counts.margin_words +=
                    margin.blocks.iter().map(|written| count_words(&written.block.text)).sum::<u32>();
            }
        }
    }
    Ok((walker.blocks, walker.counts.warnings()))
}

/// So many twips from the left set a paragraph off, half a centimetre.
const INDENTED: i32 = 280;

/// Elements on the way to the current node, as far as their end or their children matter.
enum Frame {
    Paragraph,
    ParagraphProperties,
    /// Properties of the paragraph's mark.
    MarkProperties,
    NumberProperties,
    Run,
    RunProperties,
    Text,
    TextBox,
    Cell,
    Note(String),
    /// `mc:AlternateContent`; whether a choice was taken.
    Alternate(bool),
    Other,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    outline: Option<u32>,
    numbered: Option<bool>,
    /// The mark is deleted: the next paragraph goes on in this one.
    joins: bool,
    had_hidden: bool,
    /// A page or column break that becomes a soft break if text follows.
    page_break: bool,
    /// The number of the note was just left out; so is the space after it.
    after_number: bool,
    /// Set off from both sides or by its style.
    indented: bool,
    /// The marks of notes: byte of the text, which of the references.
    marks: Vec<NoteMark>,
    boxes: Vec<Written>,
}

#[derive(Default)]
struct Run {
    hidden: Option<bool>,
    style: Option<String>,
}

struct Walker<'s> {
    styles: &'s Styles,
    in_notes: bool,
    frames: Vec<Frame>,
    /// Depth inside an element that is left out.
    skipping: usize,
    paragraphs: Vec<Paragraph>,
    runs: Vec<Run>,
    /// Open fields of the paragraph; whether the result has begun.
    fields: Vec<bool>,
    /// How many of them have not begun their result.
    codes: usize,
    /// A paragraph with a deleted mark that waits for the next one, per story.
    carry: Vec<Option<Paragraph>>,
    stories: Vec<Vec<Written>>,
    blocks: Vec<Written>,
    notes: HashMap<String, Vec<Written>>,
    /// (part kind, id) in order of reference.
    references: Vec<(&'static str, String)>,
    counts: Counts,
    /// Bytes of text, and paragraphs and what hangs on them, so far.
    read: (u64, usize),
}

/// Text without newlines, which in XML are spaces, and without NUL, which it must not hold.
fn line(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }).collect()
}

impl<'s> Walker<'s> {
    fn new(styles: &'s Styles, in_notes: bool) -> Self {
        Walker {
            styles,
            in_notes,
            frames: Vec::new(),
            skipping: 0,
            paragraphs: Vec::new(),
            runs: Vec::new(),
            fields: Vec::new(),
            codes: 0,
            carry: vec![None],
            stories: vec![Vec::new()],
            blocks: Vec::new(),
            notes: HashMap::new(),
            references: Vec::new(),
            counts: Counts::default(),
            read: (0, 0),
        }
    }

    fn walk(&mut self, mut nodes: super::ooxml::Xml<'_>) -> Result<()> {
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
                    if self.skipping == 0 && matches!(self.frames.last(), Some(Frame::Text)) {
                        self.push(&line(&text));
                    }
                }
            }
        }
        self.flush();
        self.blocks = self.stories.pop().unwrap_or_default();
        Ok(())
    }

    /// The frame of an element; none to leave it out.
    fn start(&mut self, element: &Element) -> Option<Frame> {
        match element.ns {
            Ns::Word => self.start_word(element),
            Ns::Compatibility => match (element.name.as_str(), self.frames.last_mut()) {
                ("AlternateContent", _) => Some(Frame::Alternate(false)),
                ("Choice" | "Fallback", Some(Frame::Alternate(taken))) => {
                    (!std::mem::replace(taken, true)).then_some(Frame::Other)
                }
                _ => Some(Frame::Other),
            },
            Ns::Math if element.name == "t" => Some(Frame::Text),
            Ns::Picture if element.name == "pic" => self.picture(),
            Ns::Vml if element.name == "imagedata" => self.picture(),
            _ => Some(Frame::Other),
        }
    }

    fn picture(&mut self) -> Option<Frame> {
        self.counts.pictures += 1;
        Some(Frame::Other)
    }

    fn start_word(&mut self, element: &Element) -> Option<Frame> {
        match self.frames.last() {
            Some(Frame::ParagraphProperties) => return self.paragraph_property(element),
            Some(Frame::MarkProperties) => return self.mark_property(element),
            Some(Frame::RunProperties) => return self.run_property(element),
            Some(Frame::NumberProperties) => {
                if element.name == "numId"
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    paragraph.numbered = Some(element.any("val") != Some("0"));
                }
                return None;
            }
            _ => {}
        }
        match element.name.as_str() {
            "p" => {
                self.paragraphs.push(Paragraph::default());
                self.read.1 += 1;
                return Some(Frame::Paragraph);
            }
            "pPr" => return Some(Frame::ParagraphProperties),
            "r" => {
                self.runs.push(Run::default());
                return Some(Frame::Run);
            }
            "rPr" => return matches!(self.frames.last(), Some(Frame::Run)).then_some(Frame::RunProperties),
            "t" => return Some(Frame::Text),
            "tc" => return Some(Frame::Cell),
            "txbxContent" => {
                self.open_story();
                return Some(Frame::TextBox);
            }
            "footnote" | "endnote" => {
                // Separators are drawn lines, not notes.
                let drawn = element.any("type").is_some_and(|kind| kind != "normal");
                let id = element.any("id").filter(|_| self.in_notes && !drawn)?;
                self.open_story();
                return Some(Frame::Note(id.to_owned()));
            }
            "del" | "moveFrom" => {
                self.counts.changes += 1;
                return None;
            }
            "ins" | "moveTo" => self.counts.changes += 1,
            "delText" | "instrText" | "delInstrText" | "sdtPr" | "sdtEndPr" | "rt" | "rubyPr" | "tblPr"
            | "tblPrEx" | "tblGrid" | "trPr" | "tcPr" | "sectPr" | "customXmlPr" | "smartTagPr" => {
                return None;
            }
            "tab" | "ptab" => self.push("\t"),
            "cr" => self.push("\u{2028}"),
            "br" => match element.any("type") {
                Some("page" | "column") => {
                    if let Some(paragraph) = self.paragraphs.last_mut() {
                        paragraph.page_break = true;
                    }
                }
                _ => self.push("\u{2028}"),
            },
            "noBreakHyphen" => self.push("\u{2011}"),
            "softHyphen" => self.push("\u{ad}"),
            "sym" => self.symbol(element),
            "fldChar" => match element.any("fldCharType") {
                Some("begin") => {
                    self.fields.push(false);
                    self.read.1 += 1;
                    self.codes += 1;
                }
                Some("separate") => {
                    if let Some(result) = self.fields.last_mut() {
                        self.codes -= usize::from(!std::mem::replace(result, true));
                    }
                }
                _ => self.codes -= usize::from(self.fields.pop() == Some(false)),
            },
            "footnoteReference" => self.reference("footnotes", element),
            "endnoteReference" => self.reference("endnotes", element),
            "footnoteRef" | "endnoteRef" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.after_number = true;
                }
            }
            "commentReference" => self.counts.comments += 1,
            "altChunk" | "subDoc" => self.counts.embedded += 1,
            _ => {}
        }
        Some(Frame::Other)
    }

    fn paragraph_property(&mut self, element: &Element) -> Option<Frame> {
        let paragraph = self.paragraphs.last_mut()?;
        let value = element.any("val");
        match element.name.as_str() {
            "pStyle" => paragraph.style = value.map(str::to_owned),
            "ind" => {
                let side = element.any("left").or_else(|| element.any("start"));
                let twips = side.and_then(|side| side.parse::<i32>().ok()).unwrap_or(0);
                let hangs = element.any("hanging").is_some_and(|by| by != "0");
                paragraph.indented = twips >= INDENTED && !hangs;
            }
            "outlineLvl" => paragraph.outline = value.and_then(|level| level.parse().ok()),
            "numPr" => return Some(Frame::NumberProperties),
            "rPr" => return Some(Frame::MarkProperties),
            _ => {}
        }
        None
    }

    fn mark_property(&mut self, element: &Element) -> Option<Frame> {
        let paragraph = self.paragraphs.last_mut()?;
        match element.name.as_str() {
            "del" | "moveFrom" => {
                paragraph.joins = true;
                self.counts.changes += 1;
            }
            "vanish" if element.is_on() => paragraph.had_hidden = true,
            _ => {}
        }
        None
    }

    fn run_property(&mut self, element: &Element) -> Option<Frame> {
        let run = self.runs.last_mut()?;
        match element.name.as_str() {
            "vanish" => run.hidden = Some(element.is_on()),
            "rStyle" => run.style = element.any("val").map(str::to_owned),
            _ => {}
        }
        None
    }

    fn end(&mut self, frame: Frame) {
        match frame {
            Frame::Run => drop(self.runs.pop()),
            Frame::Paragraph => self.end_paragraph(),
            Frame::Cell => self.flush(),
            Frame::TextBox => {
                let blocks = self.close_story();
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.boxes.extend(blocks),
                    None => self.story().extend(blocks),
                }
            }
            Frame::Note(id) => {
                let blocks = self.close_story();
                self.notes.insert(id, blocks);
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        // A field code that never ends would swallow the rest of the interview.
        self.fields.clear();
        self.codes = 0;
        if let Some(mut before) = self.carry.last_mut().and_then(Option::take) {
            let moved = before.text.len();
            before.marks.extend(paragraph.marks.iter().map(|mark| NoteMark { at: mark.at + moved, ..*mark }));
            paragraph.marks = before.marks;
            before.text.push_str(&paragraph.text);
            before.boxes.append(&mut paragraph.boxes);
            paragraph.had_hidden |= before.had_hidden;
            (paragraph.text, paragraph.boxes) = (before.text, before.boxes);
        }
        match self.carry.last_mut() {
            Some(carry) if paragraph.joins => *carry = Some(paragraph),
            _ => self.emit(paragraph),
        }
    }

    fn emit(&mut self, paragraph: Paragraph) {
        let Paragraph { text, style, outline, numbered, had_hidden, boxes, indented, marks, .. } = paragraph;
        let style = style.as_deref();
        let heading = match outline {
            Some(level) => level < 9,
            None => style.is_some_and(|style| self.styles.is_heading(style)),
        };
        let filled = !text.trim().is_empty();
        let numbered = numbered.unwrap_or_else(|| style.is_some_and(|style| self.styles.is_numbered(style)));
        if filled && numbered {
            self.counts.numbered += 1;
        }
        let place = match heading {
            _ if self.frames.iter().any(|frame| matches!(frame, Frame::TextBox)) => ReportPlace::TextBox,
            _ if self.frames.iter().any(|frame| matches!(frame, Frame::Cell)) => ReportPlace::Table,
            true => ReportPlace::Heading,
            false => ReportPlace::Body,
        };
        let quoted = style.is_some_and(|style| self.styles.is_quotation(style));
        let kind = match (self.in_notes, heading) {
            (true, _) => Kind::Note,
            (false, true) => Kind::Heading,
            (false, false) => Kind::Speech,
        };
        let story = self.story();
        if !text.is_empty() || !had_hidden {
            let block = Block::of_kind(text, kind);
            let indented = quoted || indented && !numbered;
            story.push(Written { block, place, indented, marks, note: None });
        }
        story.extend(boxes);
    }

    fn flush(&mut self) {
        if let Some(paragraph) = self.carry.last_mut().and_then(Option::take)
            && !paragraph.text.is_empty()
        {
            self.emit(paragraph);
        }
    }

    fn open_story(&mut self) {
        self.stories.push(Vec::new());
        self.carry.push(None);
    }
    fn close_story(&mut self) -> Vec<Written> {
        self.flush();
        self.carry.pop();
        self.stories.pop().unwrap_or_default()
    }
    fn story(&mut self) -> &mut Vec<Written> {
        self.stories.last_mut().unwrap_or(&mut self.blocks)
    }

    /// Text of the page: not hidden, not a field's code.
    fn push(&mut self, text: &str) {
        if self.codes > 0 {
            return;
        }
        let hidden = self.is_hidden();
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if hidden {
            paragraph.had_hidden = true;
            self.counts.hidden_words += count_words(text);
            return;
        }
        let text = match std::mem::take(&mut paragraph.after_number) {
            true => text.strip_prefix([' ', '\t', '\u{a0}']).unwrap_or(text),
            false => text,
        };
        if std::mem::take(&mut paragraph.page_break) && !paragraph.text.is_empty() {
            paragraph.text.push('\u{2028}');
        }
        paragraph.text.push_str(text);
        self.read.0 += text.len() as u64;
    }

    fn is_hidden(&self) -> bool {
        let run = self.runs.last();
        let by_style = |style: &Option<String>| style.as_deref().and_then(|id| self.styles.is_hidden(id));
        run.and_then(|run| run.hidden)
            .or_else(|| run.and_then(|run| by_style(&run.style)))
            .or_else(|| self.paragraphs.last().and_then(|paragraph| by_style(&paragraph.style)))
            .unwrap_or(false)
    }

    fn reference(&mut self, kind: &'static str, element: &Element) {
        if let Some(id) = element.any("id").filter(|_| !self.is_hidden()) {
            if let Some(paragraph) = self.paragraphs.last_mut() {
                paragraph.marks.push(NoteMark { at: paragraph.text.len(), note: self.references.len() });
            }
            self.references.push((kind, id.to_owned()));
            self.read.1 += 1;
        }
    }

    /// `w:sym`: a character of a symbol font.
    fn symbol(&mut self, element: &Element) {
        let Some(code) = element.any("char").and_then(|hex| u32::from_str_radix(hex, 16).ok()) else {
            return;
        };
        let font = element.any("font").unwrap_or("");
        // A newline would be a paragraph of its own that the file does not have.
        let symbol = symbols::symbol(font, code)
            .or_else(|| char::from_u32(code).filter(|c| !c.is_control()))
            .unwrap_or('\u{fffd}');
        self.push(symbol.encode_utf8(&mut [0; 4]));
    }
}
