//! `memo`: the researcher's notes.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::text_or_stdin;
use super::table;
use crate::error::{Error, Result};
use crate::model::memos::{Memo as Note, MemoOn};
use crate::store::{Project, coders, codes, codings, documents, memos};
use crate::{clock, ops, tr};

/// Memos: list, show, write, remove.
///
/// A memo is on the project, a document, a place, a code, a coded segment, or free; the logbook has dated entries.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz memo write --place 5:9 \"Contradicts what was said in 5:3\" --title Contradiction\n  absatz memo write --on logbook \"First pass done; Legal needs subcodes.\"\n  absatz memo list --document 5\n  absatz memo write --edit UUID - < memo.txt"
)]
pub struct Memo {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List memos, newest first (the default).
    List(On),
    /// Print a memo.
    Show {
        /// The memo
        uuid: String,
    },
    /// Write a memo, or write one again with --edit.
    Write(Box<Write>),
    /// Remove memos.
    Remove {
        /// The memos
        #[arg(required = true, value_name = "UUID")]
        uuids: Vec<String>,
    },
}

#[derive(Debug, Clone, Default, Args)]
#[group(multiple = false)]
struct On {
    /// On the whole: the project, the logbook, or nothing
    #[arg(long, value_name = "WHAT")]
    on: Option<Whole>,
    /// On a document
    #[arg(long, value_name = "LABEL")]
    document: Option<String>,
    /// On a passage
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// On a code
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// On a coded segment
    #[arg(long, value_name = "UUID")]
    segment: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whole {
    Project,
    Logbook,
    Free,
}

#[derive(Debug, Args)]
struct Write {
    /// What to write; - reads standard input
    text: String,
    /// A title
    #[arg(long)]
    title: Option<String>,
    /// Write this memo again
    #[arg(long, value_name = "UUID", conflicts_with_all = ["on", "document", "place", "code", "segment"])]
    edit: Option<String>,
    #[command(flatten)]
    on: On,
}

impl Memo {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command.unwrap_or(Command::List(On::default())) {
            Command::List(on) => list(context, &project, &on),
            Command::Show { uuid } => show(context, &project, &by_uuid(&project, &uuid)?),
            Command::Write(write) => write.run(context, &mut project),
            Command::Remove { uuids } => remove(context, &mut project, &uuids),
        }
    }
}

impl On {
    /// What is meant; none where nothing is said.
    fn find(&self, project: &Project) -> Result<Option<MemoOn>> {
        Ok(Some(if let Some(whole) = self.on {
            match whole {
                Whole::Project => MemoOn::Project,
                Whole::Logbook => MemoOn::Logbook,
                Whole::Free => MemoOn::Free,
            }
        } else if let Some(label) = &self.document {
            MemoOn::Document(context::document(project, label)?.id)
        } else if let Some(typed) = &self.place {
            let (document, span) = context::place(project, typed)?;
            MemoOn::Place(document.id, span)
        } else if let Some(name) = &self.code {
            MemoOn::Code(codes::tree(&project.read())?.find(name)?.code.id)
        } else if let Some(uuid) = &self.segment {
            MemoOn::Coding(codings::by_uuid(&project.read(), uuid)?.id)
        } else {
            return Ok(None);
        }))
    }
}

/// Whether a memo is on what is asked for: a document has its places' and segments' memos too, a place those within.
fn is_on(memo: &Note, wanted: MemoOn, project: &Project) -> bool {
    let coding_of = |id| codings::get(&project.read(), id).ok();
    match (wanted, memo.on) {
        (wanted, on) if wanted == on => true,
        (MemoOn::Document(document), MemoOn::Place(of, _)) => document == of,
        (MemoOn::Document(document), MemoOn::Coding(id)) => {
            coding_of(id).is_some_and(|coding| coding.document == document)
        }
        (MemoOn::Place(document, span), MemoOn::Place(of, at)) => document == of && span.overlaps(at),
        (MemoOn::Place(document, span), MemoOn::Coding(id)) => {
            coding_of(id).is_some_and(|coding| coding.document == document && coding.span.overlaps(span))
        }
        (MemoOn::Code(code), MemoOn::Coding(id)) => coding_of(id).is_some_and(|coding| coding.code == code),
        _ => false,
    }
}

fn by_uuid(project: &Project, uuid: &str) -> Result<Note> {
    let wanted = uuid.trim().to_lowercase();
    let found = memos::list(&project.read())?.into_iter().find(|memo| memo.uuid == wanted);
    found.ok_or_else(|| {
        Error::not_found(tr!("cli-no-such-memo", uuid = uuid.to_owned())).hint(tr!("cli-no-such-memo-hint"))
    })
}

/// What a memo is on, as people say it.
fn on_words(project: &Project, memo: &Note) -> Result<String> {
    let reader = project.read();
    Ok(match memo.on {
        MemoOn::Project => tr!("cli-memo-on-project"),
        MemoOn::Free => tr!("cli-memo-on-free"),
        MemoOn::Logbook => tr!("cli-memo-on-logbook"),
        MemoOn::Document(id) => documents::get(&reader, id)?.label,
        MemoOn::Place(id, span) => ops::codings::cite(&reader, id, span)?,
        MemoOn::Code(id) => codes::tree(&reader)?.path(id).to_owned(),
        MemoOn::Coding(id) => {
            let segment = ops::retrieve::segment(project, id)?;
            format!("{} {}", segment.citation, segment.code)
        }
    })
}

fn as_json(project: &Project, memo: &Note) -> Result<Value> {
    let reader = project.read();
    let document = match memo.on {
        MemoOn::Document(id) | MemoOn::Place(id, _) => Some(documents::get(&reader, id)?.label),
        MemoOn::Coding(id) => Some(ops::retrieve::segment(project, id)?.label),
        _ => None,
    };
    let code = match memo.on {
        MemoOn::Code(id) => Some(codes::tree(&reader)?.path(id).to_owned()),
        MemoOn::Coding(id) => Some(ops::retrieve::segment(project, id)?.code),
        _ => None,
    };
    let segment = match memo.on {
        MemoOn::Coding(id) => Some(codings::get(&reader, id)?.uuid),
        _ => None,
    };
    let span = if let MemoOn::Place(_, span) = memo.on { Some(span) } else { None };
    Ok(json!({
        "uuid": memo.uuid,
        "on": memo.on.kind(),
        "document": document,
        "code": code,
        "segment": segment,
        "start": span.map(|span| span.start.0),
        "end": span.map(|span| span.end.0),
        "title": memo.title,
        "text": memo.text,
        "coder": coders::get(&reader, memo.coder)?.name,
        "created": memo.created,
        "changed": memo.changed,
    }))
}

fn list(context: &Context, project: &Project, on: &On) -> Result<()> {
    let wanted = on.find(project)?;
    let mut found = memos::list(&project.read())?;
    found.retain(|memo| wanted.is_none_or(|wanted| is_on(memo, wanted, project)));
    if context.json {
        let values = found.iter().map(|memo| as_json(project, memo)).collect::<Result<Vec<_>>>()?;
        return context.print_json(&Value::Array(values));
    }
    let mut rows = Vec::new();
    for memo in &found {
        let first: String = table::one_line(&memo.text).chars().take(60).collect();
        let words = if memo.title.is_empty() { first } else { memo.title.clone() };
        rows.push(vec![memo.uuid.clone(), clock::local(&memo.changed), on_words(project, memo)?, words]);
    }
    if rows.is_empty() {
        context.say(&tr!("cli-no-memos"));
        return Ok(());
    }
    let heading = ["uuid", "at", "on", "memo"];
    context.print(&table::columns(&heading.map(|key| tr!(&format!("cli-column-{key}"))), &rows))
}

fn show(context: &Context, project: &Project, memo: &Note) -> Result<()> {
    if context.json {
        return context.print_json(&as_json(project, memo)?);
    }
    let coder = coders::get(&project.read(), memo.coder)?.name;
    let head = [on_words(project, memo)?, coder, clock::local(&memo.changed)].join(" · ");
    let title = if memo.title.is_empty() { String::new() } else { format!("{}\n", memo.title) };
    context.print(&format!("{head}\n{title}\n{}\n", memo.text))
}

impl Write {
    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        let text = text_or_stdin(&self.text)?;
        let (id, on, title) = match &self.edit {
            Some(uuid) => {
                let memo = by_uuid(project, uuid)?;
                (Some(memo.id), memo.on, self.title.unwrap_or(memo.title))
            }
            None => (None, self.on.find(project)?.unwrap_or(MemoOn::Free), self.title.unwrap_or_default()),
        };
        let id = ops::memos::write(project, id, on, &title, &text)?.value;
        let memo = memos::get(&project.read(), id)?;
        if context.json {
            return context.print_json(&as_json(project, &memo)?);
        }
        context.say(&tr!("cli-memo-written", on = on_words(project, &memo)?));
        context.line(&memo.uuid)
    }
}

fn remove(context: &Context, project: &mut Project, uuids: &[String]) -> Result<()> {
    let found = uuids.iter().map(|uuid| by_uuid(project, uuid)).collect::<Result<Vec<_>>>()?;
    let values = found.iter().map(|memo| as_json(project, memo)).collect::<Result<Vec<_>>>()?;
    project.in_batch(|project| {
        for memo in &found {
            ops::memos::remove(project, memo.id)?;
        }
        Ok(())
    })?;
    context.done(&tr!("cli-memos-removed", count = found.len()), &Value::Array(values))
}
