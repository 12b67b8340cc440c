//! Saved queries: questions with a name.

use super::QueryId;

/// A query that is kept. It belongs to the study and not to a coder: it judges nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedQuery {
    pub id: QueryId,
    pub uuid: String,
    /// Unique, letter case aside.
    pub name: String,
    /// In the query language, with UUIDs for what it names.
    pub query: String,
    pub position: i64,
}
