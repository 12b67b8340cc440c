//! Templates of written texts: Markdown with slots.
//!
//! Read are headings (`#` to `######`), items (`- `, `* `, `+ `), paragraphs between blank lines, `**strong**` and
//! `*emphasis*`. A slot is `{{name}}` or `{{name option=value}}`. `{{#name}}` … `{{/name}}`, each on a line of its own, is
//! a block: it is repeated or left out. `{{! … }}` is a remark. What the names mean is not known here.

use crate::error::{Error, Result};
use crate::tr;

/// A template as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    pub nodes: Vec<Node>,
}

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    /// The name, and what follows it: `{{#if summary}}` is `if` with `summary`.
    Block {
        slot: Slot,
        nodes: Vec<Node>,
    },
}

/// A heading, an item or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub shape: Shape,
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// With the number of its marks.
    Heading(u8),
    Item,
    Text,
}

/// Words or a slot, with how they are set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub what: What,
    pub strong: bool,
    pub emphasis: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Words(String),
    Slot(Slot),
}

/// A slot with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub line: u32,
    pub name: String,
    /// What follows the name without `=`.
    pub argument: String,
    pub options: Vec<(String, String)>,
}

impl Slot {
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    /// As it is written, for messages.
    pub fn written(&self) -> String {
        format!("{{{{{}}}}}", self.name)
    }
    /// The same of a block's first line.
    pub fn opening(&self) -> String {
        format!("{{{{#{}}}}}", self.name)
    }
    fn closing(&self) -> String {
        format!("{{{{/{}}}}}", self.name)
    }
    /// An error about it, with its line.
    pub fn error(&self, message: String, hint: String) -> Error {
        at_line(self.line, message).hint(hint)
    }
}

/// An error that names the line of the template.
fn at_line(line: u32, message: String) -> Error {
    Error::invalid(tr!("template-at-line", line = line, message = message)).place(format!("line {line}"))
}

impl Element {
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.pieces.iter().filter_map(|piece| match &piece.what {
            What::Slot(slot) => Some(slot),
            What::Words(_) => None,
        })
    }
    /// The slot, where it is all there is.
    pub fn alone(&self) -> Option<&Slot> {
        let mut filled = self.pieces.iter().filter(|piece| match &piece.what {
            What::Words(words) => !words.trim().is_empty(),
            What::Slot(_) => true,
        });
        match (filled.next().map(|piece| &piece.what), filled.next(), self.shape) {
            (Some(What::Slot(slot)), None, Shape::Text) => Some(slot),
            _ => None,
        }
    }
}

/// Reads a template.
pub fn read(text: &str) -> Result<Template> {
    let mut reader = Reader { open: vec![(None, Vec::new())], paragraph: None };
    let text = without_remarks(text)?;
    for (number, line) in (1u32..).zip(text.lines()) {
        reader.line(number, line)?;
    }
    reader.end();
    match reader.open.pop() {
        Some((Some(slot), _)) => Err(slot.error(
            tr!("template-not-closed", slot = slot.opening()),
            tr!("template-not-closed-hint", slot = slot.closing()),
        )),
        Some((None, nodes)) => Ok(Template { nodes }),
        None => Ok(Template::default()),
    }
}

/// The text with remarks gone and its lines where they were.
fn without_remarks(text: &str) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("{{!") {
        out.push_str(before);
        let Some((remark, after)) = inside.split_once("}}") else {
            let line = 1 + out.matches('\n').count() as u32;
            return Err(at_line(line, tr!("template-slot-open", text = "{{!")));
        };
        out.extend(remark.matches('\n'));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

struct Reader {
    /// Blocks that are open, the outermost (of no slot) first.
    open: Vec<(Option<Slot>, Vec<Node>)>,
    /// A paragraph or item that may go on.
    paragraph: Option<(Shape, Vec<(u32, String)>)>,
}

impl Reader {
    fn line(&mut self, number: u32, line: &str) -> Result<()> {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            self.end();
            return Ok(());
        }
        let braced = trimmed.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
        if let Some(inside) = braced.filter(|inside| !inside.contains("{{")) {
            if let Some(name) = inside.strip_prefix('#') {
                self.end();
                self.open.push((Some(slot(number, name)?), Vec::new()));
                return Ok(());
            }
            if let Some(name) = inside.strip_prefix('/') {
                self.end();
                return self.close(&slot(number, name)?);
            }
        }
        let words = trimmed.trim_start_matches('#');
        let marks = trimmed.len() - words.len();
        if (1..=6).contains(&marks) && words.starts_with(' ') {
            self.end();
            let pieces = pieces(&[(number, words.trim().to_owned())])?;
            self.push(Node::Element(Element { shape: Shape::Heading(marks as u8), pieces }));
            return Ok(());
        }
        let item = ["- ", "* ", "+ "].iter().find_map(|mark| trimmed.strip_prefix(mark));
        match (item, &mut self.paragraph) {
            (Some(words), _) => {
                self.end();
                self.paragraph = Some((Shape::Item, vec![(number, words.to_owned())]));
            }
            (None, Some((_, lines))) => lines.push((number, trimmed.to_owned())),
            (None, None) => self.paragraph = Some((Shape::Text, vec![(number, trimmed.to_owned())])),
        }
        // What is wrong with a slot is told for the line that it is on.
        pieces(&[(number, trimmed.to_owned())]).map(drop)
    }

    fn close(&mut self, closing: &Slot) -> Result<()> {
        match self.open.pop() {
            Some((Some(slot), nodes)) if slot.name == closing.name => {
                self.push(Node::Block { slot, nodes });
                Ok(())
            }
            Some((Some(slot), _)) => Err(closing.error(
                tr!(
                    "template-closes-other",
                    slot = closing.closing(),
                    open = slot.opening(),
                    line = slot.line
                ),
                tr!("template-not-closed-hint", slot = slot.closing()),
            )),
            _ => Err(closing.error(
                tr!("template-closes-nothing", slot = closing.closing()),
                tr!("template-closes-nothing-hint", slot = closing.opening()),
            )),
        }
    }

    fn end(&mut self) {
        // Its lines have been looked at one by one.
        if let Some((shape, lines)) = self.paragraph.take()
            && let Ok(pieces) = pieces(&lines)
        {
            self.push(Node::Element(Element { shape, pieces }));
        }
    }

    fn push(&mut self, node: Node) {
        if let Some((_, nodes)) = self.open.last_mut() {
            nodes.push(node);
        }
    }
}

/// What stands between the braces.
fn slot(line: u32, inside: &str) -> Result<Slot> {
    let mut words = inside.split_whitespace();
    let name = words.next().unwrap_or_default().to_owned();
    let proper = |c: char| c.is_ascii_lowercase() || c == '-';
    if name.is_empty() || !name.chars().all(proper) {
        let written = format!("{{{{{inside}}}}}");
        return Err(at_line(line, tr!("template-no-slot-name", text = written))
            .hint(tr!("template-no-slot-name-hint")));
    }
    let mut slot = Slot { line, name, argument: String::new(), options: Vec::new() };
    for word in words {
        match word.split_once('=') {
            Some((option, value)) => {
                slot.options.push((option.to_owned(), value.trim_matches(['"', '\'']).to_owned()));
            }
            None => {
                if !slot.argument.is_empty() {
                    slot.argument.push(' ');
                }
                slot.argument.push_str(word);
            }
        }
    }
    Ok(slot)
}

/// Words being gathered, and how they are set.
#[derive(Default)]
struct Setting {
    out: Vec<Piece>,
    words: String,
    strong: bool,
    emphasis: bool,
}

impl Setting {
    fn flush(&mut self) {
        if !self.words.is_empty() {
            let what = What::Words(std::mem::take(&mut self.words));
            self.put(what);
        }
    }
    fn put(&mut self, what: What) {
        self.out.push(Piece { what, strong: self.strong, emphasis: self.emphasis });
    }
}

/// Words and slots of some lines, which are joined as one paragraph.
fn pieces(lines: &[(u32, String)]) -> Result<Vec<Piece>> {
    let mut set = Setting::default();
    for (nth, (number, line)) in lines.iter().enumerate() {
        if nth > 0 {
            set.words.push(' ');
        }
        let mut rest = line.as_str();
        while let Some(c) = rest.chars().next() {
            rest = if let Some(after) = rest.strip_prefix("{{") {
                let Some((inside, behind)) = after.split_once("}}") else {
                    return Err(at_line(*number, tr!("template-slot-open", text = rest)));
                };
                if inside.starts_with(['#', '/']) {
                    let written = format!("{{{{{inside}}}}}");
                    return Err(at_line(*number, tr!("template-block-alone", slot = written)));
                }
                set.flush();
                set.put(What::Slot(slot(*number, inside)?));
                behind
            } else if let Some(after) =
                rest.strip_prefix("**").filter(|after| set.strong || after.contains("**"))
            {
                set.flush();
                set.strong = !set.strong;
                after
            } else if let Some(after) = rest
                .strip_prefix('*')
                .filter(|after| set.emphasis || after.contains('*') && !after.starts_with(' '))
            {
                set.flush();
                set.emphasis = !set.emphasis;
                after
            } else {
                // A mark behind a backslash is a mark.
                let escaped = rest
                    .strip_prefix('\\')
                    .filter(|after| after.starts_with(|c: char| c.is_ascii_punctuation()));
                let (c, from) = match escaped.and_then(|after| after.chars().next().map(|c| (c, after))) {
                    Some(found) => found,
                    None => (c, rest),
                };
                set.words.push(c);
                from.get(c.len_utf8()..).unwrap_or_default()
            };
        }
    }
    set.flush();
    Ok(set.out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_with_slots_and_blocks() {
        let text = "{{! a remark\nover lines }}\n# {{title}}\n\nSome *words* and\n**{{count with=subcodes}}**.\n\
                    {{#codes}}\n## {{code}}\n- one\n- two \\* \n{{#if summary}}\n{{summary}}\n{{/if}}\n{{/codes}}\n";
        let template = read(text).unwrap();
        let [Node::Element(title), Node::Element(words), Node::Block { slot, nodes }] = &template.nodes[..]
        else {
            panic!("{template:#?}");
        };
        assert_eq!((title.shape, title.slots().next().unwrap().line), (Shape::Heading(1), 3));
        let said: Vec<String> = words
            .pieces
            .iter()
            .map(|piece| match &piece.what {
                What::Words(words) => {
                    format!("{words}|{}{}", u8::from(piece.strong), u8::from(piece.emphasis))
                }
                What::Slot(slot) => format!("<{}>{}|{}", slot.name, slot.option("with").unwrap(), slot.line),
            })
            .collect();
        assert_eq!(said, ["Some |00", "words|01", " and |00", "<count>subcodes|6", ".|00"]);
        assert_eq!((slot.name.as_str(), slot.line, nodes.len()), ("codes", 7, 4));
        assert!(matches!(&nodes[2], Node::Element(one) if one.pieces[0].what == What::Words("two *".into())));
        let Node::Block { slot, nodes } = &nodes[3] else { panic!("{nodes:#?}") };
        assert_eq!((slot.name.as_str(), slot.argument.as_str()), ("if", "summary"));
        assert!(matches!(&nodes[0], Node::Element(one) if one.alone().is_some()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, line, words) in [
            ("a\n\n{{codes", 3, "{{codes"),
            ("a\n{{#codes}}\nb\n", 2, "{{#codes}}"),
            ("{{#codes}}\n{{/subcodes}}\n", 2, "{{/subcodes}}"),
            ("\n{{/codes}}\n", 2, "{{/codes}}"),
            ("words {{#codes}} words\n", 1, "{{#codes}}"),
            ("\n\n{{Not a name}}", 3, "{{Not a name}}"),
            ("{{! never closed", 1, "{{!"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!(error.place.as_deref(), Some(format!("line {line}").as_str()), "{text}: {error}");
            assert!(error.message.contains(words), "{text}: {error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_is_read_or_refused(text in "([a-c*# \n\\\\ä-]|\\{\\{|\\}\\}|\\{\\{#x\\}\\}|\\{\\{/x\\}\\}){0,40}") {
            let _ = read(&text);
        }
    }
}
