//! What a line of a transcript opens with: a speaker's label, a time, both or neither. Candidates only: whether a label
//! counts is for the whole document to say ([`super::speakers::Labels`]).

use std::ops::Range;

use super::speakers::is_conventional;
use super::times::{self, Stamp};

/// What stands before the speech of a line. Ranges are bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opening {
    /// The label without colon and brackets.
    pub label: Option<String>,
    /// The label with colon, brackets and the white space after it.
    pub label_bytes: Range<usize>,
    /// `: ` after the time of `FRAGE [00:20:23]: text`.
    pub colon_bytes: Range<usize>,
    pub times: Vec<Stamp>,
    /// Whether the label has a time beside it.
    pub timed: bool,
    /// Whether nothing but white space follows.
    pub alone: bool,
    /// Whether a colon or square brackets make it a label; `Name  0:03` and `0:03 Name` have neither.
    pub marked: bool,
    /// Whether nothing but its place makes it a label: a name alone on a line, `Mara Lind` or `(Mara Lind)`.
    pub lone: bool,
}

/// The longest label that is believed, in code points.
const LONGEST: usize = 48;

/// The candidate that a line opens with. `known` are labels that count without further marks.
pub fn opening(line: &str, known: &[String]) -> Opening {
    let mut found = Opening::default();
    let mut at = skip_space(line, 0);
    if let Some(stamp) = times::stamp_at(line, at) {
        at = skip_space(line, stamp.bytes.end);
        found.times.push(stamp);
        // `[00:00:12.34] - Speaker 1`
        if let Some(rest) = line.get(at..)
            && let Some(after) = rest.strip_prefix("- ").or_else(|| rest.strip_prefix("– "))
            && looks_like_name(after.trim())
        {
            at = line.len() - after.len();
        }
    }
    let rest = line.get(at..).unwrap_or("");
    let label = listed(rest, known)
        .or_else(|| bracketed(rest))
        .or_else(|| with_colon(rest))
        .or_else(|| with_stamp(rest))
        .or_else(|| header_name(rest, !found.times.is_empty()))
        .or_else(|| lone_name(rest));
    if let Some(Candidate { name, len, marked, lone }) = label {
        let mut end = at + len;
        let after = skip_space(line, end);
        found.timed = !found.times.is_empty();
        let mut next = after;
        if let Some(stamp) = stamp_after(line, after, marked) {
            // „Dauer: 01:08:10" has a time beside it too, but no speech and no brackets.
            let after_stamp = line.get(stamp.bytes.end..).unwrap_or("");
            let colon = line.get(at..at + len).is_some_and(|label| label.ends_with([':', '：']));
            found.timed |= !(colon && !stamp.delimited && after_stamp.trim().is_empty());
            next = skip_space(line, stamp.bytes.end);
            if line.get(stamp.bytes.end..).is_some_and(|rest| rest.starts_with(':')) {
                next = skip_space(line, stamp.bytes.end + 1);
                found.colon_bytes = stamp.bytes.end..next;
            }
            found.times.push(stamp);
        }
        end = end.max(after.min(line.len()));
        found.label = Some(name);
        found.label_bytes = at..end;
        found.marked = marked;
        found.lone = lone;
        found.alone = line.get(next..).is_none_or(|rest| rest.trim().is_empty());
    } else {
        found.alone = rest.trim().is_empty();
    }
    found
}

struct Candidate {
    name: String,
    /// Bytes with colon or brackets, without the space after.
    len: usize,
    marked: bool,
    lone: bool,
}

/// A label that the caller lists, with a colon, a stamp or nothing after it.
fn listed(rest: &str, known: &[String]) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for name in known.iter().filter(|name| !name.is_empty()) {
        let Some(after) = rest.strip_prefix(name.as_str()) else { continue };
        let colon = after.trim_start().starts_with(':');
        let len = match colon {
            true => name.len() + (after.len() - after.trim_start().len()) + 1,
            false => name.len(),
        };
        let ends = colon || after.trim().is_empty() || {
            let at = skip_space(after, 0);
            times::delimited_at(after, at).is_some()
                || times::bare_at(after, at).is_some_and(|stamp| {
                    after.get(stamp.bytes.end..).is_some_and(|rest| rest.trim().is_empty())
                })
        };
        if ends && best.as_ref().is_none_or(|best| best.len < len) {
            best = Some(Candidate { name: name.clone(), len, marked: true, lone: false });
        }
    }
    best
}

/// `[id1] text`, `[SPEAKER_00]: text`, `[Name] 11:02:09`, `{Name} text`.
fn bracketed(rest: &str) -> Option<Candidate> {
    let close = match rest.chars().next()? {
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let end = rest.find(close)?;
    let name = rest.get(1..end)?;
    if !looks_like_label(name) {
        return None;
    }
    let after = rest.get(end + 1..)?;
    let colon = after.starts_with(':');
    // `[Lachen] text` recurs as well: without colon and time only an identifier or a short form is a label.
    let stamped = times::stamp_at(after, skip_space(after, 0)).is_some();
    // Braces are notation of nothing else; `{lacht}` is no name.
    let braced = close == '}' && name.starts_with(char::is_uppercase);
    if !(colon || stamped || braced || is_id(name) || is_conventional(name)) {
        return None;
    }
    Some(Candidate {
        name: name.trim().to_owned(),
        len: end + 1 + usize::from(colon),
        marked: true,
        lone: false,
    })
}

/// `B1: text`, `IP 5:text`, `??? : text`, `#Name: text`, `*MAR:<TAB>text`.
fn with_colon(rest: &str) -> Option<Candidate> {
    let colon = rest.find([':', '：'])?;
    let name = rest.get(..colon)?;
    let mark = rest.get(colon..)?.chars().next()?;
    let after = rest.get(colon + mark.len_utf8()..)?;
    // `10:30`, `https://`, `12:a`: no label. A space after the colon is not demanded (`B:ohne`).
    if after.starts_with("//") || after.starts_with(':') {
        return None;
    }
    if after.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bare = name.trim_start_matches(['#', '@', '*']);
    if !looks_like_label(bare) {
        return None;
    }
    Some(Candidate { name: bare.trim().to_owned(), len: colon + mark.len_utf8(), marked: true, lone: false })
}

/// `Speaker 1 [00:00:02] text`, `FRAGE [00:20:23]: text`.
fn with_stamp(rest: &str) -> Option<Candidate> {
    let at = rest.find(['[', '(', '#', '<', '{'])?;
    times::delimited_at(rest, at)?;
    let name = rest.get(..at)?;
    looks_like_label(name).then(|| Candidate {
        name: name.trim().to_owned(),
        len: name.trim_end().len(),
        marked: false,
        lone: false,
    })
}

/// `Name  0:03` and `00:00:03 Name`, the whole line.
fn header_name(rest: &str, after_time: bool) -> Option<Candidate> {
    let whole = rest.trim_end();
    if after_time {
        return looks_like_name(whole).then(|| Candidate {
            name: whole.to_owned(),
            len: whole.len(),
            marked: false,
            lone: false,
        });
    }
    let cut = whole.rfind(char::is_whitespace)?;
    let (name, stamp) = (whole.get(..cut)?, whole.get(cut..)?.trim());
    let bare = times::bare_at(stamp, 0)?;
    // One space before a short `0:03` is prose more often than a header: „Treffen 10:30".
    let wide = name.ends_with(char::is_whitespace) || whole.get(cut..)?.starts_with('\t') || bare.hours;
    (bare.bytes.end == stamp.len() && wide && looks_like_name(name.trim())).then(|| Candidate {
        name: name.trim().to_owned(),
        len: name.trim_end().len(),
        marked: false,
        lone: false,
    })
}

/// A line that is nothing but a name, or a name in round brackets.
fn lone_name(rest: &str) -> Option<Candidate> {
    let whole = rest.trim();
    let inner = whole.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(whole);
    let named = looks_like_name(inner) && !inner.starts_with(char::is_lowercase);
    named.then(|| Candidate {
        name: inner.trim().to_owned(),
        len: rest.trim_end().len(),
        marked: false,
        lone: true,
    })
}

/// What stands before a colon at the start of a line and is no label by its looks: `Um 10:30 Uhr`, `Er sagte`.
pub fn near_miss(line: &str) -> Option<&str> {
    let ends = line.match_indices(':').find(|(at, _)| {
        line.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    });
    let name = line.get(..ends?.0)?.trim();
    // Whole clauses open lines too („Das ist so:"); a time of day is what people ask after.
    let words = name.split_whitespace().count();
    let fits = name.chars().count() <= 32
        && !name.starts_with(char::is_lowercase)
        && (words <= 2 || words <= 4 && name.contains(|c: char| c.is_ascii_digit()));
    let sentence = name.contains(['.', ',', '!', '?', ';', '/', '„', '"', '“', '\u{2028}']);
    (fits && !sentence && name.chars().any(char::is_alphabetic)).then_some(name)
}

fn stamp_after(line: &str, at: usize, marked: bool) -> Option<Stamp> {
    times::delimited_at(line, at).or_else(|| {
        let stamp = times::bare_at(line, at)?;
        let alone = line.get(stamp.bytes.end..)?.trim().is_empty();
        (alone || (marked && stamp.hours)).then_some(stamp)
    })
}

/// Whether a text could be a label: letters, few words, no sentence.
fn looks_like_label(name: &str) -> bool {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        return false;
    }
    if name.chars().all(|c| c == '?') {
        return true;
    }
    if name.chars().any(|c| "!?;\"„“”»«\\=<>|…\u{2028}".contains(c) || c.is_control()) {
        return false;
    }
    // `//S02: ja //` is an overlap inside a turn, `2 Speakers:` a count.
    if !name.starts_with(char::is_alphabetic) {
        return false;
    }
    let plain = without_brackets(name);
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() || words.len() > 6 {
        return false;
    }
    // A comma only in degrees and the like: `Mireille B. Reece, Psy.D`.
    if words.iter().any(|word| word.ends_with(',')) && words.len() > 5 {
        return false;
    }
    if NEVER.contains(&plain.to_lowercase().as_str()) {
        return false;
    }
    if words.len() == 1 && (is_conventional(&plain) || is_id(&plain)) {
        return true;
    }
    words.iter().all(|word| word_of_name(word))
}

/// Whether a text is a name or label that needs no colon.
fn looks_like_name(name: &str) -> bool {
    looks_like_label(name) && !name.ends_with(['.', ',', ':']) && !name.contains(':')
}

/// Whether a text could be a label: letters, few words, no sentence.
pub fn is_label(name: &str) -> bool {
    looks_like_label(name)
}

/// Whether a whole line could be a speaker's name.
pub fn is_name(line: &str) -> bool {
    looks_like_name(line.trim())
}

/// `id1`, `speaker_3`: small letters, but a number makes it an identifier.
fn is_id(word: &str) -> bool {
    word.is_ascii()
        && word.len() <= 20
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// What opens lines with a colon often enough to recur, and is nobody. The caller's list overrules it.
const NEVER: [&str; 46] = [
    "ja",
    "nein",
    "also",
    "und",
    "aber",
    "oder",
    "dann",
    "so",
    "genau",
    "okay",
    "ok",
    "nun",
    "gut",
    "ich",
    "er",
    "sie",
    "wir",
    "beispiel",
    "zum beispiel",
    "wichtig",
    "hinweis",
    "anmerkung",
    "notiz",
    "datum",
    "ort",
    "dauer",
    "thema",
    "titel",
    "ziel",
    "yes",
    "no",
    "and",
    "but",
    "well",
    "now",
    "example",
    "for example",
    "note",
    "date",
    "place",
    "duration",
    "topic",
    "title",
    "location",
    "time",
    "uhrzeit",
];

const PARTICLES: [&str; 26] = [
    "v.", "d.", "und", "and", "&", "von", "van", "vom", "zu", "zur", "de", "del", "der", "den", "di", "da",
    "dos", "du", "la", "le", "bin", "ibn", "al", "el", "y", "et",
];

fn word_of_name(word: &str) -> bool {
    let Some(first) = word.trim_start_matches(['[', '(', '\'', '’']).chars().next() else { return false };
    !first.is_lowercase() || PARTICLES.contains(&word)
}

/// `Tom Berg (he/him)` without what is in brackets.
pub fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    name.chars()
        .filter(|&c| {
            match c {
                '(' => depth += 1,
                ')' if depth > 0 => {
                    depth -= 1;
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The opening of a line in which no label is to be found: its time.
pub fn without_label(line: &str) -> Opening {
    let at = skip_space(line, 0);
    let mut found = Opening::default();
    let mut end = at;
    if let Some(stamp) = times::stamp_at(line, at) {
        end = stamp.bytes.end;
        found.times.push(stamp);
    }
    found.alone = line.get(end..).is_none_or(|rest| rest.trim().is_empty());
    found
}

fn skip_space(line: &str, at: usize) -> usize {
    line.get(at..).map_or(at, |rest| at + (rest.len() - rest.trim_start_matches(space).len()))
}

/// White space within a line: a soft break ends the line.
fn space(c: char) -> bool {
    c.is_whitespace() && c != '\u{2028}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for (line, label, speech) in [
            ("I: text", "I", "text"),
            ("IP 5: text", "IP 5", "text"),
            ("I.: text", "I.", "text"),
            ("S00:\ttext", "S00", "text"),
            ("[id1] text", "id1", "text"),
            ("[SPEAKER_00]: text", "SPEAKER_00", "text"),
            ("Dr. Müller: text", "Dr. Müller", "text"),
            ("Tom Berg (he/him): text", "Tom Berg (he/him)", "text"),
            ("B:\u{a0}text", "B", "text"),
            ("??? : text", "???", "text"),
            ("@Name: text", "Name", "text"),
            ("מראיין: text", "מראיין", "text"),
        ] {
            let found = opening(line, &[]);
            assert_eq!(found.label.as_deref(), Some(label), "{line}");
            assert_eq!(&line[found.label_bytes.end..], speech, "{line}");
        }
    }

    #[test]
    fn with_times() {
        for (line, label, ms, alone) in [
            ("FRAGE [00:20:23]: Wir", "FRAGE", 1_223_000, false),
            ("Interviewer: [00:00:02] How", "Interviewer", 2000, false),
            ("Speaker 1 [00:00:02] How", "Speaker 1", 2000, false),
            ("#00:00:20-5# B: ASR", "B", 20_500, false),
            ("[00:00:05] Tom Berg: With", "Tom Berg", 5000, false),
            ("Mara Lind  0:01  ", "Mara Lind", 1000, true),
            ("[Name] 11:02:09", "Name", 39_729_000, true),
            ("[00:00:00.25] - Speaker 1", "Speaker 1", 250, true),
            ("00:00:03 Speaker 1", "Speaker 1", 3000, true),
            ("00:03:40.5Zack: text", "Zack", 220_500, false),
        ] {
            let found = opening(line, &[]);
            assert_eq!(found.label.as_deref(), Some(label), "{line}");
            assert_eq!(found.times.first().map(|t| t.ms), Some(ms), "{line}");
            assert_eq!(found.alone, alone, "{line}");
            assert!(found.timed, "{line}");
        }
    }

    #[test]
    fn false_friends() {
        for line in [
            "Er sagte: das ist kein Sprecher.",
            "Um 10:30 Uhr: auch nicht.",
            "10:30 Uhr: auch nicht.",
            "Siehe https://example.org: auch nicht.",
            "(lacht): so",
            "[Cross Talk 3:00]",
            "Und dann, ja: gut",
            "Ich weiß nicht [00:12:13] genau",
        ] {
            assert_eq!(opening(line, &[]).label, None, "{line}");
        }
    }
}
