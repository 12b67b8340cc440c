//! `segments`: the coded segments with their citations.

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table;
use crate::analysis;
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::codings::Segment;
use crate::ops::retrieve::{self, SegmentQuery};
use crate::store::{Project, codes, documents};
use crate::tr;

/// List coded segments with their citations.
///
/// They answer for the analysis set: the consensus where a document is consolidated, otherwise the coder chosen for it.
/// With --coder, for that coder's own work.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz segments --code Obstacles --with-subcodes\n  absatz segments --document 5 --json\n  absatz segments --group Land -o segments.xlsx"
)]
pub struct Segments {
    /// Only of this code; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// Also of the subcodes of these codes
    #[arg(long)]
    with_subcodes: bool,
    /// Only of this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only of the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    #[command(flatten)]
    output: Output,
}

/// A segment in the shape that scripts rely on.
pub fn as_json(segment: &Segment) -> Value {
    let coding = &segment.coding;
    json!({
        "document": segment.label,
        "code": segment.code,
        "coder": segment.coder,
        "start": coding.span.start.0,
        "end": coding.span.end.0,
        "first_paragraph": segment.paragraphs.0,
        "last_paragraph": segment.paragraphs.1,
        "citation": segment.citation,
        "text": segment.text,
        "weight": coding.weight,
        "comment": coding.comment,
        "uuid": coding.uuid,
        "group": segment.group,
        "speakers": segment.speakers,
        "created": coding.created,
    })
}

/// Documents by label and group; none means all.
pub fn documents_of(
    project: &Project,
    labels: &[String],
    groups: &[String],
) -> Result<Option<Vec<DocumentId>>> {
    let named = context::document_ids(project, labels)?;
    if groups.is_empty() {
        return Ok(named);
    }
    let all = documents::list(&project.read())?;
    let wanted: Vec<String> = groups.iter().map(|group| group.trim().to_lowercase()).collect();
    for (group, wanted) in groups.iter().zip(&wanted) {
        let known = |document: &crate::model::documents::Document| {
            document.group.as_ref().is_some_and(|name| name.to_lowercase() == *wanted)
        };
        if !all.iter().any(known) {
            let names = documents::groups(&project.read())?;
            let names = names.into_iter().map(|group| group.name).collect::<Vec<_>>().join(", ");
            return Err(Error::not_found(tr!("cli-no-such-group", group = group.clone()))
                .hint(tr!("cli-groups-are", groups = names)));
        }
    }
    let in_group = all
        .iter()
        .filter(|document| document.group.as_ref().is_some_and(|name| wanted.contains(&name.to_lowercase())));
    let in_group: Vec<DocumentId> = in_group.map(|document| document.id).collect();
    Ok(Some(match named {
        Some(named) => named.into_iter().filter(|id| in_group.contains(id)).collect(),
        None => in_group,
    }))
}

impl Segments {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let tree = codes::tree(&project.read())?;
        let codes = match self.code.is_empty() {
            true => None,
            false => Some(context::code_ids(&tree, &self.code)?),
        };
        let query = SegmentQuery {
            codes,
            with_subcodes: self.with_subcodes,
            documents: documents_of(&project, &self.document, &self.group)?,
            coder: context.own_work(&project),
        };
        let found = retrieve::segments(&project, &query)?;
        let table = analysis::segments::table(&found.segments, found.notes.clone());
        let as_text = || {
            let mut out = String::new();
            for segment in &found.segments {
                let weight = segment.coding.weight.map_or_else(String::new, |weight| format!("  [{weight}]"));
                out.push_str(&format!("{}  {}{weight}\n", segment.citation, segment.code));
                out.push_str(&table::indented(&segment.text, 4));
                if !segment.coding.comment.is_empty() {
                    out.push_str(&table::indented(&format!("// {}", segment.coding.comment), 4));
                }
                out.push('\n');
            }
            out
        };
        let as_json = || found.segments.iter().map(as_json).collect();
        context.table(&self.output, &project, &[table], as_json, as_text)?;
        if !context.json && !self.output.is_wanted() {
            context.say(&tr!("cli-segments-found", count = found.segments.len()));
            for note in &found.notes {
                context.say(note);
            }
        }
        Ok(())
    }
}
