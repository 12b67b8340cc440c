//! The bridge to the search over all documents: what is typed, and hits as a list shows them.

use super::msg::Hit;
use crate::error::Result;
use crate::ops;
use crate::progress::Progress;
use crate::store::Project;
use crate::text::search::{Mode, compile};

/// Searches all documents, letter case and accents aside, and answers with the hits.
pub fn run(project: &Project, query: &str, progress: &Progress) -> Result<Vec<Hit>> {
    let finder = compile(query, Mode::Folded)?;
    let found = ops::search::transcripts(project, &finder, None, progress)?;
    let hits = found.into_iter().map(|hit| {
        let within = hit.before.len()..hit.before.len() + hit.words.len();
        let context = format!("{}{}{}", hit.before, hit.words, hit.after).replace('\n', " ");
        Hit { document: hit.document, span: hit.span, citation: hit.citation, context, within }
    });
    Ok(hits.collect())
}
