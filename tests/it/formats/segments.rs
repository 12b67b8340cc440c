//! Recognised speech as JSON.

use absatz::error::Kind;
use absatz::formats::read::{Cues, ReadOptions, read};
use absatz::model::draft::Draft;

use super::{read_fixture, shape};

fn json(name: &str, text: &str) -> Draft {
    read(name, text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn whisper_without_speakers() {
    let draft = read_fixture("whisper.json");
    assert_eq!(draft.reader, "json");
    assert_eq!(shape(&draft), ["1||0|3000|Hallo. Ja."]);
    assert!(draft.warnings.is_empty() && draft.speakers.is_empty());
    let separate = ReadOptions { cues: Cues::Separate, ..ReadOptions::default() };
    let draft = read("whisper.json", &super::fixture("whisper.json"), &separate).unwrap();
    assert_eq!(shape(&draft), ["1||0|2500|Hallo.", "2||2500|3000|Ja."]);
}

/// One word of another speaker is the recogniser's slip; a segment without a speaker is nobody's.
#[test]
fn whisperx_with_speakers() {
    let draft = read_fixture("whisperx.json");
    assert_eq!(shape(&draft), ["1|SPEAKER_00|31|2500|Hallo, es sind 27.", "2||2600|3000|Ja."]);
    assert_eq!(draft.text.as_str(), "Hallo, es sind 27.\nJa.", "labels are not made up");
}

fn word(word: &str, start: f64, speaker: &str) -> String {
    format!(
        "{{\"word\": \"{word}\", \"start\": {start}, \"end\": {}, \"speaker\": \"{speaker}\"}}",
        start + 0.25
    )
}

#[test]
fn a_segment_is_divided_where_another_speaks_for_more_than_a_stray_word() {
    let words = [
        word("Wie", 0.0, "A"),
        word("lange?", 0.5, "A"),
        word("Ja.", 1.0, "B"),
        word("Schon", 1.5, "A"),
        word("zwölf", 2.0, "B"),
        word("Jahre.", 2.5, "A"),
        word("Seit", 3.0, "B"),
        word("dem", 3.5, "B"),
        "{\"word\": \"2.\"}".to_owned(),
    ];
    let file = format!(
        "{{\"segments\": [{{\"start\": 0, \"end\": 5, \"text\": \" Wie lange? Ja. Schon zwölf Jahre. Seit dem 2.\", \"speaker\": \"A\", \"words\": [{}]}}, {{\"start\": 5, \"end\": 6, \"text\": \"Mai.\", \"speaker\": \"B\"}}]}}",
        words.join(", ")
    );
    assert_eq!(
        shape(&json("gespraech.txt", &file)),
        [
            "1|A|0|750|Wie lange?",
            "2|B|1000|1250|Ja.",
            "3|A|1500|2750|Schon zwölf Jahre.",
            "4|B|3000|6000|Seit dem 2. Mai.",
        ]
    );
    // The words are not those of the text: the segment stays as it is.
    let other = file.replace("\"word\": \"Schon\"", "\"word\": \"Erst\"");
    assert_eq!(
        shape(&json("a.json", &other)),
        ["1|A|0|5000|Wie lange? Ja. Schon zwölf Jahre. Seit dem 2.", "2|B|5000|6000|Mai."]
    );
}

#[test]
fn podcast_transcripts() {
    let file = r#"{"version": "1.0.0", "segments": [
        {"speaker": "Mara Lind", "startTime": 0.5, "endTime": 0.9, "body": "Wir"},
        {"speaker": "Mara Lind", "startTime": 0.9, "endTime": 1.75, "body": "beginnen."},
        {"speaker": "Tom Berg:", "startTime": 2, "endTime": 3.0004, "body": "Gern\nund\u0000 gleich."}]}"#;
    assert_eq!(
        shape(&json("folge", file)),
        ["1|Mara Lind|500|1750|Wir beginnen.", "2|Tom Berg|2000|3000|Gern und gleich."]
    );
}

#[test]
fn japanese_is_joined_without_spaces() {
    let file = r#"{"language": "ja", "segments": [
        {"start": 0, "end": 1, "text": "サイトは"}, {"start": 1, "end": 2, "text": "News上では"},
        {"start": 2, "end": 3, "text": "別です"}]}"#;
    assert_eq!(shape(&json("a.json", file)), ["1||0|3000|サイトはNews上では別です"]);
}

#[test]
fn kin_of_whisper() {
    let cpp = r#"{"result": {"language": "de"}, "transcription": [
        {"timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"}, "offsets": {"from": 0, "to": 2500}, "text": " Guten Tag."},
        {"offsets": {"from": 5000, "to": 6000}, "text": " Ja?"}]}"#;
    assert_eq!(shape(&json("a.json", cpp)), ["1||0|2500|Guten Tag.", "2||5000|6000|Ja?"]);
    let list = r#"[{"start": "00:01.5", "end": null, "text": "Eins", "speaker": 0}, {"start": -3, "end": 1e300, "text": "zwei", "speaker": {"id": 1}}]"#;
    assert_eq!(shape(&json("a.json", list)), ["1|0|1500||Eins", "2||||zwei"]);
    assert_eq!(shape(&json("a.json", "{\"text\": \"Nur Text.\\nMehr.\"}")), ["1||||Nur Text.", "2||||Mehr."]);
}

/// Long speech without speakers: paragraphs at the first sentence end after 60 words and before pauses.
#[test]
fn nobody_named_and_one_person_only() {
    for speaker in ["", ", \"speaker\": \"S\""] {
        let segments: Vec<String> = (0..30)
            .map(|at| {
                let pause = if at == 29 { 3 } else { 0 };
                let (start, end) = (at + pause, at + pause + 1);
                format!("{{\"start\": {start}, \"end\": {end}, \"text\": \" eins zwei drei vier fünf.\"{speaker}}}")
            })
            .collect();
        let draft = json("a.json", &format!("{{\"segments\": [{}]}}", segments.join(",")));
        let times: Vec<_> = draft.paragraphs.iter().map(|p| (p.time, p.end_time)).collect();
        assert_eq!(
            times,
            [
                (Some(0), Some(12_000)),
                (Some(12_000), Some(24_000)),
                (Some(24_000), Some(29_000)),
                (Some(32_000), Some(33_000))
            ]
        );
    }
}

#[test]
fn json_of_another_kind_is_refused() {
    let kind = |text: &str| read("a.json", text.as_bytes(), &ReadOptions::default()).expect_err(text).kind;
    for text in [
        "{\"segments\": [], \"text\": \"\"}",
        "{\"segments\": [{\"text\": \" \"}]}",
        "{\"segments\": [{\"text\": \"cut",
        "{\"segments\": 5, \"text\": 7}",
        "{\"a\": 1}",
        "[1, 2]",
    ] {
        assert_eq!(kind(text), Kind::Unreadable);
    }
    // Brackets do not make JSON of a transcript.
    assert_eq!(json("a.txt", "[00:00:01] I: {\"segments\"} \"text\"").reader, "txt");
}

/// Recognised speech may come without any full stop.
#[test]
fn a_paragraph_without_full_stops_ends_all_the_same() {
    let segments: Vec<String> = (0..100)
        .map(|at| format!("{{\"start\": {at}, \"end\": {}, \"text\": \" eins zwei drei vier\"}}", at + 1))
        .collect();
    let draft = json("a.json", &format!("{{\"segments\": [{}]}}", segments.join(",")));
    let times: Vec<_> = draft.paragraphs.iter().map(|p| (p.time, p.end_time)).collect();
    assert_eq!(times, [(Some(0), Some(50_000)), (Some(50_000), Some(100_000))]);
}
