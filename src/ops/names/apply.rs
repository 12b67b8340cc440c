//! Replacing the names: one undo for all of it.
//!
//! A transcript is corrected as by hand, so that codings cover what stands where their words stood. All other texts are
//! one operation of their own, everybody's texts: a name is no coder's opinion. What the history says of it is how many
//! texts there were, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Scope, field, find};
use crate::error::{Error, Kind, Result};
use crate::model::DocumentId;
use crate::model::history::{Changed, Done, OperationKind};
use crate::model::names::{Names, Occurrence, StoredText};
use crate::ops::edits::{self, Correction};
use crate::progress::Progress;
use crate::store::{Project, documents, names};
use crate::text::anchors::Hunk;
use crate::text::names::NameFinder;
use crate::tr;

/// What was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Applied {
    /// Occurrences.
    pub replaced: usize,
    /// Transcripts in which names were replaced.
    pub documents: usize,
    /// Other texts.
    pub texts: usize,
    /// What stands as it was: labels and names of original files.
    pub left: Vec<Occurrence>,
}

/// Replaces the listed names; only these occurrences where some are `chosen`. Speakers' names go with the transcripts.
/// A replacing that is cancelled or fails takes back what it had replaced: names in some interviews only would look like
/// all of them.
pub fn apply(
    project: &mut Project,
    list: &Names,
    scope: &Scope,
    chosen: Option<&[Occurrence]>,
    progress: &Progress,
) -> Result<Done<Applied>> {
    // Who speaks is a text of its own, and goes where the transcript's text goes.
    let all = find(project, list, &Scope { everywhere: true, ..scope.clone() }, progress)?;
    let chosen: Option<BTreeSet<_>> = chosen.map(|chosen| chosen.iter().map(Occurrence::key).collect());
    let (left, wanted): (Vec<Occurrence>, Vec<Occurrence>) = all
        .into_iter()
        .filter(|one| scope.everywhere || one.is_in_transcript() || one.table == "speaker")
        .filter(|one| chosen.as_ref().is_none_or(|chosen| chosen.contains(&one.key())))
        .partition(Occurrence::stays);
    let mut applied = Applied { replaced: wanted.len(), left, ..Applied::default() };
    let mut texts: BTreeMap<DocumentId, Vec<Occurrence>> = BTreeMap::new();
    let mut others: BTreeSet<(&str, &str, i64, usize)> = BTreeSet::new();
    for one in wanted {
        match one.document.filter(|_| one.is_in_transcript()) {
            Some(document) => texts.entry(document).or_default().push(one),
            None => drop(others.insert(one.key())),
        }
    }
    progress.start(texts.len() as u64 + 1);
    let replaced = project.in_batch(|project| {
        let mut changed = Changed::default();
        if !others.is_empty() {
            let done = replace_texts(project, list, &others, progress)?;
            applied.texts = done.value;
            changed.join(done.changed);
        }
        progress.step()?;
        for (document, found) in texts {
            let text = documents::text(&project.read(), document)?;
            let base = documents::sha256(text.as_str().as_bytes());
            let mut corrected = text.as_str().to_owned();
            let spans = found.iter().filter_map(|one| Some((one.span?, one.replacement.as_str())));
            for (span, replacement) in spans.clone().rev() {
                corrected.replace_range(text.bytes(span), replacement);
            }
            // Known and not compared: among many equal words a comparison may pair others.
            let hunks = spans.map(|(old, new)| Hunk { old, length: new.chars().count() as u32 });
            let correction = Correction {
                text: &corrected,
                reason: "pseudonyms",
                base: Some(&base),
                hunks: Some(hunks.collect()),
                ..Correction::default()
            };
            changed.join(edits::edit(project, document, &correction)?.changed);
            applied.documents += 1;
            progress.step()?;
        }
        Ok(changed)
    });
    match replaced {
        Ok(changed) => Ok(Done { value: applied, changed }),
        Err(error) => {
            if applied.texts + applied.documents > 0 && !project.is_dry_run() {
                crate::ops::history::undo(project)?;
            }
            Err(error)
        }
    }
}

/// Replaces these occurrences in texts that are no transcripts.
fn replace_texts(
    project: &mut Project,
    list: &Names,
    wanted: &BTreeSet<(&str, &str, i64, usize)>,
    progress: &Progress,
) -> Result<Done<usize>> {
    let finder = list.finder();
    let replacements = list.replacements();
    project.operate(OperationKind::ReplaceNames, json!({}), |w| {
        let mut changes: Vec<(StoredText, String)> = Vec::new();
        names::each_text(w, &mut |stored| {
            progress.check()?;
            let text = replaced(&finder, &replacements, &stored, wanted);
            if text != stored.text {
                changes.push((stored, text));
            }
            Ok(())
        })?;
        w.argument("count", changes.len());
        for (stored, text) in &changes {
            names::set_text(w, stored, text).map_err(|error| match error.kind {
                // Two names that become the same, in a table where each has its own.
                Kind::Refused => Error::refused(tr!(
                    "error-name-clash",
                    kind = field(stored.table, stored.column),
                    text = text.clone()
                ))
                .hint(tr!("hint-name-clash")),
                _ => error,
            })?;
        }
        Ok(changes.len())
    })
}

fn replaced(
    finder: &NameFinder,
    replacements: &[&str],
    stored: &StoredText,
    wanted: &BTreeSet<(&str, &str, i64, usize)>,
) -> String {
    let mut text = stored.text.clone();
    for (nth, found) in finder.find(&stored.text).into_iter().enumerate().rev() {
        if wanted.contains(&(stored.table, stored.column, stored.row, nth)) {
            text.replace_range(found.bytes, replacements.get(found.form).copied().unwrap_or_default());
        }
    }
    text
}
