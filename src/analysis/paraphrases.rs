//! Paraphrases beside the passages that they put into other words.

use crate::model::paraphrases::Paraphrased;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table};
use crate::tr;

/// The paraphrases as a table, in the order given; whose they are, where it is asked for.
pub fn table(paraphrases: &[Paraphrased], coders: bool, notes: Vec<String>) -> Table {
    let mut columns = vec![
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("passage", tr!("table-passage"), ColumnKind::Long),
        Column::new("paraphrase", tr!("table-paraphrase"), ColumnKind::Long),
        Column::new("speaker", tr!("table-speaker"), ColumnKind::Short),
        Column::new("group", tr!("table-group"), ColumnKind::Short),
    ];
    if coders {
        columns.push(Column::new("coder", tr!("table-coder"), ColumnKind::Short));
    }
    let rows = paraphrases
        .iter()
        .map(|one| {
            let (document, span) = (one.paraphrase.document, one.paraphrase.span);
            let place = span.map(|span| Place { document, span, code: None, coding: None });
            let cell = |text: &str| Cell { places: place.into_iter().collect(), ..Cell::text(text) };
            let mut row = vec![
                cell(&one.citation),
                cell(&one.passage),
                cell(&one.paraphrase.text),
                Cell::text(one.speakers.join(", ")),
                Cell::text(one.group.clone().unwrap_or_default()),
            ];
            if coders {
                row.push(Cell::text(&one.coder));
            }
            row
        })
        .collect();
    let (name, title) = ("paraphrases".to_owned(), tr!("table-paraphrases-title"));
    Table { name, title, columns, rows, notes, frozen: 1 }
}
