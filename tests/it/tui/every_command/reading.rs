//! Selecting, moving, searching.

use absatz::tui::command::Command;
use absatz::tui::model::{Main, Select};

use super::stage::{
    Kind::{Demo, Small},
    Scene, scene,
};

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::SelectLetters => {
            scene(Small, "3j", "", |s| matches!(s.select(), Select::Letters { fixed: false, .. }))
        }
        C::SelectParagraphs => scene(Small, "3j", "", |s| s.select() == Select::Paragraphs { anchor: 1 }),
        C::SelectDown => {
            scene(Small, "3", "", |s| (s.select(), s.at()) == (Select::Paragraphs { anchor: 0 }, 1))
        }
        C::SelectUp => {
            scene(Small, "3j", "", |s| (s.select(), s.at()) == (Select::Paragraphs { anchor: 1 }, 0))
        }
        C::LetterRight => scene(Small, "3jvv", "", |s| s.head() == s.was.head + 1),
        C::LetterLeft => scene(Small, "3jvv", "", |s| s.head() == s.was.head - 1),
        C::WordRight => scene(Small, "3jvv", "cla<enter>", |s| s.coded() == ["Obstacles/Law: Mostly the"]),
        C::WordLeft => scene(Small, "3jvvww", "cla<enter>", |s| s.coded() == ["Obstacles/Law: Mostly the"]),
        C::SelectRowDown => scene(Small, "3jv", "", |s| s.at() == 2),
        C::SelectRowUp => scene(Small, "3jv", "", |s| s.at() == 0),
        // The label of who speaks is part of the row.
        C::SelectStart => scene(Small, "3jv", "", |s| s.head() + 8 == s.was.head),
        C::SelectEnd => scene(Small, "3jvv", "cla<enter>", |s| {
            s.coded()[0].ends_with("Mostly the law, and a lack of people.")
        }),
        C::GrowEnd => {
            scene(Small, "3jvvwwcla<enter>", "", |s| s.coded() == ["Obstacles/Law: Mostly the law, and"])
        }
        C::ShrinkEnd => scene(Small, "3jvvwwcla<enter>", "", |s| s.coded() == ["Obstacles/Law: Mostly the"]),
        C::GrowStart => {
            scene(Small, "3jvvwwcla<enter>", "", |s| s.coded() == ["Obstacles/Law: way?\nB: Mostly the law"])
        }
        C::ShrinkStart => scene(Small, "3jvvwwcla<enter>", "", |s| s.coded() == ["Obstacles/Law: the law"]),
        C::Resize => scene(Small, "3jcla<enter>hlvb", "", |s| {
            let coded = s.coded();
            coded.len() == 1
                && coded[0].starts_with("Obstacles/Law: Mostly")
                && !coded[0].ends_with("people.")
        }),
        C::SelectSentence => scene(Small, "3j", "", |s| {
            matches!(s.select(), Select::Letters { fixed: true, .. }) && s.at() == 1
        }),
        C::SelectNextSentence => {
            scene(Small, "3js", "cla<enter>", |s| s.coded() == ["Obstacles/Law: And money?"])
        }
        C::SelectFix => {
            scene(Small, "3jv", "", |s| matches!(s.select(), Select::Letters { fixed: true, .. }))
        }
        C::Down => scene(Small, "3", "", |s| s.at() == 1),
        C::Up => scene(Small, "3jj", "", |s| s.at() == 1),
        C::RowDown => scene(Demo, "g1:1<enter>", "", |s| s.top() > s.was.top),
        C::RowUp => scene(Demo, "g1:1<enter><ctrl-e><ctrl-e>", "", |s| s.top() < s.was.top),
        C::PageDown => scene(Demo, "g1:1<enter>", "", |s| s.at() > s.was.at + 2),
        C::PageUp => scene(Demo, "g1:30<enter>", "", |s| s.at() + 2 < s.was.at),
        C::First => scene(Small, "3jj", "", |s| s.at() == 0),
        C::Last => scene(Small, "3j", "", |s| s.at() == 3),
        C::Centre => {
            scene(Demo, "g1:1<enter>jjjjjjjjjjjj", "", |s| s.top() > s.was.top && s.at() == s.was.at)
        }
        C::NextOpen => scene(Small, "3jcla<enter>k", "", |s| s.at() == 2),
        C::PreviousOpen => scene(Small, "3jcla<enter>j", "", |s| s.at() == 0),
        C::NextSegment => scene(Small, "3jcla<enter>k", "", |s| {
            s.at() == 1 && s.model().reading.as_ref().unwrap().segment.is_some()
        }),
        C::PreviousSegment => scene(Small, "3jcla<enter>jj", "", |s| {
            s.at() == 1 && s.model().reading.as_ref().unwrap().segment.is_some()
        }),
        C::CellRight => scene(Small, "G", "", |s| s.cell().1 == 1),
        C::CellLeft => scene(Small, "Gll", "", |s| s.cell().1 == 1),
        C::GoTo => scene(Small, "3", "2:2<enter>", |s| (s.label().as_str(), s.at()) == ("2", 1)),
        C::Back => scene(Small, "3V", "", |s| s.select() == Select::None),
        C::Open => scene(Small, "1j", "", |s| s.label() == "2" && s.shows("With a portal.")),
        C::Search => scene(Small, "3", "portal<enter>", |s| {
            s.main() == Main::Listing && s.model().listing.hits.len() == 1 && s.shows("(IP 2: 2)")
        }),
        C::NextHit => scene(Small, "/money<enter>3", "", |s| s.at() == 3 && s.model().listing.cursor.at == 1),
        C::PreviousHit => {
            scene(Small, "/money<enter>j3", "", |s| s.at() == 2 && s.model().listing.cursor.at == 0)
        }
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
