//! `export`: files whole or not at all, never over another, and what is said beside them.

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::with_study();
    desk.ok("codes add Obstacles/Law");
    desk.ok("code 5:2 Law --comment Eigenes");
    desk
}

#[test]
fn a_file_that_is_there_stays_unless_forced() {
    let desk = desk();
    desk.write("study.html", "mine");
    desk.fails("export -o study.html", 1, &["study.html exists already", "--force"]);
    assert_eq!(desk.read("study.html"), "mine");
    desk.ok("export -o study.html --force");
    assert!(desk.read("study.html").starts_with("<!DOCTYPE html>"));
    let told = desk.json("export -o again.md");
    assert_eq!(told["file"], "again.md");
}

#[test]
fn a_folder_gets_a_file_for_each_interview_or_none() {
    let desk = desk();
    desk.write("IP06.txt", super::INTERVIEW.replace("Geld", "Personal"));
    desk.ok("import IP06.txt --group Land");
    let told = desk.json("export --each given --format md");
    assert_eq!(told["files"], serde_json::json!(["given/IP 5.md", "given/IP 6.md"]));
    assert!(desk.read("given/IP 5.md").contains("*Law*"));
    assert!(!desk.read("given/IP 6.md").contains("*Law*"));
    std::fs::remove_file(desk.path("given/IP 5.md")).unwrap();
    desk.write("given/IP 6.md", "mine");
    desk.fails("export --each given --format md", 1, &["IP 6.md exists already"]);
    assert!(!desk.path("given/IP 5.md").exists());
    desk.ok("export --each given --format md --force");
    assert_ne!(desk.read("given/IP 6.md"), "mine");
    desk.fails("export --each given", 2, &["--format"]);
    desk.fails("export --each given -o one.md", 2, &["cannot be used with"]);
}

#[test]
fn who_coded_and_what_was_noted_is_told_only_when_asked() {
    let desk = desk();
    desk.ok("export -o plain.md");
    let plain = desk.read("plain.md");
    assert!(plain.contains("*Law*") && !plain.contains("Anna") && !plain.contains("Eigenes"), "{plain}");
    desk.ok("export --coders --times --comments -o all.md");
    let all = desk.read("all.md");
    assert!(all.contains("Eigenes") && all.contains("Anna") && all.contains("2026-03-01 09:15"), "{all}");
}

#[test]
fn what_cannot_be_exported_says_why() {
    let desk = Desk::new();
    desk.ok("new study.absatz --coder Anna");
    desk.fails("export -o study.html", 1, &["the study has no documents"]);
    assert!(!desk.path("study.html").exists());
    let desk = Desk::with_study();
    desk.fails("export -o study.xlsx", 2, &["study.xlsx", ".html, .docx, .md"]);
    desk.fails("export", 2, &["format"]);
    desk.fails("export --without-pretests --document 7 -o study.html", 1, &["7"]);
    let said = desk.run("export -o study.html");
    assert!(said.err.contains("no codes yet"), "{}", said.err);
    desk.ok("documents set 5 --stage pretest");
    desk.fails("export --without-pretests -o none.html", 1, &["None of the documents"]);
}
