//! The lesson below the panes: where one is in it, what to do, and what that is good for.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::{HitMap, paint};
use crate::text::{CharPos, Text, wrap};
use crate::tr;
use crate::tui::command::{Command, Context};
use crate::tui::model::lesson::Lesson;
use crate::tui::model::{Main, Model, Pane};
use crate::tui::msg::Target;
use crate::tui::tutor::{self, PRESS, STEPS};

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let Some(lesson) = &model.lesson else { return };
    hits.put(area, Target::Popup);
    let buffer = frame.buffer_mut();
    for y in area.top()..area.bottom() {
        let (sign, style) = if y == area.y { ("─", model.theme.frame()) } else { (" ", Style::new()) };
        for x in area.left()..area.right() {
            paint::glyph(buffer, x, y, sign, style);
        }
    }
    let step = tutor::step(lesson);
    let title = tr!(
        "tutor-title",
        part = step.part.words(),
        step = lesson.at.min(STEPS.len() - 1) + 1,
        all = STEPS.len()
    );
    let mut x = area.x + 1;
    x += paint::text(
        buffer,
        x,
        area.y,
        area.width.saturating_sub(2),
        &format!(" {title} "),
        model.theme.accent(),
    );
    let end = controls(model, frame, area, x, hits);
    if let Some(praised) = lesson.praised {
        let (short, long) = (format!(" ✓ {} ", praised + 1), tr!("tutor-praise", step = praised + 1));
        let long = format!(" ✓ {long} ");
        let room = usize::from(end.saturating_sub(x + 2));
        let done = if wrap::width(&long) <= room { long } else { short };
        if wrap::width(&done) <= room {
            paint::text(frame.buffer_mut(), x + 1, area.y, room as u16, &done, model.theme.good());
        }
    }
    let (task, why) = tutor::words(model, lesson);
    let inside = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    let used = pressed(model, frame, inside, &task, Style::new());
    let below = Rect { y: inside.y + used, height: inside.height.saturating_sub(used), ..inside };
    match hint(model, lesson) {
        Some(hint) => pressed(model, frame, below, &hint, model.theme.warn()),
        None => pressed(model, frame, below, &why, model.theme.dim()),
    };
}

/// Back and on, with their keys, to be clicked as well. Says where they begin.
fn controls(model: &Model, frame: &mut Frame<'_>, area: Rect, from: u16, hits: &mut HitMap) -> u16 {
    let mut end = area.right().saturating_sub(1);
    for command in [Command::TutorSkip, Command::TutorBack] {
        let words =
            format!(" {} {} ", bare(&tutor::key(model, Context::Lesson, command)), command.hint_word());
        let wide = wrap::width(&words) as u16;
        if end < from + wide + 1 {
            break;
        }
        let at = end - wide;
        paint::text(frame.buffer_mut(), at, area.y, wide, &words, model.theme.dim());
        hits.put(Rect::new(at, area.y, wide, 1), Target::Does(command));
        end = at - 1;
    }
    end
}

/// What helps now: the step was done before, or the person seems lost.
fn hint(model: &Model, lesson: &Lesson) -> Option<String> {
    let on = tutor::key(model, Context::Lesson, Command::TutorSkip);
    if lesson.stands {
        return Some(tr!("tutor-stands", on = on));
    }
    if !lesson.is_lost() {
        return None;
    }
    let text = tutor::key(model, Context::Global, Command::FocusTranscript);
    let grid = tutor::key(model, Context::Global, Command::Grid);
    let out = tutor::key(model, Context::Global, Command::Back);
    Some(match tutor::step(lesson).place {
        Some(Context::Transcript) if (model.main, model.pane) != (Main::Transcript, Pane::Main) => {
            tr!("tutor-lost-transcript", key = text, on = on)
        }
        Some(Context::Grid) if model.main != Main::Grid => tr!("tutor-lost-grid", key = grid, on = on),
        _ => tr!("tutor-lost", out = out, on = on),
    })
}

/// Without the marks around what is to be pressed.
fn bare(text: &str) -> String {
    text.replace([PRESS.0, PRESS.1], "")
}

/// Writes a text in which keys stand out. Says how many rows it took.
fn pressed(model: &Model, frame: &mut Frame<'_>, area: Rect, content: &str, style: Style) -> u16 {
    let key = model.theme.accent().add_modifier(Modifier::BOLD);
    let whole = Text::new(content);
    let mut inside = false;
    let mut line = 0;
    for row in wrap::rows(content, CharPos(0), usize::from(area.width)) {
        if line >= area.height {
            break;
        }
        let mut x = area.x;
        for grapheme in whole.slice(row).trim_end().graphemes(true) {
            if grapheme.contains([PRESS.0, PRESS.1]) {
                inside = grapheme.contains(PRESS.0);
                continue;
            }
            let style = if inside { key } else { style };
            x += paint::glyph(frame.buffer_mut(), x, area.y + line, grapheme, style);
        }
        line += 1;
    }
    line
}
