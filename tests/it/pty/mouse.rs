//! The mouse as terminals report it.

use super::{Terminal, absatz, study};

/// Presses and lets go, in the terminal's own counting from 0.
fn click(terminal: &mut Terminal, column: u16, row: u16) {
    report(terminal, 0, column, row, 'M');
    report(terminal, 0, column, row, 'm');
}

/// A report in the form that knows columns beyond the 223rd.
fn report(terminal: &mut Terminal, button: u8, column: u16, row: u16, end: char) {
    terminal.send(&format!("\x1b[<{button};{};{}{end}", column + 1, row + 1));
}

/// Where a text stands.
fn find(terminal: &Terminal, text: &str) -> (u16, u16) {
    let screen = terminal.parser.screen();
    let (_, width) = screen.size();
    let rows = screen.rows(0, width.get());
    let found = rows
        .enumerate()
        .find_map(|(row, line)| line.find(text).map(|at| (line[..at].chars().count() as u16, row as u16)));
    found.unwrap_or_else(|| panic!("{text} is not there:\n{}", terminal.screen()))
}

const DRAG: u8 = 32;
const SHIFT: u8 = 4;
const WHEEL_DOWN: u8 = 65;

#[test]
fn clicks_drags_and_the_wheel_in_a_wide_window() {
    let folder = study();
    let run = |arguments: &[&str]| absatz(folder.path(), arguments);
    run(&["import", "IP05.txt"]);
    let long: String = (1..=200).map(|nth| format!("B: Absatz Nummer {nth}.\n\n")).collect();
    std::fs::write(folder.path().join("IP06.txt"), long).unwrap();
    run(&["import", "IP06.txt"]);
    run(&["codes", "add", "Money"]);
    let mut terminal = Terminal::open(&folder.path().join("study.absatz"), 260, 30);

    // Selected by a click, opened by a second one.
    terminal.wait_for("¶ 1 of 6");
    let (column, row) = find(&terminal, "IP 6 IP06");
    click(&mut terminal, column, row);
    click(&mut terminal, column, row);
    terminal.wait_for("¶ 1 of 200");
    // The wheel scrolls what is under it.
    for _ in 0..5 {
        report(&mut terminal, WHEEL_DOWN, 120, 10, 'M');
    }
    terminal.wait_for("Absatz Nummer 25.");
    let (column, row) = find(&terminal, "IP 5 IP05");
    click(&mut terminal, column, row);
    click(&mut terminal, column, row);
    terminal.wait_for("¶ 1 of 6");

    // Far to the right, where the old way of counting columns ends.
    let (_, row) = find(&terminal, "niemanden");
    click(&mut terminal, 250, row);
    terminal.wait_for("¶ 4 of 6");

    // Dragged over, and coded.
    let (column, row) = find(&terminal, "das Recht");
    report(&mut terminal, 0, column, row, 'M');
    report(&mut terminal, DRAG, column + 4, row, 'M');
    report(&mut terminal, DRAG, column + 8, row, 'M');
    report(&mut terminal, 0, column + 8, row, 'm');
    terminal.wait_for("9 characters").send("c").wait_for("Code (IP 5: 2)").send("mon").wait_for("Money");
    terminal.send("\r").wait_for("applied Money to (IP 5: 2)");
    assert!(run(&["segments", "--json"]).contains("\"das Recht\""));

    // With Shift it is the terminal's own.
    terminal.send("\x1b[H").wait_for("¶ 1 of 6");
    report(&mut terminal, SHIFT, column, row, 'M');
    report(&mut terminal, SHIFT + DRAG, column + 8, row, 'M');
    report(&mut terminal, SHIFT, column + 8, row, 'm');
    terminal.take();
    assert!(terminal.screen().contains("¶ 1 of 6") && !terminal.screen().contains("characters"));

    // The rule between the panes is drawn along.
    let before = find(&terminal, "Was hat").0;
    let (rule, row) = (find(&terminal, "│").0, 20);
    report(&mut terminal, 0, rule, row, 'M');
    report(&mut terminal, DRAG, rule + 7, row, 'M');
    report(&mut terminal, DRAG, rule + 10, row, 'M');
    report(&mut terminal, 0, rule + 10, row, 'm');
    let end = std::time::Instant::now() + super::PATIENCE;
    while find(&terminal, "Was hat").0 != before + 10 {
        assert!(std::time::Instant::now() < end, "{}", terminal.screen());
        terminal.take();
    }
    // Let go is let go.
    report(&mut terminal, DRAG, rule + 30, row, 'M');
    terminal.take();
    assert_eq!(find(&terminal, "Was hat").0, before + 10);
    terminal.send("q");
    assert!(terminal.ended() && terminal.given_back());
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let settings = folder.path().join(".config/absatz");
    std::fs::create_dir_all(&settings).unwrap();
    let open = |words: &str| {
        std::fs::write(settings.join("config.toml"), words).unwrap();
        let mut terminal = Terminal::open(&folder.path().join("study.absatz"), 100, 24);
        terminal.wait_for("IP 5");
        terminal
    };
    for (words, captured) in [("mouse = false\n", false), ("mouse = true\n", true), ("", true)] {
        let mut terminal = open(words);
        // Also after the terminal was lent and came back.
        terminal.send("\x0c").wait_for("IP 5").send("q");
        assert!(terminal.ended());
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        assert_eq!(written.contains("\u{1b}[?1000h"), captured, "{words}: {written}");
        assert!(terminal.given_back());
    }
    let mut terminal = open("mouse = \"no\"\n");
    terminal.wait_for("is either true or false").send("q");
    assert!(terminal.ended());
}
