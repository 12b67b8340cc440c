//! The coded passages that count, sorted by the codes and documents that are asked for.
//!
//! A code that is counted with its subcodes has their segments too. Totals count every segment and every letter once,
//! however many of the codes lie on it, so they are not the sums of their rows.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::speech::{Amount, Speech, union};
use crate::model::codes::CodeTree;
use crate::model::codings::CodedSpan;
use crate::model::documents::Document;
use crate::model::guides::Stage;
use crate::model::table::{Place, Value};
use crate::model::{CodeId, DocumentId};
use crate::text::Span;
use crate::tr;

/// Codes of which a coder said that a document was not asked about them.
pub type NotAsked = HashSet<(DocumentId, CodeId)>;

/// Which codes are rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    /// None: all.
    pub only: Option<Vec<CodeId>>,
    /// Only main codes, each with its subcodes.
    pub main: bool,
    /// Each code also has the segments of its subcodes.
    pub with_subcodes: bool,
}

/// A code as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRow {
    pub id: CodeId,
    pub path: String,
    /// `#RRGGBB`.
    pub color: String,
}

/// Coded passages by document, and in which rows they count.
#[derive(Debug, Clone)]
pub struct Coded<'a> {
    pub documents: Vec<&'a Document>,
    pub rows: Vec<CodeRow>,
    spans: Vec<CodedSpan>,
    /// The part of `spans` of each document.
    parts: Vec<Range<usize>>,
    rows_of: HashMap<CodeId, Vec<usize>>,
    with_subcodes: bool,
}

impl<'a> Coded<'a> {
    /// `spans` are those of the analysis set; what is of other documents or codes is left out.
    pub fn new(
        documents: Vec<&'a Document>,
        codes: &Codes,
        tree: &CodeTree,
        spans: impl IntoIterator<Item = CodedSpan>,
    ) -> Coded<'a> {
        let with_subcodes = codes.with_subcodes || codes.main;
        let asked = |id: CodeId| codes.only.as_ref().is_none_or(|only| only.contains(&id));
        let rows: Vec<CodeRow> = tree
            .nodes()
            .iter()
            .filter(|node| asked(node.code.id) && (!codes.main || node.depth == 0))
            .map(|node| CodeRow { id: node.code.id, path: node.path.clone(), color: node.code.color.clone() })
            .collect();
        let mut rows_of: HashMap<CodeId, Vec<usize>> = HashMap::new();
        for (row, code) in rows.iter().enumerate() {
            let own = if with_subcodes {
                tree.subtree(code.id)
            } else {
                tree.subtree(code.id).get(..1).unwrap_or(&[])
            };
            for node in own {
                rows_of.entry(node.code.id).or_default().push(row);
            }
        }
        let at: HashMap<DocumentId, usize> =
            documents.iter().enumerate().map(|(at, document)| (document.id, at)).collect();
        let mut kept: Vec<CodedSpan> = spans
            .into_iter()
            .filter(|span| at.contains_key(&span.document) && rows_of.contains_key(&span.code))
            .collect();
        kept.sort_by_key(|span| (at.get(&span.document).copied(), span.span, span.id));
        let mut parts = vec![0..0; documents.len()];
        for (nth, span) in kept.iter().enumerate() {
            let part = at.get(&span.document).and_then(|&at| parts.get_mut(at));
            if let Some(part) = part {
                *part = if part.start == part.end { nth..nth + 1 } else { part.start..nth + 1 };
            }
        }
        Coded { documents, rows, spans: kept, parts, rows_of, with_subcodes }
    }

    /// The passages of the nth document, in text order.
    pub fn of_document(&self, nth: usize) -> &[CodedSpan] {
        self.parts.get(nth).and_then(|part| self.spans.get(part.clone())).unwrap_or(&[])
    }
    /// All passages, by document.
    pub fn all(&self) -> &[CodedSpan] {
        &self.spans
    }
    /// The rows in which passages of a code count.
    pub fn rows_of(&self, code: CodeId) -> &[usize] {
        self.rows_of.get(&code).map_or(&[], Vec::as_slice)
    }
    pub fn document_ids(&self) -> Vec<DocumentId> {
        self.documents.iter().map(|document| document.id).collect()
    }

    /// What the nth document has of each code; the amounts of text only where its speech is given.
    pub fn tally(&self, nth: usize, speech: Option<&Speech>) -> Tally {
        let passages = self.of_document(nth);
        let mut rows = vec![Counted::default(); self.rows.len()];
        let mut spans: Vec<Vec<Span>> = vec![Vec::new(); self.rows.len()];
        for passage in passages {
            for &row in self.rows_of(passage.code) {
                rows[row].segments += 1;
                spans[row].push(passage.span);
            }
        }
        let mut any = Counted { segments: passages.len() as u32, text: Amount::default() };
        if let Some(speech) = speech {
            for (row, spans) in rows.iter_mut().zip(spans).filter(|(_, spans)| !spans.is_empty()) {
                row.text = speech.under(&union(spans));
            }
            any.text = speech.under(&union(passages.iter().map(|passage| passage.span)));
        }
        Tally { rows, any, speech: speech.map(Speech::all).unwrap_or_default() }
    }

    /// What of the choice a reader has to know.
    pub fn notes(&self) -> Vec<String> {
        let pretests = self.documents.iter().filter(|document| document.stage == Stage::Pretest).count();
        let mut documents = tr!("matrix-documents", count = self.documents.len());
        if pretests > 0 {
            documents = format!("{documents} {}", tr!("matrix-pretests-within", count = pretests));
        }
        let mut notes = vec![documents];
        if self.rows.is_empty() {
            notes.push(tr!("matrix-no-codes"));
        } else if self.spans.is_empty() {
            notes.push(tr!("matrix-no-segments"));
        }
        notes.push(tr!(if self.with_subcodes { "matrix-with-subcodes" } else { "matrix-own-segments" }));
        notes
    }
}

/// A passage as a cell leads to it.
pub fn place(passage: &CodedSpan) -> Place {
    Place {
        document: passage.document,
        span: passage.span,
        code: Some(passage.code),
        coding: Some(passage.id),
    }
}

/// Segments and the text under them, each letter once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    pub segments: u32,
    pub text: Amount,
}

impl Counted {
    pub fn add(&mut self, other: Counted) {
        self.segments += other.segments;
        self.text.add(other.text);
    }
}

/// What a document has of each code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub rows: Vec<Counted>,
    /// Of any of the codes: each segment and each letter once.
    pub any: Counted,
    /// All that is said.
    pub speech: Amount,
}

impl Tally {
    /// Of one row; none: of any code.
    pub fn of(&self, row: Option<usize>) -> Counted {
        row.map_or(self.any, |row| self.rows.get(row).copied().unwrap_or_default())
    }
}

/// What a cell says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    #[default]
    Segments,
    /// In how many documents it is.
    Documents,
    /// Words under it.
    Words,
    /// Its share of what is said, in code points.
    Share,
}

impl Measure {
    pub const ALL: [Measure; 4] = [Measure::Segments, Measure::Documents, Measure::Words, Measure::Share];
    pub fn name(self) -> &'static str {
        match self {
            Measure::Segments => "segments",
            Measure::Documents => "documents",
            Measure::Words => "words",
            Measure::Share => "share",
        }
    }
    pub fn from_name(name: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.name() == name)
    }
    /// What it is, for the notes.
    pub fn note(self) -> String {
        tr!(&format!("matrix-measure-{}", self.name()))
    }
}

/// Sums over some documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    pub counted: Counted,
    pub speech: Amount,
    /// Documents with at least one segment.
    pub documents: u32,
}

impl Sum {
    /// Of one row, or of any code.
    pub fn of<'t>(tallies: impl IntoIterator<Item = &'t Tally>, row: Option<usize>) -> Sum {
        let mut sum = Sum::default();
        for tally in tallies {
            let counted = tally.of(row);
            sum.counted.add(counted);
            sum.speech.add(tally.speech);
            sum.documents += u32::from(counted.segments > 0);
        }
        sum
    }
    /// The number that a measure means.
    pub fn number(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Segments => self.counted.segments,
            Measure::Documents => self.documents,
            Measure::Words => self.counted.text.words,
            Measure::Share => self.counted.text.characters,
        }
    }
    pub fn value(&self, measure: Measure) -> Value {
        match measure {
            Measure::Share => share(self.counted.text.characters, self.speech.characters, "matrix-no-speech"),
            measure => Value::Integer(i64::from(self.number(measure))),
        }
    }
}

/// A share in per cent with one digit; said in words where there is nothing to have a share of.
pub fn share(part: u32, whole: u32, why: &str) -> Value {
    match whole {
        0 => Value::Undefined(tr!(why)),
        whole => Value::Share(f64::from(part) / f64::from(whole), 1),
    }
}
