//! The study as one page that needs nothing but a browser: transcripts, segments, codes, grid, tables.
//!
//! Everything that can be read is in the page as text, so it can be printed, and read without JavaScript. `page.js` adds
//! views, filters and search. The page may load nothing and run nothing but that one script, and says so to the browser
//! with the hashes of script and style: what stands in a transcript stays text whatever it is.
//!
//! Paragraph 9 of interview 5 is `#5:9`, the interview `#5:`, so that a place can be linked from elsewhere.

use std::collections::HashMap;
use std::fmt::Write as _;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::markup::{broken, hash, indent, kind, piece_of, swatch, table};
use crate::error::Result;
use crate::formats::write::Meta;
use crate::formats::write::words::shown;
use crate::model::edition::{
    Edition, EditionCode, EditionCoding, EditionDocument, EditionParagraph, Prose, Run, Target,
};
use crate::tr;

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

pub fn write(edition: &Edition, meta: &Meta) -> Result<Vec<u8>> {
    let page = Page::new(edition);
    let style = format!("{STYLE}{}", page.colors());
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(&style)
    );
    let title = if meta.title.is_empty() { &edition.name } else { &meta.title };
    let head = meta.head()?.pop().unwrap_or_default();
    let markup = html! {
        (DOCTYPE)
        html lang=(crate::i18n::lang().code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="absatz";
                title { (shown(title)) }
                style { (PreEscaped(&style)) }
            }
            body data-transcripts=(template("export-page-found-transcripts"))
                data-segments=(template("export-page-found-segments"))
                data-codes=(template("export-page-found-codes")) data-grid=(template("export-page-found-grid")) {
                a.skip href="#main" { (tr!("export-page-skip")) }
                header.top {
                    h1 dir="auto" { (shown(title)) }
                    p.head { (head) }
                    (page.tools())
                }
                div.body {
                    (page.filters())
                    main #main {
                        section #transcripts aria-labelledby="h-transcripts" {
                            h2 #h-transcripts { (tr!("export-page-transcripts")) }
                            @for (at, document) in edition.documents.iter().enumerate() { (page.document(at, document)) }
                        }
                        section.needs #segments aria-labelledby="h-segments" {
                            h2 #h-segments { (tr!("export-page-segments")) }
                            div #segment-list {}
                            p.empty #segment-none hidden { (tr!("export-page-no-segments")) }
                            button #segment-more type="button" hidden { (tr!("export-page-more")) }
                        }
                        section #codes aria-labelledby="h-codes" {
                            h2 #h-codes { (tr!("export-page-codes")) }
                            @for (at, code) in edition.codes.iter().enumerate() { (page.code(at, code)) }
                            @if edition.codes.is_empty() { p.empty { (tr!("export-no-codes")) } }
                        }
                        section #grid aria-labelledby="h-grid" {
                            h2 #h-grid { (tr!("export-page-grid")) }
                            (page.grid())
                        }
                        section #tables aria-labelledby="h-tables" {
                            h2 #h-tables { (tr!("export-page-tables")) }
                            @for one in &edition.tables { (table(one)) }
                        }
                        section #about aria-labelledby="h-about" {
                            h2 #h-about { (tr!("export-page-about")) }
                            ul.notes {
                                @for note in &edition.notes { li dir="auto" { (shown(note)) } }
                                li { (tr!("export-page-links", example = page.example())) }
                            }
                        }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    Ok(markup.into_string().into_bytes())
}

/// A sentence whose numbers the page fills in.
fn template(key: &str) -> String {
    tr!(key, n = "{n}", all = "{all}")
}

/// A cell of the grid: what was written, else found out, and the segments.
#[derive(Default)]
struct Cell<'a> {
    summary: Option<&'a Prose>,
    state: Option<&'a str>,
    codings: Vec<usize>,
}

struct Page<'a> {
    edition: &'a Edition,
    /// What each code is called beside the text.
    codes: Vec<&'a str>,
    /// What each document is called in the page's addresses.
    names: Vec<String>,
}

impl Page<'_> {
    fn new(edition: &Edition) -> Page<'_> {
        let mut taken: HashMap<String, usize> = HashMap::new();
        let names = edition.documents.iter().map(|document| {
            let bare: String = shown(&document.label).split_whitespace().collect::<Vec<_>>().join("_");
            let many = taken.entry(bare.clone()).or_default();
            *many += 1;
            // Two labels may have become the same when names were replaced.
            if *many == 1 { bare } else { format!("{bare}~{many}") }
        });
        Page { names: names.collect(), codes: edition.short_names(), edition }
    }

    fn id(&self, target: Target) -> String {
        let name = self.names.get(target.document).map(String::as_str).unwrap_or_default();
        match target.paragraph {
            Some(number) => format!("{name}:{number}"),
            None => format!("{name}:"),
        }
    }

    fn href(&self, target: Target) -> String {
        let mut out = String::from("#");
        for c in self.id(target).chars() {
            if c == '%' { out.push_str("%25") } else { out.push(c) }
        }
        out
    }

    /// The address of a paragraph, to show how it is linked.
    fn example(&self) -> String {
        let paragraph =
            self.edition.documents.first().and_then(|document| document.paragraphs.first()?.number);
        format!("{}.html{}", shown(&self.edition.name), self.href(Target { document: 0, paragraph }))
    }

    /// A rule for each code, so that no element needs a style of its own.
    fn colors(&self) -> String {
        let mut out = String::new();
        for (at, code) in self.edition.codes.iter().enumerate() {
            let hex = code.color.strip_prefix('#').filter(|hex| hex.len() == 6);
            let hex = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit())).unwrap_or("808080");
            let _ = write!(out, ".a{at}{{--a:#{hex}}}.b{at}{{--b:#{hex}}}.e{at}{{--e:#{hex}}}");
        }
        out
    }

    fn tools(&self) -> Markup {
        let views = [
            ("transcripts", tr!("export-page-transcripts")),
            ("segments", tr!("export-page-segments")),
            ("codes", tr!("export-page-codes")),
            ("grid", tr!("export-page-grid")),
            ("tables", tr!("export-page-tables")),
            ("about", tr!("export-page-about")),
        ];
        html! {
            form.tools.needs #search role="search" {
                label for="query" { (tr!("export-page-search")) }
                input #query type="search" autocomplete="off" spellcheck="false" title=(tr!("export-page-search-hint"));
                button #clear type="button" hidden { (tr!("export-page-clear")) }
                output #found for="query" aria-live="polite" {}
            }
            nav.views aria-label=(tr!("export-page-views")) {
                @for (name, words) in views { a href={ "#" (name) } data-view=(name) { (words) } }
            }
        }
    }

    fn filters(&self) -> Markup {
        let mut groups: Vec<&Option<String>> = Vec::new();
        for document in &self.edition.documents {
            if !groups.contains(&&document.group) {
                groups.push(&document.group);
            }
        }
        let grouped = groups.iter().any(|group| group.is_some());
        let members = |group: &Option<String>| {
            let all = self.edition.documents.iter().enumerate();
            all.filter(|(_, document)| document.group == *group).collect::<Vec<_>>()
        };
        html! {
            aside.filters.needs aria-label=(tr!("export-page-filters")) {
                details open {
                    summary { (tr!("export-page-filters")) }
                    p.empty { (tr!("export-page-filters-hint")) }
                    fieldset {
                        legend { (tr!("table-interviews")) }
                        @for (at, group) in groups.iter().enumerate() {
                            @if grouped {
                                label.group {
                                    input type="checkbox" data-group=(at);
                                    bdi { (shown(group.as_deref().unwrap_or(&tr!("export-page-no-group")))) }
                                }
                            }
                            @for (document, one) in members(group) {
                                label.in1[grouped] {
                                    input type="checkbox" data-document=(document) data-of=(at);
                                    bdi { (shown(&one.name)) }
                                    span.n title=(tr!("export-page-count", count = one.codings.len())) { (one.codings.len()) }
                                }
                            }
                        }
                    }
                    fieldset {
                        legend { (tr!("export-page-codes")) }
                        @for (at, code) in self.edition.codes.iter().enumerate() {
                            label class=(indent(code)) {
                                input type="checkbox" data-code-box=(at) data-depth=(code.depth);
                                (swatch(at))
                                bdi title=(shown(&code.path)) { (shown(&code.name)) }
                                span.n title=(tr!("export-page-count", count = code.segments_below)) { (code.segments_below) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn document(&self, at: usize, document: &EditionDocument) -> Markup {
        let target = |paragraph| Target { document: at, paragraph };
        let before = self.before(at);
        html! {
            article.doc id=(self.id(target(None))) data-group=[document.group.as_ref().map(|group| shown(group))] {
                header {
                    h3 {
                        bdi { (shown(&document.name)) }
                        @if !document.title.is_empty() { " " bdi.sub { (shown(&document.title)) } }
                        @if let Some(group) = &document.group { " " span.sub { "· " bdi { (shown(group)) } } }
                    }
                    @if !document.values.is_empty() {
                        dl.values {
                            @for (name, value) in &document.values {
                                div { dt { bdi { (shown(name)) } ":" } dd dir="auto" { (shown(value)) } }
                            }
                        }
                    }
                    @if let Some(warning) = &document.warning { p.warning { "⚠ " (shown(warning)) } }
                    @if !document.summary.is_empty() { p.summary dir="auto" { (self.prose(&document.summary)) } }
                }
                @for paragraph in &document.paragraphs { (self.paragraph(at, document, paragraph, before)) }
            }
        }
    }

    fn paragraph(
        &self,
        at: usize,
        document: &EditionDocument,
        paragraph: &EditionParagraph,
        before: usize,
    ) -> Markup {
        let number = paragraph.number.map(|number| Target { document: at, paragraph: Some(number) });
        let class = format!(
            "para {}{}",
            kind(paragraph.kind),
            if paragraph.interviewer { " interviewer" } else { "" }
        );
        let codings = paragraph.codings();
        html! {
            div class=(class) id=[number.map(|target| self.id(target))] data-n=[paragraph.number]
                data-s=[paragraph.speaker.as_ref().map(|speaker| shown(speaker))] {
                @match number {
                    Some(target) => a.num href=(self.href(target)) { (target.paragraph.unwrap_or_default()) },
                    None => span.num {},
                }
                p.text dir="auto" {
                    @if let (false, Some(speaker)) = (paragraph.is_labelled(), &paragraph.speaker) {
                        span."speaker"."m" { bdi { (shown(speaker)) } ": " }
                    }
                    @for piece in &paragraph.pieces { (piece_of(piece, document, before)) }
                }
                @if !codings.is_empty() {
                    ul.codes aria-label=(tr!("export-page-codes")) {
                        @for coding in codings {
                            @if let Some(found) = document.codings.get(coding) {
                                (self.chip(found, before + coding, paragraph))
                            }
                        }
                    }
                }
            }
        }
    }

    /// A coding beside its paragraph; where it goes on from the one before, only its name.
    fn chip(&self, coding: &EditionCoding, key: usize, paragraph: &EditionParagraph) -> Markup {
        let code = self.edition.codes.get(coding.code);
        let path = code.map_or("", |code| code.path.as_str());
        let name = self.codes.get(coding.code).copied().unwrap_or_default();
        let starts = coding.begins_in(paragraph);
        html! {
            li class={ "chip a" (coding.code) @if !starts { " more" } } data-k=(key) data-c=(coding.code)
                data-cite=[starts.then(|| shown(&coding.citation))] {
                @if !starts { span aria-hidden="true" { "↳ " } }
                a href={ "#code-" (coding.code) } title=(shown(path)) { bdi { (shown(name)) } }
                @if starts { (details(coding, self)) }
            }
        }
    }

    fn code(&self, at: usize, code: &EditionCode) -> Markup {
        let guide = [
            (tr!("codebook-column-definition"), &code.definition),
            (tr!("export-page-apply"), &code.apply),
            (tr!("export-page-not-apply"), &code.not_apply),
            (tr!("export-page-question"), &code.research_question),
        ];
        let origin = match code.origin {
            crate::model::codes::Origin::Unspecified => None,
            crate::model::codes::Origin::Deductive => Some(tr!("export-page-deductive")),
            crate::model::codes::Origin::Inductive => Some(tr!("export-page-inductive")),
        };
        html! {
            article class={ "code-entry a" (at) " " (indent(code)) } id={ "code-" (at) } data-c=(at) data-path=(shown(&code.path)) {
                h3 { bdi { (shown(&code.name)) } }
                p.count {
                    (tr!("export-page-segments-in", count = code.segments, documents = code.documents))
                    @if code.segments_below > code.segments {
                        " " (tr!("export-page-segments-below", count = code.segments_below, documents = code.documents_below))
                    }
                    @if let Some(origin) = origin { " · " (origin) }
                }
                @if guide.iter().any(|(_, text)| !text.is_empty()) {
                    dl {
                        @for (name, text) in &guide {
                            @if !text.is_empty() { dt { (name) } dd dir="auto" { (self.prose(text)) } }
                        }
                    }
                }
                @if !code.summary.is_empty() {
                    p.count { (tr!("table-grid-code-summary")) }
                    p.summary dir="auto" { (self.prose(&code.summary)) }
                }
                @if !code.anchors.is_empty() {
                    p.count { (tr!("export-page-anchors")) }
                    @for anchor in &code.anchors {
                        blockquote dir="auto" {
                            (broken(&anchor.text)) " "
                            @match anchor.to {
                                Some(to) => a href=(self.href(to)) { bdi { (shown(&anchor.citation)) } },
                                None => bdi { (shown(&anchor.citation)) },
                            }
                        }
                    }
                }
                @let found = self.edition.places(at);
                @if !found.is_empty() {
                    ul.places aria-label=(tr!("export-page-places")) {
                        @for (document, codings) in &found {
                            li data-d=(document) {
                                @if let Some(one) = self.edition.documents.get(*document) {
                                    bdi { (shown(&one.name)) } ": " (self.links(*document, one, codings))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Citations of some codings of a document, each place once and leading there.
    fn links(&self, at: usize, document: &EditionDocument, codings: &[usize]) -> Markup {
        let mut cited: Vec<(&EditionCoding, String)> = Vec::new();
        for coding in codings {
            let Some(found) = document.codings.get(*coding) else { continue };
            let key = (self.before(at) + coding).to_string();
            match cited.last_mut() {
                Some((last, keys)) if last.short == found.short => keys.push_str(&format!(" {key}")),
                _ => cited.push((found, key)),
            }
        }
        html! {
            @for (nth, (coding, keys)) in cited.iter().enumerate() {
                @if nth > 0 { ", " }
                a href=(self.href(Target { document: at, paragraph: Some(coding.paragraphs.0) })) data-to=(keys) {
                    (shown(&coding.short))
                }
                @if coding.withheld.is_some() { (flag(coding)) }
            }
        }
    }

    /// Codings of the documents before one, which makes the number of each its own in the page.
    fn before(&self, at: usize) -> usize {
        self.edition.documents.iter().take(at).map(|document| document.codings.len()).sum()
    }

    fn grid(&self) -> Markup {
        let edition = self.edition;
        let mut cells: HashMap<(usize, usize), Cell<'_>> = HashMap::new();
        for summary in &edition.summaries {
            cells.entry((summary.document, summary.code)).or_default().summary = Some(&summary.text);
        }
        for state in &edition.states {
            cells.entry((state.document, state.code)).or_default().state = Some(&state.words);
        }
        for (at, document) in edition.documents.iter().enumerate() {
            for (nth, coding) in document.codings.iter().enumerate() {
                cells.entry((at, coding.code)).or_default().codings.push(nth);
            }
        }
        let used: Vec<(usize, &EditionCode)> = edition
            .codes
            .iter()
            .enumerate()
            .filter(|(code, _)| cells.keys().any(|(_, other)| other == code))
            .collect();
        if used.is_empty() {
            return html! { p.empty { (tr!("export-page-no-grid")) } };
        }
        html! {
            div.scroll tabindex="0" role="region" aria-labelledby="h-grid" {
                table {
                    thead {
                        tr {
                            th scope="col" { (tr!("table-document")) }
                            @for (at, code) in &used {
                                th scope="col" data-c=(at) { (swatch(*at)) " " bdi { (shown(&code.path)) } }
                            }
                        }
                    }
                    tbody {
                        @for (document, one) in edition.documents.iter().enumerate() {
                            tr data-d=(document) {
                                th scope="row" {
                                    a href=(self.href(Target { document, paragraph: None })) { bdi { (shown(&one.name)) } }
                                    @if !one.summary.is_empty() { p dir="auto" { (self.prose(&one.summary)) } }
                                }
                                @for (code, named) in &used {
                                    td class={ "a" (code) } data-c=(code) data-code=(shown(&named.path)) {
                                        @if let Some(cell) = cells.get(&(document, *code)) {
                                            (self.cell(document, one, cell))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, at: usize, document: &EditionDocument, cell: &Cell<'_>) -> Markup {
        html! {
            @match (cell.summary, cell.state) {
                (Some(summary), _) => p dir="auto" { (self.prose(summary)) },
                (None, Some(state)) if cell.codings.is_empty() => p.cites { (state) },
                _ => p.todo { (tr!("export-page-no-summary")) },
            }
            @if !cell.codings.is_empty() {
                p.cites { bdi { (shown(&document.name)) } ": " (self.links(at, document, &cell.codings)) }
            }
        }
    }

    fn prose(&self, prose: &[Run]) -> Markup {
        html! {
            @for run in prose {
                @match run.to {
                    Some(to) => a href=(self.href(to)) { (broken(&run.text)) },
                    None => (broken(&run.text)),
                }
            }
        }
    }
}

/// What stands behind a code's name: where it goes to, weight, comment, who and when, and whether it may be quoted.
fn details(coding: &EditionCoding, page: &Page<'_>) -> Markup {
    let who: Vec<&str> = [&coding.coder, &coding.at].into_iter().flatten().map(String::as_str).collect();
    html! {
        @if coding.paragraphs.0 != coding.paragraphs.1 { " " small { (shown(&coding.short)) } }
        @if let Some(weight) = coding.weight { " " small { "[" (weight) "]" } }
        @if coding.withheld.is_some() { " " (flag(coding)) }
        @if !coding.comment.is_empty() { " " small dir="auto" { (page.prose(&coding.comment)) } }
        @if !who.is_empty() { " " small { (shown(&who.join(", "))) } }
    }
}

fn flag(coding: &EditionCoding) -> Markup {
    let why = coding.withheld.as_deref().unwrap_or_default();
    html! { span.flag title=(shown(why)) { span aria-hidden="true" { "⚠" } span.sr { (shown(why)) } } }
}
