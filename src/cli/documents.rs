//! `documents`, `text`: the transcripts.

use std::collections::HashMap;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::{self, Listing};
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::documents::Document;
use crate::model::guides::Stage;
use crate::model::table::ColumnKind;
use crate::model::variables::{Owner, VariableKind};
use crate::ops::documents::DocumentChange;
use crate::store::{Project, consent, documents, guides, media, settings, variables};
use crate::{ops, tr};

/// Documents: list, show, set, remove, variables.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz documents\n  absatz documents set 5 --group Land --title \"State ministry, head of unit\"\n  absatz documents variables set 5 function=head size=12000"
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
    /// Change a document's label, title, group or stage.
    Set(Set),
    /// Remove documents with all codings, memos and summaries on them; undo brings them back.
    Remove {
        /// Labels of the documents
        #[arg(required = true, value_name = "LABEL")]
        labels: Vec<String>,
    },
    /// Variables of documents: list, set.
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
}

#[derive(Debug, Args)]
struct Variables {
    #[command(subcommand)]
    command: Option<VariablesCommand>,
}

#[derive(Debug, Subcommand)]
enum VariablesCommand {
    /// List the variables of all documents (the default).
    List,
    /// Set variables of a document; an empty value removes one.
    Set {
        /// Label of the document: 5
        label: String,
        /// NAME=VALUE, several
        #[arg(required = true, value_name = "NAME=VALUE")]
        values: Vec<String>,
        /// What a variable that is new holds
        #[arg(long, value_parser = ["text", "integer", "decimal", "date", "boolean"])]
        kind: Option<String>,
    },
}

impl Documents {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Show { label } => show(context, &label),
            Command::Set(set) => set.run(context),
            Command::Remove { labels } => remove(context, &labels),
            Command::Variables(variables) => match variables.command.unwrap_or(VariablesCommand::List) {
                VariablesCommand::List => list_variables(context),
                VariablesCommand::Set { label, values, kind } => {
                    set_variables(context, &label, &values, kind.as_deref())
                }
            },
        }
    }
}

/// Working values by document and name, in the variables' order.
fn values_of(project: &Project) -> Result<HashMap<DocumentId, Map<String, Value>>> {
    let reader = project.read();
    let values = variables::values(&reader)?;
    let mut found: HashMap<DocumentId, Map<String, Value>> = HashMap::new();
    for variable in variables::list(&reader)? {
        for value in values.iter().filter(|value| value.variable == variable.id) {
            let Owner::Document(document) = value.owner else { continue };
            let of_document = found.entry(document).or_default();
            of_document.insert(variable.name.clone(), json!(value.working));
        }
    }
    Ok(found)
}

fn speakers_of(project: &Project, document: &Document) -> Result<Vec<String>> {
    let speakers = documents::speakers(&project.read(), document.id)?;
    Ok(speakers.into_iter().map(|speaker| speaker.label).collect())
}

fn as_json(document: &Document, speakers: &[String], variables: Option<&Map<String, Value>>) -> Value {
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
        "variables": variables.cloned().unwrap_or_default(),
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
    let mut rows = Vec::new();
    let mut all = Vec::new();
    for document in documents::list(&project.read())? {
        let speakers = speakers_of(&project, &document)?;
        all.push(as_json(&document, &speakers, values.get(&document.id)));
        rows.push(vec![
            document.label,
            document.group.unwrap_or_default(),
            document.paragraphs.to_string(),
            document.words.to_string(),
            speakers.join(", "),
            document.title,
        ]);
    }
    if rows.is_empty() && !context.json {
        context.say(&tr!("cli-no-documents"));
    }
    let listing = Listing {
        name: "documents",
        columns: vec![
            ("label", ColumnKind::Short),
            ("group", ColumnKind::Short),
            ("paragraphs", ColumnKind::Number),
            ("words", ColumnKind::Number),
            ("speakers", ColumnKind::Short),
            ("title", ColumnKind::Short),
        ],
        rows,
    };
    context.table(
        output,
        project.path(),
        &[listing.table()],
        || Value::Array(all),
        || listing.text_or_nothing(),
    )
}

fn show(context: &Context, label: &str) -> Result<()> {
    let project = context.open()?;
    let document = context::document(&project, label)?;
    let speakers = speakers_of(&project, &document)?;
    let values = values_of(&project)?;
    let variables = values.get(&document.id);
    let coded = ops::retrieve::coded_paragraphs(&project, Some(document.id))?;
    let coded = coded.get(&document.id).copied().unwrap_or(0);
    let mut value = as_json(&document, &speakers, variables);
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
    for (name, value) in variables.into_iter().flatten() {
        rows.push((name.clone(), value.as_str().unwrap_or_default().to_owned()));
    }
    context.print(&table::pairs(&rows))
}

impl Set {
    fn run(self, context: &Context) -> Result<()> {
        let named = [&self.new_label, &self.title, &self.group];
        if named.iter().all(|named| named.is_none()) && self.stage.is_none() {
            return Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-document")));
        }
        let mut project = context.open()?;
        let before = context::document(&project, &self.label)?;
        let change =
            DocumentChange { label: self.new_label, title: self.title, group: self.group, index: None };
        let stage = self.stage.as_deref().map(Stage::from_name);
        project.in_batch(|project| {
            ops::documents::change(project, before.id, &change)?;
            if let Some(stage) = stage {
                ops::guides::set_stage(project, before.id, stage)?;
            }
            Ok(())
        })?;
        let after = documents::get(&project.read(), before.id)?;
        let speakers = speakers_of(&project, &after)?;
        let values = values_of(&project)?;
        context.done(
            &tr!("cli-document-set", label = after.label.clone(), title = after.title.clone()),
            &as_json(&after, &speakers, values.get(&after.id)),
        )
    }
}

fn remove(context: &Context, labels: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let found = labels.iter().map(|label| context::document(&project, label)).collect::<Result<Vec<_>>>()?;
    let removed = project.in_batch(|project| {
        let mut removed = Vec::new();
        for document in &found {
            let (codings, memos, summaries) = ops::documents::remove(project, document.id)?.value;
            removed.push(
                json!({"label": document.label, "codings": codings, "memos": memos, "summaries": summaries}),
            );
            if !context.json {
                let label = document.label.clone();
                context.say(&tr!(
                    "cli-document-removed",
                    label = label,
                    codings = codings,
                    memos = memos,
                    summaries = summaries
                ));
            }
        }
        Ok(removed)
    })?;
    if context.json { context.print_json(&Value::Array(removed)) } else { Ok(()) }
}

fn list_variables(context: &Context) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let values = values_of(&project)?;
    let names: Vec<String> = variables::list(&reader)?.into_iter().map(|variable| variable.name).collect();
    let all = documents::list(&reader)?;
    if context.json {
        let rows = all.iter().map(|document| {
            json!({"label": document.label, "variables": values.get(&document.id).cloned().unwrap_or_default()})
        });
        return context.print_json(&rows.collect());
    }
    if names.is_empty() {
        context.say(&tr!("cli-no-variables"));
        return Ok(());
    }
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|document| {
            let of_document = values.get(&document.id);
            let value = |name: &String| {
                let value = of_document.and_then(|values| values.get(name)).and_then(Value::as_str);
                value.unwrap_or_default().to_owned()
            };
            std::iter::once(document.label.clone()).chain(names.iter().map(value)).collect()
        })
        .collect();
    let heading: Vec<String> =
        std::iter::once(tr!("cli-column-label")).chain(names.iter().cloned()).collect();
    context.print(&table::columns(&heading, &rows))
}

fn set_variables(context: &Context, label: &str, pairs: &[String], kind: Option<&str>) -> Result<()> {
    let parsed = pairs
        .iter()
        .map(|pair| {
            pair.split_once('=').ok_or_else(|| {
                Error::usage(tr!("cli-not-name-value", text = pair.clone()))
                    .hint(tr!("cli-not-name-value-hint"))
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let kind = kind.and_then(VariableKind::from_name);
    let mut project = context.open()?;
    let document = context::document(&project, label)?;
    project.in_batch(|project| {
        for (name, value) in &parsed {
            let change = ops::variables::ValueChange::working(value);
            ops::variables::set(project, Owner::Document(document.id), name, kind, &change)?;
        }
        Ok(())
    })?;
    let values = values_of(&project)?.remove(&document.id).unwrap_or_default();
    context.done(
        &tr!("cli-variables-set", label = document.label.clone(), count = parsed.len()),
        &json!({"label": document.label, "variables": values}),
    )
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
