//! Transcripts of linguistic programs: tiers on a time line, and CHAT.

use absatz::error::Kind;
use absatz::formats::read::{Cues, ReadOptions, read};
use absatz::i18n::{Lang, set_lang};
use absatz::model::draft::Draft;

use super::{fixture, read_fixture, shape};

fn annotated(text: &str, tiers: &[&str]) -> Draft {
    let tiers = (!tiers.is_empty()).then(|| tiers.iter().map(|&tier| tier.to_owned()).collect());
    let options = ReadOptions { tiers, ..ReadOptions::default() };
    read("a.xml", text.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn elan() {
    set_lang(Lang::En);
    let draft = read_fixture("elan.eaf");
    assert_eq!(draft.reader, "eaf");
    assert_eq!(shape(&draft), ["1|I|0|2500|Wie war das?", "2|B|2500|4000|Gut."]);
    assert_eq!(draft.advice[0].text, "Tiers left out: B-en (1). Those to read can be named.");
    let translation = String::from_utf8(fixture("elan.eaf")).unwrap();
    let draft = annotated(&translation, &["b-EN"]);
    assert_eq!(shape(&draft), ["1|B-en|2500|4000|Good."]);
    let options = ReadOptions { tiers: Some(vec!["C".to_owned()]), ..ReadOptions::default() };
    let error = read("a.eaf", translation.as_bytes(), &options).unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
    assert!(error.hint.unwrap().contains("B (1), I (1), B-en (1)"));
}

fn eaf(slots: &str, tiers: &str) -> String {
    let slots: String = slots
        .split(' ')
        .enumerate()
        .map(|(at, time)| match time {
            "?" => format!("<TIME_SLOT TIME_SLOT_ID=\"ts{at}\"/>"),
            time => format!("<TIME_SLOT TIME_SLOT_ID=\"ts{at}\" TIME_VALUE=\"{time}\"/>"),
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?>\n<!-- ELAN -->\n<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"
    )
}

fn tier(attributes: &str, annotations: &[(u32, u32, &str)]) -> String {
    let annotations: String = annotations
        .iter()
        .map(|(from, to, text)| {
            format!("<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"x\" TIME_SLOT_REF1=\"ts{from}\" TIME_SLOT_REF2=\"ts{to}\"><ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>")
        })
        .collect();
    format!("<TIER {attributes}>{annotations}</TIER>")
}

/// Whoever begins first stands first; what overlaps is not cut; points without a time lie between their neighbours.
#[test]
fn elan_overlaps_and_missing_times() {
    set_lang(Lang::En);
    let file = eaf(
        "0 1000 ? ? 4000 9000",
        &[
            tier(
                "TIER_ID=\"k1\" PARTICIPANT=\"Mara Lind\"",
                &[(0, 2, "Wir &amp; sie"), (2, 3, "\n   kamen\nspät.\n  "), (5, 5, "")],
            ),
            tier("TIER_ID=\"k2\" PARTICIPANT=\"Tom: \"", &[(1, 4, "Ja."), (4, 5, "???")]),
        ]
        .concat(),
    );
    let expected = [
        "1|Mara Lind|0|2000|Wir & sie",
        "2|Tom|1000|4000|Ja.",
        "3|Mara Lind|2000|3000|kamen\u{2028}spät.",
        "4|Tom|4000|9000|???",
    ];
    let draft = annotated(&file, &[]);
    assert_eq!(shape(&draft), expected);
    assert!(draft.warnings.is_empty());
    assert_eq!(shape(&annotated(&file, &["k2", "mara lind"])), expected);
    assert_eq!(shape(&annotated(&file, &["k2"])), ["1|Tom|1000|9000|Ja. ???"]);
    let wide: Vec<u8> = [0xfeff].into_iter().chain(file.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(shape(&read("a.eaf", &wide, &ReadOptions::default()).unwrap()), expected);
    let two = eaf(
        "0 1 2",
        &[
            tier("TIER_ID=\"a\" PARTICIPANT=\"A\"", &[(0, 1, "x")]),
            tier("TIER_ID=\"hand\" PARTICIPANT=\"A\"", &[(0, 1, "points")]),
        ]
        .concat(),
    );
    let draft = annotated(&two, &[]);
    assert!(
        draft.advice[0].text.starts_with("More than one tier of the same person was read"),
        "{:?}",
        draft.warnings
    );
    let unnamed = eaf("0 1000 4000 5000", &tier("TIER_ID=\"default\"", &[(0, 1, "Eins."), (2, 3, "Zwei.")]));
    assert_eq!(shape(&annotated(&unnamed, &[])), ["1||0|1000|Eins.", "2||4000|5000|Zwei."]);
}

#[test]
fn exmaralda() {
    set_lang(Lang::En);
    let draft = read_fixture("exmaralda.exb");
    assert_eq!(draft.reader, "exb");
    assert_eq!(shape(&draft), ["1|I|0|2500|Wie war das?", "2|B|1250|4000|Mhm. Gut."]);
    assert_eq!(draft.advice[0].text, "Tiers left out: B [en] (1). Those to read can be named.");
    let separate = ReadOptions { cues: Cues::Separate, ..ReadOptions::default() };
    let draft = read("a.exb", &fixture("exmaralda.exb"), &separate).unwrap();
    assert_eq!(shape(&draft), ["1|I|0|2500|Wie war das?", "2|B|1250|2500|Mhm.", "3|B|2500|4000|Gut."]);
}

/// Events are cut where another speaks; the utterance is not, and its pieces are joined as they are.
#[test]
fn exmaralda_fragments() {
    let file = "<basic-transcription><speakertable><speaker id=\"S0\"><abbreviation>I</abbreviation></speaker>\
        <speaker id=\"S1\"><abbreviation>B</abbreviation></speaker></speakertable><common-timeline>\
        <tli id=\"T0\"/><tli id=\"T9\"/><tli id=\"T1\"/><tli id=\"T2\"/><tli id=\"T3\"/><tli id=\"T4\"/></common-timeline>\
        <tier id=\"A\" speaker=\"S0\" type=\"t\">\
        <event start=\"T0\" end=\"T9\">und viel</event><event start=\"T9\" end=\"T1\">leicht <ud>zeigt</ud></event>\
        <event start=\"T1\" end=\"T2\"> es das|</event><event start=\"T2\" end=\"T3\">oder|</event><event start=\"T4\" end=\"T4\">nicht</event></tier>\
        <tier id=\"B\" speaker=\"S1\" type=\"t\"><event start=\"T9\" end=\"T1\">((lacht)) </event></tier></basic-transcription>";
    assert_eq!(
        shape(&annotated(file, &[])),
        ["1|I|||und vielleicht zeigt es das|", "2|B|||((lacht))", "3|I|||oder| nicht"]
    );
}

#[test]
fn chat() {
    set_lang(Lang::En);
    let draft = read_fixture("garten.cha");
    assert_eq!(draft.reader, "cha");
    assert_eq!(
        shape(&draft),
        [
            "-||||@UTF8",
            "-||||@Begin",
            "-||||@Languages:\tdeu",
            "-||||@Participants:\tINT Interviewerin Investigator, MAR Mara Lind Adult, TOM Tom Berg Adult",
            "-||||@Media:\tgarten, audio",
            "1|INT|120|1840|wie war der Anfang ?",
            "2|MAR|1840|6200|also (..) wir haben das Beet &-äh gekauft und dann <den Zaun> [//] die Hecke gesetzt .",
            "3|TOM|6200|7400|xxx Hecke ! ja .",
            "-||||@Comment:\tPause im Hof",
            "4|MAR|||genau .",
            "-||||@End",
        ]
    );
    assert_eq!(draft.warnings, ["Dependent tiers left out: %com (1), %mor (1)."]);
    assert!(draft.text.as_str().contains("*INT:\twie war"), "labels stay and are marked");
    let speakers: Vec<(&str, u32, bool)> =
        draft.speakers.iter().map(|s| (s.label.as_str(), s.paragraphs, s.interviewer)).collect();
    assert_eq!(speakers, [("INT", 1, true), ("MAR", 2, false), ("TOM", 1, false)]);
}

/// Combining marks and columns stay; a silence is nobody's.
#[test]
fn chat_of_conversation_analysis() {
    let draft = read_fixture("ca.cha");
    let lines: Vec<&str> = draft.text.as_str().lines().skip(3).collect();
    assert_eq!(
        lines,
        [
            "((Musik))",
            "*NOR:\t°so:° a\u{332}lso.",
            "(2.4)",
            "*CHR:\t↑wir nehmen ⌈den hier\u{2028}\tund⌉ den≈",
            "(0.5)",
            "*NOR:\t            ⌊hm:⌋",
            "@End",
        ]
    );
    let told: Vec<_> = draft.paragraphs.iter().map(|p| (p.speaker.as_deref(), p.time, p.end_time)).collect();
    assert_eq!(
        told[3..9],
        [
            (None, Some(0), Some(900)),
            (Some("NOR"), Some(900), Some(1500)),
            (None, Some(1500), Some(3900)),
            (Some("CHR"), Some(3900), Some(5600)),
            (None, None, None),
            (Some("NOR"), None, None),
        ]
    );
}
