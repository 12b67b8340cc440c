//! From keys to commands: the defaults of the table with the person's differences from `keymap.toml`.
//!
//! ```toml
//! [transcript]
//! "<ctrl-k>" = "code"   # another key for a command
//! "x" = ""              # a key that does nothing any more
//! ```

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::command::{Command, Context};
use super::keys::{self, Key};
use crate::tr;

/// Which sequence of keys means which command, by context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    keys: BTreeMap<Context, BTreeMap<Vec<Key>, Command>>,
}

/// What a sequence of keys means so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Command(Command),
    /// The beginning of these.
    Prefix(Vec<(Vec<Key>, Command)>),
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut keymap = Keymap { keys: BTreeMap::new() };
        for &command in Command::ALL {
            for (context, written) in command.spec().keys {
                if let Some(sequence) = keys::sequence(written) {
                    keymap.keys.entry(*context).or_default().insert(sequence, command);
                }
            }
        }
        keymap
    }
}

impl Keymap {
    /// What these keys mean, the most particular context first.
    pub fn find(&self, contexts: &[Context], pressed: &[Key]) -> Found {
        let mut begun = Vec::new();
        for context in contexts {
            let Some(table) = self.keys.get(context) else { continue };
            if begun.is_empty()
                && let Some(&command) = table.get(pressed)
            {
                return Found::Command(command);
            }
            for (sequence, &command) in table.range(pressed.to_vec()..) {
                if !sequence.starts_with(pressed) {
                    break;
                }
                if sequence.len() > pressed.len() {
                    begun.push((sequence.clone(), command));
                }
            }
        }
        if begun.is_empty() { Found::Nothing } else { Found::Prefix(begun) }
    }

    /// The keys of a command in these contexts, the table's first one first.
    pub fn keys_of(&self, command: Command, contexts: &[Context]) -> Vec<Vec<Key>> {
        let mut found: Vec<Vec<Key>> = Vec::new();
        for context in contexts {
            for (sequence, &bound) in self.keys.get(context).into_iter().flatten() {
                if bound == command && !found.contains(sequence) {
                    found.push(sequence.clone());
                }
            }
        }
        let rank = |sequence: &Vec<Key>| {
            let written = keys::written(sequence);
            command.spec().keys.iter().position(|(_, key)| *key == written).unwrap_or(usize::MAX)
        };
        found.sort_by_key(rank);
        found
    }

    /// The first keys that mean this command here; none where a more particular context gives them another meaning.
    pub fn first_key(&self, command: Command, contexts: &[Context]) -> Option<Vec<Key>> {
        // Nor may the first of them mean something alone.
        let begins = |keys: &[Key]| {
            let mut starts = (1..keys.len()).filter_map(|len| keys.get(..len));
            starts.all(|start| matches!(self.find(contexts, start), Found::Prefix(_)))
        };
        let is_it = |keys: &Vec<Key>| self.find(contexts, keys) == Found::Command(command) && begins(keys);
        self.keys_of(command, contexts).into_iter().find(is_it)
    }

    /// All keys of a command, in words: `c`, `Ctrl-R`.
    pub fn shown(&self, command: Command, contexts: &[Context]) -> String {
        let found = self.keys_of(command, contexts);
        found.iter().take(2).map(|sequence| keys::shown(sequence)).collect::<Vec<_>>().join(", ")
    }

    /// Every binding.
    pub fn all(&self) -> impl Iterator<Item = (Context, &Vec<Key>, Command)> {
        self.keys
            .iter()
            .flat_map(|(context, table)| table.iter().map(|(keys, command)| (*context, keys, *command)))
    }

    /// Takes in the text of a `keymap.toml`. What cannot be used is left out and named with its line, in their order.
    pub fn merge(&mut self, text: &str) -> Vec<String> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut wrong: Vec<(usize, String)> = errors
            .iter()
            .map(|error| {
                let line = error.span().map_or(1, |span| line(text, span.start));
                (line, tr!("keymap-syntax", line = line, reason = error.message().to_owned()))
            })
            .collect();
        // What the file itself has said: (context, keys) with the line.
        let mut said: BTreeMap<(Context, Vec<Key>), usize> = BTreeMap::new();
        let mut tables = Vec::new();
        for (name, value) in table.get_ref() {
            let at = line(text, name.span().start);
            match (Context::from_name(name.get_ref()), value.get_ref()) {
                (Some(context), DeValue::Table(bindings)) => tables.push((context, bindings)),
                _ => wrong.push((at, tr!("keymap-context", line = at, name = name.get_ref().to_string()))),
            }
        }
        // What is taken away first: it makes room for what the file puts there, wherever in it that stands.
        for takes in [true, false] {
            for (context, bindings) in &tables {
                for (written, command) in *bindings {
                    let is_empty = matches!(command.get_ref(), DeValue::String(name) if name.is_empty());
                    if is_empty != takes {
                        continue;
                    }
                    let at = line(text, written.span().start);
                    if let Err(reason) = self.bind(*context, written.get_ref(), command, at, &mut said) {
                        wrong.push((at, reason));
                    }
                }
            }
        }
        wrong.sort_by_key(|(at, _)| *at);
        wrong.into_iter().map(|(_, reason)| reason).collect()
    }

    fn bind(
        &mut self,
        context: Context,
        written: &str,
        command: &Spanned<DeValue<'_>>,
        line: usize,
        said: &mut BTreeMap<(Context, Vec<Key>), usize>,
    ) -> Result<(), String> {
        let Some(sequence) = keys::sequence(written) else {
            return Err(tr!("keymap-key", line = line, name = written.to_owned()));
        };
        let name = match command.get_ref() {
            DeValue::String(name) => name.as_ref(),
            _ => return Err(tr!("keymap-command", line = line, name = written.to_owned())),
        };
        let table = self.keys.entry(context).or_default();
        if name.is_empty() {
            // A key that begins others takes them with it.
            table.retain(|other, _| !other.starts_with(&sequence));
            return Ok(());
        }
        let Some(command) = Command::from_name(name) else {
            return Err(tr!("keymap-command", line = line, name = name.to_owned()));
        };
        if let Some(first) = said.get(&(context, sequence.clone())) {
            return Err(tr!("keymap-twice", line = line, name = written.to_owned(), first = *first));
        }
        let clash = table.keys().find(|other| {
            **other != sequence && (other.starts_with(&sequence) || sequence.starts_with(other))
        });
        if let Some(other) = clash {
            return Err(tr!(
                "keymap-prefix",
                line = line,
                name = written.to_owned(),
                other = keys::written(other)
            ));
        }
        said.insert((context, sequence.clone()), line);
        table.insert(sequence, command);
        Ok(())
    }
}

fn line(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_default_key_collides_or_needs_altgr() {
        let mut seen = BTreeMap::new();
        for &command in Command::ALL {
            for (context, written) in command.spec().keys {
                let keys = keys::sequence(written).unwrap_or_else(|| panic!("{written} is no key"));
                assert!(!written.contains(['@', '[', ']', '{', '}', '\\', '|', '~', '€', 'µ']), "{written}");
                if let Some(other) = seen.insert((*context, keys.clone()), command) {
                    panic!("{written} in {context:?} means {other:?} and {command:?}");
                }
            }
        }
        for (context, keys) in seen.keys() {
            for (other_context, other) in seen.keys() {
                assert!(
                    context != other_context || keys == other || !other.starts_with(keys),
                    "{keys:?} in {context:?} hides {other:?}"
                );
            }
        }
    }

    /// A key that means something alone in a list would take all that begin with it everywhere.
    #[test]
    fn no_default_key_hides_others_of_a_wider_context() {
        let keymap = Keymap::default();
        for context in Context::ALL {
            let around: &[Context] = match context {
                Context::Selecting => &[Context::Selecting, Context::Transcript, Context::Global],
                Context::Counted => &[Context::Counted, Context::Table, Context::Global],
                Context::Global => &[Context::Global],
                _ => &[context, Context::Global],
            };
            for (of, written, command) in keymap.all().filter(|(of, ..)| around.contains(of)) {
                for len in 1..written.len() {
                    let found = keymap.find(around, &written[..len]);
                    let shown = keys::written(written);
                    assert!(
                        matches!(found, Found::Prefix(_)),
                        "{shown} of {of:?} ({command:?}) in {context:?}: {found:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_persons_file_says_only_what_differs() {
        crate::i18n::set_lang(crate::i18n::Lang::En);
        let mut keymap = Keymap::default();
        let wrong = keymap.merge("[transcript]\n\"<ctrl-k>\" = \"code\"\n\"x\" = \"\"\n");
        assert_eq!(wrong, Vec::<String>::new());
        let contexts = [Context::Transcript, Context::Global];
        let press = |keys: &str| keymap.find(&contexts, &keys::sequence(keys).unwrap_or_default());
        assert_eq!(press("<ctrl-k>"), Found::Command(Command::Code));
        assert_eq!(press("c"), Found::Command(Command::Code));
        assert_eq!(press("x"), Found::Nothing);
        assert!(matches!(press("z"), Found::Prefix(_)));
        assert_eq!(press("zz"), Found::Command(Command::Centre));
    }

    #[test]
    fn what_cannot_be_used_is_named_with_its_line() {
        crate::i18n::set_lang(crate::i18n::Lang::En);
        let mut keymap = Keymap::default();
        let text = "[transcript]\nz = \"code\"\nc = \"nonsense\"\n\n[nowhere]\na = \"code\"\n";
        let wrong = keymap.merge(text);
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        for line in ["2", "3", "5"] {
            assert!(wrong.iter().any(|message| message.contains(line)), "{wrong:?}");
        }
    }
    /// A key that is free everywhere: F11 alone, or with something held.
    const FREE: [&str; 3] = ["<f11>", "<ctrl-alt-x>", "<shift-f2>"];

    #[test]
    fn every_command_can_be_put_on_a_free_key_in_every_context() {
        crate::i18n::set_lang(crate::i18n::Lang::En);
        for (nth, &command) in Command::ALL.iter().enumerate() {
            for context in Context::ALL {
                let (name, key) = (command.name(), FREE[nth % FREE.len()]);
                let mut keymap = Keymap::default();
                let wrong = keymap.merge(&format!("[{}]\n\"{key}\" = \"{name}\"\n", context.name()));
                assert_eq!(wrong, Vec::<String>::new(), "{name}");
                let pressed = keys::sequence(key).unwrap_or_default();
                assert_eq!(keymap.find(&[context, Context::Global], &pressed), Found::Command(command));
                // All else is as it was.
                let mut rest = keymap.clone();
                rest.keys.entry(context).or_default().remove(&pressed);
                let mut as_given = Keymap::default();
                as_given.keys.entry(context).or_default();
                assert_eq!(rest, as_given);
            }
        }
    }

    #[test]
    fn a_key_that_begins_others_is_free_once_it_is_taken_away() {
        crate::i18n::set_lang(crate::i18n::Lang::En);
        let transcript = |keymap: &Keymap, keys: &str| {
            keymap.find(&[Context::Transcript], &keys::sequence(keys).unwrap_or_default())
        };
        // Where what takes away stands below what it makes room for.
        let mut keymap = Keymap::default();
        let text = "[transcript]\n\"v\" = \"\"\n\"va\" = \"code\"\n\"vb\" = \"repeat\"\n";
        assert_eq!(keymap.merge(text), Vec::<String>::new());
        assert_eq!(transcript(&keymap, "va"), Found::Command(Command::Code));
        assert!(matches!(transcript(&keymap, "v"), Found::Prefix(all) if all.len() == 2));
        let mut keymap = Keymap::default();
        let wrong = keymap.merge("[transcript]\nz = \"\"\n");
        assert_eq!(wrong, Vec::<String>::new());
        assert_eq!(transcript(&keymap, "z"), Found::Nothing);
        assert_eq!(transcript(&keymap, "zz"), Found::Nothing);
    }

    #[test]
    fn whatever_is_written_there_the_other_keys_stay() {
        crate::i18n::set_lang(crate::i18n::Lang::De);
        for (text, lines) in [
            ("[transcript\nc = \"code\"\n", vec![1]),
            ("[transcript]\nc = \"code\"\nc = \"repeat\"\n", vec![3]),
            ("[transcript]\n\"<nonsense>\" = \"code\"\n\"<f11>\" = 7\n", vec![2, 3]),
            ("transcript = 5\n[codes]\nzcx = \"code\"\n", vec![1, 3]),
            ("\u{0}\u{fffd}", vec![1]),
        ] {
            let mut keymap = Keymap::default();
            let wrong = keymap.merge(text);
            for line in lines {
                assert!(wrong.iter().any(|said| said.contains(&format!("{line}"))), "{text}: {wrong:?}");
            }
            let press = keys::sequence("<ctrl-q>").unwrap_or_default();
            assert_eq!(keymap.find(&[Context::Global], &press), Found::Command(Command::Quit), "{text}");
        }
    }
}
