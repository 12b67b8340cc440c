//! What is missing for a command is said, and nothing is changed.

use absatz::i18n::Lang;
use absatz::tui::command::{Command, Need};

use super::stage::{Kind, Stage};
use crate::support::{raw, snapshot};

/// Where the keys go in an empty study, and in one in which nothing is coded.
const PLACES: &[(Kind, &str)] = &[
    (Kind::Empty, "1"),
    (Kind::Empty, "2"),
    (Kind::Empty, "G"),
    (Kind::Empty, "<f6>"),
    (Kind::Small, "2"),
    (Kind::Small, "3"),
    (Kind::Small, "/money<enter>"),
    (Kind::Small, "G"),
];

fn said(stage: &Stage) -> Option<&str> {
    stage.bench.model.toast.as_ref().map(|toast| toast.text.as_str())
}

#[test]
fn a_key_whose_command_lacks_something_says_what_and_changes_nothing() {
    let mut refused = 0;
    for lang in [Lang::En, Lang::De] {
        for (kind, keys) in PLACES {
            let mut stage = Stage::open(*kind, lang);
            stage.play(keys);
            let raw = raw(stage.bench.project().path());
            let before = snapshot(&raw);
            for &command in Command::ALL {
                let Err(reason) = stage.bench.model.can(command) else { continue };
                assert_ne!(command.spec().need, Need::Nothing);
                stage.bench.model.toast = None;
                if !command.spec().keys.is_empty() && stage.press(command) {
                    refused += 1;
                    assert_eq!(said(&stage), Some(reason.as_str()), "{}", command.name());
                }
            }
            assert!(snapshot(&raw) == before, "{kind:?} {keys}");
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn the_palette_says_what_is_missing_and_stays_open() {
    for lang in [Lang::En, Lang::De] {
        let mut stage = Stage::open(Kind::Empty, lang);
        for &command in Command::ALL {
            let Err(reason) = stage.bench.model.can(command) else { continue };
            stage.bench.model.toast = None;
            stage.palette(command);
            assert_eq!(said(&stage), Some(reason.as_str()), "{}", command.name());
            assert_eq!(stage.bench.model.overlays.len(), 1, "{}", command.name());
            stage.bench.keys("<esc>");
        }
    }
}

/// Whatever is called where there is nothing to do it to: no panic, a way back, and nothing happens to the study.
#[test]
fn in_an_empty_study_every_command_can_be_called_everywhere() {
    for keys in ["1", "<f6>"] {
        let mut stage = Stage::open(Kind::Empty, Lang::En);
        let raw = raw(stage.bench.project().path());
        let before = snapshot(&raw);
        for &command in Command::ALL {
            if matches!(command, Command::Quit | Command::Language) {
                continue;
            }
            stage.play(keys);
            stage.palette(command);
            for _ in 0..4 {
                stage.bench.keys("<esc>");
            }
            assert!(stage.bench.model.overlays.is_empty(), "{keys} {}:\n{}", command.name(), stage.screen());
        }
        let after = snapshot(&raw);
        assert!(after == before, "{keys}: {:?}", crate::support::difference(&before, &after));
    }
}
