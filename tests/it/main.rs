//! One test binary, by behaviour.

mod formats;
mod history;
mod layers;
mod locales;
mod support;
