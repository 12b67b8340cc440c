//! Coefficients of agreement against published and recomputed values: `agreement/cases.json` in the folder of shared
//! material beside the project, 78 cases with the statistic's value or null where it is not defined.

use std::collections::BTreeSet;

use absatz::analysis::agreement::errors::{self, Interval};
use absatz::analysis::agreement::nominal as n;
use absatz::analysis::agreement::resample::bootstrap_tally;
use absatz::analysis::agreement::sets::{Distance, SetRatings};
use absatz::analysis::agreement::unitizing::{Continuum, Stretch, alpha_u_1995};
use absatz::analysis::agreement::{Ratings, Tally, Undefined, Value};
use serde_json::Value as Json;

use crate::support::root;

/// The statistics of the cases that the program does not offer, each with a reason.
const NOT_OFFERED: [&str; 4] = [
    // For testing κ = 0 only.
    "fleiss_kappa_se0",
    // The bootstrap over interviews takes its place.
    "conger_kappa_se",
    // Another definition of MASI, of one library.
    "alpha_masi_product_variant",
    "gamma",
];

struct Case<'a> {
    id: &'a str,
    case: &'a Json,
    checked: &'a mut BTreeSet<String>,
    wrong: &'a mut Vec<String>,
}

impl Case<'_> {
    fn coders(&self) -> usize {
        self.case["coders"].as_u64().unwrap() as usize
    }
    fn category(&self, label: &Json) -> u32 {
        let categories = self.case["categories"].as_array().unwrap();
        categories.iter().position(|category| category == label).unwrap() as u32
    }
    fn tolerance(&self, name: &str) -> f64 {
        let own = self.case["tolerances"].get(name).and_then(Json::as_f64);
        own.or(self.case["tolerance"].as_f64()).unwrap()
    }

    fn expect(&mut self, name: &str, expected: &Json, found: Value) {
        self.checked.insert(name.to_owned());
        let tolerance = self.tolerance(name);
        let right = match (expected.as_f64(), found) {
            (Some(expected), Ok(found)) => (expected - found).abs() <= tolerance,
            (None, Err(_)) => expected.is_null(),
            _ => false,
        };
        if !right {
            self.wrong.push(format!("{} {name}: {found:?} for {expected}", self.id));
        }
    }

    fn expect_interval(&mut self, name: &str, expected: &Json, found: Interval) {
        let bound = |index: usize| found.map(|(low, high)| if index == 0 { low } else { high });
        for index in 0..2 {
            self.expect(name, &expected[index], bound(index));
        }
    }

    fn judgements(&self) -> Vec<Option<u32>> {
        let units = self.case["units"].as_array().unwrap();
        let judgement = |value: &Json| (!value.is_null()).then(|| self.category(value));
        units.iter().flat_map(|unit| unit.as_array().unwrap().iter().map(judgement)).collect()
    }

    fn nominal(&mut self) {
        let categories = self.case["categories"].as_array().unwrap();
        let (coders, q) = (self.coders(), categories.len());
        let judgements = self.judgements();
        let ratings = Ratings::new(coders, q, judgements.iter().copied());
        let tally = Tally::of(&ratings);
        for (name, expected) in self.case["expected"].as_object().unwrap() {
            if let Some((value, error)) =
                name.strip_suffix("_ci95").and_then(|name| estimate(name, &ratings, &tally))
            {
                let interval = match name.as_str() {
                    "cohen_kappa_ci95" => errors::normal_interval(value, error),
                    "krippendorff_alpha_ci95" => errors::gwet_interval(value, error, tally.pairable()),
                    _ => errors::gwet_interval(value, error, tally.units()),
                };
                self.expect_interval(name, expected, interval);
                continue;
            }
            match name.as_str() {
                "krippendorff_alpha_boot_ci95" => {
                    // The case resamples units: each is a document of its own.
                    let units: Vec<Tally> = judgements
                        .chunks(coders)
                        .map(|unit| Tally::of(&Ratings::new(coders, q, unit.iter().copied())))
                        .filter(|unit| unit.pairable() > 0)
                        .collect();
                    let found = bootstrap_tally(&units, 20_000, 1, n::krippendorff_alpha);
                    self.expect_interval(name, expected, found.interval);
                }
                "category_fleiss" | "category_cohen" | "category_alpha" => {
                    for (label, expected) in expected.as_object().unwrap() {
                        let k = categories.iter().position(|category| {
                            category.as_str().map_or_else(|| category.to_string(), str::to_owned) == *label
                        });
                        let tally = Tally::of(&ratings.against_rest(k.unwrap() as u32));
                        let found = match name.as_str() {
                            "category_fleiss" => n::fleiss_kappa(&tally),
                            "category_cohen" => n::cohen_kappa(&tally),
                            _ => n::krippendorff_alpha(&tally),
                        };
                        self.expect(name, expected, found);
                    }
                }
                "fleiss_kappa_listwise" => {
                    self.expect(name, expected, n::fleiss_kappa(&Tally::of(&ratings.complete())));
                }
                _ => match statistic(name, &ratings, &tally) {
                    Some(found) => self.expect(name, expected, found),
                    None => assert!(NOT_OFFERED.contains(&name.as_str()), "{name} is not checked"),
                },
            }
        }
    }

    fn sets(&self) -> Vec<Option<Vec<u64>>> {
        let units = self.case["units"].as_array().unwrap();
        let words = self.case["categories"].as_array().unwrap().len().div_ceil(64);
        let set = |value: &Json| {
            value.as_array().map(|codes| {
                let mut set = vec![0u64; words];
                for code in codes {
                    let code = self.category(code) as usize;
                    set[code / 64] |= 1 << (code % 64);
                }
                set
            })
        };
        units.iter().flat_map(|unit| unit.as_array().unwrap().iter().map(set)).collect()
    }

    fn multilabel(&mut self) {
        let coders = self.coders();
        let sets = self.sets();
        let labels = self.case["categories"].as_array().unwrap().clone();
        let ratings = SetRatings::new(coders, std::slice::from_ref(&sets));
        let code = |k: usize| {
            let applied =
                |set: &Option<Vec<u64>>| set.as_ref().map(|set| u32::from(set[k / 64] >> (k % 64) & 1 == 1));
            Ratings::new(coders, 2, sets.iter().map(applied))
        };
        let codes: Vec<(Ratings, Tally)> =
            (0..labels.len()).map(code).map(|ratings| (ratings.clone(), Tally::of(&ratings))).collect();
        for (name, expected) in self.case["expected"].as_object().unwrap() {
            let found = match name.as_str() {
                "set_percent_agreement" => ratings.percent_agreement(),
                "alpha_set_nominal" => ratings.alpha(Distance::Nominal),
                "alpha_jaccard" => ratings.alpha(Distance::Jaccard),
                "alpha_masi" => ratings.alpha(Distance::Masi),
                "pooled_kappa" => n::pooled_kappa(codes.iter().map(|(_, tally)| tally)),
                "mean_kappa" => n::mean_of_defined(codes.iter().map(|(_, tally)| n::cohen_kappa(tally))),
                "mean_alpha" => {
                    n::mean_of_defined(codes.iter().map(|(_, tally)| n::krippendorff_alpha(tally)))
                }
                "per_code" => {
                    for (label, values) in expected.as_object().unwrap() {
                        let k = labels.iter().position(|l| l.as_str() == Some(label)).unwrap();
                        let (ratings, tally) = &codes[k];
                        for (name, expected) in values.as_object().unwrap() {
                            let found = statistic(name, ratings, tally);
                            let found = found.unwrap_or_else(|| panic!("{name} is not checked"));
                            self.expect(name, expected, found);
                        }
                    }
                    continue;
                }
                other => {
                    assert!(NOT_OFFERED.contains(&other), "{other} is not checked");
                    continue;
                }
            };
            self.expect(name, expected, found);
        }
    }

    fn unitizing(&mut self) {
        let labels = self.case["categories"].as_array().unwrap().clone();
        let coders = self.case["segments"].as_array().unwrap().iter().map(|segments| {
            let stretch = |segment: &Json| Stretch {
                start: segment[0].as_u64().unwrap() as u32,
                end: segment[1].as_u64().unwrap() as u32,
                code: self.category(&segment[2]),
            };
            segments.as_array().unwrap().iter().map(stretch).collect::<Vec<_>>()
        });
        let length = self.case["length"].as_u64().unwrap() as u32;
        let continuum = Continuum::new(length, labels.len(), coders.collect::<Vec<_>>());
        let layers: Vec<Continuum> = (0..labels.len()).map(|code| continuum.layer(code as u32)).collect();
        for (name, expected) in self.case["expected"].as_object().unwrap() {
            let found = match name.as_str() {
                "u_alpha" => continuum.u_alpha(),
                "bar_u_alpha" => continuum.bar_u_alpha(),
                "cu_alpha" => continuum.cu_alpha(),
                "cu_coverage" => continuum.cu_coverage(),
                "alpha_u_1995" => alpha_u_1995(&layers),
                "ku_alpha" => {
                    for (label, expected) in expected.as_object().unwrap() {
                        let code = self.category(&Json::from(label.as_str()));
                        self.expect(name, expected, continuum.ku_alpha(code));
                    }
                    continue;
                }
                "per_code" => {
                    for (label, values) in expected.as_object().unwrap() {
                        let code = self.category(&Json::from(label.as_str()));
                        for (name, expected) in values.as_object().unwrap() {
                            let characters = continuum.characters(code);
                            let tally = Tally::of(&characters);
                            let layer = &layers[code as usize];
                            let found = match name.as_str() {
                                "char_percent_agreement" => n::percent_agreement(&tally),
                                "char_kappa" => n::cohen_kappa(&tally),
                                "char_alpha" => n::krippendorff_alpha(&tally),
                                "u_alpha" => layer.u_alpha(),
                                "alpha_u_1995" => alpha_u_1995(std::slice::from_ref(layer)),
                                "alpha_u_1995_do" => layer.alpha_u_1995_parts().map(|parts| parts.0),
                                "alpha_u_1995_de" => layer.alpha_u_1995_parts().map(|parts| parts.1),
                                other => panic!("{other} is not checked"),
                            };
                            self.expect(name, expected, found);
                        }
                    }
                    continue;
                }
                other => panic!("{other} is not checked"),
            };
            self.expect(name, expected, found);
        }
    }
}

/// A statistic with its standard error.
fn estimate(name: &str, ratings: &Ratings, tally: &Tally) -> Option<(Value, Value)> {
    Some((statistic(name, ratings, tally)?, statistic(&format!("{name}_se"), ratings, tally)?))
}

fn statistic(name: &str, ratings: &Ratings, tally: &Tally) -> Option<Value> {
    Some(match name {
        "percent_agreement" => n::percent_agreement(tally),
        "percent_agreement_pairs" => n::percent_agreement_pairs(tally),
        "unanimous_agreement" => n::unanimous_agreement(tally),
        "holsti" => n::holsti(tally),
        "cohen_kappa" => n::cohen_kappa(tally),
        "cohen_kappa_max" => n::cohen_kappa_max(tally),
        "cohen_expected_agreement" => n::cohen_expected_agreement(tally),
        "scott_pi" => n::scott_pi(tally),
        "light_kappa" => n::light_kappa(tally),
        "fleiss_kappa" => n::fleiss_kappa(tally),
        "conger_kappa" => n::conger_kappa(tally),
        "brennan_prediger" => n::brennan_prediger(tally),
        "gwet_ac1" => n::gwet_ac1(tally),
        "krippendorff_alpha" => n::krippendorff_alpha(tally),
        "pabak" => n::pabak(tally),
        "prevalence_index" => n::prevalence_index(tally),
        "bias_index" => n::bias_index(tally),
        "positive_agreement" => n::positive_agreement(tally),
        "negative_agreement" => n::negative_agreement(tally),
        "percent_agreement_se" => errors::percent_agreement_se(ratings, tally),
        "cohen_kappa_se" => errors::cohen_kappa_se(tally),
        "fleiss_kappa_se" => errors::fleiss_kappa_se(ratings, tally),
        "brennan_prediger_se" => errors::brennan_prediger_se(ratings, tally),
        "gwet_ac1_se" => errors::gwet_ac1_se(ratings, tally),
        "krippendorff_alpha_se" => errors::krippendorff_alpha_se(ratings, tally),
        _ => return None,
    })
}

#[test]
fn every_case_within_its_tolerance() {
    let path = root().join("../shared/agreement/cases.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let file: Json = serde_json::from_str(&text).unwrap();
    let (mut checked, mut wrong) = (BTreeSet::new(), Vec::new());
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let mut one =
            Case { id: case["id"].as_str().unwrap(), case, checked: &mut checked, wrong: &mut wrong };
        match case["kind"].as_str().unwrap() {
            "nominal" | "binary" => one.nominal(),
            "multilabel" => one.multilabel(),
            "unitizing" => one.unitizing(),
            other => panic!("{other}"),
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    println!("{} cases, {} statistics", cases.len(), checked.len());
    assert_eq!(cases.len(), 78);
}

/// Why there is no value is told from each other.
#[test]
fn an_undefined_value_says_why() {
    let tally = |units: &[[Option<u32>; 2]]| Tally::of(&Ratings::new(2, 2, units.iter().flatten().copied()));
    let constant = tally(&[[Some(0), Some(0)], [Some(0), Some(0)]]);
    assert_eq!(n::cohen_kappa(&constant), Err(Undefined::NoVariation));
    assert_eq!(n::krippendorff_alpha(&constant), Err(Undefined::NoVariation));
    assert_eq!(n::gwet_ac1(&constant), Ok(1.0));
    let apart = tally(&[[Some(0), None], [None, Some(1)]]);
    assert_eq!(n::percent_agreement(&apart), Err(Undefined::NoPairs));
    let idle = tally(&[[Some(0), None], [Some(1), None]]);
    assert_eq!(n::holsti(&idle), Err(Undefined::CoderIdle));
}

mod properties {
    use absatz::analysis::agreement::nominal as n;
    use absatz::analysis::agreement::sets::{Distance, SetRatings};
    use absatz::analysis::agreement::{Ratings, Tally, Undefined, Value};
    use proptest::prelude::*;

    const ALL: [fn(&Tally) -> Value; 8] = [
        n::percent_agreement,
        n::holsti,
        n::light_kappa,
        n::conger_kappa,
        n::fleiss_kappa,
        n::brennan_prediger,
        n::gwet_ac1,
        n::krippendorff_alpha,
    ];

    fn units() -> impl Strategy<Value = (usize, Vec<Vec<Option<u32>>>)> {
        (2usize..5).prop_flat_map(|coders| {
            let unit = prop::collection::vec(prop::option::weighted(0.85, 0u32..4), coders);
            (Just(coders), prop::collection::vec(unit, 1..40))
        })
    }

    fn tally(coders: usize, units: &[Vec<Option<u32>>]) -> Tally {
        Tally::of(&Ratings::new(coders, 4, units.iter().flatten().copied()))
    }

    fn same(a: Value, b: Value) -> bool {
        match (a, b) {
            (Ok(a), Ok(b)) => (a - b).abs() < 1e-9,
            (a, b) => a == b,
        }
    }

    proptest! {
        #[test]
        fn order_of_coders_units_and_labels_changes_nothing((coders, units) in units(), by in 0usize..4, label in 0u32..4) {
            let plain = tally(coders, &units);
            let turned: Vec<Vec<Option<u32>>> = units.iter().rev().map(|unit| {
                let mut unit: Vec<Option<u32>> =
                    unit.iter().map(|value| value.map(|value| (value + label) % 4)).collect();
                unit.rotate_left(by % coders);
                unit
            }).collect();
            let turned = tally(coders, &turned);
            for value in ALL {
                prop_assert!(same(value(&plain), value(&turned)), "{:?} {:?}", value(&plain), value(&turned));
            }
        }

        #[test]
        fn perfect_agreement_is_one_or_undefined(values in prop::collection::vec(0u32..4, 1..30), coders in 2usize..5) {
            let units: Vec<Vec<Option<u32>>> = values.iter().map(|value| vec![Some(*value); coders]).collect();
            let tally = tally(coders, &units);
            for value in ALL {
                match value(&tally) {
                    Ok(value) => prop_assert!((value - 1.0).abs() < 1e-12, "{value}"),
                    Err(why) => prop_assert!(matches!(why, Undefined::NoVariation | Undefined::PairUndefined)),
                }
            }
        }

        /// Sums of documents are the sums of all their units.
        #[test]
        fn tallies_add_up((coders, units) in units(), at in 0usize..40) {
            let (one, other) = units.split_at(at.min(units.len()));
            let mut sum = tally(coders, one);
            sum.add(&tally(coders, other), 1.0);
            let whole = tally(coders, &units);
            for value in ALL {
                prop_assert!(same(value(&sum), value(&whole)));
            }
        }

        /// With at most one code a unit, and that always given, sets are nothing but categories.
        #[test]
        fn sets_of_one_are_categories((coders, units) in units()) {
            let sets: Vec<Option<Vec<u64>>> =
                units.iter().flatten().map(|value| value.map(|value| vec![1 << value])).collect();
            let ratings = SetRatings::new(coders, &[sets]);
            let tally = tally(coders, &units);
            for distance in [Distance::Nominal, Distance::Jaccard, Distance::Masi] {
                prop_assert!(same(ratings.alpha(distance), n::krippendorff_alpha(&tally)));
            }
            prop_assert!(same(ratings.percent_agreement(), n::percent_agreement(&tally)));
        }
    }
}
