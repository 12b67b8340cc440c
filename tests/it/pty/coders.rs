//! Two coders in one file, from coding apart to the protocol.

use super::{absatz, open, study};

#[test]
fn two_coders_code_apart_compare_and_consolidate() {
    let folder = study();
    let run = |arguments: &[&str]| absatz(folder.path(), arguments);
    run(&["import", "IP05.txt"]);
    run(&["codes", "add", "Money", "Staff"]);
    run(&["coders", "add", "MB"]);

    // Each codes three paragraphs in the workbench and declares the document done.
    for (coder, codes) in [("AK", ["Money", "Staff", "Money"]), ("MB", ["Staff", "Staff", "Money"])] {
        run(&["coders", "use", coder]);
        let mut terminal = open(&folder);
        terminal.wait_for("IP 5");
        for (place, code) in [(2, codes[0]), (4, codes[1]), (6, codes[2])] {
            // The last paragraph is coded by AK alone.
            if place == 6 && coder == "MB" {
                continue;
            }
            terminal.send("g").wait_for("Place").send(&format!("5:{place}")).send("\r");
            terminal
                .wait_for(&format!("¶ {place} of 6"))
                .send("c")
                .wait_for(&format!("Code (IP 5: {place})"));
            terminal.send(code).wait_for(code).send("\r");
            terminal.wait_for(&format!("applied {code} to (IP 5: {place})"));
        }
        // Nothing of the other is there before it is released.
        assert!(coder == "AK" || !terminal.screen().contains("Money"), "{}", terminal.screen());
        terminal.send("d").wait_for("in progress").send("d").wait_for("done");
        terminal.send("q");
        assert!(terminal.ended() && terminal.given_back());
    }

    // Released, the differences are settled one by one.
    run(&["coders", "release"]);
    let mut terminal = open(&folder);
    terminal.wait_for("IP 5").send("g").wait_for("Place").send("5:1\r").wait_for("¶ 1 of 6");
    terminal.send("\x1b[21~").wait_for("0 of 2 decided").wait_for("other code");
    terminal.send("r").wait_for("Why is it decided so?").send("money comes first").send("\r");
    terminal.wait_for("money comes first").send("1").wait_for("1 of 2 decided").wait_for("missing");
    terminal.send("0").wait_for("2 of 2 decided");
    terminal.send("A").wait_for("took one passage that all agree on");
    terminal.send("F").wait_for("declared the consensus of document 5 done").send("q");
    assert!(terminal.ended() && terminal.given_back());

    let segments: serde_json::Value = serde_json::from_str(&run(&["segments", "--json"])).unwrap();
    let counts: Vec<(&str, &str, &str)> = segments
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let word = |key: &str| one[key].as_str().unwrap();
            (word("citation"), word("code"), word("coder"))
        })
        .collect();
    assert_eq!(counts, [("(IP 5: 2)", "Money", "Consensus"), ("(IP 5: 4)", "Staff", "Consensus")]);
    run(&["consolidate", "protocol", "-o", "protocol.csv"]);
    let protocol = std::fs::read_to_string(folder.path().join("protocol.csv")).unwrap();
    assert!(protocol.contains("other-code,Money,Staff,one,Money,money comes first"), "{protocol}");
    assert!(!protocol.contains("AK") && !protocol.contains("MB"), "{protocol}");
    // The report has the figures before the discussion.
    let report: serde_json::Value = serde_json::from_str(&run(&["agreement", "--report", "--json"])).unwrap();
    assert_eq!(report["differences"], 2);
    assert!(!report["method"].as_str().unwrap().is_empty());
    assert!(run(&["agreement", "--consensual"]).contains("consensual coding"));
}
