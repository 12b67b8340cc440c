//! More views as they look, and what their letters look like: a picture a theme.

use absatz::i18n::Lang;
use absatz::tui::command::Command;
use absatz::tui::testing::Bench;
use absatz::tui::theme::{Depth, Ground, Theme};
use ratatui::style::{Color, Modifier};

use super::demo;

/// The screen, times as digits that are always the same.
fn undated(bench: &Bench) -> String {
    let time = regex::Regex::new(r"(\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})( \d{2}:\d{2}(:\d{2})?)?").unwrap();
    let digit = regex::Regex::new(r"\d").unwrap();
    let fill = |found: &regex::Captures<'_>| digit.replace_all(&found[0], "0").into_owned();
    time.replace_all(&bench.screen(), fill).into_owned()
}

#[test]
fn the_other_views_look_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let mut bench = demo(width, height, lang);
        bench.keys("g1:10<enter>l");
        for (view, keys) in [
            ("history", "U"),
            ("memos", "zm"),
            ("logbook", "zl"),
            ("sorting", "2<home>S"),
            ("query", "QOb"),
            ("found", "/Papier<enter>"),
            ("names", "<f8>"),
            ("tables", "<f7>"),
            ("memo", "3m"),
            ("slots", ",,"),
            ("colours", "2f"),
            ("menu_coder", "<f5>"),
            ("import", "I"),
        ] {
            bench.keys("<esc><esc><esc><esc>3").keys(keys).wait(10_000);
            insta::assert_snapshot!(format!("{view}_{name}"), undated(&bench));
        }
        for (view, command) in [
            ("versions", Command::CodebookVersions),
            ("coders", Command::Coders),
            ("doctor", Command::Doctor),
            ("packages", Command::Packages),
        ] {
            bench.keys("<esc><esc><esc><esc>3:").paste(&command.words()).keys("<enter>").wait(10_000);
            insta::assert_snapshot!(format!("{view}_{name}"), undated(&bench));
        }
    }
}

#[test]
fn agreement_and_a_released_study_look_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let mut bench = Bench::open(super::consolidate::study(), width, height, lang);
        bench.keys("A").wait(10_000);
        insta::assert_snapshot!(format!("agreement_{name}"), undated(&bench));
        bench.keys("3:").paste(&Command::Coders.words()).keys("<enter>").wait(10_000);
        insta::assert_snapshot!(format!("coders_two_{name}"), undated(&bench));
    }
}

/// The letters of a screen with the style of each run: `[bold #6EBEF0 on #1A325C|words]`; what is plain stands as it is.
fn styled(bench: &Bench) -> String {
    let color = |color: Color| match color {
        Color::Rgb(red, green, blue) => format!("#{red:02X}{green:02X}{blue:02X}"),
        Color::Indexed(index) => format!("{index}"),
        named => format!("{named:?}").to_lowercase(),
    };
    let buffer = bench.buffer();
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut runs: Vec<(String, String)> = Vec::new();
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let mut words = Vec::new();
            for (name, bit) in [
                ("bold", Modifier::BOLD),
                ("dim", Modifier::DIM),
                ("underlined", Modifier::UNDERLINED),
                ("reversed", Modifier::REVERSED),
            ] {
                words.extend(cell.modifier.contains(bit).then(|| name.to_owned()));
            }
            words.extend((cell.fg != Color::Reset).then(|| color(cell.fg)));
            words.extend((cell.bg != Color::Reset).then(|| format!("on {}", color(cell.bg))));
            let style = words.join(" ");
            match runs.last_mut().filter(|(last, _)| *last == style) {
                Some((_, text)) => text.push_str(cell.symbol()),
                None => runs.push((style, cell.symbol().to_owned())),
            }
        }
        for (style, text) in runs {
            match style.as_str() {
                "" => out.push_str(&text),
                style => out.push_str(&format!("[{style}|{text}]")),
            }
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}

#[test]
fn the_themes_look_like_this() {
    for (name, ground, depth) in [
        ("dark", Ground::Dark, Depth::True),
        ("light", Ground::Light, Depth::True),
        ("sixteen", Ground::Dark, Depth::Basic16),
        ("none", Ground::Dark, Depth::None),
    ] {
        let mut bench = demo(100, 26, Lang::En);
        bench.model.theme = Theme { ground, depth };
        bench.keys("g1:10<enter>l");
        insta::assert_snapshot!(format!("styled_transcript_{name}"), styled(&bench));
        if depth == Depth::True {
            bench.keys("G");
            insta::assert_snapshot!(format!("styled_grid_{name}"), styled(&bench));
        }
    }
}

/// Two coders and two documents with the same first letters: without colours it is the place and the names that tell.
#[test]
fn without_colours_stripes_are_the_letters_of_their_codes() {
    for depth in [Depth::None, Depth::Basic16] {
        let mut bench = super::small(120, 40);
        bench.model.theme = Theme { depth, ..Theme::default() };
        bench.keys("3jclaw<enter>j<shift-down>cmon<enter>");
        let column = |bench: &Bench, words: &str| {
            let screen = bench.screen();
            let line = screen.lines().find(|line| line.contains(words)).unwrap().to_owned();
            line.split(words).nth(1).unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(column(&bench, "a lack of people."), ["L", "Law"], "{}", bench.screen());
        // Where a segment begins its letter is large.
        assert_eq!(column(&bench, "And money?"), ["M", "Money"], "{}", bench.screen());
        assert_eq!(column(&bench, "Money is there."), ["m"], "{}", bench.screen());
    }
}

#[test]
fn without_colours_ones_own_stripes_are_bold() {
    let mut bench = Bench::open(super::consolidate::study(), 120, 40, Lang::En);
    bench.model.theme = Theme { depth: Depth::None, ..Theme::default() };
    bench.keys("g1:1<enter>");
    let row = bench.screen().lines().position(|line| line.contains("a lack of people.")).unwrap() as u16;
    let buffer = bench.buffer();
    let first = (84..120).find(|&x| buffer[(x, row)].symbol() == "L").unwrap();
    let stripe = |x: u16| (buffer[(x, row)].symbol(), buffer[(x, row)].modifier.contains(Modifier::BOLD));
    // AK's law and MB's people on the first words, AK's and MB's people on the last.
    let stripes: Vec<(&str, bool)> = (first..first + 5).map(stripe).collect();
    assert_eq!(
        stripes,
        [("L", true), ("P", false), ("P", true), ("P", false), (" ", false)],
        "{}",
        bench.screen()
    );
}
