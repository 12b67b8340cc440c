//! Several people: comparing, agreement, consolidating, passes and versions, working apart.

use absatz::model::codes::PALETTE;
use absatz::tui::command::Command;
use absatz::tui::model::Main;
use absatz::tui::model::overlay::MenuKind;
use absatz::tui::model::table::{AgreementBy, Report};

use super::stage::{
    Kind::{Four, Small, Team},
    Scene, scene,
};

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::Differences => scene(Team, "3", "", |s| matches!(s.report(), Some(Report::Differences(_)))),
        C::Compare => scene(Team, "3", "", |s| s.model().comparing.side_by_side && s.shows("MB")),
        C::NextDifference => scene(Team, "3", "", |s| s.model().comparing.at == Some(0) && s.at() == 1),
        C::PreviousDifference => scene(Team, "3ff", "", |s| s.model().comparing.at == Some(0)),
        C::Agreement => scene(Team, "3", "", |s| s.report() == Some(&Report::Agreement(AgreementBy::Code))),
        C::AgreementOptions => scene(Team, "3", "<tab>1<tab>Law<enter>", |s| {
            let query = &s.model().comparing.query;
            query.documents.as_ref().is_some_and(|all| all.len() == 1) && s.report().is_some()
        }),
        C::AgreementMethod => scene(Team, "A", "", |s| s.is_page() && !s.copied().is_empty()),
        C::Consensual => scene(Team, "<f10>11AF", "", |s| s.is_page() || s.main() == Main::Table),
        C::DifferenceFilter => scene(Team, "<f9>", "", |s| s.menu() == Some(&MenuKind::Differences)),
        C::Consolidate => scene(Team, "3", "", |s| {
            s.main() == Main::Consolidate && s.model().consolidate.seen.items.len() == 2
        }),
        C::TakeFirst => scene(Team, "<f10>", "", |s| s.agreed() == ["Obstacles/Law: Mostly the law"]),
        C::TakeSecond => scene(Team, "<f10>", "", |s| s.agreed() == ["Obstacles/People: Mostly the law"]),
        C::TakeThird => scene(Four, "<f10>", "", |s| s.agreed() == ["Obstacles: Mostly the law"]),
        C::TakeFourth => scene(Four, "<f10>", "", |s| s.agreed() == ["Obstacles/People: Mostly the law"]),
        C::TakeAll => scene(Team, "<f10>", "", |s| s.agreed().len() == 2),
        C::TakeNone => scene(Team, "<f10>", "", |s| s.count("decision") == 1 && s.agreed().is_empty()),
        C::CodeAnew => scene(Team, "<f10>", "Money<enter>", |s| s.agreed() == ["Money: Mostly the law"]),
        C::CodePassage => scene(Team, "<f10><enter>j", "mon<enter>", |s| s.agreed() == ["Money: And money?"]),
        C::Reason => scene(Team, "<f10>", "because<enter>", |s| s.model().consolidate.reason == "because"),
        C::TakeAgreed => scene(Team, "<f10>", "", |s| s.agreed() == ["Money: Money is there."]),
        C::SettleByRule => scene(Team, "<f10>", "", |s| s.menu() == Some(&MenuKind::Rule)),
        C::FinishConsensus => scene(Team, "<f10>11A", "", |s| {
            s.sql("SELECT w.status FROM work w JOIN coder c ON c.id = w.coder WHERE c.consensus = 1")
                == "done"
        }),
        C::NextDocument | C::PreviousDocument => scene(Team, "<f10>", "", |s| s.shows("With a portal.")),
        C::Coders => scene(Team, "3", "", |s| s.report() == Some(&Report::Coders)),
        C::CodersAssign => scene(Small, "{coders}nMB<enter>", "<tab>1<enter>", |s| s.count("work") == 2),
        C::CoderColor => {
            scene(Small, "3", "15", |s| s.sql("SELECT color FROM coder WHERE name = 'AK'") == PALETTE[4])
        }
        C::CoderRename => {
            scene(Small, "3", "1<ctrl-u>Anna<enter>", |s| s.sql("SELECT name FROM coder") == "Anna")
        }
        C::Passes => scene(Small, "3", "2Second<enter>", |s| s.count("coding_pass") == 2),
        C::Revisit => scene(Small, "3", "", |s| s.report() == Some(&Report::Revisit)),
        C::CodebookVersions => scene(Small, "3", "", |s| s.report() == Some(&Report::Versions)),
        C::KeepVersion => {
            scene(Small, "3", "v1<enter>", |s| s.sql("SELECT name FROM codebook_version") == "v1")
        }
        C::RevisitCode => scene(Small, "1dd2<end>", "", |s| s.count("revisit") == 1),
        C::RevisitDone => scene(Small, "1dd2<end>{revisit-code}{revisit}", "", |s| s.count("revisit") == 0),
        C::Coder => scene(Team, "3", "<end><up><enter>", |s| s.model().study.coder_name() == "MB"),
        C::StudyRelease => scene(Small, "3", "<enter>", |s| s.model().study.released),
        C::Share => scene(Team, "3", "<enter>", |s| s.written("mb.absatz")),
        C::Merge => scene(Team, "{share}<enter>{apart}", "<ctrl-u>{folder}/mb.absatz<enter><enter>", |s| {
            s.tree().contains(&"From elsewhere".to_owned())
        }),
        C::Packages => scene(Team, "{share}<enter>", "", |s| s.is_page() && s.shows("MB")),
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
