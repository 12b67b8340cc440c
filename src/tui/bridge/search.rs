//! The bridge to the search over all documents: what is typed, and hits as a list shows them.

use crate::error::Result;
use crate::progress::Progress;
use crate::store::Project;
use crate::text::Text;
use crate::text::search::{Mode, compile};
use crate::tui::msg::{Hit, HitOf};
use crate::{ops, tr};

/// Searches all documents, letter case and accents aside, and answers with the hits; those in paraphrases and summaries stand
/// last.
pub fn run(project: &Project, query: &str, progress: &Progress) -> Result<Vec<Hit>> {
    let finder = compile(query, Mode::Folded)?;
    let found = ops::search::transcripts(project, &finder, None, progress)?;
    let mut hits: Vec<Hit> = found.into_iter().map(shown).collect();
    for one in ops::search::in_paraphrases(project, &finder)? {
        let text = Text::new(one.paraphrase.text.as_str());
        let (Some(place), Some(found)) = (one.paraphrase.span, finder.find_in(&text).next()) else {
            continue;
        };
        hits.push(Hit {
            document: one.paraphrase.document,
            span: place,
            citation: format!("{} · {}", one.citation, tr!("table-paraphrase")),
            within: text.bytes(found),
            context: one.paraphrase.text.replace('\n', " "),
            of: HitOf::Paraphrase,
        });
    }
    hits.extend(super::summaries::hits(project, &finder)?);
    Ok(hits)
}

/// A hit as a list shows it.
pub fn shown(hit: ops::search::Hit) -> Hit {
    let (context, within) = hit.line();
    Hit { document: hit.document, span: hit.span, citation: hit.citation, context, within, of: HitOf::Text }
}
