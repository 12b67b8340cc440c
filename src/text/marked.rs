//! Two wordings in one line: what went and what came, between a few of the words that stayed.

use std::time::{Duration, Instant};

use super::anchors::words;
use super::{Span, Text};

/// A diff stops after this time; what is not found by then is one difference.
const DEADLINE: Duration = Duration::from_millis(200);
/// So many code points of what stayed are shown on each side.
const AROUND: u32 = 40;

/// `kam [-der-]{+ein+} Erlass`; long runs of what stayed are `…`.
pub fn marked(before: &str, after: &str) -> String {
    let (old, new) = (Text::new(before), Text::new(after));
    let mut out = String::new();
    let mut at = 0;
    let parts = words(before, after, Instant::now() + DEADLINE);
    for (went, came) in &parts {
        out.push_str(&stayed(&old, Span::new(at, went.start.0), at > 0, true));
        if !went.is_empty() {
            out.push_str(&format!("[-{}-]", old.slice(*went)));
        }
        if !came.is_empty() {
            out.push_str(&format!("{{+{}+}}", new.slice(*came)));
        }
        at = went.end.0;
    }
    out.push_str(&stayed(&old, Span::new(at, old.len()), !parts.is_empty(), false));
    out
}

/// What stayed: with its beginning where a difference is before it, and its end where one follows.
fn stayed(text: &Text, span: Span, after_one: bool, before_one: bool) -> String {
    let room = AROUND * (u32::from(after_one) + u32::from(before_one));
    if span.len() <= room + 3 {
        return text.slice(span).to_owned();
    }
    let (mut head, mut tail) = (String::new(), String::new());
    if after_one {
        head = text.slice(text.snap(Span::new(span.start.0, span.start.0 + AROUND))).trim_end().to_owned();
        head.push(' ');
    }
    if before_one {
        tail = text.slice(text.snap(Span::new(span.end.0 - AROUND, span.end.0))).trim_start().to_owned();
        tail.insert(0, ' ');
    }
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_and_what_came_between_what_stayed() {
        assert_eq!(marked("Da kam der Erlass.", "Da kam ein Erlass."), "Da kam [-der-]{+ein+} Erlass.");
        assert_eq!(marked("Ja, gut.", "Ja."), "Ja[-, gut-].");
        assert_eq!(marked("", "Neu."), "{+Neu.+}");
        let long = "Wort ".repeat(40);
        let shown = marked(&format!("{long}eins {long}zwei"), &format!("{long}EINS {long}ZWEI"));
        assert!(shown.starts_with("… ") && shown.contains("[-eins-]{+EINS+}"), "{shown}");
        assert!(shown.chars().count() < 260 && shown.matches('…').count() == 2, "{shown}");
    }
}
