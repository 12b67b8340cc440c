//! A picture as shapes: what draws a table makes it, what writes files writes it.
//!
//! Lengths are pixels of 1/96 inch, from the upper left corner.

/// As wide as the text of an A4 page may be, upright and on its side.
pub const A4: (f32, f32) = (680.0, 1000.0);

/// Shapes on white ground.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    pub width: f32,
    pub height: f32,
    pub title: String,
    /// What it shows and for which analysis set: for those who do not see it.
    pub description: String,
    pub shapes: Vec<Shape>,
}

/// One shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Box { x: f32, y: f32, width: f32, height: f32, fill: Color, says: String },
    Line { from: (f32, f32), to: (f32, f32), width: f32, color: Color },
    Text(Label),
}

/// A text on one line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label {
    pub x: f32,
    /// The base line.
    pub y: f32,
    pub size: f32,
    pub anchor: Anchor,
    pub color: Color,
    pub text: String,
    /// Read from below.
    pub upright: bool,
    pub bold: bool,
    /// All of it, where the text was cut.
    pub whole: String,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Default for Color {
    fn default() -> Color {
        Color::BLACK
    }
}

impl Color {
    pub const BLACK: Color = Color(0x1d, 0x21, 0x26);
    pub const SOFT: Color = Color(0x5a, 0x64, 0x70);
    pub const FAINT: Color = Color(0xa8, 0xb0, 0xb8);
    pub const RULE: Color = Color(0xc9, 0xd0, 0xd7);
    pub const GROUND: Color = Color(0xee, 0xf1, 0xf4);
    pub const WHITE: Color = Color(0xff, 0xff, 0xff);

    /// From `#RRGGBB`; a blue for anything else.
    pub fn from_hex(hex: &str) -> Color {
        let part = |at: usize| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
        match (part(1), part(3), part(5)) {
            (Some(red), Some(green), Some(blue)) if hex.starts_with('#') => Color(red, green, blue),
            _ => Color(0x2b, 0x6c, 0xb0),
        }
    }
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
    /// Brightness as WCAG measures it, 0 to 1.
    fn luminance(self) -> f32 {
        let part = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }
    /// How much two colours differ in brightness, 1 to 21; a text needs 4.5.
    pub fn contrast(self, other: Color) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
    /// What is read best on this ground.
    pub fn ink(self) -> Color {
        let black = Color(0, 0, 0);
        if self.contrast(Color::WHITE) >= self.contrast(black) { Color::WHITE } else { black }
    }
    /// The colour of a code as it is seen on white paper: as much darker as a mark needs by WCAG (3 to 1).
    pub fn mark(hex: &str) -> Color {
        const STEPS: u8 = 64;
        let color = Color::from_hex(hex);
        let darker = |step| color.towards(Color(0, 0, 0), f32::from(step) / f32::from(STEPS));
        (0..STEPS).map(darker).find(|mark| mark.contrast(Color::WHITE) >= 3.0).unwrap_or(Color::BLACK)
    }
    /// A part of the way to another colour, 0 to 1.
    pub fn towards(self, other: Color, share: f32) -> Color {
        let mix = |from: u8, to: u8| {
            (f32::from(from) + (f32::from(to) - f32::from(from)) * share.clamp(0.0, 1.0)).round() as u8
        };
        Color(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}
