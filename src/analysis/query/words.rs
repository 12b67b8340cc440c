//! What a result is, in words; and what could be typed next.

use super::parse::{self, WORDS, is_plain, is_word};
use super::{Attribute, Passages, Query, Relation};
use crate::model::codes::fold_name;
use crate::tr;

/// Which part of the text a query returns.
pub fn returns(query: &Query) -> String {
    part(&query.passages)
}

fn part(passages: &Passages) -> String {
    match passages {
        Passages::All | Passages::Code { .. } | Passages::Set(_) => tr!("query-returns-segments"),
        Passages::Or(_) => tr!("query-returns-any"),
        Passages::And(_) => tr!("query-returns-common"),
        Passages::Not(_) => tr!("query-returns-not"),
        Passages::Only(one) => tr!("query-returns-only", what = one.to_string()),
        Passages::AtLeast(count, _) => tr!("query-returns-at-least", count = *count),
        Passages::Relation { first, how, .. } => {
            let what = first.to_string();
            match how {
                Relation::Overlapping => tr!("query-returns-overlapping", what = what),
                Relation::Inside => tr!("query-returns-inside", what = what),
                Relation::Containing => tr!("query-returns-containing", what = what),
                Relation::Outside => tr!("query-returns-outside", what = what),
                Relation::FollowedBy(within) => tr!("query-returns-followed", what = what, count = *within),
                Relation::PrecededBy(within) => tr!("query-returns-preceded", what = what, count = *within),
                Relation::Near(within) => tr!("query-returns-near", what = what, count = *within),
            }
        }
        Passages::Where(one, _) => part(one),
    }
}

/// What names there are to be typed.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    pub codes: Vec<String>,
    pub code_sets: Vec<String>,
    /// What a condition asks about besides the words of the language, and the values that are known of each.
    pub variables: Vec<(String, Vec<String>)>,
    /// By the word that asks about them: `group`, `speaker`.
    pub values: Vec<(&'static str, Vec<String>)>,
}

/// Something that could stand where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is shown, and is a word of the language where `word`.
    pub text: String,
    pub word: bool,
    /// What takes the place of the code points from `from` to the cursor.
    pub insert: String,
    pub from: usize,
}

/// What could be typed at the cursor (code points), the likeliest first.
pub fn complete(typed: &str, cursor: usize, known: &Vocabulary) -> Vec<Completion> {
    let before: Vec<char> = typed.chars().take(cursor).collect();
    let text: String = before.iter().collect();
    // An open quotation mark begins the name that is being typed.
    let quotes: Vec<usize> =
        before.iter().enumerate().filter(|(_, c)| **c == '"').map(|(at, _)| at).collect();
    let quoted = if quotes.len() % 2 == 1 { quotes.last().copied() } else { None };
    let from = quoted.unwrap_or_else(|| {
        let stop = |c: &char| c.is_whitespace() || "(),=<>!*".contains(*c);
        before.iter().rposition(stop).map_or(0, |at| at + 1)
    });
    let start = if quoted.is_some() { from + 1 } else { from };
    let half: String = before.iter().skip(start).collect();
    let earlier: String = text.chars().take(from).collect();
    let mut offers: Vec<(u8, Completion)> = Vec::new();
    let mut offer = |name: &str, word: bool| {
        let Some(rank) = rank(name, &half) else { return };
        if word && quoted.is_some() {
            return;
        }
        let plain = word || is_plain(name) && !is_word(name);
        let insert = if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\\\"")) };
        offers.push((rank, Completion { text: name.to_owned(), word, insert, from }));
    };
    match expected(&earlier) {
        Expected::Passages => {
            known.codes.iter().for_each(|code| offer(code, false));
            ["not", "only", "at least 2 of (", "set"].iter().for_each(|word| offer(word, true));
        }
        Expected::CodeSet => known.code_sets.iter().for_each(|set| offer(set, false)),
        Expected::Link => LINKS.iter().for_each(|word| offer(word, true)),
        Expected::Attribute => {
            known.variables.iter().for_each(|(name, _)| offer(name, false));
            Attribute::NAMED.iter().for_each(|named| offer(named.name(), true));
            offer("not", true);
        }
        Expected::Sign => {
            ["=", "!=", "<", "<=", ">", ">=", "in (", "is missing"].iter().for_each(|word| offer(word, true));
        }
        Expected::Value(of) => {
            let variable = known.variables.iter().find(|(name, _)| fold_name(name) == fold_name(&of));
            let named = known.values.iter().find(|(name, _)| name.eq_ignore_ascii_case(&of));
            let values = variable.map(|(_, values)| values).or(named.map(|(_, values)| values));
            values.into_iter().flatten().for_each(|value| offer(value, false));
        }
        Expected::AfterTest => ["and", "or"].iter().for_each(|word| offer(word, true)),
    }
    // What is typed already needs no completing.
    offers.retain(|(_, offer)| fold_name(&offer.text) != fold_name(&half));
    offers.sort_by_key(|(rank, _)| *rank);
    offers.into_iter().map(|(_, offer)| offer).collect()
}

const LINKS: [&str; 10] = [
    "and",
    "or",
    "overlapping",
    "inside",
    "containing",
    "outside",
    "followed by",
    "preceded by",
    "near",
    "where",
];

/// How well a name fits what was begun: from its start, from the start of a part, anywhere; none: not.
fn rank(name: &str, half: &str) -> Option<u8> {
    let (name, half) = (fold_name(name), fold_name(half));
    let parts = || name.split(['/', ' ']);
    match () {
        () if name.starts_with(&half) => Some(0),
        () if parts().any(|part| part.starts_with(&half)) => Some(1),
        () if name.contains(&half) => Some(2),
        () => None,
    }
}

enum Expected {
    Passages,
    CodeSet,
    Link,
    Attribute,
    Sign,
    Value(String),
    AfterTest,
}

/// What can stand after what was typed so far.
fn expected(earlier: &str) -> Expected {
    let pieces = parse::pieces(earlier);
    let word = |back: usize| {
        let piece = pieces.len().checked_sub(back).and_then(|at| pieces.get(at))?;
        (!piece.quoted).then(|| piece.text.to_lowercase())
    };
    let last = earlier.trim_end().chars().next_back();
    let is_language = |word: &str| WORDS.contains(&word);
    let in_condition = pieces
        .iter()
        .rposition(|piece| !piece.quoted && piece.text.eq_ignore_ascii_case("where"))
        .is_some_and(|at| {
            // A bracket that closes after `where` more than was opened there has ended the condition.
            let since = pieces.get(at).map_or(0, |piece| piece.at.end);
            let mut depth = 0_i32;
            !earlier.chars().skip(since).any(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth < 0
            })
        });
    let previous = word(1);
    if in_condition {
        return match (previous.as_deref(), last) {
            (_, Some('=' | '<' | '>')) => {
                Expected::Value(pieces.last().map_or(String::new(), |p| p.text.clone()))
            }
            (Some("in"), _) => {
                Expected::Value(pieces.iter().rev().nth(1).map_or(String::new(), |p| p.text.clone()))
            }
            (Some("where" | "and" | "or" | "not"), _) | (_, Some('(')) => Expected::Attribute,
            (Some("missing"), _) | (_, Some(')')) => Expected::AfterTest,
            _ => {
                // A name alone waits for its sign; one after a sign is a value.
                let name = pieces.last().map_or(0, |piece| piece.at.start);
                let sign = earlier.chars().take(name).collect::<String>();
                match sign.trim_end().ends_with(['=', '<', '>']) {
                    true => Expected::AfterTest,
                    false => Expected::Sign,
                }
            }
        };
    }
    match (previous.as_deref(), last) {
        (_, None | Some('(' | ',')) => Expected::Passages,
        (_, Some(')' | '*' | '"')) => Expected::Link,
        (Some("set"), _) => Expected::CodeSet,
        (Some(word), _) if is_language(word) => Expected::Passages,
        _ => Expected::Link,
    }
}
