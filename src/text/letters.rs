//! The letters that pictures are drawn with: how wide a text is, where it has to be cut, and what its letters look like.
//!
//! One font comes with the program (`letters/LICENSE`), since a picture must look alike on machines without any. It is as
//! narrow as the common sans serif fonts, so that a picture of text fits with those too. Latin, Greek and Cyrillic are in
//! it; a letter that is not stands as a box, and [`missing`] names it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;

static FONT: &[u8] = include_bytes!("letters/DejaVuSansCondensed.ttf");
/// Stands for letters that are not in the font.
const BOX: char = '□';
const CUT: char = '…';

static LETTERS: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(FONT).ok());

/// The letters as the font has them: composed where they can be.
fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

fn glyph(letter: char) -> Option<GlyphId> {
    let map = LETTERS.as_ref()?.charmap();
    map.map(letter).or_else(|| map.map(BOX))
}

/// The letters of a text that the font does not have.
pub fn missing(text: &str) -> BTreeSet<char> {
    let Some(font) = LETTERS.as_ref() else { return text.chars().collect() };
    let map = font.charmap();
    composed(text).chars().filter(|c| !c.is_whitespace() && map.map(*c).is_none()).collect()
}

/// How wide a text is at a size, in the unit of the size.
pub fn width(text: &str, size: f32) -> f32 {
    let Some(font) = LETTERS.as_ref() else { return 0.0 };
    let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
    composed(text).chars().filter_map(glyph).filter_map(|glyph| metrics.advance_width(glyph)).sum()
}

/// The text in at most so much room; a cut is shown.
pub fn cut(text: &str, size: f32, room: f32) -> Cow<'_, str> {
    if width(text, size) <= room {
        return Cow::Borrowed(text);
    }
    use unicode_segmentation::UnicodeSegmentation as _;
    let room = room - width(&CUT.to_string(), size);
    let mut used = 0.0;
    let mut kept = String::new();
    for letter in text.graphemes(true) {
        used += width(letter, size);
        if used > room {
            break;
        }
        kept.push_str(letter);
    }
    Cow::Owned(kept.trim_end().to_owned() + &CUT.to_string())
}

/// The text in lines of at most so much room, broken at spaces; a longer word is cut.
pub fn wrapped(text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || width(&longer, size) <= room {
            *line = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.into_iter().map(|line| cut(&line, size, room).into_owned()).collect()
}

/// A step of an outline; y grows downwards from the base line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Quad(f32, f32, f32, f32),
    Cubic(f32, f32, f32, f32, f32, f32),
    Close,
}

/// The outlines of a text whose base line begins at (0, 0).
pub fn outline(text: &str, size: f32) -> Vec<Step> {
    let Some(font) = LETTERS.as_ref() else { return Vec::new() };
    let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
    let outlines = font.outline_glyphs();
    let mut pen = Pen { at: 0.0, steps: Vec::new() };
    for glyph in composed(text).chars().filter_map(glyph) {
        if let Some(outline) = outlines.get(glyph) {
            let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
            // A glyph that cannot be drawn leaves its room empty.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.at += metrics.advance_width(glyph).unwrap_or_default();
    }
    pen.steps
}

struct Pen {
    /// Where the letter begins.
    at: f32,
    steps: Vec<Step>,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.at + x, -y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.at + x, -y));
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.steps.push(Step::Quad(self.at + cx, -cy, self.at + x, -y));
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.steps.push(Step::Cubic(self.at + ax, -ay, self.at + bx, -by, self.at + x, -y));
    }
    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_of_european_languages_are_there() {
        assert_eq!(
            missing("Hemmnisse ÄÖÜ äöü ß „Zitat“ – … ş ğ ı ł ő č Ελλάδα Київ 50 % € a\u{308}"),
            BTreeSet::new()
        );
        assert_eq!(missing("漢字"), BTreeSet::from(['漢', '字']));
        assert!(!outline("ä", 10.0).is_empty());
        // Composed or not, it is one letter.
        assert_eq!(outline("ä", 10.0), outline("a\u{308}", 10.0));
    }

    #[test]
    fn an_em_is_as_wide_as_the_font_says() {
        // The advance of M is 1591 of 2048 units.
        assert!((width("M", 2048.0) - 1591.0).abs() < 2.0, "{}", width("M", 2048.0));
        assert_eq!(width("", 12.0), 0.0);
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(text in "\\PC{0,40}", room in 20f32..200.0) {
            let short = cut(&text, 11.0, room);
            prop_assert!(width(&short, 11.0) <= room + 0.01, "{short:?}");
            prop_assert!(short == text || short.ends_with(CUT));
            for line in wrapped(&text, 11.0, room) {
                prop_assert!(width(&line, 11.0) <= room + 0.01, "{line:?}");
            }
        }
    }
}
