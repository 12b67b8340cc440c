//! A study for readers, from slices: paragraphs cut where codes begin and end, texts with links to what they cite, codes
//! with what they have.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::model::edition::{Edition, EditionCode, Piece, Prose, Run, Target};
use crate::text::citations::Pattern;
use crate::text::cited::{self, Citation, Cited, Found, Interview, Interviews, Last};

/// A part of a text that becomes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub bytes: Range<usize>,
    pub by: String,
}

/// Cuts a text where marks and codings begin and end, and makes the changes, which are in order and apart. What begins or
/// ends inside a change has all of it, so that nothing of a replaced name is left over.
pub fn cut(
    text: &str,
    marks: &[Range<usize>],
    codings: &[(usize, Range<usize>)],
    changes: &[Change],
) -> Vec<Piece> {
    let around = |bytes: &Range<usize>| {
        let over = |at: usize| changes.iter().find(|change| change.bytes.start < at && at < change.bytes.end);
        let start = over(bytes.start).map_or(bytes.start, |change| change.bytes.start);
        let end = over(bytes.end).map_or(bytes.end, |change| change.bytes.end);
        start.min(text.len())..end.min(text.len())
    };
    let marks: Vec<Range<usize>> = marks.iter().map(around).collect();
    let codings: Vec<(usize, Range<usize>)> =
        codings.iter().map(|(coding, bytes)| (*coding, around(bytes))).collect();
    let mut edges: BTreeSet<usize> = BTreeSet::from([0, text.len()]);
    for bytes in marks.iter().chain(codings.iter().map(|(_, bytes)| bytes)) {
        edges.extend([bytes.start, bytes.end]);
    }
    let edges: Vec<usize> = edges.into_iter().collect();
    let holds =
        |bytes: &Range<usize>, piece: &Range<usize>| bytes.start <= piece.start && piece.end <= bytes.end;
    let mut pieces = Vec::with_capacity(edges.len());
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        let piece = *start..*end;
        pieces.push(Piece {
            text: changed(text, &piece, changes),
            marked: marks.iter().any(|bytes| holds(bytes, &piece)),
            codings: codings
                .iter()
                .filter(|(_, bytes)| holds(bytes, &piece))
                .map(|(coding, _)| *coding)
                .collect(),
        });
    }
    pieces
}

/// A part of the text with the changes in it.
fn changed(text: &str, part: &Range<usize>, changes: &[Change]) -> String {
    let mut out = String::with_capacity(part.len());
    let mut at = part.start;
    for change in
        changes.iter().filter(|change| part.start <= change.bytes.start && change.bytes.end <= part.end)
    {
        out.push_str(text.get(at..change.bytes.start).unwrap_or_default());
        out.push_str(&change.by);
        at = change.bytes.end;
    }
    out.push_str(text.get(at..part.end).unwrap_or_default());
    out
}

/// What can be cited in an edition, to find it in what researchers have written.
pub struct Citable {
    pattern: Pattern,
    interviews: Interviews,
    documents: HashMap<String, usize>,
}

impl Citable {
    /// Of the documents in the order of the edition, by their labels in the study.
    pub fn new(pattern: &Pattern, documents: Vec<(String, BTreeSet<u32>)>) -> Citable {
        Citable {
            pattern: pattern.clone(),
            documents: documents.iter().enumerate().map(|(at, (label, _))| (label.clone(), at)).collect(),
            interviews: Interviews::new(
                documents.into_iter().map(|(label, numbers)| Interview { label, numbers }),
            ),
        }
    }

    /// A text with links to what it cites.
    pub fn prose(&self, text: &str) -> Prose {
        if text.is_empty() {
            return Prose::new();
        }
        let mut prose = Prose::new();
        let mut at = 0;
        let mut push = |text: &str, to| {
            if !text.is_empty() {
                prose.push(Run { text: text.to_owned(), to });
            }
        };
        for found in cited::find(text, false, &self.pattern, &self.interviews, &mut Last::default()) {
            let Found::Ours(citation) = found else { continue };
            for (bytes, target) in self.links(text, &citation) {
                push(text.get(at..bytes.start).unwrap_or_default(), None);
                push(text.get(bytes.clone()).unwrap_or_default(), Some(target));
                at = bytes.end;
            }
        }
        push(text.get(at..).unwrap_or_default(), None);
        prose
    }

    fn target(&self, cited: &Cited) -> Option<Target> {
        let interview = self.interviews.get(&cited.label)?;
        let document = *self.documents.get(&interview.label)?;
        let first = cited.paragraphs.map(|(first, _)| first);
        Some(Target { document, paragraph: first.filter(|first| interview.numbers.contains(first)) })
    }

    /// Where in a citation each of its places stands. Where that cannot be told, all of it leads to the first.
    fn links(&self, text: &str, citation: &Citation) -> Vec<(Range<usize>, Target)> {
        if let [one] = &citation.references[..] {
            return self.target(one).map(|target| (citation.bytes.clone(), target)).into_iter().collect();
        }
        let mut links = Vec::new();
        let mut at = citation.bytes.start;
        let mut label = "";
        for cited in &citation.references {
            let same = !label.is_empty() && label == cited.label;
            let named = if same { None } else { token(text, at..citation.bytes.end, &cited.label) };
            let number = cited.paragraphs.and_then(|(first, _)| {
                let from = named.as_ref().map_or(at, |named| named.end);
                token(text, from..citation.bytes.end, &first.to_string())
            });
            let (Some(start), Some(end)) =
                (named.as_ref().or(number.as_ref()), number.as_ref().or(named.as_ref()))
            else {
                let first = citation.references.iter().find_map(|cited| self.target(cited));
                return first.map(|target| (citation.bytes.clone(), target)).into_iter().collect();
            };
            let bytes = start.start..end.end;
            at = bytes.end;
            label = &cited.label;
            if let Some(target) = self.target(cited) {
                links.push((bytes, target));
            }
        }
        links
    }
}

/// The first place where a word stands by itself.
fn token(text: &str, within: Range<usize>, word: &str) -> Option<Range<usize>> {
    let part = text.get(within.clone())?;
    let alone = |at: usize| {
        let before = part.get(..at).and_then(|head| head.chars().next_back());
        let after = part.get(at + word.len()..).and_then(|rest| rest.chars().next());
        !before.is_some_and(|c| c.is_alphanumeric()) && !after.is_some_and(|c| c.is_ascii_digit())
    };
    let (at, _) = part.match_indices(word).find(|(at, _)| alone(*at))?;
    Some(within.start + at..within.start + at + word.len())
}

/// Counts, code by code, the segments and documents of an edition; with those of the codes below.
pub fn count(edition: &mut Edition) {
    let many = edition.codes.len();
    let mut found: Vec<Vec<(usize, usize)>> = vec![Vec::new(); many];
    for (at, document) in edition.documents.iter().enumerate() {
        for (nth, coding) in document.codings.iter().enumerate() {
            if let Some(of_code) = found.get_mut(coding.code) {
                of_code.push((at, nth));
            }
        }
    }
    let documents = |places: &mut dyn Iterator<Item = &(usize, usize)>| {
        places.map(|(document, _)| *document).collect::<BTreeSet<usize>>().len()
    };
    for code in 0..many {
        let below = below(&edition.codes, code);
        let own = found.get(code).map_or(&[][..], Vec::as_slice);
        let all = found.get(below).unwrap_or_default();
        let counts = (
            own.len(),
            documents(&mut own.iter()),
            all.iter().map(Vec::len).sum(),
            documents(&mut all.iter().flatten()),
        );
        if let Some(code) = edition.codes.get_mut(code) {
            (code.segments, code.documents, code.segments_below, code.documents_below) = counts;
        }
    }
}

/// A code and all below it, which follow it.
fn below(codes: &[EditionCode], code: usize) -> Range<usize> {
    let depth = codes.get(code).map_or(0, |code| code.depth);
    let rest = codes.iter().skip(code + 1).take_while(|other| other.depth > depth).count();
    code..code + 1 + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(pieces: &[Piece]) -> Vec<(&str, bool, Vec<usize>)> {
        pieces.iter().map(|piece| (piece.text.as_str(), piece.marked, piece.codings.clone())).collect()
    }

    #[test]
    fn a_paragraph_is_cut_where_codes_begin_and_end() {
        let text = "B: Das ist ein Vorwand.";
        let label = 0..3;
        let pieces = cut(text, std::slice::from_ref(&label), &[(0, 3..23), (1, 7..14)], &[]);
        assert_eq!(
            words(&pieces),
            [
                ("B: ", true, vec![]),
                ("Das ", false, vec![0]),
                ("ist ein", false, vec![0, 1]),
                (" Vorwand.", false, vec![0]),
            ]
        );
        assert_eq!(words(&cut("", &[], &[], &[])), []);
    }

    #[test]
    fn nothing_of_a_replaced_name_is_left_at_a_cut() {
        let change = Change { bytes: 3..11, by: "[town]".to_owned() };
        // A code ends inside the name, another one begins there.
        let pieces = cut("In Moorbach war", &[], &[(0, 0..6), (1, 7..15)], std::slice::from_ref(&change));
        assert_eq!(
            words(&pieces),
            [("In ", false, vec![0]), ("[town]", false, vec![0, 1]), (" war", false, vec![1])]
        );
    }

    proptest! {
        /// Whatever is cut, the words are those of the text with its changes, and each piece is as its edges say.
        #[test]
        fn cutting_loses_nothing(
            text in "[a-cäß ]{0,40}",
            spans in prop::collection::vec((0usize..50, 0usize..50), 0..6),
            at in 0usize..40,
        ) {
            let edge = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let codings: Vec<(usize, Range<usize>)> = spans
                .iter()
                .enumerate()
                .map(|(nth, (a, b))| (nth, edge(*a.min(b))..edge(*a.max(b))))
                .filter(|(_, bytes)| !bytes.is_empty())
                .collect();
            let name = edge(at)..edge(at + 4);
            let changes: Vec<Change> =
                (!name.is_empty()).then(|| Change { bytes: name.clone(), by: "#".to_owned() }).into_iter().collect();
            let pieces = cut(&text, &[], &codings, &changes);
            let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let mut wanted = text.clone();
            if !name.is_empty() {
                wanted.replace_range(name, "#");
            }
            prop_assert_eq!(whole, wanted);
            for (coding, bytes) in &codings {
                let part: String = cut(&text, &[], &codings, &[])
                    .iter()
                    .filter(|piece| piece.codings.contains(coding))
                    .map(|piece| piece.text.clone())
                    .collect();
                prop_assert_eq!(&part, &text[bytes.clone()]);
            }
        }
    }

    #[test]
    fn what_researchers_cite_is_linked_place_by_place() {
        let numbers = |last| (1..=last).collect::<BTreeSet<u32>>();
        let all = vec![
            ("1".to_owned(), numbers(70)),
            ("9".to_owned(), numbers(120)),
            ("Pretest".to_owned(), numbers(5)),
        ];
        let citable = Citable::new(&Pattern::default(), all);
        let linked = |text: &str| -> Vec<(String, usize, Option<u32>)> {
            let prose = citable.prose(text);
            assert_eq!(prose.iter().map(|run| run.text.as_str()).collect::<String>(), text);
            prose
                .into_iter()
                .filter_map(|run| Some((run.text, run.to?.document, run.to?.paragraph)))
                .collect()
        };
        assert_eq!(linked("A pretext (IP 9: 12)."), [("(IP 9: 12)".to_owned(), 1, Some(12))]);
        assert_eq!(
            linked("So (vgl. IPen 1: 63; 9: 35, 115)"),
            [
                ("1: 63".to_owned(), 0, Some(63)),
                ("9: 35".to_owned(), 1, Some(35)),
                ("115".to_owned(), 1, Some(115))
            ]
        );
        assert_eq!(linked("Nobody (IP 4: 2), (Hopf 2016: 52)."), []);
        assert_eq!(linked(""), []);
    }
}
