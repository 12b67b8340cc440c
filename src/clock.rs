//! The time, in one place: UTC, ISO 8601 with milliseconds, so that texts sort as times do.

use jiff::{Timestamp, Unit};

use crate::i18n::{self, Lang};

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

/// A stored time in the local zone as people read it: `2026-03-01 10:15`, `01.03.2026 10:15`.
pub fn local(stored: &str) -> String {
    let form = match i18n::lang() {
        Lang::De => "%d.%m.%Y %H:%M",
        Lang::En => "%Y-%m-%d %H:%M",
    };
    match stored.parse::<Timestamp>() {
        Ok(time) => time.to_zoned(jiff::tz::TimeZone::system()).strftime(form).to_string(),
        Err(_) => stored.to_owned(),
    }
}

/// The day of a stored time in the local zone, as it is stored: `2026-03-01`.
pub fn day(stored: &str) -> String {
    match stored.parse::<Timestamp>() {
        Ok(time) => time.to_zoned(jiff::tz::TimeZone::system()).date().to_string(),
        Err(_) => stored.chars().take(10).collect(),
    }
}
