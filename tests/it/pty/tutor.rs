//! `absatz tutor`: a lesson is made, goes on where it was left, and leaves alone what is something else.

use std::path::Path;

use portable_pty::CommandBuilder;

use super::{PROGRAM, Terminal, absatz};

fn tutor(home: &Path, arguments: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(PROGRAM);
    command.env_clear();
    command.arg("tutor");
    command.args(arguments);
    command.args(["--lang", "en"]);
    Terminal::start(command, home, 80, 24)
}

fn leave(mut terminal: Terminal) {
    terminal.send("q");
    assert!(terminal.ended() && terminal.given_back());
}

#[test]
fn a_lesson_begins_goes_on_and_begins_anew() {
    let home = tempfile::tempdir().unwrap();
    let file = |name: &str| home.path().join("absatz-tutor").join(name);
    let mut terminal = tutor(home.path(), &[]);
    terminal.wait_for("· 1/26").wait_for("Go down to paragraph 4").wait_for("me · tutor").send("jjj");
    terminal.wait_for("· 2/26").wait_for("Jump to paragraph 31").send("g").wait_for("Place").send("31\r");
    terminal.wait_for("· 3/26").wait_for("¶ 31 of 88");
    leave(terminal);
    assert!(file("tutor.absatz").exists());

    let mut terminal = tutor(home.path(), &[]);
    terminal.wait_for("· 3/26").wait_for("Go to the code system").send("2").wait_for("· 4/26");
    leave(terminal);

    let mut terminal = tutor(home.path(), &["--restart"]);
    terminal.wait_for("· 1/26").send("\x0e").wait_for("· 2/26");
    leave(terminal);
    let mut terminal = tutor(home.path(), &[]);
    terminal.wait_for("· 2/26").wait_for("tutor-2");
    leave(terminal);
    let all = std::fs::read_dir(home.path().join("absatz-tutor")).unwrap().count();
    assert!(file("tutor.absatz").exists() && file("tutor-2.absatz").exists() && all == 2, "{all} files");
}

#[test]
fn a_study_of_somebody_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("mine")).unwrap();
    absatz(home.path(), &["new", "mine/tutor.absatz", "--coder", "Anna"]);
    let study = home.path().join("mine/tutor.absatz");
    let before = std::fs::read(&study).unwrap();
    for (folder, says) in [("mine", "is no lesson"), ("mine/tutor.absatz", "needs a folder")] {
        let mut terminal = tutor(home.path(), &[folder]);
        assert!(!terminal.ended(), "{}", terminal.screen());
        let said = terminal.screen().replace('\n', "");
        assert!(said.contains(says) && said.contains("absatz tutor FOLDER"), "{said}");
    }
    std::fs::write(home.path().join("mine/tutor-2.absatz"), "notes on two lessons").unwrap();
    assert!(!tutor(home.path(), &["mine"]).ended());
    // Beside them there is room for a lesson.
    let mut terminal = tutor(home.path(), &["mine", "--restart"]);
    terminal.wait_for("· 1/26").wait_for("tutor-3");
    leave(terminal);
    assert!(std::fs::read(&study).unwrap() == before);
}
