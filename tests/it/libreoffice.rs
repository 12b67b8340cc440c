//! What we write, opened and saved again by LibreOffice, says the same. Skipped, with a word about it, where it is not
//! installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use absatz::formats::{report, values};

use super::cli::Desk;

/// Has LibreOffice convert files, all in one start and in a profile of its own: another instance may run. None where it
/// is not there.
fn convert(files: &[PathBuf], to: &str, into: &Path) -> Option<()> {
    let profile = format!("-env:UserInstallation=file://{}/profile", into.display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", to, "--outdir"]).arg(into).args(files);
    match command.output() {
        Err(_) => {
            println!("skipped: LibreOffice is not here");
            None
        }
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{said}");
            Some(())
        }
    }
}

/// A report as it is read: each paragraph, where it stands, whether it is set off as quotations are. What LibreOffice
/// makes of the lines of a table of contents does not matter.
fn read(file: &Path) -> Vec<String> {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let name = file.file_name().unwrap().to_string_lossy();
    let read = report::read(&name, &bytes).unwrap();
    let said = read.paragraphs.into_iter().map(|one| {
        let text = one.text.replace('\u{A0}', " ");
        let quoted = one.indented && text.contains('(');
        format!("{}{} {}", one.place.name(), if quoted { ", set off" } else { "" }, text.trim())
    });
    said.collect()
}

#[test]
fn texts_say_the_same_after_libreoffice() {
    let desk = Desk::new();
    desk.ok("demo there --lang de");
    let project = "-p there/demo.absatz --lang de";
    desk.ok(&format!("{project} codebook version keep v1"));
    desk.ok(&format!("{project} report --definitions --method --sample -o report.docx"));
    desk.ok(&format!("{project} codebook guide --since v1 -o guide.docx"));
    desk.ok(&format!("{project} segments --by code --code Rechtliche --with-subcodes -o segments.docx"));
    desk.ok(&format!("{project} matrix quotes --main-codes --group Land -o quotes.docx"));
    let names = ["report", "guide", "segments", "quotes"];
    let files: Vec<PathBuf> = names.iter().map(|name| desk.path(&format!("{name}.docx"))).collect();
    let (odt, docx) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    if convert(&files, "odt", odt.path()).is_none() {
        return;
    }
    // From OpenDocument back to Word: both ways and both readers.
    let between: Vec<PathBuf> = names.iter().map(|name| odt.path().join(format!("{name}.odt"))).collect();
    convert(&between, "docx", docx.path());
    for ((name, ours), theirs) in names.iter().zip(&files).zip(&between) {
        let written = read(ours);
        assert!(written.len() > 20, "{name}: {written:?}");
        for other in [theirs, &docx.path().join(format!("{name}.docx"))] {
            let back = read(other);
            let first = written.iter().zip(&back).find(|(a, b)| a != b);
            assert_eq!(first, None, "{}", other.display());
            assert_eq!(back.len(), written.len(), "{}", other.display());
        }
    }
    // And a check of the report finds as little in it.
    let checked = desk.json(&format!("{project} check {}", between[0].display()));
    assert_eq!((&checked["problems"], &checked["warnings"]), (&0.into(), &serde_json::json!([])));
}

#[test]
fn spreadsheets_say_the_same_after_libreoffice() {
    let desk = Desk::new();
    desk.ok("demo there --lang de");
    let project = "-p there/demo.absatz --lang de";
    desk.ok(&format!("{project} grid --code Materielle -o grid.xlsx"));
    desk.ok(&format!("{project} matrix quotes --main-codes --by group -o quotes.xlsx"));
    desk.ok(&format!("{project} matrix codes-documents -o matrix.xlsx"));
    desk.ok(&format!("{project} codebook guide -o guide.xlsx"));
    desk.ok(&format!("{project} documents list -o documents.xlsx"));
    let names = ["grid", "quotes", "matrix", "guide", "documents"];
    let files: Vec<PathBuf> = names.iter().map(|name| desk.path(&format!("{name}.xlsx"))).collect();
    let (ods, xlsx) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    if convert(&files, "ods", ods.path()).is_none() {
        return;
    }
    let between: Vec<PathBuf> = names.iter().map(|name| ods.path().join(format!("{name}.ods"))).collect();
    convert(&between, "xlsx", xlsx.path());
    let cells = |file: &Path| {
        let rows = values::read("table", &std::fs::read(file).unwrap()).unwrap();
        rows.into_iter().map(|row| (row.number, row.cells)).collect::<Vec<_>>()
    };
    for ((name, ours), theirs) in names.iter().zip(&files).zip(&between) {
        let written = cells(ours);
        assert!(written.len() > 3, "{name}: {written:?}");
        for other in [theirs, &xlsx.path().join(format!("{name}.xlsx"))] {
            let back = cells(other);
            let first = written.iter().zip(&back).find(|(a, b)| a != b);
            assert_eq!(first, None, "{}", other.display());
            assert_eq!(back.len(), written.len(), "{}", other.display());
        }
    }
}
