//! Word loss on real transcripts, against a naive extraction that shares no code with the readers. The files are not
//! in this repository; without them the test says so.

use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use absatz::formats::read::{ReadOptions, read};
use absatz::text::ParagraphKind as Kind;
use regex::Regex;

pub fn folder() -> Option<PathBuf> {
    ["../shared/corpus/real", "../../shared/corpus/real"]
        .iter()
        .map(|path| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path))
        .find(|path| path.is_dir())
}

fn plain(pattern: &str, text: &str, with: &str) -> String {
    Regex::new(pattern).unwrap().replace_all(text, with).into_owned()
}

fn entities(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// All that stands in `w:t`, paragraph ends and tabs as spaces.
fn naive_docx(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let main = Regex::new(r"^word/document\d*\.xml$").unwrap();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        if main.is_match(&file.name().unwrap()) {
            file.read_to_string(&mut xml).unwrap();
        }
    }
    let xml = plain(r"</w:p>|<w:tab/>|<w:br\b[^>]*/>|<w:cr/>", &xml, "<w:t> </w:t>");
    Regex::new(r"(?s)<w:t(?: [^>]*)?>(.*?)</w:t>")
        .unwrap()
        .captures_iter(&xml)
        .map(|found| entities(&found[1]))
        .collect()
}

fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        _ => String::from_utf8(bytes.to_vec()).unwrap().trim_start_matches('\u{feff}').to_owned(),
    }
}

fn naive_cues(bytes: &[u8]) -> String {
    let text = text_of(bytes).replace("\r\n", "\n");
    let text = plain(r"(?m)^(WEBVTT|NOTE)\b[^\n]*\n(?:[^\n]+\n)*", &text, "");
    let text = plain(r"(?m)^\d+$|^[0-9a-f-]{36}/\d+-\d+$|^.*-->.*$", &text, "");
    entities(&plain(r"<[^>]*>", &text, ""))
}

/// What stands between tags; references and breaks as what they stand for.
fn naive_html(html: &str) -> String {
    let html = plain(r"(?s)<(style|script|title)\b.*?</(style|script|title)>|<!.*?>", html, " ");
    let html = plain(r"(?i)</?(p|br|div|h[1-6]|li|td)\b[^>]*>", &html, " ");
    entities(&plain(r"<[^>]*>", &html, "")).replace("&nbsp;", " ")
}

fn naive_otr(bytes: &[u8]) -> String {
    let json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    naive_html(json["text"].as_str().unwrap())
}

/// What another program makes of the file; none where it is not installed.
fn by_program(program: &str, arguments: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(program).args(arguments).current_dir(folder.path()).output();
    let Ok(output) = output else {
        println!("skipped: {program} is not installed");
        return None;
    };
    let file = std::fs::read_dir(folder.path()).unwrap().next();
    Some(match file {
        Some(file) => text_of(&std::fs::read(file.unwrap().path()).unwrap()),
        None => String::from_utf8(output.stdout).unwrap(),
    })
}

/// LibreOffice's text, in a profile of its own: another instance may run.
fn by_libreoffice(path: &Path) -> Option<String> {
    let profile = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", profile.path().display());
    let path = path.canonicalize().unwrap();
    let arguments =
        ["--headless", &profile, "--convert-to", "txt:Text (encoded):UTF8", path.to_str().unwrap()];
    by_program("soffice", &arguments)
}

/// The texts of the segments.
fn naive_json(bytes: &[u8]) -> String {
    let value: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let japanese = value["language"] == "ja";
    let segments: Vec<String> = value["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["text"].as_str().unwrap().to_owned())
        .collect();
    segments.join(if japanese { "" } else { " " })
}

/// What stands in elements of this name.
fn naive_xml(bytes: &[u8], element: &str, between: &str) -> String {
    let pattern = format!("(?s)<{element}(?: [^>]*)?>(.*?)</{element}>");
    let text = text_of(bytes);
    let found = Regex::new(&pattern).unwrap();
    let found: Vec<String> = found.captures_iter(&text).map(|found| entities(&found[1])).collect();
    found.join(between)
}

/// All lines but the dependent tiers, without bullets.
fn naive_chat(bytes: &[u8]) -> String {
    plain("\u{15}[^\u{15}]*\u{15}|(?m)^%.*$", &text_of(bytes), "")
}

fn naive_xlsx(bytes: &[u8]) -> String {
    use calamine::Reader;
    let mut workbook = calamine::Xlsx::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let cells = workbook
        .worksheets()
        .into_iter()
        .flat_map(|(_, range)| range.used_cells().map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>());
    cells.collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> HashMap<String, i64> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_insert(0) += 1;
    }
    words
}

/// What is on the page and not in the text are numbers: of pages and, in the margin, of paragraphs.
fn compare_pdf(name: &str, path: &Path, bytes: &[u8]) {
    let path = path.canonicalize().unwrap();
    let Some(naive) = by_program("pdftotext", &["-layout", path.to_str().unwrap(), "-"]) else { return };
    let draft = read(name, bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
    let (expected, found) = (words(&naive), words(draft.text.as_str()));
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let less: i64 = expected.iter().map(|(word, count)| (count - found.get(word).unwrap_or(&0)).max(0)).sum();
    let lost: Vec<&String> = expected
        .iter()
        .filter(|(word, count)| !is_number(word) && found.get(*word).unwrap_or(&0) < count)
        .map(|(word, _)| word)
        .collect();
    let made_up: Vec<&String> = found
        .iter()
        .filter(|(word, count)| expected.get(*word).unwrap_or(&0) < count)
        .map(|(word, _)| word)
        .collect();
    let total: i64 = expected.values().sum();
    println!("{name}: {less} of {total} words missing, other than numbers {lost:?}, made up {made_up:?}");
    assert!(lost.is_empty() && made_up.is_empty());
    let last = Regex::new(r"(?m)^ *(\d+) ").unwrap().captures_iter(&naive).last();
    if name.contains("maxqda") {
        assert_eq!(last.map(|found| found[1].to_owned()), Some(draft.numbered().to_string()), "{name}");
    }
}

#[test]
fn words_are_not_lost() {
    let Some(folder) = folder() else {
        println!("skipped: the corpus of real transcripts is not here");
        return;
    };
    let (mut all, mut missing, mut files) = (0_i64, 0_i64, 0);
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let naive = match name.rsplit('.').next().unwrap() {
            // Rolling captions repeat most lines; their reader has tests of its own.
            _ if name.contains("youtube") => continue,
            "docx" => naive_docx(&bytes),
            "vtt" | "srt" => naive_cues(&bytes),
            "txt" | "md" => text_of(&bytes),
            "html" => naive_html(&text_of(&bytes)),
            "otr" => naive_otr(&bytes),
            "pdf" => {
                compare_pdf(&name, &path, &bytes);
                continue;
            }
            "rtf" | "odt" => match by_libreoffice(&path) {
                Some(text) => text,
                None => continue,
            },
            "json" => naive_json(&bytes),
            "eaf" => naive_xml(&bytes, "ANNOTATION_VALUE", " "),
            // Fragments of words: only by letters can they be compared.
            "exb" => naive_xml(&bytes, "event", ""),
            "cha" => naive_chat(&bytes),
            "xlsx" => naive_xlsx(&bytes),
            _ => continue,
        };
        let draft =
            read(&name, &bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut read = draft.text.as_str().to_owned();
        let mut naive = naive;
        match name.rsplit('.').next().unwrap() {
            // Who speaks stands in a column of its own.
            "xlsx" => {
                let names = draft.paragraphs.iter().filter_map(|paragraph| paragraph.speaker.clone());
                read = [read].into_iter().chain(names).collect::<Vec<_>>().join(" ");
            }
            // Its order is another one, since two people's events lie beside each other: letter by letter.
            "exb" => [&mut read, &mut naive].into_iter().for_each(|text| {
                *text = text.chars().map(|c| format!("{c} ")).collect();
            }),
            _ => {}
        }
        let (expected, found) = (words(&naive), words(&read));
        let lost: Vec<(&String, i64)> = expected
            .iter()
            .map(|(word, count)| (word, count - found.get(word).unwrap_or(&0)))
            .filter(|(_, less)| *less > 0)
            .collect();
        let total: i64 = expected.values().sum();
        let less: i64 = lost.iter().map(|(_, less)| less).sum();
        println!("{name}: {less} of {total} words missing {lost:?}");
        assert!(draft.paragraphs.iter().any(|p| p.kind == Kind::Speech));
        (all, missing, files) = (all + total, missing + less, files + 1);
    }
    println!("{missing} of {all} words missing in {files} files");
    assert!(missing * 10_000 < all, "{missing} of {all} words missing");
}
