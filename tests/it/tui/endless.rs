//! Thousands of random presses on a study of the usual size, with the mouse, pastes, windows that change and a second
//! process at work: nothing panics, what is shown is what is there, memory stays.
//!
//! `ABSATZ_KEYS=100000 cargo test --test it endless -- --nocapture` goes on for longer, `ABSATZ_SEED` elsewhere.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Instant;

use absatz::i18n::Lang;
use absatz::ops;
use absatz::store::{Project, coders, codes, documents};
use absatz::text::Span;
use absatz::tui::command::Command;
use absatz::tui::keymap::Keymap;
use absatz::tui::keys;
use absatz::tui::model::ToastKind;
use absatz::tui::msg::MouseKind;
use absatz::tui::testing::Bench;

use super::check_consistent;
use crate::support::{Random, interviews, quick_folder};

const KEYS: usize = 3_000;
/// After so many steps at least everything is compared.
const EACH: usize = 150;

/// Keys that lead somewhere together.
const SCRIPTS: &[&str] = &[
    "ccode 1<enter>",
    "cneu<enter>",
    "cA/B<enter>",
    "c<tab><tab><enter>",
    ".",
    "g1:3<enter>",
    "g7:90<enter>",
    "g29:150<enter>",
    "<esc>",
    "<esc><esc>",
    "<enter>",
    "<tab>",
    "Gehallo<esc>",
    "mnote<tab>of what was said<esc>",
    "zm<esc>",
    "vwvwlccode 2<enter>",
    "V<shift-down>ccode 3<enter>",
    "u",
    "u",
    "<ctrl-r>",
    "w5<enter>",
    "2aNew<enter>3",
    "2e<tab>when<esc>3",
    "2<home>jjD3",
    "<ctrl-c>",
    "/Antrag<enter>",
    "/nirgends<enter>",
    "n",
    "N",
    "<f6>",
    "<f6>aSize<enter>",
    "T",
    "U<esc>",
    "P<esc>",
    "2<enter>j<enter>",
    "?<esc>",
    ":history<enter>",
    ":summary<esc>",
    "1j<enter>",
    "1<end><enter>",
    "3<page-down><page-down>",
    "3<end>",
    "3<home>",
    "A",
    "<f9>",
    "zw<esc>",
    ",1",
    ",2",
    "dd",
    ">>",
    "<less><less>",
    "xx1",
    "Q<esc>",
    "Eadded<esc>",
    "o",
    "r",
    "e<esc>",
];

const PASTES: &[&str] = &[
    "a\nb",
    "q u D",
    "5:9",
    "Förderung",
    "\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} 家族",
    "<esc>",
    "",
    "/tmp/none.docx",
];

const SIZES: &[(u16, u16)] = &[(60, 16), (99, 30), (200, 60), (40, 8), (300, 20), (1, 1)];

struct Stress {
    bench: Bench,
    random: Random,
    bound: Vec<String>,
    /// The same file in another process's hands.
    other: Project,
    size: (u16, u16),
    pressed: usize,
    begun: usize,
    /// What was done last, for whom it fails.
    last: VecDeque<String>,
}

impl Drop for Stress {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let model = &self.bench.model;
            let rows = &model.grid.arranged;
            eprintln!(
                "after {} keys: {:?}\n{rows:?} {:?}\n{}",
                self.pressed,
                self.last,
                model.active,
                self.bench.screen()
            );
        }
    }
}

impl Stress {
    fn begin(path: &Path, seed: u64, size: (u16, u16)) -> Stress {
        let bound = Keymap::default()
            .all()
            .filter(|(_, _, command)| !matches!(command, Command::Quit | Command::Language))
            .map(|(_, keys, _)| keys::written(keys))
            .collect();
        let bench = Bench::open(Project::open(path, Some("AK")).unwrap(), size.0, size.1, Lang::En);
        let other = Project::open(path, Some("MB")).unwrap();
        Stress {
            bench,
            random: Random(seed),
            bound,
            other,
            size,
            pressed: 0,
            begun: 1,
            last: VecDeque::new(),
        }
    }

    fn said(&mut self, what: String) {
        self.last.push_back(what);
        if self.last.len() > 60 {
            self.last.pop_front();
        }
    }

    fn press(&mut self, script: &str) {
        self.said(script.to_owned());
        self.pressed += keys::sequence(script).map_or(0, |keys| keys.len());
        self.bench.keys(script);
    }

    fn step(&mut self) {
        match self.random.below(100) {
            0..55 => {
                let keys = self.bound[self.random.below(self.bound.len())].clone();
                self.press(&keys);
            }
            55..77 => {
                let script = SCRIPTS[self.random.below(SCRIPTS.len())];
                self.press(script);
            }
            77..84 => {
                let letters: Vec<char> = "abcdefgxyzäöü0123456789:/.- ABM".chars().collect();
                let letter = letters[self.random.below(letters.len())];
                self.press(&if letter == ' ' { "<space>".to_owned() } else { letter.to_string() });
            }
            84..90 => self.point(),
            90..93 => {
                let text = PASTES[self.random.below(PASTES.len())];
                self.said(format!("paste {text:?}"));
                self.bench.paste(text);
            }
            93..95 => {
                let (width, height) = SIZES[self.random.below(SIZES.len())];
                self.said(format!("resize {width} x {height}"));
                self.bench.resize(width, height);
                let keys = self.bound[self.random.below(self.bound.len())].clone();
                self.press(&keys);
                self.bench.resize(self.size.0, self.size.1);
            }
            95..98 => {
                let time = 20 + self.random.below(1_500) as u64;
                self.said(format!("wait {time}"));
                self.bench.wait(time);
            }
            _ => self.elsewhere(),
        }
        if let Some(toast) = self.bench.model.toast.as_ref().filter(|toast| toast.kind == ToastKind::Error) {
            let text = toast.text.clone();
            self.said(text);
        }
        if self.bench.ended {
            // The palette may lead out: the same study is opened again.
            self.said("open".to_owned());
            self.begun += 1;
            let path = self.bench.project().path().to_path_buf();
            let project = Project::open(&path, Some("AK")).unwrap();
            self.bench = Bench::open(project, self.size.0, self.size.1, Lang::En);
        }
    }

    fn point(&mut self) {
        let kinds = [
            MouseKind::Down,
            MouseKind::Drag,
            MouseKind::Drag,
            MouseKind::Up,
            MouseKind::WheelDown,
            MouseKind::WheelUp,
        ];
        for _ in 0..1 + self.random.below(4) {
            let kind = kinds[self.random.below(kinds.len())];
            let column = self.random.below(usize::from(self.size.0)) as u16;
            let row = self.random.below(usize::from(self.size.1)) as u16;
            self.said(format!("{kind:?} {column} {row}"));
            self.bench.mouse(kind, column, row);
        }
    }

    /// Another process changes something, as another coder; it may be refused as anybody may.
    fn elsewhere(&mut self) {
        let all = documents::list(&self.other.read()).unwrap();
        let tree = codes::tree(&self.other.read()).unwrap();
        let number = self.random.below(1_000);
        let code = tree.nodes().get(self.random.below(tree.nodes().len().max(1))).map(|node| node.code.id);
        let document = all.get(self.random.below(all.len().max(1))).map(|document| document.id);
        let what = self.random.below(5);
        self.said(format!("elsewhere {what} {number}"));
        match (what, code, document) {
            (0, ..) => drop(ops::codes::add(&mut self.other, &format!("Other/Code {number}"), None)),
            (1, Some(code), _) => drop(ops::codes::rename(&mut self.other, code, &format!("Name {number}"))),
            (2, Some(code), Some(document)) => {
                let what = ops::codings::Application { codes: vec![code], ..Default::default() };
                drop(ops::codings::apply(&mut self.other, document, Span::new(5, 40), &what));
            }
            (3, _, Some(document)) => {
                let change = ops::documents::DocumentChange {
                    title: Some(format!("T {number}")),
                    ..Default::default()
                };
                drop(ops::documents::change(&mut self.other, document, &change));
            }
            _ => drop(ops::history::undo(&mut self.other)),
        }
    }

    /// What is shown is what is there, and there is a way out of everything that leads out of nothing more.
    fn check(&mut self) {
        self.bench.wait(500);
        check_consistent(&self.bench);
        let begun = self.begun;
        for _ in 0..10 {
            self.bench.keys("<esc>");
        }
        // An editor with something in it that cannot be meant stays open and says so; it is given up by asking twice.
        if !self.bench.model.overlays.is_empty() {
            assert!(self.bench.model.toast.is_some());
            self.bench.keys("<ctrl-c><ctrl-c>");
        }
        assert!(self.bench.model.overlays.is_empty(), "{:?}", self.bench.model.overlays);
        assert!(!self.bench.ended && self.begun == begun);
        assert_eq!(self.bench.model.busy, 0);
    }
}

/// Resident memory of this process in MB; 0 where it cannot be read.
fn resident() -> f64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = statm.split_whitespace().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0.0);
    pages * 4096.0 / 1e6
}

fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn thousands_of_random_keys_on_a_large_study() {
    let wanted = number("ABSATZ_KEYS").unwrap_or(KEYS);
    let seed = number("ABSATZ_SEED").unwrap_or(20_261_122) as u64;
    let folder = quick_folder();
    let path = folder.path().join("large.absatz");
    let begin = Instant::now();
    let mut project = ops::project::create_in_memory("AK").unwrap();
    ops::coders::add(&mut project, "MB").unwrap();
    interviews(&mut project, 29, 155, 80, 6_000);
    project.backup(&path).unwrap();
    drop(project);
    let made = begin.elapsed();

    let begin = Instant::now();
    let mut memory: Vec<f64> = Vec::new();
    let mut done = 0;
    for (nth, size) in [(120, 40), (80, 24)].into_iter().enumerate() {
        let mut stress = Stress::begin(&path, seed + nth as u64, size);
        let mut steps = 0;
        while stress.pressed < wanted / 2 {
            stress.step();
            steps += 1;
            if steps % EACH.max(wanted / 200) == 0 {
                stress.check();
                memory.push(resident());
            }
        }
        stress.check();
        assert!(stress.begun <= 1 + wanted / 100, "the workbench was left {} times", stress.begun);
        done += stress.pressed;
    }
    let reader = Project::open(&path, None).unwrap();
    assert_eq!(absatz::store::backup::integrity(&reader).unwrap(), Vec::<String>::new());
    assert_eq!(coders::list(&reader.read()).unwrap().iter().filter(|coder| coder.name == "MB").count(), 1);
    let quarter = memory.len().div_ceil(4);
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len().max(1) as f64;
    println!(
        "{done} keys in {:.1?} (study made in {made:.1?}); memory {:.0} MB in the first quarter, {:.0} MB in the last",
        begin.elapsed(),
        mean(&memory[..quarter]),
        mean(&memory[memory.len() - quarter..]),
    );
}
