//! Transcripts with their codes in the margin, as Word and Markdown.

use absatz::formats::read::{ReadOptions, read};
use absatz::formats::write::Meta;
use absatz::formats::write::edition::{EditionFormat, write};
use absatz::model::edition::Edition;
use absatz::ops::edition::{EditionQuery, each};
use absatz::progress::Progress;

use super::{demo, made, page::hostile};

fn bytes(edition: &Edition, format: EditionFormat) -> Vec<u8> {
    let meta = Meta { created: Some("2026-03-01T09:15:02Z".to_owned()), ..Meta::default() };
    write(edition, format, &meta).unwrap()
}

/// The text of a Word file as our reader of transcripts finds it, words separated by one space.
fn word(edition: &Edition) -> String {
    let draft = read("study.docx", &bytes(edition, EditionFormat::Docx), &ReadOptions::default()).unwrap();
    super::words(draft.text.as_str())
}

fn markdown(edition: &Edition) -> String {
    String::from_utf8(bytes(edition, EditionFormat::Md)).unwrap()
}

/// What stands in a paragraph, with the speaker where the text does not say it.
fn paragraphs(edition: &Edition) -> Vec<(Option<u32>, String)> {
    let text = |one: &absatz::model::edition::EditionParagraph| {
        let said: String = one.pieces.iter().map(|piece| piece.text.as_str()).collect();
        match (&one.speaker, one.is_labelled()) {
            (Some(speaker), false) => format!("{speaker}: {said}"),
            _ => said,
        }
    };
    edition.documents.iter().flat_map(|one| &one.paragraphs).map(|one| (one.number, text(one))).collect()
}

#[test]
fn word_has_every_paragraph_with_its_number_and_its_codes() {
    let (_folder, project) = demo();
    let edition = made(&project, &EditionQuery::default()).edition;
    let text = word(&edition);
    let mut from = 0;
    let names = edition.short_names();
    let mut last: Option<(usize, u32)> = None;
    for (document, given) in edition.documents.iter().enumerate() {
        from += text[from..].find("No. Transcript Codes").unwrap();
        for paragraph in &given.paragraphs {
            let said: String = paragraph.pieces.iter().map(|piece| piece.text.as_str()).collect();
            let wanted = match paragraph.number {
                Some(number) => format!("{number} "),
                None => String::new(),
            };
            let found = text[from..].find(&wanted).unwrap_or_else(|| panic!("{document} {wanted}"));
            from += found;
            let found =
                text[from..].find(&super::words(&said)).unwrap_or_else(|| panic!("{document}: {said}"));
            assert!(found < 40, "{document} {wanted}: {said}");
            from += found + super::words(&said).len();
            for coding in paragraph.codings() {
                let name = names[given.codings[coding].code];
                let found = text[from..].find(&super::words(name)).unwrap_or_else(|| panic!("{name}"));
                assert!(found < 60, "{name} at {:?}", paragraph.number);
                from += found + name.len();
            }
            last = paragraph.number.map(|number| (document, number)).or(last);
        }
    }
    assert_eq!(last.unwrap().0, edition.documents.len() - 1);
    // The same study at the same time gives the same bytes.
    assert_eq!(bytes(&edition, EditionFormat::Docx), bytes(&edition, EditionFormat::Docx));
}

#[test]
fn markdown_has_every_paragraph_with_its_number_and_its_codes() {
    let (_folder, project) = demo();
    let edition = made(&project, &EditionQuery::default()).edition;
    let text = markdown(&edition);
    let plain = |text: &str| super::words(&text.replace('\\', "").replace("<br>", " "));
    let lines: Vec<String> = text.lines().map(plain).collect();
    for (number, said) in paragraphs(&edition).iter().filter(|(number, _)| number.is_some()) {
        let said = plain(said).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let beginning = format!("**{}** ", number.unwrap());
        let found = lines.iter().any(|line| {
            line.strip_prefix(&beginning).is_some_and(|rest| rest.trim_matches('*') == said.trim_matches('*'))
        });
        assert!(found, "{number:?}: {said}");
    }
    let codings: usize = edition.documents.iter().map(|one| one.codings.len()).sum();
    let listed = text.lines().filter(|line| line.starts_with("- *") && !line.starts_with("- **")).count();
    assert_eq!(listed, codings);
    assert!(text.contains("- *Network and equipment*: “Die stehen irgendwo in einem Lager.”\n"), "{text}");
}

#[test]
fn hostile_words_stay_words_in_both() {
    let study = hostile();
    let edition = made(&study.project, &super::page::everything()).edition;
    let (text, md) = (word(&edition), markdown(&edition));
    for words in super::page::HOSTILE {
        assert!(text.contains(&super::words(words)), "{words}");
    }
    let prose: String = md.lines().filter(|line| !line.is_empty()).collect();
    assert!(!prose.contains("<script") && !prose.contains("<img") && !prose.contains("<!--"), "{md}");
}

#[test]
fn each_interview_gets_an_edition_of_its_own() {
    let (_folder, project) = demo();
    let mut all = Vec::new();
    each(&project, &EditionQuery::default(), &Progress::new(), |made| {
        all.push(made.edition);
        Ok(())
    })
    .unwrap();
    let whole = made(&project, &EditionQuery::default()).edition;
    assert_eq!(all.len(), whole.documents.len());
    for (one, document) in all.iter().zip(&whole.documents) {
        assert_eq!(one.documents.len(), 1);
        assert_eq!(one.documents[0].paragraphs, document.paragraphs);
        assert_eq!(one.codes.iter().map(|code| code.segments).sum::<usize>(), document.codings.len());
        // No link leads to an interview that is not there.
        let links = one.summaries.iter().flat_map(|one| &one.text).filter_map(|run| run.to);
        assert!(
            links
                .chain(one.codes.iter().flat_map(|code| &code.anchors).filter_map(|one| one.to))
                .all(|to| to.document == 0)
        );
    }
    let stopped = Progress::new();
    stopped.cancel();
    assert!(each(&project, &EditionQuery::default(), &stopped, |_| Ok(())).is_err());
}
