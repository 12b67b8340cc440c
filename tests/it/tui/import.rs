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
    put("notes.jpg", b"%PDF-1.7");
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
        "4 B 2:05  B: [00:02:05] Doch.",
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
    bench.keys("I").paste(folder.path().to_str().unwrap()).keys("<enter>");
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
        "2 of 5 can be imported",
        "IP4.docx cannot be unpacked",
        "IP4.docx: cannot be read",
        "IP5.txt: skipped",
        "IP5.txt is in the project already, as document 2.",
        "IP2.txt: skipped",
        "The label “2” is taken by “IP02”.",
        "IP3.txt → IP 3",
    ] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    assert!(!screen.contains("notes.jpg"), "{screen}");
    bench.keys("<enter>");
    assert_eq!(labels(&bench), ["1", "2", "3", "10"]);
    let screen = bench.screen();
    for words in [
        "2 transcripts imported",
        "2 of 5 imported.",
        "✓ IP10.txt  10           4        12  I, B",
        "✗ IP4.docx",
        "IP4.docx cannot be unpacked",
        "The label “2” is taken by “IP02”.",
    ] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    // The summary stays until it is closed.
    bench.wait(20_000).keys("<esc>");
    assert!(bench.model.overlays.is_empty());
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

/// A small study and a window with the preview of these files in a folder.
fn previewed(files: &[(&str, &str)]) -> (tempfile::TempDir, Bench) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let mut bench = small(120, 40);
    bench.keys("I").paste(folder.path().to_str().unwrap()).keys("<enter>");
    (folder, bench)
}

#[track_caller]
fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

#[test]
fn every_choice_is_a_key_and_is_read_again_at_once() {
    let text = "# Titel\n\nI: Wie? #00:00:04-0#\n\nB: So. #00:00:09-0#\nI: Und?\nB: Ja.\n";
    let (_folder, mut bench) = previewed(&[("IP10.md", text)]);
    shows(
        &bench,
        &["labels marked", "times marked", "stamps by place", "2 stamps; they are ends", "5 numbered"],
    );
    bench.keys("h");
    shows(&bench, &["headings not numbered", "4 numbered"]);
    bench.keys("l");
    shows(&bench, &["empty lines numbered", "7 numbered"]);
    bench.keys("t");
    shows(&bench, &["stamps are starts", "2 stamps; they are starts", "I 0:04"]);
    bench.keys("b");
    shows(&bench, &["labels cut out"]);
    assert!(!bench.screen().contains("I: Wie?"), "{}", bench.screen());
    bench.keys("m");
    shows(&bench, &["times cut out"]);
    assert!(!bench.screen().contains("#00:00:04-0#"), "{}", bench.screen());
    bench.keys("ww");
    shows(&bench, &["lines joined where wrapped"]);
    bench.keys("ee");
    shows(&bench, &["encoding windows-1252"]);
    bench.keys("<enter>");
    assert_eq!(labels(&bench), ["1", "2", "10"]);
    let id = documents::by_label(&bench.project().read(), "10").unwrap().id;
    let text = documents::text(&bench.project().read(), id).unwrap();
    assert_eq!(text.as_str(), "Titel\n\nWie?\n\nSo.\nUnd?\nJa.\n");
}

#[test]
fn speakers_are_confirmed_in_a_list() {
    let text = "I: Wie?\nB: So.\nKrause: Kaffee?\nB: Gern.\n10:30 Uhr: Pause\nSK: Und?\nI: Gut.\nSK: Ja.\n";
    let (_folder, mut bench) = previewed(&[("IP10.txt", text)]);
    // Whose words they would be is said, and the key that changes it: no option of the command line.
    shows(&bench, &["occurs only once was not taken for one: “Krause”", "It can be named as a speaker. (s)"]);
    assert!(!bench.screen().contains("--"), "{}", bench.screen());
    bench.keys("s");
    shows(
        &bench,
        &[
            "Speakers of IP10.txt",
            "[×] I",
            "2 paragraphs · asks",
            "[ ] Krause",
            "occurs once",
            "[ ] 10:30 Uhr",
        ],
    );
    // SK asks too, Krause speaks, B does not.
    bench.keys("jji").keys("<end>k<space>");
    shows(&bench, &["[×] Krause"]);
    bench.keys("<home>j<space>");
    shows(&bench, &["[ ] B ", "switched off"]);
    bench.keys("<esc>");
    shows(&bench, &["· Krause (one paragraph) · SK (interviewer, 2", "4 Krause  B: Gern."]);
    bench.keys("<enter>");
    let id = documents::by_label(&bench.project().read(), "10").unwrap().id;
    let speakers = documents::speakers(&bench.project().read(), id).unwrap();
    let seen: Vec<(&str, &str)> = speakers.iter().map(|s| (s.label.as_str(), s.role.name())).collect();
    assert_eq!(seen, [("I", "interviewer"), ("Krause", "interviewee"), ("SK", "interviewer")]);
}

#[test]
fn documents_are_named_grouped_and_left_out_before_they_come_in() {
    let (_folder, mut bench) = previewed(&[
        ("IP2.txt", "I: Why?\nB: Because.\n"),
        ("IP3.txt", "I: Who?\nB: We.\n"),
        ("IP4.txt", "I: When?\nB: Now.\n"),
    ]);
    shows(&bench, &["2 of 3 can be imported", "IP2.txt: skipped", "The label “2” is taken"]);
    // A label that is taken is mended here.
    bench.keys("r<ctrl-u>22<tab> Land<tab>Bund<enter>");
    shows(&bench, &["3 of 3 can be imported", "IP2.txt → IP 22 · IP2 Land · Bund"]);
    bench.keys("jd");
    shows(&bench, &["2 of 3 can be imported", "IP3.txt: left out"]);
    bench.keys("jg<ctrl-u>Alle<enter>");
    shows(&bench, &["IP4.txt → IP 4 · Alle"]);
    // What one file needs can be said of all.
    bench.keys("ba").keys("k");
    shows(&bench, &["labels cut out"]);
    bench.keys("<enter>");
    shows(&bench, &["2 of 3 imported.", "You leave it out"]);
    bench.keys("<enter>");
    let all = documents::list(&bench.project().read()).unwrap();
    let seen: Vec<(&str, &str, Option<&str>)> =
        all.iter().map(|d| (d.label.as_str(), d.title.as_str(), d.group.as_deref())).collect();
    assert_eq!(seen[..2], [("22", "IP2 Land", Some("Alle")), ("4", "IP4", Some("Alle"))]);
    bench.keys("u");
    assert_eq!(labels(&bench), ["1", "2"]);
}

#[test]
fn a_file_with_many_interviews_is_shown_as_many() {
    let text = "#TEXT Land\\IP 5\nI: Wie?\nB: So.\n#TEXT IP 6\nI: Und?\nB: Ja.\n";
    let (_folder, mut bench) = previewed(&[("many.txt", text)]);
    shows(&bench, &["many.txt 1/2 → IP 5", "many.txt 2/2 → IP 6", "split at #TEXT", "· Land"]);
    bench.keys("p");
    shows(&bench, &["many.txt → IP many", "not split at #TEXT", "#TEXT IP 6"]);
    bench.keys("p<enter><esc>");
    assert_eq!(labels(&bench), ["5", "1", "2", "6"], "one is in a group");
    bench.keys("u");
    assert_eq!(labels(&bench), ["1", "2"]);
}

#[test]
fn an_import_that_is_stopped_keeps_what_is_done() {
    use absatz::tui::effect::{Effect, Work};
    use absatz::tui::msg::Msg;
    use absatz::tui::update::update;
    let (_folder, mut bench) =
        previewed(&[("IP3.txt", "I: Who?\nB: We.\n"), ("IP4.txt", "I: When?\nB: Now.\n")]);
    let press = |bench: &mut Bench, script: &str| {
        let keys = absatz::tui::keys::sequence(script).unwrap();
        keys.into_iter().flat_map(|key| update(&mut bench.model, Msg::Key(key))).collect::<Vec<_>>()
    };
    let effects = press(&mut bench, "<enter>");
    let [Effect::Work(Work::Import { items, from: 0, batch: None })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    bench.draw();
    shows(&bench, &["0 of 2 · IP3.txt", "Esc stops"]);
    // The first is stored, Esc comes before the second.
    assert!(press(&mut bench, "<esc>").is_empty());
    let document = documents::list(&bench.project().read()).unwrap()[0].id;
    let stored = Msg::Stored {
        batch: "b".into(),
        results: vec![(items[0].at, Ok(document))],
        changed: Default::default(),
    };
    let effects = update(&mut bench.model, stored);
    assert!(matches!(effects.as_slice(), [Effect::Work(Work::Imported { documents: 1, .. })]), "{effects:?}");
    bench.draw();
    shows(&bench, &["1 of 2 imported.", "✓ IP3.txt", "– IP4.txt", "it was stopped before"]);
}

#[test]
fn the_preview_in_both_languages() {
    for (lang, width, height, name) in [(Lang::En, 120, 40, "en"), (Lang::De, 80, 24, "de")] {
        let folder = incoming();
        let text = "Mara Lind  0:01\nAlso fangen wir an.\n\nTom Berg  0:09\nZwölf Beete.\nKrause: Kaffee?\n\nTranscribed by https://otter.ai\n";
        std::fs::write(folder.path().join("IP1a.txt"), text).unwrap();
        i18n::set_lang(lang);
        let mut bench = Bench::open(super::small_project(), width, height, lang);
        bench.keys("I").paste(folder.path().to_str().unwrap()).keys("<enter>");
        insta::assert_snapshot!(format!("preview_{name}"), bench.screen());
        bench.keys("s");
        insta::assert_snapshot!(format!("preview_speakers_{name}"), bench.screen());
        bench.keys("<esc><enter>");
        insta::assert_snapshot!(format!("preview_done_{name}"), bench.screen());
    }
}

#[test]
fn the_columns_of_a_table_are_asked_for_with_a_key_and_given() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (0..12)
        .map(|n| format!("Das ist Satz {n} aus dem Gespräch,This is sentence {n} of the talk\n"))
        .collect();
    std::fs::write(folder.path().join("IP7.csv"), format!("Original,Translation\n{rows}")).unwrap();
    let mut bench = small(80, 24);
    bench.keys("I").paste(folder.path().join("IP7.csv").to_str().unwrap()).keys("<enter>");
    let flat = |bench: &Bench| bench.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    // The key of the workbench, and no option of the command line.
    for words in ["which column of IP7.csv holds the words", "is enough. (f)", "f columns, sheet …"] {
        assert!(flat(&bench).contains(words), "{words}:\n{}", bench.screen());
    }
    assert!(!bench.screen().contains("--"), "{}", bench.screen());
    bench.keys("f").paste("Translation").keys("<enter>");
    assert!(flat(&bench).contains("This is sentence 0 of the talk"), "{}", bench.screen());
    // What was given stands in the form; another column, and one that is not there.
    bench.keys("f<ctrl-u>A<enter>");
    assert!(flat(&bench).contains("Das ist Satz 0 aus dem Gespräch"), "{}", bench.screen());
    bench.keys("f<tab>Z<enter>");
    assert!(flat(&bench).contains("There is no column “Z”"), "{}", bench.screen());
    bench.keys("f<tab><ctrl-u><enter><enter>");
    assert_eq!(labels(&bench), ["1", "2", "7"]);
}

#[test]
fn tiers_are_named_with_a_key() {
    let mut bench = small(100, 30);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/synthetic/elan.eaf");
    bench.keys("I").paste(file).keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Tiers left out: B-en (1). Those to read can be named. (v)"), "{screen}");
    bench.keys("v").paste("I, B-en").keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Tiers left out: B (1)"), "{screen}");
}

#[test]
fn what_is_in_the_project_already_is_imported_once_more_with_a_key() {
    let folder = incoming();
    let mut bench = small(100, 30);
    bench.keys("I").paste(folder.path().join("IP5.txt").to_str().unwrap()).keys("<enter>");
    assert_eq!(labels(&bench), ["1", "2"]);
    let screen = bench.screen();
    assert!(screen.contains("it can also be imported once more. (n)"), "{screen}");
    bench.keys("n");
    assert!(!bench.screen().contains("in the project already"), "{}", bench.screen());
    bench.keys("<enter>");
    assert_eq!(labels(&bench), ["1", "2", "5"]);
}

#[test]
fn a_document_is_read_anew_from_a_file_after_the_same_preview() {
    let folder = incoming();
    let of = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(
        folder.path().join("IP01.txt"),
        "I: What stands in the way?\nB: The law.\nKrause: And people.\n",
    )
    .unwrap();
    let mut bench = small(100, 30);
    bench.keys("1A");
    shows(&bench, &["Read IP 1 anew", "Path of the file", "label, title, group"]);
    // One file, not a folder.
    bench.paste(folder.path().to_str().unwrap()).keys("<enter>");
    shows(&bench, &["6 files are meant", "Read IP 1 anew"]);
    bench.keys("<ctrl-u>").paste(&of("IP01.txt")).keys("<enter>");
    shows(
        &bench,
        &["Read IP 1 anew: what was found", "IP01.txt → IP 1", "3 numbered paragraphs", "Enter read it anew"],
    );
    // Its name stays, so there is no key for one; how the file is read can be chosen.
    assert!(!bench.screen().contains("label, title, group …"), "{}", bench.screen());
    bench.keys("s");
    shows(&bench, &["[ ] Krause"]);
    bench.keys("<end><space><esc>");
    let text = |bench: &Bench| {
        let reader = bench.project().read();
        documents::text(&reader, documents::by_label(&reader, "1").unwrap().id).unwrap().as_str().to_owned()
    };
    let was = text(&bench);
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    shows(&bench, &["read document 1 anew from IP01.txt", "And people."]);
    assert_eq!(labels(&bench), ["1", "2"]);
    assert!(text(&bench).contains("The law.\nKrause: And people."));
    let id = documents::by_label(&bench.project().read(), "1").unwrap().id;
    let speakers = documents::speakers(&bench.project().read(), id).unwrap();
    assert_eq!(speakers.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), ["I", "B", "Krause"]);
    bench.keys("u");
    assert_eq!(text(&bench), was);
}

#[test]
fn a_document_is_not_read_anew_where_something_refers_to_it_or_the_file_is_another_one() {
    let folder = incoming();
    let mut bench = small(100, 30);
    bench.keys("1A").paste(folder.path().join("IP5.txt").to_str().unwrap()).keys("<enter>");
    shows(&bench, &["IP5.txt is in the project already, as document 2.", "nothing to import"]);
    bench.keys("<esc>3jcmon<enter>1A");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    let said = bench.model.toast.as_ref().unwrap().text.clone();
    assert!(
        said.starts_with("Document 1 cannot be read anew, as something refers to its text: one coding."),
        "{said}"
    );
    // The way out is one of the workbench.
    assert!(said.contains("E in the transcript") && !said.contains("absatz edit"), "{said}");
    // Of a file with many interviews one is taken.
    let many = folder.path().join("all.txt");
    std::fs::write(&many, "#TEXT IP 7\nI: Eins?\nB: Ja.\n#TEXT IP 8\nI: Zwei?\nB: Nein.\n").unwrap();
    bench.keys("1jA").paste(many.to_str().unwrap()).keys("<enter>");
    shows(&bench, &["all.txt holds 2 interviews, not one."]);
    bench.keys("<enter>");
    shows(&bench, &["None of these files"]);
    bench.keys("d<enter><esc>");
    let reader = bench.project().read();
    let two = documents::by_label(&reader, "2").unwrap();
    assert_eq!(documents::text(&reader, two.id).unwrap().as_str(), "I: Zwei?\nB: Nein.");
}

#[test]
fn the_code_page_of_an_rtf_file_can_be_named() {
    let rtf = "{\\rtf1\\ansi\\ansicpg1252 I: Wie?\\par B: Gro\\'df.\\par}";
    let (_folder, mut bench) = previewed(&[("IP10.rtf", rtf)]);
    shows(&bench, &["e code page as the file says", "B: Groß."]);
    bench.keys("ee");
    shows(&bench, &["e encoding windows-1250", "B: Groß."]);
    bench.keys("ee");
    shows(&bench, &["e encoding macintosh", "B: Groﬂ."]);
    bench.keys("e");
    shows(&bench, &["e code page as the file says", "B: Groß."]);
}

#[test]
fn a_message_that_is_too_long_takes_more_rows() {
    let mut bench = small(80, 24);
    bench.keys("3p");
    let screen = bench.screen();
    let said = bench.model.toast.as_ref().unwrap().text.clone();
    assert!(said.chars().count() > 80, "{said}");
    for word in said.split_whitespace() {
        assert!(screen.contains(word), "{word}:\n{screen}");
    }
    bench.keys("j");
    assert!(bench.model.toast.is_none());
}
