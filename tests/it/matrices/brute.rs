//! Generated studies: what the pure functions count is what counting everything one by one gives.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use absatz::analysis::coded::{Coded, Codes, Measure, NotAsked, Tally};
use absatz::analysis::cooccurrence::{Relation, occurrences};
use absatz::analysis::crosstab::{Group, Percent, Shape, cross};
use absatz::analysis::speech::Speech;
use absatz::analysis::{coverage, matrix};
use absatz::i18n::{self, Lang};
use absatz::model::codes::{Code, CodeTree, Guide};
use absatz::model::codings::CodedSpan;
use absatz::model::documents::Document;
use absatz::model::guides::Stage;
use absatz::model::table::{Table, Value};
use absatz::model::{CodeId, CoderId, CodingId, DocumentId};
use absatz::text::citations::Pattern;
use absatz::text::{Span, Text};
use proptest::prelude::*;

const DOCUMENTS: i64 = 3;
/// Three sentences of ten letters are paragraphs; the blanks between them are not said.
const TEXT: &str = "aaa bbb cc\nddd ee fff\nggg hh iii";
const PARAGRAPHS: [(u32, u32); 3] = [(0, 10), (11, 21), (22, 32)];

/// Codes 1, 1/2, 1/3, 1/3/4, 5.
fn tree() -> CodeTree {
    let parents = [(1, None), (2, Some(1)), (3, Some(1)), (4, Some(3)), (5, None)];
    CodeTree::new(
        parents
            .into_iter()
            .map(|(id, parent)| Code {
                id: CodeId(id),
                uuid: String::new(),
                parent: parent.map(CodeId),
                position: id,
                name: id.to_string(),
                color: "#0072B2".into(),
                guide: Guide::default(),
            })
            .collect(),
    )
}

fn documents() -> Vec<Document> {
    (1..=DOCUMENTS)
        .map(|id| Document {
            id: DocumentId(id),
            uuid: String::new(),
            label: id.to_string(),
            title: String::new(),
            group: None,
            position: id,
            paragraphs: 3,
            words: 9,
            characters: 32,
            source_name: String::new(),
            source_sha256: String::new(),
            reader: "txt".into(),
            encoding: None,
            imported: String::new(),
            guide: None,
            stage: Stage::Main,
            released: false,
        })
        .collect()
}

fn passages() -> impl Strategy<Value = Vec<CodedSpan>> {
    prop::collection::vec((1..=DOCUMENTS, 1i64..=5, 0u32..31, 1u32..14), 0..14).prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(id, (document, code, at, len))| CodedSpan {
                id: CodingId(id as i64 + 1),
                document: DocumentId(document),
                code: CodeId(code),
                coder: CoderId(1),
                span: Span::new(at, (at + len).min(32)),
            })
            .collect()
    })
}

fn choice() -> impl Strategy<Value = Codes> {
    let only = prop::option::of(prop::collection::vec((1i64..=5).prop_map(CodeId), 1..4));
    (only, any::<bool>(), any::<bool>()).prop_map(|(only, main, with_subcodes)| Codes {
        only,
        main,
        with_subcodes,
    })
}

/// The codes that are counted for a row.
fn below(code: CodeId, codes: &Codes) -> Vec<i64> {
    let all: &[i64] = match code.0 {
        1 => &[1, 2, 3, 4],
        3 => &[3, 4],
        2 => &[2],
        4 => &[4],
        _ => &[5],
    };
    if codes.with_subcodes || codes.main { all.to_vec() } else { vec![code.0] }
}

fn speech() -> Speech {
    let text = Text::new(TEXT);
    Speech::new(&text, PARAGRAPHS.map(|(start, end)| Span::new(start, end)).to_vec())
}

/// Everything that the tables are made of, and all of it once more by brute force.
struct Study {
    documents: Vec<Document>,
    tree: CodeTree,
    codes: Codes,
    passages: Vec<CodedSpan>,
}

impl Study {
    fn coded(&self) -> Coded<'_> {
        i18n::set_lang(Lang::En);
        Coded::new(self.documents.iter().collect(), &self.codes, &self.tree, self.passages.iter().copied())
    }
    fn tallies(&self, coded: &Coded<'_>) -> Vec<Tally> {
        let speech = speech();
        (0..self.documents.len()).map(|nth| coded.tally(nth, Some(&speech))).collect()
    }
    /// The passages of a row (none: of any row) in some documents.
    fn of(&self, coded: &Coded<'_>, row: Option<usize>, documents: &[i64]) -> Vec<CodedSpan> {
        let counts = |code: CodeId| {
            let rows = coded.rows.iter().enumerate().filter(|(at, _)| row.is_none_or(|row| row == *at));
            rows.into_iter().any(|(_, one)| below(one.id, &self.codes).contains(&code.0))
        };
        self.passages
            .iter()
            .filter(|one| documents.contains(&one.document.0) && counts(one.code))
            .copied()
            .collect()
    }
    /// What a measure counts, letter by letter and word by word.
    fn number(&self, coded: &Coded<'_>, row: Option<usize>, documents: &[i64], measure: Measure) -> usize {
        let passages = self.of(coded, row, documents);
        let said = |at: u32| PARAGRAPHS.iter().any(|(start, end)| (*start..*end).contains(&at));
        let points: BTreeSet<(i64, u32)> = passages
            .iter()
            .flat_map(|one| (one.span.start.0..one.span.end.0).map(|at| (one.document.0, at)))
            .filter(|(_, at)| said(*at))
            .collect();
        match measure {
            Measure::Segments => passages.len(),
            Measure::Documents => passages.iter().map(|one| one.document).collect::<BTreeSet<_>>().len(),
            Measure::Share => points.len(),
            Measure::Words => {
                let text = Text::new(TEXT);
                let words: Vec<Span> = text.words(text.whole()).map(|(word, _)| word).collect();
                let touched = |document: i64, word: &Span| {
                    (word.start.0..word.end.0).any(|at| points.contains(&(document, at)))
                };
                documents.iter().map(|d| words.iter().filter(|word| touched(*d, word)).count()).sum()
            }
        }
    }
}

fn number(value: &Value, whole: usize) -> usize {
    match value {
        Value::Integer(number) => *number as usize,
        Value::Share(share, _) => (share * whole as f64).round() as usize,
        other => panic!("{other:?}"),
    }
}

fn measures() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

proptest! {
    #[test]
    fn the_matrix_counts_what_is_there(passages in passages(), codes in choice(), measure in measures()) {
        let study = Study { documents: documents(), tree: tree(), codes, passages };
        let coded = study.coded();
        let tallies = study.tallies(&coded);
        let table: Table =
            matrix::figure(&coded, &tallies, measure, &NotAsked::new(), &Pattern::default(), false).table;
        let all: Vec<i64> = (1..=DOCUMENTS).collect();
        for (at, row) in table.rows.iter().enumerate() {
            let code = (at < coded.rows.len()).then_some(at);
            for document in 1..=DOCUMENTS {
                let cell = &row[document as usize];
                prop_assert_eq!(number(&cell.value, 30), study.number(&coded, code, &[document], measure));
                prop_assert_eq!(cell.places.len(), study.of(&coded, code, &[document]).len());
            }
            let tail = DOCUMENTS as usize + 1;
            if measure != Measure::Documents {
                prop_assert_eq!(number(&row[tail].value, 90), study.number(&coded, code, &all, measure));
                prop_assert_eq!(row[tail].places.len(), study.of(&coded, code, &all).len());
            }
            let n = &row[row.len() - 2];
            prop_assert_eq!(number(&n.value, 0), study.number(&coded, code, &all, Measure::Documents));
        }
        // Turned round it says the same.
        let turned = matrix::figure(&coded, &tallies, measure, &NotAsked::new(), &Pattern::default(), true).table;
        for (y, row) in table.rows.iter().enumerate() {
            for (x, cell) in row.iter().enumerate().skip(1) {
                prop_assert_eq!(&turned.rows[x - 1][y + 1], cell);
            }
        }
    }

    #[test]
    fn the_crosstab_counts_what_is_there(
        passages in passages(), codes in choice(), measure in measures(),
        percent in prop::option::of(prop::sample::select(Percent::ALL.to_vec())),
        members in prop::collection::vec(0u8..4, DOCUMENTS as usize),
        unasked in prop::collection::hash_set((1..=DOCUMENTS, 1i64..=5), 0..5), asked_only: bool,
    ) {
        let percent = percent.filter(|_| measure != Measure::Share);
        let study = Study { documents: documents(), tree: tree(), codes, passages };
        let coded = study.coded();
        let tallies = study.tallies(&coded);
        // Bits: in the first group, in the second; a document may be in both or in none.
        let group = |bit: u8| -> Vec<i64> {
            (1..=DOCUMENTS).filter(|id| members[*id as usize - 1] & bit != 0).collect()
        };
        let groups = [group(1), group(2)];
        let given: Vec<Group> = groups
            .iter()
            .enumerate()
            .map(|(at, ids)| Group {
                key: at.to_string(),
                title: at.to_string(),
                documents: ids.iter().map(|id| DocumentId(*id)).collect(),
            })
            .collect();
        let not_asked: NotAsked = unasked.iter().map(|(d, c)| (DocumentId(*d), CodeId(*c))).collect();
        let shape = Shape { measure, percent, asked_only };
        let found = cross(&coded, &tallies, &given, shape, &not_asked);
        let inside: Vec<i64> = (1..=DOCUMENTS).filter(|id| members[*id as usize - 1] != 0).collect();
        for at in 0..=coded.rows.len() {
            let code = (at < coded.rows.len()).then_some(at);
            let silent = |ids: &[i64]| match code {
                None => 0,
                Some(row) => ids
                    .iter()
                    .filter(|id| not_asked.contains(&(DocumentId(**id), coded.rows[row].id)))
                    .filter(|id| study.of(&coded, code, &[**id]).is_empty())
                    .count(),
            };
            for (nth, ids) in groups.iter().enumerate() {
                let cell = &found.cells[at][nth];
                let count = study.number(&coded, code, ids, measure);
                let without = |ids: &[i64]| ids.len() - if asked_only { silent(ids) } else { 0 };
                let base = match (percent, measure) {
                    (None, Measure::Share) => Some(ids.len() * 30),
                    (None, _) => None,
                    (Some(Percent::Row), _) => Some(study.number(&coded, code, &inside, measure)),
                    (Some(Percent::Column), Measure::Documents) => Some(without(ids)),
                    (Some(Percent::Total), Measure::Documents) => Some(without(&inside)),
                    (Some(Percent::Column), _) => Some(study.number(&coded, None, ids, measure)),
                    (Some(Percent::Total), _) => Some(study.number(&coded, None, &inside, measure)),
                };
                match (base, &cell.value) {
                    (None, Value::Integer(number)) => prop_assert_eq!(*number as usize, count),
                    (Some(0), Value::Undefined(_)) => {}
                    (Some(base), Value::Share(share, _)) => {
                        prop_assert!((share - count as f64 / base as f64).abs() < 1e-12);
                    }
                    (base, value) => prop_assert!(false, "{base:?} {value:?}"),
                }
                prop_assert_eq!(cell.places.len(), study.of(&coded, code, ids).len());
            }
            // n of N, and of those asked.
            let tail: Vec<&Value> = found.cells[at].iter().map(|cell| &cell.value).skip(2).collect();
            let tail = if measure == Measure::Documents { &tail[..] } else { &tail[1..] };
            prop_assert_eq!(number(tail[0], 0), study.number(&coded, code, &inside, Measure::Documents));
            prop_assert_eq!(number(tail[1], 0), inside.len());
            if let Some(asked) = tail.get(2) {
                prop_assert_eq!(number(asked, 0), inside.len() - silent(&inside));
            }
        }
    }

    #[test]
    fn co_occurrence_counts_every_pair_once(passages in passages(), codes in choice(), relation in prop::sample::select(
        vec![Relation::Same, Relation::Overlap, Relation::Near(0), Relation::Near(1), Relation::Document]
    )) {
        let study = Study { documents: documents(), tree: tree(), codes, passages };
        let coded = study.coded();
        let spans: Vec<Span> = PARAGRAPHS.map(|(start, end)| Span::new(start, end)).to_vec();
        let paragraphs: HashMap<DocumentId, Vec<Span>> =
            (1..=DOCUMENTS).map(|id| (DocumentId(id), spans.clone())).collect();
        let found = occurrences(&coded, relation, &paragraphs);
        // The paragraphs that a passage touches; between two it is taken for the one after.
        let touched = |span: Span| -> (usize, usize) {
            let first = PARAGRAPHS.iter().position(|(_, end)| *end > span.start.0).unwrap_or(3);
            let last = PARAGRAPHS.iter().rposition(|(start, _)| *start < span.end.0).unwrap_or(0);
            (first, last.max(first))
        };
        let meet = |a: &CodedSpan, b: &CodedSpan| {
            a.id != b.id && a.document == b.document && match relation {
                Relation::Same => a.span == b.span,
                Relation::Overlap => a.span.overlaps(b.span),
                Relation::Near(most) => {
                    let ((a, b), (c, d)) = (touched(a.span), touched(b.span));
                    c.saturating_sub(b).max(a.saturating_sub(d)) <= most as usize
                }
                Relation::Document => true,
            }
        };
        let all: Vec<i64> = (1..=DOCUMENTS).collect();
        let own = |row: usize| study.of(&coded, Some(row), &all);
        for a in 0..coded.rows.len() {
            let documents: BTreeSet<DocumentId> = own(a).iter().map(|one| one.document).collect();
            let units = if relation == Relation::Document { documents.len() } else { own(a).len() };
            prop_assert_eq!(found.own[a] as usize, units);
            for b in a + 1..coded.rows.len() {
                let mut pairs: HashSet<(CodingId, CodingId)> = HashSet::new();
                let mut with: BTreeMap<bool, HashSet<i64>> = BTreeMap::new();
                let mut both: HashSet<DocumentId> = HashSet::new();
                for x in own(a) {
                    for y in own(b).into_iter().filter(|y| meet(&x, y)) {
                        pairs.insert((x.id.min(y.id), x.id.max(y.id)));
                        with.entry(false).or_default().insert(x.id.0);
                        with.entry(true).or_default().insert(y.id.0);
                        both.insert(x.document);
                    }
                }
                let together = found.pairs.get(&(a, b)).cloned().unwrap_or_default();
                let (count, dice) = match relation {
                    Relation::Document => (both.len(), 2 * both.len()),
                    _ => (pairs.len(), with.values().map(HashSet::len).sum()),
                };
                prop_assert_eq!(together.count as usize, count);
                let units = found.own[a] + found.own[b];
                match found.dice(a, b) {
                    None => prop_assert_eq!(units, 0),
                    Some(value) => {
                        prop_assert!((value - dice as f64 / f64::from(units)).abs() < 1e-12);
                        prop_assert!((0.0..=1.0).contains(&value));
                        let jaccard = found.jaccard(a, b).unwrap();
                        prop_assert!((0.0..=1.0).contains(&jaccard) && jaccard <= value);
                    }
                }
                let reached: HashSet<i64> = together.places.iter().map(|place| place.coding.unwrap().0).collect();
                prop_assert_eq!(reached.len(), together.places.len(), "each segment once");
                if relation != Relation::Document {
                    prop_assert_eq!(reached, with.values().flatten().copied().collect::<HashSet<_>>());
                }
            }
        }
    }

    #[test]
    fn coverage_is_the_union(passages in passages(), codes in choice()) {
        let study = Study { documents: documents(), tree: tree(), codes, passages };
        let coded = study.coded();
        let table = coverage::figure(&coded, &study.tallies(&coded)).table;
        let all: Vec<i64> = (1..=DOCUMENTS).collect();
        for at in 0..=coded.rows.len() {
            let code = (at < coded.rows.len()).then_some(at);
            let row = &table.rows[at];
            for (column, measure) in [(1, Measure::Share), (2, Measure::Segments), (3, Measure::Documents), (4, Measure::Words), (5, Measure::Share)] {
                prop_assert_eq!(number(&row[column].value, 90), study.number(&coded, code, &all, measure));
            }
        }
        let none = &table.rows[coded.rows.len() + 1];
        prop_assert_eq!(number(&none[5].value, 0), 90 - study.number(&coded, None, &all, Measure::Share));
    }
}
