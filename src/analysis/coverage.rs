//! Coverage: how much of what is said lies under each code. A letter under two segments is counted once.

use super::coded::{Coded, Sum, Tally, place, share};
use crate::model::chart::{Bars, Chart, Figure};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::tr;

/// Codes with segments, documents, words and share; then what any of them covers, and what is left.
pub fn figure(coded: &Coded<'_>, tallies: &[Tally]) -> Figure {
    let number = |key: &str, title: String| Column::new(key, title, ColumnKind::Number);
    let columns = vec![
        Column::new("code", tr!("table-code"), ColumnKind::Short),
        number("share", tr!("coverage-share")),
        number("segments", tr!("coverage-segments")),
        number("documents", tr!("coverage-documents")),
        number("words", tr!("coverage-words")),
        number("characters", tr!("coverage-characters")),
    ];
    let line = |head: Value, sum: &Sum| -> Vec<Cell> {
        let text = sum.counted.text;
        let numbers = [sum.counted.segments, sum.documents, text.words, text.characters];
        let value = share(text.characters, sum.speech.characters, "matrix-no-speech");
        let mut cells = [head, value].map(|value| Cell { value, places: Vec::new() }).to_vec();
        cells.extend(numbers.map(Cell::integer));
        cells
    };
    let said = |key: &str, title: String| Value::Said { stored: key.to_owned(), shown: title };
    let mut rows: Vec<Vec<Cell>> = coded
        .rows
        .iter()
        .enumerate()
        .map(|(row, code)| line(Value::Text(code.path.clone()), &Sum::of(tallies, Some(row))))
        .collect();
    let any = Sum::of(tallies, None);
    rows.push(line(said("(any)", tr!("matrix-any-code")), &any));
    for passage in coded.all() {
        for &row in coded.rows_of(passage.code).iter().chain([&coded.rows.len()]) {
            for cell in rows[row].iter_mut().skip(1) {
                cell.places.push(place(passage));
            }
        }
    }
    let (said_all, under) = (any.speech, any.counted.text);
    let left = said_all.characters - under.characters.min(said_all.characters);
    let plain = |value| Cell { value, places: Vec::new() };
    rows.push(vec![
        plain(said("(none)", tr!("coverage-none"))),
        plain(share(left, said_all.characters, "matrix-no-speech")),
        Cell::default(),
        Cell::default(),
        Cell::integer(said_all.words - under.words.min(said_all.words)),
        Cell::integer(left),
    ]);
    rows.push(vec![
        plain(said("(all)", tr!("coverage-all"))),
        Cell::default(),
        Cell::default(),
        Cell::integer(coded.documents.len() as i64),
        Cell::integer(said_all.words),
        Cell::integer(said_all.characters),
    ]);
    let mut notes = vec![tr!("coverage-note")];
    notes.extend(coded.notes());
    let colors = coded.rows.iter().map(|code| code.color.clone()).collect();
    let chart = Chart::Bars(Bars { label: 0, other: None, value: 1, rows: 0..coded.rows.len(), colors });
    let table =
        Table { name: "coverage".to_owned(), title: tr!("coverage-title"), columns, rows, notes, frozen: 1 };
    Figure { table, chart }
}
