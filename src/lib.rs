//! **absatz** is a terminal workbench for coding qualitative interviews.
//!
//! *Absatz* is German for paragraph: the 9 in `(IP 5: 9)`, interview person 5, paragraph 9.
//!
//! # The floors
//!
//! A module uses the floors below it, never one above, never its neighbour on the same floor (a test reads the
//! `crate::` paths and holds this):
//!
//! | floor | modules | what |
//! | --- | --- | --- |
//! | 0 | [`error`], [`i18n`], [`progress`], [`clock`] | leaves used by all |
//! | 1 | [`text`] | pure text: positions, paragraphs, speakers, times, citations, search |
//! | 2 | [`model`] | the study as plain data |
//! | 3 | [`store`], [`formats`], [`analysis`] | SQLite; bytes to drafts and tables to bytes; pure tables |
//! | 4 | [`ops`] | what a researcher does, one function each |
//! | 5 | [`cli`], [`tui`] | the command line and the workbench |
//!
//! The way of the data: `bytes -> Draft -> ops -> store -> Viewer -> analysis -> Table -> screen or file`.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod cli;
pub mod clock;
pub mod error;
pub mod formats;
pub mod i18n;
pub mod model;
pub mod ops;
pub mod progress;
pub mod store;
pub mod text;
pub mod tui;
