//! A key script for every command: a study, the keys that lead to it, its own key, and what is different on the screen
//! and in the file afterwards.
//!
//! [`scene`] matches all commands, so that a new one cannot be forgotten. A scene must hold with the key and must not
//! hold without it: a check that says nothing fails too.

mod coders;
mod codes;
mod coding;
mod documents;
mod grid;
mod needs;
mod reading;
mod stage;
mod window;

use absatz::i18n::Lang;
use absatz::tui::command::Command;

use stage::{Kind, Scene, Stage};

/// The scene of a command.
fn scene(command: Command) -> Scene {
    use Command as C;
    match command {
        C::Code
        | C::Repeat
        | C::SlotOne
        | C::SlotTwo
        | C::SlotThree
        | C::SlotFour
        | C::SlotFive
        | C::SlotSix
        | C::SlotSeven
        | C::SlotEight
        | C::SlotNine
        | C::Slots
        | C::Uncode
        | C::CodeHits
        | C::CodeSpeaker
        | C::InVivo
        | C::Weight
        | C::Comment
        | C::Anchor
        | C::Memo
        | C::MemoProject
        | C::MemoCase
        | C::Protocol
        | C::Logbook
        | C::Memos
        | C::Templates
        | C::LogbookList
        | C::Paraphrase
        | C::ParaphraseRemove
        | C::Paraphrases
        | C::ParaphrasesShow
        | C::ParaphraseFilter
        | C::Quote
        | C::Cite => coding::of(command),
        C::SelectLetters
        | C::SelectParagraphs
        | C::SelectDown
        | C::SelectUp
        | C::LetterRight
        | C::LetterLeft
        | C::WordRight
        | C::WordLeft
        | C::SelectRowDown
        | C::SelectRowUp
        | C::SelectStart
        | C::SelectEnd
        | C::GrowEnd
        | C::ShrinkEnd
        | C::GrowStart
        | C::ShrinkStart
        | C::Resize
        | C::SelectSentence
        | C::SelectNextSentence
        | C::SelectFix
        | C::Down
        | C::Up
        | C::RowDown
        | C::RowUp
        | C::PageDown
        | C::PageUp
        | C::First
        | C::Last
        | C::Centre
        | C::NextOpen
        | C::PreviousOpen
        | C::NextSegment
        | C::PreviousSegment
        | C::CellRight
        | C::CellLeft
        | C::GoTo
        | C::Back
        | C::Open
        | C::Search
        | C::NextHit
        | C::PreviousHit => reading::of(command),
        C::CodeSegments
        | C::CodeApply
        | C::CodeAdd
        | C::CodeRename
        | C::CodeDefine
        | C::CodeColor
        | C::CodeDown
        | C::CodeUp
        | C::CodeIndent
        | C::CodeOutdent
        | C::CodeMove
        | C::CodeMerge
        | C::CodeAnchors
        | C::CodeFilter
        | C::CodeSort
        | C::SortMark
        | C::SortPick
        | C::SortBack
        | C::SortAgain
        | C::SortOnlyOpen
        | C::CodeCite
        | C::CodeRemove
        | C::Fold
        | C::Unfold
        | C::FoldAll
        | C::UnfoldAll
        | C::Query
        | C::Queries
        | C::QuerySave
        | C::QueryWithout
        | C::Activate
        | C::ActivateAll
        | C::ActivateWhere
        | C::ActivateSet
        | C::Subcodes => codes::of(command),
        C::DocumentEdit
        | C::DocumentStatus
        | C::DocumentInfo
        | C::DocumentRelease
        | C::DocumentStage
        | C::DocumentGuide
        | C::Consent
        | C::Consents
        | C::ConsentRemove
        | C::Recording
        | C::DocumentRemove
        | C::DocumentsBy
        | C::DocumentDown
        | C::DocumentUp
        | C::Import
        | C::DocumentReplace
        | C::Guides
        | C::ImportGuide
        | C::GuideCodes
        | C::CorrectParagraph
        | C::ParagraphSpeaker
        | C::CorrectTranscript
        | C::Play
        | C::SetTime
        | C::Release => documents::of(command),
        C::Grid
        | C::CellEdit
        | C::CellSegments
        | C::CellNotAsked
        | C::CellNoAnswer
        | C::CellNothing
        | C::NextBare
        | C::PreviousBare
        | C::GridRows
        | C::GridTurn
        | C::GridSave
        | C::DocumentSummary
        | C::CodeSummary
        | C::CaseSummary
        | C::Datasheet
        | C::Tables
        | C::Sets
        | C::TableEnter
        | C::TableRight
        | C::TableLeft
        | C::TableNext
        | C::TablePublished
        | C::TableSort
        | C::TableOpen
        | C::TableCopy
        | C::CountList
        | C::CountNext
        | C::CountCodes
        | C::CountPercent
        | C::CountTurn
        | C::CountDraw
        | C::MatrixDocuments
        | C::MatrixCodes
        | C::MatrixGroups
        | C::MatrixSets
        | C::MatrixVariable
        | C::Quotes
        | C::Coverage
        | C::Portrait
        | C::Codeline
        | C::Words
        | C::Concordance
        | C::VariableAdd
        | C::VariableEdit
        | C::VariableRemove
        | C::VariableLeft
        | C::VariableRight
        | C::RowAdd
        | C::RowMoveDown
        | C::RowMoveUp
        | C::RowRemove
        | C::SetAdd
        | C::ImportValues => grid::of(command),
        C::Differences
        | C::Compare
        | C::NextDifference
        | C::PreviousDifference
        | C::Agreement
        | C::AgreementOptions
        | C::AgreementMethod
        | C::Consensual
        | C::DifferenceFilter
        | C::Consolidate
        | C::TakeFirst
        | C::TakeSecond
        | C::TakeThird
        | C::TakeFourth
        | C::TakeAll
        | C::TakeNone
        | C::CodeAnew
        | C::CodePassage
        | C::Reason
        | C::TakeAgreed
        | C::SettleByRule
        | C::FinishConsensus
        | C::NextDocument
        | C::PreviousDocument
        | C::Coders
        | C::CodersAssign
        | C::CoderColor
        | C::CoderRename
        | C::Passes
        | C::Revisit
        | C::CodebookVersions
        | C::KeepVersion
        | C::RevisitCode
        | C::RevisitDone
        | C::Coder
        | C::StudyRelease
        | C::Share
        | C::Merge
        | C::Packages => coders::of(command),
        C::CheckReport
        | C::WriteReport
        | C::CheckAgain
        | C::CheckShow
        | C::CheckDetail
        | C::Undo
        | C::Redo
        | C::History
        | C::HistoryHere
        | C::Drafts
        | C::Names
        | C::NamesFind
        | C::NamesCheck
        | C::NamesImport
        | C::Seal
        | C::Erase
        | C::Export
        | C::WriteStudy
        | C::ImportCodebook
        | C::Doctor
        | C::Backup
        | C::FocusNext
        | C::FocusPrevious
        | C::FocusDocuments
        | C::FocusCodes
        | C::FocusTranscript
        | C::FocusSegments
        | C::OpenBeside
        | C::OtherHalf
        | C::CloseHalf
        | C::ExchangeHalves
        | C::LeftWider
        | C::LeftNarrower
        | C::SideWider
        | C::SideNarrower
        | C::TextWider
        | C::TextNarrower
        | C::DocumentsTaller
        | C::DocumentsLower
        | C::Theme
        | C::Language
        | C::Tutor
        | C::TutorSkip
        | C::TutorBack
        | C::Help
        | C::Palette
        | C::Redraw
        | C::Suspend
        | C::Quit => window::of(command),
    }
}

/// Plays a scene; what is wrong with it, if anything is.
fn play(command: Command, lang: Lang, pressed: bool) -> Option<String> {
    let scene = scene(command);
    let mut stage = Stage::open(scene.study, lang);
    stage.play(&scene.before);
    stage.note();
    if pressed {
        if let Err(reason) = stage.bench.model.can(command) {
            return Some(format!("{}: it cannot be done there: {reason}", command.name()));
        }
        if !stage.press(command) {
            return Some(format!("{}: none of its keys holds there", command.name()));
        }
    }
    stage.play(&scene.after);
    match ((scene.check)(&stage), pressed) {
        (true, true) | (false, false) => None,
        (false, true) => Some(format!("{} does not do what it should\n{}", command.name(), stage.screen())),
        (true, false) => Some(format!("{}: the check holds without it", command.name())),
    }
}

/// Every other command, so that two threads share the work.
fn all(lang: Lang, half: usize, pressed: bool) {
    let commands = Command::ALL.iter().skip(half).step_by(2);
    let wrong: Vec<String> = commands.filter_map(|command| play(*command, lang, pressed)).collect();
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn every_command_does_what_it_says_in_english() {
    all(Lang::En, 0, true);
}

#[test]
fn every_other_command_does_what_it_says_in_english() {
    all(Lang::En, 1, true);
}

#[test]
fn every_command_does_what_it_says_in_german() {
    all(Lang::De, 0, true);
}

#[test]
fn every_other_command_does_what_it_says_in_german() {
    all(Lang::De, 1, true);
}

#[test]
fn without_its_key_no_command_seems_to_have_been_done() {
    all(Lang::En, 0, false);
    all(Lang::En, 1, false);
}

/// Which studies are there: made once each.
#[test]
fn the_studies_of_the_scenes_open() {
    for kind in Kind::ALL {
        let stage = Stage::open(kind, Lang::En);
        assert!(stage.bench.model.study.loaded, "{kind:?}");
    }
}
