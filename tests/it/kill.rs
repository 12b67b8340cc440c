//! What was acknowledged is there: a child codes and says each coding's UUID, and is killed at any moment.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use absatz::model::CodeId;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::store::{Project, backup, codes, codings, documents};
use absatz::text::Span;
use absatz::text::citations::Pattern;

use crate::support::{code, import};

const PROJECT: &str = "ABSATZ_TEST_KILL_PROJECT";
const WORDS: usize = 200;
const CODES: usize = 200;

/// The child: nothing unless the test below starts it.
#[test]
fn child() {
    let Ok(path) = std::env::var(PROJECT) else { return };
    let mut project = Project::open(path.as_ref(), None).unwrap();
    let document = documents::list(&project.read()).unwrap()[0].id;
    let tree = codes::tree(&project.read()).unwrap();
    let codes: Vec<CodeId> = tree.nodes().iter().map(|node| node.code.id).collect();
    let mut next = codings::all(&project.read()).unwrap().len();
    let mut out = std::io::stdout();
    loop {
        let (code, word) = (codes[(next / WORDS) % CODES], (next % WORDS) as u32);
        let what = Application { codes: vec![code], ..Application::default() };
        let done =
            ops::codings::apply(&mut project, document, Span::new(word * 5, word * 5 + 4), &what).unwrap();
        let uuid = codings::get(&project.read(), done.value[0]).unwrap().uuid;
        writeln!(out, "uuid {uuid}").and_then(|()| out.flush()).unwrap();
        next += 1;
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.absatz");
    let mut project = ops::project::create(&path, "AK", &Pattern::default()).unwrap();
    import(&mut project, "5", &"word ".repeat(WORDS));
    project
        .in_batch(|project| {
            for n in 0..CODES {
                code(project, &format!("Code {n}"));
            }
            Ok(())
        })
        .unwrap();
    drop(project);
    let mut acknowledged = BTreeSet::new();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..200 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::child", "--nocapture", "--test-threads=1"])
            .env(PROJECT, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut pipe = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains("uuid ") {
            line.clear();
            assert!(pipe.read_line(&mut line).unwrap() > 0, "round {round}: the child ended before it coded");
        }
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(1_000 + random % 59_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        pipe.read_to_string(&mut rest).unwrap();
        line.push_str(&rest);
        // The last line may have been cut off: it acknowledges nothing.
        let whole = line.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let said: Vec<&str> =
            whole.lines().filter_map(|line| line.split_once("uuid ")).map(|(_, uuid)| uuid).collect();
        assert!(!said.is_empty());
        acknowledged.extend(said.into_iter().map(str::to_owned));

        let project = Project::open(&path, None).unwrap();
        let there: BTreeSet<String> =
            codings::all(&project.read()).unwrap().into_iter().map(|coding| coding.uuid).collect();
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        assert_eq!(backup::integrity(&project).unwrap(), Vec::<String>::new(), "round {round}");
    }
    assert!(acknowledged.len() > 400, "hardly anything was coded: {}", acknowledged.len());
}
