//! The binary: parse, run, print the error, exit code: nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    absatz::cli::run(std::env::args_os())
}
