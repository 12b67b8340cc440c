//! Two coders in two programs, over a package: given away, coded apart at the same time, merged, compared, consolidated,
//! reported.

use super::{Terminal, absatz, study};

/// Applies a code to a paragraph of interview 5, through the picker.
fn code(terminal: &mut Terminal, place: u32, code: &str, offer: &str) {
    terminal.send("g").wait_for("Place").send(&format!("5:{place}")).send("\r");
    terminal.wait_for(&format!("¶ {place} of 6")).send("c").wait_for(&format!("Code (IP 5: {place})"));
    terminal.send(code).wait_for(offer).send("\r");
    terminal.wait_for(&format!("applied {code} to (IP 5: {place})"));
}

/// Calls up a command by words of its name.
fn command(terminal: &mut Terminal, words: &str, shown: &str) {
    terminal.send(":").wait_for("Commands").send(words).wait_for(words).send("\r").wait_for(shown);
}

fn done(terminal: &mut Terminal) {
    terminal.send("d").wait_for("in progress").send("d").wait_for("done");
}

#[test]
fn two_programs_work_apart_over_a_package_and_come_to_a_protocol() {
    let folder = study();
    let run = |arguments: &[&str]| absatz(folder.path(), arguments);
    run(&["import", "IP05.txt", "-p", "study.absatz"]);
    run(&["codes", "add", "Money", "Staff", "-p", "study.absatz"]);
    run(&["coders", "add", "MB", "-p", "study.absatz"]);

    // AK gives the package away, and both are at work at once.
    let mut home = Terminal::open(&folder.path().join("study.absatz"), 120, 34);
    home.wait_for("IP 5");
    command(&mut home, "package for a coder", "mb.absatz");
    home.send("\r").wait_for("Wrote");
    let package = folder.path().join("mb.absatz");
    let mut apart = Terminal::open(&package, 120, 34);
    apart.wait_for("IP 5").wait_for("MB");
    code(&mut home, 2, "Money", "Money");
    code(&mut apart, 2, "Staff", "Staff");
    code(&mut home, 4, "Staff", "Staff");
    code(&mut apart, 4, "Staff", "Staff");
    code(&mut apart, 6, "Leadership", "New code");
    code(&mut home, 6, "Money", "Money");
    done(&mut home);
    done(&mut apart);
    assert!(!apart.screen().contains("Money to"), "{}", apart.screen());
    apart.send("q");
    assert!(apart.ended() && apart.given_back());
    run(&["share", "--back", "-o", "from-mb.absatz", "-p", "mb.absatz"]);

    // What came back is looked at, merged and released.
    command(&mut home, "came back", "came back");
    home.wait_for("File")
        .send("\x15")
        .send(folder.path().join("from-mb.absatz").to_str().unwrap())
        .send("\r");
    home.wait_for("Work of MB since")
        .wait_for("3 codings added")
        .wait_for("to be revisited for it: Leadership");
    home.send("\r").wait_for("merged the work of MB");
    command(&mut home, "see each other's work everywhere", "Release the whole study?");
    home.send("\r").wait_for("released");

    // What AK has not looked for yet is no difference; then it is.
    home.send("g").wait_for("Place").send("5:1\r").wait_for("¶ 1 of 6");
    home.send("\x1b[21~").wait_for("0 of 1 decided").wait_for("one waits").send("\x1b").wait_for("¶ 1 of 6");
    command(&mut home, "look for once more", "To revisit");
    home.wait_for("Leadership").send("d").wait_for("looked for Leadership once more");
    home.send("\x1b[20~").wait_for("other code").wait_for("Leadership");
    home.send("\x1b[21~").wait_for("0 of 2 decided");
    home.send("r").wait_for("Why is it decided so?").send("money comes first").send("\r");
    home.wait_for("money comes first").send("1").wait_for("1 of 2 decided");
    home.send("2").wait_for("2 of 2 decided");
    home.send("A").wait_for("took one passage that all agree on");
    home.send("F").wait_for("declared the consensus of document 5 done").send("q");
    assert!(home.ended() && home.given_back());

    // The protocol and the paragraph for the method section, as files.
    run(&["consolidate", "protocol", "-o", "protocol.csv", "-p", "study.absatz"]);
    let protocol = std::fs::read_to_string(folder.path().join("protocol.csv")).unwrap();
    let lines: Vec<&str> = protocol.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{protocol}");
    assert!(lines[1].contains("other-code,Money,Staff,one,Money,money comes first"), "{protocol}");
    assert!(lines[2].contains("other-code,Money,Leadership,one,Leadership,"), "{protocol}");
    run(&["agreement", "--report", "--bootstrap", "0", "-o", "report.md", "-p", "study.absatz"]);
    let report = std::fs::read_to_string(folder.path().join("report.md")).unwrap();
    let told: serde_json::Value = serde_json::from_str(&run(&[
        "agreement",
        "--report",
        "--bootstrap",
        "0",
        "--json",
        "-p",
        "study.absatz",
    ]))
    .unwrap();
    let method = told["method"].as_str().unwrap();
    assert!(
        method.starts_with("One of 1 interviews (100 %) was coded independently by two coders."),
        "{method}"
    );
    assert!(report.contains(&method[..60]), "{report}");
    // Three codes on six paragraphs: they agree on fourteen of eighteen.
    assert!(method.contains("77.8 %"), "{method}");
    let segments: serde_json::Value =
        serde_json::from_str(&run(&["segments", "--json", "-p", "study.absatz"])).unwrap();
    let of = |one: &serde_json::Value| {
        ["citation", "code", "coder"].map(|key| one[key].as_str().unwrap().to_owned()).join(" ")
    };
    let all: Vec<String> = segments.as_array().unwrap().iter().map(of).collect();
    assert_eq!(
        all,
        ["(IP 5: 2) Money Consensus", "(IP 5: 4) Staff Consensus", "(IP 5: 6) Leadership Consensus"]
    );
}
