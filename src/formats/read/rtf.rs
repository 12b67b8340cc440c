//! RTF, as f4, MAXQDA, Transana and word processors write it.
//!
//! What a reader of the printed page reads, in its order, as of a Word file: body, tables cell by cell, text boxes after
//! the paragraph that they hang on, foot- and endnotes after the text. Tracked changes count as accepted. Hidden text,
//! comments, pictures, page headers and footers and the numbers of automatic lists are left out and reported.
//!
//! A group inherits what the group around it set, and loses it at its end: the stack of [`Group`]s is the whole reader.
//! What a group is for (a font table, a note, a picture) is its [`Place`]. Bytes wait in `bytes` until the coding changes
//! or something that is no byte comes, since one character may be several of them.

mod charsets;
mod parts;
mod scan;

use std::collections::HashMap;

use charsets::Coding;
use encoding_rs::Encoding;
use parts::{Font, Group, NO_TEXT, Place, Story, StoryKind, named};
use scan::{Scan, Token};

use super::left_out::Counts;
use super::styles::names_heading;
use super::symbols::symbol;
use super::{Limits, ReadOptions, Reading};
use crate::error::{Choice, Error, Result};
use crate::model::draft::Advice;
use crate::text::ParagraphKind as Kind;
use crate::text::recognise::Block;
use crate::text::spans::count_words;
use crate::tr;

pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Reading> {
    let mut reader = Reader::new(name, bytes, options)?;
    let mut tokens = Scan::new(bytes);
    for token in tokens.by_ref() {
        reader.token(token)?;
        if !options.limits.hold(reader.read.0, reader.read.1) {
            return Err(super::too_long(name, &options.limits));
        }
        if reader.groups.is_empty() {
            break;
        }
    }
    let more = tokens.rest().iter().any(|byte| !byte.is_ascii_whitespace() && *byte != 0);
    reader.cut |= more || !reader.groups.is_empty();
    Ok(reader.finish())
}

struct Reader<'r> {
    name: &'r str,
    limits: Limits,
    groups: Vec<Group>,
    stories: Vec<Story>,
    footnotes: Vec<Block>,
    endnotes: Vec<Block>,
    fonts: HashMap<i32, Font>,
    /// Whether a style is a heading's.
    styles: HashMap<i32, bool>,
    style_name: String,
    default_font: i32,
    /// The file's code page, and whether the caller gave it.
    coding: Coding,
    given: bool,
    /// Whether bytes that are not escaped are UTF-8, which RTF does not allow and scripts write.
    raw_utf8: bool,
    bytes: Vec<u8>,
    bytes_coding: Coding,
    /// The first half of a character beyond the basic plane.
    high: Option<u16>,
    /// Characters that stand in for the `\u` before them and are still to come.
    to_skip: usize,
    undecodable: usize,
    unknown_page: Option<i32>,
    /// Whether the file ends early or goes on after its end.
    cut: bool,
    counts: Counts,
    /// Bytes of text, and paragraphs, so far.
    read: (u64, usize),
}

impl<'r> Reader<'r> {
    fn new(name: &'r str, bytes: &[u8], options: &ReadOptions) -> Result<Reader<'r>> {
        let given = match options.encoding.as_deref() {
            None => None,
            Some(label) => Some(Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
                Error::invalid(tr!("read-encoding-unknown", encoding = label))
                    .hint(tr!("read-encoding-unknown-hint"))
            })?),
        };
        Ok(Reader {
            name,
            limits: options.limits,
            groups: Vec::new(),
            stories: vec![Story::new(StoryKind::Body)],
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            fonts: HashMap::new(),
            styles: HashMap::new(),
            style_name: String::new(),
            default_font: 0,
            coding: given.map_or(charsets::LATIN, Coding::Page),
            given: given.is_some(),
            raw_utf8: !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok(),
            bytes: Vec::new(),
            bytes_coding: charsets::LATIN,
            high: None,
            to_skip: 0,
            undecodable: 0,
            unknown_page: None,
            cut: false,
            counts: Counts::default(),
            read: (0, 0),
        })
    }

    fn finish(mut self) -> Reading {
        self.flush();
        while self.stories.len() > 1 {
            self.end_story();
        }
        self.end_pending_line();
        let mut blocks = self.stories.pop().map(|story| story.blocks).unwrap_or_default();
        blocks.append(&mut self.footnotes);
        blocks.append(&mut self.endnotes);
        let mut warnings = Vec::new();
        if self.cut {
            warnings.push(tr!("read-rtf-cut"));
        }
        let advice = self.unknown_page.map(|page| Advice {
            text: tr!("read-rtf-code-page", page = page.to_string()),
            choice: Choice::Encoding,
        });
        if self.undecodable > 0 {
            warnings.push(tr!("read-rtf-undecodable", count = self.undecodable));
        }
        warnings.extend(self.counts.warnings());
        Reading { blocks, encoding: None, warnings, advice: advice.into_iter().collect() }
    }

    fn token(&mut self, token: Token<'_>) -> Result<()> {
        match token {
            Token::Open => {
                self.flush();
                self.to_skip = 0;
                if self.groups.len() >= self.limits.depth {
                    return Err(
                        Error::unreadable(tr!("read-bomb", name = self.name)).hint(tr!("read-bomb-hint"))
                    );
                }
                let group = match self.groups.last() {
                    Some(outer) => Group { ends_story: false, starred: false, ..outer.clone() },
                    None => Group::outermost(),
                };
                if group.place == Place::Styles {
                    self.style_name.clear();
                }
                self.groups.push(group);
            }
            Token::Close => {
                self.flush();
                self.to_skip = 0;
                if let Some(group) = self.groups.pop() {
                    self.close(&group);
                }
            }
            // The stand-in of a `\u` ends with the group, and a word that shapes the text is none.
            Token::Byte(_) | Token::Hex(_) | Token::Binary(true) if self.to_skip > 0 => self.to_skip -= 1,
            Token::Byte(byte) => self.byte(byte, self.raw_utf8 && byte >= 128),
            Token::Hex(byte) => self.byte(byte, false),
            Token::Symbol(byte) => self.symbol(byte),
            Token::Word(word, number) => self.word(word, number),
            Token::Binary(whole) => self.cut |= !whole,
        }
        Ok(())
    }

    /// The innermost group. Text outside of every group is none: there the file is over.
    fn group(&mut self) -> Option<&mut Group> {
        self.groups.last_mut()
    }
    fn place(&self) -> Place {
        self.groups.last().map_or(Place::Nowhere, |group| group.place)
    }
    fn story(&mut self) -> Option<&mut Story> {
        self.stories.last_mut()
    }

    fn close(&mut self, group: &Group) {
        if group.place == Place::Styles && self.styles.len() < self.limits.entries {
            let heading = match group.outline {
                Some(level) => level < 9,
                None => names_heading(self.style_name.trim_end_matches(';')),
            };
            self.styles.insert(group.style.unwrap_or(0), heading);
            self.style_name.clear();
        }
        if group.ends_story {
            self.end_story();
        }
    }

    fn font(&self) -> Option<&Font> {
        let font = self.groups.last().and_then(|group| group.font).unwrap_or(self.default_font);
        self.fonts.get(&font)
    }

    fn byte(&mut self, byte: u8, utf8: bool) {
        let here = match self.font().and_then(|font| font.coding) {
            _ if utf8 => charsets::UTF,
            Some(Coding::Symbols) => Coding::Symbols,
            Some(coding) if !self.given => coding,
            _ => self.coding,
        };
        // Plain ASCII between the bytes of one character belongs to it, or reads the same anyway.
        let neutral = byte < 128 && here != Coding::Symbols && self.bytes_coding != Coding::Symbols;
        let fits = here == self.bytes_coding || neutral && !self.bytes.is_empty();
        if !fits {
            self.flush();
            self.bytes_coding = here;
        }
        self.bytes.push(byte);
    }

    /// Decodes what waits.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let mut text = charsets::decode(self.bytes_coding, &bytes);
        if self.place() == Place::Text {
            self.undecodable += text.matches('\u{fffd}').count();
        }
        if self.bytes_coding == Coding::Symbols {
            let font = self.font().map(|font| font.name.as_str()).unwrap_or_default();
            let shown = text.chars().zip(&bytes).map(|(c, byte)| symbol(font, u32::from(*byte)).unwrap_or(c));
            text = shown.collect();
        }
        self.push(&text);
        // The buffer is used again.
        self.bytes = bytes;
        self.bytes.clear();
    }

    /// Text of whatever the group is for.
    fn push(&mut self, text: &str) {
        if self.high.take().is_some() {
            self.put("\u{fffd}");
        }
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        let Some(group) = self.groups.last() else { return };
        let (place, hidden, deleted, font) = (group.place, group.hidden, group.deleted, group.font);
        match place {
            Place::Fonts => {
                if let Some(font) = font.and_then(|font| self.fonts.get_mut(&font))
                    && font.name.len() < 40
                {
                    font.name.extend(text.chars().filter(|c| *c != ';').take(40));
                }
            }
            Place::Styles if self.style_name.len() < 80 => {
                self.style_name.extend(text.chars().take(80));
            }
            Place::Text if hidden => {
                if !deleted && let Some(story) = self.stories.last_mut() {
                    story.had_hidden = true;
                    self.counts.hidden_words += count_words(text);
                }
            }
            Place::Text if !deleted => {
                let Some(story) = self.stories.last_mut() else { return };
                let text = match std::mem::take(&mut story.after_number) {
                    true => text.strip_prefix([' ', '\t', '\u{a0}']).unwrap_or(text),
                    false => text,
                };
                if std::mem::take(&mut story.page_break) && !story.line.is_empty() {
                    story.line.push('\u{2028}');
                }
                // A newline would be a paragraph of its own that the file does not have.
                let line = text.chars().filter(|c| *c != '\0');
                let soft = |c| if matches!(c, '\n' | '\r' | '\u{b}') { '\u{2028}' } else { c };
                story.line.extend(line.map(soft));
                self.read.0 += text.len() as u64;
            }
            _ => {}
        }
    }

    /// One character that the file names or numbers.
    fn character(&mut self, character: char) {
        self.flush();
        self.push(character.encode_utf8(&mut [0; 4]));
    }

    fn symbol(&mut self, byte: u8) {
        match byte {
            b'*' => {
                if let Some(group) = self.group() {
                    group.starred = true;
                }
            }
            b'\r' | b'\n' => self.word("par", None),
            b'\\' | b'{' | b'}' | b'~' | b'-' | b'_' if self.to_skip > 0 => self.to_skip -= 1,
            b'\\' | b'{' | b'}' => self.byte(byte, false),
            b'~' => self.character('\u{a0}'),
            b'-' => self.character('\u{ad}'),
            b'_' => self.character('\u{2011}'),
            b'\t' => self.character('\t'),
            _ => {}
        }
    }

    /// `\uN`, a unit of UTF-16 with a sign, or a whole code point where a program did not know better.
    fn unicode(&mut self, number: i32) {
        self.flush();
        self.to_skip = self.groups.last().map_or(1, |group| group.stand_ins);
        let unit = if number < 0 { number.saturating_add(65_536) } else { number };
        let Ok(code) = u32::try_from(unit) else { return self.push("\u{fffd}") };
        let half = u16::try_from(code).ok();
        match (half, self.high.take()) {
            (Some(low @ 0xdc00..=0xdfff), Some(high)) => {
                let whole = char::decode_utf16([high, low]).next().and_then(std::result::Result::ok);
                self.put(whole.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]));
            }
            (Some(high @ 0xd800..=0xdbff), before) => {
                if before.is_some() {
                    self.put("\u{fffd}");
                }
                self.high = Some(high);
            }
            (_, before) => {
                if before.is_some() {
                    self.put("\u{fffd}");
                }
                let font = self.font().filter(|font| font.coding == Some(Coding::Symbols));
                let shown = font.and_then(|font| symbol(&font.name, code));
                let plain = || char::from_u32(code).unwrap_or('\u{fffd}');
                self.put(shown.unwrap_or_else(plain).encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if let Some(character) = named(word) {
            if self.to_skip > 0 {
                self.to_skip -= 1;
            } else {
                self.character(character);
            }
            return;
        }
        let place = self.place();
        if place == Place::Nowhere || place == Place::Twice && word != "ud" {
            return;
        }
        if word == "u" {
            return self.unicode(number.unwrap_or(0));
        }
        self.flush();
        let starred = self.group().is_some_and(|group| std::mem::take(&mut group.starred));
        if !self.purpose(word) && starred {
            self.set_place(Place::Nowhere);
        }
        let on = number != Some(0);
        let Some(group) = self.groups.last_mut() else { return };
        match word {
            "ansicpg" if !self.given => match charsets::code_page(number.unwrap_or(0)) {
                Some(coding) => self.coding = coding,
                None => self.unknown_page = number.filter(|page| *page > 0),
            },
            "mac" if !self.given => self.coding = charsets::MAC,
            "pc" if !self.given => self.coding = charsets::DOS_437,
            "pca" if !self.given => self.coding = charsets::DOS_850,
            "deff" => self.default_font = number.unwrap_or(0),
            "f" => {
                group.font = number;
                if place == Place::Fonts && self.fonts.len() < self.limits.entries {
                    self.fonts.entry(number.unwrap_or(0)).or_default();
                }
            }
            "fcharset" | "cpg" if place == Place::Fonts => {
                if let Some(font) = group.font.and_then(|font| self.fonts.get_mut(&font)) {
                    let number = number.unwrap_or(1);
                    font.coding = match word {
                        "cpg" => charsets::code_page(number).or(font.coding),
                        _ => charsets::charset(number),
                    };
                }
            }
            "uc" => group.stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "plain" => {
                (group.hidden, group.deleted, group.inserted) = (false, false, false);
                group.font = None;
            }
            "v" => group.hidden = on,
            "deleted" => {
                self.counts.changes += u32::from(on && !group.deleted && place == Place::Text);
                group.deleted = on;
            }
            "revised" => {
                self.counts.changes += u32::from(on && !group.inserted && place == Place::Text);
                group.inserted = on;
            }
            "pard" => (group.outline, group.style) = (None, None),
            "s" => group.style = number,
            "outlinelevel" => group.outline = number,
            _ if place == Place::Text => self.text_word(word),
            _ => {}
        }
    }

    /// What is no property but something in the text.
    fn text_word(&mut self, word: &str) {
        let (hidden, deleted) = self.groups.last().map_or((false, false), |g| (g.hidden, g.deleted));
        match word {
            "par" | "cell" | "nestcell" => {
                self.to_skip = 0;
                // A paragraph mark that was deleted joins the paragraph with the next one.
                if !(deleted && word == "par") {
                    self.end_line(hidden);
                }
            }
            "row" | "nestrow" | "sect" => {
                self.to_skip = 0;
                self.end_pending_line();
            }
            "line" => {
                self.to_skip = 0;
                self.push("\u{2028}");
            }
            "page" | "column" => {
                if let Some(story) = self.story() {
                    story.page_break = true;
                }
            }
            "chftn" => {
                if let Some(story) = self.story() {
                    story.after_number = matches!(story.kind, StoryKind::Footnote | StoryKind::Endnote);
                }
            }
            "ftnalt" => {
                if let Some(story) = self.story()
                    && story.kind == StoryKind::Footnote
                {
                    story.kind = StoryKind::Endnote;
                }
            }
            _ => {}
        }
    }

    fn set_place(&mut self, place: Place) {
        if let Some(group) = self.group() {
            group.place = place;
        }
    }

    /// What a group is for, if this word says it; whether it does.
    fn purpose(&mut self, word: &str) -> bool {
        let story = match word {
            "footnote" => Some(StoryKind::Footnote),
            "shptxt" | "dptxbxtext" => Some(StoryKind::TextBox),
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                Some(StoryKind::Margin)
            }
            _ => None,
        };
        if let Some(kind) = story {
            let Some(group) = self.groups.last_mut() else { return true };
            if group.place != Place::Text || group.hidden || group.deleted || group.ends_story {
                group.place = Place::Nowhere;
                return true;
            }
            group.ends_story = true;
            (group.outline, group.style) = (None, None);
            self.stories.push(Story::new(kind));
            return true;
        }
        let place = match word {
            "fonttbl" => Place::Fonts,
            "stylesheet" => Place::Styles,
            "upr" if self.place() == Place::Text => Place::Twice,
            "upr" => Place::Nowhere,
            "ud" | "shpinst" | "shppict" | "do" | "result" | "fldrslt" => {
                if word == "ud" && self.place() == Place::Twice {
                    self.set_place(Place::Text);
                }
                return true;
            }
            "annotation" => {
                self.counts.comments += 1;
                Place::Nowhere
            }
            "pict" | "NeXTGraphic" => {
                self.counts.pictures += 1;
                Place::Nowhere
            }
            "listtext" | "pntext" => {
                self.counts.numbered += 1;
                Place::Nowhere
            }
            _ if NO_TEXT.contains(&word) => Place::Nowhere,
            _ => return false,
        };
        self.set_place(place);
        true
    }

    /// The line becomes a paragraph.
    fn end_line(&mut self, hidden: bool) {
        self.high = None;
        let (outline, style) = self.groups.last().map_or((None, None), |g| (g.outline, g.style));
        let heading = match outline {
            Some(level) => level < 9,
            None => style.is_some_and(|style| self.styles.get(&style) == Some(&true)),
        };
        let Some(story) = self.stories.last_mut() else { return };
        let kind = match (story.kind, heading) {
            (StoryKind::Footnote | StoryKind::Endnote, _) => Kind::Note,
            (_, true) => Kind::Heading,
            (_, false) => Kind::Speech,
        };
        let text = std::mem::take(&mut story.line);
        let had_hidden = std::mem::take(&mut story.had_hidden) || hidden;
        story.page_break = false;
        if !text.is_empty() || !had_hidden {
            story.blocks.push(Block::of_kind(text, kind));
        }
        story.blocks.append(&mut story.boxes);
        self.read.1 += 1;
    }

    /// A paragraph without a mark of its own, such as the last of the file.
    fn end_pending_line(&mut self) {
        if self.story().is_some_and(|story| !story.line.is_empty() || !story.boxes.is_empty()) {
            self.end_line(true);
        }
    }

    fn end_story(&mut self) {
        self.end_pending_line();
        let Some(mut story) = self.stories.pop() else { return };
        match (story.kind, self.stories.last_mut()) {
            (StoryKind::Footnote, _) => self.footnotes.append(&mut story.blocks),
            (StoryKind::Endnote, _) => self.endnotes.append(&mut story.blocks),
            (StoryKind::Margin, _) => {
                self.counts.margin_words +=
                    story.blocks.iter().map(|block| count_words(&block.text)).sum::<u32>();
            }
            (_, Some(outer)) => outer.boxes.append(&mut story.blocks),
            (_, None) => {}
        }
    }
}
