//! Real names and what stands for them: the list, its forms, and where they stand in the study.

use unicode_normalization::UnicodeNormalization as _;

use super::{CodeId, DocumentId, new_uuid};
use crate::error::{Error, Result};
use crate::text::Span;
use crate::text::names::{self, NameFinder};
use crate::tr;

/// One name with its replacement: a person, a place, an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub uuid: String,
    pub replacement: String,
    /// The spellings as they stand in the texts; the first one is what the name is called by.
    pub forms: Vec<NameForm>,
    /// Letter case does not count.
    pub any_case: bool,
    pub note: String,
}

/// A spelling and what it becomes: `Müllers` → `[A]s`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameForm {
    pub spelling: String,
    pub replacement: String,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    pub names: Vec<Name>,
}

/// The longest spelling or replacement, in code points.
const LONGEST: usize = 200;

impl Name {
    pub fn new(spelling: &str, replacement: &str) -> Name {
        let form = NameForm { spelling: tidy(spelling), replacement: tidy(replacement) };
        Name {
            uuid: new_uuid(),
            replacement: form.replacement.clone(),
            forms: vec![form],
            any_case: false,
            note: String::new(),
        }
    }
    /// What the name is called by.
    pub fn called(&self) -> &str {
        self.forms.first().map_or("", |form| &form.spelling)
    }
    /// Adds a further form, `Müllers=[A]s`; without a sign of equality it becomes what the name becomes.
    pub fn also(&mut self, typed: &str) {
        let (spelling, replacement) = match typed.split_once('=') {
            Some((spelling, replacement)) => (tidy(spelling), tidy(replacement)),
            None => (tidy(typed), self.replacement.clone()),
        };
        let form = NameForm { spelling, replacement };
        match self.forms.iter_mut().find(|there| there.spelling == form.spelling) {
            Some(there) => *there = form,
            None => self.forms.push(form),
        }
    }
    /// The further forms as they are typed.
    pub fn further(&self) -> Vec<String> {
        let write = |form: &NameForm| match form.replacement == self.replacement {
            true => form.spelling.clone(),
            false => format!("{}={}", form.spelling, form.replacement),
        };
        self.forms.iter().skip(1).map(write).collect()
    }
    fn has(&self, spelling: &str) -> bool {
        self.forms.iter().any(|form| form.spelling == spelling)
    }
}

/// Composed, one space between words, none at the ends: as forms are compared.
fn tidy(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

impl Names {
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// All forms, in the order in which [`Names::finder`] counts them.
    pub fn forms(&self) -> impl Iterator<Item = (&Name, &NameForm)> + Clone {
        self.names.iter().flat_map(|name| name.forms.iter().map(move |form| (name, form)))
    }

    /// All forms as they are looked for.
    pub fn wanted(&self) -> impl Iterator<Item = names::Form<'_>> + Clone {
        self.forms().map(|(name, form)| names::Form { spelling: &form.spelling, any_case: name.any_case })
    }

    pub fn finder(&self) -> NameFinder {
        NameFinder::new(self.wanted())
    }

    /// What each form becomes, in the order of [`Names::forms`].
    pub fn replacements(&self) -> Vec<&str> {
        self.forms().map(|(_, form)| form.replacement.as_str()).collect()
    }

    /// The name that has this form.
    pub fn by_form(&self, typed: &str) -> Result<usize> {
        let spelling = tidy(typed);
        let found = self.names.iter().position(|name| name.has(&spelling));
        found.ok_or_else(|| {
            Error::not_found(tr!("error-no-such-name", form = typed.to_owned())).hint(tr!("hint-names-list"))
        })
    }

    /// Adds a name, or puts it in the place of the one with the same first form, and checks the list.
    pub fn put(&mut self, mut name: Name) -> Result<()> {
        let there = self.names.iter().position(|other| other.called() == name.called());
        match there.and_then(|at| self.names.get_mut(at)) {
            Some(there) => {
                name.uuid.clone_from(&there.uuid);
                *there = name;
            }
            None => self.names.push(name),
        }
        self.check()
    }

    /// The rules of a list: every form is somebody's alone and has a letter; what stands for a name is not empty and
    /// holds none of the names.
    pub fn check(&self) -> Result<()> {
        let finder = self.finder();
        let mut seen = std::collections::BTreeSet::new();
        for (name, form) in self.forms() {
            let texts = [&form.spelling, &form.replacement, &name.replacement];
            let odd = |text: &&String| {
                text.chars().count() > LONGEST || text.contains(|c: char| c.is_control() || c == ';')
            };
            if names::words(&form.spelling).next().is_none() || texts.iter().any(odd) {
                return Err(Error::invalid(tr!("error-name-form", form = form.spelling.clone()))
                    .hint(tr!("hint-name-form")));
            }
            if form.replacement.is_empty() {
                return Err(Error::invalid(tr!("error-name-no-replacement", form = form.spelling.clone())));
            }
            if !seen.insert(&form.spelling) {
                return Err(Error::invalid(tr!("error-name-twice", form = form.spelling.clone()))
                    .hint(tr!("hint-name-twice")));
            }
            if finder.is_in(&form.replacement) {
                let replacement = form.replacement.clone();
                return Err(Error::invalid(tr!("error-name-in-replacement", replacement = replacement))
                    .hint(tr!("hint-name-in-replacement")));
            }
        }
        Ok(())
    }
}

/// Where a text of the study is kept: an invariant name of table and column, `memo.text`; `name-field-…` are its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredText {
    pub table: &'static str,
    pub column: &'static str,
    /// The row's key in its table.
    pub row: i64,
    pub document: Option<DocumentId>,
    pub span: Option<Span>,
    pub code: Option<CodeId>,
    /// What the row is called, where neither a document nor a code says it.
    pub called: String,
    /// Another coder's work, which the reader may not see.
    pub hidden: bool,
    pub text: String,
}

/// A listed form where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// `document.text` for a transcript, otherwise as [`StoredText`] has it.
    pub table: &'static str,
    pub column: &'static str,
    /// The row's key in its table.
    pub row: i64,
    /// Which of the occurrences in this text it is, from 0.
    pub nth: usize,
    pub document: Option<DocumentId>,
    /// In a transcript: the form itself; in a memo or paraphrase on a passage: that passage.
    pub span: Option<Span>,
    /// In words: a citation, a label, a code, a name.
    pub place: String,
    /// What stands before it; empty where the reader may not see it.
    pub before: String,
    pub words: String,
    pub after: String,
    pub replacement: String,
    /// The first form of the name.
    pub name: String,
    /// Another coder's work, which the reader may not see.
    pub hidden: bool,
}

impl Occurrence {
    /// Whether it stands in a transcript.
    pub fn is_in_transcript(&self) -> bool {
        (self.table, self.column) == ("document", "text")
    }
    /// Whether it is left when names are replaced: a label, since citations name it, and the name of the original file,
    /// which a sealing takes out.
    pub fn stays(&self) -> bool {
        matches!((self.table, self.column), ("document", "label") | (_, "source_name"))
    }
    /// Which text it stands in, and where there: the same in a later search, as long as nothing has changed.
    pub fn key(&self) -> (&'static str, &'static str, i64, usize) {
        (self.table, self.column, self.row, self.nth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_its_rules() {
        let mut list = Names::default();
        let mut muller = Name::new(" Mu\u{308}ller ", "[A]");
        muller.also("Müllers=[A]s");
        muller.also("Frau  Müller");
        assert_eq!(muller.further(), ["Müllers=[A]s", "Frau Müller"]);
        list.put(muller).unwrap();
        assert_eq!(list.by_form("Frau Müller").unwrap(), 0);
        assert!(list.by_form("Maier").is_err());
        assert!(list.clone().put(Name::new("Maier", "")).is_err(), "nothing to stand for it");
        assert!(list.clone().put(Name::new("Maier", "wie Müller")).is_err(), "a listed name as replacement");
        assert!(list.clone().put(Name::new("Müllers", "[B]")).is_err(), "somebody else's form");
        assert!(list.clone().put(Name::new("...", "[B]")).is_err());
        list.put(Name::new("Müller", "[Frau A]")).unwrap();
        assert_eq!(list.names.len(), 1, "the same first form is the same name");
        assert_eq!(list.replacements(), ["[Frau A]"]);
    }
}
