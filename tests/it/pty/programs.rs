//! Other people's programs: editors, players, and what puts a text on the clipboard.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{PATIENCE, Terminal, absatz, study};

#[test]
fn a_transcript_goes_to_the_editor_and_comes_back() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    absatz(folder.path(), &["code", "5:2", "Money", "--create"]);
    // Takes the terminal, waits for a key there, and corrects a word; it shows who may read the file.
    let script = "#!/bin/sh\nls -l \"$2\" | cut -c1-10 > mode.txt\necho EDITING $1\nread line\n\
        if [ \"$line\" = fail ]; then exit 3; fi\n\
        if [ \"$line\" = break ]; then printf 'unfinished\\n' >> \"$2\"; exit 3; fi\n\
        if [ \"$line\" = go ]; then sed 's/natürlich/selbstverständlich/' \"$2\" > new.txt; mv new.txt \"$2\"; fi\n";
    let path = folder.path().join("my editor");
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let editor = format!("'{}' --wait", path.display());
    let project = folder.path().join("study.absatz");
    let variables = [("EDITOR", editor.as_str()), ("PATH", "/usr/bin:/bin")];
    let mut terminal = Terminal::open_with(&project, 100, 24, &variables);
    terminal.wait_for("IP 5").send("3j").wait_for("¶ 2 of 6");
    let start = |terminal: &mut Terminal| {
        terminal.send(":").wait_for("Commands").send("correct-transcript\r").wait_for("EDITING --wait");
        assert!(!terminal.parser.screen().alternate_screen());
    };
    // A Ctrl-C is for the editor.
    start(&mut terminal);
    terminal.send("\x03").wait_for("did not end well");
    start(&mut terminal);
    terminal.send("fail\n").wait_for("did not end well");
    start(&mut terminal);
    terminal.send("nothing\n").wait_for("nothing was corrected");
    // What it wrote before it failed is kept, and given up only by the person.
    start(&mut terminal);
    terminal.send("break\n").wait_for("What it wrote is kept");
    start(&mut terminal);
    terminal.send("nothing\n").wait_for("unfinished").send("\x1b").wait_for("Your text is kept");
    terminal.send(":").wait_for("Commands").send("not saved\r").wait_for("x give up").send("x");
    start(&mut terminal);
    terminal.send("go\n").wait_for("selbstverständlich").wait_for("corrected the transcript of (IP 5: 2)");
    assert!(terminal.parser.screen().alternate_screen());
    // Keys are keys again, and nothing of the text lies about.
    terminal.send("u").wait_for("Undone").send("\x12").wait_for("selbstverständlich").send("q");
    assert!(terminal.ended(), "{}", terminal.screen());
    assert!(terminal.given_back(), "{}", String::from_utf8_lossy(&terminal.written));
    assert_eq!(std::fs::read_to_string(folder.path().join("mode.txt")).unwrap(), "-rw-------\n");
    let left = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().starts_with("absatz-")));
    assert!(absatz(folder.path(), &["segments", "--code", "Money", "--json"]).contains("selbstverständlich"));
}

/// A player that writes to everything it has, says how it was called, and plays until it is stopped.
fn noisy_player(folder: &Path) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let script = "#!/bin/sh\ntrap 'echo stopped > stopped.txt; exit 0' TERM\necho GARBLED\necho GARBLED >&2\nread line\n\
        echo \"$*\" > called.txt\n\
        case \"$1\" in 30*) echo GARBLED >&2; echo 'no sound device' >&2; exit 3;; esac\n\
        while :; do sleep 0.05; done\n";
    let path = folder.join("player");
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    format!("'{}' {{seconds}} {{file}}", path.display())
}

fn wait_for_file(path: &Path) -> String {
    let end = Instant::now() + PATIENCE;
    loop {
        match std::fs::read_to_string(path) {
            Ok(text) if text.ends_with('\n') => return text,
            _ => assert!(Instant::now() < end, "{} does not come", path.display()),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_player_leaves_the_screen_as_it_is() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    std::fs::write(folder.path().join("IP 05.mp3"), "sound").unwrap();
    absatz(folder.path(), &["recordings", "attach", "5", "IP 05.mp3"]);
    absatz(folder.path(), &["recordings", "time", "5:2", "0:12.5"]);
    absatz(folder.path(), &["recordings", "time", "5:6", "0:30"]);
    let player = noisy_player(folder.path());
    let project = folder.path().join("study.absatz");
    let variables = [("ABSATZ_PLAYER", player.as_str()), ("PATH", "/usr/bin:/bin")];
    let mut terminal = Terminal::open_with(&project, 100, 24, &variables);
    let (called, stopped) = (folder.path().join("called.txt"), folder.path().join("stopped.txt"));

    // From the second paragraph, a second press stops it.
    terminal.wait_for("IP 5").send("3j").wait_for("¶ 2 of 6").send("p").wait_for("p stops").wait_for("♪");
    let words = wait_for_file(&called);
    assert!(words.starts_with("12.5 /") && words.trim_end().ends_with("/IP 05.mp3"), "{words}");
    terminal.send("p").wait_for("Stopped.");
    wait_for_file(&stopped);
    std::fs::remove_file(&called).unwrap();
    std::fs::remove_file(&stopped).unwrap();

    // A paragraph without a time plays from the one before it; keys go on meanwhile.
    terminal.send("jp").wait_for("has no time").send("j").wait_for("¶ 4 of 6");
    assert!(wait_for_file(&called).starts_with("12.5 "));
    terminal.send("p").wait_for("Stopped.");
    wait_for_file(&stopped);
    std::fs::remove_file(&stopped).unwrap();

    // What goes wrong with the player is said where one looks.
    terminal.send("jjp").wait_for("player says: no sound device");

    // Who leaves does not leave an interview playing.
    terminal.send("kkkkp").wait_for("p stops");
    terminal.send("q");
    assert!(terminal.ended());
    wait_for_file(&stopped);
    assert!(terminal.given_back(), "{}", String::from_utf8_lossy(&terminal.written));
    assert!(!String::from_utf8_lossy(&terminal.written).contains("GARBLED"));
}

/// A program in the study's folder.
fn program(folder: &Path, name: &str, script: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

#[test]
fn what_is_copied_goes_to_the_program_that_is_chosen_or_to_the_terminal() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let project = folder.path().join("study.absatz");
    let clip = program(folder.path(), "clip", "cat > copied.txt; echo >> copied.txt; echo GARBLED");
    let variables = [("ABSATZ_CLIPBOARD", clip.as_str()), ("PATH", "/usr/bin:/bin")];
    let mut terminal = Terminal::open_with(&project, 100, 24, &variables);
    terminal.wait_for("IP 5").send("3j").wait_for("¶ 2 of 6").send("y").wait_for("Copied");
    let copied = wait_for_file(&folder.path().join("copied.txt"));
    assert!(copied.starts_with('“') && copied.trim_end().ends_with("(IP 5: 2)"), "{copied}");
    terminal.send("q");
    assert!(terminal.ended());
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(!written.contains("GARBLED") && !written.contains("]52;c;"), "{written}");

    let clip = program(folder.path(), "clip", "echo 'no display' >&2; exit 1");
    let variables = [("ABSATZ_CLIPBOARD", clip.as_str()), ("PATH", "/usr/bin:/bin")];
    let mut terminal = Terminal::open_with(&project, 100, 24, &variables);
    terminal.wait_for("IP 5").send("3y").wait_for("Nothing was copied").wait_for("no display").send("q");
    assert!(terminal.ended());

    // The person's file says it too, and nothing at all means the terminal.
    let settings = folder.path().join(".config/absatz");
    std::fs::create_dir_all(&settings).unwrap();
    std::fs::write(settings.join("config.toml"), "clipboard = \"off\"\n").unwrap();
    let mut terminal = Terminal::open_with(&project, 100, 24, &[]);
    terminal.wait_for("IP 5").send("3y").wait_for("switched off").send("q");
    assert!(terminal.ended());
    std::fs::remove_dir_all(&settings).unwrap();
    let mut terminal = Terminal::open_with(&project, 100, 24, &[]);
    terminal.wait_for("IP 5").send("3y").wait_for("Copied").send("q");
    assert!(terminal.ended());
    assert!(String::from_utf8_lossy(&terminal.written).contains("\u{1b}]52;c;"));
}

#[test]
fn a_memo_goes_to_the_editor_and_comes_back() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let project = folder.path().join("study.absatz");
    let editor =
        program(folder.path(), "editor", "echo EDITING; read line; printf 'and more' >> \"$1\"; exit $line");
    let variables = [("EDITOR", editor.as_str()), ("PATH", "/usr/bin:/bin")];
    let mut terminal = Terminal::open_with(&project, 100, 24, &variables);
    terminal
        .wait_for("IP 5")
        .send("3jm")
        .wait_for("Ctrl-O your editor")
        .send("\tfirst\x0f")
        .wait_for("EDITING");
    assert!(!terminal.parser.screen().alternate_screen());
    terminal.send("\n").wait_for("and more");
    assert!(terminal.parser.screen().alternate_screen());
    // One that fails after it has written takes nothing with it.
    terminal.send("\x0f").wait_for("EDITING").send("4\n").wait_for("did not end well");
    terminal.send("\x1b").wait_for("wrote the memo").send("q");
    assert!(terminal.ended(), "{}", terminal.screen());
    assert!(absatz(folder.path(), &["memo", "list", "--json"]).contains("first\\nand more\\nand more"));
    let left = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().starts_with("absatz-")));
}
