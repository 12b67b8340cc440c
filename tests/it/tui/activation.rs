//! What is switched on: by hand, by a condition, by a set; what answers for it; what each coder finds again.

use absatz::i18n::Lang;
use absatz::model::sets::Members;
use absatz::model::variables::{Disclosure, Entity, Owner, VariableKind};
use absatz::ops;
use absatz::ops::variables::{NewVariable, ValueChange};
use absatz::store::{Project, codes, documents};
use absatz::tui::testing::Bench;

use super::small_project;

/// IP 1 is of the state, IP 2 of a municipality; both have a segment of Money.
fn leveled() -> Project {
    let mut project = small_project();
    let new = NewVariable {
        name: "level".into(),
        kind: VariableKind::Text,
        entity: Entity::Document,
        disclosure: Disclosure::default(),
    };
    ops::variables::add(&mut project, &new).unwrap();
    let money = codes::tree(&project.read()).unwrap().find("Money").unwrap().code.id;
    for (label, level, span) in [("1", "state", (0, 5)), ("2", "municipal", (0, 5))] {
        let document = documents::by_label(&project.read(), label).unwrap().id;
        ops::variables::set(
            &mut project,
            Owner::Document(document),
            "level",
            None,
            &ValueChange::working(level),
        )
        .unwrap();
        let what = ops::codings::Application { codes: vec![money], ..Default::default() };
        ops::codings::apply(&mut project, document, absatz::text::Span::new(span.0, span.1), &what).unwrap();
    }
    project
}

fn bench(project: Project) -> Bench {
    Bench::open(project, 120, 40, Lang::En)
}

#[test]
fn a_condition_switches_documents_on_and_a_code_answers_for_them() {
    let mut bench = bench(leveled());
    bench.keys("2<end><enter>");
    assert_eq!(bench.model.listing.segments.len(), 2);
    bench.keys("zwlevel = munic");
    assert!(bench.screen().contains("municipal"), "completed: {}", bench.screen());
    bench.keys("<tab><enter>");
    assert_eq!(bench.model.active.documents.len(), 1);
    // The list that is open follows.
    let screen = bench.screen();
    assert_eq!(bench.model.listing.segments.len(), 1, "{screen}");
    assert!(screen.contains("of one activated document") && screen.contains("(IP 2: 1)"), "{screen}");
    bench.keys("zwlevel = nowhere<enter>");
    assert!(bench.screen().contains("holds for no document"), "{}", bench.screen());
    // A name that is wrong is shown in its place, and nothing typed is lost.
    bench.keys("zwlevl = state<enter>");
    assert!(bench.screen().contains('^'), "{}", bench.screen());
    bench.keys("<esc>za");
    assert_eq!((bench.model.active.documents.len(), bench.model.listing.segments.len()), (0, 2));
}

#[test]
fn a_set_is_switched_on() {
    let mut project = leveled();
    let money = codes::tree(&project.read()).unwrap().find("Money").unwrap().code.id;
    let one = documents::by_label(&project.read(), "1").unwrap().id;
    ops::sets::add(&mut project, "Cash", &Members::Codes(vec![money])).unwrap();
    ops::sets::add(&mut project, "First", &Members::Documents(vec![one])).unwrap();
    let mut bench = bench(project);
    bench.keys("zi");
    assert!(bench.screen().contains("Cash") && bench.screen().contains("First"), "{}", bench.screen());
    bench.keys("1zi2");
    let active = (&bench.model.active.documents, &bench.model.active.codes);
    let total = active.0.len() + active.1.len();
    assert_eq!(total, 2, "{}", bench.screen());
}

#[test]
fn each_coder_finds_slots_and_activation_again() {
    let crate::support::Study { folder, project, .. } = crate::support::Study::new();
    let path = project.path().to_path_buf();
    drop(project);
    let open = |coder: &str| Bench::open(Project::open(&path, Some(coder)).unwrap(), 120, 40, Lang::En);
    let mut project = Project::open(&path, Some("AK")).unwrap();
    for label in ["5", "6"] {
        crate::support::import(&mut project, label, "I: Und?\nB: Ja.");
    }
    crate::support::code(&mut project, "Legal");
    crate::support::code(&mut project, "Money");
    drop(project);
    let mut bench = open("AK");
    bench.keys("2<home>,4").keys("1<home><space>");
    assert_eq!(bench.model.active.documents.len(), 1);
    // Another sits down, with a desk of their own, and gives it back.
    bench.keys("<f5>j<enter>");
    assert_eq!(bench.model.study.coder_name(), "MB");
    assert_eq!((bench.model.slots[3], bench.model.active.documents.len()), (None, 0));
    bench.keys("2<end>,1").keys("<f5><home><enter>");
    assert_eq!(bench.model.study.coder_name(), "AK");
    assert_eq!((bench.model.slots[3].is_some(), bench.model.active.documents.len()), (true, 1));
    bench.keys("q");
    drop(bench);
    let bench = open("MB");
    assert_eq!((bench.model.slots[0].is_some(), bench.model.slots[3]), (true, None));
    drop(bench);
    let bench = open("AK");
    assert_eq!((bench.model.slots[3].is_some(), bench.model.active.documents.len()), (true, 1));
    drop(folder);
}
