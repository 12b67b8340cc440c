//! The shipped study as a project: eight interviews, their coding guide, two coders' codings, some summaries; guides and
//! consents.
//!
//! Everything goes through the operations that a researcher uses, so the demo has a true history.

mod material;
mod records;

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::formats::{codebooks, read};
use crate::i18n::Lang;
use crate::model::coders::Status;
use crate::model::codes::CodeTree;
use crate::model::documents::Transcript;
use crate::model::memos::{MemoOn, MemoText};
use crate::model::{CodeId, DocumentId};
use crate::ops::codings::Application;
use crate::ops::documents::{ImportAs, Source};
use crate::ops::{codebook, coders, codings, documents, memos, project, summaries};
use crate::store::{Project, coders as coder_rows, codes, documents as document_rows};
use crate::text::{Span, paragraphs};
use crate::tr;

/// A file of the study: name, transcript, and what two coders made of it.
struct Interview {
    name: &'static str,
    bytes: &'static [u8],
    coded: &'static str,
}

macro_rules! interviews {
    ($($stem:literal . $ending:literal),+ $(,)?) => {
        [$(Interview {
            name: concat!($stem, ".", $ending),
            bytes: include_bytes!(concat!("../../sample-transcripts/", $stem, ".", $ending)),
            coded: include_str!(concat!("../../sample-transcripts/codings/", $stem, ".json")),
        }),+]
    };
}

const INTERVIEWS: [Interview; 8] = interviews![
    "IP01"."docx", "IP02"."txt", "IP03"."md", "IP04"."vtt", "IP05"."docx", "IP06"."srt", "IP07"."txt",
    "Pretest"."txt",
];

const GUIDE_EN: &str = include_str!("../../codebooks/digital-administration.en.json");
const GUIDE_DE: &str = include_str!("../../codebooks/digital-administration.de.json");

const CODERS: [&str; 2] = ["AK", "MB"];

/// The project file's name in the demo's folder.
pub const FILE: &str = "demo.absatz";

/// What two coders made of an interview: `sample-transcripts/codings/*.json`. Codes are named by their English paths,
/// passages by words that stand once in the transcript, so that nothing depends on paragraph numbers.
#[derive(Deserialize)]
struct Coded {
    label: String,
    title: String,
    group: String,
    status: serde_json::Map<String, serde_json::Value>,
    codings: Vec<CodedSegment>,
    summaries: Vec<CodedSummary>,
    memos: Vec<CodedMemo>,
}

#[derive(Deserialize)]
struct CodedSegment {
    coder: String,
    code: String,
    from: String,
    to: Option<String>,
    #[serde(default)]
    whole: bool,
    weight: Option<u8>,
    #[serde(default)]
    comment: String,
}

#[derive(Deserialize)]
struct CodedSummary {
    coder: String,
    code: String,
    text: String,
}

#[derive(Deserialize)]
struct CodedMemo {
    coder: String,
    from: Option<String>,
    title: String,
    text: String,
    template: Option<String>,
}

/// Makes the demo in a folder: the project, and beside it the files that it was made from, to try importing. A demo that
/// is there already is left as it is. Gives the path of the project.
pub fn create(folder: &Path, lang: Lang) -> Result<PathBuf> {
    let path = folder.join(FILE);
    if path.exists() {
        return Ok(path);
    }
    let made = build(lang)?;
    let sources = folder.join("transcripts");
    std::fs::create_dir_all(&sources).map_err(|error| Error::io(&sources, &error))?;
    for interview in &INTERVIEWS {
        write(&sources.join(interview.name), interview.bytes)?;
    }
    write(&folder.join("coding-guide.json"), guide(lang).as_bytes())?;
    made.backup(&path)?;
    Ok(path)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| Error::io(path, &error))
}

fn guide(lang: Lang) -> &'static str {
    match lang {
        Lang::En => GUIDE_EN,
        Lang::De => GUIDE_DE,
    }
}

/// The study as a project in memory, with AK at work.
pub fn build(lang: Lang) -> Result<Project> {
    let mut project = project::create_in_memory(CODERS[0])?;
    coders::add(&mut project, CODERS[1])?;
    let mut coded = Vec::new();
    for interview in &INTERVIEWS {
        coded.push(import(&mut project, interview)?);
    }
    material::add(&mut project)?;
    codebook::import(&mut project, &codebooks::read("coding-guide.json", guide(lang).as_bytes())?)?;
    let english = codebooks::read("coding-guide.json", GUIDE_EN.as_bytes())?;
    let names = Names::new(&english, &codes::tree(&project.read())?);
    records::write(&mut project, &names)?;
    for name in CODERS.iter().rev() {
        let coder = coder_rows::by_name(&project.read(), name)?.id;
        project.sign_in(coder)?;
        for (document, study) in &coded {
            let transcript = document_rows::transcript(&project.read(), *document)?;
            code(&mut project, name, *document, &transcript, study, &names)?;
        }
    }
    Ok(project)
}

/// Brings interviews of the study, by their files, and its coding guide into a project, without anybody's work on them.
pub(super) fn bring(project: &mut Project, lang: Lang, files: &[&str]) -> Result<()> {
    for file in files {
        for interview in INTERVIEWS.iter().filter(|interview| interview.name == *file) {
            import(project, interview)?;
        }
    }
    codebook::import(project, &codebooks::read("coding-guide.json", guide(lang).as_bytes())?)?;
    Ok(())
}

fn import(project: &mut Project, interview: &Interview) -> Result<(DocumentId, Coded)> {
    let coded: Coded = serde_json::from_str(interview.coded).map_err(|error| {
        Error::invalid(tr!("error-demo", file = interview.name, reason = error.to_string()))
    })?;
    let draft = read::read(interview.name, interview.bytes, &read::ReadOptions::default())?;
    let source = Source::new(interview.name, interview.bytes);
    let wanted = ImportAs {
        label: Some(coded.label.clone()),
        title: Some(coded.title.clone()),
        group: Some(coded.group.clone()),
        again: false,
    };
    let document = documents::import(project, &draft, &source, &wanted)?.value;
    Ok((document, coded))
}

/// One coder's work on one interview.
fn code(
    project: &mut Project,
    coder: &str,
    document: DocumentId,
    transcript: &Transcript,
    study: &Coded,
    names: &Names,
) -> Result<()> {
    for segment in study.codings.iter().filter(|segment| segment.coder == coder) {
        let span = place(transcript, segment, &study.label)?;
        let what = Application {
            codes: vec![names.code(&segment.code)?],
            weight: segment.weight,
            comment: segment.comment.clone(),
        };
        codings::apply(project, document, span, &what)?;
    }
    for summary in study.summaries.iter().filter(|summary| summary.coder == coder) {
        summaries::write(project, document, names.code(&summary.code)?, &summary.text)?;
    }
    for memo in study.memos.iter().filter(|memo| memo.coder == coder) {
        let on = match &memo.from {
            Some(words) => MemoOn::Place(document, find(transcript, words, &study.label)?),
            None => MemoOn::Document(document),
        };
        let (title, text, template) = (memo.title.clone(), memo.text.clone(), memo.template.clone());
        memos::write_as(project, None, on, MemoText { title, text, template, dated: None })?;
    }
    let status = study.status.get(coder).and_then(|status| Status::from_name(status.as_str()?));
    if let Some(status) = status {
        coders::set_status(project, document, status)?;
    }
    Ok(())
}

fn place(transcript: &Transcript, segment: &CodedSegment, label: &str) -> Result<Span> {
    let start = find(transcript, &segment.from, label)?;
    let end = segment.to.as_deref().map(|words| find(transcript, words, label)).transpose()?.unwrap_or(start);
    let span = start.hull(end);
    if !segment.whole {
        return Ok(span);
    }
    Ok(paragraphs::touched(&transcript.paragraphs, span)
        .iter()
        .map(|paragraph| paragraph.span)
        .fold(span, Span::hull))
}

/// Where words stand that occur once.
fn find(transcript: &Transcript, words: &str, label: &str) -> Result<Span> {
    let mut found = transcript.text.as_str().match_indices(words);
    match (found.next(), found.next()) {
        (Some((at, _)), None) => Ok(transcript.text.span(at..at + words.len())),
        _ => {
            let reason = tr!("error-words-not-there", words = words.to_owned());
            Err(Error::invalid(tr!("error-demo", file = label.to_owned(), reason = reason)))
        }
    }
}

/// Codes by their English paths, whatever language the project's guide is in: both guides share their UUIDs.
struct Names(Vec<(String, CodeId)>);

impl Names {
    fn new(english: &crate::model::codebook::Codebook, tree: &CodeTree) -> Names {
        fn collect(
            list: &[crate::model::codebook::CodebookCode],
            prefix: &str,
            tree: &CodeTree,
            names: &mut Vec<(String, CodeId)>,
        ) {
            for entry in list {
                let path = format!("{prefix}{}", entry.name);
                let node = tree.nodes().iter().find(|node| Some(&node.code.uuid) == entry.uuid.as_ref());
                if let Some(node) = node {
                    names.push((path.clone(), node.code.id));
                }
                collect(&entry.children, &format!("{path}/"), tree, names);
            }
        }
        let mut names = Vec::new();
        collect(&english.codes, "", tree, &mut names);
        Names(names)
    }

    fn code(&self, path: &str) -> Result<CodeId> {
        let found = self.0.iter().find(|(name, _)| name == path).map(|(_, id)| *id);
        found.ok_or_else(|| Error::not_found(tr!("error-no-such-code", code = path.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_study_builds_in_both_languages_and_is_whole() {
        for lang in [Lang::En, Lang::De] {
            let project = build(lang).unwrap();
            let reader = project.read();
            assert_eq!(document_rows::list(&reader).unwrap().len(), 8);
            let anchors = codes::anchors(&reader, None).unwrap();
            let unlinked: Vec<_> = anchors.iter().filter(|anchor| anchor.place.is_none()).collect();
            assert!(unlinked.is_empty(), "anchor examples without a place: {unlinked:?}");
        }
    }
}
