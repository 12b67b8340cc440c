//! Colours and styles: dark and light, and what is left of them where the terminal has fewer colours or none.
//!
//! The terminal's own background and text colour stay, so that the workbench sits well in anybody's terminal; only
//! accents are chosen, and what is chosen can be read: every colour is made as much lighter or darker as that needs,
//! after it was reduced to what the terminal has. Where codes cannot be told apart by colour, letters do it; without
//! colours, weight, underline and reversal carry the meaning.

use ratatui::style::{Color, Modifier, Style};

use crate::model::picture::Color as Ink;

/// For which background the accents are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    #[default]
    Dark,
    Light,
}

impl Ground {
    pub fn name(self) -> &'static str {
        match self {
            Ground::Dark => "dark",
            Ground::Light => "light",
        }
    }
    pub fn from_name(name: &str) -> Option<Ground> {
        [Ground::Dark, Ground::Light].into_iter().find(|ground| ground.name() == name)
    }
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    #[default]
    True,
    Palette256,
    Basic16,
    None,
}

impl Depth {
    /// From `NO_COLOR`, `COLORTERM` and `TERM`, given as they are in the environment.
    pub fn of(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Depth {
        let term = term.unwrap_or_default();
        if no_color.is_some_and(|value| !value.is_empty()) || term == "dumb" {
            Depth::None
        } else if colorterm.is_some_and(|value| value.contains("truecolor") || value.contains("24bit"))
            || term.contains("direct")
        {
            Depth::True
        } else if term.contains("256color") {
            Depth::Palette256
        } else {
            Depth::Basic16
        }
    }
}

/// What the program looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    pub ground: Ground,
    pub depth: Depth,
}

/// How much a text differs in brightness from what it stands on, and a stripe, a mark or a frame (WCAG 2.2, 1.4.3 and
/// 1.4.11).
const TEXT: f32 = 4.5;
const MARK: f32 = 3.0;

/// The least favourable background that is reckoned with, dark and light: those of Nord and of Solarized Light. The
/// grounds of cursor and segment stay on the good side of them, so that coloured words can be read there too.
const BEHIND: [Ink; 2] = [Ink(0x2e, 0x34, 0x40), Ink(0xee, 0xe8, 0xd5)];

/// A ground of ours with the colour of plain words on it; both also as numbers of the 256 colours, since the nearest
/// ones would be too bright or too dark.
struct Wash {
    back: Ink,
    words: Ink,
    indexed: (u8, u8),
}

impl Theme {
    pub fn has_colors(self) -> bool {
        self.depth != Depth::None
    }
    /// Whether codes are told apart by letters: there are too few colours for them.
    pub fn has_letters(self) -> bool {
        matches!(self.depth, Depth::None | Depth::Basic16)
    }
    fn on<T>(self, dark: T, light: T) -> T {
        if self.ground == Ground::Dark { dark } else { light }
    }
    /// A colour as this terminal can show it.
    fn shown(self, ink: Ink, least: f32) -> Color {
        let Ink(red, green, blue) = ink;
        match self.depth {
            Depth::True => Color::Rgb(red, green, blue),
            Depth::Palette256 => Color::Indexed(cube(red, green, blue)),
            Depth::Basic16 => basic(ink, self.ground, least),
            Depth::None => Color::Reset,
        }
    }
    /// A colour, as much lighter or darker as is needed to differ so much from the background.
    fn ink(self, ink: Ink, least: f32) -> Color {
        const STEPS: u8 = 64;
        let [dark, light] = BEHIND;
        let (behind, end) = self.on((dark, Ink(255, 255, 255)), (light, Ink(0, 0, 0)));
        for step in 0..STEPS {
            let shown = self.shown(ink.towards(end, f32::from(step) / f32::from(STEPS)), least);
            if seen(shown).is_none_or(|seen| seen.contrast(behind) >= least) {
                return shown;
            }
        }
        self.shown(end, least)
    }
    /// Words in one colour on a dark ground, in another on a light one.
    fn words(self, dark: (u8, u8, u8), light: (u8, u8, u8)) -> Style {
        let (red, green, blue) = self.on(dark, light);
        Style::new().fg(self.ink(Ink(red, green, blue), TEXT))
    }
    fn wash(self, dark: Wash, light: Wash) -> Style {
        let Wash { back, words, indexed } = self.on(dark, light);
        match self.depth {
            Depth::True => {
                Style::new().bg(Color::Rgb(back.0, back.1, back.2)).fg(Color::Rgb(words.0, words.1, words.2))
            }
            _ => Style::new().bg(Color::Indexed(indexed.0)).fg(Color::Indexed(indexed.1)),
        }
    }
    /// A code's colour (`#RRGGBB`) for its stripe and other marks.
    pub fn code(self, color: &str) -> Color {
        let (red, green, blue) = hex(color);
        self.ink(Ink(red, green, blue), MARK)
    }
    /// A code's or coder's colour for words.
    pub fn code_words(self, color: &str) -> Color {
        let (red, green, blue) = hex(color);
        self.ink(Ink(red, green, blue), TEXT)
    }
    /// A colour for the nth speaker.
    pub fn speaker(self, nth: usize) -> Style {
        const DARK: [(u8, u8, u8); 5] =
            [(128, 190, 255), (255, 196, 110), (130, 220, 170), (235, 160, 215), (220, 210, 130)];
        const LIGHT: [(u8, u8, u8); 5] =
            [(0, 84, 166), (150, 84, 0), (0, 110, 70), (140, 40, 115), (105, 95, 0)];
        let at = nth % DARK.len();
        self.words(DARK[at], LIGHT[at]).add_modifier(Modifier::BOLD)
    }
    pub fn dim(self) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::DIM),
            // Dark grey is hardly seen on black, and on white no grey of the sixteen is dark enough.
            Depth::Basic16 => Style::new().fg(self.on(Color::Gray, Color::Reset)),
            _ => self.words((138, 138, 146), (104, 104, 112)),
        }
    }
    /// Frames of panes that have not the focus.
    pub fn frame(self) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::DIM),
            Depth::Basic16 => Style::new().fg(self.on(Color::Gray, Color::DarkGray)),
            _ => Style::new().fg(self.ink(self.on(Ink(78, 78, 88), Ink(178, 178, 186)), MARK)),
        }
    }
    /// The pane with the focus, the key of a hint.
    pub fn accent(self) -> Style {
        self.words((110, 190, 240), (0, 95, 160)).add_modifier(Modifier::BOLD)
    }
    /// The line under the cursor in the pane with the focus.
    pub fn cursor(self) -> Style {
        if !self.has_shades() {
            return Style::new().add_modifier(Modifier::REVERSED);
        }
        let dark = Wash { back: Ink(26, 50, 92), words: Ink(238, 240, 244), indexed: (17, 255) };
        let light = Wash { back: Ink(220, 234, 252), words: Ink(24, 28, 36), indexed: (195, 234) };
        self.wash(dark, light)
    }
    /// The line under the cursor in a pane without the focus.
    pub fn cursor_idle(self) -> Style {
        if !self.has_shades() {
            return Style::new().add_modifier(Modifier::BOLD);
        }
        let dark = Wash { back: Ink(40, 42, 48), words: Ink(226, 228, 232), indexed: (235, 254) };
        let light = Wash { back: Ink(235, 236, 240), words: Ink(24, 28, 36), indexed: (255, 234) };
        self.wash(dark, light)
    }
    /// Selected text: in one colour, whatever it had.
    pub fn selection(self) -> Style {
        if !self.has_shades() {
            return Style::new().add_modifier(Modifier::REVERSED);
        }
        let dark = Wash { back: Ink(70, 82, 140), words: Ink(255, 255, 255), indexed: (61, 231) };
        let light = Wash { back: Ink(170, 198, 245), words: Ink(10, 14, 24), indexed: (153, 16) };
        self.wash(dark, light)
    }
    /// The words of the segment at the cursor.
    pub fn segment(self) -> Style {
        if !self.has_shades() {
            return Style::new().add_modifier(Modifier::UNDERLINED);
        }
        let dark = Wash { back: Ink(40, 54, 46), words: Ink(238, 240, 244), indexed: (236, 255) };
        let light = Wash { back: Ink(222, 240, 226), words: Ink(24, 28, 36), indexed: (194, 234) };
        self.wash(dark, light).add_modifier(Modifier::UNDERLINED)
    }
    /// The words that a search found.
    pub fn hit(self) -> Style {
        if !self.has_shades() {
            return Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
        }
        let dark = Wash { back: Ink(240, 190, 90), words: Ink(20, 16, 4), indexed: (215, 16) };
        let light = Wash { back: Ink(255, 214, 110), words: Ink(30, 20, 0), indexed: (222, 16) };
        self.wash(dark, light)
    }
    pub fn error(self) -> Style {
        self.words((255, 138, 128), (176, 0, 32)).add_modifier(Modifier::BOLD)
    }
    pub fn good(self) -> Style {
        self.words((120, 210, 150), (0, 110, 60))
    }
    pub fn warn(self) -> Style {
        let style = self.words((240, 190, 90), (140, 85, 0));
        if self.has_colors() { style } else { style.add_modifier(Modifier::BOLD) }
    }
    /// Whether there are enough colours to tell shades apart.
    pub fn has_shades(self) -> bool {
        matches!(self.depth, Depth::True | Depth::Palette256)
    }
    /// The ground of a number, from none to the strongest at 1, and what is read on it.
    pub fn shade(self, shade: f32) -> (Color, Color) {
        let (pale, strong) =
            self.on((Ink(26, 32, 42), Ink(86, 180, 233)), (Ink(0xf4, 0xf8, 0xfd), Ink(0x08, 0x45, 0x94)));
        let ground = self.shown(pale.towards(strong, shade), MARK);
        let words = seen(ground).unwrap_or(pale).ink();
        (ground, self.shown(words, TEXT))
    }
    /// What is behind a popup.
    pub fn popup(self) -> Style {
        Style::new()
    }
}

/// `#RRGGBB` as numbers; grey for anything else.
pub fn hex(color: &str) -> (u8, u8, u8) {
    let part = |at: usize| color.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    match (part(1), part(3), part(5)) {
        (Some(red), Some(green), Some(blue)) => (red, green, blue),
        _ => (128, 128, 128),
    }
}

/// What a colour looks like, where that does not depend on the terminal.
fn seen(color: Color) -> Option<Ink> {
    match color {
        Color::Rgb(red, green, blue) => Some(Ink(red, green, blue)),
        Color::Indexed(index @ 16..=231) => {
            let part = |nth: u8| STEPS[usize::from(nth % 6)];
            let index = index - 16;
            Some(Ink(part(index / 36), part(index / 6), part(index)))
        }
        Color::Indexed(index @ 232..) => {
            let grey = 8 + 10 * (index - 232);
            Some(Ink(grey, grey, grey))
        }
        _ => None,
    }
}

/// The steps of the 6 × 6 × 6 cube.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of the 6 × 6 × 6 cube or the 24 greys.
fn cube(red: u8, green: u8, blue: u8) -> u8 {
    let near =
        |value: u8| -> u8 { (0..6u8).min_by_key(|&at| STEPS[usize::from(at)].abs_diff(value)).unwrap_or(0) };
    let spread = red.max(green).max(blue) - red.min(green).min(blue);
    if spread < 12 && red > 8 && red < 238 {
        return 232 + (red - 8) / 10;
    }
    16 + 36 * near(red) + 6 * near(green) + near(blue)
}

/// The one of sixteen that is nearest in hue and can be seen: the eight bright ones on a dark ground; on a light one
/// green, yellow and cyan are too bright in every terminal's palette.
fn basic(ink: Ink, ground: Ground, least: f32) -> Color {
    let Ink(red, green, blue) = ink;
    let (max, min) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = max - min;
    let on = |value: u8| spread >= 30 && u16::from(value - min) * 2 > u16::from(spread);
    match (ground, on(red), on(green), on(blue)) {
        (Ground::Dark, true, true, false) => Color::LightYellow,
        (Ground::Dark, true, false, true) => Color::LightMagenta,
        (Ground::Dark, false, true, true) => Color::LightCyan,
        (Ground::Dark, true, false, false) => Color::LightRed,
        (Ground::Dark, false, true, false) => Color::LightGreen,
        (Ground::Dark, false, false, true) if least < TEXT => Color::LightBlue,
        (Ground::Dark, false, false, true) => Color::LightCyan,
        (Ground::Dark, ..) => Color::Gray,
        (Ground::Light, true, false, true) => Color::Magenta,
        (Ground::Light, true, _, false) => Color::Red,
        (Ground::Light, false, _, true) => Color::Blue,
        (Ground::Light, ..) => Color::Reset,
    }
}

#[cfg(test)]
mod tests;
