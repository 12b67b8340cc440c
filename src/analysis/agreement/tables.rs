//! The figures as tables: by code, by document, by pair of coders, over all.

use super::figures::{Agreement, Asked, Estimate, Figures};
use super::units::Unit;
use super::{Undefined, Value};
use crate::analysis::differences::Difference;
use crate::i18n::number;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table, Value as Shown};
use crate::model::{CodeId, CoderId, DocumentId};
use crate::tr;

/// What the tables need besides the figures.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Names of the coders, and who they are.
    pub coders: &'a [String],
    pub who: &'a [CoderId],
    /// Ids and citation names of the documents.
    pub documents: &'a [(DocumentId, String)],
    /// Ids and paths of the declared codes.
    pub codes: &'a [(CodeId, String)],
    /// How often each coder used each code.
    pub used: &'a [Vec<u32>],
    pub differences: &'a [Difference],
    pub asked: &'a Asked,
    /// What the figures answer for, in words.
    pub notes: &'a [String],
}

/// Why there is no value, in words.
pub fn why(undefined: Undefined) -> String {
    tr!(&format!("agreement-undefined-{}", undefined.name()))
}

/// The name of a figure in words.
pub fn title(name: &str) -> String {
    tr!(&format!("agreement-{}", name.replace('_', "-")))
}

/// Whether a figure is a share of 100 and not a coefficient.
fn is_share(name: &str) -> bool {
    matches!(
        name,
        "percent_agreement"
            | "percent_agreement_pairs"
            | "unanimous_agreement"
            | "set_percent_agreement"
            | "positive_agreement"
            | "negative_agreement"
            | "holsti"
            | "cu_coverage"
    )
}

fn value_cell(name: &str, value: Value) -> Cell {
    let value = match value {
        Ok(value) if is_share(name) => Shown::Share(value, 1),
        Ok(value) => Shown::Decimal(value, 2),
        Err(undefined) => Shown::Undefined(why(undefined)),
    };
    Cell { value, places: Vec::new() }
}

/// The interval over resampled documents, else the analytic one, as `[0.61; 0.82]`.
pub fn interval_text(estimate: &Estimate) -> Option<String> {
    let interval = match &estimate.resampled {
        Some(bootstrap) => bootstrap.interval,
        None => estimate.interval?,
    };
    let (low, high) = interval.ok()?;
    Some(if is_share(estimate.name) {
        format!("[{}; {}] %", number(low * 100.0, 1), number(high * 100.0, 1))
    } else {
        format!("[{}; {}]", number(low, 2), number(high, 2))
    })
}

fn columns(first: &[(&str, String)], estimates: &[Estimate]) -> Vec<Column> {
    let mut columns: Vec<Column> =
        first.iter().map(|(key, title)| Column::new(key, title.clone(), ColumnKind::Short)).collect();
    for key in ["units", "agreements", "disagreements"] {
        columns.push(Column::new(key, tr!(&format!("agreement-column-{key}")), ColumnKind::Number));
    }
    for estimate in estimates {
        columns.push(Column::new(estimate.name, title(estimate.name), ColumnKind::Number));
        if interval_text(estimate).is_some() {
            let key = format!("{}_ci95", estimate.name);
            columns.push(Column::new(&key, tr!("agreement-column-interval"), ColumnKind::Short));
        }
    }
    columns
}

/// A row whose columns are those of [`columns`]: an interval that is there in one row has its column in all.
fn row(first: Vec<Cell>, figures: &Figures, columns: &[Column], places: Vec<Place>) -> Vec<Cell> {
    let mut cells = first;
    let count = |value: u64| Cell::integer(i64::try_from(value).unwrap_or(i64::MAX));
    cells.push(count(figures.units));
    cells.push(count(figures.agreements));
    cells.push(Cell { places, ..count(figures.differences) });
    for column in columns.iter().skip(cells.len()) {
        let of = |name: &str| figures.estimates.iter().find(|estimate| estimate.name == name);
        cells.push(match column.key.strip_suffix("_ci95") {
            Some(name) => of(name).and_then(interval_text).map(Cell::text).unwrap_or_default(),
            None => {
                of(&column.key).map(|estimate| value_cell(estimate.name, estimate.value)).unwrap_or_default()
            }
        });
    }
    cells
}

/// The columns of several rows: every figure and every interval that one of them has.
fn all_columns<'a>(first: &[(&str, String)], rows: impl Iterator<Item = &'a Figures>) -> Vec<Column> {
    let mut widest: Vec<Estimate> = Vec::new();
    for estimate in rows.flat_map(|figures| &figures.estimates) {
        match widest.iter_mut().find(|known| known.name == estimate.name) {
            Some(known) if interval_text(known).is_none() => *known = estimate.clone(),
            Some(_) => {}
            None => widest.push(estimate.clone()),
        }
    }
    columns(first, &widest)
}

fn places<'a>(differences: impl Iterator<Item = &'a Difference>) -> Vec<Place> {
    differences
        .filter_map(|difference| {
            let side = difference.sides.first()?;
            Some(Place {
                document: difference.document,
                span: difference.span(),
                code: Some(side.code),
                coding: Some(side.coding),
            })
        })
        .collect()
}

/// One row a declared code.
pub fn by_code(agreement: &Agreement, context: &Context<'_>) -> Table {
    let first = [("code", tr!("table-code"))];
    let mut columns = all_columns(&first, agreement.codes.iter());
    let figures = columns.len();
    columns.push(Column::new("remark", tr!("agreement-column-remark"), ColumnKind::Short));
    let rows = agreement.codes.iter().zip(context.codes).enumerate().map(|(at, (own, (code, path)))| {
        let differing = context
            .differences
            .iter()
            .filter(|difference| difference.sides.iter().any(|side| side.code == *code));
        let mut cells = row(vec![Cell::text(path.as_str())], own, &columns[..figures], places(differing));
        cells.push(Cell::text(remark(context, at)));
        cells
    });
    Table {
        name: "agreement-codes".to_owned(),
        title: tr!("agreement-title-codes"),
        rows: rows.collect(),
        columns,
        notes: context.notes.to_vec(),
        frozen: 1,
    }
}

/// Who never used a code that another did.
fn remark(context: &Context<'_>, code: usize) -> String {
    let used = context.used.get(code).map(Vec::as_slice).unwrap_or_default();
    if used.iter().all(|count| *count == 0) {
        return tr!("agreement-remark-unused");
    }
    let never: Vec<&str> = used
        .iter()
        .zip(context.coders)
        .filter(|(count, _)| **count == 0)
        .map(|(_, name)| name.as_str())
        .collect();
    if never.is_empty() {
        return String::new();
    }
    tr!("agreement-remark-never", coders = never.join(", "))
}

/// One row a document.
pub fn by_document(agreement: &Agreement, context: &Context<'_>) -> Table {
    let first = [("document", tr!("agreement-column-document"))];
    let columns = all_columns(&first, agreement.documents.iter());
    let rows = agreement.documents.iter().zip(context.documents).map(|(own, (document, name))| {
        let differing = context.differences.iter().filter(|difference| difference.document == *document);
        row(vec![Cell::text(name.as_str())], own, &columns, places(differing))
    });
    Table {
        name: "agreement-documents".to_owned(),
        title: tr!("agreement-title-documents"),
        rows: rows.collect(),
        columns,
        notes: context.notes.to_vec(),
        frozen: 1,
    }
}

/// One row a pair of coders.
pub fn by_pair(agreement: &Agreement, context: &Context<'_>) -> Table {
    let first = [("first", tr!("agreement-column-first")), ("second", tr!("agreement-column-second"))];
    let columns = all_columns(&first, agreement.pairs.iter().map(|(_, _, figures)| figures));
    let name = |at: usize| Cell::text(context.coders.get(at).cloned().unwrap_or_default());
    let rows = agreement
        .pairs
        .iter()
        .map(|(one, other, own)| row(vec![name(*one), name(*other)], own, &columns, Vec::new()));
    Table {
        name: "agreement-pairs".to_owned(),
        title: tr!("agreement-title-pairs"),
        rows: rows.collect(),
        columns,
        notes: context.notes.to_vec(),
        frozen: 2,
    }
}

/// One row a figure over all codes and documents.
pub fn overall(agreement: &Agreement, context: &Context<'_>) -> Table {
    let rows = agreement.overall.estimates.iter().map(|estimate| {
        vec![
            Cell::text(title(estimate.name)),
            value_cell(estimate.name, estimate.value),
            interval_text(estimate).map(Cell::text).unwrap_or_default(),
        ]
    });
    Table {
        name: "agreement-overall".to_owned(),
        title: tr!("agreement-title-overall"),
        columns: vec![
            Column::new("statistic", tr!("agreement-column-statistic"), ColumnKind::Short),
            Column::new("value", tr!("agreement-column-value"), ColumnKind::Number),
            Column::new("ci95", tr!("agreement-column-interval"), ColumnKind::Short),
        ],
        rows: rows.collect(),
        notes: context.notes.to_vec(),
        frozen: 1,
    }
}

/// Codes of the one coder (rows) against codes of the other (columns), where they coded the same passage differently
/// or alike; the last row and column are what only one coded.
pub fn confusion(context: &Context<'_>, agreed: &[(usize, u32)], pair: (CoderId, CoderId)) -> Table {
    let n = context.codes.len();
    let mut counts: Vec<Vec<Vec<Place>>> = vec![vec![Vec::new(); n + 1]; n + 1];
    let number = |code: CodeId| context.codes.iter().position(|(id, _)| *id == code);
    for difference in context.differences {
        let of = |coder| difference.sides.iter().find(|side| side.coder == coder);
        let both = (of(pair.0), of(pair.1));
        let (Some(row), Some(column)) = (
            both.0.map_or(Some(n), |side| number(side.code)),
            both.1.map_or(Some(n), |side| number(side.code)),
        ) else {
            continue;
        };
        // Of another pair.
        if both.0.is_none() && both.1.is_none() {
            continue;
        }
        counts[row][column].extend(places(std::iter::once(difference)));
    }
    let mut columns = vec![Column::new("code", tr!("table-code"), ColumnKind::Short)];
    let none = tr!("agreement-not-coded");
    columns.extend(context.codes.iter().map(|(_, path)| Column::new(path, path.clone(), ColumnKind::Number)));
    columns.push(Column::new("not-coded", none.clone(), ColumnKind::Number));
    let rows = counts.into_iter().enumerate().map(|(at, row)| {
        let name = context.codes.get(at).map_or_else(|| none.clone(), |(_, path)| path.clone());
        let cells = row.into_iter().enumerate().map(|(other, places)| {
            let same =
                agreed.iter().find(|(code, _)| *code == at && at == other).map_or(0, |(_, count)| *count);
            let count = places.len() as i64 + i64::from(same);
            let value = if count == 0 { Shown::Empty } else { Shown::Integer(count) };
            Cell { value, places }
        });
        std::iter::once(Cell::text(name)).chain(cells).collect()
    });
    Table {
        name: "agreement-confusion".to_owned(),
        title: tr!("agreement-title-confusion"),
        rows: rows.collect(),
        columns,
        notes: context.notes.to_vec(),
        frozen: 1,
    }
}

/// Where a difference stands, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub citation: String,
    pub words: String,
}

/// One row a difference of these coders; `passages` are those of the differences.
pub fn differences(
    (coders, who): (&[String], &[CoderId]),
    codes: &[(CodeId, String)],
    notes: &[String],
    differences: &[Difference],
    passages: &[Passage],
) -> Table {
    let mut columns = vec![
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("kind", tr!("agreement-column-kind"), ColumnKind::Short),
    ];
    // With two coders each has a column; with more, both sides name theirs.
    let named = coders.len() > 2;
    let sides: &[String] =
        if named { &[tr!("agreement-column-first"), tr!("agreement-column-second")] } else { coders };
    columns.extend(
        ["first", "second"]
            .iter()
            .zip(sides)
            .map(|(key, title)| Column::new(key, title.clone(), ColumnKind::Short)),
    );
    columns.push(Column::new("text", tr!("agreement-column-text"), ColumnKind::Long));
    let path = |code: CodeId| {
        codes.iter().find(|(id, _)| *id == code).map(|(_, path)| path.clone()).unwrap_or_default()
    };
    let rows = differences.iter().zip(passages).map(|(difference, passage)| {
        let number = |coder| who.iter().position(|id| *id == coder);
        let mut cells = vec![Cell::default(), Cell::default()];
        for (at, side) in difference.sides.iter().enumerate() {
            let coder = number(side.coder);
            let slot = if named { at } else { coder.unwrap_or(at) };
            let who = coder.and_then(|at| coders.get(at)).filter(|_| named);
            let text = who.map_or_else(|| path(side.code), |who| format!("{who}: {}", path(side.code)));
            if let Some(cell) = cells.get_mut(slot) {
                *cell = Cell::text(text);
            }
        }
        let mut row = vec![
            Cell { places: places(std::iter::once(difference)), ..Cell::text(passage.citation.as_str()) },
            Cell::text(tr!(&format!("difference-{}", difference.kind.name()))),
        ];
        row.extend(cells);
        row.push(Cell::text(passage.words.as_str()));
        row
    });
    Table {
        name: "agreement-differences".to_owned(),
        title: tr!("agreement-title-differences"),
        rows: rows.collect(),
        columns,
        notes: notes.to_vec(),
        frozen: 1,
    }
}

/// How many documents were coded twice, of how many.
pub fn documents_note(documents: usize, of: usize) -> String {
    let share = number(documents as f64 * 100.0 / of.max(1) as f64, 0);
    tr!("agreement-note-documents", count = documents, all = of, share = share)
}

/// What the figures answer for: unit, coders, documents, codes, how intervals were made.
pub fn notes(asked: &Asked, coders: &[String], documents: usize, of: usize, codes: usize) -> Vec<String> {
    let unit = match asked.unit {
        Unit::Segment => tr!(
            "agreement-note-segment",
            percent = asked.matching.percent,
            of = tr!(&format!("agreement-overlap-{}", asked.matching.of.name())),
            codes = codes
        ),
        unit => tr!(&format!("agreement-note-{}", unit.name())),
    };
    let mut notes = vec![
        unit,
        tr!("agreement-note-coders", coders = coders.join(", ")),
        documents_note(documents, of),
        tr!("agreement-note-codes", count = codes),
    ];
    if asked.samples > 0 {
        notes.push(tr!("agreement-note-bootstrap", samples = asked.samples, seed = asked.seed));
    } else if asked.unit != Unit::Character && asked.unit != Unit::Segment {
        notes.push(tr!("agreement-note-analytic"));
    }
    notes
}
