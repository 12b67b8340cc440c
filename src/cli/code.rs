//! `code`, `uncode`, `segment`: applying and changing codings.

use std::io::BufRead as _;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::codes::{Marking, say_marked};
use super::context::{self, Context};
use super::segments::as_json;
use crate::error::{Error, Kind, Result};
use crate::model::codings::Coding;
use crate::model::{CodeId, CodingId};
use crate::ops::codings::{Application, Category, CodingChange};
use crate::store::{Project, codes, codings, documents};
use crate::text::paragraphs::turns;
use crate::{ops, tr};

/// Apply codes to a passage, as who works.
///
/// Prints the UUID of each coded segment. Applied again over an overlap, a code makes one segment of both.
///
/// With - instead of a place it reads lines PLACE<TAB>CODE from standard input. Each line is one change of its own: it
/// is kept on the disk when its UUID appears. The first line that is wrong ends it; those before it stay.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz code 5:9 Legal\n  absatz code 5:9-11 Legal Material --weight 80 --comment \"strong\"\n  absatz code '5:9\"the quoted words\"' Obstacles/Other --create\n  absatz code 5 Answers --speaker B\n  printf '5:9\\tLegal\\n5:12@0-40\\tMaterial\\n' | absatz code -"
)]
pub struct Apply {
    /// A passage: 5:9, "IP 5: 9", 5:9-11, 5:9@12-80, 5:9"the words"; - reads lines from standard input
    place: String,
    /// Codes: a path or its unambiguous ending
    #[arg(value_name = "CODE")]
    codes: Vec<String>,
    /// How well it fits, 0 to 100
    #[arg(long, value_name = "0-100", value_parser = clap::value_parser!(u8).range(0..=100))]
    weight: Option<u8>,
    /// A comment on the coded segment
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    comment: String,
    /// Everything that this speaker says in a document, turn by turn, as one change; PLACE is the document's label
    #[arg(long, value_name = "LABEL")]
    speaker: Option<String>,
    /// Add codes that do not exist
    #[arg(long)]
    create: bool,
    #[command(flatten)]
    marking: Marking,
    /// Say what would be coded and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Apply {
    pub fn run(self, context: &Context) -> Result<()> {
        let lines = self.place == "-";
        if lines != self.codes.is_empty() {
            let error = if lines { tr!("cli-codes-with-lines") } else { tr!("cli-codes-needed") };
            return Err(Error::usage(error).hint(tr!("cli-codes-needed-hint")));
        }
        let mut project = context.open()?;
        project.set_dry_run(self.dry_run);
        let before = ops::revisit::count(&project)?;
        if lines {
            self.run_lines(context, &mut project)?;
            return say_marked(context, &project, before);
        }
        if let Some(speaker) = &self.speaker {
            return self.run_speaker(context, &mut project, speaker);
        }
        let ids = project.in_batch(|project| self.apply(project, &self.place, &self.codes))?;
        if self.dry_run {
            let place = context::place(&project, &self.place)?;
            let citation = ops::codings::cite(&project.read(), place.0.id, place.1)?;
            let codes = self.codes.join(", ");
            let words = tr!("cli-would-code", place = citation.clone(), codes = codes);
            return context
                .done(&words, &json!({"citation": citation, "codes": self.codes, "dry_run": true}));
        }
        let segments =
            ids.into_iter().map(|id| ops::retrieve::segment(&project, id)).collect::<Result<Vec<_>>>()?;
        if context.json {
            context.print_json(&segments.iter().map(as_json).collect())?;
            return say_marked(context, &project, before);
        }
        for segment in segments {
            context.say(&format!("{} {}", segment.citation, segment.code));
            context.line(&segment.coding.uuid)?;
        }
        say_marked(context, &project, before)
    }

    /// Codes the turns of a speaker.
    fn run_speaker(&self, context: &Context, project: &mut Project, speaker: &str) -> Result<()> {
        let document = context::document(project, &self.place)?;
        let transcript = documents::transcript(&project.read(), document.id)?;
        let known: Vec<String> =
            documents::speakers(&project.read(), document.id)?.into_iter().map(|one| one.label).collect();
        let same = |label: &&String| label.to_lowercase() == speaker.trim().to_lowercase();
        let label = known.iter().find(same).ok_or_else(|| {
            let message =
                tr!("cli-code-no-speaker", speaker = speaker.to_owned(), label = document.label.clone());
            Error::not_found(message).hint(tr!("cli-code-speakers", names = known.join(", ")))
        })?;
        let passages: Vec<_> = turns(&transcript.text, &transcript.paragraphs, label)
            .into_iter()
            .map(|span| (document.id, span))
            .collect();
        let ids = project.in_batch(|project| {
            let codes = self.codes.iter().map(|name| self.find_or_create(project, name));
            let codes: Vec<CodeId> = codes.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
            let what = Application { codes, weight: self.weight, comment: self.comment.clone() };
            Ok(ops::codings::apply_to_all(project, &passages, &what)?.value)
        })?;
        let codes = self.codes.join(", ");
        if self.dry_run {
            let words = tr!("cli-would-code-turns", count = passages.len(), codes = codes);
            return context
                .done(&words, &json!({"turns": passages.len(), "codes": self.codes, "dry_run": true}));
        }
        let segments =
            ids.into_iter().map(|id| ops::retrieve::segment(project, id)).collect::<Result<Vec<_>>>()?;
        if context.json {
            return context.print_json(&segments.iter().map(as_json).collect());
        }
        context.say(&tr!("cli-coded-turns", count = passages.len(), codes = codes));
        segments.iter().try_for_each(|segment| context.line(&segment.coding.uuid))
    }

    fn apply(&self, project: &mut Project, place: &str, names: &[String]) -> Result<Vec<CodingId>> {
        let (document, span) = context::place(project, place)?;
        let codes =
            names.iter().map(|name| self.find_or_create(project, name)).collect::<Result<Vec<_>>>()?;
        let codes: Vec<CodeId> = codes.into_iter().flatten().collect();
        let what = Application { codes, weight: self.weight, comment: self.comment.clone() };
        Ok(ops::codings::apply(project, document.id, span, &what)?.value)
    }

    /// None: a dry run would create it.
    fn find_or_create(&self, project: &mut Project, name: &str) -> Result<Option<CodeId>> {
        let tree = codes::tree(&project.read())?;
        match tree.find(name) {
            Ok(node) => Ok(Some(node.code.id)),
            Err(error) if error.kind == Kind::NotFound && self.create => {
                let id = ops::codes::add_marking(project, name, None, self.marking.marks())?.value;
                Ok((!self.dry_run).then_some(id))
            }
            Err(error) => Err(error),
        }
    }

    /// Lines `PLACE<TAB>CODE`: one operation each, its UUID printed when it is committed.
    fn run_lines(&self, context: &Context, project: &mut Project) -> Result<()> {
        let at_line = |error: Error, number: usize| {
            let message = tr!("cli-line", line = number, message = error.message.clone());
            Error { message, ..error }.place(format!("line {number}"))
        };
        for (index, line) in std::io::stdin().lock().lines().enumerate() {
            let number = index + 1;
            let line = line.map_err(|error| match error.kind() {
                std::io::ErrorKind::InvalidData => {
                    at_line(Error::unreadable(tr!("cli-stdin-not-utf8")), number)
                }
                _ => Error::io("stdin", &error),
            })?;
            if line.trim().is_empty() {
                continue;
            }
            let (place, code) = line.split_once('\t').ok_or_else(|| {
                at_line(Error::invalid(tr!("cli-line-no-tab")).hint(tr!("cli-line-no-tab-hint")), number)
            })?;
            let code = code.trim().to_owned();
            let ids = project
                .in_batch(|project| self.apply(project, place, std::slice::from_ref(&code)))
                .map_err(|error| at_line(error, number))?;
            for id in ids {
                if self.dry_run {
                    continue;
                }
                let uuid = codings::get(&project.read(), id)?.uuid;
                if context.json {
                    context.print_json_line(&json!({"line": number, "uuid": uuid}))?;
                } else {
                    context.line(&uuid)?;
                }
            }
        }
        Ok(())
    }
}

/// Take codes away from a passage; what lies outside it stays coded.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz uncode 5:9 Legal\n  absatz uncode 5:10 Legal Material")]
pub struct Remove {
    /// A passage: 5:9, "IP 5: 9", 5:9-11, 5:9@12-80, 5:9"the words"
    place: String,
    /// Codes: a path or its unambiguous ending
    #[arg(value_name = "CODE", required = true)]
    codes: Vec<String>,
}

impl Remove {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let (document, span) = context::place(&project, &self.place)?;
        let ids = context::code_ids(&codes::tree(&project.read())?, &self.codes)?;
        let removed = ops::codings::remove(&mut project, document.id, span, &ids)?.value;
        let citation = ops::codings::cite(&project.read(), document.id, span)?;
        if removed == 0 {
            return Err(Error::not_found(tr!(
                "cli-nothing-coded",
                place = citation,
                codes = self.codes.join(", ")
            )));
        }
        context.done(
            &tr!("cli-uncoded", place = citation.clone(), count = removed),
            &json!({"citation": citation, "segments": removed}),
        )
    }
}

/// Change a single coded segment, named by its UUID.
#[derive(Debug, Args)]
#[command(
    after_help = "The UUIDs stand in `absatz segments --json` and are printed by `absatz code`.\n\nExamples:\n  absatz segment resize UUID 5:9-10\n  absatz segment weight UUID 80\n  absatz segment comment UUID \"the clearest example\""
)]
pub struct Segment {
    #[command(subcommand)]
    command: SegmentCommand,
}

#[derive(Debug, Subcommand)]
enum SegmentCommand {
    /// Give a segment another passage of its document.
    Resize {
        /// The segment
        uuid: String,
        /// The passage
        place: String,
    },
    /// Set a segment's weight; none takes it away.
    Weight {
        /// The segment
        uuid: String,
        /// 0 to 100, or none
        #[arg(value_name = "WEIGHT|none", value_parser = weight)]
        weight: Weight,
    },
    /// Write a segment's comment; "" takes it away.
    Comment {
        /// The segment
        uuid: String,
        /// The comment; - reads standard input
        text: String,
    },
    /// Give segments another code, as when a code is split.
    Recode {
        /// The segments
        #[arg(required = true, value_name = "UUID")]
        uuids: Vec<String>,
        /// The code that they get: a path or its unambiguous ending
        #[arg(long, value_name = "CODE")]
        to: String,
        /// Add the code if it does not exist
        #[arg(long)]
        create: bool,
        #[command(flatten)]
        marking: Marking,
    },
    /// Remove segments.
    Remove {
        /// The segments
        #[arg(required = true, value_name = "UUID")]
        uuids: Vec<String>,
    },
}

#[derive(Debug, Clone, Copy)]
struct Weight(Option<u8>);

fn weight(text: &str) -> std::result::Result<Weight, String> {
    match text {
        "none" | "-" => Ok(Weight(None)),
        text => match text.parse() {
            Ok(weight @ 0..=100) => Ok(Weight(Some(weight))),
            _ => Err("a weight is a number from 0 to 100, or none".to_owned()),
        },
    }
}

impl Segment {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command {
            SegmentCommand::Resize { uuid, place } => {
                let coding = codings::by_uuid(&project.read(), &uuid)?;
                let (document, span) = context::place(&project, &place)?;
                if document.id != coding.document {
                    return Err(Error::invalid(tr!("cli-other-document", place = place.clone())).place(place));
                }
                let id = ops::codings::resize(&mut project, coding.id, span)?.value;
                tell(context, &project, id)
            }
            SegmentCommand::Weight { uuid, weight } => {
                let coding = codings::by_uuid(&project.read(), &uuid)?;
                let change = CodingChange { weight: Some(weight.0), comment: None };
                ops::codings::change(&mut project, coding.id, &change)?;
                tell(context, &project, coding.id)
            }
            SegmentCommand::Comment { uuid, text } => {
                let text = super::output::text_or_stdin(&text)?;
                let coding = codings::by_uuid(&project.read(), &uuid)?;
                let change = CodingChange { weight: None, comment: Some(text) };
                ops::codings::change(&mut project, coding.id, &change)?;
                tell(context, &project, coding.id)
            }
            SegmentCommand::Recode { uuids, to, create, marking } => {
                recode(context, &mut project, &uuids, &to, create, marking.marks())
            }
            SegmentCommand::Remove { uuids } => remove(context, &mut project, &uuids),
        }
    }
}

/// Gives segments another code.
fn recode(
    context: &Context,
    project: &mut Project,
    uuids: &[String],
    to: &str,
    create: bool,
    mark: bool,
) -> Result<()> {
    let before = ops::revisit::count(project)?;
    let reader = project.read();
    let found = uuids.iter().map(|uuid| Ok(codings::by_uuid(&reader, uuid)?.id));
    let ids = found.collect::<Result<Vec<CodingId>>>()?;
    let into = match codes::tree(&reader)?.find(to).map(|node| node.code.id) {
        Ok(id) => Category::Code(id),
        Err(error) if error.kind == Kind::NotFound && create => Category::Path(to.to_owned()),
        Err(error) => return Err(error),
    };
    let now = ops::codings::sort(project, &ids, &into, mark)?.value.codings;
    let segments = now.into_iter().map(|id| ops::retrieve::segment(project, id));
    let segments = segments.collect::<Result<Vec<_>>>()?;
    if context.json {
        context.print_json(&segments.iter().map(as_json).collect())?;
    } else {
        for segment in segments {
            context.say(&format!("{} {}", segment.citation, segment.code));
            context.line(&segment.coding.uuid)?;
        }
    }
    say_marked(context, project, before)
}

/// Says how a segment is now.
fn tell(context: &Context, project: &Project, id: CodingId) -> Result<()> {
    let segment = ops::retrieve::segment(project, id)?;
    let weight = segment.coding.weight.map_or_else(String::new, |weight| format!(" [{weight}]"));
    let words = format!("{} {}{weight} {}", segment.citation, segment.code, segment.coding.comment);
    context.done(words.trim_end(), &as_json(&segment))
}

fn remove(context: &Context, project: &mut Project, uuids: &[String]) -> Result<()> {
    let reader = project.read();
    let found: Vec<Coding> =
        uuids.iter().map(|uuid| codings::by_uuid(&reader, uuid)).collect::<Result<_>>()?;
    for coding in &found {
        if coding.coder != project.coder() {
            let name = crate::store::coders::get(&reader, coding.coder)?.name;
            return Err(Error::refused(tr!("error-coding-of-another", name = name)));
        }
    }
    let segments =
        found.iter().map(|coding| ops::retrieve::segment(project, coding.id)).collect::<Result<Vec<_>>>()?;
    project.in_batch(|project| {
        for coding in &found {
            ops::codings::remove(project, coding.document, coding.span, &[coding.code])?;
        }
        Ok(())
    })?;
    if context.json {
        return context.print_json(&Value::Array(segments.iter().map(as_json).collect()));
    }
    for segment in segments {
        context.say(&tr!("cli-segment-removed", place = segment.citation, code = segment.code));
    }
    Ok(())
}
