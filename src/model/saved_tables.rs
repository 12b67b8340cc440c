//! Summary Tables: a choice from the Summary Grid with a name.
//!
//! What a table names is kept by UUIDs: integers mean something only in one file.

use serde::{Deserialize, Serialize};

use super::SavedTableId;
use super::variables::Entity;

/// A table that is kept. It belongs to the study and not to a coder: it judges nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedTable {
    pub id: SavedTableId,
    pub uuid: String,
    /// Unique, letter case aside.
    pub name: String,
    pub kind: String,
    /// JSON of a [`Definition`].
    pub definition: String,
    pub position: i64,
}

/// The kind of Summary Tables.
pub const SUMMARY_TABLE: &str = "summary-table";

/// Which documents, codes and variables, and how they stand. Empty lists mean all, or none of the variables.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Definition {
    pub rows: Entity,
    /// UUIDs, as in what follows; none: all.
    pub documents: Option<Vec<String>>,
    /// Of these only those of these groups.
    pub groups: Vec<String>,
    /// And of these only those of which this holds; a condition of the query language.
    pub condition: Option<String>,
    pub codes: Option<Vec<String>>,
    pub with_subcodes: bool,
    pub variables: Vec<String>,
    /// Variables stand in the first column, under the name.
    pub variables_in_first: bool,
    /// Values as the researchers work with them, not as they may be published.
    pub working: bool,
    /// By what the rows are arranged: `group`, `set` or the UUID of a variable.
    pub by: Option<String>,
    /// Rows that have it in common are one.
    pub together: bool,
    pub transposed: bool,
    pub without_summaries: bool,
    pub without_segments: bool,
}
