//! Importing in the workbench: shown first, confirmed, undone in one.

use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::store::documents;
use absatz::tui::testing::Bench;

use super::{coded, small};

/// A folder with transcripts, one of them damaged, one in the project already.
fn incoming() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    put("IP10.txt", "I: Und?\nB: Größe zählt.\nI: Ach.\nB: [00:02:05] Doch.\n".as_bytes());
    put("IP3.txt", b"I: Why?\nB: Because.\n");
    put("IP4.docx", b"PK\x03\x04 this is no package");
    put("IP5.txt", b"I: How did it begin?\nB: With a portal.\n");
    put("IP2.txt", b"I: Another one\nB: with a label that is taken.\n");
    put("notes.pdf", b"%PDF-1.7");
    folder
}

fn labels(bench: &Bench) -> Vec<String> {
    let all = documents::list(&bench.project().read()).unwrap();
    all.into_iter().map(|document| document.label).collect()
}

#[test]
fn an_import_shows_what_was_found_and_writes_nothing_before_it_is_confirmed() {
    let folder = incoming();
    let mut bench = small(80, 24);
    bench.keys("I").paste(folder.path().join("IP10.txt").to_str().unwrap()).keys("<enter>");
    let screen = bench.screen();
    for words in [
        "IP10.txt → IP 10",
        "4 numbered paragraphs, 12 words · txt, UTF-8",
        "I (interviewer, 2 paragraphs) · B (2 paragraphs)",
        "One paragraph with a time",
        "4 B: [00:02:05] Doch.",
        "Enter import it",
    ] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    assert_eq!(labels(&bench), ["1", "2"]);
    bench.keys("<esc>");
    assert!(bench.model.overlays.is_empty());
    assert_eq!(labels(&bench), ["1", "2"]);
    // A small window and the other language.
    i18n::set_lang(Lang::De);
    bench.keys("I").paste(folder.path().to_str().unwrap()).keys("<enter>").keys("<end>");
    assert!(bench.screen().contains("Enter importiert 2 Transkripte"), "{}", bench.screen());
    assert!(bench.screen().contains("IP10.txt → IP 10"), "{}", bench.screen());
    assert_eq!(labels(&bench), ["1", "2"]);
}

#[test]
fn a_folder_is_imported_as_one_and_what_is_damaged_or_there_is_named() {
    let folder = incoming();
    let mut bench = small(120, 40);
    bench.keys("I").paste(folder.path().to_str().unwrap()).keys("<enter>");
    let screen = bench.screen();
    for words in [
        "2 of 5 files can be imported",
        "IP4.docx: cannot be read",
        "IP5.txt: skipped",
        "IP5.txt is in the project already, as document 2.",
        "IP2.txt: skipped",
        "The label “2” is taken by “IP02”.",
        "IP3.txt → IP 3",
    ] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    assert!(!screen.contains("notes.pdf"), "{screen}");
    bench.keys("<enter>");
    assert_eq!(labels(&bench), ["1", "2", "3", "10"]);
    assert!(bench.screen().contains("2 transcripts imported"), "{}", bench.screen());
    // What was read before is read on.
    assert!(bench.screen().contains("What stands in the way?"), "{}", bench.screen());
    bench.keys("u");
    assert_eq!(labels(&bench), ["1", "2"]);
    bench.keys("<ctrl-r>");
    assert_eq!(labels(&bench), ["1", "2", "3", "10"]);
}

#[test]
fn who_has_nothing_to_read_reads_what_was_imported() {
    let folder = incoming();
    let mut bench = Bench::open(ops::project::create_in_memory("AK").unwrap(), 100, 30, Lang::En);
    bench.keys("I").paste(folder.path().join("*3.TXT").to_str().unwrap()).keys("<enter><enter>");
    assert_eq!(labels(&bench), ["3"]);
    assert!(bench.screen().contains("B: Because."), "{}", bench.screen());
    // The keys are in the transcript.
    bench.keys("jcReasons<enter>");
    assert_eq!(coded(&bench, "3"), ["Reasons: Because."]);
}

#[test]
fn a_path_that_means_nothing_is_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = small(100, 30);
    for typed in ["nowhere.txt", "*.docx"] {
        let path = folder.path().join(typed);
        bench.keys("I<ctrl-u>").paste(path.to_str().unwrap()).keys("<enter>");
        assert!(bench.model.toast.is_some());
        let screen = bench.screen();
        assert!(screen.contains("Path of a file or folder") && screen.contains(typed), "{screen}");
        bench.keys("<esc>");
    }
    assert_eq!(labels(&bench), ["1", "2"]);
    // A folder in which nothing can be read is shown, and Enter says why it does nothing.
    std::fs::write(folder.path().join("IP9.docx"), b"PK\x03\x04 no").unwrap();
    bench.keys("I").paste(folder.path().to_str().unwrap()).keys("<enter><enter>");
    assert!(bench.screen().contains("nothing to import"), "{}", bench.screen());
    assert_eq!(bench.model.overlays.len(), 1);
    bench.keys("<esc>");
    assert!(bench.model.overlays.is_empty());
}
