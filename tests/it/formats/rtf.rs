//! RTF: what f4 writes, and small files of our own with what word processors put into theirs.

use absatz::formats::read::{ReadOptions, read};
use absatz::i18n::{Lang, set_lang};
use absatz::model::draft::Draft;
use absatz::text::ParagraphKind as Kind;

use super::{assert_shape, shape};

fn rtf(body: &str) -> Draft {
    rtf_bytes(format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0{body}}}").as_bytes())
}

fn rtf_bytes(file: &[u8]) -> Draft {
    set_lang(Lang::En);
    read("a.rtf", file, &ReadOptions::default())
        .unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(file)))
}

fn text(body: &str) -> String {
    rtf(body).text.as_str().to_owned()
}

#[test]
fn f4_with_stamps_at_the_end_and_at_the_start() {
    let by_hand = assert_shape(
        "f4_manual_end_timestamps.rtf",
        &[
            "1|I||4100|Wie sind Sie zu der Gärtnerei gekommen?",
            "2|B||21700|Ja, äh (...) über meine Tante. Sie hat gesagt: „Komm doch vorbei“ (lacht). Und dann bin ich (unv.) geblieben/ also fest geblieben.",
            "3|I||22300|//Mhm.//",
            "4|B||48000|Das war im Frühjahr (12 Sek. Pause) genau.",
        ],
    );
    assert_eq!((by_hand.reader, by_hand.warnings.len()), ("rtf", 0));
    assert_shape(
        "f4x_asr_start_timestamps.rtf",
        &[
            "1|I|4100||Wie sind Sie zu der Gärtnerei gekommen?",
            "2|B|21700||Ja, äh (...) über meine Tante. Sie hat gesagt: „Komm doch vorbei“ (lacht). Und dann bin ich (unv.) geblieben/ also fest geblieben.",
            "3|I|22300||//Mhm.//",
            "4|B|48000||Das war im Frühjahr (12 Sek. Pause) genau.",
            "5|B|||ohne Zeitmarke, mit Emoji 🙂 und – Gedankenstrich",
        ],
    );
}

#[test]
fn transana_time_codes() {
    let draft = rtf("\\pard \\'a4<4100>I: Wie war das?\\par \\'a4<21700>B: Gut.\\par");
    assert_eq!(shape(&draft), ["1|I|4100||Wie war das?", "2|B|21700||Gut."]);
}

#[test]
fn characters() {
    for (body, expected) in [
        ("a\\~b\\-c\\_d\\tab e", "a\u{a0}b\u{ad}c\u{2011}d\te"),
        (
            "\\{\\\\\\} \\lquote x\\rquote  \\ldblquote y\\rdblquote  \\emdash \\endash \\bullet",
            "{\\} ‘x’ “y” —–•",
        ),
        // The stand-in is one byte, none, two, an escape or a word, and ends with its group.
        ("\\u228\\'e4x\\uc0\\u246 y\\uc2\\u252??z", "äxöyüz"),
        ("{\\uc1\\u8217}'s \\u8212\\emdash  x\\u223\\{y", "’'s — xßy"),
        ("\\u228\\par b", "ä\nb"),
        // A surrogate pair, halves of one, and a code point that does not fit 16 bits.
        ("\\u-10179?\\u-8638? \\u-10179?x \\u-8638? \\u128514?", "🙂 \u{fffd}x \u{fffd} 😂"),
        ("one\\line two\\'0bthree\\u10?four", "one\u{2028}two\u{2028}three\u{2028}four"),
        ("a\\\nb\\\r\nc", "a\nb\nc"),
        ("a\r\nb\nc\0", "abc"),
        ("{\\upr{Gr?n}{\\*\\ud{Gr\\u252 ?n}}}", "Grün"),
        ("{\\*\\unheard of{\\b it}}here{\\heard of}", "hereof"),
        ("one\\page two\\par\\page three\\par", "one\u{2028}two\nthree"),
    ] {
        assert_eq!(text(body), expected, "{body}");
    }
}

#[test]
fn code_pages() {
    let fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset238{\\*\\falt x} Arial CE;}{\\f4\\fcharset2 Symbol;}{\\f5\\fcharset1 Arial;}{\\f6\\cpg437 Arial;}}";
    for (body, expected) in [
        ("\\f0 \\'e4 {\\f1 \\'cf\\'f0} \\'df", "ä Пр ß"),
        // The second byte of a character may be a letter, or an escaped backslash.
        ("\\f2 \\'83A\\'83\\\\ \\'82\\'a0", "アソ あ"),
        ("\\f3 \\'e8\\'9a", "čš"),
        ("\\f4 \\'b7 a\\'ae", "• a→"),
        ("\\f6 \\'84\\'e1", "äß"),
    ] {
        assert_eq!(text(&format!("{fonts}{body}")), expected, "{body}");
    }
    assert_eq!(rtf_bytes(b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0}").text.as_str(), "Пр");
    assert_eq!(rtf_bytes(b"{\\rtf1\\mac \\'8a}").text.as_str(), "ä");
    assert_eq!(rtf_bytes(b"{\\rtf1\\pca \\'84}").text.as_str(), "ä");
    assert_eq!(rtf_bytes(b"{\\rtf1\\ansi gr\xfcn}").text.as_str(), "grün", "bytes as they stand");
    assert_eq!(
        rtf_bytes("{\\rtf1\\ansi grün \\'fc}".as_bytes()).text.as_str(),
        "grün ü",
        "UTF-8 of a script"
    );
    let given = ReadOptions { encoding: Some("windows-1251".to_owned()), ..ReadOptions::default() };
    let draft = read("a.rtf", format!("{{\\rtf1{fonts}\\f0 \\'cf}}").as_bytes(), &given).unwrap();
    assert_eq!(draft.text.as_str(), "П", "the person's word overrules the file");
    let unknown = rtf_bytes(b"{\\rtf1\\ansicpg708 \\'e4}");
    assert!(unknown.advice[0].text.contains("708"), "{:?}", unknown.advice);
    let damaged = rtf_bytes(b"{\\rtf1\\ansicpg932 a\\'82 b}");
    assert!(damaged.text.as_str().contains('\u{fffd}') && damaged.warnings[0].contains("One character"));
}

#[test]
fn what_is_not_on_the_page_is_left_out_and_said() {
    let draft = rtf(concat!(
        "{\\info{\\title Secret}{\\author X}}{\\*\\generator Y;}",
        "{\\header Interview 3 strictly confidential\\par}{\\footerf{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}",
        "I: Wie {\\v unseen words}{\\deleted war}{\\revised ist} das?{\\*\\annotation No.}\\par",
        "{\\pict\\pngblip 89504e470d0a}{\\*\\shppict{\\pict\\bin4 }}{}}}{\\nonshppict{\\pict 00}}",
        "{\\pard{\\listtext\\'b7\\tab}\\ls1 B: Gut.\\par}{\\v\\par}",
        "{\\object{\\*\\objdata 0102}{\\result shown}}\\par",
    ));
    assert_eq!(draft.text.as_str(), "I: Wie ist das?\nB: Gut.\nshown");
    assert_eq!(
        draft.warnings,
        [
            "2 words of hidden text were left out.",
            "2 tracked changes were taken as accepted.",
            "One comment was left out.",
            "One paragraph has an automatic list number, which is not part of the text.",
            "2 pictures were left out.",
            "5 words in page headers and footers were left out.",
        ]
    );
}

#[test]
fn paragraphs_of_tables_boxes_and_notes() {
    let draft = rtf(concat!(
        "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 Ueberschrift;}{\\s2 heading 2;}{\\*\\cs10 strong;}}",
        "\\pard\\s1 Interview 5\\par\\pard\\s2 Part 1\\par\\pard\\plain",
        " I: Wie?{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} Second.}{\\footnote\\ftnalt Last.}\\par",
        "\\trowd\\intbl{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt boxed\\par}}{\\shprslt{\\*\\do{\\dptxbxtext boxed}}}}B:\\cell one\\par two\\cell\\row",
        "\\pard{\\itap2 in\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables\\par}}out\\cell\\row",
        "\\pard joined {\\deleted\\par}here\\par\\pard\\outlinelevel1 Heading\\par\\par\\pard end",
    ));
    let lines: Vec<(Kind, &str)> =
        draft.paragraphs.iter().map(|p| (p.kind, draft.text.slice(p.span))).collect();
    assert_eq!(
        lines,
        [
            (Kind::Heading, "Interview 5"),
            (Kind::Heading, "Part 1"),
            (Kind::Speech, "I: Wie?"),
            (Kind::Header, "B:"),
            (Kind::Speech, "boxed"),
            (Kind::Speech, "one"),
            (Kind::Speech, "two"),
            (Kind::Speech, "in"),
            (Kind::Speech, "out"),
            (Kind::Speech, "joined here"),
            (Kind::Heading, "Heading"),
            (Kind::Speech, "end"),
            (Kind::Note, "Second."),
            (Kind::Note, "Last."),
        ]
    );
}

#[test]
fn a_file_that_ends_early_says_so() {
    for file in
        ["{\\rtf1 I: Ja.\\par {\\b B: Ne", "{\\rtf1 I: Ja.}\\par B: Nein.}", "{\\rtf1 I: Ja.{\\pict\\bin99 }"]
    {
        let draft = rtf_bytes(file.as_bytes());
        assert!(draft.text.as_str().starts_with("I: Ja."));
        assert!(draft.warnings[0].contains("damaged"), "{file}: {:?}", draft.warnings);
    }
    assert!(rtf_bytes(b"{\\rtf1 I: Ja.}\r\n\0\0").warnings.is_empty());
}
