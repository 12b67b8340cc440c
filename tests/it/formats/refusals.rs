//! What cannot be read gives one error that names the file, the reason and the way out.

use absatz::error::Kind;
use absatz::formats::read::{Limits, ReadOptions, read};
use absatz::i18n::{Lang, set_lang};

use super::fixture;

fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn each_with_a_reason_and_a_way_out() {
    set_lang(Lang::En);
    let docx = fixture("maxqda_kuckartz.docx");
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("leer.txt", Vec::new(), "empty"),
        ("leer.docx", Vec::new(), "empty"),
        ("nur.txt", b"\xef\xbb\xbf  \r\n ".to_vec(), "empty"),
        ("geheim.docx", ole("EncryptedPackage"), "password"),
        ("alt.doc", ole("WordDocument"), "old Word file"),
        ("projekt.mx24", b"SQLite format 3\0 x".to_vec(), "MAXQDA"),
        ("a.pdf", b"%PDF-1.7\n%\xe2".to_vec(), "cut off"),
        ("a.rtf", b"{\\rtf1\\ansi}".to_vec(), "empty"),
        ("a.mp3", b"ID3\x04\0\0\0\0".to_vec(), "not a text"),
        ("a.txt", (0..2000_u32).map(|n| (n * 7919 % 251) as u8).collect(), "not a text"),
        ("halb.docx", docx[..docx.len() / 2].to_vec(), "cut off"),
        ("trummer.docx", b"PK no".to_vec(), "cut off"),
        ("a.vtt", b"WEBVTT\n\nNOTE nichts\n".to_vec(), "no subtitles"),
        ("a.srt", b"nur Text".to_vec(), "no subtitles"),
    ];
    for (name, bytes, reason) in cases {
        let error = read(name, &bytes, &ReadOptions::default()).expect_err(name);
        assert_eq!(error.kind, Kind::Unreadable, "{name}");
        assert!(error.message.contains(name) && error.message.contains(reason), "{name}: {}", error.message);
        assert!(error.hint.is_some_and(|hint| hint.len() > 10 && !hint.starts_with("read-")), "{name}");
        assert_eq!(error.file.as_deref(), Some(std::path::Path::new(name)));
    }
}

#[test]
fn formats_to_come_say_which_ones_are_here() {
    set_lang(Lang::En);
    let error = read("a.mx24", b"SQLite format 3\0", &ReadOptions::default()).expect_err("mx24");
    assert!(error.hint.is_some_and(|hint| hint.contains(".docx") && hint.contains("Markdown (.md)")));
}

#[test]
fn limits_are_kept() {
    let docx = fixture("maxqda_kuckartz.docx");
    for limits in [
        Limits { file: 100, ..Limits::default() },
        Limits { unpacked: 2_000, ..Limits::default() },
        Limits { entries: 3, ..Limits::default() },
        Limits { depth: 3, ..Limits::default() },
    ] {
        let error =
            read("a.docx", &docx, &ReadOptions { limits, ..ReadOptions::default() }).expect_err("too big");
        assert_eq!(error.kind, Kind::Unreadable);
    }
}

#[test]
fn in_german_too() {
    set_lang(Lang::De);
    let error = read("alt.doc", &ole("WordDocument"), &ReadOptions::default()).expect_err("old");
    assert!(error.message.contains("alte Word-Datei"), "{}", error.message);
}

#[test]
fn a_text_with_the_ending_of_an_archive_is_read() {
    set_lang(Lang::En);
    let vtt = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>Ja.</v>\n";
    let draft = read("meeting.docx", vtt, &ReadOptions::default()).unwrap();
    assert_eq!((draft.reader, draft.speakers.len()), ("vtt", 1));
    // What is left of an archive is none.
    let error = read("rest.docx", b"word/doc\0ument.xml", &ReadOptions::default()).unwrap_err();
    assert!(error.message.contains("cut off"), "{}", error.message);
}
