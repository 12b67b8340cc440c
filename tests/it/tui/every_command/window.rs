//! Reports, undoing, names, files, and the window itself.

use absatz::i18n::Lang;
use absatz::tui::command::Command;
use absatz::tui::effect::Effect;
use absatz::tui::model::names::Page;
use absatz::tui::model::overlay::MenuKind;
use absatz::tui::model::table::Report;
use absatz::tui::model::{ListingKind, Main, Overlay, Pane};
use absatz::tui::theme::Ground;

use super::stage::{
    Kind::{Draft, Lesson, Small},
    Scene, Stage, scene,
};

/// The report has been checked.
const CHECKED: &str = "<f12>{folder}/report.md<enter>";
/// Interview 2 beside interview 1, with the keys in it.
const BESIDE: &str = "1<home>jjo";
/// Names from a file.
const NAMED: &str = "{names-import}{folder}/names.csv<enter>";

fn names(s: &Stage, page: Page) -> bool {
    matches!(s.overlay(), Some(Overlay::Names)) && s.model().names.page == page
}

fn is_open(s: &Stage, left: &str, right: &str) -> bool {
    s.halves() == (left.to_owned(), right.to_owned())
}

/// Which step of the lesson one is at.
fn step(s: &Stage) -> Option<usize> {
    s.model().lesson.as_ref().map(|lesson| lesson.at)
}

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::CheckReport => scene(Small, "3", "{folder}/report.md<enter>", |s| {
            s.model().listing.kind == ListingKind::Findings && s.shows("IP 9")
        }),
        C::WriteReport => {
            scene(Small, "3jcla<enter>", "<ctrl-u>{folder}/out.md<enter>", |s| s.written("out.md"))
        }
        C::CheckAgain => {
            scene(Small, &format!("{CHECKED}{{mend}}"), "", |s| s.model().listing.len() < s.was.list)
        }
        C::CheckShow => scene(Small, CHECKED, "", |s| s.menu() == Some(&MenuKind::Show)),
        C::CheckDetail => scene(Small, CHECKED, "", |s| s.is_page()),
        C::Undo => scene(Small, "3jcla<enter>", "", |s| s.coded().is_empty()),
        C::Redo => scene(Small, "3jcla<enter>u", "", |s| s.coded().len() == 1),
        C::History => scene(Small, "3", "", |s| matches!(s.report(), Some(Report::History(_)))),
        C::HistoryHere => scene(
            Small,
            "2<end>",
            "",
            |s| matches!(s.report(), Some(Report::History(by)) if by.code.is_some()),
        ),
        C::Drafts => scene(Draft, "<esc>", "", |s| s.menu() == Some(&MenuKind::Drafts)),
        C::Names => scene(Small, "3", "", |s| names(s, Page::List)),
        C::NamesFind => scene(Small, NAMED, "", |s| names(s, Page::Found)),
        C::NamesCheck => scene(Small, NAMED, "", |s| names(s, Page::Check)),
        C::NamesImport => scene(Small, "3", "{folder}/names.csv<enter>", |s| s.count("pseudonym") == 2),
        C::Seal => scene(Small, NAMED, "study<enter>", |s| s.sql("SELECT kind FROM erasure") == "seal"),
        C::Erase => scene(Small, "1", "1<enter>", |s| {
            s.sql("SELECT label FROM document ORDER BY id") == "2"
                && s.sql("SELECT kind FROM erasure") == "erase"
        }),
        C::Export => scene(Small, "G", "<ctrl-u>{folder}/grid.md<enter>", |s| s.written("grid.md")),
        C::WriteStudy => scene(Small, "3", "<ctrl-u>{folder}/out.html<enter>", |s| s.written("out.html")),
        C::ImportCodebook => {
            scene(Small, "3", "{folder}/list.txt<enter>", |s| s.tree().contains(&"Obstacles/Time".to_owned()))
        }
        C::Doctor => scene(Small, "3", "", |s| s.is_page()),
        C::Backup => scene(Small, "3", "<ctrl-u>{folder}/copy.absatz<enter>", |s| s.written("copy.absatz")),
        C::FocusNext => scene(Small, "1", "", |s| s.model().pane == Pane::Codes),
        C::FocusPrevious => scene(Small, "2", "", |s| s.model().pane == Pane::Documents),
        C::FocusDocuments => scene(Small, "2", "", |s| s.model().pane == Pane::Documents),
        C::FocusCodes => scene(Small, "1", "", |s| s.model().pane == Pane::Codes),
        C::FocusTranscript => {
            scene(Small, "G1", "", |s| (s.main(), s.model().pane) == (Main::Transcript, Pane::Main))
        }
        C::FocusSegments => scene(Small, "/money<enter>3", "", |s| s.main() == Main::Listing),
        C::OpenBeside => scene(Small, "1<home>jj", "", |s| is_open(s, "1", "2")),
        C::OtherHalf => scene(Small, BESIDE, "", |s| s.label() == "1" && is_open(s, "1", "2")),
        C::CloseHalf => scene(Small, BESIDE, "", |s| is_open(s, "1", "")),
        C::ExchangeHalves => scene(Small, BESIDE, "", |s| is_open(s, "2", "1")),
        C::LeftWider => scene(Small, BESIDE, "", |s| s.model().sizes.left > s.was.left),
        C::LeftNarrower => scene(Small, BESIDE, "", |s| s.model().sizes.left < s.was.left),
        C::SideWider => scene(Small, "3", "", |s| s.model().sizes.side > s.was.sizes.0),
        C::SideNarrower => scene(Small, "3", "", |s| s.model().sizes.side < s.was.sizes.0),
        C::TextWider => scene(Small, "3", "", |s| s.model().sizes.text > s.was.sizes.1),
        C::TextNarrower => scene(Small, "3", "", |s| s.model().sizes.text < s.was.sizes.1),
        C::DocumentsTaller => scene(Small, "3", "", |s| s.model().sizes.split > s.was.sizes.2),
        C::DocumentsLower => scene(Small, "3", "", |s| s.model().sizes.split < s.was.sizes.2),
        C::Theme => scene(Small, "3", "", |s| (s.model().theme.ground == Ground::Dark) != s.was.dark),
        C::Language => scene(Small, "3", "", |s| {
            let words = if s.lang() == Lang::En { "Dokumente" } else { "Documents" };
            s.model().lang != s.lang() && s.shows(words)
        }),
        C::Tutor => scene(Lesson, "3", "", |s| s.model().lesson.as_ref().is_some_and(|lesson| !lesson.shown)),
        C::TutorSkip => scene(Lesson, "3", "", |s| step(s) == Some(1)),
        C::TutorBack => scene(Lesson, "3<ctrl-n><ctrl-n>", "", |s| step(s) == Some(1)),
        C::Help => scene(Small, "3", "", |s| matches!(s.overlay(), Some(Overlay::Help { .. }))),
        C::Palette => scene(Small, "3", "", |s| matches!(s.overlay(), Some(Overlay::Palette { .. }))),
        C::Redraw => scene(Small, "3", "", |s| matches!(s.bench.asked[..], [Effect::Redraw])),
        C::Suspend => scene(Small, "3", "", |s| matches!(s.bench.asked[..], [Effect::Suspend])),
        C::Quit => scene(Small, "3", "", |s| s.bench.ended),
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
