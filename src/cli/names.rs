//! `pseudonyms`: real names, what stands for them, where they stand, and replacing them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::{self, Listing};
use crate::error::Result;
use crate::model::names::{Name, NameForm, Names, Occurrence};
use crate::model::table::ColumnKind;
use crate::ops::names::{self, Scope};
use crate::store::Project;
use crate::tr;

/// Names and their replacements: list, add, remove, import, export, keep-in, find, apply, exports, check.
///
/// A name has several forms, each with what it becomes: Müller is [A], Müllers is [A]s. Forms are whole words; a hyphen
/// parts words, so Müller is found in Müller-Schmidt unless that is a form of its own. The list is never in the history,
/// in an export or in a package.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz pseudonyms add Müller \"[A]\" --also \"Müllers=[A]s\"\n  absatz pseudonyms import names.csv\n  absatz pseudonyms find --everywhere\n  absatz pseudonyms find --suggest\n  absatz pseudonyms apply --dry-run\n  absatz pseudonyms check"
)]
pub struct Pseudonyms {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the names (the default).
    List(Output),
    /// Add a name, or change the one with this form.
    Add {
        /// The name as it stands in the transcripts
        form: String,
        /// What stands for it
        replacement: String,
        /// A further form and what it becomes: Müllers=[A]s; several
        #[arg(long, value_name = "FORM=TEXT")]
        also: Vec<String>,
        /// Letter case does not count
        #[arg(long)]
        any_case: bool,
        /// A note to the name, for yourself
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Take names out of the list.
    Remove {
        /// Any form of each
        #[arg(required = true, value_name = "FORM")]
        forms: Vec<String>,
    },
    /// Add the names of a file: columns name, replacement, forms, case, note.
    Import {
        /// A CSV file or a spreadsheet
        file: PathBuf,
        /// Say what would be added and change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the list to a file that can be imported again.
    Export {
        /// The CSV file to write
        file: PathBuf,
        /// Replace FILE if it exists
        #[arg(long)]
        force: bool,
    },
    /// Keep the list in a file of its own, or in the project.
    ///
    /// A file that is there and holds a list is used where the list is empty.
    KeepIn {
        /// The file, or the word project
        #[arg(value_name = "FILE|project")]
        to: PathBuf,
    },
    /// Find every occurrence of the listed names, with its context.
    Find(Find),
    /// Replace the listed names; one undo.
    ///
    /// In the transcripts codings keep their words, and what a coding covered it covers still. The old wording is in the
    /// history until `absatz seal`.
    Apply {
        /// Only in this document; several, or separated by commas
        #[arg(long, value_name = "LABEL", value_delimiter = ',')]
        document: Vec<String>,
        /// Also in memos, summaries, definitions, values, titles: in every text of the study
        #[arg(long)]
        everywhere: bool,
        /// Say what would be replaced and change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Replace the names in everything that is exported, and leave the study as it is.
    Exports {
        /// Whether exports get replaced names
        #[arg(value_parser = ["on", "off"])]
        to: String,
    },
    /// Name what would still identify someone.
    Check(Output),
}

#[derive(Debug, Args)]
struct Find {
    /// Only in this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Also in memos, summaries, definitions, values, titles: in every text of the study
    #[arg(long)]
    everywhere: bool,
    /// Words that are like a listed form and not in the list: inflections, other spellings
    #[arg(long, conflicts_with_all = ["document", "everywhere"])]
    suggest: bool,
    #[command(flatten)]
    output: Output,
}

impl Pseudonyms {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Add { form, replacement, also, any_case, note } => {
                let mut name = Name::new(&form, &replacement);
                name.any_case = any_case;
                name.note = note.unwrap_or_default();
                let mut project = context.open()?;
                names::add(&mut project, name, &also)?;
                context.done(
                    &tr!("cli-name-added", form = form.clone(), replacement = replacement.clone()),
                    &json!({"name": form, "replacement": replacement}),
                )
            }
            Command::Remove { forms } => {
                let mut project = context.open()?;
                let mut removed = Vec::new();
                for form in &forms {
                    removed.push(names::remove(&mut project, form)?.called().to_owned());
                }
                context.done(&tr!("cli-names-removed", count = removed.len()), &json!({ "removed": removed }))
            }
            Command::Import { file, dry_run } => {
                let other = names::read(&file)?;
                let mut project = context.open()?;
                project.set_dry_run(dry_run);
                let (new, changed) = names::import(&mut project, other)?;
                let key = if dry_run { "cli-names-would-import" } else { "cli-names-imported" };
                context.done(
                    &tr!(key, new = new, changed = changed),
                    &json!({"added": new, "changed": changed, "dry_run": dry_run}),
                )
            }
            Command::Export { file, force } => {
                let project = context.open()?;
                names::write(&names::list(&project)?, &file, force)?;
                let name = file.display().to_string();
                context.done(&tr!("cli-written", file = name.clone()), &json!({ "file": name }))
            }
            Command::KeepIn { to } => {
                let mut project = context.open()?;
                let file = Some(to).filter(|to| to.as_os_str() != "project");
                names::move_to(&mut project, file.as_deref())?;
                let name = file.map(|file| file.display().to_string());
                let words = match &name {
                    Some(name) => tr!("cli-names-in-file", file = name.clone()),
                    None => tr!("cli-names-in-project"),
                };
                context.done(&words, &json!({ "file": name }))
            }
            Command::Find(find) if find.suggest => suggest(context, &find.output),
            Command::Find(find) => found(context, &find),
            Command::Apply { document, everywhere, dry_run } => {
                apply(context, &document, everywhere, dry_run)
            }
            Command::Exports { to } => {
                let mut project = context.open()?;
                let on = to == "on";
                names::set_in_exports(&mut project, on)?;
                let words = if on { tr!("setting-names-replaced") } else { tr!("setting-names-kept") };
                context.done(&words, &json!({ "in_exports": on }))
            }
            Command::Check(output) => check(context, &output),
        }
    }
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let list = names::list(&project)?;
    let file = names::file(&project)?.map(|file| file.display().to_string());
    let mut rows = Listing::new("names")
        .columns(ColumnKind::Short, ["name", "replacement"])
        .columns(ColumnKind::Long, ["forms"])
        .columns(ColumnKind::Short, ["case"])
        .columns(ColumnKind::Long, ["note"]);
    for name in &list.names {
        let form = |form: &NameForm| json!({"form": form.spelling, "replacement": form.replacement});
        let value = json!({
            "name": name.called(),
            "replacement": name.replacement,
            "forms": name.forms.iter().map(form).collect::<Vec<_>>(),
            "any_case": name.any_case,
            "note": name.note,
        });
        let case = if name.any_case { tr!("cli-any-case") } else { String::new() };
        let (called, further) = (name.called().to_owned(), name.further().join("; "));
        rows.add(value, [called, name.replacement.clone(), further, case, name.note.clone()]);
    }
    context.list(output, &project, &rows)?;
    if !context.json && !output.is_wanted() {
        match (&file, list.is_empty()) {
            (Some(file), _) => context.say(&tr!("cli-names-are-in", file = file.clone())),
            (None, true) => context.say(&tr!("cli-names-none")),
            (None, false) => {}
        }
    }
    Ok(())
}

/// The list; said where there is none.
fn listed(context: &Context, project: &Project) -> Result<Names> {
    let list = names::list(project)?;
    if list.is_empty() && !context.json {
        context.say(&tr!("cli-names-none"));
    }
    Ok(list)
}

fn found(context: &Context, find: &Find) -> Result<()> {
    let project = context.open()?;
    let list = listed(context, &project)?;
    let documents = context::document_ids(&project, &find.document)?;
    let scope = Scope { documents, everywhere: find.everywhere };
    let all = context.working(|progress| names::find(&project, &list, &scope, progress))?;
    occurrences(context, &find.output, &project, &all)?;
    if !context.json && !find.output.is_wanted() {
        context.say(&tr!("cli-names-found", count = all.len()));
        if !find.everywhere && find.document.is_empty() {
            context.say(&tr!("cli-names-everywhere-hint"));
        }
    }
    Ok(())
}

/// Occurrences as text, JSON or a table.
fn occurrences(context: &Context, output: &Output, project: &Project, all: &[Occurrence]) -> Result<()> {
    let kind = |one: &Occurrence| names::field(one.table, one.column);
    let mut rows = Listing::new("name-occurrences")
        .columns(ColumnKind::Citation, ["place"])
        .columns(ColumnKind::Short, ["in"])
        .columns(ColumnKind::Long, ["before"])
        .columns(ColumnKind::Short, ["found"])
        .columns(ColumnKind::Long, ["after"])
        .columns(ColumnKind::Short, ["replacement"]);
    for one in all {
        let texts = [&one.place, &kind(one), &one.before, &one.words, &one.after, &one.replacement];
        rows.add(occurrence_json(one), texts.map(|text| table::one_line(text)));
    }
    let as_text = || {
        let line = |one: &Occurrence| {
            let mut place = one.place.clone();
            if !one.is_in_transcript() {
                place = format!("{} {place}", kind(one)).trim_end().to_owned();
            }
            let context = match one.hidden {
                true => tr!("cli-names-hidden"),
                false => table::one_line(&format!("{}{}{}", one.before, one.words, one.after)),
            };
            format!("{place}  …{context}…  {} → {}\n", one.words, one.replacement)
        };
        all.iter().map(line).collect()
    };
    context.table(output, project, &[rows.table()], || Value::Array(rows.json.clone()), as_text)
}

/// An occurrence in the shape that scripts rely on.
fn occurrence_json(one: &Occurrence) -> Value {
    json!({
        "in": format!("{}.{}", one.table, one.column),
        "place": one.place,
        "start": one.span.map(|span| span.start.0),
        "end": one.span.map(|span| span.end.0),
        "before": one.before,
        "text": one.words,
        "after": one.after,
        "replacement": one.replacement,
        "name": one.name,
        "hidden": one.hidden,
    })
}

fn suggest(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let list = listed(context, &project)?;
    let all = context.working(|progress| names::suggest(&project, &list, progress))?;
    let mut rows = Listing::new("name-suggestions")
        .columns(ColumnKind::Short, ["found", "like"])
        .columns(ColumnKind::Number, ["times"])
        .columns(ColumnKind::Citation, ["place"])
        .columns(ColumnKind::Long, ["passage"]);
    for one in &all {
        let value = json!({
            "word": one.near.word,
            "like": one.form,
            "count": one.near.count,
            "replacement": one.replacement,
            "place": one.place,
            "context": one.context,
        });
        let count = one.near.count.to_string();
        let texts = [&one.near.word, &one.form, &count, &one.place, &one.context];
        rows.add(value, texts.map(|text| table::one_line(text)));
    }
    context.list(output, &project, &rows)?;
    if !context.json && !output.is_wanted() {
        context.say(&tr!("cli-names-suggested", count = all.len()));
    }
    Ok(())
}

fn apply(context: &Context, labels: &[String], everywhere: bool, dry_run: bool) -> Result<()> {
    let mut project = context.open()?;
    let list = listed(context, &project)?;
    let scope = Scope { documents: context::document_ids(&project, labels)?, everywhere };
    project.set_dry_run(dry_run);
    let done = context.working(|progress| names::apply(&mut project, &list, &scope, None, progress))?;
    let made = &done.value;
    if context.json {
        return context.print_json(&json!({
            "replaced": made.replaced,
            "documents": made.documents,
            "texts": made.texts,
            "left": made.left.iter().map(occurrence_json).collect::<Vec<_>>(),
            "dry_run": dry_run,
        }));
    }
    let key = if dry_run { "cli-names-would-apply" } else { "cli-names-applied" };
    context.say(&tr!(key, count = made.replaced, documents = made.documents, texts = made.texts));
    for one in &made.left {
        let kind = names::field(one.table, one.column);
        let (place, found) = (one.place.clone(), one.words.clone());
        context.say(&tr!("cli-name-left", kind = kind, place = place, found = found));
    }
    if !dry_run && made.replaced > 0 {
        context.say(&tr!("cli-names-in-history"));
    }
    Ok(())
}

fn check(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let findings = context.working(|progress| names::check(&project, progress))?;
    let mut rows = Listing::new("disclosure")
        .columns(ColumnKind::Short, ["finding"])
        .columns(ColumnKind::Long, ["found"])
        .columns(ColumnKind::Number, ["times"])
        .columns(ColumnKind::Citation, ["place"]);
    for one in &findings {
        let value = json!({
            "kind": one.kind.name(),
            "text": one.words,
            "count": one.count,
            "place": one.places.first(),
            "places": one.places,
            "start": one.at.map(|(_, span)| span.start.0),
            "end": one.at.map(|(_, span)| span.end.0),
        });
        let texts = [&one.kind.words(), &one.words, &one.count.to_string(), &one.where_it_is()];
        rows.add(value, texts.map(|text| table::one_line(text)));
    }
    context.list(output, &project, &rows)?;
    if !context.json && !output.is_wanted() {
        context.say(&tr!("cli-check-found", count = findings.len()));
        if names::list(&project)?.is_empty() {
            context.say(&tr!("cli-check-no-names"));
        }
    }
    Ok(())
}
