//! Document portrait: a document as tiles in reading order, each in the colour of the code that has most of it.

use std::collections::BTreeMap;

use super::coded::{Coded, place};
use super::speech::{length, shared, union};
use crate::model::chart::{self, Chart, Figure};
use crate::model::codings::CodedSpan;
use crate::model::documents::Transcript;
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::text::citations::Pattern;
use crate::text::{CharPos, Span, paragraphs};
use crate::tr;

/// How many tiles a portrait has where nobody says.
pub const TILES: usize = 400;

/// Cuts what is said into so many tiles of the same length; fewer where there are fewer letters.
pub fn tiles(speech: &[Span], count: usize) -> Vec<Vec<Span>> {
    let all = u64::from(length(speech));
    let count = (count as u64).min(all);
    let mut tiles = Vec::with_capacity(count as usize);
    let mut rest = speech.iter().copied();
    let mut now = rest.next();
    let mut done = 0u64;
    for nth in 0..count {
        let until = all * (nth + 1) / count;
        let mut tile = Vec::new();
        while done < until {
            let Some(span) = now else { break };
            let take = u64::from(span.len()).min(until - done) as u32;
            tile.push(Span { start: span.start, end: CharPos(span.start.0 + take) });
            done += u64::from(take);
            let left = Span { start: CharPos(span.start.0 + take), end: span.end };
            now = if left.is_empty() { rest.next() } else { Some(left) };
        }
        tiles.push(tile);
    }
    tiles
}

/// How many of a tile's letters each row has, by row.
fn under(coded: &Coded<'_>, passages: &[&CodedSpan], tile: &[Span]) -> BTreeMap<usize, u32> {
    let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for passage in passages {
        for &row in coded.rows_of(passage.code) {
            spans.entry(row).or_default().push(passage.span);
        }
    }
    let shares = spans.into_iter().map(|(row, spans)| (row, shared(tile, &union(spans))));
    shares.filter(|(_, letters)| *letters > 0).collect()
}

/// The portrait of the only document of `coded`.
pub fn figure(
    coded: &Coded<'_>,
    transcript: &Transcript,
    speech: &[Span],
    count: usize,
    pattern: &Pattern,
) -> Figure {
    let label = coded.documents.first().map_or("", |document| document.label.as_str());
    let all = coded.of_document(0);
    let tiles = tiles(speech, count);
    let mut winners: Vec<Option<usize>> = Vec::with_capacity(tiles.len());
    let mut rows = Vec::with_capacity(tiles.len());
    for (nth, tile) in tiles.iter().enumerate() {
        let whole = tile.first().zip(tile.last()).map_or(Span::default(), |(a, b)| a.hull(*b));
        // Passages come by their start: those behind the tile are none of its.
        let before = all.partition_point(|one| one.span.start < whole.end);
        let passages: Vec<&CodedSpan> =
            all[..before].iter().filter(|one| tile.iter().any(|part| part.overlaps(one.span))).collect();
        let under = under(coded, &passages, tile);
        // The code that has most; of several the first of the code tree.
        let winner = under.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(row, _)| *row);
        winners.push(winner);
        let letters = length(tile);
        let codes: Vec<&str> =
            under.keys().filter_map(|&row| coded.rows.get(row)).map(|code| code.path.as_str()).collect();
        let any = shared(tile, &union(passages.iter().map(|one| one.span)));
        let numbers = paragraphs::numbers(&transcript.paragraphs, whole);
        let citation = numbers.map_or(String::new(), |(first, last)| pattern.cite(label, first, last));
        let places: Vec<_> = passages.iter().map(|one| place(one)).collect();
        let winner = winner.and_then(|row| coded.rows.get(row)).map_or("", |code| code.path.as_str());
        rows.push(vec![
            Cell { value: Value::Integer(nth as i64 + 1), places: places.clone() },
            Cell { value: Value::Text(citation), places: places.clone() },
            Cell { value: Value::Text(winner.to_owned()), places: places.clone() },
            Cell {
                value: Value::Share(if letters == 0 { 0.0 } else { f64::from(any) / f64::from(letters) }, 0),
                places: places.clone(),
            },
            Cell { value: Value::Text(codes.join(", ")), places },
        ]);
    }
    // The legend has the codes that are seen.
    let seen: Vec<usize> = (0..coded.rows.len()).filter(|row| winners.contains(&Some(*row))).collect();
    let chart = Chart::Portrait(chart::Portrait {
        codes: seen
            .iter()
            .map(|&row| (coded.rows[row].path.clone(), coded.rows[row].color.clone()))
            .collect(),
        tiles: winners
            .iter()
            .map(|winner| winner.and_then(|row| seen.iter().position(|seen| *seen == row)))
            .collect(),
    });
    let columns = vec![
        Column::new("tile", tr!("portrait-tile"), ColumnKind::Number),
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("code", tr!("portrait-code"), ColumnKind::Short),
        Column::new("coded", tr!("portrait-coded"), ColumnKind::Number),
        Column::new("codes", tr!("portrait-codes"), ColumnKind::Long),
    ];
    let mut notes = Vec::new();
    match tiles.len() {
        0 => notes.push(tr!("portrait-nothing-said", document = pattern.name(label))),
        tiles => {
            let letters = (length(speech) as usize).div_ceil(tiles);
            notes.push(tr!("portrait-note", tiles = tiles, letters = letters));
        }
    }
    notes.extend(coded.notes().into_iter().skip(1));
    let table = Table {
        name: "portrait".to_owned(),
        title: tr!("portrait-title", document = pattern.name(label)),
        columns,
        rows,
        notes,
        frozen: 2,
    };
    Figure { table, chart }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tiles_are_all_of_what_is_said_in_equal_parts(
            spans in prop::collection::vec((0u32..300, 1u32..30), 0..10), count in 1usize..60
        ) {
            let speech = union(spans.into_iter().map(|(at, len)| Span::new(at, at + len)));
            let tiles = tiles(&speech, count);
            prop_assert_eq!(union(tiles.iter().flatten().copied()), speech.clone());
            let lengths: Vec<u32> = tiles.iter().map(|tile| length(tile)).collect();
            prop_assert_eq!(lengths.iter().sum::<u32>(), length(&speech));
            let (least, most) = (lengths.iter().min().copied().unwrap_or(0), lengths.iter().max().copied().unwrap_or(0));
            prop_assert!(most - least <= 1, "{:?}", lengths);
            prop_assert_eq!(tiles.len(), count.min(length(&speech) as usize));
        }
    }
}
