//! Every word that a person sees: German and English from `locales/`, through Fluent, one bundle a thread.
//!
//! `tr!("key")` and `tr!("key", name = value)` give a text in the thread's language. A test reads the sources and
//! both files: every key used exists in both languages with the same variables.

use std::cell::RefCell;
use std::str::FromStr;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// The language files by area, the same areas in both languages.
macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        const EN: &[&str] = &[$(include_str!(concat!("../locales/en/", $area, ".ftl"))),+];
        const DE: &[&str] = &[$(include_str!(concat!("../locales/de/", $area, ".ftl"))),+];
    };
}
areas![
    "errors",
    "text",
    "formats",
    "codebook",
    "tables",
    "operations",
    "cli",
    "tui",
    "grid",
    "material",
    "recordings",
    "corrections",
    "agreement",
    "comparison",
    "consolidation",
    "report",
    "sharing",
    "matrices",
    "query",
    "workbench",
    "export",
    "tutor"
];

/// The languages that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    En,
    De,
}

impl Lang {
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::De => "de",
        }
    }
    /// From `ABSATZ_LANG`, else the usual locale variables; English where they say neither.
    pub fn from_environment() -> Lang {
        ["ABSATZ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .and_then(|value| value.parse().ok())
            .unwrap_or_default()
    }
}

impl FromStr for Lang {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("de") => Ok(Lang::De),
            Some("en") => Ok(Lang::En),
            _ => Err(format!("{text}: not a language of this program (de, en)")),
        }
    }
}

struct Voice {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

thread_local! {
    static VOICE: RefCell<Voice> = RefCell::new(voice(Lang::from_environment()));
}

fn voice(lang: Lang) -> Voice {
    let (sources, id) = match lang {
        Lang::En => (EN, unic_langid::LanguageIdentifier::from_str("en")),
        Lang::De => (DE, unic_langid::LanguageIdentifier::from_str("de")),
    };
    let mut bundle = FluentBundle::new(id.into_iter().collect());
    // Isolation marks (U+2068, U+2069) would reach the terminal and exported files.
    bundle.set_use_isolating(false);
    for source in sources {
        // A message that does not parse is left out of the resource; a test reads every message.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*source).to_owned());
        bundle.add_resource_overriding(resource);
    }
    Voice { lang, bundle }
}

/// Sets this thread's language.
pub fn set_lang(lang: Lang) {
    VOICE.with_borrow_mut(|current| {
        if current.lang != lang {
            *current = voice(lang);
        }
    });
}

/// This thread's language. A new thread starts with the environment's: hand it on with [`set_lang`].
pub fn lang() -> Lang {
    VOICE.with_borrow(|voice| voice.lang)
}

/// The text of a key in this thread's language; the key itself where there is none (a test prevents that).
pub fn text(key: &str, args: Option<&FluentArgs<'_>>) -> String {
    VOICE.with_borrow(|voice| {
        let Some(pattern) = voice.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        voice.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    })
}

/// Whether the language files know a key (the command table looks its words up by name).
pub fn has(key: &str) -> bool {
    VOICE.with_borrow(|voice| voice.bundle.has_message(key))
}

/// A number as this language writes it: `0,67` or `0.67`, `digits` places after the point.
pub fn number(value: f64, digits: usize) -> String {
    let plain = format!("{value:.digits$}");
    // What rounds to nothing has no sign.
    let zero = plain.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    let plain = if zero { plain.trim_start_matches('-').to_owned() } else { plain };
    match lang() {
        Lang::En => plain,
        Lang::De => plain.replace('.', ","),
    }
}

/// `tr!("key")`, `tr!("key", name = value, …)`: a text in this thread's language.
#[macro_export]
macro_rules! tr {
    ($key:expr) => { $crate::i18n::text($key, None) };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = fluent_bundle::FluentArgs::new();
        $( args.set(stringify!($name), fluent_bundle::FluentValue::from($value)); )+
        $crate::i18n::text($key, Some(&args))
    }};
}
