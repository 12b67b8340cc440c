//! Pictures: well-formed, as wide as a page, with the numbers of their tables; dots that are there.

use absatz::analysis::coded::{Codes, Measure};
use absatz::analysis::cooccurrence::{Figured, Relation};
use absatz::analysis::pictures::picture;
use absatz::analysis::words::Wanted;
use absatz::formats::write::{PictureFormat, write_picture};
use absatz::i18n::{self, Lang};
use absatz::model::chart::{Chart, Figure, shaded};
use absatz::model::codes::PALETTE;
use absatz::model::picture::{A4, Color, Picture, Shape};
use absatz::ops;
use absatz::ops::matrix::{self, Scope};
use absatz::ops::words::Stop;
use absatz::store::{Project, documents};
use quick_xml::events::Event;

/// Every kind of figure of the shipped study.
fn figures(project: &Project) -> Vec<(&'static str, Figure)> {
    let all = Scope::default();
    let five = documents::by_label(&project.read(), "5").unwrap().id;
    let words =
        ops::words::list(project, &all, &Stop::usual(), Wanted { most: 30, ..Wanted::default() }, false);
    vec![
        ("matrix", matrix::codes_documents(project, &all, Measure::Segments, false).unwrap()),
        ("turned", matrix::codes_documents(project, &all, Measure::Share, true).unwrap()),
        ("codes", matrix::codes_codes(project, &all, Relation::Near(1), Figured::Dice).unwrap()),
        ("pairs", matrix::code_pairs(project, &all, Relation::Document).unwrap()),
        ("coverage", matrix::coverage(project, &all).unwrap()),
        ("portrait", matrix::portrait(project, five, &all, 300).unwrap()),
        ("codeline", matrix::codeline(project, five, &all).unwrap()),
        ("words", words.unwrap()),
    ]
}

/// The texts of an svg, those that are drawn and those in titles.
fn texts(svg: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut drawn, mut titles) = (Vec::new(), Vec::new());
    let mut open: Vec<String> = Vec::new();
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                text.clear();
                open.push(start.name().as_ref().to_owned());
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => text.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("{other}"),
            }),
            Event::End(end) => {
                let name = open.pop().unwrap();
                assert_eq!(name, end.name().as_ref());
                let said = std::mem::take(&mut text).trim().to_owned();
                match name.as_str() {
                    "text" => drawn.push(said),
                    "title" => titles.push(said),
                    _ => {}
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    (drawn, titles)
}

fn svg(picture: &Picture) -> String {
    String::from_utf8(write_picture(picture, PictureFormat::Svg).unwrap().0).unwrap()
}

#[test]
fn svgs_are_well_formed_and_have_the_numbers_of_their_tables() {
    for lang in [Lang::En, Lang::De] {
        i18n::set_lang(lang);
        let project = ops::demo::build(lang).unwrap();
        for (name, figure) in figures(&project) {
            let (drawn, titles) = texts(&svg(&picture(&figure)));
            let table = &figure.table;
            assert!(titles.contains(&table.title), "{name}");
            let mut wanted: Vec<String> = Vec::new();
            match &figure.chart {
                Chart::Heat(_) => {
                    for cell in table.rows.iter().flat_map(|row| row.iter().skip(1)) {
                        wanted.push(cell.value.plain());
                    }
                }
                Chart::Bars(bars) => {
                    let rows = bars.rows.clone().map(|row| &table.rows[row]);
                    wanted.extend(rows.map(|row| row[bars.value].value.plain()));
                }
                Chart::Portrait(_) | Chart::Codeline(_) => {}
            }
            let mut drawn = drawn;
            for number in wanted.into_iter().filter(|number| !number.is_empty()) {
                let at = drawn.iter().position(|text| *text == number);
                let at = at.unwrap_or_else(|| panic!("{name}: {number} is not in the picture"));
                drawn.swap_remove(at);
            }
            // Every note stands below, broken into lines; all of it for those who do not see.
            let all = drawn.join(" ");
            for note in &table.notes {
                let first: String = note.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
                assert!(all.contains(&first), "{name}: {note}");
            }
        }
    }
    i18n::set_lang(Lang::En);
}

#[test]
fn pictures_fit_a_page_and_lose_no_label() {
    i18n::set_lang(Lang::De);
    let project = ops::demo::build(Lang::De).unwrap();
    for (name, figure) in figures(&project) {
        let picture = picture(&figure);
        assert!(picture.width == A4.0 || picture.width == A4.1, "{name}: {}", picture.width);
        for shape in &picture.shapes {
            let (right, bottom) = match shape {
                Shape::Box { x, y, width, height, .. } => (x + width, y + height),
                Shape::Line { from, to, .. } => (from.0.max(to.0), from.1.max(to.1)),
                Shape::Text(label) => {
                    // What is cut stands whole beside it.
                    assert!(
                        !label.text.contains('…') || !label.whole.is_empty() || label.text.ends_with(" …"),
                        "{name}: {}",
                        label.text
                    );
                    (label.x, label.y)
                }
            };
            assert!(right <= picture.width + 0.5 && bottom <= picture.height + 0.5, "{name}: {shape:?}");
        }
    }
    i18n::set_lang(Lang::En);
}

#[test]
fn pngs_have_their_size_and_their_letters() {
    i18n::set_lang(Lang::De);
    let project = ops::demo::build(Lang::De).unwrap();
    for (name, figure) in figures(&project) {
        let picture = picture(&figure);
        let (bytes, missing) = write_picture(&picture, PictureFormat::Png).unwrap();
        assert_eq!(missing, "", "{name}");
        let dots = tiny_skia::Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(
            (dots.width() as f32, dots.height() as f32),
            ((picture.width * 2.0).ceil(), (picture.height * 2.0).ceil()),
            "{name}"
        );
        let dark = dots.pixels().iter().filter(|dot| dot.red() < 100 && dot.green() < 100).count();
        assert!(dark > 1_000, "{name}: nothing is written in it");
    }
    i18n::set_lang(Lang::En);
}

#[test]
fn letters_that_cannot_be_drawn_are_named() {
    let mut figure = figures(&ops::demo::build(Lang::En).unwrap()).swap_remove(0).1;
    figure.table.title = "漢字 & <b>".into();
    let picture = picture(&figure);
    assert_eq!(write_picture(&picture, PictureFormat::Png).unwrap().1, "字漢");
    assert!(texts(&svg(&picture)).0.contains(&"漢字 & <b>".to_owned()));
}

#[test]
fn what_is_too_large_is_refused_with_a_way_out() {
    let picture = Picture { width: 1_000.0, height: 100_000.0, ..Picture::default() };
    let error = write_picture(&picture, PictureFormat::Png).unwrap_err();
    assert!(error.hint.as_deref().unwrap_or_default().contains(".svg"), "{error:?}");
    assert!(write_picture(&picture, PictureFormat::Svg).is_ok());
}

#[test]
fn a_picture_of_nothing_says_so() {
    i18n::set_lang(Lang::En);
    let project = ops::project::create_in_memory("AK").unwrap();
    let figures = [
        matrix::codes_documents(&project, &Scope::default(), Measure::Share, false).unwrap(),
        matrix::codes_codes(&project, &Scope::default(), Relation::Same, Figured::Dice).unwrap(),
        matrix::coverage(&project, &Scope::default()).unwrap(),
        matrix::codes_documents(
            &project,
            &Scope { codes: Codes { main: true, ..Codes::default() }, ..Scope::default() },
            Measure::Words,
            true,
        )
        .unwrap(),
    ];
    for figure in figures {
        let picture = picture(&figure);
        assert!(
            texts(&svg(&picture)).0.contains(&"There is nothing to draw.".to_owned()),
            "{}",
            figure.table.name
        );
        assert!(write_picture(&picture, PictureFormat::Png).is_ok());
    }
}

/// Shades differ by brightness alone, so that they are told apart without colours; what stands on them can be read.
#[test]
fn numbers_can_be_read_on_every_ground() {
    let mut before = f32::MAX;
    for step in 0..=20 {
        let ground = shaded(step as f32 / 20.0);
        assert!(ground.contrast(ground.ink()) >= 4.5, "{ground:?}");
        let light = ground.contrast(Color(0, 0, 0));
        assert!(light < before, "{ground:?} is not darker than the one before");
        before = light;
    }
    // The codes' colours are seen on white, whichever they are.
    for color in PALETTE.into_iter().chain(["#FFFFFF", "#FFFF00", "#000000"]) {
        assert!(Color::mark(color).contrast(Color::WHITE) >= 3.0, "{color}");
    }
}
