//! What the worker does for coders who work apart.

use super::Worker;
use crate::error::Result;
use crate::tui::bridge::sharing::{self, Ask, Told};
use crate::tui::msg::Msg;

impl Worker {
    /// Packages of coders who work apart.
    pub(super) fn sharing(&mut self, ask: Ask) -> Result<Vec<Msg>> {
        let told = sharing::run(&mut self.project, ask, &self.progress)?;
        let mut messages = match &told {
            Told::Shared { changed, .. } => {
                let mut news = self.news(changed.clone())?;
                news.said = None;
                vec![Msg::News(Box::new(news))]
            }
            Told::Merged(changed) => self.after(changed.clone())?,
            _ => Vec::new(),
        };
        if let (Told::Merged(_), Some(Msg::News(news))) = (&told, messages.first_mut()) {
            news.again = self.again()?;
        }
        messages.push(Msg::Sharing(Box::new(told)));
        Ok(messages)
    }
}
