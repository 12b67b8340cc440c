//! Code co-occurrence: what MAXQDA calls the Code-Relations-Browser.
//!
//! A count is one of pairs of segments, or of documents; a pair counts once for two codes. The coefficients are over
//! segments (or documents) that have a partner: Dice is the share of both codes' segments with a partner of the other
//! code, Jaccard is Dice / (2 - Dice). Where every segment has one partner at most, both are what they are for sets.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::coded::{Coded, place};
use super::cross::{Cross, Heading};
use super::matrix::code_headings;
use crate::model::DocumentId;
use crate::model::chart::{Bars, Chart, Figure};
use crate::model::codings::CodedSpan;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table, Value};
use crate::text::Span;
use crate::tr;

/// When two codes occur together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// On exactly the same words.
    Same,
    /// On passages that share at least a letter.
    Overlap,
    /// Not more than so many paragraphs apart; 0 is in the same paragraph.
    Near(u32),
    /// In the same document.
    Document,
}

impl Relation {
    /// `same`, `overlap`, `near:2`, `document`.
    pub fn from_name(name: &str) -> Option<Relation> {
        match name.split_once(':') {
            Some(("near", paragraphs)) => paragraphs.trim().parse().ok().map(Relation::Near),
            Some(_) => None,
            None => match name {
                "same" => Some(Relation::Same),
                "overlap" => Some(Relation::Overlap),
                "near" => Some(Relation::Near(1)),
                "document" => Some(Relation::Document),
                _ => None,
            },
        }
    }
    pub fn name(self) -> String {
        match self {
            Relation::Same => "same".to_owned(),
            Relation::Overlap => "overlap".to_owned(),
            Relation::Near(paragraphs) => format!("near:{paragraphs}"),
            Relation::Document => "document".to_owned(),
        }
    }
    fn note(self) -> String {
        match self {
            Relation::Same => tr!("relation-same"),
            Relation::Overlap => tr!("relation-overlap"),
            Relation::Near(paragraphs) => tr!("relation-near", count = paragraphs),
            Relation::Document => tr!("relation-document"),
        }
    }
}

/// What a cell says of two codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Figured {
    #[default]
    Count,
    Dice,
    Jaccard,
}

impl Figured {
    pub const ALL: [Figured; 3] = [Figured::Count, Figured::Dice, Figured::Jaccard];
    pub fn name(self) -> &'static str {
        match self {
            Figured::Count => "count",
            Figured::Dice => "dice",
            Figured::Jaccard => "jaccard",
        }
    }
}

/// The numbered paragraphs of documents, in text order.
pub type Paragraphs = HashMap<DocumentId, Vec<Span>>;

/// How often two codes occur together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Together {
    /// Pairs of segments, or documents.
    pub count: u32,
    /// How many of the first code's segments (documents) have a partner of the second, and the other way round.
    pub partnered: (u32, u32),
    /// All segments of such pairs, in order, each once.
    pub places: Vec<Place>,
}

/// All pairs of rows with how often they occur together, the smaller row first; and the segments (documents) of each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Occurrences {
    pub pairs: BTreeMap<(usize, usize), Together>,
    pub own: Vec<u32>,
}

pub fn occurrences(coded: &Coded<'_>, relation: Relation, paragraphs: &Paragraphs) -> Occurrences {
    let mut all = Occurrences { pairs: BTreeMap::new(), own: vec![0; coded.rows.len()] };
    for (at, document) in coded.documents.iter().enumerate() {
        let passages = coded.of_document(at);
        match relation {
            Relation::Document => documents(coded, passages, &mut all),
            Relation::Same => {
                segments(coded, passages, &mut all, |a| a.span.start.0, |_| 0, |a, b| a.span == b.span);
            }
            Relation::Overlap => segments(
                coded,
                passages,
                &mut all,
                |a| a.span.start.0,
                |a| a.span.end.0.saturating_sub(1),
                |a, b| a.span.overlaps(b.span),
            ),
            Relation::Near(most) => {
                let spans = paragraphs.get(&document.id).map_or(&[][..], Vec::as_slice);
                // First and last paragraph, counted in the document; a segment touches one at least.
                let first = |a: &CodedSpan| spans.partition_point(|p| p.end <= a.span.start) as u32;
                let last = |a: &CodedSpan| {
                    (spans.partition_point(|p| p.start < a.span.end) as u32).saturating_sub(1).max(first(a))
                };
                segments(
                    coded,
                    passages,
                    &mut all,
                    first,
                    |a| last(a).saturating_add(most),
                    |a, b| {
                        first(b) <= last(a).saturating_add(most) && first(a) <= last(b).saturating_add(most)
                    },
                );
            }
        }
    }
    all
}

/// Documents that have both codes.
fn documents(coded: &Coded<'_>, passages: &[CodedSpan], all: &mut Occurrences) {
    let mut of_row: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (nth, passage) in passages.iter().enumerate() {
        for &row in coded.rows_of(passage.code) {
            of_row.entry(row).or_default().push(nth);
        }
    }
    let rows: Vec<(&usize, &Vec<usize>)> = of_row.iter().collect();
    for (nth, (row, own)) in rows.iter().enumerate() {
        all.own[**row] += 1;
        for (other, theirs) in &rows[nth + 1..] {
            // A code and the one above it share segments: there have to be two.
            if own.len() == 1 && own == theirs {
                continue;
            }
            let together = all.pairs.entry((**row, **other)).or_default();
            together.count += 1;
            together.partnered.0 += 1;
            together.partnered.1 += 1;
            let both: BTreeSet<usize> = own.iter().chain(theirs.iter()).copied().collect();
            together.places.extend(both.into_iter().map(|nth| place(&passages[nth])));
        }
    }
}

/// Pairs of segments. `passages` come in text order, so that those that can meet one are the next ones: up to the first
/// whose `start` is behind the `reach` of it. Where nothing reaches (0), the pair itself decides.
fn segments(
    coded: &Coded<'_>,
    passages: &[CodedSpan],
    all: &mut Occurrences,
    start: impl Fn(&CodedSpan) -> u32,
    reach: impl Fn(&CodedSpan) -> u32,
    meet: impl Fn(&CodedSpan, &CodedSpan) -> bool,
) {
    // Of each passage, with rows of which others it has a partner.
    let mut partners: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); passages.len()];
    let mut places: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for (nth, a) in passages.iter().enumerate() {
        for &row in coded.rows_of(a.code) {
            all.own[row] += 1;
        }
        let furthest = reach(a).max(start(a));
        let next = passages.iter().enumerate().skip(nth + 1);
        for (other, b) in next.take_while(|(_, b)| start(b) <= furthest).filter(|(_, b)| meet(a, b)) {
            let (mine, theirs) = (coded.rows_of(a.code), coded.rows_of(b.code));
            // Two segments are one pair of two rows, also where a row has both.
            let pairs: BTreeSet<(usize, usize)> = mine
                .iter()
                .flat_map(|&x| theirs.iter().map(move |&y| (x.min(y), x.max(y))))
                .filter(|(x, y)| x != y)
                .collect();
            for pair in pairs {
                all.pairs.entry(pair).or_default().count += 1;
                places.entry(pair).or_default().extend([nth, other]);
            }
            partners[nth].extend(theirs);
            partners[other].extend(mine);
        }
    }
    for (passage, partners) in passages.iter().zip(&partners) {
        for &row in coded.rows_of(passage.code) {
            for &other in partners.iter().filter(|&&other| other != row) {
                let together = all.pairs.entry((row.min(other), row.max(other))).or_default();
                let count = if row < other { &mut together.partnered.0 } else { &mut together.partnered.1 };
                *count += 1;
            }
        }
    }
    for (pair, nths) in places {
        let together = all.pairs.entry(pair).or_default();
        together.places.extend(nths.into_iter().map(|nth| place(&passages[nth])));
    }
}

impl Occurrences {
    /// The share of both codes' segments that have a partner, of 1; none where neither has a segment.
    pub fn dice(&self, a: usize, b: usize) -> Option<f64> {
        let own = |row: usize| self.own.get(row).copied().unwrap_or_default();
        let together = self.pairs.get(&(a.min(b), a.max(b)));
        let with = together.map_or(0, |together| together.partnered.0 + together.partnered.1);
        match own(a) + own(b) {
            0 => None,
            all => Some(f64::from(with) / f64::from(all)),
        }
    }
    pub fn jaccard(&self, a: usize, b: usize) -> Option<f64> {
        self.dice(a, b).map(|dice| dice / (2.0 - dice))
    }
    fn value(&self, a: usize, b: usize, what: Figured) -> Value {
        let coefficient = |value: Option<f64>| match value {
            Some(value) => Value::Decimal(value, 2),
            None => Value::Undefined(tr!("crosstab-no-segments")),
        };
        match what {
            Figured::Count => {
                let count = self.pairs.get(&(a.min(b), a.max(b))).map_or(0, |together| together.count);
                Value::Integer(i64::from(count))
            }
            Figured::Dice => coefficient(self.dice(a, b)),
            Figured::Jaccard => coefficient(self.jaccard(a, b)),
        }
    }
}

fn notes(coded: &Coded<'_>, relation: Relation, what: &[Figured]) -> Vec<String> {
    let mut notes = vec![relation.note()];
    let documents = relation == Relation::Document;
    for what in what {
        notes.push(match what {
            Figured::Count if documents => tr!("cooccurrence-count-documents"),
            Figured::Count => tr!("cooccurrence-count"),
            Figured::Dice if documents => tr!("cooccurrence-dice-documents"),
            Figured::Dice => tr!("cooccurrence-dice"),
            Figured::Jaccard if documents => tr!("cooccurrence-jaccard-documents"),
            Figured::Jaccard => tr!("cooccurrence-jaccard"),
        });
    }
    notes.extend(coded.notes());
    notes
}

/// Codes × codes. On the diagonal stands how many segments (documents) a code has; coefficients have none.
pub fn figure(coded: &Coded<'_>, all: &Occurrences, relation: Relation, what: Figured) -> Figure {
    let rows = coded.rows.len();
    let own = |row: usize| match what {
        Figured::Count => Cell::integer(all.own.get(row).copied().unwrap_or_default()),
        Figured::Dice | Figured::Jaccard => Cell::default(),
    };
    let mut cells: Vec<Vec<Cell>> = (0..rows)
        .map(|a| {
            let cell = |b: usize| match a == b {
                true => own(a),
                false => Cell {
                    value: all.value(a, b, what),
                    places: all.pairs.get(&(a.min(b), a.max(b))).map_or_else(Vec::new, |t| t.places.clone()),
                },
            };
            (0..rows).map(cell).collect()
        })
        .collect();
    for passage in coded.all() {
        for &row in coded.rows_of(passage.code) {
            cells[row][row].places.push(place(passage));
        }
    }
    let diagonal = match relation {
        Relation::Document => tr!("cooccurrence-diagonal-documents"),
        Relation::Same | Relation::Overlap | Relation::Near(_) => tr!("cooccurrence-diagonal"),
    };
    Cross {
        name: "codes-codes".to_owned(),
        title: tr!("cooccurrence-title"),
        sides: (Heading::new("code", tr!("table-code")), Heading::new("other", tr!("table-code"))),
        rows: code_headings(coded),
        columns: code_headings(coded),
        cells,
        body: (rows, rows),
        symmetric: true,
        notes: match what {
            Figured::Count => {
                let mut notes = notes(coded, relation, &[what]);
                notes.insert(2, diagonal);
                notes
            }
            Figured::Dice | Figured::Jaccard => notes(coded, relation, &[what]),
        },
    }
    .figure()
}

/// The pairs that occur together, the most frequent first.
pub fn pairs(coded: &Coded<'_>, all: &Occurrences, relation: Relation) -> Figure {
    let mut sorted: Vec<(&(usize, usize), &Together)> =
        all.pairs.iter().filter(|(_, together)| together.count > 0).collect();
    sorted.sort_by(|a, b| b.1.count.cmp(&a.1.count).then(a.0.cmp(b.0)));
    let path = |row: usize| coded.rows.get(row).map(|code| code.path.clone()).unwrap_or_default();
    let own = |row: usize| Cell::integer(all.own.get(row).copied().unwrap_or_default());
    let number = |key: &str, title: String| Column::new(key, title, ColumnKind::Number);
    let columns = vec![
        Column::new("code", tr!("table-code"), ColumnKind::Short),
        Column::new("other", tr!("cooccurrence-other"), ColumnKind::Short),
        number("together", tr!("cooccurrence-together")),
        number("of-code", tr!("cooccurrence-of-code")),
        number("of-other", tr!("cooccurrence-of-other")),
        number("dice", tr!("cooccurrence-dice-short")),
        number("jaccard", tr!("cooccurrence-jaccard-short")),
    ];
    let rows: Vec<Vec<Cell>> = sorted
        .iter()
        .map(|(pair, together)| {
            let (a, b) = **pair;
            let places = together.places.clone();
            let plain = |value| Cell { value, places: Vec::new() };
            vec![
                Cell::text(path(a)),
                Cell::text(path(b)),
                Cell { value: Value::Integer(i64::from(together.count)), places },
                own(a),
                own(b),
                plain(all.value(a, b, Figured::Dice)),
                plain(all.value(a, b, Figured::Jaccard)),
            ]
        })
        .collect();
    let colors = sorted.iter().filter_map(|(pair, _)| coded.rows.get(pair.0).map(|code| code.color.clone()));
    let chart = Chart::Bars(Bars {
        label: 0,
        other: Some(1),
        value: 2,
        rows: 0..rows.len(),
        colors: colors.collect(),
    });
    let table = Table {
        name: "code-pairs".to_owned(),
        title: tr!("cooccurrence-pairs"),
        columns,
        rows,
        notes: notes(coded, relation, &Figured::ALL),
        frozen: 2,
    };
    Figure { table, chart }
}
