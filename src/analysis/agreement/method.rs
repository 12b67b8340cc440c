//! The paragraph for the method section: unit, share of double-coded interviews, coders, coefficient with its interval,
//! figures before the discussion. No verbal grades: thresholds are conventions and differ by coefficient.

use super::figures::{Agreement, Asked};
use super::tables::{interval_text, title};
use super::units::Unit;
use crate::i18n::number;
use crate::tr;

/// What the paragraph says besides the figures.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    pub coders: usize,
    pub documents: usize,
    pub of_documents: usize,
    pub codes: usize,
    pub main_codes: bool,
    pub without_interviewers: bool,
    /// The documents were drawn at random: whether from every group its share.
    pub drawn: Option<bool>,
}

/// The one figure for all codes: pooled kappa for two coders, for more Krippendorff's alpha of sets, where these are
/// defined for the unit; else the share of agreement.
pub fn summary_figure(agreement: &Agreement, coders: usize) -> Option<&super::figures::Estimate> {
    let wanted: &[&str] = if coders == 2 {
        &["pooled_kappa", "percent_agreement"]
    } else {
        &["alpha_jaccard", "mean_alpha", "percent_agreement"]
    };
    wanted
        .iter()
        .filter_map(|name| agreement.overall.estimates.iter().find(|estimate| estimate.name == *name))
        .find(|estimate| estimate.value.is_ok())
}

/// The paragraph, in the thread's language.
pub fn paragraph(agreement: &Agreement, asked: &Asked, facts: &Facts) -> String {
    let share = |value: f64| format!("{} %", number(value * 100.0, 1));
    let mut sentences = vec![double_coded(facts)];
    match facts.drawn {
        Some(true) => sentences.push(tr!("agreement-method-drawn-by-group", count = facts.documents)),
        Some(false) => sentences.push(tr!("agreement-method-drawn", count = facts.documents)),
        None => {}
    }
    let unit = format!("agreement-method-unit-{}", asked.unit.name());
    let overlap = tr!(&format!("agreement-overlap-{}", asked.matching.of.name()));
    sentences.push(tr!(
        &unit,
        codes = facts.codes,
        units = agreement.overall.units,
        percent = asked.matching.percent,
        of = overlap
    ));
    if facts.main_codes {
        sentences.push(tr!("agreement-method-main-codes"));
    }
    if facts.without_interviewers {
        sentences.push(tr!("agreement-method-interviewers"));
    }
    let percent = agreement.overall.estimates.iter().find(|estimate| estimate.name == "percent_agreement");
    if let Some(Ok(value)) = percent.map(|percent| percent.value) {
        let key = if asked.unit == Unit::Segment {
            "agreement-method-percent-segments"
        } else {
            "agreement-method-percent"
        };
        sentences.push(tr!(key, value = share(value)));
    }
    if let Some(figure) =
        summary_figure(agreement, facts.coders).filter(|figure| figure.name != "percent_agreement")
        && let Ok(value) = figure.value
    {
        let interval = interval_text(figure).unwrap_or_else(|| "none".to_owned());
        let (name, value) = (title(figure.name), number(value, 2));
        sentences.push(tr!("agreement-method-value", figure = name, value = value, interval = interval));
    }
    sentences.extend(range(agreement, facts.coders));
    sentences.join(" ")
}

fn double_coded(facts: &Facts) -> String {
    let share = facts.documents as f64 * 100.0 / facts.of_documents.max(1) as f64;
    tr!(
        "agreement-method-double",
        count = facts.documents,
        all = facts.of_documents,
        share = number(share, 0),
        coders = facts.coders
    )
}

/// From which to which value the chance-corrected coefficient of single codes goes.
fn range(agreement: &Agreement, coders: usize) -> Option<String> {
    let name = if coders == 2 { "cohen_kappa" } else { "krippendorff_alpha" };
    let values: Vec<_> = agreement
        .codes
        .iter()
        .filter_map(|code| code.estimates.iter().find(|estimate| estimate.name == name))
        .map(|estimate| estimate.value)
        .collect();
    let defined: Vec<f64> = values.iter().filter_map(|value| value.ok()).collect();
    let low = defined.iter().copied().reduce(f64::min)?;
    let high = defined.iter().copied().reduce(f64::max)?;
    let (figure, low, high) = (title(name), number(low, 2), number(high, 2));
    let undefined = values.len() - defined.len();
    Some(if undefined == 0 {
        tr!("agreement-method-range", figure = figure, low = low, high = high)
    } else {
        tr!("agreement-method-range-undefined", figure = figure, low = low, high = high, count = undefined)
    })
}

/// Consensual coding, which has no coefficient.
pub fn consensual(consolidated: usize, of_documents: usize) -> String {
    tr!("agreement-method-consensual", count = consolidated, all = of_documents)
}
