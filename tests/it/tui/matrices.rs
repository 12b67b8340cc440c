//! Counted tables in the workbench: reached by the words that people know, changed in place, followed to the transcript.

use absatz::i18n::Lang;
use absatz::tui::model::Main;
use absatz::tui::testing::Bench;
use absatz::tui::theme::{Depth, Theme};
use ratatui::style::Color;

use super::demo;

/// What stands in the title line of the main area.
fn title(bench: &Bench) -> String {
    bench.model.table.content.table.title.clone()
}

#[test]
fn every_table_is_found_by_what_maxqda_calls_it() {
    let mut bench = demo(120, 40, Lang::De);
    for (typed, wanted) in [
        ("Code-Matrix-Browser", "Codes × Dokumente"),
        ("Code-Relations-Browser", "Überschneidung von Codes"),
        ("Gruppenvergleich", "Codes × Dokumentgruppen"),
        ("Dokument-Portrait", "Dokument-Portrait von IP 1"),
        ("Codeline", "Codeline von IP 1"),
        ("Worthäufigkeiten", "Wortliste"),
    ] {
        bench.keys(":");
        bench.paste(typed);
        bench.keys("<enter>");
        assert_eq!((bench.model.main, title(&bench).as_str()), (Main::Table, wanted), "{}", bench.screen());
        bench.keys("3");
    }
    // The crosstab asks by which variable.
    bench.keys(":");
    bench.paste("Kreuztabelle");
    bench.keys("<enter><enter>");
    assert_eq!(title(&bench), "Codes × level", "{}", bench.screen());
    // A word is asked for.
    bench.keys(":");
    bench.paste("Schlüsselwörter im Kontext");
    bench.keys("<enter>");
    bench.paste("Akte");
    bench.keys("<enter>");
    assert_eq!(title(&bench), "„Akte“ im Kontext", "{}", bench.screen());
    // Enter goes to the place at once.
    bench.keys("<enter>");
    assert_eq!(bench.model.main, Main::Transcript);
    assert!(bench.screen().contains("Akte"));
}

#[test]
fn a_cell_leads_to_its_segments_and_they_to_the_transcript_and_back() {
    let mut bench = demo(100, 30, Lang::En);
    bench.keys(":codes by documents<enter>cc");
    assert!(bench.screen().contains("Obstacles"), "{}", bench.screen());
    assert_eq!(bench.model.table.content.table.rows.len(), 6, "main codes and the total");
    // Obstacles in interview 2: 29 segments.
    bench.keys("jll");
    let cell = bench.model.table.cell().unwrap().value.plain();
    bench.keys("<enter>");
    assert_eq!((bench.model.main, bench.model.listing.len().to_string()), (Main::Listing, cell));
    assert!(bench.screen().contains("Obstacles · IP 2"), "{}", bench.screen());
    // To the transcript, and by the list back to the table.
    bench.keys("<enter>");
    assert_eq!(bench.model.main, Main::Transcript);
    bench.keys("4<esc>");
    assert_eq!((bench.model.main, bench.model.table.rows.at), (Main::Table, 1));
    // What changes the study changes the table, and the list of the cell.
    bench.keys("<enter><enter>");
    bench.keys("x");
    if !bench.model.overlays.is_empty() {
        bench.keys("<enter>");
    }
    bench.keys("4");
    assert_eq!(bench.model.listing.len(), 28, "{}", bench.screen());
    bench.keys("<esc>");
    assert_eq!(bench.model.table.cell().unwrap().value.plain(), "28");
    bench.keys("u");
    assert_eq!(bench.model.table.cell().unwrap().value.plain(), "29");
    // A cell that stands on nothing says so.
    bench.keys("c<home>");
    bench.keys("<enter>");
    assert!(bench.screen().contains("No segments stand behind"), "{}", bench.screen());
}

#[test]
fn what_is_counted_is_changed_in_place() {
    let mut bench = demo(120, 40, Lang::En);
    let note = |bench: &Bench| bench.model.table.content.table.notes.first().cloned().unwrap_or_default();
    bench.keys(":compare document groups<enter>");
    assert_eq!(note(&bench), "Number of coded segments.");
    bench.keys("t");
    assert!(note(&bench).contains("at least one segment"), "{}", note(&bench));
    bench.keys("%");
    assert!(bench.screen().contains("Percentages of the group’s documents"), "{}", bench.screen());
    bench.keys("t");
    assert!(note(&bench).contains("words"), "{}", note(&bench));
    // A share is one already.
    bench.keys("t");
    bench.keys("%");
    assert!(bench.screen().contains("No table with percentages"), "{}", bench.screen());
    let turned = bench.keys("x").model.table.content.table.columns.len();
    assert_eq!(turned, bench.model.study.tree.nodes().len() + 3);
    bench.keys(":codes that occur<enter>");
    bench.keys("%");
    assert!(bench.screen().contains("Dice"), "{}", bench.screen());
    bench.keys("ttt");
    assert!(bench.screen().contains("both codes in the same document"), "{}", bench.screen());
    bench.keys("x");
    assert_eq!(title(&bench), "Codes that occur together");
    bench.keys("v");
    assert!(bench.screen().contains("No portrait"), "{}", bench.screen());
}

#[test]
fn a_portrait_is_walked_tile_by_tile() {
    let mut bench = demo(80, 24, Lang::En);
    bench.keys(":portrait<enter>");
    let tiles = bench.model.table.content.table.rows.len();
    assert_eq!(tiles, 400);
    let across = absatz::tui::view::drawn::across(&bench.model);
    bench.keys("jll");
    assert_eq!(bench.model.table.rows.at, across + 2);
    bench.keys("k");
    assert_eq!(bench.model.table.rows.at, 2);
    // No way up from the first line; the last tile is the last.
    bench.keys("k");
    assert_eq!(bench.model.table.rows.at, 2);
    bench.keys("<end>");
    assert_eq!(bench.model.table.rows.at, tiles - 1);
    bench.keys("<home>");
    assert_eq!(bench.model.table.rows.at, 0);
    // A coded tile leads to its segments.
    let coded =
        bench.model.table.content.table.rows.iter().position(|row| !row[0].places.is_empty()).unwrap();
    bench.keys(&"l".repeat(coded));
    bench.keys("<enter>");
    assert_eq!(bench.model.main, Main::Listing, "{}", bench.screen());
    bench.keys("<esc>v");
    assert!(bench.screen().contains("Code with most"), "{}", bench.screen());
    bench.keys("s");
    assert!(bench.model.table.sort.is_some());
    bench.keys("v");
    assert!(bench.model.table.sort.is_none());
}

#[test]
fn a_codeline_is_walked_by_codes_and_paragraphs() {
    let mut bench = demo(120, 40, Lang::En);
    bench.keys(":codeline<enter>");
    assert_eq!(bench.model.table.columns.at, 1);
    bench.keys("jj");
    assert_eq!(bench.model.table.columns.at, 3);
    bench.keys("kkkk");
    assert_eq!(bench.model.table.columns.at, 1);
    // Challenges/Current is in several paragraphs: walk to one of its segments.
    let table = &bench.model.table.content.table;
    let row = table.rows.iter().position(|row| !row[1].places.is_empty()).unwrap();
    bench.keys(&"l".repeat(row));
    bench.keys("<enter>");
    assert_eq!((bench.model.main, bench.model.listing.len()), (Main::Listing, 1), "{}", bench.screen());
}

#[test]
fn words_lead_to_where_they_are_said() {
    let mut bench = demo(100, 30, Lang::De);
    bench.keys(":");
    bench.paste("Wortliste");
    bench.keys("<enter>");
    let count = bench.model.table.content.table.rows[0][1].value.plain();
    bench.keys("<enter>");
    assert_eq!(bench.model.listing.len().to_string(), count, "{}", bench.screen());
    let word = bench.model.table.content.table.rows[0][0].value.plain();
    assert!(bench.screen().to_lowercase().contains(&word.to_lowercase()));
    bench.keys("<enter>");
    assert_eq!(bench.model.main, Main::Transcript);
}

#[test]
fn counted_tables_are_written_as_tables_and_as_pictures() {
    let mut bench = demo(120, 40, Lang::En);
    let folder = tempfile::tempdir().unwrap();
    let mut write = |command: &str, file: &str| {
        bench.keys(&format!(":{command}<enter>X<ctrl-u>"));
        let path = folder.path().join(file);
        bench.paste(&path.display().to_string());
        bench.keys("<enter>");
        std::fs::read(&path).unwrap_or_else(|_| panic!("{file}: {}", bench.screen()))
    };
    assert!(write("codes by documents", "matrix.svg").starts_with(b"<?xml"));
    assert!(write("portrait", "portrait.png").starts_with(b"\x89PNG"));
    assert!(write("how much text", "coverage.csv").starts_with(b"\xEF\xBB\xBFcode,share,"));
    // By a variable, what leaves the program has published values: the size of the towns is recoded in bands.
    bench.keys(":codes by the values<enter>j<enter>X<ctrl-u>");
    let path = folder.path().join("crosstab.csv");
    bench.paste(&path.display().to_string());
    bench.keys("<enter>");
    let csv = std::fs::read_to_string(&path).unwrap();
    let shown: Vec<String> =
        bench.model.table.content.table.columns.iter().map(|column| column.key.clone()).collect();
    assert!(!csv.lines().next().unwrap().contains(&shown[1]), "{csv} {shown:?}");
    // A concordance has no picture.
    bench.keys(":word in its contexts<enter>Akte<enter>X<ctrl-u>");
    bench.paste(&folder.path().join("akte.svg").display().to_string());
    bench.keys("<enter>");
    assert_eq!(bench.model.overlays.len(), 1, "{}", bench.screen());
}

#[test]
fn shades_become_blocks_where_there_are_few_colours() {
    let ground = |depth| {
        let mut bench = demo(120, 40, Lang::En);
        bench.model.theme = Theme { depth, ..Theme::default() };
        bench.keys(":codes by documents<enter>");
        let grounds = bench
            .buffer()
            .content()
            .iter()
            .filter(|cell| matches!(cell.bg, Color::Rgb(..) | Color::Indexed(_)));
        (grounds.count(), bench.screen())
    };
    let (shaded, screen) = ground(Depth::True);
    assert!(shaded > 500 && !screen.contains('▆'), "{shaded}\n{screen}");
    assert!(ground(Depth::Palette256).0 > 500);
    for depth in [Depth::Basic16, Depth::None] {
        let (shaded, screen) = ground(depth);
        assert!(shaded == 0 && screen.contains('▄') && screen.contains('█'), "{screen}");
    }
    // Codes of a portrait are letters where nothing has a colour.
    let mut bench = demo(120, 40, Lang::En);
    bench.model.theme = Theme { depth: Depth::None, ..Theme::default() };
    bench.keys(":portrait<enter>");
    assert!(bench.screen().contains("AAAA"), "{}", bench.screen());
}

#[test]
fn the_counted_tables_look_like_this() {
    for (name, width, height, lang) in [("en", 120, 40, Lang::En), ("de", 80, 24, Lang::De)] {
        let mut bench = demo(width, height, lang);
        for (view, typed, keys) in [
            ("matrix", "Code-Matrix-Browser", "cc"),
            ("codes", "Code-Relations-Browser", "t"),
            ("coverage", ["How much text", "Abdeckung"][usize::from(lang == Lang::De)], ""),
            ("portrait", "Dokument-Portrait", "cc"),
            ("codeline", "Codeline", ""),
            ("words", "Worthäufigkeiten", ""),
        ] {
            bench.keys(":");
            bench.paste(typed);
            bench.keys("<enter>");
            bench.keys(keys);
            insta::assert_snapshot!(format!("counted_{view}_{name}"), bench.screen());
            bench.keys("3");
        }
    }
}
