//! The code system, sorting, queries, activation.

use absatz::model::codes::PALETTE;
use absatz::tui::command::Command;
use absatz::tui::model::overlay::MenuKind;
use absatz::tui::model::table::Report;
use absatz::tui::model::{ListingKind, Main};

use super::stage::{Kind::Small, Scene, scene};

/// Two segments of `Obstacles` on their way into its subcodes.
const SORTING: &str = "3cobstacles<enter>jcobstacles<enter>2<home>S";
/// A query for the law has been asked.
const ASKED: &str = "3jcla<enter>QLaw<enter>";

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::CodeSegments => scene(Small, "3jcla<enter>2<home>j", "", |s| {
            s.main() == Main::Listing && s.model().listing.segments.len() == 1 && s.shows("(IP 1: 2)")
        }),
        C::CodeApply => scene(Small, "3j2<home>j", "", |s| s.coded().len() == 1),
        C::CodeAdd => {
            scene(Small, "2", "Trust<enter>", |s| s.tree().iter().any(|path| path.ends_with("Trust")))
        }
        C::CodeRename => scene(Small, "2<end>", "<ctrl-u>Cash<enter>", |s| s.tree()[3] == "Cash"),
        C::CodeDefine => scene(Small, "2<end>", "Coins<esc>", |s| {
            s.sql("SELECT definition FROM code WHERE name = 'Money'") == "Coins"
        }),
        C::CodeColor => scene(Small, "2<end>", "5", |s| {
            s.sql("SELECT color FROM code WHERE name = 'Money'") == PALETTE[4]
        }),
        C::CodeDown => scene(Small, "2<home>", "", |s| s.tree()[0] == "Money"),
        C::CodeUp => scene(Small, "2<end>", "", |s| s.tree()[0] == "Money"),
        C::CodeIndent => scene(Small, "2<end>", "", |s| s.tree()[3] == "Obstacles/Money"),
        C::CodeOutdent => scene(Small, "2<home>j", "", |s| s.tree().contains(&"Law".to_owned())),
        C::CodeMove => scene(Small, "2<home>j", "mon<enter>", |s| s.tree().contains(&"Money/Law".to_owned())),
        C::CodeMerge => {
            scene(Small, "2<home>j", "peo<enter>", |s| s.tree() == ["Obstacles", "Obstacles/People", "Money"])
        }
        C::CodeAnchors => scene(Small, "3jcla<enter>a2<home>j", "", |s| {
            matches!(s.menu(), Some(MenuKind::Anchors(_))) && s.shows("(IP 1: 2)")
        }),
        C::CodeFilter => scene(Small, "2", "peop<enter>", |s| s.model().visible_codes().len() == 2),
        C::CodeSort => scene(Small, "3cobstacles<enter>2<home>", "", |s| {
            s.model().listing.kind == ListingKind::Sorting && s.model().listing.segments.len() == 1
        }),
        C::SortMark => scene(Small, SORTING, "", |s| s.model().listing.sorting.marked.len() == 1),
        C::SortPick => scene(Small, SORTING, "Time<enter>", |s| s.coded()[0].starts_with("Obstacles/Time: ")),
        C::SortBack => {
            scene(Small, &format!("{SORTING}1<home>"), "", |s| s.coded()[0].starts_with("Obstacles: "))
        }
        C::SortAgain => {
            scene(Small, &format!("{SORTING}1"), "", |s| s.coded()[1].starts_with("Obstacles/Law: "))
        }
        C::SortOnlyOpen => {
            scene(Small, &format!("{SORTING}1"), "", |s| s.model().listing.segments.len() == 1)
        }
        C::CodeCite => scene(Small, "3jcla<enter>2<home>j", "", |s| s.copied() == "(IP 1: 2)"),
        C::CodeRemove => scene(Small, "2<end>", "", |s| !s.tree().contains(&"Money".to_owned())),
        C::Fold => scene(Small, "2<home>", "", |s| s.model().visible_codes().len() == 2),
        C::Unfold => scene(Small, "2<home>h", "", |s| s.model().visible_codes().len() == 4),
        C::FoldAll => scene(Small, "2<home>", "", |s| s.model().visible_codes().len() == 2),
        C::UnfoldAll => scene(Small, "2<home>zc", "", |s| s.model().visible_codes().len() == 4),
        C::Query => scene(Small, "3jcla<enter>", "Law<enter>", |s| {
            s.model().listing.asked.is_some() && s.model().listing.segments.len() == 1
        }),
        C::Queries => scene(Small, &format!("{ASKED}Sfirst<enter>"), "", |s| {
            s.menu() == Some(&MenuKind::Queries) && s.shows("first")
        }),
        C::QuerySave => {
            scene(Small, ASKED, "first<enter>", |s| s.sql("SELECT name FROM saved_query") == "first")
        }
        C::QueryWithout => {
            scene(Small, ASKED, "", |s| matches!(s.report(), Some(Report::Without { .. })) && s.shows("IP02"))
        }
        C::Activate => scene(Small, "1", "", |s| s.model().active.documents.len() == 1 && s.shows("●")),
        C::ActivateAll => scene(Small, "1<space>", "", |s| s.model().active.documents.is_empty()),
        C::ActivateWhere => scene(Small, "<f6>alevel<enter>lllleland<enter>3", "level = land<enter>", |s| {
            s.model().active.documents.len() == 1
        }),
        C::ActivateSet => scene(Small, "1sSome<enter>", "1", |s| s.model().active.documents.len() == 1),
        C::Subcodes => scene(Small, "G", "", |s| s.model().grid.subcodes),
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
