//! The one thread that owns the project: takes [`Work`], calls `ops`, answers with what changed.

mod coding;
mod consolidating;
mod desk;
mod naming;
mod sharing;
mod teams;
mod turning;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::bridge::beside::Outcome;
use super::bridge::revisit;
use super::effect::{Export, Work};
use super::model::{Half, Material};
use super::msg::{Msg, News, Opened, ProjectNews};
use crate::analysis::agreement::method;
use crate::analysis::differences::Only;
use crate::analysis::grid::Shown;
use crate::error::{Error, Kind, Result};
use crate::i18n::Lang;
use crate::model::codings::Coding;
use crate::model::history::Changed;
use crate::model::{CoderId, DocumentId};
use crate::ops;
use crate::progress::Progress;
use crate::store::history::Direction;
use crate::store::{
    Project, cases, coders, codes, codings, documents, drafts, history, media, memos, packages, saved_tables,
    sets, settings, templates, variables,
};
use crate::text::{Span, places};
use crate::tr;

/// Under this key the copy remembers how the workbench was left.
pub const STATE: &str = "workbench";

/// Orders to the worker's thread.
pub enum Order {
    Work(Work),
    /// Work that takes long and only reads, with what counts and stops it.
    Job(Work, Progress),
    /// Work that takes long and writes.
    Long(Work, Progress),
    Speak(Lang),
}

/// Owns the project.
pub struct Worker {
    project: Project,
    version: i64,
    /// The newest operation when that was looked at.
    newest: String,
    /// The documents whose transcripts the screen shows.
    open: Vec<DocumentId>,
    /// The query whose answer the screen shows.
    asked: Option<ops::query::Ask>,
    /// The grid that the screen shows.
    grid: ops::grid::GridQuery,
    /// The documents that lists of segments answer for; none: all.
    active: Option<Vec<DocumentId>>,
    /// Counts and stops the long work under way.
    progress: Progress,
    watch: fn(&Work),
}

/// How often the worker looks whether another process changed the project.
const LOOK: Duration = Duration::from_millis(400);

impl Worker {
    pub fn new(project: Project) -> Worker {
        let version = project.data_version().unwrap_or(0);
        let newest = packages::newest_operation(&project.read()).unwrap_or_default();
        Worker {
            project,
            version,
            newest,
            open: Vec::new(),
            asked: None,
            active: None,
            grid: Default::default(),
            progress: Progress::new(),
            watch: |_| {},
        }
    }
    /// For tests that see what is done.
    pub fn watched(self, watch: fn(&Work)) -> Worker {
        Worker { watch, ..self }
    }
    /// For tests that do something beside the keys.
    pub fn project_mut(&mut self) -> &mut Project {
        &mut self.project
    }
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Works until the other side is gone, and answers through `send`.
    pub fn serve(mut self, orders: &Receiver<Order>, answers: &Sender<Msg>) {
        loop {
            let messages = match orders.recv_timeout(LOOK) {
                Ok(Order::Work(work)) => {
                    let held = work.holds_keys();
                    let mut messages = self.run(work);
                    if held {
                        messages.push(Msg::Busy(false));
                    }
                    messages
                }
                Ok(Order::Job(work, progress)) => {
                    super::jobs::start(&self.project, work, progress, answers, self.watch);
                    Vec::new()
                }
                Ok(Order::Long(work, progress)) => {
                    self.progress = progress;
                    let messages = self.run(work);
                    self.progress = Progress::new();
                    messages
                }
                Ok(Order::Speak(lang)) => {
                    crate::i18n::set_lang(lang);
                    Vec::new()
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            };
            for message in messages {
                // Nobody may listen any more; what was ordered is done all the same.
                drop(answers.send(message));
            }
        }
    }

    /// News of what another process changed, if it did.
    pub fn look(&mut self) -> Vec<Msg> {
        match self.project.data_version() {
            Ok(version) if version != self.version => {
                self.version = version;
                // Without an operation there is nothing new to see: another workbench has remembered where it is.
                let newest = packages::newest_operation(&self.project.read()).unwrap_or_default();
                if newest == self.newest {
                    return Vec::new();
                }
                self.newest = newest;
                self.run(Work::Refresh)
            }
            _ => Vec::new(),
        }
    }

    /// Does one piece of work and says what came of it.
    pub fn run(&mut self, work: Work) -> Vec<Msg> {
        (self.watch)(&work);
        let waited = work.is_long().then_some(Msg::Waited);
        let messages = match self.try_run(work) {
            Ok(messages) => messages,
            Err(error) => vec![Msg::Failed(error)],
        };
        waited.into_iter().chain(messages).collect()
    }

    fn try_run(&mut self, work: Work) -> Result<Vec<Msg>> {
        let project = &mut self.project;
        match work {
            Work::Load => {
                let mut news = self.everything()?;
                news.remembered = settings::state(&self.project.read(), STATE)?;
                news.lesson = settings::state(&self.project.read(), ops::tutor::STATE)?;
                news.drafts = Some(drafts::list(&self.project.read())?);
                Ok(vec![Msg::News(Box::new(news))])
            }
            Work::Refresh => {
                let mut news = self.everything()?;
                news.changed.tables.extend(["coding", "code", "document", "summary"].map(str::to_owned));
                news.again = self.again()?;
                Ok(vec![Msg::News(Box::new(news))])
            }
            Work::Open { document, span, half } => self.open(document, span, half).map(|opened| vec![opened]),
            Work::Shows(open) => {
                self.open = open;
                Ok(Vec::new())
            }
            Work::Find(typed) => {
                let reader = project.read();
                let place = places::parse(&typed, &settings::citation(&reader)?)?;
                let document = documents::by_label(&reader, &place.label)?;
                let transcript = documents::transcript(&reader, document.id)?;
                let span =
                    places::resolve(&place.part, &document.label, &transcript.text, &transcript.paragraphs)?;
                self.open(document.id, Some(span), None).map(|opened| vec![opened])
            }
            Work::Segments { code, subcodes } => {
                let query = ops::retrieve::SegmentQuery {
                    codes: Some(vec![code]),
                    with_subcodes: subcodes,
                    documents: self.active.clone(),
                    ..Default::default()
                };
                let found = ops::retrieve::segments(project, &query)?;
                let (segments, notes) = (found.segments, found.notes);
                Ok(vec![Msg::Segments { code, subcodes, segments, notes }])
            }
            Work::Query(look) => super::bridge::queries::look(project, look, &mut self.asked),
            Work::Grid(query) => {
                let grid = ops::grid::grid(project, &query)?;
                self.grid = *query;
                Ok(vec![Msg::Grid(Box::new(grid))])
            }
            Work::Write(on, subcodes) => {
                let writing = super::bridge::summaries::writing(project, on, subcodes)?;
                Ok(vec![Msg::Write(Box::new(writing))])
            }
            Work::Table(report) => Ok(vec![Msg::Table(
                report.clone(),
                Box::new(super::bridge::tables::read(project, report, &self.progress)?),
            )]),
            Work::Desk(ask) => self.desk(*ask),
            Work::Differences(query, then) => {
                let result = ops::comparison::differences(project, &query, Only::default());
                Ok(vec![Msg::Differences(result, then)])
            }
            Work::Places(words, places) => {
                let (segments, hits, notes) = super::bridge::tables::places(project, &places)?;
                Ok(vec![Msg::Places { cell: (words, places), segments, hits, notes }])
            }
            Work::Material(what) => {
                let changed = super::bridge::tables::run(project, *what)?;
                let mut messages = vec![Msg::Settled];
                messages.extend(self.after(changed)?);
                Ok(messages)
            }
            Work::PlanValues(path) => {
                let plan = super::bridge::tables::plan(project, &path)?;
                let (values, wrong) = (plan.values.len(), plan.errors.len());
                let title = tr!("import-plan", values = values, wrong = wrong);
                Ok(vec![Msg::Planned { path, title, lines: plan.lines(), values }])
            }
            Work::Names(ask) if !ask.is_job() => self.names(ask),
            Work::Consensual => {
                let (consolidated, all) = ops::agreement::consolidated(project)?;
                if consolidated == 0 {
                    let error = Error::refused(tr!("error-agreement-no-consensus"));
                    return Err(error.hint(tr!("hint-agreement-no-consensus")));
                }
                Ok(vec![Msg::Method(method::consensual(consolidated, all))])
            }
            Work::Coders(ask) => self.coders(ask),
            Work::Consolidation(ask) => self.consolidation(*ask),
            Work::Cite(what) => {
                let (citation, words) = super::bridge::report::cite(project, what)?;
                Ok(vec![Msg::Cited(citation, words)])
            }
            Work::Sharing(ask) => self.sharing(ask),
            Work::Search(_) | Work::Preview { .. } | Work::Agreement(_) | Work::Check(_) | Work::Names(_) => {
                Ok(super::jobs::run(project, &work, &Progress::new()).into_iter().collect())
            }
            Work::Import { items, from, batch } => {
                Ok(vec![super::bridge::import::store(project, &items, from, batch)])
            }
            Work::Imported { documents, changed } => {
                let mut messages = self.after(changed)?;
                if let (Some(Msg::News(news)), 2..) = (messages.first_mut(), documents) {
                    news.said = Some(tr!("toast-imported", count = documents));
                }
                Ok(messages)
            }
            Work::KeepDraft { field, text } => {
                ops::drafts::keep(project, &field, &text)?;
                Ok(Vec::new())
            }
            Work::DropDraft(field) => {
                ops::drafts::discard(project, &field)?;
                let drafts = Some(drafts::list(&project.read())?);
                Ok(vec![Msg::News(Box::new(News { drafts, ..News::default() }))])
            }
            Work::Remember { key, value } => {
                ops::drafts::remember(project, key, &value)?;
                Ok(Vec::new())
            }
            Work::Apply { document, span, what, create, mark } => {
                self.apply(document, span, what, create, mark)
            }
            Work::AskParaphrase { document, span } => {
                let span = ops::paraphrases::passage(&project.read(), document, span)?;
                Ok(vec![Msg::Paraphrase(document, span)])
            }
            Work::AddCode(path, mark) => {
                let (done, count) = revisit::add_code(project, &path, mark)?;
                let mut messages = self.after(done.changed)?;
                messages.push(Msg::CodeMade(done.value));
                messages.push(Msg::Marked { count, without: Work::AddCode(path, false) });
                Ok(messages)
            }
            Work::DefineCode(id, guide, mark) => {
                let (done, count) = revisit::define_code(project, id, &guide, mark)?;
                let mut messages = self.after(done.changed)?;
                messages.push(Msg::Marked { count, without: Work::DefineCode(id, guide, false) });
                Ok(messages)
            }
            Work::Correct(what) => {
                let (told, changed) = super::bridge::edits::correct(project, *what)?;
                let mut messages = match changed {
                    Some(changed) => self.after(changed)?,
                    None => Vec::new(),
                };
                messages.push(Msg::Corrected(Box::new(told)));
                Ok(messages)
            }
            Work::Export(mut order) => {
                if let Export::Grid { turned } = order.what {
                    let shown = Shown { transposed: turned, ..Shown::default() };
                    // What leaves the program has the values that may be published.
                    let query = ops::grid::GridQuery { working: false, ..self.grid.clone() };
                    order.tables = vec![ops::grid::table(project, &query, shown, &[])?];
                }
                let (asked, active) = (self.asked.as_ref(), self.active.as_deref());
                super::bridge::export::run(project, order, asked, active).map(|message| vec![message])
            }
            Work::Edition { query, path, overwrite } => {
                let told = super::bridge::export::edition(project, &query, &path, overwrite, &self.progress)?;
                Ok(vec![told])
            }
            Work::ImportCodebook(path, mark) => {
                let mut said = String::new();
                let (done, count) = revisit::counting(project, |project| {
                    let (done, words) = super::bridge::export::import_codebook(project, &path, mark)?;
                    said = words;
                    Ok(done)
                })?;
                let mut news = self.news(done.changed)?;
                news.said = Some(said.clone());
                let marked = Msg::Marked { count, without: Work::ImportCodebook(path, false) };
                Ok(vec![Msg::Accepted(said), Msg::News(Box::new(news)), marked])
            }
            Work::SignIn(coder) => self.sign_in(coder),
            Work::AddCoder(name) => {
                let coder = ops::coders::add(project, &name)?.value;
                self.sign_in(coder)
            }
            Work::Undo => self.turn(Direction::Undo),
            Work::Redo => self.turn(Direction::Redo),
            Work::ChangeQuery(change) => {
                let changed = super::bridge::queries::change(project, change)?;
                self.accepted(changed)
            }
            Work::Beside(order) => match super::bridge::beside::run(project, order)? {
                Outcome::Changed(changed) => self.accepted(changed),
                Outcome::Said(said) => Ok(vec![Msg::Accepted(said)]),
                Outcome::Messages(messages) => Ok(messages),
            },
            work => {
                let changed = operate(project, work)?;
                self.after(changed)
            }
        }
    }

    /// [`Self::after`] what a prompt waited for.
    fn accepted(&mut self, changed: Changed) -> Result<Vec<Msg>> {
        let mut messages = self.after(changed)?;
        messages.push(Msg::Accepted(String::new()));
        Ok(messages)
    }

    /// Works as this coder from now on; everything is read again as that coder may see it.
    fn sign_in(&mut self, coder: CoderId) -> Result<Vec<Msg>> {
        ops::coders::sign_in(&mut self.project, coder)?;
        let mut news = self.everything()?;
        news.changed.tables.extend(["coding", "code", "document", "summary"].map(str::to_owned));
        news.drafts = Some(drafts::list(&self.project.read())?);
        let name = coders::get(&self.project.read(), coder)?.name;
        Ok(vec![Msg::Accepted(tr!("toast-coder", coder = name)), Msg::News(Box::new(news))])
    }

    /// What to tell after an operation: what it changed, and its words with the way back.
    fn after(&mut self, changed: Changed) -> Result<Vec<Msg>> {
        let mut news = self.news(changed)?;
        if !news.changed.is_empty() {
            let newest = history::next(&self.project.read(), Direction::Undo)?;
            news.said = newest.first().map(|operation| tr!("toast-done", what = history::words(operation)));
        }
        Ok(vec![Msg::News(Box::new(news))])
    }

    fn open(&mut self, document: DocumentId, span: Option<Span>, half: Option<Half>) -> Result<Msg> {
        let opened = self.opened(document, span, half)?;
        if !self.open.contains(&document) {
            self.open.push(document);
        }
        Ok(Msg::Opened(Box::new(opened)))
    }

    /// The open documents as they are now, without those that have just been removed.
    fn again(&self) -> Result<Vec<Opened>> {
        let mut again = Vec::new();
        for document in &self.open {
            match self.opened(*document, None, None) {
                Err(error) if error.kind == Kind::NotFound => {}
                opened => again.push(opened?),
            }
        }
        Ok(again)
    }

    /// The codings of the open documents.
    fn open_codings(&self) -> Result<Vec<(DocumentId, Vec<Coding>)>> {
        let reader = self.project.read();
        self.open.iter().map(|open| Ok((*open, codings::of_document(&reader, *open)?))).collect()
    }

    fn opened(&self, document: DocumentId, span: Option<Span>, half: Option<Half>) -> Result<Opened> {
        let reader = self.project.read();
        Ok(Opened {
            transcript: documents::transcript(&reader, document)?,
            speakers: documents::speakers(&reader, document)?,
            codings: codings::of_document(&reader, document)?,
            span,
            half,
        })
    }

    /// Reads again what an operation changed, and only that.
    fn news(&mut self, changed: Changed) -> Result<News> {
        // What may be seen, and how places are cited, depends on the study's settings.
        if changed.touches("setting") {
            return Ok(News { changed, ..self.everything()? });
        }
        let project = &self.project;
        let reader = project.read();
        let mut news = News::default();
        if changed.touches("coder") || changed.touches("coding_pass") {
            news.project = Some(self.study()?);
        }
        if changed.touches("document") || changed.touches("document_group") {
            news.documents = Some(documents::list(&reader)?);
        }
        if changed.touches("code") {
            news.tree = Some(Arc::new(codes::tree(&reader)?));
        }
        if ["revisit", "document", "coding_pass"].iter().any(|table| changed.touches(table)) {
            news.waiting = Some(revisit::waiting(project)?);
        }
        if ["work", "document", "coding_pass"].iter().any(|table| changed.touches(table)) {
            news.status = Some(self.status()?);
        }
        if changed.touches("coding") || changed.touches("work") || changed.touches("document") {
            news.counts = Some(ops::retrieve::code_counts(project)?);
            for document in &changed.documents {
                news.coded.extend(ops::retrieve::coded_paragraphs(project, Some(*document))?);
            }
            news.codings = self.open_codings()?;
        }
        let material = [
            "document",
            "document_group",
            "study_case",
            "case_document",
            "consent",
            "person",
            "media",
            "memo_template",
            "document_set",
            "document_set_member",
            "code_set",
            "code_set_member",
            "variable",
            "saved_table",
        ];
        if material.iter().any(|table| changed.touches(table)) {
            news.material = Some(material_of(project)?);
        }
        let text = ["text_edit", "paragraph", "speaker"].iter().any(|table| changed.touches(table));
        if text {
            news.again = self.again()?;
        }
        // Whether a document is released is in its row.
        if changed.touches("memo") || changed.touches("document") {
            news.memos = Some(memos::list(&reader)?);
        }
        // Labels and places of documents are in their citations.
        if changed.touches("paraphrase") || changed.touches("document") {
            news.paraphrases = Some(ops::paraphrases::all(project)?);
        }
        news.changed = changed;
        Ok(news)
    }

    fn study(&self) -> Result<ProjectNews> {
        let (project, reader) = (&self.project, self.project.read());
        Ok(ProjectNews {
            name: project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            folder: project.path().parent().unwrap_or(Path::new("")).to_path_buf(),
            coder: project.coder(),
            coders: coders::list(&reader)?,
            passes: coders::passes(&reader)?,
            pattern: settings::citation(&reader)?,
            released: settings::released(&reader)?,
            warnings: project.warnings.clone(),
        })
    }

    fn everything(&self) -> Result<News> {
        let project = &self.project;
        let reader = project.read();
        Ok(News {
            project: Some(self.study()?),
            documents: Some(documents::list(&reader)?),
            coded: ops::retrieve::coded_paragraphs(project, None)?,
            status: Some(self.status()?),
            waiting: Some(revisit::waiting(project)?),
            tree: Some(Arc::new(codes::tree(&reader)?)),
            counts: Some(ops::retrieve::code_counts(project)?),
            codings: self.open_codings()?,
            memos: Some(memos::list(&reader)?),
            paraphrases: Some(ops::paraphrases::all(project)?),
            material: Some(material_of(project)?),
            ..News::default()
        })
    }

    fn status(&self) -> Result<HashMap<DocumentId, crate::model::coders::Status>> {
        let mine = self.project.coder();
        let work = ops::retrieve::work(&self.project)?;
        Ok(work
            .into_iter()
            .filter(|work| work.coder == mine)
            .map(|work| (work.document, work.status))
            .collect())
    }
}

/// What belongs to documents besides their text.
fn material_of(project: &Project) -> Result<Material> {
    let reader = project.read();
    Ok(Material {
        groups: documents::groups(&reader)?,
        cases: cases::list(&reader)?,
        sets: sets::list(&reader)?,
        concerns: ops::consent::concerns(&reader, &ops::consent::today())?,
        templates: templates::list(&reader)?,
        variables: variables::list(&reader)?.into_iter().map(|one| (one.id, one.name)).collect(),
        tables: saved_tables::list(&reader)?.into_iter().map(|one| (one.id, one.name)).collect(),
        recorded: media::list(&reader)?.into_iter().map(|recording| recording.document).collect(),
    })
}

/// The operations that answer with nothing but what they changed.
fn operate(project: &mut Project, work: Work) -> Result<Changed> {
    let changed = match work {
        Work::Uncode { document, span, codes } => {
            ops::codings::remove(project, document, span, &codes)?.changed
        }
        Work::ResizeCoding(id, span) => ops::codings::resize(project, id, span)?.changed,
        Work::ChangeCoding(id, change) => ops::codings::change(project, id, &change)?.changed,
        Work::AddAnchor(code, document, span) => {
            ops::codes::add_anchor(project, code, document, span)?.changed
        }
        Work::RenameCode(id, name) => ops::codes::rename(project, id, &name)?.changed,
        Work::RecolorCode(id, color) => ops::codes::recolor(project, id, &color)?.changed,
        Work::MoveCode { code, parent, index } => ops::codes::move_to(project, code, parent, index)?.changed,
        Work::MergeCodes { from, into } => ops::codes::merge(project, from, into)?.changed,
        Work::RemoveCode(id) => ops::codes::remove(project, id)?.changed,
        Work::MarkRevisit(code) => ops::revisit::mark(project, code, None)?.changed,
        Work::Revisited(document, code) => ops::revisit::done(project, document, code)?.changed,
        Work::WriteMemo { id, on, text } => match id {
            Some(id) if text.title.trim().is_empty() && text.text.trim().is_empty() => {
                ops::memos::remove(project, id)?.changed
            }
            id => ops::memos::write_as(project, id, on, text)?.changed,
        },
        Work::WriteParaphrase { document, span, text } => {
            ops::paraphrases::write(project, document, span, &text)?.changed
        }
        Work::RemoveParaphrase(id) => ops::paraphrases::remove(project, id)?.changed,
        Work::WriteSummary(on, text) => super::bridge::summaries::write(project, on, &text)?,
        Work::SetStates(cells, state) => ops::summaries::set_states(project, &cells, state)?.changed,
        Work::ChangeDocument(id, change) => ops::documents::change(project, id, &change)?.changed,
        Work::SetSpeaker { document, number, label } => {
            ops::edits::set_speaker(project, document, number, &label)?.changed
        }
        Work::SetStatus(id, status) => ops::coders::set_status(project, id, status)?.changed,
        Work::Release(Some(document), released) => {
            ops::project::set_released_on(project, document, released)?.changed
        }
        Work::Release(None, released) => ops::project::set_released(project, released)?.changed,
        Work::RemoveDocument(id) => ops::documents::remove(project, id)?.changed,
        _ => Changed::default(),
    };
    Ok(changed)
}
