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
            // What the one has written must not be in the other's way.
            for file in std::fs::read_dir(folder.path()).unwrap() {
                std::fs::remove_file(file.unwrap().path()).unwrap();
            }
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

/// AK and MB have coded interviews 5 and 6; in each they differ in three ways.
fn differing() -> (Study, [CodeId; 2]) {
    let mut study = Study::new();
    let documents = ["5", "6"].map(|label| import(&mut study.project, label, TEXT));
    let codes = ["Alpha", "Zebra"].map(|path| code(&mut study.project, path));
    let [alpha, zebra] = codes;
    let (ak, mb) = (study.ak, study.mb);
    for (coder, coded) in [
        (ak, [(alpha, 3, 12), (alpha, 13, 30), (alpha, 43, 50)]),
        (mb, [(zebra, 3, 12), (alpha, 16, 30), (alpha, 55, 60)]),
    ] {
        study.sign_in(coder);
        for document in documents {
            for (code, from, to) in coded {
                let what = Application { codes: vec![code], ..Application::default() };
                ops::codings::apply(&mut study.project, document, Span::new(from, to), &what).unwrap();
            }
            ops::coders::set_status(&mut study.project, document, Status::Done).unwrap();
        }
    }
    ops::project::set_released(&mut study.project, true).unwrap();
    study.sign_in(ak);
    (study, codes)
}

#[test]
fn the_differences_are_walked_through_across_documents() {
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::En);
    bench.keys("g5:1<enter>f");
    shows(&bench, &["1/8 · other code · AK: Alpha · MB: Zebra", "AK MB"]);
    bench.keys("f");
    shows(&bench, &["2/8 · other boundaries · AK: Alpha · MB: Alpha"]);
    bench.keys("f");
    shows(&bench, &["3/8 · coded by one only · AK: Alpha · MB: –"]);
    bench.keys("f");
    shows(&bench, &["4/8", "AK: – · MB: Alpha", "IP 5"]);
    bench.keys("f");
    shows(&bench, &["5/8", "IP 6"]);
    bench.keys("F");
    shows(&bench, &["4/8", "IP 5 · 5"]);
    assert!(bench.model.reading.as_ref().unwrap().at == 2);
    // From where one is, not from the difference that was left.
    bench.keys("g6:3<enter>F");
    shows(&bench, &["6/8"]);
    bench.keys("fff");
    shows(&bench, &["No more differences in this direction."]);
    // The code of one is changed: the walk knows.
    bench.keys("g5:1<enter>");
    bench.keys("xcZebra<enter>");
    bench.keys("f");
    shows(&bench, &["1/8 · other boundaries · AK: Zebra · MB: Zebra"]);
    // Together again.
    bench.keys("zs");
    assert!(!bench.screen().contains("AK MB"), "{}", bench.screen());
}

#[test]
fn the_list_of_differences_leads_to_their_passages() {
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::En);
    bench.keys("<f9>");
    shows(&bench, &["1/8", "(IP 5: 1)", "other code", "Alpha", "Zebra", "Coders: AK, MB."]);
    bench.keys("jjjj<enter>");
    shows(&bench, &["5/8 · other code", "AK MB", "IP 6 · 6"]);
    // Of one code only, in the list and in the walk.
    bench.keys("<f9>f");
    shows(&bench, &["Which differences?", "All (8)", "Alpha (8)", "Zebra (2)"]);
    bench.keys("jj<enter>");
    shows(&bench, &["1/2", "Shown are 2 of 8 differences."]);
    bench.keys("<enter>");
    shows(&bench, &["1/2 · other code"]);
    bench.keys("f");
    shows(&bench, &["2/2", "IP 6"]);
    bench.keys("f");
    shows(&bench, &["No more differences"]);
    // What is seen is written.
    let path = study.folder.path().join("differences.csv");
    bench.keys("<f9>X<ctrl-u>").paste(&path.display().to_string()).keys("<enter>");
    let written = std::fs::read_to_string(path).unwrap();
    assert_eq!(written.lines().filter(|line| line.contains("Zebra")).count(), 2, "{written}");
}

/// Hidden again, or seen by somebody else, nothing of the comparison stays.
#[test]
fn what_was_compared_is_gone_when_it_may_not_be_seen_any_more() {
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::En);
    bench.keys("<f9>");
    command(&mut bench, Command::StudyRelease);
    assert!(!bench.screen().contains("other code"), "{}", bench.screen());
    bench.keys("<f9>");
    shows(&bench, &["The coders do not see each other's work yet"]);
    assert!(bench.model.comparing.differences.all.is_empty());
    bench.keys("u<f9>");
    shows(&bench, &["other code"]);
    bench.keys("<f5>j<enter>");
    assert!(bench.model.comparing.differences.all.is_empty());
    assert!(!bench.screen().contains("other code"), "{}", bench.screen());
}

#[test]
fn coders_side_by_side_look_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let (study, _) = differing();
        let mut bench = bench(&study, width, height, lang);
        bench.keys("g5:1<enter>ff");
        insta::assert_snapshot!(format!("side_by_side_{name}"), bench.screen());
        bench.keys("<f9>");
        insta::assert_snapshot!(format!("differences_{name}"), bench.screen());
    }
}

#[test]
fn every_number_of_the_agreement_leads_to_its_passages() {
    let (study, _) = differing();
    let mut bench = bench(&study, 130, 32, Lang::En);
    bench.keys("A");
    // Per code; what differs most stands first.
    shows(&bench, &["Agreement by code", "Alpha", "Zebra", "Cohen's kappa", "Coders: AK, MB."]);
    let screen = bench.screen();
    assert!(screen.find("Alpha").unwrap() < screen.find("Zebra").unwrap(), "{screen}");
    bench.keys("j<enter>");
    shows(&bench, &["Differences", "1/2", "Shown are 2 of 8 differences."]);
    bench.keys("<enter>");
    shows(&bench, &["1/2 · other code · AK: Alpha · MB: Zebra", "AK MB"]);
    // By document.
    bench.keys("At");
    shows(&bench, &["Agreement by document", "IP 5", "IP 6"]);
    bench.keys("j<enter>");
    shows(&bench, &["1/4", "(IP 6: 1)"]);
    // Over all, with the paragraph; two coders are no table of pairs.
    bench.keys("Att");
    shows(&bench, &["Agreement over all codes and documents", "Pooled kappa"]);
    bench.keys("<enter>");
    shows(&bench, &["1/8"]);
    // Which code stands for which.
    bench.keys("Attt");
    shows(&bench, &["Which code stands for which", "not coded"]);
    let view = &bench.model.table;
    assert_eq!(view.content.table.rows.len(), 3);
    bench.keys("ll<enter>");
    shows(&bench, &["1/2", "other code"]);
    bench.keys("Atttl<enter>");
    shows(&bench, &["Here both have the same code: no difference."]);
    bench.keys("lll<enter>");
    shows(&bench, &["1/2", "coded by one only"]);
    // The study changes: what is seen is computed anew.
    bench.keys("A");
    let before = bench.screen();
    bench.keys("g5:1<enter>xA");
    assert_ne!(bench.screen(), before);
}

#[test]
fn what_is_compared_is_set_in_a_form() {
    let (study, _) = differing();
    let mut bench = bench(&study, 110, 32, Lang::En);
    command(&mut bench, Command::AgreementOptions);
    shows(
        &bench,
        &["Agreement: what is compared", "Unit: occurrence, frequency, paragraph, segment, character"],
    );
    // Documents, codes, unit, overlap, figures.
    bench.keys("<tab>").paste("6").keys("<tab>").paste("Alpha").keys("<tab><ctrl-u>").paste("seg");
    bench.keys("<tab><ctrl-u>").paste("50 % shorter").keys("<tab>").paste("no such figure").keys("<enter>");
    shows(&bench, &["Not understood: no such figure", "Agreement: what is compared"]);
    bench.keys("<ctrl-u><enter>");
    shows(&bench, &["Agreement by code", "two are the same from 50 % overlap on"]);
    bench.keys("<enter>");
    shows(&bench, &["1/4", "(IP 6: 1)"]);
    // It is kept for the next time.
    bench.keys("Ar");
    shows(&bench, &["50 shorter"]);
    bench.keys("<esc>");
    let path = study.folder.path().join("agreement.md");
    bench.keys("X<ctrl-u>").paste(&path.display().to_string()).keys("<enter>");
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written.contains("50 % overlap") && written.contains("Alpha"), "{written}");
}

#[test]
fn the_paragraph_for_the_method_section_is_read_and_copied() {
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::De);
    command(&mut bench, Command::AgreementMethod);
    shows(&bench, &["Für den Methodenteil", "Zwischenablage"]);
    let copied = bench.copied.last().unwrap();
    assert!(copied.contains("2 von 2 Interviews") || copied.contains("Beide"), "{copied}");
    bench.keys("<esc>");
    command(&mut bench, Command::Consensual);
    shows(&bench, &["Noch kein Dokument"]);
}

#[test]
fn long_computing_can_be_stopped() {
    use absatz::tui::model::comparing::Computing;
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::En);
    // As it is while the worker is at it.
    bench.model.comparing.computing = Some(Computing { since: 0, show: None, method: false });
    bench.model.progress = 40;
    bench.wait(1_000);
    shows(&bench, &["Computing agreement … 40 % · Esc stops it"]);
    bench.keys("3<esc>");
    shows(&bench, &["Stopped: the figures were not computed."]);
    assert!(bench.model.comparing.computing.is_none());
    // What was computed nonetheless is passed over.
    let progress = absatz::progress::Progress::new();
    progress.cancel();
    let query = ops::agreement::AgreementQuery::default();
    let stopped = ops::agreement::compare_watched(bench.project(), &query, &progress).unwrap_err();
    assert_eq!(stopped.kind, absatz::error::Kind::Cancelled);
}

#[test]
fn a_new_code_asks_once_whether_what_was_coded_is_to_be_revisited() {
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::En);
    bench.keys("2a").paste("New").keys("<enter>");
    shows(&bench, &["2 documents are to be revisited. Should they?"]);
    bench.keys("<enter>");
    shows(&bench, &["↻ IP 5", "↻ IP 6"]);
    // Once answered it holds.
    bench.keys("2a<ctrl-u>").paste("Other").keys("<enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    command(&mut bench, Command::Revisit);
    shows(&bench, &["To revisit", "IP 5", "New", "Other", "added", "1/4"]);
    bench.keys("d");
    shows(&bench, &["1/3", "looked for New once more in document 5"]);
    bench.keys("u");
    shows(&bench, &["/4"]);
    bench.keys("jj<enter>");
    shows(&bench, &["IP 6 · 6"]);
    // The agreement says what it left out: for each of two codes, two documents.
    bench.keys("A");
    let notes = &bench.model.table.content.table.notes;
    assert!(notes.iter().any(|note| note.starts_with("4 pairs of document and code")), "{notes:?}");
}

#[test]
fn what_need_not_be_revisited_is_taken_back() {
    let (study, _) = differing();
    let mut bench = bench(&study, 100, 30, Lang::De);
    bench.keys("2a").paste("Neu").keys("<enter>j<enter>");
    assert!(bench.model.study.waiting.is_empty());
    shows(&bench, &["Neu", "✓ IP 5"]);
    bench.keys("2a<ctrl-u>").paste("Noch einer").keys("<enter>");
    assert!(bench.model.study.waiting.is_empty() && bench.model.overlays.is_empty());
}

#[test]
fn the_coders_are_seen_with_their_documents_and_ones_own_status_is_set() {
    let (study, ..) = study(true);
    let mut bench = bench(&study, 100, 30, Lang::En);
    command(&mut bench, Command::Coders);
    shows(&bench, &["Coders and documents", "IP 5", "in progress", "Coding pass: 1."]);
    assert!(!bench.screen().contains(" MB"), "blind: {}", bench.screen());
    bench.keys("d");
    shows(&bench, &["done", "declared document 5 done"]);
    command(&mut bench, Command::StudyRelease);
    bench.keys("<enter>");
    shows(&bench, &["MB", "1 of 2 documents (50 %) have two coders or more."]);
    bench.keys("j<enter>");
    shows(&bench, &["IP 6 · 6"]);
}
