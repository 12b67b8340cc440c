//! Errors name the object and the way out.
//!
//! An [`Error`] has a [`Kind`], which decides the exit code, a message that names what it is about, and, where there
//! is one, a hint that says what to do. Messages come from `locales/` (see [`crate::i18n`]) and so are in the language
//! of the thread that made them.

use std::fmt;
use std::path::{Path, PathBuf};

/// The result of everything that can go wrong here.
pub type Result<T> = std::result::Result<T, Error>;

/// What kind of thing went wrong. Invariant names for scripts: [`Kind::name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The command line's words are off.
    Usage,
    /// A document, code, file … of that name is not there.
    NotFound,
    /// The input breaks a rule (a label with a colon, a cycle in the code tree).
    Invalid,
    /// The rules of the study forbid it now (an undo that another change stands in the way of).
    Refused,
    /// A file that should be read cannot be: it is damaged, encrypted or of another kind.
    Unreadable,
    /// The project file itself is damaged.
    Damaged,
    /// The operating system said no.
    Io,
    /// Another process holds the project.
    Busy,
    /// The person stopped it.
    Cancelled,
    /// SQLite said something that should not happen.
    Database,
    /// The program is at fault.
    Crashed,
}

impl Kind {
    /// The invariant English name used in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Usage => "usage",
            Kind::NotFound => "not-found",
            Kind::Invalid => "invalid",
            Kind::Refused => "refused",
            Kind::Unreadable => "unreadable",
            Kind::Damaged => "damaged",
            Kind::Io => "io",
            Kind::Busy => "busy",
            Kind::Cancelled => "cancelled",
            Kind::Database => "database",
            Kind::Crashed => "crashed",
        }
    }

    /// The process exit code: 1 error, 2 usage, 3 damaged data, 130 cancelled.
    pub fn exit_code(self) -> u8 {
        match self {
            Kind::Usage => 2,
            Kind::Damaged | Kind::Unreadable => 3,
            Kind::Cancelled => 130,
            _ => 1,
        }
    }
}

/// Something went wrong, said so that a person can act on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    pub kind: Kind,
    pub message: String,
    pub hint: Option<String>,
    /// The file it is about, where there is one.
    pub file: Option<PathBuf>,
    /// Where in the file or study: `word/document.xml`, `line 12`, `5:9`.
    pub place: Option<String>,
    /// What another choice would mend: a surface says how it is made there, by an option or a key.
    pub choice: Option<Choice>,
}

/// A choice of how a transcript is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Encoding,
    Speakers,
    JoinLines,
    Split,
    Columns,
    Sheet,
    Tiers,
    Label,
    /// Also what is in the project already.
    Again,
}

impl Error {
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Error { kind, message: shortened(message.into()), hint: None, file: None, place: None, choice: None }
    }
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, message)
    }
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Kind::Invalid, message)
    }
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Kind::Refused, message)
    }
    pub fn unreadable(message: impl Into<String>) -> Self {
        Self::new(Kind::Unreadable, message)
    }
    pub fn damaged(message: impl Into<String>) -> Self {
        Self::new(Kind::Damaged, message)
    }
    /// The same error with the way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
    /// The same error with the file it is about.
    #[must_use]
    pub fn file(mut self, file: impl AsRef<Path>) -> Self {
        self.file = Some(file.as_ref().to_path_buf());
        self
    }
    /// The same error with the place it is about.
    #[must_use]
    pub fn place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
    /// The same error with the choice that would mend it.
    #[must_use]
    pub fn choice(mut self, choice: Choice) -> Self {
        self.choice = Some(choice);
        self
    }
    /// What the operating system said of `file`.
    pub fn io(file: impl AsRef<Path>, error: &std::io::Error) -> Self {
        Self::new(Kind::Io, format!("{}: {error}", file.as_ref().display())).file(file)
    }
    /// As scripts read it: `{"error":{"kind","message","hint","file","place"}}`.
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::json!({"error": {
            "kind": self.kind.name(),
            "message": self.message,
            "hint": self.hint,
            "file": self.file.as_ref().map(|f| f.display().to_string()),
            "place": self.place,
        }})
    }
}

/// A message quotes what it is about; a file can hold a name of a megabyte.
fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// Code points of a message.
const LONGEST: usize = 1_500;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n{hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            ConstraintViolation, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase,
            OperationInterrupted,
        };
        let code = error.sqlite_error_code();
        let kind = match code {
            Some(DatabaseBusy | DatabaseLocked) => Kind::Busy,
            Some(DatabaseCorrupt | NotADatabase) => Kind::Damaged,
            Some(DiskFull) => Kind::Io,
            Some(ConstraintViolation) => Kind::Refused,
            Some(OperationInterrupted) => Kind::Cancelled,
            _ => Kind::Database,
        };
        let message = match kind {
            Kind::Busy => crate::tr!("error-project-busy"),
            Kind::Damaged => crate::tr!("error-project-damaged"),
            Kind::Io => crate::tr!("error-disk-full"),
            Kind::Cancelled => crate::tr!("error-cancelled"),
            Kind::Refused => crate::tr!("error-constraint", reason = error.to_string()),
            _ => crate::tr!("error-database", reason = error.to_string()),
        };
        Error::new(kind, message)
    }
}
