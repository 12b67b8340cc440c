//! Colours and styles: dark and light, and what is left of them where the terminal has fewer colours or none.
//!
//! The terminal's own background and text colour stay, so that the workbench sits well in anybody's terminal; only
//! accents are chosen. Without colours, weight, underline and reversal carry the meaning.

use ratatui::style::{Color, Modifier, Style};

use crate::model::picture::Color as Ink;

/// For which background the accents are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    #[default]
    Dark,
    Light,
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

impl Theme {
    pub fn has_colors(self) -> bool {
        self.depth != Depth::None
    }
    /// A colour as this terminal can show it.
    pub fn rgb(self, red: u8, green: u8, blue: u8) -> Color {
        match self.depth {
            Depth::True => Color::Rgb(red, green, blue),
            Depth::Palette256 => Color::Indexed(cube(red, green, blue)),
            Depth::Basic16 => basic(red, green, blue),
            Depth::None => Color::Reset,
        }
    }
    fn pick(self, dark: (u8, u8, u8), light: (u8, u8, u8)) -> Color {
        let (red, green, blue) = if self.ground == Ground::Dark { dark } else { light };
        self.rgb(red, green, blue)
    }
    /// A code's colour (`#RRGGBB`), brightened or darkened until it can be read on the background.
    pub fn code(self, color: &str) -> Color {
        let (red, green, blue) = hex(color);
        let bright = luminance(red, green, blue);
        let mix = |value: u8, to: u8, share: u32| {
            ((u32::from(value) * (100 - share) + u32::from(to) * share) / 100) as u8
        };
        let (to, share) = match self.ground {
            Ground::Dark if bright < 90 => (255, 90u32.saturating_sub(bright)),
            Ground::Light if bright > 150 => (0, (bright - 150) / 2 + 10),
            _ => (0, 0),
        };
        self.rgb(mix(red, to, share), mix(green, to, share), mix(blue, to, share))
    }
    /// A colour for the nth speaker.
    pub fn speaker(self, nth: usize) -> Style {
        const DARK: [(u8, u8, u8); 5] =
            [(128, 190, 255), (255, 196, 110), (130, 220, 170), (235, 160, 215), (220, 210, 130)];
        const LIGHT: [(u8, u8, u8); 5] =
            [(0, 84, 166), (150, 84, 0), (0, 110, 70), (140, 40, 115), (105, 95, 0)];
        let at = nth % DARK.len();
        Style::new().fg(self.pick(DARK[at], LIGHT[at])).add_modifier(Modifier::BOLD)
    }
    pub fn dim(self) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::DIM),
            Depth::Basic16 => Style::new().fg(Color::DarkGray),
            _ => Style::new().fg(self.pick((138, 138, 146), (104, 104, 112))),
        }
    }
    /// Frames of panes that have not the focus.
    pub fn frame(self) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::DIM),
            Depth::Basic16 => Style::new().fg(Color::DarkGray),
            _ => Style::new().fg(self.pick((78, 78, 88), (178, 178, 186))),
        }
    }
    /// The pane with the focus, the key of a hint.
    pub fn accent(self) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD);
        if self.has_colors() { style.fg(self.pick((110, 190, 240), (0, 95, 160))) } else { style }
    }
    /// The line under the cursor in the pane with the focus.
    pub fn cursor(self) -> Style {
        match self.depth {
            Depth::True | Depth::Palette256 => Style::new().bg(self.pick((48, 58, 78), (214, 228, 244))),
            _ => Style::new().add_modifier(Modifier::REVERSED),
        }
    }
    /// The line under the cursor in a pane without the focus.
    pub fn cursor_idle(self) -> Style {
        match self.depth {
            Depth::True | Depth::Palette256 => Style::new().bg(self.pick((40, 42, 48), (234, 234, 238))),
            _ => Style::new().add_modifier(Modifier::BOLD),
        }
    }
    /// Selected text.
    pub fn selection(self) -> Style {
        match self.depth {
            Depth::True | Depth::Palette256 => Style::new().bg(self.pick((70, 82, 120), (188, 208, 245))),
            _ => Style::new().add_modifier(Modifier::REVERSED),
        }
    }
    /// The words of the segment at the cursor.
    pub fn segment(self) -> Style {
        match self.depth {
            Depth::True | Depth::Palette256 => {
                Style::new().bg(self.pick((44, 56, 52), (222, 240, 226))).add_modifier(Modifier::UNDERLINED)
            }
            _ => Style::new().add_modifier(Modifier::UNDERLINED),
        }
    }
    /// The words that a search found.
    pub fn hit(self) -> Style {
        match self.depth {
            Depth::True | Depth::Palette256 => Style::new().bg(self.pick((110, 84, 20), (255, 226, 140))),
            _ => Style::new().add_modifier(Modifier::REVERSED),
        }
    }
    pub fn error(self) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD);
        if self.has_colors() { style.fg(self.pick((255, 138, 128), (176, 0, 32))) } else { style }
    }
    pub fn good(self) -> Style {
        if self.has_colors() {
            Style::new().fg(self.pick((120, 210, 150), (0, 110, 60)))
        } else {
            Style::new()
        }
    }
    pub fn warn(self) -> Style {
        if self.has_colors() {
            Style::new().fg(self.pick((240, 190, 90), (140, 85, 0)))
        } else {
            Style::new().add_modifier(Modifier::BOLD)
        }
    }
    /// Whether there are enough colours to tell shades apart.
    pub fn has_shades(self) -> bool {
        matches!(self.depth, Depth::True | Depth::Palette256)
    }
    /// The ground of a number, from none to the strongest at 1, and what is read on it.
    pub fn shade(self, shade: f32) -> (Color, Color) {
        const GROUNDS: [(Ink, Ink); 2] =
            [(Ink(26, 32, 42), Ink(86, 180, 233)), (Ink(0xf4, 0xf8, 0xfd), Ink(0x08, 0x45, 0x94))];
        let (pale, strong) = GROUNDS[usize::from(self.ground == Ground::Light)];
        let ground = pale.towards(strong, shade);
        let ink = ground.ink();
        (self.rgb(ground.0, ground.1, ground.2), self.rgb(ink.0, ink.1, ink.2))
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

/// Brightness as seen, 0 to 255.
fn luminance(red: u8, green: u8, blue: u8) -> u32 {
    (u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1000
}

/// The nearest of the 6 × 6 × 6 cube or the 24 greys.
fn cube(red: u8, green: u8, blue: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let near =
        |value: u8| -> u8 { (0..6u8).min_by_key(|&at| STEPS[usize::from(at)].abs_diff(value)).unwrap_or(0) };
    let spread = red.max(green).max(blue) - red.min(green).min(blue);
    if spread < 12 && red > 8 && red < 238 {
        return 232 + (red - 8) / 10;
    }
    16 + 36 * near(red) + 6 * near(green) + near(blue)
}

fn basic(red: u8, green: u8, blue: u8) -> Color {
    let (max, min) = (red.max(green).max(blue), red.min(green).min(blue));
    if max - min < 40 {
        return if max > 150 { Color::Gray } else { Color::DarkGray };
    }
    let on = |value: u8| u16::from(value) * 10 > u16::from(max) * 6;
    match (on(red), on(green), on(blue)) {
        (true, true, false) => Color::Yellow,
        (true, false, true) => Color::Magenta,
        (false, true, true) => Color::Cyan,
        (true, false, false) => Color::Red,
        (false, true, false) => Color::Green,
        (false, false, true) => Color::Blue,
        _ => Color::Gray,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_the_depth() {
        assert_eq!(Depth::of(Some("1"), Some("truecolor"), Some("xterm-256color")), Depth::None);
        assert_eq!(Depth::of(None, Some("truecolor"), Some("xterm-256color")), Depth::True);
        assert_eq!(Depth::of(Some(""), None, Some("screen-256color")), Depth::Palette256);
        assert_eq!(Depth::of(None, None, Some("linux")), Depth::Basic16);
    }
}
