//! `share`, `unlock`: a coder's package, and opening an encrypted one.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::passphrase::{Chosen, Known};
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::ops::share::{self, Shared, Wanted};
use crate::store::{Project, documents};
use crate::tr;

/// Write a package for a coder who works apart; with --back, send work back.
///
/// The package is a project file with the documents, the code system and the coder's own work so far: nobody else's codings,
/// memos, summaries or paraphrases, no history, no names, no persons and values. The coder opens it like any project, works
/// in it, and sends it back; `absatz merge` takes the work in.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz share Ben -o for-ben.absatz\n  absatz share Ben -o for-ben.absatz --documents 1,2,3 --passphrase\n  absatz share Ben -o for-ben.absatz.age --group Kommune\n  absatz share --back -o from-ben.absatz.age -p for-ben.absatz"
)]
pub struct Share {
    /// The coder
    #[arg(required_unless_present = "back")]
    name: Option<String>,
    /// The package to write: NAME.absatz, encrypted NAME.absatz.age
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Only these documents, by label: 1,2,3
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    documents: Vec<String>,
    /// Only the documents of this group
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    #[command(flatten)]
    passphrase: Chosen,
    /// Send a package back: its work without history and drafts
    #[arg(long, conflicts_with_all = ["name", "documents", "group"])]
    back: bool,
    /// Replace FILE if it exists
    #[arg(long)]
    force: bool,
    /// Say what would be in it and write nothing
    #[arg(long, conflicts_with = "back")]
    dry_run: bool,
}

impl Share {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let passphrase = if self.dry_run { None } else { self.passphrase.for_file(&self.output)? };
        let wanted =
            Wanted { documents: self.chosen(&project)?, file: self.output, passphrase, force: self.force };
        let Some(name) = self.name else {
            let shared = share::back(&project, &wanted)?;
            return answer(context, &shared, "cli-sent-back");
        };
        let coder = context::coder(&project, &name)?;
        project.set_dry_run(self.dry_run);
        let shared = context.working(|progress| share::share(&mut project, coder, &wanted, progress))?.value;
        answer(context, &shared, if self.dry_run { "cli-would-share" } else { "cli-shared" })
    }

    fn chosen(&self, project: &Project) -> Result<Option<Vec<DocumentId>>> {
        let named = context::document_ids(project, &self.documents)?;
        let Some(group) = &self.group else { return Ok(named) };
        let all = documents::list(&project.read())?;
        let of_group: Vec<DocumentId> = all
            .iter()
            .filter(|document| {
                document.group.as_deref().is_some_and(|name| name.to_lowercase() == group.to_lowercase())
            })
            .map(|document| document.id)
            .filter(|id| named.as_ref().is_none_or(|named| named.contains(id)))
            .collect();
        if of_group.is_empty() {
            return Err(Error::not_found(tr!("error-no-documents-in-group", name = group.clone())));
        }
        Ok(Some(of_group))
    }
}

fn answer(context: &Context, shared: &Shared, key: &str) -> Result<()> {
    let held = &shared.held;
    let file = shared.file.display().to_string();
    let words = tr!(
        key,
        file = file.clone(),
        coder = shared.coder.clone(),
        documents = held.documents,
        codes = held.codes,
        codings = held.codings
    );
    context.done(&words, &as_json(shared))?;
    if shared.encrypted && !context.json {
        context.say(&tr!("cli-shared-passphrase"));
    }
    Ok(())
}

fn as_json(shared: &Shared) -> Value {
    let held = &shared.held;
    json!({
        "file": shared.file.display().to_string(),
        "coder": shared.coder,
        "encrypted": shared.encrypted,
        "documents": held.documents,
        "codes": held.codes,
        "codings": shared.seen.then_some(held.codings),
        "memos": shared.seen.then_some(held.memos),
        "summaries": shared.seen.then_some(held.summaries),
        "paraphrases": shared.seen.then_some(held.paraphrases),
        "bytes": shared.seen.then_some(held.bytes),
    })
}

/// Make the project file out of an encrypted package.
///
/// NAME.absatz.age becomes NAME.absatz beside it, readable by you only. `absatz open NAME.absatz.age` does the same and
/// opens the workbench. Any program for age files opens it as well.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz unlock for-ben.absatz.age\n  absatz unlock for-ben.absatz.age -o ben.absatz --passphrase-file secret.txt"
)]
pub struct Unlock {
    /// The encrypted package
    file: PathBuf,
    /// The project file to make
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Known,
}

impl Unlock {
    pub fn run(self, context: &Context) -> Result<()> {
        let passphrase = self.passphrase.of(&self.file)?;
        let Some(passphrase) = passphrase else {
            let name = self.file.display().to_string();
            if !self.file.exists() {
                return Err(Error::not_found(tr!("error-no-package", file = name)).file(self.file));
            }
            return Err(Error::refused(tr!("error-not-encrypted", file = name)).file(self.file));
        };
        let made = share::unlock(&self.file, self.output.as_deref(), &passphrase)?;
        let name = made.display().to_string();
        context.done(&tr!("cli-unlocked", file = name.clone()), &json!({ "file": name }))
    }
}
