//! Characters with places to lines of text.

use unicode_normalization::char::is_combining_mark;

use super::glyphs::{Glyph, Page};

/// A part of a line that a wide gap separates from the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From 0.
    pub page: usize,
    /// Of the baseline, as a part of the page's height.
    pub place: f64,
    pub y: f64,
    pub size: f64,
    pub pieces: Vec<Piece>,
}

impl Line {
    pub fn left(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.left)
    }
    pub fn right(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.right)
    }
    /// The pieces with a tab between them, which is what made most such gaps.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut end = f64::MAX;
        for piece in &self.pieces {
            if !text.is_empty() {
                text.push(if (piece.left - end).abs() > self.size * TAB { '\t' } else { ' ' });
            }
            text.push_str(&piece.text);
            end = piece.right;
        }
        text
    }
}

/// Parts of the size of the letters: a gap that is a space where none is written, and one that is a tab.
const SPACE: f64 = 0.14;
const TAB: f64 = 1.5;
/// The gap after a number that may stand in the margin.
const NUMBER: f64 = 0.6;

/// The lines of a page from top to bottom.
pub fn lines(page: usize, mut found: Page) -> Vec<Line> {
    found.glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    // The tallest character decides where a row is: a raised number belongs to the row that it overlaps.
    let mut tallest: Option<Glyph> = None;
    for glyph in found.glyphs {
        match (tallest, rows.last_mut()) {
            (Some(tall), Some(row)) if overlap(&tall, &glyph) > 0.5 => {
                row.push(glyph);
                if glyph.size > tall.size {
                    tallest = Some(glyph);
                }
            }
            _ => {
                rows.push(vec![glyph]);
                tallest = Some(glyph);
            }
        }
    }
    rows.into_iter().filter_map(|row| line(page, found.height, row)).collect()
}

/// Of the lower of the two, the part that stands beside the other.
fn overlap(a: &Glyph, b: &Glyph) -> f64 {
    let top = (a.y - a.size * 0.75).max(b.y - b.size * 0.75);
    let bottom = (a.y + a.size * 0.2).min(b.y + b.size * 0.2);
    (bottom - top) / (a.size.min(b.size) * 0.95)
}

fn line(page: usize, height: f64, mut row: Vec<Glyph>) -> Option<Line> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let letters = row.iter().filter(|glyph| !glyph.text.is_whitespace());
    let largest = letters.clone().map(|glyph| glyph.size).fold(0.0, f64::max);
    let y = letters.filter(|glyph| glyph.size >= largest).map(|glyph| glyph.y).next()?;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<Glyph> = None;
    let mut end = f64::MIN;
    for glyph in row {
        // Letters drawn twice, a hair apart, are bold.
        if before.is_some_and(|b| {
            b.text == glyph.text && glyph.width > 0.0 && (glyph.x - b.x).abs() < b.size * 0.1
        }) {
            continue;
        }
        // An accent drawn over its letter is no next letter.
        let mark = is_combining_mark(glyph.text) && before.is_some();
        let gap = if mark { 0.0 } else { glyph.x - end };
        let number =
            matches!(pieces.as_slice(), [only] if only.text.bytes().all(|byte| byte.is_ascii_digit()));
        let (space, tab) = (glyph.size * SPACE, glyph.size * if number { NUMBER } else { TAB });
        if gap > tab {
            pieces.push(Piece { text: String::new(), left: glyph.x, right: glyph.x });
        }
        let piece = pieces.last_mut()?;
        let spaced = piece.text.ends_with(char::is_whitespace) || glyph.text.is_whitespace();
        if gap > space && gap <= tab && !spaced {
            piece.text.push(' ');
        }
        push(&mut piece.text, glyph.text);
        if !glyph.text.is_whitespace() {
            piece.right = glyph.x + glyph.width;
        }
        before = Some(glyph);
        end = end.max(glyph.x + glyph.width);
    }
    for piece in &mut pieces {
        piece.text = in_reading_order(piece.text.trim());
    }
    pieces.retain(|piece| !piece.text.is_empty());
    let rtl = pieces.iter().filter(|piece| right_to_left(&piece.text)).count();
    if rtl * 2 > pieces.len() {
        pieces.reverse();
    }
    (!pieces.is_empty()).then_some(Line { page, place: y / height.max(1.0), y, size: largest, pieces })
}

/// A letter as one writes it: typesetters' ligatures are two, and a program may draw a space as a tab.
fn push(text: &mut String, letter: char) {
    match letter {
        '\u{fb00}' => text.push_str("ff"),
        '\u{fb01}' => text.push_str("fi"),
        '\u{fb02}' => text.push_str("fl"),
        '\u{fb03}' => text.push_str("ffi"),
        '\u{fb04}' => text.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
        '\0' => {}
        c if c.is_whitespace() && c != '\u{a0}' => text.push(' '),
        c => text.push(c),
    }
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

fn right_to_left(text: &str) -> bool {
    let rtl = text.chars().filter(|c| is_rtl(*c)).count();
    rtl * 2 > text.chars().filter(|c| c.is_alphabetic()).count() && rtl > 0
}

/// Characters are drawn from left to right: Hebrew and Arabic are turned round, numbers and Latin words in it are not.
fn in_reading_order(text: &str) -> String {
    if !right_to_left(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    for c in text.chars().rev() {
        if c.is_alphanumeric() && !is_rtl(c) || !run.is_empty() && matches!(c, '.' | ',' | ':' | '-' | '\'') {
            run.push(c);
            continue;
        }
        out.extend(run.drain(..).rev());
        out.push(match c {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            c => c,
        });
    }
    out.extend(run.drain(..).rev());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, x: f64, y: f64, size: f64) -> Vec<Glyph> {
        text.chars()
            .enumerate()
            .map(|(index, text)| Glyph { text, x: x + index as f64 * size / 2.0, y, width: size / 2.0, size })
            .collect()
    }

    #[test]
    fn rows_spaces_tabs() {
        let glyphs = [
            drawn("B:", 50.0, 100.0, 10.0),
            drawn("Gut", 90.0, 100.2, 10.0),
            drawn("so", 107.0, 100.0, 10.0),
            drawn("1", 117.5, 96.0, 6.0),
            drawn("I:", 50.0, 88.0, 10.0),
        ];
        let page = Page { height: 800.0, glyphs: glyphs.concat(), turned: 0 };
        let lines: Vec<String> = lines(0, page).iter().map(Line::text).collect();
        assert_eq!(lines, ["I:", "B:\tGut so1"]);
    }

    #[test]
    fn letters() {
        assert_eq!(in_reading_order("(12) םולש abc"), "abc שלום (12)");
        let mut text = String::new();
        "\u{fb01}n\t\u{a0}".chars().for_each(|c| push(&mut text, c));
        assert_eq!(text, "fin \u{a0}");
    }
}
