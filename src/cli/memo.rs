//! `memo`: the researcher's notes.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::{Output, text_or_stdin};
use super::table;
use crate::error::{Error, Result};
use crate::model::memos::{KINDS, Memo as Note, MemoOn, MemoText, Template};
use crate::model::{GroupId, MemoId};
use crate::ops::memos::{MemoQuery, Noted};
use crate::store::{Project, cases, coders, codes, codings, documents, memos};
use crate::{clock, ops, tr};

/// Memos: list, show, write, new, remove, logbook; template.
///
/// A memo is on the project, a document group, a case, a document, a place, a code, a coded segment, or free; the logbook
/// has dated entries. The template "protocol" is an interview protocol.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz memo write --place 5:9 \"Contradicts what was said in 5:3\" --title Contradiction\n  absatz memo write --on logbook \"First pass done; Legal needs subcodes.\"\n  absatz memo new --template protocol --document 5\n  absatz memo list --document 5 --by Anna --text contradiction\n  absatz memo logbook \"Second pass begun.\"\n  absatz memo logbook -o logbook.md\n  absatz memo write --edit UUID - < memo.txt"
)]
pub struct Memo {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List memos, newest first (the default).
    List(Box<List>),
    /// Show the logbook by its days, or add an entry to it.
    Logbook(Logbook),
    /// Print a memo.
    Show {
        /// The memo
        uuid: String,
    },
    /// Write a memo, or write one again with --edit.
    Write(Box<Write>),
    /// Begin a memo with a template and print its identifier.
    New(Box<New>),
    /// Templates of memos: list, show, add, set, remove.
    Template(Templates),
    /// Remove memos.
    Remove {
        /// The memos
        #[arg(required = true, value_name = "UUID")]
        uuids: Vec<String>,
    },
}

#[derive(Debug, Default, Args)]
struct List {
    #[command(flatten)]
    only: On,
    /// Only of this kind
    #[arg(long, value_name = "KIND", value_parser = KINDS)]
    kind: Option<String>,
    /// Only what this coder wrote
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Only with these words, in title or text
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    text: String,
    /// Only those that were begun with this template
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
struct Logbook {
    /// What to write; - reads standard input; without it the entries are shown
    text: Option<String>,
    /// A title
    #[arg(long, requires = "text")]
    title: Option<String>,
    /// The day that the entry is about [default: the day on which it is written]
    #[arg(long, value_name = "DATE", requires = "text")]
    dated: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Default, Args)]
struct On {
    /// On the whole: the project, the logbook, or nothing
    #[arg(long, value_name = "WHAT")]
    on: Option<Whole>,
    /// On a document group
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// On a case
    #[arg(long, value_name = "NAME")]
    case: Option<String>,
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

/// What names what a memo is on: one of these for a memo, several where memos are looked for.
const ON: [&str; 7] = ["on", "group", "case", "document", "place", "code", "segment"];

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").args(ON).multiple(false))]
struct Write {
    /// What to write; - reads standard input
    text: String,
    /// A title
    #[arg(long)]
    title: Option<String>,
    /// Write this memo again
    #[arg(long, value_name = "UUID", conflicts_with_all = ON)]
    edit: Option<String>,
    /// The day that a logbook entry is about [default: the day on which it is written]
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
    #[command(flatten)]
    on: On,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").args(ON).multiple(false))]
struct New {
    /// The template: "absatz memo template" lists them
    #[arg(long, value_name = "NAME", default_value = "protocol")]
    template: String,
    /// A title [default: the template's name]
    #[arg(long)]
    title: Option<String>,
    /// The day that a logbook entry is about
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
    #[command(flatten)]
    on: On,
}

#[derive(Debug, Args)]
struct Templates {
    #[command(subcommand)]
    command: Option<TemplateCommand>,
}

#[derive(Debug, Subcommand)]
enum TemplateCommand {
    /// List the templates (the default).
    List,
    /// Print the text of a template.
    Show {
        /// Its name
        name: String,
    },
    /// Add a template.
    Add(TemplateText),
    /// Write a template anew.
    Set(TemplateText),
    /// Give a template another name; memos that were begun with it keep to it.
    Rename {
        /// Its name
        name: String,
        /// The new one
        new: String,
    },
    /// Remove a template; memos that were begun with it stay.
    Remove {
        /// Its name
        name: String,
    },
}

#[derive(Debug, Args)]
struct TemplateText {
    /// Its name
    name: String,
    /// Its text, Markdown with headings; - reads standard input
    text: String,
    /// What memos it is for
    #[arg(long, value_name = "KIND", default_value = "document", value_parser = KINDS)]
    kind: String,
}

impl Memo {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command.unwrap_or_else(|| Command::List(Box::default())) {
            Command::List(list) => list.run(context, &project),
            Command::Logbook(logbook) => logbook.run(context, &mut project),
            Command::Show { uuid } => show(context, &project, &by_uuid(&project, &uuid)?),
            Command::Write(write) => write.run(context, &mut project),
            Command::New(new) => new.run(context, &mut project),
            Command::Template(templates) => templates.run(context, &mut project),
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
        } else if let Some(name) = &self.group {
            MemoOn::Group(group(project, name)?)
        } else if let Some(name) = &self.case {
            MemoOn::Case(cases::by_name(&project.read(), name)?.id)
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

/// A document group by name, letter case aside.
fn group(project: &Project, name: &str) -> Result<GroupId> {
    let all = documents::groups(&project.read())?;
    let wanted = name.trim().to_lowercase();
    let names = all.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", ");
    all.iter().find(|group| group.name.to_lowercase() == wanted).map(|group| group.id).ok_or_else(|| {
        Error::not_found(tr!("cli-no-such-group", group = name.to_owned()))
            .hint(tr!("cli-groups-are", groups = names))
    })
}

fn by_uuid(project: &Project, uuid: &str) -> Result<Note> {
    let wanted = uuid.trim().to_lowercase();
    let found = memos::list(&project.read())?.into_iter().find(|memo| memo.uuid == wanted);
    found.ok_or_else(|| {
        Error::not_found(tr!("cli-no-such-memo", uuid = uuid.to_owned())).hint(tr!("cli-no-such-memo-hint"))
    })
}

fn group_name(project: &Project, id: GroupId) -> Result<String> {
    let found = documents::groups(&project.read())?.into_iter().find(|group| group.id == id);
    Ok(found.map(|group| group.name).unwrap_or_default())
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
    let group = match memo.on {
        MemoOn::Group(id) => Some(group_name(project, id)?),
        _ => None,
    };
    let case = match memo.on {
        MemoOn::Case(id) => Some(cases::get(&reader, id)?.name),
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
        "group": group,
        "case": case,
        "template": memo.template,
        "dated": memo.dated,
        "created": memo.created,
        "changed": memo.changed,
    }))
}

impl List {
    fn query(&self, context: &Context, project: &Project) -> Result<MemoQuery> {
        let code = match &self.only.code {
            Some(name) => Some(codes::tree(&project.read())?.find(name)?.code.id),
            None => None,
        };
        let document = match &self.only.document {
            Some(label) => Some(context::document(project, label)?.id),
            None => None,
        };
        let on = On { document: None, code: None, ..self.only.clone() }.find(project)?;
        let coder = match &self.by {
            Some(name) => Some(context::coder(project, name)?),
            None => context.own_work(project),
        };
        Ok(MemoQuery {
            on,
            kind: self.kind.clone(),
            document,
            code,
            coder,
            text: self.text.clone(),
            template: self.template.clone(),
        })
    }

    fn run(self, context: &Context, project: &Project) -> Result<()> {
        let found = ops::memos::find(project, &self.query(context, project)?)?;
        let table = ops::memos::table(&found);
        let as_text = || {
            let row =
                |one: &Noted| vec![one.memo.uuid.clone(), when(&one.memo), one.on.clone(), one.heading()];
            let rows: Vec<Vec<String>> = found.iter().map(row).collect();
            let heading = ["uuid", "at", "on", "memo"];
            match rows.is_empty() {
                true => String::new(),
                false => table::columns(&heading.map(|key| tr!(&format!("cli-column-{key}"))), &rows),
            }
        };
        if found.is_empty() && !context.json {
            context.say(&tr!("cli-no-memos"));
        }
        let values = found.iter().map(|one| as_json(project, &one.memo)).collect::<Result<Vec<_>>>()?;
        context.table(&self.output, project, &[table], || Value::Array(values), as_text)
    }
}

impl Logbook {
    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        if let Some(text) = &self.text {
            let text = text_or_stdin(text)?;
            let title = self.title.unwrap_or_default();
            let text = MemoText { title, text, template: None, dated: self.dated };
            return written(context, project, None, MemoOn::Logbook, text);
        }
        let (table, entries) = ops::memos::logbook(project, &MemoQuery::default())?;
        let as_text = || {
            let mut out = String::new();
            for (one, row) in entries.iter().zip(&table.rows) {
                let day = row.first().map(|cell| cell.value.plain()).unwrap_or_default();
                let head = [day, one.memo.title.clone(), one.coder.clone()];
                let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
                out.push_str(&format!("{}\n{}\n", head.join(" · "), table::indented(&one.memo.text, 4)));
            }
            out
        };
        if entries.is_empty() && !context.json {
            context.say(&tr!("cli-no-memos"));
        }
        let values = entries.iter().map(|one| as_json(project, &one.memo)).collect::<Result<Vec<_>>>()?;
        let shown = std::slice::from_ref(&table);
        context.table(&self.output, project, shown, || Value::Array(values), as_text)
    }
}

/// The day that an entry is about, or when the memo was written last.
fn when(memo: &Note) -> String {
    memo.dated.clone().unwrap_or_else(|| clock::local(&memo.changed))
}

fn show(context: &Context, project: &Project, memo: &Note) -> Result<()> {
    if context.json {
        return context.print_json(&as_json(project, memo)?);
    }
    let coder = coders::get(&project.read(), memo.coder)?.name;
    let head = [ops::memos::on_words(project, memo.on)?, coder, when(memo)].join(" · ");
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
        written(context, project, id, on, MemoText { title, text, template: None, dated: self.dated })
    }
}

fn written(
    context: &Context,
    project: &mut Project,
    id: Option<MemoId>,
    on: MemoOn,
    text: MemoText,
) -> Result<()> {
    let id = ops::memos::write_as(project, id, on, text)?.value;
    let memo = memos::get(&project.read(), id)?;
    if context.json {
        return context.print_json(&as_json(project, &memo)?);
    }
    context.say(&tr!("cli-memo-written", on = ops::memos::on_words(project, memo.on)?));
    context.line(&memo.uuid)
}

impl New {
    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        let template = ops::templates::find(&project.read(), &self.template)?;
        let on = self.on.find(project)?.unwrap_or(MemoOn::Free);
        // A memo of another kind may begin with it too, but mostly somebody has forgotten to say on what.
        if on == MemoOn::Free && template.kind != "free" {
            return Err(Error::usage(tr!("cli-memo-on-what", name = self.template))
                .hint(tr!("cli-memo-on-what-hint")));
        }
        let title = self.title.unwrap_or_else(|| ops::templates::shown(&template));
        let text = MemoText { title, text: template.text, template: Some(template.name), dated: self.dated };
        written(context, project, None, on, text)
    }
}

impl Templates {
    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        match self.command.unwrap_or(TemplateCommand::List) {
            TemplateCommand::List => list_templates(context, project),
            TemplateCommand::Show { name } => {
                let template = ops::templates::find(&project.read(), &name)?;
                match context.json {
                    true => context.print_json(&template_json(&template)),
                    false => context.line(template.text.trim_end()),
                }
            }
            TemplateCommand::Add(text) => {
                let there = ops::templates::find(&project.read(), &text.name);
                if there.is_ok_and(|template| template.id.is_some()) {
                    return Err(Error::refused(tr!("cli-template-there", name = text.name))
                        .hint(tr!("cli-template-there-hint")));
                }
                text.run(context, project)
            }
            TemplateCommand::Set(text) => {
                ops::templates::find(&project.read(), &text.name)?;
                text.run(context, project)
            }
            TemplateCommand::Rename { name, new } => {
                let template = ops::templates::find(&project.read(), &name)?;
                if template.id.is_none() {
                    let error = Error::refused(tr!("error-template-given", name = template.name));
                    return Err(error.hint(tr!("hint-template-given")));
                }
                ops::templates::rename(project, &name, &new)?;
                let renamed = ops::templates::find(&project.read(), &new)?;
                let said = tr!("cli-template-renamed", name = template.name, to = renamed.name.clone());
                context.done(&said, &template_json(&renamed))
            }
            TemplateCommand::Remove { name } => {
                let template = ops::templates::find(&project.read(), &name)?;
                ops::templates::remove(project, &name)?;
                context.done(&tr!("cli-template-removed", name = name), &template_json(&template))
            }
        }
    }
}

impl TemplateText {
    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        let text = text_or_stdin(&self.text)?;
        ops::templates::set(project, &self.name, &self.kind, &text)?;
        let template = ops::templates::find(&project.read(), &self.name)?;
        context.done(&tr!("cli-template-written", name = self.name), &template_json(&template))
    }
}

fn template_json(template: &Template) -> Value {
    json!({
        "name": template.name,
        "kind": template.kind,
        "text": template.text,
        "given": template.id.is_none(),
    })
}

fn list_templates(context: &Context, project: &Project) -> Result<()> {
    let all = ops::templates::list(&project.read())?;
    if context.json {
        return context.print_json(&all.iter().map(template_json).collect());
    }
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|template| {
            let first: String = table::one_line(&template.text).chars().take(60).collect();
            let on = tr!(&format!("memo-kind-{}", template.kind));
            vec![template.name.clone(), on, ops::templates::shown(template), first]
        })
        .collect();
    let heading = ["template", "on", "title", "memo"];
    context.print(&table::columns(&heading.map(|key| tr!(&format!("cli-column-{key}"))), &rows))
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
