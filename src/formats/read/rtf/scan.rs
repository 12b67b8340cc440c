//! RTF to tokens. Whatever the bytes are, every token takes at least one of them, and none fails.

/// One piece of an RTF file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'b> {
    Open,
    Close,
    /// A control word and its number.
    Word(&'b str, Option<i32>),
    /// A control symbol: the byte after the backslash.
    Symbol(u8),
    /// `\'xx`.
    Hex(u8),
    /// A byte of text, as it stands. Line ends of the file are none.
    Byte(u8),
    /// `\bin` and what it holds; whether the file holds it all.
    Binary(bool),
}

pub struct Scan<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Scan<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Scan { bytes, at: 0 }
    }

    /// What has not been read.
    pub fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn take_while(&mut self, wanted: impl Fn(&u8) -> bool) -> &'b [u8] {
        let rest = self.rest();
        let len = rest.iter().position(|byte| !wanted(byte)).unwrap_or(rest.len());
        self.at += len;
        rest.get(..len).unwrap_or(&[])
    }

    fn after_backslash(&mut self) -> Option<Token<'b>> {
        let name = self.take_while(u8::is_ascii_alphabetic);
        if name.is_empty() {
            return match self.take()? {
                b'\'' => {
                    let digits = self.rest().get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                    match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                        Some(byte) => {
                            self.at += 2;
                            Some(Token::Hex(byte))
                        }
                        None => Some(Token::Symbol(b'\'')),
                    }
                }
                symbol => Some(Token::Symbol(symbol)),
            };
        }
        let number = self.number();
        if self.rest().first() == Some(&b' ') {
            self.at += 1;
        }
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name != "bin" {
            return Some(Token::Word(name, number));
        }
        let wanted = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        let here = wanted.min(self.rest().len());
        self.at += here;
        Some(Token::Binary(here == wanted))
    }

    /// The number of a control word; one that is too large is the largest.
    fn number(&mut self) -> Option<i32> {
        let start = self.at;
        let minus = self.rest().first() == Some(&b'-');
        self.at += usize::from(minus);
        let digits = self.take_while(u8::is_ascii_digit);
        if digits.is_empty() {
            self.at = start;
            return None;
        }
        let value = digits
            .iter()
            .fold(0_i32, |value, digit| value.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
        Some(if minus { -value } else { value })
    }
}

impl<'b> Iterator for Scan<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            return Some(match self.take()? {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => return self.after_backslash(),
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_symbols() {
        let file = b"{\\b0 x\\u-10179?\\'e4\\'zz\\~\\par\r\n\\bin3 }{}\\fs99999999999\\bin9}";
        let tokens: Vec<Token> = Scan::new(file).collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                Token::Byte(b'x'),
                Token::Word("u", Some(-10179)),
                Token::Byte(b'?'),
                Token::Hex(0xe4),
                Token::Symbol(b'\''),
                Token::Byte(b'z'),
                Token::Byte(b'z'),
                Token::Symbol(b'~'),
                Token::Word("par", None),
                Token::Binary(true),
                Token::Word("fs", Some(i32::MAX)),
                Token::Binary(false),
            ]
        );
    }
}
