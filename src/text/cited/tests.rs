use super::*;

/// Twenty-nine interviews with 120 paragraphs, and a pretest.
fn study() -> Interviews {
    let numbered = (1..=29).map(|label: u32| label.to_string());
    Interviews::new(
        numbered.chain(["Pretest".to_owned()]).map(|label| Interview { label, numbers: (1..=120).collect() }),
    )
}

fn said(text: &str, pattern: &Pattern, study: &Interviews) -> Vec<(String, String, String)> {
    let mut last = Last::default();
    find(text, false, pattern, study, &mut last)
        .into_iter()
        .map(|found| match found {
            Found::Other(bytes) => (text[bytes].to_owned(), "other".to_owned(), String::new()),
            Found::Ours(citation) => {
                let references = citation.references.iter().map(shown).collect::<Vec<_>>().join(" ");
                let faults = citation.faults.iter().map(Fault::name).collect::<Vec<_>>().join(" ");
                (text[citation.bytes].to_owned(), references, faults)
            }
        })
        .collect()
}

fn shown(cited: &Cited) -> String {
    match cited.paragraphs {
        None => cited.label.clone(),
        Some((first, _)) if cited.open => format!("{}:{first}ff", cited.label),
        Some((first, last)) if first == last => format!("{}:{first}", cited.label),
        Some((first, last)) => format!("{}:{first}-{last}", cited.label),
    }
}

/// What a text says, of the first citation in it.
fn one(text: &str) -> (String, String) {
    let all = said(text, &Pattern::default(), &study());
    match all.as_slice() {
        [(_, references, faults)] => (references.clone(), faults.clone()),
        other => (format!("{} citations", other.len()), String::new()),
    }
}

#[track_caller]
fn reads(text: &str, references: &str, faults: &str) {
    assert_eq!(one(text), (references.to_owned(), faults.to_owned()), "{text}");
}

#[test]
fn every_untidy_form_of_a_paragraph_is_read() {
    for text in [
        "(IP 5: 9)",
        "(IP 5:9)",
        "(IP 5 :9)",
        "(IP 05: 9)",
        "(IP\u{a0}5:\u{a0}9)",
        "(IP5:9)",
        "[IP 5: 9]",
        "(IP 5 : 9 )",
        "(IP\u{202f}5: 9)",
        "(ip 5: 9)",
        "(IP 5: 9",
        "(IP-5: 9)",
        "(IP 5, Abs. 9)",
        "(IP 5: Abs. 9)",
        "(IP 5, Pos. 9)",
        "(IPen 5: 9)",
        "So sagt es IP 5: 9.",
        "(siehe IP 5: 9).",
    ] {
        reads(text, "5:9", "");
    }
}

#[test]
fn ranges_and_what_follows() {
    reads("(IP 8: 45f.)", "8:45-46", "");
    reads("(IP 8: 45 f.)", "8:45-46", "");
    reads("(IP 8: 45f)", "8:45-46", "");
    reads("(IP 8: 59ff.)", "8:59ff", "");
    reads("(IP 8: 59 ff)", "8:59ff", "");
    for dash in ["-", "–", "—", " - ", " – ", "‑", "−", " bis ", " to "] {
        reads(&format!("(IP 8: 59{dash}62)"), "8:59-62", "");
    }
    reads("(IP 9: 35, 115)", "9:35 9:115", "");
    for and in [" und ", " u. ", " and ", " & ", ", and ", " sowie "] {
        reads(&format!("(IP 9: 35{and}115)"), "9:35 9:115", "");
    }
    reads("(IP 9: 35f., 50-52 und 60ff.)", "9:35-36 9:50-52 9:60ff", "");
}

#[test]
fn several_interviews() {
    reads("(IPen 1: 63; 6: 5; 10: 111)", "1:63 6:5 10:111", "");
    reads("(IP 8: 45f.; IP 21: 5)", "8:45-46 21:5", "");
    reads("(IPen 23: 21; 23: 11)", "23:21 23:11", "");
    reads("(IPen 16: 5, 20: 23)", "16:5 20:23", "");
    reads("(IPen 16: 5, 7, 20: 23)", "16:5 16:7 20:23", "");
    reads("(IPen 3: 5 und 7: 9)", "3:5 7:9", "");
    reads("(IPs 3: 5; 7: 9)", "3:5 7:9", "");
    reads("(IPen 3: 5; Pretest: 9)", "3:5 Pretest:9", "");
    reads("(Pretest: 9)", "Pretest:9", "");
    reads("(IP Pretest: 9)", "Pretest:9", "");
    reads("(IPen 9: 35; 21: 50f.; 25: 59ff.)", "9:35 21:50-51 25:59ff", "");
}

#[test]
fn whole_interviews() {
    reads("(IP 19)", "19", "");
    reads("(IPen 1; 4; 9)", "1 4 9", "");
    reads("(IPen 1, 4 und 9)", "1 4 9", "");
    reads("(IPen 2: 15; 22; 23: 47)", "2:15 22 23:47", "");
    reads("(IPen 5–8)", "5 6 7 8", "");
    reads("(IP Pretest)", "Pretest", "");
}

#[test]
fn what_can_be_read_twice_is_ambiguous() {
    reads("(IP 12, 27)", "12 27", "ambiguous");
    reads("(IP 1:24; 26)", "1:24 26", "ambiguous");
    reads("(IP 2; 14: 13)", "2 14:13", "ambiguous");
    // The other reading does not exist: interview 12 has no paragraph of that number.
    let mut study = study();
    study.all.iter_mut().for_each(|interview| interview.numbers = (1..=10).collect());
    for text in ["(IP 12, 27)", "(IP 1:4; 26)", "(IP 2; 14: 3)"] {
        let all = said(text, &Pattern::default(), &study);
        assert!(all.iter().all(|(_, _, faults)| faults.is_empty()), "{all:?}");
    }
    // The number of the word and of the interviews agree.
    reads("(IPen 12, 27)", "12 27", "");
    reads("(IPen 1: 24; 26)", "1:24 26", "");
}

#[test]
fn signal_words_around_and_inside() {
    reads("(vgl. bspw. IP 9: 65)", "9:65", "");
    reads("(auch IP 3: 23; 16: 57)", "3:23 16:57", "");
    reads("(IP 9: 25, ähnlich bei IP 25:17ff.)", "9:25 25:17ff", "");
    reads("(IP 15:23, ähnliches in 20:29)", "15:23 20:29", "");
    reads("(IP 15: 23, Hervorh. d. Verf.)", "15:23", "");
    reads("(IP 15: 23; Hervorhebung im Original)", "15:23", "");
    reads("(s. auch IPen 3: 4; so auch 7: 9)", "3:4 7:9", "");
    reads("(see also IP 3: 4, emphasis added)", "3:4", "");
    reads("(z. B. IP 3: 4; IP 5: 6, u. a.)", "3:4 5:6", "");
    reads("(vgl. Mayring 2015; IP 5: 9)", "5:9", "");
    reads("(IP 9: 65; vgl. Hopf 2016: 52)", "9:65", "");
    reads("(IP 9: 65, 2016: 52)", "9:65", "");
}

#[test]
fn the_same_again() {
    let all = |text: &str| -> Vec<String> {
        let found = said(text, &Pattern::default(), &study());
        found.into_iter().map(|(_, references, faults)| format!("{references}{faults}")).collect()
    };
    assert_eq!(all("A (IP 5: 9). B (ebd.). C (vgl. ibid.)."), ["5:9", "5:9", "5:9"]);
    assert_eq!(all("A (IP 5: 9). B (ebd.: 12)."), ["5:9", "5:12"]);
    assert_eq!(all("A (IP 5: 9). B (Hopf 2016: 52). C (ebd.)."), ["5:9", "other"]);
    assert_eq!(all("A (IP 5: 9). B (Ebd., S. 3)."), ["5:9", "other"]);
    assert_eq!(all("Zuerst (ebd.)."), Vec::<String>::new());
    assert_eq!(all("A (IP 5: 9). § 2 (§ 2 Abs. 3 OZG). C (ebd.)."), ["5:9", "other"]);
    assert_eq!(all("A (IP 5: 9; 6: 3). IP 7 meint: B (ebd.)."), ["5:9 6:3", "7", "5:9 6:3"]);
    let mut last = Last::default();
    let (pattern, study) = (Pattern::default(), study());
    let _ = find("Vgl. IP 5: 9.", true, &pattern, &study, &mut last);
    let found = find("Ebd.", true, &pattern, &study, &mut last);
    assert!(matches!(found.as_slice(), [Found::Ours(same)] if same.references == [Cited::at("5", 9, 9)]));
    assert!(matches!(find("Ebd., S. 3.", true, &pattern, &study, &mut last).as_slice(), [Found::Other(_)]));
}

#[test]
fn what_is_not_there() {
    let fault = |text: &str| {
        let found = find(text, false, &Pattern::default(), &study(), &mut Last::default());
        let Some(Found::Ours(citation)) = found.into_iter().next() else { panic!("{text}") };
        citation.faults
    };
    let likely = |text: &str| match fault(text).as_slice() {
        [Fault::NoInterview { likely, .. } | Fault::NoParagraph { likely, .. }] => likely.as_ref().map(shown),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(likely("(IPen 23: 67; 73: 24)").as_deref(), Some("24:73"));
    assert_eq!(likely("(IP 92: 111)").as_deref(), Some("29:111"));
    assert_eq!(likely("(IP 255: 111)").as_deref(), Some("25:111"));
    assert_eq!(likely("(IP Pretst: 9)").as_deref(), Some("Pretest:9"));
    assert_eq!(likely("(IP 1: 24; 99)").as_deref(), Some("1:99"), "there is no interview 99");
    assert_eq!(likely("(IP 77: 5000)"), None);
    assert_eq!(likely("(IP 5: 130)"), None);
    reads("(IP 8: 120f.)", "8:120-121", "no-such-paragraph");
    reads("(IP 8: 120ff.)", "8:120ff", "open-end");
    reads("(IP 8: 119ff.)", "8:119ff", "");
    reads("(IP 8: 118-125)", "8:118-125", "no-such-paragraph");
    reads("(IP 8: 0)", "8:0", "no-such-paragraph");
    reads("(IP 31)", "31", "no-such-interview");
    reads("(IP 5: 300; 31: 4)", "5:300 31:4", "no-such-paragraph no-such-interview");
}

#[test]
fn what_is_no_paragraph_or_nothing() {
    reads("(IP 5, Z. 12-15)", "5", "not-paragraph-based");
    reads("(IP 5: Z. 12-15)", "5", "not-paragraph-based");
    reads("(Z. 12-15)", "", "not-paragraph-based");
    reads("(#00:12:03-5#)", "", "not-paragraph-based");
    reads("(IP 5, #00:12:03-5#)", "5", "not-paragraph-based");
    reads("(IP 5: #00:12:03-5#)", "5", "not-paragraph-based");
    reads("(IP 5, S. 3)", "5", "not-paragraph-based");
    reads("(IP 5: 00:12:03)", "5", "not-paragraph-based");
    for text in [
        "(IP 5: )",
        "(IP 5: ?)",
        "(IP 5: 9a)",
        "(IP 5: 62-59)",
        "(IP 5: 9-)",
        "(IP ?: 9)",
        "(IP: 9)",
        "(IP 5: 9: 3)",
    ] {
        assert_eq!(one(text).1, "unreadable", "{text}");
    }
}

#[test]
fn what_is_not_ours_is_left_alone() {
    for text in [
        "2022:87 ff.",
        "(Hopf 2016: 52)",
        "(2022:87 ff.)",
        "Hopf (2016)",
        "nach § 2 Abs. 3 OZG",
        "(§ 2 Abs. 3)",
        "(vgl. Kuckartz/Rädiker 2022, S. 12)",
        "Mayring et al. (2015: 3)",
    ] {
        let all = said(text, &Pattern::default(), &study());
        assert!(all.iter().all(|(_, what, _)| what == "other"), "{text}: {all:?}");
    }
    for text in [
        "die IP-Adresse 192.168.0.1",
        "(IP 192.168.0.1)",
        "Interviewperson (IP)",
        "(IP-Adresse: 9)",
        "VIP 5: 9",
        "um 10:30",
        "(10:30 Uhr)",
        "(s. o.)",
        "(3)",
        "(siehe Anhang)",
        "(n = 29)",
        "CHIPen 5: 9",
        "(31. Mai 2022)",
    ] {
        assert_eq!(said(text, &Pattern::default(), &study()), [], "{text}");
    }
    // Named in a sentence: no citation, but the interview should exist.
    let mention = said("IP 5 und IP 31 sagen das, 12 andere auch.", &Pattern::default(), &study());
    assert_eq!(
        mention.iter().map(|(_, r, f)| format!("{r} {f}")).collect::<Vec<_>>(),
        ["5 31 no-such-interview"]
    );
    reads("Darüber spricht IP 5: 9, 10 weitere nicht.", "5:9", "");
}

#[test]
fn other_patterns() {
    let labels = |labels: &[&str]| {
        Interviews::new(
            labels.iter().map(|label| Interview { label: (*label).to_owned(), numbers: (1..=120).collect() }),
        )
    };
    let numbers = study();
    let read = |text: &str, example: &str, study: &Interviews| {
        let pattern = Pattern::from_example(example).unwrap();
        let all = said(text, &pattern, study);
        all.into_iter().map(|(_, references, faults)| format!("{references}{faults}")).collect::<Vec<_>>()
    };
    assert_eq!(read("(I11)", "(I5: 9)", &numbers), ["11"]);
    assert_eq!(read("(I5–I8)", "(I5: 9)", &numbers), ["5 6 7 8"]);
    assert_eq!(read("(I5: 9; I12: 3, 5)", "(I5: 9)", &numbers), ["5:9 12:3 12:5"]);
    assert_eq!(read("(B3, Abs. 12)", "(B3, Abs. 9)", &numbers), ["3:12"]);
    assert_eq!(read("(B3, Abs. 12, 15; B4, Abs. 2)", "(B3, Abs. 9)", &numbers), ["3:12 3:15 4:2"]);
    assert_eq!(read("(B3, Pos. 12)", "(B3, Abs. 9)", &numbers), ["3:12"]);
    assert_eq!(read("(Interview 5, 9-11)", "Interview 5, 9-10", &numbers), ["5:9-11"]);
    assert_eq!(read("(Interview 5, 9, 11; 12, 3)", "Interview 5, 9-10", &numbers), ["5:9 5:11 12:3"]);
    assert_eq!(read("(HVB3)", "(HVB5 / 9)", &numbers), ["3"]);
    assert_eq!(read("(HVB3 / 12)", "(HVB5 / 9)", &numbers), ["3:12"]);
    assert_eq!(read("(5:9; 6: 3)", "(5:9)", &numbers), ["5:9 6:3"]);
    assert_eq!(read("(HVB3) (HVB3: 9)", "(5:9)", &labels(&["HVB3", "HVB4"])), ["HVB3", "HVB3:9"]);
    let word = labels(&["IP 5", "IP 6"]);
    assert_eq!(said("(IP 5: 9)", &Pattern::default(), &word)[0].1, "IP 5:9");
}

mod properties {
    use proptest::prelude::*;

    use super::*;
    use crate::text::citations::Reference;

    fn label() -> impl Strategy<Value = String> {
        prop_oneof![
            4 => (1_u32..200).prop_map(|n| n.to_string()),
            2 => "[A-Z][a-zäöü]{2,8}",
            2 => "[A-Z]{1,3}[0-9]{1,2}",
            1 => "[0-9]{1,2}[a-e]",
            1 => "[A-Z][a-z]{1,4}[ -][A-Za-z0-9]{1,4}",
            1 => "[\\p{L}][\\p{L}\\p{N} .+*/&_'–-]{0,10}[\\p{L}\\p{N}]",
        ]
    }

    fn pattern() -> impl Strategy<Value = Pattern> {
        let examples = [
            "(IP 5: 9)",
            "(I5: 9)",
            "(B5, Abs. 9)",
            "(Interview 5, 9-10)",
            "(P 5: 9–10)",
            "(IP 5: 9 f.)",
            "(Int. 5 / 9)",
        ];
        prop::sample::select(examples.to_vec()).prop_map(|example| Pattern::from_example(example).unwrap())
    }

    proptest! {
        /// What is written can be read: the same places, without a doubt.
        #[test]
        fn a_canonical_citation_reads_back(
            pattern in pattern(),
            labels in prop::collection::btree_set(label(), 1..8),
            picks in prop::collection::vec((any::<prop::sample::Index>(), 1_u32..300, 0_u32..4, prop::bool::weighted(0.1)), 1..6),
            before in "[a-zäöü ]{0,20}",
        ) {
            let labels: Vec<String> = labels.into_iter().collect();
            // Two labels that a person would take for one cannot be told apart.
            prop_assume!(labels.iter().enumerate().all(|(at, a)| labels[at + 1..].iter().all(|b| !same_label(a, b))));
            let study = Interviews::new(labels.iter().map(|label| Interview { label: label.clone(), numbers: (1..=400).collect() }));
            let mut references: Vec<Reference> = picks
                .iter()
                .map(|(pick, first, more, whole)| Reference {
                    label: labels[pick.index(labels.len())].clone(),
                    paragraphs: (!whole).then_some((*first, first + more)),
                })
                .collect();
            let text = format!("{before} {}. Dann.", pattern.bundle(&references));
            let found = find(&text, false, &pattern, &study, &mut Last::default());
            let [Found::Ours(citation)] = found.as_slice() else { return Err(TestCaseError::fail(format!("{text}: {found:?}"))) };
            prop_assert!(citation.faults.is_empty(), "{}: {:?}", text, citation.faults);
            // The bundle merges what overlaps; written again it must be the same.
            references = citation.references.iter().map(|cited| Reference { label: cited.label.clone(), paragraphs: cited.paragraphs }).collect();
            prop_assert_eq!(format!("{before} {}. Dann.", pattern.bundle(&references)), text);
        }

        #[test]
        fn nothing_is_too_strange_to_be_read(text in "(\\PC|IP 5: 9|[(\\[)\\];:, ]|ebd\\.|2016|Z\\. |ff\\.|IPen ){0,40}") {
            let study = study();
            for found in find(&text, true, &Pattern::default(), &study, &mut Last::default()) {
                prop_assert!(text.get(found.bytes().clone()).is_some());
            }
        }
    }
}
