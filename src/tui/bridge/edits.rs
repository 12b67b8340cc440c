//! The bridge to corrections: a corrected text on its way to `ops`, and what is asked first.

use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::edits::{Affected, EditReport, Standing};
use crate::model::history::Changed;
use crate::ops::edits::{self, Correction};
use crate::store::{Project, edits as stored};
use crate::text::anchors::Fate;
use crate::text::wrap::cut;
use crate::tr;

/// A corrected text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correct {
    pub document: DocumentId,
    /// The paragraph; none: the whole transcript.
    pub number: Option<u32>,
    pub text: String,
    pub reason: String,
    /// The hash of the text that was corrected.
    pub base: String,
    pub asks: Asks,
}

/// When the person is asked before a correction is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// It was, and said yes.
    Never,
    /// Where something loses words.
    Losses,
    /// Always: the text began as another one than the present one.
    Always,
}

impl Correct {
    /// The name under which its text is kept while it is not written.
    pub fn draft(document: DocumentId, number: Option<u32>) -> String {
        match number {
            Some(number) => format!("correct {} {number}", document.0),
            None => format!("correct {}", document.0),
        }
    }
}

/// What became of a correction.
#[derive(Debug)]
pub enum Told {
    /// It was written, or there was nothing to write.
    Done { document: DocumentId, number: Option<u32>, same: bool },
    /// Nothing is written yet.
    Asks { lines: Vec<String>, then: Correct },
    /// The text is another one by now.
    Outdated { document: DocumentId, number: Option<u32>, error: Error },
}

/// Writes a correction, or says what would be lost; what it changed, if it did.
pub fn correct(project: &mut Project, what: Correct) -> Result<(Told, Option<Changed>)> {
    let Correct { document, number, .. } = what;
    match try_it(project, what) {
        Err((error, true)) => Ok((Told::Outdated { document, number, error }, None)),
        Err((error, false)) => Err(error),
        Ok(told) => Ok(told),
    }
}

type Tried = std::result::Result<(Told, Option<Changed>), (Error, bool)>;

fn try_it(project: &mut Project, what: Correct) -> Tried {
    let (document, number) = (what.document, what.number);
    let now = stored::text_hash(&project.read(), document).map_err(|error| (error, false))?;
    let outdated = now != what.base;
    let wrong = |error| (error, outdated);
    let whole = match number {
        Some(number) => {
            edits::with_paragraph(&project.read(), document, number, &what.text).map_err(wrong)?.0
        }
        None => what.text.clone(),
    };
    let correction =
        Correction { text: &whole, reason: &what.reason, base: Some(&what.base), ..Correction::default() };
    if what.asks != Asks::Never {
        project.set_dry_run(true);
        let tried = edits::edit(project, document, &correction);
        project.set_dry_run(false);
        let report = tried.map_err(wrong)?.value;
        let same = report.passages.is_empty() && report.speakers.is_empty() && report.split.is_empty();
        if same {
            return Ok((Told::Done { document, number, same }, None));
        }
        if report.loses() || what.asks == Asks::Always {
            let lines = lines(&report, what.asks == Asks::Always);
            return Ok((Told::Asks { lines, then: Correct { asks: Asks::Never, ..what } }, None));
        }
    }
    let done = edits::edit(project, document, &correction).map_err(wrong)?;
    Ok((Told::Done { document, number, same: false }, Some(done.changed)))
}

/// What a correction would do, in lines to be read: what is lost first.
fn lines(report: &EditReport, passages: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut section = |title: String, all: Vec<String>| {
        if !all.is_empty() {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.push(title);
            lines.extend(all.into_iter().map(|line| format!("  {line}")));
        }
    };
    let of = |fate| report.with_fate(fate).map(said).collect::<Vec<_>>();
    section(tr!("editing-goes"), of(Fate::Emptied));
    section(tr!("editing-shrinks"), of(Fate::Shrunk));
    let others = report.others;
    if others.emptied + others.shrunk > 0 {
        let (gone, shrunk) = (others.emptied, others.shrunk);
        section(tr!("editing-others"), vec![tr!("editing-others-count", gone = gone, shrunk = shrunk)]);
    }
    if passages || !report.loses() {
        let all = &report.passages;
        let told = all.iter().map(|passage| {
            tr!(
                "editing-passage",
                place = passage.citation.clone(),
                before = cut(&flat(&passage.before), 120),
                after = cut(&flat(&passage.after), 120)
            )
        });
        section(tr!("editing-passages", count = all.len()), told.collect());
    }
    let rest = report.kept + report.moved + report.with_fate(Fate::Changed).count() as u32;
    if rest > 0 {
        section(tr!("editing-rest"), vec![tr!("editing-rest-count", count = rest)]);
    }
    lines
}

fn flat(text: &str) -> String {
    text.replace(['\n', '\u{2028}'], " ")
}

fn said(affected: &Affected) -> String {
    let what = match affected.what {
        Standing::Coding => affected.code.clone().unwrap_or_default(),
        Standing::Memo => tr!("name-field-memo"),
        Standing::Paraphrase => tr!("name-field-paraphrase"),
        Standing::Anchor => {
            format!("{} {}", tr!("name-field-anchor"), affected.code.clone().unwrap_or_default())
        }
        Standing::Release => tr!("editing-release"),
    };
    let who = affected.coder.as_ref().map(|coder| format!(", {coder}")).unwrap_or_default();
    let before = cut(&flat(&affected.before), 120);
    let place = affected.citation.clone();
    if affected.fate == Fate::Emptied {
        return tr!("editing-gone", place = place, what = what + &who, before = before);
    }
    let after = cut(&flat(&affected.after), 120);
    tr!("editing-shrunk", place = place, what = what + &who, before = before, after = after)
}
