//! Consolidating: decisions, what the consensus gets, what stays as it was.

use std::collections::BTreeSet;

use absatz::analysis::consolidation::{Kind, Point, Rule, State, Take, Tolerance, Verdict};
use absatz::model::coders::{Because, Status};
use absatz::model::codings::Coding;
use absatz::model::decisions::Outcome;
use absatz::model::{CodeId, CoderId, DocumentId};
use absatz::ops;
use absatz::ops::agreement::{AgreementQuery, compare};
use absatz::ops::codings::Application;
use absatz::ops::consolidation::{self, ProtocolQuery, Scope, Survey};
use absatz::store::history::HistoryFilter;
use absatz::store::{Project, backup, coders, codes, codings, decisions, documents, history, summaries};
use absatz::text::Span;
use proptest::prelude::*;

use crate::support;

const TEXT: &str = "Da kam der Erlass, und keiner wusste Bescheid.\nWir haben dann lange beraten.\nAm Ende blieb alles wie es war.";

/// A study of one document that AK and MB have coded apart.
struct Study {
    project: Project,
    document: DocumentId,
    ak: CoderId,
    mb: CoderId,
    legal: CodeId,
    money: CodeId,
}

impl Study {
    fn new() -> Study {
        absatz::i18n::set_lang(absatz::i18n::Lang::En);
        let mut project = ops::project::create_in_memory("AK").unwrap();
        let ak = project.coder();
        let mb = ops::coders::add(&mut project, "MB").unwrap().value;
        let document = support::import(&mut project, "5", TEXT);
        let legal = support::code(&mut project, "Obstacles/Legal");
        let money = support::code(&mut project, "Obstacles/Money");
        Study { project, document, ak, mb, legal, money }
    }
    fn code(&mut self, coder: CoderId, code: CodeId, start: u32, end: u32) {
        self.code_with(coder, code, Span::new(start, end), &Application::default());
    }
    fn code_with(&mut self, coder: CoderId, code: CodeId, span: Span, what: &Application) {
        let now = self.project.coder();
        self.project.sign_in(coder).unwrap();
        let what = Application { codes: vec![code], ..what.clone() };
        ops::codings::apply(&mut self.project, self.document, span, &what).unwrap();
        self.project.sign_in(now).unwrap();
    }
    fn uncode(&mut self, coder: CoderId, code: CodeId, start: u32, end: u32) {
        let now = self.project.coder();
        self.project.sign_in(coder).unwrap();
        ops::codings::remove(&mut self.project, self.document, Span::new(start, end), &[code]).unwrap();
        self.project.sign_in(now).unwrap();
    }
    fn released(mut self) -> Study {
        for coder in [self.ak, self.mb] {
            self.project.sign_in(coder).unwrap();
            ops::coders::set_status(&mut self.project, self.document, Status::Done).unwrap();
        }
        self.project.sign_in(self.ak).unwrap();
        ops::project::set_released(&mut self.project, true).unwrap();
        self
    }
    fn survey(&self) -> Survey {
        consolidation::survey(&self.project.read()).unwrap()
    }
    fn points(&self) -> Vec<Point> {
        self.survey().documents.remove(0).points
    }
    fn decide(&mut self, nth: usize, verdict: Verdict) {
        let point = self.points().remove(nth);
        consolidation::decide(&mut self.project, &[(point, verdict)], "").unwrap();
    }
    fn states(&self) -> Vec<(Kind, State)> {
        self.points().iter().map(|point| (point.kind, point.state)).collect()
    }
    fn codings(&self) -> Vec<Coding> {
        codings::of_document(&self.project.read(), self.document).unwrap()
    }
    /// Code and passage of what the consensus has.
    fn consensus(&self) -> Vec<(CodeId, u32, u32)> {
        let Some(coder) = consolidation::consensus(&self.project.read()).unwrap() else { return Vec::new() };
        let own = self.codings().into_iter().filter(|coding| coding.coder == coder.id);
        own.map(|coding| (coding.code, coding.span.start.0, coding.span.end.0)).collect()
    }
    fn originals(&self) -> Vec<Coding> {
        let mut own = self.codings();
        own.retain(|coding| coding.coder == self.ak || coding.coder == self.mb);
        own
    }
}

/// Other code, other boundary, missing, agreed.
fn study() -> Study {
    let mut study = Study::new();
    let (ak, mb, legal, money) = (study.ak, study.mb, study.legal, study.money);
    study.code(ak, legal, 3, 17);
    study.code(mb, money, 3, 17);
    study.code(ak, legal, 23, 46);
    study.code(mb, legal, 23, 45);
    study.code(mb, money, 47, 60);
    study.code(ak, money, 77, 90);
    study.code(mb, money, 77, 90);
    study.released()
}

#[test]
fn a_decision_gives_the_consensus_what_it_says_and_leaves_the_originals() {
    let mut study = study();
    let (ak, legal, money) = (study.ak, study.legal, study.money);
    let before = study.originals();
    let figures = |study: &Study| {
        let query = AgreementQuery { samples: 50, ..AgreementQuery::default() };
        let compared = compare(&study.project, &query).unwrap();
        format!("{:?} {:?} {:?}", compared.agreement, compared.used, compared.differences)
    };
    let reliability = figures(&study);
    assert_eq!(
        study.states(),
        [
            (Kind::OtherCode, State::Open),
            (Kind::OtherBoundary, State::Open),
            (Kind::Missing, State::Open),
            (Kind::Agreed, State::Open),
        ]
    );
    study.decide(0, Verdict::All);
    assert_eq!(study.consensus(), [(legal, 3, 17), (money, 3, 17)]);
    study.decide(1, Verdict::Take(ak));
    study.decide(2, Verdict::Nothing);
    assert_eq!(study.consensus(), [(legal, 3, 17), (money, 3, 17), (legal, 23, 46)]);
    let taken = consolidation::accept_agreed(&mut study.project, &Scope::default()).unwrap().value;
    assert_eq!(taken, 1);
    assert_eq!(study.consensus(), [(legal, 3, 17), (money, 3, 17), (legal, 23, 46), (money, 77, 90)]);
    assert!(study.survey().progress().is_complete());
    assert_eq!(study.originals(), before);
    assert_eq!(figures(&study), reliability, "agreement is before the discussion");
    consolidation::finish(&mut study.project, study.document, false).unwrap();
    assert_eq!(figures(&study), reliability, "agreement is before the discussion");
}

#[test]
fn what_is_decided_anew_replaces_the_earlier_decision() {
    let mut study = study();
    let (mb, legal, money) = (study.mb, study.legal, study.money);
    study.decide(0, Verdict::All);
    study.decide(0, Verdict::Take(mb));
    assert_eq!(study.consensus(), [(money, 3, 17)]);
    study.decide(0, Verdict::Anew(vec![(legal, Span::new(0, 17))]));
    assert_eq!(study.consensus(), [(legal, 0, 17)]);
    let kept = decisions::of_document(&study.project.read(), study.document).unwrap();
    assert_eq!(kept.iter().map(|decision| decision.outcome).collect::<Vec<_>>(), [Outcome::Anew]);
    // Decision and codings go back together.
    for consensus in [vec![(money, 3, 17)], vec![(legal, 3, 17), (money, 3, 17)], vec![]] {
        ops::history::undo(&mut study.project).unwrap();
        assert_eq!(study.consensus(), consensus);
    }
    assert_eq!(study.states()[0], (Kind::OtherCode, State::Open));
    for _ in 0..3 {
        ops::history::redo(&mut study.project).unwrap();
    }
    assert_eq!(study.consensus(), [(legal, 0, 17)]);
}

/// Two decisions may give one segment; taking one back leaves the other's part.
#[test]
fn a_segment_of_two_decisions_comes_apart_again() {
    let mut study = study();
    let (ak, legal) = (study.ak, study.legal);
    study.decide(0, Verdict::Anew(vec![(legal, Span::new(3, 30))]));
    study.decide(1, Verdict::Take(ak));
    assert_eq!(study.consensus(), [(legal, 3, 46)]);
    study.decide(0, Verdict::Nothing);
    assert_eq!(study.consensus(), [(legal, 23, 46)]);
}

#[test]
fn weight_and_comment_of_what_is_taken_come_along() {
    let mut study = Study::new();
    let (ak, mb, legal) = (study.ak, study.mb, study.legal);
    let what =
        |weight, comment: &str| Application { weight, comment: comment.into(), ..Application::default() };
    study.code_with(ak, legal, Span::new(0, 17), &what(Some(20), "clear"));
    study.code_with(mb, legal, Span::new(3, 17), &what(Some(80), "very clear"));
    let mut study = study.released();
    let own = |study: &Study| {
        let consensus = consolidation::consensus(&study.project.read()).unwrap().unwrap().id;
        let coding = study.codings().into_iter().find(|coding| coding.coder == consensus).unwrap();
        (coding.span, coding.weight, coding.comment)
    };
    study.decide(0, Verdict::All);
    assert_eq!(own(&study), (Span::new(0, 17), Some(80), "clear\nvery clear".to_owned()));
    study.decide(0, Verdict::Take(ak));
    assert_eq!(own(&study), (Span::new(0, 17), Some(20), "clear".to_owned()));
}

#[test]
fn originals_that_change_after_a_decision_open_it_again() {
    let mut study = study();
    let (ak, mb, legal, money) = (study.ak, study.mb, study.legal, study.money);
    for nth in 0..3 {
        study.decide(nth, Verdict::Take(mb));
    }
    let progress = study.survey().progress();
    assert_eq!((progress.differences, progress.decided, progress.changed), (3, 3, 0));
    study.code(ak, money, 3, 17);
    assert_eq!(study.states()[0].1, State::Changed);
    let progress = study.survey().progress();
    // Of one code both have it now, of the other one alone: both rest on what is no longer so.
    assert_eq!((progress.decided, progress.changed), (2, 2));
    let query = ProtocolQuery::default();
    let protocol = consolidation::protocol(&study.project, &query).unwrap();
    assert_eq!(
        protocol.records.iter().map(|record| record.state).collect::<Vec<_>>(),
        [State::Changed, State::Decided, State::Decided]
    );
    // Neither has it any more, and the consensus still does.
    study.uncode(mb, money, 47, 60);
    assert!(study.states().contains(&(Kind::Nobody, State::Changed)));
    let nth = study.points().iter().position(|point| point.kind == Kind::Nobody).unwrap();
    study.decide(nth, Verdict::Nothing);
    assert!(!study.states().iter().any(|(kind, _)| *kind == Kind::Nobody));
    assert_eq!(study.consensus(), [(money, 3, 17), (legal, 23, 45)]);
    // As it was when it was decided: decided again.
    study.uncode(ak, money, 3, 17);
    assert_eq!(study.states()[0], (Kind::OtherCode, State::Decided));
}

#[test]
fn what_has_changed_meanwhile_is_not_decided_unseen() {
    let mut study = study();
    let (ak, legal) = (study.ak, study.legal);
    let looked_at = study.points().remove(0);
    study.code(ak, legal, 0, 10);
    let refused = consolidation::decide(&mut study.project, &[(looked_at, Verdict::All)], "");
    assert!(refused.unwrap_err().message.contains("(IP 5: 1)"));
    assert_eq!(study.consensus(), []);
    assert!(consolidation::consensus(&study.project.read()).unwrap().is_none(), "nothing was begun");
}

#[test]
fn a_rule_is_seen_before_it_is_carried_out_and_is_one_undo() {
    let mut study = study();
    let legal = study.legal;
    let rule = Rule { within: Tolerance::Characters(2), take: Take::Longer };
    study.project.set_dry_run(true);
    let seen = consolidation::settle(&mut study.project, &Scope::default(), &rule, "").unwrap().value;
    study.project.set_dry_run(false);
    assert_eq!(seen.iter().map(|(_, span)| *span).collect::<Vec<_>>(), [Span::new(23, 46)]);
    assert_eq!(study.consensus(), []);
    assert!(consolidation::consensus(&study.project.read()).unwrap().is_none());
    let done =
        consolidation::settle(&mut study.project, &Scope::default(), &rule, "full stops").unwrap().value;
    assert_eq!(done, seen);
    assert_eq!(study.consensus(), [(legal, 23, 46)]);
    let kept = decisions::of_document(&study.project.read(), study.document).unwrap();
    assert_eq!((kept[0].outcome, kept[0].reason.as_str()), (Outcome::Rule, "full stops"));
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(study.consensus(), []);
    assert_eq!(study.states()[1], (Kind::OtherBoundary, State::Open));
}

#[test]
fn the_consensus_counts_once_it_is_done_and_not_before() {
    let mut study = study();
    let (document, ak) = (study.document, study.ak);
    let counts = |study: &Study| {
        let set = coders::analysis_set(&study.project.read()).unwrap();
        (set.chosen[&document].coder, set.chosen[&document].because)
    };
    for nth in 0..3 {
        study.decide(nth, Verdict::All);
    }
    assert_eq!(counts(&study), (ak, Because::Done));
    let refused = consolidation::finish(&mut study.project, document, false).unwrap_err();
    assert!(refused.message.contains("One passage that all agree on"), "{refused}");
    consolidation::accept_agreed(&mut study.project, &Scope::default()).unwrap();
    consolidation::finish(&mut study.project, document, false).unwrap();
    let consensus = consolidation::consensus(&study.project.read()).unwrap().unwrap().id;
    assert_eq!(counts(&study), (consensus, Because::Consensus));
    let point = study.points().remove(0);
    let refused = consolidation::decide(&mut study.project, &[(point, Verdict::Nothing)], "").unwrap_err();
    assert!(refused.hint.unwrap().contains("reopen 5"));
    consolidation::reopen(&mut study.project, document).unwrap();
    assert_eq!(counts(&study), (ak, Because::Done));
    study.decide(0, Verdict::Nothing);
    // Open differences are refused, but where that is wanted.
    ops::history::undo(&mut study.project).unwrap();
    study.code(ak, study.legal, 60, 70);
    assert!(consolidation::finish(&mut study.project, document, false).is_err());
    consolidation::finish(&mut study.project, document, true).unwrap();
    assert_eq!(counts(&study).1, Because::Consensus);
}

#[test]
fn a_blind_coder_learns_nothing() {
    let mut study = study();
    study.project.sign_in(study.mb).unwrap();
    for nth in 0..3 {
        let point = study.points().remove(nth);
        let verdict = [(point, Verdict::Take(study.ak))];
        consolidation::decide(&mut study.project, &verdict, "AK is right").unwrap();
    }
    ops::project::set_released(&mut study.project, false).unwrap();
    study.project.sign_in(study.ak).unwrap();
    let reader = study.project.read();
    assert_eq!(decisions::of_document(&reader, study.document).unwrap(), []);
    assert!(consolidation::survey(&reader).is_err());
    assert!(consolidation::protocol(&study.project, &ProtocolQuery::default()).is_err());
    let told = history::list(&reader, &HistoryFilter::default()).unwrap();
    assert!(told.iter().all(|operation| !operation.kind.name().contains("difference")));
    let refused = consolidation::accept_agreed(&mut study.project, &Scope::default());
    assert!(refused.unwrap_err().message.contains("do not see each other"));
}

#[test]
fn a_correction_takes_decisions_along() {
    let mut study = study();
    let mb = study.mb;
    for nth in 0..3 {
        study.decide(nth, Verdict::Take(mb));
    }
    consolidation::accept_agreed(&mut study.project, &Scope::default()).unwrap();
    let words = |study: &Study| {
        let text = documents::text(&study.project.read(), study.document).unwrap();
        let consensus = study.consensus();
        consensus
            .iter()
            .map(|(_, start, end)| text.slice(Span::new(*start, *end)).to_owned())
            .collect::<Vec<_>>()
    };
    let before = words(&study);
    let corrected = format!("Also. {}", TEXT.replace("lange", "sehr, sehr lange"));
    let correction = ops::edits::Correction { text: &corrected, ..Default::default() };
    ops::edits::edit(&mut study.project, study.document, &correction).unwrap();
    assert_eq!(words(&study)[0], before[0]);
    assert!(study.states().iter().all(|(_, state)| *state == State::Decided), "{:?}", study.states());
    let kept = decisions::of_document(&study.project.read(), study.document).unwrap();
    for decision in &kept {
        assert!(decision.sides.iter().all(|side| decision.span.hull(side.span) == decision.span));
    }
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(words(&study), before);
    // A decision that was made since stands in the text: the correction cannot be taken back under it.
    ops::history::redo(&mut study.project).unwrap();
    study.decide(0, Verdict::Nothing);
    study.project.sign_in(mb).unwrap();
    assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());
}

#[test]
fn a_merged_code_stays_decided_and_a_removed_one_asks_nothing() {
    let mut study = study();
    let (mb, legal, money) = (study.mb, study.legal, study.money);
    for nth in 0..3 {
        study.decide(nth, Verdict::Take(mb));
    }
    ops::codes::merge(&mut study.project, money, legal).unwrap();
    let states = study.states();
    assert_eq!(states[0], (Kind::Agreed, State::Decided));
    assert_eq!(study.consensus(), [(legal, 3, 17), (legal, 23, 45), (legal, 47, 60)]);
    // The protocol says what was compared then.
    let protocol = consolidation::protocol(&study.project, &ProtocolQuery::default()).unwrap();
    assert_eq!(protocol.records[0].kind, Kind::OtherCode);
    ops::codes::remove(&mut study.project, legal).unwrap();
    assert_eq!(study.points(), []);
    let protocol = consolidation::protocol(&study.project, &ProtocolQuery::default()).unwrap();
    assert_eq!(protocol.records.len(), 3);
    ops::history::undo(&mut study.project).unwrap();
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(study.states()[0], (Kind::OtherCode, State::Decided));
    assert_eq!(codes::tree(&study.project.read()).unwrap().nodes().len(), 3);
}

#[test]
fn a_document_with_decisions_can_be_removed_and_comes_back() {
    let mut study = study();
    study.decide(0, Verdict::All);
    let before = study.survey();
    ops::documents::remove(&mut study.project, study.document).unwrap();
    assert_eq!(backup::integrity(&study.project).unwrap(), Vec::<String>::new());
    ops::history::undo(&mut study.project).unwrap();
    assert_eq!(study.survey(), before);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is decided, in whatever order and how often: the consensus has what the last decisions say, by code
    /// united where they overlap; the coders' own work is as it was; and taken back one by one nothing is left.
    #[test]
    fn the_consensus_is_what_the_decisions_say(
        rows in prop::collection::vec((any::<bool>(), any::<bool>(), 0u32..60, 2u32..20), 1..10),
        verdicts in prop::collection::vec((any::<prop::sample::Index>(), 0u8..5, 0u32..50, 2u32..20), 1..12),
    ) {
        let mut study = Study::new();
        for (first, legal, start, length) in rows {
            let coder = if first { study.ak } else { study.mb };
            let code = if legal { study.legal } else { study.money };
            study.code(coder, code, start, start + length);
        }
        let mut study = study.released();
        let originals = study.originals();
        let points = study.points();
        let mut last: Vec<Option<Vec<(CodeId, Span)>>> = vec![None; points.len()];
        let mut done = 0;
        for (index, verdict, start, length) in verdicts {
            let nth = index.index(points.len());
            let point = study.points().into_iter().find(|point| point.sides == points[nth].sides).unwrap();
            let given = Span::new(start, start + length);
            let verdict = match verdict {
                0 => Verdict::Take(study.ak),
                1 => Verdict::Take(study.mb),
                2 => Verdict::All,
                3 => Verdict::Nothing,
                _ => Verdict::Anew(vec![(study.legal, given)]),
            };
            let text = documents::text(&study.project.read(), study.document).unwrap();
            let results = match &verdict {
                Verdict::Anew(given) => given.iter().map(|(code, span)| (*code, text.trim(*span))).collect(),
                _ => point.sides.iter().filter(|side| verdict.takes(side)).map(|side| (side.code, side.span)).collect(),
            };
            let decided = consolidation::decide(&mut study.project, &[(point, verdict)], "").unwrap();
            prop_assert!(!decided.changed.is_empty());
            last[nth] = Some(results);
            done += 1;
        }
        // Letter by letter, by brute force.
        let wanted: Vec<(CodeId, Span)> = last.iter().flatten().flatten().copied().collect();
        let letters = |spans: &[(CodeId, Span)]| -> BTreeSet<(CodeId, u32)> {
            spans.iter().flat_map(|(code, span)| (span.start.0..span.end.0).map(move |at| (*code, at))).collect()
        };
        let got: Vec<(CodeId, Span)> =
            study.consensus().into_iter().map(|(code, start, end)| (code, Span::new(start, end))).collect();
        prop_assert_eq!(letters(&got), letters(&wanted));
        // Cut only where no decision goes on: each wanted passage lies in one segment.
        for (code, span) in &wanted {
            prop_assert!(got.iter().any(|(of, whole)| of == code && whole.hull(*span) == *whole));
        }
        prop_assert_eq!(study.originals(), originals);
        for (point, last) in study.points().iter().zip(&last) {
            prop_assert_eq!(point.state == State::Decided, last.is_some());
        }
        let consensus = consolidation::consensus(&study.project.read()).unwrap().unwrap();
        for decision in decisions::of_document(&study.project.read(), study.document).unwrap() {
            for result in decision.results() {
                let coding = codings::by_uuid(&study.project.read(), &result.coding).unwrap();
                prop_assert!(coding.coder == consensus.id && coding.span.hull(result.span) == coding.span);
            }
        }
        for _ in 0..done {
            ops::history::undo(&mut study.project).unwrap();
        }
        prop_assert_eq!(study.consensus(), vec![]);
        prop_assert_eq!(study.points(), points);
    }
}

/// The names of a protocol are left out unless they are asked for.
#[test]
fn a_protocol_names_nobody_unless_asked() {
    let mut study = study();
    let mb = study.mb;
    let point = study.points().remove(0);
    consolidation::decide(&mut study.project, &[(point, Verdict::Take(mb))], "MB saw it").unwrap();
    consolidation::accept_agreed(&mut study.project, &Scope::default()).unwrap();
    let cells = |names, agreed| {
        let query = ProtocolQuery { names, agreed, ..ProtocolQuery::default() };
        let table = consolidation::protocol(&study.project, &query).unwrap().table;
        let head: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect();
        (head, rows)
    };
    let (head, rows) = cells(false, false);
    assert_eq!(
        head,
        [
            "Document",
            "Citation",
            "Kind",
            "Coder A",
            "Coder B",
            "Decision",
            "Consensus",
            "Reason",
            "State",
            "Words"
        ]
    );
    assert_eq!(rows.len(), 1);
    assert_eq!(
        rows[0],
        [
            "5",
            "(IP 5: 1)",
            "other code",
            "Obstacles/Legal",
            "Obstacles/Money",
            "B taken",
            "Obstacles/Money",
            "MB saw it",
            "decided",
            "kam der Erlass"
        ]
    );
    let (head, rows) = cells(true, true);
    assert_eq!(head[3..5], ["AK", "MB"]);
    assert_eq!(head[10..], ["Decided by", "When"]);
    assert_eq!((rows.len(), rows[0][5].as_str(), rows[0][10].as_str()), (2, "MB taken", "AK"));
}

/// In a consolidated document nobody's own summary counts: what is written there is the consensus'.
#[test]
fn a_summary_on_a_consolidated_document_is_the_consensus_and_counts() {
    let mut study = study();
    let (ak, document, legal) = (study.ak, study.document, study.legal);
    let counts = |study: &Study| {
        let grid = ops::grid::grid(&study.project, &Default::default()).unwrap();
        grid.cell(document, legal).and_then(|cell| cell.summary.as_ref()).map(|one| one.text.clone())
    };
    ops::summaries::write(&mut study.project, document, legal, "AK's own").unwrap();
    ops::coders::choose(&mut study.project, document, Some(ak)).unwrap();
    assert_eq!(counts(&study).as_deref(), Some("AK's own"));
    consolidation::finish(&mut study.project, document, true).unwrap();
    assert_eq!(counts(&study), None, "what one wrote before is not what was agreed on");
    ops::summaries::write(&mut study.project, document, legal, "agreed").unwrap();
    assert_eq!(counts(&study).as_deref(), Some("agreed"));
    // One's own stays, and is what counts again once the document is opened again.
    let own = summaries::get(&study.project.read(), document, legal, ak).unwrap().unwrap();
    assert_eq!(own.text, "AK's own");
    consolidation::reopen(&mut study.project, document).unwrap();
    assert_eq!(counts(&study).as_deref(), Some("AK's own"));
    ops::summaries::write(&mut study.project, document, legal, "AK's again").unwrap();
    assert_eq!(counts(&study).as_deref(), Some("AK's again"));
}

/// The consensus of a pass counts in the next one until consolidating begins there; then it has to be finished anew.
#[test]
fn the_consensus_of_an_earlier_pass_counts_until_it_is_begun_anew() {
    let mut study = study();
    let document = study.document;
    let because =
        |study: &Study| coders::analysis_set(&study.project.read()).unwrap().chosen[&document].because;
    consolidation::finish(&mut study.project, document, true).unwrap();
    assert_eq!(because(&study), Because::Consensus);
    ops::coders::add_pass(&mut study.project, "second round").unwrap();
    assert_eq!(because(&study), Because::Consensus);
    for coder in [study.mb, study.ak] {
        study.project.sign_in(coder).unwrap();
        ops::coders::set_status(&mut study.project, document, Status::Done).unwrap();
    }
    assert_eq!(because(&study), Because::Consensus);
    study.decide(0, Verdict::All);
    assert_eq!(because(&study), Because::Done, "what is being settled anew is not agreed on yet");
    consolidation::finish(&mut study.project, document, true).unwrap();
    assert_eq!(because(&study), Because::Consensus);
    // Back in the first pass, it is that one's again.
    let first =
        coders::passes(&study.project.read()).unwrap().into_iter().find(|pass| !pass.current).unwrap();
    ops::coders::use_pass(&mut study.project, &first).unwrap();
    assert_eq!(because(&study), Because::Consensus);
}
