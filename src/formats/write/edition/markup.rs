//! Pieces of the page that know nothing of the rest of it.

use std::fmt::Write as _;

use maud::{Markup, html};
use sha2::{Digest as _, Sha256};

use crate::formats::write::cells;
use crate::formats::write::words::{in_words, lines, shown};
use crate::model::edition::{EditionCode, EditionDocument, Piece};
use crate::model::table::{ColumnKind, Table};
use crate::text::ParagraphKind;

/// The hash of an inline script or style as a browser asks for it.
pub fn hash(source: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::from("sha256-");
    for three in Sha256::digest(source.as_bytes()).chunks(3) {
        let bits =
            three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

/// A piece of a transcript, in the colours of its codes. `before`: the codings of the documents before.
pub fn piece_of(piece: &Piece, document: &EditionDocument, before: usize) -> Markup {
    let codings = piece.codings.iter().filter_map(|at| Some((before + at, document.codings.get(*at)?.code)));
    let codings: Vec<(usize, usize)> = codings.collect();
    if codings.is_empty() {
        return html! { @if piece.marked { span.m { (text(&piece.text)) } } @else { (text(&piece.text)) } };
    }
    let mut class = String::from("k");
    if codings.len() > 1 {
        class.push_str(if codings.len() == 2 { " k2" } else { " k3" });
    }
    if piece.marked {
        class.push_str(" m");
    }
    // As many colours as lines can be told apart below a word.
    for ((_, code), layer) in codings.iter().zip(["a", "b", "e"]) {
        let _ = write!(class, " {layer}{code}");
    }
    let keys = codings.iter().map(|(key, _)| key.to_string()).collect::<Vec<_>>().join(" ");
    html! { span class=(class) data-k=(keys) { (text(&piece.text)) } }
}

/// A piece of a transcript with its soft breaks.
fn text(text: &str) -> Markup {
    html! { (shown(&lines(text).collect::<Vec<_>>().join("\n"))) }
}

/// The text with its line breaks.
pub fn broken(text: &str) -> Markup {
    html! {
        @for (index, line) in lines(text).enumerate() {
            @if index > 0 { br; }
            (shown(line))
        }
    }
}

/// The class of a paragraph.
pub fn kind(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Speech | ParagraphKind::Empty => "speech",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Header => "header",
        ParagraphKind::Note => "note",
    }
}

/// The class of a code by its depth.
pub fn indent(code: &EditionCode) -> &'static str {
    match code.depth {
        0 => "in0",
        1 => "in1",
        2 => "in2",
        _ => "in3",
    }
}

/// The colour of a code.
pub fn swatch(code: usize) -> Markup {
    html! { span class={ "swatch a" (code) } aria-hidden="true" {} }
}

/// A table with its notes.
pub fn table(table: &Table) -> Markup {
    let number = |at: usize| table.columns.get(at).is_some_and(|column| column.kind == ColumnKind::Number);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(shown(&table.title)) {
            table {
                caption { (shown(&table.title)) }
                thead { tr { @for column in &table.columns { th scope="col" dir="auto" { (broken(&column.title)) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (at, cell) in cells(table, row).enumerate() {
                                td.number[number(at)] dir="auto" { (broken(&in_words(&cell.value))) }
                            }
                        }
                    }
                }
            }
        }
        @if !table.notes.is_empty() {
            ul.notes { @for note in &table.notes { li dir="auto" { (broken(note)) } } }
        }
    }
}
