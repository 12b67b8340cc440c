//! What scenes are played on: studies made once and copied, scripts, and questions to screen and file.

use std::sync::OnceLock;

use absatz::i18n::{self, Lang};
use absatz::model::coders::Status;
use absatz::ops;
use absatz::ops::codings::Application;
use absatz::store::{Project, codes, codings, documents};
use absatz::tui::command::Command;
use absatz::tui::keys;
use absatz::tui::model::overlay::MenuKind;
use absatz::tui::model::table::Report;
use absatz::tui::model::{Main, Model, Overlay, Reading, Select};
use absatz::tui::testing::Bench;

use crate::support::{quick_folder, raw};

/// Which study a scene begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing in it.
    Empty,
    /// Two short transcripts and four codes, nothing coded.
    Small,
    /// The shipped study.
    Demo,
    /// The small one, coded by AK and MB, who see each other's work.
    Team,
    /// The small one, of whose first interview four coders think differently.
    Four,
    /// The small one, with a text that was not saved.
    Draft,
    /// That of the lesson.
    Lesson,
}

impl Kind {
    pub const ALL: [Kind; 7] =
        [Kind::Empty, Kind::Small, Kind::Demo, Kind::Team, Kind::Four, Kind::Draft, Kind::Lesson];

    /// The bytes of its file.
    fn file(self) -> &'static [u8] {
        static FILES: [OnceLock<Vec<u8>>; 7] = [const { OnceLock::new() }; 7];
        FILES[self as usize].get_or_init(|| {
            let folder = quick_folder();
            let path = folder.path().join("study.absatz");
            self.make().backup(&path).unwrap();
            std::fs::read(&path).unwrap()
        })
    }

    fn make(self) -> Project {
        use super::super::small_project;
        i18n::set_lang(Lang::En);
        match self {
            Kind::Empty => ops::project::create_in_memory("AK").unwrap(),
            Kind::Small => small_project(),
            Kind::Demo => ops::demo::build(Lang::En).unwrap(),
            Kind::Team => coded(&[
                ("AK", "1", "Law", "Mostly the law"),
                ("MB", "1", "People", "Mostly the law"),
                ("AK", "1", "People", "a lack of people"),
                ("MB", "1", "People", "lack of people"),
                ("AK", "1", "Money", "Money is there."),
                ("MB", "1", "Money", "Money is there."),
                ("MB", "2", "Money", "With a portal."),
            ]),
            Kind::Four => coded(&[
                ("AK", "1", "Law", "Mostly the law"),
                ("MB", "1", "People", "Mostly the law"),
                ("CM", "1", "Money", "Mostly the law"),
                ("DS", "1", "Obstacles", "Mostly the law"),
            ]),
            Kind::Draft => {
                let mut bench = Bench::open(small_project(), 100, 30, Lang::En);
                bench.keys("3jmhalf a thought").wait(1_000);
                let folder = quick_folder();
                let path = folder.path().join("study.absatz");
                bench.project().backup(&path).unwrap();
                let kept = absatz::store::drafts::list(&bench.project().read()).unwrap();
                let mut project = small_project();
                ops::drafts::keep(&mut project, &kept[0].field, &kept[0].text).unwrap();
                project
            }
            Kind::Lesson => {
                let folder = quick_folder();
                let path = folder.path().join("lesson.absatz");
                ops::tutor::create(&path, Lang::En, "AK").unwrap();
                Project::open(&path, None).unwrap()
            }
        }
    }
}

/// The small study, coded as said; everyone has declared both interviews done and all is released.
fn coded(work: &[(&str, &str, &str, &str)]) -> Project {
    let mut project = super::super::small_project();
    let mut names: Vec<&str> = work.iter().map(|(coder, ..)| *coder).collect();
    names.sort_unstable();
    names.dedup();
    for name in names.iter().filter(|name| **name != "AK") {
        ops::coders::add(&mut project, name).unwrap();
    }
    let both = documents::list(&project.read()).unwrap();
    for name in names.iter().rev() {
        let coder = absatz::store::coders::by_name(&project.read(), name).unwrap().id;
        project.sign_in(coder).unwrap();
        for (_, label, path, words) in work.iter().filter(|(coder, ..)| coder == name) {
            let reader = project.read();
            let id = documents::by_label(&reader, label).unwrap().id;
            let text = documents::text(&reader, id).unwrap();
            let byte = text.as_str().find(words).unwrap();
            let codes = vec![codes::tree(&reader).unwrap().find(path).unwrap().code.id];
            let what = Application { codes, ..Application::default() };
            ops::codings::apply(&mut project, id, text.span(byte..byte + words.len()), &what).unwrap();
        }
        for document in &both {
            ops::coders::set_status(&mut project, document.id, Status::Done).unwrap();
        }
    }
    ops::project::set_released(&mut project, true).unwrap();
    project
}

/// Files that scripts name as `{folder}/NAME`.
const FILES: &[(&str, &str)] = &[
    ("IP10.txt", "I: And?\nB: It was long.\n"),
    ("again.txt", "I: What stands in the way?\nB: Only the law.\nI: And money?\nB: Money is there.\n"),
    ("guide.txt", "What about money?\n"),
    ("list.txt", "Obstacles > Time\n"),
    ("names.csv", "name,replacement\nMiller,[A]\nSmith,[B]\n"),
    ("values.csv", "label;size\n1;7\n2;9\n"),
    ("report.md", REPORT),
    ("sound.mp3", "sound"),
];
const REPORT: &str = "One says: “Mostly the laws” (IP 1: 2). And (IP 9: 3).\n";

/// A scene: a study, keys before the command, keys after it, and what holds then.
pub struct Scene {
    pub study: Kind,
    pub before: String,
    pub after: String,
    pub check: fn(&Stage) -> bool,
}

pub fn scene(study: Kind, before: &str, after: &str, check: fn(&Stage) -> bool) -> Scene {
    Scene { study, before: before.to_owned(), after: after.to_owned(), check }
}

/// What was so before the command.
#[derive(Default)]
pub struct Was {
    pub screen: String,
    pub at: usize,
    pub top: (usize, usize),
    pub head: u32,
    pub list: usize,
    pub sizes: (u16, u16, u16),
    /// The share of the left of two transcripts.
    pub left: u16,
    pub dark: bool,
}

pub struct Stage {
    pub bench: Bench,
    pub folder: tempfile::TempDir,
    pub was: Was,
    lang: Lang,
}

impl Stage {
    pub fn open(kind: Kind, lang: Lang) -> Stage {
        let folder = quick_folder();
        let path = folder.path().join("study.absatz");
        std::fs::write(&path, kind.file()).unwrap();
        for (name, text) in FILES {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        i18n::set_lang(lang);
        let bench = Bench::open(Project::open(&path, Some("AK")).unwrap(), 120, 40, lang);
        Stage { bench, folder, was: Was::default(), lang }
    }

    /// Presses keys. In braces: `{folder}`, what a person does beside the workbench (`{mend}` the report, `{apart}` the
    /// work in a package), or the name of a command that is called from the palette.
    pub fn play(&mut self, script: &str) {
        let mut rest = script;
        while let Some((keys, more)) = rest.split_once('{') {
            self.bench.keys(keys);
            let (name, more) = more.split_once('}').unwrap();
            match name {
                "folder" => drop(self.bench.paste(&self.folder.path().display().to_string())),
                "mend" => {
                    let mended = REPORT.replace("(IP 9: 3)", "(IP 2: 2)");
                    std::fs::write(self.folder.path().join("report.md"), mended).unwrap();
                }
                "apart" => {
                    let mut there = Project::open(&self.folder.path().join("mb.absatz"), None).unwrap();
                    ops::codes::add(&mut there, "From elsewhere", None).unwrap();
                }
                name => {
                    let command = Command::from_name(name).unwrap_or_else(|| panic!("no command {name}"));
                    self.palette(command);
                }
            }
            rest = more;
        }
        self.bench.keys(rest);
    }

    /// The command by its words.
    pub fn palette(&mut self, command: Command) {
        self.bench.keys(":").paste(&command.words()).keys("<enter>");
    }

    /// The command by its key; from the palette where it has none anywhere. Whether it could be called so.
    pub fn press(&mut self, command: Command) -> bool {
        let model = &self.bench.model;
        match model.keymap.first_key(command, &model.contexts()) {
            Some(found) => drop(self.bench.keys(&keys::written(&found))),
            None if command.spec().keys.is_empty() => self.palette(command),
            None => return false,
        }
        true
    }

    /// Notes what is so before the command.
    pub fn note(&mut self) {
        let model = &self.bench.model;
        let top = model.reading.as_ref().map(|reading| (reading.top.paragraph, reading.top.row));
        let sizes = model.sizes;
        self.was = Was {
            screen: self.screen(),
            at: self.at(),
            top: top.unwrap_or_default(),
            head: self.head(),
            list: model.listing.len(),
            sizes: (sizes.side, sizes.text, sizes.split),
            left: sizes.left,
            dark: model.theme.ground == absatz::tui::theme::Ground::Dark,
        };
    }

    pub fn screen(&self) -> String {
        self.bench.screen()
    }
    pub fn shows(&self, words: &str) -> bool {
        self.screen().contains(words)
    }
    pub fn model(&self) -> &Model {
        &self.bench.model
    }
    pub fn lang(&self) -> Lang {
        self.lang
    }
    pub fn main(&self) -> Main {
        self.bench.model.main
    }
    /// The current paragraph of the transcript, from 0.
    pub fn at(&self) -> usize {
        self.bench.model.reading.as_ref().map_or(usize::MAX, |reading| reading.at)
    }
    pub fn top(&self) -> (usize, usize) {
        let top = self.bench.model.reading.as_ref().map(|reading| reading.top);
        top.map_or((0, 0), |top| (top.paragraph, top.row))
    }
    /// The labels of what is open left and right.
    pub fn halves(&self) -> (String, String) {
        let label = |reading: Option<&Reading>| {
            let document = reading.and_then(|reading| self.bench.model.study.document(reading.document));
            document.map(|document| document.label.clone()).unwrap_or_default()
        };
        let (left, right) = self.bench.model.left_and_right();
        (label(left), label(right))
    }
    pub fn label(&self) -> String {
        let reading = self.bench.model.reading.as_ref();
        let document = reading.and_then(|reading| self.bench.model.study.document(reading.document));
        document.map(|document| document.label.clone()).unwrap_or_default()
    }
    pub fn select(&self) -> Select {
        self.bench.model.reading.as_ref().map(|reading| reading.select).unwrap_or_default()
    }
    /// The moving end of selected letters.
    pub fn head(&self) -> u32 {
        match self.select() {
            Select::Letters { head, .. } => head.0,
            _ => 0,
        }
    }
    pub fn cell(&self) -> (usize, usize) {
        (self.bench.model.grid.rows.at, self.bench.model.grid.columns.at)
    }
    pub fn overlay(&self) -> Option<&Overlay> {
        self.bench.model.overlays.last()
    }
    pub fn is_page(&self) -> bool {
        matches!(self.overlay(), Some(Overlay::Page(_)))
    }
    pub fn menu(&self) -> Option<&MenuKind> {
        match self.overlay() {
            Some(Overlay::Menu(menu)) => Some(&menu.kind),
            _ => None,
        }
    }
    /// The table that is shown.
    pub fn report(&self) -> Option<&Report> {
        self.bench.model.table.report.as_ref().filter(|_| self.main() == Main::Table)
    }
    pub fn copied(&self) -> &str {
        self.bench.copied.last().map_or("", String::as_str)
    }
    pub fn written(&self, file: &str) -> bool {
        self.folder.path().join(file).is_file()
    }

    /// What the file says: the first column of all rows, with commas.
    pub fn sql(&self, query: &str) -> String {
        let raw = raw(self.bench.project().path());
        let mut statement = raw.prepare(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        let value = |row: &rusqlite::Row<'_>| {
            Ok(match row.get_ref(0)? {
                rusqlite::types::ValueRef::Null => "–".to_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                other => other.as_str().unwrap_or_default().to_owned(),
            })
        };
        let rows = statement.query_map([], value).unwrap();
        rows.map(|row| row.unwrap()).collect::<Vec<_>>().join(",")
    }
    pub fn count(&self, table: &str) -> usize {
        self.sql(&format!("SELECT count(*) FROM {table}")).parse().unwrap()
    }
    /// Codings of interview 1, as `Code: words`.
    pub fn coded(&self) -> Vec<String> {
        super::super::coded(&self.bench, "1")
    }
    /// Those of the consensus.
    pub fn agreed(&self) -> Vec<String> {
        let reader = self.bench.project().read();
        let Some(consensus) = ops::consolidation::consensus(&reader).unwrap() else { return Vec::new() };
        let tree = codes::tree(&reader).unwrap();
        let all = codings::all(&reader).unwrap().into_iter().filter(|one| one.coder == consensus.id);
        let words = |one: &absatz::model::codings::Coding| {
            let text = documents::text(&reader, one.document).unwrap();
            format!("{}: {}", tree.path(one.code), text.slice(one.span))
        };
        all.map(|one| words(&one)).collect()
    }
    pub fn tree(&self) -> Vec<String> {
        let tree = codes::tree(&self.bench.project().read()).unwrap();
        tree.nodes().iter().map(|node| node.path.clone()).collect()
    }
    pub fn text(&self) -> String {
        let reader = self.bench.project().read();
        let id = documents::by_label(&reader, "1").unwrap().id;
        documents::text(&reader, id).unwrap().as_str().to_owned()
    }
}
