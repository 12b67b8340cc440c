//! What each command does.

use super::{
    agreement, beside, care, coders, codes, coding, comparing, consolidate, counted, edits, files, form,
    found, grid, halves, load, many, names, overlay, paraphrases, picker, query, reading, records, report,
    revisit, saving, sections, selecting, sharing, show_transcript, slots, sorting, summaries, table, teams,
    templates, tutor, versions, work,
};
use crate::model::coders::Status;
use crate::model::memos::MemoOn;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Beside, Effect, Export, Work};
use crate::tui::layout::{areas, list_height};
use crate::tui::model::names::Page;
use crate::tui::model::{DocumentRow, ListingKind, Main, Model, Pane, PickerKind, Select, ToastKind};

pub fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    use Command as C;
    match command {
        C::Code => coding::code(model),
        C::Repeat => coding::repeat(model, effects),
        C::SlotOne
        | C::SlotTwo
        | C::SlotThree
        | C::SlotFour
        | C::SlotFive
        | C::SlotSix
        | C::SlotSeven
        | C::SlotEight
        | C::SlotNine
        | C::Slots => slots::command(model, command, effects),
        C::CodeSort | C::SortMark | C::SortPick | C::SortBack | C::SortAgain | C::SortOnlyOpen => {
            sorting::command(model, command, effects);
        }
        C::Uncode => coding::uncode(model, effects),
        C::InVivo => coding::in_vivo(model),
        C::Weight
        | C::Comment
        | C::Anchor
        | C::Resize
        | C::GrowEnd
        | C::ShrinkEnd
        | C::GrowStart
        | C::ShrinkStart => coding::on_segment(model, command, effects),
        C::Doctor | C::Backup | C::ConsentRemove | C::NamesImport => care::command(model, command, effects),
        C::CodeHits | C::CodeSpeaker | C::CodeAnchors | C::CodeFilter => {
            many::command(model, command, effects)
        }
        C::SelectSentence => selecting::sentence(model, false),
        C::SelectNextSentence => selecting::sentence(model, true),
        C::Quote => coding::quote(model, effects),
        C::CheckReport | C::CheckAgain | C::CheckShow | C::CheckDetail | C::Cite | C::CodeCite => {
            report::command(model, command, effects);
        }
        C::Memo => form::memo(model, form::memo_target(model)),
        C::MemoProject => form::memo(model, MemoOn::Project),
        C::Paraphrase | C::ParaphraseRemove | C::Paraphrases | C::ParaphrasesShow | C::ParaphraseFilter => {
            paraphrases::command(model, command, effects)
        }
        C::Play
        | C::SetTime
        | C::Release
        | C::Recording
        | C::Consent
        | C::Consents
        | C::DocumentInfo
        | C::DocumentStage
        | C::DocumentGuide
        | C::Guides
        | C::ImportGuide
        | C::GuideCodes
        | C::Protocol
        | C::MemoCase
        | C::Logbook => beside::command(model, command, effects),
        C::CorrectParagraph | C::ParagraphSpeaker | C::CorrectTranscript => {
            edits::command(model, command, effects);
        }
        C::SelectLetters => selecting::letters(model),
        C::SelectParagraphs => selecting::paragraphs(model),
        C::SelectDown => selecting::by_paragraph(model, 1),
        C::SelectUp => selecting::by_paragraph(model, -1),
        C::LetterRight
        | C::LetterLeft
        | C::WordRight
        | C::WordLeft
        | C::SelectRowDown
        | C::SelectRowUp
        | C::SelectStart
        | C::SelectEnd
        | C::SelectFix => selecting::extend(model, command),
        C::Down => step(model, 1),
        C::Up => step(model, -1),
        C::RowDown => reading::scroll(model, 1, true),
        C::RowUp => reading::scroll(model, -1, true),
        C::PageDown => page(model, 1),
        C::PageUp => page(model, -1),
        C::First => end(model, false),
        C::Last => end(model, true),
        C::Centre => reading::centre(model),
        C::NextOpen => next_open(model, true, effects),
        C::PreviousOpen => next_open(model, false, effects),
        C::NextSegment => reading::next_segment(model, true),
        C::PreviousSegment => reading::next_segment(model, false),
        C::CellRight => grid::sideways(model, 1),
        C::CellLeft => grid::sideways(model, -1),
        C::GoTo => form::go_to(model),
        C::Back => back(model, effects),
        C::Open => open(model, effects),
        C::Search => form::search(model),
        C::NextHit => found::step(model, true, effects),
        C::PreviousHit => found::step(model, false, effects),
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
        | C::CodeRemove
        | C::Fold
        | C::Unfold
        | C::FoldAll
        | C::UnfoldAll => codes::command(model, command, effects),
        C::CodeMove => {
            if let Some(code) = model.code_at_cursor() {
                picker::open(model, PickerKind::MoveUnder(code));
            }
        }
        C::CodeMerge => {
            if let Some(code) = model.code_at_cursor() {
                picker::open(model, PickerKind::MergeInto(code));
            }
        }
        C::Query
        | C::Queries
        | C::QuerySave
        | C::QueryWithout
        | C::Activate
        | C::ActivateAll
        | C::ActivateWhere
        | C::ActivateSet => {
            query::command(model, command, effects);
        }
        C::Subcodes => subcodes(model, effects),
        C::DocumentEdit => sections::edit(model),
        C::DocumentStatus => status(model, effects),
        C::DocumentRelease => coders::release(model, model.document_at_cursor(), effects),
        C::StudyRelease => coders::release(model, None, effects),
        C::DocumentRemove => {
            if let Some(id) = model.document_at_cursor() {
                work(effects, Work::RemoveDocument(id));
            }
        }
        C::Import => form::import(model, "", None),
        C::DocumentReplace => {
            if let Some(id) = model.document_at_cursor() {
                work(effects, Work::Beside(Beside::MayReplace(id)));
            }
        }
        C::Grid => grid::toggle(model, effects),
        C::CellEdit
        | C::CellSegments
        | C::CellNotAsked
        | C::CellNoAnswer
        | C::CellNothing
        | C::NextBare
        | C::PreviousBare
        | C::GridRows
        | C::GridTurn
        | C::GridSave => grid::command(model, command, effects),
        C::DocumentSummary | C::CodeSummary | C::CaseSummary => {
            summaries::command(model, command, effects);
        }
        C::Datasheet
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
        | C::VariableAdd
        | C::VariableEdit
        | C::VariableRemove
        | C::VariableLeft
        | C::VariableRight
        | C::RowMoveDown
        | C::RowMoveUp
        | C::RowAdd
        | C::RowRemove
        | C::ImportValues => table::command(model, command, effects),
        C::SetAdd => sections::ask_set(model),
        C::DocumentsBy => sections::next(model),
        C::DocumentDown => sections::shift(model, 1, effects),
        C::DocumentUp => sections::shift(model, -1, effects),
        C::DifferenceFilter if records::filter(model) => {}
        C::Differences | C::Compare | C::NextDifference | C::PreviousDifference | C::DifferenceFilter => {
            comparing::command(model, command, effects)
        }
        C::Agreement | C::AgreementOptions | C::AgreementMethod | C::Consensual => {
            agreement::command(model, command, effects);
        }
        C::Consolidate
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
        | C::PreviousDocument => consolidate::command(model, command, effects),
        C::CoderColor | C::CoderRename | C::CodersAssign | C::Passes => teams::command(model, command),
        C::CodebookVersions | C::KeepVersion => versions::command(model, command, effects),
        C::Coders | C::Revisit | C::RevisitCode | C::RevisitDone => revisit::command(model, command, effects),
        C::MatrixDocuments
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
        | C::CountList
        | C::CountNext
        | C::CountCodes
        | C::CountPercent
        | C::CountTurn
        | C::CountDraw => counted::command(model, command, effects),
        C::Templates => templates::list(model),
        C::History | C::HistoryHere | C::Memos | C::LogbookList => records::command(model, command, effects),
        C::Undo => work(effects, Work::Undo),
        C::Redo => work(effects, Work::Redo),
        C::Drafts => saving::offer_drafts(model),
        C::Share => sharing::share(model),
        C::Merge => sharing::came_back(model),
        C::Packages => sharing::packages(effects),
        C::Names => names::open(model, effects),
        C::NamesFind => names::open_on(model, Page::Found, effects),
        C::NamesCheck => names::open_on(model, Page::Check, effects),
        C::Seal => names::plan(model, None, effects),
        C::Erase => {
            if let Some(id) = model.document_at_cursor() {
                names::plan(model, Some(id), effects);
            }
        }
        C::Export => files::export(model),
        C::WriteStudy => files::edition(model),
        C::WriteReport => files::prompt(model, Export::Report),
        C::ImportCodebook => files::codebook(model),
        C::Coder => coders::choose(model),
        C::FocusNext => halves::focus_next(model, true),
        C::FocusPrevious => halves::focus_next(model, false),
        C::FocusDocuments => focus(model, Pane::Documents),
        C::FocusCodes => focus(model, Pane::Codes),
        C::FocusTranscript => {
            if model.reading.is_some() {
                show_transcript(model);
            } else {
                model.say(tr!("need-transcript"), ToastKind::Notice);
            }
        }
        C::FocusSegments => {
            if model.listing.found.is_some() {
                load::show_found(model);
            } else if model.listing.is_empty() {
                model.say(tr!("need-list"), ToastKind::Notice);
            } else {
                (model.main, model.pane) = (Main::Listing, Pane::Main);
            }
        }
        C::OpenBeside | C::OtherHalf | C::CloseHalf | C::ExchangeHalves | C::LeftWider | C::LeftNarrower => {
            halves::command(model, command, effects)
        }
        C::SideWider => resize(model, |sizes| sizes.side = (sizes.side + 2).min(80)),
        C::SideNarrower => resize(model, |sizes| sizes.side = sizes.side.saturating_sub(2).max(16)),
        C::TextWider => resize(model, |sizes| sizes.text = (sizes.text + 4).min(160)),
        C::TextNarrower => resize(model, |sizes| sizes.text = sizes.text.saturating_sub(4).max(32)),
        C::DocumentsTaller => resize(model, |sizes| sizes.split = (sizes.split + 5).min(85)),
        C::DocumentsLower => resize(model, |sizes| sizes.split = sizes.split.saturating_sub(5).max(15)),
        C::Theme => {
            use crate::tui::theme::Ground;
            model.theme.ground =
                if model.theme.ground == Ground::Dark { Ground::Light } else { Ground::Dark };
            effects.push(Effect::Ground(model.theme.ground));
        }
        C::Language => {
            use crate::i18n::Lang;
            model.lang = if model.lang == Lang::De { Lang::En } else { Lang::De };
            effects.push(Effect::Speak(model.lang));
        }
        C::Tutor | C::TutorSkip | C::TutorBack => tutor::command(model, command, effects),
        C::Help => overlay::help(model),
        C::Palette => overlay::palette(model),
        C::Redraw => effects.push(Effect::Redraw),
        C::Suspend => effects.push(Effect::Suspend),
        C::Quit => saving::leave(model, effects),
    }
}

/// The keys go to a pane.
pub fn focus(model: &mut Model, pane: Pane) {
    model.pane = pane;
    if pane != Pane::Main {
        model.side = pane;
    }
    codes::keep_in_sight(model);
    reading::keep_in_sight(model);
}

pub fn resize(model: &mut Model, change: impl FnOnce(&mut crate::tui::model::Sizes)) {
    change(&mut model.sizes);
    codes::keep_in_sight(model);
    reading::keep_in_sight(model);
}

fn step(model: &mut Model, steps: isize) {
    match (model.pane, model.main) {
        (Pane::Documents, _) => {
            let at = model.documents.at.saturating_add_signed(steps);
            codes::set_document_cursor(model, at);
        }
        (Pane::Codes, _) => {
            let at = model.codes.at.saturating_add_signed(steps);
            codes::set_cursor(model, at);
        }
        (Pane::Main, Main::Transcript) => reading::step(model, steps),
        (Pane::Main, Main::Listing) => {
            let at = model.listing.cursor.at.saturating_add_signed(steps);
            model.listing.cursor.at = at.min(model.listing.len().saturating_sub(1));
        }
        (Pane::Main, Main::Grid) => grid::step(model, steps),
        (Pane::Main, Main::Table) => table::step(model, steps),
        (Pane::Main, Main::Consolidate) => consolidate::step(model, steps),
    }
}

fn page(model: &mut Model, pages: isize) {
    let areas = areas(model);
    match (model.pane, model.main) {
        (Pane::Documents, _) => step(model, pages * list_height(areas.documents) as isize),
        (Pane::Codes, _) => step(model, pages * list_height(areas.codes) as isize),
        (Pane::Main, Main::Transcript) => reading::page(model, pages),
        (Pane::Main, Main::Table) => {
            table::step(model, pages * crate::tui::view::table::shape(model).rows as isize);
        }
        (Pane::Main, Main::Consolidate) => consolidate::scroll(model, pages * 6),
        (Pane::Main, _) => step(model, pages * (list_height(Some(areas.main)) / 3).max(1) as isize),
    }
}

fn end(model: &mut Model, last: bool) {
    let to = if last { usize::MAX } else { 0 };
    match (model.pane, model.main) {
        (Pane::Main, Main::Transcript) => reading::to(model, to),
        _ => step(model, if last { isize::MAX } else { isize::MIN }),
    }
}

fn next_open(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    if model.main == Main::Listing && model.pane == Pane::Main {
        sorting::next_open(model, forward);
    } else if model.main == Main::Consolidate && model.pane == Pane::Main {
        consolidate::next_open(model, forward, effects);
    } else if model.main == Main::Grid && model.pane == Pane::Main {
        grid::next_open(model, forward);
    } else {
        reading::next_open(model, forward);
    }
}

/// Esc: one step out of whatever one is in. Never leaves the workbench.
fn back(model: &mut Model, effects: &mut Vec<Effect>) {
    model.toast = None;
    if agreement::stop(model, effects) {
        return;
    }
    if let Some(search) = model.listing.search.take() {
        effects.push(Effect::Stop);
        return model.say(tr!("search-stopped", query = search.query), ToastKind::Notice);
    }
    if report::stop(model, effects) {
        return;
    }
    if model.pane == Pane::Codes && !model.code_filter.is_empty() {
        let code = model.code_at_cursor();
        model.code_filter.clear();
        return code.into_iter().for_each(|code| codes::go_to(model, code));
    }
    if model.pane != Pane::Main {
        if model.reading.is_some() || model.main != Main::Transcript {
            focus(model, Pane::Main);
        }
        return;
    }
    match model.main {
        Main::Transcript => {
            if let Some(reading) = &mut model.reading {
                if reading.select != Select::None {
                    reading.select = Select::None;
                } else {
                    reading.segment = None;
                }
            }
        }
        Main::Grid if model.grid.in_segments => model.grid.in_segments = false,
        Main::Listing if model.listing.cell.is_some() => counted::back(model, effects),
        Main::Listing | Main::Grid | Main::Table | Main::Consolidate => back_from_list(model),
    }
}

/// From a list, grid or table to the transcript, or to the documents where none is open.
pub fn back_from_list(model: &mut Model) {
    model.main = Main::Transcript;
    if model.reading.is_none() {
        focus(model, Pane::Documents);
    } else {
        reading::keep_in_sight(model);
    }
}

/// Opens what is under the cursor.
fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.pane {
        Pane::Documents => match model.study.rows.get(model.documents.at) {
            Some(DocumentRow::Document(id)) => {
                let document = *id;
                if model.reading.as_ref().is_some_and(|reading| reading.document == document) {
                    show_transcript(model);
                    reading::keep_in_sight(model);
                } else {
                    work(effects, Work::Open { document, span: None, half: None });
                }
            }
            _ => step(model, 1),
        },
        Pane::Main if model.main == Main::Consolidate => consolidate::read(model, effects),
        _ => match model.listing.place() {
            Some((document, span)) => go_to(model, document, span, effects),
            None if model.listing.finding().is_some() => {
                model.say(tr!("report-no-place"), ToastKind::Notice);
            }
            None => found::open(model, effects),
        },
    }
}

/// Shows a passage: at once where its transcript is open.
pub fn go_to(
    model: &mut Model,
    document: crate::model::DocumentId,
    span: crate::text::Span,
    effects: &mut Vec<Effect>,
) {
    if model.reading.as_ref().is_some_and(|reading| reading.document == document) {
        show_transcript(model);
        reading::go_to(model, span);
    } else {
        work(effects, Work::Open { document, span: Some(span), half: None });
    }
}

fn subcodes(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.main == Main::Grid {
        model.grid.subcodes = !model.grid.subcodes;
        return grid::ask(model, effects);
    }
    if let (ListingKind::Segments, Some(code)) = (model.listing.kind, model.listing.code) {
        model.listing.subcodes = !model.listing.subcodes;
        work(effects, Work::Segments { code, subcodes: model.listing.subcodes });
    }
}

fn status(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(id) = model.document_at_cursor() {
        let now = model.study.status.get(&id).copied().unwrap_or(Status::NotStarted);
        work(effects, Work::SetStatus(id, reading::next_status(now)));
    }
}
