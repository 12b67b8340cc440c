//! Under load: a slow link, keys faster than anybody types while others write, a second process, the mouse.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use absatz::ops;
use absatz::store::{Project, backup, codes, codings, documents, memos};

use super::{PATIENCE, PROGRAM, Terminal, absatz, study};
use crate::support::{code, interviews};

/// Interviews with the codes `Alpha`, `Beta` and `Gamma` beside those that come with them.
fn large(folder: &Path, count: usize, paragraphs: usize) -> std::path::PathBuf {
    let path = folder.join("study.absatz");
    let mut project = ops::project::create_in_memory("AK").unwrap();
    interviews(&mut project, count, paragraphs, 8, 80);
    for name in ["Alpha", "Beta", "Gamma"] {
        code(&mut project, name);
    }
    ops::coders::add(&mut project, "MB").unwrap();
    project.backup(&path).unwrap();
    path
}

/// The marks around pictures come in pairs, and none inside another.
fn pictures(written: &[u8]) -> usize {
    let text = String::from_utf8_lossy(written);
    let (mut open, mut pictures) = (false, 0);
    for part in text.split("\u{1b}[?2026").skip(1) {
        let begins = part.starts_with('h');
        assert_ne!(open, begins, "a picture begins or ends twice");
        open = begins;
        pictures += usize::from(begins);
    }
    assert!(!open, "a picture does not end");
    pictures
}

#[test]
fn a_key_press_costs_few_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = large(folder.path(), 1, 150);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("¶ 1 of 150").send("3");
    terminal.take();
    let (mut small, mut sizes) = (0, Vec::new());
    for at in 2..=100 {
        let before = terminal.written.len();
        terminal.send("j").wait_for(&format!("¶ {at} of 150"));
        // The rest of the picture.
        while !terminal.written.ends_with(b"\x1b[?2026l") {
            terminal.take();
        }
        sizes.push(terminal.written.len() - before);
        small += usize::from(sizes[sizes.len() - 1] < 400);
    }
    let mean = sizes.iter().sum::<usize>() / sizes.len();
    let most = sizes.iter().max().unwrap();
    println!("next paragraph at 120 x 40: {mean} bytes a press, {most} at most, {small} of 99 under 400");
    // The text moves up with nearly every press: it has 3,000 letters.
    assert!(*most < 8_000, "{sizes:?}");
    // Where it stands still, only the cursor and the place are drawn.
    assert!(small >= 3, "{sizes:?}");

    // At rest nothing is written: no clock, no cursor, no picture for nothing.
    std::thread::sleep(Duration::from_millis(300));
    terminal.take();
    let before = terminal.written.len();
    std::thread::sleep(Duration::from_millis(1_500));
    terminal.take();
    assert_eq!(terminal.written.len(), before);
    terminal.send("q");
    assert!(terminal.ended());
    pictures(&terminal.written);
}

#[test]
fn over_a_slow_link_keys_are_taken_in_order_and_the_picture_catches_up() {
    const KEYS: usize = 120;
    let folder = tempfile::tempdir().unwrap();
    let path = large(folder.path(), 1, 150);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("¶ 1 of 150").send("3");
    terminal.take();
    let before = terminal.written.len();
    let pictures_before = pictures(&terminal.written);
    terminal.bytes_a_second.store(8_000, Ordering::Relaxed);
    // As when a key is held down.
    for _ in 0..KEYS {
        terminal.send("j");
        std::thread::sleep(Duration::from_millis(8));
    }
    let typed = Instant::now();
    terminal.send("calp").send("\r");
    terminal.wait_for(&format!("applied Alpha to (IP 1: {})", KEYS + 1));
    let late = typed.elapsed();
    terminal.bytes_a_second.store(0, Ordering::Relaxed);
    terminal.send("q");
    assert!(terminal.ended());
    let written = terminal.written.len() - before;
    let drawn = pictures(&terminal.written) - pictures_before;
    println!(
        "slow link: {KEYS} keys, {drawn} pictures, {written} bytes; caught up {late:.1?} after the last key"
    );
    // What lies in the line cannot be taken back; it is not more than the line holds.
    assert!(written < 200_000, "{written}");
    let project = Project::open(&path, None).unwrap();
    let document = documents::list(&project.read()).unwrap()[0].id;
    let tree = codes::tree(&project.read()).unwrap();
    let alpha = tree.find("Alpha").unwrap().code.id;
    let coded = codings::of_document(&project.read(), document).unwrap();
    assert_eq!(coded.iter().filter(|coding| coding.code == alpha).count(), 1);
}

/// What the keys below say: paragraph and code, and the titles of memos.
struct Said {
    keys: String,
    coded: BTreeSet<(u32, &'static str)>,
    memos: BTreeSet<String>,
    operations: usize,
}

fn script(paragraphs: u32) -> Said {
    let mut said =
        Said { keys: String::new(), coded: BTreeSet::new(), memos: BTreeSet::new(), operations: 0 };
    for nth in 1..=paragraphs {
        let code = ["Alpha", "Beta", "Gamma"][nth as usize % 3];
        said.keys.push_str(&format!("c{}\r", code.to_lowercase()));
        said.coded.insert((nth, code));
        said.operations += 1;
        if nth % 5 == 0 {
            // Undoing is an operation of its own.
            said.keys.push('u');
            said.coded.remove(&(nth, code));
            said.operations += 1;
        }
        if nth % 7 == 0 {
            said.keys.push_str(&format!("mnote {nth}\x13"));
            said.memos.insert(format!("note {nth}"));
            said.operations += 1;
        }
        said.keys.push('j');
    }
    said
}

#[test]
fn no_key_is_lost_or_taken_twice_while_others_write_and_a_search_runs() {
    const PARAGRAPHS: u32 = 90;
    let folder = tempfile::tempdir().unwrap();
    let path = large(folder.path(), 12, 150);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("¶ 1 of 150");

    // Another process codes all the time, as another coder.
    let over = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&over);
    let place = folder.path().to_path_buf();
    let other = std::thread::spawn(move || {
        let mut written = 0;
        while !stop.load(Ordering::Relaxed) && written < 150 {
            let passage = format!("2:{}", written + 1);
            absatz(&place, &["code", &passage, "Beta", "--coder", "MB", "-p", "study.absatz"]);
            written += 1;
        }
        written
    });

    let said = script(PARAGRAPHS);
    // A search over everything begins first; then all keys at once, hundreds before the first is answered.
    terminal.send(&format!("3/Förderung\r{}cgamma\r", said.keys));
    terminal.wait_for(&format!("applied Gamma to (IP 1: {})", PARAGRAPHS + 1));
    over.store(true, Ordering::Relaxed);
    let written = other.join().unwrap();
    terminal.send("q");
    assert!(terminal.ended());

    let project = Project::open(&path, Some("AK")).unwrap();
    let reader = project.read();
    let document = documents::by_label(&reader, "1").unwrap().id;
    let transcript = documents::transcript(&reader, document).unwrap();
    let tree = codes::tree(&reader).unwrap();
    let names: Vec<(absatz::model::CodeId, &str)> =
        ["Alpha", "Beta", "Gamma"].map(|name| (tree.find(name).unwrap().code.id, name)).to_vec();
    let mut coded = BTreeSet::new();
    for coding in codings::of_document(&reader, document).unwrap() {
        let Some((_, name)) = names.iter().find(|(id, _)| *id == coding.code) else { continue };
        let paragraph =
            transcript.paragraphs.iter().find(|paragraph| paragraph.span.contains(coding.span.start));
        assert!(coded.insert((paragraph.unwrap().number.unwrap(), *name)), "twice: {coding:?}");
    }
    let mut expected = said.coded;
    expected.insert((PARAGRAPHS + 1, "Gamma"));
    assert_eq!(coded, expected);
    let titles: Vec<String> = memos::list(&reader).unwrap().into_iter().map(|memo| memo.title).collect();
    assert_eq!(titles.len(), said.memos.len());
    assert_eq!(titles.into_iter().collect::<BTreeSet<_>>(), said.memos);

    // Nothing was done twice, also where the second time would have changed nothing.
    let raw = crate::support::raw(&path);
    let count = |coder: &str| -> usize {
        let sql = "SELECT count(*) FROM operation WHERE coder = (SELECT id FROM coder WHERE name = ?1)
                   AND kind IN ('apply-code', 'undo', 'write-memo')";
        raw.query_row(sql, [coder], |row| row.get::<_, i64>(0)).unwrap() as usize
    };
    // What was there before the keys: codings of the study, eight operations.
    assert_eq!(count("AK"), 8 + said.operations + 1);
    assert_eq!(count("MB"), written);
    println!("{} keys at once, {written} operations of another process meanwhile", said.keys.len());
    assert!(written > 3, "the other process hardly wrote: {written}");
    assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new());
}

#[test]
fn what_another_process_changes_is_seen_soon() {
    let folder = study();
    absatz(folder.path(), &["import", "IP05.txt"]);
    let mut terminal = Terminal::open(&folder.path().join("study.absatz"), 100, 24);
    terminal.wait_for("IP 5");
    let mut longest = Duration::ZERO;
    for nth in 1..=3 {
        let name = format!("Elsewhere {nth}");
        let status = Command::new(PROGRAM)
            .args(["codes", "add", &name, "-p", "study.absatz"])
            .current_dir(folder.path())
            .env_clear()
            .status()
            .unwrap();
        assert!(status.success());
        let done = Instant::now();
        terminal.wait_for(&name);
        longest = longest.max(done.elapsed());
    }
    println!("another process's change is on the screen after {longest:.1?} at most");
    // Half a second where nothing else runs.
    assert!(longest < PATIENCE / 6, "{longest:?}");
    terminal.send("q");
    assert!(terminal.ended());
}
