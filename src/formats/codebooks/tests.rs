//! Codebooks read, refused with the line, and carried through every format.

use proptest::prelude::*;

use super::*;
use crate::error::Kind;
use crate::model::codebook::CodebookAnchor;
use crate::model::codes::Guide;

fn paths(codebook: &Codebook) -> Vec<String> {
    let mut out = Vec::new();
    each(&codebook.codes, "", &mut |path, _| out.push(path.to_owned()));
    out
}

fn refused(name: &str, text: &str) -> Error {
    let error = read(name, text.as_bytes()).expect_err(text);
    assert!(error.message.starts_with(name), "{}", error.message);
    error
}

/// The line that an error names.
fn line(name: &str, text: &str) -> String {
    refused(name, text).place.unwrap_or_default()
}

#[test]
fn indented_list() {
    let text = "# our codes\nHindernisse [#0072b2] — was bremst\n\tRecht -- Vergabe: und mehr\n\t\tHaftung\n\n\tGeld\nChancen\n";
    for text in
        [text.to_owned(), text.replace('\t', "  "), text.replace('\n', "\r\n"), format!("\u{FEFF}{text}")]
    {
        let read = read("codes.txt", text.as_bytes()).unwrap();
        assert_eq!(
            paths(&read),
            ["Hindernisse", "Hindernisse/Recht", "Hindernisse/Recht/Haftung", "Hindernisse/Geld", "Chancen"]
        );
        assert_eq!(read.codes[0].color.as_deref(), Some("#0072B2"));
        assert_eq!(read.codes[0].guide.definition, "was bremst");
        assert_eq!(read.codes[0].children[0].guide.definition, "Vergabe: und mehr");
    }
}

#[test]
fn paths_as_list() {
    let text = "Hindernisse > Recht — das Recht\nHindernisse > Geld\nHindernisse — was bremst\nChancen";
    for text in [text.to_owned(), text.replace(" > ", "/")] {
        let read = read("codes.txt", text.as_bytes()).unwrap();
        assert_eq!(paths(&read), ["Hindernisse", "Hindernisse/Recht", "Hindernisse/Geld", "Chancen"]);
        assert_eq!(read.codes[0].guide.definition, "was bremst");
    }
}

#[test]
fn lists_from_older_programs() {
    let (text, _, _) = encoding_rs::WINDOWS_1252.encode("Größe\r\n\tÄmter – Räte\r\n");
    assert_eq!(paths(&read("codes.txt", &text).unwrap()), ["Größe", "Größe/Ämter – Räte"]);
    let utf16: Vec<u8> = "\u{FEFF}Größe\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(paths(&read("codes.txt", &utf16).unwrap()), ["Größe"]);
    let (text, _, _) =
        encoding_rs::WINDOWS_1252.encode("path;definition;origin\r\nÄmter;\"Räte; Höfe\";deduktiv\r\n");
    let read = read("codes.csv", &text).unwrap();
    assert_eq!(read.codes[0].guide.definition, "Räte; Höfe");
    assert_eq!(read.codes[0].guide.origin, Origin::Deductive);
}

#[test]
fn broken_lists_are_refused_with_the_line() {
    for (text, place) in [
        ("A\n\tB\n  C\n", "line 3"),
        ("A\n \tB\n", "line 2"),
        ("A\n    B\n  C\n", "line 3"),
        ("  A\nB\n", "line 2"),
        ("A\nB/C\n\tD\n", "line 2"),
        ("A/B\nA > C\n", "line 2"),
        ("A/B > C\n", "line 1"),
        ("A\n\n# x\nA\n", "line 4"),
        ("A/B\nA/B\n", "line 2"),
        ("A\nA/B\nA\n", "line 3"),
        ("A\n\tü\n\tu\u{308}\n", "line 3"),
        ("A\nB [#12345]\n", "line 2"),
        ("A\n/B\n", "line 2"),
        ("A\nB//C\n", "line 2"),
        ("A\n[#000000] — no name\n", "line 2"),
        ("A\n-\n", "line 2"),
        ("A\nB\u{200B}\n", "line 2"),
        ("A\nB\0\n", "line 2"),
        ("A\nB\\/C\n", "line 2"),
    ] {
        assert_eq!(line("codes.txt", text), place, "{text:?}");
        if let Some(number) = place.strip_prefix("line ") {
            assert!(refused("codes.txt", text).message.contains(&format!(" {number}:")), "{text:?}");
        }
    }
    let deep: String = (0..33).map(|n| format!("{}x\n", "\t".repeat(n))).collect();
    assert_eq!(line("codes.txt", &deep), "line 33");
    let path = vec!["x"; 33].join("/");
    assert_eq!(line("codes.txt", &path), "line 1");
    for empty in ["", "\n# nothing\n"] {
        assert_eq!(refused("codes.txt", empty).kind, Kind::Unreadable);
    }
}

#[test]
fn markdown_lists() {
    let text = "# Studie *A*\n\nWords before.\n\n- **Hindernisse** [#0072B2] — was bremst\n  und hindert\n  \
                apply: immer\n  origin: inductive\n  anchor: (IP 5: 9) So ist das.\n  - Recht\n* Chancen\n";
    let read = read("codes.md", text.as_bytes()).unwrap();
    assert_eq!(read.name, "Studie *A*");
    assert_eq!(paths(&read), ["Hindernisse", "Hindernisse/Recht", "Chancen"]);
    let code = &read.codes[0];
    assert_eq!(code.guide.definition, "was bremst\nund hindert");
    assert_eq!((code.guide.apply.as_str(), code.guide.origin), ("immer", Origin::Inductive));
    assert_eq!(
        code.anchors,
        [CodebookAnchor { place: "IP 5: 9".into(), text: "So ist das.".into(), document: None }]
    );
    assert_eq!(line("codes.md", "- A\n\nwords\n"), "line 3");
    assert_eq!(line("codes.md", "- A\n## B\n"), "line 2");
    assert_eq!(line("codes.md", "- A\n  origin: perhaps\n"), "line 2");
    assert!(refused("codes.md", "# only words\n").message.len() > 10);
}

#[test]
fn broken_csv_is_refused_with_the_line() {
    for (text, place) in [
        ("path,colour\nA,\n", "line 1"),
        ("definition\nx\n", "line 1"),
        ("path,path\nA,B\n", "line 1"),
        ("path,definition\nA,\"two\nlines\"\nB\n", "line 4"),
        ("path,definition\nA,b,c\n", "line 2"),
        ("path,color\nA,red\n", "line 2"),
        ("path,origin\nA,perhaps\n", "line 2"),
        ("path\nA/B\nA > C\n", "line 3"),
        ("path\nA/B\n\nA/B\n", "line 4"),
    ] {
        assert_eq!(line("codes.csv", text), place, "{text:?}");
    }
    assert!(refused("codes.csv", "path\n").message.len() > 10);
    assert_eq!(paths(&read("codes.csv", b"path\nA > B\nC\n").unwrap()), ["A", "A/B", "C"]);
    assert_eq!(paths(&read("codes.csv", b"color\tpath\n\tA/B\n").unwrap()), ["A", "A/B"]);
}

#[test]
fn json_is_refused_with_its_place() {
    let json = |codes: &str| format!("{{\"format\": \"absatz-codebook/1\",\n\"codes\": {codes}}}");
    let uuid = "0193a000-0000-7000-8000-000000000001";
    for (text, place) in [
        ("{\"codes\": []}".to_owned(), "format"),
        ("{\"format\": \"absatz-codebook/2\", \"codes\": 7}".to_owned(), "format"),
        ("{\"format\": 1}".to_owned(), "format"),
        ("{\n\"format\": }".to_owned(), "line 2, column 11"),
        (json("[{\"name\": 7}]"), "line 2, column 20"),
        (json("[{\"name\": \"A\"}, {\"name\": \"A\"}]"), "codes[1]"),
        (json("[{\"name\": \"A\", \"children\": [{\"name\": \"B/C\"}]}]"), "codes[0].children[0]"),
        (json("[{\"name\": \" \"}]"), "codes[0]"),
        (json("[{\"name\": \"A\", \"color\": \"blue\"}]"), "codes[0]"),
        (json("[{\"name\": \"A\", \"uuid\": \"x\"}]"), "codes[0]"),
        (
            json(&format!(
                "[{{\"name\": \"A\", \"uuid\": \"{uuid}\"}}, {{\"name\": \"B\", \"uuid\": \"{}\"}}]",
                uuid.to_uppercase()
            )),
            "codes[1]",
        ),
        (
            json(&format!(
                "{}{}",
                "[{\"name\": \"x\", \"children\": ".repeat(33),
                "[]".to_owned() + &"}]".repeat(33)
            )),
            &("codes[0]".to_owned() + &".children[0]".repeat(32)),
        ),
    ] {
        assert_eq!(line("codes.json", &text), place, "{text}");
    }
    assert!(read("codes.json", &json("[{\"name\": \"x\", \"children\": ").repeat(500).into_bytes()).is_err());
    assert_eq!(read("codes.json", json("[]").as_bytes()).unwrap().len(), 0);
}

#[test]
fn formats_by_ending() {
    assert!(CodebookFormat::from_name("doc").unwrap_err().hint.unwrap().contains(".json, .md"));
    assert!(read("codes", b"A").is_err());
    let error = read("codes.xlsx", b"PK").unwrap_err();
    assert!(error.hint.unwrap().contains(".csv"));
    assert!(CodebookFormat::ALL.iter().all(|f| CodebookFormat::from_name(f.name()).unwrap() == *f));
}

#[test]
fn coding_guide_as_documents() {
    let codebook = Codebook {
        name: "Studie".into(),
        codes: vec![CodebookCode {
            name: "Recht".into(),
            guide: Guide { definition: "=1+1".into(), origin: Origin::Inductive, ..Guide::default() },
            anchors: vec![CodebookAnchor {
                place: "IP 5: 9".into(),
                text: "So ist das.".into(),
                document: None,
            }],
            children: vec![CodebookCode { name: "Haftung".into(), ..CodebookCode::default() }],
            ..CodebookCode::default()
        }],
        ..Codebook::default()
    };
    let guide = table(&codebook);
    assert_eq!(guide.columns.len(), 7);
    assert_eq!(guide.rows[1][0].value.plain(), "Recht/Haftung");
    assert_eq!(guide.rows[0][4].value.plain(), "So ist das. (IP 5: 9)");
    for format in [CodebookFormat::Xlsx, CodebookFormat::Docx] {
        assert!(write(&codebook, format).unwrap().starts_with(b"PK"));
    }
    let mut wrong = codebook;
    wrong.codes[0].name = "A/B".into();
    assert!(CodebookFormat::ALL.into_iter().all(|format| write(&wrong, format).is_err()));
}

/// Files to look at: `ABSATZ_LOOK=folder cargo test --lib formats::codebooks -- --ignored look`.
#[test]
#[ignore = "writes files for the eye"]
fn look() {
    let folder = std::env::var("ABSATZ_LOOK").expect("ABSATZ_LOOK");
    let text = "# Gemeinwohl und Daten\n\n- **Hindernisse** [#0072B2] — Was die Nutzung von Daten bremst oder verhindert.\n  \
                apply: Die Person nennt selbst einen Grund.\n  not_apply: Bloße Vermutungen: siehe Erwartungen.\n  \
                origin: deductive\n  research_question: Was hindert Kommunen?\n  \
                anchor: (IP 5: 9) Niemand sagt uns, ob wir dürfen.\n  anchor: (IP 8: 45f.) Das Geld fehlt.\n  \
                - **Recht** [#E69F00] — Vergaberecht, Datenschutz.\n    origin: inductive\n- **Chancen**\n";
    let codebook = read("c.md", text.as_bytes()).unwrap();
    for format in CodebookFormat::ALL {
        let path = Path::new(&folder).join(format!("guide.{}", format.name()));
        tables::to_file(&path, &write(&codebook, format).unwrap(), true).unwrap();
    }
    for (name, text) in [
        ("c.txt", "A\n\tB\n  C\n"),
        ("c.txt", "A/B\nA > C\n"),
        ("c.csv", "path;farbe\nA;\n"),
        ("c.json", "{\"format\": \"x\"}"),
        ("c.json", "{"),
    ] {
        println!("{}\n", refused(name, text));
    }
}

/// Texts with everything that the formats give a meaning to.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,24}",
        "[-—•*+#\\[\\]()<>br\\\\n:_`|&~$ '=@/apply\n\r\t]{0,24}",
        Just("a — b -- c [#112233]\\n<br>\r\n- x".to_owned()),
        Just("C:\\new\u{2028}line\u{85}".to_owned()),
    ]
    .prop_map(|text| text.trim().to_owned())
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{1,20}", "[-—•*+#\\[\\]()<br\\\\n:_`|&~$ '=@apply1.]{1,16}"]
        .prop_filter_map("a name", |name| crate::model::codes::check_name(&name).ok().map(str::to_owned))
}

fn any_code() -> impl Strategy<Value = CodebookCode> {
    let guide =
        (any_text(), any_text(), any_text(), any_text(), 0..3usize).prop_map(|(a, b, c, d, origin)| Guide {
            definition: a,
            apply: b,
            not_apply: c,
            research_question: d,
            origin: [Origin::Unspecified, Origin::Deductive, Origin::Inductive][origin],
        });
    let anchors = proptest::collection::vec(
        (any_text(), any_text()).prop_map(|(place, text)| CodebookAnchor { place, text, document: None }),
        0..3,
    );
    let one = (any_name(), proptest::option::of("#[0-9A-F]{6}"), guide, anchors).prop_map(
        |(name, color, guide, anchors)| CodebookCode { name, color, guide, anchors, ..Default::default() },
    );
    one.prop_recursive(4, 24, 4, |inner| {
        (inner.clone(), proptest::collection::vec(inner, 0..4)).prop_map(|(mut code, children)| {
            code.children = apart(children);
            code
        })
    })
}

/// Siblings with names of their own.
fn apart(codes: Vec<CodebookCode>) -> Vec<CodebookCode> {
    let mut seen = std::collections::HashSet::new();
    codes.into_iter().filter(|code| seen.insert(crate::model::codes::fold_name(&code.name))).collect()
}

fn any_codebook() -> impl Strategy<Value = Codebook> {
    (any_text(), proptest::collection::vec(any_code(), 1..5)).prop_map(|(name, codes)| Codebook {
        format: crate::model::codebook::FORMAT.into(),
        name,
        language: "de".into(),
        codes: apart(codes),
    })
}

/// What a format holds of a codebook.
fn held(mut codebook: Codebook, format: CodebookFormat) -> Codebook {
    fn lower(code: &mut CodebookCode, format: CodebookFormat) {
        if format != CodebookFormat::Md {
            code.anchors.clear();
        }
        let guide = &mut code.guide;
        if format == CodebookFormat::Txt {
            *guide = Guide { definition: std::mem::take(&mut guide.definition), ..Guide::default() };
        }
        if format == CodebookFormat::Csv {
            for text in
                [&mut guide.definition, &mut guide.apply, &mut guide.not_apply, &mut guide.research_question]
            {
                *text = text.replace("\r\n", "\n").replace('\r', "\n");
            }
        }
        code.children.iter_mut().for_each(|child| lower(child, format));
    }
    if format == CodebookFormat::Json {
        return codebook;
    }
    codebook.language.clear();
    if format != CodebookFormat::Md {
        codebook.name.clear();
    }
    codebook.codes.iter_mut().for_each(|code| lower(code, format));
    codebook
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_format_gives_back_what_it_holds(codebook in any_codebook()) {
        for format in CodebookFormat::ALL.into_iter().filter(|format| format.is_read()) {
            let bytes = write(&codebook, format).unwrap();
            let name = format!("c.{}", format.name());
            let again = read(&name, &bytes);
            prop_assert!(again.is_ok(), "{:?}\n{}", again, String::from_utf8_lossy(&bytes));
            prop_assert_eq!(again.unwrap(), held(codebook.clone(), format), "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in any_text()) {
        for format in CodebookFormat::ALL {
            let _ = read(&format!("c.{}", format.name()), &bytes);
            let _ = read(&format!("c.{}", format.name()), text.as_bytes());
        }
    }
}
