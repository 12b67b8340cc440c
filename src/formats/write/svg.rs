//! SVG 1.1: shapes and text that stays text, for word processors, browsers and drawing programs. What was cut or has no
//! room stands whole in a `<title>`, which browsers show at the pointer and read aloud.

use std::fmt::Write as _;

use super::words::shown;
use crate::model::picture::{Anchor, Label, Picture, Shape};

/// As wide as the letters that the picture was laid out with; the last but one is those.
const FONTS: &str = "Arial, Helvetica, 'Liberation Sans', Arimo, 'DejaVu Sans Condensed', sans-serif";

pub fn write(picture: &Picture) -> String {
    let mut out = String::new();
    let (width, height) = (number(picture.width), number(picture.height));
    let _ = writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\">"
    );
    let _ = writeln!(out, "<title>{}</title>", escaped(&picture.title));
    let _ = writeln!(out, "<desc>{}</desc>", escaped(&picture.description));
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    for shape in &picture.shapes {
        write_shape(&mut out, shape);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape) {
    match shape {
        Shape::Box { x, y, width, height, fill, says } => {
            let [x, y, width, height] = [x, y, width, height].map(|value| number(*value));
            let fill = fill.hex();
            let _ = write!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\""
            );
            titled(out, says, "", "rect");
        }
        Shape::Line { from, to, width, color } => {
            let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
            let (width, color) = (number(*width), color.hex());
            let _ = writeln!(
                out,
                "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{color}\" stroke-width=\"{width}\"/>"
            );
        }
        Shape::Text(label) => write_label(out, label),
    }
}

fn write_label(out: &mut String, label: &Label) {
    let (x, y, size, color) = (number(label.x), number(label.y), number(label.size), label.color.hex());
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{color}\"");
    match label.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    if label.bold {
        out.push_str(" font-weight=\"bold\"");
    }
    if label.upright {
        let _ = write!(out, " transform=\"rotate(-90 {x} {y})\"");
    }
    titled(out, &label.whole, &label.text, "text");
}

/// Ends an element that has begun: with its title and its text, or with nothing inside.
fn titled(out: &mut String, title: &str, text: &str, element: &str) {
    if title.is_empty() && text.is_empty() {
        out.push_str("/>\n");
        return;
    }
    out.push('>');
    if !title.is_empty() {
        let _ = write!(out, "<title>{}</title>", escaped(title));
    }
    let _ = writeln!(out, "{}</{element}>", escaped(text));
}

/// Two digits after the point are finer than any screen.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(text: &str) -> String {
    let text = shown(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
