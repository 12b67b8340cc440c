//! What the worker does with names: their replacements, sealing and erasing.

use super::Worker;
use crate::error::Result;
use crate::tui::bridge::names::{self, Ask, Told};
use crate::tui::effect::Work;
use crate::tui::msg::Msg;
use crate::{ops, tr};

impl Worker {
    /// Names and their replacements, sealing and erasing.
    pub(super) fn names(&mut self, ask: Ask) -> Result<Vec<Msg>> {
        let tell = |told| Msg::Names(Box::new(told));
        let mut messages = Vec::new();
        match ask {
            Ask::InExports(on) => {
                let changed = names::in_exports(&mut self.project, on)?;
                messages = self.after(changed)?;
            }
            Ask::Replace(chosen) => {
                let (changed, made) = names::replace(&mut self.project, &chosen, &self.progress)?;
                let mut news = self.news(changed)?;
                news.said = Some(tr!("toast-names-replaced", count = made.replaced));
                news.again = self.again()?;
                messages.push(Msg::News(Box::new(news)));
                messages.push(tell(names::list(&self.project)?));
                // What is left is looked for anew.
                messages.push(tell(Told::Replaced));
                return Ok(messages);
            }
            Ask::Plan(document) => {
                return Ok(vec![tell(names::plan(&mut self.project, document, &self.progress)?)]);
            }
            Ask::Erase(document) => {
                let report = names::erase(&mut self.project, document, &self.progress)?;
                self.version = self.project.data_version()?;
                self.open.retain(|open| Some(*open) != document);
                messages = self.try_run(Work::Refresh)?;
                if let Some(Msg::News(news)) = messages.first_mut() {
                    news.drafts = Some(Vec::new());
                }
                messages.push(tell(Told::Erased(ops::erasure::lines(&report, false))));
                return Ok(messages);
            }
            ask => names::change(&mut self.project, &ask)?,
        }
        messages.push(tell(names::list(&self.project)?));
        Ok(messages)
    }
}
