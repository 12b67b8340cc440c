//! `documents replace`: reading a document anew from its file.

use std::path::PathBuf;

use clap::Args;

use super::context::{self, Context};
use super::imported::{Found, Outcome, mended};
use super::reading::Reading;
use crate::error::{Error, Result};
use crate::formats::read::{files, read_parts};
use crate::ops::documents::Source;
use crate::{ops, tr};

/// Read a document anew from a file, while nothing is coded or written on it.
///
/// Label, title, group, case, variables, consent and recordings stay. Where codings, memos, summaries or corrections are
/// there already, `absatz edit` corrects the text and takes them along.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz documents replace 5 interviews/IP05.docx\n  absatz documents replace 5 IP05.txt --also-speakers \"Herr Krause\" --dry-run"
)]
pub struct Replace {
    /// Label of the document: 5
    label: String,
    /// The transcript
    file: PathBuf,
    /// Say what was found and change nothing
    #[arg(long)]
    dry_run: bool,
    /// How many paragraphs --dry-run shows
    #[arg(long, value_name = "N", default_value_t = 8)]
    show: usize,
    #[command(flatten)]
    reading: Reading,
    /// Also where the file is in the project as another document
    #[arg(long)]
    again: bool,
}

impl Replace {
    pub fn run(self, context: &Context) -> Result<()> {
        let options = self.reading.options()?;
        let mut project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let (name, bytes) = files::load(&self.file, &options.limits)?;
        let mut drafts = read_parts(&name, &bytes, &options).map_err(mended)?;
        let (count, Some(draft)) = (drafts.len(), drafts.pop()) else {
            return Err(
                Error::unreadable(tr!("cli-replace-several", file = name.clone(), count = 0)).file(name)
            );
        };
        if count > 1 {
            let message = tr!("cli-replace-several", file = name.clone(), count = count);
            return Err(Error::refused(message).hint(tr!("cli-replace-several-hint")).file(name));
        }
        let source = Source::new(&name, &bytes).of(&draft);
        project.set_dry_run(self.dry_run);
        ops::documents::replace(&mut project, document.id, &draft, &source, self.again).map_err(mended)?;
        let found = Found { label: Some(document.label), draft, parts: count };
        let (line, warnings) = (found.line(&self.file), found.warnings());
        let outcome = Outcome { file: self.file, result: Ok(found) };
        if context.json {
            return context.print_json(&outcome.to_json(self.dry_run.then_some(self.show)));
        }
        if self.dry_run {
            return context.print(&outcome.to_text(self.show));
        }
        context.say(&line);
        for warning in warnings {
            context.say(&format!("    {warning}"));
        }
        Ok(())
    }
}
