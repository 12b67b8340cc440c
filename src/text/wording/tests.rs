use proptest::prelude::*;

use super::*;

const TRANSCRIPT: &str = "Ja, wir haben kaum Leute dafür, und das E-Akten-Projekt … (lacht) das „läuft“ seit 2019. \
     Das Ministerium für Digitales hat bezahlt, aber nie gefragt – nie. Und [unv.] dann war's vorbei.";

fn compare(quotation: &str) -> Aligned {
    compare_with(quotation, TRANSCRIPT)
}

fn compare_with(quotation: &str, transcript: &str) -> Aligned {
    let mut words = Words::default();
    let all = tokens(transcript);
    let there: Vec<u32> = all.iter().map(|token| words.number(token)).collect();
    let wording = Wording::new(quotation, &mut words);
    align(&wording, &words, &there, |index| (&transcript[all[index].bytes.clone()], all[index].space))
        .unwrap()
}

#[track_caller]
fn is(quotation: &str, edits: &[(&str, &str)]) {
    let found = compare(quotation);
    assert_eq!(found.differs, 0, "{quotation}: {}", shown(&found.parts));
    let told: Vec<(&str, &str)> =
        found.edits.iter().map(|e| (e.written.as_str(), e.stands.as_str())).collect();
    assert_eq!(told, edits, "{quotation}");
}

#[test]
fn the_same_words_are_the_same() {
    for quotation in [
        "wir haben kaum Leute dafür",
        "wir haben kaum Leute dafür.",
        "wir haben kaum Leute dafür, und",
        "wir\u{a0}haben  kaum Leute dafu\u{308}r!",
        "das E‑Akten–Projekt",
        "das ‚läuft‘ seit 2019",
        "aber nie gefragt - nie",
        "aber nie gefragt -- nie",
        "dann war’s vorbei",
        "Und [unv.] dann",
        "das E-Akten-Projekt ... (lacht) das",
        "das E-Akten-Projekt […] (lacht)",
        "das E-Akten-Projekt. … (lacht)",
    ] {
        is(quotation, &[]);
    }
}

#[test]
fn what_is_marked_is_listed() {
    is("wir haben [...] das E-Akten-Projekt", &[("[...]", "kaum Leute dafür, und")]);
    is("wir haben … das E-Akten-Projekt", &[("…", "kaum Leute dafür, und")]);
    is(
        "wir haben (...) und (…) seit 2019",
        &[("(...)", "kaum Leute dafür,"), ("(…)", "das E-Akten-Projekt … (lacht) das läuft")],
    );
    is("[...] kaum Leute dafür [...]", &[("[...]", ""), ("[...]", "")]);
    is("wir [also die Kommunen] haben kaum Leute", &[("[also die Kommunen]", "")]);
    is("wir haben (Anm. d. Verf.: damals) kaum Leute", &[("(Anm. d. Verf.: damals)", "")]);
    is("Das [Amt] hat bezahlt", &[("[Amt]", "Ministerium für Digitales")]);
    is("[U]nd das E-Akten-Projekt", &[("[U]nd", "und")]);
    is("hat bezahl[te]", &[("bezahl[te]", "bezahlt")]);
    is("kaum Leute dafür [sic]", &[("[sic]", "")]);
}

#[test]
fn what_differs_is_shown() {
    for (quotation, difference) in [
        ("wir haben keine Leute dafür", "wir haben [-kaum-]{+keine+} Leute dafür"),
        ("wir haben Leute dafür", "wir haben [-kaum-] Leute dafür"),
        ("wir haben kaum noch Leute dafür", "wir haben kaum {+noch+} Leute dafür"),
        ("aber immer gefragt", "aber [-nie-]{+immer+} gefragt"),
        ("Wir haben kaum Leute", "[-wir-]{+Wir+} haben kaum Leute"),
        ("kaum Leute dafür und das E-Akten-Projekt", "kaum Leute dafür[-,-] und das E-Akten-Projekt"),
        ("wir haben [...] kein E-Akten-Projekt", "wir haben [...] [-das-]{+kein+} E-Akten-Projekt"),
    ] {
        let found = compare(quotation);
        assert!(found.differs > 0);
        assert_eq!(shown(&found.parts), difference);
    }
    assert!(compare("Wir haben kaum Leute").only_case);
    assert!(compare("kaum Leute dafür und das E-Akten-Projekt").only_punctuation);
    assert!(!compare("wir haben keine Leute dafür").only_case);
    assert!(compare("wir haben keine Leute dafür").likeness() > 0.6);
    assert!(compare("ganz andere Worte über Politik und Geld").likeness() < 0.3);
}

#[test]
fn the_passage_is_told() {
    let transcript = "Eins zwei drei vier fünf sechs.";
    let found = compare_with("drei … fünf", transcript);
    assert_eq!(found.passage, 2..5);
    let found = compare_with("[...] drei vier [...]", transcript);
    assert_eq!(found.passage, 2..4);
}

proptest! {
    /// What is cut out of a transcript, with parts omitted, is found in it without a difference.
    #[test]
    fn a_cut_is_found(words in prop::collection::vec("[a-zäöü]{1,6}|[.,–]|\\[unv\\.\\]|…", 6..60), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>(), c in any::<prop::sample::Index>()) {
        let transcript = words.join(" ");
        let mut cut = [a.index(words.len()), b.index(words.len()), c.index(words.len())];
        cut.sort_unstable();
        let whole = words[cut[0]..].join(" ");
        prop_assume!(tokens(&whole).iter().any(|token| token.kind == Kind::Word));
        let found = compare_with(&whole, &transcript);
        prop_assert_eq!(found.differs, 0, "{}", shown(&found.parts));
        let parts = format!("{} [...] {}", words[cut[0]..cut[1]].join(" "), words[cut[2]..].join(" "));
        let found = compare_with(&parts, &transcript);
        prop_assert_eq!(found.differs, 0, "{}", shown(&found.parts));
    }

    /// A word that is nowhere in the transcript is always a difference.
    #[test]
    fn a_new_word_is_a_difference(words in prop::collection::vec("[a-z]{1,6}", 3..40), at in any::<prop::sample::Index>()) {
        let mut changed = words.clone();
        changed[at.index(words.len())] = "ÄNDERUNG".to_owned();
        prop_assert!(compare_with(&changed.join(" "), &words.join(" ")).differs > 0);
    }

    #[test]
    fn any_text_is_compared(quotation in "(\\PC|[\\[\\]().… ]|wir |haben ){1,30}") {
        let mut words = Words::default();
        if !Wording::new(&quotation, &mut words).is_empty() {
            let _ = compare(&quotation);
        }
    }
}
