//! Codebooks: JSON and lists.
