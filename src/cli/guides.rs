//! `guides`: versions of the interview guide, and other documents to look something up in.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::Listing;
use crate::error::{Error, Result};
use crate::formats::read::{ReadOptions, files, read};
use crate::model::guides::{Reference, ReferenceKind};
use crate::model::table::ColumnKind;
use crate::ops::documents::Source;
use crate::ops::guides::KeepAs;
use crate::store::{Project, codes, documents, guides};
use crate::{clock, ops, tr};

/// Interview guides and other reference documents: list, import, show, asks, use, remove.
///
/// They are kept in the study as text, and are never coded or counted. A guide with several versions is named with its
/// version: guide:2.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz guides import interview-guide.docx --name guide --version 2\n  absatz guides asks guide:2 Obstacles Coping\n  absatz guides use guide:2 4 5 6\n  absatz guides show guide:2"
)]
pub struct Guides {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List guides and other reference documents (the default).
    List(Output),
    /// Keep a file as a reference document: any format that transcripts are read from.
    Import(Import),
    /// Print a reference document.
    Show {
        /// Which: guide, or guide:2
        name: String,
    },
    /// Say which codes a guide asks about; without codes, print them.
    Asks {
        /// Which: guide, or guide:2
        name: String,
        /// The codes, all of them
        #[arg(value_name = "CODE")]
        codes: Vec<String>,
        /// It asks about none
        #[arg(long, conflicts_with = "codes")]
        none: bool,
    },
    /// Say by which guide interviews were led.
    Use {
        /// Which: guide, or guide:2; "" for none
        name: String,
        /// Labels of the documents: 5
        #[arg(required = true, value_name = "LABEL")]
        labels: Vec<String>,
    },
    /// Remove a reference document; undo brings it back.
    Remove {
        /// Which: guide, or guide:2
        name: String,
    },
}

#[derive(Debug, Args)]
struct Import {
    /// The file
    file: PathBuf,
    /// Its name [default: the file name]
    #[arg(long)]
    name: Option<String>,
    /// Its version, where there are several
    #[arg(long, default_value = "")]
    version: String,
    /// A guide that interviews are led by, or another document
    #[arg(long, default_value = "guide")]
    kind: Kind,
    /// Encoding of text files [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Guide,
    Other,
}

impl Guides {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Import(import) => import.run(context),
            Command::Show { name } => {
                let project = context.open()?;
                let guide = ops::guides::find(&project.read(), &name)?;
                let text = guides::text(&project.read(), guide.id)?;
                if context.json {
                    let mut value = as_json(&project, &guide)?;
                    value["text"] = json!(text);
                    return context.print_json(&value);
                }
                context.line(text.replace('\u{2028}', "\n").trim_end())
            }
            Command::Asks { name, codes, none } => asks(context, &name, &codes, none),
            Command::Use { name, labels } => led(context, &name, &labels),
            Command::Remove { name } => {
                let mut project = context.open()?;
                let guide = ops::guides::find(&project.read(), &name)?;
                let value = as_json(&project, &guide)?;
                ops::guides::remove(&mut project, guide.id)?;
                context.done(&tr!("cli-guide-removed", guide = guide.typed()), &value)
            }
        }
    }
}

/// The interviews that were led by a guide.
fn interviews(project: &Project, guide: &Reference) -> Result<Vec<String>> {
    let all = documents::list(&project.read())?;
    Ok(all.into_iter().filter(|document| document.guide == Some(guide.id)).map(|d| d.label).collect())
}

/// The paths of the codes that a guide asks about, in the order of the code system.
fn asked(project: &Project, guide: &Reference) -> Result<Vec<String>> {
    let tree = codes::tree(&project.read())?;
    let asked = guides::codes(&project.read(), guide.id)?;
    let asked = tree.nodes().iter().filter(|node| asked.contains(&node.code.id));
    Ok(asked.map(|node| node.path.clone()).collect())
}

fn as_json(project: &Project, guide: &Reference) -> Result<Value> {
    Ok(json!({
        "uuid": guide.uuid,
        "kind": guide.kind.name(),
        "name": guide.name,
        "version": guide.version,
        "file": guide.source_name,
        "sha256": guide.source_sha256,
        "imported": guide.imported,
        "codes": asked(project, guide)?,
        "documents": interviews(project, guide)?,
    }))
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let mut rows = Listing::new("guides")
        .columns(ColumnKind::Short, ["name", "version", "kind", "interviews"])
        .columns(ColumnKind::Number, ["asks"])
        .columns(ColumnKind::Short, ["imported", "file"])
        .or_say(tr!("cli-no-guides"));
    for guide in guides::list(&project.read())? {
        let cells = [
            guide.name.clone(),
            guide.version.clone(),
            tr!(&format!("reference-{}", guide.kind.name())),
            interviews(&project, &guide)?.join(", "),
            asked(&project, &guide)?.len().to_string(),
            clock::local(&guide.imported),
            guide.source_name.clone(),
        ];
        rows.add(as_json(&project, &guide)?, cells);
    }
    context.list(output, &project, &rows)
}

impl Import {
    fn run(self, context: &Context) -> Result<()> {
        let options = ReadOptions { encoding: self.encoding, ..ReadOptions::default() };
        let (name, bytes) = files::load(&self.file, &options.limits)?;
        let draft = read(&name, &bytes, &options)?;
        let kind = match self.kind {
            Kind::Guide => ReferenceKind::Guide,
            Kind::Other => ReferenceKind::Other,
        };
        let wanted = KeepAs { name: self.name, version: self.version, kind };
        let mut project = context.open()?;
        let id = ops::guides::import(&mut project, &draft, &Source::new(&name, &bytes), &wanted)?.value;
        let guide = guides::get(&project.read(), id)?;
        for warning in &draft.warnings {
            context.warn(warning);
        }
        context.done(&tr!("cli-guide-imported", guide = guide.typed()), &as_json(&project, &guide)?)
    }
}

fn asks(context: &Context, name: &str, typed: &[String], none: bool) -> Result<()> {
    let mut project = context.open()?;
    let guide = ops::guides::find(&project.read(), name)?;
    if typed.is_empty() && !none {
        if context.json {
            return context.print_json(&json!(asked(&project, &guide)?));
        }
        return asked(&project, &guide)?.iter().try_for_each(|path| context.line(path));
    }
    let wanted = context::code_ids(&codes::tree(&project.read())?, typed)?;
    ops::guides::set_codes(&mut project, guide.id, &wanted)?;
    let said = tr!("cli-guide-asks", guide = guide.typed(), count = wanted.len());
    context.done(&said, &as_json(&project, &guide)?)
}

fn led(context: &Context, name: &str, labels: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let guide = match name.trim() {
        "" => None,
        name => Some(ops::guides::find(&project.read(), name)?),
    };
    if labels.is_empty() {
        return Err(Error::usage(tr!("cli-nothing-to-set")));
    }
    let found = labels.iter().map(|label| context::document(&project, label)).collect::<Result<Vec<_>>>()?;
    project.in_batch(|project| {
        for document in &found {
            ops::guides::choose(project, document.id, guide.as_ref().map(|guide| guide.id))?;
        }
        Ok(())
    })?;
    let labels: Vec<&str> = found.iter().map(|document| document.label.as_str()).collect();
    let said = match &guide {
        Some(guide) => tr!("cli-guide-used", guide = guide.typed(), labels = labels.join(", ")),
        None => tr!("cli-guide-unused", labels = labels.join(", ")),
    };
    context.done(&said, &json!({"guide": guide.as_ref().map(Reference::typed), "documents": labels}))
}
