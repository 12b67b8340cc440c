//! Interview guides and stages: kept beside the transcripts, and never among them.

use serde_json::json;

use super::Desk;

fn with_guide() -> Desk {
    let desk = Desk::with_study();
    desk.write("Leitfaden.md", "# Leitfaden\n\n1. Wie fing es an?\n2. Was fehlte?\n");
    desk.ok("guides import Leitfaden.md --version 1");
    desk.write("neu.txt", "Wie fing es an?\nWas fehlte?\nWer half?\n");
    desk.ok("guides import neu.txt --name Leitfaden --version 2");
    desk
}

#[test]
fn versions_of_a_guide_are_kept_shown_and_chosen() {
    let desk = with_guide();
    desk.fails("guides show Leitfaden", 1, &["several versions", "Leitfaden:1, Leitfaden:2"]);
    assert_eq!(desk.ok("guides show leitfaden:2"), "Wie fing es an?\nWas fehlte?\nWer half?\n");
    desk.ok("codes add Anfang Mangel/Geld Hilfe");
    desk.ok("guides asks Leitfaden:2 Anfang Geld");
    assert_eq!(desk.ok("guides asks Leitfaden:2"), "Anfang\nMangel/Geld\n");
    desk.ok("guides use Leitfaden:2 5");
    let listed = desk.json("guides");
    assert_eq!(listed[1]["documents"], json!(["5"]));
    assert_eq!(listed[1]["codes"], json!(["Anfang", "Mangel/Geld"]));
    assert_eq!(listed[0]["documents"], json!([]));
    assert!(desk.ok("documents show 5").contains("Leitfaden:2"));
    desk.ok("guides list -o guides.csv");
    assert!(desk.read("guides.csv").contains("name,version,kind,interviews,asks,imported,file"));
    // Merging and removing codes takes along what asks about them, and undo brings it back.
    desk.ok("codes merge Anfang Hilfe");
    assert_eq!(desk.ok("guides asks Leitfaden:2"), "Mangel/Geld\nHilfe\n");
    desk.ok("codes remove Mangel");
    assert_eq!(desk.ok("guides asks Leitfaden:2"), "Hilfe\n");
    desk.ok("undo 2");
    assert_eq!(desk.ok("guides asks Leitfaden:2"), "Anfang\nMangel/Geld\n");
    desk.ok("guides remove Leitfaden:2");
    assert!(desk.json("documents show 5")["guide"].is_null());
    desk.ok("undo");
    assert_eq!(desk.json("documents show 5")["guide"], "Leitfaden:2");
    desk.ok("guides use \"\" 5");
    assert!(desk.json("documents show 5")["guide"].is_null());
    desk.ok("guides asks Leitfaden:2 --none");
    assert_eq!(desk.ok("guides asks Leitfaden:2"), "");
}

#[test]
fn a_guide_is_never_coded_counted_or_found() {
    let desk = with_guide();
    assert_eq!(desk.json("documents").as_array().unwrap().len(), 1);
    assert_eq!(desk.json("search \"Wer half\"").as_array().unwrap().len(), 0);
    assert_eq!(desk.json("grid")["documents"], json!(["5"]));
    desk.fails("text Leitfaden", 1, &["no document"]);
    desk.fails("code Leitfaden:1 Anfang --create", 1, &["no document"]);
}

#[test]
fn what_is_no_guide_is_refused_and_changes_nothing() {
    let desk = with_guide();
    let before = desk.history_length();
    desk.fails("guides import Leitfaden.md --version 1", 1, &["Leitfaden:1 is there already", "--version"]);
    desk.fails("guides import none.md", 1, &["none.md"]);
    desk.fails("guides import neu.txt --name a:b", 1, &["“a:b”"]);
    desk.write("empty.txt", " \n");
    desk.fails("guides import empty.txt", 3, &["empty.txt"]);
    desk.fails("guides show Anderer", 1, &["no guide “Anderer”", "Leitfaden:1, Leitfaden:2"]);
    desk.fails("guides use Leitfaden:1 9", 1, &["no document"]);
    desk.fails("guides asks Leitfaden:1 Nichts", 1, &["no code “Nichts”"]);
    desk.fails("documents set 5 --stage later", 2, &["later", "pretest"]);
    assert_eq!(desk.history_length(), before);
    desk.ok("guides import neu.txt --name Gesetz --kind other");
    desk.fails("guides use Gesetz 5", 1, &["Gesetz is no interview guide"]);
}

#[test]
fn a_pretest_is_told_apart() {
    let desk = Desk::with_study();
    assert_eq!(desk.json("documents")[0]["stage"], "main");
    desk.ok("documents set 5 --stage pretest --title Probe");
    assert_eq!(desk.json("documents")[0]["stage"], "pretest");
    assert!(desk.ok("documents show 5").contains("pretest"));
    desk.ok("undo");
    assert_eq!(desk.json("documents")[0]["stage"], "main", "one command, one undo");
    assert_eq!(desk.json("documents")[0]["title"], "IP05");
}
