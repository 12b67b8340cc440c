//! What the worker does for coders who settle their differences.

use super::Worker;
use crate::error::Result;
use crate::model::history::Done;
use crate::tui::bridge::{consolidation, revisit};
use crate::tui::effect::Work;
use crate::tui::msg::Msg;

impl Worker {
    /// The differences of coders: reads, and operations, after which they are read again.
    pub(super) fn consolidation(&mut self, ask: consolidation::Ask) -> Result<Vec<Msg>> {
        let tell = |told| Msg::Consolidation(Box::new(told));
        match ask {
            consolidation::Ask::Read { document, at, open } => {
                match consolidation::seen(&self.project, document) {
                    Ok(seen) => Ok(vec![tell(consolidation::Told::Seen { seen, at, open })]),
                    Err(error) if open => Err(error),
                    // Released no more: what was seen goes from the screen.
                    Err(error) => Ok(vec![tell(consolidation::Told::Gone), Msg::Failed(error)]),
                }
            }
            consolidation::Ask::Plan(document, rule, reason) => {
                let (lines, count) = consolidation::plan(&self.project, document, &rule)?;
                Ok(vec![tell(consolidation::Told::Planned { document, rule, reason, lines, count })])
            }
            consolidation::Ask::Decide { point, verdict, reason, create: Some(create), mark } => {
                let with = |mark| consolidation::Ask::Decide {
                    point: point.clone(),
                    verdict: verdict.clone(),
                    reason: reason.clone(),
                    create: Some(create.clone()),
                    mark,
                };
                let (done, count) = revisit::counting(&mut self.project, |project| {
                    Ok(Done { value: (), changed: consolidation::change(project, with(mark))? })
                })?;
                let mut messages = self.after(done.changed)?;
                let without = Work::Consolidation(Box::new(with(false)));
                messages.push(Msg::Marked { count, without });
                Ok(messages)
            }
            ask => {
                let changed = consolidation::change(&mut self.project, ask)?;
                self.after(changed)
            }
        }
    }
}
