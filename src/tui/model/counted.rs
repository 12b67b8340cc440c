//! Counted tables: which, and how they are made. What is asked for stands in a report, so that it can be read again when
//! the study has changed.

use crate::analysis::coded::{Codes, Measure};
use crate::analysis::cooccurrence::{Figured, Relation};
use crate::analysis::crosstab::Percent;
use crate::model::{DocumentId, VariableId};

/// A counted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub kind: Kind,
    pub codes: Rows,
    pub measure: Measure,
    pub percent: Option<Percent>,
    pub figured: Figured,
    pub relation: Relation,
    pub transposed: bool,
    pub published: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Documents,
    Codes,
    /// The pairs of codes that occur together.
    Pairs,
    Groups,
    Sets,
    Variable(VariableId),
    Coverage,
    Portrait(DocumentId),
    Codeline(DocumentId),
    Words,
    Concordance(String),
    /// What was said on each code, side by side.
    Quotes(Beside),
}

/// What stands side by side in the quote matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Documents,
    Cases,
    Groups,
    Variable(VariableId),
}

/// Which codes are rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// Each with its own segments.
    #[default]
    All,
    /// Each with those of its subcodes too.
    WithSubcodes,
    /// Main codes with those of their subcodes.
    Main,
}

impl Rows {
    pub fn next(self) -> Rows {
        match self {
            Rows::All => Rows::WithSubcodes,
            Rows::WithSubcodes => Rows::Main,
            Rows::Main => Rows::All,
        }
    }
    pub fn codes(self) -> Codes {
        Codes { only: None, main: self == Rows::Main, with_subcodes: self == Rows::WithSubcodes }
    }
}

impl Counted {
    pub fn new(kind: Kind) -> Counted {
        Counted {
            kind,
            codes: Rows::All,
            measure: Measure::Segments,
            percent: None,
            figured: Figured::Count,
            relation: Relation::Overlap,
            transposed: false,
            published: false,
        }
    }

    /// The same with what is counted next; none where there is only one thing to count.
    pub fn counting_next(self) -> Option<Counted> {
        match self.kind {
            Kind::Documents | Kind::Groups | Kind::Sets | Kind::Variable(_) => {
                let measure = after(&Measure::ALL, self.measure);
                // A share is in per cent already.
                let percent = self.percent.filter(|_| measure != Measure::Share);
                Some(Counted { measure, percent, ..self })
            }
            Kind::Codes | Kind::Pairs => {
                const ALL: [Relation; 4] =
                    [Relation::Overlap, Relation::Same, Relation::Near(1), Relation::Document];
                Some(Counted { relation: after(&ALL, self.relation), ..self })
            }
            Kind::Quotes(Beside::Variable(_)) => None,
            Kind::Quotes(beside) => {
                let beside = after(&[Beside::Documents, Beside::Cases, Beside::Groups], beside);
                Some(Counted { kind: Kind::Quotes(beside), ..self })
            }
            Kind::Coverage | Kind::Portrait(_) | Kind::Codeline(_) | Kind::Words | Kind::Concordance(_) => {
                None
            }
        }
    }

    /// The same with other percentages, or with another coefficient.
    pub fn figured_next(self) -> Option<Counted> {
        match self.kind {
            Kind::Groups | Kind::Sets | Kind::Variable(_) if self.measure != Measure::Share => {
                const ALL: [Option<Percent>; 4] =
                    [None, Some(Percent::Column), Some(Percent::Row), Some(Percent::Total)];
                Some(Counted { percent: after(&ALL, self.percent), ..self })
            }
            Kind::Codes => Some(Counted { figured: after(&Figured::ALL, self.figured), ..self }),
            _ => None,
        }
    }

    /// With other codes in the rows.
    pub fn codes_next(self) -> Option<Counted> {
        match self.kind {
            Kind::Words | Kind::Concordance(_) => None,
            _ => Some(Counted { codes: self.codes.next(), ..self }),
        }
    }

    /// With rows and columns changed.
    pub fn turned(self) -> Option<Counted> {
        match self.kind {
            Kind::Documents | Kind::Groups | Kind::Sets | Kind::Variable(_) | Kind::Quotes(_) => {
                Some(Counted { transposed: !self.transposed, ..self })
            }
            Kind::Codes => Some(Counted { kind: Kind::Pairs, ..self }),
            Kind::Pairs => Some(Counted { kind: Kind::Codes, ..self }),
            _ => None,
        }
    }

    /// Whether all texts are read for it, which takes a while.
    pub fn reads_texts(&self) -> bool {
        match self.kind {
            Kind::Documents | Kind::Groups | Kind::Sets | Kind::Variable(_) => {
                matches!(self.measure, Measure::Words | Measure::Share)
            }
            Kind::Coverage | Kind::Words | Kind::Concordance(_) => true,
            Kind::Codes | Kind::Pairs | Kind::Portrait(_) | Kind::Codeline(_) | Kind::Quotes(_) => false,
        }
    }

    /// Whether it is drawn in the place of its rows.
    pub fn is_drawing(&self) -> bool {
        matches!(self.kind, Kind::Portrait(_) | Kind::Codeline(_))
    }

    /// Whether a picture can be made of it.
    pub fn has_picture(&self) -> bool {
        !matches!(self.kind, Kind::Concordance(_) | Kind::Quotes(_))
    }

    /// Whether it is the same table, only made in another way.
    pub fn is_like(&self, other: &Counted) -> bool {
        self.kind == other.kind && self.transposed == other.transposed
    }
}

/// What comes after one of a few things; after the last the first.
fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).map_or(0, |at| (at + 1) % all.len());
    all.get(at).copied().unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_counting_come_round() {
        for kind in [Kind::Documents, Kind::Codes, Kind::Groups] {
            let first = Counted::new(kind);
            let next = |one: &Counted| one.clone().counting_next();
            let all: Vec<Counted> = std::iter::successors(Some(first.clone()), next).take(5).collect();
            assert_eq!(all[4], first);
            assert!(all[1..4].iter().all(|one| *one != first));
        }
    }
}
