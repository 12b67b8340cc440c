//! Keys as people write them: `j`, `G`, `<ctrl-p>`, `<enter>`; a sequence is written without gaps: `zz`, `<space>f`.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    /// Only with keys that have no letter of their own (`<shift-down>`); a capital letter is its own key.
    pub shift: bool,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("page-up", Code::PageUp),
    ("page-down", Code::PageDown),
    ("space", Code::Char(' ')),
    ("less", Code::Char('<')),
    ("greater", Code::Char('>')),
];

impl Key {
    pub fn plain(code: Code) -> Key {
        Key { code, ctrl: false, alt: false, shift: false }
    }
    /// The letter that is typed into a field, if the key is one.
    pub fn letter(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// What the terminal reported, in one form however it reports it.
    pub fn from_event(event: &KeyEvent) -> Option<Key> {
        let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) => {
                // AltGr comes as Ctrl+Alt on some systems: then the character is what counts.
                let altgr = event.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
                if altgr && !c.is_ascii_alphanumeric() {
                    return Some(Key::plain(Code::Char(c)));
                }
                shift = false;
                Code::Char(c)
            }
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab => Code::Tab,
            KeyCode::BackTab => {
                shift = true;
                Code::Tab
            }
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Insert => Code::Insert,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::F(n) => Code::F(n),
            _ => return None,
        };
        Some(Key {
            code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift,
        })
    }

    fn parse(name: &str) -> Option<Key> {
        let mut key = Key::plain(Code::Esc);
        let mut rest = name;
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-").filter(|after| !after.is_empty()) {
                (key.ctrl, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("alt-").filter(|after| !after.is_empty()) {
                (key.alt, rest) = (true, after);
            } else if let Some(after) = rest.strip_prefix("shift-").filter(|after| !after.is_empty()) {
                (key.shift, rest) = (true, after);
            } else {
                break;
            }
        }
        let mut letters = rest.chars();
        key.code = match (letters.next(), letters.next()) {
            (Some(letter), None) => Code::Char(letter),
            _ => match NAMES.iter().find(|(name, _)| *name == rest) {
                Some((_, code)) => *code,
                None => Code::F(rest.strip_prefix('f')?.parse().ok().filter(|n| (1..=24).contains(n))?),
            },
        };
        Some(key)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| (*name).to_owned());
        let name = match self.code {
            Code::Char(c) if c != ' ' && c != '<' && c != '>' => c.to_string(),
            Code::F(n) => format!("f{n}"),
            _ => name.unwrap_or_default(),
        };
        let bare = !self.ctrl && !self.alt && !self.shift && matches!(self.code, Code::Char(c) if c != ' ');
        if bare {
            return match self.code {
                Code::Char(c) => write!(f, "{c}"),
                _ => Ok(()),
            };
        }
        f.write_str("<")?;
        for (on, word) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if on {
                f.write_str(word)?;
            }
        }
        write!(f, "{name}>")
    }
}

/// Reads a sequence: `zz`, `<ctrl-p>`, `jjc<enter>`; a `<` that opens no key name is a letter.
pub fn sequence(written: &str) -> Option<Vec<Key>> {
    let mut keys = Vec::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        if first == '<'
            && let Some(end) = rest.find('>')
            && let Some(name) = rest.get(1..end)
            && !name.is_empty()
            && !name.contains(' ')
        {
            keys.push(Key::parse(name)?);
            rest = rest.get(end + 1..)?;
            continue;
        }
        keys.push(Key::plain(Code::Char(first)));
        rest = rest.get(first.len_utf8()..)?;
    }
    if keys.is_empty() { None } else { Some(keys) }
}

/// A sequence as it is written.
pub fn written(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect()
}

/// A sequence as it is shown to a person: `Ctrl-P`, `Enter`, `z z`.
pub fn shown(keys: &[Key]) -> String {
    let one = |key: &Key| {
        let mut out = String::new();
        for (on, word) in [(key.ctrl, "key-ctrl"), (key.alt, "key-alt"), (key.shift, "key-shift")] {
            if on {
                out.push_str(&crate::tr!(word));
                out.push('-');
            }
        }
        match key.code {
            Code::Char(' ') => out.push_str(&crate::tr!("key-space")),
            Code::Char(c) if key.ctrl => out.extend(c.to_uppercase()),
            Code::Char(c) => out.push(c),
            Code::F(n) => out.push_str(&format!("F{n}")),
            Code::Up => out.push('↑'),
            Code::Down => out.push('↓'),
            Code::Left => out.push('←'),
            Code::Right => out.push('→'),
            code => {
                let name = NAMES.iter().find(|(_, other)| *other == code).map_or("", |(name, _)| name);
                out.push_str(&crate::tr!(&format!("key-{name}")));
            }
        }
        out
    };
    keys.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_is_read_and_written_alike() {
        for text in [
            "j",
            "zz",
            "<ctrl-p>",
            "<shift-down>",
            "<f4>",
            "<enter>",
            "<space>f",
            "<ctrl-alt-x>",
            "<",
            ">",
            "G:?/",
        ] {
            assert_eq!(sequence(text).map(|keys| written(&keys)).as_deref(), Some(text));
        }
        assert_eq!(sequence("<nonsense>"), None);
        assert_eq!(sequence(""), None);
    }
}
