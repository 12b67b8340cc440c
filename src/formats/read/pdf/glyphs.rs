//! From the bytes of a PDF to the characters of its pages with their places: the one file that knows the library.
//!
//! The library has limits of depth but none of size, and a program that draws a hundred forms a hundred times each is
//! short: what is unpacked, and how often something is drawn, is counted here ([`super::streams`], [`Pen`]). It
//! runs in a thread of its own, with a stack for its deepest nesting and without a word on stderr should it panic.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Once;

use encoding_rs::{UTF_16BE, WINDOWS_1252};
use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::dict::keys::CONTENTS;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Object, Stream, String as Text};
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, interpret_page,
};

use super::streams::{self, Budget};
use crate::formats::read::Limits;

/// A character on a page: points, from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// U+FFFD where the file does not say which letter it shows.
    pub text: char,
    pub x: f64,
    /// Of the baseline.
    pub y: f64,
    pub width: f64,
    pub size: f64,
}

#[derive(Debug, Default)]
pub struct Page {
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    /// Characters that run in another direction than the page's text: a watermark, a note on the edge.
    pub turned: usize,
}

/// Why there are no pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Damaged,
    Encrypted,
    /// More is unpacked or drawn than a transcript can need.
    TooLarge,
    /// More text than a transcript can have.
    TooLong,
}

/// What ends the work from within the library.
struct Stop;

/// Characters of one page; a printed one has some 5,000.
const PER_PAGE: usize = 300_000;
/// Letters that one character may stand for.
const LONGEST: usize = 32;
/// Letters drawn on all pages, and other things: each form within a form is one.
const LETTERS: usize = 20_000_000;
const THINGS: usize = 400_000;
const PAGES: usize = 10_000;
/// For the deepest nesting the library allows.
const STACK: usize = 64 << 20;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// A panic of this thread from now on says nothing: it is caught and becomes an error.
fn keep_quiet() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
    QUIET.set(true);
}

/// Gives each page to `take`, in order.
pub fn pages(
    bytes: &[u8],
    limits: &Limits,
    mut take: impl FnMut(Page) -> Result<(), Failure> + Send,
) -> Result<(), Failure> {
    std::thread::scope(|scope| {
        let work = || {
            keep_quiet();
            catch_unwind(AssertUnwindSafe(|| read(bytes, limits, &mut take))).unwrap_or_else(|why| {
                Err(if why.is::<Stop>() { Failure::TooLarge } else { Failure::Damaged })
            })
        };
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let thread = thread.map_err(|_| Failure::TooLarge)?;
        thread.join().unwrap_or(Err(Failure::Damaged))
    })
}

fn read(
    bytes: &[u8],
    limits: &Limits,
    take: &mut impl FnMut(Page) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut budget = Budget::new(limits.unpacked);
    streams::before_opening(bytes, &mut budget)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Failure::Encrypted,
        LoadPdfError::Invalid => Failure::Damaged,
    })?;
    if pdf.pages().is_empty() {
        return Err(Failure::Damaged);
    }
    if pdf.pages().len() > PAGES {
        return Err(Failure::TooLarge);
    }
    let mut budget = Budget::new(limits.unpacked);
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            streams::measure(&stream, &mut budget)?;
        }
    }
    let mut contents = Budget::new(limits.unpacked);
    let cache = InterpreterCache::new();
    let (mut letters, mut things) = (0, 0);
    for page in pdf.pages().iter() {
        // The same stream may be the content of many pages, or of one many times.
        for stream in contents_of(page) {
            streams::measure(&stream, &mut contents)?;
        }
        let (width, height) = page.render_dimensions();
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let settings =
            InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        let mut context =
            Context::new(transform, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings);
        let mut pen = Pen {
            glyphs: Vec::new(),
            actual: Vec::new(),
            letters,
            things,
            size: (f64::from(width), f64::from(height)),
        };
        interpret_page(page, &mut context, &mut pen);
        (letters, things) = (pen.letters, pen.things);
        take(pen.page())?;
    }
    Ok(())
}

fn contents_of<'a>(page: &PdfPage<'a>) -> Vec<Stream<'a>> {
    if let Some(stream) = page.raw().get::<Stream<'_>>(CONTENTS) {
        return vec![stream];
    }
    let array = page.raw().get::<Array<'_>>(CONTENTS);
    array.map(|array| array.iter::<Stream<'_>>().collect()).unwrap_or_default()
}

/// Which way text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Right,
    Down,
    Left,
    Up,
    Askew,
}

impl Way {
    fn of(x: f64, y: f64) -> Way {
        match (x.abs(), y.abs()) {
            (along, across) if along > across * 4.0 => {
                if x > 0.0 {
                    Way::Right
                } else {
                    Way::Left
                }
            }
            (along, across) if across > along * 4.0 => {
                if y > 0.0 {
                    Way::Down
                } else {
                    Way::Up
                }
            }
            _ => Way::Askew,
        }
    }
}

/// A text of the file: UTF-16 with a mark, UTF-8 with one, otherwise Latin.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

struct Pen {
    glyphs: Vec<(Glyph, Way)>,
    /// What the open parts of the page say of their letters, until it has been put down.
    actual: Vec<Option<Option<String>>>,
    letters: usize,
    things: usize,
    size: (f64, f64),
}

impl Pen {
    fn letter(&mut self) {
        self.letters += 1;
        if self.letters > LETTERS || self.glyphs.len() > PER_PAGE {
            resume_unwind(Box::new(Stop));
        }
    }
    fn thing(&mut self) {
        self.things += 1;
        if self.things > THINGS || self.actual.len() > PER_PAGE {
            resume_unwind(Box::new(Stop));
        }
    }

    /// The page turned so that most of its text runs to the right.
    fn page(self) -> Page {
        let (width, height) = self.size;
        let count = |way: Way| self.glyphs.iter().filter(|(_, of)| *of == way).count();
        let way = [Way::Right, Way::Down, Way::Left, Way::Up]
            .into_iter()
            .rev()
            .max_by_key(|way| count(*way))
            .unwrap_or(Way::Right);
        let turned = self.glyphs.len() - count(way);
        let turn = |glyph: Glyph| {
            let (x, y) = match way {
                Way::Down => (glyph.y, width - glyph.x),
                Way::Left => (width - glyph.x, height - glyph.y),
                Way::Up => (height - glyph.y, glyph.x),
                Way::Right | Way::Askew => (glyph.x, glyph.y),
            };
            Glyph { x, y, ..glyph }
        };
        let height = if matches!(way, Way::Down | Way::Up) { width } else { height };
        let glyphs = self.glyphs.into_iter().filter(|(_, of)| *of == way).map(|(glyph, _)| turn(glyph));
        Page { height, glyphs: glyphs.collect(), turned }
    }
}

impl<'a> Device<'a> for Pen {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for drawn in run.glyphs() {
            self.letter();
            let transform = props.transform * drawn.transform();
            let [a, b, c, d, ..] = transform.as_coeffs();
            let at = transform * Point::ZERO;
            // Glyphs are drawn in thousandths of their size.
            let (along, size) = (a.hypot(b), c.hypot(d) * 1000.0);
            let on_page =
                (-2.0..=self.size.0 + 2.0).contains(&at.x) && (-2.0..=self.size.1 + 2.0).contains(&at.y);
            let sound = size.is_finite() && along.is_finite() && size > 0.0;
            if !(on_page && sound) {
                continue;
            }
            let advance = match &**drawn {
                Drawn::Outline(glyph) => glyph.advance_width(),
                Drawn::Type3(glyph) => glyph.advance_width(),
            };
            let width = f64::from(advance.unwrap_or(500.0)) * along;
            let width = if (0.0..=size * 4.0).contains(&width) { width } else { size / 2.0 };
            let way = Way::of(a, b);
            let letters = match self.actual.iter_mut().rev().find_map(Option::as_mut) {
                Some(actual) => match actual.take() {
                    Some(text) => text,
                    // The rest of what was said with the first character.
                    None => {
                        if let Some((last, _)) = self.glyphs.last_mut() {
                            last.width = last.width.max(at.x + width - last.x);
                        }
                        continue;
                    }
                },
                None => match drawn.as_unicode() {
                    Some(BfString::Char(text)) => text.to_string(),
                    Some(BfString::String(text)) => text,
                    None => '\u{fffd}'.to_string(),
                },
            };
            // The letters of a ligature share its room.
            let count = letters.chars().take(LONGEST).count().max(1) as f64;
            for (index, text) in letters.chars().take(LONGEST).enumerate() {
                let (x, width) = (at.x + width / count * index as f64, width / count);
                self.glyphs.push((Glyph { text, x, y: at.y, width, size }, way));
            }
        }
    }

    /// A program may say what letters it draws, where the characters themselves do not.
    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.thing();
        let said = properties.and_then(|properties| properties.get::<Text<'_>>("ActualText"));
        let said = said.map(|said| decoded(said.as_bytes()));
        self.actual.push(said.filter(|said| said.chars().count() <= LONGEST).map(Some));
    }
    fn end_marked_content(&mut self) {
        self.actual.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.thing();
    }
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.thing();
    }
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.thing();
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.thing();
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
