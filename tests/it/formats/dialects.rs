//! Dialects of which no program's own file is at hand: as they are described, one after the other.

use absatz::formats::read::{ReadOptions, read};

use super::docx::document;
use super::shape;

fn shown(name: &str, text: &str) -> Vec<String> {
    shape(&read(name, text.as_bytes(), &ReadOptions::default()).unwrap())
}

#[test]
fn cues_with_bare_seconds_and_commas() {
    let text = "WEBVTT\n\n0.000 --> 3.480\n<v SPEAKER_1>Willkommen.\n\n3.480 --> 7,120\n<v SPEAKER_2>Danke für die\nEinladung.\n\n1:07.120 --> 1:09.500\n<v SPEAKER_1>Fangen wir an.\n";
    assert_eq!(
        shown("a.vtt", text),
        [
            "1|SPEAKER_1|0|3480|Willkommen.",
            "2|SPEAKER_2|3480|7120|Danke für die Einladung.",
            "3|SPEAKER_1|67120|69500|Fangen wir an.",
        ]
    );
}

#[test]
fn names_in_brackets_above_the_words_of_a_cue() {
    let cue = |at: u32, words: &str| format!("00:00:0{at}.000 --> 00:00:0{}.000\n{words}\n\n", at + 1);
    let text = ["(Anna)\nGuten Tag.", "(Ben)\nTag auch.", "(Ben)\nJa.", "(Anna)\nWie läuft es?"];
    let cues: String = (1..).zip(text).map(|(at, words)| cue(at, words)).collect();
    assert_eq!(
        shown("a.vtt", &format!("WEBVTT\n\n{cues}")),
        ["1|Anna|1000|2000|Guten Tag.", "2|Ben|2000|4000|Tag auch. Ja.", "3|Anna|4000|5000|Wie läuft es?"]
    );
    let noises = ["(Applause)\nThank you.", "We begin.", "(Applause)\nThank you.", "And (laughs) end."];
    let cues: String = (1..).zip(noises).map(|(at, words)| cue(at, words)).collect();
    assert_eq!(
        shown("a.vtt", &format!("WEBVTT\n\n{cues}")),
        ["1||1000|5000|(Applause) Thank you. We begin. (Applause) Thank you. And (laughs) end."]
    );
}

#[test]
fn stamps_without_a_gap_and_with_frames() {
    let focus = "00:00:02.0Anna: Wie war das?\n\n00:03:40.5Zack: Wir planten.\n\n00:03:51.2Anna: Und dann?\n\n00:04:10.9Zack: Das Amt.\n";
    assert_eq!(
        shown("a.txt", focus),
        [
            "1|Anna|2000||Wie war das?",
            "2|Zack|220500||Wir planten.",
            "3|Anna|231200||Und dann?",
            "4|Zack|250900||Das Amt.",
        ]
    );
    for sign in [":", ";"] {
        let line =
            |at: &str, who: &str, words: &str| format!("00:00:{at}{sign}10 SPEAKER {who}: {words}\n\n");
        let text = line("01", "1", "Guten Tag.")
            + &line("05", "2", "Tag auch.")
            + &line("09", "1", "Und?")
            + &line("12", "2", "Gut.");
        let speech: Vec<String> = shown("a.txt", &text)
            .iter()
            .map(|line| {
                line.split('|')
                    .enumerate()
                    .filter(|(at, _)| *at != 2 && *at != 3)
                    .map(|(_, part)| part)
                    .collect::<Vec<_>>()
                    .join("|")
            })
            .collect();
        assert_eq!(
            speech,
            ["1|SPEAKER 1|Guten Tag.", "2|SPEAKER 2|Tag auch.", "3|SPEAKER 1|Und?", "4|SPEAKER 2|Gut."]
        );
    }
}

#[test]
fn older_meetings_name_times_speaker_and_words_on_three_lines() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let lines = [
        "0:0:0.0 --&gt; 0:0:5.1",
        "Anna Weber",
        "Guten Tag.",
        "0:0:5.1 --&gt; 0:0:9.3",
        "Ben Kurz",
        "Tag auch.",
        "0:0:9.3 --&gt; 0:0:12.0",
        "Anna Weber",
        "Wie läuft es?",
    ];
    let bytes = document(&lines.map(paragraph).concat());
    let draft = read("a.docx", &bytes, &ReadOptions::default()).unwrap();
    let speech: Vec<String> = shape(&draft).into_iter().filter(|line| !line.starts_with('-')).collect();
    assert_eq!(
        speech,
        [
            "1|Anna Weber|0|5100|Guten Tag.",
            "2|Ben Kurz|5100|9300|Tag auch.",
            "3|Anna Weber|9300|12000|Wie läuft es?"
        ]
    );
}

#[test]
fn numbers_in_a_column_beside_the_paragraphs_are_theirs() {
    let said = ["I: Wie war das?", "B: Ganz gut.", "I: Und dann?", "B: Dann kam das Amt."];
    let rows = |cell: &dyn Fn(&str) -> String| -> String {
        (1..)
            .zip(said)
            .map(|(number, text)| format!("<tr>{}{}</tr>", cell(&number.to_string()), cell(text)))
            .collect()
    };
    let expected = ["1|I|||Wie war das?", "2|B|||Ganz gut.", "3|I|||Und dann?", "4|B|||Dann kam das Amt."];
    let html =
        format!("<html><body><table>{}</table></body></html>", rows(&|text| format!("<td>{text}</td>")));
    assert_eq!(shown("a.html", &html), expected);
    let word = rows(&|text| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"));
    let word = word.replace("<tr>", "<w:tr>").replace("</tr>", "</w:tr>");
    let draft =
        read("a.docx", &document(&format!("<w:tbl>{word}</w:tbl>")), &ReadOptions::default()).unwrap();
    assert_eq!(shape(&draft), expected);
    assert!(
        draft.warnings.iter().any(|warning| warning.contains("beside the paragraphs")),
        "{:?}",
        draft.warnings
    );
}
