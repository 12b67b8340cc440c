//! Which column of a table holds the words, who speaks, and when.
//!
//! A column is what the caller says; else what its heading says, in the languages that people keep such tables in; else
//! what its cells look like: the words are where the most letters are. Where two columns could be the words (a
//! translation beside them), or nothing could, nothing is guessed.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::sheet::{clock, shown, time_of_day};
use crate::error::{Choice, Error, Result};
use crate::formats::sheets::{Cell, Row, column_by_letters, letters};
use crate::tr;

/// What the caller says of the columns: letters (`C`), numbers from 1, or headings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Columns {
    pub text: Option<String>,
    pub speaker: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
}

impl Columns {
    /// From `speaker=A,text=C,start=B`.
    pub fn parse(typed: &str) -> Result<Columns> {
        let mut columns = Columns::default();
        for part in typed.split(',').filter(|part| !part.trim().is_empty()) {
            let (role, column) = part.split_once('=').unwrap_or((part, ""));
            let (role, column) = (role.trim().to_lowercase(), column.trim().to_owned());
            let place = match role.as_str() {
                "text" => &mut columns.text,
                "speaker" => &mut columns.speaker,
                "start" | "time" => &mut columns.start,
                "end" => &mut columns.end,
                _ => return Err(wrong(typed)),
            };
            if column.is_empty() || place.is_some() {
                return Err(wrong(typed));
            }
            *place = Some(column);
        }
        match columns == Columns::default() {
            true => Err(wrong(typed)),
            false => Ok(columns),
        }
    }
}

fn wrong(typed: &str) -> Error {
    Error::invalid(tr!("read-columns-wrong", typed = typed.chars().take(200).collect::<String>()))
        .hint(tr!("read-columns-wrong-hint"))
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub text: usize,
    pub speaker: Option<usize>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// The row of the headings.
    pub header: Option<usize>,
    /// Whether the heading says that times are milliseconds.
    pub milliseconds: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Role {
    Text,
    Speaker,
    Start,
    End,
}

/// Headings without spaces and signs, in small letters.
const TEXT: &[&str] = &[
    "text",
    "texte",
    "texto",
    "testo",
    "tekst",
    "transcript",
    "transcription",
    "transkript",
    "transkription",
    "transcripcion",
    "transcripción",
    "trascrizione",
    "words",
    "wörter",
    "wortlaut",
    "utterance",
    "utterances",
    "äußerung",
    "äusserung",
    "aeusserung",
    "speech",
    "rede",
    "redebeitrag",
    "beitrag",
    "inhalt",
    "content",
    "contenu",
    "contenido",
    "body",
    "sentence",
    "satz",
    "caption",
    "dialogue",
    "dialog",
    "énoncé",
    "enunciado",
    "message",
    "paragraph",
    "absatz",
    "annotation",
];
const SPEAKER: &[&str] = &[
    "speaker",
    "speakers",
    "speakername",
    "speakerlabel",
    "speakerid",
    "sprecher",
    "sprecherin",
    "sprecherinnen",
    "sprechende",
    "sprechender",
    "sprechendeperson",
    "name",
    "person",
    "who",
    "wer",
    "participant",
    "teilnehmer",
    "teilnehmerin",
    "teilnehmende",
    "locuteur",
    "locutrice",
    "intervenant",
    "hablante",
    "orador",
    "parlante",
    "spreker",
    "interlocutor",
    "nombre",
    "nom",
    "nome",
    "role",
    "rolle",
];
const START: &[&str] = &[
    "start",
    "starttime",
    "startzeit",
    "startpoint",
    "begin",
    "begintime",
    "beginn",
    "beginning",
    "anfang",
    "anfangszeit",
    "from",
    "von",
    "time",
    "times",
    "zeit",
    "timestamp",
    "timestamps",
    "zeitstempel",
    "zeitmarke",
    "timecode",
    "timein",
    "in",
    "tmin",
    "onset",
    "début",
    "debut",
    "inicio",
    "inizio",
    "temps",
    "heure",
    "tiempo",
    "tempo",
];
const END: &[&str] = &[
    "end", "endtime", "endzeit", "ende", "endpoint", "stop", "stopp", "stoptime", "finish", "to", "bis",
    "timeout", "out", "tmax", "offset", "fin", "fine", "final",
];

/// What a heading says, and whether it says milliseconds.
fn role(heading: &str) -> Option<(Role, bool)> {
    if heading.chars().count() > 40 {
        return None;
    }
    let plain: String = heading.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let known = |plain: &str| {
        [(Role::Text, TEXT), (Role::Speaker, SPEAKER), (Role::Start, START), (Role::End, END)]
            .into_iter()
            .find(|(_, words)| words.contains(&plain))
            .map(|(role, _)| role)
    };
    if let Some(role) = known(&plain) {
        return Some((role, false));
    }
    // `Begin Time - msec`, `start_ms`, `Zeit (hh:mm:ss)`.
    let units = [
        ("milliseconds", true),
        ("millisekunden", true),
        ("msec", true),
        ("hhmmssms", false),
        ("hhmmss", false),
        ("mmss", false),
        ("ssmsec", false),
        ("ms", true),
        ("seconds", false),
        ("sekunden", false),
        ("sec", false),
        ("sek", false),
        ("s", false),
    ];
    units.iter().find_map(|(unit, milliseconds)| {
        let role = known(plain.strip_suffix(unit)?)?;
        matches!(role, Role::Start | Role::End).then_some((role, *milliseconds))
    })
}

/// Whether a row names the words and something else.
pub fn is_header(row: &Row) -> bool {
    let roles: Vec<Role> =
        row.cells.iter().filter_map(|(_, cell)| role(&shown(cell)).map(|(role, _)| role)).collect();
    roles.contains(&Role::Text) && roles.iter().any(|role| *role != Role::Text)
}

/// The columns of a table; none where it cannot be decided.
pub fn find(rows: &[Row], given: Option<&Columns>) -> Result<Option<Found>> {
    const TITLES: usize = 8;
    let header = rows.iter().take(TITLES).position(|row| {
        is_header(row) || row.cells.iter().filter(|(_, cell)| role(&shown(cell)).is_some()).count() > 1
    });
    // A single word is a heading where it says that words follow.
    let header = header.or_else(|| {
        let first = rows.first()?;
        first
            .cells
            .iter()
            .any(|(_, cell)| role(&shown(cell)).is_some_and(|(role, _)| role == Role::Text))
            .then_some(0)
    });
    let mut roles: HashMap<Role, usize> = HashMap::new();
    let mut milliseconds = false;
    if let Some(row) = header.and_then(|header| rows.get(header)) {
        for (column, cell) in &row.cells {
            if let Some((role, unit)) = role(&shown(cell))
                && !roles.contains_key(&role)
            {
                roles.insert(role, *column);
                milliseconds |= unit;
            }
        }
    }
    if let Some(given) = given {
        // What was said replaces what was found, and a column has one role.
        for (role, said) in [
            (Role::Text, &given.text),
            (Role::Speaker, &given.speaker),
            (Role::Start, &given.start),
            (Role::End, &given.end),
        ] {
            let Some(said) = said else { continue };
            let column = resolve(rows, header, said)?;
            roles.retain(|_, own| *own != column);
            roles.insert(role, column);
        }
    }
    let body = rows.get(header.map_or(0, |header| header + 1)..).unwrap_or(&[]);
    let looks = Look::of_all(body);
    if header.is_none() && given.is_none() {
        guess(&looks, &mut roles);
    }
    let text = match roles.get(&Role::Text) {
        Some(column) => *column,
        None => match most_letters(&looks, &roles) {
            Some(column) => column,
            None => return Ok(None),
        },
    };
    let role = |role: Role| roles.get(&role).copied();
    Ok(Some(Found {
        text,
        speaker: role(Role::Speaker),
        start: role(Role::Start),
        end: role(Role::End),
        header,
        milliseconds,
    }))
}

/// A column by its heading, its letters or its number.
fn resolve(rows: &[Row], header: Option<usize>, said: &str) -> Result<usize> {
    let wanted = said.trim().to_lowercase();
    let width = rows.iter().flat_map(|row| &row.cells).map(|(column, _)| column + 1).max().unwrap_or(0);
    // Where no row of headings was found, the first row may be one all the same.
    let headings = rows.get(header.unwrap_or(0)).into_iter().flat_map(|row| &row.cells);
    let by_heading = headings
        .filter(|(_, cell)| shown(cell).trim().to_lowercase() == wanted)
        .map(|(column, _)| *column)
        .next();
    let by_number = || wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    by_heading
        .or_else(|| column_by_letters(&wanted))
        .or_else(by_number)
        .filter(|column| *column < width)
        .ok_or_else(|| {
            let said: String = said.chars().take(60).collect();
            Error::invalid(tr!("read-no-such-column", column = said))
                .hint(tr!("read-no-such-column-hint", columns = list(rows)))
                .choice(Choice::Columns)
        })
}

/// What the cells of a column look like.
#[derive(Debug, Default)]
struct Look {
    column: usize,
    filled: usize,
    letters: usize,
    longest: usize,
    times: usize,
    colons: usize,
    values: HashMap<String, usize>,
}

impl Look {
    fn of_all(rows: &[Row]) -> Vec<Look> {
        const SAMPLE: usize = 300;
        const COLUMNS: usize = 200;
        let mut looks: Vec<Look> = Vec::new();
        let cells = rows.iter().take(SAMPLE).flat_map(|row| &row.cells);
        for (column, cell) in cells.filter(|(column, _)| *column < COLUMNS) {
            while looks.len() <= *column {
                looks.push(Look { column: looks.len(), ..Look::default() });
            }
            let Some(look) = looks.get_mut(*column) else { continue };
            let shown = shown(cell);
            let count = shown.chars().count();
            look.filled += 1;
            look.letters += shown.chars().filter(|c| c.is_alphabetic()).count();
            look.longest = look.longest.max(count);
            look.colons += usize::from(shown.trim_end().ends_with(':'));
            look.times += usize::from(is_time(cell));
            if count <= 60 {
                *look.values.entry(shown.trim().to_owned()).or_default() += 1;
            }
        }
        looks.retain(|look| look.filled > 0);
        looks
    }

    fn is_time(&self) -> bool {
        self.times * 10 >= self.filled * 7
    }

    /// Short values that recur, or that end in a colon.
    fn is_speaker(&self) -> bool {
        let recurring: usize = self.values.values().filter(|count| **count > 1).sum();
        self.letters > 0
            && self.longest <= 60
            && (self.colons * 2 > self.filled || self.filled > 2 && recurring * 3 >= self.filled * 2)
    }
}

/// Plain numbers may count the rows.
fn is_time(cell: &Cell) -> bool {
    match cell {
        Cell::Time(_) => true,
        Cell::Text(text) => text.contains(':') && clock(text).is_some(),
        Cell::Date(date, _) => time_of_day(*date) > 0,
        Cell::Number(..) | Cell::Boolean(_) => false,
    }
}

fn guess(looks: &[Look], roles: &mut HashMap<Role, usize>) {
    let mut times = looks.iter().filter(|look| look.is_time()).map(|look| look.column);
    roles.extend(times.next().map(|column| (Role::Start, column)));
    roles.extend(times.next().map(|column| (Role::End, column)));
    let most = looks.iter().map(|look| look.letters).max().unwrap_or(0);
    let speaker = looks
        .iter()
        .find(|look| !look.is_time() && look.is_speaker() && (looks.len() == 1 || look.letters < most));
    if let Some(speaker) = speaker.filter(|_| looks.len() > 1) {
        roles.insert(Role::Speaker, speaker.column);
    }
}

/// The column with by far the most letters of those without a role.
fn most_letters(looks: &[Look], roles: &HashMap<Role, usize>) -> Option<usize> {
    let mut free: Vec<&Look> = looks
        .iter()
        .filter(|look| {
            !look.is_time() && look.letters > 0 && !roles.values().any(|column| *column == look.column)
        })
        .collect();
    free.sort_by_key(|look| std::cmp::Reverse(look.letters));
    match free.as_slice() {
        [only] => Some(only.column),
        [first, second, ..] if first.letters > second.letters * 2 => Some(first.column),
        _ => None,
    }
}

/// The columns with their first words: `A “00:12”, B “Mara”, …`.
pub fn list(rows: &[Row]) -> String {
    const MOST: usize = 12;
    let mut columns: Vec<usize> =
        rows.iter().take(300).flat_map(|row| &row.cells).map(|(column, _)| *column).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut shown: Vec<String> = columns.iter().take(MOST).map(|column| named(rows, *column)).collect();
    if columns.len() > MOST {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// A column with its first words.
pub fn named(rows: &[Row], column: usize) -> String {
    let first = rows.iter().find_map(|row| row.cell(column)).map(shown).unwrap_or_default();
    let first = first.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words: String = first.chars().take(30).collect();
    if words.len() < first.len() {
        words.push('…');
    }
    tr!("read-column", column = letters(column), words = words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_several_languages() {
        for (heading, expected) in [
            ("Sprecher:in", Some((Role::Speaker, false))),
            ("TRANSKRIPT", Some((Role::Text, false))),
            ("Start time (ms)", Some((Role::Start, true))),
            ("Begin Time - hh:mm:ss.ms", Some((Role::Start, false))),
            ("End Time - msec", Some((Role::End, true))),
            ("Zeit", Some((Role::Start, false))),
            ("Notiz", None),
            ("words", Some((Role::Text, false))),
        ] {
            assert_eq!(role(heading), expected, "{heading}");
        }
    }

    #[test]
    fn columns_that_are_said() {
        let given = Columns::parse("speaker=A, text=Was gesagt wurde,time=2").unwrap();
        assert_eq!(given.text.as_deref(), Some("Was gesagt wurde"));
        assert_eq!(given.start.as_deref(), Some("2"));
        for wrong in ["", "A", "text=", "text=A,text=B", "words=A"] {
            assert!(Columns::parse(wrong).is_err(), "{wrong}");
        }
    }
}
