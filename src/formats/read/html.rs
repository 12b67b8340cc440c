//! Web pages: noScribe, Otter, and pages with one paragraph a turn.
//!
//! noScribe names every segment `<a name="ts_START_END_SPEAKER">`. These anchors give a paragraph its times and its
//! speaker, under the name that the text has for that speaker by now: noScribe's editor renames only there.

use std::collections::{HashMap, HashSet};

use super::markup::{self, Line};
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::text::openings;
use crate::text::paragraphs::Kind;
use crate::text::recognise::Block;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    let named = matches!(extension, "html" | "htm" | "xhtml");
    let mut rest = text;
    // „saved from", licences, and the declaration of XHTML.
    for _ in 0..20 {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            _ if rest.starts_with("<?xml") => rest.find("?>").map(|at| at + 2),
            _ => break,
        };
        match end.and_then(|end| rest.get(end..)) {
            Some(after) => rest = after,
            None => break,
        }
    }
    let head: String = rest.chars().take(32).collect::<String>().to_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html") || named && text.contains('<')
}

pub fn read(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    let page = markup::page(name, text, &options.limits)?;
    let warnings = page.warnings();
    let blocks = match page.lines.iter().any(|line| anchors(line).next().is_some()) {
        true => noscribe(page.lines),
        false => markup::turns(page.lines, options),
    };
    Ok(Reading { blocks, warnings, ..Reading::default() })
}

/// A segment's start and end in milliseconds, and who speaks.
struct Segment<'a> {
    start: u32,
    end: u32,
    speaker: &'a str,
    /// Speaks into the turn of another.
    overlaps: bool,
}

fn anchors(line: &Line) -> impl Iterator<Item = Segment<'_>> {
    line.anchors.iter().filter_map(|name| {
        let mut parts = name.strip_prefix("ts_")?.splitn(3, '_');
        let (start, end) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let speaker = parts.next().unwrap_or("").trim();
        Some(Segment {
            start,
            end,
            speaker: speaker.trim_start_matches('/'),
            overlaps: speaker.starts_with("//"),
        })
    })
}

/// Whose turn the paragraph is by its anchors.
fn turn(line: &Line) -> Option<&str> {
    let own = anchors(line).find(|segment| !segment.overlaps)?;
    Some(own.speaker).filter(|speaker| openings::is_label(speaker))
}

/// The label that a reader sees.
fn label(line: &Line) -> Option<String> {
    let found = openings::opening(line.text.split('\u{2028}').next().unwrap_or(""), &[]);
    found.label.filter(|_| found.marked)
}

fn noscribe(lines: Vec<Line>) -> Vec<Block> {
    let (names, known) = names(&lines);
    let mut blocks = Vec::with_capacity(lines.len());
    let mut head = true;
    for line in lines {
        head &= anchors(&line).next().is_none();
        if head && line.text.to_lowercase().contains("noscribe") {
            // The page's title is the recording's name.
            if let [title] = blocks.as_mut_slice() {
                let title: &mut Block = title;
                title.kind = Kind::Heading;
            }
            blocks.extend(line.text.split('\u{2028}').map(|text| Block::of_kind(text, Kind::Header)));
            head = false;
            continue;
        }
        let (start, end) = anchors(&line).fold((None, None), |(start, end), segment| {
            (Some(start.map_or(segment.start, |s: u32| s.min(segment.start))), end.max(Some(segment.end)))
        });
        let seen = label(&line).filter(|label| known.contains(label));
        let speaker = seen.or_else(|| turn(&line).and_then(|code| names.get(code).cloned()));
        blocks.push(Block {
            kind: if line.heading { Kind::Heading } else { Kind::Speech },
            // A pause between two turns is nobody's.
            breaks: start.is_some() && speaker.is_none(),
            speaker,
            time: start,
            end_time: end,
            text: line.text,
            ..Block::default()
        });
    }
    blocks
}

/// What the text calls each speaker of the anchors: the label that most of their paragraphs open with. And all labels
/// that half of a speaker's paragraphs have: a paragraph that opens with one was given to that speaker by hand.
fn names(lines: &[Line]) -> (HashMap<String, String>, HashSet<String>) {
    let mut seen: HashMap<&str, (u32, HashMap<String, u32>)> = HashMap::new();
    for line in lines {
        let Some(code) = turn(line) else { continue };
        let (paragraphs, labels) = seen.entry(code).or_default();
        *paragraphs += 1;
        if let Some(label) = label(line) {
            *labels.entry(label).or_default() += 1;
        }
    }
    let mut known = HashSet::new();
    let names = seen.into_iter().map(|(code, (paragraphs, mut labels))| {
        labels.retain(|_, count| *count * 2 >= paragraphs);
        known.extend(labels.keys().cloned());
        let most = labels.into_iter().max_by(|(a, n), (b, m)| n.cmp(m).then_with(|| b.cmp(a)));
        (code.to_owned(), most.map_or(code.to_owned(), |(name, _)| name))
    });
    (names.collect(), known)
}
