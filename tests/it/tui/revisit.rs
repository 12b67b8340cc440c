//! Codes to revisit in the workbench: asked about once, where a code is made while coding, or split.

use absatz::i18n::Lang;
use absatz::model::DocumentId;
use absatz::model::coders::Status;
use absatz::ops;
use absatz::store::{Project, codes, codings};
use absatz::tui::testing::Bench;

use crate::support::{Study, code, import};

const TEXT: &str = "I: Und dann?\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

fn study() -> (Study, [DocumentId; 2]) {
    let mut study = Study::new();
    let documents = ["5", "6"].map(|label| import(&mut study.project, label, TEXT));
    code(&mut study.project, "Legal");
    for document in documents {
        ops::coders::set_status(&mut study.project, document, Status::Done).unwrap();
    }
    (study, documents)
}

fn bench(study: &Study) -> Bench {
    Bench::open(Project::open(&study.path(), Some("AK")).unwrap(), 110, 30, Lang::En)
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// What waits, as `document code reason`.
fn waits(bench: &Bench) -> Vec<String> {
    let reader = bench.project().read();
    let tree = codes::tree(&reader).unwrap();
    let own = ops::revisit::own(bench.project()).unwrap();
    own.iter()
        .map(|one| format!("{} {} {}", one.document.0, tree.path(one.code), one.reason.name()))
        .collect()
}

fn coded(bench: &Bench) -> Vec<String> {
    let reader = bench.project().read();
    let tree = codes::tree(&reader).unwrap();
    let all = codings::all(&reader).unwrap();
    all.iter().map(|one| format!("{} {}", one.document.0, tree.path(one.code))).collect()
}

#[test]
fn a_code_made_while_coding_asks_once_whether_what_was_coded_waits() {
    let (study, _) = study();
    let mut bench = bench(&study);
    bench.keys("g5:2<enter>c").paste("Money").keys("<enter>");
    shows(&bench, &["2 documents are to be revisited"]);
    assert_eq!(waits(&bench), ["1 Money added", "2 Money added"]);
    bench.keys("<enter>");
    // Kept, and not asked again.
    bench.keys("c").paste("Time").keys("<enter>");
    assert!(!bench.screen().contains("Should they?"), "{}", bench.screen());
    assert_eq!(waits(&bench).len(), 4);
    // One undo takes the code with its coding and its marks.
    bench.keys("u");
    assert_eq!(waits(&bench).len(), 2);
    assert_eq!(coded(&bench), ["1 Money"]);
}

#[test]
fn marking_is_taken_back_and_the_coding_stays() {
    let (study, _) = study();
    let mut bench = bench(&study);
    bench.keys("g5:2<enter>c").paste("Money").keys("<enter>j<enter>");
    assert_eq!(waits(&bench), Vec::<String>::new());
    assert_eq!(coded(&bench), ["1 Money"]);
    bench.keys("c").paste("Time").keys("<enter>");
    assert_eq!(waits(&bench), Vec::<String>::new());
    assert_eq!(coded(&bench).len(), 2);
}
