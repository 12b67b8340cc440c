//! From the blocks that a reader found to a text with numbered paragraphs, speakers and times.
//!
//! The text stays verbatim: the blocks joined by newlines. Labels, times and header lines are marked, not removed
//! (unless the options cut them). Hard-wrapped lines are joined first where that is asked for ([`super::lines`]); then
//! each line is read (`reader`), what the options want gone is cut (`rows`), and what is left is numbered.

use std::ops::Range;

use super::Text;
pub use super::choices::{LeftOut, LeftOutReason, Options, Side, Stamps};
use super::lines::{self, Wrapped};
use super::paragraphs::{self, Kind, MarkKind, Paragraph};
use super::reader::Reader;
use super::rows::join;
use super::speakers::{self, Candidate, SpeakerFound};

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
    // The last label, until something is said under it: „Break:" alone on a line is nobody.
    let mut opener: Option<String> = None;
    for row in &mut rows {
        if row.opens {
            opener.clone_from(&row.speaker);
        }
        if row.kind == Kind::Header {
            row.speaker = None;
            left_out.push(LeftOut::new(&row.text, row.reason()));
        }
        // A slip of the typist or of the tool; the stamp still stands in the text.
        row.end_time = row.end_time.filter(|end| row.time.is_none_or(|start| start <= *end));
        row.cut(options);
        if matches!(row.kind, Kind::Speech | Kind::Heading | Kind::Note) && row.text.trim().is_empty() {
            // Nothing but stamps stood in it.
            (row.kind, row.gone) = (Kind::Empty, true);
        } else if row.kind == Kind::Speech {
            openings.extend(opener.take().filter(|label| row.speaker.as_ref() == Some(label)));
        }
    }
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
        let heading = [Block::of_kind("[1:09]", Kind::Heading), Block::new("Ja.")];
        assert_eq!(
            recognise(&heading, &options).text.as_str(),
            "Ja.",
            "a heading that was nothing but a time"
        );
        let labels_only = Options { strip_labels: true, ..Options::default() };
        let read = read_with("I: Wie? #00:00:04-1#\nB: So.", &labels_only);
        assert_eq!(read.text.as_str(), "Wie? #00:00:04-1#\nSo.");
        assert_eq!(read.text.slice(read.paragraphs[0].marks[0].span), "#00:00:04-1#");
    }

    #[test]
    fn a_label_under_which_nothing_is_said_opens_nothing() {
        let openings = |read: Recognised| -> Vec<(String, u32)> {
            read.speakers.into_iter().map(|speaker| (speaker.label, speaker.paragraphs)).collect()
        };
        let said = |list: &[(&str, u32)]| -> Vec<(String, u32)> {
            list.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect()
        };
        for strip_labels in [false, true] {
            let options = Options { strip_labels, ..Options::default() };
            for (text, wanted) in [
                ("I: Wie?\nB: So.\nI:", said(&[("I", 1), ("B", 1)])),
                ("I: Wie?\nB: So.\nI:\nB: Ja.", said(&[("I", 1), ("B", 2)])),
                ("I: Wie?\nB: So.\nI:\n\nUnd dann?", said(&[("I", 2), ("B", 1)])),
            ] {
                assert_eq!(openings(read_with(text, &options)), wanted, "{text} {strip_labels}");
            }
        }
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
