//! The program as a whole in a real pseudo-terminal: keys in, the screen out, the file afterwards.

mod coders;
mod colors;
mod crash;
mod keymap;
mod mouse;
mod packages;
mod programs;
mod stress;
mod tutor;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const PROGRAM: &str = env!("CARGO_BIN_EXE_absatz");
/// Far longer than anything takes, so that a slow machine is not an error.
const PATIENCE: Duration = Duration::from_secs(30);

const INTERVIEW: &str = "I: Was hat Sie bisher gebremst?\n\nB: Das Geld, natürlich. Und das Recht.\n\nI: Mhm.\n\n\
                         B: Wir haben einfach niemanden, der das macht.\n\nI: Und sonst?\n\nB: Nichts, na ja, die Leitung.\n";

/// The workbench in a pseudo-terminal.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    child: Box<dyn Child + Send + Sync>,
    parser: vt100::Parser,
    /// All that the program wrote.
    written: Vec<u8>,
    /// How fast what it writes is taken; 0: at once.
    bytes_a_second: Arc<AtomicUsize>,
}

impl Terminal {
    fn open(project: &Path, columns: u16, rows: u16) -> Terminal {
        Terminal::open_with(project, columns, rows, &[])
    }

    fn open_with(project: &Path, columns: u16, rows: u16, variables: &[(&str, &str)]) -> Terminal {
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.arg(project);
        command.args(["--lang", "en"]);
        for (name, value) in variables {
            command.env(name, value);
        }
        Terminal::start(command, project.parent().unwrap(), columns, rows)
    }

    /// A program in a pseudo-terminal, at home in this folder.
    fn start(mut command: CommandBuilder, home: &Path, columns: u16, rows: u16) -> Terminal {
        let pair = native_pty_system()
            .openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        if command.get_env("TERM").is_none() {
            command.env("TERM", "xterm-256color");
        }
        command.env("HOME", home);
        command.cwd(home);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        let bytes_a_second = Arc::new(AtomicUsize::new(0));
        let pace = Arc::clone(&bytes_a_second);
        std::thread::spawn(move || {
            const STEPS: usize = 50;
            let mut bytes = [0; 4096];
            loop {
                let pace = pace.load(Ordering::Relaxed);
                let most = if pace > 0 { (pace / STEPS).clamp(1, bytes.len()) } else { bytes.len() };
                match reader.read(&mut bytes[..most]) {
                    Ok(count @ 1..) if sender.send(bytes[..count].to_vec()).is_ok() => {}
                    _ => break,
                }
                if pace > 0 {
                    std::thread::sleep(Duration::from_secs(1) / STEPS as u32);
                }
            }
        });
        Terminal {
            input: pair.master.take_writer().unwrap(),
            master: pair.master,
            output,
            child,
            parser: vt100::Parser::new(size(rows), size(columns), 0),
            written: Vec::new(),
            bytes_a_second,
        }
    }

    fn send(&mut self, keys: &str) -> &mut Terminal {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
        self
    }

    /// Waits until the screen shows a text.
    fn wait_for(&mut self, text: &str) -> &mut Terminal {
        let end = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            assert!(Instant::now() < end, "«{text}» does not come:\n{}", self.screen());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.parser.process(&bytes);
                self.written.extend(bytes);
            }
        }
        self
    }

    /// Takes in what was written by now.
    fn take(&mut self) {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
            self.parser.process(&bytes);
            self.written.extend(bytes);
        }
    }

    fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.parser.screen_mut().set_size(size(rows), size(columns));
    }

    /// Waits until the program has ended; true if it ended well.
    fn ended(&mut self) -> bool {
        let end = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.parser.process(&bytes);
                self.written.extend(bytes);
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way.
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(300)) {
                    self.parser.process(&bytes);
                    self.written.extend(bytes);
                }
                return status.success();
            }
            assert!(Instant::now() < end, "the program does not end:\n{}", self.screen());
        }
    }

    /// Whether the terminal was given back: main screen, cursor shown, mouse, bracketed paste and focus reports off,
    /// keys by the line and shown.
    fn given_back(&self) -> bool {
        let screen = self.parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && !self.is_on("1004")
            && !self.is_on("2026")
            && self.is_cooked()
    }

    /// Whether a private mode was switched on and not off since.
    fn is_on(&self, mode: &str) -> bool {
        let written = String::from_utf8_lossy(&self.written);
        let last = |end: &str| written.rfind(&format!("\u{1b}[?{mode}{end}"));
        last("h") > last("l")
    }

    #[cfg(target_os = "linux")]
    fn is_cooked(&self) -> bool {
        const ICANON_AND_ECHO: u32 = 0o12;
        let flags = self.master.get_termios().unwrap().local_flags.bits();
        flags & ICANON_AND_ECHO == ICANON_AND_ECHO
    }

    #[cfg(not(target_os = "linux"))]
    fn is_cooked(&self) -> bool {
        true
    }
}

fn size(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

fn absatz(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(PROGRAM)
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(folder)
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// An empty study and a transcript beside it.
fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    absatz(folder.path(), &["new", "study.absatz", "--coder", "AK"]);
    std::fs::write(folder.path().join("IP05.txt"), INTERVIEW).unwrap();
    folder
}

fn open(folder: &tempfile::TempDir) -> Terminal {
    Terminal::open(&folder.path().join("study.absatz"), 80, 24)
}

#[test]
fn a_study_from_transcript_to_grid() {
    let folder = study();
    let mut terminal = open(&folder);
    terminal.wait_for("No documents yet").send("I").wait_for("Path of a file");
    let path = folder.path().join("IP05.txt");
    terminal.send(path.to_str().unwrap()).send("\r");
    import_is_shown(&mut terminal);

    // Three passages: a paragraph with a new code, a paragraph, and a selection of two words in the last.
    terminal.send("3jc").wait_for("Code (IP 5: 2)").send("Obstacles/Money").wait_for("New code").send("\r");
    terminal.wait_for("applied Obstacles/Money to (IP 5: 2)");
    terminal.send("jjc").wait_for("Code (IP 5: 4)").send("Obstacles/Staff").wait_for("New code").send("\r");
    terminal.wait_for("applied Obstacles/Staff to (IP 5: 4)");
    terminal.send("jjc").wait_for("Code (IP 5: 6)").send("mon").wait_for("Money").send("\r");
    terminal.wait_for("applied Obstacles/Money to (IP 5: 6)");

    // A summary in the Summary Grid, in the column of Obstacles/Money.
    terminal.send("G").wait_for("0 of 3 summarised").send("l\r").wait_for("Summary");
    terminal.send("Geld bremst, Leitung fehlt.").wait_for("Leitung fehlt.").send("\x1b");
    terminal.wait_for("wrote the summary of document 5 on Obstacles/Money");

    // Back to the text; one coding more, and it is undone.
    terminal
        .send("\x1b")
        .wait_for("¶ 6 of 6")
        .send("3kkc")
        .wait_for("Code (IP 5: 4)")
        .send("mon")
        .wait_for("Money");
    terminal.send("\r").wait_for("applied Obstacles/Money to (IP 5: 4)").send("u").wait_for("Undone:");
    terminal.send("q");
    assert!(terminal.ended());
    assert!(terminal.given_back(), "{:?}", String::from_utf8_lossy(&terminal.written));

    let grid: serde_json::Value = serde_json::from_str(&absatz(folder.path(), &["grid", "--json"])).unwrap();
    let mut cells: Vec<(String, u64, String)> = Vec::new();
    for cell in grid["cells"].as_array().unwrap() {
        let segments = cell["segments"]
            .as_array()
            .map_or_else(|| cell["segments"].as_u64(), |all| Some(all.len() as u64));
        let summary = cell["summary"].as_str().unwrap_or_default().to_owned();
        if segments != Some(0) || !summary.is_empty() {
            cells.push((cell["code"].as_str().unwrap().to_owned(), segments.unwrap(), summary));
        }
    }
    cells.sort();
    assert_eq!(
        cells,
        [
            ("Obstacles/Money".to_owned(), 2, "Geld bremst, Leitung fehlt.".to_owned()),
            ("Obstacles/Staff".to_owned(), 1, String::new()),
        ]
    );
    let csv = absatz(folder.path(), &["grid", "-o", "-", "--format", "csv"]);
    for words in [
        "Das Geld, natürlich. Und das Recht. (IP 5: 2)",
        "Nichts, na ja, die Leitung. (IP 5: 6)",
        "niemanden",
    ] {
        assert!(csv.contains(words), "{words}\n{csv}");
    }
    assert_eq!(csv.matches("(IP 5:").count(), 3, "{csv}");
}

/// Confirms the preview and waits for the transcript.
fn import_is_shown(terminal: &mut Terminal) {
    terminal
        .wait_for("IP05.txt → IP 5")
        .wait_for("6 numbered paragraphs")
        .wait_for("Enter import it")
        .send("\r");
    terminal.wait_for("imported document 5").wait_for("¶ 1 of 6");
}

#[test]
fn a_text_that_is_being_written_survives_a_signal() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["code", "5:2", "Money", "--create"]);
    let mut terminal = open(&folder);
    terminal
        .wait_for("IP 5")
        .send("G")
        .wait_for("summarised")
        .send("\r")
        .wait_for("Summary")
        .send("Nicht gespeichert");
    terminal.wait_for("Nicht gespeichert");
    let id = terminal.child.process_id().unwrap();
    assert!(Command::new("kill").args(["-TERM", &id.to_string()]).status().unwrap().success());
    terminal.ended();
    assert!(terminal.given_back());
    // It is offered again; nothing is written into the grid unasked.
    assert!(!absatz(folder.path(), &["grid", "--json"]).contains("Nicht gespeichert"));
    let mut terminal = open(&folder);
    terminal
        .wait_for("not saved")
        .wait_for("Nicht gespeichert")
        .send("\r")
        .wait_for("Summary")
        .send(", doch.");
    terminal.wait_for("Nicht gespeichert, doch.").send("\x1b").wait_for("wrote the summary").send("q");
    assert!(terminal.ended());
    assert!(absatz(folder.path(), &["grid", "--json"]).contains("Nicht gespeichert, doch."));
}

#[test]
#[cfg(unix)]
fn what_is_arranged_survives_a_kill() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["codes", "add", "Geld"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("2,4").wait_for("Quick slot 4").send("3jj").wait_for("(IP 5: 3)");
    let path = folder.path().join("study.absatz");
    let end = Instant::now() + PATIENCE;
    let kept = || {
        let project = absatz::store::Project::open(&path, None).unwrap();
        absatz::store::settings::state(&project.read(), absatz::tui::worker::STATE)
            .unwrap()
            .unwrap_or_default()
    };
    while !kept().contains("[1,2]") {
        assert!(Instant::now() < end, "nothing is kept: {}", kept());
        std::thread::sleep(Duration::from_millis(100));
    }
    let id = terminal.child.process_id().unwrap();
    assert!(Command::new("kill").args(["-KILL", &id.to_string()]).status().unwrap().success());
    assert!(!terminal.ended());
    let mut terminal = open(&folder);
    terminal.wait_for("(IP 5: 3)").send("2").wait_for(",4");
    terminal.send("q");
    assert!(terminal.ended());
}

#[test]
fn a_closed_terminal_ends_the_program_and_keeps_what_was_being_written() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["code", "5:2", "Money", "--create"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("G").wait_for("summarised").send("\r").wait_for("Summary");
    terminal.send(" Fenster zu").wait_for("Fenster zu");
    let Terminal { master, mut input, output, mut child, .. } = terminal;
    // The thread that reads holds the terminal as well: it ends where nobody listens and something comes.
    drop(output);
    // At the start of the line, before a space: dropping `input` types Ctrl-J and Ctrl-D, which delete to the left and
    // to the right.
    input.write_all(b"\x1b[H").unwrap();
    drop((input, master));
    let id = child.process_id().unwrap();
    let closed = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(closed.elapsed() < Duration::from_secs(3), "process {id} is still there");
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut terminal = open(&folder);
    terminal.wait_for("not saved").wait_for("Fenster zu").send("\x1bq");
}

/// The state of a process: `T` is stopped.
#[cfg(target_os = "linux")]
fn state(id: u32) -> String {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    after.split_whitespace().next().unwrap_or_default().to_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn it_is_suspended_and_comes_back_with_its_picture() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("1\r").wait_for("Was hat Sie");
    let id = terminal.child.process_id().unwrap();
    for (keys, overlay) in [("\x1a", ""), ("?", "Keys that work here"), ("\x1a", "Keys that work here")] {
        terminal.send(keys);
        if keys == "\x1a" {
            let end = Instant::now() + PATIENCE;
            while state(id) != "T" {
                assert!(Instant::now() < end, "it is not suspended but {}", state(id));
                terminal.take();
            }
            terminal.take();
            assert!(terminal.given_back(), "{}", String::from_utf8_lossy(&terminal.written));
            assert!(Command::new("kill").args(["-CONT", &id.to_string()]).status().unwrap().success());
        }
        terminal.wait_for(overlay).wait_for("IP 5");
    }
    terminal.send("\x1b").wait_for("Was hat Sie").send("q");
    assert!(terminal.ended());
    assert!(terminal.given_back());
}

#[test]
fn a_search_over_the_file_that_is_open_finds_and_opens() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("/").wait_for("Words").send("NATURLICH\r").wait_for("Found: “NATURLICH”");
    terminal.wait_for("(IP 5: 2)").send("\r").wait_for("¶ 2 of 6").send("q");
    assert!(terminal.ended());
}

#[test]
fn any_size_at_any_moment() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("1\r").wait_for("Was hat");
    for (columns, rows) in [(20, 5), (200, 60), (1, 1), (79, 23), (60, 16), (300, 10), (80, 24)] {
        terminal.resize(columns, rows);
        terminal.send("j");
        std::thread::sleep(Duration::from_millis(20));
    }
    // Which paragraph stands on top depends on how many of the keys came while the window was low.
    terminal.wait_for("of 6 ").send("\x1b[H").wait_for("Was hat").send("q");
    assert!(terminal.ended(), "{}", terminal.screen());
    assert!(terminal.given_back(), "{}", String::from_utf8_lossy(&terminal.written));
}

#[test]
fn pasted_text_is_text_and_not_keys() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["code", "5:2", "Money", "--create"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("G").wait_for("summarised").send("\r").wait_for("Summary");
    terminal
        .send("\x1b[200~quick\nq u D\x1b[201~")
        .wait_for("q u D")
        .send("\x1b")
        .wait_for("wrote the summary");
    terminal.send("q");
    assert!(terminal.ended());
    assert!(absatz(folder.path(), &["grid", "--json"]).contains("quick\\nq u D"));
}

#[test]
fn without_a_terminal_it_says_so() {
    let folder = study();
    let output = Command::new(PROGRAM).arg("study.absatz").current_dir(folder.path()).output().unwrap();
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("terminal"));
}
