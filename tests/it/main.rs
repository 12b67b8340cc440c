//! One test binary, by behaviour.

mod coding;
mod formats;
mod history;
mod history_rules;
mod layers;
mod locales;
mod support;
