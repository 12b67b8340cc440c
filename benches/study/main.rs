//! The measured work, each beside its floor in the same run. `cargo bench` runs all; `cargo bench -- open search` some.
//!
//! A benchmark is never a test: it fails on nothing, it prints. Each part runs in a process of its own, so that its peak
//! memory is its own. The large study is made once and kept in the target folder.

mod agreement;
mod floors;
mod generate;
mod measure;
mod parts;

use std::path::PathBuf;
use std::process::Command;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, part] = &arguments[..]
        && flag == "--part"
    {
        return parts::run(part, &folder());
    }
    // `cargo test` builds benches and runs them with `--test`: measuring is not its business.
    if arguments.iter().any(|argument| argument.starts_with("--")) {
        return;
    }
    let me = std::env::current_exe().unwrap();
    println!("{}", measure::HEADER);
    let wanted =
        |name: &&&str| arguments.is_empty() || arguments.iter().any(|part| name.contains(part.as_str()));
    for part in ["make"].iter().chain(parts::NAMES.iter().filter(wanted)) {
        let status = Command::new(&me).args(["--part", part]).status().unwrap();
        if !status.success() {
            println!("{part}: did not finish ({status})");
        }
    }
}

/// Where the generated studies are kept between runs.
fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    let folder = target.join("studies");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
