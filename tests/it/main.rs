//! One test binary, by behaviour.

mod agreement;
mod agreement_study;
mod cli;
mod coding;
mod editing;
mod erasure;
mod formats;
mod history;
mod history_rules;
mod hostile;
mod kill;
mod layers;
mod locales;
mod material;
mod migration;
mod names;
mod paraphrases;
mod pty;
mod release;
mod sample_study;
mod store;
mod support;
mod text;
mod tui;
mod tui_files;
mod tui_recordings;
