//! Coders compared: where they differ, whether their stripes stand side by side, and which difference one is at.

use super::table::{AgreementBy, Tabled};
use crate::analysis::differences::Only;
use crate::model::DocumentId;
use crate::ops::agreement::AgreementQuery;
use crate::ops::comparison::{Differences, Differing};

/// What is done when the differences have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Then {
    /// What shows them is brought up to date.
    #[default]
    Refresh,
    /// They are listed.
    List,
    /// The stripes stand side by side.
    SideBySide,
    /// To the next one in the transcript, or the one before.
    Step { forward: bool },
    /// The codes to choose from are listed.
    Filter,
}

/// The figures, computed once for all views.
#[derive(Debug, Clone, Default)]
pub struct Agreed {
    /// Those views that say anything for these coders.
    pub views: Vec<(AgreementBy, Tabled)>,
    /// For the method section.
    pub paragraph: String,
}

impl Agreed {
    pub fn view(&self, by: AgreementBy) -> Option<&Tabled> {
        self.views.iter().find(|(other, _)| *other == by).map(|(_, tabled)| tabled)
    }
}

/// Figures that are being computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Computing {
    /// When it began.
    pub since: u64,
    /// What is shown when they have come; none: what is in sight is brought up to date.
    pub show: Option<AgreementBy>,
    /// The paragraph for the method section is wanted.
    pub method: bool,
}

/// The comparison on the screen.
#[derive(Debug, Default)]
pub struct Comparing {
    /// Which coders, documents and codes.
    pub query: AgreementQuery,
    /// Each coder's stripes have lanes of their own, and differences are marked beside the text.
    pub side_by_side: bool,
    /// Whether the differences have been read.
    pub loaded: bool,
    pub differences: Differences,
    /// Which of them are walked through and listed.
    pub only: Only,
    /// The one that one is at, as `differences` counts.
    pub at: Option<usize>,
    /// The figures, as long as the study is as it was.
    pub agreed: Option<Box<Agreed>>,
    pub computing: Option<Computing>,
}

impl Comparing {
    /// Those that are wanted, in the order of documents and texts, as `differences` counts.
    pub fn wanted(&self) -> impl DoubleEndedIterator<Item = (usize, &Differing)> {
        let only = self.only;
        self.differences.all.iter().enumerate().filter(move |(_, one)| only.holds(&one.difference))
    }
    /// Those that are wanted in a document.
    pub fn on(&self, document: DocumentId) -> impl Iterator<Item = (usize, &Differing)> {
        self.wanted().filter(move |(_, one)| one.difference.document == document)
    }
    /// The difference that one is at.
    pub fn here(&self) -> Option<&Differing> {
        self.differences.all.get(self.at?)
    }
    /// Nothing is known any more: somebody else works, or the work is hidden again.
    pub fn forget(&mut self) {
        let query = std::mem::take(&mut self.query);
        *self = Comparing { query, ..Comparing::default() };
    }
}
