//! Pure text, no I/O: positions, paragraphs and their numbers, speakers, times, citations, search, wrapping.
//!
//! **Unit.** A position ([`CharPos`]) counts Unicode code points from the start of the document's text; a [`Span`] is
//! half-open, `[start, end)`. This is the unit of REFI-QDA and of SQLite's `substr`. Byte offsets exist only inside
//! functions of this floor.

pub mod alignment;
pub mod anchors;
pub mod breaks;
mod choices;
pub mod citations;
pub mod cited;
pub mod corrections;
pub mod disclosure;
pub mod letters;
pub mod lines;
pub mod marked;
pub mod names;
pub mod openings;
pub mod paragraphs;
pub mod places;
pub mod quotes;
mod reader;
pub mod recognise;
mod rows;
pub mod search;
pub mod spans;
pub mod speakers;
pub mod stop_words;
pub mod template;
pub mod times;
mod tools;
pub mod wording;
pub mod wrap;

pub use paragraphs::{Kind as ParagraphKind, Mark, MarkKind, Paragraph};
pub use spans::{CharPos, Span, Text};
