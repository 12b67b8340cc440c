//! Tables: the data sheet edited in place, sorted, and the computed tables shown, left and written.

use absatz::i18n::Lang;
use absatz::model::variables::{Entity, Owner, VariableKind};
use absatz::store::{cases, documents, persons, sets, variables};
use absatz::tui::testing::Bench;

use super::{demo, small};

/// A value as it is stored.
fn stored(bench: &Bench, owner: Owner, name: &str) -> (String, Option<String>) {
    let reader = bench.project().read();
    let variable = variables::by_name(&reader, name).unwrap();
    let value = variables::value_of(&reader, variable.id, owner).unwrap();
    value.map(|value| (value.working, value.published)).unwrap_or_default()
}

#[test]
fn a_value_is_edited_in_its_cell_and_checked() {
    let mut bench = demo(120, 40, Lang::En);
    let first = Owner::Document(documents::by_label(&bench.project().read(), "1").unwrap().id);
    // Label, title, group, case; then date, duration, mode.
    bench.keys("<f6>lllllse");
    assert!(bench.screen().contains("duration of 1"), "{}", bench.screen());
    bench.keys("<ctrl-u>lange<enter>");
    assert!(bench.screen().contains("no duration"), "{}", bench.screen());
    assert_eq!(stored(&bench, first, "duration").0, "0:58");
    // What was typed is still there to be mended.
    bench.keys("<ctrl-u>65 min<enter>");
    assert_eq!(stored(&bench, first, "duration").0, "1:05");
    assert!(bench.model.overlays.is_empty());
    bench.keys("u");
    assert_eq!(stored(&bench, first, "duration").0, "0:58");
    bench.keys("<ctrl-r>");
    assert_eq!(stored(&bench, first, "duration").0, "1:05");
}

#[test]
fn what_may_be_published_stands_beside_and_is_edited() {
    let mut bench = demo(120, 40, Lang::En);
    let person = Owner::Person(persons::by_name(&bench.project().read(), "P8").unwrap().id);
    bench.keys("<f6>ttp");
    assert!(bench.screen().contains("function (publ"), "{}", bench.screen());
    bench.keys("jjjjjjj");
    bench.keys("llll");
    bench.keys("e<ctrl-u>Fachamt<enter>");
    assert_eq!(
        stored(&bench, person, "function"),
        ("Leitung Digitalamt".into(), Some("Fachamt".into())),
        "{}",
        bench.screen()
    );
    bench.keys("e<ctrl-u>-<enter>");
    assert_eq!(stored(&bench, person, "function").1.as_deref(), Some(""));
    bench.keys("e<ctrl-u><enter>");
    assert_eq!(stored(&bench, person, "function").1, None);
}

#[test]
fn the_sample_is_counted_by_chosen_variables() {
    let mut bench = demo(120, 40, Lang::En);
    // Data sheets of documents, cases, persons; overview; sample.
    bench.keys("T5");
    assert!(bench.screen().contains("n = 7 interviews"), "{}", bench.screen());
    // Two levels in the rows, another column, and persons instead of interviews.
    bench.keys("<enter><ctrl-u>Level, office<tab><ctrl-u>gender<tab><ctrl-u>pers<enter>");
    let screen = bench.screen();
    assert!(bench.model.overlays.is_empty(), "{screen}");
    for word in ["n = 8 persons", "Leitung", "Fachreferat", "office"] {
        assert!(screen.contains(word), "{word}: {screen}");
    }
    // It stays so with published values, and after what changes the study.
    bench.keys("p");
    assert!(bench.screen().contains("Published values only"), "{}", bench.screen());
    bench.keys("<f7><esc>p");
    assert!(bench.screen().contains("n = 8 persons"), "{}", bench.screen());
    // What is not understood is said, and stays to be mended.
    bench.keys("r<ctrl-u>rank<enter>");
    assert!(bench.screen().contains("rank"), "{}", bench.screen());
    assert_eq!(bench.model.overlays.len(), 1);
    bench.keys("<ctrl-u>level,office,gender<enter>");
    assert_eq!(bench.model.overlays.len(), 1);
    bench.keys("<ctrl-u>level<tab><ctrl-u><enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    assert!(!bench.screen().contains("Fachreferat"), "{}", bench.screen());
}

#[test]
fn variables_cases_and_persons_are_added_and_assigned() {
    let mut bench = small(120, 40);
    bench.keys("<f6>aSize of town<tab><ctrl-u>whole<enter>");
    let reader = bench.project().read();
    let variable = variables::by_name(&reader, "Size of town").unwrap();
    assert_eq!((variable.kind, variable.entity), (VariableKind::Integer, Entity::Document));
    // A case for the document under the cursor: chosen from the menu, where it is made.
    bench.keys("llle");
    bench.keys("<end><enter>Moorbach<enter>");
    let case = cases::by_name(&bench.project().read(), "Moorbach").unwrap();
    let one = documents::by_label(&bench.project().read(), "1").unwrap().id;
    assert_eq!(case.documents, [one], "{}", bench.screen());
    assert!(bench.screen().contains("Moorbach"));
    // A person, and who of the speakers they are.
    bench.keys("ttnP1<enter>le<enter>");
    let person = persons::by_name(&bench.project().read(), "P1").unwrap();
    assert_eq!(person.speakers.len(), 1, "{}", bench.screen());
    bench.keys("e<enter>");
    assert!(persons::by_name(&bench.project().read(), "P1").unwrap().speakers.is_empty());
    // Renamed, and refused where the name is taken: the prompt stays.
    bench.keys("he<ctrl-u>Anna<enter>nAnna<enter>");
    assert!(bench.screen().contains("There is a person “Anna” already"), "{}", bench.screen());
    assert!(!bench.model.overlays.is_empty());
    bench.keys("<esc>x");
    assert!(persons::list(&bench.project().read()).unwrap().is_empty());
    bench.keys("u");
    assert_eq!(persons::list(&bench.project().read()).unwrap().len(), 1);
}

#[test]
fn a_variable_changes_its_place_its_kind_and_whose_it_is() {
    let mut bench = demo(120, 40, Lang::En);
    let of = |bench: &Bench, entity: Entity| -> Vec<String> {
        let all = variables::list(&bench.project().read()).unwrap();
        all.into_iter().filter(|one| one.entity == entity).map(|one| one.name).collect()
    };
    let before = of(&bench, Entity::Document);
    assert_eq!(before[..3], ["date", "duration", "mode"]);
    // Label, title, group, case; then date. It goes right, and the cursor with it.
    bench.keys("<f6>lllllLL");
    assert_eq!(of(&bench, Entity::Document)[..3], ["date", "mode", "duration"], "{}", bench.screen());
    assert_eq!(bench.model.table.variable().unwrap().name, "duration");
    bench.keys("HHHH");
    assert_eq!(of(&bench, Entity::Document)[..3], ["duration", "date", "mode"], "{}", bench.screen());
    bench.keys("uuu");
    // Beside what may be published too.
    bench.keys("p");
    assert_eq!(bench.model.table.variable().unwrap().name, "duration", "{}", bench.screen());
    bench.keys("lL");
    assert_eq!(of(&bench, Entity::Document)[..3], ["date", "mode", "duration"], "{}", bench.screen());
    bench.keys("up");
    // What is no variable does not move.
    bench.keys("hhhhhhL");
    assert_eq!(of(&bench, Entity::Document), before);
    assert!(bench.model.toast.is_some());
    // A variable with no value yet becomes one of cases, of another kind.
    bench.keys("arooms<tab><tab><ctrl-u>fall<enter>");
    assert!(bench.screen().contains("whose it is"), "{}", bench.screen());
    bench.keys("<ctrl-u>case<enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    assert!(of(&bench, Entity::Case).contains(&"rooms".to_owned()));
    bench.keys("tllllllllr<tab><ctrl-u>number<tab><ctrl-u>person<enter>");
    let size = variables::by_name(&bench.project().read(), "rooms").unwrap();
    assert_eq!((size.kind, size.entity), (VariableKind::Decimal, Entity::Person), "{}", bench.screen());
}

#[test]
fn rows_of_a_data_sheet_are_put_in_order() {
    let mut bench = demo(120, 40, Lang::En);
    let names = |bench: &Bench| -> Vec<String> {
        cases::list(&bench.project().read()).unwrap().into_iter().map(|case| case.name).collect()
    };
    let before = names(&bench);
    bench.keys("<f6>tJ");
    let after = names(&bench);
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]), "{}", bench.screen());
    bench.keys("K");
    assert_eq!(names(&bench), before);
    bench.keys("sJ");
    assert_eq!(names(&bench), before);
    assert!(bench.screen().contains("sorted"), "{}", bench.screen());
    bench.keys("sstJ");
    let persons = persons::list(&bench.project().read()).unwrap();
    assert_eq!(persons[0].name, "P2", "{}", bench.screen());
    bench.keys("tJ");
    assert_eq!(documents::list(&bench.project().read()).unwrap()[0].label, "2", "{}", bench.screen());
}

#[test]
fn an_empty_sheet_has_columns_that_can_be_changed() {
    let mut bench = small(100, 30);
    bench.keys("<f6>tasize<enter>");
    assert!(bench.screen().contains("n adds a row") && bench.screen().contains("size"), "{}", bench.screen());
    bench.keys("lllllr<ctrl-u>extent<enter>");
    assert!(variables::by_name(&bench.project().read(), "extent").is_ok(), "{}", bench.screen());
    bench.keys("D");
    assert!(variables::list(&bench.project().read()).unwrap().is_empty(), "{}", bench.screen());
}

#[test]
fn rows_are_sorted_and_lead_to_their_documents() {
    let mut bench = demo(120, 40, Lang::En);
    bench.keys("T4");
    assert!(bench.screen().contains("Interviews"), "{}", bench.screen());
    // By duration, from the shortest: the pretest, then interview 2.
    bench.keys("lllllss");
    bench.keys("<home>");
    assert!(bench.screen().contains("▼"), "{}", bench.screen());
    bench.keys("o");
    let label = |bench: &Bench| {
        let reading = bench.model.reading.as_ref().unwrap();
        documents::get(&bench.project().read(), reading.document).unwrap().label
    };
    assert_eq!(label(&bench), "7", "the longest");
    bench.keys("T4s<home>jo");
    assert_eq!(label(&bench), "2", "as the table is: the second of its rows");
}

#[test]
fn sets_come_from_groups_codes_and_rows() {
    let mut bench = demo(120, 40, Lang::En);
    bench.keys("1<home>s<end><enter>Kommunen<enter>");
    bench.keys("2<home>");
    bench.keys(":new code set<enter>Herausforderungen<enter>");
    let all = sets::list(&bench.project().read()).unwrap();
    let of = |name: &str| all.iter().find(|set| set.name == name).map(|set| set.members.len());
    assert_eq!((of("Kommunen"), of("Herausforderungen")), (Some(5), Some(3)), "{}", bench.screen());
    bench.keys("T8");
    assert!(
        bench.screen().contains("Herausforderungen") && bench.screen().contains("Moorbach und Kaltenhain")
    );
    bench.keys("x");
    assert_eq!(sets::list(&bench.project().read()).unwrap().len(), all.len() - 1);
}

/// The lines of the documents pane, without marks and progress.
fn pane(bench: &Bench) -> Vec<String> {
    let screen = bench.screen();
    let lines = screen.lines().skip(1).map(|line| line.split('│').next().unwrap_or("").trim().to_owned());
    lines.take_while(|line| !line.starts_with("Codes")).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_documents_are_shown_by_case_and_by_set_and_so_remembered() {
    let mut bench = demo(140, 50, Lang::En);
    bench.keys("1<home>jv");
    let screen = bench.screen();
    assert!(screen.contains("Documents by case"), "{screen}");
    // The heading is the case, with how many of its interviews are done; the cursor stays on its document.
    let lines = pane(&bench);
    assert!(lines[0].starts_with("Moorbach") && lines[0].ends_with("2/2"), "{lines:?}");
    assert!(lines[1].contains("IP 1") && lines[1].starts_with('▸'), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Hohenwerda") && line.ends_with("1/1")), "{lines:?}");
    // A memo on a heading is one on the case.
    bench.keys("km");
    assert!(bench.screen().contains("Memo: Moorbach"), "{}", bench.screen());
    bench.keys("<esc>jJ");
    assert!(bench.screen().contains("The order is that of the groups"), "{}", bench.screen());
    bench.keys("v");
    assert!(bench.screen().contains("Documents by set"), "{}", bench.screen());
    let lines = pane(&bench);
    assert!(lines[2].starts_with("Moorbach und Kaltenhain"), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("In no set")), "{lines:?}");
    // A document is put into a set, and stands in each of its sets.
    bench.keys("s<end><enter>Erste Welle<enter>");
    let lines = pane(&bench);
    assert_eq!(lines.iter().filter(|line| line.contains("IP 1 ")).count(), 2, "{lines:?}");
    bench.keys("js3");
    let of = |bench: &Bench, name: &str| {
        let all = sets::list(&bench.project().read()).unwrap();
        all.iter().find(|set| set.name == name).map(|set| set.members.len()).unwrap()
    };
    assert_eq!(of(&bench, "Erste Welle"), 2, "{}", bench.screen());
    // In its second place the cursor stays there, when something else changes.
    bench.keys("<home>");
    let at = bench.model.study.rows.len();
    let second = (0..at).rev().find(|row| pane(&bench)[*row].contains("IP 2 ")).unwrap();
    bench.keys(&"j".repeat(second)).keys("s3");
    assert_eq!(of(&bench, "Erste Welle"), 1, "{}", bench.screen());
    bench.keys("u");
    assert_eq!(of(&bench, "Erste Welle"), 2);
    bench.keys("q");
    let kept = absatz::store::settings::state(&bench.project().read(), absatz::tui::worker::STATE).unwrap();
    assert!(kept.unwrap().contains("\"documents\":\"set\""));
}

#[test]
fn without_cases_and_sets_there_are_groups_only() {
    let mut bench = small(100, 30);
    bench.keys("1v");
    assert!(bench.screen().contains("in a case or in a set yet"), "{}", bench.screen());
    assert!(!bench.screen().contains("Documents by"), "{}", bench.screen());
}

#[test]
fn headings_are_renamed_and_moved() {
    let mut bench = demo(140, 50, Lang::En);
    bench.keys("1<home>J");
    let lines = pane(&bench);
    assert!(lines[0].starts_with("Land") && lines[3].contains("Kommune"), "{lines:?}");
    bench.keys("uKr<ctrl-u>Towns<enter>");
    let lines = pane(&bench);
    assert!(lines[0].contains("Towns") && lines[6].starts_with("Land"), "{lines:?}");
    let all = documents::list(&bench.project().read()).unwrap();
    assert_eq!(all[0].group.as_deref(), Some("Towns"));
    bench.keys("uu");
    // Cases and sets are too.
    bench.keys("v<home>J");
    let lines = pane(&bench);
    assert!(lines[0].starts_with("Kaltenhain") && lines[3].contains("Moorbach"), "{lines:?}");
    bench.keys("r<ctrl-u>Moor<enter>");
    assert!(cases::by_name(&bench.project().read(), "Moor").is_ok(), "{}", bench.screen());
    bench.keys("v<home>J");
    let lines = pane(&bench);
    assert!(lines[0].starts_with("Moorbach und"), "{lines:?}");
    bench.keys("r<ctrl-u>Two<enter>");
    assert!(pane(&bench).iter().any(|line| line.contains("Two")), "{}", bench.screen());
    // The rest has no name.
    bench.keys("<home>jjjjjjjrJ");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
}

#[test]
fn values_come_from_a_file_after_a_look_at_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("werte.csv");
    std::fs::write(&file, "label;mode;rating\n1;Telefon;7\n2;Video;viel\n99;Video;1\n").unwrap();
    let mut bench = demo(120, 40, Lang::En);
    bench.keys(":import variables<enter>");
    bench.paste(&file.display().to_string());
    bench.keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Row 4") && screen.contains("99"), "{screen}");
    assert!(screen.contains("vor Ort → Telefon"), "{screen}");
    let first = Owner::Document(documents::by_label(&bench.project().read(), "1").unwrap().id);
    assert_eq!(stored(&bench, first, "mode").0, "vor Ort", "nothing is written before it is confirmed");
    bench.keys("<enter>");
    assert_eq!(stored(&bench, first, "mode").0, "Telefon");
    assert_eq!(stored(&bench, first, "rating").0, "7");
    bench.keys("u");
    assert_eq!(stored(&bench, first, "mode").0, "vor Ort");
}

#[test]
fn documents_move_within_their_group() {
    let mut bench = demo(120, 40, Lang::En);
    bench.keys("1<home>jJ");
    let order: Vec<String> = documents::list(&bench.project().read())
        .unwrap()
        .into_iter()
        .map(|document| document.label)
        .collect();
    assert_eq!(order[..3], ["2", "1", "3"]);
    bench.keys("K");
    assert_eq!(documents::list(&bench.project().read()).unwrap()[0].label, "1");
}

#[test]
fn tables_are_written_as_they_are_called() {
    let mut bench = demo(120, 40, Lang::En);
    let folder = tempfile::tempdir().unwrap();
    bench.model.study.folder = folder.path().to_path_buf();
    bench.keys("T7X<enter>");
    let files: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["Facts for the method section.xlsx"], "{}", bench.screen());
}

#[test]
fn the_tables_look_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let mut bench = demo(width, height, lang);
        let shot = |bench: &Bench, view: &str| {
            insta::assert_snapshot!(format!("table_{view}_{name}"), bench.screen());
        };
        bench.keys("<f6>llll");
        shot(&bench, "sheet");
        bench.keys("tpllll");
        shot(&bench, "published");
        bench.keys("T6");
        shot(&bench, "interviewees");
        bench.keys("T7");
        shot(&bench, "method");
    }
}
