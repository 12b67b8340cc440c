//! From the blocks that a reader found to a text with numbered paragraphs, speakers and times.
//!
//! The text stays verbatim: the blocks joined by newlines. Labels, times and header lines are marked, not removed
//! (unless the options cut them). Rules that need the whole document come first: which labels count
//! ([`Labels::learn`]), and whether stamps stand at the start or the end of paragraphs. A stamp at the end of a
//! paragraph is its end, one at the start its start; one alone on a line belongs to the paragraph before it or after
//! it, whichever most stamps of the document do. The person can say which instead.
//!
//! Hard-wrapped lines are joined first where that is asked for ([`super::lines`]).
//!
//! A paragraph without a label belongs to the speaker before it (a turn may have several paragraphs). Headings, tool
//! headers and notes have no speaker and end the turn.

use std::ops::Range;

use std::collections::HashSet;

use super::Text;
pub use super::choices::{LeftOut, LeftOutReason, Options, Side, Stamps};
use super::lines::{self, Join, Wrapped};
use super::openings::{self, Opening};
use super::paragraphs::{self, Kind, MarkKind, Paragraph};
use super::rows::{Row, join};
use super::speakers::{self, Candidate, Candidates, Labels, SpeakerFound};
use super::times::{self, Stamp};
use super::tools;

/// One line or paragraph of a file as its reader hands it over: verbatim, without newline characters (a soft break is
/// U+2028). What the file says in its markup (a cue's time, a `<v Name>`) is in the fields, not in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    pub text: String,
    pub kind: Kind,
    /// Who speaks, when the reader knows; a label of that name at the start of the text is marked without asking.
    pub speaker: Option<String>,
    /// Whether the speaker before it surely does not go on (a cue without a name among cues with names).
    pub breaks: bool,
    /// Milliseconds.
    pub time: Option<u32>,
    /// Milliseconds.
    pub end_time: Option<u32>,
    /// Labels and times in the text that the markup names as such, in order; bytes of the text.
    pub marks: Vec<(MarkKind, Range<usize>)>,
}

impl Block {
    pub fn new(text: impl Into<String>) -> Self {
        Block { text: text.into(), ..Block::default() }
    }
    pub fn of_kind(text: impl Into<String>, kind: Kind) -> Self {
        Block { text: text.into(), kind, ..Block::default() }
    }
}

/// What was recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognised {
    pub text: Text,
    pub paragraphs: Vec<Paragraph>,
    /// In order of first appearance.
    pub speakers: Vec<SpeakerFound>,
    /// What looked like a label and was not taken for one.
    pub candidates: Vec<Candidate>,
    /// Lines that are no paragraphs.
    pub left_out: Vec<LeftOut>,
    /// Stamps found at the start and at the end of paragraphs.
    pub stamps: Stamps,
    /// The lines look hard-wrapped.
    pub wrapped: Option<Wrapped>,
    /// Lines that were joined to the one before.
    pub joined: u32,
}

/// Joins the blocks with newlines, marks labels, times and headers, and numbers the paragraphs.
pub fn recognise(blocks: &[Block], options: &Options) -> Recognised {
    let mut lines = split(blocks);
    let mut reader = Reader::new(&lines, options);
    let (wrapped, joins) = reader.wraps();
    let joined = joins.iter().filter(|joins| **joins).count() as u32;
    if joined > 0 {
        lines = lines::join(lines, &joins);
        reader = Reader::new(&lines, options);
    }
    let stamps = reader.stamps;
    let (mut rows, candidates) = reader.rows();
    let mut left_out = Vec::new();
    let mut openings = Vec::new();
    for row in &mut rows {
        let opener = row.speaker.clone().filter(|_| row.opens);
        if row.kind == Kind::Header {
            row.speaker = None;
            left_out.push(LeftOut::new(&row.text, row.reason()));
        }
        // A slip of the typist or of the tool; the stamp still stands in the text.
        row.end_time = row.end_time.filter(|end| row.time.is_none_or(|start| start <= *end));
        row.cut(options);
        if row.kind == Kind::Speech && row.text.trim().is_empty() {
            // Nothing but stamps stood in it.
            (row.kind, row.gone) = (Kind::Empty, true);
        } else {
            openings.extend(opener);
        }
    }
    // A label under which nothing is said („Break:") is nobody.
    let speaking: HashSet<&String> =
        rows.iter().filter(|row| row.kind == Kind::Speech).filter_map(|row| row.speaker.as_ref()).collect();
    openings.retain(|label| speaking.contains(label));
    rows.retain(|row| !row.gone);
    let (text, paragraphs) = join(rows);
    Recognised {
        text,
        paragraphs: paragraphs::number(paragraphs, options.numbering),
        speakers: speakers::found(&openings, options.interviewers.as_deref()),
        candidates,
        left_out,
        stamps,
        wrapped,
        joined,
    }
}

/// A reader's block is one line; a newline in it (there should be none) splits it.
fn split(blocks: &[Block]) -> Vec<Block> {
    let mut lines = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block.text.contains('\n') {
            false => lines.push(block.clone()),
            true => lines.extend(block.text.split('\n').map(|text| Block {
                text: text.to_owned(),
                marks: Vec::new(),
                ..block.clone()
            })),
        }
    }
    lines
}

/// What the whole document says, and what the lines before said.
struct Reader<'a> {
    lines: &'a [Block],
    options: &'a Options,
    labels: Labels,
    /// Whether bare `mm:ss` at the start of lines are stamps here.
    bare: bool,
    /// Where stamps stand.
    stamps: Stamps,
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
    fn new(lines: &'a [Block], options: &'a Options) -> Self {
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
    fn wraps(&self) -> (Option<Wrapped>, Vec<bool>) {
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

    fn rows(mut self) -> (Vec<Row>, Vec<Candidate>) {
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
pub(super) fn head(line: &str) -> &str {
    line.split('\u{2028}').next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Recognised {
        read_with(text, &Options::default())
    }
    fn read_with(text: &str, options: &Options) -> Recognised {
        recognise(&text.split('\n').map(Block::new).collect::<Vec<_>>(), options)
    }
    /// (number, speaker, time, end time, speech)
    type Line = (Option<u32>, Option<String>, Option<u32>, Option<u32>, String);
    fn lines(read: &Recognised) -> Vec<Line> {
        let line = |p: &Paragraph| (p.number, p.speaker.clone(), p.time, p.end_time, p.speech(&read.text));
        read.paragraphs.iter().map(line).collect()
    }
    fn line(n: u32, speaker: &str, time: Option<u32>, end: Option<u32>, speech: &str) -> Line {
        (Some(n), (!speaker.is_empty()).then(|| speaker.to_owned()), time, end, speech.to_owned())
    }
    fn gone() -> Line {
        (None, None, None, None, String::new())
    }

    #[test]
    fn stamps_at_the_end_are_ends() {
        let read = read("I: Wie? #00:00:04-1#\n\nB: So. #00:00:21-7#\n\nUnd so.\n#00:00:30-0#");
        let mut last = gone();
        last.2 = Some(30_000);
        assert_eq!(
            lines(&read),
            [
                line(1, "I", None, Some(4100), "Wie?"),
                line(2, "B", None, Some(21_700), "So."),
                line(3, "B", None, Some(30_000), "Und so."),
                last,
            ]
        );
        assert!(read.speakers[0].interviewer && !read.speakers[1].interviewer);
    }

    #[test]
    fn header_lines_open_what_follows() {
        let read = read(
            "Mara Lind  0:01  \nRight.\nMore.\n\nUnknown Speaker  1:09  \nTwelve. \n\nTranscribed by https://otter.ai\n",
        );
        let mut first = gone();
        first.2 = Some(1000);
        let mut second = gone();
        second.2 = Some(69_000);
        assert_eq!(
            lines(&read),
            [
                first,
                line(1, "Mara Lind", Some(1000), None, "Right."),
                line(2, "Mara Lind", None, None, "More."),
                second,
                line(3, "Unknown Speaker", Some(69_000), None, "Twelve."),
                gone(),
            ]
        );
    }

    #[test]
    fn strip_cuts_at_import() {
        let options = Options { strip_labels: true, strip_times: true, ..Options::default() };
        let read =
            read_with("I: Wie? #00:00:04-1#\nB: [00:00:05] So #00:00:06-0# ja. #00:00:21-7#", &options);
        assert_eq!(read.text.as_str(), "Wie?\nSo ja.");
        assert_eq!(read.paragraphs[1].speaker.as_deref(), Some("B"));
        assert_eq!((read.paragraphs[1].time, read.paragraphs[1].end_time), (Some(5000), Some(21_700)));
        let labels_only = Options { strip_labels: true, ..Options::default() };
        let read = read_with("I: Wie? #00:00:04-1#\nB: So.", &labels_only);
        assert_eq!(read.text.as_str(), "Wie? #00:00:04-1#\nSo.");
        assert_eq!(read.text.slice(read.paragraphs[0].marks[0].span), "#00:00:04-1#");
    }

    #[test]
    fn nothing_is_recognised_when_not_asked() {
        let options = Options { labels: false, times: false, ..Options::default() };
        let read = read_with("I: Wie? #00:00:04-1#\nB: So.", &options);
        assert!(
            read.paragraphs.iter().all(|p| p.marks.is_empty() && p.speaker.is_none() && p.end_time.is_none())
        );
    }

    #[test]
    fn a_legend_is_no_turn() {
        let read = read("I: interviewer; B1: head\nI: Wie?\nB1: So.\nI: Ja, B1: nein?");
        let speakers: Vec<Option<&str>> = read.paragraphs.iter().map(|p| p.speaker.as_deref()).collect();
        assert_eq!(speakers, [None, Some("I"), Some("B1"), Some("I")]);
    }

    #[test]
    fn the_colon_after_a_time_belongs_to_the_label() {
        let read = read("FRAGE [00:20:23]: Wir?\nANTWORT [00:20:58]: Ja.");
        assert_eq!(read.paragraphs[0].speech(&read.text), "Wir?");
        assert_eq!(read.paragraphs[0].time, Some(1_223_000));
    }

    #[test]
    fn prose_keeps_its_times_of_day() {
        let read = read("10:30 Uhr war es.\nWir kamen um 10:30\nTreffen (10:30)");
        assert!(read.paragraphs.iter().all(|p| p.marks.is_empty() && p.time.is_none()));
    }

    #[test]
    fn a_header_and_its_speech_in_one_paragraph() {
        let read = read("Mara Lind   0:03\u{2028}Guten Morgen.\nTom Berg   0:09\u{2028}Morgen.");
        assert_eq!(
            lines(&read),
            [
                line(1, "Mara Lind", Some(3000), None, "Guten Morgen."),
                line(2, "Tom Berg", Some(9000), None, "Morgen."),
            ]
        );
    }

    proptest! {
        /// Whatever the lines are: the text is kept, spans tile it, numbers run from 1, marks stay inside.
        #[test]
        fn verbatim_and_consecutive(
            lines in proptest::collection::vec("(I: |B1: |[a-z]{0,5}  0:03|#00:0[0-9]:04-1#|\\[00:00:10\\])?\\PC{0,12}( #00:00:04-1#)?", 0..12)
        ) {
            let text = lines.join("\n");
            let read = read(&text);
            prop_assert_eq!(read.text.as_str(), text.as_str());
            let numbers: Vec<u32> = read.paragraphs.iter().filter_map(|p| p.number).collect();
            prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u32));
            for paragraph in &read.paragraphs {
                prop_assert!(!read.text.slice(paragraph.span).contains('\n'));
                let mut at = paragraph.span.start;
                for mark in &paragraph.marks {
                    prop_assert!(at <= mark.span.start && mark.span.end <= paragraph.span.end);
                    at = mark.span.end;
                }
            }
            let again = recognise(&text.split('\n').map(Block::new).collect::<Vec<_>>(), &Options::default());
            prop_assert_eq!(again, read);
            let stripped = Options { strip_labels: true, strip_times: true, ..Options::default() };
            let cut = read_with(&text, &stripped);
            for paragraph in &cut.paragraphs {
                prop_assert!(paragraph.span.end.0 <= cut.text.len());
            }
        }
    }
}
