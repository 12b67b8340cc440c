//! The lesson goes on: after everything that happens the step at hand is looked at.

use super::{codes, reading, work};
use crate::ops::tutor::{Progressed, STATE};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::Model;
use crate::tui::model::lesson::{Lesson, Note};
use crate::tui::tutor::{self, STEPS};

/// Begins or goes on, where the study is a lesson.
pub fn begin(model: &mut Model, remembered: Option<&str>) {
    let Some(text) = remembered else { return };
    let left = Progressed::read(text);
    let at = STEPS.iter().position(|step| step.name == left.step).unwrap_or(0);
    model.lesson = Some(Lesson { lang: left.lang, at, shown: left.shown, ..Lesson::default() });
}

/// Looks whether the step is done, and goes on. `pressed`: a key or the mouse was what happened.
pub fn look(model: &mut Model, pressed: bool, effects: &mut Vec<Effect>) {
    let covered = !model.overlays.is_empty();
    let open = model.reading.is_some();
    let Some(lesson) = &mut model.lesson else { return };
    lesson.copied += effects.iter().filter(|effect| matches!(effect, Effect::Copy(_))).count();
    if !lesson.shown || !open {
        return;
    }
    if pressed && !covered {
        lesson.presses += 1;
    }
    let Some(lesson) = model.lesson.as_ref() else { return };
    let now = Note::of(model, lesson.copied);
    // What the grid holds is known only once it was read.
    let known = lesson.before.as_ref().filter(|before| before.read || !now.read);
    let Some(before) = known else { return note(model, now) };
    let done = tutor::is_done(model, lesson, before, &now);
    let Some(lesson) = &mut model.lesson else { return };
    if !done {
        lesson.stands = false;
    }
    lesson.met |= done && !lesson.stands;
    if lesson.met && !covered {
        let praised = lesson.at;
        go_to(model, praised + 1, effects);
        if let Some(lesson) = &mut model.lesson {
            lesson.praised = Some(praised);
        }
    }
}

/// Notes what is there as the step begins.
fn note(model: &mut Model, now: Note) {
    let Some(lesson) = model.lesson.as_ref() else { return };
    let stands = tutor::is_done(model, lesson, &now, &now);
    if let Some(lesson) = &mut model.lesson {
        lesson.stands = stands;
        lesson.before = Some(now);
    }
}

fn go_to(model: &mut Model, at: usize, effects: &mut Vec<Effect>) {
    let Some(lesson) = &mut model.lesson else { return };
    lesson.at = at.min(STEPS.len().saturating_sub(1));
    (lesson.met, lesson.presses, lesson.praised) = (false, 0, None);
    let now = Note::of(model, model.lesson.as_ref().map_or(0, |lesson| lesson.copied));
    note(model, now);
    remember(model, effects);
}

fn remember(model: &Model, effects: &mut Vec<Effect>) {
    let Some(lesson) = &model.lesson else { return };
    let step = tutor::step(lesson).name.to_owned();
    let value = Progressed { lang: lesson.lang, step, shown: lesson.shown }.written();
    work(effects, Work::Remember { key: STATE, value });
}

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let Some(lesson) = &mut model.lesson else { return };
    let at = lesson.at;
    match command {
        Command::Tutor => {
            lesson.shown = !lesson.shown;
            go_to(model, at, effects);
        }
        // Whoever cannot see it looks first.
        _ if !lesson.shown => {
            lesson.shown = true;
            go_to(model, at, effects);
        }
        Command::TutorBack => go_to(model, at.saturating_sub(1), effects),
        _ => go_to(model, at + 1, effects),
    }
    codes::keep_in_sight(model);
    reading::keep_in_sight(model);
}
