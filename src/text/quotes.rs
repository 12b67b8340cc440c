//! Where quotations stand in a text, by their marks: `„…“`, `»…«`, `“…”`, `"…"`, `‚…‘`, `‘…’`, `'…'`, nested or not.
//!
//! Only the outermost are told. A closing mark that is missing is thought to stand where the next citation begins.

use std::ops::Range;

/// A passage in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Without the marks.
    pub bytes: Range<usize>,
    pub closed: bool,
}

/// What closes what this mark opens.
fn closers(open: char) -> &'static str {
    match open {
        '„' => "“”\"‟",
        '“' => "”\"“",
        '”' => "”",
        '"' => "\"“”",
        '«' => "»",
        '»' => "«»",
        '‹' => "›",
        '›' => "‹",
        '‚' => "‘’'",
        '‘' => "’'",
        '\'' => "'’",
        _ => "",
    }
}

fn is_single(mark: char) -> bool {
    matches!(mark, '‚' | '‘' | '\'' | '‹' | '›')
}

/// All kinds of quotation marks, apostrophes among them.
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '„' | '“'
            | '”'
            | '‟'
            | '"'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‚'
            | '‘'
            | '’'
            | '‛'
            | '\''
            | '`'
            | '´'
    )
}

/// The quotations of a text in order; `citations` are the places of its citations.
pub fn find(text: &str, citations: &[Range<usize>]) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((open, mark)) = next_opening(text, from) {
        let start = open + mark.len_utf8();
        if let Some((end, after)) = closing(text, open, mark) {
            found.push(Quoted { bytes: start..end, closed: true });
            from = after;
            continue;
        }
        let citation = citations.iter().find(|citation| citation.start > start && !is_single(mark));
        match citation {
            Some(citation) => {
                found.push(Quoted { bytes: start..citation.start, closed: false });
                from = citation.end;
            }
            None => from = start,
        }
    }
    for quoted in &mut found {
        let inner = text.get(quoted.bytes.clone()).unwrap_or("");
        let start = quoted.bytes.start + (inner.len() - inner.trim_start().len());
        quoted.bytes = start..start + inner.trim().len();
    }
    found.retain(|quoted| !quoted.bytes.is_empty());
    found
}

fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(|text| text.chars().next_back())
}

fn after(text: &str, at: usize, mark: char) -> Option<char> {
    text.get(at + mark.len_utf8()..).and_then(|text| text.chars().next())
}

/// Whether a mark that can be either stands where one opens: before a word, not behind one.
fn opens(text: &str, at: usize, mark: char) -> bool {
    let free = before(text, at).is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '{' | '–' | '—' | '-' | '/' | ':') || is_mark(c)
    });
    free && after(text, at, mark).is_some_and(|c| !c.is_whitespace() && !matches!(c, ')' | ',' | ';'))
}

fn is_apostrophe(text: &str, at: usize, mark: char) -> bool {
    matches!(mark, '’' | '\'' | '‘')
        && before(text, at).is_some_and(char::is_alphanumeric)
        && after(text, at, mark).is_some_and(char::is_alphanumeric)
}

fn next_opening(text: &str, from: usize) -> Option<(usize, char)> {
    let marks = text.get(from..)?.char_indices().map(|(at, c)| (from + at, c));
    marks.into_iter().find(|&(at, c)| match c {
        '„' | '‚' => after(text, at, c).is_some_and(|next| !next.is_whitespace() || c == '„'),
        _ if closers(c).is_empty() || is_apostrophe(text, at, c) => false,
        _ => opens(text, at, c),
    })
}

/// A passage that is longer has no closing mark.
const LONGEST: usize = 20_000;

/// Where the passage ends and where its closing mark does.
fn closing(text: &str, open: usize, mark: char) -> Option<(usize, usize)> {
    let mut stack = vec![mark];
    let start = open + mark.len_utf8();
    for (at, c) in text.get(start..)?.char_indices().map(|(at, c)| (start + at, c)) {
        if at - start > LONGEST {
            return None;
        }
        if !is_mark(c) || is_apostrophe(text, at, c) {
            continue;
        }
        let nested = !closers(c).is_empty() && (matches!(c, '„' | '‚') || opens(text, at, c));
        let level = stack.iter().rposition(|open| closers(*open).contains(c));
        // What closes nothing more than a quotation inside is an apostrophe.
        let closes = level.filter(|_| !nested || after(text, at, c).is_none());
        match closes {
            Some(level) => {
                stack.truncate(level);
                if stack.is_empty() {
                    return Some((at, at + c.len_utf8()));
                }
            }
            None if nested => stack.push(c),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        let citations: Vec<Range<usize>> = text
            .match_indices("(IP")
            .map(|(at, _)| at..at + text[at..].find(')').map_or(1, |end| end + 1))
            .collect();
        find(text, &citations).into_iter().map(|quoted| &text[quoted.bytes]).collect()
    }

    #[test]
    fn marks_of_all_kinds_and_nested() {
        for text in [
            "er sagt „das hier“, ja",
            "er sagt “das hier”, ja",
            "er sagt »das hier«, ja",
            "er sagt «das hier», ja",
            "er sagt \"das hier\", ja",
            "er sagt ‚das hier‘, ja",
            "er sagt ‘das hier’, ja",
            "er sagt 'das hier', ja",
            "er sagt „das hier”, ja",
            "er sagt „das hier\", ja",
            "(„das hier“)",
            "›das hier‹",
        ] {
            assert_eq!(quoted(text), ["das hier"], "{text}");
        }
        assert_eq!(quoted("„a ‚b c‘ d\" e"), ["a ‚b c‘ d"]);
        assert_eq!(quoted("\"a 'b c' d\" e"), ["a 'b c' d"]);
        assert_eq!(quoted("„a „b c“ d“ e"), ["a „b c“ d"]);
        assert_eq!(quoted("“I can’t,” she said, “really.”"), ["I can’t,", "really."]);
        assert_eq!(quoted("‘it doesn’t work’ and it’s late"), ["it doesn’t work"]);
        assert_eq!(quoted("„eins“ und „zwei“"), ["eins", "zwei"]);
        assert_eq!(quoted("\"eins\" und \"zwei\""), ["eins", "zwei"]);
        assert_eq!(quoted("»eins« und »zwei«"), ["eins", "zwei"]);
        assert_eq!(quoted("geht's und gibt's, die Leute' Amt, 5\" breit"), Vec::<&str>::new());
    }

    #[test]
    fn a_missing_closing_mark_ends_at_the_citation() {
        assert_eq!(quoted("„das hier (IP 5: 9) und „mehr“ (IP 6: 3)"), ["das hier", "mehr"]);
        assert_eq!(quoted("\"das hier (IP 5: 9) und \"mehr\" (IP 6: 3)"), ["das hier", "mehr"]);
        assert_eq!(quoted("„das hier (IP 5: 9)“ und"), ["das hier (IP 5: 9)"]);
        assert_eq!(quoted("„das hier und nichts"), Vec::<&str>::new());
    }

    proptest::proptest! {
        #[test]
        fn any_marks_are_read(text in "([a-c]|[„“”\"'‚‘’»«›‹ ()]|\\(IP\\)){0,30}") {
            for quoted in find(&text, &[]) {
                proptest::prop_assert!(text.get(quoted.bytes).is_some());
            }
        }
    }
}
