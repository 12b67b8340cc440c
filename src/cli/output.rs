//! Answers: text, JSON or a table to stdout or a file; messages and errors to stderr.

use std::io::{ErrorKind, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::context::Context;
use super::table::Listing;
use crate::error::{Error, Kind, Result};
use crate::formats::write::{self, Format, Meta, PictureFormat};
use crate::model::chart::Figure;
use crate::model::table::Table;
use crate::model::written::Written;
use crate::store::Project;
use crate::{analysis, ops, tr};

/// Where a table goes.
#[derive(Debug, Clone, Default, Args)]
pub struct Output {
    /// Write to FILE in the format of its ending (xlsx, csv, docx, html, md, json); - is stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The format, where no ending says it: xlsx, csv, docx, html, md, json
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// Replace FILE if it exists
    #[arg(long)]
    force: bool,
}

impl Context {
    /// Data, to stdout.
    pub fn print(&self, text: &str) -> Result<()> {
        if std::io::stdout().is_terminal() {
            self.bytes(shown(text).as_bytes())
        } else {
            self.bytes(text.as_bytes())
        }
    }

    /// Data, a line of it.
    pub fn line(&self, text: &str) -> Result<()> {
        self.print(&format!("{text}\n"))
    }

    /// Bytes to stdout, flushed: who reads them may act on them. A closed pipe is no error.
    pub fn bytes(&self, bytes: &[u8]) -> Result<()> {
        if self.closed.get() {
            return Ok(());
        }
        let mut stdout = std::io::stdout().lock();
        match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed.set(true);
                Ok(())
            }
            Err(error) => Err(Error::io("stdout", &error)),
        }
    }

    /// JSON to stdout.
    pub fn print_json(&self, value: &Value) -> Result<()> {
        let text = serde_json::to_string_pretty(value).unwrap_or_default();
        self.bytes(format!("{text}\n").as_bytes())
    }

    /// JSON to stdout, on one line.
    pub fn print_json_line(&self, value: &Value) -> Result<()> {
        self.bytes(format!("{value}\n").as_bytes())
    }

    /// Words to the person, on stderr; nobody is there to hear is no error.
    pub fn say(&self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{}", shown(text));
    }

    /// Something to know beside the answer, on stderr.
    pub fn warn(&self, text: &str) {
        match self.json {
            true => self.say(&serde_json::json!({ "warning": text }).to_string()),
            false => self.say(text),
        }
    }

    /// What was done: words to the person, or JSON to the program.
    pub fn done(&self, words: &str, json: &Value) -> Result<()> {
        if self.json {
            return self.print_json(json);
        }
        self.say(words);
        Ok(())
    }

    /// A table to its file, or as JSON of the command's own shape, or as text.
    pub fn table(
        &self,
        output: &Output,
        project: &Project,
        tables: &[Table],
        json: impl FnOnce() -> Value,
        text: impl FnOnce() -> String,
    ) -> Result<()> {
        if output.is_wanted() {
            let meta = self.meta(project);
            if let Some(format) = output.picture_format() {
                return Err(Error::usage(tr!("picture-no-picture", name = format.name()))
                    .hint(tr!("picture-no-picture-hint")));
            }
            let format = output.format(Format::from_name, Format::from_path)?;
            let (tables, meta) = self.without_names(project, tables, meta)?;
            let bytes = write::write(&tables, format, &meta)?;
            return self.write_out(output, &bytes, matches!(format, Format::Xlsx | Format::Docx));
        }
        if self.json { self.print_json(&json()) } else { self.print(&text()) }
    }

    /// Running text to its file, in a format that is for text.
    pub fn written(&self, output: &Output, project: &Project, mut written: Written) -> Result<()> {
        // Without a file it is read on the terminal.
        let format = match output.is_wanted() {
            true => output.format(Format::from_name, Format::from_path)?,
            false => Format::Md,
        };
        let mut meta = self.meta(project);
        let exporting = ops::names::exporting(project)?;
        let mut seen = exporting.written(&mut written);
        exporting.text(&mut meta.project, &mut seen);
        let bytes = write::write_prose(&written, format, &meta)?;
        if let Some(warning) = seen.warning() {
            self.warn(&warning);
        }
        self.write_out(output, &bytes, format == Format::Docx)
    }

    fn meta(&self, project: &Project) -> Meta {
        let name = project.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
        Meta { project: name.unwrap_or_default(), ..Meta::default() }
    }

    /// A list to its file, or as JSON, or as text; that nothing is in it is said.
    pub fn list(&self, output: &Output, project: &Project, list: &Listing) -> Result<()> {
        if let Some(nothing) = list.nothing.as_ref().filter(|_| list.is_empty() && !self.json) {
            self.say(nothing);
        }
        self.table(output, project, &[list.table()], || Value::Array(list.json.clone()), || list.text())
    }

    /// A figure as a picture, to its file or to stdout.
    pub fn picture(
        &self,
        output: &Output,
        project: &Project,
        mut figure: Figure,
        format: PictureFormat,
    ) -> Result<()> {
        if let Some(warning) = ops::names::exporting(project)?.figure(&mut figure).warning() {
            self.warn(&warning);
        }
        let (bytes, missing) = write::write_picture(&analysis::pictures::picture(&figure), format)?;
        if !missing.is_empty() {
            let (words, hint) =
                (tr!("picture-missing-letters", letters = missing), tr!("picture-missing-letters-hint"));
            self.warn(&format!("{words} {hint}"));
        }
        self.write_out(output, &bytes, format == PictureFormat::Png)
    }

    /// The tables with names replaced, where the study has decided so, and a word about what still tells who someone is.
    fn without_names(
        &self,
        project: &Project,
        tables: &[Table],
        mut meta: Meta,
    ) -> Result<(Vec<Table>, Meta)> {
        let mut tables = tables.to_vec();
        let exporting = ops::names::exporting(project)?;
        let mut seen = exporting.tables(&mut tables);
        exporting.text(&mut meta.project, &mut seen);
        if let Some(warning) = seen.warning() {
            self.warn(&warning);
        }
        Ok((tables, meta))
    }

    /// Bytes to the file that was named, or to stdout.
    pub fn write_out(&self, output: &Output, bytes: &[u8], binary: bool) -> Result<()> {
        match output.file() {
            Some(file) => {
                write::to_file(file, bytes, output.force)?;
                let name = file.display().to_string();
                self.done(&tr!("cli-written", file = name.clone()), &serde_json::json!({ "file": name }))
            }
            None if binary && std::io::stdout().is_terminal() => {
                Err(Error::usage(tr!("cli-binary-to-terminal")).hint(tr!("cli-binary-to-terminal-hint")))
            }
            None => self.bytes(bytes),
        }
    }
}

/// How far long work is, on a line of the terminal that the next one takes; nothing clears it.
pub fn progress(text: &str) {
    // A terminal that does not know how wide it is says nothing, or 0.
    let width =
        crossterm::terminal::size().ok().map(|(width, _)| usize::from(width)).filter(|width| *width > 0);
    let width = width.unwrap_or(80);
    let text = crate::text::wrap::cut(&shown(text), width.saturating_sub(1));
    let mut stderr = std::io::stderr().lock();
    let _ = write!(stderr, "\r\x1b[K{text}").and_then(|()| stderr.flush());
}

impl Output {
    /// Whether another form than text or JSON is asked for.
    pub fn is_wanted(&self) -> bool {
        self.output.is_some() || self.format.is_some()
    }

    /// Whether a file that is there may be replaced.
    pub fn replaces(&self) -> bool {
        self.force
    }

    /// The file to write; none: stdout.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// The format of pictures that is named, or meant by the file's ending.
    pub fn picture_format(&self) -> Option<PictureFormat> {
        match (&self.format, self.file()) {
            (Some(name), _) => PictureFormat::from_name(name),
            (None, Some(file)) => PictureFormat::from_path(file),
            (None, None) => None,
        }
    }

    /// Whether the format that is asked for is one of running text.
    pub fn is_prose(&self) -> bool {
        self.is_wanted() && self.format(Format::from_name, Format::from_path).is_ok_and(Format::is_prose)
    }

    /// The format named, else that of the file's ending.
    pub fn format<F>(
        &self,
        by_name: impl Fn(&str) -> Result<F>,
        by_path: impl Fn(&Path) -> Result<F>,
    ) -> Result<F> {
        match (&self.format, self.file()) {
            (Some(name), _) => by_name(name),
            (None, Some(file)) => by_path(file),
            (None, None) => Err(Error::usage(tr!("cli-format-needed")).hint(tr!("cli-format-needed-hint"))),
        }
    }
}

/// All of standard input as text.
pub fn read_stdin() -> Result<String> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Error::io("stdin", &error))?;
    String::from_utf8(bytes).map_err(|_| Error::unreadable(tr!("cli-stdin-not-utf8")))
}

/// A text argument; `-` reads standard input, without the newline at its end.
pub fn text_or_stdin(typed: &str) -> Result<String> {
    if typed != "-" {
        return Ok(typed.to_owned());
    }
    let text = read_stdin()?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

/// Text for a terminal: characters that would command it are made visible.
fn shown(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { char::REPLACEMENT_CHARACTER } else { c })
        .collect()
}

/// Prints an error and gives its exit code.
pub fn failure(error: &Error, json: bool) -> ExitCode {
    let mut stderr = std::io::stderr().lock();
    let _ = if json {
        writeln!(stderr, "{}", error.to_json())
    } else {
        // Whoever reads it wants to know which file, also where the message does not say.
        let named = |file: &PathBuf| {
            let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
            error.message.contains(name.as_ref())
        };
        let file = error.file.as_ref().filter(|file| !named(file));
        let file = file.map(|file| format!("{}: ", file.display())).unwrap_or_default();
        writeln!(stderr, "absatz: {file}{}", shown(&error.to_string()))
    };
    ExitCode::from(error.kind.exit_code())
}

/// Prints what clap says: help and version to stdout, usage errors to stderr.
pub fn usage(error: &clap::Error, json: bool) -> ExitCode {
    if json && error.use_stderr() {
        let rendered = error.render().to_string();
        let message = rendered.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let hint = rendered.lines().skip(1).map(str::trim).filter(|line| !line.is_empty());
        let hint = hint.collect::<Vec<_>>().join(" ");
        return failure(&Error::new(Kind::Usage, message).hint(hint), true);
    }
    // A closed pipe is no error.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
