//! Student's t distribution: quantiles for intervals.

/// The two-sided 95 % quantile of t with `degrees` of freedom: 12.71 for 1, towards 1.96 for many.
pub fn t95(degrees: f64) -> f64 {
    // P(|T| > t) = I_x(v/2, 1/2) with x = v / (v + t²): found by halving, since I grows with x.
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if incomplete_beta(degrees / 2.0, 0.5, middle) < 0.05 { low = middle } else { high = middle }
    }
    let x = f64::midpoint(low, high);
    (degrees * (1.0 - x) / x).sqrt()
}

/// The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction (DLMF 8.17.22).
fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    // The fraction converges quickly below the mean; above it the mirror image does.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - incomplete_beta(b, a, 1.0 - x);
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp() / a;
    let tiny = 1e-300;
    let (mut c, mut d) = (1.0, 1.0 - (a + b) * x / (a + 1.0));
    d = 1.0 / if f64::abs(d) < tiny { tiny } else { d };
    let mut fraction = d;
    for step in 1..500 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 + term * d;
            d = 1.0 / if d.abs() < tiny { tiny } else { d };
            c = 1.0 + term / c;
            c = if c.abs() < tiny { tiny } else { c };
            change = c * d;
            fraction *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    front * fraction
}

/// ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms).
fn ln_gamma(x: f64) -> f64 {
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        return (std::f64::consts::PI / (std::f64::consts::PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let sum = TERMS
        .iter()
        .enumerate()
        .fold(0.999_999_999_999_809_9, |sum, (i, term)| sum + term / (x + i as f64 + 1.0));
    let t = x + 7.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

#[cfg(test)]
mod tests {
    use super::t95;

    /// Values of the usual printed tables.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (degrees, value) in [
            (1.0, 12.706_204_74),
            (2.0, 4.302_652_73),
            (5.0, 2.570_581_84),
            (10.0, 2.228_138_85),
            (29.0, 2.045_229_64),
            (120.0, 1.979_930_41),
            (100_000.0, 1.959_987_71),
        ] {
            assert!((t95(degrees) - value).abs() < 1e-6, "{degrees}: {} for {value}", t95(degrees));
        }
    }
}
