//! Lines with what was recognised in them, on the way to paragraphs: cutting what the options want gone, and joining.

use std::collections::HashSet;
use std::ops::Range;

use super::choices::{LeftOutReason, Options};
use super::paragraphs::{Kind, Mark, MarkKind, Paragraph};
use super::{CharPos, Span, Text};

/// A line with what was recognised; ranges are bytes of its text.
#[derive(Default)]
pub struct Row {
    pub text: String,
    pub kind: Kind,
    pub speaker: Option<String>,
    pub opens: bool,
    pub time: Option<u32>,
    pub end_time: Option<u32>,
    pub marks: Vec<(MarkKind, Range<usize>)>,
    /// A header with a label, with a time: what must be cut for it to go.
    pub header: (bool, bool),
    pub gone: bool,
    /// A line that a transcription program wrote about itself.
    pub tool: bool,
}

impl Row {
    /// Why a header is no paragraph.
    pub fn reason(&self) -> LeftOutReason {
        match self.header {
            (true, _) => LeftOutReason::Speaker,
            (false, true) => LeftOutReason::Time,
            (false, false) if self.tool => LeftOutReason::Tool,
            (false, false) => LeftOutReason::File,
        }
    }

    /// Cuts what the options want gone out of the text.
    pub fn cut(&mut self, options: &Options) {
        let (label, time) = self.header;
        let whole = (label || time) && (!label || options.strip_labels) && (!time || options.strip_times);
        if whole && self.kind == Kind::Header {
            self.gone = true;
            return;
        }
        let gone = |kind: MarkKind| match kind {
            MarkKind::Label => options.strip_labels,
            MarkKind::Time => options.strip_times,
            MarkKind::Header => whole,
        };
        if !self.marks.iter().any(|(kind, _)| gone(*kind)) {
            return;
        }
        let ends: HashSet<usize> = self.marks.iter().map(|(_, mark)| mark.end).collect();
        let mut cuts: Vec<Range<usize>> = Vec::new();
        for (kind, bytes) in self.marks.iter().filter(|(kind, _)| gone(*kind)) {
            cuts.push(if *kind == MarkKind::Time { self.with_space(bytes, &ends) } else { bytes.clone() });
        }
        cuts.sort_by_key(|cut| cut.start);
        // What is kept: where each piece was, where it is now.
        let mut pieces: Vec<(Range<usize>, usize)> = Vec::with_capacity(cuts.len() + 1);
        let mut kept = String::with_capacity(self.text.len());
        let mut done = 0;
        for cut in cuts.into_iter().chain(std::iter::once(self.text.len()..self.text.len())) {
            if done <= cut.start {
                pieces.push((done..cut.start, kept.len()));
                kept.push_str(self.text.get(done..cut.start).unwrap_or(""));
            }
            done = done.max(cut.end);
        }
        let moved = |at: usize| {
            let piece = pieces.get(pieces.partition_point(|(was, _)| was.start <= at).saturating_sub(1));
            piece.map_or(0, |(was, now)| now + at.clamp(was.start, was.end) - was.start)
        };
        self.marks = self
            .marks
            .iter()
            .filter(|(kind, _)| !gone(*kind))
            .map(|(kind, bytes)| (*kind, moved(bytes.start)..moved(bytes.end)))
            .filter(|(_, bytes)| !bytes.is_empty())
            .collect();
        self.text = kept;
    }

    /// A stamp with the white space that it leaves behind: after it at the start of the line, before it elsewhere.
    fn with_space(&self, bytes: &Range<usize>, ends: &HashSet<usize>) -> Range<usize> {
        let before = self.text.get(..bytes.start).unwrap_or("");
        let after = self.text.get(bytes.end..).unwrap_or("");
        let opens = ends.contains(&bytes.start) || before.trim().is_empty();
        if opens {
            bytes.start..bytes.end + (after.len() - after.trim_start_matches([' ', '\t', '\u{a0}']).len())
        } else {
            before.trim_end_matches([' ', '\t', '\u{a0}']).len()..bytes.end
        }
    }
}

/// The text and the unnumbered paragraphs.
pub fn join(rows: Vec<Row>) -> (Text, Vec<Paragraph>) {
    let text = Text::new(rows.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join("\n"));
    let mut start = 0_u32;
    let mut paragraphs = Vec::with_capacity(rows.len());
    for row in rows {
        let len = row.text.chars().count() as u32;
        // Marks come in order: each position is counted from the one before it.
        let (mut byte, mut chars) = (0, 0);
        let mut position = |to: usize| {
            if to < byte {
                (byte, chars) = (0, 0);
            }
            chars += row.text.get(byte..to).map_or(0, |between| between.chars().count() as u32);
            byte = to;
            CharPos(start + chars.min(len))
        };
        let marks = row.marks.iter().map(|(kind, bytes)| Mark {
            kind: *kind,
            span: Span { start: position(bytes.start), end: position(bytes.end) },
        });
        paragraphs.push(Paragraph {
            number: None,
            part_of: None,
            span: Span::new(start, start + len),
            kind: row.kind,
            marks: marks.collect(),
            speaker: row.speaker,
            time: row.time,
            end_time: row.end_time,
        });
        start += len + 1;
    }
    (text, paragraphs)
}
