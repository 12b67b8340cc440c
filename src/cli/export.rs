//! `export`: the study as it is given to readers.

use clap::Args;

use super::context::Context;
use super::output::Output;
use super::scope::Which;
use crate::error::Result;
use crate::formats::write::Meta;
use crate::formats::write::edition::{self, EditionFormat};
use crate::ops;
use crate::ops::edition::EditionQuery;

/// Write the study for readers: one page with everything, or the transcripts with their codes in the margin.
///
/// The html page holds transcripts, segments, codes, Summary Grid and sample, with filters, search and links from every
/// citation; it needs no network. Listed names are replaced and values are as published; titles, who coded and when are
/// left out. It says whose codings count.
#[derive(Debug, Args)]
#[command(
    mut_arg("output", |arg| arg.help("Write to FILE in the format of its ending (html); - is stdout")),
    mut_arg("format", |arg| arg.help("The format, where no ending says it: html")),
    after_help = "Examples:\n  absatz export -o study.html\n  absatz export --document 5 -o interview-5.html\n  absatz export --group Land --branch Obstacles -o obstacles.html\n  absatz export --working --coders --times --comments -o for-the-team.html"
)]
pub struct Export {
    #[command(flatten)]
    which: Which,
    /// Working values, titles, and names as they stand
    #[arg(long)]
    working: bool,
    /// Also who coded
    #[arg(long)]
    coders: bool,
    /// Also when it was coded
    #[arg(long)]
    times: bool,
    /// Also the comments on segments
    #[arg(long)]
    comments: bool,
    /// The heading [default: the project's name]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl Export {
    pub fn run(self, context: &Context) -> Result<()> {
        let format = self.output.format(EditionFormat::from_name, EditionFormat::from_path)?;
        let project = context.open()?;
        let (codes, documents) = self.which.chosen(&project)?;
        let query = EditionQuery {
            documents,
            codes,
            without_pretests: self.which.without_pretests,
            coder: context.own_work(&project),
            working: self.working,
            coders: self.coders,
            times: self.times,
            comments: self.comments,
        };
        let made = context.working(|progress| ops::edition::edition(&project, &query, progress))?;
        let meta = Meta { title: self.title.unwrap_or_default(), ..Meta::default() };
        let bytes = edition::write(&made.edition, format, &meta)?;
        made.warnings.iter().for_each(|warning| context.warn(warning));
        context.write_out(&self.output, &bytes, false)
    }
}
