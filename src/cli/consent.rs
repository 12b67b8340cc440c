//! `consent`: what interviews and persons have agreed to, and which words may be quoted.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::{self, Listing};
use crate::error::{Error, Result};
use crate::model::PersonId;
use crate::model::consent::{Answer, Concern, Consent as Row, Quotations};
use crate::model::documents::Document;
use crate::model::table::ColumnKind;
use crate::ops::consent::{self, ConsentChange};
use crate::store::{Project, consent as rows, documents, persons};
use crate::text::paragraphs::quotation;
use crate::{clock, tr};

/// Consent: list, set, withdraw, remove, release, releases, check.
///
/// It is written down for a document, and for single persons where the members of a joint interview decide differently.
/// A passage is as free as the strictest person who speaks in it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz consent set 5 --given 2026-03-01 --quotations anonymous --delete-by 2027-03-01\n  absatz consent\n  absatz consent withdraw 5 --on 2026-04-02\n  absatz consent release 5:9 changed --wording \"We were late.\"\n  absatz consent check 5:9"
)]
pub struct Consent {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Args)]
struct Whose {
    /// Label of the document: 5
    label: String,
    /// One person in it; without it, the whole interview
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List what was agreed for all documents, and what is to be seen to (the default).
    List(Output),
    /// Write down what was agreed; an empty value takes one away.
    Set(Box<Set>),
    /// Write down that the consent was withdrawn; "absatz erase" takes the interview out of the file.
    Withdraw {
        #[command(flatten)]
        whose: Whose,
        /// The day [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Take out what was written down, as if nobody had been asked.
    Remove {
        #[command(flatten)]
        whose: Whose,
    },
    /// Write down what became of a passage that was put before the person.
    Release {
        /// The passage: 5:9, or 5:9"the quoted words"
        place: String,
        /// What became of it
        #[arg(value_parser = ["asked", "released", "changed", "refused"])]
        answer: String,
        /// What the person wants to read instead
        #[arg(long, value_name = "TEXT", default_value = "")]
        wording: String,
    },
    /// List the passages that were put before persons.
    Releases(Output),
    /// Say whether a passage may be quoted.
    Check {
        /// The passage: 5:9, or 5:9"the quoted words"
        place: String,
    },
}

#[derive(Debug, Args)]
struct Set {
    #[command(flatten)]
    whose: Whose,
    /// The day on which it was given: 2026-03-01
    #[arg(long, value_name = "DATE")]
    given: Option<String>,
    /// What it was given for, in words
    #[arg(long, value_name = "TEXT")]
    scope: Option<String>,
    /// Whether words may be quoted
    #[arg(long, value_parser = ["unknown", "yes", "anonymous", "ask", "no"])]
    quotations: Option<String>,
    /// The day by which the recording has to be deleted
    #[arg(long, value_name = "DATE")]
    delete_by: Option<String>,
    /// The day on which the recording was deleted
    #[arg(long, value_name = "DATE")]
    recording_deleted: Option<String>,
    /// The day on which it was withdrawn; "" takes a withdrawal back
    #[arg(long, value_name = "DATE")]
    withdrawn: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Consent {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Set(set) => set.run(context),
            Command::Withdraw { whose, on } => {
                let (mut project, document, person) = whose.find(context)?;
                let on = on.unwrap_or_else(consent::today);
                consent::withdraw(&mut project, document.id, person, &on)?;
                let said = tr!("cli-consent-withdrawn", label = document.label.clone());
                answer(context, &project, &document, person, &said)
            }
            Command::Remove { whose } => {
                let (mut project, document, person) = whose.find(context)?;
                consent::remove(&mut project, document.id, person)?;
                let said = tr!("cli-consent-removed", label = document.label.clone());
                context.done(&said, &json!({"document": document.label, "person": whose.person}))
            }
            Command::Release { place, answer, wording } => release(context, &place, &answer, &wording),
            Command::Releases(output) => releases(context, &output),
            Command::Check { place } => check(context, &place),
        }
    }
}

impl Whose {
    fn find(&self, context: &Context) -> Result<(Project, Document, Option<PersonId>)> {
        let project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let person =
            self.person.as_deref().map(|name| persons::by_name(&project.read(), name)).transpose()?;
        Ok((project, document, person.map(|person| person.id)))
    }
}

impl Set {
    fn run(self, context: &Context) -> Result<()> {
        let change = ConsentChange {
            given: self.given,
            scope: self.scope,
            quotations: self.quotations.as_deref().and_then(Quotations::from_name),
            withdrawn: self.withdrawn,
            delete_recording_by: self.delete_by,
            recording_deleted: self.recording_deleted,
            note: self.note,
        };
        let ConsentChange {
            given: None,
            scope: None,
            quotations: None,
            withdrawn: None,
            delete_recording_by: None,
            recording_deleted: None,
            note: None,
        } = change
        else {
            let (mut project, document, person) = self.whose.find(context)?;
            consent::set(&mut project, document.id, person, &change)?;
            let said = tr!("cli-consent-set", label = document.label.clone());
            return answer(context, &project, &document, person, &said);
        };
        Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-consent")))
    }
}

fn answer(
    context: &Context,
    project: &Project,
    document: &Document,
    person: Option<PersonId>,
    said: &str,
) -> Result<()> {
    let row = rows::of_person(&project.read(), document.id, person)?;
    context.done(said, &row.map(|row| as_json(document, &row)).unwrap_or_default())
}

fn as_json(document: &Document, row: &Row) -> Value {
    json!({
        "document": document.label,
        "person": row.name,
        "given": row.given,
        "scope": row.scope,
        "quotations": row.quotations.name(),
        "withdrawn": row.withdrawn,
        "delete_recording_by": row.delete_recording_by,
        "recording_deleted": row.recording_deleted,
        "note": row.note,
        "uuid": row.uuid,
    })
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let concerns = consent::concerns(&reader, &consent::today())?;
    let mut list = Listing::new("consent")
        .columns(ColumnKind::Short, ["label", "person"])
        .dates(["given"])
        .columns(ColumnKind::Short, ["quotations"])
        .dates(["withdrawn", "delete-by", "recording-deleted"])
        .columns(ColumnKind::Long, ["scope", "note"])
        .columns(ColumnKind::Short, ["concerns"])
        .only_filled()
        .or_say(tr!("cli-no-documents"));
    for document in documents::list(&reader)? {
        let of_document = rows::of_document(&reader, document.id)?;
        let concerns = concerns.get(&document.id).map_or(&[][..], Vec::as_slice);
        list.json.push(json!({
            "document": document.label,
            "concerns": concerns.iter().map(Concern::name).collect::<Vec<_>>(),
            "consents": of_document.iter().map(|row| as_json(&document, row)).collect::<Vec<_>>(),
        }));
        let words = concerns.iter().map(consent::concern_words).collect::<Vec<_>>().join("; ");
        if of_document.is_empty() {
            let mut line = vec![String::new(); 10];
            if let ([label, .., last], words) = (line.as_mut_slice(), words.clone()) {
                (*label, *last) = (document.label.clone(), words);
            }
            list.row(line);
        }
        for (nth, row) in of_document.into_iter().enumerate() {
            list.row([
                document.label.clone(),
                row.name.unwrap_or_default(),
                row.given.unwrap_or_default(),
                tr!(&format!("quotations-{}", row.quotations.name())),
                row.withdrawn.unwrap_or_default(),
                row.delete_recording_by.unwrap_or_default(),
                row.recording_deleted.unwrap_or_default(),
                row.scope,
                row.note,
                if nth == 0 { words.clone() } else { String::new() },
            ]);
        }
    }
    context.list(output, &project, &list)
}

fn release(context: &Context, typed: &str, answer: &str, wording: &str) -> Result<()> {
    let mut project = context.open()?;
    let (document, span) = context::place(&project, typed)?;
    let answer = Answer::from_name(answer).unwrap_or(Answer::Asked);
    consent::release(&mut project, document.id, span, answer, wording)?;
    let place = crate::ops::codings::cite(&project.read(), document.id, span)?;
    let words = tr!(&format!("release-{}", answer.name()));
    context.done(
        &format!("{place}: {words}"),
        &json!({"place": place, "answer": answer.name(), "wording": wording.trim()}),
    )
}

fn releases(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let mut list = Listing::new("releases")
        .columns(ColumnKind::Citation, ["citation"])
        .columns(ColumnKind::Short, ["answer", "at"])
        .columns(ColumnKind::Long, ["wording", "words-there"])
        .or_say(tr!("cli-no-releases"));
    for document in documents::list(&reader)? {
        let found = rows::releases(&reader, Some(document.id))?;
        if found.is_empty() {
            continue;
        }
        let transcript = documents::transcript(&reader, document.id)?;
        for release in found {
            let place = crate::ops::codings::cite(&reader, document.id, release.span)?;
            let words = quotation(&transcript.text, &transcript.paragraphs, release.span);
            let value = json!({
                "document": document.label,
                "place": place,
                "start": release.span.start.0,
                "end": release.span.end.0,
                "answer": release.answer.name(),
                "wording": release.wording,
                "text": words,
                "at": release.at,
                "uuid": release.uuid,
            });
            let answer = tr!(&format!("release-{}", release.answer.name()));
            let at = clock::local(&release.at);
            list.add(value, [place, answer, at, release.wording, table::one_line(&words)]);
        }
    }
    context.list(output, &project, &list)
}

fn check(context: &Context, typed: &str) -> Result<()> {
    let project = context.open()?;
    let (document, span) = context::place(&project, typed)?;
    let found = consent::may_quote(&project.read(), document.id, span)?;
    let place = crate::ops::codings::cite(&project.read(), document.id, span)?;
    if context.json {
        return context.print_json(&json!({"place": place, "answer": found.name(), "free": found.is_free()}));
    }
    context.line(&consent::quote_words(&found, &place))
}
