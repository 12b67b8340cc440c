//! Names, sealing and erasing in the workbench.

use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{self, Lang};
use absatz::ops;
use absatz::ops::documents::{ImportAs, Source};
use absatz::store::{Project, documents};
use absatz::text::citations::Pattern;
use absatz::tui::testing::Bench;

use crate::support::quick_folder;

const TEXT: &str =
    "I: Who was it?\nB: Mrs Miller came from Oldtown, and Millers are many.\nI: And Miler?\nB: No.\n";

fn study() -> (tempfile::TempDir, Bench) {
    i18n::set_lang(Lang::En);
    let folder = quick_folder();
    let path = folder.path().join("study.absatz");
    let mut project: Project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    for name in ["IP05.txt", "IP06.txt"] {
        let text = format!("{TEXT}## {name}\n");
        let draft = read(name, text.as_bytes(), &ReadOptions::default()).unwrap();
        ops::documents::import(
            &mut project,
            &draft,
            &Source::new(name, text.as_bytes()),
            &ImportAs::default(),
        )
        .unwrap();
    }
    let code = ops::codes::add(&mut project, "Persons", None).unwrap().value;
    let document = documents::list(&project.read()).unwrap()[0].id;
    ops::summaries::write(&mut project, document, code, "Miller is from Oldtown.").unwrap();
    (folder, Bench::open(project, 110, 36, Lang::En))
}

fn command(bench: &mut Bench, name: &str) {
    bench.keys(":").paste(name).keys("<enter>");
}

fn add(bench: &mut Bench, form: &str, replacement: &str, further: &str) {
    bench.keys("a").paste(form).keys("<tab>").paste(replacement).keys("<tab>").paste(further).keys("<enter>");
}

fn shows(bench: &Bench, words: &[&str]) {
    let screen = bench.screen();
    for words in words {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
}

#[test]
fn names_are_listed_changed_and_taken_out() {
    let (_folder, mut bench) = study();
    bench.keys("<f8>");
    shows(&bench, &["Names and their replacements (0)", "No names yet: a adds one."]);
    add(&mut bench, "Miller", "[A]", "Millers=[A]s");
    shows(&bench, &["Miller", "[A]", "Millers=[A]s", "(1)"]);
    // What breaks a rule is said, and what was typed stays to be mended.
    add(&mut bench, "Smith", "like Miller", "");
    shows(&bench, &["listed name", "like Miller"]);
    bench.keys("<tab><tab><ctrl-u>").paste("x").keys("<esc>");
    bench.keys("<enter><tab><ctrl-u>").paste("[M]").keys("<enter>");
    let list = ops::names::list(bench.project()).unwrap();
    assert_eq!((list.names.len(), list.names[0].replacement.as_str()), (1, "[M]"));
    add(&mut bench, "Oldtown", "[town]", "");
    bench.keys("jD");
    assert_eq!(ops::names::list(bench.project()).unwrap().names.len(), 1);
    bench.keys("x");
    shows(&bench, &["exports get replaced names"]);
    bench.keys("<esc>");
    assert!(bench.model.overlays.is_empty());
    // Nothing of the list is in the history.
    let entries = absatz::store::history::list(&bench.project().read(), &Default::default()).unwrap();
    assert!(entries.iter().all(|entry| !entry.arguments.to_string().contains("Mill")));
}

#[test]
fn occurrences_are_walked_through() {
    let (_folder, mut bench) = study();
    bench.keys("<f8>");
    add(&mut bench, "Miller", "[A]", "");
    bench.keys("f");
    shows(&bench, &["Names in the transcripts (2)", "2 occurrences are chosen", "(IP 5: 2)", "Miller → [A]"]);
    bench.keys("<space>");
    shows(&bench, &["One occurrence is chosen"]);
    bench.keys("t");
    shows(&bench, &["Names in all texts of the study (3)", "Summary 5 · Persons"]);
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty(), "the place is shown");
    shows(&bench, &["Mrs Miller came from Oldtown"]);
    bench.keys("<f8>");
    shows(&bench, &["Names in all texts of the study (3)"]);
    bench.keys("<end><enter>");
    shows(&bench, &["This is not in a transcript."]);
    // Words like it become further forms.
    bench.keys("<esc>s");
    shows(&bench, &["Miler (like Miller, 2×)", "Millers (like Miller, 2×)", "→ [A]s"]);
    bench.keys("j<enter>");
    let list = ops::names::list(bench.project()).unwrap();
    assert_eq!(list.names[0].further(), ["Millers=[A]s"]);
    bench.keys("<esc>i");
    shows(&bench, &["What would identify someone", "Listed name", "Miller"]);
    bench.keys("<enter>");
    assert!(bench.model.overlays.is_empty());
    // In German, in a small window.
    i18n::set_lang(Lang::De);
    bench.resize(80, 24).keys("<f8><esc>");
    shows(&bench, &["Namen und ihre Ersetzungen (1)"]);
}

#[test]
fn the_project_is_sealed_when_its_name_is_typed() {
    let (folder, mut bench) = study();
    bench.keys("<f8>");
    add(&mut bench, "Nobody", "[N]", "");
    bench.keys("<esc>");
    command(&mut bench, "seal");
    shows(&bench, &["Seal the project", "Names of the list: 1.", "type study"]);
    bench.keys("stud<enter>");
    shows(&bench, &["That is not the name"]);
    bench.keys("<esc>");
    assert_eq!(ops::names::list(bench.project()).unwrap().names.len(), 1);
    command(&mut bench, "seal");
    bench.keys("study<enter>");
    shows(&bench, &["Gone for good", "nothing up to now can be undone"]);
    bench.keys("<enter>");
    bench.keys("u");
    shows(&bench, &["nothing of yours to undo since the project was sealed"]);
    // One works on in the new file.
    bench.keys("2aNew").keys("<enter>");
    let again = Project::open(&folder.path().join("study.absatz"), None).unwrap();
    assert_eq!(absatz::store::codes::tree(&again.read()).unwrap().nodes().len(), 2);
    bench.keys("u");
    assert_eq!(absatz::store::codes::tree(&again.read()).unwrap().nodes().len(), 1);
}

#[test]
fn an_interview_is_erased_when_its_label_is_typed() {
    let (_folder, mut bench) = study();
    bench.keys("1j<enter>1");
    command(&mut bench, "erase");
    shows(&bench, &["for good", "Document 6 would go"]);
    bench.keys("6<enter>");
    shows(&bench, &["Document 6 is gone"]);
    bench.keys("<enter>");
    assert_eq!(documents::list(&bench.project().read()).unwrap().len(), 1);
    assert!(bench.model.reading.is_none(), "the transcript that was read is gone");
    bench.keys("1<enter>");
    shows(&bench, &["Mrs Miller came"]);
}

#[test]
fn what_is_chosen_is_replaced_and_undone_at_once() {
    let (_folder, mut bench) = study();
    bench.keys("1<enter>1<f8>");
    add(&mut bench, "Miller", "[A]", "Millers=[A]s");
    add(&mut bench, "Oldtown", "[town]", "");
    bench.keys("ft");
    shows(&bench, &["Names in all texts of the study (8)", "8 occurrences are chosen"]);
    bench.keys("<space>r");
    shows(&bench, &["Names in all texts of the study (1)", "Replaced 7 occurrences"]);
    bench.keys("<esc><esc>");
    // The transcript that is open shows the new wording.
    shows(&bench, &["Mrs Miller came from [town], and [A]s are many."]);
    let texts = |bench: &Bench| -> Vec<String> {
        let reader = bench.project().read();
        let all = documents::list(&reader).unwrap();
        all.iter().map(|one| documents::text(&reader, one.id).unwrap().as_str().to_owned()).collect()
    };
    assert!(texts(&bench)[1].contains("Mrs [A] came from [town], and [A]s"));
    bench.keys("u");
    assert!(texts(&bench).iter().all(|text| text.contains("Mrs Miller came from Oldtown, and Millers")));
}

#[test]
fn long_work_shows_how_far_it_is_and_is_stopped_by_esc_alone() {
    use absatz::tui::effect::{Effect, Work};
    use absatz::tui::keys;
    use absatz::tui::msg::Msg;
    use absatz::tui::update::update;
    let (_folder, mut bench) = study();
    bench.keys("<f8>");
    add(&mut bench, "Miller", "[A]", "");
    bench.keys("f");
    // What the worker is asked for, and not done yet.
    let press = |bench: &mut Bench, script: &str| -> Vec<Effect> {
        let keys = keys::sequence(script).unwrap();
        keys.into_iter().flat_map(|key| update(&mut bench.model, Msg::Key(key))).collect()
    };
    let asked = press(&mut bench, "r");
    assert!(matches!(&asked[..], [Effect::Work(work)] if work.is_long() && !work.holds_keys()), "{asked:?}");
    assert!(bench.model.working());
    bench.send(Msg::Progress(40));
    bench.wait(500);
    shows(&bench, &["Replacing 2 occurrences", "██", "░░", "Esc stops it; nothing is changed then"]);
    // No key goes through to what lies below.
    assert!(press(&mut bench, "rqfux<enter>").is_empty());
    assert!(matches!(&press(&mut bench, "<esc>")[..], [Effect::Stop]));
    bench.wait(10);
    shows(&bench, &["Stopping"]);
    let [Effect::Work(Work::Names(ask))] = &asked[..] else { unreachable!() };
    // The worker, where the work was stopped.
    let (path, progress) = (bench.project().path().to_path_buf(), absatz::progress::Progress::new());
    progress.cancel();
    let (orders, inbox) = std::sync::mpsc::channel();
    let (outbox, answers) = std::sync::mpsc::channel();
    let worker = absatz::tui::worker::Worker::new(Project::open(&path, None).unwrap());
    orders.send(absatz::tui::worker::Order::Long(Work::Names(ask.clone()), progress)).unwrap();
    drop(orders);
    worker.serve(&inbox, &outbox);
    drop(outbox);
    for message in answers {
        bench.send(message);
    }
    bench.wait(10);
    assert!(!bench.model.working());
    shows(&bench, &["Names in the transcripts (2)", "Stopped; nothing was changed."]);
    let reader = bench.project().read();
    let all = documents::list(&reader).unwrap();
    assert!(documents::text(&reader, all[0].id).unwrap().as_str().contains("Mrs Miller"));
}
