//! `documents`, `text`: the transcripts.

use std::collections::HashMap;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::replace::Replace;
use super::table::{self, Listing};
use super::variables::{Said, Values, Variables, values_of};
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::documents::{Document, WorkOn};
use crate::model::guides::Stage;
use crate::model::table::ColumnKind;
use crate::model::variables::{Entity, Owner};
use crate::ops::documents::DocumentChange;
use crate::store::{Project, cases, consent, documents, guides, media, settings};
use crate::{ops, tr};

/// Documents: list, show, set, group, replace, remove, variables.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz documents\n  absatz documents set 5 --group Land --title \"State ministry, head of unit\"\n  absatz documents set 5 --case Moorbach --variable mode=video\n  absatz documents variables import interviews.xlsx --dry-run"
)]
pub struct Documents {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List all documents (the default).
    List(Output),
    /// Show what is known of a document.
    Show {
        /// Label of the document: 5
        label: String,
    },
    /// Change a document: label, title, group, case, stage, place, variables.
    Set(Set),
    /// List the groups, or change one: its name, its place.
    Group {
        /// The group
        group: Option<String>,
        /// Its new name
        #[arg(long, value_name = "NEW", requires = "group")]
        name: Option<String>,
        /// Its place among the groups, from 1
        #[arg(long, value_name = "N", requires = "group")]
        position: Option<usize>,
    },
    Replace(Box<Replace>),
    /// Remove documents with all codings, memos, summaries and paraphrases on them; undo brings them back.
    Remove {
        /// Labels of the documents
        #[arg(required = true, value_name = "LABEL")]
        labels: Vec<String>,
    },
    /// Variables of documents: list, set, add, change, remove, import.
    Variables(Variables),
}

#[derive(Debug, Args)]
struct Set {
    /// Label of the document: 5
    label: String,
    /// Its new label; none of : ; , ( ) " @
    #[arg(long = "label", value_name = "NEW")]
    new_label: Option<String>,
    /// Its title
    #[arg(long)]
    title: Option<String>,
    /// Its group; "" takes it out of its group
    #[arg(long)]
    group: Option<String>,
    /// Whether it belongs to the main study or was a pretest
    #[arg(long, value_parser = ["main", "pretest"])]
    stage: Option<String>,
    /// Its case; "" takes it out of its case
    #[arg(long)]
    case: Option<String>,
    /// Its place among the documents of its group, from 1
    #[arg(long, value_name = "N")]
    position: Option<usize>,
    #[command(flatten)]
    values: Values,
}

impl Documents {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Show { label } => show(context, &label),
            Command::Set(set) => set.run(context),
            Command::Group { group: None, .. } => groups(context),
            Command::Group { group: Some(typed), name, position } => {
                group(context, &typed, name.as_deref(), position)
            }
            Command::Replace(replace) => replace.run(context),
            Command::Remove { labels } => remove(context, &labels),
            Command::Variables(variables) => variables.run(context, Entity::Document),
        }
    }
}

fn speakers_of(project: &Project, document: &Document) -> Result<Vec<String>> {
    let speakers = documents::speakers(&project.read(), document.id)?;
    Ok(speakers.into_iter().map(|speaker| speaker.label).collect())
}

fn as_json(document: &Document, speakers: &[String], case: Option<&str>, said: &Said) -> Value {
    json!({
        "label": document.label,
        "title": document.title,
        "group": document.group,
        "paragraphs": document.paragraphs,
        "words": document.words,
        "characters": document.characters,
        "speakers": speakers,
        "reader": document.reader,
        "sha256": document.source_sha256,
        "variables": said.working,
        "published": said.published,
        "case": case,
        "uuid": document.uuid,
        "file": document.source_name,
        "encoding": document.encoding,
        "imported": document.imported,
        "stage": document.stage.name(),
    })
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let values = values_of(&project)?;
    let cases = cases_of(&project)?;
    let mut rows = Listing::new("documents")
        .columns(ColumnKind::Short, ["label", "group", "case"])
        .columns(ColumnKind::Number, ["paragraphs", "words"])
        .columns(ColumnKind::Short, ["speakers", "title"])
        .or_say(tr!("cli-no-documents"));
    for document in documents::list(&project.read())? {
        let speakers = speakers_of(&project, &document)?;
        let said = values.get(&Owner::Document(document.id)).cloned().unwrap_or_default();
        let case = cases.get(&document.id).cloned();
        let value = as_json(&document, &speakers, case.as_deref(), &said);
        let cells = [
            document.label,
            document.group.unwrap_or_default(),
            case.unwrap_or_default(),
            document.paragraphs.to_string(),
            document.words.to_string(),
            speakers.join(", "),
            document.title,
        ];
        rows.add(value, cells);
    }
    context.list(output, &project, &rows)
}

fn show(context: &Context, label: &str) -> Result<()> {
    let project = context.open()?;
    let document = context::document(&project, label)?;
    let speakers = speakers_of(&project, &document)?;
    let said = values_of(&project)?.remove(&Owner::Document(document.id)).unwrap_or_default();
    let case = cases_of(&project)?.remove(&document.id);
    let coded = ops::retrieve::coded_paragraphs(&project, Some(document.id))?;
    let coded = coded.get(&document.id).copied().unwrap_or(0);
    let mut value = as_json(&document, &speakers, case.as_deref(), &said);
    value["coded_paragraphs"] = json!(coded);
    let guide = document.guide.map(|id| guides::get(&project.read(), id)).transpose()?;
    let guide = guide.map(|guide| guide.typed());
    value["guide"] = json!(guide);
    let recordings = media::of_document(&project.read(), document.id)?;
    let recordings: Vec<String> = recordings.into_iter().map(|recording| recording.file_name).collect();
    value["recordings"] = json!(recordings);
    if context.json {
        return context.print_json(&value);
    }
    let mut rows = vec![
        (tr!("cli-column-label"), document.label),
        (tr!("cli-column-title"), document.title),
        (tr!("cli-column-group"), document.group.unwrap_or_default()),
        (tr!("cli-column-case"), case.unwrap_or_default()),
        (tr!("cli-column-paragraphs"), document.paragraphs.to_string()),
        (tr!("cli-column-coded"), coded.to_string()),
        (tr!("cli-column-words"), document.words.to_string()),
        (tr!("cli-column-speakers"), speakers.join(", ")),
        (tr!("cli-column-file"), document.source_name),
        (tr!("cli-column-imported"), crate::clock::local(&document.imported)),
        (tr!("cli-column-stage"), tr!(&format!("stage-{}", document.stage.name()))),
        (tr!("cli-column-guide"), guide.unwrap_or_default()),
        (tr!("cli-column-recording"), recordings.join(", ")),
    ];
    for consent in consent::of_document(&project.read(), document.id)? {
        rows.push((tr!("cli-list-consent"), ops::consent::words(&consent)));
    }
    for (name, value) in &said.working {
        rows.push((name.clone(), value.as_str().unwrap_or_default().to_owned()));
    }
    context.print(&table::pairs(&rows))
}

impl Set {
    fn run(self, context: &Context) -> Result<()> {
        let attributes = self.new_label.is_some() || self.title.is_some() || self.group.is_some();
        let attributes = attributes || self.position.is_some();
        if !attributes && self.case.is_none() && self.stage.is_none() && self.values.is_empty() {
            return Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-document")));
        }
        let mut project = context.open()?;
        let before = context::document(&project, &self.label)?;
        let case = match self.case.as_deref().map(str::trim) {
            None => None,
            Some("") => Some(None),
            Some(name) => Some(Some(cases::by_name(&project.read(), name)?.id)),
        };
        let change = DocumentChange {
            label: self.new_label,
            title: self.title,
            group: self.group,
            index: self.position.map(|position| position.saturating_sub(1)),
        };
        project.in_batch(|project| {
            if attributes {
                ops::documents::change(project, before.id, &change)?;
            }
            if let Some(case) = case {
                ops::cases::assign(project, before.id, case)?;
            }
            if let Some(stage) = self.stage.as_deref().map(Stage::from_name) {
                ops::guides::set_stage(project, before.id, stage)?;
            }
            self.values.apply(project, Owner::Document(before.id), None)
        })?;
        let after = documents::get(&project.read(), before.id)?;
        let speakers = speakers_of(&project, &after)?;
        let said = values_of(&project)?.remove(&Owner::Document(after.id)).unwrap_or_default();
        let case = cases_of(&project)?.remove(&after.id);
        context.done(
            &tr!("cli-document-set", label = after.label.clone(), title = after.title.clone()),
            &as_json(&after, &speakers, case.as_deref(), &said),
        )
    }
}

fn groups(context: &Context) -> Result<()> {
    let project = context.open()?;
    let all = documents::list(&project.read())?;
    let names: Vec<String> =
        documents::groups(&project.read())?.into_iter().map(|group| group.name).collect();
    let labels = |name: &str| -> Vec<String> {
        let of = all.iter().filter(|document| document.group.as_deref() == Some(name));
        of.map(|document| document.label.clone()).collect()
    };
    if context.json {
        let values = names.iter().map(|name| json!({"name": name, "documents": labels(name)}));
        return context.print_json(&values.collect());
    }
    let rows: Vec<Vec<String>> =
        names.iter().map(|name| vec![name.clone(), labels(name).join(", ")]).collect();
    context.print(&table::columns(&[tr!("cli-column-group"), tr!("cli-column-interviews")], &rows))
}

fn group(context: &Context, name: &str, new_name: Option<&str>, position: Option<usize>) -> Result<()> {
    if new_name.is_none() && position.is_none() {
        return Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-group")));
    }
    let mut project = context.open()?;
    let all = documents::groups(&project.read())?;
    let found = all
        .iter()
        .find(|group| group.name == name)
        .or_else(|| all.iter().find(|group| crate::model::cases::same_name(&group.name, name)));
    let names = || all.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", ");
    let group = found.ok_or_else(|| {
        Error::not_found(tr!("cli-no-such-group", group = name.to_owned()))
            .hint(tr!("cli-groups-are", groups = names()))
    })?;
    let index = position.map(|position| position.saturating_sub(1));
    ops::documents::change_group(&mut project, group.id, new_name, index)?;
    let now = new_name.unwrap_or(&group.name).to_owned();
    context.done(&tr!("cli-group-set", name = now.clone()), &json!({ "name": now }))
}

/// The case of each document, by name.
fn cases_of(project: &Project) -> Result<HashMap<DocumentId, String>> {
    let all = cases::list(&project.read())?;
    Ok(all
        .into_iter()
        .flat_map(|case| case.documents.into_iter().map(move |id| (id, case.name.clone())))
        .collect())
}

fn remove(context: &Context, labels: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let found = labels.iter().map(|label| context::document(&project, label)).collect::<Result<Vec<_>>>()?;
    let removed = project.in_batch(|project| {
        let mut removed = Vec::new();
        for document in &found {
            let work = ops::documents::remove(project, document.id)?.value;
            let WorkOn { codings, memos, summaries, paraphrases } = work;
            removed.push(json!({
                "label": document.label,
                "codings": codings,
                "memos": memos,
                "summaries": summaries,
                "paraphrases": paraphrases,
            }));
            if !context.json {
                let label = document.label.clone();
                context.say(&tr!(
                    "cli-document-removed",
                    label = label,
                    codings = codings,
                    memos = memos,
                    summaries = summaries,
                    paraphrases = paraphrases
                ));
            }
        }
        Ok(removed)
    })?;
    if context.json { context.print_json(&Value::Array(removed)) } else { Ok(()) }
}

/// Print a transcript with its paragraph numbers.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz text 5\n  absatz text \"IP 5\" --json")]
pub struct ShowText {
    /// Label of the document: 5
    label: String,
}

impl ShowText {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let transcript = documents::transcript(&project.read(), document.id)?;
        let text = &transcript.text;
        if context.json {
            let seconds = |time: Option<u32>| time.map(|time| f64::from(time) / 1000.0);
            let paragraphs = transcript.paragraphs.iter().map(|paragraph| {
                json!({
                    "n": paragraph.number,
                    "start": paragraph.span.start.0,
                    "end": paragraph.span.end.0,
                    "speaker": paragraph.speaker,
                    "time": seconds(paragraph.time),
                    "end_time": seconds(paragraph.end_time),
                    "kind": paragraph.kind.name(),
                    "text": text.slice(paragraph.span),
                    "speech": paragraph.speech(text),
                })
            });
            let paragraphs: Vec<Value> = paragraphs.collect();
            return context.print_json(&json!({"label": document.label, "paragraphs": paragraphs}));
        }
        let pattern = settings::citation(&project.read())?;
        let mut out = format!("{}  {}\n\n", pattern.name(&document.label), document.title);
        for paragraph in transcript.paragraphs.iter() {
            let number = paragraph.number.map(|number| number.to_string()).unwrap_or_default();
            // The label stands in the text already, unless the file said the speaker in its markup or by the turn.
            let words = text.slice(paragraph.span).replace('\u{2028}', "\n       ");
            let labelled = paragraph.marks.iter().any(|mark| mark.kind == crate::text::MarkKind::Label);
            let speaker = match &paragraph.speaker {
                Some(speaker) if !labelled && paragraph.number.is_some() => format!("[{speaker}] "),
                _ => String::new(),
            };
            out.push_str(format!("{number:>5}  {speaker}{words}").trim_end());
            out.push('\n');
        }
        context.print(&out)
    }
}
