//! Hostile bytes: whatever a file holds, it is read soundly or refused with one error that names it and the way out.
//!
//! 2,000 mutations of sound files for every reader and codebook format, the same in every run; what must hold is in
//! `fuzz/src/check.rs`, shared with the fuzz targets. [`bombs`] are files made to exhaust memory or time, [`findings`]
//! what fuzzing and reading found, each once.

mod bombs;
#[path = "../../fuzz/src/check.rs"]
mod check;
mod findings;
#[path = "../../fuzz/src/inputs.rs"]
mod inputs;
mod pdf;
mod rtf;

use absatz::formats::read::{Cues, ReadOptions};

use crate::support::root;

/// As many as a run asks for in `ABSATZ_MUTATIONS`; 2,000 in the ordinary suite.
fn mutations() -> usize {
    std::env::var("ABSATZ_MUTATIONS").map_or(2_000, |number| number.parse().expect("a number"))
}

/// A small generator (xorshift64*): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }
    /// A range inside `len`, at most `longest` long.
    fn range(&mut self, len: usize, longest: usize) -> std::ops::Range<usize> {
        let start = self.roll(len + 1);
        start..(start + self.roll(longest + 1)).min(len)
    }
}

/// What numbers, brackets and elements of these formats look like when they mean harm.
const PIECES: [&str; 46] = [
    "4294967295",
    "18446744073709551616",
    "-1",
    "999:59:59.999",
    "[99:99:99]",
    "00:00:00 --> ",
    " --> 0:0:1\n",
    "((((((((",
    "[[[[[[[[",
    "{{{{{{{{",
    "<<<<<<<<",
    "&#0;",
    "&#x110000;",
    "&amp",
    "<w:p>",
    "</w:p>",
    "<w:sdt><w:sdt><w:sdt>",
    "<v ",
    "\0",
    "\r",
    "\n\n",
    "\u{2028}",
    "\u{feff}",
    "\u{301}\u{301}",
    "\u{202e}",
    ": ",
    "I: ",
    "\t",
    "\\",
    "\"",
    "/",
    " > ",
    "— ",
    "#00:00:01-0#",
    "<text:p>",
    "</text:p>",
    "<text:span>",
    "<text:note><text:note-body>",
    "<text:s text:c=\"99999999\"/>",
    "<br>",
    "<p>",
    "</div>",
    "<a name=\"ts_1_2_S01\">",
    "<span class=\"timestamp\" data-timestamp=\"-1e99\">",
    "<!--",
    "<script>",
];

/// One to four changes: flipped bits, bytes gone, doubled or overwritten, a splice with another seed, an end cut off,
/// a harmful piece put in, once or many times.
fn mutate(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[dice.roll(seeds.len())].clone();
    for _ in 0..=dice.roll(4) {
        let len = bytes.len();
        match dice.roll(9) {
            0 | 1 if len > 0 => bytes[dice.roll(len)] ^= 1 << dice.roll(8),
            2 if len > 0 => bytes[dice.roll(len)] = dice.roll(256) as u8,
            3 => drop(bytes.drain(dice.range(len, 24))),
            4 => {
                let again = bytes[dice.range(len, 48)].to_vec();
                let at = dice.roll(len + 1);
                bytes.splice(at..at, again);
            }
            5 => {
                let other = &seeds[dice.roll(seeds.len())];
                let from = dice.roll(other.len() + 1);
                bytes.truncate(dice.roll(len + 1));
                bytes.extend_from_slice(&other[from..]);
            }
            6 => bytes.truncate(dice.roll(len + 1)),
            _ => {
                let piece = PIECES[dice.roll(PIECES.len())].repeat(1 + dice.roll(2) * dice.roll(40));
                let at = dice.range(len, 6);
                bytes.splice(at, piece.into_bytes());
            }
        }
    }
    bytes
}

/// The fixtures and the shipped study's transcripts with these endings, each cut to a page at most.
fn seeds(folders: &[&str], endings: &[&str]) -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for folder in folders {
        let mut files: Vec<_> =
            std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in
            files.iter().filter(|file| endings.iter().any(|end| file.to_string_lossy().ends_with(end)))
        {
            let mut bytes = std::fs::read(file).unwrap();
            if !["docx", "pdf"].iter().any(|end| file.to_string_lossy().ends_with(end)) {
                bytes.truncate(1_400);
            }
            seeds.push(bytes);
        }
    }
    assert!(!seeds.is_empty(), "{folders:?} {endings:?}");
    seeds
}

fn options(dice: &mut Dice) -> ReadOptions {
    let mut options = ReadOptions::default();
    options.recognise.strip_labels = dice.roll(4) == 0;
    options.recognise.strip_times = dice.roll(4) == 0;
    options.recognise.numbering.empty_lines = dice.roll(4) == 0;
    options.cues = if dice.roll(4) == 0 { Cues::Separate } else { Cues::Merge };
    options
}

/// Whatever is mutated, a failure says which mutation it was.
fn each(seeds: &[Vec<u8>], start: u64, check: impl Fn(&mut Dice, Vec<u8>) -> bool) {
    let mutations = mutations();
    let mut read = 0;
    for number in 0..mutations {
        let mut dice = Dice(start << 32 | (number as u64 + 1) << 1 | 1);
        dice.roll(1);
        let bytes = mutate(&mut dice, seeds);
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&mut dice, bytes)));
        read += usize::from(done.unwrap_or_else(|_| panic!("mutation {number}: {shown:?}")));
    }
    println!("{read} of {mutations} were read");
    assert!(read > 20 && read < mutations, "{read} of {mutations} were read: the mutations test nothing");
}

const FIXTURES: &str = "tests/it/fixtures/synthetic";
const SAMPLE: &str = "sample-transcripts";

fn transcripts(name: &str, endings: &[&str], start: u64) {
    each(&seeds(&[FIXTURES, SAMPLE], endings), start, |dice, bytes| {
        check::transcript(name, &bytes, &options(dice)).is_ok()
    });
}

#[test]
fn plain_text() {
    transcripts("a.txt", &["txt"], 1);
}

#[test]
fn markdown() {
    transcripts("a.md", &["md"], 2);
}

#[test]
fn webvtt() {
    transcripts("a.vtt", &["vtt"], 3);
}

#[test]
fn srt() {
    transcripts("a.srt", &["srt", "vtt"], 4);
}

#[test]
fn recognised_speech() {
    transcripts("a.json", &["json"], 11);
}

#[test]
fn annotations() {
    transcripts("a.eaf", &["eaf"], 12);
    transcripts("a.exb", &["exb"], 13);
}

#[test]
fn chat() {
    transcripts("a.cha", &["cha"], 14);
}

#[test]
fn tables() {
    transcripts("a.csv", &["csv"], 15);
}

/// As with Word files: half of the mutations change the archive, half a part of it.
#[test]
fn spreadsheets() {
    let parts = seeds(&["fuzz/seeds/sheet"], &[""]);
    let archives: Vec<Vec<u8>> = parts.iter().map(|part| inputs::spreadsheet(part)).collect();
    each(&parts, 16, |dice, part| {
        let (name, file) =
            if dice.roll(2) == 0 { inputs::sheet(&part) } else { ("a.xlsx", mutate(dice, &archives)) };
        let values = check::values(name, &file).is_ok();
        check::transcript(name, &file, &options(dice)).is_ok() && values
    });
}

/// Half of the mutations change the archive's bytes, half an unpacked part of it.
#[test]
fn word() {
    let archives: Vec<Vec<u8>> = seeds(&[FIXTURES, "fuzz/seeds/transcript"], &["docx"])
        .into_iter()
        .filter(|file| file.starts_with(b"PK"))
        .collect();
    let parts = seeds(&["fuzz/seeds/docx"], &[""]);
    each(&parts, 5, |dice, part| {
        let file = match part.split_first() {
            Some((&first, part)) if dice.roll(2) == 0 => {
                inputs::docx(usize::from(first & 15), first & 128 == 0, part)
            }
            _ => mutate(dice, &archives),
        };
        check::transcript("a.docx", &file, &options(dice)).is_ok()
    });
}

#[test]
fn rich_text() {
    each(&seeds(&[FIXTURES, "fuzz/seeds/rtf"], &["rtf"]), 11, |dice, bytes| {
        check::transcript("a.rtf", &bytes, &options(dice)).is_ok()
    });
}

/// Half of the mutations are the body of a sound file, a quarter one of its parts, a quarter its bytes.
#[test]
fn odt() {
    let parts = seeds(&["fuzz/seeds/odt"], &[""]);
    let sound: Vec<Vec<u8>> = parts.iter().map(|part| inputs::odt(false, true, &part[1..])).collect();
    each(&parts, 11, |dice, part| {
        let file = match part.split_first() {
            Some((&first, part)) if dice.roll(4) > 0 => inputs::odt(first & 1 != 0, first & 128 == 0, part),
            _ => mutate(dice, &sound),
        };
        check::transcript("a.odt", &file, &options(dice)).is_ok()
    });
}

#[test]
fn flat_odt() {
    let seeds: Vec<Vec<u8>> = seeds(&[FIXTURES], &["fodt"]);
    each(&seeds, 12, |dice, bytes| check::transcript("a.fodt", &bytes, &options(dice)).is_ok());
}

#[test]
fn html() {
    let seeds = seeds(&[FIXTURES, "fuzz/seeds/html"], &[""]);
    let pages: Vec<Vec<u8>> =
        seeds.into_iter().filter(|page| page.trim_ascii_start().starts_with(b"<")).collect();
    each(&pages, 13, |dice, bytes| check::transcript("a.html", &bytes, &options(dice)).is_ok());
}

/// Half of the mutations change the HTML in a sound file, half the file.
#[test]
fn otranscribe() {
    let html = seeds(&["fuzz/seeds/html"], &[""]);
    let files = seeds(&[FIXTURES], &["otr"]);
    each(&html, 14, |dice, html| {
        let file = if dice.roll(2) == 0 { inputs::otr(&html) } else { mutate(dice, &files) };
        check::transcript("a.otr", &file, &options(dice)).is_ok()
    });
}

/// Half of the mutations change the file, half the content of its page.
#[test]
fn pdf_files() {
    let whole = seeds(&["fuzz/seeds/pdf"], &["pdf"]);
    let contents = seeds(&["fuzz/seeds/pdf"], &["content"]);
    each(&contents, 12, |dice, content| {
        let file = if dice.roll(2) == 0 { inputs::pdf(&content, b"") } else { mutate(dice, &whole) };
        check::transcript("a.pdf", &file, &options(dice)).is_ok()
    });
}

/// The file's name says nothing reliable: every kind of bytes under every name.
#[test]
fn any_name() {
    let all = seeds(&[FIXTURES, SAMPLE], &["txt", "md", "vtt", "srt", "docx", "html", "otr"]);
    each(&all, 6, |dice, bytes| {
        let name = inputs::NAMES[dice.roll(inputs::NAMES.len())];
        check::transcript(name, &bytes, &options(dice)).is_ok()
    });
}

/// What becomes of a report, whatever its format, held against a small study.
#[test]
fn reports() {
    let parts = seeds(&["fuzz/seeds/report"], &[""]);
    each(&parts, 31, |_, bytes| {
        let Some((&first, rest)) = bytes.split_first() else { return false };
        match first % 5 {
            0 => check::report("a.md", rest).is_ok(),
            1 => check::report("a.txt", rest).is_ok(),
            2 => check::report("a.html", rest).is_ok(),
            3 => check::report("a.docx", &inputs::docx(usize::from(first & 1), true, rest)).is_ok(),
            _ => check::report("a.odt", &inputs::odt(false, true, rest)).is_ok(),
        }
    });
}

fn codebooks(name: &str, ending: &str, start: u64) {
    let seeds: Vec<Vec<u8>> = seeds(&["fuzz/seeds/codebook"], &[ending])
        .into_iter()
        .map(|seed| seed.get(1..).unwrap_or_default().to_vec())
        .collect();
    each(&seeds, start, |_, bytes| check::codebook(name, &bytes).is_ok());
}

#[test]
fn codebook_json() {
    codebooks("a.json", "json", 7);
}

#[test]
fn codebook_md() {
    codebooks("a.md", "md", 8);
}

#[test]
fn codebook_csv() {
    codebooks("a.csv", "csv", 9);
}

#[test]
fn codebook_txt() {
    codebooks("a.txt", "txt", 10);
}

/// Tables with values: CSV, and workbooks whose bytes or whose sheets were changed.
#[test]
fn tables_of_values() {
    let seeds: Vec<Vec<u8>> = [
        "label;size;date\n1;14000;01.03.2026\n2;\"a;b\n\"\"c\"\"\";\n",
        "person\tfunction (published)\nP1\t-\n",
        "case,größe\nMoorbach,12\nKaltenhain,'=1\n",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .collect();
    each(&seeds, 11, |_, bytes| check::values("t.csv", &bytes).is_ok());
    let book = {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        for (at, text) in ["label", "date", "size"].into_iter().enumerate() {
            sheet.write_string(0, at as u16, text).unwrap();
        }
        sheet.write_string(1, 0, "5").unwrap();
        sheet.write_number_with_format(1, 1, 45_728.0, &date).unwrap();
        sheet.write_number(1, 2, 14_000.0).unwrap();
        book.save_to_buffer().unwrap()
    };
    each(std::slice::from_ref(&book), 12, |dice, bytes| match dice.roll(3) {
        0 => check::values("t.xlsx", &bytes).is_ok(),
        // The parts are packed: changed inside, and packed again, they reach the reader.
        _ => check::values("t.xlsx", &repacked(&book, |part| mutate(dice, &[part]))).is_ok(),
    });
    let content = ODS.as_bytes().to_vec();
    each(&[content], 13, |_, part| check::values("t.ods", &ods(&part)).is_ok());
}

const ODS: &str = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>label</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>date</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>01.03.26</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn ods(content: &[u8]) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"#;
    zipped(&[
        ("mimetype".to_owned(), kind),
        ("META-INF/manifest.xml".to_owned(), manifest.as_bytes().to_vec()),
        ("content.xml".to_owned(), content.to_vec()),
    ])
}

/// A workbook with its sheet (or its strings) changed.
fn repacked(book: &[u8], change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.push((entry.name().unwrap().into_owned(), bytes));
    }
    let part = parts.iter_mut().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap();
    part.1 = change(std::mem::take(&mut part.1));
    zipped(&parts)
}
