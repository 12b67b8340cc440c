//! A person's own keys, and a keymap file with mistakes.

use super::{absatz, open, study};

#[test]
fn mistakes_in_the_keymap_are_named_and_the_rest_of_it_holds() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let settings = folder.path().join(".config/absatz");
    std::fs::create_dir_all(&settings).unwrap();
    let keymap = "[nowhere]\na = \"code\"\n\n[global]\n\"<f11>\" = \"words\"\n\"<f11>x\" = \"grid\"\nQ = \"nonsense\"\n";
    std::fs::write(settings.join("keymap.toml"), keymap).unwrap();
    let mut terminal = open(&folder);
    // All of them at once, each with its line; the study is open.
    terminal.wait_for("line 1: there is no context").wait_for("line 6:").wait_for("line 7:").wait_for("IP 5");
    // F11, as a terminal sends it.
    terminal.send("\x1b[23~").wait_for("Word list").send("q");
    assert!(terminal.ended());
}

#[test]
fn a_keymap_that_is_no_text_at_all_keeps_nothing_from_opening() {
    let folder = study();
    let settings = folder.path().join(".config/absatz");
    std::fs::create_dir_all(&settings).unwrap();
    std::fs::write(settings.join("keymap.toml"), [0xFF, 0xFE, 0x00, b'=', b'[', b'\n', 0x80]).unwrap();
    let mut terminal = open(&folder);
    terminal.wait_for("keymap.toml, line 1").send("q");
    assert!(terminal.ended());
    // A folder of that name cannot be read, which is said too.
    std::fs::remove_file(settings.join("keymap.toml")).unwrap();
    std::fs::create_dir(settings.join("keymap.toml")).unwrap();
    let mut terminal = open(&folder);
    terminal.wait_for("keymap.toml:").send("q");
    assert!(terminal.ended());
}
