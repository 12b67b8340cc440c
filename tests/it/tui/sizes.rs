//! Every view in every size: nothing panics, one sees where the keys go, what is cut says so, nothing breaks the frame.

use absatz::i18n::Lang;
use absatz::text::wrap;
use absatz::tui::command::{Command, Context};
use absatz::tui::layout;
use absatz::tui::model::Pane;
use absatz::tui::testing::Bench;
use absatz::tui::theme::{Depth, Ground, Theme};
use absatz::tui::view::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

const DEPTHS: [Depth; 4] = [Depth::True, Depth::Palette256, Depth::Basic16, Depth::None];

/// From the smallest that is drawn, and below it, to the largest.
const SIZES: [(u16, u16); 10] =
    [(60, 16), (61, 23), (80, 24), (99, 17), (100, 30), (120, 40), (171, 33), (250, 70), (59, 16), (13, 3)];

/// A row as one sees it: nothing where a wide letter covers a cell.
fn row<'a>(buffer: &'a Buffer, y: u16, screen: &dyn Fn() -> String) -> Vec<Option<&'a str>> {
    let mut shown = Vec::new();
    while shown.len() < usize::from(buffer.area.width) {
        let symbol = buffer[(shown.len() as u16, y)].symbol();
        let cells = wrap::cells(symbol);
        let safe = !symbol.chars().any(is_command) && !symbol.ends_with('\u{200D}');
        assert!(cells > 0 && safe, "{symbol:?} in {}", screen());
        shown.push(Some(symbol));
        for hidden in shown.len()..shown.len() + cells - 1 {
            assert!(hidden < usize::from(buffer.area.width), "{symbol:?} leaves the window: {}", screen());
            assert_eq!(buffer[(hidden as u16, y)].symbol(), " ", "{symbol:?} is cut in half: {}", screen());
        }
        shown.extend(std::iter::repeat_n(None, cells - 1));
    }
    shown
}

/// Each row is as long as the window is wide; rules and the frames of popups go straight down.
pub fn check_frame(bench: &Bench, what: &str) {
    let (model, buffer) = (&bench.model, bench.buffer());
    let screen = || format!("{what} at {:?}\n{}", buffer.area.as_size(), bench.screen());
    let rows: Vec<_> = (0..buffer.area.height).map(|y| row(buffer, y, &screen)).collect();
    if layout::too_small(model) {
        return;
    }
    if !model.overlays.is_empty() {
        // The popup on top is the last whose corner is whole.
        let at = |sign| move |row: &Vec<Option<&str>>| row.iter().position(|one| *one == Some(sign));
        let Some((top, left)) = rows.iter().enumerate().find_map(|(y, row)| Some((y, at("╭")(row)?)))
        else {
            return;
        };
        let right =
            rows[top].iter().rposition(|one| *one == Some("╮")).unwrap_or_else(|| panic!("{}", screen()));
        for row in &rows[top + 1..] {
            if row[left] == Some("╰") {
                assert_eq!(row[right], Some("╯"), "{}", screen());
                break;
            }
            for side in [left, right] {
                let sign = row[side].unwrap_or("nothing");
                assert!("│╭╮╰╯┤├─".contains(sign), "{sign:?} on the edge: {}", screen());
            }
        }
    } else if let Some(rule) = layout::areas(model).rule.filter(|_| model.toast.is_none()) {
        for y in rule.top()..rule.bottom() {
            let sign = rows[usize::from(y)][usize::from(rule.x)];
            assert_eq!(sign, Some("│"), "row {y}: {}", screen());
        }
    }
}

/// What a terminal could take for something to be done: control characters, and those that turn the direction.
fn is_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_marked(buffer: &Buffer, area: Rect) -> bool {
    (area.left()..area.right()).all(|x| buffer[(x, area.y)].modifier.contains(Modifier::REVERSED))
}

/// One pane has the keys, and its title says so; with a window over it, that window's frame does.
fn check_focus(bench: &Bench, what: &str) {
    let (model, buffer) = (&bench.model, bench.buffer());
    let screen = || format!("{what}: {:?}\n{}", model.theme, bench.screen());
    let areas = layout::areas(model);
    if let Some(over) = model.overlays.last() {
        let waits = matches!(over, absatz::tui::model::Overlay::Waiting { .. });
        let corner = (0..buffer.area.height).any(|y| {
            (0..buffer.area.width)
                .any(|x| buffer[(x, y)].symbol() == "╭" && buffer[(x, y)].modifier.contains(Modifier::BOLD))
        });
        assert!(corner || waits, "no window: {}", screen());
        return;
    }
    for (pane, area) in
        [(Pane::Documents, areas.documents), (Pane::Codes, areas.codes), (Pane::Main, Some(areas.main))]
    {
        let Some(area) = area else {
            assert_ne!(pane, model.pane, "the pane with the keys is not shown: {}", screen());
            continue;
        };
        // A message over the foot may hide a low pane's title.
        if model.toast.is_none() || pane == Pane::Main {
            let area = match (pane, model.comparing.side_by_side) {
                // The coders' names stand at its end.
                (Pane::Main, true) => Rect { width: 8, ..area },
                _ => area,
            };
            assert_eq!(
                is_marked(buffer, Rect { height: 1, ..area }),
                pane == model.pane,
                "{pane:?}: {}",
                screen()
            );
        }
    }
}

/// Looks at a view in some sizes.
fn check(bench: &mut Bench, what: &str, sizes: std::ops::Range<usize>, faults: &mut Vec<String>) {
    for nth in sizes {
        let (width, height) = SIZES[nth % SIZES.len()];
        let ground = if nth.is_multiple_of(2) { Ground::Dark } else { Ground::Light };
        bench.model.theme = Theme { ground, depth: DEPTHS[nth % DEPTHS.len()] };
        drop(paint::lost());
        bench.resize(width, height);
        check_frame(bench, what);
        if !layout::too_small(&bench.model) {
            check_focus(bench, what);
        }
        let lost = paint::lost();
        if let Some(first) = lost.first() {
            let screen = bench.screen();
            faults
                .push(format!("{what} at {width}×{height} loses {} letters: {first}\n{screen}", lost.len()));
        }
    }
    bench.resize(120, 40);
}

fn palette(bench: &mut Bench, command: Command) {
    bench.keys(":").paste(&command.words()).keys("<enter>");
}

/// Goes to where the keys of a context work.
fn reach(bench: &mut Bench, context: Context) {
    bench.keys("<esc><esc><esc><esc><esc><esc>3");
    match context {
        Context::Global | Context::Transcript => drop(bench.keys("g1:10<enter>")),
        Context::Selecting => drop(bench.keys("g1:10<enter>vw")),
        Context::Documents => drop(bench.keys("1<home>j")),
        Context::Codes => drop(bench.keys("2<home>jjj")),
        Context::Segments => drop(bench.keys("2<home>jjj<enter>")),
        Context::Sorting => drop(bench.keys("2<home>S")),
        Context::Grid => drop(bench.keys("Gl")),
        Context::Table => drop(bench.keys("<f6>")),
        Context::Counted => palette(bench, Command::MatrixDocuments),
        Context::Consolidate => drop(bench.keys("<f10>")),
        // It is open beside whatever is done.
        Context::Lesson => {}
    }
}

/// Each place in each size; what its commands open in one, every other command in each language.
fn every_view(lang: Lang) {
    let folder = tempfile::tempdir().unwrap();
    let (mut nth, mut faults) = (0usize, Vec::new());
    let mut seen = std::collections::BTreeSet::new();
    for context in Context::ALL {
        let plain = |bench: Bench| (bench, tempfile::tempdir().unwrap());
        let (mut bench, _folder) = match context {
            Context::Consolidate => plain(Bench::open(super::consolidate::study(), 120, 40, lang)),
            Context::Lesson => super::tutor::begun(120, 40, lang),
            _ => plain(super::demo(120, 40, lang)),
        };
        bench.model.study.folder = folder.path().to_path_buf();
        reach(&mut bench, context);
        assert!(bench.model.contexts().contains(&context), "{context:?}: {}", bench.screen());
        check(&mut bench, context.name(), 0..SIZES.len(), &mut faults);
        for &command in Command::ALL {
            let here = command.spec().keys.iter().any(|(of, _)| *of == context);
            let rest = context == Context::Global && command.spec().keys.is_empty();
            let ends = matches!(command, Command::Quit | Command::Language | Command::Suspend);
            if !(here || rest) || ends || !seen.insert(command.name()) {
                continue;
            }
            nth += 1;
            if nth.is_multiple_of(2) == (lang == Lang::De) {
                continue;
            }
            reach(&mut bench, context);
            palette(&mut bench, command);
            // Long work that it began has come to its end, or shows how far it is.
            bench.wait(500);
            let what = format!("{} in {}", command.name(), context.name());
            check(&mut bench, &what, nth..nth + 1, &mut faults);
            // What it opened, one step on.
            if !bench.model.overlays.is_empty() {
                bench.keys("<enter>");
                check(&mut bench, &format!("{what}, then Enter"), nth + 3..nth + 4, &mut faults);
            }
        }
    }
    assert!(nth > 200, "{nth}");
    let shown: Vec<&str> = faults.iter().take(12).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn every_view_keeps_its_frame_in_every_size_in_english() {
    every_view(Lang::En);
}

#[test]
fn every_view_keeps_its_frame_in_every_size_in_german() {
    every_view(Lang::De);
}

/// A list in a window that is lower than the list goes with its cursor.
#[test]
fn the_cursor_of_a_list_is_in_sight_in_a_low_window() {
    for (open, lines) in [("3c", 9), (":", 12), ("2f", 5)] {
        let mut bench = super::demo(60, 16, Lang::En);
        bench.keys("g1:10<enter>");
        bench.keys(open);
        assert!(!bench.model.overlays.is_empty());
        for _ in 0..lines {
            assert!(bench.screen().contains('▸'), "{open}: {}", bench.screen());
            bench.keys("<down>");
        }
        check_frame(&bench, open);
    }
}
