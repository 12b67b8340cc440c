//! One self-contained page: light or dark as the reader's system is, header and first columns in sight, made to be
//! printed. It loads nothing and runs nothing, and says so to the browser.

pub(super) mod written;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::words::{in_words, lines, shown, width, word_width};
use super::{Meta, cells, has_heading};
use crate::error::Result;
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Table, Value};

/// What stands before the body of a page, with what its style has besides the common one.
fn top(title: &str, style: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
            meta name="color-scheme" content="light dark";
            meta name="generator" content="absatz";
            title { (shown(title)) }
            style { (PreEscaped(STYLE)) (PreEscaped(style)) }
        }
    }
}

pub fn write(tables: &[Table], meta: &Meta) -> Result<Vec<u8>> {
    let title = meta.title(tables);
    let head = meta.head()?.join(" · ");
    let page = html! {
        (DOCTYPE)
        html lang=(crate::i18n::lang().code()) {
            (top(title, ""))
            body {
                header {
                    @if !title.is_empty() { h1 dir="auto" { (shown(title)) } }
                    p.head { (shown(&head)) }
                }
                @for table in tables {
                    section {
                        header {
                            @if has_heading(table, tables, meta) { h2 dir="auto" { (shown(&table.title)) } }
                            @if !table.notes.is_empty() {
                                ul.notes { @for note in &table.notes { li dir="auto" { (broken(note)) } } }
                            }
                        }
                        @if !table.columns.is_empty() { (whole(table)) }
                    }
                }
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

fn whole(table: &Table) -> Markup {
    let columns = Columns::new(table);
    html! {
        table {
            thead {
                tr {
                    @for (at, column) in table.columns.iter().enumerate() {
                        th scope="col" class=(columns.class(at)) style=[columns.style(at)] dir="auto" {
                            (broken(&column.title))
                        }
                    }
                }
            }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (at, cell) in cells(table, row).enumerate() {
                            @if at < columns.frozen.len() {
                                th scope="row" class=(columns.class(at)) style=[columns.style(at)] dir="auto" {
                                    (content(cell))
                                }
                            } @else {
                                td class=(columns.class(at)) dir="auto" { (content(cell)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn content(cell: &Cell) -> Markup {
    match &cell.value {
        Value::Blocks(blocks) => html! { @for one in blocks { (block(one)) } },
        Value::Undefined(why) => html! { span.undefined { (broken(why)) } },
        value => html! { (broken(&in_words(value))) },
    }
}

fn block(block: &Block) -> Markup {
    let cite = html! {
        @if !block.citation.is_empty() { " " cite { (shown(&block.citation)) } }
    };
    match block.kind {
        BlockKind::Summary => html! { p.summary dir="auto" { (broken(&block.text)) (cite) } },
        BlockKind::Segment => html! { blockquote dir="auto" { (broken(&block.text)) (cite) } },
        BlockKind::State => html! { p.state dir="auto" { (broken(&block.text)) (cite) } },
    }
}

/// The text with its line breaks.
fn broken(text: &str) -> Markup {
    html! {
        @for (index, line) in lines(text).enumerate() {
            @if index > 0 { br; }
            (shown(line))
        }
    }
}

/// Widths and places of the columns. Several frozen columns need known widths, as each sticks where the one before
/// it ends.
struct Columns<'a> {
    columns: &'a [Column],
    /// Left edge and width of each frozen column, in `ch`.
    frozen: Vec<(usize, usize)>,
}

impl Columns<'_> {
    fn new(table: &Table) -> Columns<'_> {
        let mut left = 0;
        let mut frozen = Vec::new();
        for (at, column) in table.columns.iter().enumerate().take(table.frozen) {
            let (least, most) = match column.kind {
                ColumnKind::Short | ColumnKind::Citation => (8, 24),
                ColumnKind::Number => (6, 12),
                ColumnKind::Long => (24, 36),
            };
            let content = table.rows.iter().filter_map(|row| row.get(at)).map(|c| width(c, most)).max();
            let letters = content.unwrap_or(0).max(word_width(&column.title, most)).clamp(least, most);
            // Bold letters, and the cell's inner margins.
            let width = letters * 6 / 5 + 3;
            // Frozen columns may not take the whole window.
            if at > 0 && left + width > 60 {
                break;
            }
            frozen.push((left, width));
            left += width;
        }
        Columns { columns: &table.columns, frozen }
    }

    fn class(&self, at: usize) -> &'static str {
        let kind = self.columns.get(at).map_or(ColumnKind::Short, |column| column.kind);
        match (kind, at < self.frozen.len()) {
            (ColumnKind::Short, false) => "short",
            (ColumnKind::Short, true) => "short frozen",
            (ColumnKind::Long, false) => "long",
            (ColumnKind::Long, true) => "long frozen",
            (ColumnKind::Number, false) => "number",
            (ColumnKind::Number, true) => "number frozen",
            (ColumnKind::Citation, false) => "citation",
            (ColumnKind::Citation, true) => "citation frozen",
        }
    }

    fn style(&self, at: usize) -> Option<String> {
        self.frozen.get(at).map(|(left, width)| format!("left:{left}ch;width:{width}ch;min-width:{width}ch"))
    }
}

const STYLE: &str = "
:root{--ink:#1d2126;--soft:#5a6470;--paper:#fff;--shade:#eef1f4;--line:#c9d0d7;--mark:#0072b2}
@media (prefers-color-scheme:dark){:root{--ink:#e4e7ea;--soft:#a3adb8;--paper:#16191c;--shade:#23282d;--line:#3b434b;--mark:#56b4e9}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem;width:min-content;min-width:100%;color:var(--ink);background:var(--paper);font:15px/1.45 system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}
header{position:sticky;left:1.5rem;max-width:min(60rem,calc(100vw - 3rem))}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.head,.notes{color:var(--soft);font-size:.9rem;margin:.25rem 0 1rem}
.notes{padding-left:1.2rem}
table{border-collapse:separate;border-spacing:0;border-top:1px solid var(--line);border-left:1px solid var(--line);font-size:14px}
th,td{padding:.4rem .6rem;vertical-align:top;text-align:start;font-weight:inherit;border-right:1px solid var(--line);border-bottom:1px solid var(--line);background:var(--paper);overflow-wrap:break-word}
thead th{position:sticky;top:0;z-index:2;font-weight:600;background:var(--shade);vertical-align:bottom}
.frozen{position:sticky;z-index:1;overflow-wrap:anywhere}
tbody .frozen{font-weight:600}
thead .frozen{z-index:3}
.short{max-width:18rem}
.long{min-width:18rem;max-width:32rem}
.citation{min-width:7rem}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .number{white-space:normal}
.undefined,.state,cite{color:var(--soft);font-style:normal}
cite{white-space:nowrap;font-size:.9em}
.summary,.state{margin:0 0 .6rem}
blockquote{margin:0 0 .6rem;padding:0 0 0 .6rem;border-left:3px solid var(--line);color:var(--soft);font-style:italic}
.summary:last-child,blockquote:last-child{margin-bottom:0}
@media print{
@page{size:A4 landscape;margin:12mm}
:root{--ink:#000;--soft:#444;--paper:#fff;--shade:#eee;--line:#999}
body{padding:0;width:auto;font-size:10pt}
table{font-size:8.5pt;width:100%}
thead{display:table-header-group}
thead th,.frozen,header{position:static}
th,td{padding:.2rem .35rem}
.long,.citation{min-width:0}
.frozen{width:auto!important;min-width:0!important;overflow-wrap:break-word}
tr,blockquote,.summary{break-inside:auto}
h1,h2{break-after:avoid}
}
";
