//! Writers: a table in, bytes out, one file a format.
