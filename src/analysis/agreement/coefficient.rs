//! The coefficients by their names.

use super::errors::{self, Interval};
use super::{Ratings, Tally, Undefined, Value, nominal};

macro_rules! coefficients {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A coefficient that is computed from one category a unit. The names are invariant: those of scripts and JSON.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Coefficient { $($variant),+ }
        impl Coefficient {
            pub const ALL: &[Coefficient] = &[$(Coefficient::$variant),+];
            pub fn name(self) -> &'static str {
                match self { $(Coefficient::$variant => $name),+ }
            }
            pub fn from_name(name: &str) -> Option<Coefficient> {
                match name { $($name => Some(Coefficient::$variant),)+ _ => None }
            }
        }
    };
}

coefficients! {
    PercentAgreement = "percent_agreement",
    CohenKappa = "cohen_kappa",
    BrennanPrediger = "brennan_prediger",
    FleissKappa = "fleiss_kappa",
    KrippendorffAlpha = "krippendorff_alpha",
    GwetAc1 = "gwet_ac1",
    Pabak = "pabak",
    PrevalenceIndex = "prevalence_index",
    BiasIndex = "bias_index",
    PositiveAgreement = "positive_agreement",
    NegativeAgreement = "negative_agreement",
    CohenKappaMax = "cohen_kappa_max",
    ScottPi = "scott_pi",
    CongerKappa = "conger_kappa",
    LightKappa = "light_kappa",
    Holsti = "holsti",
    PercentAgreementPairs = "percent_agreement_pairs",
    UnanimousAgreement = "unanimous_agreement",
}

impl Coefficient {
    /// Shown unless others are asked for: what differs, the usual chance-corrected one, and how to read it.
    pub fn usual(coders: usize) -> &'static [Coefficient] {
        use Coefficient::{CohenKappa, FleissKappa, KrippendorffAlpha, PercentAgreement};
        if coders == 2 {
            &[PercentAgreement, CohenKappa, KrippendorffAlpha]
        } else {
            &[PercentAgreement, FleissKappa, KrippendorffAlpha]
        }
    }

    /// Whether it compares two coders and no more.
    pub fn of_two(self) -> bool {
        use Coefficient as C;
        matches!(
            self,
            C::CohenKappa
                | C::Pabak
                | C::PrevalenceIndex
                | C::BiasIndex
                | C::PositiveAgreement
                | C::NegativeAgreement
                | C::CohenKappaMax
                | C::ScottPi
        )
    }

    /// Whether it depends on how many categories are declared.
    pub fn needs_declared(self) -> bool {
        matches!(self, Coefficient::BrennanPrediger | Coefficient::GwetAc1 | Coefficient::Pabak)
    }

    pub fn value(self, tally: &Tally) -> Value {
        match self {
            Coefficient::PercentAgreement => nominal::percent_agreement(tally),
            Coefficient::CohenKappa => nominal::cohen_kappa(tally),
            Coefficient::BrennanPrediger => nominal::brennan_prediger(tally),
            Coefficient::FleissKappa => nominal::fleiss_kappa(tally),
            Coefficient::KrippendorffAlpha => nominal::krippendorff_alpha(tally),
            Coefficient::GwetAc1 => nominal::gwet_ac1(tally),
            Coefficient::Pabak => nominal::pabak(tally),
            Coefficient::PrevalenceIndex => nominal::prevalence_index(tally),
            Coefficient::BiasIndex => nominal::bias_index(tally),
            Coefficient::PositiveAgreement => nominal::positive_agreement(tally),
            Coefficient::NegativeAgreement => nominal::negative_agreement(tally),
            Coefficient::CohenKappaMax => nominal::cohen_kappa_max(tally),
            Coefficient::ScottPi => nominal::scott_pi(tally),
            Coefficient::CongerKappa => nominal::conger_kappa(tally),
            Coefficient::LightKappa => nominal::light_kappa(tally),
            Coefficient::Holsti => nominal::holsti(tally),
            Coefficient::PercentAgreementPairs => nominal::percent_agreement_pairs(tally),
            Coefficient::UnanimousAgreement => nominal::unanimous_agreement(tally),
        }
    }

    /// The analytic standard error, where there is one.
    pub fn standard_error(self, ratings: &Ratings, tally: &Tally) -> Option<Value> {
        Some(match self {
            Coefficient::PercentAgreement => errors::percent_agreement_se(ratings, tally),
            Coefficient::CohenKappa => errors::cohen_kappa_se(tally),
            Coefficient::BrennanPrediger => errors::brennan_prediger_se(ratings, tally),
            Coefficient::FleissKappa => errors::fleiss_kappa_se(ratings, tally),
            Coefficient::KrippendorffAlpha => errors::krippendorff_alpha_se(ratings, tally),
            Coefficient::GwetAc1 => errors::gwet_ac1_se(ratings, tally),
            _ => return None,
        })
    }

    /// The analytic 95 % interval that goes with the standard error.
    pub fn interval(self, value: Value, error: Value, tally: &Tally) -> Interval {
        match self {
            Coefficient::CohenKappa => errors::normal_interval(value, error),
            Coefficient::KrippendorffAlpha => errors::gwet_interval(value, error, tally.pairable()),
            _ => errors::gwet_interval(value, error, tally.units()),
        }
    }
}

impl Undefined {
    /// The end of the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            Undefined::NoPairs => "no-pairs",
            Undefined::NoVariation => "no-variation",
            Undefined::OneCategory => "one-category",
            Undefined::CoderIdle => "coder-idle",
            Undefined::PairUndefined => "pair-undefined",
            Undefined::NotTwoCoders => "not-two-coders",
            Undefined::Incomplete => "incomplete",
            Undefined::TooFew => "too-few",
            Undefined::NothingCoded => "nothing-coded",
            Undefined::Overlapping => "overlapping",
            Undefined::NotForUnit => "not-for-unit",
        }
    }
}
