//! The clipboard with programs that stand in for the desktop's own.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use absatz::error::Kind;
use absatz::i18n::{self, Lang};
use absatz::ops::clipboard::{Surroundings, TERMINAL_TAKES, Way, put};

/// A program of this name, which writes what it is given into `NAME.out`.
fn stand_in(folder: &Path, name: &str) {
    script(
        folder,
        name,
        &format!("cat > '{}/{name}.out'; echo \"$@\" > '{0}/{name}.args'", folder.display()),
    );
}

fn script(folder: &Path, name: &str, body: &str) {
    let file = folder.join(name);
    std::fs::write(&file, format!("#!/bin/sh\n{body}\n")).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn calls(words: &str) -> Way {
    Way::Program(words.split(' ').map(str::to_owned).collect())
}

fn around(folder: &Path) -> Surroundings {
    i18n::set_lang(Lang::En);
    Surroundings { folders: vec![PathBuf::from(folder)], ..Surroundings::default() }
}

#[test]
fn what_is_there_decides_which_way_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["wl-copy", "xclip", "xsel", "pbcopy", "tmux"] {
        stand_in(folder.path(), name);
    }
    let base = around(folder.path());
    let ways = |change: fn(&mut Surroundings)| {
        let mut here = base.clone();
        change(&mut here);
        here.ways().unwrap()
    };
    assert_eq!(ways(|_| {}), [Way::Terminal]);
    assert_eq!(ways(|here| here.wayland = true), [calls("wl-copy"), Way::Terminal]);
    assert_eq!(ways(|here| here.mac = true), [calls("pbcopy"), Way::Terminal]);
    let x11 = [calls("xclip -selection clipboard"), calls("xsel --clipboard --input"), Way::Terminal];
    assert_eq!(ways(|here| here.x11 = true), x11);
    // Over SSH the desktop's programs would fill the wrong machine's clipboard.
    assert_eq!(ways(|here| (here.x11, here.wayland, here.remote) = (true, true, true)), [Way::Terminal]);
    let tmux = [calls("tmux load-buffer -w -"), Way::Terminal];
    assert_eq!(ways(|here| (here.x11, here.tmux, here.remote) = (true, true, true)), tmux);
    let none = Surroundings { wayland: true, x11: true, mac: true, tmux: true, ..Surroundings::default() };
    assert_eq!(none.ways().unwrap(), [Way::Terminal], "what is not there is not called");
}

/// Calls the program itself by its path: the test's own `PATH` stays as it is.
#[test]
fn a_program_gets_the_text_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    stand_in(folder.path(), "clip");
    let words = format!("{}/clip --one 'two words'", folder.path().display());
    let here = Surroundings { setting: Some((words, "config.toml".into())), ..around(folder.path()) };
    let text = format!("„Grüße“ 家族 {}\n(IP 5: 9)", "x".repeat(200_000));
    assert!(matches!(put(&text, &here).unwrap(), Way::Program(_)));
    assert_eq!(std::fs::read_to_string(folder.path().join("clip.out")).unwrap(), text);
    assert_eq!(std::fs::read_to_string(folder.path().join("clip.args")).unwrap(), "--one two words\n");
}

#[test]
fn a_failure_is_said_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    script(folder.path(), "clip", "echo 'no display :7' >&2; exit 3");
    let set = |words: String| Surroundings { setting: Some((words, "HERE".into())), ..around(folder.path()) };
    let error = put("text", &set(format!("{}/clip", folder.path().display()))).unwrap_err();
    assert!(error.message.ends_with("no display :7"), "{error}");
    assert!(error.hint.unwrap().contains("ABSATZ_CLIPBOARD"));
    let error = put("text", &set("nonesuch -x".into())).unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    assert!(error.message.contains("“nonesuch”") && error.message.contains("HERE"), "{error}");
    let error = put("text", &set("'never closed".into())).unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
    assert_eq!(put("text", &set("off".into())).unwrap_err().kind, Kind::Refused);
    assert_eq!(put("text", &set("terminal".into())).unwrap(), Way::Terminal);
    // A terminal that is given more keeps a part, or nothing, and says neither.
    let most = "x".repeat(TERMINAL_TAKES / 4 * 3);
    assert_eq!(put(&most, &around(folder.path())).unwrap(), Way::Terminal);
    let long = put(&(most + "xxx"), &around(folder.path())).unwrap_err();
    assert!(long.message.contains("more than a terminal takes"), "{long}");
}

#[test]
fn one_that_stays_to_hand_the_text_out_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    script(folder.path(), "clip", &format!("cat > '{}/out'; sleep 20", folder.path().display()));
    let words = format!("{}/clip", folder.path().display());
    let here = Surroundings { setting: Some((words, String::new())), ..around(folder.path()) };
    let since = std::time::Instant::now();
    put("text", &here).unwrap();
    assert!(since.elapsed().as_secs() < 10);
    assert_eq!(std::fs::read_to_string(folder.path().join("out")).unwrap(), "text");
}
