//! Contrast is measured as WCAG 2.2 does, on backgrounds that people have; colour blindness is simulated.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::model::codes::PALETTE;

const GROUNDS: [Ground; 2] = [Ground::Dark, Ground::Light];

/// Backgrounds with the text colour that goes with them: black, VS Code, One Dark, Dracula, Gruvbox, Solarized, Nord;
/// white, GNOME, Solarized, Gruvbox's soft one, GitHub.
const DARK: [(&str, &str); 7] = [
    ("#000000", "#ffffff"),
    ("#1e1e1e", "#d4d4d4"),
    ("#282c34", "#abb2bf"),
    ("#282a36", "#f8f8f2"),
    ("#282828", "#ebdbb2"),
    ("#002b36", "#839496"),
    ("#2e3440", "#d8dee9"),
];
const LIGHT: [(&str, &str); 5] = [
    ("#ffffff", "#000000"),
    ("#fafafa", "#383a42"),
    ("#fdf6e3", "#586e75"),
    ("#eee8d5", "#586e75"),
    ("#f6f8fa", "#24292f"),
];

fn ink(color: &str) -> Ink {
    let (red, green, blue) = hex(color);
    Ink(red, green, blue)
}

/// The sixteen colours as the console of Linux (VGA) and xterm have them.
const VGA: [Ink; 16] = [
    Ink(0, 0, 0),
    Ink(170, 0, 0),
    Ink(0, 170, 0),
    Ink(170, 85, 0),
    Ink(0, 0, 170),
    Ink(170, 0, 170),
    Ink(0, 170, 170),
    Ink(170, 170, 170),
    Ink(85, 85, 85),
    Ink(255, 85, 85),
    Ink(85, 255, 85),
    Ink(255, 255, 85),
    Ink(85, 85, 255),
    Ink(255, 85, 255),
    Ink(85, 255, 255),
    Ink(255, 255, 255),
];
const XTERM: [Ink; 16] = [
    Ink(0, 0, 0),
    Ink(205, 0, 0),
    Ink(0, 205, 0),
    Ink(205, 205, 0),
    Ink(0, 0, 238),
    Ink(205, 0, 205),
    Ink(0, 205, 205),
    Ink(229, 229, 229),
    Ink(127, 127, 127),
    Ink(255, 0, 0),
    Ink(0, 255, 0),
    Ink(255, 255, 0),
    Ink(92, 92, 255),
    Ink(255, 0, 255),
    Ink(0, 255, 255),
    Ink(255, 255, 255),
];

fn of_sixteen(color: Color, palette: &[Ink; 16]) -> Option<Ink> {
    let at = match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        _ => return None,
    };
    Some(palette[at])
}

/// The backgrounds and text colours of a ground, and what each makes of a colour.
type Shown = (Ink, Ink, Box<dyn Fn(Color) -> Option<Ink>>);

fn backgrounds(theme: Theme) -> Vec<Shown> {
    let pairs: &[(&str, &str)] = if theme.ground == Ground::Dark { &DARK } else { &LIGHT };
    match theme.depth {
        Depth::Basic16 => [VGA, XTERM]
            .into_iter()
            .map(|palette| -> Shown {
                let (back, text) = if theme.ground == Ground::Dark { (0, 7) } else { (15, 0) };
                (palette[back], palette[text], Box::new(move |color| of_sixteen(color, &palette)))
            })
            .collect(),
        _ => pairs.iter().map(|(back, text)| -> Shown { (ink(back), ink(text), Box::new(seen)) }).collect(),
    }
}

/// The least contrast that words of a style have over the backgrounds; on a style that lies below them, if any.
fn least(theme: Theme, words: Style, below: Style) -> f32 {
    let mut worst = f32::MAX;
    for (back, text, seen) in backgrounds(theme) {
        let style = below.patch(words);
        let is = |color: Option<Color>, default: Ink| match color {
            None | Some(Color::Reset) => default,
            Some(color) => seen(color).unwrap_or_else(|| panic!("{color:?} at {:?}", theme.depth)),
        };
        worst = worst.min(is(style.fg, text).contrast(is(style.bg, back)));
    }
    worst
}

fn every_theme() -> Vec<Theme> {
    let depths = [Depth::True, Depth::Palette256, Depth::Basic16];
    GROUNDS.iter().flat_map(|&ground| depths.map(|depth| Theme { ground, depth })).collect()
}

/// Every colour that words can have, but codes'.
fn words(theme: Theme) -> Vec<(String, Style)> {
    let mut all: Vec<(String, Style)> =
        (0..5).map(|nth| (format!("speaker {nth}"), theme.speaker(nth))).collect();
    for (name, style) in [
        ("plain", Style::new()),
        ("dim", theme.dim()),
        ("accent", theme.accent()),
        ("error", theme.error()),
        ("warn", theme.warn()),
        ("good", theme.good()),
    ] {
        all.push((name.to_owned(), style));
    }
    all
}

/// The grounds that coloured words are drawn on.
fn grounds(theme: Theme) -> [(&'static str, Style); 4] {
    [
        ("nothing", Style::new()),
        ("cursor", theme.cursor()),
        ("idle cursor", theme.cursor_idle()),
        ("segment", theme.segment()),
    ]
}

#[test]
fn all_words_can_be_read_on_every_ground() {
    for theme in every_theme() {
        for (name, words) in words(theme) {
            for (below, ground) in grounds(theme) {
                // The terminal's own text on its own background is the person's choice.
                if ground.patch(words).fg.is_none_or(|color| color == Color::Reset) && ground.bg.is_none() {
                    continue;
                }
                let least = least(theme, words, ground);
                assert!(least >= TEXT, "{name} on {below} in {theme:?}: {least:.2}");
            }
        }
        for (name, style) in [("selection", theme.selection()), ("hit", theme.hit())] {
            let least = least(theme, style, Style::new());
            assert!(least >= TEXT, "{name} in {theme:?}: {least:.2}");
        }
    }
}

#[test]
fn frames_and_the_colours_of_codes_can_be_seen() {
    for theme in every_theme() {
        for (below, ground) in grounds(theme) {
            let frame = least(theme, theme.frame(), ground);
            assert!(frame >= MARK, "frame on {below} in {theme:?}: {frame:.2}");
            for color in PALETTE {
                let mark = least(theme, Style::new().fg(theme.code(color)), ground);
                assert!(mark >= MARK, "{color} on {below} in {theme:?}: {mark:.2}");
                let words = least(theme, Style::new().fg(theme.code_words(color)), ground);
                assert!(words >= TEXT, "{color} as words on {below} in {theme:?}: {words:.2}");
            }
        }
    }
}

/// Grounds that are only seen beside others must be seen.
#[test]
fn cursor_selection_and_hit_differ_from_the_background() {
    for theme in every_theme().into_iter().filter(|theme| theme.has_shades()) {
        for (name, style) in
            [("cursor", theme.cursor()), ("selection", theme.selection()), ("hit", theme.hit())]
        {
            let ground = style.bg.and_then(seen).unwrap();
            for (back, ..) in backgrounds(theme) {
                let apart = distance(lab(linear(ground)), lab(linear(back)));
                assert!(apart > 7.0, "{name} on {back:?} in {theme:?}: {apart:.1}");
            }
        }
        assert_ne!(theme.cursor(), theme.cursor_idle());
    }
}

#[test]
fn a_shade_can_be_read_and_more_is_seen_as_more() {
    for theme in every_theme().into_iter().filter(|theme| theme.has_shades()) {
        let mut last: Option<Ink> = None;
        for step in 0..=20u8 {
            let (ground, words) = theme.shade(f32::from(step) / 20.0);
            let (ground, words) = (seen(ground).unwrap(), seen(words).unwrap());
            assert!(ground.contrast(words) >= TEXT, "{step} in {theme:?}");
            let zero = theme.shade(0.0);
            if step == 0 {
                let dim = least(theme, theme.dim().bg(zero.0), Style::new());
                assert!(dim >= TEXT, "dim on no shade in {theme:?}: {dim:.2}");
            }
            if let Some(last) = last.filter(|_| theme.depth == Depth::True) {
                let (now, before) = (lab(linear(ground))[0], lab(linear(last))[0]);
                let grows = if theme.ground == Ground::Dark { now > before } else { now < before };
                assert!(grows, "{step} in {theme:?}");
            }
            last = Some(ground);
        }
    }
}

proptest! {
    /// People give codes any colour.
    #[test]
    fn any_colour_of_a_code_can_be_seen_and_its_name_read(color in "#[0-9A-F]{6}") {
        for theme in every_theme() {
            for (below, ground) in grounds(theme) {
                let mark = least(theme, Style::new().fg(theme.code(&color)), ground);
                prop_assert!(mark >= MARK, "{} on {} in {:?}: {}", color, below, theme, mark);
                let words = least(theme, Style::new().fg(theme.code_words(&color)), ground);
                prop_assert!(words >= TEXT, "{} as words on {} in {:?}: {}", color, below, theme, words);
            }
        }
    }

    /// A colour that can be seen already stays as it was given.
    #[test]
    fn a_colour_that_can_be_seen_is_not_touched(color in "#[0-9A-F]{6}") {
        for (ground, behind) in GROUNDS.into_iter().zip(BEHIND) {
            let theme = Theme { ground, depth: Depth::True };
            let given = ink(&color);
            let stays = theme.code(&color) == Color::Rgb(given.0, given.1, given.2);
            prop_assert_eq!(stays, given.contrast(behind) >= MARK);
        }
    }
}

#[test]
fn without_colours_there_are_none_and_meanings_differ() {
    for ground in GROUNDS {
        let theme = Theme { ground, depth: Depth::None };
        let mut styles = words(theme);
        styles.extend(grounds(theme).map(|(name, style)| (name.to_owned(), style)));
        styles.push(("frame".to_owned(), theme.frame()));
        for (name, style) in &styles {
            let none = |color: Option<Color>| matches!(color, None | Some(Color::Reset));
            assert!(none(style.fg) && none(style.bg), "{name}: {style:?}");
        }
        assert_eq!(theme.code("#0072B2"), Color::Reset);
        let differ = [theme.cursor(), theme.cursor_idle(), theme.segment(), theme.hit(), theme.dim()];
        for (nth, one) in differ.iter().enumerate() {
            assert!(!differ[..nth].contains(one), "{nth}");
            assert_ne!(one.add_modifier, Modifier::empty());
        }
    }
}

fn linear(ink: Ink) -> [f32; 3] {
    [ink.0, ink.1, ink.2].map(|value| {
        let value = f32::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// How people with no red, green or blue cones see linear RGB: Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency" (IEEE TVCG 2009), severity 1.0; the first row of three is everybody
/// else.
const SEEN_BY: [(&str, [[f32; 3]; 3]); 4] = [
    ("most people", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "people with protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "people with deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "people with tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// CIELAB of linear sRGB (D65).
fn lab(rgb: [f32; 3]) -> [f32; 3] {
    let [r, g, b] = rgb;
    let xyz = [
        (0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47,
        0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b,
        (0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83,
    ];
    let [x, y, z] = xyz.map(|part| if part > 0.008_856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// ΔE*ab: 2.3 is just noticed, 10 is seen at a glance.
fn distance(a: [f32; 3], b: [f32; 3]) -> f32 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn the_colours_of_new_codes_and_coders_are_told_apart_by_everybody() {
    for ground in GROUNDS {
        let theme = Theme { ground, depth: Depth::True };
        for (who, matrix) in SEEN_BY {
            let seen_by = |color: &str| {
                let rgb = linear(seen(theme.code(color)).unwrap());
                lab(matrix.map(|row| row.iter().zip(rgb).map(|(m, c)| m * c).sum::<f32>().clamp(0.0, 1.0)))
            };
            for (nth, one) in PALETTE.iter().enumerate() {
                for other in &PALETTE[..nth] {
                    let apart = distance(seen_by(one), seen_by(other));
                    assert!(apart >= 10.0, "{one} and {other} on {ground:?} for {who}: {apart:.1}");
                }
            }
        }
    }
}

#[test]
fn the_environment_decides_the_depth() {
    assert_eq!(Depth::of(Some("1"), Some("truecolor"), Some("xterm-256color")), Depth::None);
    assert_eq!(Depth::of(None, Some("truecolor"), Some("xterm-256color")), Depth::True);
    assert_eq!(Depth::of(Some(""), None, Some("screen-256color")), Depth::Palette256);
    assert_eq!(Depth::of(None, None, Some("linux")), Depth::Basic16);
    assert_eq!(Depth::of(None, None, Some("dumb")), Depth::None);
}
