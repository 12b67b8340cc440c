//! Agreement at the size of a large study, beside Python where its packages are there, else beside what they took when
//! they were measured (CPU seconds, two shared cores).

use std::process::Command;
use std::time::Duration;

use absatz::analysis::agreement::figures::{Asked, agreement};
use absatz::analysis::agreement::matching::Match;
use absatz::analysis::agreement::resample::bootstrap_tally;
use absatz::analysis::agreement::units::{Judged, Marked, Unit};
use absatz::analysis::agreement::{Coefficient, Ratings, Tally, nominal};
use absatz::text::Span;

use crate::generate::Seed;
use crate::measure::{report, times};

const UNITS: u32 = 100_000;
const CODES: u32 = 50;
const DOCUMENTS: u32 = 100;

pub fn run() {
    let documents = paragraphs();
    let asked = Asked {
        unit: Unit::Paragraph,
        matching: Match::default(),
        coefficients: Coefficient::usual(2).to_vec(),
        samples: 0,
        seed: 1,
    };
    let took = times(5, || drop(agreement(&documents, 2, CODES as usize, &asked)));
    report(
        "agreement, 2 coders, 100,000 units, 50 codes",
        &took,
        python("krippendorff", ALPHA_OF_CODES, 1.29),
    );
    let asked = Asked { samples: 1_000, ..asked };
    let took = times(1, || drop(agreement(&documents, 2, CODES as usize, &asked)));
    report("  the same, 1,000 samples of documents", &took, None);

    let five = nominal_ratings();
    let alpha = || {
        let tallies: Vec<Tally> =
            five.iter().map(|one| Tally::of(&Ratings::new(5, 8, one.iter().copied()))).collect();
        tallies
    };
    let took = times(5, || {
        let tallies = alpha();
        let mut sum = Tally::empty(5, 8);
        tallies.iter().for_each(|one| sum.add(one, 1.0));
        let _ = std::hint::black_box(nominal::krippendorff_alpha(&sum));
    });
    report("alpha, 5 coders, 100,000 units", &took, python("krippendorff", ALPHA_OF_FIVE, 0.18));
    let took = times(5, || _ = bootstrap_tally(&alpha(), 1_000, 1, nominal::krippendorff_alpha));
    report("  with 1,000 samples of documents", &took, python("none", "", 171.0));
}

/// Two coders who mostly agree: 1,000 paragraphs a document, each with two codes of fifty or so.
fn paragraphs() -> Vec<Judged> {
    let mut seed = Seed(7);
    let each = UNITS / DOCUMENTS;
    (0..DOCUMENTS)
        .map(|_| {
            let paragraphs: Vec<Span> = (0..each).map(|n| Span::new(n * 100, n * 100 + 90)).collect();
            let mut coders = vec![Vec::new(), Vec::new()];
            for span in &paragraphs {
                for _ in 0..2 {
                    let code = seed.below(CODES as usize) as u32;
                    for own in &mut coders {
                        if seed.below(10) < 8 {
                            own.push(Marked { span: *span, code });
                        }
                    }
                }
            }
            Judged { paragraphs, coders: coders.into_iter().map(Some).collect(), revisit: Vec::new() }
        })
        .collect()
}

/// Five coders, one of eight categories a unit, some left out; by document.
fn nominal_ratings() -> Vec<Vec<Option<u32>>> {
    let mut seed = Seed(11);
    (0..DOCUMENTS)
        .map(|_| {
            let mut document = Vec::new();
            for _ in 0..UNITS / DOCUMENTS {
                let meant = seed.below(8) as u32;
                for _ in 0..5 {
                    let own = if seed.below(10) < 7 { meant } else { seed.below(8) as u32 };
                    document.push((seed.below(20) > 0).then_some(own));
                }
            }
            document
        })
        .collect()
}

const ALPHA_OF_CODES: &str = "
import time, random, numpy, krippendorff
random.seed(1)
data = [numpy.array([[random.randrange(25) == 0 for _ in range(100000)] for _ in range(2)], dtype=float) for _ in range(50)]
start = time.process_time()
for one in data: krippendorff.alpha(reliability_data=one, level_of_measurement='nominal')
print(time.process_time() - start)";

const ALPHA_OF_FIVE: &str = "
import time, random, numpy, krippendorff
random.seed(1)
data = numpy.array([[random.randrange(8) for _ in range(100000)] for _ in range(5)], dtype=float)
start = time.process_time()
krippendorff.alpha(reliability_data=data, level_of_measurement='nominal')
print(time.process_time() - start)";

/// What Python takes for it; where the package is not there, what it took elsewhere, and said to be so.
fn python(package: &str, script: &str, known: f64) -> Option<Duration> {
    let run = |code: &str| {
        Command::new("python3").args(["-c", code]).output().ok().filter(|out| out.status.success())
    };
    let measured = run(&format!("import {package}")).and_then(|_| {
        let out = run(script)?;
        String::from_utf8(out.stdout).ok()?.trim().parse::<f64>().ok()
    });
    if measured.is_none() {
        println!("(Python's figure below was measured elsewhere: {known} s)");
    }
    Some(Duration::from_secs_f64(measured.unwrap_or(known)))
}
