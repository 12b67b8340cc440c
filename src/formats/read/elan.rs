//! ELAN (`.eaf`): annotations on a time line, a tier a speaker.
//!
//! Speech are the tiers that hang on no other one. The speaker is the tier's PARTICIPANT, else the tier's name, but for
//! the one tier that ELAN makes by itself. Tiers below others (translations, glosses, words) say the same again.
//! Points of the time line may lack a time; it then lies between its neighbours.

use std::collections::HashMap;

use super::ooxml::{Element, Node, Xml};
use super::timeline::{self, Tier};
use super::turns::{self, Piece};
use super::{ReadOptions, Reading};
use crate::error::Result;

/// References that lead from one annotation to another before a time.
const LONGEST_CHAIN: usize = 32;

/// Whether the text is one of these.
pub fn claims(_extension: &str, text: &str) -> bool {
    text.starts_with('<') && super::detect::head(text).contains("<ANNOTATION_DOCUMENT")
}

#[derive(Default)]
struct Annotation {
    id: String,
    from: String,
    to: String,
    /// The annotation that it hangs on.
    of: Option<String>,
    text: String,
}

pub fn read(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    let mut xml = Xml::file(text, name, options.limits);
    let mut slots: Vec<(String, Option<u32>)> = Vec::new();
    let mut tiers: Vec<(Tier, Vec<Annotation>)> = Vec::new();
    let (mut kept, mut count) = (0, 0);
    let mut inside = false;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) => {
                inside = element.name == "ANNOTATION_VALUE";
                match element.name.as_str() {
                    "TIME_SLOT" => {
                        let time = element.any("TIME_VALUE").and_then(|value| value.trim().parse().ok());
                        slots.push((attribute(&element, "TIME_SLOT_ID"), time));
                        xml.check(0, slots.len() / 2)?;
                    }
                    "TIER" => tiers.push((tier(&element), Vec::new())),
                    "ALIGNABLE_ANNOTATION" | "REF_ANNOTATION" => {
                        if let Some((_, annotations)) = tiers.last_mut() {
                            annotations.push(annotation(&element));
                            count += 1;
                        }
                    }
                    _ => {}
                }
            }
            Node::End => inside = false,
            Node::Text(more) if inside => {
                let annotation = tiers.last_mut().and_then(|(_, annotations)| annotations.last_mut());
                if let Some(annotation) = annotation {
                    kept += more.len() as u64;
                    annotation.text.push_str(&more);
                }
            }
            Node::Text(_) => {}
        }
        xml.check(kept, count.max(tiers.len()))?;
    }
    let times = Times::new(slots, &tiers);
    let only = tiers.len() == 1;
    let tiers = tiers.into_iter().map(|(mut tier, annotations)| {
        let aligned = annotations.iter().any(|annotation| annotation.of.is_none());
        tier.speech &= aligned;
        if only && tier.alias.is_empty() && tier.name.eq_ignore_ascii_case("default") {
            tier.speaker = None;
        }
        for annotation in annotations {
            let (start, end) = times.of(&annotation);
            let text = turns::clean(annotation.text.trim(), '\u{2028}');
            if !text.is_empty() {
                let piece = Piece { text, start, end, ..Piece::default() };
                tier.pieces.push((start.unwrap_or(0), piece));
            }
        }
        tier
    });
    timeline::read(name, tiers.collect(), options)
}

fn attribute(element: &Element, name: &str) -> String {
    element.any(name).unwrap_or_default().to_owned()
}

fn tier(element: &Element) -> Tier {
    let (name, participant) = (attribute(element, "TIER_ID"), attribute(element, "PARTICIPANT"));
    let speaker = turns::speaker_name(&participant).or_else(|| turns::speaker_name(&name));
    let speech = element.any("PARENT_REF").is_none_or(|parent| parent.trim().is_empty());
    Tier { name, alias: participant, speaker, speech, pieces: Vec::new() }
}

fn annotation(element: &Element) -> Annotation {
    Annotation {
        id: attribute(element, "ANNOTATION_ID"),
        from: attribute(element, "TIME_SLOT_REF1"),
        to: attribute(element, "TIME_SLOT_REF2"),
        of: element.any("ANNOTATION_REF").map(str::to_owned),
        text: String::new(),
    }
}

/// The time line.
struct Times {
    slots: HashMap<String, u32>,
    /// What the annotations hang on, by their names: other annotations, or two points of the time line.
    chain: HashMap<String, (Option<String>, String, String)>,
}

impl Times {
    fn new(slots: Vec<(String, Option<u32>)>, tiers: &[(Tier, Vec<Annotation>)]) -> Times {
        let (names, mut times): (Vec<String>, Vec<Option<u32>>) = slots.into_iter().unzip();
        timeline::interpolate(&mut times);
        let slots = names.into_iter().zip(times).filter_map(|(name, time)| Some((name, time?))).collect();
        // Only for annotations that hang on others is it looked up.
        let chain = match tiers.iter().flat_map(|(_, all)| all).any(|annotation| annotation.of.is_some()) {
            true => tiers
                .iter()
                .flat_map(|(_, all)| all)
                .map(|a| (a.id.clone(), (a.of.clone(), a.from.clone(), a.to.clone())))
                .collect(),
            false => HashMap::new(),
        };
        Times { slots, chain }
    }

    fn of(&self, annotation: &Annotation) -> (Option<u32>, Option<u32>) {
        let (mut of, mut from, mut to) = (annotation.of.as_ref(), &annotation.from, &annotation.to);
        for _ in 0..LONGEST_CHAIN {
            let Some((next, start, end)) = of.and_then(|of| self.chain.get(of)) else { break };
            (of, from, to) = (next.as_ref(), start, end);
        }
        (self.slots.get(from).copied(), self.slots.get(to).copied())
    }
}
