//! `codes`: the code system and its coding guide.

use std::collections::HashMap;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::revisit::Revisit;
use super::table::{self, Listing};
use crate::error::{Error, Result};
use crate::model::CodeId;
use crate::model::codes::{CodeTree, Guide, Node, Origin};
use crate::model::table::ColumnKind;
use crate::store::{Project, codes};
use crate::{ops, tr};

/// Codes: list, add, rename, recolor, move, merge, sort, remove, define.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz codes add Obstacles/Legal Obstacles/Material\n  absatz codes define Legal --definition \"Laws and rules that stand in the way\" --anchor 5:9\n  absatz codes move Legal Context\n  absatz codes merge Material Resources"
)]
pub struct Codes {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the code system with counts (the default).
    List(Output),
    /// Add codes; parents that are missing are added too.
    Add {
        /// Path of the code: Obstacles/Legal
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<String>,
        /// Colour as #RRGGBB
        #[arg(long)]
        color: Option<String>,
        #[command(flatten)]
        marking: Marking,
    },
    /// Give a code another name.
    Rename {
        /// The code
        code: String,
        /// Its new name, without the names of its parents
        name: String,
    },
    /// Give a code another colour.
    Recolor {
        /// The code
        code: String,
        /// Colour as #RRGGBB
        color: String,
    },
    /// Put a code with its subcodes under another.
    Move {
        /// The code
        code: String,
        /// Its new parent; / makes it a main code
        parent: String,
        /// Its place among its siblings, 1 for the first
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        position: Option<u32>,
    },
    /// Merge a code into another: codings, memos, summaries and subcodes go there.
    Merge {
        /// The code that goes
        from: String,
        /// The code that stays
        into: String,
    },
    /// Sort a code's segments into its subcodes; without a subcode, show what there is to sort.
    Sort(super::sort::Sort),
    /// Remove codes with their subcodes and everyone's codings; undo brings them back.
    Remove {
        /// The codes
        #[arg(required = true, value_name = "CODE")]
        codes: Vec<String>,
    },
    /// Write what the coding guide says of a code; without options, show it.
    Define(Box<Define>),
    /// Codes to look for once more in what was coded before: list, add, done.
    Revisit {
        #[command(subcommand)]
        command: Option<Revisit>,
    },
}

/// Whether what was coded before is to be revisited for the code.
#[derive(Debug, Args)]
pub(super) struct Marking {
    /// Mark what was coded before to be revisited for the code (the default)
    #[arg(long, overrides_with = "no_revisit")]
    revisit: bool,
    /// Do not mark it: the code means what it meant, or it has been looked for already
    #[arg(long)]
    no_revisit: bool,
}

impl Marking {
    pub(super) fn marks(&self) -> bool {
        self.revisit || !self.no_revisit
    }
}

#[derive(Debug, Args)]
struct Define {
    /// The code
    code: String,
    /// What the category means
    #[arg(long, value_name = "TEXT")]
    definition: Option<String>,
    /// When to apply it
    #[arg(long, value_name = "TEXT")]
    apply: Option<String>,
    /// When not to apply it, and which code instead
    #[arg(long, value_name = "TEXT")]
    not_apply: Option<String>,
    /// Where the category comes from
    #[arg(long, value_parser = ["deductive", "inductive", "unspecified"])]
    origin: Option<String>,
    /// The research question it answers
    #[arg(long, value_name = "TEXT")]
    research_question: Option<String>,
    /// Add the words of a place as an anchor example; several
    #[arg(long, value_name = "PLACE")]
    anchor: Vec<String>,
    #[command(flatten)]
    marking: Marking,
}

impl Codes {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Add { paths, color, marking } => add(context, &paths, color.as_deref(), marking.marks()),
            Command::Rename { code, name } => change(context, &code, "cli-code-renamed", |project, id| {
                ops::codes::rename(project, id, &name).map(drop)
            }),
            Command::Recolor { code, color } => {
                change(context, &code, "cli-code-recolored", |project, id| {
                    ops::codes::recolor(project, id, &color).map(drop)
                })
            }
            Command::Move { code, parent, position } => {
                change(context, &code, "cli-code-moved", |project, id| {
                    let tree = codes::tree(&project.read())?;
                    let parent = match parent.trim() {
                        "/" => None,
                        name => Some(tree.find(name)?.code.id),
                    };
                    let index = position.map(|n| n as usize - 1);
                    ops::codes::move_to(project, id, parent, index).map(drop)
                })
            }
            Command::Merge { from, into } => merge(context, &from, &into),
            Command::Sort(sort) => sort.run(context),
            Command::Remove { codes } => remove(context, &codes),
            Command::Define(define) => define.run(context),
            Command::Revisit { command } => {
                let list = || Revisit::List { everyone: false, output: Output::default() };
                command.unwrap_or_else(list).run(context)
            }
        }
    }
}

/// Segments of each code, without and with its subcodes', in tree order.
fn counts(project: &Project, tree: &CodeTree) -> Result<Vec<(u32, u32)>> {
    let own: HashMap<CodeId, u32> = ops::retrieve::code_counts(project)?;
    let of = |node: &Node| own.get(&node.code.id).copied().unwrap_or(0);
    let with_subcodes = |node: &Node| tree.subtree(node.code.id).iter().map(of).sum();
    Ok(tree.nodes().iter().map(|node| (of(node), with_subcodes(node))).collect())
}

fn as_json(node: &Node) -> Value {
    let code = &node.code;
    json!({
        "path": node.path,
        "name": code.name,
        "color": code.color,
        "uuid": code.uuid,
        "definition": code.guide.definition,
        "apply": code.guide.apply,
        "not_apply": code.guide.not_apply,
        "origin": code.guide.origin.name(),
        "research_question": code.guide.research_question,
    })
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let tree = codes::tree(&project.read())?;
    let counts = counts(&project, &tree)?;
    if tree.is_empty() && !context.json {
        context.say(&tr!("cli-no-codes"));
    }
    // The tree for the eye, paths for a file.
    let listing = |name: fn(&Node) -> String| {
        let mut rows = Listing::new("codes")
            .columns(ColumnKind::Short, ["code"])
            .columns(ColumnKind::Number, ["segments", "with-subcodes"])
            .columns(ColumnKind::Long, ["definition"]);
        for (node, (own, all)) in tree.nodes().iter().zip(&counts) {
            let mut value = as_json(node);
            value["segments"] = json!(own);
            value["segments_with_subcodes"] = json!(all);
            let definition = node.code.guide.definition.clone();
            rows.add(value, [name(node), own.to_string(), all.to_string(), definition]);
        }
        rows
    };
    let paths = listing(|node| node.path.clone());
    let as_text = || listing(|node| format!("{}{}", "  ".repeat(node.depth), node.code.name)).text();
    let as_json = || Value::Array(paths.json.clone());
    context.table(output, &project, &[paths.table()], as_json, as_text)
}

fn add(context: &Context, paths: &[String], color: Option<&str>, mark: bool) -> Result<()> {
    let mut project = context.open()?;
    let before = ops::revisit::count(&project)?;
    let ids = project.in_batch(|project| {
        let mut ids = Vec::new();
        for path in paths {
            ids.push(ops::codes::add_marking(project, path, color, mark)?.value);
        }
        Ok(ids)
    })?;
    let tree = codes::tree(&project.read())?;
    let added: Vec<&Node> = ids.iter().filter_map(|&id| tree.get(id)).collect();
    let names = added.iter().map(|node| node.path.as_str()).collect::<Vec<_>>().join(", ");
    context.done(
        &tr!("cli-codes-added", count = added.len(), codes = names),
        &added.into_iter().map(as_json).collect(),
    )?;
    say_marked(context, &project, before)
}

/// How many of one's own documents wait now that did not before.
pub(super) fn say_marked(context: &Context, project: &Project, before: usize) -> Result<()> {
    let marked = ops::revisit::count(project)?.saturating_sub(before);
    if marked > 0 {
        context.say(&tr!("revisit-now", count = marked));
    }
    Ok(())
}

/// Changes one code and says how it is now.
fn change(
    context: &Context,
    typed: &str,
    words: &str,
    work: impl FnOnce(&mut Project, CodeId) -> Result<()>,
) -> Result<()> {
    let mut project = context.open()?;
    let before = codes::tree(&project.read())?;
    let before = before.find(typed)?;
    work(&mut project, before.code.id)?;
    let tree = codes::tree(&project.read())?;
    let Some(after) = tree.get(before.code.id) else { return Ok(()) };
    let message = tr!(
        words,
        before = before.path.clone(),
        after = after.path.clone(),
        color = after.code.color.clone()
    );
    context.done(&message, &as_json(after))
}

fn merge(context: &Context, from: &str, into: &str) -> Result<()> {
    let mut project = context.open()?;
    let tree = codes::tree(&project.read())?;
    let (from, into) = (tree.find(from)?, tree.find(into)?);
    ops::codes::merge(&mut project, from.code.id, into.code.id)?;
    let tree_after = codes::tree(&project.read())?;
    let after = tree_after.get(into.code.id).map_or(Value::Null, as_json);
    context.done(&tr!("cli-code-merged", from = from.path.clone(), into = into.path.clone()), &after)
}

fn remove(context: &Context, typed: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let tree = codes::tree(&project.read())?;
    let ids = context::code_ids(&tree, typed)?;
    let removed = project.in_batch(|project| {
        let mut removed = Vec::new();
        for &id in &ids {
            // A subcode goes with its parent.
            if codes::tree(&project.read())?.get(id).is_none() {
                continue;
            }
            let codings = ops::codes::remove(project, id)?.value;
            removed.push((tree.path(id).to_owned(), codings));
        }
        Ok(removed)
    })?;
    if context.json {
        let rows = removed.iter().map(|(path, codings)| json!({"path": path, "codings": codings}));
        return context.print_json(&rows.collect());
    }
    for (path, codings) in removed {
        context.say(&tr!("cli-code-removed", code = path, codings = codings));
    }
    Ok(())
}

impl Define {
    fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let tree = codes::tree(&project.read())?;
        let node = tree.find(&self.code)?;
        let id = node.code.id;
        let places =
            self.anchor.iter().map(|typed| context::place(&project, typed)).collect::<Result<Vec<_>>>()?;
        let before = node.code.guide.clone();
        let guide = Guide {
            definition: self.definition.unwrap_or_else(|| before.definition.clone()),
            apply: self.apply.unwrap_or_else(|| before.apply.clone()),
            not_apply: self.not_apply.unwrap_or_else(|| before.not_apply.clone()),
            origin: self.origin.as_deref().and_then(Origin::from_name).unwrap_or(before.origin),
            research_question: self.research_question.unwrap_or_else(|| before.research_question.clone()),
        };
        let changes = guide != before || !places.is_empty();
        let (mark, waiting) = (self.marking.marks(), ops::revisit::count(&project)?);
        if changes {
            project.in_batch(|project| {
                ops::codes::define_marking(project, id, &guide, mark)?;
                for (document, span) in &places {
                    ops::codes::add_anchor(project, id, document.id, *span)?;
                }
                Ok(())
            })?;
        }
        let tree = codes::tree(&project.read())?;
        let node = tree.get(id).ok_or_else(|| Error::not_found(tr!("error-code-gone")))?;
        let mut anchors = Vec::new();
        for anchor in codes::anchors(&project.read(), Some(id))? {
            let citation = ops::codes::anchor_citation(&project.read(), &anchor)?;
            anchors.push((citation, anchor.text));
        }
        if context.json {
            let mut value = as_json(node);
            let anchors = anchors.iter().map(|(place, text)| json!({"place": place, "text": text}));
            value["anchors"] = anchors.collect();
            return context.print_json(&value);
        }
        if changes {
            context.say(&tr!("cli-code-defined", code = node.path.clone()));
            return say_marked(context, &project, waiting);
        }
        let guide = &node.code.guide;
        let origin = match guide.origin {
            Origin::Unspecified => String::new(),
            other => tr!(&format!("cli-origin-{}", other.name())),
        };
        let anchors =
            anchors.iter().map(|(citation, text)| format!("{text} {citation}").trim_end().to_owned());
        context.print(&table::pairs(&[
            (tr!("cli-column-code"), node.path.clone()),
            (tr!("cli-column-definition"), guide.definition.clone()),
            (tr!("cli-column-apply"), guide.apply.clone()),
            (tr!("cli-column-not-apply"), guide.not_apply.clone()),
            (tr!("cli-column-origin"), origin),
            (tr!("cli-column-research-question"), guide.research_question.clone()),
            (tr!("cli-column-anchors"), anchors.collect::<Vec<_>>().join("\n")),
        ]))
    }
}
