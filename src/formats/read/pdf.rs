//! PDF: the text layer, in reading order.
//!
//! A PDF knows characters and their places, nothing else. [`glyphs`] fetches them, [`lines`] makes lines of them,
//! [`margins`] takes page headers, page footers and margin numbers off, [`paragraphs`] puts lines together. What is so
//! decided is said in warnings, since all of it is a guess, if a careful one. Columns are not told apart.

mod glyphs;
mod lines;
mod margins;
mod paragraphs;
mod streams;

use glyphs::Failure;

use super::{ReadOptions, Reading};
use crate::error::{Error, Result};
use crate::text::spans::count_words;
use crate::tr;

pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Reading> {
    let limits = &options.limits;
    let (mut found, mut pages, mut bare, mut turned, mut unknown, mut letters) = (Vec::new(), 0, 0, 0, 0, 0);
    let mut length = 0_u64;
    let outcome = glyphs::pages(bytes, limits, |page| {
        turned += page.turned;
        letters += page.glyphs.len();
        unknown += page.glyphs.iter().filter(|glyph| glyph.text == '\u{fffd}').count();
        let lines = lines::lines(pages, page);
        bare += usize::from(lines.is_empty());
        length +=
            lines.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.len() as u64).sum::<u64>();
        found.extend(lines);
        pages += 1;
        if limits.hold(length, found.len()) { Ok(()) } else { Err(Failure::TooLong) }
    });
    outcome.map_err(|failure| refused(name, failure, options))?;
    if found.is_empty() {
        return Err(Error::unreadable(tr!("read-pdf-no-text", name = name, count = pages))
            .hint(tr!("read-pdf-no-text-hint")));
    }
    if unknown * 4 > letters {
        return Err(
            Error::unreadable(tr!("read-pdf-no-letters", name = name)).hint(tr!("read-pdf-no-letters-hint"))
        );
    }
    let running = margins::take_running(&mut found, pages);
    let numbers = margins::take_numbers(&mut found);
    let (blocks, joined) = paragraphs::blocks(&found, &numbers);
    let mut warnings = vec![match numbers.paragraphs {
        true => tr!("read-pdf-paragraphs-numbered", count = numbers.count),
        false => tr!("read-pdf-paragraphs"),
    }];
    if numbers.count > 0 && !numbers.paragraphs {
        warnings.push(tr!("read-pdf-numbers", count = numbers.count));
    }
    let margin_words: u32 = running.iter().map(|line| count_words(&line.text())).sum();
    for (count, key) in [
        (unknown, "read-pdf-unknown"),
        (bare, "read-pdf-bare"),
        (turned, "read-pdf-turned"),
        (joined, "read-pdf-hyphens"),
        (margin_words as usize, "read-docx-margins"),
    ] {
        if count > 0 {
            warnings.push(tr!(key, count = count));
        }
    }
    Ok(Reading { blocks, warnings, ..Reading::default() })
}

fn refused(name: &str, failure: Failure, options: &ReadOptions) -> Error {
    match failure {
        Failure::Encrypted => {
            Error::unreadable(tr!("read-pdf-encrypted", name = name)).hint(tr!("read-pdf-encrypted-hint"))
        }
        Failure::Damaged => {
            Error::unreadable(tr!("read-pdf-damaged", name = name)).hint(tr!("read-pdf-damaged-hint"))
        }
        Failure::TooLarge => Error::unreadable(tr!("read-bomb", name = name)).hint(tr!("read-bomb-hint")),
        Failure::TooLong => super::too_long(name, &options.limits),
    }
}
