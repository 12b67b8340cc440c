//! The workbench by key scripts: files written and taken in, and who codes.

use std::path::Path;

use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::store::{Project, coders, codes, codings, documents};
use absatz::tui::testing::Bench;
use tempfile::TempDir;

/// A study in a folder: two transcripts, `Obstacles/Law` on a paragraph of the first, with a summary.
fn study(lang: Lang) -> (TempDir, Bench) {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::ops::codings::Application;
    use absatz::ops::documents::{ImportAs, Source};
    i18n::set_lang(lang);
    let mut project = ops::project::create_in_memory("AK").unwrap();
    for (name, text) in [
        ("IP01.txt", "I: What stands in the way?\nB: Mostly the law.\n"),
        ("IP02.txt", "I: How did it begin?\nB: With a portal.\n"),
    ] {
        let draft = read(name, text.as_bytes(), &ReadOptions::default()).unwrap();
        let source = Source::new(name, text.as_bytes());
        let id = ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap().value;
        if name == "IP01.txt" {
            let law = ops::codes::add(&mut project, "Obstacles/Law", None).unwrap().value;
            let what = Application { codes: vec![law], ..Application::default() };
            ops::codings::apply(&mut project, id, draft.paragraphs[1].span, &what).unwrap();
            ops::summaries::write(&mut project, id, law, "The law hinders.").unwrap();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.absatz");
    project.backup(&path).unwrap();
    let bench = Bench::open(Project::open(&path, None).unwrap(), 120, 40, lang);
    (folder, bench)
}

fn paths(bench: &Bench) -> Vec<String> {
    let tree = codes::tree(&bench.project().read()).unwrap();
    tree.nodes().iter().map(|node| node.path.clone()).collect()
}

fn read(path: &Path) -> String {
    String::from_utf8(std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_grid_is_written_beside_the_project_as_it_is_seen() {
    let (folder, mut bench) = study(Lang::En);
    bench.keys("GX");
    let screen = bench.screen();
    assert!(screen.contains("Export – Summary Grid") && screen.contains("summary-grid.docx"), "{screen}");
    assert!(screen.contains("File: .xlsx, .csv, .docx, .html, .md, .json"), "{screen}");
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty());
    assert!(bench.screen().contains("Written: /"), "{}", bench.screen());
    assert!(std::fs::read(folder.path().join("summary-grid.docx")).unwrap().starts_with(b"PK"));
    // Without the subcodes' segments the parent's cell is empty, with them it is not.
    let target = |name: &str| folder.path().join(name);
    bench.keys("X<ctrl-u>").paste(&target("own.md").display().to_string()).keys("<enter>");
    bench.keys("tX<ctrl-u>").paste(&target("sub.md").display().to_string()).keys("<enter>");
    let times = |name: &str| read(&target(name)).matches("Mostly the law.").count();
    assert_eq!((times("own.md"), times("sub.md")), (1, 2));
    assert!(read(&target("own.md")).contains("The law hinders."));
}

#[test]
fn the_listed_segments_are_written() {
    let (folder, mut bench) = study(Lang::De);
    bench.keys("2<home>j<enter>X");
    let screen = bench.screen();
    assert!(screen.contains("segmente-Obstacles-Law.xlsx"), "{screen}");
    bench.keys("<enter>");
    assert!(bench.screen().contains("Geschrieben: /"), "{}", bench.screen());
    assert!(folder.path().join("segmente-Obstacles-Law.xlsx").is_file());
    // In quotes, as a path comes when a file is dropped on a terminal.
    let quoted = format!("'{}'", folder.path().join("law.csv").display());
    bench.keys("X<ctrl-u>").paste(&quoted).keys("<enter>");
    assert!(read(&folder.path().join("law.csv")).contains("Mostly the law."));
}

#[test]
fn the_coding_guide_goes_out_and_comes_in() {
    let (folder, mut bench) = study(Lang::En);
    bench.keys("2X");
    let screen = bench.screen();
    assert!(screen.contains("coding-guide.docx") && screen.contains(".txt"), "{screen}");
    let guide = folder.path().join("guide.md").display().to_string();
    bench.keys("<ctrl-u>").paste(&guide).keys("<enter>");
    assert!(read(Path::new(&guide)).contains("Law"));

    let text = format!("{}- Trust\n  - Others\n", read(Path::new(&guide)));
    std::fs::write(&guide, text).unwrap();
    bench.keys(":import-codebook<enter>").paste(&guide).keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("guide.md: 2 added, 0 changed, 2 unchanged"), "{screen}");
    assert_eq!(paths(&bench), ["Obstacles", "Obstacles/Law", "Trust", "Trust/Others"]);
    assert!(screen.contains("Others"), "{screen}");
    bench.keys("u");
    assert_eq!(paths(&bench), ["Obstacles", "Obstacles/Law"]);
}

#[test]
fn a_damaged_codebook_changes_nothing_and_its_path_can_be_mended() {
    let (folder, mut bench) = study(Lang::En);
    let file = folder.path().join("broken.json");
    std::fs::write(&file, "{\n  \"format\": oops\n}").unwrap();
    bench.keys(":import-codebook<enter>").paste(&file.display().to_string()).keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("broken.json: Line 2, column"), "{screen}");
    assert!(screen.contains("Take in a codebook"), "{screen}");
    assert_eq!(paths(&bench).len(), 2);
    std::fs::write(&file, "  \n").unwrap();
    bench.keys("<ctrl-u>").paste(&folder.path().join("none.txt").display().to_string()).keys("<enter>");
    assert!(bench.screen().contains("none.txt: "), "{}", bench.screen());
    bench.keys("<ctrl-u>").paste(&folder.path().join("list.txt").display().to_string());
    std::fs::write(folder.path().join("list.txt"), "Obstacles > Law\nObstacles > Money\n").unwrap();
    bench.keys("<enter>");
    assert_eq!(paths(&bench), ["Obstacles", "Obstacles/Law", "Obstacles/Money"]);
    assert!(bench.model.overlays.is_empty());
}

#[test]
fn an_unknown_ending_is_said_and_what_was_typed_stays() {
    let (folder, mut bench) = study(Lang::En);
    bench.keys("GX<ctrl-u>").paste(&folder.path().join("grid.pdf").display().to_string()).keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Known endings of files: .xlsx, .csv, .docx, .html, .md, .json"), "{screen}");
    assert!(screen.contains("grid.pdf"), "{screen}");
    bench.keys("<backspace><backspace><backspace>html<enter>");
    assert!(read(&folder.path().join("grid.html")).contains("The law hinders."));
    // A table format is none of a codebook, and the other way round.
    bench.keys("2X<ctrl-u>").paste("guide.odt").keys("<enter>");
    assert!(bench.screen().contains("Known endings of files: .json, .md"), "{}", bench.screen());
    bench.keys("<esc>");
    assert!(bench.model.overlays.is_empty());
}

#[test]
fn a_file_that_exists_is_overwritten_when_asked_twice() {
    let (folder, mut bench) = study(Lang::En);
    let file = folder.path().join("grid.md");
    std::fs::write(&file, "precious").unwrap();
    bench.keys("GX<ctrl-u>").paste(&file.display().to_string()).keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("grid.md exists: Enter again overwrites it."), "{screen}");
    assert_eq!(read(&file), "precious");
    // Another name in between is another question.
    bench.keys("<backspace><backspace>json<enter>");
    assert_eq!(read(&file), "precious");
    assert!(folder.path().join("grid.json").is_file());
    bench.keys("X<ctrl-u>").paste(&file.display().to_string()).keys("<enter>");
    assert_eq!(read(&file), "precious");
    bench.keys("<enter>");
    assert!(read(&file).contains("The law hinders."));
    assert!(bench.model.overlays.is_empty());
    // Nothing is left beside it.
    let left = std::fs::read_dir(folder.path()).unwrap().filter_map(|entry| entry.ok());
    assert!(!left.into_iter().any(|entry| entry.file_name().to_string_lossy().contains(".tmp")));
}

#[test]
fn where_no_file_can_be_written_the_prompt_stays() {
    let (folder, mut bench) = study(Lang::En);
    let nowhere = folder.path().join("nowhere").join("grid.md");
    bench.keys("GX<ctrl-u>").paste(&nowhere.display().to_string()).keys("<enter>");
    assert!(bench.screen().contains("nowhere"), "{}", bench.screen());
    assert_eq!(bench.model.overlays.len(), 1);
    // `~` is the home directory.
    bench.keys("<ctrl-u>").paste("~/no such folder/grid.md").keys("<enter>");
    let said = bench.model.toast.as_ref().unwrap().text.clone();
    assert!(said.contains("/no such folder") && !said.contains('~'), "{said}");
    std::fs::create_dir(folder.path().join("folder.md")).unwrap();
    bench.keys("<ctrl-u>").paste(&folder.path().join("folder.md").display().to_string()).keys("<enter>");
    assert_eq!(bench.model.overlays.len(), 1);
    if cfg!(target_os = "linux") {
        // Nobody writes there, not even root.
        bench.keys("<ctrl-u>").paste("/proc/grid.md").keys("<enter>");
        assert!(bench.screen().contains("grid.md: "), "{}", bench.screen());
        assert_eq!(bench.model.overlays.len(), 1);
    }
    bench.keys("<ctrl-u><enter>");
    assert!(bench.model.overlays.is_empty());
}

#[test]
fn from_a_transcript_one_is_asked_what_to_export() {
    let (folder, mut bench) = study(Lang::En);
    bench.keys("3:Exportieren<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Export what?") && screen.contains("Coding guide"), "{screen}");
    assert!(!screen.contains("Segments: "), "{screen}");
    bench.keys("2<enter>");
    assert!(folder.path().join("coding-guide.docx").is_file());
    bench.keys("2<home>j<enter>1:Exportieren<enter>");
    assert!(bench.screen().contains("2 Segments: Obstacles/Law"), "{}", bench.screen());
    bench.keys("1<esc>");
    assert!(bench.model.overlays.is_empty());
    use absatz::tui::command::Command;
    use absatz::tui::update::overlays::palette_entries;
    for lang in [Lang::En, Lang::De] {
        i18n::set_lang(lang);
        for typed in ["Export", "exportieren"] {
            assert_eq!(
                palette_entries(&bench.model, typed).first(),
                Some(&Command::Export),
                "{lang:?} {typed}"
            );
        }
    }
}

#[test]
fn the_coders_are_listed_with_the_one_who_works_marked() {
    let (_folder, mut bench) = study(Lang::En);
    bench.keys("<f5>j<enter>MB<enter><f5>");
    let screen = bench.screen();
    assert!(screen.contains("Who codes?") && screen.contains("✓ MB") && screen.contains("AK"), "{screen}");
    assert!(!screen.contains("✓ AK"), "{screen}");
    // Enter on the one who works changes nothing.
    bench.keys("<enter>");
    assert!(bench.screen().contains("MB (blind) · study"), "{}", bench.screen());
    // A coder whose adding is undone is not offered any more.
    bench.keys("<f5>1u<f5>");
    let screen = bench.screen();
    assert!(screen.contains("✓ AK") && !screen.contains("  MB"), "{screen}");
}

#[test]
fn signing_in_reads_everything_again() {
    let (folder, mut bench) = study(Lang::En);
    bench.keys("<f5>j<enter>");
    assert!(bench.screen().contains("New coder"), "{}", bench.screen());
    bench.paste("ak").keys("<enter>");
    let screen = bench.screen();
    assert!(screen.contains("ak") && bench.model.overlays.len() == 1, "{screen}");
    assert_eq!(coders::list(&bench.project().read()).unwrap().len(), 1);
    bench.keys("<ctrl-u>MB<enter>");
    let screen = bench.screen();
    assert!(screen.contains("MB is coding now.") && screen.contains("MB (blind) · study"), "{screen}");
    // A blind coder sees nothing of what the other did, wherever it was shown before.
    let own = |bench: &Bench| {
        let reader = bench.project().read();
        codings::of_document(&reader, documents::by_label(&reader, "1").unwrap().id).unwrap().len()
    };
    assert_eq!(own(&bench), 0);
    assert!(bench.model.reading.as_ref().unwrap().codings.is_empty());
    bench.keys("G");
    assert!(!bench.screen().contains("The law hinders."), "{}", bench.screen());
    // The other way: the list in sight and the grid are read again.
    bench.keys("<f5>1");
    assert!(
        bench.screen().contains("AK (blind) · study") && bench.screen().contains("The law hinders."),
        "{}",
        bench.screen()
    );
    assert_eq!(bench.model.reading.as_ref().unwrap().codings.len(), 1);
    bench.keys("G2<home>j<enter>");
    assert!(bench.screen().contains("Mostly the law."));
    bench.keys("<f5>2");
    assert!(bench.model.listing.segments.is_empty(), "{}", bench.screen());
    // It is remembered in this copy.
    let again = Project::open(&folder.path().join("study.absatz"), None).unwrap();
    assert_eq!(coders::get(&again.read(), again.coder()).unwrap().name, "MB");
}

#[test]
fn a_list_behind_something_else_does_not_outlive_its_reader() {
    let (_folder, mut bench) = study(Lang::En);
    bench.keys("2<home>j<enter><esc>");
    assert_eq!(bench.model.listing.segments.len(), 1);
    bench.keys("<f5>j<enter>MB<enter>4");
    assert!(bench.model.listing.segments.is_empty());
}

#[test]
fn texts_that_were_not_saved_are_offered_to_their_coder() {
    let (_folder, mut bench) = study(Lang::En);
    bench.keys("<f5>j<enter>MB<enter>");
    bench.keys("3jm").paste("half a thou").wait(1_000);
    // The program dies; AK opens the project and goes back to MB.
    let mut project = Project::open(bench.project().path(), Some("AK")).unwrap();
    let ak = project.coder();
    ops::coders::sign_in(&mut project, ak).unwrap();
    let mut again = Bench::open(project, 120, 40, Lang::En);
    assert!(again.model.overlays.is_empty());
    again.keys("<f5>2");
    assert!(again.screen().contains("A text was not saved last time"), "{}", again.screen());
    assert!(again.screen().contains("half a thou"));
}

#[test]
fn the_study_is_written_for_readers_and_only_with_what_is_asked_for() {
    let (folder, mut bench) = study(Lang::En);
    bench.keys(":write-study<enter>");
    let screen = bench.screen();
    assert!(screen.contains("Export – The study for readers") && screen.contains("study.html"), "{screen}");
    assert!(
        screen.contains("File: .html, .docx, .md") && screen.contains("working, coders, times"),
        "{screen}"
    );
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty() && bench.screen().contains("Written: /"), "{}", bench.screen());
    let page = read(&folder.path().join("study.html"));
    assert!(
        page.contains("Mostly the law.")
            && page.contains("The law hinders.")
            && page.contains("With a portal.")
    );
    let coder = regex::Regex::new(r"\bAK\b").unwrap();
    assert!(!coder.is_match(&page));
    // What is there is overwritten only when it is confirmed; a word that nobody knows is named.
    bench.keys(":write-study<enter><tab>").paste("coders, colour").keys("<enter>");
    assert!(bench.screen().contains("“colour” is none of these"), "{}", bench.screen());
    bench.keys("<ctrl-u>").paste("coders").keys("<enter>");
    assert!(bench.screen().contains("study.html exists"), "{}", bench.screen());
    assert!(!coder.is_match(&read(&folder.path().join("study.html"))));
    bench.keys("<enter>");
    assert!(coder.is_match(&read(&folder.path().join("study.html"))));
}

#[test]
fn one_interview_and_what_is_activated_are_written_for_readers() {
    let (folder, mut bench) = study(Lang::De);
    // The transcript is open: the menu asks what.
    bench.keys("1<home>");
    let first = documents::list(&bench.project().read()).unwrap()[0].id;
    bench.keys("j<enter>");
    while bench.model.reading.as_ref().is_some_and(|reading| reading.document != first) {
        bench.keys("1k<enter>");
    }
    bench.keys(":export<enter>");
    let screen = bench.screen();
    assert!(screen.contains("IP 1 zum Lesen") && screen.contains("Die Studie zum Lesen"), "{screen}");
    bench.keys("<esc>:write-study<enter><ctrl-u>");
    let file = folder.path().join("lesen.md");
    bench.paste(&file.display().to_string()).keys("<enter>");
    let text = read(&file);
    assert!(text.contains("Mostly the law.") && text.contains("With a portal."), "{text}");
    bench.model.active.documents.insert(first);
    bench.keys(":write-study<enter>");
    assert!(bench.screen().contains("Aktiviertes zum Lesen: ein Dokument, alle Codes"), "{}", bench.screen());
    bench.keys("<ctrl-u>").paste(&folder.path().join("eins.md").display().to_string()).keys("<enter>");
    let text = read(&folder.path().join("eins.md"));
    assert!(text.contains("Mostly the law.") && !text.contains("With a portal."), "{text}");
}
