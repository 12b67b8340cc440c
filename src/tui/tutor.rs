//! The lesson: its steps as data, in their order, and what shows that one is done.
//!
//! A step is done when the study or the screen shows it, whichever way it was reached: nothing asks which key was pressed.
//! `tutor-NAME` says what to do and `tutor-NAME-why` what it is good for; the keys in them are those of the person's keymap.
//! A new step is a row of [`STEPS`], its words, and its keys in `tests/it/tui/tutor.rs`.

use fluent_bundle::{FluentArgs, FluentValue};

use super::command::{Command, Context};
use super::keys;
use super::model::lesson::{Lesson, Note};
use super::model::{ListingKind, Main, Model, Overlay, Pane, Reading};
use crate::i18n::{self, Lang};
use crate::model::CodeId;
use crate::model::codes::Node;
use crate::model::codings::Coding;
use crate::text::{Paragraph, Span};

/// Around what is to be pressed or typed, so that it is drawn as such; takes no room and is never shown.
pub const PRESS: (char, char) = ('\u{2068}', '\u{2069}');

/// Codes of the guide by their UUIDs, which are the same in both languages.
const OBSTACLES: &str = "01957f96-05d5-748d-a62c-ab2ce3151288";
const COOPERATION: &str = "01957f96-dadd-705c-b763-2b055affb229";
const NETWORK: &str = "01957f93-fc4a-7795-aaa0-0f8810a3d6b2";
const INITIATIVE: &str = "01957f99-cbfb-714a-872f-8ca866d22876";
const COORDINATION: &str = "01957f85-0bd6-7a17-a953-0fd6f29d0da9";
const FRAGMENTED: &str = "01957f83-6523-76b0-83d9-8d111738f7d9";

/// The interview of the lesson, and the numbers of its paragraphs that steps are about.
#[derive(Debug)]
pub struct Sample {
    pub label: &'static str,
    question: u32,
    first: u32,
    second: u32,
    several: u32,
    fresh: u32,
    sentence: u32,
    words: u32,
    /// The first words of the last one.
    phrase: &'static str,
    /// What becomes of it as a new subcode.
    name: &'static str,
    sought: &'static str,
}

const ENGLISH: Sample = Sample {
    label: "6",
    question: 31,
    first: 42,
    second: 44,
    several: 48,
    fresh: 84,
    sentence: 26,
    words: 80,
    phrase: "They should get a driving licence",
    name: "Double entry",
    sought: "budget",
};

const GERMAN: Sample = Sample {
    label: "2",
    question: 25,
    first: 74,
    second: 76,
    several: 48,
    fresh: 54,
    sentence: 60,
    words: 74,
    phrase: "Mit Humor und Kabelbindern",
    name: "Medienbrüche",
    sought: "Portal",
};

pub fn sample(lang: Lang) -> &'static Sample {
    match lang {
        Lang::En => &ENGLISH,
        Lang::De => &GERMAN,
    }
}

/// A part of the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Looking,
    Coding,
    Finding,
    Condensing,
    Helping,
}

impl Part {
    pub fn words(self) -> String {
        let name = match self {
            Part::Looking => "looking",
            Part::Coding => "coding",
            Part::Finding => "finding",
            Part::Condensing => "condensing",
            Part::Helping => "helping",
        };
        crate::tr!(&format!("tutor-part-{name}"))
    }
}

/// A step.
pub struct Step {
    /// Invariant: it is remembered by it.
    pub name: &'static str,
    pub part: Part,
    /// Its paragraph.
    at: fn(&Sample) -> u32,
    /// The codes that its words name, the first as `topic`, then `second`.
    codes: &'static [&'static str],
    /// The commands that its words name, each where it is used.
    keys: &'static [(Context, Command)],
    /// Where the keys have to be for it, if that matters.
    pub place: Option<Context>,
    done: fn(&Look<'_>) -> bool,
}

macro_rules! steps {
    ($($name:literal $part:ident $(at $at:ident)? $(on $place:ident)? codes [$($code:ident),*]
        keys [$($context:ident $command:ident),* $(,)?] done $done:expr;)+) => {
        /// The lesson.
        pub const STEPS: &[Step] = &[$(Step {
            name: $name,
            part: Part::$part,
            at: steps!(@at $($at)?),
            codes: &[$($code),*],
            keys: &[$((Context::$context, Command::$command)),*],
            place: steps!(@place $($place)?),
            done: $done,
        }),+];
    };
    (@at) => { |_| 0 };
    (@at $at:ident) => { |sample| sample.$at };
    (@place) => { None };
    (@place $place:ident) => { Some(Context::$place) };
}

steps! {
    "move" Looking on Transcript codes [] keys [Transcript Down, Transcript Up]
        done |look| look.number_here() >= Some(4);
    "jump" Looking at question codes [] keys [Transcript GoTo]
        done |look| look.number_here() == Some(look.number());
    "panes" Looking codes []
        keys [Transcript FocusCodes, Codes Down, Codes Up, Global FocusDocuments, Global FocusTranscript, Global FocusNext]
        done |look| look.model.pane == Pane::Codes;
    "code" Coding at first on Transcript codes [COOPERATION] keys [Global GoTo, Transcript Code]
        done |look| look.coded_with(COOPERATION);
    "repeat" Coding at second on Transcript codes [COOPERATION] keys [Transcript Down, Transcript Repeat]
        done |look| look.coded_with(COOPERATION);
    "several" Coding at several on Transcript codes [NETWORK, INITIATIVE] keys [Global GoTo, Transcript Code]
        done |look| look.has_two_codes();
    "fresh" Coding at fresh on Transcript codes [OBSTACLES] keys [Global GoTo, Transcript Code]
        done |look| look.fresh().any(|(_, node)| node.path.contains('/'));
    "sentence" Coding at sentence on Transcript codes [COORDINATION]
        keys [Global GoTo, Transcript SelectSentence, Transcript Code]
        done |look| look.in_paragraph().any(|coding| look.is_part(coding.span));
    "overlap" Coding at sentence on Transcript codes [FRAGMENTED] keys [Transcript Code]
        done |look| look.overlap();
    "in-vivo" Coding at words on Transcript codes []
        keys [Global GoTo, Transcript SelectLetters, Selecting SelectFix, Selecting WordRight, Transcript InVivo]
        done |look| look.fresh().any(|(coding, node)| look.text(coding.span).contains(&*spaced(&node.code.name)));
    "next-open" Coding on Transcript codes [] keys [Transcript NextOpen, Transcript PreviousOpen]
        done |look| look.at_the_next_open();
    "weight" Coding on Transcript codes []
        keys [Transcript PreviousSegment, Transcript NextSegment, Transcript Weight, Transcript Comment]
        done |look| look.note.weighed > 0 && look.note.weights != look.before.weights && look.note.weighed >= look.before.weighed;
    "undo" Coding codes [] keys [Global Undo, Global History] done |look| look.note.undone > look.before.undone;
    "redo" Coding codes [] keys [Global Redo] done |look| look.note.redone > look.before.redone;
    "memo" Coding codes [] keys [Global Memo, Global Memos] done |look| look.note.memos > look.before.memos;
    "search" Finding codes [] keys [Global Search]
        done |look| look.lists(ListingKind::Hits) && !look.model.listing.hits.is_empty();
    "hit" Finding codes [] keys [Segments Open, Global NextHit, Global FocusSegments]
        done |look| look.model.main == Main::Transcript && look.model.listing.kind == ListingKind::Hits
            && look.note.line != look.before.line;
    "retrieve" Finding codes [COOPERATION]
        keys [Global FocusCodes, Codes CodeFilter, Codes CodeSegments, Codes Down, Codes Back]
        done |look| look.lists(ListingKind::Segments) && look.model.listing.code.is_some()
            && !look.model.listing.segments.is_empty();
    "quote" Finding codes [] keys [Segments Quote, Segments Open] done |look| look.note.copied > look.before.copied;
    "define" Condensing codes [] keys [Global FocusCodes, Codes CodeDefine]
        done |look| look.note.guides != look.before.guides;
    "grid" Condensing codes [] keys [Global Grid] done |look| look.model.main == Main::Grid;
    "summary" Condensing on Grid codes [] keys [Grid NextOpen, Grid PreviousOpen, Grid CellEdit]
        done |look| look.note.summarised > look.before.summarised;
    "state" Condensing on Grid codes [] keys [Grid NextBare, Grid CellNotAsked, Grid CellNoAnswer, Grid CellNothing]
        done |look| look.note.states > look.before.states;
    "help" Helping codes [] keys [Global Help]
        done |look| matches!(look.model.overlays.last(), Some(Overlay::Help { .. }));
    "palette" Helping codes [] keys [Global Palette] done |look| look.model.main == Main::Table;
    "end" Helping codes [] keys [Global Quit, Global Help, Global Palette, Lesson Tutor] done |_| false;
}

/// The step one is at; the last for what is beyond.
pub fn step(lesson: &Lesson) -> &'static Step {
    const LAST: &Step = &STEPS[STEPS.len() - 1];
    STEPS.get(lesson.at).unwrap_or(LAST)
}

/// What a step is judged by.
pub struct Look<'a> {
    model: &'a Model,
    sample: &'static Sample,
    step: &'static Step,
    before: &'a Note,
    note: &'a Note,
}

/// Whether the step is done that one is at, seeing what was noted when it began and what is there now.
pub fn is_done(model: &Model, lesson: &Lesson, before: &Note, note: &Note) -> bool {
    let step = step(lesson);
    (step.done)(&Look { model, sample: sample(lesson.lang), step, before, note })
}

impl<'a> Look<'a> {
    fn number(&self) -> u32 {
        (self.step.at)(self.sample)
    }
    /// The interview of the lesson, where it is the one that is read.
    fn reading(&self) -> Option<&'a Reading> {
        let reading = self.model.reading.as_ref()?;
        let label = &self.model.study.document(reading.document)?.label;
        (label == self.sample.label).then_some(reading)
    }
    /// The number of the current paragraph.
    fn number_here(&self) -> Option<u32> {
        let reading = self.reading()?;
        reading.paragraph(reading.at)?.number
    }
    fn paragraph(&self) -> Option<&'a Paragraph> {
        self.reading()?.paragraphs().iter().find(|one| one.number == Some(self.number()))
    }
    /// One's own codings of the interview.
    fn own(&self) -> impl Iterator<Item = &'a Coding> + use<'a> {
        let coder = self.model.study.coder;
        let all = self.reading().map(|reading| reading.codings.as_slice()).unwrap_or_default();
        all.iter().filter(move |coding| Some(coding.coder) == coder)
    }
    /// Those in the paragraph of the step.
    fn in_paragraph(&self) -> impl Iterator<Item = &'a Coding> + use<'a> {
        let span = self.paragraph().map(|paragraph| paragraph.span);
        self.own().filter(move |coding| span.is_some_and(|span| coding.span.overlaps(span)))
    }
    fn coded_with(&self, uuid: &str) -> bool {
        let code = node(self.model, uuid).map(|node| node.code.id);
        self.in_paragraph().any(|coding| Some(coding.code) == code)
    }
    fn has_two_codes(&self) -> bool {
        let first = self.in_paragraph().next().map(|coding| coding.code);
        self.in_paragraph().any(|coding| Some(coding.code) != first)
    }
    /// One's codings with a code that was not there when the step began.
    fn fresh(&self) -> impl Iterator<Item = (&'a Coding, &'a Node)> {
        let known = &self.before.codes;
        let made = self.own().filter(|coding| !known.contains(&coding.code));
        made.filter_map(|coding| Some((coding, self.model.study.tree.get(coding.code)?)))
    }
    /// Whether a span leaves something of what is said in the step's paragraph.
    fn is_part(&self, span: Span) -> bool {
        let Some((reading, paragraph)) = self.reading().zip(self.paragraph()) else { return false };
        let speech = reading.speech(paragraph);
        speech.start < span.start || span.end < speech.end
    }
    fn overlap(&self) -> bool {
        let all: Vec<&Coding> = self.in_paragraph().collect();
        let crosses = |one: &Coding, other: &Coding| {
            one.code != other.code && one.span != other.span && one.span.overlaps(other.span)
        };
        all.iter().any(|one| all.iter().any(|other| crosses(one, other)))
    }
    fn at_the_next_open(&self) -> bool {
        let Some(reading) = self.reading() else { return false };
        let open = |paragraph: &Paragraph| {
            paragraph.number.is_some() && !reading.is_coded(paragraph, self.model.study.coder)
        };
        self.before.paragraph.is_some_and(|before| reading.at > before)
            && reading.paragraph(reading.at).is_some_and(open)
    }
    fn lists(&self, kind: ListingKind) -> bool {
        self.model.main == Main::Listing && self.model.listing.kind == kind
    }
    fn text(&self, span: Span) -> String {
        spaced(self.reading().map(|reading| reading.transcript.text.slice(span)).unwrap_or_default())
    }
}

/// With single spaces, as the name of a code has them.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn node<'a>(model: &'a Model, uuid: &str) -> Option<&'a Node> {
    model.study.tree.nodes().iter().find(|node| node.code.uuid == uuid)
}

/// The letters by which a code is found.
fn letters(name: &str) -> String {
    name.to_lowercase().chars().take(4).collect::<String>().trim().to_owned()
}

/// What to do in the step at hand, and what that is good for.
pub fn words(model: &Model, lesson: &Lesson) -> (String, String) {
    let (step, sample) = (step(lesson), sample(lesson.lang));
    let mut args = FluentArgs::new();
    let mut put = |name: String, value: String| args.set(name, FluentValue::from(value));
    for (context, command) in step.keys {
        put(command.name().replace('-', "_"), key(model, *context, *command));
    }
    for (name, uuid) in ["topic", "second"].into_iter().zip(step.codes) {
        let name_of = node(model, uuid).map(|node| node.code.name.clone()).unwrap_or_default();
        put(format!("{name}_typed"), press(&letters(&name_of)));
        put(name.to_owned(), name_of);
    }
    let number = (step.at)(sample);
    let study = &model.study;
    put("place".to_owned(), number.to_string());
    put("typed".to_owned(), press(&number.to_string()));
    put("whole".to_owned(), press(&format!("{}:{number}", sample.label)));
    put("citation".to_owned(), study.pattern.cite(sample.label, 4, 4));
    let parent = node(model, OBSTACLES).map(|node| node.path.clone()).unwrap_or_default();
    put("path".to_owned(), press(&format!("{parent}/{}", sample.name)));
    put("phrase".to_owned(), sample.phrase.to_owned());
    put("sought".to_owned(), press(sample.sought));
    put("matrix".to_owned(), press("Code-Matrix"));
    for name in ["enter", "esc", "tab"] {
        let written = keys::sequence(&format!("<{name}>")).unwrap_or_default();
        put(name.to_owned(), press(&keys::shown(&written)));
    }
    let say = |key: String| i18n::text(&key, Some(&args));
    (say(format!("tutor-{}", step.name)), say(format!("tutor-{}-why", step.name)))
}

/// The key that means a command there; where it has none, its name for the palette.
pub fn key(model: &Model, context: Context, command: Command) -> String {
    let mut contexts = vec![context];
    if context == Context::Selecting {
        contexts.push(Context::Transcript);
    }
    contexts.extend([Context::Lesson, Context::Global]);
    let found = model.keymap.first_key(command, &contexts);
    match found {
        Some(keys) => press(&keys::shown(&keys)),
        None => {
            let palette = model.keymap.first_key(Command::Palette, &contexts).unwrap_or_default();
            press(format!("{} {}", keys::shown(&palette), command.name()).trim())
        }
    }
}

fn press(text: &str) -> String {
    format!("{}{text}{}", PRESS.0, PRESS.1)
}

/// The codes that there are.
pub fn codes(model: &Model) -> impl Iterator<Item = CodeId> {
    model.study.tree.nodes().iter().map(|node| node.code.id)
}
