//! Documents and what belongs to them: consent, guides, recordings, corrections.

use absatz::tui::command::Command;
use absatz::tui::model::DividedBy;

use super::stage::{
    Kind::{Demo, Small},
    Scene, scene,
};

/// A guide is kept with the study.
const GUIDE: &str = "1l1{folder}/guide.txt<enter>";

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::DocumentEdit => scene(Small, "1", "<ctrl-u>7<enter>", |s| {
            s.sql("SELECT label FROM document ORDER BY id") == "7,2"
        }),
        C::DocumentStatus => scene(Small, "1", "", |s| s.count("work") == 1),
        C::DocumentInfo => scene(Small, "1", "", |s| s.is_page() && s.shows("IP01.txt")),
        C::DocumentRelease => {
            scene(Small, "1", "<enter>", |s| s.sql("SELECT released FROM document ORDER BY id") == "1,0")
        }
        C::DocumentStage => {
            scene(Small, "1", "", |s| s.sql("SELECT stage FROM document ORDER BY id") == "pretest,main")
        }
        C::DocumentGuide => {
            scene(Small, GUIDE, "1", |s| s.sql("SELECT guide FROM document ORDER BY id") == "1,–")
        }
        C::Consent => {
            scene(Small, "1", "2026-02-11<enter>", |s| s.sql("SELECT given FROM consent") == "2026-02-11")
        }
        C::Consents => scene(Small, "1C2026-02-11<enter>", "", |s| {
            s.is_page() && (s.shows("2026-02-11") || s.shows("11.02.2026"))
        }),
        C::ConsentRemove => scene(Small, "1C2026-02-11<enter>", "", |s| s.count("consent") == 0),
        C::Recording => scene(Small, "1", "{folder}/sound.mp3<enter>", |s| {
            s.sql("SELECT file_name FROM media") == "sound.mp3"
        }),
        C::DocumentRemove => {
            scene(Small, "1", "", |s| s.sql("SELECT label FROM document ORDER BY id") == "2")
        }
        C::DocumentsBy => scene(Demo, "1", "", |s| s.model().study.divided_by == DividedBy::Case),
        C::DocumentDown => {
            scene(Small, "1", "", |s| s.sql("SELECT label FROM document ORDER BY position") == "2,1")
        }
        C::DocumentUp => {
            scene(Small, "1j", "", |s| s.sql("SELECT label FROM document ORDER BY position") == "2,1")
        }
        C::Import => scene(Small, "1", "{folder}/IP10.txt<enter><enter>", |s| {
            s.sql("SELECT label FROM document ORDER BY id") == "1,2,10"
        }),
        C::DocumentReplace => {
            scene(Small, "1", "{folder}/again.txt<enter><enter>", |s| s.text().contains("Only the law."))
        }
        C::Guides => scene(Small, GUIDE, "1", |s| s.is_page() && s.shows("What about money?")),
        C::ImportGuide => {
            scene(Small, "1", "{folder}/guide.txt<enter>", |s| s.count("reference_document") == 1)
        }
        C::GuideCodes => scene(Small, GUIDE, "1mon<tab><enter>", |s| s.count("guide_code") == 1),
        C::CorrectParagraph => scene(Small, "3j", " Yes.<esc>", |s| s.text().contains("people. Yes.")),
        C::ParagraphSpeaker => scene(Small, "3j", "1", |s| {
            let who = "SELECT s.label FROM paragraph p JOIN speaker s ON s.id = p.speaker
                       WHERE p.document = 1 AND p.number = 2";
            s.sql(who) == "I"
        }),
        C::CorrectTranscript => scene(Small, "3j", "", |s| s.bench.edited.len() == 1),
        // Which player is called is the machine's; that there is nothing to play is said.
        C::Play => scene(Small, "3j", "", |s| {
            s.bench.played.is_empty() && s.model().toast.is_some() && s.screen() != s.was.screen
        }),
        C::SetTime => scene(Small, "3j", "12:40<enter>", |s| {
            s.sql("SELECT time FROM paragraph WHERE document = 1 AND number = 2") == "760000"
        }),
        C::Release => scene(Small, "3j", "1", |s| s.count("quotation_release") == 1),
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
