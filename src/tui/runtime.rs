//! The event loop: reads the terminal, hands messages to `update`, effects to the worker, the model to `draw`.
//!
//! It never waits for the project: while a piece of work is under way that keys must not overtake, they stay in a
//! queue, in order, and the picture goes on. The picture is drawn at most once for a batch of events.

use std::collections::VecDeque;
use std::io::{self, stdout};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::crash::{self, Crash};
use super::effect::{Effect, Work};
use super::keys::Key;
use super::model::{Model, ToastKind};
use super::msg::{Mouse, MouseKind, Msg};
use super::testing::Watch;
use super::theme::{Depth, Ground, Theme};
use super::update::{self, update};
use super::view::{self, HitMap};
use super::worker::{Order, Worker};
use super::{editor, keymap::Keymap, terminal};
use crate::error::{Error, Kind, Result};
use crate::i18n::{self, Lang};
use crate::ops::player::{self, Playing};
use crate::ops::{clipboard, config};
use crate::progress::Progress;
use crate::store::Project;

/// How long one wait for the terminal takes: short while an answer is expected.
const QUICK: Duration = Duration::from_millis(3);
const SLOW: Duration = Duration::from_millis(60);

/// Runs the workbench on an open project.
pub fn run(project: Project, lang: Lang) -> Result<()> {
    run_watched(project, lang, Watch::default())
}

/// The same under the eyes of a test.
pub fn run_watched(project: Project, lang: Lang, watch: Watch) -> Result<()> {
    terminal::check()?;
    crash::install();
    let path = project.path().to_path_buf();
    let (orders, inbox) = channel();
    let (outbox, answers) = channel();
    let worker = thread::Builder::new().name("project".into()).spawn(move || {
        i18n::set_lang(lang);
        crash::guard(|| Worker::new(project).watched(watch.work).serve(&inbox, &outbox))
    });
    let worker = worker.map_err(broken)?;
    let mouse = config::is_on("mouse");
    terminal::enter(*mouse.as_ref().unwrap_or(&true)).map_err(broken)?;
    let begun = Runtime::new(orders, answers, worker, lang, watch, mouse);
    let ended = begun.map(Runtime::run);
    terminal::leave();
    let Ended { result, worker, coder, unsaved } = ended?;
    // The worker finishes what it was given: nothing is lost between the last key and the file.
    let served = worker.join().unwrap_or(Err(Crash));
    match (result, served) {
        (Ok(result), Ok(())) => result,
        _ => Err(Crash.ends(keep(&path, coder.as_deref(), unsaved))),
    }
}

/// Keeps what the workbench could not store, through a connection of its own; whether it could be kept.
fn keep(path: &Path, coder: Option<&str>, unsaved: Vec<Work>) -> bool {
    let kept = || -> Result<bool> {
        let mut worker = Worker::new(Project::open(path, coder)?);
        let mut told = unsaved.into_iter().flat_map(|work| worker.run(work));
        Ok(!told.any(|message| matches!(message, Msg::Failed(_))))
    };
    matches!(crash::guard(kept), Ok(Ok(true)))
}

/// How the loop ended.
struct Ended {
    result: std::result::Result<Result<()>, Crash>,
    worker: Serving,
    /// Who worked.
    coder: Option<String>,
    /// Keeps what was being written, should that be needed.
    unsaved: Vec<Work>,
}

type Serving = JoinHandle<std::result::Result<(), Crash>>;

fn broken(error: io::Error) -> Error {
    Error::new(Kind::Io, crate::tr!("error-terminal", reason = error.to_string()))
}

struct Runtime {
    model: Model,
    terminal: Terminal<CrosstermBackend<io::Stdout>>,
    orders: Sender<Order>,
    answers: Receiver<Msg>,
    worker: Serving,
    watch: Watch,
    /// Whether the mouse is taken, or left to the terminal.
    mouse: bool,
    hits: HitMap,
    queue: VecDeque<Msg>,
    /// Counts and stops the job under way.
    job: Progress,
    /// Ends with the workbench.
    playing: Option<Playing>,
    start: Instant,
    term: Arc<AtomicBool>,
    /// Goes on while the loop does.
    pulse: Arc<AtomicU64>,
    ended: bool,
}

impl Runtime {
    fn new(
        orders: Sender<Order>,
        answers: Receiver<Msg>,
        worker: Serving,
        lang: Lang,
        watch: Watch,
        mouse: Result<bool>,
    ) -> Result<Runtime> {
        let (width, height) = crossterm::terminal::size().map_err(broken)?;
        let (theme, odd) = theme();
        let mut model = Model::new(width, height, lang, theme);
        if let Some(error) = odd {
            model.fail(error);
        }
        let wrong = keymap(&mut model.keymap);
        if !wrong.is_empty() {
            model.say(wrong.join(" · "), ToastKind::Error);
        }
        let mouse = mouse.unwrap_or_else(|error| {
            model.fail(error);
            true
        });
        let term = Arc::new(AtomicBool::new(false));
        for signal in [
            signal_hook::consts::SIGTERM,
            #[cfg(unix)]
            signal_hook::consts::SIGHUP,
        ] {
            signal_hook::flag::register(signal, Arc::clone(&term)).map_err(broken)?;
        }
        let pulse = Arc::new(AtomicU64::new(0));
        terminal::end_if_hung(Arc::clone(&pulse)).map_err(broken)?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).map_err(broken)?;
        Ok(Runtime {
            model,
            terminal,
            orders,
            answers,
            worker,
            watch,
            mouse,
            hits: HitMap::default(),
            queue: VecDeque::new(),
            job: Progress::new(),
            playing: None,
            start: Instant::now(),
            term,
            pulse,
            ended: false,
        })
    }

    fn run(mut self) -> Ended {
        let result = crash::guard(|| self.serve());
        self.pulse.store(terminal::AT_REST, Ordering::Relaxed);
        let mut unsaved = Vec::new();
        match result {
            Ok(Ok(())) => {}
            // The terminal is gone, perhaps: what is unsaved is still kept.
            Ok(Err(_)) => drop(crash::guard(|| self.take(Msg::Terminate))),
            // Perhaps in the middle of a picture.
            Err(Crash) => drop(crossterm::execute!(stdout(), EndSynchronizedUpdate)),
        }
        if !matches!(result, Ok(Ok(()))) {
            unsaved = crash::guard(|| update::unsaved(&self.model)).unwrap_or_default();
        }
        let coder = self.model.study.coder.map(|_| self.model.study.coder_name().to_owned());
        // Its `drop` prints where it cannot show the cursor, and printing to a closed terminal panics. The cursor is
        // shown by `terminal::leave`.
        std::mem::forget(self.terminal);
        Ended { result, worker: self.worker, coder, unsaved }
    }

    fn serve(&mut self) -> Result<()> {
        self.effects(vec![Effect::Work(Work::Load)])?;
        self.draw()?;
        // Events are left that the terminal was read for already.
        let mut more = false;
        while !self.ended {
            let wait = if self.model.busy > 0 || self.model.working() { QUICK } else { SLOW };
            let wait = if more { Duration::ZERO } else { wait };
            terminal::wait(wait);
            self.pulse.fetch_add(1, Ordering::Relaxed);
            let mut happened = false;
            // All that is there by now, but not for longer than a frame.
            let batch = Instant::now();
            more = false;
            while self.is_readable()? {
                more = batch.elapsed() >= Duration::from_millis(12);
                if more {
                    break;
                }
                if let Some(message) = self.translate(event::read().map_err(broken)?) {
                    self.queue.push_back(message);
                }
            }
            // Asked first: what it said before it ended is taken.
            let gone = self.worker.is_finished();
            while let Ok(message) = self.answers.try_recv() {
                happened = true;
                self.take(message)?;
            }
            if gone {
                return Err(Error::new(Kind::Database, crate::tr!("error-worker")));
            }
            while self.model.busy == 0 && !self.ended {
                let Some(message) = self.queue.pop_front() else { break };
                happened = true;
                self.take(message)?;
            }
            if self.term.swap(false, Ordering::Relaxed) {
                self.take(Msg::Terminate)?;
            }
            happened |= self.tick()?;
            if happened && !self.ended {
                self.draw()?;
            }
        }
        Ok(())
    }

    /// Whether an event is there; an error where the terminal is gone, which crossterm would read for ever.
    fn is_readable(&self) -> Result<bool> {
        if terminal::wait(Duration::ZERO) == terminal::Waited::Gone {
            return Err(broken(io::ErrorKind::UnexpectedEof.into()));
        }
        event::poll(Duration::ZERO).map_err(broken)
    }

    /// The clock goes on; whether that can be seen.
    fn tick(&mut self) -> Result<bool> {
        let before = (self.model.toast.is_some(), self.model.pressed.len());
        let working = self.model.working();
        let waits = self.model.busy > 0 || working || !self.model.pressed.is_empty();
        let now = self.start.elapsed().as_millis() as u64;
        if now.saturating_sub(self.model.clock) < 50 {
            return Ok(false);
        }
        self.take(Msg::Tick(now))?;
        let ended = self.playing.as_mut().and_then(Playing::ended);
        let silent = ended.is_some();
        if let Some(result) = ended {
            self.playing = None;
            self.take(Msg::PlayerEnded(result))?;
        }
        if let (true, (done, all @ 1..)) = (working, self.job.state()) {
            self.take(Msg::Progress((done.saturating_sub(1) * 100 / all).min(100) as u8))?;
            let at = self.job.at();
            if at != self.model.doing {
                self.take(Msg::Doing(at))?;
            }
        }
        // A change of size that comes with a key is lost on the way through crossterm: the window itself is asked.
        let size = crossterm::terminal::size().map_err(broken)?;
        let resized = size != (self.model.width, self.model.height);
        if resized {
            self.take(Msg::Resize(size.0, size.1))?;
        }
        Ok(waits || resized || silent || before != (self.model.toast.is_some(), self.model.pressed.len()))
    }

    fn take(&mut self, message: Msg) -> Result<()> {
        (self.watch.message)(&message);
        let effects = update(&mut self.model, message);
        self.effects(effects)
    }

    fn effects(&mut self, effects: Vec<Effect>) -> Result<()> {
        for effect in effects {
            match effect {
                Effect::Quit => self.ended = true,
                Effect::Suspend => {
                    terminal::suspend(self.mouse).map_err(broken)?;
                    self.fresh()?;
                }
                Effect::Edit(outside) => {
                    let folder = self.model.study.folder.clone();
                    let edit = || editor::edit(&outside.text, &folder);
                    let result = terminal::lend(self.mouse, edit).map_err(broken)?;
                    self.fresh()?;
                    self.take(Msg::Edited(outside, result))?;
                }
                Effect::EditText(text) => {
                    let folder = self.model.study.folder.clone();
                    let result = terminal::lend(self.mouse, || editor::edit(&text, &folder));
                    let result = result.map_err(broken)?;
                    self.fresh()?;
                    self.take(Msg::EditedText(result))?;
                }
                Effect::Redraw => self.fresh()?,
                Effect::Copy(text) => {
                    if let Err(error) = copy(&text) {
                        self.take(Msg::Failed(error))?;
                    }
                }
                Effect::Speak(lang) => {
                    i18n::set_lang(lang);
                    drop(self.orders.send(Order::Speak(lang)));
                }
                Effect::Ground(ground) => {
                    // What the terminal says by itself need not be remembered, and may change with it.
                    let kept = if terminals_ground() == Some(ground) { None } else { Some(ground.name()) };
                    config::remember(THEME, kept);
                }
                Effect::Stop => self.job.cancel(),
                Effect::Play(words) => match player::start(&words) {
                    Ok(playing) => self.playing = Some(playing),
                    Err(error) => self.take(Msg::PlayerEnded(Err(error)))?,
                },
                Effect::StopPlaying => {
                    if let Some(playing) = &mut self.playing {
                        playing.stop();
                    }
                }
                Effect::Work(work) if work.is_job() => {
                    // A newer one takes the place of the older.
                    self.job.cancel();
                    self.job = Progress::new();
                    drop(self.orders.send(Order::Job(work, self.job.clone())));
                }
                Effect::Work(work) if work.is_long() => {
                    self.job.cancel();
                    self.job = Progress::new();
                    drop(self.orders.send(Order::Long(work, self.job.clone())));
                }
                Effect::Work(work) => {
                    if work.holds_keys() {
                        drop(update(&mut self.model, Msg::Busy(true)));
                    }
                    drop(self.orders.send(Order::Work(work)));
                }
            }
        }
        Ok(())
    }

    /// A new picture from nothing, without asking the terminal anything.
    fn fresh(&mut self) -> Result<()> {
        self.terminal = Terminal::new(CrosstermBackend::new(stdout())).map_err(broken)?;
        crossterm::execute!(stdout(), crossterm::terminal::Clear(crossterm::terminal::ClearType::All))
            .map_err(broken)?;
        let (width, height) = crossterm::terminal::size().map_err(broken)?;
        self.take(Msg::Resize(width, height))
    }

    fn draw(&mut self) -> Result<()> {
        crossterm::queue!(stdout(), BeginSynchronizedUpdate).map_err(broken)?;
        let (model, hits) = (&self.model, &mut self.hits);
        self.terminal.draw(|frame| *hits = view::draw(model, frame)).map_err(broken)?;
        crossterm::execute!(stdout(), EndSynchronizedUpdate).map_err(broken)
    }

    fn translate(&self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Key::from_event(&key).map(Msg::Key),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::Resize(width, height) => Some(Msg::Resize(width, height)),
            // With Shift the mouse is the terminal's, also where that reports it.
            Event::Mouse(mouse) if mouse.modifiers.contains(KeyModifiers::SHIFT) => None,
            Event::Mouse(mouse) => {
                let kind = match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => MouseKind::Down,
                    MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
                    MouseEventKind::Up(MouseButton::Left) => MouseKind::Up,
                    MouseEventKind::ScrollDown => MouseKind::WheelDown,
                    MouseEventKind::ScrollUp => MouseKind::WheelUp,
                    _ => return None,
                };
                let hit = self.hits.at(mouse.column, mouse.row);
                Some(Msg::Mouse(Mouse { kind, column: mouse.column, row: mouse.row, hit }))
            }
            _ => None,
        }
    }
}

/// The setting of the theme, and the name under which the last choice is remembered.
const THEME: &str = "theme";

/// How many colours there are, and for which background they are chosen: as the person set it, as it was chosen with a
/// key last, or as the terminal says. What is wrong with the setting.
///
/// The terminal is not asked (OSC 11): over a slow line an answer that comes late is read as keys, and keys do things.
fn theme() -> (Theme, Option<Error>) {
    let variable = |name: &str| std::env::var(name).ok();
    let depth = Depth::of(
        variable("NO_COLOR").as_deref(),
        variable("COLORTERM").as_deref(),
        variable("TERM").as_deref(),
    );
    let set = config::words("ABSATZ_THEME", THEME).and_then(|set| match set {
        None => Ok(None),
        Some((name, source)) => match Ground::from_name(name.trim()) {
            Some(ground) => Ok(Some(ground)),
            None => Err(Error::invalid(crate::tr!("error-theme", name = name, source = source))
                .hint(crate::tr!("hint-theme"))),
        },
    });
    let (set, odd) = match set {
        Ok(set) => (set, None),
        Err(error) => (None, Some(error)),
    };
    let chosen = || config::remembered(THEME).as_deref().and_then(Ground::from_name);
    let ground = set.or_else(chosen).or_else(terminals_ground).unwrap_or_default();
    (Theme { ground, depth }, odd)
}

/// What some terminals say of their background: `COLORFGBG` is "foreground;background", of the sixteen colours.
fn terminals_ground() -> Option<Ground> {
    let value = std::env::var("COLORFGBG").ok()?;
    match value.rsplit(';').next()?.parse::<u8>().ok()? {
        7 | 9..=15 => Some(Ground::Light),
        _ => Some(Ground::Dark),
    }
}

/// Takes in the person's `keymap.toml`. What cannot be used is said.
pub fn keymap(keymap: &mut Keymap) -> Vec<String> {
    let Some(path) = config::file().map(|file| file.with_file_name("keymap.toml")) else { return Vec::new() };
    match std::fs::read(&path) {
        Ok(bytes) => keymap.merge(&String::from_utf8_lossy(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => vec![Error::io(&path, &error).message],
    }
}

/// Puts a text on the clipboard: by a program, or through the terminal, which also works over SSH.
fn copy(text: &str) -> Result<()> {
    let surroundings = clipboard::Surroundings::here()?;
    match clipboard::put(text, &surroundings)? {
        clipboard::Way::Program(_) => Ok(()),
        clipboard::Way::Terminal => terminal::to_clipboard(text, surroundings.tmux).map_err(broken),
    }
}
