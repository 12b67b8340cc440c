//! Lines to paragraphs. A PDF says nothing of paragraphs; how lines stand does: a wider gap, a line that ends early, an
//! indentation, a label or time that opens one, another size.

use std::collections::{HashMap, HashSet};

use super::lines::Line;
use super::margins::Numbers;
use crate::text::ParagraphKind as Kind;
use crate::text::recognise::Block;
use crate::text::speakers::Labels;

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// What the lines of a document have in common.
struct Habits {
    size: f64,
    /// From baseline to baseline inside a paragraph.
    pitch: f64,
    /// Where the longest lines end.
    right: f64,
    /// Where paragraphs begin, if that is not where their other lines do.
    start: Option<f64>,
    labels: Labels,
}

/// The paragraphs, and how many words that a hyphen divided were joined without it.
pub fn blocks(lines: &[Line], numbers: &Numbers) -> (Vec<Block>, usize) {
    let habits = Habits::of(lines);
    let words = words(lines);
    let mut joined = 0;
    let mut blocks: Vec<(String, f64)> = Vec::new();
    let mut before: Option<&Line> = None;
    for (index, line) in lines.iter().enumerate() {
        let begins = match before {
            None => true,
            Some(_) if numbers.paragraphs => numbers.starts.get(index) == Some(&true),
            Some(before) => habits.begins(before, line),
        };
        match blocks.last_mut() {
            Some((text, size)) if !begins => {
                joined += usize::from(join(text, &line.text(), &words));
                *size = size.max(line.size);
            }
            _ => blocks.push((line.text(), line.size)),
        }
        before = Some(line);
    }
    let block = |(text, size): (String, f64)| {
        let heading = size > habits.size * 1.15 && text.chars().count() < 200;
        Block::of_kind(text, if heading { Kind::Heading } else { Kind::Speech })
    };
    (blocks.into_iter().map(block).collect(), joined)
}

impl Habits {
    fn of(lines: &[Line]) -> Habits {
        let size = most(lines.iter().map(|line| (line.size * 2.0, line.text().len()))) / 2.0;
        let mut rights: Vec<f64> = lines.iter().map(Line::right).collect();
        rights.sort_by(f64::total_cmp);
        let right = rights.get(rights.len() * 97 / 100).copied().unwrap_or(0.0);
        let texts: Vec<String> = lines.iter().map(Line::text).collect();
        let labels = Labels::learn(texts.iter().map(String::as_str), None);
        let mut habits = Habits { size, pitch: size * 1.3, right, start: None, labels };
        let (mut inside, mut first, mut other) = (Vec::new(), Vec::new(), Vec::new());
        for pair in lines.windows(2) {
            let [before, line] = pair else { continue };
            let ended = habits.ends_early(before, line);
            let gap = line.y - before.y;
            if !ended && before.page == line.page && gap > 0.0 && gap < size * 3.5 {
                inside.push(gap);
            }
            match ended {
                true => first.push((line.left(), 1)),
                false => other.push((line.left(), 1)),
            }
        }
        inside.sort_by(f64::total_cmp);
        // A gap of paragraphs can follow a full line; the lower third is that of lines.
        if let Some(pitch) = inside.get(inside.len() / 3) {
            habits.pitch = *pitch;
        }
        if first.len() > 2 && other.len() > 2 {
            let (first, other) = (most(first.into_iter()), most(other.into_iter()));
            habits.start = ((first - other).abs() > size * 0.5).then_some(first);
        }
        habits
    }

    /// Whether the next line's first word would have had room. After a hyphen it is no word.
    fn ends_early(&self, before: &Line, line: &Line) -> bool {
        let divided = |text: &str| text.trim_end_matches(HYPHENS).ends_with(char::is_alphanumeric);
        let text = before.pieces.last().map_or("", |piece| piece.text.as_str());
        let goes_on = line.pieces.first().is_some_and(|piece| piece.text.starts_with(char::is_lowercase));
        if goes_on && text.ends_with(HYPHENS) && divided(text) {
            return false;
        }
        let first = line.pieces.first();
        let width = first.map_or(0.0, |piece| {
            let letters = piece.text.chars().count().max(1) as f64;
            let word = piece.text.split(' ').next().map_or(0, |word| word.chars().count()) as f64;
            (piece.right - piece.left) * word / letters
        });
        before.right() + width + before.size * 0.6 < self.right
    }

    fn begins(&self, before: &Line, line: &Line) -> bool {
        let gap = line.y - before.y;
        let apart = before.page == line.page && gap > self.pitch * 1.3;
        let resized = (before.size - line.size).abs() > self.size * 0.15;
        let indented = self.start.is_some_and(|start| (line.left() - start).abs() < self.size * 0.3);
        let opening = self.labels.opening(&line.text());
        // A stamp alone may be the end of the paragraph that had no room for it.
        let timed = !opening.alone && opening.times.iter().any(|stamp| stamp.delimited);
        let opens = opening.label.is_some() || timed;
        apart || resized || indented || opens || self.ends_early(before, line)
    }
}

/// The number that most of the weight has, to the nearest whole one.
fn most(values: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut weights: HashMap<i64, usize> = HashMap::new();
    for (value, weight) in values {
        *weights.entry(value.round() as i64).or_default() += weight;
    }
    let heaviest = weights.into_iter().max_by_key(|(value, weight)| (*weight, -*value));
    heaviest.map_or(0.0, |(value, _)| value as f64)
}

/// The words inside lines: there no hyphen was put in by a typesetter.
fn words(lines: &[Line]) -> HashSet<String> {
    let mut words = HashSet::new();
    for line in lines {
        let text = line.text();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            words.insert(word.to_lowercase());
        }
    }
    words
}

/// Puts a line after the text before it. A hyphen at the line's end stays unless the word is known without it;
/// whether it is.
fn join(text: &mut String, next: &str, words: &HashSet<String>) -> bool {
    let tail: String = {
        let hyphenless = text.strip_suffix(HYPHENS).unwrap_or("");
        hyphenless.chars().rev().take_while(|c| c.is_alphanumeric()).collect()
    };
    let start: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    let soft = text.ends_with('\u{ad}');
    let divided = !tail.is_empty() && start.chars().next().is_some_and(char::is_alphabetic);
    if divided || soft {
        let word: String = tail.chars().rev().chain(start.chars()).collect();
        let lower = start.chars().next().is_some_and(char::is_lowercase);
        let known = soft || lower && words.contains(&word.to_lowercase());
        if known {
            text.pop();
        } else if matches!(start.as_str(), "und" | "oder" | "bzw" | "sowie" | "and" | "or" | "to" | "bis") {
            text.push(' ');
        }
        text.push_str(next);
        return known;
    }
    let unspaced =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ff00}'..='\u{ffef}'));
    if !(unspaced(text.chars().next_back()) && unspaced(next.chars().next())) {
        text.push(' ');
    }
    text.push_str(next);
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens() {
        let words: HashSet<String> = ["gärtnerei".to_owned()].into();
        for (text, next, joined) in [
            ("die Gärt-", "nerei ist", "die Gärtnerei ist"),
            ("die Gärt-", "ner sind", "die Gärt-ner sind"),
            ("Land-", "und Forst", "Land- und Forst"),
            ("die E-Mail-", "Adresse", "die E-Mail-Adresse"),
            ("Gär\u{ad}", "ten", "Gärten"),
            ("dann -", "ja", "dann - ja"),
            ("我们", "去", "我们去"),
            ("so", "ja", "so ja"),
        ] {
            let mut text = text.to_owned();
            join(&mut text, next, &words);
            assert_eq!(text, joined);
        }
    }
}
