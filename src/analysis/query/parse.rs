//! What is typed becomes a [`Query`], or a [`Fault`] that says where and what would be right.
//!
//! ```text
//! query     = [ passages ] [ "where" condition ]
//! passages  = both { "or" both }
//! both      = relation { "and" relation }
//! relation  = simple { verb simple [ "within" N [ "paragraphs" ] ] }
//! verb      = "overlapping" | "inside" | "containing" | "outside" | "followed" "by" | "preceded" "by" | "near"
//! simple    = "*" | code | "set" name | "not" simple | "only" simple
//!           | "at" "least" N "of" "(" passages { "," passages } ")" | "(" passages [ "where" condition ] ")"
//! condition = every { "or" every } ;  every = test { "and" test }
//! test      = "not" test | "(" condition ")" | what ( "is" "missing" | "in" "(" value { "," value } ")" | sign value )
//! ```
//!
//! A name with spaces or signs, or one that is a word of the language, stands in quotation marks.

use std::ops::Range;

use super::{Attribute, Comparison, Condition, Fault, Name, Noun, Passages, Query, Relation};
use crate::tr;

/// The words of the language.
pub const WORDS: [&str; 22] = [
    "and",
    "at",
    "by",
    "containing",
    "followed",
    "in",
    "inside",
    "is",
    "least",
    "missing",
    "near",
    "not",
    "of",
    "only",
    "or",
    "outside",
    "overlapping",
    "preceded",
    "set",
    "where",
    "within",
    "paragraphs",
];

/// Nothing that people write is deeper; a file or a paste might be.
const MAX_DEPTH: usize = 60;
/// Code points.
const MAX_LENGTH: usize = 10_000;

/// Whether the text is a word of the language, or of a condition.
pub fn is_word(text: &str) -> bool {
    let named = |of: &Attribute| text.eq_ignore_ascii_case(of.name());
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)) || Attribute::NAMED.iter().any(named)
}

/// Whether a name can stand without quotation marks.
pub fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_letter) && !text.ends_with('/') && !text.starts_with('@')
}

fn is_letter(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !"()\"“”„,=<>!*{}\\".contains(c)
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// Not in quotation marks: a word of the language or a name.
    Bare(String),
    Quoted(String),
    Stored(Noun, String),
    Open,
    Close,
    Comma,
    Star,
    /// `/*` right after a name.
    Subcodes,
    Sign(Comparison),
}

/// A piece of what was typed, for completion and colours: its place, and whether it is a word of the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub at: Range<usize>,
    pub text: String,
    pub quoted: bool,
}

/// The names and words of what was typed, as far as it can be read.
pub fn pieces(typed: &str) -> Vec<Piece> {
    let mut lexer = Lexer::new(typed);
    let mut pieces = Vec::new();
    while let Ok(Some((at, token))) = lexer.next() {
        match token {
            Token::Bare(text) => pieces.push(Piece { at, text, quoted: false }),
            Token::Quoted(text) => pieces.push(Piece { at, text, quoted: true }),
            _ => {}
        }
    }
    pieces
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
}

impl Lexer {
    fn new(typed: &str) -> Lexer {
        Lexer { chars: typed.chars().collect(), at: 0 }
    }
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Result<Option<(Range<usize>, Token)>, Fault> {
        while self.peek(0).is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        let start = self.at;
        let Some(c) = self.peek(0) else { return Ok(None) };
        let (length, token) = match (c, self.peek(1)) {
            ('(', _) => (1, Token::Open),
            (')', _) => (1, Token::Close),
            (',', _) => (1, Token::Comma),
            ('*', _) => (1, Token::Star),
            ('/', Some('*')) => (2, Token::Subcodes),
            ('<', Some('=')) => (2, Token::Sign(Comparison::AtMost)),
            ('>', Some('=')) => (2, Token::Sign(Comparison::AtLeast)),
            ('!', Some('=')) => (2, Token::Sign(Comparison::IsNot)),
            ('<', Some('>')) => (2, Token::Sign(Comparison::IsNot)),
            ('=', Some('=')) => (2, Token::Sign(Comparison::Is)),
            ('≤', _) => (1, Token::Sign(Comparison::AtMost)),
            ('≥', _) => (1, Token::Sign(Comparison::AtLeast)),
            ('≠', _) => (1, Token::Sign(Comparison::IsNot)),
            ('<', _) => (1, Token::Sign(Comparison::Less)),
            ('>', _) => (1, Token::Sign(Comparison::More)),
            ('=', _) => (1, Token::Sign(Comparison::Is)),
            // As word processors and German keyboards write them.
            ('"' | '“' | '„' | '”', _) => return self.quoted(start).map(Some),
            ('{', _) => return self.stored(start).map(Some),
            (c, _) if is_letter(c) && !"≤≥≠".contains(c) => return Ok(Some(self.bare(start))),
            (c, _) => {
                let message = tr!("query-fault-character", character = c.to_string());
                return Err(Fault::new(start..start + 1, message, tr!("query-hint-quote")));
            }
        };
        self.at += length;
        Ok(Some((start..self.at, token)))
    }

    fn quoted(&mut self, start: usize) -> Result<(Range<usize>, Token), Fault> {
        // What opens decides what closes, so that a name may hold the other marks.
        let closes = match self.peek(0) {
            Some('„' | '“') => "“”\"",
            Some('”') => "”",
            _ => "\"",
        };
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.peek(0) {
            self.at += 1;
            match c {
                c if closes.contains(c) => return Ok((start..self.at, Token::Quoted(text))),
                '\\' => {
                    text.extend(self.peek(0));
                    self.at += 1;
                }
                c => text.push(c),
            }
        }
        self.at = self.chars.len();
        Err(Fault::new(start..self.at, tr!("query-fault-open-quote"), tr!("query-hint-close-quote")))
    }

    fn stored(&mut self, start: usize) -> Result<(Range<usize>, Token), Fault> {
        let inside: String = self.chars.iter().skip(start + 1).take_while(|&&c| c != '}').collect();
        let length = inside.chars().count() + 2;
        let closed = self.chars.get(start + length - 1) == Some(&'}');
        let read = inside.split_once(':').and_then(|(noun, uuid)| {
            let noun = Noun::ALL.into_iter().find(|known| known.name() == noun)?;
            let fits = !uuid.is_empty() && uuid.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
            fits.then(|| Token::Stored(noun, uuid.to_owned()))
        });
        match read.filter(|_| closed) {
            Some(token) => {
                self.at = start + length;
                Ok((start..self.at, token))
            }
            None => Err(Fault::new(
                start..(start + length).min(self.chars.len()),
                tr!("query-fault-brace"),
                tr!("query-hint-quote"),
            )),
        }
    }

    fn bare(&mut self, start: usize) -> (Range<usize>, Token) {
        while let Some(c) = self.peek(0) {
            let subcodes = c == '/' && self.peek(1) == Some('*');
            if !is_letter(c) || subcodes || "≤≥≠".contains(c) {
                break;
            }
            self.at += 1;
        }
        (start..self.at, Token::Bare(self.chars.get(start..self.at).unwrap_or_default().iter().collect()))
    }
}

struct Parser {
    tokens: Vec<(Range<usize>, Token)>,
    at: usize,
    /// Code points of what was typed.
    end: usize,
    depth: usize,
}

/// A query as typed.
pub fn parse(typed: &str) -> Result<Query, Fault> {
    let mut parser = Parser::new(typed)?;
    if parser.is_done() {
        return Err(parser.fault(tr!("query-fault-empty"), tr!("query-hint-passages")));
    }
    let passages = match parser.sees("where") {
        true => Passages::All,
        false => parser.passages()?,
    };
    let condition = if parser.takes("where") { Some(parser.condition()?) } else { None };
    parser.finish()?;
    Ok(Query { passages, condition })
}

/// A condition alone, as `--where` takes it.
pub fn condition(typed: &str) -> Result<Condition, Fault> {
    let mut parser = Parser::new(typed)?;
    parser.takes("where");
    let condition = parser.condition()?;
    parser.finish()?;
    Ok(condition)
}

impl Parser {
    fn new(typed: &str) -> Result<Parser, Fault> {
        let mut lexer = Lexer::new(typed);
        let end = lexer.chars.len();
        if end > MAX_LENGTH {
            return Err(Fault::new(0..1, tr!("query-fault-long"), tr!("query-hint-long")));
        }
        let mut tokens = Vec::new();
        while let Some(token) = lexer.next()? {
            tokens.push(token);
        }
        Ok(Parser { tokens, at: 0, end, depth: 0 })
    }

    fn token(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }
    fn here(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.end..self.end + 1, |(at, _)| at.clone())
    }
    fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }
    fn fault(&self, message: String, hint: String) -> Fault {
        Fault::new(self.here(), message, hint)
    }

    /// Whether the next token is this word of the language.
    fn sees(&self, word: &str) -> bool {
        matches!(self.token(), Some(Token::Bare(text)) if text.eq_ignore_ascii_case(word))
    }
    fn takes(&mut self, word: &str) -> bool {
        let sees = self.sees(word);
        self.at += usize::from(sees);
        sees
    }
    fn takes_sign(&mut self, sign: &Token) -> bool {
        let sees = self.token() == Some(sign);
        self.at += usize::from(sees);
        sees
    }
    fn must(&mut self, word: &str) -> Result<(), Fault> {
        match self.takes(word) {
            true => Ok(()),
            false => Err(self.fault(
                tr!("query-fault-word", word = word.to_owned()),
                tr!("query-hint-word", word = word.to_owned()),
            )),
        }
    }
    fn must_sign(&mut self, sign: &Token, shown: &str) -> Result<(), Fault> {
        match self.takes_sign(sign) {
            true => Ok(()),
            false => Err(self.fault(
                tr!("query-fault-word", word = shown.to_owned()),
                tr!("query-hint-word", word = shown.to_owned()),
            )),
        }
    }
    /// What is nested too deep is refused before it fills the stack.
    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Parser) -> Result<T, Fault>) -> Result<T, Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fault(tr!("query-fault-deep"), tr!("query-hint-long")));
        }
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn finish(&self) -> Result<(), Fault> {
        match self.token() {
            None => Ok(()),
            Some(Token::Close) => Err(self.fault(tr!("query-fault-close"), tr!("query-hint-close"))),
            Some(_) => Err(self.fault(tr!("query-fault-more"), tr!("query-hint-more"))),
        }
    }

    fn passages(&mut self) -> Result<Passages, Fault> {
        self.deeper(|parser| {
            let mut all = vec![parser.both()?];
            while parser.takes("or") {
                all.push(parser.both()?);
            }
            Ok(one_or(all, Passages::Or))
        })
    }

    fn both(&mut self) -> Result<Passages, Fault> {
        let mut all = vec![self.relation()?];
        while self.takes("and") {
            all.push(self.relation()?);
        }
        Ok(one_or(all, Passages::And))
    }

    fn relation(&mut self) -> Result<Passages, Fault> {
        let mut first = self.simple()?;
        let mut links = 0;
        while let Some(verb) = self.verb()? {
            links += 1;
            if links > MAX_DEPTH {
                return Err(self.fault(tr!("query-fault-deep"), tr!("query-hint-long")));
            }
            let second = Box::new(self.simple()?);
            let how = match verb.within() {
                None => verb,
                Some(_) => {
                    let within = if self.takes("within") { self.paragraphs()? } else { 1 };
                    match verb {
                        Relation::FollowedBy(_) => Relation::FollowedBy(within),
                        Relation::PrecededBy(_) => Relation::PrecededBy(within),
                        _ => Relation::Near(within),
                    }
                }
            };
            first = Passages::Relation { first: Box::new(first), how, second };
        }
        Ok(first)
    }

    fn verb(&mut self) -> Result<Option<Relation>, Fault> {
        for plain in [
            Relation::Overlapping,
            Relation::Inside,
            Relation::Containing,
            Relation::Outside,
            Relation::Near(1),
        ] {
            if self.takes(plain.name()) {
                return Ok(Some(plain));
            }
        }
        for (word, relation) in [("followed", Relation::FollowedBy(1)), ("preceded", Relation::PrecededBy(1))]
        {
            if self.takes(word) {
                self.must("by")?;
                return Ok(Some(relation));
            }
        }
        Ok(None)
    }

    fn number(&mut self) -> Result<u32, Fault> {
        if let Some(Token::Bare(text)) = self.token()
            && let Ok(number) = text.parse::<u32>()
        {
            self.at += 1;
            return Ok(number);
        }
        Err(self.fault(tr!("query-fault-number"), tr!("query-hint-number")))
    }

    fn paragraphs(&mut self) -> Result<u32, Fault> {
        let number = self.number()?;
        if !self.takes("paragraphs") {
            self.takes("paragraph");
        }
        Ok(number)
    }

    fn simple(&mut self) -> Result<Passages, Fault> {
        if self.takes("not") {
            return self.deeper(|parser| Ok(Passages::Not(Box::new(parser.simple()?))));
        }
        if self.takes("only") {
            return self.deeper(|parser| Ok(Passages::Only(Box::new(parser.simple()?))));
        }
        if self.takes("at") {
            return self.at_least();
        }
        if self.takes("set") {
            let name = self.name(Noun::Set, "query-fault-set")?;
            return Ok(Passages::Set(name));
        }
        if self.takes_sign(&Token::Star) {
            return Ok(Passages::All);
        }
        if self.takes_sign(&Token::Open) {
            let inside = self.passages()?;
            let all = match self.takes("where") {
                true => Passages::Where(Box::new(inside), Box::new(self.condition()?)),
                false => inside,
            };
            self.must_sign(&Token::Close, ")")?;
            return Ok(all);
        }
        let name = self.name(Noun::Code, "query-fault-passages")?;
        let subcodes = self.takes_sign(&Token::Subcodes);
        Ok(Passages::Code { name, subcodes })
    }

    fn at_least(&mut self) -> Result<Passages, Fault> {
        self.must("least")?;
        let at = self.here();
        let count = self.number()?;
        self.must("of")?;
        self.must_sign(&Token::Open, "(")?;
        let mut all = vec![self.passages()?];
        while self.takes_sign(&Token::Comma) {
            all.push(self.passages()?);
        }
        self.must_sign(&Token::Close, ")")?;
        if count == 0 {
            return Err(Fault::new(at, tr!("query-fault-zero"), tr!("query-hint-number")));
        }
        Ok(Passages::AtLeast(count, all))
    }

    /// A name; a word of the language is none.
    fn name(&mut self, noun: Noun, missing: &str) -> Result<Name, Fault> {
        let at = self.here();
        let name = match self.token() {
            Some(Token::Bare(text)) if !is_word(text) => Name { text: text.clone(), stored: None, at },
            Some(Token::Quoted(text)) => Name { text: text.clone(), stored: None, at },
            Some(Token::Stored(of, uuid)) if *of == noun => {
                Name { text: uuid.clone(), stored: Some(noun), at }
            }
            Some(Token::Bare(word)) => {
                let hint = tr!("query-hint-reserved", word = word.clone());
                return Err(self.fault(tr!(missing), hint));
            }
            _ => return Err(self.fault(tr!(missing), tr!("query-hint-passages"))),
        };
        self.at += 1;
        Ok(name)
    }

    fn condition(&mut self) -> Result<Condition, Fault> {
        self.deeper(|parser| {
            let mut any = vec![parser.every()?];
            while parser.takes("or") {
                any.push(parser.every()?);
            }
            Ok(one_or(any, Condition::Any))
        })
    }

    fn every(&mut self) -> Result<Condition, Fault> {
        let mut all = vec![self.test()?];
        while self.takes("and") {
            all.push(self.test()?);
        }
        Ok(one_or(all, Condition::All))
    }

    fn test(&mut self) -> Result<Condition, Fault> {
        if self.takes("not") {
            return self.deeper(|parser| Ok(Condition::Not(Box::new(parser.test()?))));
        }
        if self.takes_sign(&Token::Open) {
            let inside = self.condition()?;
            self.must_sign(&Token::Close, ")")?;
            return Ok(inside);
        }
        let of = self.attribute()?;
        if self.takes("is") {
            self.must("missing")?;
            return Ok(Condition::Missing(of));
        }
        if self.takes("in") {
            self.must_sign(&Token::Open, "(")?;
            let mut values = vec![self.value(&of)?];
            while self.takes_sign(&Token::Comma) {
                values.push(self.value(&of)?);
            }
            self.must_sign(&Token::Close, ")")?;
            return Ok(Condition::Test { of, how: Comparison::Is, values });
        }
        let Some(Token::Sign(how)) = self.token() else {
            let message = tr!("query-fault-sign", name = of.name().to_owned());
            return Err(self.fault(message, tr!("query-hint-sign")));
        };
        let how = *how;
        let at = self.here();
        let ordered = !matches!(how, Comparison::Is | Comparison::IsNot);
        if ordered && !matches!(of, Attribute::Weight | Attribute::Variable(_)) {
            let message = tr!("query-fault-order", name = of.name().to_owned());
            return Err(Fault::new(at, message, tr!("query-hint-equal")));
        }
        self.at += 1;
        let value = self.value(&of)?;
        Ok(Condition::Test { of, how, values: vec![value] })
    }

    fn attribute(&mut self) -> Result<Attribute, Fault> {
        if let Some(Token::Bare(text)) = self.token()
            && let Some(named) =
                Attribute::NAMED.into_iter().find(|named| text.eq_ignore_ascii_case(named.name()))
        {
            self.at += 1;
            return Ok(named);
        }
        let fault = |parser: &Parser| parser.fault(tr!("query-fault-attribute"), tr!("query-hint-attribute"));
        match self.token() {
            Some(Token::Bare(_) | Token::Quoted(_) | Token::Stored(Noun::Variable, _)) => {
                let missing = "query-fault-attribute";
                Ok(Attribute::Variable(self.name(Noun::Variable, missing)?))
            }
            _ => Err(fault(self)),
        }
    }

    fn value(&mut self, of: &Attribute) -> Result<Name, Fault> {
        let at = self.here();
        let noun = match of {
            Attribute::Document => Some(Noun::Document),
            Attribute::Set => Some(Noun::Set),
            Attribute::Case => Some(Noun::Case),
            Attribute::Person => Some(Noun::Person),
            _ => None,
        };
        let name = match self.token() {
            // After a sign nothing but a value can stand: `size = paragraphs` needs no quotation marks, but is printed so.
            Some(Token::Bare(text) | Token::Quoted(text)) => Name { text: text.clone(), stored: None, at },
            Some(Token::Stored(known, uuid)) if Some(*known) == noun => {
                Name { text: uuid.clone(), stored: noun, at }
            }
            _ => {
                let message = tr!("query-fault-value", name = of.name().to_owned());
                return Err(self.fault(message, tr!("query-hint-value")));
            }
        };
        self.at += 1;
        Ok(name)
    }
}

fn one_or<T>(mut all: Vec<T>, several: impl FnOnce(Vec<T>) -> T) -> T {
    match (all.len(), all.pop()) {
        (1, Some(one)) => one,
        (_, Some(last)) => {
            all.push(last);
            several(all)
        }
        (_, None) => several(all),
    }
}
