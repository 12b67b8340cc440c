//! What hostile files once did, each once.

use std::time::{Duration, Instant};

use absatz::formats::read::ReadOptions;
use absatz::model::draft::Draft;

use super::{check, inputs};

fn sound(name: &str, text: &str) -> Draft {
    check::transcript(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

#[test]
fn the_last_paragraph_number_has_none_after_it() {
    use absatz::text::citations::Pattern;
    use absatz::text::places::parse;
    let error = parse("5:4294967295f.", &Pattern::default()).unwrap_err();
    assert!(error.hint.is_some());
    assert!(parse("5:4294967294f.", &Pattern::default()).is_ok());
}

/// Symbols by number and raw NUL would have put NUL, CR and newlines into the text.
#[test]
fn control_characters_of_word_files() {
    let symbol = |code: &str| format!("<w:sym w:font=\"x\" w:char=\"{code}\"/>");
    for odd in [&symbol("0000"), &symbol("000D"), &symbol("A"), "<w:t>\0&#0;&#13;&#10;</w:t>"] {
        let body = format!("<w:p><w:r><w:t>a</w:t>{odd}<w:t>b</w:t></w:r></w:p>");
        let read =
            check::transcript("a.docx", &inputs::docx(0, true, body.as_bytes()), &ReadOptions::default());
        assert!(read.is_ok_and(|draft| draft.paragraphs.len() == 1), "{odd}");
    }
}

#[test]
fn no_paragraph_ends_before_it_begins() {
    let cue = sound("a.srt", "1\n00:00:10,000 --> 00:00:05,000\nJa.\n");
    assert_eq!((cue.paragraphs[0].time, cue.paragraphs[0].end_time), (Some(10_000), None));
    let typed = sound("a.txt", "I: [00:10:00] Wie? [00:05:00]\nB: [00:11:00] Gut. [00:12:00]\nI: Ja.");
    assert_eq!((typed.paragraphs[0].time, typed.paragraphs[0].end_time), (Some(600_000), None));
    assert_eq!(typed.paragraphs[1].end_time, Some(720_000));
}

/// Reads in time that grows with the file, not with its square: what took minutes takes a second or two even
/// unoptimised.
fn soon(name: &str, bytes: &[u8], options: &ReadOptions) {
    let (start, used) = (Instant::now(), processor_time());
    drop(check::transcript(name, bytes, options));
    let took = match (used, processor_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => start.elapsed(),
    };
    println!("{name}: {} bytes, {took:?}", bytes.len());
    assert!(took < Duration::from_secs(15), "{name}: {took:?} for {} bytes", bytes.len());
}

/// Of this thread, where the system says it: a busy machine then fails no test.
fn processor_time() -> Option<Duration> {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    statistics.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

#[test]
fn long_lines_and_many_labels_take_no_longer_than_others() {
    let mut strip = ReadOptions::default();
    strip.recognise.strip_times = true;
    strip.recognise.strip_labels = true;
    let stamps = "ä[00:00:01] ".repeat(40_000);
    soon("a.txt", stamps.as_bytes(), &ReadOptions::default());
    soon("a.txt", stamps.as_bytes(), &strip);
    let letters = |n: usize| -> String {
        [n / 676, n / 26 % 26, n % 26].iter().map(|&at| char::from(b'a' + (at % 26) as u8)).collect()
    };
    let names: String = (0..17_576).map(|n| format!("Mara L{}: x\n", letters(n))).collect();
    soon("a.txt", names.as_bytes(), &ReadOptions::default());
    let alone = "[00:00:01]\n".repeat(60_000) + "Ja [00:00:02]\nNein [00:00:03]";
    soon("a.txt", alone.as_bytes(), &ReadOptions::default());
}

#[test]
fn odd_subtitles_take_no_longer_than_others() {
    let cue = "00:01.000 --> 00:02.000\n";
    for inside in ["<", "&", "{\\", "<v a>", "<v "] {
        let file = format!("WEBVTT\n\n{cue}{}\n", inside.repeat(100_000));
        soon("a.vtt", file.as_bytes(), &ReadOptions::default());
    }
    soon(
        "a.srt",
        format!("1\n{cue}ja\n{} --> 1\n", "1:".repeat(500_000)).as_bytes(),
        &ReadOptions::default(),
    );
    let rolling = format!("WEBVTT\nKind: captions\n\n{cue}{0}b\n\n{cue}{0}c\n", "a\n".repeat(20_000));
    soon("a.vtt", rolling.as_bytes(), &ReadOptions::default());
    let wordless = format!("WEBVTT\n\n{}", format!("{cue}?!?!?!?!\n\n").repeat(15_000));
    soon("a.vtt", wordless.as_bytes(), &ReadOptions::default());
}

#[test]
fn odd_word_files_take_no_longer_than_others() {
    let file = |inside: &str| inputs::docx(0, true, inside.as_bytes());
    let soon = |file: &[u8]| soon("a.docx", file, &ReadOptions::default());
    let field = |kind: &str| format!("<w:fldChar w:fldCharType=\"{kind}\"/>");
    let open = (field("begin") + &field("separate")).repeat(120_000);
    soon(&file(&format!("<w:p><w:r>{open}{}</w:r></w:p>", "<w:t>x</w:t>".repeat(120_000))));
    soon(&file(&format!("<w:p><w:r>{open}<w:t>x</w:t></w:r></w:p>{}", "<w:p/>".repeat(120_000))));
    let spaces: String = (0..20_000).map(|n| format!(" xmlns:a{n}=\"b\" c{n}=\"d\"")).collect();
    soon(&file(&format!("<w:p{spaces}><w:r/></w:p>")));
    // One style with a name of 200 kB, 8,000 paragraphs in it.
    let paragraph = "<w:p><w:pPr><w:pStyle w:val=\"F\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    let body = format!("<w:document xmlns:w=\"{}\">{}</w:document>", inputs::W, paragraph.repeat(8_000));
    let name = "h".repeat(200_000);
    let style = format!(
        "<w:styles xmlns:w=\"{}\"><w:style w:styleId=\"F\"><w:name w:val=\"{name}\"/></w:style></w:styles>",
        inputs::W
    );
    soon(&inputs::archive(&[
        ("_rels/.rels", inputs::relations(&[("officeDocument", "word/document.xml")]).as_bytes()),
        ("word/_rels/document.xml.rels", inputs::relations(&[("styles", "styles.xml")]).as_bytes()),
        ("word/document.xml", body.as_bytes()),
        ("word/styles.xml", style.as_bytes()),
    ]));
}

#[test]
fn odd_pages_take_no_longer_than_others() {
    let default = ReadOptions::default();
    let mut strip = ReadOptions::default();
    strip.recognise.strip_times = true;
    for piece in [
        "<b>",
        "</b>",
        "<span class=speaker>",
        "<time>0:01</time> ",
        "<cite>A</cite>",
        "&amp",
        "&notit;",
        "<!--",
        "<!-",
        "</",
        "<p hidden>",
        "<rt>",
        "<pre>\n",
        "[00:00:01] ",
        "<a name=ts_1_2_S01>I: ",
        "<br>I: ja",
        "\u{2028}<br>",
    ] {
        let html = format!("<html>I: ja{}", piece.repeat(30_000));
        soon("a.html", html.as_bytes(), &default);
        soon("a.otr", &inputs::otr(html.as_bytes()), &strip);
    }
    let anchors = (0..20_000).map(|n| format!("<p><a name=ts_1_2_S{n}>I{n}: ja</a>")).collect::<String>();
    soon("a.html", format!("<html>{anchors}").as_bytes(), &default);
}

#[test]
fn odd_opendocument_texts_take_no_longer_than_others() {
    let soon = |styles: &str, body: &str| {
        let file = inputs::odt(false, true, body.as_bytes());
        soon("a.odt", &file, &ReadOptions::default());
        let text = format!("<office:automatic-styles>{styles}</office:automatic-styles>{body}");
        soon("a.odt", &inputs::odt(false, true, text.as_bytes()), &ReadOptions::default());
    };
    let name = |n: usize| format!("{n:0>480}");
    let chain: String = (0..20)
        .map(|n| {
            let (name, parent) = (name(n), name((n + 1) % 20));
            format!("<style:style style:name=\"{name}\" style:family=\"text\" style:parent-style-name=\"{parent}\"/>")
        })
        .collect();
    let first = format!(
        "{chain}<style:style style:name=\"a\" style:family=\"text\" style:parent-style-name=\"{}\"/>",
        name(0)
    );
    let spans = "<text:span text:style-name=\"a\">x</text:span>".repeat(40_000);
    soon(&first, &format!("<text:p>{spans}</text:p>"));
    soon(&first, &format!("<text:p>{}</text:p>", "&#120;".repeat(200_000)));
    let open = "<text:span>".repeat(200) + &"x<text:s/>".repeat(20_000) + &"</text:span>".repeat(200);
    soon("", &format!("<text:p>{open}</text:p>"));
    let notes = "<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>".repeat(40_000);
    soon("", &format!("<text:p>{notes}</text:p>"));
}

/// A line of nothing but stamps stayed as an empty paragraph when the stamps were cut.
#[test]
fn lines_of_stamps_go_with_them() {
    let mut strip = ReadOptions::default();
    strip.recognise.strip_times = true;
    let text = "#00:00:01-0##00:00:02-0#\nI: Ja. #00:00:03-0#";
    let draft = check::transcript("a.txt", text.as_bytes(), &strip).unwrap();
    assert_eq!(draft.text.as_str(), "I: Ja.");
    let stamp = "<span class=\"timestamp\" data-timestamp=\"4.1\">00:04</span>";
    let html = format!("<p>{stamp}</p><p>Morgen.</p><p>{stamp} {stamp}</p>");
    let draft = check::transcript("a.otr", &inputs::otr(html.as_bytes()), &strip).unwrap();
    assert_eq!(draft.text.as_str(), "Morgen.");
}

#[test]
fn no_speaker_has_a_newline() {
    let html = "<html><p><a name=\"ts_1_2_S\n01\">Ja.</a></p><p><a name=\"ts_3_4_S01\">Nein.</a></p>";
    let draft = sound("a.html", html);
    assert_eq!((draft.speakers.len(), draft.paragraphs[0].speaker.as_deref()), (1, None));
}

#[test]
fn fields_over_several_paragraphs_lose_no_text() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let (begin, separate, end) = (field("begin"), field("separate"), field("end"));
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{begin}{}{separate}{}</w:p><w:p>{begin}{}{separate}{}{end}</w:p><w:p>{end}{}</w:p>",
        text("TOC"),
        text("eins"),
        text("PAGE"),
        text("zwei"),
        text("drei"),
    );
    let draft = check::transcript("a.docx", &inputs::docx(0, true, body.as_bytes()), &ReadOptions::default());
    assert_eq!(draft.unwrap().text.as_str(), "eins\nzwei\ndrei");
}

/// A project file with one thing changed.
fn project(change: impl Fn(&rusqlite::Connection)) -> absatz::error::Error {
    use absatz::store::Project;
    let study = crate::support::Study::new();
    let path = study.path();
    drop(study.project);
    let raw = crate::support::raw(&path);
    change(&raw);
    drop(raw);
    let before = std::fs::read(&path).unwrap();
    let error = Project::open(&path, None).err().unwrap();
    assert!(std::fs::read(&path).unwrap() == before, "a refused file was changed");
    let left = std::fs::read_dir(study.folder.path()).unwrap().count();
    assert_eq!(left, 1, "nothing is left beside it");
    check::refusal(&error, &path.to_string_lossy());
    error
}

#[test]
fn damaged_projects_are_refused_with_the_file_and_a_way_out() {
    use absatz::error::Kind;
    let sql = |sql: &'static str| project(|raw| raw.execute_batch(sql).unwrap());
    assert_eq!(sql("PRAGMA application_id = 1").kind, Kind::Damaged);
    assert_eq!(sql("PRAGMA user_version = 0").kind, Kind::Damaged);
    assert_eq!(sql("PRAGMA user_version = 99").kind, Kind::Refused);
    sql("PRAGMA foreign_keys = OFF; DROP TABLE coding");
    sql("PRAGMA foreign_keys = OFF; DELETE FROM coder");
    sql("PRAGMA foreign_keys = OFF; DROP TABLE state");
}

#[test]
fn codebooks_of_too_many_codes_and_messages_of_too_many_words() {
    let lines = |end: &str| (0..30_000).map(|n| format!("c{n}{end}\n")).collect::<String>();
    let names: Vec<String> = (0..30_000).map(|n| format!("{{\"name\":\"c{n}\"}}")).collect();
    let json = format!("{{\"format\":\"absatz-codebook/1\",\"codes\":[{}]}}", names.join(","));
    let bullets: String = (0..30_000).map(|n| format!("- c{n}\n")).collect();
    for (name, text) in [
        ("a.txt", lines("")),
        ("a.md", bullets),
        ("a.csv", format!("path,color\n{}", lines(","))),
        ("a.json", json),
        ("a.txt", "a".repeat(9 << 20)),
    ] {
        let error = check::codebook(name, text.as_bytes()).unwrap_err();
        assert!(error.hint.is_some(), "{name}: {error}");
    }
    for text in [
        "a/".repeat(100_000),
        format!("a [#{}]", "f".repeat(100_000)),
        format!("a\n b > {}", "c".repeat(9_000)),
    ] {
        check::codebook("a.txt", text.as_bytes()).unwrap_err();
    }
}

/// A combining mark on a space or a quotation mark was left out of the pattern.
#[test]
fn a_text_holds_itself_with_marks_on_its_spaces() {
    use absatz::text::search::{Mode, compile};
    for text in ["e \u{329}\u{cb}se", "Tü \u{308}r", "\"\"\u{301}é", "a  \u{301}  b", "\u{301}a"] {
        assert!(compile(text, Mode::Folded).is_ok_and(|finder| finder.is_in(text)), "{text:?}");
    }
}
