//! One test binary, by behaviour.

mod formats;
mod layers;
mod locales;
mod support;
