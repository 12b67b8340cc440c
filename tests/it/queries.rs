//! Queries over the shipped study, by hand; saved queries through renaming, merging and removing.

use absatz::analysis::query::parse;
use absatz::i18n::{self, Lang};
use absatz::model::variables::Entity;
use absatz::ops;
use absatz::ops::query::{Answer, Ask};
use absatz::store::{Project, codes};

fn demo() -> Project {
    i18n::set_lang(Lang::En);
    ops::demo::build(Lang::En).unwrap()
}

fn ask(project: &Project, typed: &str) -> Answer {
    let query = ops::queries::read(&project.read(), typed).unwrap();
    ops::query::ask(project, &Ask::new(query)).unwrap()
}

/// Citations and codes.
fn found(project: &Project, typed: &str) -> Vec<(String, String)> {
    ask(project, typed).segments.into_iter().map(|one| (one.citation, one.code)).collect()
}

/// Two paragraphs of our own, coded by hand.
fn small() -> Project {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::model::DocumentId;
    use absatz::ops::codings::{Application, apply};
    use absatz::ops::documents::{ImportAs, Source};
    use absatz::text::Span;
    i18n::set_lang(Lang::En);
    let mut project = ops::project::create_in_memory("AK").unwrap();
    // Positions:  0         1         2         3
    //             0123456789012345678901234567890123456789
    let texts = ["alpha beta gamma\ndelta epsilon\nzeta\n", "alpha beta\n"];
    for (n, text) in texts.iter().enumerate() {
        let name = format!("IP{}.txt", n + 1);
        let draft = read(&name, text.as_bytes(), &ReadOptions::default()).unwrap();
        let source = Source::new(&name, text.as_bytes());
        ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap();
    }
    for path in ["A", "B", "C", "C/Sub"] {
        ops::codes::add(&mut project, path, None).unwrap();
    }
    let coded = [
        (1, 0, 10, "A", Some(80)),
        (1, 6, 16, "B", None),
        (1, 17, 22, "C/Sub", Some(20)),
        (2, 0, 5, "A", None),
    ];
    for (document, start, end, code, weight) in coded {
        let code = codes::tree(&project.read()).unwrap().find(code).unwrap().code.id;
        let what = Application { codes: vec![code], weight, ..Application::default() };
        apply(&mut project, DocumentId(document), Span::new(start, end), &what).unwrap();
    }
    project
}

/// The words of what is found.
fn words(project: &Project, typed: &str) -> Vec<String> {
    ask(project, typed).segments.into_iter().map(|one| one.text).collect()
}

#[test]
fn each_function_returns_the_part_that_it_says() {
    let project = small();
    assert_eq!(words(&project, "A"), ["alpha beta", "alpha"]);
    assert_eq!(words(&project, "A and B"), ["beta"]);
    assert_eq!(words(&project, "A overlapping B"), ["alpha beta"]);
    assert_eq!(words(&project, "A outside B"), ["alpha"]);
    assert_eq!(words(&project, "only A"), ["alpha"]);
    assert_eq!(words(&project, "A and not B"), ["alpha", "alpha"]);
    assert_eq!(words(&project, "not *"), ["epsilon", "zeta", "beta"]);
    assert_eq!(words(&project, "at least 2 of (A, B, C/*)"), ["beta"]);
    assert_eq!(words(&project, "A near C/*"), ["alpha beta"]);
    assert_eq!(words(&project, "A near C/* within 0"), Vec::<String>::new());
    assert_eq!(words(&project, "B followed by C/* within 1 paragraph"), ["beta gamma"]);
    assert_eq!(words(&project, "C/* preceded by B"), ["delta"]);
    assert_eq!(words(&project, "B followed by A"), Vec::<String>::new());
    assert_eq!(words(&project, "C"), Vec::<String>::new());
    assert_eq!(words(&project, "(* where weight >= 50) or C/*"), ["alpha beta", "delta"]);
    assert_eq!(words(&project, "* where weight is missing and document = 1"), ["beta gamma"]);
    let both = ask(&project, "A and B");
    assert_eq!(both.segments[0].code, "A; B");
    assert!(both.segments[0].is_worked_out());
    assert!(both.notes.iter().any(|note| note.contains("only the words that all parts have in common")));
}

#[test]
fn an_empty_result_says_why() {
    let project = small();
    let said = |typed: &str| ask(&project, typed).notes.join("\n");
    assert!(said("C").contains("This code has no segment there: C"), "{}", said("C"));
    assert!(said("A inside B").contains("none that stand so: A (2), B (1)"), "{}", said("A inside B"));
    assert!(
        said("A where group is missing and document = 1 and document = 2").contains("the condition holds")
    );
}

#[test]
fn what_lacks_a_code_is_the_counter_evidence() {
    let project = small();
    let without = |typed: &str, by| {
        let query = ops::queries::read(&project.read(), typed).unwrap();
        let table = ops::query::without(&project, &Ask::new(query), by, None).unwrap();
        (table.rows.iter().map(|row| row[0].value.plain()).collect::<Vec<_>>(), table.notes)
    };
    let (rows, notes) = without("B", Entity::Document);
    assert_eq!(rows, ["IP 2"]);
    assert!(notes[0].starts_with("1 of 2 documents have no passage"), "{notes:?}");
    assert_eq!(without("A", Entity::Document).0, Vec::<String>::new());
    assert_eq!(without("not *", Entity::Document).0, Vec::<String>::new());
}

#[test]
fn a_fault_names_column_and_way_out() {
    let project = small();
    let refused = |typed: &str| {
        let read = ops::queries::read(&project.read(), typed);
        let error = read.and_then(|query| ops::query::ask(&project, &Ask::new(query))).unwrap_err();
        (error.message, error.hint.unwrap_or_default())
    };
    assert!(refused("A near Bee").0.contains("column 8"));
    assert!(refused("A where size = 3").0.contains("there is no variable “size”"));
    assert!(refused("A where group = Land").0.contains("there is no group “Land”"));
    assert_eq!(refused("A B").1.split(' ').next(), Some("Join"));
}

#[test]
fn conditions_ask_of_one_who_speaks_at_a_time() {
    let project = demo();
    let all = found(&project, "*").len();
    assert!(all > 20);
    // What the study holds: a condition and its contrary, with what it says nothing of, are everything.
    let of = |typed: &str| found(&project, typed).len();
    assert_eq!(of("* where weight is missing") + of("* where weight >= 0"), all);
    assert_eq!(
        of("where document in (1, 2, 3)"),
        of("where document = 1") + of("where document = 2") + of("where document = 3")
    );
}

#[test]
fn a_saved_query_follows_what_it_names() {
    let mut project = small();
    let query = parse::parse("A near C/* where document = 1").unwrap();
    ops::queries::save(&mut project, "tension", &query, false).unwrap();
    let shown = |project: &Project| ops::queries::by_name(&project.read(), "Tension").unwrap();
    assert!(shown(&project).saved.query.contains("{code:"));
    assert!(shown(&project).saved.query.contains("{document:"));
    assert_eq!(shown(&project).query, "A near C/* within 1 where document = 1");
    assert_eq!(words(&project, "@tension"), ["alpha beta"]);

    let id =
        |project: &Project, path: &str| codes::tree(&project.read()).unwrap().find(path).unwrap().code.id;
    let a = id(&project, "A");
    ops::codes::rename(&mut project, a, "Alpha code").unwrap();
    assert_eq!(shown(&project).query, "\"Alpha code\" near C/* within 1 where document = 1");

    let b = id(&project, "B");
    ops::codes::merge(&mut project, a, b).unwrap();
    assert_eq!(shown(&project).query, "B near C/* within 1 where document = 1");
    assert_eq!(shown(&project).gone, None);

    ops::codes::remove(&mut project, b).unwrap();
    assert!(shown(&project).gone.unwrap().starts_with("a code that the query names is not there"));

    let refused = ops::queries::save(&mut project, "Tension", &query, false);
    assert!(refused.is_err());
    let again = parse::parse("C/*").unwrap();
    assert!(ops::queries::save(&mut project, "tension", &again, false).unwrap_err().hint.is_some());
    ops::queries::save(&mut project, "tension", &again, true).unwrap();
    assert_eq!(shown(&project).query, "C/*");
    ops::history::undo(&mut project).unwrap();
    assert!(shown(&project).gone.is_some());
    let tension = shown(&project).saved.id;
    ops::queries::rename(&mut project, tension, "conflict").unwrap();
    ops::queries::remove(&mut project, tension).unwrap();
    assert!(ops::queries::list(&project.read()).unwrap().is_empty());
}
