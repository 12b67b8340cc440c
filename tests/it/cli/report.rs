//! The report from a template: that nothing is wrong in it, what it counts and quotes, and what a template may say.

use std::io::Read as _;

use absatz::formats::report;
use absatz::model::report::ReportPlace;

use super::Desk;

/// Interviews 5, 6 and 7; codes with and without a definition, weights, an anchor example, summaries.
fn study() -> Desk {
    let desk = Desk::with_study();
    desk.write("IP06.txt", super::INTERVIEW.replace("Geld", "Personal"));
    desk.write("IP07.txt", super::INTERVIEW.replace("Geld", "Zeit"));
    for line in [
        "import IP06.txt --group Kommune",
        "import IP07.txt --group Kommune",
        "codes add Mangel/Geld Mangel/Leute Anfang",
        "codes define Mangel --definition 'Was fehlt.'",
        "codes define Leute --anchor 6:10",
        "code 5:6 Geld --weight 80",
        "code 5:6 Leute --weight 90",
        "code 6:6 Leute --weight 20",
        "code 6:8-10 Leute",
        "code 7:6 Geld --weight 55",
        "code 5:2 Anfang",
        "summary 5 Geld 'Geld fehlt überall.'",
        "summary 7 Geld 'Zeit ist Geld (IP 7: 6).'",
    ] {
        desk.ok(line);
    }
    desk
}

fn text(desk: &Desk, args: &str) -> String {
    desk.ok(&format!("report --format md -o - {args}"))
}

#[test]
fn a_check_finds_nothing_in_the_report_of_the_shipped_study() {
    let desk = Desk::new();
    desk.ok("demo there --lang de");
    for name in ["report.docx", "report.html", "report.md"] {
        let project = "-p there/demo.absatz --lang de";
        desk.ok(&format!("{project} report --method --sample -o {name}"));
        let checked = desk.json(&format!("{project} check {name}"));
        assert_eq!(checked["problems"], 0, "{name}");
        assert_eq!(checked["warnings"], serde_json::json!([]), "{name}");
        let quotations = checked["quotations"].as_array().unwrap();
        assert!(quotations.len() > 40, "{name}: {}", quotations.len());
        for one in quotations {
            let status = one["status"].as_str().unwrap();
            assert!(["exact", "edited"].contains(&status), "{name}: {one:#}");
        }
        assert!(checked["citations"].as_array().unwrap().len() > 100, "{name}");
    }
    // Definitions are the researchers' own words, of which nothing has to be mended either.
    desk.ok("-p there/demo.absatz report --definitions -o defined.docx");
    desk.ok("-p there/demo.absatz check defined.docx");
}

#[test]
fn chapters_have_counts_citations_summaries_and_marked_quotations() {
    let desk = study();
    let report = text(&desk, "--definitions");
    let from = report.find("## Mangel").unwrap();
    let to = report.find("## How this report").unwrap();
    assert_eq!(
        report[from..to].trim(),
        "## Mangel\n\n*Was fehlt.*\n\nWith its subcodes in 3 of 3 interviews. Land: 1 of 1; Kommune: 2 of 2.\n\n\
         ### Geld\n\nSpoken of in 2 of 3 interviews (IPen 5: 6; 7: 6). Land: 1 of 1; Kommune: 1 of 2.\n\n\
         **Land**\n\n- Geld fehlt überall. (IP 5: 6)\n\n**Kommune**\n\n- Zeit ist Geld (IP 7: 6).\n\n\
         > Geld. Und Leute, die es können. (IP 5: 6)\n\n> Zeit. Und Leute, die es können. (IP 7: 6)\n\n\
         ### Leute\n\nSpoken of in 2 of 3 interviews (IPen 5: 6; 6: 6, 8-10). Land: 1 of 1; Kommune: 1 of 2.\n\n\
         > Meine Kollegin hat ihn gelesen und dann beiseitegelegt. (IP 6: 10)\n\n\
         ## Anfang\n\nSpoken of in 1 of 3 interviews (IP 5: 2). Land: 1 of 1; Kommune: 0 of 2."
    );
    assert!(!report.contains("Anna"), "a coder is named: {report}");
    assert!(text(&desk, "--with-coders").contains("Anna"));
    // Where nothing is marked, all segments can be asked for, or those that answer a query.
    assert!(text(&desk, "--quotes all").contains("> Mit einem Brief vom Landkreis. (IP 5: 2)"));
    assert!(!text(&desk, "--quotes none").contains('>'));
    let asked = text(&desk, "--query 'Anfang or Geld where document = 5'");
    assert_eq!(asked.matches("\n> ").count(), 2, "{asked}");
    assert_eq!(text(&desk, "--quotes all --most 1 --code Leute").matches("\n> ").count(), 1);
    desk.ok("code-summary Geld 'Alle sprechen davon.'");
    assert!(text(&desk, "").contains("Kommune: 1 of 2.\n\nAlle sprechen davon.\n\n**Land**"));
    let land = text(&desk, "--group Land --code Mangel");
    assert!(land.contains("in 1 of 1 interview (IP 5: 6)") && !land.contains("IP 7"), "{land}");
}

#[test]
fn nothing_is_quoted_that_may_not_be() {
    let desk = study();
    desk.ok("consent set 5 --quotations ask");
    desk.ok("consent set 6 --quotations yes");
    desk.ok("consent set 7 --quotations yes");
    desk.ok("consent withdraw 7 --on 2026-02-01");
    let report = text(&desk, "--quotes all");
    assert!(!report.contains("Geld. Und Leute"), "{report}");
    assert!(!report.contains("7: 6"), "{report}");
    assert!(report.contains("since the consent was withdrawn: IP 7."), "{report}");
    assert!(report.contains("2 passages could not be chosen"), "{report}");
    assert!(report.contains("in 2 of 2 interviews"), "{report}");
    desk.write("report.md", &report);
    let checked = desk.json("check report.md");
    assert_eq!((&checked["problems"], &checked["warnings"]), (&0.into(), &serde_json::json!([])));
    // Where nothing is left to be quoted, that is said.
    desk.ok("consent set 6 --quotations no");
    let answer = desk.run("report -o bare.md");
    assert!(answer.code == 0 && answer.err.contains("Nothing is quoted"), "{}", answer.err);
}

#[test]
fn an_own_template_says_what_it_wants() {
    let desk = study();
    desk.write(
        "my.md",
        "{{! for the annex }}\n# {{title}} of {{project}}\n\n{{interviews}} interviews.\n\n{{#codes}}\n## {{path}}\n\
         **Definition:** {{definition}}\n\n- {{count with=subcodes}}\n- {{not-apply}}\n{{#if quotations}}\nThey say:\n\n\
         {{quotations choose=all most=1}}\n{{/if}}\n{{#unless definition}}\nUndefined.\n{{/unless}}\n{{/codes}}\n",
    );
    let report = text(&desk, "--template my.md --title Annex");
    let from = report.find("3 interviews.").unwrap();
    assert!(report.starts_with("# Annex of study\n"), "{report}");
    assert_eq!(
        report[from..].trim(),
        "3 interviews.\n\n## Mangel\n\n**Definition:** Was fehlt.\n\n- in 3 of 3 interviews\n\n\
         ## Anfang\n\n- in 1 of 3 interviews\n\nUndefined."
    );
    let shipped = desk.ok("report --print-template");
    desk.write("shipped.md", &shipped);
    assert_eq!(text(&desk, "--template shipped.md"), text(&desk, ""));
    let german = desk.ok("--lang de report --print-template");
    assert!(german.contains("Angesprochen"), "{german}");
}

#[test]
fn a_mistake_in_a_template_is_told_with_line_and_slot() {
    let desk = study();
    for (template, says) in [
        ("# {{title}}\n\n{{defintion}}\n", &["Line 3", "{{defintion}}", "title, project"][..]),
        ("{{code}}\n", &["Line 1", "{{code}}", "“codes”"]),
        ("{{#codes}}\n{{codee}}\n{{/codes}}", &["Line 2", "{{codee}}", "code, path"]),
        ("{{#codes}}\nWords {{quotations}}\n{{/codes}}", &["Line 2", "{{quotations}}", "line of its own"]),
        ("{{#codes}}\n{{quotations most=many}}\n{{/codes}}", &["Line 2", "most=many", "most=N"]),
        ("{{#codes}}\n{{summaries by=case}}\n{{/codes}}", &["by=case", "by=group, by=interview"]),
        ("{{title loud}}\n", &["Line 1", "loud", "no options"]),
        ("{{#subcodes}}\n{{/subcodes}}\n", &["Line 1", "{{#subcodes}}"]),
        ("{{#if weather}}\n{{/if}}\n", &["Line 1", "weather", "definitions"]),
        ("{{#chapters}}\n{{/chapters}}\n", &["Line 1", "{{#chapters}}", "{{#codes}}"]),
        ("\n{{#codes}}\n", &["Line 2", "{{#codes}}", "never closed"]),
    ] {
        desk.write("my.md", template);
        desk.fails("report --template my.md -o report.docx", 1, says);
        assert!(!desk.path("report.docx").exists());
    }
    desk.write("my.md", [0xFF, 0xFE, 0x00]);
    desk.fails("report --template my.md -o report.docx", 3, &["UTF-8"]);
    desk.fails("report --template none.md -o report.docx", 1, &["none.md"]);
    desk.fails("report -o report.xlsx", 2, &["running text", ".docx"]);
    desk.fails("report --quotes some -o report.md", 2, &["marked"]);
}

#[test]
fn a_word_document_has_real_headings_and_a_table_of_contents() {
    let desk = study();
    desk.ok("report -o report.docx");
    desk.fails("report -o report.docx", 1, &["exists already"]);
    desk.ok("report -o report.docx --force");
    let bytes = std::fs::read(desk.path("report.docx")).unwrap();
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (document, styles) = (part("word/document.xml"), part("word/styles.xml"));
    assert!(document.contains(" TOC \\o \"1-3\" \\h \\z \\u "), "no field");
    for (style, name, outline) in [("Heading1", "heading 1", "0"), ("Heading2", "heading 2", "1")] {
        assert!(document.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
        let at = styles.find(&format!("w:styleId=\"{style}\"")).unwrap();
        let own = &styles[at..at + 400];
        assert!(own.contains(name) && own.contains(&format!("outlineLvl w:val=\"{outline}\"")), "{own}");
    }
    let read = report::read("report.docx", &bytes).unwrap();
    let headings: Vec<&str> = read
        .paragraphs
        .iter()
        .filter(|one| one.place == ReportPlace::Heading)
        .map(|one| one.text.as_str())
        .collect();
    assert!(
        headings.ends_with(&["Mangel", "Geld", "Leute", "Anfang", "How this report was made"]),
        "{headings:?}"
    );
}
