//! The lesson beside the study: at which step one is, and what was there when it began.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Model;
use crate::i18n::Lang;
use crate::model::CodeId;
use crate::tui::tutor;

/// A lesson under way.
#[derive(Debug, Default)]
pub struct Lesson {
    /// The language of its interviews and codes.
    pub lang: Lang,
    /// The step.
    pub at: usize,
    pub shown: bool,
    /// What was there when the step began; none: it has not begun.
    pub before: Option<Note>,
    /// It was done already when it began: that is said, and does not lead on.
    pub stands: bool,
    /// It was seen to be done; one goes on once nothing lies over the panes.
    pub met: bool,
    /// The step that was done just before.
    pub praised: Option<usize>,
    /// How often the panes were given a key since the step began.
    pub presses: usize,
    pub copied: usize,
}

/// So many keys without the step being done, and the person is told the way out.
const LOST: usize = 12;

impl Lesson {
    /// Whether it is time for a hint.
    pub fn is_lost(&self) -> bool {
        self.presses >= LOST
    }
}

/// What is noted of a study when a step begins, to see what has come since. Everything that stands there is small.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    pub paragraph: Option<usize>,
    pub codes: BTreeSet<CodeId>,
    /// How many of one's codings have a weight or a comment, and which.
    pub weighed: usize,
    pub weights: u64,
    pub memos: usize,
    pub undone: usize,
    pub redone: usize,
    pub copied: usize,
    /// The line of the list.
    pub line: usize,
    /// What the definitions say.
    pub guides: u64,
    /// Of the Summary Grid, once it was read.
    pub read: bool,
    pub summarised: usize,
    pub states: usize,
}

impl Note {
    pub fn of(model: &Model, copied: usize) -> Note {
        let reading = model.reading.as_ref();
        let own = |coder| Some(coder) == model.study.coder;
        let weighed: Vec<_> = reading
            .map(|reading| reading.codings.as_slice())
            .unwrap_or_default()
            .iter()
            .filter(|coding| own(coding.coder) && (coding.weight.is_some() || !coding.comment.is_empty()))
            .map(|coding| (coding.id, coding.weight, &coding.comment))
            .collect();
        let guides: Vec<_> = model.study.tree.nodes().iter().map(|node| &node.code.guide).collect();
        let words = guides
            .iter()
            .map(|guide| (&guide.definition, &guide.apply, &guide.not_apply, &guide.research_question));
        Note {
            paragraph: reading.map(|reading| reading.at),
            codes: tutor::codes(model).collect(),
            weighed: weighed.len(),
            weights: hash(&weighed),
            memos: model.study.memos.iter().filter(|memo| own(memo.coder)).count(),
            undone: model.turned.undone,
            redone: model.turned.redone,
            copied,
            line: model.listing.cursor.at,
            guides: hash(&words.collect::<Vec<_>>()),
            read: model.grid.loaded,
            summarised: model.grid.level.summarised,
            states: model.grid.level.states.iter().sum(),
        }
    }
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
