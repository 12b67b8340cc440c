//! What goes wrong says what it is about and the way out, on stderr, with its exit code.

use super::Desk;

#[test]
fn codes_labels_and_places_that_are_not_there() {
    let desk = Desk::with_study();
    desk.ok("codes add A/Legal B/Legal Material");
    desk.fails("code 5:2 Legal", 1, &["A/Legal", "B/Legal"]);
    desk.fails("code 5:2 Mat", 1, &["Mat", "Material"]);
    desk.fails("code 5:11 Material", 1, &["11", "10"]);
    desk.fails("code 4:1 Material", 1, &["4", "5"]);
    desk.fails("code nonsense:x Material", 1, &["5:9"]);
    desk.fails("code '5:2\"nicht da\"' Material", 1, &["nicht da"]);
    desk.fails("text 17", 1, &["17"]);
    desk.fails("codes move A A/Legal", 1, &["A"]);
    desk.fails("codes add A/Legal", 1, &["A/Legal"]);
    desk.fails("documents set 5", 2, &["--title"]);
    desk.fails("documents set 5 --label 'a:b'", 1, &[":"]);
    desk.fails("documents variables set 5 nonsense", 2, &["NAME=VALUE"]);
    desk.fails("codes --coder Nobody", 1, &["Nobody", "Anna"]);
    desk.fails("memo show nothing", 1, &["nothing"]);
}

#[test]
fn calls_that_are_off_end_with_two() {
    let desk = Desk::new();
    for line in
        ["segments --nonsense", "code", "import", "undo 0", "undo x", "coders status 5", "completions tcsh"]
    {
        desk.fails(line, 2, &["--help"]);
    }
    desk.fails("cods list", 2, &["cods", "codes"]);
    desk.fails("cods", 2, &["codes"]);
    desk.fails("variables", 2, &["documents variables"]);
    desk.fails("gibberish", 2, &["gibberish", "--help"]);
    desk.fails("new x.absatz --coder A --citation nonsense", 2, &["IP 5: 9"]);
    desk.fails("open --lang fr", 2, &["de"]);
}

#[test]
fn projects_that_are_missing_taken_or_damaged() {
    let desk = Desk::new();
    desk.fails("codes", 1, &["absatz new", "-p"]);
    desk.fails("codes -p nowhere.absatz", 1, &["nowhere.absatz"]);
    desk.ok("new study --coder Anna");
    assert!(desk.path("study.absatz").exists());
    desk.ok("new pilot.v2 --coder Anna");
    assert!(desk.path("pilot.v2.absatz").exists());
    std::fs::remove_file(desk.path("pilot.v2.absatz")).unwrap();
    desk.fails("undo 2", 1, &[]);
    std::fs::create_dir(desk.path("folder.absatz")).unwrap();
    desk.fails("codes -p folder.absatz", 3, &["folder.absatz"]);
    desk.fails("new study.absatz --coder Anna", 1, &["study.absatz"]);
    desk.fails("", 2, &["terminal"]);
    desk.fails("study.absatz", 2, &["terminal"]);
    desk.fails("tutor lesson", 2, &["terminal", "absatz tutor"]);
    assert!(!desk.path("lesson").exists());
    desk.fails("study.absatz codes", 2, &["-p study.absatz"]);
    desk.write(
        "broken.absatz",
        "this is not a database, and it is longer than a header of one would be".repeat(9),
    );
    desk.fails("codes -p broken.absatz", 3, &["broken.absatz"]);
    desk.fails("undo -p study.absatz", 1, &[]);
}

#[cfg(unix)]
#[test]
fn projects_and_exports_are_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_study();
    desk.ok("grid -o grid.md");
    for name in ["study.absatz", "grid.md"] {
        assert_eq!(desk.path(name).metadata().unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::with_study();
    let mut command = desk.command();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    command.args(["text", "5"]).stdout(writer).stderr(std::process::Stdio::piped());
    let output = command.output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
