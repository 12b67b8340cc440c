//! Line by line: who speaks, when, and which lines are no paragraphs.
//!
//! Rules that need the whole document come first: which labels count ([`Labels::learn`]), and whether stamps stand at
//! the start or the end of paragraphs. A stamp at the end of a paragraph is its end, one at the start its start; one
//! alone on a line belongs to the paragraph before it or after it, whichever most stamps of the document do. The person
//! can say which instead.
//!
//! A paragraph without a label belongs to the speaker before it (a turn may have several paragraphs). Headings, tool
//! headers and notes have no speaker and end the turn.

use std::ops::Range;

use super::choices::{Options, Side, Stamps};
use super::lines::{self, Join, Wrapped};
use super::openings::{self, Opening};
use super::paragraphs::{Kind, MarkKind};
use super::recognise::Block;
use super::rows::Row;
use super::speakers::{Candidate, Candidates, Labels};
use super::times::{self, Stamp};
use super::tools;

/// What the whole document says, and what the lines before said.
pub struct Reader<'a> {
    lines: &'a [Block],
    options: &'a Options,
    labels: Labels,
    /// Whether bare `mm:ss` at the start of lines are stamps here.
    bare: bool,
    /// Where stamps stand.
    pub stamps: Stamps,
    candidates: Candidates,
    /// Lines before this one are a tool's preamble.
    preamble: usize,
    speaker: Option<String>,
    time: Option<u32>,
    end_time: Option<u32>,
    noscribe: bool,
    after_arrow: bool,
    /// The row of the last speech.
    spoke: Option<usize>,
}

impl<'a> Reader<'a> {
    pub fn new(lines: &'a [Block], options: &'a Options) -> Self {
        let preamble = tools::preamble(lines.iter().map(|line| line.text.as_str()));
        let heads = || {
            lines
                .iter()
                .skip(preamble)
                .filter(|line| {
                    line.kind == Kind::Speech && line.speaker.is_none() && tools::tool(&line.text).is_none()
                })
                .map(|line| head(&line.text))
        };
        let labels = match options.labels {
            true => Labels::learn_with(heads(), options),
            false => Labels::default(),
        };
        let mut reader = Reader {
            lines,
            options,
            labels,
            bare: false,
            stamps: Stamps::default(),
            candidates: Candidates::default(),
            preamble,
            speaker: None,
            time: None,
            end_time: None,
            noscribe: false,
            after_arrow: false,
            spoke: None,
        };
        if options.times {
            reader.learn_times();
        }
        reader
    }

    /// Bare `mm:ss` count when they never run back; the majority decides where stamps stand. A clock beside bracketed
    /// names that begins after the first hour is a time of day, as Zoom saves it.
    fn learn_times(&mut self) {
        let mut bare: Vec<u32> = Vec::new();
        let (mut clocks, mut timed) = (Vec::new(), 0_u32);
        let mut found_stamps = Stamps::default();
        for line in self.lines.iter().filter(|line| line.kind == Kind::Speech) {
            let found = self.labels.opening(head(&line.text));
            if found.label.is_none()
                && let Some(stamp) = found.times.first()
                && !stamp.delimited
                && !stamp.hours
            {
                bare.push(stamp.ms);
            }
            if let (Some(_), Some(stamp)) = (&found.label, found.times.first()) {
                timed += 1;
                if found.marked && found.alone && !stamp.delimited && stamp.hours {
                    clocks.push(stamp.ms);
                }
            }
            if found.alone {
                found_stamps.alone += u32::from(!found.times.is_empty());
                continue;
            }
            found_stamps.starts += u32::from(!found.times.is_empty());
            let trimmed = line.text.trim_end().len();
            let at_end = times::delimited(&line.text).last().is_some_and(|stamp| {
                stamp.bytes.end == trimmed && found.times.iter().all(|other| other.bytes != stamp.bytes)
            });
            found_stamps.ends += u32::from(at_end);
        }
        self.bare = bare.len() > 1 && bare.is_sorted();
        found_stamps.are = match found_stamps {
            Stamps { starts: 0, ends: 0, alone: 0, .. } => None,
            Stamps { starts, ends, .. } => {
                Some(self.options.stamps.unwrap_or(if ends > starts { Side::End } else { Side::Start }))
            }
        };
        const HOUR: u32 = 3_600_000;
        found_stamps.clock =
            clocks.first().copied().filter(|first| *first >= HOUR && clocks.len() as u32 == timed);
        self.stamps = found_stamps;
    }

    /// Whether the lines look hard-wrapped, and which of them go on in the next one.
    pub fn wraps(&self) -> (Option<Wrapped>, Vec<bool>) {
        let runs = |line: &Block| line.kind == Kind::Speech && !line.text.trim().is_empty();
        let continues: Vec<bool> = self
            .lines
            .iter()
            .zip(self.lines.iter().skip(1))
            .enumerate()
            .map(|(index, (line, next))| {
                // The cheap questions first: in most transcripts every line opens something, or an empty one follows.
                let plain = index >= self.preamble && runs(line) && runs(next);
                if !plain || next.speaker.is_some() || next.time.is_some() {
                    return false;
                }
                let there = self.labels.opening(head(&next.text));
                let opens = there.label.is_some() || !there.times.is_empty();
                let own =
                    |line: &Block| tools::tool(&line.text).is_some() || times::arrow(&line.text).is_some();
                !opens && !own(line) && !own(next) && !self.labels.opening(head(&line.text)).alone
            })
            .collect();
        let texts: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        let wrapped = lines::wrapped(&texts, &continues);
        let joins = match (self.options.join_lines, wrapped) {
            (Join::No, _) | (Join::Auto, None) => Vec::new(),
            (Join::Yes, _) | (Join::Auto, Some(_)) => lines::joins(&texts, &continues, wrapped),
        };
        (wrapped, joins)
    }

    pub fn rows(mut self) -> (Vec<Row>, Vec<Candidate>) {
        let mut rows: Vec<Row> = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            let row = self.row(index, line, &mut rows);
            if row.kind == Kind::Speech {
                self.spoke = Some(rows.len());
            }
            rows.push(row);
        }
        (rows, self.candidates.told())
    }

    fn row(&mut self, index: usize, line: &Block, rows: &mut [Row]) -> Row {
        let mut row = Row { text: line.text.clone(), kind: line.kind, ..Row::default() };
        (row.time, row.end_time) = (line.time, line.end_time);
        if line.text.trim().is_empty() {
            row.kind = Kind::Empty;
            return row;
        }
        let tool = tools::tool(&line.text);
        if tool == Some(tools::Tool::NoScribe) {
            self.noscribe = true;
        }
        let noscribe = self.noscribe && index < 12 && tools::noscribe_line(&line.text);
        if line.kind == Kind::Header || index < self.preamble || tool.is_some() || noscribe {
            let says = |mark: MarkKind| line.marks.iter().any(|(kind, _)| *kind == mark);
            let (label, time) = (says(MarkKind::Label), says(MarkKind::Time));
            // A time alone does not say that another speaks.
            if label || !time {
                self.end_turn();
            }
            row.tool = line.kind != Kind::Header;
            return header(row, label, time);
        }
        if line.kind != Kind::Speech {
            if line.kind == Kind::Heading {
                self.end_turn();
            }
            if self.options.times {
                mark_times(&mut row, &[]);
            }
            return row;
        }
        if line.breaks {
            self.speaker = None;
        }
        if self.options.times
            && let Some((start, end)) = times::arrow(&line.text)
        {
            (self.time, self.end_time, self.after_arrow) = (Some(start), Some(end), true);
            return header(row, false, true);
        }
        let found = self.opening(index, line);
        self.after_arrow = false;
        let label = found.label.clone();
        let stamp = found.times.first().map(|stamp| stamp.ms);
        let stamp = match self.stamps.clock {
            Some(first) => stamp.and_then(|ms| ms.checked_sub(first)),
            None => stamp,
        };
        let marked = line.speaker.clone().filter(|name| !self.labels.is_unwanted(name));
        let opened = label.is_some() || marked.is_some();
        if let Some(name) = label.clone().or(marked).filter(|_| self.options.labels) {
            self.speaker = Some(name);
        }
        if label.is_none() && line.speaker.is_none() && self.options.labels {
            self.candidates.line(head(&line.text), &self.labels, self.speaker.as_deref());
        }
        if found.alone && (label.is_some() || stamp.is_some()) {
            let first = head(&line.text).len();
            let more = line.text.get(first..).is_some_and(|rest| !rest.trim().is_empty());
            row.header = (label.is_some(), stamp.is_some());
            if !more {
                return self.header_line(row, stamp, label, rows);
            }
            // Teams writes the header and the speech into one paragraph with a soft break between.
            row.marks.push((MarkKind::Header, 0..(first + '\u{2028}'.len_utf8()).min(line.text.len())));
        } else if label.is_some() {
            row.marks.push((MarkKind::Label, found.label_bytes.clone()));
            if !found.colon_bytes.is_empty() {
                row.marks.push((MarkKind::Label, found.colon_bytes.clone()));
            }
        }
        row.speaker = self.speaker.clone();
        row.opens = opened && self.options.labels;
        row.time = row.time.or(stamp).or(self.time.take());
        row.end_time = row.end_time.or(self.end_time.take());
        if self.options.times {
            if let Some(ms) = mark_times(&mut row, &found.times) {
                row.end_time = row.end_time.or(Some(ms));
            }
            // The person says what stamps are, wherever they stand.
            match self.options.stamps {
                Some(Side::Start) => {
                    row.time = row.time.or(row.end_time.filter(|_| line.end_time.is_none()));
                    row.end_time = line.end_time;
                }
                Some(Side::End) => {
                    row.end_time = row.end_time.or(row.time.filter(|_| line.time.is_none()));
                    row.time = line.time;
                }
                None => {}
            }
            row.marks.sort_by_key(|(_, bytes)| bytes.start);
        }
        self.add_marks(&mut row, &line.marks);
        row
    }

    /// What the markup names, where the text did not show it already.
    fn add_marks(&self, row: &mut Row, marks: &[(MarkKind, Range<usize>)]) {
        let found = row.marks.len();
        for (kind, bytes) in marks {
            let wanted = match kind {
                MarkKind::Label => self.options.labels,
                MarkKind::Time => self.options.times,
                MarkKind::Header => true,
            };
            let before = row.marks.get(..found).unwrap_or(&[]);
            let next = before.partition_point(|(_, mark)| mark.end <= bytes.start);
            if wanted && before.get(next).is_none_or(|(_, mark)| bytes.end <= mark.start) {
                row.marks.push((*kind, bytes.clone()));
            }
        }
        row.marks.sort_by_key(|(_, bytes)| bytes.start);
    }

    /// A line of its own with label, time or both: for what follows, or the end of what stood before.
    fn header_line(
        &mut self,
        mut row: Row,
        stamp: Option<u32>,
        label: Option<String>,
        rows: &mut [Row],
    ) -> Row {
        let last = self.spoke.and_then(|at| rows.get_mut(at));
        match (stamp, last) {
            (Some(ms), Some(last))
                if self.stamps.are == Some(Side::End) && label.is_none() && last.end_time.is_none() =>
            {
                last.end_time = Some(ms);
            }
            // Where all are ends, one more alone on a line ends nothing.
            (Some(ms), _) if self.options.stamps == Some(Side::End) => {
                self.end_time = Some(ms).filter(|_| label.is_some());
            }
            (Some(ms), _) => self.time = Some(ms),
            (None, _) => {}
        }
        row.opens = label.is_some();
        row.speaker = label;
        row.time = stamp;
        let (label, time) = row.header;
        header(row, label, time)
    }

    fn end_turn(&mut self) {
        (self.speaker, self.time, self.end_time) = (None, None, None);
    }

    /// The line's opening, without what the options or the document do not let count.
    fn opening(&self, index: usize, line: &Block) -> Opening {
        let first = head(&line.text);
        let mut found = match &line.speaker {
            Some(name) if self.options.labels => {
                let found = openings::opening(first, std::slice::from_ref(name));
                if found.label.as_ref() == Some(name) { found } else { openings::without_label(first) }
            }
            _ if self.after_arrow && self.options.labels && self.name_line(index) => Opening {
                label: Some(first.trim().to_owned()),
                label_bytes: 0..first.len(),
                alone: true,
                ..Opening::default()
            },
            _ => self.labels.opening(first),
        };
        if self.speaker.is_none() && line.speaker.is_none() && self.is_legend(&found, first) {
            found = openings::without_label(first);
        }
        if !self.options.times {
            // A line `Name  0:03` is a header only if times are looked for.
            found.alone &= found.times.is_empty();
            found.times.clear();
        }
        if found.label.is_none() {
            let bare = self.bare;
            let counts = |stamp: &Stamp| stamp.delimited || stamp.hours || bare;
            if !found.times.iter().all(counts) {
                found.times.clear();
                found.alone = false;
            }
        }
        found
    }

    /// „I: interviewer; B1: head of division" before the first turn says who is who; nobody speaks.
    fn is_legend(&self, found: &Opening, line: &str) -> bool {
        found.label.is_some()
            && line
                .get(found.label_bytes.end..)
                .unwrap_or("")
                .split([';', ','])
                .skip(1)
                .any(|part| self.labels.opening(part).label.is_some())
    }

    /// Older Teams files: the arrow line, a line with the name, the speech.
    fn name_line(&self, index: usize) -> bool {
        let next = self.lines.get(index + 1).map_or("", |line| line.text.as_str());
        let line = self.lines.get(index).map_or("", |line| line.text.as_str());
        openings::is_name(line) && !next.trim().is_empty() && times::arrow(next).is_none()
    }
}

fn header(mut row: Row, label: bool, time: bool) -> Row {
    row.kind = Kind::Header;
    row.header = (label, time);
    row.marks = vec![(MarkKind::Header, 0..row.text.len())];
    row
}

/// Marks the stamps of the opening and the delimited ones after it; the one at the end of the line is given back.
fn mark_times(row: &mut Row, opening: &[Stamp]) -> Option<u32> {
    // Stamps do not overlap each other: only the few marks of the opening can be in their way.
    let taken = row.marks.len() + opening.len();
    let free = |row: &Row, bytes: &Range<usize>| {
        !row.marks.iter().take(taken).any(|(_, mark)| mark.start < bytes.end && bytes.start < mark.end)
    };
    for stamp in opening {
        if free(row, &stamp.bytes) {
            row.marks.push((MarkKind::Time, stamp.bytes.clone()));
        }
    }
    let end = row.text.trim_end().len();
    let mut last = None;
    for stamp in times::delimited(&row.text) {
        if free(row, &stamp.bytes) {
            last = (stamp.bytes.end == end).then_some(stamp.ms);
            row.marks.push((MarkKind::Time, stamp.bytes));
        }
    }
    last
}

/// A line up to its first soft break.
pub fn head(line: &str) -> &str {
    line.split('\u{2028}').next().unwrap_or(line)
}
