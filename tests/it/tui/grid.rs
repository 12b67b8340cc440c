//! The Summary Grid in the workbench: states by key, the way to what is left, the editor beside its segments, rows of
//! another kind, Summary Tables edited in place.

use absatz::i18n::Lang;
use absatz::model::summaries::{CellState, Condensed};
use absatz::ops;
use absatz::store::{cell_states, codes, condensations, documents, saved_tables, summaries};
use absatz::tui::model::ToastKind;
use absatz::tui::testing::Bench;

use super::{demo, first, small, small_project};

/// The cursor on a cell of the grid.
fn on(bench: &mut Bench, cell: &str) {
    bench.keys("<home>");
    for _ in 0..10 {
        bench.keys("h");
    }
    for _ in 0..40 {
        if bench.screen().contains(cell) {
            return;
        }
        bench.keys("l");
    }
    panic!("no {cell}\n{}", bench.screen());
}

fn states(bench: &Bench) -> Vec<CellState> {
    cell_states::list(&bench.project().read()).unwrap().iter().map(|one| one.state).collect()
}

#[test]
fn a_state_is_said_with_a_key_and_taken_back_with_the_same() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>G");
    on(&mut bench, "IP 1 × Money");
    bench.keys("a");
    assert_eq!(states(&bench), [CellState::NotAsked]);
    assert!(bench.screen().contains("∅ not asked"), "{}", bench.screen());
    bench.keys("w");
    assert_eq!(states(&bench), [CellState::NoAnswer]);
    bench.keys("r");
    assert_eq!(states(&bench), [CellState::Nothing]);
    bench.keys("r");
    assert_eq!(states(&bench), []);
    bench.keys("u");
    assert_eq!(states(&bench), [CellState::Nothing]);
    on(&mut bench, "IP 1 × Obstacles/Law");
    bench.keys("a");
    assert!(bench.screen().contains("it needs no state"), "{}", bench.screen());
    // The next cell of which nothing is known comes after the one with a state.
    on(&mut bench, "IP 1 × Obstacles/People");
    bench.keys("b");
    assert!(bench.screen().contains("IP 2 × Obstacles"), "{}", bench.screen());
    bench.keys("B");
    assert!(bench.screen().contains("IP 1 × Obstacles/People"), "{}", bench.screen());
}

#[test]
fn a_summary_is_written_beside_its_segments() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut bench = small(width, height);
        bench.keys("3jcla<enter>jjcla<enter>G");
        on(&mut bench, "IP 1 × Obstacles/Law");
        bench.keys("<enter>");
        let screen = bench.screen();
        assert!(screen.contains("1 of 2") && screen.contains("Money is there."), "{screen}");
        assert!(screen.contains("(IP 1: 2)") && screen.contains("(IP 1: 4)"), "{screen}");
        bench.paste("It is said:").keys("<ctrl-g>").keys("<tab><ctrl-t>");
        bench.keys("<esc>");
        let written = summaries::list(&bench.project().read()).unwrap();
        assert_eq!(
            written[0].text,
            "It is said: “Mostly the law, and a lack of people.” (IP 1: 2) Money is there. (IP 1: 4)"
        );
    }
}

#[test]
fn a_document_is_condensed_beside_its_cells() {
    let mut bench = small(120, 40);
    bench.keys("3jcla<enter>G");
    on(&mut bench, "IP 1 × Obstacles/Law");
    bench.keys("<enter>").paste("The law.").keys("<esc>E");
    let screen = bench.screen();
    assert!(screen.contains("Summary of IP 1") && screen.contains("Obstacles/Law"), "{screen}");
    // One's own words are no quotation.
    bench.keys("<ctrl-g>").keys("<esc>");
    let one = first(&bench);
    let text =
        |bench: &Bench, on| condensations::get(&bench.project().read(), on, bench.project().coder()).unwrap();
    assert_eq!(text(&bench, Condensed::Document(one)).as_deref(), Some("The law. (IP 1)"));
    bench.keys("C").paste("Law everywhere.").keys("<esc>");
    let law = codes::tree(&bench.project().read()).unwrap().find("Law").unwrap().code.id;
    assert_eq!(text(&bench, Condensed::Code(law)).as_deref(), Some("Law everywhere."));
    let screen = bench.screen();
    assert!(screen.contains("¶ The law.") && screen.contains("Law everywhere."), "{screen}");
    // Found again by a search, and read where it is written.
    bench.keys("/").paste("everywhere").keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Summary of Obstacles/Law"), "{screen}");
    bench.keys("<enter>");
    assert!(bench.screen().contains("Law everywhere."), "{}", bench.screen());
    bench.keys("<esc>");
    // An unsaved condensation is a draft like any other.
    bench.keys("G").keys("C").paste(" More.").wait(1_000);
    let kept = absatz::store::drafts::list(&bench.project().read()).unwrap();
    assert_eq!(kept[0].field, format!("summary-code {}", law.0));
}

#[test]
fn the_rows_are_what_is_activated_arranged_as_asked() {
    let mut bench = demo(120, 40, Lang::En);
    bench.keys("G");
    assert!(bench.screen().contains("67 of 248 summarised; 110 wait"), "{}", bench.screen());
    // Put together by group: codes against groups, side by side when it is turned.
    bench.keys("R");
    assert!(bench.screen().contains("Put together by Group"), "{}", bench.screen());
    let at = bench.screen().lines().filter(|line| line.contains("Arranged by")).count();
    assert!(at > 1, "{}", bench.screen());
    bench.keys("<esc>");
    let rows = absatz::tui::model::GridRows {
        by: Some(ops::grid::Common::Group),
        together: true,
        ..Default::default()
    };
    let choice = absatz::tui::model::overlay::Choice::Rows(rows);
    bench.keys("R");
    let nth = match bench.model.overlays.last() {
        Some(absatz::tui::model::Overlay::Menu(menu)) => {
            menu.items.iter().position(|item| item.choice == choice).unwrap()
        }
        other => panic!("{other:?}"),
    };
    for _ in 0..nth {
        bench.keys("j");
    }
    bench.keys("<enter>x");
    let screen = bench.screen();
    assert!(screen.contains("Kommune") && screen.contains("Land") && screen.contains("· Group"), "{screen}");
    assert_eq!(bench.model.grid.size(), (31, 3));
    // A cell of a group asks which interview's summary is meant.
    bench.keys("o<enter>");
    assert!(matches!(bench.model.overlays.last(), Some(absatz::tui::model::Overlay::Menu(_))));
    bench.keys("<esc>x");
    // Only activated codes are columns.
    bench.keys("2<home><space>G");
    assert_eq!(bench.model.grid.grid.codes.len(), 1);
    assert!(bench.screen().contains("activated"), "{}", bench.screen());
}

#[test]
fn a_summary_table_is_kept_and_edited_in_place() {
    let mut project = small_project();
    let one = documents::by_label(&project.read(), "1").unwrap().id;
    let law = codes::tree(&project.read()).unwrap().find("Law").unwrap().code.id;
    ops::summaries::write(&mut project, one, law, "The law hinders.").unwrap();
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    bench.keys("G").keys("S").paste("Short").keys("<enter>");
    assert_eq!(saved_tables::list(&bench.project().read()).unwrap()[0].name, "Short");
    bench.keys("T");
    assert!(bench.screen().contains("Summary Table: Short"), "{}", bench.screen());
    let nth = match bench.model.overlays.last() {
        Some(absatz::tui::model::Overlay::Menu(menu)) => {
            menu.items.iter().position(|item| item.text.contains("Short")).unwrap()
        }
        other => panic!("{other:?}"),
    };
    for _ in 0..nth {
        bench.keys("j");
    }
    bench.keys("<enter>");
    assert!(bench.screen().contains("The law hinders."), "{}", bench.screen());
    let column = bench.model.table.content.table.columns.iter().position(|one| one.key == "Obstacles/Law");
    for _ in 0..column.unwrap() {
        bench.keys("l");
    }
    bench.keys("<enter>");
    assert!(bench.screen().contains("IP 1 × Obstacles/Law"), "{}", bench.screen());
    bench.paste(" And helps.").keys("<esc>");
    assert_eq!(summaries::list(&bench.project().read()).unwrap()[0].text, "The law hinders. And helps.");
    assert!(bench.screen().contains("And helps."), "{}", bench.screen());
    // Turned, the same cell is elsewhere and is the same.
    bench.keys("t");
    assert_eq!(bench.model.table.content.table.columns[1].key, "1");
    // A name that is taken is replaced only when it is confirmed twice.
    bench.keys("G").keys("S").paste("short").keys("<enter>");
    assert!(bench.screen().contains("Enter again replaces it"), "{}", bench.screen());
    bench.keys("<enter>");
    assert_eq!(saved_tables::list(&bench.project().read()).unwrap().len(), 1);
    // Renamed and removed where it is shown.
    bench.keys("T");
    for _ in 0..nth {
        bench.keys("j");
    }
    bench.keys("<enter>r<ctrl-u>").paste("Long").keys("<enter>");
    assert!(bench.screen().contains("Long"), "{}", bench.screen());
    bench.keys("D");
    assert!(saved_tables::list(&bench.project().read()).unwrap().is_empty());
    assert!(matches!(bench.model.main, absatz::tui::model::Main::Grid), "{}", bench.screen());
}

#[test]
fn rows_by_a_variable_follow_its_values_and_survive_its_end() {
    use absatz::model::variables::Owner;
    use absatz::ops::variables::{self, ValueChange};
    use absatz::store::Project;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.absatz");
    let mut project = small_project();
    let documents = documents::list(&project.read()).unwrap();
    let set = |project: &mut Project, nth: usize, value: &str| {
        let owner = Owner::Document(documents[nth].id);
        variables::set(project, owner, "Size", None, &ValueChange::working(value)).unwrap().value
    };
    let size = set(&mut project, 0, "small");
    set(&mut project, 1, "small");
    project.backup(&path).unwrap();
    let mut bench = Bench::open(Project::open(&path, None).unwrap(), 120, 40, Lang::En);
    bench.keys("G");
    bench.model.grid.arranged = absatz::tui::model::GridRows {
        by: Some(ops::grid::Common::Variable(size)),
        together: true,
        ..Default::default()
    };
    bench.keys("GG");
    let mut other = Project::open(&path, None).unwrap();
    set(&mut other, 1, "large");
    bench.wait(500);
    assert!(bench.screen().contains("large"), "{}", bench.screen());
    assert_eq!(bench.model.grid.size().0, 2);
    // Here too, not only where another process did it.
    set(bench.worker.project_mut(), 1, "small");
    bench.keys("u");
    assert!(bench.screen().contains("large"), "{}", bench.screen());
    // Without the variable the grid is what it was, and goes on showing what is written.
    variables::remove(&mut other, size).unwrap();
    let law = codes::tree(&other.read()).unwrap().find("Law").unwrap().code.id;
    ops::summaries::write(&mut other, documents[0].id, law, "The law hinders.").unwrap();
    bench.wait(500);
    let toast = bench.model.toast.as_ref();
    assert!(toast.is_none_or(|toast| toast.kind == ToastKind::Done), "{toast:?}");
    let cell = bench.model.grid.grid.cell(documents[0].id, law).unwrap();
    assert_eq!(cell.summary.as_ref().unwrap().text, "The law hinders.");
}
