//! Large studies from a seed: N interviews of 150 paragraphs and 9,000 words, M codes, K codings, C coders.

use std::io::Write as _;

use absatz::model::{CodeId, DocumentId};
use absatz::ops::codings::{self, Application};
use absatz::ops::documents::{self, ImportAs, Source};
use absatz::ops::{coders, codes, project, summaries};
use absatz::store::{Project, coders as coder_rows, documents as document_rows};
use absatz::text::Span;

/// How large a study is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub interviews: usize,
    pub paragraphs: usize,
    pub words: usize,
    pub codes: usize,
    pub codings: usize,
    pub coders: usize,
    pub summaries: usize,
}

/// A thousand interviews, 100,000 codings.
pub const LARGE: Size = Size {
    interviews: 1_000,
    paragraphs: 150,
    words: 9_000,
    codes: 100,
    codings: 100_000,
    coders: 2,
    summaries: 10_000,
};

/// A study of the usual size.
pub const USUAL: Size = Size {
    interviews: 29,
    paragraphs: 150,
    words: 9_000,
    codes: 60,
    codings: 5_000,
    coders: 1,
    summaries: 0,
};

/// One transcript of 10,000 paragraphs with 5,000 codings.
pub const LONG: Size = Size {
    interviews: 1,
    paragraphs: 10_000,
    words: 200_000,
    codes: 80,
    codings: 5_000,
    coders: 1,
    summaries: 0,
};

/// A small generator of numbers (splitmix64): the same study for the same seed, everywhere.
pub struct Seed(pub u64);

impl Seed {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

const SYLLABLES: [&str; 40] = [
    "ver", "wal", "tung", "di", "gi", "tal", "recht", "bür", "ger", "amt", "kom", "mu", "ne", "land", "bund",
    "strö", "me", "da", "ten", "schutz", "ge", "setz", "fach", "kräf", "te", "man", "gel", "über", "zu",
    "stän", "dig", "keit", "pro", "zess", "ab", "lauf", "schnitt", "stel", "le", "größ",
];

fn word(seed: &mut Seed) -> String {
    // Most words of a language are short and few: a skewed choice over a small lexicon.
    let rank = seed.below(2_000) * seed.below(2_000) / 2_000;
    let mut lexicon = Seed(rank as u64 * 7919);
    (0..1 + lexicon.below(3)).map(|_| SYLLABLES[lexicon.below(SYLLABLES.len())]).collect()
}

/// The paragraphs of one transcript: labels, speech, a time every tenth paragraph.
pub fn transcript(seed: &mut Seed, size: Size) -> Vec<String> {
    let each = size.words / size.paragraphs;
    (0..size.paragraphs)
        .map(|n| {
            let label = if n % 2 == 0 { "I: " } else { "B: " };
            let count = each / 2 + seed.below(each.max(2));
            let mut words: Vec<String> = (0..count.max(1)).map(|_| word(seed)).collect();
            if n % 10 == 9 {
                words.push(format!("#00:{:02}:{:02}-5#", n / 60 % 60, n % 60));
            }
            format!("{label}{}", words.join(" "))
        })
        .collect()
}

/// The same transcript as subtitles: cues of a few words, as meeting programs write them.
pub fn vtt(paragraphs: &[String]) -> Vec<u8> {
    const WORDS: usize = 12;
    let stamp =
        |seconds: usize| format!("{:02}:{:02}:{:02}.000", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut out = String::from("WEBVTT\n\n");
    let mut second = 0;
    for paragraph in paragraphs {
        let (label, speech) = paragraph.split_once(": ").unwrap_or(("", paragraph));
        let words: Vec<&str> = speech.split(' ').collect();
        for cue in words.chunks(WORDS) {
            let (from, to) = (stamp(second), stamp(second + 4));
            out.push_str(&format!("{from} --> {to}\n<v {label}>{}</v>\n\n", cue.join(" ")));
            second += 4;
        }
    }
    out.into_bytes()
}

/// The same transcript as Word writes it.
pub fn docx(paragraphs: &[String]) -> Vec<u8> {
    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"))
        .collect();
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>"
    );
    let parts = [
        ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>".to_owned()),
        ("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>".to_owned()),
        ("word/document.xml", document),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in parts {
        archive.start_file(name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A report of so many pages about a study, and the quotations in it: a citation every hundred words, each second one
/// behind a quotation. Of these most are right, some have a word changed, some omit a part, some cite the wrong paragraph.
pub fn report(project: &Project, pages: usize) -> (String, Vec<String>) {
    const PAGE: usize = 400;
    let mut seed = Seed(7);
    let all = document_rows::list(&project.read()).unwrap();
    let texts: Vec<_> =
        all.iter().map(|document| document_rows::transcript(&project.read(), document.id).unwrap()).collect();
    let (mut out, mut quotations) = (String::new(), Vec::new());
    for n in 0..pages * PAGE / 100 {
        let prose: Vec<String> = (0..80).map(|_| word(&mut seed)).collect();
        out.push_str(&prose.join(" "));
        let at = seed.below(all.len());
        let (label, transcript) = (&all[at].label, &texts[at]);
        let paragraph = &transcript.paragraphs[seed.below(transcript.paragraphs.len())];
        let mut number = paragraph.number.unwrap_or(1);
        if n % 2 == 0 {
            let speech = paragraph.speech(&transcript.text);
            let words: Vec<&str> = speech.split(' ').collect();
            let start = seed.below(words.len().max(13) - 12);
            let mut quoted: Vec<&str> = words.iter().skip(start).take(20).copied().collect();
            match seed.below(10) {
                0 => quoted.insert(quoted.len() / 2, "nimmermehr"),
                1 => quoted.splice(3..6.min(quoted.len()).max(3), ["[...]"]).for_each(drop),
                2 => number = number % 150 + 1,
                _ => {}
            }
            out.push_str(&format!(" „{}“", quoted.join(" ")));
            quotations.push(quoted.join(" "));
        }
        out.push_str(&format!(" (IP {label}: {number}). Ende.{}", if n % 4 == 3 { "\n\n" } else { " " }));
    }
    (out, quotations)
}

/// Builds a study through the operations that a researcher uses, and writes it to `path`.
pub fn build(path: &std::path::Path, size: Size) {
    let mut seed = Seed(20_261_122);
    let mut project = project::create_in_memory("C1").unwrap();
    for n in 2..=size.coders {
        coders::add(&mut project, &format!("C{n}")).unwrap();
    }
    let code_ids: Vec<CodeId> = (0..size.codes)
        .map(|n| {
            let path =
                if n % 5 == 0 { format!("Code {n}") } else { format!("Code {}/Subcode {n}", n - n % 5) };
            codes::add(&mut project, &path, None).unwrap().value
        })
        .collect();
    let options = absatz::formats::read::ReadOptions::default();
    let mut ids: Vec<DocumentId> = Vec::new();
    for n in 1..=size.interviews {
        let text = transcript(&mut seed, size).join("\n\n");
        let name = format!("IP{n}.txt");
        let draft = absatz::formats::read::read(&name, text.as_bytes(), &options).unwrap();
        let wanted = ImportAs { group: Some(format!("Group {}", n % 10)), ..ImportAs::default() };
        ids.push(
            documents::import(&mut project, &draft, &Source::new(&name, text.as_bytes()), &wanted)
                .unwrap()
                .value,
        );
    }
    for coder in 1..=size.coders {
        let id = coder_rows::by_name(&project.read(), &format!("C{coder}")).unwrap().id;
        project.sign_in(id).unwrap();
        let each = size.codings / size.coders / size.interviews;
        for &document in &ids {
            code(&mut project, &mut seed, document, &code_ids, each);
        }
    }
    for _ in 0..size.summaries {
        let (document, code) = (ids[seed.below(ids.len())], code_ids[seed.below(code_ids.len())]);
        let text: Vec<String> = (0..30).map(|_| word(&mut seed)).collect();
        summaries::write(&mut project, document, code, &text.join(" ")).unwrap();
    }
    project.backup(path).unwrap();
}

fn code(project: &mut Project, seed: &mut Seed, document: DocumentId, all: &[CodeId], count: usize) {
    let transcript = document_rows::transcript(&project.read(), document).unwrap();
    let numbered: Vec<Span> =
        transcript.paragraphs.iter().filter(|p| p.number.is_some()).map(|p| p.span).collect();
    for _ in 0..count {
        let paragraph = numbered[seed.below(numbered.len())];
        let span = if seed.below(3) == 0 && paragraph.len() > 40 {
            let start = paragraph.start.0 + 3 + seed.below(paragraph.len() as usize - 30) as u32;
            Span::new(start, start + 20)
        } else {
            paragraph
        };
        let what = Application { codes: vec![all[seed.below(all.len())]], ..Application::default() };
        codings::apply(project, document, span, &what).unwrap();
    }
}
