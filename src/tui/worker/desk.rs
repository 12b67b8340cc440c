//! The work at the desk: where an entry of the history leads, sorting segments, coding much at once.

use super::Worker;
use crate::analysis::query::parse;
use crate::error::Result;
use crate::model::codes::Anchor;
use crate::ops;
use crate::ops::codings::Application;
use crate::store::{codes, consent};
use crate::tr;
use crate::tui::bridge::care;
use crate::tui::bridge::desk::Ask;
use crate::tui::bridge::import::from_home;
use crate::tui::bridge::names;
use crate::tui::bridge::revisit;
use crate::tui::effect::Work;
use crate::tui::msg::Msg;

impl Worker {
    pub(super) fn desk(&mut self, ask: Ask) -> Result<Vec<Msg>> {
        let project = &mut self.project;
        match ask {
            Ask::Whereabouts(operation) => {
                Ok(vec![Msg::Whereabouts(ops::history::whereabouts(project, operation)?)])
            }
            Ask::Doctor => {
                let (damage, findings) = ops::doctor::examine(project)?;
                Ok(vec![Msg::Page(care::page(project, &damage, &findings))])
            }
            Ask::Backup(path) => {
                let path = from_home(&path);
                project.backup(&path)?;
                Ok(vec![Msg::Accepted(tr!("cli-backup-written", file = path.display().to_string()))])
            }
            Ask::Consents(document) => {
                let rows = consent::of_document(&project.read(), document)?;
                Ok(vec![Msg::ConsentsToRemove(document, rows)])
            }
            Ask::RemoveConsent(document, person) => {
                let changed = ops::consent::remove(project, document, person)?.changed;
                self.after(changed)
            }
            Ask::ImportNames(path) => {
                let other = ops::names::read(&from_home(&path))?;
                let (new, changed) = ops::names::import(project, other)?;
                let list = names::list(project)?;
                let said = tr!("cli-names-imported", new = new, changed = changed);
                Ok(vec![Msg::Accepted(said), Msg::Names(Box::new(list))])
            }
            Ask::SetTemplate { of, name, kind, text } => {
                let done = match of {
                    Some(of) => ops::templates::rewrite(project, &of, &name, &kind, &text)?,
                    None => ops::templates::set(project, &name, &kind, &text)?,
                };
                let changed = done.changed;
                self.after(changed)
            }
            Ask::RemoveTemplate(name) => {
                let changed = ops::templates::remove(project, &name)?.changed;
                self.after(changed)
            }
            Ask::Anchors(code) => {
                let reader = project.read();
                let all = codes::anchors(&reader, Some(code))?;
                let cited = |anchor: Anchor| {
                    let citation = ops::codes::anchor_citation(&reader, &anchor)?;
                    Ok((anchor, citation))
                };
                Ok(vec![Msg::Anchors(code, all.into_iter().map(cited).collect::<Result<_>>()?)])
            }
            Ask::RemoveAnchor(anchor) => {
                let changed = ops::codes::remove_anchor(project, &anchor)?.changed;
                self.after(changed)
            }
            Ask::ApplyAll { passages, codes } => {
                let what = Application { codes: codes.clone(), ..Application::default() };
                let done = ops::codings::apply_to_all(project, &passages, &what)?;
                let mut messages = self.after(done.changed)?;
                messages.push(Msg::Applied { codes, codings: done.value });
                Ok(messages)
            }
            Ask::Activate(documents) => {
                self.active = documents;
                Ok(Vec::new())
            }
            Ask::Where(typed) => {
                let reader = project.read();
                let condition = parse::condition(&typed).map_err(|fault| fault.error());
                let result = condition.and_then(|one| ops::query::documents_where(&reader, &one));
                Ok(vec![Msg::Holds(typed, result)])
            }
            Ask::ToSort(code) => Ok(vec![Msg::ToSort(code, ops::retrieve::own(project, code)?)]),
            Ask::Sort { segments, into, mark } => {
                let (done, count) = revisit::sort(project, &segments, &into, mark)?;
                let mut messages = self.after(done.changed)?;
                let again = Ask::Sort { segments, into, mark: false };
                messages.push(Msg::Marked { count, without: Work::Desk(Box::new(again)) });
                Ok(messages)
            }
        }
    }
}
