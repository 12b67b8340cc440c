//! One test binary, by behaviour.

mod formats;
