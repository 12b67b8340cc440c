//! What a correction makes of a transcript's paragraphs: which row is which line now, and what is recognised anew.
//!
//! **Numbers stay.** A paragraph whose line was emptied keeps its number on an empty line, and so does one whose line was
//! taken out (the line is put back, empty); one that was split keeps it on its first part, and the other parts, like
//! whole lines that are new, are rows without a number that are cited by the one before. Only renumbering changes
//! numbers, and says which.
//!
//! Labels and times are recognised in the old lines and in the new ones, with the same labels: where both give the same,
//! what is stored stays, and so does what somebody has set by hand in a paragraph whose words did not change.

use std::collections::BTreeSet;

use super::alignment::{Group, align};
use super::anchors::Moves;
use super::openings;
use super::paragraphs::{self, Kind, Mark, MarkKind, Numbering, Paragraph};
use super::reader::head;
use super::recognise::{Block, Options, recognise};
use super::speakers::Labels;
use super::{CharPos, Span, Text};

/// A corrected text with its paragraphs, and what there is to say about them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrected {
    pub text: Text,
    pub moves: Moves,
    /// In text order.
    pub rows: Vec<Row>,
    /// The paragraphs (by index) that have no row any more.
    pub gone: Vec<usize>,
    /// Every passage that differs, in text order.
    pub changes: Vec<Change>,
    /// Numbers of paragraphs that were split.
    pub split: Vec<u32>,
    /// Numbers of paragraphs that have no words any more.
    pub emptied: Vec<u32>,
    /// First and last number of paragraphs that became one.
    pub joined: Vec<(u32, u32)>,
    /// Numbers that changed: before, and after if there is one.
    pub renumbered: Vec<(u32, Option<u32>)>,
}

/// A paragraph of the corrected text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which of the old paragraphs it is; none where it is new.
    pub from: Option<usize>,
    pub paragraph: Paragraph,
}

/// Lines that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The number they are cited by.
    pub number: Option<u32>,
    pub before: String,
    pub after: String,
}

/// A text as it is stored: without byte order mark and NUL, with LF.
pub fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}

/// Brings the paragraphs of a text to what it was corrected to. `known` is what was replaced, within lines, where that
/// need not be found by comparing.
pub fn correct(
    old: &Text,
    paragraphs: &[Paragraph],
    new: &str,
    options: &Options,
    renumber: bool,
    known: Option<&Moves>,
) -> Corrected {
    let new = clean(new);
    let old_lines: Vec<&str> = old.as_str().split('\n').collect();
    let there = rows_of_lines(&old_lines, paragraphs);
    let numbered = |line: usize| {
        let row = there.get(line).copied().flatten().and_then(|index| paragraphs.get(index));
        row.and_then(|paragraph| paragraph.number)
    };
    let given: Vec<&str> = new.split('\n').collect();
    // What does not add up is not believed.
    let longer = |moves: &&Moves| -> i64 {
        moves.hunks().iter().map(|hunk| i64::from(hunk.length) - i64::from(hunk.old.len())).sum()
    };
    let length = new.chars().count() as i64;
    let known = known
        .filter(|moves| old_lines.len() == given.len() && i64::from(old.len()) + longer(moves) == length);
    let aligned = match known {
        Some(_) => (0..given.len()).map(|line| Group { old: line..line + 1, new: line..line + 1 }).collect(),
        None => align(&old_lines, &given),
    };
    let (lines, groups) = if renumber {
        (given, aligned)
    } else {
        with_lines_kept(&given, aligned, |line| numbered(line).is_some())
    };
    let text = Text::new(lines.join("\n"));
    let moves = known.cloned().unwrap_or_else(|| Moves::of_groups(old, &text, &groups));
    let mut work =
        Work { old, paragraphs, old_lines: &old_lines, lines: &lines, there: &there, moves: &moves };
    let (mut rows, mut changes) = (Vec::with_capacity(lines.len()), Vec::new());
    let mut made = Corrected::default();
    let read = work.read_both(&groups, options);
    for group in &groups {
        work.group(group, &read, &mut rows);
        let (before, after) = (old_lines.get(group.old.clone()), lines.get(group.new.clone()));
        let (before, after) = (before.unwrap_or(&[]), after.unwrap_or(&[]));
        if before == after {
            continue;
        }
        let numbers: Vec<u32> = group.old.clone().filter_map(numbered).collect();
        let filled = |lines: &[&str]| lines.iter().filter(|line| !line.trim().is_empty()).count();
        if let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) {
            match (filled(before), filled(after)) {
                (1.., 0) if !renumber => made.emptied.push(first),
                (_, 2..) => made.split.push(first),
                _ => {}
            }
            if first != last {
                made.joined.push((first, last));
            }
        }
        changes.push((
            group.old.start,
            Change { number: None, before: before.join("\n"), after: after.join("\n") },
        ));
    }
    finish_rows(&mut rows, &mut made, paragraphs, options.numbering, renumber);
    made.changes = changes
        .into_iter()
        .map(|(line, change)| Change { number: number_at(paragraphs, &there, line), ..change })
        .collect();
    (made.text, made.moves, made.rows) = (text, moves, rows);
    made
}

/// The number by which an old line is cited: its own, or the one before it.
fn number_at(paragraphs: &[Paragraph], there: &[Option<usize>], line: usize) -> Option<u32> {
    let before = there.get(..=line).unwrap_or(there);
    before.iter().rev().flatten().filter_map(|&row| paragraphs.get(row)).find_map(|p| p.number.or(p.part_of))
}

/// Which paragraph each line is.
fn rows_of_lines(lines: &[&str], paragraphs: &[Paragraph]) -> Vec<Option<usize>> {
    let mut next = paragraphs.iter().enumerate().peekable();
    let mut end = 0_u32;
    lines
        .iter()
        .map(|line| {
            end += line.chars().count() as u32 + 1;
            let found = next.next_if(|(_, paragraph)| paragraph.span.start.0 < end);
            found.map(|(index, _)| index)
        })
        .collect()
}

/// Lines whose number must stay are put back empty where they were taken out.
fn with_lines_kept<'a>(
    given: &[&'a str],
    groups: Vec<Group>,
    stays: impl Fn(usize) -> bool,
) -> (Vec<&'a str>, Vec<Group>) {
    let mut lines = Vec::with_capacity(given.len());
    let groups = groups
        .into_iter()
        .map(|group| {
            let start = lines.len();
            lines.extend(given.get(group.new.clone()).unwrap_or(&[]));
            if group.new.is_empty() && stays(group.old.start) {
                lines.push("");
            }
            Group { old: group.old, new: start..lines.len() }
        })
        .collect();
    (lines, groups)
}

/// Drops the rows of lines without content that need none, and numbers where that was asked for.
fn finish_rows(
    rows: &mut Vec<Row>,
    made: &mut Corrected,
    paragraphs: &[Paragraph],
    numbering: Numbering,
    renumber: bool,
) {
    if renumber {
        let mut next = 1;
        for row in rows.iter_mut() {
            let paragraph = &mut row.paragraph;
            let counts = match paragraph.kind {
                Kind::Speech | Kind::Note => true,
                Kind::Heading => numbering.headings,
                Kind::Header => false,
                Kind::Empty => numbering.empty_lines,
            };
            paragraph.number = counts.then_some(next);
            next += u32::from(counts);
        }
    }
    rows.retain(|row| row.paragraph.kind != Kind::Empty || row.paragraph.number.is_some());
    paragraphs::tell_parts(rows.iter_mut().map(|row| &mut row.paragraph));
    let mut now: Vec<Option<Option<u32>>> = vec![None; paragraphs.len()];
    for row in rows.iter() {
        if let Some(slot) = row.from.and_then(|from| now.get_mut(from)) {
            *slot = Some(row.paragraph.number);
        }
    }
    for (index, (paragraph, now)) in paragraphs.iter().zip(now).enumerate() {
        if now.is_none() {
            made.gone.push(index);
        }
        let now = now.flatten();
        if let Some(before) = paragraph.number.filter(|_| now != paragraph.number) {
            made.renumbered.push((before, now));
        }
    }
}

/// The two readings of the text, line by line.
struct Readings {
    before: Vec<Paragraph>,
    after: Vec<Paragraph>,
    /// Whether the new text has labels.
    labels: bool,
}

struct Work<'a> {
    old: &'a Text,
    paragraphs: &'a [Paragraph],
    old_lines: &'a [&'a str],
    lines: &'a [&'a str],
    there: &'a [Option<usize>],
    moves: &'a Moves,
}

impl Work<'_> {
    fn row(&self, line: usize) -> Option<(usize, &Paragraph)> {
        let index = self.there.get(line).copied().flatten()?;
        Some((index, self.paragraphs.get(index)?))
    }

    /// Recognises labels and times in both texts, with the same labels.
    fn read_both(&self, groups: &[Group], options: &Options) -> Readings {
        if self.moves.is_empty() {
            return Readings { before: Vec::new(), after: Vec::new(), labels: false };
        }
        let kind = |line: usize, first: bool| match self.row(line).map(|(_, paragraph)| paragraph.kind) {
            Some(Kind::Heading) if first => Kind::Heading,
            Some(Kind::Note) => Kind::Note,
            // Headers are recognised; whether this is one is the question.
            _ => Kind::Speech,
        };
        let mut kinds = vec![Kind::Speech; self.lines.len()];
        let mut labels: BTreeSet<String> =
            self.paragraphs.iter().filter_map(|paragraph| paragraph.speaker.clone()).collect();
        labels.extend(options.speakers.clone().unwrap_or_default());
        if options.labels && options.speakers.is_none() {
            labels.extend(Labels::learn(self.lines.iter().map(|line| head(line)), None).list());
        }
        for group in groups {
            if group.old.is_empty() {
                continue;
            }
            for (nth, line) in group.new.clone().enumerate() {
                if let Some(slot) = kinds.get_mut(line) {
                    *slot = kind(group.old.start, nth == 0);
                }
            }
            // What stands where a label stood is a label.
            let labelled = |(_, paragraph): (usize, &Paragraph)| {
                paragraph.marks.iter().any(|mark| mark.kind == MarkKind::Label)
            };
            let (before, after) = (self.old_lines.get(group.old.start), self.lines.get(group.new.start));
            if before != after && self.row(group.old.start).is_some_and(labelled) {
                let found = openings::opening(head(after.unwrap_or(&"")), &[]);
                labels.extend(found.label.filter(|_| found.marked || found.timed));
            }
        }
        let options = Options {
            numbering: Numbering { headings: true, empty_lines: true },
            strip_labels: false,
            strip_times: false,
            speakers: Some(labels.into_iter().collect()),
            ..options.clone()
        };
        let block = |line: &&str, kind: Kind| Block::of_kind(*line, kind);
        let before: Vec<Block> =
            self.old_lines.iter().enumerate().map(|(at, line)| block(line, kind(at, true))).collect();
        let after: Vec<Block> = self.lines.iter().zip(kinds).map(|(line, kind)| block(line, kind)).collect();
        let after = recognise(&after, &options);
        Readings {
            before: recognise(&before, &options).paragraphs,
            after: after.paragraphs,
            labels: !after.speakers.is_empty(),
        }
    }

    /// The rows of one group's lines.
    fn group(&mut self, group: &Group, read: &Readings, rows: &mut Vec<Row>) {
        let mut from = group.old.clone().filter_map(|line| Some((line, self.row(line)?)));
        // Of lines that became one, the first that has a number goes on.
        let first = from.clone().find(|(_, (_, row))| row.number.is_some()).or_else(|| from.next());
        let mut whose = first;
        for line in group.new.clone() {
            let text = self.lines.get(line).copied().unwrap_or("");
            let blank = text.trim().is_empty();
            let more = group.new.clone().skip_while(|&other| other <= line);
            let filled_later =
                more.clone().any(|other| self.lines.get(other).is_some_and(|line| !line.trim().is_empty()));
            // A paragraph goes on at its first line with words.
            let taken = if blank && filled_later { None } else { whose.take() };
            let row = match taken {
                Some((at, (index, stored))) => Some(Row {
                    from: Some(index),
                    paragraph: self.brought_over(at, stored, line, group.new.len() == 1, read),
                }),
                None => self.fresh(line, first.map(|(_, (_, row))| row), rows.last(), read),
            };
            rows.extend(row);
        }
    }

    /// A stored paragraph at its new line.
    fn brought_over(
        &self,
        at: usize,
        stored: &Paragraph,
        line: usize,
        whole: bool,
        read: &Readings,
    ) -> Paragraph {
        let start = self.line_start(line, read, stored);
        let text = self.lines.get(line).copied().unwrap_or("");
        let same = self.old_lines.get(at) == self.lines.get(line) && whole;
        let span = Span::new(start.0, start.0 + text.chars().count() as u32);
        let mut paragraph = Paragraph { span, ..stored.clone() };
        let (before, after) = (read.before.get(at), read.after.get(line));
        let (Some(before), Some(after)) = (before, after) else {
            paragraph.marks = shifted(&stored.marks, stored.span.start, start);
            return paragraph;
        };
        if before.speaker != after.speaker && (!same || stored.speaker == before.speaker) {
            paragraph.speaker.clone_from(&after.speaker);
        }
        if before.time != after.time && (!same || stored.time == before.time) {
            paragraph.time = after.time;
        }
        if before.end_time != after.end_time && (!same || stored.end_time == before.end_time) {
            paragraph.end_time = after.end_time;
        }
        paragraph.end_time = paragraph.end_time.filter(|end| paragraph.time.is_none_or(|time| time <= *end));
        if same {
            paragraph.marks = shifted(&stored.marks, stored.span.start, start);
            return paragraph;
        }
        if before.kind != after.kind || after.kind == Kind::Empty {
            paragraph.kind = after.kind;
        }
        let recognised = shifted(&before.marks, before.span.start, stored.span.start);
        paragraph.marks = if recognised == stored.marks {
            after.marks.clone()
        } else {
            let moved = stored.marks.iter().map(|mark| Mark { span: self.moves.span(mark.span), ..*mark });
            moved
                .filter_map(|mark| Some(Mark { span: mark.span.intersection(span)?, ..mark }))
                .filter(|mark| !mark.span.is_empty())
                .collect()
        };
        paragraph
    }

    /// A line that is new, or a further part of one that was split.
    fn fresh(
        &self,
        line: usize,
        part_of: Option<&Paragraph>,
        last: Option<&Row>,
        read: &Readings,
    ) -> Option<Row> {
        let mut paragraph = read.after.get(line)?.clone();
        paragraph.number = None;
        let spoken = paragraph.kind == Kind::Speech && paragraph.speaker.is_none();
        if spoken && (part_of.is_some() || !read.labels) {
            let before = last.map(|row| &row.paragraph).filter(|before| before.kind == Kind::Speech);
            paragraph.speaker = part_of.or(before).and_then(|before| before.speaker.clone());
        }
        Some(Row { from: None, paragraph })
    }

    fn line_start(&self, line: usize, read: &Readings, stored: &Paragraph) -> CharPos {
        match read.after.get(line) {
            Some(paragraph) => paragraph.span.start,
            // Nothing has moved.
            None => self.old.whole().end.min(stored.span.start),
        }
    }
}

fn shifted(marks: &[Mark], from: CharPos, to: CharPos) -> Vec<Mark> {
    let at = |position: CharPos| position.0.saturating_sub(from.0) + to.0;
    marks
        .iter()
        .map(|mark| Mark { span: Span::new(at(mark.span.start), at(mark.span.end)), ..*mark })
        .collect()
}
