//! Web pages and oTranscribe: what a browser shows, paragraph by paragraph.

use std::fmt::Write;

use absatz::formats::read::{ReadOptions, read};
use absatz::model::draft::Draft;
use absatz::text::paragraphs::MarkKind;
use absatz::text::recognise::Options;

use super::{assert_shape, fixture, read_fixture, shape};

fn page(body: &str) -> Draft {
    let html = format!("<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>");
    read("a.html", html.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn text(body: &str) -> String {
    page(body).text.as_str().to_owned()
}

#[test]
fn noscribe() {
    let draft = assert_shape(
        "noscribe.html",
        &[
            "#1||||IP 9 Gärtnerei",
            "-||||Transcribed with noScribe vers. 0.7",
            "-||||Audio file: C:/Aufnahmen/IP 9 Gärtnerei.mp3",
            "-||||(Language: German (de) | Speaker detection: auto | Overlapping speech: 1 | Timestamps: 1 | Disfluencies: 1 | Mark pause: 1)",
            "2||0|12140|(12 Sekunden Pause)",
            "3|S01|12140|33510|Wie sind Sie zu der Gärtnerei gekommen? (..) Erzählen Sie einfach. //S02: Ja, gern.// Von Anfang an.",
            "4|S00|36190|36330|Über meine Tante & ihren Hof.",
            "5|S01|36950|39650|Wann war das?",
            "6|S00|39650|149350|Im Frühjahr. Das weiß ich noch.",
        ],
    );
    assert_eq!(draft.reader, "html");
    assert!(draft.text.as_str().contains("Im Frühjahr.\u{2028}[00:01:39] Das"), "a break is no paragraph");
    let speakers: Vec<&str> = draft.speakers.iter().map(|s| s.label.as_str()).collect();
    assert_eq!(speakers, ["S01", "S00"], "who only speaks into a turn has none");
}

/// noScribe's editor renames in the text, not in the anchors.
#[test]
fn noscribe_with_renamed_speakers() {
    let html = String::from_utf8(fixture("noscribe.html")).unwrap();
    let html = html.replace(" >S01: ", " >I: ").replace(" >S00: ", " >Frau Lind: ");
    // One paragraph was given to the other speaker.
    let html =
        html.replace(" >I: <span style=\"color: #78909C\" >[00:00:36]", " >Frau Lind: <span>[00:00:36]");
    let draft = read("a.html", html.as_bytes(), &ReadOptions::default()).unwrap();
    let found: Vec<&str> =
        draft.paragraphs.iter().skip(5).map(|p| p.speaker.as_deref().unwrap_or("")).collect();
    assert_eq!(found, ["I", "Frau Lind", "Frau Lind", "Frau Lind"]);
    let without = html.replace(" >I: ", " >").replace(" >Frau Lind: ", " >");
    let draft = read("a.html", without.as_bytes(), &ReadOptions::default()).unwrap();
    let found: Vec<&str> =
        draft.paragraphs.iter().skip(5).map(|p| p.speaker.as_deref().unwrap_or("")).collect();
    assert_eq!(found, ["S01", "S00", "S01", "S00"], "the anchors know it");
}

#[test]
fn otter_page() {
    let draft = assert_shape(
        "otter_page.html",
        &[
            "#1||||Garden talk",
            "-||||Mara Lind 0:01",
            "2|Mara Lind|1000||Right, let us start with the garden.",
            "-||||Unknown Speaker 1:09",
            "3|Unknown Speaker|69000||Twelve\u{a0}beds.\u{2028}And a greenhouse.",
            "-||||Mara Lind 1:02:09",
            "4|Mara Lind|3729000||That is a lot.",
            "-||||Transcribed by https://otter.ai",
        ],
    );
    assert!(draft.warnings.is_empty(), "{:?}", draft.warnings);
}

#[test]
fn otranscribe() {
    let draft = assert_shape(
        "otranscribe.otr",
        &["1|I|4100||Wie war das?\u{2028}Zweite Zeile.", "2|B|3621000||Gut & kalt."],
    );
    assert_eq!(
        draft.text.as_str(),
        "00:04\u{a0}I: Wie war das?\u{2028}Zweite Zeile.\n1:00:21\u{a0}B: Gut & kalt."
    );
    assert_eq!(draft.reader, "otr");
}

fn otr(html: &str) -> Draft {
    let json = serde_json::json!({"text": html, "media": "ip05.mp3", "media-time": 21.7}).to_string();
    read("a.otr", json.as_bytes(), &ReadOptions::default()).unwrap()
}

#[test]
fn otranscribe_lines_in_one_paragraph() {
    let stamp = |data: &str, shown: &str| {
        format!("<span class=\"timestamp\" data-timestamp=\"{data}\">{shown}</span>\u{a0}")
    };
    let lines = [
        stamp("9.48", "00:09") + "Wie war das?",
        stamp("17.4", "00:17")
            + "Gut."
            + " Und "
            + &stamp("26.6", "00:26")
            + "kalt. "
            + &stamp("30", "00:30"),
        "<div>Nie wieder.</div>".to_owned(),
    ];
    let expected = [
        "1||9480||Wie war das?",
        // The stamp in the middle is none of the speech either.
        "2||17400|30000|Gut. Und kalt.",
        "3||||Nie wieder.",
    ];
    let draft = otr(&format!("<p>{}</p>", lines.join("<br />")));
    assert_eq!(shape(&draft), expected);
    let times = draft.paragraphs[1].marks.iter().filter(|mark| mark.kind == MarkKind::Time);
    let times: Vec<&str> = times.map(|mark| draft.text.slice(mark.span)).collect();
    assert_eq!(times, ["00:17", "00:26", "00:30"]);
    // Old files have no number.
    let old = "<p><span class=\"timestamp\" onclick=\"var x=this;ts.setFrom('1:00:21', x);\">1:00:21</span> B: So.</p>";
    assert_eq!(shape(&otr(old)), ["1||3621000||B: So."]);
    assert_eq!(shape(&otr("<p><span class=\"timestamp\">00:04</span> I: So.</p>")), ["1||4000||I: So."]);
}

#[test]
fn otranscribe_times_can_be_cut_out() {
    let html = "<p><span class=\"timestamp\" data-timestamp=\"9.4\">00:09</span>\u{a0}Ja <span class=\"timestamp\" data-timestamp=\"12\">00:12</span>\u{a0}und nein.</p>";
    let json = serde_json::json!({"text": html, "media-time": 1}).to_string();
    let recognise = Options { strip_times: true, ..Options::default() };
    let options = ReadOptions { recognise, ..ReadOptions::default() };
    // By content, whatever the file is called.
    let draft = read("a.json", json.as_bytes(), &options).unwrap();
    assert_eq!(draft.text.as_str(), "Ja\u{a0}und nein.");
    assert_eq!(draft.paragraphs[0].time, Some(9400));
}

#[test]
fn white_space_as_a_browser_shows_it() {
    assert_eq!(text("<p>\n  a\t b <b> c</b>\r\n d </p>"), "a b c d");
    assert_eq!(text("<p>a&nbsp; b &shy;<wbr>c</p>"), "a\u{a0} b \u{ad}c");
    assert_eq!(text("<p>a <br> b<br></p><p><br></p><p></p><p>c"), "a\u{2028}b\n\nc");
    assert_eq!(text("<pre>I: a  b\n\nB:\tc\n</pre>"), "I: a  b\n\nB:\tc");
    assert_eq!(
        text("<p>&lt;&amp;&gt; &quot;&#228;&#x1F33E; &uuml;&hellip; &lt &unbekannt; AT&T"),
        "<&> \"ä🌾 ü… < &unbekannt; AT&T"
    );
}

#[test]
fn what_a_browser_does_not_show_is_left_out() {
    let body = "<script>if (a < b) { '<p>x</p>' }</script><style>p { }</style><!-- c <p>d</p> --><noscript>e</noscript>\
        <p>eins<span style=\"display: none\"> zwei drei</span></p><div hidden><p>vier</p></div><p hidden>fünf<p>sechs\
        <template>t</template><svg><title>t</title><text>t</text></svg><ruby>漢<rp>(</rp><rt>かん<rp>)</rp></ruby>字<img src=x>";
    let draft = page(body);
    assert_eq!(draft.text.as_str(), "eins\nsechs漢字");
    assert!(draft.warnings[0].contains('4') && draft.warnings.len() == 2, "{:?}", draft.warnings);
}

#[test]
fn one_turn_a_paragraph_a_div_or_a_line() {
    let expected = ["1|I|||Wie war das?", "2|B|||Gut.", "3|I|||Und dann?", "4|B|||Kalt."];
    for (start, end) in
        [("<p>", "</p>"), ("<div>", "</div>"), ("", "<br>\n"), ("<li>", ""), ("<td>", "</td>")]
    {
        let body = ["I: Wie war das?", "B: Gut.", "I: Und dann?", "B: Kalt."].iter().fold(
            String::new(),
            |mut body, turn| {
                write!(body, "{start}<b>{}</b>{}{end}", &turn[..2], &turn[2..]).unwrap();
                body
            },
        );
        assert_eq!(shape(&page(&body)), expected, "{start}");
        assert_eq!(shape(&page(&format!("<h2>Teil 1</h2><div>{body}</div>")))[1..].len(), 4, "{start}");
    }
    // Without labels a page of one block is one of lines; a break in one of several blocks is soft.
    assert_eq!(text("eins<br>zwei<br><br>drei"), "eins\nzwei\n\ndrei");
    assert_eq!(text("<p>eins<br>zwei</p><p>drei</p>"), "eins\u{2028}zwei\ndrei");
    assert_eq!(text("<p>eins<br><br>zwei</p><p>drei</p>"), "eins\n\nzwei\ndrei");
}

#[test]
fn elements_that_name_speaker_and_time() {
    let podcast = "<cite>Mara Lind:</cite><time>0:03</time><p>Guten Morgen.</p><p>Und willkommen.</p>\
        <cite>Tom Berg:</cite> <time>1:09</time><p>Morgen.</p>";
    assert_eq!(
        shape(&page(podcast)),
        [
            "-||||Mara Lind: 0:03",
            "1|Mara Lind|3000||Guten Morgen.",
            "2|Mara Lind|||Und willkommen.",
            "-||||Tom Berg: 1:09",
            "3|Tom Berg|69000||Morgen.",
        ]
    );
    let classes = "<p><span class=\"timestamp\">[0:03]</span> <span class=\"speaker\">Mara</span> Ja.</p>\
        <div class=turn><div class=speaker>Tom</div><div>Nein.</div></div>\
        <p>Er sagte <time datetime=\"2026-03-02\">gestern</time> um <time>10:30</time>, es sei gut.</p>";
    let draft = page(classes);
    assert_eq!(
        shape(&draft),
        ["1|Mara|3000||Ja.", "-||||Tom", "2|Tom|||Nein.", "3|Tom|||Er sagte gestern um 10:30, es sei gut."]
    );
    assert_eq!(
        shape(&page("<p><cite>Momo</cite> ist ein Buch.</p><p>Ja.</p>"))[0],
        "1||||Momo ist ein Buch."
    );
    let times = "<p><b>I:</b> Gut.</p><time>0:05</time><p>Und?</p><p><b>B:</b> So.</p>";
    assert_eq!(shape(&page(times)), ["1|I|||Gut.", "-||||0:05", "2|I|5000||Und?", "3|B|||So."]);
    // Lines that only name who speaks when go with the labels and times.
    let recognise = Options { strip_labels: true, strip_times: true, ..Options::default() };
    let options = ReadOptions { recognise, ..ReadOptions::default() };
    let draft = read("a.html", format!("<html>{podcast}").as_bytes(), &options).unwrap();
    assert_eq!(draft.text.as_str(), "Guten Morgen.\nUnd willkommen.\nMorgen.");
    assert_eq!(draft.paragraphs[2].speaker.as_deref(), Some("Tom Berg"));
}

#[test]
fn pages_in_other_encodings() {
    let html =
        "<html><head><meta charset=\"windows-1251\"></head><body><p>I: Как?</p><p>B: Так.</p></body></html>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(html);
    let draft = read("a.htm", &bytes, &ReadOptions::default()).unwrap();
    assert_eq!((draft.text.as_str(), draft.encoding.as_deref()), ("I: Как?\nB: Так.", Some("windows-1251")));
    let wide: Vec<u8> =
        b"\xff\xfe".iter().copied().chain(html.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let draft = read("ohne Endung", &wide, &ReadOptions::default()).unwrap();
    assert_eq!((draft.text.as_str(), draft.encoding.as_deref()), ("I: Как?\nB: Так.", Some("UTF-16LE")));
    let xhtml =
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- gespeichert -->\n<!DOCTYPE html>{html}");
    assert_eq!(read("x", xhtml.as_bytes(), &ReadOptions::default()).unwrap().reader, "html");
}

#[test]
fn a_damaged_otranscribe_file_is_refused() {
    for bytes in [&b"{\"text\":\"<p>I: Ja"[..], b"{\"media\":\"a.mp3\",\"media-time\":1}", b"{\"text\":7}"] {
        let error = read("a.otr", bytes, &ReadOptions::default()).unwrap_err();
        assert!(error.hint.is_some() && error.place.is_some(), "{error:?}");
    }
    let empty = read("a.otr", b"{\"text\":\"<p><br /></p>\"}", &ReadOptions::default()).unwrap_err();
    assert!(empty.hint.is_some());
    assert!(read_fixture("otranscribe.otr").warnings.is_empty());
}
