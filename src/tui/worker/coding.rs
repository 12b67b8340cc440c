//! What the worker does for coding with codes that may have to be made.

use super::Worker;
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::history::{Changed, Done};
use crate::ops;
use crate::ops::codings::Application;
use crate::text::Span;
use crate::tui::bridge::revisit;
use crate::tui::effect::Work;
use crate::tui::msg::Msg;

impl Worker {
    /// Applies codes, those that are made for it included: one undo.
    pub(super) fn apply(
        &mut self,
        document: DocumentId,
        span: Span,
        what: Application,
        create: Vec<String>,
        mark: bool,
    ) -> Result<Vec<Msg>> {
        let mut all = what.clone();
        let (done, count) = revisit::counting(&mut self.project, |project| {
            project.in_batch(|project| {
                let mut changed = Changed::default();
                all.codes.extend(revisit::made(project, &create, mark, &mut changed)?);
                let done = ops::codings::apply(project, document, span, &all)?;
                changed.join(done.changed);
                Ok(Done { value: done.value, changed })
            })
        })?;
        let mut messages = self.after(done.changed)?;
        messages.push(Msg::Applied { codes: all.codes, codings: done.value });
        let without = Work::Apply { document, span, what, create, mark: false };
        messages.push(Msg::Marked { count, without });
        Ok(messages)
    }
}
