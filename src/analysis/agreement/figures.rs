//! All figures of a comparison: by code, by document, by pair of coders, and over all.

use super::errors::Interval;
use super::matching::{Match, Matched};
use super::resample::{Bootstrap, bootstrap, bootstrap_tally};
use super::sets::{CodeSet, Distance, SetRatings, pooled_kappa_bootstrap};
use super::unitizing::Continuum;
use super::units::{Judged, Unit};
use super::{Coefficient, Ratings, Tally, Undefined, Value, nominal};
use crate::progress::Progress;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub unit: Unit,
    /// For [`Unit::Segment`].
    pub matching: Match,
    pub coefficients: Vec<Coefficient>,
    /// Samples of documents for intervals; 0: none.
    pub samples: u32,
    pub seed: u64,
}

/// A figure with what is known of its precision.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The invariant name.
    pub name: &'static str,
    pub value: Value,
    /// Analytic: units taken as independent.
    pub error: Option<Value>,
    pub interval: Option<Interval>,
    /// Over resampled documents.
    pub resampled: Option<Bootstrap>,
}

/// The figures of one code, document or pair of coders.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures {
    /// Units that two coders or more judged; for segments, those that somebody made.
    pub units: u64,
    /// Pairs of judgements that agree, and that differ. With two coders: units.
    pub agreements: u64,
    pub differences: u64,
    pub estimates: Vec<Estimate>,
}

/// The comparison.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// By declared code.
    pub codes: Vec<Figures>,
    /// By document, in the order given: all codes' decisions together.
    pub documents: Vec<Figures>,
    /// By pair of coders: all codes' decisions together.
    pub pairs: Vec<(usize, usize, Figures)>,
    pub overall: Figures,
}

/// Compares `coders` coders on these documents and `codes` declared codes.
pub fn agreement(documents: &[Judged], coders: usize, codes: usize, asked: &Asked) -> Agreement {
    // Nobody can stop it.
    watched(documents, coders, codes, asked, &Progress::new()).unwrap_or_default()
}

/// [`agreement`], code by code; the person may stop it.
pub fn watched(
    documents: &[Judged],
    coders: usize,
    codes: usize,
    asked: &Asked,
    progress: &Progress,
) -> crate::error::Result<Agreement> {
    // Over all, several figures are resampled: about as much as a few codes.
    progress.start(codes as u64 + 4);
    if asked.unit == Unit::Segment {
        return segments(documents, coders, codes, asked, progress);
    }
    // By document and code.
    let categories = categories(documents, codes, asked.unit);
    let ratings: Vec<Vec<Ratings>> =
        documents.iter().map(|document| judgements(document, coders, &categories, asked.unit)).collect();
    let tallies: Vec<Vec<Tally>> =
        ratings.iter().map(|codes| codes.iter().map(Tally::of).collect()).collect();
    let mut by_code = (0..codes)
        .map(|code| {
            progress.step()?;
            let own: Vec<&Ratings> = ratings.iter().filter_map(|document| document.get(code)).collect();
            let of_documents: Vec<Tally> =
                tallies.iter().filter_map(|document| document.get(code)).cloned().collect();
            Ok(code_figures(&own, &of_documents, coders, asked))
        })
        .collect::<crate::error::Result<Vec<Figures>>>()?;
    if asked.unit == Unit::Character {
        let whole = whole(documents, codes);
        for (code, figures) in (0u32..).zip(&mut by_code) {
            let layer = whole.as_ref().map_err(|why| *why).and_then(|whole| whole.layer(code).u_alpha());
            figures.estimates.push(plain("u_alpha", layer));
        }
    }
    let sums: Vec<Tally> = (0..codes).map(|code| sum(&tallies, code, coders)).collect();
    Ok(Agreement {
        codes: by_code,
        documents: tallies.iter().map(|codes| decisions(codes)).collect(),
        pairs: pairs_of(coders)
            .map(|(first, second)| (first, second, pair_figures(&sums, first, second)))
            .collect(),
        overall: overall(documents, &tallies, &sums, coders, asked, progress)?,
    })
}

fn pairs_of(coders: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..coders).flat_map(move |first| (first + 1..coders).map(move |second| (first, second)))
}

/// By code: how many categories a unit can have. Nobody has declared how often a code may occur: as often as it does.
fn categories(documents: &[Judged], codes: usize, unit: Unit) -> Vec<usize> {
    let highest = |code: u32| {
        let counts = documents.iter().flat_map(|document| document.frequency(code)).flatten();
        counts.max().map_or(0, |highest| highest as usize)
    };
    (0..u32::try_from(codes).unwrap_or(u32::MAX))
        .map(|code| if unit == Unit::Frequency { highest(code).max(1) + 1 } else { 2 })
        .collect()
}

/// A document's judgements, code by code.
fn judgements(document: &Judged, coders: usize, categories: &[usize], unit: Unit) -> Vec<Ratings> {
    let codes = (0u32..).zip(categories.iter().copied());
    match unit {
        Unit::Document => codes.map(|(code, q)| Ratings::new(coders, q, document.occurrence(code))).collect(),
        Unit::Frequency => codes.map(|(code, q)| Ratings::new(coders, q, document.frequency(code))).collect(),
        Unit::Character => {
            let continuum = document.continuum(categories.len());
            codes.map(|(code, _)| document.characters(&continuum, code)).collect()
        }
        Unit::Paragraph | Unit::Segment => document.paragraphs(categories.len()),
    }
}

fn code_figures(ratings: &[&Ratings], tallies: &[Tally], coders: usize, asked: &Asked) -> Figures {
    let joined = Ratings::join(ratings.iter().copied()).unwrap_or_else(|| Ratings::new(coders, 2, []));
    let tally = Tally::of(&joined);
    let estimate = |coefficient: &Coefficient| {
        let value = |tally: &Tally| {
            if asked.unit == Unit::Frequency && coefficient.needs_declared() {
                return Err(Undefined::NotForUnit);
            }
            coefficient.value(tally)
        };
        let own = value(&tally);
        // Characters depend on each other far too much for an error that takes them as independent.
        let analytic = asked.unit != Unit::Character && own.is_ok();
        let error = if analytic { coefficient.standard_error(&joined, &tally) } else { None };
        Estimate {
            name: coefficient.name(),
            value: own,
            error,
            interval: error.map(|error| coefficient.interval(own, error, &tally)),
            resampled: (asked.samples > 0 && own.is_ok())
                .then(|| bootstrap_tally(tallies, asked.samples, asked.seed, value)),
        }
    };
    Figures { estimates: asked.coefficients.iter().map(estimate).collect(), ..counts(&tally) }
}

fn counts(tally: &Tally) -> Figures {
    Figures {
        units: tally.pairable(),
        agreements: tally.agreeing_pairs as u64,
        differences: (tally.pairs - tally.agreeing_pairs) as u64,
        estimates: Vec::new(),
    }
}

/// All decisions of several codes together: a share of agreeing pairs and, for two coders, the pooled kappa.
fn decisions(codes: &[Tally]) -> Figures {
    let mut figures = Figures::default();
    let (mut agreeing, mut pairs) = (0.0, 0.0);
    for tally in codes {
        let own = counts(tally);
        figures.units += own.units;
        figures.agreements += own.agreements;
        figures.differences += own.differences;
        agreeing += tally.agreeing_pairs;
        pairs += tally.pairs;
    }
    let percent = if pairs == 0.0 { Err(Undefined::NoPairs) } else { Ok(agreeing / pairs) };
    figures.estimates.push(plain("percent_agreement", percent));
    let judging =
        |tally: &&Tally| (0..tally.coders()).filter(|coder| tally.judgements(*coder) > 0.0).count() == 2;
    if codes.iter().filter(|tally| tally.pairable() > 0).all(|tally| judging(&tally)) {
        // In a document that two of several coders coded, the two.
        let two = codes.iter().map(|tally| {
            let who: Vec<usize> =
                (0..tally.coders()).filter(|coder| tally.judgements(*coder) > 0.0).collect();
            match who.as_slice() {
                [first, second] => tally.two(*first, *second),
                _ => Tally::empty(2, tally.categories()),
            }
        });
        figures.estimates.push(plain("pooled_kappa", nominal::pooled_kappa(&two.collect::<Vec<_>>())));
    }
    figures
}

fn plain(name: &'static str, value: Value) -> Estimate {
    Estimate { name, value, error: None, interval: None, resampled: None }
}

fn pair_figures(sums: &[Tally], first: usize, second: usize) -> Figures {
    decisions(&sums.iter().map(|tally| tally.two(first, second)).collect::<Vec<_>>())
}

/// A code's sums over all documents.
fn sum(documents: &[Vec<Tally>], code: usize, coders: usize) -> Tally {
    let mut own = documents.iter().filter_map(|document| document.get(code)).peekable();
    let categories = own.peek().map_or(2, |tally| tally.categories());
    let mut sum = Tally::empty(coders, categories);
    for tally in own {
        sum.add(tally, 1.0);
    }
    sum
}

fn overall(
    documents: &[Judged],
    tallies: &[Vec<Tally>],
    sums: &[Tally],
    coders: usize,
    asked: &Asked,
    progress: &Progress,
) -> crate::error::Result<Figures> {
    let codes = sums.len();
    progress.step()?;
    let sampled =
        |value: Value, draw: &dyn Fn() -> Bootstrap| (asked.samples > 0 && value.is_ok()).then(draw);
    let mut figures = decisions(sums);
    figures.estimates.clear();
    let percent = |drawn: &[f64]| {
        let (mut agreeing, mut pairs) = (0.0, 0.0);
        for (document, times) in tallies.iter().zip(drawn) {
            for tally in document {
                agreeing += times * tally.agreeing_pairs;
                pairs += times * tally.pairs;
            }
        }
        if pairs == 0.0 { Err(Undefined::NoPairs) } else { Ok(agreeing / pairs) }
    };
    let value = percent(&vec![1.0; tallies.len()]);
    figures.estimates.push(Estimate {
        resampled: sampled(value, &|| bootstrap(tallies.len(), asked.samples, asked.seed, percent)),
        ..plain("percent_agreement", value)
    });
    progress.step()?;
    if coders == 2 {
        let value = nominal::pooled_kappa(sums);
        figures.estimates.push(Estimate {
            resampled: sampled(value, &|| pooled_kappa_bootstrap(tallies, asked.samples, asked.seed)),
            ..plain("pooled_kappa", value)
        });
        let mean = nominal::mean_of_defined(sums.iter().map(nominal::cohen_kappa));
        figures.estimates.push(plain("mean_kappa", mean));
    }
    let mean = nominal::mean_of_defined(sums.iter().map(nominal::krippendorff_alpha));
    figures.estimates.push(plain("mean_alpha", mean));
    progress.step()?;
    match asked.unit {
        Unit::Document => sets(documents, coders, asked, |one| one.document_sets(codes), &mut figures),
        Unit::Paragraph => sets(documents, coders, asked, |one| one.paragraph_sets(codes), &mut figures),
        Unit::Character => unitizing(documents, coders, codes, &mut figures),
        Unit::Frequency | Unit::Segment => {}
    }
    progress.step()?;
    Ok(figures)
}

/// What takes all codes of a unit as one set.
fn sets(
    documents: &[Judged],
    coders: usize,
    asked: &Asked,
    of: impl Fn(&Judged) -> Vec<Option<CodeSet>>,
    figures: &mut Figures,
) {
    let ratings = SetRatings::new(coders, &documents.iter().map(of).collect::<Vec<_>>());
    figures.estimates.push(plain("set_percent_agreement", ratings.percent_agreement()));
    for (name, distance) in [
        ("alpha_set_nominal", Distance::Nominal),
        ("alpha_jaccard", Distance::Jaccard),
        ("alpha_masi", Distance::Masi),
    ] {
        let value = ratings.alpha(distance);
        let resampled = (asked.samples > 0 && value.is_ok())
            .then(|| ratings.alpha_bootstrap(distance, asked.samples, asked.seed));
        figures.estimates.push(Estimate { resampled, ..plain(name, value) });
    }
}

/// The documents that all coders judged as one continuum.
fn whole(documents: &[Judged], codes: usize) -> Result<Continuum, Undefined> {
    let everyone = documents.iter().filter(|document| document.coders.iter().all(Option::is_some));
    let everyone: Vec<Continuum> = everyone.map(|document| document.continuum(codes)).collect();
    if everyone.is_empty() { Err(Undefined::NoPairs) } else { Ok(Continuum::join(&everyone)) }
}

/// The family for segments with free boundaries, all codes as one layer.
fn unitizing(documents: &[Judged], coders: usize, codes: usize, figures: &mut Figures) {
    let whole = whole(documents, codes);
    let mut add = |name, value: fn(&Continuum) -> Value| {
        figures.estimates.push(plain(name, whole.as_ref().map_err(|why| *why).and_then(value)));
    };
    add("u_alpha", Continuum::u_alpha);
    add("bar_u_alpha", Continuum::bar_u_alpha);
    if coders == 2 {
        add("cu_alpha", Continuum::cu_alpha);
        add("cu_coverage", Continuum::cu_coverage);
    }
}

/// Segments have no units that nobody coded: shares of agreement, and chance only as Brennan & Prediger have it.
fn segments(
    documents: &[Judged],
    coders: usize,
    codes: usize,
    asked: &Asked,
    progress: &Progress,
) -> crate::error::Result<Agreement> {
    let pairs: Vec<(usize, usize)> = pairs_of(coders).collect();
    // By document, code and pair.
    let matched: Vec<Vec<Vec<Option<Matched>>>> = documents
        .iter()
        .map(|document| {
            let code = |code: u32| {
                let compare = |(first, second): &(usize, usize)| {
                    let own = document.segments(*first, code)?;
                    Some(asked.matching.compare(&own, &document.segments(*second, code)?))
                };
                pairs.iter().map(compare).collect()
            };
            (0..u32::try_from(codes).unwrap_or(u32::MAX)).map(code).collect()
        })
        .collect();
    let sum = |filter: &dyn Fn(usize, usize) -> bool, drawn: &[f64]| {
        let mut sums = (0.0, 0.0);
        for (document, times) in matched.iter().zip(drawn).filter(|(_, times)| **times > 0.0) {
            for (code, by_pair) in document.iter().enumerate() {
                for (_, matched) in by_pair.iter().enumerate().filter(|(pair, _)| filter(code, *pair)) {
                    let matched = matched.unwrap_or_default();
                    sums.0 += times * matched.agreements as f64;
                    sums.1 += times * matched.differences() as f64;
                }
            }
        }
        sums
    };
    let figures = |filter: &dyn Fn(usize, usize) -> bool, which: &[usize], samples: u32| {
        let drawn: Vec<f64> =
            (0..documents.len()).map(|at| if which.contains(&at) { 1.0 } else { 0.0 }).collect();
        let (agreements, differences) = sum(filter, &drawn);
        let estimate = |name: &'static str, value: &dyn Fn((f64, f64)) -> Value| {
            let own = value((agreements, differences));
            let resampled = (samples > 0 && own.is_ok())
                .then(|| bootstrap(documents.len(), samples, asked.seed, |drawn| value(sum(filter, drawn))));
            Estimate { resampled, ..plain(name, own) }
        };
        let percent =
            |(a, d): (f64, f64)| if a + d == 0.0 { Err(Undefined::NothingCoded) } else { Ok(a / (a + d)) };
        let chance = |counts: (f64, f64)| {
            if codes < 2 {
                return Err(Undefined::OneCategory);
            }
            let by_chance = 1.0 / codes as f64;
            Ok((percent(counts)? - by_chance) / (1.0 - by_chance))
        };
        Figures {
            units: (agreements + differences) as u64,
            agreements: agreements as u64,
            differences: differences as u64,
            estimates: vec![
                estimate("percent_agreement", &percent),
                estimate("positive_agreement", &|(a, d)| {
                    if a + d == 0.0 { Err(Undefined::NothingCoded) } else { Ok(2.0 * a / (2.0 * a + d)) }
                }),
                estimate("brennan_prediger", &chance),
            ],
        }
    };
    let all: Vec<usize> = (0..documents.len()).collect();
    let of_code = |code| {
        progress.step()?;
        Ok(figures(&|own, _| own == code, &all, asked.samples))
    };
    Ok(Agreement {
        codes: (0..codes).map(of_code).collect::<crate::error::Result<_>>()?,
        documents: all.iter().map(|document| figures(&|_, _| true, &[*document], 0)).collect(),
        pairs: pairs
            .iter()
            .enumerate()
            .map(|(at, (first, second))| (*first, *second, figures(&|_, pair| pair == at, &all, 0)))
            .collect(),
        overall: figures(&|_, _| true, &all, asked.samples),
    })
}
