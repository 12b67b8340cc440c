//! What `import` says of a file: text, JSON, a row of the table.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::table::{Listing, columns, indented, pairs};
use crate::error::{Choice, Error, Result};
use crate::formats::read::said;
use crate::model::draft::{Candidate, Draft};
use crate::model::table::ColumnKind;
use crate::text::times;
use crate::tr;

/// What became of one document of a file, or of a file that could not be read.
pub struct Outcome {
    pub file: PathBuf,
    pub result: Result<Found>,
}

pub struct Found {
    /// None: there is no project to ask.
    pub label: Option<String>,
    pub draft: Draft,
    /// How many documents the file gives.
    pub parts: usize,
}

/// What there is to say, with the option that changes it.
fn advised(text: &str, choice: Choice) -> String {
    let option = match choice {
        Choice::Encoding => "--encoding NAME",
        Choice::Speakers => "--also-speakers A,B",
        Choice::JoinLines => "--join-lines yes|no",
        Choice::Split => "--split no",
        Choice::Columns => "--columns speaker=A,text=C,start=B",
        Choice::Sheet => "--sheet NAME",
        Choice::Tiers => "--tiers A,B",
        Choice::Label => "--label",
        Choice::Again => "--again",
    };
    format!("{text} ({option})")
}

/// The error with the option that mends it.
pub fn mended(mut error: Error) -> Error {
    if let (Some(hint), Some(choice)) = (&error.hint, error.choice) {
        error.hint = Some(advised(hint, choice));
    }
    error
}

impl Found {
    /// What was left out or is odd, most important first.
    pub fn warnings(&self) -> Vec<String> {
        let draft = &self.draft;
        draft
            .warnings
            .iter()
            .cloned()
            .chain(draft.advice.iter().map(|advice| advised(&advice.text, advice.choice)))
            .collect()
    }

    fn speakers(&self) -> String {
        let speakers = self.draft.speakers.iter().map(|speaker| {
            let (label, count) = (speaker.label.clone(), speaker.paragraphs);
            match speaker.interviewer {
                true => tr!("cli-import-interviewer", label = label, count = count),
                false => format!("{label} ({count})"),
            }
        });
        speakers.collect::<Vec<_>>().join(", ")
    }

    /// One line on a document: label, file, counts, speakers.
    pub fn line(&self, file: &Path) -> String {
        let counts = tr!("cli-import-counts", paragraphs = self.draft.numbered(), words = self.draft.words());
        let label = self.label.clone().unwrap_or_default();
        let speakers = self.speakers();
        let end = if speakers.is_empty() { String::new() } else { format!("; {speakers}") };
        format!("{label:<4} {}: {counts}{end}", file.display())
    }

    /// The first paragraphs as they will be numbered: number, speaker, time, text.
    fn begins(&self, show: usize) -> String {
        let rows: Vec<Vec<String>> = self
            .draft
            .begins(show)
            .into_iter()
            .map(|line| {
                let number = line.n.map_or_else(|| "·".to_owned(), |number| number.to_string());
                let time = line.time.map_or_else(String::new, |time| times::shown((time * 1000.0) as u32));
                vec![number, line.speaker.unwrap_or_default(), time, line.text.replace('\u{2028}', " ")]
            })
            .collect();
        let heading = [
            tr!("cli-column-number"),
            tr!("cli-column-speaker"),
            tr!("cli-column-time"),
            tr!("cli-column-beginning"),
        ];
        if rows.is_empty() { String::new() } else { columns(&heading, &rows) }
    }
}

fn candidate(candidate: &Candidate) -> String {
    let reason = tr!(&format!("candidate-{}", candidate.reason.name()));
    let (label, count) = (candidate.label.clone(), candidate.paragraphs);
    tr!("cli-import-candidate", label = label, count = count, reason = reason)
}

impl Outcome {
    /// As scripts read it; with what a preview adds where paragraphs are to be shown.
    pub fn to_json(&self, show: Option<usize>) -> Value {
        let file = self.file.display().to_string();
        let found = match &self.result {
            Ok(found) => found,
            Err(error) => {
                return json!({
                    "file": file,
                    "label": null,
                    "reader": null,
                    "encoding": null,
                    "paragraphs": 0,
                    "words": 0,
                    "speakers": [],
                    "times": 0,
                    "times_are": null,
                    "part": null,
                    "parts": 0,
                    "warnings": [],
                    "error": error.to_json()["error"],
                });
            }
        };
        let draft = &found.draft;
        let mut json = json!({
            "file": file,
            "label": found.label,
            "reader": draft.reader,
            "encoding": draft.encoding,
            "paragraphs": draft.numbered(),
            "words": draft.words(),
            "speakers": draft.speakers,
            "times": draft.timed(),
            "times_are": draft.stamps.are,
            "part": draft.part,
            "parts": found.parts,
            "warnings": found.warnings(),
            "error": null,
        });
        if let (Some(show), Some(json)) = (show, json.as_object_mut()) {
            json.insert("candidates".to_owned(), json!(draft.candidates));
            json.insert("left_out".to_owned(), json!(draft.left_out));
            json.insert("preview".to_owned(), json!(draft.begins(show)));
        }
        json
    }

    pub fn to_text(&self, show: usize) -> String {
        let file = self.file.display().to_string();
        let found = match &self.result {
            Ok(found) => found,
            Err(error) => return format!("{file}\n{}\n", indented(&error.to_string(), 4).trim_end()),
        };
        let draft = &found.draft;
        let name = match draft.part.as_ref() {
            Some(part) => format!("{file} · {}/{}", part.number, found.parts),
            None => file,
        };
        let mut rows = vec![
            (tr!("cli-column-label"), found.label.clone().unwrap_or_default()),
            (tr!("cli-import-reader"), draft.reader.to_owned()),
            (tr!("cli-import-encoding"), draft.encoding.clone().unwrap_or_default()),
            (tr!("cli-column-paragraphs"), draft.numbered().to_string()),
            (tr!("cli-column-words"), draft.words().to_string()),
            (tr!("cli-column-speakers"), found.speakers()),
        ];
        if !draft.candidates.is_empty() {
            let list = draft.candidates.iter().map(candidate).collect::<Vec<_>>().join(", ");
            rows.push((tr!("cli-import-candidates"), list));
        }
        rows.push((tr!("cli-import-times"), draft.timed().to_string()));
        rows.extend(said::times(draft).map(|said| (String::new(), said)));
        rows.extend(said::left_out(draft).into_iter().map(|line| (tr!("cli-import-left-out"), line)));
        rows.extend(found.warnings().into_iter().map(|warning| (tr!("cli-import-note"), warning)));
        let about = indented(pairs(&rows).trim_end(), 4);
        let begins = indented(found.begins(show).trim_end(), 4);
        let between = if begins.is_empty() { "" } else { "\n\n" };
        format!("{name}\n{}{between}{}\n\n", about.trim_end(), begins.trim_end())
    }
}

/// What came of all of them, a row each.
pub fn table(outcomes: &[Outcome]) -> Listing {
    let mut rows = Listing::new("imported")
        .columns(ColumnKind::Short, ["file", "label"])
        .columns(ColumnKind::Number, ["paragraphs", "words"])
        .columns(ColumnKind::Short, ["speakers"])
        .columns(ColumnKind::Long, ["note"]);
    for outcome in outcomes {
        let file = outcome.file.display().to_string();
        let empty = String::new;
        rows.row(match &outcome.result {
            Ok(found) => {
                let labels = found.draft.speakers.iter().map(|speaker| speaker.label.as_str());
                [
                    file,
                    found.label.clone().unwrap_or_default(),
                    found.draft.numbered().to_string(),
                    found.draft.words().to_string(),
                    labels.collect::<Vec<_>>().join(", "),
                    found.warnings().join(" "),
                ]
            }
            Err(error) => [file, empty(), empty(), empty(), empty(), error.message.clone()],
        });
    }
    rows
}
