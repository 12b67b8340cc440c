//! Correcting a transcript: paragraphs keep their numbers, and what stands in the text goes where its words go.

use absatz::model::draft::Draft;
use absatz::model::edits::{EditReport, Standing};
use absatz::model::history::Done;
use absatz::model::memos::MemoOn;
use absatz::model::{CodeId, DocumentId};
use absatz::ops::codings::Application;
use absatz::ops::documents::{ImportAs, Source};
use absatz::ops::edits::Correction;
use absatz::store::{Project, codes, codings, documents, edits, memos};
use absatz::text::Span;
use absatz::text::anchors::Fate;
use absatz::text::citations::Pattern;
use absatz::text::recognise::{Block, Options, recognise};
use absatz::{error, ops};

use crate::support::{self, snapshot};

const TEXT: &str = "I: Und dann?\nB: Da kam der Erlass, und wir wussten nichts davon.\n\nI: Nichts?\nB: Gar nichts, bis zum Sommer.";

struct Study {
    project: Project,
    document: DocumentId,
    code: CodeId,
    _folder: tempfile::TempDir,
}

fn study(text: &str) -> Study {
    let folder = support::quick_folder();
    let path = folder.path().join("study.absatz");
    let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    let blocks: Vec<Block> = text.split('\n').map(Block::new).collect();
    let read = recognise(&blocks, &Options::default());
    let draft = Draft {
        text: read.text,
        paragraphs: read.paragraphs,
        speakers: read.speakers,
        reader: "txt",
        reader_version: 1,
        ..Draft::default()
    };
    let source = Source::new("5.txt", text.as_bytes());
    let document = ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap().value;
    let code = support::code(&mut project, "Obstacles/Legal");
    Study { project, document, code, _folder: folder }
}

impl Study {
    fn text(&self) -> String {
        documents::text(&self.project.read(), self.document).unwrap().as_str().to_owned()
    }
    fn place(&self, words: &str) -> Span {
        let text = documents::text(&self.project.read(), self.document).unwrap();
        let at = text.as_str().find(words).unwrap_or_else(|| panic!("no {words:?}"));
        text.span(at..at + words.len())
    }
    fn apply(&mut self, words: &str) {
        let span = self.place(words);
        let what = Application { codes: vec![self.code], ..Application::default() };
        ops::codings::apply(&mut self.project, self.document, span, &what).unwrap();
    }
    /// The coded words, in text order.
    fn coded(&self) -> Vec<String> {
        let text = documents::text(&self.project.read(), self.document).unwrap();
        let all = codings::of_document(&self.project.read(), self.document).unwrap();
        all.iter().map(|coding| text.slice(coding.span).to_owned()).collect()
    }
    fn edit(&mut self, text: &str) -> error::Result<Done<EditReport>> {
        ops::edits::edit(&mut self.project, self.document, &Correction { text, ..Correction::default() })
    }
    fn replace(&mut self, old: &str, new: &str) -> EditReport {
        let text = self.text();
        assert!(text.contains(old), "{old:?} is not in {text:?}");
        self.edit(&text.replacen(old, new, 1)).unwrap().value
    }
    fn renumber(&mut self, text: &str) -> EditReport {
        let correction = Correction { text, renumber: true, ..Correction::default() };
        ops::edits::edit(&mut self.project, self.document, &correction).unwrap().value
    }
    /// Number (or `.`), speaker and words of every paragraph.
    fn paragraphs(&self) -> Vec<String> {
        let transcript = documents::transcript(&self.project.read(), self.document).unwrap();
        transcript
            .paragraphs
            .iter()
            .map(|p| {
                let number = p.number.map_or(".".to_owned(), |number| number.to_string());
                format!("{number} {} {}", p.speaker.as_deref().unwrap_or("-"), p.speech(&transcript.text))
            })
            .collect()
    }
}

#[test]
fn words_before_and_inside_move_what_is_coded() {
    let mut study = study(TEXT);
    study.apply("der Erlass");
    study.apply("Gar nichts");
    let report = study.replace("Und dann?", "Und was war dann?");
    assert_eq!(study.coded(), ["der Erlass", "Gar nichts"]);
    assert_eq!((report.kept, report.moved, report.affected.len()), (0, 2, 0));
    let report = study.replace("der Erlass", "der neue Erlass");
    assert_eq!(study.coded(), ["der neue Erlass", "Gar nichts"]);
    assert_eq!(report.moved, 1);
    assert_eq!(report.affected[0].fate, Fate::Changed);
    assert_eq!(
        (report.affected[0].before.as_str(), report.affected[0].after.as_str()),
        ("der Erlass", "der neue Erlass")
    );
    assert!(!report.loses());
}

#[test]
fn a_word_at_the_border_is_corrected_with_it() {
    let mut study = study(TEXT);
    study.apply("kam der Erlass");
    let report = study.replace("Erlass", "Runderlass");
    assert_eq!(study.coded(), ["kam der Runderlass"]);
    assert!(!report.loses());
    let report = study.replace("der Runderlass, und wir", "wir");
    assert_eq!(study.coded(), ["kam"]);
    assert_eq!(report.affected[0].fate, Fate::Shrunk);
    assert_eq!(report.affected[0].citation, "(IP 5: 2)");
    assert!(report.loses());
}

#[test]
fn what_is_taken_away_altogether_is_listed_and_its_memos_stay() {
    let mut study = study(TEXT);
    study.apply("bis zum Sommer");
    let coding = codings::of_document(&study.project.read(), study.document).unwrap()[0].id;
    ops::memos::write(&mut study.project, None, MemoOn::Coding(coding), "Wann?", "nachfragen").unwrap();
    let place = MemoOn::Place(study.document, study.place("Sommer"));
    ops::memos::write(&mut study.project, None, place, "Sommer", "welcher").unwrap();
    let span = study.place("bis zum Sommer");
    ops::codes::add_anchor(&mut study.project, study.code, study.document, span).unwrap();
    let report = study.replace(", bis zum Sommer", "");
    assert_eq!(study.coded(), Vec::<String>::new());
    let gone: Vec<Standing> = report.with_fate(Fate::Emptied).map(|affected| affected.what).collect();
    assert_eq!(gone, [Standing::Coding, Standing::Memo, Standing::Anchor]);
    let text = documents::text(&study.project.read(), study.document).unwrap();
    for memo in memos::of_document(&study.project.read(), study.document).unwrap() {
        let MemoOn::Place(_, span) = memo.on else { panic!("{memo:?}") };
        assert_eq!(text.slice(span), "B: Gar nichts.");
    }
    let anchor = &codes::anchors(&study.project.read(), None).unwrap()[0];
    assert_eq!(
        (anchor.place, anchor.text.as_str(), anchor.source.as_str()),
        (None, "bis zum Sommer", "(IP 5: 4)")
    );
}

#[test]
fn an_anchor_example_gets_the_corrected_words() {
    let mut study = study(TEXT);
    let span = study.place("wir wussten nichts davon");
    ops::codes::add_anchor(&mut study.project, study.code, study.document, span).unwrap();
    study.replace("wussten", "wußten");
    let anchor = &codes::anchors(&study.project.read(), None).unwrap()[0];
    assert_eq!(anchor.text, "wir wußten nichts davon");
}

#[test]
fn numbers_stay_whatever_happens_to_the_lines() {
    let mut study = study(TEXT);
    let last = "4 B Gar nichts, bis zum Sommer.";
    // Split: the second part has no number and is cited by the first.
    let report = study.replace(", und wir", ",\nund wir");
    assert_eq!(report.split, ["(IP 5: 2)"]);
    assert_eq!(
        study.paragraphs()[1..],
        ["2 B Da kam der Erlass,", ". B und wir wussten nichts davon.", "3 I Nichts?", last]
    );
    study.apply("wussten nichts");
    let there = codings::of_document(&study.project.read(), study.document).unwrap();
    assert_eq!(
        ops::codings::cite(&study.project.read(), study.document, there[0].span).unwrap(),
        "(IP 5: 2)"
    );
    // Emptied, and taken out with its line: the number stays taken.
    let report = study.replace("I: Nichts?\n", "");
    assert_eq!(report.emptied, ["(IP 5: 3)"]);
    assert_eq!(study.paragraphs()[3..], ["3 - ", last]);
    assert_eq!(study.coded(), ["wussten nichts"]);
    // Filled again.
    let text = study.text().replace("\n\n\n", "\n\nI: Gar nichts?\n");
    study.edit(&text).unwrap();
    assert_eq!(study.paragraphs()[3..], ["3 I Gar nichts?", last]);
    // A line of one's own.
    study.replace("I: Gar nichts?", "I: Gar nichts?\nB: (lacht)");
    assert_eq!(study.paragraphs()[3..], ["3 I Gar nichts?", ". B (lacht)", last]);
}

#[test]
fn joining_is_refused_unless_renumbering_was_asked_for() {
    let mut study = study(TEXT);
    study.apply("Gar nichts");
    let before = study.text();
    let joined = before.replace("?\nB: Gar", "? Gar");
    let error = study.edit(&joined).unwrap_err();
    assert_eq!(error.kind, error::Kind::Refused);
    assert!(error.message.contains("(IP 5: 3f.)"), "{}", error.message);
    assert_eq!(study.text(), before);
    let report = study.renumber(&joined);
    assert_eq!(report.joined, ["(IP 5: 3f.)"]);
    assert_eq!(report.renumbered, [("(IP 5: 4)".to_owned(), None)]);
    assert_eq!(study.coded(), ["Gar nichts"]);
    let report = study.renumber(&format!("Vorspann, neu.\n{}", study.text()));
    let pairs: Vec<(&str, Option<&str>)> =
        report.renumbered.iter().map(|(was, now)| (was.as_str(), now.as_deref())).collect();
    assert_eq!(
        pairs,
        [
            ("(IP 5: 1)", Some("(IP 5: 2)")),
            ("(IP 5: 2)", Some("(IP 5: 3)")),
            ("(IP 5: 3)", Some("(IP 5: 4)"))
        ]
    );
    assert_eq!(documents::get(&study.project.read(), study.document).unwrap().paragraphs, 4);
}

#[test]
fn a_corrected_label_changes_the_speaker_of_the_turn() {
    let text = "I: Eins?\nB: Zwei.\nund noch etwas dazu\nI: Drei?\nB: Vier.\nB: Fünf.";
    let mut study = study(text);
    let report = study.replace("B: Zwei", "I: Zwei");
    assert_eq!(study.paragraphs()[1..3], ["2 I Zwei.", "3 I und noch etwas dazu"]);
    assert_eq!(report.speakers.len(), 2);
    // A label that nobody had before, at the place of one.
    study.replace("B: Vier", "Frau Lind: Vier");
    assert_eq!(study.paragraphs()[4..], ["5 Frau Lind Vier.", "6 B Fünf."]);
    // A slip: the speaker goes when nobody says anything under that label any more.
    study.replace("Frau Lind: ", "B: ");
    let labels: Vec<String> = documents::speakers(&study.project.read(), study.document)
        .unwrap()
        .into_iter()
        .map(|speaker| speaker.label)
        .collect();
    assert_eq!(labels, ["I", "B"]);
    // The label of everything that somebody says: it is still the same person.
    let was = documents::speakers(&study.project.read(), study.document).unwrap()[1].id;
    let text = study.text().replace("B: ", "IP 5: ");
    study.edit(&text).unwrap();
    let now = &documents::speakers(&study.project.read(), study.document).unwrap()[1];
    assert_eq!((now.id, now.label.as_str()), (was, "IP 5"));
    assert_eq!(study.paragraphs()[4..], ["5 IP 5 Vier.", "6 IP 5 Fünf."]);
}

#[test]
fn times_are_read_again_where_they_were_corrected() {
    let mut study = study("I: [00:00:05] Eins?\nB: [00:00:09] Zwei.\nI: [00:00:21] Drei?");
    study.replace("00:00:09", "00:00:12");
    let transcript = documents::transcript(&study.project.read(), study.document).unwrap();
    let times: Vec<Option<u32>> = transcript.paragraphs.iter().map(|p| p.time).collect();
    assert_eq!(times, [Some(5000), Some(12_000), Some(21_000)]);
    assert_eq!(transcript.paragraphs[1].speech(&transcript.text), "Zwei.");
    // Words in front of the marks do not tear them off.
    study.replace("Eins?", "Eins und noch viel mehr?");
    let transcript = documents::transcript(&study.project.read(), study.document).unwrap();
    assert_eq!(transcript.paragraphs[2].speech(&transcript.text), "Drei?");
}

#[test]
fn a_speaker_set_by_hand_survives_corrections_elsewhere() {
    let mut study = study(TEXT);
    ops::edits::set_speaker(&mut study.project, study.document, 4, "Frau Lind:").unwrap();
    study.replace("Und dann", "Und was dann");
    assert_eq!(study.paragraphs()[3], "4 Frau Lind Gar nichts, bis zum Sommer.");
    study.replace("bis zum Sommer", "bis zum Herbst");
    assert_eq!(study.paragraphs()[3], "4 Frau Lind Gar nichts, bis zum Herbst.");
    let error = ops::edits::set_speaker(&mut study.project, study.document, 9, "B").unwrap_err();
    assert!(error.message.contains('9'));
}

#[test]
fn one_undo_brings_everything_back() {
    let mut study = study(TEXT);
    for words in ["Und dann", "der Erlass", "wussten nichts", "Gar nichts", "zum Sommer"] {
        study.apply(words);
    }
    let span = study.place("zum Sommer");
    ops::codes::add_anchor(&mut study.project, study.code, study.document, span).unwrap();
    let place = MemoOn::Place(study.document, study.place("Nichts?"));
    ops::memos::write(&mut study.project, None, place, "Ton", "ungläubig").unwrap();
    let raw = support::raw(study.project.path());
    let before = snapshot(&raw);
    study
        .edit("B: Da kam was Neues, und wir\nwussten gar nichts davon.\n\n\nNeu: Zeile\nB: Gar nichts.")
        .unwrap();
    let after = snapshot(&raw);
    assert_ne!(before, after);
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(snapshot(&raw), before);
    ops::history::redo(&mut study.project).unwrap();
    assert_eq!(snapshot(&raw), after);
}

#[test]
fn nothing_to_correct_is_nothing_done() {
    let mut study = study(TEXT);
    let text = study.text();
    assert!(study.edit(&text).unwrap().changed.is_empty());
    assert!(study.edit(&format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap().changed.is_empty());
    assert_eq!(study.edit(" ").unwrap_err().kind, error::Kind::Refused, "nothing would be left");
    assert!(edits::chain(&study.project.read(), study.document).unwrap().is_empty());
}

#[test]
fn an_outdated_text_is_refused() {
    let mut study = study(TEXT);
    let base = edits::text_hash(&study.project.read(), study.document).unwrap();
    study.replace("Und", "Was");
    let text = TEXT.replace("Sommer", "Herbst");
    let correction = Correction { text: &text, base: Some(&base), ..Correction::default() };
    let error = ops::edits::edit(&mut study.project, study.document, &correction).unwrap_err();
    assert_eq!(error.kind, error::Kind::Refused);
    assert!(study.text().contains("Sommer"));
}

#[test]
fn a_dry_run_tells_and_does_nothing() {
    let mut study = study(TEXT);
    study.apply("bis zum Sommer");
    study.project.set_dry_run(true);
    let report = study.replace(", bis zum Sommer", "");
    study.project.set_dry_run(false);
    assert!(report.loses());
    assert_eq!(study.text(), TEXT);
    assert_eq!(study.coded(), ["bis zum Sommer"]);
}

#[test]
fn a_blind_coder_moves_the_others_work_and_reads_only_a_number() {
    let mut study = study(TEXT);
    let mb = ops::coders::add(&mut study.project, "MB").unwrap().value;
    let ak = study.project.coder();
    study.apply("Gar nichts");
    study.project.sign_in(mb).unwrap();
    study.apply("bis zum Sommer");
    study.apply("der Erlass");
    study.project.sign_in(ak).unwrap();
    let text = study.text().replace(", bis zum Sommer", "").replace("Und dann?", "Und dann? Ja?");
    let report = study.edit(&text).unwrap().value;
    assert_eq!((report.kept, report.moved, report.affected.len()), (0, 1, 0));
    assert_eq!((report.others.emptied, report.others.shrunk, report.others.changed), (1, 0, 0));
    assert!(report.loses());
    study.project.sign_in(mb).unwrap();
    assert_eq!(study.coded(), ["der Erlass"]);
}

/// Work that came to stand in the corrected text would be left at a wrong place by an undo of the correction.
#[test]
fn an_undo_leaves_nobody_behind() {
    let mut study = study(TEXT);
    let mb = ops::coders::add(&mut study.project, "MB").unwrap().value;
    let ak = study.project.coder();
    study.apply("Und dann");
    study.project.sign_in(mb).unwrap();
    study.apply("zum Sommer");
    study.project.sign_in(ak).unwrap();
    study.replace("der Erlass", "der allerneueste Erlass");
    study.project.sign_in(mb).unwrap();
    // What was coded in the old text and has moved since cannot go back there by itself.
    assert!(ops::history::undo(&mut study.project).is_err());
    study.apply("nichts davon");
    study.project.sign_in(ak).unwrap();
    let error = ops::history::undo(&mut study.project).unwrap_err();
    assert!(error.message.contains("MB") && !error.message.contains("Legal"), "{}", error.message);
    study.project.sign_in(mb).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    study.project.sign_in(ak).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(study.text(), TEXT);
    // What stands before the correction has not moved and can be taken back in either text.
    ops::history::redo(&mut study.project).unwrap();
    study.apply("Gar nichts");
    ops::history::undo(&mut study.project).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(study.coded(), Vec::<String>::new());
}

#[test]
fn the_chain_leads_from_every_earlier_text_to_the_present_one() {
    let mut study = study(TEXT);
    let first = edits::text_hash(&study.project.read(), study.document).unwrap();
    study.replace("Und dann?", "Ja?");
    let second = edits::text_hash(&study.project.read(), study.document).unwrap();
    study.replace("Da kam", "Da kam plötzlich");
    let reader = study.project.read();
    let chain = edits::chain(&reader, study.document).unwrap();
    assert_eq!(chain.len(), 2);
    assert_eq!((&chain[0].before, &chain[0].after), (&first, &second));
    assert_eq!(chain[0].after, chain[1].before);
    let old = edits::text_of(&reader, &first).unwrap().unwrap();
    let new = documents::text(&reader, study.document).unwrap();
    let at = old.as_str().find("wussten").unwrap();
    let mut span = old.span(at..at + 7);
    for map in edits::since(&reader, study.document, &first).unwrap().unwrap() {
        span = map.span(span);
    }
    assert_eq!(new.slice(span), "wussten");
    assert_eq!(edits::since(&reader, study.document, "nobody's").unwrap(), None);
}
