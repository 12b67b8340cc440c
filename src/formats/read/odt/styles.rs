//! What the styles of an OpenDocument text say that a reader must know: what is hidden, a heading, a quotation.

use std::collections::HashMap;

use crate::formats::read::styles::names_heading;

/// How far parent styles are followed: files with cycles exist.
const CHAIN: usize = 16;
/// How long a style's name may be that is kept.
pub const NAME: usize = 500;

#[derive(Default)]
pub struct Style {
    pub parent: Option<String>,
    pub says: Says,
}

/// What a style and those that it comes from say.
#[derive(Default, Clone, Copy)]
pub struct Says {
    pub hidden: Option<bool>,
    pub heading: bool,
    /// A block quotation's, by its name or its distance from the left.
    pub quotation: Option<bool>,
}

/// The styles of paragraphs, or those of characters.
#[derive(Default)]
pub struct Family {
    styles: HashMap<String, Style>,
    /// By name, once it was asked for.
    resolved: HashMap<String, Says>,
}

impl Family {
    pub fn insert(&mut self, name: String, style: Style) {
        self.resolved.remove(&name);
        self.styles.insert(name, style);
    }

    pub fn get(&mut self, name: &str) -> Says {
        if name.len() > NAME {
            return Says::default();
        }
        if let Some(says) = self.resolved.get(name) {
            return *says;
        }
        let mut says = Says { heading: names_heading(name), ..Says::default() };
        let mut next = self.styles.get(name);
        for _ in 0..CHAIN {
            let Some(style) = next else { break };
            says.hidden = says.hidden.or(style.says.hidden);
            says.heading |= style.says.heading;
            says.quotation = says.quotation.or(style.says.quotation);
            next = style.parent.as_ref().and_then(|parent| self.styles.get(parent));
        }
        self.resolved.insert(name.to_owned(), says);
        says
    }
}

/// Whether a distance from the left sets a paragraph off: half a centimetre or more.
pub fn is_indented(left: &str) -> bool {
    let unit = left.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let centimetres = match unit {
        "cm" => 1.0,
        "mm" => 0.1,
        "in" => 2.54,
        "pt" => 0.0353,
        _ => return false,
    };
    left.strip_suffix(unit).and_then(|n| n.parse::<f64>().ok()).is_some_and(|n| n * centimetres >= 0.49)
}
