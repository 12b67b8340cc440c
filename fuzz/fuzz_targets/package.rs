//! The bytes as a package, or as changes to a sound one: merging gives a sound project or one error, and after an error
//! the project is as it was.
#![no_main]

use std::cell::RefCell;

use absatz::model::packages::Take;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::ops::documents::{ImportAs, Source};
use absatz::ops::merge::{self, Decisions};
use absatz::ops::share::{self, Wanted};
use absatz::progress::Progress;
use absatz::store::{Project, backup};
use absatz::text::Span;
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

struct Ground {
    home: Project,
    sound: Vec<u8>,
}

fn ground() -> Ground {
    let folder = tempfile::tempdir().expect("a folder");
    let mut home = ops::project::create_in_memory("AK").expect("a project");
    let text = "I: What stands in the way?\nB: Mostly the law, and a lack of people.\n";
    let draft = absatz::formats::read::read("5.txt", text.as_bytes(), &Default::default()).expect("a draft");
    let source = Source::new("5.txt", text.as_bytes());
    let document =
        ops::documents::import(&mut home, &draft, &source, &ImportAs::default()).expect("a document").value;
    let code = ops::codes::add(&mut home, "Obstacles/Law", None).expect("a code").value;
    let coder = home.coder();
    let file = folder.path().join("a.absatz");
    let wanted = Wanted { file: file.clone(), ..Wanted::default() };
    share::share(&mut home, coder, &wanted, &Progress::new()).expect("a package");
    let mut there = Project::open(&file, None).expect("the package");
    let what = Application { codes: vec![code], comment: "so".to_owned(), ..Application::default() };
    ops::codings::apply(&mut there, document, Span::new(30, 44), &what).expect("a coding");
    drop(there);
    Ground { home, sound: std::fs::read(&file).expect("its bytes") }
}

thread_local! {
    static GROUND: RefCell<Option<Ground>> = const { RefCell::new(None) };
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    GROUND.with(|ground_cell| {
        let mut kept = ground_cell.borrow_mut();
        let Ground { home, sound } = kept.get_or_insert_with(ground);
        let file = match first & 3 {
            0 => rest.to_vec(),
            // Its header, then anything.
            1 => [&sound[..100], rest].concat(),
            // Cut off.
            2 => sound[..rest.iter().fold(0, |at, &byte| (at * 256 + usize::from(byte)) % sound.len())].to_vec(),
            // Three bytes say where and what to change.
            _ => {
                let mut file = sound.clone();
                for change in rest.chunks_exact(4) {
                    let at = usize::from(change[0]) << 16 | usize::from(change[1]) << 8 | usize::from(change[2]);
                    let at = at % file.len();
                    file[at] = change[3];
                }
                file
            }
        };
        let all = Some(Take::ALL[usize::from(first >> 2) % Take::ALL.len()]);
        let decisions = Decisions { all, ..Decisions::default() };
        let merged = merge::from_bytes(home, file)
            .and_then(|incoming| merge::merge(home, &incoming, &decisions, &Progress::new()));
        match merged {
            Ok(done) => {
                assert_eq!(backup::integrity(home).expect("a check"), Vec::<String>::new());
                if !done.changed.is_empty() {
                    ops::history::undo(home).expect("an undo");
                }
            }
            Err(error) => check::refusal(&error.file("a.absatz"), "a.absatz"),
        }
    });
});
