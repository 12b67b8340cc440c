//! What the worker does for coders, what they are given, and coding passes.

use super::Worker;
use crate::error::Result;
use crate::tui::bridge::coders;
use crate::tui::msg::Msg;

impl Worker {
    pub(super) fn coders(&mut self, ask: coders::Ask) -> Result<Vec<Msg>> {
        let (changed, said) = coders::run(&mut self.project, ask)?;
        let mut messages = vec![Msg::Accepted(String::new())];
        messages.extend(self.after(changed)?);
        if let (false, Some(Msg::News(news))) = (said.is_empty(), messages.last_mut()) {
            news.said = Some(said);
        }
        Ok(messages)
    }
}
