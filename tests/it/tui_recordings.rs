//! The workbench by key scripts: recordings, consent, guides, protocols, the logbook.

use absatz::i18n::{self, Lang};
use absatz::model::consent::Quotations;
use absatz::model::guides::Stage;
use absatz::model::memos::MemoOn;
use absatz::ops;
use absatz::ops::consent::ConsentChange;
use absatz::store::{Project, consent, documents, guides, media, memos};
use absatz::tui::testing::Bench;
use tempfile::TempDir;

/// Two interviews in a folder, the first with times at its second paragraph; a group.
fn study(width: u16, height: u16, lang: Lang) -> (TempDir, Bench) {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::ops::documents::{ImportAs, Source};
    i18n::set_lang(lang);
    let mut project = ops::project::create_in_memory("AK").unwrap();
    for (name, text) in [
        ("IP01.txt", "I: What stands in the way?\nB: Mostly the law.\nI: And money?\nB: Money is there.\n"),
        ("IP02.txt", "I: How did it begin?\nB: With a portal.\n"),
    ] {
        let draft = read(name, text.as_bytes(), &ReadOptions::default()).unwrap();
        let wanted = ImportAs { group: Some("Land".to_owned()), ..ImportAs::default() };
        let source = Source::new(name, text.as_bytes());
        ops::documents::import(&mut project, &draft, &source, &wanted).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.absatz");
    project.backup(&path).unwrap();
    std::fs::write(folder.path().join("IP01 a.mp3"), "sound").unwrap();
    let bench = Bench::open(Project::open(&path, None).unwrap(), width, height, lang);
    (folder, bench)
}

fn document(bench: &Bench, label: &str) -> absatz::model::documents::Document {
    documents::by_label(&bench.project().read(), label).unwrap()
}

fn times(bench: &Bench) -> Vec<(Option<u32>, Option<u32>)> {
    let all = documents::paragraphs(&bench.project().read(), document(bench, "1").id).unwrap();
    all.iter().map(|paragraph| (paragraph.time, paragraph.end_time)).collect()
}

fn attach(folder: &TempDir, bench: &mut Bench) {
    let file = folder.path().join("IP01 a.mp3").display().to_string();
    bench.keys("1R").paste(&file).keys("<enter>");
}

#[test]
fn a_recording_is_attached_by_its_path_and_a_slip_is_mended() {
    let (folder, mut bench) = study(120, 40, Lang::En);
    bench.keys("1R");
    assert!(bench.screen().contains("Attach a recording to IP 1"), "{}", bench.screen());
    bench.paste(&folder.path().join("IP01 b.mp3").display().to_string()).keys("<enter>");
    assert!(bench.screen().contains("There is no file"), "{}", bench.screen());
    assert_eq!(bench.model.overlays.len(), 1, "the path can be mended");
    bench.keys("<backspace><backspace><backspace><backspace><backspace>a.mp3<enter>");
    assert!(bench.screen().contains("attached the recording IP01 a.mp3 to document 1"), "{}", bench.screen());
    assert!(bench.model.overlays.is_empty());
    // With one there, the key offers what can be done with it.
    bench.keys("R");
    let screen = bench.screen();
    for words in ["times late by 0 s", "lies somewhere else", "Detach IP01 a.mp3", "Attach a recording"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    bench.keys("1<ctrl-u>soon<enter>");
    assert!(bench.screen().contains("“soon” is no number of seconds"), "{}", bench.screen());
    bench.keys("<ctrl-u>+2.5<enter>");
    let all = media::list(&bench.project().read()).unwrap();
    assert_eq!(all[0].shift, 2_500);
    bench.keys("u");
    assert_eq!(media::list(&bench.project().read()).unwrap()[0].shift, 0);
    bench.keys("R3");
    assert!(media::list(&bench.project().read()).unwrap().is_empty());
    assert!(folder.path().join("IP01 a.mp3").exists());
}

#[test]
fn a_time_is_set_by_hand_shown_and_undone() {
    let (folder, mut bench) = study(100, 30, Lang::En);
    attach(&folder, &mut bench);
    bench.keys("3jt");
    assert!(bench.screen().contains("When (IP 1: 2) begins"), "{}", bench.screen());
    bench.keys("1:75<enter>");
    assert!(bench.screen().contains("“1:75” is no time"), "{}", bench.screen());
    bench.keys("<ctrl-u>12:40<tab>12:30<enter>");
    assert!(bench.screen().contains("It cannot end at 0:12:30"), "{}", bench.screen());
    bench.keys("<ctrl-u>12:50<enter>");
    assert_eq!(times(&bench)[1], (Some(760_000), Some(770_000)));
    bench.wait(10_000).keys("jk");
    assert!(bench.screen().contains("(IP 1: 2) · 0:12:40"), "{}", bench.screen());
    // What is there stands in the form; emptied, it is gone.
    bench.keys("t");
    assert!(bench.screen().contains("0:12:40") && bench.screen().contains("0:12:50"), "{}", bench.screen());
    bench.keys("<ctrl-u><tab><ctrl-u><enter>");
    assert_eq!(times(&bench)[1], (None, None));
    bench.keys("u");
    assert_eq!(times(&bench)[1].0, Some(760_000));
    bench.keys("t<esc>");
    assert_eq!(times(&bench)[1].0, Some(760_000));
}

#[test]
fn what_cannot_be_played_is_said_with_the_way_out() {
    let (folder, mut bench) = study(160, 30, Lang::En);
    bench.keys("3jp");
    assert!(bench.screen().contains("1 has no recording"), "{}", bench.screen());
    attach(&folder, &mut bench);
    bench.keys("3p");
    assert!(
        bench.screen().contains("Neither (IP 1: 2) nor any paragraph before it has a time"),
        "{}",
        bench.screen()
    );
    std::fs::remove_file(folder.path().join("IP01 a.mp3")).unwrap();
    bench.keys("t12:40<enter>p");
    assert!(bench.screen().contains("IP01 a.mp3 is not there on this machine"), "{}", bench.screen());
    assert!(bench.played.is_empty() && bench.model.playing.is_none());
}

/// The player is an answer of the worker; how it is found is tested with the command line, where the environment is ours.
#[test]
fn a_second_press_stops_and_an_error_of_the_player_is_shown() {
    use absatz::error::{Error, Kind};
    use absatz::tui::msg::Msg;
    let (_folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("3j");
    let command = vec!["mpv".to_owned(), "--start=760".to_owned(), "/a b.mp3".to_owned()];
    let said = "a b.mp3 from 0:12:40, (IP 1: 2)".to_owned();
    bench.send(Msg::Play { command: command.clone(), said: said.clone() });
    bench.draw();
    assert_eq!(bench.played, std::slice::from_ref(&command));
    let screen = bench.screen();
    assert!(screen.contains("from 0:12:40, (IP 1: 2) · p stops") && screen.contains("♪ · AK"), "{screen}");
    bench.keys("p");
    assert_eq!((bench.played.len(), bench.stopped), (1, 1));
    assert!(!bench.screen().contains("♪"), "{}", bench.screen());
    bench.send(Msg::Play { command, said });
    bench.send(Msg::PlayerEnded(Err(Error::new(Kind::Io, "The player mpv says: no sound"))));
    bench.draw();
    assert!(bench.screen().contains("says: no sound"), "{}", bench.screen());
    assert!(bench.model.playing.is_none());
}

#[test]
fn consent_is_written_down_in_a_form_and_withdrawal_is_seen() {
    let (_folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("1C");
    assert!(bench.screen().contains("Consent of IP 1"), "{}", bench.screen());
    bench.keys("2026-02-30<enter>");
    assert!(bench.screen().contains("“2026-02-30” is no day"), "{}", bench.screen());
    bench.keys("<ctrl-u>2026-02-11<tab><ctrl-u>perhaps<enter>");
    assert!(bench.screen().contains("“perhaps” is none of the answers"), "{}", bench.screen());
    bench.keys("<ctrl-u>anonymous<tab>thesis<enter>");
    let id = document(&bench, "1").id;
    let row = consent::of_person(&bench.project().read(), id, None).unwrap().unwrap();
    assert_eq!((row.given.as_deref(), row.quotations), (Some("2026-02-11"), Quotations::Anonymous));
    assert_eq!(row.scope, "thesis");
    // What was copied is copied; that it may not be quoted so is said beside it.
    bench.keys("3jy");
    assert_eq!(bench.copied.len(), 1);
    assert!(bench.screen().contains("may be quoted without what tells who it was"), "{}", bench.screen());
    bench.keys("1C<tab><tab><tab><tab><tab>2026-02-20<enter>");
    let screen = bench.screen();
    assert!(screen.contains("IP 1 ⊘ withdrawn"), "{screen}");
    bench.keys("3y");
    assert!(bench.screen().contains("the consent was withdrawn"), "{}", bench.screen());
    bench.keys("uu").wait(20_000);
    assert!(!bench.screen().contains("withdrawn"), "{}", bench.screen());
}

#[test]
fn quoting_is_silent_where_nobody_writes_consents_down() {
    let (_folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("3jy");
    assert!(bench.screen().contains("Copied with its citation (IP 1: 2)"), "{}", bench.screen());
}

#[test]
fn a_passage_that_was_put_before_the_person_has_its_answer() {
    let (_folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("3j:release-quotation<enter>");
    assert!(bench.screen().contains("What became of the passage?"), "{}", bench.screen());
    bench.keys("3Law is everywhere.<enter>");
    let found = consent::releases(&bench.project().read(), None).unwrap();
    assert_eq!((found[0].answer.name(), found[0].wording.as_str()), ("changed", "Law is everywhere."));
    bench.keys("y");
    assert!(bench.screen().contains("in these words: Law is everywhere."), "{}", bench.screen());
}

#[test]
fn in_a_joint_interview_one_is_asked_whose_consent_it_is() {
    let (folder, mut bench) = study(100, 30, Lang::En);
    let raw = crate::support::raw(&folder.path().join("study.absatz"));
    raw.execute_batch(
        "INSERT INTO person (uuid, name, position) VALUES ('a', 'Frau A', 1);
         UPDATE speaker SET person = 1 WHERE label = 'B' AND document = 1;",
    )
    .unwrap();
    drop(raw);
    bench.keys("1C");
    let screen = bench.screen();
    assert!(screen.contains("The whole interview: no consent") && screen.contains("Frau A ·"), "{screen}");
    bench.keys("2<tab><ctrl-u>no<enter>");
    let id = document(&bench, "1").id;
    let rows = consent::of_document(&bench.project().read(), id).unwrap();
    assert_eq!((rows[0].name.as_deref(), rows[0].quotations), (Some("Frau A"), Quotations::No));
    bench.keys("3jy");
    assert!(bench.screen().contains("(IP 1: 2) may not be quoted"), "{}", bench.screen());
}

#[test]
fn guides_are_kept_read_and_chosen() {
    let (folder, mut bench) = study(100, 30, Lang::En);
    let guide: String = (1..60).map(|n| format!("{n}. What about number {n}?\n")).collect();
    let path = folder.path().join("guide.txt");
    std::fs::write(&path, guide).unwrap();
    bench.keys("1l");
    assert!(bench.screen().contains("Keep another"), "{}", bench.screen());
    bench.keys("1").paste("nowhere.txt").keys("<enter>");
    assert!(bench.screen().contains("nowhere.txt"), "{}", bench.screen());
    bench.keys("<ctrl-u>").paste(&path.display().to_string()).keys("<tab><tab>2<enter>");
    assert!(bench.model.overlays.is_empty(), "{}", bench.screen());
    assert_eq!(guides::list(&bench.project().read()).unwrap()[0].typed(), "guide:2");
    bench.keys(":document-guide<enter>1");
    assert!(document(&bench, "1").guide.is_some());
    bench.keys("1l1");
    let screen = bench.screen();
    assert!(screen.contains("Interviews led by it: 1") && screen.contains("number 1?"), "{screen}");
    assert!(!screen.contains("number 59?"), "{screen}");
    bench.keys("<end>");
    assert!(bench.screen().contains("number 59?"), "{}", bench.screen());
    bench.keys("<home><esc>:document-stage<enter>");
    assert_eq!(document(&bench, "1").stage, Stage::Pretest);
    bench.keys("u:document-guide<enter>2");
    assert_eq!((document(&bench, "1").stage, document(&bench, "1").guide), (Stage::Main, None));
    // One that is not needed goes, and comes back.
    bench.keys("1l");
    assert!(bench.screen().contains("x remove"), "{}", bench.screen());
    bench.keys("x");
    assert!(guides::list(&bench.project().read()).unwrap().is_empty(), "{}", bench.screen());
    bench.keys("u");
    assert_eq!(guides::list(&bench.project().read()).unwrap().len(), 1);
}

#[test]
fn which_codes_a_guide_asks_about_is_marked() {
    let (folder, mut bench) = study(100, 30, Lang::En);
    let path = bench.project().path().to_path_buf();
    let mut other = Project::open(&path, None).unwrap();
    for code in ["Law", "Money", "People"] {
        ops::codes::add(&mut other, code, None).unwrap();
    }
    drop(other);
    std::fs::write(folder.path().join("guide.txt"), "What about money?").unwrap();
    bench
        .wait(1_000)
        .keys("1l1")
        .paste(&folder.path().join("guide.txt").display().to_string())
        .keys("<enter>");
    let guide = guides::list(&bench.project().read()).unwrap()[0].id;
    let asked = |bench: &Bench| {
        let tree = absatz::store::codes::tree(&bench.project().read()).unwrap();
        let codes = guides::codes(&bench.project().read(), guide).unwrap();
        codes.iter().map(|code| tree.path(*code).to_owned()).collect::<Vec<_>>()
    };
    bench.keys(":guide-codes<enter>1mon<tab>peo<enter>");
    assert_eq!(asked(&bench), ["Money", "People"]);
    // Those it asks about are marked; taken off and confirmed, they are gone.
    bench.keys(":guide-codes<enter>1");
    assert!(bench.screen().contains("Marked: Money, People"), "{}", bench.screen());
    bench.keys("mon<tab><enter>");
    assert_eq!(asked(&bench), ["People"]);
    bench.keys(":guide-codes<enter>1<esc>u");
    assert_eq!(asked(&bench), ["Money", "People"]);
}

#[test]
fn what_was_agreed_for_all_documents_is_read_at_once() {
    let (_folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("1C2026-02-11<tab><ctrl-u>ask<enter>:consents<enter>");
    let screen = bench.screen();
    assert!(
        screen.contains("IP 1 · IP01") && screen.contains("given 2026-02-11 · quotations: ask first"),
        "{screen}"
    );
    assert!(screen.contains("! no consent written down"), "{screen}");
}

#[test]
fn the_protocol_begins_with_its_template_and_is_found_again() {
    let (_folder, mut bench) = study(100, 30, Lang::De);
    bench.keys("1P");
    let screen = bench.screen();
    assert!(screen.contains("Interviewprotokoll") && screen.contains("## Atmosphäre"), "{screen}");
    // Left as it is, nothing is written.
    bench.keys("<esc>");
    assert!(memos::list(&bench.project().read()).unwrap().is_empty());
    bench.keys("P<ctrl-end>").paste("Ein Telefon klingelte.").keys("<esc>");
    let all = memos::list(&bench.project().read()).unwrap();
    assert_eq!(all[0].template.as_deref(), Some("protocol"));
    assert!(all[0].text.contains("## Besonderheiten") && all[0].text.ends_with("Ein Telefon klingelte."));
    bench.keys("P");
    assert!(bench.screen().contains("Ein Telefon klingelte."), "{}", bench.screen());
    // The memo on the document is another one.
    bench.keys("<esc>mKurz<tab>notiert<esc>");
    assert_eq!(memos::list(&bench.project().read()).unwrap().len(), 2);
    bench.keys("P");
    assert!(bench.screen().contains("Ein Telefon klingelte."), "{}", bench.screen());
}

#[test]
fn a_template_of_the_study_is_offered_beside_the_given_one() {
    let (_folder, mut bench) = study(100, 30, Lang::En);
    let path = bench.project().path().to_path_buf();
    let mut other = Project::open(&path, None).unwrap();
    ops::templates::set(&mut other, "Short", "document", "## Only this").unwrap();
    drop(other);
    bench.wait(1_000);
    bench.keys("1P");
    assert!(bench.screen().contains("Begin with"), "{}", bench.screen());
    bench.keys("2");
    assert!(bench.screen().contains("## Only this"), "{}", bench.screen());
}

#[test]
fn an_unsaved_protocol_is_offered_again_as_one() {
    let (_folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("1P<ctrl-end>").paste("half a thought").wait(2_000);
    let path = bench.project().path().to_path_buf();
    drop(bench);
    let mut bench = Bench::open(Project::open(&path, None).unwrap(), 100, 30, Lang::En);
    assert!(bench.screen().contains("not saved"), "{}", bench.screen());
    bench.keys("<enter><esc>");
    let all = memos::list(&bench.project().read()).unwrap();
    assert_eq!(all[0].template.as_deref(), Some("protocol"));
    assert!(all[0].text.ends_with("half a thought"));
}

#[test]
fn memos_on_groups_and_cases_and_the_logbook() {
    let (folder, mut bench) = study(100, 30, Lang::En);
    bench.keys("1<home>mAs a group<esc>");
    let newest = |bench: &Bench| memos::list(&bench.project().read()).unwrap()[0].clone();
    assert!(matches!(newest(&bench).on, MemoOn::Group(_)), "{:?}", newest(&bench));
    bench.keys("j:memo-case<enter>");
    assert!(bench.screen().contains("IP 1 belongs to no case"), "{}", bench.screen());
    let raw = crate::support::raw(&folder.path().join("study.absatz"));
    raw.execute_batch(
        "INSERT INTO study_case (uuid, name, position) VALUES ('c', 'Moorbach', 1);
         INSERT INTO case_document (study_case, document) VALUES (1, 1);",
    )
    .unwrap();
    drop(raw);
    bench.wait(1_000).keys(":memo-case<enter>");
    assert!(bench.screen().contains("Memo: Moorbach"), "{}", bench.screen());
    bench.keys("Small<esc>");
    assert!(matches!(newest(&bench).on, MemoOn::Case(_)));
    bench.keys(":logbook<enter>Field phase is over.<tab>yesterday<esc>");
    assert!(bench.screen().contains("“yesterday” is no day"), "{}", bench.screen());
    assert_eq!(bench.model.overlays.len(), 1, "what was written is still there");
    bench.keys("<ctrl-u>2026-02-20<esc>");
    let entry = newest(&bench);
    assert_eq!((entry.on, entry.dated.as_deref()), (MemoOn::Logbook, Some("2026-02-20")));
    assert_eq!(entry.text, "Field phase is over.");
}

#[test]
fn what_is_known_of_a_document_is_shown() {
    for (width, height, lang, name) in [(120, 40, Lang::En, "info_en"), (80, 24, Lang::De, "info_de")] {
        let (folder, mut bench) = study(width, height, lang);
        let path = bench.project().path().to_path_buf();
        let mut other = Project::open(&path, None).unwrap();
        let id = document(&bench, "1").id;
        ops::media::attach(&mut other, id, &folder.path().join("IP01 a.mp3")).unwrap();
        ops::media::set_time(&mut other, id, 2, Some(760_000), None).unwrap();
        ops::guides::set_stage(&mut other, id, Stage::Pretest).unwrap();
        let change = ConsentChange {
            given: Some("2020-02-11".to_owned()),
            quotations: Some(Quotations::Ask),
            delete_recording_by: Some("2021-02-11".to_owned()),
            ..ConsentChange::default()
        };
        ops::consent::set(&mut other, id, None, &change).unwrap();
        drop(other);
        bench.wait(1_000).keys("1i");
        let mut settings = insta::Settings::clone_current();
        let file = folder.path().join("IP01 a.mp3").display().to_string();
        settings.add_filter(&format!("{} +", regex::escape(&file)), "[folder]/IP01 a.mp3 ");
        settings.add_filter(r"20\d\d-\d\d-\d\d \d\d:\d\d", "[imported]");
        settings.add_filter(r"\d\d\.\d\d\.20\d\d \d\d:\d\d", "[imported]");
        settings.bind(|| insta::assert_snapshot!(name, bench.screen()));
        bench.keys("<esc>");
        assert!(bench.model.overlays.is_empty());
        bench.keys("C");
        let form = name.replace("info", "consent");
        insta::assert_snapshot!(form, bench.screen());
    }
}
