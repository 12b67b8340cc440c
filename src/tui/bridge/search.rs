//! The bridge to the search over the whole study: what is typed, and hits as a list shows them.

use std::ops::Range;

use crate::error::Result;
use crate::model::DocumentId;
use crate::progress::Progress;
use crate::store::{Project, codes};
use crate::text::search::{Finder, Mode, compile};
use crate::text::{Span, Text};
use crate::tui::command::Command;
use crate::tui::msg::{Hit, HitOf};
use crate::{ops, tr};

/// Characters that are kept before a hit, so that it stands in the first rows of what a list shows.
const BEFORE: usize = 120;

/// How what is typed is meant: between slashes a regular expression, otherwise words as they stand.
pub fn meant(typed: &str) -> (Mode, &str) {
    let typed = typed.trim();
    match typed.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
        Some(pattern) if !pattern.is_empty() => (Mode::Regex, pattern),
        _ => (Mode::Folded, typed),
    }
}

/// Searches the whole study. The hits in the transcripts come first, in document and text order; then, a group each,
/// paraphrases, summaries, memos, codes and commands.
pub fn run(project: &Project, typed: &str, progress: &Progress) -> Result<Vec<Hit>> {
    let (mode, words) = meant(typed);
    let finder = compile(words, mode)?;
    let found = ops::search::transcripts(project, &finder, None, progress)?;
    let mut hits: Vec<Hit> = found.into_iter().map(shown).collect();
    for one in ops::search::in_paraphrases(project, &finder)? {
        let Some(place) = one.paraphrase.span else { continue };
        let citation = format!("{} · {}", one.citation, tr!("table-paraphrase"));
        let hit = Hit { span: place, ..beside(&finder, citation, &one.paraphrase.text, HitOf::Paraphrase) };
        hits.push(Hit { document: one.paraphrase.document, ..hit });
    }
    hits.extend(super::summaries::hits(project, &finder)?);
    for memo in ops::search::in_memos(project, &finder)? {
        let text = match memo.title.trim() {
            "" => memo.text.clone(),
            title => format!("{title} – {}", memo.text),
        };
        let citation = ops::memos::on_words(project, memo.on)?;
        hits.push(beside(&finder, citation, &text, HitOf::Memo(memo.id)));
    }
    for node in codes::tree(&project.read())?.nodes() {
        let guide = &node.code.guide;
        let said = [&guide.definition, &guide.apply, &guide.not_apply, &guide.research_question];
        let said: Vec<&str> =
            said.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let said = said.join(" · ");
        if finder.is_in(&node.path) || finder.is_in(&said) {
            hits.push(beside(&finder, node.path.clone(), &said, HitOf::Code(node.code.id)));
        }
    }
    for &command in Command::ALL {
        let (words, other) = (command.words(), command.aliases());
        if finder.is_in(&words) || finder.is_in(&other) || finder.is_in(command.name()) {
            hits.push(beside(&finder, words, &other, HitOf::Command(command)));
        }
    }
    Ok(hits)
}

/// A hit as a list shows it.
pub fn shown(hit: ops::search::Hit) -> Hit {
    let (context, within) = hit.line();
    Hit { document: hit.document, span: hit.span, citation: hit.citation, context, within, of: HitOf::Text }
}

/// A hit in what was written beside the transcripts: where that stands, and its words around the first find.
pub fn beside(finder: &Finder, citation: String, text: &str, of: HitOf) -> Hit {
    let whole = Text::new(text);
    let found = finder.find_in(&whole).next().map_or(0..0, |span| whole.bytes(span));
    let (context, within) = excerpt(text, found);
    Hit { document: DocumentId(0), span: Span::new(0, 0), citation, context, within, of }
}

/// A text on one line from somewhat before a find on, in whole words; and where the find is in that.
fn excerpt(text: &str, found: Range<usize>) -> (String, Range<usize>) {
    let line = text.replace('\n', " ");
    let before = line.get(..found.start).unwrap_or_default();
    let from = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let window = before.get(from..).unwrap_or_default();
    let word = match from {
        0 => 0,
        _ => window.find(' ').map_or(from, |space| from + space + 1),
    };
    let mark = if word > 0 { "…" } else { "" };
    let shift = |at: usize| at - word + mark.len();
    let within = if found.is_empty() { 0..0 } else { shift(found.start)..shift(found.end) };
    (format!("{mark}{}", line.get(word..).unwrap_or_default()), within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_slashes_stands_a_regular_expression() {
        assert_eq!(meant(" /a|b/ "), (Mode::Regex, "a|b"));
        for plain in ["and/or", "/", "//", "/usr", "a/"] {
            assert_eq!(meant(plain), (Mode::Folded, plain));
        }
    }

    #[test]
    fn an_excerpt_begins_with_a_whole_word_and_keeps_the_find() {
        let text = format!("{}\nhere ä Wort there", "früher ".repeat(60));
        let at = text.find("Wort").unwrap();
        let (shown, within) = excerpt(&text, at..at + 4);
        assert_eq!(&shown[within], "Wort");
        assert!(shown.starts_with("…früher ") && shown.chars().count() < 160, "{shown}");
        assert_eq!(excerpt("a\nb", 2..3), ("a b".to_owned(), 2..3));
        assert_eq!(excerpt("", 0..0), (String::new(), 0..0));
    }
}
