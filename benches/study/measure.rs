//! Timing and printing.

use std::time::{Duration, Instant};

pub const HEADER: &str =
    "work                                              median        p99      floor   ratio   peak MB";

/// Runs `work` several times and gives the sorted durations.
pub fn times(runs: usize, mut work: impl FnMut()) -> Vec<Duration> {
    let mut all: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    all.sort();
    all
}

pub fn median(sorted: &[Duration]) -> Duration {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn p99(sorted: &[Duration]) -> Duration {
    sorted.get((sorted.len() * 99 / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// One line of the result.
pub fn report(work: &str, sorted: &[Duration], floor: Option<Duration>) {
    let ms = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
    let middle = median(sorted);
    let (floor_text, ratio) = match floor {
        Some(floor) => (ms(floor), format!("{:.2}", middle.as_secs_f64() / floor.as_secs_f64())),
        None => ("-".to_owned(), "-".to_owned()),
    };
    println!(
        "{work:<44} {:>12} {:>10} {floor_text:>10} {ratio:>7} {:>8.0}",
        ms(middle),
        ms(p99(sorted)),
        peak_mb()
    );
}

/// The highest resident memory of this process so far, in MB (Linux; 0 elsewhere).
pub fn peak_mb() -> f64 {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
            line.split_whitespace().nth(1)?.parse::<f64>().ok()
        })
        .map_or(0.0, |kb| kb / 1024.0)
}
