//! The picture: `draw(&model, &mut frame) -> HitMap`. Draws what the model says and changes nothing.

mod comparing;
pub mod consolidate;
pub mod drawn;
pub mod footer;
pub mod grid;
pub mod listing;
mod names;
pub mod overlay;
pub mod page;
pub mod paint;
pub mod preview;
mod sharing;
pub mod side;
mod sorting;
mod summaries;
pub mod table;
pub mod transcript;
mod tutor;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::layout;
use super::model::{Edge, Main, Model, Pane};
use super::msg::Target;

/// What is where on the screen; the last that was put is on top.
#[derive(Debug, Clone, Default)]
pub struct HitMap {
    areas: Vec<(Rect, Target)>,
}

impl HitMap {
    pub fn put(&mut self, area: Rect, target: Target) {
        self.areas.push((area, target));
    }
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        let inside =
            |area: &Rect| area.x <= column && column < area.right() && area.y <= row && row < area.bottom();
        self.areas.iter().rev().find(|(area, _)| inside(area)).map(|(_, target)| *target)
    }
}

/// Draws everything.
pub fn draw(model: &Model, frame: &mut Frame<'_>) -> HitMap {
    let mut hits = HitMap::default();
    if layout::too_small(model) {
        let (width, height) = layout::MIN;
        let text = crate::tr!("too-small", width = width, height = height);
        paint::text(
            frame.buffer_mut(),
            1,
            model.height / 2,
            model.width.saturating_sub(2),
            &text,
            model.theme.accent(),
        );
        return hits;
    }
    let areas = layout::areas(model);
    if let Some(area) = areas.documents {
        hits.put(area, Target::Pane(Pane::Documents));
        side::documents(model, frame, area, &mut hits);
    }
    if let Some(area) = areas.codes {
        hits.put(area, Target::Pane(Pane::Codes));
        side::codes(model, frame, area, &mut hits);
        if areas.documents.is_some() {
            hits.put(Rect { height: 1, ..area }, Target::Edge(Edge::Split));
        }
    }
    if let Some(rule) = areas.rule {
        for row in rule.top()..rule.bottom() {
            paint::text(frame.buffer_mut(), rule.x, row, 1, "│", model.theme.frame());
        }
        hits.put(rule, Target::Edge(Edge::Side));
    }
    hits.put(areas.main, Target::Pane(Pane::Main));
    match model.main {
        Main::Transcript => {
            transcript::draw(model, model.reading.as_ref(), frame, areas.main, &mut hits);
            if let (Some(between), Some(area)) = (areas.between, areas.resting) {
                hits.put(area, Target::Pane(Pane::Main));
                transcript::draw(model, model.resting.as_ref(), frame, area, &mut hits);
                for row in between.top()..between.bottom() {
                    paint::text(frame.buffer_mut(), between.x, row, 1, "│", model.theme.frame());
                }
                hits.put(between, Target::Edge(Edge::Halves));
            }
        }
        Main::Listing => listing::draw(model, frame, areas.main, &mut hits),
        Main::Grid => grid::draw(model, frame, areas.main, &mut hits),
        Main::Table => table::draw(model, frame, areas.main, &mut hits),
        Main::Consolidate => consolidate::draw(model, frame, areas.main, &mut hits),
    }
    if let Some(area) = areas.lesson {
        tutor::draw(model, frame, area, &mut hits);
    }
    footer::status(model, frame, areas.status);
    footer::hints(model, frame, areas.hints);
    footer::which_key(model, frame);
    for over in &model.overlays {
        overlay::draw(model, over, frame, &mut hits);
    }
    // Above the lesson, which says what is next, where no popup is in the way.
    let above = |lesson: Rect| Rect { y: lesson.y.saturating_sub(1), height: 1, ..lesson };
    let lesson = areas.lesson.filter(|_| model.overlays.is_empty());
    let foot = lesson.map_or(areas.status, above);
    footer::long_message(model, frame, foot);
    paint::settle(frame.buffer_mut());
    hits
}
