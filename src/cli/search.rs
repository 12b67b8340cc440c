//! `search`: words in transcripts, memos, summaries and paraphrases; and coding what was found.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::context::Context;
use super::output::Output;
use super::segments::documents_of;
use super::table::{self, Listing};
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::memos::MemoOn;
use crate::model::summaries::Condensed;
use crate::model::table::ColumnKind;
use crate::ops::codings::Application;
use crate::ops::search::{Hit, WrittenOn};
use crate::store::{Project, cases, coders, codes, documents};
use crate::text::places::{self, Part};
use crate::text::search::{Finder, Mode, compile};
use crate::{ops, tr};

/// Search transcripts, memos, summaries and paraphrases.
///
/// Summaries are those of cells of the Summary Grid, of documents, codes and cases.
/// Case does not count, a plain letter finds its accented forms, a space finds any white space. With -o a file gets the
/// hits in the transcripts.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz search Datenschutz\n  absatz search --regex 'Glasfaser|Breitband' --document 3,5\n  absatz search budget --in text,memos,summaries,paraphrases --json\n  absatz search Datenschutz -o hits.xlsx\n  absatz search Datenschutz --code-as Legal --dry-run"
)]
pub struct Search {
    /// The words
    text: String,
    /// TEXT is a regular expression
    #[arg(long)]
    regex: bool,
    /// Where to look
    #[arg(long = "in", value_name = "WHERE", value_delimiter = ',', default_value = "text")]
    places: Vec<Where>,
    /// Only in this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only in the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Code the paragraph of every hit in the transcripts; one undo
    #[arg(long, value_name = "CODE")]
    code_as: Option<String>,
    /// With --code-as: say what would be coded and change nothing
    #[arg(long, requires = "code_as")]
    dry_run: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Where {
    Text,
    Memos,
    Summaries,
    Paraphrases,
}

impl Search {
    pub fn run(self, context: &Context) -> Result<()> {
        let finder = compile(&self.text, if self.regex { Mode::Regex } else { Mode::Folded })?;
        let mut project = context.open()?;
        let only = documents_of(&project, &self.document, &self.group)?;
        let in_text = self.places.contains(&Where::Text) || self.code_as.is_some();
        let hits = match in_text {
            true => context
                .working(|progress| ops::search::transcripts(&project, &finder, only.as_deref(), progress))?,
            false => Vec::new(),
        };
        let mut values: Vec<Value> = hits.iter().map(hit_json).collect();
        let mut lines: Vec<String> = hits.iter().map(hit_line).collect();
        if self.places.contains(&Where::Memos) {
            in_memos(&project, &finder, &mut values, &mut lines)?;
        }
        if self.places.contains(&Where::Summaries) {
            in_summaries(&project, &finder, only.as_deref(), &mut values, &mut lines)?;
        }
        if self.places.contains(&Where::Paraphrases) {
            in_paraphrases(&project, &finder, &mut values, &mut lines)?;
        }
        if self.output.is_wanted() {
            let table = hits_listing(&hits).table();
            context.table(&self.output, &project, &[table], || Value::Null, String::new)?;
        } else if !context.json {
            for line in &lines {
                context.line(line)?;
            }
            context.say(&tr!("cli-hits", count = lines.len()));
        }
        let coded = match &self.code_as {
            Some(code) => Some(self.code(context, &mut project, &hits, code)?),
            None => None,
        };
        if context.json {
            if self.output.is_wanted() {
                return Ok(());
            }
            // Coding adds what it did; a plain search is a plain list.
            return context.print_json(&match coded {
                Some(coded) => json!({"hits": values, "coded": coded, "dry_run": self.dry_run}),
                None => Value::Array(values),
            });
        }
        Ok(())
    }

    /// Codes the paragraphs of the hits, each once; gives their citations.
    fn code(
        &self,
        context: &Context,
        project: &mut Project,
        hits: &[Hit],
        code: &str,
    ) -> Result<Vec<String>> {
        let tree = codes::tree(&project.read())?;
        let node = tree.find(code)?;
        project.set_dry_run(self.dry_run);
        let what = Application { codes: vec![node.code.id], ..Application::default() };
        let mut seen = BTreeSet::new();
        let coded = project.in_batch(|project| {
            let mut coded = Vec::new();
            for hit in hits {
                let Some((first, last)) = hit.paragraphs else { continue };
                if !seen.insert((hit.document, first, last)) {
                    continue;
                }
                let transcript = documents::transcript(&project.read(), hit.document)?;
                let part = Part::Paragraphs(first, last);
                let span = places::resolve(&part, &hit.label, &transcript.text, &transcript.paragraphs)?;
                ops::codings::apply(project, hit.document, span, &what)?;
                coded.push(hit.citation.clone());
            }
            Ok(coded)
        })?;
        if !context.json {
            let key = if self.dry_run { "cli-search-would-code" } else { "cli-search-coded" };
            context.say(&tr!(key, count = coded.len(), code = node.path.clone()));
        }
        Ok(coded)
    }
}

fn hit_json(hit: &Hit) -> Value {
    json!({
        "in": "text",
        "document": hit.label,
        "start": hit.span.start.0,
        "end": hit.span.end.0,
        "first_paragraph": hit.paragraphs.map(|(first, _)| first),
        "last_paragraph": hit.paragraphs.map(|(_, last)| last),
        "citation": hit.citation,
        "before": hit.before,
        "text": hit.words,
        "after": hit.after,
    })
}

/// The hits in the transcripts as a table.
fn hits_listing(hits: &[Hit]) -> Listing {
    let mut rows = Listing::new("hits")
        .columns(ColumnKind::Citation, ["citation"])
        .columns(ColumnKind::Long, ["before"])
        .columns(ColumnKind::Short, ["found"])
        .columns(ColumnKind::Long, ["after"]);
    for hit in hits {
        rows.row([&hit.citation, &hit.before, &hit.words, &hit.after].map(|text| table::one_line(text)));
    }
    rows
}

fn hit_line(hit: &Hit) -> String {
    let place = if hit.citation.is_empty() { format!("({})", hit.label) } else { hit.citation.clone() };
    format!("{place}  {}", table::one_line(&hit.line().0))
}

fn in_memos(
    project: &Project,
    finder: &Finder,
    values: &mut Vec<Value>,
    lines: &mut Vec<String>,
) -> Result<()> {
    let reader = project.read();
    for memo in ops::search::in_memos(project, finder)? {
        let label = match memo.on {
            MemoOn::Document(id) | MemoOn::Place(id, _) => Some(documents::get(&reader, id)?.label),
            _ => None,
        };
        let coder = coders::get(&reader, memo.coder)?.name;
        let words = table::one_line(&format!("{}\n{}", memo.title, memo.text));
        lines.push(format!("{} {}  {words}", tr!("cli-column-memo"), memo.uuid));
        values.push(json!({
            "in": "memos",
            "uuid": memo.uuid,
            "document": label,
            "title": memo.title,
            "text": memo.text,
            "coder": coder,
        }));
    }
    Ok(())
}

fn in_summaries(
    project: &Project,
    finder: &Finder,
    only: Option<&[DocumentId]>,
    values: &mut Vec<Value>,
    lines: &mut Vec<String>,
) -> Result<()> {
    let reader = project.read();
    let tree = codes::tree(&reader)?;
    let label = |id| documents::get(&reader, id).map(|document| document.label);
    for one in ops::search::in_summaries(project, finder, only)? {
        let (of, document, code, case) = match one.on {
            WrittenOn::Cell(document, code) => {
                ("cell", Some(label(document)?), Some(tree.path(code).to_owned()), None)
            }
            WrittenOn::Whole(Condensed::Document(id)) => ("document", Some(label(id)?), None, None),
            WrittenOn::Whole(Condensed::Code(id)) => ("code", None, Some(tree.path(id).to_owned()), None),
            WrittenOn::Whole(Condensed::Case(id)) => {
                ("case", None, None, Some(cases::get(&reader, id)?.name))
            }
        };
        let coder = coders::get(&reader, one.coder)?.name;
        let whose: Vec<&str> = [&document, &code, &case].into_iter().flatten().map(String::as_str).collect();
        lines.push(format!("{}  {}", whose.join(" "), table::one_line(&one.text)));
        values.push(json!({
            "in": "summaries",
            "of": of,
            "document": document,
            "code": code,
            "case": case,
            "text": one.text,
            "coder": coder,
        }));
    }
    Ok(())
}

fn in_paraphrases(
    project: &Project,
    finder: &Finder,
    values: &mut Vec<Value>,
    lines: &mut Vec<String>,
) -> Result<()> {
    for one in ops::search::in_paraphrases(project, finder)? {
        let words = table::one_line(&one.paraphrase.text);
        lines.push(format!("{} {}  {words}", tr!("table-paraphrase"), one.citation));
        let mut value = super::paraphrase::as_json(project, &one)?;
        if let Some(fields) = value.as_object_mut() {
            fields.shift_insert(0, "in".to_owned(), "paraphrases".into());
        }
        values.push(value);
    }
    Ok(())
}
