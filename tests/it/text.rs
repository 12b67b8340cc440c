//! Positions, paragraphs, places and citations on arbitrary text.

use std::collections::BTreeMap;

use absatz::error::Kind;
use absatz::text::citations::{Pattern, Reference, compare_labels};
use absatz::text::paragraphs::{self, Kind as ParagraphKind, Numbering};
use absatz::text::places::{self, Part, parse, resolve};
use absatz::text::{CharPos, Span, Text};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

/// Anything at all, and often what makes positions differ: clusters, marks, soft breaks, odd spaces.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "\\PC{0,6}",
        2 => "[a-zäöüß .,:\"]{0,12}",
        1 => Just("👩‍👩‍👧".to_owned()),
        1 => Just("e\u{301}\u{302}".to_owned()),
        1 => Just("\u{2028}".to_owned()),
        1 => Just(" \u{a0}\t".to_owned()),
        1 => Just("🇩🇪🇫🇷".to_owned()),
        2 => Just("\n".to_owned()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_and_code_points_convert_back_and_forth(string in anything()) {
        let text = Text::new(string.clone());
        prop_assert_eq!(text.len() as usize, string.chars().count());
        for (at, (byte, c)) in string.char_indices().enumerate() {
            prop_assert_eq!(text.byte(CharPos(at as u32)), byte);
            for inside in 0..c.len_utf8() {
                prop_assert_eq!(text.pos(byte + inside), CharPos(at as u32));
            }
        }
        for past in [0, 1, 999] {
            prop_assert_eq!(text.byte(CharPos(text.len() + past)), string.len());
            prop_assert_eq!(text.pos(string.len() + past as usize), CharPos(text.len()));
        }
    }

    #[test]
    fn a_slice_is_its_code_points(string in anything(), a in 0u32..300, b in 0u32..300) {
        let text = Text::new(string.clone());
        let span = Span::new(a, b);
        let expected: String =
            string.chars().skip(span.start.0 as usize).take(span.len() as usize).collect();
        prop_assert_eq!(text.slice(span), expected.as_str());
        let trimmed = text.trim(span);
        prop_assert_eq!(text.slice(trimmed), expected.trim());
        prop_assert!(trimmed.is_empty() || (span.start <= trimmed.start && trimmed.end <= span.end));
    }

    #[test]
    fn snapping_gives_the_smallest_span_of_whole_clusters(string in anything(), a in 0u32..300, b in 0u32..300) {
        let text = Text::new(string.clone());
        let (a, b) = (a.min(text.len()), b.min(text.len()));
        let span = Span::new(a, b);
        let snapped = text.snap(span);
        let mut edges = vec![0];
        for cluster in string.graphemes(true) {
            edges.push(edges[edges.len() - 1] + cluster.chars().count() as u32);
        }
        let start = edges.iter().rev().find(|&&edge| edge <= span.start.0).copied();
        let end = edges.iter().find(|&&edge| edge >= span.end.0).copied();
        prop_assert_eq!((Some(snapped.start.0), Some(snapped.end.0)), (start, end));
        prop_assert_eq!(text.snap(snapped), snapped);
        // One step on and one step back among clusters.
        for pair in edges.windows(2).filter(|pair| pair[0] < pair[1]) {
            prop_assert_eq!(text.next_grapheme(CharPos(pair[0])), CharPos(pair[1]));
            prop_assert_eq!(text.previous_grapheme(CharPos(pair[1])), CharPos(pair[0]));
        }
    }

    #[test]
    fn a_hole_leaves_what_is_outside_it(a in 0u32..40, b in 0u32..40, c in 0u32..40, d in 0u32..40) {
        let (span, hole) = (Span::new(a, b), Span::new(c, d));
        let left: Vec<u32> = span.without(hole).iter().flat_map(|piece| piece.start.0..piece.end.0).collect();
        let expected: Vec<u32> =
            (span.start.0..span.end.0).filter(|at| !(hole.start.0..hole.end.0).contains(at)).collect();
        prop_assert_eq!(left, expected);
        prop_assert_eq!(span.without(Span::new(c, c)), vec![span], "an empty hole takes nothing");
    }

    #[test]
    fn paragraphs_are_the_lines_and_numbers_run_from_one(
        string in anything(), headings in any::<bool>(), empty_lines in any::<bool>(), marked in any::<[u8; 8]>(),
    ) {
        let text = Text::new(string.clone());
        let mut lines = paragraphs::lines(&text);
        let again: Vec<&str> = lines.iter().map(|line| text.slice(line.span)).collect();
        prop_assert_eq!(again.join("\n"), string.clone(), "only newlines end a paragraph, nothing is lost");
        for (index, line) in lines.iter_mut().enumerate().filter(|(_, line)| line.kind == ParagraphKind::Speech) {
            line.kind = match marked[index % 8] % 4 {
                0 => ParagraphKind::Heading,
                1 => ParagraphKind::Header,
                _ => ParagraphKind::Speech,
            };
        }
        let numbering = Numbering { headings, empty_lines };
        let numbered = paragraphs::number(lines.clone(), numbering);
        let numbers: Vec<u32> = numbered.iter().filter_map(|p| p.number).collect();
        prop_assert_eq!(&numbers, &(1..=numbers.len() as u32).collect::<Vec<_>>());
        prop_assert_eq!(&paragraphs::number(lines.clone(), numbering), &numbered, "numbering is stable");
        let expected = lines.iter().filter(|line| match line.kind {
            ParagraphKind::Heading => headings,
            ParagraphKind::Empty => empty_lines,
            ParagraphKind::Header => false,
            _ => true,
        });
        prop_assert_eq!(expected.count(), numbers.len());
        for paragraph in &numbered {
            prop_assert_eq!(paragraphs::at(&numbered, paragraph.span.start),
                numbered.iter().position(|other| other.span == paragraph.span).unwrap());
            if let Some(number) = paragraph.number {
                prop_assert_eq!(paragraphs::by_number(&numbered, number), Some(paragraph));
            }
        }
    }

    #[test]
    fn what_a_span_touches(string in anything(), a in 0u32..300, b in 0u32..300) {
        let text = Text::new(string);
        let numbered = paragraphs::number(paragraphs::lines(&text), Numbering::default());
        let span = Span::new(a, b);
        let touched: Vec<_> = numbered.iter().filter(|p| (p.span.start.0..p.span.end.0).any(|at| span.contains(CharPos(at)))).collect();
        let found: Vec<_> = paragraphs::touched(&numbered, span).iter().filter(|p| !p.span.is_empty()).collect();
        if !span.is_empty() {
            prop_assert_eq!(found, touched.clone());
            let numbers: Vec<u32> = touched.iter().filter_map(|p| p.number).collect();
            prop_assert_eq!(paragraphs::numbers(&numbered, span), numbers.first().copied().zip(numbers.last().copied()));
        }
    }

    /// What a citation writes, a person can type: the same place comes back.
    #[test]
    fn a_citation_is_a_place(
        label in "[A-Za-z0-9äÖ]{1,3}( [a-z0-9-]{1,4})?", first in 1u32..500, more in prop_oneof![Just(0u32), Just(1), 2u32..40],
        pattern in patterns(),
    ) {
        let cited = pattern.cite(&label, first, first + more);
        let place = parse(&cited, &pattern).map_err(|error| TestCaseError::fail(format!("{cited}: {error}")))?;
        prop_assert_eq!(place.label, label);
        prop_assert_eq!(place.part, Part::Paragraphs(first, first + more));
    }

    /// A passage inside a paragraph comes back as typed by offsets and, where it stands once, by its words.
    #[test]
    fn a_passage_is_found_again(string in anything(), n in any::<prop::sample::Index>(), a in 0u32..60, b in 0u32..60) {
        let text = Text::new(string);
        let all = paragraphs::number(paragraphs::lines(&text), Numbering::default());
        let numbered: Vec<_> = all.iter().filter(|p| p.number.is_some()).collect();
        prop_assume!(!numbered.is_empty());
        let paragraph = n.get(&numbered);
        let number = paragraph.number.unwrap();
        let length = paragraph.span.len();
        let span = text.snap(Span::new(paragraph.span.start.0 + a.min(length), paragraph.span.start.0 + b.min(length)));
        prop_assume!(!span.is_empty());
        let base = paragraph.span.start.0;
        let typed = format!("5:{number}@{}-{}", span.start.0 - base, span.end.0 - base);
        let place = parse(&typed, &Pattern::default()).unwrap();
        prop_assert_eq!(resolve(&place.part, "5", &text, &all).unwrap(), span);
        let words = text.slice(span).trim().trim_matches(['"', '“', '”', '„']).trim().to_owned();
        if !words.is_empty() {
            let place = parse(&format!("IP 5: {number}\"{words}\""), &Pattern::default()).unwrap();
            let times = text.slice(paragraph.span).matches(&words).count();
            match resolve(&place.part, "5", &text, &all) {
                Ok(found) => prop_assert!(times == 1 && text.slice(found).contains(&words)),
                Err(error) => prop_assert!(times > 1, "{words:?}: {error}"),
            }
        }
        let whole = resolve(&Part::Paragraphs(number, number), "5", &text, &all).unwrap();
        prop_assert_eq!(text.slice(whole), text.slice(paragraph.span).trim());
        let after = numbered.len() as u32 + 1;
        let error = resolve(&Part::Paragraphs(after, after), "5", &text, &all).unwrap_err();
        prop_assert_eq!(error.kind, Kind::NotFound);
    }

    #[test]
    fn no_typed_place_panics(typed in "\\PC{0,30}", other in "[IPen 0-9:@\"f.–-]{0,16}") {
        let _ = parse(&typed, &Pattern::default());
        let _ = parse(&other, &Pattern::default());
        let _ = places::same_label(&typed, &other);
    }

    /// A bundle in canonical form says exactly the places that went in: read back by a reader of its own.
    #[test]
    fn a_bundle_is_canonical_and_whole(
        cited in prop::collection::vec(("[1-9][0-9]?|[A-C]", prop::option::weighted(0.9, (1u32..30, 0u32..5))), 0..12),
    ) {
        let references: Vec<Reference> = cited
            .iter()
            .map(|(label, range)| Reference { label: label.clone(), paragraphs: range.map(|(first, more)| (first, first + more)) })
            .collect();
        let bundle = Pattern::default().bundle(&references);
        let mut mixed = references.clone();
        mixed.reverse();
        mixed.extend(references.clone());
        prop_assert_eq!(&Pattern::default().bundle(&mixed), &bundle, "order and repetition do not matter");
        // Whole interviews have no paragraphs; every other interview exactly the paragraphs cited.
        let mut expected: BTreeMap<String, Option<Vec<u32>>> = BTreeMap::new();
        for reference in &references {
            let entry = expected.entry(reference.label.clone()).or_insert_with(|| Some(Vec::new()));
            match (reference.paragraphs, entry.as_mut()) {
                (None, _) => *entry = None,
                (Some((first, last)), Some(list)) => list.extend(first..=last),
                (Some(_), None) => {}
            }
        }
        for list in expected.values_mut().flatten() {
            list.sort_unstable();
            list.dedup();
        }
        let read = read_bundle(&bundle);
        let order: Vec<&str> = read.iter().map(|(label, _)| label.as_str()).collect();
        let mut sorted = order.clone();
        sorted.sort_by(|a, b| compare_labels(a, b));
        prop_assert_eq!(&order, &sorted, "interviews ascend, each once");
        prop_assert_eq!(read.iter().cloned().collect::<BTreeMap<_, _>>(), expected);
        prop_assert_eq!(bundle.starts_with("(IPen "), order.len() > 1);
    }

    #[test]
    fn labels_are_in_one_order(a in "[0-9A-c]{0,4}", b in "[0-9A-c]{0,4}", c in "[0-9A-c]{0,4}") {
        prop_assert_eq!(compare_labels(&a, &b), compare_labels(&b, &a).reverse());
        prop_assert_eq!(compare_labels(&a, &b).is_eq(), a == b);
        if compare_labels(&a, &b).is_le() && compare_labels(&b, &c).is_le() {
            prop_assert!(compare_labels(&a, &c).is_le());
        }
    }
}

/// Patterns whose citations are places: whatever stands before and after the colon.
fn patterns() -> impl Strategy<Value = Pattern> {
    let words = prop_oneof![
        Just(("IP", "IPen")),
        Just(("", "")),
        Just(("Interview", "Interviews")),
        Just(("B", "B")),
    ];
    let marks = (
        prop_oneof![Just(": "), Just(":")],
        prop_oneof![Just("-"), Just("–")],
        prop_oneof![Just("f."), Just("")],
    );
    (words, marks).prop_map(|((singular, plural), (paragraph, range, following))| Pattern {
        singular: singular.into(),
        plural: plural.into(),
        paragraph: paragraph.into(),
        range: range.into(),
        following: following.into(),
        ..Pattern::default()
    })
}

/// Reads a bundle in the default pattern, independently of the program: interviews and their paragraphs, none for a
/// whole interview. Panics at what is not canonical.
fn read_bundle(bundle: &str) -> Vec<(String, Option<Vec<u32>>)> {
    if bundle.is_empty() {
        return Vec::new();
    }
    let inner = bundle.strip_prefix('(').unwrap().strip_suffix(')').unwrap();
    let inner = inner.strip_prefix("IPen ").or_else(|| inner.strip_prefix("IP ")).unwrap();
    let mut read = Vec::new();
    for interview in inner.split("; ") {
        let Some((label, places)) = interview.split_once(": ") else {
            read.push((interview.to_owned(), None));
            continue;
        };
        let mut list: Vec<u32> = Vec::new();
        for place in places.split(", ") {
            let (first, last): (u32, u32) = match (place.strip_suffix("f."), place.split_once('-')) {
                (Some(first), _) => (first.parse().unwrap(), first.parse::<u32>().unwrap() + 1),
                (None, Some((first, last))) => (first.parse().unwrap(), last.parse().unwrap()),
                (None, None) => (place.parse().unwrap(), place.parse().unwrap()),
            };
            assert!(first <= last && (place.contains('-') == (last > first + 1)), "{place} is not canonical");
            assert!(
                list.last().is_none_or(|&before| before < first),
                "{bundle}: paragraphs ascend, each once"
            );
            list.extend(first..=last);
        }
        read.push((label.to_owned(), Some(list)));
    }
    read
}

#[test]
fn citations_as_the_reports_write_them() {
    let house = Pattern::default();
    let of = |label: &str, first, last| Reference { label: label.into(), paragraphs: Some((first, last)) };
    let whole = |label: &str| Reference { label: label.into(), paragraphs: None };
    assert_eq!(house.cite("5", 9, 9), "(IP 5: 9)");
    assert_eq!(house.cite("8", 45, 46), "(IP 8: 45f.)");
    assert_eq!(house.cite("8", 59, 62), "(IP 8: 59-62)");
    assert_eq!(house.bundle(&[of("9", 115, 115), of("9", 35, 35)]), "(IP 9: 35, 115)");
    assert_eq!(
        house.bundle(&[of("10", 111, 111), of("1", 63, 63), of("6", 5, 5)]),
        "(IPen 1: 63; 6: 5; 10: 111)"
    );
    assert_eq!(house.bundle(&[of("23", 21, 21), of("23", 11, 11), of("23", 21, 21)]), "(IP 23: 11, 21)");
    assert_eq!(house.bundle(&[whole("9"), whole("1"), whole("4")]), "(IPen 1; 4; 9)");
    assert_eq!(house.bundle(&[of("19", 3, 3), whole("19")]), "(IP 19)");
    assert_eq!(house.bundle(&[]), "");
    let other =
        Pattern { singular: "".into(), plural: "".into(), paragraph: ", Abs. ".into(), ..Pattern::default() };
    assert_eq!(other.cite("B3", 12, 12), "(B3, Abs. 12)");
}

#[test]
fn places_as_people_type_them() {
    let house = Pattern::default();
    let place = |typed: &str| {
        let place = parse(typed, &house).unwrap_or_else(|error| panic!("{typed}: {error}"));
        (place.label, place.part)
    };
    for typed in ["5:9", "IP 5: 9", "(IP 5:9)", "IP 5 :9", "ip5:9", "IP\u{a0}5: 9", "IPen 5: 9", " 5 : 9 "] {
        assert_eq!(place(typed), ("5".into(), Part::Paragraphs(9, 9)), "{typed}");
    }
    assert_eq!(place("IP 05: 9").0, "05");
    assert!(places::same_label("05", "5") && places::same_label("pretest", "Pretest"));
    assert!(!places::same_label("50", "5") && !places::same_label("5a", "05a"));
    assert_eq!(place("IP 8: 45f."), ("8".into(), Part::Paragraphs(45, 46)));
    assert_eq!(place("8:59–62"), ("8".into(), Part::Paragraphs(59, 62)));
    assert_eq!(place("5:9@12-80"), ("5".into(), Part::Within(9, 12, 80)));
    assert_eq!(place("5:9\"a: (b) @3\""), ("5".into(), Part::Words(9, "a: (b) @3".into())));
    assert_eq!(place("5:9„so was“"), ("5".into(), Part::Words(9, "so was".into())));
    assert_eq!(place("IP 19"), ("19".into(), Part::Whole));
    assert_eq!(place("Pretest:3"), ("Pretest".into(), Part::Paragraphs(3, 3)));
    assert_eq!(place("IPhone:3").0, "IPhone");
    for typed in
        ["", ":", "5:", "5:x", "5:9-", "5:9-3", "5:9@3", "5:9@8-8", "5:9\"\"", "5;9:3", ":9", "5:99999999999"]
    {
        let error = parse(typed, &house).unwrap_err();
        assert_eq!(error.kind, Kind::Invalid, "{typed}");
        assert!(error.hint.is_some());
    }
}
