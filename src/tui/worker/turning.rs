//! Undo and redo.

use super::Worker;
use crate::error::Result;
use crate::ops;
use crate::store::history::{self, Direction};
use crate::tr;
use crate::tui::msg::Msg;

impl Worker {
    /// Takes back what was done last, or does it again, and says what it was.
    pub(super) fn turn(&mut self, way: Direction) -> Result<Vec<Msg>> {
        let (done, key) = match way {
            Direction::Undo => (ops::history::undo(&mut self.project)?, "toast-undone"),
            Direction::Redo => (ops::history::redo(&mut self.project)?, "toast-redone"),
        };
        let mut said = done.value.first().map(history::words).unwrap_or_default();
        if done.value.len() > 1 {
            said = tr!("toast-and-more", what = said, count = done.value.len() - 1);
        }
        let mut news = self.news(done.changed)?;
        news.said = Some(tr!(key, what = said));
        news.turned = Some(way);
        Ok(vec![Msg::News(Box::new(news))])
    }
}
