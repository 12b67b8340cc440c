//! Working apart: what is in a package, what comes back, what collides.

mod foreign;
mod judged;
mod random;
mod together;

use std::path::PathBuf;

use absatz::error::{Kind, Result};
use absatz::model::coders::Status;
use absatz::model::codes::Guide;
use absatz::model::memos::MemoOn;
use absatz::model::names::{Name, Names};
use absatz::model::packages::{Clash, Happened, MergeReport, Take};
use absatz::model::{CodeId, DocumentId};
use absatz::ops;
use absatz::ops::codings::{Application, CodingChange};
use absatz::ops::merge::{self, Decisions};
use absatz::ops::share::{self, Wanted};
use absatz::progress::Progress;
use absatz::store::{Project, codes, codings, documents, memos, summaries};
use absatz::text::Span;

use crate::support::{Study, code, import, raw, snapshot};

const TEXT: &str =
    "I: Und dann?\nB: Da kam der Erlass, und alle warteten.\nI: Lange?\nB: Sehr lange, bis zum Herbst.";

/// AK at home, MB apart: a study with two interviews and three codes, and MB's package.
struct Apart {
    study: Study,
    package: PathBuf,
}

impl Apart {
    fn new() -> Apart {
        let mut study = Study::new();
        import(&mut study.project, "1", TEXT);
        import(&mut study.project, "2", "B: Geld ist da.\nB: Zeit nicht.");
        for path in ["Hürden/Recht", "Hürden/Geld", "Warten"] {
            code(&mut study.project, path);
        }
        let package = study.folder.path().join("mb.absatz");
        Apart { study, package }
    }
    fn share(&mut self) {
        let mb = self.study.mb;
        let wanted = Wanted { file: self.package.clone(), ..Wanted::default() };
        share::share(&mut self.study.project, mb, &wanted, &Progress::new()).unwrap();
    }
    /// MB at work in the package.
    fn apart(&self) -> Project {
        Project::open(&self.package, None).unwrap()
    }
    fn merge_with(&mut self, decisions: &Decisions) -> Result<MergeReport> {
        let incoming = merge::open(&self.study.project, &self.package, None)?;
        Ok(merge::merge(&mut self.study.project, &incoming, decisions, &Progress::new())?.value)
    }
    fn merge(&mut self) -> MergeReport {
        self.merge_with(&Decisions::default()).unwrap()
    }
    fn plan(&mut self) -> MergeReport {
        self.study.project.set_dry_run(true);
        let report = self.merge_with(&Decisions::default());
        self.study.project.set_dry_run(false);
        report.unwrap()
    }
    fn take(&mut self, take: Take) -> MergeReport {
        self.merge_with(&Decisions { all: Some(take), ..Decisions::default() }).unwrap()
    }
    /// Whether merging once more changes nothing.
    fn is_settled(&mut self) -> bool {
        let incoming = merge::open(&self.study.project, &self.package, None).unwrap();
        let done = merge::merge(&mut self.study.project, &incoming, &Decisions::default(), &Progress::new())
            .unwrap();
        done.changed.is_empty() && done.value.is_empty()
    }
    /// MB's codings at home, in words.
    fn coded(&self) -> Vec<String> {
        coded(&self.study.project, "MB")
    }
}

/// A coder's codings in words: `1 Hürden/Recht: Da kam der Erlass`.
pub fn coded(project: &Project, coder: &str) -> Vec<String> {
    let raw = raw(project.path());
    let tree = codes::tree(&project.read()).unwrap();
    let mut statement = raw
        .prepare(
            "SELECT document.label, coding.code, substr(text_version.text, start_pos + 1, end_pos - start_pos),
                    coalesce(weight, ''), comment
             FROM coding JOIN document ON document.id = coding.document
             JOIN text_version ON text_version.sha256 = document.text
             JOIN coder ON coder.id = coding.coder WHERE coder.name = ?1 ORDER BY document.label, start_pos, coding.code",
        )
        .unwrap();
    let rows = statement.query_map([coder], |row| {
        let words: String = row.get(2)?;
        let (weight, comment) = (row.get::<_, rusqlite::types::Value>(3)?, row.get::<_, String>(4)?);
        let weight = match weight {
            rusqlite::types::Value::Integer(weight) => format!(" {weight}"),
            _ => String::new(),
        };
        let path = tree.path(CodeId(row.get(1)?)).to_owned();
        Ok(format!(
            "{} {path}: {words}{weight}{}",
            row.get::<_, String>(0)?,
            if comment.is_empty() { comment } else { format!(" [{comment}]") }
        ))
    });
    let mut all: Vec<String> = rows.unwrap().map(|row| row.unwrap()).collect();
    all.sort();
    all
}

fn document(project: &Project, label: &str) -> DocumentId {
    documents::by_label(&project.read(), label).unwrap().id
}

fn code_id(project: &Project, path: &str) -> CodeId {
    codes::tree(&project.read()).unwrap().find(path).unwrap().code.id
}

/// Codes the first place where these words stand.
pub fn apply(project: &mut Project, label: &str, words: &str, path: &str, comment: &str) {
    let id = document(project, label);
    let text = documents::text(&project.read(), id).unwrap();
    let at = text.as_str().find(words).unwrap_or_else(|| panic!("{words} in {label}"));
    let span = text.span(at..at + words.len());
    let code = code_id(project, path);
    let what = Application { codes: vec![code], comment: comment.to_owned(), ..Application::default() };
    ops::codings::apply(project, id, span, &what).unwrap();
}

fn edit(project: &mut Project, label: &str, old: &str, new: &str) {
    let id = document(project, label);
    let text = documents::text(&project.read(), id).unwrap().as_str().replace(old, new);
    let correction = ops::edits::Correction { text: &text, ..Default::default() };
    ops::edits::edit(project, id, &correction).unwrap();
}

#[test]
fn work_comes_back_once() {
    let mut apart = Apart::new();
    apart.share();
    let mut there = apart.apart();
    apply(&mut there, "1", "der Erlass", "Recht", "auf den Punkt");
    code(&mut there, "Hürden/Neues");
    apply(&mut there, "2", "Zeit nicht.", "Neues", "");
    let (one, recht) = (document(&there, "1"), code_id(&there, "Recht"));
    ops::summaries::write(&mut there, one, recht, "Ein Erlass.").unwrap();
    ops::memos::write(&mut there, None, MemoOn::Document(one), "Idee", "Warten als Muster").unwrap();
    ops::coders::set_status(&mut there, one, Status::Done).unwrap();
    ops::paraphrases::write(&mut there, one, Span::new(14, 30), "kam ein Erlass").unwrap();
    let guide = Guide { definition: "Was das Recht verlangt".into(), ..Guide::default() };
    ops::codes::define(&mut there, recht, &guide).unwrap();
    drop(there);

    let before = snapshot(&apart.study.raw());
    let report = apart.merge();
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    let count = |table, happened| report.counts.get(&(table, happened)).copied().unwrap_or(0);
    for (table, happened, expected) in [
        ("coding", Happened::Added, 2),
        ("code", Happened::Added, 1),
        ("code", Happened::Changed, 1),
        ("summary", Happened::Added, 1),
        ("memo", Happened::Added, 1),
        ("paraphrase", Happened::Added, 1),
        ("work", Happened::Added, 1),
    ] {
        assert_eq!(count(table, happened), expected, "{table} {happened:?}: {:?}", report.counts);
    }
    assert_eq!(apart.coded(), ["1 Hürden/Recht: der Erlass [auf den Punkt]", "2 Hürden/Neues: Zeit nicht."]);
    assert!(apart.is_settled());
    // One undo takes all of it back, what is known of the package included; a redo brings it again.
    let after = snapshot(&apart.study.raw());
    ops::history::undo(&mut apart.study.project).unwrap();
    assert_eq!(snapshot(&apart.study.raw()), before);
    ops::history::redo(&mut apart.study.project).unwrap();
    assert_eq!(snapshot(&apart.study.raw()), after);
    assert!(apart.is_settled());
}

#[test]
fn a_coder_goes_on_in_the_same_package() {
    let mut apart = Apart::new();
    apart.share();
    let mut there = apart.apart();
    apply(&mut there, "1", "der Erlass", "Recht", "erst so");
    apart.merge();
    let coding = codings::all(&there.read()).unwrap()[0].clone();
    let change = CodingChange { comment: Some("dann anders".into()), ..CodingChange::default() };
    ops::codings::change(&mut there, coding.id, &change).unwrap();
    ops::codings::resize(&mut there, coding.id, Span::new(coding.span.start.0, coding.span.end.0 + 14))
        .unwrap();
    apply(&mut there, "1", "Sehr lange", "Warten", "");
    drop(there);
    let report = apart.merge();
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(
        apart.coded(),
        ["1 Hürden/Recht: der Erlass, und alle war [dann anders]", "1 Warten: Sehr lange"]
    );
    assert!(apart.is_settled());
    let mut there = apart.apart();
    let of = code_id(&there, "Warten");
    let one = document(&there, "1");
    ops::codings::remove(&mut there, one, Span::new(0, 200), &[of]).unwrap();
    drop(there);
    apart.merge();
    assert_eq!(apart.coded(), ["1 Hürden/Recht: der Erlass, und alle war [dann anders]"]);
    assert!(apart.is_settled());
}

/// What two people write into one cell is decided and never overwritten; and never asked about again.
#[test]
fn two_texts_for_one_thing_are_decided() {
    for (take, expected) in [
        (Take::Ours, "hier geschrieben"),
        (Take::Theirs, "dort geschrieben"),
        (Take::Both, "hier geschrieben\n\ndort geschrieben"),
    ] {
        let mut apart = Apart::new();
        apart.share();
        let mut there = apart.apart();
        let (one, recht) = (document(&there, "1"), code_id(&there, "Recht"));
        ops::summaries::write(&mut there, one, recht, "dort geschrieben").unwrap();
        drop(there);
        let mb = apart.study.mb;
        apart.study.sign_in(mb);
        let home = &mut apart.study.project;
        let (one, recht) = (document(home, "1"), code_id(home, "Recht"));
        ops::summaries::write(home, one, recht, "hier geschrieben").unwrap();

        let plan = apart.plan();
        assert_eq!(plan.undecided(), 1);
        let conflict = &plan.conflicts[0];
        assert_eq!(
            (conflict.clash, conflict.table, conflict.unit.as_str()),
            (Clash::Changed, "summary", "text")
        );
        assert_eq!(
            (conflict.ours.as_str(), conflict.theirs.as_str()),
            ("hier geschrieben", "dort geschrieben")
        );
        assert!(conflict.title.contains("Hürden/Recht"), "{}", conflict.title);
        // Undecided, nothing is written.
        let before = snapshot(&apart.study.raw());
        let error = apart.merge_with(&Decisions::default()).unwrap_err();
        assert_eq!(error.kind, Kind::Refused);
        assert_eq!(snapshot(&apart.study.raw()), before);

        let single = [(conflict.id.clone(), take)].into_iter().collect();
        apart.merge_with(&Decisions { single, ..Decisions::default() }).unwrap();
        let all = summaries::list(&apart.study.project.read()).unwrap();
        assert_eq!(all.iter().map(|summary| summary.text.as_str()).collect::<Vec<_>>(), [expected]);
        assert!(apart.is_settled(), "{take:?}");
    }
}

#[test]
fn codes_that_were_changed_on_both_sides() {
    let mut apart = Apart::new();
    apart.share();
    let mut there = apart.apart();
    let recht = code_id(&there, "Recht");
    ops::codes::rename(&mut there, recht, "Gesetz").unwrap();
    let warten = code_id(&there, "Warten");
    let huerden = code_id(&there, "Hürden");
    ops::codes::move_to(&mut there, warten, Some(huerden), None).unwrap();
    apply(&mut there, "1", "der Erlass", "Gesetz", "");
    drop(there);
    let home = &mut apart.study.project;
    let recht = code_id(home, "Recht");
    ops::codes::rename(home, recht, "Normen").unwrap();
    let geld = code_id(home, "Geld");
    ops::codes::rename(home, geld, "Warten").unwrap();

    let plan = apart.plan();
    let clashes: Vec<(Clash, &str)> = plan.conflicts.iter().map(|c| (c.clash, c.unit.as_str())).collect();
    assert_eq!(clashes, [(Clash::Changed, "name")], "{:?}", plan.conflicts);
    apart.take(Take::Theirs);
    let tree = codes::tree(&apart.study.project.read()).unwrap();
    let mut paths: Vec<&str> = tree.nodes().iter().map(|node| node.path.as_str()).collect();
    paths.sort_unstable();
    // Two codes of one name under one parent cannot be: the one that came gets a number, and it is said.
    assert_eq!(paths, ["Hürden", "Hürden/Gesetz", "Hürden/Warten", "Hürden/Warten 2"]);
    assert_eq!(apart.coded(), ["1 Hürden/Gesetz: der Erlass"]);
    assert!(apart.is_settled());
}

#[test]
fn a_code_that_went_here_and_was_used_there() {
    for (take, expected) in
        [(Take::Ours, vec![]), (Take::Theirs, vec!["1 Warten: alle warteten", "1 Warten: bis zum Herbst"])]
    {
        let mut apart = Apart::new();
        // MB has coded with it before the cut: that goes with the code, and comes back with it.
        let mb = apart.study.mb;
        apart.study.sign_in(mb);
        apply(&mut apart.study.project, "1", "bis zum Herbst", "Warten", "");
        apart.share();
        let mut there = apart.apart();
        apply(&mut there, "1", "alle warteten", "Warten", "");
        drop(there);
        let ak = apart.study.ak;
        apart.study.sign_in(ak);
        let home = &mut apart.study.project;
        let warten = code_id(home, "Warten");
        ops::codes::remove(home, warten).unwrap();
        let plan = apart.plan();
        assert_eq!(plan.conflicts.len(), 1, "one question, not one a segment: {:?}", plan.conflicts);
        assert_eq!(plan.conflicts[0].clash, Clash::GoneHere);
        apart.take(take);
        assert_eq!(apart.coded(), expected, "{take:?}");
        assert!(apart.is_settled(), "{take:?}");
    }
}

#[test]
fn a_code_that_went_there_and_is_used_here() {
    for take in [Take::Ours, Take::Theirs] {
        let mut apart = Apart::new();
        apply(&mut apart.study.project, "1", "Sehr lange", "Warten", "");
        apart.share();
        let mut there = apart.apart();
        let warten = code_id(&there, "Warten");
        let geld = code_id(&there, "Geld");
        ops::codes::merge(&mut there, warten, geld).unwrap();
        drop(there);
        let plan = apart.plan();
        assert_eq!(plan.conflicts.len(), 1, "{:?}", plan.conflicts);
        assert_eq!(plan.conflicts[0].clash, Clash::GoneThere);
        apart.take(take);
        let expected = if take == Take::Ours { "1 Warten: Sehr lange" } else { "1 Hürden/Geld: Sehr lange" };
        assert_eq!(coded(&apart.study.project, "AK"), [expected]);
        assert!(apart.is_settled());
    }
}

/// A code that is merged here while it is used there: what comes goes where the code went.
#[test]
fn what_comes_follows_a_code_that_was_merged_here() {
    let mut apart = Apart::new();
    apart.share();
    let mut there = apart.apart();
    apply(&mut there, "1", "alle warteten", "Warten", "");
    drop(there);
    let home = &mut apart.study.project;
    let (warten, recht) = (code_id(home, "Warten"), code_id(home, "Recht"));
    ops::codes::merge(home, warten, recht).unwrap();
    let report = apart.merge();
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(apart.coded(), ["1 Hürden/Recht: alle warteten"]);
    assert!(apart.is_settled());
}

#[test]
fn corrections_are_replayed_both_ways() {
    let mut apart = Apart::new();
    apart.share();
    let mut there = apart.apart();
    apply(&mut there, "1", "alle warteten", "Warten", "");
    apply(&mut there, "2", "Zeit nicht", "Geld", "");
    // MB corrects interview 2, and codes what was corrected.
    edit(&mut there, "2", "Geld ist da", "Viel Geld ist da");
    apply(&mut there, "2", "Viel Geld", "Geld", "");
    drop(there);
    // AK corrects interview 1.
    edit(&mut apart.study.project, "1", "Da kam der Erlass", "Da kam doch noch der lange Erlass");
    let report = apart.merge();
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(
        apart.coded(),
        ["1 Warten: alle warteten", "2 Hürden/Geld: Viel Geld", "2 Hürden/Geld: Zeit nicht"]
    );
    assert!(apart.is_settled());
    // Corrected once more on both sides of the package: what was merged goes along, what comes then too.
    edit(&mut apart.study.project, "2", "Viel Geld", "Sehr viel Geld");
    let mut there = apart.apart();
    apply(&mut there, "2", "ist da", "Recht", "");
    drop(there);
    apart.merge();
    assert!(apart.coded().contains(&"2 Hürden/Recht: ist da".to_owned()), "{:?}", apart.coded());
    assert!(apart.is_settled());
}

#[test]
fn a_transcript_corrected_on_both_sides_is_decided() {
    for (take, expected) in [(Take::Ours, "viel Geld ist da."), (Take::Theirs, "Geld ist reichlich da.")] {
        let mut apart = Apart::new();
        apart.share();
        let mut there = apart.apart();
        edit(&mut there, "2", "Geld ist da", "Geld ist reichlich da");
        apply(&mut there, "2", "Zeit nicht", "Geld", "");
        drop(there);
        edit(&mut apart.study.project, "2", "Geld ist da", "viel Geld ist da");
        let plan = apart.plan();
        assert_eq!(plan.conflicts.len(), 1, "{:?}", plan.conflicts);
        assert_eq!(plan.conflicts[0].unit, "text");
        apart.take(take);
        let id = document(&apart.study.project, "2");
        let text = documents::text(&apart.study.project.read(), id).unwrap();
        assert!(text.as_str().contains(expected), "{}", text.as_str());
        assert_eq!(apart.coded(), ["2 Hürden/Geld: Zeit nicht"]);
        assert!(apart.is_settled());
    }
}

#[test]
fn text_changed_by_another_program_is_refused_with_its_paragraph() {
    let mut apart = Apart::new();
    apart.share();
    let text = TEXT.replace("Herbst", "Winter");
    let hash = documents::sha256(text.as_bytes());
    for sql in [
        // The words under their hash, or another text for the document.
        "DROP TRIGGER text_version_is_immutable; UPDATE text_version SET text = replace(text, 'Herbst', 'Winter');
                 CREATE TRIGGER text_version_is_immutable BEFORE UPDATE ON text_version
BEGIN SELECT RAISE(ABORT, 'a text version is immutable'); END".to_owned(),
        format!("INSERT INTO text_version VALUES ('{hash}', '{text}'); UPDATE document SET text = '{hash}' WHERE label = '1'"),
    ] {
        let sound = std::fs::read(&apart.package).unwrap();
        raw(&apart.package).execute_batch(&sql).unwrap();
        let error = apart.merge_with(&Decisions::default()).unwrap_err();
        assert_eq!(error.kind, Kind::Refused, "{error}");
        assert!(error.message.contains("(IP 1: 4)"), "{error}");
        assert_eq!(error.place.as_deref(), Some("(IP 1: 4)"));
        std::fs::write(&apart.package, sound).unwrap();
    }
}

/// A byte search of the package finds none of the other coder's words, however they are written.
#[test]
fn a_package_holds_nothing_of_the_others() {
    let mut apart = Apart::new();
    let home = &mut apart.study.project;
    apply(home, "1", "der Erlass", "Recht", "Kommentargeheimnis äöü");
    let (one, two, recht) = (document(home, "1"), document(home, "2"), code_id(home, "Recht"));
    ops::summaries::write(home, one, recht, "Summarygeheimnis äöü").unwrap();
    ops::memos::write(home, None, MemoOn::Document(one), "Titelgeheimnis", "Memogeheimnis äöü").unwrap();
    ops::paraphrases::write(home, one, Span::new(0, 12), "Paraphrasengeheimnis").unwrap();
    ops::coders::set_status(home, one, Status::Done).unwrap();
    code(home, "Wegwerfgeheimnis");
    let gone = code_id(home, "Wegwerfgeheimnis");
    ops::codes::remove(home, gone).unwrap();
    ops::codes::add_anchor(home, recht, two, Span::new(3, 14)).unwrap();
    ops::drafts::keep(home, "comment 1", "Entwurfsgeheimnis").unwrap();
    let mut list = Names::default();
    list.put(Name::new("Namensgeheimnis", "[A]")).unwrap();
    ops::names::save(home, &list).unwrap();
    edit(home, "1", "alle warteten", "alle, die warteten,");
    ops::persons::add(home, "Personengeheimnis").unwrap();
    // Only interview 1 is given.
    let wanted = Wanted { documents: Some(vec![one]), file: apart.package.clone(), ..Wanted::default() };
    let mb = apart.study.mb;
    share::share(&mut apart.study.project, mb, &wanted, &Progress::new()).unwrap();
    let bytes = std::fs::read(&apart.package).unwrap();
    assert!(finds(&bytes, "die warteten"), "the search finds what is there");
    for secret in [
        "Kommentargeheimnis",
        "Summarygeheimnis",
        "Titelgeheimnis",
        "Memogeheimnis",
        "Paraphrasengeheimnis",
        "Wegwerfgeheimnis",
        "Entwurfsgeheimnis",
        "Namensgeheimnis",
        "Personengeheimnis",
        "äöü",
        // The text before its correction, the interview that is not given, the name of the file, the other coder.
        "alle warteten.",
        "Geld ist da",
        "2.txt",
        "1.txt",
        "AK",
        "apply-code",
        "import-document",
    ] {
        assert!(!finds(&bytes, secret), "{secret}");
    }
    // The package knows its coder, has no history, and its integers count from 1.
    let there = apart.apart();
    assert_eq!(there.read().coder().0, 1);
    let raw = raw(&apart.package);
    let count = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    for table in ["operation", "change", "draft", "pseudonym", "person", "text_edit", "tombstone"] {
        assert_eq!(count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
    assert_eq!(count("SELECT count(*) FROM coder"), 1);
    assert_eq!(count("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'coding'"), 0);
}

/// Whether bytes hold a text in UTF-8, in UTF-16 of either order, or escaped as JSON does.
fn finds(bytes: &[u8], text: &str) -> bool {
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let escaped: String = text
        .encode_utf16()
        .map(|unit| if unit < 128 { char::from(unit as u8).to_string() } else { format!("\\u{unit:04x}") })
        .collect();
    [text.as_bytes().to_vec(), little, big, escaped.into_bytes()]
        .iter()
        .any(|wanted| bytes.windows(wanted.len()).any(|part| part == wanted))
}

#[test]
fn an_encrypted_package_goes_there_and_back() {
    let mut apart = Apart::new();
    let (mb, folder) = (apart.study.mb, apart.study.folder.path().to_path_buf());
    let wanted = Wanted {
        file: folder.join("for-mb.absatz"),
        passphrase: Some("eine lange Passphrase".into()),
        ..Wanted::default()
    };
    let shared = share::share(&mut apart.study.project, mb, &wanted, &Progress::new()).unwrap().value;
    assert_eq!(shared.file, folder.join("for-mb.absatz.age"));
    assert!(!finds(&std::fs::read(&shared.file).unwrap(), "Erlass"));
    assert_eq!(share::unlock(&shared.file, None, "eine andere Passphrase").unwrap_err().kind, Kind::Refused);
    let made = share::unlock(&shared.file, None, "eine lange Passphrase").unwrap();
    assert_eq!(made, folder.join("for-mb.absatz"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        for file in [&made, &shared.file] {
            assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    let mut there = Project::open(&made, None).unwrap();
    apply(&mut there, "1", "der Erlass", "Recht", "erst falsch: Streichwort");
    let coding = codings::all(&there.read()).unwrap()[0].id;
    let change = CodingChange { comment: Some("gut".into()), ..CodingChange::default() };
    ops::codings::change(&mut there, coding, &change).unwrap();
    let wanted = Wanted { file: folder.join("from-mb.absatz"), ..Wanted::default() };
    let plain = share::back(&there, &wanted).unwrap();
    // What was thought better of stays where it was written.
    assert!(!finds(&std::fs::read(&plain.file).unwrap(), "Streichwort"));
    let wanted = Wanted {
        file: folder.join("from-mb.absatz.age"),
        passphrase: Some("noch eine Passphrase".into()),
        ..Wanted::default()
    };
    let back = share::back(&there, &wanted).unwrap();
    let home = &mut apart.study.project;
    assert_eq!(merge::open(home, &back.file, None).err().unwrap().kind, Kind::Refused);
    let incoming = merge::open(home, &back.file, Some("noch eine Passphrase")).unwrap();
    merge::merge(home, &incoming, &Decisions::default(), &Progress::new()).unwrap();
    assert_eq!(apart.coded(), ["1 Hürden/Recht: der Erlass [gut]"]);
    // The package itself says nothing else.
    apart.package = made;
    assert!(apart.is_settled());
    let given = share::given(&apart.study.project).unwrap();
    assert_eq!(given.len(), 1);
    assert!(given[0].merged.is_some() && given[0].coder == "MB");
}

/// A copy of the project that somebody worked in: its own history says what its base was.
#[test]
fn a_copy_is_merged_from_where_it_parted() {
    let mut apart = Apart::new();
    apply(&mut apart.study.project, "1", "der Erlass", "Recht", "vorher");
    let copy = apart.study.folder.path().join("copy.absatz");
    apart.study.project.backup(&copy).unwrap();
    let mut there = Project::open(&copy, Some("MB")).unwrap();
    apply(&mut there, "1", "Sehr lange", "Warten", "dort");
    import(&mut there, "3", "B: Neu dazu.\n\nB: Und mehr.");
    apply(&mut there, "3", "Neu dazu", "Warten", "");
    drop(there);
    // Meanwhile at home.
    apply(&mut apart.study.project, "2", "Zeit nicht", "Geld", "hier");
    apart.package = copy;
    let report = apart.merge();
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(apart.coded(), ["1 Warten: Sehr lange [dort]", "3 Warten: Neu dazu"]);
    assert_eq!(
        coded(&apart.study.project, "AK"),
        ["1 Hürden/Recht: der Erlass [vorher]", "2 Hürden/Geld: Zeit nicht [hier]"]
    );
    let id = document(&apart.study.project, "3");
    assert_eq!(documents::paragraphs(&apart.study.project.read(), id).unwrap().len(), 2);
    assert!(apart.is_settled());
    assert!(memos::list(&apart.study.project.read()).unwrap().is_empty());
}
