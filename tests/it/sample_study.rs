//! The shipped study: interviews of our own, their coding guide, two coders' work, all of it whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use absatz::formats::read::{ReadOptions, read};
use absatz::model::codebook::{Codebook, CodebookCode};
use absatz::model::draft::Draft;
use serde_json::Value;

use crate::support::root;

const INTERVIEWS: [&str; 8] =
    ["IP01.docx", "IP02.txt", "IP03.md", "IP04.vtt", "IP05.docx", "IP06.srt", "IP07.txt", "Pretest.txt"];
const CODERS: [&str; 2] = ["AK", "MB"];

fn drafts() -> Vec<(&'static str, Draft)> {
    let folder = root().join("sample-transcripts");
    INTERVIEWS
        .into_iter()
        .map(|name| {
            let bytes = std::fs::read(folder.join(name)).unwrap();
            (
                name,
                read(name, &bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}")),
            )
        })
        .collect()
}

fn coded(name: &str) -> Value {
    let stem = name.split_once('.').unwrap().0;
    let path = root().join(format!("sample-transcripts/codings/{stem}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn guide(lang: &str) -> Codebook {
    let path = root().join(format!("codebooks/digital-administration.{lang}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Every code of a guide with its path.
fn paths<'a>(codes: &'a [CodebookCode], above: &str, all: &mut Vec<(String, &'a CodebookCode)>) {
    for code in codes {
        let path = format!("{above}{}", code.name);
        all.push((path.clone(), code));
        paths(&code.children, &format!("{path}/"), all);
    }
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_interview_has_an_interviews_length() {
    for (name, draft) in drafts() {
        let numbered = draft.numbered();
        assert!((40..=150).contains(&numbered), "{name} has {numbered} numbered paragraphs");
        assert!(draft.speakers.iter().any(|speaker| speaker.interviewer), "{name}: {:?}", draft.speakers);
        assert!(draft.speakers.iter().any(|speaker| !speaker.interviewer), "{name}: {:?}", draft.speakers);
    }
    let languages = |wanted: &str| {
        let text = std::fs::read_to_string(root().join("codebooks/interview-guide.md")).unwrap();
        let section = text.split("## ").find(|section| section.starts_with(wanted)).unwrap().to_owned();
        section.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count()
    };
    assert_eq!((languages("Deutsch"), languages("English")), (7, 7));
}

#[test]
fn nobody_says_the_same_eight_words_twice() {
    let guide = std::fs::read_to_string(root().join("codebooks/interview-guide.md")).unwrap();
    let questions: BTreeSet<Vec<String>> = guide
        .lines()
        .filter_map(|line| line.split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok()))
        .flat_map(|(_, question)| words(question).windows(8).map(<[String]>::to_vec).collect::<Vec<_>>())
        .collect();
    assert!(questions.len() > 30);
    let mut said: HashMap<Vec<String>, String> = HashMap::new();
    let mut twice = Vec::new();
    let mut asked = 0;
    for (name, draft) in drafts() {
        for paragraph in &draft.paragraphs {
            let speech = words(&paragraph.speech(&draft.text));
            for eight in speech.windows(8) {
                if questions.contains(eight) {
                    asked += 1;
                    continue;
                }
                let here = format!("{name} {:?}", paragraph.number);
                if let Some(there) = said.insert(eight.to_vec(), here.clone()) {
                    twice.push(format!("{there} and {here}: {}", eight.join(" ")));
                }
            }
        }
    }
    assert!(said.len() > 10_000 && asked > 20, "{} sequences, {asked} of the guide's", said.len());
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn both_guides_are_one_guide() {
    let (en, de) = (guide("en"), guide("de"));
    let (mut english, mut german) = (Vec::new(), Vec::new());
    paths(&en.codes, "", &mut english);
    paths(&de.codes, "", &mut german);
    assert!(english.len() >= 20);
    assert_eq!(english.len(), german.len());
    let mut uuids = BTreeSet::new();
    for ((path, a), (other, b)) in english.iter().zip(&german) {
        assert_eq!(a.uuid, b.uuid, "{path} and {other}");
        assert_eq!(a.color, b.color, "{path}");
        assert!(
            a.uuid.as_ref().is_some_and(|uuid| uuids.insert(uuid.clone())),
            "{path} has no UUID of its own"
        );
        for (path, code) in [(path, a), (other, b)] {
            assert!(!code.guide.definition.is_empty(), "{path} is not defined");
        }
        assert_eq!(a.anchors, b.anchors, "{path}: examples stay in the interview's language");
    }
    for top in ["Challenges", "Obstacles", "Ways of coping"] {
        assert!(en.codes.iter().any(|code| code.name == top), "{top}");
    }
    for kind in
        ["Political-federal", "Legal", "Material", "Organisational-conceptual", "Technical-infrastructural"]
    {
        let (_, code) = english.iter().find(|(path, _)| *path == format!("Obstacles/{kind}")).unwrap();
        assert!(!code.children.is_empty(), "{kind} has no subcodes");
    }
}

#[test]
fn every_passage_named_stands_there_once() {
    let english = guide("en");
    let mut codes = Vec::new();
    paths(&english.codes, "", &mut codes);
    let known: BTreeSet<&str> = codes.iter().map(|(path, _)| path.as_str()).collect();
    let drafts = drafts();
    let mut wrong = Vec::new();
    let mut once = |name: &str, text: &str, words: &str| match text.matches(words).count() {
        1 => true,
        n => {
            wrong.push(format!("{name}: {n} times: {words}"));
            false
        }
    };
    let mut by_label: BTreeMap<String, (&str, &Draft)> = BTreeMap::new();
    let mut coders = BTreeSet::new();
    for (name, draft) in &drafts {
        let study = coded(name);
        by_label.insert(study["label"].as_str().unwrap().to_owned(), (name, draft));
        let text = draft.text.as_str();
        let list = study["codings"].as_array().unwrap();
        assert!(list.len() > 10, "{name}");
        for coding in list {
            let code = coding["code"].as_str().unwrap();
            assert!(known.contains(code), "{name}: no code {code}");
            coders.insert(coding["coder"].as_str().unwrap().to_owned());
            let from = coding["from"].as_str().unwrap();
            let there = once(name, text, from);
            if let (Some(to), true) = (coding["to"].as_str(), there)
                && once(name, text, to)
            {
                assert!(text.find(from) <= text.find(to), "{name}: ends before it begins: {from} … {to}");
            }
            assert!(coding["weight"].as_i64().is_none_or(|weight| (0..=100).contains(&weight)));
        }
        for summary in study["summaries"].as_array().unwrap() {
            assert!(known.contains(summary["code"].as_str().unwrap()), "{name}: {summary}");
        }
        for from in study["memos"].as_array().unwrap().iter().filter_map(|memo| memo["from"].as_str()) {
            once(name, text, from);
        }
    }
    for (path, code) in &codes {
        for anchor in &code.anchors {
            let label = anchor.place.trim_start_matches("IP ").to_owned();
            let Some((name, draft)) = by_label.get(&label) else { panic!("{path}: no interview {label}") };
            if once(name, draft.text.as_str(), &anchor.text) {
                let at = draft.text.as_str().find(&anchor.text).unwrap();
                let span = draft.text.span(at..at + anchor.text.len());
                let touched = absatz::text::paragraphs::touched(&draft.paragraphs, span);
                assert_eq!(
                    touched.iter().filter(|p| p.number.is_some()).count(),
                    1,
                    "{path}: {}",
                    anchor.text
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(coders.iter().map(String::as_str).collect::<Vec<_>>(), CODERS);
    assert_eq!(by_label.len(), 8, "labels differ");
}

/// What the workbench and the command line can show of guides, consents and protocols is there to be tried.
#[test]
fn guides_consents_and_protocols_are_there() {
    use absatz::i18n::Lang;
    use absatz::model::guides::Stage;
    use absatz::ops;
    use absatz::store::{consent, documents, guides, memos};

    let project = ops::demo::build(Lang::En).unwrap();
    let reader = project.read();
    let kept = guides::list(&reader).unwrap();
    let names: Vec<String> = kept.iter().map(|guide| guide.typed()).collect();
    assert_eq!(names, ["interview-guide:1", "interview-guide:2"]);
    assert!(guides::text(&reader, kept[0].id).unwrap().contains("Was hat Sie bisher am stärksten gebremst?"));
    let all = documents::list(&reader).unwrap();
    for document in &all {
        let pretest = document.label == "Pretest";
        assert_eq!(document.stage == Stage::Pretest, pretest);
        assert_eq!(document.guide, Some(kept[usize::from(!pretest)].id), "{}", document.label);
        let consents = consent::of_document(&reader, document.id).unwrap();
        // Two persons speak in interview 5, and each has agreed to something else.
        let persons: Vec<&str> = consents.iter().filter_map(|consent| consent.name.as_deref()).collect();
        assert_eq!(persons, if document.label == "5" { vec!["P5", "P6"] } else { vec![] });
        assert_eq!(consents.len(), persons.len().max(1), "{}", document.label);
        let protocol = memos::of_document(&reader, document.id).unwrap();
        let protocol = protocol.iter().filter(|memo| memo.template.as_deref() == Some("protocol")).count();
        assert_eq!(protocol, 1, "{}", document.label);
    }
    // Nothing of it is ever overdue, whenever somebody tries it.
    assert!(ops::consent::concerns(&reader, "2999-12-31").unwrap().is_empty());
    let releases = consent::releases(&reader, None).unwrap();
    let answers: BTreeSet<&str> = releases
        .iter()
        .map(|release| ops::consent::may_quote(&reader, release.document, release.span).unwrap().name())
        .collect();
    assert_eq!(answers, BTreeSet::from(["asked", "changed", "refused", "released"]));
}

/// Few things, and each can be defended: cases' names are names until the list says what they stand for.
#[test]
fn the_check_of_the_shipped_study_names_what_tells_and_nothing_else() {
    let project = absatz::ops::demo::build(absatz::i18n::Lang::De).unwrap();
    let found = absatz::ops::names::check(&project, &absatz::progress::Progress::new()).unwrap();
    let found: Vec<String> = found.iter().map(|one| format!("{} {}", one.kind.name(), one.words)).collect();
    assert_eq!(
        found,
        ["case Moorbach", "case Kaltenhain", "case Hohenwerda", "case Rheinau-Nord", "unrecoded function"]
    );
}
