//! The command line as a script sees it: what is on stdout, what on stderr, the exit code.

mod blind;
mod check;
mod coding;
mod consent;
mod consolidate;
mod docs;
mod edit;
mod export;
mod grid;
mod guides;
mod import;
mod json;
mod material;
mod matrices;
mod names;
mod paraphrases;
mod protocols;
mod recordings;
mod refusals;
mod report;
mod sorting;
mod versions;
mod workflow;
mod written;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder to work in, with a clean environment and a clock that stands still.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What a call answered.
pub struct Answer {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }
    /// With a project of Anna's and interview 5, ten paragraphs.
    pub fn with_study() -> Desk {
        let desk = Desk::new();
        desk.ok("new study.absatz --coder Anna");
        desk.write("IP05.txt", INTERVIEW);
        desk.ok("import IP05.txt --group Land");
        desk
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_absatz"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("ABSATZ_NOW", "2026-03-01T09:15:02Z")
            .env("TZ", "UTC")
            .env("LANG", "C");
        command
    }
    /// Runs a line of words split at spaces; quotes hold words together.
    pub fn run(&self, line: &str) -> Answer {
        self.run_with(&words(line), None)
    }
    pub fn run_with<S: AsRef<std::ffi::OsStr>>(&self, args: &[S], stdin: Option<&str>) -> Answer {
        let mut command = self.command();
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        // A command that does not read its input closes the pipe; that is its right.
        let _ = pipe.write_all(stdin.unwrap_or_default().as_bytes());
        drop(pipe);
        Answer::from(child.wait_with_output().unwrap())
    }
    /// Runs a line that must go well; gives its stdout.
    pub fn ok(&self, line: &str) -> String {
        let answer = self.run(line);
        assert_eq!(answer.code, 0, "absatz {line}\n{}{}", answer.out, answer.err);
        answer.out
    }
    /// Runs a line with `--json` that must go well.
    pub fn json(&self, line: &str) -> Value {
        let out = self.ok(&format!("{line} --json"));
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("absatz {line} --json: {error}\n{out}"))
    }
    /// Runs a line that must fail with this code and say all these words on stderr, and nothing on stdout.
    pub fn fails(&self, line: &str, code: i32, says: &[&str]) -> String {
        let answer = self.run(line);
        assert_eq!(answer.code, code, "absatz {line}\n{}{}", answer.out, answer.err);
        assert_eq!(answer.out, "", "absatz {line}: an error is on stderr");
        for words in says {
            assert!(answer.err.contains(words), "absatz {line} does not say {words:?}:\n{}", answer.err);
        }
        answer.err
    }
    /// The bytes of the project file and of its log: equal when nothing was written.
    pub fn history_length(&self) -> usize {
        self.json("history").as_array().unwrap().len()
    }
}

impl From<Output> for Answer {
    fn from(output: Output) -> Answer {
        Answer {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }
}

/// The words of a command line as a shell splits them: spaces, single and double quotes, `\` before a character.
pub fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut word, mut open, mut quote) = (String::new(), false, None);
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\\', Some('"') | None) => word.extend(chars.next()),
            (c, Some(q)) if c == q => quote = None,
            (c, Some(_)) => word.push(c),
            ('"' | '\'', None) => (quote, open) = (Some(c), true),
            (' ', None) => {
                if open || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                open = false;
            }
            (c, None) => word.push(c),
        }
    }
    if open || !word.is_empty() {
        words.push(word);
    }
    words
}

pub fn keys(value: &Value) -> Vec<String> {
    value.as_object().unwrap_or_else(|| panic!("not an object: {value}")).keys().cloned().collect()
}

/// Fails unless an object has all these keys.
pub fn has_keys(value: &Value, wanted: &[&str]) {
    let found = keys(value);
    for key in wanted {
        assert!(found.iter().any(|name| name == key), "no {key} in {found:?}");
    }
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-transcripts").join(name)
}

/// Ten paragraphs, two speakers.
pub const INTERVIEW: &str = "\
I: Wie fing es an?
B: Mit einem Brief vom Landkreis.
I: Und dann?
B: Dann kam die Verordnung, und niemand wusste, was sie bedeutet.
I: Was fehlte?
B: Geld. Und Leute, die es können.
I: Gab es Hilfe?
B: Vom Nachbarn, ja. Vom Land kam ein Leitfaden mit neunzig Seiten.
I: Haben Sie ihn gelesen?
B: Meine Kollegin hat ihn gelesen und dann beiseitegelegt.
";
