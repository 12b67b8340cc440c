//! `codes sort`: putting the segments of a code into its subcodes.

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::segments::as_json;
use crate::error::{Error, Kind, Result};
use crate::model::CodingId;
use crate::model::codings::Segment;
use crate::ops::codings::Category;
use crate::store::codes;
use crate::{ops, tr};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz codes sort Obstacles\n  absatz codes sort Obstacles Legal 5:9 8:12\n  absatz codes sort Obstacles \"Lack of time\" 5:4 --create\n  absatz codes sort Obstacles Legal --all --dry-run"
)]
pub struct Sort {
    /// The code whose segments are sorted
    code: String,
    /// The subcode that they go into: its name, or the path of any code; without it, what there is to sort is shown
    #[arg(value_name = "SUBCODE")]
    into: Option<String>,
    /// Where the segments are: 5:9, "IP 5: 9", 5:9-11; the UUID of a segment does as well
    #[arg(value_name = "PLACE")]
    places: Vec<String>,
    /// All of your segments that are in no subcode yet
    #[arg(long, conflicts_with = "places", requires = "into")]
    all: bool,
    /// Make the subcode where it is not there
    #[arg(long)]
    create: bool,
    /// Do not mark what was coded before to be revisited for a subcode that is made
    #[arg(long)]
    no_revisit: bool,
    /// Say what would be sorted and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Sort {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let tree = codes::tree(&project.read())?;
        let code = tree.find(&self.code)?.code.id;
        let own = ops::retrieve::own(&project, code)?;
        let open = |segment: &&Segment| segment.coding.code == code;
        let Some(into) = &self.into else {
            return list(context, &own, |segment| open(&segment));
        };
        if self.places.is_empty() && !self.all {
            return Err(Error::usage(tr!("cli-sort-what")).hint(tr!("cli-sort-what-hint")));
        }
        let mut chosen: Vec<CodingId> = Vec::new();
        if self.all {
            chosen.extend(own.iter().filter(open).map(|segment| segment.coding.id));
        }
        for typed in &self.places {
            let found = self.at(&project, &own, typed)?;
            chosen.extend(found.into_iter().filter(|id| !chosen.contains(id)).collect::<Vec<_>>());
        }
        let below = tree
            .children(Some(code))
            .find(|node| node.code.name.to_lowercase() == into.trim().to_lowercase());
        let category = match below.map(|node| node.code.id) {
            Some(id) => Category::Code(id),
            None => match tree.find(into) {
                Ok(node) => Category::Code(node.code.id),
                // A name alone is a subcode's.
                Err(error) if error.kind == Kind::NotFound && self.create => {
                    let path =
                        if into.contains('/') { into.clone() } else { format!("{}/{into}", tree.path(code)) };
                    Category::Path(path)
                }
                Err(error) => return Err(error),
            },
        };
        project.set_dry_run(self.dry_run);
        let sorted = ops::codings::sort(&mut project, &chosen, &category, !self.no_revisit)?.value;
        let path = match &category {
            Category::Path(path) => path.clone(),
            Category::Code(id) => tree.path(*id).to_owned(),
        };
        let words = match self.dry_run {
            true => tr!("cli-would-sort", count = chosen.len(), code = path.clone()),
            false => tr!("cli-sorted", count = chosen.len(), code = path.clone()),
        };
        context.done(
            &words,
            &json!({"into": path, "created": sorted.made, "segments": chosen.len(), "dry_run": self.dry_run}),
        )
    }

    /// One's own segments of the code, or of its subcodes, at a place; or the one with a UUID.
    fn at(&self, project: &crate::store::Project, own: &[Segment], typed: &str) -> Result<Vec<CodingId>> {
        if let Some(one) = own.iter().find(|segment| segment.coding.uuid == typed.trim().to_lowercase()) {
            return Ok(vec![one.coding.id]);
        }
        let (document, span) = context::place(project, typed)?;
        let here =
            |segment: &&Segment| segment.coding.document == document.id && segment.coding.span.overlaps(span);
        let found: Vec<CodingId> = own.iter().filter(here).map(|segment| segment.coding.id).collect();
        if found.is_empty() {
            let message = tr!("cli-nothing-coded", place = typed.to_owned(), codes = self.code.clone());
            return Err(Error::not_found(message).place(typed));
        }
        Ok(found)
    }
}

/// What there is to sort, and how far one is.
fn list(context: &Context, own: &[Segment], open: impl Fn(&Segment) -> bool) -> Result<()> {
    if context.json {
        let row = |segment: &Segment| {
            let mut value = as_json(segment);
            value["sorted"] = json!(!open(segment));
            value
        };
        return context.print_json(&own.iter().map(row).collect::<Value>());
    }
    for segment in own {
        context.line(&format!("{}  {}", segment.citation, segment.code))?;
        context.print(&super::table::indented(&segment.text, 4))?;
    }
    let sorted = own.iter().filter(|segment| !open(segment)).count();
    context.say(&tr!("sorting-progress", sorted = sorted, all = own.len()));
    Ok(())
}
