//! One test binary, by behaviour.

mod cli;
mod coding;
mod formats;
mod history;
mod history_rules;
mod kill;
mod layers;
mod locales;
mod sample_study;
mod store;
mod pty;
mod support;
mod text;
mod tui;
