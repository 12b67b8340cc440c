//! Timestamps as transcripts write them, to milliseconds.
//!
//! A *delimited* stamp (`[00:12:40]`, `(0:12:40)`, `#00:03:20-5#`, `¤<4100>`) is one wherever transcripts put them; a
//! *bare* one (`00:03:12`, `0:03`) only where [`super::recognise`] expects it, since prose has clock times too.
//! Ranges here are bytes of one line; only [`super::recognise`] turns them into positions.

use std::ops::Range;

/// A timestamp in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Milliseconds from the start of the recording.
    pub ms: u32,
    /// Bytes of the line, delimiters included.
    pub bytes: Range<usize>,
    /// Whether it has brackets, hashes or Transana's sign around it.
    pub delimited: bool,
    /// Whether it says hours: `0:12:40`, not `12:40`.
    pub hours: bool,
    /// Whether it is in round brackets, where prose has clock times as well.
    pub round: bool,
}

/// A stamp that starts at byte `at` of the line.
pub fn stamp_at(line: &str, at: usize) -> Option<Stamp> {
    delimited_at(line, at).or_else(|| bare_at(line, at))
}

/// A stamp with its delimiters at byte `at`.
pub fn delimited_at(line: &str, at: usize) -> Option<Stamp> {
    let text = line.get(at..)?;
    if let Some(inner) = text.strip_prefix("¤<") {
        let digits = leading_digits(inner);
        let ms = inner.get(..digits)?.parse().ok()?;
        inner.get(digits..)?.strip_prefix('>')?;
        let end = at + "¤<".len() + digits + 1;
        return Some(Stamp { ms, bytes: at..end, delimited: true, hours: true, round: false });
    }
    // Markdown exports wrap the stamp in a code span.
    let ticks = usize::from(text.starts_with('`'));
    let open = text.get(ticks..)?.chars().next()?;
    let close = match open {
        '[' => ']',
        '(' => ')',
        '#' => '#',
        '{' => '}',
        '<' => '>',
        _ => return None,
    };
    let inner = text.get(ticks + 1..)?;
    let pad = inner.len() - inner.trim_start_matches(' ').len();
    let clock = clock(inner.get(pad..)?)?;
    let rest = inner.get(pad + clock.len..)?;
    let trail = rest.len() - rest.trim_start_matches(' ').len();
    let after = rest.get(trail..)?.strip_prefix(close)?;
    if ticks == 1 {
        after.strip_prefix('`')?;
    }
    let end = at + ticks + 1 + pad + clock.len + trail + 1 + ticks;
    Some(Stamp { ms: clock.ms, bytes: at..end, delimited: true, hours: clock.hours, round: open == '(' })
}

/// A stamp without delimiters at byte `at`; `Uhr`, `a.m.` after it makes it a time of day, which is none.
pub fn bare_at(line: &str, at: usize) -> Option<Stamp> {
    let text = line.get(at..)?;
    let clock = clock(text)?;
    let rest = text.get(clock.len..)?;
    let next = rest.chars().next();
    // MAXQDA's focus group import glues the label to the stamp: `00:03:40.5Zack: text`.
    let glued = clock.hours && clock.fraction && next.is_some_and(char::is_uppercase);
    if next.is_some_and(|c| !c.is_whitespace()) && !glued {
        return None;
    }
    let word = rest.split_whitespace().next().unwrap_or("").trim_end_matches([':', ',', '.', ';', '?', '!']);
    let of_day = ["uhr", "am", "pm", "a.m", "p.m", "h", "o'clock", "o’clock"];
    if of_day.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let bytes = at..at + clock.len;
    Some(Stamp { ms: clock.ms, bytes, delimited: false, hours: clock.hours, round: false })
}

/// All delimited stamps of a line, in order. Round brackets count only with hours: `(10:30)` is prose.
pub fn delimited(line: &str) -> Vec<Stamp> {
    let mut stamps = Vec::new();
    let mut at = 0;
    while let Some(found) = line.get(at..).and_then(|rest| rest.find(['[', '(', '#', '¤', '`', '{', '<'])) {
        at += found;
        match delimited_at(line, at) {
            Some(stamp) if !stamp.round || stamp.hours => {
                at = stamp.bytes.end;
                stamps.push(stamp);
            }
            _ => at += line.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
        }
    }
    stamps
}

/// A time as people read it: `0:12`, `1:02:03`.
pub fn shown(ms: u32) -> String {
    let seconds = ms / 1000;
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// The two times of an arrow line, `0:0:0.0 --> 0:0:5.1`; what follows the second (cue settings) is ignored.
pub fn arrow(line: &str) -> Option<(u32, u32)> {
    let (from, to) = line.split_once("-->")?;
    let start = cue_time(from.trim())?;
    let end = cue_time(to.split_whitespace().next()?)?;
    Some((start, end))
}

/// A cue's time as subtitle files write it: hours and minutes optional, comma or dot, digits as they come.
pub fn cue_time(text: &str) -> Option<u32> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let parts: Vec<&str> = whole.splitn(4, ':').collect();
    if parts.len() > 3 {
        return None;
    }
    let mut seconds: u64 = 0;
    for part in parts {
        if part.is_empty() || part.len() > 7 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        seconds = seconds * 60 + part.parse::<u64>().ok()?;
    }
    u32::try_from(seconds * 1000 + u64::from(thousandths(fraction))).ok()
}

/// A time as a person types it: `1:02:33`, `62:33`, `0:12:40.5`, `45` seconds. Minutes and seconds below an hour or
/// minute end at 59.
pub fn typed(text: &str) -> Option<u32> {
    let text = text.trim();
    let whole = text.split(['.', ',']).next().unwrap_or_default();
    let within = |part: &str| part.len() <= 2 && part.parse::<u32>().is_ok_and(|part| part < 60);
    if !whole.split(':').skip(1).all(within) {
        return None;
    }
    cue_time(text)
}

/// A time as people read it: `0:12:40`, with what is left of a second only where there is something left.
pub fn exact(ms: u32) -> String {
    let seconds = ms / 1000;
    let rest = match ms % 1000 {
        0 => String::new(),
        rest => format!(".{}", format!("{rest:03}").trim_end_matches('0')),
    };
    format!("{}:{:02}:{:02}{rest}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A time for a message: `0:12:40`, to the second.
pub fn about(ms: u32) -> String {
    exact(ms - ms % 1000)
}

struct Clock {
    ms: u32,
    len: usize,
    hours: bool,
    fraction: bool,
}

/// `h:mm:ss`, `mm:ss`, each with a fraction after `.`, `,`, `-`, or frames after `:` or `;` (which say no time without
/// a frame rate, so only the seconds count).
fn clock(text: &str) -> Option<Clock> {
    let mut fields: Vec<(u32, usize)> = Vec::new();
    let mut len = 0;
    loop {
        let rest = text.get(len..)?;
        let digits = leading_digits(rest);
        if digits == 0 || digits > 3 {
            return None;
        }
        fields.push((rest.get(..digits)?.parse().ok()?, digits));
        len += digits;
        let more = text.get(len..)?;
        let colon = more.starts_with(':') && leading_digits(more.get(1..)?) > 0;
        if !colon || fields.len() == 3 {
            break;
        }
        len += 1;
    }
    let hours = fields.len() == 3;
    let (h, m, s) = match fields.as_slice() {
        [(h, _), (m, 2), (s, 2)] if *m < 60 => (*h, *m, *s),
        [(m, _), (s, 2)] => (0, *m, *s),
        _ => return None,
    };
    if s >= 60 {
        return None;
    }
    let mut fraction = 0;
    let mut has_fraction = false;
    let more = text.get(len..)?;
    if let Some(mark) = more.chars().next() {
        let digits = leading_digits(more.get(mark.len_utf8()..)?);
        let written = more.get(mark.len_utf8()..mark.len_utf8() + digits)?;
        match mark {
            '.' | ',' | '-' if (1..=3).contains(&digits) => {
                fraction = thousandths(written);
                has_fraction = true;
                len += 1 + digits;
            }
            ':' | ';' if hours && digits == 2 => len += 3,
            _ => {}
        }
    }
    let seconds = h.checked_mul(3600)?.checked_add(m * 60)?.checked_add(s)?;
    let ms = seconds.checked_mul(1000)?.checked_add(fraction)?;
    Some(Clock { ms, len, hours, fraction: has_fraction })
}

/// `5` is 500, `04` is 40, `1234` is 123.
fn thousandths(digits: &str) -> u32 {
    let kept: String = digits.chars().take(3).collect();
    format!("{kept:0<3}").parse().unwrap_or(0)
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notation() {
        for (text, ms) in [
            ("[00:12:40]", 760_000),
            ("[00:00:12.5]", 12_500),
            ("(00:12:40)", 760_000),
            ("#00:03:20-5#", 200_500),
            ("#00:03:20.123#", 200_123),
            ("00:03:12", 192_000),
            ("0:03", 3_000),
            ("1:02:03", 3_723_000),
            ("¤<4100>", 4_100),
            ("`[00:10]`", 10_000),
            ("{01:10}", 70_000),
            ("[ 00:10 ]", 10_000),
            ("00:00:02:13", 2_000),
            ("00:00:02;13", 2_000),
        ] {
            let stamp = stamp_at(text, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((stamp.ms, stamp.bytes), (ms, 0..text.len()), "{text}");
        }
    }

    #[test]
    fn no_stamps() {
        for text in
            ["10:30 Uhr", "[Cross Talk 3:00]", "[1]", "(lacht)", "12:75", "1:2", "10:30,", "2:1:", "#tag#"]
        {
            assert_eq!(stamp_at(text, 0), None, "{text}");
        }
        assert!(delimited("Wir treffen uns (10:30) oder [später]").is_empty());
        assert_eq!(delimited("a #00:00:40-0# b [00:00:41] c (0:00:42)").len(), 3);
    }

    #[test]
    fn typed_and_shown() {
        for (text, ms, again) in [
            ("1:02:33", 3_753_000, "1:02:33"),
            ("62:33", 3_753_000, "1:02:33"),
            (" 0:12:40.5 ", 760_500, "0:12:40.5"),
            ("0:00:00,040", 40, "0:00:00.04"),
            ("45", 45_000, "0:00:45"),
            ("90", 90_000, "0:01:30"),
        ] {
            assert_eq!(typed(text), Some(ms), "{text}");
            assert_eq!(exact(ms), again);
        }
        for wrong in ["", "1:75", "1:60:00", "1:2:3:4", "-5", "half", "1:", "1:002", "99999999:00:00"] {
            assert_eq!(typed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn cue_times() {
        for (text, ms) in
            [("0.000", 0), ("3.480", 3480), ("00:16,500", 16500), ("00:00:05.400", 5400), ("0:0:5.1", 5100)]
        {
            assert_eq!(cue_time(text), Some(ms), "{text}");
        }
        assert_eq!(cue_time("x"), None);
        assert_eq!(arrow("0:0:0.0 --> 0:0:5.1 align:start"), Some((0, 5100)));
    }
}
