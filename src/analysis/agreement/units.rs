//! From codings to judgements: which units there are, and who judged them how.

use super::unitizing::{Continuum, Stretch};
use super::{Ratings, sets::CodeSet};
use crate::text::Span;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Whether the code occurs in the document.
    Document,
    /// How often it occurs in the document.
    Frequency,
    /// Whether it stands on the paragraph.
    #[default]
    Paragraph,
    /// Coded segments that meet with a minimum overlap.
    Segment,
    /// Whether it stands on the character.
    Character,
}

impl Unit {
    pub const ALL: [Unit; 5] =
        [Unit::Document, Unit::Frequency, Unit::Paragraph, Unit::Segment, Unit::Character];
    /// As scripts write it.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Document => "document",
            Unit::Frequency => "frequency",
            Unit::Paragraph => "paragraph",
            Unit::Segment => "segment",
            Unit::Character => "character",
        }
    }
    pub fn from_name(name: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// A document that several coders coded, as far as agreement asks.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// What counts of its text: numbered paragraphs, without the interviewer's turns where these are left out. In order.
    pub paragraphs: Vec<Span>,
    /// By coder: the segments, or none where that coder has not declared the document done.
    pub coders: Vec<Option<Vec<Marked>>>,
    /// Codes, by their number, that somebody still has to come back to here: nothing is judged about them.
    pub revisit: Vec<u32>,
}

/// A coded segment: a declared code, by its number, on a span of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Marked {
    pub span: Span,
    pub code: u32,
}

impl Judged {
    /// Whether two coders or more have judged it.
    pub fn is_double(&self) -> bool {
        self.coders.iter().flatten().count() >= 2
    }
    fn judges(&self, code: u32) -> bool {
        !self.revisit.contains(&code)
    }

    /// Whether any of a coder's segments of a code counts at all (it may stand on the interviewer's words only).
    fn counted<'a>(&'a self, segments: &'a [Marked], code: u32) -> impl Iterator<Item = Span> + 'a {
        let of_code = segments.iter().filter(move |segment| segment.code == code);
        of_code
            .map(|segment| segment.span)
            .filter(|span| self.paragraphs.iter().any(|kept| kept.overlaps(*span)))
    }

    /// Segments of a code that count, of one coder.
    pub fn segments(&self, coder: usize, code: u32) -> Option<Vec<Span>> {
        let segments = self.coders.get(coder)?.as_ref()?;
        self.judges(code).then(|| self.counted(segments, code).collect())
    }

    /// The judgements of a code: one unit for the document.
    pub fn occurrence(&self, code: u32) -> Vec<Option<u32>> {
        self.each_coder(code, |segments| u32::from(self.counted(segments, code).next().is_some()))
    }

    /// How often a code occurs: the number is the category.
    pub fn frequency(&self, code: u32) -> Vec<Option<u32>> {
        self.each_coder(code, |segments| {
            u32::try_from(self.counted(segments, code).count()).unwrap_or(u32::MAX)
        })
    }

    fn each_coder(&self, code: u32, judge: impl Fn(&[Marked]) -> u32) -> Vec<Option<u32>> {
        let judges = self.judges(code);
        self.coders.iter().map(|segments| segments.as_deref().filter(|_| judges).map(&judge)).collect()
    }

    /// Which paragraphs, by their place in the list, a coder gave a code. Segments carry no white space at their ends:
    /// sharing a code point is sharing one that is not space.
    fn touched(&self, segments: &[Marked], mut found: impl FnMut(usize, u32)) {
        for segment in segments {
            let first = self.paragraphs.partition_point(|kept| kept.end <= segment.span.start);
            let touched = self.paragraphs.iter().enumerate().skip(first);
            for (at, _) in touched.take_while(|(_, kept)| kept.start < segment.span.end) {
                found(at, segment.code);
            }
        }
    }

    /// For every code: the judgements of its paragraphs, as ratings of 0 and 1.
    pub fn paragraphs(&self, codes: usize) -> Vec<Ratings> {
        let (coders, count) = (self.coders.len(), self.paragraphs.len());
        let words = count.div_ceil(64);
        // One bit a paragraph, by code and coder.
        let mut bits = vec![0u64; codes * coders * words];
        for (coder, segments) in self.coders.iter().enumerate() {
            self.touched(segments.as_deref().unwrap_or_default(), |paragraph, code| {
                let at = (code as usize * coders + coder) * words + paragraph / 64;
                if let Some(word) = bits.get_mut(at) {
                    *word |= 1 << (paragraph % 64);
                }
            });
        }
        let judging: Vec<bool> = self.coders.iter().map(Option::is_some).collect();
        (0..codes)
            .map(|code| {
                let from = code * coders * words;
                let own = bits.get(from..from + coders * words).unwrap_or_default();
                let judges = u32::try_from(code).is_ok_and(|code| self.judges(code));
                binary(own, words, count, if judges { &judging } else { &[] }, coders)
            })
            .collect()
    }

    /// Every paragraph's codes, coder by coder, as sets of `codes` bits. Codes to be revisited are in none.
    pub fn paragraph_sets(&self, codes: usize) -> Vec<Option<CodeSet>> {
        let (coders, words) = (self.coders.len(), codes.div_ceil(64));
        let mut sets: Vec<Option<CodeSet>> = Vec::with_capacity(coders * self.paragraphs.len());
        for _ in &self.paragraphs {
            sets.extend(self.coders.iter().map(|judged| judged.as_ref().map(|_| vec![0; words])));
        }
        for (coder, segments) in self.coders.iter().enumerate() {
            self.touched(segments.as_deref().unwrap_or_default(), |paragraph, code| {
                if let Some(Some(set)) = sets.get_mut(paragraph * coders + coder) {
                    mark(set, code, self.judges(code));
                }
            });
        }
        sets
    }

    /// The document's codes, coder by coder.
    pub fn document_sets(&self, codes: usize) -> Vec<Option<CodeSet>> {
        let set = |segments: &Option<Vec<Marked>>| {
            segments.as_ref().map(|segments| {
                let mut set = vec![0; codes.div_ceil(64)];
                for code in 0..u32::try_from(codes).unwrap_or(u32::MAX) {
                    if self.counted(segments, code).next().is_some() {
                        mark(&mut set, code, self.judges(code));
                    }
                }
                set
            })
        };
        self.coders.iter().map(set).collect()
    }

    /// The counted text as one continuum, of the coders who judged the document; positions in what is left out vanish.
    pub fn continuum(&self, codes: usize) -> Continuum {
        let mut starts = Vec::with_capacity(self.paragraphs.len());
        let mut length = 0;
        for kept in &self.paragraphs {
            starts.push(length);
            length += kept.len();
        }
        let stretches = |segments: &Vec<Marked>| {
            let mut found = Vec::new();
            for segment in segments.iter().filter(|segment| self.judges(segment.code)) {
                let first = self.paragraphs.partition_point(|kept| kept.end <= segment.span.start);
                let mut whole: Option<Stretch> = None;
                let touched = self.paragraphs.iter().zip(&starts).skip(first);
                for (kept, start) in touched.take_while(|(kept, _)| kept.start < segment.span.end) {
                    let from = segment.span.start.0.max(kept.start.0) - kept.start.0 + start;
                    let to = segment.span.end.0.min(kept.end.0) - kept.start.0 + start;
                    match &mut whole {
                        Some(whole) => whole.end = to,
                        None => whole = Some(Stretch { start: from, end: to, code: segment.code }),
                    }
                }
                found.extend(whole);
            }
            found
        };
        Continuum::new(length, codes, self.coders.iter().flatten().map(stretches))
    }

    /// Characters with a code and without; coders who have not judged the document have no say.
    pub fn characters(&self, continuum: &Continuum, code: u32) -> Ratings {
        if !self.judges(code) {
            return Ratings::new(self.coders.len(), 2, []);
        }
        let place: Vec<usize> =
            self.coders.iter().enumerate().filter(|(_, judged)| judged.is_some()).map(|(at, _)| at).collect();
        continuum.characters(code).spread(self.coders.len(), &place)
    }
}

fn mark(set: &mut CodeSet, code: u32, judged: bool) {
    if let Some(word) = set.get_mut(code as usize / 64).filter(|_| judged) {
        *word |= 1 << (code % 64);
    }
}

/// Ratings of 0 and 1 from bits: `words` words a coder, one bit a unit. Combinations are counted by their population,
/// 64 units at a time.
fn binary(bits: &[u64], words: usize, units: usize, judging: &[bool], coders: usize) -> Ratings {
    let who: Vec<usize> =
        judging.iter().enumerate().filter(|(_, judges)| **judges).map(|(at, _)| at).collect();
    // 2^16 combinations and more are counted unit by unit.
    if who.len() > 6 {
        let bit = |coder: usize, unit: usize| {
            let word = bits.get(coder * words + unit / 64).copied().unwrap_or_default();
            Some(u32::from(word >> (unit % 64) & 1 == 1))
        };
        let judgement = |unit: usize| {
            (0..coders).map(move |coder| {
                judging.get(coder).copied().unwrap_or_default().then(|| bit(coder, unit)).flatten()
            })
        };
        return Ratings::new(coders, 2, (0..units).flat_map(judgement));
    }
    let combinations = 1usize << who.len();
    let mut counts = vec![0u64; combinations];
    for word in 0..words {
        let inside = if (word + 1) * 64 <= units { u64::MAX } else { (1u64 << (units % 64)) - 1 };
        for (combination, count) in counts.iter_mut().enumerate() {
            let mut those = inside;
            for (bit, coder) in who.iter().enumerate() {
                let own = bits.get(coder * words + word).copied().unwrap_or_default();
                those &= if combination >> bit & 1 == 1 { own } else { !own };
            }
            *count += u64::from(those.count_ones());
        }
    }
    let patterns = counts.into_iter().enumerate().map(|(combination, count)| {
        let mut pattern = vec![None; coders];
        for (bit, coder) in who.iter().enumerate() {
            if let Some(slot) = pattern.get_mut(*coder) {
                *slot = Some(u32::from(combination >> bit & 1 == 1));
            }
        }
        (pattern, count)
    });
    Ratings::weighted(coders, 2, patterns)
}
