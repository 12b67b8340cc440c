//! What is measured.

use std::path::{Path, PathBuf};

use absatz::analysis::coded::{Codes, Measure};
use absatz::analysis::cooccurrence::{Figured, Relation};
use absatz::analysis::words::Wanted;
use absatz::formats::read::{self, ReadOptions};
use absatz::formats::report as reports;
use absatz::formats::write::{self, Format};
use absatz::i18n::Lang;
use absatz::model::memos::{MemoOn, MemoText};
use absatz::ops::codings::Application;
use absatz::ops::documents::{ImportAs, Source};
use absatz::ops::grid::GridQuery;
use absatz::ops::matrix::{self, Scope};
use absatz::ops::retrieve::{self, SegmentQuery};
use absatz::ops::words::{self, Stop};
use absatz::ops::{check, codings, documents, grid, memos, project, search};
use absatz::progress::Progress;
use absatz::store::{Project, coders, codes, documents as rows, settings};
use absatz::text::{Span, Text};
use absatz::tui::testing::Bench;

use crate::floors;
use crate::generate::{self, LARGE, LONG, Seed, USUAL};
use crate::measure::{median, report, times};

pub const NAMES: &[&str] = &[
    "import",
    "open",
    "keys",
    "panes",
    "apply",
    "retrieve",
    "search",
    "grid",
    "check",
    "agreement",
    "matrices",
];

pub fn run(part: &str, folder: &Path) {
    match part {
        "make" => make(folder),
        "import" => import(folder),
        "open" => open(folder),
        "keys" => keys(folder),
        "panes" => panes(folder),
        "apply" => apply(folder),
        "retrieve" => retrieval(folder),
        "search" => searching(folder),
        "grid" => whole_grid(folder),
        "check" => checking(folder),
        "agreement" => crate::agreement::run(),
        "matrices" => matrices(folder),
        _ => println!("{part}: no such part"),
    }
}

/// The study of a size; made once, in a process of its own (`make`), so that its memory does not count.
fn study(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}-1.absatz"))
}

fn make(folder: &Path) {
    for (name, size) in [("large", LARGE), ("long", LONG), ("usual", USUAL)] {
        let path = study(folder, name);
        if !path.exists() {
            eprintln!("making {} (once)", path.display());
            generate::build(&path, size);
        }
    }
}

/// A report of 200 pages held against 29 interviews; the floor looks for each quotation letter by letter.
fn checking(folder: &Path) {
    let project = Project::open(&study(folder, "usual"), None).unwrap();
    let (text, quotations) = generate::report(&project, 200);
    let floor = times(3, || {
        let all = rows::list(&project.read()).unwrap();
        let texts: Vec<Text> =
            all.iter().map(|document| rows::text(&project.read(), document.id).unwrap()).collect();
        let found = |quotation: &String| texts.iter().any(|text| text.as_str().contains(quotation.as_str()));
        std::hint::black_box(quotations.iter().filter(|quotation| found(quotation)).count());
    });
    let pattern = settings::citation(&project.read()).unwrap();
    let mut told = (0, 0);
    let ours = times(5, || {
        let read = reports::read("report.md", text.as_bytes()).unwrap();
        let checked = check::check(&project, &read, &pattern, &Progress::new()).unwrap();
        told = (checked.citations.len(), checked.quotations.len());
    });
    let (citations, quotations) = told;
    report(&format!("check, {citations} citations, {quotations} quotations"), &ours, Some(median(&floor)));
}

/// A thousand Word files and a thousand subtitle files; of each, how much is reading and how much storing.
fn import(folder: &Path) {
    import_of(folder, "docx", generate::docx);
    import_of(folder, "vtt", generate::vtt);
}

fn import_of(folder: &Path, ending: &str, write: impl Fn(&[String]) -> Vec<u8>) {
    let mut seed = Seed(1);
    let plain = tempfile::tempdir_in(folder).unwrap();
    let paths: Vec<PathBuf> = (0..LARGE.interviews)
        .map(|n| {
            let path = plain.path().join(format!("IP{n}.{ending}"));
            std::fs::write(&path, write(&generate::transcript(&mut seed, LARGE))).unwrap();
            path
        })
        .collect();
    let floor = times(1, || floors::import(&plain.path().join("floor.db"), &paths));
    let mut read = Vec::with_capacity(paths.len());
    let reading = times(1, || {
        read = paths
            .iter()
            .map(|path| {
                let bytes = std::fs::read(path).unwrap();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let drafts = read::read_parts(&name, &bytes, &ReadOptions::default()).unwrap();
                (Source::new(&name, &bytes), drafts)
            })
            .collect();
    });
    let fresh = |name: &str| project::create(&plain.path().join(name), "C1", &Default::default()).unwrap();
    let mut project = fresh("stored.absatz");
    let storing = times(1, || {
        for (source, drafts) in &read {
            for draft in drafts {
                documents::import(&mut project, draft, &source.of(draft), &ImportAs::default()).unwrap();
            }
        }
    });
    drop(read);
    let mut project = fresh("import.absatz");
    let ours = times(1, || {
        read::files::read_ahead(paths.clone(), &ReadOptions::default(), &Progress::new(), |_, read| {
            let read = read.unwrap();
            let source = Source::new(&read.name, &read.bytes);
            for draft in &read.drafts {
                documents::import(&mut project, draft, &source.of(draft), &ImportAs::default()).unwrap();
            }
        });
    });
    report(&format!("import of 1,000 interviews ({ending})"), &ours, Some(median(&floor)));
    // The two go on side by side in an import: alone they take longer together.
    let (reads, stores) = (median(&reading).as_secs_f64(), median(&storing).as_secs_f64());
    let share = |part: f64| format!("{:.0} %", part * 100.0 / (reads + stores).max(f64::MIN_POSITIVE));
    report(&format!("  reading them alone, {}", share(reads)), &reading, None);
    report(&format!("  storing them alone, {}", share(stores)), &storing, None);
}

fn open(folder: &Path) {
    let path = study(folder, "large");
    let floor = times(20, || {
        let conn = rusqlite::Connection::open(&path).unwrap();
        let _: i64 = conn.query_row("SELECT count(*) FROM document", [], |row| row.get(0)).unwrap();
    });
    let ours = times(20, || {
        let project = Project::open(&path, None).unwrap();
        let mut bench = Bench::open(project, 120, 40, Lang::En);
        bench.draw();
    });
    report("open 1,000 interviews, 100,000 codings", &ours, Some(median(&floor)));
}

/// Key press to frame in a transcript of 10,000 paragraphs with 5,000 codings. The floor is the picture alone.
fn keys(folder: &Path) {
    let project = Project::open(&study(folder, "long"), None).unwrap();
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    bench.wait(1_000).keys("1<enter>3");
    assert!(bench.keys("jj").screen().contains("3 of 10000"), "{}", bench.screen());
    let floor = times(500, || bench.draw());
    for (what, script) in
        [("next paragraph", "j"), ("page down", "<page-down>"), ("half-way and back", "<end><home>")]
    {
        let ours = times(1_000, || {
            bench.keys(script);
        });
        report(&format!("key to frame: {what}"), &ours, Some(median(&floor)));
    }
    bench.keys("<home>");
    let ours = times(200, || {
        bench.keys("jcsub<enter>");
    });
    report("keys to frame: next, c, sub, Enter (committed)", &ours, Some(median(&floor)));
}

/// One key press to its frame in every kind of view, on a thousand interviews with 100,000 codings and 1,000 memos.
fn panes(folder: &Path) {
    let copy = folder.join("panes.absatz");
    drop(std::fs::remove_file(&copy));
    std::fs::copy(study(folder, "large"), &copy).unwrap();
    let mut project = Project::open(&copy, None).unwrap();
    for document in rows::list(&project.read()).unwrap() {
        let text =
            MemoText { title: document.label, text: "What was noticed.".into(), ..MemoText::default() };
        memos::write_as(&mut project, None, MemoOn::Document(document.id), text).unwrap();
    }
    let mut bench = Bench::open(project, 120, 40, Lang::En);
    bench.wait(1_000).keys("1<home>j<enter>");
    let floor = times(500, || bench.draw());
    // Where it begins, the key that is measured, and how often before one begins anew.
    for (what, begin, key, often) in [
        ("next document in the list", "<esc>1<home>", "j", 200),
        ("open a document", "<esc>1<home>", "j<enter>1", 40),
        ("next paragraph", "<esc>1<home>j<enter><home>", "j", 100),
        ("page down", "<esc><home>", "<page-down>", 10),
        ("next code", "<esc>2<home>", "j", 80),
        ("open the picker", "<esc><esc>3<home>", "c", 1),
        ("type in the picker", "<esc><esc>3<home>c", "u", 1),
        ("type on in the picker", "<esc><esc>3<home>cs", "u", 1),
        ("type in the palette", "<esc><esc>3:", "g", 1),
        ("segments of a code", "<esc><esc>2<home>", "<enter>", 1),
        ("next segment", "<esc><esc>2<home><enter>", "j", 200),
        ("open the history", "<esc>3", "U", 1),
        ("next in the history", "<esc>3U", "j", 200),
        ("open the memos", "<esc>3", "zm", 1),
        ("next memo", "<esc>3zm", "j", 200),
        ("open the grid", "<esc>3", "G", 1),
        ("next row of the grid", "<esc>G<home>", "j", 200),
        ("next column of the grid", "<esc>G<home>", "l", 80),
    ] {
        let mut all = Vec::new();
        for _ in 0..200_usize.div_ceil(often).min(30) {
            bench.keys(begin);
            let each = || {
                bench.keys(key);
            };
            all.extend(times(often, each));
        }
        all.sort();
        report(&format!("key to frame: {what}"), &all, Some(median(&floor)));
    }
}

fn apply(folder: &Path) {
    let path = study(folder, "large");
    let copy = folder.join("apply.absatz");
    drop(std::fs::remove_file(&copy));
    std::fs::copy(&path, &copy).unwrap();
    let mut project = Project::open(&copy, None).unwrap();
    let ids: Vec<_> = rows::list(&project.read()).unwrap().into_iter().map(|document| document.id).collect();
    let code = codes::tree(&project.read()).unwrap().nodes()[1].code.id;
    let mut plain = rusqlite::Connection::open(folder.join("apply-floor.db")).unwrap();
    plain
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE IF NOT EXISTS plain (id INTEGER PRIMARY KEY, document, code, coder, start_pos, end_pos);",
        )
        .unwrap();
    let floor = times(1_000, || floors::commit(&mut plain));
    let mut n = 0;
    let ours = times(1_000, || {
        let at = 40 + (n % 50) * 30;
        let what = Application { codes: vec![code], ..Application::default() };
        codings::apply(&mut project, ids[n as usize % ids.len()], Span::new(at, at + 12), &what).unwrap();
        n += 7;
    });
    report("applying a code (committed)", &ours, Some(median(&floor)));
}

fn retrieval(folder: &Path) {
    let path = study(folder, "large");
    let project = Project::open(&path, None).unwrap();
    let tree = codes::tree(&project.read()).unwrap();
    let main = &tree.nodes()[0];
    let ids: Vec<i64> = tree.subtree(main.code.id).iter().map(|node| node.code.id.0).collect();
    let coder = coders::list(&project.read()).unwrap()[0].id.0;
    let floor = times(9, || {
        std::hint::black_box(floors::retrieval(&path, &ids, coder));
    });
    let query =
        SegmentQuery { codes: Some(vec![main.code.id]), with_subcodes: true, ..SegmentQuery::default() };
    let mut found = 0;
    let ours = times(9, || found = retrieve::segments(&project, &query).unwrap().segments.len());
    report(&format!("retrieval of a code with subcodes ({found})"), &ours, Some(median(&floor)));
    asking(&project, &floor);
}

/// The query language: the same code against the same statement, and the time of each function.
fn asking(project: &Project, floor: &[std::time::Duration]) {
    use absatz::ops::query::{Ask, ask};
    let tree = codes::tree(&project.read()).unwrap();
    let path = |nth: usize| format!("\"{}\"", tree.nodes()[nth % tree.nodes().len()].path);
    let (main, a, b) = (path(0), path(1), path(2));
    let run = |name: &str, typed: String, floor: Option<std::time::Duration>| {
        let query = absatz::ops::queries::read(&project.read(), &typed).unwrap();
        let mut found = 0;
        let took = times(5, || found = ask(project, &Ask::new(query.clone())).unwrap().segments.len());
        report(&format!("query {name} ({found})"), &took, floor);
    };
    run("of a code with subcodes", format!("{main}/*"), Some(median(floor)));
    run("and", format!("{a} and {b}"), None);
    run("at least 2 of", format!("at least 2 of ({a}, {b}, {main}/*)"), None);
    for verb in ["overlapping", "inside", "containing", "outside"] {
        run(verb, format!("{a} {verb} {b}"), None);
    }
    for verb in ["followed by", "preceded by", "near"] {
        run(verb, format!("{a} {verb} {b} within 2"), None);
    }
    run("only", format!("only {a}"), None);
    run("and not", format!("{a} and not {b}"), None);
    run("not", format!("not {main}/*"), None);
}

fn searching(folder: &Path) {
    let path = study(folder, "large");
    let project = Project::open(&path, None).unwrap();
    for words in ["verwaltung", "größ über", "keitkeit"] {
        let floor = times(5, || {
            std::hint::black_box(floors::search(&path, words));
        });
        let finder = absatz::text::search::compile(words, Default::default()).unwrap();
        let mut found = 0;
        let ours = times(5, || {
            found = search::transcripts(&project, &finder, None, &Progress::new()).unwrap().len()
        });
        report(&format!("search for «{words}» ({found} hits)"), &ours, Some(median(&floor)));
    }
}

fn whole_grid(folder: &Path) {
    let path = study(folder, "large");
    let project = Project::open(&path, None).unwrap();
    let mut size = 0;
    let ours = times(1, || {
        let table = grid::table(&project, &GridQuery::default(), Default::default(), &[]).unwrap();
        size = write::write(&[table], Format::Xlsx, &Default::default()).unwrap().len();
    });
    // The floor last: its memory must not count as ours.
    let peak = crate::measure::peak_mb();
    let table = grid::table(&project, &GridQuery::default(), Default::default(), &[]).unwrap();
    let cells: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect();
    drop(table);
    let floor = times(1, || {
        std::hint::black_box(floors::xlsx(&cells));
    });
    report(&format!("grid 1,000 x 100 to xlsx ({} MB)", size >> 20), &ours, Some(median(&floor)));
    println!("  peak memory of the export alone: {peak:.0} MB");
}

/// What 100,000 codings amount to, beside the bare statement that reads them.
fn matrices(folder: &Path) {
    let path = study(folder, "large");
    let project = Project::open(&path, None).unwrap();
    let coder = coders::list(&project.read()).unwrap()[0].id.0;
    let floor = times(9, || {
        std::hint::black_box(floors::codings(&path, coder));
    });
    let floor = Some(median(&floor));
    let own = Scope::default();
    let below = Scope { codes: Codes { with_subcodes: true, ..Codes::default() }, ..Scope::default() };
    for (what, scope) in [("codes x documents", &own), ("the same with subcodes", &below)] {
        let ours =
            times(9, || drop(matrix::codes_documents(&project, scope, Measure::Segments, false).unwrap()));
        report(what, &ours, floor);
    }
    for relation in [Relation::Overlap, Relation::Near(1), Relation::Document] {
        let ours = times(9, || drop(matrix::codes_codes(&project, &own, relation, Figured::Count).unwrap()));
        report(&format!("codes x codes, {}", relation.name()), &ours, floor);
    }
    // These read all texts: 78 MB.
    let floor = times(3, || {
        std::hint::black_box(floors::search(&path, "keitkeitkeit"));
    });
    let floor = Some(median(&floor));
    let ours = times(3, || drop(matrix::coverage(&project, &own).unwrap()));
    report("coverage", &ours, floor);
    let ours = times(1, || {
        drop(words::list(&project, &own, &Stop::usual(), Wanted::default(), false).unwrap());
    });
    report("word list", &ours, floor);
}
