//! Characters of symbol fonts. The few that occur in running text have a code point of their own.

/// The character that `code` shows in this font, where it is known.
pub fn symbol(font: &str, code: u32) -> Option<char> {
    Some(match (font.to_lowercase().as_str(), code & 0xff) {
        ("wingdings", 0x4a) => '☺',
        ("wingdings", 0x4c) => '☹',
        ("wingdings", 0xe0 | 0xe8) => '→',
        ("wingdings", 0xdf) => '←',
        ("wingdings", 0xfc) => '✓',
        ("wingdings", 0xfb) => '✗',
        ("wingdings", 0xa7) => '▪',
        ("symbol", 0xb7) => '•',
        ("symbol", 0xae) => '→',
        ("symbol", 0xac) => '←',
        ("symbol", 0xde) => '⇒',
        _ => return None,
    })
}
