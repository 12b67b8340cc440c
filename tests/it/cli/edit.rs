//! Correcting transcripts on the command line: in an editor, from files, by words; and what is refused.

use serde_json::{Value, json};

use super::{Answer, Desk, INTERVIEW, has_keys, keys, words};

/// Interview 5 with a coded passage in paragraph 4.
fn desk() -> Desk {
    let desk = Desk::with_study();
    desk.ok("codes add Hindernisse");
    desk.ok("code '5:4\"kam die Verordnung\"' Hindernisse");
    desk
}

/// The coded words.
fn coded(desk: &Desk) -> Vec<String> {
    let segments = desk.json("segments");
    segments.as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect()
}

fn paragraph(desk: &Desk, number: u64) -> Value {
    let text = desk.json("text 5");
    let all = text["paragraphs"].as_array().unwrap();
    all.iter().find(|paragraph| paragraph["n"] == number).unwrap().clone()
}

fn text(desk: &Desk) -> String {
    let text = desk.json("text 5");
    let all = text["paragraphs"].as_array().unwrap();
    all.iter().map(|paragraph| format!("{}\n", paragraph["text"].as_str().unwrap())).collect()
}

/// Runs `edit` with an editor that is a shell script; its name has a space.
#[cfg(unix)]
fn in_editor(desk: &Desk, script: &str, line: &str) -> Answer {
    use std::os::unix::fs::PermissionsExt as _;
    let file = desk.write("my editor.sh", format!("#!/bin/sh\nset -e\n{script}\n"));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o700)).unwrap();
    let mut command = desk.command();
    command.args(words(line)).env("EDITOR", "'./my editor.sh' --wait").env("PATH", "/usr/bin:/bin");
    command.stdin(std::process::Stdio::null());
    Answer::from(command.output().unwrap())
}

/// What lies beside the project, editors' scripts aside.
#[cfg(unix)]
fn beside(desk: &Desk) -> Vec<String> {
    let names = std::fs::read_dir(desk.path("")).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.contains("edit") && !name.ends_with(".sh"));
    names.sort();
    names
}

#[test]
fn a_paragraph_by_its_place() {
    let desk = desk();
    desk.ok("edit 5:4 --text 'B: Dann kam die neue Verordnung, und niemand wusste, was sie bedeutet.'");
    assert_eq!(coded(&desk), ["kam die neue Verordnung"]);
    desk.ok("edit '(IP 5: 2)' --text 'B: Mit einem Anruf.'");
    assert_eq!(paragraph(&desk, 2)["text"], "B: Mit einem Anruf.");
    // Two paragraphs at once.
    desk.write("two.txt", "I: Woran fehlte es?\nB: Am Geld.\n");
    desk.ok("edit 5:5-6 --file two.txt --reason 'zweites Hören'");
    assert_eq!(paragraph(&desk, 5)["speech"], "Woran fehlte es?");
    assert_eq!(paragraph(&desk, 6)["speech"], "Am Geld.");
    // Split: the second line has no number of its own.
    let report =
        desk.json("edit 5:8 --text 'B: Vom Nachbarn, ja.\nVom Land kam ein Leitfaden mit neunzig Seiten.'");
    assert_eq!(report["split"], json!(["(IP 5: 8)"]));
    assert_eq!(paragraph(&desk, 9)["speech"], "Haben Sie ihn gelesen?");
    for _ in 0..4 {
        desk.ok("undo");
    }
    assert_eq!(text(&desk), INTERVIEW);
    assert_eq!(coded(&desk), ["kam die Verordnung"]);
}

#[test]
fn a_whole_text_from_a_file_or_standard_input() {
    let desk = desk();
    desk.write("new.txt", INTERVIEW.replace("kam die Verordnung", "kam dann die Verordnung"));
    let out = desk.ok("edit 5 --file new.txt --dry-run");
    assert!(out.contains("(IP 5: 4)  B: Dann kam {+dann +}die Verordnung"), "{out}");
    let before = desk.history_length();
    assert_eq!((text(&desk), coded(&desk)), (INTERVIEW.to_owned(), vec!["kam die Verordnung".to_owned()]));
    let report = desk.json("edit 5 --file new.txt --dry-run");
    assert_eq!(
        (&report["dry_run"], &report["changed"], &report["loses"]),
        (&json!(true), &json!(true), &json!(false))
    );
    assert_eq!(desk.history_length(), before, "a dry run writes nothing");
    desk.ok("edit 5 --file new.txt");
    assert_eq!(coded(&desk), ["kam dann die Verordnung"]);
    assert_eq!(desk.history_length(), before + 1);
    // The file as it is: nothing to do, whatever ends its lines.
    for again in [desk.read("new.txt"), desk.read("new.txt").replace('\n', "\r\n")] {
        let answer = desk.run_with(&["edit", "5", "--file", "-"], Some(&again));
        assert_eq!(answer.code, 0);
        assert!(answer.err.contains("Nothing to correct"), "{}", answer.err);
    }
    assert_eq!(desk.history_length(), before + 1);
    let answer = desk.run_with(&["edit", "5", "--file", "-"], Some(INTERVIEW.trim_end()));
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_eq!(text(&desk), INTERVIEW);
}

#[test]
fn words_are_replaced_wherever_they_stand() {
    let desk = desk();
    let out = desk.ok("edit 5 --replace gelesen durchgesehen --dry-run");
    assert!(out.contains("(IP 5: 9)  I: Haben Sie ihn [gelesen]?"), "{out}");
    assert!(out.contains("(IP 5: 10)") && out.contains("{+durchgesehen+}"), "{out}");
    assert_eq!(text(&desk), INTERVIEW);
    desk.ok("edit 5:9 --replace gelesen durchgesehen");
    assert_eq!(text(&desk).matches("gelesen").count(), 1, "only in the place");
    desk.ok("undo");
    desk.ok("edit 5 --replace gelesen durchgesehen");
    assert_eq!(text(&desk), INTERVIEW.replace("gelesen", "durchgesehen"));
    desk.fails("edit 5 --replace GELDER Mittel", 1, &["GELDER", "nowhere in document 5"]);
    desk.fails("edit 5 --replace '' x", 2, &["--replace"]);
    desk.fails("edit 5 --replace x", 2, &["--replace"]);
}

#[test]
fn who_speaks_a_place() {
    let desk = desk();
    let report = desk.json("edit 5:3-4 --speaker 'Frau Lind:' --dry-run");
    assert_eq!(
        report["speakers"],
        json!([
            {"citation": "(IP 5: 3)", "before": "I", "after": "Frau Lind"},
            {"citation": "(IP 5: 4)", "before": "B", "after": "Frau Lind"}
        ])
    );
    assert_eq!(paragraph(&desk, 4)["speaker"], "B");
    desk.ok("edit 5:3-4 --speaker 'Frau Lind:'");
    assert_eq!(paragraph(&desk, 4)["speaker"], "Frau Lind");
    desk.ok("edit 5:4 --speaker ''");
    assert_eq!(paragraph(&desk, 4)["speaker"], Value::Null);
    desk.ok("undo 2");
    assert_eq!(
        (&paragraph(&desk, 3)["speaker"], &paragraph(&desk, 4)["speaker"]),
        (&json!("I"), &json!("B"))
    );
    desk.fails("edit 5 --speaker B", 2, &["5:9"]);
    desk.fails("edit 5:99 --speaker B", 1, &["99", "10"]);
    desk.fails("edit 5:4 --speaker B --renumber", 2, &["--renumber"]);
}

#[test]
fn what_loses_words_is_told() {
    let desk = desk();
    let report = desk.json("edit 5:4 --text 'B: Dann kam sie.'");
    has_keys(
        &report,
        &[
            "label",
            "dry_run",
            "changed",
            "loses",
            "passages",
            "kept",
            "moved",
            "affected",
            "others",
            "split",
            "emptied",
            "joined",
            "renumbered",
            "speakers",
        ],
    );
    assert_eq!(report["loses"], true);
    let lost = &report["affected"][0];
    assert_eq!(
        (&lost["what"], &lost["fate"], &lost["code"], &lost["before"], &lost["after"]),
        (
            &json!("coding"),
            &json!("shrunk"),
            &json!("Hindernisse"),
            &json!("kam die Verordnung"),
            &json!("kam")
        )
    );
    assert_eq!(keys(lost).len(), 8);
    desk.ok("undo");
    // A script goes on and is told; nothing asks.
    let answer = desk.run("edit 5:4 --text 'B: Dann, und niemand wusste, was sie bedeutet.'");
    assert_eq!(answer.code, 0);
    for said in
        ["one passage", "(IP 5: 4) segment · Hindernisse · Anna", "nothing is left of “kam die Verordnung”"]
    {
        assert!(answer.err.contains(said), "{said}: {}", answer.err);
    }
    assert_eq!(coded(&desk), Vec::<String>::new());
    desk.ok("undo");
    assert_eq!(coded(&desk), ["kam die Verordnung"]);
}

#[test]
fn joining_needs_renumbering() {
    let desk = desk();
    let joined = INTERVIEW.replace("fing es an?\nB: Mit", "fing es an? Mit");
    desk.write("new.txt", &joined);
    desk.fails("edit 5 --file new.txt", 1, &["(IP 5: 1f.)", "renumbering"]);
    assert_eq!(text(&desk), INTERVIEW);
    let out = desk.ok("edit 5 --file new.txt --renumber --dry-run");
    assert!(out.contains("(IP 5: 4) → (IP 5: 3)"), "{out}");
    let report = desk.json("edit 5 --file new.txt --renumber");
    assert_eq!(report["joined"], json!(["(IP 5: 1f.)"]));
    assert_eq!(report["renumbered"][0], json!({"before": "(IP 5: 2)", "after": null}));
    assert_eq!(coded(&desk), ["kam die Verordnung"]);
    assert_eq!(desk.json("segments")[0]["citation"], "(IP 5: 3)");
}

#[test]
fn what_cannot_be_taken_is_refused() {
    let desk = desk();
    let before = desk.history_length();
    desk.fails("edit 7 --text x", 1, &["7"]);
    desk.fails("edit 5:11 --text x", 1, &["11", "10"]);
    desk.fails("edit 5 --text x", 2, &["5:9"]);
    desk.fails("edit '5:4\"Verordnung\"' --text x", 2, &["5:9"]);
    desk.fails("edit 5 --text x --file y", 2, &["--file"]);
    desk.fails("edit 5 --file nowhere.txt", 1, &["nowhere.txt"]);
    desk.write("latin.txt", b"I: Gr\xfc\xdfe\n");
    desk.fails("edit 5 --file latin.txt", 3, &["latin.txt", "UTF-8"]);
    desk.write("empty.txt", "\n");
    desk.fails("edit 5 --file empty.txt", 1, &["Nothing would be left"]);
    // No editor is set, and nobody is there to type into one.
    desk.fails("edit 5", 1, &["EDITOR", "--file"]);
    assert_eq!((text(&desk), desk.history_length()), (INTERVIEW.to_owned(), before));
}

#[cfg(unix)]
#[test]
fn in_the_persons_editor() {
    let desk = desk();
    std::fs::rename(desk.path("study.absatz"), desk.path("my study.absatz")).unwrap();
    // The file is the last word, private, and alone in a private folder; a backup beside it goes, too.
    let script = "ls -l \"$2\" | cut -c1-10 > mode.txt\ncp \"$2\" \"$2~\"\ncp \"$2\" seen.txt\n\
                  sed 's/kam die/kam jene/' \"$2~\" > \"$2\"";
    let answer = in_editor(&desk, script, "edit 5");
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.err.contains("one passage"), "{}", answer.err);
    assert_eq!(
        (desk.read("seen.txt"), desk.read("mode.txt")),
        (INTERVIEW.to_owned(), "-rw-------\n".to_owned())
    );
    assert_eq!(coded(&desk), ["kam jene Verordnung"]);
    assert_eq!(beside(&desk), Vec::<String>::new());
    // One paragraph; the editor's file needs no newline at its end.
    let answer = in_editor(&desk, "printf 'B: Mit einem Anruf.' > \"$2\"", "edit 5:2 --json");
    assert_eq!(answer.code, 0, "{}", answer.err);
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(report["passages"][0]["after"], "B: Mit einem Anruf.");
    desk.ok("undo 2");
    assert_eq!(text(&desk), INTERVIEW);
    // Nothing was changed, or the editor gave up.
    let before = desk.history_length();
    let answer = in_editor(&desk, "true", "edit 5");
    assert_eq!((answer.code, answer.err.contains("Nothing to correct")), (0, true), "{}", answer.err);
    let answer = in_editor(&desk, "exit 3", "edit 5");
    assert_eq!((answer.code, answer.err.contains("my editor.sh")), (1, true), "{}", answer.err);
    assert_eq!((beside(&desk), desk.history_length()), (Vec::new(), before));
    // What an editor wrote before it failed is not thrown away.
    let answer = in_editor(&desk, "echo 'B: Neu.' > \"$2\"; exit 1", "edit 5:2");
    assert_eq!((answer.code, beside(&desk)), (1, vec!["my study-5-edited.txt".to_owned()]), "{}", answer.err);
    assert!(
        answer.err.contains("my study-5-edited.txt") && answer.err.contains("edit 5:2 --file"),
        "{}",
        answer.err
    );
    assert_eq!(text(&desk), INTERVIEW);
    desk.ok("edit 5:2 --file 'my study-5-edited.txt'");
    assert_eq!(paragraph(&desk, 2)["text"], "B: Neu.");
}

#[cfg(unix)]
#[test]
fn an_edited_text_that_is_refused_stays_in_a_file() {
    let desk = desk();
    // Somebody else corrects the document while the editor is open.
    let program = env!("CARGO_BIN_EXE_absatz");
    let script = format!("sed -i s/Brief/Fax/ \"$2\"\n'{program}' edit 5 --replace Nachbarn Nachbarkreis");
    let answer = in_editor(&desk, &script, "edit 5");
    assert_eq!(answer.code, 1, "{}", answer.err);
    for said in ["somebody else in the meantime", "study-5-edited.txt"] {
        assert!(answer.err.contains(said), "{}", answer.err);
    }
    assert_eq!(text(&desk), INTERVIEW.replace("Nachbarn", "Nachbarkreis"));
    assert_eq!(desk.read("study-5-edited.txt"), INTERVIEW.replace("Brief", "Fax"));
    // The next one has another name; what is no text is kept byte for byte.
    let answer = in_editor(&desk, "printf 'B: Gr\\374n' > \"$2\"", "edit 5");
    assert_eq!((answer.code, answer.err.contains("UTF-8")), (3, true), "{}", answer.err);
    assert_eq!(std::fs::read(desk.path("study-5-edited-2.txt")).unwrap(), b"B: Gr\xfcn");
    assert_eq!(beside(&desk).len(), 2);
    // A dry run shows, and throws nothing away either.
    let answer = in_editor(&desk, "sed -i s/Brief/Fax/ \"$2\"", "edit 5 --dry-run");
    assert_eq!((answer.code, answer.out.contains("[-Brief-]{+Fax+}")), (0, true), "{}", answer.out);
    assert!(answer.err.contains("study-5-edited-3.txt") && !text(&desk).contains("Fax"), "{}", answer.err);
}

#[cfg(unix)]
#[test]
fn breaks_inside_paragraphs_come_back() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.write("IP05.txt", "I: Und?\nB: Zeile eins\u{2028}Zeile ↵ zwei.\nI: Gut.\n");
    desk.ok("import IP05.txt");
    let before = text(&desk);
    assert!(before.contains('\u{2028}'), "{before:?}");
    let answer = in_editor(&desk, "cp \"$2\" seen.txt\nsed -i s/eins/EINS/ \"$2\"", "edit 5");
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_eq!(desk.read("seen.txt"), before.replace('\u{2028}', "␤"));
    assert!(answer.err.contains("␤ stands for a line break"), "{}", answer.err);
    assert_eq!(text(&desk), before.replace("eins", "EINS"));
    // Kept with the breaks themselves, so that --file takes it.
    let answer = in_editor(&desk, "sed -i 's/EINS/1/; s/Und?$/Und? Ja./; 3d' \"$2\"; exit 2", "edit 5");
    assert_eq!(answer.code, 1);
    desk.ok("edit 5 --file study-5-edited.txt --dry-run");
    assert!(desk.read("study-5-edited.txt").contains("1\u{2028}Zeile ↵"));
}

/// Runs a line on a terminal on which this is typed; what the person reads, and the exit code.
#[cfg(unix)]
fn on_terminal(desk: &Desk, line: &str, typed: &str) -> (String, u32) {
    use std::io::{Read as _, Write as _};
    let pair = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_absatz"));
    command.env_clear();
    for (name, value) in desk.command().get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    command.args(words(line));
    command.cwd(desk.path(""));
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    pair.master.take_writer().unwrap().write_all(typed.as_bytes()).unwrap();
    let mut read = Vec::new();
    // The terminal ends with an error when the program has gone.
    drop(reader.read_to_end(&mut read));
    (String::from_utf8_lossy(&read).into_owned(), child.wait().unwrap().exit_code())
}

#[cfg(unix)]
#[test]
fn a_person_is_asked_before_words_are_lost() {
    let desk = desk();
    let line = "edit 5:4 --text 'B: Dann, und niemand wusste, was sie bedeutet.'";
    let (said, code) = on_terminal(&desk, line, "n\n");
    assert_eq!(code, 130, "{said}");
    for words in ["nothing is left of", "Correct all the same?", "Nothing was changed"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(text(&desk), INTERVIEW);
    let (said, code) = on_terminal(&desk, line, "y\n");
    assert_eq!((code, said.contains("one passage")), (0, true), "{said}");
    assert_eq!(coded(&desk), Vec::<String>::new());
    desk.ok("undo");
    let (said, code) = on_terminal(&desk, &format!("{line} --yes"), "");
    assert_eq!((code, said.contains("Correct all the same")), (0, false), "{said}");
    desk.ok("undo");
    // Nothing is lost, nothing is asked.
    let (said, code) = on_terminal(&desk, "edit 5 --replace Brief Fax", "");
    assert_eq!((code, said.contains("Correct all the same")), (0, false), "{said}");
}

/// Interview 7 with all that is known of a document, and nothing on it.
fn known() -> Desk {
    let desk = Desk::with_study();
    desk.write("IP07.txt", "I: Und?\nB: Ja.\nKrause: Nein.\n");
    desk.ok("import IP07.txt --group Land --title Amt --speakers I,B");
    desk.ok("documents set 7 --variable mode=Video");
    desk.ok("cases add Moorbach --document 7");
    desk.ok("persons add P7 --speaker 7:B");
    desk
}

#[test]
fn a_document_is_read_anew_while_nothing_refers_to_it() {
    let desk = known();
    let paragraphs = |desk: &Desk| desk.json("text 7")["paragraphs"].clone();
    let (before, was) = (desk.json("documents show 7"), paragraphs(&desk));
    let entries = desk.history_length();
    let out = desk.ok("documents replace 7 IP07.txt --speakers I,B,Krause --dry-run");
    assert!(out.contains("Krause"), "{out}");
    assert_eq!((paragraphs(&desk), desk.history_length()), (was.clone(), entries));
    desk.ok("documents replace 7 IP07.txt --speakers I,B,Krause");
    assert_eq!(paragraphs(&desk)[2]["speaker"], "Krause");
    // Everything else is as it was, the person of the speaker too.
    let after = desk.json("documents show 7");
    assert_eq!(after["speakers"], json!(["I", "B", "Krause"]));
    for key in ["label", "title", "group", "case", "variables", "uuid", "stage"] {
        assert_eq!(after[key], before[key], "{key}");
    }
    assert_eq!(desk.json("persons")[0]["speakers"], json!([{"document": "7", "speaker": "B"}]));
    // Another file in its place: it is what the document comes from now.
    desk.write("IP07 neu.txt", "I: Und?\nB: Doch.\n\nI: Gut.\nB: Ja.\n");
    let answer = desk.json("documents replace 7 'IP07 neu.txt'");
    has_keys(&answer, &["file", "label", "paragraphs", "words", "speakers", "warnings"]);
    let now = desk.json("documents show 7");
    assert_eq!((&now["file"], &now["paragraphs"]), (&json!("IP07 neu.txt"), &json!(4)));
    assert_eq!(now["speakers"], json!(["I", "B"]));
    assert_eq!(desk.history_length(), entries + 2);
    assert!(desk.ok("history -n 1").contains("read document 7 anew from IP07 neu.txt"));
    desk.ok("undo 2");
    assert_eq!((desk.json("documents show 7"), paragraphs(&desk)), (before, was));
    desk.ok("redo 2");
    assert_eq!(desk.json("documents show 7"), now);
}

#[test]
fn a_document_that_something_refers_to_is_not_read_anew() {
    let desk = known();
    desk.ok("codes add Hindernisse");
    let entries = |desk: &Desk| desk.history_length();
    for (line, says) in [
        ("code 7:2 Hindernisse", "one coding"),
        ("memo write Nachfragen --document 7", "one memo"),
        ("summary 7 Hindernisse Nichts", "one summary"),
        ("edit 7:2 --text 'B: Jaja.'", "one correction"),
        ("coders status 7 done", "status"),
    ] {
        desk.ok(line);
        let before = entries(&desk);
        desk.fails("documents replace 7 IP07.txt --no-speakers", 1, &["7", says, "absatz edit 7"]);
        desk.fails("documents replace 7 IP07.txt --no-speakers --dry-run", 1, &[says]);
        assert_eq!(entries(&desk), before);
        desk.ok("undo");
        desk.ok("documents replace 7 IP07.txt --no-speakers");
        desk.ok("undo");
    }
    // Of another's work a blind coder reads only that it is there.
    desk.ok("coders add Ben");
    desk.ok("code 7:2 Hindernisse --coder Ben");
    let said = desk.fails("documents replace 7 IP07.txt", 1, &["work by others"]);
    assert!(!said.contains("one coding"), "{said}");
    desk.ok("undo --coder Ben");
    desk.fails("documents replace 7 IP05.txt", 1, &["5", "--again"]);
    desk.fails("documents replace 7 nowhere.txt", 1, &["nowhere.txt"]);
    desk.fails("documents replace 9 IP07.txt", 1, &["9"]);
    desk.write("many.txt", "#TEXT a\nI: Und?\n#TEXT b\nB: Ja.\n");
    desk.fails("documents replace 7 many.txt", 1, &["2 interviews", "--split no"]);
    desk.ok("documents replace 7 many.txt --split no");
}
