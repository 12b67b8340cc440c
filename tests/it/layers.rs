//! The floors of the house: a module uses the floors below it, never one above, never its neighbour.

use regex::Regex;

use crate::support::{Source, sources};

/// Floor by top-level module.
fn floor(module: &str) -> Option<u8> {
    Some(match module {
        "error" | "i18n" | "progress" | "clock" => 0,
        "text" => 1,
        "model" => 2,
        "store" | "formats" | "analysis" => 3,
        "ops" => 4,
        "cli" | "tui" => 5,
        _ => return None,
    })
}

/// Whether a module may name another: itself, what is below it, and the command line the workbench that it opens.
fn may(from: &str, to: &str) -> bool {
    let (Some(here), Some(there)) = (floor(from), floor(to)) else { return false };
    from == to || there < here || (here == 0 && there == 0) || (from, to) == ("cli", "tui")
}

/// The modules of the crate that a source names: `crate::a::b`, `crate::{a, b::c}`, in `main.rs` `absatz::a`.
fn named(source: &Source) -> Vec<String> {
    let root = if source.path == "main.rs" { "absatz" } else { "crate" };
    let single = Regex::new(&format!(r"(?:^|[^$\w]){root}::([a-z_0-9]+)")).unwrap();
    let group = Regex::new(&format!(r"(?s)(?:^|[^$\w]){root}::\{{(.*?)\}};")).unwrap();
    let code = source.code();
    let mut names: Vec<String> = single.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    for found in group.captures_iter(&code) {
        let mut depth = 0;
        let mut word = String::new();
        for c in found[1].chars().chain([',']) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    let first = word.trim().split("::").next().unwrap_or_default().trim().to_owned();
                    names.extend((!first.is_empty()).then_some(first));
                    word.clear();
                }
                _ if depth == 0 => word.push(c),
                _ => {}
            }
        }
    }
    // Macros are exported at the root and belong to no floor.
    names.retain(|name| name != "tr");
    names
}

#[test]
fn nothing_reaches_up_or_to_its_neighbour() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in sources() {
        if source.path == "lib.rs" {
            continue;
        }
        for name in named(&source) {
            seen += 1;
            let allowed = match source.path.as_str() {
                "main.rs" => floor(&name).is_some(),
                _ => may(source.module(), &name),
            };
            if !allowed {
                wrong.push(format!("{} names crate::{name}", source.path));
            }
        }
    }
    assert!(seen > 100, "the test reads too little: {seen} paths");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_has_a_floor() {
    for source in sources() {
        let module = source.module();
        assert!(matches!(module, "lib" | "main") || floor(module).is_some(), "{} has no floor", source.path);
    }
}

/// Fails with every line of code in `where_` that matches, by file and line.
fn none(pattern: &str, why: &str, allowed: impl Fn(&Source) -> bool) {
    let pattern = Regex::new(pattern).unwrap();
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| !allowed(source)) {
        let code = source.code();
        for found in pattern.find_iter(&code) {
            let line = code[..found.start()].matches('\n').count() + 1;
            wrong.push(format!("{}:{line}: {}", source.path, found.as_str().trim()));
        }
    }
    assert!(wrong.is_empty(), "{why}\n{wrong:#?}");
}

#[test]
fn no_path_climbs_two_floors() {
    none(r"super::super", "name modules from the crate's root", |_| false);
    let top = |source: &Source| {
        let parts: Vec<&str> = source.path.split('/').collect();
        !(parts.len() == 1 || (parts.len() == 2 && parts[1] == "mod.rs"))
    };
    none(r"\bsuper::", "a top module's `super` is the crate: name it so that its floor can be read", top);
}

#[test]
fn only_operations_write() {
    let inside = |source: &Source| matches!(source.module(), "ops" | "store");
    none(r"\.operate\(", "writes belong in ops", inside);
    none(r"\.keep\(\s*\|", "writes belong in ops", inside);
}

#[test]
fn only_the_store_speaks_sql() {
    let inside = |source: &Source| source.module() == "store";
    none(r"\brusqlite\b", "SQLite belongs in store", |source| inside(source) || source.path == "error.rs");
    none(
        r#""\s*(SELECT\s|INSERT\s+INTO|INSERT\s+OR|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIEW)|PRAGMA\s|ALTER\s+TABLE|VACUUM|WITH\s+RECURSIVE)"#,
        "SQL belongs in store",
        inside,
    );
}

#[test]
fn nothing_panics_on_purpose() {
    none(
        r"\b(todo|unimplemented|panic|unreachable|dbg)!|\.unwrap\(\)|\.expect\(",
        "an error names the object and the way out",
        // The workbench without a terminal, which only tests drive.
        |source| source.path == "tui/testing.rs",
    );
}

#[test]
fn files_stay_readable() {
    for source in sources() {
        let lines = source.code().lines().count();
        assert!(lines < 600, "{} has {lines} lines without its tests", source.path);
    }
}

/// The tests above would pass on sources that they cannot read.
#[test]
fn the_rules_see_what_they_forbid() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let named = |path: &str, text: &str| named(&source(path, text));
    assert_eq!(named("store/a.rs", "use crate::{ops::{undo, codes}, tui};"), ["ops", "tui"]);
    assert_eq!(named("store/a.rs", "let x = crate::ops::undo(); // crate::tui::x"), ["ops"]);
    assert_eq!(named("main.rs", "fn main() { absatz::cli::run() }"), ["cli"]);
    assert!(!may("store", "ops") && !may("store", "formats") && !may("text", "model") && !may("tui", "cli"));
    assert!(may("cli", "tui") && may("ops", "store") && may("model", "text") && may("store", "error"));
}
