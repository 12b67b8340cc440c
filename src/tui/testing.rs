//! The workbench without a terminal: keys in as a script, screen and database out, each step at once.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::effect::{Effect, Work};
use super::keys;
use super::model::Model;
use super::msg::{Mouse, MouseKind, Msg};
use super::theme::Theme;
use super::update::update;
use super::view::{self, HitMap};
use super::worker::Worker;
use crate::i18n::{self, Lang};
use crate::store::Project;

/// Sees what the loop takes and what the worker does, for tests of what happens when either is at fault.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    pub message: fn(&Msg),
    pub work: fn(&Work),
}

impl Default for Watch {
    fn default() -> Watch {
        Watch { message: |_| {}, work: |_| {} }
    }
}

/// A workbench that does everything at once.
pub struct Bench {
    pub model: Model,
    pub worker: Worker,
    terminal: Terminal<TestBackend>,
    /// The last picture. The backend's own keeps what a wide letter has covered since, which no terminal does.
    shown: Buffer,
    pub hits: HitMap,
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// How players were called, and how often one was stopped.
    pub played: Vec<Vec<String>>,
    pub stopped: usize,
    /// Transcripts that went to the person's editor.
    pub edited: Vec<super::editor::Outside>,
    /// Texts of open editors that went there.
    pub lent: Vec<String>,
    /// What else was asked of the terminal and of jobs: to draw anew, to suspend, to stop.
    pub asked: Vec<Effect>,
    pub ended: bool,
    clock: u64,
}

impl Bench {
    /// Opens the workbench on a project, in a window of this size.
    pub fn open(project: Project, width: u16, height: u16, lang: Lang) -> Bench {
        i18n::set_lang(lang);
        let terminal = window(width, height);
        let mut bench = Bench {
            model: Model::new(width, height, lang, Theme::default()),
            worker: Worker::new(project),
            terminal,
            shown: Buffer::default(),
            hits: HitMap::default(),
            copied: Vec::new(),
            played: Vec::new(),
            stopped: 0,
            edited: Vec::new(),
            lent: Vec::new(),
            asked: Vec::new(),
            ended: false,
            clock: 0,
        };
        bench.perform(vec![Effect::Work(Work::Load)]);
        bench.draw();
        bench
    }

    /// Presses keys: `jjc<enter>`.
    pub fn keys(&mut self, script: &str) -> &mut Bench {
        let keys = keys::sequence(script);
        assert!(keys.is_some() || script.is_empty(), "no keys: {script}");
        for key in keys.unwrap_or_default() {
            self.send(Msg::Key(key));
        }
        self.draw();
        self
    }

    /// Types a text into the field that has the keys.
    pub fn paste(&mut self, text: &str) -> &mut Bench {
        self.send(Msg::Paste(text.to_owned()));
        self.draw();
        self
    }

    /// Lets time go by.
    pub fn wait(&mut self, milliseconds: u64) -> &mut Bench {
        self.clock += milliseconds;
        self.send(Msg::Tick(self.clock));
        for message in self.worker.look() {
            self.send(message);
        }
        self.draw();
        self
    }

    pub fn mouse(&mut self, kind: MouseKind, column: u16, row: u16) -> &mut Bench {
        let hit = self.hits.at(column, row);
        self.send(Msg::Mouse(Mouse { kind, column, row, hit }));
        self.draw();
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Bench {
        self.terminal = window(width, height);
        self.send(Msg::Resize(width, height));
        self.draw();
        self
    }

    /// Something happens; what comes of it happens too.
    pub fn send(&mut self, message: Msg) {
        let effects = update(&mut self.model, message);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.ended = true,
                Effect::Copy(text) => self.copied.push(text),
                Effect::Speak(lang) => i18n::set_lang(lang),
                Effect::Play(words) => self.played.push(words),
                Effect::Edit(outside) => self.edited.push(*outside),
                Effect::EditText(text) => self.lent.push(text),
                Effect::StopPlaying => self.stopped += 1,
                asked @ (Effect::Suspend | Effect::Redraw | Effect::Stop | Effect::Ground(_)) => {
                    self.asked.push(asked)
                }
                Effect::Work(work) => {
                    let held = work.holds_keys();
                    if held {
                        self.send(Msg::Busy(true));
                    }
                    for message in self.worker.run(work) {
                        self.send(message);
                    }
                    if held {
                        self.send(Msg::Busy(false));
                    }
                }
            }
        }
    }

    pub fn draw(&mut self) {
        let (model, hits) = (&self.model, &mut self.hits);
        let Ok(done) = self.terminal.draw(|frame| *hits = view::draw(model, frame));
        self.shown = done.buffer.clone();
    }

    pub fn project(&self) -> &Project {
        self.worker.project()
    }

    /// What stands on the screen, line by line, without spaces at the ends.
    pub fn screen(&self) -> String {
        let buffer = &self.shown;
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let symbol = buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
                skip = crate::text::wrap::cells(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// The picture with its styles.
    pub fn buffer(&self) -> &Buffer {
        &self.shown
    }
}

/// A window in memory: its backend cannot fail.
fn window(width: u16, height: u16) -> Terminal<TestBackend> {
    let Ok(terminal) = Terminal::new(TestBackend::new(width, height));
    terminal
}
