//! The command line: parse, call `ops`, print. One file a noun.
//!
//! stdout is data, stderr talks. Help and usage errors are English; other words come from `locales/`, in English with
//! `--json`. A closed pipe is no error.

mod agreement;
mod cases;
mod check;
mod cite;
mod code;
mod codebook;
mod coders;
mod codes;
mod completions;
mod consent;
mod consolidate;
mod consolidated;
mod context;
mod doctor;
mod documents;
mod edit;
mod edited;
mod erasure;
mod export;
mod grid;
mod guides;
mod history;
mod import;
mod imported;
mod keys;
mod material;
mod matrix;
mod media;
mod memo;
mod merge;
mod names;
mod output;
mod paraphrase;
mod passphrase;
mod persons;
mod project;
mod queries;
mod reading;
mod replace;
mod report;
mod revisit;
mod saved_tables;
mod scope;
mod search;
mod segments;
mod sets;
mod share;
mod sort;
mod suggest;
mod summaries;
mod table;
mod tutor;
mod variables;
mod versions;
mod words;
mod working;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use self::context::{Context, Global};
use crate::error::Result;

/// A terminal workbench for coding qualitative interviews, cited by paragraph.
///
/// Without a command it opens the workbench on PROJECT, or on the only *.absatz file here.
#[derive(Debug, Parser)]
#[command(
    name = "absatz",
    version,
    propagate_version = false,
    disable_help_subcommand = true,
    subcommand_value_name = "COMMAND",
    max_term_width = 100,
    after_help = "Examples:\n  absatz tutor                                learn the workbench in a quarter of an hour\n  absatz demo                                 try it on the shipped study\n  absatz new study.absatz --coder Anna        begin a study\n  absatz import interviews/*.docx             add transcripts\n  absatz code 5:9 Obstacles/Legal             code paragraph 9 of interview 5\n  absatz grid -o grid.xlsx                    the Summary Grid as a spreadsheet\n\nA place is written as in a report: 5:9, \"IP 5: 9\", 5:9-11, 5:9@12-80 or 5:9\"the quoted words\".\nA code is a path like Obstacles/Legal or any unambiguous ending of it."
)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    /// The project to open in the workbench.
    #[arg(value_name = "PROJECT")]
    file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Open(project::Open),
    Tutor(tutor::Tutor),
    Demo(project::Demo),
    New(project::New),
    Import(import::Import),
    Documents(documents::Documents),
    Cases(cases::Cases),
    Persons(persons::Persons),
    Sets(sets::Sets),
    Sample(material::Sample),
    Overview(material::Overview),
    Interviewees(material::Interviewees),
    Method(material::Method),
    Text(documents::ShowText),
    Edit(edit::Edit),
    Codebook(codebook::Codebook),
    Codes(codes::Codes),
    Code(code::Apply),
    Uncode(code::Remove),
    Segment(code::Segment),
    Segments(segments::Segments),
    Queries(queries::Queries),
    Search(search::Search),
    Summary(summaries::Summary),
    CellState(summaries::CellStates),
    DocumentSummary(summaries::DocumentSummary),
    CodeSummary(summaries::CodeSummary),
    CaseSummary(summaries::CaseSummary),
    Grid(grid::Grid),
    Table(Box<saved_tables::Tables>),
    Matrix(matrix::Matrix),
    Coverage(matrix::Coverage),
    Portrait(matrix::Portrait),
    Codeline(matrix::Codeline),
    Words(words::Words),
    Concordance(words::Concordance),
    Paraphrase(paraphrase::Paraphrase),
    Export(export::Export),
    Cite(cite::Cite),
    Check(check::Check),
    Report(report::Report),
    Memo(memo::Memo),
    Recordings(media::Recordings),
    Play(media::Play),
    Consent(consent::Consent),
    Guides(guides::Guides),
    Coders(coders::Coders),
    Share(share::Share),
    Unlock(share::Unlock),
    Merge(merge::Merge),
    Agreement(agreement::Agreement),
    Consolidate(consolidate::Consolidate),
    Pseudonyms(names::Pseudonyms),
    Seal(erasure::Seal),
    Erase(erasure::Erase),
    History(history::History),
    Undo(history::Undo),
    Redo(history::Redo),
    Doctor(doctor::Doctor),
    Keys(keys::Keys),
    Completions(completions::Completions),
    Man(completions::Man),
}

/// The whole command tree, for completions, the manual and the reference in `docs/`.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs one command line and says how it went; errors are printed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let json = args.iter().any(|arg| arg == "--json");
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return output::usage(&suggest::better(error, &args), json),
    };
    let context = Context::new(cli.global, cli.file.clone());
    let result = suggest::check_file(cli.file.as_deref(), cli.command.is_some())
        .and_then(|()| dispatch(&context, cli.command));
    match result {
        Ok(()) if context.found.get() => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output::failure(&error, context.json),
    }
}

fn dispatch(context: &Context, command: Option<Command>) -> Result<()> {
    match command {
        None => project::open(context, None),
        Some(Command::Open(command)) => command.run(context),
        Some(Command::Tutor(command)) => command.run(context),
        Some(Command::Demo(command)) => command.run(context),
        Some(Command::New(command)) => command.run(context),
        Some(Command::Import(command)) => command.run(context),
        Some(Command::Documents(command)) => command.run(context),
        Some(Command::Cases(command)) => command.run(context),
        Some(Command::Persons(command)) => command.run(context),
        Some(Command::Sets(command)) => command.run(context),
        Some(Command::Sample(command)) => command.run(context),
        Some(Command::Overview(command)) => command.run(context),
        Some(Command::Interviewees(command)) => command.run(context),
        Some(Command::Method(command)) => command.run(context),
        Some(Command::Text(command)) => command.run(context),
        Some(Command::Edit(command)) => command.run(context),
        Some(Command::Codebook(command)) => command.run(context),
        Some(Command::Codes(command)) => command.run(context),
        Some(Command::Code(command)) => command.run(context),
        Some(Command::Uncode(command)) => command.run(context),
        Some(Command::Segment(command)) => command.run(context),
        Some(Command::Segments(command)) => command.run(context),
        Some(Command::Queries(command)) => command.run(context),
        Some(Command::Search(command)) => command.run(context),
        Some(Command::Summary(command)) => command.run(context),
        Some(Command::CellState(command)) => command.run(context),
        Some(Command::DocumentSummary(command)) => command.run(context),
        Some(Command::CodeSummary(command)) => command.run(context),
        Some(Command::CaseSummary(command)) => command.run(context),
        Some(Command::Grid(command)) => command.run(context),
        Some(Command::Table(command)) => command.run(context),
        Some(Command::Matrix(command)) => command.run(context),
        Some(Command::Coverage(command)) => command.run(context),
        Some(Command::Portrait(command)) => command.run(context),
        Some(Command::Codeline(command)) => command.run(context),
        Some(Command::Words(command)) => command.run(context),
        Some(Command::Concordance(command)) => command.run(context),
        Some(Command::Paraphrase(command)) => command.run(context),
        Some(Command::Export(command)) => command.run(context),
        Some(Command::Cite(command)) => command.run(context),
        Some(Command::Memo(command)) => command.run(context),
        Some(Command::Check(command)) => command.run(context),
        Some(Command::Report(command)) => command.run(context),
        Some(Command::Recordings(command)) => command.run(context),
        Some(Command::Play(command)) => command.run(context),
        Some(Command::Consent(command)) => command.run(context),
        Some(Command::Guides(command)) => command.run(context),
        Some(Command::Coders(command)) => command.run(context),
        Some(Command::Share(command)) => command.run(context),
        Some(Command::Unlock(command)) => command.run(context),
        Some(Command::Merge(command)) => command.run(context),
        Some(Command::Agreement(command)) => command.run(context),
        Some(Command::Consolidate(command)) => command.run(context),
        Some(Command::Pseudonyms(command)) => command.run(context),
        Some(Command::Seal(command)) => command.run(context),
        Some(Command::Erase(command)) => command.run(context),
        Some(Command::History(command)) => command.run(context),
        Some(Command::Undo(command)) => command.run(context),
        Some(Command::Redo(command)) => command.run(context),
        Some(Command::Doctor(command)) => command.run(context),
        Some(Command::Keys(command)) => command.run(context),
        Some(Command::Completions(command)) => command.run(context),
        Some(Command::Man(command)) => command.run(context),
    }
}
