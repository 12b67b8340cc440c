//! Looking after the study from the workbench: examination, copy, consent, names from a file.

use absatz::i18n::Lang;
use absatz::ops;
use absatz::ops::consent::ConsentChange;
use absatz::store::{Project, consent, documents};
use absatz::tui::command::Command;
use absatz::tui::model::Overlay;
use absatz::tui::testing::Bench;

use super::small;

fn command(bench: &mut Bench, command: Command) {
    bench.keys(":").paste(&command.words()).keys("<enter>");
}

#[test]
fn the_file_is_examined() {
    let mut bench = small(120, 40);
    command(&mut bench, Command::Doctor);
    let screen = bench.screen();
    assert!(screen.contains("Is everything in order?") && screen.contains("Obstacles/Law"), "{screen}");
    bench.keys("<esc>");
    assert!(bench.model.overlays.is_empty());
}

#[test]
fn a_copy_is_written_and_none_is_overwritten() {
    let crate::support::Study { folder, project, .. } = crate::support::Study::new();
    let path = project.path().to_path_buf();
    drop(project);
    let mut bench = Bench::open(Project::open(&path, Some("AK")).unwrap(), 120, 40, Lang::En);
    command(&mut bench, Command::Backup);
    let Some(Overlay::Form(form)) = bench.model.overlays.last() else { panic!() };
    let proposed = std::path::PathBuf::from(form.text(0));
    assert_eq!(proposed.parent(), Some(folder.path()));
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    assert_eq!(Project::open(&proposed, None).unwrap().coder(), bench.project().coder());
    let before = std::fs::read(&proposed).unwrap();
    command(&mut bench, Command::Backup);
    bench.keys("<enter>");
    assert!(
        matches!(bench.model.overlays.last(), Some(Overlay::Form(_))),
        "the line stays: {}",
        bench.screen()
    );
    assert_eq!(std::fs::read(&proposed).unwrap(), before);
    bench.keys("<ctrl-u>").paste(folder.path().join("other.absatz").to_str().unwrap()).keys("<enter>");
    assert!(folder.path().join("other.absatz").is_file(), "{}", bench.screen());
}

#[test]
fn consent_that_was_written_down_by_mistake_is_taken_out() {
    let mut bench = small(120, 40);
    let document = documents::by_label(&bench.project().read(), "1").unwrap().id;
    command(&mut bench, Command::ConsentRemove);
    assert!(bench.screen().contains("Nothing is written down of consent for IP 1"), "{}", bench.screen());
    let change = ConsentChange { given: Some("2026-02-11".into()), ..ConsentChange::default() };
    ops::consent::set(bench.worker.project_mut(), document, None, &change).unwrap();
    command(&mut bench, Command::ConsentRemove);
    assert_eq!(consent::of_document(&bench.project().read(), document).unwrap().len(), 0);
    bench.keys("u");
    assert_eq!(consent::of_document(&bench.project().read(), document).unwrap().len(), 1);
}

#[test]
fn names_come_from_a_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("names.csv");
    std::fs::write(&file, "name,replacement\nMüller,[A]\nSchmidt,[B]\n").unwrap();
    let mut bench = small(120, 40);
    bench.keys("<f8>I").paste("nowhere.csv").keys("<enter>");
    assert!(
        matches!(bench.model.overlays.last(), Some(Overlay::Form(_))),
        "a slip is mended, not typed again"
    );
    bench.keys("<ctrl-u>").paste(file.to_str().unwrap()).keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Müller") && screen.contains("[B]"), "{screen}");
    assert_eq!(ops::names::list(bench.project()).unwrap().names.len(), 2);
}
