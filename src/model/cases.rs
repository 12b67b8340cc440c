//! Cases: what groups documents, such as a municipality with its interviews.

use super::{CaseId, DocumentId};
use crate::error::{Error, Result};
use crate::tr;

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub uuid: String,
    pub name: String,
    pub position: i64,
    /// Its documents, in their order.
    pub documents: Vec<DocumentId>,
}

/// Checks the name of a case, person, set or group: one line of at most 200 code points, and not empty.
pub fn check_line(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.chars().any(char::is_control) || name.chars().count() > 200 {
        return Err(Error::invalid(tr!("error-name", name = name.to_owned())));
    }
    Ok(name)
}

/// Names as they are compared: letter case aside.
pub fn same_name(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}
