//! Sorting segments into subcodes and coding by speaker on the command line; history, memos and logbook with filters.

use serde_json::json;

use super::Desk;

fn study() -> Desk {
    let desk = Desk::with_study();
    desk.ok("codes add Obstacles Obstacles/Legal");
    desk.ok("code 5:1 Obstacles");
    desk.ok("code 5:2 Obstacles");
    desk.ok("code 5:3 Obstacles");
    desk
}

#[test]
fn segments_go_into_a_subcode() {
    let desk = study();
    let sorted = |desk: &Desk| {
        let rows = desk.json("codes sort Obstacles");
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| (row["citation"].clone(), row["sorted"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(sorted(&desk).iter().filter(|(_, sorted)| sorted == &json!(true)).count(), 0);
    desk.ok("codes sort Obstacles Legal 5:1 5:2 --dry-run");
    assert_eq!(sorted(&desk).iter().filter(|(_, sorted)| sorted == &json!(true)).count(), 0);
    let done = desk.json("codes sort Obstacles legal 5:1");
    assert_eq!((&done["into"], &done["segments"]), (&json!("Obstacles/Legal"), &json!(1)));
    desk.fails("codes sort Obstacles Money 5:2", 1, &["Money"]);
    let done = desk.json("codes sort Obstacles Money --all --create");
    assert_eq!(
        (&done["into"], &done["created"], &done["segments"]),
        (&json!("Obstacles/Money"), &json!(true), &json!(2))
    );
    assert!(sorted(&desk).iter().all(|(_, sorted)| sorted == &json!(true)));
    // One call is one step back.
    desk.ok("undo");
    assert_eq!(sorted(&desk).iter().filter(|(_, sorted)| sorted == &json!(true)).count(), 1);
    desk.fails("codes sort Obstacles Legal 5:4", 1, &["5:4"]);
    desk.fails("codes sort Obstacles Legal", 2, &["Which segments"]);
    // By its UUID, and back into the code itself.
    let uuid = desk.json("segments --code Obstacles/Legal")[0]["uuid"].as_str().unwrap().to_owned();
    desk.ok(&format!("codes sort Obstacles Obstacles {uuid}"));
    assert!(sorted(&desk).iter().all(|(_, sorted)| sorted == &json!(false)));
}

#[test]
fn a_speakers_turns_are_coded_as_one_change() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("IP05.txt", "I: Und?\nB: Ja.\nB: Und mehr.\nI: Und sonst?\nB: Nichts.\n");
    desk.ok("import IP05.txt");
    desk.ok("codes add Answers");
    desk.ok("code 5 Answers --speaker b --dry-run");
    assert_eq!(desk.json("segments"), json!([]));
    let coded = desk.json("code 5 Answers --speaker b");
    let citations: Vec<_> =
        coded.as_array().unwrap().iter().map(|row| row["citation"].as_str().unwrap()).collect();
    assert_eq!(citations, ["(IP 5: 2f.)", "(IP 5: 5)"]);
    desk.ok("undo");
    assert_eq!(desk.json("segments"), json!([]));
    desk.fails("code 5 Answers --speaker X", 1, &["X", "I, B"]);
}

#[test]
fn the_history_is_narrowed() {
    let desk = study();
    desk.ok("coders add Ben");
    desk.ok("--coder Ben code 5:4 Legal");
    desk.ok("coders release");
    desk.ok("undo");
    desk.ok("codes add Later");
    let kinds = |line: &str| {
        let rows = desk.json(line);
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row["operation"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("history --kind codings"), ["apply-code"; 3], "Ben's is not Anna's to see");
    desk.fails("history --by Ben", 1, &["Ben"]);
    desk.ok("coders release");
    assert_eq!(kinds("history --by Ben"), ["apply-code"]);
    assert_eq!(kinds("history --kind codings -n 2").len(), 2);
    assert_eq!(kinds("history --kind add-code --code Legal"), ["add-code"]);
    assert_eq!(kinds("history --undone"), ["change-setting"]);
    assert_eq!(kinds("history --since 2026-03-01 --kind codes").len(), 3, "it is the first of March");
    assert_eq!(kinds("history --since 2026-03-02"), Vec::<String>::new());
    desk.fails("history --kind nonsense", 2, &["nonsense"]);
    desk.fails("history --since soon", 1, &["soon"]);
}

#[test]
fn memos_are_narrowed_and_the_logbook_is_a_diary() {
    let desk = study();
    desk.ok("memo write \"About the law\" --code Legal --title Law");
    desk.ok("memo write \"About the first paragraph\" --place 5:1");
    desk.ok("memo write Free");
    let count = |line: &str| desk.json(line).as_array().unwrap().len();
    assert_eq!(count("memo list"), 3);
    assert_eq!(count("memo list --kind code"), 1);
    assert_eq!(count("memo list --text ABOUT"), 2);
    assert_eq!(count("memo list --text about --document 5"), 1);
    assert_eq!(count("memo list --document 5 --code Legal"), 0);
    assert_eq!(count("memo list --by Anna"), 3);
    desk.fails("memo write x --document 5 --code Legal", 2, &[]);
    desk.ok("memo list --kind place -o memos.csv");
    assert!(desk.read("memos.csv").contains("About the first paragraph"));
    desk.ok("memo logbook Second --dated 2026-02-20 --title Two");
    desk.ok("memo logbook First --dated 2026-02-10");
    let shown = desk.ok("memo logbook");
    let (first, second) = (shown.find("First").unwrap(), shown.find("Second").unwrap());
    assert!(first < second && shown.contains("2026-02-20 · Two"), "{shown}");
    desk.ok("memo logbook -o diary.md");
    assert!(desk.read("diary.md").contains("Second"));
}
