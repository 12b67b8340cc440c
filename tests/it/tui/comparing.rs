//! Several coders in the workbench: blind, released, compared.

use absatz::i18n::Lang;
use absatz::model::coders::Status;
use absatz::model::memos::MemoOn;
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::store::{Project, documents};
use absatz::text::Span;
use absatz::tui::command::Command;
use absatz::tui::testing::Bench;

use crate::support::{Study, code, import};

const TEXT: &str = "I: Und dann?\nDa kam der Erlass aus Berlin.\nNein, nie wieder so etwas.";

/// AK has worked on interviews 5 and 6, and MB, where it is so wanted; AK looks.
fn study(with_mb: bool) -> (Study, [DocumentId; 2], [CodeId; 2]) {
    let mut study = Study::new();
    let documents = ["5", "6"].map(|label| import(&mut study.project, label, TEXT));
    let codes = ["Alpha", "Zebra"].map(|path| code(&mut study.project, path));
    work(&mut study.project, documents[0], codes[0], Span::new(16, 20), "eigen");
    if with_mb {
        study.sign_in(study.mb);
        for document in documents {
            work(&mut study.project, document, codes[1], Span::new(18, 30), "geheim");
            ops::memos::write(&mut study.project, None, MemoOn::Project, "geheim", "").unwrap();
        }
        ops::coders::set_status(&mut study.project, documents[0], Status::Done).unwrap();
        study.sign_in(study.ak);
    }
    (study, documents, codes)
}

fn work(project: &mut Project, document: DocumentId, code: CodeId, span: Span, said: &str) {
    let what = Application { codes: vec![code], comment: said.to_owned(), ..Application::default() };
    ops::codings::apply(project, document, span, &what).unwrap();
    ops::memos::write(project, None, MemoOn::Document(document), said, said).unwrap();
    ops::memos::write(project, None, MemoOn::Place(document, span), said, said).unwrap();
    ops::summaries::write(project, document, code, said).unwrap();
    ops::paraphrases::write(project, document, span, said).unwrap();
    ops::coders::set_status(project, document, Status::InProgress).unwrap();
}

fn bench(study: &Study, width: u16, height: u16, lang: Lang) -> Bench {
    Bench::open(Project::open(&study.path(), Some("AK")).unwrap(), width, height, lang)
}

fn command(bench: &mut Bench, command: Command) {
    bench.keys(":").paste(&command.words()).keys("<enter>");
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

/// Two workbenches on studies that differ only in what MB did look the same, whatever is called up in them.
#[test]
fn no_screen_tells_a_blind_coder_of_the_other() {
    // What shows the other's work on purpose; what says how much the file holds, of everyone's; the way out.
    const APART: &[Command] =
        &[Command::DocumentRelease, Command::StudyRelease, Command::Seal, Command::Erase, Command::Quit];
    let ((with, ..), (without, ..)) = (study(true), study(false));
    let folder = tempfile::tempdir().unwrap();
    let mut benches = [&with, &without].map(|study| {
        let mut bench = bench(study, 100, 30, Lang::En);
        bench.model.study.folder = folder.path().to_path_buf();
        bench
    });
    for &each in Command::ALL.iter().filter(|command| !APART.contains(command)) {
        let screens = benches.each_mut().map(|bench| {
            bench.keys("<esc><esc><esc>g5:3<enter>").wait(10_000);
            command(bench, each);
            let mut seen = bench.screen();
            bench.keys("<enter>");
            seen.push_str(&bench.screen());
            seen.push_str(&bench.copied.join("\n"));
            seen
        });
        assert_eq!(screens[0], screens[1], "{}", each.name());
        assert!(!screens[0].contains("geheim"), "{}\n{}", each.name(), screens[0]);
    }
    // The test can see.
    command(&mut benches[0], Command::StudyRelease);
    benches[0].keys("<enter><esc>g6:2<enter>");
    shows(&benches[0], &["MB: Zebra"]);
}

#[test]
fn a_document_is_released_by_key_and_asks_first() {
    let (study, ..) = study(true);
    let mut bench = bench(&study, 100, 30, Lang::En);
    bench.keys("j<enter>");
    shows(&bench, &["AK (blind)"]);
    assert!(!bench.screen().contains("MB: Zebra"), "{}", bench.screen());
    bench.keys("1b");
    shows(&bench, &["Release IP 5?", "cannot be unseen", "You have not declared done: IP 5"]);
    bench.keys("<esc>");
    shows(&bench, &["AK (blind)"]);
    bench.keys("1b<enter>3");
    shows(&bench, &["AK (released)", "MB: Zebra", "document 5: the coders see each other's work"]);
    let released = |bench: &Bench| {
        documents::list(&bench.project().read()).unwrap().iter().map(|one| one.released).collect::<Vec<_>>()
    };
    assert_eq!(released(&bench), [true, false]);
    bench.keys("g6:2<enter>");
    shows(&bench, &["AK (blind)"]);
    bench.keys("u");
    assert_eq!(released(&bench), [false, false]);
    // The whole study, and back.
    command(&mut bench, Command::StudyRelease);
    shows(&bench, &["Release the whole study?"]);
    bench.keys("<enter>");
    shows(&bench, &["MB: Zebra"]);
    bench.keys("1b");
    shows(&bench, &["The whole study is released; IP 6 cannot be blind alone."]);
    command(&mut bench, Command::StudyRelease);
    bench.keys("3");
    assert!(!bench.screen().contains("MB: Zebra"), "{}", bench.screen());
}
