//! `paraphrase`: passages in the researcher's own short words.

use clap::{ArgAction, Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::{Output, text_or_stdin};
use super::segments::documents_of;
use super::table;
use crate::analysis;
use crate::error::{Error, Result};
use crate::model::paraphrases::{Paraphrase as Stored, Paraphrased};
use crate::ops::paraphrases::ParaphraseQuery;
use crate::store::{Project, paraphrases};
use crate::{ops, tr};

/// Paraphrases: list, add, set, remove.
///
/// A paraphrase puts a passage into your own short words. It stands on any place; you may have several that overlap, but
/// one only on the very same passage. A list answers for the analysis set; with --coder, for that coder's own work.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz paraphrase add 5:9 \"The law forbids what the portal needs\"\n  absatz paraphrase set \"5:9@0-40\" - < text.txt\n  absatz paraphrase list --document 5\n  absatz paraphrase list -o paraphrases.docx\n  absatz paraphrase remove 5:9"
)]
pub struct Paraphrase {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List paraphrases with their passages, in text order (the default).
    List(List),
    /// Write a paraphrase of a passage that has none of yours.
    Add(Write),
    /// Write the paraphrase of a passage, or write it anew.
    Set(Write),
    /// Remove your paraphrases of passages.
    Remove {
        /// The passages (one within which there is a single paraphrase means that one), or the UUIDs of a list
        #[arg(required = true, value_name = "PLACE")]
        places: Vec<String>,
    },
}

#[derive(Debug, Default, Args)]
struct List {
    /// Only of this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only of the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// With a column that says whose each is
    #[arg(long, action = ArgAction::SetTrue)]
    coders: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
struct Write {
    /// The passage
    place: String,
    /// The paraphrase; - reads standard input
    text: String,
}

impl Paraphrase {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command.unwrap_or(Command::List(List::default())) {
            Command::List(list) => list.run(context, &project),
            Command::Add(write) => write.run(context, &mut project, false),
            Command::Set(write) => write.run(context, &mut project, true),
            Command::Remove { places } => remove(context, &mut project, &places),
        }
    }
}

/// A paraphrase in the shape that scripts rely on.
pub fn as_json(project: &Project, one: &Paraphrased) -> Result<Value> {
    Ok(json!({
        "place": ops::paraphrases::place(&project.read(), one)?,
        "citation": one.citation,
        "coder": one.coder,
        "text": one.paraphrase.text,
        "passage": one.passage,
        "document": one.label,
        "group": one.group,
        "start": one.paraphrase.span.map(|span| span.start.0),
        "end": one.paraphrase.span.map(|span| span.end.0),
        "first_paragraph": one.paragraphs.map(|(first, _)| first),
        "last_paragraph": one.paragraphs.map(|(_, last)| last),
        "speakers": one.speakers,
        "uuid": one.paraphrase.uuid,
        "created": one.paraphrase.created,
        "changed": one.paraphrase.changed,
    }))
}

fn one_json(project: &Project, one: Stored) -> Result<Value> {
    let found = ops::paraphrases::with_passages(project, vec![one])?;
    found.first().map_or(Ok(Value::Null), |one| as_json(project, one))
}

impl List {
    fn run(self, context: &Context, project: &Project) -> Result<()> {
        let query = ParaphraseQuery {
            documents: documents_of(project, &self.document, &self.group)?,
            coder: context.own_work(project),
        };
        let found = ops::paraphrases::list(project, &query)?;
        let made = analysis::paraphrases::table(&found.paraphrases, self.coders, found.notes.clone());
        let values =
            found.paraphrases.iter().map(|one| as_json(project, one)).collect::<Result<Vec<Value>>>()?;
        let as_text = || {
            let mut out = String::new();
            for one in &found.paraphrases {
                let coder = if self.coders { format!("  {}", one.coder) } else { String::new() };
                out.push_str(&format!("{}{coder}  {}\n", one.citation, one.speakers.join(", ")));
                out.push_str(&table::indented(&one.paraphrase.text, 4));
                if !one.passage.is_empty() {
                    out.push_str(&table::indented(&format!("// {}", table::one_line(&one.passage)), 4));
                }
                out.push('\n');
            }
            out
        };
        context.table(&self.output, project, &[made], || Value::Array(values), as_text)?;
        if !context.json && !self.output.is_wanted() {
            context.say(&tr!("cli-paraphrases-found", count = found.paraphrases.len()));
            found.notes.iter().for_each(|note| context.say(note));
        }
        Ok(())
    }
}

impl Write {
    fn run(self, context: &Context, project: &mut Project, again: bool) -> Result<()> {
        let text = text_or_stdin(&self.text)?;
        let (document, span) = context::place(project, &self.place)?;
        let reader = project.read();
        let span = ops::paraphrases::passage(&reader, document.id, span)?;
        if !again && ops::paraphrases::own_on(&reader, document.id, span)?.is_some() {
            let place = ops::codings::cite(&reader, document.id, span)?;
            return Err(Error::refused(tr!("cli-paraphrase-there", place = place))
                .hint(tr!("cli-paraphrase-there-hint")));
        }
        let id = ops::paraphrases::write(project, document.id, span, &text)?.value;
        let citation = ops::codings::cite(&project.read(), document.id, span)?;
        let written = paraphrases::get(&project.read(), id)?;
        context.done(&tr!("cli-paraphrase-written", place = citation), &one_json(project, written)?)
    }
}

fn remove(context: &Context, project: &mut Project, places: &[String]) -> Result<()> {
    let mut found: Vec<Stored> = Vec::new();
    for typed in places {
        // One whose passage a correction took out has no place any more.
        let wanted = typed.trim().to_lowercase();
        let by_uuid = paraphrases::list(&project.read())?.into_iter().find(|one| one.uuid == wanted);
        let one = match by_uuid {
            Some(one) => one,
            None => {
                let (document, span) = context::place(project, typed)?;
                ops::paraphrases::find_own(&project.read(), document.id, span)?
            }
        };
        if !found.iter().any(|other| other.id == one.id) {
            found.push(one);
        }
    }
    let values = found.iter().map(|one| one_json(project, one.clone())).collect::<Result<Vec<Value>>>()?;
    project.in_batch(|project| {
        for one in &found {
            ops::paraphrases::remove(project, one.id)?;
        }
        Ok(())
    })?;
    context.done(&tr!("cli-paraphrases-removed", count = found.len()), &Value::Array(values))
}
