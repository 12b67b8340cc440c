//! The page: nothing from outside, nothing that runs but its own script, and what a reader does with it.

use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::{Application, apply};
use absatz::ops::edition::EditionQuery;
use absatz::ops::retrieve::{SegmentQuery, segments};
use absatz::store::{codes, documents};
use absatz::text::Span;
use serde_json::json;

use super::browser::Browser;
use super::{demo, file, made, page};
use crate::support::{self, Study};

/// Attributes of the page that could fetch something, with their values.
fn references(page: &str) -> Vec<String> {
    let attribute =
        regex::Regex::new(r#"(?i)\b(?:src|href|srcset|action|data|poster|background)\s*=\s*"([^"]*)""#)
            .unwrap();
    let markup = regex::Regex::new(r"(?s)<[a-zA-Z][^>]*>").unwrap();
    let tags = markup.find_iter(page).map(|tag| tag.as_str());
    tags.flat_map(|tag| attribute.captures_iter(tag).map(|found| found[1].to_owned()).collect::<Vec<_>>())
        .collect()
}

#[test]
fn the_page_refers_to_nothing_outside_itself() {
    let (_folder, project) = demo();
    let page = page(&made(&project, &EditionQuery::default()).edition);
    let found = references(&page);
    assert!(found.len() > 1000, "{}", found.len());
    assert!(
        found.iter().all(|one| one.starts_with('#')),
        "{:?}",
        found.iter().find(|one| !one.starts_with('#'))
    );
    for word in ["url(", "@import", "http:", "//", "fetch(", "XMLHttpRequest", "eval("] {
        let own: String = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap().to_owned();
        let script = page.rsplit("<script>").next().unwrap();
        let code: String = script.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        assert!(!own.contains(word) && !code.contains(word), "{word}");
    }
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
    // The same study at the same time gives the same bytes.
    assert_eq!(page, super::page(&made(&project, &EditionQuery::default()).edition));
}

/// Words that would be markup, script or a mess of directions if they were taken for more than words.
pub const HOSTILE: [&str; 6] = [
    "</script><script>window.hacked = 1</script>",
    "\"><img src=\"http://192.0.2.1/x.png\" onerror=\"window.hacked = 2\">",
    "' onmouseover='window.hacked = 3' x='",
    "<!-- <![CDATA[ &lt;b&gt; &amp; ]]> --> </style></textarea></title>",
    "\u{202E}gnirts a si siht\u{2066} \u{200F}ab\u{0301}c\u{200D}",
    "{{7*7}} ${7*7} \\u003cscript\\u003e %00 javascript:alert(1)",
];

pub fn hostile() -> Study {
    let mut study = Study::new();
    absatz::i18n::set_lang(absatz::i18n::Lang::En);
    let project = &mut study.project;
    let text = HOSTILE.map(|words| format!("B: {words}")).join("\n");
    let document = support::import(project, "A&<b>'%41 1", &text);
    let code = support::code(project, "' \" onmouseover=\"window.hacked = 4\" <script");
    let change = |value: &str| absatz::ops::documents::DocumentChange {
        group: Some(value.to_owned()),
        title: Some(value.to_owned()),
        ..Default::default()
    };
    ops::documents::change(project, document, &change(HOSTILE[1])).unwrap();
    let whole = documents::text(&project.read(), document).unwrap().len();
    let what = Application { codes: vec![code], weight: None, comment: HOSTILE[0].to_owned() };
    apply(project, document, Span::new(0, whole), &what).unwrap();
    ops::summaries::write(project, document, code, HOSTILE[0]).unwrap();
    study
}

pub fn everything() -> EditionQuery {
    EditionQuery { working: true, coders: true, times: true, comments: true, ..EditionQuery::default() }
}

#[test]
fn hostile_words_stay_words() {
    let study = hostile();
    let page = page(&made(&study.project, &everything()).edition);
    assert_eq!(page.matches("<script").count(), 1, "its own");
    assert_eq!(page.matches("</script").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    assert!(!page.contains("<img") && !page.contains("<!--") && !page.contains("<b>"));
    assert!(super::page(&made(&study.project, &everything()).edition).contains("&lt;/script&gt;"));
}

#[test]
fn hostile_words_stay_words_in_a_browser() {
    let Some(mut browser) = Browser::start(1200, 900) else { return };
    let study = hostile();
    let path = file(study.folder.path(), "hostile.html", &page(&made(&study.project, &everything()).edition));
    browser.open(&path, "");
    assert_eq!(browser.js("typeof window.hacked"), json!("undefined"));
    assert_eq!(browser.js("document.querySelectorAll('img, iframe, object, b, script').length"), json!(1));
    let shown = browser.js("Array.from(document.querySelectorAll('.para .text'), (one) => one.textContent)");
    assert_eq!(shown, json!(HOSTILE.map(|words| format!("B: {words}"))));
    // Each is in a box of its own, out of which no direction reaches.
    assert_eq!(
        browser.js("Array.from(document.querySelectorAll('.para .text')).every((one) => one.dir === 'auto')"),
        json!(true)
    );
    browser.click("[data-view=segments]");
    browser.until("document.querySelectorAll('.seg').length === 1");
    browser.click(".seg .cite");
    browser.until("document.querySelector('.para.here') !== null");
    assert_eq!(browser.js("document.querySelector('.para.here .num').textContent"), json!("1"));
    assert_eq!(browser.js("typeof window.hacked"), json!("undefined"));
    assert_eq!(browser.complaints(&path), [""; 0]);
}

#[test]
fn a_reader_searches_filters_and_follows_a_citation() {
    let Some(mut browser) = Browser::start(1300, 900) else { return };
    let (folder, project) = demo();
    let edition = made(&project, &EditionQuery::default()).edition;
    let path = file(folder.path(), "study.html", &page(&edition));
    browser.open(&path, "");

    // Search: as many paragraphs as hold the word, and only these.
    let numbered =
        || edition.documents.iter().flat_map(|one| &one.paragraphs).filter(|one| one.number.is_some());
    let text = |one: &absatz::model::edition::EditionParagraph| {
        one.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>().to_lowercase()
    };
    let all = numbered().count();
    assert_eq!(
        browser.text("document.querySelector('#found').textContent"),
        format!("{all} of {all} paragraphs")
    );
    let hits = numbered().filter(|one| text(one).contains("zuständig")).count();
    assert!(hits > 3, "{hits}");
    browser.type_in("#query", "ZUSTANDIG");
    browser.until(&format!("document.querySelector('#found').textContent === '{hits} of {all} paragraphs'"));
    let shown = browser
        .js("Array.from(document.querySelectorAll('.para')).filter((one) => one.checkVisibility())
           .map((one) => one.textContent.toLowerCase().includes('zuständig'))");
    assert_eq!(shown, json!(vec![true; hits]));
    assert_eq!(browser.js("CSS.highlights.get('found').size >= 1"), json!(true));

    // Filters: the segments of a code with what is below it, in one group.
    browser.click("#clear");
    browser.click("[data-view=segments]");
    let found = segments(&project, &SegmentQuery::default()).unwrap().segments;
    browser.until(&format!(
        "document.querySelector('#found').textContent === '{0} of {0} segments'",
        found.len()
    ));
    let reader = project.read();
    let tree = codes::tree(&reader).unwrap();
    let legal = tree.find("Obstacles/Legal").unwrap();
    let below: Vec<CodeId> = tree.subtree(legal.code.id).iter().map(|node| node.code.id).collect();
    browser.click(&format!("[data-code-box='{}']", tree.index(legal.code.id).unwrap()));
    let group = |one: &&absatz::model::codings::Segment| one.group.as_deref() == Some("Land");
    let of_code: Vec<_> = found.iter().filter(|one| below.contains(&one.coding.code)).collect();
    browser.until(&format!(
        "document.querySelector('#found').textContent === '{} of {} segments'",
        of_code.len(),
        found.len()
    ));
    let land = edition.documents.iter().position(|one| one.group.as_deref() == Some("Land")).unwrap();
    let box_of_land =
        browser.text(&format!("document.querySelector('[data-document=\"{land}\"]').dataset.of"));
    browser.click(&format!("[data-group='{box_of_land}']"));
    let wanted: Vec<_> = of_code.iter().copied().filter(group).collect();
    browser.until(&format!(
        "document.querySelector('#found').textContent === '{} of {} segments'",
        wanted.len(),
        found.len()
    ));
    let listed = browser.js(
        "Array.from(document.querySelectorAll('.seg'), (one) => [one.querySelector('.cite').textContent,
           one.querySelector('.code').textContent.trim(), one.querySelector('blockquote').textContent.replace(/\\s+/g, ' ')])",
    );
    let expected: Vec<_> =
        wanted.iter().map(|one| json!([one.citation, one.code, super::words(&one.text)])).collect();
    assert_eq!(listed, json!(expected));

    // A citation leads to its paragraph, with the words marked; going back finds the list as it was.
    let last = wanted.len();
    browser.click(&format!(".seg:nth-child({last}) .cite"));
    let segment = wanted.last().unwrap();
    browser.until(&format!(
        "document.querySelector('.para.here')?.id === '{}:{}'",
        segment.label, segment.paragraphs.0
    ));
    browser.until(
        "(() => { const box = document.querySelector('.para.here').getBoundingClientRect();
           return box.top >= 0 && box.top < innerHeight; })()",
    );
    assert_eq!(
        browser.text("decodeURIComponent(location.hash)"),
        format!("#{}:{}", segment.label, segment.paragraphs.0)
    );
    assert_eq!(
        super::words(
            &browser
                .text("Array.from(document.querySelectorAll('.k.over'), (one) => one.textContent).join(' ')")
        ),
        super::words(&segment.text)
    );
    browser.js("history.back()");
    browser.until(&format!("document.querySelectorAll('.seg').length === {last}"));
    assert_eq!(
        browser.text("document.querySelector('#found').textContent"),
        format!("{last} of {} segments", found.len())
    );

    // A place that is typed is gone to, whatever was filtered.
    browser.type_in("#query", "IP 3: 36");
    browser.enter();
    browser.until("document.querySelector('.para.here')?.id === '3:36'");
    assert_eq!(browser.complaints(&path), [""; 0]);
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let Some(mut browser) = Browser::start(500, 900) else { return };
    let (folder, project) = demo();
    let path = file(folder.path(), "study.html", &page(&made(&project, &everything()).edition));
    browser.open(&path, "#code-3");
    assert_eq!(browser.js("document.querySelector('#codes').checkVisibility()"), json!(true));
    let dead = browser.js(
        "Array.from(document.querySelectorAll('a[href]'), (one) => decodeURIComponent(one.getAttribute('href').slice(1)))
           .filter((id) => !document.getElementById(id))",
    );
    assert_eq!(dead, json!([]));
    let twice = browser
        .js("(() => { const ids = Array.from(document.querySelectorAll('[id]'), (one) => one.id);
           return ids.filter((id, at) => ids.indexOf(id) !== at); })()");
    assert_eq!(twice, json!([]));
    // On a narrow screen nothing is wider than the screen.
    for view in ["transcripts", "segments", "codes", "grid", "about"] {
        browser.click(&format!("[data-view={view}]"));
        assert_eq!(browser.js("document.documentElement.scrollWidth <= innerWidth"), json!(true), "{view}");
    }
    assert_eq!(browser.complaints(&path), [""; 0]);
}

/// A study of 29 interviews of 150 paragraphs with 6,000 codings.
fn large() -> (Study, Vec<DocumentId>) {
    let mut study = Study::new();
    let project = &mut study.project;
    let codes: Vec<CodeId> =
        (0..60).map(|n| support::code(project, &format!("Main {}/Code {n}", n % 8))).collect();
    let mut all = Vec::new();
    let sentence = "Das ist ein Satz, wie er in einem Interview steht, und er ist nicht kurz. ";
    for label in 1..=29 {
        let lines: Vec<String> =
            (1..=150).map(|n| format!("B: Absatz {n}. {}", sentence.repeat(4))).collect();
        all.push(support::import(project, &label.to_string(), &lines.join("\n")));
    }
    let mut seed = 1u32;
    let mut applications = Vec::new();
    for (nth, document) in all.iter().enumerate() {
        for n in 0..207u32 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let start = (seed >> 8) % 45_000;
            let code = codes[(n as usize * 7 + nth) % codes.len()];
            applications.push((*document, Span::new(start, start + 200), code));
        }
    }
    for (document, span, code) in applications {
        let what = Application { codes: vec![code], ..Application::default() };
        apply(project, document, span, &what).unwrap();
    }
    (study, all)
}

#[test]
#[ignore = "a measurement: cargo test --test it edition::page::large -- --ignored --nocapture"]
fn large_studies_answer_at_once() {
    let (study, _) = large();
    let since = std::time::Instant::now();
    let edition = made(&study.project, &EditionQuery::default()).edition;
    let codings: usize = edition.documents.iter().map(|one| one.codings.len()).sum();
    let page = page(&edition);
    println!("{codings} codings, {} KB, made in {:?}", page.len() / 1024, since.elapsed());
    let path = file(study.folder.path(), "large.html", &page);
    let Some(mut browser) = Browser::start(1300, 900) else { return };
    let since = std::time::Instant::now();
    browser.open(&path, "");
    println!("opened in {:?}", since.elapsed());
    for (what, script) in [
        (
            "search",
            "document.querySelector('#query').value = 'absatz 77'; document.querySelector('#search').requestSubmit()",
        ),
        ("clear", "document.querySelector('#clear').click()"),
        ("segments", "document.querySelector('[data-view=segments]').click()"),
        (
            "search in segments",
            "document.querySelector('#query').value = 'nicht kurz'; document.querySelector('#search').requestSubmit()",
        ),
        ("codes", "document.querySelector('[data-view=codes]').click()"),
        ("grid", "document.querySelector('[data-view=grid]').click()"),
        ("a code", "document.querySelector('[data-code-box=\"3\"]').click()"),
        ("transcripts", "document.querySelector('[data-view=transcripts]').click()"),
    ] {
        let took = browser.js(&format!(
            "(async () => {{ const since = performance.now(); {script};
               await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
               return performance.now() - since; }})()"
        ));
        println!("{what}: {took} ms");
    }
}
