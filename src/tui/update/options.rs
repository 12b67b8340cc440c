//! The choices of how a file is read, each behind a letter: what it is now, in words, and the next one.

use super::preview::Voice;
use crate::error::Choice;
use crate::formats::read::{Columns, Cues, ReadOptions};
use crate::model::draft::Side;
use crate::text::lines::Join;
use crate::tr;
use crate::tui::msg::Found;

/// Encodings that transcripts come in, as they are gone through.
const ENCODINGS: &[&str] = &["utf-8", "windows-1252", "macintosh", "utf-16le", "utf-16be"];
/// Code pages that RTF files are written in and do not always name rightly.
const CODE_PAGES: &[&str] = &["windows-1252", "windows-1250", "windows-1251", "macintosh"];

/// The letter that changes what an advice is about.
pub fn letter(choice: Choice) -> char {
    match choice {
        Choice::Encoding => 'e',
        Choice::Speakers => 's',
        Choice::JoinLines => 'w',
        Choice::Split => 'p',
        Choice::Columns | Choice::Sheet => 'f',
        Choice::Tiers => 'v',
        Choice::Label => 'r',
        Choice::Again => 'n',
    }
}

/// The choices that a file has, with their letters, as they are now.
pub fn shown(found: &Found, options: &ReadOptions) -> Vec<(char, String)> {
    let Ok(ready) = &found.ready else {
        // An encoding may have been named that it is not in; columns or tiers may have to be named.
        let encoding = encoding(options).map(|words| ('e', words));
        let choice = found.ready.as_ref().err().and_then(|error| error.choice);
        return encoding.into_iter().chain(choice.and_then(named)).collect();
    };
    let (draft, recognise) = (&ready.draft, &options.recognise);
    let marks = |recognised: bool, cut: bool| match (recognised, cut) {
        (false, _) => "text",
        (true, true) => "cut",
        (true, false) => "marked",
    };
    let word = |name: &str, value: &str| tr!(&format!("choice-{name}-{value}"));
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    let mut list = Vec::new();
    if let Some(name) = &draft.encoding {
        list.push((
            'e',
            encoding(options).unwrap_or_else(|| tr!("choice-encoding-found", name = name.clone())),
        ));
    } else if draft.reader == "rtf" {
        list.push(('e', encoding(options).unwrap_or_else(|| tr!("choice-encoding-named-there"))));
    }
    list.push(('b', word("labels", marks(recognise.labels, recognise.strip_labels))));
    list.push(('m', word("times", marks(recognise.times, recognise.strip_times))));
    if recognise.times && (draft.stamps.are.is_some() || recognise.stamps.is_some()) {
        list.push(('t', word("stamps", recognise.stamps.map_or("auto", Side::name))));
    }
    list.push(('w', word("lines", recognise.join_lines.name())));
    list.push(('h', word("headings", yes(recognise.numbering.headings))));
    list.push(('l', word("empty", yes(recognise.numbering.empty_lines))));
    if matches!(draft.reader, "vtt" | "srt" | "json") {
        list.push(('c', word("cues", if options.cues == Cues::Merge { "merge" } else { "separate" })));
    }
    list.extend(match draft.reader {
        "csv" | "xlsx" | "ods" => named(Choice::Columns),
        "eaf" | "exb" => named(Choice::Tiers),
        _ => None,
    });
    if draft.part.is_some() || !options.split {
        list.push(('p', word("split", yes(options.split))));
    }
    list
}

/// Choices that a form asks for.
fn named(choice: Choice) -> Option<(char, String)> {
    match choice {
        Choice::Columns | Choice::Sheet => Some((letter(choice), tr!("choice-columns"))),
        Choice::Tiers => Some((letter(choice), tr!("choice-tiers"))),
        _ => None,
    }
}

/// What a form for the choice behind a letter has in it now: its fields and their texts.
pub fn fields(choice: Choice, options: &ReadOptions) -> Vec<(String, String)> {
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    let columns = options.columns.clone().unwrap_or_default();
    match choice {
        Choice::Tiers => vec![(tr!("field-tiers"), options.tiers.as_deref().unwrap_or_default().join(", "))],
        _ => vec![
            (tr!("field-column-text"), text(&columns.text)),
            (tr!("field-column-speaker"), text(&columns.speaker)),
            (tr!("field-column-start"), text(&columns.start)),
            (tr!("field-column-end"), text(&columns.end)),
            (tr!("field-sheet"), text(&options.sheet)),
        ],
    }
}

/// The form was confirmed; what is empty is found by itself.
pub fn name(choice: Choice, texts: &[String], options: &mut ReadOptions) {
    let field = |at: usize| texts.get(at).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if choice == Choice::Tiers {
        let tiers: Vec<String> = field(0)
            .iter()
            .flat_map(|text| text.split(','))
            .map(|tier| tier.trim().to_owned())
            .filter(|tier| !tier.is_empty())
            .collect();
        options.tiers = Some(tiers).filter(|tiers| !tiers.is_empty());
        return;
    }
    let columns = Columns { text: field(0), speaker: field(1), start: field(2), end: field(3) };
    options.columns = Some(columns).filter(|columns| *columns != Columns::default());
    options.sheet = field(4);
}

fn encoding(options: &ReadOptions) -> Option<String> {
    options.encoding.as_ref().map(|name| tr!("choice-encoding-named", name = name.clone()))
}

/// The next value of the choice behind a letter. Whether there is such a choice here.
pub fn change(letter: char, found: &Found, options: &mut ReadOptions) -> bool {
    if shown(found, options).iter().all(|(here, _)| *here != letter) {
        return false;
    }
    let recognise = &mut options.recognise;
    match letter {
        'e' => {
            let is_rtf = found.ready.as_ref().is_ok_and(|ready| ready.draft.reader == "rtf");
            let all = if is_rtf { CODE_PAGES } else { ENCODINGS };
            let now = options.encoding.as_deref().and_then(|now| all.iter().position(|name| *name == now));
            let next = now.map_or(0, |at| at + 1);
            options.encoding = all.get(next).map(|name| (*name).to_owned());
        }
        'b' => turn(&mut recognise.labels, &mut recognise.strip_labels),
        'm' => turn(&mut recognise.times, &mut recognise.strip_times),
        't' => {
            recognise.stamps = match recognise.stamps {
                None => Some(Side::Start),
                Some(Side::Start) => Some(Side::End),
                Some(Side::End) => None,
            };
        }
        'w' => {
            recognise.join_lines = match recognise.join_lines {
                Join::No => Join::Yes,
                Join::Yes => Join::Auto,
                Join::Auto => Join::No,
            };
        }
        'h' => recognise.numbering.headings ^= true,
        'l' => recognise.numbering.empty_lines ^= true,
        'c' => {
            options.cues = match options.cues {
                Cues::Merge => Cues::Separate,
                Cues::Separate => Cues::Merge,
            };
        }
        'p' => options.split ^= true,
        _ => return false,
    }
    true
}

/// Marked, cut out, not recognised, and round again.
fn turn(recognised: &mut bool, cut: &mut bool) {
    (*recognised, *cut) = match (*recognised, *cut) {
        (true, false) => (true, true),
        (true, true) => (false, false),
        (false, _) => (true, false),
    };
}

/// A label counts from now on, or is text.
pub fn switch(voice: &Voice, options: &mut ReadOptions) {
    let recognise = &mut options.recognise;
    let label = &voice.label;
    let (also, not) = (&mut recognise.also_speakers, &mut recognise.not_speakers);
    if voice.reason.is_some() {
        let known = not.len();
        not.retain(|other| other != label);
        if not.len() == known {
            also.push(label.clone());
        }
    } else {
        let known = also.len();
        also.retain(|other| other != label);
        if also.len() == known {
            not.push(label.clone());
        }
    }
}

/// Who was asked asks from now on, or the other way round.
pub fn turn_role(voice: &Voice, voices: &[Voice], options: &mut ReadOptions) {
    let asks = voices.iter().filter(|other| other.interviewer != (other.label == voice.label));
    options.recognise.interviewers = Some(asks.map(|other| other.label.clone()).collect());
}
