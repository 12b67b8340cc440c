//! Codebooks as lists, in text and in Markdown.
//!
//! One code a line: `name [#RRGGBB] — definition`; colour and definition may be missing, ` -- ` stands for ` — `. The
//! tree is either indented (tabs or spaces, not both) or written as paths, `Parent > Child` or `Parent/Child`, where
//! parents need no line of their own. Mixtures are refused. In text a line may begin with `-`, `*`, `+` or `•`, lines
//! that begin with `#` are comments, and only names, colours and definitions are kept.
//!
//! Markdown is a nested list under a heading, which is the codebook's name. Indented lines below an item are fields
//! (`apply: …`, `not_apply: …`, `origin: …`, `research_question: …`, `anchor: (IP 5: 9) words`); lines without such a
//! key continue the field before them, at first the definition.
//!
//! A backslash before a punctuation mark takes it as it is; `\n` (in Markdown `<br>`) is a newline.

use std::fmt::Write as _;

use super::check::origin;
use super::tree::Tree;
use super::{MAX_CODES, at_line, each, too_large};
use crate::error::{Error, Result};
use crate::model::codebook::{Codebook, CodebookAnchor, CodebookCode};
use crate::model::codes::Origin;
use crate::tr;

/// A character, and whether it was escaped and so is no markup.
type Mark = (char, bool);

/// A line with a code, before it is known where in the tree it belongs.
struct Item {
    line: u64,
    indent: String,
    name: Vec<Mark>,
    code: CodebookCode,
}

pub fn read_txt(text: &str) -> Result<Codebook> {
    let mut items = Vec::new();
    for (line, indent, rest) in lines(text) {
        if rest.starts_with('#') {
            continue;
        }
        let rest = bullet(rest, &['-', '*', '+', '•']).unwrap_or(rest);
        items.push(item(line, indent, rest, false));
        if items.len() > MAX_CODES {
            return Err(too_large());
        }
    }
    Ok(build(items)?.finish(String::new()))
}

pub fn read_md(text: &str) -> Result<Codebook> {
    let mut items: Vec<Item> = Vec::new();
    let mut name = String::new();
    let mut field = Field::Definition;
    for (line, indent, rest) in lines(text) {
        if let Some(rest) = bullet(rest, &['-', '*', '+']) {
            items.push(item(line, indent, rest, true));
            if items.len() > MAX_CODES {
                return Err(too_large());
            }
            field = Field::Definition;
            continue;
        }
        match items.last_mut() {
            // Before the list: the codebook's name, and what somebody wrote as an introduction.
            None => {
                if let (true, Some(heading)) = (name.is_empty(), rest.strip_prefix("# ")) {
                    name = words(trim(&scan(heading)));
                }
            }
            Some(last) if indent.len() > last.indent.len() => field = continued(last, field, rest, line)?,
            Some(_) => {
                let error = Error::invalid(tr!("codebook-md-line", text = shortened(rest)));
                return Err(at_line(line, error.hint(tr!("codebook-md-hint"))));
            }
        }
    }
    Ok(build(items)?.finish(name))
}

/// The lines that are not blank: number, indentation, the rest without outer white space.
fn lines(text: &str) -> impl Iterator<Item = (u64, &str, &str)> {
    text.split('\n').zip(1..).filter_map(|(line, number)| {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - rest.len()];
        let rest = rest.trim();
        (!rest.is_empty()).then_some((number, indent, rest))
    })
}

/// The text after a bullet, if there is one.
fn bullet<'a>(text: &'a str, bullets: &[char]) -> Option<&'a str> {
    let rest = text.strip_prefix(bullets)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}

fn item(line: u64, indent: &str, text: &str, bold: bool) -> Item {
    let marks = scan(text);
    let (head, definition) = match (0..marks.len()).find_map(|at| dash(&marks, at)) {
        Some((start, end)) => (&marks[..start], trim(&marks[end..])),
        None => (&marks[..], &[][..]),
    };
    let mut head = trim(head);
    let mut color = None;
    if let Some((&(']', false), inner)) = head.split_last()
        && let Some(open) = inner.iter().rposition(|mark| *mark == ('[', false))
        && inner.get(open + 1) == Some(&('#', false))
    {
        color = Some(words(&inner[open + 1..]));
        head = trim(&head[..open]);
    }
    if let (true, [('*', false), ('*', false), name @ .., ('*', false), ('*', false)]) = (bold, head) {
        head = trim(name);
    }
    let mut code = CodebookCode { color, ..CodebookCode::default() };
    code.guide.definition = words(definition);
    Item { line, indent: indent.to_owned(), name: head.to_vec(), code }
}

/// The dash between name and definition that begins here: where it starts and where it ends.
fn dash(marks: &[Mark], at: usize) -> Option<(usize, usize)> {
    let blank = |at: usize| marks.get(at).is_some_and(|(c, escaped)| c.is_whitespace() && !escaped);
    let is = |at: usize, c: char| marks.get(at) == Some(&(c, false));
    let length = if is(at + 1, '—') {
        1
    } else if is(at + 1, '-') && is(at + 2, '-') {
        2
    } else {
        return None;
    };
    (blank(at) && blank(at + 1 + length)).then_some((at, at + 1 + length))
}

/// What a line below an item adds to.
#[derive(Clone, Copy)]
enum Field {
    Definition,
    Apply,
    NotApply,
    Origin,
    ResearchQuestion,
    Anchor,
}

/// Takes a line below an item; gives the field that the next line would continue.
fn continued(item: &mut Item, field: Field, text: &str, line: u64) -> Result<Field> {
    let (key, value) = text.split_once(':').unwrap_or(("", ""));
    let new = match key.trim() {
        "apply" => Some(Field::Apply),
        "not_apply" => Some(Field::NotApply),
        "origin" => Some(Field::Origin),
        "research_question" => Some(Field::ResearchQuestion),
        "anchor" => Some(Field::Anchor),
        _ => None,
    };
    let marks = scan(if new.is_some() { value } else { text });
    let marks = trim(&marks);
    let code = &mut item.code;
    let field = new.unwrap_or(field);
    let target = match field {
        Field::Definition => &mut code.guide.definition,
        Field::Apply => &mut code.guide.apply,
        Field::NotApply => &mut code.guide.not_apply,
        Field::ResearchQuestion => &mut code.guide.research_question,
        Field::Origin => {
            code.guide.origin = origin(&words(marks)).map_err(|e| at_line(line, e))?;
            return Ok(field);
        }
        Field::Anchor => {
            if new.is_some() {
                code.anchors.push(anchor(marks));
                return Ok(field);
            }
            match code.anchors.last_mut() {
                Some(anchor) => &mut anchor.text,
                None => return Ok(field),
            }
        }
    };
    if !target.is_empty() {
        target.push('\n');
    }
    target.push_str(&words(marks));
    Ok(field)
}

/// `(IP 5: 9) words`.
fn anchor(marks: &[Mark]) -> CodebookAnchor {
    if marks.first() == Some(&('(', false))
        && let Some(close) = marks.iter().position(|mark| *mark == (')', false))
    {
        let (place, text) = (words(&marks[1..close]), words(trim(&marks[close + 1..])));
        return CodebookAnchor { place, text, document: None };
    }
    CodebookAnchor { text: words(marks), ..CodebookAnchor::default() }
}

fn build(items: Vec<Item>) -> Result<Tree> {
    let Some(first) = items.first() else { return Err(Error::unreadable(tr!("codebook-empty"))) };
    let is_indented = items.iter().any(|item| item.indent != first.indent);
    let mut tree = Tree::default();
    let mut shape = Shape::default();
    let mut spaces: Option<char> = None;
    // The codes above the current line: how far each is indented.
    let mut above: Vec<(usize, usize)> = Vec::new();
    for item in items {
        let line = item.line;
        if let Some(other) = item.indent.chars().find(|c| *spaces.get_or_insert(*c) != *c) {
            let error = tr!(if other == '\t' { "codebook-indent-tab" } else { "codebook-indent-space" });
            return Err(at_line(line, Error::invalid(error).hint(tr!("codebook-indent-hint"))));
        }
        if !is_indented {
            let path = split_path(&item.name, line, &mut shape)?;
            tree.add_path(line, &path, item.code)?;
            continue;
        }
        if item.name.iter().any(|mark| is_separator(*mark)) {
            let error = Error::invalid(tr!("codebook-mixed", name = words(&item.name)));
            return Err(at_line(line, error.hint(tr!("codebook-mixed-hint"))));
        }
        let indent = item.indent.chars().count();
        let before = above.last().map(|(indent, _)| *indent);
        while above.last().is_some_and(|(other, _)| *other > indent) {
            above.pop();
        }
        let fits =
            above.last().map_or(before.is_none(), |(other, _)| *other == indent || before == Some(*other));
        if !fits {
            return Err(at_line(
                line,
                Error::invalid(tr!("codebook-dedent")).hint(tr!("codebook-indent-hint")),
            ));
        }
        if above.last().is_some_and(|(other, _)| *other == indent) {
            above.pop();
        }
        let code = CodebookCode { name: words(&item.name), ..item.code };
        let number = tree.add(line, above.last().map(|(_, code)| *code), code)?;
        above.push((indent, number));
    }
    Ok(tree)
}

/// Which separator the paths of a file have, and where it was first seen.
#[derive(Default)]
pub struct Shape(Option<(char, u64)>);

fn is_separator((c, escaped): Mark) -> bool {
    matches!(c, '/' | '>') && !escaped
}

/// The names of a path; one file has one kind of separator.
pub fn split_path(marks: &[Mark], line: u64, shape: &mut Shape) -> Result<Vec<String>> {
    for (c, _) in marks.iter().copied().filter(|mark| is_separator(*mark)) {
        let (first, there) = *shape.0.get_or_insert((c, line));
        if first != c {
            let (there, first, other) = (there as i64, first.to_string(), c.to_string());
            let error =
                Error::invalid(tr!("codebook-separators", first = first, line = there, other = other));
            return Err(at_line(line, error.hint(tr!("codebook-mixed-hint"))));
        }
    }
    Ok(marks.split(|mark| is_separator(*mark)).map(|name| words(trim(name))).collect())
}

/// The characters of a text, escapes resolved.
fn scan(text: &str) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        match (c, next) {
            ('\\', Some('n')) => marks.push(('\n', true)),
            ('\\', Some('r')) => marks.push(('\r', true)),
            ('\\', Some(c)) if c.is_ascii_punctuation() || matches!(c, '—' | '•') => {
                marks.push((c, true))
            }
            ('<', _) if rest.as_str().starts_with("br>") => {
                marks.push(('\n', true));
                rest.nth(1);
            }
            _ => {
                marks.push((c, false));
                continue;
            }
        }
        rest.next();
    }
    marks
}

fn trim(mut marks: &[Mark]) -> &[Mark] {
    let blank = |(c, escaped): &Mark| c.is_whitespace() && !escaped;
    while let Some((_, rest)) = marks.split_first().filter(|(first, _)| blank(first)) {
        marks = rest;
    }
    while let Some((_, rest)) = marks.split_last().filter(|(last, _)| blank(last)) {
        marks = rest;
    }
    marks
}

fn words(marks: &[Mark]) -> String {
    marks.iter().map(|(c, _)| *c).collect()
}

fn shortened(text: &str) -> String {
    let start: String = text.chars().take(40).collect();
    if start.len() < text.len() { start + "…" } else { start }
}

pub fn write_txt(codebook: &Codebook) -> String {
    let mut out = String::new();
    if !codebook.name.trim().is_empty() {
        let _ = writeln!(out, "# {}", escape(codebook.name.trim(), TXT));
    }
    each(&codebook.codes, "", &mut |path, code| {
        let depth = path.matches('/').count();
        let _ = write!(out, "{}{}", "\t".repeat(depth), escape(&code.name, NAME));
        write_rest(&mut out, code, TXT);
        out.push('\n');
    });
    out
}

pub fn write_md(codebook: &Codebook) -> String {
    let mut out = String::new();
    if !codebook.name.trim().is_empty() {
        let _ = writeln!(out, "# {}\n", escape(codebook.name.trim(), MD));
    }
    each(&codebook.codes, "", &mut |path, code| {
        let indent = "  ".repeat(path.matches('/').count());
        let _ = write!(out, "{indent}- **{}**", escape(&code.name, MD_NAME));
        write_rest(&mut out, code, MD);
        let guide = &code.guide;
        let origin = if guide.origin == Origin::Unspecified { "" } else { guide.origin.name() };
        // Two spaces at a line's end break the line where Markdown is shown.
        let mut field = |key: &str, value: &str| {
            let _ = write!(out, "  \n{indent}  {key}: {value}");
        };
        for (key, value) in [
            ("apply", guide.apply.as_str()),
            ("not_apply", &guide.not_apply),
            ("origin", origin),
            ("research_question", &guide.research_question),
        ] {
            if !value.is_empty() {
                field(key, &escape(value, if key == "origin" { TXT } else { MD }));
            }
        }
        for anchor in &code.anchors {
            let text = escape(&anchor.text, MD);
            if anchor.place.is_empty() && !text.is_empty() {
                field("anchor", &text.replacen('(', if text.starts_with('(') { "\\(" } else { "(" }, 1));
            } else {
                field("anchor", &format!("({}) {text}", escape(&anchor.place, MD).replace(')', "\\)")));
            }
        }
        out.push('\n');
    });
    out
}

fn write_rest(out: &mut String, code: &CodebookCode, style: Style) {
    if let Some(color) = &code.color {
        let _ = write!(out, " [{color}]");
    }
    if !code.guide.definition.is_empty() {
        let _ = write!(out, " — {}", escape(&code.guide.definition, style));
    }
}

/// What has to be escaped: always what [`scan`] would resolve, in a name what separates it, in Markdown its markup.
#[derive(Clone, Copy)]
struct Style {
    name: bool,
    md: bool,
}
const TXT: Style = Style { name: false, md: false };
const NAME: Style = Style { name: true, md: false };
const MD: Style = Style { name: false, md: true };
const MD_NAME: Style = Style { name: true, md: true };

fn escape(text: &str, style: Style) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        let markup = match c {
            '\\' => true,
            '<' => style.md || text[at..].starts_with("<br>"),
            '—' | '•' | '[' | '#' if style.name => true,
            '-' | '+' | '*' if style.name => {
                matches!(before, None | Some('-')) || text[at + 1..].starts_with('-')
            }
            _ => false,
        };
        let markup =
            markup || style.md && matches!(c, '*' | '_' | '`' | '[' | ']' | '>' | '&' | '~' | '$' | '|');
        match c {
            '\n' => out.push_str(if style.md { "<br>" } else { "\\n" }),
            '\r' => out.push_str("\\r"),
            c => {
                if markup {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        before = Some(c);
    }
    out
}
