//! Paraphrases: whose they are, where they stand, and what becomes of them.

use absatz::error::Kind;
use absatz::model::{CoderId, DocumentId, ParaphraseId};
use absatz::ops;
use absatz::store::history::{self, HistoryFilter};
use absatz::store::{Project, coders, documents, paraphrases};
use absatz::text::Span;
use absatz::text::search::{Mode, compile};

const TEXT: &str = "I: What stands in the way?\nB: Mostly the law, and a lack of people.\nI: And money?\n";

fn study() -> (Project, DocumentId) {
    use absatz::formats::read::{ReadOptions, read};
    use absatz::ops::documents::{ImportAs, Source};
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let mut project = ops::project::create_in_memory("AK").unwrap();
    let draft = read("IP01.txt", TEXT.as_bytes(), &ReadOptions::default()).unwrap();
    let source = Source::new("IP01.txt", TEXT.as_bytes());
    ops::documents::import(&mut project, &draft, &source, &ImportAs::default()).unwrap();
    let document = documents::list(&project.read()).unwrap()[0].id;
    (project, document)
}

/// Where words stand in the text.
fn span(words: &str) -> Span {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count() as u32;
    Span::new(start, start + words.chars().count() as u32)
}

fn write(project: &mut Project, document: DocumentId, words: &str, text: &str) -> ParaphraseId {
    ops::paraphrases::write(project, document, span(words), text).unwrap().value
}

fn texts(project: &Project) -> Vec<String> {
    let all = paraphrases::list(&project.read()).unwrap();
    all.into_iter()
        .map(|one| match one.span {
            Some(span) => format!("{}-{} {}", span.start.0, span.end.0, one.text),
            None => one.text,
        })
        .collect()
}

fn second(project: &mut Project) -> (CoderId, CoderId) {
    let mb = ops::coders::add(project, "MB").unwrap().value;
    (project.coder(), mb)
}

#[test]
fn the_same_passage_is_written_anew_and_another_one_beside_it() {
    let (mut project, document) = study();
    let first =
        write(&mut project, document, "B: Mostly the law, and a lack of people.", "Law, too few people");
    // The paragraph without its label is the same passage, and white space at the ends does not count.
    let again = write(&mut project, document, "Mostly the law, and a lack of people.", "Law and staff");
    let more = write(&mut project, document, " Mostly the law, and a lack of people.\n", "Law and staff ");
    assert_eq!((first, first), (again, more));
    assert_eq!(texts(&project), ["30-67 Law and staff"]);
    // Overlapping ones are others.
    let other = write(&mut project, document, "the law", "Law");
    assert_ne!(other, first);
    assert_eq!(texts(&project), ["30-67 Law and staff", "37-44 Law"]);
    let kinds: Vec<String> = history::list(&project.read(), &HistoryFilter::default())
        .unwrap()
        .iter()
        .take(3)
        .map(history::words)
        .collect();
    // What changed nothing left no entry.
    let wrote = "wrote the paraphrase of (IP 1: 2)";
    assert_eq!(kinds, [wrote, wrote, wrote]);
}

#[test]
fn what_is_removed_comes_back_by_undo() {
    let (mut project, document) = study();
    let id = write(&mut project, document, "the law", "Law");
    ops::paraphrases::remove(&mut project, id).unwrap();
    assert_eq!(texts(&project), Vec::<String>::new());
    assert_eq!(ops::paraphrases::remove(&mut project, id).unwrap_err().kind, Kind::NotFound);
    ops::history::undo(&mut project).unwrap();
    assert_eq!(texts(&project), ["37-44 Law"]);
    ops::history::undo(&mut project).unwrap();
    assert_eq!(texts(&project), Vec::<String>::new());
}

#[test]
fn nothing_and_nowhere_are_refused() {
    let (mut project, document) = study();
    for (span, text) in [(span("the law"), " \n"), (Span::new(3, 3), "x"), (Span::new(90, 99), "x")] {
        assert_eq!(
            ops::paraphrases::write(&mut project, document, span, text).unwrap_err().kind,
            Kind::Invalid
        );
    }
    assert_eq!(texts(&project), Vec::<String>::new());
}

#[test]
fn a_place_finds_the_one_on_it_or_the_only_one_that_touches_it() {
    let (mut project, document) = study();
    let find = |project: &Project, words: &str| {
        ops::paraphrases::find_own(&project.read(), document, span(words)).map(|one| one.text)
    };
    let paragraph = "B: Mostly the law, and a lack of people.";
    assert_eq!(find(&project, paragraph).unwrap_err().kind, Kind::NotFound);
    write(&mut project, document, "the law", "Law");
    assert_eq!(find(&project, paragraph).unwrap(), "Law");
    write(&mut project, document, "people", "People");
    assert_eq!(find(&project, paragraph).unwrap_err().kind, Kind::Refused);
    write(&mut project, document, paragraph, "All of it");
    assert_eq!(find(&project, paragraph).unwrap(), "All of it");
    assert_eq!(find(&project, "people").unwrap(), "People");
    let found = ops::paraphrases::list(&project, &Default::default()).unwrap().paraphrases;
    let places: Vec<String> =
        found.iter().map(|one| ops::paraphrases::place(&project.read(), one).unwrap()).collect();
    assert_eq!(places, ["1:2", "1:2@10-17", "1:2@33-39"]);
}

#[test]
fn a_blind_coder_sees_nothing() {
    let (mut project, document) = study();
    let id = write(&mut project, document, "the law", "Law");
    let (ak, mb) = second(&mut project);
    project.sign_in(mb).unwrap();
    assert_eq!(texts(&project), Vec::<String>::new());
    let finder = compile("law", Mode::Folded).unwrap();
    assert_eq!(ops::search::in_paraphrases(&project, &finder).unwrap(), Vec::new());
    assert_eq!(ops::paraphrases::remove(&mut project, id).unwrap_err().kind, Kind::NotFound);
    assert!(
        history::list(&project.read(), &HistoryFilter::default())
            .unwrap()
            .iter()
            .all(|entry| { !history::words(entry).contains("paraphrase") })
    );
    // On the same passage stands one's own.
    let own = write(&mut project, document, "the law", "Rules");
    assert_ne!(own, id);
    assert_eq!(texts(&project), ["37-44 Rules"]);
    // Whoever may see it may still not change it.
    project.sign_in(ak).unwrap();
    ops::project::set_released(&mut project, true).unwrap();
    project.sign_in(mb).unwrap();
    assert_eq!(texts(&project), ["37-44 Law", "37-44 Rules"]);
    assert_eq!(ops::paraphrases::remove(&mut project, id).unwrap_err().kind, Kind::Refused);
    let finder = compile("LAW", Mode::Folded).unwrap();
    assert_eq!(ops::search::in_paraphrases(&project, &finder).unwrap().len(), 1);
}

#[test]
fn the_table_answers_for_the_analysis_set() {
    let (mut project, document) = study();
    write(&mut project, document, "the law", "Law");
    let (ak, mb) = second(&mut project);
    ops::project::set_released(&mut project, true).unwrap();
    project.sign_in(mb).unwrap();
    write(&mut project, document, "money", "Money");
    project.sign_in(ak).unwrap();
    let table = ops::paraphrases::table(&project, &Default::default(), false).unwrap();
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys, ["citation", "passage", "paraphrase", "speaker", "group"]);
    let cells: Vec<String> = table.rows[0].iter().map(|cell| cell.value.plain()).collect();
    assert_eq!(cells, ["(IP 1: 2)", "the law", "Law", "B", ""]);
    assert_eq!((table.rows.len(), table.notes.len()), (1, 1));
    let query = ops::paraphrases::ParaphraseQuery { coder: Some(mb), ..Default::default() };
    let table = ops::paraphrases::table(&project, &query, true).unwrap();
    assert_eq!(table.columns.last().unwrap().key, "coder");
    let cells: Vec<String> = table.rows[0].iter().map(|cell| cell.value.plain()).collect();
    assert_eq!(cells, ["(IP 1: 3)", "money", "Money", "I", "", "MB"]);
    // With the document they go, and with its undo they come back.
    let gone = ops::documents::remove(&mut project, document).unwrap().value;
    assert_eq!((gone.paraphrases, gone.codings), (2, 0));
    assert_eq!(texts(&project), Vec::<String>::new());
    ops::history::undo(&mut project).unwrap();
    assert_eq!(texts(&project).len(), 2);
    assert_eq!(coders::list(&project.read()).unwrap().len(), 2);
}

#[test]
fn a_paraphrase_keeps_its_words_when_a_correction_takes_the_passage_out() {
    let (mut project, document) = study();
    let id = write(&mut project, document, "the law, and ", "Law");
    write(&mut project, document, "And money?", "Money");
    let text = TEXT.replace("the law, and ", "");
    let correction = ops::edits::Correction { text: &text, ..Default::default() };
    ops::edits::edit(&mut project, document, &correction).unwrap();
    // What stands behind it has moved with its words; what lost its place stands last.
    assert_eq!(texts(&project), ["58-68 Money", "Law"]);
    let found = ops::paraphrases::list(&project, &Default::default()).unwrap().paraphrases;
    let told = |at: usize| (found[at].citation.as_str(), found[at].passage.as_str(), found[at].paragraphs);
    assert_eq!(told(0), ("(IP 1: 3)", "And money?", Some((3, 3))));
    assert_eq!(told(1), ("(IP 1)", "", None));
    assert_eq!(ops::paraphrases::place(&project.read(), &found[1]).unwrap(), "1");
    let table = ops::paraphrases::table(&project, &Default::default(), false).unwrap();
    assert!(table.rows[1].iter().all(|cell| cell.places.is_empty()));
    ops::paraphrases::remove(&mut project, id).unwrap();
    assert_eq!(texts(&project), ["58-68 Money"]);
    ops::history::undo(&mut project).unwrap();
    ops::history::undo(&mut project).unwrap();
    assert_eq!(texts(&project), ["37-49 Law", "71-81 Money"]);
}
