//! Running text as a page: a column that is comfortable to read, quotations set off, a table of contents with links.

use maud::{DOCTYPE, Markup, html};

use super::{broken, shown, top, whole};
use crate::error::Result;
use crate::formats::write::Meta;
use crate::model::written::{Part, Run, Style, Written};

pub fn write(written: &Written, meta: &Meta) -> Result<Vec<u8>> {
    let head = meta.head()?.join(" · ");
    let mut anchor = 0;
    let page = html! {
        (DOCTYPE)
        html lang=(crate::i18n::lang().code()) {
            (top(&written.title, PROSE))
            body.prose {
                header {
                    h1 dir="auto" { (shown(&written.title)) }
                    p.head { (shown(&head)) }
                }
                @for group in grouped(&written.parts) { (section(group, written, &mut anchor)) }
                @if !written.notes.is_empty() {
                    ul.notes { @for note in &written.notes { li dir="auto" { (broken(note)) } } }
                }
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

/// Items that follow each other are one list.
fn grouped(parts: &[Part]) -> Vec<&[Part]> {
    parts.chunk_by(|a, b| matches!((a, b), (Part::Item(_), Part::Item(_)))).collect()
}

fn section(group: &[Part], written: &Written, anchor: &mut usize) -> Markup {
    match group {
        [Part::Item(_), ..] => html! {
            ul { @for part in group { @if let Part::Item(runs) = part { li dir="auto" { (runs_in(runs)) } } } }
        },
        [part] => one(part, written, anchor),
        _ => html! {},
    }
}

fn one(part: &Part, written: &Written, anchor: &mut usize) -> Markup {
    match part {
        Part::Heading(level, text) => {
            let id = format!("h{anchor}");
            *anchor += 1;
            match level {
                0 | 1 => html! { h2 id=(id) dir="auto" { (shown(text)) } },
                2 => html! { h3 id=(id) dir="auto" { (shown(text)) } },
                3 => html! { h4 id=(id) dir="auto" { (shown(text)) } },
                _ => html! { h5 id=(id) dir="auto" { (shown(text)) } },
            }
        }
        Part::Text(runs) => html! { p dir="auto" { (runs_in(runs)) } },
        Part::Item(runs) => html! { ul { li dir="auto" { (runs_in(runs)) } } },
        Part::Quote { text, citation, about } => html! {
            blockquote dir="auto" { p { (broken(text)) @if !citation.is_empty() { " " cite { (shown(citation)) } } } }
            @if !about.is_empty() { p.about dir="auto" { (broken(about)) } }
        },
        Part::Table(table) => html! {
            figure {
                @if !table.title.is_empty() { figcaption dir="auto" { (shown(&table.title)) } }
                @if !table.columns.is_empty() { (whole(table)) }
                @if !table.notes.is_empty() {
                    ul.notes { @for note in &table.notes { li dir="auto" { (broken(note)) } } }
                }
            }
        },
        Part::Contents => html! {
            nav { @for (at, (level, text)) in written.headings().enumerate().filter(|(_, (level, _))| *level <= 3) {
                p class={ "toc" (level) } { a href={ "#h" (at) } { (shown(text)) } }
            } }
        },
    }
}

fn runs_in(runs: &[Run]) -> Markup {
    html! {
        @for run in runs {
            @match run.style {
                Style::Plain => (broken(&run.text)),
                Style::Strong => strong { (broken(&run.text)) },
                Style::Emphasis => em { (broken(&run.text)) },
                Style::Note => span.note { (broken(&run.text)) },
            }
        }
    }
}

const PROSE: &str = "
.prose{width:auto;max-width:46rem;min-width:0;margin:0 auto;font-size:16px;line-height:1.55}
.prose header{position:static}
.prose h2{font-size:1.3rem;margin:2.2rem 0 .6rem}
.prose h3{font-size:1.1rem;margin:1.6rem 0 .5rem}
.prose h4,.prose h5{font-size:1rem;margin:1.3rem 0 .4rem}
.prose p{margin:.5rem 0}
.prose blockquote{margin:.9rem 0 .3rem;padding:0 0 0 .9rem;color:inherit;font-style:normal}
.prose blockquote p{margin:0}
.prose .about{margin:.1rem 0 .9rem;text-align:end;font-size:.85em;color:var(--soft)}
.prose .note{font-size:.9em;color:var(--soft)}
.prose ul{padding-left:1.3rem}
.prose li{margin:.35rem 0}
.prose figure{margin:1rem 0;overflow-x:auto}
.prose figcaption{font-weight:600;margin:.3rem 0}
.prose nav p{margin:.15rem 0}
.prose nav a{color:var(--mark);text-decoration:none}
.prose .toc2{margin-left:1.2rem}
.prose .toc3{margin-left:2.4rem}
.prose thead th,.prose .frozen{position:static}
@media print{@page{size:A4 portrait;margin:20mm}.prose{max-width:none;font-size:10.5pt}h2,h3,h4,h5{break-after:avoid}.prose blockquote{break-inside:avoid}}
";
