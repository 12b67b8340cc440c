//! Names and their replacements, sealing and erasing, as a script sees them.

use super::Desk;

const TEXT: &str = "I: Wer war das?\nFrau Müller: Ich bin Frau Müller aus Oberndorf. Müllers Büro, Mueller sagen manche.\nI: Und die Müllerstraße?\nFrau Müller: Die kenne ich nicht.\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.ok("new study --coder Anna");
    desk.write("IP05.txt", TEXT);
    desk.ok("import IP05.txt");
    desk
}

#[test]
fn names_are_listed_found_and_suggested() {
    let desk = desk();
    assert_eq!(desk.ok("pseudonyms"), "");
    desk.ok("pseudonyms add Müller [A] --also Müllers=[A]s --note \"the mayor\"");
    desk.write("names.csv", "name,replacement\nOberndorf,[town]\nMüller,[A]\n");
    let dry = desk.json("pseudonyms import names.csv --dry-run");
    assert_eq!((&dry["added"], &dry["changed"]), (&1.into(), &1.into()));
    assert_eq!(desk.json("pseudonyms").as_array().unwrap().len(), 1, "a dry run adds nothing");
    desk.write("names.csv", "name,replacement\nOberndorf,[town]\n");
    desk.ok("pseudonyms import names.csv");
    let list = desk.json("pseudonyms list");
    assert_eq!(list[0]["forms"][1]["replacement"], "[A]s");
    assert_eq!(list[0]["note"], "the mayor");
    desk.ok("pseudonyms export again.csv");
    assert_eq!(
        desk.read("again.csv"),
        "\u{feff}name,replacement,forms,case,note\r\nMüller,[A],Müllers=[A]s,,the mayor\r\nOberndorf,[town],,,\r\n"
    );

    let found = desk.json("pseudonyms find");
    let places: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["place"].as_str().unwrap(), one["text"].as_str().unwrap()))
        .collect();
    assert_eq!(
        places,
        [
            "(IP 5: 2) Müller",
            "(IP 5: 2) Müller",
            "(IP 5: 2) Oberndorf",
            "(IP 5: 2) Müllers",
            "(IP 5: 4) Müller"
        ]
    );
    assert_eq!(found[3]["replacement"], "[A]s");
    assert!(found[2]["before"].as_str().unwrap().ends_with("Müller aus "));
    desk.ok("memo write \"Müller was nervous.\" --document 5 --title \"On Müller\"");
    let everywhere = desk.json("pseudonyms find --everywhere");
    let fields: Vec<_> =
        everywhere.as_array().unwrap().iter().map(|one| one["in"].as_str().unwrap()).collect();
    assert_eq!(fields[5..], ["speaker.label", "memo.title", "memo.text"]);
    let near = desk.json("pseudonyms find --suggest");
    let near: Vec<_> = near.as_array().unwrap().iter().map(|one| (&one["word"], &one["like"])).collect();
    assert_eq!(
        format!("{near:?}"),
        r#"[(String("Mueller"), String("Müller")), (String("Müllerstraße"), String("Müllers"))]"#
    );
    desk.ok("pseudonyms find --everywhere -o found.csv");
    assert!(desk.read("found.csv").contains("place,in,before,found,after,replacement\r\n"));

    desk.fails("pseudonyms add Meier \"bei Müller\"", 1, &["bei Müller", "listed name"]);
    desk.fails("pseudonyms add ... [B]", 1, &["..."]);
    desk.fails("pseudonyms add Mayr Mayr", 1, &["Mayr"]);
    desk.fails("pseudonyms remove Niemand", 1, &["Niemand", "absatz pseudonyms"]);
    desk.ok("pseudonyms remove Oberndorf");
    assert_eq!(desk.json("pseudonyms").as_array().unwrap().len(), 1);
    // Nothing of the list is in the history.
    let history = desk.ok("history --json");
    assert!(!history.contains("Müller") || history.contains("On Müller"), "{history}");
    assert!(!history.contains("Oberndorf"));
}

#[test]
fn the_list_can_be_kept_in_a_file_of_its_own() {
    let desk = desk();
    desk.ok("pseudonyms add Müller [A]");
    desk.ok("pseudonyms keep-in study.absatz-names");
    desk.ok("pseudonyms add Oberndorf [town]");
    assert!(desk.read("study.absatz-names").contains("Oberndorf,[town]"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(desk.path("study.absatz-names")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let raw = rusqlite::Connection::open(desk.path("study.absatz")).unwrap();
    let inside: i64 = raw.query_row("SELECT count(*) FROM pseudonym", [], |row| row.get(0)).unwrap();
    assert_eq!(inside, 0);
    drop(raw);
    // Both are moved together.
    std::fs::create_dir(desk.path("elsewhere")).unwrap();
    for file in ["study.absatz", "study.absatz-names"] {
        std::fs::rename(desk.path(file), desk.path("elsewhere").join(file)).unwrap();
    }
    assert_eq!(desk.json("pseudonyms -p elsewhere/study.absatz").as_array().unwrap().len(), 2);
    std::fs::rename(desk.path("elsewhere/study.absatz-names"), desk.path("kept")).unwrap();
    desk.fails("pseudonyms -p elsewhere/study.absatz", 1, &["study.absatz-names", "keep-in"]);
    // A list that is there is used.
    desk.ok("pseudonyms keep-in project -p elsewhere/study.absatz");
    desk.ok("pseudonyms keep-in kept -p elsewhere/study.absatz");
    assert_eq!(desk.json("pseudonyms -p elsewhere/study.absatz").as_array().unwrap().len(), 2);
    desk.ok("pseudonyms keep-in project -p elsewhere/study.absatz");
    assert_eq!(desk.json("pseudonyms -p elsewhere/study.absatz").as_array().unwrap().len(), 2);
}

#[test]
fn sealing_asks_says_what_goes_and_what_is_left() {
    let desk = desk();
    desk.ok("pseudonyms add Niemand [X]");
    desk.ok("doctor --backup copy.absatz");
    desk.fails("seal -p study.absatz", 2, &["--yes", "--dry-run"]);
    let plan = desk.json("seal --dry-run -p study.absatz");
    assert_eq!((&plan["names"], &plan["file_names"]), (&1.into(), &1.into()));
    assert!(plan["copies"][0].as_str().unwrap().ends_with("copy.absatz"));
    for file in ["study-5-edited.txt", "study-5-edited-2.txt", "absatz-x1Y2z3.txt"] {
        desk.write(file, "Müller");
    }
    for file in ["study-5-edited-notes.txt", "study-99-edited.txt", "absatz-notes.txt"] {
        desk.write(file, "of somebody's own");
    }
    let kept = |command: &str| {
        let plan = desk.json(command);
        let names = plan["kept"].as_array().unwrap().iter();
        names.map(|file| file.as_str().unwrap().rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = ["absatz-x1Y2z3.txt", "study-5-edited-2.txt", "study-5-edited.txt"];
    assert_eq!(kept("seal --dry-run -p study.absatz"), all);
    assert_eq!(kept("erase 5 --dry-run -p study.absatz"), all);
    assert_eq!(
        desk.json("history -p study.absatz").as_array().unwrap().len(),
        2,
        "a dry run changes nothing"
    );
    let answer = desk.run("seal --yes -p study.absatz");
    assert_eq!(answer.code, 0, "{}", answer.err);
    for words in ["nothing up to now can be undone", "copy.absatz", "study-5-edited.txt", "not known here"] {
        assert!(answer.err.contains(words), "{}", answer.err);
    }
    desk.fails("undo -p study.absatz", 1, &["sealed"]);
    desk.fails("redo -p study.absatz", 1, &[]);
    assert!(desk.ok("history -p study.absatz").contains("imported document … (…)"));
    assert!(desk.ok("text 5 -p study.absatz").contains("Frau Müller"));
    desk.ok("codes add Legal -p study.absatz");
    desk.ok("undo -p study.absatz");
}

#[test]
fn sealing_is_refused_while_listed_names_stand() {
    let desk = desk();
    desk.ok("pseudonyms add Müller [A]");
    desk.fails("seal --yes", 1, &["4 occurrences", "--leave-names", "pseudonyms apply"]);
    desk.ok("seal --yes --leave-names");
    assert_eq!(desk.ok("pseudonyms"), "");
}

#[test]
fn an_interview_is_erased() {
    let desk = desk();
    desk.write("IP06.txt", "I: Und?\nB: Ja.\n");
    desk.ok("import IP06.txt");
    desk.fails("erase 7 --yes", 1, &["7"]);
    desk.fails("erase 5", 2, &["--yes"]);
    let plan = desk.json("erase 5 --dry-run");
    assert_eq!(plan["document"]["label"], "5");
    desk.ok("erase \"IP 5\" --yes");
    assert_eq!(desk.json("documents list").as_array().unwrap().len(), 1);
    let bytes = std::fs::read(desk.path("study.absatz")).unwrap();
    assert!(!bytes.windows(9).any(|window| window == b"Oberndorf"));
    desk.fails("undo", 1, &["sealed"]);
}

#[test]
fn exports_get_replaced_names_and_the_study_keeps_them() {
    let desk = desk();
    desk.ok("codes add Obstacles");
    desk.ok("code 5:2 Obstacles --comment \"wegen Müller\"");
    desk.ok("codes define Obstacles --definition \"Was Müller hindert\" --anchor 5:2");
    desk.ok("pseudonyms add Müller [A] --also Müllers=[A]s");
    let told = desk.run("segments -o kept.csv");
    assert!(told.err.contains("Listed name (4)") && told.err.contains("pseudonyms check"), "{}", told.err);
    assert!(desk.read("kept.csv").contains("Ich bin Frau Müller"));
    desk.ok("pseudonyms exports on");
    assert!(desk.ok("history").contains("exports get replaced names"));
    for ending in ["csv", "json", "md", "html"] {
        let file = format!("segments.{ending}");
        assert!(!desk.run(&format!("segments -o {file}")).err.contains("pseudonyms check"));
        let text = desk.read(&file).replace('\\', "");
        assert!(text.contains("Ich bin Frau [A] aus Oberndorf. [A]s Büro"), "{text}");
        assert!(!text.contains("Müller "), "{text}");
    }
    assert!(
        desk.read("segments.md").contains("Names replaced in this export: 4"),
        "{}",
        desk.read("segments.md")
    );
    desk.ok("codebook export -o book.json");
    let book = desk.read("book.json");
    assert!(book.contains("Was [A] hindert") && !book.contains("Müller "), "{book}");
    desk.ok("documents list -o documents.csv");
    assert!(desk.read("documents.csv").contains("I, Frau [A]"));
    // The list itself is a list of names.
    desk.ok("pseudonyms list -o list.csv");
    assert!(desk.read("list.csv").contains("Müller"));
    assert!(desk.ok("text 5").contains("Frau Müller"));
    desk.ok("undo");
    desk.ok("segments -o again.csv");
    assert!(desk.read("again.csv").contains("Müller"));
}

#[test]
fn a_check_names_what_would_identify_someone() {
    let desk = Desk::new();
    desk.ok("new study --coder Anna");
    desk.write(
        "Interview Weber.txt",
        "I: Und?\nFrau Weber: Schreiben Sie an weber@amt.example.de, 0171 1234567.\nB: Ja.\n",
    );
    desk.ok("import \"Interview Weber.txt\" --label 5");
    let kinds = |desk: &Desk| {
        let found = desk.json("pseudonyms check");
        let found = found.as_array().unwrap().iter();
        let line = |one: &serde_json::Value| {
            format!("{}: {} {}", one["kind"].as_str().unwrap(), one["text"].as_str().unwrap(), one["count"])
        };
        found.map(line).collect::<Vec<_>>()
    };
    // The speaker's label, the line that it stands in, the title, the file's name, the address: one finding.
    assert_eq!(
        kinds(&desk),
        ["speaker: Weber 4", "address: weber@amt.example.de 1", "address: 0171 1234567 1"]
    );
    let told = desk.run("documents list -o documents.csv");
    assert!(told.err.contains("Name in a speaker's label (2)"), "{}", told.err);
    desk.ok("pseudonyms add Weber [A]");
    let found = kinds(&desk);
    assert_eq!(
        found[..2],
        ["listed-name: Weber 4", "address: weber@amt.example.de 1"],
        "in the address letter case counts: {found:?}"
    );
    assert!(found.last().unwrap().starts_with("history: "));
    let raw = rusqlite::Connection::open(desk.path("study.absatz")).unwrap();
    raw.execute_batch(
        "INSERT INTO variable (uuid, name, kind, position, disclosure) VALUES ('v', 'Alter', 'integer', 1, 'recoded');
         INSERT INTO variable_value (variable, document, working) VALUES (1, 1, '53');",
    )
    .unwrap();
    drop(raw);
    assert!(kinds(&desk).contains(&"unrecoded: Alter 1".to_owned()));
    desk.ok("pseudonyms check -o check.xlsx");
    // Nothing is left of the file's name and of the history.
    desk.ok("seal --leave-names --yes");
    assert_eq!(kinds(&desk)[0], "speaker: Weber 3");
    assert!(!kinds(&desk).iter().any(|one| one.starts_with("history")));
}

#[test]
fn what_stands_for_a_name_identifies_nobody() {
    let desk = desk();
    desk.ok("cases add Moorbach --document 5");
    let cases = |desk: &Desk| {
        let found = desk.json("pseudonyms check");
        found.as_array().unwrap().iter().filter(|one| one["kind"] == "case").count()
    };
    assert_eq!(cases(&desk), 1);
    desk.ok("pseudonyms add Oberndorf Moorbach");
    assert_eq!(cases(&desk), 0);
}

#[test]
fn names_are_replaced_and_brought_back_by_one_undo() {
    let desk = desk();
    desk.ok("codes add Obstacles");
    desk.ok("code '5:2\"Frau Müller aus Oberndorf\"' Obstacles");
    desk.ok("memo write \"Müller was nervous.\" --document 5");
    desk.ok("pseudonyms add Müller [A] --also Müllers=[A]s");
    desk.ok("pseudonyms add Oberndorf [town]");
    let length = desk.history_length();
    let plan = desk.json("pseudonyms apply --everywhere --dry-run");
    assert_eq!((&plan["replaced"], &plan["documents"]), (&7.into(), &1.into()));
    assert_eq!(desk.history_length(), length);
    let told = desk.run("pseudonyms apply --everywhere");
    assert_eq!(told.code, 0, "{}", told.err);
    for words in ["Replaced 7 occurrences", "still in the history until", "absatz seal"] {
        assert!(told.err.contains(words), "{}", told.err);
    }
    assert!(desk.ok("text 5").contains("Frau [A]: Ich bin Frau [A] aus [town]. [A]s Büro"));
    let segment = &desk.json("segments")[0];
    assert_eq!(segment["text"], "Frau [A] aus [town]");
    assert_eq!(segment["citation"], "(IP 5: 2)");
    assert_eq!(segment["speakers"][0], "Frau [A]");
    assert_eq!(desk.json("memo list")[0]["text"], "[A] was nervous.");
    assert_eq!(desk.json("pseudonyms find --everywhere").as_array().unwrap().len(), 0);
    let history = desk.json("history --document 5");
    assert!(!history[0].to_string().contains("Müller"), "{history}");
    desk.ok("undo");
    assert!(desk.ok("text 5").contains("Ich bin Frau Müller aus Oberndorf"));
    assert_eq!(desk.json("memo list")[0]["text"], "Müller was nervous.");
    assert_eq!(desk.json("segments")[0]["text"], "Frau Müller aus Oberndorf");
    // Only one document, only its transcript.
    desk.ok("pseudonyms apply --document 5");
    assert_eq!(desk.json("memo list")[0]["text"], "Müller was nervous.");
    desk.ok("pseudonyms apply --everywhere");
    desk.ok("seal --yes");
    let bytes = std::fs::read(desk.path("study.absatz")).unwrap();
    assert!(!bytes.windows("Müller ".len()).any(|window| window == "Müller ".as_bytes()));
}
