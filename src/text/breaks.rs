//! Line breaks inside a paragraph (U+2028) where a paragraph is a line: a sign stands for them that the text has nowhere.

/// The sign that stands for a break inside a paragraph; none where the text has no such break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breaks(Option<char>);

/// What a break is in a text.
pub const BREAK: char = '\u{2028}';
/// Signs that people read as a line break, and then any others that no keyboard has.
const SIGNS: [char; 6] = ['↵', '␤', '⏎', '⤶', '↲', '␍'];

impl Breaks {
    /// The sign for a text.
    pub fn of(text: &str) -> Breaks {
        let mut signs = SIGNS.into_iter().chain('\u{2400}'..='\u{2426}').chain('\u{e000}'..='\u{f8ff}');
        Breaks(text.contains(BREAK).then(|| signs.find(|sign| !text.contains(*sign))).flatten())
    }
    pub fn sign(self) -> Option<char> {
        self.0
    }
    /// The text with the sign.
    pub fn shown(self, text: &str) -> String {
        self.0.map_or_else(|| text.to_owned(), |sign| text.replace(BREAK, sign.encode_utf8(&mut [0; 4])))
    }
    /// The text without the sign.
    pub fn read(self, text: &str) -> String {
        self.0.map_or_else(|| text.to_owned(), |sign| text.replace(sign, BREAK.encode_utf8(&mut [0; 4])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_the_text_has_itself_is_not_taken() {
        for text in ["a\u{2028}b", "↵ a\u{2028}b ␤", "a\u{2028}↵␤⏎⤶↲␍"] {
            let breaks = Breaks::of(text);
            let shown = breaks.shown(text);
            assert!(!shown.contains(BREAK) && !text.contains(breaks.sign().unwrap()), "{shown}");
            assert_eq!(breaks.read(&shown), text);
        }
        assert_eq!(Breaks::of("a ↵ b").sign(), None);
        assert_eq!(Breaks::of("a ↵ b").read("a ↵ c"), "a ↵ c");
    }
}
