//! What the terminal is sent: no more colours than it has, and those for its background.

use super::{Terminal, absatz, study};

/// The parameters of all `CSI … m` in what was written.
fn renditions(written: &[u8]) -> Vec<Vec<u16>> {
    let text = String::from_utf8_lossy(written);
    let mut found = Vec::new();
    for part in text.split("\u{1b}[").skip(1) {
        let Some((parameters, _)) = part.split_once('m') else { continue };
        if parameters.chars().all(|c| c.is_ascii_digit() || c == ';') {
            found.push(parameters.split(';').filter_map(|number| number.parse().ok()).collect());
        }
    }
    found
}

/// Those that set a colour; back to the terminal's own is none.
fn colors(written: &[u8]) -> Vec<Vec<u16>> {
    let is_color = |number: &u16| matches!(number, 30..=38 | 40..=48 | 58 | 90..=107);
    renditions(written).into_iter().filter(|numbers| numbers.iter().any(is_color)).collect()
}

/// The other language: one sees that what was sent before has been done.
const GERMAN: &str = "\x1bOQ";

/// A coded transcript, a list, the grid, a popup and a table have been on the screen.
fn looked_around(variables: &[(&str, &str)]) -> Terminal {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["code", "5:2", "Obstacles/Money", "--create"]);
    absatz(folder.path(), &["code", "5:2", "Law", "--create"]);
    let mut terminal = Terminal::open_with(&folder.path().join("study.absatz"), 100, 30, variables);
    terminal.wait_for("IP 5").send("3j").wait_for("¶ 2 of 6").send("vw").wait_for("characters");
    terminal.send("/").wait_for("Words").send("Geld\r").wait_for("Found: “Geld”");
    terminal.send("G").wait_for("summarised").send(GERMAN).wait_for("Hilfe");
    terminal.send("q");
    assert!(terminal.ended(), "{}", terminal.screen());
    terminal
}

#[test]
fn without_colours_none_is_sent() {
    for variables in [&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")][..], &[("TERM", "dumb")]] {
        let terminal = looked_around(variables);
        let found = colors(&terminal.written);
        assert!(found.is_empty(), "{variables:?}: {found:?}");
        // Weight and reversal are what is left.
        let all = renditions(&terminal.written);
        assert!(all.iter().any(|numbers| numbers.contains(&7)), "{all:?}");
        assert!(all.iter().any(|numbers| numbers.contains(&1)), "{all:?}");
    }
}

#[test]
fn a_terminal_of_sixteen_colours_gets_only_these() {
    for term in ["linux", "xterm-16color"] {
        let terminal = looked_around(&[("TERM", term)]);
        let found = colors(&terminal.written);
        assert!(!found.is_empty());
        // crossterm writes the sixteen as the first of the 256, which terminals of sixteen colours read as well.
        for numbers in &found {
            let mut rest = &numbers[..];
            while let [first, after @ ..] = rest {
                rest = match (first, after) {
                    (38 | 48, [5, color, after @ ..]) if *color < 16 => after,
                    (38 | 48, _) => panic!("{term}: {numbers:?}"),
                    _ => after,
                };
            }
        }
    }
}

#[test]
fn the_theme_is_the_persons_and_is_remembered() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["new", "other.absatz", "--coder", "AK"]);
    let state = folder.path().join(".local/state/absatz/state.toml");
    let light = "38;2;0;95;160";
    let has_light = |name: &str, keys: &str, variables: &[(&str, &str)]| {
        let variables: Vec<_> =
            [("COLORTERM", "truecolor")].into_iter().chain(variables.iter().copied()).collect();
        let mut terminal = Terminal::open_with(&folder.path().join(name), 80, 24, &variables);
        terminal.wait_for("help").send(keys).send(GERMAN).wait_for("Hilfe");
        terminal.send("q");
        assert!(terminal.ended());
        String::from_utf8_lossy(&terminal.written).contains(light)
    };
    assert!(!has_light("study.absatz", "", &[]));
    assert!(has_light("study.absatz", "", &[("COLORFGBG", "0;15")]));
    assert!(has_light("study.absatz", "", &[("ABSATZ_THEME", "light")]));
    assert!(!state.exists());
    // Chosen in one study, it holds in another, whatever the terminal says.
    assert!(has_light("study.absatz", "\x1bOR", &[]));
    assert_eq!(std::fs::read_to_string(&state).unwrap(), "theme = \"light\"\n");
    assert!(has_light("other.absatz", "", &[("COLORFGBG", "15;0")]));
    // Chosen as the terminal says, nothing has to be remembered.
    has_light("other.absatz", "\x1bOR", &[("COLORFGBG", "15;0")]);
    assert_eq!(std::fs::read_to_string(&state).unwrap(), "");
    // A setting that cannot be used is said.
    let variables = [("ABSATZ_THEME", "purple")];
    let mut terminal = Terminal::open_with(&folder.path().join("study.absatz"), 100, 24, &variables);
    terminal.wait_for("“purple” (ABSATZ_THEME)").wait_for("dark or light").send("q");
    assert!(terminal.ended());
}
