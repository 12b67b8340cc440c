//! The program at fault: the terminal comes back, the place is noted without a word of the study, nothing is lost.
//!
//! The test binary calls itself: the child runs the real loop on a real terminal, under the eyes of a test that panics
//! where it is told to.

use std::path::Path;

use absatz::i18n::Lang;
use absatz::store::{Project, backup};
use absatz::tui::effect::Work;
use absatz::tui::keys::Code;
use absatz::tui::msg::Msg;
use absatz::tui::runtime;
use absatz::tui::testing::Watch;
use portable_pty::CommandBuilder;

use super::{Terminal, absatz, open, study};

const PROJECT: &str = "ABSATZ_TEST_CRASH_PROJECT";
const WHERE: &str = "ABSATZ_TEST_CRASH_WHERE";

/// A mistake as people make it: a text is cut in the middle of a letter.
fn fail() {
    let text = "Das Geld, natürlich. Und das Recht.".to_owned();
    let at = text.find('ü').unwrap() + 1;
    drop(text[..at].to_owned());
}

fn told_to(place: &str) -> bool {
    std::env::var(WHERE).is_ok_and(|told| told == place)
}

/// The child: nothing unless a test below starts it.
#[test]
fn child() {
    let Ok(path) = std::env::var(PROJECT) else { return };
    let project = Project::open(path.as_ref(), None).unwrap();
    let watch = Watch {
        message: |message| {
            if matches!(message, Msg::Key(key) if key.code == Code::F(4)) && told_to("screen") {
                fail();
            }
        },
        work: |work| match work {
            Work::KeepDraft { .. } if told_to("draft") => fail(),
            Work::WriteMemo { .. } if told_to("memo") => fail(),
            Work::Search(_) if told_to("search") => fail(),
            _ => {}
        },
    };
    let ended = runtime::run_watched(project, Lang::En, watch);
    let code = match ended {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("absatz: {error}");
            error.kind.exit_code()
        }
    };
    std::process::exit(code.into());
}

/// The workbench, which is to fail there.
fn failing(folder: &Path, place: &str) -> Terminal {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "pty::crash::child", "--nocapture", "--test-threads=1"]);
    command.env_clear();
    command.env(PROJECT, folder.join("study.absatz"));
    command.env(WHERE, place);
    Terminal::start(command, folder, 100, 30)
}

/// What was noted: in a file for its owner alone, with the place, without a word of transcripts and memos.
fn noted(folder: &Path, thread: &str) -> String {
    let path = folder.join(".local/state/absatz/crash.log");
    let log = std::fs::read_to_string(&path).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    for words in
        [&format!("thread {thread}"), "is not a char boundary", "at tests/it/pty/crash.rs:", "crash::child"]
    {
        assert!(log.contains(words), "{words} is missing:\n{log}");
    }
    nothing_of_the_study(&log);
    log
}

fn nothing_of_the_study(text: &str) {
    for word in ["Geld", "natürlich", "nat", "Recht", "niemanden", "Gedanke", "gebremst"] {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        assert!(!words.any(|one| one == word), "{word} in:\n{text}");
    }
}

/// The terminal is back, and the person reads what happened and where it is noted.
fn ends_well(mut terminal: Terminal, folder: &Path) {
    assert!(!terminal.ended());
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(terminal.given_back(), "{written}");
    let after = written.rsplit("\u{1b}[?1049l").next().unwrap();
    assert!(after.contains("absatz has crashed") && after.contains("Unsaved text is offered"), "{after}");
    assert!(after.contains(&folder.join(".local/state/absatz/crash.log").display().to_string()), "{after}");
    nothing_of_the_study(after);
    assert_eq!(terminal.child.wait().unwrap().exit_code(), 1);
    let project = Project::open(&folder.join("study.absatz"), None).unwrap();
    assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new());
}

/// The text is offered when the study is opened again, and can be saved.
fn offered_again(folder: &tempfile::TempDir) {
    let mut terminal = open(folder);
    terminal.wait_for("not saved").wait_for("Ein Gedanke").send("\r").wait_for("Memo: (IP 5: 2)");
    terminal.send("\x13").wait_for("wrote the memo").send("q");
    assert!(terminal.ended());
    assert!(absatz(folder.path(), &["memo", "list", "--json"]).contains("Ein Gedanke"));
}

fn coded() -> tempfile::TempDir {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["code", "5:2", "Money", "--create"]);
    folder
}

#[test]
fn the_screens_fault_costs_nothing() {
    let folder = coded();
    let mut terminal = failing(folder.path(), "screen");
    // What was coded is coded, what is typed is kept, though the fault comes at once.
    terminal
        .wait_for("IP 5")
        .send("3jjjcmon")
        .wait_for("Money")
        .send("\r")
        .wait_for("applied Money to (IP 5: 4)");
    terminal.send("kkm").wait_for("Memo: (IP 5: 2)").send("Ein Gedanke\x1bOS");
    ends_well(terminal, folder.path());
    // The loop runs in the thread of the test.
    noted(folder.path(), "pty::crash::child");
    assert!(absatz(folder.path(), &["segments", "--json"]).contains("(IP 5: 4)"));
    offered_again(&folder);
}

#[test]
fn the_projects_fault_costs_nothing() {
    // At keeping the draft; at storing the text, when its editor is closed already.
    for (place, last) in [("draft", ""), ("memo", "\x13")] {
        let folder = coded();
        let mut terminal = failing(folder.path(), place);
        terminal.wait_for("IP 5").send("3jm").wait_for("Memo: (IP 5: 2)").send("Ein Gedanke").send(last);
        ends_well(terminal, folder.path());
        noted(folder.path(), "project");
        assert_eq!(absatz(folder.path(), &["memo", "list", "--json"]).trim(), "[]");
        offered_again(&folder);
    }
}

#[test]
fn a_jobs_fault_is_said_and_the_work_goes_on() {
    let folder = coded();
    let mut terminal = failing(folder.path(), "search");
    terminal.wait_for("IP 5").send("/").wait_for("Words").send("Geld\r").wait_for("came to a bad end");
    terminal.send("3jjjcmon").wait_for("Money").send("\r").wait_for("applied Money to (IP 5: 4)").send("q");
    assert!(terminal.ended());
    assert!(terminal.given_back());
    noted(folder.path(), "job");
}
