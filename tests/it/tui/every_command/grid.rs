//! The Summary Grid, data sheets and every other table.

use absatz::model::variables::Entity;
use absatz::tui::command::Command;
use absatz::tui::model::Main;
use absatz::tui::model::counted::{Counted, Kind as Counts};
use absatz::tui::model::overlay::MenuKind;
use absatz::tui::model::table::Report;

use super::stage::{
    Kind::{Demo, Small},
    Scene, Stage, scene,
};

/// Codes by documents, the cursor on the one segment that there is.
const MATRIX: &str = "3jcla<enter>{matrix-documents}j";

fn counted(s: &Stage) -> Option<&Counted> {
    match s.report() {
        Some(Report::Counted(counted)) => Some(counted),
        _ => None,
    }
}

fn kind(s: &Stage) -> Option<&Counts> {
    counted(s).map(|counted| &counted.kind)
}

pub fn of(command: Command) -> Scene {
    use Command as C;
    match command {
        C::Grid => scene(Small, "3", "", |s| s.main() == Main::Grid),
        C::CellEdit => {
            scene(Small, "G", "In short.<esc>", |s| s.sql("SELECT text FROM summary") == "In short.")
        }
        C::CellSegments => scene(Small, "3jcla<enter>G<home>l", "", |s| s.model().grid.in_segments),
        C::CellNotAsked => scene(Small, "G", "", |s| s.sql("SELECT state FROM cell_state") == "not-asked"),
        C::CellNoAnswer => scene(Small, "G", "", |s| s.sql("SELECT state FROM cell_state") == "no-answer"),
        C::CellNothing => scene(Small, "G", "", |s| s.sql("SELECT state FROM cell_state") == "nothing"),
        // Of the cell beside it everything is said already.
        C::NextBare => scene(Small, "Glah", "", |s| s.cell() == (0, 2)),
        C::PreviousBare => scene(Small, "Glal", "", |s| s.cell() == (0, 0)),
        C::GridRows => scene(Small, "G", "", |s| s.menu() == Some(&MenuKind::Grid)),
        C::GridTurn => scene(Small, "G", "", |s| s.model().grid.turned),
        C::GridSave => {
            scene(Small, "G", "Short<enter>", |s| s.sql("SELECT name FROM saved_table") == "Short")
        }
        C::DocumentSummary => scene(Small, "1", "All in all.<esc>", |s| {
            s.sql("SELECT text FROM document_summary") == "All in all."
        }),
        C::CodeSummary => {
            scene(Small, "2<end>", "Enough.<esc>", |s| s.sql("SELECT text FROM code_summary") == "Enough.")
        }
        C::CaseSummary => scene(Small, "<f6>llle<end><enter>Town<enter>3", "A town.<esc>", |s| {
            s.sql("SELECT text FROM case_summary") == "A town."
        }),
        C::Datasheet => scene(Small, "3", "", |s| {
            s.report() == Some(&Report::Sheet { entity: Entity::Document, published: false })
        }),
        C::Tables => scene(Small, "3", "<home>jj<enter>", |s| {
            s.report() == Some(&Report::Sheet { entity: Entity::Person, published: false })
        }),
        C::Sets => scene(Small, "3", "", |s| s.report() == Some(&Report::Sets)),
        C::TableEnter => scene(Small, "<f6>l", "<ctrl-u>Ms M<enter>", |s| {
            s.sql("SELECT title FROM document ORDER BY id") == "Ms M,IP02"
        }),
        C::TableRight => scene(Small, "<f6>", "", |s| s.model().table.columns.at == 1),
        C::TableLeft => scene(Small, "<f6>ll", "", |s| s.model().table.columns.at == 1),
        C::TableNext => scene(Small, "<f6>", "", |s| {
            s.report() == Some(&Report::Sheet { entity: Entity::Case, published: false })
        }),
        C::TablePublished => scene(Small, "<f6>", "", |s| {
            s.report() == Some(&Report::Sheet { entity: Entity::Document, published: true })
        }),
        C::TableSort => scene(Small, "<f6>", "s", |s| s.model().table.order == [1, 0]),
        C::TableOpen => scene(Small, "<f6>j", "", |s| s.main() == Main::Transcript && s.label() == "2"),
        C::TableCopy => scene(Small, "<f6>jl", "", |s| s.copied() == "IP02"),
        C::CountList => scene(Small, &format!("{MATRIX}l"), "", |s| {
            s.main() == Main::Listing && s.model().listing.segments.len() == 1
        }),
        C::CountNext => scene(Small, MATRIX, "", |s| {
            counted(s).is_some_and(|now| now.measure != Counted::new(Counts::Documents).measure)
        }),
        C::CountCodes => scene(Small, MATRIX, "", |s| {
            counted(s).is_some_and(|now| now.codes != Counted::new(Counts::Documents).codes)
        }),
        C::CountPercent => scene(Small, "3jcla<enter>{matrix-codes}", "", |s| {
            counted(s).is_some_and(|now| now.figured != Counted::new(Counts::Codes).figured)
        }),
        C::CountTurn => scene(Small, MATRIX, "", |s| counted(s).is_some_and(|now| now.transposed)),
        C::CountDraw => {
            scene(Small, "3jcla<enter>{portrait}", "", |s| kind(s).is_some() && !s.model().table.is_drawn())
        }
        C::MatrixDocuments => scene(Small, "3", "", |s| kind(s) == Some(&Counts::Documents)),
        C::MatrixCodes => scene(Small, "3", "", |s| kind(s) == Some(&Counts::Codes)),
        C::MatrixGroups => scene(Demo, "3", "", |s| kind(s) == Some(&Counts::Groups) && s.shows("Kommune")),
        C::MatrixSets => scene(Demo, "3", "", |s| kind(s) == Some(&Counts::Sets)),
        C::MatrixVariable => scene(Demo, "3", "<enter>", |s| matches!(kind(s), Some(Counts::Variable(_)))),
        C::Quotes => scene(Small, "3jcla<enter>", "", |s| {
            matches!(kind(s), Some(Counts::Quotes(_))) && s.shows("Mostly the law")
        }),
        C::Coverage => scene(Small, "3", "", |s| kind(s) == Some(&Counts::Coverage)),
        C::Portrait => scene(Small, "3", "", |s| matches!(kind(s), Some(Counts::Portrait(_)))),
        C::Codeline => scene(Small, "3", "", |s| matches!(kind(s), Some(Counts::Codeline(_)))),
        C::Words => scene(Small, "3", "", |s| kind(s) == Some(&Counts::Words) && s.shows("portal")),
        C::Concordance => scene(Small, "/portal<enter>", "", |s| {
            matches!(kind(s), Some(Counts::Concordance(_))) && s.shows("With a")
        }),
        C::VariableAdd => {
            scene(Small, "<f6>", "size<enter>", |s| s.sql("SELECT name FROM variable") == "size")
        }
        C::VariableEdit => scene(Small, "<f6>asize<enter>llll", "<ctrl-u>extent<enter>", |s| {
            s.sql("SELECT name FROM variable") == "extent"
        }),
        C::VariableRemove => scene(Small, "<f6>asize<enter>llll", "", |s| s.count("variable") == 0),
        C::VariableRight => scene(Small, "<f6>asize<enter>aage<enter><f6><f6>llll", "", |s| {
            s.sql("SELECT name FROM variable ORDER BY position") == "age,size"
        }),
        C::VariableLeft => scene(Small, "<f6>asize<enter>aage<enter><f6><f6>lllll", "", |s| {
            s.sql("SELECT name FROM variable ORDER BY position") == "age,size"
        }),
        C::RowAdd => scene(Small, "<f6>t", "Town<enter>", |s| s.sql("SELECT name FROM study_case") == "Town"),
        C::RowMoveDown => scene(Small, "<f6>tnA<enter>nB<enter><home>", "", |s| {
            s.sql("SELECT name FROM study_case ORDER BY position") == "B,A"
        }),
        C::RowMoveUp => scene(Small, "<f6>tnA<enter>nB<enter><end>", "", |s| {
            s.sql("SELECT name FROM study_case ORDER BY position") == "B,A"
        }),
        C::RowRemove => scene(Small, "<f6>tnA<enter>", "", |s| s.count("study_case") == 0),
        C::SetAdd => scene(Small, "1", "Some<enter>", |s| s.sql("SELECT name FROM document_set") == "Some"),
        C::ImportValues => scene(Small, "3", "{folder}/values.csv<enter><enter>", |s| {
            s.sql("SELECT working FROM variable_value ORDER BY document") == "7,9"
        }),
        _ => unreachable!("{command:?} has its scene elsewhere"),
    }
}
