//! The time, in one place: UTC, ISO 8601 with milliseconds, so that texts sort as times do.

use jiff::{Timestamp, Unit};

/// Now, as stored in the project file: `2026-03-01T09:15:02.123Z`.
///
/// `ABSATZ_NOW` overrides it (tests, reproducible exports); a value that is no timestamp is ignored.
pub fn now() -> String {
    let now = std::env::var("ABSATZ_NOW")
        .ok()
        .and_then(|text| text.parse::<Timestamp>().ok())
        .unwrap_or_else(Timestamp::now);
    let now = now.round(Unit::Millisecond).unwrap_or(now);
    format!("{now:.3}")
}

/// A stored time in the local zone as people read it: `2026-03-01 10:15`.
pub fn local(stored: &str) -> String {
    match stored.parse::<Timestamp>() {
        Ok(time) => time.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => stored.to_owned(),
    }
}
