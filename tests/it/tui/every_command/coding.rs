//! Applying codes, quick slots, what is said of segments, memos, paraphrases.

use absatz::model::memos::MemoOn;
use absatz::store::memos;
use absatz::tui::command::Command;
use absatz::tui::model::table::Report;
use absatz::tui::model::{ListingKind, Main};

use super::stage::{Kind::Small, Scene, Stage, scene};

const LAW: &str = "Obstacles/Law: Mostly the law, and a lack of people.";

/// The law in the first slot, or another one; the cursor on the passage.
fn slot(number: usize) -> Scene {
    scene(Small, &format!("2<home>j,{number}3j"), "", |s| s.coded() == [LAW])
}

fn memo(s: &Stage, on: fn(&MemoOn) -> bool) -> bool {
    memos::list(&s.bench.project().read()).unwrap().iter().any(|memo| on(&memo.on))
}

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::Code => scene(Small, "3j", "la<enter>", |s| s.coded() == [LAW]),
        C::Repeat => scene(Small, "3jcla<enter>jj", "", |s| s.coded().len() == 2),
        C::SlotOne => slot(1),
        C::SlotTwo => slot(2),
        C::SlotThree => slot(3),
        C::SlotFour => slot(4),
        C::SlotFive => slot(5),
        C::SlotSix => slot(6),
        C::SlotSeven => slot(7),
        C::SlotEight => slot(8),
        C::SlotNine => slot(9),
        C::Slots => scene(Small, "3j", "2mon<enter>", |s| {
            s.model().slots[1].is_some_and(|code| s.model().study.tree.path(code) == "Money")
        }),
        C::Uncode => scene(Small, "3jcla<enter>", "", |s| s.coded().is_empty()),
        C::CodeHits => scene(Small, "/money<enter>", "mon<enter><enter>", |s| {
            s.coded() == ["Money: money", "Money: Money"]
        }),
        C::CodeSpeaker => {
            scene(Small, "3j", "law<enter><enter>", |s| s.coded() == [LAW, "Obstacles/Law: Money is there."])
        }
        C::InVivo => scene(Small, "3jv", "<enter>", |s| s.coded() == ["Mostly: Mostly"]),
        C::Weight => {
            scene(Small, "3jcla<enter>", "80<enter>", |s| s.sql("SELECT weight FROM coding") == "80")
        }
        C::Comment => {
            scene(Small, "3jcla<enter>", "strong<esc>", |s| s.sql("SELECT comment FROM coding") == "strong")
        }
        C::Anchor => scene(Small, "3jcla<enter>", "", |s| s.count("anchor") == 1),
        C::Memo => scene(Small, "3j", "Why<esc>", |s| memo(s, |on| matches!(on, MemoOn::Place(..)))),
        C::MemoProject => scene(Small, "3j", "All<esc>", |s| memo(s, |on| matches!(on, MemoOn::Project))),
        C::MemoCase => scene(Small, "<f6>llle<end><enter>Town<enter>", "Small<esc>", |s| {
            memo(s, |on| matches!(on, MemoOn::Case(_)))
        }),
        C::Protocol => scene(Small, "1", "<ctrl-end>Quiet.<esc>", |s| {
            s.sql("SELECT template FROM memo") == "protocol"
                && s.sql("SELECT text FROM memo").ends_with("Quiet.")
        }),
        C::Logbook => scene(Small, "3", "Begun.<esc>", |s| memo(s, |on| matches!(on, MemoOn::Logbook))),
        C::Memos => scene(Small, "3jmWhy<esc>", "", |s| {
            matches!(s.report(), Some(Report::Memos(_))) && s.shows("Why") && s.model().table.order.len() == 1
        }),
        C::Templates => scene(Small, "3", "2Mine<tab><ctrl-u>cod<tab>## So<esc>", |s| {
            s.sql("SELECT name FROM memo_template") == "Mine"
        }),
        C::LogbookList => scene(Small, "3", "", |s| s.report() == Some(&Report::Logbook)),
        C::Paraphrase => {
            scene(Small, "3j", "Law rules.<esc>", |s| s.sql("SELECT text FROM paraphrase") == "Law rules.")
        }
        C::ParaphraseRemove => scene(Small, "3jPLaw rules.<esc>zP", "", |s| s.count("paraphrase") == 0),
        C::Paraphrases => scene(Small, "3jPLaw rules.<esc>", "", |s| {
            s.main() == Main::Listing && s.model().listing.kind == ListingKind::Paraphrases
        }),
        C::ParaphrasesShow => scene(Small, "3jPLaw rules.<esc>", "", |s| !s.shows("≈ Law rules.")),
        C::ParaphraseFilter => scene(Small, "3jPLaw rules.<esc>jjPCash.<esc>zP", "cash<enter>", |s| {
            s.model().listing.paraphrases.len() == 1 && s.shows("Cash.")
        }),
        C::Quote => scene(Small, "3j", "", |s| {
            s.copied().contains("Mostly the law, and a lack of people.") && s.copied().contains("(IP 1: 2)")
        }),
        C::Cite => scene(Small, "3j", "", |s| s.copied() == "(IP 1: 2)"),
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
