//! Long reads, each in a thread and with a connection of its own: operations are not held up, and a job can be stopped.
//!
//! Who asked holds the [`Progress`]; a job that was stopped answers nothing.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use super::crash;
use super::effect::Work;
use super::msg::Msg;
use crate::error::{Error, Kind, Result};
use crate::i18n;
use crate::progress::Progress;
use crate::store::{Project, coders};

/// Begins a job on the project that `project` is open on.
///
/// Where the file cannot be opened twice (in memory; locked, as on network folders) it is done at once.
pub fn start(project: &Project, work: Work, progress: Progress, answers: &Sender<Msg>, watch: fn(&Work)) {
    if !project.is_shared() {
        return answer(answers, run(project, &work, &progress));
    }
    let lang = i18n::lang();
    let coder = coders::get(&project.read(), project.coder()).map(|coder| coder.name);
    let path = project.path().to_path_buf();
    let (here, asked) = (answers.clone(), work.clone());
    let thread = thread::Builder::new().name("job".into()).spawn(move || {
        i18n::set_lang(lang);
        let told = crash::guard(|| {
            watch(&asked);
            alone(path, coder, &asked, &progress)
        });
        answer(&here, told.unwrap_or_else(|crash| failed(&asked, crash.stops_job())));
    });
    if let Err(error) = thread {
        answer(answers, failed(&work, Error::new(Kind::Io, error.to_string())));
    }
}

fn alone(path: PathBuf, coder: Result<String>, work: &Work, progress: &Progress) -> Option<Msg> {
    match coder.and_then(|coder| Project::open(&path, Some(&coder))) {
        Ok(project) => run(&project, work, progress),
        Err(error) => failed(work, error),
    }
}

fn answer(answers: &Sender<Msg>, message: Option<Msg>) {
    if let Some(message) = message {
        drop(answers.send(message));
    }
}

/// Does a job; none where it was stopped.
pub fn run(project: &Project, work: &Work, progress: &Progress) -> Option<Msg> {
    match work {
        Work::Search(query) => match super::bridge::search::run(project, query, progress) {
            Err(error) => failed(work, error),
            result => Some(Msg::Hits { query: query.clone(), result }),
        },
        Work::Check(path) => match super::bridge::report::check(project, path, progress) {
            Err(error) => failed(work, error),
            Ok(checked) => Some(Msg::Checked { path: path.clone(), result: Ok(Box::new(checked)) }),
        },
        Work::Preview { path, asked, replaces, serial } => {
            match super::bridge::import::preview(project, path, asked, *replaces, progress) {
                Err(error) => failed(work, error),
                result => Some(Msg::Previewed { serial: *serial, result }),
            }
        }
        Work::Agreement(query) => match super::bridge::agreement::compute(project, query, progress) {
            Err(error) => failed(work, error),
            Ok(agreed) => Some(Msg::Agreement(Ok(Box::new(agreed)))),
        },
        Work::Names(ask) => {
            super::bridge::names::job(project, ask, progress).map(|told| Msg::Names(Box::new(told)))
        }
        _ => None,
    }
}

fn failed(work: &Work, error: Error) -> Option<Msg> {
    if error.kind == Kind::Cancelled {
        return None;
    }
    match work {
        Work::Search(query) => Some(Msg::Hits { query: query.clone(), result: Err(error) }),
        Work::Check(path) => Some(Msg::Checked { path: path.clone(), result: Err(error) }),
        Work::Preview { serial, .. } => Some(Msg::Previewed { serial: *serial, result: Err(error) }),
        Work::Agreement(_) => Some(Msg::Agreement(Err(error))),
        Work::Names(ask) => super::bridge::names::failed(ask, error).map(|told| Msg::Names(Box::new(told))),
        _ => Some(Msg::Failed(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;
    use crate::formats::read::{ReadOptions, read};
    use crate::ops::documents::{ImportAs, Source, import};

    fn study(folder: &tempfile::TempDir) -> Project {
        let mut project =
            crate::ops::project::create(&folder.path().join("a.absatz"), "AK", &Default::default()).unwrap();
        let text = "I: Money?\nB: Money is there.\n";
        let draft = read("IP1.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
        let source = Source::new("IP1.txt", text.as_bytes());
        import(&mut project, &draft, &source, &ImportAs::default()).unwrap();
        project
    }

    #[test]
    fn a_search_goes_on_while_an_operation_is_in_the_middle_of_its_transaction() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = study(&folder);
        let (sender, answers) = channel();
        start(&project, Work::Search("money".into()), Progress::new(), &sender, |_| {});
        // Nothing of the operation below has been committed when the hits are asked for.
        let hits = project.keep(|_| Ok(answers.recv_timeout(Duration::from_secs(20)).unwrap())).unwrap();
        assert!(matches!(hits, Msg::Hits { result: Ok(hits), .. } if hits.len() == 2));
    }

    #[test]
    fn a_job_that_was_stopped_answers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let project = study(&folder);
        let (sender, answers) = channel();
        let progress = Progress::new();
        progress.cancel();
        start(&project, Work::Search("money".into()), progress, &sender, |_| {});
        drop(sender);
        // The thread has ended without a word: its end of the channel is gone.
        assert!(answers.recv_timeout(Duration::from_secs(20)).is_err());
    }
}
