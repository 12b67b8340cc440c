//! Markdown transcripts: `**Name:** text`, headings, front matter.
//!
//! Every line is a paragraph, as in plain text. What goes: the `#` of a heading, the emphasis marks around a label, the
//! backslash of an escape, and `<br>`, which is a soft break (U+2028). Everything else (emphasis inside the speech,
//! links, lists, quotation marks, code spans) stays as it stands: it may be notation of the transcript. Front matter
//! lines are headers.

use super::Reading;
use crate::text::ParagraphKind as Kind;
use crate::text::openings;
use crate::text::recognise::Block;

pub fn read(text: &str) -> Reading {
    let lines: Vec<&str> = text.split('\n').collect();
    let front = front_matter(&lines);
    let mut fenced = false;
    let mut blocks = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        if index < front {
            blocks.push(Block::of_kind(*line, Kind::Header));
            continue;
        }
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= fence;
        blocks.push(if fence || fenced { Block::new(*line) } else { block(line) });
    }
    Reading { blocks, ..Reading::default() }
}

/// How many lines the front matter has, `---` at both ends.
fn front_matter(lines: &[&str]) -> usize {
    if lines.first().is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    let close = lines.iter().skip(1).position(|line| matches!(line.trim_end(), "---" | "..."));
    close.map_or(0, |at| at + 2)
}

fn block(line: &str) -> Block {
    if let Some(title) = heading(line) {
        return Block::of_kind(prose(title), Kind::Heading);
    }
    match bold_label(line) {
        Some(label) => {
            let text = format!("{}{}{}", label.before, label.name, prose(label.after));
            let speaker = label.name.trim().trim_end_matches([':', ' ']).to_owned();
            Block { speaker: Some(speaker), ..Block::new(text) }
        }
        None => Block::new(prose(line)),
    }
}

fn heading(line: &str) -> Option<&str> {
    let marks = line.len() - line.trim_start_matches('#').len();
    let rest = line.get(marks..)?;
    if !(1..=6).contains(&marks) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let title = rest.trim();
    let closed = title.trim_end_matches('#');
    Some(if closed.ends_with(' ') { closed.trim_end() } else { title })
}

struct BoldLabel<'a> {
    /// A stamp before the label.
    before: &'a str,
    /// With its colon if that stands inside the marks.
    name: &'a str,
    after: &'a str,
}

/// `**Name:** text`, `**Name**: text`, `__Name:__`, `*Name:*`, `[00:10] **Name:**`.
fn bold_label(line: &str) -> Option<BoldLabel<'_>> {
    let open = line.find(['*', '_'])?;
    let before = line.get(..open)?;
    let only_time = openings::without_label(before);
    if !only_time.alone {
        return None;
    }
    let rest = line.get(open..)?;
    let mark = ["***", "**", "__", "*", "_"].into_iter().find(|mark| rest.starts_with(mark))?;
    let inner = rest.get(mark.len()..)?;
    let end = inner.find(mark)?;
    let (name, after) = (inner.get(..end)?, inner.get(end + mark.len()..)?);
    let colon = name.trim_end().ends_with(':') || after.starts_with(':');
    let plain = name.trim().trim_end_matches([':', ' ']);
    (colon && openings::is_label(plain)).then_some(BoldLabel { before, name, after })
}

pub fn has_bold_label(line: &str) -> bool {
    line.trim_start().starts_with("**") && bold_label(line).is_some()
}

/// Escapes undone and `<br>` a soft break, outside code spans.
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if c == '`' {
            code = !code;
        }
        let next = rest.get(taken..).and_then(|after| after.chars().next());
        if !code && c == '\\' && next.is_some_and(|next| next.is_ascii_punctuation()) {
            out.extend(next);
            taken += 1;
        } else if let Some(len) = (c == '<' && !code).then(|| br(rest)).flatten() {
            out.push('\u{2028}');
            taken = len;
        } else {
            out.push(c);
        }
        rest = rest.get(taken..).unwrap_or("");
    }
    out
}

fn br(text: &str) -> Option<usize> {
    ["<br>", "<br/>", "<br />"]
        .into_iter()
        .find(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
        .map(str::len)
}

#[cfg(test)]
mod tests {
    use crate::formats::read::{ReadOptions, read};
    use crate::text::ParagraphKind as Kind;

    #[test]
    fn labels_escapes_headings() {
        let text = "---\ntitle: T\n---\n# Interview 3 #\n\n**I:** Wie \\*war\\* das?\n**Dr. Berg**: \\[lacht\\] *Gut.* `a\\[b`\n**Wichtig** ist: nein\n**Jerod Santo:**\nUnd<br>dann.";
        let draft = read("a.md", text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(draft.reader, "md");
        let lines: Vec<(Option<u32>, Kind, Option<&str>, &str)> = draft
            .paragraphs
            .iter()
            .map(|p| (p.number, p.kind, p.speaker.as_deref(), draft.text.slice(p.span)))
            .collect();
        assert_eq!(
            lines,
            [
                (None, Kind::Header, None, "---"),
                (None, Kind::Header, None, "title: T"),
                (None, Kind::Header, None, "---"),
                (Some(1), Kind::Heading, None, "Interview 3"),
                (Some(2), Kind::Speech, Some("I"), "I: Wie *war* das?"),
                (Some(3), Kind::Speech, Some("Dr. Berg"), "Dr. Berg: [lacht] *Gut.* `a\\[b`"),
                (Some(4), Kind::Speech, Some("Dr. Berg"), "**Wichtig** ist: nein"),
                (None, Kind::Header, None, "Jerod Santo:"),
                (Some(5), Kind::Speech, Some("Jerod Santo"), "Und\u{2028}dann."),
            ]
        );
    }
}
