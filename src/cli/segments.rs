//! `segments`: the coded segments with their citations.

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table;
use crate::analysis;
use crate::analysis::chapters::{self, By};
use crate::analysis::query::{Attribute, Comparison, Condition, Name, Passages, Query, parse};
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::codings::Segment;
use crate::model::variables::Entity;
use crate::ops;
use crate::ops::query::{self, Ask};
use crate::ops::retrieve::{self, SegmentQuery};
use crate::store::{Project, codes, documents};
use crate::tr;

/// List coded segments with their citations, or the passages that answer a query.
///
/// They answer for the analysis set: the consensus where a document is consolidated, otherwise the coder chosen for it.
/// With --coder, for that coder's own work. The language of --query and --where is described in docs/query.md.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz segments --code Obstacles --with-subcodes\n  absatz segments --document 5 --json\n  absatz segments --query 'Legal near Benefits/* within 2' --where 'level = Kommune and size < 100'\n  absatz segments --query 'at least 2 of (set \"open questions\")' -o questions.xlsx\n  absatz segments --without Obstacles/Legal --by case\n  absatz segments --query @conflict\n  absatz segments --by code -o segments.docx"
)]
pub struct Segments {
    /// Only of this code; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// What answers this query, or the saved one @NAME
    #[arg(long, value_name = "QUERY", conflicts_with = "code")]
    query: Option<String>,
    /// Also of the subcodes of the codes that are named
    #[arg(long)]
    with_subcodes: bool,
    /// Only of this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only of the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Only where this holds: 'level = Kommune and size < 100'
    #[arg(long = "where", value_name = "CONDITION")]
    condition: Option<String>,
    /// Only where this speaker speaks; several
    #[arg(long, value_name = "LABEL")]
    speaker: Vec<String>,
    /// Only where this person speaks; several
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    /// Only of this case; several
    #[arg(long, value_name = "NAME")]
    case: Vec<String>,
    /// Only of the documents of this set; several
    #[arg(long, value_name = "NAME")]
    set: Vec<String>,
    /// Only of this weight: 50, 50.. (at least), ..50 (at most), 30..60
    #[arg(long, value_name = "WEIGHT")]
    weight: Option<String>,
    /// Instead of segments: the documents, cases or persons that have none for this code or query
    #[arg(long, value_name = "QUERY", conflicts_with_all = ["code", "query"])]
    without: Option<String>,
    /// What --without lists: document, case, person; or what has a chapter in a docx, html or md: code, document
    #[arg(long, value_name = "WHAT", value_parser = ["code", "document", "case", "person"])]
    by: Option<String>,
    /// Also who coded it, in what is written to a file
    #[arg(long)]
    with_coders: bool,
    #[command(flatten)]
    output: Output,
}

/// A segment in the shape that scripts rely on.
pub fn as_json(segment: &Segment) -> Value {
    let coding = &segment.coding;
    json!({
        "document": segment.label,
        "code": segment.code,
        "coder": segment.coder,
        "start": coding.span.start.0,
        "end": coding.span.end.0,
        "first_paragraph": segment.paragraphs.0,
        "last_paragraph": segment.paragraphs.1,
        "citation": segment.citation,
        "text": segment.text,
        "weight": coding.weight,
        "comment": coding.comment,
        "uuid": coding.uuid,
        "group": segment.group,
        "speakers": segment.speakers,
        "created": coding.created,
    })
}

/// Documents by label and group; none means all.
pub fn documents_of(
    project: &Project,
    labels: &[String],
    groups: &[String],
) -> Result<Option<Vec<DocumentId>>> {
    let named = context::document_ids(project, labels)?;
    if groups.is_empty() {
        return Ok(named);
    }
    let all = documents::list(&project.read())?;
    let wanted: Vec<String> = groups.iter().map(|group| group.trim().to_lowercase()).collect();
    for (group, wanted) in groups.iter().zip(&wanted) {
        let known = |document: &crate::model::documents::Document| {
            document.group.as_ref().is_some_and(|name| name.to_lowercase() == *wanted)
        };
        if !all.iter().any(known) {
            let names = documents::groups(&project.read())?;
            let names = names.into_iter().map(|group| group.name).collect::<Vec<_>>().join(", ");
            return Err(Error::not_found(tr!("cli-no-such-group", group = group.clone()))
                .hint(tr!("cli-groups-are", groups = names)));
        }
    }
    let in_group = all
        .iter()
        .filter(|document| document.group.as_ref().is_some_and(|name| wanted.contains(&name.to_lowercase())));
    let in_group: Vec<DocumentId> = in_group.map(|document| document.id).collect();
    Ok(Some(match named {
        Some(named) => named.into_iter().filter(|id| in_group.contains(id)).collect(),
        None => in_group,
    }))
}

/// A condition on one of several values; none where nothing was typed.
fn one_of(of: Attribute, typed: &[String]) -> Option<Condition> {
    let values: Vec<Name> = typed.iter().map(|value| Name::typed(value.trim())).collect();
    (!values.is_empty()).then_some(Condition::Test { of, how: Comparison::Is, values })
}

/// `50`, `50..`, `..50`, `30..60`.
fn weights(typed: &str) -> Result<Vec<Condition>> {
    let test = |how, value: &str| {
        let fits = value.trim().parse::<u8>().is_ok_and(|weight| weight <= 100);
        let values = vec![Name::typed(value.trim())];
        let condition = Condition::Test { of: Attribute::Weight, how, values };
        if fits { Ok(condition) } else { Err(Error::usage(tr!("cli-query-needs-where")).place(typed)) }
    };
    match typed.split_once("..") {
        None => Ok(vec![test(Comparison::Is, typed)?]),
        Some(("", most)) => Ok(vec![test(Comparison::AtMost, most)?]),
        Some((least, "")) => Ok(vec![test(Comparison::AtLeast, least)?]),
        Some((least, most)) => Ok(vec![test(Comparison::AtLeast, least)?, test(Comparison::AtMost, most)?]),
    }
}

fn by_what(of: &str, known: &[&str]) -> Error {
    Error::usage(tr!("cli-by-what", of = of.to_owned(), known = known.join(", ")))
}

impl Segments {
    /// What must hold besides the query, as typed.
    fn conditions(&self) -> Result<Vec<Condition>> {
        let mut all = Vec::new();
        if let Some(typed) = &self.condition {
            all.push(parse::condition(typed).map_err(|fault| fault.error())?);
        }
        let named = [
            (Attribute::Speaker, &self.speaker),
            (Attribute::Person, &self.person),
            (Attribute::Case, &self.case),
            (Attribute::Set, &self.set),
        ];
        all.extend(named.into_iter().filter_map(|(of, typed)| one_of(of, typed)));
        if let Some(typed) = &self.weight {
            all.extend(weights(typed)?);
        }
        Ok(all)
    }

    /// The query that the options ask.
    fn asked(&self, project: &Project, conditions: &[Condition]) -> Result<Query> {
        let mut query = match (&self.query, &self.code[..]) {
            (Some(typed), _) => ops::queries::read(&project.read(), typed)?,
            (None, []) => Query::all(),
            (None, codes) => {
                let code = |path: &String| Passages::Code { name: Name::typed(path), subcodes: false };
                let mut all: Vec<Passages> = codes.iter().map(code).collect();
                let one = if all.len() == 1 { all.pop() } else { None };
                Query { passages: one.unwrap_or(Passages::Or(all)), condition: None }
            }
        };
        for condition in conditions {
            query = query.and(condition.clone());
        }
        Ok(if self.with_subcodes { query.with_subcodes() } else { query })
    }

    /// The documents, cases or persons that have nothing.
    fn lacking(&self, context: &Context, project: &Project, typed: &str) -> Result<()> {
        let mut conditions = self.conditions()?;
        let among = match conditions.len() {
            0 | 1 => conditions.pop(),
            _ => Some(Condition::All(conditions)),
        };
        // A code alone needs no quotation marks, whatever its name.
        let is_code = codes::tree(&project.read())?.find(typed).is_ok();
        let mut asked = match is_code {
            true => Query {
                passages: Passages::Code { name: Name::typed(typed), subcodes: false },
                condition: None,
            },
            false => ops::queries::read(&project.read(), typed)?,
        };
        if self.with_subcodes {
            asked = asked.with_subcodes();
        }
        let ask = Ask {
            documents: documents_of(project, &self.document, &self.group)?,
            coder: context.own_work(project),
            ..Ask::new(asked)
        };
        let by = match self.by.as_deref() {
            None => Entity::default(),
            Some(name) => {
                Entity::from_name(name).ok_or_else(|| by_what("--without", &Entity::ALL.map(Entity::name)))?
            }
        };
        let table = query::without(project, &ask, by, among.as_ref())?;
        let notes = table.notes.clone();
        let as_json = || {
            let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
            let row = |row: &Vec<crate::model::table::Cell>| {
                let cells = keys.iter().zip(row).map(|(key, cell)| match cell.value {
                    crate::model::table::Value::Integer(number) => ((*key).to_owned(), json!(number)),
                    _ => ((*key).to_owned(), json!(cell.value.plain())),
                });
                Value::Object(cells.collect())
            };
            Value::Array(table.rows.iter().map(row).collect())
        };
        context
            .table(&self.output, project, std::slice::from_ref(&table), as_json, || table::text_of(&table))?;
        self.say_notes(context, &notes);
        Ok(())
    }

    fn say_notes(&self, context: &Context, notes: &[String]) {
        if !context.json && !self.output.is_wanted() {
            notes.iter().for_each(|note| context.say(note));
        }
    }

    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        if let Some(typed) = &self.without {
            return self.lacking(context, &project, typed);
        }
        let conditions = self.conditions()?;
        let documents = documents_of(&project, &self.document, &self.group)?;
        let coder = context.own_work(&project);
        let asked = documents.clone();
        let output_leaves_out_coders = self.output.is_wanted() && !self.with_coders;
        let (segments, notes) = if self.query.is_some() || !conditions.is_empty() {
            let ask = Ask { documents, coder, ..Ask::new(self.asked(&project, &conditions)?) };
            let answer = query::ask(&project, &ask)?;
            (answer.segments, answer.notes)
        } else {
            let tree = codes::tree(&project.read())?;
            let codes = match self.code.is_empty() {
                true => None,
                false => Some(context::code_ids(&tree, &self.code)?),
            };
            let query = SegmentQuery { codes, with_subcodes: self.with_subcodes, documents, coder };
            let found = retrieve::segments(&project, &query)?;
            (found.segments, found.notes)
        };
        let by = match self.by.as_deref() {
            None => None,
            Some(name) => Some(By::from_name(name).ok_or_else(|| by_what("segments", &By::NAMES))?),
        };
        let (mut segments, mut notes) = (segments, notes);
        if let Some(by) = by {
            chapters::sorted(&mut segments, by, &codes::tree(&project.read())?);
        }
        if output_leaves_out_coders {
            retrieve::without_coders(&project, coder, asked.as_deref(), &mut notes)?;
        }
        if let Some(by) = by.filter(|_| self.output.is_prose()) {
            let written = retrieve::chapters(&project, &segments, by, self.with_coders, notes)?;
            return context.written(&self.output, &project, written);
        }
        let mut table = analysis::segments::table(&segments, notes.clone());
        if output_leaves_out_coders {
            table = analysis::segments::without_coders(table);
        }
        let as_text = || {
            let mut out = String::new();
            for segment in &segments {
                let weight = segment.coding.weight.map_or_else(String::new, |weight| format!("  [{weight}]"));
                out.push_str(&format!("{}  {}{weight}\n", segment.citation, segment.code));
                out.push_str(&table::indented(&segment.text, 4));
                if !segment.coding.comment.is_empty() {
                    out.push_str(&table::indented(&format!("// {}", segment.coding.comment), 4));
                }
                out.push('\n');
            }
            out
        };
        let as_json = || segments.iter().map(as_json).collect();
        context.table(&self.output, &project, &[table], as_json, as_text)?;
        if !context.json && !self.output.is_wanted() {
            context.say(&tr!("cli-segments-found", count = segments.len()));
        }
        self.say_notes(context, &notes);
        Ok(())
    }
}
