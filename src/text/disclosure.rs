//! What in a text tells who someone is, by its form alone: a name behind a title, a date of birth, an account, an
//! address; and which words can be names at all.
//!
//! German writes every noun with a capital, so a capital alone says nothing. A word counts as a name where something
//! else says so: a title before it, or that it stands in a label, a title or a file name without being one of the words
//! that usually stand there. A word that the study's own texts use as a common noun is none.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::names::{plain, words};

/// What was found, by what it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A name with a title before it: `Frau Müller`, `Dr. Kern`, `Bürgermeister Kern`.
    Titled,
    /// A date of birth.
    Birth,
    /// An IBAN.
    Account,
    /// An e-mail address, a telephone number, a web address.
    Address,
    /// A street with a number.
    Street,
}

/// Words of labels, titles and file names that name nobody, in small letters.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "alle", "all", "and", "anonym", "anonymisiert", "audio", "aufnahme", "bad", "befragt", "befragte", "befragter",
    "city", "clean", "copy", "county", "department", "der", "des", "die", "district", "document", "dokument", "duo",
    "einzelinterview", "entwurf", "expert", "experte", "experten", "experteninterview", "expertin", "fall", "file",
    "final", "focus", "fokusgruppe", "folgeinterview", "gemeinde", "group", "gruppe", "gruppendiskussion",
    "gruppeninterview", "guide", "inter", "interview", "interviewee", "interviewer", "interviewerin",
    "interviewpartner", "interviewpartnerin", "interviews", "kommune", "kopie", "korrigiert", "kreis", "land",
    "landkreis", "leitfaden", "mehrere", "meeting", "memo", "ministerium", "ministry", "mit", "moderation",
    "moderator", "moderatorin", "neu", "new", "nord", "office", "ort", "ost", "part", "participant", "person",
    "personen", "pretest", "probeinterview", "protokoll", "recording", "region", "respondent", "schule", "speaker",
    "sprecher", "sprecherin", "staat", "stadt", "state", "süd", "teil", "teilnehmende", "teilnehmer", "teilnehmerin",
    "the", "town", "transcript", "transcription", "transkript", "transkription", "und", "unbekannt", "unknown",
    "version", "video", "voice", "west", "with",
];

/// What people are besides themselves, in small letters; before a name it is a title.
#[rustfmt::skip]
const FUNCTIONS: &[&str] = &[
    "abteilungsleiter", "amtsleiter", "beigeordneter", "bürgermeister", "dekan", "dezernent", "direktor", "doktor",
    "geschäftsführer", "justizminister", "innenminister", "kanzler", "kollege", "kommissar", "kämmerer", "landrat",
    "minister", "ministerpräsident", "oberbürgermeister", "pfarrer", "professor", "präsident", "referatsleiter",
    "rektor", "richter", "schulleiter", "senator", "staatssekretär", "stadtrat", "councillor", "councilor",
    "commissioner", "governor", "mayor", "president", "alderman",
];

/// Their feminine forms that are not made with `in`, and what stands before a name without being a function.
#[rustfmt::skip]
const OTHER_FUNCTIONS: &[&str] = &[
    "beigeordnete", "kollegin", "kämmerin", "landrätin", "stadträtin",
];

#[rustfmt::skip]
const HONORIFICS: &[&str] = &[
    "frau", "frauen", "fräulein", "herr", "herrn", "herren", "miss", "mr", "mrs", "ms", "dr", "prof", "sir", "madam",
];

/// How words end that are common nouns in German, nearly always.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "abteilung", "amt", "amtes", "anstalt", "beauftragte", "beauftragter", "beauftragten", "behörde", "bereich",
    "betrieb", "büro", "dienst", "dienste", "dienstleister", "digitalisierung", "fachkraft", "heit", "ismus", "keit",
    "kunde", "leiter", "leiterin", "leitung", "meisterei", "ministerium", "mitarbeiter", "mitarbeiterin", "nehmer",
    "nehmerin", "politik", "präsidium", "referat", "referent", "referentin", "schaft", "schule", "sekretariat",
    "stelle", "tion", "tionen", "tät", "ungen", "ung", "verband", "verein", "verwaltung", "wesen", "zentrum", "kreis",
    "stadt",
];

/// Before a common noun; never before a name, not even where people say `der Müller`.
#[rustfmt::skip]
const BEFORE_NOUNS: &[&str] = &[
    "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "keinem", "keiner", "im", "am",
    "zum", "zur", "beim", "vom", "ins", "unser", "unsere", "unseren", "unserem", "unserer", "mein", "meine", "meinen",
    "meinem", "diese", "dieser", "dieses", "diesem", "diesen", "viele", "mehr", "wenig", "a", "an",
];

/// Before a calling that is no part of a name: `der Bürgermeister Geld braucht`.
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "the", "jeder", "jede", "welcher", "welche", "ein", "eine", "einen",
    "einem", "einer", "eines", "kein", "keine", "keinen", "keinem", "keiner", "im", "am", "zum", "zur", "beim", "vom",
    "a", "an",
];

fn is_function(small: &str) -> bool {
    FUNCTIONS.contains(&small)
        || OTHER_FUNCTIONS.contains(&small)
        || small.strip_suffix("in").is_some_and(|stem| FUNCTIONS.contains(&stem))
}

struct Patterns {
    honorific: Regex,
    function: Regex,
    birth: Regex,
    account: Regex,
    address: Regex,
    street: Regex,
}

static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(|| {
    let name = r"(?<name>\p{Lu}\p{L}*\p{Ll}\p{L}*(?:[-‑]\p{Lu}\p{L}+)*)\b";
    let gap = r"[ \u{A0}\u{202F}]+";
    let space = r"[ \u{A0}\u{202F}]*";
    let particle =
        format!(r"(?:(?:[vV]on(?: der| dem| den)?|[vV]an(?: de[rn]?)?|[dD]e|[dD]i|[dD]el|[tT]en){gap})?");
    let learned = r"(?:Dr\.|Prof\.|Professor(?:in)?|Doktor|Doctor)";
    let before = r"(?:Frau|Herrn?|Fräulein|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.|Prof\.|Doktor|Doctor)";
    let mut functions: Vec<String> =
        FUNCTIONS.iter().map(|word| format!("{}(?:in)?", capital(word))).collect();
    functions.extend(OTHER_FUNCTIONS.iter().map(|word| capital(word)));
    let months = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December";
    let date = format!(
        r"(?:\d{{1,2}}\.{space}\d{{1,2}}\.{space}(?:\d{{4}}|\d{{2}})\b|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.?{gap}(?:{months}){gap}\d{{4}}|(?:{months}){gap}\d{{1,2}}(?:st|nd|rd|th)?,?{gap}\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
    );
    let born = format!(
        r"(?i:\bgeboren|\bgeb\.|\bgeburtsdatum|\bgeburtstag|\bborn|\bdate of birth|\bDOB)(?:{gap}(?:am|ist|ist am|der|on|is))?:?{gap}"
    );
    let mail = r"[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+";
    let web = r"(?i:https?://|\bwww\.)[^\s<>]+";
    let phone = r"(?:\+|\b0|\(0)\d[\d \u{A0}/()-]{5,}\d";
    let german = r"(?:straße|strasse|str\.|gasse|allee|weg|platz|ufer|damm|ring|chaussee)";
    let place = format!(
        r"(?:\p{{Lu}}\p{{Ll}}*[\p{{L}}]{german}|\p{{Lu}}[\p{{L}}]*(?:[ -]\p{{Lu}}\p{{L}}+)?[ -](?:Straße|Strasse|Str\.|Gasse|Allee|Platz|Ufer|Damm|Ring|Chaussee)){gap}\d{{1,4}}(?:{space}[a-h])?\b"
    );
    let english = format!(
        r"\b\d{{1,4}}{gap}\p{{Lu}}\p{{L}}+(?:{gap}\p{{Lu}}\p{{L}}+)?{gap}(?:Street|Road|Avenue|Lane|Square|Drive)\b"
    );
    Some(Patterns {
        honorific: Regex::new(&format!(r"\b{before}(?:{gap}{learned})*{gap}{particle}{name}")).ok()?,
        function: Regex::new(&format!(r"\b(?:{}){gap}{particle}{name}", functions.join("|"))).ok()?,
        birth: Regex::new(&format!(r"{born}(?<date>{date})|(?<first>{date}){gap}geboren\b")).ok()?,
        account: Regex::new(r"\b[A-Z]{2}\d{2}(?:[ \u{A0}]?[A-Z0-9]{4}){3,7}(?:[ \u{A0}]?[A-Z0-9]{1,3})?\b")
            .ok()?,
        address: Regex::new(&format!("{mail}|{web}|{phone}")).ok()?,
        street: Regex::new(&format!("{place}|{english}")).ok()?,
    })
});

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words that the study's texts use as common words.
#[derive(Debug, Clone, Default)]
pub struct CommonWords {
    small: HashSet<String>,
    /// Names that stand behind `Frau` or `Herr` somewhere, whatever else they may be.
    titled: HashSet<String>,
}

impl CommonWords {
    /// Learns from a text.
    pub fn read(&mut self, text: &str) {
        let mut before_noun = false;
        let mut last = 0;
        for range in words(text) {
            let (gap, word) = (
                text.get(last..range.start).unwrap_or_default(),
                text.get(range.clone()).unwrap_or_default(),
            );
            last = range.end;
            let small = word.chars().next().is_some_and(char::is_lowercase);
            if small {
                before_noun = BEFORE_NOUNS.contains(&word);
                if !self.small.contains(word) {
                    self.small.insert(plain(word));
                }
            } else {
                if before_noun && gap.chars().all(char::is_whitespace) {
                    self.small.insert(plain(word).to_lowercase());
                }
                before_noun = false;
            }
        }
        if let Some(patterns) = PATTERNS.as_ref() {
            for found in patterns.honorific.captures_iter(text) {
                if let Some(name) = found.name("name") {
                    self.titled.insert(plain(name.as_str()));
                }
            }
        }
    }

    fn is_common(&self, word: &str) -> bool {
        let word = plain(word);
        !self.titled.contains(&word) && self.small.contains(&word.to_lowercase())
    }
}

/// Whether a word can be a name at all: it has a capital, small letters, at least three, and is no usual word.
fn can_be_name(word: &str) -> bool {
    let mut letters = word.chars();
    let small = word.to_lowercase();
    letters.next().is_some_and(char::is_uppercase)
        && letters.any(char::is_lowercase)
        && word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && !NOBODY.contains(&small.as_str())
        && !HONORIFICS.contains(&small.as_str())
        && !is_function(&small)
        && !NOUNS.iter().any(|ending| small.ends_with(ending))
}

/// The name that a label, a title or a file's name holds: from its first word that can be one to its last, with its parts
/// where it has several. `Frau Anna Weber` has `Anna Weber`. None where it has none; what stands in brackets is what has
/// been put for a name. Words that are `common` in the texts are none.
pub fn name_in<'t>(label: &'t str, common: Option<&CommonWords>) -> Option<&'t str> {
    let mut whole: Option<Range<usize>> = None;
    let mut last = 0;
    for range in words(label) {
        let gap = label.get(last..range.start)?;
        let word = label.get(range.clone())?;
        last = range.end;
        let bracketed =
            gap.ends_with('[') || label.get(..range.start)?.rfind('[') > label.get(..range.start)?.rfind(']');
        let is_name = !bracketed && can_be_name(word) && !common.is_some_and(|common| common.is_common(word));
        match &mut whole {
            Some(whole)
                if (is_name || word.chars().next().is_some_and(char::is_uppercase))
                    && is_inside_name(gap) =>
            {
                whole.end = range.end;
            }
            Some(_) => break,
            None if is_name => whole = Some(range),
            None => {}
        }
    }
    label.get(whole?)
}

/// What can stand between two words of one name.
fn is_inside_name(gap: &str) -> bool {
    matches!(gap, " " | "\u{A0}" | "-" | "‑" | "_" | ". ")
}

/// Everything in a text that tells who someone is by its form, in order and without overlaps.
pub fn signs(text: &str, common: &CommonWords) -> Vec<(Sign, Range<usize>)> {
    let Some(patterns) = PATTERNS.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for captures in patterns.honorific.captures_iter(text) {
        let (Some(whole), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
        let small = name.as_str().to_lowercase();
        let usual = NOBODY.contains(&small.as_str())
            || AGES.contains(&small.as_str())
            || HONORIFICS.contains(&small.as_str())
            || is_function(&small)
            || NOUNS.iter().any(|ending| small.ends_with(ending));
        // `eine Frau Schritt für Schritt` is nobody's name.
        let common = word_before(text, whole.start()).is_some_and(|word| BEFORE_NOUNS.contains(&word))
            && common.small.contains(&small);
        if !usual && !common {
            found.push((Sign::Titled, whole.range()));
        }
    }
    for captures in patterns.function.captures_iter(text) {
        let (Some(whole), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
        let known = common.titled.contains(&plain(name.as_str()));
        let article = word_before(text, whole.start()).is_some_and(|word| ARTICLES.contains(&word));
        if known || (!article && can_be_name(name.as_str()) && !common.is_common(name.as_str())) {
            found.push((Sign::Titled, whole.range()));
        }
    }
    found.extend(patterns.birth.find_iter(text).map(|one| (Sign::Birth, one.range())));
    let accounts = patterns.account.find_iter(text).filter(|one| is_iban(one.as_str()));
    found.extend(accounts.map(|one| (Sign::Account, one.range())));
    // What ends a sentence ends no address.
    let addresses = patterns.address.find_iter(text).map(|one| {
        let words = one.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '“', '”', '"']);
        one.start()..one.start() + words.len()
    });
    found.extend(addresses.map(|range| (Sign::Address, range)));
    let streets = patterns.street.find_iter(text).filter(|one| is_street(text, one.range()));
    found.extend(streets.map(|one| (Sign::Street, one.range())));
    found.sort_by_key(|(sign, range)| (range.start, std::cmp::Reverse(range.end), *sign));
    let mut free = 0;
    found.retain(|(_, range)| {
        let fits = range.start >= free;
        free = if fits { range.end } else { free };
        fits
    });
    found
}

/// The word before a place, in small letters only.
fn word_before(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?.trim_end_matches([' ', '\u{A0}']);
    let start = before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last()?.0;
    before.get(start..).filter(|word| word.chars().all(char::is_lowercase))
}

/// The check digits of an account number (ISO 13616).
fn is_iban(words: &str) -> bool {
    let letters: Vec<char> = words.chars().filter(char::is_ascii_alphanumeric).collect();
    let (Some(head), Some(tail)) = (letters.get(..4), letters.get(4..)) else { return false };
    let rest = tail.iter().chain(head).try_fold(0u32, |rest, c| {
        let value = c.to_digit(36)?;
        Some(if value > 9 { rest * 100 + value } else { rest * 10 + value } % 97)
    });
    rest == Some(1)
}

/// Before an age: `die Frau Mitte vierzig`.
const AGES: &[&str] = &["anfang", "mitte", "ende"];

/// Words that end like streets and are none, without their ending.
#[rustfmt::skip]
const NO_STREETS: &[&str] = &[
    "arbeits", "aus", "bildungs", "büroarbeits", "digital", "dienst", "eck", "einzel", "hin", "heim", "her",
    "instanzen", "kita", "markt", "mittel", "park", "rück", "schul", "sitz", "spiel", "stell", "studien", "um",
    "verkehrs", "verwaltungs", "vertriebs", "wohnungs", "papier", "post", "rechts", "sp",
];

/// `Bahnhofstraße 5` is a street; `Arbeitsplatz 4.0` and `Umweg 3 Kilometer` are none.
fn is_street(text: &str, range: Range<usize>) -> bool {
    let Some(words) = text.get(range.clone()) else { return false };
    let first = words.split([' ', '\u{A0}']).next().unwrap_or_default().to_lowercase();
    let none = ["weg", "platz", "ring"]
        .iter()
        .any(|ending| first.strip_suffix(ending).is_some_and(|stem| NO_STREETS.contains(&stem)));
    let rest = text.get(range.end..).unwrap_or_default();
    let decimal = rest.starts_with(['.', ',']) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let counted = [
        "Kilometer",
        "Meter",
        "Minuten",
        "Stunden",
        "Prozent",
        "%",
        "Euro",
        "Uhr",
        "mal",
        "Mal",
        "Jahre",
        "Leute",
    ];
    let unit = counted.iter().any(|unit| rest.trim_start().starts_with(unit));
    !(none || decimal || unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut common = CommonWords::default();
        common.read(text);
        signs(text, &common).into_iter().map(|(sign, range)| format!("{sign:?}: {}", &text[range])).collect()
    }

    #[test]
    fn names_behind_titles_are_found() {
        for (text, expected) in [
            ("Das sagt Frau Müller-Lüdenscheid auch.", "Frau Müller-Lüdenscheid"),
            ("mit Herrn Dr. Kern war das so", "Herrn Dr. Kern"),
            ("Prof. Dr. Özdemir leitet", "Prof. Dr. Özdemir"),
            ("die Frau von der Leyen", "Frau von der Leyen"),
            ("dass Bürgermeister Kern gehen will", "Bürgermeister Kern"),
            ("Landrätin Brandes hat", "Landrätin Brandes"),
            ("our Mayor Whitcombe said", "Mayor Whitcombe"),
            ("then Mrs. Hall left", "Mrs. Hall"),
            ("mein Kollege Yılmaz", "Kollege Yılmaz"),
        ] {
            assert_eq!(found(text), [format!("Titled: {expected}")], "{text}");
        }
        // Whoever has been named once is known behind an article too.
        assert_eq!(
            found("Frau Kern kam. Der Bürgermeister Kern ging, und der Bürgermeister Geld."),
            ["Titled: Frau Kern", "Titled: Bürgermeister Kern"]
        );
    }

    #[test]
    fn nouns_behind_titles_are_no_names() {
        for text in [
            "Frau Bürgermeisterin, Herr Doktor, Herr Landrat",
            "die Frau Anfang vierzig, der Herr Mitte sechzig",
            "eine Frau Schritt für Schritt, einen Schritt weiter",
            "weil der Bürgermeister Geld braucht",
            "dass Bürgermeister Verwaltungen leiten und Minister Digitalisierung wollen",
            "Frau A und Herr B. und Frau [A] und Dr. M.",
            "als Frau im Amt, Frauen und Männer",
            "Präsident der Kammer",
        ] {
            let all: Vec<String> =
                found(text).into_iter().filter(|one| one != "Titled: Frau Anfang").collect();
            assert_eq!(all, Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn births_accounts_addresses_and_streets_are_told_from_numbers() {
        for (text, expected) in [
            ("an a.müller@amt-x.example.de, oder", "Address: a.müller@amt-x.example.de"),
            ("auf https://amt.example/ü?x=1 steht", "Address: https://amt.example/ü?x=1"),
            ("(siehe www.amt.example/x).", "Address: www.amt.example/x"),
            ("unter 0171 1234567.", "Address: 0171 1234567"),
            ("oder +49 (0)30/123-45.", "Address: +49 (0)30/123-45"),
            ("in der Bahnhofstraße 5a, im Hof", "Street: Bahnhofstraße 5a"),
            ("in der Lindenallee 12.", "Street: Lindenallee 12"),
            ("am Goethe-Platz 3 war", "Street: Goethe-Platz 3"),
            ("at 14 Mill Lane then", "Street: 14 Mill Lane"),
            ("geboren am 3. Mai 1970 in", "Birth: geboren am 3. Mai 1970"),
            ("geb. 03.05.1970", "Birth: geb. 03.05.1970"),
            ("I was born on May 3, 1970", "Birth: born on May 3, 1970"),
            ("Konto DE89 3704 0044 0532 0130 00, ja", "Account: DE89 3704 0044 0532 0130 00"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        for none in [
            "00:12:03-5",
            "2019-2022",
            "01.02.2026",
            "1.000.000",
            "10 20 30",
            "am 3. Mai 2026",
            "§ 2 Abs. 3",
            "Arbeitsplatz 4.0",
            "ein Umweg 3 Kilometer",
            "DE88 3704 9944 5532 9130 11",
            "das ist 2010 geboren worden",
            "auf der Straße 2 Leute",
        ] {
            assert_eq!(found(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn names_are_told_from_labels() {
        for (label, name) in [
            ("Frau Müller", "Müller"),
            ("Anna", "Anna"),
            ("Interview Weber", "Weber"),
            ("IP5_Mueller", "Mueller"),
            ("Hr. Özdemir", "Özdemir"),
            ("Anna Weber (B)", "Anna Weber"),
            ("City of Rheinau-Nord, head", "Rheinau-Nord"),
            ("Stadt Moorbach", "Moorbach"),
        ] {
            assert_eq!(name_in(label, None), Some(name), "{label}");
        }
        for label in [
            "B",
            "B1",
            "IP 5",
            "Interviewerin",
            "Person 2",
            "[Frau A]",
            "Leitung [Moorbach Nord]",
            "Interview 05",
            "AK",
            "Befragte/r",
            "2026-03-01",
            "Land A",
            "Digitalisierungsbeauftragte, Verwaltungsleitung",
            "Bürgermeisterin",
        ] {
            assert_eq!(name_in(label, None), None, "{label}");
        }
        let mut common = CommonWords::default();
        common.read("Das digital erledigen, im Bürgerladen, der Weber, Frau Laden");
        assert_eq!(name_in("Bürgerladen digital Digital", Some(&common)), None);
        assert_eq!(name_in("Weber", Some(&common)), Some("Weber"), "people say: der Weber");
    }
}
