//! Transcript readers over files of many programs: what a person should see of each, written by hand.

mod annotations;
mod corpus;
mod dialects;
mod docx;
mod odt;
mod pages;
mod pdf;
mod refusals;
mod rtf;
mod segments;
mod sheets;
mod spans;
mod structure;

use absatz::formats::read::{Cues, ReadOptions, read};
use absatz::model::draft::Draft;
use absatz::text::ParagraphKind as Kind;
use absatz::text::recognise::Options;

pub fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/it/fixtures/synthetic/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn read_fixture(name: &str) -> Draft {
    read(name, &fixture(name), &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// `number|speaker|start|end|speech`, one line a paragraph; a heading has its number in `#`, a header no number.
pub fn shape(draft: &Draft) -> Vec<String> {
    let ms = |time: Option<u32>| time.map_or(String::new(), |ms| ms.to_string());
    draft
        .paragraphs
        .iter()
        .map(|p| {
            let number = p.number.map_or("-".to_owned(), |number| number.to_string());
            let number = if p.kind == Kind::Heading { format!("#{number}") } else { number };
            let speech =
                if p.kind == Kind::Header { draft.text.slice(p.span) } else { &p.speech(&draft.text) };
            let speaker = p.speaker.as_deref().unwrap_or("");
            format!("{number}|{speaker}|{}|{}|{speech}", ms(p.time), ms(p.end_time))
        })
        .collect()
}

fn assert_shape(name: &str, expected: &[&str]) -> Draft {
    let draft = read_fixture(name);
    assert_eq!(shape(&draft), expected, "{name}");
    draft
}

#[test]
fn f4_in_three_encodings() {
    let expected = [
        "1|I||4100|Wie sind Sie zu der Gärtnerei gekommen?",
        "2|B||21700|Ja, äh (...) über meine Tante. Sie hat gesagt: „Komm doch vorbei“ (lacht). Und dann bin ich (unv.) geblieben/ also fest geblieben.",
        "3|I||22300|//Mhm.//",
        "4|B||48000|Das war im Frühjahr (12 Sek. Pause) genau.",
    ];
    for (name, encoding) in
        [("f4_plain.txt", "UTF-8"), ("f4_cp1252.txt", "windows-1252"), ("f4_utf16le.txt", "UTF-16LE")]
    {
        let draft = assert_shape(name, &expected);
        assert_eq!(draft.encoding.as_deref(), Some(encoding));
        let speakers: Vec<(&str, u32, bool)> =
            draft.speakers.iter().map(|s| (s.label.as_str(), s.paragraphs, s.interviewer)).collect();
        assert_eq!(speakers, [("I", 2, true), ("B", 2, false)]);
    }
}

#[test]
fn headers_of_recording_services() {
    assert_shape(
        "otter.txt",
        &[
            "-||1000||Mara Lind  0:01  ",
            "1|Mara Lind|1000||Right, let us start with the garden.",
            "-||69000||Unknown Speaker  1:09  ",
            "2|Unknown Speaker|69000||Twelve beds.",
            "-||3729000||Mara Lind  1:02:09  ",
            "3|Mara Lind|3729000||That is a lot.",
            "-||||Transcribed by https://otter.ai",
        ],
    );
    assert_shape(
        "unv_happyscribe.txt",
        &[
            "-||250||[00:00:00.25] - Speaker 1",
            "1|Speaker 1|250||How did it begin?",
            "-||4100||[00:00:04.10] - Speaker 2",
            "2|Speaker 2|4100||With my aunt.",
        ],
    );
    assert_shape(
        "unv_amberscript.txt",
        &[
            "-||2000||Speaker 1  00:00:02",
            "1|Speaker 1|2000||How did it begin?",
            "-||5000||Speaker 2  00:00:05",
            "2|Speaker 2|5000||With my aunt.",
        ],
    );
    assert_shape(
        "word365_transcribe_like.docx",
        &[
            "#1||||Audio file",
            "#2||||Transcript",
            "-||3000||00:00:03 Speaker 1",
            "3|Speaker 1|3000||So, shall we start?",
            "-||7000||00:00:07 Speaker 2",
            "4|Speaker 2|7000||Yes.",
        ],
    );
    let teams = assert_shape(
        "teams_meeting.docx",
        &[
            "-||||Gespräch Nord-20260115_100500-Besprechungstranskript",
            "-||||15. Januar 2026, 10:05AM",
            "-||||27m 42s",
            "-||||Mara Lind hat die Transkription gestartet",
            "1|Mara Lind|3000||Guten Morgen.",
            "2|Tom Berg|9000||Morgen. Hört man mich?",
        ],
    );
    assert!(teams.text.as_str().contains("Mara Lind   0:03\u{2028}Guten Morgen."), "the text is kept");
}

#[test]
fn labels_with_times_beside_them() {
    assert_shape(
        "sonix.txt",
        &[
            "1||||interview-03.mp3",
            "2|Interviewer|2000||How did it begin?",
            "3|Speaker2|5000||With my aunt.",
            "4|Speaker2|40000||Same speaker, next paragraph.",
        ],
    );
    assert_shape(
        "unv_trint.txt",
        &["1|Speaker 1|2000||How did it begin?", "2|Speaker 2|5000||With my aunt."],
    );
    assert_shape(
        "unv_descript.txt",
        &["1|Mara Lind|2000||How did it begin?", "2|Tom Berg|5000||With my aunt."],
    );
    assert_shape("transana.txt", &["1|I|4100||Wie war das?", "2|B|21700||Gut."]);
    assert_shape("whisperx.txt", &["1|SPEAKER_00|||Hallo, es sind 27.", "2|SPEAKER_00|||Ja."]);
}

#[test]
fn word_by_the_rules_of_kuckartz() {
    let draft = assert_shape(
        "maxqda_kuckartz.docx",
        &[
            "#1||||Interview IP 5",
            "2|I||4100|Wie war der erste Tag?",
            "3|B1||6900|Kalt.",
            "4|B2||12500|Und lang.\u{2028}Zweite Zeile nach w:br.",
        ],
    );
    assert_eq!(draft.text.as_str().matches('\n').count(), 5, "empty lines stay in the text");
    let options = ReadOptions {
        recognise: Options {
            numbering: absatz::text::paragraphs::Numbering { headings: false, empty_lines: true },
            ..Options::default()
        },
        ..ReadOptions::default()
    };
    let draft = read("maxqda_kuckartz.docx", &fixture("maxqda_kuckartz.docx"), &options).unwrap();
    let numbers: Vec<Option<u32>> = draft.paragraphs.iter().map(|p| p.number).collect();
    assert_eq!(numbers, [None, Some(1), Some(2), Some(3), Some(4), Some(5)]);
}

#[test]
fn markdown() {
    assert_shape(
        "word_markdown.md",
        &["-||||---", "-||||title: Transkript", "-||||---", "1|I|||Wie war das?", "2|B||10000|[lacht] Gut."],
    );
}

#[test]
fn subtitles_of_four_programs() {
    assert_shape(
        "teams_meeting.vtt",
        &["1|Mara Lind|3200|5100|Guten Morgen & willkommen im Gespräch.", "2|Tom Berg|5300|6000|Morgen."],
    );
    assert_shape("stream_classic.vtt", &["1||40|6968|Guten Tag und willkommen zu unserem Gespräch."]);
    assert_shape("unv_webex.vtt", &["1|Mara Lind|1100|3000|Good morning.", "2|Tom Berg|3500|5000|Morning."]);
    let zoom = assert_shape(
        "zoom_cloud.vtt",
        &[
            "1|Mara Lind|4859|7410|Okay, we are recording.",
            "2|Tom Berg (he/him)|9540|12990|Time 10:30 is fine.",
            "3||13500|14000|no speaker on this cue",
        ],
    );
    assert!(zoom.text.as_str().starts_with("Mara Lind: Okay"), "the label is text and stays");
    let separate = ReadOptions { cues: Cues::Separate, ..ReadOptions::default() };
    let draft = read("stream_classic.vtt", &fixture("stream_classic.vtt"), &separate).unwrap();
    assert_eq!(shape(&draft), ["1||40|3720|Guten Tag und willkommen", "2||4080|6968|zu unserem Gespräch."]);
}

#[test]
fn hazards_stay_letter_by_letter() {
    let draft = read_fixture("hazards_utf8bom.txt");
    let file = fixture("hazards_utf8bom.txt");
    let file = std::str::from_utf8(&file).unwrap().strip_prefix('\u{feff}').unwrap();
    assert_eq!(draft.text.as_str(), file);
    let labels: Vec<&str> = draft.speakers.iter().map(|s| s.label.as_str()).collect();
    assert_eq!(labels, ["I", "B", "B1", "I.", "IP 5", "Frau Müller-Lüdenscheidt", "B1 und B2", "???"]);
    for friend in ["Er sagte:", "Um 10:30 Uhr:", "Siehe https:", "Zusammenfassung:", "(lacht)", "[Cross Talk"]
    {
        let line = draft.paragraphs.iter().find(|p| draft.text.slice(p.span).starts_with(friend)).unwrap();
        assert!(line.marks.is_empty() && line.time.is_none(), "{friend}");
    }
    let mixed = read_fixture("hazards_mixed_newlines.txt");
    assert_eq!(mixed.text.as_str(), "I: eins\nB: zwei\nI: drei\nB: vier\u{85}I: fünf");
    let utf16 = read_fixture("hazards_utf16be_nobom.txt");
    assert_eq!((utf16.encoding.as_deref(), utf16.numbered()), (Some("UTF-16BE"), 2));
}

#[test]
fn stripping_cuts_labels_and_times() {
    let options = ReadOptions {
        recognise: Options { strip_labels: true, strip_times: true, ..Options::default() },
        ..ReadOptions::default()
    };
    let draft = read("otter.txt", &fixture("otter.txt"), &options).unwrap();
    assert_eq!(
        draft.text.as_str(),
        "Right, let us start with the garden.\n\nTwelve beds. \n\nThat is a lot.\n\nTranscribed by https://otter.ai\n"
    );
    let teams = read("teams_meeting.docx", &fixture("teams_meeting.docx"), &options).unwrap();
    assert!(teams.text.as_str().ends_with("\nGuten Morgen.\nMorgen. Hört man mich?"));
    assert_eq!(teams.speakers.len(), 2);
}

#[test]
fn options_are_kept_and_read_back() {
    let draft = read_fixture("otter.txt");
    let back: ReadOptions = serde_json::from_value(draft.options.clone()).unwrap();
    assert_eq!(back, ReadOptions::default());
    assert_eq!((draft.reader, draft.reader_version), ("txt", 2));
}

/// The study that comes with the program must read well.
#[test]
fn the_sample_study() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-transcripts");
    for (name, reader, speakers) in [
        ("IP01.docx", "docx", vec!["I", "B"]),
        ("IP02.txt", "txt", vec!["I", "B"]),
        ("IP03.md", "md", vec!["I", "B"]),
        ("IP04.vtt", "vtt", vec!["Interviewerin", "Befragte"]),
        ("IP05.docx", "docx", vec!["I", "B1", "B2"]),
        ("IP06.srt", "srt", vec!["Interviewer", "Respondent"]),
        ("IP07.txt", "txt", vec!["Interviewer", "Respondent"]),
        ("Pretest.txt", "txt", vec!["I", "B"]),
    ] {
        let Ok(bytes) = std::fs::read(folder.join(name)) else {
            println!("skipped: {name} is not here yet");
            continue;
        };
        let draft =
            read(name, &bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let labels: Vec<&str> = draft.speakers.iter().map(|s| s.label.as_str()).collect();
        assert_eq!((draft.reader, labels), (reader, speakers), "{name}");
        let turns = draft.paragraphs.iter().filter(|p| p.number.is_some() && p.speaker.is_some()).count();
        assert!(
            turns > 40 && turns + 15 > draft.numbered() as usize,
            "{name}: {turns} of {}",
            draft.numbered()
        );
    }
}
