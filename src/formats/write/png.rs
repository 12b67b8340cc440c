//! PNG: the same shapes as dots, twice as fine as a screen's so that print is sharp; letters from the program's own font.

use tiny_skia::{Color as Dot, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

use crate::error::{Error, Result};
use crate::model::picture::{Anchor, Color, Label, Picture, Shape};
use crate::text::letters::{self, Step};
use crate::tr;

/// Dots for each pixel of the picture: 192 to the inch.
pub const SCALE: f32 = 2.0;
/// More dots than this are refused: 400 MB of memory.
const MOST_DOTS: f32 = 100e6;

pub fn write(picture: &Picture) -> Result<Vec<u8>> {
    let (width, height) = ((picture.width * SCALE).ceil(), (picture.height * SCALE).ceil());
    let too_large = || {
        Error::refused(tr!("picture-too-large", width = width as i64, height = height as i64))
            .hint(tr!("picture-too-large-hint"))
    };
    if width * height > MOST_DOTS {
        return Err(too_large());
    }
    let mut dots = Pixmap::new(width as u32, height as u32).ok_or_else(too_large)?;
    dots.fill(Dot::WHITE);
    for shape in &picture.shapes {
        draw(&mut dots, shape);
    }
    dots.encode_png().map_err(|error| Error::invalid(tr!("picture-failed", reason = error.to_string())))
}

fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(color.0, color.1, color.2, 255);
    paint.anti_alias = true;
    paint
}

fn draw(dots: &mut Pixmap, shape: &Shape) {
    let scale = Transform::from_scale(SCALE, SCALE);
    match shape {
        Shape::Box { x, y, width, height, fill, .. } => {
            if let Some(area) = Rect::from_xywh(*x, *y, *width, *height) {
                dots.fill_rect(area, &paint(*fill), scale, None);
            }
        }
        Shape::Line { from, to, width, color } => {
            let mut line = PathBuilder::new();
            line.move_to(from.0, from.1);
            line.line_to(to.0, to.1);
            let stroke = Stroke { width: *width, ..Stroke::default() };
            if let Some(line) = line.finish() {
                dots.stroke_path(&line, &paint(*color), &stroke, scale, None);
            }
        }
        Shape::Text(label) => {
            let Some(path) = path(&letters::outline(&label.text, label.size)) else { return };
            let before = match label.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => letters::width(&label.text, label.size) / 2.0,
                Anchor::End => letters::width(&label.text, label.size),
            };
            let place = turned(label, scale.pre_translate(label.x, label.y)).pre_translate(-before, 0.0);
            dots.fill_path(&path, &paint(label.color), FillRule::Winding, place, None);
            if label.bold {
                let stroke = Stroke { width: label.size * 0.035, ..Stroke::default() };
                dots.stroke_path(&path, &paint(label.color), &stroke, place, None);
            }
        }
    }
}

fn turned(label: &Label, place: Transform) -> Transform {
    if label.upright { place.pre_rotate(-90.0) } else { place }
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move(x, y) => path.move_to(x, y),
            Step::Line(x, y) => path.line_to(x, y),
            Step::Quad(cx, cy, x, y) => path.quad_to(cx, cy, x, y),
            Step::Cubic(ax, ay, bx, by, x, y) => path.cubic_to(ax, ay, bx, by, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// The letters that cannot be drawn, in the order of their code points.
pub fn missing(picture: &Picture) -> String {
    let texts = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(label) => Some(label.text.as_str()),
        Shape::Box { .. } | Shape::Line { .. } => None,
    });
    let all: std::collections::BTreeSet<char> = texts.flat_map(letters::missing).collect();
    all.into_iter().collect()
}
