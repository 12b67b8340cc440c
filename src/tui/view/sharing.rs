//! What a package brings, and what collides: ours on the left, theirs on the right.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::model::packages::Take;
use crate::tui::model::Model;
use crate::tui::model::sharing::Merging;
use crate::tui::msg::Target;
use crate::tui::update::overlays::{MergeLine as Line, merge_area, merge_lines, merge_side};

pub fn draw(model: &Model, open: &Merging, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let theme = model.theme;
    let area = merge_area(model);
    hits.put(area, Target::Popup);
    let title = crate::tr!(
        "merging-title",
        coder = open.report.coders.join(", "),
        cut = crate::clock::local(&open.report.cut)
    );
    let foot = match (open.report.conflicts.is_empty(), open.undecided()) {
        (true, _) => crate::tr!("merging-keys-plain"),
        (false, 0) => crate::tr!("merging-keys-decided"),
        (false, count) => crate::tr!("merging-keys", count = count),
    };
    let inside = paint::frame(model, frame.buffer_mut(), area, &title, &foot);
    let (x, width) = (inside.x + 1, inside.width.saturating_sub(2));
    let side = merge_side(model);
    let buffer = frame.buffer_mut();
    for (line, y) in merge_lines(model).iter().skip(open.top).zip(inside.y..inside.bottom()) {
        let row = Rect { x, y, width, height: 1 };
        if let Some(nth) = line.conflict() {
            hits.put(row, Target::Choice(nth));
            if nth == open.at {
                paint::wash(buffer, row, theme.cursor());
            }
        }
        match line {
            Line::Plain(text) => drop(paint::text(buffer, x, y, width, text, Style::new())),
            Line::Dim(text) => drop(paint::text(buffer, x, y, width, text, theme.dim())),
            Line::Title(_, text) => {
                paint::text(buffer, x, y, width, text, theme.accent().add_modifier(Modifier::BOLD));
            }
            Line::Sides(nth, ours, theirs) => {
                let taken = open.report.conflicts.get(*nth).and_then(|one| open.taken.get(&one.id));
                let style = |here: Take| match taken {
                    None => Style::new(),
                    Some(taken) if *taken == here || *taken == Take::Both => theme.good(),
                    Some(_) => theme.dim(),
                };
                let sign = |here: Take| match taken {
                    Some(taken) if *taken == here || *taken == Take::Both => "✓",
                    _ => " ",
                };
                paint::text(buffer, x, y, 2, sign(Take::Ours), theme.good());
                paint::text(buffer, x + 2, y, side, ours, style(Take::Ours));
                paint::text(buffer, x + 2 + side, y, 1, "│", theme.dim());
                paint::text(buffer, x + 3 + side, y, 2, sign(Take::Theirs), theme.good());
                paint::text(buffer, x + 5 + side, y, side.saturating_sub(2), theirs, style(Take::Theirs));
            }
        }
    }
}
