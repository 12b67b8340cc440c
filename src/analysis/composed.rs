//! A report from a template: what the slots mean, and what they are filled with.
//!
//! A line whose slots all have nothing to say is left out, so that a template fits codes with and without a definition.
//! No passage is quoted twice: where it belongs to several codes, it stands under the first.

use crate::error::Result;
use crate::model::DocumentId;
use crate::model::codes::Guide;
use crate::model::table::Table;
use crate::model::written::{Part, Run, Style, Written};
use crate::text::Span;
use crate::text::template::{Element, Node, Shape, Slot, Template, What};
use crate::tr;

/// All that the slots of a template can say.
#[derive(Debug, Clone, Default)]
pub struct Content {
    pub title: String,
    pub project: String,
    pub date: String,
    pub interviews: usize,
    pub method: Table,
    pub sample: Table,
    pub notes: Vec<String>,
    /// The main codes, or those that were asked for.
    pub chapters: Vec<Chapter>,
    pub asked: Asked,
}

/// Which optional parts the report has; `{{#if definitions}}` asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    pub definitions: bool,
    pub method: bool,
    pub sample: bool,
}

/// What the report can say of a code.
#[derive(Debug, Clone, Default)]
pub struct Chapter {
    pub name: String,
    pub path: String,
    pub guide: Guide,
    pub own: Counted,
    /// With its subcodes.
    pub below: Counted,
    /// The code summary.
    pub summary: String,
    pub summaries: Vec<Summarised>,
    /// By document, in text order.
    pub quotable: Vec<Quotable>,
    pub subcodes: Vec<Chapter>,
}

/// In how many interviews a code is, and where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    pub with: usize,
    pub of: usize,
    /// Interviews without it that were not asked.
    pub unasked: usize,
    /// By group: name, with it, of how many.
    pub groups: Vec<(String, usize, usize)>,
    /// The canonical bundle; empty for nothing.
    pub citations: String,
}

/// What one interview says on a code, condensed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summarised {
    pub group: Option<String>,
    pub text: String,
    /// Where it says so; empty where the text says it itself.
    pub citation: String,
}

/// A passage that can be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotable {
    pub document: DocumentId,
    pub span: Span,
    pub text: String,
    pub citation: String,
    /// It is an anchor example of the code.
    pub anchor: bool,
    pub weight: Option<u8>,
    /// It was asked for by a query.
    pub asked: bool,
}

/// From this weight on a segment is marked to be quoted.
pub const MARKED: u8 = 50;
/// How many quotations a code has at most, where the template does not say.
pub const MOST: usize = 3;

impl Quotable {
    fn is_marked(&self) -> bool {
        self.asked || self.anchor || self.weight.is_some_and(|weight| weight >= MARKED)
    }
    fn rank(&self) -> (bool, bool, u8) {
        (self.asked, self.anchor, self.weight.unwrap_or(0))
    }
    fn meets(&self, document: DocumentId, span: Span) -> bool {
        document == self.document && span.overlaps(self.span)
    }
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Composed {
    pub written: Written,
    pub quoted: usize,
}

/// Where a slot may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// Inside `codes` or `subcodes`.
    Code,
}

/// A slot: its name, where it may stand, whether it needs a line of its own, and its options with their values (none: a
/// number).
type Known = (&'static str, Place, bool, &'static [(&'static str, &'static [&'static str])]);

const WITH: &[(&str, &[&str])] = &[("with", &["subcodes"])];
const SLOTS: &[Known] = &[
    ("title", Place::Anywhere, false, &[]),
    ("project", Place::Anywhere, false, &[]),
    ("date", Place::Anywhere, false, &[]),
    ("interviews", Place::Anywhere, false, &[]),
    ("contents", Place::Anywhere, true, &[]),
    ("method", Place::Anywhere, true, &[]),
    ("sample", Place::Anywhere, true, &[]),
    ("notes", Place::Anywhere, true, &[]),
    ("code", Place::Code, false, &[]),
    ("path", Place::Code, false, &[]),
    ("definition", Place::Code, false, &[]),
    ("apply", Place::Code, false, &[]),
    ("not-apply", Place::Code, false, &[]),
    ("research-question", Place::Code, false, &[]),
    ("count", Place::Code, false, WITH),
    ("groups", Place::Code, false, WITH),
    ("citations", Place::Code, false, WITH),
    ("summary", Place::Code, false, &[]),
    ("summaries", Place::Code, true, &[("by", &["group", "interview"])]),
    ("quotations", Place::Code, true, &[("most", &[]), ("choose", &["marked", "all", "none"])]),
];
const BLOCKS: [&str; 4] = ["codes", "subcodes", "if", "unless"];
/// What `if` and `unless` can ask for besides slots.
const FLAGS: [&str; 2] = ["definitions", "subcodes"];

fn known(name: &str) -> Option<&'static Known> {
    SLOTS.iter().find(|(known, ..)| *known == name)
}

/// Whether a template can be filled: an error names the line and the slot.
pub fn check(template: &Template) -> Result<()> {
    nodes_are_known(&template.nodes, None)
}

fn nodes_are_known(nodes: &[Node], inside: Option<&str>) -> Result<()> {
    for node in nodes {
        match node {
            Node::Element(element) => {
                let alone = element.alone().is_some();
                element.slots().try_for_each(|slot| slot_is_known(slot, inside, alone))?;
            }
            Node::Block { slot, nodes } => match (slot.name.as_str(), inside) {
                ("codes", None) => nodes_are_known(nodes, Some("codes"))?,
                ("subcodes", Some("codes")) => nodes_are_known(nodes, Some("subcodes"))?,
                ("if" | "unless", _) => {
                    condition_is_known(slot, inside)?;
                    nodes_are_known(nodes, inside)?;
                }
                ("codes" | "subcodes", _) => {
                    let said = tr!("template-block-place", slot = slot.opening());
                    return Err(slot.error(said, tr!("template-block-place-hint")));
                }
                _ => {
                    let names = BLOCKS.map(|name| format!("{{{{#{name}}}}}")).join(", ");
                    let said = tr!("template-block-unknown", slot = slot.opening());
                    return Err(slot.error(said, tr!("template-known-hint", names = names)));
                }
            },
        }
    }
    Ok(())
}

fn condition_is_known(slot: &Slot, inside: Option<&str>) -> Result<()> {
    let about = slot.argument.as_str();
    let here = known(about).is_some_and(|known| known.1 == Place::Anywhere || inside.is_some());
    if here || FLAGS.contains(&about) {
        return Ok(());
    }
    let names = names(inside).chain(FLAGS).collect::<Vec<_>>().join(", ");
    let said = tr!("template-if-unknown", slot = slot.opening(), about = about);
    Err(slot.error(said, tr!("template-if-hint", names = names)))
}

fn names(inside: Option<&str>) -> impl Iterator<Item = &'static str> {
    let within = inside.is_some();
    SLOTS.iter().filter(move |(_, place, ..)| within || *place == Place::Anywhere).map(|(name, ..)| *name)
}

fn slot_is_known(slot: &Slot, inside: Option<&str>, alone: bool) -> Result<()> {
    let written = slot.written();
    let Some((_, place, whole, options)) = known(&slot.name) else {
        let names = names(inside).collect::<Vec<_>>().join(", ");
        let said = tr!("template-slot-unknown", slot = written);
        return Err(slot.error(said, tr!("template-known-hint", names = names)));
    };
    if *place == Place::Code && inside.is_none() {
        return Err(slot.error(tr!("template-slot-place", slot = written), tr!("template-slot-place-hint")));
    }
    if *whole && !alone {
        return Err(slot.error(tr!("template-slot-alone", slot = written), tr!("template-slot-alone-hint")));
    }
    let wrong = |text: &str| {
        let said = |(name, values): &(&str, &[&str])| match values {
            [] => format!("{name}=N"),
            values => values.iter().map(|value| format!("{name}={value}")).collect::<Vec<_>>().join(", "),
        };
        let known: Vec<String> = options.iter().map(said).collect();
        let hint = match known.is_empty() {
            true => tr!("template-no-options-hint"),
            false => tr!("template-known-hint", names = known.join(", ")),
        };
        slot.error(tr!("template-option", slot = slot.written(), text = text), hint)
    };
    if !slot.argument.is_empty() {
        return Err(wrong(&slot.argument));
    }
    for (name, value) in &slot.options {
        let fits = options.iter().any(|(known, values)| {
            let fits = match values {
                [] => value.parse::<usize>().is_ok(),
                values => values.contains(&value.as_str()),
            };
            *known == name && fits
        });
        if !fits {
            return Err(wrong(&format!("{name}={value}")));
        }
    }
    Ok(())
}

/// Fills a template. `choose`, `most`: which quotations, where the template does not say.
pub fn compose(template: &Template, content: &Content, choose: &str, most: usize) -> Result<Composed> {
    check(template)?;
    let written = Written { name: "report".into(), ..Written::default() };
    let mut composer = Composer { content, choose, most, quoted: Vec::new(), written };
    composer.nodes(&template.nodes, None, 0);
    let Composer { mut written, quoted, .. } = composer;
    if written.title.is_empty() {
        written.title.clone_from(&content.title);
    }
    Ok(Composed { written, quoted: quoted.len() })
}

struct Composer<'a> {
    content: &'a Content,
    choose: &'a str,
    most: usize,
    quoted: Vec<(DocumentId, Span)>,
    written: Written,
}

impl Composer<'_> {
    /// `deeper`: by how much headings are moved down.
    fn nodes(&mut self, nodes: &[Node], code: Option<&Chapter>, deeper: u8) {
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element, code, deeper),
                Node::Block { slot, nodes } => match slot.name.as_str() {
                    "codes" => {
                        for chapter in &self.content.chapters {
                            self.nodes(nodes, Some(chapter), 0);
                        }
                    }
                    "subcodes" => {
                        if let Some(chapter) = code {
                            self.below(nodes, chapter, 0);
                        }
                    }
                    "if" if self.holds(slot, code) => self.nodes(nodes, code, deeper),
                    "unless" if !self.holds(slot, code) => self.nodes(nodes, code, deeper),
                    _ => {}
                },
            }
        }
    }

    /// All subcodes in the order of the tree, each with deeper headings than its parent.
    fn below(&mut self, nodes: &[Node], chapter: &Chapter, deeper: u8) {
        for subcode in &chapter.subcodes {
            self.nodes(nodes, Some(subcode), deeper);
            self.below(nodes, subcode, deeper.saturating_add(1));
        }
    }

    fn holds(&self, slot: &Slot, code: Option<&Chapter>) -> bool {
        let asked = self.content.asked;
        match slot.argument.as_str() {
            "definitions" => asked.definitions,
            "method" => asked.method,
            "sample" => asked.sample,
            "subcodes" => code.is_some_and(|chapter| !chapter.subcodes.is_empty()),
            "contents" => !self.content.chapters.is_empty(),
            "notes" => !self.content.notes.is_empty(),
            "summaries" => code.is_some_and(|chapter| !chapter.summaries.is_empty()),
            "quotations" => code.is_some_and(|chapter| !self.chosen(chapter, slot).is_empty()),
            name => !self.inline(name, slot, code).is_empty(),
        }
    }

    fn element(&mut self, element: &Element, code: Option<&Chapter>, deeper: u8) {
        if let Some(slot) = element.alone().filter(|slot| known(&slot.name).is_some_and(|known| known.2)) {
            return self.whole(slot, code);
        }
        let (mut any, mut filled) = (false, false);
        let mut runs: Vec<Run> = Vec::new();
        for piece in &element.pieces {
            let style = match (piece.strong, piece.emphasis) {
                (true, _) => Style::Strong,
                (false, true) => Style::Emphasis,
                (false, false) => Style::Plain,
            };
            let text = match &piece.what {
                What::Words(words) => words.clone(),
                What::Slot(slot) => {
                    any = true;
                    let text = self.inline(&slot.name, slot, code);
                    filled |= !text.is_empty();
                    // The space before nothing goes with it.
                    if let Some(last) = runs.last_mut().filter(|_| text.is_empty()) {
                        last.text.truncate(last.text.trim_end().len());
                    }
                    text
                }
            };
            runs.push(Run { text, style });
        }
        if any && !filled {
            return;
        }
        runs.retain(|run| !run.text.is_empty());
        let plain = || runs.iter().map(|run| run.text.as_str()).collect::<String>().trim().to_owned();
        match element.shape {
            Shape::Heading(1) if self.written.title.is_empty() => self.written.title = plain(),
            Shape::Heading(marks) => {
                let level = marks.saturating_sub(1).max(1).saturating_add(deeper);
                self.written.parts.push(Part::Heading(level, plain()));
            }
            Shape::Item => self.written.parts.push(Part::Item(runs)),
            Shape::Text => self.written.parts.extend(paragraphs(runs).into_iter().map(Part::Text)),
        }
    }

    fn inline(&self, name: &str, slot: &Slot, code: Option<&Chapter>) -> String {
        let content = self.content;
        let of = |chapter: &Chapter| {
            let counted = if slot.option("with").is_some() { &chapter.below } else { &chapter.own };
            match name {
                "code" => chapter.name.clone(),
                "path" => chapter.path.clone(),
                "definition" => chapter.guide.definition.clone(),
                "apply" => chapter.guide.apply.clone(),
                "not-apply" => chapter.guide.not_apply.clone(),
                "research-question" => chapter.guide.research_question.clone(),
                "count" => count(counted),
                "groups" => groups(counted),
                "citations" => counted.citations.clone(),
                "summary" => chapter.summary.clone(),
                _ => String::new(),
            }
        };
        match (name, code) {
            ("title", _) => content.title.clone(),
            ("project", _) => content.project.clone(),
            ("date", _) => content.date.clone(),
            ("interviews", _) => content.interviews.to_string(),
            (_, Some(chapter)) => of(chapter).trim().to_owned(),
            (_, None) => String::new(),
        }
    }

    /// A slot that gives more than words.
    fn whole(&mut self, slot: &Slot, code: Option<&Chapter>) {
        match (slot.name.as_str(), code) {
            ("contents", _) => self.written.parts.push(Part::Contents),
            ("method", _) => self.table(&self.content.method),
            ("sample", _) => self.table(&self.content.sample),
            ("notes", _) => self.written.parts.extend(self.content.notes.iter().map(Part::note)),
            ("summaries", Some(chapter)) => self.summaries(slot, chapter),
            ("quotations", Some(chapter)) => {
                for one in self.chosen(chapter, slot) {
                    self.quoted.push((one.document, one.span));
                    self.written.parts.push(Part::Quote {
                        text: one.text.clone(),
                        citation: one.citation.clone(),
                        about: String::new(),
                    });
                }
            }
            _ => {}
        }
    }

    /// A table under the heading that the template gives it.
    fn table(&mut self, table: &Table) {
        if !table.rows.is_empty() {
            self.written.parts.push(Part::Table(Table { title: String::new(), ..table.clone() }));
        }
    }

    fn summaries(&mut self, slot: &Slot, chapter: &Chapter) {
        let item = |one: &Summarised| {
            let space = if one.citation.is_empty() { "" } else { " " };
            Part::Item(vec![Run::plain(format!("{}{space}{}", one.text.trim(), one.citation))])
        };
        if slot.option("by") != Some("group") {
            return self.written.parts.extend(chapter.summaries.iter().map(item));
        }
        let mut groups: Vec<&Option<String>> = Vec::new();
        for one in &chapter.summaries {
            if !groups.contains(&&one.group) {
                groups.push(&one.group);
            }
        }
        for group in groups {
            let name = group.clone().unwrap_or_else(|| tr!("cite-no-group"));
            self.written.parts.push(Part::Text(vec![Run::strong(name)]));
            let own = chapter.summaries.iter().filter(|one| one.group == *group);
            self.written.parts.extend(own.map(item));
        }
    }

    /// Which passages are quoted: the best marked first, from as many interviews as can be, none twice.
    fn chosen<'c>(&self, chapter: &'c Chapter, slot: &Slot) -> Vec<&'c Quotable> {
        let choose = slot.option("choose").unwrap_or(self.choose);
        let most = slot.option("most").and_then(|most| most.parse().ok()).unwrap_or(self.most);
        let fits = |one: &&Quotable| choose == "all" || choose != "none" && one.is_marked();
        let mut left: Vec<&Quotable> = chapter.quotable.iter().filter(fits).collect();
        let mut taken: Vec<&Quotable> = Vec::new();
        while taken.len() < most {
            left.retain(|one| {
                let quoted = self.quoted.iter().any(|(document, span)| one.meets(*document, *span));
                !quoted && !taken.iter().any(|other| one.meets(other.document, other.span))
            });
            let heard = |one: &Quotable| taken.iter().any(|other| other.document == one.document);
            // Of equals `max_by_key` takes the last: from the end, that is the first.
            let ranked = left.iter().enumerate().rev();
            let best = ranked.max_by_key(|(_, one)| (one.rank(), !heard(one))).map(|(at, _)| at);
            let Some(best) = best else { break };
            taken.push(left.remove(best));
        }
        // In the order of the material.
        taken.sort_by_key(|one| chapter.quotable.iter().position(|other| other == *one));
        taken
    }
}

/// Blank lines in what fills a slot begin new paragraphs.
fn paragraphs(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut out: Vec<Vec<Run>> = vec![Vec::new()];
    for run in runs {
        for (nth, piece) in run.text.split("\n\n").enumerate() {
            if nth > 0 {
                out.push(Vec::new());
            }
            if let Some(last) = out.last_mut().filter(|_| !piece.is_empty()) {
                last.push(Run { text: piece.to_owned(), style: run.style });
            }
        }
    }
    out.retain(|runs| runs.iter().any(|run| !run.text.trim().is_empty()));
    out
}

/// `in 5 of 8 interviews`, and of how many that were asked.
fn count(counted: &Counted) -> String {
    let said = tr!("report-count", with = counted.with, of = counted.of);
    match counted.unasked {
        0 => said,
        unasked => {
            let asked = counted.of.saturating_sub(unasked);
            format!("{said} {}", tr!("report-count-asked", asked = asked))
        }
    }
}

/// `Land: 3 of 4; Kommune: 2 of 4.`; nothing where there is one group only.
fn groups(counted: &Counted) -> String {
    if counted.groups.len() < 2 {
        return String::new();
    }
    let said = |(name, with, of): &(String, usize, usize)| {
        tr!("report-count-group", group = name.clone(), with = *with, of = *of)
    };
    format!("{}.", counted.groups.iter().map(said).collect::<Vec<_>>().join("; "))
}
