//! What every picture has: its title, room that grows downwards, a legend of codes, the notes as a caption.

use crate::model::picture::{Anchor, Color, Label, Picture, Shape};
use crate::model::table::Table;
use crate::text::letters;

/// Sizes of letters.
pub const TITLE: f32 = 15.0;
pub const LABEL: f32 = 11.0;
pub const NUMBER: f32 = 10.5;
pub const SMALL: f32 = 9.5;
/// Around everything.
pub const MARGIN: f32 = 12.0;

/// A picture that is being drawn.
pub struct Sheet {
    shapes: Vec<Shape>,
    width: f32,
    /// How far it is filled from above.
    pub y: f32,
}

impl Sheet {
    /// Begins below its title.
    pub fn new(table: &Table, width: f32) -> Sheet {
        let mut sheet = Sheet { shapes: Vec::new(), width, y: MARGIN };
        for line in letters::wrapped(&table.title, TITLE, width - 2.0 * MARGIN) {
            sheet.y += TITLE + 3.0;
            sheet.label(Label {
                x: MARGIN,
                y: sheet.y - 3.0,
                size: TITLE,
                text: line,
                bold: true,
                ..Label::default()
            });
        }
        sheet.y += 8.0;
        sheet
    }

    pub fn label(&mut self, label: Label) {
        self.shapes.push(Shape::Text(label));
    }

    /// A text in so much room; where it has to be cut, the whole text goes with it.
    pub fn fitted(&mut self, text: &str, room: f32, label: Label) {
        let cut = letters::cut(text, label.size, room).into_owned();
        let whole =
            if cut == text || !label.whole.is_empty() { label.whole.clone() } else { text.to_owned() };
        self.label(Label { text: cut, whole, ..label });
    }

    /// A path in so much room: where it does not fit, the end of it, which says most.
    pub fn path(&mut self, path: &str, room: f32, label: Label) {
        let mut rest = path;
        let mut shown = path.to_owned();
        while letters::width(&shown, label.size) > room
            && let Some((_, tail)) = rest.split_once('/')
        {
            rest = tail;
            shown = format!("…/{rest}");
        }
        let whole = if shown == path { String::new() } else { path.to_owned() };
        self.fitted(&shown, room, Label { whole, ..label });
    }

    pub fn area(&mut self, x: f32, y: f32, width: f32, height: f32, fill: Color, says: String) {
        self.shapes.push(Shape::Box { x, y, width, height, fill, says });
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, color: Color) {
        self.shapes.push(Shape::Line { from, to, width, color });
    }

    /// Codes with their colours, in as many lines as they need.
    pub fn legend(&mut self, codes: &[(String, Color)]) {
        let (mut x, right) = (MARGIN, self.width - MARGIN);
        if codes.is_empty() {
            return;
        }
        self.y += 6.0;
        for (code, color) in codes {
            let room = right - MARGIN - 16.0;
            let width = letters::width(code, SMALL).min(room) + 16.0;
            if x + width > right && x > MARGIN {
                (x, self.y) = (MARGIN, self.y + 15.0);
            }
            self.area(x, self.y + 1.0, 11.0, 11.0, *color, code.clone());
            self.fitted(code, room, Label { x: x + 15.0, y: self.y + 10.0, size: SMALL, ..Label::default() });
            x += width + 14.0;
        }
        self.y += 18.0;
    }

    /// The notes, and the picture is done.
    pub fn finish(mut self, table: &Table) -> Picture {
        self.y += 6.0;
        for note in &table.notes {
            for line in letters::wrapped(note, SMALL, self.width - 2.0 * MARGIN) {
                self.y += SMALL + 3.0;
                let (x, y, size, color) = (MARGIN, self.y, SMALL, Color::SOFT);
                self.label(Label { x, y, size, color, text: line, ..Label::default() });
            }
        }
        Picture {
            width: self.width,
            height: (self.y + MARGIN).ceil(),
            title: table.title.clone(),
            description: table.notes.join(" "),
            shapes: self.shapes,
        }
    }

    /// That there is nothing to be drawn.
    pub fn nothing(mut self, table: &Table) -> Picture {
        self.y += LABEL + 4.0;
        let text = crate::tr!("picture-nothing");
        let (x, y, size, color) = (MARGIN, self.y, LABEL, Color::SOFT);
        self.label(Label { x, y, size, color, text, ..Label::default() });
        self.finish(table)
    }
}

/// A label that ends or is centred somewhere.
pub fn anchored(x: f32, y: f32, size: f32, anchor: Anchor) -> Label {
    Label { x, y, size, anchor, ..Label::default() }
}
