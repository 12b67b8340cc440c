//! Help, the reference in `docs/cli.md`, the guide: what they show is what the program does.

use std::path::PathBuf;

use clap::Command;

use super::{Desk, words};

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// Every command with the words that call it: `codes add`.
fn all(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
    for sub in command.get_subcommands() {
        let path = format!("{path} {}", sub.get_name()).trim().to_owned();
        found.push((path.clone(), sub.clone()));
        all(sub, &path, found);
    }
}

fn commands() -> Vec<(String, Command)> {
    let mut command = absatz::cli::command();
    command.build();
    let mut found = Vec::new();
    all(&command, "", &mut found);
    found
}

#[test]
fn every_command_helps() {
    let desk = Desk::new();
    for line in ["--help", "-h", "--version"] {
        assert!(desk.ok(line).contains("absatz"), "{line}");
    }
    for (path, command) in commands() {
        let help = desk.ok(&format!("{path} --help"));
        assert!(help.contains("Usage: absatz "), "{path}:\n{help}");
        assert!(command.get_about().is_some(), "{path} says nothing of itself");
        for arg in command.get_arguments() {
            assert!(arg.get_help().is_some(), "{path}: {} says nothing of itself", arg.get_id());
        }
        if !path.contains(' ') {
            assert!(help.contains("Examples:"), "{path} has no example");
        }
    }
}

/// The examples in the help are calls that the program understands.
#[test]
fn examples_in_the_help_parse() {
    let mut seen = 0;
    for (path, command) in commands() {
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        for line in after.lines().filter_map(|line| line.trim().strip_prefix("absatz ")) {
            let line = line.split(" | ").next().unwrap().split(" > ").next().unwrap();
            let line = line.split(" < ").next().unwrap().split("   ").next().unwrap();
            let args = std::iter::once("absatz".to_owned()).chain(words(line));
            if let Err(error) = absatz::cli::command().try_get_matches_from(args) {
                panic!("{path}: absatz {line}\n{error}");
            }
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen} examples");
}

#[test]
fn completions_and_manual_name_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.ok(&format!("completions {shell}"));
        for (path, _) in commands().iter().filter(|(path, _)| !path.contains(' ')) {
            assert!(script.contains(path.as_str()), "{shell}: {path}");
        }
    }
    assert!(desk.ok("man").contains(".TH absatz 1"));
    desk.ok("man -o pages");
    for (path, _) in commands() {
        let page = format!("pages/absatz-{}.1", path.replace(' ', "-"));
        assert!(desk.path(&page).exists(), "{page}");
    }
}

/// The reference as it should be; `UPDATE_DOCS=1` writes it.
#[test]
fn the_reference_is_up_to_date() {
    let mut text = String::from(
        "# The command line\n\nGenerated from the program's own help by a test (`UPDATE_DOCS=1 cargo test --test it cli::docs`).\n\n",
    );
    text.push_str(&section("absatz", absatz::cli::command(), 0));
    for (path, command) in commands() {
        text.push_str(&section(&format!("absatz {path}"), command, path.split(' ').count()));
    }
    let file = docs().join("cli.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::create_dir_all(docs()).unwrap();
        std::fs::write(&file, &text).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(written == text, "docs/cli.md is stale: UPDATE_DOCS=1 cargo test --test it cli::docs writes it");
}

/// The keys as they should be told; written in the same way.
#[test]
fn the_key_reference_is_up_to_date() {
    let text = keys_page();
    let file = docs().join("keys.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    for command in absatz::tui::command::Command::ALL {
        assert!(text.contains(&format!("| `{}` |", command.name())), "{} is missing", command.name());
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(written == text, "docs/keys.md is stale: UPDATE_DOCS=1 cargo test --test it cli::docs writes it");
}

/// Every command with its keys, context by context, and what else it is known by.
fn keys_page() -> String {
    use absatz::i18n::{Lang, set_lang};
    use absatz::tui::command::{Command, Context};
    use std::fmt::Write as _;
    let in_lang = |lang: Lang, said: &dyn Fn() -> String| {
        set_lang(lang);
        said().replace('|', "\\|")
    };
    let row = |command: Command, keys: &str| {
        let words = [Lang::En, Lang::De].map(|lang| in_lang(lang, &|| command.words()));
        format!("| {keys} | `{}` | {} | {} |\n", command.name(), words[0], words[1])
    };
    let head = "| keys | name | what it does | auf Deutsch |\n| --- | --- | --- | --- |\n";
    let mut text = String::from(
        "# Keys and commands of the workbench\n\n\
         Generated from the program's own table by a test (`UPDATE_DOCS=1 cargo test --test it cli::docs`).\n\n\
         `?` shows the keys that hold where one is, `:` finds every command by its words. The names are those of \
         `keymap.toml`, where keys are changed; [the workbench](guide/06-workbench.md) tells how. `absatz keys` prints the \
         keys as they are with your own, `absatz --lang de keys` in German.\n\n",
    );
    for context in Context::ALL {
        let title = in_lang(Lang::En, &|| absatz::tr!(&format!("context-{}", context.name())));
        let _ = write!(text, "## {title} (`{}`)\n\n{head}", context.name());
        for &command in Command::ALL {
            let own = command.spec().keys.iter().filter(|(of, _)| *of == context);
            let keys: Vec<String> = own
                .map(|(_, key)| {
                    set_lang(Lang::En);
                    let shown = absatz::tui::keys::shown(&absatz::tui::keys::sequence(key).unwrap());
                    format!("`{shown}`")
                })
                .collect();
            if !keys.is_empty() {
                text.push_str(&row(command, &keys.join(", ").replace('|', "\\|")));
            }
        }
        text.push('\n');
    }
    let _ = write!(text, "## By their words only\n\n{head}");
    for &command in Command::ALL.iter().filter(|command| command.spec().keys.is_empty()) {
        text.push_str(&row(command, "`:`"));
    }
    text.push_str(
        "\n## Other names\n\nWhat else the palette finds commands by, among it what MAXQDA calls them.\n\n",
    );
    text.push_str("| also found as | name | auf Deutsch |\n| --- | --- | --- |\n");
    for &command in Command::ALL {
        let also = [Lang::En, Lang::De].map(|lang| in_lang(lang, &|| command.aliases()));
        if also.iter().any(|names| !names.is_empty()) {
            let _ = writeln!(text, "| {} | `{}` | {} |", also[0], command.name(), also[1]);
        }
    }
    set_lang(Lang::En);
    text
}

fn section(path: &str, command: Command, depth: usize) -> String {
    // The options of every command are told once, at the top.
    let told = |arg: &clap::Arg| {
        depth > 0 && (arg.is_global_set() || matches!(arg.get_id().as_str(), "help" | "version"))
    };
    let mut command = command.term_width(100).mut_args(|arg| {
        let hidden = told(&arg);
        arg.hide(hidden)
    });
    let help = command.render_long_help().to_string();
    let help: String = help.trim_end().lines().map(|line| format!("{}\n", line.trim_end())).collect();
    format!("{} `{path}`\n\n```text\n{help}```\n\n", "#".repeat(2 + depth.min(2)))
}

/// Every line of the guide that calls the program goes well, page by page, in a folder of its own.
#[test]
fn the_guide_works() {
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(docs().join("guide")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let desk = Desk::new();
    std::fs::create_dir(desk.path("interviews")).unwrap();
    for name in ["IP01.docx", "IP02.txt", "IP03.md", "IP04.vtt", "IP05.docx"] {
        std::fs::copy(super::sample(name), desk.path("interviews").join(name)).unwrap();
    }
    let guide = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("codebooks/digital-administration.en.json");
    std::fs::copy(guide, desk.path("coding-guide.json")).unwrap();
    let questions = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("codebooks/interview-guide.md");
    std::fs::copy(questions, desk.path("interview-guide.md")).unwrap();
    std::fs::create_dir(desk.path("audio")).unwrap();
    desk.write("audio/IP04.m4a", "sound");
    let program = PathBuf::from(env!("CARGO_BIN_EXE_absatz"));
    let path =
        std::env::join_paths([program.parent().unwrap(), "/usr/bin".as_ref(), "/bin".as_ref()]).unwrap();
    let mut seen = 0;
    for page in pages {
        let text = std::fs::read_to_string(&page).unwrap();
        for block in text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            // The workbench itself needs a terminal.
            let lines: Vec<&str> = block
                .lines()
                .filter(|line| !matches!(*line, "absatz" | "absatz open" | "absatz tutor"))
                .collect();
            let mut shell = std::process::Command::new("sh");
            shell.args(["-e", "-c", &lines.join("\n")]).current_dir(desk.path("")).env_clear();
            for (name, value) in desk.command().get_envs() {
                shell.env(name, value.unwrap_or_default());
            }
            let answer = super::Answer::from(shell.env("PATH", &path).output().unwrap());
            assert_eq!(answer.code, 0, "{}:\n{block}\n{}{}", page.display(), answer.out, answer.err);
            seen += lines.iter().filter(|line| line.contains("absatz ")).count();
        }
    }
    assert!(seen > 20, "{seen} lines");
}
