//! `open`, `demo`, `new`: the project file.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::context::{Context, ENDING};
use super::passphrase::Known;
use crate::error::{Error, Result};
use crate::store::{Project, coders, codes, documents};
use crate::text::citations::Pattern;
use crate::{ops, tr, tui};

/// Open the workbench on the project.
///
/// An encrypted package (NAME.absatz.age) asks for its passphrase and becomes NAME.absatz beside it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz open\n  absatz open -p study.absatz --coder Ben\n  absatz open for-ben.absatz.age"
)]
pub struct Open {
    /// The project to open
    #[arg(value_name = "PROJECT")]
    file: Option<PathBuf>,
}

impl Open {
    pub fn run(self, context: &Context) -> Result<()> {
        open(context, self.file)
    }
}

/// Opens the workbench; only on a terminal.
pub fn open(context: &Context, file: Option<PathBuf>) -> Result<()> {
    let path = file.map_or_else(|| context.project_path(), Ok)?;
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Error::usage(tr!("cli-no-terminal")).hint(tr!("cli-no-terminal-hint")));
    }
    // An encrypted package becomes the project beside it, once.
    let path = match Known::default().of(&path)? {
        Some(passphrase) => ops::share::unlock(&path, None, &passphrase)?,
        None => path,
    };
    tui::run(path, tui::Options { coder: context.coder(), lang: context.lang })
}

/// Make an empty project.
///
/// The file gets the ending .absatz where it has another or none. Nothing that exists is replaced.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz new study.absatz --coder Anna\n  absatz new study.absatz --coder Anna --citation \"(I5, Abs. 9)\""
)]
pub struct New {
    /// The project file to make
    #[arg(value_name = "PROJECT")]
    file: PathBuf,
    /// How citations are written, as an example for interview 5, paragraph 9
    #[arg(long, value_name = "EXAMPLE", default_value = "(IP 5: 9)", value_parser = pattern)]
    citation: Pattern,
}

/// A citation pattern by an example of it.
pub fn pattern(example: &str) -> std::result::Result<Pattern, String> {
    Pattern::from_example(example).ok_or_else(|| {
        "write a word, the interview 5 and the paragraph 9 as a citation has them: \"(IP 5: 9)\", \"(I5, Abs. 9)\""
            .to_owned()
    })
}

/// Who sits at the computer, as the system calls them.
pub fn person() -> Option<String> {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
}

impl New {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut file = self.file;
        if file.extension().is_none_or(|ending| ending != ENDING) {
            let mut name = file.into_os_string();
            name.push(".");
            name.push(ENDING);
            file = name.into();
        }
        let coder = match context.coder() {
            Some(name) => name,
            None => person()
                .ok_or_else(|| Error::usage(tr!("cli-coder-needed")).hint(tr!("cli-coder-needed-hint")))?,
        };
        let project = ops::project::create(&file, &coder, &self.citation)?;
        for warning in &project.warnings {
            context.warn(warning);
        }
        let name = file.display().to_string();
        let example = self.citation.cite("5", 9, 9);
        context.done(
            &tr!("cli-project-made", file = name.clone(), coder = coder.clone(), citation = example.clone()),
            &json!({"file": name, "coder": coder, "citation": example}),
        )
    }
}

/// Make a project of the shipped study and open it.
///
/// The folder gets the project demo.absatz with eight interviews, a coding guide and two coders' codings, and the files
/// that it was made from. A demo that is there already is opened as it is.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz demo\n  absatz demo ~/absatz-demo --lang de")]
pub struct Demo {
    /// Where to make it
    #[arg(default_value = "absatz-demo")]
    folder: PathBuf,
}

impl Demo {
    pub fn run(self, context: &Context) -> Result<()> {
        // The study is made in the person's language, also where JSON is answered.
        let file = ops::demo::create(&self.folder, context.lang)?;
        if !context.json && std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
            return tui::run(file, tui::Options { coder: context.coder(), lang: context.lang });
        }
        let project = Project::open(&file, None)?;
        let reader = project.read();
        let documents: Vec<String> =
            documents::list(&reader)?.into_iter().map(|document| document.label).collect();
        let codes = codes::tree(&reader)?.nodes().len();
        let coders: Vec<String> = coders::list(&reader)?.into_iter().map(|coder| coder.name).collect();
        let name = file.display().to_string();
        if context.json {
            let made = json!({"file": name, "documents": documents, "codes": codes, "coders": coders});
            return context.print_json(&made);
        }
        context.say(&tr!(
            "cli-demo-made",
            documents = documents.len(),
            codes = codes,
            coders = coders.join(", ")
        ));
        context.line(&name)
    }
}
