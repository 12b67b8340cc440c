//! Coded segments to be read: a chapter a code, or a chapter a document, each segment with its citation.

use std::collections::HashMap;

use crate::model::CodingId;
use crate::model::codes::CodeTree;
use crate::model::codings::Segment;
use crate::model::documents::Document;
use crate::model::written::{Part, Run, Style, Written};
use crate::text::citations::Pattern;
use crate::tr;

/// What has a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    #[default]
    Code,
    Document,
}

impl By {
    pub const NAMES: [&str; 2] = ["code", "document"];
    pub fn from_name(name: &str) -> Option<By> {
        match name {
            "code" => Some(By::Code),
            "document" => Some(By::Document),
            _ => None,
        }
    }
}

/// What else is said of a segment.
#[derive(Debug, Clone, Default)]
pub struct About {
    pub coders: bool,
    /// Why the words of a segment may not be quoted as they are, by coding.
    pub flags: HashMap<CodingId, String>,
}

/// Segments in the order that a table of chapters has: by code in the order of the code system, or as they come.
pub fn sorted(segments: &mut [Segment], by: By, tree: &CodeTree) {
    if by == By::Code {
        // Stable: within a code they stay by document, in text order.
        segments.sort_by_key(|segment| tree.index(segment.coding.code).unwrap_or(usize::MAX));
    }
}

/// The segments as running text.
pub fn write(
    segments: &[Segment],
    by: By,
    tree: &CodeTree,
    documents: &[Document],
    pattern: &Pattern,
    about: &About,
    notes: Vec<String>,
) -> Written {
    let mut written = Written {
        name: "coded-segments".into(),
        title: tr!("table-segments-title"),
        parts: Vec::new(),
        notes,
    };
    match by {
        By::Code => by_code(segments, tree, about, &mut written.parts),
        By::Document => by_document(segments, documents, pattern, about, &mut written.parts),
    }
    if segments.is_empty() {
        written.parts.push(Part::text(tr!("chapters-nothing")));
    }
    written
}

fn by_code(segments: &[Segment], tree: &CodeTree, about: &About, parts: &mut Vec<Part>) {
    for node in tree.nodes() {
        let below = tree.subtree(node.code.id);
        let any = |segment: &Segment| below.iter().any(|below| below.code.id == segment.coding.code);
        if segments.iter().any(any) {
            let own: Vec<&Segment> =
                segments.iter().filter(|segment| segment.coding.code == node.code.id).collect();
            parts.push(Part::Heading((node.depth + 1).min(9) as u8, node.code.name.clone()));
            if !own.is_empty() {
                parts.push(Part::note(counted(&own)));
            }
            own.into_iter().for_each(|segment| quote(segment, false, about, parts));
        }
    }
    // Passages that a query has worked out may lie under no code or several.
    let others = segments.iter().filter(|segment| tree.get(segment.coding.code).is_none());
    let others: Vec<&Segment> = others.collect();
    if !others.is_empty() {
        parts.push(Part::Heading(1, tr!("chapters-no-code")));
        others.into_iter().for_each(|segment| quote(segment, true, about, parts));
    }
}

fn by_document(
    segments: &[Segment],
    documents: &[Document],
    pattern: &Pattern,
    about: &About,
    parts: &mut Vec<Part>,
) {
    for document in documents {
        let own: Vec<&Segment> =
            segments.iter().filter(|segment| segment.coding.document == document.id).collect();
        if own.is_empty() {
            continue;
        }
        let name = pattern.name(&document.label);
        parts.push(Part::Heading(
            1,
            match document.title.trim() {
                "" => name,
                title => tr!("chapters-document", name = name, title = title),
            },
        ));
        let said = counted(&own);
        parts.push(Part::note(match &document.group {
            Some(group) => format!("{group} · {said}"),
            None => said,
        }));
        own.into_iter().for_each(|segment| quote(segment, true, about, parts));
    }
}

fn counted(segments: &[&Segment]) -> String {
    let documents: std::collections::HashSet<_> =
        segments.iter().map(|segment| segment.coding.document).collect();
    tr!("chapters-count", segments = segments.len(), documents = documents.len())
}

fn quote(segment: &Segment, with_code: bool, about: &About, parts: &mut Vec<Part>) {
    let mut said = Vec::new();
    if with_code {
        said.push(segment.code.clone());
    }
    said.push(segment.speakers.join(", "));
    if !with_code {
        said.extend(segment.group.clone());
    }
    said.extend(segment.coding.weight.map(|weight| tr!("chapters-weight", weight = weight)));
    if about.coders {
        said.push(segment.coder.clone());
    }
    said.extend(about.flags.get(&segment.coding.id).cloned());
    said.retain(|text| !text.is_empty());
    parts.push(Part::Quote {
        text: segment.text.clone(),
        citation: segment.citation.clone(),
        about: said.join(" · "),
    });
    if !segment.coding.comment.trim().is_empty() {
        parts.push(Part::Text(vec![
            Run::strong(tr!("written-named", name = tr!("table-comment"))),
            Run::plain(" "),
            Run { text: segment.coding.comment.trim().to_owned(), style: Style::Emphasis },
        ]));
    }
}
