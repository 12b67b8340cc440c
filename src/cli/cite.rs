//! `cite`: the canonical citation of a code's segments or of places.

use clap::Args;
use serde_json::json;

use super::context::{self, Context};
use super::segments::documents_of;
use crate::error::{Error, Result};
use crate::ops::cite::{self, Bundle, Count};
use crate::ops::query::{self, Ask};
use crate::ops::retrieve::{self, SegmentQuery};
use crate::store::{Project, codes, documents};
use crate::text::places::Part;
use crate::tr;

/// Write the citation of a code's segments, or of places, as the project cites.
///
/// The bundle goes to stdout; in how many of the interviews that were asked it is, to stderr. It answers for the analysis
/// set; with --coder, for that coder's own work.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz cite --code Obstacles --with-subcodes\n  absatz cite --code Obstacles/Legal --group Land --by-group\n  absatz cite --query 'Obstacles/Legal near Staff within 2'\n  absatz cite 5:9 4:13-14 \"IP 2: 7\"\n  absatz cite 5:9\"the quoted words\""
)]
pub struct Cite {
    /// Places to cite: 5:9, 5:9-11, 5
    #[arg(value_name = "PLACE")]
    places: Vec<String>,
    /// The segments of this code; several
    #[arg(long, value_name = "CODE", conflicts_with = "places")]
    code: Vec<String>,
    /// What answers this query (docs/query.md), or the saved one @NAME
    #[arg(long, value_name = "QUERY", conflicts_with_all = ["places", "code"])]
    query: Option<String>,
    /// Also of the subcodes of the codes that are named
    #[arg(long)]
    with_subcodes: bool,
    /// Only of this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',', conflicts_with = "places")]
    document: Vec<String>,
    /// Only of the documents of this group; several
    #[arg(long, value_name = "GROUP", conflicts_with = "places")]
    group: Vec<String>,
    /// In how many interviews of each group
    #[arg(long)]
    by_group: bool,
}

impl Cite {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let (bundle, notes) = match self.places.is_empty() {
            true => self.segments(context, &project)?,
            false => (self.of_places(&project)?, Vec::new()),
        };
        if context.json {
            let count = |count: &Count| json!({"with": count.with, "of": count.all});
            let groups = bundle
                .groups
                .iter()
                .map(|(group, counted)| json!({"group": group, "with": counted.with, "of": counted.all}));
            return context.print_json(&json!({
                "citation": bundle.citation,
                "places": bundle.places,
                "documents": count(&bundle.documents),
                "groups": groups.collect::<Vec<_>>(),
                "notes": notes,
            }));
        }
        if !bundle.citation.is_empty() {
            context.line(&bundle.citation)?;
        }
        let said = |counted: &Count| tr!("cite-count", with = counted.with, of = counted.all);
        context.say(&said(&bundle.documents));
        for (group, counted) in bundle.groups.iter().filter(|_| self.by_group) {
            let group = group.clone().unwrap_or_else(|| tr!("cite-no-group"));
            context.say(&tr!("cite-count-group", group = group, count = said(counted)));
        }
        for note in &notes {
            context.say(note);
        }
        Ok(())
    }

    fn segments(&self, context: &Context, project: &Project) -> Result<(Bundle, Vec<String>)> {
        if let Some(typed) = &self.query {
            return self.answer(context, project, typed);
        }
        if self.code.is_empty() {
            return Err(Error::usage(tr!("cite-of-what")).hint(tr!("cite-of-what-hint")));
        }
        let tree = codes::tree(&project.read())?;
        let asked = documents_of(project, &self.document, &self.group)?;
        let query = SegmentQuery {
            codes: Some(context::code_ids(&tree, &self.code)?),
            with_subcodes: self.with_subcodes,
            documents: asked.clone(),
            coder: context.own_work(project),
        };
        let found = retrieve::segments(project, &query)?;
        Ok((cite::of_segments(project, &found.segments, asked.as_deref())?, found.notes))
    }

    fn answer(&self, context: &Context, project: &Project, typed: &str) -> Result<(Bundle, Vec<String>)> {
        let query = crate::ops::queries::read(&project.read(), typed)?;
        let query = if self.with_subcodes { query.with_subcodes() } else { query };
        let documents = documents_of(project, &self.document, &self.group)?;
        let ask = Ask { documents, coder: context.own_work(project), ..Ask::new(query) };
        let answer = query::ask(project, &ask)?;
        let bundle = cite::of_segments(project, &answer.segments, ask.documents.as_deref())?;
        Ok((bundle, answer.notes))
    }

    fn of_places(&self, project: &Project) -> Result<Bundle> {
        let mut places = Vec::with_capacity(self.places.len());
        for typed in &self.places {
            let (document, part) = context::part(project, typed)?;
            let span = match part {
                Part::Whole => None,
                part => {
                    let transcript = documents::transcript(&project.read(), document.id)?;
                    Some(crate::text::places::resolve(
                        &part,
                        &document.label,
                        &transcript.text,
                        &transcript.paragraphs,
                    )?)
                }
            };
            places.push((document.id, span));
        }
        cite::of_places(project, &places)
    }
}
