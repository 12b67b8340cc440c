//! The work at the desk: where an entry of the history leads, sorting segments, coding much at once.

use super::Worker;
use crate::error::Result;
use crate::ops;
use crate::tui::desk::Ask;
use crate::tui::effect::Work;
use crate::tui::msg::Msg;
use crate::tui::revisit;

impl Worker {
    pub(super) fn desk(&mut self, ask: Ask) -> Result<Vec<Msg>> {
        let project = &mut self.project;
        match ask {
            Ask::Whereabouts(operation) => {
                Ok(vec![Msg::Whereabouts(ops::history::whereabouts(project, operation)?)])
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
