//! HTML as a browser shows it: its lines of text, and what its elements say of them.
//!
//! White space is collapsed outside of `<pre>`, no-break spaces stay, `<br>` is a soft break (U+2028), what is hidden
//! or a script is left out. No tree is built, so that nothing can be nested too deeply: a block element ends the line
//! before it and the line in it. [`turns`] then decides which soft breaks stand between paragraphs.

mod elements;

use std::ops::Range;

use elements::{BLOCKS, UNSEEN, VOID};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::{Limits, ReadOptions};
use crate::error::Result;
use crate::text::openings;
use crate::text::paragraphs::{Kind, MarkKind};
use crate::text::recognise::Block;
use crate::text::spans::count_words;
use crate::text::speakers::Labels;
use crate::text::times;
use crate::tr;

/// What a browser would show, line by line.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    hidden_words: u32,
    pictures: u32,
}

/// The text of a block element, or what stands between two of them.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub heading: bool,
    /// Speakers and times that an element says it holds; bytes of the text.
    marks: Vec<Mark>,
    /// The names of its `<a>`.
    pub anchors: Vec<String>,
    /// It stands in a `<blockquote>`, in a table's cell.
    pub quoted: bool,
    pub in_table: bool,
    /// Links to places of the page: bytes of the text, and the place's name.
    pub links: Vec<(Range<usize>, String)>,
    /// The `id` of elements that it begins.
    pub ids: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    said: Said,
    /// Not `<cite>` and `<time>`, which in running text are a book and a time of day.
    sure: bool,
    bytes: Range<usize>,
}

/// What an element says that its text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Speaker,
    /// Milliseconds.
    Time(u32),
}

const BREAK: char = '\u{2028}';

const SPEAKER: [&str; 5] = ["speaker", "speaker-name", "speaker_name", "speakername", "speaker-label"];
const TIME: [&str; 5] = ["timestamp", "time-stamp", "time_stamp", "timecode", "time"];

/// A start tag with the attributes that matter.
#[derive(Default)]
struct Tag {
    name: String,
    attribute: String,
    anchor: Option<String>,
    /// The place of the page that an `<a>` leads to.
    to: Option<String>,
    id: Option<String>,
    class: String,
    stamp: Option<u32>,
    hidden: bool,
}

impl Tag {
    fn value(&mut self, value: &str) {
        match self.attribute.as_str() {
            "name" if self.name == "a" => self.anchor = Some(value.to_owned()),
            "href" if self.name == "a" => {
                self.to = value.strip_prefix('#').filter(|to| to.len() <= NAME).map(str::to_owned);
            }
            "id" if value.len() <= NAME => self.id = Some(value.to_owned()),
            "class" => self.class = value.chars().take(200).collect(),
            // A number of seconds; `1:00:21` in old files.
            "data-timestamp" => self.stamp = times::cue_time(value.trim()),
            // `ts.setFrom('1:00:21', this)`
            "onclick" if self.stamp.is_none() => {
                let mut quoted = value.split(['\'', '"']).take(20).filter(|piece| piece.contains(':'));
                self.stamp = quoted.find_map(times::cue_time);
            }
            "style" => {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).take(2_000).collect();
                let style = style.to_ascii_lowercase();
                self.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            _ => {}
        }
    }

    fn says(&self) -> Option<(Said, bool)> {
        let is = |words: &[&str]| {
            self.class.split_whitespace().any(|class| words.contains(&class.to_ascii_lowercase().as_str()))
        };
        let time = Said::Time(self.stamp.unwrap_or(UNSAID));
        match self.name.as_str() {
            _ if is(&SPEAKER) => Some((Said::Speaker, true)),
            _ if is(&TIME) => Some((time, true)),
            "cite" => Some((Said::Speaker, false)),
            "time" => Some((time, false)),
            _ => None,
        }
    }
}

/// Longer names of places are none that somebody made.
const NAME: usize = 200;

/// A time that only the element's text says.
const UNSAID: u32 = u32::MAX;

/// An element that says what its text is, until its end.
struct Open {
    name: String,
    depth: u32,
    said: Said,
    sure: bool,
    start: usize,
}

#[derive(Default)]
struct Walker {
    page: Page,
    line: Line,
    /// White space that is shown if text follows.
    space: bool,
    /// The line has a `<br>`, so it is shown even if it is empty.
    broken: bool,
    heading: bool,
    pre: u32,
    quotes: u32,
    cells: u32,
    /// The place that the open `<a>` leads to, and where its text began.
    link: Option<(String, usize)>,
    tag: Option<Tag>,
    /// What is left out until its end tag: the element, how many of its name are open, whether it is hidden.
    skip: Option<(String, u32, bool)>,
    open: Option<Open>,
    /// Bytes of text, and lines and what hangs on them.
    read: (u64, usize),
}

/// The lines of a page or of a piece of HTML.
pub fn page(name: &str, html: &str, limits: &Limits) -> Result<Page> {
    let mut walker = Walker::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        walker.event(event);
        // The only token: stop.
        (!limits.hold(walker.read.0, walker.read.1)).then_some(())
    });
    emitter.naively_switch_states(true);
    if Tokenizer::new_with_emitter(html, emitter).next().is_some() {
        return Err(super::too_long(name, limits));
    }
    walker.end_line();
    Ok(walker.page)
}

impl Page {
    pub fn warnings(&self) -> Vec<String> {
        [(self.hidden_words, "read-docx-hidden"), (self.pictures, "read-docx-pictures")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, key)| tr!(key, count = count))
            .collect()
    }
}

impl Walker {
    fn event(&mut self, event: CallbackEvent<'_>) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Tag { name: text(name), ..Tag::default() });
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(tag) = &mut self.tag {
                    tag.attribute = String::from_utf8_lossy(name.get(..20).unwrap_or(name)).into_owned();
                    tag.hidden |= tag.attribute == "hidden";
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(tag) = &mut self.tag {
                    tag.value(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(tag) = self.tag.take() {
                    self.start(tag, self_closing);
                }
            }
            CallbackEvent::EndTag { name } => self.end(&text(name)),
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
    }

    fn start(&mut self, mut tag: Tag, self_closing: bool) {
        let block = BLOCKS.contains(&tag.name.as_str());
        if let Some((name, depth, _)) = &mut self.skip {
            let over = match name.as_str() {
                // Their end tags may be left out.
                "rt" | "rp" => matches!(tag.name.as_str(), "rt" | "rp" | "rb"),
                "p" => block,
                _ => false,
            };
            if !over {
                *depth += u32::from(*name == tag.name);
                return;
            }
            self.skip = None;
        }
        if VOID.contains(&tag.name.as_str()) {
            match tag.name.as_str() {
                "br" => self.line_break(),
                "hr" => self.end_line(),
                "img" if !tag.hidden => self.page.pictures += 1,
                _ => {}
            }
            return;
        }
        if block {
            self.end_line();
        }
        if tag.hidden || UNSEEN.contains(&tag.name.as_str()) {
            if !(self_closing && tag.name == "svg") {
                self.skip = Some((tag.name, 1, tag.hidden));
            }
            return;
        }
        if let Some(id) = tag.id.take() {
            self.line.ids.push(id);
            self.read.1 += 1;
        }
        match tag.name.as_str() {
            "pre" => self.pre += 1,
            "blockquote" => self.quotes += 1,
            "td" | "th" => self.cells += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = true,
            "a" => {
                if let Some(anchor) = tag.anchor.take() {
                    self.line.anchors.push(anchor);
                    self.read.1 += 1;
                }
                if let Some(to) = tag.to.take() {
                    self.link = Some((to, self.line.text.len()));
                    self.read.1 += 1;
                }
            }
            _ => {}
        }
        match &mut self.open {
            Some(open) => open.depth += u32::from(open.name == tag.name),
            None => {
                if let Some((said, sure)) = tag.says() {
                    // `<cite>Mara</cite><time>0:03</time>` are two words, whatever a style sheet puts between them.
                    self.space |=
                        self.line.marks.last().is_some_and(|mark| mark.bytes.end == self.line.text.len());
                    self.open =
                        Some(Open { name: tag.name, depth: 1, said, sure, start: self.line.text.len() });
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((skipped, depth, _)) = &mut self.skip {
            *depth -= u32::from(skipped == name);
            if *depth == 0 || name == "ruby" && matches!(skipped.as_str(), "rt" | "rp") {
                self.skip = None;
            }
            return;
        }
        if let Some(open) = &mut self.open {
            open.depth -= u32::from(open.name == name);
            if open.depth == 0 {
                self.end_mark();
            }
        }
        match name {
            // Browsers take it for the other.
            "br" => self.line_break(),
            "pre" => self.pre = self.pre.saturating_sub(1),
            "a" => self.end_link(),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_line();
            match name {
                "blockquote" => self.quotes = self.quotes.saturating_sub(1),
                "td" | "th" => self.cells = self.cells.saturating_sub(1),
                _ => {}
            }
            if name.starts_with('h') {
                self.heading = false;
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, _, hidden)) = self.skip {
            self.page.hidden_words += if hidden { count_words(text) } else { 0 };
            return;
        }
        let before = self.line.text.len();
        for c in text.chars() {
            match c {
                '\n' | '\r' if self.pre > 0 => {
                    self.broken = true;
                    self.end_line();
                }
                ' ' | '\t' | '\n' | '\r' | '\u{c}' if self.pre == 0 => {
                    self.space |= !self.line.text.is_empty() && !self.line.text.ends_with(BREAK);
                }
                '\0' => {}
                c => {
                    if std::mem::take(&mut self.space) {
                        self.line.text.push(' ');
                    }
                    self.line.text.push(c);
                }
            }
        }
        self.read.0 += self.line.text.len().saturating_sub(before) as u64;
    }

    fn line_break(&mut self) {
        (self.space, self.broken) = (false, true);
        self.line.text.push(BREAK);
        self.read.0 += BREAK.len_utf8() as u64;
        self.read.1 += 1;
    }

    fn end_mark(&mut self) {
        let Some(open) = self.open.take() else { return };
        let inside = self.line.text.get(open.start..).unwrap_or("");
        let start = open.start + (inside.len() - inside.trim_start().len());
        let inside = inside.trim();
        let said = match open.said {
            Said::Speaker => openings::is_label(inside.trim_end_matches([':', ' '])).then_some(Said::Speaker),
            Said::Time(UNSAID) => {
                let bare = inside.trim_matches(['[', ']', '(', ')', '#']);
                times::cue_time(bare).filter(|_| bare.contains(':')).map(Said::Time)
            }
            time => (inside.len() < 40 && !inside.contains(BREAK)).then_some(time),
        };
        if let Some(said) = said.filter(|_| !inside.is_empty()) {
            self.line.marks.push(Mark { said, sure: open.sure, bytes: start..start + inside.len() });
            self.read.1 += 1;
        }
    }

    fn end_link(&mut self) {
        if let Some((to, start)) = self.link.take() {
            self.line.links.push((start..self.line.text.len(), to));
        }
    }

    fn end_line(&mut self) {
        self.end_mark();
        self.end_link();
        let mut line = std::mem::take(&mut self.line);
        let broken = std::mem::take(&mut self.broken);
        self.space = false;
        if line.text.is_empty() && !broken {
            // Anchors before the text that they name.
            self.line.anchors = line.anchors;
            self.line.ids = line.ids;
            return;
        }
        // The last break of a block shows nothing.
        line.text.truncate(line.text.trim_end_matches(BREAK).len());
        line.heading = self.heading;
        (line.quoted, line.in_table) = (self.quotes > 0, self.cells > 0);
        self.read.1 += 1;
        self.page.lines.push(line.without_start(BREAK));
    }
}

impl Line {
    fn without_start(mut self, c: char) -> Line {
        let cut = self.text.len() - self.text.trim_start_matches(c).len();
        if cut > 0 {
            self.text.drain(..cut);
            let links = self.links.iter_mut().map(|(bytes, _)| bytes);
            for bytes in self.marks.iter_mut().map(|mark| &mut mark.bytes).chain(links) {
                *bytes = bytes.start.saturating_sub(cut)..bytes.end.saturating_sub(cut);
            }
        }
        self
    }

    /// The lines between its breaks.
    fn parts(&self) -> Vec<Line> {
        let mut start = 0;
        let mut marks = self.marks.iter().peekable();
        let mut parts = Vec::new();
        for text in self.text.split(BREAK) {
            let end = start + text.len();
            let mut part = Line { text: text.to_owned(), heading: self.heading, ..Line::default() };
            while let Some(mark) = marks.next_if(|mark| mark.bytes.start < end) {
                let bytes = mark.bytes.start.saturating_sub(start)..mark.bytes.end.min(end) - start;
                part.marks.push(Mark { bytes, ..mark.clone() });
            }
            start = end + BREAK.len_utf8();
            parts.push(part);
        }
        parts
    }

    fn append(&mut self, part: Line) {
        self.text.push(BREAK);
        let at = self.text.len();
        self.text.push_str(&part.text);
        let moved = |mark: Mark| Mark { bytes: mark.bytes.start + at..mark.bytes.end + at, ..mark };
        self.marks.extend(part.marks.into_iter().map(moved));
    }

    /// What stands before `at` is white space or brackets.
    fn opens(&self, at: usize) -> bool {
        self.text.get(..at).is_some_and(|before| before.chars().all(is_frame))
    }

    /// Speaker and time, when the line holds nothing else.
    fn header(&self, bare: bool) -> Option<(Option<&str>, Option<u32>)> {
        let (mut speaker, mut time, mut at) = (None, None, 0);
        for Mark { said, bytes, .. } in &self.marks {
            self.text.get(at..bytes.start).filter(|between| between.chars().all(is_frame))?;
            at = bytes.end;
            match said {
                Said::Speaker => speaker = self.text.get(bytes.clone()).map(name_of),
                Said::Time(ms) => time = time.or(Some(*ms)),
            }
        }
        if self.marks.is_empty() {
            return bare.then(|| self.bare_header()).flatten().map(|(name, ms)| (Some(name), Some(ms)));
        }
        self.text.get(at..).is_some_and(|rest| rest.chars().all(is_frame)).then_some((speaker, time))
    }

    /// `Mara Lind 0:01`, where collapsing has left one space of two.
    fn bare_header(&self) -> Option<(&str, u32)> {
        let (name, stamp) = self.text.trim_end().rsplit_once([' ', '\u{a0}'])?;
        let found = times::bare_at(stamp, 0).filter(|found| found.bytes.end == stamp.len())?;
        openings::is_name(name).then_some((name.trim(), found.ms))
    }

    fn block(self, speaker: Option<String>, time: Option<u32>) -> Block {
        let kind = if self.heading { Kind::Heading } else { Kind::Speech };
        let mut block = Block { kind, speaker, time, ..Block::default() };
        let end = self.text.trim_end().len();
        let (mut opens, mut at) = (true, 0);
        for Mark { said, sure, bytes } in &self.marks {
            // Nothing but other marks stands before it.
            opens &= self.text.get(at..bytes.start).is_some_and(|between| between.chars().all(is_frame));
            at = bytes.end;
            match said {
                Said::Speaker => {
                    let name = self.text.get(bytes.clone()).unwrap_or("");
                    let after = self.text.get(bytes.end..).unwrap_or("");
                    if opens && (*sure || name.ends_with(':') || after.starts_with(':')) {
                        let colon = after.len() - after.trim_start_matches([':', ' ', '\u{a0}']).len();
                        block.speaker = Some(name_of(name).to_owned());
                        block.marks.push((MarkKind::Label, bytes.start..bytes.end + colon));
                    }
                }
                Said::Time(ms) => {
                    let starts = opens || self.after_label(bytes.start);
                    if starts {
                        block.time = block.time.or(Some(*ms));
                    } else if bytes.end == end {
                        block.end_time = Some(*ms);
                    }
                    if *sure || starts || bytes.end == end {
                        block.marks.push((MarkKind::Time, bytes.clone()));
                    }
                }
            }
        }
        block.text = self.text;
        block
    }

    /// Whether a label stands before it: `I: 0:03 text`.
    fn after_label(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("").trim();
        before.strip_suffix(':').is_some_and(openings::is_label)
    }
}

/// What may stand around a speaker or a time.
fn is_frame(c: char) -> bool {
    c.is_whitespace() || [':', '-', '–', '—', '·', '|', '[', ']', '(', ')', ',', '•'].contains(&c)
}

fn name_of(text: &str) -> &str {
    text.trim().trim_end_matches(':').trim_end()
}

/// The paragraphs of a page. A soft break ends one where a turn begins after it (with a time or a label), where an
/// empty line follows, or where the page is a single block of lines.
pub fn turns(lines: Vec<Line>, options: &ReadOptions) -> Vec<Block> {
    let filled = lines.iter().filter(|line| !line.text.trim().is_empty()).count();
    let parts: Vec<Vec<Line>> = lines.iter().map(Line::parts).collect();
    let texts = || parts.iter().flatten().map(|part| part.text.as_str());
    let labels = match options.recognise.labels {
        true => Labels::learn(texts(), options.recognise.speakers.as_deref()),
        false => Labels::default(),
    };
    let stamps: Vec<u32> = parts.iter().flatten().filter_map(|part| Some(part.bare_header()?.1)).collect();
    let asked = options.recognise.labels && options.recognise.times;
    let bare = asked && stamps.len() > 1 && stamps.is_sorted();
    let opens = |part: &Line| {
        let found = labels.opening(&part.text);
        part.marks.first().is_some_and(|mark| part.opens(mark.bytes.start))
            || found.label.is_some() && found.marked
            || found.times.first().is_some_and(|stamp| stamp.delimited)
            || part.header(bare).is_some()
    };
    let mut paragraphs: Vec<Line> = Vec::with_capacity(lines.len());
    for parts in parts {
        let mut begins = true;
        for part in parts {
            let empty = part.text.trim().is_empty();
            match paragraphs.last_mut() {
                Some(last) if !(begins || empty || filled == 1 || opens(&part)) => last.append(part),
                _ => paragraphs.push(part),
            }
            let header = paragraphs.last().is_some_and(|last| last.header(bare).is_some());
            begins = empty || header;
        }
    }
    let (mut speaker, mut time) = (None, None);
    let mut blocks = Vec::with_capacity(paragraphs.len());
    for line in paragraphs {
        if let Some((name, ms)) = line.header(bare).filter(|_| !line.heading) {
            let whole = 0..line.text.len();
            let marks = [name.map(|_| MarkKind::Label), ms.map(|_| MarkKind::Time)];
            let marks = marks.into_iter().flatten().map(|kind| (kind, whole.clone())).collect();
            (speaker, time) = (name.map(str::to_owned).or(speaker.take()), ms.or(time));
            blocks.push(Block { marks, ..Block::of_kind(line.text, Kind::Header) });
        } else if line.text.trim().is_empty() || line.heading {
            blocks.push(line.block(None, None));
        } else {
            blocks.push(line.block(speaker.take(), time.take()));
        }
    }
    blocks
}
