//! Random work on both sides.
//!
//! `ABSATZ_MERGE_CASES` asks for more than the suite's share.

use absatz::model::history::OperationKind;
use absatz::model::packages::{Remark, Take};
use absatz::ops;
use absatz::ops::merge::{self, Decisions};
use absatz::ops::share::{self, Wanted};
use absatz::progress::Progress;
use absatz::store::{Project, backup};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{code_id, coded, edit};
use crate::history::carry_out;
use crate::support::{Study, code, import, raw, snapshot};

const KINDS: [OperationKind; 17] = [
    OperationKind::ApplyCode,
    OperationKind::AddCode,
    OperationKind::ApplyCode,
    OperationKind::RenameCode,
    OperationKind::WriteMemo,
    OperationKind::MoveCode,
    OperationKind::ApplyCode,
    OperationKind::ResizeCoding,
    OperationKind::WriteSummary,
    OperationKind::MergeCodes,
    OperationKind::RemoveCode,
    OperationKind::RemoveCoding,
    OperationKind::DefineCode,
    OperationKind::EditText,
    OperationKind::WriteParaphrase,
    OperationKind::SetStatus,
    OperationKind::ChangeCoding,
];

type Step = (usize, [u16; 4]);

fn work(project: &mut Project, steps: &[Step]) {
    let raw = raw(project.path());
    for &(kind, numbers) in steps {
        // Refused or not: what comes out of it is a project.
        drop(carry_out(project, &raw, KINDS[kind % KINDS.len()], numbers));
    }
}

fn study() -> Study {
    let mut study = Study::new();
    import(
        &mut study.project,
        "1",
        "I: Und dann?\nFrau Müller: Da kam der Erlass.\nGrüße an 👩‍👩‍👧 alle.\nNein, nie!",
    );
    import(
        &mut study.project,
        "2",
        "One paragraph only, and a long one with many words in it.\nAnother one.",
    );
    for path in ["Alpha/Beta", "Gamma", "Delta/Alpha"] {
        code(&mut study.project, path);
    }
    study
}

fn runner() -> TestRunner {
    let cases = std::env::var("ABSATZ_MERGE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(48);
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 300,
        max_shrink_time: 30_000,
        ..Config::default()
    })
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0..KINDS.len(), any::<[u16; 4]>()), 0..14)
}

fn merged(project: &mut Project, file: &std::path::Path, all: Take) -> (bool, Vec<String>) {
    let incoming = merge::open(project, file, None).unwrap();
    let decisions = Decisions { all: Some(all), ..Decisions::default() };
    let done = merge::merge(project, &incoming, &decisions, &Progress::new())
        .unwrap_or_else(|error| panic!("{error:?}"));
    let mut listed: Vec<String> =
        done.value.conflicts.iter().map(|conflict| format!("{conflict:?}")).collect();
    let quiet = |remark: &&Remark| matches!(remark, Remark::Replayed(_) | Remark::Corrected(_));
    listed.extend(done.value.remarks.iter().filter(|remark| !quiet(remark)).map(|one| format!("{one:?}")));
    (done.changed.is_empty(), listed)
}

/// What the study says, without integers and times: two files that were filled in another order can be compared.
fn said(project: &Project) -> Vec<String> {
    let raw = raw(project.path());
    let mut all = Vec::new();
    for sql in [
        "SELECT 'code ' || uuid || ' ' || name || ' ' || coalesce((SELECT p.uuid FROM code AS p WHERE p.id = code.parent), '') || ' ' || definition FROM code",
        "SELECT 'summary ' || code.uuid || ' ' || coder || ' ' || document || ' ' || text FROM summary JOIN code ON code.id = code",
        "SELECT 'memo ' || uuid || ' ' || kind || ' ' || title || ' ' || text || ' ' || coalesce(start_pos, '') FROM memo",
        "SELECT 'paraphrase ' || uuid || ' ' || text || ' ' || coalesce(start_pos, '') FROM paraphrase",
        "SELECT 'work ' || document || ' ' || coder || ' ' || status FROM work",
        "SELECT 'text ' || label || ' ' || text FROM document",
    ] {
        let mut statement = raw.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        all.extend(rows.map(|row| row.unwrap()));
    }
    for coder in ["AK", "MB"] {
        all.extend(coded(project, coder).into_iter().map(|line| format!("{coder} {line}")));
    }
    all.sort();
    all
}

#[test]
fn merging_twice_changes_nothing_and_undo_takes_it_back() {
    let take = prop_oneof![Just(Take::Ours), Just(Take::Theirs), Just(Take::Both)];
    runner()
        .run(&(steps(), steps(), steps(), steps(), take), |(before, home, there, later, take)| {
            let mut study = study();
            let (ak, mb) = (study.ak, study.mb);
            study.sign_in(mb);
            work(&mut study.project, &before);
            let file = study.folder.path().join("mb.absatz");
            let wanted = Wanted { file: file.clone(), ..Wanted::default() };
            share::share(&mut study.project, mb, &wanted, &Progress::new()).unwrap();
            study.sign_in(ak);
            work(&mut study.project, &home);
            let mut package = Project::open(&file, None).unwrap();
            work(&mut package, &there);
            let mut unchanged = snapshot(&study.raw());
            for round in 0..2 {
                let (nothing, _) = merged(&mut study.project, &file, take);
                if !nothing {
                    prop_assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());
                    let after = snapshot(&study.raw());
                    ops::history::undo(&mut study.project).unwrap();
                    prop_assert_eq!(&snapshot(&study.raw()), &unchanged, "undone, round {}", round);
                    ops::history::redo(&mut study.project).unwrap();
                    prop_assert_eq!(&snapshot(&study.raw()), &after, "redone, round {}", round);
                }
                let (nothing, listed) = merged(&mut study.project, &file, take);
                prop_assert!(nothing, "merged again, round {}: {:?}", round, listed);
                // The same package, worked in further, and the project too.
                unchanged = snapshot(&study.raw());
                work(&mut package, &later);
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn the_order_of_two_packages_changes_nothing_but_what_is_listed() {
    let compared = std::cell::Cell::new(0);
    runner()
        .run(&(steps(), steps(), steps()), |(home, one, two)| {
            let mut study = study();
            let files = [study.ak, study.mb].map(|coder| {
                let file = study.folder.path().join(format!("{}.absatz", coder.0));
                let wanted = Wanted { file: file.clone(), ..Wanted::default() };
                share::share(&mut study.project, coder, &wanted, &Progress::new()).unwrap();
                file
            });
            for (file, steps) in files.iter().zip([&one, &two]) {
                work(&mut Project::open(file, None).unwrap(), steps);
            }
            work(&mut study.project, &home);
            let copy = study.folder.path().join("copy.absatz");
            study.project.backup(&copy).unwrap();
            let mut other = Project::open(&copy, None).unwrap();
            let mut listed = merged(&mut study.project, &files[0], Take::Ours).1;
            listed.extend(merged(&mut study.project, &files[1], Take::Ours).1);
            listed.extend(merged(&mut other, &files[1], Take::Ours).1);
            listed.extend(merged(&mut other, &files[0], Take::Ours).1);
            if listed.is_empty() {
                prop_assert_eq!(said(&study.project), said(&other));
                compared.set(compared.get() + 1);
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(compared.get() > 3, "hardly two packages without anything listed: {}", compared.get());
}

/// What the random test found once in thousands: both moved the subcode by merging the code above it.
#[test]
fn a_code_merged_apart_is_listed_and_one_decision_holds_for_what_went_along() {
    for take in [Take::Ours, Take::Theirs] {
        let mut study = study();
        let files = [(study.ak, "Alpha"), (study.mb, "Alpha/Beta")].map(|(coder, into)| {
            let file = study.folder.path().join(format!("{}.absatz", coder.0));
            let wanted = Wanted { file: file.clone(), ..Wanted::default() };
            share::share(&mut study.project, coder, &wanted, &Progress::new()).unwrap();
            let mut package = Project::open(&file, None).unwrap();
            let (delta, into) = (code_id(&package, "Delta"), code_id(&package, into));
            ops::codes::merge(&mut package, delta, into).unwrap();
            file
        });
        assert_eq!(merged(&mut study.project, &files[0], take).1, Vec::<String>::new());
        let listed = merged(&mut study.project, &files[1], take).1;
        assert_eq!(listed.len(), 1, "{listed:#?}");
        assert!(listed[0].contains("went into Alpha/Beta"), "{listed:#?}");
        let tree = absatz::store::codes::tree(&study.project.read()).unwrap();
        let paths: Vec<&str> = tree.nodes().iter().map(|node| tree.path(node.code.id)).collect();
        let at = if take == Take::Ours { "Alpha/Alpha" } else { "Alpha/Beta/Alpha" };
        assert!(paths.contains(&at), "{paths:?}");
        let again = merged(&mut study.project, &files[1], take);
        assert!(again.0 && again.1.is_empty(), "{again:?}");
    }
}

/// What was coded before a correction at home comes to where it would stand had it been merged first.
#[test]
fn codings_come_as_if_they_had_been_coded_before_the_correction() {
    let words = prop_oneof![Just(""), Just("neue Worte "), Just("x"), Just("\n"), Just("Und. ")];
    let coding = (any::<u16>(), any::<u16>());
    runner()
        .run(
            &(prop::collection::vec(coding, 1..8), any::<u16>(), 0_usize..14, words, any::<bool>()),
            |(codings, at, gone, put, late)| {
                let mut study = study();
                let (ak, mb) = (study.ak, study.mb);
                let file = study.folder.path().join("mb.absatz");
                let wanted = Wanted { file: file.clone(), ..Wanted::default() };
                share::share(&mut study.project, mb, &wanted, &Progress::new()).unwrap();
                let mut package = Project::open(&file, None).unwrap();
                let raw = raw(&file);
                for (a, b) in codings {
                    let numbers = [0, a, a, b];
                    drop(carry_out(&mut package, &raw, OperationKind::ApplyCode, numbers));
                }
                let copy = study.folder.path().join("copy.absatz");
                study.project.backup(&copy).unwrap();
                let mut other = Project::open(&copy, None).unwrap();
                let correct = |project: &mut Project| {
                    let id = super::document(project, "1");
                    let text = absatz::store::documents::text(&project.read(), id).unwrap();
                    let mut letters: Vec<char> = text.as_str().chars().collect();
                    let at = usize::from(at) % (letters.len() + 1);
                    letters.splice(at..(at + gone).min(letters.len()), put.chars());
                    let text: String = letters.into_iter().collect();
                    let correction = ops::edits::Correction { text: &text, ..Default::default() };
                    let done = ops::edits::edit(project, id, &correction).is_ok();
                    if late && done {
                        edit(project, "1", "Nein", "Nein doch");
                    }
                };
                study.sign_in(ak);
                correct(&mut study.project);
                merged(&mut study.project, &file, Take::Ours);
                merged(&mut other, &file, Take::Ours);
                correct(&mut other);
                prop_assert_eq!(coded(&study.project, "MB"), coded(&other, "MB"));
                prop_assert!(merged(&mut other, &file, Take::Ours).0, "corrected and merged again");
                Ok(())
            },
        )
        .unwrap_or_else(|error| panic!("{error}"));
}
