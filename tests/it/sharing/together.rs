//! Two processes at work on one project file at once.

use std::process::{Command, Stdio};

use absatz::model::CodeId;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::store::{Project, backup, codes, documents};
use absatz::text::Span;
use absatz::text::citations::Pattern;

use crate::support::{code, import, raw};

const PROJECT: &str = "ABSATZ_TEST_TOGETHER_PROJECT";
const WORDS: usize = 200;
const CODES: usize = 10;

/// A child: nothing unless the test below starts it. Codes every word with every code, each an operation.
#[test]
fn child() {
    let Ok(path) = std::env::var(PROJECT) else { return };
    let mut project = Project::open(path.as_ref(), None).unwrap();
    let name = std::env::var("ABSATZ_TEST_TOGETHER_CODER").unwrap();
    let coder = absatz::store::coders::by_name(&project.read(), &name).unwrap().id;
    project.sign_in(coder).unwrap();
    let document = documents::list(&project.read()).unwrap()[0].id;
    let tree = codes::tree(&project.read()).unwrap();
    let codes: Vec<CodeId> = tree.nodes().iter().map(|node| node.code.id).collect();
    for n in 0..WORDS * CODES {
        let word = (n % WORDS) as u32;
        let what = Application { codes: vec![codes[n / WORDS]], ..Application::default() };
        ops::codings::apply(&mut project, document, Span::new(word * 5, word * 5 + 4), &what).unwrap();
    }
}

#[test]
fn two_processes_lose_nothing() {
    let folder = crate::support::quick_folder();
    let path = folder.path().join("study.absatz");
    let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    ops::coders::add(&mut project, "MB").unwrap();
    import(&mut project, "5", &"word ".repeat(WORDS));
    for n in 0..CODES {
        code(&mut project, &format!("Code {n}"));
    }
    drop(project);
    let children = ["AK", "MB"].map(|coder| {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "sharing::together::child", "--test-threads=1"])
            .env(PROJECT, &path)
            .env("ABSATZ_TEST_TOGETHER_CODER", coder)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    });
    for child in children {
        let answer = child.wait_with_output().unwrap();
        assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    }
    let project = Project::open(&path, None).unwrap();
    let raw = raw(&path);
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap() as usize;
    for coder in ["AK", "MB"] {
        let of = format!("coder = (SELECT id FROM coder WHERE name = '{coder}')");
        assert_eq!(count(&format!("SELECT count(*) FROM coding WHERE {of}")), WORDS * CODES, "{coder}");
        // Its history is whole: an entry and an image for each.
        let entries =
            format!("SELECT count(*) FROM operation WHERE kind = 'apply-code' AND state = 'done' AND {of}");
        assert_eq!(count(&entries), WORDS * CODES, "{coder}");
    }
    let images = "SELECT count(*) FROM change JOIN coding ON coding.id = change.row
                  JOIN operation ON operation.id = change.operation
                  WHERE table_name = 'coding' AND before IS NULL AND operation.coder = coding.coder";
    assert_eq!(count(images), 2 * WORDS * CODES);
    assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new());
}
