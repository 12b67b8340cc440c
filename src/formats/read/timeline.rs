//! Files with tiers on a time line: annotations, of which some are speech.
//!
//! Each tier of speech belongs to one speaker. Their annotations are put in the order in which they begin, and those
//! of one speaker that follow each other become one paragraph ([`super::turns`]). Other tiers (translations, glosses,
//! gestures) are left out and named; `tiers` in the options says which to read instead.

use super::turns::{self, Naming, Piece};
use super::{ReadOptions, Reading};
use crate::error::{Choice, Error, Result};
use crate::model::draft::Advice;
use crate::tr;

/// A tier with its annotations.
#[derive(Debug, Default)]
pub struct Tier {
    /// What it is called in its program, and what else it may be asked for by.
    pub name: String,
    pub alias: String,
    pub speaker: Option<String>,
    /// Whether it is speech, as far as the file says.
    pub speech: bool,
    /// With a place in the order of the time line.
    pub pieces: Vec<(u32, Piece)>,
}

impl Tier {
    fn is_called(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        [&self.name, &self.alias].iter().any(|own| own.trim().to_lowercase() == name)
    }
}

/// The paragraphs of the tiers that are speech, or of those that were asked for.
pub fn read(name: &str, tiers: Vec<Tier>, options: &ReadOptions) -> Result<Reading> {
    let tiers: Vec<Tier> = tiers.into_iter().filter(|tier| !tier.pieces.is_empty()).collect();
    let all = names(tiers.iter());
    let (mut read, left_out): (Vec<Tier>, Vec<Tier>) = match &options.tiers {
        None => tiers.into_iter().partition(|tier| tier.speech),
        Some(wanted) => {
            let unknown = wanted.iter().find(|wanted| !tiers.iter().any(|tier| tier.is_called(wanted)));
            if let Some(unknown) = unknown {
                let error = tr!("read-no-such-tier", name = name, tier = unknown.as_str());
                return Err(Error::invalid(error)
                    .hint(tr!("read-no-such-tier-hint", tiers = all))
                    .choice(Choice::Tiers));
            }
            tiers.into_iter().partition(|tier| wanted.iter().any(|wanted| tier.is_called(wanted)))
        }
    };
    if read.is_empty() {
        let hint = match all.is_empty() {
            true => tr!("read-no-speech-tier-hint"),
            false => tr!("read-no-such-tier-hint", tiers = all.clone()),
        };
        let error = Error::unreadable(tr!("read-no-speech-tier", name = name)).hint(hint);
        return Err(if all.is_empty() { error } else { error.choice(Choice::Tiers) });
    }
    let mut advice = Vec::new();
    let mut say = |text: String| advice.push(Advice { text, choice: Choice::Tiers });
    let twice = |tier: &&Tier| {
        tier.speaker.is_some() && read.iter().filter(|other| other.speaker == tier.speaker).count() > 1
    };
    let several = names(read.iter().filter(twice));
    if options.tiers.is_none() && !several.is_empty() {
        say(tr!("read-tiers-of-one", tiers = several));
    }
    if !left_out.is_empty() {
        say(tr!("read-tiers-left-out", tiers = names(left_out.iter())));
    }
    let mut pieces: Vec<(u32, Piece)> = Vec::new();
    for tier in &mut read {
        for (order, mut piece) in tier.pieces.drain(..) {
            piece.speaker = tier.speaker.clone();
            pieces.push((order, piece));
        }
    }
    pieces.sort_by_key(|(order, _)| *order);
    let pieces = pieces.into_iter().map(|(_, piece)| piece).collect();
    Ok(Reading { blocks: turns::blocks(pieces, Naming::Fields, options), advice, ..Reading::default() })
}

/// For messages: `B (120), B-en (118)`, no longer than a message may be.
fn names<'a>(tiers: impl Iterator<Item = &'a Tier>) -> String {
    const MOST: usize = 20;
    let mut shown = Vec::new();
    for tier in tiers.take(MOST + 1) {
        let name: String = turns::clean(&tier.name, ' ').chars().take(40).collect();
        shown.push(match shown.len() {
            MOST => "…".to_owned(),
            _ => format!("{name} ({})", tier.pieces.len()),
        });
    }
    shown.join(", ")
}

/// Times between the known ones, evenly spread; before the first and after the last there is nothing to go by but
/// these.
pub fn interpolate(times: &mut [Option<u32>]) {
    let known: Vec<(usize, u32)> =
        times.iter().enumerate().filter_map(|(at, time)| time.map(|time| (at, time))).collect();
    let mut next = 0;
    for (at, time) in times.iter_mut().enumerate().filter(|(_, time)| time.is_none()) {
        while known.get(next).is_some_and(|(known, _)| *known < at) {
            next += 1;
        }
        let before = next.checked_sub(1).and_then(|before| known.get(before));
        *time = match (before, known.get(next)) {
            (Some((a, from)), Some((b, to))) => {
                let share = (i64::from(*to) - i64::from(*from)) * (at - a) as i64 / (b - a) as i64;
                u32::try_from(i64::from(*from) + share).ok()
            }
            (Some((_, time)), None) | (None, Some((_, time))) => Some(*time),
            (None, None) => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_times_lie_between_the_known_ones() {
        let mut times = [None, Some(1000), None, None, Some(4000), None, Some(3000), None];
        interpolate(&mut times);
        assert_eq!(times.map(Option::unwrap), [1000, 1000, 2000, 3000, 4000, 3500, 3000, 3000]);
        let mut none = [None, None];
        interpolate(&mut none);
        assert_eq!(none, [None, None]);
    }
}
