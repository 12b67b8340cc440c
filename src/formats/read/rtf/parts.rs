//! What an RTF file consists of, and the control words that name characters or groups without text.

use super::charsets::Coding;
use crate::text::recognise::Block;

/// What the text of a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Of the story that is open.
    Text,
    Fonts,
    Styles,
    /// The same twice: first without Unicode, which is left out, then with it.
    Twice,
    Nowhere,
}

/// Where paragraphs go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoryKind {
    Body,
    Footnote,
    Endnote,
    TextBox,
    /// A page header or footer.
    Margin,
}

/// What a group set, or inherited.
#[derive(Debug, Clone)]
pub struct Group {
    pub place: Place,
    pub font: Option<i32>,
    /// How many characters after `\u` are its stand-in.
    pub stand_ins: usize,
    pub hidden: bool,
    pub deleted: bool,
    pub inserted: bool,
    pub outline: Option<i32>,
    pub style: Option<i32>,
    /// Whether a story ends with this group.
    pub ends_story: bool,
    /// Whether what this group is for may be unknown (`\*`).
    pub starred: bool,
}

impl Group {
    pub fn outermost() -> Group {
        Group {
            place: Place::Text,
            font: None,
            stand_ins: 1,
            hidden: false,
            deleted: false,
            inserted: false,
            outline: None,
            style: None,
            ends_story: false,
            starred: false,
        }
    }
}

/// A text with paragraphs of its own.
#[derive(Debug)]
pub struct Story {
    pub kind: StoryKind,
    pub blocks: Vec<Block>,
    pub line: String,
    /// Text boxes that hang on the line.
    pub boxes: Vec<Block>,
    pub had_hidden: bool,
    /// A page or column break that becomes a soft break if text follows.
    pub page_break: bool,
    /// The number of the note was just left out; so is the space after it.
    pub after_number: bool,
}

impl Story {
    pub fn new(kind: StoryKind) -> Story {
        Story {
            kind,
            blocks: Vec::new(),
            line: String::new(),
            boxes: Vec::new(),
            had_hidden: false,
            page_break: false,
            after_number: false,
        }
    }
}

/// A font of the file's table.
#[derive(Debug, Default)]
pub struct Font {
    /// None: the file's.
    pub coding: Option<Coding>,
    pub name: String,
}

/// Characters that have a word.
pub fn named(word: &str) -> Option<char> {
    Some(match word {
        "tab" => '\t',
        "emdash" => '—',
        "endash" => '–',
        "emspace" => '\u{2003}',
        "enspace" => '\u{2002}',
        "qmspace" => '\u{2005}',
        "bullet" => '•',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "ltrmark" => '\u{200e}',
        "rtlmark" => '\u{200f}',
        "zwj" => '\u{200d}',
        "zwnj" => '\u{200c}',
        "zwbo" => '\u{200b}',
        "zwnbo" => '\u{2060}',
        _ => return None,
    })
}

/// Groups whose text is not on the page, though no `\*` says so.
pub const NO_TEXT: [&str; 38] = [
    "aftncn",
    "aftnsep",
    "aftnsepc",
    "atnauthor",
    "atnid",
    "bkmkend",
    "bkmkstart",
    "colortbl",
    "colorschememapping",
    "datastore",
    "falt",
    "filetbl",
    "fldinst",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "generator",
    "info",
    "latentstyles",
    "listoverridetable",
    "listtable",
    "mmath",
    "nonesttables",
    "nonshppict",
    "objclass",
    "objdata",
    "panose",
    "pn",
    "private",
    "revtbl",
    "rsidtbl",
    "rxe",
    "shprslt",
    "sp",
    "tc",
    "tcn",
    "themedata",
    "xe",
];
