//! Speakers, times and lines in all the spellings that transcripts have, as a person would read them.

use absatz::formats::read::{Cues, ReadOptions, read, read_parts};
use absatz::model::draft::{Choice, Draft, LeftOutReason, Reason, Side};
use absatz::text::ParagraphKind as Kind;
use absatz::text::lines::Join;
use absatz::text::recognise::Options;
use proptest::prelude::*;

use super::{fixture, shape};

fn plain(text: &str) -> Draft {
    with(text, Options::default())
}

fn with(text: &str, recognise: Options) -> Draft {
    let options = ReadOptions { recognise, ..ReadOptions::default() };
    read("a.txt", text.as_bytes(), &options).unwrap()
}

fn list(labels: &[&str]) -> Vec<String> {
    labels.iter().map(|label| (*label).to_owned()).collect()
}

fn labels(draft: &Draft) -> Vec<&str> {
    draft.speakers.iter().map(|speaker| speaker.label.as_str()).collect()
}

/// Each text twice over, so that labels recur as they do in an interview.
#[test]
fn labels_in_every_spelling() {
    for (first, second, expected, speech) in [
        ("I: Wie?", "B: So.", ["I", "B"], ["Wie?", "So."]),
        ("I.: Wie?", "P.: So.", ["I.", "P."], ["Wie?", "So."]),
        ("M1: Wie?", "B2: So.", ["M1", "B2"], ["Wie?", "So."]),
        ("I:Wie?", "IP 5:So.", ["I", "IP 5"], ["Wie?", "So."]),
        ("I:\tWie?", "Teacher 4:\tSo.", ["I", "Teacher 4"], ["Wie?", "So."]),
        ("I:\u{a0}Wie?", "B :\u{a0}So.", ["I", "B"], ["Wie?", "So."]),
        ("@Anna: Wie?", "@Ben: So.", ["Anna", "Ben"], ["Wie?", "So."]),
        ("#Anna: Wie?", "#Ben: So.", ["Anna", "Ben"], ["Wie?", "So."]),
        ("{Anna}: Wie?", "{Ben}: So.", ["Anna", "Ben"], ["Wie?", "So."]),
        ("{Anna} Wie?", "{Ben} So.", ["Anna", "Ben"], ["Wie?", "So."]),
        ("[id1] Wie?", "[id2] So.", ["id1", "id2"], ["Wie?", "So."]),
        ("[SPEAKER_00]: Wie?", "[SPEAKER_01]: So.", ["SPEAKER_00", "SPEAKER_01"], ["Wie?", "So."]),
        ("*MAR:\tWie?", "*JON:\tSo.", ["MAR", "JON"], ["Wie?", "So."]),
        (
            "Frau Müller-Lüdenscheidt: Wie?",
            "Dr. Jakob v. Hof: So.",
            ["Frau Müller-Lüdenscheidt", "Dr. Jakob v. Hof"],
            ["Wie?", "So."],
        ),
        (
            "Mara Lind (she/her): Wie?",
            "Tom Berg (SL): So.",
            ["Mara Lind (she/her)", "Tom Berg (SL)"],
            ["Wie?", "So."],
        ),
        ("???: Wie?", "??? : So.", ["???", "???"], ["Wie?", "So."]),
        ("Interviewer*in: Wie?", "Befragte: So.", ["Interviewer*in", "Befragte"], ["Wie?", "So."]),
        (
            "S01: [00:00:12] Wie? (..) //S02: Ja. // Ach.",
            "S00: [00:00:36] So. (12 seconds pause)",
            ["S01", "S00"],
            ["Wie? (..) //S02: Ja. // Ach.", "So. (12 seconds pause)"],
        ),
        ("Speaker 1\nWie?", "Speaker 2\nSo.", ["Speaker 1", "Speaker 2"], ["Wie?", "So."]),
        (
            "[00:00:12.34] - Speaker 1\nWie?",
            "[00:00:14.34] - Speaker 2\nSo.",
            ["Speaker 1", "Speaker 2"],
            ["Wie?", "So."],
        ),
        ("I (lacht): Wie?", "B: So.", ["I (lacht)", "B"], ["Wie?", "So."]),
    ] {
        let draft = plain(&[first, second, first, second].join("\n\n"));
        let spoken: Vec<(Option<&str>, String)> = draft
            .paragraphs
            .iter()
            .filter(|p| p.number.is_some())
            .map(|p| (p.speaker.as_deref(), p.speech(&draft.text)))
            .collect();
        let turn = |at: usize| (Some(expected[at]), speech[at].to_owned());
        assert_eq!(spoken, [turn(0), turn(1), turn(0), turn(1)], "{first}");
    }
}

#[test]
fn times_in_every_notation() {
    for (line, time, end, speech) in [
        ("I: [00:00:12] Wie?", Some(12_000), None, "Wie?"),
        ("I: [00:00:12.5] Wie?", Some(12_500), None, "Wie?"),
        ("[0:12] I: Wie?", Some(12_000), None, "Wie?"),
        ("I: (00:00:12) Wie?", Some(12_000), None, "Wie?"),
        ("I [00:00:12]: Wie?", Some(12_000), None, "Wie?"),
        ("I (0:00:12) Wie?", Some(12_000), None, "Wie?"),
        ("00:00:12 I: Wie?", Some(12_000), None, "Wie?"),
        ("00:00:12:05 I: Wie?", Some(12_000), None, "Wie?"),
        ("00:00:12;05 I: Wie?", Some(12_000), None, "Wie?"),
        ("00:00:12.5I: Wie?", Some(12_500), None, "Wie?"),
        ("#00:00:12-5# I: Wie?", Some(12_500), None, "Wie?"),
        ("I: Wie? #00:00:12-5#", None, Some(12_500), "Wie?"),
        ("I: Wie? #00:00:12.123#", None, Some(12_123), "Wie?"),
        ("I: Wie? [00:00:12]", None, Some(12_000), "Wie?"),
        ("I: Wie? {00:00:12}", None, Some(12_000), "Wie?"),
        ("I: Wie war #00:00:40-0# das?", None, None, "Wie war das?"),
        ("¤<4100>I: Wie?", Some(4100), None, "Wie?"),
        ("I: Wie?¤<4100>", None, Some(4100), "Wie?"),
        ("I: Um (10:30) oder 10:30 Uhr?", None, None, "Um (10:30) oder 10:30 Uhr?"),
    ] {
        let draft = plain(&format!("{line}\nB: So.\nI: Und?\nB: Ja."));
        let p = &draft.paragraphs[0];
        assert_eq!((p.time, p.end_time), (time, end), "{line}");
        assert_eq!(p.speech(&draft.text), speech, "{line}");
        assert_eq!(p.speaker.as_deref(), Some("I"), "{line}");
    }
}

#[test]
fn the_person_says_what_the_stamps_are() {
    let text = "I: Wie? #00:00:04-0#\nB: So. #00:00:09-0#\nI: [00:00:10] Und?\n#00:00:12-0#\nB: Ja.";
    let times = |stamps: Option<Side>| {
        let draft = with(text, Options { stamps, ..Options::default() });
        let spoken = draft.paragraphs.iter().filter(|p| p.number.is_some());
        (draft.stamps.are, spoken.map(|p| (p.time, p.end_time)).collect::<Vec<_>>())
    };
    // By majority they stand at the end, so the one alone on its line ends what stands before it.
    let (are, found) = times(None);
    assert_eq!(are, Some(Side::End));
    assert_eq!(found, [(None, Some(4000)), (None, Some(9000)), (Some(10_000), Some(12_000)), (None, None)]);
    let (are, found) = times(Some(Side::Start));
    assert_eq!(are, Some(Side::Start));
    assert_eq!(found, [(Some(4000), None), (Some(9000), None), (Some(10_000), None), (Some(12_000), None)]);
    let (_, found) = times(Some(Side::End));
    assert_eq!(found, [(None, Some(4000)), (None, Some(9000)), (None, Some(10_000)), (None, None)]);
}

#[test]
fn times_of_day_are_counted_from_the_first() {
    let draft = plain(
        "[Mara Lind] 11:02:09\nGuten Morgen.\n\n[Tom Berg] 11:02:30\nMorgen.\n\n[Mara Lind] 11:03:09\nAlso.\n",
    );
    let spoken: Vec<(Option<&str>, Option<u32>)> = draft
        .paragraphs
        .iter()
        .filter(|p| p.number.is_some())
        .map(|p| (p.speaker.as_deref(), p.time))
        .collect();
    assert_eq!(
        spoken,
        [(Some("Mara Lind"), Some(0)), (Some("Tom Berg"), Some(21_000)), (Some("Mara Lind"), Some(60_000))]
    );
    assert!(draft.warnings.iter().any(|warning| warning.contains("11:02:09")), "{:?}", draft.warnings);
    // The second part of a recording goes on counting hours: brackets make the difference.
    let draft = plain("Mara Lind  1:02:09\nGuten Morgen.\n\nTom Berg  1:02:30\nMorgen.\n");
    assert_eq!(draft.paragraphs[1].time, Some(3_729_000));
}

#[test]
fn what_was_left_out_is_said_with_the_reason() {
    let draft = plain(
        "Mein Interview\n\nTranscribed with noScribe vers. 0.6\nAudio file: /a/b.mp3\n(Language: auto | Speaker detection: auto)\n\nS01: Wie?\n\nS00: So.\n\nS01: Und?\n\nS00: Ja.\n",
    );
    let left: Vec<(&str, LeftOutReason)> =
        draft.left_out.iter().map(|line| (line.text.as_str(), line.reason)).collect();
    assert_eq!(
        left,
        [
            ("Transcribed with noScribe vers. 0.6", LeftOutReason::Tool),
            ("Audio file: /a/b.mp3", LeftOutReason::Tool),
            ("(Language: auto | Speaker detection: auto)", LeftOutReason::Tool),
        ]
    );
    let otter = read("otter.txt", &fixture("otter.txt"), &ReadOptions::default()).unwrap();
    let reasons: Vec<LeftOutReason> = otter.left_out.iter().map(|line| line.reason).collect();
    use LeftOutReason::{Speaker, Tool};
    assert_eq!(reasons, [Speaker, Speaker, Speaker, Tool]);
    let lone = plain("[00:00:03]\nGuten Tag.\n[00:00:09]\nJa.\n");
    assert!(lone.left_out.iter().all(|line| line.reason == LeftOutReason::Time), "{:?}", lone.left_out);
    assert_eq!(lone.paragraphs[1].time, Some(3000));
}

#[test]
fn candidates_are_offered_and_can_be_switched_on_and_off() {
    let text = "I: Wie?\nB: So.\nKrause: Kaffee?\nB: Gern.\n10:30 Uhr: Pause\nEr sagte: nein.\nI: Und?\n(Tür)\nSiehe https://example.org: dort\nB: Gut.\n(Tür)";
    let draft = plain(text);
    assert_eq!(labels(&draft), ["I", "B"]);
    let found: Vec<(&str, u32, Reason, Option<&str>)> = draft
        .candidates
        .iter()
        .map(|c| (c.label.as_str(), c.paragraphs, c.reason, c.counts_to.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("Krause", 1, Reason::Once, Some("B")),
            ("Tür", 2, Reason::Line, Some("I")),
            ("10:30 Uhr", 1, Reason::Phrase, Some("B")),
            ("Er sagte", 1, Reason::Phrase, Some("B")),
        ]
    );
    let advice: Vec<(Choice, bool)> =
        draft.advice.iter().map(|advice| (advice.choice, advice.text.contains("Krause"))).collect();
    assert_eq!(advice, [(Choice::Speakers, true)], "whose words they count to is said");

    let on = with(text, Options { also_speakers: list(&["Krause"]), ..Options::default() });
    assert_eq!(labels(&on), ["I", "B", "Krause"]);
    assert_eq!(on.paragraphs[2].speaker.as_deref(), Some("Krause"));
    assert_eq!(on.paragraphs[2].speech(&on.text), "Kaffee?");
    assert!(on.advice.is_empty());

    let off = with(text, Options { not_speakers: list(&["I"]), ..Options::default() });
    assert_eq!(labels(&off), ["B"]);
    assert_eq!((off.paragraphs[0].speaker.as_deref(), off.paragraphs[0].marks.len()), (None, 0));
    assert_eq!(off.candidates[2], off.candidates.iter().find(|c| c.label == "10:30 Uhr").unwrap().clone());
    assert!(
        off.candidates.iter().any(|c| c.label == "I" && c.reason == Reason::Unwanted && c.paragraphs == 2)
    );

    let asks = with(text, Options { interviewers: Some(list(&["B"])), ..Options::default() });
    let roles: Vec<bool> = asks.speakers.iter().map(|speaker| speaker.interviewer).collect();
    assert_eq!(roles, [false, true]);
    // In cues the markup says who speaks; that can be unwanted as well.
    let options = ReadOptions {
        cues: Cues::Separate,
        recognise: Options { not_speakers: list(&["Tom Berg"]), ..Options::default() },
        ..ReadOptions::default()
    };
    let cues = read("teams_meeting.vtt", &fixture("teams_meeting.vtt"), &options).unwrap();
    assert_eq!(labels(&cues), ["Mara Lind"]);
}

#[test]
fn false_friends_stay_text() {
    for line in [
        "10:30 Uhr: da war Schluss.",
        "Um 10:30 Uhr: da war Schluss.",
        "Siehe https://example.org: dort.",
        "(lacht)",
        "(Name)",
        "[Cross Talk 3:00]",
        "//mhm// ja",
        "@lachend@ ja",
        "B",
        "°leise° (.) ((hustet))",
    ] {
        let draft = plain(&format!("I: Wie?\nB1: So.\n{line}\nI: Und?\n{line}\nB1: Ja."));
        assert_eq!(labels(&draft), ["I", "B1"], "{line}");
        assert_eq!(draft.numbered(), 6, "{line}");
        assert_eq!(draft.paragraphs[2].time, None, "{line}");
    }
}

#[test]
fn hard_wrapped_lines_are_told_and_joined_on_demand() {
    let text = "I: Wie sind Sie zu der Gärtnerei gekommen, und was hat Sie daran gereizt,\nauf dem Land zu bleiben?\nB: Das war im Frühjahr, meine Tante hatte einen Aushang gesehen und mir das\ndann erzählt. Ich bin einfach hingegangen und habe dort gefragt, ob man mich\nbrauchen kann, und dann bin ich geblieben, weil die Arbeit draußen mir gut\ngetan hat.\nI: Und heute, wie ist das mit den Anträgen, die Sie jedes Jahr neu bei der\nGemeinde stellen müssen?\nB: Ruhiger.";
    let kept = plain(text);
    assert_eq!(kept.text.as_str(), text, "nothing is joined silently");
    assert_eq!(kept.advice.iter().map(|advice| advice.choice).collect::<Vec<_>>(), [Choice::JoinLines]);
    let joined = with(text, Options { join_lines: Join::Auto, ..Options::default() });
    assert_eq!(joined.numbered(), 4);
    assert!(
        joined.text.as_str().contains("das dann erzählt. Ich bin einfach hingegangen"),
        "letter by letter"
    );
    assert_eq!(joined.options["recognise"]["join-lines"], "auto");
    let Some(folder) = super::corpus::folder() else { return println!("skipped: the real file is not here") };
    let file = std::fs::read(folder.join("de_qcaaid_hardwrapped.txt")).unwrap();
    let options = |join_lines| ReadOptions {
        recognise: Options { join_lines, ..Options::default() },
        ..ReadOptions::default()
    };
    let kept = read("a.txt", &file, &options(Join::No)).unwrap();
    assert_eq!((kept.numbered(), kept.advice.len()), (45, 1));
    let joined = read("a.txt", &file, &options(Join::Auto)).unwrap();
    let turns: Vec<Option<&str>> = joined.paragraphs.iter().map(|p| p.speaker.as_deref()).collect();
    assert_eq!(turns, [None, Some("FRAGE"), Some("ANTWORT"), Some("FRAGE"), Some("ANTWORT")]);
}

#[test]
fn one_file_with_many_interviews() {
    let text =
        "#TEXT Land\\IP 5\nI: Wie?\nB: So.\n\n#TEXT Kommune\\IP 6\nI: Und?\nB: Ja.\nI: Gut.\n#TEXT leer\n\n";
    let drafts = read_parts("many.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
    let parts: Vec<_> = drafts
        .iter()
        .map(|draft| {
            let part = draft.part.as_ref().unwrap();
            (part.number, part.name.as_deref(), part.group.as_deref(), draft.numbered(), draft.text.as_str())
        })
        .collect();
    assert_eq!(
        parts,
        [
            (1, Some("IP 5"), Some("Land"), 2, "I: Wie?\nB: So."),
            (2, Some("IP 6"), Some("Kommune"), 3, "I: Und?\nB: Ja.\nI: Gut."),
        ]
    );
    assert_eq!(drafts[1].options["part"], 2);
    assert_eq!(drafts[0].left_out[0].text, "#TEXT Land\\IP 5");
    assert!(drafts[0].warnings.iter().any(|warning| warning.contains("#TEXT")), "one holds no text");
    let whole = ReadOptions { split: false, ..ReadOptions::default() };
    let drafts = read_parts("many.txt", text.as_bytes(), &whole).unwrap();
    assert_eq!((drafts.len(), drafts[0].text.as_str()), (1, text));
    assert!(drafts[0].part.is_none());
}

#[test]
fn every_plain_fixture_reads_as_written() {
    let seen = |name: &str| {
        let draft = read(name, &fixture(name), &ReadOptions::default()).unwrap();
        (shape(&draft), draft)
    };
    let (lines, draft) = seen("hazards_utf8bom.txt");
    assert_eq!(
        lines[0],
        "1|I|||Grüße (NFD) und Gru\u{308}ße (NFC)."
            .replace("Grüße (NFD)", "Gru\u{308}ße (NFD)")
            .replace("Gru\u{308}ße (NFC)", "Grüße (NFC)")
    );
    assert_eq!(lines.len(), 22);
    assert!(draft.paragraphs.iter().all(|p| p.kind == Kind::Speech));
    let names: Vec<&str> = draft.candidates.iter().map(|c| c.label.as_str()).collect();
    assert_eq!(names, ["Zusammenfassung", "Name", "Er sagte", "Um 10:30 Uhr"]);
    let (_, draft) = seen("transana.txt");
    assert_eq!((draft.stamps.are, draft.stamps.starts), (Some(Side::Start), 2));
    let (_, draft) = seen("f4_plain.txt");
    assert_eq!((draft.stamps.are, draft.stamps.ends), (Some(Side::End), 4));
    let (_, draft) = seen("otter.txt");
    assert_eq!((draft.stamps.are, draft.stamps.alone), (Some(Side::Start), 3));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Text in is text out where nothing is joined or split, whatever the choices for speakers and times are.
    #[test]
    fn choices_change_no_letter(
        lines in proptest::collection::vec("(I: |B1: |Mara  0:0[1-9]|\\[00:00:0[0-9]\\] |\\(Tür\\)|Ja: )?[a-zäöü .]{0,40}( #00:00:04-1#)?", 0..12),
        also in "(I|Ja|Tür|Mara)?",
        not in "(I|B1|Mara)?",
        side in prop_oneof![Just(None), Just(Some(Side::Start)), Just(Some(Side::End))],
    ) {
        let text = lines.join("\n");
        let filled = |label: String| if label.is_empty() { Vec::new() } else { vec![label] };
        let recognise = Options {
            also_speakers: filled(also),
            not_speakers: filled(not),
            stamps: side,
            ..Options::default()
        };
        let options = ReadOptions { recognise, ..ReadOptions::default() };
        if let Ok(drafts) = read_parts("a.txt", text.as_bytes(), &options) {
            prop_assert_eq!(drafts.len(), 1);
            prop_assert_eq!(drafts[0].text.as_str(), text.as_str());
        }
    }
}
