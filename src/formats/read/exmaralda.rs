//! EXMARaLDA basic transcriptions (`.exb`): events between points of a common time line, a tier a speaker.
//!
//! Speech are the tiers of type `t`; annotations (`a`) and descriptions (`d`) say something about it. An event is a
//! fragment, cut where something else begins, so the events of a tier that touch are joined as they are, without a
//! space. What is put in order is not the event but the utterance: it ends after `|` or the sign that ends a sentence,
//! or where nothing follows at once. Points of the time line mostly lack a time; it then lies between its neighbours.

use std::collections::HashMap;

use super::ooxml::{Node, Xml};
use super::timeline::{self, Tier};
use super::turns::{self, Piece, ends_sentence};
use super::{ReadOptions, Reading};
use crate::error::Result;

/// Whether the text is one of these.
pub fn claims(_extension: &str, text: &str) -> bool {
    text.starts_with('<') && super::detect::head(text).contains("<basic-transcription")
}

struct Event {
    from: String,
    to: String,
    text: String,
}

pub fn read(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    let mut xml = Xml::file(text, name, options.limits);
    let mut speakers: HashMap<String, String> = HashMap::new();
    let mut speaker = String::new();
    let mut points: Vec<(String, Option<u32>)> = Vec::new();
    let mut tiers: Vec<(Tier, Vec<Event>)> = Vec::new();
    let (mut kept, mut count) = (0, 0);
    // Events may hold elements for links and pictures, the abbreviation holds none.
    let (mut abbreviation, mut event) = (false, 0);
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) => {
                let value = |name: &str| element.any(name).unwrap_or_default().to_owned();
                event += usize::from(event > 0);
                abbreviation = element.name == "abbreviation";
                match element.name.as_str() {
                    "speaker" => speaker = value("id"),
                    "tli" => points.push((value("id"), element.any("time").and_then(milliseconds))),
                    "tier" => {
                        let tier = Tier {
                            name: value("display-name"),
                            alias: value("id"),
                            speaker: speakers.get(&value("speaker")).cloned(),
                            speech: element.any("type").is_none_or(|kind| kind == "t"),
                            pieces: Vec::new(),
                        };
                        tiers.push((tier, Vec::new()));
                    }
                    "event" => {
                        if let Some((_, events)) = tiers.last_mut() {
                            events.push(Event {
                                from: value("start"),
                                to: value("end"),
                                text: String::new(),
                            });
                            (event, count) = (1, count + 1);
                        }
                    }
                    _ => {}
                }
            }
            Node::End => {
                abbreviation = false;
                event = event.saturating_sub(1);
            }
            Node::Text(more) if abbreviation => {
                kept += more.len() as u64;
                speakers.entry(speaker.clone()).or_default().push_str(&more);
            }
            Node::Text(more) if event > 0 => {
                if let Some(event) = tiers.last_mut().and_then(|(_, events)| events.last_mut()) {
                    kept += more.len() as u64;
                    event.text.push_str(&more);
                }
            }
            Node::Text(_) => {}
        }
        xml.check(kept, count.max(tiers.len()).max(points.len()).max(speakers.len()))?;
    }
    let (ids, mut times): (Vec<String>, Vec<Option<u32>>) = points.into_iter().unzip();
    timeline::interpolate(&mut times);
    let places: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let place = |id: &str| places.get(id).copied();
    let tiers = tiers.into_iter().map(|(mut tier, mut events)| {
        tier.speaker = tier.speaker.as_deref().and_then(turns::speaker_name);
        if tier.name.trim().is_empty() {
            tier.name.clone_from(&tier.alias);
        }
        events.sort_by_key(|event| place(&event.from));
        for utterance in utterances(events) {
            let (from, to) = (place(&utterance.event.from), place(&utterance.event.to));
            let time = |at: Option<usize>| at.and_then(|at| times.get(at).copied().flatten());
            let piece = Piece {
                text: turns::clean(&utterance.event.text, '\u{2028}'),
                start: time(from),
                end: time(to),
                glued: utterance.glued,
                ..Piece::default()
            };
            if !piece.text.trim().is_empty() {
                tier.pieces.push((from.map_or(0, |at| at as u32), piece));
            }
        }
        tier
    });
    timeline::read(name, tiers.collect(), options)
}

/// `1346.757`, in seconds.
fn milliseconds(seconds: &str) -> Option<u32> {
    let time = (seconds.trim().parse::<f64>().ok()? * 1000.0).round();
    (0.0..=f64::from(u32::MAX)).contains(&time).then_some(time as u32)
}

struct Utterance {
    event: Event,
    /// Whether it follows the one before it at once.
    glued: bool,
}

fn utterances(events: Vec<Event>) -> Vec<Utterance> {
    let mut utterances: Vec<Utterance> = Vec::new();
    for event in events {
        let last = utterances.last_mut();
        let touches = last.as_ref().is_some_and(|last| last.event.to == event.from);
        match last {
            Some(last) if touches && !is_ended(&last.event.text) => {
                last.event.text.push_str(&event.text);
                last.event.to = event.to;
            }
            _ => utterances.push(Utterance { event, glued: touches }),
        }
    }
    utterances
}

fn is_ended(text: &str) -> bool {
    text.trim_end().chars().last().is_some_and(|c| c == '|' || ends_sentence(c))
}
