//! What a blind coder is told of the other: nothing, by any command, in any form.
//!
//! Two studies differ only in the work of Ben. Whatever Anna calls must answer the same in both, but for keys that are
//! drawn by lot; and no word of Ben's may be in it.

use std::sync::Mutex;

use regex::Regex;

use super::{Answer, Desk, words};

/// A word in everything that Ben writes.
const SECRET: &str = "geheim";

/// Interviews 5 and 6, codes that both know, and Anna's own work; with Ben's or without.
fn study(with_ben: bool) -> Desk {
    let desk = Desk::with_study();
    desk.write("IP06.txt", super::INTERVIEW.replace("Geld", "Personal"));
    for line in [
        "import IP06.txt --group Land",
        "coders add Ben",
        "codes add Alpha Zebra Zebra/Unten Rest",
        "code 5:2 Alpha --comment Eigenes",
        "memo write Eigenes --place 5:2",
        "summary 5 Alpha 'Annas Satz'",
        "coders status 5 done",
        "cases add Kreis",
        "cases set Kreis --document 5",
        "cases add Stadt",
        "sets add Auswahl --code Rest",
        "cell-state nothing --document 5 --code Rest",
        "document-summary 5 'Annas Dokument'",
        "code-summary Alpha 'Annas Code'",
        "case-summary Kreis 'Annas Fall'",
        "table create Auswahl --code Alpha --code Zebra",
    ] {
        desk.ok(line);
    }
    if with_ben {
        for line in [
            "code 5:2 Alpha --comment geheim1 --weight 7",
            "code 5:4 Zebra Zebra/Unten",
            "code 6:4 Zebra",
            "memo write geheim2 --place 5:2",
            "memo write geheim3 --document 5",
            "memo write geheim4 --code Zebra",
            "memo write geheim5 --on free",
            "memo write geheim6 --on project",
            "memo write geheim7 --case Kreis",
            "summary 5 Zebra geheim8",
            "paraphrase add 5:4 geheim9",
            "cell-state nothing --document 6 --code Rest",
            "cell-state not-asked --document 5 --code Rest --code Zebra/Unten",
            "document-summary 5 geheimA",
            "code-summary Zebra geheimB",
            "case-summary Stadt geheimC",
            "coders status 5 done",
            "coders status 6 in-progress",
            "uncode 6:4 Zebra",
            "undo",
        ] {
            desk.ok(&format!("--coder Ben {line}"));
        }
        let raw = crate::support::raw(&desk.path("study.absatz"));
        raw.execute_batch(
            "INSERT INTO revisit (document, code, coder, pass, reason, at) VALUES (1, 4, 2, 1, 'asked', '2026');",
        )
        .unwrap();
    }
    desk.ok("coders use Anna");
    desk
}

/// What follows a command that nothing below says more of.
const TAILS: &[&str] = &["--json", "5", "5 Zebra --json", "-o out.csv"];

/// Commands with what a reader would ask of the other's work; every other command is called with [`TAILS`].
const LINES: &[(&str, &[&str])] = &[
    (
        "segments",
        &[
            "",
            "--without Zebra",
            "--without Rest --by case",
            "--code Zebra --with-subcodes",
            "--document 6",
            "-o out.html",
            "-o out.json",
        ],
    ),
    ("search", &["geheim --in memos,summaries", "Geld", "geheim"]),
    ("grid", &["", "-o out.md", "--code Zebra", "--rows case", "--compare group", "--level", "--waiting"]),
    ("cell-state", &["", "nothing --document 5,6 --code Zebra", "none --document 5 --code Rest"]),
    ("document-summary", &["", "5", "6", "5 neu", "-o out.csv"]),
    ("code-summary", &["", "Zebra", "Alpha", "Zebra neu", "-o out.csv"]),
    ("case-summary", &["", "Kreis", "Stadt", "Stadt neu", "-o out.csv"]),
    ("cases remove", &["Stadt", "Kreis"]),
    ("table", &["Auswahl", "Auswahl -o out.md"]),
    ("memo list", &["", "--document 5", "--code Zebra", "-o out.csv"]),
    ("summary", &["5 Zebra", "5 Alpha", "5 Zebra neu"]),
    ("history", &["", "--document 5", "--code Zebra", "-o out.csv"]),
    ("undo", &[""]),
    ("documents remove", &["5", "6"]),
    ("codes remove", &["Zebra", "Alpha"]),
    ("codes merge", &["Zebra Alpha", "Alpha Zebra"]),
    ("coders", &["", "status", "choose 5 Ben"]),
    ("coders status", &["", "6 done"]),
    ("agreement", &["", "--by difference", "--by overall", "--consensual", "--choose 1"]),
    ("pseudonyms find", &["geheim"]),
    ("edit", &["5 --file IP06.txt --dry-run"]),
    (
        "export",
        &["-o out.html", "-o out.html --coders --times --comments --working", "--document 6 -o out.md"],
    ),
];

/// What a computer or a person decides anew each time, or what needs a terminal.
const APART: &[&str] = &[
    "open",
    "demo",
    "tutor",
    "new",
    "completions",
    "man",
    "keys",
    "help",
    "doctor",
    "play",
    "coders release",
    "coders use",
];

fn leaves(command: &clap::Command, path: &str, found: &mut Vec<String>) {
    for sub in command.get_subcommands() {
        let path = format!("{path} {}", sub.get_name()).trim().to_owned();
        found.push(path.clone());
        leaves(sub, &path, found);
    }
}

fn parses(line: &str) -> bool {
    let args = std::iter::once("absatz".to_owned()).chain(words(line));
    absatz::cli::command().try_get_matches_from(args).is_ok()
}

/// Every line to be tried.
fn lines() -> Vec<String> {
    let mut paths = Vec::new();
    leaves(&absatz::cli::command(), "", &mut paths);
    for (path, _) in LINES {
        assert!(paths.iter().any(|known| known == path), "{path} is no command any more");
    }
    let mut lines = Vec::new();
    for path in paths.iter().filter(|path| !APART.contains(&path.as_str())) {
        if path.split(' ').next().is_some_and(|noun| APART.contains(&noun)) {
            continue;
        }
        match LINES.iter().find(|(known, _)| known == path) {
            Some((_, tails)) => {
                lines.extend(
                    tails.iter().flat_map(|tail| ["", " --json"].map(|how| format!("{path} {tail}{how}"))),
                );
            }
            None => {
                lines.extend(TAILS.iter().map(|tail| format!("{path} {tail}")).filter(|line| parses(line)))
            }
        }
    }
    lines
}

/// Everything that a call told: on both streams, and in files it wrote.
fn told(desk: &Desk, line: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    for file in ["study.absatz", "IP06.txt"] {
        std::fs::copy(desk.path(file), folder.path().join(file)).unwrap();
    }
    let mut command = desk.command();
    let output = command.current_dir(folder.path()).args(words(line)).stdin(std::process::Stdio::null());
    let answer = Answer::from(output.output().unwrap());
    let mut told = format!("{}\n{}\n{}", answer.code, answer.out, answer.err);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("out.")) {
            told.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap()));
        }
    }
    told.replace(&folder.path().to_string_lossy().into_owned(), "")
}

#[test]
fn no_command_tells_a_blind_coder_of_the_other() {
    let (with, without) = (study(true), study(false));
    let drawn = Regex::new(
        "(?x)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12} | [0-9a-f]{7,12}\\b | \"id\":\\s*[0-9]+ | [0-9]{4}-[0-9]{2}-[0-9]{2}[\\ T][0-9]{2}:[0-9]{2}(:[0-9]{2})? | (?m:^)[0-9]+\\b",
    )
    .unwrap();
    let lines = lines();
    let (left, found) = (Mutex::new(lines.iter()), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some(line) = left.lock().unwrap().next() else { return };
                    let (one, other) = (told(&with, line), told(&without, line));
                    // What was asked for by its words comes back in the answer.
                    if one.contains(SECRET) && !line.contains(SECRET) {
                        found.lock().unwrap().push(format!("absatz {line} tells the words:\n{one}"));
                    }
                    let (one, other) = (drawn.replace_all(&one, "KEY"), drawn.replace_all(&other, "KEY"));
                    if one != other {
                        found
                            .lock()
                            .unwrap()
                            .push(format!("absatz {line}\n{one}\n--- without Ben:\n{other}"));
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    assert!(lines.len() > 200, "{} lines", lines.len());
    assert!(
        found.is_empty(),
        "{} of {} lines tell of Ben:\n{}",
        found.len(),
        lines.len(),
        found.join("\n\n")
    );
    // The test can see: released, most of it is told.
    with.ok("coders release");
    for line in ["coders list", "memo list", "history", "coders status"] {
        assert_ne!(told(&with, line), told(&without, line), "{line}");
    }
}
